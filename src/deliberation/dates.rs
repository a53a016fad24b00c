//! Days of the calendar, and terms. Imports `base` and `seed`.

use crate::base::months::named_day;
use crate::seed::civil::{civil_from_days, days_from_civil};
use std::fmt;

/// A day of the years 1900 to 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(i64);

/// A term within which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// So many days.
    Days(u32),
    /// So many weeks.
    Weeks(u32),
    /// So many calendar months.
    Months(u32),
}

/// The most of any unit that a term can have.
const MOST: u32 = 1200;

impl Date {
    /// The day of this year, month and day, if there is one.
    pub fn of(year: i64, month: i64, day: i64) -> Option<Self> {
        let days = days_from_civil(year, month, day);
        let there = (1900..=2999).contains(&year) && civil_from_days(days) == (year, month, day);
        there.then_some(Self(days))
    }

    /// Reads `2026-03-01`, and as Dutch spreadsheets show it `1-3-2026` or `01/03/2026`, or `1 maart 2026`.
    pub fn read(text: &str) -> Option<Self> {
        if let Some((year, month, day)) = named_day(text) {
            return Self::of(year.into(), month.into(), day.into());
        }
        let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
        let &[a, b, c] = parts.as_slice() else { return None };
        let number = |text: &str| {
            let plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse::<i64>().ok()).flatten()
        };
        let (first, second, third) = (number(a)?, number(b)?, number(c)?);
        match (a.len(), c.len()) {
            (4, 1 | 2) => Self::of(first, second, third),
            (1 | 2, 4) => Self::of(third, second, first),
            _ => None,
        }
    }

    /// Days from this one to a later one; below 0 to an earlier one.
    pub fn until(self, later: Self) -> i64 {
        later.0 - self.0
    }

    /// Its last second in UTC, in seconds since 1970, as charters end a day.
    pub fn last_second(self) -> i64 {
        self.0 * 86_400 + 86_399
    }

    /// The day after a term; `None` beyond the calendar of records.
    pub fn after(self, term: Term) -> Option<Self> {
        let (year, month, day) = civil_from_days(self.0);
        let of_days = |days: i64| {
            let (year, month, day) = civil_from_days(self.0 + days);
            Self::of(year, month, day)
        };
        match term {
            Term::Days(days) => of_days(i64::from(days)),
            Term::Weeks(weeks) => of_days(7 * i64::from(weeks)),
            Term::Months(months) => {
                let months = month - 1 + i64::from(months);
                let (year, month) = (year + months / 12, months % 12 + 1);
                // The 31st of a month of 30 days is its last day.
                (28..=day.max(28)).rev().chain([day]).find_map(|last| Self::of(year, month, day.min(last)))
            }
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Term {
    /// Reads `5 weeks`, `2 months`, `6 weken`, `1 maand`.
    pub fn read(text: &str) -> Option<Self> {
        let (number, unit) = text.trim().split_once(' ')?;
        let number: u32 = number.parse().ok().filter(|&n| n > 0 && n <= MOST)?;
        match unit.trim() {
            "day" | "days" | "dag" | "dagen" => Some(Self::Days(number)),
            "week" | "weeks" | "weken" => Some(Self::Weeks(number)),
            "month" | "months" | "maand" | "maanden" => Some(Self::Months(number)),
            _ => None,
        }
    }
}

/// The form of the record: `5 weeks`.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(n) => write!(f, "{n} days"),
            Self::Weeks(n) => write!(f, "{n} weeks"),
            Self::Months(n) => write!(f, "{n} months"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(date: &str, term: &str) -> String {
        Date::read(date).unwrap().after(Term::read(term).unwrap()).unwrap().to_string()
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        for text in ["2017-04-08", "8-4-2017", "08/04/2017", "8 april 2017", "zaterdag 8 apr. 2017"] {
            assert_eq!(Date::read(text).unwrap().to_string(), "2017-04-08", "{text}");
        }
        for bad in [
            "2017-02-29",
            "29 februari 2017",
            "april 2017",
            "4-2017",
            "08-04-17",
            "",
            "2017-4-8-1",
            "32-1-2017",
            "0-1-2017",
            "1899-01-01",
        ] {
            assert_eq!(Date::read(bad), None, "{bad}");
        }
    }

    /// The council of Peel en Maas promised a reply within five weeks of 8 April 2017.
    #[test]
    fn terms_are_weeks_or_months_of_the_calendar() {
        assert_eq!(after("2017-04-08", "5 weeks"), "2017-05-13");
        assert_eq!(after("2017-04-08", "2 maanden"), "2017-06-08");
        assert_eq!(after("2027-01-31", "1 month"), "2027-02-28");
        assert_eq!(after("2028-01-31", "1 month"), "2028-02-29");
        assert_eq!(after("2027-03-31", "1 month"), "2027-04-30");
        assert_eq!(after("2027-11-30", "15 months"), "2029-02-28");
        assert_eq!(after("2027-12-31", "1 day"), "2028-01-01");
        assert_eq!(Date::read("2017-05-13").unwrap().until(Date::read("2017-05-23").unwrap()), 10);
        for bad in ["weeks", "0 weeks", "5", "5 years", "-1 week", "99999 days"] {
            assert_eq!(Term::read(bad), None, "{bad}");
        }
    }
}
