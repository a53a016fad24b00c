//! Giving the seats of panels to people so that each home has no more than it may have. Imports
//! `lottery::{problem, tickets}`.
//!
//! A lottery says how many seats a profile has on so many tickets. Here a profile's people live in homes, at most
//! so many of which may sit together. Of each profile those sit who had the fewest tickets so far and in whose
//! home there is room. As in `lots`, many tickets are dealt at a time at first and single ones at last, never more
//! than a part of what anybody is still due: so everybody ends within a ticket of everybody else of the profile.
//! Among those who had about as many it is an order of its own each time that decides, so that all kinds of people come
//! together.

use crate::lottery::problem::{Panel, Problem};
use crate::lottery::tickets::{Share, TicketLottery};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The people of a problem's profiles.
pub struct Units<'a> {
    /// For each unit, that is, people of one profile and one home or people of one profile without a home, the
    /// profile.
    pub into: &'a [u32],
    /// How many they are.
    pub sizes: &'a [u32],
    /// Their home. Those of one profile without one are one unit.
    pub home: &'a [Option<u32>],
    /// For each home the people who may sit together.
    pub most: Vec<u32>,
}

/// A lot is at most one in so many of the tickets that a person is still due on average.
const PART: u128 = 3;

/// The lottery by unit. `None` where somebody who is due a seat would break the rule of a home.
pub fn seated(units: &Units<'_>, problem: &Problem, lottery: &TicketLottery) -> Option<TicketLottery> {
    let totals = lottery.seat_totals(problem.profiles());
    let mut order: Vec<&Share> = lottery.shares.iter().collect();
    order.sort_by_key(|share| Reverse(share.tickets));
    let mut table = Table::new(units, problem, &totals);
    let mut left = lottery.tickets();
    // The least that anybody with a home is due in all: seats over people.
    let due = (0..totals.len()).filter(|&p| totals[p] > 0 && !table.homes[p].people.is_empty());
    let least = due
        .map(|p| (totals[p], problem.sizes[p]))
        .min_by(|a, b| (u128::from(a.0) * u128::from(b.1)).cmp(&(u128::from(b.0) * u128::from(a.1))));
    let all = u128::from(left);
    let largest = |left: u64| match least {
        None => left,
        Some((total, people)) => {
            let lot = u128::from(left) * u128::from(total) / (PART * u128::from(people) * all);
            (lot as u64).max(1)
        }
    };
    let mut shares: BTreeMap<Panel, u64> = BTreeMap::new();
    for share in order {
        let mut rest = share.tickets;
        while rest > 0 {
            let lot = largest(left).min(rest);
            *shares.entry(table.panel(&share.panel, lot)?).or_default() += lot;
            (rest, left) = (rest - lot, left - lot);
        }
    }
    Some(TicketLottery {
        shares: shares.into_iter().map(|(panel, tickets)| Share { tickets, panel }).collect(),
    })
}

/// The people with a home of one profile, by the tickets that they had.
#[derive(Default)]
struct Queue {
    /// Ascending from `at` as they were when it was put in order; before that those who had a turn since.
    people: Vec<Resident>,
    at: usize,
}

/// Somebody with a home.
#[derive(Clone, Copy)]
struct Resident {
    unit: u32,
    home: u32,
    /// Tickets so far.
    had: u64,
}

struct Table<'a> {
    units: &'a Units<'a>,
    problem: &'a Problem,
    /// By profile: those with a home, and the unit without.
    homes: Vec<Queue>,
    alone: Vec<Option<u32>>,
    /// The place of each profile in the order in which they are seated: those who are on most tickets first.
    turn: Vec<u32>,
    /// Seats over all tickets so far, by profile, and by unit.
    dealt: Vec<u64>,
    given: Vec<u64>,
    /// On the ticket at hand: people of each home and each unit, and which units these are.
    living: Vec<u32>,
    seats: Vec<u32>,
    seated: Vec<u32>,
    /// Times that a queue was put in order.
    sorted: u64,
}

impl<'a> Table<'a> {
    fn new(units: &'a Units<'a>, problem: &'a Problem, totals: &[u64]) -> Self {
        let profiles = problem.profiles();
        let mut homes: Vec<Queue> = (0..profiles).map(|_| Queue::default()).collect();
        let mut alone = vec![None; profiles];
        for (unit, (&p, home)) in (0..).zip(units.into.iter().zip(units.home)) {
            match home {
                Some(home) => {
                    let resident = Resident { unit, home: *home, had: 0 };
                    let people = units.sizes[unit as usize] as usize;
                    homes[p as usize].people.extend(std::iter::repeat_n(resident, people));
                }
                None => alone[p as usize] = Some(unit),
            }
        }
        homes.iter_mut().for_each(|queue| queue.at = queue.people.len());
        let mut order: Vec<usize> = (0..profiles).collect();
        let chance = |p: usize, of: usize| u128::from(totals[p]) * u128::from(problem.sizes[of]);
        order.sort_by(|&a, &b| chance(b, a).cmp(&chance(a, b)).then(a.cmp(&b)));
        let mut turn = vec![0; profiles];
        order.into_iter().zip(0..).for_each(|(p, place)| turn[p] = place);
        let count = units.into.len();
        Self {
            living: vec![0; units.most.len()],
            seats: vec![0; count],
            seated: Vec::new(),
            dealt: vec![0; profiles],
            given: vec![0; count],
            units,
            problem,
            homes,
            alone,
            turn,
            sorted: 0,
        }
    }

