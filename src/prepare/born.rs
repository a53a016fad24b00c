//! Ages on a day, from ages and dates of birth as people write them. Imports `base`, `pool`.
//!
//! What is not known is never guessed: a date without a day or month, or with a year of either century, gives the least
//! and the greatest age that it can be, and a class only where both are in the same one.

use crate::pool::written;
pub(crate) use crate::pool::written::{Found, Order, Written};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// From 1 on.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// The ages in whole years that somebody can have, and what is odd about the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// At least.
    pub low: u32,
    /// At most.
    pub high: u32,
    /// The year has two digits.
    pub short_year: bool,
    /// The year has two digits, and somebody of either century can be alive.
    pub either_century: bool,
    /// A day or month is not known.
    pub partly: bool,
}

impl Ages {
    /// Of somebody whose age is known to be in these bounds.
    pub fn known(low: u32, high: u32) -> Self {
        Self { low, high, short_year: false, either_century: false, partly: false }
    }
}

/// Why a cell tells no age and no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// A date and more: another date, or words.
    More,
    /// Zeros: not known.
    Zero,
    /// A number that a spreadsheet would show as a date.
    Serial,
    /// A year of two digits, of either century.
    Century,
    /// A date on which nobody was born: not in the calendar, to come, or too long ago.
    Never,
    /// None of these.
    Other,
}

/// The greatest age of anybody.
const OLDEST: u32 = 120;

/// The greatest age of somebody whose year of birth has two digits: a child of sixteen is not taken for somebody of 116.
const OLDEST_SHORT: u32 = 110;

/// A day as registers write it: `YYYY-MM-DD`, with 00 for what is not known.
pub fn text(date: &Written) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month.unwrap_or(0), date.day.unwrap_or(0))
}

/// What stands in a cell of a column in which the month is first or not.
fn read(cell: &str, month_first: bool) -> Result<Written, Unread> {
    let written = match written::read(cell) {
        Found::Date(written) if month_first => written.month_first(),
        Found::Date(written) => written,
        Found::More => return Err(Unread::More),
        Found::Zero => return Err(Unread::Zero),
        Found::Serial => return Err(Unread::Serial),
        Found::Nothing => return Err(Unread::Other),
    };
    let exists = written.day.is_none_or(|day| day <= days_of(written.year, written.month.unwrap_or(1)));
    // In which century 29 February was there is another question.
    if exists || written.short_year { Ok(written) } else { Err(Unread::Never) }
}

/// The date in a cell: a year, or a date of which the day or the month may be unknown (`00-00-1967`, `19670500`,
/// `1967-05`, `mei 1967`). `on` is the day on which ages count, after which there is none.
///
/// # Errors
/// Why there is none.
pub fn date(cell: &str, month_first: bool, on: Option<Day>) -> Result<Written, Unread> {
    let written = read(cell, month_first)?;
    let Some(on) = on else {
        let exists = written.day.is_none_or(|day| day <= days_of(written.year, written.month.unwrap_or(1)));
        return if exists { Ok(written) } else { Err(Unread::Never) };
    };
    match centuries(&written, on)[..] {
        [(year, _)] => Ok(Written { year, ..written }),
        [] => Err(Unread::Never),
        _ => Err(Unread::Century),
    }
}

/// The ages that the cell of somebody allows on a day: an age, or what a [`date`] of birth tells.
///
/// # Errors
/// Why it allows none.
pub fn ages(cell: &str, month_first: bool, on: Day) -> Result<Ages, Unread> {
    if let Some(age) = age(cell) {
        return Ok(Ages::known(age, age));
    }
    let written = read(cell, month_first)?;
    let found = centuries(&written, on);
    let (Some((_, one)), Some((_, other))) = (found.first(), found.last()) else { return Err(Unread::Never) };
    Ok(Ages {
        low: one.low.min(other.low),
        high: one.high.max(other.high),
        short_year: written.short_year,
        either_century: found.len() > 1,
        partly: one.partly,
    })
}

/// An age; a 0 alone is none, for it stands for what is not known.
pub fn age(cell: &str) -> Option<u32> {
    let zero = || written::read(cell) == Found::Zero;
    crate::pool::whole_years(cell).filter(|age| *age <= OLDEST && (*age > 0 || !zero()))
}

/// The years that may be meant, with the ages of whoever was born then.
fn centuries(written: &Written, on: Day) -> Vec<(u16, Ages)> {
    let years = match written.short_year {
        true => vec![1900 + written.year % 100, 2000 + written.year % 100],
        false => vec![written.year],
    };
    let most = if written.short_year { OLDEST_SHORT } else { OLDEST };
    let found =
        years.into_iter().filter_map(|year| Some((year, between(year, written.month, written.day, on)?)));
    found.filter(|(_, ages)| ages.high <= most).collect()
}

