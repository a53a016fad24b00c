//! What a source has that is no person: rows of notes, totals and headings, and headings that are a person. Imports
//! `base`, `register`, `pool` and its siblings.
//!
//! It is looked for in the cells as they stand in the file, before a recipe fills others.

use crate::base::fault::{Faults, Place, Prepare, Rows, What};
use crate::base::text::{blank, fold};
use crate::base::totals::is_total;
use crate::pool::headed;
use crate::pool::written::{Found, read};
use crate::register::Table;
use std::collections::BTreeMap;

/// Why a row is no person, as the catalogues know it.
const TOTAL: &str = "total";
const AGAIN: &str = "headings";
const LONE: &str = "lone";
/// The one that leaves no doubt.
pub(super) const EXPLAINS: &str = "explains";
const TRIAL: &str = "trial";

/// Says which rows seem to be no people, but those that a recipe leaves out by number.
pub(super) fn report(table: &Table, skipped: &dyn Fn(usize) -> bool, faults: &mut Faults) {
    let mut found: BTreeMap<&'static str, Rows> = BTreeMap::new();
    for (why, row) in strays(table).into_iter().filter(|(_, row)| !skipped(*row)) {
        found.entry(why).or_default().push(row);
    }
    for (why, rows) in found {
        let what = Prepare::NoPerson { why, rows: rows.first.clone() };
        faults.push(What::Prepare(what), Place::file(&table.name).rows(rows));
    }
}

/// Says in which rows letters were lost when somebody saved the file in another encoding.
pub(super) fn report_garbled(table: &Table, faults: &mut Faults) {
    for column in (0..table.headings.len()).filter(|&c| !table.is_refused(c)) {
        let rows: Rows = table.rows().filter(|row| is_garbled(row.cell(column))).map(|row| row.row).collect();
        if rows.count() > 0 {
            let place = Place::file(&table.name).column(&table.headings[column]).rows(rows);
            faults.push(What::Prepare(Prepare::Garbled), place);
        }
    }
}

/// Whether a cell shows a letter in two signs (ZoÃ« is Zoë), or a question mark or the sign for what cannot be read within a
/// word.
fn is_garbled(cell: &str) -> bool {
    if cell.is_ascii() && !cell.contains('?') {
        return false;
    }
    let signs: Vec<char> = cell.chars().collect();
    let twice = |pair: &[char]| {
        matches!(pair, ['Ã' | 'Ä' | 'Å', second] if !second.is_alphanumeric() && !second.is_whitespace()
            && !second.is_ascii())
            || matches!(pair, ['Ã', '\u{a0}'..='\u{bf}' | '\u{152}'..='\u{192}'])
    };
    let lost = |three: &[char]| matches!(three, [before, '?', after] if before.is_alphabetic() && after.is_lowercase());
    cell.contains('\u{fffd}')
        || signs.windows(2).any(twice)
        || !cell.contains('/') && signs.windows(3).any(lost)
}

