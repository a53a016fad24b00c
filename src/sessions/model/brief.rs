//! Everything a seat plan is made from, in one canonical form: the same content in whatever order it
//! was written gives the same bytes, and so the same commitment, the same seed and the same plan.
//! Imports its siblings.

use super::hosts::Hosts;
use super::problem::{Aim, Mix, Size};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the planner's rules. Whatever changes the plan that follows from a brief and a seed is
/// a new number.
pub const RULES: u32 = 1;
/// People the planner can seat.
pub const MOST_PEOPLE: usize = 5_000;
/// Rounds it can plan.
pub const MOST_ROUNDS: usize = 100;
/// The longest search: a thousand times the usual.
pub const MOST_EFFORT: u32 = 10_000;
/// How much one feature can count against another.
pub const MOST_IMPORTANCE: u32 = 100;
/// Kinds of people with rules at a table: roles and groups kept together.
pub const MOST_KINDS: usize = 64;
/// Largest rank or number of points in a preference, and so the largest price.
pub const MOST_PRICE: u32 = 1_000;

/// The assignment: people, rounds, rules and wishes. Numbers of people are places in `people`.
///
/// Whoever can change this after the seed is known can choose who meets whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// [`RULES`].
    pub rules_version: u32,
    /// How long to search.
    pub effort: u32,
    /// The aims in the order asked for; `None` for the usual order.
    pub order: Option<[Aim; 3]>,
    /// In the byte order of their ids.
    pub people: Vec<Person>,
    /// Features to mix, by name.
    pub mix: Vec<Mix>,
    /// In the order in which they take place.
    pub rounds: Vec<Round>,
    /// Rules about people, sorted.
    pub rules: Vec<Rule>,
    /// Features whose values stay together, by name.
    pub keep: Vec<Keep>,
    /// Features of which nobody sits alone with their value, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub company: Vec<Company>,
    /// How many of a role a table takes, by role.
    pub roles: Vec<RoleLimit>,
    /// Tables with their names, those of dialogue rounds first; empty when tables are just numbered.
    pub rooms: Vec<Room>,
    /// By name.
    pub staff: Vec<Staff>,
    /// Topics of the workshops, by name.
    pub topics: Vec<Topic>,
    /// For each person and topic the price of working on it, `person * topics + topic`.
    #[serde(rename = "preferences")]
    pub wishes: Vec<u32>,
    /// Pairs who met earlier, sorted; a pair may occur more than once.
    pub met: Vec<(u16, u16)>,
}

/// Somebody to seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The code.
    pub id: String,
    /// The role, if the list has one.
    pub role: Option<String>,
    /// Properties that their table must have.
    pub needs: Vec<String>,
}

/// One round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// What it is called, if it has a name.
    pub name: Option<String>,
    /// What happens in it.
    pub kind: RoundKind,
    /// The tables; in a workshop one per topic; none in a plenary.
    pub tables: Vec<Size>,
    /// In a workshop the table of each topic, which is a place in [`Brief::rooms`] or the number of a
    /// table less one; empty when its groups have no table of the list, and in other rounds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<u16>,
    /// Who hosts which table, where that is settled: when a plan is changed on the day, or made by hand.
    /// Nothing in any other plan, whose staff go where the rules ask for them.
    #[serde(default, skip_serializing_if = "Hosts::is_unsaid")]
    pub hosts: Hosts,
    /// In a dialogue: rounds of the same number keep their tables. Nothing in a round that stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
    /// Who is away, in ascending order.
    pub absent: Vec<u16>,
}

impl Round {
    /// Whether people sit in this round as they do in the other: it is of one stable group with it.
    pub fn stays_with(&self, other: &Self) -> bool {
        match (self.kind, other.kind) {
            (RoundKind::Workshop(own), RoundKind::Workshop(group)) => own == group,
            (RoundKind::Dialogue, RoundKind::Dialogue) => self.group.is_some() && self.group == other.group,
            _ => false,
        }
    }
}

/// What happens in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoundKind {
    /// New people at mixed tables.
    Dialogue,
    /// Groups that work on topics; rounds with the same number are one stable group.
    Workshop(u32),
    /// Everybody in one room, without tables.
    Plenary,
}

/// A rule about people. `rounds` counts from 0; none means all rounds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rule {
    /// What must be.
    pub kind: RuleKind,
    /// When.
    pub rounds: Vec<u16>,
}

/// What a rule demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleKind {
    /// These two never share a table.
    Apart(u16, u16),
    /// These two always share a table.
    Together(u16, u16),
    /// This person sits at this table.
    At(u16, u16),
    /// This person does not sit at this table.
    NotAt(u16, u16),
    /// This person works on this topic.
    Topic(u16, u16),
    /// This person does not work on this topic.
    NotTopic(u16, u16),
}

impl RuleKind {
    /// The one or two people it is about.
    pub fn people(self) -> [u16; 2] {
        match self {
            Self::Apart(a, b) | Self::Together(a, b) => [a, b],
            Self::At(a, _) | Self::NotAt(a, _) | Self::Topic(a, _) | Self::NotTopic(a, _) => [a, a],
        }
    }

