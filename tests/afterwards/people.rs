//! The one list of people: everybody of a lottery and of its supplement, with all their columns, and whom to call.

use crate::draws::{copy, done, geloot, json, lottery};
use crate::roster::{Log, drawn, ids};
use crate::run::refused;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A list as rows by heading.
fn rows(path: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let head = reader.headers().unwrap().clone();
    let row = |row: csv::Result<csv::StringRecord>| {
        head.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

fn ids_of(rows: &[BTreeMap<String, String>], status: &str) -> Vec<String> {
    rows.iter().filter(|row| row["status"] == status).map(|row| row["nummer"].clone()).collect()
}

/// A draw of 50 of 240 with 20 reserves, of which five leave and all reserves say no; and the supplement after it.
struct Both {
    temp: TempDir,
    first: String,
    second: String,
    events: String,
}

impl Both {
    fn at(&self, name: &str) -> String {
        self.temp.path().join(name).to_string_lossy().into_owned()
    }
}

fn both() -> Both {
    let temp = TempDir::new().unwrap();
    let (first, mut log) = (drawn(&temp), Log::new(&temp));
    let mut panel = ids(&log.roster(&first), "asked");
    panel.sort();
    // One of the panel has not answered when the supplement is made.
    panel[1..].iter().for_each(|id| log.add(id, "confirmed", ""));
    log.next_day();
    panel[35..40].iter().for_each(|id| log.add(id, "withdrew", "ill"));
    while let Some(next) = log.roster(&first)["next"].as_array().unwrap().first() {
        let id = next["id"].as_str().unwrap().to_owned();
        log.next_day();
        log.add(&id, "called", "");
        log.add(&id, "declined", "");
    }
    let second = temp.path().join("second").to_string_lossy().into_owned();
    done(&["supplement", &first, "--events", &log.path, "--out", &second]);
    Both { first, second, events: log.path, temp }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn nobody_and_nothing_is_lost_through_a_supplement() {
    let both = both();
    let list = both.at("list.csv");
    let pool = rows(&format!("{}/fixtures/scenarios/peel-en-maas/pool.csv", env!("CARGO_MANIFEST_DIR")));
    // Before the second draw: who is in stays in, the others can still be drawn.
    let answer = json(&["people", &both.second, "--out", &list, "--lang", "en"]);
    assert_eq!((answer["lotteries"].as_u64(), answer["rows"].as_u64()), (Some(2), Some(pool.len() as u64)));
    let before = rows(&list);
    let counts = ["nothing drawn yet", "in", "drawn, no answer yet", "withdrew", "declined"];
    let counts = counts.map(|status| ids_of(&before, status).len());
    assert_eq!(counts, [pool.len() - 70, 44, 1, 5, 20]);

    let drawn = json(&["draw", &both.second, "--seed", "peer", "--reserves", "2"]);
    let new: BTreeSet<&str> =
        drawn["panel"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    let gone = &ids_of(&before, "in")[0];
    let events = both.at("events-2.csv");
    fs::write(&events, format!("date,id,event,reason\n2027-04-01,{gone},withdrew,moved away\n")).unwrap();
    let args = ["people", &both.second, "--events", &events, "--out", &list, "--lang", "en"];
    refused(&args, 3, "T-43");
    done(&[&args[..], &["--replace"]].concat());
    let after = rows(&list);
    // Everybody once, every column as it was.
    let of = |rows: &[BTreeMap<String, String>]| -> BTreeMap<String, BTreeMap<String, String>> {
        rows.iter().map(|row| (row["nummer"].clone(), row.clone())).collect()
    };
    let (known, listed) = (of(&pool), of(&after));
    assert_eq!(after.len(), pool.len());
    for (id, row) in &known {
        row.iter().for_each(|(heading, cell)| assert_eq!(&listed[id][heading], cell, "{id} {heading}"));
        assert!(listed[id]["lot code"].len() == 12 && !listed[id]["why"].is_empty(), "{id}");
    }
    let asked = ids_of(&after, "drawn, no answer yet");
    assert!(asked.len() == 6 && new.iter().all(|id| asked.iter().any(|other| other == id)), "{asked:?}");
    let row = &listed[gone];
    assert_eq!((row["status"].as_str(), row["since"].as_str()), ("withdrew", "2027-04-01"));
    let why = &row["why"];
    assert!(
        why.contains("Drawn in draw 1 of lottery 1")
            && why.contains("said yes")
            && why.contains("(moved away)")
    );
    let declined = &listed[&ids_of(&after, "declined")[0]];
    assert!(
        declined["since"].starts_with("2026-03-") && declined["why"].contains("called, in turn"),
        "{declined:?}"
    );
    // "You are in" never reaches somebody who was not drawn.
    let letters = both.at("letters.csv");
    let args =
        ["people", &both.second, "--events", &events, "--only", "letters", "--out", &letters, "--lang", "en"];
    let said = String::from_utf8(geloot(&args).stdout).unwrap();
    let written = rows(&letters);
    let merged: BTreeSet<&str> = written.iter().map(|row| row["status"].as_str()).collect();
    let meant = ["in", "drawn, no answer yet", "reserve", "call now"];
    assert!(merged.iter().all(|status| meant.contains(status)), "{merged:?}");
    let kept = |status: &&str| ids_of(&after, status).len();
    assert_eq!(written.len(), meant.iter().map(kept).sum::<usize>());
    let left = format!("Not in it: 20 declined, 6 withdrew and {} not drawn.", kept(&"not drawn"));
    assert!(kept(&"not drawn") > 100 && said.contains(&left), "{left}: {said}");
    // The seat is empty, and a reserve of the supplement is to be called if one fits.
    let call = both.at("call.csv");
    let args =
        ["people", &both.second, "--events", &events, "--only", "call", "--out", &call, "--lang", "en"];
    let answer = json(&[&args[..], &["--names", "voornaam,achternaam"]].concat());
    let due = usize::from(ids_of(&after, "call now").len() == 1);
    assert_eq!((answer["vacant"].as_u64(), rows(&call).len()), (Some(1), 6 + due));
    let calls = rows(&call);
    assert!(calls.iter().all(|row| row["name"].contains(' ')), "{:?}", calls[0]);
    assert!(
        calls[due..].iter().all(|row| row["status"] == "drawn, no answer yet" && row["order"].is_empty())
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn the_record_before_must_be_there_and_can_be_named() {
    let both = both();
    let elsewhere = both.at("far");
    fs::create_dir(&elsewhere).unwrap();
    let moved = format!("{elsewhere}/first");
    // A copy from before the supplement stands first beside it, and is not taken for the lottery.
    let right = both.at("right.csv");
    done(&["people", &both.second, "--out", &right]);
    let old = copy(&both.first, &both.temp.path().join("a copy"));
    fs::remove_dir_all(format!("{old}/public/continued")).unwrap();
    let beside = both.at("beside.csv");
    done(&["people", &both.second, "--out", &beside]);
    assert_eq!(fs::read(&beside).unwrap(), fs::read(&right).unwrap());
    refused(&["people", &both.second, "--continues", &old, "--out", &both.at("l.csv")], 2, "T-48");
    fs::remove_dir_all(&old).unwrap();
    fs::rename(&both.first, &moved).unwrap();
    let list = both.at("list.csv");
    let told = refused(&["people", &both.second, "--out", &list], 2, "T-40");
    assert!(told.contains("geloot-commitment-1:") && !Path::new(&list).exists(), "{told}");
    done(&["people", &both.second, "--continues", &moved, "--out", &list]);
    // Of the first one it says that it is not how people stand now.
    let output = geloot(&["people", &moved, "--events", &both.events, "--out", &both.at("old.csv")]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("goes on from this lottery"));
    // Never in a record, and only as what an office opens.
    for tier in ["public", "sealed"] {
        refused(&["people", &moved, "--out", &format!("{moved}/{tier}/list.csv")], 2, "F-13");
    }
    refused(&["people", &moved, "--out", &both.at("list.txt")], 2, "T-44");
    refused(&["people", &moved, "--out", &both.at("l.csv"), "--names", "voornam"], 2, "T-41");
}

#[test]
fn callers_keep_their_own_lists_and_attempts_decide_nothing() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let dir = lottery(&temp, "out");
    let drawn = json(&["draw", &dir, "--seed", "appel", "--reserves", "6"]);
    let id = |n: usize| drawn["panel"][n].as_str().unwrap().to_owned();
    let head = "datum;nummer;gebeurtenis;reden;door;tot\n";
    let (anna, bert, list) = (at("anna.csv"), at("bert.csv"), at("call.csv"));
    // Anna's rows are not in the order of days; both put down that the first one declined.
    let first = format!(
        "{head}9-3-2027;{};niet bereikt;voicemail;Anna;20-3-2027\n8-3-2027;{};afgemeld;;Anna;\n",
        id(1),
        id(0)
    );
    fs::write(&anna, first).unwrap();
    fs::write(
        &bert,
        format!("{head}8-3-2027;{};afgemeld;;Bert;\n10-3-2027;{};geen gehoor;;Bert;\n", id(0), id(1)),
    )
    .unwrap();
    let args = ["people", &dir, "--events", &anna, "--events", &bert, "--only", "call", "--out", &list];
    let output = geloot(&[&args[..], &["--lang", "en"]].concat());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("[T-04]") && said.contains("[T-17]"), "{said}");
    let calls = rows(&list);
    assert_eq!((calls[0]["status"].as_str(), calls.len()), ("call now", 50));
    let tried = calls.iter().find(|row| row["nummer"] == id(1)).unwrap();
    assert_eq!(tried["attempts"], "9 March 2027, Anna (voicemail); 10 March 2027, Bert");
    assert_eq!(tried["place held until"], "2027-03-20");
    // In Dutch, and as a spreadsheet: the same bytes again, whenever it is made.
    let sheet = at("bellijst.xlsx");
    let args = ["people", &dir, "--events", &anna, "--events", &bert, "--only", "call", "--lang", "nl"];
    let args = [&args[..], &["--quiet", "--replace", "--out", &sheet]].concat();
    done(&args);
    let bytes = fs::read(&sheet).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    done(&args);
    assert_eq!(fs::read(&sheet).unwrap(), bytes);
    // Read back as any workbook is, it is the list, codes with their zeros.
    let table =
        geloot::register::read("bellijst.xlsx", &bytes, &mut geloot::base::fault::Faults::new()).unwrap();
    let column = |heading: &str| table.headings.iter().position(|own| own == heading).unwrap();
    assert_eq!((table.len(), column("volgorde"), table.cell(0, column("status"))), (50, 0, "nu bellen"));
    let ids: BTreeSet<&str> = (0..table.len()).map(|row| table.cell(row, column("nummer"))).collect();
    assert!(ids.contains(id(1).as_str()) && ids.iter().all(|id| id.len() == 4), "{ids:?}");
    // What contradicts itself is shown with both places.
    fs::write(&bert, format!("{head}10-3-2027;{};ja;;Bert;\n", id(0))).unwrap();
    let args = ["people", &dir, "--events", &anna, "--events", &bert, "--out", &at("no.csv"), "--lang", "en"];
    let said = refused(&args, 2, "T-07");
    assert!(said.contains("bert.csv, row 2") && said.contains("anna.csv, row 3"), "{said}");
    // Published, the attempts stay at home.
    fs::write(&bert, head).unwrap();
    let args = ["roster", &dir, "--events", &anna, "--events", &bert, "--publish", "--json"];
    let answer: Value = serde_json::from_slice(&geloot(&args).stdout).unwrap();
    assert_eq!((answer["published"].as_u64(), answer["events"].as_u64()), (Some(1), Some(1)));
    let public = fs::read_to_string(Path::new(&dir).join("public/rosters/1/events.csv")).unwrap();
    assert_eq!(public.lines().count(), 2, "{public}");
}
