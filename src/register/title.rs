//! Rows of a title above the headings. Imports `base` and its siblings.

use super::table::Table;
use crate::base::text::fold_heading;

/// The row below the first in which the headings seem to stand, with those, where the first is a title: it has a cell or
/// two where the rows below have more, and under it stands a row of words, different ones and all filled, with rows of
/// that width below it.
///
/// Where a reader knows which headings it looks for it may know better: this is for those that do not.
pub(crate) fn headings_below(table: &Table) -> Option<(usize, Vec<String>)> {
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let own = filled(&table.headings);
    let most = table.start().iter().map(|(_, cells)| filled(cells)).max()?;
    if own > MOST_FILLED || own * 2 > most {
        return None;
    }
    let at = table.start().iter().position(|(_, cells)| filled(cells) * 5 >= most * 4)?;
    let (row, cells) = &table.start()[at];
    // Rows that are too long below a whole row of headings are no title.
    let below = &table.start()[at + 1..];
    let wide = below.iter().any(|(_, cells)| filled(cells) * 2 > most);
    (wide && filled(cells) > 1 && are_headings(cells)).then(|| (*row, shown(cells)))
}

/// Filled cells of a row of a title at most.
const MOST_FILLED: usize = 2;

/// Whether cells can be headings: words, no two the same, and no number among them.
fn are_headings(cells: &[String]) -> bool {
    let last = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    let mut keys: Vec<String> = cells[..last].iter().map(|cell| fold_heading(cell)).collect();
    let words = keys.iter().all(|key| key.chars().any(char::is_alphabetic));
    // An id or a date has more digits than a heading such as "keuze 1".
    let few_digits = keys.iter().all(|key| key.bytes().filter(u8::is_ascii_digit).count() < 2);
    let long = cells.iter().any(|cell| cell.len() > LONGEST);
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    words && few_digits && !long && keys.len() == count
}

/// Bytes of a heading at most.
const LONGEST: usize = 60;

fn shown(cells: &[String]) -> Vec<String> {
    cells.iter().filter(|cell| !cell.is_empty()).cloned().collect()
}

#[cfg(test)]
mod tests {
    use crate::base::fault::{Faults, Kind, What};
    use crate::register::read;

    fn headings(text: &str) -> Option<(usize, Vec<String>)> {
        let mut faults = Faults::new();
        let table = read("f.csv", text.as_bytes(), &mut faults);
        let found = faults.iter().find_map(|fault| match &fault.what {
            What::HeadingsLower { row, headings } => Some((*row, headings.clone())),
            _ => None,
        });
        assert_eq!(found.is_none(), table.is_some());
        assert!(
            found.is_none() || faults.iter().count() == 1,
            "what follows from it is not told: {faults:?}"
        );
        found
    }

    #[test]
    fn a_title_above_any_list_is_seen() {
        for (text, row, found) in [
            ("Aanmeldingen\nnr;naam;wijk\n1;An Bos;Oost\n2;Bo Dal;West\n", 2, "nr naam wijk"),
            (
                "Gebeurtenissen, stand 3 mei;;\n;;\ndatum;nummer;gebeurtenis\n1-3-2026;7;afgemeld\n",
                3,
                "datum nummer gebeurtenis",
            ),
            ("Regels;versie 2;;\nregel;persoon;met;rondes\nsamen;P1;P2;1\n", 2, "regel persoon met rondes"),
        ] {
            let (at, headings) = headings(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((at, headings.join(" ").as_str()), (row, found));
        }
    }

    #[test]
    fn headings_are_no_title() {
        for text in [
            "a,b\n1,2\n1,2,3,4\n",
            "id\nP1\nP2\n",
            "id,naam\nP1,Jansen, An\nP2,Bos, Bo\nP3,Dal, Cé, Wijk\n",
            "naam\nAn,12345\nBo,23456\n",
            "id;naam;;\nP1;An;Lindepad 1;1234 AB\nP2;Bo;Lindepad 2;1234 AB\n",
        ] {
            let mut faults = Faults::new();
            read("f.csv", text.as_bytes(), &mut faults);
            assert_eq!(faults.count(Kind::HeadingsLower), 0, "{text}");
        }
    }
}
