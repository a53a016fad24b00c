//! A record with everything that a record can have, and the supplement that goes on from it.

use crate::run::{done, lottery};
use crate::support::read;
use geloot::bundle::Folder;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// Two records in one chain.
pub struct Whole {
    /// A lottery with a household rule, people who have a seat and people who are excluded; a trial, a draw that is
    /// annulled and one that counts, with the reserves that the charter declares; two lists of events, and the
    /// supplement that they led to, which replaced another.
    pub first: Folder,
    /// That supplement, drawn, with a list of events.
    pub second: Folder,
}

/// Made once.
pub fn whole() -> &'static Whole {
    static MADE: OnceLock<Whole> = OnceLock::new();
    MADE.get_or_init(make)
}

const CHARTER: &str = "date = 2026-03-01\n[seed]\nsource = \"text\"\n\n[reserves]\nnumber = 6\nattrition = \"20%\"\n\
                       rates = [{ feature = \"age\", value = \"young\", rate = 0.3 }]\n";

fn make() -> Whole {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let put = |name: &str, text: &str| {
        fs::write(temp.path().join(name), text).unwrap();
        at(name)
    };
    let mut pool = "id,name,gender,age,region,street\n".to_owned();
    for i in 0..60 {
        let (gender, age) = (["woman", "man"][i % 2], ["young", "middle", "old", "old"][i % 4]);
        let region = ["north", "south", "south"][i % 3];
        pool.push_str(&format!("p{:02},Person {i},{gender},{age},{region},Street {}\n", i * 7 % 60, i / 3));
    }
    let quotas = "feature,value,min,max\ngender,woman,4,4\ngender,man,4,4\nage,young,1,3\nage,middle,1,3\n\
                  age,old,2,5\nregion,north,1,4\nregion,south,4,7\n";
    let (pool, quotas) = (put("pool.csv", &pool), put("quotas.csv", quotas));
    let charter = put("charter.toml", CHARTER);
    let (include, exclude) = (put("in.csv", "id\np05\n"), put("out.csv", "id,ground\np11,moved away\n"));
    let (first, second) = (at("first"), at("second"));
    let mut args = lottery(&pool, &quotas, "8", &first);
    args.extend(["--household", "street", "--tickets", "1000", "--charter", &charter]);
    done(&[&args[..], &["--include", &include, "--exclude", &exclude]].concat());
    done(&["draw", &first, "--trial", "--seed", "proef"]);
    done(&["draw", &first, "--seed", "appel"]);
    done(&["draw", &first, "--redraw-because", "The hall had to be cleared.", "--seed", "peer"]);

    let mut log = Log { path: at("events.csv"), text: "date,id,event,reason\n".into(), day: 0 };
    let panel = log.ids(&first, "asked");
    for id in &panel[..4] {
        log.add(id, "confirmed", "");
    }
    log.add(&panel[0], "corrected", "a typing error");
    log.add(&panel[0], "confirmed", "");
    log.add(&panel[4], "declined", "");
    log.ids(&first, "waiting");
    log.publish(&first);
    // Somebody is called out of turn, for a reason.
    let due = log.next(&first);
    let other = log.ids(&first, "waiting").into_iter().find(|id| due.as_ref() != Some(id)).unwrap();
    log.add(&other, "called", "the reserve whose turn it was is on a journey");
    log.add(&other, "confirmed", "");
    log.add(&panel[5], "withdrew", "");
    log.add(&panel[1], "no-show", "");
    while let Some(id) = log.next(&first) {
        log.add(&id, "called", "");
        log.add(&id, "declined", "");
    }
    log.publish(&first);
    let supplement = ["supplement", &first, "--events", &log.path, "--out"];
    done(&[&supplement[..], &[&at("other")]].concat());
    done(
        &[&supplement[..], &[&second, "--replace-because", "The first one was made on a broken computer."]]
            .concat(),
    );
    done(&["draw", &second, "--seed", "pruim", "--reserves", "2"]);
    let mut log = Log { path: at("later.csv"), text: "date,id,event,reason\n".into(), day: 0 };
    let panel = log.ids(&second, "asked");
    log.add(&panel[0], "withdrew", "");
    log.publish(&second);
    Whole { first: read(Path::new(&first)), second: read(Path::new(&second)) }
}

/// A list of events that grows.
struct Log {
    path: String,
    text: String,
    day: u32,
}

impl Log {
    fn add(&mut self, id: &str, event: &str, reason: &str) {
        self.day += 1;
        self.text.push_str(&format!("2026-03-{:02},{id},{event},{reason}\n", self.day));
    }

    fn run(&self, folder: &str, more: &[&str]) -> Value {
        fs::write(&self.path, &self.text).unwrap();
        let args = ["roster", folder, "--events", &self.path, "--json"];
        let output = crate::run::geloot(&[&args[..], more].concat());
        assert!(output.status.code().unwrap() < 2, "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn publish(&self, folder: &str) {
        self.run(folder, &["--publish"]);
    }

    fn ids(&self, folder: &str, status: &str) -> Vec<String> {
        let answer = self.run(folder, &[]);
        let people = answer["people"].as_array().unwrap().iter().filter(|person| person["status"] == status);
        people.map(|person| person["id"].as_str().unwrap().to_owned()).collect()
    }

    fn next(&self, folder: &str) -> Option<String> {
        Some(self.run(folder, &[])["next"].as_array().unwrap().first()?["id"].as_str().unwrap().to_owned())
    }
}
