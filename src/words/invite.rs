//! The invitation lottery in words of `invite.ftl`: what is wrong with its files, and its claims. May import everything but
//! `io` and `cli`.

use super::catalogue::{Args, Lang, args, block, count, number, say, sentence};
use super::claims::{failure, line_of, why};
use super::faults::{alike, headline};
use super::parts::{date, names, place, public_grounds, several, yes};
use super::{Message, quoted};
use crate::base::fault::Grade;
use crate::invite::plan::Share;
use crate::invite::weights::Weights;
use crate::invite::{What, Wrong, Wrongs};
use crate::verify::Outcome;
use crate::verify::invite::{Claim, Id, Report};
use num_rational::Ratio;

/// What was found, as blocks of lines, of these grades; at most twenty of a kind.
pub fn report(lang: Lang, wrongs: &Wrongs, grades: &[Grade]) -> String {
    const SHOWN: usize = 20;
    let mut text = String::new();
    for &grade in grades {
        let mut all: Vec<&Wrong> = wrongs.0.iter().filter(|wrong| wrong.what.grade() == grade).collect();
        all.sort_by_key(|wrong| wrong.what.code());
        for same in all.chunk_by(|a, b| a.what.code() == b.what.code()) {
            let messages = same.iter().take(SHOWN).map(|wrong| message(lang, wrong));
            text.push_str(&alike(lang, messages, same.len().saturating_sub(SHOWN), same[0].what.code()));
        }
    }
    text
}

/// One wrong in words.
pub fn message(lang: Lang, wrong: &Wrong) -> Message {
    let (said, details) = block(lang, wrong.what.code(), &args(lang, &wrong.what));
    let place = place(lang, &wrong.place);
    let colon = if place.is_empty() { "" } else { ": " };
    let said = format!("{place}{colon}{said}");
    Message { headline: headline(lang, wrong.what.grade(), &said, wrong.what.code()), details }
}

