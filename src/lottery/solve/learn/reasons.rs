//! What is learnt from a dead end: why literals hold, the clause that follows, and what multipliers
//! refute. Imports `learn`.

use super::{Clause, FEW, Learner, Literal, Reason, SCALE, says_yes, unit};

impl Learner<'_> {
    /// Literals that hold and are why: of what was settled before the place; all of a conflict if the
    /// place is the greatest.
    pub(super) fn because(&mut self, reason: Reason, before: u32) -> Vec<Literal> {
        match reason {
            Reason::Free => Vec::new(),
            Reason::Ladder(literal) => vec![literal],
            Reason::Clause(number) => {
                let clause = &self.clauses[number as usize];
                let others = clause.literals.iter().filter(|&&l| self.place[unit(l)] != before);
                others.map(|l| l ^ 1).collect()
            }
            Reason::Full(r) => {
                let needed = self.bounds[r as usize].1 as usize;
                self.counts(r, true, before, needed)
            }
            Reason::Needy(r) => {
                let needed = self.members[r as usize].len() - self.bounds[r as usize].0 as usize;
                self.counts(r, false, before, needed)
            }
        }
    }

    /// The first units of a row that hold, or fail: as many as are needed, and one more for a conflict.
    fn counts(&mut self, r: u32, yes: bool, before: u32, needed: usize) -> Vec<Literal> {
        self.used[r as usize] = true;
        let members = &self.members[r as usize];
        self.counted += members.len() as u64;
        let side = |u: &&u32| self.value[**u as usize] == if yes { 1 } else { -1 };
        let early = |u: &&u32| self.place[**u as usize] < before;
        let mut of: Vec<Literal> =
            members.iter().filter(side).filter(early).map(|u| 2 * u + u32::from(!yes)).collect();
        let needed = needed + usize::from(before == u32::MAX);
        if of.len() > needed {
            of.sort_unstable_by_key(|&l| self.place[unit(l)]);
            of.truncate(needed);
        }
        of
    }

    /// Makes a clause of a conflict, goes back to where it says something new, and follows it (first
    /// unique implication point).
    pub(super) fn learn(&mut self, conflict: Vec<Literal>) {
        self.conflicts += 1;
        let top = conflict.iter().map(|&l| self.level[unit(l)]).max().unwrap_or(0);
        if top == 0 {
            self.closed = true;
            return;
        }
        self.cancel(top as usize);
        let mut clause = vec![0];
        let mut touched = Vec::new();
        let (mut at, mut open, mut reasons) = (self.trail.len(), 0, conflict);
        let last = loop {
            self.counted += 4 * reasons.len() as u64;
            for &literal in &reasons {
                let u = unit(literal);
                if self.level[u] == 0 || std::mem::replace(&mut self.seen[u], true) {
                    continue;
                }
                touched.push(u);
                self.order.bump(u as u32);
                if self.level[u] == top {
                    open += 1;
                } else {
                    clause.push(literal ^ 1);
                }
            }
            at -= 1;
            while !self.seen[unit(self.trail[at])] {
                at -= 1;
            }
            let literal = self.trail[at];
            open -= 1;
            if open == 0 {
                break literal;
            }
            let reason = self.reason[unit(literal)];
            if let Reason::Clause(number) = reason {
                self.clauses[number as usize].used += 1.0;
            }
            reasons = self.because(reason, self.place[unit(literal)]);
        };
        clause[0] = last ^ 1;
        // What follows from the rest of the clause is left out.
        let mut kept = vec![clause[0]];
        for &literal in &clause[1..] {
            let u = unit(literal);
            let follows = self.reason[u] != Reason::Free && {
                let why = self.because(self.reason[u], self.place[u]);
                why.iter().all(|&l| self.seen[unit(l)] || self.level[unit(l)] == 0)
            };
            if !follows {
                kept.push(literal);
            }
        }
        touched.into_iter().for_each(|u| self.seen[u] = false);
        self.order.fade();
        let Some(second) = (1..kept.len()).max_by_key(|&i| (self.level[unit(kept[i])], usize::MAX - i))
        else {
            self.cancel(0);
            self.assign(kept[0], Reason::Free);
            return;
        };
        kept.swap(1, second);
        let mut levels: Vec<u32> = kept.iter().map(|&l| self.level[unit(l)]).collect();
        levels.sort_unstable();
        levels.dedup();
        self.cancel(self.level[unit(kept[1])] as usize);
        let first = kept[0];
        let number = self.add(kept, levels.len() as u32);
        self.assign(first, Reason::Clause(number));
    }

    pub(super) fn add(&mut self, literals: Vec<Literal>, levels: u32) -> u32 {
        let number = self.clauses.len() as u32;
        self.watches[literals[0] as usize].push((number, literals[1]));
        self.watches[literals[1] as usize].push((number, literals[0]));
        self.clauses.push(Clause { literals, levels, used: 1.0 });
        number
    }

    /// Drops the half of the clauses that was of least use; forbidden panels stay. Nothing may be tried.
    pub(super) fn forget(&mut self) {
        let mut order: Vec<usize> = (0..self.clauses.len()).collect();
        order.sort_by(|&a, &b| {
            let (x, y) = (&self.clauses[a], &self.clauses[b]);
            let rank = (x.levels > FEW).cmp(&(y.levels > FEW));
            rank.then(y.used.total_cmp(&x.used)).then(x.levels.cmp(&y.levels)).then(b.cmp(&a))
        });
        let few = self.clauses.iter().filter(|clause| clause.levels <= FEW).count();
        order.truncate(few.max(self.clauses.len() / 2));
        order.sort_unstable();
        let mut old: Vec<Option<Clause>> = std::mem::take(&mut self.clauses).into_iter().map(Some).collect();
        self.watches.iter_mut().for_each(Vec::clear);
        for number in order {
            let Some(mut clause) = old[number].take() else { continue };
            if clause.literals.iter().any(|&l| self.holds(l) > 0) {
                continue;
            }
            clause.literals.retain(|&l| self.holds(l) == 0);
            match clause.literals[..] {
                [] => self.closed = true,
                [only] => self.assign(only, Reason::Free),
                _ => {
                    let number = self.add(clause.literals, clause.levels);
                    self.clauses[number as usize].used = clause.used * 0.5;
                }
            }
        }
    }

    /// Whether the multipliers, made whole, refute what is tried; then literals that are enough for it.
    pub(super) fn refuted(&mut self, multipliers: &[f64]) -> Option<Vec<Literal>> {
        let largest = multipliers.iter().map(|u| u.abs()).fold(0.0, f64::max);
        if largest == 0.0 || !largest.is_finite() {
            return None;
        }
        let whole: Vec<i64> = multipliers.iter().map(|u| libm::round(u / largest * SCALE) as i64).collect();
        self.counted += (self.problem.profiles() * 10) as u64;
        [1, -1].into_iter().find_map(|sign| self.refuted_by(&whole, sign))
    }

    /// `sum of weight times seats <= most` holds for every panel, as each row's count lies between its
    /// ends. If the least that is left to the left-hand side is more, the case is closed.
    fn refuted_by(&mut self, multipliers: &[i64], sign: i64) -> Option<Vec<Literal>> {
        let most: i128 = multipliers
            .iter()
            .zip(&self.bounds)
            .map(|(&u, &(min, max))| i128::from(u * sign) * i128::from(if u * sign > 0 { max } else { min }))
            .sum();
        let mut least = 0;
        // By how much a literal raises the least, by one seat of its profile, and the seats that it stands for
        // beyond those of every case.
        let mut raising: Vec<(i128, u32, Literal)> = Vec::new();
        let (value, level) = (&self.value, &self.level);
        for t in 0..self.problem.profiles() {
            let weight: i64 = self.rows_of[t].iter().map(|&r| multipliers[r as usize] * sign).sum();
            let units = self.first[t]..self.first[t + 1];
            if units.is_empty() {
                continue;
            }
            let settled = |is: i8| units.clone().filter(move |&u| value[u as usize] == is);
            let always = |is: i8| settled(is).filter(|&u| level[u as usize] == 0).count() as u32;
            let (yes, no) = (settled(1).count() as u32, settled(-1).count() as u32);
            let (seats, beyond, literal) = match weight {
                0 => continue,
                1.. => (yes, yes - always(1), 2 * (units.start + yes.max(1) - 1)),
                _ => (units.len() as u32 - no, no - always(-1), 2 * (units.end - no.max(1)) + 1),
            };
            least += i128::from(weight) * i128::from(seats);
            if beyond > 0 {
                raising.push((i128::from(weight).abs(), beyond, literal));
            }
        }
        if least <= most {
            return None;
        }
        for (r, _) in multipliers.iter().enumerate().filter(|(_, u)| **u != 0) {
            self.used[r] = true;
        }
        let mut spare = least - most - 1;
        let late = |l: Literal| std::cmp::Reverse(self.place[unit(l)]);
        raising.sort_by_key(|&(weight, beyond, l)| (weight * i128::from(beyond), late(l)));
        let mut enough = Vec::new();
        for (weight, beyond, literal) in raising {
            // As many seats as can be spared: the literal of fewer, or of more, is true as well.
            let spared = (spare / weight).min(i128::from(beyond)) as u32;
            spare -= weight * i128::from(spared);
            if spared < beyond {
                enough.push(if says_yes(literal) { literal - 2 * spared } else { literal + 2 * spared });
            }
        }
        Some(enough)
    }
}
