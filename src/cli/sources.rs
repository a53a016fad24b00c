//! Where the seed comes from, as arguments. Imports `seed`, `io` and its siblings.

use super::exit::{Exit, Halt};
use crate::io;
use crate::seed::Evidence;
use crate::seed::charter::{self, Declared};
use crate::seed::dice::{BadDice, Dice};
use crate::seed::drand::{BadBeacon, Beacon};
use crate::seed::evidence::Words;
use crate::words::{counted, quoted};
use std::path::PathBuf;

/// The evidence of a draw: one of these.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(multiple = false)]
pub struct SourceArgs {
    /// Words as the seed, for instance several people's or a notary's.
    #[arg(long, value_name = "TEXT")]
    pub seed: Option<String>,
    /// Published numbers, such as those of a national lottery or a newspaper's stock list.
    #[arg(long, value_name = "NUMBERS")]
    pub lotto: Option<String>,
    /// The ticket drawn by hand, 0 to the number of tickets less one.
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub ticket: Option<String>,
    /// What the dice showed, the first die first: "4 0 7". Throws that had to be repeated come first,
    /// with a semicolon after each. Needs --sides.
    #[arg(long, value_name = "SHOWN", requires = "sides")]
    pub dice: Option<String>,
    /// A round of the drand beacon: the JSON file fetched from the address that the charter's round has.
    #[arg(long, value_name = "FILE")]
    pub drand: Option<PathBuf>,
}

/// Evidence, and the beacon's answer if that is what it is.
pub struct Found {
    /// The evidence.
    pub evidence: Evidence,
    /// The beacon's answer.
    pub beacon: Option<Beacon>,
}

impl From<Evidence> for Found {
    fn from(evidence: Evidence) -> Self {
        Self { evidence, beacon: None }
    }
}

/// Words for a seed.
pub fn words(text: &str) -> Result<Words, Halt> {
    Words::new(text).ok_or_else(|| {
        refused(
            "Z-01",
            "The words for the seed are empty, longer than 2,000 bytes, or hold a line break or another invisible sign.",
            "Give one line of words, between quotation marks.",
        )
    })
}

impl SourceArgs {
    /// The evidence; `None` when none is given. `sides` goes with the dice.
    pub fn read(&self, sides: Option<u32>, declared: Option<&Declared>) -> Result<Option<Found>, Halt> {
        if let Some(text) = &self.seed {
            return Ok(Some(Evidence::Text(words(text)?).into()));
        }
        if let Some(text) = &self.lotto {
            return Ok(Some(Evidence::Lotto(words(text)?).into()));
        }
        if let Some(shown) = &self.ticket {
            // Drawn digit by digit, it may be written with spaces.
            let digits: String = shown.split_whitespace().collect();
            let ticket = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
            let ticket = ticket.ok_or_else(|| {
                refused(
                    "D-12",
                    &format!("{} is not the number of a ticket.", crate::words::quoted(shown)),
                    "Give the digits that were drawn, such as --ticket 407: a whole number from 0, without a sign, commas or dots.",
                )
            })?;
            return Ok(Some(Evidence::Ticket(ticket).into()));
        }
        if let (Some(shown), Some(sides)) = (&self.dice, sides) {
            return Ok(Some(Evidence::Dice(dice(shown, sides)?).into()));
        }
        if let Some(path) = &self.drand {
            let json = io::read(path)?;
            let beacon = charter::beacon(declared, &json)
                .map_err(|bad| beacon_refused(bad, &path.to_string_lossy()))?;
            return Ok(Some(Found { evidence: Evidence::Drand(beacon.pulse.clone()), beacon: Some(beacon) }));
        }
        Ok(None)
    }
}

fn dice(shown: &str, sides: u32) -> Result<Dice, Halt> {
    let throw = |text: &str| -> Option<Vec<u32>> {
        let parts = text.split(|c: char| c.is_whitespace() || c == ',').filter(|p| !p.is_empty());
        parts.map(|p| p.parse().ok()).collect()
    };
    let throws: Option<Vec<Vec<u32>>> = shown.split(';').map(throw).collect();
    let throws = throws.ok_or_else(|| {
        refused(
            "Z-02",
            &format!("The dice {} are not whole numbers with spaces between them.", quoted(shown)),
            "Write what each die showed, as in --dice \"4 0 7\" --sides 10.",
        )
    })?;
    Dice::new(sides, throws).map_err(|bad| dice_refused(&bad, sides))
}

/// Why dice cannot be used, in words.
pub fn dice_refused(bad: &BadDice, sides: u32) -> Halt {
    let faces = if sides == 10 { "0 to 9".to_owned() } else { format!("1 to {sides}") };
    match bad {
        BadDice::Shape => refused(
            "Z-02",
            "Dice have 2 to 1,000 sides, a throw has 1 to 64 dice, and every throw as many as the first.",
            "Check --dice and --sides.",
        ),
        BadDice::Impossible { shown } => refused(
            "Z-03",
            &format!("A die with {sides} sides cannot show {shown}: it shows {faces}."),
            "Check what was written down against what people saw.",
        ),
        BadDice::TooFew { needed } => refused(
            "Z-04",
            "There are more tickets than these dice have outcomes, so some tickets could never win.",
            &format!(
                "Throw {} with {sides} sides, or make the lottery with fewer tickets (--tickets).",
                counted(*needed as u64, "die", "dice")
            ),
        ),
        BadDice::ThrowAgain { .. } => refused(
            "Z-05",
            "The last throw is one of the highest, which must be thrown again so that all tickets are equally likely.",
            "Throw all dice again and write both throws down, with a semicolon between them.",
        ),
        BadDice::AlreadyDecided { throw } => refused(
            "Z-06",
            &format!("Throw {throw} decided the draw already; what was thrown after it does not count."),
            "Leave out the later throws.",
        ),
    }
}

fn beacon_refused(bad: BadBeacon, file: &str) -> Halt {
    let file = quoted(file);
    match bad {
        BadBeacon::Unreadable => refused(
            "Z-07",
            &format!("{file} is not an answer of the drand beacon, or of another chain than was declared."),
            "Save what the address of the round shows, as it is, in a file. \"geloot draw\" prints the address.",
        ),
        BadBeacon::Randomness => refused(
            "Z-08",
            &format!("In {file} the randomness does not follow from the signature."),
            "Fetch the file again from the beacon itself.",
        ),
        BadBeacon::Forged => refused(
            "Z-09",
            &format!("The signature in {file} is not the League of Entropy's for that round."),
            "Fetch the file again from the beacon itself. Do not draw with this one.",
        ),
    }
}

/// A refusal of something in the command.
pub fn refused(code: &'static str, wrong: &str, way_out: &str) -> Halt {
    Halt::said(Exit::Input, code, wrong, &[way_out, "Nothing was drawn and no file was changed."])
}
