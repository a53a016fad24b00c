//! The one list of people in words of `people.ftl`: how somebody stands, since when and why, and which columns a list has
//! for its use. Imports `assembly`, `panel` and its siblings.

use super::catalogue::{Lang, number, say};
use super::parts::{self, date, list, quota, yes};
use super::{quoted, shown};
use crate::assembly::{Everybody, Line, Member, Standing, Told};
use crate::base::text::{fold_heading, natural, nearest, tidy};
use crate::panel::events::{Attempt, Date, published};

/// For what a list is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Use {
    /// Everybody.
    #[default]
    All,
    /// Whoever has a seat, or will have it if they say yes.
    In,
    /// Whom to call now, and who was asked and has not answered.
    Call,
    /// Who is in reserve.
    Reserves,
    /// Whoever is in, in reserve or to be called, for letters: nobody who was not drawn, since what is merged says "you are in".
    Letters,
    /// Who is on the panel or in reserve of the last draw, or had a seat before it.
    Roster,
}

/// A list as rows of cells, the headings first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The headings.
    pub headings: Vec<String>,
    /// A row for each person.
    pub rows: Vec<Vec<String>>,
}

/// Headings that mean a telephone number, after [`fold_heading`]. They come first in a list of calls.
const TELEPHONES: &[&str] = &[
    "telefoon",
    "telefoonnummer",
    "tel",
    "telnr",
    "mobiel",
    "mobielnummer",
    "mobieltelefoonnummer",
    "gsm",
    "06",
    "phone",
    "phonenumber",
    "telephone",
    "mobile",
    "mobilephone",
];

/// How somebody stands: the word in the list.
pub fn status(lang: Lang, standing: Standing) -> String {
    say!(lang, "stands", standing = standing.word())
}

/// Why it is somebody's turn.
pub fn turn(lang: Lang, short: &[Line], full: &[Line], equals: usize) -> String {
    let stands = |line: &Line| {
        let name = format!("{} {}", quoted(&line.feature), quoted(&line.value));
        say!(lang, "count-of", name = name, count = line.count, quota = quota(line.min, line.max))
    };
    let lines = |lines: &[Line]| list(lang, &lines.iter().map(stands).collect::<Vec<_>>());
    let mut why = match short.is_empty() {
        true => say!(lang, "why-not-short"),
        false => say!(lang, "why-short", mends = lines(short)),
    };
    if !full.is_empty() {
        why.push_str(&say!(lang, "why-passes", passes = lines(full)));
    }
    match equals {
        0 => {}
        equals => why.push_str(&say!(lang, "why-equals", count = equals + 1)),
    }
    why
}

/// How it came about that somebody stands as they do.
pub fn why(lang: Lang, all: &Everybody, member: &Member) -> String {
    let several = yes(all.lotteries > 1);
    let told = |told: &Told| match told {
        Told::Excluded { lottery, ground } => {
            say!(
                lang,
                "told-excluded",
                several = several,
                lottery = lottery.to_string(),
                ground = parts::ground(lang, ground)
            )
        }
        Told::Seated => say!(lang, "told-seated"),
        Told::Drawn { lottery, draw, ticket } => say!(
            lang,
            "told-drawn",
            several = several,
            lottery = lottery.to_string(),
            draw = draw.to_string(),
            ticket = *ticket
        ),
        Told::Reserve { lottery, place, of } => say!(
            lang,
            "told-reserve",
            several = several,
            lottery = lottery.to_string(),
            place = place.to_string(),
            of = *of
        ),
        Told::NotDrawn { lottery, chance } => say!(
            lang,
            "told-not-drawn",
            several = several,
            lottery = lottery.to_string(),
            held = chance.tickets,
            of = chance.of
        ),
        Told::NotYet { lottery, chance } => say!(
            lang,
            "told-not-yet",
            several = several,
            lottery = lottery.to_string(),
            held = chance.tickets,
            of = chance.of
        ),
        Told::Happened { date, event, reason, in_turn } => say!(
            lang,
            "told-happened",
            date = day(lang, *date),
            event = event.word(),
            turn = yes(*in_turn),
            reason = if reason.is_empty() { "none".to_owned() } else { shown(reason) }
        ),
        Told::Due { short, full, equals } => {
            say!(lang, "told-due", why = turn(lang, short, full, *equals))
        }
    };
    member.story.iter().map(told).collect::<Vec<_>>().join(" ")
}

