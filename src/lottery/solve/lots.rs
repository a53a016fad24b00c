//! Dealing whole tickets: panels are made one after another for whoever is furthest behind (herding,
//! Welling 2009), each for a lot of the tickets that are left: many at first, single ones at last. Every
//! error is then of the order of the last panel's tickets: one. Imports
//! `lottery::{problem, shape, tickets}` `rows` and `seek`.
//!
//! The tickets are central: each row has, on every ticket, the average of its seats rounded down or up,
//! wherever the search finds such panels. What keeps every lot within reach of the rest:
//! - each row gets in every lot the average of what is *still* due to it, rounded down or up;
//! - a profile that is due less than one lot gets no seat of it, and one that could not make up for the
//!   loss keeps all its seats;
//! - a lot is at most about half of what is due to the profile with the least;
//! - where hardly two people are alike (`DRAWING`), each row draws seats when it is behind its average, as people do, and the
//!   single tickets at last keep to every row's average and leave anybody at most one ticket off.

use super::rows::{self, NEAR};
use super::seek::Seek;
use crate::lottery::problem::{Panel, Problem};
use crate::lottery::shape;
use crate::lottery::tickets::{Share, TicketLottery};
use std::collections::BTreeMap;

/// What may differ from one try to the next.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// Weight of the fourth power of an error beside its square: many small errors are better than one
    /// large one.
    pub fourth: f64,
    /// Multiplies the number of lots.
    pub finer: f64,
    /// What a seat gains by each row it counts in, for every lot that this row is behind its average. 0: rows are only
    /// bounded.
    ///
    /// Bounds alone let the seats still due to a row drift to one end of its range, and every later lot then has exactly
    /// that number. Where many people share each profile some panel still meets a number for nearly every row; where
    /// hardly two are alike none does.
    pub rows: f64,
    /// Passes over the seats that a lot may take on average; a try that takes more is given up.
    pub passes: u64,
}

impl How {
    /// Whether rows draw seats.
    pub fn draws(self) -> bool {
        self.rows > 0.0
    }
}

/// The tries, in order.
pub const TRIES: [How; 3] = [
    How { fourth: 1.0, finer: 1.0, rows: 0.0, passes: u64::MAX },
    How { fourth: 0.0, finer: 1.0, rows: 0.0, passes: u64::MAX },
    How { fourth: 1.0, finer: 1.5, rows: 0.0, passes: u64::MAX },
];
/// Tries in which rows draw, for people of whom hardly two are alike.
pub const DRAWING: [How; 2] = [
    How { fourth: 1.0, finer: 1.0, rows: 1.0, passes: 40 },
    How { fourth: 1.0, finer: 1.5, rows: 1.0, passes: 40 },
];
/// All of these for such people. The usual ones are quicker where they end well, which shows early.
pub const UNLIKE: [How; 5] = [
    How { passes: 6, ..TRIES[0] },
    DRAWING[0],
    DRAWING[1],
    How { passes: 6, ..TRIES[1] },
    How { passes: 6, ..TRIES[2] },
];

/// With fewer profiles any way is quick.
const SOME: usize = 500;
/// People of whom more than such a part are profiles of their own, or nearly, are unlike.
const OF_THEIR_OWN: f64 = 0.7;
/// Profiles times seats times [`part`]: 3 * 10^7 takes 5 to 10 s of processor time where hardly two are alike.
const QUICK: f64 = 1.5e8;

