//! Everything a plan is judged by, recomputed from the seats alone, each figure beside the best
//! possible or a proved bound on it. Imports nothing of ours.

use super::bound;
use super::problem::Size;
use crate::sessions::{Plan, Problem};
use serde::Serialize;

/// What a plan is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Different pairs who meet for the first time, earlier meetings not counted.
    pub distinct_pairs: u64,
    /// No plan has more.
    pub distinct_pairs_bound: u64,
    /// Pairs at a table, summed over the sittings.
    pub meetings: u64,
    /// Meetings of pairs who had met before: `meetings - distinct_pairs`.
    pub repeats: u64,
    /// No plan has fewer; never fewer than its sittings by themselves together.
    pub repeats_bound: u64,
    /// For each sitting the repeats in it, and the fewest its predecessors force.
    pub repeats_by_sitting: Vec<Repeats>,
    /// Different people newly met per person.
    pub met: Met,
    /// `times_met[m]` pairs met m times.
    pub times_met: Vec<u64>,
    /// No plan can have every pair meet fewer times than this at most.
    pub times_met_bound: u64,
    /// For each feature how evenly its values are spread over the tables.
    pub spread: Vec<Spread>,
    /// For each sitting with preferences what they cost.
    pub wishes: Vec<Wishes>,
    /// Every rule the plan breaks.
    pub broken: Vec<Broken>,
}

/// Repeated meetings in one sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Repeats {
    /// Pairs at a table who had met before.
    pub reached: u64,
    /// Repeats that the sittings before it make unavoidable.
    pub unavoidable: u64,
}

/// How many different people somebody newly meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Met {
    /// The person who meets fewest.
    pub fewest: u32,
    /// The middle person.
    pub median: u32,
    /// The person who meets most.
    pub most: u32,
    /// No plan lets the person who meets fewest meet more.
    pub fewest_bound: u32,
    /// No plan lets the middle person meet more.
    pub median_bound: u32,
    /// Nobody can meet more than this.
    pub most_bound: u32,
}

/// How evenly one feature is spread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// The feature.
    pub feature: String,
    /// Most people of one value at a table less the fewest at another, for the worst value and
    /// sitting. Where table sizes differ by more than one, people count from the fair share of their
    /// table rounded down.
    pub reached: u32,
    /// The least this can be, by arithmetic; at the table sizes of the plan.
    pub least: u32,
    /// Largest difference between `reached` and `least` in any one sitting.
    pub above_least: u32,
    /// People too many or too few for a fair share, summed over tables, values and sittings.
    pub outside_share: u64,
}

/// What the preferences of one sitting cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wishes {
    /// Which sitting, from 0.
    pub sitting: usize,
    /// Sum of the prices of everybody's table.
    pub price: u64,
}

/// A rule that a plan breaks in one sitting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Broken {
    /// The sitting, from 0.
    pub sitting: usize,
    /// Which rule, and by whom.
    pub rule: Rule,
}

/// Which hard rule is broken. Tables and people are numbered from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Rule {
    /// This person is present and has no seat, or is absent and has one.
    Seat(u16),
    /// This table has this many people, too few or too many.
    Size(u16, u16),
    /// These two people must sit apart and share a table.
    Apart(u16, u16),
    /// These two people must share a table and do not.
    Together(u16, u16),
    /// This person sits at this table, which is barred to them.
    Barred(u16, u16),
    /// The limit with this number is broken at this table, which has so many of its people.
    Limit(usize, u16, u16),
    /// The people with this number of the gathers are spread over so many tables.
    Gather(usize, u16),
    /// The people with this number of the company rules have too few of theirs at this table: so many.
    Company(usize, u16, u16),
    /// So many people were moved, more than allowed.
    Moved(u32),
}

/// Recomputes every figure of a plan. Where it breaks the rules on seats or sizes, all but the broken rules
/// is judged by the people and sizes that it has: a bound for other tables says nothing about these.
pub fn figures(problem: &Problem, plan: &Plan) -> Figures {
    let broken = broken(problem, plan);
    let own: Vec<usize> = broken
        .iter()
        .filter(|it| matches!(it.rule, Rule::Seat(_) | Rule::Size(..)))
        .map(|it| it.sitting)
        .collect();
    if own.is_empty() {
        return Figures { broken, ..judged(problem, plan) };
    }
    let mut seated = problem.clone();
    for &sitting in &own {
        let tables = plan.tables(problem, sitting);
        let it = &mut seated.sittings[sitting];
        it.present = plan.seats[sitting].iter().map(Option::is_some).collect();
        for (size, people) in it.tables.iter_mut().zip(tables) {
            *size = Size { least: people.len() as u16, most: people.len() as u16 };
        }
    }
    Figures { broken, ..judged(&seated, plan) }
}

