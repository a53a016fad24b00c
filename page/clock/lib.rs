//! The clock of the solvers. In a browser it stands still: what they find may not depend on it, and so nothing of
//! JavaScript is asked for. Elsewhere it is that of the standard library, as in the crate that this stands for.

#[cfg(not(target_family = "wasm"))]
pub use std::time::*;

#[cfg(target_family = "wasm")]
pub use still::*;

#[cfg(target_family = "wasm")]
mod still {
    pub use std::time::Duration;

    /// The one moment there is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Instant;

    impl Instant {
        /// Now.
        pub fn now() -> Self {
            Self
        }

        /// No time at all.
        pub fn elapsed(&self) -> Duration {
            Duration::ZERO
        }

        /// No time at all.
        pub fn duration_since(&self, _: Self) -> Duration {
            Duration::ZERO
        }

        /// Still now.
        pub fn checked_add(&self, _: Duration) -> Option<Self> {
            Some(Self)
        }
    }

    impl std::ops::Add<Duration> for Instant {
        type Output = Self;

        fn add(self, _: Duration) -> Self {
            self
        }
    }

    impl std::ops::Sub for Instant {
        type Output = Duration;

        fn sub(self, _: Self) -> Duration {
            Duration::ZERO
        }
    }
}
