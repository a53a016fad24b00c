//! A stream of unbiased whole numbers. Imports `base`, `seed` and `draw::label`.

use super::label::Label;
use crate::base::digest::Digest;
use crate::seed::Seed;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// ChaCha20 (20 rounds, 64-bit counter and nonce both from zero, as D. J. Bernstein published it)
/// keyed with the digest of seed and label, read eight bytes at a time.
///
/// Whole numbers and shuffles are our own few lines, because a general library may change how it
/// turns random bits into them; the specification may not.
pub struct Stream(ChaCha20Rng);

impl Stream {
    /// The stream of `seed` for one use.
    pub fn new(seed: &Seed, label: &Label) -> Self {
        Self::keyed(&seed.digest(), &label.to_string())
    }

    /// The stream that a digest gives for one use.
    pub fn keyed(digest: &Digest, label: &str) -> Self {
        Self(ChaCha20Rng::from_seed(Self::key(digest, label).0))
    }

    /// The key of the stream that a digest gives for one use.
    pub fn key(digest: &Digest, label: &str) -> Digest {
        Digest::tagged("geloot/1/stream", &[&digest.0, label.as_bytes()])
    }

    /// The next eight bytes, the first counting least.
    pub fn word(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A whole number from 0 to `bound` - 1, each exactly as likely. `bound` is at least 1.
    pub fn below(&mut self, bound: u64) -> u64 {
        below(bound, || self.word())
    }

    /// Puts `items` in an order of which each is exactly as likely (Fisher and Yates, from the last
    /// place down: place i swaps with a place from 0 to i).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.below(i as u64 + 1) as usize;
            items.swap(i, j);
        }
    }
}

/// A whole number from 0 to `bound` - 1: of `words`, those at or above the greatest multiple of `bound`
/// up to 2^64 are skipped, the first other one is taken modulo `bound`. `bound` is at least 1.
fn below(bound: u64, mut words: impl FnMut() -> u64) -> u64 {
    assert!(bound > 0, "there is no number below 0");
    loop {
        let word = words();
        // At most the last `bound` - 1 words are skipped, so for nearly all one division will do.
        // 2^64 modulo the bound: so many words at the end are beyond.
        if word <= u64::MAX - bound || word <= u64::MAX - (u64::MAX % bound + 1) % bound {
            return word % bound;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Evidence, Manifest};

    fn seed(text: &str) -> Seed {
        let manifest = Manifest::of(&[("pool.csv", b"code,age\n")]).unwrap();
        Seed::derive(&manifest.commit(), &Evidence::text(text).unwrap())
    }

    #[test]
    fn chacha20_is_bernsteins() {
        // Key of zeros, nonce and counter zero: draft-strombergson-chacha-test-vectors, TC1, 20 rounds.
        let mut zero = Stream(ChaCha20Rng::from_seed([0; 32]));
        assert_eq!(zero.word(), u64::from_le_bytes([0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90]));
        assert_eq!(zero.word(), u64::from_le_bytes([0x40, 0x5d, 0x6a, 0xe5, 0x53, 0x86, 0xbd, 0x28]));
    }

    #[test]
    fn numbers_cover_their_range_evenly() {
        let mut stream = Stream::new(&seed("a"), &Label::Tables);
        let mut count = [0u32; 7];
        for _ in 0..70_000 {
            count[stream.below(7) as usize] += 1;
        }
        // Chi-square with 6 degrees of freedom stays below 32.9 with probability 1 - 1e-5.
        let chi: f64 = count.iter().map(|&c| (f64::from(c) - 1e4).powi(2) / 1e4).sum();
        assert!(chi < 32.9, "{chi}");
    }

    #[test]
    fn words_beyond_the_last_multiple_are_skipped() {
        // With this bound almost half of all words are skipped; a number must still come out below it.
        let bound = (1 << 63) + 1;
        let mut stream = Stream::new(&seed("a"), &Label::Panel);
        let mut words = Stream::new(&seed("a"), &Label::Panel);
        for _ in 0..50 {
            let expected = std::iter::repeat_with(|| words.word()).find(|&w| w < bound).unwrap();
            assert_eq!(stream.below(bound), expected);
        }
        assert_eq!(stream.below(1), 0);
    }

    #[test]
    fn the_last_word_that_counts_is_the_last_before_a_multiple() {
        // First the words from the end down that must be skipped, then the first that must not.
        for (bound, skipped) in [(1, 0), (2, 0), (8, 0), (1 << 63, 0), (3, 1), (7, 2), (10, 6), (u64::MAX, 1)]
        {
            for word in (0..skipped).map(|back| u64::MAX - back) {
                let mut words = [word, 5].into_iter();
                assert_eq!(below(bound, || words.next().unwrap()), 5 % bound, "{word} modulo {bound}");
            }
            let last = u64::MAX - skipped;
            assert_eq!(below(bound, || last), bound - 1, "{last} modulo {bound}");
        }
    }

    #[test]
    fn other_seeds_and_other_labels_give_other_streams() {
        let first = |text, label| Stream::new(&seed(text), &label).word();
        let all = [
            first("a", Label::Panel),
            first("b", Label::Panel),
            first("a", Label::Reserves),
            first("a", Label::Trial(Box::new(Label::Panel))),
            first("a", Label::Panel.in_draw(2)),
            first("a", Label::Panel.in_draw(3)),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!(all[..i].iter().all(|b| a != b));
        }
        assert_eq!(first("a", Label::Panel), all[0]);
    }

    #[test]
    fn a_shuffle_keeps_everything_and_reaches_every_order() {
        let mut seen = std::collections::BTreeSet::new();
        let mut stream = Stream::new(&seed("a"), &Label::Tables);
        for _ in 0..500 {
            let mut items = [1, 2, 3, 4];
            stream.shuffle(&mut items);
            let mut sorted = items;
            sorted.sort();
            assert_eq!(sorted, [1, 2, 3, 4]);
            seen.insert(items);
        }
        assert_eq!(seen.len(), 24);
    }
}
