//! The files of an invitation lottery in their one form. Imports `base`, `bundle` and its siblings.
//!
//! A database writes the same files by the scripts of this program, so reading them is as strict as anywhere.

use super::areas::Area;
use super::frame::{Counts, Frame};
use super::plan::Share;
use super::rows::Strata;
use super::weights::Weights;
use super::{Half, Letter};
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::bundle::clerk;
use crate::bundle::form::{Bad, Lines, number, rows, table};
use std::collections::BTreeMap;

/// Names of files.
pub mod names {
    /// The strata.
    pub const STRATA: &str = "strata.csv";
    /// How many people each stratum has.
    pub const PEOPLE: &str = "people.csv";
    /// The digests of the frame.
    pub const FRAME: &str = "frame.csv";
    /// How many homes of each size a stratum has.
    pub const HOMES: &str = "homes.csv";
    /// Control totals.
    pub const COUNTS: &str = "counts.csv";
    /// Letters and list of each stratum.
    pub const PLAN: &str = "plan.csv";
    /// What became of the areas.
    pub const AREAS: &str = "areas.csv";
    /// The first and last hashes of a draw.
    pub const FIGURES: &str = "figures.csv";
    /// The ordered list, which is not public.
    pub const LETTERS: &str = "letters.csv";
    /// The people, which is sealed.
    pub const PERSONS: &str = "persons.csv";
    /// The list for whoever posts the letters, which is not public.
    pub const POST: &str = "post.csv";
    /// The waves of letters.
    pub const WAVES: &str = "waves.csv";
    /// In the sealed part: what a recipe made of the registers.
    pub const PREPARED: &str = "prepared/";
    /// In the sealed part: the list that a recipe made.
    pub const PREPARED_LIST: &str = "prepared/pool.csv";
}

/// Homes by stratum and number of people.
pub type HomeSizes = BTreeMap<(u32, u64), u64>;

/// Writes `strata.csv`.
pub fn strata(strata: &Strata) -> Vec<u8> {
    let heading =
        std::iter::once("stratum".to_owned()).chain(strata.headings.iter().cloned()).collect::<Vec<_>>();
    let rows = strata.cells.iter().zip(1u32..);
    let rows = rows.map(|(cells, n)| std::iter::once(n.to_string()).chain(cells.iter().cloned()).collect());
    table(std::iter::once(heading).chain(rows))
}

/// Reads `strata.csv`.
///
/// # Errors
/// [`Bad`].
pub fn read_strata(bytes: &[u8]) -> Result<Strata, Bad> {
    let all = crate::bundle::form::records(bytes)?;
    let (head, body) = all.split_first().ok_or(Bad::Shape)?;
    if head.get(0) != Some("stratum") || body.is_empty() {
        return Err(Bad::Shape);
    }
    let mut cells = Vec::new();
    for (i, row) in body.iter().enumerate() {
        let own: Vec<String> = row.iter().skip(1).map(str::to_owned).collect();
        let trimmed =
            own.iter().all(|cell| !cell.starts_with(' ') && !cell.ends_with(' ') && !cell.contains('\n'));
        if row[0] != (i + 1).to_string() || !trimmed {
            return Err(Bad::Row(i + 2));
        }
        cells.push(own);
    }
    Strata::new(head.iter().skip(1).map(str::to_owned).collect(), cells).map_err(|i| Bad::Row(i + 2))
}

/// The columns of `people.csv`: the last two are there where people have weights.
const PEOPLE: [&str; 4] = ["stratum", "people", "weight", "greatest"];

fn of_people(weighted: bool) -> &'static [&'static str] {
    &PEOPLE[..if weighted { 4 } else { 2 }]
}

/// Writes `people.csv`: with what weights come to, where people have any.
pub fn people(people: &[u64], weights: Option<&[Weights]>) -> Vec<u8> {
    let mut lines = Lines::default();
    of_people(weights.is_some()).iter().for_each(|cell| lines.cell(cell.as_bytes()));
    lines.end();
    for (i, &people) in people.iter().enumerate() {
        lines.number(i as u64 + 1);
        lines.number(people);
        if let Some(Weights { sum, greatest }) = weights.map(|weights| weights[i]) {
            lines.number(sum);
            lines.number(greatest);
        }
        lines.end();
    }
    lines.into_bytes()
}

