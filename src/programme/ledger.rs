//! The ledger: entries that name one another, read and appended to. Imports `base`, `bundle` and its siblings.

use super::burden;
use super::counts::Counts;
use super::day::Day;
use super::entry::{self, ENTRIES, Facts, Record, Sort};
use super::people::People;
use super::rows::{self, Line, Row};
use super::rules::Rules;
use super::turns::Frame;
use crate::base::digest::Digest;
use crate::base::errors;
use crate::base::rules;
use crate::bundle::chain::Link;
use crate::bundle::{Folder, files, sealed};
use crate::draw::code::Code;
use crate::draw::{Stream, merkle};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::Read;
use std::sync::Arc;

/// A ledger as it lies in a folder, as far as it can be read. Whether it is true is for its claims.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// All its files.
    pub folder: Folder,
    /// The rules in force.
    pub rules: Rules,
    /// Its entries, first to last.
    pub entries: Vec<Link<Facts>>,
    /// Sealed files that are not among its files: after years they are large, and are read where they lie.
    pub aside: Option<Arc<dyn Aside>>,
}

/// Where large sealed files lie.
pub trait Aside: fmt::Debug + Send + Sync {
    /// The bytes of a file, from its path in the ledger; `None` if it is not there or cannot be read.
    fn open(&self, path: &str) -> Option<Box<dyn Read>>;
}

/// The rows of an entry.
#[derive(Clone, Debug)]
pub struct Rows<'a> {
    file: String,
    bytes: Cow<'a, [u8]>,
}

impl Rows<'_> {
    /// Their lines.
    pub fn lines(&self) -> impl Iterator<Item = Result<Line<'_>, Torn>> {
        let torn = |at| Torn { file: self.file.clone(), line: Some(at) };
        rows::lines(&self.bytes).map(move |line| line.map_err(torn))
    }

    /// As they lie there.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A file of a ledger that is missing or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// Its path.
    pub file: String,
    /// The line in it, where one is to blame.
    pub line: Option<usize>,
}

errors!(Torn);

/// An entry to be appended.
pub struct New<'a> {
    /// What it is of.
    pub kind: Sort,
    /// What it is called.
    pub title: String,
    /// Why, of links and of rules.
    pub because: Option<String>,
    /// Of which day.
    pub date: Day,
    /// The lottery, if it is of one.
    pub record: Option<Record>,
    /// Its rows, without their numbers, in any order.
    pub rows: Vec<Row<'a>>,
    /// The counts, if they do not follow from the rows: those of an erasure.
    pub counts: Option<Counts>,
    /// Features of people by which is counted.
    pub features: &'a dyn Fn(Code) -> Option<&'a [(String, String)]>,
    /// Other public lists: chances and the seed.
    pub lists: Vec<(&'static str, Vec<u8>)>,
    /// The rules that it sets.
    pub rules: Option<Vec<u8>>,
    /// The entry by whose rules its lottery was frozen, if those are not the last.
    pub by_rules_of: Option<u32>,
}

/// The files of an entry that is appended.
#[derive(Clone, Debug)]
pub struct Appended {
    /// Its number.
    pub number: u32,
    /// Sealed files, which must be there before the entry is.
    pub sealed: Vec<(String, Vec<u8>)>,
    /// The public folder of the entry, which makes it count.
    pub place: String,
    /// Its files.
    pub files: Vec<(String, Vec<u8>)>,
    /// Public files that follow from it: the head line and the rules in force.
    pub after: Vec<(String, Vec<u8>)>,
    /// The line to publish.
    pub head: String,
}

impl Ledger {
    /// Reads a ledger.
    ///
    /// # Errors
    /// The first file that is missing or cannot be read.
    pub fn read(folder: Folder) -> Result<Self, Torn> {
        let entries = ENTRIES.read(&folder).whole();
        let entries = entries.map_err(|end| Torn { file: end.path(ENTRIES.shape()), line: None })?;
        let path = format!("{}{}", files::PUBLIC, entry::RULES);
        let torn = || Torn { file: path.clone(), line: None };
        // The rules in force are those of the last entry that sets any: the copy beside the entries is for people.
        let last = entries.iter().rev().find(|link| link.facts.kind == Sort::Rules).ok_or_else(torn)?;
        let own = ENTRIES.path(last.number, entry::RULES);
        let bytes = folder.get(&own).ok_or_else(|| Torn { file: own.clone(), line: None })?;
        let rules = Rules::read(bytes).map_err(|_| Torn { file: own, line: None })?;
        Ok(Self { folder, rules, entries, aside: None })
    }

