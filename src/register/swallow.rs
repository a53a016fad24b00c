//! Rows that a stray quotation mark took in: they stand in one cell, and whoever is in them would not count. Imports `base`.

use crate::base::text::blank;
use csv::ByteRecord;

/// Whether a cell holds line breaks and as many delimiters as a row has: people may be in it.
pub(super) fn holds_rows(cell: &[u8], delimiter: u8, headings: usize) -> bool {
    headings > 2
        && cell.iter().any(|b| matches!(b, b'\n' | b'\r'))
        && cell.iter().filter(|&&b| b == delimiter).count() >= headings - 1
}

/// Whether a cell of a record holds whole rows, taken in by a stray quotation mark: a line in it has as many
/// delimiters as the headings, and the lines at its ends go on from the cells before it and to those after it.
/// Or most lines have just so many, which no text of a person has; or its two lines are the ends of two rows, of which the
/// second begins as the first does, or which are no sentence.
pub(super) fn takes_rows_in(record: &ByteRecord, delimiter: u8, headings: usize) -> bool {
    headings > 1 && (0..record.len()).any(|at| Lines::of(record, at, delimiter, false).are_rows(headings - 1))
}

/// How many cells the rows of a file must have, blank ones at their ends aside, for a cell of this record to hold whole rows of it.
pub(super) fn lengths(record: &ByteRecord, delimiter: u8) -> Vec<usize> {
    let mut found = Vec::new();
    for at in 0..record.len() {
        let lines = Lines::of(record, at, delimiter, true);
        let mut all = lines.signs.clone();
        all.extend(lines.begins());
        all.sort_unstable();
        all.dedup();
        found.extend(
            all.into_iter().filter(|&signs| signs > 1 && lines.are_rows(signs)).map(|signs| signs + 1),
        );
    }
    found
}

/// The cells of a record but for blank ones at its end.
pub(super) fn length(record: &ByteRecord) -> usize {
    let filled = |cell: &[u8]| !std::str::from_utf8(cell).is_ok_and(blank);
    (0..record.len()).rev().find(|&at| filled(&record[at])).map_or(0, |at| at + 1)
}

/// How sure it is that a line of a cell is a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike {
    /// It begins with an id as this row does, or has two cells only.
    Perhaps,
    /// A number and a word stand where this row has them.
    Surely,
}

/// Whether a line of a cell, below its first, begins as this row does: such a row may lack blank cells at its end, which others have,
/// and then no number of cells shows what it is. A sheet of a workbook (tabs) may have kept the signs of the file that it was.
pub(super) fn alike(record: &ByteRecord, delimiter: u8) -> Option<Alike> {
    let signs: &[u8] = if delimiter == b'\t' { b"\t;,|" } else { &[delimiter] };
    let of_cell = |at: usize| {
        let mut lines = record[at].split(|b| matches!(b, b'\n' | b'\r')).filter(|line| !line.is_empty());
        let first = lines.next().unwrap_or_default();
        let lines: Vec<&[u8]> = lines.collect();
        let own = |sign: u8| record.iter().take(at).chain(first.split(move |&b| b == sign));
        let one = |line: &[u8], sign: u8| row_alike(&own(sign).collect::<Vec<_>>(), line, sign);
        lines.into_iter().flat_map(|line| signs.iter().filter_map(move |&sign| one(line, sign))).max()
    };
    (0..record.len()).filter_map(of_cell).max()
}

fn row_alike(own: &[&[u8]], line: &[u8], sign: u8) -> Option<Alike> {
    // What somebody writes has a space behind such a sign.
    let spaced = line.windows(2).any(|two| two[0] == sign && two[1] == b' ');
    let cells: Vec<&[u8]> = line.split(|&b| b == sign).collect();
    let filled = |cell: &[u8]| !cell.trim_ascii().is_empty();
    let count = cells.iter().rposition(|cell| filled(cell)).map_or(0, |last| last + 1);
    if spaced || count < 2 {
        return None;
    }
    let pairs = || own.iter().zip(&cells).filter(|(a, b)| filled(a) && filled(b));
    let same = |a: &[u8], b: &[u8]| shape(a) == shape(b);
    let digits = |cell: &[u8]| cell.iter().any(u8::is_ascii_digit);
    let number = pairs().any(|(a, b)| same(a, b) && digits(a));
    let word = pairs().any(|(a, b)| same(a, b) && !digits(a));
    let ids = own.first().is_some_and(|id| digits(id) && id.len() == cells[0].len());
    match number && word {
        true if count > 2 => Some(Alike::Surely),
        true => Some(Alike::Perhaps),
        false => (ids && count > 2 && pairs().all(|(a, b)| same(a, b))).then_some(Alike::Perhaps),
    }
}

