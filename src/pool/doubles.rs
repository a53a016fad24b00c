//! Ids that look alike, and rows that are one person. Imports `base`, `register` and its siblings.
//!
//! Both are only pointed out: whether two rows are one person is for people to say. Sorted by sketches of
//! 64 bits, so that a million rows cost little more than to read them.

use super::lives::Lives;
use super::traits::{self, Trait};
use super::written;
use crate::base::fault::{Faults, Place, Prepare, Rows, What};
use crate::base::look::{look_into, sketch};
use crate::base::text::{blank, fold, fold_heading, tidy};
use crate::register::{Cells, Table};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Reports ids in `column` that look alike and are not equal. `rows` are the rows of the table that count,
/// by index, with an id each; `excluded` says who may not be drawn.
pub(super) fn report_ids(
    table: &Table,
    column: usize,
    rows: &[u32],
    excluded: &dyn Fn(&str) -> bool,
    faults: &mut Faults,
) {
    let id = |row: u32| table.cell(row as usize, column).trim();
    for group in groups(rows.iter().copied(), |row, out| look_into(bare(id(row)), out)) {
        report(table, &group, &|row| excluded(id(row)), faults, |place, excluded| {
            (What::IdsAlike { excluded }, place.column(&table.headings[column]))
        });
    }
}

/// An id without the decimals that a spreadsheet gave a number: 10 of `10.0`.
pub(super) fn bare(id: &str) -> &str {
    let decimals = |rest: &str| matches!(rest, "0" | "00");
    let whole = id.rsplit_once(['.', ',']).filter(|(_, rest)| decimals(rest)).map(|(whole, _)| whole);
    whole.filter(|whole| !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit())).unwrap_or(id)
}

/// Reports a group of rows, unless all of them are excluded.
fn report(
    table: &Table,
    group: &[u32],
    excluded: &dyn Fn(u32) -> bool,
    faults: &mut Faults,
    words: impl FnOnce(Place, Rows) -> (What, Place),
) {
    let number = |row: &u32| table.row(*row as usize).row;
    let out: Rows = group.iter().filter(|row| excluded(**row)).map(number).collect();
    if out.count() < group.len() {
        let place = Place::file(&table.name).rows(group.iter().map(number).collect());
        let (what, place) = words(place, out);
        faults.push(what, place);
    }
}

/// Rows for which `write` writes the same, two or more of them and ascending; groups in the order of their
/// first rows. Who has nothing written is in no group.
pub(crate) fn groups(rows: impl Iterator<Item = u32>, write: impl Fn(u32, &mut Vec<u8>)) -> Vec<Vec<u32>> {
    let mut text = Vec::new();
    let mut sketches: Vec<(u64, u32)> = Vec::new();
    for row in rows {
        text.clear();
        write(row, &mut text);
        if !text.is_empty() {
            sketches.push((sketch(&text), row));
        }
    }
    sketches.sort_unstable();
    let mut found = Vec::new();
    for alike in sketches.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        // Sketches can be equal by chance.
        let mut exact: BTreeMap<Vec<u8>, Vec<u32>> = BTreeMap::new();
        for &(_, row) in alike {
            let mut text = Vec::new();
            write(row, &mut text);
            exact.entry(text).or_default().push(row);
        }
        found.extend(exact.into_values().filter(|group| group.len() > 1));
    }
    found.sort_unstable();
    found
}

/// Rows that tell what a column holds.
const LOOKED_AT: usize = 200;

/// What people write who write nothing, after [`fold`].
const NOTHING: &[&str] =
    &["onbekend", "unknown", "geen", "none", "n.v.t.", "nvt", "n/a", "nee", "no", "x", "-", "?", "."];

/// The columns of a table that tell who somebody is.
pub(crate) struct Traits<'a> {
    table: &'a dyn Cells,
    /// Columns of each trait.
    columns: BTreeMap<Trait, Vec<usize>>,
}

