//! Which rules of a seat plan clash and which are broken, in plain English. Imports `base`, `sessions`
//! and `words`.

use super::en::{list, people};
use super::sessions::are;
use super::{quoted, shown};
use crate::sessions::brief::{Brief, RoundKind, RuleKind};
use crate::sessions::clash::Clash;
use crate::sessions::compile::{Compiled, Demand, DemandKind, Origin};
use crate::sessions::crew::{Helper, languages};
use crate::sessions::{Broken, Rule};

/// Rules that clash, in words; the last line says what to do.
pub fn clash(brief: &Brief, compiled: &Compiled, clash: &Clash) -> Vec<String> {
    let when = when(brief, &compiled.rounds[clash.sitting]);
    if clash.origins.is_empty() {
        return vec![format!("{when}: the people do not fit at the tables, whatever the rules.")];
    }
    let first = if clash.origins.len() == 1 {
        format!("{when}: this rule cannot be kept:")
    } else if clash.settled {
        format!("{when}: these rules cannot be kept together; without any one of them the others can:")
    } else {
        format!("{when}: these rules cannot be kept together (perhaps not all of them are needed for that):")
    };
    let mut lines = vec![first];
    let sized = |origin: &Origin| matches!(origin, Origin::Least(_) | Origin::Most(_));
    let together = all_apart(brief, clash);
    lines.extend(together.as_ref().map(|(_, line)| format!("  {line}")));
    let told = |origin: &Origin| together.as_ref().is_some_and(|(told, _)| told.contains(origin));
    let rules = clash.origins.iter().filter(|origin| !sized(origin) && !told(origin));
    lines.extend(rules.map(|&origin| format!("  {}", rule(brief, compiled, clash.sitting, origin))));
    lines.extend(sizes(brief, compiled, clash));
    lines.extend(topics(brief, compiled, clash));
    lines
}

/// Several people of whom each sits apart from each other, as one line.
fn all_apart(brief: &Brief, clash: &Clash) -> Option<(Vec<Origin>, String)> {
    const MANY: usize = 6;
    let pair = |origin: &Origin| match *origin {
        Origin::Rule(rule) => match brief.rules[rule].kind {
            RuleKind::Apart(a, b) => Some((*origin, [a, b])),
            _ => None,
        },
        _ => None,
    };
    let pairs: Vec<(Origin, [u16; 2])> = clash.origins.iter().filter_map(pair).collect();
    let mut who: Vec<u16> = pairs.iter().flat_map(|(_, pair)| *pair).collect();
    who.sort_unstable();
    who.dedup();
    let all = who.len() * who.len().saturating_sub(1) / 2;
    let codes: Vec<String> = who.iter().map(|&who| shown(&brief.people[usize::from(who)].id)).collect();
    (pairs.len() >= MANY && pairs.len() == all).then(|| {
        let line = format!("{} all sit apart from each other: {}.", people(who.len() as u64), list(&codes));
        (pairs.into_iter().map(|(origin, _)| origin).collect(), line)
    })
}

/// The sizes of tables that take part in a clash. More than a few tables of one size are one line.
fn sizes(brief: &Brief, compiled: &Compiled, clash: &Clash) -> Vec<String> {
    const FEW: usize = 4;
    let tables = &compiled.open[clash.sitting].tables;
    let round = compiled.rounds[clash.sitting][0];
    let mut lines = vec![];
    let mut alike: Vec<(&str, u16, Vec<u16>)> = vec![];
    for origin in &clash.origins {
        let (word, table, size) = match *origin {
            Origin::Least(table) => ("at least", table, tables[usize::from(table)].least),
            Origin::Most(table) => ("at most", table, tables[usize::from(table)].most),
            _ => continue,
        };
        match alike.iter_mut().find(|(w, s, _)| (*w, *s) == (word, size)) {
            Some((.., tables)) => tables.push(table),
            None => alike.push((word, size, vec![table])),
        }
    }
    for (word, size, tables) in alike {
        let size = people(u64::from(size));
        let named: Vec<String> =
            tables.iter().map(|&table| called(brief, round, usize::from(table))).collect();
        if named.len() > FEW {
            lines.push(format!("  {} tables take {word} {size} each: {}.", named.len(), list(&named)));
        } else {
            lines.extend(named.iter().map(|name| format!("  Table {name} takes {word} {size}.")));
        }
    }
    lines
}

/// What a clash of a workshop takes as given: the tables of its topics.
fn topics(brief: &Brief, compiled: &Compiled, clash: &Clash) -> Option<String> {
    let round = compiled.rounds[clash.sitting][0];
    let of_tables = |origin: &Origin| match *origin {
        Origin::Need(..) | Origin::Least(_) | Origin::Most(_) => true,
        Origin::Rule(rule) => matches!(brief.rules[rule].kind, RuleKind::At(..) | RuleKind::NotAt(..)),
        _ => false,
    };
    let placed = brief.topic(round, 0).is_some() && brief.stands(round, 0).is_some();
    (placed && !brief.rooms.is_empty() && clash.origins.iter().any(of_tables)).then(|| {
        let at = |table: usize| called(brief, round, table);
        let all: Vec<String> = (0..brief.rounds[round].tables.len()).map(at).collect();
        format!(
            "  That is with these tables for the topics: {}. A column topic in the list of tables chooses others.",
            list(&all)
        )
    })
}

