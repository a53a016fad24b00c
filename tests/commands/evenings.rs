//! Evenings at tables: who is seated from the one list, groups that stay, company, staff who fall ill, and names on paper.

use crate::run::{done, geloot, json, lottery, refused, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A file with this text; its path.
fn file(temp: &TempDir, name: &str, text: &str) -> String {
    let path = temp.path().join(name);
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

fn at(temp: &TempDir, name: &str) -> String {
    temp.path().join(name).to_string_lossy().into_owned()
}

/// For each round the table of each code.
fn seats(plan: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut seats: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for row in csv::Reader::from_path(Path::new(plan).join("seatplan.csv")).unwrap().records() {
        let row = row.unwrap();
        seats.entry(row[0].to_owned()).or_default().insert(row[2].to_owned(), row[1].to_owned());
    }
    seats
}

fn people(count: usize) -> String {
    let row = |n: usize| {
        format!("{n:03},{},{}\n", ["M", "V"][n % 2], if n.is_multiple_of(6) { "Fries" } else { "Nederlands" })
    };
    std::iter::once("code,gender,language\n".to_owned()).chain((0..count).map(row)).collect()
}

fn plan(temp: &TempDir, name: &str, people: &str, plan: &str, more: &[&str]) -> String {
    let (out, list) = (at(temp, name), file(temp, &format!("{name}.toml"), plan));
    let args = ["sessions", "--people", people, "--plan", &list, "--seed", "een twee drie", "--out", &out];
    done(&[&args[..], more].concat());
    out
}

fn holds(plan: &str) {
    let answer = json(&["sessions", "check", plan]);
    for claim in answer["claims"].as_array().unwrap() {
        assert_eq!(claim["holds"], true, "{claim}");
    }
}

#[test]
fn dialogues_of_one_group_keep_their_tables() {
    let temp = TempDir::new().unwrap();
    let list = file(&temp, "people.csv", &people(24));
    let round = |group: &str, tables: u32| format!("[[round]]\nkind=\"dialogue\"\ntables={tables}\n{group}");
    let (a, plenary) = (round("group=\"a\"\n", 4), "[[round]]\nkind=\"plenary\"\n");
    let out = plan(&temp, "plan", &list, &format!("mix=[\"gender\"]\n{a}{plenary}{a}{}", round("", 4)), &[]);
    let seats_of = seats(&out);
    assert_eq!(seats_of["1"], seats_of["3"]);
    assert_ne!(seats_of["1"], seats_of["4"]);
    holds(&out);
    let wrong = file(&temp, "wrong.toml", &format!("{a}{}", round("group=\"a\"\n", 3)));
    let args = ["sessions", "--people", &list, "--plan", &wrong, "--seed", "s", "--out", &at(&temp, "no")];
    refused(&args, 2, "S-72");
    // Nor other sizes; where somebody is absent one table is smaller.
    let sized = |sizes: &str| format!("[[round]]\nkind=\"dialogue\"\nsizes=[{sizes}]\ngroup=\"a\"\n");
    let wrong = file(&temp, "sizes.toml", &format!("{}{a}", sized("4,4,8,8")));
    let args = ["sessions", "--people", &list, "--plan", &wrong, "--seed", "s", "--out", &at(&temp, "no")];
    refused(&args, 2, "S-112");
    holds(&plan(&temp, "same", &list, &format!("effort=1\n{0}{0}", sized("4,4,8,8")), &[]));
}

#[test]
fn words_for_groups_that_do_nothing_are_told() {
    let temp = TempDir::new().unwrap();
    let list = file(&temp, "people.csv", &people(24));
    let topics = "[topics]\nA={}\nB={}\nC={}\nD={}\n";
    let round = |kind: &str, more: &str| format!("[[round]]\nkind=\"{kind}\"\n{more}");
    let told = |plan: &str, exit: i32| {
        let plan = file(&temp, "told.toml", &format!("effort=1\n{plan}"));
        let out = at(&temp, &format!("out{}", std::fs::read_dir(temp.path()).unwrap().count()));
        let args =
            ["sessions", "--lang", "en", "--people", &list, "--plan", &plan, "--seed", "s", "--out", &out];
        let output = geloot(&args);
        assert_eq!(output.status.code(), Some(exit), "{}", text(&output.stderr));
        let said = text(&output.stderr);
        let codes = ["S-72", "S-85", "S-86", "S-87"];
        codes.into_iter().filter(|code| said.contains(&format!("[{code}]"))).collect::<Vec<_>>()
    };
    let table = |word: &str| round("dialogue", &format!("tables=4\ngroup=\"{word}\"\n"));
    assert_eq!(told(&format!("{}{}", table("a"), round("dialogue", "tables=4\n")), 0), ["S-85"]);
    assert_eq!(told(&format!("{}{}", table("a"), table("b")), 0), ["S-85"]);
    // However it is spelled it is one word.
    let out = plan(&temp, "spelled", &list, &format!("effort=1\n{}{}", table("a"), table("A ")), &[]);
    let seats_of = seats(&out);
    assert_eq!(seats_of["1"], seats_of["2"]);
    let workshop = round("workshop", "group=\"a\"\n");
    assert_eq!(told(&format!("{topics}{}{workshop}", table("a")), 2), ["S-86"]);
    let plenary = round("plenary", "group=\"a\"\ntables=3\n");
    assert_eq!(told(&format!("{}{}{plenary}", table("a"), table("a")), 0), ["S-87"]);
}

#[test]
fn whoever_sits_alone_is_told_and_a_rule_gives_company() {
    let temp = TempDir::new().unwrap();
    let odd = file(&temp, "odd.csv", &people(25));
    let args = ["sessions", "--people", &odd, "--size", "2", "--rounds", "2", "--seed", "s"];
    let output = geloot(&[&args[..], &["--lang", "en", "--out", &at(&temp, "pairs")]].concat());
    assert!(output.status.success());
    let said = text(&output.stderr);
    assert!(said.matches("[S-73]").count() == 1 && said.contains("in rounds 1 and 2"), "{said}");
    // Four of 24 speak Frisian: alone at four tables by a rule to mix, in twos or more by a rule for company.
    let list = file(&temp, "people.csv", &people(24));
    let mix = "effort=1\nmix=[\"gender\",\"language\"]\n[[round]]\nkind=\"dialogue\"\ntables=4\ncount=3\n";
    let company = "[[company]]\nfeature=\"language\"\nleast=2\n";
    let speak = |n: usize| n.is_multiple_of(6);
    let fewest = |out: &str| -> usize {
        let of_round = |tables: &BTreeMap<String, String>| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for (code, table) in tables.iter().filter(|(code, _)| speak(code.parse().unwrap())) {
                let _ = code;
                *counts.entry(table).or_default() += 1;
            }
            counts.into_values().min().unwrap()
        };
        seats(out).values().map(of_round).min().unwrap()
    };
    assert_eq!(fewest(&plan(&temp, "mixed", &list, mix, &[])), 1);
    let kept = plan(&temp, "kept", &list, &format!("{mix}{company}"), &[]);
    assert!(fewest(&kept) >= 2);
    holds(&kept);
    // A value that only one person has cannot have company; that is said, and the others are seated by the rule.
    let one = file(&temp, "one.csv", &people(24).replace("001,V,Nederlands", "001,V,Drents"));
    let toml = file(&temp, "one.toml", &format!("{mix}{company}"));
    let args = ["sessions", "--people", &one, "--plan", &toml, "--seed", "s", "--out", &at(&temp, "one")];
    assert!(text(&geloot(&args).stderr).contains("[S-74]"));
}

#[test]
fn of_the_one_list_who_is_in_is_seated() {
    let temp = TempDir::new().unwrap();
    let row = |n: usize| {
        let status = ["zit erin", "ingeloot, nog geen antwoord", "reserve", "afgemeld"][n % 4];
        format!("{status};{n:03};M\r\n")
    };
    let rows: String = (0..16).map(row).collect();
    let list = file(&temp, "mensen.csv", &format!("\u{feff}status;nummer;geslacht\r\n{rows}"));
    let out = at(&temp, "avond-1");
    let args =
        ["sessions", "--people", &list, "--tables", "2", "--rounds", "1", "--seed", "s", "--out", &out];
    let output = geloot(&[&args[..], &["--lang", "nl"]].concat());
    let said = text(&output.stderr);
    assert!(output.status.success() && said.contains("[S-76]") && said.contains("[S-77]"), "{said}");
    let seated: BTreeSet<String> = seats(&out)["1"].keys().cloned().collect();
    assert_eq!(seated, (0..16).filter(|n| n % 4 < 2).map(|n| format!("{n:03}")).collect());
    // The lists to hand out are in the language of the command, and a check makes them again.
    assert!(fs::read_to_string(format!("{out}/plan.html")).unwrap().contains("Vind uw tafel"));
    assert!(fs::read_to_string(format!("{out}/cards.csv")).unwrap().starts_with("code,rol,ronde,"));
    holds(&out);
    // Nobody is seated by a word that is not known, and a list in which nobody is in is no list to seat.
    let wrong = file(&temp, "wrong.csv", "status,nummer\nin,1\nmisschien,2\n");
    let args = ["sessions", "--people", &wrong, "--tables", "1", "--seed", "s", "--out", &at(&temp, "no")];
    let said = refused(&args, 2, "S-75");
    assert!(said.contains("row 3"), "{said}");
    let nobody = file(&temp, "nobody.csv", "status,nummer\nreserve,1\nreserve,2\n");
    refused(
        &["sessions", "--people", &nobody, "--tables", "1", "--seed", "s", "--out", &at(&temp, "no")],
        2,
        "S-78",
    );
    // Zeros that a spreadsheet dropped are named as such; so are the words of rules in both languages.
    let rules = file(&temp, "rules.csv", "regel;persoon;met\nuit elkaar;0;1\nnaast;000;001\n");
    let args = ["sessions", "--people", &list, "--tables", "2", "--seed", "s", "--constraints", &rules];
    let said = refused(&[&args[..], &["--out", &at(&temp, "no"), "--lang", "en"]].concat(), 2, "S-05");
    assert!(
        said.contains("dropped the zeros") && said.contains("uit elkaar") && said.contains("fixed"),
        "{said}"
    );
}

#[test]
fn another_name_among_the_staff_moves_nobody_and_changes_stay_with_their_evening() {
    let temp = TempDir::new().unwrap();
    let list = file(&temp, "people.csv", &people(24));
    let staff = file(&temp, "staff.csv", "name,role\nAnna,facilitator\nBert,facilitator\nCor,facilitator\n");
    let rounds = "mix=[\"gender\"]\n[[round]]\nkind=\"dialogue\"\ntables=3\ncount=3\n";
    let out = plan(&temp, "evening-1", &list, rounds, &["--staff", &staff]);
    let before = seats(&out);
    // Bert falls ill for rounds 2 and 3, and Dirk comes.
    let ill = file(&temp, "ill.csv", "name,role\nAnna,facilitator\nCor,facilitator\nDirk,facilitator\n");
    let answer = json(&["sessions", "reseat", &out, "--round", "2,3", "--staff", &ill]);
    let (first, last) = (format!("{out}/changes/1"), format!("{out}/changes/2"));
    assert_eq!(answer["folder"], last.as_str());
    assert_eq!(seats(&last), before, "nobody moved");
    for step in [&answer["earlier_rounds"][0], &answer] {
        let hosts = step["hosts"].as_array().unwrap();
        assert_eq!(hosts.len(), 1, "{step}");
        assert_eq!((hosts[0]["before"].as_str(), hosts[0]["now"].as_str()), (Some("Bert"), Some("Dirk")));
    }
    let tables = fs::read_to_string(format!("{last}/tables.csv")).unwrap();
    let hosts = |round: &str| -> BTreeSet<String> {
        let rows = tables.lines().filter(|line| line.starts_with(&format!("{round},")));
        rows.map(|line| line.split(',').nth(4).unwrap().to_owned()).collect()
    };
    assert!(hosts("1").contains("Bert") && !hosts("1").contains("Dirk"));
    assert!(!hosts("2").contains("Bert") && hosts("3").contains("Dirk"));
    // Each is checked from the one before it, which is found.
    holds(&out);
    holds(&first);
    holds(&last);
    // Who met is told by the last change; names stay out of the folder that is handed on.
    let (met, next) = (format!("{out}/seatplan.csv"), at(&temp, "evening-2"));
    let args = ["sessions", "--lang", "en", "--people", &list, "--size", "6", "--rounds", "1", "--seed", "s"];
    let output = geloot(&[&args[..], &["--met", &met, "--out", &next]].concat());
    let said = text(&output.stderr);
    assert!(said.contains("[S-110]") && said.contains("changes/2/seatplan.csv"), "{said}");
    let (met, next) = (format!("{last}/seatplan.csv"), at(&temp, "evening-3"));
    let output = geloot(&[&args[..], &["--met", &met, "--out", &next]].concat());
    assert!(output.status.success() && !text(&output.stderr).contains("[S-110]"));
    let names = ["sessions", "names", &out, "--people", &list, "--names", "gender", "--out"];
    refused(&[&names[..], &[&format!("{out}/names")]].concat(), 2, "S-111");
    // The next change goes on from the last one; a folder of one's own is for one round.
    let somebody = before["1"].keys().next().unwrap();
    let answer = json(&["sessions", "reseat", &out, "--round", "1", "--absent", somebody]);
    assert_eq!(answer["folder"], format!("{out}/changes/3"));
    let args = ["sessions", "reseat", &out, "--round", "1,2", "--absent", somebody, "--out", &at(&temp, "x")];
    refused(&args, 2, "S-79");
    // Changed staff in the record is found out.
    let seed = format!("{first}/seed.json");
    fs::write(&seed, fs::read_to_string(&seed).unwrap().replace("Dirk", "Door")).unwrap();
    let answer: Value =
        serde_json::from_slice(&geloot(&["sessions", "check", &first, "--json"]).stdout).unwrap();
    assert!(answer["claims"].as_array().unwrap().iter().any(|claim| claim["holds"] == false), "{answer}");
}

/// Cards and lists show who sits where, and the number under which somebody registered is on none of them.
#[test]
fn people_of_the_one_list_go_by_their_codes() {
    let temp = TempDir::new().unwrap();
    let pool: String = (0..24).map(|n| format!("{:03},{}\n", n * 7 + 1, ["f", "m"][n % 2])).collect();
    let pool = file(&temp, "pool.csv", &format!("aanmeldnummer,sex\n{pool}"));
    let quotas = file(&temp, "quotas.csv", "feature,value,min,max\nsex,f,6,6\nsex,m,6,6\n");
    let (dir, list) = (at(&temp, "lot"), at(&temp, "in.csv"));
    done(&[&lottery(&pool, &quotas, "12", &dir)[..], &["--tickets", "100"]].concat());
    done(&["draw", &dir, "--seed", "appel"]);
    done(&["people", &dir, "--only", "in", "--out", &list, "--lang", "nl"]);
    let mut reader = csv::Reader::from_path(&list).unwrap();
    let heads = reader.headers().unwrap().clone();
    let at_of = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let of = |row: &csv::StringRecord, name: &str| row[at_of(name)].to_owned();
    let pair = |row: csv::Result<csv::StringRecord>| {
        let row = row.unwrap();
        (of(&row, "aanmeldnummer"), of(&row, "lotcode"))
    };
    let people: Vec<(String, String)> = reader.records().map(pair).collect();
    // Rules about people may still name them as the office does.
    let (one, other) = (&people[0], &people[1]);
    let rules = file(&temp, "rules.csv", &format!("rule,person,with\napart,{},{}\n", one.0, other.0));
    let plan = at(&temp, "plan");
    let args =
        ["sessions", "--people", &list, "--tables", "3", "--rounds", "2", "--seed", "s", "--lang", "en"];
    let output = geloot(&[&args[..], &["--constraints", &rules, "--out", &plan]].concat());
    let said = text(&output.stderr);
    assert!(
        output.status.success() && said.contains("column \"lotcode\"") && said.contains("[P-11]"),
        "{said}"
    );
    let cards = fs::read_to_string(format!("{plan}/cards.csv")).unwrap();
    for (number, code) in &people {
        assert!(cards.contains(code.as_str()) && !cards.contains(&format!("\n{number},")), "{cards}");
    }
    holds(&plan);
    let apart = |round: &BTreeMap<String, String>| round[&one.1] != round[&other.1];
    assert!(seats(&plan).values().all(apart));
    // Whoever wants their own numbers says so.
    let own = at(&temp, "own");
    done(&[&args[..], &["--id-column", "aanmeldnummer", "--out", &own]].concat());
    assert!(fs::read_to_string(format!("{own}/cards.csv")).unwrap().contains(&format!("\n{},", one.0)));
}

#[test]
fn names_stand_on_files_that_say_so_and_never_in_a_record() {
    let temp = TempDir::new().unwrap();
    let mut pool = "id,voornaam,achternaam,e-mail,sex\n".to_owned();
    for n in 0..24 {
        pool.push_str(&format!(
            "{n:02},Naam{n:02},van <Lang> {n},p{n}@voorbeeld.invalid,{}\n",
            ["f", "m"][n % 2]
        ));
    }
    let pool = file(&temp, "pool.csv", &pool);
    let quotas = file(&temp, "quotas.csv", "feature,value,min,max\nsex,f,6,6\nsex,m,6,6\n");
    let dir = at(&temp, "lot");
    done(&[&lottery(&pool, &quotas, "12", &dir)[..], &["--tickets", "100"]].concat());
    done(&["draw", &dir, "--seed", "appel"]);
    let plan = format!("{dir}/sessions/avond-1");
    let panel = format!("{dir}/panel.csv");
    let args =
        ["sessions", "--people", &panel, "--tables", "3", "--rounds", "2", "--mix", "sex", "--seed", "s"];
    done(&[&args[..], &["--out", &plan, "--lang", "nl"]].concat());
    let out = at(&temp, "papier");
    let names =
        ["sessions", "names", &plan, "--people", &pool, "--names", "voornaam,achternaam", "--lang", "nl"];
    done(&[&names[..], &["--rooms-csv", "zoom", "--out", &out]].concat());
    let read = |name: &str| fs::read_to_string(format!("{out}/{name}")).unwrap();
    let page = read("persoonlijk-plan.html");
    assert!(page.contains("Persoonsgegevens: niet openbaar maken") && page.contains("van &lt;Lang&gt;"));
    assert!(read("persoonlijk-cards.csv").starts_with("naam,code,rol,"));
    assert_eq!(read("persoonlijk-wall.csv").lines().count(), 13);
    let rooms = read("persoonlijk-kamers-ronde-1.csv");
    assert!(
        rooms.starts_with("Pre-assign Room Name,Email Address\n") && rooms.lines().count() == 13,
        "{rooms}"
    );
    assert!(rooms.contains("Tafel 1,p"), "{rooms}");
    // Whoever is not the only one of a name has the code beside it.
    let twins = at(&temp, "twins");
    let args =
        ["sessions", "names", &plan, "--people", &pool, "--names", "sex", "--lang", "nl", "--out", &twins];
    done(&args);
    let wall = fs::read_to_string(format!("{twins}/persoonlijk-wall.csv")).unwrap();
    assert!(wall.lines().skip(1).all(|line| line.starts_with("f (") || line.starts_with("m (")), "{wall}");
    // The groups of BigBlueButton hold everybody once.
    let other = at(&temp, "bbb");
    done(&[&names[..], &["--rooms-csv", "bigbluebutton", "--out", &other]].concat());
    let groups: Value = serde_json::from_str(
        &fs::read_to_string(format!("{other}/persoonlijk-kamers-ronde-2.json")).unwrap(),
    )
    .unwrap();
    let people: usize =
        groups.as_array().unwrap().iter().map(|g| g["roster"].as_array().unwrap().len()).sum();
    assert_eq!((groups.as_array().unwrap().len(), people), (3, 12));
    // Never in a record, and the plan itself has no name.
    for place in ["public/x", "sessions/x", "sealed/x"] {
        refused(&[&names[..], &["--out", &format!("{dir}/{place}")]].concat(), 2, "F-13");
    }
    for entry in fs::read_dir(&plan).unwrap() {
        let path = entry.unwrap().path();
        assert!(path.is_dir() || !fs::read_to_string(&path).unwrap().contains("Naam"), "{path:?}");
    }
    done(&["verify", &dir]);
}
