//! V25. A supplementary lottery goes on where the record before it ended: whoever was in there has a seat here,
//! whoever was out is excluded, and everybody else is in the pool, under the same codes, with the same
//! features, quotas and household rule.

use super::report::{Claim, Failure, Id, Remark, Tally, Why, not_checked};
use super::{Known, verify};
use crate::base::digest::Digest;
use crate::bundle::about::Continues;
use crate::bundle::continued::{self, Facts};
use crate::bundle::record::Record;
use crate::bundle::rosters::{self, Whole};
use crate::bundle::{Folder, Public, before, conduct, files, form, household, public, tables};
use crate::draw::code::Code;
use crate::panel::roster::Status;
use crate::quotas::Quotas;
use std::collections::BTreeMap;

/// The claim that `folder` is the supplement of the record `earlier`; none if it is no supplement.
pub fn supplement(folder: &Folder, earlier: Option<&Folder>) -> Option<Claim> {
    let id = Id::Supplement;
    let new = Public::read(folder).ok()?;
    let continues = new.about.continues.clone()?;
    let Some(earlier) = earlier else { return Some(not_checked(id, Why::NoRecordBefore)) };
    let mut tally = Tally::new(id);
    let wrong = |what: &'static str| Failure::Continues { what };
    let sound = !verify(earlier, &Known::default()).failed();
    if !tally.check(sound, || wrong("the earlier record does not hold by itself")) {
        return Some(tally.claim());
    }
    let Some(left) = Left::read(earlier, &continues.roster) else {
        tally.fail(wrong("it has no codes, or not the draw and the list of events that this lottery names"));
        return Some(tally.claim());
    };
    tally.check(left.commitment == continues.commitment, || wrong("it names another lottery"));
    tally.check(left.record == continues.record, || wrong("it names another draw than the last one"));
    let codes = |file: &'static str| -> Option<Vec<Code>> {
        let bytes = public::file(folder, file).ok()?;
        match file {
            files::EXCLUDED => Some(before::read_excluded(bytes).ok()?.into_iter().map(|p| p.0).collect()),
            _ => Some(before::read_confirmed(&new.quotas, bytes).ok()?.into_iter().map(|p| p.0).collect()),
        }
    };
    tally.count((left.seated.len() + left.out.len() + left.rest.len()) as u64);
    let seated = codes(files::CONFIRMED).unwrap_or_default();
    tally.check(seated == left.seated, || wrong("those who have a seat are not those who were in"));
    let out = codes(files::EXCLUDED).unwrap_or_default();
    tally.check(out == left.out, || wrong("those who are excluded are not those who were out"));
    let pool: Option<Vec<Code>> = new.coded.as_ref().map(|c| c.people.iter().map(|p| p.0).collect());
    tally.check(pool.as_ref() == Some(&left.rest), || wrong("the pool is not everybody else"));
    let values = values(&new, folder).unwrap_or_default();
    let same = values.iter().all(|(code, own)| left.values.get(code) == Some(own));
    tally.check(same, || wrong("somebody has other features than there"));
    let rule = new.about.household == left.household;
    tally.check(rule, || wrong("the household rule is another"));
    let asked = public::file(folder, files::ASKED).ok().and_then(|bytes| tables::read_quotas(bytes).ok());
    let asked = asked.unwrap_or_else(|| household::without(&new.quotas, new.about.household.as_ref()));
    let mut loosened = None;
    if bounds(&asked) == bounds(&left.quotas) {
        tally.check(!continues.loosened, || wrong("it says that quotas were loosened, and none were"));
    } else {
        let looser = asked.loosens(&left.quotas);
        tally.check(looser, || wrong("the quotas are others"));
        let said = !looser || continues.loosened;
        tally.check(said, || wrong("quotas were loosened, and the record does not say so"));
        loosened = looser.then_some(Remark::Loosened { before: left.quotas.clone(), now: asked });
    }
    let named = named(&mut tally, &new, &continues, &left);
    tally.check(continues.passed_over.is_some() == left.turn, || match left.turn {
        true => wrong("it was a reserve's turn to be called, and no reason is given for passing over them"),
        false => wrong("it says that reserves were passed over, and it was nobody's turn"),
    });
    let passed_over = continues.passed_over.map(|reason| Remark::PassedOver { reason });
    let seats = new.about.confirmed.map_or(new.about.seats, |confirmed| confirmed.seats);
    tally.check(seats == left.seats, || wrong("the number of seats is another"));
    Some(tally.claim().remark(named).remark(passed_over).remark(loosened))
}

/// The record before names this supplement as the one that counts.
fn named(tally: &mut Tally, new: &Public, continues: &Continues, left: &Left) -> Option<Remark> {
    let wrong = |what: &'static str| Failure::Continues { what };
    let own = new.commitment.digest().to_string();
    let (last, others) = match (left.continued.split_last(), continues.continued) {
        (Some(found), _) => found,
        (None, None) => return Some(Remark::Unnamed),
        (None, Some(_)) => {
            tally.fail(wrong("it names no supplement, and this one says that it does"));
            return None;
        }
    };
    let here = left.continued.iter().any(|facts| facts.supplement == own);
    tally.check(last.supplement == own, || match here {
        true => wrong("it names a later supplement, which replaced this one"),
        false => wrong("it names another supplement than this one"),
    });
    let same = last.supplement != own
        || (continues.continued == Some(last.continued)
            && last.roster == continues.roster
            && last.record == continues.record);
    tally.check(same, || wrong("it names this supplement with another number, draw or list of events"));
    let because = left.continued.iter().skip(1).map(|facts| facts.because.clone().unwrap_or_default());
    let replaced: Vec<(String, String)> = others.iter().map(Facts::line).zip(because).collect();
    (!replaced.is_empty()).then_some(Remark::Replaced { replaced })
}

