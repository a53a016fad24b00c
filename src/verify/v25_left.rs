//! V25, as it was left: what a record and its list of events say of who is in, who is out, and who remains.

use super::who_is_in::Standing;
use crate::bundle::people::{Coded, Detail};
use crate::bundle::record::DRAWS;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::supplements::{CONTINUED, Facts};
use crate::bundle::{Folder, Public, confirmed_excluded, files, household, public, sealed};
use crate::draw::code::Code;
use crate::panel::roster::Status;
use crate::quotas::Quotas;
use std::collections::BTreeMap;

/// Who has which code: public, or of the sealed tier if that is there.
pub(super) fn coded(public: &Public, folder: &Folder) -> Option<Coded> {
    let sealed = || {
        let codes = sealed::read_codes(folder.get(&format!("{}{}", files::SEALED, files::CODES))?).ok()?;
        let known = codes.iter().all(|&(_, _, t)| (t as usize) < public.profiles.len());
        known.then(|| Coded::of_ids(&codes))
    };
    public.coded.clone().or_else(sealed)
}

/// The names of these values, without the household rule's.
fn named(public: &Public, values: &[u32]) -> Vec<String> {
    household::named(&public.quotas, public.about.household.as_ref(), values)
}

/// Those who had a seat before a lottery, in the order of codes.
fn before_it(public: &Public, folder: &Folder) -> Option<Vec<(Code, Vec<u32>)>> {
    match public.about.confirmed {
        None => Some(Vec::new()),
        Some(_) => {
            confirmed_excluded::read_confirmed(&public.quotas, public::file(folder, files::CONFIRMED).ok()?)
                .ok()
        }
    }
}

/// How many there are with which features, which tells nobody who they are.
#[derive(PartialEq)]
pub(super) struct Counts {
    /// Of the pool.
    pub pool: BTreeMap<Vec<String>, u64>,
    /// Of those who have a seat.
    pub seated: BTreeMap<Vec<String>, u64>,
}

impl Counts {
    /// What a record says of its own people.
    pub fn of(public: &Public, folder: &Folder) -> Option<Self> {
        let mut counts = Self { pool: pool(public), seated: BTreeMap::new() };
        for (_, values) in before_it(public, folder)? {
            *counts.seated.entry(named(public, &values)).or_default() += 1;
        }
        Some(counts)
    }
}

/// How many of the pool have which features.
fn pool(public: &Public) -> BTreeMap<Vec<String>, u64> {
    let mut pool = BTreeMap::new();
    for profile in &public.profiles {
        *pool.entry(named(public, &profile.values)).or_default() += u64::from(profile.people);
    }
    pool
}

/// The features of everybody in a pool and of those who had a seat before.
pub(super) struct People {
    /// Without the household rule's.
    pub values: BTreeMap<Code, Vec<String>>,
    /// The home of whoever lives in one that the rule binds.
    pub homes: BTreeMap<Code, String>,
}

