//! V25, as it was left: what a record and its list of events say of who is in, who is out, and who remains.

use crate::base::digest::Digest;
use crate::bundle::continued::{self, Facts};
use crate::bundle::people::Coded;
use crate::bundle::record::Record;
use crate::bundle::rosters::{self, Whole};
use crate::bundle::{Folder, Public, before, conduct, files, form, household, public, sealed};
use crate::draw::code::Code;
use crate::panel::roster::Status;
use crate::quotas::Quotas;
use std::collections::BTreeMap;

/// Who has which code: public, or of the sealed tier if that is there.
pub(super) fn coded(public: &Public, folder: &Folder) -> Option<Coded> {
    let sealed = || {
        let codes = sealed::read_codes(folder.get(&format!("{}{}", files::SEALED, files::CODES))?).ok()?;
        let known = codes.iter().all(|&(_, _, t)| (t as usize) < public.profiles.len());
        known.then(|| Coded::of(codes.iter().map(|&(_, code, t)| (code, t)).collect()))
    };
    public.coded.clone().or_else(sealed)
}

/// The features of everybody in a pool and of those who had a seat before.
pub(super) struct People {
    /// Without the household rule's.
    pub values: BTreeMap<Code, Vec<String>>,
    /// The home of whoever lives in one that the rule binds.
    homes: BTreeMap<Code, String>,
}

impl People {
    pub fn of(public: &Public, coded: &Coded, folder: &Folder) -> Option<Self> {
        let (quotas, rule) = (&public.quotas, public.about.household.as_ref());
        let (mut values, mut homes) = (BTreeMap::new(), BTreeMap::new());
        let mut add = |code: Code, of: &[u16]| {
            let named = quotas.features.iter().zip(of);
            let named =
                named.map(|(feature, &v)| (&feature.name, feature.values[usize::from(v)].name.clone()));
            let (home, own): (Vec<_>, Vec<_>) =
                named.partition(|(name, _)| rule.is_some_and(|rule| rule.feature == **name));
            let home = home.into_iter().map(|(_, home)| home).find(|home| home != household::ALONE);
            homes.extend(home.map(|home| (code, home)));
            values.insert(code, own.into_iter().map(|(_, value)| value).collect());
        };
        for &(code, t) in &coded.people {
            add(code, &public.profiles[t as usize].values);
        }
        if public.about.confirmed.is_some() {
            let bytes = public::file(folder, files::CONFIRMED).ok()?;
            before::read_confirmed(quotas, bytes).ok()?.iter().for_each(|(code, of)| add(*code, of));
        }
        Some(Self { values, homes })
    }

    /// Whether these people, some of `before`, live together as they did there. The rule binds a home of which
    /// more than `per` are left.
    pub fn live_as(&self, before: &Self, per: u32) -> bool {
        let mut left: BTreeMap<&str, u32> = BTreeMap::new();
        for code in self.values.keys() {
            if let Some(home) = before.homes.get(code) {
                *left.entry(home).or_default() += 1;
            }
        }
        self.values.keys().all(|code| {
            let bound = before.homes.get(code).filter(|home| left[home.as_str()] > per);
            self.homes.get(code) == bound
        })
    }
}

/// How a record was left.
pub(super) struct Left {
    pub commitment: String,
    pub record: String,
    pub seated: Vec<Code>,
    /// With how they stand, in a word.
    pub out: Vec<(Code, &'static str)>,
    pub rest: Vec<Code>,
    pub quotas: Quotas,
    pub seats: u32,
    pub household: Option<household::Household>,
    pub objective: String,
    /// Everybody.
    pub people: People,
    /// Whether it was the turn of some reserve to be called.
    pub turn: bool,
    /// The supplements that it names, first to last.
    pub continued: Vec<Facts>,
}

impl Left {
    /// What a record that holds by itself says, with the list of events that has this digest.
    pub fn read(folder: &Folder, list: &str) -> Option<Self> {
        let public = Public::read(folder).ok()?;
        let coded = &coded(&public, folder)?;
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
        let rows = whole.events(public.coded.as_ref(), get(&roster, files::EVENTS)?).ok()?;
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
        let mut stand: Vec<(Code, Status)> =
            codes.into_iter().zip(replayed.status().iter().copied()).collect();
        stand.sort_unstable_by_key(|person| person.0);
        let seated: Vec<Code> = stand.iter().filter(|(_, s)| s.is_in()).map(|person| person.0).collect();
        let out = stand.iter().filter(|(_, s)| !s.is_in() && *s != Status::Waiting);
        let out: Vec<(Code, &str)> = out.map(|&(code, status)| (code, status.word())).collect();
        let gone = |code: &Code| {
            seated.binary_search(code).is_ok() || out.binary_search_by_key(code, |person| person.0).is_ok()
        };
        let rest = coded.people.iter().map(|p| p.0).filter(|code| !gone(code)).collect();
        Some(Self {
            commitment: public.commitment.digest().to_string(),
            record: digest(&draw)?,
            rest,
            quotas: household::without(&whole.quotas, public.about.household.as_ref()),
            seats: whole.rules.seats(),
            household: public.about.household.clone(),
            people: People::of(&public, coded, folder)?,
            objective: public.about.objective.clone(),
            turn: replayed.next().is_some(),
            continued: continued::read(folder).ok()?.into_iter().map(|found| found.0).collect(),
            seated,
            out,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_stay_homes_as_long_as_the_rule_binds_them() {
        let code = |i: usize| Code::of_ids(&[0; 32], ["a", "b", "c", "d"].into_iter())[i];
        let people = |homes: &[&str]| People {
            values: (0..homes.len()).map(|i| (code(i), Vec::new())).collect(),
            homes: (0..)
                .zip(homes)
                .filter(|h| *h.1 != "-")
                .map(|(i, h)| (code(i), (*h).to_owned()))
                .collect(),
        };
        let before = people(&["H", "H", "H", "-"]);
        assert!(people(&["H", "H", "H", "-"]).live_as(&before, 1));
        assert!(people(&["H", "H"]).live_as(&before, 1));
        assert!(people(&["-"]).live_as(&before, 1));
        assert!(people(&["-", "-"]).live_as(&before, 2));
        // Let off the rule, bound by it without cause, and moved.
        assert!(!people(&["-", "-"]).live_as(&before, 1));
        assert!(!people(&["H", "-", "H"]).live_as(&before, 1));
        assert!(!people(&["H"]).live_as(&before, 1));
        assert!(!people(&["H", "H", "H", "H"]).live_as(&before, 1));
        assert!(!people(&["J", "J", "J", "-"]).live_as(&before, 1));
    }
}
