//! Words as evidence, in the one form that they can have. Imports `base`.
//!
//! Whoever types the words that everybody heard must not be able to choose among texts that look or sound alike, or
//! the choice is the panel's. So there is one form, made of letters that cannot be taken for one another,
//! and everything else is refused. The letters are written out here and in `src/draw/SPEC.md`, so that no
//! program's Unicode version decides.

use crate::base::errors;
use crate::base::line::{self, LONGEST};
use unicode_normalization::UnicodeNormalization;

/// Latin letters. Those with a sign on them are written without it ([`PLAIN`]): whoever heard a word does not see its accents,
/// and must not be able to choose among them.
pub const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
/// Greek letters.
pub const GREEK: &str = "αβγδεζηθικλμνξοπρστυφχψω";
/// Cyrillic letters.
pub const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ";
/// Letters with signs on them, and ligatures, in lower case, beside the plain letters that stand for them.
pub const PLAIN: &[(&str, &str)] = &[
    ("àáâãäåāăą", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏő", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("ά", "α"),
    ("έ", "ε"),
    ("ή", "η"),
    ("ίϊΐ", "ι"),
    ("ό", "ο"),
    ("ς", "σ"),
    ("ύϋΰ", "υ"),
    ("ώ", "ω"),
    ("ѐё", "е"),
    ("ѓ", "г"),
    ("йѝ", "и"),
    ("ќ", "к"),
    ("ў", "у"),
    ("ї", "і"),
];
/// Letters that nobody takes for one of another script: a text that is not Latin has one at least.
pub const DISTINCT: &str = "δζλξσψджлнцшщъыэюяљњџ";
/// Letters that pass for digits: no word is made of them alone.
pub const LIKE_DIGITS: &str = "loοозбч";

/// A script that words can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Latin.
    Latin,
    /// Greek.
    Greek,
    /// Cyrillic.
    Cyrillic,
}

/// Words in the one form: see `src/draw/SPEC.md`, section 3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(String);

/// Why what somebody typed cannot be words. Places count signs from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadWords {
    /// Nothing is left.
    Empty,
    /// More than 2,000 bytes.
    TooLong,
    /// A sign that words cannot have.
    Sign {
        /// Where.
        at: usize,
        /// Which.
        sign: char,
        /// The signs before it, the last ten at most.
        after: String,
    },
    /// Letters of two scripts.
    Scripts {
        /// Where the second begins.
        at: usize,
        /// The letter there.
        sign: char,
        /// Its script.
        script: Script,
        /// The script of the letters before it.
        before: Script,
    },
    /// Every letter could as well be one of another script.
    Disguised {
        /// The script that they are of.
        script: Script,
    },
    /// A word of nothing but letters that can be taken for digits.
    LikeDigits {
        /// The letters.
        run: String,
    },
}

errors!(BadWords);

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letter(Script),
    Digit,
    Mark(char),
}

impl Kind {
    fn of(sign: char) -> Option<Self> {
        let scripts = [(LATIN, Script::Latin), (GREEK, Script::Greek), (CYRILLIC, Script::Cyrillic)];
        match sign {
            '0'..='9' => Some(Self::Digit),
            ' ' | '-' | '\'' | '.' | ',' | ':' | '/' => Some(Self::Mark(sign)),
            _ => {
                scripts.into_iter().find(|(letters, _)| letters.contains(sign)).map(|(_, s)| Self::Letter(s))
            }
        }
    }

    fn letter(self) -> bool {
        matches!(self, Self::Letter(_))
    }
}

/// A run of letters or of digits.
struct Run {
    kind: Kind,
    text: String,
}

impl Words {
    /// Words in their one form; `None` for every other text.
    pub fn new(text: &str) -> Option<Self> {
        let typed = Self::typed(text).ok()?;
        (typed.0 == text).then_some(typed)
    }

