//! The same lottery under other numbers for its profiles and rows. Imports its siblings.

use super::certificate::{Certificate, Cut, Level, Multipliers, Near, Overall};
use super::problem::Panel;
use super::tickets::{Share, TicketLottery};

/// The new number of each profile and each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renumber {
    /// Of each profile.
    pub profiles: Vec<u32>,
    /// Of each row.
    pub rows: Vec<u32>,
}

impl Renumber {
    /// From the new numbers back to the old ones.
    pub fn inverse(&self) -> Self {
        let inverse = |numbers: &[u32]| {
            let mut old = vec![0; numbers.len()];
            (0..).zip(numbers).for_each(|(before, &new)| old[new as usize] = before);
            old
        };
        Self { profiles: inverse(&self.profiles), rows: inverse(&self.rows) }
    }

    /// These new numbers, and for them the ones of `next`.
    pub fn then(&self, next: &Self) -> Self {
        let then = |numbers: &[u32], next: &[u32]| numbers.iter().map(|&n| next[n as usize]).collect();
        Self { profiles: then(&self.profiles, &next.profiles), rows: then(&self.rows, &next.rows) }
    }

    /// These profiles under their new numbers, ascending.
    pub fn listed(&self, profiles: &[u32]) -> Vec<u32> {
        let mut list: Vec<u32> = profiles.iter().map(|&t| self.profiles[t as usize]).collect();
        list.sort_unstable();
        list
    }

    /// These rows under their new numbers, ascending.
    pub fn rows(&self, rows: &[u32]) -> Vec<u32> {
        let mut list: Vec<u32> = rows.iter().map(|&r| self.rows[r as usize]).collect();
        list.sort_unstable();
        list
    }

    /// The tickets.
    pub fn tickets(&self, lottery: &TicketLottery) -> TicketLottery {
        let share = |share: &Share| {
            let of = share.panel.0.iter();
            let mut seats: Vec<(u32, u32)> = of.map(|&(t, c)| (self.profiles[t as usize], c)).collect();
            seats.sort_unstable();
            Share { tickets: share.tickets, panel: Panel(seats) }
        };
        TicketLottery { shares: lottery.shares.iter().map(share).collect() }
    }

    /// Multipliers of rows.
    pub fn multipliers<N: Clone>(&self, why: &Multipliers<N>) -> Multipliers<N> {
        let mut rows: Vec<(u32, N)> =
            why.rows.iter().map(|(r, u)| (self.rows[*r as usize], u.clone())).collect();
        rows.sort_by_key(|row| row.0);
        Multipliers { seats: why.seats.clone(), rows, cuts: why.cuts.clone() }
    }

    /// One thing for each profile.
    pub fn each<T: Clone>(&self, of: &[T]) -> Vec<T> {
        let mut moved = of.to_vec();
        of.iter().zip(&self.profiles).for_each(|(thing, &t)| moved[t as usize] = thing.clone());
        moved
    }

    /// The proof.
    pub fn certificate(&self, certificate: &Certificate) -> Certificate {
        let level = |level: &Level| Level {
            settled: self.listed(&level.settled),
            why: self.multipliers(&level.why),
            ..level.clone()
        };
        let cut = |cut: &Cut| {
            let of = cut.terms.iter();
            let mut terms: Vec<(u32, _)> = of.map(|&(t, a)| (self.profiles[t as usize], a)).collect();
            terms.sort_by_key(|term| term.0);
            Cut { terms, ..cut.clone() }
        };
        let near = |near: &Near| Near { parts: near.parts.clone(), seats: self.each(&near.seats) };
        let overall = |overall: &Overall| Overall {
            near: overall.near.as_ref().map(near),
            why: self.multipliers(&overall.why),
        };
        Certificate {
            shut_out: self.listed(&certificate.shut_out),
            cuts: certificate.cuts.iter().map(cut).collect(),
            levels: certificate.levels.iter().map(level).collect(),
            overall: certificate.overall.as_ref().map(overall),
        }
    }
}
