//! Whole cases from practice, from the rules to the claims, with the numbers that each must come to.

use crate::run::{done, geloot, json, text};
use crate::support::{Case, expected, fixture, numbers, people, texts, with};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub fn cell(i: usize, of: &[&str]) -> String {
    of[i % of.len()].to_owned()
}

/// The ids of a lottery's panel.
fn panel(case: &Case, out: &str) -> Vec<String> {
    let list = case.read(&format!("{out}/lottery/panel.csv"));
    list.lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned()).collect()
}

/// The number of rows of a list that was written, without its headings; 0 if it was not.
fn length(case: &Case, name: &str) -> usize {
    let path = case.path(name);
    if std::path::Path::new(&path).exists() { case.read(name).lines().count() - 1 } else { 0 }
}

#[track_caller]
pub fn sound(case: &Case, records: &[String], heads: &[String]) -> Vec<u64> {
    let records: Vec<&str> = records.iter().map(String::as_str).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let found = case.claims(&records, &heads);
    assert_eq!(with(&found, "FAIL"), [0_u64; 0], "{found:?}");
    crate::second::agree(&case.programme(), &records, &heads);
    with(&found, "PASS")
}

/// Peel en Maas: 36,000 adults in eleven villages, four half-yearly draws of 300 letters; whoever had one never has again.
#[test]
fn peel_en_maas_4() {
    let due_out = expected("peel-en-maas-4");
    let whole = |key: &str| due_out[key].as_integer().unwrap() as usize;
    let (all, letters) = (whole("people"), whole("letters"));
    let rules = fixture("peel-en-maas-4", "programme.toml");
    let villages: Vec<String> = (1..=whole("villages")).map(|n| format!("kern{n:02}")).collect();
    let villages: Vec<&str> = villages.iter().map(String::as_str).collect();
    let case = Case::new(&rules, "2027-01-01");
    case.write("register.csv", &people(0, all, &[("kern", &|i| cell(i, &villages))]));
    let (mut records, mut heads) = (Vec::new(), vec![case.head()]);
    let mut excluded = Vec::new();
    let (seats, rate) = (whole("seats").to_string(), due_out["rate"].as_str().unwrap());
    let n_letters = letters.to_string();
    for (n, date) in texts(&due_out["dates"]).iter().enumerate() {
        let out = format!("brieven{n}");
        // 300 letters at 7 % do not give 50 people: said before anything is posted.
        let p = case.programme();
        let warned = geloot(&[
            "programme",
            "due",
            &p,
            "--letters",
            &n_letters,
            "--register",
            &case.path("register.csv"),
            "--date",
            date,
            "--out",
            &case.path(&format!("vooraf{n}")),
            "--seats",
            &seats,
            "--rate",
            rate,
            "--json",
        ]);
        assert_eq!(warned.status.code(), Some(1));
        assert!(
            text(&warned.stderr).contains("will most likely not fill the seats"),
            "{}",
            text(&warned.stderr)
        );
        let answer: Value = serde_json::from_slice(&warned.stdout).unwrap();
        let chance = answer["enough"].as_f64().unwrap();
        assert!((chance / due_out["enough"].as_float().unwrap() - 1.0).abs() < 0.05, "{chance}");
        let due = case.due_letters(letters as u32, "register.csv", date, &out, &["--by", "kern"]);
        let turns = due["turns"].as_array().unwrap();
        let open: u64 = turns.iter().map(|turn| turn["open"].as_u64().unwrap()).sum();
        // The chance of whoever is still open: 1/120, 1/119, 1/118, 1/117.
        assert_eq!(open, (all - letters * n) as u64);
        assert_eq!((open / letters as u64, open % letters as u64), (numbers(&due_out["one-in"])[n], 0));
        excluded.push((all - length(&case, &format!("{out}/pool.csv"))) as u64);
        let place = case.draw(&out, None, letters as u32, &format!("loting {n}"));
        case.add(date, &["--record", &place, "--letters", &case.path(&format!("{out}/frame.csv"))]);
        records.push(place);
        heads.push(case.head());
    }
    assert_eq!(excluded, numbers(&due_out["lists"]), "the lists grow");
    let passed = sound(&case, &records, &heads);
    assert!([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12].iter().all(|id| passed.contains(id)), "{passed:?}");
    let p = case.programme();
    let report = json(&["programme", "report", &p, "--date", "2028-10-01"]);
    // Over all four everybody had the same chance beforehand: 1,200 letters among 36,000 people.
    assert_eq!(report["letters"][0]["expected"], due_out["expected"].as_str().unwrap());
    let left = (all - 4 * letters) as u64;
    assert_eq!(
        (&report["register"]["open"], &report["register"]["draws"]),
        (&left.into(), &(left / letters as u64).into())
    );
    assert_eq!(report["burden"][0]["largest"], 1);
    // With a memory of 48 months the lists stop growing when the first are open again.
    let other = Case::new(&rules.replace("\"never\"", "\"48 months\""), "2027-01-01");
    other.write("register.csv", &people(0, 400, &[("kern", &|i| cell(i, &villages))]));
    let mut open = Vec::new();
    for year in 2027..2033 {
        let (out, date) = (format!("brieven{year}"), format!("{year}-03-01"));
        let due = other.due_letters(40, "register.csv", &date, &out, &[]);
        open.push(due["turns"][0]["open"].as_u64().unwrap());
        let place = other.draw(&out, None, 40, &format!("loting {year}"));
        other.add(&date, &["--record", &place, "--letters", &other.path(&format!("{out}/frame.csv"))]);
    }
    assert_eq!(open, [400, 360, 320, 280, 280, 280]);
}

