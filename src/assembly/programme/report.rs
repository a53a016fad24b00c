//! What a programme has to show: its calendar, chances and luck by cohort, burden, terms, and when its register runs out.
//! Imports `programme` and its siblings.

use super::no::No;
use crate::base::text::fold;
use crate::bundle::acts::{self, ACTS};
use crate::bundle::{Folder, files};
use crate::deliberation::dates::Date;
use crate::deliberation::follow::{self, Published, State as Stands};
use crate::deliberation::rows::Reply;
use crate::programme::burden::{self, Load};
use crate::programme::chances::{self, Cohort, Sum};
use crate::programme::entry::{self, ENTRIES, Sort};
use crate::programme::past::Past;
use crate::programme::rules::Again;
use crate::programme::turns::{Frame, is_open};
use crate::programme::{Day, Event, Ledger};
use std::collections::{BTreeMap, BTreeSet};

/// What a programme has to show on a day.
pub struct Report {
    /// Its name.
    pub name: String,
    /// Frames whose people registered themselves.
    pub self_registered: Vec<String>,
    /// Its entries.
    pub calendar: Vec<Chapter>,
    /// Letters by cohort: over all draws.
    pub letters: BTreeMap<(String, String), Sum>,
    /// Seats by cohort: over all draws.
    pub seats: BTreeMap<(String, String), Sum>,
    /// People by cohort in the last lottery of letters, and in that of seats: of whom the last were drawn.
    pub last: [BTreeMap<(String, String), u64>; 2],
    /// People in the register at the last letters, beside whom letters and seats are looked at: all of them, and those of the
    /// feature by which letters were sent; only with the sealed part.
    pub register: BTreeMap<(String, String), u64>,
    /// What was given, over all people.
    pub burden: Vec<(Event, Load)>,
    /// Who has a seat in each body, by the day on which it ends; only with the sealed part.
    pub terms: Option<BTreeMap<String, BTreeMap<Day, u64>>>,
    /// What each edition of a body took of its people; only with the sealed part.
    pub groups: BTreeMap<Group, GroupLoad>,
    /// How many people were in both of two groups; only with the sealed part.
    pub overlaps: BTreeMap<(Group, Group), u64>,
    /// The smallest number of people that is public, where a group, or what two groups share, is of fewer.
    pub inside: Option<u64>,
    /// When the register runs out; only with the sealed part, and after letters.
    pub runs: Option<Runs>,
    /// Rows that were erased, by ground.
    pub erased: BTreeMap<String, u64>,
    /// Features by which the rules report, and of which no lottery has anything.
    pub missing: Vec<String>,
    /// The line to publish.
    pub head: String,
}

/// A group: a body and its edition.
pub type Group = (String, String);

/// What a group took of its people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupLoad {
    /// People who gave time.
    pub people: u64,
    /// Minutes of all of them.
    pub minutes: u64,
    /// The most that one of them gave.
    pub largest: u64,
}

/// One entry in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its number.
    pub entry: u32,
    /// Its day.
    pub date: String,
    /// What it is of.
    pub kind: Sort,
    /// What it is called.
    pub title: String,
    /// Rows by event.
    pub events: BTreeMap<Event, u64>,
}

/// How far the register goes under the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runs {
    /// When somebody can have a letter again.
    pub again: Again,
    /// People in it at the last letters.
    pub people: u64,
    /// Those who are open on the day.
    pub open: u64,
    /// Letters of the last draw.
    pub letters: u64,
}

impl Runs {
    /// Draws of as many letters as the last until nobody is open.
    pub fn draws(&self) -> u64 {
        self.open / self.letters.max(1)
    }
}

