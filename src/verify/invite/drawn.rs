//! I8 to I15: draws, their evidence and seeds, and what follows from them. Imports `bundle`, `draw`, `seed` and `invite`.

use super::super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::super::v11_records::{self as panel, annulled, said};
use super::super::v12_source;
use super::super::walk::walk;
use super::frozen::unreadable;
use super::known::Known;
use super::{Lack, Wrong, homes, made};
use crate::base::digest::Digest;
use crate::bundle::chain::{Kind, Link};
use crate::bundle::form;
use crate::bundle::sealed::read_key;
use crate::bundle::{Folder, files, public};
use crate::invite::conduct::Chances;
use crate::invite::person::Secret;
use crate::invite::persons::{List, Person, Sums};
use crate::invite::public::Public;
use crate::invite::record::{DRAWS, Draw, LETTER_LISTS, Listed, OfLetters, TRIALS};
use crate::invite::tables::{self, names};
use crate::invite::{Homes, Letter, lots};
use crate::seed::charter::Charter;
use crate::seed::{Evidence, Manifest, Seed};
use std::collections::BTreeSet;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

/// A draw or trial, and its list if it has one.
pub(super) struct Drawn<'a> {
    pub of: &'a panel::Draw<OfLetters>,
    pub list: Option<&'a Listed>,
}

/// Draws first to last, then trials.
pub(super) struct Draws {
    /// For the claims that are about evidence alone.
    pub plain: panel::Draws<OfLetters>,
    /// The list of each, if it has one.
    lists: Vec<Option<Listed>>,
}

impl Draws {
    /// Each with its list.
    pub(super) fn all(&self) -> impl Iterator<Item = Drawn<'_>> {
        let pairs = self.plain.all.iter().zip(&self.lists);
        pairs.map(|(of, list)| Drawn { of, list: list.as_ref() })
    }
}

/// Whether evidence draws a ticket, which letters have none of.
fn by_hand(draw: &Draw) -> bool {
    matches!(draw.own_evidence().as_ref().map(Evidence::deciding), Some(Evidence::Ticket(_)))
}

/// I8. Every draw, trial and list is recorded, whole and in order.
pub(super) fn records(folder: &Folder, public: &Step<Public>) -> (Claim, Step<Draws>) {
    let public = match public {
        Ok(public) => public,
        Err(why) => return (not_checked(Id::Records, *why), Err(*why)),
    };
    let mut tally = Tally::new(Id::Records);
    let commitment = public.commitment.digest().to_string();
    let mut all: Vec<(panel::Draw<OfLetters>, Digest)> = Vec::new();
    for kind in [&DRAWS, &TRIALS] {
        all.extend(walk(folder, kind, &commitment, &[public.rules], &mut tally, |link, _| one(link, kind)));
    }
    let mut listed: Vec<Option<Listed>> = vec![None; all.len()];
    let lists =
        walk(folder, &LETTER_LISTS, &commitment, &[public.rules], &mut tally, |link: &Link<Listed>, _| {
            Ok::<Listed, Failure>(link.facts.clone())
        });
    tally.count((all.len() + lists.len()) as u64);
    for list in lists {
        let of = |(draw, digest): &(panel::Draw<OfLetters>, Digest)| {
            let record = &draw.record;
            record.void == list.void && record.draw == list.draw && digest.to_string() == list.record
        };
        match all.iter().position(of) {
            Some(at) if listed[at].is_none() => listed[at] = Some(list),
            _ => tally.fail(Failure::Letters(Wrong::List { list: list.list })),
        }
    }
    if tally.clean() && all.is_empty() {
        return (not_checked(Id::Records, Why::NoDraw), Err(Why::NoDraw));
    }
    let plain = panel::Draws { all: all.into_iter().map(|(draw, _)| draw).collect() };
    let draws = Draws { plain, lists: listed };
    let remarks: Vec<Remark> = draws.plain.real().filter_map(annulled).collect();
    let (claim, draws) = tally.with(Some(draws));
    (claim.remark(remarks), draws)
}

