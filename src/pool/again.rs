//! People of a list who are in the pool under another id: ids that were spoiled on their way, and people of whom as much is the same as
//! one person has of their own. Imports `base`, `register` and its siblings.

use super::dates;
use super::doubles::{self, PAIRS, Traits};
use super::traits::Trait;
use crate::base::fault::Rows;
use crate::base::look::look_into;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Digits that a spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;
/// Digits of a number that is written with a power of ten, at most.
const MOST_DIGITS: usize = 20;

/// Which of these ids may be others that were spoiled: the text of each, with the rows of those others. `others` gives ids with the
/// numbers of their rows. Signs, capitals, zeros in front and what only looks like another sign do not count; nor do decimals, a
/// power of ten, digits beyond the fifteenth, letters around a number, or a date that was made of `1-12`. What two of those others
/// make together is neither.
pub(super) fn ids<'a>(
    ids: impl Iterator<Item = &'a str> + Clone,
    others: impl Iterator<Item = (&'a str, usize)> + Clone,
) -> BTreeMap<String, Rows> {
    let mut wanted: BTreeMap<Vec<u8>, BTreeSet<&str>> = BTreeMap::new();
    let two = of_several(ids.clone(), others.clone().map(|(id, _)| id), 1);
    for id in ids.filter(|id| !two.contains(*id)) {
        forms(id, true, &mut |form| _ = wanted.entry(form.to_vec()).or_default().insert(id));
    }
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    if wanted.is_empty() {
        return BTreeMap::new();
    }
    for (id, row) in others {
        forms(id, false, &mut |form| {
            for &own in wanted.get(form).into_iter().flatten() {
                found.entry(own.to_owned()).or_default().insert(row);
            }
        });
    }
    found.into_iter().map(|(id, rows)| (id, rows.into_iter().collect())).collect()
}

/// Ids by everything that they may look like on a list, of which one that nobody has can be known again. Of two that look alike
/// either is offered.
pub(crate) struct Spoiled<'a>(BTreeMap<Vec<u8>, &'a str>);

impl<'a> Spoiled<'a> {
    /// These ids.
    pub fn of(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut of = BTreeMap::new();
        for id in ids {
            forms(id, false, &mut |form| _ = of.entry(form.to_vec()).or_insert(id));
        }
        Self(of)
    }

    /// The one that a text of a list may be, spoiled on its way as in [`ids`].
    pub fn find(&self, text: &str) -> Option<&'a str> {
        let mut found = None;
        forms(text, true, &mut |form| found = found.or_else(|| self.0.get(form).copied()));
        found
    }
}

/// Everything that an id may have been; of one on a list also what it may have lost.
pub(crate) fn forms(id: &str, listed: bool, each: &mut dyn FnMut(&[u8])) {
    let mut text = Vec::new();
    // Most of millions of numbers are nothing but digits, and have no other form.
    if !listed && id.len() <= KEPT_DIGITS && !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()) {
        look_into(id, &mut text);
        return each(&text);
    }
    let id = without_wrapping(id);
    let bare = doubles::bare(&id);
    let signless = |text: &mut Vec<u8>| text.retain(|sign| sign.is_ascii_alphanumeric() || !sign.is_ascii());
    let (parts, separate) = apart(bare);
    // Nobody puts a sign into a number that separates ids: 1/2 is not 12.
    if !(listed && separate) {
        // Without signs first: a look is another for a number than for digits among signs.
        let sign = |c: char| {
            c != '|' && c.is_ascii() && !c.is_ascii_alphanumeric() || ('\u{2010}'..='\u{2015}').contains(&c)
        };
        look_into(&bare.replace(sign, ""), &mut text);
        signless(&mut text);
        if !text.is_empty() {
            each(&text);
        }
    }
    if parts.len() > 1 {
        let mut whole: Vec<Vec<u8>> = Vec::new();
        for part in &parts {
            look_into(part, &mut text);
            signless(&mut text);
            whole.push(text.clone());
        }
        each(&whole.join(&b'.'));
    }
    let digits: String = id.chars().filter(char::is_ascii_digit).collect();
    let number = !id.is_empty() && digits.len() == id.len();
    // Letters around the only number of an id.
    let runs = id.split(|sign: char| !sign.is_ascii_digit()).filter(|run| !run.is_empty()).count();
    if runs == 1 && (number && listed || !number && !listed) {
        each(format!("#{}", digits.trim_start_matches('0')).as_bytes());
    }
    if number && digits.len() > KEPT_DIGITS {
        let (kept, rest) = digits.split_at(KEPT_DIGITS);
        if !listed || rest.bytes().all(|digit| digit == b'0') {
            each(format!("~{kept} {}", rest.len()).as_bytes());
        }
    }
    if let Some(plain) = written_out(&id) {
        look_into(&plain, &mut text);
        each(&text);
    }
    let mut pair = |text: String| each_date(&text, each);
    match listed {
        true => dates::ranges(&id).into_iter().for_each(pair),
        false => pair(id.replace(['/', '.', ' '], "-")),
    }
}

