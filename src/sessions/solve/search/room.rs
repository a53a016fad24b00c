//! One sitting of a plan being improved: seats, counts per table, and everything that is judged
//! within a sitting. May import the problem.

use super::price::Price;
use crate::sessions::model::bound::least_spread;
use crate::sessions::model::problem::{Problem, Sitting, Size};

const NOWHERE: u16 = u16::MAX;

/// The tables of one sitting.
#[derive(Clone)]
pub struct Room<'a> {
    sitting: &'a Sitting,
    /// Seats a table can hold in memory, above the most of any table.
    stride: usize,
    seats: Vec<u16>,
    sizes: Vec<u16>,
    table_of: Vec<u16>,
    /// Everybody present.
    pub here: Vec<u16>,
    /// Values of all mixed features, numbered through: per person one per feature.
    values: Vec<u16>,
    features: usize,
    /// How many values there are over all features.
    width: usize,
    /// How often each value occurs at each table.
    counts: Vec<u16>,
    /// Fair share of a value at a table of a size, `size * width + value`.
    shares: Vec<(i32, i32)>,
    importance: Vec<i32>,
    /// What one more and one fewer of a value at a table would change, `table * width + value`.
    margins: Vec<(i32, i32)>,
    /// Whether the shares depend on the size.
    elastic: bool,
    rules: Rules,
}

/// The hard rules, arranged by person.
#[derive(Clone, Default)]
struct Rules {
    any: bool,
    apart: Vec<Vec<u16>>,
    together: Vec<Vec<u16>>,
    barred: Vec<bool>,
    /// For each person a bit per limit, and per gather after those.
    kinds: Vec<u64>,
    /// For each limit and gather the number of its people at each table.
    of_kind: Vec<Vec<u16>>,
    moved: i64,
}

impl<'a> Room<'a> {
    pub fn new(problem: &Problem, sitting: &'a Sitting, seats: &[Option<u16>]) -> Self {
        let tables = sitting.tables.len();
        let most = sitting.tables.iter().map(|size| usize::from(size.most)).max().unwrap_or(0);
        let mut found = vec![0; tables];
        for seat in seats.iter().flatten() {
            found[usize::from(*seat)] += 1;
        }
        let stride = most.max(found.into_iter().max().unwrap_or(0)) + 2;
        let width = problem.features.iter().map(|mix| mix.values.len()).sum();
        let mut values = Vec::with_capacity(problem.people * problem.features.len());
        for person in 0..problem.people {
            let mut first = 0;
            for mix in &problem.features {
                values.push((first + usize::from(mix.of[person])) as u16);
                first += mix.values.len();
            }
        }
        let importance =
            problem.features.iter().flat_map(|mix| mix.values.iter().map(|_| mix.importance as i32));
        let mut room = Self {
            sitting,
            stride,
            seats: vec![NOWHERE; tables * stride],
            sizes: vec![0; tables],
            table_of: vec![NOWHERE; problem.people],
            here: (0..problem.people as u16).filter(|&p| sitting.present[usize::from(p)]).collect(),
            values,
            features: problem.features.len(),
            width,
            counts: vec![0; tables * width],
            shares: vec![],
            importance: importance.collect(),
            margins: vec![(0, 0); tables * width],
            elastic: !sitting.is_even(),
            rules: Rules::new(problem, sitting),
        };
        let mut there = vec![0; width];
        for &person in &room.here {
            for &value in room.values_of(person) {
                there[usize::from(value)] += 1;
            }
        }
        for size in 0..=stride {
            room.shares.extend(there.iter().map(|&count| {
                let (low, high) = sitting.share(count, size);
                (i32::from(low), i32::from(high))
            }));
        }
        for (person, seat) in seats.iter().enumerate() {
            if let Some(table) = seat {
                room.sit(person as u16, *table);
                room.rules.moved += room.away(person as u16, *table);
            }
        }
        for table in 0..tables {
            room.weigh(table);
        }
        room
    }

    pub fn tables(&self) -> u16 {
        self.sizes.len() as u16
    }

    /// The people at a table.
    pub fn at(&self, table: u16) -> &[u16] {
        let first = usize::from(table) * self.stride;
        &self.seats[first..first + usize::from(self.sizes[usize::from(table)])]
    }

    /// Where somebody present sits.
    pub fn table_of(&self, person: u16) -> u16 {
        self.table_of[usize::from(person)]
    }

