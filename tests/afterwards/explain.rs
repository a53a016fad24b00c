//! What one person is told became of them: in the pool, left out, with a seat from before, in reserve, called, gone.

use crate::draws::{done, json};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

struct Desk {
    temp: TempDir,
}

impl Desk {
    fn at(&self, name: &str) -> String {
        self.temp.path().join(name).to_string_lossy().into_owned()
    }

    fn put(&self, name: &str, text: &str) -> String {
        fs::write(self.at(name), text).unwrap();
        self.at(name)
    }

    /// Thirty people; two have a seat, one of them from outside the pool, and one may not be drawn.
    fn lottery(&self, detail: &str) -> String {
        let row =
            |i: usize| format!("{i:02},{},{}\n", ["woman", "man"][i % 2], ["north", "south"][i / 2 % 2]);
        let pool =
            self.put("pool.csv", &("id,gender,region\n".to_owned() + &(0..30).map(row).collect::<String>()));
        let quotas =
            "feature,value,min,max\ngender,woman,3,5\ngender,man,3,5\nregion,north,3,5\nregion,south,3,5\n";
        let (quotas, dir) = (self.put("quotas.csv", quotas), self.at(detail));
        let include = self.put("in.csv", "id,gender,region\nA,woman,south\n04,woman,north\n");
        let exclude = self.put("out.csv", "id,ground\n05,works for the city\n");
        let more =
            ["--include", &include, "--exclude", &exclude, "--public-detail", detail, "--tickets", "1000"];
        done(&[&crate::run::lottery(&pool, &quotas, "8", &dir)[..], &more].concat());
        dir
    }
}

fn told(dir: &str, id: &str) -> (Value, String) {
    let answer = json(&["explain", dir, "--id", id]);
    let text = answer["text"].as_str().unwrap().to_owned();
    // On a screen the paragraph is in lines.
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&done(&["explain", dir, "--id", id])).contains(&words(&text)));
    let code = answer["code"].as_str().unwrap();
    assert_eq!(json(&["explain", dir, "--code", code]), answer, "by code as by id");
    (answer, text)
}

fn has(text: &str, parts: &[&str]) {
    assert!(parts.iter().all(|part| text.contains(part)), "{parts:?} in\n{text}");
}

