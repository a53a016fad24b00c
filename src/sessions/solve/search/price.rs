//! What a plan costs: the numbers in the order in which they count. Imports its siblings.

use crate::sessions::{Aim, Problem};
use std::ops::{Add, AddAssign, Neg};

/// What is wrong with a plan, one number per aim; 0 is perfect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Price {
    /// Hard rules broken, in people.
    pub hard: i64,
    /// Importance times the square of the people outside a fair share, summed.
    pub balance: i64,
    /// Repeated meetings, see `steps`.
    pub meetings: i64,
    /// Prices of the seats.
    pub wishes: i64,
}

impl Price {
    /// The numbers in the order in which they count; `over`: what `Room::over` says of all rooms.
    pub fn ranked(&self, problem: &Problem, over: i64) -> Rank {
        if problem.within_one {
            return [self.hard, over, self.meetings, self.balance, self.wishes];
        }
        let [first, second, third] = problem.order.map(|aim| match aim {
            Aim::Balance => self.balance,
            Aim::Meetings => self.meetings,
            Aim::Wishes => self.wishes,
        });
        [self.hard, 0, first, second, third]
    }
}

impl Add for Price {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            hard: self.hard + other.hard,
            balance: self.balance + other.balance,
            meetings: self.meetings + other.meetings,
            wishes: self.wishes + other.wishes,
        }
    }
}

impl AddAssign for Price {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Neg for Price {
    type Output = Self;
    fn neg(self) -> Self {
        Self { hard: -self.hard, balance: -self.balance, meetings: -self.meetings, wishes: -self.wishes }
    }
}

/// What is wrong with a plan in the order in which it counts: rules, features mixed less evenly than is
/// good enough, then the aims.
pub type Rank = [i64; 5];
