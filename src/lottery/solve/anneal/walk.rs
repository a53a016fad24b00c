//! From one panel that misses little to others: two go and two come who put right all that is missed in most slots of
//! rows, whatever they do to the rest; they are looked up, so each step is chosen among all pairs of pairs. At every
//! panel that misses little it is looked whether two more would do. Imports `anneal`.

use super::{Annealing, LEAST, LITTLE, LOOK, below};
use crate::lottery::problem::Panel;
use rand_chacha::rand_core::Rng;

/// Temperature of the walk.
const WARM: f64 = 1.0;
/// What may be missed, squared and summed, where it is looked whether one step more ends it.
const NEARLY: i64 = 12;
/// Marks of panels that are kept, at most.
const MARKS: usize = 1_000_000;
/// Work of a step that is tried.
const STEP: u64 = 100;

/// How a step ended.
enum Step {
    Panel(Panel),
    Taken,
    None,
}

impl Annealing<'_> {
    /// Until there is a panel, or until no step was found as often as there are tables.
    pub(super) fn walk(&mut self, end: u64) -> Option<Panel> {
        let mut idle = 0;
        while idle < self.others.len() && self.work < end {
            let table = below(&mut self.chance, self.others.len());
            match self.step(table) {
                Step::Panel(panel) => return Some(panel),
                Step::Taken => idle = 0,
                Step::None => idle += 1,
            }
        }
        None
    }

    /// A step to a panel that was not seen before.
    fn step(&mut self, table: usize) -> Step {
        if self.seen.len() > MARKS {
            self.seen.clear();
        }
        let chairs = self.chairs;
        let off = self.off(&self.others[table]);
        let mark = self.mark();
        let hash = |table: &super::Table, person: u32| table.profile[self.profile[person as usize] as usize];
        let hashes: Vec<u64> =
            self.order[..chairs].iter().map(|&person| hash(&self.others[table], person)).collect();
        let first = below(&mut self.chance, chairs);
        self.work += STEP;
        for x in (first..chairs).chain(0..first) {
            self.work += LOOK * x as u64;
            let one = hashes[x].wrapping_sub(off);
            for (y, other) in hashes[..x].iter().enumerate() {
                let sum = one.wrapping_add(*other);
                if !self.others[table].may_be(sum) {
                    continue;
                }
                let pairs: Vec<(u32, u32)> = self.others[table].of(sum).collect();
                for (a, b) in pairs {
                    let taken = self.take(mark, [x, y], [a, b]);
                    if !matches!(taken, Step::None) {
                        return taken;
                    }
                }
            }
        }
        Step::None
    }

    /// Two in these chairs go for people of these profiles, if that leads anywhere new and costs little enough.
    fn take(&mut self, mark: u64, gone: [usize; 2], come: [u32; 2]) -> Step {
        self.work += STEP;
        let Some(one) = self.free(come[0], None) else { return Step::None };
        let Some(other) = self.free(come[1], Some(one)) else { return Step::None };
        let left = gone.map(|place| self.marks[self.profile[self.order[place] as usize] as usize]);
        let came = come.map(|t| self.marks[t as usize]);
        let sum = |of: [u64; 2]| of[0].wrapping_add(of[1]);
        let mark = mark.wrapping_sub(sum(left)).wrapping_add(sum(came));
        if self.seen.contains(&mark) {
            return Step::None;
        }
        let before = self.cost;
        self.swap(gone[0], one);
        self.swap(gone[1], other);
        self.cost = (0..self.problem.rows.len()).map(|r| self.square(r, 0)).sum();
        if self.nearest.as_ref().is_none_or(|(least, _)| self.cost < *least) {
            self.nearest = Some((self.cost, self.panel()));
        }
        let mut found = None;
        if self.cost == 0 {
            self.seen.insert(mark);
            found = Some(self.panel());
        } else if self.cost <= NEARLY {
            self.seen.insert(mark);
            let misses = if self.cost <= LEAST { self.misses.len() } else { 1 };
            found = self.look_up(misses);
        }
        if let Some(panel) = found {
            return Step::Panel(panel);
        }
        let worse = (self.cost - before) as f64;
        let part = (self.chance.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
        if worse <= 0.0 || (self.cost <= 2 * LITTLE && part < libm::exp(-worse / WARM)) {
            self.seen.insert(mark);
            return Step::Taken;
        }
        self.swap(gone[1], other);
        self.swap(gone[0], one);
        self.cost = before;
        Step::None
    }

    /// The place of somebody of this profile who does not sit, other than this one.
    fn free(&self, t: u32, but: Option<usize>) -> Option<usize> {
        let people = self.first[t as usize]..self.first[t as usize + 1];
        let mut places = people.map(|person| self.place[person as usize] as usize);
        places.find(|&place| place >= self.chairs && Some(place) != but)
    }
}