/// A panel is for one in at least so many of the tickets left ...
const PART: f64 = 100.0;
/// ... and for one in at most so many, however small the smallest chance.
const PART_MOST: f64 = 1_000.0;
/// By how many lots a profile may be due too little for a seat, or too much to lose one, and the same for
/// each of its members: at first, and where that leaves no panel that is central. Of single tickets it is
/// nearly a whole one.
const MARGINS: [(f64, f64); 2] = [(0.3, 0.0), (1.0, 0.0)];
const MARGINS_AT_LAST: [(f64, f64); 2] = [(0.95, 0.0), (0.95, 0.95)];
/// The same where rows draw as well: as strict as can be at first, so that people stay near their share though rows draw, and
/// at last a whole ticket.
const MARGINS_DRAWING: [(f64, f64); 2] = [(0.0, 0.0), (0.95, 0.0)];
const MARGINS_DRAWING_AT_LAST: [(f64, f64); 3] = [(0.0, 0.0), (0.95, 0.0), (1.0, 1.0)];
/// Lots whose passes a try may spend before it has dealt them.
const EASY: u64 = 20;
/// Seats beyond the bounds of their lots after which such a try is given up.
const HOPELESS: i32 = 10;
/// Lots that anybody may be off their share: one or two are usual, and whoever is further off is not put
/// right any more.
const LOST: f64 = 4.0;
/// From here on a panel is good enough only if it brings the errors down.
const PRESSING: f64 = 2.5;
/// Passes over those who hold a seat: under the caps, and without them.
const PASSES: [usize; 2] = [60, 300];

/// Tickets that anybody may be off their share without another try.
pub const NEAR_ENOUGH: f64 = 1.0;

/// Deals `tickets` tickets so that the seats of every profile come close to `x` (expected seats by
/// profile, within the rules): the best of these tries, that is, one that leaves nobody more than a ticket
/// off their share, and of those the most central. Every panel meets every rule; a profile that is certain
/// of all its seats has them on each. Adds the work to `scans`. `None` where every time some panel could
/// not be made or somebody fell too far behind.
pub fn tickets(
    problem: &Problem,
    x: &[f64],
    tickets: u64,
    tries: &[How],
    scans: &mut u64,
    progress: &mut dyn FnMut(u64),
) -> Option<TicketLottery> {
    let mut best: Option<((f64, u32), TicketLottery)> = None;
    for &how in tries {
        let Some(dealt) = deal(problem, x, tickets, how, scans, progress) else { continue };
        let found = (worst(problem, x, &dealt).max(NEAR_ENOUGH), beyond(problem, x, &dealt));
        if best.as_ref().is_none_or(|(least, _)| found < *least) {
            best = Some((found, dealt));
        }
        if best.as_ref().is_some_and(|(least, _)| *least <= (NEAR_ENOUGH, 0)) {
            break;
        }
    }
    best.map(|(_, dealt)| dealt)
}

/// By how many seats the rows are beyond their average rounded down or up, on the ticket that is worst
/// for each; summed over the rows.
pub fn beyond(problem: &Problem, x: &[f64], dealt: &TicketLottery) -> u32 {
    let off =
        shape::ranges(problem, dealt).into_iter().zip(&problem.rows).enumerate().map(|(r, (range, row))| {
            let (low, high) = rows::central(row.min, row.max, rows::due(problem, r, x));
            low.saturating_sub(range.least).max(range.most.saturating_sub(high))
        });
    off.sum()
}

/// The most tickets by which anybody is off their share, by profile mean.
pub fn worst(problem: &Problem, x: &[f64], dealt: &TicketLottery) -> f64 {
    let m = dealt.tickets() as f64;
    let totals = dealt.seat_totals(problem.profiles());
    let off = totals.iter().zip(x).zip(&problem.sizes);
    off.map(|((&total, x), &n)| (x * m - total as f64).abs() / f64::from(n)).fold(0.0, f64::max)
}

fn deal(
    problem: &Problem,
    x: &[f64],
    tickets: u64,
    how: How,
    scans: &mut u64,
    progress: &mut dyn FnMut(u64),
) -> Option<TicketLottery> {
    match rows::width(problem, x) {
        0..=4 => deal_rows::<4>(problem, x, tickets, how, scans, progress),
        5..=6 => deal_rows::<6>(problem, x, tickets, how, scans, progress),
        7..=8 => deal_rows::<8>(problem, x, tickets, how, scans, progress),
        9..=12 => deal_rows::<12>(problem, x, tickets, how, scans, progress),
        13..=32 => deal_rows::<32>(problem, x, tickets, how, scans, progress),
        _ => None,
    }
}