/// Reads `people.csv` of so many strata: people, and what their weights come to.
///
/// # Errors
/// [`Bad`].
pub fn read_people(bytes: &[u8], strata: usize, weighted: bool) -> Result<(Vec<u64>, Vec<Weights>), Bad> {
    let mut all = Vec::new();
    for (i, row) in rows(bytes, of_people(weighted))?.iter().enumerate() {
        let bad = || Bad::Row(i + 2);
        let count = |at: usize| number(&row[at]).filter(|&count: &u64| count < 1 << 40).ok_or_else(bad);
        let people = count(1)?;
        let weights = match weighted {
            true => Weights { sum: count(2)?, greatest: count(3)? },
            false => Weights::even(people),
        };
        if row[0] != (i + 1).to_string() || !weights.can_be(people) {
            return Err(bad());
        }
        all.push((people, weights));
    }
    if all.len() == strata { Ok(all.into_iter().unzip()) } else { Err(Bad::Shape) }
}

/// Writes `frame.csv`.
pub fn frame(buckets: &[(u16, u64, Digest)]) -> Vec<u8> {
    let mut text = String::from("bucket,people,digest\n");
    for (bucket, people, digest) in buckets {
        text.push_str(&format!("{bucket:03x},{people},{digest}\n"));
    }
    text.into_bytes()
}

/// Reads `frame.csv`.
///
/// # Errors
/// [`Bad`].
pub fn read_frame(bytes: &[u8]) -> Result<Vec<(u16, u64, Digest)>, Bad> {
    let mut all: Vec<(u16, u64, Digest)> = Vec::new();
    for (i, row) in rows(bytes, &["bucket", "people", "digest"])?.iter().enumerate() {
        let bucket =
            u16::from_str_radix(&row[0], 16).ok().filter(|b| format!("{b:03x}") == row[0] && *b < 4096);
        let people = number(&row[1]).filter(|&people: &u64| people > 0 && people < 1 << 40);
        let digest = Digest::from_hex(&row[2]).filter(|digest| digest.to_string() == row[2]);
        let (Some(bucket), Some(people), Some(digest)) = (bucket, people, digest) else {
            return Err(Bad::Row(i + 2));
        };
        if all.last().is_some_and(|last| last.0 >= bucket) {
            return Err(Bad::Row(i + 2));
        }
        all.push((bucket, people, digest));
    }
    Ok(all)
}

/// Writes `homes.csv`.
pub fn homes(homes: &HomeSizes) -> Vec<u8> {
    let mut lines = Lines::default();
    ["stratum", "people", "homes"].iter().for_each(|cell| lines.cell(cell.as_bytes()));
    lines.end();
    for (&(stratum, people), &homes) in homes {
        [u64::from(stratum), people, homes].into_iter().for_each(|n| lines.number(n));
        lines.end();
    }
    lines.into_bytes()
}

/// Reads `homes.csv`.
///
/// # Errors
/// [`Bad`].
pub fn read_homes(bytes: &[u8], strata: usize) -> Result<HomeSizes, Bad> {
    let mut all = HomeSizes::new();
    for (i, row) in rows(bytes, &["stratum", "people", "homes"])?.iter().enumerate() {
        let stratum = number(&row[0]).filter(|&s: &u32| s > 0 && s as usize <= strata);
        let size = number(&row[1]).filter(|size| (1..=super::LARGEST_HOME).contains(size));
        let homes = number(&row[2]).filter(|&homes: &u64| homes > 0 && homes < 1 << 40);
        let (Some(stratum), Some(size), Some(homes)) = (stratum, size, homes) else {
            return Err(Bad::Row(i + 2));
        };
        if all.last_key_value().is_some_and(|(last, _)| *last >= (stratum, size)) {
            return Err(Bad::Row(i + 2));
        }
        all.insert((stratum, size), homes);
    }
    Ok(all)
}

