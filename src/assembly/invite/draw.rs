//! Drawing letters: the first draw, later ones, trials, and what an interruption left undone. Imports `bundle`, `invite`
//! and its siblings.

use super::{Invitation, Stop};
use crate::assembly::frozen::chain;
use crate::assembly::patch::{Patch, Step};
use crate::assembly::program::{PROGRAM, reason_of_letters};
use crate::assembly::{Ask, Refusal};
use crate::base::digest::Digest;
use crate::bundle::chain::{Entry, Link};
use crate::bundle::files;
use crate::bundle::record::Declaration;
use crate::bundle::sourced::{self, Ground, Settled};
use crate::invite::Letter;
use crate::invite::areas::Area;
use crate::invite::conduct::Chances;
use crate::invite::persons::{List, Sums};
use crate::invite::plan::Share;
use crate::invite::public::Public;
use crate::invite::record::{DRAWS, Draw, LETTER_LISTS, Listed, OfLetters, TRIALS};
use crate::invite::scan::{Bytes, Hands};
use crate::invite::tables::{self, names};
use crate::seed::{Evidence, Seed};

/// The sealed list of people, and who goes through it.
#[derive(Clone, Copy)]
pub struct People<'a> {
    /// The list.
    pub file: &'a dyn Bytes,
    /// Who does the work.
    pub hands: &'a dyn Hands,
}

impl<'a> People<'a> {
    /// How it is gone through; `due` is what it must add up to, where that is not known to be so.
    pub(super) fn list(&self, public: &Public, due: Option<&'a Sums>) -> List<'a> {
        let (strata, weighted) = (public.people.len(), public.terms.weighted());
        List { file: self.file, strata, weighted, hands: self.hands, due }
    }
}

/// A draw of letters.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Its facts.
    pub draw: Draw,
    /// The areas, if any are drawn.
    pub areas: Option<Vec<Area>>,
    /// The plan as far as it holds in this draw.
    pub plan: Vec<Share>,
    /// The ordered list; none where the frame is in a database, which makes it from the seed.
    pub letters: Option<Vec<Letter>>,
    /// Whether it was made before, by the same act: nothing was drawn now.
    pub again: bool,
    /// What it changes.
    pub patch: Patch,
}

