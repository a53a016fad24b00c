//! After the agreement: minority statements, stories, replies, objections and incidents, and what people said who chose to
//! take part. Imports `base` and its siblings.
//!
//! Stories are kept as they came: never counted, ranked, summarised or scored. What people said who chose to take part is
//! beside a vote and never in it.

use super::dates::{Date, Term};
use super::rows::{Agreed, Answer, Cell, Entry, Matter, Minority, Opinion, Outcome, Reply, Story};
use super::sheet::{Names, Sheet, Source};
use super::wrong::{Found, What};
use crate::base::digest::Digest;
use crate::base::line::is_letter;
use crate::base::text::tidy;
use std::collections::{BTreeMap, BTreeSet};

const OPTION: [&str; 6] = ["option", "optie", "nummer", "nr", "number", "punt"];
const TEXT: [&str; 3] = ["text", "tekst", "verhaal"];

/// The words of [`Answer`], as messages list them.
pub const ANSWERS: &str = "adopts, adopts in part, deviates, later";
/// Those of [`Matter`].
pub const MATTERS: &str = "objection, incident, complaint, recount";
/// Those of [`Outcome`].
pub const OUTCOMES: &str = "upheld, rejected, withdrawn, not admitted";

/// Reads `minority.csv`: `option,text,supporters`. `options` are those of the ballots that were counted, each with how many people
/// are on the roll of its ballot.
pub fn minority(source: Source<'_>, options: &[(&str, u64)], found: &mut Found) -> Vec<Minority> {
    let Some(sheet) = Sheet::read_any(source, found) else { return Vec::new() };
    let (option, text) = (sheet.needed(&OPTION, found), sheet.needed(&TEXT, found));
    let supporters = sheet.needed(&["supporters", "steunen", "mensen", "people", "aantal"], found);
    sheet.unused(found);
    let (Some(option), Some(text), Some(supporters)) = (option, text, supporters) else { return Vec::new() };
    let known: Vec<&str> = options.iter().map(|it| it.0).collect();
    let (names, mut all) = (Names::of(&known), Vec::new());
    for row in sheet.rows() {
        let at = sheet.known(row, option, &names, |cell, near| What::NoOption { cell, near }, found);
        let text = sheet.text(row, text, found);
        let people = sheet.number(row, supporters, found);
        if let (Some(at), Some(text), Some(people)) = (at, text, people) {
            let (option, members) = (options[at].0.to_owned(), options[at].1);
            if people > members {
                let option = option.clone();
                found.push(What::ManySupporters { option, people, members }, sheet.place(row, supporters));
            }
            all.push(Minority { option, text, supporters: people });
        }
    }
    all
}

/// Reads `stories.csv`: `table,option,text`; a story need not be about an option.
pub fn stories(source: Source<'_>, options: &[&str], found: &mut Found) -> Vec<Story> {
    let Some(sheet) = Sheet::read_any(source, found) else { return Vec::new() };
    let text = sheet.needed(&TEXT, found);
    let (table, option) = (sheet.optional(&["table", "tafel"], found), sheet.optional(&OPTION, found));
    sheet.unused(found);
    let Some(text) = text else { return Vec::new() };
    let (names, mut all) = (Names::of(options), Vec::new());
    for row in sheet.rows() {
        let about = match option.filter(|&option| !tidy(row.cell(option)).is_empty()) {
            None => Some(String::new()),
            Some(option) => sheet
                .known(row, option, &names, |cell, near| What::NoOption { cell, near }, found)
                .map(|at| options[at].to_owned()),
        };
        let (table, text) = (sheet.free(row, table, found), sheet.text(row, text, found));
        if let (Some(table), Some(option), Some(text)) = (table, about, text) {
            all.push(Story { table, option, text });
        }
    }
    all
}

/// Reads `consultation.csv`: `option,count`.
pub fn consultation(source: Source<'_>, options: &[&str], found: &mut Found) -> Vec<Opinion> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let option = sheet.needed(&OPTION, found);
    let count = sheet.needed(&["count", "telling", "aantal", "people", "mensen"], found);
    sheet.unused(found);
    let (Some(option), Some(count)) = (option, count) else { return Vec::new() };
    let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
    let names = Names::of(options);
    for row in sheet.rows() {
        let at = sheet.known(row, option, &names, |cell, near| What::NoOption { cell, near }, found);
        let count = sheet.number(row, count, found);
        let (Some(at), Some(count)) = (at, count) else { continue };
        if !seen.insert(at) {
            found.push(What::Twice { name: options[at].to_owned() }, sheet.place(row, option));
        }
        all.push(Opinion { option: options[at].to_owned(), count });
    }
    all
}

