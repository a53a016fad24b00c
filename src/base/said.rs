//! What people write for something that happened: one table of words for lists of every kind, of which each list takes those
//! that can happen there. Imports its sibling `text`.

use super::text::fold;

/// Something that happened, as lists have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// Yes to a letter, or to a seat.
    Yes,
    /// No to a letter, or to a seat.
    No,
    /// Yes to a seat.
    Confirmed,
    /// No to a seat.
    Declined,
    /// Gave up a seat.
    Withdrew,
    /// Is no member any more.
    Left,
    /// Did not come.
    NoShow,
    /// The last event of this person was a mistake.
    Corrected,
    /// A reserve was asked.
    Called,
    /// Somebody tried to reach a person.
    NotReached,
    /// A letter came back.
    Returned,
    /// A letter was sent.
    Letter,
    /// Took part, for so many minutes.
    Served,
    /// Was paid so many cents.
    Paid,
    /// Is a member until a day.
    Term,
    /// Stays a candidate until a day.
    Carried,
    /// Consents to something until a day.
    Consent,
    /// Asked not to be asked.
    DoNotAsk,
    /// Does not live here any more.
    Gone,
}

/// The words for each, after [`fold`] and without hyphens: in English, and in Dutch. The first of each is the one that
/// messages name.
pub const WORDS: &[(Said, &[&str], &[&str])] = &[
    (Said::Yes, &["yes"], &["ja"]),
    (Said::No, &["no"], &["nee"]),
    (
        Said::Confirmed,
        &["confirmed", "confirm", "accepted"],
        &["bevestigd", "bevestigt", "toegezegd", "aanvaard"],
    ),
    (
        Said::Declined,
        &["declined", "decline", "refused"],
        &["afgemeld", "afgezegd", "afmelding", "bedankt", "geweigerd"],
    ),
    (
        Said::Withdrew,
        &["withdrew", "withdrawn", "withdraw"],
        &["gestopt", "teruggetrokken", "trok zich terug"],
    ),
    (Said::Left, &["left"], &["vertrokken"]),
    (
        Said::NoShow,
        &["no show", "noshow", "absent"],
        &["weggebleven", "wegblijver", "niet gekomen", "niet verschenen", "niet komen opdagen", "afwezig"],
    ),
    (
        Said::Corrected,
        &["corrected", "correct", "correction"],
        &["verbeterd", "gecorrigeerd", "correctie", "hersteld"],
    ),
    (
        Said::Called,
        &["called", "call", "reserve called", "called reserve"],
        &["opgeroepen", "reserve opgeroepen", "gebeld", "gevraagd"],
    ),
    (
        Said::NotReached,
        &["not reached", "no answer", "attempt", "tried", "voicemail"],
        &["niet bereikt", "geen antwoord", "geen gehoor", "niet opgenomen", "poging"],
    ),
    (Said::Returned, &["returned"], &["retour"]),
    (Said::Letter, &["letter"], &["brief"]),
    (Said::Served, &["served"], &["deelgenomen"]),
    (Said::Paid, &["paid"], &["betaald"]),
    (Said::Term, &["term"], &["termijn"]),
    (Said::Carried, &["carried"], &["blijft kandidaat"]),
    (Said::Consent, &["consent"], &["toestemming"]),
    (Said::DoNotAsk, &["do not ask"], &["niet vragen"]),
    (Said::Gone, &["gone"], &["weg"]),
];

impl Said {
    /// What a cell says; none if it is no word of the table.
    pub fn read(text: &str) -> Option<Self> {
        let key = fold(text).replace(['-', '_'], " ");
        let has = |words: &[&str]| words.contains(&key.as_str());
        WORDS.iter().find(|(_, english, dutch)| has(english) || has(dutch)).map(|&(said, ..)| said)
    }

    /// The words that messages name: in English, and in Dutch.
    pub fn words(self) -> [&'static str; 2] {
        let own = WORDS.iter().find(|(said, ..)| *said == self);
        own.map_or([""; 2], |(_, english, dutch)| [english[0], dutch[0]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_word_stands_for_one_thing_however_it_is_written() {
        let mut seen = BTreeSet::new();
        for (said, english, dutch) in WORDS {
            assert_eq!(said.words(), [english[0], dutch[0]]);
            for word in english.iter().chain(*dutch) {
                assert_eq!(Said::read(word), Some(*said), "{word}");
                assert!(seen.insert(*word) && !word.contains(['-', '_']) && fold(word) == *word, "{word}");
            }
        }
        for (text, said) in
            [("No-Show", Said::NoShow), ("DO_NOT_ASK", Said::DoNotAsk), ("Niet-gekomen", Said::NoShow)]
        {
            assert_eq!(Said::read(text), Some(said));
        }
        assert_eq!(Said::read("perhaps"), None);
    }
}
