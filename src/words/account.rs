//! The public account of a draw as one page that needs nothing from elsewhere: sentences of `account.ftl`, the layout of
//! `account/page.html`, bars of `plots`. May import everything but `io` and `cli`.

mod letters;

use super::catalogue::{Lang, number, say, sentence};
use super::parts::{self, date, moment, people, quota, seats, share};
use super::{claims, shown};
use crate::assembly::{Account, AccountAsked as Asked, AccountFeature, AccountValue, After, Standing};
use crate::base::plots;
use crate::bundle::record::{Declaration, Record};
use crate::panel::roster::Status;
use crate::seed::charter::Charter;
use crate::verify::{Outcome, Why};
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;

/// The page; its layout is in `account/page.html`. Whatever comes from a file is escaped.
const TEMPLATE: &str = include_str!("account/page.html");

/// The sentences that the template asks for by their keys.
const KEYS: &[&str] = &[
    "account-check",
    "account-footer",
    "account-grounds",
    "account-h-after",
    "account-h-chances",
    "account-h-check",
    "account-h-draw",
    "account-h-people",
    "account-h-letters",
    "account-h-own-lot",
    "account-h-quotas",
    "account-h-register",
    "account-h-waves",
    "account-head-claim",
    "account-head-outcome",
    "account-head-says",
    "account-letters",
    "account-letters-line",
    "account-letters-title",
    "account-line",
    "account-no-after",
    "account-no-charter",
    "account-short-charter",
    "account-no-waves",
    "account-nothing-drawn",
    "account-quotas",
    "account-sources",
    "account-title",
    "official-chair",
    "official-day",
    "official-end",
    "official-h",
    "official-incidents",
    "official-line",
    "official-name",
    "official-notary",
    "official-objections",
    "official-place",
    "official-present",
    "official-role",
    "official-signed",
    "official-start",
    "official-what",
    "official-witness",
];

/// What is put on the page beside the record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask {
    /// How many people were asked to take part, where the organiser says so: no record holds it.
    pub invited: Option<u64>,
    /// Whether blanks follow, to be filled in as the official record of the draw.
    pub official: bool,
}

#[derive(Serialize)]
struct Row {
    name: String,
    cells: Vec<String>,
}

#[derive(Serialize)]
struct Shown {
    name: String,
    plot: String,
    headings: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Section {
    title: String,
    lines: Vec<String>,
}

pub use letters::page as letters_page;

/// What the charter calls the assembly, if it does.
pub fn title(mandate: &[(Option<String>, Vec<String>)]) -> Option<String> {
    let title = mandate.iter().find(|(key, _)| key.as_deref() == Some("title"));
    title.map(|(_, lines)| lines.join(" "))
}

/// The page as text; `None` when the template and the data do not fit, which is a mistake of ours.
pub fn page(lang: Lang, account: &Account, ask: Ask) -> Option<String> {
    let environment = environment(lang)?;
    let title = title(&account.mandate);
    let mandate = account.mandate.iter().filter(|(key, _)| key.as_deref() != Some("title"));
    let mandate: Vec<Section> = mandate.map(|(key, lines)| told(lang, key.as_deref(), lines)).collect();
    let features: Vec<Shown> = account.features.iter().map(|it| feature(lang, account, it)).collect();
    let (passed, left) = outcomes(account);
    let (cannot, cannot_lines) = claims::cannot_show(lang, false);
    let data = context! {
        lang => lang.tag(),
        named => title.is_some(),
        title => title.unwrap_or_else(|| say!(lang, "account-title")),
        registered => account.registered.as_ref().map(|frame| claims::self_registered(lang, frame)),
        uncounted => account.uncounted.iter().map(|(name, act, date)| {
            say!(lang, "account-uncounted", name = super::quoted(name), act = act.to_string(), date = date.as_str())
        }).collect::<Vec<_>>(),
        line => &account.line,
        program => &account.about.program,
        mandate => Value::from(Serde(mandate)),
        charter => account.chartered,
        numbers => Value::from(Serde(numbers(lang, account, ask))),
        asked => account.asked.as_ref().map(|found| asked(lang, found)),
        grounds => account.grounds.iter().map(|(ground, n)| {
            format!("{}: {}", parts::ground(lang, ground), number(lang, *n))
        }).collect::<Vec<_>>(),
        features => Value::from(Serde(features)),
        sources => account.sources.iter().map(|source| shown(source)).collect::<Vec<_>>(),
        with_population => account.features.iter().any(has_population),
        chances => Value::from(Serde(chances(lang, account))),
        fair => chance_lines(lang, account),
        draws => Value::from(Serde(account.draws.iter().map(|draw| drawn(lang, account, draw)).collect::<Vec<_>>())),
        published => published(lang, &account.charter, account.described.as_deref()),
        trials => (account.trials > 0).then(|| say!(lang, "account-trials", count = account.trials)),
        after => account.after.as_ref().map(|after| after_lines(lang, after)),
        after_table => Value::from(Serde(account.after.as_ref().map(|after| status_table(lang, after)))),
        reserves => say!(lang, "account-reserves", count = account.reserves),
        supplement => account.supplement.as_ref().map(|line| say!(lang, "account-supplement", line = line.as_str())),
        continues => account.continues.as_ref().map(|line| say!(lang, "account-continues", line = line.as_str())),
        claims => Value::from(Serde(claim_rows(lang, account))),
        claims_said => say!(lang, "account-claims", passed = passed, left = left),
        proved => account.report.proved.as_ref().map(|found| claims::proved(lang, found)),
        check => format!("geloot verify public --commitment {}", account.line),
        cannot => cannot,
        cannot_lines => cannot_lines,
        official => ask.official,
        drawn => account.draw().is_some(),
    };
    let page = environment.get_template("page.html").ok()?.render(data).ok()?;
    // Signs that nobody sees, or that steer a printer, are made visible; the template has none but the ends of its lines.
    Some(page.split('\n').map(shown).collect::<Vec<String>>().join("\n"))
}

/// The template with its sentences.
fn environment(lang: Lang) -> Option<Environment<'static>> {
    let mut environment = Environment::new();
    environment.add_function("t", move |key: String| match KEYS.contains(&key.as_str()) {
        true => sentence(lang, &key, &[]),
        false => String::new(),
    });
    environment.add_template("page.html", TEMPLATE).ok()?;
    Some(environment)
}

