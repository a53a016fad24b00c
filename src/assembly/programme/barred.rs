//! Who is barred, counted by ground; and who would evade it under another id. Imports `programme` and its siblings.

use super::Programme;
use super::no::No;
use crate::assembly::Frozen;
use crate::base::look::look;
use crate::bundle::{files, sealed};
use crate::programme::past::{Bar, For, Past};
use crate::programme::rules::Body;
use crate::programme::{Day, Ground};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn grounds(bars: &[Bar]) -> String {
    bars.iter().map(|bar| bar.ground.word()).collect::<Vec<_>>().join("; ")
}

/// Who is barred, by ground.
#[derive(Default)]
pub(super) struct Barred(pub BTreeMap<Ground, (u64, Option<Day>)>);

impl Barred {
    pub fn add(&mut self, bars: &[Bar]) {
        for bar in bars {
            let own = self.0.entry(bar.ground).or_default();
            *own = (own.0 + 1, own.1.max(bar.until));
        }
    }
}

impl Programme {
    /// Refuses a lottery without somebody who is barred, and with somebody whose id looks like theirs.
    pub(super) fn nobody_evades(
        &self,
        frozen: &Frozen,
        frame: &str,
        body: Option<&Body>,
        past: &Past,
        day: Day,
    ) -> Result<(), No> {
        let of = match body {
            Some(body) => For::Seat(body),
            None => For::Letter(self.ledger.rules.frame(frame)),
        };
        let file = format!("{}{}", files::SEALED, files::EXCLUDED);
        let excluded = frozen.folder.get(&file).and_then(|bytes| sealed::read_excluded(bytes).ok());
        let excluded = excluded.unwrap_or_default();
        let pool = frozen.codes.iter().map(|(id, ..)| id.as_str());
        let all: BTreeSet<&str> = pool.clone().chain(excluded.iter().map(|own| own.id.as_str())).collect();
        let evades = self.evading(frame, of, past, day, &all, look);
        match pool.filter(|id| evades(id)).count() {
            0 => Ok(()),
            people => Err(No::LooksBarred { people, rows: Vec::new(), beside: false }),
        }
    }

    /// Whether an id is nobody's, and looks like that of somebody who is barred on a day and is not among `all`: whether
    /// `looks` makes the same of both.
    pub(super) fn evading(
        &self,
        frame: &str,
        of: For<'_>,
        past: &Past,
        day: Day,
        all: &BTreeSet<&str>,
        looks: fn(&str) -> String,
    ) -> impl Fn(&str) -> bool {
        let own = self.people.all().filter(|(register, ..)| *register == frame);
        let missing = own.filter(|(_, id, ..)| !all.contains(id));
        let barred =
            missing.filter(|&(.., code, _)| !past.bars(&self.ledger.rules, of, code, day).is_empty());
        let known: BTreeSet<String> = barred.map(|(_, id, ..)| looks(id)).collect();
        let people = &self.people;
        move |id: &str| !known.is_empty() && !people.knows(frame, id) && known.contains(&looks(id))
    }
}
