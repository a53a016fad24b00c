//! `geloot explain`: one person in a lottery. Imports `assembly`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt, Saved};
use super::folder;
use super::invite;
use super::layout::paragraph;
use super::talk::Talk;
use super::told::Asked;
use crate::assembly::invite::is_invitation;
use crate::assembly::{Explained, Refusal, Whom, explain, left_out};
use crate::base::chance::Chance;
use crate::bundle::Folder;
use crate::bundle::became::{Happened, Part, Seen};
use crate::io;
use crate::panel::roster::Status;
use crate::prepare::{FACTS, LEFT_OUT, LeftOut};

use crate::words::catalogue::{Lang, args, say};
use crate::words::codes::{self, Entered};
use crate::words::{became, quoted, shown};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Explain the lottery to one person: their row as it was frozen, their chance, what was drawn, and what became of them
/// as far as it is published. Knows whoever was left out or had a seat before too.
///
/// Ends with a paragraph that can be read out over the phone. Where the public part shows only counts,
/// a person needs a receipt, which the clerk makes with --receipt-out from the sealed part.
///
/// With the code of a message or a claim in place of a folder ("explain Q-07", "explain V10"): what it says, what it
/// means and what can be done.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, or its folder "public" alone; or the code of a message.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The person's code.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["id", "receipt"])]
    code: Option<String>,
    /// The person's id; needs the sealed part.
    #[arg(long, value_name = "ID", conflicts_with = "receipt")]
    id: Option<String>,
    /// The person's receipt, checked against the public part.
    #[arg(long, value_name = "FILE")]
    receipt: Option<PathBuf>,
    /// Write the person's receipt to this file; needs the sealed part. Nothing may be there yet.
    #[arg(long, value_name = "FILE", conflicts_with = "receipt")]
    receipt_out: Option<PathBuf>,
    /// Of an invitation lottery: the person's number in the register, which takes the sealed part, or the 32 signs that
    /// stand for them.
    #[arg(long, value_name = "KEY", conflicts_with_all = ["code", "id", "receipt", "receipt_out"])]
    person: Option<String>,
    /// The folder of "geloot prepare" that the lottery was made from: whoever was left out there is told so, by --id.
    #[arg(long, value_name = "FOLDER", requires = "id")]
    prepared: Option<PathBuf>,
    /// List every ticket that seats the person.
    #[arg(long)]
    list_tickets: bool,
}