impl<'a> Traits<'a> {
    /// The traits that a table has, but in the columns `taken`.
    pub(crate) fn new(table: &'a dyn Cells, taken: &[usize]) -> Self {
        let mut columns: BTreeMap<Trait, Vec<usize>> = BTreeMap::new();
        for column in (0..table.headings().len()).filter(|c| !taken.contains(c) && !table.is_refused(*c)) {
            if let Some(found) = traits::trait_of(&table.headings()[column]) {
                columns.entry(found).or_default().push(column);
            }
        }
        // An address is known by its sign, whatever its column is called.
        if !columns.contains_key(&Trait::Mail) {
            let free = (0..table.headings().len()).filter(|c| !taken.contains(c) && !table.is_refused(*c));
            let of_no_trait = |c: &usize| !columns.values().flatten().any(|own| own == c);
            let mails = free.filter(of_no_trait).find(|&c| {
                let cells =
                    (0..table.len().min(LOOKED_AT)).map(|row| table.cell(row, c)).filter(|cell| !blank(cell));
                let (all, with) =
                    cells.fold((0, 0), |(all, with), cell| (all + 1, with + usize::from(cell.contains('@'))));
                with * 2 > all
            });
            if let Some(column) = mails {
                columns.insert(Trait::Mail, vec![column]);
            }
        }
        Self { table, columns }
    }

    /// That dates of birth stand in these columns, where no heading says so.
    pub(crate) fn born_in(&mut self, columns: &[usize]) {
        if !columns.is_empty() {
            self.columns.entry(Trait::Birth).or_insert_with(|| columns.to_vec());
        }
    }

    /// The headings of the columns of a trait.
    pub(crate) fn headings(&self, wanted: Trait) -> Vec<&'a str> {
        let columns = self.columns.get(&wanted).into_iter().flatten();
        columns.map(|&column| self.table.headings()[column].as_str()).collect()
    }

    /// A trait of a row as it stands in its cells, one behind the other.
    pub(crate) fn as_written(&self, wanted: Trait, row: u32) -> String {
        let columns = self.columns.get(&wanted).into_iter().flatten();
        tidy(&columns.map(|&column| self.table.cell(row as usize, column)).collect::<Vec<&str>>().join(" "))
    }

    /// Writes the one form of a trait of a row; nothing where it is not known.
    pub(crate) fn write(&self, wanted: Trait, row: u32, out: &mut Vec<u8>) {
        let columns = self.columns.get(&wanted).into_iter().flatten();
        let mut cells = columns
            .map(|&c| self.table.cell(row as usize, c))
            .filter(|cell| !blank(cell) && !says_nothing(cell));
        match wanted {
            Trait::Name => {
                let mut parts = name_parts(cells);
                parts.sort_unstable();
                if parts.iter().map(Vec::len).sum::<usize>() > 2 {
                    parts.iter().for_each(|part| out.extend_from_slice(part));
                }
            }
            Trait::Mail => {
                let address =
                    |cell: &'a str| cell.rsplit_once('@').map(|(name, host)| (unlinked(name), host));
                let Some((name, host)) = cells.next().and_then(address) else { return };
                // What stands behind a plus sign reaches the same person.
                let name = name.split_once('+').map_or(name, |(name, _)| name);
                for part in [name, host] {
                    let mut text = Vec::new();
                    look_into(part, &mut text);
                    out.extend(text.into_iter().filter(|b| is_letter(*b)));
                    out.push(b'@');
                }
            }
            Trait::Phone => {
                let Some(cell) = cells.next() else { return };
                let digits: Vec<u8> = cell.nfkd().filter(char::is_ascii_digit).map(|c| c as u8).collect();
                // A country's number or a zero in front, or neither.
                if digits.len() >= FEWEST_DIGITS {
                    out.extend_from_slice(&digits[digits.len().saturating_sub(9)..]);
                }
            }
            Trait::Birth => {
                let Some(date) = cells.next().and_then(written::birth) else { return };
                let (year, month, day) = date;
                out.extend([(year % 100) as u8, month, day]);
            }
            Trait::Address => {}
        }
    }

    /// Pairs of rows that look like one person, with the traits that show it: two of name, e-mail address, telephone
    /// number and date of birth are the same, or the address or number is and nothing speaks against it.
    pub(crate) fn pairs(&self, rows: &[u32]) -> Vec<(u32, u32, Vec<Trait>)> {
        let has = |wanted: Trait| self.has(wanted);
        let mut pairs: Vec<(u32, u32, Vec<Trait>)> = Vec::new();
        for pair in PAIRS.iter().filter(|pair| pair.iter().all(|&wanted| has(wanted))) {
            let write = |row: u32, out: &mut Vec<u8>| self.write_all(pair, row, out);
            for group in groups(rows.iter().copied(), write) {
                pairs.extend(group[1..].iter().map(|&row| (group[0], row, pair.to_vec())));
            }
        }
        for wanted in [Trait::Mail, Trait::Phone].into_iter().filter(|&wanted| has(wanted)) {
            let write = |row: u32, out: &mut Vec<u8>| self.write(wanted, row, out);
            for group in groups(rows.iter().copied(), write).iter().filter(|group| group.len() <= SHARED) {
                for (i, &a) in group.iter().enumerate() {
                    let like = group[i + 1..].iter().filter(|&&b| self.fits(a, self, b));
                    pairs.extend(like.map(|&b| (a, b, vec![wanted])));
                }
            }
        }
        pairs
    }

    /// Whether there are columns of this trait.
    pub(super) fn has(&self, wanted: Trait) -> bool {
        self.columns.contains_key(&wanted)
    }

    /// The one form of several traits of a row; nothing where one is not known.
    pub(super) fn written(&self, wanted: &[Trait], row: u32) -> Vec<u8> {
        let mut out = Vec::new();
        self.write_all(wanted, row, &mut out);
        out
    }

    fn write_all(&self, all: &[Trait], row: u32, out: &mut Vec<u8>) {
        for &wanted in all {
            let before = out.len();
            self.write(wanted, row, out);
            if out.len() == before {
                return out.clear();
            }
            out.push(0);
        }
    }

    /// Whether nothing speaks against it that two rows, perhaps of two tables, are one person: neither names nor dates of birth.
    pub(super) fn fits(&self, own: u32, others: &Traits<'_>, other: u32) -> bool {
        let (a, b) = (self.written(&[Trait::Birth], own), others.written(&[Trait::Birth], other));
        (a.is_empty() || b.is_empty() || a == b) && names_fit(self.names(own), others.names(other))
    }

    /// The words of the name in a row.
    fn names(&self, row: u32) -> Vec<Vec<u8>> {
        let columns = self.columns.get(&Trait::Name).into_iter().flatten();
        let cells = columns.map(|&c| self.table.cell(row as usize, c));
        name_parts(cells.filter(|cell| !blank(cell) && !says_nothing(cell)))
    }
}