impl People {
    pub fn of(public: &Public, coded: &Coded, folder: &Folder) -> Option<Self> {
        let (quotas, rule) = (&public.quotas, public.about.household.as_ref());
        let (mut values, mut homes) = (BTreeMap::new(), BTreeMap::new());
        let mut add = |code: Code, of: &[u32]| {
            let home = quotas.features.iter().zip(of);
            let home = home.filter(|(feature, _)| rule.is_some_and(|rule| rule.feature == feature.name));
            let mut home = home.map(|(feature, &v)| feature.values[v as usize].name.clone());
            homes.extend(home.find(|home| home != household::ALONE).map(|home| (code, home)));
            values.insert(code, named(public, of));
        };
        for &(code, t) in &coded.people {
            add(code, &public.profiles[t as usize].values);
        }
        before_it(public, folder)?.iter().for_each(|(code, of)| add(*code, of));
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
    pub quotas: Quotas,
    pub seats: u32,
    pub household: Option<household::Household>,
    pub objective: String,
    pub detail: Detail,
    /// Who remains and who has a seat, by their features.
    pub counts: Counts,
    /// How those who are out stand, in a word each, ascending.
    pub grounds: Vec<&'static str>,
    /// Who they are, if that can be told.
    pub who: Option<Who>,
    /// Whether it was the turn of some reserve to be called.
    pub turn: bool,
    /// The supplements that it names, first to last.
    pub continued: Vec<Facts>,
}

/// People by code.
pub(super) struct Who {
    pub seated: Vec<Code>,
    /// With how they stand, in a word.
    pub out: Vec<(Code, &'static str)>,
    pub rest: Vec<Code>,
    /// Everybody.
    pub people: People,
}

impl Who {
    fn of(people: People, coded: &Coded, codes: Vec<Code>, status: &[Status]) -> Self {
        let mut stand: Vec<(Code, Status)> = codes.into_iter().zip(status.iter().copied()).collect();
        stand.sort_unstable_by_key(|person| person.0);
        let seated: Vec<Code> = stand.iter().filter(|(_, s)| s.is_in()).map(|person| person.0).collect();
        let out = stand.iter().filter(|(_, s)| s.is_out());
        let out: Vec<(Code, &str)> = out.map(|&(code, status)| (code, status.word())).collect();
        let gone = |code: &Code| {
            seated.binary_search(code).is_ok() || out.binary_search_by_key(code, |person| person.0).is_ok()
        };
        let rest = coded.people.iter().map(|p| p.0).filter(|code| !gone(code)).collect();
        Self { seated, out, rest, people }
    }
}

impl Left {
    /// What a record that holds by itself says, with the list of events that has this digest.
    pub fn read(folder: &Folder, list: &str) -> Option<Self> {
        let public = Public::read(folder).ok()?;
        let draw = DRAWS.read(folder).links.pop()?;
        let roster = ROSTERS.read(folder).links.into_iter().find(|made| made.digest.to_string() == list)?;
        (roster.facts.draw == draw.facts.draw).then_some(())?;
        let coded = coded(&public, folder);
        let events = folder.get(&ROSTERS.path(roster.number, files::EVENTS))?;
        let Standing { whole, people, status, turn } =
            Standing::after(&public, folder, coded.as_ref(), &draw.facts, Some(events))?;
        let had = before_it(&public, folder)?;
        let mut counts = Counts { pool: pool(&public), seated: BTreeMap::new() };
        for (&(t, place), status) in people.iter().zip(&status) {
            let own = public.profiles.get(t as usize);
            let values = match own {
                Some(profile) => named(&public, &profile.values),
                None => named(&public, &had.get(place as usize)?.1),
            };
            if let Some(left) = counts.pool.get_mut(&values).filter(|_| own.is_some()) {
                *left -= u64::from(*status != Status::Waiting);
            }
            if status.is_in() {
                *counts.seated.entry(values).or_default() += 1;
            }
        }
        counts.pool.retain(|_, people| *people > 0);
        let mut grounds: Vec<&str> = status.iter().filter(|s| s.is_out()).map(|s| s.word()).collect();
        grounds.sort_unstable();
        let who = match &coded {
            None => None,
            Some(coded) => {
                let everybody = People::of(&public, coded, folder)?;
                Some(Who::of(everybody, coded, whole.codes(coded, &people), &status))
            }
        };
        Some(Self {
            commitment: public.commitment.digest().to_string(),
            record: draw.digest.to_string(),
            quotas: household::without(&whole.quotas, public.about.household.as_ref()),
            seats: whole.rules.seats(),
            household: public.about.household.clone(),
            objective: public.about.objective.clone(),
            detail: public.about.detail,
            counts,
            grounds,
            who,
            turn,
            continued: CONTINUED.read(folder).whole().ok()?.into_iter().map(|made| made.facts).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::Digest;
    use crate::verify::honest::{counts, events, record, refit, settled, state, ten};

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

    fn left(folder: &Folder) -> Option<Left> {
        Left::read(folder, &Digest::of(&folder["public/rosters/2/manifest.txt"]).to_string())
    }

    fn of(people: &[(&str, u64)]) -> BTreeMap<Vec<String>, u64> {
        people.iter().map(|&(value, people)| (vec![value.to_owned()], people)).collect()
    }

    /// A man is in, a woman declined, and the reserve who took her place was asked; or the other way round.
    #[test]
    fn a_record_is_left_as_its_last_list_of_events_says() {
        for (folder, codes) in [(record(), true), (counts(), true), (counts(), false)] {
            let mut folder = folder;
            if !codes {
                folder.retain(|name, _| !name.starts_with(files::SEALED));
            }
            let left = left(&folder).unwrap();
            assert!(left.counts.seated == of(&[("man", 1), ("woman", 1)]));
            let pool = &left.counts.pool;
            assert!(*pool == of(&[("man", 1), ("woman", 2)]) || *pool == of(&[("man", 2), ("woman", 1)]));
            assert_eq!((left.grounds, left.seats, left.turn), (vec!["declined"], 2, false));
            assert_eq!(left.continued.len(), 2);
            assert_eq!(left.who.is_some(), codes);
            let Some(who) = left.who else { continue };
            assert_eq!((who.seated.len(), who.out.len(), who.rest.len()), (2, 1, 3));
            assert_eq!(who.out[0].1, "declined");
            let mut all = [who.seated, who.out.iter().map(|it| it.0).collect(), who.rest].concat();
            all.sort_unstable();
            assert!(all.iter().eq(who.people.values.keys()));
        }
        // After the first list the seat was empty, and it was a reserve's turn.
        let folder = record();
        let first = Left::read(&folder, &Digest::of(&folder["public/rosters/1/manifest.txt"]).to_string());
        let first = first.unwrap();
        assert!(first.turn);
        assert_eq!(first.counts.seated.values().sum::<u64>(), 1);
        assert_eq!(first.counts.pool.values().sum::<u64>(), 4);
        // Of six people of each group five were drawn, and the last of one was called: nobody of it is left.
        let pool = left(&ten()).unwrap().counts.pool;
        assert!(pool == of(&[("a", 1)]) || pool == of(&[("b", 1)]));
        // A list of another draw, and one that is not there.
        let mut other = record();
        state(&mut other, "public/rosters/2/roster.json", "draw", 1.into());
        refit(&mut other, "rosters/2");
        assert!(left(&other).is_none());
        assert!(Left::read(&folder, &"0".repeat(64)).is_none());
    }

    /// One of four women had a seat already, and one of four men was excluded.
    #[test]
    fn whoever_had_a_seat_has_it_still() {
        let mut folder = settled();
        let public = Public::read(&folder).unwrap();
        let counts = Counts::of(&public, &folder).unwrap();
        assert!(counts.seated == of(&[("woman", 1)]));
        assert!(counts.pool == of(&[("man", 3), ("woman", 3)]));
        // Of the homes only the one that two of the pool live in is told.
        let coded = coded(&public, &folder).unwrap();
        let people = People::of(&public, &coded, &folder).unwrap();
        assert_eq!((people.values.len(), people.homes.len()), (7, 2));
        let homes: Vec<&String> = people.homes.values().collect();
        assert_eq!(homes[0], homes[1]);
        assert!(people.live_as(&people, 1));
        events(&mut folder);
        let left = left(&folder).unwrap();
        assert_eq!(left.counts.seated.values().sum::<u64>(), 3);
        assert_eq!(left.counts.pool.values().sum::<u64>(), 3);
        assert_eq!(left.seats, 3);
    }

    #[test]
    fn codes_of_the_sealed_part_are_of_profiles_that_exist() {
        let folder = counts();
        let public = Public::read(&folder).unwrap();
        assert!(public.coded.is_none());
        assert_eq!(coded(&public, &folder).unwrap().people.len(), 6);
        let mut fewer = Public::read(&folder).unwrap();
        fewer.profiles.pop();
        assert!(coded(&fewer, &folder).is_none());
    }
}
