//! When two texts look alike to a person though they differ. Imports nothing of ours.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// What a text looks like: two texts that a person may take for one another have the same look.
///
/// Made with the table of confusable characters of Unicode Technical Standard 39, so that a letter of
/// another script counts as the Latin one that it resembles, and invisible signs as nothing. Beyond the
/// standard: width, capitals, accents, spaces, and zeros in front of a number make no difference, and
/// `0` and `O`, and `1`, `l` and `I`, are one, also as capitals or not.
pub fn look(text: &str) -> String {
    let mut out = Vec::new();
    look_into(text, &mut out);
    // Single bytes are ASCII and other letters are whole.
    String::from_utf8_lossy(&out).into_owned()
}

/// Names that a person takes for one another: each with the first that looks like it. Equal names are one.
pub fn alike<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut pairs = Vec::new();
    let mut known = BTreeSet::new();
    for name in names.filter(|name| known.insert(*name)) {
        match seen.entry(look(name)) {
            Entry::Vacant(free) => drop(free.insert(name)),
            Entry::Occupied(first) => pairs.push(((*first.get()).to_owned(), name.to_owned())),
        }
    }
    pairs
}

/// [`look`] into a buffer that is used again, as UTF-8: for lists of a million.
pub fn look_into(text: &str, out: &mut Vec<u8>) {
    out.clear();
    match text.is_ascii() {
        true => text.bytes().for_each(|b| push(b, out)),
        false => foreign(text, out),
    }
    plain_numbers(out);
}

/// Adds one ASCII sign. Digits stay, so that [`plain_numbers`] knows a number when it sees one.
fn push(byte: u8, out: &mut Vec<u8>) {
    let byte = match byte.to_ascii_uppercase() {
        b'I' | b'|' => b'L',
        b'`' => b'\'',
        byte => byte,
    };
    match (out.last(), byte) {
        (_, b' ' | b'\x00'..=b'\x1f' | b'\x7f') => {}
        // As `rn` resembles `m`.
        (Some(b'R'), b'N') => replace_last(out, b'M'),
        (Some(b'V'), b'V') => replace_last(out, b'W'),
        (_, b'"') => out.extend_from_slice(b"''"),
        _ => out.push(byte),
    }
}

fn replace_last(out: &mut [u8], byte: u8) {
    if let Some(last) = out.last_mut() {
        *last = byte;
    }
}

/// Adds a text with signs beyond ASCII.
fn foreign(text: &str, out: &mut Vec<u8>) {
    let mut one = [0; 4];
    for c in text.nfkd() {
        if c.is_ascii() {
            push(c as u8, out);
            continue;
        }
        let start = out.len();
        skeleton(c.encode_utf8(&mut one)).for_each(|like| add(like, out));
        if out[start.min(out.len())..].is_ascii() {
            continue;
        }
        // Some capitals resemble a Latin letter though the small letter does not.
        out.truncate(start);
        for capital in c.to_uppercase() {
            skeleton(capital.encode_utf8(&mut one)).for_each(|like| add(like, out));
        }
    }
}

/// Adds one sign, unless nobody sees it or it stands on another as an accent does.
fn add(sign: char, out: &mut Vec<u8>) {
    match sign {
        _ if sign.is_ascii() => push(sign as u8, out),
        // Seen as an empty place.
        '\u{2800}' => {}
        _ if sign.is_whitespace() || sign.is_control() || is_combining_mark(sign) => {}
        _ => out.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// Takes the zeros off the front of numbers, and writes digits that resemble letters as those.
fn plain_numbers(out: &mut Vec<u8>) {
    let is_digit = |b: &u8| b.is_ascii_digit() || matches!(b, b'O' | b'L');
    let is_nought = |b: &u8| matches!(b, b'0' | b'O');
    if out.iter().any(u8::is_ascii_digit) {
        let (mut from, mut to) = (0, 0);
        while from < out.len() {
            let end = from + out[from..].iter().take_while(|b| is_digit(b)).count();
            if end == from {
                out[to] = out[from];
                (from, to) = (from + 1, to + 1);
                continue;
            }
            // Letters alone are a word: "noor" is not "nor".
            if out[from..end].iter().any(u8::is_ascii_digit) {
                let zeros = out[from..end].iter().take_while(|b| is_nought(b)).count();
                from += zeros.min(end - from - 1);
            }
            out.copy_within(from..end, to);
            (to, from) = (to + end - from, end);
        }
        out.truncate(to);
    }
    for byte in out {
        match byte {
            b'0' => *byte = b'O',
            b'1' => *byte = b'L',
            _ => {}
        }
    }
}

/// A number of 64 bits for a text, the same on every machine: texts with different ones differ.
pub fn sketch(text: &[u8]) -> u64 {
    // FNV-1a, with the last step of SplitMix64 so that all bits count.
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for &byte in text {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_people_take_for_one_another() {
        let kinds: &[&[&str]] = &[
            &[
                "900",
                "0900",
                "9\u{41e}0",
                "900\u{2060}",
                "900\u{ad}",
                "\u{ff19}\u{ff10}\u{ff10}",
                "9OO",
                "9oo",
            ],
            &["P-007", "p-7", "\u{420}-007", "\u{3c1}-07", "P \u{2011} 007", "P-O7", "P\u{200d}-7\u{fe0f}"],
            &["1lI", "l1I", "IIl", "\u{406}1|", "\u{4c0}ll"],
            &["anna", "\u{430}nna", "ANN\u{c0}", "\u{1d41a}nna", "an na", "\u{202e}anna"],
            &["Te\u{301}o", "T\u{e9}0", "\u{422}eo", "\u{442}\u{435}\u{43e}"],
            &["arn1", "am1", "AM1"],
            &["a-b", "A\u{2013}b", "a\u{2212}B"],
        ];
        for (i, alike) in kinds.iter().enumerate() {
            for text in *alike {
                assert_eq!(look(text), look(alike[0]), "{text:?} {}", alike[0]);
            }
            assert!(kinds[i + 1..].iter().all(|other| look(other[0]) != look(alike[0])));
        }
    }

    #[test]
    fn ids_that_differ_look_different() {
        let ids = [
            "1", "10", "100", "2", "noor", "nor", "0", "1-11", "11-1", "A1", "B1", "a.1", "12", "21", "x",
            "-", "\u{4e00}", "\u{4e8c}",
        ];
        let mut looks: Vec<String> = ids.iter().map(|id| look(id)).collect();
        looks.sort();
        looks.dedup();
        assert_eq!(looks.len(), ids.len());
        assert_eq!((look(""), look(" \u{ad}")), (String::new(), String::new()));
    }

    #[test]
    fn a_sign_of_ascii_looks_the_same_by_both_ways() {
        for byte in 0..128u8 {
            let (text, mut slow) = (char::from(byte).to_string(), Vec::new());
            foreign(&text, &mut slow);
            plain_numbers(&mut slow);
            assert_eq!(look(&text).as_bytes(), slow);
            // The standard's own table says nothing else of single signs, but for signs that it makes longer.
            let standard: String = skeleton(&text).collect();
            if !matches!(byte, b'm' | b'%') {
                assert_eq!(look(&standard), look(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn sketches_are_pinned() {
        assert_eq!(sketch(b""), 0xf52a_15e9_a9b5_e89b);
        assert_ne!(sketch(b"12"), sketch(b"21"));
    }
}