fn deal_rows<const WIDTH: usize>(
    problem: &Problem,
    x: &[f64],
    tickets: u64,
    how: How,
    scans: &mut u64,
    progress: &mut dyn FnMut(u64),
) -> Option<TicketLottery> {
    let mut table = Table::<WIDTH>::new(problem, x, tickets, how)?;
    let mut admission = problem.admission();
    let mut shares: BTreeMap<Panel, u64> = BTreeMap::new();
    let part = (how.finer * part(x)) as u64;
    let (mut lots, mut spent) = (EASY, 0_u64);
    while table.left > 0 {
        let lot = (table.left / part).max(1);
        let before = table.seek.scans;
        let panel = table.panel(lot);
        spent += table.seek.scans - before;
        *scans += table.seek.scans - before;
        lots += 1;
        if spent > how.passes.saturating_mul(lots * u64::from(problem.seats)) {
            return None;
        }
        let panel = panel.filter(|panel| admission.admits(panel))?;
        if table.how.draws() && table.broken > HOPELESS {
            return None;
        }
        table.give(&panel, lot);
        *shares.entry(panel).or_default() += lot;
        progress(tickets - table.left);
        if table.left > 0 && lot > 1 && table.anybody_lost(lot) {
            return None;
        }
    }
    let shares = shares.into_iter().map(|(panel, tickets)| Share { tickets, panel }).collect();
    Some(TicketLottery { shares })
}

/// Whether there are many people of whom hardly two are alike, and not so many that lots whose rows draw take long.
pub fn are_unlike(problem: &Problem, x: &[f64]) -> bool {
    let profiles = problem.profiles();
    profiles > SOME && profiles as f64 > OF_THEIR_OWN * problem.people() as f64 && is_quick(problem, x)
}

/// Whether lots whose rows draw seats are dealt within seconds: the work goes by profiles, seats and lots.
pub fn is_quick(problem: &Problem, x: &[f64]) -> bool {
    part(x) * f64::from(problem.seats) * problem.profiles() as f64 <= QUICK
}

/// A lot is one in so many of the tickets left: enough for the profile with the fewest seats.
pub fn part(x: &[f64]) -> f64 {
    let least = x.iter().copied().filter(|&x| x > 1e-9).fold(1.0, f64::min);
    (2.0 / least).clamp(PART, PART_MOST)
}

/// A head start of up to half a lot, or the opposite, spread evenly over any run of profiles (multiples of
/// the golden section): without it those who are due a seat of many lots would all wait for it together.
fn phase(t: usize) -> f64 {
    let turns = t as f64 * 0.618_033_988_749_894_9;
    turns - libm::floor(turns) - 0.5
}

/// The tickets still to deal and who is still to get them.
struct Table<'a, const WIDTH: usize> {
    problem: &'a Problem,
    x: &'a [f64],
    how: How,
    /// Average of each priced row over all tickets, rounded down and up.
    central: Vec<(f64, f64)>,
    /// Tickets not yet dealt.
    left: u64,
    /// Seats still due over the tickets left, by profile; below 0 where there are too many.
    due: Vec<f64>,
    /// The same by priced row.
    row_due: Vec<f64>,
    /// The average of each priced row over all tickets.
    means: Vec<f64>,
    /// Seats beyond the bounds of their lots so far, each lot counted once.
    broken: i32,
    seek: Seek<'a, WIDTH>,
}

impl<'a, const WIDTH: usize> Table<'a, WIDTH> {
    fn new(problem: &'a Problem, x: &'a [f64], tickets: u64, how: How) -> Option<Self> {
        let seek = Seek::new(problem, x)?;
        let due: Vec<f64> = x.iter().map(|x| x * tickets as f64).collect();
        let means: Vec<f64> = seek.priced.iter().map(|&r| rows::due(problem, r as usize, x)).collect();
        let central = means.iter().zip(&seek.quota).map(|(&mean, &(min, max))| {
            let (low, high) = rows::central(min as u32, max as u32, mean);
            (f64::from(low), f64::from(high))
        });
        let central = central.collect();
        let row_due = means.iter().map(|mean| mean * tickets as f64).collect();
        Some(Self { problem, x, how, central, left: tickets, due, row_due, means, broken: 0, seek })
    }

