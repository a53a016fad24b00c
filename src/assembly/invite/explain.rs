//! One person in an invitation lottery: whether they are in the frame, their chance, and their own lot. Imports `bundle`,
//! `invite` and its siblings.

use super::draw::People;
use super::{Invitation, Stop};
use crate::assembly::Refusal;
use crate::assembly::frozen::chain;
use crate::base::digest::Digest;
use crate::bundle::chain::Link;
use crate::bundle::files;
use crate::invite::conduct::Chances;
use crate::invite::plan::reduced;
use crate::invite::record::{LETTER_LISTS, Listed, WAVES};
use crate::invite::tables::{Figure, names, read_figures, read_letters};
use crate::invite::waves::{self, posted};
use crate::invite::{Half, Homes, Key, Letter, persons};
use crate::prepare::LEFT_OUT;
use crate::prepare::left::{self, LeftOut};
use std::collections::BTreeMap;

/// What is known of one person.
#[derive(Clone, Debug)]
pub struct Found {
    /// The person.
    pub person: Half,
    /// Their home and stratum, where the list of people is here and has them.
    pub framed: Option<(Half, u32)>,
    /// Their weight, where people have weights.
    pub weight: Option<u16>,
    /// Whether the list of people was looked into.
    pub looked: bool,
    /// Rows of their bucket, in order: enough to see that they are in the frame.
    pub bucket: Vec<Digest>,
    /// Their chance of a letter before anything was drawn.
    pub chance: Option<(u128, u128)>,
    /// Where addresses are drawn first: the chance of theirs, and how many people of the frame live there.
    pub address: Option<((u128, u128), u64)>,
    /// What their number may have been, where nobody in the frame has this one and somebody has that.
    pub near: Option<String>,
    /// Letters of draws that were annulled: of which, and the day.
    pub annulled: Vec<(u32, String)>,
    /// The key that their hash is made with, and the hash, where something was drawn.
    pub hash: Option<(String, Digest)>,
    /// The figures of their stratum, where they are published.
    pub figure: Option<Figure>,
    /// Their place on the clerk's list, where that is here.
    pub place: Option<Option<u64>>,
    /// Whether the hash alone tells if they were drawn.
    pub tells: bool,
    /// Up to which place of their stratum letters were sent, and the day of the letter to theirs; none where no wave of letters
    /// is published.
    pub sent: Option<(u64, Option<String>)>,
    /// The place of somebody else of their home, where homes have one at most.
    pub housemate: Option<u64>,
    /// Why they are not in the list that a recipe made, where that is here.
    pub left_out: Vec<LeftOut>,
}

impl Invitation {
    /// One person: by their key in the register, which takes the secret, or by the 32 digits.
    ///
    /// # Errors
    /// The secret is not here, or trouble of the system.
    pub fn explain(&self, whom: &str, people: Option<People<'_>>) -> Result<Found, Stop> {
        let whom = whom.trim();
        let digits = Half::read(whom.as_bytes());
        let person = match digits {
            Some(person) => person,
            None => Key::new(&self.secret()?).person(whom.as_bytes()),
        };
        let mut found = Found {
            person,
            framed: None,
            weight: None,
            looked: people.is_some(),
            bucket: Vec::new(),
            chance: None,
            address: None,
            near: None,
            annulled: Vec::new(),
            hash: None,
            figure: None,
            place: None,
            tells: self.public.terms.ranked(),
            sent: None,
            housemate: None,
            left_out: Vec::new(),
        };
        if let Some(people) = people {
            let weighted = self.public.terms.weighted();
            let known = persons::find(people.file, weighted, &person)?;
            found.framed = known.map(|(home, stratum, _)| (home, stratum));
            found.weight = known.filter(|_| weighted).map(|(_, _, weight)| weight);
            if found.framed.is_some() {
                found.bucket = people.list(&self.public, None).bucket(person.bucket())?;
            } else {
                found.left_out = self.left_out(whom, &person);
                if found.left_out.is_empty() && digits.is_none() {
                    found.near = self.near(whom, people)?;
                }
            }
        }
        let stratum = found.framed.map(|(_, stratum)| stratum);
        let share = |stratum: u32| self.public.plan.get(stratum as usize - 1);
        let weight = found.weight.unwrap_or(1).into();
        found.chance = stratum.and_then(share).map(|share| share.chance_of(weight));
        if let (Homes::AddressFirst, Some((home, _)), Some(people), Some(chance)) =
            (self.public.terms.homes, found.framed, people, found.chance)
        {
            let there = people.list(&self.public, None).at_home(&home)?.max(1);
            found.address = Some((chance, there));
            found.chance = Some(reduced(chance.0, chance.1 * u128::from(there)));
        }
        found.annulled = self.annulled(&person)?;
        let Ok((draw, seed, digest)) = self.drawn(None) else { return Ok(found) };
        let key = Chances { seed: &seed, draw: &draw }.hash(&self.public.terms);
        let of = match (self.public.terms.homes, found.framed) {
            (Homes::AddressFirst, Some((home, _))) => Some(home),
            (Homes::AddressFirst, None) => None,
            _ => Some(person),
        };
        found.hash = of.map(|of| (key.text().to_owned(), key.of_half(&of)));
        let lists = chain(&LETTER_LISTS, &self.folder)?;
        let list = lists.iter().find(|list| list.facts.record == digest.to_string());
        if let (Some(list), Some(stratum)) = (list, stratum) {
            let path = LETTER_LISTS.path(list.number, names::FIGURES);
            let bytes = self.folder.get(&path).ok_or_else(|| Refusal::public(names::FIGURES))?;
            let figures = read_figures(bytes, self.public.people.len());
            let figures = figures.map_err(|_| Refusal::public(names::FIGURES))?;
            found.figure = figures.get(stratum as usize - 1).cloned();
        }
        if let Some(bytes) = self.folder.get(names::LETTERS) {
            let letters = read_letters(bytes, self.public.homes.is_some())
                .map_err(|_| Refusal::Damaged { file: names::LETTERS.to_owned() })?;
            let own = letters.iter().find(|letter| letter.person == person);
            found.place = Some(own.map(|letter| letter.place));
            if let Some((home, stratum)) = found.framed {
                let other = |letter: &&Letter| {
                    letter.home == home && letter.stratum == stratum && letter.person != person
                };
                let other = letters.iter().find(other).filter(|_| self.public.terms.homes != Homes::Any);
                found.housemate = other.map(|letter| letter.place);
                let waves = self.waves().unwrap_or_default();
                let up_to = waves.iter().filter(|wave| wave.stratum == stratum).map(|wave| wave.to).max();
                let day = || posted(&waves, stratum, own?.place).map(str::to_owned);
                found.sent = (!waves.is_empty()).then(|| (up_to.unwrap_or(0), day()));
            }
        }
        Ok(found)
    }

