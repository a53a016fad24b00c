//! Roles of people who vote, and what passes for that of everybody who was drawn. Imports `seed`.

use crate::seed::words::{CYRILLIC, GREEK};
use unicode_normalization::UnicodeNormalization;

/// What else says of somebody that they were drawn. Whoever was not has none of these roles, and no vote is given by them.
const SAYS_DRAWN: [&str; 24] = [
    "drawn",
    "drawn by lot",
    "drawn citizen",
    "drawn citizens",
    "drawn people",
    "everybody drawn",
    "lottery",
    "panel",
    "panel member",
    "panel members",
    "selected",
    "sortition",
    "geloot",
    "geloten",
    "gelote burger",
    "gelote burgers",
    "ingeloot",
    "ingeloten",
    "ingelote burger",
    "ingelote burgers",
    "loting",
    "via loting",
    "panellid",
    "panelleden",
];

/// Whether a role says, or looks as if it said, that somebody was drawn; or has letters of which nobody can tell, as those of
/// two scripts in one role.
pub fn says_drawn(role: &str) -> bool {
    let lower = |text: &str| -> String { text.to_lowercase().nfkd().collect() };
    let accent = |sign: &char| ('\u{300}'..='\u{36f}').contains(sign);
    let plain: String = lower(&lower(role)).chars().filter(|sign| !accent(sign)).collect();
    let latin = |sign: char| sign.is_ascii_lowercase() || ('\u{c0}'..='\u{17f}').contains(&sign);
    let other = |sign: char| sign >= '\u{180}' && !('\u{2000}'..='\u{20cf}').contains(&sign);
    let known = |sign: char| GREEK.contains(sign) || CYRILLIC.contains(sign) || sign == 'ς';
    let odd = |sign: char| other(sign) && !known(sign);
    if plain.chars().any(other) {
        return plain.chars().any(latin) || plain.chars().any(odd);
    }
    let bare = bare(&plain);
    SAYS_DRAWN.iter().any(|said| self::bare(said) == bare)
}

/// The letters of a text, one for all that look like it.
fn bare(text: &str) -> String {
    let letter = |sign| match sign {
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ł' | 'ı' | 'i' | '1' | '|' => 'l',
        'ĸ' => 'k',
        'ŋ' => 'n',
        'ø' | '0' => 'o',
        'ŧ' => 't',
        sign => sign,
    };
    let letters: String = text.chars().map(letter).filter(char::is_ascii_lowercase).collect();
    letters.replace("vv", "w")
}
