//! Households, exclusions and people already in: from the files to the record and its check.

use crate::run::{geloot, json_of, text};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Sixty people of two genders and three villages; the first twenty live two by two.
struct Town {
    folder: TempDir,
}

impl Town {
    fn new() -> Self {
        let town = Self { folder: tempfile::tempdir().unwrap() };
        town.write("pool.csv", &town.pool());
        town.write(
            "quotas.csv",
            "feature,value,min,max\ngeslacht,man,5,7\ngeslacht,vrouw,5,7\nkern,Baarlo,3,5\nkern,Helden,3,5\nkern,Meijel,3,5\n",
        );
        town
    }

    fn pool(&self) -> String {
        let mut pool = "id,geslacht,kern,postcode,huisnummer,toevoeging,naam\n".to_owned();
        for n in 0..60 {
            let gender = ["man", "vrouw"][n % 2];
            let village = ["Baarlo", "Helden", "Meijel"][n / 20];
            // Two spellings of each shared address.
            let home = if n < 20 { n / 2 } else { n };
            let address = match n % 2 {
                0 => format!("59{:02} AB,{},A", home % 50, home + 1),
                _ => format!("59{:02}ab,{}-a,", home % 50, home + 1),
            };
            pool.push_str(&format!("p{n:02},{gender},{village},{address},Naam{n:02}\n"));
        }
        pool
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.folder.path().join(name), text).unwrap();
        self.at(name)
    }

    fn args(&self, command: &str, more: &[&str]) -> Vec<String> {
        let (pool, quotas) = (self.at("pool.csv"), self.at("quotas.csv"));
        let base = [command, "--pool", &pool, "--quotas", &quotas, "--seats", "12"];
        base.iter().chain(more).map(|&a| a.to_owned()).collect()
    }

    fn run(&self, command: &str, more: &[&str], exit: i32) -> Value {
        let args = self.args(command, more);
        json_of(&args.iter().map(String::as_str).collect::<Vec<_>>(), exit)
    }
}

const HOUSEHOLD: [&str; 2] = ["--household", "postcode,huisnummer,toevoeging"];

fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |r: csv::StringRecord| header.iter().cloned().zip(r.iter().map(str::to_owned)).collect();
    reader.records().map(|r| row(r.unwrap())).collect()
}

/// All claims of a record: title to outcome.
fn claims(folder: &str) -> BTreeMap<u64, String> {
    let found: Value = serde_json::from_slice(&geloot(&["verify", folder, "--json"]).stdout).unwrap();
    let claims = found["claims"].as_array().unwrap();
    claims
        .iter()
        .enumerate()
        .map(|(i, c)| (i as u64 + 1, c["outcome"].as_str().unwrap_or_default().to_owned()))
        .collect()
}

#[test]
fn no_ticket_seats_two_of_one_address() {
    let town = Town::new();
    let out = town.at("lottery");
    town.run("lottery", &[&HOUSEHOLD[..], &["--out", &out]].concat(), 0);
    let public = PathBuf::from(&out).join("public");
    let profiles = table(&public.join("profiles.csv"));
    let homes: Vec<&str> = profiles.iter().map(|p| p["household"].as_str()).collect();
    let shared = homes.iter().filter(|h| **h != "-").count();
    assert_eq!(shared, 20, "ten homes, a man and a woman in each");
    for share in table(&public.join("lottery.csv")) {
        let mut taken: BTreeMap<&str, u32> = BTreeMap::new();
        for seat in share["panel"].split(' ') {
            let (profile, count) = seat.split_once('x').unwrap_or((seat, "1"));
            *taken.entry(homes[profile.parse::<usize>().unwrap()]).or_default() +=
                count.parse::<u32>().unwrap();
        }
        assert!(taken.iter().all(|(home, &n)| *home == "-" || n <= 1), "{taken:?}");
    }
    // No address, name or id reaches the public part.
    for entry in fs::read_dir(&public).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let text = text(&bytes).to_lowercase();
        assert!(!text.contains("naam") && !text.contains("5901") && !text.contains("p01"), "{text}");
    }
    geloot(&["draw", &out, "--seed", "appel peer banaan"]);
    let panel = table(&PathBuf::from(&out).join("panel.csv"));
    assert_eq!(panel.len(), 12);
    let mut numbers: Vec<u32> = panel
        .iter()
        .map(|p| p["id"][1..].parse().unwrap())
        .filter(|&n: &u32| n < 20)
        .map(|n| n / 2)
        .collect();
    numbers.dedup();
    assert_eq!(numbers.len(), panel.iter().filter(|p| p["id"].as_str() < "p20").count());
    let claims = claims(&out);
    assert!(claims.values().all(|o| o != "FAIL"), "{claims:?}");
    assert_eq!((claims[&17].as_str(), claims[&19].as_str()), ("PASS", "PASS"));
}

