//! How long it takes to read a pool and its quotas and to group people into profiles.
//!
//! `cargo bench --bench reading`; with `-- --include-ignored` also a pool of 1,000,000 rows.

#[path = "../examples/make_fixtures/main.rs"]
#[allow(dead_code)]
mod make_fixtures;
mod scenario;

use divan::{Bencher, counter::BytesCount};
use scenario::Scenario;

fn main() {
    divan::main();
}

#[divan::bench(args = scenario::NAMES)]
fn read(bencher: Bencher, name: &str) {
    let scenario = Scenario::shipped(name);
    let bytes = BytesCount::new(scenario.pool.len());
    bencher.counter(bytes).bench(|| scenario.read());
}

#[divan::bench(args = scenario::NAMES)]
fn profiles(bencher: Bencher, name: &str) {
    let pool = Scenario::shipped(name).read();
    bencher.bench(|| pool.profiles());
}

#[divan::bench(ignore, sample_count = 3)]
fn million(bencher: Bencher) {
    let mut made = make_fixtures::files::make(&make_fixtures::scenarios::million());
    let mut take = |name| {
        let at = made.files.iter().position(|(n, _)| *n == name).expect("the generator makes it");
        made.files.swap_remove(at).1
    };
    let scenario = Scenario { pool: take("pool.csv"), quotas: take("quotas.csv"), seats: 500 };
    bencher.bench(|| scenario.read().profiles());
}