/// Whether two names can be of one person: one of them unknown, or both the same, be it a letter; or one the other with first
/// names as letters, a part left out, or a slip.
fn names_fit(mut a: Vec<Vec<u8>>, mut b: Vec<Vec<u8>>) -> bool {
    if a.is_empty() || b.is_empty() {
        return true;
    }
    if a.concat() == b.concat() {
        return true;
    }
    if a.len() > b.len() {
        std::mem::swap(&mut a, &mut b);
    }
    // Whole parts before letters, so that a letter does not take the place of another's whole.
    a.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let mut whole = false;
    for part in &a {
        let Some(at) = best(part, &b) else { return false };
        whole |= part.len() > 2 && b[at].len() > 2;
        b.remove(at);
    }
    whole
}

/// The part of a name that another one stands for, if any.
fn best(part: &[u8], others: &[Vec<u8>]) -> Option<usize> {
    let equal = others.iter().position(|other| other == part);
    let letter = || {
        let short = |a: &[u8], b: &[u8]| a.len() <= 2 && b.starts_with(&a[..1.min(a.len())]);
        others.iter().position(|other| short(part, other) || short(other, part))
    };
    let slip = || {
        let text = String::from_utf8_lossy(part);
        let near = |other: &Vec<u8>| {
            other.len() > 3 && strsim::osa_distance(&text, &String::from_utf8_lossy(other)) < 2
        };
        others.iter().position(near).filter(|_| part.len() > 3)
    };
    equal.or_else(slip).or_else(letter)
}

/// The part of an address before its sign, without the word that makes a link of it.
fn unlinked(name: &str) -> &str {
    const LINK: &str = "mailto:";
    let name = name.trim_start();
    let start = name.get(..LINK.len()).filter(|start| start.eq_ignore_ascii_case(LINK));
    start.map_or(name, |start| &name[start.len()..])
}

/// Digits of a telephone number at least.
const FEWEST_DIGITS: usize = 7;

fn says_nothing(cell: &str) -> bool {
    cell.len() < 12 && NOTHING.contains(&fold(cell).as_str())
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// The words of a name as they look, without signs.
fn name_parts<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    for cell in cells {
        for word in cell.split(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | ';' | '/' | '&')) {
            let mut text = Vec::new();
            look_into(word, &mut text);
            text.retain(|&b| is_letter(b));
            if !text.is_empty() {
                parts.push(text);
            }
        }
    }
    parts
}

