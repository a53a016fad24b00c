//! The commands one by one, and what they refuse.

use crate::run::{geloot, json, json_of, refused, text};
use crate::support::{Case, claims, files, people, with};
use std::path::Path;

const RULES: &str = "name = \"Proef\"\nreports = [\"kern\"]\nsmallest-cell = 5\n\
    cool-off = { served = \"36 months\" }\nkeep = { served = \"36 months\", no = \"0 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
    [[body]]\nname = \"Raad\"\nseats = 4\nfrom = \"inwoners\"\n";
const QUOTAS: &str = "feature,value,min,max\nkern,noord,2,2\nkern,zuid,2,2\n";

fn kern(i: usize) -> String {
    if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() }
}

/// A programme with one draw of four among twenty, entered.
fn drawn() -> (Case, String) {
    let case = Case::new(RULES, "2027-01-01");
    case.write("register.csv", &people(0, 20, &[("kern", &kern), ("naam", &|i| format!("Naam{i}"))]));
    case.write("quotas.csv", QUOTAS);
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer banaan");
    case.add("2027-03-01", &["--record", &lottery, "--body", "Raad"]);
    (case, lottery)
}

/// An entry does not change: what may not be meant in a list is told when it is entered, and a cell that says nothing stops it.
#[test]
fn hours_that_may_not_be_meant_are_told() {
    let (case, lottery) = drawn();
    let panel = case.read("due1/lottery/panel.csv");
    let id = panel.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    let given = |rows: &str, more: &[&str]| {
        let list = case.write("hours.csv", &format!("id,date,minutes,body\n{rows}"));
        let own = [
            "programme",
            "add",
            &case.programme(),
            "--date",
            "2027-05-01",
            "--served",
            &list,
            "--lang",
            "en",
        ];
        geloot(&[&own[..], more].concat())
    };
    let add = |rows: &str| given(rows, &[]);
    let head = case.head();
    let output = add(&format!("{id},2027-04-10,,Raad\n{id},2027-04-11,60,Raad\n"));
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("Row 2, \"minutes\""), "{said}");
    assert_eq!(case.head(), head, "nothing was entered");
    let output = add(&format!("{id},2027-04-10,480,Raad\n"));
    assert!(output.status.success() && !text(&output.stdout).contains("Row 2"), "{}", text(&output.stdout));
    let odd = format!(
        "{id},2027-04-10,420,Raad\n{id},1927-04-10,480,Raad\n{id},2027-04-12,48000,Raad\n{id},2027-04-13,60,Rad\n"
    );
    let head = case.head();
    let output = add(&odd);
    let said = text(&output.stderr);
    assert!(said.contains("[O-40]") && said.contains("Was \"Raad\" meant?"), "{said}");
    assert_eq!((output.status.code(), case.head()), (Some(2), head), "nothing is entered");
    let output = given(&odd, &["--as-given"]);
    let said = text(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Row 2 comes on top of what entry 3 has",
        "Row 3 is of a day before 2027-01-01",
        "Row 4 has more than the 1,440 minutes",
        "Row 5 is of \"Rad\", which the rules do not have",
        "Was \"Raad\" meant?",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    // What ends before it begins bars nobody, and keeps nobody.
    let p = case.programme();
    for event in ["term", "carried", "consent", "do not ask"] {
        let row = format!("id,date,event,body,until\n{id},2027-05-01,{event},Raad,2027-04-30\n");
        let list = case.write("ended.csv", &row);
        refused(&["programme", "add", &p, "--date", "2027-05-01", "--events", &list], 2, "O-40");
    }
    let bare = ["programme", "due", &p, "--register", "nobody.csv", "--date", "2027-05-01", "--out", "x"];
    let bare = geloot(&bare);
    let said = text(&bare.stderr);
    assert_eq!(bare.status.code(), Some(2), "{said}");
    assert!(said.contains("--body") && said.contains("--letters"), "{said}");
    // Of a day before that of an entry nobody can say who is barred.
    let (register, out) = (case.path("register.csv"), case.path("due-early"));
    let due = ["programme", "due", &p, "--body", "Raad", "--register", &register, "--out", &out];
    refused(&[&due[..], &["--date", "2027-02-28"]].concat(), 2, "O-19");
    assert!(!std::path::Path::new(&out).exists());
    // A lottery that is there with another day is told so.
    let (p, by) = (case.programme(), ["--body", "Raad", "--lang", "en"]);
    let again = ["programme", "add", &p, "--date", "2027-05-02", "--record", &lottery];
    let said = text(&geloot(&[&again[..], &by].concat()).stdout);
    assert!(said.contains("Entry 2 has this lottery with the day 2027-03-01"), "{said}");
}

