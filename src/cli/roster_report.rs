//! A replayed roster in words, as JSON and as a list. Imports `panel`, `bundle`, `words` and its siblings.

use super::layout::{cell, lines, table};
use crate::assembly::{Line, Running};
use crate::bundle::supplements::Facts;
use crate::panel::balance::Balance;
use crate::panel::roster::Status;
use crate::words::catalogue::{Lang, block, number, say};
use crate::words::parts::{self, quota};
use crate::words::people;
use crate::words::quoted;
use crate::words::refusals;
use serde_json::{Value, json};

/// A replayed list of events, to be shown.
pub struct Report<'a> {
    running: &'a Running<'a>,
    /// The supplement that goes on from this draw.
    closed: Option<Facts>,
}

fn name(line: &Line) -> String {
    format!("{} {}", quoted(&line.feature), quoted(&line.value))
}

impl<'a> Report<'a> {
    /// Of this draw and these events.
    pub fn new(running: &'a Running<'a>) -> Self {
        Self { running, closed: running.drawn.supplement() }
    }

    /// "reserve 7, XXXX-XXXX-XX" or "XXXX-XXXX-XX".
    fn named(&self, lang: Lang, person: usize) -> String {
        let code = self.running.code(person);
        match self.running.roster.reserve(person) {
            Some(at) => say!(lang, "named-reserve", reserve = at + 1, code = code.to_string()),
            None => say!(lang, "named-code", code = code.to_string()),
        }
    }

    fn why(&self, lang: Lang, person: usize, before: &Balance<'_>) -> String {
        let (short, full) = self.running.changes(person, before);
        people::turn(lang, &short, &full, self.running.equals(person, before))
    }

