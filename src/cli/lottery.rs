//! `geloot lottery`: the fairest lottery for a pool and its quotas, frozen. Imports `bundle`,
//! `lottery`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::folder::line_of;
use super::freezing::make;
use super::inputs::PoolArgs;
use super::invite::invited::InvitedArgs;
use super::lottery_report as report;
use super::talk::Talk;
use super::told::{self, Asked};
use crate::assembly::{MOST_TICKETS, Making, Prepared, Refusal};
use crate::base::digest::Digest;
use crate::bundle::about::About;
use crate::bundle::{Detail, files, form, sealed};
use crate::io::{self, NewFolder};
use crate::lottery::solve;
use crate::pool::Pool;
use crate::prepare::{FACTS, read_facts};
use crate::words::catalogue::{args, say};
use crate::words::quoted;
use crate::words::refusals::Saved;
use std::path::{Path, PathBuf};

/// Find the fairest lottery that the quotas allow, and freeze it with its inputs.
///
/// Writes a folder with a public part, to publish before the draw, and a sealed part that says who
/// stands behind each code. Prints the line to publish. Draw from it with "geloot draw".
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pool: PoolArgs,
    #[command(flatten)]
    making: MakingArgs,
    /// The folder that "geloot prepare" made, of which --pool is the list: digests of the recipe and of the files behind
    /// it go into the record, so that whoever has those can make the list again.
    #[arg(long, value_name = "DIR")]
    prepared: Option<PathBuf>,
    #[command(flatten)]
    invited: InvitedArgs,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// How the lottery is made and frozen.
#[derive(Clone, Debug, clap::Args)]
pub struct MakingArgs {
    /// What "fairest" means; "geloot compare" shows what each gives.
    #[arg(long, value_enum, default_value = "leximin")]
    objective: Objective,
    /// Tickets in the lottery; 1000 suits three ten-sided dice or three drawn digits.
    #[arg(long, value_name = "M", default_value_t = 1_000_000, value_parser = tickets())]
    tickets: u64,
    /// The charter: free text, or TOML (.toml) that can declare the source of the seed.
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// Freeze although the declared round of the beacon is public by now: only to practise, or to make an
    /// old lottery again.
    #[arg(long)]
    known_round: bool,
    /// A secret key for the codes, made by "geloot key"; recommended for a real assembly.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// What the public part shows of the pool: a row under a code for each person, or counts only.
    #[arg(long, value_enum, default_value = "codes")]
    public_detail: PublicDetail,
}

