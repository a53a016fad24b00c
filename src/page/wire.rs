//! A request and an answer as bytes: the length of a header in four bytes, least first; the header, which is JSON; then
//! the bytes of the files that the header names, one after another. Imports nothing of ours.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;

/// What the page asks for.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Request {
    /// Which act: `run`, `labels` or `look`.
    pub act: String,
    /// For `run`: the arguments of a command, without the name of the program.
    #[serde(default)]
    pub command: Vec<String>,
    /// The language: `en` or `nl`.
    #[serde(default)]
    pub lang: String,
    /// Whether messages name the fields of the page where they would name options.
    #[serde(default)]
    pub buttons: bool,
    /// The clock of the page, in seconds since the start of 1970.
    #[serde(default)]
    pub now: i64,
    /// Random bytes of the page, in hexadecimal digits. An act takes what it needs.
    #[serde(default)]
    pub random: String,
    /// Names of files, and how many bytes each has.
    #[serde(default)]
    pub files: Vec<(String, usize)>,
}

/// What the page gets.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Answer {
    /// The exit code of the command.
    pub exit: u8,
    /// What is shown: data for people.
    #[serde(default)]
    pub shown: String,
    /// What is said beside it: faults, notes, refusals.
    #[serde(default)]
    pub said: String,
    /// The same for programs.
    #[serde(default)]
    pub data: Value,
    /// Files that are new or changed, and how many bytes each has.
    #[serde(default)]
    pub files: Vec<(String, usize)>,
    /// Files that are gone: moved, or replaced by others.
    #[serde(default)]
    pub gone: Vec<String>,
}

/// The header of a message, and where in it each file lies that it names; `None` if it is not as this page says.
pub fn read<H: for<'a> Deserialize<'a>>(
    bytes: &[u8],
    files: impl Fn(&H) -> &[(String, usize)],
) -> Option<(H, BTreeMap<String, Range<usize>>)> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (header, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let mut at = 4 + header.len();
    let end = at + rest.len();
    let header: H = serde_json::from_slice(header).ok()?;
    let mut found = BTreeMap::new();
    for (name, length) in files(&header) {
        let after = at.checked_add(*length).filter(|&after| after <= end)?;
        found.insert(name.clone(), at..after);
        at = after;
    }
    (at == end).then_some((header, found))
}

/// A message of this header, which names these files in their order.
pub fn write<H: Serialize>(header: &H, files: Vec<Vec<u8>>) -> Vec<u8> {
    let header = serde_json::to_vec(header).unwrap_or_default();
    let mut bytes = Vec::with_capacity(4 + header.len() + files.iter().map(Vec::len).sum::<usize>());
    bytes.extend((header.len() as u32).to_le_bytes());
    bytes.extend(header);
    // Each is let go of once it stands there: a large one is not in memory twice for longer than it must.
    files.into_iter().for_each(|file| bytes.extend(file));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_and_a_torn_one_does_not() {
        let files = vec![("a.csv".to_owned(), 3), ("b/c.csv".to_owned(), 0), ("d".to_owned(), 2)];
        let request = Request { act: "run".into(), files, ..Request::default() };
        let bytes = write(&request, vec![b"one".to_vec(), vec![], b"23".to_vec()]);
        let (again, found) = read::<Request>(&bytes, |r| &r.files).unwrap();
        let file = |name: &str| &bytes[found[name].clone()];
        assert_eq!((again.act.as_str(), file("a.csv"), file("d")), ("run", &b"one"[..], &b"23"[..]));
        for length in 0..bytes.len() {
            assert!(read::<Request>(&bytes[..length], |r| &r.files).is_none(), "{length} bytes of it");
        }
        assert!(read::<Request>(&[&bytes[..], b"!"].concat(), |r| &r.files).is_none());
    }
}
