//! A plan for people to look at, and for programs. Imports `sessions`, `words` and its siblings.

use super::super::layout::{cell, lines, table};
use crate::base::fault::Grade;
use crate::sessions::day::lists;
use crate::sessions::model::brief::{Brief, RoundKind};
use crate::sessions::model::figures::alone;
use crate::sessions::record::facts;
use crate::sessions::solve::make::Made;
use crate::sessions::{Aim, Problem, Rule};
use crate::words::catalogue::{Lang, args, block, number, say, sentence};
use crate::words::faults::headline;
use crate::words::parts;
use crate::words::quoted;
use crate::words::sessions as words;
use std::collections::BTreeMap;
use std::path::Path;

/// Whether the sizes of tables are a rule, or are what the seats to be judged say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizes {
    /// They were asked for.
    Ruled,
    /// The plan is judged by its own tables.
    Own,
}

/// The whole report.
pub fn text(lang: Lang, brief: &Brief, made: &Made, sizes: Sizes) -> String {
    [
        heading(lang, brief, made),
        meetings(lang, made),
        rounds(lang, brief, made),
        features(lang, brief, made),
        topics(lang, brief, made),
        groups(lang, brief, made),
        rules(lang, brief, made, sizes),
    ]
    .concat()
}

/// Where it was saved.
pub fn saved(lang: Lang, out: &Path) -> String {
    let folder = crate::words::typed(&out.to_string_lossy());
    let (first, rest) = block(lang, "plan-saved", &args![folder = folder]);
    format!("{first}\n{}\n", rest.join("\n"))
}

fn heading(lang: Lang, brief: &Brief, made: &Made) -> String {
    let seated = brief.rounds.iter().filter(|round| round.kind != RoundKind::Plenary).count();
    let problem = &made.compiled.problem;
    let aims = problem.order.iter().filter(|aim| matters(problem, **aim));
    let order: Vec<String> = aims
        .map(|aim| match aim {
            Aim::Balance if problem.within_one => say!(lang, "aim-within-one"),
            Aim::Balance => say!(lang, "aim-balance"),
            Aim::Meetings => say!(lang, "aim-meetings"),
            Aim::Wishes => say!(lang, "aim-wishes"),
        })
        .collect();
    let order = match order.is_empty() {
        true => say!(lang, "aim-nothing"),
        false => order.join(&say!(lang, "then")),
    };
    let people = parts::people(lang, brief.people.len() as u64);
    let rounds = parts::several(lang, "rounds", seated as u64);
    let mut text = say!(lang, "plan-for", people = people, rounds = rounds, order = order);
    if brief.order.is_none() && made.compiled.problem.order != Aim::USUAL {
        let (why, rest) = block(lang, "plan-why", &[]);
        text.push_str(&format!("\n{why}\n{}", rest.join("\n")));
    }
    text + "\n\n"
}

fn matters(problem: &Problem, aim: Aim) -> bool {
    match aim {
        Aim::Balance => !problem.features.is_empty(),
        Aim::Meetings => true,
        Aim::Wishes => problem.sittings.iter().any(|sitting| !sitting.wishes.is_empty()),
    }
}

fn meetings(lang: Lang, made: &Made) -> String {
    let figures = &made.figures;
    let headings = [say!(lang, "head-meetings"), say!(lang, "head-reached"), say!(lang, "head-best")];
    let mut table = table(&headings, 1);
    let mut row = |name: String, reached: u64, best: String| {
        table.add_row([cell(&name), cell(&number(lang, reached)), cell(&best)]);
    };
    let most = |bound: u64| say!(lang, "at-most", count = bound);
    let before = !made.compiled.problem.met.is_empty();
    row(
        if before { say!(lang, "pairs-first") } else { say!(lang, "pairs-different") },
        figures.distinct_pairs,
        most(figures.distinct_pairs_bound),
    );
    row(say!(lang, "pairs-again"), figures.repeats, least(lang, figures.repeats_bound));
    row(say!(lang, "met-fewest"), figures.met.fewest.into(), most(figures.met.fewest_bound.into()));
    row(say!(lang, "met-median"), figures.met.median.into(), most(figures.met.median_bound.into()));
    let times = figures.times_met.len().saturating_sub(1) as u64;
    row(say!(lang, "times-met"), times, least(lang, figures.times_met_bound));
    lines(&table) + "\n"
}

fn least(lang: Lang, bound: u64) -> String {
    say!(lang, "at-least", count = bound)
}

