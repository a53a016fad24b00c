//! `geloot programme`: assembly after assembly, over years. Imports `assembly`, `io`, `words` and its siblings.

mod add;
mod due;
mod erase;
mod explain;
mod new;
mod opening;
mod page;
mod pictures;
mod report;
mod tables;
mod verify;

use super::exit::{Exit, Halt};
use super::talk::Talk;

/// Keep a programme of assemblies over years: who was in which lottery, who is barred, whose turn a letter is, and whose
/// luck was how good, so that anybody can check it.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    New(new::Args),
    Due(Box<due::Args>),
    Add(Box<add::Args>),
    Report(report::Args),
    Erase(erase::Args),
    Explain(explain::Args),
    Verify(verify::Args),
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    match &args.command {
        Command::New(args) => new::run(args, talk),
        Command::Due(args) => due::run(args, talk),
        Command::Add(args) => add::run(args, talk),
        Command::Report(args) => report::run(args, talk),
        Command::Erase(args) => erase::run(args, talk),
        Command::Explain(args) => explain::run(args, talk),
        Command::Verify(args) => verify::run(args, talk),
    }
}
