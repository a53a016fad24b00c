//! Changes on the day: one round seated again, everything else as it was, as few people moved as
//! asked for. Imports its siblings, `base`, `seed` and `draw`.

use crate::base::errors;
use crate::base::text::nearest;
use crate::draw::{Label, Stream};
use crate::sessions::model::brief::{Brief, Person, RoundKind, RuleKind, Staff};
use crate::sessions::model::figures::broken;
use crate::sessions::model::problem::{Home, Problem, Sitting, Size};
use crate::sessions::solve::compile::{Compiled, compile, free};
use crate::sessions::solve::conflict::{self, Clash};
use crate::sessions::solve::hosts::{self, Hosts};
use crate::sessions::solve::make::{self, Made};
use crate::sessions::solve::posting;
use crate::sessions::solve::search::{Effort, moved as moves_of, settle};
use crate::sessions::{Plan, Search};
use std::collections::{BTreeMap, BTreeSet};

/// What changed in one round. People are given by code.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// The round, from 0.
    pub round: usize,
    /// Who is not there after all.
    pub absent: Vec<String>,
    /// Who is there after all: people of the plan, or new ones of whom nothing is known.
    pub extra: Vec<String>,
    /// Most people who may sit elsewhere than announced; `None` for as few as the rules need.
    pub moves: Option<u32>,
    /// Who of the staff is there in this round, in place of those of the plan; whom they may not host is told by places
    /// in the brief before the change.
    pub staff: Option<Vec<Staff>>,
}

/// A plan after a change.
#[derive(Clone, Debug)]
pub struct Reseated {
    /// The brief with the change in it.
    pub brief: Brief,
    /// The plan.
    pub made: Made,
    /// Who sits elsewhere than announced: person, table before, table now.
    pub moved: Vec<(u16, u16, u16)>,
    /// Who got a seat that they did not have: person and table.
    pub added: Vec<(u16, u16)>,
    /// Those of whom nothing is known, by code.
    pub new: Vec<String>,
    /// Rules that cannot be kept together in this round: then some are broken.
    pub clash: Option<Clash>,
    /// Staff who are at another table in this round, as the rules cannot be kept otherwise: which of the
    /// staff, table before, table now.
    pub staff: Vec<(usize, Option<usize>, Option<usize>)>,
    /// Where a rule is broken because no more people may move: with so many moves all rules were kept, the
    /// fewest that were found.
    pub takes: Option<u32>,
}

/// Why a round cannot be seated again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoReseat {
    /// There is no such round, or it has no tables.
    Round,
    /// Codes that do not fit the round, each with the reason.
    People(Vec<Misfit>),
    /// Nobody is left, or people for whom there is no seat in the building.
    Seats,
    /// Something that cannot be a code.
    Code,
    /// Nobody comes or goes, and nobody may move.
    Nothing,
}

errors!(NoReseat);

/// Why a code does not fit the round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Somebody is to be absent who is not in the plan; a code that may be meant.
    Unknown(String, Option<String>),
    /// Somebody is to be absent who was not expected.
    Away(String),
    /// Somebody is to be there after all who was expected.
    There(String),
    /// Somebody is to be absent and there after all.
    Both(String),
}

/// The longest code.
const LONGEST: usize = 100;