    /// Who sits on the next `lot` tickets.
    fn panel(&mut self, panel: &Panel, lot: u64) -> Option<Panel> {
        let mut wanted = panel.0.clone();
        wanted.sort_by_key(|&(p, _)| self.turn[p as usize]);
        for (p, seats) in wanted {
            self.seat(p as usize, seats, lot)?;
        }
        self.seated.sort_unstable();
        let made = Panel(self.seated.iter().map(|&unit| (unit, self.seats[unit as usize])).collect());
        for unit in self.seated.drain(..) {
            self.seats[unit as usize] = 0;
            if let Some(home) = self.units.home[unit as usize] {
                self.living[home as usize] = 0;
            }
        }
        Some(made)
    }

    fn seat(&mut self, p: usize, seats: u32, lot: u64) -> Option<()> {
        self.dealt[p] += u64::from(seats) * lot;
        let alone = self.alone[p].map_or(0, |unit| {
            // What they are due, by head, to the nearest whole lot.
            let (n, all) = (i128::from(self.units.sizes[unit as usize]), i128::from(self.problem.sizes[p]));
            let due = i128::from(self.dealt[p]) * n - i128::from(self.given[unit as usize]) * all;
            let step = 2 * all * i128::from(lot);
            ((2 * due + step / 2).div_euclid(step)).clamp(0, n.min(seats.into())) as u32
        });
        let mut lacking = seats - alone - self.call(p, seats - alone, lot);
        let room = self.alone[p].map_or(0, |unit| self.units.sizes[unit as usize]) - alone;
        while lacking > room {
            if !self.in_place_of_another(p, lot) {
                return None;
            }
            lacking -= 1;
        }
        if let Some(unit) = self.alone[p].filter(|_| alone + lacking > 0) {
            self.take(unit, alone + lacking, lot);
        }
        Some(())
    }

    /// Seats somebody of a profile whose home is full in the place of whoever sits there, if somebody else of that
    /// one's profile can sit instead. Whether there was such a place.
    fn in_place_of_another(&mut self, p: usize, lot: u64) -> bool {
        for place in 0..self.homes[p].people.len() {
            let Resident { unit, home, .. } = self.homes[p].people[place];
            let lives_there = |other: &&u32| {
                let at = **other as usize;
                self.units.home[at] == Some(home) && self.units.into[at] as usize != p
            };
            let free = self.seats[unit as usize] < self.units.sizes[unit as usize];
            let Some(&other) = self.seated.iter().find(lives_there).filter(|_| free) else { continue };
            let q = self.units.into[other as usize] as usize;
            let of = self.homes[q].people.iter().enumerate().filter(|(_, who)| who.unit == other);
            let Some(theirs) = of.max_by_key(|(_, who)| who.had).map(|(theirs, _)| theirs) else { continue };
            self.leave(q, theirs, lot);
            self.enter(p, place, lot);
            if self.call(q, 1, lot) == 1 {
                return true;
            }
            let alone = self.alone[q].filter(|&u| self.seats[u as usize] < self.units.sizes[u as usize]);
            if let Some(alone) = alone {
                self.take(alone, 1, lot);
                return true;
            }
            self.leave(p, place, lot);
            // Nobody was called, but they may have been put in another order.
            let theirs = self.homes[q].people.iter().position(|who| who.unit == other).unwrap_or_default();
            self.enter(q, theirs, lot);
        }
        false
    }

    fn enter(&mut self, p: usize, place: usize, lot: u64) {
        let who = &mut self.homes[p].people[place];
        who.had += lot;
        let Resident { unit, home, .. } = *who;
        self.living[home as usize] += 1;
        self.take(unit, 1, lot);
    }

    fn leave(&mut self, p: usize, place: usize, lot: u64) {
        let who = &mut self.homes[p].people[place];
        who.had = who.had.saturating_sub(lot);
        let Resident { unit, home, .. } = *who;
        self.living[home as usize] -= 1;
        self.seats[unit as usize] -= 1;
        self.given[unit as usize] -= lot;
        if self.seats[unit as usize] == 0 {
            self.seated.retain(|&seated| seated != unit);
        }
    }

    fn take(&mut self, unit: u32, seats: u32, lot: u64) {
        let at = unit as usize;
        if self.seats[at] == 0 {
            self.seated.push(unit);
        }
        self.seats[at] += seats;
        self.given[at] += u64::from(seats) * lot;
    }

