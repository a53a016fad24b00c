//! What can happen to a person over the years, and why somebody may not be drawn. Imports nothing of ours.

use std::collections::BTreeSet;

/// Declares a list of words.
macro_rules! words {
    ($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $item:ident $word:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $item,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$item,)*];

            /// Its word in files.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$item => $word,)*
                }
            }

            /// The one that this word names.
            pub fn of_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.word() == word)
            }
        }
    };
}

words! {
    /// An event of a person.
    Event {
        /// Was in the pool of a lottery; the number is the tickets that seat them.
        Pool "pool",
        /// Was drawn.
        Drawn "drawn",
        /// Is in reserve; the number is their place.
        Reserve "reserve",
        /// Was excluded on a ground of the programme; the number is that of the ground.
        Excluded "excluded",
        /// Had a seat already when others were drawn.
        Stays "stays",
        /// A reserve was called.
        Called "called",
        /// Said yes to a seat.
        Confirmed "confirmed",
        /// Said no to a seat.
        Declined "declined",
        /// Withdrew after saying yes.
        Withdrew "withdrew",
        /// Did not come.
        NoShow "no-show",
        /// The event before was a mistake.
        Corrected "corrected",
        /// Was sent a letter.
        Letter "letter",
        /// Joined the turns of letters; `until` is the day of the last letter that they took over.
        Joined "joined",
        /// Answered yes to a letter.
        Yes "yes",
        /// Answered no to a letter.
        No "no",
        /// Served; the number is minutes.
        Served "served",
        /// Was paid; the number is cents.
        Paid "paid",
        /// Has a seat until a day.
        Term "term",
        /// Left a seat.
        Left "left",
        /// Stays a candidate until a day.
        Carried "carried",
        /// Agreed to be in the register until a day.
        Consent "consent",
        /// Does not want to be asked, until a day or for good.
        DoNotAsk "do-not-ask",
        /// Is no longer in the register.
        Gone "gone",
        /// Was erased, and stays barred until a day.
        Barred "barred",
        /// Is the person whose code is in `edition`.
        Link "link",
    }
}

words! {
    /// Why the programme bars somebody from a lottery. The words are the grounds in lists of excluded people.
    Ground {
        /// Served, or did what else the rules name, not long ago.
        CoolOff "cool-off",
        /// Asked not to be asked.
        DoNotAsk "do-not-ask",
        /// Gave as many hours, or got as much money, as the rules allow.
        Limit "limit",
        /// Has a seat in a body that does not go with this one.
        Mandate "other seat",
        /// Is not of the group from which this body is drawn.
        Frame "not of the frame",
        /// Agreed to be in the register, and that has ended.
        Consent "no consent",
    }
}

impl Ground {
    /// Its number in rows, from 1.
    pub fn number(self) -> u64 {
        self as u64 + 1
    }

    /// The grounds that stand in a list of excluded people, however they are written: by their letters from a to z, so that
    /// nobody is barred on one of them without being counted, by another case or another hyphen.
    pub fn of_text(text: &str) -> BTreeSet<Self> {
        let letters = |text: &str| -> String {
            text.chars().flat_map(char::to_lowercase).filter(char::is_ascii_lowercase).collect()
        };
        let named = |part: &str| {
            let own = letters(part);
            Self::ALL.iter().copied().find(|ground| letters(ground.word()) == own)
        };
        text.split(';').filter_map(named).collect()
    }

    /// The ground of a number.
    pub fn of_number(number: u64) -> Option<Self> {
        Self::ALL.iter().copied().find(|ground| ground.number() == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_both_ways() {
        assert!(Event::ALL.iter().all(|&event| Event::of_word(event.word()) == Some(event)));
        assert!(Ground::ALL.iter().all(|&ground| Ground::of_number(ground.number()) == Some(ground)));
        assert_eq!(Event::of_word("Letter"), None);
        assert_eq!(Ground::of_number(0), None);
        for text in
            ["cool-off", "Cool-off", "COOL OFF", " cool\u{2011}off ", "cooloff; cool-off", "flag; Cool–Off"]
        {
            assert_eq!(Ground::of_text(text), BTreeSet::from([Ground::CoolOff]), "{text}");
        }
        let two = BTreeSet::from([Ground::Limit, Ground::Mandate]);
        assert_eq!(Ground::of_text("other seat; Limit"), two);
        assert_eq!(Ground::of_text("works for the council; cool"), BTreeSet::new());
    }
}
