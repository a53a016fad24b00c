//! A plan as one page to print, which needs nothing from elsewhere. Imports `base` and its siblings.

use super::lists;
use super::seatplan::is_seated;
use super::wording::{Labels, Tongue};
use crate::base::plots;
use crate::base::text::{natural, shown};
use crate::sessions::model::brief::{Brief, Person};
use crate::sessions::solve::make::Made;
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
    /// Empty where the code stands alone.
    name: String,
    code: String,
    role: String,
    seats: Vec<CardSeat>,
}

#[derive(Serialize)]
struct CardSeat {
    #[serde(skip)]
    rounds: Vec<usize>,
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
pub fn page(brief: &Brief, made: &Made, labels: Labels<'_>) -> Option<Vec<u8>> {
    let tongue = labels.tongue;
    let seated: Vec<usize> = (0..brief.rounds.len()).filter(|&round| is_seated(brief, round)).collect();
    let mut environment = Environment::new();
    environment.add_filter("number", move |n: u64| number(tongue, n));
    environment.add_template("page.html", TEMPLATE).ok()?;
    let people = brief.people.len();
    let wall = lists::at_tables(brief, made, &seated, labels, &|round, table| brief.table_name(round, table));
    let (columns, points) =
        wall_layout(&wall, &labels.word(if labels.names.is_some() { "name" } else { "code" }));
    let features = made.figures.spread.iter().map(|spread| Feature {
        name: spread.feature.clone(),
        spread: spread.reached,
        least: spread.least,
    });
    let pairs = people as u64 * people.saturating_sub(1) as u64 / 2;
    let count = |n: u64| number(tongue, n);
    let distinct = made.figures.distinct_pairs;
    let numbers = [
        ("people", people.to_string()),
        ("rounds", seated.len().to_string()),
        ("distinct", count(distinct)),
        ("bound", count(made.figures.distinct_pairs_bound)),
        ("pairs", count(pairs)),
    ];
    let say = |key: &str| {
        let parts: Vec<(&str, &str)> = numbers.iter().map(|(name, part)| (*name, part.as_str())).collect();
        tongue.say(key, &parts)
    };
    let met_before = !made.compiled.problem.met.is_empty();
    let data = context! {
        w => tongue.words(),
        lang => tongue.tag(),
        named => labels.names.is_some(),
        who => labels.word(if labels.names.is_some() { "name" } else { "code" }),
        summary => say(if seated.len() == 1 { "summary-one" } else { "summary-many" }),
        meet => say(if met_before { "meet-first" } else { "meet" }),
        met_alt => say("met-alt"),
        people => people,
        wall_columns => columns,
        wall_points => points,
        wall => wall,
        rounds => Value::from(Serde(seated.iter().map(|&r| round_of(brief, made, r, labels)).collect::<Vec<_>>())),
        cards => Value::from(Serde(cards(brief, made, labels))),
        picture => Value::from(Serde(picture(made))),
        times => made.figures.times_met.clone(),
        times_plot => times_plot(tongue, made),
        features_plot => features_plot(tongue, made),
        features => Value::from(Serde(features.collect::<Vec<_>>())),
    };
    let page = environment.get_template("page.html").ok()?.render(data).ok()?;
    Some(visible(&page).into_bytes())
}

/// How many pairs meet how often, as bars.
fn times_plot(tongue: Tongue, made: &Made) -> String {
    let most = made.figures.times_met.iter().copied().max().unwrap_or(0).max(1);
    let group = |(times, &pairs): (usize, &u64)| plots::Group {
        name: times.to_string(),
        bars: vec![plots::Bar {
            look: plots::Look::Full,
            share: (pairs * 1_000_000 / most) as u32,
            text: number(tongue, pairs),
        }],
        range: None,
    };
    let groups: Vec<plots::Group> = made.figures.times_met.iter().enumerate().map(group).collect();
    plots::bars(&tongue.say("times", &[]), &[], None, &groups)
}

/// How evenly each feature is spread, beside the best there can be.
fn features_plot(tongue: Tongue, made: &Made) -> String {
    let spread = &made.figures.spread;
    let most =
        u64::from(spread.iter().map(|spread| spread.reached.max(spread.least)).max().unwrap_or(0).max(1));
    let bar = |look, people: u32| plots::Bar {
        look,
        share: (u64::from(people) * 1_000_000 / most) as u32,
        text: people.to_string(),
    };
    let group = |spread: &crate::sessions::model::figures::Spread| plots::Group {
        name: spread.feature.clone(),
        bars: vec![bar(plots::Look::Full, spread.reached), bar(plots::Look::Open, spread.least)],
        range: None,
    };
    let legend =
        [(plots::Look::Full, tongue.say("spread", &[])), (plots::Look::Open, tongue.say("least", &[]))];
    plots::bars(&tongue.say("mixed", &[]), &legend, None, &spread.iter().map(group).collect::<Vec<_>>())
}

/// The page with signs that nobody sees, or that steer a printer or a terminal, made visible. The template has none but
/// the ends of its lines, and no text that comes from a file has those.
fn visible(page: &str) -> String {
    page.split('\n').map(shown).collect::<Vec<String>>().join("\n")
}

/// In how many columns the wall list stands on a page, and how large its letters are: as many columns of
/// large letters as its rows leave room for, then smaller letters.
fn wall_layout(rows: &[Vec<String>], heading: &str) -> (usize, usize) {
    // In tenths of a millimetre: the page between its margins, a gap, a sign of 15 points, a cell's edges.
    const PAGE: usize = 1820;
    const GAP: usize = 80;
    const SIGN: usize = 34;
    const EDGE: usize = 44;
    const LARGE: usize = 15;
    const SMALLEST: usize = 6;
    let cells = rows.first().map_or(0, Vec::len);
    let longest = |cell: usize| {
        let least = if cell == 0 { heading.chars().count() } else { 2 };
        rows.iter().map(|row| row[cell].chars().count()).max().unwrap_or(0).max(least)
    };
    let width = (0..cells).map(longest).sum::<usize>() * SIGN + cells * EDGE;
    let columns = (1..=3).rev().find(|columns| columns * width + (columns - 1) * GAP <= PAGE).unwrap_or(1);
    let points = (LARGE * PAGE / width.max(1)).clamp(SMALLEST, LARGE);
    (columns, points)
}

/// A number with its thousands grouped.
fn number(tongue: Tongue, number: u64) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> =
        (0..digits.len()).rev().step_by(3).map(|end| &digits[(end + 1).saturating_sub(3)..=end]).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join(&tongue.say("separator", &[]))
}

