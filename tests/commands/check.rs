//! `geloot check` as scripts use it: exit codes, what goes where, JSON, and that every flag counts.

use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};

fn check(folder: &str, seats: &str, more: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    Command::new(env!("CARGO_BIN_EXE_geloot"))
        .arg("check")
        .arg("--pool")
        .arg(folder.join("pool.csv"))
        .arg("--quotas")
        .arg(folder.join("quotas.csv"))
        .args(["--seats", seats])
        .args(more)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn object(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn exit_codes_tell_what_happened() {
    for (folder, seats, code) in [
        ("fixtures/dialects/plain", "4", 0),
        ("fixtures/faults/R-08-too-few-cells", "4", 0),
        ("fixtures/faults/A-02-too-few-people", "7", 1),
        ("tests/cmd/impossible", "2", 1),
        ("fixtures/faults/P-03-missing-value", "4", 2),
        ("fixtures/dialects/plain", "0", 2),
        ("fixtures/dialects/plain", "-1", 2),
        ("fixtures/dialects/plain", "4294967296", 2),
        ("fixtures/no-such-folder", "4", 3),
    ] {
        let output = check(folder, seats, &[]);
        assert_eq!(output.status.code(), Some(code), "{folder} {}", text(&output.stderr));
        assert_eq!(code > 1, output.stdout.is_empty(), "{folder}: a table when the files are in order");
        let json = check(folder, seats, &["--json"]);
        assert_eq!(json.status.code(), Some(code), "{folder} --json");
    }
}

#[test]
fn one_object_says_everything() {
    let found = object(&check("tests/cmd/impossible", "2", &["--json"]));
    assert_eq!(found["feasible"], false);
    assert_eq!(found["clash"].as_array().unwrap().len(), 3);
    let found = object(&check("fixtures/dialects/plain", "4", &["--json"]));
    assert_eq!(found["feasible"], true);
    assert_eq!(found["clash"], json!([]));
    assert_eq!(
        (&found["people"], &found["profiles"], &found["seats"], &found["id_column"]),
        (&json!(6), &json!(6), &json!(4), &json!("deelnemerscode"))
    );
    let kern = &found["features"][1];
    assert_eq!(kern["name"], "kern");
    let beringe = json!({
        "name": "Beringe", "people": 2, "share": 2.0 / 6.0, "min": 1, "max": 2, "min_flex": 0, "max_flex": 3,
        "impossible": false, "seats_on_average": 1.333333
    });
    assert_eq!(kern["values"][0], beringe);
    assert_eq!(kern["values"][2]["min_flex"], Value::Null);
    assert_eq!(found["faults"][0]["code"], "P-11");
}

#[test]
fn faults_are_in_the_object_and_in_words() {
    let output = check("fixtures/faults/P-02-unknown-value", "4", &["--json"]);
    let faults = object(&output)["faults"].as_array().unwrap().clone();
    let older = faults.iter().find(|fault| fault["cell"] == "older").unwrap();
    assert_eq!(
        (&older["code"], &older["grade"], &older["column"]),
        (&json!("P-02"), &json!("stop"), &json!("age"))
    );
    assert_eq!((&older["rows"], &older["more_rows"]), (&json!([6, 7]), &json!(0)));
    assert!(older["text"].as_str().unwrap().ends_with("[P-02]"));
    assert!(text(&output.stderr).contains("Did you mean \"man\"?"), "words go to standard error as well");
    let missing = object(&check("fixtures/no-such-folder", "4", &["--json"]));
    assert_eq!(missing["error"]["code"], "F-01");
}

#[test]
fn quiet_leaves_out_notes_and_nothing_else() {
    let (loud, quiet) =
        (check("fixtures/dialects/plain", "4", &[]), check("fixtures/dialects/plain", "4", &["-q"]));
    assert_eq!(loud.stdout, quiet.stdout);
    // Ids 01 and 1 are for somebody to look at.
    assert!(text(&loud.stderr).contains("[P-11]") && !text(&quiet.stderr).contains("Note."));
    assert!(text(&quiet.stderr).starts_with("Check this.") && text(&quiet.stderr).contains("[P-12]"));
    let stopped = check("fixtures/faults/P-03-missing-value", "4", &["--quiet"]);
    assert!(text(&stopped.stderr).contains("[P-03]") && !text(&stopped.stderr).contains("[P-11]"));
    // What somebody must look at is a problem too, though it stops nothing.
    let doubtful = check("fixtures/faults/R-17-formulas", "4", &["--quiet"]);
    assert!(text(&doubtful.stderr).contains("Check this.") && text(&doubtful.stderr).contains("[R-17]"));
}

#[test]
fn seats_and_id_column_change_the_answer() {
    assert_eq!(object(&check("fixtures/dialects/plain", "3", &["--json"]))["seats"], 3);
    let named = check("fixtures/dialects/plain", "4", &["--json", "--id-column", "DEELNEMERSCODE "]);
    let codes: Vec<Value> =
        object(&named)["faults"].as_array().unwrap().iter().map(|fault| fault["code"].clone()).collect();
    assert_eq!(codes, ["P-12"], "an id column that was asked for needs no note");
    let other = check("fixtures/dialects/plain", "4", &["--id-column", "opmerking"]);
    assert_eq!(other.status.code(), Some(2));
    assert!(text(&other.stderr).contains("[P-07]"), "blank remarks are no ids");
}

#[test]
fn nothing_is_written() {
    let place = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dialects/plain");
    for file in ["pool.csv", "quotas.csv"] {
        std::fs::copy(root.join(file), place.path().join(file)).unwrap();
    }
    let output = check(place.path().to_str().unwrap(), "4", &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 2);
}

/// Output that nobody reads any more is no mistake, and the exit code still counts.
#[cfg(unix)]
#[test]
fn a_closed_pipe_changes_no_exit_code() {
    for (folder, seats, code) in [("fixtures/dialects/plain", "4", 0), ("tests/cmd/impossible", "2", 1)] {
        for flag in ["--quiet", "--json"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let status = Command::new(env!("CARGO_BIN_EXE_geloot"))
                .args(["check", flag, "--seats", seats, "--pool"])
                .arg(folder.join("pool.csv"))
                .arg("--quotas")
                .arg(folder.join("quotas.csv"))
                .stdout(writer)
                .stderr(std::process::Stdio::null())
                .status();
            assert_eq!(status.unwrap().code(), Some(code));
        }
    }
}