    /// As lines on the terminal.
    pub fn text(&self, lang: Lang) -> String {
        let (running, roster) = (self.running, &self.running.roster);
        let (status, balance) = (roster.status(), roster.balance());
        let members = roster.members();
        let first = roster.earlier();
        let had = (status.len() - first) as u64;
        let head = say!(
            lang,
            "roster-head",
            had = had,
            draw = running.drawn.draw.record.draw.to_string(),
            seats = parts::seats(lang, members as u64),
            reserves = first - members,
            people = parts::people(lang, had),
            whole = running.drawn.whole.rules.seats(),
            events = running.entries.len(),
        );
        let mut text = format!("{head}\n\n");
        let mut headings =
            vec![say!(lang, "head-status"), say!(lang, "head-drawn"), say!(lang, "head-in-reserve")];
        headings.extend((had > 0).then(|| say!(lang, "head-in-before")));
        let mut by_status = table(&headings, 1);
        for kind in Status::ALL {
            let of = |part: &[Status]| number(lang, part.iter().filter(|&&s| s == kind).count() as u64);
            let mut row = vec![
                cell(&status_in_words(lang, kind)),
                cell(&of(&status[..members])),
                cell(&of(&status[members..first])),
            ];
            row.extend((had > 0).then(|| cell(&of(&status[first..]))));
            by_status.add_row(row);
        }
        text.push_str(&lines(&by_status));
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
        let in_it = running.lines(|row| running.count(row, Status::is_in));
        for line in &in_it {
            quotas.add_row([
                cell(if line.feature == last { "" } else { &line.feature }),
                cell(&line.value),
                cell(&quota(line.min, line.max)),
                cell(&number(lang, running.count(line.row, |s| s == Status::Confirmed).into())),
                cell(&number(lang, line.count.into())),
                cell(&number(lang, running.count(line.row, |s| s == Status::Waiting).into())),
            ]);
            last = &line.feature;
        }
        text.push_str(&lines(&quotas));
        text.push('\n');
        let calls = roster.calls();
        if !calls.is_empty() {
            let odd = calls.iter().filter(|call| call.due != Some(call.person)).count();
            text.push_str(&format!("{}\n", say!(lang, "roster-called", calls = calls.len(), odd = odd)));
        }
        let uncalled = roster.uncalled();
        if uncalled > 0 {
            let said = say!(lang, "roster-uncalled", count = uncalled);
            text.push_str(&format!("{}\n", say!(lang, "check", said = said)));
        }
        if let Some(supplement) = &self.closed {
            let (first, rest) = block(lang, "roster-closed", &[]);
            text.push_str(&format!("{first}\n  {}\n{}\n", supplement.line(), rest.join("\n")));
            return text;
        }
        for line in running.without_reserve() {
            let (name, filled, min) = (name(&line), line.count, line.min);
            let said = match filled < min {
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
        let coming = roster.coming();
        let seats = |n: u32| parts::seats(lang, n.into());
        let said = match (vacant, coming.len()) {
            (0, _) if balance.kept() => say!(lang, "all-kept"),
            (0, _) => say!(lang, "all-filled"),
            (n, 0) => say!(lang, "empty-seats", seats = seats(n)),
            (n, _) => say!(lang, "empty-call", seats = seats(n)),
        };
        text.push_str(&format!("{said}\n"));
        let beyond = balance.beyond();
        if beyond > 0 {
            let (people, seats) =
                (parts::people(lang, u64::from(balance.seated())), seats(balance.seated() - beyond));
            let said = say!(lang, "crowded", people = people, seats = seats);
            text.push_str(&format!("{}\n", say!(lang, "check", said = said)));
        }
        let broken = if vacant == 0 { running.broken(roster) } else { Vec::new() };
        for line in broken {
            text.push_str(&format!("  {}\n", refusals::broken_line(lang, &line)));
        }
        for (person, before) in &coming {
            let (named, id) = (self.named(lang, *person), quoted(running.id(*person)));
            let coming = say!(lang, "coming-line", named = named, id = id);
            text.push_str(&format!("  {coming}\n      {}.\n", self.why(lang, *person, before)));
        }
        let passes = |(person, before): &(usize, Balance<'_>)| !running.changes(*person, before).1.is_empty();
        if coming.iter().any(passes) {
            let (first, rest) = block(lang, "before-a-call", &[]);
            text.push_str(&format!("{first}\n  {}\n", rest.join("\n")));
        }
        let left = vacant - (coming.len() as u32).min(vacant);
        if left > 0 {
            let some = parts::yes(coming.is_empty() && roster.waiting().next().is_some());
            let said = say!(lang, "nobody-to-call", left = some, seats = seats(left));
            text.push_str(&format!("{said}\n"));
        }
        text
    }

    /// The same for programs.
    pub fn json(&self, lang: Lang) -> Value {
        let (running, roster, closed) = (self.running, &self.running.roster, &self.closed);
        let status = roster.status().iter().enumerate().map(|(i, status)| {
            let reserve = roster.reserve(i).map(|at| at + 1);
            json!({ "id": running.id(i), "code": running.code(i).to_string(), "reserve": reserve,
                    "before": i >= roster.earlier(), "status": status.word() })
        });
        let quotas = running.lines(|row| running.count(row, Status::is_in));
        let quotas = quotas.iter().map(|line| {
            json!({ "feature": line.feature, "value": line.value, "min": line.min, "max": line.max,
                    "confirmed": running.count(line.row, |s| s == Status::Confirmed),
                    "if_all_say_yes": line.count,
                    "reserves": running.count(line.row, |s| s == Status::Waiting) })
        });
        let coming = roster.coming();
        let next = coming.iter().filter(|_| closed.is_none()).map(|(person, before)| {
            json!({ "reserve": person - roster.members() + 1, "id": running.id(*person),
                    "code": running.code(*person).to_string(),
                    "why": self.why(lang, *person, before) })
        });
        let empty = running.without_reserve().into_iter().map(|line| {
            json!({ "value": name(&line), "filled": line.count, "min": line.min, "short": line.count < line.min })
        });
        let calls = roster.calls();
        json!({
            "draw": running.drawn.draw.record.draw,
            "events": running.entries.len(),
            "people": status.collect::<Vec<_>>(),
            "quotas": quotas.collect::<Vec<_>>(),
            "vacant": roster.balance().vacant(),
            "beyond": roster.balance().beyond(),
            "kept_if_all_say_yes": roster.balance().kept(),
            "calls": calls.len(),
            "out_of_turn": calls.iter().filter(|call| call.due != Some(call.person)).count(),
            "uncalled": roster.uncalled(),
            "next": next.collect::<Vec<_>>(),
            "no_reserve_left": empty.collect::<Vec<_>>(),
            "supplement": closed.as_ref().map(Facts::line),
        })
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