fn rounds(lang: Lang, brief: &Brief, made: &Made) -> String {
    let headings = [
        say!(lang, "head-rounds"),
        say!(lang, "head-kind"),
        say!(lang, "head-people"),
        say!(lang, "head-tables"),
        say!(lang, "head-at-each"),
        say!(lang, "head-met-before"),
        say!(lang, "head-at-least"),
    ];
    let mut table = table(&headings, 2);
    for (sitting, group) in made.compiled.rounds.iter().enumerate() {
        let it = &made.compiled.problem.sittings[sitting];
        let repeats = &made.figures.repeats_by_sitting[sitting];
        let when = words::when(lang, brief, group);
        let when = when.split_once(' ').map_or("", |(_, rest)| rest);
        table.add_row([
            cell(when),
            cell(&words::kind(lang, brief.rounds[group[0]].kind)),
            cell(&it.attendance().to_string()),
            cell(&it.open().count().to_string()),
            cell(&match facts::sizes(made, sitting) {
                [least, most] if least == most => most.to_string(),
                [least, most] => format!("{least}-{most}"),
            }),
            cell(&number(lang, repeats.reached)),
            cell(&number(lang, repeats.unavoidable)),
        ]);
    }
    lines(&table) + "\n"
}

fn features(lang: Lang, brief: &Brief, made: &Made) -> String {
    if made.figures.spread.is_empty() {
        return String::new();
    }
    let headings = [
        say!(lang, "head-feature"),
        say!(lang, "head-spread"),
        say!(lang, "head-least-possible"),
        say!(lang, "head-outside"),
    ];
    let mut table = table(&headings, 1);
    for spread in &made.figures.spread {
        table.add_row([
            cell(&spread.feature),
            cell(&spread.reached.to_string()),
            cell(&spread.least.to_string()),
            cell(&parts::people(lang, spread.outside_share)),
        ]);
    }
    let uneven = made.compiled.problem.sittings.iter().any(|sitting| !sitting.is_even());
    let mut text = lines(&table) + &say!(lang, "spread-means");
    if uneven {
        text.push_str(&format!("\n{}", say!(lang, "spread-uneven")));
    }
    // Of whom nobody said that they are to be together.
    let said = |feature: &str| {
        brief.keep.iter().any(|keep| keep.feature == feature)
            || brief.company.iter().any(|company| company.feature == feature)
    };
    for (feature, value, people) in alone(&made.compiled.problem, &made.plan) {
        if !said(feature) {
            let (feature, value) = (quoted(feature), quoted(value));
            let hint = say!(lang, "spread-alone", people = people, feature = feature, value = value);
            text.push_str(&format!("\n{hint}"));
        }
    }
    text + "\n\n"
}

/// What [`facts::choices`] counts, one after the other.
const CHOICES: [&str; 6] =
    ["choice-1", "choice-2", "choice-3", "choice-later", "choice-none", "choice-silent"];

fn topics(lang: Lang, brief: &Brief, made: &Made) -> String {
    let mut text = String::new();
    for (wishes, best) in made.figures.wishes.iter().zip(&made.best_wishes) {
        let sitting = wishes.sitting;
        let mut table = table(
            &[say!(lang, "head-topics"), say!(lang, "head-people"), say!(lang, "head-topics-alone")],
            1,
        );
        let alone = best.as_ref().map(|best| facts::choices(brief, &best.seats));
        for (k, (_, count)) in facts::choices(brief, &made.plan.seats[sitting]).into_iter().enumerate() {
            let could = alone.map_or(String::new(), |alone| alone[k].1.to_string());
            table.add_row([cell(&sentence(lang, CHOICES[k], &[])), cell(&count.to_string()), cell(&could)]);
        }
        // Other tables for the topics may have other seats.
        let round = made.compiled.rounds[sitting][0];
        let [apart, there] = match brief.room(round, 0) {
            Some(_) => [";\n", &say!(lang, "with-these-tables")],
            None => ["; ", ""],
        };
        let price = match best.as_ref().map(|best| best.price) {
            None => String::new(),
            // Below the least of plans that keep the rules is only one that breaks some.
            Some(best) if wishes.price < best => {
                format!(";\n{}", say!(lang, "price-fewer", best = best, there = there))
            }
            Some(best) if wishes.price == best => {
                format!("{apart}{}", say!(lang, "price-best", there = there))
            }
            Some(best) => {
                let more = wishes.price - best;
                let price = match made.compiled.problem.order[0] {
                    Aim::Wishes => {
                        say!(lang, "price-more-wishes", best = best, there = there, more = more)
                    }
                    _ => say!(lang, "price-more", best = best, there = there, more = more),
                };
                format!(";\n{price}")
            }
        };
        let when = words::when(lang, brief, &made.compiled.rounds[sitting]);
        let below = say!(lang, "steps-below", when = when, steps = wishes.price, price = price);
        text.push_str(&format!("{}{below}\n\n", lines(&table)));
    }
    text
}

