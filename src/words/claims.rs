//! The claims of `verify` in plain English. May import everything but `io` and `cli`.

use super::became::cannot_stand;
use super::{counted, en, number, quoted};
use crate::bundle::form::Bad;
use crate::verify::{Claim, Failure, Id, Outcome, Remark, Report, Why};

use super::proved::not_optimal;
pub use super::proved::{CANNOT_SHOW, decimals, proved, shape};

/// What a claim says.
pub fn title(id: Id) -> &'static str {
    match id {
        Id::Commitment => "The list of frozen files is the one that the commitment names",
        Id::Published => "The commitment is the one that was published before the draw",
        Id::Files => "Every frozen file is there and unchanged",
        Id::NothingExtra => "There is nothing in the record that does not belong there",
        Id::Facts => "The record follows rules that this program knows, and is complete",
        Id::People => "Quotas, profiles and pool are sound and agree",
        Id::Tickets => "The tickets are numbered without gaps, and each is a panel of people who exist",
        Id::Quotas => "Every ticket's panel fills the seats and meets every quota",
        Id::Chances => "The chances published are those that the tickets give",
        Id::Fairness => "No lottery that meets these quotas is fairer than is said",
        Id::Records => "Every draw and trial is recorded, whole and in order",
        Id::Source => "The seed is of the source that was declared beforehand",
        Id::Evidence => "The evidence is genuine as far as it can show",
        Id::Seed => "The seed follows from the commitment and the evidence",
        Id::Ticket => "The winning ticket follows from the seed or was drawn by hand",
        Id::Panel => "The panel is the winning ticket's, person by person",
        Id::Sealed => "The sealed part belongs to the public part, person by person",
        Id::Reserves => "The reserves follow from the seed, the panel and the rates in the record",
        Id::Supplement => "The supplementary lottery goes on where the record before it ended",
        Id::Rosters => "After the draw every reserve was called in turn, or for a reason given",
        Id::Lists => "The clerk's lists follow from the record: everybody is on the panel or remains",
        Id::Before => {
            "Whoever was excluded or has a seat already is not drawn from, and the rest is what they leave"
        }
        Id::MadeAgain => "Made again from the frozen inputs, the lottery is the same, byte by byte",
        Id::SeatsFollow => "Each seat plan follows from its inputs and its seed, seat by seat",
        Id::SeatRules => "Each seat plan keeps all its rules",
        Id::SeatFigures => "The figures of each seat plan are what its seats give",
    }
}

/// What is counted when a claim is checked.
fn things(id: Id, count: u64) -> String {
    let (one, several) = match id {
        Id::Tickets | Id::Quotas => ("ticket", "tickets"),
        Id::Files | Id::NothingExtra => ("file", "files"),
        Id::Records => ("record", "records"),
        Id::SeatRules | Id::SeatFigures => ("seat plan", "seat plans"),
        _ => ("check", "checks"),
    };
    counted(count, one, several)
}

/// Why a claim was not checked.
pub fn why(why: Why) -> String {
    match why {
        Why::RestsOn(id) => format!("It rests on claim V{}, which did not pass.", id.number()),
        Why::NoLine => "Give the published line with --commitment to check it.".to_owned(),
        Why::NoDraw => "Nothing has been drawn.".to_owned(),
        Why::Undeclared => {
            "No source of the seed was declared, so nobody can check that the seed was not chosen.".to_owned()
        }
        Why::NoSealedTier => "The sealed part is not here. Whoever keeps it can check this.".to_owned(),
        Why::NoLists => "The clerk's lists are not here.".to_owned(),
        Why::NotSearched => {
            "The proof leans on a search over panels, and that search was not made again to its end here. \
             \"geloot verify --re-solve\" searches for as long as it takes."
                .to_owned()
        }
        Why::NoRecordBefore => {
            "Give the folder of the lottery before it with --continues to check it.".to_owned()
        }
        Why::NoCodes => {
            "A record of these two shows profiles and no codes, so only with the sealed parts of both can anybody \
             tell who is who."
                .to_owned()
        }
        Why::NotMade => {
            "The lottery was not made again here, so nobody looked whether it was chosen among equally fair ones. \
             \"geloot verify\" without --no-re-solve makes it again."
                .to_owned()
        }
        Why::OtherSearch { made, here } => format!(
            "The lottery was made by search rules {made}, and this program has search rules {here}, which may make another of \
             the same inputs. Only a program with search rules {made} can make it again."
        ),
        Why::NoRosters => "No list of events after the draw was published.".to_owned(),
        Why::NoReserves => "No reserves were drawn.".to_owned(),
        Why::NoSeatPlan => "No seat plan is there that can be read.".to_owned(),
        Why::NothingBefore => {
            "Nobody was excluded or confirmed before, and there is no household rule.".to_owned()
        }
    }
}

