//! What a seat plan is made from, what it is, and what it is worth: plain values that every other room reads. Imports nothing
//! of ours.

pub mod bound;
pub mod brief;
pub mod demand;
pub mod figures;
pub mod hosts;
pub mod plan;
pub mod problem;
