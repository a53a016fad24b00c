//! P3, P6 and P7: records that are given, beside the entries of them. Imports `bundle` and its siblings.

use super::report::{Claim, Failure, Id, Remark, Tally, Why, Wrong};
use crate::base::digest::Digest;
use crate::bundle::about::KeyOrigin;
use crate::bundle::chain::Link;
use crate::bundle::record::{DRAWS, Record};
use crate::bundle::rosters::ROSTERS;
use crate::bundle::sealed::{self, RecordName};
use crate::bundle::{Folder, Public, before, conduct, files, household, public, tables};
use crate::programme::chances;
use crate::programme::entry::{self, ENTRIES, Facts, Sort};
use crate::programme::event::{Event, Ground};
use crate::programme::ledger::Ledger;
use crate::seed::Manifest;
use std::collections::BTreeMap;

/// A record that was given.
pub(super) struct Read {
    name: String,
    /// What it says; none if it cannot be read or is not as it was frozen.
    pub given: Option<Given>,
}

/// What a record says.
pub(super) struct Given {
    public: Public,
    folder: Folder,
    draws: Vec<Link<Record>>,
    roster: Option<Digest>,
    /// The head line in its charter.
    pub head: Option<String>,
    /// Seats of each profile on the ticket that won.
    seats: Vec<u32>,
}

/// Reads the records.
pub(super) fn read(records: &[(String, Folder)]) -> Vec<Read> {
    records.iter().map(|(name, folder)| Read { name: name.clone(), given: Given::read(folder) }).collect()
}

/// The head line in a charter.
pub(crate) fn head_of(folder: &Folder) -> Option<String> {
    let bytes = public::file(folder, files::CHARTER_TOML).ok()?;
    let table: toml::Table = std::str::from_utf8(bytes).ok()?.parse().ok()?;
    Some(table.get("programme")?.as_table()?.get("head")?.as_str()?.to_owned())
}

impl Given {
    fn read(folder: &Folder) -> Option<Self> {
        let public = Public::read(folder).ok()?;
        let manifest = Manifest::parse(public::file(folder, files::MANIFEST).ok()?)?;
        let frozen = |name: &str, digest: &Digest| match folder.get(&format!("{}{name}", files::PUBLIC)) {
            Some(bytes) => Digest::of(bytes) == *digest,
            // The sealed manifest, which only the sealed tier has.
            None => name == files::SEALED_MANIFEST,
        };
        if !manifest.entries().iter().all(|entry| frozen(&entry.name, &entry.digest)) {
            return None;
        }
        let draws = DRAWS.read(folder).whole().ok()?;
        let roster = ROSTERS.read(folder).whole().ok()?.pop().map(|link| link.digest);
        let last = draws.last()?;
        let mut seats = vec![0; public.profiles.len()];
        for (t, _) in conduct::seats(&public, last.facts.ticket)? {
            seats[t as usize] += 1;
        }
        Some(Self { head: head_of(folder), folder: folder.clone(), draws, roster, seats, public })
    }

    /// Whether the key of its codes follows from the programme's; `None` where that cannot be known: without its sealed
    /// part, with a key that follows from its files, or that of the record that it goes on from.
    fn has_key_of(&self, programme: &[u8; 32]) -> Option<bool> {
        let about = &self.public.about;
        if about.key != KeyOrigin::Secret || about.continues.is_some() {
            return None;
        }
        let sealed = |file: &str| self.folder.get(&format!("{}{file}", files::SEALED));
        let own = sealed::read_key(sealed(files::KEY)?)?;
        let charter = [files::CHARTER_TOML, files::CHARTER_TEXT];
        let charter = charter.into_iter().find_map(|file| public::file(&self.folder, file).ok());
        let quotas = tables::quotas(&household::without(&self.public.quotas, about.household.as_ref()));
        let name = RecordName {
            sealed_pool: sealed(files::POOL)?,
            quotas: &quotas,
            charter,
            objective: &about.objective,
            seats: about.seats,
            tickets: about.tickets,
        };
        Some(name.key(programme) == own)
    }

    fn commitment(&self) -> String {
        self.public.commitment.digest().to_string()
    }

    /// Whether an entry is of this record and its last draw.
    pub fn is_of(&self, facts: &Facts) -> bool {
        let draw = self.draws.last().map(|link| link.digest.to_string());
        facts
            .record
            .as_ref()
            .is_some_and(|r| r.commitment == self.commitment() && Some(&r.draw) == draw.as_ref())
    }

    /// How many of the people drawn have each value of each feature.
    pub fn drawn_by_value(&self) -> BTreeMap<(String, String), u64> {
        let mut by_value = BTreeMap::new();
        for (profile, &seats) in self.public.profiles.iter().zip(&self.seats) {
            for (feature, &v) in self.public.quotas.features.iter().zip(&profile.values) {
                let value = feature.values[v as usize].name.clone();
                *by_value.entry((feature.name.clone(), value)).or_default() += u64::from(seats);
            }
        }
        by_value
    }

    fn cohorts(&self) -> Vec<u8> {
        let Public { quotas, profiles, lottery, about, .. } = &self.public;
        let homes = about.household.as_ref().map(|rule| rule.feature.as_str());
        chances::table(&chances::cohorts(quotas, homes, profiles, lottery, &self.seats))
    }
}

