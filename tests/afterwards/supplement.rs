//! When no reserve is left: a new fair lottery for the seats that are empty, in one chain with the first.

use crate::draws::{copy, done, geloot};
use crate::roster::{Log, drawn, ids};
use crate::run::refused;
use geloot::bundle::{Folder, form, public, tables};
use geloot::verify::{Id, Known, Outcome, Remark, supplement, verify};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn claim(dir: &str, continues: &str) -> (String, String) {
    let output = geloot(&["verify", dir, "--continues", continues, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["claims"].as_array().unwrap().iter().find(|c| c["claim"] == 25).unwrap().clone();
    // The second program says the same; where there are no public codes it cannot tell who is who.
    if let Some(second) = crate::run::second(&[dir, "--continues", continues, "--json"]) {
        let said: Value = serde_json::from_slice(&second.stdout).unwrap();
        let about = fs::read_to_string(Path::new(dir).join("public/about.json")).unwrap();
        let unseen = about.contains("\"detail\": \"profiles\"") && said["25"] == "NOT CHECKED";
        assert!(said["25"] == found["outcome"] || unseen && found["outcome"] == "PASS", "{said} {found}");
    }
    (found["outcome"].as_str().unwrap().into(), found["text"].as_str().unwrap_or_default().into())
}

/// Draw, reserves, events, supplement, draw again, and both records checked together.
#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn the_seats_that_no_reserve_can_take_are_drawn_anew_in_one_chain() {
    let temp = TempDir::new().unwrap();
    let (dir, mut log) = (drawn(&temp), Log::new(&temp));
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let second = at("second");
    let mut panel = ids(&log.roster(&dir), "asked");
    panel.sort();
    let supplement =
        |log: &Log, out: &str| geloot(&["supplement", &dir, "--events", &log.path, "--out", out]);
    let refused = |log: &Log, code: &str| {
        let output = supplement(log, &second);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(code), "{said}");
        assert!(!Path::new(&second).exists());
    };
    panel.iter().for_each(|id| log.add(id, "confirmed", ""));
    refused(&log, "[T-21]");
    // Everybody in reserve is called and says no; five of the panel leave.
    for id in &panel[35..40] {
        log.add(id, "withdrew", "");
    }
    refused(&log, "[T-22]");
    while let Some(next) = log.roster(&dir)["next"].as_array().unwrap().first() {
        let id = next["id"].as_str().unwrap().to_owned();
        log.add(&id, "called", "");
        log.add(&id, "declined", "");
    }
    let output = supplement(&log, &second);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("geloot-commitment-1:") && said.contains("--continues"), "{said}");
    let about = fs::read_to_string(Path::new(&second).join("public/about.json")).unwrap();
    let about: Value = serde_json::from_str(&about).unwrap();
    assert_eq!((about["seats"].as_u64(), about["confirmed"]["people"].as_u64()), (Some(5), Some(45)));
    assert_eq!(about["confirmed"]["seats"], 50);
    done(&["draw", &second, "--seed", "peer", "--reserves", "4"]);
    assert_eq!(claim(&second, &dir).0, "PASS", "{}", claim(&second, &dir).1);
    done(&["verify", &second, "--continues", &dir]);
    done(&["verify", &dir]);
    // Nobody sits twice, nobody who was out comes back, and codes are the same in both.
    let column = |file: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(file).unwrap();
        text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
    };
    let new = column(&format!("{second}/public/draws/1/panel.csv"));
    let old = column(&format!("{dir}/public/draws/1/panel.csv"));
    assert_eq!(new.len(), 5);
    assert!(new.is_disjoint(&old));
    assert!(new.is_subset(&column(&format!("{dir}/public/pool.csv"))));
    assert!(new.is_disjoint(&column(&format!("{second}/public/excluded.csv"))));

    a_second_one_of_the_same_record_needs_a_reason(&temp, &dir, &second, &log);

    // Later events of the first panel do not disturb the chain; another record does.
    log.add(&panel[20], "withdrew", "");
    geloot(&["roster", &dir, "--events", &log.path, "--publish"]);
    assert_eq!(claim(&second, &dir).0, "PASS");
    let other = copy(&dir, &temp.path().join("other"));
    fs::remove_dir_all(Path::new(&other).join("public/rosters")).unwrap();
    let (found, why) = claim(&second, &other);
    assert!(found == "FAIL" && why.contains("does not hold by itself"), "{found} {why}");
    let output = geloot(&["verify", &second, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let alone = report["claims"].as_array().unwrap().iter().find(|c| c["claim"] == 25).unwrap().clone();
    assert_eq!(alone["outcome"], "NOT CHECKED");
}

fn edit(folder: &Folder, name: &str, from: &str, to: &str) -> Folder {
    let mut folder = folder.clone();
    let old = String::from_utf8(folder[name].clone()).unwrap();
    assert!(old.contains(from), "{name} has no {from:?}:\n{old}");
    folder.insert(name.into(), old.replacen(from, to, 1).into_bytes());
    folder
}

/// Makes the manifest of a folder of records fit.
fn refit(mut folder: Folder, place: &str) -> Folder {
    let inside: Vec<(String, Vec<u8>)> = geloot::bundle::files::below(&folder, place)
        .filter(|(name, _)| *name != "manifest.txt")
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect();
    let listed: Vec<(&str, &[u8])> = inside.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    let manifest = geloot::seed::Manifest::of(&listed).unwrap().to_string();
    folder.insert(format!("{place}manifest.txt"), manifest.into_bytes());
    folder
}

fn failed(folder: &Folder) -> Vec<u8> {
    verify(folder, &Known::default()).failures().into_iter().map(Id::number).collect()
}

/// What V25 says against a supplement; nothing if it passes.
fn against(folder: &Folder, earlier: &Folder) -> String {
    match supplement(folder, Some(earlier)).unwrap().outcome {
        Outcome::Fail(failure) => {
            geloot::words::claims::failure(geloot::words::catalogue::Lang::En, &failure)
        }
        Outcome::Pass => String::new(),
        other => panic!("{other:?}"),
    }
}

/// The record remembers that it was continued: nobody can shop for a supplement unseen.
fn a_second_one_of_the_same_record_needs_a_reason(temp: &TempDir, dir: &str, second: &str, log: &Log) {
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let first = copy(dir, &temp.path().join("chain").join("first"));
    let named = copy(second, &temp.path().join("chain").join("named"));
    let again = |more: &[&str]| {
        let base = ["supplement", &first, "--events", &log.path, "--out"];
        [&base[..], more].concat().into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    let run = |args: &[String]| geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
    // Another charter is another lottery; the refusal says where to go on.
    fs::write(at("charter.txt"), "Another try.\n").unwrap();
    let output = run(&again(&[&at("other"), "--charter", &at("charter.txt")]));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("[T-27]") && said.contains("named\""), "{said}");
    assert!(!Path::new(&at("other")).exists());
    // So is another list of events, even one with people whom this lottery does not know.
    let mut longer = Log::new(temp);
    longer.path = at("longer.csv");
    longer.add("nobody", "withdrew", "");
    let args = ["supplement", &first, "--events", &longer.path, "--out", &at("other")];
    crate::run::refused(&args, 2, "T-27");
    // Nobody is called from the old list any more, and it is not published further.
    let told = done(&["roster", &first, "--events", &log.path, "--quiet"]);
    assert!(told.contains("nobody is called from this list") && !told.contains("Call, one"), "{told}");
    let mut later = Log::new(temp);
    later.path = at("later.csv");
    fs::copy(&log.path, &later.path).unwrap();
    let confirmed = id_of_a_confirmed(&done(&["roster", &first, "--events", &log.path, "--json"]));
    fs::write(
        &later.path,
        fs::read_to_string(&log.path).unwrap() + &format!("2028-01-01,{confirmed},withdrew,\n"),
    )
    .unwrap();
    crate::run::refused(&["roster", &first, "--events", &later.path, "--publish"], 2, "T-31");
    // Not even the same one, as long as it is there: what was drawn from the one would not be seen in the other.
    crate::run::refused(&again(&[&at("same")]).iter().map(String::as_str).collect::<Vec<_>>(), 2, "T-27");
    // If it is lost, the very same one can be made again: an interruption costs nothing.
    let away = temp.path().join("away");
    fs::rename(&named, &away).unwrap();
    let same = run(&again(&[&at("same")]));
    assert!(String::from_utf8_lossy(&same.stderr).contains("This is a copy of it"));
    fs::rename(&away, &named).unwrap();
    assert_eq!(same.status.code(), Some(0), "{}", String::from_utf8_lossy(&same.stderr));
    let undrawn = |dir: &str| {
        let mut folder = read(dir);
        folder.retain(|name, _| {
            !name.contains("draws/") && !name.ends_with("panel.csv") && !name.contains("remaining")
        });
        folder.retain(|name, _| name != "reserves.csv" && name != "draw.json");
        folder
    };
    assert_eq!(undrawn(&at("same")), undrawn(second));
    assert!(!Path::new(&first).join("public/continued/2").exists());

    let (one, two) = (read(&first), read(&named));
    assert_eq!((failed(&one), against(&two, &one)), (vec![], String::new()));
    let facts = "public/continued/1/continued.json";
    // Changed, taken away, or put there: seen in one record or between the two.
    assert_eq!(failed(&edit(&one, facts, "\"rules\": 1", "\"rules\": 2")), [24]);
    for (from, to) in [
        ("\"rules\": 1", "\"rules\": 2"),
        ("\"because\": null", "\"because\": \"x\""),
        ("\"continued\": 1", "\"continued\": 2"),
    ] {
        assert_eq!(failed(&refit(edit(&one, facts, from, to), "public/continued/1/")), [24], "{from}");
    }
    let draw = text(&one, facts).split("\"record\": \"").nth(1).unwrap()[..64].to_owned();
    for from in [&draw, &text(&one, facts).split("\"roster\": \"").nth(1).unwrap()[..64]] {
        assert_eq!(failed(&refit(edit(&one, facts, from, &"0".repeat(64)), "public/continued/1/")), [24]);
    }
    let without = |prefix: &str| {
        let mut folder = one.clone();
        folder.retain(|name, _| !name.starts_with(prefix));
        folder
    };
    assert_eq!(failed(&without("public/rosters/")), [24]);
    assert_eq!(failed(&without("public/continued/1/manifest")), [24]);
    assert!(against(&two, &without("public/continued/")).contains("names no supplement"));
    let mut extra = one.clone();
    extra.insert("public/continued/1/names.csv".into(), b"x\n".to_vec());
    assert_eq!(failed(&extra), [4]);
    let line = text(&one, facts).split("\"supplement\": \"").nth(1).unwrap()[..64].to_owned();
    let other = refit(edit(&one, facts, &line, &"0".repeat(64)), "public/continued/1/");
    assert_eq!(failed(&other), [] as [u8; 0], "by itself it cannot tell");
    assert!(against(&two, &other).contains("another supplement"), "{}", against(&two, &other));
    let mut number = two.clone();
    let mut about: geloot::bundle::about::About = form::read_facts(&number["public/about.json"]).unwrap();
    about.continues.as_mut().unwrap().continued = None;
    number.insert("public/about.json".into(), form::facts(&about));
    assert!(against(&number, &one).contains("another number"), "{}", against(&number, &one));
    assert_eq!(against(&number, &without("public/continued/")), "", "as it was before records named them");

    // Whatever else is wrong with it is said, and not that there is nothing to check.
    for name in ["about.json", "quotas.csv"] {
        let broken = at(name);
        for (file, bytes) in edit(&two, &format!("public/{name}"), "\n", "\n\n") {
            let path = Path::new(&broken).join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        assert_eq!(geloot(&["verify", &broken, "--continues", &first]).status.code(), Some(1), "{name}");
        assert_eq!(claim(&broken, &first).0, "NOT CHECKED", "{name}");
    }

    // A mistake can be mended, for everybody to see.
    let reason = "The list of addresses was of last year.";
    let output = run(&again(&[&at("mended"), "--charter", &at("charter.txt"), "--replace-because", reason]));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let (one, three) = (read(&first), read(&at("mended")));
    assert_eq!((failed(&one), against(&three, &one)), (vec![], String::new()));
    assert!(against(&two, &one).contains("replaced this one"), "{}", against(&two, &one));
    for report in [done(&["verify", &first]), done(&["verify", &at("mended"), "--continues", &first])] {
        assert!(report.contains("last year") && report.contains("was replaced"), "{report}");
    }
    let gone = refit(
        edit(&one, "public/continued/2/continued.json", reason, "Nothing to see here."),
        "public/continued/2/",
    );
    assert_eq!(failed(&gone), [] as [u8; 0], "as with any reason");
    let mut cut = one.clone();
    cut.retain(|name, _| !name.starts_with("public/continued/1/"));
    assert_eq!(failed(&cut), [24]);
    assert!(
        supplement(&three, Some(&one)).unwrap().remarks.iter().any(|r| matches!(r, Remark::Replaced { .. }))
    );
    if let Some(second) = crate::run::second(&[&first]) {
        assert_eq!(second.status.code(), Some(0), "{}", crate::run::text(&second.stdout));
    }
    // Whoever annuls the draw below a supplement is told.
    let output = geloot(&["draw", &first, "--redraw-because", "The list was wrong."]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(0) && said.contains("annulled now"), "{said}");
    assert_eq!((failed(&read(&first)), against(&three, &read(&first)).is_empty()), (vec![], false));
    assert!(done(&["verify", &first]).contains("was annulled since"));
    let member =
        done(&["roster", &first, "--events", &put(&at("none.csv"), "date,id,event,reason\n"), "--json"]);
    let id = id_of_a_confirmed(&member);
    let gone = put(&at("gone.csv"), &format!("date,id,event,reason\n2028-01-01,{id},declined,\n"));
    crate::run::refused(&["supplement", &first, "--events", &gone, "--out", &at("z")], 2, "T-30");
}

/// The path of a file with this text.
fn put(path: &str, text: &str) -> String {
    fs::write(path, text).unwrap();
    path.to_owned()
}

fn id_of_a_confirmed(roster: &str) -> String {
    let roster: serde_json::Value = serde_json::from_str(roster).unwrap();
    let of = |status: &str| {
        roster["people"].as_array().unwrap().iter().find(|person| person["status"] == status).cloned()
    };
    of("confirmed").or_else(|| of("asked")).unwrap()["id"].as_str().unwrap().to_owned()
}

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder[name].clone()).unwrap()
}

