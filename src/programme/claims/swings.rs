//! Rules that were changed and changed back, and the lotteries that were drawn by them in between: told in P5, and no claim fails.
//! Each change is an entry with a reason, and only side by side do two of them show what they did together. Imports its siblings.

use super::report::Remark;
use crate::programme::day::Day;
use crate::programme::entry::{ENTRIES, RULES, Sort};
use crate::programme::ledger::Ledger;
use crate::programme::rules::{Again, From, Rules};
use std::collections::{BTreeMap, BTreeSet};

/// What a setting says, as far as two of them can be compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Says {
    /// More or less of something.
    Number(u64),
    /// Something else.
    Text(String),
}

/// What is not limited, or kept for ever.
const ENDLESS: u64 = u64::MAX;

/// Every setting of the rules that decides who is drawn or kept, by the name that messages have for it.
fn settings(rules: &Rules) -> BTreeMap<String, Says> {
    let number = |of: Option<u64>, none: u64| Says::Number(of.unwrap_or(none));
    let months = |of: Option<u32>, none: u64| number(of.map(u64::from), none);
    let mut all = BTreeMap::new();
    let again = match rules.again {
        Again::None => 0,
        Again::After(months) => months.into(),
        Again::Round => ENDLESS - 1,
        Again::Never => ENDLESS,
    };
    all.insert("letters.again-after".to_owned(), Says::Number(again));
    all.insert("smallest-cell".to_owned(), Says::Number(rules.smallest_cell));
    all.insert("mix".to_owned(), Says::Number(rules.mix.into()));
    all.insert("linkable".to_owned(), Says::Number(rules.linkable.into()));
    all.insert("reports".to_owned(), Says::Text(rules.reports.join(",")));
    let cool_off = rules.cool_off.iter();
    all.extend(cool_off.map(|(event, &own)| (format!("cool-off.{}", event.word()), months(Some(own), 0))));
    let keep = rules.keep.iter();
    all.extend(keep.map(|(event, &own)| (format!("keep.{}", event.word()), months(Some(own), 0))));
    let limits = &rules.limits;
    for (key, own) in [
        ("hours-a-year", limits.hours_a_year),
        ("cents-a-month", limits.cents_a_month),
        ("cents-a-year", limits.cents_a_year),
    ] {
        all.insert(format!("limits.{key}"), number(own, ENDLESS));
    }
    for frame in &rules.frames {
        let of = format!("frame \"{}\"", frame.name);
        all.insert(format!("{of}: consent"), months(frame.consent, ENDLESS));
        all.insert(format!("{of}: kind"), Says::Number(frame.self_registered.into()));
        all.insert(of, Says::Text(String::new()));
    }
    for body in &rules.bodies {
        let of = format!("body \"{}\"", body.name);
        let from = match &body.from {
            From::Frame(name) => name.clone(),
            From::Alumni(name) => format!("alumni of {name}"),
        };
        let not_with: BTreeSet<&str> = body.not_with.iter().map(String::as_str).collect();
        let not_with: Vec<&str> = not_with.into_iter().collect();
        all.insert(format!("{of}: seats"), Says::Number(body.seats.into()));
        all.insert(format!("{of}: term"), months(body.term, ENDLESS));
        all.insert(format!("{of}: cool-off"), months(body.cool_off, 0));
        all.insert(format!("{of}: vacancy-least"), Says::Number(body.vacancy_least.into()));
        all.insert(format!("{of}: renew"), Says::Text(format!("{:?}", body.renew)));
        all.insert(format!("{of}: from"), Says::Text(from));
        all.insert(format!("{of}: not-with"), Says::Text(not_with.join(",")));
        all.insert(of, Says::Text(String::new()));
    }
    all
}

/// What rules say of a setting that they do not have.
fn unsaid(key: &str) -> Option<Says> {
    if key.starts_with("cool-off.") {
        return Some(Says::Number(0));
    }
    key.starts_with("keep.").then_some(Says::Number(ENDLESS))
}

