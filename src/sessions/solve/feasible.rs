//! Whether any seating of one sitting keeps a set of demands, decided exactly or not at all. Imports
//! its siblings.
//!
//! Only people whom a demand names one by one are placed by trying; all others are alike up to their
//! limits and are poured in by a flow. Tables that no demand tells apart are tried once. The staff are
//! free: whoever a table needs is called to it when the need comes up, each to one table.

use super::crew::{Crew, Slots, bits};
use super::flow::pours;
use crate::sessions::model::demand::{Demand, DemandKind};
use crate::sessions::model::problem::{Company, Limit, Sitting, Size};
use std::collections::BTreeSet;

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Some seating keeps all demands.
    Yes,
    /// None does.
    No,
    /// Not settled within the work allowed.
    Unknown,
}

/// Placements tried before the answer is left open.
const WORK: u32 = 30_000;

/// Asks whether a seating of the sitting's people keeps these demands and the sizes of its tables,
/// wherever the staff are.
pub fn feasible(sitting: &Sitting, demands: &[&Demand], crew: &Crew) -> Answer {
    let answer = posted(sitting, demands, crew, None).0;
    let company = demands.iter().filter_map(|demand| match &demand.kind {
        DemandKind::Company(company) => Some(company.people.len()),
        _ => None,
    });
    // People who are to have company are placed one by one, which is worth the work for few.
    let people: usize = company.sum();
    if answer == Answer::No || people == 0 || people > FEW {
        return answer;
    }
    match Try::of(sitting, demands, crew, None, true) {
        Some(mut attempt) => match attempt.place(0) {
            true => Answer::Yes,
            false if attempt.unsure || attempt.work == 0 => answer,
            false => Answer::No,
        },
        None => Answer::No,
    }
}

/// People with a rule on company for whom that rule is looked at.
const FEW: usize = 24;

/// The same with a placing of the staff that goes with it, close to the usual one.
///
/// With one shift every table that can have somebody has somebody. With several, as when staff leave
/// between the rounds of a workshop, tables may be left without where nobody else can come.
pub fn posted(
    sitting: &Sitting,
    demands: &[&Demand],
    crew: &Crew,
    usual: Option<&Slots>,
) -> (Answer, Option<Slots>) {
    match Try::of(sitting, demands, crew, usual, false) {
        Some(mut attempt) => match attempt.place(0) {
            true => (Answer::Yes, Some(attempt.slots)),
            false if attempt.unsure || attempt.work == 0 => (Answer::Unknown, None),
            false => (Answer::No, None),
        },
        None => (Answer::No, None),
    }
}

/// People who must share a table, placed as one.
struct Block {
    size: u16,
    tables: Vec<u16>,
    apart: Vec<usize>,
    /// How many of each limit's people are in it.
    kinds: Vec<u16>,
    /// Which gathers have people in it.
    gathers: Vec<usize>,
    /// How many of each rule on company are in it.
    company: Vec<u16>,
    /// Languages that somebody at its table must speak, and in which shifts.
    spoken: Vec<(usize, u128)>,
    /// Helpers who may not be at its table, and in which shifts.
    unhosted: Vec<(usize, u128)>,
}

struct Try<'a> {
    sitting: &'a Sitting,
    limits: Vec<&'a Limit>,
    most_tables: Vec<u16>,
    companies: Vec<&'a Company>,
    blocks: Vec<Block>,
    /// People whom no demand names, by the limits they count for.
    rest: Vec<(Vec<usize>, u16)>,
    table_of: Vec<Option<u16>>,
    filled: Vec<u16>,
    counted: Vec<Vec<u16>>,
    crew: &'a Crew,
    usual: Option<&'a Slots>,
    /// For each helper the first who is just like them.
    like: Vec<usize>,
    /// For each helper their table.
    home: Vec<Option<u16>>,
    slots: Slots,
    work: u32,
    unsure: bool,
}

