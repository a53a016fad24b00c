//! What is wrong with the files of a seat plan, and what its folder claims, in plain English. Imports `base`, `sessions` and `words`.

use super::en::{list, people, place};
use super::{Message, counted, number, quoted, shown};
use crate::base::fault::Grade;
use crate::sessions::brief::{Brief, RoundKind};
use crate::sessions::record::{Record, SEED_FILE};
use crate::sessions::verify::{Claim, Outcome, Why};
use crate::sessions::wrong::{PlanWrong, What, Wrong, Wrongs};

pub use super::seat_rules::{broken, called, clash, rule, when};

/// What a refusal ends with.
pub const NOTHING: &str = "Nothing was planned and no file was changed.";
/// The same of a check.
pub const UNCHECKED: &str = "Nothing was checked and no file was changed.";

/// What was found, the worst first, as blocks of lines, of these grades; at most twenty of a kind.
pub fn report(wrongs: &Wrongs, grades: &[Grade]) -> String {
    const SHOWN: usize = 20;
    let mut text = String::new();
    for &grade in grades {
        let mut all: Vec<&Wrong> = wrongs.0.iter().filter(|wrong| wrong.what.grade() == grade).collect();
        all.sort_by_key(|wrong| wrong.what.code());
        for same in all.chunk_by(|a, b| a.what.code() == b.what.code()) {
            let mut messages = same.iter().take(SHOWN).map(|wrong| message(wrong)).peekable();
            while let Some(mut message) = messages.next() {
                // What is the same for several is said once, below the last of them.
                if messages.peek().is_some_and(|next| next.details == message.details) {
                    message.details.clear();
                }
                text.push_str(&message.block());
            }
            if same.len() > SHOWN {
                let more = number((same.len() - SHOWN) as u64);
                text.push_str(&format!("  And {more} more of these.  [{}]\n", same[0].what.code()));
            }
        }
    }
    text
}

/// One wrong in words.
pub fn message(wrong: &Wrong) -> Message {
    let grade = match wrong.what.grade() {
        Grade::Stop => "Stop.",
        Grade::Check => "Check this.",
        Grade::Note => "Note.",
    };
    let (said, details) = sentences(wrong);
    let place = place(&wrong.place);
    let colon = if place.is_empty() { "" } else { ": " };
    Message {
        headline: format!("{grade} {place}{colon}{said}  [{}]", wrong.what.code()),
        details: details.into_iter().filter(|line| !line.is_empty()).collect(),
    }
}

/// Where it is and what is wrong, as a sentence of its own.
pub fn said(wrong: &Wrong) -> String {
    let place = place(&wrong.place);
    let colon = if place.is_empty() { "" } else { ": " };
    format!("{place}{colon}{}", sentences(wrong).0)
}

fn did_you_mean(near: &Option<String>) -> String {
    near.as_ref().map(|near| format!("Did you mean {}?", quoted(near))).unwrap_or_default()
}

