//! A clash of quotas as numbers that a sentence can be made of. Imports `quotas` and its siblings.

use crate::lottery::bound::{Bound, End};
use crate::lottery::problem::Problem;
use crate::lottery::profiles::Profiles;
use crate::quotas::Quotas;

/// What the quotas that clash ask, of how many people, and how that adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The ends of quotas that clash, ascending.
    pub ends: Vec<Named>,
    /// Minimums and maximums of different features that some people count for both.
    pub shared: Vec<Shared>,
    /// How it adds up, where that takes one sum; none when only a proof by cases shows it.
    pub sum: Option<Sum>,
}

/// One end of one quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which.
    pub bound: Bound,
    /// Seats: at least or at most so many.
    pub limit: u32,
    /// People it counts.
    pub people: u64,
}

/// People who count for a minimum of one feature and for a maximum of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The row whose minimum it is.
    pub min: u32,
    /// The row whose maximum it is.
    pub max: u32,
    /// That maximum.
    pub limit: u32,
    /// How many people.
    pub people: u64,
}

/// A sum that shows the clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// Fewer people than a minimum asks.
    TooFew,
    /// The people counted by the minimums, of one feature, can take fewer seats than asked, because of
    /// the maximums of another feature.
    Between {
        /// Seats asked.
        needed: u64,
        /// Seats they can take.
        room: u64,
    },
    /// Each of these minimums forces other people into one maximum.
    Forced {
        /// Seats forced.
        forced: u64,
        /// The maximum.
        limit: u32,
    },
    /// The maximums, of one feature, leave so many seats unfilled.
    Unfilled {
        /// Seats that can be filled.
        room: u64,
    },
    /// The minimums concern different people and take so many seats.
    Together {
        /// Seats asked.
        needed: u64,
    },
}

/// Explains why `ends`, a smallest clash of quota ends, cannot be met together.
pub fn explain(profiles: &Profiles, quotas: &Quotas, ends: &[Bound]) -> Explanation {
    let view = View { problem: &profiles.problem, quotas };
    let named = |&bound: &Bound| {
        let row = &profiles.problem.rows[bound.row as usize];
        let limit = if bound.end == End::Min { row.min } else { row.max };
        Named { bound, limit, people: view.people(bound.row) }
    };
    let ends: Vec<Named> = ends.iter().map(named).collect();
    let sum = view.sum(&ends);
    let mut shared: Vec<Shared> = Vec::new();
    for min in ends.iter().filter(|e| e.bound.end == End::Min) {
        let quota = |e: &&Named| e.bound.end == End::Max && view.feature(e.bound.row).is_some();
        let maximums = ends.iter().filter(quota).map(|e| e.bound.row);
        let tight = if sum == Some(Sum::TooFew) { view.tightest(min) } else { maximums.collect() };
        shared.extend(tight.into_iter().map(|max| Shared {
            min: min.bound.row,
            max,
            limit: view.problem.rows[max as usize].max,
            people: view.both(min.bound.row, max),
        }));
    }
    shared.retain(|s| s.people > 0);
    Explanation { ends, shared, sum }
}

struct View<'a> {
    problem: &'a Problem,
    quotas: &'a Quotas,
}

