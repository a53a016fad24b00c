//! What is wrong with what a deliberation is given, and what follows from it, in words of `deliberation.ftl`. Imports
//! `base`, `deliberation`, `assembly` and `words`.

pub mod claims;
pub mod pages;

use super::catalogue::{Arg, Lang, block, count, say, sentence};
use super::faults::{alike, headline};
use super::parts::{capital, date, place};
use super::{Message, quoted, shown};
use crate::base::fault::Grade;
use crate::deliberation::charter::{INPUT, Phase};
use crate::deliberation::dates::{Date, Term};
use crate::deliberation::follow::{ANSWERS, MATTERS, OUTCOMES, State};
use crate::deliberation::rows::{Answer, Class, Matter, Outcome, Standing};
use crate::deliberation::rule::{Base, Means, Rule, Secrecy, Ties};
use crate::deliberation::share::Than;
use crate::deliberation::warned::Warned;
use crate::deliberation::warning::Warning;
use crate::deliberation::wrong::{Datum, Found, What, Wrong};

/// What was found, the worst first, as blocks of lines, of these grades; at most twenty of a kind.
pub fn report(lang: Lang, found: &Found, grades: &[Grade]) -> String {
    const SHOWN: usize = 20;
    let mut text = String::new();
    for &grade in grades {
        let mut all: Vec<&Wrong> = found.wrongs.iter().filter(|wrong| wrong.what.grade() == grade).collect();
        all.sort_by_key(|wrong| wrong.what.code());
        for same in all.chunk_by(|a, b| a.what.code() == b.what.code()) {
            let messages = same.iter().take(SHOWN).map(|wrong| message(lang, wrong));
            let more = same.len().saturating_sub(SHOWN);
            text.push_str(&alike(lang, messages, more, same[0].what.code()));
        }
    }
    text
}

/// One thing that is wrong, in words.
pub fn message(lang: Lang, wrong: &Wrong) -> Message {
    let arg = |datum: Datum| match datum {
        Datum::Text(text) => Arg::from(quoted(&text)),
        Datum::Word(word) => Arg::from(word),
        Datum::Number(number) => count(lang, number),
        Datum::None => Arg::from("none"),
    };
    let mut args: Vec<(&'static str, Arg<'_>)> =
        wrong.what.data().into_iter().map(|(name, datum)| (name, arg(datum))).collect();
    if let What::NotWord { words, .. } = &wrong.what {
        args.retain(|(name, _)| *name != "words");
        args.push(("words", Arg::from(cells(lang, words))));
    }
    // Days and terms as people say them.
    let own: Vec<(&'static str, String)> = match &wrong.what {
        What::LongTerm { term, promised } => {
            vec![("term", term_said(lang, term)), ("promised", term_said(lang, promised))]
        }
        What::OtherTerms { handed, term, .. } => {
            vec![("handed", date(lang, handed)), ("term", term_said(lang, term))]
        }
        _ => Vec::new(),
    };
    args.retain(|(name, _)| !own.iter().any(|(said, _)| said == name));
    args.extend(own.into_iter().map(|(name, said)| (name, Arg::from(said))));
    let (said, details) = block(lang, wrong.what.code(), &args);
    let place = place(lang, &wrong.place);
    let said = if place.is_empty() { capital(&said) } else { format!("{place}: {said}") };
    Message { headline: headline(lang, wrong.what.grade(), &said, wrong.what.code()), details }
}

