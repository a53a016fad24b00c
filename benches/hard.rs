//! Where the time goes on pools with exact quotas: until the first panel, and until it is known whether there are few.
//!
//!     cargo run --release --example make_fixtures -- hard DIR
//!     cargo bench --bench hard -- DIR [NAME ...]
//!
//! Prints for each pool the seconds of processor time of the search for a panel, and of the same with the search for
//! others, as `geloot check` makes it; and how many were found.

use geloot::base::fault::Faults;
use geloot::lottery::solve;
use geloot::pool::{self, Source};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Seconds of processor time of this thread so far, where the system tells; else by the clock.
fn seconds(since: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    spent.map_or_else(|| since.elapsed().as_secs_f64(), |nanoseconds| nanoseconds * 1e-9)
}

fn measure(folder: &Path, since: Instant) {
    let read = |name: &str| std::fs::read(folder.join(name)).expect("a file of the pool");
    let seats = String::from_utf8(read("seats.txt")).expect("a number").trim().parse().expect("a number");
    let (people, quotas) = (read("pool.csv"), read("quotas.csv"));
    let source = |name, bytes| Source { name, bytes };
    let pool = pool::read(source("p", &people), source("q", &quotas), seats, None, &mut Faults::new());
    let problem = pool.expect("a pool").profiles().problem;
    let start = seconds(since);
    let first = solve::feasible(&problem);
    let found = seconds(since);
    let all = solve::found(&problem, 1, &mut |_| {});
    let end = seconds(since);
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let first = match first {
        Ok(_) => "a panel",
        Err(solve::No::Undecided) => "not decided",
        Err(_) => "none",
    };
    let few = all.ok().and_then(|found| found.few);
    let known = few.map_or(String::new(), |few| {
        format!(", {} {}", if few.all { "only" } else { "known" }, few.panels.len())
    });
    println!("{name:10} {first} after {:.2} s, with the others {:.2} s{known}", found - start, end - found);
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    // Without a folder there is nothing to measure.
    let Some((folder, names)) = words.split_first() else { return };
    let folder = Path::new(folder);
    let mut places: Vec<PathBuf> = match names {
        [] => std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("a pool").path()).collect(),
        _ => names.iter().map(|name| folder.join(name)).collect(),
    };
    places.sort();
    let since = Instant::now();
    places.iter().for_each(|place| measure(place, since));
}
