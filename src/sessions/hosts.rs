//! Which facilitator and which note-taker sits at which table. Imports its siblings.

use super::brief::{Brief, RoundKind, Staff};
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

/// Staff for every round. Who hosted a table of the building in the round before keeps it, unless people who
/// need a language or a place would be left without a table. Groups of a workshop keep their staff over its
/// rounds as far as these are there.
pub fn assign(brief: &Brief) -> Vec<Hosts> {
    let mut all: Vec<Hosts> = vec![];
    let mut before = Hosts::default();
    for (number, round) in brief.rounds.iter().enumerate() {
        let stay = |list: &[Option<usize>]| -> Vec<Option<usize>> {
            let place = |table: usize| brief.stands(number, table).unwrap_or(table);
            (0..round.tables.len()).map(|table| list.get(place(table)).copied().flatten()).collect()
        };
        let stayed = Hosts { facilitators: stay(&before.facilitators), notes: stay(&before.notes) };
        let hosts = Hosts {
            facilitators: fill(brief, number, false, &stayed.facilitators),
            notes: fill(brief, number, true, &stayed.notes),
        };
        let same: Vec<(usize, &Hosts)> = stable(brief, number)
            .filter(|&other| other < number)
            .filter_map(|other| all.get(other).map(|hosts| (other, hosts)))
            .collect();
        let hosts = improve(brief, number, hosts, &stayed, &same);
        if !round.tables.is_empty() && !brief.staff.is_empty() {
            before = Hosts::default();
            for table in 0..round.tables.len() {
                let place = brief.stands(number, table).unwrap_or(table);
                for (list, now) in
                    [(&mut before.facilitators, &hosts.facilitators), (&mut before.notes, &hosts.notes)]
                {
                    list.resize(list.len().max(place + 1), None);
                    list[place] = now.get(table).copied().flatten();
                }
            }
        }
        all.push(hosts);
    }
    all
}

/// The rounds in which the groups of this one stay together, itself among them.
fn stable(brief: &Brief, round: usize) -> impl Iterator<Item = usize> + '_ {
    let kind = brief.rounds[round].kind;
    let workshop = matches!(kind, RoundKind::Workshop(_));
    (0..brief.rounds.len())
        .filter(move |&other| other == round || workshop && brief.rounds[other].kind == kind)
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
fn fill(brief: &Brief, round: usize, notes: bool, stayed: &[Option<usize>]) -> Vec<Option<usize>> {
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

/// Exchanges facilitators between tables, or with one who has no table, as long as that leaves fewer
/// people without any table they can sit at.
fn improve(brief: &Brief, round: usize, mut hosts: Hosts, stayed: &Hosts, same: &[(usize, &Hosts)]) -> Hosts {
    let demanding =
        brief.keep.iter().any(|keep| keep.spoken) || brief.staff.iter().any(|s| !s.not.is_empty());
    if !demanding || hosts.facilitators.is_empty() {
        return hosts;
    }
    let mut reserve = available(brief, round, false);
    reserve.retain(|staff| !hosts.facilitators.contains(&Some(*staff)));
    let tables = hosts.facilitators.len();
    let mut list: Vec<Option<usize>> =
        hosts.facilitators.iter().copied().chain(reserve.into_iter().map(Some)).collect();
    let mut price = |list: &[Option<usize>]| {
        hosts.facilitators = list[..tables].to_vec();
        stranded(brief, round, &hosts, stayed, same)
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

/// People without a table they can sit at and seats short for a language, in earlier rounds with the same
/// groups as well; then tables whose facilitator changed.
fn stranded(
    brief: &Brief,
    round: usize,
    hosts: &Hosts,
    stayed: &Hosts,
    same: &[(usize, &Hosts)],
) -> (usize, usize) {
    let tables = &brief.rounds[round].tables;
    let rounds = || same.iter().copied().chain([(round, hosts)]);
    let here =
        |person: usize, round: usize| brief.rounds[round].absent.binary_search(&(person as u16)).is_err();
    let has = |person: usize, table: usize| {
        let needs = &brief.people[person].needs;
        brief.rooms.is_empty()
            || brief.room(round, table).is_none_or(|room| needs.iter().all(|need| room.has.contains(need)))
    };
    let welcome = |person: usize, table: usize| {
        let unwelcome =
            |hosts: &Hosts| hosts.at(table).any(|staff| brief.staff[staff].not.contains(&(person as u16)));
        !rounds().any(|(round, hosts)| here(person, round) && unwelcome(hosts))
    };
    let mut stranded = 0;
    for keep in brief.keep.iter().filter(|keep| keep.spoken) {
        for group in &keep.groups {
            let there: Vec<usize> =
                group.people.iter().map(|&p| usize::from(p)).filter(|&p| here(p, round)).collect();
            let speaks = |table: usize| rounds().all(|(_, hosts)| hosts.speaks(brief, table, &group.value));
            let spoken: Vec<usize> = (0..tables.len()).filter(|&table| speaks(table)).collect();
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
    let moved = hosts.facilitators.iter().zip(&stayed.facilitators).filter(|(now, then)| now != then).count();
    (stranded, moved)
}
