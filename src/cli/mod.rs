//! The command line: arguments to the library's doors, results to the terminal. One file for each
//! subcommand, with its `Args` and a `run`; no logic of the lottery in here. May import everything.

pub mod account;
pub mod asked;
pub mod charter;
mod charter_new;
pub mod check;
pub mod compare;
pub mod confirmed_excluded;
pub mod conflict;
pub mod deliberation;
pub mod demo;
pub mod draw;
pub mod ending;
pub mod evidence;
pub mod exit;
pub mod expected;
pub mod explain;
pub mod figures;
pub mod folder;
pub mod forecast;
pub mod freezing;
pub mod help;
pub mod inputs;
pub mod invite;
pub mod json;
pub mod key;
pub mod language;
pub mod layout;
pub mod listing;
pub mod lottery;
pub mod lottery_report;
pub mod mirror;
pub mod outputs;
pub mod people;
pub mod prepare;
pub mod programme;
pub mod quota_effects;
pub mod quota_table;
pub mod quotas;
pub mod repair;
pub mod reserves;
pub mod roster;
pub mod roster_report;
pub mod select;
pub mod sessions;
pub mod sheet;
pub mod slip;
pub mod slips;
pub mod sources;
pub mod supplement;
pub mod talk;
pub mod told;
pub mod verify;

use crate::base::fault::Grade;
use crate::words::Message;
use crate::words::catalogue::{Lang, block};
use crate::words::faults::headline;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use exit::{Exit, Halt};
use outputs::Outputs;
use std::ffi::OsString;
use std::panic::{self, UnwindSafe};
use std::process::ExitCode;
use talk::Talk;

/// Sortition for citizens' assemblies: fair panel lotteries that anyone can check.
///
/// Exit codes: 0 done; 1 the answer is no; 2 something is wrong with your files or command; 3 a file
/// cannot be read or written; 70 a mistake in the program.
#[derive(Debug, Parser)]
#[command(name = "geloot", version, max_term_width = 100)]
struct Cli {
    /// Write one JSON object to standard output instead of text.
    #[arg(long, global = true)]
    json: bool,
    /// No progress and no notes; problems are always shown.
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Show also what only a specialist asks for: profiles, objectives, measures of how even chances are.
    #[arg(long, global = true)]
    details: bool,
    /// The language: en or nl. Without it GELOOT_LANG decides, or else the language of this computer.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "nl"])]
    lang: Option<String>,
    #[command(subcommand)]
    command: Command,
}

/// The subcommands. To add one: a file beside this one, a line here and a line in `run`.
#[derive(Debug, Subcommand)]
enum Command {
    Prepare(prepare::Args),
    Quotas(quotas::Args),
    Mirror(mirror::Args),
    Forecast(forecast::Args),
    Check(check::Args),
    Repair(repair::Args),
    Compare(compare::Args),
    Lottery(lottery::Args),
    Draw(draw::Args),
    Roster(roster::Args),
    People(people::Args),
    Supplement(supplement::Args),
    Select(select::Args),
    Demo(demo::Args),
    Account(account::Args),
    Verify(verify::Args),
    Explain(explain::Args),
    Key(key::Args),
    Slip(slip::Args),
    Sessions(Box<sessions::Args>),
    Charter(deliberation::charter::Args),
    Topics(deliberation::topics::Args),
    Ballot(deliberation::ballot::Args),
    Delegates(deliberation::delegates::Args),
    Follow(Box<deliberation::follow::Args>),
    Programme(Box<programme::Args>),
    Invite(invite::Args),
}

fn run(command: &Command, talk: &Talk) -> Result<Exit, Halt> {
    match command {
        Command::Prepare(args) => prepare::run(args, talk),
        Command::Quotas(args) => quotas::run(args, talk),
        Command::Mirror(args) => mirror::run(args, talk),
        Command::Forecast(args) => forecast::run(args, talk),
        Command::Check(args) => check::run(args, talk),
        Command::Repair(args) => repair::run(args, talk),
        Command::Compare(args) => compare::run(args, talk),
        Command::Lottery(args) => lottery::run(args, talk),
        Command::Draw(args) => draw::run(args, talk),
        Command::Roster(args) => roster::run(args, talk),
        Command::People(args) => people::run(args, talk),
        Command::Supplement(args) => supplement::run(args, talk),
        Command::Select(args) => select::run(args, talk),
        Command::Demo(args) => demo::run(args, talk),
        Command::Account(args) => account::run(args, talk),
        Command::Verify(args) => verify::run(args, talk),
        Command::Explain(args) => explain::run(args, talk),
        Command::Key(args) => key::run(args, talk),
        Command::Slip(args) => slip::run(args, talk),
        Command::Sessions(args) => sessions::run(args, talk),
        Command::Charter(args) => deliberation::charter::run(args, talk),
        Command::Topics(args) => deliberation::topics::run(args, talk),
        Command::Ballot(args) => deliberation::ballot::run(args, talk),
        Command::Delegates(args) => deliberation::delegates::run(args, talk),
        Command::Follow(args) => deliberation::follow::run(args, talk),
        Command::Programme(args) => programme::run(args, talk),
        Command::Invite(args) => invite::run(args, talk),
    }
}

