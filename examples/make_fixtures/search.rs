//! Shows that a pool can meet its quotas, by finding one panel. The panel is thrown away.

use super::model::{Bounds, Person};
use super::rng::Rng;

/// What the search ended with.
pub enum Found {
    /// Some panel meets every quota.
    Panel,
    /// None was found; in the best attempt these (feature, value) pairs stayed below their minimum.
    Short(Vec<(usize, u16)>),
}

/// Looks for a panel by exchanging one person at a time and allowing small set-backs.
pub fn panel(pool: &[Person], quotas: &[Vec<Bounds>], seats: u32, rng: &mut Rng) -> Found {
    let seats = seats as usize;
    let mut order: Vec<usize> = (0..pool.len()).collect();
    rng.shuffle(&mut order);
    let mut count: Vec<Vec<i64>> = quotas.iter().map(|f| vec![0; f.len()]).collect();
    for &i in &order[..seats] {
        for (f, &v) in pool[i].iter().enumerate() {
            count[f][v as usize] += 1;
        }
    }
    let miss = |f: usize, v: usize, n: i64| {
        let (min, max) = quotas[f][v];
        (i64::from(min) - n).max(0) + (n - i64::from(max)).max(0)
    };
    let mut cost: i64 = (0..count.len())
        .flat_map(|f| (0..count[f].len()).map(move |v| (f, v)))
        .map(|(f, v)| miss(f, v, count[f][v]))
        .sum();
    let (mut best, mut short) = (i64::MAX, Vec::new());
    for _ in 0..STEPS {
        if cost == 0 {
            return Found::Panel;
        }
        if cost < best {
            best = cost;
            short.clear();
            for (f, values) in count.iter().enumerate() {
                for (v, &n) in values.iter().enumerate() {
                    if n < i64::from(quotas[f][v].0) {
                        short.push((f, v as u16));
                    }
                }
            }
        }
        let out = rng.below(seats as u64) as usize;
        let into = seats + rng.below((pool.len() - seats) as u64) as usize;
        let (leaves, joins) = (&pool[order[out]], &pool[order[into]]);
        let mut change = 0;
        for f in 0..count.len() {
            let (a, b) = (leaves[f] as usize, joins[f] as usize);
            if a != b {
                change += miss(f, a, count[f][a] - 1) - miss(f, a, count[f][a]);
                change += miss(f, b, count[f][b] + 1) - miss(f, b, count[f][b]);
            }
        }
        let accept = match change {
            ..=0 => true,
            1 => rng.below(60) == 0,
            2 => rng.below(2000) == 0,
            _ => false,
        };
        if accept {
            cost += change;
            for f in 0..count.len() {
                count[f][leaves[f] as usize] -= 1;
                count[f][joins[f] as usize] += 1;
            }
            order.swap(out, into);
        }
    }
    Found::Short(short)
}

const STEPS: u32 = 3_000_000;
