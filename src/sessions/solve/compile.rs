//! From a brief to the problem that the search solves, with a note on where every demand comes from.
//! Imports its siblings.

use super::crew::{self, Crew};
use super::hosts::{self, Hosts};
use super::posting;
use crate::sessions::model::brief::{Brief, RoundKind, RuleKind};
pub use crate::sessions::model::demand::{Demand, DemandKind, Origin, apply};
use crate::sessions::model::problem::{Aim, Company, Gather, Limit, Problem, Sitting, Size};

/// A problem and how it hangs together with its brief.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// For the search.
    pub problem: Problem,
    /// For each sitting its rounds, from 0: one dialogue round, or all rounds of a stable group.
    pub rounds: Vec<Vec<usize>>,
    /// For each sitting everything demanded of it.
    pub demands: Vec<Vec<Demand>>,
    /// For each round who hosts which table.
    pub hosts: Vec<Hosts>,
    /// For each sitting its staff.
    pub crews: Vec<Crew>,
    /// For each sitting all its rules but those on the staff, who may be anywhere.
    pub open: Vec<Sitting>,
}

/// Makes the problem.
pub fn compile(brief: &Brief) -> Compiled {
    let mut rounds: Vec<Vec<usize>> = vec![];
    for (number, round) in brief.rounds.iter().enumerate() {
        let same = rounds.iter_mut().find(|group| brief.rounds[group[0]].stays_with(round));
        match (round.kind, same) {
            (RoundKind::Plenary, _) => {}
            (_, Some(group)) => group.push(number),
            (_, None) => rounds.push(vec![number]),
        }
    }
    let mut hosts = vec![Hosts::default(); brief.rounds.len()];
    let mut problem = Problem {
        people: brief.people.len(),
        features: brief.mix.clone(),
        met: brief.met.clone(),
        ..Problem::default()
    };
    let (mut demands, mut crews, mut open) = (vec![], vec![], vec![]);
    for group in &rounds {
        let (without, asked, crew) = free(brief, group);
        let usual = hosts::usual(brief, group, &hosts);
        group.iter().zip(usual).for_each(|(&round, usual)| hosts[round] = usual);
        let mut slots = crew.slots(&hosts);
        if group.iter().all(|&round| brief.rounds[round].hosts.is_unsaid()) {
            let placed = posting::place(&without, &asked, &crew, slots.clone());
            if placed != slots {
                slots = placed;
                group.iter().for_each(|&round| hosts[round] = crew.hosts(&slots, round));
            }
        }
        let mut sitting = without.clone();
        apply(&mut sitting, &crew.on_staff(&slots, &asked));
        problem.sittings.push(sitting);
        demands.push(asked);
        crews.push(crew);
        open.push(without);
    }
    problem.order = brief.order.unwrap_or_else(|| problem.usual_order());
    problem.within_one = brief.order.is_none() && problem.order == Aim::USUAL;
    Compiled { problem, rounds, demands, hosts, crews, open }
}

/// One sitting with all rules but those on the staff, everything demanded of it, and its staff, who may
/// be anywhere.
pub fn free(brief: &Brief, group: &[usize]) -> (Sitting, Vec<Demand>, Crew) {
    let mut sitting = bare(brief, group);
    let crew = Crew::of(brief, group);
    let asked = demanded(brief, group, &sitting, &crew);
    apply(&mut sitting, &asked);
    (sitting, asked, crew)
}

/// A sitting with its tables, people and wishes, before any demand.
fn bare(brief: &Brief, group: &[usize]) -> Sitting {
    let first = &brief.rounds[group[0]];
    let there = |person: usize| {
        group.iter().any(|&round| brief.rounds[round].absent.binary_search(&(person as u16)).is_err())
    };
    let mut tables = first.tables.clone();
    for &round in &group[1..] {
        for (size, other) in tables.iter_mut().zip(&brief.rounds[round].tables) {
            *size = Size { least: size.least.min(other.least), most: size.most.max(other.most) };
        }
    }
    let workshop = matches!(first.kind, RoundKind::Workshop(_));
    Sitting {
        tables,
        present: (0..brief.people.len()).map(there).collect(),
        wishes: if workshop { brief.wishes.clone() } else { vec![] },
        ..Sitting::default()
    }
}

