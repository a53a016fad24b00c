//! Cells that are not what they seem, and columns that must not be in a file at all. Imports `base` and `register::table`.

use super::table::Table;
use crate::base::fault::Rows;
use crate::base::text::fold_heading;
use std::collections::BTreeSet;

/// Columns with cells that a spreadsheet would take for a formula, and the rows: such a list can make the
/// computer of whoever opens it do something (CSV injection). A number with a sign, such as a telephone
/// number, is not meant, nor is a sign alone.
pub(super) fn formulas(table: &Table) -> Vec<(usize, Rows)> {
    cells(table, b"=@+-", is_formula)
}

/// Columns with cells in which a formula of a spreadsheet went wrong, and the rows.
pub(super) fn spoiled(table: &Table) -> Vec<(usize, Rows)> {
    cells(table, b"#", is_error)
}

/// Whether a cell holds what a spreadsheet shows where a formula went wrong, in English or Dutch.
fn is_error(cell: &str) -> bool {
    const ERRORS: [&str; 16] = [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#N/B",
        "#VERW!",
        "#WAARDE!",
        "#DEEL/0!",
        "#NAAM?",
        "#GETAL!",
        "#LEEG!",
        "#OVERLOOP!",
    ];
    let cell = cell.trim();
    cell.starts_with('#') && ERRORS.iter().any(|error| cell.eq_ignore_ascii_case(error))
}

/// Whether a cell holds a number as a spreadsheet shows one that is too long for its column (1,23E+05), or an
/// error in its place.
pub fn is_shortened(cell: &str) -> bool {
    // Most of a million ids have neither sign.
    if !cell.bytes().any(|b| matches!(b, b'+' | b'#')) {
        return false;
    }
    let number = |text: &str| {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        text.split_once([',', '.']).map_or(digits(text), |(whole, rest)| digits(whole) && digits(rest))
    };
    let power = cell.split_once("E+").or_else(|| cell.split_once("e+"));
    let shortened = |(start, power): (&str, &str)| {
        number(start) && !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit())
    };
    power.is_some_and(shortened) || is_error(cell) || cell.len() > 2 && cell.bytes().all(|b| b == b'#')
}

/// A number without what a spreadsheet, or whoever tames one, puts around it: `0042` of `'0042` and `="0042"`, and 42 of `42.0`
/// and `42,00`.
pub fn unwrapped(cell: &str) -> &str {
    let marked = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let marked = marked.or_else(|| cell.strip_prefix('\'')).unwrap_or(cell);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match marked.split_once(['.', ',']) {
        Some((whole, zeros)) if digits(whole) && digits(zeros) && zeros.bytes().all(|b| b == b'0') => whole,
        _ => marked,
    }
}

/// Columns with cells of which this is so, and the rows; it is so of none that begins with another sign than
/// these, spaces aside.
fn cells(table: &Table, signs: &[u8], so: fn(&str) -> bool) -> Vec<(usize, Rows)> {
    let mut found: Vec<(usize, Rows)> = Vec::new();
    let may_be = |cell: &str| {
        // A space, or the first byte of a sign beyond ASCII, which may be one.
        cell.bytes().next().is_some_and(|b| b <= b' ' || !b.is_ascii() || signs.contains(&b))
    };
    for row in table.rows() {
        for (column, cell) in row.cells().enumerate().filter(|(_, cell)| may_be(cell)) {
            if !so(cell) {
                continue;
            }
            let at = found.iter().position(|f| f.0 == column).unwrap_or(found.len());
            if at == found.len() {
                found.push((column, Rows::default()));
            }
            found[at].1.push(row.row);
        }
    }
    found.sort_by_key(|f| f.0);
    found
}

/// Whether a spreadsheet would take this cell for a formula.
pub fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start();
    let number = |c: char| c.is_ascii_digit() || " .,-/()\u{a0}".contains(c);
    match cell.as_bytes().first() {
        Some(b'=' | b'@') => cell.len() > 1,
        Some(b'+' | b'-') => !cell[1..].trim_end().chars().all(number),
        _ => false,
    }
}

/// Columns that hold Dutch citizen service numbers, or the numbers of the population register (A-numbers), counted
/// from 0.
///
/// One random number of nine digits in eleven passes the eleven-test of these numbers, so it is the
/// column that is tested and not the cell: at least ten different numbers, and nine cells in ten,
/// must pass. In a column that says that it holds them one is enough.
pub(super) fn citizen_numbers(table: &Table) -> Vec<usize> {
    (0..table.headings.len()).filter(|&column| holds_citizen_numbers(table, column)).collect()
}

