//! How well the people who are in keep the quotas, and who mends them best. Imports `lottery`.
//! Integers only.
//!
//! What is wrong is counted in millionths: a value with `short` people fewer than its minimum counts
//! short / minimum, one with `over` people more than its maximum over / maximum, and all seats together are
//! one quota more: an empty one of k counts 1 / k. So a missing person weighs more the fewer people of that
//! kind there should be.

use crate::lottery::problem::Problem;

/// One whole: everybody of a quota is missing.
pub const ONE: i64 = 1_000_000;

/// Seats and quotas in the form in which people come and go.
#[derive(Clone, Debug)]
pub struct Rules {
    seats: u32,
    rows: Vec<Bounds>,
    /// The rows that count each profile, ascending, profile after profile.
    of: Vec<u32>,
    /// Where the rows of each profile start, and where those of the last end.
    starts: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Bounds {
    min: u32,
    max: u32,
    /// Whether nobody is ever called beyond the maximum.
    firm: bool,
}

impl Bounds {
    /// What `count` people more or less than the bounds weigh.
    fn loss(self, count: u32) -> i64 {
        let part = |people: u32, bound: u32| i64::from(people) * (ONE / i64::from(bound.max(1)));
        part(self.min.saturating_sub(count), self.min) + part(count.saturating_sub(self.max), self.max)
    }
}

impl Rules {
    /// The rules of `problem`. Nobody is ever called beyond the maximum of a row for which `firm` holds
    /// (the household rule); other maximums may be passed when that mends more than it breaks.
    pub fn new(problem: &Problem, firm: impl Fn(usize) -> bool) -> Self {
        let rows = problem.rows.iter().enumerate();
        let rows = rows.map(|(r, row)| Bounds { min: row.min, max: row.max, firm: firm(r) }).collect();
        let (mut of, mut starts) = (Vec::new(), vec![0]);
        for rows in problem.rows_of() {
            of.extend(rows);
            starts.push(of.len() as u32);
        }
        Self { seats: problem.seats, rows, of, starts }
    }

    /// The rows that count a profile.
    pub(super) fn of(&self, profile: u32) -> &[u32] {
        let (start, end) = (self.starts[profile as usize], self.starts[profile as usize + 1]);
        &self.of[start as usize..end as usize]
    }

    /// What an empty seat counts.
    pub fn vacancy(&self) -> i64 {
        ONE / i64::from(self.seats.max(1))
    }

    /// Seats in the panel.
    pub fn seats(&self) -> u32 {
        self.seats
    }

    /// Whether a row counts people of a profile.
    pub fn counts(&self, row: usize, profile: u32) -> bool {
        u32::try_from(row).is_ok_and(|row| self.of(profile).binary_search(&row).is_ok())
    }

    /// Number of profiles.
    pub fn profiles(&self) -> usize {
        self.starts.len() - 1
    }
}

/// Who is in: people counted by row. Changes of the loss are kept ready, because they are asked for far
/// more often than anybody comes or goes.
#[derive(Clone, Debug)]
pub struct Balance<'a> {
    rules: &'a Rules,
    seated: u32,
    count: Vec<u32>,
    /// By row what one person more changes; [`BARRED`] beyond a firm maximum.
    plus: Vec<i64>,
    /// By row what one person less changes.
    minus: Vec<i64>,
}

/// Larger than any sum of changes, and small enough to be added up.
const BARRED: i64 = 1 << 48;

impl<'a> Balance<'a> {
    /// Nobody is in.
    pub fn empty(rules: &'a Rules) -> Self {
        let rows = rules.rows.len();
        let mut balance =
            Self { rules, seated: 0, count: vec![0; rows], plus: vec![0; rows], minus: vec![0; rows] };
        (0..rows).for_each(|row| balance.refresh(row));
        balance
    }

    /// With one person of each of these profiles in, counted as often as they are named.
    pub fn of(rules: &'a Rules, profiles: impl Iterator<Item = u32>) -> Self {
        let mut balance = Self::empty(rules);
        profiles.for_each(|profile| balance.join(profile));
        balance
    }

    fn refresh(&mut self, row: usize) {
        let (bounds, count) = (self.rules.rows[row], self.count[row]);
        let loss = bounds.loss(count);
        self.plus[row] =
            if bounds.firm && count >= bounds.max { BARRED } else { bounds.loss(count + 1) - loss };
        // Nobody can go out of an empty row; this keeps what one more and one less change in order.
        self.minus[row] = if count == 0 { -self.plus[row] } else { bounds.loss(count - 1) - loss };
    }

