//! Who sits where, with whom, over dialogue and workshop rounds. May import base, register, quotas,
//! pool, lottery, seed, draw and panel.
//!
//! A [`Problem`] (people, sittings, rules, earlier meetings) goes in, a [`Plan`] comes out together
//! with [`Figures`]: everything a plan is judged by, each beside the best possible or a proved bound
//! on it. Plans are searched for with integers only and a budget counted in work, so the same problem
//! and the same seed give the same plan on any machine.

pub mod brief;
pub mod day;
pub mod model;
pub mod record;
pub mod solve;
pub mod wrong;

#[cfg(feature = "rooms")]
pub use model::bound::{least_spread, most_pairs, repeats_between};
pub use model::figures::{Broken, Rule};
#[cfg(feature = "rooms")]
pub use model::figures::{Figures, Spread, broken, figures};
pub use model::plan::Plan;
pub use model::problem::{Aim, Problem, Sitting, Size};
#[cfg(feature = "rooms")]
pub use model::problem::{Gather, Home, Limit, Mix};
#[cfg(feature = "rooms")]
pub use solve::search::{Effort, Progress, search};

crate::base::rules::versions! {
    /// The rules by which plans are searched for. Of the same brief and seed another version may make another plan, which only a
    /// program that knows it can make again.
    Search {
        /// The first.
        V1 = 1,
    }
}
