//! `geloot invite take`: what a database made becomes a frame, or the list of a draw. Imports `assembly`, `invite`, `io`,
//! `words` and its siblings.

use super::super::exit::{Exit, Halt, Saved};
use super::super::talk::Talk;
use super::super::told::{self, Asked};
use super::frame::not_known_yet;
use super::inputs::{OptionalFrameArgs, named, stopped};
use super::opening::{halt, open_whole};
use super::show;
use crate::assembly::invite::{Table, Tables};
use crate::io::{self, NewFolder, Trouble};
use crate::words::catalogue::{args, count, say};
use crate::words::shown;
use std::path::{Path, PathBuf};

/// Take what a script of "geloot invite sql" made in a database: the tables of the frame, to freeze them, or the letters of a
/// draw, to record them.
///
/// Every table is read as strictly as this program writes it; of the letters every hash is computed again, and every
/// stratum must be full.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the frame: it is made from --frame, --people and --counts, or has the draw that --letters is of.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[command(flatten)]
    making: OptionalFrameArgs,
    /// The table frame.csv that the script wrote.
    #[arg(long, value_name = "FILE", requires = "people", conflicts_with = "letters")]
    frame: Option<PathBuf>,
    /// The table people.csv that the script wrote.
    #[arg(long, value_name = "FILE", requires = "counts")]
    people: Option<PathBuf>,
    /// The table counts.csv that the script wrote.
    #[arg(long, value_name = "FILE", requires = "frame")]
    counts: Option<PathBuf>,
    /// The table homes.csv that the script wrote, where homes count.
    #[arg(long, value_name = "FILE", requires = "frame")]
    homes: Option<PathBuf>,
    /// The table letters.csv that the script wrote.
    #[arg(long, value_name = "FILE")]
    letters: Option<PathBuf>,
    /// The table areas.csv that the script wrote beside it, where areas are drawn first: compared with the areas of the draw.
    #[arg(long, value_name = "FILE", requires = "letters")]
    areas: Option<PathBuf>,
    /// The letters are of this trial, instead of the last draw.
    #[arg(long, value_name = "N", requires = "letters")]
    of_trial: Option<u32>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    match (&args.frame, &args.people, &args.counts, &args.letters) {
        (Some(frame), Some(people), Some(counts), None) => taken(args, [frame, people, counts], talk),
        (None, None, None, Some(letters)) => listed(args, letters, talk),
        _ => Err(Halt::refused(Exit::Input, "Y-65", args![]).saved(Saved::NoFile)),
    }
}

/// The bytes of a table: of the file, or of the one part in the folder that Spark makes.
fn bytes(path: &Path) -> Result<Vec<u8>, Halt> {
    if !io::is_folder(path) {
        return Ok(io::read(path)?);
    }
    let names = io::names(path)?;
    let parts: Vec<&String> =
        names.iter().filter(|n| n.starts_with("part-") && n.ends_with(".csv")).collect();
    match parts[..] {
        [one] => Ok(io::read(&path.join(one))?),
        _ => Err(Trouble::new(path, &std::io::ErrorKind::IsADirectory.into()).into()),
    }
}

fn taken(args: &Args, paths: [&PathBuf; 3], talk: &Talk) -> Result<Exit, Halt> {
    let frame = args.making.whole()?;
    let folder = NewFolder::begin(&args.dir)?;
    let stop = |stop| stopped(stop, &frame.charter, &[]);
    let making = frame.read(talk)?.check().map_err(stop)?;
    let [of_frame, of_people, of_counts] = paths;
    let names = [of_frame, of_people, of_counts].map(|path| named(path));
    let found = [bytes(of_frame)?, bytes(of_people)?, bytes(of_counts)?];
    let homes = args.homes.as_deref().map(|path| Ok::<_, Halt>((named(path), bytes(path)?))).transpose()?;
    let table = |i: usize| Table { file: &names[i], bytes: &found[i] };
    let tables = Tables {
        frame: table(0),
        people: table(1),
        counts: table(2),
        homes: homes.as_ref().map(|(file, bytes)| Table { file, bytes }),
    };
    let framed = making.take(tables).map_err(stop)?;
    talk.letters(&framed.wrongs);
    not_known_yet(&framed, &frame, talk)?;
    folder.fill(&framed.folder)?;
    folder.finish()?;
    let lang = talk.lang();
    talk.show(&format!("{}\n", say!(lang, "letters-taken", people = count(lang, framed.about.people))))?;
    talk.show(&show::framed(lang, &framed))?;
    talk.show(&format!("{}\n", say!(lang, "letters-saved", dir = shown(&args.dir.to_string_lossy()))))?;
    talk.json(&show::framed_json(&framed))?;
    Ok(Exit::Done)
}

fn listed(args: &Args, letters: &Path, talk: &Talk) -> Result<Exit, Halt> {
    let asked = Asked::of(&args.dir);
    let invitation = open_whole(&args.dir)?;
    let (name, found) = (named(letters), bytes(letters)?);
    let table = Table { file: &name, bytes: &found };
    let areas = args.areas.as_deref().map(|path| Ok::<_, Halt>((named(path), bytes(path)?))).transpose()?;
    let areas = areas.as_ref().map(|(file, bytes)| Table { file, bytes });
    let drawing = invitation.take(args.of_trial, table, areas).map_err(|stop| halt(stop, &asked, letters))?;
    told::apply(&drawing.patch, &args.dir)?;
    let lang = talk.lang();
    if drawing.again {
        talk.say(&format!("{}\n", say!(lang, "letters-made-before")));
    }
    let key = super::draw::key_of(&invitation, &drawing.draw);
    talk.show(&show::drawn(lang, &invitation.public, &drawing, &key))?;
    let dir = args.dir.to_string_lossy();
    let (root, draw) = (dir.trim_end_matches('/'), &drawing.draw);
    let kind = if draw.void { "trials" } else { "draws" };
    let lists = if draw.void { format!("{root}/trials/{}", draw.draw) } else { root.to_owned() };
    let public = format!("{root}/public/{kind}/{}", draw.draw);
    talk.show(&show::saved(lang, draw.void, false, &lists, &public))?;
    talk.json(&show::drawn_json(&drawing, &key))?;
    Ok(Exit::Done)
}
