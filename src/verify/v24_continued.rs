//! V24, continued. Every supplement that a record names goes on from a draw and a list of events in it; a later one
//! says why it replaces the one before.

use super::report::{Failure, Remark, Tally};
use super::walk::walk;
use crate::base::rules::Rules;
use crate::bundle::Folder;
use crate::bundle::chain::Link;
use crate::bundle::supplements::{CONTINUED, Facts};

/// A list of events: the digests of its manifest and of the draw's.
pub(super) struct List {
    pub digest: String,
    pub record: String,
}

/// Checks them all; what there is to say of them. `last` is the digest of the record of the last draw.
pub(super) fn check(
    folder: &Folder,
    commitment: &str,
    rules: Rules,
    lists: &[List],
    last: Option<&str>,
    tally: &mut Tally,
) -> Option<Remark> {
    let found = walk(folder, &CONTINUED, commitment, &[rules], tally, |link, _| one(link, lists));
    tally.count(found.len() as u64);
    let counts = found.last()?;
    let (line, annulled) = (counts.line(), last != Some(counts.record.as_str()));
    let because = found.iter().skip(1).map(|facts| facts.because.clone().unwrap_or_default());
    let replaced = found.iter().map(Facts::line).zip(because).collect();
    Some(Remark::Continued { line, annulled, replaced })
}

fn one(link: &Link<Facts>, lists: &[List]) -> Result<Facts, Failure> {
    let facts = &link.facts;
    let wrong = |fact| Failure::RecordFact { draw: format!("{} {}", CONTINUED.name, link.number), fact };
    let list = lists.iter().find(|list| list.digest == facts.roster);
    match list.ok_or_else(|| wrong("list of events"))?.record == facts.record {
        false => Err(wrong("draw")),
        true if !facts.holds() => Err(wrong("reason or commitment")),
        true => Ok(facts.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::Digest;
    use crate::bundle::files;
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

    #[test]
    fn what_went_on_from_a_draw_that_counts_is_not_annulled() {
        let report =
            crate::verify::verify(&crate::verify::honest::record(), &crate::verify::Known::default());
        let remarks = &report.claim(Id::Rosters).remarks;
        assert!(matches!(remarks[..], [Remark::Continued { annulled: false, .. }]), "{remarks:?}");
    }
}
