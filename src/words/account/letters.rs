//! The account of an invitation lottery, by the same template as a panel's. Imports `assembly`, `invite`, `words` and its
//! parent.

use super::{Ask, Row, Section, Shown, environment, published, source_lines, title, told};
use crate::assembly::invite::LettersAccount;
use crate::base::plots;
use crate::invite::Homes;
use crate::invite::areas::Area;
use crate::invite::record::Draw;
use crate::invite::waves::written;
use crate::verify::Outcome;
use crate::words::catalogue::{Lang, count, number, say};
use crate::words::claims::self_registered;
use crate::words::parts::{capital, date, share, yes};
use crate::words::{invite, shown};
use minijinja::value::Serde;
use minijinja::{Value, context};

/// Strata of which bars still say something; of more there is the table alone.
const BARS: usize = 30;

/// The page as text; `None` when the template and the data do not fit, which is a mistake of ours.
pub fn page(lang: Lang, account: &LettersAccount, ask: Ask) -> Option<String> {
    let title = title(&account.mandate);
    let mandate = account.mandate.iter().filter(|(key, _)| key.as_deref() != Some("title"));
    let mandate: Vec<Section> = mandate.map(|(key, lines)| told(lang, key.as_deref(), lines)).collect();
    let line = account.public.commitment.to_string();
    let (cannot, cannot_lines) = invite::cannot_show(lang);
    let outcome = |of: fn(&Outcome) -> bool| {
        account.report.claims.iter().filter(|claim| of(&claim.claim.outcome)).count()
    };
    let passed = outcome(|outcome| *outcome == Outcome::Pass);
    let data = context! {
        letters => true,
        lang => lang.tag(),
        title => title.clone().unwrap_or_else(|| say!(lang, "account-letters-title")),
        named => title.is_some(),
        registered => account.registered.as_ref().map(|frame| self_registered(lang, frame)),
        line => &line,
        program => &account.public.about.program,
        mandate => Value::from(Serde(mandate)),
        numbers => Value::from(Serde(numbers(lang, account))),
        grounds => grounds(lang, account),
        strata => Value::from(Serde(strata(lang, account))),
        fair => chance_lines(lang, account),
        draws => Value::from(Serde(account.draws.iter().map(|draw| drawn(lang, account, draw)).collect::<Vec<_>>())),
        published => published(lang, &account.public.charter, account.described.as_deref()),
        trials => (account.trials > 0).then(|| say!(lang, "account-trials", count = account.trials)),
        own_lot => Value::from(Serde(own_lot(lang, account))),
        waves => Value::from(Serde(waves(lang, account))),
        claims => Value::from(Serde(claim_rows(lang, account))),
        claims_said => say!(lang, "account-claims", passed = passed, left = account.report.claims.len() - passed),
        check => format!("geloot verify public --commitment {line}"),
        cannot => cannot,
        cannot_lines => cannot_lines,
        official => ask.official,
    };
    let page = environment(lang)?.get_template("page.html").ok()?.render(data).ok()?;
    Some(page.split('\n').map(shown).collect::<Vec<String>>().join("\n"))
}

/// Rows, people and letters.
fn numbers(lang: Lang, account: &LettersAccount) -> Vec<(String, String)> {
    let public = &account.public;
    let letters: u64 = match &account.figures {
        Some(figures) => figures.iter().map(|figure| figure.letters).sum(),
        None => public.about.letters,
    };
    let n = |n: u64| number(lang, n);
    let mut rows = vec![
        (say!(lang, "account-register-rows"), n(public.counts.rows)),
        (say!(lang, "account-register-twice"), n(public.counts.repeats)),
        (say!(lang, "account-frame"), n(public.counts.people)),
        (say!(lang, "account-first-letters"), n(letters)),
    ];
    if let Some(figures) = &account.figures {
        let list: u64 = figures.iter().map(|figure| figure.list).sum();
        rows.push((say!(lang, "account-letters-reserve"), n(list - letters)));
    }
    rows
}