/// Those of the refused columns that hold numbers of the population register, and no citizen service numbers: their heading
/// does not say so, and fewer than nine cells in ten pass the test of those.
pub(super) fn register_numbers(table: &Table) -> Vec<usize> {
    let other = |&column: &usize| {
        let cells = || table.rows().map(|row| row.cell(column).trim()).filter(|cell| !cell.is_empty());
        let citizens = cells().filter(|cell| citizen_number(cell).is_some()).count();
        !says_service_number(&table.headings[column]) && citizens * 10 < cells().count() * 9
    };
    table.refused.iter().copied().filter(other).collect()
}

fn says_service_number(heading: &str) -> bool {
    let heading = fold_heading(heading);
    ["bsn", "burgerservicenummer", "sofinummer"].iter().any(|name| heading.starts_with(name))
}

/// Different numbers that must pass before a column is refused.
const ENOUGH: usize = 10;

/// Whether a heading says that such numbers are below it.
pub fn says_citizen_number(heading: &str) -> bool {
    let own = fold_heading(heading);
    says_service_number(heading) || own == "anr" || own.starts_with("anummer")
}

/// Whether no pool may have a column for what it holds.
pub fn is_never_pooled(table: &Table, column: usize) -> bool {
    holds_citizen_numbers(table, column)
}

fn holds_citizen_numbers(table: &Table, column: usize) -> bool {
    let said = says_citizen_number(&table.headings[column]);
    let mut different = BTreeSet::new();
    let (mut filled, mut passed) = (0usize, 0usize);
    for row in table.rows() {
        let cell = row.cell(column).trim();
        if cell.is_empty() {
            continue;
        }
        filled += 1;
        if let Some(number) = citizen_number(cell).map(u64::from).or_else(|| register_number(cell)) {
            passed += 1;
            if different.len() < ENOUGH {
                different.insert(number);
            }
        }
        // Most columns are no numbers at all: a thousand cells tell.
        if filled == 1000 && passed * 2 < filled && !said {
            return false;
        }
    }
    (said && passed > 0) || (different.len() >= ENOUGH && passed * 10 >= filled * 9)
}

/// The number in a cell when it passes the eleven-test: nine digits, or eight when a spreadsheet
/// has dropped a leading zero, spaces and dots aside.
pub(super) fn citizen_number(cell: &str) -> Option<u32> {
    let mut digits = [0u32; 9];
    let mut count = 0;
    for c in cell.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '\'' | '\u{a0}')) {
        let digit = c.to_digit(10)?;
        *digits.get_mut(count)? = digit;
        count += 1;
    }
    if count == 8 {
        digits.rotate_right(1);
    } else if count != 9 {
        return None;
    }
    let weighed: i64 = (0..9).map(|i| i64::from(digits[i]) * if i == 8 { -1 } else { 9 - i as i64 }).sum();
    let number = digits.iter().fold(0, |n, d| n * 10 + d);
    (weighed % 11 == 0 && number > 0).then_some(number)
}

