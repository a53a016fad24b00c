//! Every fault in plain English: what is wrong, where, what it means for the draw, what can be done.
//! Imports `base` and `words`.

mod figures;
mod people;
mod turn;

use super::catalogue::{self, Lang, say};
use super::{Message, number, quoted, shown};
use crate::base::fault::{Blame, Fault, Faults, Format, Grade, Kind, Place, QuotaColumn, Role, Rows, What};
use crate::base::look::look;

/// Everything found, the worst first, as blocks of lines. Ends, when the work stops, with what was
/// saved: nothing.
pub fn report(faults: &Faults) -> String {
    report_of(faults, &[Grade::Stop, Grade::Check, Grade::Note])
}

/// [`report`], of these grades only.
pub fn report_of(faults: &Faults, grades: &[Grade]) -> String {
    let mut text = blocks(faults, grades);
    match faults.blame() {
        Some(Blame::Input) => text.push_str(
            "Nothing was drawn and no file was changed. Is a message not clear? Tell whoever gave you this program, and name its code.\n",
        ),
        Some(Blame::Answer) => text.push_str("Nothing was drawn and no file was changed.\n"),
        None => {}
    }
    text
}

/// Faults of these grades as blocks of lines, without a word on what was saved.
pub fn blocks(faults: &Faults, grades: &[Grade]) -> String {
    let mut text = String::new();
    for &grade in grades {
        let mut kinds: Vec<Kind> = faults.iter().map(Fault::kind).filter(|k| k.grade() == grade).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            // What is the same for several faults is said once, below the last of them.
            let mut messages = faults.iter().filter(|fault| fault.kind() == kind).map(message).peekable();
            while let Some(mut message) = messages.next() {
                if messages.peek().is_some_and(|next| next.details == message.details) {
                    message.details.clear();
                }
                text.push_str(&message.block());
            }
            if faults.more(kind) > 0 {
                let more = number(faults.more(kind) as u64);
                text.push_str(&format!("  And {more} more of these.  [{}]\n", kind.code()));
            }
        }
    }
    text
}

/// One fault in words.
pub fn message(fault: &Fault) -> Message {
    let grade = match fault.grade() {
        Grade::Stop => "Stop.",
        Grade::Check => "Check this.",
        Grade::Note => "Note.",
    };
    let (wrong, details) = sentences(fault);
    let place = place(&fault.place);
    let (colon, wrong) = if place.is_empty() { ("", capital(&wrong)) } else { (": ", wrong) };
    Message { headline: format!("{grade} {place}{colon}{wrong}  [{}]", fault.code()), details }
}

/// The text with a capital in front.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Rows as people say them: "row 3", "rows 3, 17 and 22", "rows 3, 17 and 312 more".
pub fn rows(rows: &Rows) -> String {
    let mut parts: Vec<String> = rows.first.iter().map(usize::to_string).collect();
    if rows.more > 0 {
        parts.push(format!("{} more", number(rows.more as u64)));
    }
    format!("{} {}", if rows.count() == 1 { "row" } else { "rows" }, list(&parts))
}

/// "a, b and c".
pub fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// "1 person", "4 people".
pub fn people(count: u64) -> String {
    say!(Lang::En, "people", count = catalogue::count(Lang::En, count))
}

/// "1 seat", "30 seats".
pub fn seats(count: u64) -> String {
    say!(Lang::En, "seats", count = catalogue::count(Lang::En, count))
}

/// "people.csv, row 3, column \"id\"": as much of a place as is known.
pub(super) fn place(place: &Place) -> String {
    let mut parts = Vec::new();
    if !place.file.is_empty() {
        parts.push(shown(&place.file));
    }
    if place.rows.count() > 0 {
        parts.push(rows(&place.rows));
    }
    if let Some(column) = &place.column {
        parts.push(format!("column {}", quoted(column)));
    }
    parts.join(", ")
}

fn did_you_mean(near: &Option<String>) -> String {
    near.as_ref().map(|near| format!(" Did you mean {}?", quoted(near))).unwrap_or_default()
}

fn columns(letters: &[String]) -> String {
    format!("columns {}", list(letters))
}

/// Names in quotation marks, the first dozen of them.
fn names(all: &[String]) -> String {
    const SHOWN: usize = 12;
    let mut parts: Vec<String> = all.iter().take(SHOWN).map(|name| quoted(name)).collect();
    if all.len() > SHOWN {
        parts.push(format!("{} more", all.len() - SHOWN));
    }
    list(&parts)
}