/// A set of rounds: "Round 2", "Rounds 4 and 5".
pub fn when(brief: &Brief, rounds: &[usize]) -> String {
    let named: Vec<String> = rounds
        .iter()
        .map(|&round| match &brief.rounds[round].name {
            Some(name) => format!("{} ({})", round + 1, shown(name)),
            None => (round + 1).to_string(),
        })
        .collect();
    format!("{} {}", if rounds.len() == 1 { "Round" } else { "Rounds" }, list(&named))
}

/// What a table is called in a round; in a workshop with its topic.
pub fn called(brief: &Brief, round: usize, table: usize) -> String {
    let name = shown(&brief.table_name(round, table));
    brief.topic(round, table).map_or(name.clone(), |topic| format!("{name} ({})", quoted(topic)))
}

/// Where a demand comes from, in words, wherever the staff are.
pub fn rule(brief: &Brief, compiled: &Compiled, sitting: usize, origin: Origin) -> String {
    said(brief, compiled, sitting, origin, false)
}

/// The same with the tables at which the staff keep it when they are where the plan has them.
fn said(brief: &Brief, compiled: &Compiled, sitting: usize, origin: Origin, placed: bool) -> String {
    let code = |person: u16| shown(&brief.people[usize::from(person)].id);
    let group = &compiled.rounds[sitting];
    // A table of the building, and in a workshop who works there.
    let at = |place: u16| {
        let place = usize::from(place);
        let name = shown(&brief.place_name(place));
        let workshop = matches!(brief.rounds[group[0]].kind, RoundKind::Workshop(_));
        let tables = 0..brief.rounds[group[0]].tables.len();
        match tables.into_iter().find(|&table| brief.stands(group[0], table) == Some(place)) {
            Some(there) if workshop => called(brief, group[0], there),
            None if workshop => format!("{name} (no topic is there)"),
            _ => name,
        }
    };
    let fitting = || {
        let table = |table: u16| called(brief, group[0], usize::from(table));
        let demand = compiled.demands[sitting].iter().find(|demand| demand.origin == origin);
        let only = demand.and_then(|demand| compiled.only(sitting, demand));
        let tables: Vec<String> = only.map_or(vec![], |(_, tables)| tables.into_iter().map(table).collect());
        match tables.as_slice() {
            [] => "no table".to_owned(),
            [one] => format!("table {one}"),
            _ => format!("tables {}", list(&tables)),
        }
    };
    match origin {
        Origin::Rule(number) => match brief.rules[number].kind {
            RuleKind::Apart(a, b) => format!("{} and {} sit apart.", code(a), code(b)),
            RuleKind::Together(a, b) => format!("{} and {} sit together.", code(a), code(b)),
            RuleKind::At(person, place) => format!("{} sits at table {}.", code(person), at(place)),
            RuleKind::NotAt(person, place) => {
                format!("{} does not sit at table {}.", code(person), at(place))
            }
            RuleKind::Topic(person, topic) => {
                format!("{} works on {}.", code(person), quoted(&brief.topics[usize::from(topic)].name))
            }
            RuleKind::NotTopic(person, topic) => {
                format!(
                    "{} does not work on {}.",
                    code(person),
                    quoted(&brief.topics[usize::from(topic)].name)
                )
            }
        },
        Origin::Need(person, need) => format!(
            "{} needs a table that is {} ({}).",
            code(person),
            shown(&brief.people[usize::from(person)].needs[need]),
            fitting()
        ),
        Origin::Language(keep, group, person) => format!(
            "{} needs somebody at the table who speaks {} ({}).",
            code(person),
            shown(&brief.keep[keep].groups[group].value),
            if placed { fitting() } else { speakers(brief, compiled, sitting, keep, group) }
        ),
        Origin::Host(staff, person) if placed => {
            format!("{} may not host {} ({}).", shown(&brief.staff[staff].name), code(person), fitting())
        }
        Origin::Host(staff, person) => {
            format!("{} may not host {}.", shown(&brief.staff[staff].name), code(person))
        }
        Origin::Least(table) | Origin::Most(table) => {
            let size = compiled.open[sitting].tables[usize::from(table)];
            let (word, size) = match origin {
                Origin::Least(_) => ("least", size.least),
                _ => ("most", size.most),
            };
            let name = called(brief, group[0], usize::from(table));
            format!("Table {name} takes at {word} {}.", people(u64::from(size)))
        }
        Origin::RoleLeast(role) | Origin::RoleMost(role) => {
            let limit = &brief.roles[role];
            let how = match origin {
                Origin::RoleLeast(_) => format!("Every table has at least {}", limit.least),
                _ => format!("No table has more than {}", limit.most),
            };
            let there = of_role(compiled, sitting, origin);
            format!("{how} with the role {}; {there} there.", quoted(&limit.role))
        }
        Origin::Keep(keep, group) => {
            let (kept, group) = (&brief.keep[keep], &brief.keep[keep].groups[group]);
            let demand = compiled.demands[sitting].iter().find(|demand| demand.origin == origin);
            let tables = match demand.map(|demand| &demand.kind) {
                Some(DemandKind::Gather(gather)) => gather.tables,
                _ => 0,
            };
            format!(
                "The {} with {} {} share at most {tables} {}.",
                people(group.people.len() as u64),
                quoted(&kept.feature),
                quoted(&group.value),
                if tables == 1 { "table" } else { "tables" }
            )
        }
    }
}