#[test]
fn a_programme_from_its_rules_to_its_second_draw() {
    let (case, lottery) = drawn();
    let noted = case.head();
    let again = case.add("2027-03-01", &["--record", &lottery, "--body", "Raad"]);
    assert_eq!(again["entries"].as_array().unwrap().len(), 0, "entered once");
    assert_eq!(case.head(), noted);
    let panel = case.read("due1/lottery/panel.csv");
    let ids: Vec<&str> = panel.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let served: String = ids.iter().map(|id| format!("{id},2027-04-01,480,5000,Raad\n")).collect();
    let served = case.write("served.csv", &format!("id,date,minutes,cents,body\n{served}"));
    case.add("2027-04-01", &["--served", &served]);
    // Within three years they are barred, for a reason that can be asked for; on the day itself no more.
    let due = case.due_body("Raad", "register.csv", "2030-03-31", "due2");
    assert_eq!(due["barred"][0]["ground"], "cool-off");
    assert_eq!((&due["barred"][0]["people"], &due["barred"][0]["until"]), (&4.into(), &"2030-04-01".into()));
    assert_eq!(due["before"]["ingeloot"], 4);
    assert_eq!(due["before"]["niet ingeloot"], 16);
    let p = case.programme();
    let person = json(&["programme", "explain", &p, "--id", ids[0], "--date", "2030-03-31"]);
    assert_eq!((&person["bars"][0]["until"], &person["drawn"]), (&"2030-04-01".into(), &1.into()));
    let free = case.due_body("Raad", "register.csv", "2030-04-01", "due3");
    assert_eq!(free["barred"].as_array().unwrap().len(), 0);
    // The next draw, without them; all claims hold, and the noted line is of this ledger.
    let second = case.draw("due2", Some("quotas.csv"), 4, "noot mies");
    case.add("2030-03-31", &["--record", &second, "--body", "Raad"]);
    let claims = case.claims(&[&lottery, &second], &[&noted]);
    assert_eq!(with(&claims, "FAIL"), [0_u64; 0]);
    assert_eq!(with(&claims, "NOT CHECKED"), [10, 11], "no terms and no letters");
    let report = json(&["programme", "report", &p, "--date", "2030-05-01"]);
    assert_eq!(report["seats"][0]["got"], 8);
    assert_eq!(report["seats"][0]["expected"], "8/1");
    assert_eq!(report["burden"][2]["total"], 4 * 480);
}