/// A part of the charter: what its key means where that is known, and its lines.
fn told(lang: Lang, key: Option<&str>, lines: &[String]) -> Section {
    let known = match key {
        None => String::new(),
        Some("question") => say!(lang, "account-question"),
        Some("mandate") => say!(lang, "account-mandate"),
        Some("exclusions") => say!(lang, "account-exclusions"),
        Some("organiser") => say!(lang, "account-organiser"),
        Some(other) => parts::capital(&shown(&other.replace(['_', '-'], " "))),
    };
    Section { title: known, lines: lines.iter().map(|line| shown(line)).collect() }
}

/// People asked, answered and drawn.
fn numbers(lang: Lang, account: &Account, ask: Ask) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    if let Some(invited) = ask.invited {
        rows.push((say!(lang, "account-invited"), number(lang, invited)));
    }
    if let Some((letters, people)) = account.asked.as_ref().and_then(|asked| asked.letters) {
        rows.push((say!(lang, "account-could-get"), number(lang, people)));
        rows.push((say!(lang, "account-got-letter"), number(lang, letters)));
    }
    rows.push((say!(lang, "account-pool"), number(lang, account.people())));
    let out: u64 = account.grounds.iter().map(|(_, n)| n).sum();
    if out > 0 {
        rows.push((say!(lang, "account-excluded"), number(lang, out)));
    }
    if let Some(before) = account.about.confirmed {
        rows.push((say!(lang, "account-before"), number(lang, before.people)));
    }
    rows.push((say!(lang, "account-seats"), number(lang, account.about.seats.into())));
    if account.draw().is_some() {
        rows.push((say!(lang, "account-in-reserve"), number(lang, account.reserves as u64)));
    }
    rows
}

/// How people were asked, by which letters and side streams.
fn asked(lang: Lang, asked: &Asked) -> Vec<String> {
    let mut lines = vec![say!(lang, "account-asked", line = shown(&asked.line))];
    if !asked.streams.is_empty() {
        let streams: Vec<String> = asked.streams.iter().map(|stream| super::quoted(stream)).collect();
        lines.push(say!(lang, "account-streams", streams = parts::list(lang, &streams)));
    }
    lines.extend(asked.letters.is_none().then(|| say!(lang, "account-letters-elsewhere")));
    lines
}