impl<'a> Try<'a> {
    /// `None` when two demands contradict each other outright. Rules on company are looked at or not.
    fn of(
        sitting: &'a Sitting,
        demands: &[&'a Demand],
        crew: &'a Crew,
        usual: Option<&'a Slots>,
        company: bool,
    ) -> Option<Self> {
        let n = sitting.present.len();
        let mut leader: Vec<usize> = (0..n).collect();
        let mut named = vec![false; n];
        for demand in demands {
            match &demand.kind {
                DemandKind::Together(a, b) => {
                    let (a, b) = (find(&leader, usize::from(*a)), find(&leader, usize::from(*b)));
                    leader[a.max(b)] = a.min(b);
                    named[a] = true;
                    named[b] = true;
                }
                DemandKind::Apart(a, b) => {
                    named[usize::from(*a)] = true;
                    named[usize::from(*b)] = true;
                }
                DemandKind::Only(person, _)
                | DemandKind::Spoken { person, .. }
                | DemandKind::Unhosted { person, .. } => named[usize::from(*person)] = true,
                DemandKind::Gather(gather) => {
                    gather.people.iter().for_each(|&person| named[usize::from(person)] = true);
                }
                DemandKind::Company(of) if company => {
                    of.people.iter().for_each(|&person| named[usize::from(person)] = true);
                }
                DemandKind::Limit(_) | DemandKind::Company(_) => {}
            }
        }
        let companies: Vec<&Company> = demands
            .iter()
            .filter_map(|demand| match &demand.kind {
                DemandKind::Company(of) if company => Some(of),
                _ => None,
            })
            .collect();
        let limits: Vec<&Limit> = demands
            .iter()
            .filter_map(|demand| match &demand.kind {
                DemandKind::Limit(limit) => Some(limit),
                _ => None,
            })
            .collect();
        let kinds_of = |person: usize| {
            let of = |limit: &&Limit| limit.people.binary_search(&(person as u16)).is_ok();
            limits.iter().map(of).collect::<Vec<bool>>()
        };
        let tables: Vec<u16> = (0..sitting.tables.len() as u16).collect();
        let mut blocks: Vec<Block> = vec![];
        let mut block_of = vec![usize::MAX; n];
        let mut rest: Vec<(Vec<usize>, u16)> = vec![];
        let heads: Vec<usize> = (0..n).map(|person| find(&leader, person)).collect();
        let mut heads_named = vec![false; n];
        (0..n).filter(|&p| named[p]).for_each(|p| heads_named[heads[p]] = true);
        for person in (0..n).filter(|&p| sitting.present[p]) {
            let kinds = kinds_of(person);
            let head = heads[person];
            if !heads_named[head] {
                let kinds: Vec<usize> = (0..kinds.len()).filter(|&k| kinds[k]).collect();
                match rest.iter_mut().find(|(known, _)| *known == kinds) {
                    Some((_, count)) => *count += 1,
                    None => rest.push((kinds, 1)),
                }
                continue;
            }
            if block_of[head] == usize::MAX {
                block_of[head] = blocks.len();
                let kinds = vec![0; limits.len()];
                blocks.push(Block {
                    size: 0,
                    tables: tables.clone(),
                    apart: vec![],
                    kinds,
                    gathers: vec![],
                    company: vec![0; companies.len()],
                    spoken: vec![],
                    unhosted: vec![],
                });
            }
            block_of[person] = block_of[head];
            let block = &mut blocks[block_of[head]];
            block.size += 1;
            block.kinds.iter_mut().zip(kinds).for_each(|(count, is)| *count += u16::from(is));
            for (count, of) in block.company.iter_mut().zip(&companies) {
                *count += u16::from(of.people.binary_search(&(person as u16)).is_ok());
            }
        }
        let mut most_tables = vec![];
        for demand in demands {
            match &demand.kind {
                DemandKind::Apart(a, b) => {
                    let (a, b) = (block_of[usize::from(*a)], block_of[usize::from(*b)]);
                    if a == b {
                        return None;
                    }
                    blocks[a].apart.push(b);
                    blocks[b].apart.push(a);
                }
                DemandKind::Only(person, allowed) => {
                    let block = &mut blocks[block_of[usize::from(*person)]];
                    block.tables.retain(|table| allowed.binary_search(table).is_ok());
                }
                DemandKind::Gather(gather) => {
                    for &person in &gather.people {
                        let block = &mut blocks[block_of[usize::from(person)]];
                        if block.gathers.last() != Some(&most_tables.len()) {
                            block.gathers.push(most_tables.len());
                        }
                    }
                    most_tables.push(gather.tables);
                }
                DemandKind::Spoken { person, language, shifts } => {
                    blocks[block_of[usize::from(*person)]].spoken.push((*language, *shifts));
                }
                DemandKind::Unhosted { person, helper, shifts } => {
                    blocks[block_of[usize::from(*person)]].unhosted.push((*helper, *shifts));
                }
                _ => {}
            }
        }
        if crowded(&blocks) {
            return None;
        }
        let barred = |helper: usize| {
            let of = |demand: &&Demand| match demand.kind {
                DemandKind::Unhosted { person, helper: who, shifts } if who == helper => {
                    Some((person, shifts))
                }
                _ => None,
            };
            demands.iter().filter_map(of).collect::<Vec<_>>()
        };
        let alike = |a: usize, b: usize| {
            let (x, y) = (&crew.staff[a], &crew.staff[b]);
            (x.notes, x.there, &x.speaks) == (y.notes, y.there, &y.speaks) && barred(a) == barred(b)
        };
        let like = (0..crew.staff.len()).map(|a| (0..a).find(|&b| alike(a, b)).unwrap_or(a)).collect();
        let tables = sitting.tables.len();
        let none = vec![vec![None; tables]; crew.shifts.len()];
        let mut attempt = Self {
            sitting,
            most_tables,
            companies,
            rest,
            table_of: vec![None; blocks.len()],
            filled: vec![0; tables],
            counted: vec![vec![0; tables]; limits.len()],
            limits,
            blocks,
            crew,
            usual,
            like,
            home: vec![None; crew.staff.len()],
            slots: [none.clone(), none],
            work: WORK,
            unsure: false,
        };
        attempt.order();
        Some(attempt)
    }

    /// Puts blocks with the fewest tables and the most company first.
    fn order(&mut self) {
        let mut order: Vec<usize> = (0..self.blocks.len()).collect();
        order.sort_by_key(|&b| {
            let block = &self.blocks[b];
            (block.tables.len(), usize::MAX - block.apart.len() - usize::from(block.size), b)
        });
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
        let mut blocks: Vec<Option<Block>> = std::mem::take(&mut self.blocks).into_iter().map(Some).collect();
        self.blocks = order.iter().filter_map(|&old| blocks[old].take()).collect();
        for block in &mut self.blocks {
            block.apart.iter_mut().for_each(|other| *other = place[*other]);
        }
    }

    /// Places block `next` and all after it.
    fn place(&mut self, next: usize) -> bool {
        if self.work == 0 {
            return false;
        }
        self.work -= 1;
        let Some(block) = self.blocks.get(next) else {
            return self.accompanied() && self.pour() && self.post();
        };
        let tables = block.tables.clone();
        let mut tried: Vec<u16> = vec![];
        for table in tables {
            if !self.fits(next, table) || tried.iter().any(|&other| self.alike(next, other, table)) {
                continue;
            }
            tried.push(table);
            self.put(next, table, true);
            if self.call(next, table, 0) {
                return true;
            }
            self.put(next, table, false);
        }
        false
    }

    /// Calls staff to the table of a block until all its languages from `need` on are spoken there, and
    /// places all blocks after it.
    fn call(&mut self, block: usize, table: u16, need: usize) -> bool {
        let Some(&(language, shifts)) = self.blocks[block].spoken.get(need) else {
            return self.place(block + 1);
        };
        let speaks = |helper: Option<usize>| {
            helper.is_some_and(|helper| self.crew.staff[helper].speaks.contains(&language))
        };
        let t = usize::from(table);
        let mute = |&shift: &usize| self.slots.iter().all(|task| !speaks(task[shift][t]));
        let Some(shift) = bits(shifts).find(mute) else { return self.call(block, table, need + 1) };
        let mut tried: Vec<usize> = vec![];
        for helper in self.by_custom(shift, t) {
            let task = usize::from(self.crew.staff[helper].notes);
            let new = self.home[helper].is_none();
            let fits = speaks(Some(helper)) && self.slots[task][shift][t].is_none();
            if !fits || !self.may(helper, shift, t) || new && tried.contains(&self.like[helper]) {
                continue;
            }
            if self.work == 0 {
                return false;
            }
            self.work -= 1;
            tried.extend(new.then_some(self.like[helper]));
            self.slots[task][shift][t] = Some(helper);
            self.home[helper] = Some(table);
            if self.call(block, table, need) {
                return true;
            }
            self.slots[task][shift][t] = None;
            if new {
                self.home[helper] = None;
            }
        }
        false
    }

    /// All helpers: first who is usually at this table, then who is there in most shifts, and of these who
    /// usually has no table.
    fn by_custom(&self, shift: usize, table: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.crew.staff.len()).collect();
        all.sort_by_key(|&helper| {
            let it = &self.crew.staff[helper];
            let usual = self.usual.map(|usual| &usual[usize::from(it.notes)][shift]);
            let here = usual.is_some_and(|tables| tables[table] == Some(helper));
            let elsewhere = usual.is_some_and(|tables| tables.contains(&Some(helper)));
            (!here, self.crew.shifts.len() as u32 - it.there.count_ones(), elsewhere)
        });
        all
    }

