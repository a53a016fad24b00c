//! `geloot roster`: what happened after the draw, and who is called next. Imports `panel`, `bundle`, `io`,
//! `words` and its siblings.

use super::dossier::{Dossier, damaged, read_folder};
use super::draw::PROGRAM;
use super::earlier::Earlier;
use super::exit::{Exit, Halt};
use super::layout::{cell, lines, table};
use super::quota_table::quota;
use super::sources::refused;
use super::talk::Talk;
use crate::base::digest::Digest;
use crate::base::fault::{Faults, Place, Turn, What};
use crate::bundle::conduct::{self, Drawn, Made};
use crate::bundle::rosters::{self, Facts, Row, Whole};
use crate::bundle::{files, form, household};
use crate::draw::RULES;
use crate::draw::code::Code;
use crate::io::{self, NewFolder};
use crate::panel::balance::Balance;
use crate::panel::events::{self, Entry, Who};
use crate::panel::roster::{Roster, Status};
use crate::seed::Manifest;
use crate::words::{en, number, quoted, shown};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Replay what happened after the draw: who is in, who is called next and why, and how the quotas stand.
///
/// The list of events is a CSV file with the columns date, id (or code) and event, and perhaps reason, in the
/// order in which things happened. Events are confirmed, declined, withdrew, no-show, called (a reserve) and
/// corrected (the last event of that person was a mistake). Only ever add rows below.
///
/// Ends with 1 when seats are empty and no reserve can take them.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// What happened, event by event.
    #[arg(long, value_name = "EVENTS.csv")]
    events: PathBuf,
    /// Put the events into the public part, under codes, so that everybody can check every call. Reasons of
    /// calls out of turn and of corrections become public with them, other reasons do not.
    #[arg(long)]
    publish: bool,
    /// Write everybody on the panel and in reserve with their status and all columns to this file.
    #[arg(long, value_name = "FILE.csv")]
    out: Option<PathBuf>,
}

/// A replayed roster with everything needed to speak of it.
pub struct Replayed<'a> {
    /// The lottery.
    pub dossier: &'a Dossier,
    /// The draw.
    pub drawn: Drawn,
    /// The digest of its record.
    pub digest: Digest,
    /// The whole panel.
    pub whole: &'a Whole,
    /// Profile and place of everybody.
    pub people: Vec<(u32, u32)>,
    /// The people of the lottery by index in the order of ids.
    pub by_id: Vec<usize>,
    /// Those who had a seat before the lottery, who come after them.
    pub earlier: Vec<Earlier>,
    /// As it stands after all events.
    pub roster: Roster<'a>,
    /// The events.
    pub entries: Vec<Entry>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let folder = read_folder(&args.dir)?;
    let dossier = Dossier::of(&args.dir, folder)?;
    if let Some(out) = &args.out {
        io::vacant(out)?;
    }
    let whole = dossier.whole()?;
    let made = dossier.draws()?;
    if let Some(note) = super::continued::note(&dossier) {
        talk.say(&note);
    }
    let replayed = replay(&dossier, &made, &whole, &args.events, talk)?;
    let published = if args.publish { Some(prepare(&replayed, &args.events)?) } else { None };
    if let Some(prepared) = &published {
        prepared.write(&dossier)?;
    }
    if let Some(out) = &args.out {
        io::write_new(out, &replayed.list())?;
    }
    talk.show(&replayed.text())?;
    match &published {
        Some(new) if new.is_new() => talk.show(&format!(
            "Published as public/rosters/{}. Its line, to keep or to print beside the list:\n  {}\n",
            new.number, new.digest
        ))?,
        Some(same) => {
            talk.show(&format!(
                "Nothing new to publish: public/rosters/{} has these events.\n",
                same.number
            ))?;
        }
        None => {}
    }
    if let Some(out) = &args.out {
        talk.show(&format!("Saved: {}.\n", shown(&out.to_string_lossy())))?;
    }
    let mut answer = replayed.json();
    answer["published"] = json!(published.map(|prepared| prepared.number));
    talk.json(&answer)?;
    let stuck = replayed.roster.balance().vacant() > replayed.roster.coming().len() as u32;
    Ok(if stuck { Exit::No } else { Exit::Done })
}

