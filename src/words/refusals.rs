//! Why an act is not done, in sentences. May import everything but `io` and `cli`. The sentences are in
//! `i18n/*/refusals.ftl`, by the code of the refusal.

use super::catalogue::{Arg, Lang, block, count, number, say};
use super::faults::headline;
use super::{Message, claims, parts, quoted, shown};
use crate::assembly::{Line, Refusal, Stands};
use crate::base::fault::Grade;
use crate::bundle::people::MOST_PEOPLE;
use crate::draw::code::BadCode;
use crate::panel::attrition::Attrition;
use crate::panel::reserves::Rate;
use crate::quotas::Quotas;
use crate::seed::charter::Declared;
use crate::seed::departure::Departure;

/// What was done for good before an act was refused, or before its answer could not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// A draw or trial, without its lists.
    Record(Stands),
    /// The lists of an earlier draw or trial.
    Lists {
        /// Whether of a trial.
        trial: bool,
    },
    /// A draw with everything.
    Draw {
        /// The winning ticket.
        ticket: u64,
    },
    /// The frame of an invitation lottery.
    Letters {
        /// Its folder.
        place: String,
    },
    /// A lottery.
    Lottery {
        /// Its folder.
        place: String,
    },
}

/// What a refusal does not know of its surroundings.
#[derive(Clone, Debug, Default)]
pub struct Around<'a> {
    /// The lottery's folder, as it was given.
    pub dir: &'a str,
    /// What was saved before.
    pub saved: Option<Saved>,
    /// Where the supplement lies that the lottery has, if that is known.
    pub beside: Option<String>,
}

type Args<'a> = Vec<(&'static str, Arg<'a>)>;

/// What was saved, in a sentence.
pub fn saved(lang: Lang, saved: &Saved) -> String {
    match saved {
        Saved::Record(Stands::Trial { trial }) => say!(lang, "saved-trial", draw = trial.to_string()),
        Saved::Record(Stands::Draw { draw, ticket }) => {
            say!(lang, "saved-draw", draw = draw.to_string(), ticket = count(lang, *ticket))
        }
        Saved::Record(Stands::Entry { entry }) => say!(lang, "saved-entry", entry = entry.to_string()),
        Saved::Lists { trial } => say!(lang, "saved-lists", trial = yes(*trial)),
        Saved::Draw { ticket } => say!(lang, "saved-all", ticket = count(lang, *ticket)),
        Saved::Letters { place } => say!(lang, "letters-saved-frame", place = quoted(place)),
        Saved::Lottery { place } => say!(lang, "saved-lottery", place = quoted(place)),
    }
}

/// The refusal as a message, with its code. Refusals without a code, and that of quotas that cannot be met, are put in
/// words by whoever knows what is inside.
pub fn message(lang: Lang, refusal: &Refusal, around: &Around<'_>) -> Message {
    let code = refusal.code().unwrap_or_default();
    let args = args(lang, refusal, around);
    let (wrong, mut details) = block(lang, code, &args);
    details.extend(more(lang, refusal, around));
    if !says_itself(refusal) {
        details.push(match &around.saved {
            None => say!(lang, "nothing-drawn"),
            Some(it) => saved(lang, it),
        });
    }
    Message { headline: headline(lang, Grade::Stop, &wrong, code), details }
}

/// Whether the sentences of a refusal say that no file was changed: those of who only reads.
fn says_itself(refusal: &Refusal) -> bool {
    use Refusal as R;
    matches!(
        refusal,
        R::Damaged { .. }
            | R::Unsound { .. }
            | R::Unknown { .. }
            | R::OtherReceipt { .. }
            | R::NotCode { .. }
            | R::NeedsSealed { .. }
            | R::NoReceipt { .. }
            | R::NotReceipt { .. }
    )
}

