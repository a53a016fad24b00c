//! How long the lottery takes, on the scenarios that the tests read too: finding it, and checking it
//! without a solver. `python3 benches/numbers.py` measures the whole program instead.

mod scenario;

use divan::Bencher;
use geloot::lottery::fairest::fairest;
use geloot::lottery::solve::{Objective, Options, feasible, solve};
use scenario::Scenario;

fn main() {
    divan::main();
}

#[divan::bench(args = scenario::NAMES, sample_count = 3, sample_size = 1)]
fn leximin(bencher: Bencher, name: &str) {
    let problem = Scenario::shipped(name).read().profiles().problem;
    bencher.bench(|| solve(&problem, &Options::default(), &mut |_| {}));
}

#[divan::bench(args = scenario::NAMES, sample_count = 3, sample_size = 1)]
fn maximin(bencher: Bencher, name: &str) {
    let problem = Scenario::shipped(name).read().profiles().problem;
    let options = Options { objective: Objective::Maximin, ..Options::default() };
    bencher.bench(|| solve(&problem, &options, &mut |_| {}));
}

#[divan::bench(args = scenario::NAMES, sample_count = 10, sample_size = 1)]
fn one_panel(bencher: Bencher, name: &str) {
    let problem = Scenario::shipped(name).read().profiles().problem;
    bencher.bench(|| feasible(&problem));
}

#[divan::bench(args = ["peel-en-maas", "toolkit-750-112"], sample_count = 20)]
fn check_the_proof(bencher: Bencher, name: &str) {
    let problem = Scenario::shipped(name).read().profiles().problem;
    let lottery = solve(&problem, &Options::default(), &mut |_| {}).expect("the scenario has a panel");
    bencher.bench(|| fairest(&problem, &lottery.certificate));
}
