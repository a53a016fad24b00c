//! What a search may try in one sitting, and what it costs. May import the state.

use super::price::Price;
use super::state::State;
use crate::sessions::{Aim, Problem};

/// One thing to try in one sitting.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// In this sitting these two people change places.
    Swap(usize, u16, u16),
    /// In this sitting this person moves to this table.
    Move(usize, u16, u16),
}

/// People who must share a table and as many at another table, who change places pair by pair: one by
/// one they would break their rule on the way.
#[derive(Clone, Debug)]
pub struct Exchange {
    sitting: usize,
    pairs: Vec<(u16, u16)>,
}

impl Exchange {
    /// A random exchange of people who are kept together; `None` when the draw gives none.
    pub fn propose(state: &State, draw: &mut impl FnMut(u64) -> u64) -> Option<Self> {
        let sitting = draw(state.rooms.len() as u64) as usize;
        let room = &state.rooms[sitting];
        if !room.has_blocks() {
            return None;
        }
        let mut someone = || room.here.get(draw(room.here.len().max(1) as u64) as usize).copied();
        let (a, b) = (someone()?, someone()?);
        let table = room.table_of(b);
        if room.table_of(a) == table {
            return None;
        }
        let (one, mut other) = (room.block(a), room.block(b));
        if one.len() < 2 || one.len() > room.at(table).len() || other.len() > one.len() {
            return None;
        }
        while other.len() < one.len() {
            let people = room.at(table);
            let more = people[draw(people.len() as u64) as usize];
            if !other.contains(&more) {
                other.push(more);
            }
        }
        Some(Self { sitting, pairs: one.into_iter().zip(other).collect() })
    }

    /// Makes the exchange, and gives what it changed.
    pub fn make(&self, state: &mut State) -> Price {
        let before = state.price;
        for &(a, b) in &self.pairs {
            state.swap(self.sitting, a, b, state.swap_price(self.sitting, a, b));
        }
        state.price + -before
    }

    /// Takes the exchange back.
    pub fn undo(&self, state: &mut State) {
        for &(a, b) in self.pairs.iter().rev() {
            state.swap(self.sitting, a, b, state.swap_price(self.sitting, a, b));
        }
    }
}

impl Change {
    /// A random exchange of two people at different tables, or now and then a move to another table
    /// where sizes leave room; `None` when the draw gives neither.
    pub fn propose(state: &State, draw: &mut impl FnMut(u64) -> u64) -> Option<Self> {
        let sitting = draw(state.rooms.len() as u64) as usize;
        let room = &state.rooms[sitting];
        let here = room.here.len() as u64;
        if here < 2 {
            return None;
        }
        let pair = draw(here * here);
        let a = room.here[(pair / here) as usize];
        if room.can_move() && draw(8) == 0 {
            let to = draw(u64::from(room.tables())) as u16;
            let from = room.table_of(a);
            return (to != from && room.fits(from, to)).then_some(Self::Move(sitting, a, to));
        }
        let b = room.here[(pair % here) as usize];
        (room.table_of(a) != room.table_of(b)).then_some(Self::Swap(sitting, a, b))
    }

    /// Who goes: somebody, and who changes places with them or the table they go to.
    pub fn swap(self) -> (u16, Result<u16, u16>) {
        match self {
            Self::Swap(_, a, b) => (a, Ok(b)),
            Self::Move(_, a, to) => (a, Err(to)),
        }
    }

    /// What it would change.
    pub fn price(self, state: &State) -> Price {
        match self {
            Self::Swap(sitting, a, b) => state.swap_price(sitting, a, b),
            Self::Move(sitting, a, to) => state.move_price(sitting, a, to),
        }
    }

    /// Makes the change; `price` is what [`Self::price`] said.
    pub fn make(self, state: &mut State, price: Price) {
        match self {
            Self::Swap(sitting, a, b) => state.swap(sitting, a, b, price),
            Self::Move(sitting, a, to) => state.relocate(sitting, a, to, price),
        }
    }
}

/// What a unit of each aim counts for in a search, so that what comes first is settled first.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    hard: i64,
    balance: i64,
    meetings: i64,
    wishes: i64,
}

/// Weights of the first, second and third aim. A person outside a fair share, a repeated meeting and
/// a step down the list of wishes count alike, but for these.
const BY_RANK: [i64; 3] = [256, 64, 16];

impl Weights {
    /// The weights that go with a problem. A rule counts more than what breaking it could mend at one
    /// table, however much the features count.
    pub fn of_problem(problem: &Problem) -> Self {
        let rank = |aim| BY_RANK[problem.order.iter().position(|&a| a == aim).unwrap_or(2)];
        let importance: i64 = problem.features.iter().map(|mix| i64::from(mix.importance)).sum();
        Self {
            hard: 4 * BY_RANK[0] * importance.clamp(1, 1_000),
            balance: rank(Aim::Balance),
            meetings: rank(Aim::Meetings) / super::state::REPEAT,
            wishes: rank(Aim::Wishes),
        }
    }

    /// What a person outside a fair share counts for.
    pub fn balance(&self) -> i64 {
        self.balance
    }

    /// A person outside a fair share counts as much as a repeated meeting: for trading one for the other.
    pub fn trading(self) -> Self {
        Self { balance: self.meetings * super::state::REPEAT, ..self }
    }

    /// Only rules and preferences count.
    pub fn only_wishes(self) -> Self {
        Self { balance: 0, meetings: 0, ..self }
    }

    /// Rules and preferences count so much that nothing else can outweigh a step.
    pub fn strictly_wishes(self) -> Self {
        Self { hard: 32 * self.hard, wishes: 16 * self.wishes, ..self }
    }

    /// One number for a price.
    pub fn of(&self, price: Price) -> i64 {
        self.hard * price.hard
            + self.balance * price.balance
            + self.meetings * price.meetings
            + self.wishes * price.wishes
    }

    /// The largest and the smallest weight of an aim that this problem has.
    pub fn range(&self, problem: &Problem) -> (i64, i64) {
        self.range_with(problem, true)
    }

    /// The same without preferences.
    pub fn range_of_others(&self, problem: &Problem) -> (i64, i64) {
        self.range_with(problem, false)
    }

    fn range_with(&self, problem: &Problem, wishes: bool) -> (i64, i64) {
        let balance = (!problem.features.is_empty()).then_some(self.balance);
        let meetings = (problem.sittings.len() > 1).then_some(self.meetings * super::state::REPEAT);
        let wished = wishes && problem.sittings.iter().any(|sitting| !sitting.wishes.is_empty());
        let there = [balance, meetings, wished.then_some(self.wishes)].into_iter().flatten();
        let (most, least) = (there.clone().max(), there.min());
        (most.unwrap_or(self.hard), least.unwrap_or(self.hard))
    }
}