/// Everything but the broken rules.
fn judged(problem: &Problem, plan: &Plan) -> Figures {
    let n = problem.people;
    let mut met = vec![0u16; n * n];
    for &(a, b) in &problem.met {
        met[usize::from(a) * n + usize::from(b)] += 1;
        met[usize::from(b) * n + usize::from(a)] += 1;
    }
    let mut newly = vec![0u32; n];
    let limits = bound::limits(problem);
    let (mut meetings, mut distinct) = (0, 0);
    let mut by_sitting = Vec::new();
    for (sitting, unavoidable) in limits.by_sitting.iter().copied().enumerate() {
        let mut reached = 0;
        for table in plan.tables(problem, sitting) {
            for (k, &a) in table.iter().enumerate() {
                for &b in &table[k + 1..] {
                    let (a, b) = (usize::from(a), usize::from(b));
                    meetings += 1;
                    if met[a * n + b] == 0 {
                        distinct += 1;
                        newly[a] += 1;
                        newly[b] += 1;
                    } else {
                        reached += 1;
                    }
                    met[a * n + b] += 1;
                    met[b * n + a] += 1;
                }
            }
        }
        by_sitting.push(Repeats { reached, unavoidable });
    }
    let mut times_met = Vec::new();
    let within = plan.meetings(problem);
    for a in 0..n {
        for b in a + 1..n {
            let times = usize::from(within[a * n + b]);
            if times >= times_met.len() {
                times_met.resize(times + 1, 0);
            }
            times_met[times] += 1;
        }
    }
    newly.sort_unstable();
    Figures {
        distinct_pairs: distinct,
        distinct_pairs_bound: limits.pairs,
        meetings,
        repeats: meetings - distinct,
        repeats_bound: limits.repeats,
        repeats_by_sitting: by_sitting,
        met: Met {
            fewest: newly.first().copied().unwrap_or(0),
            median: newly.get(n / 2).copied().unwrap_or(0),
            most: newly.last().copied().unwrap_or(0),
            fewest_bound: limits.met[0],
            median_bound: limits.met[1],
            most_bound: limits.met[2],
        },
        times_met,
        times_met_bound: limits.times,
        spread: (0..problem.features.len()).map(|feature| spread(problem, plan, feature)).collect(),
        wishes: wishes(problem, plan),
        broken: vec![],
    }
}

fn spread(problem: &Problem, plan: &Plan, feature: usize) -> Spread {
    let mix = &problem.features[feature];
    let mut figure =
        Spread { feature: mix.name.clone(), reached: 0, least: 0, above_least: 0, outside_share: 0 };
    for (k, sitting) in problem.sittings.iter().enumerate() {
        let mut total = vec![0usize; mix.values.len()];
        for person in (0..problem.people).filter(|&p| sitting.present[p]) {
            total[usize::from(mix.of[person])] += 1;
        }
        let all = plan.tables(problem, k).into_iter().zip(&sitting.tables);
        let tables: Vec<Vec<u16>> = all.filter(|(_, size)| size.most > 0).map(|(people, _)| people).collect();
        let mut reached = 0;
        let mut least = if sitting.is_even() { bound::least_spread(sitting, &total) } else { 0 };
        for (value, &there) in total.iter().enumerate() {
            let at = |table: &Vec<u16>| {
                table.iter().filter(|&&p| usize::from(mix.of[usize::from(p)]) == value).count() as u32
            };
            let counts = tables.iter().map(at);
            // Where tables differ in size people are counted from the fair share of each table.
            let shares = tables.iter().map(|table| match sitting.is_even() {
                true => 0,
                false => i64::from(sitting.share(there, table.len()).0),
            });
            let above = counts.clone().zip(shares.clone()).map(|(count, share)| i64::from(count) - share);
            let (most, fewest) = (above.clone().max().unwrap_or(0), above.min().unwrap_or(0));
            reached = reached.max((most - fewest) as u32);
            // Those left over when every table has its share rounded down go round evenly, or not.
            let over = there as i64 - shares.sum::<i64>();
            if !sitting.is_even() && over % tables.len().max(1) as i64 != 0 {
                least = least.max(1);
            }
            for (count, table) in counts.zip(&tables) {
                let (low, high) = sitting.share(there, table.len());
                let outside = u32::from(low).saturating_sub(count) + count.saturating_sub(u32::from(high));
                figure.outside_share += u64::from(outside);
            }
        }
        figure.reached = figure.reached.max(reached);
        figure.least = figure.least.max(least);
        figure.above_least = figure.above_least.max(reached.saturating_sub(least));
    }
    figure
}

