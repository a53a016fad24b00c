//! Counts by role, as far as they may be public. Imports its siblings.
//!
//! A small group, or one that votes as one, would be told how each of it voted; and of two groups the one that is left out
//! follows from the sum. So either all roles are shown, of all options, or none: what is left out must not depend on the votes,
//! or it would tell of them.

use super::rows::{Count, Present, RoleCount};
use super::rule::{Means, Rule};

/// People of a role that must have voted at least.
pub const FEWEST: u64 = 10;

/// Whether what one role said of an option may be public: enough of them voted, and not all alike.
fn may_be_shown(rule: &Rule, row: &RoleCount, present: &Present) -> bool {
    let all = [Some(row.yes), row.against, row.neutral, row.blank, row.invalid];
    let (voters, alike) = match rule.means {
        Means::ForAgainst { against: true, .. } => {
            let voters: u64 = all.iter().flatten().sum();
            (voters, all.into_iter().flatten().any(|votes| votes == voters))
        }
        // Who is not for it is only known from how many there were.
        Means::ForAgainst { .. } | Means::Choose { .. } => {
            (present.least, row.yes == 0 || row.yes >= present.least)
        }
        Means::Points { each, .. } => {
            let most = u64::from(each) * present.least;
            (present.least, row.yes == 0 || row.yes >= most)
        }
    };
    voters >= FEWEST && !alike
}

/// The rows, where each role may be shown of each option in both counts; else none. `rows` are by option, count and role,
/// roles as in `present`.
pub fn shown(rule: &Rule, rows: &[RoleCount], present: &[Present]) -> Vec<RoleCount> {
    let roles = present.len().max(1);
    let fits = |option: &[RoleCount]| {
        option.chunks(roles).all(|count| {
            count
                .iter()
                .zip(present)
                .all(|(row, there)| row.role == there.role && may_be_shown(rule, row, there))
        })
    };
    if rows.chunks(2 * roles).all(fits) { rows.to_vec() } else { Vec::new() }
}

/// What the rows of all roles add up to, as rows of both counts.
pub fn totals(rows: &[RoleCount], roles: usize) -> Vec<Count> {
    let sum = |count: &[RoleCount]| {
        let first = count.first()?;
        let all = |cell: &dyn Fn(&RoleCount) -> Option<u64>| {
            let cells: Vec<u64> = count.iter().filter_map(cell).collect();
            (!cells.is_empty()).then(|| cells.iter().sum())
        };
        Some(Count {
            option: first.option.clone(),
            count: first.count,
            yes: count.iter().map(|row| row.yes).sum(),
            against: all(&|row| row.against),
            neutral: all(&|row| row.neutral),
            blank: all(&|row| row.blank),
            invalid: all(&|row| row.invalid),
        })
    };
    rows.chunks(roles.max(1)).filter_map(sum).collect()
}

/// Whether public rows are those of all options, in their order, add up to the counts, and may be public.
pub fn is_sound(rule: &Rule, rows: &[RoleCount], counts: &[Count], present: &[Present]) -> bool {
    let roles = present.len();
    let whole = roles >= 2 && !rows.is_empty() && rows.len().is_multiple_of(2 * roles);
    let named = || {
        rows.chunks(roles).all(|count| {
            let alike =
                count.iter().all(|row| (&row.option, row.count) == (&count[0].option, count[0].count));
            alike && count.iter().map(|row| &row.role).eq(present.iter().map(|it| &it.role))
        })
    };
    let added = || totals(rows, roles) == counts;
    whole && named() && added() && shown(rule, rows, present).len() == rows.len()
}

#[cfg(test)]
mod tests {
    use super::super::rule::Secrecy;
    use super::*;

    fn rule() -> Rule {
        Rule {
            name: "test".into(),
            entitled: vec!["drawn".into(), "expert".into()],
            means: Means::ForAgainst { against: true, neutral: false },
            secrecy: Secrecy::Paper,
            majority: None,
            best: None,
            quorum: None,
            consensus: false,
        }
    }

    fn row(option: &str, count: u32, role: &str, yes: u64, against: u64) -> RoleCount {
        RoleCount {
            option: option.into(),
            count,
            role: role.into(),
            yes,
            against: Some(against),
            neutral: None,
            blank: None,
            invalid: None,
        }
    }

    fn present() -> Vec<Present> {
        [("drawn", 40), ("expert", 12)]
            .map(|(role, n)| Present { role: role.into(), least: n, most: n })
            .into()
    }

    fn option(name: &str, expert: (u64, u64)) -> Vec<RoleCount> {
        [1, 2]
            .into_iter()
            .flat_map(|n| [row(name, n, "drawn", 20, 15), row(name, n, "expert", expert.0, expert.1)])
            .collect()
    }

    #[test]
    fn a_small_or_unanimous_role_hides_all_roles() {
        for (expert, public) in
            [((6, 4), true), ((5, 4), false), ((12, 0), false), ((0, 11), false), ((1, 9), true)]
        {
            let rows = option("1", expert);
            assert_eq!(!shown(&rule(), &rows, &present()).is_empty(), public, "{expert:?}");
        }
        let rows = [option("1", (6, 4)), option("2", (12, 0)), option("3", (6, 5))].concat();
        assert!(shown(&rule(), &rows, &present()).is_empty(), "one option hides all of them");
        assert!(!is_sound(&rule(), &rows, &totals(&rows, 2), &present()));
        let rows = [option("1", (6, 4)), option("3", (6, 5))].concat();
        let public = shown(&rule(), &rows, &present());
        assert_eq!(public, rows);
        let counts = totals(&rows, 2);
        assert!(is_sound(&rule(), &public, &counts, &present()));
        for (at, bad) in [(0, 21u64), (1, 7)] {
            let mut other = public.clone();
            other[at].yes = bad;
            assert!(!is_sound(&rule(), &other, &counts, &present()));
        }
        assert!(!is_sound(&rule(), &rows[..4], &counts, &present()));
        let mut turned = public;
        turned.rotate_left(4);
        assert!(!is_sound(&rule(), &turned, &counts, &present()));
    }
}
