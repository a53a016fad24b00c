//! A lottery's folder on the disk: reading it whole, and adding a draw to it. Imports `bundle`,
//! `io`, `words` and its siblings.

use super::earlier::Earlier;
use super::exit::{Exit, Halt};
use crate::base::digest::Digest;
use crate::bundle::conduct::{self, Drawn, Made};
use crate::bundle::record::Record;
use crate::bundle::rosters::Whole;
use crate::bundle::sealed::{self, FullPool};
use crate::bundle::{Folder, Public, clerk, files};
use crate::draw::code::Code;
use crate::io::{self, NewFolder};
use crate::seed::drand::Beacon;
use crate::words::quoted;
use std::path::{Path, PathBuf};

/// A lottery's folder with both tiers.
pub struct Dossier {
    /// Where it is.
    pub path: PathBuf,
    /// All files of the record.
    pub folder: Folder,
    /// The public tier.
    pub public: Public,
    /// The pool in full.
    pub pool: FullPool,
    /// Who has which code and profile, in the order of the pool.
    pub codes: Vec<(String, Code, u32)>,
    /// The clerk's order of columns, by number in the sealed pool.
    pub columns: Vec<usize>,
    /// How the clerk's lists are written.
    pub form: clerk::Form,
}

/// Files and folders in a lottery's folder that are the clerk's own business.
fn not_ours(path: &str) -> bool {
    let ours = [files::PUBLIC, files::SEALED, files::ANNULLED, files::TRIALS, files::SESSIONS];
    let lists = [
        files::CHANCES,
        files::COLUMNS,
        files::PANEL,
        files::REMAINING,
        files::RESERVES,
        files::DRAW,
        files::MANIFEST,
    ];
    let first = path.split('/').next().unwrap_or(path);
    !ours.iter().any(|o| o.trim_end_matches('/') == first) && !lists.contains(&path)
}

/// Reads the files of a lottery's folder, or of its public tier alone.
pub fn read_folder(path: &Path) -> Result<Folder, Halt> {
    // A folder "public" within a public tier is no record: who looks at the outer one must not be told of
    // the inner one.
    let own = [files::COMMITMENT, files::ABOUT, files::CERTIFICATE, files::LOTTERY, files::PROFILES];
    let alone = own.iter().any(|file| path.join(file).exists());
    if path.is_dir() && !alone && !path.join(files::PUBLIC).is_dir() {
        return Err(Halt::said(
            Exit::Input,
            "B-01",
            &format!("{} is not the folder of a lottery.", quoted(&path.to_string_lossy())),
            &[
                "The folder that \"geloot lottery\" makes has a folder \"public\" in it with a file manifest.txt.",
                "Give the name of that folder. No file was changed.",
            ],
        ));
    }
    if !alone && io::is_link(&path.join(files::PUBLIC)) {
        return Err(Halt::said(
            Exit::Files,
            "B-07",
            &format!(
                "\"public\" in {} is a link to another place, and a record has none.",
                quoted(&path.to_string_lossy())
            ),
            &[
                "What it leads to can be changed without the record knowing. Put the folder itself there.",
                "Nothing was drawn and no file was changed.",
            ],
        ));
    }
    if alone {
        let inside = io::read_folder(path, &|_| false)?;
        return Ok(inside
            .into_iter()
            .map(|(name, bytes)| (format!("{}{name}", files::PUBLIC), bytes))
            .collect());
    }
    Ok(io::read_folder(path, &not_ours)?)
}

/// The published line of the lottery in the folder at `path`, if there is one.
pub fn line_of(path: &Path) -> Option<String> {
    let bytes = io::read(&path.join(files::PUBLIC).join(files::COMMITMENT)).ok()?;
    Some(String::from_utf8(bytes).ok()?.trim_end().to_owned())
}

/// The draws recorded in `folder`, which is at `path`, first to last.
pub fn made_draws(path: &Path, folder: &Folder) -> Result<Vec<Made>, Halt> {
    let mut made = Vec::new();
    loop {
        let prefix = format!("{}{}{}/", files::PUBLIC, files::DRAWS, made.len() + 1);
        let Some(manifest) = folder.get(&format!("{prefix}{}", files::MANIFEST)) else { return Ok(made) };
        let record =
            folder.get(&format!("{prefix}{}", files::DRAW)).and_then(|bytes| Record::read(bytes).ok());
        let record = record.ok_or_else(|| damaged(path, &format!("{prefix}{}", files::DRAW)))?;
        made.push(Made { record, digest: Digest::of(manifest) });
    }
}

