//! Slips that were opened, from a file. Imports `base`, `seed`, `io`, `words` and its siblings.

use super::charter::now;
use super::exit::{Exit, Halt, Line};
use super::sources::Found;
use super::talk::Talk;
use crate::base::text::saved;
use crate::io;
use crate::seed::Evidence;
use crate::seed::charter::{Declared, Role};
use crate::seed::contributions::{Contributions, Slip, salt_of};
use crate::seed::words::Words;
use crate::words::catalogue::{args, say};
use crate::words::{quoted, refusals};
use std::path::Path;

/// The evidence in the file of opened slips at `path`, with what was `found` of the second source if somebody's is
/// missing.
pub fn opened(
    path: &Path,
    declared: Option<&Declared>,
    found: Option<Found>,
    talk: &Talk,
) -> Result<Found, Halt> {
    let Some(Declared::Contributions { roles, until, otherwise }) = declared else {
        return Err(Halt::refused(Exit::Input, "D-21", args![]));
    };
    let slips = matched(path, roles)?;
    let missing: Vec<String> = roles
        .iter()
        .zip(&slips)
        .filter(|(_, slip)| slip.is_none())
        .map(|(role, _)| quoted(&role.name))
        .collect();
    let second = match (missing.is_empty(), found) {
        (true, None) => None,
        (true, Some(_)) => {
            return Err(Halt::refused(Exit::Input, "D-22", args![]));
        }
        (false, None) => {
            let args = args![
                roles = missing.join(", "),
                file = file(path),
                until = until.with_zone(),
                wanted = refusals::wanted(talk.lang(), otherwise),
            ];
            return Err(Halt::refused(Exit::Input, "D-23", args));
        }
        (false, Some(_)) if now() < *until => {
            let (until, now) = (until.with_zone(), now().by(until.zone()).with_zone());
            let args = args![roles = missing.join(", "), until = until, now = now];
            return Err(Halt::refused(Exit::Input, "D-24", args));
        }
        (false, Some(found)) => {
            let said = say!(talk.lang(), "slips-not-opened", roles = missing.join(", "));
            talk.warn(&format!("{said}\n"));
            Some(found)
        }
    };
    let (second, beacon) = second.map_or((None, None), |found| (Some(found.evidence), found.beacon));
    let evidence = Contributions::new(slips, second)
        .map(Evidence::Contributions)
        .ok_or_else(|| Halt::refused(Exit::Input, "D-25", args![]))?;
    Ok(Found { evidence, beacon })
}

fn file(path: &Path) -> String {
    quoted(&path.to_string_lossy())
}

/// What each role opened: a line is theirs whose digest they handed in.
fn matched(path: &Path, roles: &[Role]) -> Result<Vec<Option<Slip>>, Halt> {
    let mut slips = vec![None; roles.len()];
    let mut wrong = Vec::new();
    let text = saved(&io::read(path)?).unwrap_or_else(|| "\u{fffd}".to_owned());
    for (i, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some(slip) = slip(line) else {
            wrong.push(Line::Of("no-slip", args![line = i.to_string()]));
            continue;
        };
        match roles.iter().position(|role| role.sealed == slip.sealed()) {
            Some(role) => slips[role] = Some(slip),
            None => {
                let words = quoted(slip.words.as_str());
                wrong.push(Line::Of("other-slip", args![line = i.to_string(), words = words]));
            }
        }
    }
    if wrong.is_empty() {
        return Ok(slips);
    }
    Err(Halt::refused(Exit::Input, "D-26", args![file = file(path)]).with(wrong))
}

/// A slip as somebody copied it.
fn slip(line: &str) -> Option<Slip> {
    let (salt, words) = line.split_once([' ', '\t'])?;
    Some(Slip { salt: salt_of(&salt.to_ascii_lowercase())?, words: Words::typed(words).ok()? })
}