    /// A person of `profile` comes in.
    pub fn join(&mut self, profile: u32) {
        self.seated += 1;
        for &row in self.rules.of(profile) {
            self.count[row as usize] += 1;
            self.refresh(row as usize);
        }
    }

    /// A person of `profile`, who is in, goes out.
    pub fn leave(&mut self, profile: u32) {
        self.seated = self.seated.saturating_sub(1);
        for &row in self.rules.of(profile) {
            self.count[row as usize] = self.count[row as usize].saturating_sub(1);
            self.refresh(row as usize);
        }
    }

    /// The rules.
    pub(super) fn rules(&self) -> &Rules {
        self.rules
    }

    /// People who are in.
    pub fn seated(&self) -> u32 {
        self.seated
    }

    /// People who are in, by row.
    pub fn counts(&self) -> &[u32] {
        &self.count
    }

    /// Seats without anybody.
    pub fn vacant(&self) -> u32 {
        self.rules.seats.saturating_sub(self.seated)
    }

    /// People beyond the seats.
    pub fn beyond(&self) -> u32 {
        self.seated.saturating_sub(self.rules.seats)
    }

    /// What is wrong, in millionths.
    pub fn loss(&self) -> i64 {
        let rows = self.rules.rows.iter().zip(&self.count).map(|(row, &count)| row.loss(count));
        rows.sum::<i64>() + i64::from(self.vacant()) * self.rules.vacancy()
    }

    /// Whether every seat is filled and every quota kept.
    pub fn kept(&self) -> bool {
        self.seated == self.rules.seats
            && self.rules.rows.iter().zip(&self.count).all(|(row, n)| (row.min..=row.max).contains(n))
    }

    /// People missing or too many, value by value, and empty seats.
    pub fn wrong(&self) -> u64 {
        let rows = self.rules.rows.iter().zip(&self.count);
        let apart = rows.map(|(row, &n)| row.min.saturating_sub(n) + n.saturating_sub(row.max));
        apart.map(u64::from).sum::<u64>() + u64::from(self.vacant())
    }

    /// By how much the quotas alone, without the empty seat, change when a person of `profile` comes in;
    /// `None` beyond a firm maximum.
    pub fn joining(&self, profile: u32) -> Option<i64> {
        let change = self.raw(profile);
        (change < BARRED / 2).then_some(change)
    }

    fn raw(&self, profile: u32) -> i64 {
        self.rules.of(profile).iter().map(|&row| self.plus[row as usize]).sum()
    }

    /// By how much the quotas change when a person of `profile`, who is in, goes out.
    pub fn leaving(&self, profile: u32) -> i64 {
        self.rules.of(profile).iter().map(|&row| self.minus[row as usize]).sum()
    }

    /// By how much the quotas change when a person of `profile` comes in for one of `other`, who goes
    /// out; `None` beyond a firm maximum.
    pub fn exchanging(&self, profile: u32, other: u32) -> Option<i64> {
        let mut change = self.raw(profile) + self.leaving(other);
        // A row that counts both does not change. Rows ascend.
        let (mine, theirs) = (self.rules.of(profile), self.rules.of(other));
        let mut at = 0;
        for &row in mine {
            while theirs.get(at).is_some_and(|&other| other < row) {
                at += 1;
            }
            if theirs.get(at) == Some(&row) {
                change -= self.plus[row as usize] + self.minus[row as usize];
            }
        }
        (change < BARRED / 2).then_some(change)
    }

    /// By row what one person more changes; so much beyond a firm maximum that no sum with it mends anything.
    pub(super) fn plus(&self) -> &[i64] {
        &self.plus
    }

    /// By row what one person less changes.
    pub(super) fn minus(&self) -> &[i64] {
        &self.minus
    }

