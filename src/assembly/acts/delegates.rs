//! Delegates: freezing the willing, drawing, and who is next. Imports `deliberation`, `bundle` and its siblings.

use super::ballot::of_source;
use super::{Act, Deliberating, Making, Refusal, is_adopted, no, sound, terms_of};
use crate::base::fault::Place;
use crate::base::text::tidy;
use crate::bundle::acts::{self, ACTS, CalledTerms, DelegatesTerms, Sort, WillingTerms};
use crate::bundle::{clerk, files};
use crate::deliberation::delegates;
use crate::deliberation::rows::{Class, Delegate, Standing, Verdict, Willing};
use crate::deliberation::rule::{SOURCES, is_name};
use crate::deliberation::sheet::Source;
use crate::deliberation::wrong::{Found, What, listed};
use crate::draw::Label;
use crate::seed::evidence::Source as Chance;
use crate::seed::{Evidence, Seed};

/// The willing of a group, frozen.
pub struct Grouped {
    /// The act.
    pub act: Act,
    /// Who is willing.
    pub willing: Vec<Willing>,
    /// How many places there are.
    pub places: u64,
    /// The willing with all columns of the clerk, as a pool for a lottery with quotas.
    pub pool: Vec<u8>,
    /// What somebody should look at.
    pub found: Found,
}

/// A group of delegates.
pub struct DelegatesDrawn {
    /// The act.
    pub act: Act,
    /// The group, in its order.
    pub group: Vec<Delegate>,
    /// Who was called just now.
    pub called: Option<String>,
}

