//! What is public of a ledger, changed so that every digest fits: counts by feature that are not those of the record, and burdens
//! that are not those of the entry before and the counts.

use crate::lies::Spoiled;
use crate::second::agree;
use crate::support::{claims, copy, with};
use std::path::{Path, PathBuf};

/// The folder of the honest ledger and its lotteries: a draw is entry 3, letters are 2, hours 5, and 9 erases what there is of
/// somebody who had a seat and stayed.
fn honest() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/programme/tampered/honest")
}

/// A list of some entries of the honest ledger with one text in the place of another, and all that names them written anew.
fn forged(
    entries: std::ops::RangeInclusive<u32>,
    list: &str,
    from: &str,
    to: &str,
) -> (tempfile::TempDir, Spoiled) {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("ledger");
    copy(&honest().join("ledger"), &dir);
    let ledger = Spoiled { dir: dir.to_str().unwrap().to_owned() };
    for n in entries {
        let text = ledger.read(&format!("public/entries/{n}/{list}"));
        assert!(text.contains(from), "{text}");
        ledger.forge_list(n, list, text.replace(from, to).as_bytes());
    }
    (temp, ledger)
}

#[test]
fn counts_by_a_feature_are_those_of_the_record() {
    for (n, record, from, to) in [
        (3, "council-1", "kern,noord,30,3000", "kern,noord,1,1"),
        (3, "council-1", "kern,noord,30,3000", "kern,noord,30,2999"),
        (3, "council-1", "kern,noord,", "kern,west,"),
        (3, "council-1", "drawn,Raad,kern,…,6,0\n", ""),
        (3, "council-1", "drawn,Raad,kern,…,6,0\n", "drawn,Raad,kern,noord,6,0\n"),
        (3, "council-1", "pool,Raad,kern,noord,30,3000\npool,Raad,kern,zuid,30,3000\n", ""),
        (2, "letters-1", "kern,noord,6,0", "kern,noord,5,0"),
        (2, "letters-1", "letter,inwoners,kern,noord,6,0\nletter,inwoners,kern,zuid,6,0\n", ""),
    ] {
        let (_temp, ledger) = forged(n..=n, "counts.csv", from, to);
        let record = honest().join(record);
        let record = record.to_str().unwrap();
        assert_eq!(with(&claims(&ledger.dir, &[record], &[], true), "FAIL"), [4], "{from} to {to}");
        agree(&ledger.dir, &[record], &[]);
        // Without its record nobody can say.
        assert_eq!(with(&claims(&ledger.dir, &[], &[], true), "FAIL"), [0_u64; 0], "{from} to {to}");
    }
}

#[test]
fn nobody_counts_by_a_feature_that_the_rules_do_not_name() {
    let (_temp, ledger) = forged(3..=3, "counts.csv", ",kern,", ",inkomen,");
    assert_eq!(with(&claims(&ledger.dir, &[], &[], true), "FAIL"), [4]);
    agree(&ledger.dir, &[], &[]);
}

#[test]
fn a_burden_grows_by_what_the_counts_say() {
    let (served, more) = ("served,3,1440,480,691200", "served,3,2440,480,691200");
    for (entries, from, to) in [
        (5..=5, served, more),
        (5..=9, served, more),
        (5..=9, served, "served,3,1440,1441,691200"),
        (5..=9, served, "served,4,1440,480,691200"),
        (5..=9, served, "served,3,1440,480,691199"),
        (5..=9, served, "served,3,1440,480,2073601"),
        // It does not change where nothing is counted, and an erasure takes nothing from it, not even what it erased.
        (6..=6, served, "served,3,1440,481,691200"),
        (3..=9, "letter,", "Letter,"),
        (4..=4, "drawn,6,6,1,6", "drawn,13,13,1,13"),
        (9..=9, "letter,24,24,1,24", "letter,23,23,1,23"),
        (9..=9, served, "served,2,960,480,460800"),
        (9..=9, "drawn,8,8,1,8", "drawn,7,7,1,7"),
        (9..=9, "drawn,8,8,1,8", "drawn,9,9,1,9"),
    ] {
        let (_temp, ledger) = forged(entries.clone(), "burden.csv", from, to);
        let found = claims(&ledger.dir, &[], &[], true);
        assert_eq!(with(&found, "FAIL"), [4], "{entries:?} {from} to {to}");
        assert!(with(&found, "NOT CHECKED").contains(&12), "{found:?}");
        agree(&ledger.dir, &[], &[]);
    }
}

/// An erasure of other rows leaves what the rows say of hours as exact as it was.
#[test]
fn what_no_erasure_touched_stays_exact() {
    for to in ["served,3,1440,490,691200", "served,3,1440,480,700000", "served,2,1440,480,691200"] {
        let (_temp, ledger) = forged(5..=9, "burden.csv", "served,3,1440,480,691200", to);
        assert_eq!(with(&claims(&ledger.dir, &[], &[], true), "FAIL"), [12], "{to}");
        // Nobody without the rows can say.
        assert_eq!(with(&claims(&ledger.dir, &[], &[], false), "FAIL"), [0_u64; 0], "{to}");
        agree(&ledger.dir, &[], &[]);
    }
}
