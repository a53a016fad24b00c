//! Some panel, where the quotas leave few: one person leaves and one comes, always the exchange that
//! breaks the quotas least, and nobody comes or goes twice in a few steps (tabu search, Glover 1989),
//! while rules that stay broken weigh more and more (Morris 1993, *The Breakout Method*). The chance
//! that breaks ties is a fixed stream: the same problem gives the same panel. Imports
//! `lottery::problem`.

use crate::lottery::problem::{Panel, Problem};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Looks for a panel that meets every quota and has at least `low` of each profile. `work` is how many
/// people may be looked at, times the rules that count each. `None` proves nothing.
pub fn search(problem: &Problem, low: &[u32], work: u64) -> Option<Panel> {
    let seats = u64::from(problem.seats);
    if problem.people() < seats || low.iter().map(|&l| u64::from(l)).sum::<u64>() > seats {
        return None;
    }
    let mut state = State::new(problem, low);
    let step = (state.rows_of.iter().map(|rows| rows.len() as u64 + 1).sum::<u64>() * 2).max(1);
    for now in 1..=work / step {
        if state.broken() {
            state.exchange(now);
        } else {
            return Some(state.panel());
        }
    }
    None
}

/// Steps for which nobody of a profile that lost a seat may come back, nor anybody of one that got a
/// seat go: at least so many, and up to twice as many.
const REST: u64 = 4;
/// Steps after which the weights of the rules are halved: what was hard long ago may be easy now.
const FADE: u64 = 500;

struct State<'a> {
    problem: &'a Problem,
    low: &'a [u32],
    rows_of: Vec<Vec<u32>>,
    /// Seats by profile.
    seats: Vec<u32>,
    /// People counted by each row.
    count: Vec<i32>,
    /// What one person too many or too few costs, by row.
    weight: Vec<i64>,
    /// What one person more or less in each row would cost.
    price: Vec<i64>,
    /// The step until which nobody of a profile may go, and come.
    stays: Vec<u64>,
    away: Vec<u64>,
    chance: ChaCha8Rng,
}

impl<'a> State<'a> {
    /// Starts from the first people in profile order, whatever rules that breaks.
    fn new(problem: &'a Problem, low: &'a [u32]) -> Self {
        let (profiles, rows) = (problem.profiles(), problem.rows.len());
        let mut state = Self {
            problem,
            low,
            rows_of: problem.rows_of(),
            seats: vec![0; profiles],
            count: vec![0; rows],
            weight: vec![1; rows],
            price: vec![0; rows],
            stays: vec![0; profiles],
            away: vec![0; profiles],
            chance: ChaCha8Rng::from_seed([0; 32]),
        };
        let mut left = problem.seats - low.iter().sum::<u32>();
        for (t, &size) in problem.sizes.iter().enumerate() {
            let more = left.min(size.saturating_sub(low[t]));
            left -= more;
            (0..low[t] + more).for_each(|_| state.seat(t));
        }
        state
    }

    fn seat(&mut self, t: usize) {
        self.seats[t] += 1;
        self.rows_of[t].iter().for_each(|&r| self.count[r as usize] += 1);
    }

    fn leave(&mut self, t: usize) {
        self.seats[t] -= 1;
        self.rows_of[t].iter().for_each(|&r| self.count[r as usize] -= 1);
    }

    /// How far row r is from its bounds with `more` people than it counts.
    fn breach(&self, r: usize, more: i32) -> i64 {
        self.problem.rows[r].breach(self.count[r] + more).into()
    }

    fn broken(&self) -> bool {
        (0..self.count.len()).any(|r| self.breach(r, 0) > 0)
    }

    /// One person leaves and one comes.
    fn exchange(&mut self, now: u64) {
        let free = |s: &Self, t: usize| s.seats[t] > s.low[t] && s.stays[t] < now;
        let Some((out, saved)) = self.cheapest(-1, free) else { return };
        self.leave(out);
        let room = |s: &Self, t: usize| t != out && s.seats[t] < s.problem.sizes[t] && s.away[t] < now;
        let (new, cost) = self.cheapest(1, room).unwrap_or((out, 0));
        self.seat(new);
        self.away[out] = now + self.rest();
        self.stays[new] = now + self.rest();
        if saved + cost >= 0 {
            for r in 0..self.weight.len() {
                self.weight[r] += i64::from(self.breach(r, 0) > 0);
            }
        }
        if now.is_multiple_of(FADE) {
            self.weight.iter_mut().for_each(|w| *w = (*w / 2).max(1));
        }
    }

    fn rest(&mut self) -> u64 {
        REST + self.chance.next_u64() % REST
    }

    /// The profile that `may` change by one person at the least cost, and the cost; one of them by chance
    /// where there are several.
    fn cheapest(&mut self, by: i32, may: impl Fn(&Self, usize) -> bool) -> Option<(usize, i64)> {
        for r in 0..self.price.len() {
            self.price[r] = self.weight[r] * (self.breach(r, by) - self.breach(r, 0));
        }
        let mut best: Option<(usize, i64)> = None;
        let mut alike = 0;
        for t in 0..self.seats.len() {
            if !may(self, t) {
                continue;
            }
            let cost = self.rows_of[t].iter().map(|&r| self.price[r as usize]).sum::<i64>();
            let least = best.map_or(i64::MAX, |(_, least)| least);
            alike = if cost < least { 1 } else { alike + u64::from(cost == least) };
            let taken = cost < least || (cost == least && self.chance.next_u64().is_multiple_of(alike));
            if taken {
                best = Some((t, cost));
            }
        }
        best
    }

    fn panel(&self) -> Panel {
        let held = self.seats.iter().enumerate().filter(|&(_, &c)| c > 0);
        Panel(held.map(|(t, &c)| (t as u32, c)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    /// People with `features` features of three values each, and exact quotas that one panel is known to
    /// meet.
    fn exact(people: u32, seats: u32, features: usize) -> Problem {
        let mut chance = ChaCha8Rng::from_seed([1; 32]);
        let mut rows = vec![Row { profiles: vec![], min: 0, max: 0 }; 3 * features];
        for t in 0..people {
            for feature in rows.chunks_mut(3) {
                let row = &mut feature[(chance.next_u64() % 3) as usize];
                row.profiles.push(t);
                row.min += u32::from(t % (people / seats) == 0);
                row.max = row.min;
            }
        }
        Problem { seats, sizes: vec![1; people as usize], rows }
    }

    #[test]
    fn a_panel_is_found_among_exact_quotas_and_is_one() {
        let problem = exact(100, 20, 6);
        let low = vec![0; 100];
        let panel = search(&problem, &low, 100_000_000).unwrap();
        assert!(problem.admits(&panel));
        assert_eq!(search(&problem, &low, 100_000_000), Some(panel));
    }

    #[test]
    fn whoever_must_be_on_it_is() {
        let problem = exact(100, 20, 5);
        let out = search(&problem, &[0; 100], 100_000_000).unwrap();
        let absent = (0..100u32).find(|&t| out.0.iter().all(|p| p.0 != t)).unwrap();
        let mut low = vec![0; 100];
        low[absent as usize] = 1;
        let panel = search(&problem, &low, 100_000_000).unwrap();
        assert!(problem.admits(&panel) && panel.0.iter().any(|p| p.0 == absent));
    }

    #[test]
    fn what_cannot_be_ends() {
        let mut problem = exact(30, 10, 2);
        problem.rows[0].min = 11;
        assert_eq!(search(&problem, &[0; 30], 1_000_000), None);
        assert_eq!(search(&problem, &[1; 30], 1_000_000), None);
    }
}