    /// The rows of a profile in which one person more and one less do not cancel out: where somebody of it goes out for
    /// somebody whom the row counts too, this is what is saved. Never below 0, as a loss grows on either side.
    pub(super) fn shared(&self, profile: u32) -> impl Iterator<Item = u32> + '_ {
        let bends = |row: &u32| self.plus[*row as usize] + self.minus[*row as usize] > 0;
        self.rules.of(profile).iter().copied().filter(bends)
    }

    /// By how much the loss falls when a person of `profile` takes an empty seat; at most nothing beyond a firm
    /// maximum.
    pub fn filling(&self, profile: u32) -> i64 {
        self.rules.vacancy() - self.raw(profile)
    }

    /// Who of `waiting` (profiles, in their order) is called next: whose coming in leaves the least wrong,
    /// of several the first. Nobody when there is no empty seat, or when everybody would make the quotas worse
    /// by a whole one: chairs are to be filled.
    pub fn next(&self, waiting: impl Iterator<Item = u32>) -> Option<usize> {
        if self.vacant() == 0 {
            return None;
        }
        let mut best: Option<(i64, usize)> = None;
        for (at, profile) in waiting.enumerate() {
            let Some(change) = self.joining(profile).filter(|&change| change < ONE) else { continue };
            if best.is_none_or(|(least, _)| change < least) {
                best = Some((change, at));
            }
        }
        best.map(|(_, at)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;
    use proptest::prelude::*;

    /// Four profiles of two features with two values each: aa, ab, ba, bb.
    fn problem(bounds: [(u32, u32); 4], seats: u32) -> Problem {
        let rows = [[0, 1], [2, 3], [0, 2], [1, 3]].into_iter().zip(bounds);
        let rows = rows.map(|(t, (min, max))| Row { profiles: t.to_vec(), min, max }).collect();
        Problem { seats, sizes: vec![9; 4], rows }
    }

    #[test]
    fn the_one_who_mends_most_is_called_and_of_equals_the_first() {
        let rules = Rules::new(&problem([(2, 2), (2, 2), (1, 3), (1, 3)], 4), |_| false);
        let balance = Balance::of(&rules, [0, 2, 3].into_iter());
        assert_eq!((balance.vacant(), balance.loss()), (1, ONE / 4 + ONE / 2));
        assert_eq!(balance.next([2, 3, 1, 0].into_iter()), Some(2));
        assert_eq!(
            balance.next([2, 3].into_iter()),
            Some(0),
            "over by one of two weighs less than a whole quota"
        );
        assert_eq!(Balance::of(&rules, [0, 2, 3, 1].into_iter()).next([0].into_iter()), None);
        assert!(Balance::of(&rules, [0, 2, 3, 1].into_iter()).kept());
    }

    #[test]
    fn a_firm_maximum_is_never_passed() {
        let problem = problem([(0, 1), (0, 4), (0, 4), (4, 4)], 4);
        let rules = Rules::new(&problem, |row| row == 0);
        let balance = Balance::of(&rules, [1].into_iter());
        assert_eq!(balance.joining(1), None);
        assert_eq!(balance.next([0, 1, 2].into_iter()), Some(2));
        assert_eq!(balance.next([0, 1].into_iter()), None);
        assert!(balance.exchanging(0, 1).is_some(), "one for the other in the same home");
        assert_eq!(Rules::new(&problem, |_| false).rows.len(), 4);
    }

    proptest! {
        /// Changes kept ready are the differences of losses.
        #[test]
        fn changes_are_differences(
            bounds in prop::array::uniform4((0u32..4, 0u32..4)),
            people in prop::collection::vec(0u32..4, 1..9),
            joins in 0u32..4,
        ) {
            let bounds = bounds.map(|(low, more)| (low, low + more));
            let rules = Rules::new(&problem(bounds, 20), |_| false);
            let balance = Balance::of(&rules, people.iter().copied());
            let mut joined = balance.clone();
            joined.join(joins);
            prop_assert_eq!(joined.loss() - balance.loss(), balance.joining(joins).unwrap() - rules.vacancy());
            let goes = people[0];
            let mut left = balance.clone();
            left.leave(goes);
            prop_assert_eq!(left.loss() - balance.loss(), balance.leaving(goes) + rules.vacancy());
            left.join(joins);
            prop_assert_eq!(left.loss() - balance.loss(), balance.exchanging(joins, goes).unwrap());
            prop_assert_eq!(balance.filling(joins), balance.loss() - joined.loss());
            // What the reserves lean on when they leave exchanges out.
            let bound = balance.leaving(goes) - balance.leaving(joins);
            prop_assert!(balance.exchanging(joins, goes).unwrap() >= bound);
        }
    }
}
