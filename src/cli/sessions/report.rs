//! A plan for people to look at, and for programs. Imports `sessions`, `words` and its siblings.

use super::super::layout::{cell, lines, table};
use crate::sessions::brief::{Brief, RoundKind};
use crate::sessions::door::Made;
use crate::sessions::{Aim, Problem, Rule, facts, lists};
use crate::words::{counted, en, number, sessions as words};
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
pub fn text(brief: &Brief, made: &Made, sizes: Sizes) -> String {
    [
        heading(brief, made),
        meetings(made),
        rounds(brief, made),
        features(made),
        topics(brief, made),
        groups(brief, made),
        rules(brief, made, sizes),
    ]
    .concat()
}

/// Where it was saved.
pub fn saved(out: &Path) -> String {
    format!(
        "Saved in {}: seatplan.csv, cards.csv, tables.csv, wall.csv, plan.html to print,\n\
         report.json, and inputs.json with seed.json, from which anybody can make this plan again.\n",
        crate::words::shown(&out.to_string_lossy())
    )
}

fn heading(brief: &Brief, made: &Made) -> String {
    let seated = brief.rounds.iter().filter(|round| round.kind != RoundKind::Plenary).count();
    let problem = &made.compiled.problem;
    let order: Vec<&str> = problem
        .order
        .iter()
        .filter(|aim| matters(problem, **aim))
        .map(|aim| match aim {
            Aim::Balance if problem.within_one => "tables mixed to within one person of the best",
            Aim::Balance => "mixed tables",
            Aim::Meetings => "new meetings",
            Aim::Wishes => "topic preferences",
        })
        .collect();
    let usual = brief.order.is_some() || made.compiled.problem.order == Aim::USUAL;
    let why = if usual {
        ""
    } else {
        "\nThere are just as many rounds as it takes for everybody to meet everybody once, so meetings go\n\
         first; --first balance turns that round."
    };
    format!(
        "Seat plan for {} over {} {}. After the rules: {}.{why}\n\n",
        en::people(brief.people.len() as u64),
        seated,
        if seated == 1 { "round" } else { "rounds" },
        if order.is_empty() { "nothing to choose".to_owned() } else { order.join(", then ") },
    )
}

fn matters(problem: &Problem, aim: Aim) -> bool {
    match aim {
        Aim::Balance => !problem.features.is_empty(),
        Aim::Meetings => true,
        Aim::Wishes => problem.sittings.iter().any(|sitting| !sitting.wishes.is_empty()),
    }
}

fn meetings(made: &Made) -> String {
    let figures = &made.figures;
    let mut table = table(&["Meetings", "Reached", "Best possible"], 1);
    let mut row = |name: &str, reached: String, best: String| {
        table.add_row([cell(name), cell(&reached), cell(&best)]);
    };
    let before = !made.compiled.problem.met.is_empty();
    row(
        if before { "Pairs who meet for the first time" } else { "Different pairs who meet" },
        number(figures.distinct_pairs),
        format!("{} at most", number(figures.distinct_pairs_bound)),
    );
    row("Meetings of pairs who met before", number(figures.repeats), least(figures.repeats_bound));
    row(
        "New people met by who meets fewest",
        figures.met.fewest.to_string(),
        format!("{} at most", figures.met.fewest_bound),
    );
    row(
        "New people met by the middle person",
        figures.met.median.to_string(),
        format!("{} at most", figures.met.median_bound),
    );
    row(
        "Times the same pair meets",
        (figures.times_met.len().saturating_sub(1)).to_string(),
        least(figures.times_met_bound),
    );
    lines(&table) + "\n"
}

fn least(bound: u64) -> String {
    format!("{} at least", number(bound))
}

fn rounds(brief: &Brief, made: &Made) -> String {
    let mut table = table(&["Rounds", "Kind", "People", "Tables", "At each", "Met before", "At least"], 2);
    for (sitting, group) in made.compiled.rounds.iter().enumerate() {
        let it = &made.compiled.problem.sittings[sitting];
        let repeats = &made.figures.repeats_by_sitting[sitting];
        let when = words::when(brief, group);
        let when = when.split_once(' ').map_or("", |(_, rest)| rest);
        table.add_row([
            cell(when),
            cell(words::kind(brief.rounds[group[0]].kind)),
            cell(&it.attendance().to_string()),
            cell(&it.open().count().to_string()),
            cell(&match facts::sizes(made, sitting) {
                [least, most] if least == most => most.to_string(),
                [least, most] => format!("{least}-{most}"),
            }),
            cell(&number(repeats.reached)),
            cell(&number(repeats.unavoidable)),
        ]);
    }
    lines(&table) + "\n"
}

fn features(made: &Made) -> String {
    if made.figures.spread.is_empty() {
        return String::new();
    }
    let mut table = table(&["Feature", "Spread over tables", "Least possible", "Outside a fair share"], 1);
    for spread in &made.figures.spread {
        table.add_row([
            cell(&spread.feature),
            cell(&spread.reached.to_string()),
            cell(&spread.least.to_string()),
            cell(&en::people(spread.outside_share)),
        ]);
    }
    let uneven = made.compiled.problem.sittings.iter().any(|sitting| !sitting.is_even());
    let how = if uneven {
        "\nWhere tables differ in size, people count from their table's fair share."
    } else {
        ""
    };
    format!(
        "{}Spread: most people of one value at a table less the fewest at another, for the worst value and round.{how}\n\n",
        lines(&table)
    )
}

