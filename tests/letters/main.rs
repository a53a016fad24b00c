//! The invitation lottery: from registers to letters, in a file and in databases; what is refused and told; both verifiers.
#![cfg(feature = "cli")]

mod after;
mod cases;
mod drawn;
mod engines;
mod faults;
mod register;
#[path = "../../examples/make_fixtures/invite.rs"]
mod registers;
#[path = "../support/run.rs"]
mod run;
mod take;
mod told;
mod weights;