/// The words that can stand in a cell, as the reader of this language writes them.
fn cells(lang: Lang, words: &str) -> String {
    match words {
        ANSWERS => say!(lang, "cells-answers"),
        MATTERS => say!(lang, "cells-matters"),
        OUTCOMES => say!(lang, "cells-outcomes"),
        papers => {
            let word = |word: &str| match word {
                "for" => say!(lang, "cell-for"),
                "against" => say!(lang, "cell-against"),
                "neutral" => say!(lang, "cell-neutral"),
                "blank" => say!(lang, "cell-blank"),
                "invalid" => say!(lang, "cell-invalid"),
                other => other.to_owned(),
            };
            papers.split(", ").map(word).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A class in words.
pub fn class(lang: Lang, class: Class) -> String {
    match class {
        Class::Adopted => say!(lang, "class-adopted"),
        Class::Majority => say!(lang, "class-majority"),
        Class::Rejected => say!(lang, "class-rejected"),
        Class::NoQuorum => say!(lang, "class-no-quorum"),
        Class::Undecided => say!(lang, "class-undecided"),
        Class::In => say!(lang, "class-in"),
        Class::InByLot => say!(lang, "class-in-by-lot"),
        Class::Out => say!(lang, "class-out"),
        Class::OutByLot => say!(lang, "class-out-by-lot"),
        Class::Tied => say!(lang, "class-tied"),
    }
}

/// A base in words: "the votes for and against".
pub fn base(lang: Lang, base: Base) -> String {
    match base {
        Base::ForAndAgainst => say!(lang, "base-two"),
        Base::Cast => say!(lang, "base-cast"),
        Base::Present => say!(lang, "base-present"),
        Base::Members => say!(lang, "base-members"),
    }
}

/// A rule in a sentence or two.
pub fn rule(lang: Lang, rule: &Rule) -> String {
    let mut parts = Vec::new();
    if let Some(majority) = &rule.majority {
        let (share, of) = (majority.share.to_string(), base(lang, majority.of));
        parts.push(match majority.than {
            Than::AtLeast => say!(lang, "rule-at-least", share = share, of = of),
            Than::MoreThan => say!(lang, "rule-more-than", share = share, of = of),
        });
    }
    if rule.consensus {
        parts.push(say!(lang, "rule-consensus"));
    }
    match rule.means {
        Means::ForAgainst { .. } => {}
        Means::Choose { most } => parts.push(say!(lang, "rule-choose", most = u64::from(most))),
        Means::Points { each, all } => {
            parts.push(say!(lang, "rule-points", each = u64::from(each), all = u64::from(all)));
        }
    }
    if let Some(best) = &rule.best {
        let ties = match best.ties {
            Ties::All => "all",
            Ties::None => "none",
            Ties::Lot(_) => "lot",
        };
        parts.push(say!(lang, "rule-best", places = best.places, ties = ties));
    }
    parts.push(match rule.quorum {
        None => say!(lang, "rule-no-quorum"),
        Some(share) => say!(lang, "rule-quorum", share = share.to_string()),
    });
    parts.push(match rule.secrecy {
        Secrecy::Shown => say!(lang, "rule-shown"),
        Secrecy::Paper => say!(lang, "rule-paper"),
        Secrecy::Open => say!(lang, "rule-open"),
    });
    parts.join(" ")
}

/// A role: `drawn` in words, others as they are called.
pub fn role(lang: Lang, role: &str) -> String {
    if role == crate::deliberation::roll::DRAWN { say!(lang, "role-drawn") } else { shown(role) }
}

/// How a delegate stands.
pub fn standing(lang: Lang, standing: Standing) -> String {
    match standing {
        Standing::Delegate => say!(lang, "standing-delegate"),
        Standing::Alternate => say!(lang, "standing-alternate"),
        Standing::Withdrew => say!(lang, "standing-withdrew"),
    }
}

/// An answer in words.
pub fn answer(lang: Lang, answer: Option<Answer>) -> String {
    match answer {
        None => say!(lang, "answer-none"),
        Some(Answer::Adopts) => say!(lang, "answer-adopts"),
        Some(Answer::InPart) => say!(lang, "answer-in-part"),
        Some(Answer::Deviates) => say!(lang, "answer-deviates"),
        Some(Answer::Later) => say!(lang, "answer-later"),
    }
}

/// How a reply stands.
pub fn state(lang: Lang, state: State) -> String {
    match state {
        State::Answered => say!(lang, "state-answered"),
        State::AnsweredLate(days) => say!(lang, "state-answered-late", days = count(lang, days)),
        State::Soon(days) => say!(lang, "state-soon", days = count(lang, days)),
        State::Open => say!(lang, "state-open"),
        State::Late(days) => say!(lang, "state-late", days = count(lang, days)),
        State::PutOffLate(days) => say!(lang, "state-put-off-late", days = count(lang, days)),
    }
}

/// What a row of the log is about.
pub fn matter(lang: Lang, matter: Matter) -> String {
    match matter {
        Matter::Objection => say!(lang, "matter-objection"),
        Matter::Incident => say!(lang, "matter-incident"),
        Matter::Complaint => say!(lang, "matter-complaint"),
        Matter::Recount => say!(lang, "matter-recount"),
    }
}

/// How it ended.
pub fn outcome(lang: Lang, outcome: Option<Outcome>) -> String {
    match outcome {
        None => say!(lang, "outcome-none"),
        Some(Outcome::Upheld) => say!(lang, "outcome-upheld"),
        Some(Outcome::Rejected) => say!(lang, "outcome-rejected"),
        Some(Outcome::Withdrawn) => say!(lang, "outcome-withdrawn"),
        Some(Outcome::NotAdmitted) => say!(lang, "outcome-not-admitted"),
    }
}

/// A day as people say it.
pub fn day(lang: Lang, day: Date) -> String {
    date(lang, &day.to_string())
}

/// A term as people say it.
pub fn term(lang: Lang, term: Term) -> String {
    match term {
        Term::Days(n) => say!(lang, "term-days", count = u64::from(n)),
        Term::Weeks(n) => say!(lang, "term-weeks", count = u64::from(n)),
        Term::Months(n) => say!(lang, "term-months", count = u64::from(n)),
    }
}

/// The same of a term as the record has it.
pub fn term_said(lang: Lang, text: &str) -> String {
    Term::read(text).map_or_else(|| shown(text), |it| term(lang, it))
}

/// What a charter lets people bring in, one of `INPUT`, as people say it.
pub fn input(lang: Lang, word: &str) -> String {
    match INPUT.iter().position(|it| *it == word) {
        Some(0) => say!(lang, "input-lived"),
        Some(1) => say!(lang, "input-expert"),
        Some(2) => say!(lang, "input-policy"),
        _ => shown(word),
    }
}

/// A warning with what it is about, as a sentence and lines below it.
pub fn warning(lang: Lang, warned: &Warned) -> (String, Vec<String>) {
    let about = shown(&warned.about);
    let said = match warned.warning {
        Warning::NoBallotRule => say!(lang, "warning-no-ballot-rule", about = about),
        Warning::NoReplyTerm => say!(lang, "warning-no-reply-term", about = about),
        Warning::IdleVote => say!(lang, "warning-idle-vote", about = about),
        Warning::IdleLot => say!(lang, "warning-idle-lot", about = about),
        Warning::FinishedOptions => {
            say!(lang, "warning-finished-options", about = about)
        }
        Warning::RungFalls => say!(lang, "warning-rung-falls", about = about),
        Warning::InputWithoutQuota => {
            say!(lang, "warning-input-without-quota", about = input(lang, &warned.about))
        }
        Warning::TieAdopts => say!(lang, "warning-tie-adopts", about = about),
        Warning::ConsultationDecides => {
            say!(lang, "warning-consultation-decides", about = about)
        }
    };
    let answer = match &warned.answer {
        Some(text) => say!(lang, "warning-answer", text = quoted(text)),
        None => say!(lang, "warning-no-answer", word = warned.warning.word()),
    };
    (said, vec![answer])
}

/// A phase: its name, days and rung.
pub fn phase(lang: Lang, phase: &Phase) -> String {
    const FIVE: [&str; 5] = ["rung-5-1", "rung-5-2", "rung-5-3", "rung-5-4", "rung-5-5"];
    const SEVEN: [&str; 7] =
        ["rung-7-1", "rung-7-2", "rung-7-3", "rung-7-4", "rung-7-5", "rung-7-6", "rung-7-7"];
    let keys: &[&str] = if phase.scale == 5 { &FIVE } else { &SEVEN };
    let rung = sentence(lang, keys[phase.rung as usize - 1], &[]);
    say!(
        lang,
        "phase",
        name = shown(&phase.name),
        from = day(lang, phase.from),
        until = day(lang, phase.until),
        rung = rung,
        number = phase.rung.to_string(),
        scale = phase.scale.to_string(),
    )
}
