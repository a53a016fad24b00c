//! P3, P6 and P7: records that are given, beside the entries of them. Imports `bundle`, `invite` and its siblings.

use super::report::{Claim, Failure, Id, Remark, Tally, Why, Wrong};
use crate::base::digest::Digest;
use crate::base::text::fold;
use crate::bundle::about::KeyOrigin;
use crate::bundle::chain::Link;
use crate::bundle::record::DRAWS;
use crate::bundle::registered::registered_themselves;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::sealed::{self, RecordName};
use crate::bundle::{Folder, Public, conduct, confirmed_excluded, files, household, public, tables};
use crate::invite::record::is_invitation;
use crate::programme::chances;
use crate::programme::counts::{Count, Counts};
use crate::programme::day::Day;
use crate::programme::entry::{self, ENTRIES, Facts, Sort};
use crate::programme::event::{Event, Ground};
use crate::programme::ledger::Ledger;
use crate::programme::written::Written;
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
    of: Of,
    folder: Folder,
    commitment: String,
    /// Of the last draw: the digest of its manifest.
    draw: Option<String>,
    /// Of the last draw: its seed.
    seed: Option<String>,
    roster: Option<Digest>,
    /// The head line in its charter.
    pub head: Option<String>,
    /// The day of its charter.
    pub day: Option<Day>,
    /// For whom its charter says that it is drawn.
    whom: Whom,
}

/// Which lottery it is.
enum Of {
    /// One with a panel and tickets.
    Panel {
        public: Box<Public>,
        /// Seats of each profile on the ticket that won.
        seats: Vec<u32>,
    },
    /// One of letters, drawn from a register.
    Letters(Box<Written>),
}

/// Reads the records.
pub(super) fn read(records: &[(String, Folder)]) -> Vec<Read> {
    records.iter().map(|(name, folder)| Read { name: name.clone(), given: Given::read(folder) }).collect()
}

/// The charter of a lottery.
fn charter(folder: &Folder) -> Option<toml::Table> {
    let bytes = public::file(folder, files::CHARTER_TOML).ok()?;
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

/// What a charter says of the programme under this key.
fn of_programme(charter: &toml::Table, key: &str) -> Option<String> {
    Some(charter.get("programme")?.as_table()?.get(key)?.as_str()?.to_owned())
}

/// The head line in a charter.
pub(crate) fn head_of(folder: &Folder) -> Option<String> {
    of_programme(&charter(folder)?, "head")
}

/// The day of a charter, as it is written there: that on which its lottery's line is published.
pub(crate) fn day_of(folder: &Folder) -> Option<Day> {
    Day::parse(&charter(folder)?.get("date")?.as_datetime()?.date?.to_string())
}

/// For whom a lottery is drawn, as its charter says: frozen before anybody knows who is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Whom {
    /// The body that the seats are of.
    pub body: Option<String>,
    /// The frame that people are drawn from.
    pub frame: Option<String>,
}

impl Whom {
    /// What a charter says.
    pub fn of(folder: &Folder) -> Self {
        let charter = charter(folder).unwrap_or_default();
        Self { body: of_programme(&charter, "body"), frame: of_programme(&charter, "frame") }
    }

    /// Whether it says for whom an entry of this kind is: seats are of a body, letters go to a frame.
    pub fn is_said(&self, kind: Sort) -> bool {
        self.body.is_some() || kind == Sort::Letters && self.frame.is_some()
    }

    /// Whether an entry of this kind that is of this body or frame is what it says, as far as it says it.
    pub fn allows(&self, kind: Sort, name: &str) -> bool {
        let is_it = |own: &String| fold(own) == fold(name);
        match kind {
            Sort::Letters => self.body.is_none() && self.frame.as_ref().is_none_or(is_it),
            _ => self.body.as_ref().is_none_or(is_it),
        }
    }
}

/// Months after the day of a charter within which its lottery is entered, as a rule.
pub(crate) const SOON: u32 = 6;

/// Lotteries of the records that were entered long after the days of their charters: what bars people is of the day of the entry.
pub(super) fn gaps(ledger: &Ledger, records: &[Read]) -> Vec<Remark> {
    let gap = |given: &Given| {
        let link = given.entry(ledger)?;
        let (charter, entered) = (given.day?, Day::parse(&link.facts.date)?);
        (charter.plus(SOON) < entered).then_some(Remark::Gap { entry: link.number, charter, entered })
    };
    records.iter().filter_map(|r| r.given.as_ref()).filter_map(gap).collect()
}

