//! What happened after the draw, replayed, published and checked; and what clerks get wrong.

use crate::draws::{copy, done, geloot, json, lottery};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

/// A lottery of 50 seats, drawn with 20 reserves for a loss of one in five.
pub fn drawn(temp: &TempDir) -> String {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let temp = TempDir::new().unwrap();
        let out = lottery(&temp, "out");
        done(&["draw", &out, "--seed", "appel", "--reserves", "20", "--attrition", "20%"]);
        temp
    });
    copy(made.path().join("out").to_str().unwrap(), &temp.path().join("out"))
}

/// A list of events that grows, as a clerk keeps it.
pub struct Log {
    pub path: String,
    text: String,
    day: u32,
}

impl Log {
    pub fn new(temp: &TempDir) -> Self {
        let path = temp.path().join("events.csv").to_string_lossy().into_owned();
        Self { path, text: "date,id,event,reason\n".into(), day: 0 }
    }

    pub fn add(&mut self, id: &str, event: &str, reason: &str) {
        self.day += 1;
        let (month, day) = (3 + self.day / 300, 1 + self.day / 12 % 25);
        self.text.push_str(&format!("2026-{month:02}-{day:02},{id},{event},{reason}\n"));
        fs::write(&self.path, &self.text).unwrap();
    }

    /// Whatever follows is of a later day.
    pub fn next_day(&mut self) {
        self.day = self.day / 12 * 12 + 11;
    }

