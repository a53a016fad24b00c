//! Quotas that clash and what mends them, in plain English. May import everything but `io` and `cli`.

use super::{en, number, quoted};
use crate::lottery::bound::{Change, End};
use crate::lottery::choice::Choice;
use crate::lottery::explain::{Explanation, Named, Sum};
use crate::pool::Pool;
use crate::quotas::{Quotas, Value};

/// Ends that are written out; of a longer clash the others are counted.
const SHOWN: usize = 16;

/// Quotas as the clerk wrote them, and what people who have a seat already leave of them.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    whole: &'a Quotas,
    left: &'a Quotas,
}

impl<'a> Asked<'a> {
    /// Of a pool.
    pub fn of(pool: &'a Pool) -> Self {
        Self { whole: pool.asked(), left: pool.quotas() }
    }

    /// A row of the whole panel, and how many people who count there have a seat already.
    fn row(&self, row: u32) -> Option<(&'a Value, u32)> {
        let (_, whole) = self.whole.line(row as usize)?;
        let (_, left) = self.left.line(row as usize)?;
        Some((whole, whole.max.saturating_sub(left.max)))
    }

    fn taken(&self, row: u32) -> u32 {
        self.row(row).map_or(0, |(_, taken)| taken)
    }

    /// The ends of a row after a change, of the whole panel.
    pub fn changed(&self, change: &Change) -> Option<(u32, u32)> {
        let (whole, _) = self.row(change.row)?;
        let (_, left) = self.left.line(change.row as usize)?;
        let min = whole.min.saturating_sub(left.min.saturating_sub(change.min));
        Some((min, whole.max.saturating_add(change.max.saturating_sub(left.max))))
    }
}

