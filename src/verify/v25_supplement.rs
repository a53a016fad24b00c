//! V25. A supplementary lottery goes on where the record before it ended: whoever was in there has a seat here,
//! whoever was out is excluded, and everybody else is in the pool, under the same codes, with the same
//! features, quotas and household rule.

use super::report::{Claim, Failure, Id, Outcome, Remark, Report, Tally, Why, not_checked};
use super::v25_left::{Counts, Left, People, coded};
use super::v25_terms::dropped;
use super::{Known, verify_lottery};
use crate::bundle::about::{About, Continues};
use crate::bundle::chain::Kind;
use crate::bundle::record::{DRAWS, Record, TRIALS};
use crate::bundle::sourced::{is_known, used};
use crate::bundle::supplements::Facts;
use crate::bundle::{Folder, Public, confirmed_excluded, files, form, household, public, tables};
use crate::draw::code::Code;
use crate::quotas::Quotas;
use crate::seed::Evidence;

/// The claim about a record of which these other claims were made: where what it rests on failed it is not checked, and is
/// told all the same where the record says that it goes on from another, or somebody does.
pub(super) fn check(folder: &Folder, earlier: Option<&Folder>, found: &Report) -> Option<Claim> {
    let ground = [Id::Commitment, Id::Files, Id::Facts, Id::Tickets];
    let failed = ground.into_iter().find(|&id| found.claim(id).outcome != Outcome::Pass);
    let (facts, why) = (found.claim(Id::Facts).outcome == Outcome::Pass, Why::RestsOn);
    let about = || form::read_facts::<About>(public::file(folder, files::ABOUT).ok()?).ok();
    let stated = || about().and_then(|about| about.continues);
    let told = if facts { stated().is_some() } else { earlier.is_some() };
    match failed {
        Some(id) => told.then(|| not_checked(Id::Supplement, why(id))),
        None if Public::read(folder).is_err() => told.then(|| not_checked(Id::Supplement, why(Id::Source))),
        None => supplement(folder, earlier),
    }
}

/// The claim that `folder` is the supplement of the record `earlier`; none if it is no supplement.
pub fn supplement(folder: &Folder, earlier: Option<&Folder>) -> Option<Claim> {
    let id = Id::Supplement;
    let new = Public::read(folder).ok()?;
    let continues = new.about.continues.clone()?;
    let Some(earlier) = earlier else { return Some(not_checked(id, Why::NoRecordBefore)) };
    let mut tally = Tally::new(id);
    let wrong = |what: &'static str| Failure::Continues { what };
    let sound = !verify_lottery(earlier, &Known::default()).failed();
    if !tally.check(sound, || wrong("not-whole")) {
        return Some(tally.claim());
    }
    let Some(left) = Left::read(earlier, &continues.roster) else {
        tally.fail(wrong("other-end"));
        return Some(tally.claim());
    };
    tally.check(left.commitment == continues.commitment, || wrong("other-lottery"));
    tally.check(left.record == continues.record, || wrong("other-draw"));
    let rule = new.about.household.as_ref();
    let same = rule == left.household.as_ref();
    tally.check(same, || wrong("other-household"));
    tally.check(new.about.objective == left.objective, || wrong("other-objective"));
    tally.check(new.about.detail == left.detail, || wrong("codes-in-one"));
    let known = people(&mut tally, folder, &new, &left);
    let asked = public::file(folder, files::ASKED).ok().and_then(|bytes| tables::read_quotas(bytes).ok());
    let asked = asked.unwrap_or_else(|| household::without(&new.quotas, new.about.household.as_ref()));
    let mut loosened = None;
    if bounds(&asked) == bounds(&left.quotas) {
        tally.check(!continues.loosened, || wrong("not-loosened"));
    } else {
        let looser = asked.loosens(&left.quotas);
        tally.check(looser, || wrong("other-quotas"));
        let said = !looser || continues.loosened;
        tally.check(said, || wrong("loosened-unsaid"));
        loosened = (looser && said).then_some(Remark::Loosened { before: left.quotas.clone(), now: asked });
    }
    let known_before = evidence(&mut tally, folder, earlier);
    let named = named(&mut tally, &new, &continues, &left);
    tally.check(continues.passed_over.is_some() == left.turn, || match left.turn {
        true => wrong("passed-over-unsaid"),
        false => wrong("not-passed-over"),
    });
    let passed_over = continues.passed_over.map(Remark::PassedOver);
    let seats = new.about.confirmed.map_or(new.about.seats, |confirmed| confirmed.seats);
    tally.check(seats == left.seats, || wrong("other-seats"));
    let claim = if known || !tally.clean() { tally.claim() } else { not_checked(id, Why::NoCodes) };
    let claim = claim.remark(dropped(&new, folder, earlier));
    Some(
        claim
            .remark(named)
            .remark(known_before)
            .remark(further(earlier))
            .remark(passed_over)
            .remark(loosened),
    )
}