/// Which topic works at which table, where the tables are known.
fn groups(lang: Lang, brief: &Brief, made: &Made) -> String {
    let mut text = String::new();
    for (sitting, group) in made.compiled.rounds.iter().enumerate() {
        let round = group[0];
        let placed = brief.topic(round, 0).is_some() && brief.room(round, 0).is_some();
        if !placed {
            continue;
        }
        let when = words::when(lang, brief, group);
        let mut table = table(
            &[
                say!(lang, "head-topic"),
                say!(lang, "head-table"),
                say!(lang, "head-room"),
                say!(lang, "head-facilitator"),
                say!(lang, "head-people"),
                say!(lang, "head-seats"),
            ],
            4,
        );
        for (at, people) in made.plan.tables(&made.compiled.problem, sitting).iter().enumerate() {
            let [place, topic] = lists::about_table(brief, round, at);
            let [facilitator, _] = lists::hosts(brief, made, round, at);
            let seats = brief.room(round, at).and_then(|room| room.seats);
            table.add_row([
                cell(&topic),
                cell(&brief.table_name(round, at)),
                cell(&place),
                cell(&facilitator),
                cell(&people.len().to_string()),
                cell(&seats.map_or("-".to_owned(), |seats| seats.to_string())),
            ]);
        }
        text.push_str(&format!("{}{}\n\n", lines(&table), say!(lang, "where-topics", when = when)));
    }
    text
}

fn rules(lang: Lang, brief: &Brief, made: &Made, sizes: Sizes) -> String {
    if made.figures.broken.is_empty() {
        let demands: usize = made.compiled.demands.iter().map(Vec::len).sum();
        let own = sizes == Sizes::Own;
        let kept = say!(lang, "rules-kept", own = parts::yes(own), more = demands) + "\n";
        return if own { kept + &sized(lang, brief, made) + "\n" } else { kept + "\n" };
    }
    let broken = say!(lang, "S-35", count = made.figures.broken.len());
    let mut text = format!("{}\n", headline(lang, Grade::Check, &broken, "S-35"));
    let own = |it: &crate::sessions::Broken| matches!(it.rule, Rule::Seat(_) | Rule::Size(..));
    let own = made.figures.broken.iter().any(own);
    for broken in made.figures.broken.iter().take(20) {
        text.push_str(&format!("  {}\n", words::broken(lang, brief, &made.compiled, broken)));
    }
    if made.figures.broken.len() > 20 {
        text.push_str(&format!("  {}\n", say!(lang, "and-more", count = made.figures.broken.len() - 20)));
    }
    if made.figures.broken.iter().any(|broken| matches!(broken.rule, Rule::Seat(_))) {
        let (first, rest) = block(lang, "rules-absent", &[]);
        text.push_str(&format!("  {first}\n  {}\n", rest.join("\n  ")));
    }
    if own && sizes == Sizes::Ruled {
        text.push_str(&format!("  {}\n", say!(lang, "rules-own")));
    }
    text + "\n"
}

/// What there is to say of tables that no rule gave a size.
fn sized(lang: Lang, brief: &Brief, made: &Made) -> String {
    let mut text = format!("{}\n", say!(lang, "sizes-unchecked"));
    let mut uneven: BTreeMap<[usize; 2], Vec<usize>> = BTreeMap::new();
    for (sitting, group) in made.compiled.rounds.iter().enumerate() {
        let sizes = facts::sizes(made, sitting);
        if sizes[1] > sizes[0] + 1 {
            uneven.entry(sizes).or_default().extend(group);
        }
    }
    for ([least, most], rounds) in uneven {
        let people = parts::people(lang, least as u64);
        let said = say!(lang, "S-65", when = words::when(lang, brief, &rounds), people = people, most = most);
        text.push_str(&format!("{}\n", headline(lang, Grade::Check, &said, "S-65")));
    }
    text
}