fn bad(bad: &Bad) -> String {
    match bad {
        Bad::Shape => "it does not have the right columns or fields".to_owned(),
        Bad::Row(row) => format!("row {row} is not what it should be"),
        Bad::Form => "it is not written exactly as it should be".to_owned(),
    }
}

/// What was wrong first.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Missing { file } => format!("{} is not there.", quoted(file)),
        Failure::Unreadable { file, why } => format!("{} cannot be used: {}.", quoted(file), bad(why)),
        Failure::OtherCommitment => {
            "commitment.txt names another list of files. One of the two was changed or exchanged.".to_owned()
        }
        Failure::OtherPublished => {
            "The published line names another lottery than this one. Something was changed after publication, or the line is not this lottery's.".to_owned()
        }
        Failure::Changed { file } => {
            format!("{} is not the file that was frozen. Keep both versions and ask whoever froze it.", quoted(file))
        }
        Failure::Extra { file } => format!("{} does not belong there.", quoted(file)),
        Failure::UnknownRules { rules } => {
            format!("The record follows rules {rules}, which this program does not know.")
        }
        Failure::Fact { fact, stated, found } => other_fact(fact, stated, found),
        Failure::NoSuchPanel => "A ticket names a profile that does not exist or has too few members.".to_owned(),
        Failure::Quota { ticket, feature, value, min, max, seated } => format!(
            "The panel of ticket {} has {} with {} {}; the quota is {min} to {max}.",
            number(*ticket),
            en::people(*seated),
            quoted(feature),
            quoted(value)
        ),
        Failure::Seats { ticket, seats, seated } => {
            format!("The panel of ticket {} has {}; there are {seats}.", number(*ticket), en::seats(*seated))
        }
        Failure::Chance { profile, stated, found } => format!(
            "Profile {profile} is said to hold {}; it holds {}.",
            counted(*stated, "ticket", "tickets"),
            number(*found)
        ),
        Failure::NoProof => "The certificate is not a proof.".to_owned(),
        Failure::Unsettled { profiles } => format!("The certificate says nothing about {profiles} of the profiles."),
        Failure::Level { level } => format!(
            "Level {} of the certificate does not show that nobody in it can have more.",
            level + 1
        ),
        Failure::Off { off, allowed } => format!(
            "Somebody may hold {} more or fewer than the fairest lottery gives; for this status it may be at most {}.",
            counted(*off, "ticket", "tickets"),
            number(*allowed)
        ),
        Failure::NotOptimal { objective, gap } => not_optimal(*objective, gap),
        Failure::FewTickets { tickets, needed } => format!(
            "There are too few tickets to tell a fair lottery from an unfair one: {}. Rounding may cost anybody 3 tickets, which must be at most a quarter of the smallest chance{}.",
            number(*tickets),
            match *needed {
                u64::MAX => String::new(),
                needed => format!("; that takes {}", number(needed)),
            }
        ),
        Failure::SearchDisagrees => "A new search found a panel that the certificate says does not exist.".to_owned(),
        Failure::MadeOther { file: Some(file) } => format!(
            "Made again from the frozen inputs, {} is another. Of lotteries that are equally fair this is not the one that the \
             rules make: somebody may have chosen who sits together.",
            quoted(file)
        ),
        Failure::MadeOther { file: None } => {
            "From the frozen inputs the rules make no lottery at all, so this one was made in another way.".to_owned()
        }
        Failure::Record { draw, file } => {
            format!("The record of {draw} is not whole: {} is missing, changed or not listed.", quoted(file))
        }
        Failure::Gap { draw } => format!("The record of number {draw} is missing between others."),
        Failure::OtherLottery { draw } => format!("The record of {draw} belongs to another lottery."),
        Failure::Chain { draw } => format!("The record of {draw} does not follow from the record before it."),
        Failure::Reason { draw } => {
            format!("The record of {draw} should give a reason for drawing again if, and only if, it is a later draw.")
        }
        Failure::RecordFact { draw, fact } => format!("The record of {draw} has a wrong {fact}."),
        Failure::Overridden { draw, reason } => {
            format!("The seed of {draw} is of another source than declared. The reason given: {}", quoted(reason))
        }
        Failure::Departed { draw } => format!("The seed of {draw} is of another source than declared, without a reason."),
        Failure::Beacon { draw } => {
            format!("The beacon's answer in the record of {draw} is not signed by the beacon, or is of another round.")
        }
        Failure::Early { draw } => {
            format!("The beacon's round of {draw} was known before, or on, the date of the commitment.")
        }
        Failure::NotSealed { draw, role: Some(role) } => format!(
            "The words that {} opened in {draw} are not those that were handed in, sealed, before the freeze.",
            quoted(role)
        ),
        Failure::NotSealed { draw, role: None } => {
            format!("The charter does not name the people whose sealed words decided {draw}.")
        }
        Failure::ByHand { draw } => {
            format!("What was drawn, thrown or opened by hand in {draw} cannot decide this lottery.")
        }
        Failure::Seed { draw } => format!("The evidence of {draw} gives another seed than the record says."),
        Failure::Ticket { draw, stated, found } => format!(
            "The winning ticket of {draw} is {}; the record says {}.",
            number(*found),
            number(*stated)
        ),
        Failure::Panel { draw, wrong } => format!(
            "The panel recorded for {draw} is not the winning ticket's: {} of its rows are not there.",
            number(*wrong)
        ),
        Failure::Continues { what } => format!("Against the record before: {what}."),
        Failure::Rewritten { list } => format!("List of events {list} does not go on where the one before it ended: a published event was changed or left out."),
        Failure::Event { list, row, wrong } => format!("Row {row} of list of events {list}: {}.", cannot_stand(*wrong)),
        Failure::EventOrder { list, row } => format!("Row {row} of list of events {list} happened before the row above it."),
        Failure::DayOrder { list, row } => format!("From row {row} of list of events {list} on, the events of that day are not in the one order that they have, in which whoever leaves counts before the calls."),
        Failure::Reserves { draw } => format!("The reserves recorded for {draw} are not those that follow."),
        Failure::ReservesPromised { draw, drawn: false } => {
            format!("The charter declares reserves, and {draw} has none.")
        }
        Failure::ReservesPromised { draw, .. } => format!(
            "The number of reserves of {draw}, or the rates for which they were chosen, are not those that the charter declares."
        ),
        Failure::OtherSealed => "The sealed part is not the one that was committed to.".to_owned(),
        Failure::Person { row: 0 } => "The sealed and the public part do not have the same people.".to_owned(),
        Failure::Person { row } => {
            format!("The person in row {row} of the sealed list is not who the public part says.")
        }
        Failure::Again { code } => format!(
            "{code} was excluded or confirmed before, and is in the lottery too or on both lists. Nobody may be there twice."
        ),
        Failure::SeatRow(wrong) => super::sessions::said(wrong),
        Failure::SeatBefore { plan, circular: false } => {
            format!("The plan that the seat plan {} was changed from is not here, so it cannot be made again.", quoted(plan))
        }
        Failure::SeatBefore { plan, circular: true } => format!(
            "The seat plan {} is said to be a change of a plan that leads back to none made from a seed: anybody could have written it.",
            quoted(plan)
        ),
        Failure::SeatStream { plan } => format!(
            "seed.json of the seat plan {} names another stream of the seed than such a plan is drawn from.",
            quoted(plan)
        ),
        Failure::SeatList { file } => {
            format!("{} is not what the seats give: it was changed after the plan was made.", quoted(file))
        }
        Failure::SeatStrangers { plan, strangers, people } if strangers == people => format!(
            "Nobody in the seat plan {} is on the panel of this record or in reserve. Is it a plan of another panel?",
            quoted(plan)
        ),
        Failure::SeatStrangers { plan, strangers, people } => format!(
            "In the seat plan {}, {} of {} {} not on the panel of this record and not in reserve, with no role that says why (\"drawn\" is none).",
            quoted(plan),
            number(*strangers),
            en::people(*people),
            if *strangers == 1 { "is" } else { "are" }
        ),
        Failure::SeatFeature { plan, feature, people } => format!(
            "In the inputs of the seat plan {}, {} another {} than in the record.",
            quoted(plan),
            if *people == 1 { "1 person has".to_owned() } else { format!("{} have", en::people(*people)) },
            quoted(feature)
        ),
        Failure::SeatLine { line, frozen: Some(frozen), .. } => format!(
            "The line {} is that of the inputs frozen in {}, and no seat plan made from them is here.",
            super::shown(line),
            quoted(frozen)
        ),
        Failure::SeatLine { line, plans: 0, .. } => format!(
            "No seat plan is here that the line {} could be compared with. Give the whole folder of the lottery, with its folder \"sessions\".",
            super::shown(line)
        ),
        Failure::SeatLine { line, .. } => format!(
            "The line {} names none of the seat plans here: their inputs or settings are others.",
            super::shown(line)
        ),
        Failure::SeatInputs { plan } => format!(
            "inputs.json of the seat plan {} is not the one that its seed.json names: one of the two was changed.",
            quoted(plan)
        ),
        Failure::SeatFrozen { plan } => {
            format!("commitment.txt in {} is not the line of the inputs.json beside it.", quoted(plan))
        }
        Failure::SeatsDiffer { plan, seats } => {
            format!("Made again, the seat plan {} differs in {}.", quoted(plan), en::seats(*seats))
        }
        Failure::SeatRule { plan } => format!("The seat plan {} breaks a rule.", quoted(plan)),
        Failure::SeatFigure { plan } => {
            format!("The figures in report.json of the seat plan {} are not what its seats give.", quoted(plan))
        }
        Failure::List { file } => {
            format!("{} does not follow from the record. It was changed after the draw, or is of another one.", quoted(file))
        }
    }
}

