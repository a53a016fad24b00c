//! Which table every topic of a workshop has, and how many people it takes there. May import `base` and
//! the planner's rules.
//!
//! A clerk who writes nothing gets tables that fit: large enough for what a topic asks for, with what the
//! people need who want to work on it. Ties go to the first topic and the first table.

use super::lists::Rooms;
use super::people::Found;
use super::plan_file::{PlanFile, Range};
use super::plan_toml::MOST;
use crate::base::text::{fold, nearest};
use crate::sessions::model::brief::{Brief, RoundKind, RuleKind, Topic};
use crate::sessions::model::problem::Size;
use crate::sessions::solve::compile::{Demand, free};
use crate::sessions::solve::crew::least;
use crate::sessions::solve::feasible::{Answer, feasible};
use crate::sessions::wrong::What;
use std::collections::{BTreeMap, BTreeSet};

/// Arrangements close to the best one that are looked at whole, each time.
const TRIED: usize = 24;
/// How many times.
const TURNS: usize = 4;
/// Flows solved for each, at most: while tables are looked for, a bound is good enough.
const FLOWS: usize = 40;

/// What is known of workshops before their tables are chosen.
pub struct Workshops {
    /// What the plan file asks for, for each topic.
    asked: Vec<Range>,
    /// Tables that topics may have.
    open: Vec<u16>,
    /// The table that a topic must have.
    pinned: Vec<Option<u16>>,
}

impl Workshops {
    /// From what was read. `numbered` is how many tables there are when no list names them.
    pub fn new(plan: &PlanFile, topics: &[Topic], rooms: &Rooms, numbered: usize, found: &mut Found) -> Self {
        let asked = |topic: &Topic| {
            let named = plan.topics.iter().find(|(name, _)| fold(name) == fold(&topic.name));
            named.map_or(Range::default(), |(_, range)| *range)
        };
        let mut pinned = vec![None; topics.len()];
        for (table, name, place) in &rooms.topics {
            match topics.iter().position(|topic| fold(&topic.name) == fold(name)) {
                Some(topic) if pinned[topic].is_some() => found.wrongs.push(What::ListedTwice, place.clone()),
                Some(topic) => pinned[topic] = Some(*table),
                None => {
                    let near = nearest(name, topics.iter().map(|topic| topic.name.as_str()));
                    let near = near.map(str::to_owned);
                    let what = What::UnknownName { kind: "topic", name: name.clone(), near };
                    found.wrongs.push(what, place.clone());
                }
            }
        }
        let open = match rooms.rooms.is_empty() {
            true => (0..numbered as u16).collect(),
            false => rooms.workshop.clone(),
        };
        Self { asked: topics.iter().map(asked).collect(), open, pinned }
    }

    /// Whether the groups of workshops have tables in the building.
    pub fn has_tables(&self) -> bool {
        !self.open.is_empty()
    }

    /// The groups of a workshop, one per topic: as many people as its topic takes, or between half and
    /// one and a half times an equal share.
    ///
    /// # Errors
    /// The topics do not fit the people, whatever their tables.
    pub fn sizes(&self, round: usize, there: usize) -> Result<Vec<Size>, What> {
        let topics = self.asked.len();
        if topics == 0 {
            return Err(What::NoTables { round });
        }
        let share = there / topics;
        let size = |range: &Range| {
            let least = range.least.unwrap_or(range.most.unwrap_or(MOST).min(share as u32 / 2)).min(MOST);
            let usual = (there * 3).div_ceil(topics * 2) as u32;
            let most = range.most.unwrap_or(usual.max(least)).min(there as u32).max(least);
            Size { least: least as u16, most: most as u16 }
        };
        let sizes: Vec<Size> = self.asked.iter().map(size).collect();
        let sum = |of: &dyn Fn(&Size) -> u16| sizes.iter().map(|size| usize::from(of(size))).sum::<usize>();
        let (least, most) = (sum(&|size| size.least), sum(&|size| size.most));
        if least > there {
            return Err(What::TopicsShort { round, people: there, least });
        }
        if most < there {
            return Err(What::TooFewSeats { round, people: there, seats: most });
        }
        Ok(sizes)
    }

