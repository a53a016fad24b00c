//! Names of months, in Dutch and English, and days that are written with one. Imports nothing of ours.

/// The number of a month from its name in Dutch or English, whole or the first three letters.
pub fn month_number(part: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["jan"],
        &["feb"],
        &["mar", "mrt", "maa"],
        &["apr"],
        &["may", "mei"],
        &["jun"],
        &["jul"],
        &["aug"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec"],
    ];
    if !part.chars().all(char::is_alphabetic) {
        return None;
    }
    let start: String = part.chars().take(3).collect::<String>().to_lowercase();
    (1..).zip(NAMES).find(|(_, names)| names.contains(&start.as_str())).map(|(number, _)| number)
}

/// A day with the name of its month, as year, month and day: `5 maart 2027`, `vrijdag 5 mrt 2027`, `5th of March 2027`,
/// `March 5, 2027`. Whether the calendar has it is for whoever asks; a year has four digits.
pub fn named_day(text: &str) -> Option<(u16, u8, u8)> {
    let parts =
        text.split([' ', '-', '/', '.', ',', '\u{a0}']).filter(|part| !part.is_empty() && *part != "of");
    let mut parts: Vec<&str> = parts.collect();
    if parts.len() == 4 && is_weekday(parts[0]) {
        parts.remove(0);
    }
    let &[first, second, year] = parts.as_slice() else { return None };
    let (day, month) = match month_number(first) {
        Some(month) => (second, month),
        None => (first, month_number(second)?),
    };
    let digits = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let plain =
        |text: &str, longest| (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let ending = matches!(&day[digits.len()..], "" | "e" | "de" | "ste" | "st" | "nd" | "rd" | "th");
    let sound = plain(digits, 2) && year.len() == 4 && plain(year, 4) && ending;
    sound.then(|| Some((year.parse().ok()?, month as u8, digits.parse().ok()?))).flatten()
}

/// Whether a word is a day of the week, whole or as it is shortened.
pub fn is_weekday(part: &str) -> bool {
    const DAYS: [&str; 14] =
        ["ma", "di", "wo", "do", "vr", "za", "zo", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const LONG: [&str; 14] = [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let is = |day: &&str| part.eq_ignore_ascii_case(day);
    DAYS.iter().any(is) || LONG.iter().any(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_with_the_name_of_its_month() {
        for text in [
            "5 maart 2027",
            "5 mrt. 2027",
            "05-mrt-2027",
            "vrijdag 5 maart 2027",
            "Vr 5 Maart 2027",
            "5 March 2027",
            "5th of March 2027",
            "March 5, 2027",
            "5\u{a0}maart\u{a0}2027",
        ] {
            assert_eq!(named_day(text), Some((2027, 3, 5)), "{text}");
        }
        for text in [
            "5 maart",
            "maart 2027",
            "5 3 2027",
            "5 maart 27",
            "x 5 maart 2027",
            "5x maart 2027",
            "",
            "é maart 2027",
        ] {
            assert_eq!(named_day(text), None, "{text}");
        }
    }
}
