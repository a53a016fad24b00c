//! The report on a prepared list, as text and as a page. Imports `base`, `prepare` and its siblings.

use super::catalogue::{Lang, number, say};
use super::parts::{self, capital};
use super::people::List;
use super::shown;
use crate::base::plots;
use crate::prepare::Prepared;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;
use std::collections::BTreeMap;

/// The page; texts are escaped.
const TEMPLATE: &str = include_str!("prepared.html");

/// A table of the report.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    title: String,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
    /// How many of the first columns are text; the others are numbers.
    texts: usize,
    /// What to say where there is no row.
    none: String,
    /// The same as bars; empty where a table says it all.
    plot: String,
}

/// What was made of which file, what each rule did, who was left out and who may be there twice.
pub fn sections(lang: Lang, made: &Prepared) -> Vec<Section> {
    let n = |n: u64| number(lang, n);
    let source = |at: usize| shown(&made.sources[at].name);
    let section = |title: String,
                   headings: Vec<String>,
                   rows: Vec<Vec<String>>,
                   texts: usize,
                   none: String| {
        Section { title, headings, rows, texts, none, plot: String::new() }
    };
    let kept = |s: &crate::prepare::Gathered| s.read - s.left_out - s.twice;
    let mut files: Vec<Vec<String>> = made
        .sources
        .iter()
        .map(|s| vec![shown(&s.name), n(s.read), n(s.left_out), n(s.twice), n(kept(s)), n(s.changed)])
        .collect();
    if files.len() > 1 {
        let sum = |of: &dyn Fn(&crate::prepare::Gathered) -> u64| n(made.sources.iter().map(of).sum());
        files.push(vec![
            say!(lang, "prepared-together"),
            sum(&|s| s.read),
            sum(&|s| s.left_out),
            sum(&|s| s.twice),
            sum(&kept),
            sum(&|s| s.changed),
        ]);
    }
    let mut all = vec![
        section(
            say!(lang, "prepared-files"),
            vec![
                say!(lang, "prepared-file"),
                say!(lang, "prepared-read"),
                say!(lang, "prepared-left-out"),
                say!(lang, "prepared-twice"),
                say!(lang, "prepared-kept"),
                say!(lang, "prepared-changed"),
            ],
            files,
            1,
            String::new(),
        ),
        section(
            say!(lang, "prepared-rules"),
            vec![say!(lang, "prepared-column"), say!(lang, "prepared-cells")],
            made.columns.iter().map(|(column, cells)| vec![shown(column), n(*cells)]).collect(),
            1,
            say!(lang, "prepared-no-rules"),
        ),
        section(
            say!(lang, "prepared-who-left-out"),
            vec![say!(lang, "prepared-ground"), say!(lang, "prepared-column"), say!(lang, "prepared-rows")],
            made.left_out
                .iter()
                .map(|(column, ground, rows)| vec![shown(ground), shown(column), n(*rows)])
                .collect(),
            2,
            say!(lang, "prepared-nobody-left-out"),
        ),
    ];
    all[0].plot = of_files(lang, made);
    let out: Vec<(String, u64)> =
        made.left_out.iter().map(|(_, ground, rows)| (shown(ground), *rows)).collect();
    all[2].plot = counted(&all[2].title, &out, &n);
    let pairs = made.pairs.iter().map(|pair| {
        let row =
            |(at, row): (usize, usize)| say!(lang, "prepared-row", file = source(at), row = row.to_string());
        let same: Vec<String> =
            pair.same.iter().map(|same| say!(lang, "prepared-same", what = same.word())).collect();
        let decision = match pair.decision {
            None => "open",
            Some(crate::prepare::Decision::Both) => "both",
            Some(crate::prepare::Decision::First) => "first",
            Some(crate::prepare::Decision::Second) => "second",
        };
        let decision = say!(lang, "prepared-decision", decision = decision);
        vec![pair.key.clone(), row(pair.first), row(pair.second), same.join(", "), decision]
    });
    all.push(section(
        say!(lang, "prepared-pairs"),
        vec![
            say!(lang, "prepared-pair"),
            say!(lang, "prepared-first"),
            say!(lang, "prepared-second"),
            say!(lang, "prepared-same-in"),
            say!(lang, "prepared-decided"),
        ],
        pairs.collect(),
        5,
        say!(lang, "prepared-no-pairs"),
    ));
    let looked = made.looked.iter().map(|(same, headings)| {
        let headings: Vec<String> = headings.iter().map(|heading| shown(heading)).collect();
        let none = || say!(lang, "prepared-looked-nowhere");
        let headings = if headings.is_empty() { none() } else { headings.join(", ") };
        vec![say!(lang, "prepared-same", what = same.word()), headings]
    });
    all.push(section(
        say!(lang, "prepared-looked"),
        vec![say!(lang, "prepared-same-in"), say!(lang, "prepared-column")],
        looked.collect(),
        2,
        String::new(),
    ));
    for (column, spellings) in &made.spellings {
        let rows = spellings.iter().map(|(cell, value, rows)| vec![shown(cell), shown(value), n(*rows)]);
        let mut values: BTreeMap<&String, u64> = BTreeMap::new();
        spellings.iter().for_each(|(_, value, rows)| *values.entry(value).or_default() += rows);
        let values: Vec<(String, u64)> =
            values.into_iter().map(|(value, rows)| (shown(value), rows)).collect();
        all.push(section(
            say!(lang, "prepared-spellings", column = shown(column)),
            vec![say!(lang, "prepared-cell"), say!(lang, "prepared-value"), say!(lang, "prepared-rows")],
            rows.collect(),
            2,
            String::new(),
        ));
        if let Some(last) = all.last_mut() {
            last.plot = counted(&last.title, &values, &n);
        }
    }
    for (column, ground, met) in &made.worded {
        let row = |(cell, out, rows): &crate::prepare::Met| {
            let became = say!(lang, "prepared-became", out = parts::yes(*out));
            let cell = if cell.is_empty() { say!(lang, "prepared-blank") } else { shown(cell) };
            vec![cell, became, n(*rows)]
        };
        all.push(section(
            say!(lang, "prepared-worded", column = shown(column), ground = shown(ground)),
            vec![
                say!(lang, "prepared-cell"),
                say!(lang, "prepared-became-head"),
                say!(lang, "prepared-rows"),
            ],
            met.iter().map(row).collect(),
            2,
            String::new(),
        ));
    }
    for (file, left_out) in made.populations.iter().filter(|(_, left_out)| !left_out.is_empty()) {
        all.push(section(
            say!(lang, "prepared-population", file = shown(file)),
            vec![say!(lang, "prepared-value")],
            left_out.iter().map(|value| vec![shown(value)]).collect(),
            1,
            String::new(),
        ));
    }
    all
}

