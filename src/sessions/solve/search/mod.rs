//! Finding a plan: a design where algebra has one, then local search on whole prices with a budget of
//! work. May import the rest of the planner's core.
//!
//! The order of the aims is kept by weights: what comes first counts so much that the search settles
//! it first. Of all plans visited the best in the exact order is kept.

mod change;
mod cooling;
mod labels;
mod price;
mod room;
mod settle;
mod start;
mod state;

use super::flow::best_wishes;
use crate::sessions::{Aim, Plan, Problem};
use change::{Change, Exchange, Weights};
use cooling::{Metropolis, PARTS, temperatures};
use labels::Labels;
use price::Price;
pub use price::Rank;
pub use settle::{moved, settle};
use state::{State, least_meetings};

/// How long to search, in work and not in time: the same effort gives the same plan anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effort(pub u32);

impl Default for Effort {
    fn default() -> Self {
        Self(10)
    }
}

/// How far a search is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Exchanges tried so far.
    pub done: u64,
    /// Exchanges that will be tried at most.
    pub of: u64,
    /// What is wrong with the best plan so far.
    pub best: Rank,
}

/// Searches for the best plan it can find within the effort.
///
/// `draw(n)` must give whole numbers below n, all equally likely.
pub fn search(
    problem: &Problem,
    effort: Effort,
    draw: &mut impl FnMut(u64) -> u64,
    progress: &mut dyn FnMut(&Progress),
) -> Plan {
    let mut run = Run::new(problem, effort, progress);
    let wished = problem.sittings.iter().any(|sitting| !sitting.wishes.is_empty());
    let wishes_first = wished && problem.order[0] == Aim::Wishes;
    for design in 0..2 * DESIGNS {
        if run.is_perfect()
            || run.is_rigid()
            || design >= DESIGNS && (!problem.within_one || run.is_settled())
        {
            break;
        }
        if let Some((plan, labels)) = start::designed(problem, draw) {
            let plan = start::wished(problem, run.relabel(plan, labels, draw));
            if wishes_first {
                run.wishes_first(&plan, Heat::Warm, draw);
            } else if design < DESIGNS {
                run.improve(&plan, Heat::Warm, draw);
            }
        }
    }
    if run.is_settled() {
        return run.best.map_or_else(|| start::random(problem, draw), |(plan, _)| plan);
    }
    let plan = start::random(problem, draw);
    if wishes_first {
        run.wishes_first(&start::wished(problem, plan.clone()), Heat::Hot, draw);
    } else {
        if wished {
            run.improve(&start::wished(problem, plan.clone()), Heat::Warm, draw);
        }
        run.improve(&plan, Heat::Hot, draw);
        run.trade(draw);
        run.trade(draw);
    }
    run.best.map_or(plan, |(plan, _)| plan)
}

/// From where a search cools down.
#[derive(Clone, Copy)]
enum Heat {
    /// So warm that nothing of the start remains.
    Hot,
    /// So cool that most of the start survives.
    Warm,
}

/// How many designs are tried, each with its own chance of being balanced completely; twice as many
/// while none is balanced well enough.
const DESIGNS: u32 = 4;
/// Temperatures a search passes through.
const STAGES: u32 = 100;

struct Run<'a, 'b> {
    problem: &'a Problem,
    weights: Weights,
    metropolis: Metropolis,
    progress: &'b mut dyn FnMut(&Progress),
    best: Option<(Plan, Rank)>,
    /// No plan is better than this.
    perfect: Rank,
    done: u64,
    /// Exchanges in one search.
    budget: u64,
}

impl<'a, 'b> Run<'a, 'b> {
    fn new(problem: &'a Problem, effort: Effort, progress: &'b mut dyn FnMut(&Progress)) -> Self {
        let seats: u64 = problem.sittings.iter().map(|sitting| sitting.attendance() as u64).sum();
        // Large plans have more to try, but also more room for everybody.
        let budget = u64::from(effort.0) * 25_000 * (seats.isqrt() + 1);
        let wished = problem.sittings.iter().filter(|sitting| !sitting.wishes.is_empty());
        let wishes = wished.filter_map(|sitting| Some(best_wishes(sitting)?.1 as i64)).sum();
        Self {
            problem,
            weights: Weights::of_problem(problem),
            metropolis: Metropolis::new(),
            progress,
            best: None,
            perfect: Price { meetings: least_meetings(problem), wishes, ..Price::default() }
                .ranked(problem, 0),
            done: 0,
            budget,
        }
    }

    fn is_perfect(&self) -> bool {
        self.best.as_ref().is_some_and(|(_, price)| *price <= self.perfect)
    }

    /// Whether the best plan is mixed well enough and has as many meetings as there can be: what is left to
    /// balance is not worth starting over.
    fn is_settled(&self) -> bool {
        let within = self.problem.within_one;
        within && self.best.as_ref().is_some_and(|(_, rank)| rank[..3] <= self.perfect[..3])
    }

    /// Whether the best plan reaches the most of the first aim by a design, so that exchanges within
    /// sittings would only lose it again.
    fn is_rigid(&self) -> bool {
        let met = self.problem.order[0] == Aim::Meetings;
        met && self.best.as_ref().is_some_and(|(_, price)| price[..3] <= self.perfect[..3])
    }

