//! Values that a spreadsheet turned into dates. Imports `base`.

use crate::base::months::month_number;

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
        Some(&[a, b]) if parts.iter().any(|part| month_number(part).is_some()) => (a, b),
        // A year was added, in front or behind.
        Some(&[a, b, year]) if year > 31 => (a, b),
        Some(&[year, a, b]) if year > 31 => (b, a),
        _ => return Vec::new(),
    };
    vec![format!("{day}-{month}"), format!("{month}-{day}")]
}

fn number(part: &str) -> Option<u32> {
    month_number(part).or_else(|| part.parse().ok())
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