/// What the facts of a draw or trial say besides what every record says.
fn one(link: &Link<Draw>, kind: &Kind<Draw>) -> Result<(panel::Draw<OfLetters>, Digest), Failure> {
    let draw = said(link, kind, &[])?;
    match by_hand(&draw.record) {
        true => Err(Failure::Letters(Wrong::ByHand { draw: draw.name })),
        false => Ok((draw, link.digest)),
    }
}

/// I9. The seed is of the source that the charter declared.
pub(super) fn source(
    folder: &Folder,
    public: &Step<Public>,
    draws: &Step<&panel::Draws<OfLetters>>,
) -> (Claim, Step<Charter>) {
    let charter = public.as_ref().map(|public| Ok(public.charter.clone())).map_err(|why| *why);
    let (claim, charter) = v12_source::declared(charter, draws);
    let own = public.as_ref().ok().and_then(|_| public::file(folder, files::CHARTER_TOML).ok());
    (claim.remark(v12_source::registered(own)), charter)
}

/// What every claim about what follows from the seed stands on.
pub(super) struct Ground<'a> {
    folder: &'a Folder,
    public: &'a Public,
    draws: Vec<(Drawn<'a>, Digest)>,
}

impl<'a> Ground<'a> {
    /// Draws with their seeds, or why there is nothing to look at.
    pub(super) fn of(
        folder: &'a Folder,
        public: &'a Step<Public>,
        draws: &'a Step<Draws>,
        seeds: &Step<Vec<Seed>>,
    ) -> Step<Self> {
        let public = public.as_ref().map_err(|why| *why)?;
        let (draws, seeds) = (draws.as_ref().map_err(|why| *why)?, seeds.as_ref().map_err(|why| *why)?);
        Ok(Self { folder, public, draws: draws.all().zip(seeds.iter().map(Seed::digest)).collect() })
    }
}