/// No draw has evidence of the record before: whoever made this lottery knew it, and could make the one that it favours. Dice and
/// tickets have few outcomes, so that they can come twice.
fn evidence(tally: &mut Tally, folder: &Folder, earlier: &Folder) -> Option<Remark> {
    let all = |folder: &Folder, kind: &Kind<Record>| {
        let made = kind.read(folder).whole().unwrap_or_default();
        made.into_iter().map(|made| made.facts).collect::<Vec<Record>>()
    };
    let (draws, trials) = (all(earlier, &DRAWS), all(earlier, &TRIALS));
    let used = used(draws.iter(), trials.iter());
    let known = all(folder, &DRAWS).into_iter().filter_map(|draw| draw.own_evidence());
    let known: Vec<Evidence> = known.filter(|own| is_known(own, &used)).collect();
    let few = |own: &Evidence| matches!(own.deciding(), Evidence::Dice(_) | Evidence::Ticket(_));
    tally.check(known.iter().all(few), || Failure::Continues { what: "known-evidence" });
    known.iter().any(few).then_some(Remark::KnownBefore)
}

/// That the record before goes on from another lottery itself: whoever checks this one need not have that, and could not compare.
fn further(earlier: &Folder) -> Option<Remark> {
    let continues = Public::read(earlier).ok()?.about.continues?;
    Some(Remark::Further(continues.commitment))
}

/// Everybody is where they were left, with the features that they had. Whether it could be told of each of them; by
/// their numbers it is in any case.
fn people(tally: &mut Tally, folder: &Folder, new: &Public, left: &Left) -> bool {
    let wrong = |what: &'static str| Failure::Continues { what };
    let file = |file| public::file(folder, file).ok();
    let seated =
        file(files::CONFIRMED).and_then(|bytes| confirmed_excluded::read_confirmed(&new.quotas, bytes).ok());
    let seated: Vec<Code> = seated.into_iter().flatten().map(|person| person.0).collect();
    let out = file(files::EXCLUDED)
        .and_then(|bytes| confirmed_excluded::read_excluded(bytes).ok())
        .unwrap_or_default();
    let rule = new.about.household.as_ref();
    let here = coded(new, folder);
    if let (Some(here), Some(there)) = (&here, &left.who) {
        tally.count((there.seated.len() + there.out.len() + there.rest.len()) as u64);
        tally.check(seated == there.seated, || wrong("other-seated"));
        let who = out.iter().map(|person| person.0).eq(there.out.iter().map(|person| person.0));
        tally.check(who, || wrong("other-excluded"));
        let why = out.iter().map(|person| person.1.as_str()).eq(there.out.iter().map(|person| person.1));
        tally.check(!who || why, || wrong("other-ground"));
        let pool = here.people.iter().map(|person| &person.0);
        tally.check(pool.eq(&there.rest), || wrong("other-pool"));
        match People::of(new, here, folder) {
            None => tally.fail(wrong("unreadable")),
            Some(people) => {
                let as_there =
                    |(code, own): (&Code, &Vec<String>)| there.people.values.get(code) == Some(own);
                let features = people.values.iter().all(as_there);
                tally.check(features, || wrong("other-features"));
                let homes = rule != left.household.as_ref()
                    || people.live_as(&there.people, rule.map_or(0, |rule| rule.per));
                tally.check(homes, || wrong("other-home"));
            }
        }
    }
    let counts = Counts::of(new, folder);
    let all_seated = counts.as_ref().is_some_and(|counts| counts.seated == left.counts.seated);
    tally.check(all_seated, || wrong("seated-counts"));
    let pool = counts.is_some_and(|counts| counts.pool == left.counts.pool);
    tally.check(pool, || wrong("pool-counts"));
    let mut grounds: Vec<&str> = out.iter().map(|person| person.1.as_str()).collect();
    grounds.sort_unstable();
    tally.check(grounds == left.grounds, || wrong("excluded-counts"));
    here.is_some() && left.who.is_some()
}

