//! Seating one sitting again with few moves: the best single change at a time, then a short search
//! within the moves allowed. May import the rest of the search.

use super::change::{Change, Weights};
use super::cooling::{Metropolis, PARTS, temperatures};
use super::state::State;
use crate::sessions::solve::search::Effort;
use crate::sessions::{Plan, Problem};

/// Exchanges tried after the best single changes, per unit of effort.
const TRIES: u64 = 20_000;
/// Temperatures they pass through.
const STAGES: u32 = 40;

/// Seats the only sitting of a problem, starting from seats that were announced, with at most `moves`
/// people elsewhere; `None` for as few as keep the rules.
///
/// More people than `moves` never move, even where that breaks a rule.
pub fn settle(
    problem: &Problem,
    announced: &[Option<u16>],
    moves: Option<u32>,
    effort: Effort,
    draw: &mut impl FnMut(u64) -> u64,
) -> Plan {
    let plan = tried(problem, announced, moves, false, effort, draw);
    match moves {
        Some(most) if moved(problem, &plan) > most => tried(problem, announced, moves, true, effort, draw),
        _ => plan,
    }
}

/// One such search. In a strict one no step goes beyond the moves allowed; else one may, at a price, and
/// come back.
fn tried(
    problem: &Problem,
    announced: &[Option<u16>],
    moves: Option<u32>,
    strict: bool,
    effort: Effort,
    draw: &mut impl FnMut(u64) -> u64,
) -> Plan {
    let within = |state: &State, change: Change| {
        !strict || moves.is_none_or(|most| state.rooms[0].moved_after(change.swap()) <= i64::from(most))
    };
    let weights = Weights::of_problem(problem);
    // Newcomers sit down where it is best, one after the other; nobody has moved yet.
    let mut bounded = problem.clone();
    bound(&mut bounded, moves.unwrap_or(u32::MAX));
    let plan = Plan { seats: vec![seated(&bounded, announced)] };
    let mut state = State::new(&bounded, &plan);
    while moves.is_none() && state.price.hard > 0 || moves.is_some() {
        // Without a number of moves only what mends a rule counts.
        let worth = |state: &State, change: Change| {
            if !within(state, change) {
                return None;
            }
            let price = change.price(state);
            let hard = price.hard;
            (hard < 0 || moves.is_some() && weights.of(price) < 0).then_some((hard, weights.of(price)))
        };
        let Some((change, _)) = best_change(&state, &worth) else { break };
        let price = change.price(&state);
        change.make(&mut state, price);
    }
    let plan = state.plan();
    let moved = moved(problem, &plan);
    let mut last = problem.clone();
    bound(&mut last, moves.unwrap_or(moved));
    let mut state = State::new(&last, &plan);
    let mut best = (state.rank(), state.plan());
    let metropolis = Metropolis::new();
    let (most, least) = weights.range(problem);
    for temperature in temperatures((most * PARTS / 4).max(2), (least * PARTS / 20).max(1), STAGES) {
        for _ in 0..u64::from(effort.0) * TRIES / u64::from(STAGES) {
            if let Some(change) = Change::propose(&state, draw).filter(|change| within(&state, *change)) {
                let price = change.price(&state);
                if metropolis.accepts(weights.of(price), temperature, draw) {
                    change.make(&mut state, price);
                }
            }
        }
        let price = state.rank();
        if price < best.0 {
            best = (price, state.plan());
        }
    }
    best.1
}

/// Sets the most moves.
fn bound(problem: &mut Problem, moves: u32) {
    for sitting in &mut problem.sittings {
        if let Some(home) = &mut sitting.home {
            home.moves = moves;
        }
    }
}

/// How many people sit elsewhere than announced.
pub fn moved(problem: &Problem, plan: &Plan) -> u32 {
    let Some(home) = &problem.sittings[0].home else { return 0 };
    let pairs = home.table_of.iter().zip(&plan.seats[0]);
    pairs.filter(|(was, now)| was.is_some() && now.is_some() && was != now).count() as u32
}

/// Everybody who is there at their announced table, newcomers at the table where they cost least.
fn seated(problem: &Problem, announced: &[Option<u16>]) -> Vec<Option<u16>> {
    let sitting = &problem.sittings[0];
    let mut seats: Vec<Option<u16>> =
        announced.iter().zip(&sitting.present).map(|(seat, here)| seat.filter(|_| *here)).collect();
    let tables = sitting.tables.len() as u16;
    let weights = Weights::of_problem(problem);
    for person in 0..seats.len() {
        if !sitting.present[person] || seats[person].is_some() {
            continue;
        }
        let price = |table: &u16| {
            let mut with = seats.clone();
            with[person] = Some(*table);
            weights.of(State::new(problem, &Plan { seats: vec![with] }).price)
        };
        seats[person] = (0..tables).min_by_key(price);
    }
    seats
}

/// The change worth most, the first of several.
fn best_change<W: Ord>(state: &State, worth: &dyn Fn(&State, Change) -> Option<W>) -> Option<(Change, W)> {
    let room = &state.rooms[0];
    let mut best: Option<(Change, W)> = None;
    let mut consider = |change: Change| {
        if let Some(worth) = worth(state, change)
            && best.as_ref().is_none_or(|(_, known)| worth < *known)
        {
            best = Some((change, worth));
        }
    };
    for (k, &a) in room.here.iter().enumerate() {
        for to in 0..room.tables() {
            if to != room.table_of(a) && room.fits(room.table_of(a), to) {
                consider(Change::Move(0, a, to));
            }
        }
        for &b in &room.here[k + 1..] {
            if room.table_of(a) != room.table_of(b) {
                consider(Change::Swap(0, a, b));
            }
        }
    }
    best
}