#[test]
fn two_of_an_address_when_two_may() {
    let town = Town::new();
    let check = town.run("check", &[&HOUSEHOLD[..], &["--per-household", "2"]].concat(), 0);
    // Nobody lives with more than one other person, so the rule binds nobody.
    assert_eq!(check["profiles"], json!(6));
    assert_eq!(town.run("check", &HOUSEHOLD, 0)["profiles"], json!(24));
    assert_eq!(town.run("check", &[], 0)["profiles"], json!(6));
}

#[test]
fn the_order_of_rows_decides_nothing() {
    let town = Town::new();
    let out = town.at("a");
    let first = town.run("lottery", &[&HOUSEHOLD[..], &["--out", &out]].concat(), 0);
    let mut rows: Vec<&str> = Vec::new();
    let pool = town.pool();
    rows.extend(pool.lines().skip(1));
    rows.reverse();
    let header = pool.lines().next().unwrap();
    town.write("pool.csv", &format!("{header}\n{}\n", rows.join("\n")));
    let out = town.at("b");
    let second = town.run("lottery", &[&HOUSEHOLD[..], &["--out", &out]].concat(), 0);
    assert_eq!(first["commitment"], second["commitment"]);
}

#[test]
fn whoever_is_excluded_or_in_is_not_drawn_again() {
    let town = Town::new();
    let exclude =
        town.write("out.csv", "id,grond\np30,raadslid\np31,familie van de organisator\nzz,raadslid\n");
    // Two of the first home are in the pool; one of them has a seat.
    let include = town.write("in.csv", "id\np00\np41\np43\n");
    let out = town.at("lottery");
    let more = [&HOUSEHOLD[..], &["--exclude", &exclude, "--include", &include, "--out", &out]].concat();
    let made = town.run("lottery", &more, 0);
    assert_eq!((&made["seats"], &made["people"]), (&json!(9), &json!(55)));
    let codes: Vec<&str> =
        made["faults"].as_array().unwrap().iter().filter_map(|f| f["code"].as_str()).collect();
    assert!(codes.contains(&"X-05"), "one of the excluded is not in the pool: {codes:?}");
    // p01 shares an address with p00, who is in.
    assert_eq!(made["shut_out"][0]["ids"], json!(["p01"]));
    let public = PathBuf::from(&out).join("public");
    let asked: Vec<String> = table(&public.join("asked.csv")).iter().map(|q| q["min"].clone()).collect();
    let left: Vec<String> = table(&public.join("quotas.csv"))
        .iter()
        .filter(|q| q["feature"] != "household")
        .map(|q| q["min"].clone())
        .collect();
    assert_eq!((asked, left), (to_strings(&[5, 5, 3, 3, 3]), to_strings(&[4, 3, 2, 3, 1])));
    // Whoever is not in the pool is excluded from nothing.
    assert_eq!(table(&public.join("excluded.csv")).len(), 2);
    assert_eq!((&made["settled"]["excluded"], &made["settled"]["not_found"]), (&json!(2), &json!(1)));
    geloot(&["draw", &out, "--seed", "appel peer banaan"]);
    let panel = table(&PathBuf::from(&out).join("panel.csv"));
    assert_eq!(panel.len(), 9);
    let ids: Vec<&str> = panel.iter().map(|p| p["id"].as_str()).collect();
    assert!(["p00", "p01", "p30", "p31", "p41", "p43"].iter().all(|id| !ids.contains(id)), "{ids:?}");
    let claims = claims(&out);
    assert!(claims.values().all(|o| o != "FAIL"), "{claims:?}");
    assert_eq!((claims[&17].as_str(), claims[&19].as_str()), ("PASS", "PASS"));
}