fn wishes(problem: &Problem, plan: &Plan) -> Vec<Wishes> {
    let with = problem.sittings.iter().enumerate().filter(|(_, sitting)| !sitting.wishes.is_empty());
    with.map(|(k, sitting)| {
        let seats = plan.seats[k].iter().enumerate();
        let price = seats.filter_map(|(person, seat)| {
            let table = usize::from((*seat)?);
            Some(u64::from(sitting.wishes[person * sitting.tables.len() + table]))
        });
        Wishes { sitting: k, price: price.sum() }
    })
    .collect()
}

/// The values of mixed features of which, wherever they sit, nobody has the company of another with the same: feature, value,
/// and how many people they are.
pub fn alone<'a>(problem: &'a Problem, plan: &Plan) -> Vec<(&'a str, &'a str, usize)> {
    let mut all = Vec::new();
    for feature in &problem.features {
        for (value, name) in (0u16..).zip(&feature.values) {
            let people = feature.of.iter().filter(|&&own| own == value).count();
            let here = |k: usize, table: u16| {
                let seats = plan.seats[k].iter().zip(&feature.of);
                seats.filter(|&(seat, &own)| *seat == Some(table) && own == value).count()
            };
            let tables = |k: usize| 0..problem.sittings[k].tables.len() as u16;
            let apart = |k: usize| tables(k).all(|table| here(k, table) < 2);
            if people > 1 && !plan.seats.is_empty() && (0..plan.seats.len()).all(apart) {
                all.push((feature.name.as_str(), name.as_str(), people));
            }
        }
    }
    all
}

/// Every rule the plan breaks, in the order of the sittings.
pub fn broken(problem: &Problem, plan: &Plan) -> Vec<Broken> {
    let mut all = Vec::new();
    for (k, sitting) in problem.sittings.iter().enumerate() {
        let mut broken = |rule| all.push(Broken { sitting: k, rule });
        let seat = |person: u16| plan.seats[k][usize::from(person)];
        let tables = plan.tables(problem, k);
        for person in 0..problem.people {
            if sitting.present[person] != plan.seats[k][person].is_some() {
                broken(Rule::Seat(person as u16));
            }
        }
        for (table, (people, size)) in tables.iter().zip(&sitting.tables).enumerate() {
            let people = people.len() as u16;
            if !(size.least..=size.most).contains(&people) {
                broken(Rule::Size(table as u16, people));
            }
        }
        for &pair in &sitting.apart {
            if seat(pair.0).is_some() && seat(pair.0) == seat(pair.1) {
                broken(Rule::Apart(pair.0, pair.1));
            }
        }
        for &pair in &sitting.together {
            if seat(pair.0).is_some() && seat(pair.1).is_some() && seat(pair.0) != seat(pair.1) {
                broken(Rule::Together(pair.0, pair.1));
            }
        }
        for &(person, table) in &sitting.barred {
            if seat(person) == Some(table) {
                broken(Rule::Barred(person, table));
            }
        }
        for (l, limit) in sitting.limits.iter().enumerate() {
            for (table, (people, size)) in tables.iter().zip(&limit.tables).enumerate() {
                let of = people.iter().filter(|p| limit.people.binary_search(p).is_ok()).count() as u16;
                if !(size.least..=size.most).contains(&of) {
                    broken(Rule::Limit(l, table as u16, of));
                }
            }
        }
        for (g, gather) in sitting.gathers.iter().enumerate() {
            let mut over: Vec<u16> = gather.people.iter().filter_map(|&p| seat(p)).collect();
            over.sort_unstable();
            over.dedup();
            if over.len() > usize::from(gather.tables) {
                broken(Rule::Gather(g, over.len() as u16));
            }
        }
        for (c, company) in sitting.company.iter().enumerate() {
            for (table, people) in tables.iter().enumerate() {
                let of = people.iter().filter(|p| company.people.binary_search(p).is_ok()).count() as u16;
                if of > 0 && of < company.least {
                    broken(Rule::Company(c, table as u16, of));
                }
            }
        }
        if let Some(home) = &sitting.home {
            let moved = (0..problem.people).filter(|&p| {
                let seat = plan.seats[k][p];
                home.table_of[p].is_some() && seat.is_some() && home.table_of[p] != seat
            });
            let people = moved.count() as u32;
            if people > home.moves {
                broken(Rule::Moved(people));
            }
        }
    }
    all
}