    /// A number that somebody of the frame has, which is this one but for what a spreadsheet or a hurried hand does to it: zeros in
    /// front, an apostrophe, decimals, spaces, capitals.
    fn near(&self, whom: &str, people: People<'_>) -> Result<Option<String>, Stop> {
        let secret = Key::new(&self.secret()?);
        let plain: String = whom.trim_start_matches('\'').split_whitespace().collect();
        let plain = plain.strip_suffix(",0").or_else(|| plain.strip_suffix(".0")).unwrap_or(&plain);
        let bare = plain.trim_start_matches('0');
        let zeros = (0..=9).map(|zeros| format!("{}{bare}", "0".repeat(zeros)));
        let others = [plain.to_owned(), plain.to_uppercase(), plain.to_lowercase()];
        for other in others.into_iter().chain(zeros).filter(|other| !other.is_empty() && other != whom) {
            let person = secret.person(other.as_bytes());
            if persons::find(people.file, self.public.terms.weighted(), &person)?.is_some() {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    /// Letters that were sent to somebody in draws that were annulled since, as far as their lists are here.
    fn annulled(&self, person: &Half) -> Result<Vec<(u32, String)>, Refusal> {
        let lists = chain(&LETTER_LISTS, &self.folder)?;
        let last = self.draws()?.len() as u32;
        let mut all = BTreeMap::new();
        for made in chain(&WAVES, &self.folder)? {
            let of = |list: &&Link<Listed>| !list.facts.void && list.facts.letters == made.facts.letters;
            let Some(list) = lists.iter().find(of).filter(|list| list.facts.draw < last) else { continue };
            let kept = self.folder.get(&format!("{}{}/{}", files::ANNULLED, list.facts.draw, names::LETTERS));
            let kept = kept.and_then(|bytes| read_letters(bytes, self.public.homes.is_some()).ok());
            let waves =
                self.folder.get(&WAVES.path(made.number, names::WAVES)).and_then(|it| waves::read(it).ok());
            let own = kept.iter().flatten().find(|letter| letter.person == *person);
            if let (Some(own), Some(waves)) = (own, waves)
                && let Some(day) = posted(&waves, own.stratum, own.place)
            {
                all.insert(list.facts.draw, day.to_owned());
            }
        }
        Ok(all.into_iter().collect())
    }

    /// The rows of this person that a recipe left out: by the key as it is typed, or where only the digits are known by what
    /// follows from each key.
    fn left_out(&self, whom: &str, person: &Half) -> Vec<LeftOut> {
        let Some(names) = &self.public.terms.columns.key else { return Vec::new() };
        let path = format!("{}{}{LEFT_OUT}", files::SEALED, names::PREPARED);
        let Some(list) = self.folder.get(&path) else { return Vec::new() };
        let keyed = self.secret().ok().map(|secret| Key::new(&secret));
        let is = |cell: &str| {
            cell == whom || keyed.as_ref().is_some_and(|key| key.person(cell.as_bytes()) == *person)
        };
        left::find(list, names, &is)
    }
}