/// What a message says, for whoever has only its code.
fn message(entered: &Entered, talk: &Talk) -> Result<Exit, Halt> {
    let says = entered.says.iter().map(|text| format!("  {text}\n"));
    let lines = entered.lines.iter().map(|text| format!("  {text}\n"));
    let below = if entered.lines.is_empty() { "" } else { "\n" };
    talk.show(&format!(
        "{}\n\n{}{below}{}",
        entered.code,
        says.collect::<String>(),
        lines.collect::<String>()
    ))?;
    talk.json(&json!({ "code": entered.code, "says": entered.says, "lines": entered.lines }))?;
    Ok(Exit::Done)
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if let Some(whom) = &args.person {
        return invite::verify::explain(&args.dir, whom, talk);
    }
    if args.code.is_none() && args.id.is_none() && args.receipt.is_none() {
        let typed = args.dir.to_str().filter(|_| !io::exists(&args.dir));
        let meant = typed.and_then(codes::is_code);
        if let Some(code) = typed.filter(|text| meant.is_none() && codes::looks_like_one(text)) {
            return Err(Halt::refused(Exit::Input, "E-13", args![code = quoted(code)]).saved(Saved::NoFile));
        }
        if let Some(entered) = meant.and_then(|code| codes::entry(talk.lang(), &code)) {
            return message(&entered, talk);
        }
        if io::exists(&args.dir) && folder::read(&args.dir).is_ok_and(|folder| is_invitation(&folder)) {
            return Err(Halt::refused(Exit::Input, "Y-74", args![]).saved(Saved::NoFile));
        }
        return Err(Halt::refused(Exit::Input, "E-11", args![]).saved(Saved::NoFile));
    }
    let asked = Asked::of(&args.dir);
    let folder = folder::read(&args.dir)?;
    if is_invitation(&folder) {
        return Err(Halt::refused(Exit::Input, "Y-74", args![]).saved(Saved::NoFile));
    }
    let receipt =
        args.receipt.as_deref().map(|path| Ok::<_, Halt>((path.to_string_lossy(), io::read(path)?)));
    let receipt = receipt.transpose()?;
    let whom = match (&receipt, &args.id) {
        (Some((file, bytes)), _) => Whom::Receipt { file, bytes },
        (None, Some(id)) => Whom::Id(id),
        (None, None) => Whom::Code(args.code.as_deref().unwrap_or_default()),
    };
    let found = match (explain(&folder, whom), &args.prepared, &args.id) {
        (Err(unknown @ Refusal::Unknown { .. }), Some(prepared), Some(id)) => {
            if let Some(rows) = not_prepared(&folder, prepared, id)? {
                return told_left_out(&rows, id, talk);
            }
            Err(unknown)
        }
        (found, _, _) => found,
    };
    let found = found.map_err(|refusal| asked.halt(refusal))?;
    if let Some(path) = &args.receipt_out {
        let receipt = found.receipt().map_err(|refusal| asked.halt(refusal))?;
        io::write_new(path, &receipt.facts())?;
    }
    let tickets = if args.list_tickets { found.tickets() } else { Vec::new() };
    let person = Told(&found);
    talk.show(&person.text(talk.lang(), talk.details()))?;
    if args.list_tickets {
        talk.show(&format!("\n{}\n", say!(talk.lang(), "tickets-that-seat")))?;
        talk.show(&tickets.iter().map(|&(first, last)| ticket_range(first, last)).collect::<String>())?;
    }
    if let Some(path) = &args.receipt_out {
        let said = say!(talk.lang(), "receipt-saved", file = shown(&path.to_string_lossy()));
        talk.show(&format!("{said}\n"))?;
    }
    let mut answer = person.json(talk.lang());
    answer["receipt"] = json!(found.receipt);
    answer["ticket_ranges"] = json!(args.list_tickets.then_some(tickets));
    talk.json(&answer)?;
    Ok(Exit::Done)
}

/// Why somebody was left out of the list that was prepared in this folder; none who was not.
fn not_prepared(folder: &Folder, prepared: &Path, id: &str) -> Result<Option<Vec<LeftOut>>, Halt> {
    let read = |name: &str| io::read(&prepared.join(name));
    let (facts, list) = (read(FACTS)?, read(LEFT_OUT)?);
    let rows = left_out(folder, &facts, &list, id).ok_or_else(|| {
        let place = quoted(&prepared.to_string_lossy());
        Halt::refused(Exit::Input, "I-60", args![folder = place]).saved(Saved::NoFile)
    })?;
    Ok(Some(rows).filter(|rows| !rows.is_empty()))
}

/// What can be read out to somebody who was left out before the lottery.
fn told_left_out(rows: &[LeftOut], id: &str, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    let text = say!(lang, "told-left-out", id = quoted(id), why = became::why_left_out(lang, rows));
    talk.show(&format!("{}\n", paragraph(&text)))?;
    let rows = rows.iter().map(|row| json!({ "ground": row.ground, "source": row.source, "row": row.row }));
    talk.json(&json!({ "part": "left out", "left_out": rows.collect::<Vec<_>>(), "text": text }))?;
    Ok(Exit::Done)
}

fn ticket_range(first: u64, last: u64) -> String {
    if first == last { format!("{first}\n") } else { format!("{first}-{last}\n") }
}

/// Everything that can be told of one person.
struct Told<'a>(&'a Explained);

