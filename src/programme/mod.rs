//! The programme: assembly after assembly, over years. A ledger of what happened to whom, in a public and a sealed tier, and
//! what follows from it: who is barred, whose turn a letter is, who leaves a body, whose luck was how good. May import
//! everything up to `invite`; knows no disk, clock or randomness. The files are described in `src/programme/FILES.md`.
//!
//! The programme makes lists, and the lottery stays as it is: equals are equal at each draw, and what happened before counts
//! only through published exclusions.

pub mod burden;
pub mod chances;
pub mod claims;
pub mod counts;
pub mod day;
pub mod entry;
pub mod event;
pub mod ledger;
pub mod past;
pub mod people;
pub mod rows;
pub mod rules;
pub mod terms;
pub mod turns;
pub mod written;

pub use day::Day;
pub use event::{Event, Ground};
pub use ledger::Ledger;
pub use rules::Rules;
