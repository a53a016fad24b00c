//! How many panels the sizes lead to expect, before any is looked for. Imports `lottery::problem`.

use crate::lottery::problem::{Problem, Row};

/// Fewer expected panels than this are rare: chance does not come by one of them.
const FEW: f64 = 1000.0;

/// Whether chance alone would make panels so rare that annealing, which needs many, is mostly lost work.
///
/// The expected number is that of all choices of so many people, times, for each feature, the chance that a plain lot
/// meets its exact quotas (multivariate hypergeometric), as if features were independent. Quotas that leave a choice count
/// as always met, so nothing is called rare for them.
pub(super) fn rare(problem: &Problem) -> bool {
    let people = problem.people();
    let all = ways(people, problem.seats.into());
    let mut expected = all;
    let mut feature: Vec<&Row> = Vec::new();
    let mut counted = vec![false; problem.profiles()];
    for row in &problem.rows {
        // Rows of one feature stand together, and no profile is in two of them.
        if row.profiles.iter().any(|&t| counted[t as usize]) {
            expected += met(problem, &feature) - all;
            feature.clear();
            counted.fill(false);
        }
        row.profiles.iter().for_each(|&t| counted[t as usize] = true);
        feature.push(row);
    }
    expected += met(problem, &feature) - all;
    expected < libm::log(FEW)
}

/// The logarithm of how many choices of people meet the exact quotas of one feature.
fn met(problem: &Problem, feature: &[&Row]) -> f64 {
    let (mut people, mut seats) = (problem.people(), u64::from(problem.seats));
    let mut choices = 0.0;
    for row in feature.iter().filter(|row| row.min == row.max) {
        let here = row.profiles.iter().map(|&t| u64::from(problem.sizes[t as usize])).sum();
        choices += ways(here, row.min.into());
        people -= here;
        seats = seats.saturating_sub(row.min.into());
    }
    choices + ways(people, seats)
}

/// The logarithm of the number of ways to choose `some` of `many`; of none, where there are fewer.
fn ways(many: u64, some: u64) -> f64 {
    let Some(rest) = many.checked_sub(some) else { return f64::NEG_INFINITY };
    let factorial = |n: u64| libm::lgamma(n as f64 + 1.0);
    factorial(many) - factorial(some) - factorial(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(profiles: &[u32], min: u32, max: u32) -> Row {
        Row { profiles: profiles.to_vec(), min, max }
    }

    #[test]
    fn ways_are_those_of_pascals_triangle() {
        for (many, some, count) in [(0, 0, 1.0), (5, 0, 1.0), (5, 2, 10.0), (10, 5, 252.0)] {
            assert!((ways(many, some) - libm::log(count)).abs() < 1e-9, "{many} {some}");
        }
        assert_eq!(ways(2, 3), f64::NEG_INFINITY);
    }

    /// Sixteen people, one of each combination of four features with two values.
    #[test]
    fn exact_quotas_of_many_features_make_panels_rare_and_ranges_never_do() {
        let sizes = vec![1; 16];
        let halves = |bit: u32, min, max| {
            [0, 1].map(|side| row(&(0..16).filter(|t| t >> bit & 1 == side).collect::<Vec<_>>(), min, max))
        };
        let of = |min, max| -> Vec<Row> { (0..4).flat_map(|bit| halves(bit, min, max)).collect() };
        let problem = |rows| Problem { seats: 8, sizes: sizes.clone(), rows };
        // 12,870 choices, times (4,900 / 12,870)^4: about 270.
        assert!(rare(&problem(of(4, 4))));
        assert!(!rare(&problem(of(3, 5))));
        // One feature alone: 4,900.
        assert!(!rare(&problem(of(4, 4)[..2].to_vec())));
        assert!(!rare(&problem(Vec::new())));
    }
}