    /// A panel for the next lot.
    fn panel(&mut self, lot: u64) -> Option<Panel> {
        self.bound(lot);
        let mut best: Option<(i32, Panel)> = None;
        let margins: &[(f64, f64)] = match (self.how.draws(), lot > 1) {
            (false, true) => &MARGINS,
            (false, false) => &MARGINS_AT_LAST,
            (true, true) => &MARGINS_DRAWING,
            (true, false) => &MARGINS_DRAWING_AT_LAST,
        };
        for &margin in margins {
            self.wish(lot, margin);
            if let Some((broken, panel)) = self.seek.panel(PASSES[0])
                && best.as_ref().is_none_or(|(least, _)| broken < *least)
            {
                best = Some((broken, panel));
            }
            if best.as_ref().is_some_and(|(broken, _)| *broken == 0) {
                break;
            }
        }
        if let Some((broken, panel)) = best {
            self.broken += broken;
            return Some(panel);
        }
        // Rather a panel that some will have to make up for than none.
        for t in 0..self.due.len() {
            let size = self.problem.sizes[t];
            let certain = f64::from(size) - self.x[t] < NEAR;
            self.seek.fewest[t] = if certain { size } else { 0 };
            self.seek.most[t] = if self.x[t] > NEAR { size } else { 0 };
        }
        self.seek.panel(PASSES[1]).map(|(_, panel)| panel)
    }

    /// What a seat gains each profile, and how many it may have: the error is measured a person, in lots.
    fn wish(&mut self, lot: u64, (margin, of_a_person): (f64, f64)) {
        let (all, rest, this) = (self.left as f64, (self.left - lot) as f64, lot as f64);
        let seek = &mut self.seek;
        seek.fourth = self.how.fourth;
        let behind = |(due, mean): (&f64, &f64)| self.how.rows * (due - all * mean) / this;
        let drawn: Vec<f64> = self.row_due.iter().zip(&self.means).map(behind).collect();
        // The errors without this lot's panel, those before it, and the largest of these.
        let (mut without, mut before, mut largest) = (0.0, 0.0, 0.0_f64);
        for t in 0..self.due.len() {
            let size = f64::from(self.problem.sizes[t]);
            let due = self.due[t] / this;
            let step = 1.0 / size;
            let behind = (due - rest / this * self.x[t]) / size + if lot > 1 { phase(t) / size } else { 0.0 };
            let ahead = behind - step;
            let lag = behind - self.x[t] / size;
            without += seek.error(behind);
            before += seek.error(lag);
            largest = largest.max(lag.abs());
            let mut gain = seek.error(behind) - seek.error(ahead);
            if due < 0.5 && rest > 0.0 {
                gain -= 4.0 * (1.0 - due) / size;
            }
            if self.how.draws() {
                gain += seek.rows_of(t).map(|r| drawn[r]).sum::<f64>() / size;
            }
            seek.behind[t] = behind;
            seek.gain[t] = gain;
            seek.less[t] = (2.0 + 12.0 * seek.fourth * ahead * ahead) * step * step;
            let margin = margin.max(of_a_person * size);
            // Whoever is due less than two lots, or can do without less than two, can never make up for part of one.
            let scarce = |seats: f64| if lot > 1 && seats * all < 2.0 * this { 0.0 } else { margin };
            let most = libm::floor(due + scarce(self.x[t])).clamp(0.0, size);
            let spare = scarce(size - self.x[t]);
            let fewest = libm::ceil(due - size * rest / this - spare - NEAR).clamp(0.0, size);
            seek.fewest[t] = fewest as u32;
            seek.most[t] = most.max(fewest) as u32;
        }
        seek.enough = if largest > PRESSING { without - before } else { f64::NEG_INFINITY };
    }