/// Ostbelgien: 24 seats, 8 replaced each half year from the alumni of a first assembly, 36 months of cool-off.
#[test]
fn ostbelgien_6() {
    let due_out = expected("ostbelgien-6");
    let alumni = due_out["alumni"].as_integer().unwrap() as usize;
    let case = Case::of("ostbelgien-6", "2027-01-01");
    let place = |i: usize| cell(i, &["Eupen", "Sankt Vith", "Kelmis"]);
    let list = people(0, alumni, &[("gemeinde", &place)]);
    case.write("alumni.csv", &list);
    case.write("quotas.csv", &fixture("ostbelgien-6", "quotas.csv"));
    // The assemblies before the programme, as the organiser knows them.
    let p = case.programme();
    let served: String = (0..alumni).map(|i| format!("p{i:05},2027-01-01,consent,,2035-01-01\n")).collect();
    let events = case.write("consent.csv", &format!("id,date,event,body,until\n{served}"));
    case.add("2027-01-01", &["--events", &events]);
    let hours: String = (0..alumni).map(|i| format!("p{i:05},2027-01-01,600,Versammlung\n")).collect();
    let hours = case.write("hours.csv", &format!("id,date,minutes,body\n{hours}"));
    case.add("2027-01-01", &["--served", &hours]);
    let (dates, staying) = (texts(&due_out["dates"]), numbers(&due_out["stay"]));
    let (mut records, mut heads, mut cooling, mut came) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut since: BTreeMap<String, usize> = BTreeMap::new();
    for (n, date) in dates.iter().enumerate() {
        let out = format!("rat{n}");
        let due = case.due_body("Rat", "alumni.csv", date, &out);
        let stay = staying[n];
        assert_eq!((&due["stay"], &due["vacant"]), (&stay.into(), &(24 - stay).into()), "{date}: {due}");
        assert_eq!(due["left"], if n == 0 { 0 } else { 8 });
        cooling.push(length(&case, &format!("{out}/exclude.csv")) as u64);
        let place = case.draw(&out, Some("quotas.csv"), 24, &format!("Los {n}"));
        case.add(date, &["--record", &place, "--body", "Rat"]);
        let new = panel(&case, &out);
        came.push(new.len() as u64);
        for id in &new {
            assert!(since.insert(id.clone(), n).is_none(), "nobody comes back within the cool-off");
        }
        records.push(place);
        heads.push(case.head());
    }
    assert_eq!(cooling, numbers(&due_out["cooling"]), "the cool-off lists");
    assert_eq!(came, numbers(&due_out["came"]), "eight new each half year, sixteen a year");
    let passed = sound(&case, &records, &heads);
    assert!((1..=10).all(|id| passed.contains(&id)) && passed.contains(&12), "{passed:?}");
    // Nobody is beyond 18 months: at the end the last three groups sit, eight each.
    let report = json(&["programme", "report", &p, "--date", "2029-09-02"]);
    let ends = &report["terms"]["Rat"];
    assert_eq!(*ends, serde_json::to_value(&due_out["ends"]).unwrap());
    // Seats and chances add up in every draw, so over all people luck is nothing.
    assert_eq!((&report["seats"][0]["got"], &report["seats"][0]["expected"]), (&64.into(), &"64/1".into()));
}