#[test]
fn everybody_is_told_what_became_of_them() {
    for detail in ["codes", "profiles"] {
        let desk = Desk { temp: TempDir::new().unwrap() };
        let dir = desk.lottery(detail);
        let (out, text) = told(&dir, "05");
        assert_eq!((&out["part"], &out["ground"]), (&"excluded".into(), &"works for the city".into()));
        has(&text, &["left out before this lottery", "\"works for the city\"", "could not be drawn"]);
        let (seated, text) = told(&dir, "A");
        assert_eq!((&seated["part"], &seated["status"]), (&"seated before".into(), &"confirmed".into()));
        has(
            &text,
            &["had a seat already", "gender: woman; region: south", "other 6 of 8 seats", "You have a seat."],
        );
        has(&told(&dir, "00").1, &["The lottery has 1,000 tickets", "Nothing has been drawn yet."]);

        done(&["draw", &dir, "--trial", "--seed", "proef"]);
        let trial = fs::read_to_string(Path::new(&dir).join("trials/1/panel.csv")).unwrap();
        let on_trial = trial.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
        has(
            &told(&dir, &on_trial).1,
            &["Nothing has been drawn yet.", "on the panel of trial 1; a trial decides nothing"],
        );

        let drawn = json(&["draw", &dir, "--seed", "appel", "--reserves", "5"]);
        let ids = |key: &str| -> Vec<String> {
            drawn[key].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
        };
        let (panel, reserves) = (ids("panel"), ids("reserves"));
        let bystander = (0..30)
            .map(|i| format!("{i:02}"))
            .find(|id| !panel.contains(id) && !reserves.contains(id) && !["04", "05"].contains(&id.as_str()));
        let bystander = bystander.unwrap();
        let (_, text) = told(&dir, &bystander);
        has(
            &text,
            &[
                "not on its panel",
                "not in reserve either; 5 people were drawn",
                "only a supplementary lottery",
            ],
        );
        let (answer, text) = told(&dir, &reserves[2]);
        assert_eq!((&answer["reserve"], &answer["status"]), (&3.into(), &"waiting".into()));
        has(&text, &["You are reserve 3 of 5", "not in the record yet", "You have not been called"]);

        // One leaves, whoever is due is called, one is called out of turn and comes not, one had a seat.
        let first =
            desk.put("events.csv", &format!("date,id,event,reason\n2027-04-01,{},declined,ill\n", panel[0]));
        let due = json(&["roster", &dir, "--events", &first])["next"][0]["id"].as_str().unwrap().to_owned();
        let other = reserves.iter().find(|id| **id != due).unwrap();
        let events = format!(
            "date,id,event,reason\n2027-04-01,{},declined,ill\n2027-04-01,{due},called,\n2027-04-03,{due},yes,\n\
             2027-04-03,{},yes,\n2027-04-05,{},withdrew,moved\n2027-04-05,{other},called,lives next door\n\
             2027-05-01,{other},no-show,\n2027-05-01,A,withdrew,\n",
            panel[0], panel[1], panel[1]
        );
        let events = desk.put("events.csv", &events);
        let state = crate::run::geloot(&["roster", &dir, "--events", &events, "--publish"]);
        assert!(state.status.code().unwrap() < 2, "{}", String::from_utf8_lossy(&state.stderr));
        let (answer, text) = told(&dir, &panel[0]);
        assert_eq!((&answer["status"], &answer["roster"]), (&"declined".into(), &1.into()));
        has(&text, &["you are on its panel", "1 April 2027: you said no.", "So you have no seat"]);
        assert!(!text.contains("ill"), "{text}");
        let (answer, text) = told(&dir, &due);
        assert_eq!(answer["events"].as_array().unwrap().len(), 2);
        has(
            &text,
            &[
                "1 April 2027: you were called, because it was your turn.",
                "3 April 2027: you said yes.",
                "You have a seat.",
            ],
        );
        let (answer, text) = told(&dir, other);
        assert_eq!(answer["status"], "no-show");
        let called = text.contains("called out of turn, for this reason: \"lives next door\"");
        assert!(called || text.contains("because it was your turn"), "{text}");
        has(&text, &["1 May 2027: you did not come."]);
        has(&told(&dir, &panel[1]).1, &["you said yes", "5 April 2027: you withdrew", "no seat"]);
        has(&told(&dir, "A").1, &["had a seat already", "1 May 2027: you withdrew", "So you have no seat"]);

        // In the supplement everybody is there again, as what they are now.
        let second = desk.at(&format!("second-{detail}"));
        // Two seats are empty; every reserve who could take one says no.
        let mut events = fs::read_to_string(&events).unwrap();
        for reserve in reserves.iter().filter(|id| **id != due && *id != other) {
            events.push_str(&format!("2027-05-02,{reserve},declined,\n"));
        }
        let events = desk.put("events.csv", &events);
        let args = ["supplement", &dir, "--events", &events, "--out", &second];
        done(&args);
        has(&told(&dir, &panel[0]).1, &["goes on in a supplement, geloot"]);
        let (answer, text) = told(&second, &panel[0]);
        assert_eq!((&answer["part"], &answer["ground"]), (&"excluded".into(), &"declined".into()));
        has(&text, &["out since before this supplementary lottery", "\"declined\"", "not drawn again"]);
        assert_eq!(told(&second, "A").0["ground"], "withdrew");
        has(&told(&second, &due).1, &["had a seat already when this supplementary lottery was made"]);
        has(&told(&second, &bystander).1, &["Nothing has been drawn yet."]);
        // The same command again finishes what was cut off, and adds nothing.
        let before = geloot::io::read_folder(Path::new(&dir), &|_| false).unwrap();
        let again = crate::run::geloot(&args);
        assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
        assert!(String::from_utf8_lossy(&again.stderr).contains("was made before"));
        assert_eq!(geloot::io::read_folder(Path::new(&dir), &|_| false).unwrap(), before);
        crate::run::refused(&["explain", &dir, "--id", "nobody"], 2, "W-02");
        // A spreadsheet dropped the zero in front.
        let said = crate::run::refused(&["explain", &dir, "--id", "7"], 2, "W-02");
        assert!(said.contains("somebody has \"07\""), "{said}");
        crate::run::refused(&["explain", &dir, "--id", "05", "--receipt-out", &desk.at("r")], 2, "W-06");
    }
}
