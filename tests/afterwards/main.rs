//! What happens after the panel is drawn: reserves, what they are worth, and the roster.

mod draws;
mod explain;
mod gap;
mod people;
mod roster;
#[path = "../support/run.rs"]
mod run;
mod scenarios;
mod supplement;
