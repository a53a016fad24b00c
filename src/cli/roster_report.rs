//! A replayed roster in words, as JSON and as a list. Imports `panel`, `bundle`, `words` and its siblings.

use super::earlier::Earlier;
use super::layout::{cell, lines, table};
use super::quota_table::quota;
use super::roster::Replayed;
use crate::bundle::continued::Facts;
use crate::bundle::{form, household};
use crate::draw::code::Code;
use crate::panel::balance::Balance;
use crate::panel::roster::{Roster, Status};
use crate::words::{en, number, quoted};
use serde_json::{Value, json};

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

    /// As lines on the terminal. `closed` is the supplement that goes on from this draw.
    pub fn text(&self, closed: Option<&Facts>) -> String {
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
        if let Some(supplement) = closed {
            text.push_str(&format!(
                "A supplement goes on from this draw, so nobody is called from this list any more. Its line:\n  {}\n\
                 Whoever leaves since then is put down in a list of its own, with the folder of the supplement:\n\
                 it knows everybody who has a seat.\n",
                supplement.line()
            ));
            return text;
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
            (n, 0) => format!("{} empty.\n", en::seats(n.into())),
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
        let passes = |(person, before): &(usize, Balance<'_>)| {
            self.changes(*person, before).iter().any(|(_, change)| *change == Change::Passes)
        };
        if coming.iter().any(passes) {
            text.push_str(
                "Before a call that goes beyond a quota you may ask whether a supplement could keep all quotas:\n  \
                 \"geloot draw --supplement\" says so, and how to pass reserves over for a reason that everybody can read.\n",
            );
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

    /// The same for programs.
    pub fn json(&self, closed: Option<&Facts>) -> Value {
        let status = self.roster.status().iter().enumerate().map(|(i, status)| {
            let reserve = self.roster.reserve(i).map(|at| at + 1);
            json!({ "id": self.id(i), "code": self.code(i).to_string(), "reserve": reserve,
                    "before": i >= self.roster.earlier(), "status": status.word() })
        });
        let quotas = self.lines();
        let quotas = quotas.iter().map(|line| {
            json!({ "feature": line.feature, "value": line.value, "min": line.min, "max": line.max,
                    "confirmed": self.count(line, |s| s == Status::Confirmed),
                    "if_all_say_yes": self.count(line, Status::is_in),
                    "reserves": self.count(line, |s| s == Status::Waiting) })
        });
        let coming = self.roster.coming();
        let next = coming.iter().filter(|_| closed.is_none()).map(|(person, before)| {
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
            "supplement": closed.map(Facts::line),
        })
    }

    /// Everybody with their status and all columns.
    pub fn list(&self) -> Vec<u8> {
        let (pool, columns) = (&self.dossier.pool, &self.dossier.columns);
        let own = ["status", "reserve"].map(str::to_owned).into_iter();
        let header = own.chain(columns.iter().map(|&c| pool.headings()[c].clone())).collect::<Vec<_>>();
        let row = |(i, status): (usize, &Status)| {
            let reserve = self.roster.reserve(i).map_or(String::new(), |at| (at + 1).to_string());
            let cells: Vec<String> = match self.by_id.get(i) {
                Some(&at) => columns.iter().map(|&c| pool.cell(at, c).to_owned()).collect(),
                None => self.dossier.as_row(&self.earlier[i - self.by_id.len()]),
            };
            [status.word().to_owned(), reserve].into_iter().chain(cells).collect()
        };
        form::table(std::iter::once(header).chain(self.roster.status().iter().enumerate().map(row)))
    }
}

/// In the order of [`Status::ALL`].
const STATUS: [&str; 6] = ["confirmed", "asked, no answer yet", "declined", "withdrew", "no-show", "waiting"];