/// The ages of whoever was born in this year, month and day, as far as they are known.
fn between(year: u16, month: Option<u8>, day: Option<u8>, on: Day) -> Option<Ages> {
    let first = Day { year, month: month.unwrap_or(1), day: day.unwrap_or(1) };
    let last_month = month.unwrap_or(12);
    let last = Day { year, month: last_month, day: day.unwrap_or(days_of(year, last_month)) };
    if first > on || day.is_some_and(|day| day > days_of(year, last_month)) {
        return None;
    }
    let age = |born: Day| {
        let born = born.min(on);
        u32::from(on.year - born.year) - u32::from((on.month, on.day) < (born.month, born.day))
    };
    let (low, high) = (age(last), age(first));
    let partly = month.is_none() || day.is_none();
    (high <= OLDEST).then_some(Ages { partly, ..Ages::known(low, high) })
}

fn days_of(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ON: Day = Day { year: 2027, month: 3, day: 1 };

    fn span(cell: &str) -> Option<(u32, u32)> {
        ages(cell, false, ON).ok().map(|ages| (ages.low, ages.high))
    }

    #[test]
    fn ages_on_a_day() {
        for (cell, low, high) in [
            ("46", 46, 46),
            ("46 jaar", 46, 46),
            ("0 jaar", 0, 0),
            ("1-3-1967", 60, 60),
            ("2-3-1967", 59, 59),
            ("1967-03-02", 59, 59),
            ("19670302", 59, 59),
            ("29 februari 2012", 15, 15),
            ("1967", 59, 60),
            ("00-00-1967", 59, 60),
            ("1967-00-00", 59, 60),
            ("19670000", 59, 60),
            ("??-02-1967", 60, 60),
            ("1967-05", 59, 59),
            ("mei 1967", 59, 59),
            ("03-1967", 59, 60),
            ("2027", 0, 0),
        ] {
            assert_eq!(span(cell), Some((low, high)), "{cell}");
        }
        for cell in [
            "",
            "onbekend",
            "2-3-2028",
            "31-02-1967",
            "1850",
            "x",
            "24522",
            "?",
            "0",
            "0000",
            "00000000",
            "12:30:00",
            "12-03-1985 en 14-04-1990",
        ] {
            assert_eq!(span(cell), None, "{cell}");
        }
    }

    #[test]
    fn dates_in_one_form() {
        let text = |cell, month_first| date(cell, month_first, None).ok().map(|date| super::text(&date));
        for (cell, wanted) in [
            ("2-3-1967", "1967-03-02"),
            ("1967-03-02", "1967-03-02"),
            ("29 februari 2012", "2012-02-29"),
            ("1967", "1967-00-00"),
            ("00-00-1967", "1967-00-00"),
            ("mei 1967", "1967-05-00"),
            ("1967-05-00", "1967-05-00"),
            ("19670500", "1967-05-00"),
        ] {
            assert_eq!(text(cell, false).as_deref(), Some(wanted), "{cell}");
        }
        for cell in ["", "46", "onbekend", "31-02-1967", "?"] {
            assert_eq!(text(cell, false), None, "{cell}");
        }
        assert_eq!(text("2-3-1967", true).as_deref(), Some("1967-02-03"));
        assert_eq!(text("25-3-1967", true).as_deref(), Some("1967-03-25"));
    }

    #[test]
    fn a_century_is_not_guessed_where_somebody_of_either_can_be_alive() {
        let found = |cell| ages(cell, false, ON).map(|ages| (ages.low, ages.high, ages.either_century));
        assert_eq!(found("5-6-26"), Ok((0, 100, true)));
        assert_eq!(found("5-6-09"), Ok((17, 17, false)));
        assert_eq!(found("5-6-27"), Ok((99, 99, false)), "the other is to come");
        assert_eq!(found("5-6-67"), Ok((59, 59, false)));
        for never in ["1-1-1900", "1-1-2028", "31-2-1967"] {
            assert_eq!(date(never, false, Some(ON)), Err(Unread::Never), "{never}");
            assert_eq!(ages(never, false, ON), Err(Unread::Never), "{never}");
        }
        assert_eq!(date("5-6-26", false, Some(ON)), Err(Unread::Century));
        assert_eq!(date("5-6-26", false, None).map(|date| date.year), Ok(2026));
    }
}
