//! Assemblies to plan for.

use geloot::draw::{Label, Stream};
use geloot::seed::{Evidence, Manifest, Seed};
use geloot::sessions::{Aim, Effort, Figures, Mix, Problem, Sitting, figures, search};

/// A stream of chance for words.
pub fn stream(words: &str) -> Stream {
    let manifest = Manifest::of(&[("test", b"")]).unwrap();
    Stream::new(&Seed::derive(&manifest.commit(), &Evidence::text(words).unwrap()), &Label::Tables)
}

/// A feature with values of uneven size.
pub fn feature(name: &str, people: usize, values: u64, chance: &mut Stream) -> Mix {
    let value = |chance: &mut Stream| chance.below(values).min(chance.below(values)) as u16;
    let of: Vec<u16> = (0..people).map(|_| value(chance)).collect();
    Mix { name: name.to_owned(), importance: 1, values: (0..values).map(|v| v.to_string()).collect(), of }
}

/// People at even tables for some rounds, with features of so many values.
pub fn assembly(people: usize, tables: usize, rounds: usize, values: &[u64], words: &str) -> Problem {
    let mut chance = stream(words);
    let features = values.iter().enumerate().map(|(k, &v)| feature(&k.to_string(), people, v, &mut chance));
    let mut problem = Problem {
        people,
        features: features.collect(),
        sittings: vec![Sitting::even(vec![true; people], tables); rounds],
        ..Problem::default()
    };
    problem.order = problem.usual_order();
    problem.within_one = problem.order == Aim::USUAL;
    problem
}

/// The figures of a plan for words, at the usual effort.
pub fn planned(problem: &Problem, words: &str) -> Figures {
    let mut chance = stream(words);
    let plan = search(problem, Effort::default(), &mut |n| chance.below(n), &mut |_| {});
    figures(problem, &plan)
}

/// By how much the worst feature's spread is above its least.
pub fn above_least(figures: &Figures) -> u32 {
    figures.spread.iter().map(|spread| spread.above_least).max().unwrap_or(0)
}