    /// Whether it can hold in a round of this kind: only workshops have topics.
    pub fn is_for(self, kind: RoundKind) -> bool {
        match self {
            Self::Apart(..) | Self::Together(..) | Self::At(..) | Self::NotAt(..) => {
                kind != RoundKind::Plenary
            }
            Self::Topic(..) | Self::NotTopic(..) => matches!(kind, RoundKind::Workshop(_)),
        }
    }

    /// Whether it is about a table in the building, which the groups of a workshop need not have.
    pub fn is_unplaced(self, kind: RoundKind) -> bool {
        matches!(self, Self::At(..) | Self::NotAt(..)) && matches!(kind, RoundKind::Workshop(_))
    }
}

/// People with the same value of this feature share as few tables as they can.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keep {
    /// The feature.
    pub feature: String,
    /// For each value with more than one person or a language to be spoken: its people.
    pub groups: Vec<KeepGroup>,
    /// At most so many tables for each value; `None` for as few as the people fit at.
    pub tables: Option<u16>,
    /// Whether somebody of the staff at the table must speak the value, which is a language.
    pub spoken: bool,
}

/// Nobody is the only one at a table who has their value of this feature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// The feature.
    pub feature: String,
    /// For each value with enough people: who they are.
    pub groups: Vec<KeepGroup>,
    /// So many of a value sit at a table at least, or none; 2 or more.
    pub least: u16,
}

/// The people of one value that is kept together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepGroup {
    /// The value.
    pub value: String,
    /// In ascending order.
    pub people: Vec<u16>,
}

/// So many of a role at each table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleLimit {
    /// The role.
    pub role: String,
    /// Fewest at a table.
    pub least: u16,
    /// Most at a table.
    pub most: u16,
}

/// A table in the building.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// The table's name.
    pub table: String,
    /// Where it stands, if that is told.
    pub place: Option<String>,
    /// Seats, if that is told.
    pub seats: Option<u16>,
    /// What it has: step-free, quiet, an induction loop.
    pub has: Vec<String>,
}

/// Somebody who hosts a table or takes notes at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The name or code.
    pub name: String,
    /// Whether they take notes; facilitators do not.
    pub notes: bool,
    /// What they speak, folded to lower case.
    pub languages: Vec<String>,
    /// People they may not host.
    pub not: Vec<u16>,
    /// Rounds they are there, from 0; none means all.
    pub rounds: Vec<u16>,
}

/// A topic of the workshops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The topic.
    pub name: String,
    /// For each person whether it is their first choice, second choice and so on: the rank from 1, or
    /// 0 when they did not ask for it.
    pub ranks: Vec<u16>,
}