/// The lines of a cell.
struct Lines<'a> {
    record: &'a ByteRecord,
    delimiter: u8,
    at: usize,
    texts: Vec<&'a [u8]>,
    /// Delimiters of each.
    signs: Vec<usize>,
    /// Cells after this one.
    after: usize,
}

impl<'a> Lines<'a> {
    /// Of a cell with line breaks; none of any other. `cut` says whether blank cells at the ends of rows do not count.
    fn of(record: &'a ByteRecord, at: usize, delimiter: u8, cut: bool) -> Self {
        let cell = &record[at];
        let several = cell.iter().any(|b| matches!(b, b'\n' | b'\r'));
        let texts = cell.split(|b| matches!(b, b'\n' | b'\r')).filter(|line| several && !line.is_empty());
        let texts: Vec<&[u8]> = texts.collect();
        let after = if cut { length(record) } else { record.len() }.saturating_sub(at + 1);
        let last = texts.len().saturating_sub(1);
        let signs = |(index, line): (usize, &&[u8])| {
            let blank = |b: &&u8| **b == delimiter || b.is_ascii_whitespace();
            let ends = cut && (index < last || after == 0);
            let over = line.iter().rev().take_while(|b| ends && blank(b)).count();
            line[..line.len() - over].iter().filter(|&&b| b == delimiter).count()
        };
        let signs = texts.iter().enumerate().map(signs).collect();
        Self { record, delimiter, at, texts, signs, after }
    }

    /// The delimiters of the row of which the first line is the end.
    fn begins(&self) -> Option<usize> {
        Some(self.at + self.signs.first()?)
    }

    /// Whether they are rows with so many delimiters, or the ends of such rows.
    fn are_rows(&self, wanted: usize) -> bool {
        let [_, .., last] = self.signs[..] else { return false };
        let delimiter = self.delimiter;
        let whole = self.signs.iter().filter(|&&signs| signs == wanted).count();
        let begins = self.begins() == Some(wanted);
        let ends = last + self.after == wanted;
        let start = |line: &[u8]| shape(line.split(|&b| b == delimiter).next().unwrap_or_default());
        let own = if self.at == 0 { self.texts[0] } else { &self.record[0] };
        // What somebody writes has a space behind such a sign.
        let cell = &self.record[self.at];
        let spaced = cell.windows(2).any(|two| two[0] == delimiter && two[1] == b' ');
        let two = self.signs.len() == 2 && wanted > 1 && (!spaced || start(own) == start(self.texts[1]));
        (whole > 0 || two)
            && (begins && ends || whole > 1 && whole * 2 > self.signs.len() && (begins || ends || wanted > 2))
    }
}

/// Of what runs of signs a cell is made: two ids have one shape.
fn shape(cell: &[u8]) -> Vec<u8> {
    let class = |b: &u8| match b {
        b'0'..=b'9' => b'9',
        b if b.is_ascii_alphabetic() || !b.is_ascii() => b'a',
        &b => b,
    };
    let mut runs: Vec<u8> = cell.trim_ascii().iter().map(class).collect();
    runs.dedup();
    runs
}

#[cfg(test)]
mod tests {
    use crate::base::fault::{Fault, Faults, Kind};
    use crate::register::read;

    fn kinds(file: &str) -> Vec<Kind> {
        let mut faults = Faults::new();
        read("p.csv", file.as_bytes(), &mut faults);
        faults.iter().map(Fault::kind).collect()
    }

    #[test]
    fn two_rows_that_quotation_marks_joined() {
        let kinds = |rows: &str| kinds(&format!("id,naam,wijk,leeftijd\n{rows}0009,Els,N,20\n"));
        for rows in [
            "0007,\"Jan,N,20\n0008,An\",Z,30\n",
            "\"0007,Jan,N,20\n0008\",An,Z,30\n",
            "0007,Jan,\"N,20\n0008,An,Z\",30\n",
            "0007,Jan,N,\"20\n0008,An,Z,30\"\n",
            // Codes are made of letters and digits in any order, and a name may come first.
            "TG56-RRE4-N0,\"Jan,N,20\n1HGM-0S44-60,An\",Z,30\n",
            "Jan,0007,\"graag,20\nBo Ek,0008,ok\",30\n",
        ] {
            assert!(kinds(rows).contains(&Kind::RowsTakenIn), "{rows}");
        }
        // What somebody wrote on two lines.
        for rows in ["0007,\"Jan, met hulp, en\nzijn hond, Bo\",N,20\n", "0007,\"Jan\n0612345678\",N,20\n"] {
            assert!(!kinds(rows).contains(&Kind::RowsTakenIn), "{rows}");
        }
    }

