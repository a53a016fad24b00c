//! A frozen lottery with both tiers: the people behind the codes, and the lists of a draw. Imports `bundle`, `verify` and
//! its siblings.

use super::patch::Patch;
use super::refusal::Refusal;
use crate::bundle::chain::{Form, Kind, Link};
use crate::bundle::conduct::{self, Drawn};
use crate::bundle::record::{DRAWS, Record, TRIALS};
use crate::bundle::rosters::Whole;
use crate::bundle::sealed::{self, FullPool};
use crate::bundle::supplements::{self, CONTINUED};
use crate::bundle::{Folder, Public, clerk, files};
use crate::draw::code::Code;
use crate::invite::record::is_invitation;
#[cfg(feature = "cli")]
use crate::invite::tables::names;
use crate::verify::{Claim, Failure, Id, Outcome, verify_draws};

/// An assembly whose lottery is frozen, read from its folder with the sealed tier.
pub struct Frozen {
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

/// Whether a path in a lottery's folder is neither of its record nor of the clerk's lists, and so nobody's business here.
#[cfg(feature = "cli")]
pub(crate) fn not_ours(path: &str) -> bool {
    let ours = [files::PUBLIC, files::SEALED, files::ANNULLED, files::TRIALS, files::SESSIONS];
    let lists = [
        files::CHANCES,
        files::COLUMNS,
        files::PANEL,
        files::REMAINING,
        files::RESERVES,
        files::DRAW,
        files::MANIFEST,
        names::LETTERS,
        names::POST,
    ];
    // The people of a state do not fit in the memory: who needs them reads them where they lie.
    if path.strip_prefix(files::SEALED) == Some(names::PERSONS) {
        return true;
    }
    let first = path.split('/').next().unwrap_or(path);
    !ours.iter().any(|o| o.trim_end_matches('/') == first) && !lists.contains(&path)
}

/// Whether a claim failed only because the search for the fairest lottery was not finished: such a lottery can be drawn
/// from, and its record says what it is.
pub(super) fn unfinished(claim: &Claim) -> bool {
    matches!(claim.outcome, Outcome::Fail(Failure::NotOptimal { .. }))
}

/// Refuses to go on with a record in which a claim about the frozen lottery, or about earlier draws, failed.
fn unchanged(folder: &Folder) -> Result<(), Refusal> {
    // The clerk's lists may be cut short by an interruption, which the draw itself mends.
    let failed = verify_draws(folder).claims.into_iter().find(|c| {
        matches!(c.outcome, Outcome::Fail(_)) && c.id != Id::Lists && c.id != Id::Source && !unfinished(c)
    });
    failed.map_or(Ok(()), |claim| Err(Refusal::Changed { claim: Box::new(claim) }))
}

/// The records of one kind in `folder`, first to last.
pub(super) fn chain<F: Form>(kind: &Kind<F>, folder: &Folder) -> Result<Vec<Link<F>>, Refusal> {
    kind.read(folder).whole().map_err(|end| Refusal::Damaged { file: end.path(kind) })
}

impl Frozen {
    /// The assembly in `folder`, of which every claim about the lottery and its draws holds: for whoever goes on with it.
    ///
    /// # Errors
    /// The claim that fails, or the file that cannot be read.
    pub fn open(folder: Folder) -> Result<Self, Refusal> {
        if is_invitation(&folder) {
            return Err(Refusal::IsLetters);
        }
        unchanged(&folder)?;
        Self::read(folder)
    }

    /// The assembly in `folder`, as far as it can be read; whether it is true is not looked at.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub fn read(folder: Folder) -> Result<Self, Refusal> {
        let public = Public::read(&folder).map_err(|unreadable| Refusal::public(unreadable.file))?;
        let sealed = |name: &str| {
            let file = format!("{}{name}", files::SEALED);
            folder.get(&file).ok_or(Refusal::NotSealedHere { file })
        };
        let pool = sealed::read_pool(sealed(files::POOL)?).map_err(|_| Refusal::sealed(files::POOL))?;
        let codes = sealed::read_codes(sealed(files::CODES)?).map_err(|_| Refusal::sealed(files::CODES))?;
        if !pool.ids().eq(codes.iter().map(|c| c.0.as_str())) {
            return Err(Refusal::sealed(files::CODES));
        }
        // The clerk's order of columns is a convenience; without it the canonical order does.
        let columns = folder.get(files::COLUMNS).and_then(|b| clerk::read_columns(b, &pool).ok());
        let columns = columns.unwrap_or_else(|| (0..pool.headings().len()).collect());
        Ok(Self { folder, public, pool, codes, columns, form: clerk::Form::Plain })
    }

    /// The same after these changes of its folder.
    pub fn after(mut self, patch: &Patch) -> Self {
        patch.apply_to(&mut self.folder);
        self
    }

    /// The draws made so far, first to last.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn draws(&self) -> Result<Vec<Link<Record>>, Refusal> {
        chain(&DRAWS, &self.folder)
    }

    /// The last draw or trial, if there is one.
    pub(super) fn last(&self, void: bool) -> Result<Option<Drawn>, Refusal> {
        let kind = if void { &TRIALS } else { &DRAWS };
        Ok(chain(kind, &self.folder)?.last().map(|last| self.drawn(&last.facts)))
    }

    /// A draw as its record has it.
    pub fn drawn(&self, record: &Record) -> Drawn {
        let seats = conduct::seats(&self.public, record.own.ticket).unwrap_or_default();
        let reserves = conduct::recorded(&self.public, record, &self.folder);
        Drawn { record: record.clone(), seats, reserves }
    }

    /// The supplement that counts, if the record names one.
    pub fn supplement(&self) -> Option<supplements::Facts> {
        chain(&CONTINUED, &self.folder).ok()?.pop().map(|made| made.facts)
    }

    /// The whole panel, with those who had a seat before.
    pub(super) fn whole(&self) -> Result<Whole, Refusal> {
        Whole::read(&self.public, &self.folder).map_err(Refusal::public)
    }

    /// The clerk's column with the ids, by number in the sealed pool; `None` where row numbers serve as ids.
    pub(super) fn id_column(&self) -> Option<usize> {
        let pool = &self.pool;
        let same = |&c: &usize| (0..pool.len()).all(|i| pool.cell(i, c).trim() == pool.id(i));
        self.columns.iter().copied().find(same)
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

    /// The clerk's lists of a draw, in the form asked for; draw.json is the last.
    pub(super) fn lists(&self, drawn: &Drawn) -> Vec<(&'static str, Vec<u8>)> {
        let form = |(name, table): (_, Vec<u8>)| (name, self.form.of(&table));
        let facts = (files::DRAW, drawn.record.facts());
        self.tables(drawn).into_iter().map(form).chain([facts]).collect()
    }

    /// The clerk's lists of people of a draw, as every table of the record is written.
    pub(super) fn tables(&self, drawn: &Drawn) -> Vec<(&'static str, Vec<u8>)> {
        let (profiles, void) = (self.public.profiles.len(), drawn.record.void);
        let seated = conduct::seated(&self.codes, profiles, &drawn.seats);
        let list = |of: &dyn Fn(usize) -> bool| clerk::list(&self.pool, &self.columns, void, of);
        let mut lists = vec![(files::REMAINING, list(&|i| !seated[i])), (files::PANEL, list(&|i| seated[i]))];
        if let Some(reserves) = &drawn.reserves {
            let people = conduct::by_id(&self.codes, profiles, &reserves.order);
            lists.push((files::RESERVES, clerk::reserves(&self.pool, &self.columns, void, &people)));
        }
        lists
    }
}