    pub fn roster(&self, dir: &str) -> Value {
        fs::write(&self.path, &self.text).unwrap();
        let output = geloot(&["roster", dir, "--events", &self.path, "--json"]);
        assert!(output.status.code().unwrap() < 2, "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn publish(&self, dir: &str) -> Value {
        let output = geloot(&["roster", dir, "--events", &self.path, "--publish", "--json"]);
        assert!(output.status.code().unwrap() < 2, "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

pub fn ids(answer: &Value, status: &str) -> Vec<String> {
    let people = answer["people"].as_array().unwrap().iter();
    people.filter(|p| p["status"] == status).map(|p| p["id"].as_str().unwrap().to_owned()).collect()
}

fn outcome(dir: &str, claim: u64) -> (String, String) {
    let output = geloot(&["verify", dir, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let claims = report["claims"].as_array().unwrap();
    let found = claims.iter().find(|c| c["claim"] == claim).unwrap();
    (found["outcome"].as_str().unwrap().into(), found["text"].as_str().unwrap_or_default().into())
}

#[test]
fn ireland_half_of_the_panel_is_replaced_and_every_call_can_be_checked() {
    let temp = TempDir::new().unwrap();
    let (dir, mut log) = (drawn(&temp), Log::new(&temp));
    let start = log.roster(&dir);
    assert_eq!((ids(&start, "asked").len(), ids(&start, "waiting").len()), (50, 20));
    assert_eq!(start["next"], serde_json::json!([]));
    // 27 of 50 fall out one after the other, as 53 of 99 did; each is followed by calls until somebody says yes.
    let mut asked: Vec<String> = ids(&start, "asked");
    for n in 0..27 {
        let out = asked.remove(n * 7 % asked.len());
        log.next_day();
        log.add(&out, ["declined", "withdrew", "no-show"][n % 3], "");
        let answer = log.roster(&dir);
        let Some(next) = answer["next"].as_array().unwrap().first() else { continue };
        let id = next["id"].as_str().unwrap().to_owned();
        assert!(!next["why"].as_str().unwrap().is_empty());
        log.add(&id, "called", "");
        log.add(&id, if n % 5 == 4 { "declined" } else { "confirmed" }, "");
        if n == 10 {
            assert_eq!(log.publish(&dir)["published"], 1);
            assert_eq!(outcome(&dir, 24).0, "PASS");
        }
    }
    let end = log.publish(&dir);
    assert_eq!(end["published"], 2);
    assert_eq!(log.publish(&dir)["published"], 2, "nothing new");
    assert_eq!(end["calls"], 20, "all reserves were called");
    assert_eq!(end["out_of_turn"], 0);
    assert!(end["vacant"].as_u64().unwrap() >= 7);
    assert_eq!(geloot(&["roster", &dir, "--events", &log.path]).status.code(), Some(1));
    let text = String::from_utf8(geloot(&["roster", &dir, "--events", &log.path]).stdout).unwrap();
    assert!(text.contains("no reserve is left") && text.contains("geloot supplement"), "{text}");
    done(&["verify", &dir]);

    // The record holds codes, no ids and no reasons; the clerk's list has everything.
    let public = fs::read_to_string(Path::new(&dir).join("public/rosters/2/events.csv")).unwrap();
    assert!(public.starts_with("date,code,event,reason\n") && public.lines().count() > 60);
    let list = temp.path().join("roster.csv").to_string_lossy().into_owned();
    geloot(&["roster", &dir, "--events", &log.path, "--out", &list]);
    assert!(fs::read_to_string(&list).unwrap().starts_with("status,reserve number,"));
    assert_eq!(fs::read_to_string(&list).unwrap().lines().count(), 71);

    // Cheats: an event left out, another one called, a list changed with its digests made to fit.
    let cheat = |name: &str, change: &dyn Fn(&mut Vec<String>)| {
        let other = copy(&dir, &temp.path().join(name));
        let place = Path::new(&other).join("public/rosters/2");
        let mut rows: Vec<String> = public.lines().map(str::to_owned).collect();
        change(&mut rows);
        let events = rows.join("\n") + "\n";
        let facts = fs::read_to_string(place.join("roster.json")).unwrap();
        let was = format!("\"events\": {}", public.lines().count() - 1);
        let facts = facts.replace(&was, &format!("\"events\": {}", rows.len() - 1));
        let manifest = geloot::seed::Manifest::of(&[
            ("events.csv", events.as_bytes()),
            ("roster.json", facts.as_bytes()),
        ]);
        fs::write(place.join("events.csv"), events).unwrap();
        fs::write(place.join("roster.json"), facts).unwrap();
        fs::write(place.join("manifest.txt"), manifest.unwrap().to_string()).unwrap();
        outcome(&other, 24)
    };
    let (found, why) = cheat("left-out", &|rows| drop(rows.remove(2)));
    assert!(found == "FAIL" && why.contains("does not go on"), "{found} {why}");
    let (found, why) = cheat("out-of-turn", &|rows| {
        let calls: Vec<usize> = (0..rows.len()).filter(|&i| rows[i].contains(",called,")).collect();
        let (a, b) = (calls[calls.len() - 2], calls[calls.len() - 1]);
        let code = |row: &str| row.split(',').nth(1).unwrap().to_owned();
        let (first, second) = (code(&rows[a]), code(&rows[b]));
        rows[a] = rows[a].replace(&first, &second);
        rows.truncate(a + 1);
    });
    assert!(found == "FAIL" && why.contains("out of turn"), "{found} {why}");
    assert_eq!(cheat("unchanged", &|_| ()).0, "PASS");
}

#[test]
fn enschede_a_third_does_not_come_and_who_is_called_is_the_same_on_every_machine() {
    let temp = TempDir::new().unwrap();
    let (dir, mut log) = (drawn(&temp), Log::new(&temp));
    let panel = ids(&log.roster(&dir), "asked");
    panel.iter().for_each(|id| log.add(id, "confirmed", ""));
    assert_eq!(log.roster(&dir)["kept_if_all_say_yes"], true);
    // 36 of 100 stay away on the day.
    let away: Vec<&String> =
        panel.iter().enumerate().filter(|(i, _)| i * 36 % 100 < 36).map(|p| p.1).collect();
    assert_eq!(away.len(), 18);
    away.iter().for_each(|id| log.add(id, "no-show", ""));
    let answer = log.roster(&dir);
    let next: Vec<&str> =
        answer["next"].as_array().unwrap().iter().map(|n| n["id"].as_str().unwrap()).collect();
    assert_eq!(answer["vacant"], 18);
    assert_eq!(next.len(), 18, "20 reserves for 18 chairs");
    // Called in that order, everybody is in turn, and more quotas are kept than were without them.
    let order: Vec<String> = next.iter().map(|id| (*id).to_owned()).collect();
    for id in &order {
        log.add(id, "called", "");
        log.add(id, "confirmed", "");
    }
    let end = log.roster(&dir);
    assert_eq!((end["vacant"].as_u64(), end["out_of_turn"].as_u64()), (Some(0), Some(0)));
    let short = |answer: &Value, key: &str| -> u64 {
        let quotas = answer["quotas"].as_array().unwrap().iter();
        let missing = |q: &Value| q["min"].as_u64().unwrap().saturating_sub(q[key].as_u64().unwrap());
        quotas.map(missing).sum()
    };
    assert!(short(&end, "confirmed") * 4 < short(&answer, "confirmed"), "{}", short(&end, "confirmed"));
    // The same events by code instead of id, in other words and another order of columns, say the same.
    let code = |id: &str| {
        let people = end["people"].as_array().unwrap();
        people.iter().find(|p| p["id"] == id).unwrap()["code"].as_str().unwrap().to_owned()
    };
    let other = Log {
        path: temp.path().join("other.csv").to_string_lossy().into_owned(),
        text: log.text.lines().skip(1).fold("Reden;Gebeurtenis;Code;Datum\n".into(), |text, line| {
            let cells: Vec<&str> = line.split(',').collect();
            text + &format!(";{};{};{}\n", cells[2], code(cells[1]), cells[0])
        }),
        day: 0,
    };
    assert_eq!(other.roster(&dir), end);
    // Another seed has other people to call.
    assert_ne!(answer["next"], Value::Null);
}

#[test]
fn out_of_turn_needs_a_reason_that_becomes_public() {
    let temp = TempDir::new().unwrap();
    let (dir, mut log) = (drawn(&temp), Log::new(&temp));
    let start = log.roster(&dir);
    let (panel, reserves) = (ids(&start, "asked"), ids(&start, "waiting"));
    log.add(&panel[0], "declined", "ill; nobody's business");
    let due = log.roster(&dir)["next"][0]["id"].as_str().unwrap().to_owned();
    let other = reserves.iter().find(|id| **id != due).unwrap().clone();
    let before = log.text.clone();
    log.add(&other, "called", "");
    let refused = geloot(&["roster", &dir, "--events", &log.path]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("[T-09]"));
    log.text = before;
    log.add(&other, "called", "the first could not be reached for a week");
    let answer = log.publish(&dir);
    assert_eq!((answer["calls"].as_u64(), answer["out_of_turn"].as_u64()), (Some(1), Some(1)));
    let public = fs::read_to_string(Path::new(&dir).join("public/rosters/1/events.csv")).unwrap();
    assert!(public.contains("could not be reached") && !public.contains("business"), "{public}");
    assert_eq!(outcome(&dir, 24).0, "PASS");
    // What was published stays.
    log.text = log.text.replace("declined", "withdrew");
    fs::write(&log.path, &log.text).unwrap();
    let refused = geloot(&["roster", &dir, "--events", &log.path, "--publish"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("[T-13]"));
}

/// What of a published list is missing, changed or put in is said by its own row, with or without --publish.
#[test]
fn what_is_not_as_it_was_published_is_named() {
    let temp = TempDir::new().unwrap();
    let (dir, log) = (drawn(&temp), Log::new(&temp));
    let panel = ids(&log.roster(&dir), "asked");
    let row = |day: u32, id: &str, event: &str| format!("2026-03-{day:02},{id},{event},\n");
    let rows =
        [row(1, &panel[0], "confirmed"), row(2, &panel[1], "declined"), row(3, &panel[2], "confirmed")];
    let list =
        |rows: &[String]| fs::write(&log.path, "date,id,event,reason\n".to_owned() + &rows.concat()).unwrap();
    let said = |rows: &[String], lang: &str| {
        list(rows);
        crate::run::refused(&["roster", &dir, "--events", &log.path, "--lang", lang], 2, "T-13")
    };
    list(&rows);
    assert_eq!(published(&dir, &log.path), 1);
    let gone = said(&[rows[0].clone(), rows[2].clone()], "nl");
    assert!(!gone.contains("rij 3") && gone.contains("staat niet meer in de lijst"), "{gone}");
    assert!(gone.contains("\"afgemeld\" op 2 maart 2026") && gone.contains(&panel[1]), "{gone}");
    let changed = said(&[rows[0].clone(), rows[1].replace("declined", "confirmed"), rows[2].clone()], "en");
    assert!(
        changed.contains("row 3: ") && changed.contains("it was \"declined\" on 2 March 2026"),
        "{changed}"
    );
    let early = said(&[&rows[..], &[row(1, &panel[3], "confirmed")]].concat(), "en");
    assert!(early.contains("row 5: this was not in the list") && early.contains("3 March 2026"), "{early}");
}

/// A year that is a slip is pointed out before it is published, and there is a way on after it was.
#[test]
fn a_day_far_off_is_pointed_out_and_does_not_lock_the_list() {
    let temp = TempDir::new().unwrap();
    let (dir, log) = (drawn(&temp), Log::new(&temp));
    let panel = ids(&log.roster(&dir), "asked");
    let mut rows = format!("2026-03-01,{},confirmed,\n2072-03-02,{},declined,\n", panel[0], panel[1]);
    let write = |rows: &str| fs::write(&log.path, "date,id,event,reason\n".to_owned() + rows).unwrap();
    let said = |lang: &str| {
        let output = geloot(&["roster", &dir, "--events", &log.path, "--lang", lang]);
        assert!(output.status.code().unwrap() < 2);
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    // Also where there are no others.
    write(&format!("8-3-2127,{},confirmed,\n", panel[0]));
    assert!(
        said("en")
            .contains("row 2: this day is in a year in which no assembly is held: 8 March 2127.  [T-19]")
    );
    assert!(
        said("nl").contains("rij 2: deze dag valt in een jaar waarin geen beraad is: 8 maart 2127.  [T-19]")
    );
    write(&rows);
    assert!(said("en").contains("row 3: this day is far from the others: 2 March 2072.  [T-19]"));
    assert!(said("nl").contains("rij 3: deze dag is ver van de andere: 2 maart 2072.  [T-19]"));
    assert_eq!(published(&dir, &log.path), 1);
    write(&format!("{rows}2026-03-04,{},declined,\n", panel[2]));
    let refused = crate::run::refused(&["roster", &dir, "--events", &log.path], 2, "T-13");
    assert!(refused.contains("under that day too"), "{refused}");
    rows +=
        &format!("2072-03-02,{},corrected,the year is 2026\n2072-03-02,{},declined,\n", panel[1], panel[2]);
    write(&rows);
    assert_eq!(published(&dir, &log.path), 2);
    done(&["verify", &dir]);
}

/// In whatever order a clerk writes one day's events, the same reserves are to be called, the same list is published,
/// and no other order of it is accepted; what comes in later has its place among them.
#[test]
fn the_order_of_one_days_rows_chooses_nobody() {
    let temp = TempDir::new().unwrap();
    let (dir, mut log) = (drawn(&temp), Log::new(&temp));
    let panel = ids(&log.roster(&dir), "asked");
    let gone: Vec<&String> = [3, 11, 20, 29, 38, 47].iter().map(|&i| &panel[i]).collect();
    gone.iter().for_each(|id| log.add(id, "declined", ""));
    let next = log.roster(&dir)["next"].clone();
    let due: Vec<String> =
        next.as_array().unwrap().iter().map(|n| n["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(due.len(), 6);
    let row = |id: &str, event: &str| format!("2026-03-01,{id},{event},\n");
    let mut rows: Vec<String> = gone.iter().map(|id| row(id, "declined")).collect();
    rows.extend(due.iter().map(|id| row(id, "called")));
    rows.extend([row(&due[4], "declined"), row(&due[1], "confirmed")]);
    let list = |rows: &[String]| "date,id,event,reason\n".to_owned() + &rows.concat();
    let answer = |rows: &[String]| {
        fs::write(&log.path, list(rows)).unwrap();
        json(&["roster", &dir, "--events", &log.path])
    };
    let first = answer(&rows);
    assert_eq!((first["out_of_turn"].as_u64(), first["vacant"].as_u64()), (Some(0), Some(1)));
    for turn in 1..24 {
        // Orders far from one another: every third, fifth, ... row, from either end.
        let step = [1, 3, 5, 9, 11, 13][turn % 6];
        let mut other: Vec<String> = (0..14).map(|i| rows[(i * step + turn) % 14].clone()).collect();
        if turn % 2 == 0 {
            other.reverse();
        }
        assert_eq!(answer(&other), first, "{other:?}");
    }
    // Whoever is called while others leave on the same day is not called by turn, unless the reason is given.
    let alone: Vec<String> = gone
        .iter()
        .filter_map(|id| {
            fs::write(&log.path, list(&[row(id, "declined")])).unwrap();
            let first = json(&["roster", &dir, "--events", &log.path])["next"][0]["id"].clone();
            first.as_str().filter(|id| !due.iter().any(|due| due == id)).map(str::to_owned)
        })
        .collect();
    let chosen = alone.first().expect("somebody who would be called for one of them alone");
    let mut early = rows[..6].to_vec();
    early.insert(1, row(chosen, "called"));
    fs::write(&log.path, list(&early)).unwrap();
    let said = crate::run::refused(&["roster", &dir, "--events", &log.path], 2, "T-09");
    assert!(said.contains("put it under the next day"), "{said}");

    // Published, what comes in later has its place; a row changed or a day before the last is refused.
    answer(&rows[..9]);
    assert_eq!(published(&dir, &log.path), 1);
    let more = panel.iter().find(|id| !gone.contains(id)).unwrap();
    rows.push(row(more, "confirmed"));
    fs::write(&log.path, list(&rows)).unwrap();
    assert_eq!(published(&dir, &log.path), 2);
    done(&["verify", &dir]);
    let mut before = rows.clone();
    before.insert(0, row(&panel[1], "confirmed").replace("2026-03-01", "2026-02-01"));
    fs::write(&log.path, list(&before)).unwrap();
    crate::run::refused(&["roster", &dir, "--events", &log.path, "--publish"], 2, "T-13");

    let public = fs::read_to_string(Path::new(&dir).join("public/rosters/1/events.csv")).unwrap();
    let forged = |name: &str, change: &dyn Fn(&mut Vec<String>)| {
        let mut rows: Vec<String> = public.lines().map(str::to_owned).collect();
        change(&mut rows);
        let other = copy(&dir, &temp.path().join(name));
        fs::remove_dir_all(Path::new(&other).join("public/rosters/2")).unwrap();
        let there = Path::new(&other).join("public/rosters/1");
        let (events, facts) = (rows.join("\n") + "\n", fs::read(there.join("roster.json")).unwrap());
        let manifest =
            geloot::seed::Manifest::of(&[("events.csv", events.as_bytes()), ("roster.json", &facts)]);
        fs::write(there.join("events.csv"), events).unwrap();
        fs::write(there.join("manifest.txt"), manifest.unwrap().to_string()).unwrap();
        outcome(&other, 24)
    };
    assert_eq!(forged("same", &|_| ()).0, "PASS");
    for (name, why, change) in [
        ("swapped", "one order", &(|rows: &mut Vec<String>| rows.swap(1, 2)) as &dyn Fn(&mut Vec<String>)),
        ("calls", "one order", &|rows| {
            let calls: Vec<usize> = (0..rows.len()).filter(|&i| rows[i].contains(",called,")).collect();
            rows.swap(calls[0], calls[1]);
        }),
        ("dates", "before the row above", &|rows| rows[5] = rows[5].replace("2026-03-01", "2026-02-28")),
        ("words", "given where none is needed", &|rows| rows[1].push_str("she is ill")),
        ("fewer", "wrong events", &|rows| drop(rows.pop())),
    ] {
        let (found, said) = forged(name, change);
        assert!(found == "FAIL" && said.contains(why), "{name}: {found} {said}");
    }
}

fn published(dir: &str, events: &str) -> u64 {
    let output = geloot(&["roster", dir, "--events", events, "--publish", "--json"]);
    assert!(output.status.code().unwrap() < 2, "{}", String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    answer["published"].as_u64().unwrap()
}

/// Every kind of fault of a list of events is shown to a clerk, all at once.
#[test]
fn every_mistake_in_a_list_of_events_is_said() {
    let temp = TempDir::new().unwrap();
    let dir = drawn(&temp);
    let log = Log::new(&temp);
    let start = log.roster(&dir);
    let (panel, reserves) = (ids(&start, "asked"), ids(&start, "waiting"));
    let pool = fs::read_to_string(Path::new(&dir).join("sealed/codes.csv")).unwrap();
    let known: BTreeSet<&String> = panel.iter().chain(&reserves).collect();
    let bystander = pool.lines().skip(1).map(|l| l.split(',').next().unwrap().to_owned());
    let bystander = bystander.into_iter().find(|id| !known.contains(id)).unwrap();
    let path = temp.path().join("events.csv").to_string_lossy().into_owned();
    let (a, b, c, r) = (&panel[0], &panel[1], &panel[2], &reserves[3]);
    fs::write(
        &path,
        format!(
            "date,id,event,reason\n2026-03-02,{a},declind,\n2026-13-02,{a},declined,\n2026-03-02,{a},declined,\n\
             2026-03-01,{b},confirmed,\n2026-03-03,Jan Jansen,declined,\n2026-03-03,{bystander},declined,\n\
             2026-03-03,{a},confirmed,\n2026-03-03,{b},called,\n2026-03-03,{r},called,\n2026-03-03,{b},corrected,\n\
             2026-03-03,{c},corrected,wrong person\n"
        ),
    )
    .unwrap();
    let said = String::from_utf8(geloot(&["roster", &dir, "--events", &path]).stderr).unwrap();
    for code in 2..=12 {
        // T-10 is a call out of turn with a reason, and goes on.
        assert!(code == 10 || said.contains(&format!("[T-{code:02}]")), "T-{code:02}\n{said}");
    }
    assert!(!said.contains("Jansen"), "{said}");
    // The clerk wrote ids, so the one whose turn it was is named by id too.
    assert!(said.contains("it was the turn of id \"") || said.contains("nobody was to be called"), "{said}");
    // A list that is another draw's says so, and not sixty times.
    let others =
        (0..60).map(|n| format!("2026-03-{:02},X{n},confirmed,\n", n / 2 % 28 + 1)).collect::<String>();
    let own = format!("date,id,event\n2026-03-01,{a},confirmed\n");
    fs::write(&path, own + &others.replace(",\n", "\n")).unwrap();
    let said = crate::run::refused(&["roster", &dir, "--events", &path], 2, "T-14");
    assert!(
        said.contains("60 of the 61 events") && said.contains("55 more") && said.lines().count() < 10,
        "{said}"
    );
    // A spreadsheet dropped the zeros: no list of another draw, and it says whom it may mean.
    let short = a.trim_start_matches('0');
    let lost = format!("date,id,event\n2026-03-01,{short},confirmed\n{}", others.replace(",\n", "\n"));
    fs::write(&path, lost).unwrap();
    let said = crate::run::refused(&["roster", &dir, "--events", &path], 2, "T-05");
    assert!(short != a && said.contains(&format!("id \"{a}\"")) && said.contains("looks like it"), "{said}");
    fs::write(&path, "when,what\n2026-03-01,x\n").unwrap();
    let refused = geloot(&["roster", &dir, "--events", &path]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("[T-01]"));
    let json = json(&["verify", &dir]);
    assert_eq!(json["passed"], true);
}

/// Whoever had a seat before the lottery can leave it, also where only counts are public; and every cheat is seen.
#[test]
fn somebody_who_had_a_seat_before_leaves_it() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let row =
        |i: usize| format!("{i:02},{},{}\n", ["woman", "man"][i % 2], ["north", "south", "south"][i % 3]);
    fs::write(at("pool.csv"), "id,gender,region\n".to_owned() + &(0..30).map(row).collect::<String>())
        .unwrap();
    // Of those who are in, one is of a kind that nobody in the pool is.
    let quotas = "feature,value,min,max\ngender,woman,3,3\ngender,man,3,3\nregion,north,1,3\nregion,south,2,4\nregion,east,1,1\n";
    fs::write(at("quotas.csv"), quotas).unwrap();
    fs::write(at("in.csv"), "id,gender,region\nA,woman,east\nB,man,south\n04,woman,south\n").unwrap();
    for detail in ["profiles", "codes"] {
        let (pool, quotas, dir) = (at("pool.csv"), at("quotas.csv"), at(detail));
        let more = ["--include", &at("in.csv"), "--public-detail", detail, "--tickets", "1000"];
        done(&[&crate::run::lottery(&pool, &quotas, "6", &dir)[..], &more].concat());
        done(&["draw", &dir, "--seed", "appel", "--reserves", "4"]);
        let mut log = Log::new(&temp);
        let start = log.roster(&dir);
        let seated: Vec<String> = ids(&start, "confirmed");
        assert_eq!((seated.len(), ids(&start, "asked").len()), (3, 3));
        assert_eq!((start["vacant"].as_u64(), start["kept_if_all_say_yes"].as_bool()), (Some(0), Some(true)));
        log.add("B", "no-show", "");
        log.next_day();
        log.add("A", "withdrew", "");
        let answer = log.publish(&dir);
        assert_eq!(answer["vacant"], 2);
        assert!(
            answer["next"].as_array().unwrap().len() == 2 && answer["no_reserve_left"][0]["short"] == true
        );
        let text = String::from_utf8(geloot(&["roster", &dir, "--events", &log.path]).stdout).unwrap();
        assert!(text.contains("3 people had a seat before it") && text.contains("in before"), "{text}");
        let list = at(&format!("{detail}.csv"));
        done(&["roster", &dir, "--events", &log.path, "--out", &list]);
        let list = fs::read_to_string(&list).unwrap();
        assert!(
            list.contains("\nwithdrew,,")
                && list.contains(",A,woman,east\n")
                && list.contains(",04,woman,south\n"),
            "{list}"
        );
        assert_eq!(outcome(&dir, 24).0, "PASS", "{}", outcome(&dir, 24).1);

        let refused_as = |id: &str, event: &str, code: &str| {
            let text = fs::read_to_string(&log.path).unwrap() + &format!("2026-04-01,{id},{event},because\n");
            fs::write(at("wrong.csv"), text).unwrap();
            crate::run::refused(&["roster", &dir, "--events", &at("wrong.csv")], 2, code);
        };
        refused_as("04", "called", "T-08");
        // A yes that came in after the draw is written down once; whoever said it can only leave.
        let late = fs::read_to_string(&log.path).unwrap() + "2026-04-01,04,confirmed,\n";
        fs::write(at("late.csv"), &late).unwrap();
        done(&["roster", &dir, "--events", &at("late.csv")]);
        for event in ["confirmed", "declined"] {
            fs::write(at("wrong.csv"), format!("{late}2026-04-02,04,{event},\n")).unwrap();
            let told = crate::run::refused(&["roster", &dir, "--events", &at("wrong.csv")], 2, "T-07");
            assert!(told.contains("withdrew") == (event == "declined"), "{told}");
        }
        let place = Path::new(&dir).join("public/rosters/1");
        let events = fs::read_to_string(place.join("events.csv")).unwrap();
        let facts = fs::read(place.join("roster.json")).unwrap();
        let cheat = |from: &str, to: &str| {
            assert!(events.contains(from), "{events}");
            let forged = events.replacen(from, to, 1);
            let other = copy(&dir, &temp.path().join("cheat"));
            let there = Path::new(&other).join("public/rosters/1");
            let manifest =
                geloot::seed::Manifest::of(&[("events.csv", forged.as_bytes()), ("roster.json", &facts)]);
            fs::write(there.join("events.csv"), forged).unwrap();
            fs::write(there.join("manifest.txt"), manifest.unwrap().to_string()).unwrap();
            outcome(&other, 24)
        };
        assert_eq!(cheat("withdrew", "withdrew").0, "PASS");
        // A first yes after the draw can have happened; a call of somebody who is not in reserve cannot.
        assert_eq!(cheat("withdrew", "confirmed").0, "PASS");
        let (found, said) = cheat("withdrew", "called");
        assert!(found == "FAIL" && said.contains("not in reserve"), "{found} {said}");
        if detail == "profiles" {
            let profiles = fs::read_to_string(Path::new(&dir).join("public/profiles.csv")).unwrap();
            let number = profiles.lines().count() - 1;
            assert!(events.contains(&format!(",{number},0,")), "{events}");
            for (row, place) in [(0, 3), (1, 3)] {
                let own = format!(",{number},{row},");
                if events.contains(&own) {
                    assert_eq!(cheat(&own, &format!(",{number},{place},")).0, "FAIL");
                }
            }
        }
    }
}
