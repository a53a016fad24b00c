//! Where a search starts: a design where algebra has one, people at random otherwise. May import the
//! problem, the plan and the designs.

use super::labels::Labels;
use crate::sessions::solve::design::{self, shuffled};
use crate::sessions::solve::flow::best_wishes;
use crate::sessions::{Plan, Problem, Sitting};

/// Everybody at a random table of the right size.
pub fn random(problem: &Problem, draw: &mut impl FnMut(u64) -> u64) -> Plan {
    let seats = problem.sittings.iter().map(|sitting| {
        let here: Vec<usize> = (0..problem.people).filter(|&p| sitting.present[p]).collect();
        let sizes = sizes(sitting);
        let mut tables = sizes.iter().enumerate().flat_map(|(t, &size)| vec![t as u16; usize::from(size)]);
        let mut seats = vec![None; problem.people];
        for k in shuffled(here.len(), draw) {
            seats[here[k]] = tables.next();
        }
        seats
    });
    Plan { seats: seats.collect() }
}

/// Gives people the topics they like best, in the sittings that have topics.
pub fn wished(problem: &Problem, mut plan: Plan) -> Plan {
    for (sitting, seats) in problem.sittings.iter().zip(&mut plan.seats) {
        if !sitting.wishes.is_empty()
            && let Some((best, _)) = best_wishes(sitting)
        {
            *seats = best;
        }
    }
    plan
}

/// How many people each table starts with: the fewest it takes, then one more at the smallest table
/// that has room until everybody has a seat.
fn sizes(sitting: &Sitting) -> Vec<u16> {
    let mut sizes: Vec<u16> = sitting.tables.iter().map(|size| size.least).collect();
    let people = sitting.attendance();
    loop {
        let seats: usize = sizes.iter().map(|&size| usize::from(size)).sum();
        let change = if seats < people {
            let open = (0..sizes.len()).filter(|&t| sizes[t] < sitting.tables[t].most);
            // Nobody is left standing, even where that breaks the rule on sizes.
            open.min_by_key(|&t| sizes[t]).or((0..sizes.len()).min_by_key(|&t| sizes[t])).map(|t| (t, 1))
        } else if seats > people {
            (0..sizes.len()).max_by_key(|&t| (sizes[t], std::cmp::Reverse(t))).map(|t| (t, -1))
        } else {
            None
        };
        let Some((table, by)) = change else { return sizes };
        sizes[table] = sizes[table].wrapping_add_signed(by);
    }
}

/// A plan that follows a design in as many alike sittings as it reaches, the other sittings at
/// random; `None` when fewer than two sittings are alike.
pub fn designed(problem: &Problem, draw: &mut impl FnMut(u64) -> u64) -> Option<(Plan, Labels)> {
    let alike = alike(problem);
    let tables = problem.sittings[*alike.first()?].tables.len();
    let there = |p: &usize| alike.iter().any(|&s| problem.sittings[s].present[*p]);
    let people: Vec<usize> = (0..problem.people).filter(there).collect();
    let size = people.len().div_ceil(tables);
    let full = people.len() == tables * size;
    let design = design::schedule(tables, size, alike.len(), full, draw);
    if design.len() < 2 {
        return None;
    }
    // People much alike go to the same column, where every table gets one of them; who is alike in all
    // goes by chance, or a design that is perfect at once would not depend on the seed.
    let mut in_order: Vec<usize> = shuffled(people.len(), draw).into_iter().map(|k| people[k]).collect();
    in_order.sort_by_key(|&p| problem.features.iter().map(|mix| mix.of[p]).collect::<Vec<_>>());
    let mut place_of = vec![u16::MAX; problem.people];
    for (place, &person) in in_order.iter().enumerate() {
        place_of[person] = place as u16;
    }
    let mut plan = random(problem, draw);
    let rounds: Vec<(usize, Vec<u16>)> = alike.into_iter().zip(design).collect();
    for (sitting, table_of) in &rounds {
        for &person in people.iter().filter(|&&p| problem.sittings[*sitting].present[p]) {
            plan.seats[*sitting][person] = Some(table_of[usize::from(place_of[person])]);
        }
    }
    Some((plan, Labels { rounds, people: people.iter().map(|&p| p as u16).collect(), place_of }))
}

/// The largest set of sittings with the same number of tables, sizes differing by at most one and no
/// preferences; the earliest of several.
fn alike(problem: &Problem) -> Vec<usize> {
    let plain = |sitting: &Sitting| sitting.is_even() && sitting.wishes.is_empty() && sitting.home.is_none();
    let mut best: Vec<usize> = vec![];
    for sitting in &problem.sittings {
        let same = |&k: &usize| {
            let other = &problem.sittings[k];
            other.tables.len() == sitting.tables.len() && plain(other)
        };
        let set: Vec<usize> = (0..problem.sittings.len()).filter(same).collect();
        if set.len() > best.len() {
            best = set;
        }
    }
    best
}