fn has_population(feature: &AccountFeature) -> bool {
    feature.values.iter().any(|value| value.population.is_some())
}

/// A feature: bars, and the figures as a table.
fn feature(lang: Lang, account: &Account, feature: &AccountFeature) -> Shown {
    let panel_size = u64::from(account.seats);
    let known = has_population(feature);
    let drawn = feature.values.iter().any(|value| value.panel.is_some());
    let now = feature.values.iter().any(|value| value.now.is_some());
    let percent = |part: u64, whole: u64| share(lang, part, whole);
    let mut headings = vec![say!(lang, "head-value"), say!(lang, "account-head-quota")];
    headings.extend(known.then(|| say!(lang, "account-head-population")));
    headings.push(say!(lang, "account-head-pool"));
    headings.extend(drawn.then(|| say!(lang, "account-head-panel")));
    headings.extend(now.then(|| say!(lang, "account-head-now")));
    let rows = feature.values.iter().map(|value| {
        let mut cells = vec![quota(value.min, value.max)];
        if known {
            let share = value.population.map(|share| percent(share.into(), 1_000_000));
            cells.push(share.unwrap_or_else(|| "-".to_owned()));
        }
        // Their shares stand on the bars.
        cells.push(number(lang, value.pool));
        cells.extend(value.panel.filter(|_| drawn).map(|n| number(lang, n)));
        cells.extend(value.now.filter(|_| now).map(|n| number(lang, n)));
        Row { name: shown(&value.name), cells }
    });
    let millionths = |n: u64, of: u64| (n * 1_000_000 / of.max(1)) as u32;
    let group = |value: &AccountValue| {
        let mut bars = Vec::new();
        if let Some(share) = value.population.filter(|_| known) {
            bars.push(plots::Bar { look: plots::Look::Open, share, text: percent(share.into(), 1_000_000) });
        }
        bars.push(plots::Bar {
            look: plots::Look::Hatched,
            share: millionths(value.pool, account.people()),
            text: percent(value.pool, account.people()),
        });
        if let Some(n) = value.panel {
            bars.push(plots::Bar {
                look: plots::Look::Full,
                share: millionths(n, panel_size),
                text: percent(n, panel_size),
            });
        }
        let range = (millionths(value.min.into(), panel_size), millionths(value.max.into(), panel_size));
        plots::Group { name: shown(&value.name), bars, range: Some(range) }
    };
    let groups: Vec<plots::Group> = feature.values.iter().map(group).collect();
    let mut legend = Vec::new();
    if known {
        legend.push((plots::Look::Open, say!(lang, "account-head-population")));
    }
    legend.push((plots::Look::Hatched, say!(lang, "account-head-pool")));
    if drawn {
        legend.push((plots::Look::Full, say!(lang, "account-head-panel")));
    }
    let alt = say!(lang, "account-plot-feature", feature = shown(&feature.name));
    let range = say!(lang, "account-range");
    let plot = plots::bars(&alt, &legend, Some(&range), &groups);
    Shown { name: shown(&feature.name), plot, headings, rows: rows.collect() }
}

/// Bins of chances for the plot.
const BINS: u64 = 12;

/// How many people have which chance: bars, and the figures as a table.
fn chances(lang: Lang, account: &Account) -> Option<Shown> {
    let of = account.about.tickets;
    let (low, high) = (account.chances.first()?.0, account.chances.last()?.0);
    let width = (high - low) / BINS + 1;
    let mut bins: Vec<(u64, u64, u64)> = Vec::new();
    let mut from = low;
    while from <= high {
        let to = (from + width - 1).min(high);
        let within = |(held, _): &&(u64, u64)| (from..=to).contains(held);
        let count: u64 = account.chances.iter().filter(within).map(|(_, people)| people).sum();
        // The ends of what is there, not of the bin: nobody has what lies between.
        let mut held = account.chances.iter().filter(within).map(|(held, _)| *held);
        let first = held.next();
        let last = held.next_back().or(first);
        if let (Some(first), Some(last)) = (first, last) {
            bins.push((first, last, count));
        }
        from = to + 1;
    }
    let name = |first: u64, last: u64| match share(lang, first, of) == share(lang, last, of) {
        true => share(lang, first, of),
        false => format!("{} - {}", share(lang, first, of), share(lang, last, of)),
    };
    let tickets = |first: u64, last: u64| match first == last {
        true => number(lang, first),
        false => format!("{} - {}", number(lang, first), number(lang, last)),
    };
    let most = bins.iter().map(|bin| bin.2).max().unwrap_or(1).max(1);
    let group = |&(first, last, count): &(u64, u64, u64)| plots::Group {
        name: name(first, last),
        bars: vec![plots::Bar {
            look: plots::Look::Full,
            share: (count * 1_000_000 / most) as u32,
            text: people(lang, count),
        }],
        range: None,
    };
    let groups: Vec<plots::Group> = bins.iter().map(group).collect();
    let row = |&(first, last, count): &(u64, u64, u64)| Row {
        name: name(first, last),
        cells: vec![tickets(first, last), number(lang, count)],
    };
    Some(Shown {
        name: String::new(),
        plot: plots::bars(&say!(lang, "account-plot-chances"), &[], None, &groups),
        headings: vec![
            say!(lang, "account-head-chance"),
            say!(lang, "account-head-tickets"),
            say!(lang, "account-head-people"),
        ],
        rows: bins.iter().map(row).collect(),
    })
}

