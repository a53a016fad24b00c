//! Sharing people out over tables and topics, each with its fewest and its most: whether it can be done, and the cheapest way.
//! May import the model.
//!
//! Both are flows with lower bounds, in whole numbers. People who are alike are poured in as numbers, which is asked for every
//! placing that is tried, tens of thousands of times; people with wishes are shared out one by one, since each has a price of
//! their own, once for a sitting.

mod cheapest;
mod pour;

pub use cheapest::best_wishes;
pub use pour::pours;
