//! Which rules of a seat plan clash and which are broken, in words of `sessions.ftl`. Imports `base`, `sessions`
//! and `words`.

use super::catalogue::{Arg, Lang, say};
use super::parts::{list, people};
use super::{quoted, shown};
use crate::sessions::model::brief::{Brief, RoundKind, RuleKind};
use crate::sessions::solve::compile::{Compiled, Demand, DemandKind, Origin};
use crate::sessions::solve::conflict::Clash;
use crate::sessions::solve::crew::{Helper, languages};
use crate::sessions::{Broken, Rule};

/// Rules that clash, in words; the last line says what to do.
pub fn clash(lang: Lang, brief: &Brief, compiled: &Compiled, clash: &Clash) -> Vec<String> {
    let when = when(lang, brief, &compiled.rounds[clash.sitting]);
    if clash.origins.is_empty() {
        return vec![say!(lang, "do-not-fit", when = when)];
    }
    let first = if clash.origins.len() == 1 {
        say!(lang, "clash-one-rule", when = when)
    } else if clash.settled {
        say!(lang, "clash-rules", when = when)
    } else {
        say!(lang, "clash-rules-perhaps", when = when)
    };
    let mut lines = vec![first];
    let sized = |origin: &Origin| matches!(origin, Origin::Least(_) | Origin::Most(_));
    let together = all_apart(lang, brief, clash);
    lines.extend(together.as_ref().map(|(_, line)| format!("  {line}")));
    let told = |origin: &Origin| together.as_ref().is_some_and(|(told, _)| told.contains(origin));
    let rules = clash.origins.iter().filter(|origin| !sized(origin) && !told(origin));
    lines.extend(rules.map(|&origin| format!("  {}", rule(lang, brief, compiled, clash.sitting, origin))));
    lines.extend(sizes(lang, brief, compiled, clash));
    lines.extend(topics(lang, brief, compiled, clash));
    lines
}

/// Several people of whom each sits apart from each other, as one line.
fn all_apart(lang: Lang, brief: &Brief, clash: &Clash) -> Option<(Vec<Origin>, String)> {
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
        let people = people(lang, who.len() as u64);
        let line = say!(lang, "all-apart", people = people, codes = list(lang, &codes));
        (pairs.into_iter().map(|(origin, _)| origin).collect(), line)
    })
}

/// The sizes of tables that take part in a clash. More than a few tables of one size are one line.
fn sizes(lang: Lang, brief: &Brief, compiled: &Compiled, clash: &Clash) -> Vec<String> {
    const FEW: usize = 4;
    let tables = &compiled.open[clash.sitting].tables;
    let round = compiled.rounds[clash.sitting][0];
    let mut lines = vec![];
    let mut alike: Vec<(&str, u16, Vec<u16>)> = vec![];
    for origin in &clash.origins {
        let (word, table, size) = match *origin {
            Origin::Least(table) => ("least", table, tables[usize::from(table)].least),
            Origin::Most(table) => ("most", table, tables[usize::from(table)].most),
            _ => continue,
        };
        match alike.iter_mut().find(|(w, s, _)| (*w, *s) == (word, size)) {
            Some((.., tables)) => tables.push(table),
            None => alike.push((word, size, vec![table])),
        }
    }
    for (end, size, tables) in alike {
        let size = people(lang, u64::from(size));
        let named: Vec<String> =
            tables.iter().map(|&table| called(brief, round, usize::from(table))).collect();
        if named.len() > FEW {
            let (count, named) = (named.len(), list(lang, &named));
            let line = say!(lang, "tables-take", end = end, count = count, size = size, named = named);
            lines.push(format!("  {line}"));
        } else {
            lines.extend(named.into_iter().map(|name| {
                format!("  {}", say!(lang, "table-takes", end = end, name = name, size = size.as_str()))
            }));
        }
    }
    lines
}

/// What a clash of a workshop takes as given: the tables of its topics.
fn topics(lang: Lang, brief: &Brief, compiled: &Compiled, clash: &Clash) -> Option<String> {
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
        format!("  {}", say!(lang, "topics-at", tables = list(lang, &all)))
    })
}

/// A set of rounds: "Round 2", "Rounds 4 and 5".
pub fn when(lang: Lang, brief: &Brief, rounds: &[usize]) -> String {
    let named: Vec<String> = rounds
        .iter()
        .map(|&round| match &brief.rounds[round].name {
            Some(name) => format!("{} ({})", round + 1, shown(name)),
            None => (round + 1).to_string(),
        })
        .collect();
    say!(lang, "when-rounds", count = rounds.len(), rounds = list(lang, &named))
}

