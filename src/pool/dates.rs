//! Dates in cells: values that a spreadsheet turned into dates, and dates of birth. Imports nothing of ours.

/// Readings of a cell that may once have been a range of two small numbers: a spreadsheet shows
/// "5-10" as "5-okt", "10-May", "05-10-2024" or "2024-10-05".
pub(super) fn ranges(cell: &str) -> Vec<String> {
    let between = |sign: char| matches!(sign, '-' | '/' | '.' | ' ');
    if !cell.contains(between) {
        return Vec::new();
    }
    let parts: Vec<&str> = cell.split(between).map(str::trim).filter(|part| !part.is_empty()).collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| number(part)).collect();
    let (day, month) = match numbers.as_deref() {
        Some(&[a, b]) if parts.iter().any(|part| month(part).is_some()) => (a, b),
        // A year was added, in front or behind.
        Some(&[a, b, year]) if year > 31 => (a, b),
        Some(&[year, a, b]) if year > 31 => (b, a),
        _ => return Vec::new(),
    };
    vec![format!("{day}-{month}"), format!("{month}-{day}")]
}

/// A date as people write it, as year, month and day: 19-02-1967, 1967-02-19, 19 februari 1967, 19-2-67,
/// 19670219. The day stands before the month unless only the other way fits. Two digits of a year are of the
/// hundred years up to 2030.
pub(crate) fn birth(cell: &str) -> Option<(u16, u8, u8)> {
    let parts: Vec<&str> =
        cell.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).take(4).collect();
    if let [one] = parts[..]
        && one.len() == 8
        && one.bytes().all(|b| b.is_ascii_digit())
    {
        return of_parts(&[&one[..4], &one[4..6], &one[6..]]).or(of_parts(&[
            &one[..2],
            &one[2..4],
            &one[4..],
        ]));
    }
    of_parts(&parts)
}

/// The date in the first three of these; a fourth is a time of day.
fn of_parts(parts: &[&str]) -> Option<(u16, u8, u8)> {
    let [a, b, c, ..] = *parts else { return None };
    let year_first = a.len() == 4 && a.bytes().all(|b| b.is_ascii_digit());
    let (year, first, second) = if year_first { (a, c, b) } else { (c, a, b) };
    // "19T00" is a day and the start of a time.
    let first = first.split(['T', 't']).next().filter(|day| year_first && day.len() <= 2).unwrap_or(first);
    let whole_year: u16 = year.parse().ok().filter(|_| matches!(year.len(), 2 | 4))?;
    let year = match (year.len(), whole_year) {
        (2, 0..=30) => 2000 + whole_year,
        (2, _) => 1900 + whole_year,
        _ => whole_year,
    };
    let (mut day, mut month) = (number(first)?, number(second)?);
    let named = first.chars().all(char::is_alphabetic);
    if named || (month > 12 && !second.chars().all(char::is_alphabetic)) {
        std::mem::swap(&mut day, &mut month);
    }
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && (1880..=2100).contains(&year);
    fits.then_some((year, month as u8, day as u8))
}

fn number(part: &str) -> Option<u32> {
    month(part).or_else(|| part.parse().ok())
}

/// The number of a month from its name in Dutch or English, whole or the first three letters.
pub(crate) fn month_number(part: &str) -> Option<u32> {
    month(part)
}

fn month(part: &str) -> Option<u32> {
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
            "19670219",
            "19021967",
            "19 februari 1967",
            "Feb 19, 1967",
            "2/19/1967",
        ] {
            assert_eq!(birth(cell), Some((1967, 2, 19)), "{cell}");
        }
        for cell in ["", "46", "1967", "19-02", "12345678901", "x-y-z", "32-13-1967", "0612345678", "1-2-3"] {
            assert_eq!(birth(cell), None, "{cell}");
        }
        assert_eq!(birth("1-2-12"), Some((2012, 2, 1)));
    }

    #[test]
    fn what_a_spreadsheet_made_of_a_range() {
        for cell in ["5-okt", "5-Oct", "05-10-2024", "2024-10-05", "5 oktober", "5/10/1900"] {
            assert_eq!(ranges(cell), ["5-10", "10-5"], "{cell}");
        }
        assert_eq!(ranges("okt-05"), ["10-5", "5-10"]);
        for cell in ["18-24", "5", "", "man", "maart", "1-2-3", "5/10/24", "a-b", "99999999999-1-1"] {
            assert_eq!(ranges(cell), [""; 0], "{cell}");
        }
    }
}
