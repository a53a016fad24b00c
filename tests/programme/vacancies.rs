//! A seat that is left while no reserve can take it: a supplement is drawn, and its member has what is left of the term.

use crate::run::{done, geloot, json};
use crate::support::{Case, people, with};
use serde_json::Value;

const RULES: &str = "name = \"Proef\"\ncool-off = { served = \"36 months\" }\nkeep = { served = \"36 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n[[body]]\nname = \"Raad\"\nseats = 6\nterm = \"18 months\"\n\
    renew = { seats = 2, every = \"6 months\" }\nfrom = \"inwoners\"\n";

#[test]
fn whoever_a_supplement_seats_has_what_is_left_of_the_term() {
    let case = Case::new(RULES, "2027-01-01");
    let kern = |i: usize| if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() };
    case.write("all.csv", &people(0, 60, &[("kern", &kern)]));
    case.write("quotas.csv", "feature,value,min,max\nkern,noord,2,4\nkern,zuid,2,4\n");
    case.due_body("Raad", "all.csv", "2027-03-01", "raad");
    let record = case.draw_with("raad", Some("quotas.csv"), 6, "drie vier", &["--reserves", "2"]);
    case.add("2027-03-01", &["--record", &record, "--body", "Raad"]);
    let p = case.programme();
    let until = |id: &str, date: &str| {
        let told = json(&["programme", "explain", &p, "--id", id, "--date", date]);
        told["seats"][0]["until"].as_str().map(str::to_owned)
    };
    let ids = |file: &str| -> Vec<String> {
        let rows = case.read(file);
        rows.lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned()).collect()
    };
    let panel = ids("raad/lottery/panel.csv");
    let whole = "2028-09-01";
    let leaves = panel.iter().find(|id| until(id, "2027-03-01").as_deref() == Some(whole)).unwrap();
    // Everybody said yes; one leaves, and nobody in reserve wants the seat.
    let mut events = "date,id,event,reason\n".to_owned();
    panel.iter().for_each(|id| events.push_str(&format!("2027-03-02,{id},confirmed,\n")));
    events.push_str(&format!("2027-06-01,{leaves},withdrew,\n"));
    let log = loop {
        let log = case.write("events.csv", &events);
        // It ends with 1 where nobody is left to be called.
        let roster = geloot(&["roster", &record, "--events", &log, "--json"]);
        let roster: Value = serde_json::from_slice(&roster.stdout).unwrap();
        let Some(next) = roster["next"].as_array().unwrap().first() else { break log };
        let id = next["id"].as_str().unwrap();
        events.push_str(&format!("2027-06-02,{id},called,\n2027-06-02,{id},declined,\n"));
    };
    geloot(&["roster", &record, "--events", &log, "--publish", "--quiet"]);
    case.add("2027-06-03", &["--record", &record, "--body", "Raad"]);
    assert_eq!(until(leaves, "2027-06-04"), None);
    // Its seat is drawn anew among the others, in one chain with the first draw.
    let second = case.path("supplement");
    done(&["supplement", &record, "--events", &log, "--out", &second, "--quiet"]);
    done(&["draw", &second, "--seed", "vijf zes", "--quiet"]);
    let new = ids("supplement/panel.csv");
    assert_eq!(new.len(), 1);
    assert!(!panel.contains(&new[0]));
    case.add("2027-06-10", &["--record", &second, "--body", "Raad"]);
    assert_eq!(until(&new[0], "2027-06-11").as_deref(), Some(whole), "no longer than whoever left");
    let report = json(&["programme", "report", &p, "--date", "2027-06-11"]);
    let ends: Vec<u64> =
        report["terms"]["Raad"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).collect();
    assert_eq!(ends, [2, 2, 2], "as many seats as before, two of them at each renewal");
    let found = case.claims(&[&record, &second], &[]);
    assert_eq!(with(&found, "FAIL"), [0_u64; 0], "{found:?}");
    assert!(with(&found, "PASS").contains(&10), "{found:?}");
    crate::second::agree(&p, &[&record, &second], &[]);
}
