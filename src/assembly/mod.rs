//! The door: one assembly in memory, and every act on it. May import everything up to `verify`.
//!
//! A lottery's folder is read once, as a map of names and bytes, into a typed state:
//!
//! ```text
//! freeze ─> Frozen ─ draw ─> Drawn ─ replay ─> Running ─ supplement ─> Continued
//!              └──── trial, redraw ────┘          └──── publish
//! ```
//!
//! A record that is opened again is at the [`Stage`] where it stopped, and goes on from there.
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
#[cfg(feature = "cli")]
pub(crate) mod first_charter;
mod frozen;
pub mod invite;
#[cfg(feature = "solve")]
mod left;
mod line;
#[cfg(feature = "solve")]
mod making;
mod patch;
mod program;
pub mod programme;
mod refusal;
mod roster;
mod seated;
mod stage;
#[cfg(feature = "solve")]
mod supplement;
#[cfg(feature = "solve")]
pub mod ways;

pub use crate::bundle::freeze::Prepared;
pub use account::{Account, After, Asked as AccountAsked, Feature as AccountFeature, Value as AccountValue};
pub use asked::Asked;
#[cfg(feature = "solve")]
pub use continuing::Place;
pub use draw::{Ask, Drawing, Unfinished, evidence_of};
pub use everybody::{Everybody, Member, Standing, Told, goes_on_from, leads_to};
pub use explain::{Explained, Whom, explain, left_out};
pub use frozen::Frozen;
#[cfg(feature = "cli")]
pub(crate) use frozen::not_ours;
pub use line::Line;
#[cfg(feature = "solve")]
pub use making::{Charter, MOST_TICKETS, Made, Making, charter_reaches, freeze, promised};
pub use patch::{Patch, Stands, Step};
pub use program::PROGRAM;
pub use refusal::{Blame, Refusal};
#[cfg(feature = "solve")]
pub use refusal::{CANNOT_MEET, Promise};
pub use roster::{Drawn, Published, Running, Source};
pub use seated::Seated;
pub use stage::{Continued, Stage};
#[cfg(feature = "solve")]
pub use supplement::{Supplement, Supplemented};