    /// Seats up to so many who live in homes; how many.
    fn call(&mut self, p: usize, wanted: u32, lot: u64) -> u32 {
        let mut queue = std::mem::take(&mut self.homes[p]);
        let mut called = 0;
        let ahead = queue.people.len() - queue.at;
        let mut fresh = ahead < (wanted as usize).max(queue.people.len() / 2 + 1);
        if fresh {
            self.sort(&mut queue, lot);
        }
        while called < wanted {
            let before = called;
            for place in queue.at..queue.people.len() {
                if called == wanted {
                    break;
                }
                let Resident { unit, home, .. } = queue.people[place];
                let room = self.living[home as usize] < self.units.most[home as usize];
                if room && self.seats[unit as usize] < self.units.sizes[unit as usize] {
                    self.living[home as usize] += 1;
                    self.take(unit, 1, lot);
                    queue.people[place].had += lot;
                    queue.people.swap(queue.at, place);
                    queue.at += 1;
                    called += 1;
                }
            }
            // Those who had a turn already come again only if nobody else can.
            if called < wanted {
                if fresh && called == before {
                    break;
                }
                self.sort(&mut queue, lot);
                fresh = true;
            }
        }
        self.homes[p] = queue;
        called
    }

    /// Puts the people of a queue in order: those first who had the fewest tickets; up to half a lot more or less, in
    /// an order of its own.
    fn sort(&mut self, queue: &mut Queue, lot: u64) {
        self.sorted += 1;
        let luck = |place: u64| mixed(self.sorted << 32 | place) % 32;
        let mut order: Vec<(u64, Resident)> =
            (0..).zip(&queue.people).map(|(place, who)| (who.had * 64 + lot * luck(place), *who)).collect();
        order.sort_by_key(|of| of.0);
        queue.people.clear();
        queue.people.extend(order.into_iter().map(|(_, who)| who));
        queue.at = 0;
    }
}

/// Spreads numbers evenly (the finaliser of SplitMix64; Steele, Lea and Flood 2014).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(tickets: u64, panel: &[(u32, u32)]) -> Share {
        Share { tickets, panel: Panel(panel.to_vec()) }
    }

    /// One profile of `alone` people and of homes of one each; another whose people live in the same homes.
    fn two(alone: u32, homes: u32) -> (Problem, Vec<u32>, Vec<u32>, Vec<Option<u32>>) {
        let problem = Problem { seats: 0, sizes: vec![alone + homes, homes], rows: Vec::new() };
        let into = [vec![0; 1 + homes as usize], vec![1; homes as usize]].concat();
        let sizes = [vec![alone], vec![1; 2 * homes as usize]].concat();
        let home = std::iter::once(None).chain((0..homes).map(Some)).chain((0..homes).map(Some)).collect();
        (problem, into, sizes, home)
    }

    #[test]
    fn everybody_ends_within_a_ticket_of_their_part_and_no_home_sits_twice() {
        let (problem, into, sizes, home) = two(30, 20);
        let units = Units { into: &into, sizes: &sizes, home: &home, most: vec![1; 20] };
        let lottery =
            TicketLottery { shares: vec![share(6_001, &[(0, 5), (1, 3)]), share(3_999, &[(0, 4), (1, 2)])] };
        let made = seated(&units, &problem, &lottery).expect("room");
        assert_eq!(made.tickets(), 10_000);
        for share in &made.shares {
            let homes: Vec<u32> = share.panel.0.iter().filter_map(|&(unit, _)| home[unit as usize]).collect();
            let mut once = homes.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), homes.len());
            assert!([(5, 3), (4, 2)].iter().any(|&(a, b)| {
                let of = |p: u32| {
                    share.panel.0.iter().filter(|s| into[s.0 as usize] == p).map(|s| s.1).sum::<u32>()
                };
                (of(0), of(1)) == (a, b)
            }));
        }
        let totals = made.seat_totals(sizes.len());
        for p in [0u32, 1] {
            let all = lottery.seat_totals(2)[p as usize];
            for unit in (0..sizes.len()).filter(|&unit| into[unit] == p) {
                let part = all as f64 * f64::from(sizes[unit]) / f64::from(problem.sizes[p as usize]);
                let off = (totals[unit] as f64 - part).abs() / f64::from(sizes[unit]);
                assert!(off < 1.0, "unit {unit}: {} of {part}", totals[unit]);
            }
        }
    }

    #[test]
    fn what_no_home_has_room_for_is_not_seated() {
        let (problem, into, sizes, home) = two(1, 2);
        let units = Units { into: &into, sizes: &sizes, home: &home, most: vec![1; 2] };
        let full = |panel: &[(u32, u32)]| {
            seated(&units, &problem, &TicketLottery { shares: vec![share(10, panel)] })
        };
        assert!(full(&[(0, 1), (1, 2)]).is_some());
        assert!(full(&[(0, 2), (1, 1)]).is_some());
        assert_eq!(full(&[(0, 2), (1, 2)]), None);
    }
}
