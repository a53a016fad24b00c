//! The vectors of `src/invite/SPEC.md` in every engine: the scripts with the keys, lists and starts of the vectors in the place of
//! those of a draw. Of the circle every start, so those between 0 and the length of the list too.

use super::{Case, charter, weighed, written};
use crate::run::done;
use geloot::base::digest::Digest;
use std::fs;
use std::path::Path;

/// Key, and the cells of an address, and a weight.
const PEOPLE: [[&str; 6]; 5] = [
    ["0042", "north", "1234AB", "12", "A", "1"],
    ["0007", "north", "1234 ab", "12", "-a", "3"],
    ["0100", "north", "1234AB", "14", "", "2"],
    ["0101", "south", "", "", "", "5"],
    ["0102", "north", "1234AC", "1", "", "4"],
];

/// Who the people of the vectors are, and their homes.
const PERSONS: [(&str, &str, &str); 4] = [
    ("0042", "0e03f668ea515dd0ebf589d6c956749a", "887e2227752b4948e04e5945b6ec3910"),
    ("0007", "6f5ec2bc9151a74163e1526a8314f37e", "887e2227752b4948e04e5945b6ec3910"),
    ("0100", "ac80e3a41991daf4a705786098f6f1af", "77fcc7f2700489db5604abbdee64c027"),
    ("0102", "30756a27a54f3f8d144b65bd1ebd6a5c", "816199a28bae72fe039e5b49905b305f"),
];

/// The order by rank, and for each start of the circle the two who are drawn.
const RANK: [&str; 4] = ["0007", "0100", "0102", "0042"];
const CIRCLE: [[&str; 2]; 4] = [["0042", "0100"], ["0042", "0100"], ["0007", "0102"], ["0007", "0102"]];

/// With weights, some starts of the circles of homes and of persons, and who is drawn.
const WEIGHED: [(u32, [&str; 2], [&str; 2]); 4] = [
    (0, ["0100", "0042"], ["0100", "0042"]),
    (3, ["0007", "0102"], ["0100", "0102"]),
    (5, ["0007", "0102"], ["0007", "0102"]),
    (9, ["0100", "0102"], ["0007", "0102"]),
];

/// The table of the vectors, in words that every engine has.
fn table(engine: &str) -> String {
    let columns =
        "anummer, wijk, postcode, huisnummer, huisletter, geboren, sinds, geheim, toevoeging, gewicht";
    let row = |[key, place, postcode, house, addition, weight]: [&str; 6]| {
        format!(
            "('{key}', '{place}', '{postcode}', '{house}', '{addition}', '1970-05-05', '2001-01-01', '0', '', '{weight}')"
        )
    };
    let rows = PEOPLE.map(row).join(", ");
    match engine {
        "spark" => {
            format!("create table vectors using parquet as select * from values {rows} as v({columns});\n")
        }
        _ => format!("create table vectors as select * from (values {rows}) v({columns});\n"),
    }
}

/// The script of a draw, with 64 signs of `key` before each `|| of`.
fn keyed(script: &str, of: &str, key: char) -> String {
    let mark = format!("' || {of}");
    let mut text = script.to_owned();
    let found: Vec<usize> = script.match_indices(&mark).map(|(at, _)| at).collect();
    for at in found {
        let digits =
            at.checked_sub(64).filter(|from| script[*from..at].bytes().all(|b| b.is_ascii_hexdigit()));
        if let Some(from) = digits {
            text.replace_range(from..at, &key.to_string().repeat(64));
        }
    }
    assert!(text.contains(&format!("{}{mark}", key.to_string().repeat(64))), "{of}: {script}");
    text
}

/// The script with this list in the place of all of its own.
fn listed(script: &str, list: &str) -> String {
    let from = script.find("(1, ").unwrap();
    let (mut depth, mut to) = (0, from);
    for (at, sign) in script[from..].char_indices() {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        // The list is over: its bracket is closed, or what it is called follows.
        if depth < 0 || depth == 0 && !"),".contains(sign) && !sign.is_whitespace() {
            break;
        }
        if depth == 0 && sign == ')' {
            to = from + at + 1;
        }
    }
    format!("{}{list}{}", &script[..from], &script[to..])
}

/// The tag in the names of a script's tables.
fn tag(script: &str) -> String {
    script.split_once("geloot_").map(|(_, rest)| rest[..8].to_owned()).unwrap()
}

