//! `geloot lottery`: the fairest lottery for a pool and its quotas, frozen. Imports `bundle`,
//! `lottery`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::freezing::{Making, make};
use super::inputs::PoolArgs;
use super::lottery_report as report;
use super::talk::Talk;
use crate::bundle::Detail;
use crate::io::NewFolder;
use crate::lottery::solve;
use crate::words::quoted;
use std::path::PathBuf;

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

/// The most tickets that there can be.
pub const MOST_TICKETS: u64 = 1_000_000_000;

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
    /// The files named, read and checked.
    pub fn read(&self) -> Result<Making, Halt> {
        Ok(Making {
            objective: self.objective.into(),
            tickets: self.tickets,
            charter: self
                .charter
                .as_deref()
                .map(|path| super::charter::read(path, self.tickets))
                .transpose()?
                .map(|supplied| super::charter::unknown_yet(supplied, self.known_round))
                .transpose()?,
            key: self.key.as_deref().map(super::key::read).transpose()?,
            detail: match self.public_detail {
                PublicDetail::Codes => Detail::Codes,
                PublicDetail::Profiles => Detail::Profiles,
            },
            continues: None,
        })
    }
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    // A folder that is there already is refused before the work, not after it.
    let folder = NewFolder::begin(&args.out)?;
    let making = args.making.read()?;
    let (pool, faults) = args.pool.read_all()?;
    talk.faults(&faults);
    let made = make(&pool, making, talk)?;
    for (name, bytes) in &made.frozen.folder {
        folder.add(name, bytes)?;
    }
    folder.finish()?;
    let answer = || {
        talk.show(&report::text(&pool, &made))?;
        talk.show(&report::next(pool.quotas(), &made, &args.out))?;
        talk.json(&report::json(&pool, &made, &faults))
    };
    answer().map_err(|halt: Halt| {
        let out = quoted(&args.out.to_string_lossy());
        halt.after(&format!(
            "The lottery is made, and saved whole in {out}. Only showing it failed; the line to publish is in public/commitment.txt."
        ))
    })?;
    Ok(Exit::Done)
}
