//! A plan as one page to print, which needs nothing from elsewhere. Imports its siblings.

use super::brief::{Brief, Person};
use super::door::Made;
use super::lists;
use super::seatplan::is_seated;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;

/// The page; its layout is in `page.html`. Codes, tables and topics are escaped.
const TEMPLATE: &str = include_str!("page.html");

#[derive(Serialize)]
struct Round {
    number: usize,
    title: String,
    tables: Vec<Table>,
}

#[derive(Serialize, Default)]
struct Table {
    name: String,
    topic: String,
    place: String,
    facilitator: String,
    notes: String,
    people: Vec<String>,
}

#[derive(Serialize)]
struct Card {
    code: String,
    role: String,
    seats: Vec<CardSeat>,
}

#[derive(Serialize)]
struct CardSeat {
    round: String,
    table: String,
}

#[derive(Serialize)]
struct Level {
    colour: &'static str,
    path: String,
}

#[derive(Serialize)]
struct Feature {
    name: String,
    spread: u32,
    least: u32,
}

/// The page as bytes; `None` when the template and the data do not fit, which is a mistake of ours.
pub fn page(brief: &Brief, made: &Made) -> Option<Vec<u8>> {
    let seated: Vec<usize> = (0..brief.rounds.len()).filter(|&round| is_seated(brief, round)).collect();
    let mut environment = Environment::new();
    environment.add_filter("number", number);
    environment.add_template("page.html", TEMPLATE).ok()?;
    let people = brief.people.len();
    let features = made.figures.spread.iter().map(|spread| Feature {
        name: spread.feature.clone(),
        spread: spread.reached,
        least: spread.least,
    });
    let data = context! {
        people => people,
        pairs => people as u64 * people.saturating_sub(1) as u64 / 2,
        distinct => made.figures.distinct_pairs,
        distinct_bound => made.figures.distinct_pairs_bound,
        wall_columns => if seated.len() <= 4 { 3 } else if seated.len() <= 8 { 2 } else { 1 },
        wall => lists::at_tables(brief, made, &seated, &|round, table| brief.table_name(round, table)),
        rounds => Value::from(Serde(seated.iter().map(|&r| round_of(brief, made, r)).collect::<Vec<_>>())),
        cards => Value::from(Serde(cards(brief, made))),
        picture => Value::from(Serde(picture(made))),
        times => made.figures.times_met.clone(),
        features => Value::from(Serde(features.collect::<Vec<_>>())),
    };
    environment.get_template("page.html").ok()?.render(data).ok().map(String::into_bytes)
}

/// A number with a comma after every third digit.
fn number(number: u64) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> =
        (0..digits.len()).rev().step_by(3).map(|end| &digits[(end + 1).saturating_sub(3)..=end]).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join(",")
}

fn title(brief: &Brief, round: usize) -> String {
    match &brief.rounds[round].name {
        Some(name) => format!("Round {}: {name}", round + 1),
        None => format!("Round {}", round + 1),
    }
}

fn round_of(brief: &Brief, made: &Made, round: usize) -> Round {
    let mut tables: Vec<Table> = (0..brief.rounds[round].tables.len())
        .map(|table| {
            let [place, topic] = lists::about_table(brief, round, table);
            let [facilitator, notes] = lists::hosts(brief, made, round, table);
            let name = brief.table_name(round, table);
            Table { name, topic, place, facilitator, notes, people: vec![] }
        })
        .collect();
    for seat in lists::seats(brief, made).iter().filter(|seat| seat.round == round) {
        tables[seat.table].people.push(brief.people[seat.person].id.clone());
    }
    Round { number: round + 1, title: title(brief, round), tables }
}

fn cards(brief: &Brief, made: &Made) -> Vec<Card> {
    let card = |person: &Person| Card {
        code: person.id.clone(),
        role: person.role.clone().unwrap_or_default(),
        seats: vec![],
    };
    let mut cards: Vec<Card> = brief.people.iter().map(card).collect();
    for seat in lists::seats(brief, made) {
        let [place, topic] = lists::about_table(brief, seat.round, seat.table);
        let name = brief.table_name(seat.round, seat.table);
        let parts = [topic, format!("table {name}"), place];
        let table = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        cards[seat.person].seats.push(CardSeat { round: title(brief, seat.round), table });
    }
    cards
}

/// Squares of a grid of people by people, those who meet once, twice and more often in darker greys.
fn picture(made: &Made) -> Vec<Level> {
    let met = made.plan.meetings(&made.compiled.problem);
    let n = made.compiled.problem.people;
    let mut levels = ["#8aa4c8", "#3d6199", "#0b2545"].map(|colour| Level { colour, path: String::new() });
    for row in 0..n {
        let mut column = 0;
        while column < n {
            let level = usize::from(met[row * n + column]).min(3);
            let start = column;
            while column < n && usize::from(met[row * n + column]).min(3) == level {
                column += 1;
            }
            if level > 0 {
                // One run of squares: right, down, back, up.
                let width = column - start;
                levels[level - 1].path.push_str(&format!("M{start} {row}h{width}v1h-{width}z"));
            }
        }
    }
    levels.into_iter().filter(|level| !level.path.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_sound_and_asks_for_nothing_from_elsewhere() {
        let mut environment = Environment::new();
        environment.add_template("page.html", TEMPLATE).unwrap();
        assert_eq!([0, 12, 1234, 1_234_567].map(number), ["0", "12", "1,234", "1,234,567"]);
        for sign in ["http:", "https:", "src=", "<script", "@import", "url("] {
            assert!(!TEMPLATE.contains(sign), "{sign}");
        }
    }
}