/// Replays the events in `path` after the last draw.
pub fn replay<'a>(
    dossier: &'a Dossier,
    made: &[Made],
    whole: &'a Whole,
    path: &Path,
    talk: &Talk,
) -> Result<Replayed<'a>, Halt> {
    let Some(last) = made.last() else {
        return Err(refused(
            "T-20",
            "Nothing has been drawn from this lottery yet, so nothing can have happened after it.",
            "Draw first, with \"geloot draw\".",
        ));
    };
    let drawn = dossier.drawn(&last.record);
    let record = format!("{}{}{}/", files::PUBLIC, files::DRAWS, last.record.draw);
    if drawn.reserves.is_none() && dossier.folder.contains_key(&format!("{record}{}", files::RESERVES)) {
        return Err(damaged(&dossier.path, &format!("{record}{}", files::RESERVES)));
    }
    let order = drawn.reserves.as_ref().map(|reserves| reserves.order.clone()).unwrap_or_default();
    let earlier = Earlier::of(dossier).map_err(|file| damaged(&dossier.path, &file))?;
    let people = whole.people(&drawn.seats, &order);
    let drawn_people = &people[..people.len() - earlier.len()];
    let by_id = conduct::by_id(&dossier.codes, dossier.public.profiles.len(), drawn_people);
    let first_earlier = by_id.len();
    let mut of_id: Vec<(usize, usize)> = by_id.iter().enumerate().map(|(i, &id)| (id, i)).collect();
    of_id.sort_unstable();
    let mut of_code: Vec<(Code, usize)> =
        dossier.codes.iter().enumerate().map(|(i, &(_, code, _))| (code, i)).collect();
    of_code.sort_unstable();
    let mut earlier_ids: Vec<(&str, usize)> = (0..).zip(&earlier).map(|(i, p)| (p.id.as_str(), i)).collect();
    earlier_ids.sort_unstable();
    let who = |text: &str| {
        let code = Code::parse(text).ok();
        let coded = code.and_then(|code| of_code.binary_search_by_key(&code, |c| c.0).ok());
        let id = || dossier.codes.binary_search_by(|c| c.0.as_str().cmp(text)).ok();
        let before = || {
            let coded = code.and_then(|code| earlier.binary_search_by_key(&code, |p| p.code).ok());
            let id = || earlier_ids.binary_search_by_key(&text, |p| p.0).ok().map(|at| earlier_ids[at].1);
            coded.or_else(id)
        };
        match coded.map(|at| of_code[at].1).or_else(id) {
            None => before().map_or(Who::Unknown, |at| Who::Listed(first_earlier + at)),
            Some(id) => match of_id.binary_search_by_key(&id, |p| p.0) {
                Ok(at) => Who::Listed(of_id[at].1),
                Err(_) => Who::InPool,
            },
        }
    };
    let name = |person: usize| {
        format!("id {}, code {}", quoted(&dossier.codes[by_id[person]].0), dossier.codes[by_id[person]].1)
    };
    let mut roster = whole.roster(&drawn.seats, &order);
    let mut faults = Faults::new();
    let bytes = io::read(path)?;
    let entries = events::replay(&path.to_string_lossy(), &bytes, &who, &name, &mut roster, &mut faults);
    let Some(entries) = entries else { return Err(Halt::Faults(faults)) };
    talk.faults(&faults);
    Ok(Replayed { dossier, drawn, digest: last.digest, whole, people, by_id, earlier, roster, entries })
}

/// A list of events, ready to be published.
pub struct Prepared {
    /// Its number.
    pub number: u32,
    /// SHA-256 of its manifest.
    pub digest: Digest,
    /// Its files; none if the record has them already.
    files: Vec<(&'static str, Vec<u8>)>,
}

impl Prepared {
    /// Whether there is anything new in it.
    pub fn is_new(&self) -> bool {
        !self.files.is_empty()
    }

