//! What is wrong with the files of a seat plan, and what its folder claims, in words of `sessions.ftl`. Imports `base`,
//! `sessions` and `words`.

use super::catalogue::{Args, Lang, args, block, say, sentence};
use super::faults::{alike, headline};
use super::parts::{heading, is_it_the_column, list, names, or_none, people, place, several, yes};
use super::{Message, quoted, shown, typed};
use crate::base::fault::Grade;
use crate::sessions::model::brief::{Brief, RoundKind};
use crate::sessions::record::verify::{Claim, Outcome, Why};
use crate::sessions::record::{Record, SEED_FILE};
use crate::sessions::wrong::{PlanWrong, What, Wrong, Wrongs};

pub use super::seat_rules::{broken, called, clash, rule, when};

/// What a refusal ends with.
pub fn nothing(lang: Lang) -> String {
    say!(lang, "nothing-planned")
}

/// The same of a check.
pub fn unchecked(lang: Lang) -> String {
    say!(lang, "nothing-checked")
}

/// What was found, the worst first, as blocks of lines, of these grades; at most twenty of a kind.
pub fn report(lang: Lang, wrongs: &Wrongs, grades: &[Grade]) -> String {
    const SHOWN: usize = 20;
    let mut text = String::new();
    for &grade in grades {
        let mut all: Vec<&Wrong> = wrongs.0.iter().filter(|wrong| wrong.what.grade() == grade).collect();
        all.sort_by_key(|wrong| wrong.what.code());
        for same in all.chunk_by(|a, b| a.what.code() == b.what.code()) {
            let messages = same.iter().take(SHOWN).map(|wrong| message(lang, wrong));
            let more = same.len().saturating_sub(SHOWN);
            text.push_str(&alike(lang, messages, more, same[0].what.code()));
        }
    }
    text
}

/// One wrong in words.
pub fn message(lang: Lang, wrong: &Wrong) -> Message {
    let (said, details) = sentences(lang, wrong);
    let said = placed(lang, wrong, &said);
    Message { headline: headline(lang, wrong.what.grade(), &said, wrong.what.code()), details }
}

/// Where it is and what is wrong, as a sentence of its own.
pub fn said(lang: Lang, wrong: &Wrong) -> String {
    placed(lang, wrong, &sentences(lang, wrong).0)
}

fn placed(lang: Lang, wrong: &Wrong, said: &str) -> String {
    let place = place(lang, &wrong.place);
    let colon = if place.is_empty() { "" } else { ": " };
    format!("{place}{colon}{said}")
}

fn did_you_mean(lang: Lang, near: &Option<String>) -> String {
    near.as_ref().map_or_else(String::new, |near| say!(lang, "did-you-mean", near = quoted(near)))
}

fn sentences(lang: Lang, wrong: &Wrong) -> (String, Vec<String>) {
    let code = wrong.what.code();
    let What::PlanFile { line, wrong: it } = &wrong.what else {
        return block(lang, code, &arguments(lang, wrong));
    };
    let (said, details) = plan_file(lang, it);
    (block(lang, code, &args![line = line.to_string(), said = said]).0, details)
}