/// Rows that seem to be no people, each with the reason.
pub(super) fn strays(table: &Table) -> Vec<(&'static str, usize)> {
    /// So few columns say little: of a list of ids and remarks most rows have one cell.
    const FEW: usize = 3;
    let width = table.headings.len();
    let same = constant(table);
    let headings: Vec<String> = table.headings.iter().map(|heading| fold(heading)).collect();
    let (mut found, mut lone) = (Vec::new(), Vec::new());
    let explaining: Vec<usize> =
        headed::explaining(table).into_iter().map(|index| table.row(index).row).collect();
    let trials: Vec<usize> = headed::trials(table).into_iter().map(|index| table.row(index).row).collect();
    for row in table.rows() {
        let of = [(EXPLAINS, &explaining), (TRIAL, &trials)];
        if let Some((why, _)) = of.iter().find(|(_, rows)| rows.binary_search(&row.row).is_ok()) {
            found.push((*why, row.row));
            continue;
        }
        let filled: Vec<usize> = (0..width).filter(|&c| !blank(row.cell(c))).collect();
        let heads = |c: &usize| !headings[*c].is_empty() && fold(row.cell(*c)) == headings[*c];
        let Some(&first) = filled.first() else { continue };
        let cell = row.cell(first).trim();
        if filled.len() > 1 && filled.iter().all(heads) {
            found.push((AGAIN, row.row));
        } else if cell.len() < LONGEST_TOTAL && is_total(&fold(cell)) {
            found.push((TOTAL, row.row));
        } else if let ([only], FEW..) = (&filled.iter().filter(|c| !same[**c]).collect::<Vec<_>>()[..], width)
        {
            lone.push((**only, row.row, row.cell(**only).trim()));
        }
    }
    let most = lone.len() * 2 > table.len();
    // Of a person nothing but the number can be known: a number among numbers stays.
    let numbered: Vec<usize> = (0..width)
        .map(|c| table.rows().filter(|row| row.cell(c).bytes().any(|b| b.is_ascii_digit())).count())
        .collect();
    for (column, row, cell) in lone {
        let digits = cell.bytes().any(|b| b.is_ascii_digit()) && !cell.contains(' ');
        let like_others = if numbered[column] * 2 > table.len() { digits } else { most };
        if !like_others {
            found.push((LONE, row));
        }
    }
    found.sort_by_key(|(_, row)| *row);
    found
}

/// Bytes of a cell that says that its row is a total at most.
const LONGEST_TOTAL: usize = 40;

/// Of each column whether all of its cells are the same: such a cell tells nothing of a person.
fn constant(table: &Table) -> Vec<bool> {
    let column = |c: usize| {
        let first = table.rows().next().map_or("", |row| row.cell(c));
        table.len() > 2 && !blank(first) && table.rows().all(|row| row.cell(c) == first)
    };
    (0..table.headings.len()).map(column).collect()
}

/// Says that the headings are no headings but a person, by the letters of the columns: what stands there is never shown.
pub(super) fn headings_are_data(table: &Table, faults: &mut Faults) -> bool {
    let columns = data_headings(table);
    if columns.is_empty() {
        return false;
    }
    let letters = columns.into_iter().map(|c| table.letters(c)).collect();
    faults.push(What::Prepare(Prepare::HeadingsAreData { letters }), Place::file(&table.name));
    true
}

/// The columns of which the heading is what a person has: an e-mail address, a postcode, a date or a number such as stand
/// below it. One of these is enough; two whose signs are in the same places as in the cells below are too.
fn data_headings(table: &Table) -> Vec<usize> {
    let (mut strong, mut alike) = (Vec::new(), Vec::new());
    for (column, heading) in table.headings.iter().enumerate() {
        if !heading.bytes().any(|b| b.is_ascii_digit() || b == b'@') {
            continue;
        }
        let cells = || table.rows().map(|row| row.cell(column)).filter(|cell| !blank(cell));
        let most = |so: &dyn Fn(&str) -> bool| {
            let (all, like) =
                cells().fold((0, 0), |(all, like), cell| (all + 1, like + usize::from(so(cell))));
            all > 0 && like * 2 > all
        };
        let kinds: [fn(&str) -> bool; 4] = [is_mail, is_postcode, is_date, is_phone];
        if is_mail(heading) || kinds.iter().any(|kind| kind(heading) && most(&|cell| kind(cell))) {
            strong.push(column);
        } else if heading.bytes().any(|b| !b.is_ascii_digit()) && most(&|cell| shape(cell) == shape(heading))
        {
            alike.push(column);
        }
    }
    if strong.is_empty() && alike.len() < 2 {
        return Vec::new();
    }
    strong.extend(alike);
    strong.sort_unstable();
    strong
}

fn is_mail(cell: &str) -> bool {
    let cell = cell.trim();
    let host = |(name, host): (&str, &str)| !name.is_empty() && host.contains('.');
    !cell.contains(char::is_whitespace) && cell.split_once('@').is_some_and(host)
}

