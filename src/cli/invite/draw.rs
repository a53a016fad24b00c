//! `geloot invite draw`: the seed and the letters. Imports `assembly`, `invite`, `io`, `words` and its siblings.

use super::super::evidence::EvidenceArgs;
use super::super::exit::{Exit, Halt};
use super::super::talk::Talk;
use super::super::told::{self, Asked};
use super::opening::{halt, open_whole, people};
use super::show;
use crate::assembly::invite::{Invitation, People};
use crate::invite::conduct::Chances;
use crate::io::Many;
use crate::words::catalogue::say;
use crate::words::typed;
use std::path::PathBuf;

/// Draw the letters from a frozen frame: an ordered list for each stratum, of which the first places get a letter and the
/// next are reserves.
///
/// Give the evidence that everybody saw, as to "geloot draw"; letters have no tickets. A frame is drawn from once; a second
/// draw needs a reason and keeps the record of the first. Where the people are in a database, only the seed is drawn here.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder that "geloot invite frame" or "geloot invite take" made.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let asked = Asked::of(&args.dir);
    let invitation = open_whole(&args.dir)?;
    let ask = args.evidence.read(invitation.public.charter.seed.as_ref(), talk)?;
    let list = people(&args.dir)?;
    let known = list.as_ref().map(|file| People { file, hands: &Many });
    let drawing = invitation.draw(&ask, known).map_err(|stop| halt(stop, &asked, &args.dir))?;
    told::apply(&drawing.patch, &args.dir)?;
    let lang = talk.lang();
    if drawing.again {
        talk.say(&format!("{}\n", say!(lang, "letters-made-before")));
    }
    let key = key_of(&invitation, &drawing.draw);
    talk.show(&show::drawn(lang, &invitation.public, &drawing, &key))?;
    let dir = args.dir.to_string_lossy();
    let (draw, root) = (&drawing.draw, dir.trim_end_matches('/'));
    match &drawing.letters {
        None => {
            let next = say!(lang, "letters-next-sql", dir = typed(root));
            talk.show(&format!("{next}\n"))?;
        }
        Some(letters) => {
            let kind = if draw.void { "trials" } else { "draws" };
            let lists = if draw.void { format!("{root}/trials/{}", draw.draw) } else { root.to_owned() };
            let public = format!("{root}/public/{kind}/{}", draw.draw);
            let post = letters.iter().any(|letter| !letter.key.is_empty());
            talk.show(&show::saved(lang, draw.void, post, &lists, &public))?;
        }
    }
    talk.json(&show::drawn_json(&drawing, &key))?;
    Ok(Exit::Done)
}

/// The key with which everybody can check their own lot.
pub fn key_of(invitation: &Invitation, draw: &crate::invite::record::Draw) -> String {
    let seed = crate::base::digest::Digest::from_hex(&draw.seed);
    let key = seed.map(|seed| Chances { seed: &seed, draw }.hash(&invitation.public.terms));
    key.map(|key| key.text().to_owned()).unwrap_or_default()
}
