//! The programme in words of `programme.ftl`: claims, refusals, events. May import everything but `io` and `cli`.

use super::catalogue::{Arg, Lang, block, count, number, say, sentence};
use super::faults::headline;
use super::{Message, parts, quoted, shown};
use crate::assembly::programme::{BadList, No, Odd};
use crate::base::fault::Grade;
use crate::draw::code::Code;
use crate::programme::claims::{Against, Claim, Failure, Id, Outcome, Remark, Why, Wrong};
use crate::programme::entry::Sort;
use crate::programme::past::Bar;
use crate::programme::rules::{self, Wanted, What};
use crate::programme::{Day, Event, Ground};
use std::collections::BTreeSet;

/// The keys of what each claim says.
const TITLES: [&str; 12] = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12"];

/// What a claim says.
pub fn title(lang: Lang, id: Id) -> String {
    sentence(lang, TITLES[usize::from(id.number()) - 1], &[])
}

/// An event.
pub fn event(lang: Lang, event: Event) -> String {
    say!(lang, "prog-event", event = event.word())
}

/// The number of an event, with what it counts; of somebody excluded, the ground.
pub fn amount(lang: Lang, of: Event, amount: u64) -> String {
    if let (Event::Excluded, Some(own)) = (of, Ground::of_number(amount)) {
        return ground(lang, own);
    }
    let number = match of {
        // Cents, as money is written.
        Event::Paid => parts::decimal(lang, &format!("{}.{:02}", amount / 100, amount % 100)),
        _ => number(lang, amount),
    };
    say!(lang, "prog-amount", event = of.word(), number = number)
}

/// A ground on which somebody is barred.
pub fn ground(lang: Lang, ground: Ground) -> String {
    parts::barred(lang, ground)
}

/// What an entry is of.
pub fn kind(lang: Lang, kind: Sort) -> String {
    say!(lang, "prog-kind", kind = kind.word())
}

/// What bars somebody from what, in a sentence.
pub fn bar(lang: Lang, of: &str, bar: &Bar) -> String {
    let until = bar.until.map_or("none".to_owned(), |until| parts::date(lang, &until.to_string()));
    let (what, since) = match bar.since {
        Some((what, since)) => (event(lang, what), parts::date(lang, &since.to_string())),
        None => ("none".to_owned(), String::new()),
    };
    let ground = ground(lang, bar.ground);
    say!(
        lang,
        "prog-explain-barred",
        of = of.to_owned(),
        ground = ground,
        until = until,
        event = what,
        since = since
    )
}

/// Why a claim was not checked.
pub fn why(lang: Lang, why: Why) -> String {
    let (word, claim) = match why {
        Why::RestsOn(id) => ("rests", id.number().to_string()),
        Why::NoHead => ("head", String::new()),
        Why::NoRecord => ("record", String::new()),
        Why::NotSealed => ("sealed", String::new()),
        Why::Nothing => ("nothing", String::new()),
    };
    say!(lang, "prog-not-checked", why = word, claim = claim)
}

/// What was wrong first.
pub fn failure(lang: Lang, failure: &Failure) -> String {
    let word = match failure.what {
        Wrong::Gap => "gap",
        Wrong::File => "file",
        Wrong::Previous => "previous",
        Wrong::Fact => "fact",
        Wrong::Earlier => "earlier",
        Wrong::NotLast => "not-last",
        Wrong::Head => "head",
        Wrong::NotEntered => "not-entered",
        Wrong::DrawMissing => "draw-missing",
        Wrong::BadRecord => "bad-record",
        Wrong::Charter => "charter",
        Wrong::BeforeCharter => "before-charter",
        Wrong::Body => "body",
        Wrong::Key => "key",
        Wrong::Seed => "seed",
        Wrong::Sum => "sum",
        Wrong::Count => "count",
        Wrong::Feature => "feature",
        Wrong::Grown => "grown",
        Wrong::Rules => "rules",
        Wrong::Kind => "kind",
        Wrong::Chances => "chances",
        Wrong::Excluded => "excluded",
        Wrong::Root => "root",
        Wrong::Unaccounted => "unaccounted",
        Wrong::Early => "early",
        Wrong::Code => "code",
        Wrong::WasBarred => "was-barred",
        Wrong::Alike => "alike",
        Wrong::NoGround => "no-ground",
        Wrong::TooMany => "too-many",
        Wrong::TooLong => "too-long",
        Wrong::OutOfTurn => "out-of-turn",
        Wrong::PassedOver => "passed-over",
        Wrong::Lot => "lot",
        Wrong::Burden => "burden",
    };
    let entry = failure.entry.map_or("-".to_owned(), |n| n.to_string());
    let file = failure.file.as_deref().map_or("-".to_owned(), shown);
    let person = failure.person.map_or("-".to_owned(), |code| code.to_string());
    say!(lang, "prog-failure", what = word, entry = entry, file = file, person = person)
}