/// What completes the sentences of a code.
fn arguments(lang: Lang, wrong: &Wrong) -> Args {
    let cell = || quoted(wrong.place.cell.as_deref().unwrap_or_default());
    let here = |count: usize| people(lang, count as u64);
    let some = |names: &[String]| self::names(lang, names);
    let near = |near: &Option<String>| did_you_mean(lang, near);
    let tables = |count: usize| several(lang, "tables", count as u64);
    let rows = wrong.place.rows.count();
    match &wrong.what {
        What::ColumnMissing { near: close, headings } => args![near = near(close), headings = some(headings)],
        What::ListColumnMissing { wanted, near: close } => {
            args![wanted = heading(lang, wanted), near = is_it_the_column(lang, close)]
        }
        What::HeadingUnknown { near: close, known } => {
            let known: Vec<String> = known.iter().map(|known| heading(lang, known)).collect();
            args![near = near(close), known = list(lang, &known)]
        }
        What::BlankValue => args![count = rows, people = here(rows)],
        What::UnknownPerson { zeros } => args![count = rows, zeros = yes(*zeros)],
        What::GroupTables { round, tables: count, first, kept } => {
            args![round = *round, tables = tables(*count), first = *first, kept = *kept]
        }
        What::AloneAtTable { rounds } | What::PlenaryTables { rounds } => {
            let each: Vec<String> = rounds.iter().map(usize::to_string).collect();
            args![rounds = rounds.len(), round = list(lang, &each)]
        }
        What::GroupSizes { round, first } => args![round = *round, first = *first],
        What::GroupAlone { round } => args![round = *round],
        What::GroupKinds { round, first } => args![round = *round, first = *first],
        What::CompanyShort { feature, value, people, least } => {
            args![feature = quoted(feature), value = quoted(value), people = here(*people), least = *least,]
        }
        What::NotIn { people, listed } => args![people = here(*people), listed = *listed],
        What::NotAnswered { people } => args![count = *people],
        What::UnknownTable { tables } => args![cell = cell(), tables = some(tables)],
        What::UnknownRound { rounds } => args![cell = or_none(&wrong.place.cell), rounds = *rounds],
        What::UnknownRule { near: close } => args![cell = cell(), near = near(close)],
        What::NotNumber { least, most } => args![cell = cell(), least = *least, most = *most],
        What::TooFewSeats { round, people, seats } => {
            args![round = *round, people = here(*people), seats = *seats]
        }
        What::TooFewPeople { round, people, tables } => {
            args![round = *round, people = here(*people), tables = *tables]
        }
        What::TopicsShort { round, people, least } => {
            args![round = *round, people = here(*people), least = *least]
        }
        What::UnknownTask | What::UnknownUse => args![cell = cell()],
        What::ReseatUnknown { code, near: close } | What::Newcomer { code, near: close } => {
            args![code = shown(code), near = near(close)]
        }
        What::ReseatAway { code, round } | What::ReseatThere { code, round } => {
            args![code = shown(code), round = *round]
        }
        What::ReseatBoth { code } => args![code = shown(code)],
        What::MixTwice { name } => {
            args![name = or_none(&Some(name.clone()).filter(|name| !name.is_empty()))]
        }
        What::Formula { name } => args![name = quoted(name)],
        What::NoTables { round } | What::NobodyThere { round } | What::NoSeat { round } => {
            args![round = *round]
        }
        What::TooManyPeople { people, most } => args![people = *people, most = most.to_string()],
        What::TooMuch { thing, most } => args![thing = *thing, most = most.to_string()],
        What::StaffShort { round, tables: count, staff } => {
            args![round = *round, tables = tables(*count), staff = *staff]
        }
        What::UnknownName { kind, name, near: close } => {
            args![kind = *kind, name = quoted(name), near = near(close)]
        }
        What::LeastAboveMost { name, least, most } => {
            args![name = quoted(name), least = *least, most = *most]
        }
        What::TablesAndSizes { round, tables: count, sizes } => {
            args![round = *round, tables = tables(*count), sizes = *sizes]
        }
        What::NotRound { most } => args![cell = cell(), most = *most],
        What::TooFewTopicTables { round, topics, tables } => {
            args![round = *round, topics = *topics, tables = *tables]
        }
        What::TopicTable { round, topic, least, table, seats } => args![
            round = *round,
            topic = quoted(topic),
            people = here(*least),
            table = shown(table),
            seats = *seats,
        ],
        What::NeedsUnplaced { round, people } => args![round = *round, count = *people],
        What::NeedUnsaid { name, like } => {
            args![name = quoted(name), like = if like.is_empty() { "none".to_owned() } else { some(like) },]
        }
        What::NeedOfNobody { names } => args![names = some(names)],
        What::TooFewRooms { round, tables: count, rooms } => {
            args![round = *round, tables = tables(*count), rooms = *rooms]
        }
        What::PlanFile { .. }
        | What::ColumnTwice
        | What::SamePerson
        | What::NotYesOrNo
        | What::WithUnused
        | What::BadCode
        | What::OnlyPlenaries
        | What::RuleIdle
        | What::TopicsIdle
        | What::NoName
        | What::MetUnknown
        | What::PreferenceTwice
        | What::ListedTwice
        | What::SeedText
        | What::SeatTwice
        | What::NoTable
        | What::SeatInPlenary
        | What::GroupChanges
        | What::SeatWhileAbsent
        | What::NoSeats
        | What::StandingUnknown
        | What::NobodyIn => args![],
    }
}