fn quota_column(column: QuotaColumn) -> &'static str {
    match column {
        QuotaColumn::Feature => "feature",
        QuotaColumn::Value => "value",
        QuotaColumn::Min => "min",
        QuotaColumn::Max => "max",
        QuotaColumn::MinFlex => "min_flex",
        QuotaColumn::MaxFlex => "max_flex",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Pool => "list of volunteers",
        Role::Quotas => "list of quotas",
    }
}

/// The sentence after the place, and the lines below it.
fn sentences(fault: &Fault) -> (String, Vec<String>) {
    let cell = fault.place.cell.as_deref().unwrap_or_default();
    let several = fault.place.rows.count() != 1;
    let (wrong, details): (String, Vec<String>) = match &fault.what {
        What::EmptyFile => (
            "the file is empty.".into(),
            vec!["Check that you chose the right file, and that it was saved before you sent it.".into()],
        ),
        What::HeaderOnly => (
            "the file has headings, but no rows below them.".into(),
            vec!["Check that you chose the right file, and that no filter hid the rows when you saved it.".into()],
        ),
        What::NotText { format } => not_text(*format),
        What::UnclosedQuote => (
            "a quotation mark (\") opens in this row and never closes.".into(),
            vec![
                "Everything after it was read as one cell, so people may be missing.".into(),
                "Remove the quotation mark, or close it, and save the file again.".into(),
            ],
        ),
        What::RepeatedHeading { letters } => (
            format!("{} have the same heading.", columns(letters)),
            vec!["The draw does not need them, so both are kept.".into()],
        ),
        What::AmbiguousColumn { letters } => (
            format!("{} have the same heading, and the draw needs this column.", columns(letters)),
            vec!["Which one counts is not clear. Rename or remove one of them.".into()],
        ),
        What::BlankHeading { letters } => (
            format!("column {letters} has cells but no heading."),
            vec!["It is kept, but cannot be used for quotas or ids.".into()],
        ),
        What::TooFewCells { headings } => (
            format!("there are fewer cells than the {headings} headings."),
            vec![
                "The missing cells count as blank. Spreadsheets leave blank cells out at the end of a row.".into(),
                "If a line was broken in two instead, mend it: each person needs one row.".into(),
            ],
        ),
        What::TooManyCells { headings } => (
            format!("there are more cells than the {headings} headings."),
            vec![
                "So it is not clear which cell belongs to which heading.".into(),
                "Often a cell holds the sign that stands between the cells. Put such a cell between quotation marks (\"),"
                    .into(),
                "or save the file as CSV from the spreadsheet again.".into(),
            ],
        ),
        What::BlankRows => {
            (if several { "these rows are blank and were skipped." } else { "this row is blank and was skipped." }
                .into(), vec![])
        }
        What::ReadAsWindows => (
            "the file is not UTF-8; it was read as Windows-1252 (Western European).".into(),
            vec!["Look whether letters such as ë and é are right in the results.".into()],
        ),
        What::DamagedCharacters => (
            "some letters in the file are damaged.".into(),
            vec![
                "They show as \u{fffd}. Other letters are fine.".into(),
                "Save the file from the spreadsheet again, as \"CSV UTF-8\".".into(),
            ],
        ),
        What::TooLarge => (
            "the file is too large.".into(),
            vec!["At most 4 GB of text and 16,384 columns can be read, with rows about as long as the header.".into()],
        ),
        What::CitizenNumbers => (
            "this column holds what look like Dutch citizen service numbers (BSN).".into(),
            vec![
                "They may not be used for a draw, so the file is refused. None of them was shown or kept.".into(),
                "Remove the column. Use numbers of your own as ids, such as 1, 2, 3.".into(),
            ],
        ),
        What::RowsInOneCell => (
            "a cell between quotation marks (\") holds several lines that look like rows.".into(),
            vec![
                "If they are people, they are not counted: a stray quotation mark took them in. Remove it.".into(),
            ],
        ),
        What::Formulas => (
            "what is in these cells begins as a formula does, and a spreadsheet may compute it.".into(),
            vec![
                "They are kept as they are, also in panel.csv and remaining.csv. Look at them as plain text before you open those lists in a spreadsheet.".into(),
            ],
        ),
        What::HeadingsLower { row, headings } => (
            format!("the headings seem to stand in row {row}, below other text."),
            vec![
                format!("Row {row} has {}.", names(headings)),
                "Take out the rows above it, so that the headings are in row 1, and save the file again.".into(),
            ],
        ),
        What::RowsTakenIn => (
            "a cell between quotation marks (\") holds whole rows, with as many cells as there are headings.".into(),
            vec![
                "A stray quotation mark took them in, and whoever is in them would not count.".into(),
                "Remove the quotation marks around them. If they are one person's words, write them on one line.".into(),
            ],
        ),
        What::HeaderMissing => (
            "the first row seems to hold a person instead of headings.".into(),
            vec![
                "Put a row above it that says what is in each column. Give a quota column the name of its feature.".into(),
            ],
        ),
        What::QuotaColumnMissing { missing } => quota_columns_missing(missing),
        What::FilesSwapped { pool, quotas } => (
            format!("The pool and the quotas are swapped: {pool} holds quotas, and {quotas} does not."),
            vec!["Give the list of volunteers after --pool, and the list of quotas after --quotas.".into()],
        ),
        What::WrongFile { wanted, found } => (
            format!("this is a {}, not a {}.", role(*found), role(*wanted)),
            vec![format!("Give the {} in its place.", role(*wanted))],
        ),
        What::QuotaNameMissing { column } => (
            format!("the {} is blank.", quota_column(*column)),
            vec![
                "Each quota line needs a feature and a value.".into(),
                "Merged cells become blank in a CSV file: write the name on every line.".into(),
            ],
        ),
        What::QuotaNotWhole => (
            if cell.is_empty() {
                "there is no number.".into()
            } else {
                format!("{} is not a whole number.", quoted(cell))
            },
            vec!["A quota is a number of seats: 0, 1, 2 and so on, without a point or comma for thousands.".into()],
        ),
        What::QuotaNegative => (
            format!("{} is below 0.", quoted(cell)),
            vec!["A quota is a number of seats: 0, 1, 2 and so on.".into()],
        ),
        What::MinAboveMax { feature, value, min, max } => (
            format!("{} {} needs at least {min}, but may have at most {max}.", quoted(feature), quoted(value)),
            vec!["No panel can do both. Swap the two numbers if they are the wrong way round.".into()],
        ),
        What::QuotaTwice { feature, value } => (
            format!("{} {} is there more than once, with different numbers.", quoted(feature), quoted(value)),
            vec!["Keep the line that is right and remove the other.".into()],
        ),
        What::QuotaRepeated { feature, value } => (
            format!("{} {} is there more than once, with the same numbers. It counts once.", quoted(feature), quoted(value)),
            vec![],
        ),
        What::MinimaAboveSeats { feature, sum, seats } => (
            format!("the minimums of {} add up to {}, and the panel has {}.", quoted(feature), number(*sum), self::seats(u64::from(*seats))),
            vec![format!("Lower minimums of this feature by {} in total, or give the panel more seats.", number(sum - u64::from(*seats)))],
        ),
        What::MaximaBelowSeats { feature, sum, seats } => (
            format!("the maximums of {} add up to {}, and the panel has {}.", quoted(feature), number(*sum), self::seats(u64::from(*seats))),
            vec![
                format!("Raise maximums of this feature by {} in total, or give the panel fewer seats.", number(u64::from(*seats) - sum)),
                "Perhaps a value is missing from the quota file.".into(),
            ],
        ),
        What::FlexNarrow { feature, value, quota, flex } => (
            format!(
                "{} {} has flexible bounds {} to {}, narrower than its quota {} to {}.",
                quoted(feature), quoted(value), flex.0, flex.1, quota.0, quota.1
            ),
            vec!["Flexible bounds say how far a quota may be stretched: min_flex is at most min, max_flex at least max.".into()],
        ),
        What::FlexIncomplete => (
            if fault.place.rows.count() == 0 {
                "only one of the columns min_flex and max_flex is there.".into()
            } else {
                "one of the two flexible bounds is blank.".into()
            },
            vec!["The other one is not used. The quotas themselves are not touched by this.".into()],
        ),
        What::TooManyQuotas { most } => (
            format!("there are more than {} quota lines.", number(*most as u64)),
            vec!["Check that this is the list of quotas and not the list of volunteers.".into()],
        ),
        What::SeatsZero => (
            "A panel of 0 seats cannot be drawn.".into(),
            vec!["Give the number of seats after --seats.".into()],
        ),
        What::FeatureSpelled { taken } => {
            (format!("the feature {} is also spelled {}, which was taken.", quoted(cell), quoted(taken)), vec![])
        }
        What::QuotasAlike { feature, one, other } => (
            match feature {
                Some(feature) => format!("the values {} and {} of {} look alike, but are two.", quoted(one), quoted(other), quoted(feature)),
                None => format!("the features {} and {} look alike, but are two.", quoted(one), quoted(other)),
            },
            vec![format!("{ALIKE} If they are one, write them alike and keep one line.")],
        ),
        What::QuotaColumnUnused { headings, weights } => (
            match headings.as_slice() {
                [one] => format!("the column {} is not used.", quoted(one)),
                several => format!("the columns {} are not used.", names(several)),
            },
            match weights {
                true => vec!["There are no weights: every quota is kept, and none counts for more than another.".into()],
                false => vec![],
            },
        ),
        What::FeatureColumnMissing { feature, near } => (
            format!("there is no column {}, which the quotas need.{}", quoted(feature), did_you_mean_heading(near)),
            vec!["Each feature of the quotas needs a column in the pool with the same heading.".into()],
        ),
        What::UnknownValue { feature, near, allowed } => (
            match cell {
                "" => format!("what is there is not a value of {} in the quotas.", quoted(feature)),
                _ => format!("{} is not a value of {} in the quotas.{}", quoted(cell), quoted(feature), did_you_mean(near)),
            },
            vec![
                match cell {
                    "" => "It is not shown, because it may be from another column. Look whether a line is broken there.".into(),
                    _ => format!("{}The quotas have {}.", riddle(cell, near), names(allowed)),
                },
                "Whoever has another value cannot be counted. Correct the cells, or add a line for the value to the quotas.".into(),
            ],
        ),
        What::MissingValue { feature } => (
            "there is no value.".into(),
            vec![
                format!(
                    "Everybody needs a value of {} to be counted for the quotas.",
                    quoted(feature)
                ),
                "Fill it in, take the row out, or add a value such as \"unknown\" to the quotas and write that.".into(),
            ],
        ),
        What::ValueMatched { taken } => {
            (format!("{} was read as {}.", quoted(cell), quoted(taken)), vec![])
        }
        What::ColumnMatched { feature } => {
            (format!("this column was taken for the feature {}.", quoted(feature)), vec![])
        }
        What::IdColumnMissing { near } => (
            format!("there is no such column.{}", did_you_mean_heading(near)),
            vec!["Give the heading of the column with ids after --id-column, or leave it out to let the program look.".into()],
        ),
        What::IdBlank => (
            "there is no id.".into(),
            vec!["Everybody needs an id of their own. Fill it in, or take the row out.".into()],
        ),
        What::IdRepeated => (
            "these rows are the same in every cell. The person counts once.".into(),
            vec![],
        ),
        What::IdTwice => (
            "these rows have the same id, but differ.".into(),
            vec![
                "One person would count twice, or two people would be mixed up.".into(),
                "Give each person an id of their own, or remove the row that is out of date.".into(),
            ],
        ),
        What::RowNumbers => (
            "there is no column with ids, so row numbers serve as ids.".into(),
            vec!["Do not sort or change this file any more. To use a column of yours, name it with --id-column.".into()],
        ),
        What::IdColumnTaken => ("this column was taken as the id. To use another one, name it with --id-column.".into(), vec![]),
        What::PoolTooSmall { people, seats, taken } => (
            match taken {
                0 => format!("the panel has {}, and {} volunteered.", self::seats(u64::from(*seats)), self::people(*people)),
                _ => format!("{} {} left, and {} can be drawn.", self::seats(u64::from(*seats)), if *seats == 1 { "is" } else { "are" }, self::people(*people)),
            },
            vec!["Draw fewer seats, or find more volunteers.".into()],
        ),
        What::TooFewPeople { feature, value, min, taken, people } => (
            format!("{} {}: {} needed, {}{} available.", quoted(feature), quoted(value), number(u64::from(min + taken)), already(*taken), number(*people)),
            vec![format!("Lower this minimum to {}, or find {} more.", number(people + u64::from(*taken)), number(u64::from(*min) - people))],
        ),
        What::SeatsUnfilled { feature, reach, seats } => (
            format!(
                "{}: with these maximums and these volunteers at most {} of the {} can be filled.",
                quoted(feature), number(*reach), self::seats(u64::from(*seats))
            ),
            vec!["Raise the maximum of a value that many people have, or find volunteers for the other values.".into()],
        ),
        What::MinimumBlocked { feature, value, min, taken, other, room } => (
            format!(
                "{} {} and the quotas of {} clash: {} needed, {}room for {}{}.",
                quoted(feature), quoted(value), quoted(other), number(u64::from(min + taken)), already(*taken), number(*room), more(*taken)
            ),
            vec![
                format!("Among the people with {} {}, the maximums of {} leave room for {}{} at most.", quoted(feature), quoted(value), quoted(other), number(*room), more(*taken)),
                format!("Lower this minimum, or raise maximums of {}, or find other volunteers with {}.", quoted(other), quoted(value)),
            ],
        ),
        What::MaximumForced { feature, value, max, taken, other, forced } => (
            format!(
                "{} {} and the quotas of {} clash: {} at most, {}{}{} forced.",
                quoted(feature), quoted(value), quoted(other), number(u64::from(max + taken)), already(*taken), number(*forced), more(*taken)
            ),
            vec![
                format!("To meet the minimums of {}, at least {}{} people with {} {} must be in the panel.", quoted(other), number(*forced), more(*taken), quoted(feature), quoted(value)),
                format!("Raise this maximum, or lower minimums of {}, or find volunteers without {}.", quoted(other), quoted(value)),
            ],
        ),
        What::DrawnForCertain { feature, value, people } => (
            match people {
                1 => format!("{} {}: one single person meets this quota.", quoted(feature), quoted(value)),
                n => format!("{} {}: the {} who have it are all needed.", quoted(feature), quoted(value), self::people(*n)),
            },
            vec![
                match people {
                    1 => "That person is drawn for certain, and can know it before the draw.".into(),
                    _ => "They are drawn for certain, and can know it before the draw.".to_owned(),
                },
                "To leave it to chance, lower the minimum or find somebody else who has the value.".into(),
            ],
        ),
        What::Figures(what) => figures::sentences(what, cell),
        What::Turn(what) => turn::sentences(what, cell),
        _ => people::sentences(fault),
    };
    (wrong, details)
}

