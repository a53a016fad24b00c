//! The ordered reserves: who they are and in which order. Imports `lottery`, `draw` and its siblings.
//! Integers only. Specified in `src/panel/SPEC.md`.
//!
//! Reserves are chosen for what they are worth when people drop out, in the way of Assos, Baharav,
//! Flanigan and Procaccia (EC 2025, arXiv:2506.15716): the loss is averaged over scenarios of who drops
//! out, reserves among them, and what counts is how well the quotas are kept once reserves have taken the
//! empty seats. They search for a whole set with an integer programme; here reserves are added one by
//! one, each time the one that lowers the loss most, with exchanges in every scenario. How far that is
//! from the best set is measured in `tests/afterwards/gap.rs`.

use super::balance::{Balance, Rules};
use super::sums::{Room, Sums};
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

impl crate::base::rules::Rules {
    /// The reserves that follow under these rules: as many as asked, or everybody who is left.
    pub fn reserves(self, ask: &Ask<'_>, stream: &mut Stream) -> Chosen {
        match self {
            Self::V1 => ask.choose(stream),
        }
    }
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
        let mut gains = Gains::new(self, &futures);
        let mut order = Vec::new();
        while order.len() < asked as usize {
            let mut best: Option<(i64, usize, u32)> = None;
            for (t, queue) in (0u32..).zip(&queues) {
                let Some(&(lot, _)) = queue.last() else { continue };
                let gain = gains.total[t as usize];
                if best.is_none_or(|(most, first, _)| (gain, first) > (most, lot)) {
                    best = Some((gain, lot, t));
                }
            }
            let Some((_, _, t)) = best else { break };
            order.extend(queues[t as usize].pop().map(|(_, place)| (t, place)));
            gains.add(&mut futures, t);
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
            let mut absent = Bits::default();
            for (t, &people) in (0..).zip(&left) {
                for _ in 0..people.min(self.reserves) {
                    absent.push(self.drops(t, stream));
                }
            }
            let loss = balance.loss();
            futures.push(Future { balance, absent, used: Vec::new(), leaving: Vec::new(), loss });
        }
        futures
    }

    /// Where the reserves of each profile start in [`Future::absent`].
    fn starts(&self) -> Vec<usize> {
        let each = self.left().into_iter().scan(0, |start, people| {
            let own = *start;
            *start += people.min(self.reserves) as usize;
            Some(own)
        });
        each.collect()
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

/// Yes or no, many times: there may be hundreds of millions of them.
#[derive(Clone, Debug, Default)]
struct Bits {
    words: Vec<u64>,
    length: usize,
}

impl Bits {
    fn push(&mut self, bit: bool) {
        if self.length.is_multiple_of(64) {
            self.words.push(0);
        }
        if let Some(word) = self.words.last_mut() {
            *word |= u64::from(bit) << (self.length % 64);
        }
        self.length += 1;
    }

    fn get(&self, at: usize) -> bool {
        self.words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }
}

/// One scenario, with those reserves in who stay and mend something.
#[derive(Clone, Debug)]
struct Future<'a> {
    balance: Balance<'a>,
    /// Of everybody who can be a reserve whether they drop out: profile after profile.
    absent: Bits,
    /// Profiles of reserves who are in.
    used: Vec<u32>,
    /// What changes when one of them goes out, and who; ascending, none twice.
    leaving: Vec<(i64, u32)>,
    loss: i64,
}

/// What the next reserve of every profile mends in every scenario. Most scenarios stay as they are when a
/// reserve is added, so these are kept.
struct Gains {
    sums: Sums,
    room: Room,
    /// Where the reserves of each profile start in [`Future::absent`].
    starts: Vec<usize>,
    /// Scenario after scenario: what somebody of each profile would mend who does not drop out.
    able: Vec<i64>,
    /// The same of the next reserve of the profile, who may drop out.
    of: Vec<i64>,
    /// By profile, in all scenarios together.
    total: Vec<i64>,
    /// By profile, how many were chosen.
    copies: Vec<u32>,
}

