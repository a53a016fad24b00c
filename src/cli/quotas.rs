//! `geloot quotas`: from the figures of a population to a quota file. Imports `quotas`, `bundle`,
//! `io`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::figures::{PopulationArgs, origin};
use super::layout::{cell, lines, percent, table};
use super::{json, talk::Talk};
use crate::base::digest::Digest;
use crate::base::fault::figures::Choice;
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::{fold, nearest};
use crate::bundle::tables;
use crate::io;
use crate::quotas::apportion::{self, Apportioned, DEFAULT_LABEL, Method, Seats};
use crate::quotas::population::{Distribution, Population};
use crate::words::catalogue::{Lang, number, say};
use crate::words::parts;
use crate::words::{quoted, shown};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Make the quota file from counts or shares of the population, and show the rounding.
///
/// Every figure is computed exactly. Equal claims to the last seat are decided by a label, never by the
/// order of rows.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    population: PopulationArgs,
    /// Seats in the panel. For letters instead of seats: the number of letters.
    #[arg(long, value_name = "K")]
    seats: u32,
    /// How shares become whole seats.
    #[arg(long, value_enum, default_value_t = MethodArg::FloorCeil)]
    method: MethodArg,
    /// Give each value of this feature at least one seat, such as each village. Can be given again.
    #[arg(long, value_name = "FEATURE")]
    at_least_one: Vec<String>,
    /// The text that decides between equal claims. Publish it before the figures are known.
    #[arg(long, value_name = "TEXT")]
    tie_label: Option<String>,
    /// Write the quotas to this file. Nothing may be there yet.
    #[arg(long, value_name = "Q.csv")]
    out: Option<PathBuf>,
}

/// How shares become whole seats, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum MethodArg {
    /// At least the exact seats rounded down, at most rounded up; the lottery fills in the rest.
    FloorCeil,
    /// Rounded down, then one more for the largest remainders (Hamilton).
    LargestRemainder,
    /// One seat after the other to the largest quotient with 1, 3, 5 ... (Webster).
    #[value(alias = "sainte-laguë")]
    SainteLague,
}

impl MethodArg {
    fn method(self) -> Method {
        match self {
            MethodArg::FloorCeil => Method::FloorCeil,
            MethodArg::LargestRemainder => Method::LargestRemainder,
            MethodArg::SainteLague => Method::SainteLague,
        }
    }

    fn name(self) -> &'static str {
        match self {
            MethodArg::FloorCeil => "floor-ceil",
            MethodArg::LargestRemainder => "largest-remainder",
            MethodArg::SainteLague => "sainte-lague",
        }
    }

    fn in_words(self, lang: Lang) -> String {
        match self {
            MethodArg::FloorCeil => say!(lang, "method-floor-ceil"),
            MethodArg::LargestRemainder => say!(lang, "method-largest-remainder"),
            MethodArg::SainteLague => say!(lang, "method-sainte-lague"),
        }
    }
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let mut faults = Faults::new();
    if args.seats == 0 {
        faults.push(What::SeatsZero, Place::default());
    }
    let Some(population) = args.population.read(&mut faults)? else {
        return Err(Halt::Faults(faults));
    };
    let label = args.tie_label.as_deref().unwrap_or(DEFAULT_LABEL);
    let Some(given) = seats(args, &population, label, &mut faults) else {
        return Err(Halt::Faults(faults));
    };
    report(args, &population, &given, &mut faults);
    let bytes = tables::quotas(&apportion::quotas(&population, &given));
    if let Some(out) = &args.out {
        io::write_new(out, &bytes)?;
    }
    talk.faults(&faults);
    talk.show(&text(talk.lang(), args, &population, &given, label))?;
    talk.json(&answer(talk.lang(), args, &population, &given, label, &faults, &bytes))?;
    Ok(Exit::Done)
}

