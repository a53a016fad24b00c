//! A supplement: a new lottery for the seats that no reserve can take. Imports `pool`, `lottery`, `bundle` and its
//! siblings.

use super::continuing::{Next, Place};
use super::frozen::Frozen;
use super::left::{Left, Loosening};
use super::making::{self, Charter, Made, Making};
use super::patch::Patch;
use super::refusal::Refusal;
use super::roster::{Running, Source};
use super::stage::{Continued, Stage};
use super::{Drawn, Published};
use crate::base::fault::Faults;
use crate::bundle::about::Continues;
use crate::bundle::supplements::CONTINUED;
use crate::bundle::{files, sealed};
use crate::lottery::solve::{Objective, Progress};
use crate::panel::roster::Status;
use crate::pool::Pool;
use crate::quotas::Quotas;

/// What is asked of a supplement.
#[derive(Clone, Debug, Default)]
pub struct Supplement<'a> {
    /// The charter of the new lottery.
    pub charter: Option<Charter>,
    /// Tickets, if other than in the first lottery.
    pub tickets: Option<u64>,
    /// Looser quotas of the whole panel.
    pub quotas: Option<Source<'a>>,
    /// The repair to make, from 1.
    pub repair: Option<u8>,
    /// Whether repairs go beyond flexible bounds.
    pub beyond_flex: bool,
    /// Why reserves whose turn it is are not called.
    pub pass_over: Option<&'a str>,
    /// What is known of its place.
    pub place: Place,
}

/// A supplement, made.
pub struct Supplemented {
    /// Everybody who is left.
    pub pool: Pool,
    /// The new lottery.
    pub made: Made,
    /// The quotas of the whole panel that were left.
    pub quotas: Quotas,
    /// Whether they were loosened.
    pub loosened: bool,
    /// How everybody stood.
    pub status: Vec<Status>,
    /// Seats to draw for.
    pub vacant: u32,
    /// People who were asked and have not answered.
    pub unanswered: u64,
    /// The list of events that it goes on from.
    pub list: Published,
    /// The number of the supplement.
    pub number: u32,
    /// Whether it is the supplement that was made before.
    pub again: bool,
    /// The line of the supplement that this is a copy of, for when that was lost.
    pub copy: Option<String>,
    /// What somebody must look at in the list of events and in the quotas that were given.
    pub faults: Vec<Faults>,
    /// What changes in the record that it goes on from. It is made before the new folder has its name: the first lottery
    /// remembers its supplement before that is there.
    pub before: Patch,
}

impl Frozen {
    /// Makes a supplement after these events, from wherever the assembly is: the first one; the same one again, where the record
    /// names one already; or, for the reason `replace`, another in its place.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn supplement_after(
        &self,
        events: &[Source<'_>],
        replace: Option<&str>,
        ask: Supplement<'_>,
        progress: &mut dyn FnMut(&Progress),
    ) -> Result<Supplemented, Refusal> {
        match (self.stage()?, replace) {
            (Stage::Frozen(_), _) => Err(Refusal::NothingDrawn),
            (Stage::Drawn(_) | Stage::Running(_), Some(_)) => Err(Refusal::NothingToReplace),
            (Stage::Drawn(drawn) | Stage::Running(drawn), None) => {
                drawn.supplement_after(events, ask, progress)
            }
            (Stage::Continued(continued), None) => continued.supplement_again(events, ask, progress),
            (Stage::Continued(continued), Some(because)) => continued.replace(because, events, ask, progress),
        }
    }
}

impl Drawn<'_> {
    /// Makes the first supplement after these events.
    ///
    /// # Errors
    /// [`Refusal`]: also where the record names a supplement, which [`Continued`] goes on from.
    pub fn supplement_after(
        &self,
        events: &[Source<'_>],
        ask: Supplement<'_>,
        progress: &mut dyn FnMut(&Progress),
    ) -> Result<Supplemented, Refusal> {
        if let Some(facts) = self.frozen.supplement() {
            return Err(Refusal::AlreadyContinued { line: facts.line() });
        }
        let next = Next::after(self.frozen, None, None, ask.place)?;
        self.replay(events)?.supplement(next, ask, progress)
    }
}