fn args(lang: Lang, what: &What) -> Args {
    let named = |text: &str| if text.is_empty() { "none".to_owned() } else { text.to_owned() };
    match what {
        What::NoColumn { role, names, headings } => {
            args![role = *role, names = names.clone(), headings = headings.clone()]
        }
        What::ColumnTwice { names, .. } => args![names = names.clone()],
        What::Ragged { cells, due } => args![cells = *cells, due = *due],
        What::UnknownStratum { shown } => args![shown = shown.clone()],
        What::TermMissing { table, key } | What::TermWrong { table, key } => {
            args![table = *table, key = *key]
        }
        What::TermUnknown { table, key, near } => {
            let near = near.as_ref().map_or("none".to_owned(), |near| quoted(near));
            args![table = named(table), key = quoted(key), near = near]
        }
        What::TermsClash { one, other } => args![one = quoted(one), other = quoted(other)],
        What::NoLetter { stratum, people } => {
            args![stratum = quoted(stratum), people = count(lang, *people)]
        }
        What::Swapped { born, since } => args![born = quoted(born), since = quoted(since)],
        What::FarPost { posted, charter } => {
            args![posted = date(lang, posted), charter = date(lang, charter)]
        }
        What::RegisterTwice { other } => args![other = quoted(other)],
        What::LongList { stratum, list, people, most } => {
            let (list, people, most) = (count(lang, *list), count(lang, *people), count(lang, *most));
            args![stratum = quoted(stratum), list = list, people = people, most = most]
        }
        What::HeavyList { stratum, list, sum, greatest, most } => {
            let n = |n: &u64| count(lang, *n);
            args![
                stratum = quoted(stratum),
                list = n(list),
                sum = n(sum),
                greatest = n(greatest),
                most = n(most)
            ]
        }
        What::FewPeople { stratum, letters, people } => {
            let (letters, people) = (count(lang, *letters), count(lang, *people));
            args![stratum = quoted(stratum), letters = letters, people = people]
        }
        What::StrataColumn { name, headings } => {
            let headings = headings.as_ref().map_or("hidden".to_owned(), |all| named(all));
            args![name = quoted(name), headings = headings]
        }
        What::StrataAlike { heading, one, other } => {
            args![heading = quoted(heading), one = quoted(one), other = quoted(other)]
        }
        What::TableForm { row } => args![row = row.to_string()],
        What::TablesDiffer { about, stratum } => {
            let stratum = if *stratum == 0 { "none".to_owned() } else { stratum.to_string() };
            args![about = *about, stratum = stratum]
        }
        What::RowsBad { about, rows } => args![about = about.clone(), rows = count(lang, *rows)],
        What::FewAreas { areas, wanted } => args![areas = count(lang, *areas), wanted = count(lang, *wanted)],
        What::ListColumns { wanted } => {
            let one = |names: &Vec<String>| {
                either(lang, &names.iter().map(|name| quoted(name)).collect::<Vec<_>>())
            };
            args![wanted = wanted.iter().map(one).collect::<Vec<_>>().join("; ")]
        }
        What::GroundsPublic { grounds } => public_grounds(lang, grounds),
        What::EitherStratum { number, name } => args![number = number.to_string(), name = name.to_string()],
        What::NoAdditions { headings } => args![headings = names(lang, headings)],
        What::AddressColumns { headings } | What::SecretColumns { headings } => {
            args![headings = names(lang, headings), count = headings.len()]
        }
        What::OddBirth { why } | What::OddSince { why } => args![why = *why],
        What::EmptyStrata { strata } => {
            args![
                count = strata.len(),
                number = count(lang, strata.len() as u64),
                strata = names(lang, strata)
            ]
        }
        What::HeadingsBelow { row } => args![row = row.to_string()],
        What::AnsweredNo { answer } => args![answer = *answer],
        What::OtherStratum { people, of } => {
            args![count = *people, people = count(lang, *people), of = count(lang, *of)]
        }
        What::NotEnough { stratum, volunteers, people } => {
            let (volunteers, people) = (count(lang, *volunteers), count(lang, *people));
            args![stratum = quoted(stratum), volunteers = volunteers, people = people]
        }
        What::FewVolunteers { volunteers, strata } => {
            args![volunteers = count(lang, *volunteers), strata = count(lang, *strata)]
        }
        What::BadRate { stratum } => args![stratum = quoted(stratum)],
        What::LetterTwice { first } => args![first = first.to_string()],
        What::AnsweredTwice { first } => args![first = first.to_string()],
        What::Early { posted } => args![day = date(lang, posted)],
        What::UnevenKeys { digits, shorter } => {
            args![digits = digits.to_string(), shorter = count(lang, *shorter)]
        }
        What::FewHomes { without, rows, named } => {
            args![without = count(lang, *without), rows = count(lang, *rows), named = yes(*named)]
        }
        What::NoHomes { named } => args![named = yes(*named)],
        What::Nobody { flags } | What::OddFlags { flags } => {
            let each = |(value, rows): &(String, u64)| {
                say!(lang, "letters-flag", value = quoted(value), rows = count(lang, *rows))
            };
            let told: Vec<String> = flags.iter().map(each).collect();
            args![flags = if told.is_empty() { "none".to_owned() } else { told.join(", ") }]
        }
        What::TwoBirths { people } | What::TwoStrata { people } | What::TwoWeights { people } => {
            args![count = *people, people = count(lang, *people)]
        }
        What::FarDay { on, after } => args![day = date(lang, on), count = *after, rows = count(lang, *after)],
        What::BadAnswer { column } | What::BadWave { column } | What::MovedCell { column } => {
            args![column = *column]
        }
        _ => args![],
    }
}

/// "a", "a or b", "a, b or c".
fn either(lang: Lang, all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => say!(lang, "or", most = most.join(", "), last = last.as_str()),
    }
}

/// The headings of chances in a table of strata.
pub fn chance_headings(lang: Lang, weighted: bool) -> Vec<String> {
    match weighted {
        false => vec![say!(lang, "letters-table-chance")],
        true => vec![
            say!(lang, "letters-table-chance-one"),
            say!(lang, "letters-table-greatest"),
            say!(lang, "letters-table-chance-greatest"),
        ],
    }
}

