//! A file of which each row is one cell, since another sign than was thought stands between the cells. Imports its siblings.

use super::table::Table;

/// Signs that may stand between the cells of a row that was taken for one: a bar, or any where whole rows are quoted.
const SIGNS: [char; 4] = ['|', ';', '\t', ','];

/// The sign that stands between the cells, where headings and rows are one cell each with as many of it.
pub(super) fn sign(table: &Table) -> Option<char> {
    let [heading] = &table.headings[..] else { return None };
    let signs = |text: &str, sign: char| text.matches(sign).count();
    SIGNS.into_iter().find(|&sign| {
        let wanted = signs(heading, sign);
        wanted > 0 && !table.is_empty() && table.rows().all(|row| signs(row.cell(0), sign) == wanted)
    })
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
        for text in ["id|naam\n1|An\n2|Bo\n", "\"id,naam\"\n\"1,An\"\n", "\"id;x\"\r\n\"1;2\"\r\n"] {
            assert_eq!(told(text), 1, "{text}");
        }
        for text in ["id\n1\n2\n", "wie, wat\n1,2\n", "\"Wie, en wat\"\nAn\nBo\n", "a|b\n1\n"] {
            assert_eq!(told(text), 0, "{text}");
        }
    }
}
