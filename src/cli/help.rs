//! Help and refusals of arguments in other languages than English. The English help is what the sources say of each
//! argument; `help.ftl` has the same, which a test compares, and every other language. Imports `words`.

use super::expected::{self, Expected};
use crate::words::catalogue::{Args, Lang, args, block, has, say, sentence};
use crate::words::parts::{list, names};
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use std::error::Error;
use std::ffi::OsString;

/// The command with its help in a language.
pub fn translated(mut command: Command, lang: Lang) -> Command {
    if lang == Lang::En {
        return command;
    }
    command.build();
    of_command(command, lang, "")
}

/// One command and those below it; `path` is what it is called, with hyphens: "sessions-check".
fn of_command(mut command: Command, lang: Lang, path: &str) -> Command {
    let key = command_key(path);
    if has(lang, &key) {
        let (about, rest) = block(lang, &key, &[]);
        if !rest.is_empty() {
            command = command.long_about(format!("{about}.\n\n{}", rest.join("\n\n")));
        }
        command = command.about(about);
    } else if path.rsplit('-').next() == Some("help") {
        command = command.about(say!(lang, "help-help"));
    }
    let usage = usage(lang, &mut command);
    command = command
        .override_usage(usage)
        .help_template(template(lang))
        .subcommand_help_heading(say!(lang, "help-commands"));
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    for name in names {
        let below = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command = command.mut_subcommand(&name, |sub| of_command(sub, lang, &below));
    }
    command.mut_args(|arg| of_arg(arg, lang, path))
}

/// How a command is called, with the two words in it that are no names.
fn usage(lang: Lang, command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
    usage
        .replace("[OPTIONS]", &say!(lang, "usage-word-options"))
        .replace("COMMAND", &say!(lang, "usage-word-command"))
}

fn template(lang: Lang) -> StyledStr {
    let usage = say!(lang, "help-usage");
    format!("{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}").into()
}

fn of_arg(arg: Arg, lang: Lang, path: &str) -> Arg {
    let heading = match arg.is_positional() {
        true => say!(lang, "help-arguments"),
        false => say!(lang, "help-options"),
    };
    let key = arg_key(lang, path, arg.get_id().as_str());
    if !has(lang, &key) {
        return arg.help_heading(heading);
    }
    let mut help = sentence(lang, &key, &[]);
    let shown = |values: Vec<String>| values.join(", ");
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let takes = arg.get_action().takes_values();
    if takes && !defaults.is_empty() && !arg.is_hide_default_value_set() {
        help.push_str(&format!(" [{}]", say!(lang, "help-default", value = shown(defaults))));
    }
    let possible: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if takes && !possible.is_empty() && !arg.is_hide_possible_values_set() {
        help.push_str(&format!(" [{}]", say!(lang, "help-possible", values = shown(possible))));
    }
    arg.help(help.clone())
        .long_help(help)
        .help_heading(heading)
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// The key of what a command is for.
pub fn command_key(path: &str) -> String {
    if path.is_empty() { "help-geloot".to_owned() } else { format!("help-{path}") }
}

/// The key of what an argument is: of this command, or what it is in most.
fn arg_key(lang: Lang, path: &str, id: &str) -> String {
    let id = id.replace('_', "-");
    let own = format!("help-{path}-{id}");
    if has(lang, &own) { own } else { format!("help-arg-{id}") }
}

/// What is wrong with the arguments, in a language: the first line and those below; `None` for what is left to the
/// parser's own words.
pub fn refusal(lang: Lang, error: &clap::Error, near: &[String]) -> Option<(String, Vec<String>)> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => Some(one.clone()),
        Some(ContextValue::Strings(several)) => Some(list(lang, several)),
        _ => None,
    };
    let arg = || text(ContextKind::InvalidArg).unwrap_or_default();
    let value = || text(ContextKind::InvalidValue).unwrap_or_default();
    let (key, args): (_, Args) = match error.kind() {
        ErrorKind::UnknownArgument => ("usage-unknown", args![arg = arg()]),
        ErrorKind::InvalidSubcommand => {
            let name = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            ("usage-no-command", args![name = name])
        }
        ErrorKind::MissingRequiredArgument => ("usage-missing", args![args = arg()]),
        ErrorKind::InvalidValue if value().is_empty() => ("usage-no-value", args![arg = arg()]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            // Nothing between quotation marks is seen; nothing alone is not.
            let given = Some(value()).filter(|given| !given.trim().is_empty());
            ("usage-invalid", args![arg = arg(), value = given.unwrap_or_else(|| "\"\"".to_owned())])
        }
        ErrorKind::ArgumentConflict => {
            let other = text(ContextKind::PriorArg).unwrap_or_default();
            match other == arg() {
                true => ("usage-twice", args![arg = other]),
                false => ("usage-conflict", args![arg = arg(), other = other]),
            }
        }
        ErrorKind::MissingSubcommand => ("usage-which-command", args![]),
        _ => return None,
    };
    let (wrong, mut details) = block(lang, key, &args);
    details.extend(wanted(lang, error));
    if languages(error) {
        return Some((wrong, vec![say!(lang, "usage-languages")]));
    }
    if let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue) {
        details.push(say!(lang, "usage-valid", values = names(lang, valid)));
    }
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    match (near, suggested.into_iter().find_map(text)) {
        ([_, ..], _) => details.push(say!(lang, "did-you-mean", near = either(lang, near))),
        ([], Some(near)) => details.push(say!(lang, "did-you-mean", near = near)),
        ([], None) => {}
    }
    details.push(say!(lang, "usage-help"));
    Some((wrong, details))
}

