//! The staff of one sitting: who is there when, who speaks what, and what a placing of them means for
//! the people. Imports its siblings.

use super::brief::Brief;
use super::compile::{Demand, DemandKind};
use super::feasible::{Answer, posted};
use super::flow::best_wishes;
use super::hosts::Hosts;
use super::problem::{Sitting, Size};
use crate::base::text::fold;
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
        let helper = |(number, staff): (usize, &super::brief::Staff)| Helper {
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

    /// A placing that keeps every demand on the staff when people sit so, close to the usual one.
    pub fn for_seats(
        &self,
        demands: &[Demand],
        seats: &[Option<u16>],
        usual: Option<&Slots>,
    ) -> Option<Slots> {
        let mut asked = of_staff(demands);
        let mut who: Vec<u16> = asked.iter().filter_map(|demand| demand.kind.of_staff()).collect();
        who.sort_unstable();
        who.dedup();
        let origin = asked.first()?.origin;
        for &person in &who {
            let seat = seats[usize::from(person)].into_iter().collect();
            asked.push(Demand { kind: DemandKind::Only(person, seat), origin });
        }
        // Somebody without a seat asks nothing of the staff.
        asked.retain(|demand| match &demand.kind {
            DemandKind::Only(person, _) => seats[usize::from(*person)].is_some(),
            kind => kind.of_staff().is_none_or(|person| seats[usize::from(person)].is_some()),
        });
        let loose = Sitting {
            tables: vec![Size { least: 0, most: u16::MAX / 2 }; self.tables],
            present: seats.iter().map(Option::is_some).collect(),
            ..Sitting::default()
        };
        let asked: Vec<&Demand> = asked.iter().collect();
        posted(&loose, &asked, self, usual).1
    }
}

