//! The public randomness beacon of the League of Entropy (drand), checked offline. Imports `base` and
//! its siblings.
//!
//! Once every few seconds some twenty independent organisations jointly sign the number of the round;
//! nobody can know the signature before, and anybody can check it afterwards with the public key
//! below. Signature checking is the crate `drand-verify`'s. The chain hash in [`Chain::hash`] is what
//! drand computes from key, period and start, so none of the three can be mistyped: a test recomputes
//! it.

use super::time::Moment;
use crate::base::errors;
use crate::base::text::saved;
use drand_verify::{G1Pubkey, G2PubkeyRfc, Pubkey};
use serde_json::Value;
use std::fmt;

/// A chain of the beacon. Both have run since the day given; other chains are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// `default`: every 30 seconds since 22 July 2020, each pulse signing the one before.
    Default,
    /// `quicknet`: every 3 seconds since 23 August 2023.
    Quicknet,
}

impl Chain {
    /// All built-in chains.
    pub const ALL: [Self; 2] = [Self::Default, Self::Quicknet];

    /// Its name in charters.
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Quicknet => "quicknet",
        }
    }

    /// The chain of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }

    /// Its hash, which is also its address.
    pub fn hash(self) -> &'static str {
        match self {
            Self::Default => "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
            Self::Quicknet => "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
        }
    }

    /// The chain of that hash.
    pub fn of_hash(hash: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.hash() == hash)
    }

    /// Public key, in hexadecimal.
    fn key(self) -> &'static str {
        match self {
            Self::Default => {
                "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a5699\
                 37c529eeda66c7293784a9402801af31"
            }
            Self::Quicknet => {
                "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c\
                 8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb\
                 5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
            }
        }
    }

    /// Moment of round 1.
    fn start(self) -> Moment {
        match self {
            Self::Default => Moment::at(1_595_431_050),
            Self::Quicknet => Moment::at(1_692_803_367),
        }
    }

    /// Seconds between rounds.
    pub fn period(self) -> u32 {
        match self {
            Self::Default => 30,
            Self::Quicknet => 3,
        }
    }

    /// When `round` is due; `None` for round 0 and for rounds beyond the year 9999.
    pub fn moment(self, round: u64) -> Option<Moment> {
        let later = i64::try_from(round.checked_sub(1)?).ok()?.checked_mul(i64::from(self.period()))?;
        let moment = self.start().seconds().checked_add(later)?;
        (moment < 253_402_300_800).then_some(Moment::at(moment))
    }

    /// The first round due at or after `moment`.
    pub fn round_at(self, moment: Moment) -> u64 {
        let (since, period) = (moment.seconds() - self.start().seconds(), i64::from(self.period()));
        if since <= 0 { 1 } else { ((since + period - 1) / period) as u64 + 1 }
    }

    /// Where to fetch a round. This program never does so itself.
    pub fn address(self, round: u64) -> String {
        format!("https://api.drand.sh/{}/public/{round}", self.hash())
    }
}

/// One pulse: a round and its signature. The number drawn from is the signature; drand's own
/// `randomness` is SHA-256 of it. Displayed as chain hash, round and signature, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pulse {
    /// Which chain.
    pub chain: Chain,
    /// Round number, from 1.
    pub round: u64,
    /// The signature's bytes.
    pub signature: Vec<u8>,
}

/// The beacon's answer as fetched, with what is needed to check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beacon {
    /// Round and signature.
    pub pulse: Pulse,
    /// Signature of the round before (chain `default` only).
    pub previous: Vec<u8>,
}

/// Why a beacon file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadBeacon {
    /// There is nothing in it.
    Empty,
    /// A web page.
    WebPage,
    /// Not one JSON object: another text, or damaged.
    NotJson,
    /// JSON, but without a signature, or with one that is not hexadecimal.
    NoSignature,
    /// JSON, but without the number of a round.
    NoRound,
    /// No signature of the round before, which this chain needs: an answer of another chain.
    NoPrevious,
    /// The field `randomness` is not SHA-256 of the signature, though the signature is genuine.
    Randomness,
    /// The signature is not the League of Entropy's for this round of this chain.
    Forged,
}

errors!(BadBeacon);

/// The fields of an answer that mean something, by name in whatever case. What else is there does not matter:
/// the signature decides.
struct Answer(Vec<(String, Value)>);

