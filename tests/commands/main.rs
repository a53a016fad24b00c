//! The commands as scripts use them, and the door that they go through: files, exit codes, JSON.

mod account;
mod charter_new;
mod check;
mod clerk;
mod door;
mod evenings;
mod households;
mod lottery;
mod outputs;
mod repair;
#[path = "../support/run.rs"]
mod run;
mod sessions;
