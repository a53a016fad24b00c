//! The bytes of a file in memory. Imports nothing of ours.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// The bytes of a file: a part of what came in one piece, or a piece of its own. A register of a million rows is there
/// once, however many hold it.
#[derive(Clone, Debug, Default)]
pub struct Part {
    whole: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Part {
    /// This part of a piece; of nothing, where it is outside.
    pub fn of(whole: &Arc<Vec<u8>>, range: Range<usize>) -> Self {
        match whole.get(range.clone()) {
            Some(_) => Self { whole: Arc::clone(whole), range },
            None => Self::default(),
        }
    }

    /// The bytes, copied only where others hold them too.
    pub fn into_vec(self) -> Vec<u8> {
        if self.range.len() != self.whole.len() {
            return self.to_vec();
        }
        Arc::try_unwrap(self.whole).unwrap_or_else(|whole| whole.to_vec())
    }
}

impl From<Vec<u8>> for Part {
    fn from(bytes: Vec<u8>) -> Self {
        Self { range: 0..bytes.len(), whole: Arc::new(bytes) }
    }
}

impl Deref for Part {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.whole.get(self.range.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_of_its_piece_or_of_nothing() {
        let whole = Arc::new(b"register".to_vec());
        assert_eq!(&Part::of(&whole, 2..5)[..], b"gis");
        assert_eq!(Part::of(&whole, 0..8).into_vec(), *whole);
        assert!(Part::of(&whole, 7..9).is_empty() && Part::default().into_vec().is_empty());
        assert_eq!(Part::from(b"own".to_vec()).into_vec(), b"own");
    }
}
