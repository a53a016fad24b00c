//! What is due for letters: whose turn one is, and the lists for either lottery of them. Imports `programme`, `quotas` and its
//! siblings.
//!
//! A register of millions is not held: what is kept of each person is a code, an id, a stratum and a day.

use super::Programme;
use super::barred::{Barred, grounds};
use super::due::{CHARTER, INCLUDE, POOL};
use super::due_charter::{Asked, charter, invitation};
use super::listed::{List, Listed};
use super::no::No;
use crate::base::binomial::binomial_at_least;
use crate::base::fault::Faults;
use crate::base::text::Texts;
use crate::bundle::chain::Link;
use crate::bundle::{Folder, form};
use crate::programme::entry::{Facts, Sort};
use crate::programme::past::{For, Past};
use crate::programme::people::People;
use crate::programme::rules::Again;
use crate::programme::turns::{Frame, State, Turn};
use crate::programme::{Day, Ground};
use crate::quotas::apportion::{DEFAULT_LABEL, Method, apportion};
use crate::quotas::population::{Count, Distribution};
use crate::register::{self, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Letters of each stratum.
pub const QUOTAS: &str = "quotas.csv";
/// The register as the ledger needs it when the letters are drawn.
pub const FRAME: &str = "frame.csv";
/// For an invitation lottery: its charter, but for the source of the seed.
pub const INVITATION: &str = "invitation.toml";
/// For an invitation lottery: its strata with their letters.
pub const STRATA: &str = "strata.csv";
/// For an invitation lottery: whose turn it is not.
pub const NOT_NOW: &str = "not-now.csv";
/// The ground of whoever has a letter in their memory that is too young.
const NOT_NOW_GROUND: &str = "recent letter";
/// The ground of an id that is linked to another one of the register.
const TWIN_GROUND: &str = "other id";
/// For an invitation lottery: the register with who has a letter for certain, where anybody has.
pub const REGISTER: &str = "register.csv";
/// The column of who has a letter for certain, and its values.
const TURN: [&str; 3] = ["turn", "certain", "by lot"];
/// Rows that are written at once.
const PART: usize = 10_000;

/// What is due for letters.
pub struct DueLetters {
    /// The frame.
    pub frame: String,
    /// Whether its people registered themselves.
    pub self_registered: bool,
    /// When somebody can have a letter again.
    pub again: Again,
    /// People barred, by ground, and the last day on which one of them is free again.
    pub barred: BTreeMap<Ground, (u64, Option<Day>)>,
    /// What the turns say of each stratum.
    pub turns: Vec<Turn>,
    /// Newcomers, and how many of them took over a memory by lot.
    pub newcomers: (u64, u64),
    /// People who are no longer in the register.
    pub gone: u64,
    /// Draws of as many letters before the register runs out, or before the round is over.
    pub draws_left: Option<u64>,
    /// The chance that as many say yes as there are seats, if both are known.
    pub enough: Option<f64>,
    /// Rows whose time is over.
    pub stale: u64,
    /// Letters to be drawn, besides those that are certain.
    pub drawn: u64,
    /// Letters that are certain.
    pub certain: u64,
    /// The folder to write, but for the long lists.
    pub files: Folder,
    /// The long lists.
    pub long: Long,
    /// The line that the charter names.
    pub head: String,
    /// Notes on the register.
    pub faults: Faults,
}

/// Lists as long as the register, which need not lie in memory.
pub struct Long {
    frame: Frame,
    /// Whose turn it is not, by id, and why.
    not_now: Vec<(u32, &'static str)>,
    grounds: BTreeMap<u32, String>,
    ids: Texts,
}

impl Long {
    /// The names of these files.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [FRAME].into_iter().chain((!self.not_now.is_empty()).then_some(NOT_NOW))
    }

    /// One of them, part by part.
    pub fn parts<'a>(&'a self, name: &str) -> Box<dyn Iterator<Item = Vec<u8>> + 'a> {
        if name == FRAME {
            return Box::new(self.frame.parts());
        }
        let heading = form::table([["key", "ground"]]);
        Box::new(std::iter::once(heading).chain(self.not_now.chunks(PART).map(|rows| {
            form::table(rows.iter().map(|&(at, ground)| {
                let own = self.grounds.get(&at).map_or(ground, String::as_str);
                [self.ids.get(at as usize), own]
            }))
        })))
    }
}