/// The people, and the homes, of each stratum that these sizes add up to.
pub fn sums(homes: &HomeSizes, strata: usize) -> (Vec<u64>, Vec<u64>) {
    let (mut people, mut all) = (vec![0; strata], vec![0; strata]);
    for (&(stratum, size), &homes) in homes {
        people[stratum as usize - 1] += size * homes;
        all[stratum as usize - 1] += homes;
    }
    (people, all)
}

const FIXED: [&str; 8] =
    ["rows", "repeats", "confidential", "young", "doubtful", "institutions", "residents", "people"];

/// Writes `counts.csv`; people who are left out by the names of their grounds.
pub fn counts(counts: &Counts, grounds: &[String]) -> Vec<u8> {
    let mut rows = vec![["what".to_owned(), "count".to_owned()]];
    let fixed = fixed(counts);
    rows.extend(FIXED.iter().zip(fixed).take(3).map(|(name, n)| [(*name).to_owned(), n.to_string()]));
    rows.extend(grounds.iter().zip(&counts.excluded).map(|(g, n)| [format!("excluded/{g}"), n.to_string()]));
    rows.extend(FIXED.iter().zip(fixed).skip(3).map(|(name, n)| [(*name).to_owned(), n.to_string()]));
    table(rows)
}

fn fixed(c: &Counts) -> [u64; 8] {
    [c.rows, c.repeats, c.confidential, c.young, c.doubtful, c.institutions, c.residents, c.people]
}

/// Reads `counts.csv`: the counts and the names of grounds.
///
/// # Errors
/// [`Bad`].
pub fn read_counts(bytes: &[u8]) -> Result<(Counts, Vec<String>), Bad> {
    let (mut grounds, mut excluded, mut found) = (Vec::new(), Vec::new(), Vec::new());
    for (i, row) in rows(bytes, &["what", "count"])?.iter().enumerate() {
        let count: u64 = number(&row[1]).filter(|&n: &u64| n < 1 << 40).ok_or(Bad::Row(i + 2))?;
        match row[0].strip_prefix("excluded/") {
            Some(ground) if found.len() == 3 => {
                if grounds.last().is_some_and(|last: &String| last.as_str() >= ground) || !is_line(ground) {
                    return Err(Bad::Row(i + 2));
                }
                grounds.push(ground.to_owned());
                excluded.push(count);
            }
            None if FIXED.get(found.len()) == Some(&&row[0]) => found.push(count),
            _ => return Err(Bad::Row(i + 2)),
        }
    }
    let [rows, repeats, confidential, young, doubtful, institutions, residents, people] = found[..] else {
        return Err(Bad::Shape);
    };
    let counts =
        Counts { rows, repeats, confidential, excluded, young, doubtful, institutions, residents, people };
    Ok((counts, grounds))
}

/// Whether the counts add up: nobody came in or fell out that is not counted.
pub fn adds_up(c: &Counts) -> bool {
    let out = c.confidential + c.excluded.iter().sum::<u64>() + c.young + c.doubtful;
    c.rows == c.repeats + out + c.people
}

/// Writes `plan.csv`.
pub fn plan(shares: &[Share]) -> Vec<u8> {
    let head = ["stratum", "letters", "list", "chance"].map(str::to_owned);
    let row = |(share, n): (&Share, u32)| {
        [n.to_string(), share.letters.to_string(), share.list.to_string(), share.chance_text()]
    };
    table(std::iter::once(head).chain(shares.iter().zip(1u32..).map(row)))
}

/// Reads `plan.csv` of strata with so many people, or homes.
///
/// # Errors
/// [`Bad`].
pub fn read_plan(bytes: &[u8], of: &[u64]) -> Result<Vec<Share>, Bad> {
    let mut all = Vec::new();
    for (i, row) in rows(bytes, &["stratum", "letters", "list", "chance"])?.iter().enumerate() {
        let bad = || Bad::Row(i + 2);
        let (letters, list) = (number(&row[1]).ok_or_else(bad)?, number(&row[2]).ok_or_else(bad)?);
        let (part, whole) = row[3].split_once('/').ok_or_else(bad)?;
        let chance = (number(part).ok_or_else(bad)?, number(whole).ok_or_else(bad)?);
        let of = *of.get(i).ok_or(Bad::Shape)?;
        if row[0] != (i + 1).to_string() || letters > list || list > of {
            return Err(bad());
        }
        all.push(Share { of, letters, list, chance });
    }
    if all.len() == of.len() { Ok(all) } else { Err(Bad::Shape) }
}