/// Of each file, what was kept of its rows and what was left out.
fn of_files(lang: Lang, made: &Prepared) -> String {
    let most = made.sources.iter().map(|s| s.read).max().unwrap_or(0).max(1);
    let bar = |look, rows: u64| plots::Bar {
        look,
        share: (rows * 1_000_000 / most) as u32,
        text: number(lang, rows),
    };
    let group = |s: &crate::prepare::Gathered| plots::Group {
        name: shown(&s.name),
        bars: vec![
            bar(plots::Look::Open, s.read),
            bar(plots::Look::Full, s.read - s.left_out - s.twice),
            bar(plots::Look::Hatched, s.left_out + s.twice),
        ],
        range: None,
    };
    let groups: Vec<plots::Group> = made.sources.iter().map(group).collect();
    let legend = [
        (plots::Look::Open, say!(lang, "prepared-read")),
        (plots::Look::Full, say!(lang, "prepared-kept")),
        (plots::Look::Hatched, say!(lang, "prepared-out")),
    ];
    plots::bars(&say!(lang, "prepared-files"), &legend, None, &groups)
}

/// Rows by name as bars; nothing where there are none.
fn counted(title: &str, rows: &[(String, u64)], shown: &dyn Fn(u64) -> String) -> String {
    let most = rows.iter().map(|(_, rows)| *rows).max().unwrap_or(0);
    if most == 0 {
        return String::new();
    }
    let group = |(name, rows): &(String, u64)| plots::Group {
        name: name.clone(),
        bars: vec![plots::Bar {
            look: plots::Look::Full,
            share: (rows * 1_000_000 / most) as u32,
            text: shown(*rows),
        }],
        range: None,
    };
    plots::bars(title, &[], None, &rows.iter().map(group).collect::<Vec<_>>())
}

