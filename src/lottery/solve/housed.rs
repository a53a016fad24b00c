//! Lotteries under a household rule, made of as few profiles as the rule allows. Imports
//! `lottery::{problem, certificate, homes, tickets}`, `centre` and `seated`.
//!
//! A home of which several people could be drawn makes each of them a profile, and has a row; in a register there
//! are more of these than people who are alike. But homes in which the same people live are alike, and most of
//! them are not in the way at all: where the chances of a home's people add up to much less than the seats that it
//! may have, the rule takes nothing from anybody. So the fairest chances are found without the rule. Where
//! they break it, homes of those classes are told apart from others, as one class each, "at most so many people
//! of these homes", and the chances are found again. What keeps every rule and is the fairest without some of them is
//! the fairest with them, and the same multipliers prove it. Then the seats of each panel are given to people so that
//! each home keeps its rule (`seated`).

use super::centre;
use super::seated::{self, Units};
use super::{Found, Lottery, No, Options, Progress, ShutOut};
use crate::lottery::certificate::{Certificate, Cut, Level, Multipliers, Near, Overall, Text};
use crate::lottery::fairest::fairest;
use crate::lottery::homes;
use crate::lottery::problem::{Problem, Row};
use crate::lottery::tickets::TicketLottery;
use num_bigint::BigInt;
use num_traits::Zero;
use std::collections::{BTreeMap, BTreeSet};

/// Homes are told apart where their people have more than such a part of the seats that they may have: with less,
/// others can nearly always sit in their place.
const CROWDED: f64 = 0.5;

/// A problem in which most homes are not told apart.
pub struct Merged<'a> {
    /// The problem as it is: rows of homes are the last ones.
    full: &'a Problem,
    /// The rows before them.
    lines: usize,
    /// For each profile its home, by index.
    home: Vec<Option<u32>>,
    /// For each home its class.
    class: Vec<u32>,
    /// The problem with fewer profiles. Behind the rows of the quotas it has one for each class that is told apart.
    pub problem: Problem,
    /// The profile there of each profile.
    into: Vec<u32>,
    /// The classes of those rows.
    apart: Vec<u32>,
}

impl<'a> Merged<'a> {
    /// Of a problem whose last `homes` rows are those of homes; `apart` are the classes that are told apart.
    pub fn of(full: &'a Problem, homes: usize, apart: &BTreeSet<u32>) -> Self {
        let lines = full.rows.len() - homes;
        let class = homes::classes(full, homes);
        let mut home = vec![None; full.profiles()];
        for (number, row) in (0..).zip(&full.rows[lines..]) {
            row.profiles.iter().for_each(|&t| home[t as usize] = Some(number));
        }
        let mut quotas = full.rows_of();
        quotas.iter_mut().for_each(|rows| rows.retain(|&r| (r as usize) < lines));
        let told = |home: u32| Some(class[home as usize]).filter(|class| apart.contains(class));
        let keys: Vec<(Vec<u32>, Option<u32>)> =
            quotas.into_iter().zip(&home).map(|(rows, home)| (rows, home.and_then(told))).collect();
        let mut number: BTreeMap<&(Vec<u32>, Option<u32>), u32> = keys.iter().map(|key| (key, 0)).collect();
        number.values_mut().zip(0..).for_each(|(number, new)| *number = new);
        let into: Vec<u32> = keys.iter().map(|key| number[key]).collect();

        let mut sizes = vec![0; number.len()];
        into.iter().zip(&full.sizes).for_each(|(&p, &n)| sizes[p as usize] += n);
        let apart: Vec<u32> = apart.iter().copied().collect();
        let quota = full.rows[..lines].iter().map(|row| Row { profiles: Vec::new(), ..*row });
        let mut most = vec![0; apart.len()];
        for (row, &class) in full.rows[lines..].iter().zip(&class) {
            if let Ok(at) = apart.binary_search(&class) {
                most[at] += row.max;
            }
        }
        let mut rows: Vec<Row> = quota.collect();
        rows.extend(most.iter().map(|&max| Row { profiles: Vec::new(), min: 0, max }));
        for ((quotas, class), &p) in &number {
            quotas.iter().for_each(|&r| rows[r as usize].profiles.push(p));
            if let Some(at) = class.and_then(|class| apart.binary_search(&class).ok()) {
                rows[lines + at].profiles.push(p);
            }
        }
        let problem = Problem { seats: full.seats, sizes, rows };
        Self { full, lines, home, class, problem, into, apart }
    }