/// Whether the second of three is a turn: away, and back as far as before or further. Of a body or frame that is not there only
/// that is told, and none of its settings.
fn is_turn(key: &str, three: [Option<&Says>; 3]) -> bool {
    match three {
        [Some(Says::Number(a)), Some(Says::Number(b)), Some(Says::Number(c))] => {
            b < a && b < c || b > a && b > c
        }
        _ if key.contains(": ") && three.contains(&None) => false,
        [a, b, c] => a == c && a != b,
    }
}

/// One setting over time: since which entry, of which day, it says what. Of entries that say the same, the first.
type Runs = Vec<(u32, Day, Option<Says>)>;

/// Between which two of the others what one of them says is a turn: the nearest before it, and of those the nearest after. What lies
/// in between need be no turn: whoever goes back by steps has gone back. A number may be the least and the most of its neighbours.
fn turns(key: &str, runs: &Runs, at: usize) -> BTreeSet<(usize, usize)> {
    let says = |of: usize| runs[of].2.as_ref();
    let mut found = BTreeMap::new();
    for before in (0..at).rev() {
        for after in at + 1..runs.len() {
            if is_turn(key, [says(before), says(at), says(after)]) {
                let is_more = matches!(says(at), Some(Says::Number(_))) && says(before) < says(at);
                found.entry(is_more).or_insert((before + 1, after));
            }
        }
    }
    found.into_values().collect()
}

/// Every turn by which lotteries were drawn.
pub(super) fn swings(ledger: &Ledger) -> Vec<Remark> {
    let set = ledger.entries.iter().filter(|link| link.facts.kind == Sort::Rules);
    let read = |n: u32| Rules::read(ledger.folder.get(&ENTRIES.path(n, RULES))?).ok();
    let versions: Option<Vec<_>> = set
        .map(|link| Some((link.number, Day::parse(&link.facts.date)?, settings(&read(link.number)?))))
        .collect();
    // Rules that cannot be read fail the first claim.
    let versions = versions.unwrap_or_default();
    let keys: BTreeSet<&String> = versions.iter().flat_map(|(.., own)| own.keys()).collect();
    let mut told = Vec::new();
    for key in keys {
        let mut runs = Runs::new();
        for (n, day, own) in &versions {
            let says = own.get(key).cloned().or_else(|| unsaid(key));
            if runs.last().is_none_or(|(.., last)| *last != says) {
                runs.push((*n, *day, says));
            }
        }
        let mut drawn: BTreeMap<(usize, usize), Vec<u32>> = BTreeMap::new();
        for at in 1..runs.len().saturating_sub(1) {
            let lotteries = drawn_by(ledger, runs[at].0..runs[at + 1].0);
            if !lotteries.is_empty() {
                for turn in turns(key, &runs, at) {
                    drawn.entry(turn).or_default().extend(&lotteries);
                }
            }
        }
        told.extend(drawn.into_iter().map(|((away, home), lotteries)| {
            let ((changed, from, _), (back, until, _)) = (&runs[away], &runs[home]);
            let (setting, from, until) = (key.clone(), *from, *until);
            Remark::Swing { setting, from, until, changed: *changed, back: *back, lotteries }
        }));
    }
    told
}

/// Lotteries whose rules are those of one of these entries.
fn drawn_by(ledger: &Ledger, set_by: std::ops::Range<u32>) -> Vec<u32> {
    let own = ledger.entries.iter().filter(|link| matches!(link.facts.kind, Sort::Panel | Sort::Letters));
    let of = |n: u32, digest: &str| {
        let sets = ledger.entries.iter().rev().filter(|l| l.number < n && l.facts.kind == Sort::Rules);
        sets.map(|l| (l.number, &l.facts.rules_file)).find(|(_, own)| *own == digest).map(|(set, _)| set)
    };
    own.filter(|link| of(link.number, &link.facts.rules_file).is_some_and(|set| set_by.contains(&set)))
        .map(|link| link.number)
        .collect()
}
