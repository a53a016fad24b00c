//! The staff of one sitting: who is there when, who speaks what, and what a placing of them means for
//! the people. Imports its siblings.

use super::flow::best_wishes;
use super::hosts::Hosts;
use crate::base::text::fold;
use crate::sessions::model::brief::Brief;
use crate::sessions::model::demand::{Demand, DemandKind};
use crate::sessions::model::problem::Sitting;
use std::collections::BTreeMap;

/// The staff of one sitting.
#[derive(Clone, Debug, Default)]
pub struct Crew {
    /// Everybody who is there in some round of it, in the order of the brief.
    pub staff: Vec<Helper>,
    /// The rounds of the sitting, those in which the same staff are there together.
    pub shifts: Vec<Vec<usize>>,
    /// How many tables there are.
    pub tables: usize,
}

/// One of the staff.
#[derive(Clone, Debug)]
pub struct Helper {
    /// Which of the brief's staff.
    pub staff: usize,
    /// Whether they take notes.
    pub notes: bool,
    /// A bit per shift: whether they are there.
    pub there: u128,
    /// The languages they speak, as numbered by [`languages`].
    pub speaks: Vec<usize>,
}

/// A placing: for facilitators and note-takers, for each shift and table, the helper.
pub type Slots = [Vec<Vec<Option<usize>>>; 2];

/// The languages that somebody at the table must speak: feature kept together and its group.
pub fn languages(brief: &Brief) -> Vec<(usize, usize)> {
    let spoken = brief.keep.iter().enumerate().filter(|(_, keep)| keep.spoken);
    spoken.flat_map(|(k, keep)| (0..keep.groups.len()).map(move |group| (k, group))).collect()
}

impl Crew {
    /// The staff of some rounds that are seated alike.
    pub fn of(brief: &Brief, group: &[usize]) -> Self {
        let languages: Vec<String> =
            languages(brief).into_iter().map(|(k, g)| fold(&brief.keep[k].groups[g].value)).collect();
        let there = |round: usize| -> Vec<usize> {
            (0..brief.staff.len()).filter(|&s| Brief::holds(&brief.staff[s].rounds, round)).collect()
        };
        let alike =
            |a: usize, b: usize| there(a) == there(b) && brief.rounds[a].hosts == brief.rounds[b].hosts;
        let mut shifts: Vec<Vec<usize>> = vec![];
        for &round in group {
            match shifts.iter_mut().find(|shift| alike(shift[0], round)) {
                Some(shift) => shift.push(round),
                None => shifts.push(vec![round]),
            }
        }
        let helper = |(number, staff): (usize, &crate::sessions::model::brief::Staff)| Helper {
            staff: number,
            notes: staff.notes,
            there: mask(&shifts, |round| Brief::holds(&staff.rounds, round)),
            speaks: (0..languages.len()).filter(|&l| staff.languages.contains(&languages[l])).collect(),
        };
        let staff = brief.staff.iter().enumerate().map(helper).filter(|helper| helper.there != 0).collect();
        Self { staff, tables: brief.rounds[group[0]].tables.len(), shifts }
    }

    /// The shifts in which somebody is there.
    pub fn when(&self, brief: &Brief, person: u16) -> u128 {
        mask(&self.shifts, |round| brief.rounds[round].absent.binary_search(&person).is_err())
    }

    /// A placing as it is in the first round of each shift.
    pub fn slots(&self, hosts: &[Hosts]) -> Slots {
        let number = |staff: Option<usize>| self.staff.iter().position(|helper| Some(helper.staff) == staff);
        let of = |list: &dyn Fn(&Hosts) -> Vec<Option<usize>>| {
            self.shifts
                .iter()
                .map(|shift| {
                    let list = list(&hosts[shift[0]]);
                    (0..self.tables).map(|table| number(list.get(table).copied().flatten())).collect()
                })
                .collect()
        };
        [of(&|hosts| hosts.facilitators.clone()), of(&|hosts| hosts.notes.clone())]
    }

