//! `counts.csv`: how many rows an entry has, in public, and never fewer than the smallest cell. Imports `bundle` and its
//! siblings.

use super::event::{Event, Ground};
use super::rows::{Row, Why};
use crate::bundle::form::{self, Bad, number};
use crate::draw::code::Code;
use std::collections::BTreeMap;

const HEADER: [&str; 6] = ["event", "body", "feature", "value", "people", "number"];
/// The value under which small ones are counted together.
pub const TOGETHER: &str = "…";
/// What is counted by a ground, as a feature.
pub const GROUND: &str = "ground";
/// What an erasure counts, as a feature: rows of an event, by why.
pub const ERASED: &str = "erased";

/// A line: event, body, feature, value. Feature and value are blank in the line of all.
pub type Of = (String, String, String, String);

/// Rows, and what is counted in them, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Rows: a person as often as the event happened to them.
    pub people: u64,
    /// Their numbers added up; of grounds and places in reserve, which are no amounts, 0.
    pub number: u64,
}

/// What an entry says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub BTreeMap<Of, Count>);

/// Whether the numbers of an event are amounts that can be added up.
pub fn adds_up(event: Event) -> bool {
    matches!(event, Event::Pool | Event::Served | Event::Paid)
}

/// Counts by value, of which those with fewer people than `smallest` stand together. If one alone would be left over, the next
/// smallest joins it: else the others would betray it.
pub fn together(mut values: Vec<(String, Count)>, smallest: u64) -> BTreeMap<String, Count> {
    values.sort_by(|a, b| a.1.people.cmp(&b.1.people).then_with(|| a.0.cmp(&b.0)));
    let mut hidden = values.partition_point(|(_, count)| count.people < smallest);
    let sum = |n: usize| values[..n].iter().map(|(_, count)| count.people).sum::<u64>();
    while hidden > 0 && hidden < values.len() && (hidden < 2 || sum(hidden) < smallest) {
        hidden += 1;
    }
    let mut sum = Count::default();
    for (_, count) in values.drain(..hidden) {
        sum.people += count.people;
        sum.number += count.number;
    }
    let mut shown: BTreeMap<String, Count> = values.into_iter().collect();
    if hidden > 0 {
        shown.insert(TOGETHER.to_owned(), sum);
    }
    shown
}

impl Counts {
    /// Counts the rows of an entry. `features` are the names and values of a person by which is counted, where they are
    /// known.
    pub fn of<'a>(
        rows: &[Row<'_>],
        features: &dyn Fn(Code) -> Option<&'a [(String, String)]>,
        smallest: u64,
    ) -> Self {
        let mut counts = Self::default();
        for row in rows {
            let number = row.number.filter(|_| adds_up(row.event)).unwrap_or(0);
            let mut add = |feature: &str, value: &str| {
                let of = (row.event.word().into(), row.body.into(), feature.into(), value.into());
                let count: &mut Count = counts.0.entry(of).or_default();
                count.people += 1;
                count.number += number;
            };
            add("", "");
            if row.event == Event::Excluded {
                let ground = row.number.and_then(Ground::of_number).map_or("", Ground::word);
                add(GROUND, ground);
                continue;
            }
            for (feature, value) in features(row.person).into_iter().flatten() {
                add(feature, value);
            }
        }
        counts.hide(smallest);
        counts
    }

    /// Puts values with fewer people than `smallest` [together].
    fn hide(&mut self, smallest: u64) {
        let mut features: BTreeMap<(String, String, String), Vec<(String, Count)>> = BTreeMap::new();
        for ((event, body, feature, value), &count) in &self.0 {
            if !feature.is_empty() && feature != GROUND {
                let of = (event.clone(), body.clone(), feature.clone());
                features.entry(of).or_default().push((value.clone(), count));
            }
        }
        for ((event, body, feature), values) in features {
            let of = |value: String| (event.clone(), body.clone(), feature.clone(), value);
            for (value, _) in &values {
                self.0.remove(&of(value.clone()));
            }
            let shown = together(values, smallest);
            self.0.extend(shown.into_iter().map(|(value, count)| (of(value), count)));
        }
    }

    /// The line of all rows of an event and a body.
    pub fn all(&self, event: Event, body: &str) -> Count {
        let of = (event.word().to_owned(), body.to_owned(), String::new(), String::new());
        self.0.get(&of).copied().unwrap_or_default()
    }

    /// Rows of an event, over all bodies.
    pub fn total(&self, event: Event) -> Count {
        let own =
            self.0.iter().filter(|((word, _, feature, _), _)| *word == event.word() && feature.is_empty());
        own.fold(Count::default(), |sum, (_, count)| Count {
            people: sum.people + count.people,
            number: sum.number + count.number,
        })
    }

    /// People excluded on a ground.
    pub fn on(&self, ground: Ground) -> u64 {
        let own = |(event, _, feature, value): &Of| {
            event == Event::Excluded.word() && feature == GROUND && value == ground.word()
        };
        self.0.iter().filter(|(of, _)| own(of)).map(|(_, count)| count.people).sum()
    }

