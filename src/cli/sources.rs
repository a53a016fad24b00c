//! Where the seed comes from, as arguments. Imports `base`, `seed`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::talk::Talk;
use crate::base::line::unseen;
use crate::io;
use crate::seed::Evidence;
use crate::seed::charter::{self, Declared};
use crate::seed::dice::{BadDice, Dice};
use crate::seed::drand::{BadBeacon, Beacon};
use crate::seed::numbers::{BadNumbers, Numbers};
use crate::seed::words::{BadWords, Script, Words};
use crate::words::{counted, number, quoted, shown};
use std::path::PathBuf;
use unicode_normalization::char::is_combining_mark;

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

/// Words for a seed, in the one form that the record has; says so where that is not what was typed.
pub fn words(text: &str, talk: &Talk) -> Result<Words, Halt> {
    let words = Words::typed(text).map_err(|bad| words_refused(&bad))?;
    noted("words", text, words.as_str(), talk);
    Ok(words)
}

fn noted(what: &str, typed: &str, form: &str, talk: &Talk) {
    if typed != form {
        talk.say(&format!("Note. The {what} are used and recorded in this form: {}\n", shown(form)));
    }
}

/// Why words cannot be used.
pub fn words_refused(bad: &[BadWords]) -> Halt {
    let mut details: Vec<String> = bad.iter().take(MOST_SHOWN).map(bad_words).collect();
    if bad.len() > MOST_SHOWN {
        details.push(format!("And {} more.", number((bad.len() - MOST_SHOWN) as u64)));
    }
    details.push("Type the words that people heard: letters of one script, digits, - and ' within words, single spaces.".to_owned());
    details.push("Nothing was drawn and no file was changed.".to_owned());
    let details: Vec<&str> = details.iter().map(String::as_str).collect();
    let wrong = "These words cannot be a seed: what cannot be seen, or looks like something else, could choose the panel.";
    Halt::said(Exit::Input, "Z-01", wrong, &details)
}

/// Faults that are shown in full.
const MOST_SHOWN: usize = 20;

fn bad_words(bad: &BadWords) -> String {
    match bad {
        BadWords::Empty => "There are no words.".to_owned(),
        BadWords::TooLong => "They are longer than 2,000 bytes.".to_owned(),
        BadWords::Sign { at, sign, after } if after.is_empty() => {
            format!("Sign {at}, at the start, is {}.", sign_named(*sign))
        }
        BadWords::Sign { at, sign, after } => {
            format!("Sign {at}, after {}, is {}.", quoted(after), sign_named(*sign))
        }
        BadWords::Scripts { at, sign, script, before } => format!(
            "Letter {at}, \"{sign}\" (U+{:04X}), is {}, and the letters before it are {}: all must be of one script.",
            u32::from(*sign),
            script_named(*script),
            script_named(*before)
        ),
        BadWords::Disguised { script } => format!(
            "All letters are {}, and each could be taken for one of another script. Use words with a letter that cannot, or numbers.",
            script_named(*script)
        ),
        BadWords::LikeDigits { run } => {
            format!("{} stands where it could be taken for digits. Write the number in digits.", quoted(run))
        }
    }
}

fn script_named(script: Script) -> &'static str {
    match script {
        Script::Latin => "Latin",
        Script::Greek => "Greek",
        Script::Cyrillic => "Cyrillic",
    }
}

/// A sign by its number, and by its name where it is a common one that cannot be seen.
fn sign_named(sign: char) -> String {
    let name = match sign {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break",
        '\u{a0}' | '\u{2007}' | '\u{202f}' => "a no-break space",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' | '\u{200d}' => "a zero-width joiner or non-joiner",
        '\u{2060}' => "a word joiner",
        '\u{feff}' => "a byte-order mark",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark of direction"
        }
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' | '\u{1680}' => "a space of another width",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "a variation selector",
        _ if is_combining_mark(sign) => "a mark for the letter before it",
        _ if unseen(sign) => "a sign that cannot be seen",
        _ => return format!("\"{sign}\" (U+{:04X}), which words cannot have", u32::from(sign)),
    };
    format!("U+{:04X}, {name}", u32::from(sign))
}

/// Published numbers for a seed, in the one form that the record has.
fn numbers(text: &str, talk: &Talk) -> Result<Numbers, Halt> {
    let numbers = Numbers::typed(text).map_err(|bad| {
        let mut details: Vec<String> = bad.iter().take(MOST_SHOWN).map(bad_numbers).collect();
        details.push("Give the whole numbers as they were printed, with spaces between them: \"3 17 22 39 40 41\". Of a number with decimals or points give the digits.".to_owned());
        details.push("Nothing was drawn and no file was changed.".to_owned());
        let details: Vec<&str> = details.iter().map(String::as_str).collect();
        Halt::said(Exit::Input, "Z-10", "This is not a list of whole numbers.", &details)
    })?;
    noted("numbers", text, &numbers.to_string(), talk);
    Ok(numbers)
}

fn bad_numbers(bad: &BadNumbers) -> String {
    match bad {
        BadNumbers::HowMany => "There are 1 to 100 numbers in a list.".to_owned(),
        BadNumbers::NoNumber { at, part } => {
            let odd = part.chars().find(|c| !c.is_ascii_digit());
            let why = odd.map_or("it is too large".to_owned(), |sign| {
                format!("it has {}", sign_named(sign).replace("words", "numbers"))
            });
            format!("Part {at}, {}, is no whole number: {why}.", quoted(part))
        }
    }
}

impl SourceArgs {
    /// The evidence; `None` when none is given. `sides` goes with the dice.
    pub fn read(
        &self,
        sides: Option<u32>,
        declared: Option<&Declared>,
        talk: &Talk,
    ) -> Result<Option<Found>, Halt> {
        if let Some(text) = &self.seed {
            return Ok(Some(Evidence::Text(words(text, talk)?).into()));
        }
        if let Some(text) = &self.lotto {
            return Ok(Some(Evidence::Lotto(numbers(text, talk)?).into()));
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
    let other = |what: &str| {
        refused(
            "Z-07",
            &format!("{file} is not an answer of the drand beacon: {what}."),
            "Save what the address of the round shows, as it is, in a file. \"geloot draw\" prints the address.",
        )
    };
    match bad {
        BadBeacon::Empty => other("it is empty"),
        BadBeacon::WebPage => other("it is a web page"),
        BadBeacon::NotJson => other("it is another text, or a part of an answer is missing"),
        BadBeacon::NoSignature => other("it has no signature, by which anybody could check it"),
        BadBeacon::NoRound => other("it does not say of which round it is"),
        BadBeacon::NoPrevious => {
            other("it has no signature of the round before; it may be of another chain than was declared")
        }
        BadBeacon::Randomness => refused(
            "Z-08",
            &format!("In {file} the signature is genuine, but the randomness does not follow from it."),
            "Fetch the file again from the beacon itself.",
        ),
        BadBeacon::Forged => refused(
            "Z-09",
            &format!("The signature in {file} is not the League of Entropy's for that round of that chain."),
            "Fetch the file again from the beacon itself. Do not draw with this one.",
        ),
    }
}

/// A refusal of something in the command.
pub fn refused(code: &'static str, wrong: &str, way_out: &str) -> Halt {
    Halt::said(Exit::Input, code, wrong, &[way_out, "Nothing was drawn and no file was changed."])
}