/// Where a reserve's turn would break quotas that a supplement could keep, the clerk chooses, on record.
#[test]
fn reserves_who_would_break_quotas_can_be_passed_over_on_record() {
    let temp = TempDir::new().unwrap();
    let (dir, mut log) = (drawn(&temp), Log::new(&temp));
    let start = log.roster(&dir);
    let rows = |file: &str| -> Vec<csv::StringRecord> {
        let bytes = fs::read(Path::new(&dir).join(file)).unwrap();
        csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&bytes[..])
            .records()
            .map(Result::unwrap)
            .collect()
    };
    let (panel, reserves) = (rows("panel.csv"), rows("reserves.csv"));
    let column = |rows: &[csv::StringRecord], name: &str| rows[0].iter().position(|h| h == name).unwrap();
    let of_value = |rows: &[csv::StringRecord], feature: &str, value: &str| -> Vec<String> {
        let (f, id) = (column(rows, feature), column(rows, "nummer"));
        rows[1..].iter().filter(|row| row[f] == *value).map(|row| row[id].to_owned()).collect()
    };
    let out = temp.path().join("second").to_string_lossy().into_owned();
    let events = log.path.clone();
    let args = ["supplement", &dir, "--events", &events, "--out", &out];
    let pass = [&args[..], &["--pass-over-reserves", "The quota was promised to the village."]].concat();
    // Somebody leaves a value with nobody to spare, and somebody in reserve fits: it is their turn.
    let quotas = start["quotas"].as_array().unwrap().iter();
    let tight = quotas.filter(|q| {
        let of = |key: &str| q[key].as_u64().unwrap();
        of("min") == of("if_all_say_yes") && of("reserves") > 0 && of("min") > 2
    });
    let word = |q: &serde_json::Value, key: &str| q[key].as_str().unwrap().to_owned();
    let leaving = tight.flat_map(|q| {
        let (feature, value) = (word(q, "feature"), word(q, "value"));
        of_value(&panel, &feature, &value).into_iter().map(move |id| (feature.clone(), value.clone(), id))
    });
    let (feature, value, _) = leaving
        .into_iter()
        .find(|(_, _, id)| {
            log = Log::new(&temp);
            log.add(id, "withdrew", "");
            !refused(&args, 2, "T-22").contains("--pass-over-reserves")
        })
        .expect("somebody whose place a reserve can take within the quotas");
    refused(&pass, 2, "T-29");
    for id in of_value(&reserves, &feature, &value) {
        log.add(&id, "declined", "");
    }
    let state = text_of(&["roster", &dir, "--events", &events]);
    assert!(state.contains("you may ask whether a supplement"), "{state}");
    let said = refused(&args, 2, "T-22");
    assert!(said.contains("--pass-over-reserves") && said.contains("at least"), "{said}");
    assert!(said.contains(&format!("\"{feature}\" \"{value}\"")), "{said}");
    done(&pass);
    let report = done(&["verify", &out, "--continues", &dir]);
    assert!(report.contains("promised to the village"), "{report}");
    let (one, two) = (read(&dir), read(&out));
    let said = |change: &dyn Fn(&mut geloot::bundle::about::Continues)| {
        let mut about: geloot::bundle::about::About = form::read_facts(&two["public/about.json"]).unwrap();
        change(about.continues.as_mut().unwrap());
        let mut folder = two.clone();
        folder.insert("public/about.json".into(), form::facts(&about));
        against(&folder, &one)
    };
    assert_eq!(said(&|_| ()), "");
    assert!(said(&|continues| continues.passed_over = None).contains("no reason is given"));
    // Nobody becomes somebody else on the way, in the pool or with a seat; and the household rule stays.
    for file in ["public/confirmed.csv", "public/pool.csv"] {
        let line = text(&two, file).lines().find(|line| line.contains(",man,")).unwrap().to_owned();
        let forged = edit(&two, file, &line, &line.replace(",man,", ",vrouw,"));
        let said = match file {
            // The profile of somebody in the pool must exist, or the file cannot be read at all.
            "public/pool.csv" => {
                let rows = text(&two, file);
                let others = rows
                    .lines()
                    .filter(|line| line.contains(",man,"))
                    .map(|line| edit(&two, file, line, &line.replace(",man,", ",vrouw,")));
                others
                    .filter(|folder| geloot::bundle::Public::read(folder).is_ok())
                    .map(|f| against(&f, &one))
                    .next()
            }
            _ => Some(against(&forged, &one)),
        };
        assert!(said.as_ref().unwrap().contains("other features"), "{file}: {said:?}");
    }
    let mut about: geloot::bundle::about::About = form::read_facts(&two["public/about.json"]).unwrap();
    let rule =
        geloot::bundle::household::Household { columns: vec!["x".into()], feature: "h".into(), per: 1 };
    about.household = Some(rule);
    let mut folder = two.clone();
    folder.insert("public/about.json".into(), form::facts(&about));
    assert!(against(&folder, &one).contains("household rule is another"), "{}", against(&folder, &one));
    // Nobody is put down as having done what they did not do, and the lottery has the same aim.
    let forged = edit(&two, "public/excluded.csv", ",withdrew", ",no-show");
    assert!(against(&forged, &one).contains("another ground"), "{}", against(&forged, &one));
    let forged = edit(&two, "public/about.json", "\"leximin\"", "\"maximin\"");
    assert!(against(&forged, &one).contains("other chances"), "{}", against(&forged, &one));
}