/// The parts of an id between which a sign stands that has a digit on both sides, and whether one of these signs separates ids.
fn apart(id: &str) -> (Vec<&str>, bool) {
    let (mut parts, mut separate) = (Vec::new(), false);
    let (mut from, mut last) = (0, None);
    for (at, sign) in id.char_indices().filter(|(_, sign)| sign.is_alphanumeric()) {
        let before: Option<(usize, char)> = last.replace((at + sign.len_utf8(), sign));
        let Some((end, other)) = before else { continue };
        let separates = id[end..at].contains([';', '/', '\n', '\r']);
        let divides = separates || id[end..at].chars().any(|it| !it.is_whitespace());
        if sign.is_ascii_digit() && other.is_ascii_digit() && divides {
            parts.push(&id[from..end]);
            from = at;
            separate |= separates;
        }
    }
    parts.push(&id[from..]);
    (parts, separate)
}

/// Which of these cells of a list hold several ids: each of their parts is one of `all`, or looks like one.
pub(super) fn several<'a>(
    cells: impl Iterator<Item = &'a str>,
    all: impl Iterator<Item = &'a str>,
) -> BTreeSet<String> {
    // A dash stands in ids as well, so that only long ones are taken for two.
    of_several(cells, all, 3)
}

/// The same, with a dash between two ids if both have as many signs.
fn of_several<'a>(
    cells: impl Iterator<Item = &'a str>,
    all: impl Iterator<Item = &'a str>,
    dashed: usize,
) -> BTreeSet<String> {
    const BETWEEN: [&str; 8] = ["en", "and", "t", "m", "tot", "met", "to", "&"];
    let parts = |cell: &str| -> Vec<Vec<u8>> {
        let signs = |sign: char| sign.is_whitespace() || ";,/|&+".contains(sign);
        let words = cell.split(signs).filter(|part| !part.is_empty() && !BETWEEN.contains(part));
        let ends = |part: &'_ str| match part.split_once(['-', '\u{2013}']) {
            Some((one, two)) if one.len().min(two.len()) >= dashed => vec![one.to_owned(), two.to_owned()],
            _ => vec![part.to_owned()],
        };
        let looks = |part: String| {
            let mut look = Vec::new();
            look_into(&part, &mut look);
            look
        };
        words.flat_map(ends).map(looks).collect()
    };
    let mut cells: BTreeMap<&str, Vec<Vec<u8>>> = cells.map(|cell| (cell, parts(cell))).collect();
    cells.retain(|_, parts| parts.len() > 1);
    let mut wanted: BTreeMap<Vec<u8>, bool> =
        cells.values().flatten().map(|it| (it.clone(), false)).collect();
    if !wanted.is_empty() {
        let mut look = Vec::new();
        for id in all {
            look_into(id, &mut look);
            if let Some(met) = wanted.get_mut(&look) {
                *met = true;
            }
        }
    }
    cells.retain(|_, parts| parts.iter().all(|part| wanted.get(part) == Some(&true)));
    cells.into_keys().map(str::to_owned).collect()
}

