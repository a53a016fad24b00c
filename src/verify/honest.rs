//! Small records in which every claim holds, for the tests of the claims; and what a cheat does to one.

#![cfg(test)]

use super::{Failure, Id, Known, Outcome, verify};
use crate::base::digest::Digest;
use crate::base::fault::Faults;
use crate::bundle::chain::Link;
use crate::bundle::conduct::{self, Act, Drawn};
use crate::bundle::freeze::{CharterFile, Inputs, Prepared, freeze};
use crate::bundle::rosters::{self, Row, Whole};
use crate::bundle::supplements::CONTINUED;
use crate::bundle::{Detail, Folder, Public, clerk, files, form, sealed, supplements};
use crate::lottery::certificate::{Certificate, Exact, Level, Multipliers, Text};
use crate::lottery::objective::Objective;
use crate::lottery::problem::Panel;
use crate::lottery::tickets::{Share, TicketLottery};
use crate::panel::roster::Event;
use crate::pool::{Pool, Rule, Rules, Source, read_with};
use crate::prepare::Facts;
use crate::prepare::facts::Made;
use crate::seed::{Evidence, Manifest};
use serde_json::Value;
use std::collections::BTreeMap;

const CHARTER: &str =
    "date = 2026-03-01\n[seed]\nsource = \"text\"\n[reserves]\nnumber = 2\nattrition = \"20%\"\n";
const POOL: &str =
    "id,gender,street\na,man,Elm 1\nb,man,Elm 1\nc,man,Elm 3\nd,woman,Elm 4\ne,woman,Elm 5\nf,woman,Elm 6\n";
const QUOTAS: &str = "feature,value,min,max\ngender,man,1,1\ngender,woman,1,1\n";
const QUOTAS_OF_THREE: &str = "feature,value,min,max\ngender,man,1,1\ngender,woman,2,2\n";

/// Three men and three women, of whom one of each is drawn with 900 tickets; a trial, and two draws with the reserves
/// that the charter declares; two lists of events, and two supplements that go on from the second.
pub(super) fn record() -> Folder {
    let mut folder = frozen(Detail::Codes, false);
    draws(&mut folder);
    events(&mut folder);
    supplements(&mut folder);
    folder
}

/// The same without codes.
pub(super) fn counts() -> Folder {
    let mut folder = frozen(Detail::Profiles, false);
    draws(&mut folder);
    events(&mut folder);
    supplements(&mut folder);
    folder
}

/// The same people under a household rule, of whom two live together; a third woman has a seat already, and a fourth
/// man is excluded. Drawn, without lists of events.
pub(super) fn settled() -> Folder {
    let mut folder = frozen(Detail::Codes, true);
    draws(&mut folder);
    folder
}

/// The same, of a list that was prepared.
pub(super) fn prepared() -> Folder {
    let list = format!("{POOL}g,woman,Elm 7\nh,man,Elm 8\n");
    let digest = |text: &str| Digest::of(text.as_bytes()).to_string();
    let facts = Facts {
        decisions: None,
        left_out: 1,
        people: 8,
        pool: digest(&list),
        program: "a program".into(),
        recipe: digest("recipe"),
        rules: 1,
        sources: vec![Made { digest: digest("source"), rows: 9 }],
        tables: Vec::new(),
    };
    made(Detail::Codes, true, Some(Prepared { facts: facts.bytes(), pool: list.into_bytes() }))
}

fn frozen(detail: Detail, settled: bool) -> Folder {
    made(detail, settled, None)
}