fn text_of(args: &[&str]) -> String {
    crate::run::text(&geloot(args).stdout)
}

/// Flexible bounds that forbid every repair are said, and can be gone beyond.
#[test]
fn bounds_that_forbid_every_repair_of_a_supplement_can_be_gone_beyond() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let people = (0..20).map(|i| format!("{i},{}\n", if i < 2 { "woman" } else { "man" }));
    fs::write(at("pool.csv"), "id,gender\n".to_owned() + &people.collect::<String>()).unwrap();
    let quotas = "feature,value,min,max,min_flex,max_flex\ngender,woman,2,2,2,2\ngender,man,2,2,2,2\n";
    fs::write(at("quotas.csv"), quotas).unwrap();
    let (pool, quotas, first, second) = (at("pool.csv"), at("quotas.csv"), at("first"), at("second"));
    done(&[&crate::run::lottery(&pool, &quotas, "4", &first)[..], &["--tickets", "1000"]].concat());
    done(&["draw", &first, "--seed", "appel"]);
    let mut log = Log::new(&temp);
    log.add("0", "withdrew", "");
    let base = ["supplement", &first, "--events", &log.path, "--out", &second];
    let said = refused(&base, 1, "T-23");
    assert!(said.contains("--beyond-flex") && said.contains("--quotas FILE"), "{said}");
    let said = refused(&[&base[..], &["--beyond-flex"]].concat(), 1, "T-23");
    assert!(said.contains("--repair 1") && said.contains("at least 1 instead of 2"), "{said}");
    let both = ["--beyond-flex", "--repair", "1", "--quotas", &quotas];
    assert!(refused(&[&base[..], &both].concat(), 2, "T-24").contains("only one of the two"));
    let said = done(&[&base[..], &["--beyond-flex", "--repair", "1"]].concat());
    assert!(said.contains("(1 less)") && said.contains("(1 more)"), "{said}");
    let report = done(&["verify", &second, "--continues", &first]);
    assert!(report.contains("(1 less)") && report.contains("is not checked here"), "{report}");
}