/// The record before names this supplement as the one that counts.
fn named(tally: &mut Tally, new: &Public, continues: &Continues, left: &Left) -> Option<Remark> {
    let wrong = |what: &'static str| Failure::Continues { what };
    let own = new.commitment.digest().to_string();
    let (last, others) = match (left.continued.split_last(), continues.continued) {
        (Some(found), _) => found,
        (None, None) => return Some(Remark::Unnamed),
        (None, Some(_)) => {
            tally.fail(wrong("names-none"));
            return None;
        }
    };
    let here = left.continued.iter().any(|facts| facts.supplement == own);
    tally.check(last.supplement == own, || match here {
        true => wrong("names-later"),
        false => wrong("names-other"),
    });
    let same = last.supplement != own
        || (continues.continued == Some(last.continued)
            && last.roster == continues.roster
            && last.record == continues.record);
    tally.check(same, || wrong("names-otherwise"));
    let because = left.continued.iter().skip(1).map(|facts| facts.because.clone().unwrap_or_default());
    let replaced: Vec<(String, String)> = others.iter().map(Facts::line).zip(because).collect();
    (!replaced.is_empty()).then_some(Remark::Replaced { replaced })
}

/// Everything that quotas ask; how far a repair may go is no part of it.
fn bounds(quotas: &Quotas) -> Vec<(&str, &str, u32, u32)> {
    let lines = (0..quotas.lines()).filter_map(|row| quotas.line(row));
    lines.map(|(f, v)| (f.name.as_str(), v.name.as_str(), v.min, v.max)).collect()
}

#[cfg(all(test, feature = "solve"))]
mod tests {
    use super::*;
    use crate::assembly::{Frozen, Source, Supplement};
    use crate::bundle::form::records;
    use crate::verify::Outcome;
    use crate::verify::honest::{counts, record, refit, rows, settled, state};
    use serde_json::{Value, json};
    use std::sync::LazyLock;

    /// A record with codes of which one of two members declined, and the reserves as well, and the supplement for the
    /// empty seat.
    fn supplemented(mut before: Folder) -> (Folder, Folder) {
        before
            .retain(|name, _| !["public/continued/", "public/rosters/"].iter().any(|p| name.starts_with(p)));
        // Where no codes are public, the clerk's lists say who they are.
        let coded = before.contains_key("public/pool.csv");
        let (place, heading) = if coded { ("public/draws/2/", "code") } else { ("", "id") };
        let column = |file: &str| -> Vec<(String, bool)> {
            let rows = records(&before[&format!("{place}{file}")]).unwrap();
            let code = rows[0].iter().position(|it| it == heading).unwrap();
            rows[1..].iter().map(|row| (row[code].to_owned(), row.iter().any(|it| it == "woman"))).collect()
        };
        let mut events = format!("date,{heading},event\n");
        for (code, woman) in column("panel.csv") {
            let event = if woman { "declined" } else { "confirmed" };
            events += &format!("2026-03-02,{code},{event}\n");
        }
        for (code, _) in column("reserves.csv") {
            events += &format!("2026-03-03,{code},withdrew\n");
        }
        let frozen = Frozen::open(before.clone()).ok().unwrap();
        let drawn = frozen.after_draw().ok().unwrap();
        let list = Source { name: "events.csv", bytes: events.as_bytes() };
        let found = drawn
            .supplement_after(&[list], Supplement::default(), &mut |_| {})
            .unwrap_or_else(|no| panic!("{no:?}"));
        found.before.apply_to(&mut before);
        (before, found.made.frozen.folder)
    }

