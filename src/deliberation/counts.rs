//! The two count sheets of a ballot. Imports `base` and its siblings.

use super::by_role;
use super::rows::{Choice, Count, MOST, Present, RoleCount};
use super::rule::{Means, Rule};
use super::sheet::{Names, Sheet, Source};
use super::tally::{Pair, People, Votes};
use super::wrong::{Found, What};
use crate::base::text::{fold, tidy};
use std::collections::BTreeMap;

/// A number, or a range such as `72-75`.
pub fn range(cell: &str) -> Option<(u64, u64)> {
    let (from, to) = cell.split_once(['-', '\u{2013}']).unwrap_or((cell, cell));
    let number = |text: &str| {
        let text = text.trim();
        let plain = !text.is_empty() && text.len() <= 10 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse::<u64>().ok()).flatten().filter(|&n| n <= MOST)
    };
    let (from, to) = (number(from)?, number(to)?);
    (from <= to).then_some((from, to))
}

/// What a ballot was frozen with.
#[derive(Clone, Copy, Debug)]
pub struct Ballot<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The options.
    pub options: &'a [Choice],
    /// The number of the act that froze them.
    pub act: u32,
    /// How many of each role were present.
    pub present: &'a [Present],
}

/// Both counts of a ballot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Of each option both counts.
    pub rows: Vec<Count>,
    /// The same by role, where that was counted: by option, count and role.
    pub by_role: Vec<RoleCount>,
}

/// Reads `counts.csv`: for each option a row of the first and one of the second count. A column `text` is compared with the
/// frozen wording. With a column `role` there is a row for each role; what they add up to is the count.
pub fn read(source: Source<'_>, ballot: Ballot<'_>, people: People, found: &mut Found) -> Counts {
    let Some(sheet) = Sheet::read(source, found) else { return Counts::default() };
    const YES: [&str; 8] = ["for", "voor", "votes", "stemmen", "points", "punten", "votesfor", "stemmenvoor"];
    let yes = sheet.optional(&YES, found);
    let option = sheet.needed(&["option", "optie", "nummer", "nr", "number", "punt"], found);
    // A count of a vote says which of the two it is.
    let is_count = |column| sheet.rows().all(|row| matches!(tidy(row.cell(column)).as_str(), "1" | "2"));
    if yes.is_none()
        && option.is_some()
        && let Some(many) = sheet.optional(&["count", "aantal", "telling"], found)
        && !is_count(many)
    {
        // Only how many said something of each option: what people said who chose to take part.
        found.push(What::Consultation, sheet.file());
        return Counts::default();
    }
    let yes = sheet.needed(&YES, found);
    let count = sheet.needed(&["count", "telling"], found);
    let text = sheet.optional(&["text", "tekst", "wording", "voorstel", "beslispunt"], found);
    // What the rule counts has a number in each row, a 0 too.
    let (against, neutral) = match ballot.rule.means {
        Means::ForAgainst { against, neutral } => (against, neutral),
        _ => (false, false),
    };
    const OTHERS: [&[&str]; 4] = [
        &["against", "tegen", "votesagainst", "stemmentegen"],
        &["neutral", "neutraal", "onthouding", "stemmenneutraal"],
        &["blank", "blanco"],
        &["invalid", "ongeldig"],
    ];
    let others = OTHERS.into_iter().zip([against, neutral, false, false]);
    let others: Vec<(Option<usize>, bool)> = others
        .map(|(names, counted)| match counted {
            true => (sheet.needed(names, found), true),
            false => (sheet.optional(names, found), false),
        })
        .collect();
    let role = sheet.optional(&["role", "rol"], found);
    sheet.unused(found);
    let (Some(option), Some(count), Some(yes)) = (option, count, yes) else { return Counts::default() };
    if others.iter().any(|(column, counted)| *counted && column.is_none()) {
        return Counts::default();
    }
    let names: Vec<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
    let roles: Vec<&str> = ballot.present.iter().map(|it| it.role.as_str()).collect();
    let (known, known_roles) = (Names::of(&names), Names::roles(&roles));
    let mut rows: BTreeMap<(usize, u32, Option<usize>), Count> = BTreeMap::new();
    for row in sheet.rows() {
        let at = sheet.known(row, option, &known, |cell, near| What::NoOption { cell, near }, found);
        let which = match tidy(row.cell(count)).as_str() {
            "1" => Some(1),
            "2" => Some(2),
            "" => {
                found.push(What::Blank, sheet.place(row, count));
                None
            }
            cell => {
                found.push(What::NoSuchCount { cell: cell.to_owned() }, sheet.place(row, count));
                None
            }
        };
        if let (Some(text), Some(at)) = (text, at)
            && fold(row.cell(text)) != fold(&ballot.options[at].text)
            && !tidy(row.cell(text)).is_empty()
        {
            let what = What::Reworded { option: names[at].to_owned(), act: ballot.act };
            found.push(what, sheet.place(row, text));
        }
        let of_role = match role {
            None => Some(None),
            Some(role) => {
                sheet.known(row, role, &known_roles, |role, _| What::NoRole { role }, found).map(Some)
            }
        };
        let yes = sheet.number(row, yes, found);
        let others: Vec<_> = others
            .iter()
            .map(|&(column, counted)| match column.filter(|_| counted) {
                Some(column) => sheet.number(row, column, found).map(Some),
                None => sheet.number_or_none(row, column, found),
            })
            .collect();
        let [Some(against), Some(neutral), Some(blank), Some(invalid)] = others[..] else { continue };
        let (Some(at), Some(which), Some(yes), Some(of_role)) = (at, which, yes, of_role) else { continue };
        let most = of_role.map_or(people.most, |role| ballot.present[role].most);
        let row_of =
            Count { option: names[at].to_owned(), count: which, yes, against, neutral, blank, invalid };
        for what in misfits(&row_of, ballot.rule, People { most, ..people }) {
            found.push(what, sheet.file().row(row.row));
        }
        if rows.insert((at, which, of_role), row_of).is_some() {
            let role = of_role.map(|of| roles[of].to_owned());
            let what = What::RowTwice { option: names[at].to_owned(), count: which, role };
            found.push(what, sheet.place(row, option));
        }
    }
    // Of a row that cannot be read nobody can say what it counted.
    if !found.stop() {
        let each: Vec<Option<usize>> = match role {
            None => vec![None],
            Some(_) => (0..roles.len()).map(Some).collect(),
        };
        for (at, name) in names.iter().enumerate() {
            for (count, of_role) in [1, 2].into_iter().flat_map(|n| each.iter().map(move |role| (n, *role))) {
                if rows.contains_key(&(at, count, of_role)) {
                    continue;
                }
                let option = (*name).to_owned();
                let what = match of_role {
                    None => What::NotCounted { option, count },
                    Some(of) => What::RoleNotCounted { option, count, role: roles[of].to_owned() },
                };
                found.push(what, sheet.file());
            }
        }
    }
    let (rows, by_role) = match role {
        None => (rows.into_values().collect(), Vec::new()),
        Some(_) => {
            let of_role = |((_, _, of), row): ((usize, u32, Option<usize>), Count)| RoleCount {
                option: row.option,
                count: row.count,
                role: of.map_or_else(String::new, |of| roles[of].to_owned()),
                yes: row.yes,
                against: row.against,
                neutral: row.neutral,
                blank: row.blank,
                invalid: row.invalid,
            };
            let by_role: Vec<RoleCount> = rows.into_iter().map(of_role).collect();
            (by_role::totals(&by_role, roles.len()), by_role)
        }
    };
    if !found.stop() {
        for what in sums(&rows, ballot.rule, people) {
            found.push(what, sheet.file());
        }
    }
    Counts { rows, by_role }
}