/// Everything that a brief demands of a sitting.
fn demanded(brief: &Brief, group: &[usize], sitting: &Sitting, crew: &Crew) -> Vec<Demand> {
    let languages = crew::languages(brief);
    let mut all = vec![];
    let mut add = |kind, origin| all.push(Demand { kind, origin });
    let here = |person: &u16| sitting.present[usize::from(*person)];
    let tables = sitting.tables.len() as u16;
    let only = |fits: &dyn Fn(u16) -> bool| (0..tables).filter(|&table| fits(table)).collect::<Vec<u16>>();
    // The same in all rounds of a stable group.
    let stands = |table: u16| brief.stands(group[0], usize::from(table));
    let placed = stands(0).is_some();
    for (number, rule) in brief.rules.iter().enumerate() {
        let holds = group.iter().any(|&round| Brief::holds(&rule.rounds, round));
        if !holds || !rule.kind.is_for(brief.rounds[group[0]].kind) {
            continue;
        }
        let origin = Origin::Rule(number);
        match rule.kind {
            RuleKind::Apart(a, b) if here(&a) && here(&b) => add(DemandKind::Apart(a, b), origin),
            RuleKind::Together(a, b) if here(&a) && here(&b) => add(DemandKind::Together(a, b), origin),
            RuleKind::Topic(person, topic) if here(&person) => {
                add(DemandKind::Only(person, only(&|t| t == topic)), origin);
            }
            RuleKind::NotTopic(person, topic) if here(&person) => {
                add(DemandKind::Only(person, only(&|t| t != topic)), origin);
            }
            RuleKind::At(person, place) if here(&person) && placed => {
                add(DemandKind::Only(person, only(&|t| stands(t) == Some(usize::from(place)))), origin);
            }
            RuleKind::NotAt(person, place) if here(&person) && placed => {
                add(DemandKind::Only(person, only(&|t| stands(t) != Some(usize::from(place)))), origin);
            }
            _ => {}
        }
    }
    let people = || (0..brief.people.len() as u16).filter(here);
    if placed && !brief.rooms.is_empty() {
        for person in people() {
            for (number, need) in brief.people[usize::from(person)].needs.iter().enumerate() {
                let room = |table: u16| brief.room(group[0], usize::from(table));
                let has = |table: u16| room(table).is_some_and(|room| room.has.contains(need));
                add(DemandKind::Only(person, only(&has)), Origin::Need(person, number));
            }
        }
    }
    for (k, keep) in brief.keep.iter().enumerate() {
        for (g, kept) in keep.groups.iter().enumerate() {
            let there: Vec<u16> = kept.people.iter().copied().filter(|p| here(p)).collect();
            if keep.spoken {
                let language = languages.iter().position(|&known| known == (k, g)).unwrap_or_default();
                for &person in &there {
                    // Somebody who speaks it is there in every round that this person is.
                    let shifts = crew.when(brief, person);
                    add(DemandKind::Spoken { person, language, shifts }, Origin::Language(k, g, person));
                }
            }
            if there.len() > 1 {
                let largest = sitting.tables.iter().map(|size| usize::from(size.most)).max().unwrap_or(1);
                let least = there.len().div_ceil(largest.max(1)) as u16;
                let tables = keep.tables.unwrap_or(least);
                add(DemandKind::Gather(Gather { people: there, tables }), Origin::Keep(k, g));
            }
        }
    }
    for (c, rule) in brief.company.iter().enumerate() {
        for (g, group) in rule.groups.iter().enumerate() {
            let there: Vec<u16> = group.people.iter().copied().filter(|p| here(p)).collect();
            // With fewer in this round nobody can keep it.
            if there.len() >= usize::from(rule.least) {
                let company = Company { people: there, least: rule.least };
                add(DemandKind::Company(company), Origin::Company(c, g));
            }
        }
    }
    for (number, helper) in crew.staff.iter().enumerate() {
        for &person in brief.staff[helper.staff].not.iter().filter(|p| here(p)) {
            let shifts = crew.when(brief, person) & helper.there;
            if shifts != 0 {
                let kind = DemandKind::Unhosted { person, helper: number, shifts };
                add(kind, Origin::Host(helper.staff, person));
            }
        }
    }
    for (number, limit) in brief.roles.iter().enumerate() {
        let has = |p: &u16| brief.people[usize::from(*p)].role.as_deref() == Some(limit.role.as_str());
        let people: Vec<u16> = people().filter(has).collect();
        let most = people.len() as u16;
        let mut limited = |least, most, origin| {
            let tables = vec![Size { least, most }; sitting.tables.len()];
            add(DemandKind::Limit(Limit { people: people.clone(), tables }), origin);
        };
        if limit.least > 0 {
            limited(limit.least, most.max(limit.least), Origin::RoleLeast(number));
        }
        if limit.most < most {
            limited(0, limit.most, Origin::RoleMost(number));
        }
    }
    all
}

impl Compiled {
    /// The tables to which a demand keeps somebody, the staff being where they are; `None` for a demand of
    /// another kind.
    pub fn only(&self, sitting: usize, demand: &Demand) -> Option<(u16, Vec<u16>)> {
        let crew = &self.crews[sitting];
        match &demand.kind {
            DemandKind::Only(person, tables) => Some((*person, tables.clone())),
            kind => Some((kind.of_staff()?, crew.tables(&crew.slots(&self.hosts), kind)?)),
        }
    }

    /// The role that a limit of a sitting is about: the roles come in the order of their first demand.
    pub fn role_of(&self, sitting: usize, limit: usize) -> Option<usize> {
        let mut roles: Vec<usize> = vec![];
        for demand in &self.demands[sitting] {
            if let Some(role) = demand.origin.role().filter(|role| !roles.contains(role)) {
                roles.push(role);
            }
        }
        roles.get(limit).copied()
    }
}
