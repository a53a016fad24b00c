//! The sealed rows of an entry: who, what, when, each a leaf of a tree of its own salt. Imports `base`, `draw`, `bundle` and
//! its siblings.
//!
//! Rows are read where they lie: five million of them cost no more than their file.

use super::day::Day;
use super::event::Event;
use crate::base::digest::Digest;
use crate::bundle::form::number;
use crate::draw::code::Code;
use crate::draw::merkle;
use std::fmt::Write as _;

/// The first line of `rows.csv`.
pub const ROWS: &str = "seq,date,person,event,body,edition,number,until";
/// The first line of `salts.csv`.
pub const SALTS: &str = "seq,salt";
/// What a row starts with that was erased.
const ERASED: &str = "erased,";

/// One event of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Number in its entry, from 1.
    pub seq: u64,
    /// When.
    pub date: Day,
    /// Who.
    pub person: Code,
    /// What.
    pub event: Event,
    /// Of which body; blank if of none.
    pub body: &'a str,
    /// Of which edition; blank if of none.
    pub edition: &'a str,
    /// How many, where something is counted.
    pub number: Option<u64>,
    /// Until when, where something ends.
    pub until: Option<Day>,
}

/// Why a row was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Kept as long as the rules say.
    Retention,
    /// The person asked.
    Request,
}

impl Why {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Retention, Self::Request];

    /// Its word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Retention => "retention",
            Self::Request => "request",
        }
    }
}

/// What stands in the place of a row that was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stone {
    /// When it was erased.
    pub date: Day,
    /// Why.
    pub why: Why,
    /// The digest of the leaf that it was.
    pub leaf: Digest,
}

/// A line of `rows.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// A row, with its text.
    Row(Row<'a>, &'a str),
    /// A row that was erased.
    Stone(Stone),
}

impl Row<'_> {
    /// As it stands in the file, without the line feed.
    pub fn text(&self) -> String {
        let Self { seq, date, person, event, body, edition, .. } = self;
        let mut text = format!("{seq},{date},{person},{},{body},{edition},", event.word());
        if let Some(number) = self.number {
            let _ = write!(text, "{number}");
        }
        text.push(',');
        if let Some(until) = self.until {
            let _ = write!(text, "{until}");
        }
        text
    }
}

/// Whether a text can be a name of a body or an edition: 1 to 60 signs, none of them a comma, a quotation mark or a sign
/// that cannot be seen, and no space at an end.
pub fn is_name(text: &str) -> bool {
    let bad = |c: char| matches!(c, ',' | '"' | ';') || crate::base::line::unseen(c);
    !text.is_empty() && text.trim() == text && text.chars().count() <= 60 && !text.chars().any(bad)
}

fn parse(line: &str) -> Option<Line<'_>> {
    if let Some(rest) = line.strip_prefix(ERASED) {
        let mut cells = rest.split(',');
        let date = Day::parse(cells.next()?)?;
        let word = cells.next()?;
        let why = Why::ALL.into_iter().find(|why| why.word() == word)?;
        let leaf = Digest::from_hex(cells.next()?)?;
        return cells.next().is_none().then_some(Line::Stone(Stone { date, why, leaf }));
    }
    let mut cells = line.split(',');
    let mut next = || cells.next();
    let (seq, date, person, event) = (next()?, next()?, next()?, next()?);
    let (body, edition, count, until) = (next()?, next()?, next()?, next()?);
    let named = |name: &str| name.is_empty() || is_name(name);
    let row = Row {
        seq: number(seq)?,
        date: Day::parse(date)?,
        person: Code::parse(person).ok()?,
        event: Event::of_word(event)?,
        body,
        edition,
        number: if count.is_empty() { None } else { Some(number(count)?) },
        until: if until.is_empty() { None } else { Some(Day::parse(until)?) },
    };
    (cells.next().is_none() && named(body) && named(edition)).then_some(Line::Row(row, line))
}

/// How many rows of a `rows.csv` were erased, without a look at the others.
pub fn stones(bytes: &[u8]) -> u64 {
    bytes.split(|&byte| byte == b'\n').filter(|line| line.starts_with(ERASED.as_bytes())).count() as u64
}

/// The lines of `rows.csv` below its first; `Err` with the number of a line (the first is 1) that is none.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = Result<Line<'_>, usize>> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_empty() || text.ends_with('\n'));
    let (text, head) = match text.and_then(|text| text.split_once('\n')) {
        Some((head, rest)) => (rest, head == ROWS),
        None => ("", false),
    };
    let broken = (!head).then_some(Err(1));
    let rows = text.split_terminator('\n').zip(2..).zip(1u64..).map(|((line, at), seq)| {
        let read = parse(line).filter(|read| match read {
            Line::Row(row, text) => row.seq == seq && row.text() == *text,
            Line::Stone(_) => true,
        });
        read.ok_or(at)
    });
    broken.into_iter().chain(rows)
}