/// Seats one round again.
///
/// Chance comes from the words of the plan's own seed and the brief with the change in it, under the
/// label of the round, so nobody can choose it and anybody can make it again.
///
/// # Errors
/// [`NoReseat`].
pub fn reseat(
    by: Search,
    brief: &Brief,
    plan: &Plan,
    change: &Change,
    words: &str,
) -> Result<Reseated, NoReseat> {
    let old = compile(brief);
    if !old.rounds.iter().any(|group| group.contains(&change.round)) {
        return Err(NoReseat::Round);
    }
    let mut brief = brief.clone();
    // Seats by round, as another round of the same group may now be seated differently.
    let mut seats: Vec<Option<Vec<Option<u16>>>> = (0..brief.rounds.len())
        .map(|round| old.rounds.iter().position(|group| group.contains(&round)))
        .map(|sitting| sitting.map(|sitting| plan.seats[sitting].clone()))
        .collect();
    let others = change.staff.as_ref().map(|staff| restaffed(&mut brief, &old.hosts, change.round, staff));
    if change.absent.is_empty() && change.extra.is_empty() && change.moves.is_none() && others.is_none() {
        return Err(NoReseat::Nothing);
    }
    let sound = |code: &String| {
        let length = code.trim().chars().count();
        (1..=LONGEST).contains(&length) && !code.contains(|sign: char| sign.is_control())
    };
    if !change.extra.iter().chain(&change.absent).all(sound) {
        return Err(NoReseat::Code);
    }
    let both = |code: &&String| change.extra.contains(code);
    let mut misfits: Vec<Misfit> = change.absent.iter().filter(both).cloned().map(Misfit::Both).collect();
    let known = brief.clone();
    let mut new = vec![];
    for code in change.extra.iter().map(|code| code.trim()) {
        if brief.person(code).is_none() {
            new.push(code.to_owned());
            let place = brief.insert(code);
            seats.iter_mut().flatten().for_each(|seats| seats.insert(place, None));
        }
        let person = brief.person(code).unwrap_or_default();
        let absent = &mut brief.rounds[change.round].absent;
        match absent.binary_search(&person) {
            Ok(at) => _ = absent.remove(at),
            Err(_) => misfits.push(Misfit::There(code.to_owned())),
        }
    }
    for code in change.absent.iter().map(|code| code.trim()) {
        let Some(person) = brief.person(code) else {
            let near = nearest(code, known.people.iter().map(|person| person.id.as_str()));
            misfits.push(Misfit::Unknown(code.to_owned(), near.map(str::to_owned)));
            continue;
        };
        let absent = &mut brief.rounds[change.round].absent;
        match absent.binary_search(&person) {
            Ok(_) => misfits.push(Misfit::Away(code.to_owned())),
            Err(at) => absent.insert(at, person),
        }
    }
    if !misfits.is_empty() {
        return Err(NoReseat::People(misfits));
    }
    // The staff stay where they are.
    if !brief.staff.is_empty() {
        let hosts = others.as_ref().unwrap_or(&old.hosts);
        brief.rounds.iter_mut().zip(hosts).for_each(|(round, hosts)| round.hosts.clone_from(hosts));
    }
    brief.part(change.round);
    if others.is_some() {
        let own = brief.rounds[change.round].hosts.clone();
        let there = |notes: bool| brief.staff.iter().any(|staff| staff.notes == notes);
        let filled = |list: &[Option<usize>], notes: bool| match there(notes) {
            true => hosts::fill(&brief, change.round, notes, list),
            false => list.to_vec(),
        };
        let filled =
            Hosts { facilitators: filled(&own.facilitators, false), notes: filled(&own.notes, true) };
        brief.rounds[change.round].hosts = filled;
    }
    brief.rounds[change.round].tables = sizes(&brief, change.round).ok_or(NoReseat::Seats)?;
    let staff = rehosted(&mut brief, change.round);
    let seed = make::seed(&brief, words).ok_or(NoReseat::Code)?;
    let compiled = compile(&brief);
    let now = compiled.rounds.iter().position(|group| *group == [change.round]).ok_or(NoReseat::Round)?;
    // Who has a group and is away in the rounds that are left of it has no seat in them.
    let seat = |(sitting, group): (usize, &Vec<usize>)| -> Vec<Option<u16>> {
        let seats = seats[group[0]].clone().unwrap_or_default();
        let present = &compiled.problem.sittings[sitting].present;
        let keep = |(seat, here): (Option<u16>, &bool)| seat.filter(|_| *here || sitting == now);
        seats.into_iter().zip(present).map(keep).collect()
    };
    let mut plan = Plan { seats: compiled.rounds.iter().enumerate().map(seat).collect() };
    let clash = conflict::clash(now, &compiled.open[now], &compiled.demands[now], &compiled.crews[now]);
    let announced = plan.seats[now].clone();
    let alone = alone(&compiled, &plan, now);
    let mut stream = Stream::new(&seed, &Label::Round(change.round as u32 + 1));
    let settled = match by {
        Search::V1 => {
            settle(&alone, &announced, change.moves, Effort(brief.effort), &mut |n| stream.below(n))
        }
    };
    plan.seats[now] = settled.seats[0].clone();
    // Who comes after all had no seat, even where their group has one.
    let came = |person: usize| change.extra.iter().any(|code| code.trim() == brief.people[person].id);
    let pairs = |person: usize| (announced[person].filter(|_| !came(person)), plan.seats[now][person]);
    let (mut moved, mut added) = (vec![], vec![]);
    for person in 0..brief.people.len() {
        match pairs(person) {
            (Some(before), Some(after)) if before != after => moved.push((person as u16, before, after)),
            (None, Some(after)) => added.push((person as u16, after)),
            _ => {}
        }
    }
    let made = make::judge(compiled, plan);
    let breaks = |made: &Made| made.figures.broken.iter().any(|it| it.sitting == now);
    let mut takes = None;
    if change.moves.is_some() && clash.is_none() && breaks(&made) {
        let with = settle(&alone, &announced, None, Effort(brief.effort), &mut |n| stream.below(n));
        let free =
            Problem { sittings: vec![Sitting { home: None, ..alone.sittings[0].clone() }], ..alone.clone() };
        takes = broken(&free, &with).is_empty().then(|| moves_of(&alone, &with));
    }
    // Rules that clash are worth a word only where one is broken.
    let clash = clash.filter(|_| !made.figures.broken.is_empty());
    Ok(Reseated { brief, made, moved, added, new, clash, staff, takes })
}

