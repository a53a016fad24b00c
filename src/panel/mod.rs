//! From a ticket to people. May import `base`, `lottery`, `seed`, `draw`.

pub mod seating;
pub mod statistics;

pub use seating::Seating;
