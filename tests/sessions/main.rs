//! The planner: against enumeration where everything can be tried, against what must not matter, and
//! against the figures it is measured by.

mod assembly;
mod enumeration;
mod figures;
mod fixtures;
mod folder;
mod invariance;
mod measured;

pub use assembly::{assembly, feature, stream};