impl Dossier {
    /// The lottery in `folder`, which is or will be at `path` and must have its sealed tier.
    pub fn of(path: &Path, folder: Folder) -> Result<Self, Halt> {
        let broken = |file: &str| damaged(path, file);
        let public = Public::read(&folder).map_err(|u| broken(&format!("{}{}", files::PUBLIC, u.file)))?;
        let sealed = |name: &str| {
            let name = format!("{}{name}", files::SEALED);
            folder.get(&name).ok_or_else(|| {
                Halt::said(
                    Exit::Files,
                    "B-03",
                    &format!("{} is not there, so nobody knows who stands behind the codes.", quoted(&name)),
                    &[
                        "Put the folder \"sealed\" back beside the folder \"public\"; whoever froze the lottery has it.",
                        "Nothing was drawn and no file was changed.",
                    ],
                )
            })
        };
        let pool = sealed::read_pool(sealed(files::POOL)?).map_err(|_| broken("sealed/pool.csv"))?;
        let codes = sealed::read_codes(sealed(files::CODES)?).map_err(|_| broken("sealed/codes.csv"))?;
        if !pool.ids().eq(codes.iter().map(|c| c.0.as_str())) {
            return Err(broken("sealed/codes.csv"));
        }
        // The clerk's order of columns is a convenience; without it the canonical order does.
        let columns = folder.get(files::COLUMNS).and_then(|b| clerk::read_columns(b, &pool).ok());
        let columns = columns.unwrap_or_else(|| (0..pool.headings().len()).collect());
        Ok(Self { path: path.to_owned(), folder, public, pool, codes, columns, form: clerk::Form::Plain })
    }