fn title(tongue: Tongue, brief: &Brief, round: usize) -> String {
    let number = (round + 1).to_string();
    match &brief.rounds[round].name {
        Some(name) => tongue.say("round-named", &[("number", &number), ("name", name)]),
        None => tongue.say("round", &[("number", &number)]),
    }
}

/// Rounds of one name: "Rounds 4 and 5: Working groups".
fn titles(tongue: Tongue, brief: &Brief, rounds: &[usize]) -> String {
    let (Some(&first), Some(&last)) = (rounds.first(), rounds.last()) else { return String::new() };
    if first == last {
        return title(tongue, brief, first);
    }
    let numbers: Vec<String> = rounds.iter().map(|round| (round + 1).to_string()).collect();
    let (before, end) = numbers.split_at(numbers.len() - 1);
    let (most, last) = (before.join(", "), end.concat());
    match &brief.rounds[first].name {
        Some(name) => tongue.say("rounds-named", &[("most", &most), ("last", &last), ("name", name)]),
        None => tongue.say("rounds", &[("most", &most), ("last", &last)]),
    }
}

fn round_of(brief: &Brief, made: &Made, round: usize, labels: Labels<'_>) -> Round {
    let mut tables: Vec<Table> = (0..brief.rounds[round].tables.len())
        .map(|table| {
            let [place, topic] = lists::about_table(brief, round, table);
            let [facilitator, notes] = lists::hosts(brief, made, round, table);
            let name = labels.tongue.say("table", &[("name", &brief.table_name(round, table))]);
            Table { name, topic, place, facilitator, notes, people: vec![] }
        })
        .collect();
    for seat in lists::seats(brief, made).iter().filter(|seat| seat.round == round) {
        tables[seat.table].people.push(labels.of(&brief.people[seat.person].id));
    }
    if labels.names.is_some() {
        tables.iter_mut().for_each(|table| table.people.sort_by_cached_key(|name| natural(name)));
    }
    Round { number: round + 1, title: title(labels.tongue, brief, round), tables }
}

