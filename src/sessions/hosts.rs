//! Which facilitator and which note-taker sits at which table. Imports its siblings.

use super::brief::{Brief, Round, RoundKind, Staff};
use crate::base::text::fold;

/// The staff of one round: for each table a member of the brief's staff, if there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts {
    /// Facilitators.
    pub facilitators: Vec<Option<usize>>,
    /// Note-takers.
    pub notes: Vec<Option<usize>>,
}

impl Hosts {
    /// Everybody of the staff at a table.
    pub fn at(&self, table: usize) -> impl Iterator<Item = usize> {
        let both = [&self.facilitators, &self.notes];
        both.into_iter().filter_map(move |list| list.get(table).copied().flatten())
    }

    /// Whether somebody at the table speaks a language.
    pub fn speaks(&self, brief: &Brief, table: usize, language: &str) -> bool {
        let language = fold(language);
        self.at(table).any(|staff| brief.staff[staff].languages.contains(&language))
    }
}

/// Staff for every round. Who hosted a table in the round before keeps it, unless people who need a
/// language or a place would be left without a table.
pub fn assign(brief: &Brief) -> Vec<Hosts> {
    let mut all: Vec<Hosts> = vec![];
    let mut before = Hosts::default();
    for (number, round) in brief.rounds.iter().enumerate() {
        let hosts = Hosts {
            facilitators: fill(brief, number, false, &before.facilitators),
            notes: fill(brief, number, true, &before.notes),
        };
        let hosts = improve(brief, number, hosts, &before);
        if !round.tables.is_empty() && !brief.staff.is_empty() {
            before.clone_from(&hosts);
        }
        all.push(hosts);
    }
    all
}

/// Who is there for one task in a round.
fn available(brief: &Brief, round: usize, notes: bool) -> impl Iterator<Item = usize> {
    let there = move |staff: &Staff| staff.notes == notes && Brief::holds(&staff.rounds, round);
    (0..brief.staff.len()).filter(move |&staff| there(&brief.staff[staff]))
}

/// One person of the staff per table: where they were before, or in the order of the list.
fn fill(brief: &Brief, round: usize, notes: bool, before: &[Option<usize>]) -> Vec<Option<usize>> {
    let there: Vec<usize> = available(brief, round, notes).collect();
    let mut at: Vec<Option<usize>> = (0..brief.rounds[round].tables.len())
        .map(|table| before.get(table).copied().flatten().filter(|staff| there.contains(staff)))
        .collect();
    let mut free =
        there.into_iter().filter(|staff| !at.contains(&Some(*staff))).collect::<Vec<_>>().into_iter();
    for seat in at.iter_mut().filter(|seat| seat.is_none()) {
        *seat = free.next();
    }
    at
}

/// Exchanges facilitators between tables, or with one who has no table, as long as that leaves fewer
/// people without any table they can sit at.
fn improve(brief: &Brief, round: usize, mut hosts: Hosts, before: &Hosts) -> Hosts {
    let demanding =
        brief.keep.iter().any(|keep| keep.spoken) || brief.staff.iter().any(|s| !s.not.is_empty());
    if !demanding || hosts.facilitators.is_empty() {
        return hosts;
    }
    let reserve: Vec<usize> =
        available(brief, round, false).filter(|staff| !hosts.facilitators.contains(&Some(*staff))).collect();
    let tables = hosts.facilitators.len();
    let mut list: Vec<Option<usize>> =
        hosts.facilitators.iter().copied().chain(reserve.into_iter().map(Some)).collect();
    let mut price = |list: &[Option<usize>]| {
        hosts.facilitators = list[..tables].to_vec();
        stranded(brief, round, &hosts, before)
    };
    let mut best = price(&list);
    'better: loop {
        for a in 0..tables {
            for b in a + 1..list.len() {
                list.swap(a, b);
                let now = price(&list);
                if now < best {
                    best = now;
                    continue 'better;
                }
                list.swap(a, b);
            }
        }
        break;
    }
    hosts.facilitators = list[..tables].to_vec();
    hosts
}

/// People without a table they can sit at and seats short for a language; then tables whose
/// facilitator changed.
fn stranded(brief: &Brief, round: usize, hosts: &Hosts, before: &Hosts) -> (usize, usize) {
    let Round { tables, absent, kind, .. } = &brief.rounds[round];
    let has = |person: usize, table: usize| {
        let needs = &brief.people[person].needs;
        matches!(kind, RoundKind::Workshop(_))
            || brief.rooms.is_empty()
            || needs.iter().all(|need| brief.rooms[table].has.contains(need))
    };
    let welcome = |person: usize, table: usize| {
        !hosts.at(table).any(|staff| brief.staff[staff].not.contains(&(person as u16)))
    };
    let mut stranded = 0;
    for keep in brief.keep.iter().filter(|keep| keep.spoken) {
        for group in &keep.groups {
            let there: Vec<usize> = group
                .people
                .iter()
                .filter(|p| absent.binary_search(p).is_err())
                .map(|&p| usize::from(p))
                .collect();
            let spoken: Vec<usize> =
                (0..tables.len()).filter(|&t| hosts.speaks(brief, t, &group.value)).collect();
            let seats: usize = spoken.iter().map(|&table| usize::from(tables[table].most)).sum();
            stranded += there.len().saturating_sub(seats);
            let fits = |person: usize| spoken.iter().any(|&t| has(person, t) && welcome(person, t));
            stranded += there.into_iter().filter(|&person| !fits(person)).count();
        }
    }
    for person in 0..brief.people.len() {
        let unwelcome = brief.staff.iter().any(|staff| staff.not.contains(&(person as u16)));
        if unwelcome && !(0..tables.len()).any(|t| has(person, t) && welcome(person, t)) {
            stranded += 1;
        }
    }
    let moved = hosts.facilitators.iter().zip(&before.facilitators).filter(|(now, then)| now != then).count();
    (stranded, moved)
}