/// Letters that are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Letters<'a> {
    /// How many.
    pub letters: u64,
    /// The heading of the column with strata, if they are drawn by stratum.
    pub by: Option<&'a str>,
    /// Seats for which people are sought, and the rate at which they say yes.
    pub wanted: Option<(u32, f64)>,
}

/// The turns, and where in the register each person is who is in it.
struct Turns<'a> {
    turns: &'a [Turn],
    /// By the name of the stratum.
    by_name: BTreeMap<&'a str, &'a Turn>,
    /// Of everybody who is in the register, in the order of codes: where.
    places: &'a [u32],
    frame: &'a Frame,
}

/// How somebody has a letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Has {
    Certain,
    ByLot,
    Not,
}

impl<'a> Turns<'a> {
    fn of(turns: &'a [Turn], places: &'a [u32], frame: &'a Frame) -> Self {
        let by_name = turns.iter().map(|turn| (turn.stratum.as_str(), turn)).collect();
        Self { turns, by_name, places, frame }
    }

    /// Everybody who is in the register: where, and how they have a letter.
    fn all(&self) -> impl Iterator<Item = (u32, Has)> {
        self.frame.present().zip(self.places).map(|(person, &at)| {
            let Some(turn) = self.by_name.get(self.frame.stratum(person)) else { return (at, Has::Not) };
            let has = match person.code() {
                code if turn.certain.binary_search(&code).is_ok() => Has::Certain,
                code if turn.drawn_from.binary_search(&code).is_ok() => Has::ByLot,
                _ => Has::Not,
            };
            (at, has)
        })
    }
}

