//! The figures of a plan as facts for programs: JSON with sorted names, no sentences. Imports its
//! siblings.

use crate::sessions::model::brief::{Brief, RoundKind, RuleKind};
use crate::sessions::model::figures::{Broken, Rule};
use crate::sessions::solve::compile::{Demand, Origin};
use crate::sessions::solve::make::Made;
use serde_json::{Value, json};

/// The figures.
pub fn facts(brief: &Brief, made: &Made) -> Value {
    let figures = &made.figures;
    let spread: serde_json::Map<String, Value> = figures
        .spread
        .iter()
        .map(|spread| {
            let value = json!({
                "spread": spread.reached,
                "least_possible": spread.least,
                "above_least": spread.above_least,
                "outside_fair_share": spread.outside_share,
            });
            (spread.feature.clone(), value)
        })
        .collect();
    let rounds: Vec<Value> = made
        .compiled
        .rounds
        .iter()
        .enumerate()
        .map(|(sitting, group)| {
            let it = &made.compiled.problem.sittings[sitting];
            json!({
                "rounds": group.iter().map(|round| round + 1).collect::<Vec<_>>(),
                "kind": kind(brief.rounds[group[0]].kind),
                "people": it.attendance(),
                "tables": it.open().count(),
                "sizes": sizes(made, sitting),
                "repeats": figures.repeats_by_sitting[sitting].reached,
                "repeats_unavoidable": figures.repeats_by_sitting[sitting].unavoidable,
                "groups": groups(brief, made, sitting),
            })
        })
        .collect();
    let wishes: Vec<Value> = figures
        .wishes
        .iter()
        .zip(&made.best_wishes)
        .map(|(wishes, best)| {
            let people = |seats: &[Option<u16>]| -> serde_json::Map<String, Value> {
                choices(brief, seats)
                    .into_iter()
                    .map(|(name, count)| (name.to_owned(), json!(count)))
                    .collect()
            };
            json!({
                "rounds": made.compiled.rounds[wishes.sitting].iter().map(|r| r + 1).collect::<Vec<_>>(),
                "price": wishes.price,
                "least_possible": best.as_ref().map(|best| best.price),
                "people": people(&made.plan.seats[wishes.sitting]),
                "people_at_least_price": best.as_ref().map(|best| people(&best.seats)),
            })
        })
        .collect();
    let broken: Vec<Value> = figures.broken.iter().map(|it| broken(brief, made, it)).collect();
    json!({
        "people": brief.people.len(),
        "distinct_pairs": figures.distinct_pairs,
        "distinct_pairs_bound": figures.distinct_pairs_bound,
        "meetings": figures.meetings,
        "repeats": figures.repeats,
        "repeats_least_possible": figures.repeats_bound,
        "met_by_person": { "fewest": figures.met.fewest, "median": figures.met.median,
            "most": figures.met.most, "fewest_bound": figures.met.fewest_bound,
            "median_bound": figures.met.median_bound, "bound": figures.met.most_bound },
        "times_met": figures.times_met,
        "times_met_least_possible": figures.times_met_bound,
        "rounds": rounds,
        "spread": spread,
        "preferences": wishes,
        "order": made.compiled.problem.order,
        "balance_within_one": made.compiled.problem.within_one,
        "broken_rules": broken,
    })
}

/// The figures as a file.
pub fn written(facts: &Value) -> Vec<u8> {
    format!("{facts:#}\n").into_bytes()
}

fn kind(kind: RoundKind) -> &'static str {
    match kind {
        RoundKind::Dialogue => "dialogue",
        RoundKind::Workshop(_) => "workshop",
        RoundKind::Plenary => "plenary",
    }
}

