//! Faults and chances as JSON. Imports `base`, `sessions` and `words`.

use crate::base::fault::{Fault, Faults, Grade, Place};
use crate::invite::{self, Wrongs};
use crate::pool::Pool;
use crate::sessions::brief::people::Found;
use crate::sessions::wrong::Wrong;
use crate::words::catalogue::Lang;
use crate::words::{self, Message, sessions};
use serde_json::{Value, json};

/// All faults: code, grade, place and words of each; `count` rows of which `rows` are the first.
pub fn faults(lang: Lang, faults: &Faults) -> Value {
    faults.iter().map(|it| fault(lang, it)).collect()
}

/// The same of the files of a seat plan.
pub fn found(lang: Lang, found: &Found) -> Value {
    let wrong = |wrong: &Wrong| {
        one(wrong.what.code(), wrong.what.grade(), &wrong.place, sessions::message(lang, wrong))
    };
    found.faults.iter().map(|it| fault(lang, it)).chain(found.wrongs.0.iter().map(wrong)).collect()
}

/// The same of the files of a deliberation.
pub fn deliberation(lang: Lang, found: &crate::deliberation::wrong::Found) -> Value {
    let wrong = |wrong: &crate::deliberation::wrong::Wrong| {
        one(wrong.what.code(), wrong.what.grade(), &wrong.place, words::deliberation::message(lang, wrong))
    };
    found.faults.iter().map(|it| fault(lang, it)).chain(found.wrongs.iter().map(wrong)).collect()
}

/// The same of an invitation lottery.
pub fn letters(lang: Lang, wrongs: &Wrongs) -> Value {
    let wrong = |wrong: &invite::Wrong| {
        let message = words::invite::message(lang, wrong);
        one(wrong.what.code(), wrong.what.grade(), &wrong.place, message)
    };
    wrongs.0.iter().map(wrong).collect()
}

fn fault(lang: Lang, fault: &Fault) -> Value {
    one(fault.code(), fault.grade(), &fault.place, words::faults::message(lang, fault))
}

fn one(code: &str, grade: Grade, place: &Place, message: Message) -> Value {
    json!({
        "code": code,
        "grade": match grade {
            Grade::Stop => "stop",
            Grade::Check => "check",
            Grade::Note => "note",
        },
        "file": (!place.file.is_empty()).then_some(&place.file),
        "rows": place.rows.first,
        "more_rows": place.rows.more,
        "column": place.column,
        "cell": place.cell,
        "text": message.headline,
        "details": message.details,
    })
}

/// A quota row for programs.
pub fn quota_json(pool: &Pool, row: u32) -> Value {
    let values = pool.quotas().features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    let home = || json!({ "household": true });
    values.into_iter().nth(row as usize).map_or_else(home, |(feature, value)| {
        json!({ "feature": feature.name, "value": value.name, "min": value.min, "max": value.max })
    })
}