    /// Sizes as the seats of the tables allow; where those leave people over, topics of which no most is
    /// asked for take as many as there are seats.
    fn seated(&self, sizes: &[Size], seats: &dyn Fn(usize) -> u16, there: usize) -> Vec<Size> {
        let cut = |(topic, size): (usize, &Size)| Size {
            least: if self.asked[topic].least.is_some() { size.least } else { size.least.min(seats(topic)) },
            most: size.most.min(seats(topic)),
        };
        let mut cut: Vec<Size> = sizes.iter().enumerate().map(cut).collect();
        if cut.iter().map(|size| usize::from(size.most)).sum::<usize>() < there {
            for (topic, size) in cut.iter_mut().enumerate().filter(|(t, _)| self.asked[*t].most.is_none()) {
                size.most = size.most.max(seats(topic).min(there as u16));
            }
        }
        cut
    }
}

/// Gives every topic of every workshop a table, and its group no more people than that has seats. What
/// stops the work is returned.
pub fn place(brief: &mut Brief, workshops: &Workshops) -> Vec<What> {
    let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (number, round) in brief.rounds.iter().enumerate() {
        if let RoundKind::Workshop(group) = round.kind {
            groups.entry(group).or_default().push(number);
        }
    }
    let mut wrongs = vec![];
    if !workshops.has_tables() {
        return wrongs;
    }
    for rounds in groups.into_values() {
        let (topics, tables) = (workshops.asked.len(), workshops.open.len());
        if tables < topics {
            wrongs.push(What::TooFewTopicTables { round: rounds[0] + 1, topics, tables });
            continue;
        }
        let asking = Asking::of(brief, &rounds, workshops);
        let places = asking.fitting(brief);
        for &round in &rounds {
            if let Err(what) = asking.settle(brief, round, &places) {
                wrongs.push(what);
                break;
            }
        }
    }
    wrongs
}

/// People who sit together and cannot go just anywhere.
struct Unit {
    people: usize,
    /// For each table of the building whether they can sit there.
    tables: Vec<bool>,
    /// For each topic whether they may work on it.
    topics: Vec<bool>,
    /// For each topic the sum of their prices.
    prices: Vec<u64>,
}

/// What the topics of one stable group ask of their tables.
struct Asking<'a> {
    workshops: &'a Workshops,
    rounds: Vec<usize>,
    /// Fewest and most people of every topic before tables are looked at.
    sizes: Vec<Size>,
    there: usize,
    /// Seats of every table in the building.
    seats: Vec<u16>,
    /// How many people would choose each topic.
    wanted: Vec<usize>,
    units: Vec<Unit>,
}

/// What speaks against an arrangement, the worst first.
type Price = [u64; 8];

impl<'a> Asking<'a> {
    fn of(brief: &Brief, rounds: &[usize], workshops: &'a Workshops) -> Self {
        let topics = workshops.asked.len();
        let here = |person: usize| {
            rounds.iter().any(|&r| brief.rounds[r].absent.binary_search(&(person as u16)).is_err())
        };
        let present: Vec<usize> = (0..brief.people.len()).filter(|&person| here(person)).collect();
        let price = |person: usize, topic: usize| {
            brief.wishes.get(person * topics + topic).map_or(0, |&price| u64::from(price))
        };
        let mut wanted = vec![0; topics];
        for &person in &present {
            let first = (0..topics).min_by_key(|&topic| price(person, topic));
            if let Some(first) = first.filter(|&t| (0..topics).any(|o| price(person, o) > price(person, t))) {
                wanted[first] += 1;
            }
        }
        let most = workshops.open.iter().max().map_or(0, |&table| usize::from(table) + 1);
        let seats = (0..most.max(brief.rooms.len())).map(|table| {
            let room = brief.rooms.get(table).and_then(|room| room.seats);
            room.unwrap_or(u16::MAX)
        });
        let mut asking = Self {
            workshops,
            rounds: rounds.to_vec(),
            sizes: brief.rounds[rounds[0]].tables.clone(),
            there: present.len(),
            seats: seats.collect(),
            wanted,
            units: vec![],
        };
        asking.units(brief, &present, &price);
        asking
    }

