//! Delegates: freezing the willing, drawing, and who is next. Imports `deliberation`, `bundle` and its siblings.

use super::super::frozen::Frozen;
use super::lot::{Given, of_source};
use super::{Act, Deliberating, Making, Refusal, is_adopted, no, sound, terms_of};
use crate::base::fault::Place;
use crate::base::text::tidy;
use crate::bundle::acts::{self, ACTS, CalledTerms, DelegatesTerms, Lottery, Sort, WillingTerms};
use crate::bundle::{clerk, files};
use crate::deliberation::chance::Chance;
use crate::deliberation::dates::Date;
use crate::deliberation::delegates::{self, Way};
use crate::deliberation::rows::{Class, Delegate, Mirrored, Standing, Verdict, Willing};
use crate::deliberation::rule::is_name;
use crate::deliberation::sheet::Source;
use crate::deliberation::wrong::{Found, What, listed};
use crate::draw::Label;
use crate::seed::Seed;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Alternates who were passed over, as they are not on the panel any more.
    pub passed: Vec<String>,
    /// How many alternates are left that can be called.
    pub left: u64,
    /// How many have a place and are not on the panel any more.
    pub gone: u64,
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
        places: (u64, Way),
        date: &str,
    ) -> Result<Grouped, Refusal> {
        self.freeze_willing_again(name, list, places, (None, date))
    }

    /// The same, also of a group that was frozen and not drawn, for a reason.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn freeze_willing_again(
        &self,
        name: &str,
        list: Source<'_>,
        (places, way): (u64, Way),
        (because, date): (Option<&str>, &str),
    ) -> Result<Grouped, Refusal> {
        let mut found = Found::among(&self.named);
        let drawn = self.coded()?;
        if !is_name(name) {
            found.push(What::BadName, Place::default());
        }
        self.names_nobody(name, &Place::default(), &mut found);
        if let (Way::Lot(chance), Some(day)) = (way, Date::read(date)) {
            found.round(chance, day);
        }
        let before = self.willing_of(name)?.map(|it| it.0);
        let drawn_in = self.group_of(name)?;
        if let Some(act) = drawn_in.or(before).filter(|_| drawn_in.is_some() || because.is_none()) {
            found.push(What::GroupDone { name: name.to_owned(), act }, Place::default());
        }
        if before.is_none() && because.is_some() {
            found.push(What::ReasonUnused, Place::default());
        }
        let willing = delegates::willing(list, &drawn, &self.whose(), &mut found);
        if (willing.len() as u64) < places && !found.stop() {
            let what = What::FewWilling { willing: willing.len() as u64, places };
            found.push(what, Place::file(list.name));
        }
        if way == Way::Call && willing.len() as u64 != places && !found.stop() {
            let what = What::CallPlaces { willing: willing.len() as u64, places };
            found.push(what, Place::file(list.name));
        }
        let found = sound(found)?;
        let terms = WillingTerms { name: name.to_owned(), places, source: way.to_string() };
        let lists = vec![terms_of(&terms), (files::WILLING, acts::table(&willing))];
        let replaces = before.map(|act| self.reason(because).map(|why| (act, why))).transpose()?;
        let act = self.publish(Making { sort: Sort::Willing, date, replaces }, lists)?;
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

    /// The source that decides who is in a group, if lots do.
    pub fn source_of_group(&self, name: &str) -> Option<Chance> {
        let (act, terms) = self.willing_of(name).ok()??;
        match way_of(act, &terms).ok()? {
            Way::Lot(chance) => Some(chance),
            Way::Lottery | Way::Call => None,
        }
    }

    /// Draws a group from evidence of the declared source.
    ///
    /// # Errors
    /// The group was not frozen, or drawn already; the evidence is of another source.
    pub fn draw_group<'a>(
        &self,
        name: &str,
        given: impl Into<Given<'a>>,
        date: &str,
    ) -> Result<DelegatesDrawn, Refusal> {
        let given = given.into();
        let Some((act, terms)) = self.willing_of(name)? else { return Err(self.no_group(name)?) };
        self.not_drawn(name)?;
        self.of_this_draw(act)?;
        match way_of(act, &terms)? {
            Way::Lot(chance) => of_source(given.evidence, chance)?,
            way @ (Way::Lottery | Way::Call) => {
                return Err(no(What::OtherSource { declared: way.to_string() }));
            }
        }
        let line = acts::line(&self.frozen.folder, act);
        let line = line.ok_or_else(|| Refusal::Damaged { file: ACTS.path(act, files::MANIFEST) })?;
        let seed = Seed::derive(&line, given.evidence);
        let willing: Vec<Willing> = self.rows(act, files::WILLING)?;
        let group = delegates::draw(&willing, name, terms.places, &seed);
        let terms = DelegatesTerms {
            evidence: Some(given.evidence.to_string()),
            label: Some(Label::Delegates(name.to_owned()).to_string()),
            lottery: None,
            name: name.to_owned(),
            result: None,
            seed: Some(seed.digest().to_string()),
            willing: Some(act),
        };
        self.grouped(&terms, group, given.list(), date)
    }

    /// Takes a group from a lottery with quotas among the willing, which has a record of its own. Its reserves are the
    /// alternates, in their order.
    ///
    /// # Errors
    /// The group was not frozen for a lottery, or drawn already; the people of that lottery are not the willing, its panel
    /// has another size, or nothing was drawn there.
    pub fn mirrored_group(&self, name: &str, other: &Frozen, date: &str) -> Result<DelegatesDrawn, Refusal> {
        let Some((act, terms)) = self.willing_of(name)? else { return Err(self.no_group(name)?) };
        self.not_drawn(name)?;
        self.of_this_draw(act)?;
        if way_of(act, &terms)? != Way::Lottery {
            return Err(no(What::OtherSource { declared: terms.source }));
        }
        let drawn = other.after_draw()?;
        let willing: Vec<Willing> = self.rows(act, files::WILLING)?;
        let unlike = || no(What::OtherLottery);
        // Of people who had a seat there from before nothing here is known.
        if other.public.coded.is_none() || other.public.about.confirmed.is_some() {
            return Err(unlike());
        }
        let mut own: BTreeMap<&str, String> = BTreeMap::new();
        let mut codes = Vec::new();
        for (id, code, _) in &other.codes {
            let here = self.who(id).ok_or_else(unlike)?;
            codes.push(Mirrored { code: here.clone(), other: code.to_string() });
            own.insert(id, here);
        }
        codes.sort_unstable_by(|a, b| a.code.cmp(&b.code));
        let here =
            |ids: Vec<&str>| -> Vec<String> { ids.iter().filter_map(|id| own.get(id).cloned()).collect() };
        let mut delegates = here(other.panel_ids(&drawn.draw));
        delegates.sort_unstable();
        let alternates = here(other.reserve_ids(&drawn.draw));
        let standing = |at: u64| if at <= terms.places { Standing::Delegate } else { Standing::Alternate };
        let group: Vec<Delegate> = (1..)
            .zip(delegates.into_iter().chain(alternates))
            .map(|(place, code)| Delegate { place, code, standing: standing(place) })
            .collect();
        // Everybody there is one of the willing, and each of them is there.
        if !codes.iter().map(|it| &it.code).eq(willing.iter().map(|it| &it.code)) {
            return Err(unlike());
        }
        let drawn_there: BTreeSet<&str> = group.iter().map(|it| it.code.as_str()).collect();
        codes.retain(|it| drawn_there.contains(it.code.as_str()));
        if !delegates::mirrors(&willing, terms.places, &codes, &group) {
            return Err(unlike());
        }
        let lottery = Lottery {
            commitment: other.public.commitment.digest().to_string(),
            record: drawn.digest.to_string(),
        };
        let terms = DelegatesTerms {
            evidence: None,
            label: None,
            lottery: Some(lottery),
            name: name.to_owned(),
            result: None,
            seed: None,
            willing: Some(act),
        };
        self.grouped(&terms, group, Some((files::MIRROR, acts::table(&codes))), date)
    }

    /// Takes a group from the result of a ballot over people, whose options are their codes.
    ///
    /// # Errors
    /// There is no such ballot, it was not counted, or its options are no people who are in; or the group was to be drawn.
    pub fn chosen_group(&self, name: &str, ballot: &str, date: &str) -> Result<DelegatesDrawn, Refusal> {
        let drawn = self.coded()?;
        if !is_name(name) {
            return Err(no(What::BadName));
        }
        let mut found = Found::default();
        self.names_nobody(name, &Place::default(), &mut found);
        sound(found)?;
        self.not_drawn(name)?;
        // A lot that was announced is not left for a vote.
        if let Some((act, terms)) = self.willing_of(name)?
            && self.of_this_draw(act).is_ok()
        {
            return Err(no(What::OtherSource { declared: terms.source }));
        }
        let frozen = self.ballot(ballot)?;
        let not_yet = || no(What::NotYet { name: ballot.to_owned() });
        let result = self.result(&frozen)?.ok_or_else(not_yet)?;
        self.of_this_draw(result.act)?;
        if result.verdicts.iter().any(|it| matches!(it.class, Class::Undecided | Class::Tied)) {
            return Err(not_yet());
        }
        if frozen.options.iter().any(|it| drawn.binary_search(&it.option).is_err()) {
            return Err(no(What::NotIn { near: None }));
        }
        let group = of_votes(&result.verdicts);
        let terms = DelegatesTerms {
            evidence: None,
            label: None,
            lottery: None,
            name: name.to_owned(),
            result: Some(result.act),
            seed: None,
            willing: None,
        };
        self.grouped(&terms, group, None, date)
    }

    fn grouped(
        &self,
        terms: &DelegatesTerms,
        group: Vec<Delegate>,
        beside: Option<(&'static str, Vec<u8>)>,
        date: &str,
    ) -> Result<DelegatesDrawn, Refusal> {
        let mut lists = vec![terms_of(terms), (files::DELEGATES, acts::table(&group))];
        lists.extend(beside);
        let act = self.publish(Making { sort: Sort::Delegates, date, replaces: None }, lists)?;
        let drawn = self.drawn();
        let is_in = |code: &str| drawn.binary_search_by(|it| it.as_str().cmp(code)).is_ok();
        let left = group.iter().filter(|it| it.standing == Standing::Alternate && is_in(&it.code)).count();
        let gone = delegates::gone(&group, is_in);
        Ok(DelegatesDrawn { act, group, called: None, passed: Vec::new(), left: left as u64, gone })
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
        let means = self.whose()(&tidy(gone));
        let near = means.clone().like();
        let code = means.code().unwrap_or_default();
        let drawn = self.drawn();
        let is_in = |code: &str| drawn.binary_search_by(|it| it.as_str().cmp(code)).is_ok();
        let Some(delegates::After { group, called, passed, left }) = delegates::after(&group, &code, is_in)
        else {
            return Err(no(What::NotDelegate { near }));
        };
        let terms = CalledTerms { before, called: called.clone(), name: name.to_owned(), withdrew: code };
        let lists = vec![terms_of(&terms), (files::DELEGATES, acts::table(&group))];
        let act = self.publish(Making { sort: Sort::Called, date, replaces: None }, lists)?;
        let gone = delegates::gone(&group, is_in);
        Ok(DelegatesDrawn { act, group, called, passed, left, gone })
    }
}

/// How the willing of a group are to be drawn from.
fn way_of(act: u32, terms: &WillingTerms) -> Result<Way, Refusal> {
    Way::read(&terms.source).ok_or_else(|| Refusal::Damaged { file: ACTS.path(act, files::TERMS) })
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