impl Answer {
    fn read(bytes: &[u8]) -> Result<Self, BadBeacon> {
        let text = saved(bytes).ok_or(BadBeacon::NotJson)?;
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
        match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => Ok(Self(fields.into_iter().collect())),
            _ if text.is_empty() => Err(BadBeacon::Empty),
            _ if text.starts_with('<') => Err(BadBeacon::WebPage),
            _ => Err(BadBeacon::NotJson),
        }
    }

    fn field(&self, name: &str) -> Option<&Value> {
        let plain = |key: &str| key.trim().to_ascii_lowercase().replace(['_', '-', ' '], "");
        let found = self.0.iter().find(|(key, _)| plain(key) == plain(name));
        found.map(|(_, value)| value).filter(|value| !value.is_null())
    }

    /// Bytes in hexadecimal digits of either case; none where the field is not there or empty.
    fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        let digits = self.field(name)?.as_str()?.trim();
        let digits = digits.strip_prefix("0x").unwrap_or(digits);
        data_encoding::HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok().filter(|bytes| !bytes.is_empty())
    }

    fn round(&self) -> Option<u64> {
        match self.field("round")? {
            Value::String(digits) if digits.trim().bytes().all(|b| b.is_ascii_digit()) => {
                digits.trim().parse().ok()
            }
            number => number.as_u64(),
        }
    }
}

impl Beacon {
    /// Reads the JSON served at [`Chain::address`], as people save it. The signature is not checked here, nor
    /// is what else the answer says.
    ///
    /// # Errors
    /// Every kind of [`BadBeacon`] but the last two.
    pub fn read(chain: Chain, bytes: &[u8]) -> Result<Self, BadBeacon> {
        Self::of(chain, &Answer::read(bytes)?)
    }

    fn of(chain: Chain, answer: &Answer) -> Result<Self, BadBeacon> {
        let signature = answer.bytes("signature").ok_or(BadBeacon::NoSignature)?;
        let round = answer.round().ok_or(BadBeacon::NoRound)?;
        let previous = match chain {
            Chain::Default => answer.bytes("previous_signature").ok_or(BadBeacon::NoPrevious)?,
            Chain::Quicknet => Vec::new(),
        };
        Ok(Self { pulse: Pulse { chain, round, signature }, previous })
    }

    /// Reads an answer that is the beacon's: its signature decides, and then what it says of the randomness
    /// must be so too.
    ///
    /// # Errors
    /// [`BadBeacon`].
    pub fn genuine(chain: Chain, bytes: &[u8]) -> Result<Self, BadBeacon> {
        let answer = Answer::read(bytes)?;
        let beacon = Self::of(chain, &answer)?;
        beacon.verify()?;
        let follows = drand_verify::derive_randomness(&beacon.pulse.signature);
        match answer.field("randomness") {
            Some(_) if answer.bytes("randomness").as_deref() != Some(&follows[..]) => {
                Err(BadBeacon::Randomness)
            }
            _ => Ok(beacon),
        }
    }

    /// Checks the signature with the built-in public key.
    ///
    /// # Errors
    /// [`BadBeacon::Forged`].
    pub fn verify(&self) -> Result<(), BadBeacon> {
        let (round, signature) = (self.pulse.round, &self.pulse.signature[..]);
        let key = bytes(self.pulse.chain.key()).ok_or(BadBeacon::Forged)?;
        let genuine = match self.pulse.chain {
            Chain::Default => {
                G1Pubkey::from_variable(&key).ok().map(|k| k.verify(round, &self.previous, signature))
            }
            Chain::Quicknet => G2PubkeyRfc::from_variable(&key).ok().map(|k| k.verify(round, &[], signature)),
        };
        if matches!(genuine, Some(Ok(true))) { Ok(()) } else { Err(BadBeacon::Forged) }
    }

    /// The file kept in the record: the same JSON with its fields in a fixed order.
    pub fn record(&self) -> String {
        let hex = |b: &[u8]| data_encoding::HEXLOWER.encode(b);
        let previous = match self.pulse.chain {
            Chain::Default => format!("  \"previous_signature\": \"{}\",\n", hex(&self.previous)),
            Chain::Quicknet => String::new(),
        };
        let randomness = hex(&drand_verify::derive_randomness(&self.pulse.signature));
        format!(
            "{{\n{previous}  \"randomness\": \"{randomness}\",\n  \"round\": {},\n  \"signature\": \"{}\"\n}}\n",
            self.pulse.round,
            hex(&self.pulse.signature)
        )
    }
}

impl fmt::Display for Pulse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signature = data_encoding::HEXLOWER.encode(&self.signature);
        write!(f, "{}\n{}\n{signature}", self.chain.hash(), self.round)
    }
}