/// Bergen op Zoom: a panel of 1,200 who registered themselves, asked in nine waves of 400; and a purge of consents.
#[test]
fn bergen_op_zoom() {
    let due_out = expected("bergen-op-zoom");
    let whole = |key: &str| due_out[key].as_integer().unwrap() as usize;
    let (all, asking) = (whole("people"), whole("asked"));
    let case = Case::of("bergen-op-zoom", "2026-01-01");
    case.write(
        "panel.csv",
        &people(0, all, &[]).replace("id\n", "id,soort\n").replace('\n', ",x\n").replace("soort,x", "soort"),
    );
    let consent: String = (0..all).map(|i| format!("p{i:05},2026-01-01,consent,2031-01-01\n")).collect();
    let events = case.write("consent.csv", &format!("id,date,event,until\n{consent}"));
    case.add("2026-01-01", &["--events", &events]);
    let mut asked: BTreeMap<String, u32> = BTreeMap::new();
    for wave in 0..whole("waves") {
        let (out, date) = (format!("golf{wave}"), format!("20{}-0{}-01", 26 + wave / 3, 2 + wave % 3));
        let due = case.due_letters(asking as u32, "panel.csv", &date, &out, &[]);
        assert_eq!(due["self_registered"], true);
        assert!(case.read(&format!("{out}/charter.toml")).contains("kind = \"self-registered\""));
        // In a wave where exactly those are left who are longest ago, all of them are asked and nothing is drawn.
        let place = case.draw(&out, None, asking as u32, &format!("golf {wave}"));
        for row in panel(&case, &out) {
            *asked.entry(row).or_default() += 1;
        }
        case.add(&date, &["--record", &place, "--letters", &case.path(&format!("{out}/frame.csv"))]);
    }
    assert_eq!(asked.len(), all);
    let times = whole("times") as u32;
    assert_eq!(asked.values().collect::<BTreeSet<_>>(), BTreeSet::from([&times]), "everybody three times");
    let p = case.programme();
    let said = text(&geloot(&["programme", "report", &p, "--date", "2028-12-01", "--lang", "nl"]).stdout);
    assert!(said.contains("geen loting uit de bevolking") && !said.contains("representatie"), "{said}");
    assert!(sound(&case, &[], &[]).contains(&11));
    // 2,442 people agreed, 521 of them again: the rest is erased when their time is over, and every line holds.
    let purge = Case::of("bergen-op-zoom", "2024-01-01");
    let of = |key: &str| due_out["purge"][key].as_integer().unwrap() as usize;
    let consent: String = (0..of("agreed"))
        .map(|i| {
            format!(
                "p{i:05},2024-01-01,consent,{}\n",
                if i < of("again") { "2028-01-01" } else { "2026-01-01" }
            )
        })
        .collect();
    let events = purge.write("consent.csv", &format!("id,date,event,until\n{consent}"));
    purge.add("2024-01-01", &["--events", &events]);
    let noted = vec![purge.head()];
    let p = purge.programme();
    let erased = json(&["programme", "erase", &p, "--retention", "--date", "2026-01-01"]);
    assert_eq!(erased["rows"], serde_json::json!({ "consent": of("erased") }));
    assert_eq!(purge.read("P/sealed/people.csv").lines().count(), 1 + of("again"));
    sound(&purge, &[], &noted);
}