/// The pairs of rows that may be one person, to be decided: a list that a person fills in. It has names.
pub fn twice(lang: Lang, made: &Prepared) -> List {
    let what = [
        "pair", "name-1", "place-1", "row-1", "name-2", "place-2", "row-2", "same", "decision", "list-1",
        "list-2",
    ];
    let headings = what.map(|what| say!(lang, "prepared-twice-heading", what = what)).to_vec();
    let row = |pair: &crate::prepare::Pair| {
        let same: Vec<String> =
            pair.same.iter().map(|same| say!(lang, "prepared-same", what = same.word())).collect();
        let decision =
            pair.decision.map(|decision| say!(lang, "prepared-twice-word", word = decision.word()));
        let [one, other] = &pair.names;
        let of = |name: &String, (at, row): (usize, usize)| {
            [name.clone(), made.sources[at].name.clone(), row.to_string()]
        };
        let mut cells = vec![pair.key.clone()];
        cells.extend(of(one, pair.first));
        cells.extend(of(other, pair.second));
        cells.extend([same.join(", "), decision.unwrap_or_default()]);
        cells.extend(pair.listed.map(|row| row.map(|row| row.to_string()).unwrap_or_default()));
        cells
    };
    List { headings, rows: made.pairs.iter().map(row).collect() }
}

/// A heading of a list of what was left out or changed.
pub fn heading(lang: Lang, what: &str) -> String {
    say!(lang, "prepared-heading", what = what)
}

/// A line of a first recipe that is for a person.
pub fn hint(lang: Lang, what: &str, of: &str) -> String {
    say!(lang, "prepared-hint", what = what, of = of)
}

/// How many people there are, in one line.
pub fn summary(lang: Lang, made: &Prepared) -> String {
    let read: u64 = made.sources.iter().map(|source| source.read).sum();
    say!(
        lang,
        "prepared-summary",
        people = number(lang, made.facts.people),
        read = number(lang, read),
        out = number(lang, made.facts.left_out),
    )
}

/// The report as text: each table under its title, its columns in line.
pub fn text(sections: &[Section]) -> String {
    let mut text = String::new();
    for section in sections {
        text += &format!("{}\n", section.title);
        if section.rows.is_empty() {
            text += &format!("  {}\n\n", section.none);
            continue;
        }
        let lines = || std::iter::once(&section.headings).chain(&section.rows);
        let width = |at: usize| lines().map(|line| line[at].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..section.headings.len()).map(width).collect();
        for line in lines() {
            let cells =
                line.iter().zip(&widths).enumerate().map(|(at, (cell, &width))| match at < section.texts {
                    true => format!("{cell:<width$}"),
                    false => format!("{cell:>width$}"),
                });
            text += &format!("  {}\n", cells.collect::<Vec<String>>().join("  ").trim_end());
        }
        text.push('\n');
    }
    text
}

/// The report as one page that needs nothing from elsewhere; `None` when the template and the data do not fit, which is
/// a mistake of ours.
pub fn page(lang: Lang, made: &Prepared, sections: &[Section], faults: &str) -> Option<String> {
    let mut environment = Environment::new();
    environment.add_template("prepared.html", TEMPLATE).ok()?;
    let facts = &made.facts;
    let digests: Vec<(String, String)> =
        std::iter::once((say!(lang, "prepared-recipe"), facts.recipe.clone()))
            .chain(made.sources.iter().map(|source| (shown(&source.name), source.digest.to_string())))
            .chain([(capital(&say!(lang, "prepared-list")), facts.pool.clone())])
            .collect();
    let data = context! {
        lang => lang.tag(),
        title => say!(lang, "prepared-title"),
        summary => summary(lang, made),
        personal => say!(lang, "prepared-personal"),
        faults => faults,
        faults_title => say!(lang, "prepared-faults"),
        digests_title => say!(lang, "prepared-digests"),
        digests => Value::from(Serde(digests)),
        sections => Value::from(Serde(sections.to_vec())),
    };
    environment.get_template("prepared.html").ok()?.render(data).ok()
}