    /// The people whom a need or a rule keeps from some table or topic, with those they sit with.
    fn units(&mut self, brief: &Brief, present: &[usize], price: &dyn Fn(usize, usize) -> u64) {
        let topics = self.workshops.asked.len();
        let rules = || {
            let holds = |rule: &&crate::sessions::model::brief::Rule| {
                self.rounds.iter().any(|&r| Brief::holds(&rule.rounds, r))
            };
            brief.rules.iter().filter(holds)
        };
        let mut leader: Vec<usize> = (0..brief.people.len()).collect();
        for rule in rules() {
            if let RuleKind::Together(a, b) = rule.kind {
                let (a, b) = (leader[usize::from(a)], leader[usize::from(b)]);
                leader.iter_mut().filter(|of| **of == a.max(b)).for_each(|of| *of = a.min(b));
            }
        }
        let mut units: BTreeMap<usize, Unit> = BTreeMap::new();
        for &person in present {
            let unit = units.entry(leader[person]).or_insert_with(|| Unit {
                people: 0,
                tables: vec![true; self.seats.len()],
                topics: vec![true; topics],
                prices: vec![0; topics],
            });
            unit.people += 1;
            unit.prices.iter_mut().enumerate().for_each(|(topic, sum)| *sum += price(person, topic));
            for need in &brief.people[person].needs {
                for (table, room) in brief.rooms.iter().enumerate() {
                    unit.tables[table] &= room.has.contains(need);
                }
            }
            for rule in rules().filter(|rule| usize::from(rule.kind.people()[0]) == person) {
                let keep = |all: &mut Vec<bool>, fits: &dyn Fn(usize) -> bool| {
                    all.iter_mut().enumerate().for_each(|(k, may)| *may &= fits(k));
                };
                match rule.kind {
                    RuleKind::At(_, at) => keep(&mut unit.tables, &|table| table == usize::from(at)),
                    RuleKind::NotAt(_, at) => keep(&mut unit.tables, &|table| table != usize::from(at)),
                    RuleKind::Topic(_, on) => keep(&mut unit.topics, &|topic| topic == usize::from(on)),
                    RuleKind::NotTopic(_, on) => keep(&mut unit.topics, &|topic| topic != usize::from(on)),
                    RuleKind::Apart(..) | RuleKind::Together(..) => {}
                }
            }
        }
        let bound = |unit: &Unit| unit.tables.iter().chain(&unit.topics).any(|may| !may);
        self.units = units.into_values().filter(bound).collect();
    }

    /// What speaks against these tables for the topics.
    fn price(&self, places: &[u16], usual: &[u16]) -> Price {
        let seats = |topic: usize| self.seats[usize::from(places[topic])];
        let sizes = self.workshops.seated(&self.sizes, &seats, self.there);
        let short: u64 = sizes.iter().map(|size| u64::from(size.least.saturating_sub(size.most))).sum();
        let room: usize = sizes.iter().map(|size| usize::from(size.most)).sum();
        let (mut stranded, mut dear) = (0, 0);
        let mut crowds: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        for unit in &self.units {
            let may: Vec<bool> = (0..places.len())
                .map(|topic| unit.topics[topic] && unit.tables[usize::from(places[topic])])
                .collect();
            let cheapest =
                (0..places.len()).filter(|&topic| may[topic]).map(|topic| unit.prices[topic]).min();
            match cheapest {
                Some(price) => dear += price,
                None => stranded += unit.people as u64,
            }
            *crowds.entry(may).or_default() += unit.people;
        }
        let crowded = crowds.keys().map(|mask| {
            let within = |(other, _): &(&Vec<bool>, &usize)| other.iter().zip(mask).all(|(o, m)| !o || *m);
            let people: usize = crowds.iter().filter(within).map(|(_, people)| people).sum();
            let seats = sizes.iter().zip(mask).filter(|(_, may)| **may);
            people.saturating_sub(seats.map(|(size, _)| usize::from(size.most)).sum()) as u64
        });
        let lost = (0..places.len()).map(|topic| {
            let wanted = self.wanted[topic].min(usize::from(self.sizes[topic].most));
            wanted.saturating_sub(usize::from(seats(topic))) as u64
        });
        let elsewhere = places.iter().zip(usual).filter(|(place, usual)| place != usual).count();
        let cut = self.sizes.iter().zip(&sizes).map(|(asked, size)| asked.most.saturating_sub(size.most));
        let cut: u64 = cut.map(u64::from).sum();
        let left = self.there.saturating_sub(room) as u64;
        [short, left, stranded, crowded.sum(), dear, lost.sum(), cut, elsewhere as u64]
    }