/// The cells below them: with weights, the chance of weight 1, the greatest weight, and its chance.
pub fn chance_cells(lang: Lang, share: &Share, weights: Option<Weights>) -> Vec<String> {
    let mut cells = vec![share.chance_text()];
    if let Some(Weights { greatest, .. }) = weights {
        let (part, of) = share.chance_of(greatest);
        cells.extend([number(lang, greatest), format!("{part}/{of}")]);
    }
    cells
}

/// Whether all have the same chance; nothing where there is nobody.
pub fn chance_range(lang: Lang, plan: &[Share], weights: Option<&[Weights]>) -> Option<String> {
    let there = || plan.iter().enumerate().filter(|(_, share)| share.of > 0);
    let greatest = |i: usize| weights.map_or(1, |weights| weights[i].greatest);
    let value = |(part, of): (u128, u128)| Ratio::new(part, of);
    let least = there().map(|(_, share)| share.chance).min_by_key(|&chance| value(chance))?;
    let most = there().map(|(i, share)| (share.chance_of(greatest(i)), greatest(i)));
    let (most, greatest) = most.max_by_key(|&(chance, _)| value(chance))?;
    let text = |(part, of): (u128, u128)| format!("{part}/{of}");
    let (least_text, most_text) = (text(least), text(most));
    Some(match (least == most, weights) {
        (true, _) => say!(lang, "letters-same", chance = least_text),
        (false, None) => say!(lang, "letters-weights", least = least_text, most = most_text),
        (false, Some(_)) => {
            let greatest = number(lang, greatest);
            say!(lang, "letters-by-weight", least = least_text, most = most_text, greatest = greatest)
        }
    })
}

/// A claim by its number, which is the key of its title: "I10".
fn called(id: Id) -> String {
    format!("I{}", id.number())
}

/// What a claim says.
pub fn title(lang: Lang, id: Id) -> String {
    sentence(lang, &called(id), &[])
}

/// A claim on one line, with what has to be said about it below.
pub fn line(lang: Lang, claim: &Claim) -> String {
    let key = match claim.id {
        Id::Files | Id::NothingExtra => "checked-files",
        Id::Records => "checked-records",
        _ => "checked-checks",
    };
    let checked = several(lang, key, claim.claim.checked);
    line_of(lang, &called(claim.id), &title(lang, claim.id), &checked, &claim.claim)
}

/// Every claim, and what the record cannot show.
pub fn checked(lang: Lang, report: &Report) -> String {
    let mut text: String = report.claims.iter().map(|claim| format!("{}\n", line(lang, claim))).collect();
    let count = |of: fn(&Outcome) -> bool| report.claims.iter().filter(|c| of(&c.claim.outcome)).count();
    let (passed, failed) = (count(|o| *o == Outcome::Pass), count(|o| matches!(o, Outcome::Fail(_))));
    let left = number(lang, (report.claims.len() - passed - failed) as u64);
    text.push_str(&format!("\n{}\n", say!(lang, "summary", passed = passed, failed = failed, left = left)));
    let (heading, items) = cannot_show(lang);
    text.push_str(&format!("{heading}\n"));
    text.extend(items.iter().map(|item| format!("  - {item}\n")));
    text
}

/// What no record can show: a heading, and the things.
pub fn cannot_show(lang: Lang) -> (String, Vec<String>) {
    block(lang, "letters-cannot-show", &[])
}

/// The outcome of a claim in words, for programs: outcome, and what there is to say.
pub fn outcome(lang: Lang, claim: &Claim) -> (&'static str, Option<String>) {
    match &claim.claim.outcome {
        Outcome::Pass => ("PASS", None),
        Outcome::Fail(first) => ("FAIL", Some(failure(lang, first))),
        Outcome::NotChecked(reason) => ("NOT CHECKED", Some(why(lang, *reason))),
    }
}