    /// Publishes it, unless the record has it already.
    pub fn write(&self, dossier: &Dossier) -> Result<(), Halt> {
        if !self.is_new() {
            return Ok(());
        }
        let place = dossier.path.join(files::PUBLIC).join(files::ROSTERS);
        io::ensure_folder(&place)?;
        let folder = NewFolder::begin_in(&place.join(self.number.to_string()), &dossier.path)?;
        for (name, bytes) in &self.files {
            folder.add(name, bytes)?;
        }
        Ok(folder.finish()?)
    }
}

/// The events as they would be published.
pub fn prepare(replayed: &Replayed<'_>, path: &Path) -> Result<Prepared, Halt> {
    let dossier = replayed.dossier;
    let (public, draw) = (&dossier.public, replayed.drawn.record.draw);
    let coded = public.coded.as_ref();
    let prefix = format!("{}{}", files::PUBLIC, files::ROSTERS);
    let numbers =
        files::below(&dossier.folder, &prefix).filter_map(|(p, _)| p.split('/').next()?.parse().ok());
    let last: u32 = numbers.max().unwrap_or(0);
    let order = replayed.drawn.reserves.as_ref().map(|r| r.order.as_slice()).unwrap_or_default();
    let start = replayed.whole.roster(&replayed.drawn.seats, order);
    let rows = rosters::public(&replayed.entries, &replayed.people, start);
    let mut previous = None;
    if last > 0 {
        let file = |name: &str| {
            let name = format!("{prefix}{last}/{name}");
            dossier.folder.get(&name).ok_or_else(|| damaged(&dossier.path, &name))
        };
        let broken = |name: &str| damaged(&dossier.path, &format!("{prefix}{last}/{name}"));
        let facts: Facts = form::read_facts(file(files::ROSTER)?).map_err(|_| broken(files::ROSTER))?;
        let old: Vec<Row> =
            replayed.whole.events(coded, file(files::EVENTS)?).map_err(|_| broken(files::EVENTS))?;
        previous = Some(Digest::of(file(files::MANIFEST)?).to_string());
        if facts.draw == draw && old == rows {
            let digest = Digest::of(file(files::MANIFEST)?);
            return Ok(Prepared { number: last, digest, files: Vec::new() });
        }
        if facts.draw == draw && !rows.starts_with(&old) {
            let mut faults = Faults::new();
            let at = (0..old.len()).find(|&i| rows.get(i) != old.get(i)).unwrap_or_default();
            let place = Place::file(&path.to_string_lossy()).row(at + 2);
            faults.push(What::Turn(Turn::Rewritten), place);
            return Err(Halt::Faults(faults));
        }
    }
    let facts = Facts {
        commitment: public.commitment.digest().to_string(),
        draw,
        events: rows.len() as u64,
        previous,
        program: PROGRAM.to_owned(),
        record: replayed.digest.to_string(),
        roster: last + 1,
        rules: RULES,
    };
    let mut made =
        vec![(files::EVENTS, replayed.whole.table(coded, &rows)), (files::ROSTER, form::facts(&facts))];
    let listed: Vec<(&str, &[u8])> = made.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let manifest = Manifest::of(&listed).expect("file names are ours and differ").to_string().into_bytes();
    let digest = Digest::of(&manifest);
    made.push((files::MANIFEST, manifest));
    Ok(Prepared { number: last + 1, digest, files: made })
}

/// A value of a quota, with its place in the rows of the problem.
struct Line<'a> {
    feature: &'a str,
    value: &'a str,
    min: u32,
    max: u32,
    row: usize,
}

/// A way in which a call changes how a quota stands.
#[derive(Clone, Copy, PartialEq)]
enum Change {
    Mends,
    Passes,
}