/// When replies are due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// When the agreement was handed over.
    pub handed: Date,
    /// Within what term.
    pub term: Term,
    /// Who replies.
    pub by: String,
}

impl Due {
    /// The day on which a reply is due at the latest.
    pub fn day(&self) -> Date {
        self.handed.after(self.term).unwrap_or(self.handed)
    }
}

/// Every adopted option with its reply, or without one. Reads `replies.csv`: `option,date,answer,reason,document`. `options` are
/// those of all ballots.
pub fn replies(
    source: Option<Source<'_>>,
    (agreed, options): (&[Agreed], &[&str]),
    due: &Due,
    found: &mut Found,
) -> Vec<Reply> {
    let mut given: BTreeMap<usize, Reply> = BTreeMap::new();
    if let Some(sheet) = source.and_then(|source| Sheet::read_any(source, found)) {
        read_replies(&sheet, (agreed, options), due, &mut given, found);
    }
    let none = |option: &String| Reply {
        option: option.clone(),
        due: due.day(),
        date: None,
        answer: None,
        reason: String::new(),
        document: String::new(),
    };
    let of = |(at, it): (usize, &Agreed)| given.get(&at).cloned().unwrap_or_else(|| none(&it.option));
    agreed.iter().enumerate().map(of).collect()
}

fn read_replies(
    sheet: &Sheet,
    (agreed, options): (&[Agreed], &[&str]),
    due: &Due,
    given: &mut BTreeMap<usize, Reply>,
    found: &mut Found,
) {
    let option = sheet.needed(&OPTION, found);
    let (date, answer) =
        (sheet.needed(&["date", "datum"], found), sheet.needed(&["answer", "antwoord"], found));
    let reason = sheet.optional(&["reason", "reden", "motivering"], found);
    let document = sheet.optional(&["document", "stuk"], found);
    sheet.unused(found);
    let (Some(option), Some(on), Some(how)) = (option, date, answer) else { return };
    let names: Vec<&str> = agreed.iter().map(|it| it.option.as_str()).collect();
    let (known, voted) = (Names::of(&names), Names::of(options));
    let dutch = [
        ("neemt over", Answer::Adopts),
        ("overgenomen", Answer::Adopts),
        ("deels", Answer::InPart),
        ("neemt deels over", Answer::InPart),
        ("wijkt af", Answer::Deviates),
        ("neemt niet over", Answer::Deviates),
        ("niet overgenomen", Answer::Deviates),
        ("does not adopt", Answer::Deviates),
        ("later", Answer::Later),
    ];
    for row in sheet.rows() {
        let none = |cell: String, near| match voted.has(&cell) {
            true => What::NotAdopted { option: cell },
            false => What::NoOption { cell, near },
        };
        let at = sheet.known(row, option, &known, none, found);
        let date = sheet.date(row, Some(on), found);
        let answer = sheet.word(row, Some(how), (ANSWERS, &dutch), found);
        let reason = sheet.free(row, reason, found);
        let document = sheet.free(row, document, found);
        let (Some(at), Some(date), Some(answer), Some(reason), Some(document)) =
            (at, date, answer, reason, document)
        else {
            continue;
        };
        if date.is_none() != answer.is_none() {
            found.push(What::Blank, sheet.place(row, if date.is_none() { on } else { how }));
        }
        if !document.is_empty() && !is_digest(&document) {
            found.push(What::NotDigest { cell: document.clone() }, sheet.file().row(row.row));
        }
        let reply = Reply { option: names[at].to_owned(), due: due.day(), date, answer, reason, document };
        if let Some(what) = unfounded(&reply) {
            found.push(what, sheet.file().row(row.row));
        }
        if given.insert(at, reply).is_some() {
            found.push(What::Twice { name: names[at].to_owned() }, sheet.place(row, option));
        }
    }
}