/// Whether the records of a kind have the files that their manifests list, and no other.
fn are_whole(folder: &Folder, kind: &str) -> bool {
    let mut records: BTreeMap<&str, BTreeMap<&str, &[u8]>> = BTreeMap::new();
    let prefix = format!("{}{kind}", files::PUBLIC);
    for (path, bytes) in files::below(folder, &prefix) {
        let numbered = |n: &str| n.bytes().all(|byte| byte.is_ascii_digit());
        if let Some((n, file)) = path.split_once('/').filter(|(n, file)| numbered(n) && !file.is_empty()) {
            records.entry(n).or_default().insert(file, bytes);
        }
    }
    records.into_values().all(|mut own| {
        let manifest = own.remove(files::MANIFEST).and_then(Manifest::parse);
        manifest.is_some_and(|manifest| {
            let listed = manifest.entries();
            listed.len() == own.len()
                && listed
                    .iter()
                    .all(|it| own.get(&*it.name).is_some_and(|bytes| Digest::of(bytes) == it.digest))
        })
    })
}

impl Given {
    /// The frame of people who registered themselves, if its charter says that they did; blank where it has no name.
    pub fn registered_themselves(&self) -> Option<String> {
        registered_themselves(&self.folder)
    }

    /// The entry of its last draw.
    fn entry<'l>(&self, ledger: &'l Ledger) -> Option<&'l Link<Facts>> {
        let lottery = |facts: &Facts| matches!(facts.kind, Sort::Panel | Sort::Letters);
        ledger.entries.iter().find(|link| lottery(&link.facts) && self.is_of(&link.facts))
    }

    /// The entry by whose rules its lottery, which is entry `n`, was to be made: that of the line in its charter, if no later
    /// rules were there before the day of the charter; without a line the one before. `None` where the line is of no entry.
    pub fn rules_due(&self, ledger: &Ledger, n: u32) -> Option<u32> {
        let Some(head) = &self.head else { return Some(n - 1) };
        let named = ledger.entry_of(head).filter(|&named| named < n)?;
        Some(self.day.and_then(|day| ledger.rules_before(n, day)).map_or(named, |last| last.max(named)))
    }

    fn read(folder: &Folder) -> Option<Self> {
        let manifest = Manifest::parse(public::file(folder, files::MANIFEST).ok()?)?;
        let frozen = |name: &str, digest: &Digest| match folder.get(&format!("{}{name}", files::PUBLIC)) {
            Some(bytes) => Digest::of(bytes) == *digest,
            // The sealed manifest, which only the sealed tier has.
            None => name == files::SEALED_MANIFEST,
        };
        if !manifest.entries().iter().all(|entry| frozen(&entry.name, &entry.digest)) {
            return None;
        }
        // What came after the line is bound by lists of its own.
        if !["draws/", "rosters/", "lists/", "waves/"].into_iter().all(|kind| are_whole(folder, kind)) {
            return None;
        }
        let commitment = manifest.commit().digest().to_string();
        let (head, day, whom) = (head_of(folder), day_of(folder), Whom::of(folder));
        let folder = folder.clone();
        if is_invitation(&folder) {
            let written = Written::read(&folder)?;
            let (draw, seed) = (Some(written.draw.clone()), Some(written.seed.clone()));
            let of = Of::Letters(Box::new(written));
            return Some(Self { of, folder, commitment, draw, seed, roster: None, head, day, whom });
        }
        let public = Public::read(&folder).ok()?;
        let draws = DRAWS.read(&folder).whole().ok()?;
        let roster = ROSTERS.read(&folder).whole().ok()?.pop().map(|link| link.digest);
        let last = draws.last()?;
        let mut seats = vec![0; public.profiles.len()];
        for (t, _) in conduct::seats(&public, last.facts.own.ticket)? {
            seats[t as usize] += 1;
        }
        let (draw, seed) = (Some(last.digest.to_string()), Some(last.facts.seed.clone()));
        let of = Of::Panel { public: Box::new(public), seats };
        Some(Self { of, folder, commitment, draw, seed, roster, head, day, whom })
    }

    /// Whether its codes have a secret key of which nobody here can say whether it follows from the programme's.
    fn has_unknown_key(&self, programme: Option<&[u8; 32]>) -> bool {
        let secret = matches!(&self.of, Of::Panel { public, .. } if public.about.key == KeyOrigin::Secret);
        secret && programme.and_then(|key| self.has_key_of(key)).is_none()
    }

    /// Whether the key of its codes follows from the programme's; `None` where that cannot be known: without its sealed
    /// part, with a key that follows from its files, or that of the record that it goes on from.
    fn has_key_of(&self, programme: &[u8; 32]) -> Option<bool> {
        let Of::Panel { public, .. } = &self.of else { return None };
        let about = &public.about;
        if about.key != KeyOrigin::Secret || about.continues.is_some() {
            return None;
        }
        let sealed = |file: &str| self.folder.get(&format!("{}{file}", files::SEALED));
        let own = sealed::read_key(sealed(files::KEY)?)?;
        let charter = [files::CHARTER_TOML, files::CHARTER_TEXT];
        let charter =
            charter.into_iter().find_map(|file| crate::bundle::public::file(&self.folder, file).ok());
        let quotas = tables::quotas(&household::without(&public.quotas, about.household.as_ref()));
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

    /// Whether an entry is of this record and its last draw.
    pub fn is_of(&self, facts: &Facts) -> bool {
        facts
            .record
            .as_ref()
            .is_some_and(|r| r.commitment == self.commitment && Some(&r.draw) == self.draw.as_ref())
    }

    /// How many people of the pool, drawn or written to, and of the pool how many tickets, by feature and value. Homes under a
    /// household rule are no feature here.
    pub fn by_value(&self, event: Event) -> BTreeMap<String, BTreeMap<String, Count>> {
        let mut by_value: BTreeMap<String, BTreeMap<String, Count>> = BTreeMap::new();
        let (public, seats) = match &self.of {
            Of::Letters(written) => {
                let counted = written.by_value(&written.letters).into_iter();
                for ((feature, value), people) in counted.filter(|_| event == Event::Letter) {
                    by_value.entry(feature).or_default().insert(value, Count { people, number: 0 });
                }
                return by_value;
            }
            Of::Panel { public, seats } => (public, seats),
        };
        let homes = public.about.household.as_ref().map(|rule| &rule.feature);
        for (profile, &seats) in public.profiles.iter().zip(seats) {
            let own = match event {
                Event::Pool => Count { people: profile.people.into(), number: profile.tickets },
                _ => Count { people: seats.into(), number: 0 },
            };
            let named = public.quotas.features.iter().zip(&profile.values);
            for (feature, &v) in named.filter(|(feature, _)| Some(&feature.name) != homes) {
                let values = by_value.entry(feature.name.clone()).or_default();
                let count = values.entry(feature.values[v as usize].name.clone()).or_default();
                count.people += own.people;
                count.number = count.number.saturating_add(own.number);
            }
        }
        by_value
    }

    fn cohorts(&self) -> Vec<u8> {
        let (public, seats) = match &self.of {
            Of::Letters(written) => return chances::table(&written.cohorts()),
            Of::Panel { public, seats } => (public, seats),
        };
        let Public { quotas, profiles, lottery, about, .. } = &**public;
        let homes = about.household.as_ref().map(|rule| rule.feature.as_str());
        chances::table(&chances::cohorts(quotas, homes, profiles, lottery, seats))
    }

    /// Whether an entry has as many people drawn and in the pool as the record.
    fn fits(&self, kind: Sort, counts: &Counts) -> bool {
        let public = match &self.of {
            Of::Letters(written) => {
                return kind == Sort::Letters
                    && counts.total(Event::Letter).people == written.letters.iter().sum::<u64>();
            }
            Of::Panel { public, .. } => public,
        };
        let about = &public.about;
        if kind == Sort::Letters {
            // Drawn, or certain beforehand.
            let due = about.confirmed.map_or(u64::from(about.seats), |before| u64::from(before.seats));
            return counts.total(Event::Letter).people == due;
        }
        let pool = counts.total(Event::Pool);
        let tickets = u64::from(about.seats).saturating_mul(about.tickets);
        counts.total(Event::Drawn).people == u64::from(about.seats)
            && (pool.people, pool.number) == (about.people, tickets)
    }

    /// Whether an entry has as many people excluded on a ground as the record.
    fn excludes(&self, ground: Ground, counts: &Counts) -> bool {
        let on = |text: &str| Ground::of_text(text).contains(&ground);
        if let Of::Letters(written) = &self.of {
            // Whoever has a flag too is counted by that.
            return written.excluded(&on) <= counts.on(ground);
        }
        let public = public::file(&self.folder, files::EXCLUDED).ok();
        // A list that cannot be read says nothing that the entry could say too.
        let Ok(excluded) = public.map_or(Ok(Vec::new()), confirmed_excluded::read_excluded) else {
            return false;
        };
        excluded.iter().filter(|(_, text)| on(text)).count() as u64 == counts.on(ground)
    }

    /// People who were excluded on no ground of the programme.
    fn others(&self) -> u64 {
        let other = |text: &str| Ground::of_text(text).is_empty();
        if let Of::Letters(written) = &self.of {
            return written.excluded(&other);
        }
        let public = public::file(&self.folder, files::EXCLUDED).ok();
        let excluded =
            public.and_then(|bytes| confirmed_excluded::read_excluded(bytes).ok()).unwrap_or_default();
        excluded.iter().filter(|(_, text)| other(text)).count() as u64
    }

    /// People who had a seat before the draw.
    fn stays(&self) -> u64 {
        match &self.of {
            Of::Letters(_) => 0,
            Of::Panel { public, .. } => public.about.confirmed.map_or(0, |before| before.people),
        }
    }
}

