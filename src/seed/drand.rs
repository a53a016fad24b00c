//! The public randomness beacon of the League of Entropy (drand), checked offline. Imports `base` and
//! its siblings.
//!
//! Once every few seconds some twenty independent organisations jointly sign the number of the round;
//! nobody can know the signature before, and anybody can check it afterwards with the public key
//! below. Signature checking is the crate `drand-verify`'s. The chain hash in [`Chain::hash`] is what
//! drand computes from key, period and start, so none of the three can be mistyped: a test recomputes
//! it.

use super::time::Moment;
use drand_verify::{G1Pubkey, G2PubkeyRfc, Pubkey};
use serde::Deserialize;
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
            Self::Default => Moment(1_595_431_050),
            Self::Quicknet => Moment(1_692_803_367),
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
        let moment = self.start().0.checked_add(later)?;
        (moment < 253_402_300_800).then_some(Moment(moment))
    }

    /// The first round due at or after `moment`.
    pub fn round_at(self, moment: Moment) -> u64 {
        let (since, period) = (moment.0 - self.start().0, i64::from(self.period()));
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
    /// Not the JSON that the beacon serves: a field is missing, unknown or not hexadecimal.
    Unreadable,
    /// The field `randomness` is not SHA-256 of the signature.
    Randomness,
    /// The signature is not the League of Entropy's for this round of this chain.
    Forged,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    round: u64,
    randomness: Option<String>,
    signature: String,
    previous_signature: Option<String>,
}

impl Beacon {
    /// Reads the JSON served at [`Chain::address`]. The signature is not checked here.
    ///
    /// # Errors
    /// [`BadBeacon::Unreadable`] and [`BadBeacon::Randomness`].
    pub fn read(chain: Chain, json: &[u8]) -> Result<Self, BadBeacon> {
        let answer: Answer = serde_json::from_slice(json).map_err(|_| BadBeacon::Unreadable)?;
        let signature = bytes(&answer.signature).ok_or(BadBeacon::Unreadable)?;
        let previous = match (chain, answer.previous_signature.as_deref()) {
            (Chain::Default, Some(previous)) => bytes(previous).ok_or(BadBeacon::Unreadable)?,
            (Chain::Default, None) => return Err(BadBeacon::Unreadable),
            (Chain::Quicknet, None | Some("")) => Vec::new(),
            (Chain::Quicknet, Some(_)) => return Err(BadBeacon::Unreadable),
        };
        if let Some(claimed) = &answer.randomness
            && bytes(claimed).as_deref() != Some(&drand_verify::derive_randomness(&signature)[..])
        {
            return Err(BadBeacon::Randomness);
        }
        Ok(Self { pulse: Pulse { chain, round: answer.round, signature }, previous })
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
mod tests {
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
            hashed.extend(chain.start().0.to_be_bytes());
            hashed.extend(bytes(chain.key()).unwrap());
            hashed.extend(bytes(group).unwrap());
            if chain != Chain::Default {
                hashed.extend(chain.name().as_bytes());
            }
            assert_eq!(Digest::of(&hashed).to_string(), chain.hash());
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

    #[test]
    fn a_file_that_contradicts_itself_is_refused() {
        let lied = DEFAULT_72785.replace("8b676484", "8b676485");
        assert_eq!(Beacon::read(Chain::Default, lied.as_bytes()), Err(BadBeacon::Randomness));
        assert_eq!(Beacon::read(Chain::Quicknet, DEFAULT_72785.as_bytes()), Err(BadBeacon::Unreadable));
        assert_eq!(Beacon::read(Chain::Quicknet, b"<html>"), Err(BadBeacon::Unreadable));
    }

    #[test]
    fn rounds_and_moments() {
        assert_eq!(Chain::Default.moment(1).unwrap().to_string(), "2020-07-22T15:17:30Z");
        assert_eq!(Chain::Default.moment(0), None);
        assert_eq!(Chain::Default.moment(u64::MAX), None);
        for chain in Chain::ALL {
            for round in [1, 2, 3, 72_785, 27_946_612] {
                let moment = chain.moment(round).unwrap();
                assert_eq!(chain.round_at(moment), round);
                assert_eq!(chain.round_at(Moment(moment.0 + 1)), round + 1);
            }
        }
        // 20 April 2026, 00:00:00 UTC.
        assert_eq!(Chain::Quicknet.round_at(Moment(1_776_643_200)), 27_946_612);
    }
}
