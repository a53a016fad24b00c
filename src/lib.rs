//! # geloot: drawn by lot
//!
//! Sortition and deliberation for citizens' assemblies. From a list of volunteers and demographic
//! quotas to the fairest lottery those quotas allow, one drawn panel, and a record that anybody can
//! check without trusting whoever ran it.
//!
//! Data flows one way; a part may use the parts to its left and never those to its right:
//!
//! ```text
//! base -> register -> quotas -> pool -> lottery -> seed -> draw -> panel -> sessions
//!      -> programme -> bundle -> verify -> words -> { io, cli }
//! ```
//!
//! Everything but `io` and `cli` is a function of its arguments: no file, clock, network,
//! environment, thread or operating-system randomness. Only `lottery::solve` may call a solver, and
//! `verify` never reaches it.
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![forbid(unsafe_code)]

pub mod base;
pub mod bundle;
#[cfg(feature = "cli")]
pub mod cli;
pub mod draw;
#[cfg(feature = "cli")]
pub mod io;
pub mod lottery;
pub mod panel;
pub mod pool;
pub mod quotas;
pub mod register;
pub mod seed;
pub mod sessions;
pub mod verify;
pub mod words;
