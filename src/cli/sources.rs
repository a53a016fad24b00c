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
use crate::words::catalogue::{Lang, args, say};
use crate::words::parts::or_none;
use crate::words::{quoted, shown};
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
    /// with a semicolon after each. With --sides, where the charter does not say how many they have.
    #[arg(long, value_name = "SHOWN")]
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

impl Found {
    /// As the lot of a deliberation takes it.
    pub fn given(&self) -> crate::assembly::acts::Given<'_> {
        crate::assembly::acts::Given { evidence: &self.evidence, beacon: self.beacon.as_ref() }
    }
}

impl From<Evidence> for Found {
    fn from(evidence: Evidence) -> Self {
        Self { evidence, beacon: None }
    }
}

/// Words for a seed, in the one form that the record has; says so where that is not what was typed.
pub fn words(text: &str, talk: &Talk) -> Result<Words, Halt> {
    let words = Words::typed(text).map_err(|bad| words_refused(talk.lang(), &bad))?;
    if text != words.as_str() {
        talk.say(&format!("{}\n", say!(talk.lang(), "form-words", form = shown(words.as_str()))));
    }
    Ok(words)
}

/// Why words cannot be used.
pub fn words_refused(lang: Lang, bad: &[BadWords]) -> Halt {
    let mut lines: Vec<String> = bad.iter().take(MOST_SHOWN).map(|bad| bad_words(lang, bad)).collect();
    if bad.len() > MOST_SHOWN {
        lines.push(say!(lang, "and-more-of-these", count = bad.len() - MOST_SHOWN));
    }
    Halt::refused(Exit::Input, "Z-01", args![]).with_lines(lines)
}

/// Faults that are shown in full.
const MOST_SHOWN: usize = 20;

fn bad_words(lang: Lang, bad: &BadWords) -> String {
    match bad {
        BadWords::Empty => say!(lang, "words-empty"),
        BadWords::TooLong => say!(lang, "words-too-long"),
        BadWords::Sign { at, sign, after } => say!(
            lang,
            "words-sign",
            at = at.to_string(),
            after = or_none(&Some(after.clone()).filter(|after| !after.is_empty())),
            sign = sign_named(lang, *sign, "no-word"),
        ),
        BadWords::Scripts { at, sign, script, before } => say!(
            lang,
            "words-scripts",
            at = at.to_string(),
            sign = sign.to_string(),
            number = format!("{:04X}", u32::from(*sign)),
            script = script_named(lang, *script),
            before = script_named(lang, *before),
        ),
        BadWords::Disguised { script } => {
            say!(lang, "words-disguised", script = script_named(lang, *script))
        }
        BadWords::LikeDigits { run } => say!(lang, "words-like-digits", run = quoted(run)),
    }
}

fn script_named(lang: Lang, script: Script) -> String {
    let script = match script {
        Script::Latin => "latin",
        Script::Greek => "greek",
        Script::Cyrillic => "cyrillic",
    };
    say!(lang, "script", script = script)
}

/// A sign by its number, and by its name where it is a common one that cannot be seen; else it is `odd` where it stands.
fn sign_named(lang: Lang, sign: char, odd: &'static str) -> String {
    let kind = match sign {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "line-break",
        '\u{a0}' | '\u{2007}' | '\u{202f}' => "no-break",
        '\u{ad}' => "soft-hyphen",
        '\u{200b}' => "zero-width",
        '\u{200c}' | '\u{200d}' => "joiner",
        '\u{2060}' => "word-joiner",
        '\u{feff}' => "byte-order",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "direction"
        }
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' | '\u{1680}' => "width",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "variation",
        _ if is_combining_mark(sign) => "mark",
        _ if unseen(sign) => "unseen",
        _ => odd,
    };
    let number = format!("{:04X}", u32::from(sign));
    say!(lang, "sign", kind = kind, number = number, sign = sign.to_string())
}

/// Published numbers for a seed, in the one form that the record has.
fn numbers(text: &str, talk: &Talk) -> Result<Numbers, Halt> {
    let lang = talk.lang();
    let numbers = Numbers::typed(text).map_err(|bad| {
        let lines = bad.iter().take(MOST_SHOWN).map(|bad| bad_numbers(lang, bad)).collect();
        Halt::refused(Exit::Input, "Z-10", args![]).with_lines(lines)
    })?;
    if text != numbers.to_string() {
        let form = shown(&numbers.to_string());
        talk.say(&format!("{}\n", say!(lang, "form-numbers", form = form)));
    }
    Ok(numbers)
}

fn bad_numbers(lang: Lang, bad: &BadNumbers) -> String {
    match bad {
        BadNumbers::HowMany => say!(lang, "numbers-how-many"),
        BadNumbers::NoNumber { at, part } => {
            let (at, quoted) = (at.to_string(), quoted(part));
            match part.chars().find(|c| !c.is_ascii_digit()) {
                None => say!(lang, "numbers-too-large", at = at, part = quoted),
                Some(sign) => {
                    let sign = sign_named(lang, sign, "no-number");
                    say!(lang, "numbers-sign", at = at, part = quoted, sign = sign)
                }
            }
        }
    }
}

impl SourceArgs {
    /// The evidence; `None` when none is given. `sides` goes with the dice: as typed, or as declared.
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
            let refused = || Halt::refused(Exit::Input, "D-12", args![shown = quoted(shown)]);
            let ticket = ticket.ok_or_else(refused)?;
            return Ok(Some(Evidence::Ticket(ticket).into()));
        }
        if let Some(shown) = &self.dice {
            let sides = sides.ok_or_else(|| Halt::refused(Exit::Input, "Z-11", args![]))?;
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
    let refused = || Halt::refused(Exit::Input, "Z-02", args![shown = quoted(shown)]);
    let throws = throws.ok_or_else(refused)?;
    Dice::new(sides, throws).map_err(|bad| dice_refused(&bad, sides))
}

/// Why dice cannot be used, in words.
pub fn dice_refused(bad: &BadDice, sides: u32) -> Halt {
    let refused = |code, args| Halt::refused(Exit::Input, code, args);
    let (low, high) = if sides == 10 { (0, 9) } else { (1, sides) };
    match bad {
        BadDice::Shape => refused("Z-02", args![shown = "none"]),
        BadDice::Impossible { shown } => refused(
            "Z-03",
            args![
                sides = sides.to_string(),
                shown = shown.to_string(),
                low = low.to_string(),
                high = high.to_string(),
            ],
        ),
        BadDice::TooFew { needed } => refused("Z-04", args![needed = *needed, sides = sides.to_string()]),
        BadDice::ThrowAgain { .. } => refused("Z-05", args![]),
        BadDice::AlreadyDecided { throw } => refused("Z-06", args![throw = throw.to_string()]),
    }
}

fn beacon_refused(bad: BadBeacon, file: &str) -> Halt {
    let file = quoted(file);
    let what = match bad {
        BadBeacon::Empty => "empty",
        BadBeacon::WebPage => "page",
        BadBeacon::NotJson => "not-json",
        BadBeacon::NoSignature => "no-signature",
        BadBeacon::NoRound => "no-round",
        BadBeacon::NoPrevious => "no-previous",
        BadBeacon::Randomness => return Halt::refused(Exit::Input, "Z-08", args![file = file]),
        BadBeacon::Forged => return Halt::refused(Exit::Input, "Z-09", args![file = file]),
    };
    Halt::refused(Exit::Input, "Z-07", args![file = file, what = what])
}