    /// Whether a helper can be at a table in a shift: they are there, have no other table, and nobody is
    /// at it whom they may not host.
    fn may(&self, helper: usize, shift: usize, table: usize) -> bool {
        let at = Some(table as u16);
        self.crew.staff[helper].there >> shift & 1 == 1
            && self.home[helper].is_none_or(|home| Some(home) == at)
            && self.blocks.iter().zip(&self.table_of).filter(|(_, seat)| **seat == at).all(|(block, _)| {
                block.unhosted.iter().all(|&(who, shifts)| who != helper || shifts >> shift & 1 == 0)
            })
    }

    /// Gives every table a facilitator and a note-taker as far as there are some; whether that is possible.
    fn post(&mut self) -> bool {
        let (slots, home) = (self.slots.clone(), self.home.clone());
        for task in 0..2 {
            if self.crew.shifts.len() == 1 && !self.matched(task) {
                (self.slots, self.home) = (slots, home);
                return false;
            }
            for shift in 0..self.crew.shifts.len() {
                for custom in [true, false] {
                    for table in 0..self.sitting.tables.len() {
                        let free = |helper: &usize| {
                            let mut usual = self.usual.into_iter().map(|usual| usual[task][shift][table]);
                            usize::from(self.crew.staff[*helper].notes) == task
                                && (!custom || usual.any(|usual| usual == Some(*helper)))
                                && !self.slots[task][shift].contains(&Some(*helper))
                                && self.may(*helper, shift, table)
                        };
                        if self.slots[task][shift][table].is_none()
                            && let Some(helper) = self.by_custom(shift, table).into_iter().find(free)
                        {
                            self.slots[task][shift][table] = Some(helper);
                            self.home[helper] = Some(table as u16);
                        }
                    }
                }
            }
        }
        true
    }

