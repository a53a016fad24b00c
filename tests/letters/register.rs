//! What a register says that nobody meant: columns of secrecy and death, dates and addresses that cannot be, cells in another
//! encoding. It is pointed out with its rows, and what stops the work says what is wrong.

use crate::run::{geloot, refused, text};
use std::fs;

const CHARTER: &str = "date = 2026-12-01\n[seed]\nsource = \"text\"\n[frame]\nreference = 2027-01-15\nage = 16\n\
    [columns]\nkey = \"nr\"\nstrata = \"kern\"\nborn = \"geboren\"\nsince = \"sinds\"\n\
    postcode = \"postcode\"\nnumber = \"huisnummer\"\n[letters]\nnumber = 10\nreserves = 4\nhomes = \"one-letter\"\n";

const HEAD: &str = "nr;kern;geboren;sinds;postcode;huisnummer";

/// Two hundred people, each in a house of their own.
fn rows() -> Vec<String> {
    (2..=201)
        .map(|n| format!("{n:05};{};{}-01-01;2020-05-06;5987 AB;{n}", ["A", "B"][n % 2], 1950 + n % 50))
        .collect()
}

/// Everything that a frame is made of.
struct Bench(tempfile::TempDir);

impl Bench {
    fn new(charter: &str, head: &str, rows: &[String]) -> Self {
        let bench = Self(tempfile::tempdir().unwrap());
        bench.write("register.csv", format!("{head}\n{}\n", rows.join("\n")).as_bytes());
        bench.write("strata.csv", b"kern\nA\nB\n");
        bench.write("charter.toml", charter.as_bytes());
        bench.write("register.key", "0a".repeat(32).as_bytes());
        bench
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.path().join(name), bytes).unwrap();
    }

    fn args(&self, more: &[&str]) -> Vec<String> {
        let files = [
            ("--register", "register.csv"),
            ("--strata", "strata.csv"),
            ("--charter", "charter.toml"),
            ("--key", "register.key"),
            ("--out", "one"),
        ];
        let files = files.into_iter().flat_map(|(option, name)| [option.to_owned(), self.path(name)]);
        let start = ["invite", "frame"].map(str::to_owned).into_iter();
        start.chain(files).chain(more.iter().map(|word| (*word).to_owned())).collect()
    }

    /// What is said while a frame is made.
    fn told(&self) -> String {
        let args = self.args(&[]);
        let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
        let said = text(&output.stderr);
        assert!(output.status.success(), "{said}");
        said
    }

    /// What is said where none is made.
    fn refused(&self, more: &[&str], code: &str) -> String {
        let args = self.args(more);
        refused(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, code)
    }
}

/// What is said of a register with one row otherwise.
fn told(row: usize, from: &str, to: &str) -> String {
    let mut rows = rows();
    assert!(rows[row - 2].contains(from));
    rows[row - 2] = rows[row - 2].replacen(from, to, 1);
    Bench::new(CHARTER, HEAD, &rows).told()
}

#[test]
fn a_good_register_says_nothing() {
    assert_eq!(Bench::new(CHARTER, HEAD, &rows()).told(), "");
}

#[test]
fn columns_of_secrecy_and_death_that_the_charter_does_not_name_are_pointed_out() {
    for heading in ["Geheim", "overleden", "Datum overlijden", "confidential", "Reden opschorting bijhouding"]
    {
        let rows: Vec<String> = rows().into_iter().map(|row| row + ";0").collect();
        let head = format!("{HEAD};{heading}");
        let said = Bench::new(CHARTER, &head, &rows).told();
        assert!(said.contains("[Y-130]") && said.contains(heading), "{said}");
        // As the charter's column of confidentiality it is no news.
        let charter = CHARTER.replace("born =", &format!("flag = \"{}\"\nborn =", heading.to_lowercase()));
        assert_eq!(Bench::new(&charter, &head, &rows).told(), "");
    }
    // One is named, and the other is not.
    let charter = CHARTER.replace("born =", "flag = \"geheim\"\nborn =");
    let rows: Vec<String> = rows().into_iter().map(|row| row + ";0;0").collect();
    let said = Bench::new(&charter, &format!("{HEAD};geheim;overleden"), &rows).told();
    assert!(said.contains("[Y-130]") && said.contains("The column \"overleden\" looks"), "{said}");
}

