//! A refusal of the door with what the command knows besides. Imports `assembly` and `words`.

use crate::assembly::Refusal;
use crate::words::refusals::Saved;
use std::path::PathBuf;

/// What a command knows besides what it asked for, where its act is refused.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The lottery's folder.
    pub dir: String,
    /// The charter that was given, and the tickets it is for.
    pub charter: Option<(PathBuf, u64)>,
    /// What was saved before.
    pub saved: Option<Saved>,
    /// Where the supplement lies that the lottery has, if it lies beside it.
    pub beside: Option<String>,
}

/// A refusal and its surroundings, to be put in words.
#[derive(Debug)]
pub struct Told {
    /// The refusal.
    pub refusal: Refusal,
    /// What the command knows besides.
    pub asked: Asked,
}
