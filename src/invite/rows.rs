//! The rows of a register where it lies: comma, semicolon or tab between cells, UTF-8, one row a line. Imports `base` and
//! its siblings.
//!
//! This reader is strict on purpose: a register goes through a database in one town and through this program in the next,
//! and both must read the same. `geloot prepare` makes such a file of any other.

use super::Half;
use super::cells::{delimiter, headings_below, of, split};
use super::found::{Found, kind_of};
use super::looks::{self, Days, Flags, Shape, is_citizen_number};
use super::person::{Address, Born, Secret, is_key, since, trimmed};
use super::scan::{Bytes, Hands, lines, name_of};
use super::weights::weight;
use super::wrong::{What, Wrong, Wrongs};
use crate::base::fault::{Place, Rows};
use crate::base::text::{fold_heading, quoted};
use std::io;
use std::sync::{Mutex, PoisonError};

pub use super::strata::{Strata, Unfound};

/// The headings that a column may have, in any register.
pub type Names = Vec<String>;

/// Where to find what in a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The number that a person has in every register; without it source and row.
    pub key: Option<Names>,
    /// The cells that make a stratum; without any, everybody is in one.
    pub strata: Vec<Names>,
    /// Date of birth.
    pub born: Option<Names>,
    /// Date of settlement.
    pub since: Option<Names>,
    /// Confidentiality: anything but `0` is out.
    pub flag: Option<Names>,
    /// Where somebody lives; without it everybody is a home of their own.
    pub home: Option<Home>,
    /// The weight of the person; without it everybody's is 1.
    pub weight: Option<Names>,
}

/// Which columns say where somebody lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// Postcode, number of the house, additions to it. Of the last every column that there is counts, in this order, as if their
    /// cells were one; there may be none.
    Address(Names, Names, Option<Names>),
    /// One that has a name of the home, such as the number that a registry of addresses gives it.
    Named(Names),
}

/// The same in one register.
enum At {
    Address(usize, usize, Vec<usize>),
    Named(usize),
}

impl At {
    fn columns(&self) -> Vec<usize> {
        match self {
            Self::Address(postcode, number, additions) => [&[*postcode, *number], &additions[..]].concat(),
            Self::Named(column) => vec![*column],
        }
    }

    /// As numbers in a list of columns.
    fn numbered(self, at: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Address(postcode, number, additions) => {
                Self::Address(at(postcode), at(number), additions.into_iter().map(at).collect())
            }
            Self::Named(column) => Self::Named(at(column)),
        }
    }
}

impl Columns {
    /// The headings of each column that a register must have, folded.
    fn needed(&self) -> Vec<Vec<String>> {
        let home = self.home.iter().flat_map(|home| match home {
            Home::Address(postcode, number, _) => vec![postcode, number],
            Home::Named(names) => vec![names],
        });
        let one = [&self.key, &self.born, &self.since, &self.flag, &self.weight].into_iter().flatten();
        let folded = |names: &Names| names.iter().map(|name| fold_heading(name)).collect();
        one.chain(&self.strata).chain(home).map(folded).collect()
    }
}

/// A row that could be read.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The person.
    pub person: Half,
    /// Their home; themselves where there is no address.
    pub home: Half,
    /// Their stratum.
    pub stratum: u32,
    /// When they settled there.
    pub since: u32,
    /// When they were born, if that counts.
    pub born: Born,
    /// Whether their data are confidential.
    pub flagged: bool,
    /// Their weight.
    pub weight: u16,
    /// Their key.
    pub key: &'a [u8],
    /// Its number, as a spreadsheet shows it, where the reader counts rows.
    pub row: u64,
}

/// How a register is read.
pub struct Reader<'a> {
    /// The secret.
    pub secret: &'a Secret,
    /// Where to find what.
    pub columns: &'a Columns,
    /// The strata.
    pub strata: &'a Strata,
    /// The day on which people must have the age, YYYYMMDD, if age counts.
    pub reference: Option<u32>,
    /// Whether homes decide anything.
    pub homes: bool,
    /// Whether rows are counted though people have keys, which takes another look at the file.
    pub numbered: bool,
}

