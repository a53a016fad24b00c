//! I8 to I15: draws, their evidence and seeds, and what follows from them. Imports `bundle`, `draw`, `seed` and `invite`.

use super::super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::super::v11_records::{self as panel, annulled, in_a_line};
use super::super::v12_source;
use super::super::walk::walk;
use super::frozen::unreadable;
use super::{Lack, Wrong};
use crate::base::digest::Digest;
use crate::bundle::chain::{Kind, Link};
use crate::bundle::record::{Declaration, Record};
use crate::bundle::{Folder, files};
use crate::invite::areas::Area;
use crate::invite::conduct::Chances;
use crate::invite::public::Public;
use crate::invite::record::{DRAWS, Draw, LETTER_LISTS, Listed, OUTCOMES, TRIALS};
use crate::invite::tables::{self, names};
use crate::invite::{Bytes, Hands, Homes, Letter, persons};
use crate::seed::charter::Charter;
use crate::seed::{Evidence, Seed};
use std::io;

/// A draw or trial, and its list if it has one.
pub(super) struct Drawn {
    pub draw: Draw,
    pub name: String,
    pub folder: String,
    pub list: Option<Listed>,
    /// Where the list is recorded.
    place: String,
}

/// Draws first to last, then trials.
pub(super) struct Draws {
    pub all: Vec<Drawn>,
}

impl Draws {
    /// The same as draws of a panel, for the claims that are about evidence alone.
    pub(super) fn plain(&self) -> panel::Draws {
        let plain = |drawn: &Drawn| panel::Draw {
            record: as_panel(&drawn.draw),
            name: drawn.name.clone(),
            folder: drawn.folder.clone(),
        };
        panel::Draws { all: self.all.iter().map(plain).collect() }
    }

    /// The last real draw.
    pub(super) fn last(&self) -> Option<&Drawn> {
        self.all.iter().rfind(|drawn| !drawn.draw.void)
    }
}

/// What both kinds of draws have. Dice must tell as many outcomes apart as there are tickets there.
fn as_panel(draw: &Draw) -> Record {
    Record {
        because: draw.because.clone(),
        commitment: draw.commitment.clone(),
        draw: draw.draw,
        evidence: draw.evidence.clone(),
        label: String::new(),
        departure: draw.departure.clone(),
        previous: draw.previous.clone(),
        program: draw.program.clone(),
        rules: draw.rules,
        seed: draw.seed.clone(),
        source: draw.source,
        ticket: 0,
        tickets: OUTCOMES,
        void: draw.void,
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
    let mut all = Vec::new();
    for kind in [&DRAWS, &TRIALS] {
        let one = |link: &Link<Draw>, _: Option<&(Drawn, Digest)>| one(link, kind, public);
        all.extend(walk(folder, kind, &commitment, &mut tally, one));
    }
    let lists = walk(folder, &LETTER_LISTS, &commitment, &mut tally, |link: &Link<Listed>, _| {
        Ok::<Listed, Failure>(link.facts.clone())
    });
    tally.count((all.len() + lists.len()) as u64);
    for list in &lists {
        let of = |(drawn, digest): &&mut (Drawn, Digest)| {
            drawn.draw.void == list.void && drawn.draw.draw == list.draw && digest.to_string() == list.record
        };
        match all.iter_mut().find(of) {
            Some((drawn, _)) if drawn.list.is_none() => {
                drawn.list = Some(list.clone());
                drawn.place = LETTER_LISTS.place(list.list);
            }
            _ => tally.fail(Failure::Letters(Wrong::List { list: list.list })),
        }
    }
    if tally.clean() && all.is_empty() {
        return (not_checked(Id::Records, Why::NoDraw), Err(Why::NoDraw));
    }
    let draws = Draws { all: all.into_iter().map(|(drawn, _)| drawn).collect() };
    let plain = draws.plain();
    let remarks: Vec<Remark> = plain.real().filter_map(annulled).collect();
    let (claim, draws) = tally.with(Some(draws));
    (remarks.into_iter().fold(claim, |claim, remark| claim.remark(Some(remark))), draws)
}

/// What the facts of a draw or trial say besides what every record says.
fn one(link: &Link<Draw>, kind: &Kind<Draw>, public: &Public) -> Result<(Drawn, Digest), Failure> {
    let (draw, n, name) = (&link.facts, link.number, format!("{} {}", kind.name, link.number));
    let (void, later) = (!kind.linked, kind.linked && n > 1);
    if draw.because.is_some() != later {
        return Err(Failure::Reason { draw: name });
    }
    if by_hand(draw) {
        return Err(Failure::Letters(Wrong::ByHand { draw: name }));
    }
    let overridden = draw.source == Declaration::Overridden && draw.evidence.is_some();
    for (fact, right) in [
        ("void", draw.void == void),
        ("evidence", draw.evidence.is_some() || later),
        ("override", draw.departure.is_some() == overridden && in_a_line(&draw.departure)),
        ("because", in_a_line(&draw.because)),
        ("source", (draw.source == Declaration::Trial) == void),
        ("commitment", draw.commitment == public.commitment.digest().to_string()),
    ] {
        if !right {
            return Err(Failure::RecordFact { draw: name, fact });
        }
    }
    let folder = kind.place(n);
    Ok((Drawn { draw: draw.clone(), name, folder, list: None, place: String::new() }, link.digest))
}

/// I9. The seed is of the source that the charter declared.
pub(super) fn source(public: &Step<Public>, draws: &Step<Draws>) -> (Claim, Step<Charter>) {
    let charter = public.as_ref().map(|public| Ok(public.charter.clone())).map_err(|why| *why);
    let plain = draws.as_ref().map(Draws::plain).map_err(|why| *why);
    v12_source::declared(charter, &plain)
}

/// Draws with their seeds.
type Seeded<'a> = Vec<(&'a Drawn, Digest)>;

