//! `geloot explain`: one person in a lottery. Imports `bundle`, `panel`, `words` and its siblings.

use super::dossier::{made_draws, read_folder};
use super::exit::{Exit, Halt};
use super::talk::Talk;
use crate::bundle::became::{Became, Happened, Part, Seen};
use crate::bundle::people::Coded;
use crate::bundle::receipt::{Receipt, Standing};
use crate::bundle::{Folder, Public, before, files, sealed};
use crate::draw::code::{BadCode, Code};
use crate::io;
use crate::panel::Laps;
use crate::panel::roster::Status;
use crate::verify::{Id, Known, verify};
use crate::words::catalogue::{Lang, number};
use crate::words::{became, claims, quoted, shown};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Explain the lottery to one person: their row as it was frozen, their chance, what was drawn, and what became of them
/// as far as it is published. Knows whoever was left out or had a seat before too.
///
/// Ends with a paragraph that can be read out over the phone. Where the public part shows only counts,
/// a person needs a receipt, which the clerk makes with --receipt-out from the sealed part.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, or its folder "public" alone.
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
    /// List every ticket that seats the person.
    #[arg(long)]
    list_tickets: bool,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if args.code.is_none() && args.id.is_none() && args.receipt.is_none() {
        return Err(Halt::said(
            Exit::Input,
            "E-11",
            "Whom this is about is missing.",
            &[
                "Give one of: --code CODE; --id ID, where the sealed part is here; --receipt FILE, where the public part shows only counts.",
                "No file was changed.",
            ],
        ));
    }
    let folder = read_folder(&args.dir)?;
    let public = sound(talk.lang(), &folder, args)?;
    let sealed = sealed_codes(&folder);
    let part = find(args, &folder, &public, sealed.as_deref())?;
    let receipt = match (&part, &public.about.root) {
        (Part::Pool(standing), Some(_)) => make_receipt(&folder, &public, sealed.as_deref(), standing),
        _ => None,
    };
    if let Some(path) = &args.receipt_out {
        match &receipt {
            Some(receipt) => io::write_new(path, &receipt.facts())?,
            None => return Err(no_receipt(&public, &part)),
        }
    }
    let laps = public.laps().ok_or_else(|| super::dossier::damaged(&args.dir, "public/lottery.csv"))?;
    let draws = made_draws(&args.dir, &folder)?;
    let became = Became::of(&public, &folder, &draws, &part);
    let became = became.map_err(|file| super::dossier::damaged(&args.dir, &file))?;
    let tickets = match &part {
        Part::Pool(standing) if args.list_tickets => laps.tickets_of(standing.profile, standing.place),
        _ => Vec::new(),
    };
    let person = Told { public: &public, part: &part, laps: &laps, became: &became };
    talk.show(&person.text(talk.lang()))?;
    if args.list_tickets {
        talk.show("\nTickets that seat this person:\n")?;
        talk.show(&tickets.iter().map(|&(first, last)| ticket_range(first, last)).collect::<String>())?;
    }
    if let Some(path) = &args.receipt_out {
        talk.show(&format!(
            "Saved: the receipt in {}. Give it to this person only.\n",
            shown(&path.to_string_lossy())
        ))?;
    }
    let mut answer = person.json(talk.lang());
    answer["receipt"] = json!(receipt);
    answer["ticket_ranges"] = json!(args.list_tickets.then_some(tickets));
    talk.json(&answer)?;
    Ok(Exit::Done)
}

fn ticket_range(first: u64, last: u64) -> String {
    if first == last { format!("{first}\n") } else { format!("{first}-{last}\n") }
}

/// The public tier, if the claims on which an explanation rests hold.
fn sound(lang: Lang, folder: &Folder, args: &Args) -> Result<Public, Halt> {
    let report = verify(folder, &Known::default());
    let grounds = [
        Id::Commitment,
        Id::Files,
        Id::Facts,
        Id::People,
        Id::Tickets,
        Id::Quotas,
        Id::Chances,
        Id::Records,
        Id::Before,
        Id::Reserves,
        Id::Rosters,
    ];
    if let Some(id) = report.failures().into_iter().find(|id| grounds.contains(id)) {
        return Err(Halt::said(
            Exit::No,
            "W-01",
            &format!(
                "The record in {} is not sound, so nothing can be explained from it.",
                quoted(&args.dir.to_string_lossy())
            ),
            &[&claims::line(lang, report.claim(id)), "\"geloot verify\" says more. No file was changed."],
        ));
    }
    Public::read(folder).map_err(|u| super::dossier::damaged(&args.dir, u.file))
}

fn sealed_codes(folder: &Folder) -> Option<Vec<(String, Code, u32)>> {
    sealed::read_codes(folder.get(&format!("{}{}", files::SEALED, files::CODES))?).ok()
}