impl Programme {
    /// What is due for letters, by turns. Takes the programme, as nobody who is not in the register is needed any more.
    ///
    /// # Errors
    /// [`No`].
    pub fn due_letters(
        mut self,
        asked: &Letters<'_>,
        frame: Option<&str>,
        list: List<'_>,
        id: Option<&str>,
        day: Day,
    ) -> Result<DueLetters, No> {
        self.in_time(day)?;
        let name = self.frame(frame)?;
        let mut listed = self.listed(list, id, asked.by, &name)?;
        self.people = People::default();
        let rules = &self.ledger.rules;
        let own = rules.frame(&name);
        let past = Past::of(&self.ledger, self.ledger.last())?;
        let twins = listed.link(&past);
        let mut barred = Barred::default();
        let (mut out, mut why) = (BTreeSet::new(), BTreeMap::new());
        for person in &listed.people {
            let bars = past.bars(rules, For::Letter(own), person.code, day);
            barred.add(&bars);
            if !bars.is_empty() {
                out.insert(person.code);
                why.insert(person.at, grounds(&bars));
            }
        }
        let places: Vec<u32> = listed.people.iter().map(|person| person.at).collect();
        let people = std::mem::take(&mut listed.people).into_iter();
        let register =
            Frame::of(people.map(|person| (person.code, listed.strata[person.stratum as usize].as_str())));
        let before = self.ledger.frame()?;
        let had = before.is_some();
        let gone = self.ledger.replaced(self.ledger.last());
        let stands = |l: &&Link<Facts>| l.facts.kind == Sort::Letters && !gone.contains(&l.number);
        let drawn = self.ledger.entries.iter().filter(stands).count();
        // Only turns that come round again are taken over; where nobody has a second letter, newcomers had none.
        let rounds = matches!(rules.again, Again::After(_) | Again::Round);
        let seed = self.ledger.seed_before(self.ledger.last() + 1).filter(|_| rounds);
        let memory = |code| past.last_letter(code);
        let next = register.next(before.as_ref(), &memory, seed.as_ref(), drawn as u64 + 1);
        drop((before, past));
        let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
        for person in next.present().filter(|p| !out.contains(&p.code())) {
            *sizes.entry(next.stratum(person)).or_default() += 1;
        }
        let people: u64 = sizes.values().sum();
        if asked.letters > people || people == 0 {
            return Err(No::TooManyLetters { letters: asked.letters, people });
        }
        let turns = next.turns(rules.again, &shares(asked, &sizes), day, &out);
        let letters: u64 = turns.iter().map(|turn| turn.letters).sum();
        if letters < asked.letters {
            return Err(No::TooManyLetters { letters: asked.letters, people: letters });
        }
        let new = |lot: bool| {
            let fits = |state: State| matches!(state, State::New(own) if !lot || own.is_some());
            next.people().iter().filter(|p| fits(p.state())).count() as u64
        };
        let open: u64 = turns.iter().map(|turn| turn.open).sum();
        let certain: u64 = turns.iter().map(|turn| turn.certain.len() as u64).sum();
        let head = self.ledger.head(self.ledger.last()).unwrap_or_default();
        let own_turns = Turns::of(&turns, &places, &next);
        let mut files = Folder::new();
        // A pool with numbers of the population register would be refused: such letters are drawn by the invitation lottery.
        let mut many = listed.far;
        if let Some((table, column)) = listed.whole(certain > 0)? {
            many |= register::is_never_pooled(table, *column);
            self.letter_files(table, *column, &own_turns, asked.by, &mut files);
            if certain > 0 {
                files.insert(REGISTER.into(), register_with_turns(table, *column, &own_turns));
            }
        }
        if !many {
            files.insert(CHARTER.into(), charter(rules, &head, &name, None));
        } else {
            files.retain(|name, _| name == REGISTER);
        }
        self.invitation_files(&listed, &own_turns, asked.by, (&head, &name), &mut files);
        let turn_of = own_turns.all().filter(|(_, has)| *has == Has::Not).map(|(at, _)| (at, NOT_NOW_GROUND));
        let mut not_now: Vec<(u32, &str)> =
            turn_of.chain(twins.into_iter().map(|at| (at, TWIN_GROUND))).collect();
        not_now.sort_unstable_by_key(|&(at, _)| listed.id(at));
        Ok(DueLetters {
            self_registered: own.is_some_and(|frame| frame.self_registered),
            frame: name,
            again: rules.again,
            barred: barred.0,
            // The very first letters have nobody who came since.
            newcomers: if had { (new(false), new(true)) } else { (0, 0) },
            gone: next.people().iter().filter(|p| p.state() == State::Gone).count() as u64,
            draws_left: matches!(rules.again, Again::Never | Again::Round)
                .then_some(open / asked.letters.max(1)),
            enough: asked.wanted.map(|(seats, rate)| binomial_at_least(asked.letters as u32, rate, seats)),
            stale: self.stale(day)?,
            drawn: letters - certain,
            certain,
            files,
            long: Long { not_now, grounds: why, ids: listed.ids, frame: next },
            turns,
            head,
            faults: listed.faults,
        })
    }

    /// The files of letters by the ticket lottery: among whom is drawn, who has a letter for certain, how many of each stratum.
    fn letter_files(
        &self,
        table: &Table,
        column: usize,
        turns: &Turns<'_>,
        by: Option<&str>,
        files: &mut Folder,
    ) {
        let columns = super::due::columns(table);
        let heading: Vec<&str> = columns.iter().map(|&c| table.headings[c].as_str()).collect();
        // In the order of ids, so that no order of the file reaches the lottery's bytes.
        let list = |has: Has| {
            let mut own: Vec<usize> =
                turns.all().filter(|own| own.1 == has).map(|(at, _)| at as usize).collect();
            own.sort_unstable_by_key(|&row| table.cell(row, column).trim());
            let rows = own.iter().map(|&row| columns.iter().map(|&c| table.cell(row, c)).collect());
            form::table(std::iter::once(heading.clone()).chain(rows))
        };
        files.insert(POOL.into(), list(Has::ByLot));
        if turns.turns.iter().any(|turn| !turn.certain.is_empty()) {
            files.insert(INCLUDE.into(), list(Has::Certain));
        }
        if let Some(by) = by {
            let mut quotas = vec![["feature", "value", "min", "max"].map(str::to_owned)];
            let drawn = |turn: &&Turn| !turn.drawn_from.is_empty() || !turn.certain.is_empty();
            for turn in turns.turns.iter().filter(drawn) {
                let letters = turn.letters.to_string();
                quotas.push([by.to_owned(), turn.stratum.clone(), letters.clone(), letters]);
            }
            files.insert(QUOTAS.into(), form::table(&quotas));
        }
    }