/// Two small numbers with a dash between them, as a spreadsheet takes for a date.
fn each_date(text: &str, each: &mut dyn FnMut(&[u8])) {
    let number = |part: &str| part.parse::<u32>().ok().filter(|&n| n < 32 && part.len() < 3);
    if let Some((day, month)) = text.split_once('-').and_then(|(a, b)| Some((number(a)?, number(b)?))) {
        each(format!("@{day}-{month}").as_bytes());
    }
}

/// A number with a power of ten, in digits: 1200000 of `12E5`.
fn written_out(id: &str) -> Option<String> {
    let (number, power) = id.split_once(['E', 'e'])?;
    let power: usize = power.trim_start_matches('+').parse().ok().filter(|&power| power < MOST_DIGITS)?;
    let (whole, rest) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = !whole.is_empty() && digits(whole) && digits(rest) && rest.len() <= power;
    let zeros = power.saturating_sub(rest.len());
    (fits && whole.len() + power <= MOST_DIGITS).then(|| format!("{whole}{rest}{}", "0".repeat(zeros)))
}

/// An id without what a program or a hand put around it: `nr 12`, `<a@b.nl>`, `mailto:a@b.nl`; digits of every script are these.
fn without_wrapping(id: &str) -> String {
    const FRONT: &[&str] = &["mailto:", "nummer", "number", "nr", "no", "id"];
    let digit = |sign: char| {
        const ZEROS: [u32; 4] = [0x660, 0x6f0, 0x966, 0xff10];
        let zero = ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(sign)));
        zero.and_then(|zero| char::from_digit(u32::from(sign) - zero, 10)).unwrap_or(sign)
    };
    let id: String = if id.is_ascii() { id.to_owned() } else { id.nfkc().map(digit).collect() };
    let is_wrapping = |sign: char| {
        sign.is_whitespace()
            || "'\"<>()[]=#+\u{2018}\u{2019}\u{201c}\u{201d}\u{2039}\u{203a}\u{ab}\u{bb}`\u{b4}"
                .contains(sign)
    };
    let id = id.trim_matches(is_wrapping);
    let starts = |front: &&&str| id.get(..front.len()).is_some_and(|start| start.eq_ignore_ascii_case(front));
    let Some(front) = FRONT.iter().find(starts) else { return id.to_owned() };
    let rest = id[front.len()..].trim_start_matches(|sign: char| is_wrapping(sign) || ".:".contains(sign));
    let fits = front.ends_with(':') || rest.starts_with(|sign: char| sign.is_ascii_digit());
    if fits { rest } else { id }.to_owned()
}

