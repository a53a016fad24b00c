//! Claim V19 against whoever froze the lottery: lists of people left out or with a seat, and homes, that cannot be.

use crate::agreement::agree;
use crate::run::{done, lottery};
use crate::support::*;
use geloot::bundle::{Folder, Public};
use geloot::draw::code::Code;
use geloot::verify::{Id, Known, verify};
use std::fs;
use tempfile::TempDir;

/// Thirty people, two to an address; two have a seat and one may not be drawn.
fn record() -> Folder {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let row = |i: usize| format!("{i:02},{},Street {}\n", ["woman", "man"][i / 2 % 2], i / 2);
    fs::write(at("pool.csv"), "id,gender,address\n".to_owned() + &(0..30).map(row).collect::<String>())
        .unwrap();
    fs::write(at("quotas.csv"), "feature,value,min,max\ngender,woman,4,6\ngender,man,4,6\n").unwrap();
    fs::write(at("in.csv"), "id\n01\n02\n").unwrap();
    fs::write(at("out.csv"), "id,ground\n05,councillor\n").unwrap();
    let (pool, quotas, out) = (at("pool.csv"), at("quotas.csv"), at("record"));
    let (include, exclude) = (at("in.csv"), at("out.csv"));
    let more = ["--tickets", "1000", "--include", &include, "--exclude", &exclude, "--household", "address"];
    done(&[&lottery(&pool, &quotas, "10", &out)[..], &more].concat());
    read(&temp.path().join("record"))
}

/// Makes the digests fit, shows the public part, and checks that only this claim fails. In what words.
fn caught(name: &str, mut folder: Folder) -> String {
    rehash(&mut folder);
    folder.retain(|file, _| file.starts_with("public/"));
    let report = verify(&folder, &Known::default());
    let words = geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report);
    assert_eq!(report.failures(), [Id::Before], "{name}: {words}");
    agree(name, &folder, &report, None);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn put_about(folder: &mut Folder, change: impl FnOnce(&mut geloot::bundle::about::About)) {
    let mut about = Public::read(folder).unwrap().about;
    change(&mut about);
    folder.insert("public/about.json".into(), geloot::bundle::form::facts(&about));
}

#[test]
fn nobody_is_both_left_out_and_in_with_a_seat() {
    let mut folder = record();
    let code = rows(&folder, "public/confirmed.csv")[1][0].clone();
    edit_rows(&mut folder, "public/excluded.csv", |rows| {
        rows.push(vec![code.clone(), "councillor".into()]);
        rows[1..].sort();
    });
    put_about(&mut folder, |about| about.excluded = Some(2));
    let said = caught("both left out and in", folder);
    assert!(said.contains(&code), "{said}");
}

#[test]
fn a_home_that_the_rule_does_not_bind_is_none() {
    let mut folder = record();
    let addresses: Vec<String> = (0..200).map(|n| format!("nowhere {n:03}")).collect();
    let codes = Code::of_homes(&[7; 32], addresses.iter().map(String::as_str));
    let empty = codes.into_iter().max().unwrap().to_string();
    edit_rows(&mut folder, "public/quotas.csv", |rows| {
        let last = rows.last().unwrap().clone();
        assert!(last[0] == "household" && last[1] < empty, "{last:?}");
        rows.push(vec![last[0].clone(), empty.clone(), "0".into(), "1".into()]);
    });
    caught("a home without people", folder);
}
