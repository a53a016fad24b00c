//! From profiles and quotas to a ticket lottery. May import `base`, `register`, `quotas`, `pool`.

pub mod bound;
pub mod certificate;
pub mod explain;
pub mod fairest;
pub mod objective;
pub mod overall;
pub mod problem;
pub mod profiles;
#[cfg(feature = "solve")]
pub mod solve;
pub mod tickets;
