//! Classes of ages by their names. Imports `base`.

use super::text::fold;

/// The first and the last age of a class by its name: `16-34`, `16 t/m 34 jaar`, `15 tot 20 jaar` (which ends with 19,
/// as statistics offices write it), `65+`, `75 jaar of ouder`, `jonger dan 16`, `17 jaar`.
pub fn band(name: &str) -> Option<(u32, u32)> {
    let key = fold(name);
    let numbers: Option<Vec<u32>> = key
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let (low, high) = match numbers?[..] {
        [low, high] if key.contains(" tot ") && !has(&["tot en met"]) => (low, high.checked_sub(1)?),
        [low, high] => (low, high),
        [low] if has(&["+", "ouder", "older", "over", "vanaf", ">="]) => (low, u32::MAX),
        [high] if has(&["t/m", "tot en met"]) => (0, high),
        [high] if has(&["<", "jonger", "onder", "under", "younger", "tot "]) => (0, high.checked_sub(1)?),
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
        ] {
            assert_eq!(band(name), Some((low, high)), "{name}");
        }
        assert_eq!([band("wo"), band("34-16"), band("1-2-3")], [None; 3]);
    }
}