#[test]
fn dates_that_cannot_be_are_pointed_out_with_their_row() {
    for (row, from, to, code) in [
        (2, "1952-01-01", "1990-02-30", "Y-131"),
        (2, "1952-01-01", "1790-01-01", "Y-131"),
        (2, "1952-01-01", "2990-01-01", "Y-131"),
        (2, "1952-01-01", "2027-01-16", "Y-131"),
        (3, "2020-05-06", "2020-02-31", "Y-132"),
        (3, "2020-05-06", "2027-02-01", "Y-132"),
    ] {
        let said = told(row, from, to);
        let place = format!("row {row}, column");
        assert!(said.contains(&format!("[{code}]")) && said.contains(&place), "{to}: {said}");
        // What stands there may be personal.
        assert!(!said.contains(to), "{said}");
    }
    for to in ["1952-00-00", "0000-00-00", "1952-02-00", "1952-02-29"] {
        assert_eq!(told(2, "1952-01-01", to), "", "{to}");
    }
    // Of many the first rows are shown, and how many more there are.
    let all: Vec<String> = rows().into_iter().map(|row| row.replace("-01-01;", "-02-30;")).collect();
    let said = Bench::new(CHARTER, HEAD, &all).told();
    assert!(said.contains("[Y-131]") && said.contains("180 more"), "{said}");
}

#[test]
fn people_without_an_address_are_counted_and_words_for_none_pointed_out() {
    let said = told(7, "5987 AB", "");
    assert!(said.contains("[Y-45]") && said.contains("row 7") && said.contains("1 of 200"), "{said}");
    assert!(!said.contains("[Y-133]"), "a blank cell is no word: {said}");
    for (row, from, to) in [
        (7, "5987 AB", "geen"),
        (7, "5987 AB", "onbekend"),
        (7, "5987 AB", "-"),
        (8, "AB;8", "AB;onbekend"),
        (8, "AB;8", "AB;-"),
    ] {
        let said = told(row, from, to);
        assert!(said.contains("[Y-133]") && said.contains(&format!("row {row}, column")), "{to}: {said}");
        assert_eq!(said.contains("[Y-45]"), to.ends_with('-'), "{to}: {said}");
    }
    // Where homes decide nothing, nobody has to look.
    let mut rows = rows();
    rows[5] = rows[5].replace("5987 AB", "geen");
    rows[6] = rows[6].replace("5987 AB", "");
    let any = CHARTER.replace("homes = \"one-letter\"\n", "");
    assert_eq!(Bench::new(&any, HEAD, &rows).told(), "");
}

#[test]
fn dates_in_another_order_ask_for_a_recipe_and_blame_no_day() {
    let rows: Vec<String> = rows().into_iter().map(|row| row.replacen("19", "1-2-19", 1)).collect();
    let rows: Vec<String> = rows.into_iter().map(|row| row.replace("-01-01;", ";")).collect();
    let said = Bench::new(CHARTER, HEAD, &rows).refused(&[], "Y-10");
    assert!(said.contains("--recipe") && !said.contains("[Y-83]"), "{said}");
}

#[test]
fn a_register_in_another_encoding_is_named_as_such() {
    let bench = Bench::new(CHARTER, HEAD, &rows());
    bench.write("strata.csv", "kern\nA\nBørgel\n".as_bytes());
    let latin: Vec<u8> = fs::read(bench.path("register.csv")).unwrap();
    let latin: Vec<u8> = latin
        .split(|&b| b == b';')
        .map(|cell| if cell == b"B" { b"B\xf8rgel".to_vec() } else { cell.to_vec() })
        .collect::<Vec<_>>()
        .join(&b';');
    bench.write("register.csv", &latin);
    let said = bench.refused(&[], "Y-134");
    assert!(said.contains("UTF-8") && said.contains("rows 3, 5") && !said.contains("[Y-09]"), "{said}");
}

