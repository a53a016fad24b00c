//! What completes the sentence of each fault: names in quotation marks, numbers, and words that choose a variant.
//! Imports `base`, `register` and `words`.

use super::{figures, prepare};
use crate::base::fault::{Fault, Format, Held, Place, QuotaColumn, Role, Rows, Seems, Turn, What};
use crate::base::look::look;
use crate::register::named;
use crate::words::catalogue::{Args, Lang, args, number, say};
use crate::words::parts::{
    self, already, capital, columns, did_you_mean, heading, is_it_the_column, list, more, names, or_none,
    people, public_grounds, rows, seats, yes,
};
use crate::words::{quoted, shown};

/// So many rows with the same other word for a value are no slips.
const HABIT: usize = 3;

/// The arguments of a fault's sentences.
pub(super) fn of(lang: Lang, fault: &Fault) -> Args {
    let cell = fault.place.cell.as_deref().unwrap_or_default();
    let lines = fault.place.rows.count();
    match &fault.what {
        What::EmptyFile
        | What::HeaderOnly
        | What::UnclosedQuote
        | What::ReadAsWindows
        | What::TooLarge
        | What::CitizenNumbers
        | What::HeaderMissing
        | What::RowsInOneCell
        | What::Formulas
        | What::RowsTakenIn
        | What::ErrorCells
        | What::HiddenRows
        | What::StruckThrough
        | What::ListNothing
        | What::ListHeadless
        | What::MergedCells
        | What::NotComputed
        | What::WorkbookDamaged
        | What::IdsShortened
        | What::IdsAsDates
        | What::TotalRow
        | What::IdsNotOwn
        | What::LoneCell
        | What::HeadingsAgain
        | What::SeemsOut
        | What::GroundsDiffer
        | What::GroundTells
        | What::GroundLong
        | What::TwoPeople
        | What::SeatsZero
        | What::IdBlank
        | What::IdRepeated
        | What::IdTwice
        | What::RowNumbers
        | What::IdColumnTaken
        | What::NoAddresses
        | What::AddressesBare
        | What::AddressCrowded
        | What::AddressNear
        | What::ListNeedsIds
        | What::GroundMissing
        | What::QuotasMerged
        | What::ConfirmedDiffers
        | What::ConfirmedNowhere => args![],
        What::NotText { format } => args![format = self::format(*format)],
        What::RepeatedHeading { letters } | What::AmbiguousColumn { letters } => {
            args![columns = columns(lang, letters)]
        }
        What::BlankHeading { letters } => args![letters = letters.clone()],
        What::TooFewCells { headings } => args![headings = *headings],
        What::TooManyCells { headings } => {
            let sheet = named(&fault.place.file).1.is_some();
            args![headings = *headings, sheet = yes(sheet)]
        }
        What::BlankRows
        | What::AddressUnknown
        | What::ExcludedUnknown
        | What::CitizenNumberWithin
        | What::FlexIncomplete => {
            args![rows = lines]
        }
        What::OneCell { sign } => args![sign = separator(*sign)],
        What::SignUnclear { signs } => {
            args![one = separator(signs.0.into()), other = separator(signs.1.into())]
        }
        What::DamagedCharacters => args![sign = "\u{fffd}"],
        What::HeadingsLower { row, headings } => {
            args![row = row.to_string(), headings = names(lang, headings)]
        }
        What::QuotaColumnMissing { missing, from } => {
            let column =
                |column: &QuotaColumn| say!(lang, "no-column", column = heading(lang, quota_column(*column)));
            let columns: Vec<String> = missing.iter().map(|(missing, _)| column(missing)).collect();
            args![missing = list(lang, &columns), from = or_none(from)]
        }
        What::FilesSwapped { pool, quotas } => args![pool = pool.clone(), quotas = quotas.clone()],
        What::WrongFile { found, .. } => args![
            found = match found {
                Role::Pool => "pool",
                Role::Quotas => "quotas",
            }
        ],
        What::QuotaNameMissing { column } => args![column = heading(lang, quota_column(*column))],
        What::QuotaNotWhole { range } => args![
            cell = or_none(&Some(cell.to_owned()).filter(|cell| !cell.is_empty())),
            low = range.map_or_else(|| "none".to_owned(), |(low, _)| low.to_string()),
            high = range.map_or_else(String::new, |(_, high)| high.to_string()),
            percent = yes(cell.contains('%')),
        ],
        What::SeveralSheets { sheets, largest } => {
            args![sheets = names(lang, sheets), first = quoted(largest)]
        }
        What::GroundsPublic { grounds } => public_grounds(lang, grounds),
        What::HeadingsUnused { headings } => {
            args![count = headings.len(), headings = names(lang, headings)]
        }
        What::HeadingNear { near } => args![near = quoted(near)],
        What::SheetAlike { other } => args![other = quoted(other)],
        What::HiddenSheet { other, rows } => {
            args![other = quoted(other), count = *rows, rows = number(lang, *rows as u64)]
        }
        What::SheetMissing { wanted, near, sheets } => {
            args![wanted = quoted(wanted), near = did_you_mean(lang, near), sheets = names(lang, sheets),]
        }
        What::QuotaTotal { value } | What::QuotaOfAll { value } => args![value = quoted(value)],
        What::RowNumbersBeside { heading, letters } => args![
            heading = if heading.is_empty() { "none".to_owned() } else { quoted(heading) },
            letters = letters.clone(),
        ],
        What::IdColumns { other } => args![other = quoted(other)],
        What::IdsUneven { digits } => args![digits = *digits],
        What::QuotaNegative => args![cell = quoted(cell)],
        What::MinAboveMax { feature, value, min, max } => {
            args![feature = quoted(feature), value = quoted(value), min = *min, max = *max]
        }
        What::QuotaTwice { feature, value } | What::QuotaRepeated { feature, value } => {
            args![feature = quoted(feature), value = quoted(value)]
        }
        What::MinimaAboveSeats { feature, sum, seats } | What::MaximaBelowSeats { feature, sum, seats } => {
            args![
                feature = quoted(feature),
                sum = *sum,
                seats = self::seats(lang, u64::from(*seats)),
                by = sum.abs_diff(u64::from(*seats)),
                hundred = yes((99..=101).contains(sum) && *seats != 100),
            ]
        }
        What::FlexNarrow { feature, value, quota, flex } => args![
            feature = quoted(feature),
            value = quoted(value),
            low = flex.0,
            high = flex.1,
            min = quota.0,
            max = quota.1,
        ],
        What::TooManyQuotas { most } => args![most = *most],
        What::FeatureSpelled { taken } | What::ValueMatched { taken } => {
            args![cell = quoted(cell), taken = quoted(taken)]
        }
        What::QuotasAlike { feature, one, other } => args![
            feature = or_none(feature),
            one = quoted(one),
            other = quoted(other),
            alike = say!(lang, "alike"),
        ],
        What::QuotaColumnUnused { headings, weights } => {
            args![count = headings.len(), headings = names(lang, headings), weights = yes(*weights)]
        }
        What::FeatureColumnMissing { feature, near } => {
            args![feature = quoted(feature), near = is_it_the_column(lang, near)]
        }
        What::UnknownValue { feature, near, allowed } => args![
            cell = or_none(&Some(cell.to_owned()).filter(|cell| !cell.is_empty())),
            feature = quoted(feature),
            near = did_you_mean(lang, near),
            look = match near {
                // Why a cell is not the value that it looks like, where nobody can see it.
                Some(near) if look(near) == look(cell) => "alike",
                _ => "other",
            },
            // Many rows with one word for another are a habit, not slips.
            habit = yes(near.is_some() && lines >= HABIT),
            allowed = names(lang, allowed),
        ],
        What::MissingValue { feature } | What::ColumnMatched { feature } => args![feature = quoted(feature)],
        What::IdColumnMissing { near } | What::AddressColumnMissing { near } => {
            args![near = is_it_the_column(lang, near)]
        }
        What::IdsAlike { excluded } => {
            args![alike = say!(lang, "alike"), excluded = excluded_too(lang, excluded)]
        }
        What::OnePerson { same, excluded } => {
            args![same = names(lang, same), excluded = excluded_too(lang, excluded)]
        }
        What::AgesForBands { feature, held, low, high, bands } => args![
            held = match held {
                Held::Ages => "ages",
                Held::Broken => "broken",
                Held::Dates => "dates",
                Held::Years => "years",
                Held::Days => "days",
                Held::Numbers => "numbers",
            },
            low = low.to_string(),
            high = high.to_string(),
            feature = quoted(feature),
            bands = names(lang, bands),
            coded = yes(bands.iter().all(|band| band.bytes().all(|b| b.is_ascii_digit()))),
        ],
        What::PlainLot { mirrored } => args![mirrored = *mirrored],
        What::ColumnUnused { seems } => args![
            seems = match seems {
                Seems::Weight => "weight",
                Seems::Excluded => "excluded",
                Seems::Confirmed => "confirmed",
            }
        ],
        What::AddressShared { homes } => {
            args![addresses = say!(lang, "shared-addresses", count = *homes)]
        }
        What::GroundColumnMissing { several, near } => args![
            several = several.len(),
            headings = names(lang, several),
            near = is_it_the_column(lang, near),
        ],
        What::ConfirmedExcluded { list, rows: there } => {
            let place = Place::file(list).rows(there.clone());
            args![count = lines, there = parts::place(lang, &place)]
        }
        What::QuotaShares => args![cell = quoted(cell), percent = yes(cell.contains('%'))],
        What::ListIdsJoined { beside } => args![
            rows = lines,
            beside = beside.as_ref().map_or_else(|| "none".to_owned(), |beside| quoted(beside)),
        ],
        What::ListIdMissing { heading, also } => args![
            heading = quoted(heading),
            also = also.as_ref().map_or_else(|| "none".to_owned(), |also| quoted(also)),
        ],
        What::ConfirmedUnknown { lacking } => args![rows = lines, lacking = names(lang, lacking)],
        What::SeatsTaken { confirmed, seats } => {
            args![confirmed = *confirmed, seats = self::seats(lang, u64::from(*seats))]
        }
        What::TooManyConfirmed { feature, value, max, confirmed } => {
            args![feature = quoted(feature), value = quoted(value), max = *max, confirmed = *confirmed]
        }
        What::ListPerson { pool, pairs, same, excluded } => args![
            rows = lines,
            pairs = pairs_of(lang, pairs, &|row, rows| say!(lang, "is-person", row = row, rows = rows)),
            pool = shown(pool),
            same = names(lang, same),
            excluded = yes(*excluded),
        ],
        What::ConfirmedOutside
        | What::ConfirmedAsked
        | What::ListOfCodes
        | What::Unfinished
        | What::SecondHeadings
        | What::NoPeople
        | What::TrialRows
        | What::SaysNo
        | What::NoEntry => {
            args![rows = lines]
        }
        What::ListIdAlike { pool, pairs } => {
            args![
                rows = lines,
                pairs = pairs_of(lang, pairs, &|row, rows| say!(lang, "looks-like", row = row, rows = rows)),
                pool = shown(pool),
                alike = say!(lang, "alike"),
            ]
        }
        What::AddressColumnLeft { headings } => {
            args![count = headings.len(), headings = names(lang, headings)]
        }
        What::ListEmpty { excluded } => args![excluded = yes(*excluded)],
        What::PoolTooSmall { .. }
        | What::TooFewPeople { .. }
        | What::SeatsUnfilled { .. }
        | What::MinimumBlocked { .. }
        | What::MaximumForced { .. }
        | What::DrawnForCertain { .. } => answer(lang, &fault.what),
        What::Figures(what) => figures::args_of(lang, what, cell),
        What::Turn(what) => turn(lang, what, cell, lines),
        What::Prepare(what) => prepare::args_of(lang, what, cell),
    }
}