impl Continued<'_> {
    /// Makes the supplement again that the record names, where an interruption or a loss left it undone: after the same events
    /// it is the same.
    ///
    /// # Errors
    /// [`Refusal`]: also where another would come out.
    pub fn supplement_again(
        &self,
        events: &[Source<'_>],
        ask: Supplement<'_>,
        progress: &mut dyn FnMut(&Progress),
    ) -> Result<Supplemented, Refusal> {
        let next = Next::after(self.drawn.frozen, Some(&self.last), None, ask.place)?;
        // A list that goes on with people of the supplement is no list of this lottery.
        let running = self.drawn.replay(events).map_err(|_| next.refusal())?;
        running.supplement(next, ask, progress)
    }

    /// Makes another supplement in the place of the one that the record names, for a reason that stays there.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn replace(
        &self,
        because: &str,
        events: &[Source<'_>],
        ask: Supplement<'_>,
        progress: &mut dyn FnMut(&Progress),
    ) -> Result<Supplemented, Refusal> {
        let next = Next::after(self.drawn.frozen, Some(&self.last), Some(because), ask.place)?;
        self.drawn.replay(events)?.supplement(next, ask, progress)
    }
}

impl Running<'_> {
    fn supplement(
        &self,
        mut continued: Next,
        ask: Supplement<'_>,
        progress: &mut dyn FnMut(&Progress),
    ) -> Result<Supplemented, Refusal> {
        let list = self.continues()?;
        let (record, roster) = (self.drawn.digest.to_string(), list.digest.to_string());
        continued.admit(&record, &roster)?;
        let (frozen, standing) = (self.frozen(), &self.roster);
        let about = &frozen.public.about;
        let vacant = standing.balance().vacant();
        if vacant == 0 {
            return Err(Refusal::NoSeatEmpty);
        }
        let passed_over = frozen.reason(ask.pass_over)?;
        self.turn(passed_over.is_some())?;
        let key = frozen.folder.get(&format!("{}{}", files::SEALED, files::KEY));
        let key = key.and_then(|bytes| sealed::read_key(bytes)).ok_or_else(|| Refusal::sealed(files::KEY))?;
        let left = Left::of(self, standing)?;
        let loosening = Loosening { quotas: ask.quotas, repair: ask.repair, beyond_flex: ask.beyond_flex };
        let chosen = left.choose(loosening)?;
        let continues = Continues {
            commitment: frozen.public.commitment.digest().to_string(),
            continued: Some(continued.number()),
            loosened: chosen.loosened,
            passed_over,
            record,
            roster,
        };
        let making = Making {
            objective: Objective::of_word(&about.objective).unwrap_or(Objective::Leximin),
            tickets: ask.tickets.unwrap_or(about.tickets),
            charter: ask.charter,
            key: Some(key),
            detail: about.detail,
            continues: Some(continues.clone()),
            prepared: None,
        };
        let made = making::freeze(&chosen.pool, making, progress)?;
        let line = made.frozen.commitment.digest().to_string();
        let named = continued.facts(&continues, &line)?;
        let mut before = list.patch.clone();
        before.steps.extend(named.map(|facts| Patch::record(&CONTINUED.append(&facts, Vec::new()))));
        Ok(Supplemented {
            pool: chosen.pool,
            made,
            quotas: left.quotas,
            loosened: chosen.loosened,
            status: standing.status().to_vec(),
            vacant,
            unanswered: standing.status().iter().filter(|&&s| s == Status::Asked).count() as u64,
            list,
            number: continued.number(),
            again: continued.only_again(),
            copy: continued.copy(),
            faults: vec![self.faults.clone(), chosen.faults],
            before,
        })
    }

    /// Refuses while a reserve can take a seat; unless calling them would break quotas, and the clerk says why they are
    /// passed over.
    fn turn(&self, passed_over: bool) -> Result<(), Refusal> {
        let standing = &self.roster;
        if standing.next().is_none() {
            return if passed_over { Err(Refusal::NobodyPassedOver { turn: false }) } else { Ok(()) };
        }
        let filled = standing.filled();
        // With all seats filled the counts tell; with some empty, whether anybody can fill them does.
        let breaks = match filled.balance().vacant() {
            0 => !filled.balance().kept(),
            _ => Left::of(self, &filled)?.fits()? == Some(false),
        };
        match (passed_over, breaks) {
            (true, true) => Ok(()),
            (true, false) => Err(Refusal::NobodyPassedOver { turn: true }),
            (false, _) => {
                let better = breaks && Left::of(self, standing)?.fits()? == Some(true);
                let broken = if better { self.broken(&filled) } else { Vec::new() };
                Err(Refusal::ReservesDue { breaks, better, broken })
            }
        }
    }
}