fn topics(brief: &Brief, made: &Made) -> String {
    let mut text = String::new();
    for (wishes, best) in made.figures.wishes.iter().zip(&made.best_wishes) {
        let sitting = wishes.sitting;
        let mut table = table(&["Topics", "People", "If preferences were all that counts"], 1);
        let alone = best.as_ref().map(|best| facts::choices(brief, &best.seats));
        for (k, (name, count)) in facts::choices(brief, &made.plan.seats[sitting]).into_iter().enumerate() {
            let could = alone.map_or(String::new(), |alone| alone[k].1.to_string());
            table.add_row([cell(name), cell(&count.to_string()), cell(&could)]);
        }
        // Other tables for the topics may have other seats.
        let round = made.compiled.rounds[sitting][0];
        let [apart, there] = match brief.room(round, 0) {
            Some(_) => [";\n", " with these tables for the topics"],
            None => ["; ", ""],
        };
        let price = match best.as_ref().map(|best| best.price) {
            None => String::new(),
            // Below the least of plans that keep the rules is only one that breaks some.
            Some(best) if wishes.price < best => {
                format!(";\nno plan that keeps the rules has fewer than {}{there} (proved)", number(best))
            }
            Some(best) if wishes.price == best => format!("{apart}no sharing out has fewer{there} (proved)"),
            Some(best) => {
                let more = number(wishes.price - best);
                let why = match made.compiled.problem.order[0] {
                    Aim::Wishes => format!("so at most {more} more than need be"),
                    _ => format!("so what goes before preferences costs at most {more}"),
                };
                format!(
                    ";\nno plan that keeps the rules has fewer than {}{there} (proved), {why}",
                    number(best)
                )
            }
        };
        text.push_str(&format!(
            "{}{}: {} below first choices in all{price}.\n\n",
            lines(&table),
            words::when(brief, &made.compiled.rounds[sitting]),
            counted(wishes.price, "step", "steps"),
        ));
    }
    text
}

/// Which topic works at which table, where the tables are known.
fn groups(brief: &Brief, made: &Made) -> String {
    let mut text = String::new();
    for (sitting, group) in made.compiled.rounds.iter().enumerate() {
        let round = group[0];
        let placed = brief.topic(round, 0).is_some() && brief.room(round, 0).is_some();
        if !placed {
            continue;
        }
        let when = words::when(brief, group);
        let mut table = table(&["Topic", "Table", "Room", "Facilitator", "People", "Seats"], 4);
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
        text.push_str(&format!("{}{when}: where the topics are.\n\n", lines(&table)));
    }
    text
}

fn rules(brief: &Brief, made: &Made, sizes: Sizes) -> String {
    if made.figures.broken.is_empty() {
        let demands: usize = made.compiled.demands.iter().map(Vec::len).sum();
        let also = if demands > 0 { format!(", {} more", number(demands as u64)) } else { String::new() };
        let own = sizes == Sizes::Own;
        let sizes = if own { "" } else { ", the sizes of tables" };
        let kept = format!("All rules are kept: a seat for everybody{sizes}{also}.\n");
        return if own { kept + &sized(brief, made) + "\n" } else { kept + "\n" };
    }
    let mut text = format!("Check this. {} broken:  [S-35]\n", rules_are(made.figures.broken.len()));
    let own = |it: &crate::sessions::Broken| matches!(it.rule, Rule::Seat(_) | Rule::Size(..));
    let own = made.figures.broken.iter().any(own);
    for broken in made.figures.broken.iter().take(20) {
        text.push_str(&format!("  {}\n", words::broken(brief, &made.compiled, broken)));
    }
    if made.figures.broken.len() > 20 {
        text.push_str(&format!("  and {} more\n", made.figures.broken.len() - 20));
    }
    if made.figures.broken.iter().any(|broken| matches!(broken.rule, Rule::Seat(_))) {
        text.push_str(
            "  Whoever is in the list of people and was not there has to be declared: the rule absent in\n  \
             constraints.csv (--constraints), or absent in the plan file (--plan).\n",
        );
    }
    if own && sizes == Sizes::Ruled {
        text.push_str(
            "  The figures above, and what is best possible, are for the people and sizes of this plan.\n",
        );
    }
    text + "\n"
}

/// What there is to say of tables that no rule gave a size.
fn sized(brief: &Brief, made: &Made) -> String {
    let mut text =
        "No rule on the sizes of tables was given (--tables, --size or --plan), so none was checked.\n"
            .to_owned();
    let mut uneven: BTreeMap<[usize; 2], Vec<usize>> = BTreeMap::new();
    for (sitting, group) in made.compiled.rounds.iter().enumerate() {
        let sizes = facts::sizes(made, sitting);
        if sizes[1] > sizes[0] + 1 {
            uneven.entry(sizes).or_default().extend(group);
        }
    }
    for ([least, most], rounds) in uneven {
        text.push_str(&format!(
            "Check this. {}: the smallest table has {}, the largest {most}.  [S-65]\n",
            words::when(brief, &rounds),
            en::people(least as u64),
        ));
    }
    text
}

fn rules_are(count: usize) -> String {
    format!("{} {}", count, if count == 1 { "rule is" } else { "rules are" })
}