impl Told<'_> {
    /// Of somebody in the pool; nobody else has one.
    fn chance(&self) -> Chance {
        self.0.chance.unwrap_or(Chance::new(0, self.0.public.about.tickets))
    }

    fn text(&self, lang: Lang, details: bool) -> String {
        let features = self.0.features();
        let mut rows = vec![(say!(lang, "told-code"), self.0.part.code().to_string())];
        rows.extend(features.into_iter().map(|(feature, value)| (shown(feature), shown(value))));
        match &self.0.part {
            Part::Pool(standing) => {
                let chance = self.chance();
                let place = say!(
                    lang,
                    "place-in-profile",
                    place = standing.place + 1,
                    people = self.0.public.profiles[standing.profile as usize].people,
                    profile = standing.profile.to_string(),
                );
                if details {
                    rows.push((say!(lang, "told-place"), place));
                }
                let held = say!(lang, "tickets-held", held = chance.tickets, of = chance.of);
                rows.push((say!(lang, "told-tickets"), held));
            }
            Part::Excluded { ground, .. } => {
                rows.push((
                    say!(lang, "told-part"),
                    say!(lang, "left-out", ground = crate::words::parts::ground(lang, ground)),
                ));
            }
            Part::Seated { .. } => rows.push((say!(lang, "told-part"), say!(lang, "seated-before"))),
        }
        let width = rows.iter().map(|row| row.0.chars().count()).max().unwrap_or(0).max(8);
        let mut text: String = rows.iter().map(|(name, value)| format!("{name:width$}  {value}\n")).collect();
        text.push_str(&format!("\n{}\n", paragraph(&self.paragraph(lang))));
        text
    }

    /// What can be read out.
    fn paragraph(&self, lang: Lang) -> String {
        let (public, features) = (&self.0.public, self.0.features());
        let mut text = became::outside(lang, public, &self.0.part, &features);
        if let Part::Pool(standing) = &self.0.part {
            let chance = self.chance();
            let row: Vec<String> =
                features.iter().map(|(f, v)| format!("{}: {}", shown(f), shown(v))).collect();
            text = say!(
                lang,
                "told-pool",
                row = row.join("; "),
                others = public.profiles[standing.profile as usize].people.saturating_sub(1),
                tickets = chance.of,
                seats = public.about.seats,
                held = chance.tickets,
                chance = super::layout::percent(lang, chance.tickets, chance.of),
            );
            if chance.tickets == 0 {
                text.push_str(&format!(" {}", say!(lang, "no-panel-with-you")));
            }
        }
        text.push_str(&became::after(lang, &self.0.became, &self.0.part));
        text.push_str(&format!(" {}", say!(lang, "anybody-can-check")));
        text
    }

    fn json(&self, lang: Lang) -> Value {
        let features: serde_json::Map<String, Value> =
            self.0.features().into_iter().map(|(f, v)| (f.to_owned(), v.into())).collect();
        let number = |seen: &Seen| {
            json!({ "draw": seen.record.draw, "ticket": seen.record.own.ticket, "on_panel": seen.seated,
                    "reserve": seen.reserve })
        };
        let event = |event: &Happened| json!({ "date": event.date, "event": event.event.word(), "reason": event.reason });
        let last = self.0.became.draws.last();
        let mut answer = json!({
            "code": self.0.part.code().to_string(),
            "draws": self.0.became.draws.iter().map(number).collect::<Vec<_>>(),
            "events": self.0.became.events.iter().map(event).collect::<Vec<_>>(),
            "features": features,
            "ground": null,
            "on_panel": last.map(|draw| draw.seated),
            "part": "pool",
            "reserve": last.and_then(|draw| draw.reserve),
            "roster": self.0.became.list,
            "status": self.0.became.status.map(Status::word),
            "supplement": self.0.became.supplement,
            "text": self.paragraph(lang),
            "trials": self.0.became.trials.iter().map(number).collect::<Vec<_>>(),
        });
        match &self.0.part {
            Part::Pool(standing) => {
                let chance = self.chance();
                answer["profile"] = json!(standing.profile);
                answer["place"] = json!(standing.place);
                answer["people_alike"] = json!(self.0.public.profiles[standing.profile as usize].people);
                answer["tickets_held"] = json!(chance.tickets);
                answer["tickets"] = json!(chance.of);
                answer["chance"] = json!(chance.to_string());
            }
            Part::Excluded { ground, .. } => {
                answer["part"] = json!("excluded");
                answer["ground"] = json!(ground);
            }
            Part::Seated { .. } => answer["part"] = json!("seated before"),
        }
        answer
    }
}