    /// Sends the helpers of one task who are free to tables without one, as many as there can be, by
    /// augmenting paths (Berge 1957): where people may not be hosted by some.
    fn matched(&mut self, task: usize) -> bool {
        let open = |table: &usize| self.slots[task][0][*table].is_none();
        let tables: Vec<usize> = (0..self.sitting.tables.len()).filter(open).collect();
        let free = |&helper: &usize| {
            usize::from(self.crew.staff[helper].notes) == task && self.home[helper].is_none()
        };
        let helpers: Vec<usize> = (0..self.crew.staff.len()).filter(free).collect();
        if self.blocks.iter().all(|block| block.unhosted.is_empty()) {
            return true;
        }
        let mut of: Vec<Option<usize>> = vec![None; self.crew.staff.len()];
        let may: Vec<Vec<usize>> = tables
            .iter()
            .map(|&table| {
                let able = |helper: &usize| helpers.contains(helper) && self.may(*helper, 0, table);
                self.by_custom(0, table).into_iter().filter(able).collect()
            })
            .collect();
        let count = (0..tables.len())
            .filter(|&table| augment(table, &may, &mut of, &mut vec![false; self.crew.staff.len()]))
            .count();
        for (helper, table) in of.into_iter().enumerate() {
            if let Some(table) = table {
                self.slots[task][0][tables[table]] = Some(helper);
                self.home[helper] = Some(tables[table] as u16);
            }
        }
        count == tables.len().min(helpers.len())
    }