/// "8 March 2027".
fn day(lang: Lang, day: Date) -> String {
    date(lang, &published(day))
}

/// "8 March 2027, Anna (voicemail); 10 March 2027".
fn tried(lang: Lang, attempts: &[Attempt]) -> String {
    let one = |attempt: &Attempt| {
        let mut text = day(lang, attempt.date);
        if !attempt.by.is_empty() {
            text.push_str(&format!(", {}", shown(&attempt.by)));
        }
        if !attempt.note.is_empty() {
            text.push_str(&format!(" ({})", shown(&attempt.note)));
        }
        text
    };
    attempts.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A heading of ours, told apart from the clerk's own.
fn ours(all: &Everybody, heading: String) -> String {
    let taken = all.headings.iter().any(|own| fold_heading(own) == fold_heading(&heading));
    if taken { format!("{heading} (geloot)") } else { heading }
}

/// The columns that make up a name, by their headings; or the heading that is not there, and one that may be meant.
///
/// # Errors
/// As said.
pub fn name_columns(all: &Everybody, wanted: &[String]) -> Result<Vec<usize>, (String, Option<String>)> {
    let column = |heading: &String| {
        let same = |own: &&String| fold_heading(own) == fold_heading(heading);
        let found = all.headings.iter().position(|own| same(&own));
        found.ok_or_else(|| {
            let near = nearest(heading, all.headings.iter().map(String::as_str)).map(str::to_owned);
            (heading.clone(), near)
        })
    };
    wanted.iter().map(column).collect()
}

impl Use {
    /// Whether somebody belongs in such a list.
    pub fn has(self, member: &Member) -> bool {
        use Standing as S;
        match self {
            Self::All => true,
            Self::In => member.standing.is_in(),
            Self::Call => matches!(member.standing, S::Due(_) | S::Called | S::Asked),
            Self::Reserves => matches!(member.standing, S::Due(_) | S::Reserve),
            Self::Letters => member.standing.is_in() || matches!(member.standing, S::Due(_) | S::Reserve),
            Self::Roster => member.listed,
        }
    }
}

/// How many people of a list have nothing in the columns that make up a name; 0 where no columns are asked for.
pub fn nameless(all: &Everybody, of: Use, names: &[usize]) -> u64 {
    let empty = |member: &&Member| {
        names.iter().all(|&at| member.cells.get(at).is_none_or(|cell| cell.trim().is_empty()))
    };
    match names.is_empty() {
        true => 0,
        false => all.people.iter().filter(|member| of.has(member)).filter(empty).count() as u64,
    }
}

/// The list for its use; `names` are the columns that make up a name.
pub fn table(lang: Lang, all: &Everybody, of: Use, names: &[usize]) -> List {
    let mut people: Vec<&Member> = all.people.iter().filter(|member| of.has(member)).collect();
    // As people look somebody up: the 13th before the 117th.
    people.sort_by_cached_key(|member| natural(&member.id));
    if of == Use::Call {
        // Those to be called, in their order; then those who are waited for, called reserves first.
        people.sort_by_key(|member| match member.standing {
            Standing::Due(n) => (0, n),
            Standing::Called => (1, 0),
            _ => (2, 0),
        });
    }
    if of == Use::Reserves {
        people.sort_by_key(|member| member.reserve);
    }
    let heading = |key: &str| ours(all, key.to_owned());
    let mut headings: Vec<String> = Vec::new();
    if of == Use::Call {
        headings.push(heading(&say!(lang, "column-order")));
    }
    if of == Use::Letters {
        headings.push(heading(&say!(lang, "column-code")));
    }
    if !names.is_empty() {
        headings.push(heading(&say!(lang, "column-name")));
    }
    headings.push(heading(&say!(lang, "column-status")));
    let telephones: Vec<usize> = match of {
        Use::Call => {
            let is = |&at: &usize| TELEPHONES.contains(&fold_heading(&all.headings[at]).as_str());
            (0..all.headings.len()).filter(is).collect()
        }
        _ => Vec::new(),
    };
    headings.extend(telephones.iter().map(|&at| all.headings[at].clone()));
    if of != Use::Letters {
        headings.push(heading(&say!(lang, "column-reserve")));
        headings.push(heading(&say!(lang, "column-since")));
        headings.push(heading(&say!(lang, "column-why")));
        headings.push(heading(&say!(lang, "column-attempts")));
        headings.push(heading(&say!(lang, "column-until")));
        headings.push(heading(&say!(lang, "column-code")));
    }
    if all.id_column.is_none() {
        headings.push(heading("id"));
    }
    let others = |at: &usize| !telephones.contains(at);
    headings.extend((0..all.headings.len()).filter(others).map(|at| all.headings[at].clone()));
    let row = |member: &&Member| {
        let code = member.code.map(|code| code.to_string()).unwrap_or_default();
        let mut row: Vec<String> = Vec::new();
        if of == Use::Call {
            row.push(match member.standing {
                Standing::Due(n) => n.to_string(),
                _ => String::new(),
            });
        }
        if of == Use::Letters {
            row.push(code.clone());
        }
        if !names.is_empty() {
            let parts = names.iter().map(|&at| tidy(&member.cells[at])).filter(|part| !part.is_empty());
            row.push(parts.collect::<Vec<_>>().join(" "));
        }
        row.push(status(lang, member.standing));
        row.extend(telephones.iter().map(|&at| member.cells[at].clone()));
        if of != Use::Letters {
            row.push(member.reserve.map(|place| place.to_string()).unwrap_or_default());
            row.push(member.since.map(published).unwrap_or_default());
            row.push(why(lang, all, member));
            row.push(tried(lang, &member.attempts));
            row.push(member.until.map(published).unwrap_or_default());
            row.push(code);
        }
        if all.id_column.is_none() {
            row.push(member.id.clone());
        }
        row.extend((0..all.headings.len()).filter(others).map(|at| member.cells[at].clone()));
        row
    };
    List { rows: people.iter().map(row).collect(), headings }
}

/// How many stand how, a line for each, for the screen.
pub fn counts(lang: Lang, all: &Everybody) -> Vec<(String, u64)> {
    let of = |standing: Standing| {
        let count = all.people.iter().filter(|member| member.standing.word() == standing.word()).count();
        (status(lang, standing), count as u64)
    };
    Standing::ALL.into_iter().map(of).filter(|(_, count)| *count > 0).collect()
}

/// To whom a list for letters goes, and who is not in it, for the screen.
pub fn to_whom(lang: Lang, all: &Everybody) -> String {
    let of = |standing: Standing| {
        let stand = |member: &&Member| member.standing.word() == standing.word();
        let out = all.people.iter().filter(|member| !Use::Letters.has(member)).filter(stand).count() as u64;
        (out > 0).then(|| say!(lang, "people-of", count = number(lang, out), status = status(lang, standing)))
    };
    let out: Vec<String> = Standing::ALL.into_iter().filter_map(of).collect();
    let out = if out.is_empty() { "none".to_owned() } else { list(lang, &out) };
    say!(lang, "people-letters", out = out)
}

/// What is said of the whole list.
pub fn overview(lang: Lang, all: &Everybody) -> String {
    say!(
        lang,
        "people-head",
        people = parts::people(lang, all.people.len() as u64),
        lotteries = all.lotteries,
        events = all.events
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::stands::Stands;

    /// Lists of people are given back to the program, which reads how people stand.
    #[test]
    fn how_people_stand_is_read_as_it_is_written() {
        for lang in Lang::ALL {
            for standing in Standing::ALL {
                for word in [&*status(lang, standing), standing.word()] {
                    assert_eq!(Stands::read(word).map(Stands::is_in), Some(standing.is_in()), "{word}");
                }
            }
            let seen = [
                (say!(lang, "roster-confirmed"), Stands::In),
                (say!(lang, "roster-asked"), Stands::Asked),
                (say!(lang, "roster-declined"), Stands::Out),
                (say!(lang, "roster-withdrew"), Stands::Out),
                (say!(lang, "roster-no-show"), Stands::Out),
                (say!(lang, "roster-waiting"), Stands::Out),
            ];
            seen.iter().for_each(|(word, stands)| assert_eq!(Stands::read(word), Some(*stands), "{word}"));
        }
    }
}