/// P3: every record is entered as it is.
///
/// With the programme's key, of a record with its sealed part, the record's own key follows from it.
pub(super) fn entered(ledger: &Ledger, records: &[Read], sealed: bool, key: Option<&[u8; 32]>) -> Claim {
    let mut tally = Tally::new(Id::Records);
    let lottery = |facts: &Facts| matches!(facts.kind, Sort::Panel | Sort::Letters);
    let replaced = ledger.replaced(ledger.last());
    let (mut lines, mut dates, mut names, mut keys) = (0, 0, 0, Vec::new());
    for read in records {
        let name = read.name.as_str();
        let at = |what| Failure::of(what).file(name);
        let Some(given) = &read.given else {
            tally.fail(at(Wrong::BadRecord));
            continue;
        };
        // An entry of an earlier draw that stands behind that of the last would take its place.
        let own = given.entry(ledger).filter(|link| !replaced.contains(&link.number));
        let Some(link) = own else {
            let known = ledger
                .entries
                .iter()
                .any(|link| link.facts.record.as_ref().is_some_and(|r| r.commitment == given.commitment));
            tally.fail(at(if known { Wrong::DrawMissing } else { Wrong::NotEntered }));
            continue;
        };
        let n = link.number;
        let counts = ledger.counts(n).unwrap_or_default();
        tally.check(given.fits(link.facts.kind, &counts), || at(Wrong::Count).entry(n));
        tally.check(ledger.seed(n).map(|seed| seed.to_string()) == given.seed, || at(Wrong::Seed).entry(n));
        if let Some(own) = key.and_then(|key| given.has_key_of(key)) {
            tally.check(own, || at(Wrong::Key).entry(n));
        } else if sealed && given.has_unknown_key(key) {
            keys.push(name.to_owned());
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
        // Whoever enters a lottery knows who was drawn: it must be of the body, or the frame, that was frozen with it.
        let of = if link.facts.kind == Sort::Letters { Event::Letter } else { Event::Drawn };
        let entered = counts.0.keys().find(|key| key.0 == of.word()).map(|key| key.1.as_str());
        let allowed = entered.is_none_or(|name| given.whom.allows(link.facts.kind, name));
        tally.check(allowed, || at(Wrong::Body).entry(n));
        names += u64::from(!given.whom.is_said(link.facts.kind));
        lines += u64::from(given.head.is_none());
        dates += u64::from(given.day.is_none());
        if let Some(day) = given.day {
            tally.check(Day::parse(&link.facts.date) >= Some(day), || at(Wrong::BeforeCharter).entry(n));
        }
    }
    let given = |facts: &Facts| records.iter().filter_map(|r| r.given.as_ref()).any(|g| g.is_of(facts));
    let open =
        |link: &&Link<Facts>| lottery(&link.facts) && !given(&link.facts) && !replaced.contains(&link.number);
    let others = ledger.entries.iter().filter(open).count();
    let annulled =
        ledger.entries.iter().filter(|l| lottery(&l.facts) && replaced.contains(&l.number)).count();
    let mut claim = tally.done(Why::NoRecord);
    if others > 0 && claim.checked > 0 {
        claim.remarks.push(Remark::Others(others as u64));
    }
    if annulled > 0 {
        claim.remarks.push(Remark::Annulled(annulled as u64));
    }
    if !keys.is_empty() {
        claim.remarks.push(Remark::OpenKeys(keys));
    }
    if lines + dates > 0 {
        claim.remarks.push(Remark::Unbound { lines, dates });
    }
    if names > 0 {
        claim.remarks.push(Remark::ForNobody(names));
    }
    claim.remarks.extend(gaps(ledger, records));
    claim
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
    let mut others = 0;
    for given in records.iter().filter_map(|r| r.given.as_ref()) {
        let own =
            |l: &&Link<Facts>| matches!(l.facts.kind, Sort::Panel | Sort::Letters) && given.is_of(&l.facts);
        let Some(link) = ledger.entries.iter().find(own) else { continue };
        let n = link.number;
        let Ok(counts) = ledger.counts(n) else {
            tally.fail(Failure::of(Wrong::File).entry(n).file(entry::COUNTS));
            continue;
        };
        others += given.others();
        for &ground in Ground::ALL {
            tally.check(given.excludes(ground, &counts), || {
                Failure::of(Wrong::Excluded).entry(n).file(ground.word())
            });
        }
        if link.facts.kind == Sort::Panel {
            tally.check(given.stays() == counts.total(Event::Stays).people, || {
                Failure::of(Wrong::Excluded).entry(n).file(files::CONFIRMED)
            });
        }
    }
    let mut claim = tally.done(Why::NoRecord);
    if others > 0 {
        claim.remarks.push(Remark::OtherGrounds(others));
    }
    claim
}
