//! From frozen inputs to a seed that nobody could choose: first a [`Commitment`], then public
//! [`Evidence`], then the [`Seed`]. May import `base`.
//!
//! The types keep the order. A [`Commitment`] is made only from a [`Manifest`] of frozen files, and a
//! [`Seed`] only from a commitment and evidence, so a seed that came before the inputs were frozen
//! does not compile. The bytes are laid down in `src/draw/SPEC.md`.

pub mod charter;
pub mod civil;
pub mod contributions;
pub mod departure;
pub mod dice;
pub mod drand;
pub mod evidence;
pub mod manifest;
mod names;
pub mod numbers;
pub mod slip;
pub mod strict_toml;
pub mod time;
pub mod words;
pub mod zone;

pub use evidence::Evidence;
pub use manifest::{Commitment, Manifest};

use crate::base::digest::Digest;

/// The public number from which all chance in one assembly follows.
///
/// ```
/// use geloot::seed::{Evidence, Manifest, Seed};
/// let manifest = Manifest::of(&[("pool.csv", b"code,age\n")]).unwrap();
/// let evidence = Evidence::text("notary 3 7 1").unwrap();
/// let seed = Seed::derive(&manifest.commit(), &evidence);
/// assert_ne!(seed, Seed::derive(&manifest.commit(), &Evidence::text("notary 3 7 2").unwrap()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(Digest);

impl Seed {
    /// The seed: digest of the commitment and of what decides in the evidence ([`Evidence::decisive`]) under the tag
    /// `geloot/1/seed`.
    pub fn derive(commitment: &Commitment, evidence: &Evidence) -> Self {
        let evidence = evidence.decisive();
        Self(Digest::tagged("geloot/1/seed", &[&commitment.digest().0, evidence.to_string().as_bytes()]))
    }

    /// The 32 bytes.
    pub fn digest(&self) -> Digest {
        self.0
    }
}
