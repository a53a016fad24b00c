//! The one form in which tables and facts are written, and strict reading. Imports `base`.

use crate::base::errors;
use crate::base::line::is_line;
use crate::base::rules::Rules;
use csv::StringRecord;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::cell::RefCell;
use std::io::{Read, Write};

/// Why a file cannot be read as what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bad {
    /// Not the header, the number of columns or the field names that belong to this file.
    Shape,
    /// A row (the header is row 1) does not say what it should.
    Row(usize),
    /// Readable, but not written the one way it should be: a stray space, a leading zero, a row or a
    /// field twice or out of order.
    Form,
    /// It follows rules of this number, which this program does not know.
    Rules(u32),
    /// It counts more people than any lottery is made of.
    People,
}

errors!(Bad);

/// A table as text: `,` between cells, LF after rows, quotation marks only where needed.
pub fn table<R, C>(rows: R) -> Vec<u8>
where
    R: IntoIterator,
    R::Item: IntoIterator<Item = C>,
    C: AsRef<[u8]>,
{
    let mut lines = Lines::default();
    for row in rows {
        row.into_iter().for_each(|cell| lines.cell(cell.as_ref()));
        lines.end();
    }
    lines.into_bytes()
}

/// Whether a cell is written as it is, without quotation marks. Looks at every byte: that is quicker than to stop.
pub fn is_plain(cell: &[u8]) -> bool {
    cell.iter().fold(true, |plain, b| plain & !matches!(b, b',' | b'"' | b'\r' | b'\n'))
}

/// A table in the making, cell by cell, for lists of a million rows.
#[derive(Default)]
pub struct Lines {
    text: Vec<u8>,
    /// Where the row in the making starts.
    start: usize,
    /// Whether it has a cell.
    begun: bool,
}

impl Lines {
    /// A table of about so many bytes.
    pub fn of_about(bytes: usize) -> Self {
        Self { text: Vec::with_capacity(bytes), ..Self::default() }
    }

    /// Adds a cell to the row.
    pub fn cell(&mut self, cell: &[u8]) {
        if is_plain(cell) {
            return self.plain(cell);
        }
        self.between();
        self.text.push(b'"');
        for &byte in cell {
            if byte == b'"' {
                self.text.push(b'"');
            }
            self.text.push(byte);
        }
        self.text.push(b'"');
    }

    /// Adds a cell, or several with the signs between them, of which [`is_plain`] was asked before.
    pub fn plain(&mut self, cell: &[u8]) {
        self.between();
        self.text.extend_from_slice(cell);
    }

    fn between(&mut self) {
        if self.begun {
            self.text.push(b',');
        }
        self.begun = true;
    }

    /// Adds a whole number as a cell.
    pub fn number(&mut self, number: u64) {
        let (mut digits, mut at, mut left) = ([0; 20], 20, number);
        loop {
            at -= 1;
            digits[at] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        self.plain(&digits[at..]);
    }

    /// Ends the row.
    pub fn end(&mut self) {
        // A line without a sign would be no row.
        if self.text.len() == self.start {
            self.text.extend_from_slice(b"\"\"");
        }
        self.text.push(b'\n');
        (self.start, self.begun) = (self.text.len(), false);
    }

    /// The table.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text
    }
}

/// Goes through a table: `each` gets every row with its number (the header is row 1) and says whether it
/// is what it should be. Refuses rows with more or fewer cells than the header, and any other form.
///
/// # Errors
/// [`Bad`].
pub fn visit(bytes: &[u8], mut each: impl FnMut(usize, &StringRecord) -> bool) -> Result<(), Bad> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut again = writer(Same { rest: bytes, same: true });
    let mut record = StringRecord::new();
    let mut row = 1;
    while reader.read_record(&mut record).map_err(|_| Bad::Row(row))? {
        if !each(row, &record) {
            return Err(if row == 1 { Bad::Shape } else { Bad::Row(row) });
        }
        again.write_record(&record).map_err(|_| Bad::Form)?;
        row += 1;
    }
    match again.into_inner() {
        Ok(Same { rest: [], same: true }) => Ok(()),
        _ => Err(Bad::Form),
    }
}