/// What a lottery has against the rules about who is barred.
pub fn against(lang: Lang, against: &Against) -> String {
    let no = No::AgainstRules { against: Box::new(against.clone()) };
    block(lang, no.code().unwrap_or_default(), &against_args(lang, against)).0
}

fn against_args(lang: Lang, against: &Against) -> Vec<(&'static str, Arg<'static>)> {
    let groundless = against.groundless.len() as u64;
    vec![("barred", count(lang, against.people())), ("groundless", count(lang, groundless))]
}

/// The grounds on which people who were in a lottery were barred.
pub fn grounds(lang: Lang, against: &Against) -> Vec<String> {
    let line = |(&of, (people, until)): (&Ground, &(BTreeSet<Code>, Option<Day>))| {
        let until = until.map_or("none".to_owned(), |until| until.to_string());
        let people = parts::people(lang, people.len() as u64);
        say!(lang, "prog-due-barred-line", ground = ground(lang, of), people = people, until = until)
    };
    against.barred.iter().map(line).collect()
}

/// What may not be meant in a list that was entered.
pub fn odd(lang: Lang, odd: &Odd) -> String {
    let listed = |rows: &[usize]| {
        let shown: Vec<String> = rows.iter().take(ROWS_SHOWN).map(usize::to_string).collect();
        parts::list(lang, &shown)
    };
    match odd {
        Odd::Before { rows, begun } => {
            say!(lang, "prog-odd-before", rows = listed(rows), begun = begun.to_string())
        }
        Odd::LongDay { rows, .. } => say!(lang, "prog-odd-long-day", rows = listed(rows)),
        Odd::Body { rows, body, near } => {
            say!(lang, "prog-odd-body", rows = listed(rows), body = quoted(body), near = parts::or_none(near))
        }
        Odd::OtherDay { entry, day } => {
            say!(lang, "prog-other-day", entry = entry.to_string(), date = day.to_string())
        }
        Odd::Ended { rows } => say!(lang, "prog-odd-ended", rows = listed(rows)),
        Odd::Besides { rows, entry } => {
            say!(lang, "prog-odd-besides", rows = listed(rows), entry = entry.to_string())
        }
    }
}

/// Rows that are named one by one.
const ROWS_SHOWN: usize = 24;

/// What has to be known besides.
pub fn remark(lang: Lang, remark: &Remark) -> String {
    match remark {
        Remark::Erased { retention, request } => say!(
            lang,
            "prog-remark-erased",
            rows = count(lang, retention + request),
            retention = count(lang, *retention),
            request = count(lang, *request),
        ),
        Remark::Partly => say!(lang, "prog-remark-partly"),
        Remark::BarredLate { entry, people } => {
            say!(lang, "prog-remark-barred-late", entry = entry.to_string(), count = count(lang, *people))
        }
        Remark::OtherGrounds(people) => say!(lang, "prog-remark-grounds", count = count(lang, *people)),
        Remark::RenewedLate { body, due, day } => say!(
            lang,
            "prog-remark-renewed-late",
            body = quoted(body),
            due = due.to_string(),
            day = day.to_string(),
        ),
        Remark::AsEntered { links, served } => {
            say!(lang, "prog-remark-as-entered", links = count(lang, *links), served = count(lang, *served),)
        }
        Remark::Annulled(entries) => say!(lang, "prog-remark-annulled", count = count(lang, *entries)),
        Remark::Unbound { lines, dates } => {
            say!(lang, "prog-remark-unbound", lines = count(lang, *lines), dates = count(lang, *dates))
        }
        Remark::ForNobody(charters) => say!(lang, "prog-remark-for-nobody", count = count(lang, *charters)),
        Remark::NewcomersBy { entry, title } => {
            say!(lang, "prog-remark-newcomers-by", entry = entry.to_string(), title = quoted(title))
        }
        Remark::Unsaid { entry, frame } => {
            say!(lang, "prog-remark-unsaid", entry = entry.to_string(), frame = quoted(frame))
        }
        Remark::Swing { setting, from, until, changed, back, lotteries } => {
            let entries: Vec<String> = lotteries.iter().map(u32::to_string).collect();
            say!(
                lang,
                "prog-remark-swing",
                setting = shown(setting),
                from = from.to_string(),
                until = until.to_string(),
                changed = changed.to_string(),
                back = back.to_string(),
                count = count(lang, lotteries.len() as u64),
                entries = parts::list(lang, &entries),
            )
        }
        Remark::OpenKeys(records) => {
            let names = records.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
            say!(lang, "prog-remark-open-keys", records = names)
        }
        Remark::Gap { entry, charter, entered } => say!(
            lang,
            "prog-remark-gap",
            entry = entry.to_string(),
            charter = charter.to_string(),
            entered = entered.to_string(),
        ),
        Remark::Others(others) => say!(lang, "prog-remark-others", count = count(lang, *others)),
    }
}

