//! What whoever checks an invitation lottery has besides its folder. Imports `invite` and `prepare`.

use crate::invite::{Bytes, Hands};
use crate::prepare::Facts;

/// What is known besides the folder.
#[derive(Clone, Copy, Default)]
pub struct Known<'a> {
    /// The commitment as it was published, by whoever asks.
    pub published: Option<&'a str>,
    /// The sealed list of people, and who goes through it.
    pub people: Option<(&'a dyn Bytes, &'a dyn Hands)>,
    /// What the recipe makes of the registers, by whoever holds them: the facts, and the list with everybody's number.
    pub again: Option<(&'a Facts, &'a [u8])>,
}
