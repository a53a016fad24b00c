//! `geloot invite frame`: from registers to a frozen frame. Imports `assembly`, `invite`, `prepare`, `io`, `words` and its siblings.

use super::super::charter::round_to_come;
use super::super::exit::{Exit, Halt, Saved as AtHalt};
use super::super::expected::rate;
use super::super::folder::line_of;
use super::super::sheet::SheetArgs;
use super::super::talk::Talk;
use super::super::told::Asked;
use super::inputs::{FrameArgs, named, rates, registers, sources, stopped};
use super::prepared::Prepared;
use super::show;
use crate::assembly::Refusal;
use crate::assembly::invite::{Framed, Response, Sealing, Stop};
use crate::bundle::files;
use crate::invite::public::read_charter;
use crate::invite::tables::names;
use crate::invite::{Bytes, Heap, Shelf};
use crate::io::{self, Disk, Many, NewFolder, Trouble};
use crate::panel::rates::number;
use crate::prepare::FACTS;
use crate::seed::charter::Charter;
use crate::words::catalogue::{args, say};
use crate::words::refusals::Saved;
use crate::words::{quoted, shown};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// Freeze everybody who can be drawn: read the registers, find people and homes, share out the letters, and give the line
/// to publish.
///
/// Writes a folder with a public part (digests and counts, no names, no numbers of people) and a sealed part. Nobody is left
/// out in silence: each row belongs to a stratum, and every ground is counted.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A register: CSV in UTF-8 or a workbook (.xlsx, .xls or .ods), one person a row. May be given again, or several at once.
    #[arg(long, value_name = "FILE", num_args = 1.., required_unless_present = "recipe")]
    register: Vec<PathBuf>,
    /// A recipe of "geloot prepare" instead: the registers that it names, in any layout, become one list. What it made and
    /// left out is kept in the sealed part; digests of recipe and registers become public.
    #[arg(long, value_name = "R.toml", conflicts_with = "register")]
    recipe: Option<PathBuf>,
    #[command(flatten)]
    frame: FrameArgs,
    /// Of registers that are workbooks, the sheet.
    #[command(flatten)]
    sheet: SheetArgs,
    /// As many letters as it takes for so many volunteers, shared out by people; the charter then gives no number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    for_volunteers: Option<u32>,
    /// How sure that each stratum brings its volunteers, such as 0.95 or 95%.
    #[arg(long, value_name = "P", default_value = "0.95", value_parser = rate)]
    sure: f64,
    /// The response of each stratum: a file with the columns of the strata and "rate".
    #[arg(long, value_name = "FILE", requires = "for_volunteers")]
    response: Option<PathBuf>,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Registers of this size are sorted on the disk, not in memory.
