//! From fair chances to panels: a mixture of panels whose average is the wanted point, or a cut that
//! shows why there is none. Imports `lottery::{problem, certificate}`, `backend`, `levels`, `local`,
//! `mixture`, `few`, `prove`.

use super::backend::heaviest_panel;
use super::few::Few;
use super::levels::System;
use super::local::Search;
use super::mixture::{self, Fit};
use super::prove::{self, Demands, Verdict};
use super::{Progress, Stage, Work};
use crate::lottery::certificate::Cut;
use crate::lottery::problem::{Panel, Problem};
use std::collections::BTreeSet;

/// Chances off by no more than this count as met: a thousandth of a ticket of a million.
pub const MET: f64 = 1e-9;
/// Passes of local search over the seats for one panel.
const PASSES: usize = 300;
/// Cases that a proof may take.
pub const CASES: u32 = 20_000;

/// Cases that the proofs of who can be on no panel may take together.
const COVER: u32 = 2_000;

/// What became of the wanted point.
pub enum Outcome {
    /// Weights of the panels: their average is the point, as far off as stated (in chance, for anyone).
    Mixture(Vec<f64>, f64),
    /// No panel is on the far side of this cut but the point is.
    Cut(Cut),
    /// These profiles can be on no panel.
    ShutOut(Vec<u32>),
}

/// Profiles whose members all have a seat on every panel of any mixture that gives `x`, ascending.
pub fn certain(problem: &Problem, x: &[f64]) -> Vec<u32> {
    (0..x.len()).filter(|&t| f64::from(problem.sizes[t]) - x[t] < MET).map(|t| t as u32).collect()
}

/// Panels found so far and the means to find more.
pub struct Finder<'a> {
    search: Search<'a>,
    panels: Vec<Panel>,
    known: BTreeSet<Panel>,
    effort: u32,
    /// Where panels are hard to find: no others are sought.
    few: Option<Few>,
}

impl<'a> Finder<'a> {
    /// `effort` multiplies the work that may be spent; 1 is the usual.
    pub fn new(system: &System<'a>, first: Panel, effort: u32, few: Option<Few>) -> Self {
        let mut search = Search::new(system.problem, &system.possible);
        search.restart(&first, &[]);
        Self { search, known: BTreeSet::from([first.clone()]), panels: vec![first], effort, few }
    }

    /// The panels, in the order found.
    pub fn panels(&self) -> &[Panel] {
        &self.panels
    }

