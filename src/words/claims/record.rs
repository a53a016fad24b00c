//! A record by its name. Imports the catalogues.

use crate::words::catalogue::{Lang, say};

/// A record by its name, such as "draw 1" or "list of events 2".
pub(super) fn record(lang: Lang, name: &str) -> String {
    let Some((kind, number)) = name.rsplit_once(' ') else { return name.to_owned() };
    match kind {
        "draw" => say!(lang, "record-draw", number = number),
        "trial" => say!(lang, "record-trial", number = number),
        "list of events" => say!(lang, "record-events", number = number),
        "supplement" => say!(lang, "record-supplement", number = number),
        "act" => say!(lang, "record-act", number = number),
        _ => name.to_owned(),
    }
}