fn args<'a>(lang: Lang, refusal: &'a Refusal, around: &'a Around<'_>) -> Args<'a> {
    use Refusal as R;
    let text = |text: &str| Arg::from(quoted(text));
    let plain = |text: String| Arg::from(text);
    match refusal {
        R::Damaged { file } => vec![("file", text(file)), ("dir", text(around.dir))],
        R::NotSealedHere { file }
        | R::NotLooser { file }
        | R::OtherReceipt { file }
        | R::NotReceipt { file } => {
            vec![("file", text(file))]
        }
        R::Changed { claim } | R::Unsound { claim } => {
            vec![("dir", text(around.dir)), ("claim", plain(claims::line(lang, claim)))]
        }
        R::LettersChanged { claim } => {
            vec![("dir", text(around.dir)), ("claim", plain(super::invite::line(lang, claim)))]
        }
        R::NoEvidence { declared, trial } => {
            let source = match declared {
                _ if *trial => say!(lang, "wanted-trial"),
                None => say!(lang, "no-source-wanted"),
                Some(declared) => wanted(lang, declared),
            };
            vec![("wanted", plain(source))]
        }
        R::NotDeclared { departure, declared } => {
            let wanted = declared.as_ref().map(|declared| wanted(lang, declared)).unwrap_or_default();
            let mut args = departed(lang, departure);
            args.push(("wanted", plain(wanted)));
            args
        }
        R::TooEarly { due, date } => {
            vec![("due", plain(parts::moment(lang, *due))), ("date", plain(parts::moment(lang, *date)))]
        }
        R::TooFewRemain { asked, remain } => {
            vec![("asked", count(lang, u64::from(*asked))), ("remain", count(lang, *remain))]
        }
        R::OtherReserves { promised } => {
            let reserves = promised.as_ref().map_or(0, |it| u64::from(it.0.reserves));
            let loss = promised.as_ref().map(|it| loss(lang, &it.0.attrition, &it.1)).unwrap_or_default();
            vec![("reserves", count(lang, reserves)), ("loss", plain(loss))]
        }
        R::ManyPeople { people } => {
            vec![("people", count(lang, *people)), ("most", count(lang, MOST_PEOPLE))]
        }
        R::FewTickets { tickets, needed, enough } => vec![
            ("tickets", count(lang, *tickets)),
            ("needed", count(lang, *needed)),
            ("enough", plain(enough.map_or("none".to_owned(), |enough| enough.to_string()))),
        ],
        R::Strangers { file, rows, count: strangers, events, draw } => vec![
            ("file", text(file)),
            ("rows", plain(some_rows(lang, rows, *strangers))),
            ("count", count(lang, *strangers as u64)),
            ("events", count(lang, *events as u64)),
            ("draw", plain(draw.to_string())),
        ],
        R::Loosening { both } => vec![("both", yes(*both))],
        R::NoRepair { number, .. } => vec![("number", plain(number.to_string()))],
        R::AlreadyContinued { line } | R::ContinuedAnnulled { line } | R::NotBefore { line } => {
            vec![("line", plain(line.clone()))]
        }
        R::NobodyPassedOver { turn } => vec![("turn", yes(*turn))],
        R::Unknown { id, near, prepared } => {
            let near = near.as_ref().map_or_else(|| plain("none".to_owned()), |near| text(near));
            vec![("id", yes(*id)), ("near", near), ("prepared", yes(*prepared))]
        }
        R::NotCode { text: code, bad } => vec![("text", text(code)), ("shape", yes(*bad == BadCode::Shape))],
        R::NeedsSealed { torn } => vec![("torn", yes(*torn))],
        R::NoReceipt { outside, coded } => {
            let why = if *outside {
                "outside"
            } else if *coded {
                "coded"
            } else {
                "key"
            };
            vec![("why", Arg::from(why))]
        }
        _ => Vec::new(),
    }
}

/// Lines of a refusal whose number depends on what is inside.
fn more(lang: Lang, refusal: &Refusal, around: &Around<'_>) -> Vec<String> {
    match refusal {
        Refusal::ReservesDue { breaks: true, better: false, .. } => vec![say!(lang, "turn-neither")],
        Refusal::ReservesDue { better: true, broken, .. } => {
            let mut lines = match broken.is_empty() {
                true => vec![say!(lang, "turn-nobody")],
                false => vec![say!(lang, "turn-broken")],
            };
            lines.extend(broken.iter().map(|line| format!("  {}", broken_line(lang, line))));
            lines.push(say!(lang, "turn-choose"));
            lines
        }
        Refusal::AlreadyContinued { .. } => {
            let folder = around.beside.as_deref().map_or("FOLDER".to_owned(), shown);
            vec![
                match &around.beside {
                    Some(place) => say!(lang, "continued-beside", place = quoted(place)),
                    None => say!(lang, "continued-elsewhere"),
                },
                format!("  geloot roster {folder} --events {}", say!(lang, "file-new-events")),
                format!(
                    "  geloot supplement {folder} --events {} --out {}",
                    say!(lang, "file-new-events"),
                    say!(lang, "folder-another")
                ),
                say!(lang, "continued-anew"),
                say!(lang, "continued-mistake"),
            ]
        }
        _ => Vec::new(),
    }
}

