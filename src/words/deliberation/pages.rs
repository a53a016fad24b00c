//! Pages to print: count sheets and a voting paper, the list of decisions, the agreement, the tracker of replies. Each needs
//! nothing from elsewhere. The layouts are in `pages/*.html`, the sentences in `deliberation.ftl`. Imports `deliberation`,
//! `assembly` and its siblings.

use super::super::catalogue::{Lang, count, number, say};
use super::super::claims::self_registered;
use super::super::parts;
use super::{answer, class, day, matter, outcome, rule, state, term};
use crate::assembly::acts::{Act, Agreement, Counted, Followed, Ready, is_adopted};
use crate::base::text::{fold, shown};
use crate::deliberation::dates::Date;
use crate::deliberation::follow::later;
use crate::deliberation::roll::Roll;
use crate::deliberation::rows::{Answer, Class, Count, Story};
use crate::deliberation::rule::{Means, Rule, Secrecy};
use crate::deliberation::tally::by_consensus;
use minijinja::value::Serde;
use minijinja::{Environment, HtmlEscape, Value, context};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

const HEAD: &str = include_str!("pages/head.html");
const SHEETS: &str = include_str!("pages/sheets.html");
const DECISIONS: &str = include_str!("pages/decisions.html");
const AGREEMENT: &str = include_str!("pages/agreement.html");
const TRACKER: &str = include_str!("pages/tracker.html");

/// A page of a layout; `None` when the layout and the data do not fit, which is a mistake of ours.
fn page(
    lang: Lang,
    layout: &'static str,
    words: Json,
    data: Json,
    registered: Option<&String>,
) -> Option<Vec<u8>> {
    let mut environment = Environment::new();
    environment.add_filter("cell", cell);
    environment.add_template_owned("page.html", layout.replace("{{ head }}", HEAD)).ok()?;
    let data = context! {
        lang => lang.tag(),
        // No page of people who registered themselves passes for one of the residents.
        registered => registered.map(|frame| self_registered(lang, frame)),
        t => Value::from(Serde(words)),
        d => Value::from(Serde(data)),
    };
    let page = environment.get_template("page.html").ok()?.render(data).ok()?;
    // Signs that nobody sees, or that steer a printer, are made visible; no text of a file has the ends of lines.
    Some(page.split('\n').map(shown).collect::<Vec<String>>().join("\n").into_bytes())
}

/// A text in a cell of a table. Words are whole there; an address, or a part of a word with more signs than any other, breaks where
/// it must, or it would push the table over the edge of its page.
fn cell(text: &str) -> Value {
    const LONGEST: usize = 20;
    let word = |word: &str| match word.chars().count() > LONGEST {
        true => format!("<span class=\"word\">{}</span>", HtmlEscape(word)),
        false => HtmlEscape(word).to_string(),
    };
    Value::from_safe_string(text.split_inclusive([' ', '-']).map(word).collect())
}

/// Of which assembly a page is, and of which day.
fn of_act(lang: Lang, act: &Act) -> String {
    let day = day(lang, act.date);
    act.title.as_ref().map_or_else(
        || day.clone(),
        |title| say!(lang, "page-of", title = title.as_str(), day = day.as_str()),
    )
}

