//! Records of Nash and Goldilocks lotteries: good ones pass, and a cheat who makes every digest fit is
//! caught by the certificate.

use crate::agreement::agree;
use crate::forged::{put_about, whole};
use crate::support::*;
use geloot::bundle::about::About;
use geloot::bundle::{Folder, Public, fairness, freeze, tables};
use geloot::lottery::certificate::Certificate;
use geloot::lottery::objective::Objective;
use geloot::panel::Seating;
use geloot::verify::{Failure, Id, Known, Outcome, Report, verify};
use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

/// Forty-three people for ten seats, where all four objectives differ but leximin and maximin: with s
/// seats for the 20 people of the first kind, the chances are s/20, (5-s)/10, (5-s)/8 and s/5.
fn folder(objective: Objective) -> Folder {
    static MADE: OnceLock<BTreeMap<&str, Folder>> = OnceLock::new();
    let make = |objective: Objective| {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
        let mut pool = "id,side,place\n".to_owned();
        for (people, side, place) in [(20, "a", "p"), (10, "a", "q"), (8, "b", "p"), (5, "b", "q")] {
            (0..people).for_each(|i| pool.push_str(&format!("{side}{place}{i:02},{side},{place}\n")));
        }
        fs::write(at("pool.csv"), pool).unwrap();
        let quotas = "feature,value,min,max\nside,a,5,5\nside,b,5,5\nplace,p,5,5\nplace,q,5,5\n";
        fs::write(at("quotas.csv"), quotas).unwrap();
        let (word, out) = (objective.word(), at("out"));
        let files =
            ["--pool", &at("pool.csv"), "--quotas", &at("quotas.csv"), "--seats", "10", "--out", &out];
        let text = done(&[&["lottery", "--details", "--objective", word], &files[..]].concat());
        assert!(text.contains(word), "{text}");
        done(&["draw", &out, "--seed", "appel peer"]);
        (word, read(&temp.path().join("out")))
    };
    MADE.get_or_init(|| Objective::ALL.into_iter().map(make).collect())[objective.word()].clone()
}

fn certificate(folder: &Folder) -> Certificate {
    fairness::read(&folder["public/certificate.json"]).unwrap()
}

fn put(folder: &mut Folder, certificate: &Certificate) {
    folder.insert("public/certificate.json".into(), fairness::text(certificate));
}

/// States in about.json what the files give, but for the status.
fn state_honestly(folder: &mut Folder, change: impl FnOnce(&mut About)) {
    let public = Public::read(folder).unwrap();
    let mut about = public.about.clone();
    change(&mut about);
    let objective = Objective::of_word(&about.objective).unwrap();
    let seating = Seating::new(&public.lottery, &public.problem.sizes).unwrap();
    about.least = freeze::least(&seating, &public.problem.sizes);
    let found =
        fairness::evaluate(objective, &public.quotas, &public.problem, &certificate(folder), &seating);
    if let Ok(found) = found {
        about.bound = found.bound.map(fairness::decimal_up);
        about.gap = found.gap.map(fairness::decimal_up);
        about.off = found.off;
    }
    put_about(folder, &about);
}

/// Makes the digests fit, draws again, and checks that fairness, and nothing else, fails.
fn caught(name: &str, mut folder: Folder) -> Report {
    rehash(&mut folder);
    draw_again(&mut folder);
    let report = verify(&folder, &Known::default());
    assert_eq!(
        report.failures(),
        [Id::Fairness],
        "{name}: {}",
        geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
    );
    agree(name, &folder, &report, None);
    report
}

#[test]
fn good_records_pass_and_say_what_is_proved() {
    for (objective, words) in [
        (
            Objective::Nash,
            "No lottery that meets these quotas has a geometric mean of chances more than 0.000001 % above",
        ),
        (Objective::Goldilocks, "no lottery that meets these quotas gets it below "),
    ] {
        let folder = folder(objective);
        let report = verify(&folder, &Known::default());
        assert_eq!(report.claim(Id::Fairness).outcome, Outcome::Pass);
        assert!(!report.failed());
        let text = geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report);
        // On the screen it is in lines.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(words.trim()), "{text}");
        assert!(!text.contains("give everybody more"), "{text}");
        agree(objective.word(), &folder, &report, None);
        let about = Public::read(&folder).unwrap().about;
        assert_eq!((about.status.as_str(), about.bound), ("optimal", None));
    }
}

type Change = fn(&mut Certificate);