/// Hours that an entry has already, under whatever spelling, are refused with the entry; everything that is wrong with a list
/// is told at once, under the headings of the file.
#[test]
fn what_is_in_the_ledger_is_not_counted_twice() {
    let (case, _) = drawn();
    let panel = case.read("due1/lottery/panel.csv");
    let ids: Vec<&str> = panel.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let first = format!("id,date,minutes,cents,body\n{},2027-04-01,480,7500,Raad\n", ids[0]);
    let served = case.write("first.csv", &first);
    case.add("2027-04-01", &["--served", &served]);
    let p = case.programme();
    let add = |name: &str, text: &str| {
        let file = case.write(name, text);
        geloot(&["programme", "add", &p, "--date", "2027-04-30", "--served", &file, "--lang", "nl"])
    };
    let again = format!(
        "Nummer;Datum;Minuten;Centen;Orgaan\n{1};1 april 2027;480;7500;Raad\n{0};1-4-2027;480;7500;raad\n",
        ids[0], ids[1]
    );
    let output = add("again.csv", &again);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("In rij 3 staat wat inschrijving 3 al zegt"), "{said}");
    // An edition of its own says that it happened twice.
    let twice =
        "id,date,minutes,body,edition\n".to_owned() + &format!("{},2027-04-01,480,Raad,avond\n", ids[0]);
    assert_eq!(add("twice.csv", &twice).status.code(), Some(0));
    let wrong = format!(
        "Nummer;Datum;Minuten;Centen\n{0};5 foo 2027;480;75,00\n{1};5-4-2027;90;\n{1};5-4-2027;90;\nonbekend9;5-4-2027;90;\n",
        ids[0], ids[1]
    );
    let said = text(&add("wrong.csv", &wrong).stderr);
    for wanted in [
        "Rij 2, \"Datum\": \"5 foo 2027\" is niet te lezen. Schrijf een dag als",
        "Rij 2, \"Centen\": \"75,00\" is niet te lezen. Schrijf centen als heel getal: 7500",
        "Rij 4 zegt hetzelfde als rij 3",
        "Rij 5: niemand in het programma heeft dit nummer",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    // A letter that came back is no answer, and no fault.
    let answers = case.write("answers.csv", &format!("id,date,answer\n{},2027-04-10,retour\n", ids[2]));
    assert_eq!(case.add("2027-04-30", &["--answers", &answers])["entries"].as_array().unwrap().len(), 0);
}

/// What a list of events after the draw is told in, a list for the programme may have too, where it means the same; but who
/// confirmed a seat answered no letter.
#[test]
fn lists_of_every_kind_have_the_same_words() {
    let (case, _) = drawn();
    let panel = case.read("due1/lottery/panel.csv");
    let ids: Vec<&str> = panel.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let list = |name: &str, heading: &str, words: [&str; 2]| {
        let row = |(id, word): (&&str, &str)| format!("{id},2027-04-10,{word}\n");
        case.write(
            name,
            &(format!("id,date,{heading}\n") + &ids.iter().zip(words).map(row).collect::<String>()),
        )
    };
    let entered = |n: u32| case.rows(n).iter().map(|row| row[3].clone()).collect::<Vec<_>>();
    case.add("2027-04-30", &["--events", &list("events.csv", "event", ["Gestopt", "left"])]);
    assert_eq!(entered(3), ["left", "left"]);
    case.add("2027-04-30", &["--answers", &list("answers.csv", "antwoord", ["Toegezegd", "afgemeld"])]);
    // Rows of an entry stand in an order of their own.
    let mut answers = entered(4);
    answers.sort();
    assert_eq!(answers, ["no", "yes"]);
    for (option, heading, words) in [
        ("--answers", "event", ["confirmed", "yes"]),
        ("--events", "event", ["afgemeld", "ja"]),
        ("--answers", "answer", ["no-show", "yes"]),
    ] {
        let file = list("other.csv", heading, words);
        let output = geloot(&["programme", "add", &case.programme(), "--date", "2027-04-30", option, &file]);
        let said = text(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains("ow 2") && !said.contains("ow 3"), "{said}");
    }
}