/// Chances in words.
fn chance_lines(lang: Lang, account: &Account) -> Vec<String> {
    let of = account.about.tickets;
    let mut lines = vec![say!(
        lang,
        "account-tickets",
        tickets = of,
        seats = seats(lang, account.about.seats.into()),
        objective = account.about.objective.as_str()
    )];
    let (Some(first), Some(last)) = (account.chances.first(), account.chances.last()) else { return lines };
    // Chances that look alike on the page are one there.
    let shown_as = |held: u64| share(lang, held, of);
    let like = |held: u64| -> u64 {
        let same = account.chances.iter().filter(|(other, _)| shown_as(*other) == shown_as(held));
        same.map(|(_, people)| people).sum()
    };
    lines.push(match shown_as(first.0) == shown_as(last.0) {
        true => say!(
            lang,
            "account-chances-equal",
            chance = shown_as(first.0),
            low = number(lang, first.0),
            differ = if first.0 == last.0 { "no" } else { "yes" },
            high = number(lang, last.0),
        ),
        false => say!(
            lang,
            "account-chances",
            low = shown_as(first.0),
            low_people = people(lang, like(first.0)),
            high = shown_as(last.0),
            high_people = people(lang, like(last.0)),
            mean = share(lang, account.about.seats.into(), account.people())
        ),
    });
    if first.0 == 0 {
        lines.push(say!(lang, "account-no-chance", count = first.1));
    }
    lines
}

/// One draw, as sentences.
fn drawn(lang: Lang, account: &Account, draw: &Record) -> Section {
    let mut lines = Vec::new();
    if let Some(because) = &draw.because {
        lines.push(say!(lang, "account-because", reason = shown(because)));
    }
    let (evidence, departure) = (draw.evidence.as_deref(), draw.departure.as_deref());
    lines.extend(source_lines(lang, evidence, draw.source, departure));
    lines.push(say!(lang, "account-seed", seed = draw.seed.as_str()));
    lines.push(say!(
        lang,
        "account-ticket",
        ticket = draw.own.ticket,
        tickets = draw.own.tickets,
        last = draw.own.tickets.saturating_sub(1)
    ));
    let counts = account.draw().is_some_and(|last| last.draw == draw.draw);
    if !counts {
        lines.push(say!(lang, "account-annulled"));
    }
    lines.retain(|line| !line.is_empty());
    Section { title: say!(lang, "account-draw", draw = draw.draw.to_string()), lines }
}

/// Where the chance of a draw came from, and whether that was declared.
fn source_lines(
    lang: Lang,
    evidence: Option<&str>,
    source: Declaration,
    departure: Option<&str>,
) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((source, rest)) = evidence.and_then(|text| text.split_once('\n')) {
        let rest: Vec<String> = rest.trim_end().split('\n').map(shown).collect();
        let evidence = match (source, &rest[..]) {
            // How many sides the dice have stands before what they showed.
            ("dice", [sides, thrown @ ..]) => {
                say!(lang, "account-dice", thrown = thrown.join("; "), sides = sides.as_str())
            }
            _ => rest.join("; "),
        };
        lines.push(say!(lang, "account-evidence", source = source, evidence = evidence));
    }
    lines.push(match source {
        Declaration::Declared => say!(lang, "account-declared"),
        Declaration::Undeclared => say!(lang, "source-undeclared"),
        Declaration::Overridden => {
            say!(lang, "account-overridden", reason = shown(departure.unwrap_or_default()))
        }
        Declaration::Trial => String::new(),
    });
    lines
}