fn to_strings(numbers: &[u32]) -> Vec<String> {
    numbers.iter().map(u32::to_string).collect()
}

#[test]
fn a_second_draw_from_what_remained() {
    let town = Town::new();
    let out = town.at("first");
    town.run("select", &["--seed", "een", "--out", &out], 0);
    let panel = table(&PathBuf::from(&out).join("panel.csv"));
    // Four of the twelve do not come; the others have their seats. The pool is what remained.
    let mut writer = csv::Writer::from_path(town.at("in.csv")).unwrap();
    writer.write_record(["id", "geslacht", "kern"]).unwrap();
    for person in &panel[..8] {
        writer.write_record([&person["id"], &person["geslacht"], &person["kern"]]).unwrap();
    }
    writer.flush().unwrap();
    fs::copy(PathBuf::from(&out).join("remaining.csv"), town.at("pool.csv")).unwrap();
    let (again, include) = (town.at("second"), town.at("in.csv"));
    let made = town.run("select", &["--seed", "twee", "--include", &include, "--out", &again], 0);
    assert_eq!(made["seats"], json!(4));
    let second = table(&PathBuf::from(&again).join("panel.csv"));
    let all: Vec<&BTreeMap<String, String>> = panel[..8].iter().chain(&second).collect();
    assert_eq!(all.len(), 12);
    for (feature, value, min, max) in [
        ("geslacht", "man", 5, 7),
        ("geslacht", "vrouw", 5, 7),
        ("kern", "Baarlo", 3, 5),
        ("kern", "Meijel", 3, 5),
    ] {
        let count = all.iter().filter(|p| p[feature] == value).count();
        assert!((min..=max).contains(&count), "{value}: {count}");
    }
}

