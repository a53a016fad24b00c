//! Parts of sentences that several sentences share: how many of something, lists, rows, places, moments. Imports `base`, `seed` and
//! its parent.

use super::catalogue::{self, Arg, Args, Lang, args, count, number, say};
use super::{quoted, shown};
use crate::base::fault::{Place, Rows};
use crate::programme::event::Ground;
use crate::seed::time::Moment;
use crate::seed::zone::Zone;

/// "1 person", "4 people".
pub fn people(lang: Lang, n: u64) -> String {
    say!(lang, "people", count = count(lang, n))
}

/// "1 seat", "30 seats".
pub fn seats(lang: Lang, n: u64) -> String {
    say!(lang, "seats", count = count(lang, n))
}

/// "1 ticket", "1,000 tickets".
pub fn tickets(lang: Lang, n: u64) -> String {
    say!(lang, "tickets", count = count(lang, n))
}

/// A quota as people write it: "9" or "8-10".
pub fn quota(min: u32, max: u32) -> String {
    if min == max { min.to_string() } else { format!("{min}-{max}") }
}

/// "a, b and c".
pub fn list(lang: Lang, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => say!(lang, "and", most = most.join(", "), last = last.as_str()),
    }
}

/// Names in quotation marks, the first dozen of them.
pub fn names(lang: Lang, all: &[String]) -> String {
    const SHOWN: usize = 12;
    let mut parts: Vec<String> = all.iter().take(SHOWN).map(|name| quoted(name)).collect();
    if all.len() > SHOWN {
        parts.push(say!(lang, "more", count = count(lang, (all.len() - SHOWN) as u64)));
    }
    list(lang, &parts)
}

/// Grounds that become public, each with how many people are left out on it; and those that may tell of one person.
pub fn public_grounds(lang: Lang, grounds: &[(String, u64)]) -> Args {
    /// Grounds of which a line tells.
    const SHOWN: usize = 20;
    /// Signs of a ground that is no story yet.
    const SHORT: usize = 40;
    let told = |(ground, people): &(String, u64)| format!("{} ({})", quoted(ground), number(lang, *people));
    let all = |so: &dyn Fn(&(String, u64)) -> bool| {
        let mut told: Vec<String> = grounds.iter().filter(|ground| so(ground)).map(told).collect();
        if let more @ 1.. = told.len().saturating_sub(SHOWN) {
            told.truncate(SHOWN);
            told.push(say!(lang, "more", count = count(lang, more as u64)));
        }
        if told.is_empty() { "none".to_owned() } else { told.join(", ") }
    };
    let tells = |(ground, people): &(String, u64)| *people <= 1 || ground.chars().count() > SHORT;
    args![grounds = all(&|_| true), telling = all(&tells)]
}

/// Rows as people say them: "row 3", "rows 3, 17 and 22", "rows 3, 17 and 312 more".
pub fn rows(lang: Lang, rows: &Rows) -> String {
    let mut parts: Vec<String> = rows.first.iter().map(usize::to_string).collect();
    if rows.more > 0 {
        parts.push(say!(lang, "more", count = count(lang, rows.more as u64)));
    }
    say!(lang, "rows", count = count(lang, rows.count() as u64), rows = list(lang, &parts))
}

/// "people.csv, row 3, column \"id\"": as much of a place as is known.
pub fn place(lang: Lang, place: &Place) -> String {
    let mut parts = Vec::new();
    if !place.file.is_empty() {
        parts.push(shown(&place.file));
    }
    if place.rows.count() > 0 {
        parts.push(rows(lang, &place.rows));
    }
    if let Some(column) = &place.column {
        parts.push(say!(lang, "column", name = quoted(column)));
    }
    parts.join(", ")
}

/// "columns A and C".
pub fn columns(lang: Lang, letters: &[String]) -> String {
    say!(lang, "columns", names = list(lang, letters))
}

/// The text with a capital in front.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// " Did you mean "x"?", or nothing.
pub fn did_you_mean(lang: Lang, near: &Option<String>) -> String {
    near.as_ref()
        .map_or_else(String::new, |near| format!(" {}", say!(lang, "did-you-mean", near = quoted(near))))
}

