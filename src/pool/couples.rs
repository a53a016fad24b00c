//! Rows in which two people seem to stand: one chance where there should be two. Imports `base`, `register` and its siblings.

use super::traits::is_name;
use crate::base::fault::{Faults, Kind, Place, Rows, What};
use crate::base::text::fold;
use crate::register::Table;

/// Reports rows whose id, name or mail address is that of two people. `ids` is the column of ids.
pub(super) fn report(table: &Table, ids: Option<usize>, faults: &mut Faults) {
    // Rows that a quotation mark took into one were told, and what to do about them.
    let told = |kind| matches!(kind, Kind::UnclosedQuote | Kind::RowsInOneCell | Kind::RowsTakenIn);
    let taken_in = faults.iter().any(|fault| told(fault.kind()));
    for column in (0..table.headings.len()).filter(|&column| !table.is_refused(column)) {
        let names = is_name(&table.headings[column]);
        let two = |cell: &str| {
            if taken_in && cell.contains('\n') {
                return false;
            }
            two_addresses(cell) || Some(column) == ids && two_ids(cell) || names && two_names(cell)
        };
        let found = (0..table.len()).filter(|&index| two(table.cell(index, column)));
        let rows: Rows = found.map(|index| table.row(index).row).collect();
        // A word that every name has is part of how names are written here.
        if rows.count() > 0 && rows.count() * 4 < table.len().max(4) {
            let place = Place::file(&table.name).column(&table.headings[column]).rows(rows);
            faults.push(What::TwoPeople, place);
        }
    }
}

/// Two mail addresses in one cell.
fn two_addresses(cell: &str) -> bool {
    cell.bytes().filter(|&b| b == b'@').count() > 1
}

/// Two numbers with a sign or a word between them: `10 + 11`, `10 en 11`, `10/11`.
fn two_ids(cell: &str) -> bool {
    let two = |sign: &str| {
        cell.split_once(sign).is_some_and(|(one, other)| {
            let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            plain(one.trim()) && plain(other.trim())
        })
    };
    ["+", "&", "/", ",", ";", " en ", " and "].iter().any(|sign| two(sign))
}

/// `Jan en Marie de Vries`, `Jan & Marie`, a name on two lines, `Fam. Peeters`.
fn two_names(cell: &str) -> bool {
    let cell = cell.trim();
    if cell.bytes().any(|b| matches!(b, b'\n' | b'&' | b'+')) {
        return true;
    }
    let plain = cell.is_ascii() && !cell.bytes().any(|b| b.is_ascii_uppercase());
    let key = if plain { cell.to_owned() } else { fold(cell) };
    [" en ", " and ", " und ", " et "].iter().any(|word| key.contains(word))
        || ["fam ", "fam. ", "familie ", "family ", "echtpaar "].iter().any(|word| key.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_in_one_row() {
        for cell in ["Jan en Marie de Vries", "J. & M. Peeters", "Jan\nMarie", "Fam. Peeters", "Echtpaar Bos"]
        {
            assert!(two_names(cell), "{cell}");
        }
        for cell in ["Henk van den Berg", "Jan-Willem", "Enschede", "Ten Have", "", "Van Eten"] {
            assert!(!two_names(cell), "{cell}");
        }
        assert!(two_addresses("a@b.nl; c@d.nl") && !two_addresses("a@b.nl"));
        for (cell, two) in
            [("10 + 11", true), ("10/11", true), ("10 en 11", true), ("2027-001", false), ("10.0", false)]
        {
            assert_eq!(two_ids(cell), two, "{cell}");
        }
    }
}