    /// The classes not told apart of which people have so much that their homes are in the way; `x` are the expected
    /// seats of the profiles here.
    fn crowded(&self, x: &[f64]) -> BTreeSet<u32> {
        let seats = |t: u32| {
            let p = self.into[t as usize] as usize;
            x[p] * f64::from(self.full.sizes[t as usize]) / f64::from(self.problem.sizes[p])
        };
        let homes = (0..).zip(&self.full.rows[self.lines..]).filter(|(_, row)| {
            let sum: f64 = row.profiles.iter().map(|&t| seats(t)).sum();
            sum > CROWDED * f64::from(row.max)
        });
        self.not_apart(homes.map(|(home, _)| home))
    }

    /// Whether everybody has the tickets of their part of what all of their profile have, to less than one.
    fn even(&self, merged: &TicketLottery, tickets: &TicketLottery) -> bool {
        let all = merged.seat_totals(self.problem.profiles());
        let own = tickets.seat_totals(self.full.profiles());
        (0..own.len()).all(|t| {
            let p = self.into[t] as usize;
            let (n, of) = (u128::from(self.full.sizes[t]), u128::from(self.problem.sizes[p]));
            (u128::from(own[t]) * of).abs_diff(u128::from(all[p]) * n) <= n * of
        })
    }

    /// The classes of these homes that are not told apart.
    fn not_apart(&self, homes: impl IntoIterator<Item = u32>) -> BTreeSet<u32> {
        let classes = homes.into_iter().map(|home| self.class[home as usize]);
        classes.filter(|class| self.apart.binary_search(class).is_err()).collect()
    }

