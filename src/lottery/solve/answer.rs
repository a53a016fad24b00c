//! What a search is asked for, what it says on its way, and what it answers. Imports `lottery` and its siblings.

use super::few::Few;
use crate::base::errors;
use crate::lottery::bound::Bound;
use crate::lottery::certificate::{Certificate, Multipliers};
use crate::lottery::objective::Objective;
use crate::lottery::problem::{Panel, Problem};
use crate::lottery::tickets::TicketLottery;
use serde::{Deserialize, Serialize};

/// How to solve.
#[derive(Clone, Debug)]
pub struct Options {
    /// What to aim for.
    pub objective: Objective,
    /// M, the number of tickets; at least 1.
    pub tickets: u64,
    /// Multiplies the work that may be spent; 1 is the usual.
    pub effort: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { objective: Objective::Leximin, tickets: 1_000_000, effort: 1 }
    }
}

/// What the run is doing, for whoever watches.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The stage.
    pub stage: Stage,
    /// Steps done in this stage.
    pub done: u64,
    /// Steps of this stage, where known.
    pub of: Option<u64>,
    /// How far the mixture still is from the wanted chances, where known.
    pub gap: Option<f64>,
}

/// Stages of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Whether there is a panel, where that is hard to tell: `done` cases, or what takes as long.
    Deciding,
    /// Levels of the objective: `done` levels.
    Levels,
    /// Looking for panels: `done` panels found.
    Panels,
    /// Weighing panels: `done` panels.
    Weights,
    /// Rounding to tickets.
    Tickets,
}

/// How good the lottery is. Rounding to tickets is not in it: that is counted in tickets. Of leximin and nash, no status
/// but the last is given without an exact proof of every single chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Status {
    /// The fairest, to less than a tenth of a ticket of a million.
    Optimal,
    /// Within this much in chance of the fairest.
    Within(f64),
    /// The work allowed was used up; within this much of the fairest.
    StoppedAfter(f64),
}

impl Status {
    /// In one word, as records have it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Within(_) => "within",
            Self::StoppedAfter(_) => "stopped",
        }
    }
}

/// Units of work, the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Interior-point iterations.
    pub iterations: u64,
    /// Scans of local search.
    pub scans: u64,
    /// Newton steps of the mixture.
    pub newton_steps: u64,
    /// Integer programmes.
    pub programmes: u64,
    /// Exact proofs by cases.
    pub proofs: u64,
}

/// A profile that can be on no panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShutOut {
    /// The profile.
    pub profile: u32,
    /// The smallest set of quota rows found that shuts it out, ascending.
    pub rows: Vec<u32>,
}

/// The finished lottery.
#[derive(Clone, Debug)]
pub struct Lottery {
    /// What it aims for.
    pub objective: Objective,
    /// How good it is.
    pub status: Status,
    /// Largest difference between what a level has and what the certificate says it could have at most,
    /// in chance; for Nash and Goldilocks, the part by which the geometric mean or the measure could be
    /// better. Before rounding to tickets.
    pub gap: f64,
    /// The tickets: what is published and drawn from.
    pub tickets: TicketLottery,
    /// The proof.
    pub certificate: Certificate,
    /// Profiles that can be on no panel.
    pub shut_out: Vec<ShutOut>,
    /// The wanted chance of each profile's members, before rounding. (Of leximin the exact ones, fractions of any size, are
    /// the values of the certificate's levels; these are the nearest floating-point numbers.)
    pub ideal: Vec<f64>,
    /// The most that any profile's mean is above or below its ideal through rounding, in tickets a person.
    pub rounding: f64,
    /// The panels known, where it was hard to find one.
    pub few: Option<Few>,
    /// Work done.
    pub work: Work,
}

impl Lottery {
    /// The geometric mean of the wanted chances of everybody who can be on some panel: before rounding
    /// to tickets. 0 if nobody can.
    pub fn ideal_geometric_mean(&self, problem: &Problem) -> f64 {
        let out = |t: usize| self.shut_out.iter().any(|s| s.profile as usize == t);
        let (mut logs, mut people) = (0.0, 0.0);
        for (t, (&p, &n)) in self.ideal.iter().zip(&problem.sizes).enumerate().filter(|(t, _)| !out(*t)) {
            debug_assert!(p > 0.0, "profile {t}");
            logs += f64::from(n) * libm::log(p);
            people += f64::from(n);
        }
        if people > 0.0 { libm::exp(logs / people) } else { 0.0 }
    }
}

/// Why there is no lottery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    /// No panel meets the quotas: proved in exact arithmetic.
    Infeasible(Clash),
    /// Whether a panel exists was not settled within the work allowed.
    Undecided,
    /// The solver lost its way: a fault of the program, not of the input.
    Numeric,
}

errors!(No);

/// Rules that no panel meets together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Quota rows, ascending, that no panel meets even without all others. If `smallest` is true, leaving
    /// any one out would make a panel possible for the rest of these; what is not listed may clash too.
    pub rows: Vec<u32>,
    /// The ends of these rows that clash by themselves, ascending; leaving out any one of them would make
    /// a panel possible for the rest of these. Empty if that was not settled.
    pub ends: Vec<Bound>,
    /// Whether `rows` is a smallest set.
    pub smallest: bool,
    /// Whether fractions of people could meet the quotas, so that only whole people cannot.
    pub only_integers: bool,
    /// Multipliers that refute the quotas at once, checked exactly, where such exist.
    pub proof: Option<Multipliers>,
}

/// That the quotas can be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// A panel that meets them.
    pub panel: Panel,
    /// More panels, where it was hard to find one.
    pub few: Option<Few>,
}
