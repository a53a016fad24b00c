//! The clerk's own lists, in the clerk's own columns. Imports its siblings.
//!
//! These hold names and addresses. They follow from the two tiers and prove nothing by themselves.

use super::form::{self, Bad, Lines, number};
use super::sealed::FullPool;
use crate::base::chance::Chance;
use crate::pool::Pool;
use std::collections::BTreeSet;

/// What stands in the first column of every list of a trial.
pub const VOID: &str = "TRIAL: VOID";

/// The byte-order mark in UTF-8, by which some spreadsheets know that a file is UTF-8.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// How `panel.csv` and `remaining.csv` are written. Their cells are the same in every form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As every table of the record.
    #[default]
    Plain,
    /// The same after a byte-order mark.
    Marked,
    /// As a Dutch or German Excel opens it with a double click: a byte-order mark, `;` between cells and
    /// CRLF after rows.
    Excel,
}

impl Form {
    /// A table as [`list`] writes it, in this form.
    pub fn of(self, table: &[u8]) -> Vec<u8> {
        match self {
            Self::Plain => table.to_vec(),
            Self::Marked => [BOM, table].concat(),
            Self::Excel => {
                let mut writer = csv::WriterBuilder::new()
                    .delimiter(b';')
                    .terminator(csv::Terminator::CRLF)
                    .from_writer(BOM.to_vec());
                for record in form::records(table).unwrap_or_default() {
                    writer.write_record(&record).expect("writing to memory does not fail");
                }
                writer.into_inner().expect("writing to memory does not fail")
            }
        }
    }

    /// Whether `found` is this table, in any form.
    pub fn any_of(table: &[u8], found: &[u8]) -> bool {
        // Only the Excel form takes work to make.
        found.strip_prefix(BOM).unwrap_or(found) == table
            || (found.starts_with(BOM) && found == Self::Excel.of(table))
    }
}

/// Writes `columns.csv`: the headings as the clerk supplied them, from left to right, and below each
/// its number in the canonical order of `sealed/pool.csv`, counted from 0.
pub fn columns(pool: &Pool, order: &[usize]) -> Vec<u8> {
    let mut numbers = vec![String::new(); order.len()];
    for (number, &column) in order.iter().enumerate() {
        numbers[column] = number.to_string();
    }
    form::table([pool.headings().to_vec(), numbers])
}

/// Reads `columns.csv` of a pool: for each column from left to right its number in canonical order.
///
/// # Errors
/// [`Bad`].
pub fn read_columns(bytes: &[u8], pool: &FullPool) -> Result<Vec<usize>, Bad> {
    let [headings, numbers] = &form::records(bytes)?[..] else { return Err(Bad::Shape) };
    let numbers: Option<Vec<usize>> = numbers.iter().map(number).collect();
    let numbers = numbers.ok_or(Bad::Row(2))?;
    let each: BTreeSet<usize> = numbers.iter().copied().collect();
    let all = each.len() == numbers.len() && numbers.len() == pool.headings().len();
    let named =
        || headings.iter().zip(&numbers).all(|(h, &n)| pool.headings().get(n).is_some_and(|p| p == h));
    if all && named() { Ok(numbers) } else { Err(Bad::Form) }
}

/// The heading of the column with row numbers, where no column of the clerk's holds ids.
const ROW: &str = "row";

/// Whether none of the clerk's columns says who is who: then the numbers of the rows do, and stand in the lists.
fn by_row(pool: &FullPool, columns: &[usize]) -> bool {
    let holds_ids = |&c: &usize| (0..pool.len()).all(|i| pool.cell(i, c).trim() == pool.id(i));
    !columns.iter().any(holds_ids)
}