/// " Is it the column "x"?", or nothing.
pub fn is_it_the_column(lang: Lang, near: &Option<String>) -> String {
    near.as_ref()
        .map_or_else(String::new, |near| format!(" {}", say!(lang, "is-it-the-column", near = quoted(near))))
}

/// A ground on which a programme bars somebody.
pub fn barred(lang: Lang, ground: Ground) -> String {
    let word = match ground {
        Ground::CoolOff => "cool-off",
        Ground::DoNotAsk => "do-not-ask",
        Ground::Limit => "limit",
        Ground::Mandate => "other",
        Ground::Frame => "frame",
        Ground::Consent => "consent",
    };
    say!(lang, "prog-ground", ground = word)
}

/// A ground on which somebody was left out: what a supplement wrote is a word of the record, any other is as somebody typed
/// it.
pub fn ground(lang: Lang, ground: &str) -> String {
    match ground {
        "declined" | "withdrew" | "no-show" => say!(lang, "event-word", event = ground.to_owned()),
        // Where somebody is barred on several grounds, they stand behind one another.
        text => {
            let own = |part: &str| {
                let part = part.trim();
                let known = Ground::ALL.iter().copied().find(|ground| ground.word() == part);
                known.map_or_else(|| shown(part), |ground| barred(lang, ground))
            };
            text.split(';').map(own).collect::<Vec<_>>().join("; ")
        }
    }
}

/// Where chance comes from, by its word in the record, as people call it.
pub fn source(lang: Lang, word: &str) -> String {
    // What fixes it stands behind it: of the beacon the chain and the round.
    let (word, rest) = word.split_once(' ').unwrap_or((word, ""));
    let said = say!(lang, "source-word", source = word.to_owned());
    let two = rest.split_once(' ').and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
    match (word, two) {
        ("dice", Some((sides, dice))) => {
            say!(lang, "source-dice", dice = count(lang, dice), sides = count(lang, sides))
        }
        ("lotto", Some((numbers, most))) => {
            say!(lang, "source-numbers", numbers = count(lang, numbers), most = count(lang, most))
        }
        _ if rest.is_empty() => said,
        _ => format!("{said}: {rest}"),
    }
}

/// A heading that a reader looks for, between quotation marks, in the language of the reader: each has one of its own that
/// is read as well.
pub fn heading(lang: Lang, name: &str) -> String {
    quoted(&say!(lang, "heading-word", heading = name.to_owned()))
}

/// A text between quotation marks as an argument; what is not there chooses the variant `none`.
pub fn or_none(text: &Option<String>) -> Arg<'static> {
    text.as_ref().map_or(Arg::from("none"), |text| Arg::from(quoted(text)))
}

/// Yes or no as an argument, which chooses a variant.
pub fn yes(so: bool) -> &'static str {
    if so { "yes" } else { "no" }
}

/// A number that is written with a point, and perhaps commas between thousands, as the reader writes it.
pub fn decimal(lang: Lang, number: &str) -> String {
    let swapped = |c: char| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    match lang {
        Lang::En => number.to_owned(),
        Lang::Nl => number.chars().map(swapped).collect(),
    }
}

/// "6.5 %" of a number that is written with a point.
pub fn percent(lang: Lang, number: &str) -> String {
    say!(lang, "percent", number = decimal(lang, number))
}

/// `part` of `whole` as a percentage with one decimal, rounded half up, in integers: "12.5 %".
pub fn share(lang: Lang, part: u64, whole: u64) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let thousandths = (u128::from(part) * 2000 + u128::from(whole)) / (u128::from(whole) * 2);
    percent(lang, &format!("{}.{}", thousandths / 10, thousandths % 10))
}

/// `2026-03-01` as "1 March 2026"; anything else as it is.
pub fn date(lang: Lang, date: &str) -> String {
    let parts: Vec<u32> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month @ 1..=12, day] => {
            say!(lang, "date", day = day.to_string(), month = month, year = year.to_string())
        }
        _ => shown(date),
    }
}

/// How many of something whose sentence is `key`, such as "rounds".
pub fn several(lang: Lang, key: &str, n: u64) -> String {
    catalogue::sentence(lang, key, &[("count", count(lang, n))])
}

