//! Tables with lines of text above and below them, as statistics offices export them. Imports `base`
//! and its siblings.

use super::reading::{empty_lines, from_text};
use super::table::Table;
use super::{decode, delimiter, lone};
use crate::base::fault::{Faults, Place, What};
use crate::base::text::tidy;
use csv::ByteRecord;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A table and the lines around it.
#[derive(Clone, Debug)]
pub struct Export {
    /// The table. Rows keep the numbers that a spreadsheet shows for the whole file.
    pub table: Table,
    /// The lines above the headings (title, subject) and below the last row (source), in that order.
    pub about: Vec<String>,
}

/// Reads a file as [`super::read`] does, after setting apart the lines above the headings and below
/// the last row.
///
/// The width of the table is the number of cells that most lines have. A line above is one before
/// the first line of that width; a line below is one of a single cell, or one that starts with
/// "Bron", "Source" or the sign ©.
pub fn read_export(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<Export> {
    let decode::Decoded { name, text } = decode::text(name, Cow::Borrowed(bytes), faults)?;
    let (candidates, text) = match delimiter::declared(&text) {
        Some((sign, rest)) => (vec![sign], rest),
        None => (delimiter::SIGNS.to_vec(), text.as_str()),
    };
    let mut shapes: Vec<Shape> = candidates.into_iter().map(|sign| Shape::of(text, sign)).collect();
    let of_words = |shape: &Shape| delimiter::before_space(shape.headings(text), shape.delimiter);
    if shapes.iter().any(|shape| of_words(shape) == Some(false)) {
        shapes.retain(|shape| of_words(shape) != Some(true));
    }
    // The last of several that are equal: commas stand in decimal numbers.
    shapes.sort_by_key(|shape| (shape.exact, shape.width.saturating_sub(1) * shape.alike));
    let shape = shapes.pop()?;
    if let Some(other) = shapes.iter().find(|other| shape.exact > 0 && other.exact == shape.exact) {
        faults.push(What::SignUnclear { signs: (shape.delimiter, other.delimiter) }, Place::file(&name));
        return None;
    }
    let part = shape.table(text);
    let mut own = Faults::new();
    let table = from_text(&name, part, shape.delimiter, &mut own);
    // Nothing can be found in a row that is one cell.
    if let Some(sign) = table.as_ref().and_then(lone::sign) {
        faults.push(What::OneCell { sign }, Place::file(&name));
        return None;
    }
    faults.append(own);
    let table = table?;
    Some(Export { table, about: shape.about })
}

/// What a text looks like when split by one delimiter.
struct Shape {
    delimiter: u8,
    /// Cells in most lines.
    width: usize,
    /// Lines with so many cells.
    alike: usize,
    /// The same where all lines from the headings to the last row have so many, and these are several; 0 elsewhere. Of two
    /// signs the one that sets fewer lines apart is meant.
    exact: usize,
    /// Rows of a spreadsheet above the headings.
    above: usize,
    /// Where the headings start and the last row ends, in bytes.
    from: usize,
    to: usize,
    /// Cells that the headings lack: a sheet of a workbook ends its rows at their last cell.
    padding: usize,
    about: Vec<String>,
}

/// Whether a line with fewer cells is the upper of two lines of headings, of which some are merged over the columns to their
/// right, or over both lines.
fn heads(line: &Line, below: &Line) -> bool {
    let adjacent = line.above + 1 == below.above;
    adjacent && line.filled > 1 && (line.filled < line.cells || line.leads && !below.leads)
}

struct Line {
    cells: usize,
    /// Whether the first cell is filled.
    leads: bool,
    filled: usize,
    text: String,
    from: usize,
    to: usize,
    /// Rows of a spreadsheet above where this line and the empty ones before it start.
    above: usize,
}

impl Line {
    fn is_source(&self) -> bool {
        let start = self.text.to_lowercase();
        ["bron:", "bron ", "source:", "©", "(c) "].iter().any(|word| start.starts_with(word))
    }

    fn is_below(&self, width: usize) -> bool {
        (self.cells == 1 && width > 1) || self.is_source()
    }
}

impl Shape {
    fn of(text: &str, delimiter: u8) -> Self {
        let lines = lines(text, delimiter);
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        lines
            .iter()
            .filter(|line| line.filled > 1)
            .for_each(|line| *widths.entry(line.cells).or_default() += 1);
        let most = widths.into_iter().max_by_key(|&(width, lines)| (lines, width));
        let (width, alike) = most.unwrap_or((1, lines.len()));
        let first = lines.iter().position(|line| line.cells >= width && line.filled >= width.min(2));
        let first = first.map_or(0, |first| {
            if first > 0 && heads(&lines[first - 1], &lines[first]) { first - 1 } else { first }
        });
        let last = lines.iter().rposition(|line| !line.is_below(width)).map_or(lines.len(), |at| at + 1);
        let around = lines[..first].iter().chain(lines.get(last.max(first)..).unwrap_or_default());
        let about = around.map(|line| line.text.clone()).collect();
        let end = lines.get(last.wrapping_sub(1)).map_or(text.len(), |line| line.to);
        let own = lines.get(first..last).unwrap_or_default();
        let exact = width > 1 && own.len() > 1 && own.iter().all(|line| line.cells == width);
        let marks =
            || own.iter().all(|line| delimiter::ends_quotes(&text.as_bytes()[line.from..line.to], delimiter));
        let exact = if exact && marks() { own.len() } else { 0 };
        let above = lines.get(first).map_or(0, |line| line.above);
        let from = lines.get(first).map_or(0, |line| line.from);
        let padding = lines.get(first).map_or(0, |line| width.saturating_sub(line.cells));
        Self { padding, delimiter, width, alike, exact, above, from, to: end.max(from), about }
    }

    /// The first line of the table.
    fn headings<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.from..self.to).and_then(|table| table.trim_start().lines().next()).unwrap_or_default()
    }

    /// The table alone, below as many empty lines as the file has rows above it.
    fn table(&self, text: &str) -> String {
        let mut from = self.from;
        // A line ending of two signs is cut between them by the CSV library.
        if from > 0 && text.as_bytes()[from - 1] == b'\r' && text.as_bytes().get(from) == Some(&b'\n') {
            from += 1;
        }
        let table = text.get(from..self.to).unwrap_or_default();
        let start = table.len() - table.trim_start_matches(['\r', '\n']).len();
        let end = table[start..].find(['\r', '\n']).map_or(table.len(), |at| start + at);
        let padding = char::from(self.delimiter).to_string().repeat(self.padding);
        format!("{}{}{padding}{}", "\n".repeat(self.above), &table[..end], &table[end..])
    }
}