impl Report {
    /// Of a ledger, as of a day. Takes the public tier; what only the sealed one knows is told where it is there.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn of(ledger: &Ledger, day: Day) -> Result<Self, No> {
        let mut calendar = Vec::new();
        let (mut letters, mut seats): (Vec<Vec<Cohort>>, Vec<Vec<Cohort>>) = (Vec::new(), Vec::new());
        let mut erased: BTreeMap<String, u64> = BTreeMap::new();
        let mut last_letters = 0;
        // Draws that were annulled stand in the calendar, and count for nobody.
        let gone = ledger.replaced(ledger.last());
        let mut known: BTreeSet<String> = BTreeSet::new();
        for link in &ledger.entries {
            let (n, kind) = (link.number, link.facts.kind);
            let counts = ledger.counts(n)?;
            if matches!(kind, Sort::Panel | Sort::Letters) {
                known.extend(counts.0.keys().map(|of| fold(&of.2)));
            }
            let events = Event::ALL.iter().map(|&event| (event, counts.total(event).people));
            let events: BTreeMap<Event, u64> = events.filter(|(_, rows)| *rows > 0).collect();
            if kind == Sort::Erasure {
                for ((.., feature, why), count) in &counts.0 {
                    if feature == crate::programme::counts::ERASED {
                        *erased.entry(why.clone()).or_default() += count.people;
                    }
                }
            }
            let stands = !gone.contains(&n);
            if let Some(bytes) = ledger.folder.get(&ENTRIES.path(n, entry::CHANCES)).filter(|_| stands) {
                let file = ENTRIES.path(n, entry::CHANCES);
                let cohorts = chances::read(bytes).map_err(|_| No::Torn { file, line: None })?;
                match kind {
                    Sort::Letters => letters.push(cohorts),
                    _ => seats.push(cohorts),
                }
            }
            if kind == Sort::Letters && stands {
                last_letters = events.get(&Event::Letter).copied().unwrap_or(0);
            }
            let (date, title) = (link.facts.date.clone(), link.facts.title.clone());
            calendar.push(Chapter { entry: n, date, kind, title, events });
        }
        // A feature is one however a list of a year spells it: as the first lottery has it.
        let mut spelled: BTreeMap<String, String> = BTreeMap::new();
        let cohorts = letters.iter_mut().chain(seats.iter_mut()).flatten();
        for name in cohorts.flat_map(|own| [&mut own.feature, &mut own.value]) {
            *name = spelled.entry(fold(name)).or_insert_with(|| name.clone()).clone();
        }
        let last = [&letters, &seats].map(|draws| {
            let all = draws.last().into_iter().flatten();
            all.map(|c| ((c.feature.clone(), c.value.clone()), c.people)).collect()
        });
        let bytes = ledger.folder.get(&ENTRIES.path(ledger.last(), entry::BURDEN));
        let (mut terms, mut runs) = (None, None);
        let (mut groups, mut overlaps, mut register) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        if ledger.is_sealed() {
            let past = Past::of(ledger, ledger.last())?;
            terms = Some(bodies(ledger, &past, day));
            (groups, overlaps) = loads(&past, day);
            if let Some(frame) = ledger.frame().ok().flatten() {
                runs = Some(run_out(ledger.rules.again, &frame, &past, day, last_letters));
                let cohorts = letters.iter().chain(&seats).flatten();
                register = in_register(&frame, cohorts.map(|c| (c.feature.as_str(), c.value.as_str())));
            }
        }
        let smallest = ledger.rules.smallest_cell;
        let few =
            groups.values().map(|load| load.people).chain(overlaps.values().copied()).any(|n| n < smallest);
        let own = ledger.rules.frames.iter().filter(|frame| frame.self_registered);
        let reports = ledger.rules.reports.iter().filter(|name| !known.contains(&fold(name)));
        let missing = if known.is_empty() { Vec::new() } else { reports.cloned().collect() };
        Ok(Self {
            missing,
            name: ledger.rules.name.clone(),
            self_registered: own.map(|frame| frame.name.clone()).collect(),
            calendar,
            letters: chances::add_up(letters.iter().map(Vec::as_slice)),
            seats: chances::add_up(seats.iter().map(Vec::as_slice)),
            last,
            register,
            burden: bytes.and_then(|bytes| burden::read(bytes).ok()).unwrap_or_default(),
            terms,
            groups,
            overlaps,
            inside: few.then_some(smallest),
            runs,
            erased,
            head: ledger.head(ledger.last()).unwrap_or_default(),
        })
    }
}

fn bodies(ledger: &Ledger, past: &Past, day: Day) -> BTreeMap<String, BTreeMap<Day, u64>> {
    let mut bodies = BTreeMap::new();
    for body in ledger.rules.bodies.iter().filter(|body| body.term.is_some()) {
        let mut ends: BTreeMap<Day, u64> = BTreeMap::new();
        past.members(&body.name, day).values().for_each(|&until| *ends.entry(until).or_default() += 1);
        bodies.insert(body.name.clone(), ends);
    }
    bodies
}