fn sentences(wrong: &Wrong) -> (String, Vec<String>) {
    let only = |text: &str| (text.to_owned(), vec![]);
    let with = |text: String, details: &[&str]| (text, details.iter().map(|&d| d.to_owned()).collect());
    let cell = || quoted(wrong.place.cell.as_deref().unwrap_or_default());
    match &wrong.what {
        What::ColumnMissing { near, headings } => with(
            "there is no column with this heading.".into(),
            &[&did_you_mean(near), &format!("The headings are {}.", some(headings))],
        ),
        What::ColumnTwice => with(
            "two columns have this heading.".into(),
            &["Give one of them another heading, so that it is clear which is meant."],
        ),
        What::ListColumnMissing { wanted } => with(
            format!("there is no column {}.", quoted(wanted)),
            &["docs/tables/seat-plans.md lists the columns of every file."],
        ),
        What::BlankValue => with(
            format!("{} no value here.", has(wrong.place.rows.count() as u64)),
            &["They are spread over the tables as a group of their own."],
        ),
        What::UnknownPerson => with(
            match wrong.place.rows.count() {
                0 | 1 => "this code is not in the list of people.".into(),
                several => format!("these {} codes are not in the list of people.", number(several as u64)),
            },
            &["Codes are compared sign by sign: check capitals, spaces and leading zeros."],
        ),
        What::UnknownTable { tables } => with(
            format!("there is no table of the name {}.", cell()),
            &[&format!("The tables are {}.", some(tables))],
        ),
        What::UnknownRound { rounds } => with(
            match &wrong.place.cell {
                Some(cell) => format!("{} is no round of the plan.", quoted(cell)),
                None => "this is no round of the plan.".into(),
            },
            &[&format!(
                "There {} {} of them. Write 2, or 1,3 or 1-3; blank means all.",
                are(*rounds),
                rounds
            )],
        ),
        What::UnknownRule { near } => with(
            format!("there is no rule {}.", cell()),
            &[&did_you_mean(near), "The rules are apart, together, table, not-table and absent."],
        ),
        What::SamePerson => only("this row names one person twice."),
        What::NotNumber { least, most } => {
            only(&format!("{} is not a whole number from {least} to {}.", cell(), number(u64::from(*most))))
        }
        What::NotYesOrNo => with(
            "this should say yes or no.".into(),
            &["Yes, ja, x and 1 mean yes; blank, no, nee and 0 mean no."],
        ),
        What::PlanFile { line, wrong } => plan_file(*line, wrong),
        What::TooFewSeats { round, people: here, seats } => with(
            format!("round {round} has {} and {} seats.", people(*here as u64), number(*seats as u64)),
            &["Give more tables, larger tables, or a topic more room."],
        ),
        What::TooFewPeople { round, people: here, tables } => with(
            format!("round {round} has {} for {} tables.", people(*here as u64), number(*tables as u64)),
            &["Give fewer tables: at every table sits at least one person."],
        ),
        What::TopicsShort { round, people: here, least } => with(
            format!(
                "round {round} has {}; its topics ask for {} at least.",
                people(*here as u64),
                number(*least as u64)
            ),
            &["Let a topic do with fewer people, or leave one out."],
        ),
        What::WithUnused => with(
            "the rule absent is about one person, and something stands here.".into(),
            &["Give everybody who is absent a row of their own, and leave this cell blank."],
        ),
        What::UnknownTask => with(
            format!("{} is no role of the staff.", cell()),
            &["The roles are facilitator and note-taker; blank means facilitator."],
        ),
        What::ReseatUnknown { code, near } => {
            with(format!("{} is not in this plan, so cannot be absent.", shown(code)), &[&did_you_mean(near)])
        }
        What::ReseatAway { code } => only(&format!("{} is absent in this round already.", shown(code))),
        What::ReseatThere { code } => only(&format!("{} has a seat in this round already.", shown(code))),
        What::ReseatBoth { code } => only(&format!("{} is named as absent and as extra.", shown(code))),
        What::MixTwice { name } if name.is_empty() => {
            with("the list of columns to mix has one without a name.".into(), &["Is there a comma too many?"])
        }
        What::MixTwice { name } => with(
            format!("the column {} is to be mixed twice.", quoted(name)),
            &["Name it once. To let it count more, give it an importance in the plan file."],
        ),
        What::Formula { name } => with(
            format!("{} begins as a formula does, and a spreadsheet may compute it.", quoted(name)),
            &["It stands in the lists of this plan. Let it begin with a letter."],
        ),
        What::Newcomer { code, near } => with(
            format!("{} is new to this plan, and nothing is known of this person.", shown(code)),
            &[&did_you_mean(near), "They get a seat; when tables are mixed their cells count as blank."],
        ),
        What::BadCode => with(
            "one of the codes of --absent or --extra cannot be a code.".into(),
            &["A code is 1 to 100 signs on one line."],
        ),
        What::NoTables { round } => with(
            format!("round {round} has no tables."),
            &["Give the number of tables or their size; a workshop needs topics. A plenary has no tables."],
        ),
        What::TooManyPeople { people, most } => only(&format!(
            "there are {} people; at most {} can be seated in one plan.",
            number(*people as u64),
            number(*most as u64)
        )),
        What::TooMuch { thing, most } => only(&format!("there are more than {most} {thing}.")),
        What::StaffShort { round, tables, staff } => with(
            format!(
                "round {round} has {} and {}.",
                counted(*tables as u64, "table", "tables"),
                counted(*staff as u64, "facilitator", "facilitators")
            ),
            &["The last tables have nobody to host them."],
        ),
        What::UnknownName { kind, name, near } => {
            with(format!("there is no {kind} {}.", quoted(name)), &[&did_you_mean(near)])
        }
        What::OnlyPlenaries => with(
            "there are only plenaries, in which nobody has a seat.".into(),
            &["Add a round of the kind dialogue or workshop."],
        ),
        What::LeastAboveMost { name, least, most } => with(
            format!("{} has at least {least} and at most {most}.", quoted(name)),
            &["The fewest cannot be above the most."],
        ),
        What::TablesAndSizes { round, tables, sizes } => with(
            format!(
                "round {round} has {} and a list of {}.",
                counted(*tables as u64, "table", "tables"),
                counted(*sizes as u64, "size", "sizes")
            ),
            &["Give one of the two, or make them agree."],
        ),
        What::RuleIdle => with(
            "this rule never holds.".into(),
            &[
                "Whom it is about is absent in its rounds, or there is no round of its kind: tables are for dialogues, topics for workshops.",
            ],
        ),
        What::TopicsIdle => with(
            "topics and preferences are not used.".into(),
            &["There is no round of the kind workshop in the plan."],
        ),
        What::NoName => only("this row has no name."),
        What::MetUnknown => with(
            "these meetings are of people who are not in the list.".into(),
            &["They are left out. People may have left since; if not, compare the codes."],
        ),
        What::PreferenceTwice => only("this person has two preferences for one topic."),
        What::ListedTwice => only("something is listed twice here."),
        What::NobodyThere { round } => only(&format!("nobody is there in round {round}.")),
        What::SeedText => {
            with("the text for the seed cannot be used.".into(), &["Give 1 to 2,000 signs on one line."])
        }
        What::SeatTwice => only("this person has two seats in one round."),
        What::NoSeat { round } => only(&format!("nobody has a seat in round {round}.")),
        What::NoTable => with(
            "this row names no table.".into(),
            &["Leave the row out if the person was absent, and say so with the rule absent."],
        ),
        What::NotRound { most } => with(
            format!("{} is no number of a round.", cell()),
            &[&format!("Rounds are whole numbers from 1 to {most}.")],
        ),
        What::SeatInPlenary => with(
            "this round is a plenary, in which nobody has a seat.".into(),
            &["Compare the plan file with the seat plan: are the rounds the same?"],
        ),
        What::GroupChanges => with(
            "this person had another table in an earlier round of the same workshop.".into(),
            &[
                "Groups of a workshop stay as they are, so the answer is no, and its rounds are judged one by one. Where they may change, give the rounds another \"group\" in the plan file.",
            ],
        ),
        What::SeatWhileAbsent => only("this person is absent in this round and has a seat."),
        What::NoSeats => with(
            "there is no seat in this file.".into(),
            &["A seat plan has a row for every round and person, with the columns round, table and code."],
        ),
        What::UnknownUse => with(
            format!("{} is no use of a table.", cell()),
            &["The uses are dialogue and workshop; blank means both."],
        ),
        What::TooFewTopicTables { round, topics, tables } => with(
            format!(
                "round {round} is a workshop of {}; the list of tables has {} for workshops.",
                counted(*topics as u64, "topic", "topics"),
                number(*tables as u64)
            ),
            &[
                "Every topic needs a table of its own. Add the tables or rooms that the groups work in.",
                "Where the list is for dialogue rounds only, say so: write dialogue in a column \"use\" for every table.",
            ],
        ),
        What::TopicTable { round, topic, least, table, seats } => with(
            format!(
                "round {round}: the topic {} asks for {} at least; its table {} has {} seats.",
                quoted(topic),
                people(*least as u64),
                shown(table),
                number(*seats as u64)
            ),
            &[
                "No other way of giving tables to topics was found that does better.",
                "Add a larger table, give this topic one (column \"topic\" in the list of tables), or let it do with fewer people.",
            ],
        ),
        What::NeedsUnplaced { round, people: needy } => with(
            format!(
                "round {round} is a workshop, no table in this list is for workshops, and {} of their table.",
                if *needy == 1 {
                    "1 person needs something".to_owned()
                } else {
                    format!("{needy} people need something")
                }
            ),
            &[
                "Nobody looks after these needs in workshops. Add the rooms that the groups work in to the list.",
            ],
        ),
        What::TooFewRooms { round, tables, rooms } => only(&format!(
            "round {round} has {}; the list of tables has {rooms}.",
            counted(*tables as u64, "table", "tables")
        )),
    }
}