/// The number of the population register in a cell when it passes its tests: ten digits, the first of them not 0, no
/// two neighbours equal, a sum that leaves 0 or 5 when divided by eleven, and a sum weighed by powers of two that
/// leaves 0 (Logisch Ontwerp BRP, 01.10).
pub(super) fn register_number(cell: &str) -> Option<u64> {
    let digits: Option<Vec<u64>> = cell.chars().map(|c| c.to_digit(10).map(u64::from)).collect();
    let digits = digits.filter(|digits| digits.len() == 10 && digits[0] != 0)?;
    let sum: u64 = digits.iter().sum();
    let weighed: u64 = digits.iter().enumerate().map(|(at, digit)| digit << at).sum();
    let apart = digits.windows(2).all(|pair| pair[0] != pair[1]);
    (apart && matches!(sum % 11, 0 | 5) && weighed.is_multiple_of(11))
        .then(|| digits.iter().fold(0, |number, digit| number * 10 + digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::{Faults, Kind};
    use crate::register::read;

    #[test]
    fn numbers_that_a_spreadsheet_damaged() {
        for cell in ["1,23E+05", "1E+05", "1.2e+7", "#N/B", "#N/A", "#VERW!", "#REF!", "####"] {
            assert!(is_shortened(cell), "{cell}");
        }
        for cell in ["0042", "E+", "1E05", "#7", "A+1", "##"] {
            assert!(!is_shortened(cell), "{cell}");
        }
        for (cell, own) in
            [("'0042", "0042"), ("=\"0042\"", "0042"), ("42.0", "42"), ("42,00", "42"), ("37,", "37,")]
        {
            assert_eq!(unwrapped(cell), own);
        }
        for cell in ["42", "4.2", "1.000.000", "A.0", "", "'", "x'y", "0.5"] {
            assert_eq!(unwrapped(cell), cell.trim_start_matches('\''));
        }
    }

    #[test]
    fn formulas_and_numbers_with_a_sign() {
        for formula in ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|x", " =A1"] {
            assert!(is_formula(formula), "{formula}");
        }
        for plain in ["+31 6 1234-5678", "-5", "-0,5", "-", "=", "", "a=b", "1-2", "+31 (0)6"] {
            assert!(!is_formula(plain), "{plain}");
        }
    }

    #[test]
    fn the_eleven_test() {
        // 111222333 and 123456782 are the numbers that government test pages use.
        for good in ["111222333", "123456782", "1234.56.782", "12345672", "012345672"] {
            assert!(citizen_number(good).is_some(), "{good}");
        }
        for bad in ["123456789", "000000000", "1234567", "1234567820", "12345678a", ""] {
            assert!(citizen_number(bad).is_none(), "{bad}");
        }
    }

    fn numbers(from: u32, step: usize, pass: bool) -> Vec<String> {
        (from..)
            .step_by(step)
            .map(|n| n.to_string())
            .filter(|n| citizen_number(n).is_some() == pass)
            .take(30)
            .collect()
    }

    fn refused(heading: &str, cells: &[String]) -> bool {
        let mut faults = Faults::new();
        let file = format!("{heading},x\n{}", cells.iter().map(|c| format!("{c},y\n")).collect::<String>());
        read("p.csv", file.as_bytes(), &mut faults);
        faults.count(Kind::CitizenNumbers) > 0
    }

    /// In a register people are known by A-numbers, and never by citizen service numbers.
    #[test]
    fn a_register_may_have_the_numbers_of_the_population_register() {
        let anumbers: Vec<String> = (2_010_101_010u64..)
            .map(|number| number.to_string())
            .filter(|number| register_number(number).is_some())
            .take(12)
            .collect();
        let read = |heading: &str, cells: &[String]| {
            let file =
                format!("{heading},x\n{}", cells.iter().map(|c| format!("{c},y\n")).collect::<String>());
            let (mut strict, mut own) = (Faults::new(), Faults::new());
            read("p.csv", file.as_bytes(), &mut strict);
            let table = crate::register::read_register("p.csv", file.as_bytes(), &mut own).unwrap();
            let [strict, own] = [strict, own].map(|faults| faults.count(Kind::CitizenNumbers));
            assert_eq!(table.is_refused(0), own > 0);
            (strict, own)
        };
        for heading in ["anummer", "A-nummer", "nummer"] {
            assert_eq!(read(heading, &anumbers), (1, 0), "{heading}");
        }
        let citizens = numbers(123_000_000, 7, true);
        for heading in ["anummer", "BSN", "nummer"] {
            assert_eq!(read(heading, &citizens), (1, 1), "{heading}");
        }
        assert_eq!(read("bsn", &anumbers), (1, 1), "what it is called decides");
    }

    #[test]
    fn a_column_of_them_is_refused_and_a_column_of_others_is_not() {
        let (good, bad) = (numbers(123_000_000, 7, true), numbers(123_000_000, 7, false));
        assert!(refused("nummer", &good));
        assert!(!refused("nummer", &bad));
        assert!(!refused("nummer", &good[..9]));
        assert!(refused("nummer", &good[..10]));
        assert!(refused("BSN", &good[..1]));
        assert!(!refused("BSN", &bad[..1]));
        assert!(refused("nummer", &[&good[..], &bad[..3]].concat()));
        // Nine in ten, and not one less.
        assert!(refused("nummer", &[&good[..27], &bad[..3]].concat()));
        assert!(!refused("nummer", &[&good[..27], &bad[..4]].concat()));
        assert!(!refused("nummer", &[&good[..], &bad[..]].concat()));
        assert!(!refused("project", &vec!["123456782".to_owned(); 30]));
        // Ten thousand ordinary ids of nine digits: one in eleven passes.
        let ids: Vec<_> = (500_000_000..500_010_000).map(|n: u32| n.to_string()).collect();
        assert!(!refused("nummer", &ids));
    }
}
