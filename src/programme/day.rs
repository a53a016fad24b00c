//! Calendar days, and months added to them. Imports `panel`.

use crate::panel::events;
use std::fmt;

/// A day of the calendar, from 1900-01-01 to 2999-12-31. Displayed as `2026-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// A number below 2^24 that grows with the day.
    pub(super) fn number(self) -> u64 {
        (u64::from(self.year) << 9) + (u64::from(self.month) << 5) + u64::from(self.day)
    }

    /// The day of such a number.
    pub(super) fn of_number(number: u64) -> Self {
        Self { year: (number >> 9) as u16, month: (number >> 5 & 15) as u8, day: (number & 31) as u8 }
    }

    /// Reads a day exactly as it is displayed.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month, day) = events::read_published(text)?;
        Some(Self { year, month, day })
    }

    /// Reads a day as people write it: `2026-03-01`, `1-3-2026`, `1/3/2026`, the day before the month.
    pub fn read(text: &str) -> Option<Self> {
        let (year, month, day) = events::day(text)?;
        Some(Self { year, month, day })
    }

    /// So many calendar months later: the same day of that month, or its last day where it has no such day. Days beyond
    /// the year 2999 are its last.
    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        let all = u32::from(self.year) * 12 + u32::from(self.month) - 1 + months;
        let (year, month) = ((all / 12) as u16, (all % 12) as u8 + 1);
        if year > 2999 {
            return Self { year: 2999, month: 12, day: 31 };
        }
        let fits = |day: &u8| events::is_date(year, u16::from(month), u16::from(*day));
        let day = (1..=self.day).rev().find(fits).unwrap_or(1);
        Self { year, month, day }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Its place in its year, from 0, where every month has 30 days and a half: for a line of time.
    pub fn of_year(self) -> u64 {
        (u64::from(self.month) - 1) * 61 / 2 + u64::from(self.day) - 1
    }

    /// The first day of the next year.
    #[must_use]
    pub fn next_year(self) -> Self {
        Self { year: self.year, month: 1, day: 1 }.plus(12)
    }

    /// The first day of the next month.
    #[must_use]
    pub fn next_month(self) -> Self {
        Self { day: 1, ..self }.plus(1)
    }

    /// Whether both are in one month.
    pub fn same_month(self, other: Self) -> bool {
        (self.year, self.month) == (other.year, other.month)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        for (from, months, to) in [
            ("2027-01-31", 1, "2027-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2027-03-01", 48, "2031-03-01"),
            ("2027-12-31", 6, "2028-06-30"),
            ("2027-03-01", 0, "2027-03-01"),
            ("2999-12-01", 1, "2999-12-31"),
        ] {
            assert_eq!(day(from).plus(months), day(to), "{from} and {months} months");
        }
        assert_eq!(day("2027-05-09").next_year(), day("2028-01-01"));
        assert_eq!(day("2027-12-09").next_month(), day("2028-01-01"));
    }

    #[test]
    fn a_day_of_the_ledger_has_one_form() {
        assert_eq!(Day::read("1-3-2027"), Day::parse("2027-03-01"));
        for bad in ["1-3-2027", "2027-3-1", "2027-02-29", "", "2027-03-01 10:00"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }
}
