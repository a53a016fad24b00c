//! Lotteries forged by whoever froze them: every digest fits, so only the substance can give them away.

use crate::agreement::agree;
use crate::run::second;
use crate::support::*;
use geloot::bundle::{Folder, Public, fairness, freeze, tables};
use geloot::lottery::certificate::{Certificate, Exact, Level, Multipliers, Near, Overall, Text, Whole};
use geloot::lottery::objective::Objective;
use geloot::lottery::problem::{Panel, Problem, Row};
use geloot::lottery::tickets::{Share, TicketLottery};
use geloot::panel::Seating;
use geloot::quotas::{Feature, Quotas, Value};
use geloot::verify::{Failure, Id, Known, Outcome, verify};

/// Makes the digests fit, draws again, and checks which claim fails.
fn caught(name: &str, mut folder: Folder, claim: Id) -> String {
    rehash(&mut folder);
    if Public::read(&folder).is_ok() {
        draw_again(&mut folder);
    }
    let report = verify(&folder, &Known::default());
    let words = geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report);
    assert_eq!(report.failures(), [claim], "{name}: {words}");
    agree(name, &folder, &report, None);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Replaces the tickets, and every published figure that follows from them.
pub fn with_tickets(folder: &mut Folder, change: impl FnOnce(&mut TicketLottery, &Public)) {
    let public = Public::read(folder).unwrap();
    let mut lottery = public.lottery.clone();
    change(&mut lottery, &public);
    folder.insert("public/lottery.csv".into(), tables::lottery(&lottery));
    let seating = Seating::new(&lottery, &public.problem.sizes).unwrap();
    let totals: Vec<u64> = seating.totals().to_vec();
    edit_rows(folder, "public/profiles.csv", |rows| {
        for (row, total) in rows[1..].iter_mut().zip(&totals) {
            row[2] = total.to_string();
        }
    });
    let certificate = fairness::read(&folder["public/certificate.json"]).unwrap();
    let found =
        fairness::evaluate(Objective::Leximin, &public.quotas, &public.problem, &certificate, &seating)
            .unwrap();
    let mut about = public.about.clone();
    about.tickets = seating.tickets();
    about.least = freeze::least(&seating, &public.problem.sizes);
    about.bound = found.bound.map(fairness::decimal_up);
    about.gap = found.gap.map(fairness::decimal_up);
    about.off = found.off;
    put_about(folder, &about);
}

/// A fraction as a certificate holds it.
pub fn fraction(a: i64, b: i64) -> Text<Exact> {
    Text(Exact::new(a.into(), b.into()))
}

/// A whole number as a certificate holds it.
pub fn whole(a: i64) -> Whole {
    Text(a.into())
}

pub fn put_about(folder: &mut Folder, about: &geloot::bundle::about::About) {
    folder.insert("public/about.json".into(), geloot::bundle::form::facts(about));
}

fn about(folder: &Folder) -> geloot::bundle::about::About {
    Public::read(folder).unwrap().about
}

/// A panel with one member of `from` replaced by one of `to`.
fn exchanged(panel: &Panel, from: u32, to: u32) -> Panel {
    let mut seats: std::collections::BTreeMap<u32, u32> = panel.0.iter().copied().collect();
    *seats.get_mut(&from).unwrap() -= 1;
    *seats.entry(to).or_default() += 1;
    Panel(seats.into_iter().filter(|s| s.1 > 0).collect())
}

#[test]
fn a_ticket_whose_panel_breaks_a_quota() {
    let mut folder = Base::Dice.folder();
    with_tickets(&mut folder, |lottery, public| {
        let share = &mut lottery.shares[3];
        let gender = |t: u32| {
            public.profiles[t as usize].values
                [public.quotas.features.iter().position(|f| f.name == "gender").unwrap()]
        };
        let from = share.panel.0[0].0;
        let room = |t: &u32| {
            let seats = share.panel.0.iter().find(|s| s.0 == *t).map_or(0, |s| s.1);
            public.profiles[*t as usize].people > seats
        };
        let to = (0..public.profiles.len() as u32).find(|t| gender(*t) != gender(from) && room(t)).unwrap();
        share.panel = exchanged(&share.panel, from, to);
    });
    let words = caught("quota", folder, Id::Quotas);
    assert!(words.contains("; the quota is "), "{words}");
}

