//! After the draw: the clerk's list again, and waves of letters. Imports `bundle`, `invite`, `programme`, `seed` and
//! its siblings.

use super::{Invitation, People, Stop};
use crate::assembly::frozen::chain;
use crate::assembly::patch::Patch;
use crate::assembly::{PROGRAM, Refusal};
use crate::base::digest::Digest;
use crate::base::fault::Place;
use crate::bundle::{files, public};
use crate::invite::conduct::Chances;
use crate::invite::plan::Share;
use crate::invite::record::{LETTER_LISTS, OUTCOMES, WAVES, Waves};
use crate::invite::tables::{self, names};
use crate::invite::waves::{self, Wave, wrong_row};
use crate::invite::{Letter, What, Wrongs};
use crate::programme::written::Written;
use crate::register::is_personal;
use crate::seed::charter::Charter;

/// Waves, published.
#[derive(Clone, Debug)]
pub struct Waved {
    /// The number of the record.
    pub number: u32,
    /// Letters so far.
    pub letters: u64,
    /// Strata, from 1, that get letters by the draw and to which none was sent.
    pub skipped: Vec<u32>,
    /// Strata, from 1, whose first wave is not the letters that the draw gives: each with those of the wave, and by the draw.
    pub other_first: Vec<(u32, u64, u64)>,
    /// What it changes; nothing if they are published already.
    pub patch: Patch,
}

impl Invitation {
    /// The clerk's list of the last draw, as it was recorded.
    ///
    /// # Errors
    /// It is not here, or not as it was recorded.
    pub fn list(&self) -> Result<(Vec<Letter>, String), Refusal> {
        let (_, _, digest) = self.drawn(None)?;
        let lists = chain(&LETTER_LISTS, &self.folder)?;
        let made = lists.iter().find(|made| made.facts.record == digest.to_string());
        let made = made.ok_or(Refusal::NoLettersDrawn)?;
        let bytes = self.folder.get(names::LETTERS).ok_or(Refusal::OtherList)?;
        if Digest::of(bytes).to_string() != made.facts.letters {
            return Err(Refusal::OtherList);
        }
        let letters = tables::read_letters(bytes, self.public.homes.is_some());
        Ok((letters.map_err(|_| Refusal::OtherList)?, made.facts.letters.clone()))
    }