impl Brief {
    /// The canonical bytes: JSON with every field in its place, ended by a line feed.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("plain values always become JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Reads canonical bytes, and nothing but canonical bytes of this version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let brief: Self = serde_json::from_slice(bytes).ok()?;
        (brief.to_bytes() == bytes && brief.is_sound()).then_some(brief)
    }

    /// Whether all numbers point to something that is there.
    fn is_sound(&self) -> bool {
        let people = self.people.len();
        let person = |p: &u16| usize::from(*p) < people;
        let rounds = |rounds: &[u16]| rounds.iter().all(|&r| usize::from(r) < self.rounds.len());
        let tables = self.rounds.iter().map(|round| round.tables.len()).max().unwrap_or(0);
        let kept = self.keep.iter().map(|keep| keep.groups.len()).sum::<usize>();
        let kinds =
            self.roles.len() + kept + self.company.iter().map(|rule| rule.groups.len()).sum::<usize>();
        let seated = |round: &Round| round.kind != RoundKind::Plenary;
        self.rules_version == RULES
            && (1..=MOST_EFFORT).contains(&self.effort)
            && (1..=MOST_PEOPLE).contains(&people)
            && kinds <= MOST_KINDS
            && self.rounds.iter().any(seated)
            && self.rounds.iter().all(|round| round.group.is_none() || round.kind == RoundKind::Dialogue)
            && self.rounds.iter().all(|one| {
                self.rounds
                    .iter()
                    .all(|other| !one.stays_with(other) || one.tables.len() == other.tables.len())
            })
            && self.order.is_none_or(|order| Aim::USUAL.iter().all(|aim| order.contains(aim)))
            && self.wishes.iter().all(|&price| price <= MOST_PRICE)
            && self.rounds.len() <= MOST_ROUNDS
            && self.people.windows(2).all(|pair| pair[0].id < pair[1].id)
            && self.mix.iter().all(|mix| {
                mix.of.len() == people
                    && (1..=MOST_IMPORTANCE).contains(&mix.importance)
                    && mix.of.iter().all(|&value| usize::from(value) < mix.values.len())
            })
            && self.rounds.iter().all(|round| {
                round.absent.iter().all(person)
                    && round.tables.iter().all(|size| size.least <= size.most)
                    && round.tables.len() <= MOST_PEOPLE
                    && round.tables.iter().all(|size| usize::from(size.most) <= MOST_PEOPLE)
                    && round.absent.len() < people
                    && round.absent.windows(2).all(|pair| pair[0] < pair[1])
                    && (round.kind != RoundKind::Dialogue
                        || self.rooms.is_empty()
                        || round.tables.len() <= self.rooms.len())
                    && (round.kind == RoundKind::Plenary) == round.tables.is_empty()
                    && self.is_placed(round, tables)
                    && self.is_hosted(round)
                    && (!matches!(round.kind, RoundKind::Workshop(_))
                        || round.tables.len() == self.topics.len())
            })
            && self.rules.iter().all(|rule| {
                rounds(&rule.rounds)
                    && match rule.kind {
                        RuleKind::Apart(a, b) | RuleKind::Together(a, b) => person(&a) && person(&b) && a < b,
                        RuleKind::At(a, table) | RuleKind::NotAt(a, table) => {
                            person(&a) && usize::from(table) < tables.max(self.rooms.len())
                        }
                        RuleKind::Topic(a, topic) | RuleKind::NotTopic(a, topic) => {
                            person(&a) && usize::from(topic) < self.topics.len()
                        }
                    }
            })
            && self
                .keep
                .iter()
                .all(|keep| keep.tables != Some(0) && keep.groups.iter().all(|g| g.people.iter().all(person)))
            && self
                .company
                .iter()
                .all(|rule| rule.least > 1 && rule.groups.iter().all(|g| g.people.iter().all(person)))
            && self.staff.iter().all(|staff| staff.not.iter().all(person) && rounds(&staff.rounds))
            && self.topics.iter().all(|topic| topic.ranks.len() == people)
            && (self.wishes.is_empty() || self.wishes.len() == people * self.topics.len())
            && self.met.iter().all(|&(a, b)| person(&a) && person(&b) && a < b)
    }

    /// Whether every topic has a table of its own, or none has one.
    fn is_placed(&self, round: &Round, tables: usize) -> bool {
        let there = if self.rooms.is_empty() { tables } else { self.rooms.len() };
        let mut places = round.places.clone();
        places.sort_unstable();
        places.is_empty()
            || matches!(round.kind, RoundKind::Workshop(_))
                && places.len() == round.tables.len()
                && places.windows(2).all(|two| two[0] < two[1])
                && places.iter().all(|&place| usize::from(place) < there)
    }

    /// Whether settled hosts are of the staff, each at one table at most.
    fn is_hosted(&self, round: &Round) -> bool {
        [(&round.hosts.facilitators, false), (&round.hosts.notes, true)].into_iter().all(|(list, notes)| {
            let mut there: Vec<usize> = list.iter().flatten().copied().collect();
            let count = there.len();
            there.sort_unstable();
            there.dedup();
            list.len() <= round.tables.len()
                && there.len() == count
                && there.iter().all(|&one| self.staff.get(one).is_some_and(|staff| staff.notes == notes))
        })
    }

    /// The place of somebody by their code.
    pub fn person(&self, id: &str) -> Option<u16> {
        let found = self.people.binary_search_by(|person| person.id.as_str().cmp(id)).ok()?;
        Some(found as u16)
    }

    /// Properties that some tables have and others lack, and of which nobody says that they need them.
    pub fn unneeded(&self) -> Vec<String> {
        let mut of: BTreeMap<&String, usize> = BTreeMap::new();
        self.rooms.iter().flat_map(|room| &room.has).for_each(|has| *of.entry(has).or_default() += 1);
        let needed = |has: &String| self.people.iter().any(|person| person.needs.contains(has));
        let some = of.into_iter().filter(|&(has, tables)| tables < self.rooms.len() && !needed(has));
        some.map(|(has, _)| has.clone()).collect()
    }

    /// Whether a rule, a member of staff and the like holds in a round.
    pub fn holds(rounds: &[u16], round: usize) -> bool {
        rounds.is_empty() || rounds.iter().any(|&r| usize::from(r) == round)
    }

    /// Which table in the building it is in a round; `None` for a group of a workshop that has none.
    pub fn stands(&self, round: usize, table: usize) -> Option<usize> {
        let it = &self.rounds[round];
        match it.kind {
            RoundKind::Workshop(_) => it.places.get(table).map(|&place| usize::from(place)),
            _ => Some(table),
        }
    }

    /// What is known of the table in the building.
    pub fn room(&self, round: usize, table: usize) -> Option<&Room> {
        self.stands(round, table).and_then(|place| self.rooms.get(place))
    }

    /// What a table in the building is called: by its name, or its number.
    pub fn place_name(&self, place: usize) -> String {
        self.rooms.get(place).map_or_else(|| (place + 1).to_string(), |room| room.table.clone())
    }

    /// What a table is called in a round: by the name of the table in the building, or a number.
    pub fn table_name(&self, round: usize, table: usize) -> String {
        self.stands(round, table).map_or_else(|| (table + 1).to_string(), |place| self.place_name(place))
    }

    /// The topic of a table in a workshop.
    pub fn topic(&self, round: usize, table: usize) -> Option<&str> {
        let workshop = matches!(self.rounds[round].kind, RoundKind::Workshop(_));
        workshop.then(|| self.topics.get(table).map(|topic| topic.name.as_str())).flatten()
    }
}