/// A claim on one line, with what has to be said about it below.
pub fn line(lang: Lang, claim: &Claim) -> String {
    let (outcome, reason) = match &claim.outcome {
        Outcome::Pass => (say!(lang, "pass"), None),
        Outcome::Fail(first) => (say!(lang, "fail"), Some(failure(lang, first))),
        Outcome::NotChecked(reason) => (say!(lang, "not-checked"), Some(why(lang, *reason))),
    };
    let words = [say!(lang, "pass"), say!(lang, "fail"), say!(lang, "not-checked")];
    let width = words.iter().map(|word| word.chars().count() + 1).max().unwrap_or_default();
    let checked = match claim.checked {
        0 => String::new(),
        checked => format!(" ({})", say!(lang, "prog-checked", count = count(lang, checked))),
    };
    let called = TITLES[usize::from(claim.id.number()) - 1];
    let mut text = format!("{called:<4}{outcome:<width$}{}{checked}.", title(lang, claim.id));
    for said in reason.into_iter().chain(claim.remarks.iter().map(|one| remark(lang, one))) {
        text.push_str(&format!("\n      {said}"));
    }
    text
}

/// All claims.
pub fn report(lang: Lang, claims: &[Claim]) -> String {
    let mut text: String = claims.iter().map(|claim| format!("{}\n", line(lang, claim))).collect();
    let of = |wanted: fn(&Outcome) -> bool| claims.iter().filter(|claim| wanted(&claim.outcome)).count();
    let (passed, failed) = (of(|o| *o == Outcome::Pass), of(|o| matches!(o, Outcome::Fail(_))));
    let left = claims.len() - passed - failed;
    text.push_str(&format!(
        "\n{}\n",
        say!(lang, "prog-summary", passed = passed, failed = failed, left = left)
    ));
    text
}

/// What is wrong with a setting of the rules.
pub fn rule(lang: Lang, wrong: &rules::Wrong) -> String {
    let none = || Arg::from("none");
    let key = if wrong.key.is_empty() { none() } else { Arg::from(shown(&wrong.key)) };
    let (mut near, mut months, mut rule, mut needed) =
        (none(), String::new(), String::new(), "ever".to_owned());
    let what = match &wrong.what {
        What::NotToml(bad) => {
            months = bad.line.to_string();
            near = bad.curly.map_or(none(), |sign| Arg::from(sign.to_string()));
            "not-toml"
        }
        What::Missing => "missing",
        What::Unknown { near: other } => {
            near = parts::or_none(other);
            "unknown"
        }
        What::Wanted(wanted) => wanted_word(*wanted),
        What::Twice => "twice",
        What::Nobody => "nobody",
        What::TooShort { kept, needed: back, rule: by } => {
            (months, rule) = (kept.to_string(), shown(by));
            needed = back.map_or(needed, |back| back.to_string());
            "too-short"
        }
    };
    say!(
        lang,
        "prog-rule",
        key = key,
        what = what,
        number = months,
        near = near,
        rule = rule,
        needed = needed
    )
}

