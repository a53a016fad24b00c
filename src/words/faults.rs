//! Every fault in words: what is wrong, where, what it means for the draw, what can be done. The sentences are in the
//! catalogues `faults.ftl` and `figures.ftl`, by code. Imports `base` and `words`.

mod args;
mod figures;
mod prepare;

use super::Message;
use super::catalogue::{Lang, block, number, say};
use super::parts::{capital, place};
use crate::base::fault::{Blame, Fault, Faults, Grade, Kind};

pub use figures::group_name;

/// Everything found, the worst first, as blocks of lines. Ends, when the work stops, with what was
/// saved: nothing.
pub fn report(lang: Lang, faults: &Faults) -> String {
    report_of(lang, faults, &[Grade::Stop, Grade::Check, Grade::Note])
}

/// [`report`], of these grades only.
pub fn report_of(lang: Lang, faults: &Faults, grades: &[Grade]) -> String {
    let mut text = blocks(lang, faults, grades);
    match faults.blame() {
        Some(Blame::Input) => {
            text.push_str(&format!("{} {}\n", say!(lang, "nothing-drawn"), say!(lang, "not-clear")));
        }
        Some(Blame::Answer) => text.push_str(&format!("{}\n", say!(lang, "nothing-drawn"))),
        None => {}
    }
    text
}

/// Faults of these grades as blocks of lines, without a word on what was saved.
pub fn blocks(lang: Lang, faults: &Faults, grades: &[Grade]) -> String {
    let mut text = String::new();
    for &grade in grades {
        let mut kinds: Vec<Kind> = faults.iter().map(Fault::kind).filter(|k| k.grade() == grade).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let messages = faults.iter().filter(|fault| fault.kind() == kind).map(|f| message(lang, f));
            text.push_str(&alike(lang, messages, faults.more(kind), kind.code()));
        }
    }
    text
}

/// Messages of one kind as blocks of lines. What is the same for several is said once, below the last of them.
pub(super) fn alike(lang: Lang, messages: impl Iterator<Item = Message>, more: usize, code: &str) -> String {
    let mut text = String::new();
    let mut messages = messages.peekable();
    while let Some(mut message) = messages.next() {
        if messages.peek().is_some_and(|next| next.details == message.details) {
            message.details.clear();
        }
        text.push_str(&message.block());
    }
    if more > 0 {
        let more = say!(lang, "more-of-these", count = number(lang, more as u64));
        text.push_str(&format!("  {more}  [{code}]\n"));
    }
    text
}

/// One fault in words.
pub fn message(lang: Lang, fault: &Fault) -> Message {
    let (_, details) = sentences(lang, fault);
    Message { headline: headline(lang, fault.grade(), &plain(lang, fault), fault.code()), details }
}

/// One fault in a line, without its grade and code: where it stands and what is wrong.
pub fn plain(lang: Lang, fault: &Fault) -> String {
    let (wrong, _) = sentences(lang, fault);
    let place = place(lang, &fault.place);
    if place.is_empty() { capital(&wrong) } else { format!("{place}: {wrong}") }
}

/// A first line: how bad it is, what is wrong, and the code.
pub fn headline(lang: Lang, grade: Grade, said: &str, code: &str) -> String {
    let graded = match grade {
        Grade::Stop => say!(lang, "stop", said = said),
        Grade::Check => say!(lang, "check", said = said),
        Grade::Note => say!(lang, "note", said = said),
    };
    format!("{graded}  [{code}]")
}

/// The sentence after the place, and the lines below it.
fn sentences(lang: Lang, fault: &Fault) -> (String, Vec<String>) {
    let (wrong, mut details) = block(lang, fault.code(), &args::of(lang, fault));
    details.splice(0..0, args::first_lines(lang, &fault.what));
    (wrong, details)
}