/// Whether the language that was asked for is the trouble: then nobody knows in which one to say so.
pub fn languages(error: &clap::Error) -> bool {
    let named =
        |kind| matches!(error.get(kind), Some(ContextValue::String(arg)) if arg.starts_with("--lang"));
    error.kind() == ErrorKind::InvalidValue && named(ContextKind::InvalidArg)
}

/// The whole number that was meant, where its digits are written in groups; the parser has no words for that.
pub fn grouped(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::InvalidValue) {
        Some(ContextValue::String(value)) if error.kind() == ErrorKind::ValueValidation => {
            expected::grouped(value)
        }
        _ => None,
    }
}

/// Whether a number was asked for and this is none, of which the parser has words for programmers alone.
pub fn no_number(error: &clap::Error) -> bool {
    let source =
        Some(error).filter(|error| error.kind() == ErrorKind::ValueValidation).and_then(Error::source);
    source.is_some_and(|source| source.downcast_ref::<Expected>().is_none())
}

/// What the value of an option should have been, as far as its parser says.
fn wanted(lang: Lang, error: &clap::Error) -> Option<String> {
    let source = Some(error).filter(|error| error.kind() == ErrorKind::ValueValidation)?.source()?;
    if let Some(expected) = source.downcast_ref::<Expected>() {
        return Some(expected.said(lang));
    }
    // "0 is not in 1..=100" is what the parser says of ranges.
    let said = source.to_string();
    let Some((_, range)) = said.split_once(" is not in ") else {
        let hint = grouped(error).unwrap_or_else(|| "none".to_owned());
        return Some(say!(lang, "usage-whole", hint = hint));
    };
    let (low, high) = range.split_once("..=").or_else(|| range.split_once(".."))?;
    // Where only what a number can hold is the end, there is none.
    let ends = high.parse().is_ok_and(|high: u64| high < u64::from(u32::MAX));
    let (low, high) = (low.to_owned(), if ends { high } else { "none" }.to_owned());
    Some(say!(lang, "usage-range", low = low, high = high))
}

/// The options of the command that was meant which are as near as any to one that it does not have; none where the parser
/// complains of something else.
pub fn near_options(command: &Command, given: &[OsString], error: &clap::Error) -> Vec<String> {
    let Some(ContextValue::String(wrong)) = error.get(ContextKind::InvalidArg) else { return Vec::new() };
    let Some(wrong) = wrong.strip_prefix("--").filter(|_| error.kind() == ErrorKind::UnknownArgument) else {
        return Vec::new();
    };
    let words: Vec<&str> = given.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let mut meant = command;
    for word in &words {
        meant = meant.find_subcommand(word).unwrap_or(meant);
    }
    let options = meant.get_arguments().filter_map(Arg::get_long);
    let far = |option: &str| strsim::osa_distance(wrong, option);
    // What is given already is not meant once more.
    let free = |option: &&str| !words.contains(&format!("--{option}").as_str());
    let mut near: Vec<(usize, &str)> = options.filter(free).map(|option| (far(option), option)).collect();
    near.retain(|(far, option)| *far <= 1 + option.len() / 5);
    let least = near.iter().map(|(far, _)| *far).min();
    near.retain(|(far, _)| Some(*far) == least);
    near.sort_unstable();
    near.into_iter().map(|(_, option)| format!("--{option}")).collect()
}

/// Whether these options are others than the one that the parser itself proposes.
pub fn says_more(near: &[String], error: &clap::Error) -> bool {
    match (near, error.get(ContextKind::SuggestedArg)) {
        ([], _) => false,
        ([only], Some(ContextValue::String(said))) => only != said,
        _ => true,
    }
}

/// "--seats or --sheet".
fn either(lang: Lang, names: &[String]) -> String {
    match names {
        [most @ .., last] if !most.is_empty() => {
            say!(lang, "either", most = most.join(", "), last = last.as_str())
        }
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_groups_of_digits_is_written_out() {
        for value in ["10.000", "10,000"] {
            let error = crate::cli::command().try_get_matches_from(["geloot", "lottery", "--tickets", value]);
            let error = error.unwrap_err();
            for lang in [Lang::En, Lang::Nl] {
                let (_, details) = refusal(lang, &error, &[]).unwrap();
                assert!(grouped(&error).is_some() && details[0].contains("10000"), "{details:?}");
            }
        }
    }

    fn near(args: &[&str]) -> Vec<String> {
        let given: Vec<OsString> = ["geloot"].iter().chain(args).map(OsString::from).collect();
        let error = crate::cli::command().try_get_matches_from(&given).unwrap_err();
        near_options(&crate::cli::command(), &given, &error)
    }

    #[test]
    fn options_that_are_as_near_as_any_are_proposed_of_the_command_that_was_meant() {
        assert_eq!(near(&["check", "--seets", "30"]), ["--seats"]);
        assert_eq!(near(&["draw", "dir", "--sed", "x"]), ["--seed"]);
        assert_eq!(near(&["sessions", "reseat", "dir", "--rond", "2"]), ["--round"]);
        assert!(near(&["check", "--unheard-of", "30"]).is_empty());
        assert!(near(&["check", "--seats", "many"]).is_empty(), "another fault");
    }
}