/// As [`visit`], of a table that is read where it lies.
///
/// # Errors
/// [`Bad`].
pub fn visit_through(from: impl Read, mut each: impl FnMut(usize, &StringRecord) -> bool) -> Result<(), Bad> {
    let seen = RefCell::new(Seen::default());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(Through { from, seen: &seen });
    let mut again = writer(Again(&seen));
    let mut record = StringRecord::new();
    let mut row = 1;
    while reader.read_record(&mut record).map_err(|_| Bad::Row(row))? {
        if !each(row, &record) {
            return Err(if row == 1 { Bad::Shape } else { Bad::Row(row) });
        }
        again.write_record(&record).map_err(|_| Bad::Form)?;
        row += 1;
    }
    again.flush().map_err(|_| Bad::Form)?;
    let seen = seen.borrow();
    if seen.differs || seen.at < seen.bytes.len() { Err(Bad::Form) } else { Ok(()) }
}

/// What was read and not yet written again.
#[derive(Default)]
struct Seen {
    bytes: Vec<u8>,
    /// So many of them were written again.
    at: usize,
    differs: bool,
}

/// Reads, and keeps what it read.
struct Through<'s, R> {
    from: R,
    seen: &'s RefCell<Seen>,
}

impl<R: Read> Read for Through<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let some = self.from.read(into)?;
        let mut seen = self.seen.borrow_mut();
        let done = std::mem::take(&mut seen.at);
        seen.bytes.drain(..done);
        seen.bytes.extend_from_slice(&into[..some]);
        Ok(some)
    }
}

/// Compares what is written with what was kept.
struct Again<'s>(&'s RefCell<Seen>);