/// What is wrong in a line of the plan file.
fn plan_file(line: usize, wrong: &PlanWrong) -> (String, Vec<String>) {
    let listed = |words: &[&str]| list(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    let (said, details) = match wrong {
        PlanWrong::NotText => (
            "this is not text as a plan file holds it.".to_owned(),
            vec!["Save the file as plain text, in UTF-8.".to_owned()],
        ),
        PlanWrong::Quotes => ("a quotation mark is missing.".to_owned(), vec![]),
        PlanWrong::NoEquals => (
            "there is no = in this line.".to_owned(),
            vec!["Write name = value, such as tables = 6; the name of a table stands in [ ].".to_owned()],
        ),
        PlanWrong::Twice => ("this name stands there a second time.".to_owned(), vec![]),
        PlanWrong::Grammar => (
            "this line is not as a plan file is written.".to_owned(),
            vec![
                "Write name = value: texts in quotation marks, numbers without, lists as [\"a\", \"b\"]."
                    .to_owned(),
                "docs/tables/seat-plans.md has a whole plan as an example.".to_owned(),
            ],
        ),
        PlanWrong::Unknown { key, near, known } => (
            format!("there is no setting {} here.", quoted(key)),
            vec![did_you_mean(near), format!("The settings are {}.", listed(known))],
        ),
        PlanWrong::Missing { key, table } => (format!("{table} lacks the setting {}.", quoted(key)), vec![]),
        PlanWrong::Wanted { key, wanted } => (format!("{} should be {wanted}.", quoted(key)), vec![]),
        PlanWrong::Word { key, word, near, words } => (
            format!("{} cannot be {}.", quoted(key), quoted(word)),
            vec![did_you_mean(near), format!("It can be {}.", listed(words).replace(" and ", " or "))],
        ),
        PlanWrong::Number { key, least, most } => (
            format!("{} should be a whole number from {least} to {}.", quoted(key), number(u64::from(*most))),
            vec![],
        ),
    };
    (format!("line {line}: {said}"), details)
}

fn has(count: u64) -> String {
    format!("{} {}", people(count), if count == 1 { "has" } else { "have" })
}

pub(super) fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn some(names: &[String]) -> String {
    const SHOWN: usize = 12;
    let mut parts: Vec<String> = names.iter().take(SHOWN).map(|name| quoted(name)).collect();
    if names.len() > SHOWN {
        parts.push(format!("{} more", names.len() - SHOWN));
    }
    list(&parts)
}

/// What kind of round it is.
pub fn kind(kind: RoundKind) -> &'static str {
    match kind {
        RoundKind::Dialogue => "dialogue",
        RoundKind::Workshop(_) => "workshop",
        RoundKind::Plenary => "plenary",
    }
}