/// A quota that is not kept, with what it has.
pub fn broken_line(lang: Lang, line: &Line) -> String {
    let name = format!("{} {}", quoted(&line.feature), quoted(&line.value));
    match line.count > line.max {
        true => say!(lang, "broken-most", name = name, count = line.count, limit = line.max),
        false => say!(lang, "broken-least", name = name, count = line.count, limit = line.min),
    }
}

fn departed(lang: Lang, departure: &Departure) -> Args<'static> {
    let (word, declared, used) = match departure {
        Departure::Source { declared, used } => {
            ("source", parts::source(lang, declared.word()), parts::source(lang, used.word()))
        }
        Departure::Dice => ("dice", String::new(), String::new()),
        Departure::Round { declared, used } => ("round", declared.to_string(), used.to_string()),
        Departure::Chain => ("chain", String::new(), String::new()),
        Departure::Numbers { count: numbers, most } => ("numbers", numbers.to_string(), most.to_string()),
        // Slips are matched with the roles of the charter before anything is drawn.
        Departure::Roles | Departure::Slip { .. } => ("slips", String::new(), String::new()),
    };
    vec![("departure", Arg::from(word)), ("declared", Arg::from(declared)), ("used", Arg::from(used))]
}

/// What the declared source asks for, in a sentence or two.
pub fn wanted(lang: Lang, declared: &Declared) -> String {
    match declared {
        Declared::Contributions { roles, until, otherwise } => {
            let names: Vec<String> = roles.iter().map(|role| quoted(&role.name)).collect();
            say!(
                lang,
                "wanted-slips",
                roles = names.join(", "),
                until = parts::moment(lang, *until),
                otherwise = wanted(lang, otherwise)
            )
        }
        Declared::Text => say!(lang, "wanted-text"),
        Declared::Lotto { count: numbers, most } => {
            say!(lang, "wanted-lotto", count = count(lang, *numbers as u64), most = most.to_string())
        }
        Declared::Ticket => say!(lang, "wanted-ticket"),
        Declared::Dice { sides, count: dice } => {
            say!(lang, "wanted-dice", count = count(lang, *dice as u64), sides = sides.to_string())
        }
        Declared::Drand { chain, round, zone } => say!(
            lang,
            "wanted-round",
            round = round.to_string(),
            chain = quoted(chain.name()),
            due = chain.moment(*round).map(|due| parts::moment(lang, due.by(*zone))).unwrap_or_default(),
            address = chain.address(*round)
        ),
    }
}

/// How likely people are to drop out: `10 % of everybody, 20 % of "age" "18-24"`.
pub fn loss(lang: Lang, attrition: &Attrition, quotas: &Quotas) -> String {
    let mut loss = vec![say!(lang, "of-everybody", percent = percent(lang, attrition.base))];
    for &(f, v, rate) in &attrition.rates {
        let feature = &quotas.features[usize::from(f)];
        let value = format!("{} {}", quoted(&feature.name), quoted(&feature.values[usize::from(v)].name));
        loss.push(say!(lang, "rate-of", percent = percent(lang, rate), value = value));
    }
    loss.join(", ")
}

/// "12.5 %" of a rate in millionths, as the language writes it.
pub fn percent(lang: Lang, rate: Rate) -> String {
    let text = format!("{}.{:04}", rate / 10_000, rate % 10_000);
    parts::percent(lang, text.trim_end_matches('0').trim_end_matches('.'))
}