/// Writes the scripts and gives their paths, in the order in which they are to run.
pub fn scripts(root: &Path, folder: &Path, cases: &[Case], engine: &str) -> Vec<String> {
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let strata = write("vectors-strata.csv", "wijk\nnorth\nsouth\n");
    let key = root.join("register.key").to_string_lossy().into_owned();
    let out = folder.join("vectors-read.sql").to_string_lossy().into_owned();
    let framed = |terms: &str| {
        let terms = write("vectors.toml", terms);
        let files =
            ["--charter", &terms, "--key", &key, "--strata", &strata, "--table", "vectors", "--out", &out];
        done(&[&["invite", "sql", "--engine", engine, "--act", "frame", "--published"][..], &files].concat());
        // What is published has 64 zeros in the place of the secret, which are the secret of the vectors.
        let script = fs::read_to_string(&out).unwrap();
        fs::remove_file(&out).unwrap();
        script
    };
    let frame = framed(&charter("one-letter", "number = 1"));
    let heavy = framed(&weighed("any", "number = 1"));
    let mut all = vec![
        write("vectors-frame.sql", &format!("{}{frame}", table(engine))),
        write("vectors-weights.sql", &heavy),
    ];
    let letters = |name: &str, own: &str| {
        let dir = cases.iter().find(|case| case.name == name).unwrap().folder.to_string_lossy().into_owned();
        let out = folder.join(format!("vectors-of-{name}.sql")).to_string_lossy().into_owned();
        done(&["invite", "sql", &dir, "--engine", engine, "--act", "letters", "--out", &out]);
        let script = fs::read_to_string(&out).unwrap();
        script.replace(&tag(&script), own)
    };
    let own = tag(&frame);
    let rank = keyed(&letters("any", &own), "person", '1');
    all.push(write("vectors-rank.sql", &listed(&rank, "(1, 4, 4, 0)").replace("draw1_", "draw9_")));
    let circle = keyed(&keyed(&letters("one-letter", &own), "home", '2'), "z.person", '3');
    for start in 0..4 {
        let script = listed(&circle, &format!("(1, 2, 4, {start})"));
        all.push(write(
            &format!("vectors-circle{start}.sql"),
            &script.replace("draw1_", &format!("draw{start}_")),
        ));
    }
    for (case, stands) in [("weights-one", "home"), ("weights", "person")] {
        let circle = keyed(&keyed(&letters(case, &tag(&heavy)), stands, '2'), "z.person", '3');
        for (start, ..) in WEIGHED {
            let script = listed(&circle, &format!("(1, 2, 10, {start})"));
            let draw = format!("draw{start}{}_", stands.len());
            all.push(write(&format!("vectors-{case}{start}.sql"), &script.replace("draw1_", &draw)));
        }
    }
    all
}

/// Compares what an engine made of them.
pub fn compare(folder: &Path, engine: &str) {
    let frame = written(&folder.join("vectors-frame/frame.csv"));
    assert_eq!(
        Digest::of(&frame).to_string(),
        "9e6f15cb69be0725925f90847f4dc92ec0e534ebaaf3d27da4f00fe46dbf199c",
        "{engine}"
    );
    let people = written(&folder.join("vectors-frame/people.csv"));
    assert_eq!(people, b"stratum,people\n1,4\n2,1\n", "{engine}");
    let drawn = |script: &str| -> Vec<String> {
        let text = String::from_utf8(written(&folder.join(script).join("letters.csv"))).unwrap();
        let key = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            let (key, _, home) = PERSONS.iter().find(|(_, person, _)| *person == cells[2]).unwrap();
            assert_eq!(cells[3], *home, "{engine}: {line}");
            (*key).to_owned()
        };
        text.lines().skip(1).map(key).collect()
    };
    assert_eq!(drawn("vectors-rank"), RANK, "{engine}");
    for (start, due) in CIRCLE.iter().enumerate() {
        let mut found = drawn(&format!("vectors-circle{start}"));
        found.sort();
        assert_eq!(found, due, "{engine}, start {start}");
    }
    let frame = written(&folder.join("vectors-weights/frame.csv"));
    assert_eq!(
        Digest::of(&frame).to_string(),
        "9f2917de63d85eea963048df0f1b7ad97fe114a81fa467d3d959b1c376e9a480",
        "{engine}"
    );
    let people = written(&folder.join("vectors-weights/people.csv"));
    assert_eq!(people, b"stratum,people,weight,greatest\n1,4,10,4\n2,1,5,5\n", "{engine}");
    for (start, by_home, by_person) in WEIGHED {
        assert_eq!(drawn(&format!("vectors-weights-one{start}")), by_home, "{engine}, start {start}");
        assert_eq!(drawn(&format!("vectors-weights{start}")), by_person, "{engine}, start {start}");
    }
}