#[test]
fn what_is_wrong_with_the_lists_is_said() {
    let town = Town::new();
    let refused = |more: &[&str], exit: i32, code: &str| {
        let args = town.args("check", more);
        let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(exit), "{code}: {said}");
        assert!(said.contains(&format!("[{code}]")), "{code}: {said}");
        // Rows only: no address, name or id.
        for personal in ["Naam", "5901", "p01", "p00"] {
            assert!(!said.contains(personal), "{code}: {said}");
        }
        said
    };
    let list = |text: &str| town.write("list.csv", text);
    refused(&["--household", "postcod"], 2, "H-01");
    refused(&["--exclude", &list("id\np00\n")], 2, "X-03");
    refused(&["--exclude", &list("id,ground\np00,\n")], 2, "X-04");
    refused(&["--exclude", &list("wie,ground\np00,x\n")], 2, "X-02");
    // A heading of the pool that is not its id, and could be: to rename it could name other people. One that many share cannot.
    let said = refused(&["--exclude", &list("naam,ground\np00,x\n")], 2, "X-02");
    assert!(
        said.contains("The column \"naam\" is in the pool too") && said.contains("--id-column"),
        "{said}"
    );
    let said = refused(&["--exclude", &list("kern,ground\np00,x\n")], 2, "X-02");
    assert!(!said.contains("--id-column \"kern\""), "{said}");
    refused(&["--exclude", &list("id,ground\nq00,x\n")], 0, "X-05");
    refused(&["--exclude", &list("id,ground\n,x\n")], 2, "P-07");
    refused(&["--include", &list("id\nq00\n")], 2, "X-06");
    refused(&["--include", &list("id,geslacht,kern\np00,vrouw,Baarlo\n")], 2, "X-08");
    let both = town.write("both.csv", "id,ground\np00,x\n");
    let said = refused(&["--include", &list("id\np00\n"), "--exclude", &both], 2, "X-07");
    assert!(!said.contains("X-06"), "who is on both lists is in the pool: {said}");
    // Also somebody on both lists who is not in the pool any more.
    let gone = list("id,geslacht,kern\nq00,vrouw,Baarlo\n");
    let both = town.write("both.csv", "id,ground\nq00,x\n");
    refused(&["--include", &gone, "--exclude", &both], 2, "X-07");
    let twelve: String = (20..32).map(|n| format!("p{n}\n")).collect();
    refused(&["--include", &list(&format!("id\n{twelve}"))], 1, "X-10");
    let six: String = (40..46).map(|n| format!("p{n}\n")).collect();
    refused(&["--include", &list(&format!("id\n{six}"))], 1, "X-11");
    let from_outside = list("id,geslacht,kern\nq00,vrouw,Baarlo\n");
    refused(&[&HOUSEHOLD[..], &["--include", &from_outside]].concat(), 0, "X-09");
    let said = refused(&HOUSEHOLD, 0, "H-04");
    assert!(said.contains("these people share 10 addresses"), "{said}");
    let pool = town.pool();
    town.write("pool.csv", &pool.replacen("5900 AB,1,A", "5900 AB,1,AB", 1));
    assert!(refused(&HOUSEHOLD, 0, "H-06").contains("rows 2 and 3"));
    town.write("pool.csv", &pool.replacen("5900 AB,1,A", ",,", 1));
    assert!(refused(&HOUSEHOLD, 0, "H-03").contains("row 2"));
    town.write("pool.csv", &pool.replace("59", "").replace("id,geslacht", "geslacht,id"));
    let mut crowded = String::new();
    for (i, line) in pool.lines().enumerate() {
        let mut cells: Vec<&str> = line.split(',').collect();
        if i > 0 && i < 8 {
            (cells[3], cells[4], cells[5]) = ("5999XX", "1", "");
        }
        crowded.push_str(&(cells.join(",") + "\n"));
    }
    town.write("pool.csv", &crowded);
    refused(&HOUSEHOLD, 0, "H-05");
    let blank: String = pool
        .lines()
        .enumerate()
        .map(|(i, line)| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if i > 0 {
                (cells[3], cells[4], cells[5]) = ("", "", "");
            }
            cells.join(",") + "\n"
        })
        .collect();
    town.write("pool.csv", &blank);
    refused(&HOUSEHOLD, 0, "H-02");
    let without = pool.replacen("id,", "x,", 1);
    town.write("pool.csv", &without);
    refused(&["--exclude", &list("id,ground\np00,x\n")], 2, "X-01");
}