/// Who was left out, each ground with its number.
fn grounds(lang: Lang, account: &LettersAccount) -> Vec<String> {
    let (counts, public) = (&account.public.counts, &account.public);
    let mut all = Vec::new();
    if counts.confidential > 0 {
        all.push(say!(lang, "letters-confidential", count = count(lang, counts.confidential)));
    }
    for (ground, &people) in public.grounds.iter().zip(&counts.excluded) {
        all.push(say!(lang, "letters-excluded", count = count(lang, people), ground = shown(ground)));
    }
    if counts.young > 0 {
        all.push(say!(lang, "letters-young", count = count(lang, counts.young)));
    }
    if counts.doubtful > 0 {
        all.push(say!(lang, "letters-doubtful", count = count(lang, counts.doubtful)));
    }
    all
}

/// The strata with their letters, as bars and as a table.
fn strata(lang: Lang, account: &LettersAccount) -> Shown {
    let public = &account.public;
    let people: u64 = public.people.iter().sum();
    let letters: u64 = public.plan.iter().map(|share| share.letters).sum();
    let weights = public.terms.weighted().then_some(&public.weights);
    let mut headings = vec![
        say!(lang, "letters-table-stratum"),
        say!(lang, "letters-table-people"),
        say!(lang, "letters-table-letters"),
        say!(lang, "letters-table-list"),
    ];
    headings.extend(invite::chance_headings(lang, weights.is_some()));
    headings.extend(account.areas.as_ref().map(|_| say!(lang, "letters-table-area")));
    let figures = account.figures.as_ref();
    // The last lot says who got a letter only where neither homes nor weights count.
    let lots = figures.filter(|_| public.terms.ranked());
    headings.extend(lots.map(|_| say!(lang, "letters-table-last")));
    let written = (!account.waves.is_empty()).then(|| written(&account.waves, public.people.len()));
    headings.extend(written.as_ref().map(|_| say!(lang, "account-written")));
    let row = |(i, plan): (usize, &crate::invite::plan::Share)| {
        let mut cells =
            vec![number(lang, public.people[i]), number(lang, plan.letters), number(lang, plan.list)];
        cells.extend(invite::chance_cells(lang, plan, weights.map(|weights| weights[i])));
        cells.extend(account.areas.as_ref().map(|areas| area(lang, areas[i])));
        let last = |figures: &Vec<crate::invite::tables::Figure>| {
            figures[i].last.map_or(String::new(), |hash| hash.to_string()[..16].to_owned())
        };
        cells.extend(lots.map(last));
        cells.extend(written.as_ref().map(|written| number(lang, written[i])));
        Row { name: shown(&public.strata.name(i as u32 + 1)), cells }
    };
    let rows: Vec<Row> = public.plan.iter().enumerate().map(row).collect();
    let bar = |look, part: u64, whole: u64| plots::Bar {
        look,
        share: (u128::from(part) * 1_000_000 / u128::from(whole.max(1))) as u32,
        text: share(lang, part, whole.max(1)),
    };
    let group = |(i, plan): (usize, &crate::invite::plan::Share)| plots::Group {
        name: shown(&public.strata.name(i as u32 + 1)),
        bars: vec![
            bar(plots::Look::Open, public.people[i], people),
            bar(plots::Look::Full, plan.letters, letters),
        ],
        range: None,
    };
    let legend = [
        (plots::Look::Open, say!(lang, "account-share-people")),
        (plots::Look::Full, say!(lang, "account-share-letters")),
    ];
    let groups: Vec<plots::Group> = public.plan.iter().enumerate().map(group).collect();
    let plot = match groups.len() {
        2..=BARS => plots::bars(&say!(lang, "account-plot-letters"), &legend, None, &groups),
        _ => String::new(),
    };
    Shown { name: String::new(), plot, headings, rows }
}

fn area(lang: Lang, area: Area) -> String {
    match area {
        Area::Certain => say!(lang, "letters-area-certain"),
        Area::Drawn => say!(lang, "letters-area-drawn"),
        Area::Reserve(n) => say!(lang, "letters-area-reserve", number = n.to_string()),
        Area::Not => say!(lang, "letters-area-not"),
    }
}

