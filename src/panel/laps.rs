//! Who sits on which ticket. Imports `base`, `draw` and `panel::seating`. Integers only. Specified, with
//! vectors, in `src/draw/SPEC.md`, section 6.
//!
//! A ticket says how many members of a profile it seats. Of whom is settled by laps: all places that the
//! profile has over all tickets are laid out in a row, in ticket order, and the row is cut into laps of as many
//! places as there are members. In each lap every member has one place, in an order of its own. So everybody
//! comes equally often, to one, and any two members are as likely to come together as any other two.
//!
//! A ticket that reaches over the end of a lap would now and then meet somebody twice, once in the tail of one
//! lap and once in the head of the next. So whoever is in that tail comes, in the next lap, behind those whom
//! the ticket takes there.
//!
//! A ticket that seats more than half of a profile is read the other way round: its laps are of those who are
//! left out. So no ticket takes more than half a lap, and no lap is changed further on than where its tail
//! begins: a ticket depends on two laps and on nothing further away.

use super::Seating;
use crate::base::chance::Chance;
use crate::base::digest::Digest;
use crate::base::rules::Rules;
use crate::draw::Stream;

/// From what the orders of all laps follow: a digest of the frozen quotas, profiles and tickets. The charter
/// is not in it, and the key of the codes only where a household rule shows its homes under codes: so whoever
/// tries other ones gets the same laps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LapKey(Digest);

impl LapKey {
    /// From the bytes of `quotas.csv`, `profiles.csv` and `lottery.csv`.
    pub fn of(quotas: &[u8], profiles: &[u8], lottery: &[u8]) -> Self {
        Self(Digest::tagged("geloot/1/laps", &[quotas, profiles, lottery]))
    }
}

/// Which laps a ticket takes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// It seats at most half of the members: the laps of those who are seated.
    In,
    /// It seats more than half: the laps of those who are left out.
    Out,
}

/// The side of a ticket that seats `seats` of `members`, and how many places it takes there.
fn taken(seats: u32, members: u32) -> (Side, u32) {
    if u64::from(seats) * 2 <= u64::from(members) { (Side::In, seats) } else { (Side::Out, members - seats) }
}

/// A place in the row of a side, and how the lap of that place begins.
#[derive(Clone, Copy, Debug, Default)]
struct Cursor {
    /// The place: lap times members, and the place in the lap.
    at: u64,
    /// Members whom the ticket that reaches over the beginning of this lap took in the lap before.
    tail: u32,
    /// And how many it took in this lap.
    head: u32,
}

impl Cursor {
    /// Passes `tickets` tickets that take `each` places of a lap of `members`.
    fn pass(&mut self, each: u32, tickets: u64, members: u32) {
        let (each, members) = (u64::from(each), u64::from(members));
        let end = self.at + each * tickets;
        let begins = end - end % members;
        if begins > self.at {
            // The ticket that takes the place before the lap begins, or ends there.
            let over = self.at + (begins - self.at) / each * each;
            self.tail = (begins - over) as u32;
            self.head = if self.tail > 0 { each as u32 - self.tail } else { 0 };
        }
        self.at = end;
    }
}

/// The two rows of a profile.
#[derive(Clone, Copy, Debug, Default)]
struct Cursors {
    seated: Cursor,
    left_out: Cursor,
    /// Tickets of the second side.
    most: u64,
}

impl Cursors {
    fn pass(&mut self, seats: u32, tickets: u64, members: u32) {
        match taken(seats, members) {
            (Side::In, each) => self.seated.pass(each, tickets, members),
            (Side::Out, each) => {
                self.most += tickets;
                self.left_out.pass(each, tickets, members);
            }
        }
    }
}

/// A ticket lottery with an order of the members in each lap.
#[derive(Clone, Debug)]
pub struct Laps<'a> {
    seating: Seating<'a>,
    key: LapKey,
    /// For each profile where its rows end if both begin at 0.
    ends: Vec<Cursors>,
}

