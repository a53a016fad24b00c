//! Nobody is in a public byte: of a programme in which there is something of everything, and in what its commands say.

use crate::run::{done, geloot, json, text};
use crate::support::{Case, files, people};
use std::path::Path;

const RULES: &str = "name = \"Proef\"\nreports = [\"kern\"]\nletters = { again-after = \"48 months\" }\n\
    cool-off = { served = \"36 months\" }\nkeep = { served = \"36 months\", letter = \"48 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n[[body]]\nname = \"Raad\"\nseats = 6\nterm = \"18 months\"\n\
    renew = { seats = 2, every = \"6 months\" }\nfrom = \"inwoners\"\n";
const PEOPLE: usize = 60;

/// What nobody may read of person `i`: id, name, street and house number, town's code, mail address, telephone.
fn secrets(i: usize) -> [String; 6] {
    [
        format!("p{i:05}"),
        format!("Naam{i:02}"),
        format!("Lindelaan {i:03}"),
        format!("{:04} QX", 1000 + i),
        format!("post{i:02}@voorbeeld.nl"),
        format!("06-5550{i:04}"),
    ]
}

/// Each of these that is in some text.
fn found(text: &str) -> Vec<String> {
    let one = |i: usize| secrets(i).into_iter().filter(|secret| text.contains(secret.as_str()));
    let mut found: Vec<String> = (0..PEOPLE).flat_map(one).collect();
    // However it is written, and parts of an address alone.
    let low = text.to_lowercase();
    let parts = ["naam", "lindelaan", "voorbeeld.nl", "@", " qx", "06-555"];
    found.extend(parts.into_iter().filter(|part| low.contains(part)).map(str::to_owned));
    found
}

#[test]
fn no_name_address_or_id_is_in_any_public_byte() {
    assert_eq!(found("aan NAAM07, Lindelaan 007").len(), 3, "what is looked for is found");
    let case = Case::new(RULES, "2027-01-01");
    let p = case.programme();
    let kern = |i: usize| if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() };
    let columns: [(&str, &dyn Fn(usize) -> String); 6] = [
        ("kern", &kern),
        ("naam", &|i| secrets(i)[1].clone()),
        ("straat", &|i| secrets(i)[2].clone()),
        ("postcode", &|i| secrets(i)[3].clone()),
        ("email", &|i| secrets(i)[4].clone()),
        ("telefoon", &|i| secrets(i)[5].clone()),
    ];
    case.write("all.csv", &people(0, PEOPLE, &columns));
    case.write("quotas.csv", "feature,value,min,max\nkern,noord,2,4\nkern,zuid,2,4\n");
    let mut said = Vec::new();
    let mut tell = |args: &[&str]| {
        let output = geloot(args);
        let both = format!("{}{}", text(&output.stdout), text(&output.stderr));
        assert_eq!(found(&both), [""; 0], "{args:?}: {both}");
        said.push(both);
    };
    // Letters and answers, a body with its reserves, what happened after it, hours and money, and another id.
    case.due_letters(12, "all.csv", "2027-02-01", "brieven", &["--by", "kern"]);
    let letters = case.draw("brieven", None, 12, "een twee");
    let frame = case.path("brieven/frame.csv");
    let mut add = |date: &str, what: &[&str]| {
        tell(&[&["programme", "add", &p, "--date", date][..], what].concat());
    };
    add("2027-02-01", &["--record", &letters, "--letters", &frame]);
    let written = case.read("brieven/lottery/panel.csv");
    let written: Vec<&str> = written.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let answers: String = written.iter().map(|id| format!("{id},2027-02-10,nee\n")).collect();
    add("2027-02-20", &["--answers", &case.write("answers.csv", &format!("id,date,answer\n{answers}"))]);
    case.due_body("Raad", "all.csv", "2027-03-01", "raad");
    let record = case.draw_with("raad", Some("quotas.csv"), 6, "drie vier", &["--reserves", "4"]);
    add("2027-03-01", &["--record", &record, "--body", "Raad"]);
    let panel = case.read("raad/lottery/panel.csv");
    let panel: Vec<&str> = panel.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let mut events = "date,id,event,reason\n".to_owned();
    panel.iter().for_each(|id| events.push_str(&format!("2027-03-02,{id},confirmed,\n")));
    events.push_str(&format!("2027-04-01,{},withdrew,verhuisd\n", panel[0]));
    done(&["roster", &record, "--events", &case.write("events.csv", &events), "--publish", "--quiet"]);
    add("2027-04-02", &["--record", &record, "--body", "Raad"]);
    let served: String = panel[1..].iter().map(|id| format!("{id},2027-04-10,480,7500\n")).collect();
    add("2027-04-10", &["--served", &case.write("served.csv", &format!("id,date,minutes,cents\n{served}"))]);
    let link = format!("register,id,register,id,reason\ninwoners,{},inwoners,p99999,verhuisd\n", panel[1]);
    let link = case.write("links.csv", &link);
    add("2027-04-11", &["--links", &link, "--because", "een nummer is vervangen"]);
    // Refused: the list has what nobody may read.
    let bad = format!("id,date,minutes\n{},2027-05-01,veel\nLindelaan 003,2027-05-01,9\n", panel[2]);
    add("2027-05-01", &["--served", &case.write("bad.csv", &bad)]);
    let page = case.path("report.html");
    tell(&["programme", "report", &p, "--date", "2027-05-01", "--html", &page]);
    let page = case.read("report.html").replace("@page", "").replace("@media", "");
    assert_eq!(found(&page), [""; 0], "the page to print");
    tell(&["programme", "explain", &p, "--id", panel[1], "--date", "2027-05-01"]);
    let day = "--day-to-come";
    tell(&["programme", "erase", &p, "--person", panel[3], "--date", "2027-05-02", "--keep-barred", day]);
    tell(&["programme", "erase", &p, "--person", panel[4], "--date", "2027-05-02", day]);
    let refused = said.iter().filter(|said| said.contains("[O-")).count();
    assert_eq!(refused, 1, "all but the list with a street was entered: {said:?}");
    let verify = ["programme", "verify", &p, "--sealed", "--record", &letters, "--record", &record];
    assert_eq!(found(&done(&verify)), [""; 0]);
    assert_eq!(found(&json(&verify).to_string()), [""; 0]);
    // Every file that is published: of the ledger, and of the lotteries that it names.
    let mut looked = 0;
    for public in [&p, &letters, &record].map(|dir| Path::new(dir.as_str()).join("public")) {
        for path in files(&public) {
            let bytes = std::fs::read(&path).unwrap();
            assert_eq!(found(&String::from_utf8_lossy(&bytes)), [""; 0], "{}", path.display());
            looked += 1;
        }
    }
    assert!(looked >= 50, "{looked}");
    // Ids are sealed, and no name or address is anywhere in the ledger.
    let people = case.read("P/sealed/people.csv");
    assert!(people.contains(panel[1]) && !people.contains("Naam") && !people.contains("Lindelaan"));
}
