//! How far an assembly has come: what a record goes on from when it is opened again. Imports `bundle` and its siblings.

use super::frozen::{Frozen, chain};
use super::refusal::Refusal;
use super::roster::Drawn;
use crate::bundle::chain::Link;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::supplements::{CONTINUED, Facts};

/// How far an assembly has come.
#[allow(clippy::large_enum_variant)] // There is one at a time.
pub enum Stage<'a> {
    /// Nothing has been drawn.
    Frozen(&'a Frozen),
    /// A draw counts, and nothing that came after it was published.
    Drawn(Drawn<'a>),
    /// Events after the draw were published: [`Drawn::as_published`] has them.
    Running(Drawn<'a>),
    /// A supplement goes on from it.
    Continued(Continued<'a>),
}

/// An assembly that a supplement goes on from. There can be no other supplement, but for one that replaces this one.
pub struct Continued<'a> {
    /// The draw that counts.
    pub drawn: Drawn<'a>,
    /// The last supplement that the record names.
    pub(super) last: Link<Facts>,
}

impl Frozen {
    /// How far the assembly has come, by its record alone: whoever opens it again goes on from there.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn stage(&self) -> Result<Stage<'_>, Refusal> {
        if self.draws()?.is_empty() {
            return Ok(Stage::Frozen(self));
        }
        let drawn = self.after_draw()?;
        if let Some(last) = chain(&CONTINUED, &self.folder)?.pop() {
            return Ok(Stage::Continued(Continued { drawn, last }));
        }
        let lists = chain(&ROSTERS, &self.folder)?;
        let published = lists.last().is_some_and(|last| last.facts.draw == drawn.draw.record.draw);
        Ok(if published { Stage::Running(drawn) } else { Stage::Drawn(drawn) })
    }
}

impl Continued<'_> {
    /// The published line of the supplement.
    pub fn line(&self) -> String {
        self.last.facts.line()
    }

    /// Whether the draw that the supplement goes on from was annulled since.
    pub fn is_annulled(&self) -> bool {
        self.last.facts.record != self.drawn.digest.to_string()
    }
}