/// A register with its columns found.
struct Layout {
    from: u64,
    delimiter: u8,
    width: usize,
    key: Option<usize>,
    strata: Vec<usize>,
    born: Option<usize>,
    since: Option<usize>,
    flag: Option<usize>,
    home: Option<At>,
    weight: Option<usize>,
    headings: Vec<String>,
    /// The columns that are wanted, ascending; the others are numbers in this list.
    wanted: Vec<usize>,
}

/// What a task works with.
struct Desk<T> {
    gathered: T,
    found: Found,
    /// The cells that were quoted, without their quotation marks.
    room: Vec<u8>,
    /// Where the wanted cells are: in the line, or in the room.
    cells: Vec<(bool, usize, usize)>,
    joined: Vec<u8>,
    key: Vec<u8>,
    address: Address,
    keys: u64,
    citizens: u64,
    shape: Shape,
    homeless: u64,
    flags: Flags,
    days: Days,
}

/// What was read of a register.
pub struct Read {
    /// Rows that hold something.
    pub rows: u64,
    /// What is wrong with it.
    pub wrongs: Wrongs,
    /// How its keys look.
    pub shape: Shape,
    /// Rows without an address, where addresses count.
    pub homeless: u64,
    /// What stands in the column of confidentiality.
    pub flags: Flags,
    /// How its dates lie to the charter's day.
    pub days: Days,
}