/// Puts the staff who are there in one round in the place of those of the plan, and gives who hosts which table in every
/// round; tables of that round whose host is not there have none. In all other rounds the staff are those they were.
fn restaffed(brief: &mut Brief, hosts: &[Hosts], round: usize, list: &[Staff]) -> Vec<Hosts> {
    let all: BTreeSet<u16> = (0..brief.rounds.len() as u16).collect();
    let this = round as u16;
    let rounds = |staff: &Staff| match staff.rounds.is_empty() {
        true => all.clone(),
        false => staff.rounds.iter().copied().collect::<BTreeSet<u16>>(),
    };
    let key = |staff: &Staff| (staff.name.clone(), staff.notes);
    let mut merged: BTreeMap<(String, bool), (Staff, BTreeSet<u16>)> = BTreeMap::new();
    for staff in &brief.staff {
        let mut there = rounds(staff);
        there.remove(&this);
        merged.insert(key(staff), (staff.clone(), there));
    }
    for staff in list {
        let here = rounds(staff).contains(&this);
        let (known, there) = merged.entry(key(staff)).or_insert_with(|| (staff.clone(), BTreeSet::new()));
        if here {
            there.insert(this);
            (known.languages, known.not) = (staff.languages.clone(), staff.not.clone());
        }
    }
    merged.retain(|_, (_, there)| !there.is_empty());
    let places: BTreeMap<(String, bool), usize> = merged.keys().cloned().zip(0..).collect();
    let before: Vec<(String, bool)> = brief.staff.iter().map(key).collect();
    brief.staff = merged
        .into_values()
        .map(|(staff, there)| {
            let rounds = if there == all { vec![] } else { there.into_iter().collect() };
            Staff { rounds, ..staff }
        })
        .collect();
    let mapped = |(number, hosts): (usize, &Hosts)| {
        let list = |list: &[Option<usize>]| -> Vec<Option<usize>> {
            let there = |at: &usize| number != round || Brief::holds(&brief.staff[*at].rounds, round);
            let of = |old: Option<usize>| places.get(&before[old?]).copied().filter(there);
            let mut list: Vec<Option<usize>> = list.iter().map(|&old| of(old)).collect();
            if number == round {
                list.resize(brief.rounds[round].tables.len(), None);
            }
            list
        };
        Hosts { facilitators: list(&hosts.facilitators), notes: list(&hosts.notes) }
    };
    hosts.iter().enumerate().map(mapped).collect()
}

/// Moves the staff of a round only where its rules cannot be kept otherwise, and gives who moved.
fn rehosted(brief: &mut Brief, round: usize) -> Vec<(usize, Option<usize>, Option<usize>)> {
    let (open, demands, crew) = free(brief, &[round]);
    let before = brief.rounds[round].hosts.clone();
    if before.is_unsaid() || demands.iter().all(|demand| demand.kind.of_staff().is_none()) {
        return vec![];
    }
    let mut hosts = vec![Hosts::default(); brief.rounds.len()];
    hosts[round] = before.clone();
    let now = crew.hosts(&posting::stay(&open, &demands, &crew, crew.slots(&hosts)), round);
    let table = |hosts: &Hosts, who: usize| {
        let at = |list: &[Option<usize>]| list.iter().position(|there| *there == Some(who));
        at(&hosts.facilitators).or_else(|| at(&hosts.notes))
    };
    let places = |who: usize| (who, table(&before, who), table(&now, who));
    let moved = (0..brief.staff.len()).map(places).filter(|(_, was, is)| was != is).collect();
    brief.rounds[round].hosts = now;
    moved
}

