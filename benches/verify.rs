//! How long it takes to check every claim of a record, without a solver.

#[allow(dead_code)]
mod scenario;

use divan::Bencher;
use geloot::bundle::{Detail, Folder, Inputs, freeze};
use geloot::lottery::solve::{Objective, Options, solve};
use geloot::verify::{Known, verify};
use scenario::Scenario;

fn main() {
    divan::main();
}

/// The record of a lottery of a million tickets, not drawn yet.
fn record(name: &str) -> Folder {
    let pool = Scenario::shipped(name).read();
    let profiles = pool.profiles();
    let lottery =
        solve(&profiles.problem, &Options::default(), &mut |_| {}).expect("the scenario has a panel");
    let inputs = Inputs {
        pool: &pool,
        profiles: &profiles,
        lottery: &lottery.tickets,
        certificate: &lottery.certificate,
        objective: Objective::Leximin,
        status: "optimal",
        charter: None,
        key: None,
        detail: Detail::Codes,
        continues: None,
        prepared: None,
        program: "bench",
    };
    freeze(&inputs).expect("a sound lottery").folder
}

#[divan::bench(args = ["peel-en-maas", "klimaatberaad"], sample_count = 10, sample_size = 1)]
fn both_tiers(bencher: Bencher, name: &str) {
    let folder = record(name);
    bencher.bench(|| {
        let report = verify(&folder, &Known::default());
        assert!(!report.failed());
        report
    });
}
