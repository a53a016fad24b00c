//! From a ticket to people. May import everything up to `draw`.

pub mod attrition;
pub mod balance;
pub mod events;
pub mod forecast;
pub mod promised;
pub mod rates;
pub mod reserves;
pub mod roster;
pub mod seating;
pub mod statistics;

pub use seating::Seating;
