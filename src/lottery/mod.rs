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

crate::base::rules::versions! {
    /// The rules by which lotteries are found. Another lottery from the same frozen inputs is a new number:
    /// `tests/panel/determinism.rs` pins what each makes.
    Search {
        /// The first.
        V1 = 1,
    }
}
