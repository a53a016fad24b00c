//! Which facilitator and which note-taker sits at which table. Imports its siblings.

use crate::sessions::model::brief::{Brief, Staff};
pub use crate::sessions::model::hosts::Hosts;

/// Who hosts what in the rounds of a sitting when nothing else is asked for: in rounds where that is
/// settled as it is settled; else who hosted a table of the building in the round before, or in a
/// workshop the group, keeps it, and who has none comes in the order of the list. `hosts` has the rounds
/// before it.
pub fn usual(brief: &Brief, group: &[usize], hosts: &[Hosts]) -> Vec<Hosts> {
    let before = (0..group[0]).rev().find(|&round| !brief.rounds[round].tables.is_empty());
    let mut places = Hosts::default();
    if let Some(before) = before {
        for table in 0..brief.rounds[before].tables.len() {
            let place = brief.stands(before, table).unwrap_or(table);
            let then = &hosts[before];
            for (list, now) in
                [(&mut places.facilitators, &then.facilitators), (&mut places.notes, &then.notes)]
            {
                list.resize(list.len().max(place + 1), None);
                list[place] = now.get(table).copied().flatten();
            }
        }
    }
    let stay = |list: &[Option<usize>]| -> Vec<Option<usize>> {
        let place = |table: usize| brief.stands(group[0], table).unwrap_or(table);
        let tables = 0..brief.rounds[group[0]].tables.len();
        tables.map(|table| list.get(place(table)).copied().flatten()).collect()
    };
    let mut stayed = Hosts { facilitators: stay(&places.facilitators), notes: stay(&places.notes) };
    let mut all = vec![];
    for &round in group {
        let settled = &brief.rounds[round].hosts;
        if settled.is_unsaid() {
            stayed = Hosts {
                facilitators: fill(brief, round, false, &stayed.facilitators),
                notes: fill(brief, round, true, &stayed.notes),
            };
        } else {
            stayed = settled.clone();
        }
        all.push(stayed.clone());
    }
    all
}

/// The rounds in which the groups of this one stay together, itself among them.
fn stable(brief: &Brief, round: usize) -> impl Iterator<Item = usize> + '_ {
    let own = &brief.rounds[round];
    (0..brief.rounds.len()).filter(move |&other| other == round || own.stays_with(&brief.rounds[other]))
}

/// Who is there for one task in a round: first those who are there in most rounds of a stable group.
fn available(brief: &Brief, round: usize, notes: bool) -> Vec<usize> {
    let there = |staff: &Staff| staff.notes == notes && Brief::holds(&staff.rounds, round);
    let mut all: Vec<usize> = (0..brief.staff.len()).filter(|&staff| there(&brief.staff[staff])).collect();
    let away = |staff: &usize| {
        stable(brief, round).filter(|&other| !Brief::holds(&brief.staff[*staff].rounds, other)).count()
    };
    all.sort_by_key(away);
    all
}

/// One person of the staff per table: who stayed there, or in the order of the list.
pub fn fill(brief: &Brief, round: usize, notes: bool, stayed: &[Option<usize>]) -> Vec<Option<usize>> {
    let there = available(brief, round, notes);
    let mut at: Vec<Option<usize>> = stayed.to_vec();
    at.iter_mut().for_each(|seat| *seat = seat.filter(|staff| there.contains(staff)));
    let mut free =
        there.into_iter().filter(|staff| !at.contains(&Some(*staff))).collect::<Vec<_>>().into_iter();
    for seat in at.iter_mut().filter(|seat| seat.is_none()) {
        *seat = free.next();
    }
    at
}