/// Whether a text is a SHA-256 as the record writes it.
pub fn is_digest(text: &str) -> bool {
    Digest::from_hex(text).is_some_and(|digest| digest.to_string() == text)
}

/// What a reply lacks: whoever deviates gives a reason or a document, whoever answers later says until when.
pub fn unfounded(reply: &Reply) -> Option<What> {
    let option = || reply.option.clone();
    match reply.answer {
        Some(Answer::InPart | Answer::Deviates)
            if !gives_ground(&reply.reason) && reply.document.is_empty() =>
        {
            Some(What::NoGround { option: option() })
        }
        Some(Answer::Later) => match later(reply) {
            None => Some(What::NoLater { option: option() }),
            // Nothing is put off to a day that had gone by when it was put off.
            Some(until) if reply.date.is_some_and(|date| until < date) => {
                Some(What::LaterGone { option: option(), day: until.to_string() })
            }
            Some(_) => None,
        },
        _ => None,
    }
}

/// Words that stand where a reason should, by their letters alone.
const NO_GROUND: &[&str] = &["nvt", "na", "geen", "nihil", "niets", "none", "nothing", "nil"];

/// Whether a reason gives one: it has letters, and they are not of a word that says that there is none.
fn gives_ground(reason: &str) -> bool {
    let letters: String = reason.to_lowercase().chars().filter(|&sign| is_letter(sign)).collect();
    !letters.is_empty() && !NO_GROUND.contains(&letters.as_str())
}

/// Until when the answer `later` puts a reply off: the last day in its reason. Of two of them the first could be kept in sight and
/// the other meant.
pub fn later(reply: &Reply) -> Option<Date> {
    let words = reply.reason.split([' ', ',', ';', '(', ')']);
    words.map(|word| word.trim_end_matches('.')).filter_map(Date::read).max()
}

/// The replies that acts published, of each option the last one: also of an option that an agreement in between did not have, so
/// that nobody replies anew to what was gone for a while. And the day of the act that published it, until when each was put off,
/// one day after the other, and until when before its day had gone by.
#[derive(Clone, Debug, Default)]
pub struct Published {
    replies: BTreeMap<String, Reply>,
    days: BTreeMap<String, Date>,
    until: BTreeMap<String, Vec<Date>>,
    moved: BTreeMap<String, Date>,
}

impl Published {
    /// Adds the replies of the next act, which is of this day.
    pub fn add(&mut self, replies: &[Reply], day: Date) {
        for reply in replies {
            self.replies.insert(reply.option.clone(), reply.clone());
            self.days.insert(reply.option.clone(), day);
            let Some(day) = later(reply).filter(|_| reply.answer == Some(Answer::Later)) else { continue };
            if reply.date.is_some_and(|date| date <= self.due(reply)) {
                self.moved.insert(reply.option.clone(), day);
            }
            let until = self.until.entry(reply.option.clone()).or_default();
            if until.last().is_none_or(|last| *last < day) {
                until.push(day);
            }
        }
    }

    /// The last replies to those options that these are to.
    pub fn to(&self, replies: &[Reply]) -> Vec<Reply> {
        replies.iter().filter_map(|reply| self.replies.get(&reply.option).cloned()).collect()
    }

    /// The day on which a reply is due: the day until which it was put off in time, if it was.
    pub fn due(&self, reply: &Reply) -> Date {
        self.moved.get(&reply.option).copied().unwrap_or(reply.due)
    }

    /// The day of the last act in which a reply had not come, where this one is of that day or before.
    pub fn backdated(&self, reply: &Reply) -> Option<Date> {
        let old = self.replies.get(&reply.option)?;
        let open = matches!(old.answer, None | Some(Answer::Later));
        let day = self.days.get(&reply.option).copied().filter(|_| open && old != reply)?;
        reply.date.filter(|date| *date <= day).map(|_| day)
    }

    /// Until when a reply was put off, if it was more than once: each day later than the one before.
    pub fn again(&self, option: &str) -> Option<&[Date]> {
        self.until.get(option).map(Vec::as_slice).filter(|days| days.len() > 1)
    }
}

/// For how long a reply may be put off before that is told.
const FAR: &str = "120 months";

