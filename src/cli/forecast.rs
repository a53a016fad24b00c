//! `geloot forecast`: how many to draw, how many letters to send. Imports `panel`, `io`, `words` and
//! its siblings.

use super::exit::{Exit, Halt};
use super::expected;
use super::layout::{cell, lines, paragraph, table};
use super::mirror::round;
use super::sheet;
use super::talk::Talk;
use crate::base::binomial;
use crate::base::fault::Faults;
use crate::panel::forecast::{self, Group, Outlook, Plan};
use crate::panel::rates::{self, MOST_PEOPLE};
use crate::words::catalogue::{Lang, args, block, number, say};
use crate::words::parts;

use serde_json::{Value, json};
use std::path::PathBuf;

/// Say how likely it is that all chairs are filled, how many to draw, and how many letters to send.
///
/// Exact, not simulated: each person confirms and comes by chance, independently of all others. Drawing
/// 10 % more does not make up for a loss of 10 %.
///
/// Ends with 1 when no number of people or letters is enough.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Chairs that should be filled on the day.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_PEOPLE)))]
    chairs: u32,
    /// People who are drawn, those beyond the chairs with them. Without it only advice is given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_PEOPLE)))]
    drawn: Option<u32>,
    /// How sure to be that all chairs are filled, such as 0.95 or 95%.
    #[arg(long, value_name = "P", default_value = "0.95", value_parser = expected::rate)]
    sure: f64,
    /// The chance that one who was drawn (and confirmed) comes, such as 0.9 or 90%.
    #[arg(long, value_name = "RATE", value_parser = expected::rate, conflicts_with = "rates")]
    stay: Option<f64>,
    /// The chance that one who was drawn confirms, if that is asked before the day.
    #[arg(long, value_name = "RATE", value_parser = expected::rate, default_value = "1")]
    confirm: f64,
    /// Reserves, called one after the other for those who do not confirm.
    #[arg(long, value_name = "R", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=i64::from(MOST_PEOPLE)))]
    reserves: u32,
    /// Rates that differ: a CSV file with the columns people and stay, and confirm if needed.
    #[arg(long, value_name = "RATES.csv")]
    rates: Option<PathBuf>,
    /// Letters to be sent.
    #[arg(long, value_name = "N", requires = "response", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_LETTERS)))]
    letters: Option<u32>,
    /// The chance that a letter brings a volunteer, such as 0.07 or 7%.
    #[arg(long, value_name = "RATE", value_parser = expected::rate)]
    response: Option<f64>,
    /// Volunteers that the letters should bring; without it as many as are drawn, or as there are chairs.
    #[arg(long, value_name = "K", requires = "response", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_LETTERS)))]
    volunteers: Option<u32>,
}

const MOST_LETTERS: u32 = 1_000_000_000;

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if args.sure <= 0.0 || args.sure >= 1.0 {
        return Err(Halt::refused(Exit::Input, "E-04", args![]));
    }
    if args.stay.is_none() && args.rates.is_none() && args.response.is_none() {
        return Err(Halt::refused(Exit::Input, "E-05", args![]));
    }
    let mut answer = json!({ "chairs": args.chairs, "sure": args.sure });
    let mut exit = Exit::Done;
    if let Some(plan) = plan(args, talk)? {
        let drawn = args.drawn.or(args.rates.is_some().then(|| plan.people()));
        let chairs = Chairs::new(args, &plan, drawn);
        talk.show(&chairs.text(talk.lang(), args))?;
        chairs.json(args, &mut answer);
        if chairs.asked(args).is_none() {
            exit = Exit::No;
        }
    }
    if let Some(response) = args.response {
        let letters = Letters::new(args, response);
        talk.show(&letters.text(talk.lang(), args, response))?;
        letters.json(response, &mut answer);
        if letters.advice.is_none() {
            exit = Exit::No;
        }
    }
    talk.json(&answer)?;
    Ok(exit)
}