/// A feature is one however a year spells it, and money is told in euros.
#[test]
fn a_report_has_a_feature_once_and_money_in_euros() {
    let (case, _) = drawn();
    let panel = case.read("due1/lottery/panel.csv");
    let id = panel.lines().nth(1).unwrap().split(',').next().unwrap();
    let served = case.write("served.csv", &format!("id,date,minutes,cents\n{id},2027-04-01,480,7550\n"));
    case.add("2027-04-01", &["--served", &served]);
    case.write("later.csv", "feature,value,min,max\nKern,Noord,2,2\nKern,zuid,2,2\n");
    case.due_body("Raad", "register.csv", "2030-05-01", "due2");
    let second = case.draw("due2", Some("later.csv"), 4, "noot mies");
    case.add("2030-05-01", &["--record", &second, "--body", "Raad"]);
    let p = case.programme();
    let report = json(&["programme", "report", &p, "--date", "2030-05-02"]);
    let seats = report["seats"].as_array().unwrap();
    let spelled: Vec<&str> = seats.iter().map(|own| own["feature"].as_str().unwrap()).collect();
    assert_eq!(spelled, ["", "kern", "kern"]);
    assert!(seats[1..].iter().all(|own| own["draws"] == 2 && own["got"] == 4), "{seats:?}");
    let said = text(&geloot(&["programme", "report", &p, "--date", "2030-05-02", "--lang", "nl"]).stdout);
    for wanted in ["Mensen bij de laatste loting", "Euro", "75,50"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}

#[test]
fn somebody_who_asks_is_forgotten_and_every_noted_line_holds() {
    let (case, lottery) = drawn();
    let noted = case.head();
    let p = case.programme();
    let person = json(&["programme", "explain", &p, "--id", "p00003", "--date", "2027-05-01"]);
    let had = person["receipts"].as_array().unwrap().len() as u64;
    let code = person["code"].as_str().unwrap().to_owned();
    let erased =
        json(&["programme", "erase", &p, "--person", "p00003", "--date", "2027-05-01", "--day-to-come"]);
    let rows: u64 = erased["rows"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(rows, had);
    for path in files(Path::new(&p)) {
        let bytes = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        assert!(!bytes.contains("p00003") && !bytes.contains(&code), "{}", path.display());
    }
    let claims = case.claims(&[&lottery], &[&noted, &case.head()]);
    assert_eq!(with(&claims, "FAIL"), [0_u64; 0]);
    let said = text(&geloot(&["programme", "verify", &p, "--sealed"]).stdout);
    let told = if rows == 1 { "1 row erased".to_owned() } else { format!("{rows} rows erased") };
    assert!(said.contains(&told), "{said}");
    refused(&["programme", "explain", &p, "--id", "p00003", "--date", "2027-05-01"], 2, "O-13");
    refused(&["programme", "erase", &p, "--retention", "--date", "2027-06-01", "--day-to-come"], 1, "O-14");
}

#[test]
fn somebody_may_be_forgotten_and_stay_barred() {
    let (case, _) = drawn();
    let panel = case.read("due1/lottery/panel.csv");
    let id = panel.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    let served = case.write("served.csv", &format!("id,date,minutes\n{id},2027-04-01,480\n"));
    case.add("2027-04-01", &["--served", &served]);
    let p = case.programme();
    let asked =
        ["programme", "erase", &p, "--person", &id, "--keep-barred", "--date", "2027-05-01", "--day-to-come"];
    assert_eq!(json(&asked)["barred_until"], "2030-04-01");
    let due = case.due_body("Raad", "register.csv", "2029-03-01", "due2");
    assert_eq!(due["barred"][0]["people"], 1);
    assert!(case.read("due2/exclude.csv").contains(&format!("{id},cool-off")));
    assert_eq!(with(&case.claims(&[], &[]), "FAIL"), [0_u64; 0]);
}

#[test]
fn rows_whose_time_is_over_are_erased_on_their_day() {
    let (case, _) = drawn();
    let served = case.write("served.csv", "id,date,minutes\np00001,2027-04-01,480\np00002,2027-04-02,480\n");
    case.add("2027-04-02", &["--served", &served]);
    let p = case.programme();
    refused(&["programme", "erase", &p, "--retention", "--date", "2030-03-31", "--day-to-come"], 1, "O-14");
    let erased = json(&["programme", "erase", &p, "--retention", "--date", "2030-04-01", "--day-to-come"]);
    assert_eq!(erased["rows"], serde_json::json!({ "served": 1 }));
    assert_eq!(with(&case.claims(&[], &[]), "FAIL"), [0_u64; 0]);
}

#[test]
fn an_id_that_changed_takes_its_cool_off_along_and_nobody_is_merged_in_silence() {
    let (case, _) = drawn();
    let served = case.write("served.csv", "id,date,minutes\np00001,2027-04-01,480\n");
    case.add("2027-04-01", &["--served", &served]);
    // The municipality renumbers: everybody has another id.
    let renumbered = case.read("register.csv").replace("p000", "gm1-");
    case.write("renumbered.csv", &renumbered);
    let due = case.due_body("Raad", "renumbered.csv", "2028-01-01", "due2");
    assert_eq!(due["barred"].as_array().unwrap().len(), 0, "strangers");
    let links: String =
        (0..20).map(|i| format!("inwoners,p{i:05},inwoners,gm1-{i:02},hernummering\n")).collect();
    let links = case.write("links.csv", &format!("register,id,register,id,reason\n{links}"));
    let because = ["--links", &links, "--because", "herindeling per 1 januari"];
    case.add("2028-01-01", &because);
    let due = case.due_body("Raad", "renumbered.csv", "2028-01-01", "due3");
    assert_eq!(due["barred"][0]["people"], 1);
    assert!(case.read("due3/exclude.csv").contains("gm1-01,cool-off"));
    assert_eq!(case.add("2028-01-01", &because)["entries"].as_array().unwrap().len(), 0);
    let circle = case.write(
        "circle.csv",
        "register,id,register,id,reason\ninwoners,p00001,inwoners,p00002,x y\ninwoners,p00002,inwoners,p00001,x y\n",
    );
    let p = case.programme();
    let args =
        ["programme", "add", &p, "--date", "2028-01-02", "--links", &circle, "--because", "vergissing"];
    refused(&args, 2, "O-21");
    assert_eq!(with(&case.claims(&[], &[]), "FAIL"), [0_u64; 0]);
}

#[test]
fn all_that_is_wrong_in_a_list_or_in_the_rules_is_said_at_once() {
    let (case, _) = drawn();
    let p = case.programme();
    let bad = case.write(
        "bad.csv",
        "id;datum;minuten\n1;1-4-2027;30\np00001;31-2-2027;30\np00002;1-4-2027;veel\n;1-4-2027;30\np00003;1-6-2027;30\n",
    );
    let said = refused(&["programme", "add", &p, "--date", "2027-05-01", "--served", &bad], 2, "O-08");
    for part in [
        "Row 3, \"datum\"",
        "\"31-2-2027\"",
        "Row 4, \"minuten\"",
        "Row 5, \"id\"",
        "Row 6: the day is after",
        "Row 2: nobody",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let near = case.write("near.csv", "id,date,minutes,editoin\np00001,2027-04-01,30,2027\n");
    let said = refused(&["programme", "add", &p, "--date", "2027-05-01", "--served", &near], 2, "O-08");
    assert!(said.contains("The column \"editoin\" is not used; give it the heading \"edition\""), "{said}");
    let unknown = case.write("unknown.csv", "id,date,minutes\np1,2027-04-01,30\nP00003,2027-04-01,30\n");
    let said = refused(&["programme", "add", &p, "--date", "2027-05-01", "--served", &unknown], 2, "O-08");
    assert!(
        said.contains("Row 2: nobody") && said.contains("Row 3: nobody has this id, but somebody's looks"),
        "{said}"
    );
    let wrong = RULES
        .replace("served = \"36 months\", no", "served = \"24 months\", no")
        .replace("seats = 4", "seats = 0");
    let rules = case.write("wrong.toml", &wrong);
    let args = ["programme", "new", &rules, "--out", &case.path("Q"), "--date", "2027-01-01"];
    let said = refused(&args, 2, "O-01");
    assert!(said.contains("keep.served: is 24 months, and cool-off.served looks back 36 months"), "{said}");
    assert!(said.contains("body \"Raad\": seats: must be a whole number"), "{said}");
    assert!(!Path::new(&case.path("Q")).exists());
    let dutch = geloot(&[&args[..], &["--lang", "nl"]].concat());
    assert!(text(&dutch.stderr).contains("kijkt 36 maanden terug"), "{}", text(&dutch.stderr));
}

#[test]
fn rules_change_with_a_reason_and_bind_what_is_frozen_later() {
    let (case, _) = drawn();
    let p = case.programme();
    let rules = case.write(
        "new.toml",
        &RULES.replace("served = \"36 months\" }\nkeep", "served = \"12 months\" }\nkeep"),
    );
    let no_reason = geloot(&["programme", "add", &p, "--date", "2027-05-01", "--rules", &rules]);
    assert_eq!(no_reason.status.code(), Some(2));
    case.add("2027-05-01", &["--rules", &rules, "--because", "Raadsbesluit 2027-12"]);
    refused(
        &["programme", "add", &p, "--date", "2027-05-02", "--rules", &rules, "--because", "nog eens"],
        2,
        "O-12",
    );
    assert_eq!(case.read("P/public/programme.toml"), case.read("new.toml"));
    assert_eq!(with(&case.claims(&[], &[]), "FAIL"), [0_u64; 0]);
    let other = case.write("other.csv", "a,b\n1,2\n");
    refused(&["programme", "add", &p, "--date", "2027-05-02", "--events", &other], 2, "O-08");
    refused(&["programme", "add", &p, "--date", "2027-04-01"], 2, "O-24");
    refused(&["programme", "add", &p, "--date", "gisteren"], 2, "O-23");
    refused(&["programme", "verify", &case.path("due1")], 2, "O-22");
    refused(&["programme", "verify", &p, "--head", "geloot-ledger-1:00"], 2, "O-25");
    json_of(
        &[
            "programme",
            "due",
            &p,
            "--body",
            "Nee",
            "--register",
            &case.path("register.csv"),
            "--date",
            "2027-05-01",
            "--out",
            &case.path("x"),
        ],
        2,
    );
}

#[test]
fn a_command_that_was_cut_short_is_finished_by_giving_it_again() {
    let (case, lottery) = drawn();
    // What a kill leaves between the entry and what follows from it.
    case.write(
        "P/public/head.txt",
        "geloot-ledger-1:0000000000000000000000000000000000000000000000000000000000000000\n",
    );
    assert_eq!(with(&claims(&case.programme(), &[], &[], false), "FAIL"), [1]);
    case.add("2027-03-01", &["--record", &lottery, "--body", "Raad"]);
    assert_eq!(with(&case.claims(&[&lottery], &[]), "FAIL"), [0_u64; 0]);
    // Sealed rows without their entry are written anew.
    std::fs::create_dir_all(case.path("P/sealed/entries/3")).unwrap();
    case.write("P/sealed/entries/3/rows.csv", "half");
    let served = case.write("served.csv", "id,date,minutes\np00001,2027-04-01,480\n");
    case.add("2027-04-01", &["--served", &served]);
    assert_eq!(with(&case.claims(&[&lottery], &[]), "FAIL"), [0_u64; 0]);
}

#[test]
fn a_page_to_print_has_everything_in_it() {
    let (case, _) = drawn();
    let (p, html) = (case.programme(), case.path("report.html"));
    json(&["programme", "report", &p, "--date", "2027-05-01", "--html", &html, "--lang", "nl"]);
    let page = case.read("report.html");
    for part in ["<svg", "Plaatsen per groep", "kern: noord", "<html lang=\"nl\">", "geloot-ledger-1:"] {
        assert!(page.contains(part), "{part}");
    }
    for bad in ["http://", "https://", "<script", "src="] {
        assert!(!page.contains(bad), "{bad}");
    }
}

/// Ids of a merged municipality changed. Who is alike and alone in that is proposed, who is near is shown, and nobody is
/// linked: not by asking, and not by giving the list of those who are near back.
#[test]
fn who_is_who_is_proposed_and_never_taken() {
    let case = Case::new(
        "name = \"Proef\"\ncool-off = { served = \"36 months\" }\n[[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
         [[body]]\nname = \"Raad\"\nseats = 2\nfrom = \"inwoners\"\n",
        "2027-01-01",
    );
    let old = case.write(
        "oud.csv",
        "nummer,naam,geboren\nA1,Anna Bos,1980-01-02\nA2,Bert Vos,1970-05-05\nA3,Chris Mol,1960-01-01\nA4,Chris Mol,1960-01-01\n\
         A5,Els Das,1990-03-04\n",
    );
    let new = case.write(
        "nieuw.csv",
        "nummer,naam,geboren\nB1,Anna Bos,1980-01-02\nB2,Bart Vos,1970-05-05\nB3,Chris Mol,1960-01-01\nA5,Els Das,1990-03-04\n\
         B9,Niemand Anders,1950-01-01\n",
    );
    let agreed: String = (1..=5).map(|n| format!("A{n},2027-01-15,consent,2030-01-01\n")).collect();
    let agreed = case.write("akkoord.csv", &format!("id,date,event,until\n{agreed}"));
    case.add("2027-01-15", &["--events", &agreed]);
    let served = "id,date,minutes\nA1,2027-02-01,60\nA2,2027-02-01,60\nA3,2027-02-01,60\nA4,2027-02-01,60\nA5,2027-02-01,60\n";
    let served = case.write("uren.csv", served);
    case.add("2027-02-01", &["--served", &served]);
    let (p, head) = (case.programme(), case.head());
    let out = case.path("wie");
    let asked = [
        "programme",
        "due",
        &p,
        "--links",
        &old,
        "--register",
        &new,
        "--same",
        "naam,geboren",
        "--date",
        "2027-03-01",
        "--out",
        &out,
    ];
    let said = json(&asked);
    assert_eq!((&said["missing"], &said["new"]), (&4.into(), &4.into()));
    assert_eq!((&said["alike"], &said["near"]), (&1.into(), &3.into()));
    let links = case.read("wie/links.csv");
    assert_eq!(links.lines().nth(1), Some("inwoners,A1,inwoners,B1,\"naam, geboren\""));
    let near = case.read("wie/near.csv");
    assert!(
        near.contains("A2,inwoners,B2,") && near.contains("A3,inwoners,B3,") && !near.contains("Bos"),
        "{near}"
    );
    assert_eq!(case.head(), head, "nothing was entered");
    // A list without reasons is refused; the other is a human's act with one.
    let given = geloot(&[
        "programme",
        "add",
        &p,
        "--links",
        &case.path("wie/near.csv"),
        "--because",
        "herindeling",
        "--date",
        "2027-03-01",
    ]);
    assert_eq!(given.status.code(), Some(2), "{}", text(&given.stderr));
    let due = case.due_body("Raad", "nieuw.csv", "2027-03-02", "voor");
    assert_eq!(due["barred"][0]["people"], 1, "only who kept their id is known");
    case.add("2027-03-03", &["--links", &case.path("wie/links.csv"), "--because", "herindeling"]);
    let due = case.due_body("Raad", "nieuw.csv", "2027-03-04", "na");
    assert_eq!(due["barred"][0]["people"], 2);
}

/// People who stay candidates are a frame of their own, with both chances told before anybody chooses.
#[test]
fn people_who_are_carried_over_do_not_crowd_out_newcomers() {
    let rules = |mix: &str| {
        format!(
            "name = \"Proef\"\n{mix}[[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
             [[body]]\nname = \"Raad\"\nseats = 4\nfrom = \"inwoners\"\n"
        )
    };
    let case = Case::new(&rules(""), "2027-01-01");
    case.write("lijst.csv", &people(0, 30, &[("kern", &kern)]));
    let carried: String = (0..10).map(|i| format!("p{i:05},2027-02-01,carried,2029-01-01\n")).collect();
    let over = "p00029,2027-02-01,carried,2027-02-15\n";
    let events = case.write("kandidaten.csv", &format!("id,date,event,until\n{carried}{over}"));
    case.add("2027-02-01", &["--events", &events]);
    let due = case.due_body("Raad", "lijst.csv", "2027-03-01", "een");
    assert_eq!((&due["carried"]["people"], &due["carried"]["new"]), (&10.into(), &20.into()));
    let pool = case.read("een/pool.csv");
    assert_eq!(
        (pool.matches(",doorgeschoven\n").count(), pool.matches(",nieuw\n").count()),
        (11, 20),
        "{pool}"
    );
    let p = case.programme();
    let ask = |out: &str, seats: &str| {
        let (register, out) = (case.path("lijst.csv"), case.path(out));
        let mut args = vec![
            "programme",
            "due",
            &p,
            "--body",
            "Raad",
            "--register",
            &register,
            "--date",
            "2027-03-01",
            "--out",
            &out,
        ];
        if !seats.is_empty() {
            args.extend(["--carried-seats", seats]);
        }
        geloot(&args)
    };
    let shown = text(&ask("twee", "").stdout);
    // 4 of 20, or 4 of 30: both numbers, before the choice.
    assert!(shown.contains("20.0 % without them, 13.3 % with them"), "{shown}");
    let apart = ask("drie", "1");
    assert!(text(&apart.stdout).contains("1 seat is theirs"), "{}", text(&apart.stdout));
    assert_eq!(
        case.read("drie/doorgeschoven.csv"),
        "feature,value,min,max\ndoorgeschoven,doorgeschoven,1,1\ndoorgeschoven,nieuw,3,3\n"
    );
    assert_eq!(ask("vier", "5").status.code(), Some(2));
    let place = case.draw("drie", Some("drie/doorgeschoven.csv"), 4, "appel peer");
    let drawn = case.read("drie/lottery/panel.csv");
    let theirs = drawn.lines().skip(1).filter(|row| row.ends_with(",doorgeschoven")).count();
    assert_eq!(theirs, 1, "{drawn}");
    case.add("2027-03-01", &["--record", &place, "--body", "Raad"]);
    // Where the rules mix them there is no column, and no seats of their own.
    let mixed = Case::new(&rules("mix = true\n"), "2027-01-01");
    mixed.write("lijst.csv", &people(0, 30, &[("kern", &kern)]));
    let events = mixed.write("kandidaten.csv", &format!("id,date,event,until\n{carried}"));
    mixed.add("2027-02-01", &["--events", &events]);
    let due = mixed.due_body("Raad", "lijst.csv", "2027-03-01", "een");
    assert_eq!(due["carried"]["mix"], true);
    assert!(!mixed.read("een/pool.csv").contains("doorgeschoven"));
}

/// Where the rules say that lotteries are linkable, a code is the same in each of them; else nobody can follow one.
#[test]
fn codes_can_be_followed_only_where_the_rules_say_so() {
    for (linkable, same) in [("", false), ("linkable = true\n", true)] {
        let case = Case::new(
            &format!(
                "name = \"Proef\"\n{linkable}[[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
                 [[body]]\nname = \"Raad\"\nseats = 4\nfrom = \"inwoners\"\n"
            ),
            "2027-01-01",
        );
        case.write("lijst.csv", &people(0, 20, &[("kern", &kern)]));
        case.write("quotas.csv", "feature,value,min,max\nkern,noord,2,2\nkern,zuid,2,2\n");
        let mut codes = Vec::new();
        let mut records = Vec::new();
        for (n, date) in ["2027-03-01", "2027-09-01"].into_iter().enumerate() {
            let out = format!("raad{n}");
            case.due_body("Raad", "lijst.csv", date, &out);
            let place = case.draw(&out, Some("quotas.csv"), 4, &format!("loting {n}"));
            case.add(date, &["--record", &place, "--body", "Raad"]);
            let pool = case.read(&format!("{out}/lottery/public/pool.csv"));
            codes.push(
                pool.lines()
                    .skip(1)
                    .map(|row| row.split(',').next().unwrap().to_owned())
                    .collect::<std::collections::BTreeSet<_>>(),
            );
            records.push(place);
        }
        assert_eq!(codes[0] == codes[1], same, "{linkable}");
        assert_eq!(codes[0].is_disjoint(&codes[1]), !same, "{linkable}");
        let records: Vec<&str> = records.iter().map(String::as_str).collect();
        let found = case.claims(&records, &[]);
        assert_eq!(crate::support::with(&found, "FAIL"), [0_u64; 0], "{found:?}");
        for record in records {
            assert_ne!(crate::second::with_keys(&case.programme(), record).as_deref(), Some("FAIL"));
        }
    }
}
