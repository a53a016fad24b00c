//! Which values stand below another in the outline of a table: with a mark or spaces in front, or with a number one level down.
//! Imports `base`, `register` and its siblings.

use super::amount::{Amount, add, apart};
use super::region::region;
use super::tables::{Line, Raw};
use crate::base::text::{fold, tidy};
use crate::base::totals::{is_sum, numbered};
use crate::register::Table;

/// Signs in front of what is a part of a line above it.
const MARKS: &[char] = &['-', '*', '\u{2013}', '\u{2014}', '\u{2022}', '\u{b7}', '>'];

/// A label as the table has it: how far it stands to the right, and which of the lines it is, if any.
struct Entry<'a> {
    spaces: usize,
    mark: bool,
    line: Option<&'a Line>,
}

impl Entry<'_> {
    fn is_below(&self, other: &Self) -> bool {
        (self.spaces, self.mark) > (other.spaces, other.mark)
    }
}

/// Values and the parts of each, by how they are written; their figures must allow it.
pub(super) fn families<'a>(table: &Table, raw: &'a Raw) -> Vec<(&'a Line, Vec<&'a Line>)> {
    let mut found = by_place(table, raw);
    found.extend(by_number(raw));
    found
}

/// The labels of a feature from above, or from the left.
fn entries<'a>(table: &Table, lines: &'a [Line]) -> Vec<Entry<'a>> {
    let of = |label: &str| lines.iter().find(|line| fold(&line.value) == fold(&region(&tidy(label)).0));
    let entry = |label: &str| {
        let text = label.trim_start();
        let spaces = label.chars().take_while(|sign| sign.is_whitespace());
        let spaces = spaces.map(|sign| if sign == '\t' { 4 } else { 1 }).sum();
        let behind = text.strip_prefix(MARKS).map(str::trim_start);
        let mark = behind.is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        Entry { spaces, mark, line: of(label) }
    };
    let Some(first) = lines.first() else { return Vec::new() };
    if lines.iter().all(|line| line.row == first.row) {
        return table.headings.iter().map(|heading| entry(heading)).collect();
    }
    let own = |row: usize| lines.iter().find(|line| line.row == table.row(row).row);
    let is_label = |&(row, column): &(usize, usize)| {
        own(row).is_some_and(|line| of(table.cell(row, column)).is_some_and(|it| it.value == line.value))
    };
    let cells = (0..table.len()).flat_map(|row| (0..table.headings.len()).map(move |column| (row, column)));
    let Some((_, column)) = cells.into_iter().find(is_label) else { return Vec::new() };
    let labels = (0..table.len()).map(|row| table.cell(row, column));
    labels.filter(|label| !label.trim().is_empty()).map(entry).collect()
}

fn by_place<'a>(table: &Table, raw: &'a Raw) -> Vec<(&'a Line, Vec<&'a Line>)> {
    let entries = entries(table, &raw.lines);
    let of_lines = || entries.iter().filter(|entry| entry.line.is_some());
    // One line that stands out to the left may be a slip, or the title of the others.
    let tops = of_lines().filter(|one| of_lines().all(|other| !one.is_below(other))).count();
    let mut found = Vec::new();
    for (at, whole) in entries.iter().enumerate() {
        let Some(line) = whole.line else { continue };
        let mut parts: Vec<&Entry<'_>> = Vec::new();
        for entry in entries[at + 1..].iter().take_while(|entry| entry.is_below(whole)) {
            if parts.first().is_none_or(|first| !entry.is_below(first)) {
                parts.push(entry);
            }
        }
        let marked = parts.iter().all(|part| part.mark && !whole.mark);
        let wide = parts.len() > 1 && parts.iter().all(|part| part.spaces > whole.spaces + 1);
        let lines: Option<Vec<&Line>> = parts.iter().map(|part| part.line).collect();
        let Some(lines) = lines.filter(|lines| !lines.is_empty() && !lines.iter().any(|it| same(it, line)))
        else {
            continue;
        };
        match compared(line, &lines, raw.are_shares) {
            Some(Sum::Whole) if lines.len() > 1 => found.push((line, lines)),
            Some(Sum::Whole | Sum::Less) if tops > 1 && (marked || wide) => found.push((line, lines)),
            _ => {}
        }
    }
    found
}

fn by_number(raw: &Raw) -> Vec<(&Line, Vec<&Line>)> {
    let numbers: Vec<(&str, &Line)> =
        raw.lines.iter().filter_map(|line| Some((numbered(&line.value)?.0, line))).collect();
    let mut found = Vec::new();
    for &(number, whole) in &numbers {
        // "1.1" below "1", "11" below "1".
        let dotted = |other: &str| {
            let rest = other.strip_prefix(number).and_then(|rest| rest.strip_prefix('.'));
            rest.filter(|rest| !rest.contains('.')).map(str::to_owned)
        };
        let close = |other: &str| {
            !other.contains('.') && other.len() == number.len() + 1 && other.starts_with(number)
        };
        let below = |is: &dyn Fn(&str) -> bool| {
            let parts = numbers.iter().filter(|(other, line)| is(other) && !same(line, whole));
            parts.map(|(_, line)| *line).collect::<Vec<&Line>>()
        };
        let points = below(&|other| dotted(other).is_some());
        let in_order = points.iter().enumerate().all(|(at, line)| {
            numbered(&line.value)
                .and_then(|(own, _)| dotted(own))
                .is_some_and(|it| it == (at + 1).to_string())
        });
        let least = |line: &Line| line.amount.is_some_and(|it| it.units >= 100 * 10u128.pow(it.decimals));
        let digits = below(&close);
        if points.len() > 1
            && match compared(whole, &points, raw.are_shares) {
                Some(Sum::Whole) => true,
                Some(Sum::Less) => in_order,
                None => false,
            }
        {
            found.push((whole, points));
        } else if digits.len() > 1
            && (raw.are_shares || least(whole))
            && matches!(compared(whole, &digits, raw.are_shares), Some(Sum::Whole))
        {
            found.push((whole, digits));
        }
    }
    found
}

fn same(one: &Line, other: &Line) -> bool {
    (one.row, one.column) == (other.row, other.column)
}

/// What parts are together.
enum Sum {
    /// All of it.
    Whole,
    Less,
}

/// What the figures of parts are of that of their whole; `None` where they are more, or one is missing.
fn compared(whole: &Line, parts: &[&Line], are_shares: bool) -> Option<Sum> {
    let stated = whole.amount?;
    let found = parts.iter().map(|line| line.amount).collect::<Option<Vec<Amount>>>()?;
    let Some((stated, sum)) = apart(vec![stated], found, are_shares) else { return Some(Sum::Whole) };
    let more = add(stated, Amount { units: 0, decimals: sum.decimals });
    let sum = add(sum, Amount { units: 0, decimals: stated.decimals });
    (sum.units < more.units && !is_sum(&whole.value)).then_some(Sum::Less)
}