/// What is wrong in a line of the plan file.
fn plan_file(lang: Lang, wrong: &PlanWrong) -> (String, Vec<String>) {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    match wrong {
        PlanWrong::NotText => block(lang, "plan-not-text", &args![]),
        PlanWrong::Quotes => block(lang, "plan-quotes", &args![]),
        PlanWrong::NoEquals => block(lang, "plan-no-equals", &args![]),
        PlanWrong::Twice => block(lang, "plan-twice", &args![]),
        PlanWrong::Grammar => block(lang, "plan-grammar", &args![]),
        PlanWrong::Unknown { key, near, known } => {
            let known = list(lang, &owned(known));
            let args = args![key = quoted(key), near = did_you_mean(lang, near), known = known];
            block(lang, "plan-unknown", &args)
        }
        PlanWrong::Missing { key, table } => {
            block(lang, "plan-missing", &args![table = *table, key = quoted(key)])
        }
        PlanWrong::Wanted { key, wanted } => {
            block(lang, "plan-wanted", &args![key = quoted(key), wanted = *wanted])
        }
        PlanWrong::Word { key, word, near, words } => {
            let args = args![
                key = quoted(key),
                word = quoted(word),
                near = did_you_mean(lang, near),
                words = either(lang, &owned(words)),
            ];
            block(lang, "plan-word", &args)
        }
        PlanWrong::Number { key, least, most } => {
            block(lang, "plan-number", &args![key = quoted(key), least = *least, most = *most])
        }
    }
}

/// "a, b or c".
fn either(lang: Lang, words: &[String]) -> String {
    match words {
        [most @ .., last] if !most.is_empty() => {
            say!(lang, "or", most = most.join(", "), last = last.as_str())
        }
        words => words.concat(),
    }
}

/// What kind of round it is.
pub fn kind(lang: Lang, kind: RoundKind) -> String {
    match kind {
        RoundKind::Dialogue => say!(lang, "kind-dialogue"),
        RoundKind::Workshop(_) => say!(lang, "kind-workshop"),
        RoundKind::Plenary => say!(lang, "kind-plenary"),
    }
}

/// What a claim of a plan's folder says, with its code.
pub fn claim(lang: Lang, claim: Claim) -> (&'static str, String) {
    let code = match claim {
        Claim::Inputs => "T1",
        Claim::Follows => "T2",
        Claim::Rules => "T3",
        Claim::Figures => "T4",
        Claim::Lists => "T5",
        Claim::NothingElse => "T6",
    };
    (code, sentence(lang, code, &[]))
}