/// Where the public part shows profiles and no codes, whoever has the sealed parts can check a supplement.
#[test]
fn a_supplement_without_public_codes_is_checked_with_the_sealed_parts() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let people = (0..30).map(|i| format!("{i},{},{}\n", ["woman", "man"][i % 2], i / 2 * 2));
    fs::write(at("pool.csv"), "id,gender,home\n".to_owned() + &people.collect::<String>()).unwrap();
    fs::write(at("quotas.csv"), "feature,value,min,max\ngender,woman,2,3\ngender,man,2,3\n").unwrap();
    let (pool, quotas, first, second) = (at("pool.csv"), at("quotas.csv"), at("first"), at("second"));
    let detail = ["--tickets", "1000", "--public-detail", "profiles", "--household", "home"];
    done(&[&crate::run::lottery(&pool, &quotas, "5", &first)[..], &detail].concat());
    done(&["draw", &first, "--seed", "appel"]);
    let mut log = Log::new(&temp);
    let gone = id_of_a_confirmed(&log.roster(&first).to_string());
    log.add(&gone, "withdrew", "");
    done(&["supplement", &first, "--events", &log.path, "--out", &second]);
    // Whoever made it knew the words of the first draw. Where that lies elsewhere, whoever holds both sees it.
    crate::run::refused(&["draw", &second, "--seed", "Appel"], 2, "D-30");
    fs::create_dir(at("away")).unwrap();
    let away = copy(&second, &temp.path().join("away/second"));
    done(&["draw", &away, "--seed", "appel"]);
    let (found, why) = claim(&away, &first);
    assert!(found == "FAIL" && why.contains("everybody knew"), "{found} {why}");
    done(&["draw", &second, "--seed", "peer"]);
    assert_eq!(claim(&second, &first).0, "PASS", "{}", claim(&second, &first).1);
    // An event that was put down before is no event of the new list.
    crate::run::refused(&["roster", &second, "--events", &log.path], 2, "T-15");
    let (one, two) = (read(&first), read(&second));
    let public = |folder: &Folder| {
        let mut folder = folder.clone();
        folder.retain(|name, _| name.starts_with("public/"));
        folder
    };
    for (folder, earlier) in [(public(&two), one.clone()), (two.clone(), public(&one))] {
        let claim = supplement(&folder, Some(&earlier)).unwrap();
        assert!(matches!(claim.outcome, Outcome::NotChecked(_)), "{:?}", claim.outcome);
    }
    // What can be told without knowing who is who is held against the record before all the same.
    let confirmed = text(&two, "public/confirmed.csv");
    let gone = confirmed.lines().nth(2).unwrap().to_owned() + "\n";
    let gender = confirmed.lines().nth(1).unwrap();
    let other = match gender.contains(",woman,") {
        true => gender.replace(",woman,", ",man,"),
        false => gender.replace(",man,", ",woman,"),
    };
    let (facts, seated, out) = ("public/about.json", "public/confirmed.csv", "public/excluded.csv");
    for (name, from, to, said) in [
        (out, ",withdrew", ",no-show", "on the same grounds"),
        (facts, "\"leximin\"", "\"maximin\"", "other chances"),
        (facts, "\"per\": 1", "\"per\": 2", "household rule is another"),
        (seated, gone.as_str(), "", "as many with the same features"),
        (seated, gender, other.as_str(), "as many with the same features"),
    ] {
        let forged = edit(&public(&two), name, from, to);
        assert!(
            against(&forged, &public(&one)).contains(said),
            "{said}: {}",
            against(&forged, &public(&one))
        );
    }
    assert!(against(&public(&two), &public(&two)).contains("does not"), "another record");
    // Somebody with a seat has another home all of a sudden.
    let line = confirmed.lines().nth(1).unwrap();
    let forged = edit(&two, "public/confirmed.csv", line, &format!("{},-", line.rsplit_once(',').unwrap().0));
    assert!(against(&forged, &one).contains("another home"), "{}", against(&forged, &one));
}

