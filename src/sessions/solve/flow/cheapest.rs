//! The best sharing out of topics, proved: a minimum-cost flow in whole numbers. Imports the
//! problem.

use crate::sessions::model::problem::{Limit, Sitting, Size};
use num_integer::Integer;

/// Who may work on what, at which price, and how many of each group of people a topic takes.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    /// The fewest and the most people of every topic.
    pub topics: Vec<Size>,
    /// For each group of people the fewest and the most of them in every topic.
    pub groups: Vec<Vec<Size>>,
    /// For each person the group.
    pub group_of: Vec<usize>,
    /// For `person * topics + topic` the price; `None` where the person may not work on the topic.
    pub price: Vec<Option<u32>>,
}

/// A sharing in the making. Nodes are a group's people in a topic (`group * topics + topic`) and,
/// after these, the topics.
struct Flow<'a> {
    it: &'a Sharing,
    topic_of: Vec<usize>,
    /// People of each group in each topic.
    here: Vec<u16>,
    /// People in each topic.
    count: Vec<u16>,
    bonus: i64,
}

impl Sharing {
    /// The cheapest way to give everybody one topic: the topic of each person and the total price, or
    /// `None` when no sharing fits.
    ///
    /// People are added one by one along the cheapest chain of changes (successive shortest paths; Ahuja,
    /// Magnanti and Orlin, Network Flows, 9.7), so after each the sharing is the cheapest for the people
    /// so far. What is below its fewest is filled first, at a bonus larger than all prices together.
    pub fn cheapest(&self) -> Option<(Vec<u16>, u64)> {
        let (topics, people) = (self.topics.len(), self.group_of.len());
        let largest = self.price.iter().flatten().copied().max().unwrap_or(0);
        let mut flow = Flow {
            it: self,
            topic_of: Vec::with_capacity(people),
            here: vec![0; self.groups.len() * topics],
            count: vec![0; topics],
            bonus: (i64::from(largest) + 1) * (people as i64 + 1),
        };
        for person in 0..people {
            flow.add(person)?;
        }
        let filled =
            |count: &[u16], sizes: &[Size]| count.iter().zip(sizes).all(|(&c, size)| c >= size.least);
        let groups = flow.here.chunks(topics.max(1)).zip(&self.groups);
        if !filled(&flow.count, &self.topics) || !groups.into_iter().all(|(here, sizes)| filled(here, sizes))
        {
            return None;
        }
        let total = flow.topic_of.iter().enumerate().filter_map(|(p, &topic)| self.of(p, topic)).sum::<i64>();
        Some((flow.topic_of.into_iter().map(|topic| topic as u16).collect(), total as u64))
    }

    fn of(&self, person: usize, topic: usize) -> Option<i64> {
        self.price[person * self.topics.len() + topic].map(i64::from)
    }
}

impl Flow<'_> {
    /// Adds the next person; `None` when there is no way to.
    fn add(&mut self, person: usize) -> Option<()> {
        let topics = self.count.len();
        let cells = self.here.len();
        let group = self.it.group_of[person];
        let steps = self.steps();
        let mut best: Vec<Option<i64>> = vec![None; cells + topics];
        let mut via: Vec<Option<usize>> = vec![None; cells + topics];
        for topic in 0..topics {
            best[group * topics + topic] = self.it.of(person, topic);
        }
        // Bellman and Ford: there is no negative cycle, since the sharing so far is the cheapest.
        for _ in 0..cells + topics {
            let mut changed = false;
            let mut reach = |from: usize, to: usize, cost: i64, best: &mut Vec<Option<i64>>| {
                let Some(base) = best[from] else { return };
                if best[to].is_none_or(|known| base + cost < known) {
                    best[to] = Some(base + cost);
                    via[to] = Some(from);
                    changed = true;
                }
            };
            for cell in 0..cells {
                let (first, topic) = (cell - cell % topics, cell % topics);
                let size = self.it.groups[cell / topics][topic];
                let here = self.here[cell];
                if here < size.most {
                    reach(cell, cells + topic, if here < size.least { -self.bonus } else { 0 }, &mut best);
                }
                if here > 0 {
                    reach(cells + topic, cell, if here <= size.least { self.bonus } else { 0 }, &mut best);
                    for to in (0..topics).filter(|&to| to != topic) {
                        if let Some((cost, _)) = steps[cell * topics + to] {
                            reach(cell, first + to, cost, &mut best);
                        }
                    }
                }
            }
            if !changed {
                break;
            }
        }
        let worth = |topic: usize| {
            let (size, count) = (self.it.topics[topic], self.count[topic]);
            let cost = best[cells + topic].filter(|_| count < size.most)?;
            Some((cost - if count < size.least { self.bonus } else { 0 }, topic))
        };
        let end = (0..topics).filter_map(worth).min()?.1;
        self.count[end] += 1;
        let mut at = cells + end;
        while let Some(from) = via[at] {
            match (from < cells, at < cells) {
                (true, false) => self.here[from] += 1,
                (false, _) => self.here[at] -= 1,
                (true, true) => {
                    if let Some((_, who)) = steps[from * topics + at % topics] {
                        self.topic_of[who] = at % topics;
                    }
                }
            }
            at = from;
        }
        self.topic_of.push(at % topics);
        Some(())
    }

    /// For each group and pair of topics the cheapest change of one person from the first to the second.
    fn steps(&self) -> Vec<Option<(i64, usize)>> {
        let topics = self.count.len();
        let mut steps: Vec<Option<(i64, usize)>> = vec![None; self.here.len() * topics];
        for (who, &from) in self.topic_of.iter().enumerate() {
            let Some(here) = self.it.of(who, from) else { continue };
            let first = (self.it.group_of[who] * topics + from) * topics;
            for to in (0..topics).filter(|&to| to != from) {
                if let Some(there) = self.it.of(who, to) {
                    let known = &mut steps[first + to];
                    if known.is_none_or(|(cost, _)| there - here < cost) {
                        *known = Some((there - here, who));
                    }
                }
            }
        }
        steps
    }
}