/// How many tickets there can be.
pub fn tickets() -> clap::builder::RangedU64ValueParser {
    clap::value_parser!(u64).range(1..=MOST_TICKETS)
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Objective {
    /// The smallest chance as large as possible, then the next smallest, and so on.
    Leximin,
    /// The smallest chance as large as possible.
    Maximin,
    /// The product of all chances as large as possible.
    Nash,
    /// The largest chance as small, and the smallest as large, as possible together.
    Goldilocks,
}

impl From<Objective> for solve::Objective {
    fn from(objective: Objective) -> Self {
        match objective {
            Objective::Leximin => Self::Leximin,
            Objective::Maximin => Self::Maximin,
            Objective::Nash => Self::Nash,
            Objective::Goldilocks => Self::Goldilocks,
        }
    }
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum PublicDetail {
    /// A row for each person: code and quota features.
    Codes,
    /// How many people are alike, and a tree by which everybody can check their own row.
    Profiles,
}

impl MakingArgs {
    /// What is known where the lottery is refused.
    pub fn asked(&self) -> Asked {
        let charter = self.charter.clone().map(|path| (path, self.tickets));
        Asked { charter, ..Asked::default() }
    }

    /// The files named, read and checked.
    pub fn read(&self, talk: &Talk) -> Result<Making, Halt> {
        Ok(Making {
            objective: self.objective.into(),
            tickets: self.tickets,
            charter: self
                .charter
                .as_deref()
                .map(|path| super::charter::read(path, self.tickets))
                .transpose()?
                .map(|supplied| super::charter::unknown_yet(supplied, self.known_round, talk))
                .transpose()?
                .map(Into::into),
            key: self.key.as_deref().map(super::key::read).transpose()?,
            detail: match self.public_detail {
                PublicDetail::Codes => Detail::Codes,
                PublicDetail::Profiles => Detail::Profiles,
            },
            continues: None,
            prepared: None,
        })
    }
}

/// Whether the lottery at `out` may be the one that is asked for: what can be told without making it again.
fn may_be(out: &Path, pool: &Pool, making: &Making) -> bool {
    let sealed = sealed::pool(pool, &sealed::column_order(pool));
    let read = |tier: &str, name: &str| io::read(&out.join(tier).join(name)).ok();
    let about = read(files::PUBLIC, files::ABOUT).and_then(|bytes| form::read_facts::<About>(&bytes).ok());
    let same = about.is_some_and(|about| {
        (about.seats, about.tickets, about.objective.as_str())
            == (pool.seats(), making.tickets, making.objective.word())
    });
    same && read(files::SEALED, files::POOL) == Some(sealed)
}

/// What the folder that "geloot prepare" made says, if the list of people is still the one that came out of it.
fn prepared(folder: &Path, pool: &PoolArgs) -> Result<Prepared, Halt> {
    let (facts, list) = (io::read(&folder.join(FACTS))?, io::read(&pool.pool)?);
    let place = quoted(&folder.to_string_lossy());
    let Some(read) = read_facts(&facts) else {
        return Err(Halt::refused(Exit::Input, "I-32", args![folder = place]));
    };
    if Digest::of(&list).to_string() != read.pool {
        let pool = quoted(&pool.pool.to_string_lossy());
        return Err(Halt::refused(Exit::Input, "I-33", args![folder = place, pool = pool]));
    }
    Ok(Prepared { facts, pool: list })
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    // A folder that is there already is refused before the work, not after it; unless it may be what this very command
    // made when it was stopped.
    let there = line_of(&args.out);
    let folder = if there.is_none() { Some(NewFolder::begin(&args.out)?) } else { None };
    args.invited.check(&args.pool.pool, args.making.charter.as_deref(), talk)?;
    let mut making = args.making.read(talk)?;
    making.prepared = args.prepared.as_deref().map(|folder| prepared(folder, &args.pool)).transpose()?;
    let files = PoolArgs { prepared: args.prepared.clone(), ..args.pool.clone() };
    let (pool, faults) = files.read_all()?;
    talk.faults(&faults);
    if folder.is_none() && !may_be(&args.out, &pool, &making) {
        NewFolder::begin(&args.out)?;
    }
    let made = make(&pool, making, &args.making.asked(), talk)?;
    match folder {
        Some(folder) => {
            folder.fill(&made.frozen.folder)?;
            folder.finish()?;
        }
        None => {
            let same =
                |name: &String, bytes: &Vec<u8>| io::read(&args.out.join(name)).is_ok_and(|b| b == *bytes);
            if !made.frozen.folder.iter().all(|(name, bytes)| same(name, bytes)) {
                NewFolder::begin(&args.out)?;
                return Err(told::halt(Refusal::Mistaken));
            }
            talk.say(&format!("{}\n", say!(talk.lang(), "lottery-again")));
        }
    }
    let answer = || {
        talk.show(&report::text(talk, &pool, &made))?;
        talk.show(&report::next(talk.lang(), pool.quotas(), &made, &args.out))?;
        talk.json(&report::json(talk.lang(), &pool, &made, &faults))
    };
    let place = args.out.to_string_lossy().into_owned();
    let saved = Asked { saved: Some(Saved::Lottery { place }), ..Asked::default() };
    answer().map_err(|halt| saved.after(halt))?;
    Ok(Exit::Done)
}