const LARGE: u64 = 64 << 20;

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if args.sure <= 0.0 || args.sure >= 1.0 {
        return Err(Halt::refused(Exit::Input, "Y-135", args![]));
    }
    asked_with_response(args)?;
    let there = line_of(&args.out);
    let folder = match there {
        None => Some(NewFolder::begin(&args.out)?),
        Some(_) => None,
    };
    let mut framing = args.frame.read(talk)?;
    let key = read_charter(&named(&args.frame.charter), &framing.charter).ok();
    let key = key.and_then(|(_, terms)| terms.columns.key).unwrap_or_default();
    let prepared = args.recipe.as_deref().map(|recipe| Prepared::make(recipe, &key, talk)).transpose()?;
    framing.prepared = prepared.as_ref().and_then(|made| made.files.get(FACTS).cloned());
    let stop = |stop| {
        let stop = match (stop, &prepared) {
            (Stop::Refused(Refusal::Letters(wrongs)), Some(prepared)) => prepared.in_sources(*wrongs).into(),
            (stop, _) => stop,
        };
        stopped(stop, &args.frame.charter, &args.register)
    };
    let mut making = framing.check().map_err(stop)?;
    if let (Some(volunteers), Some(path)) = (args.for_volunteers, &args.response) {
        let rates = rates(path, making.strata(), talk)?;
        making.respond(Response { volunteers, sure: args.sure, rates });
    }
    let files = registers(&args.register, &args.sheet, talk)?;
    let list = prepared.as_ref().map(Prepared::register);
    let registers = match &list {
        Some(list) => sources(std::slice::from_ref(list)),
        None => sources(&files),
    };
    let large = files.iter().map(Bytes::size).sum::<u64>() > LARGE;
    let heap = Heap::default();
    let disk = if large { Some(Disk::beside(&args.out)?) } else { None };
    let shelf: &dyn Shelf = disk.as_ref().map_or(&heap, |disk| disk);
    let path = format!("{}{}", files::SEALED, names::PERSONS);
    let framed = match &folder {
        Some(folder) => {
            let mut persons = BufWriter::with_capacity(1 << 20, folder.start_secret(&path)?);
            let sealing = Sealing { shelf, hands: &Many, persons: &mut persons };
            let framed = making.frame(&registers, sealing).map_err(stop)?;
            let trouble = |error: std::io::Error| Trouble::new(&args.out.join(&path), &error);
            persons.flush().map_err(trouble)?;
            persons.into_inner().map_err(|error| trouble(error.into_error()))?.sync_all().map_err(trouble)?;
            framed
        }
        // Only to see whether it is the same: a command that was cut off after its last byte.
        None => {
            let mut nowhere = std::io::sink();
            let sealing = Sealing { shelf, hands: &Many, persons: &mut nowhere };
            making.frame(&registers, sealing).map_err(stop)?
        }
    };
    match &prepared {
        Some(prepared) => talk.letters(&prepared.in_sources(framed.wrongs.clone())),
        None => talk.letters(&framed.wrongs),
    }
    not_known_yet(&framed, &args.frame, talk)?;
    match folder {
        Some(folder) => {
            folder.fill(&framed.folder)?;
            let kept = |(name, bytes): (&String, &Vec<u8>)| {
                folder.add(&format!("{}{}{name}", files::SEALED, names::PREPARED), bytes)
            };
            prepared.iter().flat_map(|made| &made.files).try_for_each(kept)?;
            folder.finish()?;
        }
        None => {
            let same = |(name, bytes): (&String, &Vec<u8>)| {
                io::read(&args.out.join(name)).is_ok_and(|b| b == *bytes)
            };
            if !framed.folder.iter().all(same) {
                NewFolder::begin(&args.out)?;
            }
            talk.say(&format!("{}\n", say!(talk.lang(), "letters-again")));
        }
    }
    let place = args.out.to_string_lossy().into_owned();
    let asked = Asked { saved: Some(Saved::Letters { place: place.clone() }), ..Asked::default() };
    let answer = || {
        talk.show(&show::framed(talk.lang(), &framed))?;
        talk.show(&format!("{}\n", say!(talk.lang(), "letters-saved", dir = shown(&place))))?;
        talk.json(&show::framed_json(&framed))
    };
    answer().map_err(|halt| asked.after(halt))?;
    Ok(Exit::Done)
}

/// Refuses a number of volunteers without the response of each stratum, or with one number in the place of the file that has it.
fn asked_with_response(args: &Args) -> Result<(), Halt> {
    let given = match (args.for_volunteers, &args.response) {
        (Some(_), None) => "none".to_owned(),
        (_, Some(path)) if number(&path.to_string_lossy()).is_some() && !io::exists(path) => {
            quoted(&path.to_string_lossy())
        }
        _ => return Ok(()),
    };
    Err(Halt::refused(Exit::Input, "Y-161", args![given = given]).saved(AtHalt::NoFile))
}

/// Refuses a charter whose round of the beacon is known already by this computer's clock.
pub fn not_known_yet(framed: &Framed, args: &FrameArgs, talk: &Talk) -> Result<(), Halt> {
    let path = format!("{}{}", files::PUBLIC, files::CHARTER_TOML);
    let bytes = framed.folder.get(&path).map(Vec::as_slice).unwrap_or_default();
    let charter = Charter::parse(bytes, crate::invite::record::OUTCOMES).unwrap_or_default();
    round_to_come(charter.seed.as_ref(), args.known_round, talk)
}
