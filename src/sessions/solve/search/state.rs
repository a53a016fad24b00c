//! A plan being improved: what every exchange of two people would change, without counting the whole
//! plan again. May import the problem and the plan.

use super::price::{Price, Rank};
use super::room::Room;
use crate::sessions::model::bound;
use crate::sessions::{Plan, Problem};

/// Price of one lost new meeting.
pub const REPEAT: i64 = 16;

/// The plan and all its counts.
#[derive(Clone)]
pub struct State<'a> {
    pub problem: &'a Problem,
    pub rooms: Vec<Room<'a>>,
    /// For each pair how often they met, in both triangles.
    met: Vec<u8>,
    /// `steps[m]`: what it costs that a pair who met m times meets once more.
    steps: [i64; 256],
    /// Whether meetings are counted from the plan; not while people exchange whole schedules.
    counting: bool,
    pub price: Price,
}

/// Meeting for the second time costs [`REPEAT`]. Where everybody can meet everybody, every further
/// time costs a little more than the one before, so that what is left over is shared out evenly.
fn steps(problem: &Problem) -> [i64; 256] {
    let room: u64 = problem.sittings.iter().map(bound::most_meetings).sum();
    let crowded = 10 * room >= 9 * bound::pairs(problem.people);
    let mut steps = [0; 256];
    for (times, step) in steps.iter_mut().enumerate().skip(1) {
        *step = REPEAT + if crowded { MORE * (times as i64 - 1) } else { 0 };
    }
    steps
}

/// By how much each further meeting of a crowded plan costs more.
const MORE: i64 = 4;

/// No plan has a lower price of meetings: the repeats that [`bound::limits`] proves, or the price
/// of all meetings shared out over all pairs as evenly as whole numbers allow.
pub fn least_meetings(problem: &Problem) -> i64 {
    let room: u64 = problem.sittings.iter().map(bound::most_meetings).sum();
    let repeats = bound::limits(problem).repeats as i64 * REPEAT;
    let pairs = bound::pairs(problem.people).max(1);
    if !problem.sittings.iter().all(|sitting| sitting.is_even()) {
        return repeats;
    }
    let steps = steps(problem);
    let price = |times: u64| steps.iter().take(times.min(255) as usize).sum::<i64>();
    let (times, more) = (room / pairs, room % pairs);
    repeats.max(more as i64 * price(times + 1) + (pairs - more) as i64 * price(times))
}

impl<'a> State<'a> {
    /// Counts a plan whose absences are those of the problem.
    pub fn new(problem: &'a Problem, plan: &Plan) -> Self {
        let rooms: Vec<Room> =
            problem.sittings.iter().zip(&plan.seats).map(|(s, seats)| Room::new(problem, s, seats)).collect();
        let mut state = Self {
            problem,
            rooms,
            met: vec![],
            steps: steps(problem),
            counting: true,
            price: Price::default(),
        };
        state.count_meetings();
        state.price = state.whole_price();
        state
    }

    /// The plan as it stands.
    pub fn plan(&self) -> Plan {
        Plan { seats: self.rooms.iter().map(Room::seats).collect() }
    }

    /// Stops counting meetings of the plan: until [`Self::count_meetings`], only earlier meetings are
    /// charged. Right as long as people exchange all their seats in a plan without repeats.
    pub fn freeze_meetings(&mut self) {
        self.counting = false;
        self.met = self.earlier();
        self.price = self.whole_price();
    }

    /// Counts the meetings of the plan afresh.
    pub fn count_meetings(&mut self) {
        let n = self.problem.people;
        self.counting = true;
        self.met = self.earlier();
        for room in &self.rooms {
            for table in 0..room.tables() {
                for &a in room.at(table) {
                    for &b in room.at(table) {
                        if a != b {
                            let times = &mut self.met[usize::from(a) * n + usize::from(b)];
                            *times = times.saturating_add(1);
                        }
                    }
                }
            }
        }
        self.price = self.whole_price();
    }

    fn earlier(&self) -> Vec<u8> {
        let n = self.problem.people;
        let mut met = vec![0u8; n * n];
        for &(a, b) in &self.problem.met {
            for pair in [usize::from(a) * n + usize::from(b), usize::from(b) * n + usize::from(a)] {
                // Beyond this many it no longer matters, and the plan's own meetings must fit on top.
                met[pair] = (met[pair] + 1).min(100);
            }
        }
        met
    }

    fn whole_price(&self) -> Price {
        let mut price = Price::default();
        for room in &self.rooms {
            price += room.price();
        }
        let n = self.problem.people;
        if self.counting {
            let earlier = self.earlier();
            for a in 0..n {
                for b in a + 1..n {
                    let pair = a * n + b;
                    let before = earlier[pair];
                    price.meetings +=
                        (before..self.met[pair]).map(|m| self.steps[usize::from(m)]).sum::<i64>();
                }
            }
        } else {
            for room in &self.rooms {
                for table in 0..room.tables() {
                    for (k, &a) in room.at(table).iter().enumerate() {
                        for &b in &room.at(table)[k + 1..] {
                            let times = self.met[usize::from(a) * n + usize::from(b)];
                            price.meetings += self.steps[usize::from(times)];
                        }
                    }
                }
            }
        }
        price
    }