    /// Remembers a plan if it is the best so far.
    fn keep(&mut self, state: &State) {
        let price = state.rank();
        if self.best.as_ref().is_none_or(|(_, best)| price < *best) {
            self.best = Some((state.plan(), price));
        }
        let best = self.best.as_ref().map_or(price, |(_, best)| *best);
        (self.progress)(&Progress { done: self.done, of: self.budget * 10 / 3, best });
    }

    /// Balances a designed plan by exchanging people's places in it.
    fn relabel(&mut self, plan: Plan, mut labels: Labels, draw: &mut impl FnMut(u64) -> u64) -> Plan {
        let mut state = State::new(self.problem, &plan);
        state.freeze_meetings();
        let people = labels.people.len() as u64;
        let most = self.weights.balance();
        let rank = |state: &State| [state.rank()[0], state.rank()[1], state.price.balance];
        let mut best: Option<([i64; 3], Plan)> = None;
        'cooling: for temperature in temperatures(most * PARTS, most * PARTS / 4, STAGES) {
            for _ in 0..self.budget / 3 / u64::from(STAGES) {
                if self.weights.of(state.price) == 0 {
                    break 'cooling;
                }
                self.done += 1;
                let pair = draw(people * people);
                let (a, b) =
                    (labels.people[(pair / people) as usize], labels.people[(pair % people) as usize]);
                if a != b {
                    let price = labels.swap_price(&state, a, b);
                    if self.metropolis.accepts(self.weights.of(price), temperature, draw) {
                        labels.swap(&mut state, a, b);
                    }
                }
            }
            // The most even plan on the way need not be the last one.
            if temperature <= most * PARTS / 2 && best.as_ref().is_none_or(|(best, _)| rank(&state) < *best) {
                best = Some((rank(&state), state.plan()));
            }
        }
        match best {
            Some((best, plan)) if best < rank(&state) => state = State::new(self.problem, &plan),
            _ => state.count_meetings(),
        }
        self.keep(&state);
        state.plan()
    }

    /// Exchanges people within sittings, first accepting much and then less and less.
    fn improve(&mut self, plan: &Plan, heat: Heat, draw: &mut impl FnMut(u64) -> u64) {
        if self.is_perfect() || self.is_rigid() {
            return;
        }
        let mut state = State::new(self.problem, plan);
        self.keep(&state);
        let (most, least) = self.weights.range(self.problem);
        let (start, budget) = match heat {
            Heat::Hot => (most * PARTS * 3 / 10, self.budget),
            Heat::Warm => (least * PARTS / 6, self.budget / 4),
        };
        self.cool(&mut state, self.weights, (start, least * PARTS / 20), budget, draw);
    }

    /// Gives up balance that is better than good enough for more meetings.
    fn trade(&mut self, draw: &mut impl FnMut(u64) -> u64) {
        let Some((plan, _)) = self.best.clone() else { return };
        if !self.problem.within_one || self.is_perfect() || self.is_settled() {
            return;
        }
        let mut state = State::new(self.problem, &plan);
        let weights = self.weights.trading();
        let unit = weights.balance();
        self.cool(&mut state, weights, (unit * PARTS / 3, unit * PARTS / 20), self.budget / 2, draw);
    }

    /// Searches with preferences before everything else: first for the seats that keep the rules and
    /// cost least, then for the best of the other aims at no higher price.
    fn wishes_first(&mut self, plan: &Plan, heat: Heat, draw: &mut impl FnMut(u64) -> u64) {
        if self.is_perfect() {
            return;
        }
        let mut state = State::new(self.problem, plan);
        self.keep(&state);
        let mut start = plan.clone();
        if state.price.hard > 0 || state.price.wishes > self.perfect[2] {
            let wishes = self.weights.only_wishes();
            let step = wishes.range(self.problem).0;
            self.cool(&mut state, wishes, (step * PARTS, step * PARTS / 10), self.budget / 4, draw);
            start = self.best.as_ref().map_or(start, |(best, _)| best.clone());
        }
        let mut state = State::new(self.problem, &start);
        let (most, least) = self.weights.range_of_others(self.problem);
        let (start, budget) = match heat {
            Heat::Hot => (most * PARTS * 3 / 10, self.budget),
            Heat::Warm => (least * PARTS / 6, self.budget / 4),
        };
        self.cool(&mut state, self.weights.strictly_wishes(), (start, least * PARTS / 20), budget, draw);
    }

    /// Tries exchanges while the temperature falls from the first to the second, and keeps the best plan.
    fn cool(
        &mut self,
        state: &mut State,
        weights: Weights,
        (start, end): (i64, i64),
        budget: u64,
        draw: &mut impl FnMut(u64) -> u64,
    ) {
        let blocks = state.rooms.iter().any(|room| room.has_blocks());
        for temperature in temperatures(start.max(2), end.max(1), STAGES) {
            for _ in 0..budget / u64::from(STAGES) {
                self.done += 1;
                if blocks && draw(8) == 0 {
                    if let Some(exchange) = Exchange::propose(state, draw) {
                        let price = exchange.make(state);
                        if !self.metropolis.accepts(weights.of(price), temperature, draw) {
                            exchange.undo(state);
                        }
                    }
                    continue;
                }
                if let Some(change) = Change::propose(state, draw) {
                    let price = change.price(state);
                    if self.metropolis.accepts(weights.of(price), temperature, draw) {
                        change.make(state, price);
                    }
                }
            }
            self.keep(state);
            if self.is_perfect() {
                return;
            }
        }
    }
}