/// Looks at every draw and what follows from it; `look` says whether it has what the claim is about. What none has
/// is not checked.
fn each(
    id: Id,
    lack: Lack,
    ground: &Step<Ground<'_>>,
    mut look: impl FnMut(&mut Tally, &Ground<'_>, &Drawn<'_>, &Chances<'_>) -> bool,
) -> Claim {
    let ground = match ground {
        Ok(ground) => ground,
        Err(why) => return not_checked(id, *why),
    };
    let mut tally = Tally::new(id);
    let mut unseen = Vec::new();
    for (drawn, seed) in &ground.draws {
        if !look(&mut tally, ground, drawn, &Chances { seed, draw: &drawn.of.record }) {
            unseen.push(drawn.of.name.clone());
        }
    }
    let found = unseen.len() < ground.draws.len();
    if !found && tally.clean() {
        return not_checked(id, Why::Lacks(lack));
    }
    tally.claim().remark(of_unseen(unseen, id == Id::Lists))
}

/// That nothing was checked of some draws: no list of theirs is published, or the clerk's is not here.
fn of_unseen(draws: Vec<String>, own: bool) -> Option<Remark> {
    (!draws.is_empty()).then_some(Remark::DrawsUnseen { draws, own })
}

/// I12. The areas follow from the seed.
pub(super) fn areas(ground: &Step<Ground<'_>>) -> Claim {
    each(Id::Ticket, Lack::Areas, ground, |tally, ground, drawn, chances| {
        let due = chances.areas(ground.public).map(|areas| tables::areas(&areas));
        let found = ground.folder.get(&format!("{}{}", drawn.of.folder, names::AREAS));
        tally.check(found == due.as_ref(), || Failure::Record {
            draw: drawn.of.name.clone(),
            file: names::AREAS.to_owned(),
        });
        due.is_some()
    })
}

/// Where the figures of a list are.
fn figures_of(list: &Listed) -> String {
    LETTER_LISTS.path(list.list, names::FIGURES)
}

/// I13. The figures of each list are those of the plan and the areas.
pub(super) fn figures(ground: &Step<Ground<'_>>) -> Claim {
    let mut far: Vec<Remark> = Vec::new();
    // Every lot is of its draw, so two draws never have one list.
    let mut seen = BTreeSet::new();
    let claim = each(Id::Panel, Lack::Letters, ground, |tally, ground, drawn, chances| {
        let (Some(list), public) = (drawn.list, ground.public) else { return false };
        tally.check(seen.insert(list.letters.clone()), || {
            Failure::Letters(Wrong::SameList { draw: drawn.of.name.clone() })
        });
        let path = figures_of(list);
        let bytes = ground.folder.get(&path).map_or(&[][..], Vec::as_slice);
        let figures = tables::read_figures(bytes, public.people.len());
        let Some(figures) = tally.take(figures.map_err(|why| unreadable(path, why))) else { return true };
        let due = chances.plan(public).into_iter().map(|share| (share.letters, share.list));
        // Where the lots of all people, or homes, are put in their order, the last one tells how many there are.
        let tells = public.terms.homes != Homes::OneLetter && !public.terms.weighted();
        let mut strata = Vec::new();
        for (i, (figure, due)) in figures.iter().zip(due).enumerate() {
            let same = figure.people == public.people[i] && (figure.letters, figure.list) == due;
            // Hashes grow with places.
            let grows = match figure.letters < figure.list {
                true => figure.last < figure.end,
                false => figure.last == figure.end,
            };
            tally.check(same && grows, || {
                Failure::Letters(Wrong::Table { file: names::FIGURES, stratum: Some(i as u32 + 1) })
            });
            let lots = [(figure.last, figure.letters), (figure.end, figure.list)];
            let is_far = |(lot, place): (Option<Digest>, u64)| {
                lot.is_some_and(|lot| lots::is_far(&lot, place, public.plan[i].of))
            };
            if tells && same && grows && lots.into_iter().any(is_far) {
                strata.push(i as u32 + 1);
            }
        }
        if !strata.is_empty() {
            far.push(Remark::FarLots { draw: drawn.of.name.clone(), strata });
        }
        true
    });
    claim.remark(far)
}

/// A file of the clerk's about a draw, in his folder.
fn own_file<'a>(ground: &Ground<'a>, draw: &Draw, name: &str) -> Option<&'a [u8]> {
    let n = draw.draw;
    let last = ground.draws.iter().map(|(drawn, _)| &drawn.of.record).rfind(|draw| !draw.void);
    let path = match draw.void {
        true => format!("{}{n}/{name}", files::TRIALS),
        false if last.is_some_and(|last| last.draw == n) => name.to_owned(),
        false => format!("{}{n}/{name}", files::ANNULLED),
    };
    ground.folder.get(&path).map(Vec::as_slice)
}

/// I14. The clerk's list is the one whose digest is published, and every hash in it follows from the seed.
pub(super) fn letters(ground: &Step<Ground<'_>>) -> Claim {
    each(Id::Lists, Lack::Letters, ground, |tally, ground, drawn, chances| {
        let Some(bytes) = own_file(ground, &drawn.of.record, names::LETTERS) else { return false };
        let named = drawn.list.filter(|list| list.letters == Digest::of(bytes).to_string());
        tally.check(named.is_some(), || Failure::Letters(Wrong::Other { draw: drawn.of.name.clone() }));
        let (Some(list), public) = (named, ground.public) else { return true };
        let read = tables::read_clerks(bytes, public.homes.is_some(), drawn.of.record.void);
        let read = read.map_err(|why| unreadable(names::LETTERS.to_owned(), why));
        let Some(letters) = tally.take(read) else { return true };
        let same = ground.folder.get(&figures_of(list))
            == Some(&tables::figures(&public.people, &chances.plan(public), &letters));
        tally.check(same, || Failure::Letters(Wrong::Table { file: names::FIGURES, stratum: None }));
        each_place(tally, public, drawn, chances, &letters);
        if let Some(post) = own_file(ground, &drawn.of.record, names::POST) {
            let same = post_fits(ground, drawn, chances, post, letters);
            tally.check(same, || Failure::Letters(Wrong::Post { draw: drawn.of.name.clone() }));
        }
        true
    })
}

