//! Where panels are hard to find: how many there are, if they are few; and where none was found, the one
//! that comes nearest. Imports `lottery::{problem, bound}`, `learn`, `anneal` and `prove`.

use super::anneal::Annealing;
use super::learn::Answer;
use super::prove::Hunt;
use crate::lottery::bound::Change;
use crate::lottery::problem::{Panel, Problem};
use std::collections::BTreeSet;

/// Panels that were found where it was hard to find one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few {
    /// The panels, in the order found.
    pub panels: Vec<Panel>,
    /// Whether there are no others: shown by a search of all cases.
    pub all: bool,
}

impl Few {
    /// How many panels there are, if these are all.
    pub fn only(&self) -> Option<u64> {
        self.all.then_some(self.panels.len() as u64)
    }

    /// The panel of greatest weight.
    pub fn heaviest(&self, weights: &[f64]) -> Option<&Panel> {
        let weight =
            |panel: &Panel| panel.0.iter().map(|&(t, c)| f64::from(c) * weights[t as usize]).sum::<f64>();
        let heavier = |best: Option<(f64, &'_ Panel)>, sum: f64| best.is_none_or(|(most, _)| sum > most);
        let mut best = None;
        for panel in &self.panels {
            let sum = weight(panel);
            if heavier(best, sum) {
                best = Some((sum, panel));
            }
        }
        best.map(|(_, panel)| panel)
    }
}

/// How much work may go into finding further panels, and how many are wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowed {
    /// More panels than this are not few, and enough.
    most: usize,
    /// Work to find them all; and then to find panels with whoever is on none of them, in all and for each.
    all: u64,
    others: u64,
    each: u64,
}

impl Allowed {
    /// To say whether there are few: a second or two. For a lottery, which is made of them, `effort` times as much.
    pub(super) fn usual(effort: u32) -> Self {
        let times = |work: u64| work.saturating_mul(effort.into());
        Self {
            most: 200 * effort as usize,
            all: times(600_000_000),
            others: times(400_000_000),
            each: 50_000_000,
        }
    }

    /// A glance at quotas that a longer search met: whether these are all.
    pub(super) const GLANCE: Self = Self { most: 30, all: 150_000_000, others: 0, each: 0 };
}

/// Whether there are few panels, by the searches that were on when the first was found: those found, unless there is no
/// reason to think so.
///
/// Where a local search found the first there are mostly many, and a `glance` tells. Where few turn up at it, they are as
/// hard to find as those of the harder searches, and integer programmes over them might never end.
pub(super) fn known(
    problem: &Problem,
    first: &Panel,
    hunt: Hunt,
    glance: Allowed,
    usual: Allowed,
) -> Option<Few> {
    let hard = hunt.hard;
    let mut further = Further::new(problem, first, hunt);
    if !hard {
        further.look(glance);
        if further.few.all || further.few.panels.len() > glance.most {
            return Some(further.few).filter(|few| few.all);
        }
    }
    further.look(usual);
    Some(further.few)
}

/// Different panels, in the order found, and the searches for more of them.
struct Further<'a> {
    problem: &'a Problem,
    hunt: Hunt<'a>,
    known: BTreeSet<Panel>,
    few: Few,
}

impl<'a> Further<'a> {
    fn new(problem: &'a Problem, first: &Panel, hunt: Hunt<'a>) -> Self {
        let few = Few { panels: Vec::new(), all: false };
        let mut further = Self { problem, hunt, known: BTreeSet::new(), few };
        further.keep(first);
        further
    }

    /// Looks for so much longer.
    fn look(&mut self, allowed: Allowed) {
        // Where annealing found the first and the search by cases did not, there are many.
        match self.hunt.annealing.take() {
            Some(mut annealing) => {
                self.anneal(&mut annealing, allowed);
                self.hunt.annealing = Some(annealing);
            }
            None => self.learn(allowed),
        }
    }