/// What a claim of a plan's folder says, with its code.
pub fn claim(claim: Claim) -> (&'static str, &'static str) {
    match claim {
        Claim::Inputs => ("T1", "The inputs are the ones committed to"),
        Claim::Follows => ("T2", "The seats follow from the inputs and the seed"),
        Claim::Rules => ("T3", "All rules are kept"),
        Claim::Figures => ("T4", "The figures are true"),
        Claim::Lists => ("T5", "The lists to hand out are those of the seats"),
        Claim::NothingElse => ("T6", "There is nothing else in the folder"),
    }
}

/// What became of a claim, without a full stop.
pub fn outcome(claim: Claim, outcome: &Outcome) -> String {
    match (outcome, claim) {
        (Outcome::Holds, Claim::Inputs) => "inputs.json has the digest that seed.json names".to_owned(),
        (Outcome::Holds, Claim::Follows) => "made again, every seat is the same".to_owned(),
        (Outcome::Holds, Claim::Rules) => "every rule was checked".to_owned(),
        (Outcome::Holds, Claim::Figures) => "every figure was computed again".to_owned(),
        (Outcome::Holds, Claim::Lists) => "made again, all four are the same".to_owned(),
        (Outcome::Holds, Claim::NothingElse) => "every file is one that belongs there".to_owned(),
        (Outcome::Fails(_, files), Claim::NothingElse) => {
            let files: Vec<String> = files.iter().map(|file| shown(file)).collect();
            format!("ask what these are for: {}", some(&files))
        }
        (Outcome::Fails(_, line), Claim::Inputs) if !line.is_empty() => {
            "the published line names other inputs or settings".to_owned()
        }
        (Outcome::Fails(..), Claim::Inputs) => {
            "inputs.json is not the one that seed.json names: one of the two was changed".to_owned()
        }
        (Outcome::Fails(0, files), Claim::Follows) if files.iter().any(|file| file == SEED_FILE) => {
            "seed.json names another stream of the seed than the seats come from".to_owned()
        }
        (Outcome::Fails(0, _), Claim::Follows) => {
            "the seats are the same, but seatplan.csv is not as it was written".to_owned()
        }
        (Outcome::Fails(seats, _), Claim::Follows) => {
            format!("made again, {} of the seats differ", number(*seats as u64))
        }
        (Outcome::Fails(broken, _), Claim::Rules) => format!("{} broken", number(*broken as u64)),
        (Outcome::Fails(0, _), Claim::Figures) => {
            "the figures are the same, but report.json is not as it was written".to_owned()
        }
        (Outcome::Fails(_, fields), Claim::Figures) => {
            let fields: Vec<String> = fields.iter().map(|field| shown(field)).collect();
            format!("computed again, these differ: {}", list(&fields))
        }
        (Outcome::Fails(_, files), Claim::Lists) => {
            format!("changed after they were made: {}", list(files))
        }
        (Outcome::NotChecked(Why::File(file)), _) => format!("{file} is not there or cannot be read"),
        (Outcome::NotChecked(Why::Before), _) => {
            "give the plan before this change with --before to make it again".to_owned()
        }
        (Outcome::NotChecked(Why::OtherBefore), _) => {
            "the plan given with --before is not the one that was changed".to_owned()
        }
    }
}