    /// The digest of the rules in force after entry `n`.
    pub fn rules_after(&self, n: u32) -> Option<&str> {
        let own = self.entries.iter().rev().find(|l| l.number <= n && l.facts.kind == Sort::Rules)?;
        Some(&own.facts.rules_file)
    }

    /// The last entry before `n` that sets rules and is of a day before a charter's: its line, or a later one, is what that
    /// charter has to name.
    pub fn rules_before(&self, n: u32, charter: Day) -> Option<u32> {
        let before = |link: &&Link<Facts>| {
            let day = Day::parse(&link.facts.date);
            link.number < n && link.facts.kind == Sort::Rules && day.is_some_and(|day| day < charter)
        };
        self.entries.iter().rev().find(before).map(|link| link.number)
    }

    /// The rules in force after entry `n`.
    pub fn rules_at(&self, n: u32) -> Option<Rules> {
        let own = self.entries.iter().rev().find(|l| l.number <= n && l.facts.kind == Sort::Rules)?;
        Rules::read(self.folder.get(&ENTRIES.path(own.number, entry::RULES))?).ok()
    }

    /// Entries up to `n` of draws that were annulled: a later draw of the same lottery is entered up to there, and takes their
    /// place. What was drawn then happened to nobody.
    pub fn replaced(&self, n: u32) -> BTreeSet<u32> {
        self.replaced_with(n, None)
    }

    /// The same, where a draw of this lottery is entered after `n`.
    pub fn replaced_with(&self, n: u32, next: Option<&Record>) -> BTreeSet<u32> {
        let own = || self.entries.iter().filter(|link| link.number <= n);
        let of = |link: &Link<Facts>| link.facts.record.clone();
        let lotteries = own().filter(|link| matches!(link.facts.kind, Sort::Panel | Sort::Letters));
        let last: BTreeMap<String, String> =
            lotteries.filter_map(of).chain(next.cloned()).map(|r| (r.commitment, r.draw)).collect();
        let gone = |link: &&Link<Facts>| {
            link.facts.record.as_ref().is_some_and(|r| last.get(&r.commitment).is_some_and(|d| *d != r.draw))
        };
        own().filter(gone).map(|link| link.number).collect()
    }

    /// The rules by which entry `n` was made.
    pub fn rules_of(&self, n: u32) -> Option<Rules> {
        let named = &self.entries.iter().find(|link| link.number == n)?.facts.rules_file;
        let sets = |l: &&Link<Facts>| l.facts.kind == Sort::Rules && l.facts.rules_file == *named;
        let own = self.entries.iter().find(sets)?;
        Rules::read(self.folder.get(&ENTRIES.path(own.number, entry::RULES))?).ok()
    }

    /// The entry of which this is the head line.
    pub fn entry_of(&self, head: &str) -> Option<u32> {
        self.entries.iter().map(|link| link.number).find(|&n| self.head(n).as_deref() == Some(head))
    }

    /// The seed of a draw that entry `n` has.
    pub fn seed(&self, n: u32) -> Option<Digest> {
        let text = std::str::from_utf8(self.folder.get(&ENTRIES.path(n, entry::SEED))?).ok()?;
        Digest::from_hex(text.strip_suffix('\n')?).filter(|digest| format!("{digest}\n") == text)
    }

    /// The seed of the last draw before entry `n`, of those that stand when it is there.
    pub fn seed_before(&self, n: u32) -> Option<Digest> {
        self.seed(self.draw_before(n)?)
    }

    /// The entry of the last draw before entry `n`, of those that stand when it is there, that has a seed.
    pub fn draw_before(&self, n: u32) -> Option<u32> {
        let gone = self.replaced(n);
        let own = self.entries.iter().rev().map(|link| link.number);
        own.filter(|own| *own < n && !gone.contains(own)).find(|&own| self.seed(own).is_some())
    }

    /// The number of the last entry.
    pub fn last(&self) -> u32 {
        self.entries.last().map_or(0, |link| link.number)
    }

    /// The head line of entry `n`.
    pub fn head(&self, n: u32) -> Option<String> {
        Some(entry::head(self.folder.get(&ENTRIES.path(n, files::MANIFEST))?))
    }

    /// The counts of entry `n`.
    ///
    /// # Errors
    /// [`Torn`].
    pub fn counts(&self, n: u32) -> Result<Counts, Torn> {
        let file = ENTRIES.path(n, entry::COUNTS);
        let read = self.folder.get(&file).and_then(|bytes| Counts::read(bytes).ok());
        read.ok_or(Torn { file, line: None })
    }

