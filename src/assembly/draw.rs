//! Drawing: the first draw, later ones, trials, and what an interruption left undone. Imports `bundle`, `seed` and its
//! siblings.

use super::frozen::{Frozen, chain};
use super::patch::{Patch, Stands, Step};
use super::program::PROGRAM;
use super::refusal::Refusal;
use crate::bundle::Folder;
use crate::bundle::chain::Link;
use crate::bundle::clerk::Form;
use crate::bundle::conduct::{self, Act, Drawn};
use crate::bundle::files;
use crate::bundle::record::{DRAWS, Record, TRIALS};
use crate::bundle::sourced;
use crate::bundle::supplements;
use crate::panel::reserve_terms::Asked;
use crate::seed::Evidence;
use crate::seed::drand::Beacon;

/// A draw that is asked for. The default is one without evidence, which only a later draw can be.
#[derive(Clone, Debug, Default)]
pub struct Ask<'a> {
    /// The evidence; none in a later draw that follows from the first one's.
    pub evidence: Option<Evidence>,
    /// The beacon's answer, where the evidence is one.
    pub beacon: Option<Beacon>,
    /// Whether this is a trial.
    pub trial: bool,
    /// Why the draw before is annulled.
    pub because: Option<&'a str>,
    /// Why another source than the declared one is used.
    pub departure: Option<&'a str>,
    /// Reserves to draw in the same act; without any, those that the charter declares.
    pub reserves: Option<Asked>,
    /// The evidence of the record that this one goes on from, where that is known.
    pub used: Vec<Evidence>,
}

/// A draw that was made.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The draw.
    pub drawn: Drawn,
    /// Draws that were made before it, first to last; with it, where it was made before.
    pub before: Vec<Link<Record>>,
    /// Whether it was made before, by the same act: nothing was drawn now.
    pub again: bool,
    /// Lists of it that were to get another form, and in which somebody changed a cell.
    pub changed: Vec<String>,
    /// A supplement that goes on from a draw which this one annuls.
    pub annuls: Option<supplements::Facts>,
    /// What it changes; where it was made before, only the form of the clerk's lists.
    pub patch: Patch,
}

/// A draw or trial whose lists an interruption left undone.
#[derive(Clone, Debug)]
pub struct Unfinished {
    /// Whether it is a trial.
    pub void: bool,
    /// What completes it.
    pub patch: Patch,
}

/// The evidence of every draw and trial of a record, which everybody knows: for a lottery that goes on from it.
///
/// # Errors
/// A record that is damaged.
pub fn evidence_of(folder: &Folder) -> Result<Vec<Evidence>, Refusal> {
    let (draws, trials) = (chain(&DRAWS, folder)?, chain(&TRIALS, folder)?);
    Ok(sourced::used(draws.iter().map(|made| &made.facts), trials.iter().map(|made| &made.facts)))
}

