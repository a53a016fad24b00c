//! The message catalogues: every sentence by its key, in English and in Dutch. A translator edits
//! `i18n/*/*.ftl` and no Rust; `tests/documents/catalogues.rs` holds both languages and the sources to the same keys and arguments.
//! Imports nothing of ours.
//!
//! The catalogues are those of Project Fluent (<https://projectfluent.org>): plurals and choices stand in the sentence,
//! by the rules of its language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

impl Lang {
    /// Every language, in the order of the catalogues.
    pub const ALL: [Self; 2] = [Self::En, Self::Nl];

    /// Its tag: "en", "nl".
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }

    /// The language that a tag or the name of a locale begins with: "nl", "nl-BE", "nl_NL.UTF-8"; `None` for a
    /// language that the program does not speak.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(language))
    }
}

/// Declares the files of the catalogues: the same names in every language.
macro_rules! catalogues {
    ($($file:literal),* $(,)?) => {
        /// The files of the catalogues: name, English, Dutch.
        pub const FILES: &[(&str, [&str; 2])] = &[
            $(($file, [include_str!(concat!("i18n/en/", $file)), include_str!(concat!("i18n/nl/", $file))])),*
        ];
    };
}

catalogues![
    "units.ftl",
    "faults.ftl",
    "figures.ftl",
    "claims.ftl",
    "proved.ftl",
    "became.ftl",
    "conflict.ftl",
    "sessions.ftl",
    "commands.ftl",
    "help.ftl",
    "reports.ftl",
    "sources.ftl",
    "acts.ftl",
    "refusals.ftl",
    "deliberation.ftl",
    "people.ftl",
    "account.ftl",
    "prepare.ftl",
    "programme.ftl",
    "invite.ftl",
    "page.ftl",
];

/// A whole number with its thousands grouped as the language does: 1,000,000 and 1.000.000. Two separators are the
/// whole of it, so no library of locales is carried for them.
pub fn number(lang: Lang, number: u64) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Nl => '.',
    };
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// An argument of a sentence: a text, or a whole number, which is written with its thousands grouped and chooses
/// between singular and plural. What must not be grouped (a row, a year, a draw's number) is given as text.
pub type Arg<'a> = FluentValue<'a>;

/// Arguments by their names.
pub type Args = Vec<(&'static str, Arg<'static>)>;

/// [`Args`]: `args![feature = quoted(feature), seats = 30]`.
macro_rules! args {
    ($($name:ident = $value:expr),* $(,)?) => {
        vec![$((stringify!($name), $crate::words::catalogue::Arg::from($value))),*] as $crate::words::catalogue::Args
    };
}
pub(crate) use args;

/// A whole number as an argument; beyond what a plural can turn on, as text.
pub fn count<'a>(lang: Lang, n: u64) -> Arg<'a> {
    const EXACT: u64 = 1 << 53;
    if n < EXACT { FluentValue::from(n as f64) } else { FluentValue::from(number(lang, n)) }
}

/// The sentence of `key` ("V-01", "V-01.title" for an attribute) in `lang`. A key or an argument that is missing is a
/// mistake of ours which the tests find; a person then sees the key and not nothing.
pub fn sentence(lang: Lang, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
    let bundle = bundle(lang);
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id);
    let pattern = match attribute {
        None => message.and_then(|message| message.value()),
        Some(name) => message.and_then(|m| m.get_attribute(name)).map(|attribute| attribute.value()),
    };
    let Some(pattern) = pattern else { return format!("[{key}]") };
    written(bundle, pattern, args)
}

/// A message of several lines: the sentence of `key`, and the parts of that key as the lines below it, in the order of
/// the catalogue. A line that comes out empty is left out.
pub fn block(lang: Lang, key: &str, args: &[(&'static str, Arg<'_>)]) -> (String, Vec<String>) {
    let bundle = bundle(lang);
    let Some(message) = bundle.get_message(key) else { return (format!("[{key}]"), Vec::new()) };
    let first = message.value().map_or(String::new(), |value| written(bundle, value, args));
    let lines = message.attributes().map(|line| written(bundle, line.value(), args));
    (first, lines.filter(|line| !line.is_empty()).collect())
}

fn written<'b>(
    bundle: &'b FluentBundle<FluentResource>,
    pattern: &'b Pattern<&'b str>,
    args: &[(&'static str, Arg<'_>)],
) -> String {
    let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "{text:?}: {errors:?}");
    text
}

/// Whether there is a sentence of this key.
pub fn has(lang: Lang, key: &str) -> bool {
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle(lang).get_message(id);
    message.is_some_and(|m| attribute.map_or(m.value().is_some(), |name| m.get_attribute(name).is_some()))
}

/// [`sentence`] with its arguments by name: `say!(lang, "V-01", file = quoted(file), seats = count(lang, seats))`. The key is
/// a literal, so that the tests see which sentences are used and with what.
macro_rules! say {
    ($lang:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::catalogue::sentence(
            $lang,
            $key,
            &[$((stringify!($name), $crate::words::catalogue::Arg::from($value))),*],
        )
    };
}
pub(crate) use say;

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] = [const { OnceLock::new() }; 2];
    BUNDLES[lang as usize].get_or_init(|| {
        let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Signs that isolate directions would stand in files and terminals; both languages run one way.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| grouped(Lang::En, value),
            Lang::Nl => |value, _| grouped(Lang::Nl, value),
        }));
        for (_, texts) in FILES {
            // What cannot be parsed is left out here, and makes the tests fail.
            let resource =
                FluentResource::try_new(texts[lang as usize].to_owned()).unwrap_or_else(|(part, _)| part);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

fn grouped(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(number(lang, n.value as u64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_the_start_of_a_locale() {
        let told = ["nl", "NL-be", "nl_NL.UTF-8", "en_GB", "C.UTF-8", "nld", ""].map(Lang::of_tag);
        assert_eq!(told, [Some(Lang::Nl), Some(Lang::Nl), Some(Lang::Nl), Some(Lang::En), None, None, None]);
    }

    #[test]
    fn numbers_choose_the_plural_and_are_grouped_as_the_reader_writes_them() {
        let people = |lang, n| say!(lang, "people", count = count(lang, n));
        assert_eq!(people(Lang::En, 1), "1 person");
        assert_eq!(people(Lang::En, 1_000_000), "1,000,000 people");
        assert_eq!(people(Lang::Nl, 1), "1 persoon");
        assert_eq!(people(Lang::Nl, 1_000_000), "1.000.000 personen");
        assert_eq!(people(Lang::Nl, u64::MAX), "18.446.744.073.709.551.615 personen");
    }

    #[test]
    fn what_is_missing_is_seen() {
        assert_eq!(sentence(Lang::En, "no-such-key", &[]), "[no-such-key]");
        assert!(!has(Lang::En, "people.no-such-part") && has(Lang::Nl, "people"));
    }
}