/// How texts that look alike can differ.
const ALIKE: &str = "They differ in zeros in front, capitals, accents or spaces, or in signs that are invisible or look like others.";

/// Why a cell is not the value that it looks like; nothing where anybody can see it.
fn riddle(cell: &str, near: &Option<String>) -> &'static str {
    match near {
        Some(near) if look(near) == look(cell) => "The two look alike, and signs in them differ. ",
        _ => "",
    }
}

fn did_you_mean_heading(near: &Option<String>) -> String {
    near.as_ref().map(|near| format!(" Is it the column {}?", quoted(near))).unwrap_or_default()
}

fn quota_columns_missing(missing: &[(QuotaColumn, Option<String>)]) -> (String, Vec<String>) {
    let columns: Vec<String> =
        missing.iter().map(|(column, _)| format!("no column {}", quoted(quota_column(*column)))).collect();
    let mut details: Vec<String> = missing
        .iter()
        .filter_map(|(column, near)| Some((column, near.as_ref()?)))
        .map(|(column, near)| {
            format!("Is {} the column {}? Then rename it.", quoted(near), quoted(quota_column(*column)))
        })
        .collect();
    details.push(
        "A quota file has the headings feature, value, min and max, and one line for each value of each feature,".into(),
    );
    details.push("for example: gender,woman,14,16".into());
    (format!("there is {}.", list(&columns)), details)
}

fn not_text(format: Format) -> (String, Vec<String>) {
    let save = "In the spreadsheet, choose Save as, then \"CSV UTF-8\", and give the program that file.";
    let (what, way_out) = match format {
        Format::Excel => ("this is an Excel workbook (.xlsx), not a CSV file.", save),
        Format::OldExcel => ("this is an old Excel workbook (.xls), not a CSV file.", save),
        Format::OpenDocument => ("this is a LibreOffice workbook (.ods), not a CSV file.", save),
        Format::Zip => {
            ("this is a ZIP archive, not a CSV file.", "Unpack it, and give the program the CSV file in it.")
        }
        Format::Pdf => ("this is a PDF, not a CSV file.", "Ask for the list as a CSV file."),
        Format::Other => ("this is not a text file.", save),
    };
    (what.into(), vec![way_out.into()])
}

/// "2 have a seat already, ", or nothing where nobody has.
pub fn already(taken: u32) -> String {
    match taken {
        0 => String::new(),
        1 => "1 has a seat already, ".to_owned(),
        n => format!("{} have a seat already, ", number(u64::from(n))),
    }
}

/// " more" where somebody has a seat already.
pub fn more(taken: u32) -> &'static str {
    if taken == 0 { "" } else { " more" }
}