    /// Whether a person has a seat in this sitting.
    pub fn is_here(&self, person: u16) -> bool {
        self.table_of[usize::from(person)] != NOWHERE
    }

    /// Whether there are tables whose number of people may change.
    pub fn can_move(&self) -> bool {
        self.sitting.tables.iter().any(|size| size.least != size.most)
    }

    /// Whether there are people who must share a table.
    pub fn has_blocks(&self) -> bool {
        !self.rules.together.is_empty() || self.sitting.gathers.iter().any(|gather| gather.tables == 1)
    }

    /// Somebody and everybody at the same table who must share it with them.
    pub fn block(&self, person: u16) -> Vec<u16> {
        let table = self.table_of(person);
        let mut block = vec![person];
        let mut next = 0;
        while next < block.len() {
            let one = block[next];
            next += 1;
            let together = self.rules.together.get(usize::from(one)).into_iter().flatten();
            let gathered = self
                .sitting
                .gathers
                .iter()
                .filter(|gather| gather.tables == 1 && gather.people.binary_search(&one).is_ok());
            for &other in together.chain(gathered.flat_map(|gather| &gather.people)) {
                if self.table_of(other) == table && !block.contains(&other) {
                    block.push(other);
                }
            }
        }
        block
    }

    /// Whether somebody may go from one table to another without making a wrong size worse.
    pub fn fits(&self, from: u16, to: u16) -> bool {
        let (from, to) = (usize::from(from), usize::from(to));
        let (out, into) = (self.sitting.tables[from], self.sitting.tables[to]);
        let gains = self.sizes[from] > out.most || self.sizes[to] < into.least;
        let keeps = self.sizes[from] > out.least && self.sizes[to] < into.most;
        (gains || keeps) && self.sizes[from] > 0 && usize::from(self.sizes[to]) + 1 < self.stride
    }

    pub fn seats(&self) -> Vec<Option<u16>> {
        self.table_of.iter().map(|&table| (table != NOWHERE).then_some(table)).collect()
    }

    fn values_of(&self, person: u16) -> &[u16] {
        &self.values[usize::from(person) * self.features..][..self.features]
    }

    fn sit(&mut self, person: u16, table: u16) {
        let t = usize::from(table);
        self.seats[t * self.stride + usize::from(self.sizes[t])] = person;
        self.sizes[t] += 1;
        self.table_of[usize::from(person)] = table;
        for feature in 0..self.features {
            let value = self.values[usize::from(person) * self.features + feature];
            self.counts[t * self.width + usize::from(value)] += 1;
        }
        for kind in bits(self.rules.kinds[usize::from(person)]) {
            self.rules.of_kind[kind][t] += 1;
        }
    }

    fn rise(&mut self, person: u16) {
        let t = usize::from(self.table_of[usize::from(person)]);
        let first = t * self.stride;
        let size = usize::from(self.sizes[t]);
        if let Some(seat) = self.seats[first..first + size].iter().position(|&p| p == person) {
            self.seats[first + seat] = self.seats[first + size - 1];
        }
        self.sizes[t] -= 1;
        self.table_of[usize::from(person)] = NOWHERE;
        for feature in 0..self.features {
            let value = self.values[usize::from(person) * self.features + feature];
            self.counts[t * self.width + usize::from(value)] -= 1;
        }
        for kind in bits(self.rules.kinds[usize::from(person)]) {
            self.rules.of_kind[kind][t] -= 1;
        }
    }

    pub fn swap(&mut self, a: u16, b: u16) {
        let (from, to) = (self.table_of(a), self.table_of(b));
        self.rules.moved += self.away(a, to) - self.away(a, from) + self.away(b, from) - self.away(b, to);
        self.rise(a);
        self.rise(b);
        self.sit(a, to);
        self.sit(b, from);
        for feature in 0..self.features {
            let value = |person: u16| self.values[usize::from(person) * self.features + feature];
            let (va, vb) = (usize::from(value(a)), usize::from(value(b)));
            if va != vb {
                for table in [from, to].map(usize::from) {
                    self.weigh_value(table, va);
                    self.weigh_value(table, vb);
                }
            }
        }
    }

    pub fn relocate(&mut self, a: u16, to: u16) {
        self.rules.moved += self.away(a, to) - self.away(a, self.table_of(a));
        let from = self.table_of(a);
        self.rise(a);
        self.sit(a, to);
        self.weigh(usize::from(from));
        self.weigh(usize::from(to));
    }

