//! What the public saw when the seed was made. Imports `base` and its siblings.

use super::dice::Dice;
use super::drand::{Chain, Pulse};
use std::fmt;

/// The kinds of source a seed can come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Free words, for instance several people's, or a notary's.
    Text,
    /// Numbers printed for everybody to see: a national lottery, a stock list in a newspaper.
    Lotto,
    /// Dice thrown in public.
    Dice,
    /// A ticket number drawn by hand: balls, a tombola.
    Ticket,
    /// One pulse of the League of Entropy's public beacon.
    Drand,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Text, Self::Lotto, Self::Dice, Self::Ticket, Self::Drand];

    /// The word for it in charters and records.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Lotto => "lotto",
            Self::Dice => "dice",
            Self::Ticket => "ticket",
            Self::Drand => "drand",
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
    Lotto(Words),
    /// Dice.
    Dice(Dice),
    /// A ticket number.
    Ticket(u64),
    /// A beacon pulse. Whether its signature is genuine is checked by the claim about evidence.
    Drand(Pulse),
}

/// Words or numbers as somebody typed them: 1 to 2,000 bytes, one line, no space at either end and no
/// control character. Compared and hashed byte by byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// Takes `text` without the space around it; `None` if nothing is left, or a control character,
    /// or more than 2,000 bytes.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let sound = !text.is_empty() && text.len() <= 2000 && !text.contains(char::is_control);
        sound.then(|| Self(text.to_owned()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Evidence {
    /// Free words as evidence; `None` as in [`Words::new`].
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
        }
    }

    /// Reads the text form, and nothing but the text form.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, rest) = text.split_once('\n')?;
        let evidence = match Source::of_word(word)? {
            Source::Text => Self::Text(Words::new(rest)?),
            Source::Lotto => Self::Lotto(Words::new(rest)?),
            Source::Dice => Self::Dice(Dice::parse(rest)?),
            Source::Ticket => Self::Ticket(rest.parse().ok()?),
            Source::Drand => {
                let mut lines = rest.split('\n');
                let chain = Chain::of_hash(lines.next()?)?;
                let round = lines.next()?.parse().ok()?;
                Self::Drand(Pulse { chain, round, signature: super::drand::bytes(lines.next()?)? })
            }
        };
        (evidence.to_string() == text).then_some(evidence)
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.source().word())?;
        match self {
            Self::Text(words) | Self::Lotto(words) => f.write_str(words.as_str()),
            Self::Dice(dice) => write!(f, "{dice}"),
            Self::Ticket(ticket) => write!(f, "{ticket}"),
            Self::Drand(pulse) => write!(f, "{pulse}"),
        }
    }
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
        assert_eq!(Evidence::text(" \t"), None);
        assert_eq!(Evidence::text("a\u{0}b"), None);
        assert_eq!(Evidence::text(&"x".repeat(2001)), None);
    }
}