    fn fits(&self, block: usize, table: u16) -> bool {
        let it = &self.blocks[block];
        let t = usize::from(table);
        let room = self.filled[t] + it.size <= self.sitting.tables[t].most;
        let apart = it.apart.iter().all(|&other| self.table_of[other] != Some(table));
        let limits = self
            .limits
            .iter()
            .enumerate()
            .all(|(k, limit)| self.counted[k][t] + it.kinds[k] <= limit.tables[t].most);
        room && apart
            && limits
            && it.unhosted.iter().all(|&(helper, shifts)| {
                bits(shifts).all(|shift| self.slots.iter().all(|task| task[shift][t] != Some(helper)))
            })
            && it.gathers.iter().all(|&gather| {
                let mut at: Vec<u16> = (0..self.blocks.len())
                    .filter(|&b| self.blocks[b].gathers.contains(&gather))
                    .filter_map(|b| self.table_of[b])
                    .chain([table])
                    .collect();
                at.sort_unstable();
                at.dedup();
                at.len() <= usize::from(self.most_tables[gather])
            })
    }

    /// Whether nobody who is to have company is at a table with too few of theirs.
    fn accompanied(&self) -> bool {
        self.companies.iter().enumerate().all(|(rule, company)| {
            let mut at = vec![0; self.sitting.tables.len()];
            for (block, table) in self.blocks.iter().zip(&self.table_of) {
                if let Some(table) = table {
                    at[usize::from(*table)] += block.company[rule];
                }
            }
            at.iter().all(|&count| count == 0 || count >= company.least)
        })
    }

    /// Whether two tables are still empty and nothing that is yet to come tells them apart.
    fn alike(&self, from: usize, a: u16, b: u16) -> bool {
        let (x, y) = (usize::from(a), usize::from(b));
        self.filled[x] == 0
            && self.filled[y] == 0
            && self.sitting.tables[x] == self.sitting.tables[y]
            && self.limits.iter().all(|limit| limit.tables[x] == limit.tables[y])
            && self.blocks[from..]
                .iter()
                .all(|block| block.tables.binary_search(&a).is_ok() == block.tables.binary_search(&b).is_ok())
    }

    fn put(&mut self, block: usize, table: u16, seat: bool) {
        let it = &self.blocks[block];
        let t = usize::from(table);
        self.table_of[block] = seat.then_some(table);
        let change = |count: &mut u16, by: u16| if seat { *count += by } else { *count -= by };
        change(&mut self.filled[t], it.size);
        for (k, &by) in it.kinds.iter().enumerate() {
            change(&mut self.counted[k][t], by);
        }
    }

