//! Single bytes changed at random over a whole public record.

use crate::agreement::agree_on_all;
use crate::support::*;
use geloot::bundle::Folder;
use geloot::verify::{Known, verify};
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};

/// Changes one byte of one public file, each byte of the record equally likely.
fn change(folder: &mut Folder, random: &mut SmallRng, of: &dyn Fn(&str) -> bool) -> String {
    let names: Vec<(String, usize)> =
        folder.iter().filter(|(n, _)| of(n)).map(|(n, b)| (n.clone(), b.len())).collect();
    let mut at = random.random_range(0..names.iter().map(|n| n.1).sum());
    for (name, size) in names {
        if at < size {
            folder.get_mut(&name).unwrap()[at] ^= random.random_range(1..=255u8);
            return format!("{name} at {at}");
        }
        at -= size;
    }
    unreachable!()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn ten_thousand_changed_bytes_are_all_detected() {
    let mut random = SmallRng::seed_from_u64(2026);
    let (mut detected, mut harmless) = (0, Vec::new());
    for base in [Base::Dice, Base::Counts] {
        let good = base.folder();
        let line = text(&good, "public/commitment.txt");
        for _ in 0..5_000 {
            let mut folder = good.clone();
            let place = change(&mut folder, &mut random, &|name| name.starts_with("public/"));
            if verify(&folder, &Known { published: Some(&line), ..Known::default() }).failed() {
                detected += 1;
            } else {
                harmless.push(place);
            }
        }
    }
    println!("changed bytes detected: {detected} of 10000; not detected: {harmless:?}");
    assert_eq!((detected, harmless.len()), (10_000, 0));
}

/// One bit of each byte of everything that the clerk has besides the public part, one after the other: the
/// sealed tier, the lists of the draw, of the draw that was annulled, and of the trial.
#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn every_changed_byte_of_the_clerks_files_is_detected() {
    let mut folder = Base::Dice.folder();
    let line = text(&folder, "public/commitment.txt");
    let names: Vec<(String, usize)> = folder
        .iter()
        .filter(|(name, _)| !name.starts_with("public/"))
        .map(|(name, bytes)| (name.clone(), bytes.len()))
        .collect();
    let (mut detected, mut harmless) = (0, Vec::new());
    for (name, size) in &names {
        for at in 0..*size {
            let bit = 1 << (at % 7);
            folder.get_mut(name).unwrap()[at] ^= bit;
            if verify(&folder, &Known { published: Some(&line), ..Known::default() }).failed() {
                detected += 1;
            } else {
                harmless.push(format!("{name} at {at}"));
            }
            folder.get_mut(name).unwrap()[at] ^= bit;
        }
    }
    println!("changed bytes of the clerk's files detected: {detected}; not detected: {harmless:?}");
    for part in ["annulled/1/", "trials/1/", "sealed/"] {
        assert!(names.iter().any(|(name, _)| name.starts_with(part)), "{part}");
    }
    assert!(detected > 5_000 && harmless.is_empty(), "{harmless:?}");
}

/// A cheat changes a byte of a frozen file and makes every digest fit. Most such changes are nonsense
/// that must be refused without a panic, and both programs must refuse the same.
#[test]
fn changed_bytes_with_digests_made_to_fit_never_panic_and_both_programs_agree() {
    let mut random = SmallRng::seed_from_u64(1);
    let (mut failed, mut passed, mut compared) = (0, 0, Vec::new());
    for round in 0..3_000 {
        let base = [Base::Dice, Base::Counts, Base::Undrawn][round % 3];
        let mut folder = base.folder();
        let frozen = |name: &str| {
            (name.starts_with("public/")
                && !name.starts_with("public/draws")
                && !name.starts_with("public/trials")
                && !name.ends_with("manifest.txt")
                && !name.ends_with("commitment.txt"))
                || (name.starts_with("sealed/") && !name.ends_with("manifest.txt"))
        };
        let place = change(&mut folder, &mut random, &frozen);
        folder.retain(|name, _| !name.starts_with("public/draws/") && !name.starts_with("public/trials/"));
        rehash(&mut folder);
        let report = verify(&folder, &Known::default());
        if report.failed() {
            failed += 1
        } else {
            passed += 1
        }
        if round % 4 == 0 {
            compared.push((place, folder));
        }
    }
    agree_on_all(&compared);
    println!("re-hashed changes: {failed} refused, {passed} leave a record that is as sound as before");
    assert!(failed > 2_000);
}