pub(super) fn is_postcode(cell: &str) -> bool {
    let signs: Vec<u8> = cell.bytes().filter(|b| *b != b' ').collect();
    signs.len() == 6
        && signs[..4].iter().all(u8::is_ascii_digit)
        && signs[4..].iter().all(u8::is_ascii_alphabetic)
}

fn is_date(cell: &str) -> bool {
    matches!(read(cell), Found::Date(date) if date.month.is_some())
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits > 8 && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')' | '.'))
}

/// Digits and letters of a text by their places.
fn shape(cell: &str) -> String {
    let sign = |c: char| match c {
        c if c.is_ascii_digit() => '9',
        c if c.is_alphabetic() => 'a',
        c => c,
    };
    cell.trim().chars().map(sign).collect()
}

/// The file of which one has the same rows, if there is one before it.
pub(super) fn same_rows<'t>(table: &Table, before: impl Iterator<Item = &'t Table>) -> Option<&'t Table> {
    let same = |other: &&Table| {
        other.len() == table.len()
            && !table.is_empty()
            && other.headings == table.headings
            && other.rows().zip(table.rows()).all(|(a, b)| a.cells().eq(b.cells()))
    };
    let mut before = before;
    before.find(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Layout, read_as};

    fn table(text: &str) -> Table {
        read_as("f.csv", text.as_bytes(), Layout::default(), &mut Faults::new()).unwrap()
    }

    #[test]
    fn notes_totals_and_headings_are_no_people() {
        let people = "1;An;Helden;PM\n2;Bo;Helden;PM\n3;Cé;Meijel;PM\n";
        for (rows, wanted) in [
            ("* bron: formulier;;;PM\n", (LONE, 5)),
            ("Wachtlijst;;;\n", (LONE, 5)),
            ("Subtotaal Helden;3;;\n", (TOTAL, 5)),
            ("Totaal: 3;;;\n", (TOTAL, 5)),
            ("nr;naam;kern;gemeente\n", (AGAIN, 5)),
        ] {
            assert_eq!(strays(&table(&format!("nr;naam;kern;gemeente\n{people}{rows}"))), [wanted], "{rows}");
        }
        assert_eq!(strays(&table(&format!("nr;naam;kern;gemeente\n{people}4;;;PM\n"))), []);
        let sections = table("nr;naam;geb\nHelden;;\n1;A;1-2-1980\n2;B;1-2-1980\nMeijel;;\n3;C;1-2-1980\n");
        assert_eq!(strays(&sections), [(LONE, 2), (LONE, 5)]);
        assert_eq!(strays(&table("id,x,y\n1,,\n2,,\n3,a,\n")), []);
    }

    #[test]
    fn letters_that_were_lost_are_seen() {
        for cell in ["ZoÃ«", "JosÃ© Bos", "Y?lmaz", "Fran\u{fffd}ois"] {
            assert!(is_garbled(cell), "{cell}");
        }
        for cell in ["Zoë", "São Paulo", "Ååberg", "Waarom?", "? weet niet", "www.x.nl/?a=b", "Änne"] {
            assert!(!is_garbled(cell), "{cell}");
        }
    }

    #[test]
    fn a_person_is_no_row_of_headings() {
        for text in [
            "H1;Anna;17-09-1989\nH2;Bo;1-2-1980\nH3;Cé;3-4-1990\n",
            "Anna;5987 CD\nBo;5988 AB\nCé;5988AB\n",
            "Anna;anna@voorbeeld.nl\nBo;\n",
            "H001;nr-7;Anna\nH002;nr-8;Bo\nH003;nr-9;Cé\n",
        ] {
            assert!(!data_headings(&table(text)).is_empty(), "{text}");
        }
        for text in [
            "nr;naam;geboortedatum\n1;Anna;17-09-1989\n",
            "naam;12-03-2027;19-03-2027\nAnna;ja;nee\n",
            "id;keuze 1;keuze 2\n1;a;b\n2;a;b\n",
            "regio;2024\nNoord;1234\nZuid;2345\n",
        ] {
            assert_eq!(data_headings(&table(text)), [0; 0], "{text}");
        }
    }
}