fn made(detail: Detail, settled: bool, prepared: Option<Prepared>) -> Folder {
    let source = |name: &'static str, text: &'static str| Source { name, bytes: text.as_bytes() };
    let street = ["street".to_owned()];
    let rules = Rules {
        household: Some(Rule { columns: &street, per: 1 }),
        exclude: Some(source("out.csv", "id,ground\nh,moved away\n")),
        include: Some(source("in.csv", "id\ng\n")),
        ..Rules::default()
    };
    let more = format!("{POOL}g,woman,Elm 7\nh,man,Elm 8\n");
    let (pool, quotas, seats, rules) = match settled {
        true => (Source { name: "pool.csv", bytes: more.as_bytes() }, QUOTAS_OF_THREE, 3, rules),
        false => (source("pool.csv", POOL), QUOTAS, 2, Rules::default()),
    };
    let quotas = source("quotas.csv", quotas);
    let pool = read_with(pool, Some(quotas), seats, Some("id"), &rules, &mut Faults::new()).unwrap();
    let profiles = pool.profiles();
    // Everybody holds 300 tickets: each man once with each woman of the same number.
    let mut panels: BTreeMap<Vec<(u32, u32)>, u64> = BTreeMap::new();
    for pair in 0..3 {
        let mut seats = vec![(profiles.of_person[pair], 1), (profiles.of_person[pair + 3], 1)];
        seats.sort_unstable();
        *panels.entry(seats).or_default() += 300;
    }
    let shares = panels.into_iter().map(|(seats, tickets)| Share { tickets, panel: Panel(seats) });
    fair(&pool, shares.collect(), Exact::new(1.into(), 3.into()), detail, prepared.as_ref())
}

/// Twelve people in two groups, of whom five of each are drawn: a trial, two draws and two lists of events.
pub(super) fn ten() -> Folder {
    let people: String =
        (0..12).map(|i| format!("{i:02},{}\n", if i % 2 == 0 { "a" } else { "b" })).collect();
    let people = format!("id,group\n{people}");
    let quotas = "feature,value,min,max\ngroup,a,5,5\ngroup,b,5,5\n";
    let source = |name, text: &'static str| Source { name, bytes: text.as_bytes() };
    let pool = Source { name: "pool.csv", bytes: people.as_bytes() };
    let quotas = Some(source("quotas.csv", quotas));
    let pool = read_with(pool, quotas, 10, Some("id"), &Rules::default(), &mut Faults::new()).unwrap();
    let shares = vec![Share { tickets: 600, panel: Panel(vec![(0, 5), (1, 5)]) }];
    let mut folder = fair(&pool, shares, Exact::new(5.into(), 6.into()), Detail::Codes, None);
    draws(&mut folder);
    events(&mut folder);
    folder
}

/// Three men whom the quotas let on no panel, and three women of whom two are drawn.
pub(super) fn shut_out() -> Folder {
    let source = |name, text: &'static str| Source { name, bytes: text.as_bytes() };
    let quotas = "feature,value,min,max\ngender,man,0,0\ngender,woman,2,2\n";
    let (pool, quotas) = (source("pool.csv", POOL), Some(source("quotas.csv", quotas)));
    let pool = read_with(pool, quotas, 2, Some("id"), &Rules::default(), &mut Faults::new()).unwrap();
    let shares = vec![Share { tickets: 900, panel: Panel(vec![(1, 2)]) }];
    fair(&pool, shares, Exact::new(2.into(), 3.into()), Detail::Codes, None)
}

/// A lottery in which everybody who is on some panel has the same chance.
fn fair(
    pool: &Pool,
    shares: Vec<Share>,
    chance: Exact,
    detail: Detail,
    prepared: Option<&Prepared>,
) -> Folder {
    let profiles = pool.profiles();
    let is_drawn = |t: &u32| shares.iter().any(|share| share.panel.0.iter().any(|seats| seats.0 == *t));
    let (settled, shut_out) = (0..profiles.values.len() as u32).partition(is_drawn);
    let level = Level {
        settled,
        value: Text(chance),
        why: Multipliers { seats: Text(1.into()), ..Multipliers::default() },
    };
    let certificate = Certificate { levels: vec![level], shut_out, ..Certificate::default() };
    let inputs = Inputs {
        pool,
        profiles: &profiles,
        lottery: &TicketLottery { shares },
        certificate: &certificate,
        objective: Objective::Leximin,
        status: "optimal",
        charter: Some(CharterFile::Toml(CHARTER.as_bytes())),
        key: None,
        detail,
        continues: None,
        prepared,
        program: "a program",
    };
    freeze(&inputs).unwrap().folder
}

