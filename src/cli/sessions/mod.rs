//! `geloot sessions`: who sits where, with whom, round after round. Imports `sessions`, `words`, `io`
//! and its siblings.

pub mod check;
pub mod claims;
mod ending;
pub mod make;
pub mod names;
pub mod report;
pub mod reseat;
pub mod saved;

use super::exit::{Exit, Halt};
use super::talk::Talk;

/// Plan who sits where, with whom, over the rounds of an assembly.
///
/// Mixes every table on the features you name, and lets everybody meet as many new people as they can.
/// Says beside every figure the best there can be. Writes a folder with the seat plan, cards, table
/// lists, a wall list and a page to print.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[command(flatten)]
    make: make::MakeArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What else can be done with a plan.
#[derive(Debug, clap::Subcommand)]
enum Command {
    Check(Box<check::Args>),
    Reseat(reseat::Args),
    Names(names::Args),
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    match &args.command {
        None => make::run(&args.make, talk),
        Some(Command::Check(args)) => check::run(args, talk),
        Some(Command::Reseat(args)) => reseat::run(args, talk),
        Some(Command::Names(args)) => names::run(args, talk),
    }
}
