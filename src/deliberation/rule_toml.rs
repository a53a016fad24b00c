//! A rule as a table of TOML. Imports `base` and its siblings.

use super::chance::Chance;
use super::rule::{
    ALL, BASES, COUNTED, EACH, HOLDS, KINDS, NUMBER, Plain, QUORUM, SECRECY, SHARES, TABLE, THAN, TIES,
};
use super::wrong::{Found, What};
use crate::base::fault::Place;
use crate::base::text::nearest;
use crate::seed::zone::Zone;
use toml::{Table, Value};

const KEYS: [&str; 15] = [
    "adopt",
    "all",
    "consensus",
    "counted",
    "each",
    "entitled",
    "kind",
    "most",
    "name",
    "of",
    "quorum",
    "secrecy",
    "share",
    "than",
    "ties",
];

impl Plain {
    /// A rule as a table of TOML: whatever it has of the wrong kind, or that means nothing, is told.
    /// `zone`: where times without an offset are.
    pub fn of_toml(table: &Table, zone: Option<Zone>, place: &Place, found: &mut Found) -> Self {
        let mut bad = |key: &'static str, words: &'static str| {
            found.push(What::Setting { table: TABLE, key, words }, place.clone());
        };
        let mut text = |key: &'static str, words: &'static str| match table.get(key) {
            None => None,
            Some(Value::String(text)) => Some(text.trim().to_owned()),
            Some(_) => {
                bad(key, words);
                None
            }
        };
        let (kind, name, secrecy) = (text("kind", KINDS), text("name", "a-b"), text("secrecy", SECRECY));
        let (of, share, than) = (text("of", BASES), text("share", SHARES), text("than", THAN));
        let (quorum, adopt) = (text("quorum", QUORUM), text("adopt", "10 best"));
        let held =
            |value: &Value| u32::try_from(value.as_integer()?).ok().filter(|number| HOLDS.contains(number));
        let mut number = |key: &'static str| match table.get(key).map(held) {
            None => None,
            Some(Some(number)) => Some(number),
            Some(None) => {
                let words = match key {
                    "each" => EACH,
                    "all" => ALL,
                    _ => NUMBER,
                };
                bad(key, words);
                None
            }
        };
        let (most, each, all) = (number("most"), number("each"), number("all"));
        let mut list = |key: &'static str, words: &'static str| match table.get(key) {
            None => None,
            Some(Value::Array(items)) => {
                let texts: Option<Vec<String>> =
                    items.iter().map(|item| item.as_str().map(|text| text.trim().to_owned())).collect();
                if texts.is_none() {
                    bad(key, words);
                }
                texts
            }
            Some(_) => {
                bad(key, words);
                None
            }
        };
        let (entitled, counted) = (list("entitled", "drawn"), list("counted", COUNTED));
        let consensus = match table.get("consensus") {
            None => None,
            Some(Value::Boolean(so)) => Some(*so),
            Some(_) => {
                bad("consensus", "true, false");
                None
            }
        };
        let ties = match table.get("ties") {
            None => None,
            Some(Value::String(word)) => Some(word.trim().to_owned()),
            Some(Value::Table(lot)) => Chance::of_toml(lot, zone).map(|chance| format!("lot {chance}")),
            Some(_) => None,
        };
        if table.contains_key("ties") && ties.is_none() {
            match table.get("ties").and_then(Value::as_table).and_then(What::few) {
                Some(few) => found.push(few, place.clone()),
                None => bad("ties", TIES),
            }
        }
        for key in table.keys().filter(|key| !KEYS.contains(&key.as_str())) {
            let near = nearest(key, KEYS).map(str::to_owned);
            found.push(What::Unknown { table: TABLE, key: key.clone(), near }, place.clone());
        }
        let (kind, name) = (kind.unwrap_or_default(), name.unwrap_or_default());
        let (secrecy, quorum) = (secrecy.unwrap_or_default(), quorum.unwrap_or_default());
        let entitled = entitled.unwrap_or_default();
        Self {
            adopt,
            all,
            consensus,
            counted,
            each,
            entitled,
            kind,
            most,
            name,
            of,
            quorum,
            secrecy,
            share,
            than,
            ties,
        }
    }
}