/// Two count sheets, and a voting paper where people vote on paper; of a vote by name, a list of who is called instead. Without a line, of a ballot that is not frozen, a draft that says so.
pub fn sheets(lang: Lang, ready: &Ready, line: Option<&str>) -> Option<Vec<u8>> {
    let columns: Vec<String> = match ready.rule.means {
        Means::ForAgainst { against, neutral } => {
            let mut columns = vec![say!(lang, "sheet-for")];
            columns.extend(against.then(|| say!(lang, "sheet-against")));
            columns.extend(neutral.then(|| say!(lang, "sheet-neutral")));
            columns.extend([say!(lang, "sheet-blank"), say!(lang, "sheet-invalid")]);
            columns
        }
        Means::Choose { .. } => {
            vec![say!(lang, "sheet-votes"), say!(lang, "sheet-blank"), say!(lang, "sheet-invalid")]
        }
        Means::Points { .. } => vec![say!(lang, "sheet-points"), say!(lang, "sheet-invalid")],
    };
    let (boxes, how) = match ready.rule.means {
        Means::ForAgainst { against, neutral } => {
            let mut boxes = vec![say!(lang, "sheet-for")];
            boxes.extend(against.then(|| say!(lang, "sheet-against")));
            boxes.extend(neutral.then(|| say!(lang, "sheet-neutral")));
            (boxes, say!(lang, "paper-for-against"))
        }
        Means::Choose { most } => (vec![String::new()], say!(lang, "paper-choose", most = u64::from(most))),
        Means::Points { each, all } => {
            let how = say!(lang, "paper-points", each = u64::from(each), all = u64::from(all));
            (vec![say!(lang, "sheet-points")], how)
        }
    };
    let open = ready.rule.secrecy == Secrecy::Open;
    let roll: Vec<&str> = match &ready.roll {
        Roll::Coded(voters) if open => voters.iter().map(|it| it.code.as_str()).collect(),
        _ => Vec::new(),
    };
    let name = ready.rule.name.as_str();
    let words = json!({
        "title": if open { say!(lang, "sheet-title-open", name = name) } else { say!(lang, "sheet-title", name = name) },
        "called": say!(lang, "sheet-called"),
        "code": say!(lang, "head-code"),
        "first": say!(lang, "sheet-first"),
        "second": say!(lang, "sheet-second"),
        "other": say!(lang, "sheet-other"),
        "present": say!(lang, "sheet-present"),
        "option": say!(lang, "head-option"),
        "counted": say!(lang, "sheet-counted-by"),
        "paper": say!(lang, "paper-title", name = name),
        "how": how,
        "secret": say!(lang, "paper-secret"),
        "line": if line.is_some() { say!(lang, "sheet-line") } else { say!(lang, "sheet-draft") },
    });
    let options =
        ready.options.iter().map(|it| json!({ "name": it.option, "text": it.text, "topic": it.topic }));
    let data = json!({
        "rule": rule(lang, &ready.rule),
        "open": open,
        "paper": ready.rule.secrecy == Secrecy::Paper,
        "roll": roll,
        "columns": columns,
        "boxes": boxes,
        "line": line,
        "options": options.collect::<Vec<_>>(),
    });
    page(lang, SHEETS, words, data, ready.registered.as_ref())
}

/// A fraction as a percentage with one decimal: `50/67` is 74.6 %, rounded down, because 74.96 % is not 75 %.
fn percentage(lang: Lang, fraction: &str) -> Option<String> {
    let (votes, of) = fraction.split_once('/')?;
    let (votes, of): (u128, u128) = (votes.parse().ok()?, of.parse().ok()?);
    let thousandths = (votes * 1000).checked_div(of)?;
    Some(parts::percent(lang, &format!("{}.{}", thousandths / 10, thousandths % 10)))
}

/// A fraction with its percentage: "50 of 67 (74.6 %)"; or the votes alone.
fn fractions(lang: Lang, fractions: &str) -> String {
    let one = |text: &str| match (text.split_once('/'), percentage(lang, text)) {
        (Some((votes, of)), Some(percentage)) => {
            say!(lang, "fraction-of", votes = votes.to_owned(), of = of.to_owned(), percentage = percentage)
        }
        _ => text.to_owned(),
    };
    fractions.split(' ').map(one).collect::<Vec<_>>().join(" – ")
}

/// What an option got, on a page that has ballots of several rules: a fraction, or so many votes or points.
fn votes_of(lang: Lang, rule: Option<&Rule>, own: &str) -> String {
    let (votes, last) =
        (fractions(lang, own), own.split(' ').next_back().and_then(|it| it.parse::<u64>().ok()));
    match (last, rule.map(|it| it.means)) {
        (Some(last), Some(Means::Points { .. })) => say!(lang, "votes-points", votes = votes, count = last),
        (Some(last), Some(_)) => say!(lang, "votes-choices", votes = votes, count = last),
        _ => votes,
    }
}

/// The same, shorter, for long lists: "50/67 (74.6 %)".
fn short(lang: Lang, fractions: &str) -> String {
    let one = |text: &str| match percentage(lang, text) {
        Some(percentage) => format!("{text} ({percentage})"),
        None => text.to_owned(),
    };
    fractions.split(' ').map(one).collect::<Vec<_>>().join(" – ")
}

fn classes(lang: Lang, all: impl Iterator<Item = Class>) -> Vec<Json> {
    let mut counts: BTreeMap<Class, u64> = BTreeMap::new();
    all.for_each(|it| *counts.entry(it).or_default() += 1);
    counts.into_iter().map(|(it, n)| json!({ "count": number(lang, n), "class": class(lang, it) })).collect()
}