fn cards(brief: &Brief, made: &Made, labels: Labels<'_>) -> Vec<Card> {
    let card = |person: &Person| Card {
        name: labels
            .names
            .map(|_| labels.of(&person.id))
            .filter(|name| *name != person.id)
            .unwrap_or_default(),
        code: person.id.clone(),
        role: person.role.clone().unwrap_or_default(),
        seats: vec![],
    };
    let mut cards: Vec<Card> = brief.people.iter().map(card).collect();
    for seat in lists::seats(brief, made) {
        let [place, topic] = lists::about_table(brief, seat.round, seat.table);
        let name = brief.table_name(seat.round, seat.table);
        let at = labels.tongue.say("at-table", &[("name", &name)]);
        let parts = [topic, at, place];
        let table = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let seats = &mut cards[seat.person].seats;
        // Rounds that follow each other at one table, as in a workshop, stand on one line.
        let same = seats.last().is_some_and(|last: &CardSeat| {
            let before = last.rounds.last().copied().unwrap_or_default();
            last.table == table && brief.rounds[before].name == brief.rounds[seat.round].name
        });
        match seats.last_mut().filter(|_| same) {
            Some(last) => last.rounds.push(seat.round),
            None => seats.push(CardSeat { rounds: vec![seat.round], round: String::new(), table }),
        }
    }
    for seat in cards.iter_mut().flat_map(|card| &mut card.seats) {
        seat.round = titles(labels.tongue, brief, &seat.rounds);
    }
    if labels.names.is_some() {
        cards.sort_by_cached_key(|card| natural(if card.name.is_empty() { &card.code } else { &card.name }));
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
        assert_eq!(
            [0, 12, 1234, 1_234_567].map(|n| number(Tongue::En, n)),
            ["0", "12", "1,234", "1,234,567"]
        );
        for sign in ["http:", "https:", "src=", "<script", "@import", "url("] {
            assert!(!TEMPLATE.contains(sign), "{sign}");
        }
    }

    #[test]
    fn signs_that_nobody_sees_are_made_visible() {
        assert_eq!(visible(TEMPLATE), TEMPLATE, "of the template nothing is replaced");
        let found = visible("<b>A\u{1b}[2J\u{202e}B\u{0}</b>\n<i>C\u{200b}</i>\n");
        assert_eq!(found, "<b>A\u{fffd}[2J\u{fffd}B\u{fffd}</b>\n<i>C\u{fffd}</i>\n");
    }

    #[test]
    fn the_wall_list_fits_its_page() {
        let rows = |code: &str, tables: &[&str]| {
            vec![std::iter::once(code).chain(tables.iter().copied()).map(str::to_owned).collect::<Vec<_>>()]
        };
        assert_eq!(wall_layout(&rows("Q7RT", &["1", "2", "3"]), "Code"), (3, 15));
        assert_eq!(wall_layout(&rows("97MD-28NM-E8", &["1", "2", "3"]), "Code"), (2, 15));
        assert_eq!(
            wall_layout(&rows("97MD-28NM-E8", &["Garden room", "Library", "Upstairs"]), "Code"),
            (1, 15)
        );
        let (columns, points) = wall_layout(&rows("97MD-28NM-E8", &["12"; 30]), "Code");
        assert!(columns == 1 && points < 15, "{points}");
        assert_eq!(wall_layout(&[], "Code"), (3, 15));
    }
}
