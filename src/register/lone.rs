//! A file of which each row is one cell, since another sign than was thought stands between the cells. Imports `base` and its siblings.

use super::table::{Table, TableRow};
use crate::base::text::blank;
use std::collections::BTreeMap;

/// Signs that may stand between the cells of a row that was taken for one: a bar, or any where whole rows are quoted.
const SIGNS: [char; 4] = ['|', ';', '\t', ','];

/// The sign that stands between the cells, where headings and rows are one cell each with as many of it.
pub(super) fn sign(table: &Table) -> Option<char> {
    let signs = |text: &str, sign: char| text.matches(sign).count();
    let [heading] = &table.headings[..] else { return quoted(table, signs) };
    let all = SIGNS.into_iter().find(|&sign| {
        let wanted = signs(heading, sign);
        wanted > 0 && !table.is_empty() && table.rows().all(|row| signs(row.cell(0), sign) == wanted)
    });
    all.or_else(|| barred(table).then_some('|'))
}

/// The same where the headings are cells of their own, and nearly all rows below them are in one pair of quotation marks.
fn quoted(table: &Table, signs: impl Fn(&str, char) -> usize) -> Option<char> {
    let wanted = table.headings.len() - 1;
    let lone = |row: &TableRow<'_>| !blank(row.cell(0)) && row.cells().skip(1).all(blank);
    let rows = |sign| table.rows().filter(|row| lone(row) && signs(row.cell(0), sign) == wanted).count();
    // Of two headings one sign is too little to go by.
    SIGNS.into_iter().find(|&sign| wanted > 1 && rows(sign) > 0 && rows(sign) * 5 >= table.len() * 4)
}

/// Whether nearly all cells have as many bars, which nobody writes in a sentence: lines above and below are a title and a note.
fn barred(table: &Table) -> bool {
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    table.rows().for_each(|row| *rows.entry(row.cell(0).matches('|').count()).or_default() += 1);
    let most = rows.into_iter().max_by_key(|&(_, rows)| rows);
    most.is_some_and(|(bars, rows)| bars > 0 && rows > 1 && rows * 5 >= table.len() * 4)
}

#[cfg(test)]
mod tests {
    use crate::base::fault::{Faults, Kind};
    use crate::register::read;

    #[test]
    fn rows_that_are_one_cell_are_told() {
        let told = |text: &str| {
            let mut faults = Faults::new();
            read("f.csv", text.as_bytes(), &mut faults);
            faults.count(Kind::OneCell)
        };
        for text in [
            "id|naam\n1|An\n2|Bo\n",
            "Register\nid|naam\n1|An\n2|Bo\n3|Cy\nBron\n",
            "\"id,naam\"\n\"1,An\"\n",
            "\"id;x\"\r\n\"1;2\"\r\n",
            "id,naam,wijk\n\"1,An,N\"\n\"2,Bo,Z\"\n",
        ] {
            assert_eq!(told(text), 1, "{text}");
        }
        for text in [
            "id\n1\n2\n",
            "wie, wat\n1,2\n",
            "\"Wie, en wat\"\nAn\nBo\n",
            "a|b\n1\n",
            "id,x,y\n1\n2,b,c\n",
            "x,y\n\"a, b\"\n",
        ] {
            assert_eq!(told(text), 0, "{text}");
        }
    }
}