    /// Who hosts each table in a round, by a placing.
    pub fn hosts(&self, slots: &Slots, round: usize) -> Hosts {
        let Some(shift) = self.shifts.iter().position(|shift| shift.contains(&round)) else {
            return Hosts::default();
        };
        let list = |task: usize| {
            slots[task][shift].iter().map(|helper| helper.map(|h| self.staff[h].staff)).collect()
        };
        Hosts { facilitators: list(0), notes: list(1) }
    }

    /// The tables at which a demand on the staff is kept by a placing; `None` for any other demand.
    pub fn tables(&self, slots: &Slots, kind: &DemandKind) -> Option<Vec<u16>> {
        let at = |shift: usize, table: usize| slots.iter().filter_map(move |task| task[shift][table]);
        let all = |shifts: u128, keeps: &dyn Fn(usize, usize) -> bool| {
            let kept = |&table: &usize| bits(shifts).all(|shift| keeps(shift, table));
            (0..self.tables).filter(kept).map(|table| table as u16).collect()
        };
        match kind {
            DemandKind::Spoken { language, shifts, .. } => Some(all(*shifts, &|shift, table| {
                at(shift, table).any(|helper| self.staff[helper].speaks.contains(language))
            })),
            DemandKind::Unhosted { helper, shifts, .. } => {
                Some(all(*shifts, &|shift, table| at(shift, table).all(|there| there != *helper)))
            }
            _ => None,
        }
    }

    /// The demands when the staff are placed: those on staff name tables now.
    pub fn placed(&self, slots: &Slots, demands: &[Demand]) -> Vec<Demand> {
        let one = |demand: &Demand| match (&demand.kind, self.tables(slots, &demand.kind)) {
            (DemandKind::Spoken { person, .. } | DemandKind::Unhosted { person, .. }, Some(tables)) => {
                Demand { kind: DemandKind::Only(*person, tables), origin: demand.origin }
            }
            _ => demand.clone(),
        };
        demands.iter().map(one).collect()
    }

    /// The demands on the staff when they are placed: those name tables now.
    pub fn on_staff(&self, slots: &Slots, demands: &[Demand]) -> Vec<Demand> {
        self.placed(slots, &of_staff(demands))
    }
}

/// Those of the demands that are on the staff.
pub(super) fn of_staff(demands: &[Demand]) -> Vec<Demand> {
    demands.iter().filter(|demand| demand.kind.of_staff().is_some()).cloned().collect()
}

fn mask(shifts: &[Vec<usize>], is: impl Fn(usize) -> bool) -> u128 {
    let any = |shift: &Vec<usize>| shift.iter().any(|&round| is(round));
    shifts.iter().enumerate().filter(|(_, shift)| any(shift)).fold(0, |all, (k, _)| all | 1 << k)
}

/// The numbers of the bits that are set.
pub fn bits(set: u128) -> impl Iterator<Item = usize> {
    (0..128).filter(move |bit| set >> bit & 1 == 1)
}

/// The best sharing out of topics over all placings of the staff.
pub struct Least {
    /// The topic of each person.
    pub seats: Vec<Option<u16>>,
    /// No seating that keeps the rules has a lower price, wherever the staff are.
    pub price: u64,
}

/// Where a helper is in a branch of the search.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Open,
    Nowhere,
    Table(u16),
}

/// Where the staff are, and the best sharing out then.
type Branch = (Vec<At>, Vec<Option<u16>>);

