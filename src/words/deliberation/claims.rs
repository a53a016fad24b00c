//! What is wrong with an act of a deliberation, in words of `deliberation.ftl`. Imports `verify` and `words`.

use super::super::catalogue::{Lang, count, say, sentence};
use super::super::parts::date;
use super::super::{quoted, shown};
use super::input;
use crate::deliberation::warning::Warning;
use crate::verify::{ActWrong, Remark};

/// What is wrong with an act.
pub fn failure(lang: Lang, act: u32, wrong: ActWrong, about: Option<&str>) -> String {
    let said = match wrong {
        ActWrong::Date => say!(lang, "act-date"),
        ActWrong::Draw => say!(lang, "act-draw"),
        ActWrong::Roster => say!(lang, "act-roster"),
        ActWrong::Replaces => say!(lang, "act-replaces"),
        ActWrong::Twice => say!(lang, "act-twice"),
        ActWrong::Topics => say!(lang, "act-topics"),
        ActWrong::Answers => say!(lang, "act-answers"),
        ActWrong::Rule => say!(lang, "act-rule"),
        ActWrong::RuleLater => say!(lang, "act-rule-later"),
        ActWrong::NoBallot => say!(lang, "act-no-ballot"),
        ActWrong::Options => say!(lang, "act-options"),
        ActWrong::Roll => say!(lang, "act-roll"),
        ActWrong::Present => say!(lang, "act-present"),
        ActWrong::Annulled => say!(lang, "act-annulled"),
        ActWrong::Numbers => say!(lang, "act-numbers"),
        ActWrong::Ballots => say!(lang, "act-ballots"),
        ActWrong::Recounted => say!(lang, "act-recounted"),
        ActWrong::FewPapers => say!(lang, "act-few-papers"),
        ActWrong::FewAgain => say!(lang, "act-few-again"),
        ActWrong::Papers => say!(lang, "act-papers"),
        ActWrong::Votes => say!(lang, "act-votes"),
        ActWrong::ByRole => say!(lang, "act-by-role"),
        ActWrong::Beacon => say!(lang, "act-beacon"),
        ActWrong::Round => say!(lang, "act-round"),
        ActWrong::Class => say!(lang, "act-class"),
        ActWrong::Source => say!(lang, "act-source"),
        ActWrong::Seed => say!(lang, "act-seed"),
        ActWrong::NoTie => say!(lang, "act-no-tie"),
        ActWrong::LotAgain => say!(lang, "act-lot-again"),
        ActWrong::Adopted => say!(lang, "act-adopted"),
        ActWrong::Beside => say!(lang, "act-beside"),
        ActWrong::Supporters => say!(lang, "act-supporters"),
        ActWrong::Consultation => say!(lang, "act-consultation"),
        ActWrong::Willing => say!(lang, "act-willing"),
        ActWrong::Group => say!(lang, "act-group"),
        ActWrong::OtherPanel => say!(lang, "act-other-panel"),
        ActWrong::OtherPeople => say!(lang, "act-other-people"),
        ActWrong::GroupAnnulled => say!(lang, "act-group-annulled"),
        ActWrong::GroupRecord => say!(lang, "act-group-record"),
        ActWrong::Called => say!(lang, "act-called"),
        ActWrong::Due => say!(lang, "act-due"),
        ActWrong::LongTerm => say!(lang, "act-long-term"),
        ActWrong::Ground => say!(lang, "act-ground"),
        ActWrong::ToCome => say!(lang, "act-to-come"),
        ActWrong::BeforeAgreed => say!(lang, "act-before-agreed"),
        ActWrong::LogDay => say!(lang, "act-log-day"),
        ActWrong::NoDecision => say!(lang, "act-no-decision"),
        ActWrong::Lost => say!(lang, "act-lost"),
    };
    match about.filter(|about| !about.is_empty()) {
        Some(about) => {
            say!(lang, "act-wrong-about", act = act.to_string(), about = quoted(about), said = said)
        }
        None => say!(lang, "act-wrong", act = act.to_string(), said = said),
    }
}

