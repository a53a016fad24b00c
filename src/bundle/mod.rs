//! The record of one lottery as files: the public tier for everybody, the sealed tier for the clerk
//! or the notary, and the clerk's own lists. May import everything up to `sessions`; knows no disk,
//! a folder is a list of names and bytes. The files are described in `src/bundle/FILES.md`.
//!
//! Everything here is written in one form only and read back in that form only: what is read is
//! written again and compared, so a space, a leading zero or a row twice is never overlooked.

pub mod about;
pub mod acts;
pub mod again;
pub mod became;
pub mod chain;
pub mod clerk;
pub mod conduct;
pub mod confirmed_excluded;
pub mod fairness;
pub mod files;
pub mod form;
pub mod freeze;
pub mod household;
pub mod in_page;
pub mod papers;
pub mod people;
pub mod public;
pub mod ranges;
pub mod receipt;
pub mod record;
pub mod refused;
pub mod registered;
pub mod reserves;
pub mod rosters;
mod rule;
pub mod sealed;
pub mod sourced;
pub mod supplements;
pub mod tables;

pub use files::Folder;
pub use freeze::{Inputs, freeze};
pub use people::Detail;
pub use public::Public;

/// Every kind of numbered record in the public tier.
pub static KINDS: [&chain::Shape; 5] = [
    record::DRAWS.shape(),
    record::TRIALS.shape(),
    rosters::ROSTERS.shape(),
    supplements::CONTINUED.shape(),
    acts::ACTS.shape(),
];