/// Whether the places of the clerk's list for the post are those of the list; with the secret its numbers, too.
fn post_fits(
    ground: &Ground<'_>,
    drawn: &Drawn<'_>,
    chances: &Chances<'_>,
    post: &[u8],
    mut letters: Vec<Letter>,
) -> bool {
    let secret = secret(ground.folder);
    let Ok(rows) = form::records(post) else { return false };
    let keys = rows.iter().skip(1).map(|row| row.iter().next_back().unwrap_or_default());
    for (letter, key) in letters.iter_mut().zip(keys) {
        let is_other = |secret: &Secret| secret.person(key.as_bytes()) != letter.person;
        if !key.is_empty() && secret.as_ref().is_some_and(is_other) {
            return false;
        }
        letter.key = key.to_owned();
    }
    let public = ground.public;
    *post == tables::post(&public.strata, &chances.plan(public), drawn.of.record.void, &letters)
}

/// The secret of the frame, where it is here.
fn secret(folder: &Folder) -> Option<Secret> {
    let bytes = folder.get(&format!("{}{}", files::SEALED, files::KEY))?;
    Some(Secret::new(&read_key(bytes)?))
}

/// Every place has the hash that the draw gives, hashes grow, and no home has two letters where it may not.
fn each_place(
    tally: &mut Tally,
    public: &Public,
    drawn: &Drawn<'_>,
    chances: &Chances<'_>,
    letters: &[Letter],
) {
    let key = chances.hash(&public.terms);
    let (mut homes, mut people) = (BTreeSet::new(), BTreeSet::new());
    for (i, letter) in letters.iter().enumerate() {
        let of = if public.terms.homes == Homes::AddressFirst { &letter.home } else { &letter.person };
        let before = i.checked_sub(1).map(|i| &letters[i]).filter(|before| before.stratum == letter.stratum);
        let right = key.of_half(of) == letter.hash
            && before.is_none_or(|before| before.hash <= letter.hash)
            && people.insert(letter.person)
            && (public.terms.homes == Homes::Any || homes.insert(letter.home));
        tally.check(right, || {
            Failure::Letters(Wrong::Place {
                draw: drawn.of.name.clone(),
                stratum: letter.stratum,
                place: letter.place,
            })
        });
    }
}

