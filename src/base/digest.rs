//! SHA-256 digests, domain tags and keyed codes. Imports nothing of ours.

use hmac::{Hmac, KeyInit, Mac};
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

/// SHA-256 of texts that all start alike: the start is worked in once.
#[derive(Clone)]
pub struct Started(Sha256);

impl Started {
    /// Texts that start with this.
    pub fn with(start: &[u8]) -> Self {
        Self(Sha256::new().chain_update(start))
    }

    /// The digest of the start and these parts, one after the other.
    pub fn of(&self, parts: &[&[u8]]) -> Digest {
        let mut hash = self.0.clone();
        parts.iter().for_each(|part| hash.update(part));
        Digest(hash.finalize().into())
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