/// Seats are drawn anew twice, by another objective and under a household rule: whoever is in since the first
/// draw still counts for quotas and homes in the third.
#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn a_second_supplement_goes_on_from_the_first() {
    let temp = TempDir::new().unwrap();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios/peel-en-maas");
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let (pool, quotas) = (scenario.join("pool.csv"), scenario.join("quotas.csv"));
    let (pool, quotas) = (pool.to_string_lossy().into_owned(), quotas.to_string_lossy().into_owned());
    for (objective, rule) in [("nash", &["--household", "postcode,huisnummer"][..]), ("goldilocks", &[][..])]
    {
        let name = |n: usize| at(&format!("{objective}-{n}"));
        let out = name(0);
        let base = [&crate::run::lottery(&pool, &quotas, "50", &out)[..], rule].concat();
        done(&[&base[..], &["--objective", objective, "--tickets", "10000"]].concat());
        let (mut seated, mut left): (Vec<String>, Vec<String>) = Default::default();
        for n in 0..4 {
            let drawn = crate::run::json(&["draw", &name(n), "--seed", &format!("appel {}", n + 1)]);
            let mut panel: Vec<String> =
                drawn["panel"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect();
            if n > 0 {
                let passed = claim(&name(n), &name(n - 1));
                assert_eq!(passed.0, "PASS", "{objective} {n}: {}", passed.1);
                let about = fs::read_to_string(Path::new(&name(n)).join("public/about.json")).unwrap();
                let about: Value = serde_json::from_str(&about).unwrap();
                assert_eq!(about["objective"], objective);
                // Of few seats the proof of goldilocks may end a hair away.
                assert!(["optimal", "within"].contains(&about["status"].as_str().unwrap()), "{about}");
                assert_eq!(about["confirmed"]["seats"], 50);
                assert_eq!(about["confirmed"]["people"].as_u64(), Some(seated.len() as u64));
            }
            // Some of those just drawn leave, and later some who had their seat before.
            let leave = [4, 2, 1, 0][n];
            let mut gone: Vec<String> = panel.drain(..leave).collect();
            // The second time three of the first panel, the third time two more and one of the second.
            let from = [0..0, 0..3, 41..44, 0..0][n].clone();
            gone.extend(seated.drain(from));
            left.extend(gone.iter().cloned());
            seated.extend(panel);
            if leave == 0 {
                break;
            }
            let mut log = Log::new(&temp);
            gone.iter().for_each(|id| log.add(id, ["withdrew", "no-show", "withdrew"][n], ""));
            let state = log.roster(&name(n));
            assert_eq!(state["vacant"].as_u64(), Some(gone.len() as u64));
            let before = state["people"].as_array().unwrap().iter().filter(|p| p["before"] == true).count();
            assert_eq!(before, [0, 46, 45][n]);
            let (from, to) = (name(n), name(n + 1));
            let base = ["supplement", &from, "--events", &log.path, "--out", &to];
            if geloot(&base).status.code() == Some(1) {
                // The people who are left cannot meet what is left.
                done(&[&base[..], &["--repair", "1"]].concat());
            }
            let excluded = fs::read_to_string(Path::new(&name(n + 1)).join("public/excluded.csv")).unwrap();
            let ground = |row: &str| row.split_once(',').unwrap().1.to_owned();
            let grounds: Vec<String> = excluded.lines().skip(1).map(ground).collect();
            assert_eq!(grounds, vec![["withdrew", "no-show", "withdrew"][n]; gone.len()]);
        }
        assert!(seated.iter().all(|id| !left.contains(id)), "whoever left does not come back");
        // In the end 50 people from 50 homes, if that is the rule, and everybody once.
        let everybody: BTreeSet<&String> = seated.iter().collect();
        assert_eq!((seated.len(), everybody.len()), (50, 50), "{objective}");
        let mut reader = csv::Reader::from_path(&pool).unwrap();
        let head = reader.headers().unwrap().clone();
        let column = |name: &str| head.iter().position(|h| h == name).unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let rows = || rows.iter().filter(|row| everybody.contains(&row[column("nummer")].to_owned()));
        let home = |row: &csv::StringRecord| {
            let tidy =
                |c| row[column(c)].chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
            format!("{} {}", tidy("postcode"), tidy("huisnummer"))
        };
        let homes: BTreeSet<String> = rows().map(home).collect();
        assert!(rule.is_empty() || homes.len() == 50, "{}", homes.len());
    }
}

