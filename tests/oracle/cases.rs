//! Small random problems of every kind, always the same ones.

use super::rng::Rng;
use geloot::lottery::problem::{Problem, Row};
use std::collections::BTreeMap;

/// How a problem was made. What it turned out to be is found by enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Made {
    /// Quotas around a panel that exists, with room.
    PlantedLoose,
    /// Quotas exactly those of a panel that exists.
    PlantedExact,
    /// Each feature's quotas from shares of the pool, rounded down and up.
    Shares,
    /// Exact quotas drawn without looking at the pool.
    Blind,
    /// People as triples, one seat for each of their three values: a panel is a perfect matching.
    Matching,
    /// Profiles in a ring of odd length of which no two neighbours may both sit, and others to fill
    /// the seats: on average half of the ring could sit, but no panel seats half of an odd number.
    OddRing,
    /// The same ring, of which exactly one of any two neighbours must sit: averages can, people cannot.
    ForbiddenRing,
}

pub const KINDS: [Made; 7] = [
    Made::PlantedLoose,
    Made::PlantedExact,
    Made::Shares,
    Made::Blind,
    Made::Matching,
    Made::OddRing,
    Made::ForbiddenRing,
];

/// Case number `n` of a kind.
pub fn case(made: Made, n: usize) -> Problem {
    let rng = &mut Rng::named(&format!("oracle/{made:?}/{n}"));
    match made {
        Made::Matching => matching(rng),
        Made::OddRing => odd_ring(rng, 0),
        Made::ForbiddenRing => odd_ring(rng, 1),
        _ => random(made, rng),
    }
}

/// A quota: (feature, value), fewest, most.
type Quota = ((usize, u16), u32, u32);

fn random(made: Made, rng: &mut Rng) -> Problem {
    let exact = made == Made::PlantedExact;
    let people = between(rng, if exact { 7 } else { 3 }, 12);
    let seats = between(rng, 1, (people - 1).min(6));
    let features = between(rng, 1, if exact { 3 } else { 4 });
    let values: Vec<u16> = (0..features).map(|_| between(rng, 2, 4) as u16).collect();
    let mut pool: Vec<Vec<u16>> = Vec::new();
    for _ in 0..people {
        // Now and then somebody equal to an earlier person.
        let twin = !pool.is_empty() && rng.below(4) == 0;
        let person = if twin {
            pool[rng.below(pool.len() as u64) as usize].clone()
        } else {
            values.iter().map(|&v| rng.below(u64::from(v)) as u16).collect()
        };
        pool.push(person);
    }
    let planted: Vec<Vec<u16>> = {
        let mut order = pool.clone();
        rng.shuffle(&mut order);
        order[..seats].to_vec()
    };
    let mut quotas = Vec::new();
    for (f, &size) in values.iter().enumerate() {
        let mut blind = vec![0u32; size as usize];
        for _ in 0..seats {
            blind[rng.below(u64::from(size)) as usize] += 1;
        }
        for v in 0..size {
            let held = |list: &[Vec<u16>]| list.iter().filter(|p| p[f] == v).count() as u32;
            let exact = held(&planted);
            let share = held(&pool) * seats as u32;
            let (min, max) = match made {
                Made::PlantedExact => (exact, exact),
                Made::Shares => (share / people as u32, share.div_ceil(people as u32)),
                Made::Blind => (blind[v as usize], blind[v as usize] + u32::from(rng.below(3) == 0)),
                _ => (exact.saturating_sub(rng.below(2) as u32), exact + rng.below(2) as u32),
            };
            quotas.push(((f, v), min, max));
        }
    }
    problem(&pool, &quotas, seats as u32)
}

fn matching(rng: &mut Rng) -> Problem {
    let size = between(rng, 3, 4);
    let people = between(rng, size + 2, 12);
    let mut pool: Vec<Vec<u16>> = Vec::new();
    if rng.below(3) > 0 {
        // A matching that exists, so that most cases have a panel.
        let mut second: Vec<u16> = (0..size as u16).collect();
        let mut third = second.clone();
        rng.shuffle(&mut second);
        rng.shuffle(&mut third);
        pool.extend((0..size).map(|i| vec![i as u16, second[i], third[i]]));
    }
    while pool.len() < people {
        pool.push((0..3).map(|_| rng.below(size as u64) as u16).collect());
    }
    let quotas: Vec<Quota> = (0..3).flat_map(|f| (0..size as u16).map(move |v| ((f, v), 1, 1))).collect();
    problem(&pool, &quotas, size as u32)
}

/// At least `least` of any two neighbours in a ring sit, and at most one.
fn odd_ring(rng: &mut Rng, least: u32) -> Problem {
    let ring = if rng.below(2) == 0 { 3 } else { 5 };
    let fillers = between(rng, 1, 12 - ring).min(5);
    // Feature i: ring members i and i + 1 share value 0, of which at most one may sit.
    let member = |i: usize| (0..ring).map(|f| u16::from(i != f && i != (f + 1) % ring)).collect();
    let mut pool: Vec<Vec<u16>> = (0..ring).map(member).collect();
    for _ in 0..fillers {
        let mut filler = vec![1; ring];
        if rng.below(4) == 0 {
            filler[rng.below(ring as u64) as usize] = 2;
        }
        pool.push(filler);
    }
    let seats = between(rng, 1, (fillers + ring / 2).min(pool.len() - 1)) as u32;
    let mut quotas: Vec<Quota> = Vec::new();
    for f in 0..ring {
        quotas.extend([((f, 0), least, 1), ((f, 1), 0, seats), ((f, 2), 0, seats)]);
    }
    problem(&pool, &quotas, seats)
}

/// Groups people into profiles in lexicographic order and writes one row a quota.
pub fn problem(pool: &[Vec<u16>], quotas: &[Quota], seats: u32) -> Problem {
    let mut sizes: BTreeMap<&Vec<u16>, u32> = BTreeMap::new();
    for person in pool {
        *sizes.entry(person).or_default() += 1;
    }
    let members = |(f, v): (usize, u16)| {
        let having = sizes.keys().enumerate().filter(|(_, p)| p[f] == v);
        having.map(|(t, _)| t as u32).collect()
    };
    let rows = quotas.iter().map(|&(of, min, max)| Row { profiles: members(of), min, max }).collect();
    Problem { seats, rows, sizes: sizes.into_values().collect() }
}

fn between(rng: &mut Rng, low: usize, high: usize) -> usize {
    low + rng.below((high - low + 1) as u64) as usize
}
