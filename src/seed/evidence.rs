//! What the public saw when the seed was made. Imports `base` and its siblings.

use super::dice::Dice;
use super::drand::{Chain, Pulse};
use super::numbers::Numbers;
use super::slip::Slip;
use super::words::Words;
use std::fmt;

/// The kinds of source a seed can come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Free words, for instance a notary's.
    Text,
    /// Numbers printed for everybody to see: a national lottery, a stock list in a newspaper.
    Lotto,
    /// Dice thrown in public.
    Dice,
    /// A ticket number drawn by hand: balls, a tombola.
    Ticket,
    /// One pulse of the League of Entropy's public beacon.
    Drand,
    /// Words of several people, sealed before the freeze.
    Contributions,
}

impl Source {
    /// Whether whoever speaks or types chooses what it gives.
    pub fn is_words(self) -> bool {
        matches!(self, Self::Text | Self::Contributions)
    }

    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Lotto, Self::Dice, Self::Ticket, Self::Drand, Self::Contributions];

    /// The word for it in charters and records.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Lotto => "lotto",
            Self::Dice => "dice",
            Self::Ticket => "ticket",
            Self::Drand => "drand",
            Self::Contributions => "contributions",
        }
    }

    /// The source of that name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.word() == word)
    }
}

/// Evidence of one draw. Its text form ([`fmt::Display`]) is what the seed is derived from: the word
/// of the source, a line feed, and the evidence itself; see `src/draw/SPEC.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Free words.
    Text(Words),
    /// Published numbers.
    Lotto(Numbers),
    /// Dice.
    Dice(Dice),
    /// A ticket number.
    Ticket(u64),
    /// A beacon pulse. Whether its signature is genuine is checked by the claim about evidence.
    Drand(Pulse),
    /// What several people opened. Whether it is what they sealed is checked by the claim about evidence.
    Contributions(Contributions),
}

impl Evidence {
    /// Free words in their one form as evidence; `None` as in [`Words::new`].
    pub fn text(text: &str) -> Option<Self> {
        Words::new(text).map(Self::Text)
    }

    /// The kind of source.
    pub fn source(&self) -> Source {
        match self {
            Self::Text(_) => Source::Text,
            Self::Lotto(_) => Source::Lotto,
            Self::Dice(_) => Source::Dice,
            Self::Ticket(_) => Source::Ticket,
            Self::Drand(_) => Source::Drand,
            Self::Contributions(_) => Source::Contributions,
        }
    }

    /// The evidence that decides: of contributions that are not complete, that of the second source.
    pub fn deciding(&self) -> &Self {
        match self {
            Self::Contributions(contributions) => contributions.second().unwrap_or(self),
            _ => self,
        }
    }

    /// What the seed follows from: of the evidence that decides all, but of dice the last throw alone. A throw that had to be
    /// repeated can be made up, and whoever writes the record could else choose among the seeds that it gives.
    pub fn decisive(&self) -> Self {
        match self.deciding() {
            Self::Dice(dice) => Self::Dice(dice.last()),
            other => other.clone(),
        }
    }

    /// Reads the text form, and nothing but the text form.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, rest) = text.split_once('\n')?;
        let evidence = match Source::of_word(word)? {
            Source::Text => Self::Text(Words::new(rest)?),
            Source::Lotto => Self::Lotto(Numbers::parse(rest)?),
            Source::Dice => Self::Dice(Dice::parse(rest)?),
            Source::Ticket => Self::Ticket(rest.parse().ok()?),
            Source::Drand => {
                let mut lines = rest.split('\n');
                let chain = Chain::of_hash(lines.next()?)?;
                let round = lines.next()?.parse().ok()?;
                Self::Drand(Pulse { chain, round, signature: super::drand::bytes(lines.next()?)? })
            }
            Source::Contributions => Self::Contributions(Contributions::parse(rest)?),
        };
        (evidence.to_string() == text).then_some(evidence)
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.source().word())?;
        match self {
            Self::Text(words) => f.write_str(words.as_str()),
            Self::Lotto(numbers) => write!(f, "{numbers}"),
            Self::Dice(dice) => write!(f, "{dice}"),
            Self::Ticket(ticket) => write!(f, "{ticket}"),
            Self::Drand(pulse) => write!(f, "{pulse}"),
            Self::Contributions(contributions) => write!(f, "{contributions}"),
        }
    }
}

/// What was opened, in the order of the charter's roles. If somebody did not open theirs, the seed is that
/// of the second source, and what the others opened decides nothing: otherwise whoever writes the record
/// could choose whom to leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contributions {
    pub(super) slips: Vec<Option<Slip>>,
    pub(super) second: Option<Box<Evidence>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_text_is_read_back() {
        for good in
            ["text\nappel", "lotto\n3 17 22 39 40 41", "dice\n10\n1 8 7", "dice\n6\n6 6\n1 2", "ticket\n187"]
        {
            assert_eq!(Evidence::parse(good).unwrap().to_string(), good);
        }
        for bad in [
            "text\n appel",
            "text\n",
            "text",
            "Text\nappel",
            "text\nap\npel",
            "ticket\n0187",
            "ticket\n-1",
            "ticket\n1.0",
            "dice\n10\n1,8,7",
            "oracle\n1",
            "",
            "drand\n00\n1\n00",
        ] {
            assert_eq!(Evidence::parse(bad), None, "{bad:?}");
        }
        let decisive = |text: &str| Evidence::parse(text).unwrap().decisive().to_string();
        assert_eq!(decisive("dice\n6\n6 6\n5 6\n1 2"), "dice\n6\n1 2");
        assert_eq!(decisive("dice\n10\n1 8 7"), "dice\n10\n1 8 7");
        assert_eq!(decisive("lotto\n3 17"), "lotto\n3 17");
        let words: Vec<Source> = Source::ALL.into_iter().filter(|source| source.is_words()).collect();
        assert_eq!(words, [Source::Text, Source::Contributions]);
        assert_eq!(Evidence::text("appel"), Evidence::parse("text\nappel"));
        assert_eq!(Evidence::text(" \t"), None);
        assert_eq!(Evidence::text("a\u{0}b"), None);
        assert_eq!(Evidence::text(&"x".repeat(2001)), None);
    }
}
