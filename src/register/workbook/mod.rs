//! A sheet of a workbook (.xlsx, .xls, .ods) as text with a tab between cells, one line a row, so that it is read
//! and faulted like any other table, with the rows as the spreadsheet numbers them. Imports `base`.

mod cell;
mod unsaid;

use crate::base::fault::{Faults, Format, Place, What};
use crate::base::text::{Texts, fold, nearest};
use calamine::{Data, DataRef, Ods, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsx};
use cell::Shown;
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// A workbook that is open.
enum Book<'a> {
    Excel(Box<Xlsx<Bytes<'a>>>),
    Old(Xls<Bytes<'a>>),
    OpenDocument(Ods<Bytes<'a>>),
}

/// Why a workbook has no text.
enum No {
    /// It needs a password.
    Locked,
    /// It cannot be read.
    Damaged,
}

/// Bytes of a part of a workbook that may have been packed as well as can be.
const MOST_SWOLLEN: u64 = 1 << 26;
/// How many times as large a larger part may be unpacked: sheets with little in them come to some forty.
const MOST_TIMES: u64 = 200;

/// Whether a workbook of some hundred kilobytes unpacks to hundreds of megabytes, as no sheet of a spreadsheet does.
fn swells(bytes: &[u8]) -> bool {
    let Ok(mut parts) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    (0..parts.len()).any(|at| {
        parts
            .by_index_raw(at)
            .is_ok_and(|part| part.size() > MOST_SWOLLEN && part.size() / MOST_TIMES > part.compressed_size())
    })
}

impl<'a> Book<'a> {
    fn open(format: Format, bytes: &'a [u8]) -> Result<Self, No> {
        let cursor = Cursor::new(bytes);
        if swells(bytes) {
            return Err(No::Damaged);
        }
        match format {
            Format::Excel => match Xlsx::new(cursor) {
                Ok(book) => Ok(Self::Excel(Box::new(book))),
                Err(_) => Err(No::Damaged),
            },
            Format::OpenDocument => match Ods::new(cursor) {
                Ok(book) => Ok(Self::OpenDocument(book)),
                Err(calamine::OdsError::Password) => Err(No::Locked),
                Err(_) => Err(No::Damaged),
            },
            // A new workbook with a password is kept in the old kind of file.
            _ if holds_encrypted(bytes) => Err(No::Locked),
            _ => match Xls::new(cursor) {
                Ok(book) => Ok(Self::Old(book)),
                Err(calamine::XlsError::Password) => Err(No::Locked),
                Err(_) => Err(No::Damaged),
            },
        }
    }

    fn sheets(&self) -> Vec<Sheet> {
        let sheets = match self {
            Self::Excel(book) => book.sheets_metadata(),
            Self::Old(book) => book.sheets_metadata(),
            Self::OpenDocument(book) => book.sheets_metadata(),
        };
        sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
    }

    fn has_cells(&mut self, sheet: &str) -> bool {
        match self {
            Self::Excel(book) => {
                let Ok(mut cells) = book.worksheet_cells_reader(sheet) else { return false };
                while let Ok(Some(cell)) = cells.next_cell() {
                    if !matches!(cell.get_value(), DataRef::Empty) {
                        return true;
                    }
                }
                false
            }
            Self::Old(book) => book.worksheet_range(sheet).is_ok_and(|cells| !cells.is_empty()),
            Self::OpenDocument(book) => book.worksheet_range(sheet).is_ok_and(|cells| !cells.is_empty()),
        }
    }

    /// The hidden sheets beside this one that hold something, each with how many rows.
    fn hidden(&mut self, sheet: &str) -> Vec<(String, usize)> {
        let hidden = |other: &Sheet| other.visible != SheetVisible::Visible && other.name != sheet;
        let names: Vec<String> = self.sheets().into_iter().filter(hidden).map(|hidden| hidden.name).collect();
        let mut all = Vec::new();
        for name in names {
            let text = self.text(&name).unwrap_or_default();
            let rows = text.lines().filter(|line| !line.trim().is_empty()).count();
            if rows > 0 {
                all.push((name, rows));
            }
        }
        all
    }

    /// The sheets that hold something: those that can be seen, or else the hidden ones.
    fn filled(&mut self) -> Vec<String> {
        let sheets = self.sheets();
        let seen = |seen: bool| sheets.iter().filter(move |s| (s.visible == SheetVisible::Visible) == seen);
        let mut filled = |seen_or_not| -> Vec<String> {
            let names = seen(seen_or_not).map(|sheet| sheet.name.clone());
            names.filter(|name| self.has_cells(name)).collect()
        };
        let visible = filled(true);
        if visible.is_empty() { filled(false) } else { visible }
    }

    /// The sheet as text.
    fn text(&mut self, sheet: &str) -> Result<String, No> {
        self.rows(sheet, u32::MAX)
    }

    /// The first row of the sheet as text; of a new workbook no more than that is read.
    fn first_row(&mut self, sheet: &str) -> Result<String, No> {
        self.rows(sheet, 1)
    }

    /// The first so many rows as text, or more of them.
    fn rows(&mut self, sheet: &str, most: u32) -> Result<String, No> {
        let mut lines = Lines::default();
        match self {
            Self::Excel(book) => {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(|_| No::Damaged)?;
                let format =
                    |style: &calamine::Style| style.number_format.as_ref().map(|f| Shown::of(&f.format_code));
                let formats: Vec<Shown> =
                    cells.styles().iter().map(|style| format(style).unwrap_or_default()).collect();
                while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| No::Damaged)? {
                    let (row, column) = cell.get_position();
                    if row >= most {
                        break;
                    }
                    let shown = formats.get(style).unwrap_or(&Shown::Plain);
                    lines.cell(row, column, cell::text(cell.get_value(), shown))?;
                }
            }
            Self::Old(book) => lines.range(&book.worksheet_range(sheet).map_err(|_| No::Damaged)?)?,
            Self::OpenDocument(book) => {
                lines.range(&book.worksheet_range(sheet).map_err(|_| No::Damaged)?)?
            }
        }
        lines.finish()
    }
}

/// Whether an old container holds a workbook that is encrypted (MS-OFFCRYPTO, 2.3.4): the name of that part, in
/// UTF-16.
fn holds_encrypted(bytes: &[u8]) -> bool {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// Lines of text in the making, each padded to the width of the widest above it: a row of a sheet ends where its
/// last cell is, and is not short because of it.
#[derive(Default)]
struct Lines {
    text: String,
    /// Rows that are written.
    rows: u32,
    width: usize,
    /// The row in the making, and its cells.
    row: u32,
    cells: Vec<(u32, String)>,
}

impl Lines {
    /// Adds a cell; rows come from the top.
    fn cell(&mut self, row: u32, column: u32, text: String) -> Result<(), No> {
        if row != self.row {
            if row < self.row {
                return Err(No::Damaged);
            }
            self.close_row();
            self.row = row;
        }
        if !text.is_empty() {
            self.cells.push((column, text));
        }
        Ok(())
    }

    fn range(&mut self, range: &calamine::Range<Data>) -> Result<(), No> {
        let (top, left) = range.start().unwrap_or_default();
        for (row, cells) in (top..).zip(range.rows()) {
            for (column, cell) in (left..).zip(cells) {
                let cell = reference(cell);
                if !matches!(cell, DataRef::Empty) {
                    self.cell(row, column, cell::text(&cell, &Shown::Plain))?;
                }
            }
        }
        Ok(())
    }

    fn close_row(&mut self) {
        if self.cells.is_empty() {
            return;
        }
        while self.rows < self.row {
            self.text.push('\n');
            self.rows += 1;
        }
        self.cells.sort_by_key(|(column, _)| *column);
        let mut at = 0;
        for (column, text) in self.cells.drain(..) {
            while at < column as usize {
                self.text.push('\t');
                at += 1;
            }
            if text.contains(['\t', '"', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&text.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(&text);
            }
        }
        self.width = self.width.max(at + 1);
        (at + 1..self.width).for_each(|_| self.text.push('\t'));
        self.text.push('\n');
        self.rows += 1;
    }

    fn finish(mut self) -> Result<String, No> {
        self.close_row();
        Ok(self.text)
    }
}

fn reference(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        _ => DataRef::Empty,
    }
}

/// A file's name and the sheet that stands behind it between brackets, as in `pool.xlsx [Sheet1]`.
pub fn named(name: &str) -> (&str, Option<&str>) {
    let sheet = name.strip_suffix(']').and_then(|rest| rest.rsplit_once(" ["));
    sheet.map_or((name, None), |(file, sheet)| (file, Some(sheet)))
}

/// The name under which a workbook is read so that one of these sheets is taken: see [`super::read`]. The name
/// itself for any other file, or where nothing is wanted.
pub fn with_sheet(name: &str, bytes: &[u8], wanted: &[String]) -> String {
    let Some(format) =
        super::format::workbook(bytes).filter(|_| !wanted.is_empty() && named(name).1.is_none())
    else {
        return name.to_owned();
    };
    let sheets = Book::open(format, bytes).map_or_else(|_| Vec::new(), |mut book| book.filled());
    let has = |wanted: &&String| sheets.iter().any(|sheet| fold(sheet) == fold(wanted));
    match wanted.iter().find(has).or(wanted.first().filter(|_| sheets.len() > 1)) {
        Some(sheet) => format!("{name} [{sheet}]"),
        None => name.to_owned(),
    }
}

/// The sheets of a workbook that hold something; none of any other file.
pub fn sheets(bytes: &[u8]) -> Vec<String> {
    let book = super::format::workbook(bytes).and_then(|format| Book::open(format, bytes).ok());
    book.map_or_else(Vec::new, |mut book| book.filled())
}

/// The sheet of a workbook that its name asks for, or the only one with cells: the name with the sheet behind it,
/// and the text, whose first line says that a tab stands between cells.
pub(super) fn text(
    name: &str,
    bytes: &[u8],
    format: Format,
    faults: &mut Faults,
) -> Option<(String, String)> {
    let (file, wanted) = named(name);
    let mut stop = |what| {
        faults.push(what, Place::file(file));
        None
    };
    let refused = |no| match no {
        No::Locked => What::NotText { format: Format::Locked },
        No::Damaged => What::WorkbookDamaged,
    };
    let mut book = match Book::open(format, bytes) {
        Ok(book) => book,
        Err(no) => return stop(refused(no)),
    };
    let filled = book.filled();
    let sheet = match (wanted, &filled[..]) {
        (Some(wanted), _) => {
            let all: Vec<String> = book.sheets().into_iter().map(|sheet| sheet.name).collect();
            match all.iter().find(|sheet| fold(sheet) == fold(wanted)) {
                Some(sheet) => sheet.clone(),
                None => {
                    let near = nearest(wanted, all.iter().map(String::as_str)).map(str::to_owned);
                    return stop(What::SheetMissing { wanted: wanted.to_owned(), near, sheets: filled });
                }
            }
        }
        (None, []) => return stop(What::EmptyFile),
        (None, [only]) => only.clone(),
        (None, _) => {
            // The first of the largest: the people stand there, and not the explanation.
            let mut largest = (0, filled[0].clone());
            for sheet in &filled {
                let size = book.text(sheet).map_or(0, |text| text.len());
                if size > largest.0 {
                    largest = (size, sheet.clone());
                }
            }
            return stop(What::SeveralSheets { sheets: filled, largest: largest.1 });
        }
    };
    let text = match book.text(&sheet) {
        Ok(text) => text,
        Err(no) => return stop(refused(no)),
    };
    let name = format!("{file} [{sheet}]");
    if text.len() > Texts::MOST_BYTES {
        return stop(What::TooLarge);
    }
    if text.is_empty() {
        faults.push(What::EmptyFile, Place::file(&name));
        return None;
    }
    let headings = |text: &str| text.lines().next().map(|line| fold(line.trim_end_matches('\t')));
    for other in filled.iter().filter(|other| **other != sheet) {
        let alike = book.first_row(other).is_ok_and(|other| headings(&other) == headings(&text));
        if alike {
            faults.push(What::SheetAlike { other: other.clone() }, Place::file(&name));
        }
    }
    for (other, rows) in book.hidden(&sheet) {
        faults.push(What::HiddenSheet { other, rows }, Place::file(&name));
    }
    let unsaid = match format {
        Format::Excel | Format::OpenDocument => unsaid::look(bytes, &sheet),
        _ => unsaid::Unsaid::default(),
    };
    let rows = [
        (What::HiddenRows, unsaid.hidden),
        (What::MergedCells, unsaid.merged),
        (What::NotComputed, unsaid.uncomputed),
        (What::StruckThrough, unsaid.struck),
    ];
    for (what, rows) in rows.into_iter().filter(|(_, rows)| rows.count() > 0) {
        faults.push(what, Place::file(&name).rows(rows));
    }
    Some((name, format!("sep=\t\n{text}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// A hundred kilobytes that stand for a hundred million are no sheet of anybody.
    #[test]
    fn a_workbook_that_unpacks_to_hundreds_of_times_its_size_is_none() {
        let packed = |bytes: usize| {
            let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
            writer.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(&vec![b'a'; bytes]).unwrap();
            writer.finish().unwrap().into_inner()
        };
        assert!(swells(&packed(MOST_SWOLLEN as usize + 1000)));
        assert!(!swells(&packed(1 << 20)) && !swells(b"no workbook"));
    }
}
