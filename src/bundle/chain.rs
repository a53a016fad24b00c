//! Numbered, linked records in the public tier: draws, trials, lists of events, supplements. Imports `base`, `seed` and
//! its siblings.
//!
//! Each record is a folder `KIND/N/` with its facts, perhaps lists beside them, and a manifest of both. The facts name the
//! lottery, the rules, their own number and, by its digest, the record before; so nothing that was published can be
//! changed, left out or put in between without being noticed by whoever has seen it. To add a kind: a [`Kind`], a
//! [`Form`] for its facts, and a line in [`super::KINDS`].

use super::files::{self, Folder};
use super::form::{self, Bad, number};
use crate::base::digest::Digest;
use crate::base::errors;
use crate::base::rules::Rules;
use crate::seed::Manifest;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::marker::PhantomData;
use std::ops::Deref;

/// What every kind of facts says of its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// The commitment of the lottery, 64 hexadecimal digits.
    pub commitment: &'a str,
    /// Number of the record, from 1.
    pub number: u32,
    /// SHA-256 of the manifest of the record before, if there is one.
    pub previous: Option<&'a str>,
    /// Version of the rules.
    pub rules: u32,
}

/// The facts of one kind of record.
pub trait Form: Serialize + DeserializeOwned {
    /// What its number is called where it is wrong.
    const NUMBER: &'static str;

    /// What it says of the record.
    fn stamp(&self) -> Stamp<'_>;

    /// The lists that stand beside these facts; `has` is whether a list is there, where one depends on another.
    fn lists(&self, has: &dyn Fn(&str) -> bool) -> Vec<&'static str>;

    /// Whether numbers and texts are of the right kind. Whether they are true is for `verify`.
    fn sound(&self) -> bool {
        true
    }

    /// Reads the file of facts.
    ///
    /// # Errors
    /// [`Bad`].
    fn read(bytes: &[u8]) -> Result<Self, Bad> {
        let facts: Self = form::read_facts(bytes)?;
        if facts.sound() { Ok(facts) } else { Err(Bad::Form) }
    }
}

/// How the records of one kind are kept, whatever their facts.
#[derive(Debug)]
pub struct Shape {
    /// What one of them is called: "draw".
    pub name: &'static str,
    /// Their folder in the public tier, with `/` at the end.
    pub folder: &'static str,
    /// Their file of facts.
    pub facts: &'static str,
    /// The lists that may stand beside the facts.
    pub lists: &'static [&'static str],
    /// Whether each names the one before.
    pub linked: bool,
}

/// A kind of record, with facts `F`.
#[derive(Debug)]
pub struct Kind<F> {
    shape: Shape,
    facts: PhantomData<fn() -> F>,
}

impl<F> Deref for Kind<F> {
    type Target = Shape;

    fn deref(&self) -> &Shape {
        &self.shape
    }
}

/// A record that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<F> {
    /// Its number, from 1.
    pub number: u32,
    /// Its facts.
    pub facts: F,
    /// SHA-256 of its manifest.
    pub digest: Digest,
}

/// All records of one kind, as far as they can be read.
#[derive(Clone, Debug)]
pub struct Chain<F> {
    /// First to last.
    pub links: Vec<Link<F>>,
    /// Why there are no more of them, where the highest number is not reached.
    pub end: Option<Break>,
    /// The highest number that any of their folders has; 0 if there is none.
    pub highest: u32,
}

/// Where records end although there are more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The number of the record.
    pub number: u32,
    /// What is wrong with it.
    pub flaw: Flaw,
}

errors!(Break);

/// What is wrong with a record by itself, or with its place among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is not there, and later ones are.
    Gap,
    /// This file of it is missing, is not the one listed, or does not belong there.
    File(String),
    /// It is of another lottery.
    Commitment,
    /// It does not name the record before.
    Previous,
    /// This fact is not what it should be.
    Fact(&'static str),
}

errors!(Flaw);

/// A record to be written.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its folder, with `/` at the end.
    pub place: String,
    /// Its files: facts, lists and the manifest of them.
    pub files: Vec<(&'static str, Vec<u8>)>,
    /// SHA-256 of the manifest.
    pub digest: Digest,
}

impl Shape {
    /// The folder of record `n`, with `/` at the end.
    pub fn place(&self, n: u32) -> String {
        format!("{}{}{n}/", files::PUBLIC, self.folder)
    }

    /// The path of a file of record `n`.
    pub fn path(&self, n: u32, file: &str) -> String {
        format!("{}{file}", self.place(n))
    }

    /// The numbers in use. An empty folder, which does not belong there, is no record.
    pub fn numbers(&self, folder: &Folder) -> BTreeSet<u32> {
        let prefix = format!("{}{}", files::PUBLIC, self.folder);
        let numbers = files::below(folder, &prefix).filter_map(|(path, _)| match path.split_once('/')? {
            (_, "") => None,
            (n, _) => number::<u32>(n),
        });
        numbers.filter(|&n| n > 0).collect()
    }

    /// Whether a path in the public tier is that of a file which a record of this kind may have.
    pub fn owns(&self, path: &str) -> bool {
        let parts = path.strip_prefix(self.folder).and_then(|rest| rest.split_once('/'));
        let ours = |file: &str| file == self.facts || file == files::MANIFEST || self.lists.contains(&file);
        parts.is_some_and(|(n, file)| number(n).is_some_and(|n: u32| n > 0) && ours(file))
    }
}