/// Who of the staff of a sitting speaks a language.
fn speakers(brief: &Brief, compiled: &Compiled, sitting: usize, keep: usize, group: usize) -> String {
    const FEW: usize = 6;
    let language = languages(brief).iter().position(|&known| known == (keep, group));
    let speaks = |helper: &&Helper| language.is_some_and(|language| helper.speaks.contains(&language));
    let staff = compiled.crews[sitting].staff.iter().filter(speaks);
    let names: Vec<String> = staff.map(|helper| shown(&brief.staff[helper.staff].name)).collect();
    match names.len() {
        0 => "nobody of the staff does".to_owned(),
        1..=FEW => list(&names),
        count => format!("{count} of the staff do"),
    }
}

/// How many people a limit is about, with the verb: "7 people are".
fn of_role(compiled: &Compiled, sitting: usize, origin: Origin) -> String {
    let demand = compiled.demands[sitting].iter().find(|demand| demand.origin == origin);
    let count = match demand.map(|demand| &demand.kind) {
        Some(DemandKind::Limit(limit)) => limit.people.len(),
        _ => 0,
    };
    format!("{} {}", people(count as u64), are(count))
}

/// A broken rule in words.
pub fn broken(brief: &Brief, compiled: &Compiled, broken: &Broken) -> String {
    let group = &compiled.rounds[broken.sitting];
    let when = when(brief, group);
    let code = |person: u16| shown(&brief.people[usize::from(person)].id);
    let table = |table: u16| called(brief, group[0], usize::from(table));
    let sitting = &compiled.problem.sittings[broken.sitting];
    let said = match &broken.rule {
        Rule::Seat(person) if sitting.present[usize::from(*person)] => {
            format!("{} has no seat.", code(*person))
        }
        Rule::Seat(person) => format!("{} has a seat and is absent.", code(*person)),
        Rule::Size(at, here) => {
            let size = sitting.tables[usize::from(*at)];
            let wanted = if size.least == size.most {
                format!("{} belong there", size.least)
            } else {
                format!("{} to {} belong there", size.least, size.most)
            };
            format!("table {} has {}; {wanted}.", table(*at), people(u64::from(*here)))
        }
        Rule::Apart(a, b) => format!("{} and {} share a table and should sit apart.", code(*a), code(*b)),
        Rule::Together(a, b) => format!("{} and {} should share a table and do not.", code(*a), code(*b)),
        Rule::Barred(person, at) => {
            let bars = |demand: &&Demand| {
                let only = compiled.only(broken.sitting, demand);
                only.is_some_and(|(who, tables)| who == *person && tables.binary_search(at).is_err())
            };
            let demands = compiled.demands[broken.sitting].iter().filter(bars);
            let why: Vec<String> =
                demands.map(|demand| said(brief, compiled, broken.sitting, demand.origin, true)).collect();
            format!("{} is at table {}. The rule: {}", code(*person), table(*at), why.join(" "))
        }
        Rule::Limit(limit, at, here) => {
            let size = sitting.limits[*limit].tables[usize::from(*at)];
            let role = compiled.role_of(broken.sitting, *limit).map(|role| &brief.roles[role]);
            let name = role.map(|role| role.role.as_str()).unwrap_or_default();
            let belong = match (size.least, role.map_or(size.most, |role| role.most)) {
                (least, _) if *here < least => format!("at least {} {}", least, belongs(least)),
                (_, most) => format!("at most {} {}", most, belongs(most)),
            };
            format!("table {} has {here} with the role {}; {belong} there.", table(*at), quoted(name))
        }
        Rule::Gather(gather, tables) => {
            let it = &sitting.gathers[*gather];
            let codes: Vec<String> = it.people.iter().take(12).map(|&person| code(person)).collect();
            format!("{} should share at most {} tables and sit at {tables}.", list(&codes), it.tables)
        }
        Rule::Moved(count) => format!("{} were moved, more than allowed.", people(u64::from(*count))),
    };
    format!("{when}: {said}")
}

fn belongs(count: u16) -> &'static str {
    if count == 1 { "belongs" } else { "belong" }
}