impl Rules {
    /// Who sits on which ticket of a seating, under these rules.
    pub fn laps(self, seating: Seating<'_>, key: LapKey) -> Laps<'_> {
        match self {
            Self::V1 => Laps::new(seating, key),
        }
    }
}

impl<'a> Laps<'a> {
    /// The laps of a seating.
    pub fn new(seating: Seating<'a>, key: LapKey) -> Self {
        let mut ends = vec![Cursors::default(); seating.sizes.len()];
        for share in &seating.lottery.shares {
            for &(t, seats) in &share.panel.0 {
                ends[t as usize].pass(seats, share.tickets, seating.sizes[t as usize]);
            }
        }
        Self { seating, key, ends }
    }

    /// How many seats each profile has.
    pub fn seating(&self) -> &Seating<'a> {
        &self.seating
    }

    /// The panel of `ticket`: (profile, place in the profile), both from 0, ascending. `None` if there is no
    /// such ticket.
    pub fn panel(&self, ticket: u64) -> Option<Vec<(u32, u32)>> {
        let mut before: Vec<Cursors> = (0..self.ends.len()).map(|t| self.start(t)).collect();
        let mut first = 0;
        for share in &self.seating.lottery.shares {
            let here = ticket - first < share.tickets;
            let passed = if here { ticket - first } else { share.tickets };
            for &(t, seats) in &share.panel.0 {
                before[t as usize].pass(seats, passed, self.seating.sizes[t as usize]);
            }
            if here {
                let of = |&(t, seats): &(u32, u32)| self.seated(t, seats, &before[t as usize]);
                return Some(share.panel.0.iter().flat_map(of).collect());
            }
            first += share.tickets;
        }
        None
    }

    /// The members whom a ticket seats that begins here, ascending.
    fn seated(&self, profile: u32, seats: u32, here: &Cursors) -> Vec<(u32, u32)> {
        let members = self.seating.sizes[profile as usize];
        let (side, each) = taken(seats, members);
        let mut named = match each {
            0 => Vec::new(),
            _ => self.walk(profile, side, here).next(each).to_vec(),
        };
        named.sort_unstable();
        let seated = |place: &u32| named.binary_search(place).is_ok() == (side == Side::In);
        (0..members).filter(seated).map(|place| (profile, place)).collect()
    }

    /// The tickets that seat each member of `profile`, by place.
    pub fn held(&self, profile: u32) -> Vec<u64> {
        let (n, end) = (u64::from(self.seating.sizes[profile as usize]), &self.ends[profile as usize]);
        let (seats, left_out) = (end.seated.at, end.left_out.at);
        let all = seats / n + end.most - left_out / n;
        // In the last lap, which the two sides share, the first come once more in each.
        let (more, less) = (seats % n, left_out % n);
        let mut held = vec![all; n as usize];
        if more != less {
            for (at, place) in (0..).zip(self.last_lap(profile)) {
                held[place as usize] = all + u64::from(at < more) - u64::from(at < less);
            }
        }
        held
    }

    /// The chance of the member in `place` of `profile`, both from 0.
    pub fn chance(&self, profile: u32, place: u32) -> Chance {
        Chance::new(self.held(profile)[place as usize], self.seating.tickets())
    }

    /// The tickets that seat the member in `place` of `profile`, both from 0: ranges of consecutive
    /// tickets, first and last, ascending.
    pub fn tickets_of(&self, profile: u32, place: u32) -> Vec<(u64, u64)> {
        let mut ranges: Vec<(u64, u64)> = Vec::new();
        self.visit(profile, |first, last, side, named| {
            if named.contains(&place) == (side == Side::In) {
                match ranges.last_mut() {
                    Some(before) if before.1 + 1 == first => before.1 = last,
                    _ => ranges.push((first, last)),
                }
            }
        });
        ranges
    }

