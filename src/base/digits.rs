//! Digits as people may write them: of any script, wide, small or in a circle. Imports nothing of ours.

use unicode_normalization::UnicodeNormalization;

/// The nought of each script, the other nine behind it. The plain ones are left out, and those that normalization makes plain.
const NOUGHTS: [u32; 70] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
    0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0,
    0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0,
    0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50,
    0x16d70, 0x1ccf0, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// The one of each row of digits in a circle that normalization leaves as it is.
const ONES_IN_A_CIRCLE: [u32; 4] = [0x24f5, 0x2776, 0x2780, 0x278a];

/// The text with every digit as one of 0 to 9, and without what goes around a digit, such as the edge of a key.
pub fn plain_digits(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let around = |sign: char| matches!(sign, '\u{20dd}'..='\u{20e4}' | '\u{fe0e}' | '\u{fe0f}');
    text.nfkc().filter(|sign| !around(*sign)).map(plain).collect()
}

fn plain(sign: char) -> char {
    let code = u32::from(sign);
    let behind = |first: u32, many: u32| code.checked_sub(first).filter(|digit| *digit < many);
    let own = NOUGHTS.iter().find_map(|nought| behind(*nought, 10));
    let circled = || ONES_IN_A_CIRCLE.iter().find_map(|one| behind(*one, 9)).map(|digit| digit + 1);
    let nought = || matches!(code, 0x24ff | 0x1f10b | 0x1f10c).then_some(0);
    own.or_else(circled).or_else(nought).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_plain() {
        for text in [
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "０１２３４５６７８９",
            "⁰¹²³⁴⁵⁶⁷⁸⁹",
            "⓪①②③④⑤⑥⑦⑧⑨",
            "⓿❶❷❸❹❺❻❼❽❾",
            "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡",
            "0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣",
            "0123456789",
        ] {
            assert_eq!(plain_digits(text), "0123456789", "{text}");
        }
        for text in ["één huis", "一二三", ""] {
            assert_eq!(plain_digits(text), text);
        }
    }

    #[test]
    fn the_noughts_are_numeric_and_in_order() {
        assert!(NOUGHTS.windows(2).all(|two| two[0] + 10 <= two[1]));
        let numeric = |code: u32| char::from_u32(code).is_some_and(char::is_numeric);
        let known = NOUGHTS.iter().filter(|nought| numeric(**nought) && numeric(**nought + 9)).count();
        // Some are younger than the tables of the compiler may be.
        assert!(known >= 60, "{known}");
    }
}