fn seeded<'a>(draws: &Step<&'a Draws>, seeds: &Step<Vec<Seed>>) -> Step<Seeded<'a>> {
    let (draws, seeds) = (draws.as_ref().map_err(|w| *w)?, seeds.as_ref().map_err(|w| *w)?);
    Ok(draws.all.iter().zip(seeds.iter().map(Seed::digest)).collect())
}

/// Everything that follows from the seed needs these.
fn ground<'a, 'd>(
    public: &'a Step<Public>,
    draws: &Step<&'d Draws>,
    seeds: &Step<Vec<Seed>>,
) -> Step<(&'a Public, Seeded<'d>)> {
    Ok((public.as_ref().map_err(|why| *why)?, seeded(draws, seeds)?))
}

/// I12. The areas follow from the seed.
pub(super) fn areas(
    folder: &Folder,
    public: &Step<Public>,
    draws: &Step<&Draws>,
    seeds: &Step<Vec<Seed>>,
) -> Claim {
    let (public, draws) = match ground(public, draws, seeds) {
        Ok(ground) => ground,
        Err(why) => return not_checked(Id::Ticket, why),
    };
    let mut tally = Tally::new(Id::Ticket);
    for (drawn, seed) in draws {
        let due = Chances { seed: &seed, draw: &drawn.draw }.areas(public).map(|areas| tables::areas(&areas));
        let found = folder.get(&format!("{}{}", drawn.folder, names::AREAS));
        tally.check(found == due.as_ref(), || Failure::Record {
            draw: drawn.name.clone(),
            file: names::AREAS.to_owned(),
        });
    }
    match public.terms.areas {
        None if tally.clean() => not_checked(Id::Ticket, Why::Lacks(Lack::Areas)),
        _ => tally.claim(),
    }
}

/// Letters and places of each stratum in a draw.
fn due(public: &Public, areas: Option<&[Area]>) -> Vec<(u64, u64)> {
    let counts = |i: usize| areas.is_none_or(|areas| areas[i].counts());
    let share = |(i, share): (usize, &crate::invite::plan::Share)| match counts(i) {
        true => (share.letters, share.list),
        false => (0, 0),
    };
    public.plan.iter().enumerate().map(share).collect()
}