/// P3: every record is entered as it is.
///
/// With the programme's key, of a record with its sealed part, the record's own key follows from it.
pub(super) fn entered(ledger: &Ledger, records: &[Read], key: Option<&[u8; 32]>) -> Claim {
    let mut tally = Tally::new(Id::Records);
    let lottery = |facts: &Facts| matches!(facts.kind, Sort::Panel | Sort::Letters);
    for read in records {
        let name = read.name.as_str();
        let at = |what| Failure::of(what).file(name);
        let Some(given) = &read.given else {
            tally.fail(at(Wrong::BadRecord));
            continue;
        };
        let own = ledger.entries.iter().find(|link| lottery(&link.facts) && given.is_of(&link.facts));
        let Some(link) = own else {
            let known = ledger
                .entries
                .iter()
                .any(|link| link.facts.record.as_ref().is_some_and(|r| r.commitment == given.commitment()));
            tally.fail(at(if known { Wrong::DrawMissing } else { Wrong::NotEntered }));
            continue;
        };
        let n = link.number;
        let about = &given.public.about;
        let counts = ledger.counts(n).unwrap_or_default();
        let drawn = match link.facts.kind {
            Sort::Letters => counts.total(Event::Letter).people == drawn_and_certain(given),
            _ => counts.total(Event::Drawn).people == u64::from(about.seats),
        };
        tally.check(drawn, || at(Wrong::Count).entry(n));
        let pool = counts.total(Event::Pool);
        let tickets = u64::from(about.seats).saturating_mul(about.tickets);
        let held = link.facts.kind == Sort::Letters || (pool.people, pool.number) == (about.people, tickets);
        tally.check(held, || at(Wrong::Count).entry(n));
        let seed = given.draws.last().map(|link| link.facts.seed.clone());
        tally.check(ledger.seed(n).map(|seed| seed.to_string()) == seed, || at(Wrong::Seed).entry(n));
        if let Some(own) = key.and_then(|key| given.has_key_of(key)) {
            tally.check(own, || at(Wrong::Key).entry(n));
        }
        if let Some(roster) = &given.roster {
            let roster = Some(roster.to_string());
            let entered = ledger.entries.iter().any(|link| {
                given.is_of(&link.facts) && link.facts.record.as_ref().is_some_and(|r| r.roster == roster)
            });
            tally.check(entered, || at(Wrong::DrawMissing));
        }
        if let Some(head) = &given.head {
            let named = ledger.entry_of(head);
            tally.check(named.is_some_and(|named| named < n), || at(Wrong::Charter).entry(n));
        }
    }
    let given = |facts: &Facts| records.iter().filter_map(|r| r.given.as_ref()).any(|g| g.is_of(facts));
    let others = ledger.entries.iter().filter(|link| lottery(&link.facts) && !given(&link.facts)).count();
    let mut claim = tally.done(Why::NoRecord);
    if others > 0 && claim.checked > 0 {
        claim.remarks.push(Remark::Others(others as u64));
    }
    claim
}

/// People who have a letter by this record: drawn, or certain beforehand.
fn drawn_and_certain(given: &Given) -> u64 {
    let about = &given.public.about;
    about.confirmed.map_or(u64::from(about.seats), |before| u64::from(before.seats))
}

/// P6: chances.csv follows from the record's profiles and tickets; its sums are seats.
pub(super) fn chances(ledger: &Ledger, records: &[Read]) -> Claim {
    let mut tally = Tally::new(Id::Chances);
    for link in ledger.entries.iter().filter(|l| matches!(l.facts.kind, Sort::Panel | Sort::Letters)) {
        let n = link.number;
        let at = || Failure::of(Wrong::Chances).entry(n).file(entry::CHANCES);
        let bytes = ledger.folder.get(&ENTRIES.path(n, entry::CHANCES));
        let cohorts = bytes.and_then(|bytes| chances::read(bytes).ok());
        tally.check(cohorts.is_some_and(|cohorts| chances::amiss(&cohorts).is_none()), at);
        if let Some(given) = records.iter().filter_map(|r| r.given.as_ref()).find(|g| g.is_of(&link.facts)) {
            tally.check(bytes == Some(&given.cohorts()), at);
        }
    }
    tally.done(Why::Nothing)
}

/// P7: each record excludes as many people on each ground of the programme, and seats as many beforehand, as the entry says.
pub(super) fn excluded(ledger: &Ledger, records: &[Read]) -> Claim {
    let mut tally = Tally::new(Id::Excluded);
    for given in records.iter().filter_map(|r| r.given.as_ref()) {
        let own =
            |l: &&Link<Facts>| matches!(l.facts.kind, Sort::Panel | Sort::Letters) && given.is_of(&l.facts);
        let Some(link) = ledger.entries.iter().find(own) else { continue };
        let n = link.number;
        let counts = ledger.counts(n).unwrap_or_default();
        let public = public::file(&given.folder, files::EXCLUDED).ok();
        let excluded = public.and_then(|bytes| before::read_excluded(bytes).ok()).unwrap_or_default();
        for &ground in Ground::ALL {
            let on = |text: &str| text.split("; ").any(|one| one == ground.word());
            let found = excluded.iter().filter(|(_, text)| on(text)).count() as u64;
            tally.check(found == counts.on(ground), || {
                Failure::of(Wrong::Excluded).entry(n).file(ground.word())
            });
        }
        if link.facts.kind == Sort::Panel {
            let stay = given.public.about.confirmed.map_or(0, |before| before.people);
            tally.check(stay == counts.total(Event::Stays).people, || {
                Failure::of(Wrong::Excluded).entry(n).file(files::CONFIRMED)
            });
        }
    }
    tally.done(Why::NoRecord)
}