/// The sharing out of topics that the preferences like best under the sizes of the groups, barred tables
/// and limits on roles, and a price below which no seating that keeps the rules can go; `None` when
/// even those rules do not fit.
///
/// People who must share a table all get the mean of their prices, which is right for any seating that
/// keeps them together; so the bound counts that rule as well, though the sharing may part them. When the
/// sharing keeps all rules, it is the best of all.
pub fn best_wishes(sitting: &Sitting) -> Option<(Vec<Option<u16>>, u64)> {
    let tables = sitting.tables.len();
    let here: Vec<usize> = (0..sitting.present.len()).filter(|&p| sitting.present[p]).collect();
    let block_of = blocks(sitting);
    let mut scale = 1u64;
    let mut members: Vec<Vec<usize>> = vec![vec![]; sitting.present.len()];
    here.iter().for_each(|&person| members[block_of[person]].push(person));
    for block in members.iter_mut() {
        let common = scale.lcm(&(block.len().max(1) as u64));
        // A block that would make numbers too large is not counted, which only loosens the bound.
        if common > FINEST { block.clear() } else { scale = common }
    }
    let alone = |person: usize, table: usize| {
        let barred = sitting.barred.binary_search(&(person as u16, table as u16)).is_ok();
        (!barred).then(|| u64::from(sitting.wishes[person * tables + table]))
    };
    let price = |&person: &usize| {
        let block = &members[block_of[person]];
        (0..tables).map(move |table| {
            if block.len() < 2 {
                return alone(person, table).map(|price| (price * scale) as u32);
            }
            let together: Option<u64> = block.iter().map(|&member| alone(member, table)).sum();
            together.map(|sum| (sum * scale / block.len() as u64) as u32)
        })
    };
    let (groups, group_of) = groups(sitting, &here);
    let price = here.iter().flat_map(price).collect();
    let sharing = Sharing { topics: sitting.tables.clone(), groups, group_of, price };
    let (topics, total) = sharing.cheapest()?;
    let mut seats = vec![None; sitting.present.len()];
    here.into_iter().zip(topics).for_each(|(person, topic)| seats[person] = Some(topic));
    Some((seats, total.div_ceil(scale)))
}

/// Prices are counted in at most so many parts of a step.
const FINEST: u64 = 2_520;

/// People who must share one table, each with the lowest number among them.
fn blocks(sitting: &Sitting) -> Vec<usize> {
    let mut block_of: Vec<usize> = (0..sitting.present.len()).collect();
    let gathered = sitting.gathers.iter().filter(|gather| gather.tables == 1);
    let pairs = gathered.flat_map(|gather| gather.people.windows(2).map(|pair| (pair[0], pair[1])));
    for (a, b) in sitting.together.iter().copied().chain(pairs) {
        let (a, b) = (usize::from(a), usize::from(b));
        if sitting.present[a] && sitting.present[b] {
            let (low, high) = (block_of[a].min(block_of[b]), block_of[a].max(block_of[b]));
            block_of.iter_mut().filter(|block| **block == high).for_each(|block| *block = low);
        }
    }
    block_of
}

