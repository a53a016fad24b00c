//! What a plan's folder claims, in words. Imports `sessions` and `words`.

use crate::sessions::record::verify::{Claim, Outcome};
use crate::words::catalogue::{Lang, say};
use crate::words::sessions as words;
use serde_json::{Value, json};

/// For programs.
pub fn json(lang: Lang, claims: &[(Claim, Outcome)]) -> Value {
    let one = |(claim, outcome): &(Claim, Outcome)| {
        let holds = match outcome {
            Outcome::Holds => Some(true),
            Outcome::Fails(..) => Some(false),
            Outcome::NotChecked(_) => None,
        };
        let (code, title) = words::claim(lang, *claim);
        json!({ "code": code, "title": title, "holds": holds, "found": words::outcome(lang, *claim, outcome) })
    };
    claims.iter().map(one).collect()
}

/// As lines.
pub fn text(lang: Lang, claims: &[(Claim, Outcome)]) -> String {
    let line = |(claim, outcome): &(Claim, Outcome)| {
        let answer = match outcome {
            Outcome::Holds => say!(lang, "claim-holds"),
            Outcome::Fails(..) => say!(lang, "claim-fails"),
            Outcome::NotChecked(_) => say!(lang, "claim-open"),
        };
        let (code, title) = words::claim(lang, *claim);
        format!("{code}  {answer:11}  {title}: {}.\n", words::outcome(lang, *claim, outcome))
    };
    let open = claims.iter().filter(|(_, outcome)| matches!(outcome, Outcome::NotChecked(_))).count();
    let so = match open {
        0 => String::new(),
        open => format!("{}\n", say!(lang, "claims-open", count = open)),
    };
    claims.iter().map(line).collect::<String>() + &so + "\n"
}
