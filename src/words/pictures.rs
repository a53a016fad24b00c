//! Plots with their figures as one page to print, which needs nothing from elsewhere. Imports `pool` and its siblings.

use super::catalogue::{Lang, number, say};
use super::parts::{people, share};
use super::shown;
use crate::base::plots;
use crate::pool::mirror::{Compared, Verdict};
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;

/// The page; its layout is in `pictures/page.html`.
const TEMPLATE: &str = include_str!("pictures/page.html");

/// People beside a population.
#[derive(Serialize)]
struct Group {
    title: String,
    pictures: Vec<Picture>,
}

#[derive(Serialize)]
struct Picture {
    name: String,
    plot: String,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Lists of people beside the population, each with its file's name and how many people it has; `origin` says where the
/// figures come from. `None` when the template and the data do not fit, which is a mistake of ours.
pub fn mirror(lang: Lang, lists: &[(&str, usize, &[Compared])], origin: &str) -> Option<String> {
    let group = |(file, count, compared): &(&str, usize, &[Compared])| Group {
        title: say!(lang, "mirror-head", file = shown(file), people = people(lang, *count as u64)),
        pictures: compared.iter().map(|feature| picture(lang, feature)).collect(),
    };
    let groups: Vec<Group> = lists.iter().map(group).collect();
    let (title, legend) = (say!(lang, "pictures-mirror"), say!(lang, "pictures-mirror-legend"));
    page(lang, &title, &legend, &groups, &origin.lines().map(shown).collect::<Vec<_>>())
}

/// What one objective gives: tickets that seat whoever is in the middle of each tenth of the people, from the smallest chance
/// up.
pub struct Given {
    /// The objective.
    pub name: String,
    /// When to choose it.
    pub advice: String,
    /// Tickets, by tenth.
    pub held: Vec<u64>,
    /// All tickets.
    pub of: u64,
}

/// Objectives side by side; `head` says of whom. `None` when the template and the data do not fit, which is a mistake of ours.
pub fn compare(lang: Lang, head: &str, objectives: &[Given]) -> Option<String> {
    let most = objectives.iter().flat_map(|given| &given.held).copied().max().unwrap_or(0).max(1);
    let picture = |given: &Given| {
        let name = |tenth: usize| say!(lang, "pictures-tenth", tenth = tenth + 1);
        let groups: Vec<plots::Group> = given
            .held
            .iter()
            .enumerate()
            .map(|(tenth, &held)| plots::Group {
                name: name(tenth),
                bars: vec![plots::Bar {
                    look: plots::Look::Full,
                    // All plots have one measure, so that they can be compared.
                    share: (u128::from(held) * 1_000_000 / u128::from(most)) as u32,
                    text: share(lang, held, given.of),
                }],
                range: Some((0, 1_000_000)),
            })
            .collect();
        let row = |(tenth, &held): (usize, &u64)| {
            vec![name(tenth), number(lang, held), share(lang, held, given.of), String::new()]
        };
        let alt = say!(lang, "pictures-compare-alt", objective = given.name.clone());
        Picture {
            name: given.advice.clone(),
            plot: plots::bars(&alt, &[], None, &groups),
            headings: vec![
                say!(lang, "head-tenth"),
                say!(lang, "account-head-tickets"),
                say!(lang, "account-head-chance"),
                String::new(),
            ],
            rows: given.held.iter().enumerate().map(row).collect(),
        }
    };
    let groups: Vec<Group> = objectives
        .iter()
        .map(|given| Group { title: given.name.clone(), pictures: vec![picture(given)] })
        .collect();
    let title = say!(lang, "pictures-compare");
    page(lang, &title, head, &groups, &[say!(lang, "compare-tenths")])
}

fn page(lang: Lang, title: &str, intro: &str, groups: &[Group], origin: &[String]) -> Option<String> {
    let mut environment = Environment::new();
    environment.add_template("page.html", TEMPLATE).ok()?;
    let data = context! {
        lang => lang.tag(),
        title => title,
        intro => intro,
        groups => Value::from(Serde(groups)),
        origin => origin.to_vec(),
    };
    let page = environment.get_template("page.html").ok()?.render(data).ok()?;
    Some(page.split('\n').map(shown).collect::<Vec<String>>().join("\n"))
}

/// A share of 0 to 1 in millionths.
fn millionths(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 1e6 + 0.5) as u32
}

fn picture(lang: Lang, feature: &Compared) -> Picture {
    let percent = |part: f64| share(lang, millionths(part).into(), 1_000_000);
    let group = |value: &crate::pool::mirror::ComparedValue| plots::Group {
        name: shown(&value.name),
        bars: vec![
            plots::Bar {
                look: plots::Look::Open,
                share: millionths(value.population),
                text: percent(value.population),
            },
            plots::Bar {
                look: plots::Look::Full,
                share: millionths(value.share),
                text: percent(value.share),
            },
        ],
        range: Some((millionths(value.interval.0), millionths(value.interval.1))),
    };
    let groups: Vec<plots::Group> = feature.values.iter().map(group).collect();
    let legend =
        [(plots::Look::Open, say!(lang, "head-population")), (plots::Look::Full, say!(lang, "head-people"))];
    let alt = say!(lang, "account-plot-feature", feature = shown(&feature.name));
    let row = |value: &crate::pool::mirror::ComparedValue| {
        vec![
            shown(&value.name),
            percent(value.population),
            number(lang, value.people),
            percent(value.share),
            match value.verdict {
                Verdict::Within => String::new(),
                Verdict::Outside => say!(lang, "more-apart"),
                Verdict::FarOutside => say!(lang, "far-outside"),
            },
        ]
    };
    Picture {
        name: shown(&feature.name),
        plot: plots::bars(&alt, &legend, Some(&say!(lang, "head-interval")), &groups),
        headings: vec![
            say!(lang, "head-value"),
            say!(lang, "head-population"),
            say!(lang, "head-people"),
            say!(lang, "head-share"),
            String::new(),
        ],
        rows: feature.values.iter().map(row).collect(),
    }
}