fn read(dir: &str) -> Folder {
    let folder = geloot::io::read_folder(Path::new(dir), &|_| false).unwrap();
    folder.into_iter().map(|(name, bytes)| (name.replace('\\', "/"), bytes)).collect()
}

/// Somebody whom nobody can replace leaves: the quotas have to give way, on record.
#[test]
fn quotas_that_cannot_be_met_any_more_are_loosened_on_record() {
    let temp = TempDir::new().unwrap();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios/foodvalley-20-of-100");
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let file = |name: &str| scenario.join(name).to_string_lossy().into_owned();
    let (pool, quotas, first) = (file("pool.csv"), file("quotas.csv"), at("first"));
    done(&[&crate::run::lottery(&pool, &quotas, "20", &first)[..], &["--tickets", "100000"]].concat());
    let drawn = crate::run::json(&["draw", &first, "--seed", "appel"]);
    // Of a value that has only just enough people, all are on the panel.
    let asked = fs::read_to_string(Path::new(&first).join("public/quotas.csv")).unwrap();
    let mut reader = csv::Reader::from_path(&pool).unwrap();
    let head = reader.headers().unwrap().clone();
    let people: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<String>>();
    let has = |person: &csv::StringRecord, q: &[String]| {
        person[head.iter().position(|h| h == q[0]).unwrap()] == q[1]
    };
    let lines: Vec<Vec<String>> = asked.lines().skip(1).map(cells).collect();
    let needed = |q: &[String]| q[2].parse::<usize>().unwrap();
    let scarce = |q: &&Vec<String>| needed(q) > 1 && people.iter().filter(|p| has(p, q)).count() == needed(q);
    let tight = lines.iter().find(scarce).unwrap();
    let roomy = lines.iter().find(|q| q[0] != tight[0] && needed(q) > 2).unwrap();
    let other = format!("{},{},{},{}", roomy[0], roomy[1], roomy[2], roomy[3]);
    let lower = format!("{},{},{},{}", roomy[0], roomy[1], needed(roomy) - 1, needed(roomy) - 1);
    let on_panel = |p: &&csv::StringRecord| {
        drawn["panel"]
            .as_array()
            .unwrap()
            .iter()
            .any(|id| *id == p[head.iter().position(|h| h == "id").unwrap()])
    };
    let member = people.iter().filter(|p| has(p, tight)).find(on_panel).unwrap();
    let mut log = Log::new(&temp);
    log.add(&member[head.iter().position(|h| h == "id").unwrap()], "withdrew", "");

    let (second, third) = (at("second"), at("third"));
    let base = ["supplement", &first, "--events", &log.path, "--out", &second];
    let output = geloot(&base);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("[T-23]"), "{said}");
    assert!(
        said.contains("at least") && said.contains("has a seat already, and nobody else can be drawn"),
        "{said}"
    );
    // One seat taken from one value and given to another: looser here, stricter there.
    let strict = at("strict.csv");
    let beside = lines.iter().find(|q| q[0] == roomy[0] && q[1] != roomy[1]).unwrap();
    let more = format!("{},{},{},{}", beside[0], beside[1], beside[2], beside[3].parse::<u32>().unwrap() + 1);
    fs::write(&strict, asked.replace(&other, &lower).replace(&beside.join(","), &more)).unwrap();
    refused(&[&base[..], &["--quotas", &strict]].concat(), 2, "T-25");
    refused(&[&base[..], &["--repair", "9"]].concat(), 2, "T-26");
    assert!(!Path::new(&second).exists());
    let said = done(&[&base[..], &["--repair", "1"]].concat());
    assert!(said.contains("at least") && said.contains("instead of"), "{said}");
    // The same quotas from a file give the same lottery but for the codes' place on disk: byte by byte.
    let (loosened, lost) = (at("loosened.csv"), temp.path().join("elsewhere").join("second"));
    fs::copy(format!("{second}/public/asked.csv"), &loosened).unwrap();
    fs::create_dir(lost.parent().unwrap()).unwrap();
    fs::rename(&second, &lost).unwrap();
    let with_file = ["supplement", &first, "--events", &log.path, "--out", &third, "--quotas", &loosened];
    done(&with_file);
    fs::rename(&lost, &second).unwrap();
    assert_eq!(read(&second), read(&third));

    done(&["draw", &second, "--seed", "plein"]);
    let report = done(&["verify", &second, "--continues", &first]);
    assert!(report.contains("Its quotas were loosened") && report.contains("instead of"), "{report}");
    if let Some(second) = crate::run::second(&[&second]) {
        assert_eq!(second.status.code(), Some(0), "{}", crate::run::text(&second.stdout));
    }

    // The claim by itself: silence about loosened quotas, or stricter ones, does not pass.
    let (earlier, good) = (read(&first), read(&second));
    let claim = |folder: &Folder| supplement(folder, Some(&earlier)).unwrap();
    assert_eq!(claim(&good).outcome, Outcome::Pass);
    assert!(matches!(claim(&good).remarks[..], [Remark::Loosened { .. }]));
    let failure = |change: &dyn Fn(&mut Folder)| {
        let mut folder = good.clone();
        change(&mut folder);
        match claim(&folder).outcome {
            Outcome::Fail(failure) => {
                geloot::words::claims::failure(geloot::words::catalogue::Lang::En, &failure)
            }
            other => panic!("{other:?}"),
        }
    };
    let about = |folder: &mut Folder, change: &dyn Fn(&mut geloot::bundle::about::About)| {
        let mut about: geloot::bundle::about::About = form::read_facts(&folder["public/about.json"]).unwrap();
        change(&mut about);
        folder.insert("public/about.json".into(), form::facts(&about));
    };
    let why = failure(&|f| about(f, &|about| about.continues.as_mut().unwrap().loosened = false));
    assert!(why.contains("does not say so"), "{why}");
    let asked = |folder: &mut Folder, change: &dyn Fn(&mut geloot::quotas::Quotas)| {
        let mut quotas = tables::read_quotas(public::file(folder, "asked.csv").unwrap()).unwrap();
        change(&mut quotas);
        folder.insert("public/asked.csv".into(), tables::quotas(&quotas));
    };
    let why = failure(&|f| asked(f, &|q| q.features[0].values[1].min += 1));
    assert!(why.contains("the quotas are others"), "{why}");
    let old = tables::read_quotas(public::file(&earlier, "quotas.csv").unwrap()).unwrap();
    let why = failure(&|f| asked(f, &|q| *q = old.clone()));
    assert!(why.contains("none were"), "{why}");
}
