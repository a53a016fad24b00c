//! The strata by their cells, names and numbers. Imports `base`.

use crate::base::look;
use crate::base::text::fold;

/// The strata: the numbers 1, 2, 3 ... of these cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strata {
    /// What the columns are called.
    pub headings: Vec<String>,
    /// The trimmed cells of each, in the order of their numbers.
    pub cells: Vec<Vec<String>>,
    /// The cells as one text, with what they start with as a number, sorted, and the number of the stratum.
    sorted: Vec<(u64, Vec<u8>, u32)>,
}

/// What a text starts with: texts that differ in it are in the same order as these.
fn start(text: &[u8]) -> u64 {
    let mut start = [0; 8];
    let length = text.len().min(8);
    start[..length].copy_from_slice(&text[..length]);
    u64::from_be_bytes(start)
}

/// Why no stratum is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfound {
    /// None has this number or name.
    None,
    /// It is the number of one, and the name of another.
    Two {
        /// The one with this number.
        number: u32,
        /// The one of this name.
        name: u32,
    },
}

impl Strata {
    /// These strata; `None` with the place of the second if two are the same.
    ///
    /// # Errors
    /// The index of a stratum that stands there twice.
    pub fn new(headings: Vec<String>, cells: Vec<Vec<String>>) -> Result<Self, usize> {
        let one = |(cells, number): (&Vec<String>, u32)| {
            let joined = cells.join("\n").into_bytes();
            (start(&joined), joined, number)
        };
        let mut sorted: Vec<(u64, Vec<u8>, u32)> = cells.iter().zip(1..).map(one).collect();
        sorted.sort_unstable();
        if let Some(twice) = sorted.windows(2).find(|w| w[0].1 == w[1].1) {
            return Err(twice[1].2 as usize - 1);
        }
        Ok(Self { headings, cells, sorted })
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The name of a stratum, from 1, for messages.
    pub fn name(&self, stratum: u32) -> String {
        match self.cells.get(stratum as usize - 1) {
            Some(cells) if !cells.is_empty() => cells.join(" / "),
            _ => stratum.to_string(),
        }
    }

    /// The stratum that somebody means by a number, with or without `#` in front of it, or by its name, spelling aside.
    ///
    /// # Errors
    /// There is none; or it is the number of one and the name of another.
    pub fn find_named(&self, text: &str) -> Result<u32, Unfound> {
        let text = text.trim();
        let numbered = |text: &str| self.numbered(text).ok_or(Unfound::None);
        if let Some(number) = text.strip_prefix('#') {
            return numbered(number.trim());
        }
        let called = (1..=self.cells.len() as u32).find(|&stratum| self.name(stratum) == text);
        match (self.numbered(text), called.filter(|_| !self.headings.is_empty())) {
            (Some(number), Some(name)) if number != name => Err(Unfound::Two { number, name }),
            _ => self.named(text).ok_or(Unfound::None),
        }
    }

    fn numbered(&self, text: &str) -> Option<u32> {
        (1..=self.cells.len() as u32).find(|stratum| stratum.to_string() == text)
    }

    fn named(&self, text: &str) -> Option<u32> {
        let all = || 1..=self.cells.len() as u32;
        let only = |same: &dyn Fn(u32) -> bool| {
            let mut found = all().filter(|&stratum| same(stratum));
            found.next().filter(|_| found.next().is_none())
        };
        only(&|stratum| {
            self.name(stratum) == text && !self.headings.is_empty() && text.parse::<u32>().is_err()
        })
        .or_else(|| self.numbered(text))
        .or_else(|| only(&|stratum| fold(&self.name(stratum)) == fold(text)))
    }

    /// Names in one column that a person takes for one another: its heading, and the two. Whoever moves between two such strata
    /// is in another, and nobody who reads the tables sees it.
    pub fn alike(&self) -> Vec<(String, String, String)> {
        let column = |(at, heading): (usize, &String)| {
            let own = look::alike(self.cells.iter().filter_map(|cells| cells.get(at).map(String::as_str)));
            own.into_iter().map(|(one, other)| (heading.clone(), one, other)).collect::<Vec<_>>()
        };
        self.headings.iter().enumerate().flat_map(column).collect()
    }

    pub(super) fn find(&self, joined: &[u8]) -> Option<u32> {
        let key = (start(joined), joined);
        let at =
            self.sorted.binary_search_by(|(start, cells, _)| (*start, cells.as_slice()).cmp(&key)).ok()?;
        Some(self.sorted[at].2)
    }
}