/// What a table is called in a round; in a workshop with its topic.
pub fn called(brief: &Brief, round: usize, table: usize) -> String {
    let name = shown(&brief.table_name(round, table));
    brief.topic(round, table).map_or(name.clone(), |topic| format!("{name} ({})", quoted(topic)))
}

/// Where a demand comes from, in words, wherever the staff are.
pub fn rule(lang: Lang, brief: &Brief, compiled: &Compiled, sitting: usize, origin: Origin) -> String {
    said(lang, brief, compiled, sitting, origin, false)
}

/// The same with the tables at which the staff keep it when they are where the plan has them.
fn said(
    lang: Lang,
    brief: &Brief,
    compiled: &Compiled,
    sitting: usize,
    origin: Origin,
    placed: bool,
) -> String {
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
            None if workshop => say!(lang, "no-topic-there", name = name),
            _ => name,
        }
    };
    let fitting = || {
        let table = |table: u16| called(brief, group[0], usize::from(table));
        let demand = compiled.demands[sitting].iter().find(|demand| demand.origin == origin);
        let only = demand.and_then(|demand| compiled.only(sitting, demand));
        let tables: Vec<String> = only.map_or(vec![], |(_, tables)| tables.into_iter().map(table).collect());
        match tables.as_slice() {
            [] => say!(lang, "no-table"),
            [one] => say!(lang, "one-table", name = one.as_str()),
            _ => say!(lang, "some-tables", names = list(lang, &tables)),
        }
    };
    match origin {
        Origin::Rule(number) => {
            let topic = |topic: u16| quoted(&brief.topics[usize::from(topic)].name);
            match brief.rules[number].kind {
                RuleKind::Apart(a, b) => say!(lang, "rule-apart", one = code(a), other = code(b)),
                RuleKind::Together(a, b) => say!(lang, "rule-together", one = code(a), other = code(b)),
                RuleKind::At(person, place) => {
                    say!(lang, "rule-at", code = code(person), table = at(place))
                }
                RuleKind::NotAt(person, place) => {
                    say!(lang, "rule-not-at", code = code(person), table = at(place))
                }
                RuleKind::Topic(person, on) => {
                    say!(lang, "rule-topic", code = code(person), topic = topic(on))
                }
                RuleKind::NotTopic(person, on) => {
                    say!(lang, "rule-not-topic", code = code(person), topic = topic(on))
                }
            }
        }
        Origin::Need(person, need) => say!(
            lang,
            "rule-need",
            code = code(person),
            need = shown(&brief.people[usize::from(person)].needs[need]),
            tables = fitting(),
        ),
        Origin::Language(keep, group, person) => say!(
            lang,
            "rule-language",
            code = code(person),
            language = shown(&brief.keep[keep].groups[group].value),
            who = if placed { fitting() } else { speakers(lang, brief, compiled, sitting, keep, group) },
        ),
        Origin::Host(staff, person) => {
            let staff = shown(&brief.staff[staff].name);
            match placed {
                true => {
                    say!(lang, "rule-host-at", staff = staff, code = code(person), tables = fitting())
                }
                false => say!(lang, "rule-host", staff = staff, code = code(person)),
            }
        }
        Origin::Least(table) | Origin::Most(table) => {
            let size = compiled.open[sitting].tables[usize::from(table)];
            let (end, size) = match origin {
                Origin::Least(_) => ("least", size.least),
                _ => ("most", size.most),
            };
            let name = called(brief, group[0], usize::from(table));
            say!(lang, "table-takes", end = end, name = name, size = people(lang, u64::from(size)))
        }
        Origin::RoleLeast(role) | Origin::RoleMost(role) => {
            let limit = &brief.roles[role];
            let (end, most) = match origin {
                Origin::RoleLeast(_) => ("least", limit.least),
                _ => ("most", limit.most),
            };
            let there = of_role(lang, compiled, sitting, origin);
            say!(lang, "rule-role", end = end, limit = most, role = quoted(&limit.role), there = there)
        }
        Origin::Company(rule, group) => {
            let (rule, group) = (&brief.company[rule], &brief.company[rule].groups[group]);
            say!(
                lang,
                "rule-company",
                feature = quoted(&rule.feature),
                value = quoted(&group.value),
                least = rule.least,
            )
        }
        Origin::Keep(keep, group) => {
            let (kept, group) = (&brief.keep[keep], &brief.keep[keep].groups[group]);
            let demand = compiled.demands[sitting].iter().find(|demand| demand.origin == origin);
            let tables = match demand.map(|demand| &demand.kind) {
                Some(DemandKind::Gather(gather)) => gather.tables,
                _ => 0,
            };
            say!(
                lang,
                "rule-keep",
                people = people(lang, group.people.len() as u64),
                feature = quoted(&kept.feature),
                value = quoted(&group.value),
                tables = tables,
            )
        }
    }
}