    #[test]
    fn rows_that_are_longer_or_shorter_than_the_headings() {
        let rows = |cut: &str, inside: &str| {
            let row = |n: usize, end: &str| format!("000{n},Naam {n},N,20{end}\n");
            let mark = |n: usize| format!("000{n},\"Naam {n},N,20\n");
            format!("{}{}{}{}{}", row(1, cut), mark(2), row(3, inside), mark(4), row(5, cut))
        };
        for (headings, rows) in [
            ("id,naam,wijk,leeftijd,opm,extra", rows("", "")),
            ("id,naam,wijk,leeftijd,opm,extra", rows("", ",,")),
            ("id,naam,wijk,leeftijd", rows("", ",")),
            ("id,naam,wijk,leeftijd", rows(",", "")),
            // In the headings themselves.
            ("id,\"naam,wijk,leeftijd", rows("", "").replacen('"', "", 1)),
        ] {
            let kinds = kinds(&format!("{headings}\n{rows}0006,Naam 6,N,20\n0007,Naam 7,N,20\n"));
            assert!(kinds.contains(&Kind::RowsTakenIn), "{headings}\n{rows} {kinds:?}");
            assert!(!kinds.contains(&Kind::RowsInOneCell), "{headings}\n{rows} {kinds:?}");
        }
        // What somebody wrote on several lines.
        let text =
            "id,naam,wijk,opm,x,y\n1,An,N,\"graag, maar niet, zo\nen, als het kan\"\n2,Bo,N,nee\n3,Cy,N,ja\n";
        assert!(!kinds(text).contains(&Kind::RowsTakenIn));
    }
    #[test]
    fn a_row_without_the_blank_cells_at_its_end_is_one() {
        let all = |head: &str, rows: &str| {
            kinds(&format!("{head}\n0001;V;16-34;\n0002;M;55+;\n{rows}0012;V;16-34;\n0013;M;55+;\n"))
        };
        let head = "id;geslacht;leeftijd;opmerking";
        for rows in [
            "0010;V;16-34;\"ik kom graag\n0011;V;16-34\"\n",
            "0010;V;16-34;\"ik kom graag\n0011;M;55+\"\n",
            "0010;V;16-34;\"ik kom graag\n0011;M;55+\n0014;V;16-34;hallo\"\n",
        ] {
            assert!(all(head, rows).contains(&Kind::RowsTakenIn), "{rows}");
            assert!(all(&format!("{head};naam;x"), rows).contains(&Kind::RowsTakenIn), "{rows}");
        }
        // A sheet of a workbook that was such a file, and names in front.
        let rows = "id\tgeslacht\tleeftijd\topm\n0010\tV\t16-34\t\"graag\n0011;V;16-34\"\n0012\tM\t55+\t\n";
        assert!(kinds(rows).contains(&Kind::RowsTakenIn));
        let rows = "naam;id;geslacht;x;y\nBo;0010;V;\"graag\nAn;0011;M\"\nCy;0012;V;;\n";
        assert!(kinds(rows).contains(&Kind::RowsTakenIn));
        // Where it may be something else, it is asked about.
        for rows in ["0010;1;30;\"graag\n0011;2;35\"\n", "0010;V;16-34;\"graag\n0011;M\"\n"] {
            let kinds = all(head, rows);
            assert!(kinds.contains(&Kind::RowsInOneCell) && !kinds.contains(&Kind::RowsTakenIn), "{rows}");
        }
        for rows in [
            "0010;V;16-34;\"graag\nmaar niet; om 9\"\n",
            "0010;V;16-34;\"kinderen:\n4;6;8\"\n",
            "0010;V;16-34;\"Kerkstraat 1\n7411 AB;Deventer;NL\"\n",
            "0010;V;16-34;\"bel\n06-12345678\"\n",
        ] {
            let kinds = all(head, rows);
            assert!(!kinds.contains(&Kind::RowsInOneCell) && !kinds.contains(&Kind::RowsTakenIn), "{rows}");
        }
    }
}
