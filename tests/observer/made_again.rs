//! The lottery made again from the frozen inputs.

use crate::forged::{put_about, with_tickets};
use crate::support::*;
use geloot::bundle::form::Bad;
use geloot::bundle::{Folder, Public};
use geloot::lottery::problem::Panel;
use geloot::lottery::solve::make_again;
use geloot::lottery::tickets::Share;
use geloot::verify::{Failure, Id, Known, Outcome, Remark, Report, Why, verify};
use std::fs;

fn again(folder: &Folder) -> Report {
    verify(folder, &Known { make: Some(make_again), ..Known::default() })
}

/// A lottery of these files.
fn frozen(pool: &str, quotas: &str, seats: &str, more: &[&str]) -> Folder {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    fs::write(at("pool.csv"), pool).unwrap();
    fs::write(at("quotas.csv"), quotas).unwrap();
    fs::write(at("key"), "7".repeat(64)).unwrap();
    let (pool, quotas, out, key) = (at("pool.csv"), at("quotas.csv"), at("out"), at("key"));
    let more: Vec<&str> = more.iter().map(|&word| if word == "KEY" { key.as_str() } else { word }).collect();
    done(&[&crate::run::lottery(&pool, &quotas, seats, &out)[..], &more].concat());
    read(&temp.path().join("out"))
}

/// Six people, each of a village of their own, for two seats.
fn six() -> Folder {
    let people: String = ["a", "b", "c", "d", "e", "f"].map(|v| format!("p{v},{v}\n")).concat();
    let villages: String = ["a", "b", "c", "d", "e", "f"].map(|v| format!("village,{v},0,1\n")).concat();
    frozen(&format!("id,village\n{people}"), &format!("feature,value,min,max\n{villages}"), "2", &[])
}

#[test]
fn every_good_record_can_be_made_again() {
    for base in Base::ALL {
        let report = again(&base.folder());
        assert_eq!(report.claim(Id::MadeAgain).outcome, Outcome::Pass, "{base:?}");
        assert!(!report.failed());
    }
}

#[test]
fn nobody_says_that_a_lottery_was_made_again_who_did_not() {
    let report = verify(&Base::Dice.folder(), &Known::default());
    assert_eq!(report.claim(Id::MadeAgain).outcome, Outcome::NotChecked(Why::NotMade));
}

/// Every chance is right and the proof of fairness holds, and yet two friends are on every third ticket together.
#[test]
fn whoever_chooses_among_equally_fair_lotteries_is_caught() {
    let good = six();
    assert_eq!(again(&good).failures(), []);
    let mut folder = good;
    with_tickets(&mut folder, |lottery, _| {
        let pairs = [(333_334, [0, 2]), (333_333, [1, 4]), (333_333, [3, 5])];
        let pairs = pairs.map(|(tickets, [a, b])| Share { tickets, panel: Panel(vec![(a, 1), (b, 1)]) });
        lottery.shares = pairs.into();
    });
    rehash(&mut folder);
    draw_again(&mut folder);
    let without = verify(&folder, &Known::default());
    assert_eq!((without.failures(), &without.claim(Id::Fairness).outcome), (vec![], &Outcome::Pass));
    let report = again(&folder);
    assert_eq!(report.failures(), [Id::MadeAgain]);
    let words = geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("somebody may have chosen who sits together"), "{words}");
}

/// The order of the tickets alone decides nothing about chances either, and is a choice all the same.
#[test]
fn whoever_puts_the_tickets_in_another_order_is_caught() {
    let mut folder = Base::Dice.folder();
    with_tickets(&mut folder, |lottery, _| lottery.shares.reverse());
    rehash(&mut folder);
    draw_again(&mut folder);
    assert_eq!(verify(&folder, &Known::default()).failures(), []);
    let report = again(&folder);
    let other = Failure::MadeOther { file: Some("lottery.csv") };
    assert_eq!(report.claim(Id::MadeAgain).outcome, Outcome::Fail(other));
    assert_eq!(report.failures(), [Id::MadeAgain]);
}

#[test]
fn a_proof_that_is_not_the_one_that_was_found_is_told() {
    let mut folder = six();
    // Twice every multiplier proves the same.
    replace(&mut folder, "public/certificate.json", "\"seats\":\"1\"", "\"seats\":\"2\"");
    rehash(&mut folder);
    let report = again(&folder);
    let other = Failure::MadeOther { file: Some("certificate.json") };
    assert_eq!(report.claim(Id::MadeAgain).outcome, Outcome::Fail(other));
}