/// Someren: small groups, at most two of whom were drawn before; nobody over their hours.
#[test]
fn someren() {
    let due_out = expected("someren");
    let whole = |key: &str| due_out[key].as_integer().unwrap() as usize;
    let given = whole("minutes") as u64;
    let case = Case::of("someren", "2027-01-01");
    case.write("aanmeldingen.csv", &people(0, whole("people"), &[("kern", &|i| cell(i, &["a", "b"]))]));
    case.write("quotas.csv", &fixture("someren", "quotas.csv"));
    // What people were in before is a column, and a quota on it keeps the overlap small.
    case.write("met-eerder.csv", &fixture("someren", "quotas-with-eerder.csv"));
    let mut before: BTreeSet<String> = BTreeSet::new();
    let mut minutes: BTreeMap<String, u64> = BTreeMap::new();
    for (n, date) in texts(&due_out["dates"]).iter().enumerate() {
        let out = format!("groep{n}");
        case.due_body("Werkgroep", "aanmeldingen.csv", date, &out);
        let quotas = if n == 0 { "quotas.csv" } else { "met-eerder.csv" };
        let place = case.draw(&out, Some(quotas), 8, &format!("groep {n}"));
        case.add(date, &["--record", &place, "--body", "Werkgroep"]);
        let now: BTreeSet<String> = panel(&case, &out).into_iter().collect();
        assert!(now.intersection(&before).count() <= whole("overlap"));
        let day = format!("{}-15", &date[..7]);
        let hours: String = now.iter().map(|id| format!("{id},{day},{given},Werkgroep,{date}\n")).collect();
        let hours = case.write(&format!("uren{n}.csv"), &format!("id,date,minutes,body,edition\n{hours}"));
        case.add(&day, &["--served", &hours]);
        now.iter().for_each(|id| *minutes.entry(id.clone()).or_default() += given);
        before.extend(now);
    }
    let p = case.programme();
    let report = json(&["programme", "report", &p, "--date", "2027-07-01"]);
    let most = *minutes.values().max().unwrap();
    assert_eq!(
        (&report["burden"][2]["total"], &report["burden"][2]["largest"]),
        (&(16 * given).into(), &most.into())
    );
    // The load of each group, and who is in both: by the program, and counted here.
    let groups = report["groups"].as_array().unwrap();
    assert!(
        groups.iter().all(|it| (&it["people"], &it["largest"]) == (&8.into(), &given.into())),
        "{groups:?}"
    );
    let twice = minutes.values().filter(|&&own| own > given).count() as u64;
    let shared: u64 =
        report["overlaps"].as_array().unwrap().iter().map(|it| it["people"].as_u64().unwrap()).sum();
    assert!(shared == twice && twice <= whole("overlap") as u64, "{report}");
    // Whoever was in both has 50 hours, and waits for the new year.
    let over = minutes.values().filter(|&&own| own >= whole("hours-a-year") as u64 * 60).count() as u64;
    let due = case.due_body("Werkgroep", "aanmeldingen.csv", "2027-09-01", "groep2");
    let barred = due["barred"].as_array().unwrap();
    let limit: u64 =
        barred.iter().filter(|b| b["ground"] == "limit").map(|b| b["people"].as_u64().unwrap()).sum();
    assert_eq!(limit, over);
    assert!(barred.iter().all(|b| b["until"] == "2028-01-01"), "{due}");
    let later = case.due_body("Werkgroep", "aanmeldingen.csv", "2028-01-01", "groep3");
    assert!(later["barred"].as_array().unwrap().is_empty());
    sound(&case, &[], &[]);
}