/// Rows of a list beside those of another one.
fn pairs_of(lang: Lang, pairs: &[(usize, Rows)], each: &dyn Fn(String, String) -> String) -> String {
    let pair = |(row, others): &(usize, Rows)| each(row.to_string(), rows(lang, others));
    capital(&list(lang, &pairs.iter().map(pair).collect::<Vec<_>>()))
}

/// Of faults that say that the answer is no.
fn answer(lang: Lang, what: &What) -> Args {
    match what {
        What::PoolTooSmall { people, seats, taken } => args![
            taken = *taken,
            count = *seats,
            seats = self::seats(lang, u64::from(*seats)),
            people = self::people(lang, *people),
        ],
        What::TooFewPeople { feature, value, min, taken, people } => args![
            feature = quoted(feature),
            value = quoted(value),
            needed = min + taken,
            already = already(lang, *taken),
            people = *people,
            to = people + u64::from(*taken),
            more = u64::from(*min) - people,
        ],
        What::SeatsUnfilled { feature, reach, seats } => {
            args![feature = quoted(feature), reach = *reach, seats = self::seats(lang, u64::from(*seats)),]
        }
        What::MinimumBlocked { feature, value, min, taken, other, room } => args![
            feature = quoted(feature),
            value = quoted(value),
            other = quoted(other),
            needed = min + taken,
            already = already(lang, *taken),
            room = *room,
            more = more(lang, *taken),
        ],
        What::MaximumForced { feature, value, max, taken, other, forced } => args![
            feature = quoted(feature),
            value = quoted(value),
            other = quoted(other),
            most = max + taken,
            already = already(lang, *taken),
            forced = *forced,
            more = more(lang, *taken),
        ],
        What::DrawnForCertain { feature, value, people } => args![
            feature = quoted(feature),
            value = quoted(value),
            count = *people,
            people = self::people(lang, *people),
        ],
        _ => args![],
    }
}

