//! Vocabulary that everything else speaks. Imports nothing of ours.

pub mod band;
pub mod binomial;
pub mod chance;
pub mod digest;
pub mod digits;
mod error;
pub mod fault;
pub mod line;
pub mod look;
pub mod meant;
pub mod months;
pub mod numbered;
pub mod plots;
pub mod rules;
pub mod said;
pub mod stands;
pub mod text;
pub mod totals;
pub mod unanswered;

pub(crate) use error::errors;