    /// The local search, for whoever wants one more panel.
    pub fn search(&mut self) -> &mut Search<'a> {
        &mut self.search
    }

    fn keep(&mut self, panel: Panel) -> bool {
        let new = self.known.insert(panel.clone());
        if new {
            self.panels.push(panel);
        }
        new
    }

    /// Herding (Welling 2009): ask for the profiles that are furthest behind their share, again and
    /// again, until there are `goal` different panels or nothing new turns up.
    fn herd(&mut self, system: &System, x: &[f64], goal: usize, progress: &mut dyn FnMut(&Progress)) {
        let sizes = &system.problem.sizes;
        let mut behind = vec![0.0; x.len()];
        let mut stale = 0;
        while self.panels.len() < goal && stale < 20 + goal / 10 {
            behind.iter_mut().zip(x).for_each(|(b, x)| *b += x);
            let weights: Vec<f64> = behind.iter().zip(sizes).map(|(b, &n)| b / f64::from(n)).collect();
            let Some(panel) = self.search.find(&weights, PASSES) else {
                stale += 5;
                continue;
            };
            panel.0.iter().for_each(|&(t, c)| behind[t as usize] -= f64::from(c));
            stale = if self.keep(panel) { 0 } else { stale + 1 };
            if self.panels.len().is_multiple_of(16) {
                progress(&Progress {
                    stage: Stage::Panels,
                    done: self.panels.len() as u64,
                    of: Some(goal as u64),
                    gap: None,
                });
            }
        }
    }

    /// Writes `x` (seats by profile) as a mixture of panels, or says why that is impossible.
    pub fn decompose(
        &mut self,
        system: &System,
        x: &[f64],
        work: &mut Work,
        progress: &mut dyn FnMut(&Progress),
    ) -> Outcome {
        if let Some(few) = self.few.clone() {
            return self.decompose_few(&few, system, x, work, progress);
        }
        let n = x.len();
        self.search.restart(&self.panels[0], &certain(system.problem, x));
        let mut best: Option<(Fit, f64)> = None;
        let mut start = None;
        for goal in [2 * n + 20, 3 * n + 50] {
            self.herd(system, x, goal, progress);
            let (fit, off) = self.fit(system, x, start.take(), work, progress);
            if off <= MET {
                return Outcome::Mixture(fit.weights, off);
            }
            start = Some(fit.wanted.clone());
            best = Some((fit, off));
        }
        let known = self.panels.len();
        if let Some(settled) = self.cover(system, x, work) {
            return settled;
        }
        if self.panels.len() > known {
            // Panels that the last fit did not know: it says nothing any more.
            start = best.take().map(|(fit, _)| fit.wanted);
        }
        // A Newton step costs about n^3 operations: large problems get few rounds, small ones many.
        let rounds = (u64::from(self.effort) * 60_000_000_000 / (n as u64).pow(3).max(1)).clamp(8, 2_000);
        for _ in 0..rounds {
            let (fit, off) = match best.take() {
                Some(known) => known,
                None => self.fit(system, x, start.take(), work, progress),
            };
            if off <= MET {
                return Outcome::Mixture(fit.weights, off);
            }
            let lean = |panel: &Panel| {
                panel.0.iter().map(|&(t, c)| f64::from(c) * fit.wanted[t as usize]).sum::<f64>()
            };
            let reach = self.panels.iter().map(lean).fold(f64::NEG_INFINITY, f64::max);
            let wish: f64 = fit.wanted.iter().zip(x).map(|(u, x)| u * x).sum();
            let clear = |value: f64| value > reach + 1e-9 * (wish - reach).abs();
            let found = self.search.find(&fit.wanted, PASSES).filter(|p| clear(lean(p)));
            let found = found.or_else(|| {
                work.programmes += 1;
                heaviest_panel(system.problem, &fit.wanted, &system.possible).filter(|p| clear(lean(p)))
            });
            match found {
                Some(panel) if self.keep(panel.clone()) => start = Some(fit.wanted),
                _ => match self.cut(system, x, &fit.wanted, work) {
                    Some(Ok(cut)) => return Outcome::Cut(cut),
                    Some(Err(panel)) if self.keep(panel.clone()) => start = Some(fit.wanted),
                    _ => return Outcome::Mixture(fit.weights, off),
                },
            }
        }
        let (fit, off) = self.fit(system, x, start, work, progress);
        Outcome::Mixture(fit.weights, off)
    }

    /// [`Self::decompose`] where no panels are known but these few. Only if they are all is anything proved by
    /// them.
    fn decompose_few(
        &mut self,
        few: &Few,
        system: &System,
        x: &[f64],
        work: &mut Work,
        progress: &mut dyn FnMut(&Progress),
    ) -> Outcome {
        self.panels.clone_from(&few.panels);
        let mut covered = vec![false; x.len()];
        self.panels.iter().for_each(|p| p.0.iter().for_each(|&(t, _)| covered[t as usize] = true));
        let others = (0..x.len()).filter(|&t| system.possible[t] && !covered[t]);
        let others: Vec<u32> = others.map(|t| t as u32).collect();
        if few.all && !others.is_empty() {
            work.proofs += 1;
            return Outcome::ShutOut(others);
        }
        let (fit, off) = self.fit(system, x, None, work, progress);
        if off > MET
            && few.all
            && let Some(Ok(cut)) = self.cut(system, x, &fit.wanted, work)
        {
            return Outcome::Cut(cut);
        }
        Outcome::Mixture(fit.weights, off)
    }

    /// A panel of greatest weight, if one is found.
    fn heaviest(&self, system: &System, weights: &[f64]) -> Option<Panel> {
        match &self.few {
            Some(few) => few.heaviest(weights).cloned(),
            None => heaviest_panel(system.problem, weights, &system.possible),
        }
    }

    /// Weights of the panels known that bring their average as near to `x` as can be, and how far off it stays (in
    /// chance, for anyone).
    pub fn fit(
        &mut self,
        system: &System,
        x: &[f64],
        start: Option<Vec<f64>>,
        work: &mut Work,
        progress: &mut dyn FnMut(&Progress),
    ) -> (Fit, f64) {
        let mut fit = mixture::fit(&self.panels, x, start, 40 * self.effort);
        work.newton_steps += u64::from(fit.steps);
        let sum: f64 = fit.weights.iter().sum();
        fit.weights.iter_mut().for_each(|w| *w /= sum);
        let off = fit
            .residual
            .iter()
            .zip(&system.problem.sizes)
            .map(|(r, &n)| r.abs() / f64::from(n))
            .fold(0.0, f64::max);
        progress(&Progress {
            stage: Stage::Weights,
            done: self.panels.len() as u64,
            of: None,
            gap: Some(off),
        });
        (fit, off)
    }

    /// Sees to it that every possible profile is on some known panel; those proved to be on none are
    /// shut out.
    fn cover(&mut self, system: &System, x: &[f64], work: &mut Work) -> Option<Outcome> {
        let mut covered = vec![false; x.len()];
        self.panels.iter().for_each(|p| p.0.iter().for_each(|&(t, _)| covered[t as usize] = true));
        let mut shut = Vec::new();
        let mut left = COVER;
        for t in (0..x.len()).filter(|&t| system.possible[t]) {
            if covered[t] {
                continue;
            }
            let demands = Demands { at_least: vec![(t as u32, 1)], ..Demands::default() };
            work.proofs += 1;
            let (verdict, cases) = prove::decide_counted(system.problem, &demands, left);
            left = left.saturating_sub(cases);
            match verdict {
                Verdict::Yes(panel) => {
                    panel.0.iter().for_each(|&(t, _)| covered[t as usize] = true);
                    self.keep(panel);
                }
                Verdict::No { .. } => shut.push(t as u32),
                Verdict::Unknown => {}
            }
        }
        (!shut.is_empty()).then_some(Outcome::ShutOut(shut))
    }

    /// A cut with small whole coefficients near the separating direction, proved to hold for every
    /// panel; or a panel that shows the direction does not separate; or nothing within the limits.
    fn cut(
        &mut self,
        system: &System,
        x: &[f64],
        direction: &[f64],
        work: &mut Work,
    ) -> Option<Result<Cut, Panel>> {
        let least = direction.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = direction.iter().map(|u| u - least).fold(0.0, f64::max);
        if largest <= 0.0 {
            return None;
        }
        let mut best: Option<(f64, Cut)> = None;
        // Facets of such hulls tend to have small coefficients, and a facet cuts deepest.
        for steps in (1..=12).chain([60, 1_000, 1_000_000]) {
            if steps > 12 && best.is_some() {
                break;
            }
            let whole = |u: f64| libm::round((u - least) / largest * f64::from(steps)) as i64;
            let terms: Vec<(u32, i64)> =
                (0..x.len()).map(|t| (t as u32, whole(direction[t]))).filter(|&(_, a)| a != 0).collect();
            if best.as_ref().is_some_and(|(_, cut)| cut.terms == terms) {
                continue;
            }
            let mut weights = vec![0.0; x.len()];
            terms.iter().for_each(|&(t, a)| weights[t as usize] = a as f64);
            work.programmes += 1;
            let Some(panel) = self.heaviest(system, &weights) else { continue };
            let mut cut = Cut { terms, most: 0 };
            cut.most = prove::value(&cut, &panel) as i64;
            let wish: f64 = cut.terms.iter().map(|&(t, a)| a as f64 * x[t as usize]).sum();
            let length = libm::sqrt(cut.terms.iter().map(|&(_, a)| (a * a) as f64).sum());
            let depth = (wish - cut.most as f64) / length;
            if depth > 1e-8 && best.as_ref().is_none_or(|(d, _)| depth > d * 1.001) {
                best = Some((depth, cut));
            }
        }
        let (_, cut) = best?;
        if self.few.as_ref().is_some_and(|few| few.all) {
            // The heaviest of all panels there are.
            return Some(Ok(cut));
        }
        let beyond = Cut { terms: cut.terms.iter().map(|&(t, a)| (t, -a)).collect(), most: -(cut.most + 1) };
        work.proofs += 1;
        match prove::decide(system.problem, &Demands { cuts: vec![beyond], at_least: Vec::new() }, CASES) {
            Verdict::No { .. } => Some(Ok(cut)),
            Verdict::Yes(panel) => Some(Err(panel)),
            Verdict::Unknown => None,
        }
    }
}