impl Gains {
    fn new(ask: &Ask<'_>, futures: &[Future<'_>]) -> Self {
        let profiles = ask.problem.profiles();
        let (each, all) = (vec![0; profiles], vec![0; profiles * futures.len()]);
        let mut gains = Self {
            sums: Sums::of(ask.rules),
            room: Room::default(),
            starts: ask.starts(),
            able: all.clone(),
            of: all,
            total: each,
            copies: vec![0; profiles],
        };
        (0..futures.len()).for_each(|at| gains.refresh(futures, at));
        gains
    }

    /// Adds the next reserve of a profile.
    fn add(&mut self, futures: &mut [Future<'_>], profile: u32) {
        self.copies[profile as usize] += 1;
        for at in 0..futures.len() {
            let place = at * self.total.len() + profile as usize;
            if self.of[place] > 0 {
                futures[at].add(profile);
                self.refresh(futures, at);
            } else if self.able[place] > 0 && !self.drops(&futures[at], profile as usize) {
                // The one before drops out, this one stays.
                self.of[place] = self.able[place];
                self.total[profile as usize] += self.able[place];
            }
        }
    }

    /// Whether the next reserve of a profile drops out.
    fn drops(&self, future: &Future<'_>, profile: usize) -> bool {
        future.absent.get(self.starts[profile] + self.copies[profile] as usize)
    }

    fn refresh(&mut self, futures: &[Future<'_>], at: usize) {
        let (future, profiles) = (&futures[at], self.total.len());
        let own = at * profiles..(at + 1) * profiles;
        future.mends(&self.sums, &mut self.room, &mut self.able[own.clone()]);
        for profile in 0..profiles {
            let place = own.start + profile;
            let gain =
                if self.able[place] > 0 && !self.drops(future, profile) { self.able[place] } else { 0 };
            self.total[profile] += gain - self.of[place];
            self.of[place] = gain;
        }
    }
}

impl Future<'_> {
    /// What somebody of every profile mends, at least 0: by taking an empty seat, or the seat of a reserve who mends less.
    fn mends(&self, sums: &Sums, room: &mut Room, found: &mut [i64]) {
        found.fill(0);
        if self.loss == 0 {
            return;
        }
        if self.balance.vacant() > 0 {
            let vacancy = self.balance.rules().vacancy();
            let each = found.iter_mut().zip(sums.each(self.balance.plus(), room));
            each.for_each(|(found, more)| *found = (vacancy - more).max(0));
            return;
        }
        let least = sums.each(self.balance.plus(), room).min().unwrap_or(0);
        let (plus, minus) = (self.balance.plus(), self.balance.minus());
        let mut numbers = plus.to_vec();
        let mut seen: Vec<Vec<u32>> = Vec::new();
        for &(leaving, other) in &self.leaving {
            let shared: Vec<u32> = self.balance.shared(other).collect();
            let saved: i64 = shared.iter().map(|&row| plus[row as usize] + minus[row as usize]).sum();
            // For nobody does it pay, or always more for one before, who is missed less and shares as much.
            let is_less = |before: &Vec<u32>| shared.iter().all(|row| before.binary_search(row).is_ok());
            if leaving + least - saved >= 0 || seen.iter().any(is_less) {
                continue;
            }
            // A row that counts both does not change.
            shared.iter().for_each(|&row| numbers[row as usize] = -minus[row as usize]);
            let each = found.iter_mut().zip(sums.each(&numbers, room));
            each.for_each(|(found, more)| *found = (-leaving - more).max(*found));
            shared.iter().for_each(|&row| numbers[row as usize] = plus[row as usize]);
            seen.push(shared);
        }
    }

    /// The best reserve to go out for one of `profile`, if that mends anything.
    fn exchange(&self, profile: u32) -> Option<(i64, usize)> {
        let mut best: Option<(i64, usize)> = None;
        for (at, &other) in self.used.iter().enumerate() {
            let Some(change) = self.balance.exchanging(profile, other) else { continue };
            if change < best.map_or(0, |(least, _)| least) {
                best = Some((change, at));
            }
        }
        best
    }

    /// Takes in a reserve who mends something.
    fn add(&mut self, profile: u32) {
        if self.balance.vacant() > 0 {
            self.used.push(profile);
        } else if let Some((_, at)) = self.exchange(profile) {
            self.balance.leave(self.used[at]);
            self.used[at] = profile;
        }
        self.balance.join(profile);
        self.loss = self.balance.loss();
        self.leaving = self.used.iter().map(|&t| (self.balance.leaving(t), t)).collect();
        self.leaving.sort_unstable();
        self.leaving.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Label;
    use crate::lottery::problem::Row;
    use crate::seed::{Evidence, Manifest, Seed};
    use proptest::prelude::*;

    /// The reserves by the words of the specification: everything asked anew at every step.
    fn plainly(ask: &Ask<'_>, stream: &mut Stream) -> Vec<(u32, u32)> {
        let (lots, starts) = (ask.lots(stream), ask.starts());
        let mut futures =
            ask.futures(scenarios(ask.problem.profiles(), ask.reserves, ask.problem.seats), stream);
        let mut order: Vec<(u32, u32)> = Vec::new();
        while order.len() < lots.len().min(ask.reserves as usize) {
            let chosen = |t: u32| order.iter().filter(|person| person.0 == t).count() as u32;
            let mends = |future: &Future<'_>, t: u32| {
                if future.absent.get(starts[t as usize] + chosen(t) as usize) {
                    return 0;
                }
                if future.balance.vacant() > 0 {
                    return future.balance.filling(t).max(0);
                }
                let best = future.used.iter().filter_map(|&other| future.balance.exchanging(t, other));
                -best.min().unwrap_or(0).min(0)
            };
            let mut best: Option<(i64, (u32, u32))> = None;
            for &person in lots.iter().filter(|person| !order.contains(person)) {
                let all: i64 = futures.iter().map(|future| mends(future, person.0)).sum();
                if best.is_none_or(|(most, _)| all > most) {
                    best = Some((all, person));
                }
            }
            let person = best.unwrap().1;
            let gains: Vec<i64> = futures.iter().map(|future| mends(future, person.0)).collect();
            for (future, _) in futures.iter_mut().zip(gains).filter(|(_, gain)| *gain > 0) {
                future.add(person.0);
            }
            order.push(person);
        }
        order
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        /// Keeping what reserves mend gives the same reserves as asking anew; a home's maximum included.
        #[test]
        fn what_is_kept_is_what_is_asked_anew(
            bounds in prop::array::uniform4((0u32..4, 0u32..3)),
            sizes in prop::array::uniform4(1u32..6),
            rates in prop::array::uniform4(0u32..900_000),
            reserves in 1u32..9,
            firm in 0usize..8,
            word in 0u32..1000,
        ) {
            let rows = [[0, 1], [2, 3], [0, 2], [1, 3]].into_iter().zip(bounds);
            let rows = rows.map(|(t, (min, more))| Row { profiles: t.to_vec(), min, max: min + more }).collect();
            let seats: Vec<(u32, u32)> = (0..4).filter(|&t| t != word % 4).map(|t| (t, 0)).collect();
            let problem = Problem { seats: seats.len() as u32, sizes: sizes.to_vec(), rows };
            let rules = Rules::new(&problem, |row| row == firm);
            let ask = Ask { problem: &problem, rules: &rules, seats: &seats, loss: &rates, reserves };
            let commitment = Manifest::of(&[("pool.csv", b"code\n")]).unwrap().commit();
            let seed = Seed::derive(&commitment, &Evidence::text(&format!("{word}")).unwrap());
            let stream = || Stream::new(&seed, &Label::Reserves);
            prop_assert_eq!(ask.choose(&mut stream()).order, plainly(&ask, &mut stream()));
        }
    }
}
