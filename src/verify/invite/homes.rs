//! Homes of each size follow from the sealed list: a part of I15. Imports `invite`.

use crate::invite::Half;
use crate::invite::persons::{List, Person};
use crate::invite::tables::HomeSizes;
use std::io;
use std::sync::{Mutex, PoisonError};

/// People of whom the homes are looked at in one go through the list.
const AT_ONCE: u64 = 4 << 20;

/// The first stratum whose homes are others than the list has, which has so many people.
pub(super) fn differing(
    due: &HomeSizes,
    strata: u32,
    people: &List<'_>,
    everybody: u64,
) -> io::Result<Option<u32>> {
    let found = sizes(people, everybody.div_ceil(AT_ONCE).max(1))?;
    let same = |stratum: u32| {
        let of = (stratum, 0)..=(stratum, u64::MAX);
        due.range(of.clone()).eq(found.range(of))
    };
    Ok((1..=strata).find(|&stratum| !same(stratum)))
}

/// Homes by stratum and number of people, in so many goes: in each those whose signs begin in another part.
fn sizes(people: &List<'_>, goes: u64) -> io::Result<HomeSizes> {
    let mut sizes = HomeSizes::new();
    for go in 0..goes {
        let all: Mutex<Vec<(u32, Half)>> = Mutex::default();
        let each = |own: &mut Vec<(u32, Half)>, person: &Person<'_>| {
            let home = person.home_half();
            let start = u64::from(u16::from_be_bytes([home.0[0], home.0[1]]));
            let part = (start * goes) >> 16;
            if part == go {
                own.push((person.stratum, home));
            }
        };
        let end = |own: Vec<(u32, Half)>, _| {
            all.lock().unwrap_or_else(PoisonError::into_inner).extend(own);
            Ok(())
        };
        people.each(&Vec::new, &each, &end)?;
        let mut all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.sort_unstable();
        for home in all.chunk_by(|a, b| a == b) {
            *sizes.entry((home[0].0, home.len() as u64)).or_default() += 1;
        }
    }
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invite::scan::{Alone, Text};

    #[test]
    fn homes_are_counted_once_in_however_many_goes() {
        let person = |n: u32, home: u32, stratum: u32| {
            format!("{n:032x},{:08x}{home:024x},{stratum},{n}\n", home.wrapping_mul(0x9e37_79b9))
        };
        let rows: String = (0..60u32).map(|n| person(n, n / 3 + n % 2 * 100, n / 30 + 1)).collect();
        let text = format!("person,home,stratum,key\n{rows}");
        let file = Text { name: "persons.csv", bytes: text.as_bytes() };
        let list = List { file: &file, strata: 2, weighted: false, hands: &Alone, due: None };
        let once = sizes(&list, 1).unwrap();
        assert_eq!(once.iter().map(|((_, size), homes)| size * homes).sum::<u64>(), 60);
        assert_eq!(once.keys().copied().collect::<Vec<_>>(), [(1, 1), (1, 2), (2, 1), (2, 2)]);
        for goes in [2, 3, 7] {
            assert_eq!(sizes(&list, goes).unwrap(), once, "{goes}");
        }
    }
}