    /// What changes when `a` and `b`, at different tables of one sitting, change places.
    pub fn swap_price(&self, sitting: usize, a: u16, b: u16) -> Price {
        let room = &self.rooms[sitting];
        let mut price = room.swap_price(a, b);
        if self.no_meetings() {
            return price;
        }
        let (from, to) = (room.table_of(a), room.table_of(b));
        let (row_a, row_b) = (self.row(a), self.row(b));
        let back = usize::from(self.counting);
        let mut meetings = 0;
        for &x in room.at(from) {
            if x != a {
                let x = usize::from(x);
                meetings += self.steps[usize::from(row_b[x])] - self.steps[usize::from(row_a[x]) - back];
            }
        }
        for &x in room.at(to) {
            if x != b {
                let x = usize::from(x);
                meetings += self.steps[usize::from(row_a[x])] - self.steps[usize::from(row_b[x]) - back];
            }
        }
        price.meetings = meetings;
        price
    }

    /// What changes when `a` moves to another table.
    pub fn move_price(&self, sitting: usize, a: u16, to: u16) -> Price {
        let room = &self.rooms[sitting];
        let mut price = room.move_price(a, to);
        if self.no_meetings() {
            return price;
        }
        let row = self.row(a);
        let back = usize::from(self.counting);
        for &x in room.at(room.table_of(a)) {
            if x != a {
                price.meetings -= self.steps[usize::from(row[usize::from(x)]) - back];
            }
        }
        for &x in room.at(to) {
            price.meetings += self.steps[usize::from(row[usize::from(x)])];
        }
        price
    }

    /// Makes `a` and `b` change places; `price` is what [`Self::swap_price`] said.
    pub fn swap(&mut self, sitting: usize, a: u16, b: u16, price: Price) {
        let (from, to) = (self.rooms[sitting].table_of(a), self.rooms[sitting].table_of(b));
        self.meet(sitting, a, from, -1);
        self.meet(sitting, b, to, -1);
        self.rooms[sitting].swap(a, b);
        self.meet(sitting, a, to, 1);
        self.meet(sitting, b, from, 1);
        self.price += price;
    }

    /// Moves `a` to another table; `price` is what [`Self::move_price`] said.
    pub fn relocate(&mut self, sitting: usize, a: u16, to: u16, price: Price) {
        let from = self.rooms[sitting].table_of(a);
        self.meet(sitting, a, from, -1);
        self.rooms[sitting].relocate(a, to);
        self.meet(sitting, a, to, 1);
        self.price += price;
    }

    /// What is wrong with the plan in the order in which it counts.
    pub fn rank(&self) -> Rank {
        let within = self.problem.within_one;
        let over = if within { self.rooms.iter().map(|room| room.over(self.problem)).sum() } else { 0 };
        self.price.ranked(self.problem, over)
    }

    /// Whether meetings cannot make a difference: the plan's own do not count and there were none.
    fn no_meetings(&self) -> bool {
        !self.counting && self.problem.met.is_empty()
    }

    fn row(&self, person: u16) -> &[u8] {
        let n = self.problem.people;
        &self.met[usize::from(person) * n..][..n]
    }