    static BOTH: LazyLock<(Folder, Folder)> = LazyLock::new(|| supplemented(record()));
    /// Two of the people live together, a third has a seat, and a fourth is excluded.
    static SETTLED: LazyLock<(Folder, Folder)> = LazyLock::new(|| supplemented(settled()));

    fn both() -> (Folder, Folder) {
        BOTH.clone()
    }

    fn outcome(before: &Folder, new: &Folder) -> Outcome {
        supplement(new, Some(before)).expect("a supplement").outcome
    }

    /// What is wrong first after changes to the record before and to the supplement.
    fn wrong(old: impl FnOnce(&mut Folder), new: impl FnOnce(&mut Folder)) -> &'static str {
        let (mut before, mut after) = both();
        old(&mut before);
        new(&mut after);
        match outcome(&before, &after) {
            Outcome::Fail(Failure::Continues { what }) => what,
            other => panic!("{other:?}"),
        }
    }

    /// Gives a field of what the supplement says it goes on from another value.
    fn says(folder: &mut Folder, field: &str, value: Value) {
        let about: Value = serde_json::from_slice(&folder["public/about.json"]).unwrap();
        let mut continues = about["continues"].clone();
        match value {
            Value::Null => drop(continues.as_object_mut().unwrap().remove(field)),
            value => continues[field] = value,
        }
        state(folder, "public/about.json", "continues", continues);
    }

    #[test]
    fn a_supplement_goes_on_from_its_record_and_from_no_other() {
        let (before, new) = both();
        let claim = supplement(&new, Some(&before)).unwrap();
        assert_eq!(claim.outcome, Outcome::Pass, "{claim:?}");
        assert_eq!(supplement(&new, None).unwrap().outcome, Outcome::NotChecked(Why::NoRecordBefore));
        assert_eq!(supplement(&before, Some(&new)), None);
        let none = |_: &mut Folder| {};
        let digest = || json!("0".repeat(64));
        assert_eq!(wrong(|f| drop(f.remove("public/pool.csv")), none), "not-whole");
        assert_eq!(wrong(none, |f| says(f, "roster", digest())), "other-end");
        assert_eq!(wrong(none, |f| says(f, "commitment", digest())), "other-lottery");
        assert_eq!(wrong(none, |f| says(f, "record", digest())), "other-draw");
    }

    #[test]
    fn what_was_asked_of_the_first_lottery_is_asked_of_it() {
        let none = |_: &mut Folder| {};
        let about = "public/about.json";
        assert_eq!(wrong(none, |f| state(f, about, "objective", json!("nash"))), "other-objective");
        assert_eq!(wrong(none, |f| says(f, "loosened", json!(true))), "not-loosened");
        assert_eq!(wrong(none, |f| says(f, "passed_over", json!("Too late."))), "not-passed-over");
        let seats = json!({ "people": 1, "seats": 3 });
        assert_eq!(wrong(none, |f| state(f, about, "confirmed", seats)), "other-seats");
        let asked = "public/asked.csv";
        assert_eq!(wrong(none, |f| rows(f, asked, |rows| rows[1][3] = "2".into())), "loosened-unsaid");
        assert_eq!(wrong(none, |f| rows(f, asked, |rows| rows[1][2] = "2".into())), "other-quotas");
    }

    #[test]
    fn everybody_is_where_they_were_left() {
        let none = |_: &mut Folder| {};
        assert_eq!(
            wrong(none, |f| rows(f, "public/excluded.csv", |rows| drop(rows.pop()))),
            "other-excluded"
        );
        let ground = |f: &mut Folder| rows(f, "public/excluded.csv", |rows| rows[1][1] = "no-show".into());
        assert_eq!(wrong(none, ground), "other-ground");
        assert_eq!(wrong(none, |f| rows(f, "public/confirmed.csv", |rows| rows.truncate(1))), "other-seated");
    }

    #[test]
    fn the_record_before_names_it() {
        let none = |_: &mut Folder| {};
        let gone = |f: &mut Folder| f.retain(|name, _| !name.starts_with("public/continued/"));
        assert_eq!(wrong(gone, none), "names-none");
        assert_eq!(wrong(none, |f| says(f, "continued", json!(2))), "names-otherwise");
        let (mut before, mut new) = both();
        gone(&mut before);
        says(&mut new, "continued", Value::Null);
        let claim = supplement(&new, Some(&before)).unwrap();
        assert_eq!(claim.outcome, Outcome::Pass);
        assert!(claim.remarks.contains(&Remark::Unnamed));
    }

    #[test]
    fn the_household_rule_and_what_is_shown_stay_as_they_were() {
        let wrong = |of: &(Folder, Folder), change: &dyn Fn(&mut Folder)| {
            let mut new = of.1.clone();
            change(&mut new);
            let claim = supplement(&new, Some(&of.0)).unwrap();
            match claim.outcome {
                Outcome::Fail(Failure::Continues { what }) => what,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(outcome(&SETTLED.0, &SETTLED.1), Outcome::Pass);
        let about = "public/about.json";
        let mut rule: Value = serde_json::from_slice(&SETTLED.1[about]).unwrap();
        rule["household"]["per"] = json!(2);
        assert_eq!(
            wrong(&SETTLED, &|f| state(f, about, "household", rule["household"].clone())),
            "other-household"
        );
        assert_eq!(wrong(&BOTH, &|f| state(f, about, "detail", json!("profiles"))), "codes-in-one");
    }

    fn continues(folder: &Folder) -> Continues {
        Public::read(folder).unwrap().about.continues.unwrap()
    }

    /// What is told of quotas that were loosened, and that nothing is where they were not, or not said to be.
    #[test]
    fn looser_quotas_are_told() {
        let asked = "public/asked.csv";
        let claim = |row: usize, column: usize, said: bool| {
            let (before, mut new) = both();
            rows(&mut new, asked, |rows| rows[row][column] = "2".into());
            if said {
                says(&mut new, "loosened", json!(true));
            }
            let claim = supplement(&new, Some(&before)).unwrap();
            let told = claim.remarks.iter().any(|it| matches!(it, Remark::Loosened { .. }));
            (claim.outcome == Outcome::Pass, claim.failed, told)
        };
        for row in [1, 2] {
            assert_eq!(claim(row, 3, true), (true, 0, true), "{row}");
            assert_eq!(claim(row, 3, false), (false, 1, false), "{row}");
            assert_eq!(claim(row, 2, true), (false, 1, false), "{row}");
            assert_eq!(claim(row, 2, false), (false, 1, false), "{row}");
        }
    }

    /// A change of what the supplement says, and of how the record was left.
    type Lie = fn(&mut Public, &mut Left);

    /// How many things of its people are looked at, and wrong; the first of them; and whether everybody was told apart.
    fn of_people(of: &(Folder, Folder), lie: Lie) -> (u64, u64, Option<&'static str>, bool) {
        let mut new = Public::read(&of.1).unwrap();
        let mut left = Left::read(&of.0, &continues(&of.1).roster).unwrap();
        lie(&mut new, &mut left);
        let mut tally = Tally::new(Id::Supplement);
        let known = people(&mut tally, &of.1, &new, &left);
        let claim = tally.claim();
        let first = match claim.outcome {
            Outcome::Fail(Failure::Continues { what }) => Some(what),
            Outcome::Pass => None,
            other => panic!("{other:?}"),
        };
        (claim.checked, claim.failed, first, known)
    }

    #[test]
    fn everything_that_is_known_of_people_is_compared() {
        // Nine things, and each of six or seven people.
        assert_eq!(of_people(&BOTH, |_, _| {}), (9 + 6, 0, None, true));
        assert_eq!(of_people(&SETTLED, |_, _| {}), (9 + 7, 0, None, true));
        let lies: [(Lie, &str); 11] = [
            (|_, left| _ = left.who.as_mut().unwrap().seated.pop(), "other-seated"),
            (|_, left| _ = left.who.as_mut().unwrap().out.pop(), "other-excluded"),
            (|_, left| left.who.as_mut().unwrap().out[0].1 = "no-show", "other-ground"),
            (|_, left| _ = left.who.as_mut().unwrap().rest.pop(), "other-pool"),
            (|_, left| left.who.as_mut().unwrap().people.values.clear(), "other-features"),
            (
                |_, left| {
                    let values = left.who.as_mut().unwrap().people.values.values_mut();
                    values.for_each(|own| own[0] = "neither".into());
                },
                "other-features",
            ),
            (|_, left| *left.counts.seated.values_mut().next().unwrap() += 1, "seated-counts"),
            (|_, left| *left.counts.pool.values_mut().next().unwrap() += 1, "pool-counts"),
            (|_, left| _ = left.grounds.pop(), "excluded-counts"),
            (|_, left| left.grounds[0] = "no-show", "excluded-counts"),
            (|_, left| left.grounds.push("withdrew"), "excluded-counts"),
        ];
        for (at, (lie, what)) in lies.into_iter().enumerate() {
            for of in [&*BOTH, &*SETTLED] {
                let (_, failed, first, known) = of_people(of, lie);
                assert_eq!((failed, first, known), (1, Some(what), true), "{at}");
            }
        }
        // Whom codes tell apart in only one of the two can be counted, and no more.
        let neither: Lie = |_, left| left.who = None;
        assert_eq!(of_people(&BOTH, neither), (3, 0, None, false));
        // Of homes that are told otherwise; where the rule itself is another, that is said elsewhere.
        let together: Lie = |_, left| {
            let who = left.who.as_mut().unwrap();
            let codes = [&who.seated[..], &who.rest[..]].concat();
            who.people.homes.extend(codes.into_iter().map(|code| (code, "a home".to_owned())));
        };
        for of in [&*BOTH, &*SETTLED] {
            let (_, failed, first, known) = of_people(of, together);
            assert_eq!((failed, first, known), (1, Some("other-home"), true));
        }
        let other: Lie = |_, left| {
            let who = left.who.as_mut().unwrap();
            let codes = [&who.seated[..], &who.rest[..]].concat();
            who.people.homes.extend(codes.into_iter().map(|code| (code, "a home".to_owned())));
            left.household = None;
        };
        assert_eq!(of_people(&SETTLED, other), (9 + 7, 0, None, true));
    }

    /// Where no codes are public, the sealed part has them; without it, people are counted.
    #[test]
    fn what_can_only_be_counted_does_not_pass() {
        let (mut before, mut new) = supplemented(counts());
        assert_eq!(outcome(&before, &new), Outcome::Pass);
        for folder in [&mut before, &mut new] {
            folder.retain(|name, _| !name.starts_with(files::SEALED));
        }
        assert_eq!(outcome(&before, &new), Outcome::NotChecked(Why::NoCodes));
        says(&mut new, "passed_over", json!("Too late."));
        let wrong = Failure::Continues { what: "not-passed-over" };
        assert_eq!(outcome(&before, &new), Outcome::Fail(wrong));
    }

    /// Where the public part shows no codes, the sealed one does.
    #[test]
    fn people_without_codes_are_counted() {
        let mut new = SETTLED.1.clone();
        new.retain(|name, _| !name.starts_with(files::SEALED));
        let left = Left::read(&SETTLED.0, &continues(&new).roster).unwrap();
        let mut public = Public::read(&new).unwrap();
        for (coded, looked) in [(true, true), (false, false)] {
            if !coded {
                public.coded = None;
            }
            let mut tally = Tally::new(Id::Supplement);
            assert_eq!(people(&mut tally, &new, &public, &left), looked);
            assert!(tally.clean());
        }
    }

    #[test]
    fn no_draw_has_evidence_that_was_known() {
        let earlier = record();
        let known = |evidence: &str, of: &[&str]| {
            let mut folder = earlier.clone();
            folder.retain(|name, _| of.iter().any(|of| name.starts_with(of)));
            state(&mut folder, "public/draws/1/draw.json", "evidence", json!(evidence));
            refit(&mut folder, "draws/1");
            folder
        };
        let told = |new: &Folder, before: &Folder| {
            let mut tally = Tally::new(Id::Supplement);
            let remark = evidence(&mut tally, new, before);
            (tally.claim().outcome, remark)
        };
        let first = ["public/draws/1/", "public/manifest.txt"];
        let failed = || Outcome::Fail(Failure::Continues { what: "known-evidence" });
        // The words of the draw before, of a trial, and of neither.
        let own = known("text\npear", &first);
        assert_eq!(told(&own, &own), (failed(), None));
        assert_eq!(told(&own, &earlier), (Outcome::Pass, None));
        assert_eq!(told(&known("text\nplum", &first), &earlier), (failed(), None));
        // A ticket, and dice, may come twice.
        for few in ["ticket\n7", "dice\n10\n1 2 3 4 5 6 7"] {
            let few = known(few, &first);
            assert_eq!(told(&few, &few), (Outcome::Pass, Some(Remark::KnownBefore)));
            assert_eq!(told(&few, &own), (Outcome::Pass, None));
        }
    }

    #[test]
    fn a_lottery_before_the_record_before_is_named() {
        let (first, second) = both();
        assert_eq!(further(&first), None);
        let lottery = continues(&second).commitment;
        assert_eq!(further(&second), Some(Remark::Further(lottery)));
    }

    #[test]
    fn the_one_that_counts_is_the_last_that_is_named() {
        let own = Public::read(&BOTH.1).unwrap();
        let said = continues(&BOTH.1);
        let left = Left::read(&BOTH.0, &said.roster).unwrap();
        let one = left.continued[0].clone();
        let other = Facts { supplement: "0".repeat(64), ..one.clone() };
        let told = |continued: &[&Facts], lie: &dyn Fn(&mut Continues, &mut Left)| {
            let (mut said, mut left) = (said.clone(), Left::read(&BOTH.0, &said.roster).unwrap());
            left.continued = continued.iter().map(|&it| it.clone()).collect();
            lie(&mut said, &mut left);
            let mut tally = Tally::new(Id::Supplement);
            let remark = named(&mut tally, &own, &said, &left);
            let claim = tally.claim();
            let what = match claim.outcome {
                Outcome::Fail(Failure::Continues { what }) => Some(what),
                _ => None,
            };
            (what, claim.failed, remark)
        };
        assert_eq!(told(&[&one], &|_, _| {}), (None, 0, None));
        assert_eq!(told(&[], &|_, _| {}), (Some("names-none"), 1, None));
        assert_eq!(told(&[], &|said, _| said.continued = None), (None, 0, Some(Remark::Unnamed)));
        let replaced = |it: &Facts, why: &str| Remark::Replaced { replaced: vec![(it.line(), why.into())] };
        let last = Facts { continued: 2, because: Some("a slip".into()), ..one.clone() };
        let other_last = Facts { continued: 2, because: Some("a slip".into()), ..other.clone() };
        assert_eq!(told(&[&other], &|_, _| {}), (Some("names-other"), 1, None));
        assert_eq!(
            told(&[&one, &other_last], &|_, _| {}),
            (Some("names-later"), 1, Some(replaced(&one, "a slip")))
        );
        let second = |said: &mut Continues, _: &mut Left| said.continued = Some(2);
        assert_eq!(told(&[&other, &last], &second), (None, 0, Some(replaced(&other, "a slip"))));
        // It says of itself what the record says of it.
        let lies: [fn(&mut Continues, &mut Left); 4] = [
            |said, _| said.continued = Some(2),
            |said, _| said.continued = None,
            |_, left| left.continued[0].roster = "0".repeat(64),
            |_, left| left.continued[0].record = "0".repeat(64),
        ];
        for lie in lies {
            assert_eq!(told(&[&one], &|said, left| lie(said, left)), (Some("names-otherwise"), 1, None));
        }
    }
}