#[test]
fn a_lottery_of_other_search_rules_is_not_checked_and_the_words_say_which_program_to_ask() {
    let mut folder = Base::Counts.folder();
    let mut about = Public::read(&folder).unwrap().about;
    (about.search, about.program) = (7, "geloot 0.9.3".to_owned());
    put_about(&mut folder, &about);
    rehash(&mut folder);
    draw_again(&mut folder);
    let report = again(&folder);
    assert_eq!(report.failures(), []);
    let not = Outcome::NotChecked(Why::OtherSearch { made: 7, here: geloot::lottery::Search::NOW.number() });
    assert_eq!(report.claim(Id::MadeAgain).outcome, not);
    let words = geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("made by search rules 7") && words.contains("geloot 0.9.3"), "{words}");
}

#[test]
fn a_record_of_other_rules_is_refused_with_the_program_to_ask() {
    let refused = |program: &str| {
        let mut folder = Base::Counts.folder();
        let mut about = Public::read(&folder).unwrap().about;
        (about.rules, about.program) = (2, program.to_owned());
        put_about(&mut folder, &about);
        rehash(&mut folder);
        let unread = Public::read(&folder).unwrap_err();
        assert_eq!(unread.why, Some(Bad::Rules(2)));
        let claim = again(&folder).claim(Id::Facts).clone();
        assert_eq!(claim.outcome, Outcome::Fail(Failure::UnknownRules { rules: 2 }));
        claim.remarks
    };
    assert_eq!(refused("geloot 0.9.3"), [Remark::MadeBy { program: "geloot 0.9.3".to_owned() }]);
    // This very program has no such rules, so nobody need be asked for it.
    assert_eq!(refused(geloot::base::rules::PROGRAM), []);
}

/// Homes that are alike, of which the record knows only codes: neither the key nor the order of rows in the pool may
/// decide anything that cannot be seen there.
#[test]
fn homes_can_be_made_again_from_their_codes_alone() {
    let row = |n: usize| {
        let (gender, village) = (["man", "woman"][n % 2], ["east", "west", "west"][n % 3]);
        // The first 24 live two by two, a few three by three.
        let home = match n {
            0..24 => n / 2,
            24..30 => 20 + n / 3,
            _ => 100 + n,
        };
        format!("p{n:02},{gender},{village},Kerkstraat {home}\n")
    };
    let pool = |order: &dyn Fn(usize) -> usize| -> String {
        std::iter::once("id,gender,village,address\n".to_owned())
            .chain((0..60).map(|n| row(order(n))))
            .collect()
    };
    let quotas =
        "feature,value,min,max\ngender,man,4,5\ngender,woman,4,5\nvillage,east,2,4\nvillage,west,5,7\n";
    let rule = ["--household", "address", "--tickets", "1000"];
    let shares = |folder: &Folder| rows(folder, "public/lottery.csv").len();
    let (straight, turned) = (pool(&|n| n), pool(&|n| 59 - n));
    let derived = frozen(&straight, quotas, "9", &rule);
    let turned = frozen(&turned, quotas, "9", &rule);
    let secret = frozen(&straight, quotas, "9", &[&rule[..], &["--key", "KEY"]].concat());
    for folder in [&derived, &turned, &secret] {
        let report = again(folder);
        assert_eq!(
            report.failures(),
            [],
            "{}",
            geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
        );
        assert_eq!(report.claim(Id::MadeAgain).outcome, Outcome::Pass);
        assert_eq!(report.claim(Id::Lists).outcome, Outcome::Pass);
    }
    assert_eq!(derived["public/lottery.csv"], turned["public/lottery.csv"]);
    // Another key gives homes other codes, so other numbers, and the same lottery.
    assert_ne!(derived["public/quotas.csv"], secret["public/quotas.csv"]);
    let tickets = |folder: &Folder| {
        let mut held: Vec<String> =
            rows(folder, "chances.csv").into_iter().map(|row| row[1].clone()).collect();
        held.sort();
        held
    };
    assert_eq!((tickets(&derived), shares(&derived)), (tickets(&secret), shares(&secret)));
}
