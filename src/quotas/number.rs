//! Whole numbers as spreadsheets write them. Imports nothing of ours.

/// Why a cell is not a usable quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    NotWhole,
    Negative,
}

/// A whole number of at least 0: digits, with `,0` or `.0` (or two zeros) allowed behind them.
///
/// `5.000` is refused: it is five in one country and five thousand in another.
pub(super) fn whole(cell: &str) -> Result<u32, Unusable> {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let unsigned = cell.strip_prefix(['-', '\u{2212}', '\u{2013}']);
    let digits = unsigned.unwrap_or(cell.strip_prefix('+').unwrap_or(cell));
    let (digits, zeros) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !is_number || !matches!(zeros, "0" | "00") {
        return Err(if unsigned.is_some() && is_number { Unusable::Negative } else { Unusable::NotWhole });
    }
    match (digits.parse::<u32>(), unsigned) {
        (Ok(0), _) => Ok(0),
        (_, Some(_)) => Err(Unusable::Negative),
        (parsed, None) => parsed.map_err(|_| Unusable::NotWhole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_whole_numbers() {
        for (cell, number) in [
            ("5", 5),
            (" 5 ", 5),
            ("5,0", 5),
            ("5.00", 5),
            ("007", 7),
            ("+5", 5),
            ("-0", 0),
            ("4294967295", u32::MAX),
        ] {
            assert_eq!(whole(cell), Ok(number), "{cell:?}");
        }
        for cell in [
            "",
            "5.5",
            "5,",
            "5.000",
            "1.234",
            "1 000",
            "1,000",
            "five",
            "5%",
            "1e3",
            "4294967296",
            "-x",
            "٣",
            ",",
        ] {
            assert_eq!(whole(cell), Err(Unusable::NotWhole), "{cell:?}");
        }
        for cell in ["-1", "\u{2212}2", "-1,5", "-99999999999"] {
            assert_eq!(whole(cell), Err(Unusable::Negative), "{cell:?}");
        }
    }
}
