//! The files of a frame, as arguments. Imports `assembly`, `invite`, `register`, `io` and its siblings.

use super::super::exit::{Exit, Halt, Saved};
use super::super::key;
use super::super::sheet::{self, SheetArgs};
use super::super::talk::Talk;
use crate::assembly::invite::{Framing, Stop};
use crate::base::fault::{Faults, Place, Rows as Lines, What as Fault};
use crate::base::text::{fold, fold_heading, tidy};
use crate::invite::answers::{self, Coded};
use crate::invite::excluded::Excluded;
use crate::invite::frame::Register;
use crate::invite::person::{is_key, trimmed};
use crate::invite::plan::Listed;
use crate::invite::public::read_charter;
use crate::invite::rows::{Names, Strata};
use crate::invite::scan::Text;
use crate::invite::sheet::{is_sheet, text};
use crate::invite::{Bytes, Half, Key, What, Wrongs};
use crate::io::{self, Lying, Trouble};
use crate::panel::rates::rate;
use crate::pool::headed;
use crate::pool::lists::GROUNDS;
use crate::register::{self, Looked};
use crate::words::catalogue::args;
use crate::words::quoted;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What makes a frame, but for the registers.
#[derive(Clone, Debug, clap::Args)]
pub struct FrameArgs {
    /// The charter (TOML): who can be drawn, how homes count, how many letters, where the seed comes from.
    #[arg(long, value_name = "FILE")]
    pub charter: PathBuf,
    /// The secret of the register: a file that "geloot key" made. Keep it; it is never published.
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// The strata: a row for each, under the headings that the charter names, perhaps with "letters" and "reserves".
    #[arg(long, value_name = "FILE")]
    pub strata: Option<PathBuf>,
    /// People who are left out, such as those who asked for no more letters: a file with a column "key" (or the charter's
    /// heading; numbers of the register) or "person" (the signs of an earlier list under the same key), and perhaps "ground",
    /// which becomes public. May be given again.
    #[arg(long, value_name = "FILE")]
    pub exclude: Vec<PathBuf>,
    /// Freeze although the declared round of the beacon is public by now: only to practise, or to make an
    /// old lottery again.
    #[arg(long)]
    pub known_round: bool,
}

impl FrameArgs {
    /// Reads the files.
    pub fn read(&self, talk: &Talk) -> Result<Framing, Halt> {
        let secret = key::read(&self.key)?;
        let charter = io::read(&self.charter)?;
        let columns = read_charter(&named(&self.charter), &charter).ok().map(|(_, terms)| terms.columns);
        let (wanted, keys) = columns.map(|columns| (columns.strata, columns.key.unwrap_or_default())).unzip();
        let strata = self.strata.as_deref().map(|path| strata(path, wanted.as_deref(), talk)).transpose()?;
        let left_out = excluded(&self.exclude, &keys.unwrap_or_default(), &Key::new(&secret), talk)?;
        let LeftOut { excluded, grounds, listed } = left_out;
        Ok(Framing {
            file: named(&self.charter),
            charter,
            secret,
            strata,
            excluded,
            grounds,
            listed,
            prepared: None,
        })
    }
}

/// The same, where they are needed for one act and not for another.
#[derive(Clone, Debug, clap::Args)]
pub struct OptionalFrameArgs {
    /// The charter (TOML): who can be drawn, how homes count, how many letters, where the seed comes from.
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// The secret of the register: a file that "geloot key" made. Keep it; it is never published.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// The strata: a row for each, under the headings that the charter names, perhaps with "letters" and "reserves".
    #[arg(long, value_name = "FILE")]
    strata: Option<PathBuf>,
    /// People who are left out, such as those who asked for no more letters: a file with a column "key" (or the charter's
    /// heading; numbers of the register) or "person" (the signs of an earlier list under the same key), and perhaps "ground",
    /// which becomes public. May be given again.
    #[arg(long, value_name = "FILE")]
    exclude: Vec<PathBuf>,
    /// Freeze although the declared round of the beacon is public by now: only to practise, or to make an
    /// old lottery again.
    #[arg(long)]
    known_round: bool,
}

impl OptionalFrameArgs {
    /// What makes a frame, if charter and key are given.
    pub fn whole(&self) -> Result<FrameArgs, Halt> {
        let (Some(charter), Some(key)) = (self.charter.clone(), self.key.clone()) else {
            return Err(Halt::refused(Exit::Input, "Y-63", args![]).saved(Saved::NoFile));
        };
        Ok(FrameArgs {
            charter,
            key,
            strata: self.strata.clone(),
            exclude: self.exclude.clone(),
            known_round: self.known_round,
        })
    }
}