/// Of lists of events.
fn turn(lang: Lang, what: &Turn, cell: &str, lines: usize) -> Args {
    let due = |due: &Option<String>| due.clone().unwrap_or_else(|| "none".to_owned());
    match what {
        Turn::ColumnMissing { column, near } => {
            args![column = heading(lang, column), near = is_it_the_column(lang, near)]
        }
        Turn::EventUnknown { near } => args![cell = quoted(cell), near = did_you_mean(lang, near)],
        Turn::DateUnreadable => args![cell = quoted(cell)],
        Turn::MonthFirst => args![rows = lines],
        Turn::Impossible { event, status, since } => args![
            event = quoted(&say!(lang, "event-word", event = *event)),
            status = *status,
            advice = advice(event, status),
            said = since.as_ref().map_or_else(|| "none".to_owned(), |said| in_list(lang, said)),
        ],
        Turn::Rewritten { gone, here, last } => {
            let (date, event, who) = gone.clone().unwrap_or_default();
            args![
                gone = match (gone, here) {
                    (None, _) => "early",
                    (Some(_), true) => "other",
                    (Some(_), false) => "gone",
                },
                date = parts::date(lang, &date),
                event = quoted(&say!(lang, "event-word", event = event)),
                who = who,
                last = parts::date(lang, &last.0),
                far = yes(last.1),
            ]
        }
        Turn::Excluded => args![count = lines],
        Turn::DateFar { day, why } => args![day = parts::date(lang, day), why = *why],
        Turn::TwoLists { said } => args![said = in_list(lang, said)],
        Turn::OutOfTurn { due: who, late } => args![due = due(who), late = yes(*late)],
        Turn::CalledForReason { due: who } => args![due = due(who)],
        Turn::ReasonLong { most } => args![most = *most],
        Turn::Unknown { near } => args![near = near.clone().unwrap_or_else(|| "none".to_owned())],
        Turn::DateOrder
        | Turn::NotListed
        | Turn::MemberCalled
        | Turn::NoReason
        | Turn::NothingToCorrect
        | Turn::HeldBefore
        | Turn::TwiceSaid => args![],
    }
}

