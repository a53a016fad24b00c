//! The public account of an invitation lottery as data: what everybody may know, from the public part alone. Imports
//! `bundle`, `invite`, `programme`, `verify` and its parent.

use crate::assembly::account::{Account, Asked, described, mandate};
use crate::assembly::frozen::chain;
use crate::assembly::refusal::Refusal;
use crate::bundle::registered::registered_themselves;
use crate::bundle::{Folder, files};
use crate::invite::areas::Area;
use crate::invite::conduct::Chances;
use crate::invite::public::Public;
use crate::invite::record::is_invitation;
use crate::invite::record::{DRAWS, Draw, LETTER_LISTS, TRIALS, WAVES};
use crate::invite::tables::{self, Figure, names};
use crate::invite::waves::{self, Wave};
use crate::programme::written::Written;
use crate::verify::Outcome;
use crate::verify::invite::{Claim, Known, Report, verify};

/// The account.
#[derive(Clone, Debug)]
pub struct LettersAccount {
    /// The public part, read.
    pub public: Public,
    /// What the charter says for people, key and text, in its order.
    pub mandate: Vec<(Option<String>, Vec<String>)>,
    /// The frame of people who registered themselves, where the charter says that they did.
    pub registered: Option<String>,
    /// What the charter says in words of where chance comes from, if it does.
    pub described: Option<String>,
    /// The draws, first to last; the last one counts.
    pub draws: Vec<Draw>,
    /// How many trials were made. They decide nothing.
    pub trials: usize,
    /// Of each stratum what the draw that counts came to, where its list is recorded.
    pub figures: Option<Vec<Figure>>,
    /// What became of the areas, where any are drawn first.
    pub areas: Option<Vec<Area>>,
    /// The key with which everybody can check their own lot.
    pub key: Option<String>,
    /// The waves of letters that are published.
    pub waves: Vec<Wave>,
    /// Every claim that needs no list of people.
    pub report: Report,
}

impl LettersAccount {
    /// Of the record in this folder.
    ///
    /// # Errors
    /// A claim that fails, or a file that cannot be read.
    pub fn of(folder: &Folder) -> Result<Self, Refusal> {
        if !is_invitation(folder) {
            return Err(Refusal::NotLetters);
        }
        // Whoever writes the account may hold the sealed part and the lists as well; they are put aside first.
        let public: Vec<_> = folder.iter().filter(|(path, _)| path.starts_with(files::PUBLIC)).collect();
        let folder: Folder = public.into_iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        let unread = |_| Refusal::public(files::MANIFEST);
        let report = verify(&folder, &Known::default()).map_err(unread)?;
        let fails = |claim: &&Claim| matches!(claim.claim.outcome, Outcome::Fail(_));
        if let Some(claim) = report.claims.iter().find(fails) {
            return Err(Refusal::LettersChanged { claim: Box::new(claim.clone()) });
        }
        let public = Public::read(&folder).map_err(|unreadable| Refusal::public(unreadable.file))?;
        let draws = chain(&DRAWS, &folder)?;
        let (mut figures, mut areas, mut key, mut waves) = (None, None, None, Vec::new());
        if let Some(last) = draws.last() {
            let seed = crate::base::digest::Digest::from_hex(&last.facts.seed);
            if let Some(seed) = &seed {
                let chances = Chances { seed, draw: &last.facts };
                areas = chances.areas(&public);
                key = Some(chances.hash(&public.terms).text().to_owned());
            }
            let record = last.digest.to_string();
            let list = chain(&LETTER_LISTS, &folder)?.into_iter().find(|list| list.facts.record == record);
            if let Some(list) = list {
                let read = |path: String| folder.get(&path).map(Vec::as_slice).unwrap_or_default();
                let found = read(LETTER_LISTS.path(list.number, names::FIGURES));
                let found = tables::read_figures(found, public.people.len());
                figures = Some(found.map_err(|_| Refusal::public(names::FIGURES))?);
                let made = chain(&WAVES, &folder)?.pop();
                if let Some(made) = made.filter(|made| made.facts.letters == list.facts.letters) {
                    let found = waves::read(read(WAVES.path(made.number, names::WAVES)));
                    waves = found.map_err(|_| Refusal::public(names::WAVES))?;
                }
            }
        }
        Ok(Self {
            mandate: mandate(&folder),
            registered: registered_themselves(&folder),
            described: described(&folder),
            trials: chain(&TRIALS, &folder)?.len(),
            draws: draws.into_iter().map(|made| made.facts).collect(),
            figures,
            areas,
            key,
            waves,
            report,
            public,
        })
    }
}

/// The account of a panel's lottery with what the record of its letters says of them.
///
/// # Errors
/// It is not the record that the charter names, nothing is drawn there, or a claim about it fails.
pub fn with_letters(mut account: Account, letters: &Folder) -> Result<Account, Refusal> {
    let record = LettersAccount::of(letters)?;
    let named = |asked: &&mut Asked| record.public.commitment.is_named_by(&asked.line);
    let asked = account.asked.as_mut().filter(named).ok_or(Refusal::OtherLetters)?;
    let written = Written::read(letters).ok_or(Refusal::NoLettersDrawn)?;
    asked.letters = Some((written.letters.iter().sum(), record.public.counts.people));
    Ok(account)
}
