//! How long the choice of reserves takes, and what they are worth beside reserves drawn by lot and reserves
//! like the members of the panel.

#[allow(dead_code)]
mod scenario;

use divan::Bencher;
use geloot::draw::{Label, Stream};
use geloot::lottery::problem::Problem;
use geloot::lottery::solve::feasible;
use geloot::panel::balance::Rules;
use geloot::panel::reserves::{ALL, Ask};
use geloot::seed::{Evidence, Manifest, Seed};
use scenario::Scenario;

/// Scenario, reserves, and the loss in percent.
type Case = (&'static str, u32, u32);

const CASES: &[Case] = &[
    ("peel-en-maas", 20, 20),
    ("toolkit-750-112", 30, 10),
    ("zeeland", 30, 10),
    ("klimaatberaad", 30, 10),
    ("enschede-36-procent", 180, 36),
];

fn main() {
    // Only when measuring: not when the benchmarks are merely listed or tried.
    if std::env::args().any(|argument| argument == "--bench") {
        println!("Of 1,000 made-up futures: all seats filled, all quotas kept; people missing or too many.");
        CASES.iter().for_each(compare);
    }
    divan::main();
}

fn stream(label: Label) -> Stream {
    let commitment = Manifest::of(&[("pool.csv", b"code\n")]).expect("one name").commit();
    let seed = Seed::derive(&commitment, &Evidence::text("appel peer banaan").expect("one line"));
    Stream::new(&seed, &label)
}

/// Some panel that meets the quotas, as profiles and places.
fn panel(problem: &Problem) -> Vec<(u32, u32)> {
    let panel = feasible(problem).expect("the scenario has a panel");
    panel.0.iter().flat_map(|&(t, seats)| (0..seats).map(move |place| (t, place))).collect()
}

fn with<T>(&(name, reserves, percent): &Case, ask: impl FnOnce(&Ask<'_>) -> T) -> T {
    let problem = Scenario::shipped(name).read().profiles().problem;
    let (rules, seats) = (Rules::new(&problem, |_| false), panel(&problem));
    let loss = vec![ALL / 100 * percent; problem.profiles()];
    ask(&Ask { problem: &problem, rules: &rules, seats: &seats, loss: &loss, reserves })
}

fn compare(case: &Case) {
    with(case, |ask| {
        let (name, reserves, percent) = case;
        println!("{name}: {reserves} reserves, a loss of {percent} %");
        let lists = [
            ("these reserves", ask.choose(&mut stream(Label::Reserves)).order),
            ("each like a member", ask.alike(&mut stream(Label::Replacement(2)))),
            ("by lot", ask.random(&mut stream(Label::Replacement(3)))),
            ("none", Vec::new()),
        ];
        for (who, order) in lists {
            let judged = ask.judge(&order, 1000, &mut stream(Label::Replacement(1)));
            let wrong = judged.wrong as f64 / f64::from(judged.scenarios);
            println!("  {who:<20}{:>6}{:>6}{wrong:>8.1}", judged.filled, judged.kept);
        }
    });
}

#[divan::bench(args = 0..CASES.len(), sample_count = 3, sample_size = 1)]
fn chosen(bencher: Bencher, case: usize) {
    with(&CASES[case], |ask| bencher.bench_local(|| ask.choose(&mut stream(Label::Reserves))));
}

#[divan::bench(args = 0..CASES.len(), sample_count = 3, sample_size = 1)]
fn like_members(bencher: Bencher, case: usize) {
    with(&CASES[case], |ask| bencher.bench_local(|| ask.alike(&mut stream(Label::Replacement(2)))));
}

#[divan::bench(args = 0..CASES.len(), sample_count = 3, sample_size = 1)]
fn by_lot(bencher: Bencher, case: usize) {
    with(&CASES[case], |ask| bencher.bench_local(|| ask.random(&mut stream(Label::Replacement(3)))));
}
