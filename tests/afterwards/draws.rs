//! Reserves from the command line: drawn in one act, in the record, and on the clerk's list.

use crate::run::refused;
pub use crate::run::{done, geloot, json};
use geloot::bundle::conduct::{self, Act, Asked};
use geloot::bundle::{Folder, Public};
use geloot::panel::attrition::Attrition;
use geloot::seed::Evidence;
use geloot::verify::{Id, Known, verify};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A frozen lottery of the scenario with eleven villages, 240 volunteers and 50 seats.
pub fn lottery(temp: &TempDir, name: &str) -> String {
    let out = temp.path().join(name).to_string_lossy().into_owned();
    let args = lottery_args(&out);
    done(&args.iter().map(String::as_str).collect::<Vec<_>>());
    out
}

fn lottery_args(out: &str) -> Vec<String> {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios/peel-en-maas");
    let at = |file: &str| scenario.join(file).to_string_lossy().into_owned();
    let (pool, quotas) = (at("pool.csv"), at("quotas.csv"));
    let args =
        ["lottery", "--pool", &pool, "--quotas", &quotas, "--seats", "50", "--tickets", "1000", "--out", out];
    args.map(str::to_owned).to_vec()
}

pub fn copy(from: &str, to: &Path) -> String {
    for (name, bytes) in geloot::io::read_folder(Path::new(from), &|_| false).unwrap() {
        let place = to.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    to.to_string_lossy().into_owned()
}

fn read(dir: &str, name: &str) -> String {
    fs::read_to_string(PathBuf::from(dir).join(name)).unwrap()
}

#[test]
fn reserves_follow_from_the_seed_and_are_on_both_lists() {
    let temp = TempDir::new().unwrap();
    let out = lottery(&temp, "a");
    let (again, other, rates) =
        (copy(&out, &temp.path().join("b")), copy(&out, &temp.path().join("c")), temp.path().join("r.csv"));
    let draw = |dir: &str, seed: &str, more: &[&str]| {
        json(&[&["draw", dir, "--seed", seed, "--reserves", "15"], more].concat())
    };
    let answer = draw(&out, "appel", &["--attrition", "20%"]);
    let ids: Vec<&str> =
        answer["reserves"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert_eq!(ids.len(), 15);
    let panel: Vec<&str> =
        answer["panel"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert!(ids.iter().all(|id| !panel.contains(id)));
    // The clerk's list has the reserves in their order, with all columns.
    let list = read(&out, "reserves.csv");
    let mut rows = csv::Reader::from_reader(list.as_bytes());
    let head = rows.headers().unwrap().clone();
    assert_eq!(&head[0], "reserve");
    let column = head.iter().position(|h| h == "nummer").unwrap();
    let listed: Vec<String> = rows.records().map(|row| row.unwrap()[column].to_owned()).collect();
    assert_eq!(listed, ids);
    let public = read(&out, "public/draws/1/reserves.csv");
    assert_eq!(public.lines().count(), 16);
    assert!(public.starts_with("reserve,code,"));
    // What they are worth: these keep the quotas more often than others, and others more than none.
    let kept = |name: &str| answer["worth"]["judged"][name]["kept"].as_u64().unwrap();
    let loss = |name: &str| answer["worth"]["judged"][name]["loss_millionths"].as_i64().unwrap();
    assert!(kept("these") > kept("random") && kept("random") >= kept("none"), "{}", answer["worth"]);
    assert!(loss("these") < loss("alike") && loss("alike") < loss("none"), "{}", answer["worth"]);

    // The same seed gives the same bytes; another seed, or other rates, others.
    draw(&again, "appel", &["--attrition", "0.2"]);
    assert_eq!(read(&again, "public/draws/1/reserves.csv"), public);
    assert_eq!(read(&again, "reserves.csv"), list);
    draw(&other, "peer", &["--attrition", "20%"]);
    assert_ne!(read(&other, "public/draws/1/reserves.csv"), public);
    fs::write(&rates, "feature,value,rate\nleeftijd,16-24,60\n").unwrap();
    let quotas = read(&out, "public/quotas.csv");
    let value = quotas.lines().nth(1).unwrap();
    let cells: Vec<&str> = value.split(',').collect();
    fs::write(&rates, format!("feature,value,rate\n{},{},60%\n", cells[0], cells[1])).unwrap();
    let trial = json(&[
        "draw",
        &out,
        "--trial",
        "--seed",
        "appel",
        "--reserves",
        "15",
        "--rates",
        rates.to_str().unwrap(),
    ]);
    assert!(read(&out, "public/trials/1/reserves.csv").starts_with("void,reserve,code,"));
    assert!(read(&out, "trials/1/reserves.csv").starts_with("void,reserve,"));
    assert!(trial["reserves"].as_array().unwrap().len() == 15);

    for dir in [&out, &again, &other] {
        let report = json(&["verify", dir]);
        let claim = |n: u64| {
            let claims = report["claims"].as_array().unwrap();
            claims.iter().find(|c| c["claim"] == n).unwrap()["outcome"].as_str().unwrap().to_owned()
        };
        assert_eq!((claim(18), claim(23)), ("PASS".to_owned(), "PASS".to_owned()), "{report:#}");
    }
    // A redraw keeps the old lists and may have other reserves; if nothing is said of them it has as many as before.
    done(&["draw", &out, "--redraw-because", "The room was too full to hear.", "--reserves", "3"]);
    assert_eq!(read(&out, "reserves.csv").lines().count(), 4);
    assert_eq!(read(&out, "annulled/1/reserves.csv"), list);
    done(&["verify", &out]);
    done(&["draw", &out, "--redraw-because", "Again too full."]);
    assert_eq!(read(&out, "reserves.csv").lines().count(), 4);
    done(&["verify", &out]);
}

#[test]
fn an_interrupted_draw_gets_its_reserves_back_and_too_many_are_refused() {
    let temp = TempDir::new().unwrap();
    let out = lottery(&temp, "a");
    let said = crate::run::refused(&["draw", &out, "--seed", "appel", "--attrition", "20%"], 2, "D-14");
    assert!(said.contains("Add --reserves"), "{said}");
    let refused = geloot(&["draw", &out, "--seed", "appel", "--reserves", "500"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("[D-10]"));
    assert!(!Path::new(&out).join("public/draws").exists());
    done(&["draw", &out, "--seed", "appel", "--reserves", "8"]);
    let list = read(&out, "reserves.csv");
    for gone in ["reserves.csv", "draw.json"] {
        fs::remove_file(Path::new(&out).join(gone)).unwrap();
    }
    done(&["draw", &out, "--seed", "appel"]);
    assert_eq!(read(&out, "reserves.csv"), list);
}

/// A charter can declare reserves before the seed is known; then no others are drawn, and whoever draws others
/// by another program is found out.
#[test]
fn declared_reserves_are_drawn_and_no_others() {
    let temp = TempDir::new().unwrap();
    let out = temp.path().join("a").to_string_lossy().into_owned();
    let charter = temp.path().join("charter.toml");
    let args =
        [lottery_args(&out), vec!["--charter".into(), charter.to_string_lossy().into_owned()]].concat();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let terms = "[reserves]\nnumber = 8\nattrition = '20%'\nrates = [{ feature = 'leeftijd', value = '18-24', rate = 0.3 }]\n";
    for (wrong, says) in [
        (terms.replace("18-24", "18 - 24"), "Do you mean \"18-24\"?"),
        (terms.replace("leeftijd", "dorpje"), "has a rate for the feature \"dorpje\""),
        (terms.replace("number = 8", "number = 191"), "190 people of the pool will not be on the panel"),
        (terms.replace("number = 8", ""), "has no \"number\""),
        ("reserves = 8".to_owned(), "write a table, [reserves]"),
    ] {
        fs::write(&charter, wrong).unwrap();
        let said = refused(&args, 2, "C-01");
        assert!(said.contains(says) && !Path::new(&out).exists(), "{said}");
    }
    fs::write(&charter, terms).unwrap();
    let said = done(&args);
    assert!(
        said.contains("The charter declares 8 reserves") && said.contains("30 % of \"leeftijd\""),
        "{said}"
    );

    for other in [&["--reserves", "9"][..], &["--reserves", "8", "--attrition", "10%"]] {
        let said = refused(&[&["draw", &out, "--seed", "appel"], other].concat(), 2, "D-11");
        assert!(said.contains("8 reserves, chosen for a loss of 20 % of everybody"), "{said}");
    }
    let said = refused(&["draw", &out, "--seed", "appel", "--attrition", "10%"], 2, "D-13");
    assert!(said.contains("The charter declares"), "{said}");
    done(&["draw", &out, "--seed", "proef", "--trial", "--reserves", "9"]);
    let same = copy(&out, &temp.path().join("same"));
    let forged = geloot::io::read_folder(Path::new(&out), &|_| false).unwrap();
    assert_eq!(json(&["draw", &out, "--seed", "appel"])["reserves"].as_array().unwrap().len(), 8);
    done(&["draw", &same, "--seed", "appel", "--reserves", "8"]);
    let list = "public/draws/1/reserves.csv";
    assert_eq!(read(&out, list), read(&same, list));
    let facts = read(&out, "public/draws/1/reserves.json");
    assert!(facts.contains("\"attrition\": 200000") && facts.contains("\"rate\": 300000"), "{facts}");
    let report = done(&["verify", &out]);
    assert!(report.contains("those that the charter declared beforehand"), "{report}");

    let forged: Folder = forged.into_iter().map(|(n, b)| (n.replace('\\', "/"), b)).collect();
    let mut public = Public::read(&forged).unwrap();
    let asked = public.promised.take().unwrap();
    let other = |reserves, base| {
        Some(Asked { reserves, attrition: Attrition { base, rates: asked.attrition.rates.clone() } })
    };
    for (asked, holds) in
        [(None, false), (other(9, 200_000), false), (other(8, 100_000), false), (other(8, 200_000), true)]
    {
        let act = Act {
            used: &[],
            before: &[],
            trial: None,
            evidence: Evidence::text("appel"),
            beacon: None,
            because: None,
            departure: None,
            reserves: asked.as_ref(),
            program: "another",
        };
        let drawn = conduct::conduct(&public, &act).unwrap();
        let mut folder = forged.clone();
        let files = conduct::entry(&public, &drawn, None).files;
        folder.extend(files.into_iter().map(|(name, bytes)| (format!("public/draws/1/{name}"), bytes)));
        folder.retain(|name, _| name.starts_with("public/"));
        let failures = verify(&folder, &Known::default()).failures();
        assert_eq!(failures, if holds { vec![] } else { vec![Id::Reserves] }, "{asked:?}");
    }
}