    /// More panels than it comes by are not looked for.
    fn anneal(&mut self, annealing: &mut Annealing, allowed: Allowed) {
        let mut left = allowed.all;
        while left > 0 && self.few.panels.len() <= allowed.most {
            let before = annealing.work();
            let panel = annealing.run(left);
            left = left.saturating_sub(annealing.work() - before);
            panel.iter().for_each(|panel| self.keep(panel));
        }
        let mut left = allowed.others;
        for t in self.uncovered() {
            let each = left.min(allowed.each);
            if self.covers(t) || each == 0 {
                continue;
            }
            let mut low = vec![0; self.problem.profiles()];
            low[t as usize] = 1;
            if annealing.hold(&low) {
                let before = annealing.work();
                let panel = annealing.run(each);
                left = left.saturating_sub(annealing.work() - before);
                panel.iter().for_each(|panel| self.keep(panel));
            }
        }
    }

    fn learn(&mut self, allowed: Allowed) {
        let end = self.hunt.learner.work() + allowed.all;
        while self.few.panels.len() <= allowed.most {
            let left = end.saturating_sub(self.hunt.learner.work());
            match self.hunt.learner.ask(&[], left) {
                Answer::Panel(panel) => self.keep(&panel),
                Answer::None => {
                    self.few.all = true;
                    return;
                }
                Answer::Open => break,
            }
        }
        let end = self.hunt.learner.work() + allowed.others;
        for t in self.uncovered() {
            let left = end.saturating_sub(self.hunt.learner.work()).min(allowed.each);
            if self.covers(t) || left == 0 {
                continue;
            }
            if let Answer::Panel(panel) = self.hunt.learner.ask(&[(t, 1)], left) {
                self.keep(&panel);
            }
        }
    }

    fn keep(&mut self, panel: &Panel) {
        if self.known.insert(panel.clone()) {
            self.hunt.learner.forbid(panel);
            self.few.panels.push(panel.clone());
        }
    }

    fn covers(&self, t: u32) -> bool {
        self.few.panels.iter().any(|panel| panel.0.binary_search_by_key(&t, |held| held.0).is_ok())
    }

    /// Profiles that no panel seats, ascending.
    fn uncovered(&self) -> Vec<u32> {
        (0..self.problem.profiles() as u32).filter(|&t| !self.covers(t)).collect()
    }
}

/// What would be a panel if some quotas gave way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The quotas as they would have to be, ascending.
    pub changes: Vec<Change>,
    /// The panel that meets the others and these.
    pub panel: Panel,
}

/// Work to find it.
const NEAREST: u64 = 1_000_000_000;

