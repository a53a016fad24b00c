//! V11. Every draw and trial is recorded whole and in order, belongs to this lottery, names the draw
//! before it, and says why it was repeated. Trials are marked void.

use super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use super::v06_people::rests;
use super::v07_tickets::Lottery;
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::bundle::form::number;
use crate::bundle::record::{Declaration, Record, panel_label};
use crate::bundle::{Folder, files};
use crate::draw::RULES;
use crate::seed::{Evidence, Manifest};
use std::collections::BTreeSet;

/// A recorded draw or trial.
pub(super) struct Draw {
    pub record: Record,
    /// `draw 1`, `trial 2`: for messages.
    pub name: String,
    /// Its folder in the record, with `/` at the end.
    pub folder: String,
}

/// All of them: draws first to last, then trials.
pub(super) struct Draws {
    pub all: Vec<Draw>,
}

impl Draws {
    /// The real draws.
    pub fn real(&self) -> impl Iterator<Item = &Draw> {
        self.all.iter().filter(|d| !d.record.void)
    }

    /// The evidence from which a draw's seed follows: its own, or the first draw's.
    pub fn evidence(&self, draw: &Draw) -> Option<Evidence> {
        draw.record.own_evidence().or_else(|| self.real().next()?.record.own_evidence())
    }
}

pub(super) fn check(folder: &Folder, lottery: &Step<Lottery<'_>>) -> (Claim, Step<Draws>) {
    let lottery = match lottery {
        Ok(lottery) => lottery,
        Err(why) => return rests(Id::Records, *why),
    };
    let mut tally = Tally::new(Id::Records);
    let mut all = Vec::new();
    for (kind, void) in [(files::DRAWS, false), (files::TRIALS, true)] {
        let prefix = format!("{}{kind}", files::PUBLIC);
        let numbers = files::below(folder, &prefix).filter_map(|(path, _)| match path.split_once('/')? {
            (_, "") => None, // An empty folder, which does not belong there, is no record.
            (n, _) => number::<u32>(n),
        });
        let numbers: BTreeSet<u32> = numbers.filter(|&n| n > 0).collect();
        let mut previous: Option<Digest> = None;
        for n in 1..=numbers.last().copied().unwrap_or(0) {
            if !numbers.contains(&n) {
                tally.fail(Failure::Gap { draw: n });
                break;
            }
            let name = format!("{} {n}", if void { "trial" } else { "draw" });
            let at = Place { folder: format!("{prefix}{n}/"), name, n, void };
            match read(folder, &at, lottery, previous.as_ref()) {
                Ok((record, digest)) => {
                    tally.count(1);
                    previous = Some(digest);
                    all.push(Draw { record, name: at.name, folder: at.folder });
                }
                Err(failure) => {
                    tally.check(false, || failure);
                    break;
                }
            }
        }
    }
    if tally.clean() && all.is_empty() {
        return (not_checked(Id::Records, Why::NoDraw), Err(Why::NoDraw));
    }
    tally.with(Some(Draws { all }))
}

struct Place {
    folder: String,
    name: String,
    n: u32,
    void: bool,
}

/// The record in its folder, and the digest of its manifest.
fn read(
    folder: &Folder,
    at: &Place,
    lottery: &Lottery<'_>,
    previous: Option<&Digest>,
) -> Result<(Record, Digest), Failure> {
    let torn = |file: &str| Failure::Record { draw: at.name.clone(), file: file.to_owned() };
    let get = |file: &str| folder.get(&format!("{}{file}", at.folder)).map(Vec::as_slice);
    let bytes = get(files::MANIFEST).ok_or_else(|| torn(files::MANIFEST))?;
    let manifest = Manifest::parse(bytes).ok_or_else(|| torn(files::MANIFEST))?;
    for entry in manifest.entries() {
        let same =
            get(&entry.name).is_some_and(|b| b.len() as u64 == entry.size && Digest::of(b) == entry.digest);
        if !same {
            return Err(torn(&entry.name));
        }
    }
    let unlisted =
        files::below(folder, &at.folder).find(|(f, _)| *f != files::MANIFEST && manifest.entry(f).is_none());
    if let Some((file, _)) = unlisted {
        return Err(torn(file));
    }
    let record = get(files::DRAW).and_then(|b| Record::read(b).ok()).ok_or_else(|| torn(files::DRAW))?;
    let own = record.own_evidence();
    let beacon = matches!(own.as_ref().map(Evidence::deciding), Some(Evidence::Drand(_)));
    // The reserves with what they follow from, or neither.
    let reserves = manifest.entry(files::RESERVE_TERMS).is_some();
    let expected =
        [(files::DRAW, true), (files::PANEL, true), (files::BEACON, beacon), (files::RESERVES, reserves)];
    if let Some((file, _)) = expected.iter().find(|(file, due)| manifest.entry(file).is_some() != *due) {
        return Err(torn(file));
    }
    facts(&record, at, lottery, previous)?;
    Ok((record, Digest::of(bytes)))
}

fn facts(
    record: &Record,
    at: &Place,
    lottery: &Lottery<'_>,
    previous: Option<&Digest>,
) -> Result<(), Failure> {
    let draw = || at.name.clone();
    if record.commitment != lottery.people.commitment.digest().to_string() {
        return Err(Failure::OtherLottery { draw: draw() });
    }
    let later = !at.void && at.n > 1;
    let before = previous.filter(|_| later).map(Digest::to_string);
    if record.previous != before {
        return Err(Failure::Chain { draw: draw() });
    }
    if record.because.is_some() != later {
        return Err(Failure::Reason { draw: draw() });
    }
    let overridden = record.source == Declaration::Overridden && record.evidence.is_some();
    for (fact, right) in [
        ("void", record.void == at.void),
        ("draw", record.draw == at.n),
        ("rules", record.rules == RULES),
        ("label", record.label == panel_label(at.void, at.n).to_string()),
        ("tickets", record.tickets == lottery.people.about.tickets),
        ("evidence", record.evidence.is_some() || later),
        ("override", record.departure.is_some() == overridden && in_a_line(&record.departure)),
        ("because", in_a_line(&record.because)),
        ("source", (record.source == Declaration::Trial) == at.void),
    ] {
        if !right {
            return Err(Failure::RecordFact { draw: draw(), fact });
        }
    }
    Ok(())
}

/// Whether a reason, where one is given, is one line that can be shown beside the outcomes of a check.
fn in_a_line(reason: &Option<String>) -> bool {
    reason.as_deref().is_none_or(is_line)
}
