//! Moments in civil time, without a clock. Imports its siblings.
//!
//! By hand, where a crate of dates (`jiff`, `time`) would do otherwise: a record must be read alike for as long as anybody checks
//! it, so no table of time zones of some version may decide, and the second verifier does the same few lines by its own means.

use super::civil::{civil_from_days, days_from_civil};
use super::zone::Zone;
use std::cmp::Ordering;
use std::fmt;

/// A moment: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
/// Displayed as `2026-03-01T20:00:00Z`.
///
/// It knows by whose clocks people know it, where a charter says so. That is for those who read of it: two moments are the same
/// whatever clocks they are read from.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    seconds: i64,
    zone: Option<Zone>,
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds
    }
}

impl Eq for Moment {}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds.cmp(&other.seconds)
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Moment {
    /// So many seconds after the first of 1970 began in UTC.
    pub const fn at(seconds: i64) -> Self {
        Self { seconds, zone: None }
    }

    /// Seconds since 1970 began in UTC.
    pub const fn seconds(self) -> i64 {
        self.seconds
    }

    /// The same moment, by the clocks of a zone.
    pub const fn by(self, zone: Option<Zone>) -> Self {
        Self { zone, ..self }
    }

    /// By whose clocks people know it.
    pub const fn zone(self) -> Option<Zone> {
        self.zone
    }

    /// Reads a TOML date (`2026-03-01`: its last second, in UTC, so that what comes after the day is
    /// after it everywhere in Europe) or a date and time with an offset (`2026-03-01T20:00:00+01:00`).
    /// A time without an offset is one of `zone`; without that it could mean several moments and is `None`. What is read is known
    /// by the clocks of `zone`.
    pub fn of_toml(value: &toml::value::Datetime, zone: Option<Zone>) -> Option<Self> {
        Self::read(value, zone).map(|moment| moment.by(zone))
    }

    fn read(value: &toml::value::Datetime, zone: Option<Zone>) -> Option<Self> {
        // There is no year 0, and other programs know none.
        let date = value.date.filter(|date| date.year > 0)?;
        let days = days_from_civil(i64::from(date.year), i64::from(date.month), i64::from(date.day));
        match (value.time, value.offset) {
            (None, None) => Some(Self::at(days * 86_400 + 86_399)),
            (Some(time), offset) => {
                // A time to the minute, or a leap second, is read by some programs and refused by others.
                let second = time.second.filter(|&s| s < 60)?;
                let of_day = i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(second);
                let local = days * 86_400 + of_day;
                match offset {
                    Some(toml::value::Offset::Z) => Some(Self::at(local)),
                    Some(toml::value::Offset::Custom { minutes }) => {
                        Some(Self::at(local - i64::from(minutes) * 60))
                    }
                    None => zone?.moment(i64::from(date.year), local).map(Self::at),
                }
            }
            (None, Some(_)) => None,
        }
    }
}

impl Moment {
    /// The moment with the zone by whose clocks people know it, if there is one, in the form of RFC 9557:
    /// `2026-03-01T19:00:00Z[Europe/Amsterdam]`.
    pub fn with_zone(self) -> String {
        self.zone.map_or_else(|| self.to_string(), |zone| format!("{self}[{}]", zone.name()))
    }

    /// Reads what [`Moment::with_zone`] writes, and nothing else.
    pub fn of_text(text: &str) -> Option<Self> {
        let (time, zone) = match text.split_once('[') {
            Some((time, name)) => (time, Some(Zone::of_name(name.strip_suffix(']')?)?)),
            None => (text, None),
        };
        let moment = Self::read(&time.parse().ok()?, None)?.by(zone);
        (moment.with_zone() == text).then_some(moment)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.seconds.div_euclid(86_400));
        let second = self.seconds.rem_euclid(86_400);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Option<Moment> {
        Moment::of_toml(&text.parse().unwrap(), None)
    }

    #[test]
    fn known_moments() {
        assert_eq!(moment("1970-01-01T00:00:00Z"), Some(Moment::at(0)));
        assert_eq!(moment("2020-07-22T15:17:30Z"), Some(Moment::at(1_595_431_050)));
        assert_eq!(moment("2024-02-29T01:00:00+01:00"), Some(Moment::at(1_709_164_800)));
        assert_eq!(moment("2026-03-01"), moment("2026-03-01T23:59:59Z"));
        assert_eq!(moment("2026-03-01T10:00:00"), None);
        assert_eq!(moment("2026-03-01T10:00Z"), None);
        assert_eq!(moment("2026-03-01T10:00:60Z"), None);
        assert_eq!(moment("0000-01-01"), None);
        assert_eq!(moment("0001-01-01"), Some(Moment::at(-62_135_510_401)));
        assert_eq!(moment("2026-03-01T10:00:59.999Z"), moment("2026-03-01T05:30:59-04:30"));
        assert_eq!(moment("10:00:00"), None);
        assert_eq!(Moment::at(-1).to_string(), "1969-12-31T23:59:59Z");
        assert_eq!(Moment::at(1_692_803_367).to_string(), "2023-08-23T15:09:27Z");
    }

    #[test]
    fn a_time_without_an_offset_is_one_of_the_zone() {
        let zone = Zone::of_name("Europe/Amsterdam");
        let local = |text: &str| Moment::of_toml(&text.parse().unwrap(), zone);
        assert_eq!(local("2027-03-04T20:00:00"), moment("2027-03-04T20:00:00+01:00"));
        assert_eq!(local("2027-07-04T20:00:00"), moment("2027-07-04T20:00:00+02:00"));
        assert_eq!(local("2027-07-04T20:00:00Z"), moment("2027-07-04T20:00:00Z"));
        assert_eq!(local("2027-03-28T02:30:00"), None);
        assert_eq!(local("2027-07-04"), moment("2027-07-04"));
    }

    #[test]
    fn a_moment_keeps_its_zone_as_text_and_is_the_same_by_any_clock() {
        let zone = Zone::of_name("Europe/Amsterdam");
        let local = Moment::of_toml(&"2027-03-04T20:00:00".parse().unwrap(), zone).unwrap();
        assert_eq!(local.with_zone(), "2027-03-04T19:00:00Z[Europe/Amsterdam]");
        assert_eq!(local.by(None).with_zone(), "2027-03-04T19:00:00Z");
        assert_eq!((local, local.zone()), (local.by(None), zone));
        for text in
            ["2027-03-04T19:00:00Z[Europe/Amsterdam]", "2027-03-04T19:00:00Z", "2027-03-04T19:00:00Z[UTC]"]
        {
            assert_eq!(Moment::of_text(text).map(Moment::with_zone).as_deref(), Some(text));
        }
        for text in [
            "2027-03-04",
            "2027-03-04T20:00:00+01:00",
            "2027-03-04T19:00:00Z[",
            "2027-03-04T19:00:00Z[Mars]",
            "",
        ] {
            assert_eq!(Moment::of_text(text), None, "{text}");
        }
    }

    #[test]
    fn dates_go_both_ways() {
        for days in (-200_000..200_000).step_by(97) {
            let (y, m, d) = civil_from_days(days);
            assert_eq!(days_from_civil(y, m, d), days);
        }
    }
}
