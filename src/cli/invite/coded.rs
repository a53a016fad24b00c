//! The list of codes, held against the letters of the draw. Imports `assembly`, `invite`, `io` and its siblings.

use super::super::exit::{Exit, Halt, Saved};
use super::super::told::Asked;
use super::inputs::{codes, named};
use super::opening::{halt, people};
use crate::assembly::invite::{Invitation, People};
use crate::invite::answers::{self, Coded};
use crate::invite::{Letter, Wrongs};
use crate::io::Many;
use crate::words::catalogue::args;
use std::collections::BTreeMap;
use std::path::Path;

/// The list with the keys of the register, where the people are here.
pub fn with_keys(invitation: &Invitation, list: Vec<Letter>, dir: &Path) -> Result<Vec<Letter>, Halt> {
    let Some(file) = people(dir)? else { return Ok(list) };
    let people = People { file: &file, hands: &Many };
    let found = invitation.letters_of(None, people).map_err(|stop| halt(stop, &Asked::of(dir), dir))?;
    let keys: BTreeMap<_, _> = found.into_iter().map(|letter| (letter.person, letter.key)).collect();
    let with =
        |letter: Letter| Letter { key: keys.get(&letter.person).cloned().unwrap_or_default(), ..letter };
    Ok(list.into_iter().map(with).collect())
}

/// The codes of the letters of the last draw, in its order: those of another draw, or of somebody else, are refused, and so is what moved
/// in a row without the rest of it. With the key of the codes that is known of each code.
pub fn codes_of_draw(
    invitation: &Invitation,
    path: &Path,
    key: Option<&[u8; 32]>,
    dir: &Path,
) -> Result<Vec<Coded>, Halt> {
    let asked = Asked::of(dir);
    let rows = codes(path)?;
    let (list, _) = invitation.list().map_err(|refusal| asked.halt(refusal))?;
    let plan = invitation.plan().map_err(|refusal| asked.halt(refusal))?;
    let letters = with_keys(invitation, list, dir)?;
    let mut wrongs = Wrongs::default();
    let held = answers::held(rows, (&letters, &plan), key, (&named(path), &mut wrongs));
    let refused = |code| Err(Halt::refused(Exit::Input, code, args![]).saved(Saved::NoFile));
    match held {
        None => refused("Y-58"),
        Some(_) if wrongs.stop() => Err(Halt::Letters(Box::new(wrongs))),
        Some(codes) if answers::are_sorted(&codes) => refused("Y-158"),
        Some(codes) => Ok(codes),
    }
}
