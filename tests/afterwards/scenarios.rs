//! The shipped scenarios of what happens after the draw, the whole way, with the figures in their own files.

use crate::run::{done, json, json_of, lottery, refused};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Scenario {
    folder: PathBuf,
    about: toml::Table,
    temp: TempDir,
}

impl Scenario {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios").join(name);
        let about = fs::read_to_string(folder.join("scenario.toml")).unwrap().parse().unwrap();
        Self { folder, about, temp: TempDir::new().unwrap() }
    }

    fn file(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    fn at(&self, name: &str) -> String {
        self.temp.path().join(name).to_string_lossy().into_owned()
    }

    /// A figure of what happens afterwards.
    fn figure(&self, key: &str) -> u64 {
        self.about["afterwards"][key].as_integer().unwrap() as u64
    }

    /// Lottery and draw; the reserves are the charter's.
    fn drawn(&self) -> String {
        let (out, seats) = (self.at("first"), self.about["seats"].to_string());
        let (pool, quotas, charter) =
            (self.file("pool.csv"), self.file("quotas.csv"), self.file("charter.toml"));
        done(&[&lottery(&pool, &quotas, &seats, &out)[..], &["--charter", &charter]].concat());
        let seed = self.about["afterwards"]["seed"].as_str().unwrap();
        let drawn = json(&["draw", &out, "--seed", seed]);
        assert_eq!(drawn["reserves"].as_array().unwrap().len() as u64, self.figure("reserves"));
        out
    }

    /// The roster after all events, published; its figures are those of the scenario.
    fn roster(&self, dir: &str) -> Value {
        let answer = json_of(&["roster", dir, "--events", &self.file("events.csv"), "--publish"], 1);
        let people = answer["people"].as_array().unwrap();
        let count = |of: &dyn Fn(&Value) -> bool| people.iter().filter(|p| of(p)).count() as u64;
        let member = |p: &Value| p["reserve"].is_null();
        let left = ["declined", "withdrew", "no-show"];
        assert_eq!(
            count(&|p| member(p) && left.contains(&p["status"].as_str().unwrap())),
            self.figure("left"),
            "{}",
            people[0]
        );
        assert_eq!(count(&|p| member(p) && p["status"] == "no-show"), self.figure("never_came"));
        assert_eq!(count(&|p| !member(p) && p["status"] == "confirmed"), self.figure("came_in"));
        for (key, figure) in [("calls", "called"), ("vacant", "empty")] {
            assert_eq!(answer[key].as_u64(), Some(self.figure(figure)), "{key}");
        }
        assert_eq!(answer["out_of_turn"], 0);
        let quotas = answer["quotas"].as_array().unwrap().iter();
        let wrong = quotas.map(|q| {
            let (min, max, now) =
                (q["min"].as_u64().unwrap(), q["max"].as_u64().unwrap(), q["confirmed"].as_u64().unwrap());
            min.saturating_sub(now) + now.saturating_sub(max)
        });
        assert_eq!(wrong.sum::<u64>(), self.figure("missing_or_too_many"));
        answer
    }
}

/// 53 of 99 leave, 40 reserves come in, and a supplement fills the rest.
#[test]
fn ireland_half_of_the_panel_is_replaced() {
    let scenario = Scenario::new("ierland-99");
    let first = scenario.drawn();
    scenario.roster(&first);
    // As when a recruiter called friends: somebody who is not in reserve cannot be called, with any reason.
    let events = fs::read_to_string(scenario.file("events.csv")).unwrap();
    let known: Vec<&str> = events.lines().filter_map(|line| line.split(',').nth(1)).collect();
    let pool = fs::read_to_string(scenario.file("pool.csv")).unwrap();
    let ids = pool.lines().skip(1).filter_map(|line| line.split(',').next());
    let friends: Vec<&str> = ids.filter(|id| !known.contains(id)).take(7).collect();
    let more: String = friends.iter().map(|id| format!("2028-01-01,{id},called,a friend\n")).collect();
    let path = scenario.at("friends.csv");
    fs::write(&path, format!("{events}{more}")).unwrap();
    let said = refused(&["roster", &first, "--events", &path], 2, "T-06");
    assert!(said.contains("called"), "{said}");

    let second = scenario.at("second");
    let events = scenario.file("events.csv");
    let base = ["supplement", &first, "--events", &events, "--out", &second];
    refused(&[&base[..], &["--repair", "1"]].concat(), 2, "T-24");
    assert!(!Path::new(&second).exists());
    done(&base);
    let drawn = json(&["draw", &second, "--seed", "peat turf bog", "--reserves", "3"]);
    assert_eq!(drawn["panel"].as_array().unwrap().len() as u64, scenario.figure("empty"));
    done(&["verify", &first]);
    let report = done(&["verify", &second, "--continues", &first]);
    assert!(!report.contains("loosened"), "{report}");
}

/// 500 drawn for 320 chairs, and 36 in 100 stay away.
#[test]
fn enschede_a_third_stays_away() {
    let scenario = Scenario::new("enschede-36-procent");
    let first = scenario.drawn();
    let answer = scenario.roster(&first);
    let came = answer["quotas"].as_array().unwrap().iter().filter(|q| q["feature"] == "geslacht");
    let came: u64 = came.map(|q| q["confirmed"].as_u64().unwrap()).sum();
    assert_eq!(came, 320 - scenario.figure("empty"));
    done(&["verify", &first]);
}