/// What one A4 holds below its heads, in hundredths of a millimetre: of a plain list; and of both columns of a long one, whose
/// letters are never smaller than 7.5 points.
const PLAIN: usize = 19_000;
const COLUMNS: usize = 45_600;
/// A line of a long list, and what a point takes besides its lines.
const LINE: usize = 297;
const RULED: usize = 30;
/// Signs of a text that surely fit on a line of a plain list, and of a long one.
const SIGNS_OF_PLAIN: usize = 40;
const SIGNS_OF_LONG: usize = 36;

/// How many lines each text has on paper where points are too many, or too long, for a plain list on one A4; `None` where they
/// are not. `texts`: how many signs each has.
fn long_list(texts: &[usize]) -> Option<usize> {
    let plain: usize = texts.iter().map(|&signs| 200 + 500 * signs.div_ceil(SIGNS_OF_PLAIN).max(1)).sum();
    let each = COLUMNS.checked_div(texts.len())?.saturating_sub(RULED) / LINE;
    (plain > PLAIN).then_some(each.max(1))
}

/// What became of an option, and that nobody's vote against did it where that is so.
fn adopted_by(lang: Lang, rule: Option<&Rule>, own: Class, fractions: &str) -> String {
    match rule.is_some_and(|rule| by_consensus(rule, own, fractions)) {
        true => say!(lang, "class-consensus"),
        false => class(lang, own),
    }
}

/// Papers that are in no base: blank and invalid ones, of both counts.
fn beside(lang: Lang, counted: &Counted, option: &str) -> String {
    let of = |cell: fn(&Count) -> Option<u64>| {
        let rows = counted.counts.iter().filter(|it| it.option == option);
        let mut all: Vec<u64> = rows.filter_map(cell).collect();
        all.sort_unstable();
        all.dedup();
        let any = all.iter().any(|&papers| papers > 0);
        any.then(|| all.into_iter().map(|it| number(lang, it)).collect::<Vec<_>>().join("–"))
    };
    let (blank, invalid) = (of(|it| it.blank), of(|it| it.invalid));
    let blank = blank.map(|papers| format!("; {}", say!(lang, "votes-blank", papers = papers)));
    let invalid = invalid.map(|papers| format!("; {}", say!(lang, "votes-invalid", papers = papers)));
    [blank, invalid].into_iter().flatten().collect()
}

/// What stands above votes, which are points where people give some.
pub fn head_of_votes(lang: Lang, rule: &Rule) -> String {
    match rule.means {
        Means::Points { .. } => say!(lang, "head-points"),
        _ => say!(lang, "head-votes"),
    }
}

/// That it is known of each how they voted, where all voted alike.
pub fn unanimous(lang: Lang, counted: &Counted) -> Option<String> {
    let alike: Vec<String> = counted.unanimous().into_iter().map(str::to_owned).collect();
    (!alike.is_empty()).then(|| say!(lang, "ballot-unanimous", options = parts::names(lang, &alike)))
}