    fn weigh(&mut self, table: usize) {
        for value in 0..self.width {
            self.weigh_value(table, value);
        }
    }

    fn weigh_value(&mut self, table: usize, value: usize) {
        let (size, at) = (self.sizes[table], table * self.width + value);
        let count = i32::from(self.counts[at]);
        let now = self.off(size, value, count);
        self.margins[at] = (self.off(size, value, count + 1) - now, self.off(size, value, count - 1) - now);
    }

    /// How many people sit elsewhere than announced after somebody changes places with another, or goes to a
    /// table.
    pub fn moved_after(&self, (a, with): (u16, Result<u16, u16>)) -> i64 {
        let from = self.table_of(a);
        let goes = |person: u16, to: u16| self.away(person, to) - self.away(person, self.table_of(person));
        self.rules.moved
            + match with {
                Ok(b) => goes(a, self.table_of(b)) + goes(b, from),
                Err(to) => goes(a, to),
            }
    }

    /// 1 when `table` is not where the person was announced to sit.
    fn away(&self, person: u16, table: u16) -> i64 {
        let home = self.sitting.home.as_ref();
        let was = home.and_then(|home| home.table_of[usize::from(person)]);
        i64::from(was.is_some_and(|was| was != table))
    }

    fn over_moves(&self, moved: i64) -> i64 {
        self.sitting.home.as_ref().map_or(0, |home| (moved - i64::from(home.moves)).max(0))
    }

    /// Everything judged within this sitting, counted afresh.
    pub fn price(&self) -> Price {
        let mut price = Price::default();
        for table in 0..self.sizes.len() {
            price.balance += self.table_balance(table, self.sizes[table]);
            price.hard += outside(self.sizes[table], self.sitting.tables[table]);
        }
        for (limit, of_kind) in self.sitting.limits.iter().zip(&self.rules.of_kind) {
            price.hard += of_kind.iter().zip(&limit.tables).map(|(&c, &size)| outside(c, size)).sum::<i64>();
        }
        for (k, gather) in self.sitting.gathers.iter().enumerate() {
            let of_kind = &self.rules.of_kind[self.sitting.limits.len() + k];
            price.hard += scattered(of_kind.iter().copied(), gather.tables);
        }
        let others = self.sitting.limits.len() + self.sitting.gathers.len();
        for (k, company) in self.sitting.company.iter().enumerate() {
            let of_kind = &self.rules.of_kind[others + k];
            price.hard += of_kind.iter().map(|&count| lonely(count, company.least)).sum::<i64>();
        }
        for &(a, b) in &self.sitting.apart {
            price.hard += i64::from(self.is_here(a) && self.table_of(a) == self.table_of(b));
        }
        for &(a, b) in &self.sitting.together {
            let both = self.is_here(a) && self.is_here(b);
            price.hard += i64::from(both && self.table_of(a) != self.table_of(b));
        }
        for &person in &self.here {
            if self.is_here(person) {
                let table = self.table_of(person);
                price.hard += i64::from(self.is_barred(person, table));
                price.wishes += self.wish(person, table);
            }
        }
        price.hard += self.over_moves(self.rules.moved);
        price
    }

    /// By how much the spread of each feature is more than one above its least, summed. The spread is
    /// that of the figures.
    pub fn over(&self, problem: &Problem) -> i64 {
        let tables: Vec<usize> =
            (0..self.sizes.len()).filter(|&table| self.sitting.tables[table].most > 0).collect();
        let (mut first, mut over) = (0, 0);
        for mix in &problem.features {
            let (mut worst, mut least, mut totals) = (0, 0, vec![]);
            for value in first..first + mix.values.len() {
                let share = |table: usize| match self.elastic {
                    true => i64::from(self.shares[usize::from(self.sizes[table]) * self.width + value].0),
                    false => 0,
                };
                let at = |&table: &usize| i64::from(self.counts[table * self.width + value]) - share(table);
                let (fewest, most, sum) = tables
                    .iter()
                    .map(at)
                    .fold((i64::MAX, i64::MIN, 0), |(l, m, s), c| (l.min(c), m.max(c), s + c));
                worst = worst.max(most - fewest);
                least = least.max(i64::from(self.elastic && sum % tables.len() as i64 != 0));
                totals.push(sum as usize);
            }
            if !self.elastic {
                least = i64::from(least_spread(self.sitting, &totals));
            }
            first += mix.values.len();
            over += (worst - least - 1).max(0);
        }
        over
    }

