//! Local times of Europe, by rules that are written out. Imports its siblings.
//!
//! No database of time zones is asked: its next edition could give another moment for a time in a charter that was
//! frozen long ago, and another round of the beacon with it. The zones of most of Europe follow one rule since 2003
//! (directive 2000/84/EC): summer time begins and ends at 01:00 UTC on the last Sunday of March and of October. Should
//! that change, a time after the change has to be written with its offset.

use super::civil::{civil_from_days, days_from_civil};

/// A zone that follows the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The city by which it is called.
    city: &'static str,
    /// Hours before UTC in winter.
    hours: i64,
    /// Whether it has summer time.
    summer: bool,
}

/// The zones by what they are called in the IANA database.
const ZONES: [(&str, i64); 40] = [
    ("Amsterdam", 1),
    ("Andorra", 1),
    ("Athens", 2),
    ("Belgrade", 1),
    ("Berlin", 1),
    ("Bratislava", 1),
    ("Brussels", 1),
    ("Bucharest", 2),
    ("Budapest", 1),
    ("Copenhagen", 1),
    ("Dublin", 0),
    ("Gibraltar", 1),
    ("Helsinki", 2),
    ("Lisbon", 0),
    ("Ljubljana", 1),
    ("London", 0),
    ("Luxembourg", 1),
    ("Madrid", 1),
    ("Malta", 1),
    ("Mariehamn", 2),
    ("Monaco", 1),
    ("Oslo", 1),
    ("Paris", 1),
    ("Podgorica", 1),
    ("Prague", 1),
    ("Riga", 2),
    ("Rome", 1),
    ("San_Marino", 1),
    ("Sarajevo", 1),
    ("Skopje", 1),
    ("Sofia", 2),
    ("Stockholm", 1),
    ("Tallinn", 2),
    ("Tirane", 1),
    ("Vaduz", 1),
    ("Vatican", 1),
    ("Vienna", 1),
    ("Vilnius", 2),
    ("Warsaw", 1),
    ("Zagreb", 1),
];

impl Zone {
    /// A zone by its name: `UTC`, `Europe/Amsterdam`.
    pub fn of_name(name: &str) -> Option<Self> {
        if name == "UTC" {
            return Some(Self { city: "UTC", hours: 0, summer: false });
        }
        let city = name.strip_prefix("Europe/")?;
        let (city, hours) = ZONES.iter().find(|(own, _)| *own == city)?;
        Some(Self { city, hours: *hours, summer: true })
    }

    /// The city by which it is called: `Amsterdam`; `UTC` for that.
    pub const fn city(self) -> &'static str {
        self.city
    }

    /// What it is called: `UTC`, `Europe/Amsterdam`.
    pub fn name(self) -> String {
        if self.is_utc() { self.city.to_owned() } else { format!("Europe/{}", self.city) }
    }

    /// Whether its clocks show UTC all year.
    pub const fn is_utc(self) -> bool {
        self.hours == 0 && !self.summer
    }

    /// Seconds by which clocks there are ahead of UTC at a moment in such seconds; `None` before the rule.
    pub fn ahead(self, moment: i64) -> Option<i64> {
        let (year, ..) = civil_from_days(moment.div_euclid(86_400));
        match self.summer {
            false => Some(0),
            true if year < 2003 => None,
            true => Some((self.hours + i64::from(in_summer(year, moment))) * 3600),
        }
    }

    /// The moment, in seconds since 1970, of a local time in such seconds of a year; `None` for a time that there is
    /// not, or is twice, when the clocks change, and for years before the rule.
    pub(super) fn moment(self, year: i64, local: i64) -> Option<i64> {
        if !self.summer {
            return Some(local);
        }
        if year < 2003 {
            return None;
        }
        let (winter, summer) = (local - self.hours * 3600, local - (self.hours + 1) * 3600);
        match (!in_summer(year, winter), in_summer(year, summer)) {
            (true, false) => Some(winter),
            (false, true) => Some(summer),
            _ => None,
        }
    }
}

/// Whether a moment of a year, in seconds since 1970, is in summer time.
fn in_summer(year: i64, moment: i64) -> bool {
    let change = |month| {
        let last = days_from_civil(year, month, 31);
        // 1970-01-01 was a Thursday: day 3 is the first Sunday.
        (last - (last - 3).rem_euclid(7)) * 86_400 + 3600
    };
    (change(3)..change(10)).contains(&moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_times_around_the_changes_of_the_clock() {
        let zone = Zone::of_name("Europe/Amsterdam").unwrap();
        let at = |year, month, day, hour: i64, minute: i64| {
            let local = days_from_civil(year, month, day) * 86_400 + hour * 3600 + minute * 60;
            zone.moment(year, local).map(|moment| (local - moment) / 3600)
        };
        assert_eq!(
            [at(2027, 1, 1, 0, 0), at(2027, 7, 1, 0, 0), at(2027, 12, 31, 23, 59)],
            [Some(1), Some(2), Some(1)]
        );
        // 28 March and 31 October 2027 are the Sundays.
        assert_eq!(
            [at(2027, 3, 28, 1, 59), at(2027, 3, 28, 2, 0), at(2027, 3, 28, 3, 0)],
            [Some(1), None, Some(2)]
        );
        assert_eq!(
            [at(2027, 10, 31, 1, 59), at(2027, 10, 31, 2, 0), at(2027, 10, 31, 3, 0)],
            [Some(2), None, Some(1)]
        );
        assert_eq!([at(2002, 7, 1, 0, 0), at(2003, 1, 1, 0, 0)], [None, Some(1)]);
        for name in ["Europe/Moscow", "Europe/", "CET", "utc", "Amsterdam", ""] {
            assert_eq!(Zone::of_name(name), None, "{name}");
        }
        assert_eq!(Zone::of_name("UTC").unwrap().moment(1990, 7), Some(7));
        // There and back again, around the changes.
        for hour in 0..24 * 400 {
            let moment = days_from_civil(2027, 1, 1) * 86_400 + hour * 3600;
            let local = moment + zone.ahead(moment).unwrap();
            let (year, ..) = civil_from_days(local.div_euclid(86_400));
            assert!(zone.moment(year, local).is_none_or(|back| back == moment), "{hour}");
        }
        assert_eq!(zone.ahead(days_from_civil(2002, 7, 1) * 86_400), None);
        assert_eq!(zone.ahead(days_from_civil(2003, 7, 1) * 86_400), Some(7200));
        assert_eq!(Zone::of_name("UTC").unwrap().ahead(1_000_000_000), Some(0));
        assert!(ZONES.is_sorted());
    }
}