/// The seats of each feature; `None` when something stops the work.
fn seats(args: &Args, population: &Population, label: &str, faults: &mut Faults) -> Option<Vec<Apportioned>> {
    let names = || population.features.iter().map(|feature| feature.name.as_str());
    for wanted in &args.at_least_one {
        if !names().any(|name| fold(name) == fold(wanted)) {
            let near = nearest(wanted, names()).map(str::to_owned);
            let what = Figures::ChoiceUnknown { choice: Choice::AtLeastOne, text: wanted.clone(), near };
            faults.push(What::Figures(what), Place::default());
        }
    }
    let mut given = Vec::new();
    for feature in &population.features {
        match apportion::apportion(feature, args.seats, args.method.method(), each_one(args, feature), label)
        {
            Ok(seats) => given.push(seats),
            Err(many) => {
                let (name, values) = (feature.name.clone(), many.values as u64);
                let what = Figures::TooManyToSeat { feature: name, values, seats: args.seats };
                faults.push(What::Figures(what), Place::file(&feature.file));
            }
        }
    }
    (!faults.stop()).then_some(given)
}

fn each_one(args: &Args, feature: &Distribution) -> bool {
    args.at_least_one.iter().any(|wanted| fold(wanted) == fold(&feature.name))
}

/// What a person should look at: values without a seat, ties without a label.
fn report(args: &Args, population: &Population, given: &[Apportioned], faults: &mut Faults) {
    for (feature, given) in population.features.iter().zip(given) {
        let place = || Place::file(&feature.file);
        for (value, seats) in feature.values.iter().zip(&given.seats).filter(|(_, seats)| seats.max == 0) {
            let what = Figures::NoSeat {
                feature: feature.name.clone(),
                value: value.name.clone(),
                exact: hundredths(Lang::En, seats.exact),
                seats: args.seats,
            };
            faults.push(What::Figures(what), place());
        }
        if given.tie.is_some() && args.tie_label.is_none() {
            let (feature, label) = (feature.name.clone(), DEFAULT_LABEL.to_owned());
            faults.push(What::Figures(Figures::TieUnlabelled { feature, label }), place());
        }
    }
}

/// "9.13" for 913.
fn hundredths(lang: Lang, hundredths: u64) -> String {
    let point = if lang == Lang::Nl { ',' } else { '.' };
    format!("{}{point}{:02}", number(lang, hundredths / 100), hundredths % 100)
}

fn range(lang: Lang, seats: &Seats) -> String {
    match seats.min == seats.max {
        true => number(lang, u64::from(seats.min)),
        false => format!("{}-{}", number(lang, u64::from(seats.min)), number(lang, u64::from(seats.max))),
    }
}

fn text(lang: Lang, args: &Args, population: &Population, given: &[Apportioned], label: &str) -> String {
    let headings = [
        say!(lang, "head-feature"),
        say!(lang, "head-value"),
        say!(lang, "head-population"),
        say!(lang, "head-share"),
        say!(lang, "head-exact"),
        say!(lang, "head-seats"),
    ];
    let mut table = table(&headings, 2);
    for (feature, given) in population.features.iter().zip(given) {
        let total = feature.total();
        for (i, (value, seats)) in feature.values.iter().zip(&given.seats).enumerate() {
            // Ten thousandths are enough for a percentage with one decimal.
            let share = percent(lang, (value.units * 1_000_000 / total) as u64, 1_000_000);
            table.add_row([
                cell(if i == 0 { &feature.name } else { "" }),
                cell(&value.name),
                cell(&figure(lang, feature, value.units)),
                cell(&share),
                cell(&hundredths(lang, seats.exact)),
                cell(&format!("{}{}", range(lang, seats), if seats.raised { " *" } else { "" })),
            ]);
        }
    }
    let mut text = lines(&table);
    let seats = parts::seats(lang, u64::from(args.seats));
    let rounding = say!(lang, "seats-rounding", seats = seats, method = args.method.in_words(lang));
    text.push_str(&format!("{rounding}\n"));
    for (feature, given) in population.features.iter().zip(given) {
        text.push_str(&choice(lang, args, feature, given));
        text.push_str(&decided(lang, feature, given, label));
    }
    text.push_str(&origin(lang, population));
    let saved = match &args.out {
        Some(out) => say!(lang, "quotas-saved", file = shown(&out.to_string_lossy())),
        None => say!(lang, "quotas-not-saved"),
    };
    text.push_str(&format!("{saved}\n"));
    text
}

