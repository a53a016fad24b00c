//! Quotas that clash and what mends them, in words of `conflict.ftl`. May import everything but `io` and `cli`.

use super::catalogue::{Lang, number, say};
use super::parts::{already, more};
use super::parts::{list, people, seats, several, yes};
use super::quoted;
pub use crate::assembly::Asked;
use crate::lottery::bound::{Change, End};
use crate::lottery::choice::Choice;
use crate::lottery::explain::{Explanation, Named, Sum};
use crate::quotas::Quotas;

/// Ends that are written out; of a longer clash the others are counted.
const SHOWN: usize = 16;

/// The clash as lines: each end with the people it counts, who of them another one counts as well, and
/// how it adds up.
pub fn lines(lang: Lang, asked: Asked<'_>, seats: u32, explanation: &Explanation) -> Vec<String> {
    let quotas = asked.left;
    let mut lines = Vec::new();
    let quota = |named: &&Named| (named.bound.row as usize) < quotas.lines();
    let homes: Vec<&Named> = explanation.ends.iter().filter(|named| !quota(named)).collect();
    let ends: Vec<&Named> = explanation.ends.iter().filter(quota).collect();
    for named in ends.iter().take(SHOWN) {
        lines.push(format!("  {}", end(lang, asked, named)));
        if named.bound.end == End::Min {
            lines.extend(shared(lang, asked, explanation, named));
        }
    }
    if ends.len() > SHOWN {
        lines.push(format!("  {}", say!(lang, "clash-more-quotas", count = ends.len() - SHOWN)));
    }
    if !homes.is_empty() {
        let line = say!(
            lang,
            "clash-homes",
            people = people(lang, homes.iter().map(|home| home.people).sum()),
            addresses = several(lang, "addresses", homes.len() as u64),
            seats = self::seats(lang, homes.iter().map(|home| u64::from(home.limit)).sum()),
        );
        lines.push(format!("  {line}"));
    }
    lines.extend(explanation.sum.and_then(|sum| self::sum(lang, asked, seats, explanation, sum)));
    lines
}

/// A quota line by name: `"age" "18-24"`.
pub fn name(lang: Lang, quotas: &Quotas, row: u32) -> String {
    match quotas.line(row as usize) {
        Some((feature, value)) => format!("{} {}", quoted(&feature.name), quoted(&value.name)),
        None => say!(lang, "household-rule"),
    }
}

fn end(lang: Lang, asked: Asked<'_>, named: &Named) -> String {
    let name = name(lang, asked.left, named.bound.row);
    let taken = asked.taken(named.bound.row);
    let limit = number(lang, u64::from(named.limit) + u64::from(taken));
    let people = format!("{}{}", already(lang, taken), volunteered(lang, named, taken));
    match named.bound.end {
        End::Min => say!(lang, "clash-min", name = name, limit = limit, people = people),
        End::Max => say!(lang, "clash-max", name = name, limit = limit, people = people),
    }
}

fn volunteered(lang: Lang, named: &Named, taken: u32) -> String {
    let short = named.bound.end == End::Min && named.people < u64::from(named.limit);
    let who = match (named.people, taken, short) {
        (0, 0, _) => "nobody",
        (0, ..) => "nobody-else",
        (_, 0, false) => "people",
        (_, 0, true) => "only-people",
        (_, _, false) => "others",
        (_, _, true) => "only-others",
    };
    say!(lang, "volunteered", who = who, people = people(lang, named.people))
}

/// Of the people whom a minimum counts, those that a maximum counts as well.
fn shared(lang: Lang, asked: Asked<'_>, explanation: &Explanation, min: &Named) -> Vec<String> {
    const MOST: usize = 4;
    // That a value's own maximum counts its own people goes without saying.
    let of = || explanation.shared.iter().filter(|s| s.min == min.bound.row && s.max != s.min);
    let line = |s: &crate::lottery::explain::Shared| {
        let who = match (s.people, min.people) {
            (1, 1) => "only-one",
            (2, 2) => "both",
            (n, all) if n == all => "all",
            (1, _) => "one",
            _ => "some",
        };
        let line = say!(
            lang,
            "clash-shared",
            who = who,
            some = s.people,
            all = min.people,
            name = name(lang, asked.left, s.max),
            limit = s.limit,
            more = more(lang, asked.taken(s.max)),
        );
        format!("    {line}")
    };
    let mut lines: Vec<String> = of().take(MOST).map(line).collect();
    if of().count() > MOST {
        lines.push(format!("    {}", say!(lang, "clash-more-shared", count = of().count() - MOST)));
    }
    lines
}

