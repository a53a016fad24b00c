//! The ordered reserves: who they are and in which order. Imports `lottery`, `draw` and its siblings.
//! Integers only. Specified in `src/panel/SPEC.md`.
//!
//! Reserves are chosen for what they are worth when people drop out, in the way of Assos, Baharav,
//! Flanigan and Procaccia (EC 2025, arXiv:2506.15716): the loss is averaged over scenarios of who drops
//! out, reserves among them, and what counts is how well the quotas are kept once reserves have taken the
//! empty seats. They search for a whole set with an integer programme; here reserves are added one by
//! one, each time the one that lowers the loss most, with exchanges in every scenario. How far that is
//! from the best set is measured in `tests/afterwards/gap.rs`.

use super::balance::{Balance, ONE, Rules};
use crate::draw::Stream;
use crate::lottery::problem::Problem;

/// A rate in millionths: nobody drops out at 0, everybody at [`ALL`].
pub type Rate = u32;
/// Everybody drops out.
pub const ALL: Rate = 1_000_000;

/// Everything from which reserves follow, but for the stream.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// Profiles, quotas and seats.
    pub problem: &'a Problem,
    /// The rules with the firm rows marked.
    pub rules: &'a Rules,
    /// The panel: profile and place of each member, ascending.
    pub seats: &'a [(u32, u32)],
    /// For each profile the chance that one of its people drops out.
    pub loss: &'a [Rate],
    /// How many reserves.
    pub reserves: u32,
}

/// Reserves, the first to be called of equals first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Profile and place of each.
    pub order: Vec<(u32, u32)>,
    /// Scenarios looked at.
    pub scenarios: u32,
}

/// Number of scenarios: as many as 2^32 steps allow, from 100 to 1,000.
pub fn scenarios(profiles: usize, reserves: u32, seats: u32) -> u32 {
    let one = (profiles.max(1) as u64).saturating_mul(u64::from(reserves.max(1)) * u64::from(seats.max(1)));
    ((1u64 << 32) / one).clamp(100, 1000) as u32
}

impl Ask<'_> {
    /// People of each profile who are not on the panel.
    fn left(&self) -> Vec<u32> {
        let mut left = self.problem.sizes.clone();
        self.seats.iter().for_each(|&(t, _)| left[t as usize] -= 1);
        left
    }

    /// Everybody who is not on the panel, in an order drawn by lot.
    fn lots(&self, stream: &mut Stream) -> Vec<(u32, u32)> {
        let mut people: Vec<(u32, u32)> = Vec::new();
        let mut seated = self.seats.iter().peekable();
        for (t, &size) in (0..).zip(&self.problem.sizes) {
            for place in 0..size {
                if seated.next_if_eq(&&(t, place)).is_none() {
                    people.push((t, place));
                }
            }
        }
        stream.shuffle(&mut people);
        people
    }

    /// Chooses the reserves: as many as asked, or everybody who is left.
    pub fn choose(&self, stream: &mut Stream) -> Chosen {
        let lots = self.lots(stream);
        let asked = self.reserves.min(lots.len() as u32);
        let scenarios = scenarios(self.problem.profiles(), self.reserves, self.problem.seats);
        let mut futures = self.futures(scenarios, stream);
        // By profile those still to be had, the next one last; profiles in the order of their next person.
        let mut queues: Vec<Vec<(usize, u32)>> = vec![Vec::new(); self.problem.profiles()];
        for (at, &(t, place)) in lots.iter().enumerate().rev() {
            queues[t as usize].push((at, place));
        }
        let mut copies = vec![0u32; queues.len()];
        let mut order = Vec::new();
        while order.len() < asked as usize {
            let mut best: Option<(i64, usize, u32)> = None;
            for (t, queue) in (0u32..).zip(&queues) {
                let Some(&(lot, _)) = queue.last() else { continue };
                let gain: i64 = futures.iter().map(|future| future.gain(t, copies[t as usize])).sum();
                if best.is_none_or(|(most, first, _)| (gain, first) > (most, lot)) {
                    best = Some((gain, lot, t));
                }
            }
            let Some((_, _, t)) = best else { break };
            let copy = copies[t as usize];
            futures.iter_mut().for_each(|future| future.add(t, copy));
            copies[t as usize] += 1;
            order.extend(queues[t as usize].pop().map(|(_, place)| (t, place)));
        }
        Chosen { order, scenarios }
    }

    /// Scenarios of who drops out: of the panel, and of every profile's first people in reserve.
    fn futures(&self, scenarios: u32, stream: &mut Stream) -> Vec<Future<'_>> {
        let left = self.left();
        let full = Balance::of(self.rules, self.seats.iter().map(|&(t, _)| t));
        let mut futures = Vec::new();
        for _ in 0..scenarios {
            let mut balance = full.clone();
            for &(t, _) in self.seats {
                if self.drops(t, stream) {
                    balance.leave(t);
                }
            }
            // Only those who stay are kept: numbers of copies that drop out, by profile.
            let mut absent = Vec::new();
            for (t, &people) in (0..).zip(&left) {
                for copy in 0..people.min(self.reserves) {
                    if self.drops(t, stream) {
                        absent.push((t, copy));
                    }
                }
            }
            let loss = balance.loss();
            futures.push(Future { balance, absent, used: Vec::new(), least: 0, loss });
        }
        futures
    }

    fn drops(&self, profile: u32, stream: &mut Stream) -> bool {
        stream.below(u64::from(ALL)) < u64::from(self.loss[profile as usize])
    }

    /// How well these reserves keep the quotas when people drop out and reserves are called one by one,
    /// over so many scenarios of their own. For people to look at.
    pub fn judge(&self, order: &[(u32, u32)], scenarios: u32, stream: &mut Stream) -> Judged {
        let full = Balance::of(self.rules, self.seats.iter().map(|&(t, _)| t));
        let mut judged = Judged { scenarios, kept: 0, filled: 0, wrong: 0, loss: 0 };
        for _ in 0..scenarios {
            let mut balance = full.clone();
            for &(t, _) in self.seats {
                if self.drops(t, stream) {
                    balance.leave(t);
                }
            }
            let mut waiting: Vec<u32> =
                order.iter().map(|&(t, _)| t).filter(|&t| !self.drops(t, stream)).collect();
            while let Some(at) = balance.next(waiting.iter().copied()) {
                balance.join(waiting.remove(at));
            }
            judged.kept += u32::from(balance.kept());
            judged.filled += u32::from(balance.vacant() == 0);
            judged.wrong += balance.wrong();
            judged.loss += balance.loss();
        }
        judged
    }

    /// As many people drawn by lot, to compare with.
    pub fn random(&self, stream: &mut Stream) -> Vec<(u32, u32)> {
        let mut lots = self.lots(stream);
        lots.truncate(self.reserves as usize);
        lots
    }

    /// As many people of the profiles nearest to those of the panel members likeliest to drop out, one for
    /// one, to compare with: what organisers do who keep a reserve "like" each member.
    pub fn alike(&self, stream: &mut Stream) -> Vec<(u32, u32)> {
        let mut lots = self.lots(stream);
        let mut members: Vec<u32> = self.seats.iter().map(|&(t, _)| t).collect();
        stream.shuffle(&mut members);
        members.sort_by_key(|&t| std::cmp::Reverse(self.loss[t as usize]));
        let of = self.problem.rows_of();
        let shared = |a: u32, b: u32| of[a as usize].iter().filter(|r| of[b as usize].contains(r)).count();
        let mut order = Vec::new();
        for &member in members.iter().cycle() {
            if order.len() == self.reserves as usize || lots.is_empty() {
                break;
            }
            let nearest = (0..lots.len()).rev().max_by_key(|&i| shared(member, lots[i].0)).unwrap_or(0);
            order.push(lots.remove(nearest));
        }
        order
    }
}

