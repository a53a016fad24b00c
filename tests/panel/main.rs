//! The panel lottery itself: the same bytes everywhere, chances found a second way, published answers, hard quotas.
#![cfg(feature = "solve")]

#[path = "../sessions/assembly.rs"]
#[cfg(not(debug_assertions))]
mod assembly;
mod determinism;
#[path = "../sessions/full_size.rs"]
#[cfg(not(debug_assertions))]
mod full_size;
mod hard;
#[cfg(all(feature = "cli", feature = "solve"))]
mod hard_quotas;
mod levels;
#[path = "../../examples/make_fixtures/main.rs"]
#[allow(dead_code)]
mod make_fixtures;
mod metamorphic;
mod published;
#[path = "../../benches/scenario/mod.rs"]
#[allow(dead_code)]
mod scenario;
mod scenarios;
mod soak;
#[path = "../support/mod.rs"]
mod support;
mod vectors;