/// I15. The people are those in the frame, and each list is the one that follows from them.
pub(super) fn people(
    folder: &Folder,
    public: &Step<Public>,
    ground: &Step<Ground<'_>>,
    known: &Known<'_>,
) -> io::Result<Claim> {
    let public = match public {
        Ok(public) => public,
        Err(why) => return Ok(not_checked(Id::Sealed, *why)),
    };
    let again = known.again.map(|(_, list)| list);
    let Some((file, hands)) = known.people else {
        return Ok(not_checked(Id::Sealed, Why::Lacks(Lack::People)));
    };
    let mut tally = Tally::new(Id::Sealed);
    let (strata, weighted) = (public.people.len(), public.terms.weighted());
    let people = List { file, strata, weighted, hands, due: None };
    let sums = people.sums()?;
    let other = match &sums {
        None => Some("-".to_owned()),
        Some(sums) => differing(public, sums),
    };
    if let Some(bucket) = other {
        tally.check(false, || Failure::Letters(Wrong::People { bucket }));
        return Ok(tally.claim());
    }
    tally.count(public.people.iter().sum());
    // The manifest of what is sealed is the one that was frozen, and the secret is the one that it lists.
    let sealed = |name: &str| folder.get(&format!("{}{name}", files::SEALED));
    if let Some(manifest) = sealed(files::MANIFEST) {
        let frozen = Manifest::parse(
            folder.get(&format!("{}{}", files::PUBLIC, files::MANIFEST)).map_or(&[], Vec::as_slice),
        );
        let due = frozen.and_then(|frozen| frozen.entry(files::SEALED_MANIFEST).map(|entry| entry.digest));
        tally.check(due == Some(Digest::of(manifest)), || Failure::OtherSealed);
        let entry = Manifest::parse(manifest).and_then(|m| m.entry(files::KEY).cloned());
        let is = |key: &Vec<u8>| entry.as_ref().is_some_and(|entry| entry.digest == Digest::of(key));
        tally.check(sealed(files::KEY).is_none_or(is), || Failure::Changed {
            file: format!("{}{}", files::SEALED, files::KEY),
        });
    }
    let secret = secret(folder);
    let Keys { other, blank } = keys(&people, secret.as_ref())?;
    tally.check(other == 0, || Failure::Letters(Wrong::Keys { people: other }));
    let all: u64 = public.people.iter().sum();
    tally.check(blank == 0 || blank == all, || Failure::Letters(Wrong::BlankKeys { people: blank }));
    let unlooked = (secret.is_none() && blank == 0).then_some(Remark::KeysUnlooked);
    let made = made::frame_follows(&mut tally, folder, public, &people, (secret.as_ref(), again))?;
    if let Some(due) = &public.homes {
        let (strata, everybody) = (public.people.len() as u32, public.people.iter().sum());
        let stratum = homes::differing(due, strata, &people, everybody)?;
        tally.check(stratum.is_none(), || Failure::Letters(Wrong::Table { file: names::HOMES, stratum }));
    }
    let Ok(ground) = ground else { return Ok(tally.claim().remark(unlooked).remark(made)) };
    let mut unseen = Vec::new();
    for (drawn, seed) in &ground.draws {
        let Some(list) = drawn.list else {
            unseen.push(drawn.of.name.clone());
            continue;
        };
        let chances = Chances { seed, draw: &drawn.of.record };
        let letters = chances.letters(public, &people)?.unwrap_or_default();
        let due = tables::clerks(&letters, public.homes.is_some(), drawn.of.record.void);
        let same = Digest::of(&due).to_string() == list.letters;
        tally.check(same, || Failure::Letters(Wrong::Other { draw: drawn.of.name.clone() }));
        if let Some(post) = own_file(ground, &drawn.of.record, names::POST) {
            let due = tables::post(&public.strata, &chances.plan(public), drawn.of.record.void, &letters);
            tally.check(*post == due, || Failure::Letters(Wrong::Post { draw: drawn.of.name.clone() }));
        }
    }
    Ok(tally.claim().remark(unlooked).remark(made).remark(of_unseen(unseen, false)))
}

/// Numbers in the register of the people of the sealed list.
struct Keys {
    /// How many do not give their person's digits.
    other: u64,
    /// How many are blank: a list out of a database has none.
    blank: u64,
}

/// Looks at the numbers of everybody: with the secret also whether they give the digits.
fn keys(people: &List<'_>, secret: Option<&Secret>) -> io::Result<Keys> {
    let (all, none) = (AtomicU64::new(0), AtomicU64::new(0));
    let each = |(others, blank): &mut (u64, u64), person: &Person<'_>| {
        let key = person.plain_key();
        *blank += u64::from(key.is_empty());
        let is_other = |secret: &Secret| secret.person(key.as_bytes()) != person.half();
        *others += u64::from(!key.is_empty() && secret.is_some_and(is_other));
    };
    let end = |(others, blank), _| {
        all.fetch_add(others, Ordering::Relaxed);
        none.fetch_add(blank, Ordering::Relaxed);
        Ok(())
    };
    people.each(&|| (0u64, 0u64), &each, &end)?;
    Ok(Keys { other: all.into_inner(), blank: none.into_inner() })
}

/// The first bucket that the people do not add up to.
fn differing(public: &Public, sums: &Sums) -> Option<String> {
    let named = |bucket: u16| format!("{bucket:03x}");
    let pairs = public.buckets.iter().zip(&sums.buckets);
    let other = pairs.filter(|(due, found)| due != found).map(|(due, found)| due.0.min(found.0)).next();
    let more = public.buckets.len() != sums.buckets.len()
        || public.people != sums.people
        || public.weights != sums.weights;
    other.map(named).or_else(|| more.then(|| "-".to_owned()))
}
