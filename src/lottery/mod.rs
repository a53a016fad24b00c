//! From profiles and quotas to a ticket lottery. May import `base`, `register`, `quotas`, `pool`.

pub mod bound;
pub mod certificate;
pub mod choice;
pub mod explain;
pub mod fairest;
pub mod homes;
pub mod objective;
pub mod overall;
pub mod problem;
pub mod profiles;
pub mod renumber;
pub mod shape;
#[cfg(feature = "solve")]
pub mod solve;
pub mod tickets;

/// The number of the rules by which lotteries are made. Another lottery from the same frozen inputs is a new
/// number: `tests/determinism.rs` pins what these rules make.
pub const SEARCH: u32 = 1;