/// Those of the demands that are on the staff.
fn of_staff(demands: &[Demand]) -> Vec<Demand> {
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
    /// A placing of the staff that this sharing out keeps the rules with, if one was found.
    pub slots: Option<Slots>,
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
        return best_wishes(open).map(|(seats, price)| Least { seats, price, slots: None });
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
            return Some(Least { seats, price, slots });
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

/// Where the staff of a sitting go: where they usually are when that keeps the rules and costs no more
/// than any other placing, else where it does.
///
/// `open` holds all rules but those on the staff.
pub fn place(open: &Sitting, demands: &[Demand], crew: &Crew, usual: Slots) -> Slots {
    if demands.iter().all(|demand| demand.kind.of_staff().is_none()) {
        return usual;
    }
    let kept = |slots: &Slots| kept(open, demands, crew, slots);
    let price = |slots: &Slots| {
        let mut sitting = open.clone();
        super::compile::apply(&mut sitting, &crew.on_staff(slots, demands));
        best_wishes(&sitting).map(|(_, price)| price)
    };
    let usually = kept(&usual);
    if !open.wishes.is_empty()
        && let Some(least) = least(open, demands, crew, FLOWS)
    {
        if usually == Answer::Yes && price(&usual) == Some(least.price) {
            return usual;
        }
        let near = crew.for_seats(demands, &least.seats, Some(&usual));
        if let Some(slots) = near.filter(|slots| kept(slots) != Answer::No) {
            return slots;
        }
    }
    stay(open, demands, crew, usual)
}

/// Where the staff of a sitting go when they stay where they are unless a rule cannot be kept so.
pub fn stay(open: &Sitting, demands: &[Demand], crew: &Crew, usual: Slots) -> Slots {
    if kept(open, demands, crew, &usual) == Answer::Yes {
        return usual;
    }
    let all: Vec<&Demand> = demands.iter().collect();
    posted(open, &all, crew, Some(&usual)).1.unwrap_or(usual)
}

/// Whether all demands can be kept with a placing.
fn kept(open: &Sitting, demands: &[Demand], crew: &Crew, slots: &Slots) -> Answer {
    let placed = crew.placed(slots, demands);
    let placed: Vec<&Demand> = placed.iter().collect();
    posted(open, &placed, crew, None).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::compile::{Origin, apply};
    use crate::sessions::feasible::feasible;
    use crate::sessions::{Plan, Problem, broken, figures};

    /// Every placing of the facilitators: as many tables have one as there can be.
    fn placings(crew: &Crew) -> Vec<Slots> {
        let staff = crew.staff.len();
        let mut all = vec![];
        for mut code in 0..(staff + 1).pow(crew.tables as u32) {
            let mut at = vec![];
            for _ in 0..crew.tables {
                at.push((code % (staff + 1)).checked_sub(1));
                code /= staff + 1;
            }
            let mut there: Vec<usize> = at.iter().flatten().copied().collect();
            let count = there.len();
            there.sort_unstable();
            there.dedup();
            if there.len() == count && count == staff.min(crew.tables) {
                all.push([vec![at], vec![vec![None; crew.tables]]]);
            }
        }
        all
    }

    /// The least price of a seating that keeps all rules with some placing, by trying everything.
    fn tried(open: &Sitting, demands: &[Demand], crew: &Crew) -> Option<u64> {
        let (people, tables) = (open.present.len(), open.tables.len());
        let mut best: Option<u64> = None;
        for slots in placings(crew) {
            let mut sitting = open.clone();
            apply(&mut sitting, &crew.on_staff(&slots, demands));
            let problem = Problem { people, sittings: vec![sitting], ..Problem::default() };
            for mut code in 0..tables.pow(people as u32) {
                let mut seats = vec![];
                for _ in 0..people {
                    seats.push(Some((code % tables) as u16));
                    code /= tables;
                }
                let plan = Plan { seats: vec![seats] };
                if broken(&problem, &plan).is_empty() {
                    let price = figures(&problem, &plan).wishes[0].price;
                    best = Some(best.map_or(price, |known| known.min(price)));
                }
            }
        }
        best
    }

    #[test]
    fn what_is_said_of_staff_is_true_over_all_their_placings() {
        let mut state = 3u64;
        let mut draw = |bound: u64| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % bound
        };
        let (mut yes, mut no, mut exact, mut moved) = (0, 0, 0, 0);
        for _ in 0..150 {
            let (people, tables) = (4 + draw(2) as usize, 2 + draw(2) as usize);
            let mut open = Sitting::even(vec![true; people], tables);
            open.wishes = (0..people * tables).map(|_| draw(4) as u32).collect();
            let helper = |staff: usize, speaks: u64| Helper {
                staff,
                notes: false,
                there: 1,
                speaks: (0..2).filter(|language| speaks >> language & 1 == 1).collect(),
            };
            let count = 1 + draw(tables as u64 + 1) as usize;
            let staff = (0..count).map(|k| helper(k, draw(4))).collect();
            let crew = Crew { staff, shifts: vec![vec![0]], tables };
            let mut demands = vec![];
            for k in 0..2 + draw(4) as usize {
                let person = draw(people as u64) as u16;
                let kind = match draw(4) {
                    0 => DemandKind::Only(person, vec![draw(tables as u64) as u16]),
                    1 => {
                        let helper = draw(count as u64) as usize;
                        DemandKind::Unhosted { person, helper, shifts: 1 }
                    }
                    _ => DemandKind::Spoken { person, language: draw(2) as usize, shifts: 1 },
                };
                demands.push(Demand { kind, origin: Origin::Rule(k) });
            }
            apply(&mut open, &demands);
            let asked: Vec<&Demand> = demands.iter().collect();
            let known = tried(&open, &demands, &crew);
            let answer = feasible(&open, &asked, &crew);
            assert_eq!(
                answer,
                if known.is_some() { Answer::Yes } else { Answer::No },
                "{demands:?} {crew:?}"
            );
            let Some(known) = known else {
                no += 1;
                continue;
            };
            yes += 1;
            let least = least(&open, &demands, &crew, FLOWS).expect("what can be kept has a sharing");
            // Two people who need languages of one facilitator each are all that a flow overlooks here.
            assert!(least.price <= known, "{} is above {known}: {demands:?} {crew:?}", least.price);
            exact += usize::from(least.price == known);
            // The placing that a plan gets keeps the rules.
            let usual: Vec<Option<usize>> = (0..tables).map(|t| (t < count).then_some(t)).collect();
            let usual = [vec![usual], vec![vec![None; tables]]];
            let slots = place(&open, &demands, &crew, usual.clone());
            assert_eq!(kept(&open, &demands, &crew, &slots), Answer::Yes, "{demands:?} {crew:?}");
            moved += usize::from(slots != usual);
        }
        assert!(yes > 40 && no > 20 && moved > 10, "{yes} {no} {moved}");
        assert_eq!(exact, yes, "every bound is reached");
    }
}
