//! What completes the sentences of faults of recipes and of the lists that they are for. Imports `base` and `words`.

use crate::base::fault::Prepare;
use crate::words::catalogue::{Args, Lang, args, number};
use crate::words::parts::{did_you_mean, names, or_none};
use crate::words::{quoted, shown};

/// The arguments. `cell` is the cell at fault, if one is.
pub(super) fn args_of(lang: Lang, what: &Prepare, cell: &str) -> Args {
    let at = |table: &String| or_none(&Some(table.clone()).filter(|table| !table.is_empty()));
    match what {
        Prepare::BirthUnclear
        | Prepare::Garbled
        | Prepare::SetOver
        | Prepare::SkipMissing
        | Prepare::BirthUnreadable
        | Prepare::OutOfClasses
        | Prepare::BlankUnsettled
        | Prepare::ColumnRefused
        | Prepare::NotInTable
        | Prepare::KeyTwice
        | Prepare::NotCopied
        | Prepare::NumbersMasked
        | Prepare::KeyTaken
        | Prepare::DecisionUnused
        | Prepare::DecisionWord
        | Prepare::DecidedTwo
        | Prepare::OrderUnsaid
        | Prepare::NoDate
        | Prepare::ShortYear
        | Prepare::BirthPartly
        | Prepare::NobodyLeft => args![],
        Prepare::MonthFirst { clear, doubtful } => {
            args![clear = *clear, doubtful = *doubtful]
        }
        Prepare::OrderMixed { days, months, doubtful } => {
            args![days = *days, months = *months, doubtful = *doubtful]
        }
        Prepare::AgesAndDates { ages, dates } => args![ages = *ages, dates = *dates],
        Prepare::DateUnread { why } | Prepare::WroteUnknown { why } => args![why = *why],
        Prepare::ColumnAbsent { columns } => args![count = columns.len(), columns = names(lang, columns)],
        Prepare::HeadingTwice { letters } | Prepare::HeadingsAreData { letters } => {
            args![
                count = letters.len(),
                letters = letters.join(", "),
                one = letters.last().cloned().unwrap_or_default()
            ]
        }
        Prepare::NoHeading { letters } => args![letters = shown(letters)],
        Prepare::NoPerson { why, rows } => {
            let rows: Vec<String> = rows.iter().map(usize::to_string).collect();
            args![why = *why, skip = rows.join(", ")]
        }
        Prepare::ReferenceFar { on, youngest, oldest } => {
            args![on = shown(on), youngest = u64::from(*youngest), oldest = u64::from(*oldest)]
        }
        Prepare::RenameMissing { near } => args![near = did_you_mean(lang, near)],
        Prepare::SourceTwice { other } => args![other = shown(other)],
        Prepare::WordUnused { ground, word, near } => {
            args![ground = quoted(ground), word = quoted(word), near = did_you_mean(lang, near)]
        }
        Prepare::NotToml { line, curly, date } => args![
            line = line.to_string(),
            date = if *date { "date" } else { "none" },
            curly = curly.map_or_else(|| "none".to_owned(), |curly| curly.to_string()),
        ],
        Prepare::Unknown { table, key, near } => {
            args![table = at(table), key = quoted(key), near = did_you_mean(lang, near)]
        }
        Prepare::Missing { table, key } => args![table = at(table), key = shown(key)],
        Prepare::Wrong { table, key, wants } => args![table = at(table), key = shown(key), wants = *wants],
        Prepare::NoClass { table, class } => args![table = at(table), class = quoted(class)],
        Prepare::ClassesOverlap { table, one, other } => {
            args![table = at(table), one = quoted(one), other = quoted(other)]
        }
        Prepare::SpellingTwice { table, spelling, one, other } => {
            args![table = at(table), spelling = quoted(spelling), one = quoted(one), other = quoted(other),]
        }
        Prepare::Circle { columns } => args![columns = names(lang, columns)],
        Prepare::ColumnMissing { near } => args![near = did_you_mean(lang, near)],
        Prepare::UnknownSpelling { near } => args![cell = quoted(cell), near = did_you_mean(lang, near)],
        Prepare::Scattered { missing, own } => {
            args![missing = names(lang, missing), own = names(lang, own)]
        }
        Prepare::HeadingRow { row } => args![row = row.to_string()],
        Prepare::OneCell { sign } => {
            args![sign = if *sign == '\t' { "tab".to_owned() } else { sign.to_string() }]
        }
        Prepare::TotalDiffers { stated, read } => {
            args![stated = number(lang, *stated), read = number(lang, *read)]
        }
        Prepare::PostcodesUnlisted { count } => args![count = number(lang, *count as u64)],
        Prepare::PeopleTwice { pairs, numbers } => args![count = *pairs, numbers = or_none(numbers)],
        Prepare::BandSplit { feature, value } => args![feature = quoted(feature), value = quoted(value)],
        Prepare::RuleUnused { rule } => args![rule = shown(rule)],
        Prepare::NoJoin { table, column, near } => {
            args![table = at(table), column = quoted(column), near = did_you_mean(lang, near)]
        }
        Prepare::NotCrossed { parts, found } => {
            let found = if found.is_empty() { "none".to_owned() } else { names(lang, found) };
            args![parts = names(lang, parts), found = found]
        }
    }
}