/// A trial and two draws, with the clerk's lists.
pub(super) fn draws(folder: &mut Folder) {
    let public = Public::read(folder).unwrap();
    let words = |text: &str| Evidence::parse(&format!("text\n{text}"));
    let mut made: Vec<Link<crate::bundle::record::Record>> = Vec::new();
    for (trial, evidence, because) in [
        (Some(1), words("plum"), None),
        (None, words("apple"), None),
        (None, None, Some("The hall had to be cleared.")),
    ] {
        let act = Act {
            used: &[],
            before: &made.clone(),
            trial,
            evidence,
            beacon: None,
            because: because.map(str::to_owned),
            departure: None,
            reserves: None,
            program: "a program",
        };
        let drawn = conduct::conduct(&public, &act).unwrap();
        let (kind, clerk) = match (trial, drawn.record.draw) {
            (Some(_), _) => (files::TRIALS, "trials/1/"),
            (None, 1) => (files::DRAWS, "annulled/1/"),
            _ => (files::DRAWS, ""),
        };
        let place = format!("{}{kind}{}/", files::PUBLIC, drawn.record.draw);
        for (name, bytes) in conduct::entry(&public, &drawn, None).files {
            folder.insert(format!("{place}{name}"), bytes);
        }
        lists(folder, &public, clerk, &drawn);
        if trial.is_none() {
            let digest = Digest::of(&folder[&format!("{place}{}", files::MANIFEST)]);
            made.push(Link { number: drawn.record.draw, facts: drawn.record, digest });
        }
    }
}

fn lists(folder: &mut Folder, public: &Public, place: &str, Drawn { record, seats, reserves }: &Drawn) {
    let pool = sealed::read_pool(&folder["sealed/pool.csv"]).unwrap();
    let codes = sealed::read_codes(&folder["sealed/codes.csv"]).unwrap();
    let columns = clerk::read_columns(&folder[files::COLUMNS], &pool).unwrap();
    let seated = conduct::seated(&codes, public.profiles.len(), seats);
    let reserves =
        reserves.as_ref().map(|reserves| conduct::by_id(&codes, public.profiles.len(), &reserves.order));
    if let Some(people) = &reserves {
        let table = clerk::reserves(&pool, &columns, record.void, people);
        folder.insert(format!("{place}{}", files::RESERVES), table);
    }
    for (name, bytes) in [
        (files::PANEL, clerk::list(&pool, &columns, record.void, |i| seated[i])),
        (files::REMAINING, clerk::list(&pool, &columns, record.void, |i| !seated[i])),
        (files::DRAW, record.facts()),
    ] {
        folder.insert(format!("{place}{name}"), bytes);
    }
}

