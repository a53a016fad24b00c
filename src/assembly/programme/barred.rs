//! Who is barred, counted by ground. Imports `programme`.

use crate::programme::past::Bar;
use crate::programme::{Day, Ground};
use std::collections::BTreeMap;

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
