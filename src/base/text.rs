//! Text as people type it: spaces, capitals, dashes, near misses; and many short texts in one
//! block of memory. Imports nothing of ours but its siblings.

use super::look::look;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::collections::BTreeMap;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text without spaces around it, with every run of white space inside as one space, in
/// Unicode normalization form C, and without invisible marks (byte order mark, zero-width space).
pub fn tidy(text: &str) -> String {
    if text.is_ascii() {
        return ascii(text).map(char::from).collect();
    }
    let mut tidied = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace()) {
        let from = tidied.len();
        if from > 0 {
            tidied.push(' ');
        }
        tidied.extend(word.chars().filter(|c| !matches!(c, '\u{feff}' | '\u{200b}')));
        if tidied.len() == from + usize::from(from > 0) {
            tidied.truncate(from);
        }
    }
    match is_nfc_quick(tidied.chars()) {
        IsNormalized::Yes => tidied,
        _ => tidied.nfc().collect(),
    }
}

/// The signs of [`tidy`] of an ASCII text.
fn ascii(text: &str) -> impl Iterator<Item = u8> {
    let mut space = false;
    text.trim().bytes().filter_map(move |byte| {
        // As of a `char`: a vertical tab is one, a separator of files is none.
        let white = matches!(byte, b'\t'..=b'\r' | b' ');
        let first = white && !space;
        space = white;
        match white {
            true => first.then_some(b' '),
            false => Some(byte),
        }
    })
}

/// A small file as text, whatever encoding it was saved in: UTF-8 or UTF-16, with or without a byte-order
/// mark; `None` where bytes stand for no sign.
pub fn saved(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| {
        let zero = |at: usize| bytes.get(at) == Some(&0);
        match (zero(0), zero(1)) {
            (true, false) => (UTF_16BE, 0),
            (false, true) => (UTF_16LE, 0),
            _ => (UTF_8, 0),
        }
    });
    let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
    (!damaged).then(|| text.into_owned())
}

/// Text from a file, with signs that could steer a terminal made visible.
pub fn shown(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    };
    text.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect()
}

/// [`shown`] between quotation marks, cut after sixty characters.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let start: String = text.chars().take(LONGEST).collect();
    let cut = if start.len() < text.len() { "..." } else { "" };
    format!("\"{}{cut}\"", shown(&start))
}

/// An id as it is when a spreadsheet has taken the zeros off the front of its numbers: G-12 of G-012. Capitals do not count.
pub fn without_zeros(id: &str) -> String {
    let mut bare = String::new();
    for sign in fold(id).chars() {
        // A nought on its own is kept.
        let mut before = bare.bytes().rev();
        if before.next() == Some(b'0')
            && sign.is_ascii_digit()
            && !before.next().is_some_and(|b| b.is_ascii_digit())
        {
            bare.pop();
        }
        bare.push(sign);
    }
    bare
}

/// The key by which people look a text up in a list: [`fold`], and numbers by their size, so that 13 stands before 117.
pub fn natural(text: &str) -> String {
    const WIDTH: usize = 20;
    let (mut key, mut digits) = (String::new(), String::new());
    let flush = |key: &mut String, digits: &mut String| {
        if !digits.is_empty() {
            key.push_str(&format!("{:0>WIDTH$}", digits.trim_start_matches('0')));
            digits.clear();
        }
    };
    for sign in fold(text).chars() {
        if sign.is_ascii_digit() {
            digits.push(sign);
        } else {
            flush(&mut key, &mut digits);
            key.push(sign);
        }
    }
    flush(&mut key, &mut digits);
    key
}

/// Whether nothing is left of the text after [`tidy`].
pub fn blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// The key under which two spellings count as the same: [`tidy`], lower case, every kind of dash
/// as `-` and every kind of apostrophe as `'` (word processors replace both).
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return ascii(text).map(|sign| char::from(lower(sign))).collect();
    }
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' | '\u{b4}' => '\'',
        _ => c,
    };
    tidy(text).chars().map(plain).flat_map(char::to_lowercase).collect()
}

/// Whether [`fold`] makes `key` of the text: for a question about each of a million cells.
pub fn folds_to(text: &str, key: &str) -> bool {
    match text.is_ascii() {
        true => ascii(text).map(lower).eq(key.bytes()),
        false => fold(text) == key,
    }
}

/// What [`fold`] makes of an ASCII sign.
fn lower(sign: u8) -> u8 {
    if sign == b'`' { b'\'' } else { sign.to_ascii_lowercase() }
}

/// [`fold`] without spaces, `_`, `-` and `.`: the key for column headings that the program itself
/// looks for, so that `Min Flex`, `min_flex` and `MinFlex` are one.
pub fn fold_heading(text: &str) -> String {
    fold(text).chars().filter(|c| !matches!(c, ' ' | '_' | '-' | '.')).collect()
}

