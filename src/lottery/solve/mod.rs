//! Finding the lottery: the only place that may call a solver.
pub mod backend;
pub mod dense;
pub mod levels;
pub mod local;
pub mod mixture;
