//! The door: one assembly in memory, and every act on it. May import everything up to `verify`.
//!
//! A lottery's folder is read once, as a map of names and bytes, into a typed state:
//!
//! ```text
//! freeze ─> Frozen ─ draw ─> Drawn ─ replay ─> Running ─ supplement ─> Continued
//!              └──── trial, redraw ────┘          └──── publish
//! ```
//!
//! Each act returns what it found and a [`Patch`]: files to write and to move, in an order in which whatever is cut
//! short is finished by the same act. Or it returns a [`Refusal`], as data. Nothing in here knows a disk, a clock, a
//! sentence or randomness of the system: keys and moments are arguments, `io` applies patches, `words` speaks.
//!
//! It stands after `verify`, because nobody may go on with a record that is not as it was frozen.

mod account;
pub mod acts;
mod asked;
#[cfg(feature = "solve")]
mod continuing;
mod draw;
mod everybody;
mod explain;
mod frozen;
pub mod invite;
#[cfg(feature = "solve")]
mod left;
#[cfg(feature = "solve")]
mod making;
mod patch;
pub mod programme;
mod refusal;
mod roster;
mod seated;
#[cfg(feature = "solve")]
mod supplement;
#[cfg(feature = "solve")]
pub mod ways;

pub use crate::bundle::freeze::Prepared;
pub use account::{Account, After, Feature as AccountFeature, Value as AccountValue};
pub use asked::Asked;
#[cfg(feature = "solve")]
pub use continuing::{Continued, Place};
pub use draw::{Ask, Drawing, Unfinished};
pub use everybody::{Everybody, Member, Standing, Told, goes_on_from};
pub use explain::{Explained, Whom, explain};
pub use frozen::Frozen;
#[cfg(feature = "cli")]
pub(crate) use frozen::not_ours;
#[cfg(feature = "solve")]
pub use making::{Charter, MOST_TICKETS, Made, Making, freeze, promised};
pub use patch::{Patch, Stands, Step};
pub use refusal::{Blame, Refusal};
#[cfg(feature = "solve")]
pub use refusal::{CANNOT_MEET, Promise};
pub use roster::{Drawn, Line, Published, Running, Source};
pub use seated::Seated;
#[cfg(feature = "solve")]
pub use supplement::{Supplement, Supplemented};

/// The program and its version, as records name it.
pub const PROGRAM: &str = concat!("geloot ", env!("CARGO_PKG_VERSION"));

/// A reason for the record: one line.
fn reason(text: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(line) = text.map(str::trim) else { return Ok(None) };
    if crate::base::line::is_line(line) { Ok(Some(line.to_owned())) } else { Err(Refusal::Reason) }
}