/// The tables of a round for who is there now: sizes that differ by at most one, as far as the seats
/// in the building allow. Topics keep their fewest and most.
fn sizes(brief: &Brief, round: usize) -> Option<Vec<Size>> {
    let it = &brief.rounds[round];
    let here = brief.people.len() - it.absent.len();
    if here == 0 {
        return None;
    }
    if brief.topic(round, 0).is_some() {
        return Some(it.tables.clone());
    }
    let seats = |table: usize| {
        let built = brief.rooms.get(table).and_then(|room| room.seats);
        built.map_or(here, |seats| usize::from(seats).min(here))
    };
    let seats: Vec<usize> = (0..it.tables.len()).map(seats).collect();
    let all = |level: usize| seats.iter().map(|&seats| seats.min(level)).sum::<usize>();
    let level = (1..=here).find(|&level| all(level) >= here)?;
    let slack = usize::from(all(level) > here);
    let size = |&seats: &usize| {
        let most = seats.min(level);
        Size { least: (if seats >= level { level - slack } else { most }) as u16, most: most as u16 }
    };
    Some(seats.iter().map(size).collect())
}

/// The one sitting as a problem of its own: all other sittings have become earlier meetings.
fn alone(compiled: &Compiled, plan: &Plan, sitting: usize) -> Problem {
    let whole = &compiled.problem;
    let mut met = whole.met.clone();
    for other in (0..plan.seats.len()).filter(|&other| other != sitting) {
        for table in plan.tables(whole, other) {
            for (k, &a) in table.iter().enumerate() {
                met.extend(table[k + 1..].iter().map(|&b| (a, b)));
            }
        }
    }
    let mut it: Sitting = whole.sittings[sitting].clone();
    let present = &it.present;
    let table_of = plan.seats[sitting].iter().zip(present).map(|(seat, here)| seat.filter(|_| *here));
    it.home = Some(Home { table_of: table_of.collect(), moves: u32::MAX });
    Problem {
        people: whole.people,
        features: whole.features.clone(),
        sittings: vec![it],
        met,
        order: whole.order,
        within_one: false,
    }
}

impl Brief {
    /// Adds somebody of whom nothing is known, absent from every round, and gives their place. Values
    /// of mixed features are blank.
    fn insert(&mut self, code: &str) -> usize {
        let place = self.people.partition_point(|person| person.id.as_str() < code);
        let up = |person: &mut u16| *person += u16::from(usize::from(*person) >= place);
        let pair = |(a, b): &mut (u16, u16)| {
            up(a);
            up(b);
        };
        self.people.insert(place, Person { id: code.to_owned(), ..Person::default() });
        for mix in &mut self.mix {
            // Blank is the first value in byte order, if it is there.
            if mix.values.first().is_none_or(|value| !value.is_empty()) {
                mix.values.insert(0, String::new());
                mix.of.iter_mut().for_each(|value| *value += 1);
            }
            mix.of.insert(place, 0);
        }
        for round in &mut self.rounds {
            round.absent.iter_mut().for_each(up);
            let at = round.absent.partition_point(|&person| usize::from(person) < place);
            round.absent.insert(at, place as u16);
        }
        for rule in &mut self.rules {
            match &mut rule.kind {
                RuleKind::Apart(a, b) | RuleKind::Together(a, b) => {
                    up(a);
                    up(b);
                }
                RuleKind::At(a, _)
                | RuleKind::NotAt(a, _)
                | RuleKind::Topic(a, _)
                | RuleKind::NotTopic(a, _) => up(a),
            }
        }
        self.keep.iter_mut().flat_map(|keep| &mut keep.groups).for_each(|g| g.people.iter_mut().for_each(up));
        let company = self.company.iter_mut().flat_map(|rule| &mut rule.groups);
        company.for_each(|g| g.people.iter_mut().for_each(up));
        self.staff.iter_mut().for_each(|staff| staff.not.iter_mut().for_each(up));
        self.topics.iter_mut().for_each(|topic| topic.ranks.insert(place, 0));
        if !self.wishes.is_empty() {
            let topics = self.topics.len();
            self.wishes.splice(place * topics..place * topics, std::iter::repeat_n(0, topics));
        }
        self.met.iter_mut().for_each(pair);
        place
    }

    /// Makes a round stand on its own, so that its groups may differ from those of other rounds.
    pub(super) fn part(&mut self, round: usize) {
        self.rounds[round].group = None;
        if let RoundKind::Workshop(_) = self.rounds[round].kind {
            let groups = self.rounds.iter().map(|round| match round.kind {
                RoundKind::Workshop(group) => group + 1,
                _ => 0,
            });
            let free = groups.max().unwrap_or(0);
            self.rounds[round].kind = RoundKind::Workshop(free);
        }
    }
}