/// The candidate that `text` was probably meant to be: one that looks the same ([`look`]); or the nearest in
/// optimal string alignment distance after [`fold`], at most a third of the length away; the first one if
/// several tie; or else the only one that starts with the text. Never one with other digits: "65+" and "75+" are one key
/// apart, and nobody mistypes the one for the other.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text: String = fold(text).chars().take(LONGEST_COMPARED).collect();
    let own = look(&text);
    let mut best: Option<(usize, &str)> = None;
    let mut starting = Vec::new();
    for candidate in candidates {
        let key: String = fold(candidate).chars().take(LONGEST_COMPARED).collect();
        if !own.is_empty() && look(&key) == own {
            return Some(candidate);
        }
        let of = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let (digits, others) = (of(&text), of(&key));
        if !digits.is_empty() && !others.is_empty() && digits != others {
            continue;
        }
        if text.len() >= SHORTEST_START && key.starts_with(&text) {
            starting.push(candidate);
        }
        let distance = strsim::osa_distance(&text, &key);
        let longest = text.chars().count().max(key.chars().count());
        if distance <= (longest / 3).max(1) && distance < longest && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate).or(match starting[..] {
        [only] => Some(only),
        _ => None,
    })
}

/// Bytes of a start that tells what was meant at least.
const SHORTEST_START: usize = 3;

/// Characters of a text that [`nearest`] looks at; keeps a damaged file from costing minutes.
const LONGEST_COMPARED: usize = 80;

/// A spreadsheet's letters for a column counted from 0: A, B, ... Z, AA, AB ...
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(b'A' + (left % 26) as u8);
        left /= 26;
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}

/// Where each of many texts ends in one block of memory, in two bytes each and a few more: a table of a million rows has
/// ten million cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// How far behind the start of its group a text ends; [`FAR`] where that does not fit.
    near: Vec<u16>,
    /// Where each group of texts starts.
    starts: Vec<u32>,
    /// The ends that are too far, by the index of the text.
    far: BTreeMap<u32, u32>,
    last: u32,
}

/// Texts that are counted from one start.
const GROUP: usize = 64;
/// The end stands elsewhere.
const FAR: u16 = u16::MAX;

impl Ends {
    /// Adds an end; `false`, and nothing added, when it lies before the last one or is too large.
    #[must_use]
    pub fn push(&mut self, end: usize) -> bool {
        let (Ok(end), Ok(index)) = (u32::try_from(end), u32::try_from(self.near.len())) else { return false };
        if end < self.last {
            return false;
        }
        if self.near.len().is_multiple_of(GROUP) {
            self.starts.push(self.last);
        }
        let start = self.starts.last().copied().unwrap_or(0);
        match u16::try_from(end - start) {
            Ok(near) if near != FAR => self.near.push(near),
            _ => {
                self.near.push(FAR);
                self.far.insert(index, end);
            }
        }
        self.last = end;
        true
    }

    /// Makes room for so many.
    fn reserve(&mut self, ends: usize) {
        self.near.reserve(ends);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.near.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.near.is_empty()
    }

    /// The end at `index`, counted from 0. Panics beyond the last.
    fn at(&self, index: usize) -> usize {
        let end = match self.near[index] {
            FAR => self.far.get(&(index as u32)).copied().unwrap_or(self.last),
            near => self.starts[index / GROUP] + u32::from(near),
        };
        end as usize
    }

    /// Where the text at `index` starts.
    fn start(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |before| self.at(before))
    }
}

/// Many short texts in one block of memory: a table of a million rows as two allocations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    text: String,
    ends: Ends,
}

impl Texts {
    /// Largest number of bytes in one list.
    pub const MOST_BYTES: usize = u32::MAX as usize;

    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// From texts that lie one after the other in `text`; `ends` says where each ends. `None` when
    /// the ends do not ascend to the length of `text` along character boundaries.
    pub fn from_parts(text: String, ends: Ends) -> Option<Self> {
        let sound = (0..ends.len()).all(|index| text.is_char_boundary(ends.at(index)));
        (sound && ends.last as usize == text.len()).then_some(Self { text, ends })
    }

    /// Adds a text at the end; `false`, and nothing added, when the list would exceed
    /// [`Texts::MOST_BYTES`].
    #[must_use]
    pub fn push(&mut self, text: &str) -> bool {
        let fits = self.ends.push(self.text.len() + text.len());
        if fits {
            self.text.push_str(text);
        }
        fits
    }

    /// Number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of all texts.
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// Whether the list has no texts.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text at `index`, counted from 0. Panics beyond the end.
    pub fn get(&self, index: usize) -> &str {
        &self.text[self.ends.start(index)..self.ends.at(index)]
    }

    /// Texts that lie one behind the other, as one. Panics beyond the end.
    pub fn run(&self, texts: std::ops::Range<usize>) -> &str {
        &self.text[self.ends.start(texts.start)..self.ends.start(texts.end)]
    }

    /// Rows of so many texts each, in this order: those that are not named are left out, and none is named twice.
    pub fn rows(&self, order: &[u32], width: usize) -> Self {
        let mut rows = Self { text: String::with_capacity(self.text.len()), ends: Ends::default() };
        rows.ends.reserve(order.len() * width);
        for &row in order {
            for index in row as usize * width..(row as usize + 1) * width {
                // A part of a list that fits, fits.
                let _ = rows.push(self.get(index));
            }
        }
        rows
    }

