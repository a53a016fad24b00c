//! From profiles and quotas to a ticket lottery. May import `base`, `register`, `quotas`, `pool`.

pub mod problem;
pub mod profiles;
pub mod tickets;
