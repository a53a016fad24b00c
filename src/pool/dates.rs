//! Values that a spreadsheet turned into dates. Imports nothing of ours.

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