/// What was declared and when it was to be published.
fn published(lang: Lang, charter: &Charter, described: Option<&str>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(at) = charter.date {
        lines.push(say!(lang, "account-published", moment = moment(lang, at)));
    }
    match (&charter.seed, described) {
        (None, _) => lines.push(say!(lang, "account-no-source")),
        (Some(_), Some(text)) => lines.push(say!(lang, "account-source-said", source = shown(text))),
        (Some(declared), None) => {
            lines.push(say!(lang, "account-source", source = declared.source().word()));
        }
    }
    lines
}

fn after_lines(lang: Lang, after: &After) -> Vec<String> {
    let day = after.day.as_deref().map_or_else(|| "none".to_owned(), |day| date(lang, day));
    let mut lines = vec![say!(
        lang,
        "account-after",
        events = after.events,
        day = day,
        list = after.list.to_string(),
        digest = after.digest.as_str()
    )];
    lines.push(say!(lang, "account-calls", calls = after.calls, odd = after.odd.len()));
    lines.extend(
        after
            .odd
            .iter()
            .map(|(day, reason)| say!(lang, "account-odd", date = date(lang, day), reason = shown(reason))),
    );
    lines.extend(after.corrected.iter().map(|(day, reason)| {
        say!(lang, "account-corrected", date = date(lang, day), reason = shown(reason))
    }));
    lines
}

fn status_table(lang: Lang, after: &After) -> Shown {
    let before = after.status.iter().any(|(_, counts)| counts[2] > 0);
    let mut headings =
        vec![say!(lang, "head-status"), say!(lang, "head-drawn"), say!(lang, "head-in-reserve")];
    headings.extend(before.then(|| say!(lang, "head-in-before")));
    let row = |(status, counts): &(Status, [u64; 3])| {
        let standing = match status {
            Status::Waiting => Standing::Reserve,
            Status::Asked => Standing::Asked,
            Status::Confirmed => Standing::In,
            Status::Declined => Standing::Declined,
            Status::Withdrew => Standing::Withdrew,
            Status::NoShow => Standing::NoShow,
        };
        let shown = if before { 3 } else { 2 };
        Row {
            name: super::people::status(lang, standing),
            cells: counts[..shown].iter().map(|n| number(lang, *n)).collect(),
        }
    };
    Shown { name: String::new(), plot: String::new(), headings, rows: after.status.iter().map(row).collect() }
}

/// Claims of the public tier: number, what it says, and what came of it.
fn claim_rows(lang: Lang, account: &Account) -> Vec<Row> {
    let told = account.report.told().map(|claim| {
        let outcome = match &claim.outcome {
            Outcome::Pass => say!(lang, "pass"),
            Outcome::Fail(_) => say!(lang, "fail"),
            Outcome::NotChecked(_) => say!(lang, "not-checked"),
        };
        let mut text = claims::title(lang, claim.id);
        match &claim.outcome {
            Outcome::Fail(failure) => text.push_str(&format!(": {}", claims::failure(lang, failure))),
            Outcome::NotChecked(Why::NotMade | Why::NotSearched) => {
                text.push_str(&format!(". {}", say!(lang, "account-not-made")));
            }
            Outcome::NotChecked(why) => text.push_str(&format!(". {}", claims::why(lang, *why))),
            Outcome::Pass => {}
        }
        Row { name: format!("V{}", claim.id.number()), cells: vec![text, outcome] }
    });
    told.collect()
}

fn outcomes(account: &Account) -> (usize, usize) {
    let passed = account.report.told().filter(|claim| claim.outcome == Outcome::Pass).count();
    (passed, account.report.told().count() - passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_asks_for_nothing_from_elsewhere_and_for_sentences_that_there_are() {
        for forbidden in ["http", "src=", "@import", "url(", "<script", "<link"] {
            assert!(!TEMPLATE.contains(forbidden), "{forbidden}");
        }
        for piece in TEMPLATE.split("t(\"").skip(1) {
            let key = piece.split('"').next().unwrap();
            assert!(KEYS.contains(&key), "{key}");
        }
    }
}