    fn units(&self) -> Units<'_> {
        let most = self.full.rows[self.lines..].iter().map(|row| row.max).collect();
        Units { into: &self.into, sizes: &self.full.sizes, home: &self.home, most }
    }

    /// The rows of the problem as it is that stand for this one.
    fn rows(&self, row: u32) -> Vec<u32> {
        match (row as usize).checked_sub(self.lines) {
            None => vec![row],
            Some(at) => {
                let homes = (self.lines as u32..).zip(&self.class);
                homes.filter(|(_, class)| **class == self.apart[at]).map(|(row, _)| row).collect()
            }
        }
    }

    fn multipliers<N: Clone>(&self, why: &Multipliers<N>) -> Multipliers<N> {
        let rows = why.rows.iter().flat_map(|(r, u)| self.rows(*r).into_iter().map(|row| (row, u.clone())));
        let mut rows: Vec<(u32, N)> = rows.collect();
        rows.sort_by_key(|row| row.0);
        Multipliers { seats: why.seats.clone(), rows, cuts: why.cuts.clone() }
    }

    /// The profiles as they are of these.
    fn listed(&self, profiles: &[u32]) -> Vec<u32> {
        let mut wanted = vec![false; self.problem.profiles()];
        profiles.iter().for_each(|&p| wanted[p as usize] = true);
        (0..).zip(&self.into).filter(|(_, p)| wanted[**p as usize]).map(|(t, _)| t).collect()
    }

    fn certificate(&self, certificate: &Certificate) -> Certificate {
        let level = |level: &Level| Level {
            settled: self.listed(&level.settled),
            why: self.multipliers(&level.why),
            ..level.clone()
        };
        let cut = |cut: &Cut| {
            let of: BTreeMap<u32, i64> = cut.terms.iter().copied().collect();
            let terms = (0..).zip(&self.into).filter_map(|(t, p)| Some((t, *of.get(p)?))).collect();
            Cut { terms, most: cut.most }
        };
        let overall = |overall: &Overall| Overall {
            near: overall.near.as_ref().map(|near| self.near(near)),
            why: self.multipliers(&overall.why),
        };
        Certificate {
            shut_out: self.listed(&certificate.shut_out),
            cuts: certificate.cuts.iter().map(cut).collect(),
            levels: certificate.levels.iter().map(level).collect(),
            overall: certificate.overall.as_ref().map(overall),
        }
    }

    /// Chances near the best: the parts of each profile's seats, shared by head as far as whole parts go.
    fn near(&self, near: &Near) -> Near {
        let mut people = vec![0u32; self.problem.profiles()];
        let mut given = vec![BigInt::zero(); self.problem.profiles()];
        let share = |(&p, &n): (&u32, &u32)| {
            let p = p as usize;
            people[p] += n;
            let until = &near.seats[p].0 * people[p] / self.problem.sizes[p];
            let seats = &until - &given[p];
            given[p] = until;
            Text(seats)
        };
        let seats = self.into.iter().zip(&self.full.sizes).map(share).collect();
        Near { parts: near.parts.clone(), seats }
    }

    /// The same lottery with the seats given to people; `None` where homes are in the way of that.
    fn lottery(&self, merged: &Lottery) -> Option<Lottery> {
        let ideal: Vec<f64> = self.into.iter().map(|&p| merged.ideal[p as usize]).collect();
        let x: Vec<f64> = ideal.iter().zip(&self.full.sizes).map(|(p, &n)| p * f64::from(n)).collect();
        let tickets = seated::seated(&self.units(), &self.problem, &merged.tickets)?;
        let tickets = centre::even(self.full, &x, tickets);
        let certificate = self.certificate(&merged.certificate);
        let sound = self.even(&merged.tickets, &tickets)
            && self.full.admits_all(tickets.shares.iter().map(|share| &share.panel))
            && certificate.is_well_formed(self.full.profiles())
            && (certificate.levels.len() < 2 || fairest(self.full, &certificate).is_ok());
        if !sound {
            return None;
        }
        let shut = |out: &ShutOut| {
            let rows: Vec<u32> = out.rows.iter().flat_map(|&r| self.rows(r)).collect();
            self.listed(&[out.profile])
                .into_iter()
                .map(move |profile| ShutOut { profile, rows: rows.clone() })
        };
        let mut shut_out: Vec<ShutOut> = merged.shut_out.iter().flat_map(shut).collect();
        shut_out.sort_by_key(|out| out.profile);
        Some(Lottery {
            rounding: super::lots::worst(self.full, &x, &tickets),
            tickets,
            certificate,
            shut_out,
            ideal,
            ..merged.clone()
        })
    }
}

/// The fairest lottery of a problem whose last `homes` rows are those of homes, in the order of
/// [`homes::in_order`]. `None` where homes are so much in the way that each has to be told apart.
///
/// # Errors
/// As [`super::solve`].
pub fn solve(
    full: &Problem,
    homes: usize,
    options: &Options,
    progress: &mut dyn FnMut(&Progress),
) -> Result<Option<Lottery>, No> {
    let mut apart = BTreeSet::new();
    loop {
        let merged = Merged::of(full, homes, &apart);
        let mut crowded = BTreeSet::new();
        let found = super::solve_if(&merged.problem, options, progress, &mut |x| {
            crowded = merged.crowded(x);
            crowded.is_empty()
        });
        match found {
            Ok(None) => apart.extend(crowded),
            // Panels that are counted are those of people as they are.
            Ok(Some(lottery)) if lottery.few.is_some() => return Ok(None),
            Ok(Some(lottery)) => return Ok(merged.lottery(&lottery)),
            // What is impossible without some rules is so with them.
            Err(No::Infeasible(clash)) if clash.rows.iter().all(|&r| (r as usize) < merged.lines) => {
                return Err(No::Infeasible(clash));
            }
            Err(No::Undecided) => return Err(No::Undecided),
            Err(_) => return Ok(None),
        }
    }
}

