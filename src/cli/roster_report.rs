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
use crate::words::catalogue::{Lang, block, number, say};
use crate::words::parts;
use crate::words::quoted;
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
    fn named(&self, lang: Lang, person: usize) -> String {
        let code = self.code(person);
        match self.roster.reserve(person) {
            Some(at) => say!(lang, "named-reserve", reserve = at + 1, code = code.to_string()),
            None => say!(lang, "named-code", code = code.to_string()),
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
    fn changes(&self, lang: Lang, person: usize, before: &Balance<'_>) -> Vec<(String, Change)> {
        let of = |name: String, count: u32, line: &Line<'_>| {
            say!(lang, "count-of", name = name, count = count, quota = quota(line.min, line.max))
        };
        let mut changes = Vec::new();
        for line in self.lines().iter().filter(|line| self.has(person, line)) {
            let count = before.counts()[line.row];
            let name = format!("{} {}", quoted(line.feature), quoted(line.value));
            if count < line.min {
                changes.push((of(name, count, line), Change::Mends));
            } else if count >= line.max {
                changes.push((of(name, count, line), Change::Passes));
            }
        }
        changes
    }

    /// Quotas that are not kept when people stand as in `filled`, which has all seats filled or goes beyond them.
    pub fn broken(&self, lang: Lang, filled: &Roster<'_>) -> Vec<String> {
        let (counts, full) = (filled.balance().counts(), filled.balance().vacant() == 0);
        let line = |line: &Line<'_>| {
            let (count, name) =
                (counts[line.row], format!("{} {}", quoted(line.feature), quoted(line.value)));
            match count {
                n if n > line.max => {
                    Some(say!(lang, "broken-most", name = name, count = n, limit = line.max))
                }
                n if n < line.min && full => {
                    Some(say!(lang, "broken-least", name = name, count = n, limit = line.min))
                }
                _ => None,
            }
        };
        self.lines().iter().filter_map(line).collect()
    }

    fn why(&self, lang: Lang, person: usize, before: &Balance<'_>) -> String {
        let of = |wanted: Change| {
            let changes = self.changes(lang, person, before).into_iter();
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
            true => say!(lang, "why-not-short"),
            false => say!(lang, "why-short", mends = parts::list(lang, &mends)),
        };
        if !passes.is_empty() {
            why.push_str(&say!(lang, "why-passes", passes = parts::list(lang, &passes)));
        }
        if equals > 0 {
            why.push_str(&say!(lang, "why-equals", count = equals + 1));
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
    pub fn text(&self, lang: Lang, closed: Option<&Facts>) -> String {
        let (status, balance) = (self.roster.status(), self.roster.balance());
        let members = self.roster.members();
        let first = self.roster.earlier();
        let had = (status.len() - first) as u64;
        let head = say!(
            lang,
            "roster-head",
            had = had,
            draw = self.drawn.record.draw.to_string(),
            seats = parts::seats(lang, members as u64),
            reserves = first - members,
            people = parts::people(lang, had),
            whole = self.whole.rules.seats(),
            events = self.entries.len(),
        );
        let mut text = format!("{head}\n\n");
        let mut headings =
            vec![say!(lang, "head-status"), say!(lang, "head-drawn"), say!(lang, "head-in-reserve")];
        headings.extend((had > 0).then(|| say!(lang, "head-in-before")));
        let mut people = table(&headings, 1);
        for kind in Status::ALL {
            let of = |part: &[Status]| number(lang, part.iter().filter(|&&s| s == kind).count() as u64);
            let mut row = vec![
                cell(&status_in_words(lang, kind)),
                cell(&of(&status[..members])),
                cell(&of(&status[members..first])),
            ];
            row.extend((had > 0).then(|| cell(&of(&status[first..]))));
            people.add_row(row);
        }
        text.push_str(&lines(&people));
        text.push('\n');
        let headings = [
            say!(lang, "head-feature"),
            say!(lang, "head-value"),
            say!(lang, "head-quota"),
            say!(lang, "head-confirmed"),
            say!(lang, "head-if-yes"),
            say!(lang, "head-reserves-left"),
        ];
        let mut quotas = table(&headings, 2);
        let mut last = "";
        for line in &self.lines() {
            quotas.add_row([
                cell(if line.feature == last { "" } else { line.feature }),
                cell(line.value),
                cell(&quota(line.min, line.max)),
                cell(&number(lang, self.count(line, |s| s == Status::Confirmed).into())),
                cell(&number(lang, self.count(line, Status::is_in).into())),
                cell(&number(lang, self.count(line, |s| s == Status::Waiting).into())),
            ]);
            last = line.feature;
        }
        text.push_str(&lines(&quotas));
        text.push('\n');
        let calls = self.roster.calls();
        if !calls.is_empty() {
            let odd = calls.iter().filter(|call| call.due != Some(call.person)).count();
            text.push_str(&format!("{}\n", say!(lang, "roster-called", calls = calls.len(), odd = odd)));
        }
        if let Some(supplement) = closed {
            let (first, rest) = block(lang, "roster-closed", &[]);
            text.push_str(&format!("{first}\n  {}\n{}\n", supplement.line(), rest.join("\n")));
            return text;
        }
        for (name, filled, min, short) in self.empty_cells() {
            let said = match short {
                true => {
                    say!(
                        lang,
                        "check",
                        said = say!(lang, "cell-short", name = name, filled = filled, min = min)
                    )
                }
                false => say!(lang, "note", said = say!(lang, "cell-bare", name = name, min = min)),
            };
            text.push_str(&format!("{said}\n"));
        }
        let vacant = balance.vacant();
        let coming = self.roster.coming();
        let seats = |n: u32| parts::seats(lang, n.into());
        let said = match (vacant, coming.len()) {
            (0, _) if balance.kept() => say!(lang, "all-kept"),
            (0, _) => say!(lang, "all-filled"),
            (n, 0) => say!(lang, "empty-seats", seats = seats(n)),
            (n, _) => say!(lang, "empty-call", seats = seats(n)),
        };
        text.push_str(&format!("{said}\n"));
        for (person, before) in &coming {
            let (named, id) = (self.named(lang, *person), quoted(self.id(*person)));
            let coming = say!(lang, "coming-line", named = named, id = id);
            text.push_str(&format!("  {coming}\n      {}.\n", self.why(lang, *person, before)));
        }
        let passes = |(person, before): &(usize, Balance<'_>)| {
            self.changes(lang, *person, before).iter().any(|(_, change)| *change == Change::Passes)
        };
        if coming.iter().any(passes) {
            let (first, rest) = block(lang, "before-a-call", &[]);
            text.push_str(&format!("{first}\n  {}\n", rest.join("\n")));
        }
        let left = vacant - (coming.len() as u32).min(vacant);
        if left > 0 {
            let some = parts::yes(coming.is_empty() && self.roster.waiting().next().is_some());
            let said = say!(lang, "nobody-to-call", left = some, seats = seats(left));
            text.push_str(&format!("{said}\n"));
        }
        text
    }

    /// The same for programs.
    pub fn json(&self, lang: Lang, closed: Option<&Facts>) -> Value {
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
                    "why": self.why(lang, *person, before) })
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

fn status_in_words(lang: Lang, status: Status) -> String {
    match status {
        Status::Confirmed => say!(lang, "roster-confirmed"),
        Status::Asked => say!(lang, "roster-asked"),
        Status::Declined => say!(lang, "roster-declined"),
        Status::Withdrew => say!(lang, "roster-withdrew"),
        Status::NoShow => say!(lang, "roster-no-show"),
        Status::Waiting => say!(lang, "roster-waiting"),
    }
}