/// That a reply is put off by more than [`FAR`] from this day: its option, and until when.
pub fn far_off(reply: &Reply, today: Date) -> Option<(String, String)> {
    let until = later(reply).filter(|_| reply.answer == Some(Answer::Later))?;
    let far = today.after(Term::read(FAR)?).is_some_and(|day| day < until);
    far.then(|| (reply.option.clone(), until.to_string()))
}

/// Days after an agreement until which it is handed over, before that is told.
const HANDED: i64 = 42;

/// That an agreement was handed over long after its day, with which the term of replies begins: that day, and how many days later.
/// `agreements` are the days of all agreements, one after the other, and the last one by then counts.
pub fn handed_late(handed: Date, agreements: impl Iterator<Item = Date>) -> Option<(String, u64)> {
    let agreed = agreements.filter(|day| *day <= handed).last()?;
    let days = agreed.until(handed);
    (days > HANDED).then(|| (agreed.to_string(), days.unsigned_abs()))
}

/// How a reply stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It came in time.
    Answered,
    /// It came so many days late.
    AnsweredLate(u64),
    /// It is due within so many days.
    Soon(u64),
    /// It is due later.
    Open,
    /// It is so many days late.
    Late(u64),
    /// It was put off when it was so many days late.
    PutOffLate(u64),
}

/// Days before a term ends from which it is told.
pub const SOON: i64 = 14;

impl State {
    /// By how many days it is late, or came late, or was put off too late.
    pub fn late(self) -> Option<u64> {
        match self {
            Self::Late(days) | Self::AnsweredLate(days) | Self::PutOffLate(days) => Some(days),
            Self::Answered | Self::Soon(_) | Self::Open => None,
        }
    }
}

/// How a reply stands on this day, where all are published. Whoever puts it off moves its day, as long as that has not gone by.
pub fn state(reply: &Reply, published: &Published, today: Date) -> State {
    if let (Some(date), Some(answer)) = (reply.date, reply.answer)
        && answer != Answer::Later
    {
        return match reply.due.until(date) {
            late @ 1.. => State::AnsweredLate(late as u64),
            _ => State::Answered,
        };
    }
    let due = published.due(reply);
    if let (Some(date), Some(until)) = (reply.date, later(reply))
        && reply.answer == Some(Answer::Later)
        && date > due
        && until >= today
    {
        return State::PutOffLate(due.until(date).unsigned_abs());
    }
    match today.until(due) {
        left @ 0..=SOON => State::Soon(left as u64),
        late @ ..0 => State::Late(late.unsigned_abs()),
        _ => State::Open,
    }
}

/// Reads `log.csv`: `date,kind,about,from,until,outcome,decided,by`. Roles only, never a name.
pub fn log(source: Source<'_>, found: &mut Found) -> Vec<Entry> {
    let Some(sheet) = Sheet::read_any(source, found) else { return Vec::new() };
    let date = sheet.needed(&["date", "datum"], found);
    let kind = sheet.needed(&["kind", "soort"], found);
    let about = sheet.needed(&["about", "over", "waarover"], found);
    let from = sheet.optional(&["from", "van", "wie"], found);
    let until = sheet.optional(&["until", "tot", "uiterlijk"], found);
    let outcome = sheet.optional(&["outcome", "uitkomst"], found);
    let decided = sheet.optional(&["decided", "besloten"], found);
    let by = sheet.optional(&["by", "door"], found);
    sheet.unused(found);
    let (Some(date), Some(kind), Some(about)) = (date, kind, about) else { return Vec::new() };
    let kinds = [
        ("bezwaar", Matter::Objection),
        ("incident", Matter::Incident),
        ("klacht", Matter::Complaint),
        ("hertelling", Matter::Recount),
    ];
    let outcomes = [
        ("gegrond", Outcome::Upheld),
        ("ongegrond", Outcome::Rejected),
        ("ingetrokken", Outcome::Withdrawn),
        ("niet-ontvankelijk", Outcome::NotAdmitted),
        ("niet ontvankelijk", Outcome::NotAdmitted),
    ];
    let mut all = Vec::new();
    for row in sheet.rows() {
        let day = sheet.date(row, Some(date), found);
        let what = sheet.word(row, Some(kind), (MATTERS, &kinds), found);
        if day == Some(None) {
            found.push(What::Blank, sheet.place(row, date));
        }
        if what == Some(None) {
            found.push(What::Blank, sheet.place(row, kind));
        }
        let about = sheet.text(row, about, found);
        let (from, by) = (sheet.free(row, from, found), sheet.free(row, by, found));
        let (until, decided) = (sheet.date(row, until, found), sheet.date(row, decided, found));
        let outcome = sheet.word(row, outcome, (OUTCOMES, &outcomes), found);
        let (Some(Some(date)), Some(Some(kind)), Some(about), Some(from)) = (day, what, about, from) else {
            continue;
        };
        let (Some(until), Some(outcome), Some(decided), Some(by)) = (until, outcome, decided, by) else {
            continue;
        };
        let entry = Entry { date, kind, about, from, until, outcome, decided, by };
        if lacks_decision(&entry) {
            found.push(What::NoDecision, sheet.file().row(row.row));
        }
        all.push(entry);
    }
    all
}

