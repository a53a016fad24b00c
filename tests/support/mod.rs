//! What several tests need: lotteries with the usual options, and pools kept outside the project.
#![allow(dead_code)]

mod skip;

use geloot::base::fault::Faults;
use geloot::lottery::problem::Problem;
use geloot::lottery::solve::{Lottery, Objective, Options, solve};
use geloot::pool::{self, Pool, Source};
use std::path::PathBuf;

/// A leximin lottery with this many tickets.
#[track_caller]
pub fn leximin(problem: &Problem, tickets: u64) -> Lottery {
    find(problem, Objective::Leximin, tickets)
}

/// A lottery with this objective and this many tickets.
#[track_caller]
pub fn find(problem: &Problem, objective: Objective, tickets: u64) -> Lottery {
    let options = Options { objective, tickets, ..Options::default() };
    solve(problem, &options, &mut |_| {}).unwrap_or_else(|no| panic!("no lottery: {no:?}"))
}

/// Tickets of each person, in the order of the pool; members of a profile in that order share its
/// seats as evenly as whole tickets go.
pub fn tickets_of(pool: &Pool, lottery: &Lottery) -> Vec<u64> {
    let profiles = pool.profiles();
    let totals = lottery.tickets.seat_totals(profiles.values.len());
    let mut held = vec![0; pool.len()];
    for (t, members) in profiles.members().iter().enumerate() {
        let n = members.len() as u64;
        for (place, &person) in (0..).zip(members) {
            held[person as usize] = totals[t] / n + u64::from(place < totals[t] % n);
        }
    }
    held
}

/// The folder of data with known answers, which is not part of the project; `None`, said aloud, when
/// it is not there.
#[track_caller]
pub fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if !path.exists() {
        skip::skipped(&format!("{} is not there", path.display()));
        return None;
    }
    Some(path)
}

/// A pool with known answers, read as a clerk would have it read.
#[track_caller]
pub fn shared_pool(name: &str, seats: u32) -> Option<Pool> {
    let folder = shared(&format!("pools/{name}"))?;
    let file = |names: [&str; 2]| {
        let path = names.map(|n| folder.join(n)).into_iter().find(|p| p.exists()).unwrap();
        std::fs::read(path).unwrap()
    };
    let people = file(["respondents.csv", "candidates.csv"]);
    let quotas = file(["categories.csv", "features.csv"]);
    let mut faults = Faults::new();
    let people = Source { name: "respondents.csv", bytes: &people };
    let quotas = Source { name: "categories.csv", bytes: &quotas };
    let pool = pool::read(people, quotas, seats, None, &mut faults);
    Some(pool.unwrap_or_else(|| panic!("{name}: {faults:?}")))
}
