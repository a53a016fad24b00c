//! Quotas that cannot be met, in words and as JSON, with the cheapest ways out. Imports `lottery`,
//! `words` and its siblings.

use super::exit::{Exit, Halt};
use super::freezing::mistaken;
use super::json::quota_json;
use crate::assembly::CANNOT_MEET;
use crate::assembly::ways::Ways;
pub use crate::assembly::ways::{NAMED, changed, cheapest, raised, room};
use crate::base::fault::{Faults, Kind};
use crate::lottery::bound::{Change, End};
use crate::lottery::explain::explain;
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Clash, Known, Near, No, Repair, Repairs};
use crate::pool::{Home, Pool};
use crate::words::catalogue::{Lang, args, say};
use crate::words::conflict as words;
use crate::words::parts;
use num_traits::ToPrimitive;
use serde_json::{Value, json};

/// Why there is no lottery, in words.
pub fn refusal(lang: Lang, pool: &Pool, profiles: &Profiles, no: &No) -> Halt {
    match no {
        No::Infeasible(clash) => refused(lang, pool, profiles, clash, &cheapest(pool, profiles, NAMED, true)),
        No::Undecided => undecided(lang, pool, &nearest(profiles)),
        No::Numeric => mistaken(),
    }
}

/// That the people who are left cannot meet the quotas that are left, and what would help.
pub fn cannot_meet(lang: Lang, ways: &Ways) -> Halt {
    let (pool, beyond_flex) = (&ways.pool, ways.beyond_flex);
    let mut details = Vec::new();
    let beyond = words::differences(lang, &ways.before, &ways.raised);
    if !beyond.is_empty() {
        details.push(say!(lang, "left-beyond"));
        details.extend(beyond.iter().map(|line| format!("  {line}")));
    }
    details.extend(ways.clash.iter().flat_map(|clash| clash_lines(lang, pool, &pool.profiles(), clash)));
    if ways.list.is_empty() {
        if ways.before.flexible() && !beyond_flex {
            details.push(say!(lang, "left-flex"));
        } else {
            details.push(nothing_helps(lang, pool));
            details.push(say!(lang, "left-new"));
        }
    } else if ways.clash.is_none() {
        details.push(say!(lang, "left-raised"));
        details.push(say!(lang, "left-recorded"));
    } else {
        let besides = parts::yes(!beyond.is_empty());
        details.push(say!(lang, "left-any", besides = besides));
        for (n, (quotas, choice)) in (1..).zip(&ways.list) {
            let changes = words::differences(lang, &ways.raised, quotas);
            let mut lines = changes.into_iter();
            let first = lines.next().unwrap_or_default();
            details.push(format!("  {n}. {first}"));
            details.extend(lines.map(|line| format!("     {line}")));
            let choice = choice.map(|choice| words::choice(lang, choice, pool.len() as u64, pool.seats()));
            let then = |choice| format!("     {}", say!(lang, "then-choice", choice = choice));
            details.extend(choice.map(then));
        }
        details.extend(more(lang, ways.more));
        if beyond_flex {
            details.push(say!(lang, "left-may-go-beyond"));
        }
        details.push(say!(lang, "left-repair"));
        details.push(say!(lang, "left-recorded"));
    }
    Halt::refused(Exit::No, CANNOT_MEET, args![]).with_lines(details)
}

/// The panel that comes nearest to quotas of which nothing is settled.
pub fn nearest(profiles: &Profiles) -> Option<Near> {
    solve::nearest(&profiles.problem)
}

/// That it was not settled whether there is a panel, with what was tried and what would settle it.
pub fn undecided(lang: Lang, pool: &Pool, near: &Option<Near>) -> Halt {
    let changes = near.iter().flat_map(|near| &near.changes);
    let changes: Vec<String> =
        changes.map(|change| words::change(lang, words::Asked::of(pool), change)).collect();
    Halt::refused(Exit::No, "L-02", args![]).with_lines(words::undecided(lang, &changes))
}

