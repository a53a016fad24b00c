//! `geloot invite`: the first lottery, from registers to letters. Imports `assembly`, `invite`, `io`, `words` and its parent.

mod after;
mod coded;
mod draw;
mod frame;
mod inputs;
pub mod invited;
pub mod opening;
mod prepared;
mod show;
mod sql;
mod take;
pub mod verify;

use super::charter_new;
use super::exit::{Exit, Halt};
use super::talk::Talk;
use clap::Subcommand;

/// Draw who gets a letter, from registers of any size: in a file, or inside the registry's own database, the same to the
/// byte.
///
/// First "frame" freezes everybody who can be drawn and gives a line to publish; then "draw" takes the evidence that
/// everybody saw. "geloot verify" checks the record, and "geloot explain" tells one person their own lot.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    Charter(Box<charter_new::LettersArgs>),
    Frame(Box<frame::Args>),
    Draw(draw::Args),
    Sql(Box<sql::Args>),
    Take(Box<take::Args>),
    Codes(after::CodesArgs),
    Waves(after::WavesArgs),
    Answers(after::AnswersArgs),
    Outreach(after::OutreachArgs),
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    match &args.act {
        Act::Charter(args) => charter_new::letters(args, talk),
        Act::Frame(args) => frame::run(args, talk),
        Act::Draw(args) => draw::run(args, talk),
        Act::Sql(args) => sql::run(args, talk),
        Act::Take(args) => take::run(args, talk),
        Act::Codes(args) => after::codes(args, talk),
        Act::Waves(args) => after::waves(args, talk),
        Act::Answers(args) => after::answers(args, talk),
        Act::Outreach(args) => after::outreach(args, talk),
    }
}