/// What became of a claim, without a full stop.
pub fn outcome(lang: Lang, claim: Claim, outcome: &Outcome) -> String {
    let all = |files: &[String]| files.iter().map(|file| shown(file)).collect::<Vec<_>>();
    match (outcome, claim) {
        (Outcome::Holds, Claim::Inputs) => say!(lang, "holds-inputs"),
        (Outcome::Holds, Claim::Follows) => say!(lang, "holds-follows"),
        (Outcome::Holds, Claim::Rules) => say!(lang, "holds-rules"),
        (Outcome::Holds, Claim::Figures) => say!(lang, "holds-figures"),
        (Outcome::Holds, Claim::Lists) => say!(lang, "holds-lists"),
        (Outcome::Holds, Claim::NothingElse) => say!(lang, "holds-nothing-else"),
        (Outcome::Fails(_, files), Claim::NothingElse) => {
            say!(lang, "fails-nothing-else", files = names(lang, &all(files)))
        }
        (Outcome::Fails(_, line), Claim::Inputs) if !line.is_empty() => say!(lang, "fails-line"),
        (Outcome::Fails(..), Claim::Inputs) => say!(lang, "fails-inputs"),
        (Outcome::Fails(0, files), Claim::Follows) if files.iter().any(|file| file == SEED_FILE) => {
            say!(lang, "fails-stream")
        }
        (Outcome::Fails(0, _), Claim::Follows) => say!(lang, "fails-form"),
        (Outcome::Fails(seats, _), Claim::Follows) => say!(lang, "fails-follows", seats = *seats),
        (Outcome::Fails(broken, _), Claim::Rules) => say!(lang, "fails-rules", broken = *broken),
        (Outcome::Fails(0, _), Claim::Figures) => say!(lang, "fails-figures-form"),
        (Outcome::Fails(_, fields), Claim::Figures) => {
            say!(lang, "fails-figures", fields = list(lang, &all(fields)))
        }
        (Outcome::Fails(_, files), Claim::Lists) => {
            say!(lang, "fails-lists", files = list(lang, files))
        }
        (Outcome::NotChecked(Why::File(file)), _) => say!(lang, "unchecked-file", file = file.to_string()),
        (Outcome::NotChecked(Why::Before), _) => say!(lang, "unchecked-before"),
        (Outcome::NotChecked(Why::OtherBefore), _) => say!(lang, "unchecked-other-before"),
        (Outcome::NotChecked(Why::OtherSearch { made, here }), _) => {
            say!(lang, "unchecked-other-search", made = made.to_string(), here = here.to_string())
        }
    }
}

/// What the claims leave open about the time before the seed.
pub fn frozen(lang: Lang, record: &Record, published: bool) -> Option<String> {
    let (first, rest) = match (record.frozen, published) {
        _ if record.change.is_some() => {
            block(lang, "frozen-change", &args![published = super::parts::yes(published)])
        }
        (_, true) => return None,
        (true, false) => block(lang, "frozen-line", &args![line = shown(&record.commitment)]),
        (false, false) => block(lang, "frozen-not", &args![]),
    };
    Some(format!("{first}\n{}", rest.join("\n")))
}

/// Rules that are broken because not enough people may move.
pub fn too_few_moves(lang: Lang, most: u32, takes: u32) -> String {
    let text = say!(
        lang,
        "too-few-moves",
        most = most,
        people = people(lang, u64::from(most)),
        moves = several(lang, "moves", u64::from(takes)),
        takes = takes,
    );
    format!("{text}\n\n")
}

/// What to do with inputs that are frozen now.
pub fn freezing(lang: Lang, brief: &Brief, line: &str, folder: &str) -> String {
    let folder = typed(folder);
    let seated = brief.rounds.iter().filter(|round| round.kind != RoundKind::Plenary).count();
    let frozen = say!(
        lang,
        "freezing",
        people = people(lang, brief.people.len() as u64),
        rounds = several(lang, "rounds", seated as u64),
        effort = brief.effort.to_string(),
    );
    let start = line.get(..28).unwrap_or(line).to_owned();
    let (next, lines) = block(lang, "freezing-next", &args![folder = folder.clone(), start = start]);
    let saved = say!(lang, "saved-frozen", folder = folder);
    format!("{frozen}\n\n{line}\n\n{next}\n  {}\n\n{saved}\n", lines.join("\n"))
}