/// The list of decisions for the council: each point with its class, fraction and base.
pub fn decisions(lang: Lang, counted: &Counted) -> Option<Vec<u8>> {
    let ballot = &counted.ballot;
    let words = json!({
        "title": say!(lang, "decisions-title", name = ballot.rule.name.as_str()),
        "of": of_act(lang, &counted.act),
        "rule": say!(lang, "decisions-rule"),
        "option": say!(lang, "head-option"),
        "text": say!(lang, "decisions-text"),
        "votes": head_of_votes(lang, &ballot.rule),
        "class": say!(lang, "head-class"),
        "note": say!(
            lang,
            "decisions-note",
            open = parts::yes(ballot.rule.secrecy == Secrecy::Open),
            shares = parts::yes(ballot.rule.majority.is_some()),
        ),
        "line": say!(lang, "decisions-line", act = counted.act.number.to_string()),
    });
    let texts: Vec<usize> = ballot.options.iter().map(|it| it.text.chars().count()).collect();
    let lines = long_list(&texts);
    let mut groups: BTreeMap<Class, Vec<Json>> = BTreeMap::new();
    let points = ballot.options.iter().zip(&counted.verdicts).map(|(option, verdict)| {
        let point = json!({
            "name": option.option,
            "text": option.text,
            "votes": format!(
                "{}{}",
                if lines.is_some() { short(lang, &verdict.fractions) } else { fractions(lang, &verdict.fractions) },
                beside(lang, counted, &option.option),
            ),
            "class": adopted_by(lang, Some(&ballot.rule), verdict.class, &verdict.fractions),
            "adopted": is_adopted(verdict.class),
        });
        groups.entry(verdict.class).or_default().push(point.clone());
        point
    });
    let points: Vec<Json> = points.collect();
    let groups = groups.into_iter().map(|(it, points)| {
        json!({ "class": parts::capital(&class(lang, it)), "count": number(lang, points.len() as u64), "points": points })
    });
    // On paper a text ends where its lines do; it is whole on a screen, and in the record.
    let cut = lines.filter(|&lines| texts.iter().any(|&signs| signs > lines * SIGNS_OF_LONG));
    let cut = cut.map(|_| say!(lang, "decisions-cut", act = ballot.act.to_string()));
    let present: u64 = counted.present.iter().map(|it| it.most).sum();
    let least: u64 = counted.present.iter().map(|it| it.least).sum();
    let known = match counted.present.is_empty() {
        true => "no",
        false if least == present => "exact",
        false => "yes",
    };
    let base = ballot.rule.majority.map(|it| super::base(lang, it.of));
    let data = json!({
        "rule": rule(lang, &ballot.rule),
        "members": say!(
            lang,
            "decisions-people",
            members = count(lang, ballot.roll.members()),
            present = count(lang, present),
            known = known,
        ),
        "classes": classes(lang, counted.verdicts.iter().map(|it| it.class)),
        "points": points,
        "line": counted.act.line.to_string(),
        "of": base.map(|base| say!(lang, "decisions-of", base = base)),
        "again": counted.again.as_ref().map(|(act, why)| {
            say!(lang, "decisions-again", act = act.to_string(), why = shown(why))
        }),
        "long": lines.is_some(),
        "lines": lines,
        "groups": groups.collect::<Vec<_>>(),
        "cut": cut,
        "alike": unanimous(lang, counted),
    });
    page(lang, DECISIONS, words, data, counted.act.registered.as_ref())
}

/// The agreement: what was adopted, with minority statements and stories beside each point.
pub fn agreement(lang: Lang, agreement: &Agreement) -> Option<Vec<u8>> {
    let number = agreement.act.as_ref().map(|act| act.number);
    let words = json!({
        "title": say!(lang, "agreement-title"),
        "of": agreement.act.as_ref().map(|act| of_act(lang, act)),
        "intro": say!(lang, "agreement-intro", count = count(lang, agreement.agreed.len() as u64)),
        "minority": say!(lang, "agreement-minority"),
        "stories": say!(lang, "agreement-stories"),
        "others": say!(lang, "agreement-others"),
        "note": if agreement.stories.is_empty() { String::new() } else { say!(lang, "agreement-note") },
        "line": number.map(|act| say!(lang, "decisions-line", act = act.to_string())),
    });
    let minority = |option: &str| -> Vec<Json> {
        let own = agreement.minority.iter().filter(|it| it.option == option);
        own.map(|it| {
            json!({ "text": it.text, "people": say!(lang, "agreement-supporters", count = count(lang, it.supporters)) })
        })
        .collect()
    };
    let story = |it: &Story| {
        let table = match it.table.is_empty() {
            true => String::new(),
            // "Table 1" is not called table once more.
            false if is_table(&it.table) => it.table.clone(),
            false => say!(lang, "agreement-table", table = it.table.as_str()),
        };
        json!({ "text": it.text, "table": table })
    };
    let stories = |option: &str| -> Vec<Json> {
        agreement.stories.iter().filter(|it| it.option == option).map(story).collect()
    };
    let several = agreement.rules.len() > 1;
    let points = agreement.agreed.iter().map(|it| {
        let rule = agreement.rules.iter().find(|rule| rule.name == it.ballot);
        json!({
            "name": it.option,
            "text": it.text,
            "votes": votes_of(lang, rule, &it.fractions),
            "class": adopted_by(lang, rule, it.class, &it.fractions),
            "ballot": several.then(|| say!(lang, "agreement-ballot", name = it.ballot.as_str())),
            "minority": minority(&it.option),
            "stories": stories(&it.option),
        })
    });
    let adopted = |option: &str| agreement.agreed.iter().any(|it| it.option == option);
    let mut others: Map<String, Json> = Map::new();
    let beside =
        agreement.minority.iter().map(|it| &it.option).chain(agreement.stories.iter().map(|it| &it.option));
    for option in beside.filter(|option| !adopted(option)) {
        let text = agreement.options.iter().find(|it| it.option == *option).map(|it| it.text.as_str());
        let own =
            json!({ "name": option, "text": text, "minority": minority(option), "stories": stories(option) });
        others.insert(option.clone(), own);
    }
    // What a share is of belongs to what it adopted.
    let rules = agreement.rules.iter().map(|it| {
        let base =
            it.majority.map(|majority| say!(lang, "decisions-of", base = super::base(lang, majority.of)));
        let said = say!(lang, "ballot-rule", name = it.name.as_str(), rule = rule(lang, it));
        json!({ "said": said, "of": base })
    });
    let data = json!({
        "rules": rules.collect::<Vec<_>>(),
        "points": points.collect::<Vec<_>>(),
        "others": others.values().collect::<Vec<_>>(),
        "line": agreement.act.as_ref().map(|act| act.line.to_string()),
    });
    page(lang, AGREEMENT, words, data, agreement.act.as_ref().and_then(|act| act.registered.as_ref()))
}

