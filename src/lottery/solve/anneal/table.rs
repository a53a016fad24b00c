//! What every two people count for, by hash. Imports `lottery::problem`.

use crate::lottery::problem::Problem;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::Rng;

/// All pairs of profiles by the sum of what the two count for, in some slots of rows. The hash is linear: that of a sum
/// is the sum of the hashes.
pub(super) struct Table {
    /// Hash of each row, 0 of those that the table leaves out; and of each profile.
    pub row: Vec<u64>,
    pub profile: Vec<u64>,
    /// Which hashes there are, by their first bits.
    filter: Vec<u64>,
    /// The pairs by the first bits of their hash: where those of each begin, and their last bits and profiles.
    bits: u32,
    starts: Vec<u32>,
    pairs: Vec<(u32, u16, u16)>,
}

/// Profiles beyond which there would be too many pairs.
const PAIRED: usize = 1_200;
/// Bits of the hash that the filter knows.
const BITS: u32 = 22;
/// Tables that leave out some slots, of so many slots at least; they leave out three of eight.
const TABLES: usize = 8;
const SLOTS: usize = 4;

/// The table of all slots and those that leave some out. `possible` are the profiles that may have seats; where
/// they are too many the first table is empty, and there, or where there are few slots, there are no others.
pub(super) fn all(
    problem: &Problem,
    rows: &[u32],
    slots: usize,
    possible: &[u32],
    chance: &mut ChaCha8Rng,
) -> (Table, Vec<Table>) {
    let few = possible.len() <= PAIRED;
    let profiles = if few { possible } else { &[] };
    let hashes: Vec<u64> = problem.rows.iter().map(|_| chance.next_u64()).collect();
    let mut others = Vec::new();
    if few && slots >= SLOTS {
        let mut order: Vec<usize> = (0..slots).collect();
        for _ in 0..TABLES {
            for i in (1..slots).rev() {
                order.swap(i, below(chance, i + 1));
            }
            let mut kept = hashes.clone();
            for of in rows.chunks_exact(slots) {
                for &slot in &order[..slots * 3 / 8] {
                    if let Some(hash) = kept.get_mut(of[slot] as usize) {
                        *hash = 0;
                    }
                }
            }
            others.push(Table::new(problem, kept, profiles));
        }
    }
    (Table::new(problem, hashes, profiles), others)
}

impl Table {
    fn new(problem: &Problem, row: Vec<u64>, profiles: &[u32]) -> Self {
        let hash = |rows: &Vec<u32>| rows.iter().fold(0u64, |sum, &r| sum.wrapping_add(row[r as usize]));
        let profile: Vec<u64> = problem.rows_of().iter().map(hash).collect();
        let each = |visit: &mut dyn FnMut(u64, u32, u32)| {
            for (at, &a) in profiles.iter().enumerate() {
                for &b in profiles[at..].iter().filter(|&&b| a != b || problem.sizes[a as usize] > 1) {
                    visit(profile[a as usize].wrapping_add(profile[b as usize]), a, b);
                }
            }
        };
        let bits = (profiles.len() * profiles.len() / 2).max(2).ilog2();
        let mut filter = vec![0u64; 1 << (BITS - 6)];
        let mut starts = vec![0u32; (1 << bits) + 1];
        each(&mut |hash, _, _| {
            let bit = (hash >> (64 - BITS)) as usize;
            filter[bit >> 6] |= 1 << (bit & 63);
            starts[(hash >> (64 - bits)) as usize + 1] += 1;
        });
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut ends = starts.clone();
        let mut pairs = vec![(0, 0, 0); starts[1 << bits] as usize];
        each(&mut |hash, a, b| {
            let end = &mut ends[(hash >> (64 - bits)) as usize];
            pairs[*end as usize] = (hash as u32, a as u16, b as u16);
            *end += 1;
        });
        Self { row, profile, filter, bits, starts, pairs }
    }

    /// Pairs in it.
    pub(super) fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether it is worth looking.
    #[inline]
    pub(super) fn may_be(&self, hash: u64) -> bool {
        let bit = (hash >> (64 - BITS)) as usize;
        self.filter[bit >> 6] >> (bit & 63) & 1 == 1
    }

    /// The pairs that count for this, and perhaps, very rarely, others.
    pub(super) fn of(&self, hash: u64) -> impl Iterator<Item = (u32, u32)> + '_ {
        let first = (hash >> (64 - self.bits)) as usize;
        let pairs = &self.pairs[self.starts[first] as usize..self.starts[first + 1] as usize];
        pairs.iter().filter(move |pair| pair.0 == hash as u32).map(|&(_, a, b)| (a.into(), b.into()))
    }
}

pub(super) fn below(chance: &mut ChaCha8Rng, n: usize) -> usize {
    (((chance.next_u64() >> 32) * n as u64) >> 32) as usize
}
