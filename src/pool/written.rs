//! A date as somebody wrote it in a cell: the one place where cells become dates. Imports its siblings.
//!
//! What is not known is not guessed. A cell is a date only when nothing else stands in it: of two dates in one cell neither
//! is taken, and a time of day alone is none. Which of day and month comes first, and of which century a year of two
//! digits is, is said as far as the cell tells it; a reader that sees the whole column decides the rest.

use crate::base::months::{is_weekday, month_number};
use crate::base::text::fold;

/// What a cell holds that is meant for a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A date.
    Date(Written),
    /// A date and more: another date, or words.
    More,
    /// Nothing but zeros, which stand for what is not known.
    Zero,
    /// A number that a spreadsheet shows as a date when its column is one.
    Serial,
    /// None of these.
    Nothing,
}

/// A date; what is not known of it is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// All of its digits; of two, those of the hundred years up to [`PIVOT`].
    pub year: u16,
    /// 1 to 12; as if the day came first where that cannot be told.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Which comes first.
    pub order: Order,
    /// The year has two digits.
    pub short_year: bool,
}

/// What a cell tells about the order of its day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing is to be told: a name of a month, a year in front, or twice the same number.
    Plain,
    /// The day is first: nothing else fits.
    DayFirst,
    /// The month is first: nothing else fits.
    MonthFirst,
    /// Either may be.
    Either,
}

/// The last year to which two digits are completed where nothing better is known.
const PIVOT: u16 = 2030;

impl Written {
    /// The same with the month in front, where that can be.
    pub(crate) fn month_first(self) -> Self {
        match self.order {
            Order::Either => Self { month: self.day, day: self.month, ..self },
            _ => self,
        }
    }
}

/// A date as people write it, as year, month and day: 19-02-1967, 1967-02-19, 19 februari 1967, 19-2-67, 19670219. The
/// day stands before the month unless only the other way fits. Two digits of a year are of the hundred years up to 2030.
pub(crate) fn birth(cell: &str) -> Option<(u16, u8, u8)> {
    match read(cell) {
        Found::Date(Written { year, month: Some(month), day: Some(day), .. }) => Some((year, month, day)),
        _ => None,
    }
}

/// What stands in a cell.
pub(crate) fn read(cell: &str) -> Found {
    let cell = cell.trim().trim_start_matches('\'');
    // Most cells are of names, and none of these signs is in one.
    if !cell.bytes().any(|b| b.is_ascii_digit()) {
        return Found::Nothing;
    }
    if cell.is_ascii() {
        return read_plain(cell);
    }
    read_plain(&fold(cell))
}

fn read_plain(cell: &str) -> Found {
    if cell.bytes().all(|b| b.is_ascii_digit()) {
        return digits_only(cell);
    }
    // With a time of day behind a decimal sign.
    let time = |rest: &str| rest.bytes().all(|b| b.is_ascii_digit());
    if cell.split_once(['.', ',']).is_some_and(|(days, rest)| is_serial(days) && time(rest)) {
        return Found::Serial;
    }
    let mut at = Parts { rest: cell };
    let mut first = at.next();
    if first.is_some_and(is_weekday) {
        first = at.next();
    }
    let (Some(first), Some(second)) = (first, at.next()) else { return Found::Nothing };
    let third = at.next();
    let whole = third.and_then(|third| of_three(first, second, third));
    if let Some(found) = whole {
        return match found {
            Ok(date) if ends(at.rest) => Found::Date(date),
            Ok(_) => Found::More,
            Err(zero) => zero,
        };
    }
    match of_two(first, second) {
        Some(date) if third.is_none() && ends(at.rest) => Found::Date(date),
        _ => Found::Nothing,
    }
}

/// Digits of a number that may be a date of a spreadsheet: days since 1900.
const SERIAL: usize = 5;

/// Whether digits are the days from 1900 to somewhere between 1919 and 2064.
fn is_serial(digits: &str) -> bool {
    digits.len() == SERIAL && digits.parse::<u32>().is_ok_and(|days| (7_000..60_000).contains(&days))
}

fn digits_only(cell: &str) -> Found {
    if cell.bytes().all(|b| b == b'0') {
        return Found::Zero;
    }
    match cell.len() {
        4 => match year_of(cell) {
            Some(year) => {
                let order = Order::Plain;
                Found::Date(Written { year, month: None, day: None, order, short_year: false })
            }
            None => Found::Nothing,
        },
        8 => {
            let read = |year: &str, month: &str, day: &str| {
                let year = year_of(year)?;
                let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
                let known = |number: u8| Some(number).filter(|number| *number > 0);
                let fits = month <= 12 && day <= 31 && (month > 0 || day == 0);
                let date = Written {
                    year,
                    month: known(month),
                    day: known(day),
                    order: Order::Plain,
                    short_year: false,
                };
                fits.then_some(date)
            };
            let found = read(&cell[..4], &cell[4..6], &cell[6..])
                .or_else(|| read(&cell[4..], &cell[2..4], &cell[..2]));
            found.map_or(Found::Nothing, Found::Date)
        }
        _ if is_serial(cell) => Found::Serial,
        _ => Found::Nothing,
    }
}