#[test]
fn a_ticket_with_an_empty_seat() {
    let mut folder = Base::Counts.folder();
    with_tickets(&mut folder, |lottery, _| {
        let share = &mut lottery.shares[0];
        share.panel.0[0].1 -= 1;
        share.panel.0.retain(|s| s.1 > 0);
    });
    caught("empty seat", folder, Id::Quotas);
}

#[test]
fn a_quota_changed_after_the_lottery_was_made() {
    let mut folder = Base::Dice.folder();
    replace(&mut folder, "public/quotas.csv", "region,north,2,3", "region,north,2,2");
    // The codes follow from the quotas too, unless the key is a secret.
    let mut facts = about(&folder);
    facts.key = geloot::bundle::about::KeyOrigin::Secret;
    put_about(&mut folder, &facts);
    caught("quota after", folder, Id::Quotas);
}

#[test]
fn weight_moved_to_the_panels_of_friends() {
    let favour = |lottery: &mut TicketLottery| {
        let last = lottery.shares.len() - 1;
        let taken: u64 =
            lottery.shares[1..last].iter_mut().map(|s| std::mem::replace(&mut s.tickets, 1) - 1).sum();
        lottery.shares[0].tickets += taken;
    };
    // Everything that follows is published honestly; "optimal" stays.
    let mut folder = Base::Dice.folder();
    with_tickets(&mut folder, |lottery, _| favour(lottery));
    let words = caught("weight", folder.clone(), Id::Fairness);
    assert!(
        words.contains(
            "tickets more or fewer than the fairest lottery gives; for this status it may be at most 3"
        ),
        "{words}"
    );
    // How far anybody is off is lied about.
    let honest = about(&Base::Dice.folder());
    let mut facts = about(&folder);
    facts.off = honest.off;
    put_about(&mut folder, &facts);
    caught("weight and off", folder.clone(), Id::Fairness);
    // The profiles' tickets are lied about too.
    folder.insert("public/profiles.csv".into(), Base::Dice.folder()["public/profiles.csv"].clone());
    facts.status = "stopped".into();
    let seating_facts = Public::read(&folder).unwrap();
    let certificate = fairness::read(&folder["public/certificate.json"]).unwrap();
    let seating = Seating::new(&seating_facts.lottery, &seating_facts.problem.sizes).unwrap();
    let found = fairness::evaluate(
        Objective::Leximin,
        &seating_facts.quotas,
        &seating_facts.problem,
        &certificate,
        &seating,
    )
    .unwrap();
    facts.off = found.off;
    put_about(&mut folder, &facts);
    // Chances that are not the tickets', and a search called unfinished: both are seen.
    rehash(&mut folder);
    draw_again(&mut folder);
    let report = verify(&folder, &Known::default());
    assert_eq!(report.failures(), [Id::Chances, Id::Fairness]);
    agree("weight and chances", &folder, &report, None);
}

#[test]
fn one_panel_bought_outright() {
    let mut folder = Base::Undrawn.folder();
    with_tickets(&mut folder, |lottery, _| {
        lottery.shares = vec![Share { tickets: 1000, panel: lottery.shares[0].panel.clone() }];
    });
    caught("one panel", folder, Id::Fairness);
    // Among nine tickets one panel is no further from the fairest lottery than rounding may take it.
    let mut folder = Base::Counts.folder();
    with_tickets(&mut folder, |lottery, _| {
        lottery.shares = vec![Share { tickets: 9, panel: lottery.shares[0].panel.clone() }];
    });
    let words = caught("one panel on nine tickets", folder, Id::Fairness);
    assert!(words.contains("too few tickets to tell a fair lottery from an unfair one: 9."), "{words}");
}

