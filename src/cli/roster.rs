//! `geloot roster`: what happened after the draw, and who is called next. Imports `panel`, `bundle`, `io`,
//! `words` and its siblings.

use super::dossier::{Dossier, damaged, read_folder};
use super::draw::PROGRAM;
use super::earlier::Earlier;
use super::exit::{Exit, Halt};
use super::sources::refused;
use super::talk::Talk;
use crate::base::digest::Digest;
use crate::base::fault::{Faults, Kind, Place, Turn, What};
use crate::bundle::conduct::{self, Drawn, Made};
use crate::bundle::rosters::{self, Facts, Row, Whole};
use crate::bundle::{before, files, form, public, sealed};
use crate::draw::RULES;
use crate::draw::code::Code;
use crate::io::{self, NewFolder};
use crate::panel::events::{self, Entry, Who};
use crate::panel::roster::Roster;
use crate::seed::Manifest;
use crate::words::{en, number, quoted, shown};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Replay what happened after the draw: who is in, who is called next and why, and how the quotas stand.
///
/// The list of events is a CSV file with the columns date, id (or code) and event, and perhaps reason, day by
/// day. Events are confirmed, declined, withdrew, no-show, called (a reserve) and corrected (the last event of that
/// person was a mistake). Within a day the order of rows decides nothing: whoever leaves counts before the calls of
/// that day, so put down all who leave before you call, and what comes in after that under the next day. Only ever
/// add rows below.
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
    let whole = dossier.whole()?;
    let made = dossier.draws()?;
    let replayed = replay(&dossier, &made, &whole, &args.events, talk)?;
    let list = replayed.list();
    let written = args.out.as_ref().map(|out| io::vacant_or_same(out, &list)).transpose()?;
    let closed = super::continued::named(&dossier).filter(|f| f.record == replayed.digest.to_string());
    let published = if args.publish { Some(prepare(&replayed, &args.events)?) } else { None };
    if closed.is_some() && published.as_ref().is_some_and(Prepared::is_new) {
        return Err(refused(
            "T-31",
            "This draw has a supplement, so its published list of events ends with that.",
            "Put down what happened since then in a new list, for the folder of the supplement: it knows everybody who has a seat.",
        ));
    }
    if let Some(prepared) = &published {
        prepared.write(&dossier)?;
    }
    if let (Some(out), Some(false)) = (&args.out, written) {
        io::write_new(out, &list)?;
    }
    talk.show(&replayed.text(talk.lang(), closed.as_ref()))?;
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
    let mut answer = replayed.json(talk.lang(), closed.as_ref());
    answer["published"] = json!(published.map(|prepared| prepared.number));
    talk.json(&answer)?;
    let stuck =
        closed.is_none() && replayed.roster.balance().vacant() > replayed.roster.coming().len() as u32;
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
    let excluded = out(dossier);
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
            None => match before() {
                Some(at) => Who::Listed(first_earlier + at),
                None if excluded.contains(text) => Who::Excluded,
                None if code.is_some_and(|code| excluded.contains(&code.to_string())) => Who::Excluded,
                None => Who::Unknown,
            },
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
    let ranks = whole.ranks(dossier.public.coded.as_ref(), &people);
    let file = path.to_string_lossy();
    let entries = events::replay(&file, &bytes, &who, &name, &ranks, &mut roster, &mut faults);
    let Some(entries) = entries else {
        return Err(strangers(path, &bytes, &faults, last.record.draw).unwrap_or(Halt::Faults(faults)));
    };
    talk.faults(&faults);
    Ok(Replayed { dossier, drawn, digest: last.digest, whole, people, by_id, earlier, roster, entries })
}

/// Ids and codes of those who were excluded before the lottery.
fn out(dossier: &Dossier) -> BTreeSet<String> {
    let sealed = dossier.folder.get(&format!("{}{}", files::SEALED, files::EXCLUDED));
    let ids = sealed.and_then(|bytes| sealed::read_excluded(bytes).ok()).into_iter().flatten().map(|p| p.id);
    let public = public::file(&dossier.folder, files::EXCLUDED).ok();
    let codes = public.and_then(|bytes| before::read_excluded(bytes).ok()).into_iter().flatten();
    ids.chain(codes.map(|person| person.0.to_string())).collect()
}

/// That most events are of people whom this draw does not know: then the list is likely another draw's, and whatever
/// else is wrong with it matters less.
fn strangers(path: &Path, bytes: &[u8], faults: &Faults, draw: u32) -> Option<Halt> {
    let unknown = [Kind::PersonUnknown, Kind::PersonNotListed];
    let count: usize = unknown.iter().map(|&kind| faults.count(kind)).sum();
    let lines = String::from_utf8_lossy(bytes).lines().filter(|line| !line.trim().is_empty()).count();
    let events = lines.saturating_sub(1).max(count);
    if count < 3 || count * 2 <= events {
        return None;
    }
    let rows = faults.iter().filter(|fault| unknown.contains(&fault.kind()));
    let mut rows: Vec<usize> = rows.flat_map(|fault| fault.place.rows.first.iter().copied()).collect();
    rows.sort_unstable();
    let mut named: Vec<String> = rows.iter().take(5).map(|&row| number(row as u64)).collect();
    if count > named.len() {
        named.push(format!("{} more", number((count - named.len()) as u64)));
    }
    let details = [
        &format!("Rows {} name nobody who was drawn, is in reserve, or had a seat before.", en::list(&named)),
        &format!(
            "This looks like the list of another draw or another lottery; here it is draw {draw}. A supplement has a list of its own, which starts anew."
        ),
        "If it is the right list, check the column with the ids or codes.",
        "Nothing was drawn and no file was changed.",
    ];
    let wrong = format!(
        "{} of the {} events in {} are of people who have no part in this draw.",
        number(count as u64),
        number(events as u64),
        quoted(&path.to_string_lossy())
    );
    Some(Halt::said(Exit::Input, "T-14", &wrong, &details.map(|text| text as &str)))
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
        let broken = rosters::break_after(&old, &rows).filter(|_| facts.draw == draw);
        if let Some(at) = broken {
            let mut faults = Faults::new();
            let below = || replayed.entries.iter().map(|entry| entry.row).max().map_or(2, |row| row + 1);
            let row = replayed.entries.get(at).map_or_else(below, |entry| entry.row);
            let place = Place::file(&path.to_string_lossy()).row(row);
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