/// 85 electors and 15 people without a vote in one panel, from the scenario `twee-kaders-85-15`: drawn under a
/// household rule, and filled up from what remained after some did not come.
#[test]
fn two_frames_with_fixed_seats() {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios/twee-kaders-85-15");
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (pool, quotas) = (scenario.join("pool.csv"), scenario.join("quotas.csv"));
    let quotas = quotas.to_string_lossy().into_owned();
    let everybody = table(&pool);
    // The appointed: two aldermen who volunteered may not be drawn.
    let excluded: Vec<&str> = everybody[..2].iter().map(|p| p["nummer"].as_str()).collect();
    fs::write(
        at("exclude.csv"),
        format!("nummer,grond\n{},wethouder\n{},wethouder\n", excluded[0], excluded[1]),
    )
    .unwrap();
    let select = |pool: &str, seed: &str, out: &str, more: &[&str]| {
        let base =
            ["select", "--pool", pool, "--quotas", &quotas, "--seats", "100", "--seed", seed, "--out", out];
        let home = ["--household", "postcode,huisnummer"];
        json_of(&[&base[..], &home[..], more].concat(), 0)
    };
    let first = at("first");
    let made = select(&pool.to_string_lossy(), "een", &first, &["--exclude", &at("exclude.csv")]);
    assert_eq!((&made["seats"], &made["people"]), (&json!(100), &json!(746)));
    assert!(made["settled"]["household"]["addresses"].as_u64().unwrap() > 5, "{}", made["settled"]);
    let panel = table(&PathBuf::from(&first).join("panel.csv"));
    let count = |people: &[&BTreeMap<String, String>], frame: &str| {
        people.iter().filter(|p| p["kader"] == frame).count()
    };
    let drawn: Vec<&BTreeMap<String, String>> = panel.iter().collect();
    assert_eq!((count(&drawn, "kiezer"), count(&drawn, "zonder stemrecht")), (85, 15));
    let homes = |people: &[&BTreeMap<String, String>]| {
        let homes: std::collections::BTreeSet<(String, String)> =
            people.iter().map(|p| (p["postcode"].clone(), p["huisnummer"].clone())).collect();
        homes.len()
    };
    assert_eq!(homes(&drawn), 100, "nobody shares an address with another member");
    let passed = claims(&first);
    assert!(passed.values().all(|o| o != "FAIL") && passed[&19] == "PASS", "{passed:?}");

    // Every seventh does not come. The rest have their seats; the others come from what remained.
    let (gone, stay): (Vec<_>, Vec<_>) = panel.iter().enumerate().partition(|(i, _)| i % 7 == 3);
    let stay: Vec<&BTreeMap<String, String>> = stay.into_iter().map(|(_, p)| p).collect();
    let mut writer = csv::Writer::from_path(at("include.csv")).unwrap();
    let columns: Vec<&String> = stay[0].keys().collect();
    writer.write_record(&columns).unwrap();
    stay.iter().for_each(|p| writer.write_record(p.values()).unwrap());
    writer.flush().unwrap();
    let second = at("second");
    let remaining = PathBuf::from(&first).join("remaining.csv").to_string_lossy().into_owned();
    let made = select(&remaining, "twee", &second, &["--include", &at("include.csv")]);
    assert_eq!(made["seats"], json!(gone.len()));
    let added = table(&PathBuf::from(&second).join("panel.csv"));
    let all: Vec<&BTreeMap<String, String>> = stay.into_iter().chain(&added).collect();
    assert_eq!((count(&all, "kiezer"), count(&all, "zonder stemrecht"), homes(&all)), (85, 15, 100));
    let passed = claims(&second);
    assert!(passed.values().all(|o| o != "FAIL") && passed[&19] == "PASS", "{passed:?}");
}