/// Whether what a table is called says already that it is one.
fn is_table(name: &str) -> bool {
    let name = fold(name);
    ["tafel", "table"].iter().any(|word| name.starts_with(word))
}

/// Replies and the log on a day.
pub fn tracker(lang: Lang, followed: &Followed, date: &str) -> Option<Vec<u8>> {
    let today = Date::read(date).map_or_else(String::new, |it| day(lang, it));
    let due = followed.due.as_ref().map(|it| {
        say!(
            lang,
            "follow-due",
            by = shown(&it.by),
            handed = day(lang, it.handed),
            term = term(lang, it.term),
            due = day(lang, it.day()),
        )
    });
    let words = json!({
        "title": say!(lang, "tracker-title"),
        "of": followed.title,
        "today": say!(lang, "tracker-today", date = today),
        "option": say!(lang, "head-option"),
        "text": say!(lang, "decisions-text"),
        "answer": say!(lang, "head-answer"),
        "state": say!(lang, "head-state"),
        "reason": say!(lang, "tracker-reason"),
        "log": say!(lang, "tracker-log"),
        "date": say!(lang, "head-date"),
        "matter": say!(lang, "head-matter"),
        "about": say!(lang, "head-about"),
        "outcome": say!(lang, "head-outcome"),
        "note": say!(lang, "tracker-note"),
    });
    let replies = followed.replies.iter().map(|(it, how)| {
        let text = followed.agreed.iter().find(|agreed| agreed.option == it.option);
        json!({
            "name": it.option,
            "text": text.map_or("", |agreed| &agreed.text),
            "answer": answer(lang, it.answer),
            "came": it.date.map(|date| day(lang, date)),
            "later": later(it).filter(|_| it.answer == Some(Answer::Later)).map(|date| day(lang, date)),
            "reason": it.reason,
            "state": state(lang, *how),
            "late": how.late().is_some(),
        })
    });
    let log = followed.log.iter().map(|it| {
        json!({
            "date": day(lang, it.date),
            "matter": matter(lang, it.kind),
            "about": it.about,
            "from": it.from,
            "outcome": outcome(lang, it.outcome),
            "decided": it.decided.map(|date| day(lang, date)),
            "by": it.by,
        })
    });
    let data = json!({
        "due": due,
        "replies": replies.collect::<Vec<_>>(),
        "log": log.collect::<Vec<_>>(),
    });
    page(lang, TRACKER, words, data, followed.registered.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 74.96 % is not 75 %, and is not shown as if it were.
    #[test]
    fn percentages_are_never_rounded_up() {
        assert_eq!(percentage(Lang::En, "50/67").as_deref(), Some("74.6 %"));
        assert_eq!(percentage(Lang::Nl, "2249/3000").as_deref(), Some("74,9 %"));
        assert_eq!(percentage(Lang::En, "3/4").as_deref(), Some("75.0 %"));
        assert_eq!(percentage(Lang::En, "0/0"), None);
        assert_eq!(fractions(Lang::En, "41"), "41");
    }

    /// As many lines as one A4 has for each text, and never none: what does not fit goes on a second sheet, in the same letters.
    #[test]
    fn a_long_list_gives_each_text_the_lines_there_are() {
        let list = |points: usize, signs: usize| long_list(&vec![signs; points]);
        assert_eq!((list(3, 30), list(24, 40), list(0, 0)), (None, None, None));
        // Few points with long texts are a long list too.
        assert_eq!(list(24, 300), Some(6));
        assert_eq!(
            (list(46, 100), list(70, 100), list(136, 26), list(300, 26)),
            (Some(3), Some(2), Some(1), Some(1))
        );
    }
}