/// A fact in about.json that does not agree with the files; `-` stands for nothing.
fn other_fact(fact: &str, stated: &str, found: &str) -> String {
    let or_none = |text: &str| if text == "-" { "none".to_owned() } else { quoted(text) };
    match fact {
        "root" if stated == "-" => {
            "about.json must give the root of a tree over people if, and only if, no codes are public."
                .to_owned()
        }
        "root" => {
            "The people in the sealed part give another root of their tree than about.json states.".to_owned()
        }
        "objective" | "status" => {
            format!("about.json gives {} as the {fact}, which this program does not know.", quoted(stated))
        }
        "key" => format!("about.json says that the key of the codes is {stated}, and it is {found}."),
        "column" => format!(
            "The feature {} has {found} columns in the sealed pool, and one is needed.",
            quoted(stated)
        ),
        "seats" => format!("There are {stated} seats for {found} people."),
        _ => {
            format!("about.json says {} for \"{fact}\"; the files give {}.", or_none(stated), or_none(found))
        }
    }
}

/// A claim on one line.
pub fn line(claim: &Claim) -> String {
    let outcome = match &claim.outcome {
        Outcome::Pass => "PASS",
        Outcome::Fail(_) => "FAIL",
        Outcome::NotChecked(_) => "NOT CHECKED",
    };
    let checked =
        if claim.checked > 0 { format!(" ({})", things(claim.id, claim.checked)) } else { String::new() };
    let mut line = format!("V{:<3}{outcome:<12}{}{checked}.", claim.id.number(), title(claim.id));
    let reason = match &claim.outcome {
        Outcome::Pass => None,
        Outcome::Fail(first) => Some(format!("{} wrong. {}", number(claim.failed), failure(first))),
        Outcome::NotChecked(reason) => Some(why(*reason)),
    };
    for sentence in reason.into_iter().chain(claim.remarks.iter().map(remark)) {
        line.push_str(&indented(&sentence));
    }
    line
}