/// The salts of an entry by the place of their rows; `None` where a row was erased.
///
/// # Errors
/// The number of a line that is none.
pub fn salts(bytes: &[u8]) -> Result<Vec<Option<Digest>>, usize> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.ends_with('\n')).ok_or(1usize)?;
    let (head, rest) = text.split_once('\n').ok_or(1usize)?;
    if head != SALTS {
        return Err(1);
    }
    let mut salts = Vec::new();
    for (at, line) in rest.split_terminator('\n').enumerate() {
        let salt = line.split_once(',').filter(|(seq, _)| number::<usize>(seq) == Some(at + 1));
        salts.push(match salt {
            Some((_, "")) => None,
            Some((_, hex)) => Some(Digest::from_hex(hex).filter(|d| d.to_string() == hex).ok_or(at + 2)?),
            None => return Err(at + 2),
        });
    }
    Ok(salts)
}

/// Writes `rows.csv`.
pub fn table<'a>(lines: impl Iterator<Item = Line<'a>>) -> Vec<u8> {
    let mut text = format!("{ROWS}\n");
    for line in lines {
        match line {
            Line::Row(_, row) => text.push_str(row),
            Line::Stone(Stone { date, why, leaf }) => {
                let _ = write!(text, "{ERASED}{date},{},{leaf}", why.word());
            }
        }
        text.push('\n');
    }
    text.into_bytes()
}

/// Writes `salts.csv`.
pub fn salt_table(salts: &[Option<Digest>]) -> Vec<u8> {
    let mut text = format!("{SALTS}\n");
    for (at, salt) in salts.iter().enumerate() {
        let _ = match salt {
            Some(salt) => writeln!(text, "{},{salt}", at + 1),
            None => writeln!(text, "{},", at + 1),
        };
    }
    text.into_bytes()
}

/// The leaves of the tree of an entry.
///
/// # Errors
/// The number of a line of the rows (or beyond them, where salts are missing) that leads to no leaf.
pub fn leaves(rows: &[u8], salts: &[Option<Digest>]) -> Result<Vec<Digest>, usize> {
    let mut leaves = Vec::with_capacity(salts.len());
    for line in lines(rows) {
        let at = leaves.len();
        leaves.push(match (line?, salts.get(at)) {
            (Line::Row(_, text), Some(Some(salt))) => merkle::leaf(salt, text),
            (Line::Stone(stone), Some(None)) => stone.leaf,
            _ => return Err(at + 2),
        });
    }
    if leaves.len() == salts.len() { Ok(leaves) } else { Err(leaves.len() + 2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(seq: u64, event: Event) -> Row<'static> {
        let person = Code::of_ids(&[1; 32], ["x"].into_iter())[0];
        let date = Day::parse("2027-03-01").unwrap();
        Row { seq, date, person, event, body: "Raad", edition: "1", number: Some(7), until: Some(date) }
    }

    #[test]
    fn rows_go_both_ways_and_only_so() {
        let texts = [row(1, Event::Pool).text(), row(2, Event::DoNotAsk).text()];
        let stone = Stone { date: row(1, Event::Pool).date, why: Why::Request, leaf: Digest([3; 32]) };
        let all = [
            Line::Row(row(1, Event::Pool), &texts[0]),
            Line::Row(row(2, Event::DoNotAsk), &texts[1]),
            Line::Stone(stone),
        ];
        let bytes = table(all.iter().cloned());
        assert_eq!(lines(&bytes).collect::<Result<Vec<_>, _>>(), Ok(all.to_vec()));
        let good = String::from_utf8(bytes).unwrap();
        for (from, to) in [
            ("seq,", "sec,"),
            ("1,2027", "2,2027"),
            (",7,", ",07,"),
            ("2027-03-01,", "2027-3-01,"),
            ("Raad", "Ra\"ad"),
            ("request", "because"),
            ("pool", "Pool"),
        ] {
            let bad = good.replacen(from, to, 1);
            assert!(lines(bad.as_bytes()).any(|line| line.is_err()), "{from} to {to}");
        }
        assert!(lines(good.trim_end().as_bytes()).any(|line| line.is_err()), "cut short");
    }

    #[test]
    fn a_row_that_was_erased_leaves_the_root_as_it_was() {
        let texts: Vec<String> = (1..=3).map(|seq| row(seq, Event::Drawn).text()).collect();
        let whole = table((1..).zip(&texts).map(|(seq, text)| Line::Row(row(seq, Event::Drawn), text)));
        let mut own: Vec<Option<Digest>> = (1..=3).map(|n| Some(Digest([n; 32]))).collect();
        let before = leaves(&whole, &own).unwrap();
        let stone = Stone { date: row(1, Event::Pool).date, why: Why::Retention, leaf: before[1] };
        let mut erased: Vec<Line<'_>> = lines(&whole).map(Result::unwrap).collect();
        erased[1] = Line::Stone(stone);
        let erased = table(erased.into_iter());
        own[1] = None;
        assert_eq!(leaves(&erased, &own), Ok(before.clone()));
        assert_eq!(salts(&salt_table(&own)), Ok(own.clone()));
        assert_ne!(
            merkle::leaf(&Digest([0; 32]), &texts[1]),
            before[1],
            "a guess without its salt confirms nothing"
        );
        assert_eq!(leaves(&erased, &own[..2]), Err(4));
        assert_eq!(leaves(&whole, &own), Err(3), "a row without its salt");
    }
}
