//! When no reserve is left: a new fair lottery for the seats that are empty, in one chain with the first.

use crate::draws::{copy, done, geloot};
use crate::roster::{Log, drawn, ids};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn claim(dir: &str, continues: &str) -> (String, String) {
    let output = geloot(&["verify", dir, "--continues", continues, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["claims"].as_array().unwrap().iter().find(|c| c["claim"] == 25).unwrap().clone();
    (found["outcome"].as_str().unwrap().into(), found["text"].as_str().unwrap_or_default().into())
}

/// Draw, reserves, events, supplement, draw again, and both records checked together.
#[test]
fn the_seats_that_no_reserve_can_take_are_drawn_anew_in_one_chain() {
    let temp = TempDir::new().unwrap();
    let (dir, mut log) = (drawn(&temp), Log::new(&temp));
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let second = at("second");
    let mut panel = ids(&log.roster(&dir), "asked");
    panel.sort();
    let supplement =
        |log: &Log, out: &str| geloot(&["draw", &dir, "--supplement", "--events", &log.path, "--out", out]);
    let refused = |log: &Log, code: &str| {
        let output = supplement(log, &second);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(code), "{said}");
        assert!(!Path::new(&second).exists());
    };
    panel.iter().for_each(|id| log.add(id, "confirmed", ""));
    refused(&log, "[T-21]");
    // Everybody in reserve is called and says no; five of the panel leave.
    for id in &panel[..5] {
        log.add(id, "withdrew", "");
    }
    refused(&log, "[T-22]");
    while let Some(next) = log.roster(&dir)["next"].as_array().unwrap().first() {
        let id = next["id"].as_str().unwrap().to_owned();
        log.add(&id, "called", "");
        log.add(&id, "declined", "");
    }
    let output = supplement(&log, &second);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("geloot-commitment-1:") && said.contains("--continues"), "{said}");
    let about = fs::read_to_string(Path::new(&second).join("public/about.json")).unwrap();
    let about: Value = serde_json::from_str(&about).unwrap();
    assert_eq!((about["seats"].as_u64(), about["confirmed"]["people"].as_u64()), (Some(5), Some(45)));
    assert_eq!(about["confirmed"]["seats"], 50);
    done(&["draw", &second, "--seed", "peer", "--reserves", "4"]);
    assert_eq!(claim(&second, &dir).0, "PASS", "{}", claim(&second, &dir).1);
    done(&["verify", &second, "--continues", &dir]);
    done(&["verify", &dir]);
    // Nobody sits twice, nobody who was out comes back, and codes are the same in both.
    let column = |file: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(file).unwrap();
        text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
    };
    let new = column(&format!("{second}/public/draws/1/panel.csv"));
    let old = column(&format!("{dir}/public/draws/1/panel.csv"));
    assert_eq!(new.len(), 5);
    assert!(new.is_disjoint(&old));
    assert!(new.is_subset(&column(&format!("{dir}/public/pool.csv"))));
    assert!(new.is_disjoint(&column(&format!("{second}/public/excluded.csv"))));

    // Later events of the first panel do not disturb the chain; another record does.
    log.add(&panel[20], "withdrew", "");
    geloot(&["roster", &dir, "--events", &log.path, "--publish"]);
    assert_eq!(claim(&second, &dir).0, "PASS");
    let other = copy(&dir, &temp.path().join("other"));
    fs::remove_dir_all(Path::new(&other).join("public/rosters")).unwrap();
    let (found, why) = claim(&second, &other);
    assert!(found == "FAIL" && why.contains("list of events"), "{found} {why}");
    let output = geloot(&["verify", &second, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let alone = report["claims"].as_array().unwrap().iter().find(|c| c["claim"] == 25).unwrap().clone();
    assert_eq!(alone["outcome"], "NOT CHECKED");
}
