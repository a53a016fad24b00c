//! From a ticket to people. May import everything up to `draw`.

pub mod attrition;
pub mod balance;
pub mod day;
pub mod events;
pub mod forecast;
mod joint;
pub mod laps;
pub mod rates;
pub mod reserve_terms;
pub mod reserves;
pub mod roster;
pub mod seating;
pub mod statistics;
mod sums;

pub use laps::{LapKey, Laps};
pub use seating::Seating;