/// A broken rule: which rounds, which rule, and the codes, table and count it is about.
fn broken(brief: &Brief, made: &Made, broken: &Broken) -> Value {
    let group = &made.compiled.rounds[broken.sitting];
    let code = |person: &u16| brief.people[usize::from(*person)].id.clone();
    let table = |table: &u16| brief.table_name(group[0], usize::from(*table));
    let sitting = &made.compiled.problem.sittings[broken.sitting];
    let mut fact = match &broken.rule {
        Rule::Seat(person) => json!({ "rule": "seat", "codes": [code(person)] }),
        Rule::Size(at, count) => json!({ "rule": "size", "table": table(at), "people": count }),
        Rule::Apart(a, b) => json!({ "rule": "apart", "codes": [code(a), code(b)] }),
        Rule::Together(a, b) => json!({ "rule": "together", "codes": [code(a), code(b)] }),
        Rule::Barred(person, at) => {
            json!({ "rule": barred(brief, made, broken.sitting, *person, *at), "codes": [code(person)], "table": table(at) })
        }
        Rule::Limit(limit, at, count) => {
            let codes: Vec<String> = sitting.limits[*limit].people.iter().map(code).collect();
            json!({ "rule": "role", "codes": codes, "table": table(at), "people": count })
        }
        Rule::Gather(gather, tables) => {
            let codes: Vec<String> = sitting.gathers[*gather].people.iter().map(code).collect();
            json!({ "rule": "keep", "codes": codes, "tables": tables })
        }
        Rule::Company(company, at, count) => {
            let codes: Vec<String> = sitting.company[*company].people.iter().map(code).collect();
            json!({ "rule": "company", "codes": codes, "table": table(at), "people": count })
        }
        Rule::Moved(count) => json!({ "rule": "moved", "people": count }),
    };
    fact["rounds"] = group.iter().map(|round| round + 1).collect();
    fact
}

/// The fewest and the most people at a table in a sitting, as seated.
pub fn sizes(made: &Made, sitting: usize) -> [usize; 2] {
    let tables = made.plan.tables(&made.compiled.problem, sitting);
    let open = tables.iter().zip(&made.compiled.problem.sittings[sitting].tables);
    let there =
        open.filter(|(people, size)| size.most > 0 || !people.is_empty()).map(|(people, _)| people.len());
    [there.clone().min().unwrap_or(0), there.max().unwrap_or(0)]
}

/// The groups of a workshop: topic, table in the building, where it stands, people.
fn groups(brief: &Brief, made: &Made, sitting: usize) -> Vec<Value> {
    let round = made.compiled.rounds[sitting][0];
    let tables = made.plan.tables(&made.compiled.problem, sitting);
    let group = |(table, people): (usize, Vec<u16>)| {
        let topic = brief.topic(round, table)?;
        let room = brief.room(round, table);
        Some(json!({
            "topic": topic,
            "table": brief.table_name(round, table),
            "room": room.and_then(|room| room.place.clone()),
            "seats": room.and_then(|room| room.seats),
            "people": people.len(),
        }))
    };
    tables.into_iter().enumerate().filter_map(group).collect()
}

/// The kind of rule that keeps a person from a table.
fn barred(brief: &Brief, made: &Made, sitting: usize, person: u16, at: u16) -> &'static str {
    let bars = |demand: &&Demand| {
        let only = made.compiled.only(sitting, demand);
        only.is_some_and(|(who, tables)| who == person && tables.binary_search(&at).is_err())
    };
    match made.compiled.demands[sitting].iter().find(bars).map(|demand| demand.origin) {
        Some(Origin::Rule(rule)) => match brief.rules[rule].kind {
            RuleKind::At(..) => "table",
            RuleKind::Topic(..) => "topic",
            RuleKind::NotTopic(..) => "not-topic",
            _ => "not-table",
        },
        Some(Origin::Need(..)) => "need",
        Some(Origin::Language(..)) => "language",
        Some(Origin::Host(..)) => "host",
        _ => "not-table",
    }
}

/// How many people have their first choice, their second and so on, when everybody works on this topic;
/// then who has a topic they did not ask for, and who asked for none.
pub fn choices(brief: &Brief, topic_of: &[Option<u16>]) -> [(&'static str, usize); 6] {
    let mut by_rank = [0usize; 4];
    let (mut none, mut silent) = (0, 0);
    for (person, seat) in topic_of.iter().enumerate() {
        let Some(topic) = seat else { continue };
        if brief.topics.iter().all(|topic| topic.ranks[person] == 0) {
            silent += 1;
            continue;
        }
        match brief.topics[usize::from(*topic)].ranks[person] {
            0 => none += 1,
            rank => by_rank[usize::from(rank - 1).min(3)] += 1,
        }
    }
    [
        ("first choice", by_rank[0]),
        ("second choice", by_rank[1]),
        ("third choice", by_rank[2]),
        ("later choice", by_rank[3]),
        ("topic not asked for", none),
        ("no preference given", silent),
    ]
}
