//! Which rules of a seat plan clash and which are broken, in plain English. Imports `base`, `sessions`
//! and `words`.

use super::en::{list, people};
use super::sessions::are;
use super::{quoted, shown};
use crate::sessions::brief::{Brief, RoundKind, RuleKind};
use crate::sessions::clash::Clash;
use crate::sessions::compile::{Compiled, DemandKind, Origin};
use crate::sessions::{Broken, Rule};

/// Rules that clash, in words; the last line says what to do.
pub fn clash(brief: &Brief, compiled: &Compiled, clash: &Clash) -> Vec<String> {
    let when = when(brief, &compiled.rounds[clash.sitting]);
    if clash.origins.is_empty() {
        return vec![format!("{when}: the people do not fit at the tables, whatever the rules.")];
    }
    let first = if clash.origins.len() == 1 {
        format!("{when}: this rule cannot be kept:")
    } else if clash.smallest {
        format!("{when}: these rules cannot be kept together; any fewer of them can:")
    } else {
        format!("{when}: these rules cannot be kept together; without any one of them the others can:")
    };
    let mut lines = vec![first];
    lines.extend(
        clash.origins.iter().map(|&origin| format!("  {}", rule(brief, compiled, clash.sitting, origin))),
    );
    lines.extend(room_of(brief, compiled, clash));
    lines
}

/// How many people the few tables take that rules which clash leave to somebody.
fn room_of(brief: &Brief, compiled: &Compiled, clash: &Clash) -> Vec<String> {
    const FEW: usize = 4;
    let sitting = &compiled.problem.sittings[clash.sitting];
    let (mut tables, mut who): (Vec<u16>, Vec<u16>) = (vec![], vec![]);
    for demand in compiled.demands[clash.sitting].iter().filter(|it| clash.origins.contains(&it.origin)) {
        if let DemandKind::Only(person, only) = &demand.kind {
            who.push(*person);
            tables.extend(only);
        }
    }
    tables.sort_unstable();
    tables.dedup();
    who.sort_unstable();
    who.dedup();
    tables.retain(|&table| who.len() > usize::from(sitting.tables[usize::from(table)].most));
    let round = compiled.rounds[clash.sitting][0];
    let one = |&table: &u16| {
        let most = sitting.tables[usize::from(table)].most;
        format!(
            "  Table {} takes at most {}.",
            called(brief, round, usize::from(table)),
            people(u64::from(most))
        )
    };
    if tables.len() > FEW { vec![] } else { tables.iter().map(one).collect() }
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

/// Where a demand comes from, in words.
pub fn rule(brief: &Brief, compiled: &Compiled, sitting: usize, origin: Origin) -> String {
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
        let tables = match demand.map(|demand| &demand.kind) {
            Some(DemandKind::Only(_, tables)) => tables.iter().map(|&t| table(t)).collect(),
            _ => vec![],
        };
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
            fitting()
        ),
        Origin::Host(staff, person) => {
            format!("{} may not host {} ({}).", shown(&brief.staff[staff].name), code(person), fitting())
        }
        Origin::RoleLeast(role) => {
            let limit = &brief.roles[role];
            format!(
                "Every table has at least {} with the role {}; {} there.",
                limit.least,
                quoted(&limit.role),
                of_role(compiled, sitting, origin)
            )
        }
        Origin::RoleMost(role) => {
            let limit = &brief.roles[role];
            format!(
                "No table has more than {} with the role {}; {} there.",
                limit.most,
                quoted(&limit.role),
                of_role(compiled, sitting, origin)
            )
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
            let why: Vec<String> = compiled.demands[broken.sitting]
                .iter()
                .filter(|demand| {
                    matches!(&demand.kind, DemandKind::Only(who, tables)
                        if who == person && tables.binary_search(at).is_err())
                })
                .map(|demand| rule(brief, compiled, broken.sitting, demand.origin))
                .collect();
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
