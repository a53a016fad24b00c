//! What a plan's folder claims, in words. Imports `sessions` and `words`.

use crate::sessions::verify::{Claim, Outcome};
use crate::words::sessions as words;
use serde_json::{Value, json};

/// For programs.
pub fn json(claims: &[(Claim, Outcome)]) -> Value {
    let one = |(claim, outcome): &(Claim, Outcome)| {
        let holds = match outcome {
            Outcome::Holds => Some(true),
            Outcome::Fails(..) => Some(false),
            Outcome::NotChecked(_) => None,
        };
        let (code, title) = words::claim(*claim);
        json!({ "code": code, "title": title, "holds": holds, "found": words::outcome(*claim, outcome) })
    };
    claims.iter().map(one).collect()
}

/// As lines.
pub fn text(claims: &[(Claim, Outcome)]) -> String {
    let line = |(claim, outcome): &(Claim, Outcome)| {
        let answer = match outcome {
            Outcome::Holds => "holds",
            Outcome::Fails(..) => "FAILS",
            Outcome::NotChecked(_) => "not checked",
        };
        let (code, title) = words::claim(*claim);
        format!("{code}  {answer:11}  {title}: {}.\n", words::outcome(*claim, outcome))
    };
    let open = claims.iter().filter(|(_, outcome)| matches!(outcome, Outcome::NotChecked(_))).count();
    let so = match open {
        0 => String::new(),
        1 => "What one of these says could not be checked, so the answer is no.\n".to_owned(),
        _ => format!("What {open} of these say could not be checked, so the answer is no.\n"),
    };
    claims.iter().map(line).collect::<String>() + &so + "\n"
}