impl View<'_> {
    fn size(&self, t: u32) -> u64 {
        u64::from(self.problem.sizes[t as usize])
    }

    fn people(&self, row: u32) -> u64 {
        self.problem.rows[row as usize].profiles.iter().map(|&t| self.size(t)).sum()
    }

    /// People counted by both rows.
    fn both(&self, a: u32, b: u32) -> u64 {
        let other = &self.problem.rows[b as usize].profiles;
        let shared = self.problem.rows[a as usize].profiles.iter().filter(|t| other.binary_search(t).is_ok());
        shared.map(|&t| self.size(t)).sum()
    }

    /// The feature of a quota row, by its number; none for a row that is not a quota.
    fn feature(&self, row: u32) -> Option<usize> {
        self.quotas.place(row as usize).map(|(feature, _)| feature)
    }

    /// The one feature of all these rows, if they have one.
    fn one_feature(&self, rows: &[u32]) -> Option<usize> {
        let feature = self.feature(*rows.first()?)?;
        rows.iter().all(|&r| self.feature(r) == Some(feature)).then_some(feature)
    }

    /// The rows of a feature.
    fn rows(&self, feature: usize) -> impl Iterator<Item = u32> + '_ {
        (0..self.problem.rows.len() as u32).filter(move |&r| self.feature(r) == Some(feature))
    }

    /// The maximums of another feature that leave the people of a minimum the least room, if they leave
    /// less than there are people.
    fn tightest(&self, min: &Named) -> Vec<u32> {
        let room = |g: usize| -> u64 {
            let capped = |r| self.both(min.bound.row, r).min(u64::from(self.problem.rows[r as usize].max));
            self.rows(g).map(capped).sum()
        };
        let own = self.feature(min.bound.row);
        let others = (0..self.quotas.features.len()).filter(|&g| Some(g) != own);
        match others.map(|g| (room(g), g)).min() {
            Some((room, g)) if room < min.people => {
                let over =
                    |r: &u32| self.both(min.bound.row, *r) > u64::from(self.problem.rows[*r as usize].max);
                self.rows(g).filter(over).collect()
            }
            _ => Vec::new(),
        }
    }

    fn sum(&self, ends: &[Named]) -> Option<Sum> {
        let of = |end: End| ends.iter().filter(move |e| e.bound.end == end);
        let rows = |end: End| of(end).map(|e| e.bound.row).collect::<Vec<u32>>();
        let (mins, maxs) = (rows(End::Min), rows(End::Max));
        let seats = u64::from(self.problem.seats);
        let needed: u64 = of(End::Min).map(|e| u64::from(e.limit)).sum();
        if let ([only], []) = (&mins[..], &maxs[..]) {
            return (self.people(*only) < needed).then_some(Sum::TooFew);
        }
        if mins.is_empty() {
            let feature = self.one_feature(&maxs)?;
            let most =
                |r| if maxs.contains(&r) { u64::from(self.problem.rows[r as usize].max) } else { u64::MAX };
            let room = self.rows(feature).map(|r| self.people(r).min(most(r))).sum();
            return (room < seats).then_some(Sum::Unfilled { room });
        }
        if maxs.is_empty() {
            let apart = self.apart(&mins, None);
            return (apart && needed > seats).then_some(Sum::Together { needed });
        }
        let limit = |r: u32| u64::from(self.problem.rows[r as usize].max);
        if let [max] = maxs[..]
            && mins.len() > 1
            && self.apart(&mins, Some(max))
        {
            let outside = |e: &Named| e.people - self.both(e.bound.row, max);
            let forced = of(End::Min).map(|e| u64::from(e.limit).saturating_sub(outside(e))).sum();
            if forced > limit(max) {
                return Some(Sum::Forced { forced, limit: self.problem.rows[max as usize].max });
            }
        }
        self.one_feature(&mins)?;
        self.one_feature(&maxs)?;
        let inside = |r: u32| mins.iter().map(|&m| self.both(m, r)).sum::<u64>();
        let held: u64 = maxs.iter().map(|&r| inside(r)).sum();
        let free = mins.iter().map(|&m| self.people(m)).sum::<u64>() - held;
        let room = free + maxs.iter().map(|&r| inside(r).min(limit(r))).sum::<u64>();
        (room < needed).then_some(Sum::Between { needed, room })
    }

    /// Whether nobody (within `among`, if given) counts for two of these rows.
    fn apart(&self, rows: &[u32], among: Option<u32>) -> bool {
        let mut times = vec![0u32; self.problem.profiles()];
        let counted =
            |t: &&u32| among.is_none_or(|r| self.problem.rows[r as usize].profiles.binary_search(t).is_ok());
        for &r in rows {
            self.problem.rows[r as usize]
                .profiles
                .iter()
                .filter(counted)
                .for_each(|&t| times[t as usize] += 1);
        }
        times.iter().all(|&n| n < 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;
    use crate::quotas::{Feature, Value};

    /// Profiles by (age, village) with sizes, and quotas by feature.
    fn setting(people: &[([u32; 2], u32)], seats: u32, quotas: [&[(u32, u32)]; 2]) -> (Profiles, Quotas) {
        let mut rows = Vec::new();
        let mut features = Vec::new();
        for (f, bounds) in quotas.iter().enumerate() {
            let mut values = Vec::new();
            for (v, &(min, max)) in (0..).zip(bounds.iter()) {
                let held = (0..).zip(people).filter(|(_, p)| p.0[f] == v).map(|(t, _)| t);
                rows.push(Row { profiles: held.collect(), min, max });
                values.push(Value { name: v.to_string(), min, max, flex: None });
            }
            features.push(Feature { name: f.to_string(), values });
        }
        let problem = Problem { seats, sizes: people.iter().map(|p| p.1).collect(), rows };
        let values = people.iter().map(|p| p.0.to_vec()).collect();
        (
            Profiles { problem, of_person: Vec::new(), homes: vec![None; people.len()], values },
            Quotas { features },
        )
    }

    fn bounds(list: &[(u32, End)]) -> Vec<Bound> {
        list.iter().map(|&(row, end)| Bound { row, end }).collect()
    }

    #[test]
    fn too_few_and_all_of_them_in_one_village() {
        let people = [([0, 0], 4), ([1, 0], 6), ([1, 1], 9)];
        let (profiles, quotas) = setting(&people, 8, [&[(6, 8), (0, 8)], &[(0, 2), (0, 8)]]);
        let found = explain(&profiles, &quotas, &bounds(&[(0, End::Min)]));
        assert_eq!(found.sum, Some(Sum::TooFew));
        assert_eq!(found.shared, [Shared { min: 0, max: 2, limit: 2, people: 4 }]);
        assert_eq!((found.ends[0].limit, found.ends[0].people), (6, 4));
    }

    #[test]
    fn each_kind_of_sum() {
        let people = [([0, 0], 4), ([0, 1], 1), ([1, 0], 6), ([2, 0], 2), ([2, 1], 9)];
        let (profiles, quotas) = setting(&people, 8, [&[(4, 8), (1, 8), (0, 1)], &[(0, 2), (0, 3)]]);
        let sum = |list: &[(u32, End)]| explain(&profiles, &quotas, &bounds(list)).sum;
        assert_eq!(sum(&[(0, End::Min), (3, End::Max)]), Some(Sum::Between { needed: 4, room: 3 }));
        assert_eq!(
            sum(&[(0, End::Min), (1, End::Min), (3, End::Max)]),
            Some(Sum::Forced { forced: 4, limit: 2 })
        );
        assert_eq!(sum(&[(3, End::Max), (4, End::Max)]), Some(Sum::Unfilled { room: 5 }));
        assert_eq!(sum(&[(0, End::Min), (1, End::Min)]), None);
        let (profiles, quotas) = setting(&people, 4, [&[(4, 8), (1, 8), (0, 1)], &[(0, 2), (0, 3)]]);
        let found = explain(&profiles, &quotas, &bounds(&[(0, End::Min), (1, End::Min)]));
        assert_eq!(found.sum, Some(Sum::Together { needed: 5 }));
    }
}
