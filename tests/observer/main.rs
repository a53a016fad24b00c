//! The record as an observer meets it: whole, tampered with, forged, and checked twice.

mod agreement;
mod before;
mod bytes;
mod claims;
mod commands;
mod favours;
mod forged;
mod large;
mod lies;
mod made_again;
mod objectives;
mod readers;
#[path = "../support/run.rs"]
mod run;
mod sealed_words;
mod support;
mod tampered;
mod whole;