/// What reserves are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Scenarios.
    pub scenarios: u32,
    /// Of them, those in which all seats are filled and all quotas kept in the end.
    pub kept: u32,
    /// Of them, those in which all seats are filled.
    pub filled: u32,
    /// People missing or too many in all of them together, value by value, and empty seats.
    pub wrong: u64,
    /// What is wrong in all of them together, in millionths (see [`Balance::loss`]).
    pub loss: i64,
}

/// One scenario, with those reserves in who stay and mend something.
#[derive(Clone, Debug)]
struct Future<'a> {
    balance: Balance<'a>,
    /// Reserves who drop out: profile and number within it, ascending.
    absent: Vec<(u32, u32)>,
    /// Profiles of reserves who are in.
    used: Vec<u32>,
    /// The least change when one of them goes out.
    least: i64,
    loss: i64,
}

impl Future<'_> {
    /// What the next reserve of `profile` mends, at least 0: by taking an empty seat, or the seat of a
    /// reserve who mends less.
    fn gain(&self, profile: u32, copy: u32) -> i64 {
        if self.loss == 0 || self.absent.binary_search(&(profile, copy)).is_ok() {
            return 0;
        }
        if self.balance.vacant() > 0 {
            return self.balance.joining(profile).map_or(0, |change| (ONE - change).max(0));
        }
        -self.exchange(profile).map_or(0, |(change, _)| change)
    }

    /// The best reserve to go out for one of `profile`, if that mends anything.
    fn exchange(&self, profile: u32) -> Option<(i64, usize)> {
        if self.used.is_empty() || self.balance.exchanging_at_least(profile, self.least) >= 0 {
            return None;
        }
        let mut best: Option<(i64, usize)> = None;
        for (at, &other) in self.used.iter().enumerate() {
            let Some(change) = self.balance.exchanging(profile, other) else { continue };
            if change < best.map_or(0, |(least, _)| least) {
                best = Some((change, at));
            }
        }
        best
    }

    fn add(&mut self, profile: u32, copy: u32) {
        if self.gain(profile, copy) == 0 {
            return;
        }
        if self.balance.vacant() > 0 {
            self.used.push(profile);
        } else if let Some((_, at)) = self.exchange(profile) {
            self.balance.leave(self.used[at]);
            self.used[at] = profile;
        }
        self.balance.join(profile);
        self.loss = self.balance.loss();
        self.least = self.used.iter().map(|&t| self.balance.leaving(t)).min().unwrap_or(0);
    }
}
