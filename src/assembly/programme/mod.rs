//! The door of the programme: a ledger in memory, and every act on it. Imports `programme`, `invite`, `bundle`, `register`, `pool`
//! and its siblings.
//!
//! Every act returns a [`Patch`], or says [`No`]. Randomness and days are arguments.

mod add;
mod barred;
pub mod due;
mod due_charter;
mod entered;
mod erase;
mod explain;
mod invited;
pub mod letters;
mod links;
mod listed;
mod lists;
mod no;
mod odd;
mod record;
mod report;

pub use add::{Added, By};
pub use due::{Carried, DueBody, Stay};
pub use erase::{Erased, Erasing};
pub use explain::{Explained, Receipt};
pub use letters::{DueLetters, Letters, Long};
pub use links::{Changed, LINKS, NEAR, Proposed};
pub use listed::List;
pub use lists::{Listed, takes as takes_event};
pub use no::{BadList, No, Want};
pub use odd::Odd;
pub use record::OfRecord;
pub use report::{Chapter, Group, GroupLoad, Replies, Report, Runs};

use super::PROGRAM;
use super::patch::{Patch, Stands, Step};
use crate::base::digest::Keyed;
use crate::bundle::{Folder, files, sealed};
use crate::draw::code::Code;
use crate::programme::claims::{self, Outcome};
use crate::programme::entry::{self, Sort};
use crate::programme::ledger::{Appended, Aside, New};
use crate::programme::past::Past;
use crate::programme::people::People;
use crate::programme::rows;
use crate::programme::{Day, Ledger, Rules};
use entered::Ids;
use std::sync::Arc;

/// A programme with both tiers.
pub struct Programme {
    /// Its ledger.
    pub ledger: Ledger,
    /// Who is who.
    pub people: People,
    /// The key of its codes, which is the organiser's key of its lotteries.
    pub key: [u8; 32],
}

/// A programme that was begun.
pub struct Begun {
    /// What makes its folder.
    pub patch: Patch,
    /// The line to publish.
    pub head: String,
    /// Its rules.
    pub rules: Rules,
}

impl Programme {
    /// Begins a programme with these rules. `key` and `random` are 32 bytes each that nobody knows.
    ///
    /// # Errors
    /// What is wrong with the rules.
    pub fn begin(rules: &[u8], date: Day, key: [u8; 32], random: [u8; 32]) -> Result<Begun, No> {
        let read = Rules::read(rules).map_err(No::Rules)?;
        let ledger = Ledger { folder: Folder::new(), rules: read.clone(), entries: Vec::new(), aside: None };
        let new = New { rules: Some(rules.to_vec()), ..plain(Sort::Rules, read.name.clone(), date) };
        let made = ledger.append(new, PROGRAM, random)?;
        let mut folder = Folder::new();
        folder.insert(format!("{}{}", files::SEALED, files::KEY), sealed::key(&key));
        folder.insert(format!("{}{}", files::SEALED, entry::PEOPLE), People::default().table());
        let all = made.files.iter().map(|(name, bytes)| (format!("{}{name}", made.place), bytes.clone()));
        folder.extend(all.chain(made.sealed.iter().cloned()).chain(made.after.iter().cloned()));
        Ok(Begun { patch: Patch::new_folder(&folder), head: made.head, rules: read })
    }

    /// Opens a programme of which the public chain is whole. Its large sealed files may lie elsewhere.
    ///
    /// # Errors
    /// What is missing or was changed.
    pub fn open(folder: Folder, aside: Option<Arc<dyn Aside>>) -> Result<Self, No> {
        let chain = claims::chain(&folder);
        // What follows from the last entry may be behind it, where its act was cut short: the next act mends that.
        let behind = |claim: &claims::Claim| matches!(&claim.outcome, Outcome::Fail(failure) if failure.what == claims::Wrong::NotLast);
        if matches!(chain.outcome, Outcome::Fail(_)) && !behind(&chain) {
            return Err(No::Changed { claim: Box::new(chain) });
        }
        let mut ledger = Ledger { aside, ..Ledger::read(folder)? };
        if !ledger.is_sealed() {
            return Err(No::NotSealed);
        }
        let key = ledger.key()?;
        // It is large, and nobody else looks at it: it lies in memory once.
        let file = format!("{}{}", files::SEALED, entry::PEOPLE);
        let there = ledger.folder.remove(&file);
        let bytes = there.or_else(|| ledger.sealed(&file).map(std::borrow::Cow::into_owned));
        let own = bytes.and_then(|bytes| People::own(bytes).ok());
        let people = own.ok_or(crate::programme::ledger::Torn { file, line: None })?;
        Ok(Self { ledger, people, key })
    }

