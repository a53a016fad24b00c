//! Faults and chances as JSON. Imports `base` and `words`.

use crate::base::fault::{Fault, Faults, Grade};
use crate::words::en;
use serde_json::{Value, json};

/// All faults: code, grade, place and words of each; `count` rows of which `rows` are the first.
pub fn faults(faults: &Faults) -> Value {
    faults.iter().map(fault).collect()
}

fn fault(fault: &Fault) -> Value {
    let message = en::message(fault);
    let place = &fault.place;
    json!({
        "code": fault.code(),
        "grade": match fault.grade() {
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