/// A file as it is named in messages.
pub fn named(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A small table, with its faults told. Of a workbook the sheet can stand behind the file.
pub fn table(path: &Path, talk: &Talk) -> Result<register::Table, Halt> {
    let mut faults = Faults::new();
    let (name, bytes) = sheet::read(path, &[])?;
    match register::read(&name, &bytes, &mut faults) {
        Some(table) => sound(faults, talk).map(|()| table),
        None => Err(Halt::Faults(faults)),
    }
}

/// The same of a list that may be left out: of one that has headings alone it is noted that nobody is on it. `headings` are those
/// that it may have.
fn optional(path: &Path, headings: &[&str], talk: &Talk) -> Result<Option<register::Table>, Halt> {
    let mut faults = Faults::new();
    let (name, bytes) = sheet::read(path, &[])?;
    let table = register::read_any(&name, &bytes, &mut faults);
    let looked = |heading: &str| headings.contains(&fold_heading(heading).as_str());
    if let Some(table) = &table
        && !headed::report_headless(table, &looked, &|_| false, &mut faults)
        && table.is_empty()
    {
        faults.push(Fault::ListEmpty { excluded: true }, Place::file(&name));
    }
    sound(faults, talk)?;
    Ok(table.filter(|table| !table.is_empty()))
}

/// Tells what was found; stops where it stops the work.
pub fn sound(faults: Faults, talk: &Talk) -> Result<(), Halt> {
    if faults.stop() {
        return Err(Halt::Faults(faults));
    }
    talk.faults(&faults);
    Ok(())
}

type Rows = (Vec<String>, Vec<Vec<String>>, Listed);

/// The file of strata: the columns that the charter names, their cells, and what it says of letters. Where one of them is
/// missing, or the charter cannot be read, all headings, for whoever tells that.
fn strata(path: &Path, wanted: Option<&[Names]>, talk: &Talk) -> Result<Rows, Halt> {
    let table = table(path, talk)?;
    let mut wrongs = Wrongs::default();
    let (looked, mut faults) = (Looked::default(), Faults::new());
    let letters = looked.column(&table, &["letters", "brieven"], &mut faults);
    let reserves = looked.column(&table, &["reserves"], &mut faults);
    looked.found(&["stratum"], table.columns("stratum").first().copied());
    let own = wanted.and_then(|wanted| {
        let one = |names: &Names| {
            looked.headed(&table, &names[0], &mut faults);
            table.headings.iter().position(|heading| *heading == names[0])
        };
        wanted.iter().map(one).collect::<Option<Vec<usize>>>()
    });
    let columns = match own {
        Some(columns) => {
            looked.report(&table, &mut faults);
            headed::report_footers(&table, columns.first().copied(), &mut faults);
            columns
        }
        None => {
            let names = wanted.into_iter().flatten().map(|names| fold_heading(&names[0]));
            let lower = names.into_iter().find_map(|name| Looked::lower(&table, &[&name]));
            lower.into_iter().for_each(|lower| faults.push(lower, Place::file(&table.name)));
            (0..table.headings.len()).filter(|&column| !table.headings[column].is_empty()).collect()
        }
    };
    sound(faults, talk)?;
    let cell = |row: usize, column: usize| {
        let text = table.cell(row, column);
        String::from_utf8_lossy(trimmed(text.as_bytes())).into_owned()
    };
    let cells: Vec<Vec<String>> =
        (0..table.len()).map(|row| columns.iter().map(|&column| cell(row, column)).collect()).collect();
    let mut numbers = |column: Option<usize>| {
        let column = column?;
        let number = |row: usize| {
            let found = cell(row, column).parse().ok().filter(|&number: &u64| number <= 1_000_000_000);
            if found.is_none() {
                let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[column]);
                wrongs.push(What::BadNumber, place);
            }
            found.unwrap_or(0)
        };
        Some((0..table.len()).map(number).collect::<Vec<u64>>())
    };
    let listed = Listed { letters: numbers(letters), reserves: numbers(reserves) };
    if wrongs.stop() {
        return Err(Halt::Letters(Box::new(wrongs)));
    }
    Ok((columns.iter().map(|&c| table.headings[c].trim().to_owned()).collect(), cells, listed))
}

/// Everybody who is left out.
struct LeftOut {
    /// With the number of the ground.
    excluded: BTreeMap<Half, usize>,
    /// The grounds, in their order.
    grounds: Vec<String>,
    /// As the lists have them.
    listed: Vec<Excluded>,
}