    /// Topics in order at tables in order, those that are pinned aside.
    fn usual(&self) -> Vec<u16> {
        let pinned: BTreeSet<u16> = self.workshops.pinned.iter().flatten().copied().collect();
        let mut free = self.workshops.open.iter().copied().filter(|table| !pinned.contains(table));
        let place = |pin: &Option<u16>| pin.or_else(|| free.next()).unwrap_or_default();
        self.workshops.pinned.iter().map(place).collect()
    }

    /// Every arrangement that one exchange or one move leads to.
    fn neighbours(&self, places: &[u16]) -> Vec<Vec<u16>> {
        let free = |topic: &usize| self.workshops.pinned[*topic].is_none();
        let mut all = vec![];
        for a in (0..places.len()).filter(free) {
            for b in (a + 1..places.len()).filter(free) {
                let mut other = places.to_vec();
                other.swap(a, b);
                all.push(other);
            }
            for &table in self.workshops.open.iter().filter(|table| !places.contains(table)) {
                let mut other = places.to_vec();
                other[a] = table;
                all.push(other);
            }
        }
        all
    }

    /// The best arrangement that steps from the usual one lead to.
    fn best(&self) -> Vec<u16> {
        let usual = self.usual();
        let mut best = (self.price(&usual, &usual), usual.clone());
        loop {
            let next = self.neighbours(&best.1).into_iter().map(|it| (self.price(&it, &usual), it)).min();
            match next.filter(|next| *next < best) {
                Some(next) => best = next,
                None => return best.1,
            }
        }
    }

    /// The best arrangement, or one close to it that keeps rules which that contradicts, or lets people work
    /// nearer to what they asked for.
    fn fitting(&self, brief: &Brief) -> Vec<u16> {
        let usual = self.usual();
        let mut best = self.best();
        // Where nothing is short of anything, the tables decide nothing.
        if self.units.is_empty() && self.price(&best, &usual)[..7] == [0; 7] {
            return best;
        }
        let mut worth = self.worth(brief, &best);
        for _ in 0..TURNS {
            let mut others: Vec<(Price, Vec<u16>)> =
                self.neighbours(&best).into_iter().map(|it| (self.price(&it, &usual), it)).collect();
            others.sort_unstable();
            let better =
                others.into_iter().take(TRIED).map(|(_, places)| (self.worth(brief, &places), places));
            // The first of equals is the one that looks best.
            match better.min_by_key(|(worth, _)| *worth).filter(|(other, _)| *other < worth) {
                Some(better) => (worth, best) = better,
                None => break,
            }
        }
        best
    }

    /// Whether the rules contradict each other with these tables, and then the least price of preferences.
    fn worth(&self, brief: &Brief, places: &[u16]) -> (bool, u64) {
        let mut tried = brief.clone();
        let settled = self.rounds.iter().all(|&round| self.settle(&mut tried, round, places).is_ok());
        if !settled {
            return (true, u64::MAX);
        }
        let (it, demands, crew) = free(&tried, &self.rounds);
        let asked: Vec<&Demand> = demands.iter().collect();
        if feasible(&it, &asked, &crew) == Answer::No {
            return (true, u64::MAX);
        }
        let price = if it.wishes.is_empty() {
            Some(0)
        } else {
            least(&it, &demands, &crew, FLOWS).map(|least| least.price)
        };
        price.map_or((true, u64::MAX), |price| (false, price))
    }

    /// Writes the tables into a round, and cuts its groups to their seats.
    fn settle(&self, brief: &mut Brief, round: usize, places: &[u16]) -> Result<(), What> {
        let there = brief.people.len() - brief.rounds[round].absent.len();
        let seats = |topic: usize| self.seats[usize::from(places[topic])];
        let sizes = self.workshops.seated(&brief.rounds[round].tables, &seats, there);
        if let Some((topic, size)) = sizes.iter().enumerate().find(|(_, size)| size.least > size.most) {
            return Err(What::TopicTable {
                round: round + 1,
                topic: brief.topics[topic].name.clone(),
                least: usize::from(size.least),
                table: brief.place_name(usize::from(places[topic])),
                seats: usize::from(seats(topic)),
            });
        }
        let seats = sizes.iter().map(|size| usize::from(size.most)).sum();
        if seats < there {
            return Err(What::TooFewSeats { round: round + 1, people: there, seats });
        }
        brief.rounds[round].tables = sizes;
        brief.rounds[round].places = places.to_vec();
        Ok(())
    }
}