impl Write for Again<'_> {
    fn write(&mut self, written: &[u8]) -> std::io::Result<usize> {
        let mut seen = self.0.borrow_mut();
        if seen.bytes[seen.at..].starts_with(written) {
            seen.at += written.len();
        } else {
            seen.differs = true;
        }
        Ok(written.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The rows of a table below its header; refuses any other header and any other form.
///
/// # Errors
/// [`Bad`].
pub fn rows(bytes: &[u8], header: &[&str]) -> Result<Vec<StringRecord>, Bad> {
    let mut rows = Vec::new();
    visit(bytes, |row, record| {
        if row > 1 {
            rows.push(record.clone());
        }
        row > 1 || record.iter().eq(header.iter().copied())
    })?;
    if bytes.is_empty() { Err(Bad::Shape) } else { Ok(rows) }
}

/// All rows of a table, the header among them, each with as many cells as the header.
///
/// # Errors
/// [`Bad`].
pub fn records(bytes: &[u8]) -> Result<Vec<StringRecord>, Bad> {
    let mut rows = Vec::new();
    visit(bytes, |_, record| {
        rows.push(record.clone());
        true
    })?;
    Ok(rows)
}

/// Compares what is written with what was read.
struct Same<'a> {
    rest: &'a [u8],
    same: bool,
}

impl Write for Same<'_> {
    fn write(&mut self, written: &[u8]) -> std::io::Result<usize> {
        match self.rest.strip_prefix(written) {
            Some(rest) => self.rest = rest,
            None => self.same = false,
        }
        Ok(written.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn writer<W: Write>(to: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).flexible(true).from_writer(to)
}

/// A whole number in decimal digits, without sign or leading zeros.
pub fn number<N: std::str::FromStr + ToString>(cell: &str) -> Option<N> {
    let number: N = cell.parse().ok()?;
    (number.to_string() == cell).then_some(number)
}

/// Facts as text: JSON with sorted field names, two spaces a level, LF at the end.
pub fn facts(value: &impl Serialize) -> Vec<u8> {
    let value = serde_json::to_value(value).expect("plain data has a JSON form");
    let mut text = serde_json::to_string_pretty(&sorted(value)).expect("JSON has a text form");
    text.push('\n');
    text.into_bytes()
}

/// The rules that facts follow. They come before all else: under other rules the other facts may mean something else.
///
/// # Errors
/// [`Bad::Rules`] for rules that this program does not know, and [`Bad::Shape`] where none are named.
pub fn rules(facts: &[u8]) -> Result<Rules, Bad> {
    let number = serde_json::from_slice::<Value>(facts).ok();
    let number = number.and_then(|value| u32::try_from(value.get("rules")?.as_u64()?).ok());
    let number = number.ok_or(Bad::Shape)?;
    Rules::of(number).ok_or(Bad::Rules(number))
}

/// The program that made something, as its facts name it, where they name one in a line.
pub fn program(facts: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(facts).ok()?;
    value.get("program")?.as_str().filter(|name| is_line(name)).map(str::to_owned)
}

/// Reads facts; refuses any other form.
///
/// # Errors
/// [`Bad`].
pub fn read_facts<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, Bad> {
    let value: T = serde_json::from_slice(bytes).map_err(|_| Bad::Shape)?;
    if facts(&value) == bytes { Ok(value) } else { Err(Bad::Form) }
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(fields.into_iter().map(|(k, v)| (k, sorted(v))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_in_one_form_only() {
        let written = table([vec!["code", "kern"], vec!["1", "a,b"], vec!["2", "c\"d\ne"], vec!["3", ""]]);
        assert_eq!(written, b"code,kern\n1,\"a,b\"\n2,\"c\"\"d\ne\"\n3,\n");
        assert_eq!(rows(&written, &["code", "kern"]).unwrap().len(), 3);
        assert_eq!(rows(&written, &["code"]), Err(Bad::Shape));
        for other in [
            "code,kern\r\n1,2\r\n",
            "code,kern\n1,\"2\"\n",
            "code,kern\n\n1,2\n",
            "code,kern\n1,2",
            "\u{feff}code,kern\n1,2\n",
        ] {
            assert!(
                records(other.as_bytes()).is_err() || rows(other.as_bytes(), &["code", "kern"]).is_err(),
                "{other:?}"
            );
        }
        assert_eq!(records(b"a,b\n1,2,3\n"), Err(Bad::Row(2)));
        assert_eq!(records(b"a,b\n1,\xff\n"), Err(Bad::Row(2)));
        assert!(rows(b"", &["a"]).is_err());
    }

    #[test]
    fn tables_are_written_as_the_library_reads_and_writes_them() {
        let cells = ["", "a", "a,b", "\"", "a\"\"b", "\r", "x\ny", " a ", "\u{e9}", "0", ";", "#", "'"];
        let mut rows: Vec<Vec<&str>> = vec![vec![""], vec!["", ""]];
        for a in cells {
            rows.push(vec![a]);
            rows.extend(cells.map(|b| vec![a, b, a]));
        }
        let mut library = writer(Vec::new());
        rows.iter().for_each(|row| library.write_record(row).unwrap());
        assert_eq!(table(&rows), library.into_inner().unwrap());
        let mut lines = Lines::of_about(10);
        [0, 7, 10, u64::MAX].into_iter().for_each(|number| lines.number(number));
        lines.end();
        assert_eq!(lines.into_bytes(), format!("0,7,10,{}\n", u64::MAX).into_bytes());
    }

    #[test]
    fn numbers_have_one_form() {
        assert_eq!(number::<u32>("10"), Some(10));
        for bad in ["010", "+1", "-1", " 1", "1 ", "", "4294967296", "1.0", "1e3", "٣"] {
            assert_eq!(number::<u32>(bad), None, "{bad}");
        }
    }

    #[test]
    fn facts_are_sorted_and_strict() {
        #[derive(Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Two {
            zebra: u32,
            ape: String,
        }
        let written = facts(&Two { zebra: 1, ape: "x".into() });
        assert_eq!(written, b"{\n  \"ape\": \"x\",\n  \"zebra\": 1\n}\n");
        assert!(read_facts::<Two>(&written).is_ok());
        for bad in
            ["{\"ape\":\"x\",\"zebra\":1}", "{\n  \"ape\": \"x\",\n  \"zebra\": 1,\n  \"zebra\": 1\n}\n"]
        {
            assert!(read_facts::<Two>(bad.as_bytes()).is_err());
        }
    }
}