/// One friend among four hundred people for twenty seats, without any quota that binds, and what a proof
/// says of a lottery that has the friend on every ticket: nobody else loses three tickets by it.
fn with_a_friend(objective: Objective, certificate: &Certificate) -> fairness::Found {
    let (rows, sizes) = (vec![row(0, 20), row(1, 20)], vec![1, 399]);
    let problem = Problem { seats: 20, sizes, rows };
    let value = |name: &str| Value { name: name.into(), min: 0, max: 20, flex: None };
    let feature = Feature { name: "is".into(), values: vec![value("friend"), value("other")] };
    let quotas = Quotas { features: vec![feature] };
    let lottery =
        TicketLottery { shares: vec![Share { tickets: 1000, panel: Panel(vec![(0, 1), (1, 19)]) }] };
    let seating = Seating::new(&lottery, &problem.sizes).unwrap();
    fairness::evaluate(objective, &quotas, &problem, certificate, &seating).unwrap()
}

fn row(profile: u32, max: u32) -> Row {
    Row { profiles: vec![profile], min: 0, max }
}

#[test]
fn a_friend_on_every_ticket_for_which_everybody_else_pays_a_little() {
    let one = |seats| Multipliers { seats: whole(seats), ..Multipliers::default() };
    let level = Level { settled: vec![0, 1], value: fraction(1, 20), why: one(1) };
    let found = with_a_friend(
        Objective::Leximin,
        &Certificate { levels: vec![level.clone()], ..Certificate::default() },
    );
    // The smallest chance is as large as rounding may leave it, and everybody's is proved to be 1/20.
    assert_eq!((found.least, found.needed, found.off), (47, 240, Some(950)));
    assert_eq!(fairness::status("optimal", found.excess.as_ref()), "stopped");
    // Maximin says nothing about anybody else, and so cannot be broken by it.
    let found =
        with_a_friend(Objective::Maximin, &Certificate { levels: vec![level], ..Certificate::default() });
    assert_eq!(fairness::status("optimal", found.excess.as_ref()), "optimal");
    let near = Some(Near { parts: whole(20), seats: vec![whole(1), whole(399)] });
    let overall = Some(Overall { near, why: one(20_000_000_000_000) });
    let found = with_a_friend(Objective::Nash, &Certificate { overall, ..Certificate::default() });
    // Equal chances are the best exactly: 1,000 tickets where 50 are due.
    assert_eq!(found.off, Some(950));
    assert_eq!(fairness::status("optimal", found.excess.as_ref()), "stopped");
}

#[test]
fn whoever_is_settled_early_must_be_proved_to_stay() {
    // Every profile at the first level: the bounds hold, but nobody shows that the others cannot rise.
    let mut folder = Base::Dice.folder();
    let mut certificate = fairness::read(&folder["public/certificate.json"]).unwrap();
    assert!(certificate.levels.len() > 1);
    let later: Vec<u32> = certificate.levels.drain(1..).flat_map(|level| level.settled).collect();
    certificate.levels[0].settled.extend(later);
    certificate.levels[0].settled.sort_unstable();
    folder.insert("public/certificate.json".into(), fairness::text(&certificate));
    caught("settled early", folder, Id::Fairness);
    // The first two levels as one.
    let mut folder = Base::Dice.folder();
    let mut certificate = fairness::read(&folder["public/certificate.json"]).unwrap();
    let second = certificate.levels.remove(1);
    certificate.levels[0].settled.extend(second.settled);
    certificate.levels[0].settled.sort_unstable();
    folder.insert("public/certificate.json".into(), fairness::text(&certificate));
    caught("two levels as one", folder, Id::Fairness);
}

#[test]
fn a_smallest_chance_that_is_a_lie() {
    let mut folder = Base::Dice.folder();
    let mut facts = about(&folder);
    facts.least += 1;
    put_about(&mut folder, &facts);
    caught("least", folder, Id::Chances);
}