    /// The key of codes, worked in.
    fn keyed(&self) -> Keyed {
        Keyed::new(&self.key)
    }

    /// Refuses an entry of a day before that of the last one, and any while an erasure is only half made: what the next entry
    /// says of everything before it would leave out rows of which nothing says that they are gone.
    fn may_enter(&self, date: Day) -> Result<(), No> {
        self.in_time(date)?;
        let mut stones = 0;
        for link in &self.ledger.entries {
            stones += rows::stones(self.ledger.rows(link.number)?.bytes());
        }
        match stones.saturating_sub(claims::erased(&self.ledger).values().sum()) {
            0 => Ok(()),
            rows => Err(No::HalfErased { rows }),
        }
    }

    /// Refuses a day before that of the last entry.
    fn in_time(&self, date: Day) -> Result<(), No> {
        let last = self.ledger.entries.iter().filter_map(|link| Day::parse(&link.facts.date)).max();
        match last.filter(|&last| date < last) {
            Some(last) => Err(No::TooEarly { date: date.to_string(), last: last.to_string() }),
            None => Ok(()),
        }
    }

    /// The name of a frame: the one that was asked for, or the first.
    fn frame(&self, wanted: Option<&str>) -> Result<String, No> {
        let frames = || self.ledger.rules.frames.iter().map(|frame| frame.name.clone());
        match wanted {
            Some(name) if self.ledger.rules.frame(name).is_some() => Ok(name.to_owned()),
            Some(name) => Err(No::NoFrame { name: Some(name.to_owned()), known: frames().collect() }),
            None => frames().next().ok_or(No::NoFrame { name: None, known: Vec::new() }),
        }
    }

    /// The first code of the person with this id. Whoever joined the turns of letters and had none has rows too, though
    /// nobody is entered under their id.
    fn whom(&self, id: &str, frame: &str, past: &Past) -> Result<Code, No> {
        let code = past.person(self.people.code(&self.keyed(), frame, id));
        let known = Ids::of(&self.people, frame);
        let mut there = known.has(id);
        if !there {
            self.ledger.each_row(self.ledger.last(), |_, row| there |= row.person == code)?;
        }
        if there { Ok(code) } else { Err(No::Unknown { near: !known.alike([id].into_iter()).is_empty() }) }
    }

    /// What changes the folder by these entries, in their order, with people entered meanwhile.
    fn patch(&self, made: &[Appended], people: &People) -> Patch {
        let mut steps = Vec::new();
        let path = format!("{}{}", files::SEALED, entry::PEOPLE);
        if !people.is_as_read() {
            steps.push(Step::Replace { path, bytes: people.table() });
        }
        let mut stands = None;
        for appended in made {
            let replace = |(path, bytes): &(String, Vec<u8>)| Step::Replace {
                path: path.clone(),
                bytes: bytes.clone(),
            };
            steps.extend(appended.sealed.iter().map(replace));
            steps.push(Step::Folder { place: appended.place.clone(), files: appended.files.clone() });
            if stands.is_none() {
                stands = Some((steps.len(), Stands::Entry { entry: appended.number }));
            }
            steps.extend(appended.after.iter().map(replace));
        }
        if made.is_empty() {
            steps.extend(self.behind());
        }
        Patch { steps, stands }
    }

    /// What follows from the last entry and is not there, where an act was cut short.
    fn behind(&self) -> Vec<Step> {
        let ledger = &self.ledger;
        let head = ledger.head(ledger.last()).map(|head| format!("{head}\n").into_bytes());
        let rules = ledger.entries.iter().rev().find(|link| link.facts.kind == Sort::Rules);
        let rules = rules.and_then(|link| ledger.folder.get(&entry::ENTRIES.path(link.number, entry::RULES)));
        let due = [(entry::HEAD, head), (entry::RULES, rules.cloned())];
        let due =
            due.into_iter().filter_map(|(file, bytes)| Some((format!("{}{file}", files::PUBLIC), bytes?)));
        let behind = due.filter(|(path, bytes)| ledger.folder.get(path) != Some(bytes));
        behind.map(|(path, bytes)| Step::Replace { path, bytes }).collect()
    }
}

/// An entry without rows.
fn plain<'a>(kind: Sort, title: String, date: Day) -> New<'a> {
    New {
        kind,
        title,
        because: None,
        date,
        record: None,
        rows: Vec::new(),
        counts: None,
        features: &|_| None,
        lists: Vec::new(),
        rules: None,
        by_rules_of: None,
    }
}

/// Random bytes for the `n`-th entry of one act.
fn random(random: [u8; 32], n: usize) -> [u8; 32] {
    Keyed::new(&random).of(&[b"geloot/1/entry", &(n as u64).to_le_bytes()]).0
}