impl Frozen {
    /// Draws; or, when the same act was done before, finds what it drew.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn draw(&self, ask: &Ask<'_>) -> Result<Drawing, Refusal> {
        let (public, before) = (&self.public, self.draws()?);
        // What was drawn with reserves is drawn again with as many, at the same rates.
        let again = self.last(false)?.filter(|_| !ask.trial && ask.because.is_some());
        let had = again.and_then(|last| last.reserves).and_then(|had| {
            Some(Asked { reserves: had.terms.reserves, attrition: had.terms.attrition(&public.quotas)? })
        });
        let trials = chain(&TRIALS, &self.folder)?;
        let (later, trials) = (before.iter().skip(1), trials.iter());
        let mut used = sourced::used(later.map(|made| &made.facts), trials.map(|made| &made.facts));
        used.extend(ask.used.iter().cloned());
        let act = Act {
            used: &used,
            before: if ask.trial { &[] } else { &before },
            trial: ask.trial.then(|| TRIALS.read(&self.folder).next()),
            evidence: ask.evidence.clone(),
            beacon: ask.beacon.as_ref(),
            because: self.reason(ask.because)?,
            departure: self.reason(ask.departure)?,
            reserves: ask.reserves.as_ref().or(had.as_ref()),
            program: PROGRAM,
        };
        let annuls = self.supplement().filter(|_| act.because.is_some());
        let last = self.last(ask.trial)?;
        if let Some(drawn) = last.filter(|last| conduct::repeats(public, &act, act.before.first(), last)) {
            let own = before.last().map(|last| last.digest.to_string());
            let annuls = annuls.filter(|facts| Some(&facts.record) != own.as_ref());
            let (patch, changed) = self.in_form(&drawn);
            return Ok(Drawing { drawn, before, again: true, changed, annuls, patch });
        }
        let drawn = conduct::conduct(public, &act).map_err(|refusal| {
            let promised = public.promised.as_ref().map(|asked| (asked, &public.quotas));
            Refusal::of_draw(refusal, act.evidence.as_ref(), public.charter.seed.as_ref(), promised)
        })?;
        let mut patch = self.completes(&drawn);
        let entry = conduct::entry(public, &drawn, act.beacon);
        patch.steps.insert(0, Patch::record(&entry));
        patch.stands = Some((1, stands(&drawn.record)));
        Ok(Drawing { drawn, before, again: false, changed: Vec::new(), annuls, patch })
    }

    /// The last draw and the last trial, where an interruption left their lists undone.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn unfinished(&self) -> Result<Vec<Unfinished>, Refusal> {
        let last = [self.last(false)?, self.last(true)?];
        let undone = last.into_iter().flatten().filter(|drawn| !self.complete(&drawn.record));
        let mend = |drawn: Drawn| {
            let patch = Patch { stands: Some((0, stands(&drawn.record))), ..self.completes(&drawn) };
            Unfinished { void: drawn.record.void, patch }
        };
        Ok(undone.map(mend).collect())
    }

    /// Whether the clerk's lists of the last draw, or of a trial, are all there.
    fn complete(&self, record: &Record) -> bool {
        let there = |name: &str| self.folder.contains_key(name);
        if record.void {
            return files::below(&self.folder, &trial(record)).next().is_some();
        }
        self.folder.get(files::DRAW) == Some(&record.facts())
            && there(files::PANEL)
            && there(files::REMAINING)
            && (there(files::RESERVES) || !there(&record.kind().path(record.draw, files::RESERVE_TERMS)))
    }

    /// The clerk's lists of a draw that was made before, where they stand in another form than is asked for now, and those
    /// in which somebody changed a cell: these are left alone.
    fn in_form(&self, drawn: &Drawn) -> (Patch, Vec<String>) {
        let (mut patch, mut changed) = (Patch::default(), Vec::new());
        let place = if drawn.record.void { trial(&drawn.record) } else { String::new() };
        for (name, table) in self.tables(drawn).into_iter().filter(|_| self.form != Form::Plain) {
            let (path, bytes) = (format!("{place}{name}"), self.form.of(&table));
            match self.folder.get(&path).filter(|found| **found != bytes) {
                Some(found) if Form::any_of(&table, found) => patch.steps.push(Step::Replace { path, bytes }),
                Some(_) => changed.push(path),
                None => {}
            }
        }
        (patch, changed)
    }

    /// What is left to write of the clerk's lists of a draw, after moving those of the one before away. What is there
    /// already is left alone.
    fn completes(&self, drawn: &Drawn) -> Patch {
        let (record, lists) = (&drawn.record, self.lists(drawn));
        if record.void {
            let files = lists.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
            return Patch { steps: vec![Step::Folder { place: trial(record), files }], stands: None };
        }
        let mut patch = Patch::default();
        let mut moved = Vec::new();
        let place = format!("{}{}/", files::ANNULLED, record.draw.saturating_sub(1));
        let there = |name: &str| self.folder.contains_key(name);
        // draw.json goes last, so its arrival says that the others have gone.
        if record.draw > 1 && !there(&format!("{place}{}", files::DRAW)) {
            for name in [files::REMAINING, files::PANEL, files::RESERVES, files::DRAW] {
                let to = format!("{place}{name}");
                if there(name) && !there(&to) {
                    patch.steps.push(Step::Move { from: name.to_owned(), to });
                    moved.push(name);
                }
            }
        }
        for (name, bytes) in lists {
            if !there(name) || moved.contains(&name) {
                patch.steps.push(Step::File { path: name.to_owned(), bytes });
            }
        }
        patch
    }
}

/// The folder of the clerk's lists of a trial.
fn trial(record: &Record) -> String {
    format!("{}{}/", files::TRIALS, record.draw)
}

fn stands(record: &Record) -> Stands {
    match record.void {
        true => Stands::Trial { trial: record.draw },
        false => Stands::Draw { draw: record.draw, ticket: record.own.ticket },
    }
}