/// Rows of a list that are a person of the pool: two of name, e-mail address, telephone number and date of birth are the same, or the
/// address or number is and the names fit. With the rows of the pool by index, and what is the same.
pub(super) fn people(
    list: &Traits<'_>,
    rows: &[u32],
    pool: &Traits<'_>,
    all: &[u32],
) -> Vec<(u32, u32, Vec<Trait>)> {
    let mut found = Vec::new();
    let alone = [[Trait::Mail], [Trait::Phone]];
    let each = PAIRS.iter().map(|pair| &pair[..]).chain(alone.iter().map(|one| &one[..]));
    for wanted in each.filter(|wanted| wanted.iter().all(|&one| list.has(one) && pool.has(one))) {
        let mut of: BTreeMap<Vec<u8>, Vec<u32>> = BTreeMap::new();
        for &row in rows {
            of.entry(list.written(wanted, row)).or_default().push(row);
        }
        of.remove(&Vec::new());
        if of.is_empty() {
            continue;
        }
        for &other in all {
            for &row in of.get(&pool.written(wanted, other)).into_iter().flatten() {
                if wanted.len() > 1 || list.fits(row, pool, other) {
                    found.push((row, other, wanted.to_vec()));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoiled_ids_are_known_again() {
        let like = |listed: &str, own: &str| !ids([listed].into_iter(), [(own, 2)].into_iter()).is_empty();
        for (listed, own) in [
            ("12345678901234000", "12345678901234012"),
            ("1200000", "12E5"),
            ("1,2E+06", "1200000"),
            ("'0012", "0012"),
            ("\u{2019}0012", "0012"),
            ("=\"0012\"", "0012"),
            ("BB012", "BB-012"),
            ("BB_012", "BB-012"),
            ("012", "BB-012"),
            ("12", "BB-012"),
            ("+12", "12"),
            ("#12", "12"),
            ("nr 12", "12"),
            ("Nr. 12", "0012"),
            ("\u{661}\u{662}", "12"),
            ("1-dec", "1-12"),
            ("12-Jan", "1-12"),
            ("mailto:An@x.nl", "an@x.nl"),
            ("\u{2039}an@x.nl\u{203a}", "an@x.nl"),
            ("12.0", "0012"),
            ("1.234", "1234"),
            ("12/34", "12-34"),
            ("1234", "12-34"),
            ("2027.001", "2027-001"),
            ("2027/001", "2027-001"),
            ("2027001", "2027/001"),
            ("1234-5678", "12345678"),
            ("1234.5678", "12345678"),
            ("1234\u{2013}5678", "12345678"),
            ("0012-34", "001234"),
            ("12.34", "1234"),
        ] {
            assert!(like(listed, own), "{listed} {own}");
            assert_eq!(Spoiled::of(["x", own].into_iter()).find(listed), Some(own), "{listed}");
        }
        for (listed, own) in [
            ("12", "13"),
            ("12345678901234001", "12345678901234012"),
            ("1234567890123400", "12345678901234012"),
            ("noor", "nor"),
            ("no", "o"),
            ("A12", "B12"),
            ("A1B2", "12"),
            ("12", "A1B2"),
            ("1-dec", "1-11"),
            ("1; 2", "0012"),
            ("1/2", "12"),
            ("0001; 0002", "00010002"),
            ("1\n2", "12"),
            ("1 t/m 2", "12"),
            ("", "#"),
            ("-", "+"),
        ] {
            assert!(!like(listed, own), "{listed} {own}");
            assert_eq!(Spoiled::of([own].into_iter()).find(listed), None, "{listed}");
        }
    }
    #[test]
    fn two_ids_of_the_pool_are_no_third() {
        let like = |listed: &str, all: &[&str]| {
            ids([listed].into_iter(), all.iter().map(|&own| (own, 2))).contains_key(listed)
        };
        for (listed, two, third) in
            [("1-2", ["0001", "0002"], "0012"), ("1234-5678", ["1234", "5678"], "12345678")]
        {
            assert!(!like(listed, &[two[0], two[1], third]), "{listed}");
            assert!(like(listed, &[two[0], third]), "{listed}");
        }
    }
    #[test]
    fn cells_with_several_ids_are_no_id() {
        let all = ["0001", "0002", "P-7", "P-8", "an@x.nl", "bo@x.nl"];
        for cell in [
            "0001; 0002",
            "0001/0002",
            "1, 2",
            "0001 en 0002",
            "0001\n0002",
            "0001-0002",
            "0001 t/m 0002",
            "P-7 + p-8",
            "an@x.nl; bo@x.nl",
        ] {
            assert_eq!(several([cell].into_iter(), all.into_iter()).len(), 1, "{cell}");
        }
        for cell in ["0001", "1-2", "0001; 0003", "P-7", "0003/0004", "en", ""] {
            assert!(several([cell].into_iter(), all.into_iter()).is_empty(), "{cell}");
        }
    }
}
