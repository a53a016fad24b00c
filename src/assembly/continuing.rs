//! Which supplement of a lottery counts: the first one, or one that replaces it for a reason. Imports `bundle` and its
//! siblings.

use super::frozen::Frozen;
use super::program::PROGRAM;
use super::refusal::Refusal;
use crate::base::rules::Rules;
use crate::bundle::about::Continues;
use crate::bundle::chain::Link;
use crate::bundle::supplements::Facts;

/// What is known of the place where a supplement is to be made, and of the last one's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Whether the last supplement is there already: the same command was cut off after its last byte.
    pub made: bool,
    /// Whether the last supplement lies beside the lottery.
    pub beside: bool,
}

/// Which supplement is to be made of a lottery, by those that it names and why another is made.
pub(super) struct Next {
    last: Option<Link<Facts>>,
    because: Option<String>,
    /// Whether it can only be the last one again, after an interruption.
    again: bool,
    place: Place,
    /// The rules of the lottery.
    rules: Rules,
}

impl Next {
    /// After the last one that the lottery names, if it names one; `because` is the reason to replace that.
    pub(super) fn after(
        frozen: &Frozen,
        last: Option<&Link<Facts>>,
        because: Option<&str>,
        place: Place,
    ) -> Result<Self, Refusal> {
        let (last, because) = (last.cloned(), frozen.reason(because)?);
        let again = last.is_some() && because.is_none();
        Ok(Self { last, because, again, place, rules: frozen.public.rules })
    }

    /// Whether a supplement can only be the same one again, after an interruption.
    pub(super) fn only_again(&self) -> bool {
        self.again
    }

    /// The number of the supplement to be made.
    pub(super) fn number(&self) -> u32 {
        let last = self.last.as_ref().map_or(0, |last| last.number);
        last + u32::from(!self.again)
    }

    /// Refuses a second supplement that goes on from another draw or list of events than the first.
    pub(super) fn admit(&mut self, record: &str, roster: &str) -> Result<(), Refusal> {
        let Some(Link { facts, .. }) = &self.last else { return Ok(()) };
        // The same replacement for the same reason was cut off; it does not replace itself.
        self.again |= facts.because == self.because && facts.record == record && facts.roster == roster;
        match self.again {
            true if facts.record != record => Err(Refusal::ContinuedAnnulled { line: facts.line() }),
            true if facts.roster != roster => Err(self.refusal()),
            // A copy could be drawn from as if nothing had been.
            true if !self.place.made && self.place.beside => Err(self.refusal()),
            _ => Ok(()),
        }
    }

    /// The line of the last supplement, where this one is a copy of it for when it was lost.
    pub(super) fn copy(&self) -> Option<String> {
        self.last.as_ref().filter(|_| self.again && !self.place.made).map(|last| last.facts.line())
    }

    /// That there is a supplement already.
    pub(super) fn refusal(&self) -> Refusal {
        let line = |last: &Link<Facts>| Refusal::AlreadyContinued { line: last.facts.line() };
        self.last.as_ref().map_or(Refusal::Mistaken, line)
    }

    /// What the lottery's record will say of its new supplement; `None` if it says so already.
    pub(super) fn facts(&self, goes: &Continues, supplement: &str) -> Result<Option<Facts>, Refusal> {
        match &self.last {
            Some(Link { facts, .. }) if self.again => match facts.supplement == supplement {
                true => Ok(None),
                false => Err(self.refusal()),
            },
            last => Ok(Some(Facts {
                because: self.because.clone(),
                commitment: goes.commitment.clone(),
                continued: self.number(),
                previous: last.as_ref().map(|last| last.digest.to_string()),
                program: PROGRAM.to_owned(),
                record: goes.record.clone(),
                roster: goes.roster.clone(),
                rules: self.rules.number(),
                supplement: supplement.to_owned(),
            })),
        }
    }
}
