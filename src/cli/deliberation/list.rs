//! Tables of a deliberation on the terminal. Imports `words` and its siblings.

use super::super::layout::{cell, lines, table};
use crate::assembly::acts::{Counted, Meaning};
use crate::deliberation::follow::State;
use crate::deliberation::rows::{Class, Delegate, Entry, Group, Opinion, Present, Reply, RoleCount, Verdict};
use crate::words::catalogue::{Lang, count, number, say};
use crate::words::deliberation as words;
use crate::words::parts;
use std::collections::BTreeMap;

/// Roles and how many people have them.
pub fn groups(lang: Lang, groups: &[Group]) -> String {
    let line = |it: &Group| {
        let people = parts::people(lang, it.people);
        format!("  {}: {people}\n", words::role(lang, &it.role))
    };
    groups.iter().map(line).collect()
}

/// What each base would mean.
pub fn meanings(lang: Lang, meanings: &[Meaning]) -> String {
    let heads = [
        say!(lang, "head-base"),
        say!(lang, "head-size"),
        say!(lang, "head-fewest"),
        say!(lang, "head-chosen"),
    ];
    let mut table = table(&heads, 1);
    for it in meanings {
        let fewest = it.fewest.map_or_else(|| "-".to_owned(), |votes| number(lang, votes));
        let chosen = if it.chosen { say!(lang, "base-chosen") } else { String::new() };
        let row = [words::base(lang, it.base), number(lang, it.of), fewest, chosen];
        table.add_row(row.iter().map(|text| cell(text)));
    }
    lines(&table)
}

/// How many were present, of those who have a vote: where there are several roles, of each.
pub fn present(lang: Lang, counted: &Counted) -> String {
    let groups = counted.ballot.roll.groups();
    let said = |least: u64, most: u64, of: u64| {
        let present = if least == most { number(lang, most) } else { format!("{least}-{most}") };
        say!(lang, "ballot-present", present = present, members = number(lang, of))
    };
    let all = |of: fn(&Present) -> u64| counted.present.iter().map(of).sum::<u64>();
    let mut text =
        format!("{}\n", said(all(|it| it.least), all(|it| it.most), counted.ballot.roll.members()));
    for (group, it) in groups.iter().zip(&counted.present).filter(|_| groups.len() > 1) {
        let said = said(it.least, it.most, group.people);
        text.push_str(&format!("  {}: {said}\n", words::role(lang, &group.role)));
    }
    text.push('\n');
    text
}

/// What follows for each option.
pub fn verdicts(lang: Lang, counted: &Counted) -> String {
    let votes = words::pages::head_of_votes(lang, &counted.ballot.rule);
    let heads = [say!(lang, "head-option"), votes, say!(lang, "head-class")];
    let mut table = table(&heads, 3);
    for it in &counted.verdicts {
        table.add_row([
            cell(&it.option),
            cell(&it.fractions.replace(' ', " - ")),
            cell(&words::class(lang, it.class)),
        ]);
    }
    lines(&table)
}

/// What each role said, where that is public; the second count only where it is another.
pub fn by_role(lang: Lang, rows: &[RoleCount]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let heads = [
        say!(lang, "head-option"),
        say!(lang, "head-count"),
        say!(lang, "head-role"),
        say!(lang, "head-votes-for"),
        say!(lang, "head-votes-against"),
        say!(lang, "head-votes-neutral"),
    ];
    let mut table = table(&heads, 6);
    for it in rows {
        let or = |votes: Option<u64>| votes.map_or_else(|| "-".to_owned(), |votes| number(lang, votes));
        table.add_row([
            cell(&it.option),
            cell(&it.count.to_string()),
            cell(&words::role(lang, &it.role)),
            cell(&number(lang, it.yes)),
            cell(&or(it.against)),
            cell(&or(it.neutral)),
        ]);
    }
    lines(&table)
}

/// How many options there are of each class: "85 adopted, 51 rejected".
pub fn summary(lang: Lang, verdicts: &[Verdict]) -> String {
    let mut classes: BTreeMap<Class, u64> = BTreeMap::new();
    verdicts.iter().for_each(|it| *classes.entry(it.class).or_default() += 1);
    let parts: Vec<String> = classes
        .into_iter()
        .map(|(class, options)| {
            say!(lang, "class-count", count = count(lang, options), class = words::class(lang, class))
        })
        .collect();
    say!(lang, "class-counts", list = parts.join("; "))
}

/// A group of delegates.
pub fn delegates(lang: Lang, group: &[Delegate]) -> String {
    let heads = [say!(lang, "head-place"), say!(lang, "head-code"), say!(lang, "head-standing")];
    let mut table = table(&heads, 3);
    for it in group {
        let place = it.place.to_string();
        table.add_row([cell(&place), cell(&it.code), cell(&words::standing(lang, it.standing))]);
    }
    lines(&table)
}

/// Replies and how they stand.
pub fn replies(lang: Lang, replies: &[(Reply, State)]) -> String {
    let heads = [
        say!(lang, "head-option"),
        say!(lang, "head-due"),
        say!(lang, "head-came"),
        say!(lang, "head-answer"),
        say!(lang, "head-state"),
    ];
    let mut table = table(&heads, 5);
    for (it, state) in replies {
        let came = it.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
        table.add_row([
            cell(&it.option),
            cell(&it.due.to_string()),
            cell(&came),
            cell(&words::answer(lang, it.answer)),
            cell(&words::state(lang, *state)),
        ]);
    }
    lines(&table)
}

/// The log.
pub fn log(lang: Lang, log: &[Entry]) -> String {
    let heads = [
        say!(lang, "head-date"),
        say!(lang, "head-matter"),
        say!(lang, "head-about"),
        say!(lang, "head-until"),
        say!(lang, "head-outcome"),
    ];
    let mut table = table(&heads, 5);
    for it in log {
        let until = it.until.map_or_else(|| "-".to_owned(), |date| date.to_string());
        table.add_row([
            cell(&it.date.to_string()),
            cell(&words::matter(lang, it.kind)),
            cell(&it.about),
            cell(&until),
            cell(&words::outcome(lang, it.outcome)),
        ]);
    }
    lines(&table)
}

/// A vote beside a consultation: two columns that share no total.
pub fn beside(lang: Lang, verdicts: &[Verdict], opinions: &[Opinion]) -> String {
    let heads = [say!(lang, "head-option"), say!(lang, "head-panel-vote"), say!(lang, "head-consultation")];
    let mut table = table(&heads, 1);
    for it in opinions {
        let vote = verdicts.iter().find(|verdict| verdict.option == it.option);
        let vote = vote.map_or_else(|| "-".to_owned(), |vote| words::class(lang, vote.class));
        table.add_row([cell(&it.option), cell(&vote), cell(&number(lang, it.count))]);
    }
    lines(&table)
}