/// The groups that limits make of the people here, each person in the first limit that counts them, and
/// what each topic takes of them. The last group is everybody whom no limit counts.
fn groups(sitting: &Sitting, here: &[usize]) -> (Vec<Vec<Size>>, Vec<usize>) {
    let limit_of = |person: usize| {
        let counts = |limit: &Limit| limit.people.binary_search(&(person as u16)).is_ok();
        sitting.limits.iter().position(counts).unwrap_or(sitting.limits.len())
    };
    let group_of: Vec<usize> = here.iter().map(|&person| limit_of(person)).collect();
    let mut groups: Vec<Vec<Size>> = vec![];
    for (number, limit) in sitting.limits.iter().enumerate() {
        // The fewest hold for all its people only, not for those left after earlier limits.
        let whole = limit.people.iter().all(|&person| {
            let person = usize::from(person);
            !sitting.present[person] || limit_of(person) == number
        });
        let size = |size: &Size| Size { least: if whole { size.least } else { 0 }, most: size.most };
        groups.push(limit.tables.iter().map(size).collect());
    }
    groups.push(vec![Size { least: 0, most: u16::MAX }; sitting.tables.len()]);
    (groups, group_of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::{Plan, Problem, broken, figures};

    /// The cheapest by trying everything.
    fn tried(it: &Sharing) -> Option<u64> {
        let (topics, people) = (it.topics.len(), it.group_of.len());
        let mut best = None;
        for code in 0..topics.pow(people as u32) {
            let mut count = vec![0u16; topics];
            let mut of_group = vec![vec![0u16; topics]; it.groups.len()];
            let mut left = code;
            let mut total = Some(0);
            for person in 0..people {
                let topic = left % topics;
                left /= topics;
                count[topic] += 1;
                of_group[it.group_of[person]][topic] += 1;
                total = total.and_then(|t| Some(t + u64::from(it.price[person * topics + topic]?)));
            }
            let fits = |count: &[u16], sizes: &[Size]| {
                count.iter().zip(sizes).all(|(&c, size)| (size.least..=size.most).contains(&c))
            };
            let all = fits(&count, &it.topics) && of_group.iter().zip(&it.groups).all(|(c, s)| fits(c, s));
            if let (true, Some(total)) = (all, total) {
                best = Some(best.map_or(total, |known: u64| known.min(total)));
            }
        }
        best
    }

    fn chance(mut state: u64) -> impl FnMut(u64) -> u64 {
        move |bound| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % bound
        }
    }

    #[test]
    fn is_as_cheap_as_anything_that_can_be_tried() {
        let mut draw = chance(5);
        let (mut some, mut none) = (0, 0);
        for _ in 0..600 {
            let (people, topics) = (1 + draw(6) as usize, 1 + draw(4) as usize);
            let mut size = |few: u64, room: u64| {
                let least = draw(few) as u16;
                Size { least, most: least + draw(room) as u16 }
            };
            let sizes: Vec<Size> = (0..topics).map(|_| size(3, 5)).collect();
            let groups: Vec<Vec<Size>> = (0..2).map(|_| (0..topics).map(|_| size(2, 4)).collect()).collect();
            let sharing = Sharing {
                topics: sizes,
                groups: [groups, vec![vec![Size { least: 0, most: 9 }; topics]]].concat(),
                group_of: (0..people).map(|_| draw(3) as usize).collect(),
                price: (0..people * topics).map(|_| (draw(9) > 0).then(|| draw(6) as u32)).collect(),
            };
            let found = sharing.cheapest();
            assert_eq!(found.as_ref().map(|(_, total)| *total), tried(&sharing), "{sharing:?}");
            if found.is_some() { some += 1 } else { none += 1 }
        }
        assert!(some > 50 && none > 50, "{some} with and {none} without a sharing");
    }

    /// The least price of a seating that keeps all rules, by trying everything.
    fn kept(sitting: &Sitting) -> Option<u64> {
        let (people, tables) = (sitting.present.len(), sitting.tables.len());
        let problem = Problem { people, sittings: vec![sitting.clone()], ..Problem::default() };
        let mut best = None;
        for mut code in 0..tables.pow(people as u32) {
            let mut seats = vec![];
            for person in 0..people {
                seats.push(sitting.present[person].then_some((code % tables) as u16));
                code /= tables;
            }
            let plan = Plan { seats: vec![seats] };
            if broken(&problem, &plan).is_empty() {
                let price = figures(&problem, &plan).wishes[0].price;
                best = Some(best.map_or(price, |known: u64| known.min(price)));
            }
        }
        best
    }

    #[test]
    fn no_seating_that_keeps_the_rules_is_cheaper_than_the_bound() {
        let mut draw = chance(9);
        let (mut reached, mut cases) = (0, 0);
        for _ in 0..200 {
            let (people, tables) = (4 + draw(4) as usize, 2 + draw(2) as usize);
            let mut sitting = Sitting::even((0..people).map(|_| draw(9) > 0).collect(), tables);
            sitting.wishes = (0..people * tables).map(|_| draw(5) as u32).collect();
            let mut pair = || {
                let a = draw(people as u64) as u16;
                (a, (a + 1 + draw(people as u64 - 1) as u16) % people as u16)
            };
            let (together, barred) = (pair(), pair());
            sitting.together.push(together);
            sitting.barred.push((barred.0, 0));
            if draw(2) == 0 {
                let some = (0..people as u16).filter(|_| draw(2) == 0).collect();
                let size = Size { least: draw(2) as u16, most: 1 + draw(2) as u16 };
                sitting.limits.push(Limit { people: some, tables: vec![size; tables] });
            }
            if let Some(least) = kept(&sitting) {
                let (_, bound) = best_wishes(&sitting).expect("rules that can be kept have a sharing");
                assert!(bound <= least, "{bound} is above {least}: {sitting:?}");
                cases += 1;
                reached += usize::from(bound == least);
            }
        }
        assert!(cases > 100 && reached * 4 > cases * 3, "{reached} of {cases} bounds are reached");
    }
}
