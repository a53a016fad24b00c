//! One cell of a workbook as the reader of text wants it. Imports nothing of ours.

use calamine::{DataRef, ExcelDateTime};

/// How numbers of a cell are shown, as far as that changes what they mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As they are.
    #[default]
    Plain,
    /// With zeros in front to so many digits, between signs that stand in the format: `0012`, `P-012`.
    Zeros {
        /// Before the digits.
        before: String,
        /// How many digits at least.
        digits: usize,
        /// Behind them.
        behind: String,
    },
    /// As a percentage.
    Percent,
}

impl Shown {
    /// What a number format asks (ECMA-376 part 1, 18.8.30), as far as it is one of those. Only the first of its
    /// parts, that for positive numbers, is looked at.
    pub(super) fn of(format: &str) -> Self {
        let (mut before, mut behind, mut digits) = (String::new(), String::new(), 0);
        let mut signs = format.chars();
        while let Some(sign) = signs.next() {
            let literal = match sign {
                ';' => break,
                '%' => return Self::Percent,
                '0' if behind.is_empty() => {
                    digits += 1;
                    continue;
                }
                '"' => signs.by_ref().take_while(|&sign| sign != '"').collect(),
                '\\' => signs.next().map(String::from).unwrap_or_default(),
                '-' | ' ' | '/' | '(' | ')' => sign.to_string(),
                // Any other sign is of a format that is more than zeros.
                _ => return if has_percent(format) { Self::Percent } else { Self::Plain },
            };
            if digits == 0 { before.push_str(&literal) } else { behind.push_str(&literal) }
        }
        match digits {
            0 => Self::Plain,
            1 if before.is_empty() && behind.is_empty() => Self::Plain,
            _ => Self::Zeros { before, digits, behind },
        }
    }
}

/// Whether a percent sign stands in a format outside quotation marks.
fn has_percent(format: &str) -> bool {
    format.split('"').step_by(2).any(|part| part.contains('%') && !part.contains("\\%"))
}

/// The cell as text.
pub(super) fn text(cell: &DataRef<'_>, shown: &Shown) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => as_shown(*number as f64, shown),
        DataRef::Float(number) => as_shown(*number, shown),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(time) => date(time),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => text.clone(),
    }
}

fn as_shown(number: f64, shown: &Shown) -> String {
    match shown {
        Shown::Zeros { before, digits, behind }
            if number >= 0.0 && number.fract() == 0.0 && number < 1e15 =>
        {
            format!("{before}{number:0>digits$.0}{behind}")
        }
        Shown::Percent => format!("{}%", self::number(number * 100.0)),
        _ => self::number(number),
    }
}

/// A number in at most fifteen digits, which is what a workbook keeps; whole ones without a decimal sign. One
/// that has more digits before its decimal sign has lost them, and is written as a spreadsheet shows it.
fn number(number: f64) -> String {
    if number.abs() >= 1e15 {
        return format!("{number:.14E}").replace('E', "E+");
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = format!("{rounded}");
    match text.split_once('.') {
        // Three digits behind a point could be thousands: a fourth says that they are not.
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ if text == "-0" => "0".to_owned(),
        _ => text,
    }
}

/// A date as 2027-03-01; with 14:30:00 behind it where it has a time of day; a time or a duration alone.
fn date(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    let value = time.as_f64();
    if time.is_duration() {
        let seconds = (value * 86_400.0).round() as u64;
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    match (value < 1.0, value.fract() == 0.0) {
        (true, _) => clock,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02} {clock}"),
    }
}

/// A date of an OpenDocument workbook, without a time of day that is midnight.
fn iso(text: &str) -> String {
    let day = text.strip_suffix("T00:00:00").unwrap_or(text);
    day.replacen('T', " ", 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn formats_that_change_what_a_number_means() {
        let zeros = |before: &str, digits, behind: &str| Shown::Zeros {
            before: before.into(),
            digits,
            behind: behind.into(),
        };
        for (format, shown) in [
            ("General", Shown::Plain),
            ("0", Shown::Plain),
            ("0.00", Shown::Plain),
            ("#,##0", Shown::Plain),
            ("0000", zeros("", 4, "")),
            ("0000;-0000", zeros("", 4, "")),
            ("\"P-\"000", zeros("P-", 3, "")),
            ("\\P000\" x\"", zeros("P", 3, " x")),
            ("0%", Shown::Percent),
            ("0.0%", Shown::Percent),
            ("0.0\"%\"", Shown::Plain),
            ("", Shown::Plain),
        ] {
            assert_eq!(Shown::of(format), shown, "{format}");
        }
    }

    #[test]
    fn cells_as_text() {
        let shown = |number: f64, format: &str| text(&DataRef::Float(number), &Shown::of(format));
        let plain = |number| shown(number, "General");
        assert_eq!([plain(14.0), plain(-0.0), plain(1234567.0)], ["14", "0", "1234567"]);
        assert_eq!([plain(0.1 + 0.2), plain(1.5), plain(12.345)], ["0.3", "1.5", "12.3450"]);
        assert_eq!(plain(1234567890123456789.0), "1.23456789012346E+18");
        assert_eq!(
            [shown(12.0, "0000"), shown(12345.0, "0000"), shown(1.5, "0000")],
            ["0012", "12345", "1.5"]
        );
        assert_eq!(
            [shown(7.0, "\"P-\"000"), shown(0.125, "0%"), shown(0.07, "0%")],
            ["P-007", "12.5%", "7%"]
        );
        let date = |value| {
            let time = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false);
            text(&DataRef::DateTime(time), &Shown::Plain)
        };
        assert_eq!(
            [date(46447.0), date(46447.5), date(0.5)],
            ["2027-03-01", "2027-03-01 12:00:00", "12:00:00"]
        );
        assert_eq!(text(&DataRef::DateTimeIso("2027-03-01T00:00:00".into()), &Shown::Plain), "2027-03-01");
        assert_eq!(text(&DataRef::Bool(true), &Shown::Plain), "TRUE");
    }
}