/// What the claims leave open about the time before the seed.
pub fn frozen(record: &Record, published: bool) -> Option<String> {
    match (record.frozen, published) {
        _ if record.change.is_some() => Some(format!(
            "This is a change of another plan, made after the seed was known.\n{}\n\
             Who was said to be absent or there, and how many might move, no line binds: whoever made it\n\
             could try several and keep the one they liked. Check the plan before it too.",
            if published { "The line is that of the plan before it." } else { "Nothing was fixed for it." }
        )),
        (_, true) => None,
        (true, false) => Some(format!(
            "seed.json says that the inputs and settings were frozen first. Compare their line with the one that you saw\n\
             before the seed was known, or give that with --commitment:\n{}",
            shown(&record.commitment)
        )),
        (false, false) => Some(
            "The settings were not fixed before the seed (--freeze): whoever made this plan could have made several, with\n\
             other efforts or orders of preference, and have kept the one they liked."
                .to_owned(),
        ),
    }
}

/// Rules that are broken because not enough people may move.
pub fn too_few_moves(most: u32, takes: u32) -> String {
    let moves = |count: u32| match count {
        0 => "nobody moves".to_owned(),
        1 => "1 person moves".to_owned(),
        _ => format!("{} people move", number(u64::from(count))),
    };
    format!(
        "That is because {} (--move-at-most {most}). When {} all rules can be kept: --move-at-most {takes}.\n\n",
        if most == 0 {
            "nobody may move".to_owned()
        } else {
            format!("no more than {} may move", people(u64::from(most)))
        },
        moves(takes),
    )
}

/// What to do with inputs that are frozen now.
pub fn freezing(brief: &Brief, line: &str, folder: &str) -> String {
    let folder = shown(folder);
    let seated = brief.rounds.iter().filter(|round| round.kind != RoundKind::Plenary).count();
    format!(
        "Frozen: everything a seat plan for {} over {} follows from, and how long to search (effort {}).\n\n{line}\n\n\
         Publish this line before anybody can know the seed. Then make the plan, into a folder of its own:\n  \
         geloot sessions --frozen {folder} --seed \"...\" --out ...\n\
         Whoever saw the line checks it: geloot sessions check FOLDER --commitment \"{}...\"\n\n\
         Saved in {folder}: inputs.json and commitment.txt.\n",
        people(brief.people.len() as u64),
        counted(seated as u64, "round", "rounds"),
        brief.effort,
        line.get(..28).unwrap_or(line),
    )
}