/// The same for programs: null where everything is settled.
pub fn nearest_json(pool: &Pool, near: Option<&Near>) -> Value {
    near.map_or(Value::Null, |near| near.changes.iter().map(|change| change_json(pool, change)).collect())
}

/// That there is no panel: the quotas that clash, and what would help.
pub fn refused(lang: Lang, pool: &Pool, profiles: &Profiles, clash: &Clash, repairs: &Repairs) -> Halt {
    let mut details: Vec<String> = taken(lang, pool).into_iter().collect();
    details.extend(clash_lines(lang, pool, profiles, clash));
    details.extend(more_of_a_home(lang, pool, clash));
    details.extend(ways_out(lang, pool, repairs));
    Halt::refused(Exit::No, "L-01", args![]).with_lines(details)
}

/// That there is no panel, as a sentence.
pub fn no_panel(lang: Lang) -> String {
    say!(lang, "L-01")
}

/// That some have a seat already, in a line.
pub fn taken(lang: Lang, pool: &Pool) -> Option<String> {
    let before = pool.confirmed()?;
    Some(say!(
        lang,
        "taken",
        people = before.people.len(),
        left = pool.seats(),
        seats = parts::seats(lang, u64::from(before.seats)),
    ))
}

/// The quotas that clash, and how that adds up.
pub fn clash_lines(lang: Lang, pool: &Pool, profiles: &Profiles, clash: &Clash) -> Vec<String> {
    if clash.ends.is_empty() {
        let names: Vec<String> =
            clash.rows.iter().map(|&row| words::name(lang, pool.quotas(), row)).collect();
        // None of them, where there are fewer people than seats: what would help says so.
        if names.is_empty() {
            return Vec::new();
        }
        return vec![say!(lang, "among-these"), format!("  {}", parts::list(lang, &names))];
    }
    let explanation = explain(profiles, pool.quotas(), &clash.ends);
    let homes = clash.ends.iter().filter(|end| end.row as usize >= pool.quotas().lines()).count();
    let head = match (clash.ends.len(), clash.ends.len() - homes) {
        (_, 0) => say!(lang, "clash-home-alone"),
        (all, 1) if all > 1 => say!(lang, "clash-home-one"),
        (all, quotas) if all > quotas => say!(lang, "clash-home-several"),
        (1, _) => say!(lang, "clash-one"),
        _ => say!(lang, "clash-several"),
    };
    let mut lines = vec![head];
    lines.extend(words::lines(lang, words::Asked::of(pool), pool.seats(), &explanation));
    if clash.only_integers {
        lines.push(say!(lang, "only-integers"));
    }
    lines.push(say!(lang, "proved-whole"));
    lines
}

/// That the household rule could give way too, if it has part in the clash.
pub fn more_of_a_home(lang: Lang, pool: &Pool, clash: &Clash) -> Option<String> {
    let homes = pool.homes()?;
    let bound = clash.ends.iter().any(|end| end.row as usize >= pool.quotas().lines());
    let per = homes.per.saturating_add(1);
    bound.then(|| say!(lang, "home-way", per = per.to_string()))
}

/// The repairs as the last lines of a refusal.
pub fn ways_out(lang: Lang, pool: &Pool, repairs: &Repairs) -> Vec<String> {
    if repairs.list.is_empty() {
        return match repairs.known {
            Known::Cheapest if pool.quotas().flexible() => vec![say!(lang, "flex-forbids")],
            Known::Cheapest => vec![nothing_helps(lang, pool)],
            Known::AtLeast(_) => Vec::new(),
        };
    }
    let mut lines = vec![say!(lang, "any-one")];
    let numbered = (1..).zip(&repairs.list);
    for (n, repair) in numbered {
        let changes = words::changes(lang, words::Asked::of(pool), &repair.changes);
        lines.push(format!("  {n}. {changes}"));
        let choice = repair.choice.map(|choice| words::choice(lang, choice, pool.len() as u64, pool.seats()));
        lines.extend(choice.map(|choice| format!("     {}", say!(lang, "then-choice", choice = choice))));
    }
    lines.extend(more(lang, repairs.more));
    lines
}

