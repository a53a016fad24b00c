//! Which language a run speaks: what the command says, else the environment, else the system. Imports `words`.

use crate::words::catalogue::Lang;
use std::ffi::OsString;

/// The variable that chooses the language where the command does not.
const VARIABLE: &str = "GELOOT_LANG";

/// The language of a command with these arguments. It is found before they are parsed, because help and refusals of
/// arguments are in it too; what is no language is left for the parser to refuse.
pub fn chosen(args: &[OsString]) -> Lang {
    first_known(named(args).into_iter().chain(std::env::var(VARIABLE)).chain(locale())).unwrap_or_default()
}

/// The first of these that is a language which the program speaks.
fn first_known(mut tags: impl Iterator<Item = String>) -> Option<Lang> {
    tags.find_map(|tag| Lang::of_tag(&tag))
}

/// What `--lang` says: `--lang nl` or `--lang=nl`, the last one if there are several.
fn named(args: &[OsString]) -> Option<String> {
    let texts: Vec<&str> = args.iter().map_while(|arg| arg.to_str().filter(|arg| *arg != "--")).collect();
    let at = |(i, arg): (usize, &&str)| match *arg {
        "--lang" => texts.get(i + 1).map(|tag| (*tag).to_owned()),
        arg => arg.strip_prefix("--lang=").map(str::to_owned),
    };
    texts.iter().enumerate().filter_map(at).next_back()
}

/// The locale of messages: as POSIX says where a variable is set, else as the system does. The first variable that is
/// set decides, also if it names a language that the program does not speak.
fn locale() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).or_else(system)
}

#[cfg(not(target_family = "wasm"))]
fn system() -> Option<String> {
    sys_locale::get_locale()
}

/// A page says which language it is in.
#[cfg(target_family = "wasm")]
fn system() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(args: &[&str]) -> Option<String> {
        named(&args.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_command_names_a_language_in_two_ways() {
        assert_eq!(of(&["geloot", "check", "--lang", "nl"]).as_deref(), Some("nl"));
        assert_eq!(of(&["geloot", "--lang=en", "check", "--lang=nl"]).as_deref(), Some("nl"));
        assert_eq!((of(&["geloot", "check", "--lang"]), of(&["geloot", "--", "--lang", "nl"])), (None, None));
    }

    #[test]
    fn what_is_no_language_of_ours_is_passed_over() {
        let tags = ["C", "de_DE", "nl_NL.UTF-8", "en"].map(str::to_owned).into_iter();
        assert_eq!(first_known(tags), Some(Lang::Nl));
    }
}