#[test]
fn certificates_that_prove_too_much_or_nothing() {
    let good = Base::Dice.folder();
    let certificate = fairness::read(&good["public/certificate.json"]).unwrap();
    let put = |certificate: &geloot::lottery::certificate::Certificate| {
        let mut folder = good.clone();
        folder.insert("public/certificate.json".into(), fairness::text(certificate));
        folder
    };
    // Multipliers changed: another bound than stated.
    let mut other = certificate.clone();
    other.levels[0].why.seats.0 += 1;
    caught("multiplier", put(&other), Id::Fairness);
    // No level at all.
    let mut other = certificate.clone();
    other.levels.clear();
    caught("no levels", put(&other), Id::Fairness);
    // The last level left out.
    let mut other = certificate.clone();
    other.levels.pop();
    caught("a level less", put(&other), Id::Fairness);
    // A value that the lottery does not give makes later bounds look tight.
    let mut other = certificate.clone();
    other.levels[0].value.0 += fraction(1, 100).0;
    caught("value", put(&other), Id::Fairness);
    // A profile settled twice.
    let mut other = certificate.clone();
    let twice = other.levels[0].settled[0];
    if let Some(level) = other.levels.get_mut(1) {
        level.settled.insert(0, twice);
        level.settled.sort();
    } else {
        let again = other.levels[0].clone();
        other.levels.push(again);
    }
    caught("twice", put(&other), Id::Fairness);
    // Somebody with tickets marked as shut out.
    let mut other = certificate.clone();
    let out = other.levels[0].settled.remove(0);
    other.shut_out.push(out);
    caught("shut out with tickets", put(&other), Id::Fairness);
    // A cut that nobody searched for, with a weight.
    let mut other = certificate.clone();
    other.cuts.push(geloot::lottery::certificate::Cut { terms: vec![(0, 1)], most: -5 });
    other.levels[0].why.cuts.push((0, whole(1 << 50)));
    caught("a cut out of thin air", put(&other), Id::Fairness);
}

/// Whoever is left out of every ticket and marked as shut out without an arithmetic reason: the others'
/// chances give it away, and calling the search unfinished does not help.
#[test]
fn somebody_quietly_shut_out() {
    let mut folder = Base::Undrawn.folder();
    let public = Public::read(&folder).unwrap();
    // A profile that some panels do without: only those panels stay.
    let tickets_without = |t: u32| -> u64 {
        public.lottery.shares.iter().filter(|s| s.panel.0.iter().all(|p| p.0 != t)).map(|s| s.tickets).sum()
    };
    let victim = (0..public.profiles.len() as u32).find(|&t| tickets_without(t) > 0).unwrap();
    let mut certificate = fairness::read(&folder["public/certificate.json"]).unwrap();
    certificate.levels.iter_mut().for_each(|l| l.settled.retain(|&t| t != victim));
    certificate.levels.retain(|l| !l.settled.is_empty());
    certificate.shut_out = vec![victim];
    folder.insert("public/certificate.json".into(), fairness::text(&certificate));
    with_tickets(&mut folder, |lottery, _| {
        lottery.shares.retain(|s| s.panel.0.iter().all(|p| p.0 != victim));
        let missing = 1000 - lottery.tickets();
        lottery.shares[0].tickets += missing;
    });
    let mut facts = about(&folder);
    facts.status = "stopped".into();
    put_about(&mut folder, &facts);
    rehash(&mut folder);
    draw_again(&mut folder);
    let report = verify(&folder, &Known::default());
    assert!(matches!(report.claim(Id::Fairness).outcome, Outcome::Fail(Failure::NoProof)));
    agree("shut out", &folder, &report, None);
    let temp = tempfile::tempdir().unwrap();
    write(&folder, temp.path());
    let searched = geloot(&["verify", temp.path().to_str().unwrap(), "--re-solve"]);
    assert_eq!(searched.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&searched.stdout).contains("The certificate is not a proof."));
}

