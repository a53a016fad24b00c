//! Simulated annealing on whole numbers: when to accept a change for the worse. Imports nothing of
//! ours.

/// Temperatures are counted in this many parts of one unit of price.
pub const PARTS: i64 = 256;

/// Accepts a worsening of `d` with probability exp(-d / temperature), to within a table of
/// 4,096 quantiles of the exponential distribution (Kirkpatrick, Gelatt and Vecchi, Science 220,
/// 1983). The table is rounded to integers once, from a logarithm that is the same on every platform.
pub struct Metropolis {
    quantiles: Vec<i64>,
}

const QUANTILES: u64 = 4_096;
const SCALE: f64 = 65_536.0;

impl Metropolis {
    pub fn new() -> Self {
        let quantile = |k: u64| {
            let share = (k as f64 + 0.5) / QUANTILES as f64;
            libm::round(-libm::log(share) * SCALE) as i64
        };
        Self { quantiles: (0..QUANTILES).map(quantile).collect() }
    }

    /// Whether to accept a change of `worse` units of price at a temperature in [`PARTS`].
    pub fn accepts(&self, worse: i64, temperature: i64, draw: &mut impl FnMut(u64) -> u64) -> bool {
        if worse <= 0 {
            return true;
        }
        let scaled = worse.saturating_mul(SCALE as i64 * PARTS);
        // Beyond the last quantile no draw accepts.
        if temperature <= 0 || scaled > temperature * self.quantiles[0] {
            return false;
        }
        scaled <= temperature * self.quantiles[draw(QUANTILES) as usize]
    }
}

/// Falling temperatures from `start` to `end`, in equal ratios.
pub fn temperatures(start: i64, end: i64, stages: u32) -> Vec<i64> {
    let ratio = end as f64 / start as f64;
    let at = |stage: u32| f64::from(stage) / f64::from(stages.max(2) - 1);
    (0..stages).map(|stage| libm::round(start as f64 * libm::pow(ratio, at(stage))) as i64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_as_often_as_it_should() {
        let metropolis = Metropolis::new();
        for (worse, temperature) in [(1, PARTS), (2, PARTS), (1, PARTS / 2), (7, 10 * PARTS)] {
            let accepted =
                (0..QUANTILES).filter(|&k| metropolis.accepts(worse, temperature, &mut |_| k)).count();
            let expected = libm::exp(-(worse * PARTS) as f64 / temperature as f64);
            assert!((accepted as f64 / QUANTILES as f64 - expected).abs() < 3e-4);
        }
        assert!(!metropolis.accepts(1, 0, &mut |_| 0));
        assert!(metropolis.accepts(0, 0, &mut |_| 0));
    }

    /// Every seat plan follows from these: the middle of each quantile, `-ln((k + 0.5) / 4096) * 65536`.
    #[test]
    fn the_quantiles_are_those_of_the_rules() {
        let quantiles = Metropolis::new().quantiles;
        let some = [0, 1, 2_048, 4_095].map(|k| quantiles[k]);
        assert_eq!((quantiles.len(), some), (4_096, [590_539, 518_541, 45_410, 8]));
    }

    #[test]
    fn cools_from_start_to_end() {
        let stages = temperatures(1000, 10, 5);
        assert_eq!(stages, [1000, 316, 100, 32, 10]);
    }
}