    /// Every ticket that seats anybody of a profile, in order: first and last of tickets that are alike (of
    /// those that leave nobody out; else one by one), and whom they seat or leave out.
    fn visit(&self, profile: u32, mut ticket: impl FnMut(u64, u64, Side, &[u32])) {
        let start = self.start(profile as usize);
        let mut walks = [self.walk(profile, Side::In, &start), self.walk(profile, Side::Out, &start)];
        let mut first = 0;
        for share in &self.seating.lottery.shares {
            let beyond = first + share.tickets;
            if let Ok(at) = share.panel.0.binary_search_by_key(&profile, |&(t, _)| t) {
                match taken(share.panel.0[at].1, self.seating.sizes[profile as usize]) {
                    (side, 0) => ticket(first, beyond - 1, side, &[]),
                    (side, each) => {
                        let walk = &mut walks[side as usize];
                        (first..beyond).for_each(|number| ticket(number, number, side, walk.next(each)));
                    }
                }
            }
            first = beyond;
        }
    }

    /// Where the rows of a profile begin. Both end together with a lap: those who are left out begin so far
    /// before the end of lap 0, or with lap 1.
    fn start(&self, profile: usize) -> Cursors {
        let n = u64::from(self.seating.sizes[profile]);
        let at = n - self.ends[profile].left_out.at % n;
        Cursors { left_out: Cursor { at, ..Cursor::default() }, ..Cursors::default() }
    }

    fn walk(&self, profile: u32, side: Side, from: &Cursors) -> Walk<'_> {
        let from = if side == Side::In { from.seated } else { from.left_out };
        Walk { laps: self, profile, side, from, lap: None, order: Vec::new(), at: 0 }
    }

    /// The order of the last lap of those who are seated. Read from its end, it is lap 0 of those who are left
    /// out: so whoever comes once more in one row is the first to come once more in the other.
    fn last_lap(&self, profile: u32) -> Vec<u32> {
        let end = self.ends[profile as usize];
        let lap = end.seated.at / u64::from(self.seating.sizes[profile as usize]);
        self.order(profile, Side::In, lap, &end.seated)
    }

    /// The order of a lap that begins as `begins` says.
    fn order(&self, profile: u32, side: Side, lap: u64, begins: &Cursor) -> Vec<u32> {
        let order = self.shuffled(profile, side, lap);
        if begins.tail == 0 {
            return order;
        }
        let before = self.shuffled(profile, side, lap - 1);
        behind(order, &before[before.len() - begins.tail as usize..], begins.head)
    }

    /// The order of a lap but for what a ticket that reaches into it changes at its beginning.
    fn shuffled(&self, profile: u32, side: Side, lap: u64) -> Vec<u32> {
        let kind = match side {
            Side::Out if lap == 0 => {
                let mut last = self.last_lap(profile);
                last.reverse();
                return last;
            }
            Side::In => "in",
            Side::Out => "out",
        };
        let mut order: Vec<u32> = (0..self.seating.sizes[profile as usize]).collect();
        Stream::keyed(&self.key.0, &format!("lap/{profile}/{kind}/{lap}")).shuffle(&mut order);
        order
    }
}

/// An order in which the first `head` who are not in `tail` come first, then those of `tail` whom they passed,
/// then the others as they were.
fn behind(order: Vec<u32>, tail: &[u32], head: u32) -> Vec<u32> {
    let mut barred = vec![false; order.len()];
    tail.iter().for_each(|&place| barred[place as usize] = true);
    let mut free = 0;
    let reach = order.iter().take_while(|&&place| {
        let goes_on = free < head;
        free += u32::from(!barred[place as usize]);
        goes_on
    });
    let reach = reach.count();
    let (first, rest) = order.split_at(reach);
    let (passed, taken): (Vec<u32>, Vec<u32>) = first.iter().partition(|&&place| barred[place as usize]);
    [&taken, &passed, rest].concat()
}

