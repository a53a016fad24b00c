//! Tables on the terminal. Imports `words`.

use crate::words::catalogue::Lang;
use crate::words::{folded, parts, shown};
use comfy_table::{Cell, CellAlignment, LineStyle, Table, TableStyle};

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

/// The table as lines, each without spaces at its end.
pub fn lines(table: &Table) -> String {
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
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
    fn percentages_are_rounded_in_integers() {
        assert_eq!(percent(Lang::En, 1, 8), "12.5 %");
        assert_eq!(percent(Lang::En, 2, 3), "66.7 %");
        assert_eq!(percent(Lang::En, 1, 2000), "0.1 %");
        assert_eq!(percent(Lang::En, 0, 7), "0.0 %");
        assert_eq!(percent(Lang::En, u64::MAX, u64::MAX), "100.0 %");
        assert_eq!(percent(Lang::En, 1, 0), "-");
    }
}
