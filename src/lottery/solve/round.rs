//! From weights to whole tickets. Imports `lottery::{problem, tickets}` and `local`.

use super::local::Search;
use crate::lottery::problem::{Panel, Problem};
use crate::lottery::tickets::{Share, TicketLottery};
use std::collections::BTreeMap;

/// Passes of local search for one panel.
const PASSES: usize = 300;
/// Panels that may be sought to mend the last errors.
const MENDINGS: usize = 1_000;

/// Rounds a mixture of panels to `tickets` whole tickets so that every profile's seats over all tickets
/// stay close to what the mixture gives it; the panels come in canonical order.
///
/// Weights are rounded down; the tickets left over go, one at a time, to the panel that the profiles
/// furthest behind need most; at last single tickets change their panel where that brings the seats of
/// all profiles closer.
pub fn round(
    problem: &Problem,
    panels: &[Panel],
    weights: &[f64],
    x: &[f64],
    tickets: u64,
    certain: &[u32],
    search: &mut Search,
) -> TicketLottery {
    let mut rounding = Rounding {
        scale: problem.sizes.iter().map(|&n| 1.0 / (f64::from(n) * f64::from(n))).collect(),
        certain: certain.iter().map(|&t| (t, problem.sizes[t as usize])).collect(),
        missing: x.iter().map(|x| x * tickets as f64).collect(),
        shares: BTreeMap::new(),
        fourth: 0.0,
    };
    let mut left = tickets;
    for (panel, weight) in panels.iter().zip(weights) {
        let whole = (libm::floor(weight * tickets as f64).max(0.0) as u64).min(left);
        if whole > 0 && rounding.keeps_certain(panel) {
            rounding.give(panel, whole);
            left -= whole;
        }
    }
    // With few tickets every one should be a panel made for the occasion.
    let known = tickets >= 4 * panels.len() as u64;
    // Herding again: what is left falls due in equal parts, one a ticket, so that those who have little
    // to get are not all left to the end.
    let due: Vec<f64> = rounding.missing.iter().map(|m| m / left.max(1) as f64).collect();
    rounding.missing.fill(0.0);
    for _ in 0..left {
        rounding.missing.iter_mut().zip(&due).for_each(|(m, d)| *m += d);
        let made = if known { None } else { search.find(&rounding.behind(problem), PASSES) };
        let panel = made.or_else(|| rounding.best_of(panels).or(panels.first()).cloned());
        if let Some(panel) = panel {
            rounding.give(&panel, 1);
        }
    }
    rounding.fourth = 1.0;
    rounding.mend(problem, search);
    TicketLottery {
        shares: rounding.shares.into_iter().map(|(panel, tickets)| Share { tickets, panel }).collect(),
    }
}

/// Tickets in proportion to the weights, where no other panels are known: whole parts first, then one ticket
/// more for the largest remainders, the first of equal ones.
pub fn shares(panels: &[Panel], weights: &[f64], tickets: u64) -> TicketLottery {
    let due: Vec<f64> = weights.iter().map(|w| w.max(0.0) * tickets as f64).collect();
    let mut left = tickets;
    let mut held = Vec::new();
    for &due in &due {
        let whole = (libm::floor(due) as u64).min(left);
        left -= whole;
        held.push(whole);
    }
    let mut order: Vec<usize> = (0..panels.len()).collect();
    let rest = |i: usize| due[i] - libm::floor(due[i]);
    order.sort_by(|&a, &b| rest(b).total_cmp(&rest(a)).then(a.cmp(&b)));
    for &i in order.iter().cycle().take(if panels.is_empty() { 0 } else { left as usize }) {
        held[i] += 1;
    }
    let shares: BTreeMap<&Panel, u64> = panels.iter().zip(held).filter(|share| share.1 > 0).collect();
    let share = |(panel, tickets): (&Panel, u64)| Share { tickets, panel: panel.clone() };
    TicketLottery { shares: shares.into_iter().map(share).collect() }
}