/// What cannot be in a row of counts: votes of a kind that the rule does not count, or more of them than people.
pub fn misfits(row: &Count, rule: &Rule, people: People) -> Vec<What> {
    let mut wrong = Vec::new();
    let (against, neutral) = match rule.means {
        Means::ForAgainst { against, neutral } => (against, neutral),
        _ => (false, false),
    };
    for (column, cell, counted) in [("against", row.against, against), ("neutral", row.neutral, neutral)] {
        match cell {
            Some(votes) if votes > 0 && !counted => wrong.push(What::OtherVotes { column }),
            None if counted => wrong.push(What::Blank),
            _ => {}
        }
    }
    let (option, count) = (row.option.clone(), row.count);
    match rule.means {
        Means::Points { each, .. } => {
            let most = u64::from(each) * people.most;
            if row.yes > most {
                wrong.push(What::PointsAbove { option, count, votes: row.yes, most });
            }
        }
        _ => {
            let of = |cell: Option<u64>| cell.unwrap_or_default();
            let votes = row.yes + of(row.against) + of(row.neutral) + of(row.blank) + of(row.invalid);
            // In a room somebody may step out while others stand; on paper everybody who was handed one can be told.
            if votes > people.most {
                wrong.push(What::ManyVotes { option, count, votes, people: people.most });
            }
        }
    }
    wrong
}

/// What cannot be of all options together: more choices, or points, than the papers of those present can hold.
pub fn sums(rows: &[Count], rule: &Rule, people: People) -> Vec<What> {
    let each = match rule.means {
        Means::ForAgainst { .. } => return Vec::new(),
        Means::Choose { most } => most,
        Means::Points { all, .. } => all,
    };
    let most = u64::from(each) * people.most;
    let sum = |count| rows.iter().filter(|row| row.count == count).map(|row| row.yes).sum::<u64>();
    let above = [1, 2].into_iter().map(|count| (count, sum(count))).filter(|&(_, votes)| votes > most);
    above.map(|(count, votes)| What::SumAbove { count, votes, most }).collect()
}

/// Both counts of each option, in the order of the ballot; `None` where one is missing or there is another.
pub fn pairs(rows: &[Count], options: &[Choice]) -> Option<Vec<Pair>> {
    let votes = |row: &Count| Votes {
        yes: row.yes,
        against: row.against.unwrap_or_default(),
        neutral: row.neutral.unwrap_or_default(),
    };
    let pair = |(two, option): (&[Count], &Choice)| {
        let [first, second] = two else { return None };
        let sound = first.option == option.option && second.option == option.option;
        (sound && (first.count, second.count) == (1, 2)).then(|| [votes(first), votes(second)])
    };
    (rows.len() == 2 * options.len()).then(|| rows.chunks(2).zip(options).map(pair).collect()).flatten()
}