/// Two traits that, the same in two rows, make them one person.
pub(super) const PAIRS: &[[Trait; 2]] = &[
    [Trait::Name, Trait::Mail],
    [Trait::Name, Trait::Phone],
    [Trait::Name, Trait::Birth],
    [Trait::Mail, Trait::Birth],
    [Trait::Phone, Trait::Birth],
];

/// Rows with one e-mail address or telephone number that are compared with each other at most: where there
/// are more, it is an organisation's.
const SHARED: usize = 30;

/// What is known of rows that look like one person.
pub(super) struct Decided<'a> {
    /// Whether a row may not be drawn.
    pub excluded: &'a dyn Fn(u32) -> bool,
    /// Pairs of rows, as a spreadsheet shows them, that are two people as somebody decided.
    pub apart: &'a [(usize, usize)],
}

/// Reports rows that look like one person: two of name, e-mail address, telephone number and date of birth
/// are the same, capitals, accents, spaces and signs aside; or the address or number is, and nothing speaks
/// against it; or address and date of birth are; or, where nothing else is known of anybody, the name and all values of the quotas.
///
/// `values` are the value indexes of each row, `features` for each.
pub(super) fn report_people(
    table: &Table,
    taken: &[usize],
    rows: &[u32],
    (values, features): (&[u16], usize),
    Decided { excluded, apart }: Decided<'_>,
    faults: &mut Faults,
) {
    let traits = Traits::new(table, taken);
    let has = |wanted: Trait| traits.columns.contains_key(&wanted);
    let mut pairs = traits.pairs(rows);
    if traits.columns.len() == 1 && has(Trait::Name) {
        let write = |row: u32, out: &mut Vec<u8>| {
            traits.write(Trait::Name, row, out);
            if !out.is_empty() {
                let values = &values[row as usize * features..][..features];
                out.push(0);
                out.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            }
        };
        for group in groups(rows.iter().copied(), write) {
            pairs.extend(group[1..].iter().map(|&row| (group[0], row, vec![Trait::Name])));
        }
    }
    let lives = Lives::new(table, taken);
    if has(Trait::Birth) && !lives.columns().is_empty() {
        let write = |row: u32, out: &mut Vec<u8>| {
            traits.write(Trait::Birth, row, out);
            match lives.key(row).filter(|_| !out.is_empty()) {
                Some(address) => out.extend_from_slice(address.as_bytes()),
                None => out.clear(),
            }
        };
        for group in groups(rows.iter().copied(), write) {
            pairs.extend(group[1..].iter().map(|&row| (group[0], row, vec![Trait::Birth, Trait::Address])));
        }
    }
    let number = |row: u32| table.row(row as usize).row;
    let two: Vec<[usize; 2]> = pairs
        .extract_if(.., |(a, b, _)| {
            let (a, b) = (number(*a), number(*b));
            apart.contains(&(a, b)) || apart.contains(&(b, a))
        })
        .map(|(a, b, _)| [number(a), number(b)])
        .collect();
    if !two.is_empty() {
        let rows: BTreeSet<usize> = two.into_iter().flatten().collect();
        let place = Place::file(&table.name).rows(rows.into_iter().collect());
        faults.push(What::Prepare(Prepare::DecidedTwo), place);
    }
    for (group, same) in joined(&pairs) {
        let of = |wanted: &Trait| match wanted {
            Trait::Address => lives.columns(),
            wanted => &traits.columns[wanted],
        };
        let same = same.iter().flat_map(of).copied().collect::<BTreeSet<_>>();
        let same = same.into_iter().map(|column| table.headings[column].clone()).collect();
        report(table, &group, excluded, faults, |place, excluded| {
            (What::OnePerson { same, excluded }, place)
        });
    }
}

