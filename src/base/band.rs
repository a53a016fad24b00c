//! Classes of ages by their names. Imports `base`.

use super::text::fold;

/// Behind a number these say that it counts something off.
const ORDINAL: &[&str] = &["e", "de", "ste", "st", "nd", "rd", "th"];

/// The first and the last age of a class by its name: `16-34`, `16 t/m 34 jaar`, `15 tot 20 jaar` (which ends with 19,
/// as statistics offices write it), `65+`, `75 jaar of ouder`, `jonger dan 16`, `17 jaar`.
pub fn band(name: &str) -> Option<(u32, u32)> {
    let key = fold(name);
    let numbers: Option<Vec<u32>> = key
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    // "1 Laag onderwijsniveau" and "1e 20%-groep" are of something else.
    let words: Vec<&str> = key.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    if key.contains('%') || words.iter().any(|word| ORDINAL.contains(word)) {
        return None;
    }
    let has = |known: &[&str]| {
        known.iter().any(|word| match word.bytes().all(|b| b.is_ascii_lowercase()) {
            true => words.contains(word),
            false => key.contains(word),
        })
    };
    // Also without spaces, as in the headings of a portal: `k_0Tot15Jaar`.
    let until = || {
        let between = key.trim_start_matches(|c: char| !c.is_ascii_digit());
        let between = between.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        between.starts_with("tot") && !between.starts_with("tot en met") && !between.starts_with("totenmet")
    };
    let (low, high) = match numbers?[..] {
        [low, high] if until() => (low, high.checked_sub(1)?),
        [low, high] => (low, high),
        [low] if has(&["+", "ouder", "older", "over", "vanaf", ">=", "jaarofouder"]) => (low, u32::MAX),
        [high] if has(&["t/m", "tot en met"]) => (0, high),
        [high] if has(&["<", "jonger", "onder", "under", "younger", "tot"]) => (0, high.checked_sub(1)?),
        [age] => (age, age),
        _ => return None,
    };
    (low <= high).then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_ages_by_their_names() {
        for (name, low, high) in [
            ("16-34", 16, 34),
            ("16 \u{2013} 34 jaar", 16, 34),
            ("16 t/m 34", 16, 34),
            ("15 tot 20 jaar", 15, 19),
            ("65+", 65, u32::MAX),
            ("75 jaar of ouder", 75, u32::MAX),
            ("jonger dan 16", 0, 15),
            ("17 jaar", 17, 17),
            ("k_0Tot15Jaar", 0, 14),
            ("k_65JaarOfOuder", 65, u32::MAX),
            ("tot 18 jaar", 0, 17),
            ("18 jaar en ouder", 18, u32::MAX),
        ] {
            assert_eq!(band(name), Some((low, high)), "{name}");
        }
        assert_eq!([band("wo"), band("34-16"), band("1-2-3")], [None; 3]);
        assert_eq!([band("1e 20%-groep"), band("2e kwintiel")], [None; 2]);
        assert_eq!(band("2 Middelbaar onderwijsniveau"), Some((2, 2)));
    }
}
