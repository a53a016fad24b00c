//! People of whom a rule chose the row, where no register says which is right. Imports `base` and its siblings.

use super::Half;
use super::rows::{Reader, Row};
use super::scan::{Bytes, Hands, name_of};
use super::wrong::{What, Wrongs};
use crate::base::fault::Place;
use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

/// What rows of one person can disagree on: birth, stratum, weight.
pub(super) type Odd = [bool; 3];

/// Those of a part of the people.
#[derive(Debug, Default)]
pub(super) struct Unsure {
    counts: [u64; 3],
    people: Vec<(Half, Odd)>,
}

impl Unsure {
    /// People of a part whose rows can be named.
    const NAMED: usize = 1_000;

    /// Adds a person whose rows disagree on this, if on anything.
    pub(super) fn see(&mut self, person: Half, odd: Odd) {
        self.counts.iter_mut().zip(odd).for_each(|(count, odd)| *count += u64::from(odd));
        if odd.contains(&true) && self.people.len() < Self::NAMED {
            self.people.push((person, odd));
        }
    }

    /// Adds those of another part.
    pub(super) fn join(&mut self, other: Self) {
        self.counts.iter_mut().zip(other.counts).for_each(|(all, own)| *all += own);
        self.people.extend(other.people);
    }

    /// Tells how many there are, by the rows of each register, which are looked up once more.
    pub(super) fn report(
        self,
        registers: &[(&dyn Bytes, &str)],
        reader: &Reader<'_>,
        hands: &dyn Hands,
        wrongs: &mut Wrongs,
    ) -> io::Result<()> {
        let people: BTreeMap<Half, Odd> = self.people.into_iter().collect();
        if people.is_empty() {
            return Ok(());
        }
        let [births, strata, weights] = self.counts;
        let told = [
            What::TwoBirths { people: births },
            What::TwoStrata { people: strata },
            What::TwoWeights { people: weights },
        ];
        let reader = Reader { numbered: true, ..*reader };
        for (file, source) in registers {
            let all: Mutex<Vec<(u64, Odd)>> = Mutex::default();
            let each = |own: &mut Vec<(u64, Odd)>, row: &Row<'_>| {
                own.extend(people.get(&row.person).map(|odd| (row.row, *odd)));
            };
            let end = |own: Vec<(u64, Odd)>| {
                all.lock().unwrap_or_else(PoisonError::into_inner).extend(own);
                Ok(())
            };
            reader.rows(*file, source, hands, &Vec::new, &each, &end)?;
            let mut all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
            all.sort_unstable();
            for (i, what) in told.iter().enumerate() {
                for (row, _) in all.iter().filter(|(_, odd)| odd[i]) {
                    wrongs.push(what.clone(), Place::file(name_of(*file, *row)).row(*row as usize));
                }
            }
        }
        Ok(())
    }
}
