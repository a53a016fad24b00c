//! The letters of an invitation lottery as a ledger needs them: how many in each stratum, with which chances. Imports
//! `bundle`, `invite` and its siblings.

use super::chances::Cohort;
use crate::base::digest::Digest;
use crate::bundle::Folder;
use crate::invite::public::Public;
use crate::invite::record::{DRAWS, LETTER_LISTS, WAVES};
use crate::invite::tables::{self, names};
use crate::invite::waves;
use std::collections::BTreeMap;

/// What the last draw of an invitation lottery came to.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its public part.
    pub public: Public,
    /// SHA-256 of the manifest of the draw.
    pub draw: String,
    /// Its seed.
    pub seed: String,
    /// Letters of each stratum: those of the waves that are published, or else those of the first.
    pub letters: Vec<u64>,
}

impl Written {
    /// Reads it; `None` where nothing is drawn, or a record is not in its form.
    pub fn read(folder: &Folder) -> Option<Self> {
        let public = Public::read(folder).ok()?;
        let strata = public.people.len();
        let last = DRAWS.read(folder).whole().ok()?.pop()?;
        let draw = last.digest.to_string();
        let lists = LETTER_LISTS.read(folder).whole().ok()?;
        let list = lists.into_iter().find(|list| list.facts.record == draw)?;
        let figures = folder.get(&LETTER_LISTS.path(list.number, names::FIGURES))?;
        let figures = tables::read_figures(figures, strata).ok()?;
        let waved = WAVES.read(folder).whole().ok()?.pop();
        let waved = waved.filter(|waves| waves.facts.letters == list.facts.letters);
        let letters = match waved {
            None => figures.iter().map(|figure| figure.letters).collect(),
            Some(made) => {
                let waves = waves::read(folder.get(&WAVES.path(made.number, names::WAVES))?).ok()?;
                let lists: Vec<u64> = figures.iter().map(|figure| figure.list).collect();
                waves::wrong_row(&waves, &lists).is_none().then(|| waves::written(&waves, strata))?
            }
        };
        Digest::from_hex(&last.facts.seed)?;
        Some(Self { public, draw, seed: last.facts.seed, letters })
    }

    /// Numbers of strata added up by the values that make them.
    pub fn by_value(&self, numbers: &[u64]) -> BTreeMap<(String, String), u64> {
        let strata = &self.public.strata;
        let mut sums = BTreeMap::new();
        for (cells, &number) in strata.cells.iter().zip(numbers) {
            for (heading, cell) in strata.headings.iter().zip(cells) {
                *sums.entry((heading.clone(), cell.clone())).or_default() += number;
            }
        }
        sums
    }

    /// What the letters promised and gave: in each stratum always so many, whoever they are. Where areas are drawn first
    /// that holds of all people only, and nothing is said of strata.
    pub fn cohorts(&self) -> Vec<Cohort> {
        let cohort = |(feature, value): (String, String), people: u64, letters: u64| Cohort {
            feature,
            value,
            people,
            tickets: u128::from(letters),
            of: 1,
            seats: letters,
            squares: u128::from(letters) * u128::from(letters),
        };
        let (people, letters) = (self.public.people.iter().sum(), self.letters.iter().sum());
        let mut cohorts = vec![cohort((String::new(), String::new()), people, letters)];
        if self.public.terms.areas.is_none() {
            let letters = self.by_value(&self.letters);
            let people = self.by_value(&self.public.people);
            cohorts.extend(people.into_iter().map(|(of, people)| {
                let letters = letters[&of];
                cohort(of, people, letters)
            }));
        }
        cohorts
    }

    /// People who were excluded on grounds of which this holds.
    pub fn excluded(&self, on: &dyn Fn(&str) -> bool) -> u64 {
        let grounds = self.public.grounds.iter().zip(&self.public.counts.excluded);
        grounds.filter(|(ground, _)| on(ground)).map(|(_, people)| people).sum()
    }
}