    /// A first draw added in memory, to be written together with the lottery.
    pub fn add_first(&mut self, drawn: &Drawn) {
        let record = format!("{}{}{}/", files::PUBLIC, files::DRAWS, drawn.record.draw);
        let lists = self.lists(drawn);
        let public = conduct::files(&self.public, drawn, None);
        self.folder.extend(public.into_iter().map(|(name, bytes)| (format!("{record}{name}"), bytes)));
        self.folder.extend(lists.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)));
    }

    /// The draws made so far, first to last.
    pub fn draws(&self) -> Result<Vec<Made>, Halt> {
        made_draws(&self.path, &self.folder)
    }

    /// The whole panel, with those who had a seat before.
    pub fn whole(&self) -> Result<Whole, Halt> {
        let broken = |file| damaged(&self.path, &format!("{}{file}", files::PUBLIC));
        Whole::read(&self.public, &self.folder).map_err(broken)
    }

    /// The clerk's column with the ids, by number in the sealed pool; `None` where row numbers serve as ids.
    pub fn id_column(&self) -> Option<usize> {
        let pool = &self.pool;
        let same = |&c: &usize| (0..pool.len()).all(|i| pool.cell(i, c).trim() == pool.id(i));
        self.columns.iter().copied().find(same)
    }

    /// Somebody who had a seat before as a row of the clerk's columns: what else they had is not known here.
    pub fn as_row(&self, person: &Earlier) -> Vec<String> {
        let id = self.id_column();
        let cell = |&c: &usize| match Some(c) == id {
            true => person.id.clone(),
            false => person.cell(self, &self.pool.headings()[c]).unwrap_or_default().to_owned(),
        };
        self.columns.iter().map(cell).collect()
    }

    /// How many trials there are.
    pub fn trials(&self) -> u32 {
        let prefix = format!("{}{}", files::PUBLIC, files::TRIALS);
        let numbers =
            files::below(&self.folder, &prefix).filter_map(|(path, _)| path.split('/').next()?.parse().ok());
        numbers.max().unwrap_or(0)
    }

    /// The last trial, if there is one.
    pub fn last_trial(&self) -> Result<Option<Drawn>, Halt> {
        let file = format!("{}{}{}/{}", files::PUBLIC, files::TRIALS, self.trials(), files::DRAW);
        let Some(bytes) = self.folder.get(&file) else { return Ok(None) };
        let record = Record::read(bytes).map_err(|_| damaged(&self.path, &file))?;
        Ok(Some(self.drawn(&record)))
    }

    /// The ids of the people drawn, in byte order.
    pub fn panel_ids(&self, drawn: &Drawn) -> Vec<&str> {
        let seated = conduct::seated(&self.codes, self.public.profiles.len(), &drawn.seats);
        self.codes.iter().zip(seated).filter(|(_, seated)| *seated).map(|(c, _)| c.0.as_str()).collect()
    }

    /// The ids of the reserves, in their order.
    pub fn reserve_ids(&self, drawn: &Drawn) -> Vec<&str> {
        let order = drawn.reserves.as_ref().map_or(&[][..], |reserves| &reserves.order);
        let people = conduct::by_id(&self.codes, self.public.profiles.len(), order);
        people.into_iter().map(|i| self.codes[i].0.as_str()).collect()
    }

    /// The clerk's lists of a draw; draw.json is the last.
    pub fn lists(&self, drawn: &Drawn) -> Vec<(&'static str, Vec<u8>)> {
        let (profiles, void) = (self.public.profiles.len(), drawn.record.void);
        let seated = conduct::seated(&self.codes, profiles, &drawn.seats);
        let marked = |table: Vec<u8>| self.form.of(&table);
        let list = |of: &dyn Fn(usize) -> bool| marked(clerk::list(&self.pool, &self.columns, void, of));
        let mut lists = vec![(files::REMAINING, list(&|i| !seated[i])), (files::PANEL, list(&|i| seated[i]))];
        if let Some(reserves) = &drawn.reserves {
            let people = conduct::by_id(&self.codes, profiles, &reserves.order);
            let table = clerk::reserves(&self.pool, &self.columns, void, &people);
            lists.push((files::RESERVES, marked(table)));
        }
        lists.push((files::DRAW, drawn.record.facts()));
        lists
    }

    /// A draw as its record has it.
    pub fn drawn(&self, record: &Record) -> Drawn {
        let seats = conduct::seats(&self.public, record.ticket).unwrap_or_default();
        let reserves = conduct::recorded(&self.public, record, &self.folder);
        Drawn { record: record.clone(), seats, reserves }
    }

    /// Writes a draw: first its public record, whole or not at all, then the clerk's lists.
    pub fn write(&self, drawn: &Drawn, beacon: Option<&Beacon>) -> Result<(), Halt> {
        let kind = if drawn.record.void { files::TRIALS } else { files::DRAWS };
        let records = self.path.join(files::PUBLIC).join(kind);
        io::ensure_folder(&records)?;
        let place = records.join(drawn.record.draw.to_string());
        // In the making outside the public tier, so that nothing half done can be published.
        let folder = NewFolder::begin_in(&place, &self.path)?;
        for (name, bytes) in conduct::files(&self.public, drawn, beacon) {
            folder.add(name, &bytes)?;
        }
        folder.finish()?;
        self.write_lists(drawn).map_err(|halt| halt.after(&stands(&drawn.record)))
    }

    /// Writes the clerk's lists of the last draw, after moving those of the one before away. May be
    /// called again after an interruption: what is there already is left alone.
    pub fn write_lists(&self, drawn: &Drawn) -> Result<(), Halt> {
        let (record, lists) = (&drawn.record, self.lists(drawn));
        if record.void {
            io::ensure_folder(&self.path.join(files::TRIALS))?;
            let place = self.path.join(files::TRIALS).join(record.draw.to_string());
            let folder = NewFolder::begin_in(&place, &self.path)?;
            for (name, bytes) in lists {
                folder.add(name, &bytes)?;
            }
            return Ok(folder.finish()?);
        }
        if record.draw > 1 {
            let annulled = self.path.join(files::ANNULLED);
            let place = annulled.join((record.draw - 1).to_string());
            io::ensure_folder(&annulled)?;
            io::ensure_folder(&place)?;
            // draw.json goes last, so its arrival says that the others have gone.
            if !place.join(files::DRAW).exists() {
                for name in [files::REMAINING, files::PANEL, files::RESERVES, files::DRAW] {
                    let (from, to) = (self.path.join(name), place.join(name));
                    if from.exists() && !to.exists() {
                        io::move_new(&from, &to)?;
                    }
                }
            }
        }
        for (name, bytes) in lists {
            let place = self.path.join(name);
            if !place.exists() {
                io::write_new(&place, &bytes)?;
            }
        }
        Ok(())
    }

    /// Whether the clerk's lists of the last draw, or of a trial, are all there.
    pub fn lists_complete(&self, record: &Record) -> bool {
        if record.void {
            return self.path.join(files::TRIALS).join(record.draw.to_string()).exists();
        }
        let there = |name: &str| self.path.join(name).exists();
        let terms = format!("{}{}{}/{}", files::PUBLIC, files::DRAWS, record.draw, files::RESERVE_TERMS);
        self.folder.get(files::DRAW) == Some(&record.facts())
            && there(files::PANEL)
            && there(files::REMAINING)
            && (there(files::RESERVES) || !self.folder.contains_key(&terms))
    }
}

/// What stands when a draw is recorded and its lists could not be written.
pub fn stands(record: &Record) -> String {
    match record.void {
        true => format!(
            "Trial {} is recorded, without its lists. Give the same command again: it completes them. A trial decides nothing.",
            record.draw
        ),
        false => format!(
            "The draw stands: ticket {} is in its public record, public/draws/{}. Only its lists are not complete. \
             Give the same command again: it completes them and draws nothing new.",
            crate::words::number(record.ticket),
            record.draw
        ),
    }
}

/// A file of the record at `path` that is missing or changed.
pub fn damaged(path: &Path, file: &str) -> Halt {
    Halt::said(
        Exit::Files,
        "B-02",
        &format!(
            "{} in {} is missing or is not as it was written.",
            quoted(file),
            quoted(&path.to_string_lossy())
        ),
        &[
            "Nothing can be drawn from a record that was changed. \"geloot verify\" says what is wrong with it.",
            "Put the file back from a copy. No file was changed.",
        ],
    )
}
