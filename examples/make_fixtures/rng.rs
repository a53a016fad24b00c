//! Random integers whose mapping is our own, so that a new version of a random-number library
//! cannot change a fixture.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng};
use sha2::{Digest, Sha256};

/// A stream of random integers named by a text.
pub struct Rng(ChaCha20Rng);

impl Rng {
    /// The stream called `label`; another label gives an unrelated stream.
    pub fn named(label: &str) -> Self {
        let key = Sha256::digest(format!("geloot fixtures 1/{label}"));
        Self(ChaCha20Rng::from_seed(key.into()))
    }

    /// A number from 0 to `n` - 1, each as likely; `n` at least 1.
    pub fn below(&mut self, n: u64) -> u64 {
        let usable = u64::MAX - u64::MAX % n;
        loop {
            let word = self.0.next_u64();
            if word < usable {
                return word % n;
            }
        }
    }

    /// An index, likely in proportion to its weight.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u64> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        for (i, weight) in weights.enumerate() {
            if left < weight {
                return i;
            }
            left -= weight;
        }
        unreachable!("the number drawn is below the sum of the weights")
    }

    /// Puts a list in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i as u64 + 1) as usize);
        }
    }
}