/// Whether the quotas can be met, and what is said of them, asked of `plain`: the same problem without the last `homes`
/// rows. `None` where homes are in the way, or it is hard to tell.
///
/// # Errors
/// [`No::Infeasible`], which is so with homes as well.
pub fn found(
    full: &Problem,
    homes: usize,
    plain: &Problem,
    progress: &mut dyn FnMut(&Progress),
) -> Result<Option<Found>, No> {
    let merged = Merged::of(full, homes, &BTreeSet::new());
    if merged.problem != *plain {
        return Ok(None);
    }
    let found = match super::found(plain, 1, progress) {
        Ok(found) if found.few.is_none() => found,
        Err(no @ No::Infeasible(_)) => return Err(no),
        _ => return Ok(None),
    };
    let possible = vec![true; plain.profiles()];
    let Ok(outlook) = super::outlook(plain, &possible, usize::MAX) else { return Ok(None) };
    let x: Vec<f64> = outlook.chance.iter().zip(&plain.sizes).map(|(p, &n)| p * f64::from(n)).collect();
    let one = crate::lottery::tickets::Share { tickets: 1, panel: found.panel.clone() };
    let seated = seated::seated(&merged.units(), plain, &TicketLottery { shares: vec![one] });
    Ok((merged.crowded(&x).is_empty() && seated.is_some()).then_some(found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::solve::lots::worst;
    use proptest::prelude::*;

    /// People as (value, home); everybody without a home that others live in as well is alone. `quotas` are the
    /// fewest and the most seats of each value, `most` those of each home.
    fn problem(seats: u32, quotas: &[(u32, u32)], people: &[(usize, u32)], most: u32) -> (Problem, usize) {
        let mut living: BTreeMap<u32, u32> = BTreeMap::new();
        people.iter().for_each(|p| *living.entry(p.1).or_default() += 1);
        living.retain(|_, people| *people > most);
        let mut sizes: BTreeMap<(usize, Option<u32>), u32> = BTreeMap::new();
        for (value, home) in people {
            *sizes.entry((*value, living.contains_key(home).then_some(*home))).or_default() += 1;
        }
        let row = |min, max, of: &dyn Fn(usize, Option<u32>) -> bool| {
            let profiles =
                (0..).zip(sizes.keys()).filter(|(_, key)| of(key.0, key.1)).map(|(t, _)| t).collect();
            Row { profiles, min, max }
        };
        let mut rows: Vec<Row> =
            (0..).zip(quotas).map(|(v, &(min, max))| row(min, max, &|value, _| value == v)).collect();
        rows.extend(living.keys().map(|&home| row(0, most, &|_, other| other == Some(home))));
        let problem = Problem { seats, sizes: sizes.into_values().collect(), rows };
        let (ordered, _) = homes::in_order(&problem, living.len());
        (ordered, living.len())
    }

    fn options(tickets: u64) -> Options {
        Options { tickets, ..Options::default() }
    }

    /// The lottery, that it keeps every rule and everybody has their tickets, and that it is as fair as one for
    /// which every home is told apart.
    fn checked(problem: &Problem, homes: usize, tickets: u64) -> Lottery {
        let found =
            solve(problem, homes, &options(tickets), &mut |_| {}).expect("chances").expect("a lottery");
        assert_eq!(found.tickets.tickets(), tickets);
        assert!(found.tickets.shares.iter().all(|share| problem.admits(&share.panel)));
        let x: Vec<f64> = found.ideal.iter().zip(&problem.sizes).map(|(p, &n)| p * f64::from(n)).collect();
        assert!(worst(problem, &x, &found.tickets) <= 1.0);
        assert!(fairest(problem, &found.certificate).is_ok());
        let whole = crate::lottery::solve::solve(problem, &options(tickets), &mut |_| {}).expect("a lottery");
        for (t, (a, b)) in found.ideal.iter().zip(&whole.ideal).enumerate() {
            assert!((a - b).abs() < 1e-9, "profile {t}: {a} and {b}");
        }
        found
    }

    #[test]
    fn homes_that_are_not_in_the_way_are_no_profiles_of_the_solver() {
        // Forty homes of a man and a woman, and twenty men alone.
        let couples = (0..40).flat_map(|home| [(0, home), (1, home)]);
        let people: Vec<(usize, u32)> = couples.chain((40..60).map(|home| (0, home))).collect();
        let (problem, homes) = problem(10, &[(4, 6), (4, 6)], &people, 1);
        assert_eq!((homes, problem.profiles()), (40, 81));
        assert_eq!(Merged::of(&problem, homes, &BTreeSet::new()).problem.sizes, [60, 40]);
        for tickets in [1_000, 1_000_000] {
            let lottery = checked(&problem, homes, tickets);
            let totals = lottery.tickets.seat_totals(problem.profiles());
            // The men at home, the women, each within a ticket of the others.
            for alike in [&totals[1..41], &totals[41..]] {
                let (least, most) = (alike.iter().min().unwrap(), alike.iter().max().unwrap());
                assert!(most - least <= 1, "{least} {most}");
            }
        }
    }

    #[test]
    fn a_home_is_told_apart_where_its_people_would_have_more_than_its_seats() {
        // All three women have a seat; one of them lives with a man, who then has none; two homes are alike.
        let mut people = vec![(1, 0), (1, 1), (1, 2), (0, 0), (0, 1)];
        people.extend((10..30).map(|home| (0, home)));
        let (problem, homes) = problem(8, &[(0, 8), (3, 3)], &people, 1);
        let lottery = solve(&problem, homes, &options(10_000), &mut |_| {}).unwrap();
        let whole = crate::lottery::solve::solve(&problem, &options(10_000), &mut |_| {}).unwrap();
        if let Some(lottery) = lottery {
            assert!(lottery.ideal.iter().zip(&whole.ideal).all(|(a, b)| (a - b).abs() < 1e-9));
        }
        let crowded = Merged::of(&problem, homes, &BTreeSet::new());
        assert_eq!(crowded.crowded(&[22.0 * 5.0 / 22.0, 3.0]), BTreeSet::from([0]));
    }

    #[test]
    fn alike_homes_that_are_in_the_way_are_one_class_with_many_seats() {
        // Twelve homes of one old and one young person; only they are old, and half of the seats are theirs.
        let mut people: Vec<(usize, u32)> = (0..12).flat_map(|home| [(0, home), (1, home)]).collect();
        people.extend((20..23).map(|home| (1, home)));
        let (problem, homes) = problem(14, &[(8, 8), (6, 6)], &people, 1);
        let lottery = checked(&problem, homes, 10_000);
        assert!(lottery.certificate.levels.iter().any(|level| level.why.rows.iter().any(|r| r.0 >= 2)));
    }

    #[test]
    fn what_no_panel_meets_without_homes_is_impossible() {
        let (problem, homes) = problem(4, &[(3, 4), (0, 4)], &[(0, 0), (0, 1), (1, 1), (1, 2), (1, 3)], 1);
        let found = solve(&problem, homes, &options(1_000), &mut |_| {});
        assert!(matches!(found, Err(No::Infeasible(_))));
        // With them it is, and only with them: nobody else may say so.
        let (problem, homes) = self::problem(3, &[(2, 2), (1, 1)], &[(0, 0), (0, 0), (1, 1), (1, 2)], 1);
        let found = solve(&problem, homes, &options(1_000), &mut |_| {});
        assert!(matches!(found, Ok(None)), "{found:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn chances_are_those_of_a_solver_that_tells_every_home_apart(
            people in prop::collection::vec((0usize..3, 0u32..14), 12..40),
            seats in 2u32..7,
            most in 1u32..3,
        ) {
            let (problem, homes) = problem(seats, &[(0, seats), (1, seats), (0, seats)], &people, most);
            let one = solve(&problem, homes, &options(5_000), &mut |_| {});
            let whole = crate::lottery::solve::solve(&problem, &options(5_000), &mut |_| {});
            match (one, whole) {
                (Ok(Some(one)), Ok(whole)) => {
                    prop_assert!(one.ideal.iter().zip(&whole.ideal).all(|(a, b)| (a - b).abs() < 1e-9));
                    prop_assert!(one.tickets.shares.iter().all(|share| problem.admits(&share.panel)));
                    prop_assert!(fairest(&problem, &one.certificate).is_ok());
                    let x: Vec<f64> =
                        one.ideal.iter().zip(&problem.sizes).map(|(p, &n)| p * f64::from(n)).collect();
                    prop_assert!(worst(&problem, &x, &one.tickets) <= 1.0);
                }
                (Ok(None), _) | (Err(_), Err(_)) => {}
                (one, whole) => prop_assert!(false, "{one:?} {whole:?}"),
            }
        }
    }
}