/// Who is drawn; none when only letters are asked about.
fn plan(args: &Args, talk: &Talk) -> Result<Option<Plan>, Halt> {
    let group = |stay| vec![Group { people: args.drawn.unwrap_or(args.chairs), confirm: args.confirm, stay }];
    let drawn = match (&args.rates, args.stay) {
        (None, None) => return Ok(None),
        (None, Some(stay)) => group(stay),
        (Some(path), _) => {
            let (name, bytes) = sheet::read(path, &[])?;
            let mut faults = Faults::new();
            let groups = rates::from_bytes(&name, &bytes, args.confirm, &mut faults);
            if !faults.stop() {
                talk.faults(&faults);
            }
            match groups {
                Some(groups)
                    if groups.iter().map(|g| u64::from(g.people)).sum::<u64>() <= u64::from(MOST_PEOPLE) =>
                {
                    groups
                }
                Some(_) => {
                    return Err(Halt::refused(Exit::Input, "E-06", args![most = MOST_PEOPLE]));
                }
                None if faults.stop() => return Err(Halt::Faults(faults)),
                None => {
                    return Err(Halt::refused(Exit::Input, "E-07", args![]));
                }
            }
        }
    };
    let plan = Plan { drawn, reserves: args.reserves };
    Ok(Some(match args.drawn {
        Some(drawn) => plan.scaled(drawn),
        None => plan,
    }))
}

/// What is said about chairs.
struct Chairs {
    drawn: Option<(u32, Outlook)>,
    /// How many to draw to be so sure.
    advice: Vec<(f64, Option<(u32, f64)>)>,
    asks_first: bool,
}

/// Levels of certainty that are always shown.
const LEVELS: [f64; 5] = [0.5, 0.8, 0.9, 0.95, 0.99];

impl Chairs {
    fn new(args: &Args, plan: &Plan, drawn: Option<u32>) -> Self {
        let mut levels: Vec<f64> = LEVELS.to_vec();
        if !levels.contains(&args.sure) {
            levels.push(args.sure);
        }
        levels.sort_by(f64::total_cmp);
        let advice = forecast::draw_for(plan, args.chairs, &levels, MOST_PEOPLE);
        Self {
            drawn: drawn.map(|drawn| (drawn, plan.scaled(drawn).outlook())),
            advice: levels.into_iter().zip(advice).collect(),
            asks_first: plan.drawn.iter().any(|group| group.confirm < 1.0),
        }
    }

    fn asked(&self, args: &Args) -> Option<(u32, f64)> {
        self.advice.iter().find(|(sure, _)| *sure == args.sure).and_then(|(_, advice)| *advice)
    }

    fn text(&self, lang: Lang, args: &Args) -> String {
        let chairs = args.chairs as usize;
        let mut text = String::new();
        if let Some((drawn, outlook)) = &self.drawn {
            let head = say!(
                lang,
                "forecast-drawn",
                people = parts::people(lang, u64::from(*drawn)),
                reserves = args.reserves,
                chairs = args.chairs,
            );
            text.push_str(&format!("{head}\n"));
            if self.asks_first {
                let said = say!(
                    lang,
                    "forecast-confirmed",
                    mean = tenth(lang, binomial::mean(&outlook.confirmed)),
                    chance = chance(lang, binomial::at_least(&outlook.confirmed, chairs)),
                );
                text.push_str(&format!("{said}\n"));
            }
            let (low, high) =
                (binomial::quantile(&outlook.present, 0.05), binomial::quantile(&outlook.present, 0.95));
            let args = args![
                mean = tenth(lang, binomial::mean(&outlook.present)),
                low = low,
                high = high,
                chance = chance(lang, binomial::at_least(&outlook.present, chairs)),
            ];
            let (day, rest) = block(lang, "forecast-day", &args);
            text.push_str(&format!("{day}\n{}\n", rest.join("\n")));
        }
        if args.reserves > 0 {
            let said = say!(
                lang,
                "forecast-reserves",
                reserves = args.reserves,
                asked = parts::yes(self.asks_first),
            );
            text.push_str(&format!("{}\n", paragraph(&said)));
        }
        let headings = [say!(lang, "head-sure"), say!(lang, "head-draw"), say!(lang, "head-filled")];
        let mut table = table(&headings, 0);
        for (sure, advice) in &self.advice {
            let (people, filled) = match advice {
                Some((people, filled)) => (number(lang, u64::from(*people)), chance(lang, *filled)),
                None => (say!(lang, "more-than", count = MOST_PEOPLE), "-".to_owned()),
            };
            table.add_row([cell(&chance(lang, *sure)), cell(&people), cell(&filled)]);
        }
        text.push_str(&lines(&table));
        let sure = chance(lang, args.sure);
        let advice = match self.asked(args) {
            Some((people, _)) => {
                say!(lang, "advice-draw", people = people, chairs = args.chairs, sure = sure)
            }
            None => {
                say!(lang, "too-few-come", people = MOST_PEOPLE, chairs = args.chairs, sure = sure)
            }
        };
        text.push_str(&format!("{advice}\n"));
        text
    }

