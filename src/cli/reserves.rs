//! Reserves of a draw: the arguments, and what they are worth, in a table. Imports `panel`, `bundle`, `io`,
//! `words` and its siblings.

use super::exit::{Exit, Halt};
use super::layout::{cell, lines, table};
use super::sheet;
use super::talk::Talk;
use crate::base::fault::Faults;
use crate::bundle::Public;
use crate::bundle::conduct::{self, Asked, Drawn};
use crate::draw::{Label, Stream};
use crate::panel::attrition::{self, Attrition};
use crate::panel::reserves::{ALL, Ask, Judged, Rate};
use crate::quotas::Quotas;
use crate::seed::Seed;
use crate::words::catalogue::{Lang, args, block, number, say};
use crate::words::parts;
use crate::words::refusals;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Reserves to draw in the same act.
#[derive(Clone, Debug, clap::Args)]
pub struct ReserveArgs {
    /// Draw so many reserves too, in the order in which they are called, from the same seed. Where the charter
    /// declares reserves, those are drawn without this.
    #[arg(long, value_name = "R", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    reserves: Option<u32>,
    /// The chance that somebody drops out, such as 0.1 or 10%. The reserves are chosen so that the quotas
    /// are kept best when people drop out at this rate. Without it 10%, or 0 where --rates is given.
    #[arg(long, value_name = "RATE", value_parser = super::expected::millionths)]
    attrition: Option<Rate>,
    /// Further chances to drop out by value: a CSV file with the columns feature, value and rate.
    #[arg(long, value_name = "RATES.csv")]
    rates: Option<PathBuf>,
}

/// One in ten: what organisers see between the draw and the first day.
const USUAL: Rate = ALL / 10;

impl ReserveArgs {
    /// What is asked for, if anything; rates may name what `quotas` have. What is not given is as the charter
    /// has `promised`.
    pub fn read(
        &self,
        quotas: &Quotas,
        promised: Option<&Asked>,
        talk: &Talk,
    ) -> Result<Option<Asked>, Halt> {
        let Some(reserves) = self.reserves else {
            return match (self.attrition.is_some() || self.rates.is_some(), promised) {
                (false, _) => Ok(promised.cloned()),
                (true, Some(_)) => Err(Halt::refused(Exit::Input, "D-13", args![])),
                (true, None) => Err(Halt::refused(Exit::Input, "D-14", args![])),
            };
        };
        let attrition = match (&self.rates, promised) {
            (None, Some(promised)) => Attrition {
                base: self.attrition.unwrap_or(promised.attrition.base),
                rates: promised.attrition.rates.clone(),
            },
            (None, None) => Attrition { base: self.attrition.unwrap_or(USUAL), rates: Vec::new() },
            (Some(path), _) => {
                let mut faults = Faults::new();
                let (name, bytes) = sheet::read(path, &[])?;
                let base = self.attrition.unwrap_or(0);
                let Some(found) = attrition::from_bytes(&name, &bytes, base, quotas, &mut faults) else {
                    return Err(Halt::Faults(faults));
                };
                talk.faults(&faults);
                found
            }
        };
        Ok(Some(Asked { reserves, attrition }))
    }
}

/// What the reserves of a draw are worth, beside others.
pub struct Worth {
    reserves: usize,
    attrition: Attrition,
    rows: Vec<(&'static str, Judged)>,
}

/// Made-up futures to judge reserves by.
const FUTURES: u32 = 1_000;

impl Worth {
    /// Of the reserves of `drawn`, if there are any. The futures are others than those by which the
    /// reserves were chosen.
    pub fn of(public: &Public, drawn: &Drawn, seed: &Seed) -> Option<Self> {
        let reserves = drawn.reserves.as_ref()?;
        let frame = conduct::frame(public);
        let attrition = reserves.terms.attrition(&public.quotas)?;
        let (rules, loss) = (frame.rules(), frame.loss(&attrition));
        let ask = Ask {
            problem: &public.problem,
            rules: &rules,
            seats: &drawn.seats,
            loss: &loss,
            reserves: reserves.terms.reserves,
        };
        let stream = |n| Stream::new(seed, &Label::Trial(Box::new(Label::Replacement(n))));
        let lists = [
            ("these", reserves.order.clone()),
            ("alike", ask.alike(&mut stream(2))),
            ("random", ask.random(&mut stream(3))),
            ("none", Vec::new()),
        ];
        let judge = |(name, order): (_, Vec<_>)| (name, ask.judge(&order, FUTURES, &mut stream(1)));
        Some(Self { reserves: reserves.order.len(), attrition, rows: lists.into_iter().map(judge).collect() })
    }

    /// As text.
    pub fn text(&self, lang: Lang, quotas: &Quotas) -> String {
        let loss = refusals::loss(lang, &self.attrition, quotas);
        let headings = [
            say!(lang, "head-reserves"),
            say!(lang, "head-all-filled"),
            say!(lang, "head-all-kept"),
            say!(lang, "head-missing"),
        ];
        let mut table = table(&headings, 1);
        for (name, judged) in &self.rows {
            let filled = number(lang, u64::from(judged.filled));
            let tenths = judged.wrong * 10 / u64::from(judged.scenarios.max(1));
            table.add_row([
                cell(&match *name {
                    "these" => say!(lang, "reserves-these"),
                    "alike" => say!(lang, "reserves-alike"),
                    "random" => say!(lang, "reserves-by-lot"),
                    _ => say!(lang, "reserves-none"),
                }),
                cell(&filled),
                cell(&number(lang, u64::from(judged.kept))),
                cell(&parts::decimal(lang, &format!("{}.{}", tenths / 10, tenths % 10))),
            ]);
        }
        let args = args![people = parts::people(lang, self.reserves as u64), loss = loss, futures = FUTURES];
        let (first, rest) = block(lang, "worth", &args);
        format!("{first}\n{}\n{}", rest.join("\n"), lines(&table))
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let rows = self.rows.iter().map(|(name, judged)| {
            let row = json!({ "filled": judged.filled, "kept": judged.kept, "wrong": judged.wrong, "loss_millionths": judged.loss });
            ((*name).to_owned(), row)
        });
        json!({ "reserves": self.reserves, "futures": FUTURES, "judged": Value::Object(rows.collect()) })
    }
}
