//! # geloot: drawn by lot
//!
//! Sortition and deliberation for citizens' assemblies. From a list of volunteers and demographic
//! quotas to the fairest lottery those quotas allow, one drawn panel, and a record that anybody can
//! check without trusting whoever ran it.
//!
//! Data flows one way; a part may use the parts to its left and never those to its right:
//!
//! ```text
//! base -> register -> quotas -> pool -> lottery -> seed -> prepare -> draw -> panel -> sessions
//!      -> deliberation -> bundle -> invite -> programme -> verify -> assembly -> words -> { io, cli, page }
//! ```
//!
//! [`assembly`] is the door: one assembly in memory, and every act on it. From a list of people and quotas to a record of
//! which every claim that there is something to check of passes:
//!
//! ```
//! # #[cfg(feature = "solve")] {
//! use geloot::assembly::{Ask, Charter, Making, freeze};
//! use geloot::base::fault::Faults;
//! use geloot::pool::{self, Source};
//! use geloot::seed::{Evidence, words::Words};
//! use geloot::verify::{Known, Outcome, verify};
//! use geloot::{make_again, search_again};
//!
//! let people = Source { name: "people.csv", bytes: b"id,age\na,young\nb,young\nc,old\nd,old\ne,old\n" };
//! let quotas = Source { name: "quotas.csv", bytes: b"feature,value,min,max\nage,young,1,1\nage,old,1,1\n" };
//! let pool = pool::read(people, quotas, 2, Some("id"), &mut Faults::new()).expect("files without faults");
//! // What is promised beforehand: words that people hear will be the seed.
//! let charter = b"date = 2027-03-01\n[seed]\nsource = \"text\"\n".to_vec();
//! let making = Making { charter: Some(Charter { bytes: charter, toml: true }), ..Making::default() };
//! let made = freeze(&pool, making, &mut |_| {}).expect("quotas that can be met");
//! let line = made.frozen.commitment.to_string(); // Publish it, and only then ask for words.
//!
//! let words = Words::new("appel peer banaan").expect("plain words");
//! let lottery = made.open().expect("a lottery just made");
//! let drawing = lottery.draw(&Ask { evidence: Some(Evidence::Text(words)), ..Ask::default() }).expect("a first draw");
//! assert_eq!(drawing.drawn.seats.len(), 2);
//!
//! // `io::apply` writes both patches to a disk; here the folder stays in memory.
//! let folder = lottery.after(&drawing.patch).folder;
//! let known = Known { search: Some(search_again), make: Some(make_again), ..Known::default() };
//! let report = verify(&folder, &Known { published: Some(&line), ..known });
//! assert!(!report.failed());
//! let passed = report.claims.iter().filter(|claim| claim.outcome == Outcome::Pass).count();
//! assert_eq!(passed, 19); // The others are of what is not here: reserves, events, seat plans, a supplement ...
//! # }
//! ```
//!
//! Everything but `io` and `cli` is a function of its arguments: no file, clock, network,
//! environment, thread or operating-system randomness. Only `lottery::solve` may call a solver, and
//! `verify` never reaches it.
// Without the command line much behind the door has nobody who calls it.
#![cfg_attr(not(feature = "cli"), allow(dead_code, unused_imports))]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
// In a browser the page must name its functions and take bytes by address (`page::raw`); nothing else may, anywhere.
#![cfg_attr(not(target_family = "wasm"), forbid(unsafe_code))]
#![deny(unsafe_code)]

pub mod assembly;
pub mod base;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
pub mod io;
#[cfg(feature = "page")]
#[doc(hidden)]
pub mod page;
pub mod pool;
pub mod seed;
pub mod verify;
pub mod words;

#[cfg(feature = "solve")]
pub use lottery::solve::{make_again, search_again};

// The rooms behind the door. The tests of this project look into them, and nobody else need.
#[cfg(feature = "rooms")]
pub mod bundle;
#[cfg(not(feature = "rooms"))]
mod bundle;
#[cfg(feature = "rooms")]
pub mod deliberation;
#[cfg(not(feature = "rooms"))]
mod deliberation;
#[cfg(feature = "rooms")]
pub mod draw;
#[cfg(not(feature = "rooms"))]
mod draw;
#[cfg(feature = "rooms")]
pub mod invite;
#[cfg(not(feature = "rooms"))]
mod invite;
#[cfg(feature = "rooms")]
pub mod lottery;
#[cfg(not(feature = "rooms"))]
mod lottery;
#[cfg(feature = "rooms")]
pub mod panel;
#[cfg(not(feature = "rooms"))]
mod panel;
#[cfg(feature = "rooms")]
pub mod prepare;
#[cfg(not(feature = "rooms"))]
mod prepare;
#[cfg(feature = "rooms")]
pub mod programme;
#[cfg(not(feature = "rooms"))]
mod programme;
#[cfg(feature = "rooms")]
pub mod quotas;
#[cfg(not(feature = "rooms"))]
mod quotas;
#[cfg(feature = "rooms")]
pub mod register;
#[cfg(not(feature = "rooms"))]
mod register;
#[cfg(feature = "rooms")]
pub mod sessions;
#[cfg(not(feature = "rooms"))]
mod sessions;