/// What each group took of its people up to a day, and who was in two of them.
fn loads(past: &Past, day: Day) -> (BTreeMap<Group, GroupLoad>, BTreeMap<(Group, Group), u64>) {
    let (mut groups, mut overlaps): (BTreeMap<Group, GroupLoad>, BTreeMap<(Group, Group), u64>) =
        (BTreeMap::new(), BTreeMap::new());
    for code in past.people() {
        let mut own: BTreeMap<Group, u64> = BTreeMap::new();
        for h in past.happened(code).iter().filter(|h| h.date <= day && h.event == Event::Served) {
            let group = (past.body(h).to_owned(), past.edition(h).to_owned());
            *own.entry(group).or_default() += h.number.unwrap_or(0);
        }
        for (group, &minutes) in &own {
            let load = groups.entry(group.clone()).or_default();
            load.people += 1;
            load.minutes += minutes;
            load.largest = load.largest.max(minutes);
        }
        let all: Vec<&Group> = own.keys().collect();
        for (at, one) in all.iter().enumerate() {
            for other in &all[at + 1..] {
                *overlaps.entry(((*one).clone(), (*other).clone())).or_default() += 1;
            }
        }
    }
    (groups, overlaps)
}

/// How the replies to what was agreed in one lottery's assembly stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// Those that are awaited.
    pub open: u64,
    /// The first day on which one of these is due.
    pub due: Option<String>,
    /// Those that came.
    pub done: u64,
    /// Those that came late, or are late.
    pub late: u64,
}

impl Replies {
    /// Of the record of a lottery on a day; `None` where nothing is to be replied to.
    pub fn of(record: &Folder, day: Day) -> Option<Self> {
        let links = ACTS.read(record).links;
        let (mut rows, mut published) = (Vec::<Reply>::new(), Published::default());
        for link in links.iter().filter(|link| link.facts.kind == acts::Sort::Follow) {
            rows = acts::rows(record, link.number, files::REPLIES)?;
            published.add(&rows, link.facts.day()?);
        }
        let on = Date::read(&day.to_string())?;
        let mut own = Self::default();
        for reply in &rows {
            let state = follow::state(reply, &published, on);
            own.late += u64::from(state.late().is_some());
            match state {
                Stands::Answered | Stands::AnsweredLate(_) => own.done += 1,
                Stands::Soon(_) | Stands::Open | Stands::Late(_) | Stands::PutOffLate(_) => {
                    own.open += 1;
                    let due = reply.due.to_string();
                    own.due = Some(own.due.map_or(due.clone(), |first| first.min(due)));
                }
            }
        }
        (!rows.is_empty()).then_some(own)
    }
}

fn run_out(again: Again, frame: &Frame, past: &Past, day: Day, letters: u64) -> Runs {
    let own = || frame.present();
    let last = |code, known: Option<Day>| past.last_letter(code).max(known);
    let open = own().filter(|p| is_open(again, last(p.code(), p.last()), day)).count();
    Runs { again, people: own().count() as u64, open: open as u64, letters }
}

/// People in the register by cohort: all of them, and those of a feature of which every value is a stratum of it.
fn in_register<'a>(
    frame: &Frame,
    cohorts: impl Iterator<Item = (&'a str, &'a str)>,
) -> BTreeMap<(String, String), u64> {
    let mut strata: BTreeMap<String, u64> = BTreeMap::new();
    for person in frame.present() {
        *strata.entry(fold(frame.stratum(person))).or_default() += 1;
    }
    let mut features: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (feature, value) in cohorts {
        features.entry(feature).or_default().insert(value);
    }
    let mut register = BTreeMap::from([((String::new(), String::new()), strata.values().sum())]);
    for (feature, values) in features.into_iter().filter(|(feature, _)| !feature.is_empty()) {
        let own = values.iter().map(|value| strata.get(&fold(value)).copied());
        if let Some(own) = own.collect::<Option<Vec<u64>>>() {
            let own = values.iter().zip(own);
            register.extend(own.map(|(value, n)| ((feature.to_owned(), (*value).to_owned()), n)));
        }
    }
    register
}
