//! The commands as scripts use them, and the door that they go through: files, exit codes, JSON.

mod account;
mod check;
mod door;
mod evenings;
mod households;
mod lottery;
mod repair;
mod outputs;
#[path = "../support/run.rs"]
mod run;
mod sessions;
