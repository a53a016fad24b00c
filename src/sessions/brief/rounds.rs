//! What rounds say of their tables that cannot be, or does nothing. Imports `base`, `sessions::model` and its siblings.

use super::people::Found;
use super::plan_file::{KindWord, RoundEntry};
use crate::base::fault::Place;
use crate::base::text::fold;
use crate::sessions::model::brief::{Round, RoundKind};
use crate::sessions::wrong::What;

/// Tells rounds that are to keep each other's tables and have not as many of them, and tables at which somebody is alone.
pub(super) fn alike(plan: &str, rounds: &[Round], found: &mut Found) {
    let lone: Vec<usize> =
        (1..).zip(rounds).filter(|(_, round)| alone(round)).map(|(number, _)| number).collect();
    if !lone.is_empty() {
        found.wrongs.push(What::AloneAtTable { rounds: lone }, Place::file(plan));
    }
    for (number, round) in rounds.iter().enumerate() {
        let first = rounds[..number].iter().position(|other| round.stays_with(other));
        let Some(first) = first else { continue };
        let tables = round.tables.len();
        let kept = rounds[first].tables.len();
        let what = match (kept != tables, sizes(&rounds[first]), sizes(round)) {
            (true, ..) => What::GroupTables { round: number + 1, tables, first: first + 1, kept },
            (_, one, other) if one.iter().zip(&other).any(|(a, b)| a.abs_diff(*b) > 1) => {
                What::GroupSizes { round: number + 1, first: first + 1 }
            }
            _ => continue,
        };
        found.wrongs.push(what, Place::file(plan));
    }
}

/// Tells settings of rounds that do nothing: a word that no other round has, or that a round of another kind has; and
/// tables of a plenary round.
pub(super) fn idle(plan: &str, entries: &[&RoundEntry], found: &mut Found) {
    let place = || Place::file(plan);
    let word = |entry: &RoundEntry| entry.group.as_deref().map(fold);
    let mut plenary = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let sized = entry.tables.is_some() || entry.size.is_some() || entry.sizes.is_some();
        if entry.kind == KindWord::Plenary {
            if sized || entry.group.is_some() {
                plenary.push(number + 1);
            }
            continue;
        }
        let Some(own) = word(entry) else { continue };
        let others = entries.iter().enumerate().filter(|(at, other)| {
            *at != number && other.kind != KindWord::Plenary && word(other).as_ref() == Some(&own)
        });
        let (same, unlike): (Vec<_>, Vec<_>) = others.partition(|(_, other)| other.kind == entry.kind);
        match unlike.first() {
            Some((first, _)) if *first < number => {
                found.wrongs.push(What::GroupKinds { round: number + 1, first: first + 1 }, place());
            }
            // Workshops have groups of their own anyway: the word keeps them apart from others.
            None if same.is_empty() && entry.kind == KindWord::Dialogue => {
                found.wrongs.push(What::GroupAlone { round: number + 1 }, place());
            }
            _ => {}
        }
    }
    if !plenary.is_empty() {
        found.wrongs.push(What::PlenaryTables { rounds: plenary }, place());
    }
}

/// The people at each table at most, from the smallest table. Somebody who is absent makes one table smaller.
fn sizes(round: &Round) -> Vec<u16> {
    let mut sizes: Vec<u16> = round.tables.iter().map(|size| size.most).collect();
    sizes.sort_unstable();
    sizes
}

/// Whether somebody sits alone in a dialogue round, whatever its plan: a table takes one person.
pub fn alone(round: &Round) -> bool {
    round.kind == RoundKind::Dialogue && round.tables.iter().any(|size| size.least == 1)
}