/// I13. The figures of each list are those of the plan and the areas.
pub(super) fn figures(
    folder: &Folder,
    public: &Step<Public>,
    draws: &Step<&Draws>,
    seeds: &Step<Vec<Seed>>,
) -> Claim {
    let (public, draws) = match ground(public, draws, seeds) {
        Ok(ground) => ground,
        Err(why) => return not_checked(Id::Panel, why),
    };
    let mut tally = Tally::new(Id::Panel);
    let mut lists = 0;
    for (drawn, seed) in draws.iter().filter(|(drawn, _)| drawn.list.is_some()) {
        lists += 1;
        let path = format!("{}{}", drawn.place, names::FIGURES);
        let bytes = folder.get(&path).map_or(&[][..], Vec::as_slice);
        let figures = tables::read_figures(bytes, public.people.len());
        let Some(figures) = tally.take(figures.map_err(|why| unreadable(path.clone(), why))) else {
            continue;
        };
        let areas = Chances { seed, draw: &drawn.draw }.areas(public);
        let due = due(public, areas.as_deref());
        for (i, (figure, due)) in figures.iter().zip(due).enumerate() {
            let same = figure.people == public.people[i] && (figure.letters, figure.list) == due;
            // Hashes grow with places.
            let grows =
                figure.last <= figure.end && (figure.letters < figure.list || figure.last == figure.end);
            tally.check(same && grows, || {
                Failure::Letters(Wrong::Table { file: names::FIGURES, stratum: Some(i as u32 + 1) })
            });
        }
    }
    if lists == 0 { not_checked(Id::Panel, Why::Lacks(Lack::Letters)) } else { tally.claim() }
}

/// The clerk's list of a draw, in his folder.
fn list_of<'a>(folder: &'a Folder, drawn: &Drawn, last: Option<u32>) -> Option<&'a [u8]> {
    let n = drawn.draw.draw;
    let path = match drawn.draw.void {
        true => format!("{}{n}/{}", files::TRIALS, names::LETTERS),
        false if Some(n) == last => names::LETTERS.to_owned(),
        false => format!("{}{n}/{}", files::ANNULLED, names::LETTERS),
    };
    folder.get(&path).map(Vec::as_slice)
}

/// I14. The clerk's list is the one whose digest is published, and every hash in it follows from the seed.
pub(super) fn letters(
    folder: &Folder,
    public: &Step<Public>,
    draws: &Step<&Draws>,
    seeds: &Step<Vec<Seed>>,
) -> Claim {
    let last = draws.as_ref().ok().and_then(|draws| draws.last()).map(|drawn| drawn.draw.draw);
    let (public, draws) = match ground(public, draws, seeds) {
        Ok(ground) => ground,
        Err(why) => return not_checked(Id::Lists, why),
    };
    let mut tally = Tally::new(Id::Lists);
    let mut found = 0;
    for (drawn, seed) in &draws {
        let Some(bytes) = list_of(folder, drawn, last) else { continue };
        found += 1;
        let named = drawn.list.as_ref().is_some_and(|list| list.letters == Digest::of(bytes).to_string());
        if !tally.check(named, || Failure::Letters(Wrong::Other { draw: drawn.name.clone() })) {
            continue;
        }
        let homes = public.homes.is_some();
        let path = names::LETTERS.to_owned();
        let read = tables::read_letters(bytes, homes).map_err(|why| unreadable(path, why));
        let Some(letters) = tally.take(read) else { continue };
        let chances = Chances { seed, draw: &drawn.draw };
        let figures = folder.get(&format!("{}{}", drawn.place, names::FIGURES));
        let shares = &public.plan;
        let same = figures == Some(&tables::figures(&public.people, shares, &letters));
        tally.check(same, || Failure::Letters(Wrong::Table { file: names::FIGURES, stratum: None }));
        each_place(&mut tally, public, drawn, &chances, &letters);
    }
    if found == 0 && tally.clean() {
        not_checked(Id::Lists, Why::Lacks(Lack::Letters))
    } else {
        tally.claim()
    }
}