/// A moment by the clocks by which people know it, with UTC beside it: those of the charter's zone, and where it names none, for a
/// reader of Dutch those of the Netherlands. Without a zone it is said in English as the record writes it, in UTC. A day without
/// a time, which stands for its last second in UTC, is the end of that day.
pub fn moment(lang: Lang, moment: Moment) -> String {
    let iso = moment.to_string();
    let zone = match lang {
        Lang::Nl => moment.zone().or_else(|| Zone::of_name("Europe/Amsterdam")),
        Lang::En => moment.zone(),
    };
    let (Some(zone), Some((day, time))) = (zone, iso.split_once('T')) else { return iso };
    let utc = time.trim_end_matches('Z');
    if utc == "23:59:59" {
        return say!(lang, "moment-day", date = date(lang, day));
    }
    // Whole minutes are said without seconds.
    let short = |time: &str| time.strip_suffix(":00").unwrap_or(time).to_owned();
    let Some(ahead) = zone.ahead(moment.seconds()).filter(|_| !zone.is_utc()) else {
        return say!(lang, "moment", date = date(lang, day), time = short(utc));
    };
    let local = Moment::at(moment.seconds() + ahead).to_string();
    let (day, time) = local.split_once('T').unwrap_or((&local, ""));
    let time = short(time.trim_end_matches('Z'));
    say!(lang, "moment-local", date = date(lang, day), time = time, zone = zone.city(), utc = short(utc))
}

/// Arguments in which a moment as the record writes it is said as the reader does: for sentences whose arguments are made
/// before it is known in what language they are said.
pub fn with_moments(lang: Lang, args: &Args) -> Args {
    let said = |arg: &Arg<'static>| match arg {
        Arg::String(text) => Moment::of_text(text).map(|at| Arg::from(moment(lang, at))),
        _ => None,
    };
    args.iter().map(|(name, arg)| (*name, said(arg).unwrap_or_else(|| arg.clone()))).collect()
}

/// "2 have a seat already, ", or nothing where nobody has.
pub fn already(lang: Lang, taken: u32) -> String {
    if taken == 0 { String::new() } else { say!(lang, "already", taken = taken) }
}

/// " more" where somebody has a seat already.
pub fn more(lang: Lang, taken: u32) -> String {
    if taken == 0 { String::new() } else { say!(lang, "more-taken") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_said_by_the_clocks_of_the_charter_with_utc_beside_it() {
        let evening = Moment::at(1_804_186_800);
        assert_eq!(evening.to_string(), "2027-03-04T19:00:00Z");
        let by = |name: &str| evening.by(Zone::of_name(name));
        let [english, dutch] = [Lang::En, Lang::Nl].map(|lang| move |at: Moment| moment(lang, at));
        assert_eq!(english(by("Europe/Amsterdam")), "4 March 2027 at 20:00 in Amsterdam (19:00 UTC)");
        assert_eq!(english(by("Europe/Athens")), "4 March 2027 at 21:00 in Athens (19:00 UTC)");
        assert_eq!(dutch(by("Europe/Amsterdam")), "4 maart 2027 om 20:00 Nederlandse tijd (19:00 UTC)");
        assert_eq!(dutch(by("Europe/Athens")), "4 maart 2027 om 21:00 in Athens (19:00 UTC)");
        // Without a zone, or with one that is UTC, English keeps to the record.
        assert_eq!(english(evening), "2027-03-04T19:00:00Z");
        assert_eq!(dutch(evening), dutch(by("Europe/Amsterdam")));
        assert_eq!(english(by("UTC")), "4 March 2027 at 19:00 UTC");
        // A day ends with its last second in UTC, whatever the zone.
        let day = Moment::at(evening.seconds() + 5 * 3600 - 1).by(Zone::of_name("Europe/Athens"));
        assert_eq!(english(day), "the end of 4 March 2027 (UTC)");
        // An argument that was made before the language was known keeps its zone.
        let args = [("due", Arg::from(by("Europe/Athens").with_zone())), ("file", Arg::from("x"))];
        let said = with_moments(Lang::En, &args.to_vec());
        assert_eq!(said[0].1, Arg::from(english(by("Europe/Athens"))));
        assert_eq!(said[1].1, Arg::from("x"));
    }
}