    /// Whether everybody else can be seated now.
    fn pour(&mut self) -> bool {
        if self.rest.iter().any(|(kinds, _)| kinds.len() > 1) && !self.same_people() {
            // Somebody who counts for two different limits does not fit a flow.
            self.unsure = true;
        }
        // Kinds of people on the left, tables on the right; between them as many as limits leave.
        let tables = self.sitting.tables.len();
        let left = |size: Size, used: u16| {
            (i64::from(size.least) - i64::from(used), i64::from(size.most) - i64::from(used))
        };
        let mut arcs: Vec<Vec<(i64, i64)>> = vec![];
        let mut supply: Vec<i64> = vec![];
        for (kinds, count) in &self.rest {
            let arc = |table: usize| {
                kinds.iter().fold((0, i64::from(*count)), |(low, high), &k| {
                    let (least, most) = left(self.limits[k].tables[table], self.counted[k][table]);
                    (low.max(least), high.min(most))
                })
            };
            arcs.push((0..tables).map(arc).collect());
            supply.push(i64::from(*count));
        }
        // A limit's fewest must also hold where none of its people are left to pour.
        for (k, limit) in self.limits.iter().enumerate() {
            let poured = self.rest.iter().any(|(kinds, _)| kinds.contains(&k));
            if !poured && (0..tables).any(|t| self.counted[k][t] < limit.tables[t].least) {
                return false;
            }
        }
        let rooms: Vec<(i64, i64)> =
            (0..tables).map(|t| left(self.sitting.tables[t], self.filled[t])).collect();
        pours(&supply, &arcs, &rooms)
    }

    /// Whether limits that somebody counts for twice are about the same people.
    fn same_people(&self) -> bool {
        self.rest.iter().all(|(kinds, _)| {
            kinds.windows(2).all(|pair| self.limits[pair[0]].people == self.limits[pair[1]].people)
        })
    }
}

/// Finds a helper for a table, moving others on where that is needed.
fn augment(table: usize, may: &[Vec<usize>], of: &mut Vec<Option<usize>>, seen: &mut Vec<bool>) -> bool {
    for &helper in &may[table] {
        if std::mem::replace(&mut seen[helper], true) {
            continue;
        }
        if of[helper].is_none_or(|other| augment(other, may, of, seen)) {
            of[helper] = Some(table);
            return true;
        }
    }
    false
}

/// Whether more blocks must all sit apart from each other than there are tables for them: the plainest clash,
/// which trying tables one by one takes longest to see.
fn crowded(blocks: &[Block]) -> bool {
    let apart: Vec<BTreeSet<usize>> =
        blocks.iter().map(|block| block.apart.iter().copied().collect()).collect();
    let mut order: Vec<usize> = (0..blocks.len()).filter(|&b| !apart[b].is_empty()).collect();
    order.sort_by_key(|&b| (usize::MAX - apart[b].len(), b));
    order.iter().any(|&first| {
        let mut clique = vec![first];
        let mut tables: BTreeSet<u16> = blocks[first].tables.iter().copied().collect();
        for &next in &order {
            if next != first && clique.iter().all(|one| apart[next].contains(one)) {
                clique.push(next);
                tables.extend(&blocks[next].tables);
            }
        }
        clique.len() > tables.len()
    })
}

