//! Tables on the terminal. Imports `words`.

use crate::words::catalogue::Lang;
use crate::words::{folded, parts, shown};
use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

/// One line below the headings; the rest is space, which screen readers and mail keep apart best.
const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('\u{2500}').junction('\u{2500}'));

/// A table with these headings; columns from `numbers` on hold numbers and stand to the right.
pub fn table<T: AsRef<str>>(headings: &[T], numbers: usize) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_header(headings.iter().map(|heading| Cell::new(heading.as_ref())));
    for column in table.column_iter_mut().skip(numbers) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// A cell that comes from a file; of a long text the start.
pub fn cell(text: &str) -> Cell {
    const LONGEST: usize = 40;
    let mut start: String = text.chars().take(LONGEST).collect();
    if start.len() < text.len() {
        start.pop();
        start.push('…');
    }
    Cell::new(shown(&start))
}

/// Signs on a line of a table at most: what a terminal, a mail and a sheet of paper on its side hold.
const WIDEST: usize = 100;

/// The table as lines, each without spaces at its end. Where it would be wider than `WIDEST`, long texts go on on the
/// next line.
pub fn lines(table: &Table) -> String {
    let written =
        |table: &Table| -> Vec<String> { table.lines().map(|line| line.trim_end().to_owned()).collect() };
    let mut lines = written(table);
    if lines.iter().any(|line| line.chars().count() > WIDEST) {
        let mut narrow = table.clone();
        narrow.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDEST as u16);
        lines = written(&narrow);
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// Whether a table and so many signs more fit on its lines without folding a cell.
pub fn fits(table: &Table, more: usize) -> bool {
    table.lines().all(|line| line.trim_end().chars().count() + more <= WIDEST)
}

/// A long text as lines that fit a terminal, a letter and a sheet of paper.
pub fn paragraph(text: &str) -> String {
    folded(text, 78, "", "")
}

pub use crate::words::parts::share as percent;

/// A chance of `part` in `whole` as a percentage: one decimal, and three below 1 %, where one would hide
/// what there is.
pub fn fine_percent(lang: Lang, part: u64, whole: u64) -> String {
    if part == 0 || u128::from(part) * 100 >= u128::from(whole) {
        return percent(lang, part, whole);
    }
    let hundred_thousandths = (u128::from(part) * 200_000 + u128::from(whole)) / (u128::from(whole) * 2);
    let figure = format!("{}.{:03}", hundred_thousandths / 1000, hundred_thousandths % 1000);
    parts::percent(lang, &figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_chances_keep_their_digits() {
        assert_eq!(fine_percent(Lang::En, 500, 1_000_000), "0.050 %");
        assert_eq!(fine_percent(Lang::En, 9_999, 1_000_000), "1.000 %");
        assert_eq!(fine_percent(Lang::En, 10_000, 1_000_000), "1.0 %");
        assert_eq!(fine_percent(Lang::En, 0, 1_000_000), "0.0 %");
        assert_eq!(fine_percent(Lang::En, 0, 0), "-");
    }

    #[test]
    fn a_long_text_does_not_push_the_other_columns_away() {
        let mut table = table(&["Value", "Pool"], 1);
        table.add_row([cell(&"é".repeat(300)), cell("7")]);
        let text = lines(&table);
        assert!(text.lines().all(|line| line.chars().count() <= 50) && text.contains("éé…"), "{text}");
    }

    #[test]
    fn a_table_fits_a_hundred_columns_and_its_numbers_stay_whole() {
        let mut table =
            table(&["Kenmerk", "Waarde", "Deelnemerspool", "Deel van de pool", "Quotum", "Kans"], 2);
        let (feature, value) =
            ("hoogst afgeronde opleiding, in zes klassen", "middelbaar beroepsonderwijs (niveau 3 en 4)");
        table.add_row([
            cell(feature),
            cell(value),
            cell("1.234"),
            cell("12,5 %"),
            cell("8-10"),
            cell("0,123 %"),
        ]);
        let text = lines(&table);
        assert!(text.lines().all(|line| line.chars().count() <= WIDEST), "{text}");
        assert!(["1.234", "12,5 %", "8-10", "0,123 %"].iter().all(|number| text.contains(number)), "{text}");
    }

    #[test]
    fn percentages_are_rounded_in_integers() {
        assert_eq!(percent(Lang::En, 1, 8), "12.5 %");
        assert_eq!(percent(Lang::En, 2, 3), "66.7 %");
        assert_eq!(percent(Lang::En, 1, 2000), "0.1 %");
        assert_eq!(percent(Lang::En, 0, 7), "0.0 %");
        assert_eq!(percent(Lang::En, u64::MAX, u64::MAX), "100.0 %");
        assert_eq!(percent(Lang::En, 1, 0), "-");
    }
}
