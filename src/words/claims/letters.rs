//! What can be wrong with a record of letters, and why a claim about it was not checked, in words of `claims.ftl`.

use crate::verify::Why;
use crate::verify::invite::{Lack, Wrong};
use crate::words::catalogue::{Lang, count, say};
use crate::words::quoted;

/// Why a claim about letters was not checked; nothing of another.
pub fn why_not(lang: Lang, why: Why) -> String {
    match why {
        Why::RestsOnLetters(n) => say!(lang, "why-rests-on", claim = format!("I{n}")),
        Why::Lacks(Lack::Letters) => say!(lang, "why-no-letters"),
        Why::Lacks(Lack::People) => say!(lang, "why-no-people"),
        Why::Lacks(Lack::Areas) => say!(lang, "why-no-areas"),
        Why::Lacks(Lack::Waves) => say!(lang, "why-no-waves"),
        _ => String::new(),
    }
}

/// What is wrong with a claim about letters.
pub fn wrong(lang: Lang, wrong: &Wrong, record: impl Fn(&str) -> String) -> String {
    match wrong {
        Wrong::Table { file, stratum } => {
            let stratum = stratum.map_or("none".to_owned(), |stratum| stratum.to_string());
            say!(lang, "fail-letters-table", file = quoted(file), stratum = stratum)
        }
        Wrong::Fact { fact } => say!(lang, "fail-letters-fact", fact = *fact),
        Wrong::ByHand { draw } => say!(lang, "fail-letters-by-hand", draw = record(draw)),
        Wrong::Other { draw } => say!(lang, "fail-letters-other", draw = record(draw)),
        Wrong::SameList { draw } => say!(lang, "fail-letters-same-list", draw = record(draw)),
        Wrong::BlankKeys { people } => say!(lang, "fail-letters-blank-keys", people = count(lang, *people)),
        Wrong::Place { draw, stratum, place } => say!(
            lang,
            "fail-letters-place",
            draw = record(draw),
            stratum = stratum.to_string(),
            place = count(lang, *place),
        ),
        Wrong::List { list } => say!(lang, "fail-letters-list", list = list.to_string()),
        Wrong::People { bucket } => say!(lang, "fail-letters-people", bucket = quoted(bucket)),
        Wrong::Keys { people } => say!(lang, "fail-letters-keys", people = count(lang, *people)),
        Wrong::NotOfList { file } => say!(lang, "fail-letters-not-of-list", file = quoted(file)),
        Wrong::Post { draw } => say!(lang, "fail-letters-post", draw = record(draw)),
        Wrong::OldWave { record: number, draw } => {
            say!(lang, "fail-letters-old-wave", record = number.to_string(), draw = record(draw))
        }
        Wrong::Wave { record, row } => {
            say!(lang, "fail-letters-wave", record = record.to_string(), row = row.to_string())
        }
    }
}