/// Reads lists of people who are left out; `keys` are the headings that the charter has for numbers of the register.
fn excluded(paths: &[PathBuf], keys: &Names, secret: &Key, talk: &Talk) -> Result<LeftOut, Halt> {
    const PERSON: &[&str] = &["person", "persoon"];
    let own: Vec<String> = keys.iter().map(|name| fold_heading(name)).collect();
    let keys: Vec<&str> =
        ["key", "sleutel", "nummer"].into_iter().chain(own.iter().map(String::as_str)).collect();
    let mut wrongs = Wrongs::default();
    let mut all: BTreeMap<Half, String> = BTreeMap::new();
    let mut listed = Vec::new();
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    let known = [&keys[..], PERSON, GROUNDS].concat();
    for path in paths {
        let Some(table) = optional(path, &known, talk)? else { continue };
        let (looked, mut faults) = (Looked::default(), Faults::new());
        let mut column = |names: &[&str]| looked.column(&table, names, &mut faults);
        let (key, person) = (column(&keys), column(PERSON));
        let ground = column(GROUNDS);
        let near = looked.near(&table, GROUNDS).map(str::to_owned);
        looked.report(&table, &mut faults);
        let own: Vec<usize> = [key, person, ground].into_iter().flatten().collect();
        register::report_no(&table, &own, &|_| false, None, &mut faults);
        sound(faults, talk)?;
        let Some(of) = key.or(person).filter(|_| key.is_none() || person.is_none()) else {
            wrongs.push(What::columns(&[&[&keys[..], PERSON].concat()]), Place::file(&table.name));
            continue;
        };
        // As for a panel: a ground that nobody wrote would become public all the same.
        let mut faults = Faults::new();
        let Some(ground) = ground else {
            faults.push(Fault::GroundColumnMissing { several: Vec::new(), near }, Place::file(&table.name));
            return Err(Halt::Faults(faults));
        };
        headed::report_id_footers(&table, of, &mut faults);
        let why = |row: usize| tidy(table.cell(row, ground));
        let groundless: Lines =
            (0..table.len()).filter(|&row| why(row).is_empty()).map(|row| table.row(row).row).collect();
        if groundless.count() > 0 {
            let place = Place::file(&table.name).column(&table.headings[ground]).rows(groundless);
            faults.push(Fault::GroundMissing, place);
        }
        sound(faults, talk)?;
        for row in 0..table.len() {
            let cell = table.cell(row, of);
            let cell = trimmed(cell.as_bytes());
            let found = match key {
                Some(_) => is_key(cell).then(|| secret.person(cell)),
                None => Half::read(cell),
            };
            let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[of]);
            let Some(found) = found else {
                wrongs.push(What::BadExclusion, place);
                continue;
            };
            listed.push(Excluded { person: found, key: key.map(|_| cell.to_vec()), place });
            let text = table.cell(row, ground).trim().to_owned();
            // Grounds that differ in capitals are one.
            let text = spellings.entry(fold(&text)).or_insert(text).clone();
            // Somebody on two lists counts once, on the ground that comes first.
            all.entry(found).and_modify(|known| *known = text.clone().min(known.clone())).or_insert(text);
        }
    }
    if wrongs.stop() {
        return Err(Halt::Letters(Box::new(wrongs)));
    }
    let mut grounds: Vec<String> = all.values().cloned().collect();
    grounds.sort_unstable();
    grounds.dedup();
    let number = |text: &String| grounds.binary_search(text).unwrap_or_default();
    let excluded = all.iter().map(|(person, text)| (*person, number(text))).collect();
    Ok(LeftOut { excluded, grounds, listed })
}

/// The headings that the column of rates can have.
const RATE: [&str; 2] = ["rate", "respons"];

/// The rate of response of each stratum.
pub fn rates(path: &Path, strata: &Strata, talk: &Talk) -> Result<Vec<f64>, Halt> {
    let table = table(path, talk)?;
    let mut wrongs = Wrongs::default();
    let (looked, mut faults) = (Looked::default(), Faults::new());
    let own = |heading: &String| looked.headed(&table, heading, &mut faults);
    let columns: Option<Vec<usize>> = strata.headings.iter().map(own).collect();
    let of = looked.column(&table, &RATE, &mut faults);
    if of.is_some() || columns.is_some() {
        looked.report(&table, &mut faults);
    }
    sound(faults, talk)?;
    let (Some(columns), Some(of)) = (columns, of) else {
        // Each that it must have, so that nobody mends one and meets the next.
        let own = strata.headings.iter().map(|heading| vec![heading.clone()]);
        let wanted = own.chain([RATE.map(str::to_owned).to_vec()]).collect();
        wrongs.push(What::ListColumns { wanted }, Place::file(&table.name));
        return Err(Halt::Letters(Box::new(wrongs)));
    };
    let cells =
        |row: usize| columns.iter().map(|&c| table.cell(row, c).trim().to_owned()).collect::<Vec<_>>();
    let place = |row: usize, column: usize| {
        Place::file(&table.name).row(table.row(row).row).column(&table.headings[column])
    };
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for row in 0..table.len() {
        if known.insert(cells(row), row).is_some() {
            wrongs.push(What::StratumTwice, place(row, columns.first().copied().unwrap_or(of)));
        }
    }
    let mut rates = Vec::new();
    for (own, stratum) in strata.cells.iter().zip(1..) {
        let row = known.get(own).copied();
        let found = row.and_then(|row| rate(table.cell(row, of))).filter(|&rate| rate > 0.0);
        if found.is_none() {
            let place = row.map_or_else(|| Place::file(&table.name), |row| place(row, of));
            wrongs.push(What::BadRate { stratum: strata.name(stratum) }, place);
        }
        rates.push(found.unwrap_or(1.0));
    }
    for (_, row) in known.iter().filter(|(cells, _)| !strata.cells.contains(*cells)) {
        wrongs.push(What::StrayRate, place(*row, columns.first().copied().unwrap_or(of)));
    }
    if wrongs.stop() {
        return Err(Halt::Letters(Box::new(wrongs)));
    }
    talk.letters(&wrongs);
    Ok(rates)
}

