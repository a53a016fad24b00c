//! What public counts of secret votes tell side by side. Imports its siblings.
//!
//! Where one count has a few papers more than another, the difference is these papers, and tells of each of a few people how they
//! voted. Counts that differ little, one after the other, tell it step by step, so all counts of a ballot are looked at together;
//! and so are those of a ballot that asks the same again.

use super::by_role::FEWEST;
use super::options::wording;
use super::rows::{Choice, Count};
use super::rule::{Means, Rule, Secrecy};

/// A ballot with counts that are public.
#[derive(Clone, Debug)]
pub struct Public<'a> {
    rule: &'a Rule,
    options: &'a [Choice],
    /// Each of all options twice.
    counts: Vec<&'a [Count]>,
}

/// One count of all options.
type Table<'a> = Vec<&'a Count>;

/// Of each option how many papers one count has more than another in all columns together, and how many votes for it; none where a
/// column has fewer.
type More = Vec<Option<(u64, u64)>>;

impl<'a> Public<'a> {
    /// A ballot with its counts.
    pub fn of(rule: &'a Rule, options: &'a [Choice], counts: Vec<&'a [Count]>) -> Self {
        Self { rule, options, counts }
    }

    /// The first counts of all options, and the second.
    fn tables(&self) -> Vec<Table<'a>> {
        let of = |rows: &'a [Count], n| rows.iter().filter(|row| row.count == n).collect();
        self.counts.iter().flat_map(|rows| [of(rows, 1), of(rows, 2)]).collect()
    }

    /// Whether people vote in secret, and each paper says something of each option, so that another paper is seen in all of them.
    fn says_all(&self) -> bool {
        self.rule.secrecy == Secrecy::Paper
            && matches!(self.rule.means, Means::ForAgainst { against: true, .. })
    }

    /// The places of options here and in another ballot whose words look the same.
    fn shared(&self, other: &Public<'_>) -> Vec<(usize, usize)> {
        let words: Vec<String> = other.options.iter().map(|it| wording(&it.text)).collect();
        let of = |text: &str| {
            let own = wording(text);
            words.iter().position(|it| !own.is_empty() && *it == own)
        };
        self.options.iter().enumerate().filter_map(|(at, it)| Some((at, of(&it.text)?))).collect()
    }
}

/// Whether some counts of one secret ballot have a few papers more than others.
pub fn tell(own: &Public<'_>) -> bool {
    let tables = own.tables();
    own.rule.secrecy == Secrecy::Paper && any_tells(own.rule.means, &tables, &tables)
}

/// Whether a count of one of two ballots that ask the same has a few papers more than counts of the other.
pub fn tell_again<'a>(own: &Public<'a>, other: &Public<'a>) -> bool {
    let shared = own.shared(other);
    if shared.len() < 2 || !own.says_all() || !other.says_all() {
        return false;
    }
    let of = |tables: Vec<Table<'a>>, at: fn(&(usize, usize)) -> usize| {
        let pick = |table: &Table<'a>| shared.iter().filter_map(|it| table.get(at(it)).copied()).collect();
        tables.iter().map(pick).collect::<Vec<Table<'a>>>()
    };
    let (here, there) = (of(own.tables(), |it| it.0), of(other.tables(), |it| it.1));
    any_tells(own.rule.means, &here, &there) || any_tells(own.rule.means, &there, &here)
}

/// Whether a ballot with other words has a few papers more, or fewer, than this one in all options in their order: perhaps these
/// are the same papers.
pub fn is_like(own: &Public<'_>, other: &Public<'_>) -> bool {
    if !own.says_all() || !other.says_all() || own.shared(other).len() >= 2 {
        return false;
    }
    let few_more =
        |one: &Table<'_>, other: &Table<'_>| more(one, other).into_iter().all(|it| it.is_some_and(few));
    let same = own.options.len() == other.options.len() && own.options.len() >= 3;
    let others = other.tables();
    same && own.tables().iter().any(|one| others.iter().any(|it| few_more(one, it) || few_more(it, one)))
}

/// Whether a difference is that of a few papers.
fn few((papers, _): (u64, u64)) -> bool {
    (1..FEWEST).contains(&papers)
}

/// What one count has more than another.
fn more(one: &Table<'_>, other: &Table<'_>) -> More {
    let cells = |it: &Count| [Some(it.yes), it.against, it.neutral, it.blank, it.invalid];
    let of = |(one, other): (&&Count, &&Count)| {
        let both = cells(one).into_iter().zip(cells(other)).filter_map(|(a, b)| a.zip(b));
        let all: Option<u64> = both.map(|(a, b)| a.checked_sub(b)).sum();
        all.map(|all| (all, one.yes - other.yes))
    };
    one.iter().zip(other).map(of).collect()
}

/// Whether one of these counts has a few papers more, or fewer, than others together show.
fn any_tells(means: Means, tables: &[Table<'_>], others: &[Table<'_>]) -> bool {
    tables.iter().any(|one| {
        let above: Vec<More> = others.iter().map(|other| more(one, other)).collect();
        let below: Vec<More> = others.iter().map(|other| more(other, one)).collect();
        tells(means, &above) || tells(means, &below)
    })
}

/// Whether the differences between one count and others are a few papers.
fn tells(means: Means, mores: &[More]) -> bool {
    let len = mores.iter().map(Vec::len).min().unwrap_or_default();
    if let Means::ForAgainst { against: true, .. } = means {
        // A paper says something of each option. Where it is for one and against another, no slip looks like it in most of them.
        let differs = |at: &usize| mores.iter().any(|more| more.get(*at).copied().flatten().is_some_and(few));
        let options = (0..len).filter(differs).count();
        return options >= 2 && 2 * options >= len;
    }
    // As many papers as it takes to hold all votes of a difference.
    let papers = |each: u32, all: u32, votes: &[(u64, u64)]| {
        let sum = votes.iter().map(|it| it.1).sum::<u64>();
        let least = votes.iter().map(|it| it.1.div_ceil(u64::from(each))).max().unwrap_or_default();
        sum.div_ceil(u64::from(all)).max(least)
    };
    let is_small = |votes: &[(u64, u64)]| match means {
        Means::ForAgainst { .. } => votes.iter().all(|it| it.0 < FEWEST),
        Means::Choose { most } => papers(1, most, votes) < FEWEST,
        Means::Points { each, all } => papers(each, all, votes) < FEWEST,
    };
    // A paper may say nothing of an option, so that no option has fewer if all the difference is papers.
    let whole = mores.iter().filter_map(|it| it.iter().copied().collect::<Option<Vec<(u64, u64)>>>());
    let mut most = vec![(0, 0); len];
    for more in whole.filter(|it| is_small(it)) {
        for (most, (all, yes)) in most.iter_mut().zip(more) {
            *most = (most.0.max(all), most.1.max(yes));
        }
    }
    // With half of what these papers can hold at least.
    let holding = |each: u32, all: u32| {
        let (papers, sum) = (papers(each, all, &most), most.iter().map(|it| it.1).sum::<u64>());
        let options = most.iter().filter(|it| it.1 > 0).count();
        options >= 2 && papers < FEWEST && 2 * sum >= papers * u64::from(all)
    };
    match means {
        Means::ForAgainst { .. } => {
            let options = most.iter().filter(|it| it.0 > 0).count();
            options >= 2 && 4 * options >= len
        }
        Means::Choose { most } => holding(1, most),
        Means::Points { each, all } => holding(each, all),
    }
}
