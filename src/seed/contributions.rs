//! Sealed words of several people as evidence. Imports `base` and its siblings.
//!
//! Whoever says the last word has heard the others and could try until the panel suits them. So each
//! writes their words down before anything is frozen and hands in a digest of them; the charter holds the
//! digests. At the draw all open theirs. One person who kept theirs secret is enough: nobody could choose
//! the seed.

pub use super::evidence::Contributions;
use super::evidence::{Evidence, Source};
pub use super::slip::{Sealed, Slip, salt_of};
use std::fmt;

/// Roles that a charter may name.
pub const ROLES: std::ops::RangeInclusive<usize> = 2..=100;

impl Contributions {
    /// Puts them together; `None` unless there is a second source if, and only if, somebody is missing, it is neither
    /// contributions again nor words, which somebody could choose, and there are as many roles as there may be.
    pub fn new(slips: Vec<Option<Slip>>, second: Option<Evidence>) -> Option<Self> {
        let missing = slips.iter().any(Option::is_none);
        let sound = ROLES.contains(&slips.len())
            && second.is_some() == missing
            && second.as_ref().is_none_or(|second| !second.source().is_words());
        sound.then(|| Self { slips, second: second.map(Box::new) })
    }

    /// What each role opened.
    pub fn slips(&self) -> &[Option<Slip>] {
        &self.slips
    }

    /// The evidence of the second source, if somebody did not open theirs.
    pub fn second(&self) -> Option<&Evidence> {
        self.second.as_deref()
    }

    /// Reads what [`Contributions`] displays; not everything that is read displays as what was read.
    pub fn parse(text: &str) -> Option<Self> {
        let (slips, second) = match text.split_once("\notherwise\n") {
            // Contributions within contributions are none, however deep.
            Some((_, second)) if second.starts_with(Source::Contributions.word()) => return None,
            Some((slips, second)) => (slips, Some(Evidence::parse(second)?)),
            None => (text, None),
        };
        let slip = |line: &str| if line == "-" { Some(None) } else { Slip::parse(line).map(Some) };
        Self::new(slips.split('\n').map(slip).collect::<Option<_>>()?, second)
    }
}

impl fmt::Display for Contributions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |slip: &Option<Slip>| slip.as_ref().map_or("-".to_owned(), Slip::to_string);
        f.write_str(&self.slips.iter().map(line).collect::<Vec<_>>().join("\n"))?;
        self.second.as_ref().map_or(Ok(()), |second| write!(f, "\notherwise\n{second}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::words::Words;

    fn slip(first: u8, words: &str) -> Slip {
        Slip { salt: [first; 16], words: Words::new(words).unwrap() }
    }

    #[test]
    fn a_slip_is_bound_to_its_salt_and_words() {
        let one = slip(7, "appel peer");
        assert_eq!(one.to_string(), "07070707070707070707070707070707 appel peer");
        assert_eq!(Slip::parse(&one.to_string()), Some(one.clone()));
        assert_ne!(one.sealed(), slip(8, "appel peer").sealed());
        assert_ne!(one.sealed(), slip(7, "appel peren").sealed());
        let sealed = one.sealed().to_string();
        assert_eq!(Sealed::parse(&sealed), Some(one.sealed()));
        for bad in [&sealed[1..], &sealed[..sealed.len() - 1], &sealed.to_uppercase(), &format!("{sealed} ")]
        {
            assert_eq!(Sealed::parse(bad), None, "{bad}");
        }
        for bad in
            ["07 appel", "appel", "0707070707070707070707070707070G a", "07070707070707070707070707070707  a"]
        {
            assert_eq!(Slip::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_second_source_is_there_if_and_only_if_somebody_is_missing() {
        let (a, b) = (slip(1, "een"), slip(2, "twee"));
        let second = Evidence::parse("lotto\n3").unwrap();
        assert!(Contributions::new(vec![Some(a.clone()), Some(b.clone())], None).is_some());
        assert!(Contributions::new(vec![Some(a.clone()), Some(b)], Some(second.clone())).is_none());
        assert!(Contributions::new(vec![Some(a.clone()), None], None).is_none());
        assert!(Contributions::new(vec![Some(a.clone())], None).is_none());
        assert!(Contributions::new(vec![None; 101], Some(second.clone())).is_none());
        let missing = Contributions::new(vec![Some(a.clone()), None], Some(second)).unwrap();
        assert_eq!(missing.to_string(), format!("{a}\n-\notherwise\nlotto\n3"));
        let nested = Contributions::new(vec![None, None], Some(Evidence::Contributions(missing)));
        assert_eq!(nested, None);
        assert_eq!(Contributions::new(vec![None, None], Evidence::text("drie")), None);
    }

    #[test]
    fn what_is_shown_is_read_and_nothing_within_itself() {
        let (a, b) = (slip(1, "een"), slip(2, "twee"));
        let second = Evidence::parse("lotto\n3").unwrap();
        for (slips, second) in [
            (vec![Some(a.clone()), Some(b)], None),
            (vec![Some(a), None], Some(second)),
            (vec![None; 2], Evidence::parse("ticket\n3")),
        ] {
            let whole = Contributions::new(slips.clone(), second.clone()).unwrap();
            assert_eq!(Contributions::parse(&whole.to_string()), Some(whole.clone()));
            assert_eq!((whole.slips(), whole.second()), (&slips[..], second.as_ref()));
            let own = Evidence::Contributions(whole);
            assert_eq!(own.deciding(), second.as_ref().unwrap_or(&own));
        }
        let deep = "-\n-\notherwise\ncontributions\n".repeat(300_000) + "-\n-\notherwise\nlotto\n3";
        assert_eq!(Contributions::parse(&deep), None);
    }
}