/// A figure with a comma after every third digit of its whole part.
fn figure(lang: Lang, feature: &Distribution, units: u128) -> String {
    let shown = feature.shown(units);
    let (whole, decimals) = shown.split_once('.').map_or((shown.as_str(), ""), |(whole, d)| (whole, d));
    let point = if decimals.is_empty() { "" } else { "." };
    let figure = whole.parse().map(|whole| format!("{}{point}{decimals}", number(Lang::En, whole)));
    parts::decimal(lang, &figure.unwrap_or(shown.clone()))
}

/// The choice that each value has at least one seat, in words.
fn choice(lang: Lang, args: &Args, feature: &Distribution, given: &Apportioned) -> String {
    if !each_one(args, feature) {
        return String::new();
    }
    let raised = feature.values.iter().zip(&given.seats).filter(|(_, seats)| seats.raised);
    let raised: Vec<String> = raised.map(|(value, _)| quoted(&value.name)).collect();
    let said = say!(
        lang,
        "choice-one",
        count = raised.len(),
        feature = quoted(&feature.name),
        raised = parts::list(lang, &raised),
    );
    format!("{said}\n")
}

/// How equal claims were decided, in words.
fn decided(lang: Lang, feature: &Distribution, given: &Apportioned, label: &str) -> String {
    let Some(tie) = &given.tie else { return String::new() };
    let names: Vec<String> = tie.values.iter().map(|&i| quoted(&feature.values[i].name)).collect();
    let said = say!(
        lang,
        "tie",
        seats = tie.seats,
        feature = quoted(&feature.name),
        label = quoted(label),
        names = names.join(", "),
    );
    format!("{said}\n")
}

fn answer(
    lang: Lang,
    args: &Args,
    population: &Population,
    given: &[Apportioned],
    label: &str,
    faults: &Faults,
    bytes: &[u8],
) -> Value {
    let features = population.features.iter().zip(given).map(|(feature, given)| {
        let shares = feature.shares();
        let values = feature.values.iter().zip(&given.seats).zip(&shares).map(|((value, seats), share)| {
            json!({
                "name": value.name,
                "count": plain(feature, value.units),
                "share": share,
                "exact": share * f64::from(args.seats),
                "min": seats.min,
                "max": seats.max,
                "raised_to_one": seats.raised,
            })
        });
        let tie = given.tie.as_ref().map(|tie| {
            let values: Vec<&str> = tie.values.iter().map(|&i| feature.values[i].name.as_str()).collect();
            json!({ "values": values, "seats": tie.seats })
        });
        json!({
            "name": feature.name,
            "values": values.collect::<Vec<_>>(),
            "total": plain(feature, feature.total()),
            "shares": feature.shares_of.is_some(),
            "at_least_one": each_one(args, feature),
            "left_out": feature.left_out,
            "tie": tie,
            "file": feature.file,
            "about": feature.about,
        })
    });
    json!({
        "seats": args.seats,
        "method": args.method.name(),
        "tie_label": label,
        "features": features.collect::<Vec<_>>(),
        "faults": json::faults(lang, faults),
        "out": args.out.as_ref().map(|out| out.to_string_lossy()),
        "sha256": Digest::of(bytes).to_string(),
    })
}

/// A figure as a JSON number; whole ones stay whole.
fn plain(feature: &Distribution, units: u128) -> Value {
    match u64::try_from(units) {
        Ok(units) if feature.decimals == 0 => json!(units),
        _ => json!(feature.shown(units).parse::<f64>().unwrap_or_default()),
    }
}
