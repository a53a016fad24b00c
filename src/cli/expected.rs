//! What a value of an option should have been, for whoever typed another. Imports `assembly`, `base`, `panel`, `words`.

use crate::assembly::first_charter::{self, Chance};
use crate::base::text::blank;
use crate::panel::{attrition, rates};
use crate::words::catalogue::{Args, Lang, args, sentence};
use std::fmt;
use toml::value::Datetime;

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

/// Below this nobody means a percentage: 1.5 is a part of one that is too large.
const LEAST_PERCENTAGE: f64 = 0.02;

fn no_rate(text: &str) -> Expected {
    let text = text.trim();
    let percentage = format!("{}%", text.trim_end_matches('%'));
    let bare = percentage.len() > text.len();
    match rates::rate(&percentage) {
        Some(rate) if bare && rate >= LEAST_PERCENTAGE => {
            Expected { key: "usage-rate", hint: Some(percentage) }
        }
        _ if rates::number(text).is_some_and(|number| number > 1.0) => {
            Expected { key: "usage-rate-above", hint: Some(text.to_owned()) }
        }
        _ => Expected { key: "usage-rate", hint: None },
    }
}

/// The whole number that somebody wrote with a point, a comma or a space before each three of its digits: 10.000.
pub fn grouped(text: &str) -> Option<String> {
    let text = text.trim();
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut groups = text.split(sign).peekable();
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && digits(first))?;
    let sound = ".,' \u{a0}\u{202f}".contains(sign) && !first.starts_with('0') && groups.peek().is_some();
    let all = groups.all(|group| group.len() == 3 && digits(group));
    (sound && all).then(|| text.replace(sign, ""))
}

/// A number of seats.
///
/// # Errors
/// That it is none.
pub fn seats(text: &str) -> Result<u32, Expected> {
    text.trim().parse().map_err(|_| Expected { key: "usage-seats", hint: grouped(text) })
}

/// The heading of a column.
///
/// # Errors
/// That there is none: columns without a heading are not meant.
pub fn heading(text: &str) -> Result<String, Expected> {
    match blank(text) {
        true => Err(Expected { key: "usage-heading", hint: None }),
        false => Ok(text.to_owned()),
    }
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

/// A source of the seed as somebody types it: `text`, `ticket`, `contributions`, `dice:6x10` (six dice of ten sides),
/// `lotto:6/45` (six numbers up to 45) or `drand:2027-03-02T20:00:00+01:00`.
///
/// # Errors
/// That it is none.
pub fn chance(text: &str) -> Result<Chance, Expected> {
    let (word, facts) = text.trim().split_once(':').unwrap_or((text.trim(), ""));
    let numbers = |sign| {
        let (one, other) = facts.split_once(sign)?;
        Some((one.trim().parse().ok()?, other.trim().parse().ok()?))
    };
    let read = match word {
        "text" if facts.is_empty() => Some(Chance::Text),
        "ticket" if facts.is_empty() => Some(Chance::Ticket),
        "contributions" if facts.is_empty() => Some(Chance::Contributions),
        "dice" => numbers('x').map(|(count, sides)| Chance::Dice { count, sides }),
        "lotto" => numbers('/').map(|(count, most)| Chance::Lotto { count, most }),
        "drand" if facts.is_empty() => Some(Chance::Drand { time: None }),
        "drand" => first_charter::moment(facts).map(|time| Chance::Drand { time: Some(time) }),
        _ => None,
    };
    read.ok_or(Expected { key: "usage-chance", hint: None })
}

/// A day or a moment as charters write it, or a day as people write it.
///
/// # Errors
/// That it is none.
pub fn moment(text: &str) -> Result<Datetime, Expected> {
    first_charter::moment(text).ok_or(Expected { key: "usage-moment", hint: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_nothing_is_none() {
        for text in ["", " ", "\u{a0}"] {
            assert!(heading(text).unwrap_err().said(Lang::Nl).contains("leeg"), "{text:?}");
        }
        assert_eq!(heading("nummer").unwrap(), "nummer");
    }

    #[test]
    fn a_percentage_without_its_sign_is_asked_about() {
        for (text, hint) in [("15", "15%"), (" 90 ", "90%"), ("12,5", "12,5%")] {
            assert!(rate(text).unwrap_err().said(Lang::Nl).contains(hint), "{text}");
            assert!(millionths(text).unwrap_err().to_string().contains(hint), "{text}");
        }
        for text in ["-3", "often", "15%%"] {
            assert_eq!(rate(text).unwrap_err(), Expected { key: "usage-rate", hint: None }, "{text}");
        }
        // More than all there is: no percentage is meant.
        for text in ["150", "1.5", "1,2", "150%"] {
            let wrong = Expected { key: "usage-rate-above", hint: Some(text.to_owned()) };
            assert_eq!(rate(text), Err(wrong), "{text}");
            assert!(millionths(text).unwrap_err().said(Lang::Nl).contains("meer dan 100%"), "{text}");
        }
        assert_eq!((rate("0,15"), millionths("15%")), (Ok(0.15), Ok(150_000)));
    }

    #[test]
    fn a_number_in_groups_of_digits_is_known() {
        for text in ["10.000", "10,000", "10 000", "10'000", "10\u{a0}000", " 10.000 "] {
            assert_eq!(grouped(text).as_deref(), Some("10000"), "{text}");
        }
        assert_eq!(grouped("1.000.000").as_deref(), Some("1000000"));
        for text in ["10000", "10.00", "10.5", "0.500", "1.000,000", "ten", "", "1000.000", ".000", "-1.000"]
        {
            assert_eq!(grouped(text), None, "{text}");
        }
        assert!(seats("1.000").unwrap_err().said(Lang::Nl).contains("1000"));
    }

    #[test]
    fn a_source_is_typed_with_its_facts() {
        assert_eq!(chance("dice:6x10"), Ok(Chance::Dice { count: 6, sides: 10 }));
        assert_eq!(chance(" lotto:6 / 45 "), Ok(Chance::Lotto { count: 6, most: 45 }));
        assert_eq!(chance("drand"), Ok(Chance::Drand { time: None }));
        let time = Some(moment("2027-03-02T20:00:00+01:00").unwrap());
        assert_eq!(chance("drand:2027-03-02T20:00:00+01:00"), Ok(Chance::Drand { time }));
        for text in
            ["", "dice", "dice:6", "dice:6x-1", "text:words", "drand:tomorrow", "coin", "drand:1\nx=2"]
        {
            assert_eq!(chance(text), Err(Expected { key: "usage-chance", hint: None }), "{text}");
        }
        let day = moment("2027-03-02");
        assert!(day.is_ok());
        for text in ["2-3-2027", "02/03/2027", "2 maart 2027"] {
            assert_eq!(moment(text), day, "{text}");
        }
        assert!(moment("31-2-2027").is_err());
        assert!(moment("2 maart").unwrap_err().said(Lang::Nl).contains("2027"));
    }
}
