//! The claims of `verify` in words of `claims.ftl`. May import everything but `io` and `cli`.

mod failure;
mod letters;
mod record;
mod remark;

use super::catalogue::{Lang, block, number, say, sentence};
use super::folded;
use super::parts::several;
use crate::verify::{Claim, Id, Outcome, Report, Why};

pub use super::proved::{decimals, proved, shape, values_on_tickets};
pub use failure::failure;
pub use remark::{remark, self_registered};

/// What a claim says.
pub fn title(lang: Lang, id: Id) -> String {
    sentence(lang, &called(id), &[])
}

/// A claim by its number, which is the key of its title: "V10".
fn called(id: Id) -> String {
    format!("V{}", id.number())
}

/// What is counted when a claim is checked.
fn things(lang: Lang, id: Id, count: u64) -> String {
    let key = match id {
        Id::Tickets | Id::Quotas => "checked-tickets",
        Id::Files | Id::NothingExtra => "checked-files",
        Id::Records => "checked-records",
        Id::SeatRules | Id::SeatFigures => "checked-seat-plans",
        _ => "checked-checks",
    };
    several(lang, key, count)
}

/// Why a claim was not checked.
pub fn why(lang: Lang, why: Why) -> String {
    match why {
        Why::RestsOn(id) => say!(lang, "why-rests-on", claim = called(id)),
        Why::RestsOnLetters(_) | Why::Lacks(_) => letters::why_not(lang, why),
        Why::NoLine => say!(lang, "why-no-line"),
        Why::NoDraw => say!(lang, "why-no-draw"),
        Why::Undeclared => say!(lang, "why-undeclared"),
        Why::NoSealedTier => say!(lang, "why-no-sealed"),
        Why::NoLists => say!(lang, "why-no-lists"),
        Why::NotSearched => say!(lang, "why-not-searched"),
        Why::NoRecordBefore => say!(lang, "why-no-record-before"),
        Why::NoCodes => say!(lang, "why-no-codes"),
        Why::NotPrepared => say!(lang, "why-not-prepared"),
        Why::NotMade => say!(lang, "why-not-made"),
        Why::OtherSearch { made, here } => {
            say!(lang, "why-other-search", made = made.to_string(), here = here.to_string())
        }
        Why::NoRosters => say!(lang, "why-no-rosters"),
        Why::NoReserves => say!(lang, "why-no-reserves"),
        Why::NoSeatPlan => say!(lang, "why-no-seat-plan"),
        Why::NoSeatPlans => say!(lang, "why-no-seat-plans"),
        Why::NoSupplement => say!(lang, "why-no-supplement"),
        Why::NoActs => say!(lang, "why-no-acts"),
        Why::NothingOfIt => say!(lang, "why-nothing-of-it"),
        Why::NotAsked => say!(lang, "why-not-asked"),
        Why::NothingBefore => say!(lang, "why-nothing-before"),
    }
}

/// A claim on one line, with what has to be said about it below.
pub fn line(lang: Lang, claim: &Claim) -> String {
    let checked = things(lang, claim.id, claim.checked);
    line_of(lang, &called(claim.id), &title(lang, claim.id), &checked, claim)
}

/// The same of a claim that is called and titled otherwise; `things` is what was checked, in words.
pub(super) fn line_of(lang: Lang, called: &str, title: &str, things: &str, claim: &Claim) -> String {
    let outcome = match &claim.outcome {
        Outcome::Pass => say!(lang, "pass"),
        Outcome::Fail(_) => say!(lang, "fail"),
        Outcome::NotChecked(_) => say!(lang, "not-checked"),
    };
    let words = [say!(lang, "pass"), say!(lang, "fail"), say!(lang, "not-checked")];
    let width = words.iter().map(|word| word.chars().count() + 1).max().unwrap_or_default();
    let checked = match claim.checked {
        0 => String::new(),
        _ => format!(" ({things})"),
    };
    let mut line = format!("{called:<4}{outcome:<width$}{title}{checked}.");
    let reason = match &claim.outcome {
        Outcome::Pass => None,
        Outcome::Fail(first) => {
            Some(say!(lang, "wrong-first", count = claim.failed, first = failure(lang, first)))
        }
        Outcome::NotChecked(reason) => Some(why(lang, *reason)),
    };
    for sentence in reason.into_iter().chain(claim.remarks.iter().map(|one| remark(lang, one))) {
        line.push_str(&indented(&sentence));
    }
    line
}

/// Text below a claim, in lines that a terminal of 100 columns holds.
fn indented(text: &str) -> String {
    format!("\n{}", folded(text, 98, "      ", "      "))
}

/// What no record can show: a heading, and the things. Where people decided something, what no record of that can show too.
pub fn cannot_show(lang: Lang, acts: bool) -> (String, Vec<String>) {
    let (heading, mut items) = block(lang, "cannot-show", &[]);
    if acts {
        let last = items.len().saturating_sub(1);
        items.splice(last..last, block(lang, "cannot-show-acts", &[]).1);
    }
    (heading, items)
}

/// All claims, what is proved, and what the record cannot show.
pub fn report(lang: Lang, report: &Report) -> String {
    let mut text = String::new();
    for claim in report.told() {
        text.push_str(&line(lang, claim));
        text.push('\n');
    }
    let count = |of: fn(&Outcome) -> bool| report.told().filter(|c| of(&c.outcome)).count();
    let (passed, failed) = (count(|o| *o == Outcome::Pass), count(|o| matches!(o, Outcome::Fail(_))));
    let left = number(lang, (report.told().count() - passed - failed) as u64);
    text.push_str(&format!("\n{}\n", say!(lang, "summary", passed = passed, failed = failed, left = left)));
    if let Some(found) = &report.proved {
        text.push_str(&format!("{}\n", folded(&proved(lang, found), 98, "", "")));
    }
    let (heading, items) = cannot_show(lang, report.has_acts());
    text.push_str(&format!("{heading}\n"));
    for item in items {
        text.push_str(&format!("{}\n", folded(&item, 98, "  - ", "    ")));
    }
    text
}