    /// Rows of an event that an erasure took on a ground.
    pub fn erased(&self, event: Event, why: Why) -> u64 {
        let own =
            |(word, _, feature, value): &Of| word == event.word() && feature == ERASED && value == why.word();
        self.0.iter().filter(|(of, _)| own(of)).map(|(_, count)| count.people).sum()
    }

    /// Writes `counts.csv`.
    pub fn table(&self) -> Vec<u8> {
        let rows = self.0.iter().map(|((event, body, feature, value), count)| {
            let [people, number] = [count.people, count.number].map(|n| n.to_string());
            [event.clone(), body.clone(), feature.clone(), value.clone(), people, number]
        });
        form::table(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
    }

    /// Reads `counts.csv`; lines ascend and none is there twice.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        let mut counts = BTreeMap::new();
        let mut last: Option<Of> = None;
        for (at, row) in form::rows(bytes, &HEADER)?.iter().enumerate() {
            let of: Of = (row[0].into(), row[1].into(), row[2].into(), row[3].into());
            let ascending = last.as_ref().is_none_or(|last| *last < of);
            let read = number(&row[4]).zip(number(&row[5])).filter(|_| ascending);
            let (people, number) = read.ok_or(Bad::Row(at + 2))?;
            last = Some(of.clone());
            counts.insert(of, Count { people, number });
        }
        Ok(Self(counts))
    }

    /// The first line whose parts do not add up to it: by feature, everybody of whom it is known has one value.
    pub fn amiss(&self) -> Option<&Of> {
        let mut sums: BTreeMap<(&str, &str, &str), (&Of, u64)> = BTreeMap::new();
        for (of, count) in self.0.iter().filter(|(of, _)| !of.2.is_empty() && of.2 != ERASED) {
            sums.entry((&of.0, &of.1, &of.2)).or_insert((of, 0)).1 += count.people;
        }
        let whole = |(event, body, feature): (&str, &str, &str), sum: u64| {
            let all = self.0.get(&(event.into(), body.into(), String::new(), String::new()));
            all.is_some_and(|all| if feature == GROUND { sum == all.people } else { sum <= all.people })
        };
        sums.into_iter().find(|&(of, (_, sum))| !whole(of, sum)).map(|(_, (of, _))| of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::day::Day;

    fn count(values: &[(&str, usize)], smallest: u64) -> Vec<(String, u64)> {
        let all: usize = values.iter().map(|v| v.1).sum();
        let ids: Vec<String> = (0..all).map(|i| format!("{i:04}")).collect();
        let codes = Code::of_ids(&[1; 32], ids.iter().map(String::as_str));
        let of: Vec<(Code, Vec<(String, String)>)> = codes
            .iter()
            .zip(values.iter().flat_map(|&(value, n)| std::iter::repeat_n(value, n)))
            .map(|(&code, value)| (code, vec![("kern".to_owned(), value.to_owned())]))
            .collect();
        let date = Day::parse("2027-03-01").unwrap();
        let row = |(&person, seq): (&Code, u64)| Row {
            seq,
            date,
            person,
            event: Event::Letter,
            body: "",
            edition: "",
            number: None,
            until: None,
        };
        let rows: Vec<Row<'_>> = codes.iter().zip(1..).map(row).collect();
        let own = |code| of.iter().find(|one| one.0 == code).map(|one| &one.1[..]);
        let counts = Counts::of(&rows, &own, smallest);
        assert_eq!(Counts::read(&counts.table()), Ok(counts.clone()));
        assert_eq!((counts.amiss(), counts.all(Event::Letter, "").people), (None, all as u64));
        counts.0.into_iter().filter(|(of, _)| !of.2.is_empty()).map(|(of, n)| (of.3, n.people)).collect()
    }

    #[test]
    fn few_people_are_counted_together_so_that_nobody_is_betrayed() {
        let told = |list: &[(&str, u64)]| -> Vec<(String, u64)> {
            list.iter().map(|&(value, n)| (value.to_owned(), n)).collect()
        };
        assert_eq!(count(&[("a", 9), ("b", 7)], 5), told(&[("a", 9), ("b", 7)]));
        assert_eq!(count(&[("a", 9), ("b", 7), ("c", 2)], 5), told(&[("a", 9), (TOGETHER, 9)]));
        assert_eq!(count(&[("a", 9), ("b", 3), ("c", 2)], 5), told(&[("a", 9), (TOGETHER, 5)]));
        assert_eq!(count(&[("a", 3), ("b", 1)], 5), told(&[(TOGETHER, 4)]));
    }

    #[test]
    fn parts_that_do_not_add_up_are_noticed() {
        let text = "event,body,feature,value,people,number\nletter,,,,5,0\nletter,,kern,a,6,0\n";
        assert!(Counts::read(text.as_bytes()).unwrap().amiss().is_some());
    }
}