/// The first rows of some, and how many more there are.
fn some_rows(lang: Lang, rows: &[usize], all: usize) -> String {
    let mut named: Vec<String> = rows.iter().take(5).map(|&row| number(lang, row as u64)).collect();
    if all > named.len() {
        named.push(say!(lang, "rows-more", count = count(lang, (all - named.len()) as u64)));
    }
    parts::list(lang, &named)
}

fn yes(is: bool) -> Arg<'static> {
    Arg::from(if is { "yes" } else { "no" })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every refusal of the table has a sentence in both languages, under its code.
    #[test]
    fn every_code_has_its_sentences() {
        for lang in Lang::ALL {
            for code in Refusal::CODES {
                assert!(crate::words::catalogue::has(lang, code), "{}: {code}", lang.tag());
            }
        }
    }

    /// An argument that a sentence takes and is not given would stand there in braces.
    #[test]
    fn sentences_get_all_their_arguments() {
        let line = || Line { feature: "age".into(), value: "18-24".into(), min: 1, max: 2, count: 3, row: 0 };
        let moment = crate::seed::time::Moment::at(1_800_000_000);
        let source = |declared| Departure::Source { declared, used: crate::seed::evidence::Source::Text };
        let dice = Declared::Dice { sides: 10, count: 3 };
        let refusals = [
            Refusal::Damaged { file: "public/about.json".into() },
            Refusal::NotSealedHere { file: "sealed/key.txt".into() },
            Refusal::AlreadyDrawn,
            Refusal::NoEvidence { declared: None, trial: false },
            Refusal::NoEvidence { declared: Some(dice.clone()), trial: false },
            Refusal::NoEvidence { declared: Some(dice.clone()), trial: true },
            Refusal::NotDeclared {
                departure: source(crate::seed::evidence::Source::Dice),
                declared: Some(dice),
            },
            Refusal::NotDeclared { departure: Departure::Round { declared: 1, used: 2 }, declared: None },
            Refusal::TooEarly { due: moment, date: moment },
            Refusal::TooFewRemain { asked: 1, remain: 0 },
            Refusal::TooFewRemain { asked: 1, remain: 1 },
            Refusal::TooFewRemain { asked: 1_000, remain: 999 },
            Refusal::FewTickets { tickets: 1, needed: 20, enough: Some(100) },
            Refusal::FewTickets { tickets: 10, needed: 20, enough: None },
            Refusal::ManyPeople { people: 10_000_001 },
            Refusal::Strangers { file: "e.csv".into(), rows: vec![2, 3], count: 9, events: 10, draw: 1 },
            Refusal::ReservesDue { breaks: true, better: true, broken: vec![line()] },
            Refusal::ReservesDue { breaks: true, better: false, broken: Vec::new() },
            Refusal::Loosening { both: true },
            Refusal::NotLooser { file: "q.csv".into() },
            Refusal::NoRepair { number: 4, most: 3 },
            Refusal::AlreadyContinued { line: "LINE".into() },
            Refusal::ContinuedAnnulled { line: "LINE".into() },
            Refusal::NotBefore { line: "LINE".into() },
            Refusal::NobodyPassedOver { turn: true },
            Refusal::Unknown { id: true, near: Some("0042".into()), prepared: true },
            Refusal::OtherReceipt { file: "r.json".into() },
            Refusal::NotCode { text: "abc".into(), bad: BadCode::Shape },
            Refusal::NeedsSealed { torn: false },
            Refusal::NoReceipt { outside: false, coded: true },
            Refusal::NotReceipt { file: "r.json".into() },
        ];
        let around = Around { dir: "panel-2027", saved: Some(Saved::Lists { trial: true }), beside: None };
        for lang in Lang::ALL {
            for refusal in &refusals {
                let block = message(lang, refusal, &around).block();
                assert!(!block.contains(['{', '}']), "{block}");
                assert!(!block.contains("[B-") || refusal.code().is_some_and(|code| block.contains(code)));
            }
        }
        let english =
            message(Lang::En, &Refusal::TooFewRemain { asked: 1_000, remain: 999 }, &around).headline;
        assert_eq!(
            english,
            "Stop. You ask for 1,000 reserves, and only 999 people are not on the panel.  [D-10]"
        );
    }
}