    /// All texts in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        (0..self.len()).map(|i| self.get(i))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_by_their_size() {
        let mut all = ["117", "121", "13", "tafel 10", "Tafel 2", "9a", "007"];
        all.sort_by_cached_key(|text| natural(text));
        assert_eq!(all, ["007", "9a", "13", "117", "121", "Tafel 2", "tafel 10"]);
    }

    #[test]
    fn spellings_that_people_see_as_the_same() {
        assert_eq!(tidy("\u{feff}  Peel \u{a0} en\nMaas \u{200b} "), "Peel en Maas");
        assert_eq!(tidy("Cafe\u{301}"), "Café");
        assert_eq!(fold(" 18\u{2013}24 "), "18-24");
        assert_eq!(fold("\u{2019}t ZAND"), "'t zand");
        assert_eq!(fold_heading(" Min Flex"), fold_heading("min_flex"));
        let bare = [" 0002", "2", "G-012", "0", "000", "100", "a0b01"].map(without_zeros);
        assert_eq!(bare, ["2", "2", "g-12", "0", "0", "100", "a0b1"]);
        assert!(blank(" \u{a0}\u{feff}\t") && !blank(" x "));
    }

    /// ASCII has a way of its own, as most cells of a million are nothing else.
    #[test]
    fn plain_texts_are_tidied_and_folded_as_all_others() {
        for text in ["", "x", " A  b\t\nC ", "\x0bA`s\x0c-B", "\x1ca\x1c b\r\n", "  ", "Z.9_ \u{7f}"] {
            // A sign beyond ASCII at the end takes the other way.
            let other = |of: fn(&str) -> String| of(&format!("{text}!\u{e9}")).replace('\u{e9}', "");
            assert_eq!(tidy(&format!("{text}!")), other(tidy), "{text:?}");
            assert_eq!(fold(&format!("{text}!")), other(fold), "{text:?}");
            assert!(folds_to(text, &fold(text)) && !folds_to(text, &format!("{}x", fold(text))), "{text:?}");
        }
        assert!(folds_to(" Caf\u{c9} ", "caf\u{e9}") && !folds_to("cafe", "caf\u{e9}"));
        assert_eq!(tidy(" a \t"), "a");
    }

    #[test]
    fn nearest_suggests_only_what_is_near() {
        let values = ["female", "male", "non-binary or other"];
        assert_eq!(nearest("femal", values), Some("female"));
        assert_eq!(nearest("Mael", values), Some("male"));
        assert_eq!(nearest("non binary/other", values), Some("non-binary or other"));
        assert_eq!(nearest("unknown", values), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("", values), None);
        assert_eq!(nearest("Man", ["Mannen", "Vrouwen"]), Some("Mannen"));
        assert_eq!(nearest("west", ["west-noord", "west-zuid"]), None);
        assert_eq!(nearest("65+", ["18-64", "75+"]), None);
        assert_eq!(nearest("65 +", ["75+", "65+"]), Some("65+"));
        assert_eq!(nearest("25-34 jr", ["25-34 jaar", "35-44 jaar"]), Some("25-34 jaar"));
        assert_eq!(nearest("m\u{430}n\u{ad}", ["woman", "man"]), Some("man"));
    }

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        let named = |c| column_letters(c);
        assert_eq!([named(0), named(25), named(26), named(701), named(702)], ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn texts_come_back_as_they_went_in() {
        let mut texts = Texts::new();
        for text in ["", "é", "", "007"] {
            assert!(texts.push(text));
        }
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["", "é", "", "007"]);
        assert_eq!(texts.rows(&[1, 0], 2).iter().collect::<Vec<_>>(), ["", "007", "", "é"]);
        assert_eq!(texts.rows(&[1], 2).iter().collect::<Vec<_>>(), ["", "007"]);
        assert!(texts.rows(&[], 2).is_empty());
        assert_eq!((texts.run(0..4), texts.run(2..4), texts.run(1..1)), ("é007", "007", ""));
        let parts = |ends: &[usize]| {
            let mut all = Ends::default();
            assert!(ends.iter().all(|end| all.push(*end)));
            Texts::from_parts("é7".into(), all)
        };
        assert_eq!(parts(&[0, 2, 2, 3]).unwrap().get(1), "é");
        assert_eq!(parts(&[1, 3]), None);
        assert_eq!(parts(&[2]), None);
    }

    #[test]
    fn ends_of_long_texts_stand_elsewhere() {
        let long = "x".repeat(70_000);
        let of = |n: usize| match n % 97 {
            0 => long.clone(),
            1 => "y".repeat(65_535),
            n => n.to_string(),
        };
        let mut texts = Texts::new();
        assert!((0..300).all(|n| texts.push(&of(n))));
        assert!((0..300).all(|n| texts.get(n) == of(n)));
        assert_eq!(texts.run(96..99), format!("96{long}{}", "y".repeat(65_535)));
        let mut ends = Ends::default();
        assert!(ends.push(7) && !ends.push(6) && !ends.push(1 << 32) && ends.len() == 1);
    }
}