/// Text below a claim, in lines that a terminal of 100 columns holds.
fn indented(text: &str) -> String {
    const WIDTH: usize = 92;
    let mut lines = String::new();
    let mut room = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if length >= room {
            lines.push_str("\n      ");
            room = WIDTH;
        } else {
            lines.push(' ');
            room -= 1;
        }
        lines.push_str(word);
        room = room.saturating_sub(length);
    }
    lines
}

/// What whoever reads a claim has to know or do besides.
pub fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Certain { feature, value, people: 1 } => format!(
            "One single person has {} of {}, and one is asked for: that person was drawn for certain, and could know it \
             before the draw.",
            quoted(value),
            quoted(feature)
        ),
        Remark::Certain { feature, value, people } => format!(
            "All {} people with {} of {} must be on every panel: they were drawn for certain, and could know it before \
             the draw.",
            number(*people),
            quoted(value),
            quoted(feature)
        ),
        Remark::Round { draw, round, due, date } => {
            let declared = match date {
                Some(date) => {
                    format!(" The charter's date for publishing it, {date}, is only what was declared.")
                }
                None => String::new(),
            };
            format!(
                "Round {round} of the beacon, the seed of {draw}, was public from {due}. Compare that with when you \
                 yourself saw the line of the commitment published: it must have been earlier.{declared}"
            )
        }
        Remark::NotOpened { draw, roles } => format!(
            "In {draw} {} did not open the words that they had sealed. The second source that the charter declares decided instead.",
            roles.iter().map(|role| quoted(role)).collect::<Vec<_>>().join(", ")
        ),
        Remark::NoPanel { people, searched: 0 } => format!(
            "{} to be on no panel at all: adding up the quotas of one feature shows it.",
            are_said(*people)
        ),
        Remark::NoPanel { people, searched } if people == searched => format!(
            "{} to be on no panel at all: only a search over panels can show it, not adding up the quotas of one feature.",
            are_said(*people)
        ),
        Remark::NoPanel { people, searched } => format!(
            "{} to be on no panel at all: adding up the quotas of one feature shows it for {}, and only a search \
             over panels for {}.",
            are_said(*people),
            number(people - searched),
            number(*searched)
        ),
        Remark::Loosened { before, now } => format!(
            "Its quotas were loosened, and the record says so: {}. Whether the people who were left could not meet \
             the quotas that were left is not checked here; ask whoever loosened them. Compare them with what was \
             promised.",
            super::clash::sizes(before, now).join("; ")
        ),
        Remark::Continued { line, annulled, replaced } => {
            let mut text = format!("A supplementary lottery goes on from here: {line}.");
            if *annulled {
                text.push_str(" The draw that it goes on from was annulled since, so it does not hold any more.");
            }
            replaced.iter().for_each(|pair| text.push_str(&format!(" {}", replacement(pair))));
            text
        }
        Remark::Replaced { replaced } => {
            replaced.iter().map(replacement).collect::<Vec<_>>().join(" ")
        }
        Remark::Unnamed => {
            "The record before does not name this supplement, as records made by older versions do not: nobody can \
             tell from it that there was no other."
                .to_owned()
        }
        Remark::PassedOver { reason } => format!(
            "It was the turn of reserves to be called, and they were put back in the pool instead. The reason given: {}",
            quoted(reason)
        ),
        Remark::SeatLine { plan, line: None } => format!(
            "{}: the settings were not fixed before the seed. Whoever made this seat plan could have made several, with other \
             efforts or orders of preference, and have kept the one they liked (\"geloot sessions --freeze\" prevents it).",
            quoted(plan)
        ),
        Remark::SeatLine { plan, line: Some(line) } => format!(
            "{}: its record says that the settings were frozen before the seed. Compare with the line that you saw, or give \
             that with --seat-plan: {line}",
            quoted(plan)
        ),
        Remark::SeatChange { plan, before, round, people: (absent, extra), moves, frozen } => {
            let before = before.as_ref().map_or("the plan before it".to_owned(), |before| quoted(before));
            let mut what = Vec::new();
            if *absent > 0 {
                what.push(format!("{} said to be absent", were(*absent as u64)));
            }
            if *extra > 0 {
                what.push(format!("{} said to be there after all", were(*extra as u64)));
            }
            match moves {
                Some(moves) => what.push(format!("at most {} might move", en::people(u64::from(*moves)))),
                None => what.push("as few were to move as the rules need".to_owned()),
            }
            format!(
                "{} is a change of {before} in round {round}, made after the seed was known: {}. {}Whoever made it could \
                 try several and keep the one they liked; ask what was known when.",
                quoted(plan),
                en::list(&what),
                if *frozen { "The line of the plan it goes back to does not bind this. " } else { "" }
            )
        }
        Remark::SeatRivals { plans, line } => format!(
            "{} have the same inputs and different seeds: {line}. Only one of them can be of the seed that was announced; \
             ask which one was used, and why there are others.",
            names(plans)
        ),
        Remark::SeatChanges { before, round, plans } => format!(
            "{} all change round {round} of {}, each in another way. Only one of them can have been used; ask which one, and why \
             there are others.",
            names(plans),
            before.as_ref().map_or("one plan".to_owned(), |before| quoted(before))
        ),
        Remark::SeatGuests { plan, roles, reserves, newcomers } => {
            let pooled = |all: u64, pool: u64| match pool {
                0 => String::new(),
                pool if pool == all => " (in the pool of the lottery, and not drawn)".to_owned(),
                pool => format!(" ({} of them in the pool of the lottery, and not drawn)", number(pool)),
            };
            let mut who: Vec<String> = roles
                .iter()
                .map(|(role, all, pool)| {
                    format!("{} with the role {}{}", en::people(*all), quoted(role), pooled(*all, *pool))
                })
                .collect();
            if *reserves > 0 {
                who.push(format!("{} in reserve of whom no call is published", en::people(*reserves)));
            }
            let (all, pool) = *newcomers;
            if all > 0 {
                who.push(format!("{} who turned up on the day{}", en::people(all), pooled(all, pool)));
            }
            format!("{} also seats people who were not drawn: {}.", quoted(plan), en::list(&who))
        }
        Remark::SeatsLeftOut { plan, people, of } => format!(
            "{} leaves out {} of the {} who are on the panel now: they are not in its list of people, so they are neither seated nor \
             absent. No published list of events puts them out.",
            quoted(plan),
            number(*people),
            en::people(*of)
        ),
        Remark::SeatsNotCompared { plan } => format!(
            "{}: whether its people are those of the panel could not be checked. That takes a draw, and for lists by \
             id the sealed part.",
            quoted(plan)
        ),
        Remark::Reserves { declared: true } => {
            "Their number and the rates are those that the charter declared beforehand.".to_owned()
        }
        Remark::Reserves { declared: false } => {
            "Their number and the rates were not declared beforehand, so nobody can check that they were not chosen after \
             the seed was known."
                .to_owned()
        }
        Remark::Before { excluded, confirmed, homes, largest: (people, seats) } => {
            let mut said = Vec::new();
            if *excluded > 0 {
                said.push(format!("{} excluded.", were(*excluded)));
            }
            if *confirmed > 0 {
                let verb = if *confirmed == 1 { "has" } else { "have" };
                said.push(format!("{} {verb} a seat already, for which nobody was drawn.", en::people(*confirmed)));
            }
            if *homes > 0 {
                said.push(format!(
                    "{} held to fewer seats than people; the largest counts {} for {}. That they live there, only the sealed part shows (V17).",
                    counted(*homes, "address is", "addresses are"),
                    en::people(*people),
                    en::seats(u64::from(*seats))
                ));
            }
            said.join(" ")
        }
        Remark::MadeBy { program } => format!(
            "It was made by {}, as the record says. Whoever has that version can check this claim.",
            quoted(program)
        ),
        Remark::Shape { seats, tickets } => shape(seats, *tickets),
        Remark::Searched => {
            "A search over panels was made again just now, by this program, and found the same. That is weaker than \
             a proof that anybody can multiply out."
                .to_owned()
        }
    }
}