/// Tickets of one side of a profile, one after the other.
struct Walk<'a> {
    laps: &'a Laps<'a>,
    profile: u32,
    side: Side,
    from: Cursor,
    /// The lap at hand, once there is one.
    lap: Option<u64>,
    /// What is left of the lap before, if anything, and the order of the lap at hand.
    order: Vec<u32>,
    /// Of these, how many were taken.
    at: usize,
}

impl Walk<'_> {
    /// The `each` members of the next ticket, at least one and at most half of all.
    fn next(&mut self, each: u32) -> &[u32] {
        let lap = match self.lap {
            Some(lap) => lap,
            None => {
                let n = u64::from(self.laps.seating.sizes[self.profile as usize]);
                let lap = self.from.at / n;
                self.order = self.laps.order(self.profile, self.side, lap, &self.from);
                self.at = (self.from.at % n) as usize;
                lap
            }
        };
        let reach = self.at + each as usize;
        self.lap = Some(lap + u64::from(reach > self.order.len()));
        if reach > self.order.len() {
            let head = reach - self.order.len();
            self.order.drain(..self.at);
            let next = self.laps.shuffled(self.profile, self.side, lap + 1);
            let next = if self.order.is_empty() { next } else { behind(next, &self.order, head as u32) };
            self.order.extend(next);
            self.at = 0;
        }
        self.at += each as usize;
        &self.order[self.at - each as usize..self.at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::code::Code;
    use crate::lottery::problem::Panel;
    use crate::lottery::tickets::{Share, TicketLottery};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn share(tickets: u64, panel: &[(u32, u32)]) -> Share {
        Share { tickets, panel: Panel(panel.to_vec()) }
    }

    fn laps<'a>(lottery: &'a TicketLottery, sizes: &'a [u32], key: &str) -> Laps<'a> {
        Laps::new(Seating::new(lottery, sizes).unwrap(), LapKey::of(key.as_bytes(), b"", b""))
    }

    /// Who of a profile sits on each ticket, counted through all of them.
    fn company(laps: &Laps<'_>, profile: u32) -> Vec<Vec<u32>> {
        let mut tickets = Vec::new();
        let members = laps.seating.sizes[profile as usize];
        laps.visit(profile, |first, last, side, named| {
            let seated = (0..members).filter(|place| named.contains(place) == (side == Side::In)).collect();
            tickets.extend(std::iter::repeat_n::<Vec<u32>>(seated, (last - first + 1) as usize));
        });
        tickets
    }

    /// On how many tickets each pair sits together.
    fn pairs(tickets: &[Vec<u32>]) -> BTreeMap<(u32, u32), u32> {
        let mut pairs = BTreeMap::new();
        for seated in tickets {
            for (at, &a) in seated.iter().enumerate() {
                seated[at + 1..].iter().for_each(|&b| *pairs.entry((a, b)).or_default() += 1);
            }
        }
        pairs
    }

    #[test]
    fn of_eleven_equals_on_two_seats_all_pairs_come_up_in_a_thousand_tickets() {
        let lottery = TicketLottery { shares: vec![share(1000, &[(0, 2)])] };
        for key in ["a", "b", "c"] {
            assert_eq!(pairs(&company(&laps(&lottery, &[11], key), 0)).len(), 55, "{key}");
        }
    }

    #[test]
    fn every_pair_comes_together_as_often_as_if_each_ticket_were_drawn_anew() {
        // Seats of tickets in turn: few; more than half; both, and everybody now and then.
        for seats in [&[2u32][..], &[8], &[3, 8, 5, 11], &[5, 6]] {
            let run = |&c: &u32| share(1_000_000 / seats.len() as u64, &[(0, c)]);
            let lottery = TicketLottery { shares: seats.iter().map(run).collect() };
            let tickets = company(&laps(&lottery, &[11], "a"), 0);
            assert_eq!(tickets.len(), 1_000_000);
            let chance = |&c: &u32| f64::from(c * (c - 1)) / 110.0;
            let runs = seats.iter().map(chance);
            let (mean, variance) = runs.fold((0.0, 0.0), |(mean, variance), p| {
                let tickets = 1e6 / seats.len() as f64;
                (mean + tickets * p, variance + tickets * p * (1.0 - p))
            });
            let pairs = pairs(&tickets);
            assert_eq!(pairs.len(), 55);
            for (pair, &together) in &pairs {
                let off = (f64::from(together) - mean) / variance.sqrt();
                assert!(off.abs() < 5.0, "{seats:?} {pair:?}: {together} for {mean}");
            }
        }
    }

    /// Under the codes of a thousand keys, four friends among twenty equals, ten seats a ticket.
    #[test]
    fn whoever_tries_a_thousand_keys_gains_friends_no_more_than_chance_has_it() {
        let lottery = TicketLottery { shares: vec![share(1000, &[(0, 10)])] };
        let tickets = company(&laps(&lottery, &[20], "a"), 0);
        let bits = |seated: &Vec<u32>| seated.iter().fold(0u32, |bits, place| bits | 1 << place);
        let tickets: Vec<u32> = tickets.iter().map(bits).collect();
        let ids: Vec<String> = (0..20).map(|i| format!("p{i:05}")).collect();
        // All four are on 16 choose 6 of 20 choose 10 tickets.
        let chance = 8008f64 / 184_756.0;
        let (mean, deviation) = (1000.0 * chance, (1000.0 * chance * (1.0 - chance)).sqrt());
        let (mut most, mut sum, mut squares) = (0.0f64, 0.0, 0.0);
        for n in 0..1000u32 {
            let key = Digest::of(&n.to_le_bytes()).0;
            let codes = Code::of_ids(&key, ids.iter().map(String::as_str));
            let place = |friend: usize| codes.iter().filter(|&&code| code < codes[friend]).count();
            let friends = [1, 4, 9, 15].into_iter().fold(0u32, |bits, friend| bits | 1 << place(friend));
            let together = tickets.iter().filter(|&&seated| seated & friends == friends).count() as f64;
            most = most.max(together);
            sum += together;
            squares += (together - mean) * (together - mean);
        }
        // The greatest of a thousand normal numbers is 3.2 deviations up, and 5 in one case of 3,500.
        assert!(most < mean + 5.0 * deviation, "{most}");
        assert!((sum / 1000.0 - mean).abs() < 5.0 * deviation / 1000f64.sqrt(), "{sum}");
        assert!(squares / 1000.0 < 1.3 * deviation * deviation, "{squares}");
    }

    #[test]
    fn each_profile_each_lap_and_each_key_has_an_order_of_its_own() {
        let lottery = TicketLottery { shares: vec![share(100, &[(0, 3), (1, 3), (2, 9)])] };
        let sizes = [12, 12, 12];
        let seating = laps(&lottery, &sizes, "a");
        let orders = [
            seating.shuffled(0, Side::In, 0),
            seating.shuffled(0, Side::In, 1),
            seating.shuffled(1, Side::In, 0),
            seating.shuffled(2, Side::In, 0),
            seating.shuffled(2, Side::Out, 1),
            laps(&lottery, &sizes, "b").shuffled(0, Side::In, 0),
        ];
        for (i, order) in orders.iter().enumerate() {
            assert!(orders[..i].iter().all(|other| order != other));
        }
        let keys =
            [(&b"a"[..], &b"b"[..], &b"c"[..]), (b"ab", b"", b"c"), (b"a", b"bc", b""), (b"", b"ab", b"c")];
        let keys = keys.map(|(quotas, profiles, lottery)| LapKey::of(quotas, profiles, lottery));
        assert!((0..4).all(|i| keys[..i].iter().all(|other| *other != keys[i])));
    }

    #[test]
    fn whoever_sits_in_the_tail_of_a_lap_comes_behind_whom_the_ticket_takes_of_the_next() {
        assert_eq!(behind(vec![3, 0, 4, 1, 2], &[0, 3], 1), [4, 3, 0, 1, 2]);
        assert_eq!(behind(vec![3, 0, 4, 1, 2], &[0], 1), [3, 0, 4, 1, 2]);
        assert_eq!(behind(vec![3, 0, 4, 1, 2], &[0], 2), [3, 4, 0, 1, 2]);
        assert_eq!(behind(vec![3, 0, 4, 1, 2], &[2, 0], 3), [3, 4, 1, 0, 2]);
    }

    #[test]
    fn tickets_that_seat_everybody_seat_everybody() {
        let lottery = TicketLottery { shares: vec![share(4, &[(0, 1), (1, 2)]), share(3, &[(1, 2)])] };
        let laps = laps(&lottery, &[1, 2], "a");
        assert_eq!(laps.panel(3).unwrap(), [(0, 0), (1, 0), (1, 1)]);
        assert_eq!((laps.tickets_of(0, 0), laps.tickets_of(1, 1)), (vec![(0, 3)], vec![(0, 6)]));
        assert_eq!(laps.panel(7), None);
        assert_eq!(laps.chance(0, 0), Chance::new(4, 7));
    }

    proptest! {
        /// What each person is said to hold is what counting over every ticket gives, and nobody holds more
        /// than one ticket more than anybody else of the profile.
        #[test]
        fn chances_are_what_counting_gives(
            sizes in prop::collection::vec(1u32..8, 1..4),
            picks in prop::collection::vec((1u64..30, prop::collection::vec(0u32..8, 4)), 1..8),
            key in "[a-z]",
        ) {
            let shares = picks.iter().map(|(tickets, seats)| {
                let panel = sizes.iter().zip(seats).enumerate();
                let panel = panel.map(|(t, (&n, &c))| (t as u32, c.min(n))).filter(|&(_, c)| c > 0).collect();
                Share { tickets: *tickets, panel: Panel(panel) }
            }).collect();
            let lottery = TicketLottery { shares };
            let laps = laps(&lottery, &sizes, &key);
            let mut counted: Vec<Vec<u64>> = sizes.iter().map(|&n| vec![0; n as usize]).collect();
            let mut first = 0;
            for share in &lottery.shares {
                for ticket in first..first + share.tickets {
                    let panel = laps.panel(ticket).unwrap();
                    prop_assert!(panel.windows(2).all(|w| w[0] < w[1]));
                    for &(t, seats) in &share.panel.0 {
                        prop_assert_eq!(panel.iter().filter(|seat| seat.0 == t).count(), seats as usize);
                    }
                    panel.iter().for_each(|&(t, place)| counted[t as usize][place as usize] += 1);
                }
                first += share.tickets;
            }
            for (t, members) in (0..).zip(&counted) {
                let (total, n) = (laps.seating().totals()[t as usize], members.len() as u64);
                prop_assert_eq!(&laps.held(t), members);
                for (place, &count) in (0..).zip(members) {
                    prop_assert!(count == total / n || count == total.div_ceil(n));
                    prop_assert_eq!(laps.chance(t, place).tickets, count);
                    let own = laps.tickets_of(t, place);
                    prop_assert!(own.windows(2).all(|w| w[0].1 + 1 < w[1].0));
                    prop_assert_eq!(own.iter().map(|r| r.1 - r.0 + 1).sum::<u64>(), count);
                    for ticket in own.into_iter().flat_map(|(first, last)| first..=last) {
                        prop_assert!(laps.panel(ticket).unwrap().contains(&(t, place)));
                    }
                }
                let spread: u32 = laps.seating().spread(t).iter().map(|s| s.0).sum();
                prop_assert_eq!(spread, sizes[t as usize]);
            }
        }
    }
}
