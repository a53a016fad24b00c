//! What a value of an option should have been, for whoever typed another. Imports `panel`, `words`.

use crate::panel::{attrition, rates};
use crate::words::catalogue::{Args, Lang, args, sentence};
use std::fmt;

/// What was expected, as a sentence of the catalogues: said in English where the parser says it, and by
/// [`super::help::refusal`] in other languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    key: &'static str,
    /// What was probably meant.
    hint: Option<String>,
}

impl Expected {
    /// In a language.
    pub fn said(&self, lang: Lang) -> String {
        let args: Args = args![hint = self.hint.clone().unwrap_or_else(|| "none".to_owned())];
        sentence(lang, self.key, &args)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Lang::En))
    }
}

impl std::error::Error for Expected {}

/// A rate from 0 to 1.
///
/// # Errors
/// That it is none, with the percentage that may be meant: 15 as such can be no rate.
pub fn rate(text: &str) -> Result<f64, Expected> {
    rates::rate(text).ok_or_else(|| no_rate(text))
}

/// The same in millionths.
///
/// # Errors
/// The same.
pub fn millionths(text: &str) -> Result<u32, Expected> {
    attrition::rate(text).ok_or_else(|| no_rate(text))
}

fn no_rate(text: &str) -> Expected {
    let text = text.trim();
    let percentage = format!("{text}%");
    let hint = rates::rate(&percentage).filter(|rate| *rate > 0.0).map(|_| percentage);
    Expected { key: "usage-rate", hint }
}

/// A number of seats.
///
/// # Errors
/// That it is none.
pub fn seats(text: &str) -> Result<u32, Expected> {
    text.trim().parse().map_err(|_| Expected { key: "usage-seats", hint: None })
}

/// Two texts with a `=` between them.
///
/// # Errors
/// That there is none.
pub fn pair(text: &str) -> Result<(String, String), Expected> {
    let parts = text.split_once('=').map(|(left, right)| (left.trim(), right.trim()));
    match parts {
        Some((left, right)) if !left.is_empty() && !right.is_empty() => Ok((left.into(), right.into())),
        _ => Err(Expected { key: "usage-pair", hint: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_without_its_sign_is_asked_about() {
        for (text, hint) in [("15", "15%"), (" 90 ", "90%"), ("12,5", "12,5%")] {
            assert!(rate(text).unwrap_err().said(Lang::Nl).contains(hint), "{text}");
            assert!(millionths(text).unwrap_err().to_string().contains(hint), "{text}");
        }
        for text in ["150", "-3", "often", "15%%"] {
            assert_eq!(rate(text).unwrap_err().hint, None, "{text}");
        }
        assert_eq!((rate("0,15"), millionths("15%")), (Ok(0.15), Ok(150_000)));
    }
}