/// A record of eight people for two seats, one from each half of A and of B. Everybody can be on a panel,
/// unless `quotas` forbid it; two of them are said not to be, and nothing but a search shows that it is not so.
fn said_to_be_shut_out(people: &[(&str, &str)]) -> Folder {
    let mut pool = "id,A,B\n".to_owned();
    people.iter().enumerate().for_each(|(i, (a, b))| pool.push_str(&format!("{i},{a},{b}\n")));
    let quotas = b"feature,value,min,max\nA,a1,1,1\nA,a2,1,1\nB,b1,1,1\nB,b2,1,1\n";
    let source = |name, bytes| geloot::pool::Source { name, bytes };
    let mut faults = geloot::base::fault::Faults::new();
    let pool = geloot::pool::read(
        source("pool.csv", pool.as_bytes()),
        source("quotas.csv", quotas),
        2,
        None,
        &mut faults,
    )
    .unwrap();
    let profiles = pool.profiles();
    // Profiles in order: a1 b1, a1 b2, (a2 b1,) a2 b2. Only the first and the last have tickets.
    let last = profiles.values.len() as u32 - 1;
    let lottery =
        TicketLottery { shares: vec![Share { tickets: 1000, panel: Panel(vec![(0, 1), (last, 1)]) }] };
    let why = Multipliers { seats: whole(1), ..Multipliers::default() };
    let certificate = Certificate {
        shut_out: (1..last).collect(),
        cuts: Vec::new(),
        levels: vec![Level { settled: vec![0, last], value: fraction(1, 3), why }],
        overall: None,
    };
    let inputs = geloot::bundle::Inputs {
        pool: &pool,
        profiles: &profiles,
        lottery: &lottery,
        certificate: &certificate,
        objective: Objective::Leximin,
        status: "optimal",
        charter: None,
        key: None,
        detail: geloot::bundle::Detail::Codes,
        continues: None,
        prepared: None,
        program: "a cheat",
    };
    freeze::freeze(&inputs).unwrap().folder
}