impl<F: Form> Kind<F> {
    /// A kind that is kept in this way.
    pub const fn new(shape: Shape) -> Self {
        Self { shape, facts: PhantomData }
    }

    /// How it is kept.
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The record with these facts, and these lists beside them.
    pub fn append(&self, facts: &F, lists: Vec<(&'static str, Vec<u8>)>) -> Entry {
        let mut made = vec![(self.facts_file(), form::facts(facts))];
        made.extend(lists);
        let listed: Vec<(&str, &[u8])> = made.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let manifest =
            Manifest::of(&listed).expect("file names are ours and differ").to_string().into_bytes();
        let digest = Digest::of(&manifest);
        made.push((files::MANIFEST, manifest));
        Entry { place: self.place(facts.stamp().number), files: made, digest }
    }

    /// The records in `folder`, as far as each has facts that can be read and a manifest. Whether they are true is
    /// for `verify`.
    pub fn read(&self, folder: &Folder) -> Chain<F> {
        let numbers = self.numbers(folder);
        let highest = numbers.last().copied().unwrap_or(0);
        let mut chain = Chain { links: Vec::new(), end: None, highest };
        for n in 1..=highest {
            match self.glance(folder, n, numbers.contains(&n)) {
                Ok(link) => chain.links.push(link),
                Err(flaw) => {
                    chain.end = Some(Break { number: n, flaw });
                    break;
                }
            }
        }
        chain
    }

    fn glance(&self, folder: &Folder, n: u32, there: bool) -> Result<Link<F>, Flaw> {
        let torn = |file: &str| Flaw::File(file.to_owned());
        let get = |file: &str| folder.get(&self.path(n, file)).ok_or_else(|| torn(file));
        if !there {
            return Err(Flaw::Gap);
        }
        let digest = Digest::of(get(files::MANIFEST)?);
        let facts = F::read(get(self.facts_file())?).map_err(|_| torn(self.facts_file()))?;
        Ok(Link { number: n, facts, digest })
    }

    /// Checks record `n`: its files are those listed, and its facts are of this lottery, number, record before and
    /// one of these rules.
    ///
    /// # Errors
    /// The first [`Flaw`].
    pub fn check(
        &self,
        folder: &Folder,
        n: u32,
        commitment: &str,
        rules: &[Rules],
        previous: Option<&Digest>,
    ) -> Result<Link<F>, Flaw> {
        let torn = |file: &str| Flaw::File(file.to_owned());
        let place = self.place(n);
        let get = |file: &str| folder.get(&format!("{place}{file}")).map(Vec::as_slice);
        let bytes = get(files::MANIFEST).ok_or_else(|| torn(files::MANIFEST))?;
        let manifest = Manifest::parse(bytes).ok_or_else(|| torn(files::MANIFEST))?;
        for entry in manifest.entries() {
            let same = get(&entry.name)
                .is_some_and(|b| b.len() as u64 == entry.size && Digest::of(b) == entry.digest);
            if !same {
                return Err(torn(&entry.name));
            }
        }
        let known = |file: &str| file == self.shape.facts || self.shape.lists.contains(&file);
        if !manifest.entries().iter().all(|entry| known(&entry.name)) {
            return Err(torn(files::MANIFEST));
        }
        let listed = |file: &str| manifest.entry(file).is_some();
        // A file that no record of this kind has is for the claim that there is nothing else.
        let mut ours = self.shape.lists.iter().filter(|file| get(file).is_some());
        if let Some(file) = ours.find(|file| !listed(file)) {
            return Err(torn(file));
        }
        let facts = get(self.facts_file()).filter(|_| listed(self.facts_file()));
        let facts = facts.and_then(|bytes| F::read(bytes).ok()).ok_or_else(|| torn(self.facts_file()))?;
        let due = facts.lists(&listed);
        if let Some(file) = self.shape.lists.iter().find(|file| due.contains(file) != listed(file)) {
            return Err(torn(file));
        }
        let stamp = facts.stamp();
        if stamp.commitment != commitment {
            return Err(Flaw::Commitment);
        }
        let before = previous.filter(|_| self.linked).map(Digest::to_string);
        if stamp.previous != before.as_deref() {
            return Err(Flaw::Previous);
        }
        match (stamp.number == n, Rules::of(stamp.rules).is_some_and(|its| rules.contains(&its))) {
            (false, _) => Err(Flaw::Fact(F::NUMBER)),
            (_, false) => Err(Flaw::Fact("rules")),
            _ => Ok(Link { number: n, facts, digest: Digest::of(bytes) }),
        }
    }

    fn facts_file(&self) -> &'static str {
        self.shape.facts
    }
}

impl<F> Chain<F> {
    /// The last record.
    pub fn last(&self) -> Option<&Link<F>> {
        self.links.last()
    }

    /// The number of the next record: above every number that is in use.
    pub fn next(&self) -> u32 {
        self.highest + 1
    }

    /// The records, if none is missing or cannot be read.
    ///
    /// # Errors
    /// Where they end too early.
    pub fn whole(self) -> Result<Vec<Link<F>>, Break> {
        match self.end {
            None => Ok(self.links),
            Some(end) => Err(end),
        }
    }
}

impl Break {
    /// The file that is missing or wrong, of records of this kind.
    pub fn path(&self, kind: &Shape) -> String {
        kind.path(
            self.number,
            match &self.flaw {
                Flaw::File(file) => file,
                Flaw::Gap => files::MANIFEST,
                Flaw::Commitment | Flaw::Previous | Flaw::Fact(_) => kind.facts,
            },
        )
    }
}
