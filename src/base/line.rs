//! One line of text that holds nothing unseen: reasons, names of roles. Imports nothing of ours.
//!
//! Whatever enters a digest or is shown beside the outcome of a check must be what people see. The list of
//! signs is written out, so that every program in every language has the same one whatever its Unicode version.

/// Signs that show as nothing, as a space that is none, or that turn the text around them: first and last of
/// each range. Control signs, spaces but the plain one, joiners, marks of direction, fillers, variation selectors,
/// tags, signs that are none.
pub const UNSEEN: [(u32, u32); 29] = [
    (0x0, 0x1f),
    (0x7f, 0xa0),
    (0xad, 0xad),
    (0x34f, 0x34f),
    (0x61c, 0x61c),
    (0x115f, 0x1160),
    (0x1680, 0x1680),
    (0x17b4, 0x17b5),
    (0x180b, 0x180f),
    (0x2000, 0x200f),
    (0x2028, 0x202f),
    (0x205f, 0x206f),
    (0x2800, 0x2800),
    (0x3000, 0x3000),
    (0x3164, 0x3164),
    (0xe000, 0xf8ff),
    (0xfdd0, 0xfdef),
    (0xfe00, 0xfe0f),
    (0xfeff, 0xfeff),
    (0xffa0, 0xffa0),
    (0xfff0, 0xfffd),
    (0xfffe, 0xffff),
    (0x13430, 0x1345f),
    (0x16fe4, 0x16fe4),
    (0x1bca0, 0x1bca3),
    (0x1d159, 0x1d159),
    (0x1d173, 0x1d17a),
    (0xe0000, 0xe0fff),
    (0xf0000, 0x10ffff),
];

/// Bytes that a line may have.
pub const LONGEST: usize = 2000;

/// Whether `sign` shows as nothing, or as what it is not: see [`UNSEEN`].
pub fn unseen(sign: char) -> bool {
    let code = u32::from(sign);
    let at = UNSEEN.partition_point(|&(first, _)| first <= code);
    at > 0 && code <= UNSEEN[at - 1].1
}

/// Letters of which a line has one at least, in either case: so that no mark by itself passes for a reason.
const LETTERS: &str =
    concat!("abcdefghijklmnopqrstuvwxyz", "αβγδεζηθικλμνξοπρςστυφχψω", "абвгдежзийклмнопрстуфхцчшщъыьэюя");

/// Whether a sign is a letter that lines are looked for.
pub fn is_letter(sign: char) -> bool {
    sign.to_lowercase().any(|c| LETTERS.contains(c))
}

/// Whether `text` is one line that says something: 1 to [`LONGEST`] bytes, no space at either end, no unseen sign, a
/// letter at least.
pub fn is_line(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST
        && !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains(unseen)
        && text.chars().any(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_are_in_order() {
        assert!(UNSEEN.iter().all(|(first, last)| first <= last));
        assert!(UNSEEN.windows(2).all(|w| w[0].1 < w[1].0));
    }

    #[test]
    fn a_line_shows_everything_that_it_holds() {
        for good in [
            "x",
            "De schouten waren ziek (griep).",
            "één — “twee” … ’s avonds",
            "Ζεύς, Москва, 東京",
            "Κ",
            "Я",
        ] {
            assert!(is_line(good), "{good}");
        }
        for bad in [
            "",
            " x",
            "x ",
            "a\nb",
            "a\tb",
            "a\u{1b}[2Jb",
            "a\u{7f}",
            "a\u{85}b",
            ".",
            "3",
            "\u{301}",
            "\u{1d159}",
            &"x".repeat(2001),
        ] {
            assert!(!is_line(bad), "{bad:?}");
        }
        assert!(is_line(&"x".repeat(2000)));
        for (first, last) in UNSEEN {
            for sign in [first, last].into_iter().filter_map(char::from_u32) {
                assert!(!is_line(&format!("a{sign}b")), "{sign:?}");
            }
        }
        for seen in ['\u{20}', '\u{7e}', '\u{a1}', '\u{2010}', '\u{2027}', '\u{2030}', '\u{d7ff}', '\u{fe10}']
        {
            assert!(!unseen(seen), "{seen:?}");
        }
    }
}
