//! I16: waves of letters go on where those before ended, nothing that was published is changed, and no letter is of a draw
//! from before one that letters were sent of. Imports `bundle` and
//! `invite`.

use super::super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::super::walk::walk;
use super::drawn::{Drawn, Draws};
use super::{Lack, Wrong};
use crate::bundle::Folder;
use crate::bundle::chain::Link;
use crate::invite::public::Public;
use crate::invite::record::{LETTER_LISTS, Listed, WAVES, Waves};
use crate::invite::tables::{Figure, names, read_figures};
use crate::invite::waves::{beyond, other_first, read, skipped as wave_skipped, written, wrong_row};

pub(super) fn check(folder: &Folder, public: &Step<Public>, draws: &Step<Draws>) -> Claim {
    let (public, draws) = match (public, draws) {
        (Ok(public), Ok(draws)) => (public, draws),
        (Err(why), _) | (_, Err(why)) => return not_checked(Id::Rosters, *why),
    };
    let mut tally = Tally::new(Id::Rosters);
    let commitment = public.commitment.digest().to_string();
    let real = || draws.all().filter(|drawn| !drawn.of.record.void);
    let listed =
        |letters: &String| real().find(|drawn| drawn.list.is_some_and(|list| list.letters == *letters));
    // The draw that counts.
    let last = real().map(|drawn| drawn.of.record.draw).max().unwrap_or(0);
    let one = |link: &Link<Waves>, before: Option<&Waved>| {
        let record = link.number;
        let wave = |row| Failure::Letters(Wrong::Wave { record, row });
        let bytes = folder.get(&WAVES.path(record, names::WAVES)).cloned().unwrap_or_default();
        let rows = read(&bytes).map_err(|_| wave(1))?;
        let Some(drawn) = listed(&link.facts.letters) else { return Err(wave(1)) };
        let draw = drawn.of.record.draw;
        if before.is_some_and(|before| draw < before.draw) {
            return Err(Failure::Letters(Wrong::OldWave { record, draw: drawn.of.name.clone() }));
        }
        if before.is_some_and(|before| before.draw == draw && !bytes.starts_with(&before.bytes)) {
            return Err(wave(1));
        }
        // An area that was not drawn has no places.
        let figures = drawn.list.and_then(|list| figures_of(folder, list, public.people.len()));
        let lists = figures.map(|all| all.iter().map(|figure| figure.list).collect());
        match wrong_row(&rows, &lists.unwrap_or_else(|| public.lists())) {
            Some((row, _)) => Err(wave(row)),
            None => Ok(Waved { record, draw, bytes, first: rows.iter().map(|wave| wave.date.clone()).min() }),
        }
    };
    let found = walk(folder, &WAVES, &commitment, &[public.rules], &mut tally, one);
    tally.count(found.len() as u64);
    if found.is_empty() && tally.clean() {
        return not_checked(Id::Rosters, Why::Lacks(Lack::Waves));
    }
    // Letters may have been sent before somebody annulled the draw: only people can tell.
    let old = found.iter().filter(|waved| waved.draw < last).map(|waved| waved.record).collect::<Vec<u32>>();
    let remark = (!old.is_empty()).then_some(Remark::OldWaves { records: old, draw: format!("draw {last}") });
    tally.claim().remark(remark).remark(before(public, &found)).remark(told(folder, public, &found, real()))
}

/// Letters that were posted before the day of the charter, when nothing was drawn yet.
fn before(public: &Public, found: &[Waved]) -> Option<Remark> {
    let day: String = public.charter.date?.to_string().chars().take(10).collect();
    let first = found.iter().filter_map(|waved| waved.first.clone()).min().filter(|first| *first < day)?;
    Some(Remark::PostedBefore(first, day))
}

/// Strata of the last list to which no letter was sent, though they get some by the draw; those whose first wave was another
/// number than that; areas that stood in; and those that had more in all waves.
fn told<'a>(
    folder: &Folder,
    public: &Public,
    found: &[Waved],
    mut draws: impl Iterator<Item = Drawn<'a>>,
) -> Vec<Remark> {
    let (strata, areas) = (public.people.len(), public.terms.areas.is_some());
    let mut looked = || {
        let last = found.last()?;
        let list = draws.find(|drawn| drawn.of.record.draw == last.draw)?.list?;
        Some((read(&last.bytes).ok()?, figures_of(folder, list, strata)?))
    };
    let Some((waves, figures)) = looked() else { return Vec::new() };
    let due = || figures.iter().map(|figure| figure.letters);
    let written = written(&waves, strata);
    let skipped = wave_skipped(&written, due());
    let people = |stratum: u32| figures.get(stratum as usize - 1).map_or(0, |figure| figure.people);
    // An area that stands in has letters where another fell out: which one only people can tell.
    let stands_in =
        |stratum: u32| areas && figures.get(stratum as usize - 1).is_some_and(|it| it.letters == 0);
    let stood_in: Vec<u32> =
        (1..).zip(&written).filter(|(n, to)| **to > 0 && stands_in(*n)).map(|(n, _)| n).collect();
    let (mut beyond, others) = beyond(&written, due());
    beyond.retain(|it| !stands_in(it.0));
    let beyond = beyond.into_iter().map(|(stratum, letters, due)| (stratum, letters, due, people(stratum)));
    let beyond: Vec<(u32, u64, u64, u64)> = beyond.collect();
    let beyond = (!beyond.is_empty()).then_some(Remark::Beyond { strata: beyond, others });
    let mut other = other_first(&waves, due());
    other.retain(|&stratum| !stands_in(stratum));
    let stood_in = (!stood_in.is_empty()).then_some(Remark::StoodIn(stood_in));
    let skipped = (!skipped.is_empty()).then_some(Remark::Skipped(skipped));
    let other = (!other.is_empty()).then_some(Remark::OtherFirst(other));
    skipped.into_iter().chain(other).chain(stood_in).chain(beyond).collect()
}

/// The figures of a list; none where they are not in their form, of which another claim says so.
fn figures_of(folder: &Folder, list: &Listed, strata: usize) -> Option<Vec<Figure>> {
    read_figures(folder.get(&LETTER_LISTS.path(list.list, names::FIGURES))?, strata).ok()
}

/// A record of waves.
struct Waved {
    record: u32,
    /// The draw of the list that they are places of.
    draw: u32,
    bytes: Vec<u8>,
    /// The day of the first wave.
    first: Option<String>,
}