impl Reader<'_> {
    /// Goes through the rows of a register; `source` is what it is called in keys made of rows. `begin`, `each` and `end`
    /// are as those of [`lines`].
    ///
    /// # Errors
    /// As the system says.
    pub fn rows<T>(
        &self,
        file: &dyn Bytes,
        source: &str,
        hands: &dyn Hands,
        begin: &(dyn Fn() -> T + Sync),
        each: &(dyn Fn(&mut T, &Row<'_>) + Sync),
        end: &(dyn Fn(T) -> io::Result<()> + Sync),
    ) -> io::Result<Read> {
        let mut wrongs = Wrongs::default();
        let Some(layout) = self.layout(file, &mut wrongs)? else {
            let (flags, days) = (Flags::default(), Days::default());
            return Ok(Read { rows: 0, wrongs, shape: Shape::default(), homeless: 0, flags, days });
        };
        // Keys made of rows need the number of every task's first row.
        let before = match layout.key {
            Some(_) if !self.numbered && file.parts().is_empty() => Vec::new(),
            _ => {
                let counts = lines(file, layout.from, hands, &|| (), &|(), _, _, _| {}, &|(), _| Ok(()))?;
                sums(&counts)
            }
        };
        let all: Mutex<Vec<(usize, Found)>> = Mutex::new(Vec::new());
        let totals: Mutex<(u64, u64, Shape, u64, Flags, Days)> = Mutex::default();
        let desk = || Desk {
            gathered: begin(),
            found: Found::default(),
            room: Vec::new(),
            cells: Vec::new(),
            joined: Vec::new(),
            key: Vec::new(),
            address: Address::default(),
            keys: 0,
            citizens: 0,
            shape: Shape::default(),
            homeless: 0,
            flags: Flags::default(),
            days: Days::default(),
        };
        let one = |desk: &mut Desk<T>, task: usize, line: u64, bytes: &[u8]| {
            if bytes.iter().all(|b| matches!(b, b' ' | b'"') || *b == layout.delimiter) {
                return;
            }
            let row = before.get(task).map_or(0, |before| before + line + 2);
            desk.keys += 1;
            desk.found.part = file.parts().partition_point(|part| part.0 <= row);
            self.row(&layout, source, row, line, bytes, desk, each);
        };
        let done = |desk: Desk<T>, task: usize| {
            let mut totals = totals.lock().unwrap_or_else(PoisonError::into_inner);
            totals.0 += desk.keys;
            totals.1 += desk.citizens;
            totals.2.join(&desk.shape);
            totals.3 += desk.homeless;
            totals.4.join(&desk.flags);
            totals.5.join(desk.days);
            drop(totals);
            if !desk.found.list.is_empty() {
                all.lock().unwrap_or_else(PoisonError::into_inner).push((task, desk.found));
            }
            end(desk.gathered)
        };
        let counts = lines(file, layout.from, hands, &desk, &one, &done)?;
        let before = sums(&counts);
        let mut all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.sort_by_key(|(task, _)| *task);
        for (task, found) in all {
            for (line, what, column) in found.list {
                let row = before[task] + line + 2;
                let place = Place::file(name_of(file, row)).row(row as usize);
                let place = match column {
                    Some(at) => place.column(&layout.headings[layout.wanted[at]]),
                    None => place,
                };
                wrongs.push(what, place);
            }
            for ((_, kind), (count, line)) in found.counts {
                let more = count.saturating_sub(Rows::SHOWN as u64) as usize;
                let own = name_of(file, before[task] + line + 2);
                let is = |wrong: &&mut Wrong| kind_of(&wrong.what) == kind && wrong.place.file == own;
                if let Some(known) = wrongs.0.iter_mut().rev().find(is) {
                    known.place.rows.more += more;
                }
            }
        }
        let (rows, citizens, shape, homeless, flags, days) =
            totals.into_inner().unwrap_or_else(PoisonError::into_inner);
        if shape.parts {
            // Keys of two numbers: of 12.0 and 12.1 neither is damaged.
            wrongs.0.retain(|wrong| wrong.what != What::MarkedKey);
        }
        if let (Some(born), Some(since), true) = (layout.born, layout.since, days.swapped()) {
            wrongs.0.retain(|wrong| !matches!(wrong.what, What::OddBirth { .. } | What::OddSince { .. }));
            let [born, since] = [born, since].map(|at| layout.headings[layout.wanted[at]].clone());
            wrongs.push(What::Swapped { born, since }, Place::file(file.name()));
        }
        if layout.key.is_some() && rows >= ENOUGH && citizens * 10 >= rows * 9 {
            let heading =
                layout.key.map(|key| layout.headings[layout.wanted[key]].as_str()).unwrap_or_default();
            wrongs.push(What::CitizenNumbers, Place::file(file.name()).column(heading));
        }
        if rows == 0 {
            wrongs.push(What::Empty, Place::file(file.name()));
        }
        Ok(Read { rows, wrongs, shape, homeless, flags, days })
    }

    /// Finds the columns.
    fn layout(&self, file: &dyn Bytes, wrongs: &mut Wrongs) -> io::Result<Option<Layout>> {
        let mut start = vec![0; file.size().min(super::scan::LONGEST as u64) as usize];
        file.read_at(0, &mut start)?;
        let mark = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let length = start[mark..].iter().position(|&b| b == b'\n').unwrap_or(start.len() - mark);
        let line = &start[mark..mark + length];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if let Some(row) = headings_below(&start[mark..], &self.columns.needed()) {
            wrongs.push(What::HeadingsBelow { row }, Place::file(file.name()));
            return Ok(None);
        }
        if line.is_empty() {
            wrongs.push(What::Empty, Place::file(file.name()));
            return Ok(None);
        }
        if start[mark..].starts_with(b"PK\x03\x04") || start[mark..].starts_with(b"\xd0\xcf\x11\xe0") {
            wrongs.push(What::Workbook, Place::file(file.name()));
            return Ok(None);
        }
        if std::str::from_utf8(line).is_err() || line.contains(&0) {
            wrongs.push(What::NotText, Place::file(file.name()).row(1));
            return Ok(None);
        }
        let delimiter = delimiter(line);
        let mut headings = Vec::new();
        let mut room = Vec::new();
        let mut cells = Vec::new();
        if split(line, delimiter, &mut room, &mut cells, None).is_none() {
            wrongs.push(What::Quotes, Place::file(file.name()).row(1));
            return Ok(None);
        }
        for cell in &cells {
            headings.push(String::from_utf8_lossy(trimmed(of(line, &room, *cell))).into_owned());
        }
        if headings.iter().any(|heading| looks::is_of_somebody(heading)) {
            wrongs.push(What::Headless, Place::file(file.name()).row(1));
            return Ok(None);
        }
        let folded: Vec<String> = headings.iter().map(|heading| fold_heading(heading)).collect();
        let before = wrongs.0.len();
        let mut find = |role: &'static str, names: &Names, needed: bool| {
            let hit = |heading: &String| names.iter().any(|name| fold_heading(name) == *heading);
            let hits: Vec<usize> = (0..folded.len()).filter(|&i| hit(&folded[i])).collect();
            let names = || names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
            match hits[..] {
                [one] => Some(one),
                [] if !needed => None,
                [] => {
                    let headings = headings.iter().take(30).map(|h| quoted(h)).collect::<Vec<_>>().join(", ");
                    let what = What::NoColumn { role, names: names(), headings };
                    wrongs.push(what, Place::file(file.name()));
                    None
                }
                _ => {
                    wrongs.push(What::ColumnTwice { role, names: names() }, Place::file(file.name()));
                    None
                }
            }
        };
        let columns = self.columns;
        let mut lacks: Vec<String> = Vec::new();
        let key = columns.key.as_ref().and_then(|names| find("key", names, true));
        let strata: Vec<usize> =
            columns.strata.iter().filter_map(|names| find("strata", names, true)).collect();
        let born = columns.born.as_ref().and_then(|names| find("born", names, true));
        let settled = columns.since.as_ref().and_then(|names| find("since", names, true));
        let flag = columns.flag.as_ref().and_then(|names| find("flag", names, true));
        let weight = columns.weight.as_ref().and_then(|names| find("weight", names, true));
        let home = columns.home.as_ref().and_then(|home| match home {
            Home::Address(postcode, number, addition) => {
                let (postcode, number) = (find("postcode", postcode, true), find("number", number, true));
                let named = || addition.iter().flatten();
                let additions: Vec<usize> =
                    named().filter_map(|name| find("addition", &vec![name.clone()], false)).collect();
                lacks.extend(named().filter(|_| additions.is_empty()).cloned());
                Some(At::Address(postcode?, number?, additions))
            }
            Home::Named(names) => find("home", names, true).map(At::Named),
        });
        if wrongs.0.len() > before {
            return Ok(None);
        }
        let homes = home.iter().flat_map(At::columns);
        let mut wanted: Vec<usize> = [key, born, settled, flag, weight]
            .into_iter()
            .flatten()
            .chain(strata.iter().copied())
            .chain(homes)
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        let untaken = |column: usize| wanted.binary_search(&column).is_err();
        let columns = || headings.iter().zip(&folded).enumerate();
        let secret = looks::secret_columns(columns().filter(|(column, _)| Some(*column) != flag));
        let homed = self.homes && matches!(home, Some(At::Address(..)));
        let part = looks::address_columns(columns().filter(|(column, _)| homed && untaken(*column)));
        let lacks = (homed && !lacks.is_empty()).then_some(What::NoAdditions { headings: lacks });
        for what in secret.into_iter().chain(lacks).chain(part) {
            wrongs.push(what, Place::file(file.name()));
        }
        let at = |column: usize| wanted.binary_search(&column).unwrap_or_default();
        Ok(Some(Layout {
            from: ((mark + length) as u64 + 1).min(file.size()),
            delimiter,
            width: headings.len(),
            key: key.map(at),
            strata: strata.into_iter().map(at).collect(),
            born: born.map(at),
            since: settled.map(at),
            flag: flag.map(at),
            home: home.map(|home| home.numbered(at)),
            weight: weight.map(at),
            headings,
            wanted,
        }))
    }

    #[allow(clippy::too_many_arguments)] // The row and what is known of it.
    fn row<T>(
        &self,
        layout: &Layout,
        source: &str,
        row: u64,
        number: u64,
        line: &[u8],
        desk: &mut Desk<T>,
        each: &(dyn Fn(&mut T, &Row<'_>) + Sync),
    ) {
        let Desk { gathered, found, room, cells, joined, key, address, citizens, shape, .. } = desk;
        let Some(width) = split(line, layout.delimiter, room, cells, Some(&layout.wanted)) else {
            return found.push(number, What::Quotes, None);
        };
        if width != layout.width {
            return found.push(number, What::Ragged { cells: width, due: layout.width }, None);
        }
        let cell = |at: usize| trimmed(of(line, room, cells[at]));
        let mut sound = true;
        key.clear();
        match layout.key {
            Some(column) => {
                key.extend_from_slice(cell(column));
                *citizens += u64::from(is_citizen_number(key));
                shape.add(key);
                if !is_key(key) {
                    found.push(number, What::BadKey, Some(column));
                    sound = false;
                } else if let Some(what) = looks::damage(key) {
                    found.push(number, what, Some(column));
                }
            }
            None => {
                key.extend_from_slice(source.as_bytes());
                key.push(b'/');
                key.extend_from_slice(row.to_string().as_bytes());
            }
        }
        joined.clear();
        for (i, &column) in layout.strata.iter().enumerate() {
            if i > 0 {
                joined.push(b'\n');
            }
            joined.extend_from_slice(cell(column));
        }
        let stratum = self.strata.find(joined);
        if stratum.is_none() && std::str::from_utf8(joined).is_err() {
            // In an encoding of old spreadsheets: no spelling of the strata helps.
            found.push(number, What::CellNotText, layout.strata.first().copied());
            sound = false;
        } else if stratum.is_none() {
            let shown = String::from_utf8_lossy(joined).replace('\n', " / ");
            found.push(
                number,
                What::UnknownStratum { shown: quoted(&shown) },
                layout.strata.first().copied(),
            );
            sound = false;
        }
        let mut born = Some(Born::default());
        if let Some(column) = layout.born {
            born = Born::read(cell(column));
            if born.is_none() {
                found.push(number, What::BadBorn, Some(column));
            }
        }
        let mut settled = Some(0);
        if let Some(column) = layout.since {
            settled = since(cell(column));
            if settled.is_none() {
                found.push(number, What::BadSince, Some(column));
            }
        }
        let mut weight = Some(1);
        if let Some(column) = layout.weight {
            weight = self::weight(cell(column));
            if weight.is_none() {
                found.push(number, What::BadWeight, Some(column));
            }
        }
        if let Some(At::Named(column)) = layout.home {
            let named = cell(column);
            if !named.is_empty() && (!is_key(named) || looks::damage(named) == Some(What::DamagedKey)) {
                found.push(number, What::BadHome, Some(column));
                sound = false;
            }
        }
        let (Some(stratum), Some(born), Some(since), Some(weight), true) =
            (stratum, born, settled, weight, sound)
        else {
            return;
        };
        let person = self.secret.person(key);
        let home = layout.home.as_ref().and_then(|home| match home {
            At::Address(postcode, number, additions) => {
                address.set(cell(*postcode), cell(*number), additions.iter().map(|&column| cell(column)));
                self.secret.home(stratum, address)
            }
            At::Named(column) => self.secret.named_home(stratum, cell(*column)),
        });
        if let Some(at) = layout.home.as_ref().filter(|_| self.homes) {
            let (odd, named) = match at {
                At::Address(postcode, house, _) => {
                    let odd = [
                        (postcode, looks::is_no_postcode(cell(*postcode))),
                        (house, looks::is_no_number(cell(*house))),
                    ];
                    (odd.into_iter().find(|(_, odd)| *odd).map(|(column, _)| *column), false)
                }
                At::Named(column) => (Some(*column).filter(|&column| looks::is_no_home(cell(column))), true),
            };
            if odd.is_some() {
                found.push(number, What::NoAddress, odd);
            }
            if home.is_none() {
                found.push(number, What::FewHomes { without: 0, rows: 0, named }, None);
            }
        }
        desk.homeless += u64::from(layout.home.is_some() && home.is_none());
        let flag = layout.flag.map(&cell);
        flag.iter().for_each(|flag| desk.flags.add(flag, 1));
        let flagged = flag.is_some_and(|flag| flag != b"0");
        if flag.is_some_and(|flag| !Flags::digit(flag)) {
            found.push(number, What::OddFlags { flags: Vec::new() }, layout.flag);
        }
        let birth = layout.born.filter(|_| born != Born::default());
        let odd = birth.and_then(|_| looks::odd_birth(born.first, born.last, self.reference));
        if let Some(why) = odd {
            found.push(number, What::OddBirth { why }, layout.born);
        }
        let first = if odd.is_some() { 0 } else { born.first };
        if let Some(why) = layout.since.and_then(|_| looks::odd_since(since, first, self.reference)) {
            found.push(number, What::OddSince { why }, layout.since);
        }
        desk.days.order(born.first, since);
        if let Some(reference) = self.reference {
            // The newest date of the row: when somebody came, or was born.
            let date = since.max(born.first);
            desk.days.add(reference, date);
            if Days::after(reference, date) {
                found.push(number, What::FarDay { on: String::new(), after: 0 }, None);
            }
        }
        let home = home.unwrap_or(person);
        each(gathered, &Row { person, home, stratum, since, born, flagged, weight, key, row });
    }
}

/// Rows that a column must have before it is refused for what its numbers look like.
const ENOUGH: u64 = 10;

/// The lines before each task's.
fn sums(counts: &[u64]) -> Vec<u64> {
    counts.iter().scan(0, |sum, count| Some(std::mem::replace(sum, *sum + count))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invite::scan::{Alone, Text};

    fn columns() -> Columns {
        let name = |name: &str| vec![name.to_owned()];
        Columns {
            key: Some(name("nummer")),
            strata: vec![vec!["kern".to_owned(), "plaats".to_owned()]],
            born: Some(name("geboren")),
            since: Some(name("sinds")),
            flag: Some(name("geheim")),
            home: Some(Home::Address(name("postcode"), name("huisnummer"), Some(name("toevoeging")))),
            weight: None,
        }
    }

    fn read(text: &str, columns: &Columns) -> (Vec<String>, Read) {
        let cells = |names: &[&str]| names.iter().map(|name| vec![(*name).to_owned()]).collect();
        let strata = match columns.strata.is_empty() {
            true => Strata::new(vec![], vec![vec![]]).unwrap(),
            false => Strata::new(vec!["kern".into()], cells(&["Baarlo", "Helden; Noord", "1"])).unwrap(),
        };
        let reader = Reader {
            secret: &Secret::new(&[0; 32]),
            columns,
            strata: &strata,
            reference: None,
            homes: true,
            numbered: false,
        };
        let all = Mutex::new(Vec::new());
        let text = Text { name: "register.csv", bytes: text.as_bytes() };
        let found = reader
            .rows(
                &text,
                "register",
                &Alone,
                &Vec::new,
                &|all: &mut Vec<String>, row| {
                    let key = String::from_utf8(row.key.to_vec()).unwrap();
                    let apart = row.home == row.person;
                    all.push(format!(
                        "{key} {} {} {} {apart} {}",
                        row.stratum, row.since, row.born.last, row.flagged
                    ));
                },
                &|mut some| {
                    all.lock().unwrap().append(&mut some);
                    Ok(())
                },
            )
            .unwrap();
        (all.into_inner().unwrap(), found)
    }

    #[test]
    fn a_stratum_is_meant_by_its_number_or_its_name() {
        let cells = ["Meijel", "Egchel", "3", "Nl / Oost"].map(|name| vec![name.to_owned()]).to_vec();
        let strata = Strata::new(vec!["kern".into()], cells).unwrap();
        let found = ["1", " egchel ", "MEIJEL", "3", "nl / oost", "5", "Baarlo", "", "#2", "# 9"]
            .map(|text| strata.find_named(text).ok());
        let none = None;
        assert_eq!(found, [Some(1), Some(2), Some(1), Some(3), Some(4), none, none, none, Some(2), none]);
        // Districts that are called by numbers, in another order: of "1" nobody knows which is meant.
        let strata = Strata::new(vec!["wijk".into()], vec![vec!["2".into()], vec!["1".into()]]).unwrap();
        assert_eq!(strata.find_named("1"), Err(Unfound::Two { number: 1, name: 2 }));
        assert_eq!(["#1", "#2"].map(|text| strata.find_named(text)), [Ok(1), Ok(2)]);
    }

    #[test]
    fn a_register_is_read_whatever_stands_between_its_cells() {
        let rows = [
            ["nummer", "plaats", "Geboren", "sinds", "geheim", "postcode", "huisnummer", "toevoeging"],
            ["0042", "Baarlo", "1990-01-01", "2020-05-06", "0", "1234AB", "12", "A"],
            [" 7 ", " 1 ", "1990-00-00", "", "1", "", "", ""],
        ];
        let due = ["0042 1 20200506 19900101 false false", "7 3 0 19901231 true true"];
        for (delimiter, end) in [(";", "\n"), (",", "\r\n"), ("\t", "\n")] {
            let text: String = rows.iter().map(|row| row.join(delimiter) + end).collect();
            for text in [
                text.clone(),
                format!("\u{feff}{text}"),
                text.trim_end_matches(['\r', '\n']).to_owned(),
                text + end,
            ] {
                let (read, found) = read(&text, &columns());
                assert_eq!(read, due);
                // The second has no address, which whoever makes the frame counts.
                let mut told = Wrongs::default();
                let few = What::FewHomes { without: 0, rows: 0, named: false };
                told.push(few, Place::file("register.csv").row(3));
                assert_eq!((found.rows, found.wrongs), (2, told), "{text:?}");
            }
        }
        let quoted = "nummer;kern;geboren;sinds;geheim;postcode;huisnummer;note\n\
            \"1\";\"Helden; Noord\";\"1990-01-01\";;0;1;1;\"a \"\"b\"\"\"\n";
        assert_eq!(read(quoted, &columns()).0, ["1 2 0 19900101 false false"]);
    }

    #[test]
    fn what_cannot_be_read_is_told_by_row_and_never_passed_over() {
        let head = "nummer,kern,geboren,sinds,geheim,postcode,huisnummer,toevoeging\n";
        let wrong = |row: &str| {
            let good = "1,Baarlo,1990-01-01,,0,1,1,\n";
            let (rows, found) = read(&format!("{head}{good}\n{row}\n{good}"), &columns());
            assert_eq!(rows.len(), 2, "{row}");
            let [wrong] = &found.wrongs.0[..] else { panic!("{row}: {:?}", found.wrongs) };
            assert_eq!(wrong.place.rows, Rows::one(4), "{row}");
            (wrong.what.clone(), wrong.place.column.clone().unwrap_or_default())
        };
        let in_column = |what: What, column: &str| (what, column.to_owned());
        assert_eq!(wrong("1,Baarlo,1990-01-01,,0,1,1"), (What::Ragged { cells: 7, due: 8 }, String::new()));
        assert_eq!(wrong("1,Baarlo,1990-01-01,,0,1,1,\"a"), (What::Quotes, String::new()));
        assert_eq!(wrong("1,Baarlo,1990-01-01,,0,1,1,\"a\"b"), (What::Quotes, String::new()));
        assert_eq!(wrong(",Baarlo,1990-01-01,,0,1,1,"), in_column(What::BadKey, "nummer"));
        assert_eq!(wrong("é,Baarlo,1990-01-01,,0,1,1,"), in_column(What::BadKey, "nummer"));
        let unread =
            |row: &str| read(&format!("{head}0042,Baarlo,1990-01-01,,0,1,1,\n{row}\n"), &columns()).1.wrongs;
        for (key, what) in [
            ("\"1,23E+05\"", What::DamagedKey),
            ("#N/B", What::DamagedKey),
            ("42.0", What::MarkedKey),
            ("'0042", What::MarkedKey),
            ("\"=\"\"0042\"\"\"", What::MarkedKey),
            ("=\"0042\"", What::MarkedKey),
        ] {
            let wrongs = unread(&format!("{key},Baarlo,1990-01-01,,0,1,1,"));
            assert_eq!(
                (wrongs.0[0].what.clone(), wrongs.0[0].place.rows.clone()),
                (what, Rows::one(3)),
                "{key}"
            );
        }
        let parts = "12.0,Baarlo,1990-01-01,,0,1,1,\n12.1,Baarlo,1990-01-01,,0,1,1,";
        assert_eq!(unread(parts), Wrongs::default());
        let unknown = What::UnknownStratum { shown: "\"baarlo\"".into() };
        assert_eq!(wrong("1,baarlo,1990-01-01,,0,1,1,"), in_column(unknown, "kern"));
        assert_eq!(wrong("1,Baarlo,1-1-1990,,0,1,1,"), in_column(What::BadBorn, "geboren"));
        assert_eq!(wrong("1,Baarlo,1990-01-01,gisteren,0,1,1,"), in_column(What::BadSince, "sinds"));
    }

    #[test]
    fn a_home_may_have_a_name_of_its_own() {
        let name = |name: &str| vec![name.to_owned()];
        let columns =
            Columns { key: Some(name("nr")), home: Some(Home::Named(name("bag"))), ..Columns::default() };
        let with = |cell: &str| read(&format!("nr;bag\n1;{cell}\n"), &columns);
        // Whether they are a home of their own, and what is told in which column.
        let look = |cell: &str| {
            let (rows, found) = with(cell);
            let told: Vec<_> = found
                .wrongs
                .0
                .iter()
                .map(|wrong| (wrong.what.code(), wrong.place.column.is_some()))
                .collect();
            (rows.first().map(|row| row.split(' ').nth(4) == Some("true")), told)
        };
        for cell in ["0363010000758545", " 0363010000758545 ", "NL-12|a", "7"] {
            assert_eq!(look(cell), (Some(false), vec![]), "{cell}");
        }
        assert_eq!(look("  "), (Some(true), vec![("Y-45", false)]));
        // A word for nothing is told, and what cannot be a name stops.
        for cell in ["onbekend", "-", "0000"] {
            assert_eq!(look(cell), (Some(false), vec![("Y-133", true)]), "{cell}");
        }
        for cell in ["12 A", "é", "3,63E+15", "#N/B", &"1".repeat(65)] {
            assert_eq!(look(cell), (None, vec![("Y-143", true)]), "{cell}");
        }
        // Parts of an address are not looked for where homes have names.
        assert_eq!(read("nr;bag;huisletter\n1;2;A\n", &columns).1.wrongs, Wrongs::default());
        assert_eq!(read("nr;bagid\n1;2\n", &columns).1.wrongs.0[0].what.code(), "Y-03");
    }

    #[test]
    fn columns_are_found_once_or_asked_for() {
        let wrong = |head: &str| {
            let (_, found) = read(&format!("{head}\n"), &columns());
            found.wrongs.0.iter().map(|w| w.what.code()).collect::<Vec<_>>()
        };
        let rest = "geboren,sinds,geheim,postcode,huisnummer";
        assert_eq!(wrong(&format!("id,kern,{rest}")), ["Y-03"]);
        assert_eq!(wrong(&format!("nummer,kern,plaats,{rest}")), ["Y-04"]);
        assert_eq!(wrong(""), ["Y-01"]);
        assert_eq!(wrong(&format!("nummer,kern,{rest},toevoeging")), ["Y-01"], "no rows");
        // Without any column of an addition 1A and 1B are one house.
        assert_eq!(wrong(&format!("nummer,kern,{rest}")), ["Y-154", "Y-01"]);
        // A register without headings shows nobody's row as headings.
        assert_eq!(wrong("4711,Baarlo,1980-01-01,2020-01-01,0,1234AB,12"), ["Y-153"]);
    }

    #[test]
    fn rows_stand_in_for_a_number_that_is_not_there() {
        let (rows, found) = read("a;b\n1;2\n\n3;4\n", &Columns::default());
        assert_eq!(rows, ["register/2 1 0 0 true false", "register/4 1 0 0 true false"]);
        assert_eq!(found.wrongs, Wrongs::default());
    }

    #[test]
    fn citizen_service_numbers_are_refused() {
        assert!(is_citizen_number(b"111222333") && is_citizen_number(b"123456782"));
        assert!(!is_citizen_number(b"123456789") && !is_citizen_number(b"11122233x"));
        let columns = Columns { key: Some(vec!["nr".into()]), ..Columns::default() };
        let codes =
            |text: String| read(&text, &columns).1.wrongs.0.iter().map(|w| w.what.code()).collect::<Vec<_>>();
        assert_eq!(codes(format!("nr\n{}", "111222333\n".repeat(12))), ["Y-08"]);
        assert_eq!(codes(format!("nr\n{}", "111222334\n".repeat(12))), [""; 0]);
    }
}