/// Repairs are of the seats that confirmed people leave; the file with changed quotas is of the whole panel, and
/// with the same lists it is possible.
#[test]
fn repairs_take_account_of_who_is_in_and_of_homes() {
    let town = Town::new();
    // All of Baarlo's twenty live two by two; four of them are in, so that six homes of ten are left to draw from.
    let include = town.write("in.csv", "id\np00\np02\np04\np06\n");
    town.write(
        "quotas.csv",
        "feature,value,min,max\ngeslacht,man,5,7\ngeslacht,vrouw,5,7\nkern,Baarlo,11,11\nkern,Helden,0,1\nkern,Meijel,0,1\n",
    );
    let lists = [&HOUSEHOLD[..], &["--include", &include]].concat();
    // Six homes can give six people; seven are asked besides the four.
    let check = town.run("check", &lists, 1);
    assert_eq!(check["feasible"], json!(false));
    // What clashes is told in the numbers of the clerk's file.
    let args = town.args("lottery", &[&lists[..], &["--out", &town.at("none")]].concat());
    let said = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
    let said = text(&said.stderr);
    assert!(said.contains("4 people have a seat already, so 8 of 12 seats are left"), "{said}");
    assert!(said.contains("\"kern\" \"Baarlo\": at least 11 needed, 4 have a seat already"), "{said}");
    assert!(said.contains("\"kern\" \"Baarlo\": at least 10 instead of 11"), "{said}");
    // So are sums over one feature.
    let few = Town::new();
    let rows: Vec<String> = few.pool().lines().map(str::to_owned).collect();
    let helden = |row: &String| match row.starts_with("p58") || row.starts_with("p59") {
        true => row.clone(),
        false => row.replace("Meijel", "Helden"),
    };
    few.write("pool.csv", &(rows.iter().map(helden).collect::<Vec<_>>().join("\n") + "\n"));
    few.write(
        "quotas.csv",
        "feature,value,min,max\ngeslacht,man,5,7\ngeslacht,vrouw,5,7\nkern,Baarlo,3,5\nkern,Helden,3,5\nkern,Meijel,4,5\n",
    );
    let one = few.write("in.csv", "id\np58\n");
    let args = few.args("check", &["--include", &one]);
    let said = text(&geloot(&args.iter().map(String::as_str).collect::<Vec<_>>()).stderr);
    assert!(said.contains("\"kern\" \"Meijel\": 4 needed, 1 has a seat already, 1 available."), "{said}");
    assert!(said.contains("Lower this minimum to 2, or find 2 more."), "{said}");
    let out = town.at("mended.csv");
    let repair = town.run("repair", &[&lists[..], &["--apply", "1", "--out", &out]].concat(), 0);
    assert_eq!(repair["settled"]["household"]["addresses"], json!(10));
    assert_eq!(repair["seats"], json!(8));
    let mended: BTreeMap<String, String> = table(Path::new(&out))
        .into_iter()
        .map(|q| (q["value"].clone(), format!("{}-{}", q["min"], q["max"])))
        .collect();
    // Of the whole panel: ten from Baarlo, not six.
    assert_eq!(mended["Baarlo"], "10-11", "{mended:?}");
    fs::copy(&out, town.at("quotas.csv")).unwrap();
    assert_eq!(town.run("check", &lists, 0)["feasible"], json!(true));
    // More confirmed than a maximum allows: they keep their seats, so every repair raises it.
    town.write(
        "quotas.csv",
        "feature,value,min,max\ngeslacht,man,0,3\ngeslacht,vrouw,5,9\nkern,Baarlo,4,4\nkern,Helden,4,4\nkern,Meijel,4,4\n",
    );
    let args = town.args("repair", &lists);
    let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.contains("More people have a seat already than these maximums allow"), "{said}");
    assert!(said.contains("\"geslacht\" \"man\": at most 4 instead of 3"), "{said}");
    // Where there are too few homes no quotas help, and that is said, whatever else clashes.
    let full = Town::new();
    let pool: Vec<String> = full.pool().lines().take(21).map(str::to_owned).collect();
    full.write("pool.csv", &(pool.join("\n") + "\n"));
    full.write(
        "quotas.csv",
        "feature,value,min,max\ngeslacht,man,3,10\ngeslacht,vrouw,3,10\nkern,Baarlo,12,12\n",
    );
    let args = full.args("repair", &HOUSEHOLD);
    let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
    let said = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("12 seats are to be filled, and of 20 people only 10 can have one"), "{said}");
}

/// The household rule is a feature more in the record; rates stay with the values they were given for.
#[test]
fn rates_of_reserves_keep_their_values_beside_a_household_rule() {
    let town = Town::new();
    let (out, rates) = (town.at("out"), town.write("rates.csv", "feature,value,rate\nkern,Helden,60%\n"));
    let reserves = ["--seed", "een", "--out", &out, "--reserves", "4", "--rates", &rates];
    town.run("select", &[&HOUSEHOLD[..], &reserves].concat(), 0);
    let terms = fs::read_to_string(PathBuf::from(&out).join("public/draws/1/reserves.json")).unwrap();
    assert!(
        terms.contains("\"kern\"") && terms.contains("\"Helden\"") && terms.contains("600000"),
        "{terms}"
    );
    assert!(claims(&out).values().all(|outcome| outcome != "FAIL"));
}