/// Who of the staff of a sitting speaks a language.
fn speakers(
    lang: Lang,
    brief: &Brief,
    compiled: &Compiled,
    sitting: usize,
    keep: usize,
    group: usize,
) -> String {
    const FEW: usize = 6;
    let language = languages(brief).iter().position(|&known| known == (keep, group));
    let speaks = |helper: &&Helper| language.is_some_and(|language| helper.speaks.contains(&language));
    let staff = compiled.crews[sitting].staff.iter().filter(speaks);
    let names: Vec<String> = staff.map(|helper| shown(&brief.staff[helper.staff].name)).collect();
    match names.len() {
        0 => say!(lang, "speakers-none"),
        1..=FEW => list(lang, &names),
        count => say!(lang, "speakers-many", count = count),
    }
}

/// How many people a limit is about, with the verb: "7 people are".
fn of_role(lang: Lang, compiled: &Compiled, sitting: usize, origin: Origin) -> String {
    let demand = compiled.demands[sitting].iter().find(|demand| demand.origin == origin);
    let count = match demand.map(|demand| &demand.kind) {
        Some(DemandKind::Limit(limit)) => limit.people.len(),
        _ => 0,
    };
    say!(lang, "people-are", count = count, people = people(lang, count as u64))
}

/// A broken rule in words.
pub fn broken(lang: Lang, brief: &Brief, compiled: &Compiled, broken: &Broken) -> String {
    let group = &compiled.rounds[broken.sitting];
    let when = when(lang, brief, group);
    let code = |person: u16| shown(&brief.people[usize::from(person)].id);
    let table = |table: u16| called(brief, group[0], usize::from(table));
    let sitting = &compiled.problem.sittings[broken.sitting];
    let said = match &broken.rule {
        Rule::Seat(person) if sitting.present[usize::from(*person)] => {
            say!(lang, "broken-no-seat", code = code(*person))
        }
        Rule::Seat(person) => say!(lang, "broken-absent", code = code(*person)),
        Rule::Size(at, here) => {
            let size = sitting.tables[usize::from(*at)];
            say!(
                lang,
                "broken-size",
                table = table(*at),
                people = people(lang, u64::from(*here)),
                least = if size.least == size.most { Arg::from("same") } else { Arg::from(size.least) },
                most = size.most,
            )
        }
        Rule::Apart(a, b) => say!(lang, "broken-apart", one = code(*a), other = code(*b)),
        Rule::Together(a, b) => say!(lang, "broken-together", one = code(*a), other = code(*b)),
        Rule::Barred(person, at) => {
            let bars = |demand: &&Demand| {
                let only = compiled.only(broken.sitting, demand);
                only.is_some_and(|(who, tables)| who == *person && tables.binary_search(at).is_err())
            };
            let demands = compiled.demands[broken.sitting].iter().filter(bars);
            let why: Vec<String> = demands
                .map(|demand| self::said(lang, brief, compiled, broken.sitting, demand.origin, true))
                .collect();
            say!(lang, "broken-barred", code = code(*person), table = table(*at), why = why.join(" "))
        }
        Rule::Limit(limit, at, here) => {
            let size = sitting.limits[*limit].tables[usize::from(*at)];
            let role = compiled.role_of(broken.sitting, *limit).map(|role| &brief.roles[role]);
            let name = role.map(|role| role.role.as_str()).unwrap_or_default();
            let (end, count) = match (size.least, role.map_or(size.most, |role| role.most)) {
                (least, _) if *here < least => ("least", least),
                (_, most) => ("most", most),
            };
            say!(
                lang,
                "broken-limit",
                table = table(*at),
                here = *here,
                role = quoted(name),
                end = end,
                count = count,
            )
        }
        Rule::Gather(gather, tables) => {
            let it = &sitting.gathers[*gather];
            let codes: Vec<String> = it.people.iter().take(12).map(|&person| code(person)).collect();
            say!(lang, "broken-gather", codes = list(lang, &codes), most = it.tables, tables = *tables)
        }
        Rule::Company(company, at, here) => {
            let it = &sitting.company[*company];
            let codes: Vec<String> = it.people.iter().take(12).map(|&person| code(person)).collect();
            say!(
                lang,
                "broken-company",
                codes = list(lang, &codes),
                table = table(*at),
                here = *here,
                least = it.least,
            )
        }
        Rule::Moved(count) => say!(lang, "broken-moved", people = people(lang, u64::from(*count))),
    };
    format!("{when}: {said}")
}
