//! Slips that were opened, from a file. Imports `base`, `seed`, `io`, `words` and its siblings.

use super::charter::now;
use super::exit::{Exit, Halt};
use super::sources::{Found, refused};
use super::talk::Talk;
use crate::base::text::saved;
use crate::io;
use crate::seed::Evidence;
use crate::seed::charter::{Declared, Role};
use crate::seed::contributions::{Contributions, Slip, salt_of};
use crate::seed::words::Words;
use crate::words::catalogue::Lang;
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
        return Err(refused(
            "D-21",
            "The charter of this lottery declares no sealed words.",
            "Leave out --slips.",
        ));
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
            return Err(refused(
                "D-22",
                "Everybody opened their words, so the second source decides nothing.",
                "Give --slips alone.",
            ));
        }
        (false, None) => {
            return Err(Halt::said(
                Exit::Input,
                "D-23",
                &format!(
                    "{} did not open their words: no line of {} is theirs.",
                    missing.join(", "),
                    file(path)
                ),
                &[
                    &format!("Ask them. They can until {until}."),
                    &format!(
                        "If they do not, the charter's second source decides; give it beside --slips. {}",
                        refusals::wanted(Lang::default(), otherwise)
                    ),
                    "Nothing was drawn and no file was changed.",
                ],
            ));
        }
        (false, Some(_)) if now() < *until => {
            return Err(refused(
                "D-24",
                &format!(
                    "{} can open their words until {until}, and the clock of this computer says {}.",
                    missing.join(", "),
                    now()
                ),
                "Wait until then, or ask them.",
            ));
        }
        (false, Some(found)) => {
            talk.warn(&format!(
                "Check this. {} did not open the words that they had sealed, and the record says so. The second source decides.\n",
                missing.join(", ")
            ));
            Some(found)
        }
    };
    let (second, beacon) = second.map_or((None, None), |found| (Some(found.evidence), found.beacon));
    let evidence = Contributions::new(slips, second).map(Evidence::Contributions).ok_or_else(|| {
        refused(
            "D-25",
            "These cannot be put together to a seed.",
            "Give what each opened, and the second source.",
        )
    })?;
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
            wrong.push(format!(
                "Line {i} is no slip: 32 digits 0 to 9 and letters a to f, a space, and the words."
            ));
            continue;
        };
        match roles.iter().position(|role| role.sealed == slip.sealed()) {
            Some(role) => slips[role] = Some(slip),
            None => wrong.push(format!(
                "Line {i} opens {}, which nobody whom the charter names had sealed with these digits: some of it was changed.",
                quoted(slip.words.as_str())
            )),
        }
    }
    if wrong.is_empty() {
        return Ok(slips);
    }
    wrong.push("Ask for the line that \"geloot slip\" printed or saved, and copy it whole.".to_owned());
    wrong.push("Nothing was drawn and no file was changed.".to_owned());
    let wrong: Vec<&str> = wrong.iter().map(String::as_str).collect();
    let headline = format!("{} has lines that are not what was sealed.", file(path));
    Err(Halt::said(Exit::Input, "D-26", &headline, &wrong))
}

/// A slip as somebody copied it.
fn slip(line: &str) -> Option<Slip> {
    let (salt, words) = line.split_once([' ', '\t'])?;
    Some(Slip { salt: salt_of(&salt.to_ascii_lowercase())?, words: Words::typed(words).ok()? })
}