    /// What somebody typed, put into the one form: composed, in lower case, without signs on letters, runs of letters and of
    /// digits with one space between two, numbers without zeros before them. No mark is heard, so none is kept: an apostrophe between letters joins them, every other mark parts
    /// what stands beside it.
    ///
    /// # Errors
    /// Everything that stands in the way. A sign that shows as nothing is one, never left out in silence.
    pub fn typed(text: &str) -> Result<Self, Vec<BadWords>> {
        let (signs, mut bad) = plain(text);
        let mut runs = runs(&signs);
        // Nobody hears whether it was 7 or 07.
        for run in runs.iter_mut().filter(|run| !run.kind.letter()) {
            let zeros = run.text.len() - run.text.trim_start_matches('0').len();
            run.text.drain(..zeros.min(run.text.len() - 1));
        }
        let words = runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ");
        if words.len() > LONGEST || text.len() > 4 * LONGEST {
            bad.truncate(20);
            bad.push(BadWords::TooLong);
        } else if words.is_empty() && bad.is_empty() {
            bad.push(BadWords::Empty);
        }
        if bad.is_empty() {
            bad = alike(&signs, &runs);
        }
        if bad.is_empty() { Ok(Self(words)) } else { Err(bad) }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The signs of a text as words have them, and those that they cannot have.
fn plain(text: &str) -> (Vec<char>, Vec<BadWords>) {
    let text = text.trim_matches([' ', '\t', '\r', '\n']);
    let (mut signs, mut bad) = (Vec::new(), Vec::new());
    let typed: Vec<char> = text.nfc().collect();
    for (i, &sign) in typed.iter().enumerate() {
        let lower = lower(sign);
        match lower {
            _ if line::unseen(sign) && sign != '\t' => {}
            Some(sign) if unsigned(sign).is_some() => {
                signs.extend(unsigned(sign).unwrap_or_default().chars());
                continue;
            }
            Some(sign) if Kind::of(sign).is_some() => {
                signs.push(sign);
                continue;
            }
            _ => {}
        }
        let after = typed[i.saturating_sub(10)..i].iter().collect();
        bad.push(BadWords::Sign { at: i + 1, sign, after });
    }
    (signs, bad)
}

/// The plain letters of a letter with a sign on it, or of a ligature.
fn unsigned(sign: char) -> Option<&'static str> {
    PLAIN.iter().find(|(letters, _)| letters.contains(sign)).map(|(_, plain)| *plain)
}

/// A sign in lower case; `None` if it has no one lower-case letter.
fn lower(sign: char) -> Option<char> {
    Some(match sign {
        // What stands around words and is not heard.
        '\t' | '"' | '\u{201c}'..='\u{201e}' | '«' | '»' | '(' | ')' | '!' | '?' | ';' | '…' => ' ',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{2010}'..='\u{2014}' => '-',
        'İ' => 'i',
        _ => {
            let mut lower = sign.to_lowercase();
            let first = lower.next()?;
            return lower.next().is_none().then_some(first);
        }
    })
}

/// The runs of letters and of digits.
fn runs(signs: &[char]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut between: Vec<char> = Vec::new();
    for &sign in signs {
        match Kind::of(sign) {
            None => {}
            Some(Kind::Mark(mark)) => between.push(mark),
            Some(kind) => match runs.last_mut() {
                Some(last) if last.kind.letter() == kind.letter() && joins(&between, kind) => {
                    between.clear();
                    last.text.push(sign);
                }
                _ => {
                    between.clear();
                    runs.push(Run { kind, text: sign.into() });
                }
            },
        }
    }
    runs
}

/// Whether two signs of this kind are one run although these marks stand between them.
fn joins(between: &[char], kind: Kind) -> bool {
    between.is_empty() || between == ['\''] && kind.letter()
}

/// What could be taken for something else.
fn alike(signs: &[char], runs: &[Run]) -> Vec<BadWords> {
    let letters = signs.iter().enumerate().filter_map(|(i, &sign)| match Kind::of(sign) {
        Some(Kind::Letter(script)) => Some((i + 1, sign, script)),
        _ => None,
    });
    let mut bad = Vec::new();
    if let Some((_, _, script)) = letters.clone().next() {
        if let Some((at, sign, other)) = letters.clone().find(|&(_, _, other)| other != script) {
            bad.push(BadWords::Scripts { at, sign, script: other, before: script });
        } else if script != Script::Latin && !letters.clone().any(|(_, sign, _)| DISTINCT.contains(sign)) {
            bad.push(BadWords::Disguised { script });
        }
    }
    let like = runs.iter().filter(|run| run.text.chars().all(|c| LIKE_DIGITS.contains(c)));
    bad.extend(like.map(|run| BadWords::LikeDigits { run: run.text.clone() }));
    bad
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_people_type_is_put_into_the_one_form() {
        for (typed, form) in [
            ("appel peer banaan", "appel peer banaan"),
            ("  Appel,  peer\t", "appel peer"),
            ("\u{201c}Appel\u{201d} \u{2013} peer!", "appel peer"),
            ("Cafe\u{301} \u{c9}\u{e9}n", "cafe een"),
            ("appel peer banaān", "appel peer banaan"),
            ("Straße, Œuvre, smørrebrød", "strasse oeuvre smorrebrod"),
            ("L\u{2019}eau, d'accord", "leau daccord"),
            ("12.30 uur, 3,5 en 1/2 op 1-2-2027", "12 30 uur 3 5 en 1 2 op 1 2 2027"),
            ("drie-en-twintig", "drie en twintig"),
            ("07 uur, 2027-03-01", "7 uur 2027 3 1"),
            ("7 uur", "7 uur"),
            ("000 0 10 0a00b010", "0 0 10 0 a 0 b 10"),
            ("test1 2nd", "test 1 2 nd"),
            ("e-mail 'appel' a--b", "e mail appel a b"),
            ("ȘTEFAN İstanbul kapı", "stefan istanbul kapi"),
            ("ΣΟΦΌΣ ΛΌΓΟΣ", "σοφοσ λογοσ"),
            ("Дом, Ёлка", "дом елка"),
            ("Țara și\tțara", "tara si tara"),
        ] {
            assert_eq!(Words::typed(typed).as_ref().map(Words::as_str), Ok(form), "{typed:?}");
            assert_eq!(Words::new(form).unwrap().as_str(), form);
            assert!(typed == form || Words::new(typed).is_none(), "{typed:?}");
        }
    }

    #[test]
    fn what_cannot_be_words_is_named_with_its_place() {
        use BadWords::*;
        let sign = |at, sign, after: &str| Sign { at, sign, after: after.into() };
        for (typed, bad) in [
            ("", vec![Empty]),
            (" - ", vec![Empty]),
            ("ap\u{200b}pel", vec![sign(3, '\u{200b}', "ap")]),
            ("ap\u{ad}pel\u{a0}peer", vec![sign(3, '\u{ad}', "ap"), sign(7, '\u{a0}', "ap\u{ad}pel")]),
            ("appel\u{0}peer", vec![sign(6, '\u{0}', "appel")]),
            ("appel\npeer", vec![sign(6, '\n', "appel")]),
            ("q\u{301}", vec![sign(2, '\u{301}', "q")]),
            ("\u{ff41}ppel", vec![sign(1, '\u{ff41}', "")]),
            ("東京", vec![sign(1, '東', ""), sign(2, '京', "東")]),
            ("3 € 7", vec![sign(3, '€', "3 ")]),
            (
                "appel p\u{435}er",
                vec![Scripts { at: 8, sign: '\u{435}', script: Script::Cyrillic, before: Script::Latin }],
            ),
            (
                "дом appel",
                vec![Scripts { at: 5, sign: 'a', script: Script::Latin, before: Script::Cyrillic }],
            ),
            ("\u{430}\u{441}\u{435}", vec![Disguised { script: Script::Cyrillic }]),
            ("\u{3bf}\u{3b9}", vec![Disguised { script: Script::Greek }]),
            ("3 17 l", vec![LikeDigits { run: "l".into() }]),
            ("appel l peer", vec![LikeDigits { run: "l".into() }]),
            ("3 o 17", vec![LikeDigits { run: "o".into() }]),
            ("3o", vec![LikeDigits { run: "o".into() }]),
            ("lo peer", vec![LikeDigits { run: "lo".into() }]),
            ("lol", vec![LikeDigits { run: "lol".into() }]),
            ("да з нет", vec![LikeDigits { run: "з".into() }]),
        ] {
            assert_eq!(Words::typed(typed), Err(bad), "{typed:?}");
        }
        assert_eq!(Words::typed(&"x".repeat(2001)), Err(vec![TooLong]));
        assert!(Words::typed(&"x".repeat(2000)).is_ok());
        assert!(Words::typed(&"\u{200b}".repeat(9000)).unwrap_err().contains(&TooLong));
        let wide = |spaces| Words::typed(&format!("{}a", " ".repeat(spaces)));
        assert!(wide(4 * LONGEST - 1).is_ok());
        assert_eq!(wide(4 * LONGEST), Err(vec![TooLong]));
    }

    /// The letters are as they come out of normalisation form C and of lowering, and in one script only.
    #[test]
    fn the_alphabet_is_plain() {
        let all: Vec<char> = [LATIN, GREEK, CYRILLIC].concat().chars().collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        for &letter in &all {
            assert!(letter.to_string().nfc().eq([letter]) && letter.to_lowercase().eq([letter]), "{letter}");
            assert!(letter.is_alphabetic() && !line::unseen(letter));
            assert_eq!((lower(letter), unsigned(letter)), (Some(letter), None));
        }
        assert!(DISTINCT.chars().all(|c| GREEK.contains(c) || CYRILLIC.contains(c)));
        // Every letter with a sign on it has one plain form, of the same script.
        let signed: Vec<char> = PLAIN.iter().flat_map(|(letters, _)| letters.chars()).collect();
        assert_eq!(signed.iter().collect::<BTreeSet<_>>().len(), signed.len());
        for (letters, plain) in PLAIN {
            for letter in letters.chars() {
                assert!(letter.to_string().nfc().eq([letter]) && letter.to_lowercase().eq([letter]));
                let base = letter.to_string().nfd().next().unwrap();
                assert!(Kind::of(base).is_none() || plain.starts_with(base), "{letter}");
            }
            assert!(plain.chars().all(|c| all.contains(&c)), "{plain}");
        }
    }

    /// One sign more, or one exchanged for another that looks like it, never gives other words: the text is
    /// refused, or comes out as the same. Where a digit stands for a letter or a letter for a digit, what comes
    /// out shows it: digits stand apart from letters.
    #[test]
    fn no_variant_that_looks_the_same_gives_other_words() {
        let text = "appel peer, cafe\u{301} 3 17 l'eau oase";
        let words = Words::typed(text).unwrap();
        let digits = |words: &Words| words.as_str().chars().filter(char::is_ascii_digit).count();
        let signs: Vec<char> = text.chars().collect();
        let unseen = line::UNSEEN.iter().flat_map(|&(first, last)| first..=last.min(first + 64));
        // A tab shows, as a space.
        let unseen: Vec<char> = unseen.filter_map(char::from_u32).filter(|&sign| sign != '\t').collect();
        let like = |sign: char| match sign {
            'a' => "áàâäåāăąаɑα\u{ff41}\u{1d41a}",
            'e' => "éèêëēęеҽ℮\u{212f}\u{ff45}",
            'p' => "рρ\u{2374}",
            'r' => "гᴦ",
            'c' => "сϲⅽ",
            'f' => "ƒſϝ",
            'l' => "łĺľӏ1|ⅼ\u{5c0}",
            's' => "ѕꜱ",
            'o' => "óòôöøőοоօ0০",
            'u' => "υսᴜ",
            '\'' => "\u{2019}\u{2018}\u{2bc}`´\u{2032}ʹ",
            ',' => "､\u{201a}٬",
            ' ' => "\u{a0}\u{2003}\u{202f}\u{3000}\t",
            '1' => "l|ӏ١¹",
            '3' => "зЗ３³",
            '7' => "７٧",
            _ => "",
        };
        let mut tried = 0;
        let mut try_one = |variant: String| {
            tried += 1;
            if let Ok(other) = Words::typed(&variant) {
                assert!(other == words || digits(&other) != digits(&words), "{variant:?} {other:?}");
            }
            assert!(Words::new(&variant).is_none_or(|w| w.as_str() == variant));
        };
        for at in 0..=signs.len() {
            let (before, after): (String, String) =
                (signs[..at].iter().collect(), signs[at..].iter().collect());
            for &sign in &unseen {
                try_one(format!("{before}{sign}{after}"));
            }
            if let Some(sign) = signs.get(at) {
                like(*sign).chars().for_each(|other| {
                    try_one(format!("{before}{other}{}", &after[sign.len_utf8()..]));
                });
            }
        }
        assert!(tried > 10_000, "{tried}");
    }
}