/// Every place has the hash that the draw gives, hashes grow, and no home has two letters where it may not.
fn each_place(tally: &mut Tally, public: &Public, drawn: &Drawn, chances: &Chances<'_>, letters: &[Letter]) {
    let key = chances.hash(public.terms.homes);
    let mut homes = std::collections::BTreeSet::new();
    for (i, letter) in letters.iter().enumerate() {
        let of = if public.terms.homes == Homes::AddressFirst { &letter.home } else { &letter.person };
        let before = i.checked_sub(1).map(|i| &letters[i]).filter(|before| before.stratum == letter.stratum);
        let right = key.of_half(of) == letter.hash
            && before.is_none_or(|before| before.hash <= letter.hash)
            && (public.terms.homes == Homes::Any || homes.insert(letter.home));
        tally.check(right, || {
            Failure::Letters(Wrong::Place {
                draw: drawn.name.clone(),
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
    draws: &Step<&Draws>,
    seeds: &Step<Vec<Seed>>,
    known: Option<(&dyn Bytes, &dyn Hands)>,
) -> io::Result<Claim> {
    let public = match public {
        Ok(public) => public,
        Err(why) => return Ok(not_checked(Id::Sealed, *why)),
    };
    let Some((file, hands)) = known else { return Ok(not_checked(Id::Sealed, Why::Lacks(Lack::People))) };
    let mut tally = Tally::new(Id::Sealed);
    let sums = persons::sums(file, public.people.len(), hands)?;
    let other = match &sums {
        None => Some("-".to_owned()),
        Some(sums) => differing(public, sums),
    };
    if let Some(bucket) = other {
        tally.check(false, || Failure::Letters(Wrong::People { bucket }));
        return Ok(tally.claim());
    }
    tally.count(public.people.iter().sum());
    // The secret is the one that was frozen with it.
    let sealed = |name: &str| folder.get(&format!("{}{name}", files::SEALED));
    if let (Some(manifest), Some(key)) = (sealed(files::MANIFEST), sealed(files::KEY)) {
        let entry = crate::seed::Manifest::parse(manifest).and_then(|m| m.entry(files::KEY).cloned());
        tally.check(entry.is_some_and(|entry| entry.digest == Digest::of(key)), || Failure::Changed {
            file: format!("{}{}", files::SEALED, files::KEY),
        });
    }
    // Where the prepared list is here too, it is the one that the frame was made of.
    let list = folder.get(&format!("{}{}", files::SEALED, names::PREPARED_LIST));
    if let (Some(facts), Some(list)) = (&public.prepared, list) {
        tally.check(Digest::of(list).to_string() == facts.pool, || Failure::Changed {
            file: format!("{}{}", files::SEALED, names::PREPARED_LIST),
        });
    }
    if let Ok(draws) = seeded(draws, seeds) {
        for (drawn, seed) in draws {
            let Some(list) = &drawn.list else { continue };
            let chances = Chances { seed: &seed, draw: &drawn.draw };
            let letters = chances.letters(public, file, hands)?.unwrap_or_default();
            let same =
                Digest::of(&tables::letters(&letters, public.homes.is_some())).to_string() == list.letters;
            tally.check(same, || Failure::Letters(Wrong::Other { draw: drawn.name.clone() }));
        }
    }
    Ok(tally.claim())
}

/// The first bucket that the people do not add up to.
fn differing(public: &Public, sums: &persons::Sums) -> Option<String> {
    let named = |bucket: u16| format!("{bucket:03x}");
    let pairs = public.buckets.iter().zip(&sums.buckets);
    let other = pairs.filter(|(due, found)| due != found).map(|(due, found)| due.0.min(found.0)).next();
    let more = public.buckets.len() != sums.buckets.len() || public.people != sums.people;
    other.map(named).or_else(|| more.then(|| "-".to_owned()))
}