    /// The programme's key.
    ///
    /// # Errors
    /// [`Torn`].
    pub fn key(&self) -> Result<[u8; 32], Torn> {
        let file = format!("{}{}", files::SEALED, files::KEY);
        let key = self.sealed(&file).and_then(|bytes| sealed::read_key(&bytes));
        key.ok_or(Torn { file, line: None })
    }

    /// Who is who.
    ///
    /// # Errors
    /// [`Torn`].
    pub fn people(&self) -> Result<People, Torn> {
        let file = format!("{}{}", files::SEALED, entry::PEOPLE);
        let people = self.sealed(&file).and_then(|bytes| People::own(bytes.into_owned()).ok());
        people.ok_or(Torn { file, line: None })
    }

    /// Whether the sealed tier is here.
    pub fn is_sealed(&self) -> bool {
        files::below(&self.folder, files::SEALED).next().is_some()
    }

    /// A sealed file, from the folder or from where it lies.
    pub fn sealed(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        if let Some(bytes) = self.folder.get(path) {
            return Some(Cow::Borrowed(bytes));
        }
        let mut bytes = Vec::new();
        self.aside.as_ref()?.open(path)?.read_to_end(&mut bytes).ok()?;
        Some(Cow::Owned(bytes))
    }

    /// Who was in the register of the last letters, if there were any.
    ///
    /// # Errors
    /// [`Torn`].
    pub fn frame(&self) -> Result<Option<Frame>, Torn> {
        let file = format!("{}{}", files::SEALED, entry::FRAME);
        let read = match (self.folder.get(&file), &self.aside) {
            (Some(bytes), _) => Frame::read(bytes),
            (None, Some(aside)) => match aside.open(&file) {
                Some(bytes) => Frame::read_from(bytes),
                None => return Ok(None),
            },
            (None, None) => return Ok(None),
        };
        read.map(Some).map_err(|_| Torn { file, line: None })
    }

