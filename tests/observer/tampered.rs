//! One thing changed after the fact, by somebody who does not (or not fully) make the digests fit:
//! each change makes one claim fail, the one it names, and no other.

use crate::agreement::agree;
use crate::support::*;
use geloot::bundle::Folder;
use geloot::seed::drand::Chain;
use geloot::verify::{Id, Known, verify};

/// A change to a good record, and the claim that must fail for it.
pub struct Tamper {
    pub name: &'static str,
    pub base: Base,
    pub claim: Id,
    pub change: fn(&mut Folder),
    /// What somebody holds who has the published line.
    pub line: Line,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Line {
    /// Nobody asks.
    None,
    /// The line of the record before it was changed.
    Published,
}

const fn tamper(name: &'static str, base: Base, claim: Id, change: fn(&mut Folder)) -> Tamper {
    Tamper { name, base, claim, change, line: Line::None }
}

const fn published(name: &'static str, base: Base, claim: Id, change: fn(&mut Folder)) -> Tamper {
    Tamper { name, base, claim, change, line: Line::Published }
}

fn swap_rows(folder: &mut Folder, file: &str, a: usize, b: usize) {
    edit_rows(folder, file, |rows| rows.swap(a, b));
}

/// Some other row of the public pool with the same features as `row`, so that every quota still holds.
fn look_alike(folder: &Folder, taken: &[Vec<String>]) -> (usize, Vec<String>) {
    let pool = rows(folder, "public/pool.csv");
    for (at, row) in taken.iter().enumerate().skip(1) {
        let other = pool[1..].iter().find(|p| p[1..] == row[1..] && !taken.contains(p));
        if let Some(other) = other {
            return (at, other.clone());
        }
    }
    panic!("nobody outside the panel is like anybody on it");
}

fn record(folder: &mut Folder, record: &str, from: &str, to: &str) {
    replace(folder, &format!("public/{record}/draw.json"), from, to);
    rehash_record(folder, record);
}

pub const ALL: &[Tamper] = &[
    // The frozen files.
    tamper("a row of the pool moved", Base::Dice, Id::Files, |f| swap_rows(f, "public/pool.csv", 3, 4)),
    tamper("a person's region changed", Base::Dice, Id::Files, |f| {
        replace(f, "public/pool.csv", "north", "south")
    }),
    tamper("a person struck out", Base::Dice, Id::Files, |f| {
        edit_rows(f, "public/pool.csv", |r| drop(r.remove(5)))
    }),
    tamper("a person added", Base::Dice, Id::Files, |f| {
        edit_rows(f, "public/pool.csv", |r| r.push(r[5].clone()))
    }),
    tamper("a quota loosened", Base::Dice, Id::Files, |f| {
        replace(f, "public/quotas.csv", "young,2,3", "young,1,3")
    }),
    tamper("a profile's count changed", Base::Counts, Id::Files, |f| {
        edit_rows(f, "public/profiles.csv", |r| r[1][1] = "9".into())
    }),
    tamper("the order of tickets changed", Base::Dice, Id::Files, |f| {
        swap_rows(f, "public/lottery.csv", 1, 2)
    }),
    tamper("tickets moved between two panels", Base::Dice, Id::Files, |f| {
        edit_rows(f, "public/lottery.csv", |r| {
            let last: u64 = r[1][1].parse().unwrap();
            (r[1][1], r[2][0]) = ((last + 1).to_string(), (last + 2).to_string());
        })
    }),
    tamper("a multiplier of the certificate changed", Base::Dice, Id::Files, |f| {
        replace(f, "public/certificate.json", "\"seats\":", "\"seats\":1")
    }),
    tamper("the charter's source changed", Base::Dice, Id::Files, |f| {
        replace(f, "public/charter.toml", "count = 3", "count = 4")
    }),
    tamper("older rules", Base::Dice, Id::Files, |f| {
        replace(f, "public/about.json", "\"rules\": 1", "\"rules\": 0")
    }),
    tamper("a file of the public part missing", Base::Beacon, Id::Files, |f| {
        drop(f.remove("public/lottery.csv"))
    }),
    tamper("a truncated file", Base::Beacon, Id::Files, |f| {
        f.get_mut("public/pool.csv").unwrap().truncate(100)
    }),
    tamper("an empty file", Base::Beacon, Id::Files, |f| f.get_mut("public/about.json").unwrap().clear()),
    // The manifest and the commitment.
    tamper("a digest in the manifest changed", Base::Dice, Id::Commitment, |f| {
        let at = f["public/manifest.txt"].iter().position(|&b| b == b'\n').unwrap() + 14;
        f.get_mut("public/manifest.txt").unwrap()[at + 30] ^= 1;
    }),
    tamper("a file struck from the manifest", Base::Dice, Id::Commitment, |f| {
        let line = text(f, "public/manifest.txt");
        let lines: Vec<&str> = line.lines().collect();
        let kept = [&lines[..3], &lines[5..]].concat().join("\n") + "\n";
        f.insert("public/manifest.txt".into(), kept.into_bytes());
    }),
    tamper("the commitment of another lottery", Base::Dice, Id::Commitment, |f| {
        f.insert("public/commitment.txt".into(), Base::Beacon.folder()["public/commitment.txt"].clone());
    }),
    tamper("no manifest", Base::Dice, Id::Commitment, |f| drop(f.remove("public/manifest.txt"))),
    tamper("no commitment", Base::Dice, Id::Commitment, |f| drop(f.remove("public/commitment.txt"))),
    published("the record of another lottery", Base::Dice, Id::Published, |f| *f = Base::Beacon.folder()),
    published("all digests made to fit a changed charter", Base::Undrawn, Id::Published, |f| {
        replace(f, "public/charter.toml", "ticket", "text");
        rehash(f);
    }),
    // What does not belong there.
    tamper("a file slipped into the public part", Base::Dice, Id::NothingExtra, |f| {
        drop(f.insert("public/names.csv".into(), b"id,name\n".to_vec()))
    }),
    tamper("a file slipped into the sealed part", Base::Dice, Id::Sealed, |f| {
        drop(f.insert("sealed/pool-old.csv".into(), vec![]))
    }),
    tamper("a file slipped into the draws", Base::Dice, Id::NothingExtra, |f| {
        drop(f.insert("public/draws/notes.txt".into(), vec![]))
    }),
    tamper("a draw 0", Base::Dice, Id::NothingExtra, |f| {
        drop(f.insert("public/draws/0/draw.json".into(), vec![]))
    }),
    tamper("an empty folder in the public part", Base::Dice, Id::NothingExtra, |f| {
        drop(f.insert("public/old/".into(), vec![]))
    }),
    tamper("an empty folder among the draws", Base::Beacon, Id::NothingExtra, |f| {
        drop(f.insert("public/draws/2/".into(), vec![]))
    }),
    // The records of draws.
    tamper("a digit of the seed changed", Base::Dice, Id::Records, |f| {
        replace(f, "public/draws/1/draw.json", "\"seed\": \"", "\"seed\": \"0")
    }),
    tamper("the winning ticket changed", Base::Beacon, Id::Records, |f| {
        replace(f, "public/draws/1/draw.json", "\"ticket\": ", "\"ticket\": 1")
    }),
    tamper("a person of the panel exchanged", Base::Beacon, Id::Records, |f| {
        let panel = rows(f, "public/draws/1/panel.csv");
        let (at, other) = look_alike(f, &panel);
        edit_rows(f, "public/draws/1/panel.csv", |r| r[at] = other);
    }),
    tamper("the first draw left out", Base::Dice, Id::Records, |f| {
        f.retain(|name, _| !name.starts_with("public/draws/1/"))
    }),
    tamper("the two draws exchanged", Base::Dice, Id::Records, |f| {
        for file in ["draw.json", "panel.csv", "manifest.txt"] {
            let (one, two) = (format!("public/draws/1/{file}"), format!("public/draws/2/{file}"));
            let (a, b) = (f[&one].clone(), f[&two].clone());
            f.insert(one, b);
            f.insert(two, a);
        }
    }),
    tamper("no manifest of a draw", Base::Beacon, Id::Records, |f| {
        drop(f.remove("public/draws/1/manifest.txt"))
    }),
    tamper("no panel of a draw", Base::Beacon, Id::Records, |f| drop(f.remove("public/draws/1/panel.csv"))),
    tamper("a beacon put to a draw with dice", Base::Dice, Id::Records, |f| {
        f.insert(
            "public/draws/1/beacon.json".into(),
            Base::Beacon.folder()["public/draws/1/beacon.json"].clone(),
        );
    }),
    tamper("a draw replayed from another lottery", Base::Undrawn, Id::Records, |f| {
        let other = Base::Beacon.folder();
        f.extend(other.into_iter().filter(|(name, _)| name.starts_with("public/draws/")));
    }),
    tamper("the reason for drawing again changed", Base::Dice, Id::Records, |f| {
        replace(f, "public/draws/2/draw.json", "hall", "room")
    }),
    tamper("the reason for drawing again taken away", Base::Dice, Id::Records, |f| {
        record(
            f,
            "draws/2",
            "\"because\": \"The hall had to be cleared during the draw.\"",
            "\"because\": null",
        )
    }),
    tamper("a draw that follows from another first draw", Base::Dice, Id::Records, |f| {
        record(f, "draws/1", "\"program\": \"geloot ", "\"program\": \"gelooT ")
    }),
    tamper("a trial made to look like a draw", Base::Dice, Id::Records, |f| {
        record(f, "trials/1", "\"void\": true", "\"void\": false")
    }),
    tamper("a trial's panel without its mark", Base::Dice, Id::Panel, |f| {
        edit_rows(f, "public/trials/1/panel.csv", |r| r.iter_mut().for_each(|row| drop(row.remove(0))));
        rehash_record(f, "trials/1");
    }),
    // The same with the digests of the record made to fit.
    tamper("another seed, digests made to fit", Base::Beacon, Id::Seed, |f| {
        let seed = Base::Dice.folder();
        let other = text(&seed, "public/draws/1/draw.json");
        let digits = other.split("\"seed\": \"").nth(1).unwrap()[..64].to_owned();
        let own = text(f, "public/draws/1/draw.json").split("\"seed\": \"").nth(1).unwrap()[..64].to_owned();
        record(f, "draws/1", &own, &digits);
    }),
    tamper("another winning ticket, digests made to fit", Base::Counts, Id::Ticket, |f| {
        let own = text(f, "public/draws/1/draw.json");
        let ticket = own.split("\"ticket\": ").nth(1).unwrap().split(',').next().unwrap();
        let other = if ticket == "7" { "8" } else { "7" };
        let (from, to) = (format!("\"ticket\": {ticket},"), format!("\"ticket\": {other},"));
        record(f, "draws/1", &from, &to);
    }),
    tamper("another panel that meets all quotas, digests made to fit", Base::Beacon, Id::Panel, |f| {
        let panel = rows(f, "public/draws/1/panel.csv");
        let (at, other) = look_alike(f, &panel);
        edit_rows(f, "public/draws/1/panel.csv", |r| {
            r[at] = other;
            r[1..].sort();
        });
        rehash_record(f, "draws/1");
    }),
    tamper("another ticket's panel in a record without codes", Base::Counts, Id::Panel, |f| {
        edit_rows(f, "public/draws/1/panel.csv", |r| {
            let place: u32 = r[1][1].parse().unwrap();
            r[1][1] = (place + 1).to_string();
        });
        rehash_record(f, "draws/1");
    }),
    // The source and the evidence, everything drawn again to fit.
    tamper("a reason that goes on with outcomes of its own", Base::Dice, Id::Records, |f| {
        record(
            f,
            "draws/2",
            "during the draw.",
            "during the draw.\\nV12 PASS        seed of the declared source",
        );
    }),
    tamper("a blank reason", Base::Dice, Id::Records, |f| {
        record(f, "draws/2", "\"The hall had to be cleared during the draw.\"", "\" \"");
    }),
    tamper("a reason for a draw that needs none", Base::Counts, Id::Records, |f| {
        record(f, "draws/1", "\"because\": null", "\"because\": \"\"");
    }),
    tamper("an override that clears the screen", Base::Beacon, Id::Records, |f| {
        record(f, "draws/1", "\"override\": null", "\"override\": \"\\u001b[2J\"");
        record(f, "draws/1", "\"source\": \"declared\"", "\"source\": \"overridden\"");
    }),
    tamper("two reserves exchanged, digests made to fit", Base::Beacon, Id::Reserves, |f| {
        edit_rows(f, "public/draws/1/reserves.csv", |rows| {
            let (a, b) = (rows[1][1..].to_vec(), rows[2][1..].to_vec());
            rows[1].splice(1.., b);
            rows[2].splice(1.., a);
        });
        rehash_record(f, "draws/1");
        f.retain(|name, _| name.starts_with("public/"));
    }),
    tamper("fewer scenarios than the rules ask, digests made to fit", Base::Beacon, Id::Reserves, |f| {
        replace(f, "public/draws/1/reserves.json", "\"scenarios\": 1000", "\"scenarios\": 999");
        rehash_record(f, "draws/1");
    }),
    tamper("the reserves without what they follow from", Base::Beacon, Id::Records, |f| {
        f.remove("public/draws/1/reserves.json");
        rehash_record(f, "draws/1");
    }),
    tamper("a reserve exchanged on the clerk's list", Base::Beacon, Id::Lists, |f| {
        let pool = rows(f, "remaining.csv");
        edit_rows(f, "reserves.csv", |list| {
            let there: Vec<String> = list.iter().map(|row| row[1].clone()).collect();
            let other = pool[1..].iter().find(|row| !there.contains(&row[0])).unwrap();
            list[1].splice(1.., other.clone());
        });
    }),
    tamper("words instead of the declared dice, reason given", Base::Dice, Id::Source, |f| {
        record(f, "draws/1", "\"evidence\": \"dice\\n10\\n1 8 7\"", "\"evidence\": \"text\\nmy choice\"");
        record(f, "draws/1", "\"override\": null", "\"override\": \"the dice were lost\"");
        draw_again(f);
    }),
    tamper("words instead of the declared dice, said to be declared", Base::Dice, Id::Source, |f| {
        record(f, "draws/1", "\"evidence\": \"dice\\n10\\n1 8 7\"", "\"evidence\": \"text\\nmy choice\"");
        record(f, "draws/1", "\"override\": null", "\"override\": \"x\"");
        draw_again(f);
        for draw in ["draws/1", "draws/2"] {
            let overridden = text(f, &format!("public/{draw}/draw.json")).contains("\"override\": \"x\"");
            if overridden {
                replace(f, &format!("public/{draw}/draw.json"), "\"override\": \"x\"", "\"override\": null");
            }
            replace(f, &format!("public/{draw}/draw.json"), "overridden", "declared");
            rehash_record(f, draw);
            if draw == "draws/1" {
                let old = text(f, "public/draws/2/draw.json");
                let from = old.split("\"previous\": \"").nth(1).unwrap()[..64].to_owned();
                let to = geloot::base::digest::Digest::of(&f["public/draws/1/manifest.txt"]).to_string();
                replace(f, "public/draws/2/draw.json", &from, &to);
            }
        }
    }),
    tamper("the beacon of another round", Base::Beacon, Id::Source, |f| {
        let (evidence, file) = pulse(Chain::Quicknet, QUICKNET_1000);
        let own = pulse(Chain::Quicknet, QUICKNET_123).0;
        f.insert("public/draws/1/beacon.json".into(), file.into_bytes());
        record(f, "draws/1", &own.replace('\n', "\\n"), &evidence.replace('\n', "\\n"));
        record(f, "draws/1", "\"override\": null", "\"override\": \"the network was down\"");
        draw_again(f);
    }),
    tamper("a forged signature of the beacon", Base::Beacon, Id::Evidence, |f| {
        // A genuine signature, but of another round.
        let forged = QUICKNET_1000.replace("\"round\":1000", "\"round\":123");
        let (evidence, file) = pulse(Chain::Quicknet, &forged);
        let own = pulse(Chain::Quicknet, QUICKNET_123).0;
        f.insert("public/draws/1/beacon.json".into(), file.into_bytes());
        record(f, "draws/1", &own.replace('\n', "\\n"), &evidence.replace('\n', "\\n"));
        draw_again(f);
    }),
    tamper(
        "the beacon's answer of another round beside the right evidence",
        Base::Beacon,
        Id::Evidence,
        |f| {
            f.insert(
                "public/draws/1/beacon.json".into(),
                pulse(Chain::Quicknet, QUICKNET_1000).1.into_bytes(),
            );
            rehash_record(f, "draws/1");
        },
    ),
    tamper("dice thrown on after they had decided", Base::Dice, Id::Evidence, |f| {
        record(f, "draws/1", "1 8 7", "1 8 7\\n0 0 4");
        fit_second(f);
    }),
    // The sealed tier and the clerk's lists.
    tamper("the sealed part of another lottery", Base::Dice, Id::Sealed, |f| {
        let other = Base::Undrawn.folder();
        f.extend(other.into_iter().filter(|(name, _)| name.starts_with("sealed/")));
    }),
    tamper("a name in the sealed pool changed", Base::Dice, Id::Sealed, |f| {
        replace(f, "sealed/pool.csv", "Person 3", "Person X")
    }),
    tamper("two codes exchanged in the sealed part", Base::Dice, Id::Sealed, |f| {
        edit_rows(f, "sealed/codes.csv", |r| (r[1][1], r[2][1]) = (r[2][1].clone(), r[1][1].clone()))
    }),
    tamper("the key taken away", Base::Dice, Id::Sealed, |f| drop(f.remove("sealed/key.txt"))),
    tamper("a person exchanged on the clerk's panel", Base::Dice, Id::Lists, |f| {
        let (panel, rest) = (rows(f, "panel.csv"), rows(f, "remaining.csv"));
        edit_rows(f, "panel.csv", |r| r[2] = rest[2].clone());
        edit_rows(f, "remaining.csv", |r| r[2] = panel[2].clone());
    }),
    tamper("a person on neither of the clerk's lists", Base::Counts, Id::Lists, |f| {
        edit_rows(f, "remaining.csv", |r| drop(r.remove(4)))
    }),
    tamper("a chance changed on the clerk's list", Base::Undrawn, Id::Lists, |f| {
        edit_rows(f, "chances.csv", |r| r[3][1] = "999".into())
    }),
    tamper("the lists of the annulled draw put back", Base::Dice, Id::Lists, |f| {
        for file in ["panel.csv", "remaining.csv", "draw.json"] {
            f.insert(file.into(), f[&format!("annulled/1/{file}")].clone());
        }
    }),
    tamper("the mark taken off a trial's list", Base::Dice, Id::Lists, |f| {
        edit_rows(f, "trials/1/panel.csv", |r| r.iter_mut().for_each(|row| drop(row.remove(0))))
    }),
    tamper("the mark changed in one row of a trial's list", Base::Dice, Id::Lists, |f| {
        edit_rows(f, "trials/1/remaining.csv", |r| r[4][0] = "DRAWN".into())
    }),
    tamper("one of a trial's lists missing", Base::Dice, Id::Lists, |f| drop(f.remove("trials/1/draw.json"))),
    tamper("lists of a trial that is not recorded", Base::Counts, Id::Lists, |f| {
        f.extend(Base::Dice.folder().into_iter().filter(|(name, _)| name.starts_with("trials/")));
    }),
    tamper("a person of the annulled panel exchanged", Base::Dice, Id::Lists, |f| {
        edit_rows(f, "annulled/1/panel.csv", |r| r[2][1] = "Somebody else".into())
    }),
    tamper("the lists of the annulled draw missing", Base::Dice, Id::Lists, |f| {
        f.retain(|name, _| !name.starts_with("annulled/"))
    }),
    tamper("lists of a draw that is not recorded", Base::Undrawn, Id::Lists, |f| {
        f.extend(Base::Beacon.folder().into_iter().filter(|(name, _)| name == "panel.csv"));
    }),
    // How the list of people was prepared.
    tamper("rows of a source that were not read", Base::Prepared, Id::Prepared, |f| {
        replace(f, "public/prepared.json", "\"rows\": 30", "\"rows\": 31");
        rehash_files(f);
    }),
    tamper("somebody left out who is drawn from", Base::Prepared, Id::Prepared, |f| {
        replace(f, "public/prepared.json", "\"people\": 30", "\"people\": 29");
        replace(f, "public/prepared.json", "\"left_out\": 0", "\"left_out\": 1");
        rehash_files(f);
    }),
];

/// Makes the second draw follow from a first one whose record changed.
fn fit_second(folder: &mut Folder) {
    let to = geloot::base::digest::Digest::of(&folder["public/draws/1/manifest.txt"]).to_string();
    let first = geloot::bundle::record::Record::read(&folder["public/draws/1/draw.json"]).unwrap();
    let public = geloot::bundle::Public::read(folder).unwrap();
    let seed = geloot::seed::Seed::derive(&public.commitment, &first.own_evidence().unwrap());
    let second = text(folder, "public/draws/2/draw.json");
    let field = |name: &str| second.split(&format!("\"{name}\": \"")).nth(1).unwrap()[..64].to_owned();
    replace(folder, "public/draws/2/draw.json", &field("previous"), &to);
    replace(folder, "public/draws/2/draw.json", &field("seed"), &seed.digest().to_string());
    rehash_record(folder, "draws/2");
    replace(folder, "public/draws/1/draw.json", &first.seed, &seed.digest().to_string());
    rehash_record(folder, "draws/1");
    let again = geloot::base::digest::Digest::of(&folder["public/draws/1/manifest.txt"]).to_string();
    replace(folder, "public/draws/2/draw.json", &to, &again);
    rehash_record(folder, "draws/2");
}

#[test]
fn good_records_pass() {
    for base in Base::ALL {
        let folder = base.folder();
        let line = text(&folder, "public/commitment.txt");
        let report = verify(&folder, &Known { published: Some(&line), ..Known::default() });
        assert!(!report.failed(), "{base:?}: {report:#?}");
        agree(&format!("{base:?}"), &folder, &report, Some(&line));
    }
}

#[test]
fn every_change_makes_the_claim_it_names_fail_and_no_other() {
    assert!(ALL.len() >= 25);
    for tamper in ALL {
        let mut folder = tamper.base.folder();
        let line = text(&folder, "public/commitment.txt");
        (tamper.change)(&mut folder);
        let line = (tamper.line == Line::Published).then_some(line.as_str());
        let report = verify(&folder, &Known { published: line, ..Known::default() });
        let words = geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report);
        assert_eq!(report.failures(), [tamper.claim], "{}: {words}", tamper.name);
        agree(tamper.name, &folder, &report, line);
    }
}

#[test]
fn the_list_of_changes_is_the_one_in_the_fixtures() {
    let listed = include_str!("../../fixtures/tampered/README.md");
    let row = |t: &Tamper| format!("| {} | {:?} | V{} |", t.name, t.base, t.claim.number());
    let due: Vec<String> = ALL.iter().map(row).collect();
    let found: Vec<&str> = listed.lines().filter(|l| l.starts_with("| ") && l.contains("| V")).collect();
    assert!(found == due, "fixtures/tampered/README.md should list\n{}", due.join("\n"));
}
