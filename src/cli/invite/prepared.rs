//! One list of registers in any layout, by a recipe, for the frame of an invitation lottery. Imports `prepare`, `invite` and its
//! siblings.

use super::super::exit::Halt;
use super::super::freezing::mistaken;
use super::super::prepare;
use super::super::talk::Talk;
use super::inputs::named;
use crate::base::fault::{Faults, Place};
use crate::base::text::{Texts, fold};
use crate::bundle::form;
use crate::invite::scan::Text;
use crate::invite::{Bytes, Wrongs};
use crate::prepare::{Kept, POOL};
use std::collections::BTreeMap;
use std::path::Path;

/// What a recipe made.
pub struct Prepared {
    /// What the list is called in messages that are not about one row.
    pub name: String,
    /// The list and the trace of every change, by the names of files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The list with the key of the register, where that is a number that is never copied.
    keyed: Option<Vec<u8>>,
    /// The names of the sources.
    sources: Vec<String>,
    /// Of each person the source, and the row there.
    from: Vec<(u16, u32)>,
    /// The rows of the list at which those of a source begin, with its name.
    parts: Vec<(u64, String)>,
}

/// The list as it is read for a frame.
pub struct Made<'a>(&'a Prepared);

impl Bytes for Made<'_> {
    fn name(&self) -> &str {
        &self.0.name
    }

    fn size(&self) -> u64 {
        self.0.list().len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> std::io::Result<()> {
        Text { name: self.name(), bytes: self.0.list() }.read_at(at, into)
    }

    fn parts(&self) -> &[(u64, String)] {
        &self.0.parts
    }
}

impl Prepared {
    /// Makes the list, and says what was found; `key` are the headings that the key of a register may have.
    pub fn make(recipe: &Path, key: &[String], talk: &Talk) -> Result<Self, Halt> {
        let (made, (faults, text)) = Self::again(recipe, key, talk)?;
        talk.faults(&faults);
        talk.show(&text)?;
        Ok(made)
    }

    /// Makes the list; with what there is to say of it.
    pub fn again(recipe: &Path, key: &[String], talk: &Talk) -> Result<(Self, (Faults, String)), Halt> {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let made = prepare::make(recipe, Some(key), talk.lang(), &mut |file, bytes| {
            files.entry(file.to_owned()).or_default().extend_from_slice(bytes);
            Ok(())
        })?;
        files.extend(made.reports.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())));
        let kept = made.prepared.kept.unwrap_or(Kept { from: Vec::new(), keys: None });
        let pool = files.get(POOL).map(Vec::as_slice).unwrap_or_default();
        let keyed = kept.keys.as_ref().map(|keys| with_keys(pool, key, keys)).transpose()?;
        let sources: Vec<String> = made.prepared.sources.into_iter().map(|source| source.name).collect();
        let name = format!("{} > {POOL}", named(recipe));
        let parts = parts(&kept.from, &sources);
        Ok((Self { name, files, keyed, sources, from: kept.from, parts }, (made.faults, made.text)))
    }

    /// The list as a register.
    pub fn register(&self) -> Made<'_> {
        Made(self)
    }

    /// The list, in which everybody has the key of the register.
    pub fn list(&self) -> &[u8] {
        let pool = || self.files.get(POOL).map(Vec::as_slice);
        self.keyed.as_deref().or_else(pool).unwrap_or_default()
    }

    /// The same wrongs with the rows of the files that people have, where they are about rows of the list.
    pub fn in_sources(&self, wrongs: Wrongs) -> Wrongs {
        let mut all = Wrongs::default();
        for wrong in wrongs.0 {
            // Below the headings of the list stands a person a row.
            let source = |row: &usize| self.from.get(row.checked_sub(2)?).copied();
            let rows = &wrong.place.rows;
            let known: Option<Vec<(u16, u32)>> = rows.first.iter().map(source).collect();
            // A row of the list goes under the name of its source, but is still counted in the list.
            let of_list = wrong.place.file == self.name || self.sources.contains(&wrong.place.file);
            let Some(known) = known.filter(|known| of_list && !known.is_empty()) else {
                all.push(wrong.what, wrong.place);
                continue;
            };
            let mut own = Wrongs::default();
            for &(at, row) in &known {
                let file = self.sources.get(usize::from(at)).map_or(self.name.as_str(), String::as_str);
                let place =
                    Place { file: file.to_owned(), column: wrong.place.column.clone(), ..Place::default() };
                own.push(wrong.what.clone(), place.row(row as usize));
            }
            // Of those beyond the first few nobody kept the rows, but they are of the same source.
            if let Some(last) = own.0.last_mut() {
                last.place.rows.more += rows.more;
            }
            all.append(own);
        }
        all
    }
}

/// Where in the list the rows of each source begin: those of one may lie in several places.
fn parts(from: &[(u16, u32)], sources: &[String]) -> Vec<(u64, String)> {
    let mut parts = Vec::new();
    let mut last = None;
    // Below the headings of the list stands a person a row.
    for (&(source, _), row) in from.iter().zip(2..) {
        if last.replace(source) != Some(source) {
            parts.push((row, sources.get(usize::from(source)).cloned().unwrap_or_default()));
        }
    }
    parts
}

/// The list with the keys that it does not have: in the column for them if there is one, or in one of its own.
fn with_keys(pool: &[u8], names: &[String], keys: &Texts) -> Result<Vec<u8>, Halt> {
    let mut lines = form::records(pool).map_err(|_| mistaken())?.into_iter();
    let headings: Vec<String> = lines.next().iter().flatten().map(str::to_owned).collect();
    let own = headings.iter().position(|heading| names.iter().any(|name| fold(name) == fold(heading)));
    let mut rows = vec![headings];
    rows.extend(lines.map(|line| line.iter().map(str::to_owned).collect()));
    let name = names.first().cloned().unwrap_or_default();
    for (row, key) in rows.iter_mut().zip(std::iter::once(name.as_str()).chain(keys.iter())) {
        match own {
            None => row.push(key.to_owned()),
            Some(column) if !key.is_empty() => row[column] = key.to_owned(),
            Some(_) => {}
        }
    }
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    rows.iter().try_for_each(|row| writer.write_record(row)).map_err(|_| mistaken())?;
    writer.into_inner().map_err(|_| mistaken())
}