    /// The average of what is still due to each row, rounded down and up: no fewer and no more than leave
    /// the other tickets an average that is central.
    fn bound(&mut self, lot: u64) {
        let (all, rest, this) = (self.left as f64, (self.left - lot) as f64, lot as f64);
        for (r, &due) in self.row_due.iter().enumerate() {
            let (low, high) = self.central[r];
            let (min, max) = self.seek.quota[r];
            if self.how.draws() && lot == 1 {
                // Whoever may be a ticket off need not meet what is due to rows to the seat.
                let least = (low as i32).clamp(min, max);
                self.seek.bounds[r] = (least, (high as i32).clamp(least, max));
                continue;
            }
            // What is due need not be a whole number: part of a seat too many or too few is nobody's.
            let due = if due > high * all && due < high * all + 1.0 { high * all } else { due };
            let due = if due < low * all && due > low * all - 1.0 { low * all } else { due };
            let floor = libm::floor(due / all + NEAR).max(libm::ceil((due - high * rest) / this - NEAR));
            let ceil = libm::ceil(due / all - NEAR).min(libm::floor((due - low * rest) / this + NEAR));
            let least = (floor.min(ceil) as i32).clamp(min, max);
            self.seek.bounds[r] = (least, (floor.max(ceil) as i32).clamp(least, max));
        }
    }

    fn give(&mut self, panel: &Panel, lot: u64) {
        self.left -= lot;
        panel.0.iter().for_each(|&(t, c)| self.due[t as usize] -= (lot * u64::from(c)) as f64);
        for (row, &r) in self.row_due.iter_mut().zip(&self.seek.priced) {
            *row = rows::due(self.problem, r as usize, &self.due);
        }
    }

