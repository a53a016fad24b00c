//! What "fairest" can mean. Imports nothing of ours.

use serde::{Deserialize, Serialize};

/// What a lottery makes as fair as possible.
///
/// All four treat people with the same features alike: the best lottery that does so is as good as any,
/// because averaging over the members of a profile keeps every quota and worsens none of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Objective {
    /// The smallest chance as large as possible, then the next smallest, and so on (Flanigan, Gölz,
    /// Gupta, Hennig, Procaccia, Nature 596, 2021).
    Leximin,
    /// The smallest chance as large as possible; beyond that, chances as even as possible (least squares
    /// around seats / people), which makes them unique.
    Maximin,
    /// The product of all chances, and so their geometric mean, as large as possible (Nash welfare; for
    /// sortition in Flanigan et al. 2021). The chances are unique.
    Nash,
    /// The largest chance as small and the smallest as large as possible, at once: the least
    /// `(n/k) max + (k/n) / min` for n people and k seats (Baharav and Flanigan, *Fair, Manipulation-Robust,
    /// and Transparent Sortition*, EC 2024, with their weight gamma = 1). Between the two, chances as even
    /// as possible (least squares around k/n), which makes them unique.
    Goldilocks,
}

impl Objective {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Leximin, Self::Maximin, Self::Nash, Self::Goldilocks];

    /// The word of the command line and of the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Leximin => "leximin",
            Self::Maximin => "maximin",
            Self::Nash => "nash",
            Self::Goldilocks => "goldilocks",
        }
    }

    /// The objective of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.word() == word)
    }

    /// Whether levels prove it, lowest chance first; otherwise one set of multipliers proves it as a whole.
    pub fn has_levels(self) -> bool {
        matches!(self, Self::Leximin | Self::Maximin)
    }
}