/// Zaanstad: groups side by side, of which some people are in several; the load of each was added up by hand.
#[test]
fn zaanstad() {
    let due_out = expected("zaanstad");
    let case = Case::of("zaanstad", "2027-01-01");
    let list = people(0, due_out["people"].as_integer().unwrap() as usize, &[("soort", &|_| "x".to_owned())]);
    case.write("bewoners.csv", &list);
    let consent: String = (0..20).map(|i| format!("p{i:05},2027-01-02,consent,2030-01-01\n")).collect();
    let events = case.write("events.csv", &format!("id,date,event,until\n{consent}"));
    case.add("2027-01-02", &["--events", &events]);
    let served = case.write("served.csv", &fixture("zaanstad", "served.csv"));
    case.add("2027-05-02", &["--served", &served]);
    let p = case.programme();
    let report = json(&["programme", "report", &p, "--date", "2027-06-01"]);
    let found: Vec<String> = report["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let n = |key: &str| it[key].as_u64().unwrap();
            format!("{},{},{},{}", it["body"].as_str().unwrap(), n("people"), n("minutes"), n("largest"))
        })
        .collect();
    let load = fixture("zaanstad", "load.csv");
    assert_eq!(found, load.lines().skip(1).collect::<Vec<_>>());
    let overlaps: BTreeMap<String, u64> = report["overlaps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let pair = format!("{} {}", it["one"][0].as_str().unwrap(), it["other"][0].as_str().unwrap());
            (pair, it["people"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(serde_json::to_value(&overlaps).unwrap(), serde_json::to_value(&due_out["overlaps"]).unwrap());
    assert!(overlaps.values().all(|&n| n <= due_out["overlap"].as_integer().unwrap() as u64));
    // Nobody goes over their hours: whoever has them all waits for the new year.
    let due = case.due_body("Zorg", "bewoners.csv", "2027-06-01", "zorg");
    let limit = &due_out["limit"];
    assert_eq!(
        due["barred"],
        serde_json::json!([{
            "ground": "limit", "people": limit["people"].as_integer(), "until": limit["until"].as_str(),
        }])
    );
    let shown = text(&geloot(&["programme", "report", &p, "--date", "2027-06-01", "--lang", "nl"]).stdout);
    assert!(
        shown.contains("Belasting per groep") && shown.contains("2 mensen zitten in Groen en in Verkeer"),
        "{shown}"
    );
    sound(&case, &[], &[]);
}

/// IJmond: three councils of nine of which a third changes each year, and each sends two delegates to one above them: nobody
/// has two mandates.
#[test]
fn ijmond() {
    let due_out = expected("ijmond");
    let whole = |key: &str| due_out[key].as_integer().unwrap() as usize;
    let councils = texts(&due_out["councils"]);
    let councils: Vec<&str> = councils.iter().map(String::as_str).collect();
    let case = Case::of("ijmond", "2027-01-01");
    case.write("quotas.csv", "feature,value,min,max\nsoort,x,9,9\n");
    // Councillors have a mandate that does not go with a seat.
    let raad: String =
        (0..3).map(|n| format!("p{:05},2027-01-01,term,gemeenteraad,2030-03-27\n", n * 100)).collect();
    let raad = case.write("raad.csv", &format!("id,date,event,body,until\n{raad}"));
    case.add("2027-01-01", &["--events", &raad]);
    for (c, &council) in councils.iter().enumerate() {
        case.write(
            &format!("{council}.csv"),
            &people(c * 100, c * 100 + 40, &[("soort", &|_| "x".to_owned())]),
        );
        for (year, new) in [(2027, 9), (2028, 3), (2029, 3)] {
            let (out, date) = (format!("{council}{year}"), format!("{year}-0{}-01", c + 2));
            if year > 2027 {
                continue; // In the order of days, below.
            }
            let due = case.due_body(council, &format!("{council}.csv"), &date, &out);
            assert_eq!(
                due["barred"],
                serde_json::json!([{ "ground": "other seat", "people": 1, "until": "2030-03-27" }])
            );
            assert_eq!(due["vacant"], new);
            let place = case.draw(&out, Some("quotas.csv"), 9, &out);
            case.add(&date, &["--record", &place, "--body", council]);
        }
    }
    // Delegates: two of each council, as exact quotas of the seats above.
    let mut delegates = "id,raad\n".to_owned();
    for &council in &councils {
        panel(&case, &format!("{council}2027"))
            .iter()
            .for_each(|id| delegates.push_str(&format!("{id},{council}\n")));
    }
    case.write("leden.csv", &delegates);
    case.write("afgevaardigden.csv", &fixture("ijmond", "delegates.csv"));
    let due = case.due_body("IJmondraad", "leden.csv", "2027-05-01", "boven");
    assert_eq!((&due["people"], due["barred"].as_array().unwrap().len()), (&27.into(), 0));
    let alternates = whole("alternates").to_string();
    let more = ["--reserves", &alternates, "--attrition", "10%"];
    let place = case.draw_with("boven", Some("afgevaardigden.csv"), 6, "boven", &more);
    case.add("2027-05-01", &["--record", &place, "--body", "IJmondraad"]);
    let delegates = panel(&case, "boven");
    alternates_follow(&case, &place, &delegates, &councils);
    assert_eq!(delegates.len(), whole("delegates"));
    // Nobody of them is a councillor of a municipality too.
    let mandates = ["p00000", "p00100", "p00200"];
    let dual = delegates.iter().filter(|id| mandates.contains(&id.as_str())).count();
    assert_eq!(dual, whole("dual-mandates"));
    for year in [2028, 2029] {
        for (c, &council) in councils.iter().enumerate() {
            let (out, date) = (format!("{council}{year}"), format!("{year}-0{}-01", c + 2));
            let due = case.due_body(council, &format!("{council}.csv"), &date, &out);
            assert_eq!(
                (&due["stay"], &due["vacant"]),
                (&(whole("seats") - whole("vacancies-a-year")).into(), &whole("vacancies-a-year").into()),
                "three of nine change each year"
            );
            let place = case.draw(&out, Some("quotas.csv"), 9, &out);
            case.add(&date, &["--record", &place, "--body", council]);
        }
    }
    assert!(sound(&case, &[], &[]).contains(&10));
    let p = case.programme();
    let report = json(&["programme", "report", &p, "--date", "2029-04-02"]);
    for &council in &councils {
        let ends = report["terms"][council].as_object().unwrap();
        assert_eq!(ends.values().map(|n| n.as_u64().unwrap()).collect::<Vec<_>>(), [3, 3, 3], "{council}");
    }
}

/// One alternate of each council; whoever gives up a place is followed by that of their council, for what is left of the term.
fn alternates_follow(case: &Case, place: &str, delegates: &[String], councils: &[&str]) {
    let members = case.read("leden.csv");
    let council = |id: &str| {
        let row = members.lines().find(|line| line.starts_with(&format!("{id},"))).unwrap();
        row.split(',').nth(1).unwrap().to_owned()
    };
    let reserves = case.read("boven/lottery/reserves.csv");
    let id = |row: &str| row.split(',').find(|cell| cell.starts_with("p0")).unwrap().to_owned();
    let alternates: Vec<String> = reserves.lines().skip(1).map(id).collect();
    let mut of: Vec<String> = alternates.iter().map(|id| council(id)).collect();
    of.sort();
    assert_eq!(of, councils, "one of each");
    let leaves = delegates.iter().find(|id| council(id) == "Velsen").unwrap();
    let comes = alternates.iter().find(|id| council(id) == "Velsen").unwrap();
    let events = format!(
        "date,id,event,reason\n2027-08-01,{leaves},withdrew,\n2027-08-02,{comes},called,\n2027-08-03,{comes},confirmed,\n"
    );
    let events = case.write("events.csv", &events);
    done(&["roster", place, "--events", &events, "--publish", "--quiet"]);
    case.add("2027-08-03", &["--record", place, "--body", "IJmondraad"]);
    let p = case.programme();
    let seat = |id: &str| {
        let told = json(&["programme", "explain", &p, "--id", id, "--date", "2027-08-04"]);
        let seats = told["seats"].as_array().unwrap().clone();
        let own = seats.iter().find(|seat| seat["body"] == "IJmondraad");
        own.map(|seat| seat["until"].as_str().unwrap().to_owned())
    };
    assert_eq!((seat(leaves), seat(comes)), (None, Some("2028-05-01".to_owned())));
    let report = json(&["programme", "report", &p, "--date", "2027-08-04"]);
    assert_eq!(report["terms"]["IJmondraad"]["2028-05-01"], 6, "as many as before");
}

/// Paris: the seats of one assembly from three frames, each with a memory of its own: a body and a draw for each.
#[test]
fn paris_3_frames() {
    let due_out = expected("paris-3-frames");
    let seats = numbers(&due_out["seats"]);
    let case = Case::of("paris-3-frames", "2027-01-01");
    let mut barred = Vec::new();
    let frames = [("Registre", "registre"), ("Volontaires", "volontaires"), ("Foyers", "foyers")];
    for ((body, frame), seats) in frames.into_iter().zip(seats) {
        let seats = seats as u32;
        let (list, quotas) = (format!("{frame}.csv"), format!("{frame}-quotas.csv"));
        case.write(&list, &people(0, 30, &[("cadre", &|_| frame.to_owned())]));
        case.write(&quotas, &format!("feature,value,min,max\ncadre,{frame},{seats},{seats}\n"));
        if body == "Volontaires" {
            // Nobody without an agreement that lasts.
            let none = case.due_body(body, &list, "2027-03-01", "sans");
            assert_eq!(none["barred"][0]["people"], 30);
            let agreed: String =
                (0..30).map(|i| format!("p{i:05},2027-02-01,consent,2030-01-01\n")).collect();
            let agreed = case.write("accord.csv", &format!("id,date,event,until\n{agreed}"));
            case.add("2027-02-01", &["--events", &agreed, "--frame", frame]);
        }
        // The agreements were entered first, so all draws are of one day.
        barred.push((body, seats, list, quotas));
    }
    for (body, seats, list, quotas) in &barred {
        let out = format!("tirage-{body}");
        let due = case.due_body(body, list, "2027-03-01", &out);
        assert_eq!(due["barred"].as_array().unwrap().len(), 0, "{due}");
        let place = case.draw(&out, Some(quotas), *seats, body);
        case.add("2027-03-01", &["--record", &place, "--body", body]);
    }
    // Three memories: the same ids in another frame are other people, and each cools off by its own rule.
    for (date, cooling) in due_out["cooling"].as_table().unwrap() {
        for ((body, _, list, _), wanted) in barred.iter().zip(numbers(cooling)) {
            let due = case.due_body(body, list, date, &format!("{body}-{date}"));
            let cool = due["barred"].as_array().unwrap().iter().find(|b| b["ground"] == "cool-off").cloned();
            assert_eq!(cool.map_or(0, |b| b["people"].as_u64().unwrap()), wanted, "{body} {date}");
        }
    }
    sound(&case, &[], &[]);
}

/// Paris as one body in one draw: the lists put together, and exact quotas on a column that says of which list somebody is.
/// The memory is one then, of the body.
#[test]
fn paris_3_frames_as_one_body() {
    let seats = numbers(&expected("paris-3-frames")["seats"]);
    let case = Case::new(&fixture("paris-3-frames", "one-body.toml"), "2027-01-01");
    let frames = ["registre", "volontaires", "foyers"];
    let (mut list, mut quotas) = ("id,cadre\n".to_owned(), "feature,value,min,max\n".to_owned());
    for (frame, n) in frames.into_iter().zip(&seats) {
        (0..30).for_each(|i| list.push_str(&format!("{frame}-{i:03},{frame}\n")));
        quotas.push_str(&format!("cadre,{frame},{n},{n}\n"));
    }
    case.write("list.csv", &list);
    case.write("quotas.csv", &quotas);
    case.due_body("Assemblée", "list.csv", "2027-03-01", "tirage");
    let place = case.draw("tirage", Some("quotas.csv"), 11, "un deux trois");
    case.add("2027-03-01", &["--record", &place, "--body", "Assemblée"]);
    let drawn = panel(&case, "tirage");
    let of = |frame: &str| drawn.iter().filter(|id| id.starts_with(frame)).count() as u64;
    assert_eq!(frames.map(of).to_vec(), seats);
    for (date, wanted) in [("2030-02-28", 11), ("2030-03-01", 0)] {
        let due = case.due_body("Assemblée", "list.csv", date, date);
        assert_eq!(
            due["barred"].as_array().unwrap().first().map_or(0, |b| b["people"].as_u64().unwrap()),
            wanted
        );
    }
    sound(&case, &[place], &[]);
}

/// Gala: two programmes that share a register. Codes of one say nothing in the other, and a seat in one bars from the other
/// only where it is entered there.
#[test]
fn gala() {
    let due_out = expected("gala");
    let [one, two] = ["noord.toml", "zuid.toml"].map(|file| Case::new(&fixture("gala", file), "2027-01-01"));
    let list = people(0, 30, &[("soort", &|_| "x".to_owned())]);
    let _ = [&one, &two].map(|case| case.write("register.csv", &list));
    let _ = [&one, &two].map(|case| case.write("quotas.csv", "feature,value,min,max\nsoort,x,5,5\n"));
    one.due_body("Noord", "register.csv", "2027-03-01", "noord");
    let place = one.draw("noord", Some("quotas.csv"), 5, "gala");
    one.add("2027-03-01", &["--record", &place, "--body", "Noord"]);
    let seats: String =
        panel(&one, "noord").iter().map(|id| format!("{id},2027-03-01,term,Elders,2028-03-01\n")).collect();
    let seats = two.write("elders.csv", &format!("id,date,event,body,until\n{seats}"));
    two.add("2027-03-01", &["--events", &seats]);
    let due = two.due_body("Zuid", "register.csv", "2027-04-01", "zuid");
    assert_eq!(
        due["barred"],
        serde_json::json!([{
            "ground": "other seat", "people": due_out["barred"].as_integer(), "until": due_out["until"].as_str(),
        }])
    );
    let place = two.draw("zuid", Some("quotas.csv"), 5, "gala");
    two.add("2027-04-01", &["--record", &place, "--body", "Zuid"]);
    let both: BTreeSet<String> = panel(&one, "noord").into_iter().collect();
    assert!(panel(&two, "zuid").iter().all(|id| !both.contains(id)));
    let codes = |case: &Case| -> BTreeSet<String> {
        case.read("P/sealed/people.csv")
            .lines()
            .skip(1)
            .map(|row| row.split(',').nth(2).unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        codes(&one).intersection(&codes(&two)).count(),
        0,
        "nobody can be followed from one to the other"
    );
    let _ = [&one, &two].map(|case| sound(case, &[], &[]));
}

/// No byte depends on the order of the rows of a register.
#[test]
fn the_order_of_rows_decides_nothing() {
    let rules = "name = \"Proef\"\nletters = { again-after = \"48 months\" }\n[[frame]]\nname = \"r\"\nkind = \"register\"\n";
    let case = Case::new(rules, "2027-01-01");
    let list = people(0, 300, &[("kern", &|i| cell(i, &["a", "b", "c"]))]);
    case.write("register.csv", &list);
    let (head, rows) = list.split_once('\n').unwrap();
    let mut turned: Vec<&str> = rows.lines().collect();
    turned.reverse();
    case.write("turned.csv", &format!("{head}\n{}\n", turned.join("\n")));
    case.due_letters(30, "register.csv", "2027-03-01", "a", &["--by", "kern"]);
    case.due_letters(30, "turned.csv", "2027-03-01", "b", &["--by", "kern"]);
    for file in ["pool.csv", "quotas.csv", "frame.csv", "charter.toml"] {
        assert_eq!(case.read(&format!("a/{file}")), case.read(&format!("b/{file}")), "{file}");
    }
}