/// What can be done about an event that cannot have happened to somebody who stands like this.
fn advice(event: &str, status: &str) -> &'static str {
    match (event, status) {
        ("declined", "confirmed") => "stopped",
        ("confirmed", "waiting") => "call",
        (_, "waiting") => "not-called",
        ("called", "asked" | "confirmed") => "twice",
        (event, status) if event == status => "twice",
        _ => "gone",
    }
}

/// "events-b.csv, row 3".
fn in_list(lang: Lang, (file, row): &(String, usize)) -> String {
    parts::place(lang, &Place::file(file).row(*row))
}

/// Lines that are as many as there are things wrong, before the others.
pub(super) fn first_lines(lang: Lang, what: &What) -> Vec<String> {
    let What::QuotaColumnMissing { missing, .. } = what else { return Vec::new() };
    let line = |(column, near): &(QuotaColumn, Option<String>)| {
        let (near, column) = (quoted(near.as_ref()?), heading(lang, quota_column(*column)));
        Some(say!(lang, "rename-column", near = near, column = column))
    };
    missing.iter().filter_map(line).collect()
}

/// A line about whoever is excluded of several who may be one.
fn excluded_too(lang: Lang, excluded: &Rows) -> String {
    match excluded.count() {
        0 => String::new(),
        count => say!(lang, "rows-excluded", count = count, rows = capital(&rows(lang, excluded))),
    }
}

fn format(format: Format) -> &'static str {
    match format {
        Format::Excel => "excel",
        Format::OldExcel => "old-excel",
        Format::OpenDocument => "open-document",
        Format::Zip => "zip",
        Format::Pdf => "pdf",
        Format::Html => "html",
        Format::XmlWorkbook => "xml",
        Format::Locked => "locked",
        Format::Other => "other",
    }
}

/// The heading of a quota column, by which its word in a language is found.
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

/// A sign between cells, by a name where it cannot be seen.
fn separator(sign: char) -> String {
    if sign == '\t' { "tab".to_owned() } else { sign.to_string() }
}

#[cfg(test)]
mod tests {
    use super::advice;
    use crate::panel::roster::{Event, Status};

    /// For whatever cannot have happened there is something to do, and it is what was meant.
    #[test]
    fn what_cannot_be_is_answered_with_what_was_meant() {
        assert_eq!(advice(Event::Declined.word(), Status::Confirmed.word()), "stopped");
        assert_eq!(advice(Event::Confirmed.word(), Status::Waiting.word()), "call");
        assert_eq!(advice(Event::NoShow.word(), Status::Waiting.word()), "not-called");
        for (event, status) in [
            (Event::Confirmed, Status::Confirmed),
            (Event::Withdrew, Status::Withdrew),
            (Event::Called, Status::Asked),
        ] {
            assert_eq!(advice(event.word(), status.word()), "twice");
        }
        assert_eq!(advice(Event::Confirmed.word(), Status::Declined.word()), "gone");
    }
}
