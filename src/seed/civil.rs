//! Days and dates of the proleptic Gregorian calendar. Imports nothing of ours.

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar: years counted from March, so
/// that the leap day comes last, in eras of 400 years of 146,097 days.
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date, as (year, month, day), that many days after 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_ten_centuries_has_its_date() {
        // 1 January 1500 was day -171,664 of this calendar.
        let mut day = -171_664;
        for year in 1500..2500 {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let february = if leap { 29 } else { 28 };
            for (month, days) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                for date in 1..=days {
                    assert_eq!(days_from_civil(year, month, date), day);
                    assert_eq!(civil_from_days(day), (year, month, date));
                    day += 1;
                }
            }
        }
        assert_eq!((days_from_civil(1970, 1, 1), civil_from_days(0)), (0, (1970, 1, 1)));
        assert_eq!((days_from_civil(-1, 2, 28), civil_from_days(-719_835)), (-719_835, (-1, 2, 28)));
    }
}