/// The chances of the others do not give it away when enough people are left out. Without a search the
/// claim is not checked, and both programs say how many people it is about; with one it fails, or passes
/// where it is true.
#[test]
fn people_said_to_be_on_no_panel_are_searched_for() {
    let six = [("a1", "b1"), ("a1", "b1"), ("a1", "b1"), ("a2", "b2"), ("a2", "b2"), ("a2", "b2")];
    for (others, exit, says) in [
        (&[("a1", "b2"), ("a2", "b1")][..], 1, "found a panel that the certificate says does not exist"),
        (&[("a1", "b2")][..], 0, "A search over panels was made again just now"),
    ] {
        let folder = said_to_be_shut_out(&[&six[..], others].concat());
        let report = verify(&folder, &Known::default());
        assert!(matches!(report.claim(Id::Fairness).outcome, Outcome::NotChecked(_)), "{report:#?}");
        agree("said to be shut out", &folder, &report, None);
        let temp = tempfile::tempdir().unwrap();
        write(&folder, temp.path());
        let at = temp.path().to_str().unwrap();
        let words = |args: &[&str]| {
            let output = geloot(args);
            let text = String::from_utf8(output.stdout).unwrap();
            (output.status.code(), text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let (code, text) = words(&["verify", at]);
        assert!(code == Some(exit) && text.contains(says), "{text}");
        let (code, text) = words(&["verify", at, "--no-re-solve"]);
        let count = if others.len() == 1 { "1 person is said" } else { "2 people are said" };
        assert!(code == Some(0) && text.contains("V10 NOT CHECKED") && text.contains(count), "{text}");
        if let Some(output) = second(&[at]) {
            let text = String::from_utf8(output.stdout).unwrap();
            let due =
                format!("{} people are said to be on no panel, {0} of them only by a search", others.len());
            assert!(text.contains(&due), "{text}");
        }
    }
}

#[test]
fn people_struck_out_of_the_public_pool_only() {
    let mut folder = Base::Dice.folder();
    let public = Public::read(&folder).unwrap();
    // A profile with a member to spare: the lottery stays possible.
    let profile = (0..public.profiles.len()).find(|&t| {
        let most = public
            .lottery
            .shares
            .iter()
            .flat_map(|s| &s.panel.0)
            .filter(|p| p.0 as usize == t)
            .map(|p| p.1)
            .max();
        public.profiles[t].people > most.unwrap_or(0) && public.profiles[t].people > 2
    });
    let profile = profile.unwrap();
    let coded = public.coded.as_ref().unwrap();
    let victim = coded.people.iter().position(|p| p.1 as usize == profile).unwrap();
    edit_rows(&mut folder, "public/pool.csv", |rows| drop(rows.remove(victim + 1)));
    edit_rows(&mut folder, "public/profiles.csv", |rows| {
        let people: u32 = rows[profile + 1][1].parse().unwrap();
        rows[profile + 1][1] = (people - 1).to_string();
    });
    let mut facts = public.about.clone();
    facts.people -= 1;
    facts.status = "stopped".into();
    put_about(&mut folder, &facts);
    with_tickets(&mut folder, |_, _| {});
    // Only the sealed tier remembers; the clerk's lists rest on it.
    rehash(&mut folder);
    let report = verify(&folder, &Known::default());
    assert!(
        report.failures().contains(&Id::Sealed),
        "{}",
        geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
    );
    assert_eq!(report.claim(Id::People).outcome, Outcome::Pass);
}

#[test]
fn the_sealed_part_says_otherwise_of_a_person() {
    let mut folder = Base::Dice.folder();
    let mut facts = about(&folder);
    facts.key = geloot::bundle::about::KeyOrigin::Secret;
    put_about(&mut folder, &facts);
    replace(&mut folder, "sealed/pool.csv", "young", "old");
    caught("sealed feature", folder, Id::Sealed);

    // Two people's codes exchanged before the freeze: the key does not give them.
    let mut folder = Base::Undrawn.folder();
    edit_rows(&mut folder, "sealed/codes.csv", |r| {
        let other = r[2..].iter().position(|row| row[2] == r[1][2]).unwrap() + 2;
        (r[1][1], r[other][1]) = (r[other][1].clone(), r[1][1].clone());
    });
    caught("codes exchanged", folder, Id::Sealed);

    // A secret key that is called derived, so that nobody asks who could choose it.
    let mut folder = Base::Undrawn.folder();
    let mut facts = about(&folder);
    facts.key = geloot::bundle::about::KeyOrigin::Derived;
    put_about(&mut folder, &facts);
    caught("key", folder, Id::Sealed);
}

#[test]
fn a_tree_over_other_people() {
    let mut folder = Base::Counts.folder();
    let mut facts = about(&folder);
    facts.root = Some("0".repeat(64));
    put_about(&mut folder, &facts);
    caught("root", folder, Id::Sealed);
}

#[test]
fn facts_that_do_not_agree() {
    for (name, change, claim) in [
        ("people", (|a| a.people += 1) as fn(&mut geloot::bundle::about::About), Id::People),
        ("unique", |a| a.unique += 1, Id::People),
        ("profiles", |a| a.profiles -= 1, Id::People),
        ("tickets", |a| a.tickets += 1, Id::Tickets),
        ("seats", |a| a.seats += 1, Id::Quotas),
        ("older rules", |a| a.rules = 0, Id::Facts),
        ("later rules", |a| a.rules = 2, Id::Facts),
        ("objective", |a| a.objective = "my own".into(), Id::Facts),
        ("status", |a| a.status = "perfect".into(), Id::Facts),
        ("bound", |a| a.bound = Some("0.000000000001".into()), Id::Fairness),
        ("gap", |a| a.gap = Some("0.000000000001".into()), Id::Fairness),
        ("off", |a| a.off = a.off.map(|off| off + 1), Id::Fairness),
        ("nobody off", |a| a.off = None, Id::Fairness),
    ] {
        let mut folder = Base::Undrawn.folder();
        let mut facts = about(&folder);
        change(&mut facts);
        put_about(&mut folder, &facts);
        rehash(&mut folder);
        let report = verify(&folder, &Known::default());
        assert_eq!(
            report.failures(),
            [claim],
            "{name}: {}",
            geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
        );
        agree(name, &folder, &report, None);
    }
}

#[test]
fn a_frozen_list_of_names_does_not_belong_in_the_public_part() {
    let mut folder = Base::Undrawn.folder();
    folder.insert("public/names.csv".into(), b"code,name\n".to_vec());
    caught("names", folder, Id::NothingExtra);
}