/// Writes `panel.csv` or `remaining.csv`: the people for whom `of` is true, by index in the pool, all
/// columns in the clerk's order, sorted by id. Where none of the columns holds ids, the row
/// numbers that stand for them come first. In a trial a column before all says so.
pub fn list(pool: &FullPool, columns: &[usize], void: bool, of: impl Fn(usize) -> bool) -> Vec<u8> {
    let mark = |text: &'static str| void.then_some(text).into_iter();
    let numbered = by_row(pool, columns);
    let number = |text| numbered.then_some(text).into_iter();
    let header = mark("void").chain(number(ROW)).chain(columns.iter().map(|&c| pool.headings()[c].as_str()));
    let header = header.collect();
    let row = |i| -> Vec<&str> {
        mark(VOID).chain(number(pool.id(i))).chain(columns.iter().map(|&c| pool.cell(i, c))).collect()
    };
    form::table(std::iter::once(header).chain((0..pool.len()).filter(|&i| of(i)).map(row)))
}

/// Writes the clerk's `reserves.csv`: the place in the list from 1 and all columns in the clerk's order, for
/// people by index in the pool, in the order of the list. In a trial a first column says so.
pub fn reserves(pool: &FullPool, columns: &[usize], void: bool, people: &[usize]) -> Vec<u8> {
    let mark = |text: &str| void.then(|| text.to_owned()).into_iter();
    let numbered = |text: String| mark(if text == "reserve" { "void" } else { VOID }).chain([text]);
    let by_row = by_row(pool, columns);
    let number = |text: &str| by_row.then(|| text.to_owned()).into_iter();
    let header = numbered("reserve".to_owned()).chain(number(ROW));
    let header = header.chain(columns.iter().map(|&c| pool.headings()[c].clone()));
    let row = |(n, &i): (usize, &usize)| -> Vec<String> {
        let own = columns.iter().map(|&c| pool.cell(i, c).to_owned());
        numbered((n + 1).to_string()).chain(number(pool.id(i))).chain(own).collect()
    };
    form::table(std::iter::once(header.collect()).chain(people.iter().enumerate().map(row)))
}

/// Writes `chances.csv`: for each person, in byte order of ids, the tickets held and of how many.
pub fn chances<'a>(people: impl Iterator<Item = (&'a str, Chance)>) -> Vec<u8> {
    let mut lines = Lines::default();
    ["id", "tickets", "of"].iter().for_each(|heading| lines.cell(heading.as_bytes()));
    lines.end();
    for (id, chance) in people {
        lines.cell(id.as_bytes());
        lines.number(chance.tickets);
        lines.number(chance.of);
        lines.end();
    }
    lines.into_bytes()
}

/// The table with a first column that says the list is void.
pub fn marked(table: &[u8]) -> Vec<u8> {
    let rows = form::records(table).unwrap_or_default();
    let first = |i: usize| if i == 0 { "void" } else { VOID };
    form::table(
        rows.iter().enumerate().map(|(i, r)| std::iter::once(first(i)).chain(r.iter()).collect::<Vec<_>>()),
    )
}

/// The table of which this is marked; none where a row does not say that it is void.
pub fn unmarked(table: &[u8]) -> Option<Vec<u8>> {
    let rows = form::records(table).ok()?;
    let plain = form::table(rows.iter().map(|row| row.iter().skip(1).collect::<Vec<_>>()));
    (marked(&plain) == table).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Faults;

    #[test]
    fn every_form_holds_the_same_cells_and_is_known_again() {
        let plain =
            "id,naam,noot\n007,\"Jansen, J.\",a;b\n2,\"zei \"\"ja\"\"\",\n3,\"twee\nregels\",é\n".as_bytes();
        let cells = |bytes: &[u8]| {
            let table = crate::register::read("panel.csv", bytes, &mut Faults::new()).unwrap();
            table.rows().map(|r| (0..3).map(|c| r.cell(c).to_owned()).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        for form in [Form::Plain, Form::Marked, Form::Excel] {
            let made = form.of(plain);
            assert_eq!(cells(&made), cells(plain), "{form:?}");
            assert!(Form::any_of(plain, &made), "{form:?}");
            for at in 0..made.len() {
                let mut other = made.clone();
                other[at] ^= 1;
                assert!(!Form::any_of(plain, &other), "{form:?} at {at}");
            }
        }
        assert!(
            Form::Excel
                .of(plain)
                .starts_with("\u{feff}id;naam;noot\r\n007;Jansen, J.;\"a;b\"\r\n".as_bytes())
        );
    }
}