/// The best sharing out of topics, the staff being free to host any table: branch and bound. In a branch
/// some of the staff are placed, and the others are wherever they are needed; so its price is a bound on
/// all placings in it, and the lowest of all open branches one on everything (Land and Doig 1960). After
/// `most` flows that is what counts.
///
/// `open` holds all rules but those on the staff. `None` when even the rules counted here do not fit.
pub fn least(open: &Sitting, demands: &[Demand], crew: &Crew, most: usize) -> Option<Least> {
    let asked: Vec<&DemandKind> =
        demands.iter().map(|demand| &demand.kind).filter(|kind| kind.of_staff().is_some()).collect();
    if asked.is_empty() {
        return best_wishes(open).map(|(seats, price)| Least { seats, price });
    }
    let single = crew.shifts.len() == 1;
    let matters = |&helper: &usize| {
        asked.iter().any(|kind| match kind {
            DemandKind::Spoken { language, .. } => crew.staff[helper].speaks.contains(language),
            DemandKind::Unhosted { helper: who, .. } => *who == helper,
            _ => false,
        })
    };
    let mut helpers: Vec<usize> = (0..crew.staff.len()).filter(matters).collect();
    // Whoever speaks what few others do comes first.
    let rare = |helper: usize| {
        let speak = |&language: &usize| crew.staff.iter().filter(|it| it.speaks.contains(&language)).count();
        crew.staff[helper].speaks.iter().map(speak).min().unwrap_or(usize::MAX)
    };
    helpers.sort_by_key(|&helper| (rare(helper), helper));
    let spare = |notes: bool| {
        let there = crew.staff.iter().filter(|helper| helper.notes == notes).count();
        if single { there.saturating_sub(crew.tables) } else { usize::MAX }
    };
    let sitting = |at: &[At]| {
        let mut sitting = open.clone();
        let taken = |notes: bool, table: u16| {
            let here = |k: usize| at[k] == At::Table(table) && crew.staff[k].notes == notes;
            single && (0..at.len()).any(here)
        };
        for kind in &asked {
            for table in 0..crew.tables as u16 {
                let (person, bars) = match kind {
                    DemandKind::Spoken { person, language, shifts } => {
                        let spoken = |shift: usize| {
                            (0..at.len()).any(|k| {
                                let it = &crew.staff[k];
                                it.speaks.contains(language)
                                    && it.there >> shift & 1 == 1
                                    && match at[k] {
                                        At::Open => !taken(it.notes, table),
                                        At::Nowhere => false,
                                        At::Table(here) => here == table,
                                    }
                            })
                        };
                        (*person, !bits(*shifts).all(spoken))
                    }
                    DemandKind::Unhosted { person, helper, .. } => {
                        (*person, single && at[*helper] == At::Table(table))
                    }
                    _ => continue,
                };
                if bars {
                    sitting.barred.push((person, table));
                }
            }
        }
        sitting.barred.sort_unstable();
        sitting.barred.dedup();
        sitting
    };
    let mut branches: BTreeMap<(u64, usize, usize), Branch> = BTreeMap::new();
    let mut flows = 0;
    let mut add = |at: Vec<At>, branches: &mut BTreeMap<_, _>| {
        flows += 1;
        if let Some((seats, price)) = best_wishes(&sitting(&at)) {
            let left = at.iter().filter(|at| **at == At::Open).count();
            branches.insert((price, left, flows), (at, seats));
        }
        flows
    };
    let mut done = add(vec![At::Open; crew.staff.len()], &mut branches);
    while let Some(((price, ..), (at, seats))) = branches.pop_first() {
        let slots = crew.for_seats(demands, &seats, None);
        let next = helpers.iter().copied().find(|&helper| at[helper] == At::Open);
        let Some(helper) = next.filter(|_| slots.is_none() && done < most) else {
            return Some(Least { seats, price });
        };
        let notes = crew.staff[helper].notes;
        let mut choices: Vec<At> = (0..crew.tables as u16).map(At::Table).collect();
        if single {
            let same = |k: &usize| crew.staff[*k].notes == notes;
            choices.retain(|choice| !(0..at.len()).filter(same).any(|k| at[k] == *choice));
        }
        let idle = (0..at.len()).filter(|&k| at[k] == At::Nowhere && crew.staff[k].notes == notes).count();
        if idle < spare(notes) {
            choices.push(At::Nowhere);
        }
        for choice in choices {
            let mut with = at.clone();
            with[helper] = choice;
            done = add(with, &mut branches);
        }
    }
    None
}

/// Flows that the search for the best sharing out solves at most.
pub const FLOWS: usize = 600;
