//! V24, continued. Every supplement that a record names goes on from a draw and a list of events in it; a later one
//! says why it replaces the one before.

use super::report::{Failure, Remark, Tally};
use crate::base::digest::Digest;
use crate::bundle::continued::Facts;
use crate::bundle::form;
use crate::bundle::{Folder, files};
use crate::draw::RULES;
use crate::seed::Manifest;
use std::collections::BTreeSet;

/// A list of events: the digests of its manifest and of the draw's.
pub(super) struct List {
    pub digest: String,
    pub record: String,
}

/// The numbers of the folders of supplements.
pub(super) fn numbers(folder: &Folder) -> BTreeSet<u32> {
    super::v24_rosters::numbered(folder, files::CONTINUED)
}

/// Checks them all; what there is to say of them. `last` is the digest of the record of the last draw.
pub(super) fn check(
    folder: &Folder,
    commitment: &str,
    numbers: &BTreeSet<u32>,
    lists: &[List],
    last: Option<&str>,
    tally: &mut Tally,
) -> Option<Remark> {
    let mut previous: Option<Digest> = None;
    let mut found: Vec<Facts> = Vec::new();
    for n in 1..=numbers.last().copied().unwrap_or(0) {
        if !numbers.contains(&n) {
            tally.fail(Failure::Gap { draw: n });
            break;
        }
        match one(folder, n, commitment, lists, previous.as_ref()) {
            Ok((facts, digest)) => {
                tally.count(1);
                previous = Some(digest);
                found.push(facts);
            }
            Err(failure) => {
                tally.check(false, || failure);
                break;
            }
        }
    }
    let counts = found.last()?;
    let (line, annulled) = (counts.line(), last != Some(counts.record.as_str()));
    let because = found.iter().skip(1).map(|facts| facts.because.clone().unwrap_or_default());
    let replaced = found.iter().map(Facts::line).zip(because).collect();
    Some(Remark::Continued { line, annulled, replaced })
}

fn one(
    folder: &Folder,
    n: u32,
    commitment: &str,
    lists: &[List],
    previous: Option<&Digest>,
) -> Result<(Facts, Digest), Failure> {
    let name = format!("supplement {n}");
    let place = format!("{}{}{n}/", files::PUBLIC, files::CONTINUED);
    let torn = |file: &str| Failure::Record { draw: name.clone(), file: file.to_owned() };
    let wrong = |fact: &'static str| Failure::RecordFact { draw: name.clone(), fact };
    let get = |file: &str| folder.get(&format!("{place}{file}")).map(Vec::as_slice);
    let bytes = get(files::MANIFEST).ok_or_else(|| torn(files::MANIFEST))?;
    let manifest = Manifest::parse(bytes).ok_or_else(|| torn(files::MANIFEST))?;
    let [entry] = manifest.entries() else { return Err(torn(files::MANIFEST)) };
    let facts = get(files::CONTINUED_FACTS).filter(|facts| {
        entry.name == files::CONTINUED_FACTS
            && facts.len() as u64 == entry.size
            && Digest::of(facts) == entry.digest
    });
    let facts: Option<Facts> = facts.and_then(|bytes| form::read_facts(bytes).ok());
    let facts = facts.ok_or_else(|| torn(files::CONTINUED_FACTS))?;
    if facts.commitment != commitment {
        return Err(Failure::OtherLottery { draw: name });
    }
    if facts.previous != previous.map(Digest::to_string) {
        return Err(Failure::Chain { draw: name });
    }
    let list =
        lists.iter().find(|list| list.digest == facts.roster).ok_or_else(|| wrong("list of events"))?;
    for (fact, right) in [
        ("number", facts.continued == n),
        ("rules", facts.rules == RULES),
        ("draw", list.record == facts.record),
        ("reason or commitment", facts.sound()),
    ] {
        if !right {
            return Err(wrong(fact));
        }
    }
    Ok((facts, Digest::of(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Id;
    use crate::verify::honest::{failure, record, refitted, state};
    use serde_json::{Value, json};

    #[test]
    fn each_fact_of_a_supplement_is_held_against_the_record() {
        let wrong = |field: &str, value: Value| {
            refitted(Id::Rosters, "continued/2", |f| {
                state(f, "public/continued/2/continued.json", field, value)
            })
        };
        let (other, name) = (json!(Digest::of(b"another").to_string()), || "supplement 2".to_owned());
        let fact = |fact| Failure::RecordFact { draw: name(), fact };
        assert_eq!(wrong("commitment", other.clone()), Failure::OtherLottery { draw: name() });
        assert_eq!(wrong("previous", other.clone()), Failure::Chain { draw: name() });
        assert_eq!(wrong("previous", Value::Null), Failure::Chain { draw: name() });
        assert_eq!(wrong("roster", other.clone()), fact("list of events"));
        assert_eq!(wrong("record", other), fact("draw"));
        assert_eq!(wrong("continued", json!(3)), fact("number"));
        assert_eq!(wrong("rules", json!(2)), fact("rules"));
        for (field, value) in [
            ("because", Value::Null),
            ("because", json!("two\nlines")),
            ("supplement", json!("00")),
            ("supplement", own()),
        ] {
            assert_eq!(wrong(field, value), fact("reason or commitment"), "{field}");
        }
    }

    /// The commitment of the record itself, which it cannot go on from.
    fn own() -> Value {
        let facts: Value = serde_json::from_slice(&record()["public/continued/1/continued.json"]).unwrap();
        facts["commitment"].clone()
    }

    #[test]
    fn supplements_are_numbered_and_whole() {
        let torn = |file: &str| Failure::Record { draw: "supplement 2".into(), file: file.into() };
        for (file, complains) in
            [(files::CONTINUED_FACTS, files::CONTINUED_FACTS), (files::MANIFEST, files::MANIFEST)]
        {
            let path = format!("public/continued/2/{file}");
            let mut folder = record();
            folder.remove(&path);
            if file == files::MANIFEST {
                assert_eq!(failure(&folder, Id::Rosters), torn(complains));
            }
            let mut folder = record();
            folder.get_mut(&path).unwrap().push(b'\n');
            assert_eq!(failure(&folder, Id::Rosters), torn(complains));
        }
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("public/continued/1/"));
        assert_eq!(failure(&folder, Id::Rosters), Failure::Gap { draw: 1 });
        let two = refitted(Id::Rosters, "continued/2", |f| {
            drop(f.insert("public/continued/2/events.csv".into(), vec![]))
        });
        assert_eq!(two, torn(files::MANIFEST));
    }
}
