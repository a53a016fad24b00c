//! How people stand after a draw: the words of geloot's own lists, and those by which others say the same. Imports its siblings.

use super::said::Said;
use super::text::{fold, fold_heading};

/// How somebody stands, as far as it matters to lists of those who have a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Has a seat.
    In,
    /// Was asked, and will have a seat if they say yes.
    Asked,
    /// Has none.
    Out,
}

/// Headings of the column with how people stand, after [`fold_heading`]; the first one that is
/// there counts.
pub const HEADINGS: &[&str] = &["status(geloot)", "status"];

/// Whether a heading is of how people stand, however it is put: "deelnamestatus", "status (2)". What they are by law or by work is
/// called so too.
pub fn is_of_standing(heading: &str) -> bool {
    const OTHERS: &[&str] = &[
        "burger",
        "huwelijk",
        "verblijf",
        "marital",
        "civil",
        "migra",
        "employ",
        "arbeid",
        "werk",
        "work",
        "resid",
        "soci",
        "gezin",
        "huishoud",
        "household",
        "famil",
        "woon",
        "housing",
        "health",
        "gezondheid",
        "vaccin",
        "mail",
        "betaal",
        "payment",
        "legal",
    ];
    let key = fold_heading(heading);
    HEADINGS.contains(&key.as_str())
        || key.contains("status") && !OTHERS.iter().any(|other| key.contains(other))
}

/// The words of that column, in both languages and as programs write them, after [`fold`]; what happened to somebody is in
/// the table of [`Said`].
const WORDS: &[(&str, Stands)] = &[
    ("in", Stands::In),
    ("zit erin", Stands::In),
    ("had a seat", Stands::In),
    ("had al een plaats", Stands::In),
    ("seated", Stands::In),
    ("drawn, no answer yet", Stands::Asked),
    ("ingeloot, nog geen antwoord", Stands::Asked),
    ("asked", Stands::Asked),
    ("asked, no answer yet", Stands::Asked),
    ("gevraagd, nog geen antwoord", Stands::Asked),
    ("called, no answer yet", Stands::Asked),
    ("opgeroepen, nog geen antwoord", Stands::Asked),
    ("call now", Stands::Out),
    ("nu bellen", Stands::Out),
    ("due", Stands::Out),
    ("reserve", Stands::Out),
    ("waiting", Stands::Out),
    ("wacht", Stands::Out),
    ("vertrokken", Stands::Out),
    ("did not come", Stands::Out),
    ("not drawn", Stands::Out),
    ("niet ingeloot", Stands::Out),
    ("not-drawn", Stands::Out),
    ("nothing drawn yet", Stands::Out),
    ("nog niet geloot", Stands::Out),
    ("not-yet", Stands::Out),
    ("excluded", Stands::Out),
    ("uitgesloten", Stands::Out),
];

impl Stands {
    /// What a cell says; none if it is no such word. A bare yes or no answers whatever the heading asks.
    pub fn read(cell: &str) -> Option<Self> {
        let key = fold(cell);
        if let Some(&(_, stands)) = WORDS.iter().find(|(word, _)| *word == key) {
            return Some(stands);
        }
        match Said::read(cell)? {
            Said::Confirmed => Some(Self::In),
            Said::Called | Said::NotReached => Some(Self::Asked),
            Said::Declined | Said::Withdrew | Said::NoShow => Some(Self::Out),
            _ => None,
        }
    }

    /// The same, of a folded cell that may explain its word: "reserve (2)".
    pub fn of_start(folded: &str) -> Option<Self> {
        let start =
            || folded.split([',', ';', ':', '(', '!']).next().map(|start| start.trim_matches([' ', '.']));
        Self::read(folded).or_else(|| Self::read(start()?))
    }

    /// Whether somebody has a seat, or will have it if they say yes.
    pub fn is_in(self) -> bool {
        self != Self::Out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_list_says_of_how_people_stand() {
        for (cell, stands) in [
            ("Zit erin", Some(Stands::In)),
            ("drawn, no answer yet", Some(Stands::Asked)),
            ("Afgemeld (ziek)", Some(Stands::Out)),
            ("reserve, 3", Some(Stands::Out)),
            ("NO_SHOW", Some(Stands::Out)),
            ("ja", None),
            ("left", None),
            ("", None),
        ] {
            assert_eq!(Stands::of_start(&fold(cell)), stands, "{cell}");
        }
        assert!(
            WORDS.iter().all(
                |(word, _)| Said::read(word).is_none_or(|said| said == Said::Left) && fold(word) == *word
            )
        );
    }
}