    fn is_barred(&self, person: u16, table: u16) -> bool {
        !self.rules.barred.is_empty()
            && self.rules.barred[usize::from(person) * self.sizes.len() + usize::from(table)]
    }

    fn wish(&self, person: u16, table: u16) -> i64 {
        if self.sitting.wishes.is_empty() {
            return 0;
        }
        i64::from(self.sitting.wishes[usize::from(person) * self.sizes.len() + usize::from(table)])
    }

    fn off(&self, size: u16, value: usize, count: i32) -> i32 {
        let (low, high) = self.shares[usize::from(size) * self.width + value];
        let off = (low - count).max(0) + (count - high).max(0);
        off * off * self.importance[value]
    }

    fn table_balance(&self, table: usize, size: u16) -> i64 {
        let counts = &self.counts[table * self.width..][..self.width];
        counts
            .iter()
            .enumerate()
            .map(|(value, &count)| i64::from(self.off(size, value, i32::from(count))))
            .sum()
    }

    pub fn swap_price(&self, a: u16, b: u16) -> Price {
        let (from, to) = (self.table_of(a), self.table_of(b));
        let (f, t) = (usize::from(from), usize::from(to));
        let mut price = Price::default();
        let (at_from, at_to) =
            (&self.margins[f * self.width..][..self.width], &self.margins[t * self.width..][..self.width]);
        let mut balance = 0;
        for (&va, &vb) in self.values_of(a).iter().zip(self.values_of(b)) {
            if va != vb {
                let (va, vb) = (usize::from(va), usize::from(vb));
                balance += at_from[va].1 + at_from[vb].0 + at_to[va].0 + at_to[vb].1;
            }
        }
        price.balance = i64::from(balance);
        if self.rules.any {
            price.hard += self.personal(a, from, to, b) + self.personal(b, to, from, a);
            let (ka, kb) = (self.rules.kinds[usize::from(a)], self.rules.kinds[usize::from(b)]);
            if ka != kb {
                price.hard += bits(ka & !kb).map(|kind| self.kind_price(kind, f, t)).sum::<i64>();
                price.hard += bits(kb & !ka).map(|kind| self.kind_price(kind, t, f)).sum::<i64>();
            }
            if self.sitting.home.is_some() {
                let moved = self.rules.moved + self.away(a, to) - self.away(a, from) + self.away(b, from)
                    - self.away(b, to);
                price.hard += self.over_moves(moved) - self.over_moves(self.rules.moved);
            }
        }
        if !self.sitting.wishes.is_empty() {
            price.wishes += self.wish(a, to) - self.wish(a, from) + self.wish(b, from) - self.wish(b, to);
        }
        price
    }

    pub fn move_price(&self, a: u16, to: u16) -> Price {
        let from = self.table_of(a);
        let (f, t) = (usize::from(from), usize::from(to));
        let (sf, st) = (self.sizes[f], self.sizes[t]);
        let mut price = Price::default();
        for &value in self.values_of(a) {
            let value = usize::from(value);
            let (fc, tc) = (
                i32::from(self.counts[f * self.width + value]),
                i32::from(self.counts[t * self.width + value]),
            );
            price.balance += i64::from(self.off(sf - 1, value, fc - 1) - self.off(sf - 1, value, fc));
            price.balance += i64::from(self.off(st + 1, value, tc + 1) - self.off(st + 1, value, tc));
        }
        if self.elastic {
            price.balance += self.table_balance(f, sf - 1) - self.table_balance(f, sf);
            price.balance += self.table_balance(t, st + 1) - self.table_balance(t, st);
        }
        let (size_f, size_t) = (self.sitting.tables[f], self.sitting.tables[t]);
        price.hard += outside(sf - 1, size_f) - outside(sf, size_f);
        price.hard += outside(st + 1, size_t) - outside(st, size_t);
        if self.rules.any {
            price.hard += self.personal(a, from, to, NOWHERE);
            let kinds = bits(self.rules.kinds[usize::from(a)]);
            price.hard += kinds.map(|kind| self.kind_price(kind, f, t)).sum::<i64>();
            let moved = self.rules.moved + self.away(a, to) - self.away(a, from);
            price.hard += self.over_moves(moved) - self.over_moves(self.rules.moved);
        }
        price.wishes += self.wish(a, to) - self.wish(a, from);
        price
    }

