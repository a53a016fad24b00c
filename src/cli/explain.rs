//! `geloot explain`: one person in a lottery. Imports `bundle`, `panel`, `words` and its siblings.

use super::dossier::{made_draws, read_folder};
use super::exit::{Exit, Halt};
use super::talk::Talk;
use crate::bundle::people::Coded;
use crate::bundle::receipt::{Receipt, Standing};
use crate::bundle::record::Record;
use crate::bundle::{Folder, Public, conduct, files, sealed};
use crate::draw::code::{BadCode, Code};
use crate::io;
use crate::panel::Laps;
use crate::verify::{Id, Known, verify};
use crate::words::{claims, number, quoted, shown};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Explain the lottery to one person: their row as it was frozen, their chance, and what was drawn.
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
    let public = sound(&folder, args)?;
    let sealed = sealed_codes(&folder);
    let standing = find(args, &folder, &public, sealed.as_deref())?;
    let receipt = match public.about.root {
        Some(_) => make_receipt(&folder, &public, sealed.as_deref(), &standing),
        None => None,
    };
    if let Some(path) = &args.receipt_out {
        match &receipt {
            Some(receipt) => io::write_new(path, &receipt.facts())?,
            None => return Err(no_receipt(&public)),
        }
    }
    let laps = public.laps().ok_or_else(|| super::dossier::damaged(&args.dir, "public/lottery.csv"))?;
    let draws = made_draws(&args.dir, &folder)?;
    let outcomes: Vec<(Record, bool)> = draws
        .into_iter()
        .map(|made| {
            let seats = conduct::seats(&public, made.record.ticket).unwrap_or_default();
            let seated = standing.seated(&seats);
            (made.record, seated)
        })
        .collect();
    let tickets =
        if args.list_tickets { laps.tickets_of(standing.profile, standing.place) } else { Vec::new() };
    talk.show(&text(&public, &standing, &laps, &outcomes))?;
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
    talk.json(&answer(&public, &standing, &laps, &outcomes, receipt.as_ref(), &tickets, args.list_tickets))?;
    Ok(Exit::Done)
}

fn ticket_range(first: u64, last: u64) -> String {
    if first == last { format!("{first}\n") } else { format!("{first}-{last}\n") }
}