    /// Adds `by` to the meetings of `a` with everybody else at `table`.
    fn meet(&mut self, sitting: usize, a: u16, table: u16, by: i8) {
        if !self.counting {
            return;
        }
        let n = self.problem.people;
        for &x in self.rooms[sitting].at(table) {
            if x != a {
                for pair in [usize::from(a) * n + usize::from(x), usize::from(x) * n + usize::from(a)] {
                    self.met[pair] = self.met[pair].wrapping_add_signed(by);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::Aim;
    use crate::sessions::model::problem::{Company, Gather, Home, Limit, Mix, Sitting, Size};
    use crate::sessions::solve::search::change::Change;
    use crate::sessions::solve::search::start::random;

    fn stream(mut state: u64) -> impl FnMut(u64) -> u64 {
        move |bound| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % bound
        }
    }

    /// A problem with every kind of rule, tables of all sizes, and absences.
    fn busy(draw: &mut impl FnMut(u64) -> u64) -> Problem {
        let people = 12 + draw(30) as usize;
        let features = (0..draw(4)).map(|f| Mix {
            name: f.to_string(),
            importance: 1 + draw(3) as u32,
            values: (0..3).map(|v| v.to_string()).collect(),
            of: (0..people).map(|_| draw(3) as u16).collect(),
        });
        let features = features.collect();
        let sittings = (0..1 + draw(4)).map(|_| {
            let present: Vec<bool> = (0..people).map(|_| draw(8) > 0).collect();
            let tables = 2 + draw(4) as usize;
            let mut sitting = Sitting::even(present, tables);
            if draw(2) == 0 {
                sitting.tables =
                    (0..tables).map(|_| Size { least: draw(4) as u16, most: 4 + draw(9) as u16 }).collect();
            }
            let pair = |draw: &mut dyn FnMut(u64) -> u64| {
                let a = draw(people as u64) as u16;
                (a, (a + 1 + draw(people as u64 - 1) as u16) % people as u16)
            };
            let some =
                |draw: &mut dyn FnMut(u64) -> u64| (0..people as u16).filter(|_| draw(3) == 0).collect();
            sitting.apart = (0..draw(5)).map(|_| pair(draw)).collect();
            sitting.together = (0..draw(5)).map(|_| pair(draw)).collect();
            sitting.barred =
                (0..draw(9)).map(|_| (draw(people as u64) as u16, draw(tables as u64) as u16)).collect();
            sitting.barred.sort_unstable();
            sitting.barred.dedup();
            let limits = (0..draw(3)).map(|_| Limit {
                people: some(draw),
                tables: vec![Size { least: draw(2) as u16, most: 2 + draw(2) as u16 }; tables],
            });
            sitting.limits = limits.collect();
            sitting.gathers =
                (0..draw(2)).map(|_| Gather { people: some(draw), tables: 1 + draw(2) as u16 }).collect();
            sitting.company =
                (0..draw(2)).map(|_| Company { people: some(draw), least: 2 + draw(2) as u16 }).collect();
            if draw(2) == 0 {
                sitting.wishes = (0..people * tables).map(|_| draw(9) as u32).collect();
            }
            if draw(3) == 0 {
                let table_of =
                    (0..people).map(|_| (draw(4) > 0).then(|| draw(tables as u64) as u16)).collect();
                sitting.home = Some(Home { table_of, moves: draw(9) as u32 });
            }
            sitting
        });
        let sittings = sittings.collect();
        let met = (0..draw(20)).map(|_| {
            let a = draw(people as u64) as u16;
            (a, (a + 1) % people as u16)
        });
        Problem { people, features, sittings, met: met.collect(), order: Aim::USUAL, within_one: true }
    }

    #[test]
    fn every_change_is_priced_as_counting_anew_would() {
        let mut draw = stream(1);
        for _ in 0..60 {
            let problem = busy(&mut draw);
            let plan = random(&problem, &mut draw);
            let mut state = State::new(&problem, &plan);
            for _ in 0..60 {
                let Some(change) = Change::propose(&state, &mut draw) else { continue };
                let price = change.price(&state);
                change.make(&mut state, price);
                let anew = State::new(&problem, &state.plan());
                assert_eq!(state.price, anew.price, "{change:?}");
                assert_eq!(state.met, anew.met);
            }
        }
    }

    #[test]
    fn a_rule_costs_exactly_when_the_figures_call_it_broken() {
        let mut draw = stream(2);
        let (mut clean, mut broken) = (0, 0);
        for _ in 0..300 {
            let mut problem = busy(&mut draw);
            // One rule at a time, or hardly any plan would keep them all.
            let rule = draw(9);
            for sitting in &mut problem.sittings {
                let even = Sitting::even(sitting.present.clone(), sitting.tables.len()).tables;
                let keep = |kind| rule == kind;
                sitting.apart.truncate(if keep(0) { 1 } else { 0 });
                sitting.together.truncate(if keep(1) { 1 } else { 0 });
                sitting.barred.truncate(if keep(2) { 2 } else { 0 });
                sitting.limits.truncate(if keep(3) { 1 } else { 0 });
                sitting.gathers.iter_mut().for_each(|gather| gather.people.truncate(2));
                sitting.gathers.truncate(if keep(4) { 1 } else { 0 });
                sitting.company.iter_mut().for_each(|company| company.people.truncate(3));
                sitting.company.truncate(if keep(8) { 1 } else { 0 });
                sitting.home = sitting.home.take().filter(|_| keep(5));
                sitting.tables = if keep(6) { sitting.tables.clone() } else { even };
            }
            let plan = random(&problem, &mut draw);
            let price = State::new(&problem, &plan).price;
            let figures = crate::sessions::model::figures::figures(&problem, &plan);
            assert_eq!(price.hard == 0, figures.broken.is_empty(), "{:?}", figures.broken);
            let outside: u64 = figures.spread.iter().map(|spread| spread.outside_share).sum();
            assert_eq!(price.balance == 0, outside == 0);
            let over = State::new(&problem, &plan).rank()[1];
            assert_eq!(over == 0, figures.spread.iter().all(|spread| spread.above_least <= 1));
            assert_eq!(price.wishes as u64, figures.wishes.iter().map(|wish| wish.price).sum::<u64>());
            if figures.broken.is_empty() { clean += 1 } else { broken += 1 }
        }
        assert!(clean > 10 && broken > 10, "{clean} plans without and {broken} with a broken rule");
    }
}