    /// Rules about one person who goes from one table to another, changing places with `other`.
    fn personal(&self, person: u16, from: u16, to: u16, other: u16) -> i64 {
        let mut price = i64::from(self.is_barred(person, to)) - i64::from(self.is_barred(person, from));
        let p = usize::from(person);
        if !self.rules.apart.is_empty() {
            for &x in self.rules.apart[p].iter().filter(|&&x| x != other) {
                let at = self.table_of(x);
                price += i64::from(at == to) - i64::from(at == from);
            }
        }
        if !self.rules.together.is_empty() {
            for &x in self.rules.together[p].iter().filter(|&&x| x != other) {
                let at = self.table_of(x);
                price += i64::from(at == from) - i64::from(at == to);
            }
        }
        price
    }

    /// What it costs that one of a kind goes from one table to another.
    fn kind_price(&self, kind: usize, from: usize, to: usize) -> i64 {
        let counts = &self.rules.of_kind[kind];
        let limits = self.sitting.limits.len();
        if kind < limits {
            let sizes = &self.sitting.limits[kind].tables;
            return outside(counts[from] - 1, sizes[from]) - outside(counts[from], sizes[from])
                + outside(counts[to] + 1, sizes[to])
                - outside(counts[to], sizes[to]);
        }
        let gathers = limits + self.sitting.gathers.len();
        if kind >= gathers {
            let least = self.sitting.company[kind - gathers].least;
            return lonely(counts[from] - 1, least) - lonely(counts[from], least)
                + lonely(counts[to] + 1, least)
                - lonely(counts[to], least);
        }
        let most = self.sitting.gathers[kind - limits].tables;
        let after = counts
            .iter()
            .enumerate()
            .map(|(table, &count)| count + u16::from(table == to) - u16::from(table == from));
        scattered(after, most) - scattered(counts.iter().copied(), most)
    }
}

impl Rules {
    fn new(problem: &Problem, sitting: &Sitting) -> Self {
        let n = problem.people;
        let kinds_there_are = sitting.limits.len() + sitting.gathers.len() + sitting.company.len();
        assert!(kinds_there_are <= 64, "at most 64 kinds of people, checked when a plan is read");
        let mut rules = Self {
            kinds: vec![0; n],
            of_kind: vec![vec![0; sitting.tables.len()]; kinds_there_are],
            ..Self::default()
        };
        let by_person = |pairs: &[(u16, u16)]| {
            let mut lists = vec![vec![]; if pairs.is_empty() { 0 } else { n }];
            for &(a, b) in pairs {
                lists[usize::from(a)].push(b);
                lists[usize::from(b)].push(a);
            }
            lists
        };
        rules.apart = by_person(&sitting.apart);
        // Only those who are there can be kept together.
        let both =
            |&&(a, b): &&(u16, u16)| sitting.present[usize::from(a)] && sitting.present[usize::from(b)];
        rules.together = by_person(&sitting.together.iter().filter(both).copied().collect::<Vec<_>>());
        if !sitting.barred.is_empty() {
            rules.barred = vec![false; n * sitting.tables.len()];
            for &(person, table) in &sitting.barred {
                rules.barred[usize::from(person) * sitting.tables.len() + usize::from(table)] = true;
            }
        }
        let kinds = sitting.limits.iter().map(|l| &l.people).chain(sitting.gathers.iter().map(|g| &g.people));
        let kinds = kinds.chain(sitting.company.iter().map(|c| &c.people));
        for (kind, people) in kinds.enumerate() {
            for &person in people {
                rules.kinds[usize::from(person)] |= 1 << kind;
            }
        }
        rules.any = kinds_there_are > 0
            || !(sitting.apart.is_empty() && sitting.together.is_empty() && sitting.barred.is_empty())
            || sitting.home.is_some();
        rules
    }
}

/// How far a number lies outside its limits.
fn outside(count: u16, size: Size) -> i64 {
    i64::from(size.least.saturating_sub(count)) + i64::from(count.saturating_sub(size.most))
}

/// How many more it takes until nobody of a kind is without company at a table.
fn lonely(count: u16, least: u16) -> i64 {
    if count == 0 { 0 } else { i64::from(least.saturating_sub(count)) }
}

/// People outside the `tables` tables that hold most of them.
fn scattered(counts: impl Iterator<Item = u16>, tables: u16) -> i64 {
    let mut counts: Vec<u16> = counts.filter(|&count| count > 0).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    counts.iter().skip(usize::from(tables)).map(|&count| i64::from(count)).sum()
}

/// The numbers of the bits that are set.
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
}
