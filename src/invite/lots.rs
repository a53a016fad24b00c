//! Where the lot of a place can lie, by chance. Imports `base`.
//!
//! Of N hashes that chance gives, the n-th lies near n / N of all that there can be. So the published hash of a last place tells
//! whether it can be that of place n among N: a check of N that takes no register.

use crate::base::digest::Digest;

/// The first 32 bits of a hash, as a number below this, say where it lies; what follows them only makes the bound wider.
const WHOLE: u128 = 1 << 32;

/// Whether the hash of this place among so many (fewer than 2^48) lies so far from where it is expected that chance does that less
/// than once in 10^10 times on this side.
///
/// With p the part of all hashes that lie below, the number of those that do is binomial, and Bernstein's inequality says that it
/// is t or more away from N p with a chance of at most exp(-t^2 / (2 (V + t / 3))), V being N p (1 - p). It is far where
/// t^2 > 48 V + 16 t, because then that chance is below exp(-24).
pub fn is_far(hash: &Digest, place: u64, of: u64) -> bool {
    let [a, b, c, d, ..] = hash.0;
    let (part, place, of) = (u128::from(u32::from_be_bytes([a, b, c, d])), u128::from(place), u128::from(of));
    // All in whole numbers: t and p are so many parts of `WHOLE`.
    let beyond = |t: u128, part: u128| {
        let bound = 16 * (3 * of * part * (WHOLE - part) + t * WHOLE);
        // A square that does not fit is above any bound that does.
        t.checked_mul(t).is_none_or(|square| square > bound)
    };
    let too_low = (place * WHOLE).saturating_sub(of * (part + 1));
    let too_high = (of * part).saturating_sub(place.saturating_sub(1) * WHOLE);
    beyond(too_low, part + 1) || beyond(too_high, part)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hash with these first bits.
    fn at(part: u32) -> Digest {
        let mut hash = [0x5a; 32];
        hash[..4].copy_from_slice(&part.to_be_bytes());
        Digest(hash)
    }

    /// The lowest and the highest first bits that are not far.
    fn between(place: u64, of: u64) -> (u32, u32) {
        let middle = ((u128::from(place) << 32) / u128::from(of)).min(u128::from(u32::MAX)) as u32;
        assert!(!is_far(&at(middle), place, of), "{place} of {of}");
        let edge = |mut sound: u64, mut far: u64| {
            if !is_far(&at(far as u32), place, of) {
                return far as u32;
            }
            while sound.abs_diff(far) > 1 {
                let half = (sound + far) / 2;
                if is_far(&at(half as u32), place, of) { far = half } else { sound = half }
            }
            sound as u32
        };
        (edge(middle.into(), 0), edge(middle.into(), u32::MAX.into()))
    }

    #[test]
    fn the_last_lot_tells_how_many_people_there_are() {
        // 1,418 letters for 10,873 people: 13 % of all hashes lie below the last.
        let lot = |text: &str| {
            Digest(data_encoding::HEXLOWER.decode(text.repeat(32).as_bytes()).unwrap().try_into().unwrap())
        };
        assert!(!is_far(&lot("21"), 1_418, 10_873));
        assert!(is_far(&lot("00"), 1_418, 10_873) && is_far(&lot("12"), 1_418, 10_873));
        assert!(is_far(&lot("2d"), 1_418, 10_873));
        // Had it been place 1,418 of a quarter more or fewer people, the same hash would be far.
        assert!(is_far(&lot("21"), 1_418, 10_873 * 5 / 4) && is_far(&lot("21"), 1_418, 10_873 * 3 / 4));
        // A few letters tell little: of sixteen nothing lies too low.
        for (place, of) in [(1, 1), (1, 40), (16, 1_000), (3, 1 << 40)] {
            assert!(!is_far(&at(0), place, of), "{place} of {of}");
        }
        assert!(is_far(&at(0), 17, 1_000) && is_far(&at(u32::MAX), 1, 40) && !is_far(&at(u32::MAX), 1, 10));
        // Where everybody gets a letter the last may lie as high as it likes.
        assert!(!is_far(&at(u32::MAX), 500, 500) && is_far(&at(1 << 31), 500, 500));
    }

    /// What chance does less than once in 10^10 times on each side, by the exact binomial in whole numbers: the bound is never
    /// nearer than that.
    #[test]
    fn chance_alone_is_hardly_ever_far() {
        use num_bigint::BigUint;
        for (place, of) in [(1u64, 40u64), (5, 30), (20, 100), (60, 90), (99, 100), (150, 400)] {
            // N over i, times p^i (1 - p)^(N - i), for all i from a to b, in parts of WHOLE^N.
            let sum = |from: u64, to: u64, part: u64| {
                let (yes, no) = (BigUint::from(part), BigUint::from((1u64 << 32) - part));
                let mut choose = BigUint::from(1u32);
                let mut all = BigUint::from(0u32);
                for i in 0..=to {
                    if i >= from {
                        all += &choose * yes.pow(i as u32) * no.pow((of - i) as u32);
                    }
                    choose = choose * (of - i) / (i + 1);
                }
                all
            };
            let rare = |chance: BigUint| {
                chance * BigUint::from(10_000_000_000u64) < BigUint::from(1u64 << 32).pow(of as u32)
            };
            let (low, high) = between(place, of);
            // Below the lowest that is not far: so many hashes or more lie there. Above the highest: fewer than so many do.
            assert!(low == 0 || rare(sum(place, of, low.into())), "{place} of {of}: {low}");
            assert!(
                high == u32::MAX || rare(sum(0, place - 1, u64::from(high) + 1)),
                "{place} of {of}: {high}"
            );
            assert!(low > 0 || place <= 16, "{place} of {of}");
        }
    }

    /// The largest strata that a record can have.
    #[test]
    fn nothing_overflows() {
        let most = 1 << 44;
        for (place, of) in [(1, most), (most, most), (most / 2, most), (0, 0), (0, most)] {
            for part in [0, 1, 1 << 31, u32::MAX] {
                is_far(&at(part), place, of);
            }
        }
        assert!(is_far(&at(0), most, most) && is_far(&at(u32::MAX), 1, most));
        assert!(!is_far(&at(1 << 31), most / 2, most) && is_far(&at((1 << 31) + 10_000), most / 2, most));
    }
}