impl Invitation {
    /// The draws made so far, first to last.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn draws(&self) -> Result<Vec<Link<Draw>>, Refusal> {
        chain(&DRAWS, &self.folder)
    }

    /// The seed of a draw.
    pub fn seed(&self, draw: &Draw, first: Option<&Draw>) -> Option<Digest> {
        let evidence = draw.own_evidence().or_else(|| first?.own_evidence())?;
        Some(Seed::derive(&self.public.commitment, &evidence).digest())
    }

    /// Draws; or, when the same act was done before, finds what it drew.
    ///
    /// # Errors
    /// [`Refusal`], or trouble of the system.
    pub fn draw(&self, ask: &Ask<'_>, people: Option<People<'_>>) -> Result<Drawing, Stop> {
        let before = self.draws()?;
        let trials = chain(&TRIALS, &self.folder)?;
        if matches!(ask.evidence.as_ref().map(Evidence::deciding), Some(Evidence::Ticket(_))) {
            return Err(Refusal::LettersByHand.into());
        }
        let because = reason_of_letters(ask.because)?;
        let departure = reason_of_letters(ask.departure)?;
        let last = if ask.trial { trials.last() } else { before.last() };
        let first = before.first().map(|first| &first.facts);
        let known = first.and_then(Draw::own_evidence);
        let repeats = last.filter(|last| {
            let own = ask
                .evidence
                .clone()
                .filter(|e| last.facts.draw == 1 || ask.trial || known.as_ref() != Some(e));
            own == last.facts.own_evidence()
                && because == last.facts.because
                && departure == last.facts.departure
        });
        if let Some(last) = repeats {
            let seed = self.seed(&last.facts, first).ok_or_else(|| Refusal::public(files::DRAW))?;
            let mut drawing = self.follow(&last.facts, &seed, &last.digest, people)?;
            drawing.again = drawing.patch.is_empty();
            return Ok(drawing);
        }
        let made = first.filter(|_| !ask.trial).map(|first| (first.own_evidence(), first.source));
        let used = sourced::used(
            before.iter().skip(1).map(|made| &made.facts),
            trials.iter().map(|made| &made.facts),
        );
        let ground = Ground {
            used: &used,
            commitment: &self.public.commitment,
            charter: &self.public.charter,
            first: made.as_ref(),
            trial: ask.trial,
        };
        let asked = sourced::Asked {
            evidence: ask.evidence.as_ref(),
            because: because.is_some(),
            departure: departure.is_some(),
        };
        let declared = self.public.charter.seed.as_ref();
        let settled = sourced::settle(&ground, asked);
        let Settled { own, seed, source } =
            settled.map_err(|refusal| Refusal::of_draw(refusal, ask.evidence.as_ref(), declared, None))?;
        if let Some(Evidence::Dice(dice)) = own.as_ref().map(Evidence::deciding) {
            dice.ticket(crate::invite::record::OUTCOMES)
                .map_err(|bad| Refusal::Dice { bad, sides: dice.sides() })?;
        }
        let number = if ask.trial { TRIALS.read(&self.folder).next() } else { before.len() as u32 + 1 };
        let draw = Draw {
            because,
            commitment: self.public.commitment.digest().to_string(),
            draw: number,
            evidence: own.as_ref().map(ToString::to_string),
            departure,
            previous: before.last().filter(|_| !ask.trial).map(|made| made.digest.to_string()),
            program: PROGRAM.to_owned(),
            rules: self.public.rules.number(),
            seed: seed.digest().to_string(),
            source: if ask.trial { Declaration::Trial } else { source },
            void: ask.trial,
            own: OfLetters {},
        };
        let entry = self.entry(&draw, &seed.digest(), ask);
        let mut drawing = self.follow(&draw, &seed.digest(), &entry.digest, people)?;
        drawing.patch.steps.insert(0, Patch::record(&entry));
        Ok(drawing)
    }

    /// The public record of a draw.
    fn entry(&self, draw: &Draw, seed: &Digest, ask: &Ask<'_>) -> Entry {
        let mut lists = Vec::new();
        if let Some(areas) = (Chances { seed, draw }).areas(&self.public) {
            lists.push((names::AREAS, tables::areas(&areas)));
        }
        let beacon = ask.beacon.as_ref().filter(|_| draw.evidence.is_some());
        lists.extend(beacon.map(|b| (files::BEACON, b.record().into_bytes())));
        draw.kind().append(draw, lists)
    }

    /// What follows from a draw, and what of it is not there yet.
    fn follow(
        &self,
        draw: &Draw,
        seed: &Digest,
        digest: &Digest,
        people: Option<People<'_>>,
    ) -> Result<Drawing, Stop> {
        let chances = Chances { seed, draw };
        let (areas, plan) = (chances.areas(&self.public), chances.plan(&self.public));
        let Some(people) = people else {
            return Ok(Drawing {
                draw: draw.clone(),
                areas,
                plan,
                letters: None,
                again: false,
                patch: Patch::default(),
            });
        };
        // Of people that are not those of the frame nothing follows.
        let Public { buckets, people: counts, weights, .. } = &self.public;
        let due = Sums { buckets: buckets.clone(), people: counts.clone(), weights: weights.clone() };
        let list = people.list(&self.public, Some(&due));
        let letters = chances.letters(&self.public, &list)?.ok_or(Refusal::OtherPeople)?;
        let patch = self.listed(draw, digest, &plan, &letters)?;
        Ok(Drawing { draw: draw.clone(), areas, plan, letters: Some(letters), again: false, patch })
    }

    /// What records the ordered list of a draw, and gives it to the clerk, as far as it is not there yet.
    /// `plan` is what holds in this draw.
    pub(super) fn listed(
        &self,
        draw: &Draw,
        digest: &Digest,
        plan: &[Share],
        letters: &[Letter],
    ) -> Result<Patch, Refusal> {
        let list = tables::clerks(letters, self.public.homes.is_some(), draw.void);
        let own = Digest::of(&list).to_string();
        let lists = chain(&LETTER_LISTS, &self.folder)?;
        let record = digest.to_string();
        let mut patch = Patch::default();
        match lists.iter().find(|made| made.facts.record == record) {
            Some(made) if made.facts.letters != own => return Err(Refusal::OtherList),
            Some(_) => {}
            None => {
                let facts = Listed {
                    commitment: self.public.commitment.digest().to_string(),
                    draw: draw.draw,
                    letters: own,
                    list: lists.len() as u32 + 1,
                    previous: lists.last().map(|made| made.digest.to_string()),
                    program: PROGRAM.to_owned(),
                    record,
                    rules: self.public.rules.number(),
                    void: draw.void,
                };
                let figures = tables::figures(&self.public.people, plan, letters);
                patch
                    .steps
                    .push(Patch::record(&LETTER_LISTS.append(&facts, vec![(names::FIGURES, figures)])));
            }
        }
        let keys = letters.iter().any(|letter| !letter.key.is_empty());
        let mut own = vec![(names::LETTERS, list)];
        let post = || tables::post(&self.public.strata, plan, draw.void, letters);
        own.extend(keys.then(|| (names::POST, post())));
        if draw.void {
            let place = format!("{}{}/", files::TRIALS, draw.draw);
            if files::below(&self.folder, &place).next().is_none() {
                let files = own.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
                patch.steps.push(Step::Folder { place, files });
            }
            return Ok(patch);
        }
        let away = format!("{}{}/", files::ANNULLED, draw.draw - 1);
        for (name, bytes) in own {
            match self.folder.get(name) {
                Some(found) if *found == bytes => continue,
                Some(_) if draw.draw > 1 && !self.folder.contains_key(&format!("{away}{name}")) => {
                    patch.steps.push(Step::Move { from: name.to_owned(), to: format!("{away}{name}") });
                }
                Some(_) => return Err(Refusal::OtherList),
                None => {}
            }
            patch.steps.push(Step::File { path: name.to_owned(), bytes });
        }
        Ok(patch)
    }
}
