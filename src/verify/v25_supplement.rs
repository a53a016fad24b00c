//! V25. A supplementary lottery goes on where the record before it ended: whoever was in there has a seat here,
//! whoever was out is excluded, and everybody else is in the pool, under the same codes, with the same
//! features, quotas and household rule.

use super::report::{Claim, Failure, Id, Remark, Tally, Why, not_checked};
use super::v25_left::{Counts, Left, People, coded};
use super::{Known, verify_lottery};
use crate::bundle::about::Continues;
use crate::bundle::chain::Kind;
use crate::bundle::continued::Facts;
use crate::bundle::record::{DRAWS, Record, TRIALS};
use crate::bundle::sourced::{is_known, used};
use crate::bundle::{Folder, Public, before, files, household, public, tables};
use crate::draw::code::Code;
use crate::quotas::Quotas;
use crate::seed::Evidence;

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
    let passed_over = continues.passed_over.map(|reason| Remark::PassedOver { reason });
    let seats = new.about.confirmed.map_or(new.about.seats, |confirmed| confirmed.seats);
    tally.check(seats == left.seats, || wrong("other-seats"));
    let claim = if known || !tally.clean() { tally.claim() } else { not_checked(id, Why::NoCodes) };
    Some(claim.remark(named).remark(known_before).remark(passed_over).remark(loosened))
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

/// Everybody is where they were left, with the features that they had. Whether it could be told of each of them; by
/// their numbers it is in any case.
fn people(tally: &mut Tally, folder: &Folder, new: &Public, left: &Left) -> bool {
    let wrong = |what: &'static str| Failure::Continues { what };
    let file = |file| public::file(folder, file).ok();
    let seated = file(files::CONFIRMED).and_then(|bytes| before::read_confirmed(&new.quotas, bytes).ok());
    let seated: Vec<Code> = seated.into_iter().flatten().map(|person| person.0).collect();
    let out = file(files::EXCLUDED).and_then(|bytes| before::read_excluded(bytes).ok()).unwrap_or_default();
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
    use crate::verify::Outcome;
    use crate::verify::honest::{record, rows, state};
    use serde_json::{Value, json};

    /// A record with codes of which one of two members declined, and the reserves as well, and the supplement for the
    /// empty seat.
    fn both() -> (Folder, Folder) {
        let mut before = record();
        before
            .retain(|name, _| !["public/continued/", "public/rosters/"].iter().any(|p| name.starts_with(p)));
        let codes = |file: &str, column: usize| -> Vec<String> {
            let rows = crate::bundle::form::records(&before[file]).unwrap();
            rows[1..].iter().map(|row| row[column].to_owned()).collect()
        };
        let (panel, reserves) =
            (codes("public/draws/2/panel.csv", 0), codes("public/draws/2/reserves.csv", 1));
        let events = format!(
            "date,code,event\n2026-03-02,{},confirmed\n2026-03-03,{},declined\n2026-03-03,{},withdrew\n2026-03-03,{},withdrew\n",
            panel[0], panel[1], reserves[0], reserves[1]
        );
        let frozen = Frozen::open(before.clone()).ok().unwrap();
        let drawn = frozen.after_draw().ok().unwrap();
        let list = Source { name: "events.csv", bytes: events.as_bytes() };
        let found = drawn
            .supplement_after(&[list], Supplement::default(), &mut |_| {})
            .unwrap_or_else(|no| panic!("{no:?}"));
        found.before.apply_to(&mut before);
        (before, found.made.frozen.folder)
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
}