fn find(leader: &[usize], mut person: usize) -> usize {
    while leader[person] != person {
        person = leader[person];
    }
    person
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::model::problem::Gather;
    use crate::sessions::solve::compile::{Origin, apply};
    use crate::sessions::{Plan, Problem, broken};

    /// Whether any seating keeps the demands, by trying all of them.
    fn tried(sitting: &Sitting, demands: &[&Demand]) -> bool {
        let mut sitting = sitting.clone();
        let list: Vec<Demand> = demands.iter().map(|&demand| demand.clone()).collect();
        apply(&mut sitting, &list);
        let (people, tables) = (sitting.present.len(), sitting.tables.len());
        let problem = Problem { people, sittings: vec![sitting], ..Problem::default() };
        (0..tables.pow(people as u32)).any(|mut code| {
            let mut seats = vec![];
            for person in 0..people {
                let table = (code % tables) as u16;
                code /= tables;
                seats.push(problem.sittings[0].present[person].then_some(table));
            }
            broken(&problem, &Plan { seats: vec![seats] }).is_empty()
        })
    }

    #[test]
    fn agrees_with_trying_every_seating() {
        let mut state = 11u64;
        let mut draw = |bound: u64| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % bound
        };
        let (mut yes, mut no, mut unknown, mut company) = (0, 0, 0, 0);
        for _ in 0..1500 {
            let people = 4 + draw(4) as usize;
            let tables = 2 + draw(2) as usize;
            let present: Vec<bool> = (0..people).map(|_| draw(9) > 0).collect();
            let sitting = Sitting::even(present.clone(), tables);
            let here: Vec<u16> = (0..people as u16).filter(|&p| present[usize::from(p)]).collect();
            if here.len() < 2 {
                continue;
            }
            let mut demands = vec![];
            for _ in 0..1 + draw(6) {
                let a = here[draw(here.len() as u64) as usize];
                let b = here[draw(here.len() as u64) as usize];
                let some: Vec<u16> = here.iter().copied().filter(|_| draw(2) == 0).collect();
                let size = |least, most| vec![Size { least, most }; tables];
                let kind = match draw(6) {
                    0 if a != b => DemandKind::Apart(a.min(b), a.max(b)),
                    1 if a != b => DemandKind::Together(a.min(b), a.max(b)),
                    2 => DemandKind::Only(a, (0..tables as u16).filter(|_| draw(2) == 0).collect()),
                    3 => DemandKind::Limit(Limit {
                        people: some,
                        tables: size(draw(2) as u16, 1 + draw(2) as u16),
                    }),
                    4 if some.len() > 1 => {
                        DemandKind::Company(Company { people: some, least: 2 + draw(2) as u16 })
                    }
                    _ if !some.is_empty() => DemandKind::Gather(Gather { people: some, tables: 1 }),
                    _ => continue,
                };
                demands.push(Demand { kind, origin: Origin::Rule(0) });
            }
            let demands: Vec<&Demand> = demands.iter().collect();
            match feasible(&sitting, &demands, &Crew::default()) {
                Answer::Yes => {
                    yes += 1;
                    // A flow that overlooks overlapping limits may be too hopeful, never the reverse.
                    let limits = demands.iter().filter(|d| matches!(d.kind, DemandKind::Limit(_))).count();
                    company += demands.iter().filter(|d| matches!(d.kind, DemandKind::Company(_))).count();
                    assert!(limits > 1 || tried(&sitting, &demands));
                }
                Answer::No => {
                    no += 1;
                    assert!(!tried(&sitting, &demands), "{demands:?}");
                }
                Answer::Unknown => unknown += 1,
            }
        }
        assert!(yes > 100 && no > 100 && unknown < 200 && company > 50, "{yes} {no} {unknown} {company}");
    }

    #[test]
    fn company_that_cannot_be_is_found() {
        // Two who must sit apart, and may not sit alone: their value has nobody else.
        let sitting = Sitting::even(vec![true; 6], 2);
        let company = Demand {
            kind: DemandKind::Company(Company { people: vec![0, 1], least: 2 }),
            origin: Origin::Company(0, 0),
        };
        let apart = Demand { kind: DemandKind::Apart(0, 1), origin: Origin::Rule(0) };
        let answer = |demands: &[&Demand]| feasible(&sitting, demands, &Crew::default());
        assert_eq!(answer(&[&company]), Answer::Yes);
        assert_eq!(answer(&[&apart]), Answer::Yes);
        assert_eq!(answer(&[&company, &apart]), Answer::No);
    }
}