#[test]
fn changed_multipliers_prove_less_or_nothing() {
    for objective in [Objective::Nash, Objective::Goldilocks] {
        let good = folder(objective);
        let changes: [(&str, Change); 6] = [
            ("seats", |c| c.overall.as_mut().unwrap().why.seats.0 += 1_i64 << 52),
            ("first row", |c| c.overall.as_mut().unwrap().why.rows[0].1.0 /= 2),
            ("a row left out", |c| {
                c.overall.as_mut().unwrap().why.rows.remove(0);
            }),
            ("nothing", |c| *c.overall.as_mut().unwrap() = Default::default()),
            ("no multipliers", |c| c.overall = None),
            ("out of thin air", |c| {
                c.cuts.push(geloot::lottery::certificate::Cut { terms: vec![(0, 1)], most: -5 });
                c.overall.as_mut().unwrap().why.cuts.push((0, whole(1 << 52)));
            }),
        ];
        for (name, change) in changes {
            let name = format!("{} {name}", objective.word());
            let mut folder = good.clone();
            let mut other = certificate(&folder);
            change(&mut other);
            put(&mut folder, &other);
            caught(&name, folder.clone());
            // The figures are stated honestly, and the status is not.
            if other.cuts.is_empty() {
                state_honestly(&mut folder, |_| {});
                let report = caught(&format!("{name}, stated"), folder);
                let Outcome::Fail(failure) = &report.claim(Id::Fairness).outcome else { panic!() };
                let expected = match other.overall {
                    Some(_) => matches!(failure, Failure::NotOptimal { .. } | Failure::Off { .. }),
                    None => *failure == Failure::NoProof,
                };
                assert!(expected, "{name}: {failure:?}");
            }
        }
        // Levels beside the multipliers.
        let mut folder = good.clone();
        let mut other = certificate(&folder);
        other.levels = certificate(&self::folder(Objective::Leximin)).levels;
        put(&mut folder, &other);
        caught("levels too", folder);
    }
}

#[test]
fn an_objective_cannot_be_called_another() {
    for objective in Objective::ALL {
        for other in Objective::ALL.into_iter().filter(|&o| o != objective) {
            // Here leximin's chances are maximin's too, and its first level proves that.
            if !objective.has_levels() || !other.has_levels() {
                let mut folder = folder(objective);
                state_honestly(&mut folder, |about| about.objective = other.word().into());
                caught(&format!("{} called {}", objective.word(), other.word()), folder);
            }
        }
    }
}

/// The tickets of another objective, with every figure that follows from them.
#[test]
fn tickets_that_are_not_the_best_are_caught() {
    for (objective, other) in [
        (Objective::Nash, Objective::Leximin),
        (Objective::Nash, Objective::Goldilocks),
        (Objective::Goldilocks, Objective::Nash),
        (Objective::Goldilocks, Objective::Maximin),
    ] {
        let name = format!("{} with the tickets of {}", objective.word(), other.word());
        let mut folder = folder(objective);
        for file in ["public/lottery.csv", "public/profiles.csv"] {
            folder.insert(file.into(), self::folder(other)[file].clone());
        }
        state_honestly(&mut folder, |_| {});
        let report = caught(&name, folder.clone());
        let failure = &report.claim(Id::Fairness).outcome;
        assert!(
            matches!(failure, Outcome::Fail(Failure::NotOptimal { .. } | Failure::Off { .. })),
            "{name}: {failure:?}"
        );
        // A better status than deserved, or an honest one: not shown is not passed.
        for status in ["within", "stopped"] {
            state_honestly(&mut folder, |about| about.status = status.into());
            caught(&format!("{name}, {status}"), folder.clone());
        }
    }
}

#[test]
fn one_panel_bought_outright() {
    for objective in [Objective::Nash, Objective::Goldilocks] {
        let mut folder = folder(objective);
        let public = Public::read(&folder).unwrap();
        let mut lottery = public.lottery.clone();
        lottery.shares.truncate(1);
        lottery.shares[0].tickets = public.about.tickets;
        folder.insert("public/lottery.csv".into(), tables::lottery(&lottery));
        let totals = lottery.seat_totals(public.profiles.len());
        edit_rows(&mut folder, "public/profiles.csv", |rows| {
            rows[1..].iter_mut().zip(&totals).for_each(|(row, total)| row[2] = total.to_string());
        });
        state_honestly(&mut folder, |_| {});
        caught(&format!("{} from one panel", objective.word()), folder);
    }
}
