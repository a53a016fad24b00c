//! From a brief and a seed to a plan: what must hold at every table, whether it can, and the search for the best. May import
//! the model.

pub mod compile;
pub mod conflict;
pub mod crew;
mod design;
pub mod feasible;
mod field;
pub mod flow;
pub mod hosts;
pub mod make;
pub mod posting;
pub mod search;