/// All lines that are not blank.
fn lines(text: &str, delimiter: u8) -> Vec<Line> {
    let mut reader = delimiter::reader(text.as_bytes(), delimiter);
    let mut record = ByteRecord::new();
    let (mut lines, mut rows) = (Vec::new(), 0);
    loop {
        let from = reader.position().byte() as usize;
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            return lines;
        }
        let (to, above) = (reader.position().byte() as usize, rows);
        rows += empty_lines(&text.as_bytes()[..to], from) + 1;
        let cells: Vec<String> = record.iter().map(|cell| tidy(&String::from_utf8_lossy(cell))).collect();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        if filled > 0 {
            let words: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            let leads = !cells[0].is_empty();
            lines.push(Line { cells: cells.len(), leads, filled, text: words.join(" "), from, to, above });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Export, Faults) {
        let mut faults = Faults::new();
        let export = read_export("f.csv", text.as_bytes(), &mut faults).expect("a table");
        (export, faults)
    }

    #[test]
    fn lines_around_a_table_are_set_apart() {
        let body = "\"Regio's\";\"Perioden\";\"Bevolking\"\r\n\"Kapelle\";\"2023\";\"13.123\"\r\n\r\n\"Goes\";\"2023\";\"39.456\"\r\n";
        let whole = format!(
            "\u{feff}\"Bevolking; kerncijfers\"\r\n\r\n\"Onderwerp: personen\"\r\n{body}\"Bron: CBS\"\r\n"
        );
        let (export, faults) = read(&whole);
        assert_eq!(export.about, ["Bevolking; kerncijfers", "Onderwerp: personen", "Bron: CBS"]);
        assert_eq!(export.table.headings, ["Regio's", "Perioden", "Bevolking"]);
        let rows: Vec<_> = export.table.rows().map(|row| (row.row, row.cell(0))).collect();
        assert_eq!(rows, [(5, "Kapelle"), (7, "Goes")]);
        assert!(!faults.stop());
        for end in ["\n", "\r"] {
            let (export, _) = read(&whole.replace("\r\n", end));
            let rows: Vec<_> = export.table.rows().map(|row| (row.row, row.cell(0))).collect();
            assert_eq!(rows, [(5, "Kapelle"), (7, "Goes")], "{end:?}");
        }
    }

    #[test]
    fn rows_are_counted_past_lines_that_hold_only_quotation_marks() {
        let body = "kern;aantal\n\"\";\"\"\nHelden;6200\n";
        for (above, rows) in [("\"\"\n", 4), ("Bevolking\n\"\"\n", 5), ("Bevolking\n\n\"\"\n\n", 7), ("", 3)]
        {
            for end in ["\n", "\r\n", "\r"] {
                let (export, _) = read(&format!("{above}{body}").replace('\n', end));
                assert_eq!(export.table.headings, ["kern", "aantal"]);
                assert_eq!(export.table.row(0).row, rows, "{above:?} {end:?}");
            }
        }
    }

    #[test]
    fn a_plain_table_is_left_alone() {
        for text in ["kern,aantal\nHelden,6200\nBeringe,2200\n", "kern;aantal\nHelden;6,2\nBeringe;2,2\n"] {
            let (export, faults) = read(text);
            assert_eq!((export.table.headings.len(), export.table.len(), export.about.len()), (2, 2, 0));
            assert!(faults.is_empty());
        }
        // A missing figure at the end is not a line below the table.
        let (export, _) = read("kern;aantal\nHelden;6200\nBeringe;\n");
        assert_eq!(export.table.len(), 2);
        let (export, _) = read("sep=;\nkern;aantal\nHelden;6200\n");
        assert_eq!(export.table.headings, ["kern", "aantal"]);
    }

    #[test]
    fn commas_in_words_and_decimals_are_not_between_cells() {
        for (text, headings) in [
            ("Opleiding, niveau;Aantal, x 1 000\nBasis, vmbo;12,4\nHavo, mbo;18,1\n", "Opleiding, niveau"),
            (
                "Opleiding;Aandeel\nLaag, basis;28,3\nMidden, havo vwo mbo;40,5\nHoog, hbo wo;31,2\n",
                "Opleiding",
            ),
            ("Opleiding;Aandeel\n11 Basis, vmbo, mbo1;12,3\n12 Havo, vwo, mbo2;40,5\n", "Opleiding"),
            ("Wijk, buurt;Aandeel, %\nCentrum, Oude stad;28,3\nNoord, Zuid;71,7\n", "Wijk, buurt"),
        ] {
            for (above, below) in [("", ""), ("Cijfers, 2024\n\n", "Bron: CBS, 2024\n")] {
                let (export, faults) = read(&format!("{above}{text}{below}"));
                let table = &export.table;
                assert_eq!((table.headings.len(), table.headings[0].as_str()), (2, headings), "{text}");
                assert!(!faults.stop() && table.len() == text.lines().count() - 1, "{text}");
            }
        }
        let mut faults = Faults::new();
        assert!(read_export("f.csv", b"wijk;jan,2024\nOost;7,5\nWest;8,1\n", &mut faults).is_none());
        assert_eq!(faults.count(crate::base::fault::Kind::SignUnclear), 1);
        let (export, _) = read("sep=;\nwijk;jan,2024\nOost;7,5\nWest;8,1\n");
        assert_eq!(export.table.headings, ["wijk", "jan,2024"]);
    }

    #[test]
    fn the_upper_of_two_lines_of_headings_may_be_shorter() {
        for text in [
            "sep=\t\nLeeftijd\t2024\t\t2025\n\tMan\tVrouw\tMan\tVrouw\n0-40\t1\t2\t3\t4\n",
            "sep=\t\nLeeftijd\t2024\n\tMan\tVrouw\n0-40\t1\t2\n",
        ] {
            let (export, faults) = read(text);
            assert_eq!(
                (export.table.headings[..2].join(" ").as_str(), export.table.len()),
                ("Leeftijd 2024", 2)
            );
            assert!(export.about.is_empty() && !faults.stop(), "{faults:?}");
        }
        let (export, _) = read("sep=\t\nGemeente\tKapelle\nLeeftijd\tMan\tVrouw\n0-40\t1\t2\n");
        assert_eq!(export.table.headings, ["Leeftijd", "Man", "Vrouw"]);
    }

    #[test]
    fn figures_that_are_one_cell_are_told() {
        let mut faults = Faults::new();
        assert!(read_export("f.csv", b"kern|aantal\nHelden|6200\nBeringe|2200\n", &mut faults).is_none());
        assert_eq!(faults.count(crate::base::fault::Kind::OneCell), 1);
    }

    #[test]
    fn lines_padded_by_a_spreadsheet_are_set_apart_too() {
        let (export, _) = read("Bevolking;;\nkern;jaar;aantal\nHelden;2023;6200\nBron: CBS;;\n");
        assert_eq!(export.about, ["Bevolking", "Bron: CBS"]);
        assert_eq!(export.table.len(), 1);
    }
}
