//! A share of a base, as a fraction in lowest terms. Imports nothing of ours.

use std::fmt;

/// More than nothing and at most all of something: `1/2`, `3/4`. Nothing is rounded before it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Above the line.
    pub num: u64,
    /// Below the line.
    pub den: u64,
}

/// Whether a share is enough, or must be exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Than {
    /// Exactly the share is enough.
    AtLeast,
    /// It must be more.
    MoreThan,
}

impl Than {
    /// Both.
    pub const ALL: [Self; 2] = [Self::AtLeast, Self::MoreThan];

    /// The word for it in rules.
    pub fn word(self) -> &'static str {
        match self {
            Self::AtLeast => "at-least",
            Self::MoreThan => "more-than",
        }
    }
}

/// Digits of a fraction at most, so that no product leaves 128 bits.
const MOST: u64 = 1_000_000_000;

impl Share {
    /// `num / den` in lowest terms; `None` unless it is above 0 and at most 1.
    pub fn of(num: u64, den: u64) -> Option<Self> {
        if num == 0 || num > den || den > MOST {
            return None;
        }
        let by = common(num, den);
        Some(Self { num: num / by, den: den / by })
    }

    /// Reads a fraction (`1/2`) or a percentage with at most four decimals (`66,6667 %`).
    pub fn read(text: &str) -> Option<Self> {
        let whole = |text: &str| {
            let text = text.trim();
            let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse::<u64>().ok()).flatten()
        };
        if let Some((num, den)) = text.split_once('/') {
            return Self::of(whole(num)?, whole(den)?);
        }
        let number = text.trim().strip_suffix('%')?.trim();
        let (units, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        if decimals.len() > 4 || units.len() > 3 {
            return None;
        }
        let power = 10u64.pow(decimals.len() as u32);
        Self::of(whole(units)? * power + whole(decimals)?, 100 * power)
    }

    /// The fraction that this may have been meant for, where it is a percentage that was rounded: 1/3 of `33 %`, 2/3 of `66,67 %`.
    pub fn near(&self) -> Option<Self> {
        // As many parts as the percentage can tell apart.
        let parts = (0..=4).map(|decimals| 100 * 10u64.pow(decimals)).find(|parts| parts % self.den == 0)?;
        let dens: &[u64] = if parts == 100 { &[3] } else { &[3, 6, 7, 9, 11, 12] };
        let own = self.num * (parts / self.den);
        let is_meant = |of: &Self| {
            let (exact, given) = (of.num * parts, own * of.den);
            // Cut off, or rounded.
            exact != given && exact < given + of.den && 2 * given <= 2 * exact + of.den
        };
        let all = dens.iter().flat_map(|&den| (1..den).filter_map(move |num| Self::of(num, den)));
        all.into_iter().find(is_meant)
    }

    /// Whether `votes` of `base` are such a share. Of an empty base nothing is.
    pub fn is_met(&self, votes: u64, base: u64, than: Than) -> bool {
        let (left, right) =
            (u128::from(votes) * u128::from(self.den), u128::from(base) * u128::from(self.num));
        base > 0
            && match than {
                Than::AtLeast => left >= right,
                Than::MoreThan => left > right,
            }
    }

    /// The fewest votes that are such a share of `base`; `None` if even all are not.
    pub fn fewest(&self, base: u64, than: Than) -> Option<u64> {
        let product = u128::from(base) * u128::from(self.num);
        let den = u128::from(self.den);
        let least = match than {
            Than::AtLeast => product.div_ceil(den),
            Than::MoreThan => product / den + 1,
        };
        u64::try_from(least).ok().filter(|&votes| base > 0 && votes <= base)
    }
}

fn common(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common(b, a % b) }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.num, self.den)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_and_percentages_are_one() {
        for (text, is) in [
            ("1/2", "1/2"),
            (" 2 / 4", "1/2"),
            ("50%", "1/2"),
            ("75 %", "3/4"),
            ("66,6667 %", "666667/1000000"),
            ("100%", "1/1"),
            ("2/3", "2/3"),
            ("0.5%", "1/200"),
        ] {
            assert_eq!(Share::read(text).unwrap().to_string(), is, "{text}");
        }
        for bad in [
            "",
            "0",
            "0/2",
            "3/2",
            "50",
            "0%",
            "101%",
            "66.66667%",
            "a/b",
            "1/0",
            "-1/2",
            "½",
            "1/2%",
            "1e2%",
        ] {
            assert_eq!(Share::read(bad), None, "{bad}");
        }
    }

    /// 50 of 67 is 74.6 %, which is no 75 %.
    #[test]
    fn nothing_is_rounded() {
        let three_quarters = Share::read("75%").unwrap();
        assert!(!three_quarters.is_met(50, 67, Than::AtLeast));
        assert!(three_quarters.is_met(51, 67, Than::AtLeast));
        let half = Share::read("1/2").unwrap();
        assert!(half.is_met(75, 150, Than::AtLeast) && !half.is_met(75, 150, Than::MoreThan));
        assert!(!half.is_met(0, 0, Than::AtLeast));
        assert_eq!(half.fewest(175, Than::MoreThan), Some(88));
        assert_eq!(half.fewest(0, Than::AtLeast), None);
        assert_eq!(Share::read("1/1").unwrap().fewest(5, Than::MoreThan), None);
    }

    #[test]
    fn the_fewest_are_enough_and_one_less_is_not() {
        for den in 1..9 {
            for num in 1..=den {
                let share = Share::of(num, den).unwrap();
                for (base, than) in (0..30).flat_map(|base| Than::ALL.map(|than| (base, than))) {
                    let brute = (0..=base).find(|&votes| share.is_met(votes, base, than));
                    assert_eq!(share.fewest(base, than), brute, "{share} of {base}");
                }
            }
        }
    }
}
