//! What the charter of the next lottery has to say of the programme, and whether one says it. Imports `bundle`, `invite`,
//! `programme` and its siblings.

use super::Programme;
use super::no::No;
use crate::bundle::Folder;
use crate::bundle::registered::{SELF_REGISTERED, registered_themselves};
use crate::invite::Homes;
use crate::programme::Rules;
use crate::programme::claims::Whom;
use crate::programme::entry::Sort;

/// What a charter says of the programme, and of the frame that people are drawn from: whoever reads the record must see
/// whether these people had registered themselves.
///
/// For whom is drawn is frozen too: the body that the seats are of, or else the frame that letters go to. Chosen afterwards it
/// could be another, of which nobody who was drawn is barred.
pub(super) fn charter(rules: &Rules, head: &str, frame: &str, body: Option<&str>) -> Vec<u8> {
    let mut own = toml::Table::new();
    match body {
        Some(body) => own.insert("body".into(), body.into()),
        None => own.insert("frame".into(), frame.into()),
    };
    if rules.linkable {
        // Frozen with the lottery: whoever is drawn can know that their code is the same in the next one.
        own.insert("linkable".into(), true.into());
    }
    if rules.frames.iter().any(|own| own.name == frame && own.self_registered) {
        own.insert("frame".into(), frame.into());
        own.insert("kind".into(), SELF_REGISTERED.into());
    }
    own.insert("name".into(), rules.name.clone().into());
    own.insert("head".into(), head.into());
    let mut all = toml::Table::new();
    all.insert("programme".into(), own.into());
    all.to_string().into_bytes()
}

impl Programme {
    /// Refuses another body, or another frame for letters, than the charter of a lottery says.
    pub(super) fn as_frozen(&self, whom: &Whom, sort: Sort, given: &str) -> Result<(), No> {
        let letters = sort == Sort::Letters;
        let charter = if letters { &whom.frame } else { &whom.body }.clone().unwrap_or_default();
        let other = || No::OtherBody { charter, given: given.to_owned(), letters };
        if whom.allows(sort, given) { Ok(()) } else { Err(other()) }
    }

    /// The frame that letters went to: that of their charter, if it names one, or else as `add` was told.
    pub(super) fn frame_as_frozen(&self, whom: &Whom, given: Option<&str>) -> Result<String, No> {
        if let Some(body) = &whom.body {
            return Err(No::BodyAsLetters { charter: body.clone() });
        }
        if let Some(given) = given {
            self.as_frozen(whom, Sort::Letters, given)?;
        }
        self.frame(whom.frame.as_deref().or(given))
    }
}

/// The frame of people who registered themselves, where the charter of a lottery among them does not say so.
pub(super) fn unsaid(rules: &Rules, folder: &Folder, frame: &str) -> Option<String> {
    let own = rules.frame(frame).is_some_and(|own| own.self_registered);
    (own && registered_themselves(folder).is_none()).then(|| frame.to_owned())
}

/// What a charter says of an invitation lottery.
pub(super) struct Asked<'a> {
    /// The heading of the ids.
    pub id: &'a str,
    /// The headings of the strata.
    pub strata: &'a [&'a str],
    /// Letters in all.
    pub letters: u64,
    /// The frame.
    pub frame: &'a str,
}

/// The charter of an invitation lottery, but for the source of its seed.
pub(super) fn invitation(rules: &Rules, head: &str, asked: &Asked<'_>) -> Vec<u8> {
    let (mut columns, mut letters) = (toml::Table::new(), toml::Table::new());
    columns.insert("key".into(), asked.id.into());
    if asked.strata.is_empty() {
        letters.insert("number".into(), i64::try_from(asked.letters).unwrap_or(i64::MAX).into());
    } else {
        let strata = asked.strata.iter().map(|&heading| heading.into()).collect::<Vec<toml::Value>>();
        columns.insert("strata".into(), strata.into());
        letters.insert("share".into(), "listed".into());
    }
    // What stands there without being said: whoever copies it sees that there is a choice.
    letters.insert("homes".into(), Homes::Any.word().into());
    let mut all = toml::Table::new();
    all.insert("columns".into(), columns.into());
    all.insert("letters".into(), letters.into());
    [all.to_string().into_bytes(), charter(rules, head, asked.frame, None)].join(&b"\n"[..])
}
