//! Columns of dates of birth and of ages, known by their cells. Imports `base`, `register` and its siblings.

use super::written::{self, Found};
use crate::base::text::{blank, fold, tidy};
use crate::register::Table;

/// Whether most filled cells of a column are dates of birth, with the first and the last year; `None` where
/// they are not.
pub(super) fn birth_years(table: &Table, column: usize) -> Option<(u32, u32)> {
    let (mut all, mut years) = (0usize, Vec::new());
    for row in table.rows().filter(|row| !blank(row.cell(column))) {
        all += 1;
        let cell = row.cell(column);
        let year = written::birth(cell).map(|(year, ..)| u32::from(year));
        years.extend(year.or_else(|| serial_year(cell)));
    }
    (years.len() * 10 >= all * 9).then_some(())?;
    years.iter().min().copied().zip(years.iter().max().copied())
}

/// The year of a day that a spreadsheet shows as a number: days from the end of 1899, with a time of day perhaps.
pub(super) fn serial_year(cell: &str) -> Option<u32> {
    if written::read(cell) != Found::Serial {
        return None;
    }
    let cell = cell.trim().trim_start_matches('\'');
    let day: u64 = cell.split(['.', ',']).next()?.parse().ok()?;
    u32::try_from(1_900 + day * 10_000 / 3_652_425).ok()
}

/// Whether all filled cells of a column are whole numbers up to 120, with the least and the greatest.
pub(super) fn ages(table: &Table, column: usize) -> Option<(u32, u32)> {
    let cells = table.rows().map(|row| tidy(row.cell(column))).filter(|cell| !cell.is_empty());
    let numbers: Option<Vec<u32>> = cells.map(|cell| number(&cell).filter(|&n| n <= 120)).collect();
    let numbers = numbers?;
    numbers.iter().min().copied().zip(numbers.iter().max().copied())
}

/// A whole number, perhaps with a word for years behind it, and with the sign in front by which a spreadsheet keeps a number as text.
pub(crate) fn number(cell: &str) -> Option<u32> {
    let text = fold(cell);
    let text = text.trim_start_matches('\'');
    let (digits, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    let rest = rest.trim_start_matches([',', '.']).trim_start_matches('0').trim();
    let years = matches!(rest, "" | "jaar" | "jr" | "jr." | "j" | "years" | "year" | "yrs" | "jahre");
    digits.parse().ok().filter(|_| years)
}
