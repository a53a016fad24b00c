//! From the lists that people have to one clean list, by a recipe, with a trace of every change. May import `base`,
//! `register`, `quotas`, `pool` and `seed`.
//!
//! A recipe says where the people come from ([`recipe::Source`]), how each column is made ([`recipe::Rule`]) and who is
//! left out and why ([`recipe::LeaveOut`]). Nothing is guessed: a spelling, a date or a row that the recipe does not
//! settle stops the work, with all others, and names its source and row. The same files and recipe give the same bytes.

mod alike;
mod born;
mod compute;
pub mod facts;
mod figures;
mod gather;
mod guess;
pub mod left;
mod opened;
mod people;
pub mod recipe;
mod run;
mod strays;
mod suggest;
mod told;
mod twice;

pub use facts::{Facts, read_facts};
pub use gather::Gathered;
pub use left::LeftOut;
pub use run::{Kept, Met, Prepared, prepare};
pub use suggest::suggest;
pub use twice::{Decision, Pair, apart};

/// The list of people.
pub const POOL: &str = "pool.csv";
/// Who was left out, with a ground each.
pub const LEFT_OUT: &str = "left-out.csv";
/// Every cell that was changed or made.
pub const CHANGES: &str = "changes.csv";
/// Pairs of rows that may be one person, to decide.
pub const TWICE: &str = "twice.csv";
/// Digests of what went in and what came out.
pub const FACTS: &str = "prepared.json";
/// The report as a page and as text.
pub const REPORT: [&str; 2] = ["report.html", "report.txt"];

/// Lists that are written as spreadsheets too where that was asked for, each with the name of its sheet.
pub const SHEETS: [(&str, &str); 3] =
    [(POOL, "pool.xlsx"), (LEFT_OUT, "left-out.xlsx"), (CHANGES, "changes.xlsx")];

/// Names that no other file of the folder can have.
const OUR_FILES: [&str; 10] =
    [POOL, LEFT_OUT, CHANGES, SHEETS[0].1, SHEETS[1].1, SHEETS[2].1, TWICE, FACTS, REPORT[0], REPORT[1]];

/// Gives the bytes of a file that a recipe names; `None` when it cannot be read, which whoever gives it says.
pub type Give<'a> = &'a mut dyn FnMut(&str) -> Option<Vec<u8>>;

/// Takes the next bytes of a file that comes out. `false` when they cannot be kept: then nothing more is given.
pub type Take<'a> = &'a mut dyn FnMut(&str, &[u8]) -> bool;

/// Adds a line of cells to a file in the making, quoted where they have to be (RFC 4180), with a line feed behind it.
fn add_line<'a>(out: &mut Vec<u8>, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push(b'"');
            out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out.push(b'\n');
}