/// Whether a row of the log says how something ended, and not who decided that or on what day. Whoever takes it back decides it alone.
pub fn lacks_decision(entry: &Entry) -> bool {
    let by_others = entry.outcome.is_some_and(|outcome| outcome != Outcome::Withdrawn);
    by_others && (entry.decided.is_none() || entry.by.is_empty())
}

/// Whether a row of the log that is about this text names an option or a ballot, alone or among other words.
pub fn names(about: &str, name: &str) -> bool {
    let words = |text: &str| {
        let words =
            text.split([' ', ',', ';', ':', '.', '(', ')', '"', '\'']).filter(|word| !word.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" ").to_lowercase())
    };
    words(about).contains(&words(name))
}

/// The first row of the log that was published and is not there any more, from 0: of a row only its end may change, from
/// nothing to something.
pub fn lost_entry(before: &[Entry], now: &[Entry]) -> Option<usize> {
    let goes_on = |old: &Entry, new: &Entry| {
        let same = (old.date, old.kind, &old.about, &old.from) == (new.date, new.kind, &new.about, &new.from);
        let kept = |old: String, new: String| old.is_empty() || old == new;
        same && kept(old.until.write(), new.until.write())
            && kept(old.outcome.write(), new.outcome.write())
            && kept(old.decided.write(), new.decided.write())
            && kept(old.by.clone(), new.by.clone())
    };
    (0..before.len()).find(|&at| now.get(at).is_none_or(|new| !goes_on(&before[at], new)))
}