/// A year of four digits that somebody living can have to do with.
fn year_of(part: &str) -> Option<u16> {
    let year = part.parse().ok().filter(|_| part.len() == 4)?;
    (1880..=2100).contains(&year).then_some(year)
}

/// The words and numbers of a cell, one after the other.
struct Parts<'t> {
    rest: &'t str,
}

impl<'t> Parts<'t> {
    /// The next word, number or run of question marks, behind signs that stand in dates. A number may have an ending such
    /// as "th".
    fn next(&mut self) -> Option<&'t str> {
        let text = self.rest.trim_start_matches([' ', '-', '/', '.', ',', '\\', '\'']);
        let kind = class(text.chars().next()?)?;
        let end = text.find(|c| class(c) != Some(kind)).unwrap_or(text.len());
        let (part, rest) = text.split_at(end);
        self.rest = rest;
        if kind == 0 {
            let word = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            if matches!(&rest[..word], "th" | "st" | "nd" | "rd" | "e" | "de" | "ste") {
                self.rest = &rest[word..];
            }
        }
        Some(part)
    }
}

/// Numbers, words, and signs for what is not known.
fn class(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(0),
        '?' | '*' => Some(2),
        c if c.is_alphabetic() => Some(1),
        _ => None,
    }
}

/// A day or month of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Number(u32),
    Month(u32),
    Unknown,
}

fn part(text: &str) -> Option<Part> {
    let sign = |c: char| matches!(c, '?' | '*' | 'x' | 'X' | '0');
    if text.chars().all(sign) {
        return Some(Part::Unknown);
    }
    if let Some(month) = month_number(text) {
        return Some(Part::Month(month));
    }
    text.parse().ok().filter(|n| text.len() <= 2 && *n > 0).map(Part::Number)
}

/// A date of three parts, or why there is none: its parts are all zeros.
fn of_three(a: &str, b: &str, c: &str) -> Option<Result<Written, Found>> {
    let zeros = |part: &str| part.bytes().all(|b| b == b'0');
    if [a, b, c].iter().all(|part| zeros(part)) {
        return Some(Err(Found::Zero));
    }
    let (year, first, second, year_first) = match year_of(a) {
        Some(year) => ((year, false), part(b)?, part(c)?, true),
        None => {
            let short = c.parse::<u16>().ok().filter(|_| c.len() == 2);
            let short = short.map(|n| if n + 2000 <= PIVOT { n + 2000 } else { n + 1900 });
            let year = year_of(c).map(|year| (year, false)).or(short.map(|year| (year, true)))?;
            (year, part(a)?, part(b)?, false)
        }
    };
    let small = |n: u32, most: u8| u8::try_from(n).ok().filter(|n| (1..=most).contains(n));
    let (day, month, order) = match (first, second) {
        (Part::Unknown, Part::Unknown) => (None, None, Order::Plain),
        // A year in front goes with the month next to it.
        (Part::Number(month), Part::Number(day)) if year_first => {
            (Some(small(day, 31)?), Some(small(month, 12)?), Order::Plain)
        }
        (Part::Number(month), Part::Unknown) if year_first => (None, Some(small(month, 12)?), Order::Plain),
        (Part::Number(one), Part::Number(other)) => {
            let (day, month) = (small(one, 31)?, small(other, 31)?);
            match (day <= 12, month <= 12) {
                (true, true) if day == month => (Some(day), Some(month), Order::Plain),
                (true, true) => (Some(day), Some(month), Order::Either),
                (false, true) => (Some(day), Some(month), Order::DayFirst),
                (true, false) => (Some(month), Some(day), Order::MonthFirst),
                (false, false) => return None,
            }
        }
        (Part::Unknown, Part::Number(month)) if !year_first => (None, Some(small(month, 12)?), Order::Plain),
        (Part::Month(month), Part::Number(day)) | (Part::Number(day), Part::Month(month)) => {
            (Some(small(day, 31)?), Some(small(month, 12)?), Order::Plain)
        }
        (Part::Month(month), Part::Unknown) | (Part::Unknown, Part::Month(month)) => {
            (None, Some(small(month, 12)?), Order::Plain)
        }
        _ => return None,
    };
    Some(Ok(Written { year: year.0, month, day, order, short_year: year.1 }))
}

/// A month and a year of four digits, of which the day is left out.
fn of_two(a: &str, b: &str) -> Option<Written> {
    let (year, other) = year_of(a).map(|year| (year, b)).or_else(|| year_of(b).map(|year| (year, a)))?;
    let month = match part(other)? {
        Part::Number(month) | Part::Month(month) => Some(u8::try_from(month).ok().filter(|m| *m <= 12)?),
        Part::Unknown => None,
    };
    Some(Written { year, month, day: None, order: Order::Plain, short_year: false })
}