/// That others cost as much as the last that is named.
pub fn more(lang: Lang, more: usize) -> Option<String> {
    (more > 0).then(|| say!(lang, "repairs-more", more = more))
}

/// That no change of the quotas makes a panel possible, why, and what might.
pub fn nothing_helps(lang: Lang, pool: &Pool) -> String {
    let (empty, people) = (u64::from(pool.seats()), pool.len() as u64);
    let most = pool.homes().map_or(people, |homes| {
        let alone = (0..pool.len()).filter(|&person| homes.of(person).is_none()).count() as u64;
        let room = |(home, of): (usize, &Home)| u64::from(homes.room(home).min(of.people));
        alone + homes.list.iter().enumerate().map(room).sum::<u64>()
    });
    let why = match (most < empty, most < people) {
        (true, true) => "homes",
        (true, false) => "people",
        (false, true) => "rule",
        (false, false) => "other",
    };
    let (seats, people) = (parts::seats(lang, empty), parts::people(lang, people));
    say!(lang, "nothing-helps", why = why, seats = seats, people = people, most = most)
}

/// Whether people confirmed before leave nothing to repair, because no seat is left.
pub fn beyond_repair(faults: &Faults) -> bool {
    faults.count(Kind::SeatsTaken) > 0
}

/// Whether there are more people confirmed before than a maximum allows.
pub fn beyond_maximum(faults: &Faults) -> bool {
    faults.count(Kind::TooManyConfirmed) > 0
}

/// What a repair costs, for people: two decimals.
pub fn cost(repair: &Repair) -> String {
    format!("{:.2}", decimal(repair))
}

fn decimal(repair: &Repair) -> f64 {
    let (over, under) = (repair.cost.numer().to_f64(), repair.cost.denom().to_f64());
    over.zip(under).map_or(f64::INFINITY, |(over, under)| over / under)
}

/// The quotas that clash as JSON, and which of their ends.
pub fn clash_json(pool: &Pool, profiles: &Profiles, clash: Option<&Clash>) -> (Value, Value) {
    let rows = clash.iter().flat_map(|c| &c.rows).map(|&row| quota_json(pool, row)).collect();
    let ends = explain(profiles, pool.quotas(), clash.map_or(&[], |c| &c.ends)).ends;
    let end = |named: &crate::lottery::explain::Named| {
        let mut end = quota_json(pool, named.bound.row);
        if end.is_object() {
            end["end"] = json!(if named.bound.end == End::Min { "min" } else { "max" });
            end["limit"] = json!(named.limit);
            end["people"] = json!(named.people);
        }
        end
    };
    (rows, ends.iter().map(end).collect())
}

/// A repair as JSON.
pub fn repair_json(pool: &Pool, repair: &Repair) -> Value {
    json!({
        "cost": decimal(repair),
        "cost_exact": repair.cost.to_string(),
        "changes": repair.changes.iter().map(|c| change_json(pool, c)).collect::<Vec<_>>(),
        "can_be_drawn": repair.choice.map(|choice| choice.people),
        "can_be_drawn_settled": repair.choice.map(|choice| choice.settled),
        "nothing_left_to_draw": repair.choice.map(|choice| choice.people <= u64::from(pool.seats())),
    })
}

/// A change as JSON: the quota's new ends and what they were, of the whole panel.
pub fn change_json(pool: &Pool, change: &Change) -> Value {
    let new = words::Asked::of(pool).changed(change);
    pool.asked().line(change.row as usize).zip(new).map_or(Value::Null, |((feature, value), (min, max))| {
        json!({
            "feature": feature.name, "value": value.name,
            "min": min, "max": max, "old_min": value.min, "old_max": value.max,
        })
    })
}