/// Acts that replace others.
pub fn replaced(lang: Lang, acts: &[(u32, u32, String)]) -> String {
    let one = |(act, old, why): &(u32, u32, String)| {
        say!(lang, "remark-act-replaced", act = act.to_string(), old = old.to_string(), why = quoted(why))
    };
    acts.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// What an act leaves open, or does beside what everybody expects.
pub fn told(lang: Lang, remark: &Remark) -> String {
    let list = |names: &[String]| names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let range = |(least, most): (u64, u64)| match least == most {
        true => most.to_string(),
        false => format!("{least}-{most}"),
    };
    match remark {
        Remark::LotAmong { group, before, people } => {
            say!(lang, "remark-lot-among", group = shown(group), before = shown(before), people = *people)
        }
        Remark::GroupUncalled { group, alternates } => {
            say!(lang, "remark-group-uncalled", group = shown(group), count = *alternates)
        }
        Remark::GroupGone { group, people } => {
            say!(lang, "remark-group-gone", group = shown(group), count = *people)
        }
        Remark::MinorityGone { act, before, statements } => say!(
            lang,
            "remark-minority-gone",
            act = act.to_string(),
            before = before.to_string(),
            count = *statements,
        ),
        Remark::OtherBy { by, promised } => {
            say!(lang, "remark-other-by", by = quoted(by), promised = quoted(promised))
        }
        Remark::NotDrawn { ballot, others, members, left } => {
            let all =
                say!(lang, "remark-not-drawn", ballot = quoted(ballot), others = *others, members = *members);
            let left = left.map(|people| say!(lang, "remark-drawn-left", people = people));
            [Some(all), left].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Remark::OtherPresent { ballot, act, before, now } => {
            let (act, before, now) = (act.to_string(), range(*before), range(*now));
            say!(lang, "remark-other-present", act = act, ballot = quoted(ballot), before = before, now = now)
        }
        Remark::OtherRoles { ballot, act } => {
            say!(lang, "remark-other-roles", act = act.to_string(), ballot = quoted(ballot))
        }
        Remark::OtherVotes { ballot, act, more, gone, other } => say!(
            lang,
            "remark-other-votes",
            act = act.to_string(),
            ballot = quoted(ballot),
            more = *more,
            gone = *gone,
            other = *other,
        ),
        Remark::PapersGone { ballot, act, before } => {
            let (act, before) = (act.to_string(), before.to_string());
            say!(lang, "remark-papers-gone", act = act, ballot = quoted(ballot), before = before)
        }
        Remark::PapersMore { ballot, act, before, papers } => say!(
            lang,
            "remark-papers-more",
            act = act.to_string(),
            ballot = quoted(ballot),
            before = before.to_string(),
            had = papers.0,
            has = papers.1,
        ),
        Remark::VotedAgain { option, ballot, before, of, act } => say!(
            lang,
            "remark-voted-again",
            option = quoted(option),
            ballot = quoted(ballot),
            before = quoted(before),
            of = quoted(of),
            act = act.to_string(),
        ),
        Remark::SameWords { ballot, options } => {
            let one = |(first, other): &(String, String)| {
                say!(lang, "remark-same-words-one", option = quoted(other), other = quoted(first))
            };
            let list = options.iter().map(one).collect::<Vec<_>>().join("; ");
            say!(lang, "remark-same-words", ballot = quoted(ballot), list = list)
        }
        Remark::NoBallotsSoFar { ballots } => {
            say!(lang, "remark-no-ballots-so-far", count = ballots.len(), ballots = list(ballots))
        }
        Remark::NoConsultationSoFar { until } => {
            say!(lang, "remark-no-consultation-so-far", until = date(lang, until))
        }
        Remark::NoRepliesSoFar { by, term } => {
            say!(lang, "remark-no-replies-so-far", by = quoted(by), term = super::term_said(lang, term))
        }
        Remark::SeveralLots { ballot, acts } => {
            let acts: Vec<String> = acts.iter().map(u32::to_string).collect();
            say!(lang, "remark-several-lots", ballot = quoted(ballot), acts = acts.join(", "))
        }
        Remark::FinishedBefore { ballot, day, phase, from, answer } => {
            let (day, from) = (date(lang, day), date(lang, from));
            let (ballot, phase) = (quoted(ballot), quoted(phase));
            let said =
                say!(lang, "remark-finished-before", ballot = ballot, day = day, phase = phase, from = from);
            format!("{said} {}", answered(lang, answer.as_deref()))
        }
        Remark::Uncounted { ballots } => {
            say!(lang, "remark-uncounted", count = ballots.len(), ballots = list(ballots))
        }
        Remark::Undecided { options } => {
            say!(lang, "remark-undecided", options = list(options))
        }
        Remark::PutOffAgain(replies) => {
            let one = |(option, days): &(String, Vec<String>)| {
                let days = days.iter().map(|day| date(lang, day)).collect::<Vec<_>>().join(", ");
                say!(lang, "remark-put-off-one", option = quoted(option), days = days)
            };
            let list = replies.iter().map(one).collect::<Vec<_>>().join("; ");
            say!(lang, "remark-put-off", list = list)
        }
        Remark::FarOff { replies } => {
            let one = |(option, day): &(String, String)| {
                say!(lang, "remark-far-off-one", option = quoted(option), day = day.clone())
            };
            let list = replies.iter().map(one).collect::<Vec<_>>().join(", ");
            say!(lang, "remark-far-off", list = list)
        }
        Remark::Backdated(replies) => {
            let one = |(option, day, act): &(String, String, String)| {
                let (day, act) = (date(lang, day), date(lang, act));
                say!(lang, "remark-backdated-one", option = quoted(option), day = day, act = act)
            };
            let list = replies.iter().map(one).collect::<Vec<_>>().join("; ");
            say!(lang, "remark-backdated", list = list)
        }
        Remark::OtherTerms(act, (before, now)) => {
            let said = |[handed, within, by]: &[String; 3]| {
                let within = super::term_said(lang, within);
                say!(lang, "remark-terms", handed = date(lang, handed), term = within, by = quoted(by))
            };
            let now = now.as_ref().map_or_else(|| "none".to_owned(), said);
            say!(lang, "remark-other-terms", act = act.to_string(), before = said(before), now = now)
        }
        Remark::NoVote(ballot, act, role, people) => say!(
            lang,
            "remark-no-vote",
            ballot = quoted(ballot),
            act = act.to_string(),
            role = quoted(role),
            count = *people,
        ),
        Remark::LikeCounts(ballot, other) => {
            say!(lang, "remark-like-counts", ballot = quoted(ballot), other = quoted(other))
        }
        Remark::HandedLate(agreed, days) => {
            say!(lang, "remark-handed-late", agreed = date(lang, agreed), days = *days)
        }
        Remark::NotRecounted(about) => say!(lang, "remark-not-recounted", about = list(about)),
        Remark::Undrawn(options) => say!(lang, "remark-undrawn", options = list(options)),
        Remark::NeverCounted(ballots) => {
            say!(lang, "remark-never-counted", count = ballots.len(), ballots = list(ballots))
        }
        Remark::TwoBallots(ballot, other, options) => {
            say!(lang, "remark-two-ballots", ballot = quoted(ballot), other = quoted(other), count = *options)
        }
        Remark::NeverDrawn(group, act) => {
            say!(lang, "remark-never-drawn", group = shown(group), act = act.to_string())
        }
        Remark::TopicsGone(act, before, topics) => {
            let (act, before) = (act.to_string(), before.to_string());
            let topics = list(topics);
            say!(lang, "remark-topics-gone", act = act, before = before, topics = topics)
        }
        Remark::OtherwiseAsked(act, how, days) => {
            let (from, until) = (date(lang, &days.0), date(lang, &days.1));
            let act = act.to_string();
            say!(lang, "remark-otherwise-asked", act = act, how = quoted(how), from = from, until = until)
        }
        _ => String::new(),
    }
}

/// A ballot whose line nobody gave.
pub fn ballot_line(lang: Lang, ballot: &str, line: &str) -> String {
    say!(lang, "remark-ballot-line", ballot = shown(ballot), line = line)
}

/// What a charter warns of.
pub fn warned(lang: Lang, warnings: &[(&'static str, String, Option<String>)]) -> String {
    let one = |(word, about, answer): &(&'static str, String, Option<String>)| {
        let about =
            if *word == Warning::InputWithoutQuota.word() { input(lang, about) } else { shown(about) };
        let said = sentence(lang, &format!("warning-{word}"), &[("about", about.into())]);
        format!("{said} {}", answered(lang, answer.as_deref()))
    };
    warnings.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// What the organiser says to a warning.
fn answered(lang: Lang, answer: Option<&str>) -> String {
    match answer {
        Some(text) => say!(lang, "warning-answer", text = quoted(text)),
        None => say!(lang, "warning-unanswered"),
    }
}

/// Replies that are late.
pub fn late(lang: Lang, replies: &[(String, u64)]) -> String {
    let one = |(option, days): &(String, u64)| {
        say!(lang, "remark-late-one", option = quoted(option), days = count(lang, *days))
    };
    say!(lang, "remark-late", list = replies.iter().map(one).collect::<Vec<_>>().join("; "))
}
