//! How long planning takes, and what comes out: the shapes the planner is measured by, at the usual
//! effort. `cargo bench --bench sessions`; the table of what was reached comes first.

use geloot::draw::{Label, Stream};
use geloot::seed::{Evidence, Manifest, Seed};
use geloot::sessions::{Effort, Mix, Plan, Problem, Sitting, figures, search};

/// People, tables, rounds and how many values each feature has.
type Shape = (&'static str, usize, usize, usize, &'static [u64]);

const SHAPES: [Shape; 8] = [
    ("48 in 8s, 3 rounds, 4 features", 48, 6, 3, &[2, 4, 3, 5]),
    ("40 in 8s, 2 rounds", 40, 5, 2, &[2, 3, 3]),
    ("64 in 8s, 9 rounds", 64, 8, 9, &[2, 4, 3]),
    ("49 in 7s, 8 rounds", 49, 7, 8, &[2, 4, 3]),
    ("32 in 4s, 10 rounds", 32, 8, 10, &[]),
    ("300 in 8s, 3 rounds, 5 features", 300, 38, 3, &[2, 5, 4, 13, 3]),
    ("598 at 60 tables, 6 rounds", 598, 60, 6, &[2, 5, 3, 6]),
    ("24 in 8s, 30 rounds", 24, 3, 30, &[2, 4, 3]),
];

fn stream(words: &str) -> Stream {
    let manifest = Manifest::of(&[("bench", b"")]).expect("a sound name");
    let evidence = Evidence::text(words).expect("sound words");
    Stream::new(&Seed::derive(&manifest.commit(), &evidence), &Label::Tables)
}

fn problem((_, people, tables, rounds, features): &Shape) -> Problem {
    let mut chance = stream("people");
    let feature = |(k, &values): (usize, &u64)| {
        let mut value = || chance.below(values).min(chance.below(values)) as u16;
        let of: Vec<u16> = (0..*people).map(|_| value()).collect();
        let values = (0..values).map(|value| value.to_string()).collect();
        Mix { name: k.to_string(), importance: 1, values, of }
    };
    let mut problem = Problem {
        people: *people,
        features: features.iter().enumerate().map(feature).collect(),
        sittings: vec![Sitting::even(vec![true; *people], *tables); *rounds],
        ..Problem::default()
    };
    problem.order = problem.usual_order();
    problem
}

fn plan(problem: &Problem, words: &str) -> Plan {
    let mut chance = stream(words);
    search(problem, Effort::default(), &mut |n| chance.below(n), &mut |_| {})
}

fn main() {
    println!(
        "shape | seconds | different pairs | at most | rounds without a repeat | most above least spread"
    );
    for shape in &SHAPES {
        let problem = problem(shape);
        let start = std::time::Instant::now();
        let plan = plan(&problem, "1");
        let seconds = start.elapsed().as_secs_f64();
        let figures = figures(&problem, &plan);
        let free = figures.repeats_by_sitting.iter().filter(|repeats| repeats.reached == 0).count();
        let above = figures.spread.iter().map(|spread| spread.above_least).max().unwrap_or(0);
        println!(
            "{} | {seconds:.2} | {} | {} | {free} | {above}",
            shape.0, figures.distinct_pairs, figures.distinct_pairs_bound
        );
    }
    divan::main();
}

#[divan::bench(args = SHAPES.map(|shape| shape.0), sample_count = 3)]
fn make(bencher: divan::Bencher, name: &str) {
    let shape = SHAPES.iter().find(|shape| shape.0 == name).expect("one of the shapes");
    let problem = problem(shape);
    bencher.bench(|| plan(&problem, "1"));
}