/// Everything from the command's arguments to its exit code.
pub fn main() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let lang = language::chosen(&given);
    announce_mistakes(lang);
    let exit = guarded(|| obey(lang, &given));
    ExitCode::from(exit.code())
}

/// One command, whose first argument is the name of the program, to its end.
pub fn obey(lang: Lang, given: &[OsString]) -> Exit {
    let (cli, outputs) = match read_arguments(lang, given) {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let talk = Talk::new(lang, cli.json, cli.quiet).with_details(cli.details);
    match outputs.outside().and_then(|()| run(&cli.command, &talk)) {
        Ok(exit) => exit,
        Err(halt) => halt.tell(&talk),
    }
}

/// The command line with everything below it.
pub fn command() -> clap::Command {
    Cli::command().mut_subcommands(with_negatives)
}

/// The command, and those below it, for which a negative number is a wrong number, not an unknown option.
fn with_negatives(command: clap::Command) -> clap::Command {
    let own =
        |arg: clap::Arg| if arg.get_action().takes_values() { arg.allow_negative_numbers(true) } else { arg };
    command.mut_args(own).mut_subcommands(with_negatives)
}

/// The command, or how it ends when it is wrong or asks for help. With `--json` what is wrong is an
/// object on standard output too.
fn read_arguments(lang: Lang, given: &[OsString]) -> Result<(Cli, Outputs), Exit> {
    let mut command = help::translated(command(), lang);
    let matches = command.try_get_matches_from_mut(given);
    let read = matches.and_then(|mut m| {
        let outputs = Outputs::of(&m);
        let cli = Cli::from_arg_matches_mut(&mut m).map_err(|e| e.format(&mut command))?;
        Ok((cli, outputs))
    });
    read.map_err(|error| {
        let json = given.iter().any(|arg| arg == "--json");
        let near = help::near_options(&self::command(), given, &error);
        let more =
            help::says_more(&near, &error) || help::grouped(&error).is_some() || help::no_number(&error);
        let own = lang != Lang::En || help::languages(&error) || more;
        let said = own.then(|| help::refusal(lang, &error, &near)).flatten();
        if let Some((wrong, details)) = said {
            let message = Message { headline: headline(lang, Grade::Stop, &wrong, "U-01"), details };
            return Halt::Said(Exit::Input, "U-01", message).tell(&Talk::new(lang, json, true));
        }
        print(&error);
        if !error.use_stderr() {
            return Exit::Done;
        }
        let text = error.to_string();
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let headline = lines.first().map_or("", |line| line.trim_start_matches("error: "));
        let details = lines.get(1..).unwrap_or_default();
        let _ = Talk::new(lang, json, true)
            .json(&serde_json::json!({ "error": { "code": "U-01", "text": headline, "details": details } }));
        Exit::Input
    })
}

/// Help to standard output, a wrong command to standard error.
#[cfg(not(target_family = "wasm"))]
fn print(error: &clap::Error) {
    // When nobody reads it there is nobody left to tell.
    let _ = error.print();
}

/// The same where there are no streams.
#[cfg(target_family = "wasm")]
fn print(error: &clap::Error) {
    let text = error.render().to_string();
    match error.use_stderr() {
        true => crate::io::say(&text),
        false => drop(crate::io::show(&text)),
    }
}

/// Runs `work`; a panic in it, which is always our own mistake, becomes [`Exit::Bug`]. Unwinding
/// lets files in the making be cleaned up.
pub fn guarded(work: impl FnOnce() -> Exit + UnwindSafe) -> Exit {
    panic::catch_unwind(work).unwrap_or(Exit::Bug)
}

/// Replaces the text of a panic by one that says whose mistake it is and what to do.
pub fn announce_mistakes(lang: Lang) {
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|l| (l.file(), l.line())).unwrap_or(("unknown", 0));
        // The panic's own text is left out: it could quote a cell of the pool.
        // Not `eprint!`, which would panic again when standard error is closed.
        crate::io::say(&mistake(lang, place.0, place.1));
    }));
}

/// What a person sees when the program itself fails at a line of its source.
fn mistake(lang: Lang, file: &str, line: u32) -> String {
    // Only the end of the path: the rest is of the machine that built the program.
    let mut end: Vec<&str> = file.rsplit(['/', '\\']).take(3).collect();
    end.reverse();
    let (wrong, mut details) = block(lang, "G-70", &[]);
    details.push(format!("geloot {}, {}:{line}", env!("CARGO_PKG_VERSION"), end.join("/")));
    Message { headline: headline(lang, Grade::Stop, &wrong, "G-70"), details }.block()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_panic_is_our_mistake() {
        let old = panic::take_hook();
        panic::set_hook(Box::new(|_| {}));
        let exit = guarded(|| panic!("on purpose"));
        panic::set_hook(old);
        assert_eq!(exit.code(), 70);
        assert_eq!(guarded(|| Exit::No).code(), 1);
        let text = mistake(Lang::En, "/home/someone/.cargo/registry/src/crate-1.0/src/lib.rs", 7);
        assert!(
            text.contains("mistake in the program, not in your data")
                && text.contains("crate-1.0/src/lib.rs:7")
        );
        assert!(!text.contains("someone"));
    }
}