/// The clash as lines: each end with the people it counts, who of them another one counts as well, and
/// how it adds up.
pub fn lines(asked: Asked<'_>, seats: u32, explanation: &Explanation) -> Vec<String> {
    let quotas = asked.left;
    let mut lines = Vec::new();
    let quota = |named: &&Named| (named.bound.row as usize) < quotas.lines();
    let homes: Vec<&Named> = explanation.ends.iter().filter(|named| !quota(named)).collect();
    let ends: Vec<&Named> = explanation.ends.iter().filter(quota).collect();
    for named in ends.iter().take(SHOWN) {
        lines.push(format!("  {}", end(asked, named)));
        if named.bound.end == End::Min {
            lines.extend(shared(asked, explanation, named));
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
    lines.extend(explanation.sum.and_then(|sum| self::sum(asked, seats, explanation, sum)));
    lines
}

/// A quota line by name: `"age" "18-24"`.
pub fn name(quotas: &Quotas, row: u32) -> String {
    match quotas.line(row as usize) {
        Some((feature, value)) => format!("{} {}", quoted(&feature.name), quoted(&value.name)),
        None => "the household rule".to_owned(),
    }
}

fn end(asked: Asked<'_>, named: &Named) -> String {
    let name = name(asked.left, named.bound.row);
    let taken = asked.taken(named.bound.row);
    let limit = number(u64::from(named.limit) + u64::from(taken));
    let people = format!("{}{}", en::already(taken), volunteered(named, taken));
    match named.bound.end {
        End::Min => format!("{name}: at least {limit} needed, {people}"),
        End::Max => format!("{name}: at most {limit}, {people}"),
    }
}

fn volunteered(named: &Named, taken: u32) -> String {
    let short = named.bound.end == End::Min && named.people < u64::from(named.limit);
    let only = if short { "only " } else { "" };
    match (named.people, taken) {
        (0, 0) => "and nobody volunteered".to_owned(),
        (0, _) => "and nobody else can be drawn".to_owned(),
        (_, 0) => format!("{only}{} volunteered", en::people(named.people)),
        _ => format!("and {only}{} can be drawn", en::people(named.people)),
    }
}

/// Of the people whom a minimum counts, those that a maximum counts as well.
fn shared(asked: Asked<'_>, explanation: &Explanation, min: &Named) -> Vec<String> {
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
        let name = name(asked.left, s.max);
        let more = en::more(asked.taken(s.max));
        format!("    {who} {name}, which may have at most {}{more}", number(u64::from(s.limit)))
    };
    let mut lines: Vec<String> = of().take(MOST).map(line).collect();
    if of().count() > MOST {
        lines.push(format!("    and {} more like this", of().count() - MOST));
    }
    lines
}

fn sum(asked: Asked<'_>, seats: u32, explanation: &Explanation, sum: Sum) -> Option<String> {
    let end = || explanation.ends.iter().find(|e| e.bound.end == End::Max).map(|e| e.bound.row);
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
            let (name, more) = (name(asked.left, end()?), en::more(asked.taken(end()?)));
            format!("So at least {} would go to {name}, which may have {may}{more}.", en::seats(forced))
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

/// What a change does to a quota of the whole panel: `"age" "18-24": at least 5 instead of 6`.
pub fn change(asked: Asked<'_>, change: &Change) -> String {
    let name = name(asked.left, change.row);
    let Some(((old, _), new)) = asked.row(change.row).zip(asked.changed(change)) else { return name };
    format!("{name}: {}", instead((old.min, old.max), new))
}

/// That a few panels are all there are, or that a few were all that was found.
pub fn few_panels(panels: u64, all: bool) -> String {
    match (panels, all) {
        (1, true) => {
            "Only one panel meets these quotas: it is certain who is on it, and no draw can change that."
                .to_owned()
        }
        (_, true) => format!("Only {} panels meet these quotas.", number(panels)),
        (1, false) => {
            "Panels that meet these quotas are hard to find: one was found within the work allowed; there may be others."
                .to_owned()
        }
        (_, false) => format!(
            "Panels that meet these quotas are hard to find: {} were found within the work allowed; there may be others.",
            number(panels)
        ),
    }
}

/// What was tried where it was not settled whether there is a panel, and the changes that would settle it.
pub fn undecided(changes: &[String]) -> Vec<String> {
    let mut lines = vec![
        "Tried: a search by cases that learns from every dead end, and exchanging people by chance, each for as much work as is allowed; no panel was found and none ruled out."
            .to_owned(),
    ];
    if !changes.is_empty() {
        lines.push(
            "A panel was found that meets all quotas but these. With them changed so, the quotas can be met:"
                .to_owned(),
        );
        lines.extend(changes.iter().map(|change| format!("  {change}")));
    }
    lines
}

fn instead(old: (u32, u32), new: (u32, u32)) -> String {
    let mut parts = Vec::new();
    if new.0 != old.0 {
        parts.push(format!("at least {} instead of {}", new.0, old.0));
    }
    if new.1 != old.1 {
        parts.push(format!("at most {} instead of {}", new.1, old.1));
    }
    parts.join(" and ")
}

/// How many people can be drawn after a repair, as the end of a sentence; `people` are those in the pool.
pub fn choice(choice: Choice, people: u64, seats: u32) -> String {
    let (can, all) = (number(choice.people), en::people(people));
    let most = if choice.settled { "" } else { "at most " };
    if choice.people <= u64::from(seats) {
        return format!("only {can} of {all} can be drawn: there is nothing left to draw");
    }
    format!("{most}{can} of {all} can be drawn")
}

/// In what quotas of the same features and values differ.
pub fn differences(old: &Quotas, new: &Quotas) -> Vec<String> {
    let lines = (0..old.lines() as u32).filter_map(|row| {
        let (before, after) = (old.line(row as usize)?.1, new.line(row as usize)?.1);
        let (before, after) = ((before.min, before.max), (after.min, after.max));
        (before != after).then(|| format!("{}: {}", name(old, row), instead(before, after)))
    });
    lines.collect()
}

/// The same, each with how large the change is: `"age" "18-24": at least 5 instead of 6 (1 less)`.
pub fn sizes(old: &Quotas, new: &Quotas) -> Vec<String> {
    let lines = (0..old.lines() as u32).filter_map(|row| {
        let (before, after) = (old.line(row as usize)?.1, new.line(row as usize)?.1);
        let size = |from: u32, to: u32| match to.cmp(&from) {
            std::cmp::Ordering::Less => Some(format!("{} less", from - to)),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(format!("{} more", to - from)),
        };
        let sizes: Vec<String> =
            [size(before.min, after.min), size(before.max, after.max)].into_iter().flatten().collect();
        let how = instead((before.min, before.max), (after.min, after.max));
        (!sizes.is_empty()).then(|| format!("{}: {how} ({})", name(old, row), sizes.join(", ")))
    });
    lines.collect()
}

/// The changes of a repair in one line.
pub fn changes(asked: Asked<'_>, changes: &[Change]) -> String {
    let parts: Vec<String> = changes.iter().map(|c| change(asked, c)).collect();
    parts.join("; and ")
}