/// Groups of rows that pairs join, each with what is the same in some pair of it, in the order of their
/// first rows.
fn joined(pairs: &[(u32, u32, Vec<Trait>)]) -> Vec<(Vec<u32>, BTreeSet<Trait>)> {
    let mut root: BTreeMap<u32, u32> = BTreeMap::new();
    fn find(root: &mut BTreeMap<u32, u32>, row: u32) -> u32 {
        let mut top = *root.entry(row).or_insert(row);
        while root[&top] != top {
            top = root[&top];
        }
        root.insert(row, top);
        top
    }
    for (a, b, _) in pairs {
        let (a, b) = (find(&mut root, *a), find(&mut root, *b));
        // The smallest row stands for its group.
        root.insert(a.max(b), a.min(b));
    }
    let mut groups: BTreeMap<u32, (BTreeSet<u32>, BTreeSet<Trait>)> = BTreeMap::new();
    for (a, b, same) in pairs {
        let group = groups.entry(find(&mut root, *a)).or_default();
        group.0.extend([*a, *b]);
        group.1.extend(same);
    }
    groups.into_values().map(|(rows, same)| (rows.into_iter().collect(), same)).collect()
}

/// Notes columns by which people are often weighed or left out elsewhere, and are not here.
pub(super) fn report_unused(table: &Table, used: &[usize], faults: &mut Faults) {
    use crate::base::fault::Seems;
    const WEIGHT: &[&str] = &[
        "weight",
        "weights",
        "weighting",
        "gewicht",
        "gewichten",
        "weging",
        "weegfactor",
        "wegingsfactor",
        "kans",
        "chance",
        "probability",
        "waarschijnlijkheid",
        "priority",
        "prioriteit",
        "lots",
        "loten",
    ];
    const EXCLUDED: &[&str] = &[
        "exclude",
        "excluded",
        "uitgesloten",
        "uitsluiten",
        "ineligible",
        "blocked",
        "geblokkeerd",
        "eligible",
    ];
    const CONFIRMED: &[&str] = &["include", "included", "confirmed", "bevestigd", "selected", "geselecteerd"];
    for column in (0..table.headings.len()).filter(|c| !used.contains(c) && !table.is_refused(*c)) {
        let key = fold_heading(&table.headings[column]);
        let is = |words: &[&str]| words.contains(&key.as_str());
        let seems = match () {
            () if is(WEIGHT) => Seems::Weight,
            () if is(EXCLUDED) => Seems::Excluded,
            () if is(CONFIRMED) => Seems::Confirmed,
            () => continue,
        };
        if table.rows().any(|row| !blank(row.cell(column))) {
            let place = Place::file(&table.name).column(&table.headings[column]);
            faults.push(What::ColumnUnused { seems }, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;
    use crate::pool::{Rules, Source, read_with};

    /// Faults of a pool of a plain lot.
    fn faults(pool: &str, exclude: &str) -> Faults {
        let mut faults = Faults::new();
        let rules = Rules {
            exclude: (!exclude.is_empty()).then_some(Source { name: "x", bytes: exclude.as_bytes() }),
            ..Rules::default()
        };
        read_with(Source { name: "p", bytes: pool.as_bytes() }, None, 1, Some("id"), &rules, &mut faults);
        faults
    }

    /// Rows pointed out together, and what is the same in them.
    fn people(pool: &str) -> Vec<(Vec<usize>, Vec<String>)> {
        let found = faults(pool, "");
        let one = found.iter().filter_map(|fault| match &fault.what {
            What::OnePerson { same, .. } => Some((fault.place.rows.first.clone(), same.clone())),
            _ => None,
        });
        one.collect()
    }

    fn same(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn two_traits_alike_are_one_person() {
        let pool = "id,naam,mail,tel,geboren\n\
            1,Jan de Vries,a@x.nl,0612345678,1-2-1960\n\
            2,\"Vries, Jan de\",b@x.nl,0687654321,1960-02-01\n\
            3,JAN DE VRI\u{c9}S,c@x.nl,+31 6 1234 5678,3-4-1980\n\
            4,Piet Pietersen,A+2@X.nl ,,1-2-60\n\
            5,Piet Pietersen,d@x.nl,,9-9-1999\n";
        assert_eq!(people(pool), [(vec![2, 3, 4, 5], same(&["naam", "mail", "tel", "geboren"]))]);
    }

    #[test]
    fn addresses_are_known_in_any_column() {
        assert_eq!(people("id,contact\n1,an@x.nl\n2,AN+1@x.nl\n3,bo@x.nl\n").len(), 1);
        assert_eq!(people("id,contact\n1,an\n2,an\n3,@\n").len(), 0);
    }

    #[test]
    fn people_who_share_an_address_or_a_number_are_not_one() {
        let couple = "id,voornaam,achternaam,e-mail,telefoon\n\
            1,Jan,Jansen,jansen@x.nl,0471234567\n2,Joke,Jansen,jansen@x.nl,047-1234567\n";
        assert_eq!(people(couple), []);
        let names = "id,naam,mail\n1,Jan Jansen,a@x.nl\n2,Jan Jansen,b@x.nl\n3,Jan Jansen,\n";
        assert_eq!(people(names), [], "a name alone is nothing where more could be known");
        let twins = "id,mail,geboren\n1,a@x.nl,1-1-2001\n2,a@x.nl,2-1-2001\n";
        assert_eq!(people(twins), []);
        let office: String = (0..40).map(|i| format!("{i},info@x.nl\n")).collect();
        assert_eq!(people(&format!("id,mail\n{office}")), []);
        let unknown = "id,naam,mail,tel\n1,Jan Jansen,geen,onbekend\n2,Jan Jansen,geen,onbekend\n";
        assert_eq!(people(unknown), []);
    }

    #[test]
    fn one_address_and_names_that_fit_are_one_person() {
        let pool = |name: &str| format!("id,naam,mail\n1,Jan Willem Jansen,a@x.nl\n2,{name},A@x.nl\n");
        for name in ["J.W. Jansen", "Jan Jansen", "Jan-Willem Janssen", "jansen", ""] {
            assert_eq!(people(&pool(name)).len(), 1, "{name}");
        }
        for name in ["Joke Jansen", "Willemijn Jansen", "P. Jansen", "Jan Willem Pietersen", "J."] {
            assert_eq!(people(&pool(name)), [], "{name}");
        }
        for (one, other) in [("A", "a"), ("A.", "A"), ("A 1", "A1"), ("7", "7")] {
            assert_eq!(
                people(&format!("id,naam,mail\n1,{one},a@x.nl\n2,{other},a@x.nl\n")).len(),
                1,
                "{one}"
            );
        }
        assert_eq!(people("id,naam,mail\n1,A,a@x.nl\n2,B,a@x.nl\n3,A 1,b@x.nl\n4,A 2,b@x.nl\n"), []);
        assert_eq!(people("id,mail\n1,a@x.nl\n2,MailTo:a@x.nl\n3, mailto:b@x.nl\n").len(), 1);
        assert_eq!(people("id,tel\n1,0612345678\n2,0031612345678\n"), [(vec![2, 3], same(&["tel"]))]);
    }

    #[test]
    fn who_is_excluded_is_said_and_pairs_of_excluded_people_are_not() {
        let pool = "id\n7\n07\n8\n08\n9\n";
        let found = faults(pool, "id,ground\n07,x\n8,x\n08,x\n");
        let alike: Vec<_> = found
            .iter()
            .filter_map(|fault| match &fault.what {
                What::IdsAlike { excluded } => Some((fault.place.rows.first.clone(), excluded.first.clone())),
                _ => None,
            })
            .collect();
        assert_eq!(alike, [(vec![2, 3], vec![3])]);
    }

    #[test]
    fn ids_that_look_alike_are_told_once_with_all_their_rows() {
        let rows = |text: &str| {
            let mut faults = Faults::new();
            let bytes = format!("id\n{text}").into_bytes();
            let table = crate::register::read("pool.csv", &bytes, &mut Faults::new()).unwrap();
            let all: Vec<u32> = (0..table.len() as u32).collect();
            report_ids(&table, 0, &all, &|_| false, &mut faults);
            faults.iter().map(|fault| fault.place.rows.first.clone()).collect::<Vec<_>>()
        };
        assert_eq!(rows("a1\nA1\nx\nal\n\u{c4}1\nO7\n07\n7\n"), [vec![2, 3, 5, 6], vec![7, 8, 9]]);
        // As a spreadsheet shows a number.
        assert_eq!(rows("00010\n10.0\n10,00\n10\n"), [[2, 3, 4, 5]]);
        assert!(rows("10.5\n10.000\n10\n1.0.0\n1\nP.0\nP\n").is_empty());
    }

    #[test]
    fn many_pairs_are_counted_and_few_are_shown() {
        let ids: String = (1..=3000).map(|i| format!("{i}\n0{i}\n")).collect();
        let found = faults(&format!("id\n{ids}"), "");
        assert_eq!((found.count(Kind::IdsAlike), found.more(Kind::IdsAlike)), (3000, 2980));
        assert!(!found.stop());
    }
}