/// Everything that quotas ask; how far a repair may go is no part of it.
fn bounds(quotas: &Quotas) -> Vec<(&str, &str, u32, u32)> {
    let lines = (0..quotas.lines()).filter_map(|row| quotas.line(row));
    lines.map(|(f, v)| (f.name.as_str(), v.name.as_str(), v.min, v.max)).collect()
}

/// The features of everybody in the pool and of those who had a seat, without the household rule's: that says with
/// whom of the pool somebody lives, and follows from who is in it.
fn values(public: &Public, folder: &Folder) -> Option<BTreeMap<Code, Vec<String>>> {
    let (quotas, rule) = (&public.quotas, public.about.household.as_ref());
    let names = |values: &[u16]| -> Vec<String> {
        let own = quotas.features.iter().zip(values);
        let own = own.filter(|(feature, _)| rule.is_none_or(|rule| rule.feature != feature.name));
        own.map(|(feature, &v)| feature.values[usize::from(v)].name.clone()).collect()
    };
    let pool = public.coded.as_ref()?.people.iter();
    let mut all: BTreeMap<Code, Vec<String>> =
        pool.map(|&(code, t)| (code, names(&public.profiles[t as usize].values))).collect();
    if public.about.confirmed.is_some() {
        let seated = before::read_confirmed(quotas, public::file(folder, files::CONFIRMED).ok()?).ok()?;
        all.extend(seated.into_iter().map(|(code, values)| (code, names(&values))));
    }
    Some(all)
}

/// How a record was left.
struct Left {
    commitment: String,
    record: String,
    seated: Vec<Code>,
    out: Vec<Code>,
    rest: Vec<Code>,
    quotas: Quotas,
    seats: u32,
    household: Option<household::Household>,
    /// The features of everybody.
    values: BTreeMap<Code, Vec<String>>,
    /// Whether it was the turn of some reserve to be called.
    turn: bool,
    /// The supplements that it names, first to last.
    continued: Vec<Facts>,
}

impl Left {
    /// What a record that holds by itself says, with the list of events that has this digest.
    fn read(folder: &Folder, list: &str) -> Option<Self> {
        let public = Public::read(folder).ok()?;
        let coded = public.coded.as_ref()?;
        let get = |place: &str, file: &str| folder.get(&format!("{place}{file}"));
        let places = |kind: &str| {
            let prefix = format!("{}{kind}", files::PUBLIC);
            let there = |n: &u32| folder.contains_key(&format!("{prefix}{n}/{}", files::MANIFEST));
            let numbers = (1..).take_while(there).collect::<Vec<u32>>().into_iter();
            numbers.map(move |n| format!("{prefix}{n}/"))
        };
        let draw = places(files::DRAWS).next_back()?;
        let roster = places(files::ROSTERS).find(|place| {
            get(place, files::MANIFEST).is_some_and(|bytes| Digest::of(bytes).to_string() == list)
        })?;
        let record = Record::read(get(&draw, files::DRAW)?).ok()?;
        let digest = |place: &str| Some(Digest::of(get(place, files::MANIFEST)?).to_string());
        let facts: rosters::Facts = form::read_facts(get(&roster, files::ROSTER)?).ok()?;
        let whole = Whole::read(&public, folder).ok()?;
        let rows = whole.events(Some(coded), get(&roster, files::EVENTS)?).ok()?;
        (facts.draw == record.draw).then_some(())?;
        let seats = conduct::seats(&public, record.ticket)?;
        let reserves = conduct::recorded(&public, &record, folder).map(|r| r.order).unwrap_or_default();
        let everybody = whole.people(&seats, &reserves);
        let mut replayed = whole.roster(&seats, &reserves);
        for row in &rows {
            let person = everybody.iter().position(|&person| person == row.person)?;
            let _ = replayed.apply(person, row.event, true);
        }
        let codes = whole.codes(coded, &everybody);
        let of = |wanted: &dyn Fn(Status) -> bool| {
            let people = codes.iter().zip(replayed.status()).filter(|(_, status)| wanted(**status));
            let mut codes: Vec<Code> = people.map(|(&code, _)| code).collect();
            codes.sort_unstable();
            codes
        };
        let seated = of(&Status::is_in);
        let out = of(&|status| !status.is_in() && status != Status::Waiting);
        let gone = |code: &Code| seated.binary_search(code).is_ok() || out.binary_search(code).is_ok();
        let rest = coded.people.iter().map(|p| p.0).filter(|code| !gone(code)).collect();
        Some(Self {
            commitment: public.commitment.digest().to_string(),
            record: digest(&draw)?,
            rest,
            quotas: household::without(&whole.quotas, public.about.household.as_ref()),
            seats: whole.rules.seats(),
            household: public.about.household.clone(),
            values: values(&public, folder)?,
            turn: replayed.next().is_some(),
            continued: continued::read(folder).ok()?.into_iter().map(|found| found.0).collect(),
            seated,
            out,
        })
    }
}