/// The first reply that was published and is another now, from 0: only `later` may be followed by an answer.
pub fn lost_reply(before: &[Reply], now: &[Reply]) -> Option<usize> {
    let settled = |reply: &Reply| reply.answer.is_some_and(|answer| answer != Answer::Later);
    (0..before.len()).find(|&at| {
        let old = &before[at];
        settled(old) && !now.iter().any(|new| new == old)
            || !now.iter().any(|new| (&new.option, new.due) == (&old.option, old.due))
            || (old.answer == Some(Answer::Later)
                && now.iter().any(|new| new.option == old.option && new.answer.is_none()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::read(text).unwrap()
    }

    fn reply(date: Option<&str>, answer: Option<Answer>, reason: &str) -> Reply {
        Reply {
            option: "1".into(),
            due: day("2017-05-13"),
            date: date.map(day),
            answer,
            reason: reason.into(),
            document: String::new(),
        }
    }

    #[test]
    fn a_reply_is_open_soon_late_or_came() {
        let state = |reply: &Reply, today: Date| {
            let mut published = Published::default();
            published.add(std::slice::from_ref(reply), today);
            state(reply, &published, today)
        };
        let open = reply(None, None, "");
        assert_eq!(state(&open, day("2017-04-20")), State::Open);
        assert_eq!(state(&open, day("2017-04-29")), State::Soon(14));
        assert_eq!(state(&open, day("2017-05-13")), State::Soon(0));
        assert_eq!(state(&open, day("2017-05-14")), State::Late(1));
        let came = reply(Some("2017-05-23"), Some(Answer::Adopts), "");
        assert_eq!(state(&came, day("2017-06-01")), State::AnsweredLate(10));
        let later = reply(Some("2017-05-10"), Some(Answer::Later), "after the budget, 1-11-2017.");
        assert_eq!(state(&later, day("2017-06-01")), State::Open);
        assert_eq!(state(&later, day("2017-11-03")), State::Late(2));
        // Put off when the term had run out, which does not make it open again.
        let late = reply(Some("2017-05-23"), Some(Answer::Later), "after the budget, 1-11-2017.");
        assert_eq!(state(&late, day("2017-06-01")), State::PutOffLate(10));
        assert_eq!(state(&late, day("2017-11-03")), State::Late(174));
    }

    /// Whoever put it off in time may do so again until the day that was said; and whoever is late then, is.
    #[test]
    fn a_reply_that_was_put_off_in_time_is_due_on_the_day_that_was_said() {
        let first = reply(Some("2017-05-10"), Some(Answer::Later), "1-11-2017");
        let after = |date| {
            let again = reply(Some(date), Some(Answer::Later), "1-2-2018");
            let mut published = Published::default();
            for reply in [&first, &again, &again] {
                published.add(std::slice::from_ref(reply), day("2017-12-01"));
            }
            state(&again, &published, day("2017-12-01"))
        };
        assert_eq!(after("2017-11-01"), State::Open);
        assert_eq!(after("2017-11-04"), State::PutOffLate(3));
    }

    #[test]
    fn a_reply_that_had_not_come_is_not_of_an_earlier_day() {
        let told = |before: &Reply, now: &Reply| {
            let mut published = Published::default();
            published.add(std::slice::from_ref(before), day("2017-06-20"));
            published.backdated(now)
        };
        let came = |date| reply(Some(date), Some(Answer::Adopts), "");
        let (open, later) =
            (reply(None, None, ""), reply(Some("2017-05-10"), Some(Answer::Later), "1-11-2017"));
        for before in [&open, &later] {
            assert_eq!(told(before, &came("2017-05-10")), Some(day("2017-06-20")));
            assert_eq!(told(before, &came("2017-06-20")), Some(day("2017-06-20")));
            assert_eq!(told(before, &came("2017-06-21")), None);
            assert_eq!(told(before, before), None);
        }
        assert_eq!(told(&came("2017-05-10"), &came("2017-05-10")), None);
    }

    #[test]
    fn whoever_deviates_says_why() {
        assert!(unfounded(&reply(Some("2017-05-10"), Some(Answer::Deviates), "")).is_some());
        assert!(unfounded(&reply(Some("2017-05-10"), Some(Answer::Deviates), "too dear")).is_none());
        assert!(unfounded(&reply(Some("2017-05-10"), Some(Answer::Later), "soon")).is_some());
        assert!(unfounded(&reply(Some("2017-05-10"), Some(Answer::Adopts), "")).is_none());
        for none in ["-", ".", "n.v.t.", "N/A", "geen", "123"] {
            assert!(unfounded(&reply(Some("2017-05-10"), Some(Answer::InPart), none)).is_some(), "{none}");
        }
        let put_off = |until| unfounded(&reply(Some("2017-05-10"), Some(Answer::Later), until));
        assert!(put_off("2017-05-10").is_none() && put_off("2017-05-09").is_some());
    }

    #[test]
    fn nothing_that_was_published_is_lost() {
        let entry = |about: &str, outcome| Entry {
            date: day("2027-01-01"),
            kind: Matter::Objection,
            about: about.into(),
            from: "member".into(),
            until: None,
            outcome,
            decided: None,
            by: String::new(),
        };
        let before = [entry("the count", None), entry("the hall", Some(Outcome::Upheld))];
        let settled = [entry("the count", Some(Outcome::Rejected)), before[1].clone(), entry("more", None)];
        assert_eq!(lost_entry(&before, &settled), None);
        assert_eq!(lost_entry(&before, &settled[1..]), Some(0));
        assert_eq!(lost_entry(&before, &[before[0].clone(), entry("the hall", None)]), Some(1));
        let open = [reply(None, None, "")];
        let came = [reply(Some("2017-05-23"), Some(Answer::Adopts), "")];
        let other = [reply(Some("2017-05-23"), Some(Answer::Deviates), "no")];
        assert_eq!(lost_reply(&open, &came), None);
        assert_eq!(lost_reply(&came, &other), Some(0));
        assert_eq!(lost_reply(&came, &open), Some(0));
        assert_eq!(lost_reply(&open, &[]), Some(0));
    }
}
