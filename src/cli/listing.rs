//! A list of people as a file that an office opens: a spreadsheet or CSV. Imports `bundle`, `panel`, `words`.
//!
//! The same list gives the same bytes: a spreadsheet carries the day of its last event, and no clock.

use super::exit::{Exit, Halt, Saved};
use crate::bundle::clerk::Form;
use crate::bundle::form;
use crate::io;
use crate::panel::events::Date;
use crate::words::catalogue::{Lang, args, say};
use crate::words::people::List;
use crate::words::quoted;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// How a file with personal data is written, by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A spreadsheet.
    Sheet,
    /// CSV.
    Csv(Form),
}

impl Kind {
    /// Of a file with this name.
    ///
    /// # Errors
    /// It is neither.
    pub fn of(path: &Path, form: Form) -> Result<Self, Halt> {
        let name = || quoted(&path.to_string_lossy());
        let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
        match end.as_deref() {
            Some("xlsx") => Ok(Self::Sheet),
            Some("csv") => Ok(Self::Csv(form)),
            _ => Err(Halt::refused(Exit::Input, "T-44", args![file = name()]).saved(Saved::NoFile)),
        }
    }

    /// The list as bytes.
    ///
    /// # Errors
    /// A list that no spreadsheet can hold.
    pub fn bytes(self, lang: Lang, list: &List, day: Option<Date>) -> Result<Vec<u8>, Halt> {
        match self {
            Self::Csv(form) => Ok(form.of(&form::table(std::iter::once(&list.headings).chain(&list.rows)))),
            Self::Sheet => {
                sheet(lang, list, day).map_err(|_| super::told::halt(crate::assembly::Refusal::Mistaken))
            }
        }
    }
}

/// Refuses where [`write()`] would.
pub fn writable(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Halt> {
    if replace { Ok(()) } else { free(path, bytes).map(drop) }
}

/// Writes a list with personal data, over one that is there where that was asked.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Halt> {
    if replace {
        return Ok(io::write_over(path, bytes)?);
    }
    match free(path, bytes)? {
        true => Ok(()),
        false => Ok(io::write_new(path, bytes)?),
    }
}

/// Whether the file is there with these very bytes; refuses if there is another.
fn free(path: &Path, bytes: &[u8]) -> Result<bool, Halt> {
    io::vacant_or_same(path, bytes).map_err(|trouble| match trouble.kind {
        io::TroubleKind::Exists => {
            let file = quoted(&path.to_string_lossy());
            Halt::refused(Exit::Files, "T-43", args![file = file]).saved(Saved::NoFile)
        }
        _ => trouble.into(),
    })
}

/// The widest column, and the width of a sign in a column's own measure.
const WIDEST: usize = 44;

fn sheet(lang: Lang, list: &List, day: Option<Date>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, date) = day.unwrap_or((2000, 1, 1));
    let created = ExcelDateTime::from_ymd(year, month, date)?;
    let personal = say!(lang, "sheet-personal");
    let properties = DocProperties::new().set_creation_datetime(&created).set_comment(&personal);
    book.set_properties(&properties);
    let page = book.add_worksheet();
    page.set_name(say!(lang, "list-sheet-title"))?;
    fill(page, list)?;
    // What is printed says what it is on every page, and begins with the headings.
    page.set_header(format!("&L&B{}", personal.replace('&', "&&")));
    page.set_footer("&R&P / &N");
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, 0)?;
    book.save_to_buffer()
}

fn fill(page: &mut Worksheet, list: &List) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap();
    // Everything is text: a code with zeros in front stays what it is, and no cell is a formula.
    let text = Format::new().set_num_format("@");
    for (column, heading) in (0..).zip(&list.headings) {
        page.write_string_with_format(0, column, heading, &head)?;
        let longest = |rows: &[Vec<String>]| {
            rows.iter().map(|row| row[usize::from(column)].chars().count()).max().unwrap_or(0)
        };
        let width = longest(&list.rows).max(heading.chars().count()).clamp(4, WIDEST);
        page.set_column_width(column, width as f64 + 2.0)?;
    }
    for (row, cells) in (1..).zip(&list.rows) {
        for (column, cell) in (0..).zip(cells) {
            if !cell.is_empty() {
                page.write_string_with_format(row, column, cell, &text)?;
            }
        }
    }
    page.set_freeze_panes(1, 0)?;
    if let (Some(last), false) = (list.headings.len().checked_sub(1), list.rows.is_empty()) {
        page.autofilter(0, 0, list.rows.len() as u32, last as u16)?;
    }
    Ok(())
}