    /// The rows of entry `n`.
    ///
    /// # Errors
    /// [`Torn`], if they are not there.
    pub fn rows(&self, n: u32) -> Result<Rows<'_>, Torn> {
        let file = entry::sealed(n, entry::ROWS);
        match self.sealed(&file) {
            Some(bytes) => Ok(Rows { file, bytes }),
            None => Err(Torn { file, line: None }),
        }
    }

    /// Every row that was not erased of the entries up to `n`, in their order, with the number of its entry.
    ///
    /// # Errors
    /// [`Torn`].
    pub fn each_row(&self, n: u32, mut each: impl FnMut(u32, &Row<'_>)) -> Result<(), Torn> {
        for link in self.entries.iter().filter(|link| link.number <= n) {
            for line in self.rows(link.number)?.lines() {
                if let Line::Row(row, _) = line? {
                    each(link.number, &row);
                }
            }
        }
        Ok(())
    }

    /// The same without the rows of draws that were annulled up to `n`.
    ///
    /// # Errors
    /// [`Torn`].
    pub fn each_standing(&self, n: u32, each: impl FnMut(u32, &Row<'_>)) -> Result<(), Torn> {
        self.each_of(n, &self.replaced(n), each)
    }

    /// Every row that was not erased of the entries up to `n`, without some.
    ///
    /// # Errors
    /// [`Torn`].
    pub fn each_of(
        &self,
        n: u32,
        without: &BTreeSet<u32>,
        mut each: impl FnMut(u32, &Row<'_>),
    ) -> Result<(), Torn> {
        self.each_row(n, |entry, row| {
            if !without.contains(&entry) {
                each(entry, row);
            }
        })
    }

    /// Appends an entry. `random` is 32 bytes that nobody knows and nobody keeps: the salts come from them.
    ///
    /// # Errors
    /// A row of the ledger that cannot be read.
    pub fn append(&self, new: New<'_>, program: &str, random: [u8; 32]) -> Result<Appended, Torn> {
        let number = self.last() + 1;
        let set = new.rules.as_deref();
        let in_force = self.rules_after(new.by_rules_of.unwrap_or(number)).map(str::to_owned);
        let rules_file = set.map(|bytes| Digest::of(bytes).to_string()).or(in_force).unwrap_or_default();
        let mut own = new.rows;
        own.sort_unstable_by(|a, b| {
            (a.date, a.person, a.event, a.number, a.until)
                .cmp(&(b.date, b.person, b.event, b.number, b.until))
        });
        (1..).zip(&mut own).for_each(|(seq, row)| row.seq = seq);
        let texts: Vec<String> = own.iter().map(Row::text).collect();
        let mut stream = Stream::keyed(&Digest(random), "salts");
        let salts: Vec<Option<Digest>> = own.iter().map(|_| Some(salt(&mut stream))).collect();
        let leaves: Vec<Digest> =
            texts.iter().zip(salts.iter().flatten()).map(|(text, salt)| merkle::leaf(salt, text)).collect();
        let smallest = self.rules.smallest_cell;
        let counts = new.counts.unwrap_or_else(|| Counts::of(&own, new.features, smallest));
        let mut burden = burden::Burden::default();
        let draws = matches!(new.kind, Sort::Panel | Sort::Letters);
        let gone = self.replaced_with(number, new.record.as_ref().filter(|_| draws));
        self.each_of(number, &gone, |_, row| burden.add(row))?;
        own.iter().for_each(|row| burden.add(row));
        let burden = self.with_forgotten(burden.loads(), new.kind == Sort::Erasure)?;
        let facts = Facts {
            because: new.because,
            date: new.date.to_string(),
            entry: number,
            kind: new.kind,
            previous: self.entries.last().map(|link| link.digest.to_string()),
            program: program.to_owned(),
            record: new.record,
            root: merkle::root(&leaves).to_string(),
            rows: own.len() as u64,
            rules: rules::Rules::NOW.number(),
            rules_file,
            title: new.title,
        };
        let mut lists = vec![(entry::COUNTS, counts.table()), (entry::BURDEN, burden::table(burden))];
        lists.extend(new.lists);
        lists.extend(set.map(|bytes| (entry::RULES, bytes.to_vec())));
        let made = ENTRIES.append(&facts, lists);
        let manifest = made.files.iter().find(|(name, _)| *name == files::MANIFEST);
        let head = entry::head(manifest.map_or(&[], |(_, bytes)| bytes));
        let public = |file: &str, bytes: Vec<u8>| (format!("{}{file}", files::PUBLIC), bytes);
        let mut after = vec![public(entry::HEAD, format!("{head}\n").into_bytes())];
        after.extend(set.map(|bytes| public(entry::RULES, bytes.to_vec())));
        let lines = own.iter().zip(&texts).map(|(row, text)| Line::Row(row.clone(), text));
        Ok(Appended {
            number,
            sealed: vec![
                (entry::sealed(number, entry::ROWS), rows::table(lines)),
                (entry::sealed(number, entry::SALTS), rows::salt_table(&salts)),
            ],
            place: made.place,
            files: made.files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect(),
            after,
            head,
        })
    }

    /// Loads with what stays in the sums of what was erased: at an erasure as the entry before told it, and after it as the
    /// last erasure left it.
    fn with_forgotten(&self, own: burden::Loads, erases: bool) -> Result<burden::Loads, Torn> {
        let erasure = self.entries.iter().rev().find(|link| link.facts.kind == Sort::Erasure);
        let told = if erases { self.last() } else { erasure.map_or(0, |link| link.number) };
        if told == 0 {
            return Ok(own);
        }
        let file = ENTRIES.path(told, entry::BURDEN);
        let said = self.folder.get(&file).and_then(|bytes| burden::read(bytes).ok());
        let said = said.ok_or(Torn { file, line: None })?;
        let mut left = burden::Burden::default();
        self.each_of(told, &self.replaced(told), |_, row| left.add(row))?;
        let lump = burden::forgotten(&said, &left.loads());
        Ok(lump.map_or(own, |lump| burden::with(&own, &lump)))
    }

    /// The same ledger with an entry that was appended.
    ///
    /// # Errors
    /// [`Torn`] would be a mistake of ours.
    pub fn after(mut self, made: &Appended) -> Result<Self, Torn> {
        let own = made.files.iter().map(|(name, bytes)| (format!("{}{name}", made.place), bytes.clone()));
        self.folder.extend(own.chain(made.sealed.iter().cloned()).chain(made.after.iter().cloned()));
        Ok(Self { aside: self.aside, ..Self::read(self.folder)? })
    }
}

fn salt(stream: &mut Stream) -> Digest {
    let mut salt = [0; 32];
    salt.chunks_exact_mut(8).for_each(|part| part.copy_from_slice(&stream.word().to_le_bytes()));
    Digest(salt)
}