/// The same in the records of draws.
#[test]
fn changed_bytes_in_records_with_digests_made_to_fit_never_panic_and_both_programs_agree() {
    let mut random = SmallRng::seed_from_u64(3);
    let mut compared = Vec::new();
    for round in 0..600 {
        let (base, record) = [
            (Base::Dice, "draws/1"),
            (Base::Dice, "trials/1"),
            (Base::Beacon, "draws/1"),
            (Base::Counts, "draws/1"),
        ][round % 4];
        let mut folder = base.folder();
        let prefix = format!("public/{record}/");
        let place = change(&mut folder, &mut random, &|name| {
            name.starts_with(&prefix) && !name.ends_with("manifest.txt")
        });
        rehash_record(&mut folder, record);
        compared.push((place, folder));
    }
    agree_on_all(&compared);
}

/// A byte of any public file of any kind of record, and no digest made to fit: neither program is silent.
#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn a_changed_byte_is_passed_over_by_neither_program() {
    let mut random = SmallRng::seed_from_u64(11);
    let whole = crate::whole::whole();
    let bases: Vec<Folder> = Base::ALL.iter().map(|base| base.folder()).collect();
    let mut changed = Vec::new();
    for round in 0..120 {
        let mut folder = match round % 6 {
            4 => whole.first.clone(),
            5 => whole.second.clone(),
            base => bases[base].clone(),
        };
        // Small files as often as large ones.
        let names: Vec<String> = folder.keys().filter(|name| name.starts_with("public/")).cloned().collect();
        let name = &names[random.random_range(0..names.len())];
        let place = change(&mut folder, &mut random, &|other| other == name);
        assert!(verify(&folder, &Known::default()).failed(), "{place}");
        changed.push((place, folder));
    }
    agree_on_all(&changed);
}

/// Files that are made to make a reader fall over, under digests that fit.
#[test]
fn neither_program_falls_over_what_it_reads() {
    let deep = [b"[".repeat(100_000), b"{\"a\":".repeat(50_000)].concat();
    let hostile: [&[u8]; 9] = [
        b"",
        b"\n",
        b"\xff\xfe\x00",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b"{\n  \"rules\": 1e999999\n}\n",
        b"\"\"\"\",\"\x00\",,,\n",
        &deep,
    ];
    let mut records = Vec::new();
    let good = &crate::whole::whole().first;
    let names = good.keys().filter(|name| name.starts_with("public/") && !name.ends_with("commitment.txt"));
    for name in names {
        // Each file gets three of them, one after the other.
        for at in (0..3).map(|more| (records.len() + more) % hostile.len()).collect::<Vec<_>>() {
            let bytes = hostile[at];
            let mut folder = good.clone();
            folder.insert(name.clone(), bytes.to_vec());
            let record =
                ["draws/1", "draws/2", "trials/1", "rosters/1", "rosters/2", "continued/1", "continued/2"];
            match record.iter().find(|record| name.starts_with(&format!("public/{record}/"))) {
                Some(record) if !name.ends_with("manifest.txt") => rehash_record(&mut folder, record),
                None if !name.ends_with("manifest.txt") => rehash_files(&mut folder),
                _ => {}
            }
            assert!(verify(&folder, &Known::default()).failed(), "{name}, {at}");
            records.push((format!("{name}, {at}"), folder));
        }
    }
    assert!(records.len() > 60);
    agree_on_all(&records);
}