    fn anybody_lost(&self, lot: u64) -> bool {
        let (left, this) = (self.left as f64, lot as f64);
        let off = |t: usize| (self.due[t] - left * self.x[t]) / this / f64::from(self.problem.sizes[t]);
        if self.how.draws() {
            // Who is ahead waits: that ends well as long as nobody has more than they are due in all.
            return (0..self.due.len()).any(|t| off(t) > LOST || self.due[t] < -this);
        }
        (0..self.due.len()).any(|t| off(t).abs() > LOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;
    use crate::lottery::solve::centre;
    use proptest::prelude::*;

    /// Every combination of the values of features with so many values; `sizes` by profile. A value may
    /// have as many seats as it likes.
    fn all_combinations(values: &[usize], seats: u32, size: impl Fn(usize) -> u32) -> Problem {
        let n: usize = values.iter().product();
        let mut rows = Vec::new();
        let mut step = 1;
        for &v in values {
            for value in 0..v {
                let profiles = (0..n).filter(|t| t / step % v == value).map(|t| t as u32).collect();
                rows.push(Row { profiles, min: 0, max: seats });
            }
            step *= v;
        }
        Problem { seats, sizes: (0..n).map(size).collect(), rows }
    }

    /// Everybody's chance the same.
    fn equal(problem: &Problem) -> Vec<f64> {
        let chance = f64::from(problem.seats) / problem.people() as f64;
        problem.sizes.iter().map(|&n| f64::from(n) * chance).collect()
    }

    fn dealt(problem: &Problem, x: &[f64], count: u64) -> TicketLottery {
        let dealt = tickets(problem, x, count, &TRIES, &mut 0, &mut |_| {}).expect("tickets");
        assert_eq!(dealt.tickets(), count);
        assert!(dealt.shares.iter().all(|share| problem.admits(&share.panel)));
        dealt
    }

    #[test]
    fn loose_quotas_do_not_make_corners_and_nobody_is_a_ticket_off() {
        let problem = all_combinations(&[2, 3, 4, 5], 20, |t| 1 + (t * 7 % 11) as u32);
        let x = equal(&problem);
        for count in [1_000, 1_000_000] {
            let dealt = dealt(&problem, &x, count);
            assert_eq!(beyond(&problem, &x, &dealt), 0, "{count}");
            assert!(worst(&problem, &x, &dealt) <= 1.0, "{count}: {}", worst(&problem, &x, &dealt));
        }
    }

    #[test]
    fn ten_to_twenty_of_thirty_is_fifteen_when_the_average_is_fifteen() {
        let mut problem = all_combinations(&[2], 30, |_| 50);
        problem.rows.iter_mut().for_each(|row| (row.min, row.max) = (10, 20));
        let dealt = dealt(&problem, &equal(&problem), 1_000);
        assert_eq!(dealt.shares.len(), 1);
        assert_eq!(dealt.shares[0].panel.0, [(0, 15), (1, 15)]);
    }

    #[test]
    fn a_plain_lot_of_many_letters_has_both_sexes_within_one_of_their_share() {
        let problem = all_combinations(&[2], 1_407, |t| [20_011, 19_402][t]);
        let x = equal(&problem);
        let dealt = dealt(&problem, &x, 1_000_000);
        assert!(dealt.shares.iter().all(|share| (share.panel.0[0].1 as f64 - x[0]).abs() < 1.0));
        assert!(worst(&problem, &x, &dealt) <= 1.0);
    }

    #[test]
    fn whoever_is_certain_is_on_every_panel() {
        let problem = all_combinations(&[2, 3, 4], 13, |t| 1 + (t % 3) as u32);
        let others: u32 = problem.sizes[1..].iter().sum();
        let mut x: Vec<f64> =
            problem.sizes.iter().map(|&n| 12.0 * f64::from(n) / f64::from(others)).collect();
        x[0] = 1.0;
        let dealt = dealt(&problem, &x, 10_000);
        assert!(dealt.shares.iter().all(|share| share.panel.0[0] == (0, 1)));
        assert!(worst(&problem, &x, &dealt) <= 1.0);
    }

    #[test]
    fn nobody_of_one_home_sits_with_another_of_it() {
        let mut problem = all_combinations(&[2, 100], 20, |_| 1);
        for row in &mut problem.rows[2..] {
            row.max = 1;
        }
        let x = equal(&problem);
        assert!(rows::homes(&problem, &x) > 0);
        let dealt = dealt(&problem, &x, 10_000);
        assert_eq!(beyond(&problem, &x, &dealt), 0);
        assert!(worst(&problem, &x, &dealt) <= 1.0);
    }

    /// 900 people of whom no two are alike, but by chance: thirty panels of thirty seats, in which every value of ten features
    /// has its part of the seats, rounded down or up. So central tickets exist.
    fn panels_of_people_unlike(seed: u64) -> Problem {
        const PANELS: usize = 30;
        const SEATS: usize = 30;
        let mut state = seed;
        let mut below = |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n
        };
        let mut profiles: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
        for panel in 0..PANELS {
            let mut people = vec![Vec::new(); SEATS];
            for feature in 0..10 {
                let mut values: Vec<usize> = (0..SEATS).map(|i| (i + panel + feature) % 4).collect();
                (1..SEATS).rev().for_each(|i| values.swap(i, below(i + 1)));
                people.iter_mut().zip(values).for_each(|(person, value)| person.push(value));
            }
            people.into_iter().for_each(|person| *profiles.entry(person).or_default() += 1);
        }
        let of = |feature: usize, value: usize| {
            (0..)
                .zip(profiles.keys())
                .filter(|(_, person)| person[feature] == value)
                .map(|(t, _)| t)
                .collect()
        };
        let row = |(feature, value)| Row { profiles: of(feature, value), min: 4, max: 11 };
        let values = (0..10).flat_map(|feature| (0..4).map(move |value| (feature, value)));
        let rows = values.map(row).collect();
        Problem { seats: SEATS as u32, sizes: profiles.into_values().collect(), rows }
    }

    #[test]
    fn people_of_whom_hardly_two_are_alike_have_central_tickets_where_rows_draw() {
        let made = [1, 2].map(|seed| {
            let problem = panels_of_people_unlike(seed);
            let x = equal(&problem);
            assert!(are_unlike(&problem, &x));
            // This is what the usual tries miss: else it tests nothing.
            assert!(beyond(&problem, &x, &dealt(&problem, &x, 1_000)) > 0);
            let drawn = tickets(&problem, &x, 1_000, &DRAWING[..1], &mut 0, &mut |_| {}).expect("tickets");
            assert_eq!(drawn.tickets(), 1_000);
            assert!(problem.admits_all(drawn.shares.iter().map(|share| &share.panel)));
            assert_eq!(shape::beyond(&problem, &drawn), 0, "{seed}");
            assert!(worst(&problem, &x, &drawn) <= 1.0, "{seed}");
            drawn
        });
        assert_ne!(made[0], made[1]);
    }

    #[test]
    fn a_try_that_takes_more_passes_than_it_may_is_given_up() {
        let problem = panels_of_people_unlike(1);
        let x = equal(&problem);
        let mut scans = 0;
        let hasty = How { passes: 1, ..DRAWING[0] };
        assert!(tickets(&problem, &x, 1_000, &[hasty], &mut scans, &mut |_| {}).is_none());
        assert!(scans < 100_000, "{scans}");
    }

    #[test]
    fn what_cannot_be_dealt_is_not() {
        // The first two always sit together, whatever is wished for.
        let rows = vec![Row { profiles: vec![0, 1], min: 2, max: 2 }];
        let problem = Problem { seats: 2, sizes: vec![1; 3], rows };
        let dealt = tickets(&problem, &[0.5, 1.0, 0.5], 1_000, &TRIES, &mut 0, &mut |_| {});
        assert!(dealt.is_none_or(|dealt| worst(&problem, &[0.5, 1.0, 0.5], &dealt) > 100.0));
    }

    #[test]
    fn what_is_beyond_is_counted_in_seats() {
        let problem = all_combinations(&[2], 4, |_| 5);
        let panel = |a| Share { tickets: 1, panel: Panel(vec![(0, a), (1, 4 - a)]) };
        let tickets = TicketLottery { shares: vec![panel(1), panel(3)] };
        assert_eq!(beyond(&problem, &[2.0, 2.0], &tickets), 2);
        assert_eq!(beyond(&problem, &[2.5, 1.5], &tickets), 2);
        assert_eq!(worst(&problem, &[2.0, 2.0], &tickets), 0.0);
        assert_eq!(worst(&problem, &[2.5, 1.5], &tickets), 0.2);
    }

    #[test]
    fn a_value_that_the_lots_leave_two_seats_beyond_is_put_right() {
        let sizes = [1, 8, 1, 2, 5, 7, 4, 2, 2, 2, 3, 8, 1, 5, 7, 3];
        let problem = all_combinations(&[4, 4], 8, |t| sizes[t]);
        let x = equal(&problem);
        let made = centre::centre(&problem, dealt(&problem, &x, 1_000));
        let far = shape::ranges(&problem, &made).into_iter().filter(|range| !range.is_central(1_000));
        assert_eq!(far.count(), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        /// Two features make a transport problem: there central panels always exist.
        #[test]
        fn with_two_features_every_value_is_central(
            values in (2usize..5, 2usize..6),
            sizes in prop::collection::vec(1u32..9, 30),
            seats in 2u32..12,
            count in prop::sample::select(vec![1_000u64, 20_000]),
        ) {
            let problem = all_combinations(&[values.0, values.1], seats, |t| sizes[t]);
            prop_assume!(problem.people() > u64::from(seats));
            let x = equal(&problem);
            let dealt = centre::centre(&problem, dealt(&problem, &x, count));
            for range in shape::ranges(&problem, &dealt) {
                prop_assert!(range.is_central(count), "{range:?}");
            }
            prop_assert!(worst(&problem, &x, &dealt) <= 1.0);
        }
    }
}
