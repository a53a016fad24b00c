//! One person over the years: what happened to them, what bars them and until when, what chances they had, and receipts by
//! which they can check each entry. Imports `programme` and its siblings.

use super::Programme;
use super::no::No;
use crate::base::digest::Digest;
use crate::draw::code::Code;
use crate::draw::merkle;
use crate::programme::Day;
use crate::programme::chances::{self, Exact};
use crate::programme::entry::{self, ENTRIES};
use crate::programme::event::Event;
use crate::programme::past::{Bar, For, Past};
use crate::programme::rows::{self, Line};
use num_bigint::BigInt;

/// One person over the years.
pub struct Explained {
    /// Their code in the ledger.
    pub code: Code,
    /// Other codes that are linked to theirs.
    pub linked: Vec<Code>,
    /// What happened, by day.
    pub rows: Vec<Receipt>,
    /// For each body, and for letters of each frame, what bars them.
    pub bars: Vec<(String, Vec<Bar>)>,
    /// Bodies in which they have a seat, and until when.
    pub seats: Vec<(String, Day)>,
    /// The last letter in their memory.
    pub last_letter: Option<Day>,
    /// Letters they had.
    pub letters: u64,
    /// The seats they could expect, from all pools they were in: an exact sum of chances.
    pub expected: Exact,
    /// Seats they were drawn for.
    pub drawn: u64,
}

/// A row of an entry, with what leads from it to the root that the entry publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The entry.
    pub entry: u32,
    /// The row.
    pub row: String,
    /// When.
    pub date: Day,
    /// What.
    pub event: Event,
    /// Of which body; blank if of none.
    pub body: String,
    /// How many.
    pub number: Option<u64>,
    /// Until when.
    pub until: Option<Day>,
    /// Its salt.
    pub salt: Digest,
    /// Its place among the rows of the entry, from 0, and how many there are.
    pub place: (usize, usize),
    /// The digests beside the way up.
    pub path: Vec<Digest>,
}

impl Programme {
    /// One person, as of a day.
    ///
    /// # Errors
    /// [`No`].
    pub fn explain(&self, id: &str, frame: Option<&str>, day: Day) -> Result<Explained, No> {
        let frame = self.frame(frame)?;
        let past = Past::of(&self.ledger, self.ledger.last())?;
        let rules = &self.ledger.rules;
        let code = self.whom(id, &frame, &past)?;
        let codes = past.codes(code);
        let receipts = self.receipts(&codes)?;
        let of_body = rules.bodies.iter().map(|body| (body.name.clone(), For::Seat(body)));
        let of_letters = rules.frames.iter().map(|frame| (frame.name.clone(), For::Letter(Some(frame))));
        let all = of_body.chain(of_letters);
        let bars = all.map(|(name, of)| (name, past.bars(rules, of, code, day))).collect();
        let seat = |body: &crate::programme::rules::Body| {
            let (_, until) = past.seat(code, &body.name, day).filter(|seat| day < seat.1)?;
            Some((body.name.clone(), until))
        };
        // Draws that were annulled are told, and count for nothing.
        let gone = self.ledger.replaced(self.ledger.last());
        let stands = |r: &&Receipt| !gone.contains(&r.entry);
        let count = |event| receipts.iter().filter(stands).filter(|r| r.event == event).count() as u64;
        let (letters, drawn) = (count(Event::Letter), count(Event::Drawn));
        Ok(Explained {
            bars,
            seats: rules.bodies.iter().filter_map(seat).collect(),
            last_letter: past.last_letter(code),
            letters,
            drawn,
            expected: self.expected(receipts.iter().filter(stands)),
            linked: codes.into_iter().filter(|&other| other != code).collect(),
            rows: receipts,
            code,
        })
    }

    /// The rows of these codes, each with its way up.
    fn receipts(&self, codes: &[Code]) -> Result<Vec<Receipt>, No> {
        let mut receipts = Vec::new();
        for link in &self.ledger.entries {
            let n = link.number;
            let mut own = Vec::new();
            let lines = self.ledger.rows(n)?;
            for (at, line) in lines.lines().enumerate() {
                match line? {
                    Line::Row(row, text) if codes.contains(&row.person) => own.push((at, row, text)),
                    _ => {}
                }
            }
            if own.is_empty() {
                continue;
            }
            let file = |file: &str| entry::sealed(n, file);
            let torn = |name: &str| No::Torn { file: file(name), line: None };
            let salts = self.ledger.sealed(&file(entry::SALTS)).ok_or_else(|| torn(entry::SALTS))?;
            let salts = rows::salts(&salts).map_err(|_| torn(entry::SALTS))?;
            let leaves = rows::leaves(lines.bytes(), &salts).map_err(|_| torn(entry::ROWS))?;
            for (at, row, text) in own {
                receipts.push(Receipt {
                    entry: n,
                    row: text.to_owned(),
                    date: row.date,
                    event: row.event,
                    body: row.body.to_owned(),
                    number: row.number,
                    until: row.until,
                    salt: salts[at].ok_or_else(|| torn(entry::SALTS))?,
                    place: (at, leaves.len()),
                    path: merkle::path(&leaves, at),
                });
            }
        }
        receipts.sort_by_key(|receipt| (receipt.date, receipt.entry, receipt.place));
        Ok(receipts)
    }

    fn expected<'r>(&self, receipts: impl Iterator<Item = &'r Receipt>) -> Exact {
        let zero = Exact::from_integer(BigInt::from(0));
        receipts.filter(|r| r.event == Event::Pool).fold(zero, |sum, receipt| {
            let bytes = self.ledger.folder.get(&ENTRIES.path(receipt.entry, entry::CHANCES));
            let of = bytes.and_then(|bytes| chances::read(bytes).ok()).and_then(|all| Some(all.first()?.of));
            match (receipt.number, of) {
                (Some(tickets), Some(of)) => sum + Exact::new(BigInt::from(tickets), BigInt::from(of.max(1))),
                _ => sum,
            }
        })
    }
}