/// The panel that misses the quotas by least among those that annealing comes by. For quotas of which it is
/// not settled whether they can be met; there may be nearer ones.
pub fn nearest(problem: &Problem) -> Option<Near> {
    let mut annealing = Annealing::new(problem, &vec![0; problem.profiles()], 1)?;
    let panel = annealing.approach(NEAREST).or_else(|| annealing.nearest().cloned())?;
    let mut seats = vec![0; problem.profiles()];
    panel.0.iter().for_each(|&(t, c)| seats[t as usize] = c);
    let changes = (0..).zip(&problem.rows).filter_map(|(number, row)| {
        let count: u32 = row.profiles.iter().map(|&t| seats[t as usize]).sum();
        let change = Change { row: number, min: row.min.min(count), max: row.max.max(count) };
        (row.min > count || row.max < count).then_some(change)
    });
    Some(Near { changes: changes.collect(), panel })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    /// Three rows of an odd cycle and a profile that meets anything: two panels.
    fn two_panels() -> Problem {
        let row = |profiles: &[u32]| Row { profiles: profiles.to_vec(), min: 1, max: 1 };
        Problem { seats: 2, sizes: vec![1; 4], rows: vec![row(&[0, 1]), row(&[2, 3]), row(&[0, 2])] }
    }

    fn looked(problem: &Problem, first: &Panel, allowed: Allowed) -> Few {
        let mut further = Further::new(problem, first, Hunt::new(problem).unwrap());
        further.look(allowed);
        further.few
    }

    #[test]
    fn all_panels_are_found_where_they_are_few() {
        let problem = two_panels();
        let first = Panel(vec![(0, 1), (3, 1)]);
        let few = looked(&problem, &first, Allowed::usual(1));
        assert_eq!(few.only(), Some(2));
        assert_eq!(few.panels, [first.clone(), Panel(vec![(1, 1), (2, 1)])]);
        assert_eq!(few.heaviest(&[0.0, 0.5, 0.5, 0.9]), Some(&few.panels[1]));
        assert_eq!(few.heaviest(&[0.2, 0.5, 0.5, 0.9]), Some(&first));
    }

    #[test]
    fn many_panels_are_not_few() {
        let row = Row { profiles: (0..40).collect(), min: 5, max: 5 };
        let problem = Problem { seats: 5, sizes: vec![1; 40], rows: vec![row] };
        let first = Panel((0..5).map(|t| (t, 1)).collect());
        let few = looked(&problem, &first, Allowed::usual(1));
        assert_eq!(few.only(), None);
        assert!(few.panels.len() > Allowed::usual(1).most);
        assert!(few.panels.iter().all(|panel| problem.admits(panel)));
    }

    /// Of panels that a local search came by a glance tells whether they are few; where it does not tell, they are
    /// taken for few, as whoever took them for many would weigh them by integer programmes without end.
    #[test]
    fn where_a_glance_does_not_tell_panels_count_as_few() {
        let begun = |problem| Hunt::new(problem).unwrap();
        let known = |problem, first: &Panel, glance| {
            known(problem, first, begun(problem), glance, Allowed { most: 3, ..glance })
        };
        let enough = Allowed { most: 10, all: 10_000_000, others: 0, each: 0 };
        let few = two_panels();
        let first = Panel(vec![(0, 1), (3, 1)]);
        assert_eq!(known(&few, &first, enough).and_then(|few| few.only()), Some(2));
        let row = Row { profiles: (0..40).collect(), min: 5, max: 5 };
        let many = Problem { seats: 5, sizes: vec![1; 40], rows: vec![row] };
        let first = Panel((0..5).map(|t| (t, 1)).collect());
        assert_eq!(known(&many, &first, enough), None);
        // No work at all for the glance.
        let blind = Allowed { all: 0, ..enough };
        let found = known(&many, &first, blind).expect("not told, so few");
        assert!(!found.all && found.panels.contains(&first));
    }

    /// What was found at a glance is not found again.
    #[test]
    fn a_longer_look_goes_on_from_the_glance() {
        let problem = two_panels();
        let first = Panel(vec![(0, 1), (3, 1)]);
        let mut further = Further::new(&problem, &first, Hunt::new(&problem).unwrap());
        further.look(Allowed { most: 0, all: 10_000_000, others: 0, each: 0 });
        assert_eq!((further.few.panels.len(), further.few.all), (1, false));
        further.look(Allowed { most: 1, all: 10_000_000, others: 0, each: 0 });
        assert_eq!((further.few.panels.len(), further.few.all), (2, false));
        further.look(Allowed::usual(1));
        assert_eq!((further.few.panels.len(), further.few.all), (2, true));
    }

    #[test]
    fn the_nearest_panel_says_what_would_have_to_give_way() {
        let row = |profiles: &[u32], seats| Row { profiles: profiles.to_vec(), min: seats, max: seats };
        // The second value has two people for three seats.
        let sizes = vec![5, 2];
        let problem = Problem { seats: 6, sizes, rows: vec![row(&[0], 3), row(&[1], 3)] };
        let near = nearest(&problem).unwrap();
        let changes = [Change { row: 0, min: 3, max: 4 }, Change { row: 1, min: 2, max: 3 }];
        assert_eq!(near, Near { changes: changes.to_vec(), panel: Panel(vec![(0, 4), (1, 2)]) });
    }
}
