//! Ages on a day, from ages and dates of birth as people write them, and classes of ages. Imports `base`, `pool`.
//!
//! What is not known is never guessed: a date without a day or month gives the least and the greatest age that it can
//! be, and a class only where both are in the same one.

use crate::base::text::fold;
use crate::pool::dates;

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
    /// The month stands before the day: nothing else fits.
    pub month_first: bool,
    /// The year has two digits.
    pub short_year: bool,
    /// A day or month is not known.
    pub partly: bool,
}

/// The greatest age of anybody.
const OLDEST: u32 = 120;

/// A date as somebody wrote it; what is not known of it is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
    /// The month stands before the day: nothing else fits.
    pub month_first: bool,
    /// The year has two digits.
    pub short_year: bool,
}

impl Written {
    fn of(year: u16, month: Option<u8>, day: Option<u8>) -> Self {
        Self { year, month, day, month_first: false, short_year: false }
    }

    /// As registers write dates: `YYYY-MM-DD`, with 00 for what is not known.
    pub fn text(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month.unwrap_or(0), self.day.unwrap_or(0))
    }

    /// Whether it is one of the calendar.
    fn exists(&self) -> bool {
        self.day.is_none_or(|day| day <= days_of(self.year, self.month.unwrap_or(1)))
    }
}

/// The date in a cell: a year, or a date of which the day or the month may be unknown (`00-00-1967`, `?-5-1967`,
/// `1967-05`, `mei 1967`). `None` if it is none of these.
pub fn date(cell: &str) -> Option<Written> {
    if let Some(number) = crate::pool::whole_years(cell) {
        let year = u16::try_from(number).ok().filter(|year| (1880..=2100).contains(year))?;
        return Some(Written::of(year, None, None));
    }
    if let Some((year, month, day)) = dates::birth(cell) {
        let parts: Vec<&str> =
            cell.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let odd = |at: usize| parts.get(at).is_some_and(|part| part.parse::<u32>().is_ok_and(|n| n > 12));
        let last = parts.get(2).is_some_and(|part| part.len() == 2);
        let first = parts.first().is_some_and(|part| part.len() < 4);
        let all_numbers = cell.chars().all(|c| !c.is_alphabetic());
        let month_first = all_numbers && first && odd(1);
        let found = Written::of(year, Some(month), Some(day));
        return Some(Written { month_first, short_year: first && last, ..found }).filter(Written::exists);
    }
    partly(cell).map(|(year, month)| Written::of(year, month, None))
}

/// The ages that the cell of somebody allows on a day: an age, or what a [`date`] of birth tells. `None` if it is none of
/// these, or in the future.
pub fn ages(cell: &str, on: Day) -> Option<Ages> {
    if let Some(age) = crate::pool::whole_years(cell).filter(|age| *age <= OLDEST) {
        return Some(Ages { low: age, high: age, month_first: false, short_year: false, partly: false });
    }
    let written = date(cell)?;
    let found = between(written.year, written.month, written.day, on)?;
    Some(Ages { month_first: written.month_first, short_year: written.short_year, ..found })
}

/// Year and perhaps month of a date of which the rest is said to be unknown, or is left out.
fn partly(cell: &str) -> Option<(u16, Option<u8>)> {
    let key = fold(cell);
    let parts: Vec<&str> = key.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let unknown = |part: &str| part.chars().all(|c| matches!(c, '0' | '?' | 'x' | '*'));
    let year_of = |part: &str| {
        part.parse::<u16>().ok().filter(|_| part.len() == 4).filter(|y| (1880..=2100).contains(y))
    };
    let at = parts.iter().position(|part| year_of(part).is_some())?;
    let year = year_of(parts[at])?;
    let mut rest: Vec<&str> = parts.clone();
    rest.remove(at);
    // With the year behind, the month stands next to it; with the year in front too.
    let month = if at == 0 { rest[0] } else { rest[rest.len() - 1] };
    let day = (rest.len() == 2).then(|| if at == 0 { rest[1] } else { rest[0] });
    if day.is_some_and(|day| !unknown(day)) {
        return None;
    }
    match dates::month_number(month) {
        Some(month) => Some((year, Some(month as u8))),
        None if unknown(month) => Some((year, None)),
        None => month.parse().ok().filter(|m| (1..=12).contains(m)).map(|month| (year, Some(month))),
    }
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
    (high <= OLDEST).then_some(Ages { low, high, month_first: false, short_year: false, partly })
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
        ages(cell, ON).map(|ages| (ages.low, ages.high))
    }

    #[test]
    fn ages_on_a_day() {
        for (cell, low, high) in [
            ("46", 46, 46),
            ("46 jaar", 46, 46),
            ("1-3-1967", 60, 60),
            ("2-3-1967", 59, 59),
            ("1967-03-02", 59, 59),
            ("29 februari 2012", 15, 15),
            ("1967", 59, 60),
            ("00-00-1967", 59, 60),
            ("1967-00-00", 59, 60),
            ("??-02-1967", 60, 60),
            ("1967-05", 59, 59),
            ("mei 1967", 59, 59),
            ("03-1967", 59, 60),
            ("2027", 0, 0),
        ] {
            assert_eq!(span(cell), Some((low, high)), "{cell}");
        }
        for cell in ["", "onbekend", "2-3-2028", "31-02-1967", "1850", "x", "24522", "?"] {
            assert_eq!(span(cell), None, "{cell}");
        }
    }

    #[test]
    fn dates_in_one_form() {
        for (cell, text) in [
            ("2-3-1967", "1967-03-02"),
            ("1967-03-02", "1967-03-02"),
            ("29 februari 2012", "2012-02-29"),
            ("1967", "1967-00-00"),
            ("00-00-1967", "1967-00-00"),
            ("mei 1967", "1967-05-00"),
            ("1967-05-00", "1967-05-00"),
        ] {
            assert_eq!(date(cell).map(|date| date.text()).as_deref(), Some(text), "{cell}");
        }
        for cell in ["", "46", "onbekend", "31-02-1967", "?"] {
            assert_eq!(date(cell), None, "{cell}");
        }
    }

    #[test]
    fn what_is_odd_about_a_date() {
        let odd = |cell: &str| ages(cell, ON).map(|ages| (ages.month_first, ages.short_year));
        assert_eq!(odd("2/19/1967"), Some((true, false)));
        assert_eq!(odd("19-2-67"), Some((false, true)));
        assert_eq!(odd("1967-02-19"), Some((false, false)));
        assert_eq!(odd("19 februari 1967"), Some((false, false)));
    }
}
