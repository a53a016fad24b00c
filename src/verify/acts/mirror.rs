//! A group that another lottery drew, held beside the record of that lottery. Imports `bundle` and its siblings.
//!
//! Which code there is which here only the organiser knows. What both records say of a person must be the same.

use super::super::whole::is_whole;
use super::reading::Acts;
use super::wrong::ActWrong;
use crate::base::digest::Digest;
use crate::bundle::acts::DelegatesTerms;
use crate::bundle::form;
use crate::bundle::record::{DRAWS, Declaration};
use crate::bundle::{Folder, Public, files};
use crate::deliberation::rows::{Delegate, Mirrored, Standing, Willing};
use crate::seed::Manifest;
use std::collections::{BTreeMap, BTreeSet};

/// What came of it.
pub(super) struct Compared {
    /// Which of the records that were given it is.
    pub(super) which: usize,
    /// What is wrong, if anything.
    pub(super) wrong: Option<ActWrong>,
    /// Whether nobody had said before where its seed would come from.
    pub(super) undeclared: bool,
}

/// The record of the lottery that drew a group, among those that were given; whether the group is its panel: the delegates
/// those who have a seat there by the draw that counts, and the alternates its reserves, in their order.
pub(super) fn of(acts: &Acts<'_>, act: u32, given: &[Folder]) -> Option<Compared> {
    let terms: DelegatesTerms = acts.terms(act).ok()?;
    let lottery = terms.lottery?;
    let is_it = |folder: &Folder| {
        let manifest = folder.get(&format!("{}{}", files::PUBLIC, files::MANIFEST));
        let line = manifest.and_then(|bytes| Some(Manifest::parse(bytes)?.commit()));
        line.is_some_and(|line| line.digest().to_string() == lottery.commitment)
    };
    let which = given.iter().position(is_it)?;
    let draws = DRAWS.read(&given[which]).links;
    let draw = draws.iter().find(|link| link.digest.to_string() == lottery.record);
    let undeclared = draw.is_some_and(|link| link.facts.source == Declaration::Undeclared);
    let counts = draws.last().map(|link| link.number);
    let wrong = match draw {
        _ if !is_whole(&given[which]) => Some(ActWrong::GroupRecord),
        None => Some(ActWrong::OtherPanel),
        Some(draw) if Some(draw.number) != counts => Some(ActWrong::GroupAnnulled),
        Some(draw) => match panel(acts, act, &given[which], draw.number) {
            Some(true) => (alike(acts, act, terms.willing, &given[which]) != Some(true))
                .then_some(ActWrong::OtherPeople),
            _ => Some(ActWrong::OtherPanel),
        },
    };
    Some(Compared { which, wrong, undeclared })
}

fn panel(acts: &Acts<'_>, act: u32, given: &Folder, draw: u32) -> Option<bool> {
    let mut panel = codes_of(given, draw, files::PANEL)?;
    let reserves = codes_of(given, draw, files::RESERVES).unwrap_or_default();
    let codes: Vec<Mirrored> = acts.rows(act, files::MIRROR).ok()?;
    let group: Vec<Delegate> = acts.rows(act, files::DELEGATES).ok()?;
    let other = |it: &Delegate| {
        let at = codes.binary_search_by(|known| known.code.cmp(&it.code)).ok()?;
        Some(codes[at].other.clone())
    };
    let own = |standing: Standing| -> Option<Vec<String>> {
        group.iter().filter(|it| it.standing == standing).map(other).collect()
    };
    let mut seated = own(Standing::Delegate)?;
    seated.sort_unstable();
    panel.sort_unstable();
    Some(seated == panel && own(Standing::Alternate)? == reserves)
}

/// The codes in a list of a draw, as its manifest has that list.
fn codes_of(folder: &Folder, draw: u32, list: &str) -> Option<Vec<String>> {
    let bytes = folder.get(&DRAWS.path(draw, list))?;
    let manifest = Manifest::parse(folder.get(&DRAWS.path(draw, files::MANIFEST))?)?;
    let rows = form::records(bytes)
        .ok()
        .filter(|_| manifest.entry(list).is_some_and(|it| it.digest == Digest::of(bytes)))?;
    let at = rows.first()?.iter().position(|heading| heading == "code")?;
    rows[1..].iter().map(|row| row.get(at).map(str::to_owned)).collect()
}

/// Of each feature its values, and of each code what it has of each feature.
type Told = (BTreeMap<String, BTreeSet<String>>, BTreeMap<String, BTreeMap<String, String>>);

fn told(folder: &Folder) -> Option<Told> {
    let quotas = Public::read(folder).ok()?.quotas;
    let values = |feature: &crate::quotas::Feature| feature.values.iter().map(|it| it.name.clone()).collect();
    let values = quotas.features.iter().map(|it| (it.name.clone(), values(it))).collect();
    let rows = form::records(folder.get(&format!("{}{}", files::PUBLIC, files::POOL))?).ok()?;
    let heading: Vec<&str> = rows.first()?.iter().collect();
    let person = |row: &csv::StringRecord| {
        let cells = heading.iter().zip(row).map(|(name, cell)| ((*name).to_owned(), cell.to_owned()));
        let mut cells: BTreeMap<String, String> = cells.collect();
        Some((cells.remove("code")?, cells))
    };
    Some((values, rows[1..].iter().map(person).collect::<Option<_>>()?))
}

/// Whether there are as many people in that lottery as were willing, and each of the group has the same value in every
/// feature that both records have, as far as both know these values.
fn alike(acts: &Acts<'_>, act: u32, willing: Option<u32>, given: &Folder) -> Option<bool> {
    let willing: Vec<Willing> = acts.rows(willing?, files::WILLING).ok()?;
    let codes: Vec<Mirrored> = acts.rows(act, files::MIRROR).ok()?;
    let ((values, people), (other_values, others)) = (told(acts.folder)?, told(given)?);
    let same = |it: &Mirrored| {
        let (Some(here), Some(there)) = (people.get(&it.code), others.get(&it.other)) else { return false };
        here.iter().all(|(feature, value)| {
            let (known, other_known) = (values.get(feature), other_values.get(feature));
            let (Some(known), Some(other_known), Some(other)) = (known, other_known, there.get(feature))
            else {
                return true;
            };
            value == other || !other_known.contains(value) || !known.contains(other)
        })
    };
    Some(others.len() == willing.len() && codes.iter().all(same))
}