/// Writes `areas.csv`.
pub fn areas(areas: &[Area]) -> Vec<u8> {
    let head = ["stratum".to_owned(), "area".to_owned()];
    let row = |(area, n): (&Area, u32)| [n.to_string(), area.word()];
    table(std::iter::once(head).chain(areas.iter().zip(1u32..).map(row)))
}

/// Writes `letters.csv`: with homes where they count.
pub fn letters(letters: &[Letter], homes: bool) -> Vec<u8> {
    let mut lines = Lines::of_about(letters.len() * 150 + 64);
    let heading: &[&str] = match homes {
        true => &["stratum", "place", "person", "home", "hash"],
        false => &["stratum", "place", "person", "hash"],
    };
    heading.iter().for_each(|cell| lines.cell(cell.as_bytes()));
    lines.end();
    for letter in letters {
        lines.number(u64::from(letter.stratum));
        lines.number(letter.place);
        lines.cell(&letter.person.text());
        if homes {
            lines.cell(&letter.home.text());
        }
        lines.cell(letter.hash.to_string().as_bytes());
        lines.end();
    }
    lines.into_bytes()
}

/// Reads `letters.csv`: by stratum and place, places from 1 without gaps. The keys are not in it.
///
/// # Errors
/// [`Bad`].
pub fn read_letters(bytes: &[u8], homes: bool) -> Result<Vec<Letter>, Bad> {
    let heading: &[&str] = match homes {
        true => &["stratum", "place", "person", "home", "hash"],
        false => &["stratum", "place", "person", "hash"],
    };
    let mut all: Vec<Letter> = Vec::new();
    for (i, row) in rows(bytes, heading)?.iter().enumerate() {
        let bad = || Bad::Row(i + 2);
        let half = |cell: &str| Half::read(cell.as_bytes()).filter(|half| half.to_string() == cell);
        let person = half(&row[2]).ok_or_else(bad)?;
        let home = if homes { half(&row[3]).ok_or_else(bad)? } else { person };
        let hash = &row[row.len() - 1];
        let hash = Digest::from_hex(hash).filter(|d| d.to_string() == *hash).ok_or_else(bad)?;
        let (stratum, place) = (number(&row[0]).ok_or_else(bad)?, number(&row[1]).ok_or_else(bad)?);
        let due = match all.last() {
            Some(last) if last.stratum == stratum => last.place + 1,
            Some(last) if last.stratum > stratum => return Err(bad()),
            _ => 1,
        };
        if place != due || stratum == 0 {
            return Err(bad());
        }
        all.push(Letter { stratum, place, person, home, hash, key: String::new() });
    }
    Ok(all)
}

/// What a place of a list gets, in files for the post.
pub const LETTER: &str = "letter";
/// The other: it waits for a later wave.
pub const RESERVE: &str = "reserve";

/// Writes the list as the clerk gets it: `letters.csv`, of which every row of a trial says that it is void.
pub fn clerks(letters: &[Letter], homes: bool, void: bool) -> Vec<u8> {
    let list = self::letters(letters, homes);
    if void { clerk::marked(&list) } else { list }
}

/// Reads what [`clerks`] wrote.
///
/// # Errors
/// [`Bad`].
pub fn read_clerks(bytes: &[u8], homes: bool, void: bool) -> Result<Vec<Letter>, Bad> {
    match void {
        true => read_letters(&clerk::unmarked(bytes).ok_or(Bad::Shape)?, homes),
        false => read_letters(bytes, homes),
    }
}