/// Lower-case hexadecimal digits as bytes.
pub(super) fn bytes(hex: &str) -> Option<Vec<u8>> {
    data_encoding::HEXLOWER.decode(hex.as_bytes()).ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::base::digest::Digest;
    use crate::seed::Evidence;

    /// Real pulses, as served.
    pub(crate) const DEFAULT_72785: &str = r#"{"round":72785,"randomness":"8b676484b5fb1f37f9ec5c413d7d29883504e5b669f604a1ce68b3388e9ae3d9","signature":"82f5d3d2de4db19d40a6980e8aa37842a0e55d1df06bd68bddc8d60002e8e959eb9cfa368b3c1b77d18f02a54fe047b80f0989315f83b12a74fd8679c4f12aae86eaf6ab5690b34f1fddd50ee3cc6f6cdf59e95526d5a5d82aaa84fa6f181e42","previous_signature":"a609e19a03c2fcc559e8dae14900aaefe517cb55c840f6e69bc8e4f66c8d18e8a609685d9917efbfb0c37f058c2de88f13d297c7e19e0ab24813079efe57a182554ff054c7638153f9b26a60e7111f71a0ff63d9571704905d3ca6df0b031747"}"#;
    pub(crate) const QUICKNET_123: &str = r#"{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;

    #[test]
    fn chain_hashes_follow_from_key_period_and_start() {
        let groups = [
            "176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a",
            "f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e",
        ];
        for (chain, group) in Chain::ALL.into_iter().zip(groups) {
            let mut hashed = chain.period().to_be_bytes().to_vec();
            hashed.extend(chain.start().seconds().to_be_bytes());
            hashed.extend(bytes(chain.key()).unwrap());
            hashed.extend(bytes(group).unwrap());
            if chain != Chain::Default {
                hashed.extend(chain.name().as_bytes());
            }
            assert_eq!(Digest::of(&hashed).to_string(), chain.hash());
        }
    }

    #[test]
    fn a_chain_has_one_name_and_a_round_is_digits() {
        for chain in Chain::ALL {
            assert_eq!(
                (Chain::of_name(chain.name()), Chain::of_hash(chain.hash())),
                (Some(chain), Some(chain))
            );
        }
        assert_eq!((Chain::of_name("moon"), Chain::of_hash("00")), (None, None));
        let round = |text: &str| Answer::read(format!("{{\"round\":{text}}}").as_bytes()).ok()?.round();
        for (text, read) in [
            ("5", Some(5)),
            ("\"5\"", Some(5)),
            ("\" 5 \"", Some(5)),
            ("\"+5\"", None),
            ("\"x\"", None),
            ("-5", None),
        ] {
            assert_eq!(round(text), read, "{text}");
        }
    }

    #[test]
    fn genuine_pulses_pass_and_every_change_is_seen() {
        for (chain, json) in [(Chain::Default, DEFAULT_72785), (Chain::Quicknet, QUICKNET_123)] {
            let beacon = Beacon::read(chain, json.as_bytes()).unwrap();
            assert_eq!(beacon.verify(), Ok(()));
            assert_eq!(Beacon::read(chain, beacon.record().as_bytes()).as_ref(), Ok(&beacon));
            let evidence = Evidence::Drand(beacon.pulse.clone());
            assert_eq!(Evidence::parse(&evidence.to_string()), Some(evidence));
            let mut other = beacon.clone();
            other.pulse.round += 1;
            assert_eq!(other.verify(), Err(BadBeacon::Forged));
            let mut other = beacon.clone();
            other.pulse.signature[20] ^= 1;
            assert_eq!(other.verify(), Err(BadBeacon::Forged));
            let mut other = beacon.clone();
            other.pulse.signature.pop();
            assert_eq!(other.verify(), Err(BadBeacon::Forged));
        }
        let mut other = Beacon::read(Chain::Default, DEFAULT_72785.as_bytes()).unwrap();
        other.previous[3] ^= 1;
        assert_eq!(other.verify(), Err(BadBeacon::Forged));
    }

    /// Ways in which people save a genuine answer.
    #[test]
    fn a_genuine_answer_is_read_however_it_was_saved() {
        for (chain, json) in [(Chain::Default, DEFAULT_72785), (Chain::Quicknet, QUICKNET_123)] {
            let beacon = Beacon::genuine(chain, json.as_bytes()).unwrap();
            let wide =
                |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { json.encode_utf16().flat_map(bytes).collect() };
            let (low, high) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
            let upper = json.to_uppercase();
            let mixed = json.replace("signature", "Signature").replace("\"round\"", "\"Round\"");
            for saved in [
                [b"\xef\xbb\xbf", json.as_bytes()].concat(),
                [b"\xff\xfe", &low[..]].concat(),
                [b"\xfe\xff", &high[..]].concat(),
                low,
                high,
                json.replace(',', ",\r\n   ").into_bytes(),
                format!("\n{json}\r\n\x00").into_bytes(),
                json.replace('{', "{\"chain\":null,\"extra\":{\"a\":[1]},").into_bytes(),
                json.replace("72785", "\"72785\"").replace("123,", "\" 123 \",").into_bytes(),
                upper.into_bytes(),
                mixed.into_bytes(),
                json.replace("\"signature\":\"", "\"signature\":\" 0x").into_bytes(),
            ] {
                let text = String::from_utf8_lossy(&saved).into_owned();
                assert_eq!(Beacon::genuine(chain, &saved).as_ref(), Ok(&beacon), "{text}");
            }
        }
        let nothing = QUICKNET_123.replace('{', "{\"previous_signature\":\"\",\"randomness\":null,");
        assert!(Beacon::genuine(Chain::Quicknet, nothing.as_bytes()).is_ok());
    }

    #[test]
    fn what_is_no_genuine_answer_is_refused_for_what_it_is() {
        use BadBeacon::*;
        let lied = DEFAULT_72785.replace("8b676484", "8b676485");
        let forged = DEFAULT_72785.replace("\"82f5d3d2", "\"82f5d3d3");
        for (file, bad) in [
            (lied.as_str(), Randomness),
            (&DEFAULT_72785.replace("\"8b676484", "\"xyz"), Randomness),
            (&forged, Forged),
            (&DEFAULT_72785.replace(":72785", ":72786"), Forged),
            (&DEFAULT_72785.replace("\"signature", "\"sig"), NoSignature),
            (&DEFAULT_72785.replace("\"82f5", "\"82g5"), NoSignature),
            (&DEFAULT_72785.replace(":72785", ":-1"), NoRound),
            (&DEFAULT_72785.replace(":72785", ":7.5"), NoRound),
            (&DEFAULT_72785.replace("previous", "next"), NoPrevious),
            ("<!DOCTYPE html><html>", WebPage),
            ("", Empty),
            (" \n", Empty),
            ("8b676484", NotJson),
            ("[1]", NotJson),
            (&DEFAULT_72785[..200], NotJson),
            ("{\"error\":\"not found\"}", NoSignature),
            (&"[".repeat(100_000), NotJson),
        ] {
            assert_eq!(Beacon::genuine(Chain::Default, file.as_bytes()), Err(bad), "{:.80}", file);
        }
        assert_eq!(Beacon::genuine(Chain::Quicknet, DEFAULT_72785.as_bytes()), Err(Forged));
        assert_eq!(Beacon::genuine(Chain::Default, QUICKNET_123.as_bytes()), Err(NoPrevious));
        assert_eq!(Beacon::genuine(Chain::Default, b"{\"a\":\"\xff\"}"), Err(NotJson));
    }

    #[test]
    fn rounds_and_moments() {
        assert_eq!(Chain::Default.moment(1).unwrap().to_string(), "2020-07-22T15:17:30Z");
        assert_eq!(Chain::Default.moment(0), None);
        assert_eq!(Chain::Default.moment(u64::MAX), None);
        // The last second before the year 10000, and what comes after.
        assert_eq!(Chain::Quicknet.moment(83_903_165_811).unwrap().to_string(), "9999-12-31T23:59:57Z");
        assert_eq!(Chain::Quicknet.moment(83_903_165_812), None);
        for (moment, round) in [(i64::MIN / 2, 1), (1_692_803_366, 1), (1_692_803_367, 1), (1_692_803_368, 2)]
        {
            assert_eq!(Chain::Quicknet.round_at(Moment::at(moment)), round);
        }
        assert_eq!(
            Chain::Default.address(7),
            format!("https://api.drand.sh/{}/public/7", Chain::Default.hash())
        );
        for chain in Chain::ALL {
            for round in [1, 2, 3, 72_785, 27_946_612] {
                let moment = chain.moment(round).unwrap();
                assert_eq!(chain.round_at(moment), round);
                assert_eq!(chain.round_at(Moment::at(moment.seconds() + 1)), round + 1);
            }
        }
        // 20 April 2026, 00:00:00 UTC.
        assert_eq!(Chain::Quicknet.round_at(Moment::at(1_776_643_200)), 27_946_612);
    }
}