fn sum(lang: Lang, asked: Asked<'_>, seats: u32, explanation: &Explanation, sum: Sum) -> Option<String> {
    let end = || explanation.ends.iter().find(|e| e.bound.end == End::Max).map(|e| e.bound.row);
    Some(match sum {
        Sum::TooFew => return None,
        Sum::Between { needed, room } => {
            say!(lang, "sum-between", room = self::seats(lang, room), needed = needed)
        }
        Sum::Forced { forced, limit } => say!(
            lang,
            "sum-forced",
            forced = self::seats(lang, forced),
            name = name(lang, asked.left, end()?),
            limit = limit,
            more = more(lang, asked.taken(end()?)),
        ),
        Sum::Unfilled { room } => {
            say!(lang, "sum-unfilled", room = room, seats = self::seats(lang, u64::from(seats)))
        }
        Sum::Together { needed } => {
            say!(lang, "sum-together", needed = self::seats(lang, needed), seats = seats)
        }
    })
}

/// What a change does to a quota of the whole panel: `"age" "18-24": at least 5 instead of 6`.
pub fn change(lang: Lang, asked: Asked<'_>, change: &Change) -> String {
    let name = name(lang, asked.left, change.row);
    let Some(((old, _), new)) = asked.row(change.row).zip(asked.changed(change)) else { return name };
    format!("{name}: {}", instead(lang, (old.min, old.max), new))
}

/// That a few panels are all there are, or that a few were all that was found.
pub fn few_panels(lang: Lang, panels: u64, all: bool) -> String {
    match (panels, all) {
        (1, true) => say!(lang, "few-one"),
        (_, true) => say!(lang, "few-some", panels = panels),
        (1, false) => say!(lang, "few-found-one"),
        (_, false) => say!(lang, "few-found", panels = panels),
    }
}

/// What was tried where it was not settled whether there is a panel, and the changes that would settle it.
pub fn undecided(lang: Lang, changes: &[String]) -> Vec<String> {
    let mut lines = vec![say!(lang, "undecided-tried")];
    if !changes.is_empty() {
        lines.push(say!(lang, "undecided-changes"));
        lines.extend(changes.iter().map(|change| format!("  {change}")));
    }
    lines
}

fn instead(lang: Lang, old: (u32, u32), new: (u32, u32)) -> String {
    let mut parts = Vec::new();
    if new.0 != old.0 {
        parts.push(say!(lang, "at-least-instead", new = new.0, old = old.0));
    }
    if new.1 != old.1 {
        parts.push(say!(lang, "at-most-instead", new = new.1, old = old.1));
    }
    list(lang, &parts)
}

/// How many people can be drawn after a repair, as the end of a sentence; `people` are those in the pool.
pub fn choice(lang: Lang, choice: Choice, people: u64, seats: u32) -> String {
    let (can, all) = (choice.people, self::people(lang, people));
    if choice.people <= u64::from(seats) {
        return say!(lang, "choice-nothing", can = can, all = all);
    }
    say!(lang, "choice-can", settled = yes(choice.settled), can = can, all = all)
}

/// In what quotas of the same features and values differ.
pub fn differences(lang: Lang, old: &Quotas, new: &Quotas) -> Vec<String> {
    let lines = (0..old.lines() as u32).filter_map(|row| {
        let (before, after) = (old.line(row as usize)?.1, new.line(row as usize)?.1);
        let (before, after) = ((before.min, before.max), (after.min, after.max));
        (before != after).then(|| format!("{}: {}", name(lang, old, row), instead(lang, before, after)))
    });
    lines.collect()
}

/// The same, each with how large the change is: `"age" "18-24": at least 5 instead of 6 (1 less)`.
pub fn sizes(lang: Lang, old: &Quotas, new: &Quotas) -> Vec<String> {
    let lines = (0..old.lines() as u32).filter_map(|row| {
        let (before, after) = (old.line(row as usize)?.1, new.line(row as usize)?.1);
        let size = |from: u32, to: u32| match to.cmp(&from) {
            std::cmp::Ordering::Less => Some(say!(lang, "less", by = from - to)),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(say!(lang, "greater", by = to - from)),
        };
        let sizes: Vec<String> =
            [size(before.min, after.min), size(before.max, after.max)].into_iter().flatten().collect();
        let how = instead(lang, (before.min, before.max), (after.min, after.max));
        (!sizes.is_empty()).then(|| format!("{}: {how} ({})", name(lang, old, row), sizes.join(", ")))
    });
    lines.collect()
}

/// The changes of a repair in one line.
pub fn changes(lang: Lang, asked: Asked<'_>, changes: &[Change]) -> String {
    let parts: Vec<String> = changes.iter().map(|c| change(lang, asked, c)).collect();
    parts.join(&say!(lang, "changes-and"))
}