fn find(
    args: &Args,
    folder: &Folder,
    public: &Public,
    sealed: Option<&[(String, Code, u32)]>,
) -> Result<Part, Halt> {
    let unknown = |what: &str| {
        Halt::said(
            Exit::Input,
            "W-02",
            &format!("Nobody in this lottery has {what}."),
            &[
                "Check it with the person, or look whether it is the folder of another lottery. No file was changed.",
            ],
        )
    };
    let known = |sealed: Option<&[(String, Code, u32)]>| sealed.map(Coded::of_ids);
    if let Some(path) = &args.receipt {
        let bytes = io::read(path)?;
        let name = quoted(&path.to_string_lossy());
        let receipt = Receipt::read(&bytes).map_err(|_| {
            Halt::said(
                Exit::Input,
                "E-12",
                &format!("{name} is not a receipt."),
                &[
                    "A receipt is a file of five lines in braces that \"geloot explain --receipt-out\" wrote. Give it as it was received: do not open it and save it again.",
                    "No file was changed.",
                ],
            )
        })?;
        return receipt.check(public).map(Part::Pool).ok_or_else(|| {
            Halt::said(
                Exit::No,
                "W-03",
                &format!(
                    "The receipt {} does not belong to this lottery, or was changed.",
                    quoted(&path.to_string_lossy())
                ),
                &["Ask whoever froze the lottery for the receipt again. Keep this one. No file was changed."],
            )
        });
    }
    if let Some(id) = &args.id {
        let codes = sealed.ok_or_else(|| needs_sealed(folder))?;
        let code = match codes.binary_search_by(|c| c.0.as_str().cmp(id)) {
            Ok(at) => Some(codes[at].1),
            Err(_) => outside(folder, public, codes, id),
        };
        let coded = known(sealed).unwrap_or(Coded { people: Vec::new() });
        let part = |code| {
            let standing = Standing::of(&coded, code).map(Part::Pool);
            standing.or_else(|| Part::outside(public, folder, code))
        };
        return code.and_then(part).ok_or_else(|| unknown("that id"));
    }
    let text = args.code.as_deref().unwrap_or_default();
    let code = Code::read(text).map_err(|bad| {
        let wrong = match bad {
            BadCode::Shape => "a code has ten letters and digits, such as 7K3M-9QXT-4R",
            BadCode::Check => "one of its characters is wrong, or two are swapped",
        };
        Halt::said(
            Exit::Input,
            "W-04",
            &format!("{} is not a code: {wrong}.", quoted(text)),
            &["Read it out again, character by character. No file was changed."],
        )
    })?;
    if let Some(part) = Part::outside(public, folder, code) {
        return Ok(part);
    }
    let coded = public.coded.clone().or_else(|| known(sealed)).ok_or_else(|| needs_sealed(folder))?;
    Standing::of(&coded, code).map(Part::Pool).ok_or_else(|| unknown("that code"))
}

/// The code of somebody who was left out, or had a seat before, by the id in the sealed part.
fn outside(folder: &Folder, public: &Public, pool: &[(String, Code, u32)], id: &str) -> Option<Code> {
    let get = |name: &str| folder.get(&format!("{}{name}", files::SEALED)).map(Vec::as_slice);
    let key = sealed::read_key(get(files::KEY)?)?;
    let excluded = get(files::EXCLUDED).and_then(|bytes| sealed::read_excluded(bytes).ok());
    let excluded: Vec<String> = excluded.into_iter().flatten().map(|person| person.id).collect();
    let columns = public.about.household.as_ref().map_or(&[][..], |rule| &rule.columns);
    let seated = get(files::CONFIRMED).and_then(|bytes| sealed::read_confirmed(bytes, columns).ok());
    let seated: Vec<String> = seated.into_iter().flatten().map(|row| row[0].to_owned()).collect();
    let pool: Vec<&str> = pool.iter().map(|person| person.0.as_str()).collect();
    let out: Vec<&str> = excluded.iter().map(String::as_str).collect();
    let with: Vec<&str> = seated.iter().map(String::as_str).collect();
    let (out_codes, with_codes) = before::codes(&key, &pool, &out, &with);
    let at = |ids: &[&str], codes: &[Code]| ids.iter().position(|other| *other == id).map(|at| codes[at]);
    at(&out, &out_codes).or_else(|| at(&with, &with_codes))
}

fn needs_sealed(folder: &Folder) -> Halt {
    let wrong = if files::below(folder, files::SEALED).next().is_some() {
        "The sealed part is not as it was written."
    } else {
        "The public part shows no codes and no ids, and the sealed part is not here."
    };
    Halt::said(
        Exit::Input,
        "W-05",
        wrong,
        &[
            "A person can check their own row with a receipt (--receipt), which whoever keeps the sealed part makes. No file was changed.",
        ],
    )
}

fn no_receipt(public: &Public, part: &Part) -> Halt {
    let wrong = match public.about.root {
        _ if !matches!(part, Part::Pool(_)) => {
            "Whoever was left out or had a seat before is in the public part under a code, so no receipt is needed."
        }
        None => "The public part of this lottery lists everybody under a code, so no receipt is needed.",
        Some(_) => "A receipt takes the key in the sealed part, which is not here.",
    };
    Halt::said(Exit::Input, "W-06", wrong, &["Leave out --receipt-out. No file was changed."])
}