impl Replayed<'_> {
    /// The quotas without the household rule.
    fn lines(&self) -> Vec<Line<'_>> {
        let quotas = &self.whole.quotas;
        let rule = self.dossier.public.about.household.as_ref();
        let values = quotas.features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
        let lines = values.enumerate().map(|(row, (f, v))| Line {
            feature: &f.name,
            value: &v.name,
            min: v.min,
            max: v.max,
            row,
        });
        let shown = household::without(quotas, rule);
        let kept = |line: &Line<'_>| shown.features.iter().any(|f| f.name == line.feature);
        lines.filter(kept).collect()
    }

    fn has(&self, person: usize, line: &Line<'_>) -> bool {
        self.whole.rules.counts(line.row, self.roster.profile(person))
    }

    fn count(&self, line: &Line<'_>, of: impl Fn(Status) -> bool) -> u32 {
        let people = self.roster.status().iter().enumerate();
        people.filter(|&(i, &status)| of(status) && self.has(i, line)).count() as u32
    }

    /// "reserve 7, XXXX-XXXX-XX" or "XXXX-XXXX-XX".
    fn named(&self, person: usize) -> String {
        let code = self.code(person);
        match self.roster.reserve(person) {
            Some(at) => format!("reserve {}, code {code}", at + 1),
            None => format!("code {code}"),
        }
    }

    /// The id of a person.
    pub fn id(&self, person: usize) -> &str {
        match self.by_id.get(person) {
            Some(&at) => &self.dossier.codes[at].0,
            None => &self.earlier[person - self.by_id.len()].id,
        }
    }

    /// The person, if they had a seat before the lottery.
    pub fn earlier(&self, person: usize) -> Option<&Earlier> {
        self.earlier.get(person.checked_sub(self.by_id.len())?)
    }

    fn code(&self, person: usize) -> Code {
        match self.by_id.get(person) {
            Some(&at) => self.dossier.codes[at].1,
            None => self.earlier[person - self.by_id.len()].code,
        }
    }

    /// What a call changes, quota by quota.
    fn changes(&self, person: usize, before: &Balance<'_>) -> Vec<(String, Change)> {
        let mut changes = Vec::new();
        for line in self.lines().iter().filter(|line| self.has(person, line)) {
            let count = before.counts()[line.row];
            let name = format!("{} {}", quoted(line.feature), quoted(line.value));
            if count < line.min {
                changes.push((format!("{name} ({count} of {})", quota(line.min, line.max)), Change::Mends));
            } else if count >= line.max {
                changes.push((format!("{name} ({count} of {})", quota(line.min, line.max)), Change::Passes));
            }
        }
        changes
    }

    /// Quotas that are not kept when people stand as in `filled`, which has all seats filled or goes beyond them.
    pub fn broken(&self, filled: &Roster<'_>) -> Vec<String> {
        let (counts, full) = (filled.balance().counts(), filled.balance().vacant() == 0);
        let line = |line: &Line<'_>| {
            let (count, name) =
                (counts[line.row], format!("{} {}", quoted(line.feature), quoted(line.value)));
            match count {
                n if n > line.max => Some(format!("{name}: {n}, at most {}", line.max)),
                n if n < line.min && full => Some(format!("{name}: {n}, at least {}", line.min)),
                _ => None,
            }
        };
        self.lines().iter().filter_map(line).collect()
    }

    fn why(&self, person: usize, before: &Balance<'_>) -> String {
        let of = |wanted: Change| {
            let changes = self.changes(person, before).into_iter();
            changes.filter(|(_, change)| *change == wanted).map(|(name, _)| name).collect::<Vec<_>>()
        };
        let (mends, passes) = (of(Change::Mends), of(Change::Passes));
        let change = before.joining(self.roster.profile(person));
        let equals = self
            .roster
            .waiting()
            .filter(|&other| other != person && before.joining(self.roster.profile(other)) == change)
            .count();
        let mut why = match mends.is_empty() {
            true => "no quota is short; nobody in reserve fits better".to_owned(),
            false => format!("is what is short: {}", en::list(&mends)),
        };
        if !passes.is_empty() {
            why.push_str(&format!(
                "; goes beyond {}, which is less bad than an empty seat",
                en::list(&passes)
            ));
        }
        if equals > 0 {
            why.push_str(&format!("; first on the list of {} who fit equally well", equals + 1));
        }
        why
    }

    /// Values of which no reserve is left although one may be needed: short now, or at the minimum.
    fn empty_cells(&self) -> Vec<(String, u32, u32, bool)> {
        let lines = self.lines();
        let bare =
            lines.iter().filter(|line| line.min > 0 && self.count(line, |s| s == Status::Waiting) == 0);
        bare.filter_map(|line| {
            let filled = self.count(line, Status::is_in);
            let name = format!("{} {}", quoted(line.feature), quoted(line.value));
            (filled <= line.min).then_some((name, filled, line.min, filled < line.min))
        })
        .collect()
    }

    fn text(&self) -> String {
        let (status, balance) = (self.roster.status(), self.roster.balance());
        let members = self.roster.members();
        let first = self.roster.earlier();
        let had = (status.len() - first) as u64;
        let mut text = format!(
            "Draw {}: {}, {} in reserve; {}{} so far.\n\n",
            self.drawn.record.draw,
            en::seats(members as u64),
            number((first - members) as u64),
            match had {
                0 => String::new(),
                n => format!(
                    "{} had a seat before it, which makes {}; ",
                    en::people(n),
                    number(u64::from(self.whole.rules.seats()))
                ),
            },
            match self.entries.len() {
                1 => "1 event".to_owned(),
                n => format!("{} events", number(n as u64)),
            }
        );
        let mut headings = vec!["Status", "drawn", "in reserve"];
        headings.extend((had > 0).then_some("in before"));
        let mut people = table(&headings, 1);
        for (kind, word) in Status::ALL.into_iter().zip(STATUS) {
            let of = |part: &[Status]| number(part.iter().filter(|&&s| s == kind).count() as u64);
            let mut row = vec![cell(word), cell(&of(&status[..members])), cell(&of(&status[members..first]))];
            row.extend((had > 0).then(|| cell(&of(&status[first..]))));
            people.add_row(row);
        }
        text.push_str(&lines(&people));
        text.push('\n');
        let mut quotas =
            table(&["Feature", "Value", "Quota", "Confirmed", "If all say yes", "Reserves left"], 2);
        let mut last = "";
        for line in &self.lines() {
            quotas.add_row([
                cell(if line.feature == last { "" } else { line.feature }),
                cell(line.value),
                cell(&quota(line.min, line.max)),
                cell(&number(self.count(line, |s| s == Status::Confirmed).into())),
                cell(&number(self.count(line, Status::is_in).into())),
                cell(&number(self.count(line, |s| s == Status::Waiting).into())),
            ]);
            last = line.feature;
        }
        text.push_str(&lines(&quotas));
        text.push('\n');
        let calls = self.roster.calls();
        if !calls.is_empty() {
            let odd = calls.iter().filter(|call| call.due != Some(call.person)).count();
            text.push_str(&format!("Reserves called: {}, {} of them out of turn.\n", calls.len(), odd));
        }
        for (name, filled, min, short) in self.empty_cells() {
            text.push_str(&match short {
                true => format!("Check this. No reserve is left for {name}: {filled} of {min}.\n"),
                false => format!(
                    "Note. No reserve is left for {name}, which has the {min} it needs and none to spare.\n"
                ),
            });
        }
        let vacant = balance.vacant();
        let coming = self.roster.coming();
        text.push_str(&match (vacant, coming.len()) {
            (0, _) if balance.kept() => {
                "All seats are filled and all quotas kept, if all who were asked say yes.\n".to_owned()
            }
            (0, _) => {
                "All seats are filled, if all who were asked say yes. Not all quotas are kept.\n".to_owned()
            }
            (n, _) => format!(
                "{} empty. Call, one for each and the next if somebody says no:\n",
                en::seats(n.into())
            ),
        });
        for (person, before) in &coming {
            text.push_str(&format!(
                "  {}, id {}:\n      {}.\n",
                self.named(*person),
                quoted(self.id(*person)),
                self.why(*person, before)
            ));
        }
        let left = vacant - (coming.len() as u32).min(vacant);
        if left > 0 {
            let wrong = if coming.is_empty() && self.roster.waiting().next().is_some() {
                "each reserve who is left would break more than an empty seat does"
            } else {
                "no reserve is left"
            };
            text.push_str(&format!(
                "Nobody to call for {}: {wrong}. A supplementary draw fills them: \"geloot draw --supplement\".\n",
                en::seats(left.into())
            ));
        }
        text
    }

    fn json(&self) -> Value {
        let status = self.roster.status().iter().enumerate().map(|(i, status)| {
            let reserve = self.roster.reserve(i).map(|at| at + 1);
            json!({ "id": self.id(i), "code": self.code(i).to_string(), "reserve": reserve,
                    "before": i >= self.roster.earlier(), "status": word(*status) })
        });
        let quotas = self.lines();
        let quotas = quotas.iter().map(|line| {
            json!({ "feature": line.feature, "value": line.value, "min": line.min, "max": line.max,
                    "confirmed": self.count(line, |s| s == Status::Confirmed),
                    "if_all_say_yes": self.count(line, Status::is_in),
                    "reserves": self.count(line, |s| s == Status::Waiting) })
        });
        let coming = self.roster.coming();
        let next = coming.iter().map(|(person, before)| {
            json!({ "reserve": person - self.roster.members() + 1, "id": self.id(*person),
                    "code": self.code(*person).to_string(),
                    "why": self.why(*person, before) })
        });
        let empty = self.empty_cells().into_iter().map(|(name, filled, min, short)| {
            json!({ "value": name, "filled": filled, "min": min, "short": short })
        });
        let calls = self.roster.calls();
        json!({
            "draw": self.drawn.record.draw,
            "events": self.entries.len(),
            "people": status.collect::<Vec<_>>(),
            "quotas": quotas.collect::<Vec<_>>(),
            "vacant": self.roster.balance().vacant(),
            "kept_if_all_say_yes": self.roster.balance().kept(),
            "calls": calls.len(),
            "out_of_turn": calls.iter().filter(|call| call.due != Some(call.person)).count(),
            "next": next.collect::<Vec<_>>(),
            "no_reserve_left": empty.collect::<Vec<_>>(),
        })
    }

    /// Everybody with their status and all columns.
    fn list(&self) -> Vec<u8> {
        let (pool, columns) = (&self.dossier.pool, &self.dossier.columns);
        let own = ["status", "reserve"].map(str::to_owned).into_iter();
        let header = own.chain(columns.iter().map(|&c| pool.headings()[c].clone())).collect::<Vec<_>>();
        let row = |(i, status): (usize, &Status)| {
            let reserve = self.roster.reserve(i).map_or(String::new(), |at| (at + 1).to_string());
            let cells: Vec<String> = match self.by_id.get(i) {
                Some(&at) => columns.iter().map(|&c| pool.cell(at, c).to_owned()).collect(),
                None => self.dossier.as_row(&self.earlier[i - self.by_id.len()]),
            };
            [word(*status).to_owned(), reserve].into_iter().chain(cells).collect()
        };
        form::table(std::iter::once(header).chain(self.roster.status().iter().enumerate().map(row)))
    }
}

/// In the order of [`Status::ALL`].
const STATUS: [&str; 6] = ["confirmed", "asked, no answer yet", "declined", "withdrew", "no-show", "waiting"];

/// A status in one word, for programs and lists.
pub fn word(status: Status) -> &'static str {
    match status {
        Status::Waiting => "waiting",
        Status::Asked => "asked",
        Status::Confirmed => "confirmed",
        Status::Declined => "declined",
        Status::Withdrew => "withdrew",
        Status::NoShow => "no-show",
    }
}