struct Rounding {
    /// Profiles whose members all have a seat on every panel, with their size: they should hold every
    /// ticket, not nearly every one.
    certain: Vec<(u32, u32)>,
    /// Weight of a squared error, by profile.
    scale: Vec<f64>,
    /// Seats still missing, by profile; negative where there are too many.
    missing: Vec<f64>,
    shares: BTreeMap<Panel, u64>,
    /// Weight of the fourth power of an error beside its square.
    fourth: f64,
}

impl Rounding {
    fn give(&mut self, panel: &Panel, tickets: u64) {
        *self.shares.entry(panel.clone()).or_default() += tickets;
        panel.0.iter().for_each(|&(t, c)| self.missing[t as usize] -= (tickets * u64::from(c)) as f64);
    }

    fn take_one(&mut self, panel: &Panel) {
        if let Some(tickets) = self.shares.get_mut(panel) {
            *tickets -= 1;
            if *tickets == 0 {
                self.shares.remove(panel);
            }
            panel.0.iter().for_each(|&(t, c)| self.missing[t as usize] += f64::from(c));
        }
    }

    /// Error of a profile that misses so many seats, in tickets a person: squared, and when mending also
    /// to the fourth power, so that many small errors are better than one large one.
    fn error(&self, t: usize, missing: f64) -> f64 {
        let square = missing * missing * self.scale[t];
        square + self.fourth * square * square
    }

    /// Change of the error when a panel gets one more ticket (`by` = 1) or one less (-1).
    fn change(&self, panel: &Panel, by: f64) -> f64 {
        let one = |&(t, c): &(u32, u32)| {
            let t = t as usize;
            self.error(t, self.missing[t] - by * f64::from(c)) - self.error(t, self.missing[t])
        };
        panel.0.iter().map(one).sum()
    }

    /// Seats missing a person, by profile: the weights of herding.
    fn behind(&self, problem: &Problem) -> Vec<f64> {
        self.missing.iter().zip(&problem.sizes).map(|(m, &n)| m / f64::from(n)).collect()
    }

    /// What a first seat for each profile would take off the error.
    fn wanted(&self) -> Vec<f64> {
        (0..self.missing.len())
            .map(|t| self.error(t, self.missing[t]) - self.error(t, self.missing[t] - 1.0))
            .collect()
    }

    fn keeps_certain(&self, panel: &Panel) -> bool {
        self.certain.iter().all(|seats| panel.0.binary_search(seats).is_ok())
    }

    fn best_of<'p>(&self, panels: &'p [Panel]) -> Option<&'p Panel> {
        let mut best = None;
        for panel in panels.iter().filter(|p| self.keeps_certain(p)) {
            let change = self.change(panel, 1.0);
            if best.is_none_or(|(least, _)| change < least) {
                best = Some((change, panel));
            }
        }
        best.map(|(_, panel)| panel)
    }

    /// The most that anybody's tickets fall short or exceed, by profile mean.
    fn worst(&self) -> f64 {
        self.missing.iter().zip(&self.scale).map(|(m, s)| m.abs() * libm::sqrt(*s)).fold(0.0, f64::max)
    }

    /// Exchanges single tickets while that lowers the error.
    fn mend(&mut self, problem: &Problem, search: &mut Search) {
        let mut failures = 0;
        // A search takes time in proportion to the profiles: small problems may try more often.
        let patience = (60_000 / problem.profiles().max(1)).clamp(40, 300);
        for _ in 0..MENDINGS {
            if self.worst() < 0.5 || failures >= patience {
                return;
            }
            // The ticket that is missed least; after a failure the next in line.
            let mut order: Vec<(f64, &Panel)> =
                self.shares.keys().map(|p| (self.change(p, -1.0), p)).collect();
            if failures >= order.len() {
                return;
            }
            order.select_nth_unstable_by(failures, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
            let (before, old) = (order[failures].0, order[failures].1.clone());
            self.take_one(&old);
            let new = search.find(&self.wanted(), PASSES).filter(|p| problem.admits(p));
            match new {
                Some(new) if before + self.change(&new, 1.0) < -1e-9 => {
                    self.give(&new, 1);
                    failures = 0;
                }
                _ => {
                    self.give(&old, 1);
                    failures += 1;
                }
            }
        }
    }
}
