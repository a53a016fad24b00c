//! The record as an observer meets it: whole, tampered with, forged, and checked twice.

mod agreement;
mod bytes;
mod commands;
mod forged;
mod objectives;
#[path = "../support/run.rs"]
mod run;
mod support;
mod tampered;