/// That a supplement was replaced by the one after it.
fn replacement((line, reason): &(String, String)) -> String {
    format!("A supplement before it was replaced, {line}. The reason given: {}", quoted(reason))
}

/// Names of seat plans: "a" and "b".
fn names(plans: &[String]) -> String {
    en::list(&plans.iter().map(|plan| quoted(plan)).collect::<Vec<_>>())
}

fn were(people: u64) -> String {
    format!("{} {}", en::people(people), if people == 1 { "was" } else { "were" })
}

fn are_said(people: u64) -> String {
    let verb = if people == 1 { "is" } else { "are" };
    format!("{} {verb} said", en::people(people))
}

/// All claims, what is proved, and what the record cannot show.
pub fn report(report: &Report) -> String {
    let mut text = String::new();
    for claim in &report.claims {
        text.push_str(&line(claim));
        text.push('\n');
    }
    let count = |of: fn(&Outcome) -> bool| report.claims.iter().filter(|c| of(&c.outcome)).count();
    let (passed, failed) = (count(|o| *o == Outcome::Pass), count(|o| matches!(o, Outcome::Fail(_))));
    let left = report.claims.len() - passed - failed;
    let pass = counted(passed as u64, "claim passes", "claims pass");
    let fail = counted(failed as u64, "fails", "fail");
    text.push_str(&format!("\n{pass}, {fail}, {left} could not be checked.\n"));
    if let Some(found) = &report.proved {
        text.push_str(&format!("{}\n", proved(found)));
    }
    text.push_str("No record can show:\n");
    for item in CANNOT_SHOW {
        text.push_str(&format!("  - {item}\n"));
    }
    text
}