/// Chances and homes in words.
fn chance_lines(lang: Lang, account: &LettersAccount) -> Vec<String> {
    let public = &account.public;
    let weighted = public.terms.weighted();
    let homes = match (public.terms.homes, weighted) {
        (Homes::OneLetter, true) => "one-letter-weights",
        (homes, _) => homes.word(),
    };
    let mut lines = vec![say!(lang, "account-homes", homes = homes)];
    lines.extend(weighted.then(|| say!(lang, "account-weights")));
    if let Some((age, day)) = public.terms.age {
        let day = date(lang, &crate::invite::record::day_text(day));
        lines.push(say!(lang, "account-age", age = age, date = day));
    }
    if let Some(areas) = public.terms.areas {
        let weighted = yes(weighted);
        lines.push(say!(lang, "account-areas", areas = areas.0, reserves = areas.1, weighted = weighted));
    }
    lines.extend(invite::chance_range(lang, &public.plan, weighted.then_some(&public.weights)));
    if public.counts.institutions > 0 {
        let (homes, people) = (count(lang, public.counts.institutions), count(lang, public.counts.residents));
        lines.push(say!(lang, "letters-institutions", homes = homes, people = people));
    }
    if let Some(prepared) = &public.prepared {
        lines.push(say!(
            lang,
            "account-prepared",
            people = number(lang, prepared.people),
            sources = prepared.sources.len(),
            out = number(lang, prepared.left_out),
        ));
    }
    lines
}

/// One draw, as sentences.
fn drawn(lang: Lang, account: &LettersAccount, draw: &Draw) -> Section {
    let mut lines = Vec::new();
    if let Some(because) = &draw.because {
        lines.push(say!(lang, "account-because", reason = shown(because)));
    }
    lines.extend(source_lines(lang, draw.evidence.as_deref(), draw.source, draw.departure.as_deref()));
    lines.push(say!(lang, "account-seed", seed = draw.seed.as_str()));
    if account.draws.last().is_none_or(|last| last.draw != draw.draw) {
        lines.push(say!(lang, "account-annulled"));
    }
    lines.retain(|line| !line.is_empty());
    Section { title: say!(lang, "account-draw", draw = draw.draw.to_string()), lines }
}

/// How somebody checks their own lot: sentences, the line of the command between them, and what it means.
fn own_lot(lang: Lang, account: &LettersAccount) -> Vec<(bool, String)> {
    let Some(key) = &account.key else { return Vec::new() };
    let homes = account.public.terms.homes;
    if !account.public.terms.ranked() {
        // A hash alone would tell thousands that they were drawn who were not.
        let said = say!(lang, "letters-ask", homes = homes.word());
        return vec![(false, said), (false, say!(lang, "account-ask"))];
    }
    let mut lines = vec![
        (false, say!(lang, "account-own-lot")),
        (true, say!(lang, "letters-line", key = key.clone())),
        (false, say!(lang, "letters-line-means", void = yes(false))),
    ];
    let beyond = written(&account.waves, account.public.people.len());
    let beyond = beyond.iter().zip(&account.public.plan).filter(|(to, share)| **to > share.letters).count();
    lines.extend((beyond > 0).then(|| (false, say!(lang, "account-beyond", count = beyond))));
    lines
}

/// The waves of letters; nothing where none is published.
fn waves(lang: Lang, account: &LettersAccount) -> Option<Shown> {
    let wave = |wave: &crate::invite::waves::Wave| Row {
        name: shown(&account.public.strata.name(wave.stratum)),
        cells: vec![
            number(lang, u64::from(wave.wave)),
            date(lang, &wave.date),
            say!(lang, "account-places", from = number(lang, wave.from), to = number(lang, wave.to)),
            shown(&wave.reason),
        ],
    };
    let headings = vec![
        say!(lang, "letters-table-stratum"),
        say!(lang, "account-wave"),
        say!(lang, "account-wave-day"),
        say!(lang, "account-wave-places"),
        say!(lang, "account-wave-reason"),
    ];
    let rows: Vec<Row> = account.waves.iter().map(wave).collect();
    (!rows.is_empty()).then(|| Shown { name: String::new(), plot: String::new(), headings, rows })
}

/// Claims: number, what it says, and what came of it.
fn claim_rows(lang: Lang, account: &LettersAccount) -> Vec<Row> {
    let row = |claim: &crate::verify::invite::Claim| {
        let mut text = invite::title(lang, claim.id);
        let said = match &claim.claim.outcome {
            Outcome::Pass => say!(lang, "pass"),
            Outcome::Fail(_) => say!(lang, "fail"),
            Outcome::NotChecked(_) => say!(lang, "not-checked"),
        };
        if let (_, Some(why)) = invite::outcome(lang, claim) {
            text.push_str(&format!(". {}", capital(&why)));
        }
        Row { name: format!("I{}", claim.id.number()), cells: vec![text, said] }
    };
    account.report.claims.iter().map(row).collect()
}
