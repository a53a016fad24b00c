//! Quotas that clash and what mends them, in plain English. May import everything but `io` and `cli`.

use super::{en, number, quoted};
use crate::lottery::bound::{Change, End};
use crate::lottery::explain::{Explanation, Named, Sum};
use crate::quotas::Quotas;

/// Ends that are written out; of a longer clash the others are counted.
const SHOWN: usize = 16;

/// The clash as lines: each end with the people it counts, who of them another one counts as well, and
/// how it adds up.
pub fn lines(quotas: &Quotas, seats: u32, explanation: &Explanation) -> Vec<String> {
    let mut lines = Vec::new();
    let quota = |named: &&Named| (named.bound.row as usize) < quotas.lines();
    let homes: Vec<&Named> = explanation.ends.iter().filter(|named| !quota(named)).collect();
    let ends: Vec<&Named> = explanation.ends.iter().filter(quota).collect();
    for named in ends.iter().take(SHOWN) {
        lines.push(format!("  {}", end(quotas, named)));
        if named.bound.end == End::Min {
            lines.extend(shared(quotas, explanation, named));
        }
    }
    if ends.len() > SHOWN {
        lines.push(format!("  and {} more quotas", number((ends.len() - SHOWN) as u64)));
    }
    if !homes.is_empty() {
        let people = en::people(homes.iter().map(|home| home.people).sum());
        let addresses = match homes.len() {
            1 => "1 address".to_owned(),
            n => format!("{} addresses", number(n as u64)),
        };
        let seats = en::seats(homes.iter().map(|home| u64::from(home.limit)).sum());
        lines.push(format!("  the household rule: {people} at {addresses} may have {seats} together"));
    }
    lines.extend(explanation.sum.and_then(|sum| self::sum(quotas, seats, explanation, sum)));
    lines
}

/// A quota line by name: `"age" "18-24"`.
pub fn name(quotas: &Quotas, row: u32) -> String {
    match quotas.line(row as usize) {
        Some((feature, value)) => format!("{} {}", quoted(&feature.name), quoted(&value.name)),
        None => "the household rule".to_owned(),
    }
}

fn end(quotas: &Quotas, named: &Named) -> String {
    let name = name(quotas, named.bound.row);
    let limit = number(u64::from(named.limit));
    let people = en::people(named.people);
    match named.bound.end {
        End::Min if named.people < u64::from(named.limit) => {
            format!("{name}: at least {limit} needed, only {people} volunteered")
        }
        End::Min => format!("{name}: at least {limit} needed, {people} volunteered"),
        End::Max => format!("{name}: at most {limit}, {people} volunteered"),
    }
}

/// Of the people whom a minimum counts, those that a maximum counts as well.
fn shared(quotas: &Quotas, explanation: &Explanation, min: &Named) -> Vec<String> {
    const MOST: usize = 4;
    // That a value's own maximum counts its own people goes without saying.
    let of = || explanation.shared.iter().filter(|s| s.min == min.bound.row && s.max != s.min);
    let line = |s: &crate::lottery::explain::Shared| {
        let who = match (s.people, min.people) {
            (1, 1) => "The only one of them has".to_owned(),
            (2, 2) => "Both of them have".to_owned(),
            (n, all) if n == all => format!("All {} of them have", number(all)),
            (1, all) => format!("1 of these {} has", number(all)),
            (n, all) => format!("{} of these {} have", number(n), number(all)),
        };
        let name = name(quotas, s.max);
        format!("    {who} {name}, which may have at most {}", number(u64::from(s.limit)))
    };
    let mut lines: Vec<String> = of().take(MOST).map(line).collect();
    if of().count() > MOST {
        lines.push(format!("    and {} more like this", of().count() - MOST));
    }
    lines
}

fn sum(quotas: &Quotas, seats: u32, explanation: &Explanation, sum: Sum) -> Option<String> {
    let max = || explanation.ends.iter().find(|e| e.bound.end == End::Max).map(|e| name(quotas, e.bound.row));
    Some(match sum {
        Sum::TooFew => return None,
        Sum::Between { needed, room } => {
            let are = if needed == 1 { "is" } else { "are" };
            format!(
                "So these people can take {} at most, and {} {are} needed.",
                en::seats(room),
                number(needed)
            )
        }
        Sum::Forced { forced, limit } => {
            let may = number(u64::from(limit));
            format!("So at least {} would go to {}, which may have {may}.", en::seats(forced), max()?)
        }
        Sum::Unfilled { room } => {
            format!(
                "With these maximums {} of the {} can be filled.",
                number(room),
                en::seats(u64::from(seats))
            )
        }
        Sum::Together { needed } => {
            format!(
                "Nobody counts for two of these, so together they take {}, and there {}.",
                en::seats(needed),
                are(u64::from(seats))
            )
        }
    })
}

fn are(count: u64) -> String {
    format!("{} {}", if count == 1 { "is" } else { "are" }, number(count))
}

/// What a change does to a quota: `"age" "18-24": at least 5 instead of 6`.
pub fn change(quotas: &Quotas, change: &Change) -> String {
    let name = name(quotas, change.row);
    let Some((_, old)) = quotas.line(change.row as usize) else { return name };
    let mut parts = Vec::new();
    if change.min != old.min {
        parts.push(format!("at least {} instead of {}", change.min, old.min));
    }
    if change.max != old.max {
        parts.push(format!("at most {} instead of {}", change.max, old.max));
    }
    format!("{name}: {}", parts.join(" and "))
}

/// The changes of a repair in one line.
pub fn changes(quotas: &Quotas, changes: &[Change]) -> String {
    let parts: Vec<String> = changes.iter().map(|c| change(quotas, c)).collect();
    parts.join("; and ")
}