/// Whether nothing stands behind a date, or a time of day.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_end_matches([' ', '.', ',', ';']);
    if rest.is_empty() {
        return true;
    }
    let Some(time) = rest.strip_prefix(['T', 't', ' ', ',']) else { return false };
    let time = time.trim_start_matches([' ', ',']);
    let end = time.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(time.len());
    let (clock, behind) = time.split_at(end);
    let mut numbers = clock.split([':', '.']);
    let digits = |part: Option<&str>, most: usize| {
        part.is_none_or(|p| (1..=most).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let (hour, minute) = (numbers.next(), numbers.next());
    let is_clock = minute.is_some_and(|minute| minute.len() == 2) && digits(hour, 2) && digits(minute, 2);
    let is_clock =
        is_clock && digits(numbers.next(), 2) && digits(numbers.next(), 9) && numbers.next().is_none();
    let behind = behind.trim().to_ascii_lowercase();
    let zone = behind.strip_prefix(['+', '-']).is_some_and(|zone| {
        (2..=5).contains(&zone.len()) && zone.bytes().all(|b| b.is_ascii_digit() || b == b':')
    });
    is_clock && (zone || matches!(behind.as_str(), "" | "z" | "am" | "pm" | "u" | "uur" | "utc"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_birth_as_people_write_them() {
        for cell in [
            "19-02-1967",
            "19/2/1967",
            " 19.02.67 ",
            "1967-02-19",
            "1967-02-19 00:00:00",
            "1967-02-19T00:00:00Z",
            "1967-02-19 0:00",
            "19-02-1967 12:30 uur",
            "19670219",
            "19021967",
            "19 februari 1967",
            "19 februari1967",
            "zondag 19 februari 1967",
            "19th February 1967",
            "19 feb. '67",
            "Feb 19, 1967",
            "2/19/1967",
            "19\u{2011}02\u{2011}1967",
            "'19-02-1967",
        ] {
            assert_eq!(birth(cell), Some((1967, 2, 19)), "{cell}");
        }
        for cell in [
            "",
            "46",
            "1967",
            "19-02",
            "12345678901",
            "x-y-z",
            "32-13-1967",
            "0612345678",
            "1-2-3",
            "12:30:00",
            "09:15",
            "1967-13-12",
            "19-O2-1967",
            "19-02-19677",
            "31203",
            "0",
            "00000000",
        ] {
            assert_eq!(birth(cell), None, "{cell}");
        }
        assert_eq!(birth("1-2-12"), Some((2012, 2, 1)));
    }

    #[test]
    fn of_two_dates_in_one_cell_neither_is_taken() {
        for cell in [
            "12-03-1985/13-03-1985",
            "12-03-1985 en 14-04-1990",
            "12-03-1985-14-04-1990",
            "12-03-1985; 14-04-1990",
            "12-03-1985\n14-04-1990",
            "12-03-1985 (moet zijn 12-03-1958)",
            "12-03-1985 overleden",
            "12-03-1985?",
            "12-03-1985 (59 jr)",
            "24-12-1980 t/m 1990",
        ] {
            assert_eq!(read(cell), Found::More, "{cell}");
        }
    }

    #[test]
    fn zeros_and_numbers_of_days_are_told_apart() {
        for cell in ["0", "0000", "00000000", "00-00-0000", "0000-00-00"] {
            assert_eq!(read(cell), Found::Zero, "{cell}");
        }
        for cell in ["31203", "31203.0", "31203,0"] {
            assert_eq!(read(cell), Found::Serial, "{cell}");
        }
        for cell in ["1203", "85000", "12345678901", "n.v.t.", "12:30:00"] {
            assert_eq!(read(cell), Found::Nothing, "{cell}");
        }
    }

    #[test]
    fn what_a_register_writes_for_what_it_does_not_know() {
        let read = |cell| match read(cell) {
            Found::Date(date) => (date.year, date.month, date.day),
            _ => (0, None, None),
        };
        for cell in ["19850000", "00-00-1985", "1985-00-00", "00001985", "1985", "??-??-1985"] {
            assert_eq!(read(cell), (1985, None, None), "{cell}");
        }
        for cell in ["19850300", "00-03-1985", "1985-03-00", "?-3-1985", "maart 1985", "03-1985", "1985-03"] {
            assert_eq!(read(cell), (1985, Some(3), None), "{cell}");
        }
    }

    #[test]
    fn the_order_is_said_as_far_as_the_cell_tells_it() {
        let order = |cell| match read(cell) {
            Found::Date(date) => Some(date.order),
            _ => None,
        };
        assert_eq!(order("25-03-2011"), Some(Order::DayFirst));
        assert_eq!(order("03/25/2011"), Some(Order::MonthFirst));
        assert_eq!(order("03/04/2011"), Some(Order::Either));
        for cell in ["03/03/2011", "2011-03-04", "3 april 2011", "20110304"] {
            assert_eq!(order(cell), Some(Order::Plain), "{cell}");
        }
    }
}