/// The public tier, if the claims on which an explanation rests hold.
fn sound(folder: &Folder, args: &Args) -> Result<Public, Halt> {
    let report = verify(folder, &Known::default());
    let grounds =
        [Id::Commitment, Id::Files, Id::Facts, Id::People, Id::Tickets, Id::Quotas, Id::Chances, Id::Records];
    if let Some(id) = report.failures().into_iter().find(|id| grounds.contains(id)) {
        return Err(Halt::said(
            Exit::No,
            "W-01",
            &format!(
                "The record in {} is not sound, so nothing can be explained from it.",
                quoted(&args.dir.to_string_lossy())
            ),
            &[&claims::line(report.claim(id)), "\"geloot verify\" says more. No file was changed."],
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
) -> Result<Standing, Halt> {
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
        return receipt.check(public).ok_or_else(|| {
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
        let at = codes.binary_search_by(|c| c.0.as_str().cmp(id)).map_err(|_| unknown("that id"))?;
        let coded = known(sealed).unwrap_or(Coded { people: Vec::new() });
        return Standing::of(&coded, codes[at].1).ok_or_else(|| unknown("that id"));
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
    let coded = public.coded.clone().or_else(|| known(sealed)).ok_or_else(|| needs_sealed(folder))?;
    Standing::of(&coded, code).ok_or_else(|| unknown("that code"))
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

fn no_receipt(public: &Public) -> Halt {
    let wrong = match public.about.root {
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

/// Feature and value of a person, as frozen.
fn features<'a>(public: &'a Public, standing: &Standing) -> Vec<(&'a str, &'a str)> {
    let values = &public.profiles[standing.profile as usize].values;
    let named = |(f, &v): (&'a crate::quotas::Feature, &u16)| {
        (f.name.as_str(), f.values[usize::from(v)].name.as_str())
    };
    public.quotas.features.iter().zip(values).map(named).collect()
}

fn text(public: &Public, standing: &Standing, laps: &Laps<'_>, outcomes: &[(Record, bool)]) -> String {
    let chance = standing.chance(laps);
    let alike = public.profiles[standing.profile as usize].people;
    let width =
        features(public, standing).iter().map(|f| shown(f.0).chars().count()).max().unwrap_or(0).max(8);
    let mut text = format!("{:width$}  {}\n", "Code", standing.code);
    for (feature, value) in features(public, standing) {
        text.push_str(&format!("{:width$}  {}\n", shown(feature), shown(value)));
    }
    text.push_str(&format!(
        "{:width$}  {} of {} in profile {}\n",
        "Place",
        standing.place + 1,
        number(u64::from(alike)),
        standing.profile
    ));
    text.push_str(&format!("{:width$}  {} of {}\n\n", "Tickets", number(chance.tickets), number(chance.of)));
    text.push_str(&paragraph(public, standing, laps, outcomes));
    text
}

/// What can be read out.
fn paragraph(public: &Public, standing: &Standing, laps: &Laps<'_>, outcomes: &[(Record, bool)]) -> String {
    let chance = standing.chance(laps);
    let alike = public.profiles[standing.profile as usize].people;
    let row: Vec<String> =
        features(public, standing).iter().map(|(f, v)| format!("{}: {}", shown(f), shown(v))).collect();
    let among = match alike {
        1 => "Nobody else in the pool has the same answers.".to_owned(),
        2 => "One other person in the pool has the same answers, and the same chance but for one ticket at most.".to_owned(),
        n => format!(
            "{} other people in the pool have the same answers, and the same chance but for one ticket at most.",
            number(u64::from(n - 1))
        ),
    };
    let mut text = format!(
        "The lottery was frozen with this about you: {}. {among} The lottery has {} tickets, each a whole panel of {} people \
         that meets all quotas; you are on {} of them, a chance of {}.",
        row.join("; "),
        number(chance.of),
        public.about.seats,
        number(chance.tickets),
        super::layout::percent(chance.tickets, chance.of),
    );
    if chance.tickets == 0 {
        text.push_str(" Under these quotas no panel is possible with you on it.");
    }
    match outcomes.last() {
        None => text.push_str(" Nothing has been drawn yet."),
        Some((record, seated)) => {
            for (annulled, was) in &outcomes[..outcomes.len() - 1] {
                let on = if *was { "on it" } else { "not on it" };
                text.push_str(&format!(" Draw {} was annulled; you were {on}.", annulled.draw));
            }
            text.push_str(&format!(
                " Ticket {} was drawn, and you are {}on its panel.",
                number(record.ticket),
                if *seated { "" } else { "not " }
            ));
        }
    }
    text.push_str(" Anybody can check this from the public part of the record.\n");
    text
}

fn answer(
    public: &Public,
    standing: &Standing,
    laps: &Laps<'_>,
    outcomes: &[(Record, bool)],
    receipt: Option<&Receipt>,
    tickets: &[(u64, u64)],
    listed: bool,
) -> Value {
    let chance = standing.chance(laps);
    let features: serde_json::Map<String, Value> =
        features(public, standing).into_iter().map(|(f, v)| (f.to_owned(), v.into())).collect();
    let draws: Vec<Value> = outcomes
        .iter()
        .map(|(record, seated)| json!({ "draw": record.draw, "ticket": record.ticket, "on_panel": seated }))
        .collect();
    json!({
        "code": standing.code.to_string(),
        "features": features,
        "profile": standing.profile,
        "place": standing.place,
        "people_alike": public.profiles[standing.profile as usize].people,
        "tickets_held": chance.tickets,
        "tickets": chance.of,
        "chance": chance.to_string(),
        "draws": draws,
        "on_panel": outcomes.last().map(|o| o.1),
        "receipt": receipt,
        "ticket_ranges": listed.then_some(tickets),
        "text": paragraph(public, standing, laps, outcomes).trim_end(),
    })
}