    fn json(&self, args: &Args, answer: &mut Value) {
        let advised = |(people, filled): (u32, f64)| json!({ "draw": people, "filled": round(filled) });
        if let Some((drawn, outlook)) = &self.drawn {
            let chairs = args.chairs as usize;
            answer["drawn"] = json!(drawn);
            answer["filled_after_confirmation"] =
                json!(round(binomial::at_least(&outlook.confirmed, chairs)));
            answer["filled_on_the_day"] = json!(round(binomial::at_least(&outlook.present, chairs)));
            answer["expected_confirmed"] = json!(round(binomial::mean(&outlook.confirmed)));
            answer["expected_present"] = json!(round(binomial::mean(&outlook.present)));
            answer["present_5_percent"] = json!(binomial::quantile(&outlook.present, 0.05));
            answer["present_95_percent"] = json!(binomial::quantile(&outlook.present, 0.95));
        }
        answer["reserves"] = json!(args.reserves);
        answer["advice"] = self.asked(args).map_or(Value::Null, advised);
        let levels = self.advice.iter().map(|(sure, advice)| {
            json!({ "sure": sure, "draw": advice.map(|a| a.0), "filled": advice.map(|a| round(a.1)) })
        });
        answer["levels"] = levels.collect();
    }
}

/// What is said about letters.
struct Letters {
    volunteers: u32,
    sent: Option<(u32, f64)>,
    advice: Option<(u32, f64)>,
}

impl Letters {
    fn new(args: &Args, response: f64) -> Self {
        let volunteers = args.volunteers.unwrap_or(match args.drawn {
            Some(drawn) => drawn + args.reserves,
            None => args.chairs,
        });
        let enough = |letters| binomial::binomial_at_least(letters, response, volunteers);
        Self {
            volunteers,
            sent: args.letters.map(|letters| (letters, enough(letters))),
            advice: forecast::letters_for(volunteers, response, args.sure, MOST_LETTERS),
        }
    }

    fn text(&self, lang: Lang, args: &Args, response: f64) -> String {
        let mut text = String::new();
        let volunteers = self.volunteers;
        if let Some((letters, enough)) = self.sent {
            let said = say!(
                lang,
                "letters-bring",
                letters = letters,
                mean = tenth(lang, f64::from(letters) * response),
                volunteers = volunteers,
                chance = chance(lang, enough),
            );
            text.push_str(&format!("{said}\n"));
        }
        let advice = match self.advice {
            Some((letters, _)) => {
                let sure = chance(lang, args.sure);
                say!(lang, "advice-send", letters = letters, sure = sure, volunteers = volunteers)
            }
            None => say!(lang, "no-letters", volunteers = volunteers),
        };
        text.push_str(&format!("{advice}\n"));
        text
    }

    fn json(&self, response: f64, answer: &mut Value) {
        answer["letters"] = json!({
            "sent": self.sent.map(|sent| sent.0),
            "response": response,
            "volunteers": self.volunteers,
            "enough": self.sent.map(|sent| round(sent.1)),
            "advice": self.advice.map(|advice| json!({ "send": advice.0, "enough": round(advice.1) })),
        });
    }
}

/// One decimal, and a comma after every third digit before it.
fn tenth(lang: Lang, mean: f64) -> String {
    let tenths = (mean * 10.0 + 0.5) as u64;
    parts::decimal(lang, &format!("{}.{}", number(Lang::En, tenths / 10), tenths % 10))
}

/// A chance for people: "33 %", "0.02 %", "over 99.99 %".
fn chance(lang: Lang, chance: f64) -> String {
    let percent = chance * 100.0;
    let text = match percent {
        p if p >= 100.0 => "100".to_owned(),
        p if p > 99.99 => return say!(lang, "over-percent", percent = parts::percent(lang, "99.99")),
        0.0 => "0".to_owned(),
        p if p < 0.005 => return say!(lang, "under-percent", percent = parts::percent(lang, "0.01")),
        p if !(1.0..=99.0).contains(&p) => format!("{p:.2}"),
        p => format!("{p:.1}"),
    };
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    parts::percent(lang, text)
}