impl Deliberating<'_> {
    fn coded(&self) -> Result<Vec<String>, Refusal> {
        if self.is_in.codes.is_some() { Ok(self.drawn()) } else { Err(no(What::NoCodes)) }
    }

    /// The act that froze the willing of a group.
    fn willing_of(&self, name: &str) -> Result<Option<(u32, WillingTerms)>, Refusal> {
        for act in self.of(Sort::Willing) {
            let terms: WillingTerms = self.terms(act)?;
            if terms.name == name {
                return Ok(Some((act, terms)));
            }
        }
        Ok(None)
    }

    /// The last act with a group that was drawn.
    fn group_of(&self, name: &str) -> Result<Option<u32>, Refusal> {
        let mut last = None;
        for act in self.of(Sort::Delegates) {
            last = last.max((self.terms::<DelegatesTerms>(act)?.name == name).then_some(act));
        }
        for act in self.of(Sort::Called) {
            last = last.max((self.terms::<CalledTerms>(act)?.name == name).then_some(act));
        }
        Ok(last)
    }

    /// Freezes who is willing to be in a group, how many places it has and where chance will come from.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn freeze_willing(
        &self,
        name: &str,
        list: Source<'_>,
        (places, chance): (u64, Chance),
        date: &str,
    ) -> Result<Grouped, Refusal> {
        let mut found = Found::default();
        let drawn = self.coded()?;
        if !is_name(name) {
            found.push(What::BadName, Place::default());
        }
        if !SOURCES.contains(&chance) {
            found.push(What::NoEvidence { declared: chance.word() }, Place::default());
        }
        if let Some((act, _)) = self.willing_of(name)? {
            found.push(What::GroupDone { name: name.to_owned(), act }, Place::default());
        }
        let willing = delegates::willing(list, &drawn, &|text| self.who(text), &mut found);
        if (willing.len() as u64) < places && !found.stop() {
            let what = What::FewWilling { willing: willing.len() as u64, places };
            found.push(what, Place::file(list.name));
        }
        let found = sound(found)?;
        let terms = WillingTerms { name: name.to_owned(), places, source: chance.word().to_owned() };
        let lists = vec![terms_of(&terms), (files::WILLING, acts::table(&willing))];
        let act = self.publish(Making { sort: Sort::Willing, date, replaces: None }, lists)?;
        let pool = self.pool_of(&willing);
        Ok(Grouped { act, willing, places, pool, found })
    }

    /// The willing with all columns of the clerk.
    fn pool_of(&self, willing: &[Willing]) -> Vec<u8> {
        let frozen = self.frozen;
        let is_willing = |i: usize| {
            let code = frozen.codes[i].1.to_string();
            willing.binary_search_by(|it| it.code.as_str().cmp(&code)).is_ok()
        };
        clerk::list(&frozen.pool, &frozen.columns, false, is_willing)
    }

    /// Draws a group from evidence of the declared source.
    ///
    /// # Errors
    /// The group was not frozen, or drawn already; the evidence is of another source.
    pub fn draw_group(&self, name: &str, evidence: &Evidence, date: &str) -> Result<DelegatesDrawn, Refusal> {
        let Some((act, terms)) = self.willing_of(name)? else { return Err(self.no_group(name)?) };
        self.not_drawn(name)?;
        let source = Chance::of_word(&terms.source);
        of_source(evidence, source.ok_or_else(|| Refusal::Damaged { file: ACTS.path(act, files::TERMS) })?)?;
        let line = acts::line(&self.frozen.folder, act);
        let line = line.ok_or_else(|| Refusal::Damaged { file: ACTS.path(act, files::MANIFEST) })?;
        let seed = Seed::derive(&line, evidence);
        let willing: Vec<Willing> = self.rows(act, files::WILLING)?;
        let group = delegates::draw(&willing, name, terms.places, &seed);
        let terms = DelegatesTerms {
            evidence: Some(evidence.to_string()),
            label: Some(Label::Delegates(name.to_owned()).to_string()),
            name: name.to_owned(),
            result: None,
            seed: Some(seed.digest().to_string()),
            willing: Some(act),
        };
        self.grouped(&terms, group, date)
    }

    /// Takes a group from the result of a ballot over people, whose options are their codes.
    ///
    /// # Errors
    /// There is no such ballot, it was not counted, or its options are no people who are in.
    pub fn chosen_group(&self, name: &str, ballot: &str, date: &str) -> Result<DelegatesDrawn, Refusal> {
        let drawn = self.coded()?;
        if !is_name(name) {
            return Err(no(What::BadName));
        }
        self.not_drawn(name)?;
        let frozen = self.ballot(ballot)?;
        let not_yet = || no(What::NotYet { name: ballot.to_owned() });
        let result = self.result(&frozen)?.ok_or_else(not_yet)?;
        if result.verdicts.iter().any(|it| matches!(it.class, Class::Undecided | Class::Tied)) {
            return Err(not_yet());
        }
        if frozen.options.iter().any(|it| drawn.binary_search(&it.option).is_err()) {
            return Err(no(What::NotIn));
        }
        let group = of_votes(&result.verdicts);
        let terms = DelegatesTerms {
            evidence: None,
            label: None,
            name: name.to_owned(),
            result: Some(result.act),
            seed: None,
            willing: None,
        };
        self.grouped(&terms, group, date)
    }

    fn grouped(
        &self,
        terms: &DelegatesTerms,
        group: Vec<Delegate>,
        date: &str,
    ) -> Result<DelegatesDrawn, Refusal> {
        let lists = vec![terms_of(terms), (files::DELEGATES, acts::table(&group))];
        let act = self.publish(Making { sort: Sort::Delegates, date, replaces: None }, lists)?;
        Ok(DelegatesDrawn { act, group, called: None })
    }

    fn not_drawn(&self, name: &str) -> Result<(), Refusal> {
        match self.group_of(name)? {
            Some(act) => Err(no(What::GroupDone { name: name.to_owned(), act })),
            None => Ok(()),
        }
    }

    fn no_group(&self, name: &str) -> Result<Refusal, Refusal> {
        let mut known = Vec::new();
        for act in self.of(Sort::Willing) {
            known.push(self.terms::<WillingTerms>(act)?.name);
        }
        Ok(no(What::NoGroup { name: name.to_owned(), known: listed(&known) }))
    }

    /// Somebody of a group gives up; the first alternate is called if they had a place.
    ///
    /// # Errors
    /// The group was not drawn, or that person has no part in it.
    pub fn next_delegate(&self, name: &str, gone: &str, date: &str) -> Result<DelegatesDrawn, Refusal> {
        let Some(before) = self.group_of(name)? else {
            return Err(match self.willing_of(name)? {
                Some(_) => no(What::GroupOpen { name: name.to_owned() }),
                None => self.no_group(name)?,
            });
        };
        let group: Vec<Delegate> = self.rows(before, files::DELEGATES)?;
        let code = self.who(&tidy(gone)).unwrap_or_default();
        let Some((group, called)) = delegates::after(&group, &code) else {
            return Err(no(What::NotDelegate));
        };
        let terms = CalledTerms { before, called: called.clone(), name: name.to_owned(), withdrew: code };
        let lists = vec![terms_of(&terms), (files::DELEGATES, acts::table(&group))];
        let act = self.publish(Making { sort: Sort::Called, date, replaces: None }, lists)?;
        Ok(DelegatesDrawn { act, group, called })
    }
}

/// A group as a ballot over people makes it: who is in, by votes and then in the order of the ballot.
pub fn of_votes(verdicts: &[Verdict]) -> Vec<Delegate> {
    let mut chosen: Vec<(u64, usize)> = verdicts
        .iter()
        .enumerate()
        .filter(|(_, it)| is_adopted(it.class))
        .map(|(at, it)| (it.rank.unwrap_or(u64::MAX), at))
        .collect();
    chosen.sort_unstable();
    let delegate = |(place, (_, at)): (u64, (u64, usize))| Delegate {
        place,
        code: verdicts[at].option.clone(),
        standing: Standing::Delegate,
    };
    (1..).zip(chosen).map(delegate).collect()
}