/// One member is in, another declines, and the reserve whose turn it is is called: two lists of it.
pub(super) fn events(folder: &mut Folder) {
    let public = Public::read(folder).unwrap();
    let whole = Whole::read(&public, folder).unwrap();
    let drawn = crate::bundle::record::Record::read(&folder["public/draws/2/draw.json"]).unwrap();
    let seats = conduct::seats(&public, drawn.own.ticket).unwrap();
    let reserves = conduct::recorded(&public, &drawn, folder).unwrap().order;
    let people = whole.people(&seats, &reserves);
    let mut roster = whole.roster(&seats, &reserves);
    let mut rows = Vec::new();
    let mut happens = |day: u32, person: usize, event| {
        roster.apply(person, event, false).unwrap();
        let date = format!("2026-03-{day:02}");
        rows.push(Row { date, person: people[person], event, reason: String::new() });
        roster.next()
    };
    happens(2, 0, Event::Confirmed);
    let next = happens(3, 1, Event::Declined).unwrap();
    happens(4, next, Event::Called);
    let digest = |folder: &Folder, place: &str| {
        Digest::of(&folder[&format!("{place}{}", files::MANIFEST)]).to_string()
    };
    let record = digest(folder, "public/draws/2/");
    let commitment = public.commitment.digest().to_string();
    for (n, events) in [(1, 2), (2, 3)] {
        let facts = rosters::Facts {
            commitment: commitment.clone(),
            draw: 2,
            events,
            previous: (n > 1).then(|| digest(folder, "public/rosters/1/")),
            program: "a program".into(),
            record: record.clone(),
            roster: n,
            rules: public.rules.number(),
        };
        let place = format!("rosters/{n}");
        let table = whole.table(public.coded.as_ref(), &rows[..events as usize]);
        folder.insert(format!("public/{place}/{}", files::EVENTS), table);
        folder.insert(format!("public/{place}/{}", files::ROSTER), form::facts(&facts));
        refit(folder, &place);
    }
}

/// Two supplements of the second list of events, of which the last counts.
fn supplements(folder: &mut Folder) {
    let digest = |place: &str| Digest::of(&folder[&format!("{place}{}", files::MANIFEST)]).to_string();
    let public = Public::read(folder).unwrap();
    let commitment = public.commitment.digest().to_string();
    let (record, roster) = (digest("public/draws/2/"), digest("public/rosters/2/"));
    for n in [1, 2] {
        let facts = supplements::Facts {
            because: (n > 1).then(|| "The first one was made with the wrong list.".into()),
            commitment: commitment.clone(),
            continued: n,
            previous: (n > 1)
                .then(|| Digest::of(&folder[&format!("public/continued/1/{}", files::MANIFEST)]).to_string()),
            program: "a program".into(),
            record: record.clone(),
            roster: roster.clone(),
            rules: public.rules.number(),
            supplement: Digest::of(&[n as u8]).to_string(),
        };
        for (name, bytes) in CONTINUED.append(&facts, Vec::new()).files {
            folder.insert(format!("public/continued/{n}/{name}"), bytes);
        }
    }
}

/// Takes away what came after the first draw.
pub(super) fn first_draw_only(folder: &mut Folder) {
    let later = ["public/draws/2/", "public/rosters/", "public/continued/"];
    folder.retain(|name, _| !later.iter().any(|later| name.starts_with(later)));
}

/// Makes the manifest of the record of a draw, a trial, a list of events or a supplement fit its files.
pub(super) fn refit(folder: &mut Folder, record: &str) {
    let place = format!("public/{record}/");
    let manifest = manifest(folder, &place, &[], None);
    folder.insert(format!("{place}{}", files::MANIFEST), manifest);
}

/// Makes the digests of everything frozen, and the line, fit; whatever was drawn from it is gone.
pub(super) fn refreeze(folder: &mut Folder) {
    let lists = [files::PANEL, files::REMAINING, files::RESERVES, files::DRAW];
    folder.retain(|name, _| !is_later(name) && !lists.contains(&name.as_str()));
    refit_frozen(folder);
}

/// Whether a file came after what was frozen.
fn is_later(name: &str) -> bool {
    let later =
        ["public/draws/", "public/trials/", "public/rosters/", "public/continued/", "annulled/", "trials/"];
    later.iter().any(|later| name.starts_with(later))
}