fn make_receipt(
    folder: &Folder,
    public: &Public,
    codes: Option<&[(String, Code, u32)]>,
    standing: &Standing,
) -> Option<Receipt> {
    let key = sealed::read_key(folder.get(&format!("{}{}", files::SEALED, files::KEY))?)?;
    let coded = Coded::of_ids(codes?);
    Some(Receipt::of(public, &coded, &key, standing))
}

/// Everything that can be told of one person.
struct Told<'a> {
    public: &'a Public,
    part: &'a Part,
    laps: &'a Laps<'a>,
    became: &'a Became,
}

impl Told<'_> {
    /// Feature and value of the person, as frozen.
    fn features(&self) -> Vec<(&str, &str)> {
        let values = match self.part {
            Part::Pool(standing) => &self.public.profiles[standing.profile as usize].values,
            Part::Excluded { .. } => return Vec::new(),
            Part::Seated { values, .. } => values,
        };
        let features = self.public.quotas.features.iter().zip(values);
        features.map(|(f, &v)| (f.name.as_str(), f.values[usize::from(v)].name.as_str())).collect()
    }

    fn text(&self, lang: Lang) -> String {
        let features = self.features();
        let width = features.iter().map(|f| shown(f.0).chars().count()).max().unwrap_or(0).max(8);
        let mut text = format!("{:width$}  {}\n", "Code", self.part.code());
        for (feature, value) in features {
            text.push_str(&format!("{:width$}  {}\n", shown(feature), shown(value)));
        }
        match self.part {
            Part::Pool(standing) => {
                let chance = standing.chance(self.laps);
                text.push_str(&format!(
                    "{:width$}  {} of {} in profile {}\n",
                    "Place",
                    standing.place + 1,
                    number(lang, u64::from(self.public.profiles[standing.profile as usize].people)),
                    standing.profile
                ));
                let (held, of) = (number(lang, chance.tickets), number(lang, chance.of));
                text.push_str(&format!("{:width$}  {held} of {of}\n", "Tickets"));
            }
            Part::Excluded { ground, .. } => {
                text.push_str(&format!("{:width$}  left out: {}\n", "Part", shown(ground)));
            }
            Part::Seated { .. } => text.push_str(&format!("{:width$}  had a seat before\n", "Part")),
        }
        text.push_str(&format!("\n{}\n", self.paragraph(lang)));
        text
    }

    /// What can be read out.
    fn paragraph(&self, lang: Lang) -> String {
        let (public, features) = (self.public, self.features());
        let mut text = became::outside(lang, public, self.part, &features);
        if let Part::Pool(standing) = self.part {
            let chance = standing.chance(self.laps);
            let row: Vec<String> =
                features.iter().map(|(f, v)| format!("{}: {}", shown(f), shown(v))).collect();
            let among = match public.profiles[standing.profile as usize].people {
                1 => "Nobody else in the pool has the same answers.".to_owned(),
                2 => "One other person in the pool has the same answers, and the same chance but for one ticket at most.".to_owned(),
                n => format!(
                    "{} other people in the pool have the same answers, and the same chance but for one ticket at most.",
                    number(lang, u64::from(n - 1))
                ),
            };
            text = format!(
                "The lottery was frozen with this about you: {}. {among} The lottery has {} tickets, each a whole panel of {} people \
                 that meets all quotas; you are on {} of them, a chance of {}.",
                row.join("; "),
                number(lang, chance.of),
                public.about.seats,
                number(lang, chance.tickets),
                super::layout::percent(lang, chance.tickets, chance.of),
            );
            if chance.tickets == 0 {
                text.push_str(" Under these quotas no panel is possible with you on it.");
            }
        }
        text.push_str(&became::after(lang, self.became, self.part));
        text.push_str(" Anybody can check this from the public part of the record.");
        text
    }

    fn json(&self, lang: Lang) -> Value {
        let features: serde_json::Map<String, Value> =
            self.features().into_iter().map(|(f, v)| (f.to_owned(), v.into())).collect();
        let number = |seen: &Seen| {
            json!({ "draw": seen.record.draw, "ticket": seen.record.ticket, "on_panel": seen.seated,
                    "reserve": seen.reserve })
        };
        let event = |event: &Happened| json!({ "date": event.date, "event": event.event.word(), "reason": event.reason });
        let last = self.became.draws.last();
        let mut answer = json!({
            "code": self.part.code().to_string(),
            "draws": self.became.draws.iter().map(number).collect::<Vec<_>>(),
            "events": self.became.events.iter().map(event).collect::<Vec<_>>(),
            "features": features,
            "ground": null,
            "on_panel": last.map(|draw| draw.seated),
            "part": "pool",
            "reserve": last.and_then(|draw| draw.reserve),
            "roster": self.became.list,
            "status": self.became.status.map(Status::word),
            "supplement": self.became.supplement,
            "text": self.paragraph(lang),
            "trials": self.became.trials.iter().map(number).collect::<Vec<_>>(),
        });
        match self.part {
            Part::Pool(standing) => {
                let chance = standing.chance(self.laps);
                answer["profile"] = json!(standing.profile);
                answer["place"] = json!(standing.place);
                answer["people_alike"] = json!(self.public.profiles[standing.profile as usize].people);
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