    /// The waves of the last draw that are published.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn waves(&self) -> Result<Vec<Wave>, Refusal> {
        let (_, list) = self.list()?;
        let made = chain(&WAVES, &self.folder)?;
        let Some(last) = made.last().filter(|last| last.facts.letters == list) else { return Ok(Vec::new()) };
        let bytes = self.folder.get(&WAVES.path(last.number, names::WAVES));
        let read = bytes.and_then(|bytes| waves::read(bytes).ok());
        read.ok_or_else(|| Refusal::public(names::WAVES))
    }

    /// Everybody who was written to in the last draw, with their keys in the register: in the waves that are published, or
    /// else in the first.
    ///
    /// # Errors
    /// Nothing is drawn, or the people are not those of the frame; or trouble of the system.
    pub fn written(&self, people: People<'_>) -> Result<Vec<Letter>, Stop> {
        let (draw, seed, _) = self.drawn(None)?;
        let to = Written::read(&self.folder).ok_or(Refusal::NoLettersDrawn)?.letters;
        let list = people.list(&self.public, None);
        let letters = Chances { seed: &seed, draw: &draw }.letters(&self.public, &list)?;
        let mut letters = letters.ok_or(Refusal::OtherPeople)?;
        letters.retain(|letter| to.get(letter.stratum as usize - 1).is_some_and(|&to| letter.place <= to));
        Ok(letters)
    }

    /// The first wave: everybody who gets a letter, on a day.
    ///
    /// # Errors
    /// There is no list.
    pub fn first_wave(&self, day: &str, reason: &str) -> Result<Vec<Wave>, Refusal> {
        let (letters, _) = self.list()?;
        let wave = |(stratum, to): (u32, u64)| Wave {
            stratum,
            wave: 1,
            from: 1,
            to,
            date: day.to_owned(),
            reason: reason.to_owned(),
        };
        let waves = (1..).zip(self.due(&self.places(&letters))?).map(wave);
        Ok(waves.filter(|wave| wave.to > 0).collect())
    }

    /// The plan as far as it holds in the last draw.
    ///
    /// # Errors
    /// Nothing is drawn.
    pub fn plan(&self) -> Result<Vec<Share>, Refusal> {
        let (draw, seed, _) = self.drawn(None)?;
        Ok(Chances { seed: &seed, draw: &draw }.plan(&self.public))
    }

    /// Places of each stratum on a list.
    fn places(&self, letters: &[Letter]) -> Vec<u64> {
        let mut places = vec![0u64; self.public.people.len()];
        letters.iter().for_each(|letter| places[letter.stratum as usize - 1] += 1);
        places
    }

    /// How many of so many places of each stratum get a letter by the last draw.
    fn due(&self, places: &[u64]) -> Result<Vec<u64>, Refusal> {
        Ok(self.plan()?.iter().zip(places).map(|(share, &all)| share.letters.min(all)).collect())
    }

    /// Waves of a day before that of the charter, or of a year that is not its or the next.
    pub fn far_posts(&self, waves: &[Wave], file: Option<&str>) -> Wrongs {
        let mut wrongs = Wrongs::default();
        let charter = public::file(&self.folder, files::CHARTER_TOML).ok();
        let charter = charter.and_then(|bytes| Charter::parse(bytes, OUTCOMES).ok());
        let Some(date) = charter.and_then(|charter| charter.date) else { return wrongs };
        let charter: String = date.to_string().chars().take(10).collect();
        let year = |day: &str| day.get(..4).and_then(|year| year.parse::<u32>().ok()).unwrap_or_default();
        let far = |day: &str| *day < *charter || year(day) > year(&charter) + 1;
        for (row, wave) in (2..).zip(waves).filter(|(_, wave)| far(&wave.date)) {
            let what = What::FarPost { posted: wave.date.clone(), charter: charter.clone() };
            let place = file.map_or_else(Place::default, |file| Place::file(file).row(row));
            if file.is_some() || wrongs.0.is_empty() {
                wrongs.push(what, place);
            }
        }
        wrongs
    }

    /// Strata whose first wave is another number of letters than is due. An area that stands in for another has none by the draw.
    fn other_first(&self, waves: &[Wave], due: &[u64]) -> Vec<(u32, u64, u64)> {
        let of = |stratum: u32| due.get(stratum as usize - 1).copied().unwrap_or_default();
        let first = |stratum: u32| waves.iter().find(|wave| (wave.stratum, wave.wave) == (stratum, 1));
        let other = waves::other_first(waves, due.iter().copied()).into_iter();
        let told = other.filter(|&stratum| self.public.terms.areas.is_none() || of(stratum) > 0);
        told.filter_map(|stratum| Some((stratum, first(stratum)?.to, of(stratum)))).collect()
    }

    /// Publishes waves: those that are published already, in whatever order, and new ones. `file` is what their file is called;
    /// none where the first wave alone is asked for.
    ///
    /// # Errors
    /// A wave that cannot be.
    pub fn publish_waves(&self, all: &[Wave], file: Option<&str>) -> Result<Waved, Stop> {
        let (letters, list) = self.list()?;
        let before = self.waves()?;
        let lists = self.places(&letters);
        let mut wrongs = Wrongs::default();
        let place = |row: Option<usize>| match (file, row) {
            (None, _) => Place::default(),
            (Some(file), None) => Place::file(file),
            (Some(file), Some(row)) => Place::file(file).row(row),
        };
        // Whoever asks for the first wave again has those that came after it too.
        let asked_again =
            file.is_none() && !before.is_empty() && all.iter().all(|wave| before.contains(wave));
        let mut new: Vec<(usize, &Wave)> = (2..).zip(all).collect();
        if asked_again {
            new.clear();
        }
        for known in before.iter().filter(|_| !asked_again) {
            match new.iter().position(|(_, wave)| *wave == known) {
                Some(at) => drop(new.remove(at)),
                None => {
                    let same = |wave: &Wave| (wave.stratum, wave.wave) == (known.stratum, known.wave);
                    let row = (2..).zip(all).find(|(_, wave)| same(wave)).map(|(row, _)| row);
                    wrongs.push(What::BadWave { column: "before" }, place(row));
                    return Err(wrongs.into());
                }
            }
        }
        // In the order in which they were published.
        let kept = before.len();
        let all: Vec<Wave> = before.iter().chain(new.iter().map(|(_, wave)| *wave)).cloned().collect();
        let all = all.as_slice();
        if let Some((row, column)) = wrong_row(all, &lists) {
            let row = (row - 2).checked_sub(kept).and_then(|at| new.get(at)).map(|(row, _)| *row);
            wrongs.push(What::BadWave { column }, place(row));
        }
        if wrongs.stop() {
            return Err(wrongs.into());
        }
        if all[kept..].iter().any(|wave| is_personal(&wave.reason)) {
            return Err(Refusal::TellingReason.into());
        }
        let made = chain(&WAVES, &self.folder)?;
        let written = waves::written(all, lists.len());
        let due = self.due(&lists)?;
        let skipped = waves::skipped(&written, due.iter().copied());
        let other_first = self.other_first(all, &due);
        let letters = written.iter().sum();
        if all == before && !before.is_empty() {
            let number = made.len() as u32;
            return Ok(Waved { number, letters, skipped, other_first, patch: Patch::default() });
        }
        let facts = Waves {
            commitment: self.public.commitment.digest().to_string(),
            letters: list,
            previous: made.last().map(|made| made.digest.to_string()),
            program: PROGRAM.to_owned(),
            rules: self.public.rules.number(),
            waves: made.len() as u32 + 1,
        };
        let entry = WAVES.append(&facts, vec![(names::WAVES, waves::write(all))]);
        let patch = Patch { steps: vec![Patch::record(&entry)], stands: None };
        Ok(Waved { number: facts.waves, letters, skipped, other_first, patch })
    }
}
