//! SHA-256 digests, domain tags and keyed codes. Imports nothing of ours.

use hmac::{Hmac, KeyInit, Mac};
use sha2::block_api::compress256;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// A SHA-256 digest (FIPS 180-4). Displayed as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Digest of plain bytes, as `sha256sum` prints it.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Digest of several parts under a domain tag.
    ///
    /// The bytes hashed are the tag, one zero byte, then for each part its length as eight
    /// little-endian bytes followed by the part, so that no two lists of parts share an input.
    pub fn tagged(tag: &str, parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        hash.update(tag.as_bytes());
        hash.update([0]);
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    /// HMAC-SHA-256 (RFC 2104) of `message` under `key`.
    pub fn keyed(key: &[u8], message: &[u8]) -> Self {
        Keyed::new(key).of(&[message])
    }

    /// As 64 lower-case hexadecimal digits.
    pub fn text(&self) -> [u8; 64] {
        let mut text = [0; 64];
        data_encoding::HEXLOWER.encode_mut(&self.0, &mut text);
        text
    }

    /// Reads 64 hexadecimal digits; `None` for anything else.
    pub fn from_hex(text: &str) -> Option<Self> {
        let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }
}

/// The digest of bytes that come part by part.
#[derive(Clone, Default)]
pub struct Running(Sha256);

impl Running {
    /// Adds the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all of them.
    pub fn finish(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

/// HMAC-SHA-256 under one key for many messages: the key is worked in once.
#[derive(Clone)]
pub struct Keyed(Hmac<Sha256>);

impl Keyed {
    /// Under this key.
    pub fn new(key: &[u8]) -> Self {
        Self(Hmac::new_from_slice(key).expect("HMAC takes a key of any length"))
    }

    /// Of the message that these parts make one after the other.
    pub fn of(&self, parts: &[&[u8]]) -> Digest {
        let mut mac = self.0.clone();
        parts.iter().for_each(|part| mac.update(part));
        Digest(mac.finalize().into_bytes().into())
    }
}

/// SHA-256 of texts that all start alike: the start is worked in once. Most texts are short, and there are tens of
/// millions of them: they are padded here (FIPS 180-4, 5.1.1), in place.
#[derive(Clone)]
pub struct Started {
    /// After the whole blocks of the start.
    state: [u32; 8],
    /// Bytes in those.
    before: u64,
    /// The rest of the start.
    rest: Vec<u8>,
}

/// Where SHA-256 begins (FIPS 180-4, 5.3.3).
const BEGIN: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// Bytes behind a text besides the bits of its length: one of padding at least.
const BEHIND: usize = 9;

impl Started {
    /// Texts that start with this.
    pub fn with(start: &[u8]) -> Self {
        let (blocks, rest) = start.as_chunks::<64>();
        let mut state = BEGIN;
        compress256(&mut state, blocks);
        Self { state, before: 64 * blocks.len() as u64, rest: rest.to_vec() }
    }

    /// The digest of the start and these parts, one after the other.
    pub fn of(&self, parts: &[&[u8]]) -> Digest {
        let length = self.rest.len() + parts.iter().map(|part| part.len()).sum::<usize>();
        let count = (length + BEHIND).div_ceil(64);
        let mut short = [[0; 64]; 2];
        let mut long = Vec::new();
        let blocks = if count <= 2 {
            &mut short[..count]
        } else {
            long.resize(count, [0; 64]);
            &mut long[..]
        };
        let text = blocks.as_flattened_mut();
        let mut at = 0;
        for part in std::iter::once(&self.rest[..]).chain(parts.iter().copied()) {
            text[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        }
        text[at] = 0x80;
        let end = text.len() - 8;
        text[end..].copy_from_slice(&(8 * (self.before + length as u64)).to_be_bytes());
        let mut state = self.state;
        compress256(&mut state, blocks);
        let mut digest = [0; 32];
        digest.as_chunks_mut::<4>().0.iter_mut().zip(state).for_each(|(to, word)| *to = word.to_be_bytes());
        Digest(digest)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&data_encoding::HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_published_vectors() {
        assert_eq!(
            Digest::of(b"abc").to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        // RFC 4231, test case 2.
        assert_eq!(
            Digest::keyed(b"Jefe", b"what do ya want for nothing?").to_string(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        let key = Keyed::new(b"Jefe");
        for parts in [[&b"what do ya "[..], b"want for nothing?"], [b"", b"what do ya want for nothing?"]] {
            assert_eq!(key.of(&parts), Digest::keyed(b"Jefe", b"what do ya want for nothing?"));
        }
    }

    #[test]
    fn a_text_in_parts_has_the_digest_of_the_whole() {
        let whole = Digest::of(b"what do ya want");
        assert_eq!(Started::with(b"what ").of(&[b"do ya", b"", b" want"]), whole);
        // On both sides of every length at which one more block begins.
        let text: Vec<u8> = (0..=255).collect();
        for start in [0, 1, 63, 64, 65, 128] {
            for end in start..=text.len() {
                let (one, other) = text[start..end].split_at((end - start) / 3);
                let found = Started::with(&text[..start]).of(&[one, other]);
                assert_eq!(found, Digest::of(&text[..end]), "{start} {end}");
            }
        }
        assert_eq!(whole.text(), whole.to_string().as_bytes());
        let mut running = Running::default();
        [&b"what do"[..], b" ya want"].into_iter().for_each(|part| running.add(part));
        assert_eq!(running.finish(), whole);
    }

    #[test]
    fn parts_cannot_run_into_each_other() {
        assert_ne!(Digest::tagged("t", &[b"ab", b"c"]), Digest::tagged("t", &[b"a", b"bc"]));
        assert_ne!(Digest::tagged("t", &[b"ab"]), Digest::tagged("u", &[b"ab"]));
    }

    #[test]
    fn hexadecimal_goes_both_ways() {
        let digest = Digest::of(b"");
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
        assert_eq!(Digest::from_hex("00"), None);
        assert_eq!(Digest::from_hex(&"g".repeat(64)), None);
    }
}