/// Makes the digests of everything frozen, and the line, fit; whatever was drawn from it stays. What the line names now.
pub(super) fn refit_frozen(folder: &mut Folder) -> String {
    let frozen: Folder =
        folder.iter().filter(|(name, _)| !is_later(name)).map(|(n, b)| (n.clone(), b.clone())).collect();
    let sealed = manifest(&frozen, files::SEALED, &[], None);
    folder.insert("sealed/manifest.txt".into(), sealed.clone());
    let also = Some((files::SEALED_MANIFEST, &sealed[..]));
    let public = manifest(&frozen, files::PUBLIC, &[files::COMMITMENT], also);
    let line = Manifest::parse(&public).unwrap().commit();
    folder.insert("public/manifest.txt".into(), public);
    folder.insert("public/commitment.txt".into(), format!("{line}\n").into_bytes());
    line.digest().to_string()
}

fn manifest(folder: &Folder, place: &str, except: &[&str], also: Option<(&str, &[u8])>) -> Vec<u8> {
    let own =
        files::below(folder, place).filter(|(name, _)| *name != files::MANIFEST && !except.contains(name));
    let all: Vec<(&str, &[u8])> = own.chain(also).collect();
    Manifest::of(&all).unwrap().to_string().into_bytes()
}

/// Replaces the first `from` in a file by `to`; it must be there.
pub(super) fn replace(folder: &mut Folder, file: &str, from: &str, to: &str) {
    let old = String::from_utf8(folder[file].clone()).unwrap();
    assert!(old.contains(from), "{file} has no {from:?}:\n{old}");
    folder.insert(file.to_owned(), old.replacen(from, to, 1).into_bytes());
}

/// Gives a field of a file of facts another value.
pub(super) fn state(folder: &mut Folder, file: &str, field: &str, value: Value) {
    let mut facts: Value = serde_json::from_slice(&folder[file]).unwrap();
    assert_ne!(facts[field], value, "{file}: {field}");
    facts[field] = value;
    let text = serde_json::to_string_pretty(&facts).unwrap() + "\n";
    folder.insert(file.to_owned(), text.into_bytes());
}

/// Changes the rows of a table, heading first.
pub(super) fn rows(folder: &mut Folder, file: &str, change: impl FnOnce(&mut Vec<Vec<String>>)) {
    let read = form::records(&folder[file]).unwrap();
    let mut rows: Vec<Vec<String>> = read.iter().map(|row| row.iter().map(str::to_owned).collect()).collect();
    change(&mut rows);
    folder.insert(file.to_owned(), form::table(&rows));
}

/// What becomes of a claim.
pub(super) fn outcome(folder: &Folder, id: Id) -> Outcome {
    verify(folder, &Known::default()).claim(id).outcome.clone()
}

/// What is wrong first by a claim that must fail.
pub(super) fn failure(folder: &Folder, id: Id) -> Failure {
    match outcome(folder, id) {
        Outcome::Fail(failure) => failure,
        other => panic!("{id:?}: {other:?}"),
    }
}

/// What is wrong first by a claim about what was frozen, after a change to it with which every digest fits.
pub(super) fn refrozen(mut folder: Folder, id: Id, change: impl FnOnce(&mut Folder)) -> Failure {
    change(&mut folder);
    refreeze(&mut folder);
    failure(&folder, id)
}

/// What is wrong first by a claim about a record of a draw or of what came after it, after a change with which its
/// digests fit.
pub(super) fn refitted(id: Id, record: &str, change: impl FnOnce(&mut Folder)) -> Failure {
    let mut folder = self::record();
    change(&mut folder);
    refit(&mut folder, record);
    failure(&folder, id)
}

#[test]
fn every_claim_that_can_be_made_of_these_records_passes() {
    let none: &[Id] = &[Id::Published, Id::MadeAgain];
    for (name, folder, unchecked) in [
        ("codes", record(), [none, &[Id::Before]].concat()),
        ("counts", counts(), [none, &[Id::Before]].concat()),
        ("settled", settled(), [none, &[Id::Rosters]].concat()),
    ] {
        let report = verify(&folder, &Known::default());
        for claim in report.told() {
            let passes = claim.outcome == Outcome::Pass;
            assert_eq!(passes, !unchecked.contains(&claim.id), "{name}: {claim:?}");
        }
    }
}