#[test]
fn a_word_for_homes_that_is_none_is_answered_with_those_there_are() {
    let charter = CHARTER.replace("\"one-letter\"", "\"een brief\"");
    let said = Bench::new(&charter, HEAD, &rows()).refused(&[], "Y-14");
    for word in ["\"any\"", "\"one-letter\"", "\"address-first\""] {
        assert!(said.contains(word), "{said}");
    }
}

/// The file of rates: which column is missing, and in which row a rate is none.
#[test]
fn a_file_of_rates_is_told_by_column_and_row() {
    let charter = CHARTER.replace("number = 10\n", "");
    let look = |rates: &str, code: &str| {
        let bench = Bench::new(&charter, HEAD, &rows());
        bench.write("rates.csv", rates.as_bytes());
        bench.refused(&["--for-volunteers", "2", "--response", &bench.path("rates.csv")], code)
    };
    let said = look("stratum;respons\nA;40%\nB;50%\n", "Y-31");
    assert!(said.contains("\"kern\"") && said.contains("\"rate\" or \"respons\""), "{said}");
    let said = look("kern;respons\nA;40%\nB;veel\n", "Y-40");
    assert!(said.contains("row 3") && said.contains("\"B\"") && !said.contains("row 2"), "{said}");
    let said = look("kern;respons\nA;40%\n", "Y-40");
    assert!(said.contains("\"B\"") && !said.contains("row "), "{said}");
    let said = look("kern;respons\nA;40%\nB;50%\nA;4%\n", "Y-22");
    assert!(said.contains("row 4"), "{said}");
}

/// A share is written in any way that people do, and one that is none is told.
#[test]
fn shares_and_numbers_are_read_as_people_write_them() {
    let charter = CHARTER.replace("number = 10\n", "");
    for sure in ["95%", "0,95", "0.95", "95 %"] {
        let bench = Bench::new(&charter, HEAD, &rows());
        bench.write("rates.csv", b"kern;respons\nA;40%\nB;50%\n");
        let args =
            bench.args(&["--sure", sure, "--for-volunteers", "2", "--response", &bench.path("rates.csv")]);
        let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(output.status.success(), "{sure}: {}", text(&output.stderr));
    }
    let bench = Bench::new(&charter, HEAD, &rows());
    bench.write("rates.csv", b"kern;respons\nA;40%\nB;50%\n");
    let given = |more: &[&str]| {
        let args = bench.args(&[more, &["--response", &bench.path("rates.csv")]].concat());
        let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr)
    };
    assert!(given(&["--sure", "95", "--for-volunteers", "2"]).contains("95%"));
    assert!(given(&["--sure", "1", "--for-volunteers", "2"]).contains("[Y-135]"));
    assert!(given(&["--for-volunteers", "10.000"]).contains("10000"));
    // What is no number at all is told in words, in English too.
    for (odd, due) in [("half", ""), ("12,5", ""), ("-5", " of at least 1"), ("0", " of at least 1")] {
        let said = given(&["--for-volunteers", odd]);
        assert!(said.contains(&format!("A whole number{due} is needed here")), "{said}");
    }
}

/// A number of volunteers without the response of each stratum, or with one number for all of them.
#[test]
fn a_response_is_a_file() {
    let charter = CHARTER.replace("number = 10\n", "");
    let bench = Bench::new(&charter, HEAD, &rows());
    let said = bench.refused(&["--for-volunteers", "2"], "Y-161");
    assert!(said.contains("--response is missing") && said.contains("\"rate\""), "{said}");
    for response in ["0.12", "12%", "12"] {
        let said = bench.refused(&["--for-volunteers", "2", "--response", response], "Y-161");
        assert!(said.contains(&format!("\"{response}\" is a number")), "{said}");
    }
}