/// Writes `post.csv`, the clerk's list for the post: who gets a letter, and who is in reserve, by their key in the register.
/// Every row of a trial says that it is void.
pub fn post(strata: &Strata, plan: &[Share], void: bool, letters: &[Letter]) -> Vec<u8> {
    let mut head = vec!["stratum".to_owned()];
    head.extend(strata.headings.iter().cloned());
    head.extend(["place", "gets", "key"].map(str::to_owned));
    let row = |letter: &Letter| {
        let at = letter.stratum as usize - 1;
        let mut row = vec![letter.stratum.to_string()];
        row.extend(strata.cells[at].iter().cloned());
        row.push(letter.place.to_string());
        row.push(if letter.place <= plan[at].letters { LETTER } else { RESERVE }.to_owned());
        row.push(letter.key.clone());
        row
    };
    let list = table(std::iter::once(head).chain(letters.iter().map(row)));
    if void { clerk::marked(&list) } else { list }
}

/// Writes `figures.csv`: of each stratum what anybody may know of the draw. `end` is the last place of the list, `last` the
/// last that gets a letter; blank where there is none.
pub fn figures(people: &[u64], shares: &[Share], letters: &[Letter]) -> Vec<u8> {
    let head = ["stratum", "people", "letters", "list", "last", "end"].map(str::to_owned);
    let hashes: BTreeMap<(u32, u64), &Digest> =
        letters.iter().map(|letter| ((letter.stratum, letter.place), &letter.hash)).collect();
    let row = |(n, (people, share)): (u32, (&u64, &Share))| {
        let own = hashes.range((n, 0)..=(n, u64::MAX)).count() as u64;
        let hash = |place: u64| hashes.get(&(n, place)).map_or(String::new(), |hash| hash.to_string());
        let given = share.letters.min(own);
        [n.to_string(), people.to_string(), given.to_string(), own.to_string(), hash(given), hash(own)]
    };
    table(std::iter::once(head).chain((1..).zip(people.iter().zip(shares)).map(row)))
}

/// One row of `figures.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// People of the stratum.
    pub people: u64,
    /// Letters.
    pub letters: u64,
    /// Places on the list.
    pub list: u64,
    /// The hash of the last letter.
    pub last: Option<Digest>,
    /// The hash of the last place.
    pub end: Option<Digest>,
}

/// Reads `figures.csv` of so many strata.
///
/// # Errors
/// [`Bad`].
pub fn read_figures(bytes: &[u8], strata: usize) -> Result<Vec<Figure>, Bad> {
    let mut all = Vec::new();
    for (i, row) in rows(bytes, &["stratum", "people", "letters", "list", "last", "end"])?.iter().enumerate()
    {
        let bad = || Bad::Row(i + 2);
        let count = |at: usize| number::<u64>(&row[at]).ok_or_else(bad);
        let hash = |at: usize| match &row[at] {
            "" => Ok(None),
            hash => Digest::from_hex(hash).filter(|d| d.to_string() == hash).map(Some).ok_or_else(bad),
        };
        let figure =
            Figure { people: count(1)?, letters: count(2)?, list: count(3)?, last: hash(4)?, end: hash(5)? };
        let sound = figure.letters <= figure.list
            && figure.last.is_some() == (figure.letters > 0)
            && figure.end.is_some() == (figure.list > 0);
        if row[0] != (i + 1).to_string() || !sound {
            return Err(bad());
        }
        all.push(figure);
    }
    if all.len() == strata { Ok(all) } else { Err(Bad::Shape) }
}

/// The public tables of a frame, by name; with weights where people have any.
pub fn of_frame(
    frame: &Frame,
    grounds: &[String],
    with_homes: bool,
    weighted: bool,
) -> Vec<(&'static str, Vec<u8>)> {
    let mut all = vec![
        (names::FRAME, self::frame(&frame.buckets)),
        (names::PEOPLE, people(&frame.people, weighted.then_some(&frame.weights))),
        (names::COUNTS, counts(&frame.counts, grounds)),
    ];
    if with_homes {
        all.push((names::HOMES, homes(&frame.homes)));
    }
    all
}
