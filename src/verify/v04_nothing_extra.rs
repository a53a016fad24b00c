//! V4. There is nothing in the public tier and among the seat plans but what belongs there: nothing that was slipped in, and
//! nothing frozen that the rules do not know, such as a list of names. An empty folder counts as a file
//! whose name ends in `/`.

use super::report::{Claim, Failure, Id, Step, Tally, not_checked};
use crate::bundle::chain::Shape;
use crate::bundle::{Folder, KINDS, files};
use crate::seed::Manifest;
use crate::sessions::record::{self, verify as seats};

const PUBLIC: [&str; 13] = [
    files::ABOUT,
    files::ASKED,
    files::CERTIFICATE,
    files::CHARTER_TEXT,
    files::CHARTER_TOML,
    files::CONFIRMED,
    files::EXCLUDED,
    files::LOTTERY,
    files::POOL,
    files::PREPARED,
    files::PROFILES,
    files::QUOTAS,
    files::RANGES,
];

/// What is frozen has one of these names, and whatever else is in the public tier is of a record of one of these kinds.
pub(super) fn of_public(folder: &Folder, manifest: &Manifest, frozen: &[&str], kinds: &[&Shape]) -> Tally {
    let mut tally = Tally::new(Id::NothingExtra);
    for entry in manifest.entries() {
        let known = frozen.contains(&entry.name.as_str()) || entry.name == files::SEALED_MANIFEST;
        tally.check(known, || Failure::Extra { file: entry.name.clone() });
    }
    for (name, _) in files::below(folder, files::PUBLIC) {
        // The folder of draws is there, and empty, when the first draw was interrupted.
        let own = [files::MANIFEST, files::COMMITMENT].contains(&name);
        let of_record = kinds.iter().any(|kind| kind.folder == name || kind.owns(name));
        let known = own || of_record || manifest.entry(name).is_some();
        tally.check(known, || Failure::Extra { file: format!("{}{name}", files::PUBLIC) });
    }
    tally
}

pub(super) fn check(folder: &Folder, manifest: &Step<Manifest>) -> Claim {
    let manifest = match manifest {
        Ok(manifest) => manifest,
        Err(why) => return not_checked(Id::NothingExtra, *why),
    };
    let mut tally = of_public(folder, manifest, &PUBLIC, &KINDS);
    for (name, _) in files::below(folder, files::SESSIONS) {
        let known = name.split_once('/').is_some_and(|(_, file)| {
            let file = of_change(file).unwrap_or(file);
            seats::FILES.contains(&file)
        });
        tally.check(known, || Failure::Extra { file: format!("{}{name}", files::SESSIONS) });
    }
    tally.claim()
}

/// The name of a file of a plan that was changed on the day, below the folder of its evening: `changes/N/FILE`.
fn of_change(path: &str) -> Option<&str> {
    let (number, file) = path.strip_prefix(record::CHANGES)?.split_once('/')?;
    crate::bundle::form::number::<u32>(number).filter(|&n| n > 0).map(|_| file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Outcome;
    use crate::verify::honest::{failure, outcome, record, refrozen};

    #[test]
    fn whatever_does_not_belong_there_is_named() {
        let frozen =
            refrozen(record(), Id::NothingExtra, |f| drop(f.insert("public/names.csv".into(), vec![])));
        assert_eq!(frozen, Failure::Extra { file: "names.csv".into() });
        for file in [
            "public/names.csv",
            "public/pool.csv.bak",
            "public/draws/notes.txt",
            "public/draws/1/names.csv",
            "public/draws/1/more/draw.json",
            "public/draws/0/draw.json",
            "public/draws/01/draw.json",
            "public/draws/1/events.csv",
            "public/trials/1/roster.json",
            "public/rosters/1/panel.csv",
            "public/continued/1/events.csv",
            "public/another/",
            "public/draws/3/",
            "sessions/notes.txt",
            "sessions/first/notes.txt",
        ] {
            let mut folder = record();
            folder.insert(file.into(), vec![]);
            assert_eq!(failure(&folder, Id::NothingExtra), Failure::Extra { file: file.into() });
        }
        for file in
            ["public/trials/7/reserves.csv", "public/draws/3/beacon.json", "sessions/a/cards.csv", "more.txt"]
        {
            let mut folder = record();
            folder.insert(file.into(), vec![]);
            assert_eq!(outcome(&folder, Id::NothingExtra), Outcome::Pass, "{file}");
        }
        // What is left of the folders when a first draw was interrupted.
        let mut folder = record();
        for kind in ["draws/", "trials/", "rosters/", "continued/"] {
            folder.retain(|name, _| !name.starts_with(&format!("public/{kind}")));
            folder.insert(format!("public/{kind}"), vec![]);
        }
        assert_eq!(outcome(&folder, Id::NothingExtra), Outcome::Pass);
    }

    #[test]
    fn changes_on_the_day_are_numbered_from_one() {
        for (path, file) in [
            ("changes/1/seatplan.csv", Some("seatplan.csv")),
            ("changes/12/x/y", Some("x/y")),
            ("changes/0/seatplan.csv", None),
            ("changes/01/seatplan.csv", None),
            ("changes/x/seatplan.csv", None),
            ("changes/1", None),
            ("seatplan.csv", None),
        ] {
            assert_eq!(of_change(path), file, "{path}");
        }
    }
}