fn wanted_word(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Name => "name",
        Wanted::Months => "months",
        Wanted::Number => "number",
        Wanted::Seats => "seats",
        Wanted::Texts => "texts",
        Wanted::Table => "table",
        Wanted::Again => "again",
        Wanted::Kind => "kind",
        Wanted::YesNo => "yes-no",
        Wanted::Event => "event",
        Wanted::Renewals => "renewals",
    }
}

/// The row of what is wrong in a list, if it is in one, and the same without it: faults that differ in nothing else are one line.
fn without_row(bad: &BadList) -> (Option<usize>, BadList) {
    let mut same = bad.clone();
    let row = match &mut same {
        BadList::Cell { row, .. }
        | BadList::Word { row, .. }
        | BadList::Unknown { row, .. }
        | BadList::Later { row }
        | BadList::Entered { row, .. } => Some(std::mem::take(row)),
        // Each has a row of its own that it repeats.
        BadList::Twice { row, .. } => Some(*row),
        BadList::Column { .. } | BadList::Near { .. } => None,
    };
    (row, same)
}

/// What is wrong in a list, a line for each fault with its rows: the first two dozen.
fn list(lang: Lang, bad: &[BadList]) -> Vec<String> {
    const SHOWN: usize = 24;
    const ROWS: usize = 12;
    let mut faults: Vec<(BadList, Vec<usize>)> = Vec::new();
    for one in bad {
        let (row, same) = without_row(one);
        match faults.iter_mut().find(|(own, _)| *own == same) {
            Some((_, rows)) => rows.extend(row),
            None => faults.push((same, row.into_iter().collect())),
        }
    }
    // Two rows are told one by one; more of the same would hide what else is wrong.
    let split = |(bad, rows): (BadList, Vec<usize>)| -> Vec<(BadList, Vec<usize>)> {
        match rows.len() {
            2 => rows.into_iter().map(|row| (bad.clone(), vec![row])).collect(),
            _ => vec![(bad, rows)],
        }
    };
    let faults: Vec<(BadList, Vec<usize>)> = faults.into_iter().flat_map(split).collect();
    let one = |(bad, rows): &(BadList, Vec<usize>)| {
        let mut shown: Vec<String> = rows.iter().take(ROWS).map(usize::to_string).collect();
        shown.extend((rows.len() > ROWS).then(|| "…".to_owned()));
        let row = shown.join(", ");
        match bad {
            BadList::Column { heading, names, known } => say!(
                lang,
                "prog-list-column",
                heading = parts::heading(lang, heading),
                names = names.join(", "),
                known = parts::names(lang, known),
            ),
            BadList::Word { heading, cell, words, .. } => say!(
                lang,
                "prog-list-word",
                row = row,
                heading = quoted(heading),
                cell = quoted(cell),
                words = words
                    .iter()
                    .map(|[en, nl]| if lang == Lang::Nl { *nl } else { *en })
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
            BadList::Near { heading, near } => {
                say!(lang, "prog-list-near", heading = quoted(heading), near = quoted(near))
            }
            BadList::Cell { heading, cell, want, .. } => {
                let said = say!(
                    lang,
                    "prog-list-cell",
                    row = row,
                    heading = quoted(heading),
                    cell = parts::or_none(cell),
                );
                let how = say!(lang, "prog-list-want", want = want.word());
                if how.is_empty() { said } else { format!("{said} {how}") }
            }
            BadList::Unknown { alike, .. } => {
                say!(lang, "prog-list-unknown", row = row, alike = parts::yes(*alike))
            }
            BadList::Later { .. } => say!(lang, "prog-list-later", row = row),
            BadList::Twice { first, .. } => {
                say!(lang, "prog-list-twice", row = row, first = first.to_string())
            }
            BadList::Entered { entry, .. } => {
                say!(lang, "prog-list-entered", row = row, entry = entry.to_string())
            }
        }
    };
    let mut lines: Vec<String> = faults.iter().take(SHOWN).map(one).collect();
    if faults.len() > SHOWN {
        lines.push(say!(lang, "prog-list-more", count = number(lang, (faults.len() - SHOWN) as u64)));
    }
    lines
}

/// Why an act is not done; `file` is the file of rules that was given, if one was. What has codes of its own inside is put in
/// words by whoever knows those.
pub fn message(lang: Lang, no: &No, file: &str) -> Message {
    let code = no.code().unwrap_or_default();
    let text = |text: &str| Arg::from(quoted(text));
    let none = || Arg::from("none");
    let known = |known: &[String]| match known {
        [] => none(),
        all => Arg::from(parts::names(lang, all)),
    };
    let name = |name: &Option<String>| name.as_ref().map_or_else(none, |name| text(name));
    let args: Vec<(&'static str, Arg<'_>)> = match no {
        No::Rules(wrong) => vec![("count", count(lang, wrong.len() as u64)), ("file", text(file))],
        No::Torn { file, line } => {
            vec![("file", text(file)), ("line", line.map_or_else(none, |line| Arg::from(line.to_string())))]
        }
        No::Changed { claim } => vec![("claim", Arg::from(line(lang, claim)))],
        No::NoBody { name: own, known: all } => {
            vec![("name", name(own)), ("known", Arg::from(parts::names(lang, all)))]
        }
        No::NoFrame { name: own, known: all } => vec![("name", name(own)), ("known", known(all))],
        No::NoIds { file } | No::OtherFrame { file } => vec![("file", text(file))],
        No::List { file, bad } => vec![("file", text(file)), ("count", count(lang, bad.len() as u64))],
        No::Odd { file, .. } => vec![("file", text(file))],
        No::Name { name } => vec![("name", text(name))],
        No::Unknown { near } => vec![("near", Arg::from(parts::yes(*near)))],
        No::TooManyLetters { letters, people } => {
            vec![("letters", count(lang, *letters)), ("people", count(lang, *people))]
        }
        No::CarriedSeats { least, most } => {
            vec![("least", count(lang, *least)), ("most", count(lang, *most))]
        }
        No::StayUnknown { people } => vec![("people", count(lang, *people as u64))],
        No::NoColumn { file, heading, known } => vec![
            ("file", text(file)),
            ("heading", text(heading)),
            ("known", Arg::from(parts::names(lang, known))),
        ],
        No::TooEarly { date, last } => {
            vec![("date", Arg::from(date.clone())), ("last", Arg::from(last.clone()))]
        }
        No::HalfErased { rows } => vec![("rows", count(lang, *rows))],
        No::OtherBody { charter, given, letters } => {
            let letters = Arg::from(parts::yes(*letters));
            vec![("charter", text(charter)), ("given", text(given)), ("letters", letters)]
        }
        No::BodyAsLetters { charter } => vec![("charter", text(charter))],
        No::OldLine { named, rules, charter } => vec![
            ("named", Arg::from(named.to_string())),
            ("rules", Arg::from(rules.to_string())),
            ("charter", Arg::from(charter.clone())),
        ],
        No::BeforeCharter { date, charter } => {
            vec![("date", Arg::from(date.clone())), ("charter", Arg::from(charter.clone()))]
        }
        No::LooksBarred { people, rows, beside } => {
            let rows: Vec<String> = rows.iter().take(ROWS_SHOWN).map(usize::to_string).collect();
            let rows = if rows.is_empty() { none() } else { Arg::from(parts::list(lang, &rows)) };
            let beside = Arg::from(parts::yes(*beside));
            vec![("people", count(lang, *people as u64)), ("rows", rows), ("beside", beside)]
        }
        No::AgainstRules { against } => against_args(lang, against),
        No::LinkedTwice { rows } => {
            let rows: Vec<String> = rows.iter().map(usize::to_string).collect();
            vec![("rows", Arg::from(parts::list(lang, &rows)))]
        }
        _ => Vec::new(),
    };
    let (wrong, rest) = block(lang, code, &args);
    let first = match no {
        No::Rules(wrong) => wrong.iter().map(|one| rule(lang, one)).collect(),
        No::List { bad, .. } => list(lang, bad),
        No::AgainstRules { against } => grounds(lang, against),
        No::Odd { odd: all, .. } => all.iter().map(|one| odd(lang, one)).collect(),
        _ => Vec::new(),
    };
    let details = first.into_iter().chain(rest).chain([say!(lang, "nothing-changed")]);
    Message { headline: headline(lang, Grade::Stop, &wrong, code), details: details.collect() }
}