    /// The same for an invitation lottery. Whose turn it is not is excluded and counted; whoever has a letter for certain is
    /// in a stratum of their own there, which has as many letters as people, so that every chance stays what it says.
    fn invitation_files(
        &self,
        listed: &Listed,
        turns: &Turns<'_>,
        by: Option<&str>,
        (head, frame): (&str, &str),
        files: &mut Folder,
    ) {
        let split = turns.turns.iter().any(|turn| !turn.certain.is_empty());
        let headings: Vec<&str> = by.into_iter().chain(split.then_some(TURN[0])).collect();
        let mut strata: Vec<Vec<String>> =
            vec![headings.iter().copied().chain(["letters"]).map(str::to_owned).collect()];
        for turn in turns.turns {
            let mut add = |which: &str, letters: u64| {
                let cells = by.map(|_| turn.stratum.clone()).into_iter();
                let which = split.then(|| which.to_owned());
                strata.push(cells.chain(which).chain([letters.to_string()]).collect());
            };
            let sure = turn.certain.len() as u64;
            if sure > 0 {
                add(TURN[1], sure);
            }
            if !split || !turn.drawn_from.is_empty() || sure == 0 {
                add(TURN[2], turn.letters - sure);
            }
        }
        let letters: u64 = turns.turns.iter().map(|turn| turn.letters).sum();
        if !headings.is_empty() {
            files.insert(STRATA.into(), form::table(strata));
        }
        let asked = Asked { id: &listed.heading, strata: &headings, letters, frame };
        files.insert(INVITATION.into(), invitation(&self.ledger.rules, head, &asked));
    }
}

/// The register with who has a letter for certain, in the order of ids.
fn register_with_turns(table: &Table, column: usize, turns: &Turns<'_>) -> Vec<u8> {
    let columns = super::due::columns(table);
    let mut certain = vec![false; table.len()];
    turns.all().filter(|own| own.1 == Has::Certain).for_each(|(at, _)| certain[at as usize] = true);
    let mut order: Vec<usize> = (0..table.len()).collect();
    order.sort_unstable_by_key(|&row| table.cell(row, column).trim());
    let heading = columns.iter().map(|&c| table.headings[c].as_str()).chain([TURN[0]]).collect::<Vec<_>>();
    let rows = order.iter().map(|&row| {
        let turn = if certain[row] { TURN[1] } else { TURN[2] };
        columns.iter().map(|&c| table.cell(row, c)).chain([turn]).collect()
    });
    form::table(std::iter::once(heading).chain(rows))
}

/// Letters of each stratum: its share of the people, by the largest remainders.
fn shares(asked: &Letters<'_>, sizes: &BTreeMap<&str, u64>) -> BTreeMap<String, u64> {
    let values =
        sizes.iter().map(|(name, &n)| Count { name: (*name).to_owned(), units: u128::from(n) }).collect();
    let people = Distribution {
        name: asked.by.unwrap_or_default().to_owned(),
        values,
        decimals: 0,
        shares_of: None,
        left_out: Vec::new(),
        file: String::new(),
        about: Vec::new(),
    };
    let seats = u32::try_from(asked.letters).unwrap_or(u32::MAX);
    let found = apportion(&people, seats, Method::LargestRemainder, false, DEFAULT_LABEL);
    let each = found.map(|found| found.seats).unwrap_or_default();
    let each = each.iter().map(|seats| u64::from(seats.min));
    sizes.keys().map(|name| (*name).to_owned()).zip(each).collect()
}