/// The codes of letters, each with its row, also as somebody saved them from a spreadsheet.
pub fn codes(path: &Path) -> Result<Vec<(usize, Coded)>, Halt> {
    let file = args![file = quoted(&path.to_string_lossy())];
    let bytes = io::read(path)?;
    let saved = || {
        let table = register::read(&named(path), &bytes, &mut Faults::new())?;
        answers::from_table(&table)
    };
    let written = answers::read(&bytes).ok().map(|codes| (2..).zip(codes).collect());
    let codes = written.or_else(saved);
    codes.ok_or_else(|| Halt::refused(Exit::Input, "Y-56", file).saved(Saved::NoFile))
}

/// A register: a text that lies on the disk and is read there, or a sheet of a workbook.
pub enum Given {
    /// A text.
    Lying(Lying),
    /// The rows of a sheet.
    Sheet {
        /// The workbook, with the sheet behind it.
        name: String,
        /// Its rows.
        text: Vec<u8>,
    },
}

impl Bytes for Given {
    fn name(&self) -> &str {
        match self {
            Self::Lying(file) => file.name(),
            Self::Sheet { name, .. } => name,
        }
    }

    fn size(&self) -> u64 {
        match self {
            Self::Lying(file) => file.size(),
            Self::Sheet { text, .. } => text.len() as u64,
        }
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> std::io::Result<()> {
        match self {
            Self::Lying(file) => file.read_at(at, into),
            Self::Sheet { name, text } => Text { name, bytes: text }.read_at(at, into),
        }
    }
}

/// The registers at these paths, with what must be looked at in workbooks told.
pub fn registers(paths: &[PathBuf], sheet: &SheetArgs, talk: &Talk) -> Result<Vec<Given>, Halt> {
    let (mut given, mut books, mut faults) = (Vec::new(), Vec::new(), Faults::new());
    for path in paths {
        // The sheet can stand behind the file.
        let whole = named(path);
        let file = register::named(&whole).0;
        let lies = if io::exists(path) { path } else { Path::new(file) };
        let lying = Lying::open(lies)?;
        if !is_sheet(&lying).map_err(|error| Trouble::new(lies, &error))? {
            given.push(Given::Lying(lying));
            continue;
        }
        let (name, bytes) = sheet.read(path)?;
        if let Some((name, text)) = text(&name, &bytes, &mut faults) {
            given.push(Given::Sheet { name, text });
        }
        books.push((name, bytes));
    }
    let books: Vec<(&str, &[u8])> = books.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    sheet.all_found(&books, &mut faults);
    if faults.stop() {
        return Err(Halt::Faults(faults));
    }
    talk.faults(&faults);
    Ok(given)
}

/// What each is called in keys made of rows; those of one name are numbered, or people of two would be one.
pub fn sources<'a, B: Bytes>(files: &'a [B]) -> Vec<Register<'a>> {
    let stem = |file: &B| -> String {
        let stem = Path::new(register::named(file.name()).0)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        stem.chars().map(|c| if c.is_ascii_graphic() && c != '/' { c } else { '-' }).take(30).collect()
    };
    let stems: Vec<String> = files.iter().map(stem).collect();
    let one = |(i, file): (usize, &'a B)| {
        let same = stems.iter().filter(|stem| **stem == stems[i]).count();
        let source = if same > 1 { format!("{}-{}", stems[i], i + 1) } else { stems[i].clone() };
        Register { source, file }
    };
    files.iter().enumerate().map(one).collect()
}

/// Why a frame is not made.
pub fn stopped(stop: Stop, charter: &Path, registers: &[PathBuf]) -> Halt {
    let asked = super::super::told::Asked {
        charter: Some((charter.to_owned(), crate::invite::record::OUTCOMES)),
        ..Default::default()
    };
    let file = registers.first().map_or(charter, PathBuf::as_path);
    super::opening::halt(stop, &asked, file)
}
