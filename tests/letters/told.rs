//! What is told of an invitation lottery though nothing stops it: waves of letters of a draw that was annulled, strata that are passed
//! over, evidence that everybody knew, columns and days that are not what a charter means.

use crate::run::{done, geloot, json, json_of, refused, second, text};
use geloot::base::digest::Digest;
use geloot::seed::Manifest;
use serde_json::Value;
use std::fs;
use std::path::Path;

pub const CHARTER: &str = "date = 2026-12-01\n[seed]\nsource = \"text\"\n[frame]\nreference = 2027-01-15\nage = 16\n\
    [columns]\nkey = \"nr\"\nstrata = \"kern\"\nborn = \"geboren\"\nflag = \"geheim\"\n\
    [letters]\nnumber = 20\nreserves = 10\n";

/// A place with everything that a frame is made of.
pub struct Bench {
    place: tempfile::TempDir,
}

impl Bench {
    /// With a register in which `flag` says how confidential somebody is.
    pub fn new(charter: &str, flag: impl Fn(u32) -> &'static str) -> Self {
        let bench = Self { place: tempfile::tempdir().unwrap() };
        let row =
            |n: u32| format!("{n:05};{};{}-01-01;{}\n", ["A", "B"][n as usize % 2], 1950 + n % 70, flag(n));
        let rows: String = (1..=200).map(row).collect();
        bench.write("register.csv", &format!("nr;kern;geboren;geheim\n{rows}"));
        bench.write("strata.csv", "kern\nA\nB\n");
        bench.write("charter.toml", charter);
        bench.write("register.key", &"0a".repeat(32));
        bench
    }

    pub fn path(&self, name: &str) -> String {
        self.place.path().join(name).to_string_lossy().into_owned()
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.place.path().join(name), text).unwrap();
    }

    pub fn frame(&self) -> Vec<String> {
        let paths =
            ["register.csv", "strata.csv", "charter.toml", "register.key", "one"].map(|name| self.path(name));
        let names = ["--register", "--strata", "--charter", "--key", "--out"].map(str::to_owned);
        let args = ["invite", "frame"].map(str::to_owned).into_iter();
        args.chain(names.into_iter().zip(paths).flat_map(|(name, path)| [name, path])).collect()
    }
}

pub fn strs(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

/// The outcome of a claim, and everything that is said besides.
pub fn claim(dir: &str, number: u64, exit: i32) -> (String, String) {
    let all = json_of(&["verify", dir], exit);
    let claim = all["claims"].as_array().unwrap().iter().find(|c| c["claim"] == number).unwrap();
    (claim["outcome"].as_str().unwrap().to_owned(), claim["remarks"].to_string())
}

/// What the second verifier says of it, where there is a Python.
pub fn twice(dir: &str, number: u64) -> Option<String> {
    let output = second(&[dir])?;
    let said = text(&output.stdout);
    let line = said.lines().find(|line| line.split_whitespace().next() == Some(&format!("I{number}")))?;
    Some(line.to_owned())
}

/// Makes the manifest of a folder again, as a forger would.
pub fn refit(folder: &Path) {
    let path = folder.join("manifest.txt");
    let old = Manifest::parse(&fs::read(&path).unwrap()).unwrap();
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    let files: Vec<(String, Vec<u8>)> =
        old.entries().iter().map(|entry| (entry.name.clone(), read(&entry.name))).collect();
    let listed: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    fs::write(&path, Manifest::of(&listed).unwrap().to_string()).unwrap();
}

pub fn facts(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn letters_of_a_draw_that_was_annulled_are_told_and_none_come_after_those_of_the_next() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    assert_eq!(claim(&dir, 16, 0), ("PASS".into(), "[]".into()));
    done(&["invite", "draw", &dir, "--redraw-because", "the printer had the wrong list"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-02-20"]);
    let (outcome, said) = claim(&dir, 16, 0);
    assert!(outcome == "PASS" && said.contains("annulled") && said.contains("draw 2"), "{said}");
    if let Some(said) = twice(&dir, 16) {
        assert!(said.contains("PASS") && said.contains("annulled"), "{said}");
    }
    // The same letters, but those of the first draw come after those of the second.
    let waves = |n: u32| Path::new(&dir).join(format!("public/waves/{n}"));
    let [mut first, mut last] = [1, 2].map(|n| facts(&waves(n).join("waves.json")));
    (first["letters"], last["letters"]) = (last["letters"].clone(), first["letters"].clone());
    fs::write(waves(1).join("waves.json"), format!("{first:#}\n")).unwrap();
    refit(&waves(1));
    last["previous"] = Digest::of(&fs::read(waves(1).join("manifest.txt")).unwrap()).to_string().into();
    fs::write(waves(2).join("waves.json"), format!("{last:#}\n")).unwrap();
    refit(&waves(2));
    assert_eq!(claim(&dir, 16, 1).0, "FAIL");
    if let Some(said) = twice(&dir, 16) {
        assert!(said.contains("FAIL"), "{said}");
    }
}

#[test]
fn a_stratum_that_waves_pass_over_is_told() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    bench.write("waves.csv", "stratum,wave,from,to,date,reason\n1,1,1,10,2027-01-20,first letters\n");
    let output = geloot(&["invite", "waves", &dir, "--waves", &bench.path("waves.csv"), "--json"]);
    assert!(output.status.success() && text(&output.stderr).contains("\"B\""), "{}", text(&output.stderr));
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(said["skipped"], serde_json::json!([2]));
    let (outcome, said) = claim(&dir, 16, 0);
    assert!(outcome == "PASS" && said.contains("Stratum 2"), "{said}");
    if let Some(said) = twice(&dir, 16) {
        assert!(said.contains("strata 2"), "{said}");
    }
    bench.write(
        "waves.csv",
        "stratum,wave,from,to,date,reason\n1,1,1,10,2027-01-20,first letters\n2,1,1,10,2027-01-21,the others\n",
    );
    done(&["invite", "waves", &dir, "--waves", &bench.path("waves.csv")]);
    assert_eq!(claim(&dir, 16, 0), ("PASS".into(), "[]".into()));
}

/// A frame whose strata look alike is refused; frozen by something else, it is told by both verifiers.
#[test]
fn strata_that_look_alike_are_told() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    for other in ["\u{410}", "a", "A\u{2060}"] {
        bench.write("strata.csv", &format!("kern\nA\n{other}\n"));
        let said = refused(&strs(&bench.frame()), 2, "Y-150");
        assert!(said.contains("row 3") && said.contains("\"kern\""), "{said}");
    }
    bench.write("strata.csv", "kern\nA\nB\n");
    json(&strs(&bench.frame()));
    assert_eq!(claim(&dir, 6, 0), ("PASS".into(), "[]".into()));
    let public = Path::new(&dir).join("public");
    let honest = fs::read_to_string(public.join("strata.csv")).unwrap();
    fs::write(public.join("strata.csv"), honest.replace("2,B", "2,\u{410}")).unwrap();
    refit(&public);
    let manifest = Manifest::parse(&fs::read(public.join("manifest.txt")).unwrap()).unwrap();
    fs::write(public.join("commitment.txt"), format!("{}\n", manifest.commit())).unwrap();
    let (outcome, said) = claim(&dir, 6, 0);
    assert!(outcome == "PASS" && said.contains("look alike"), "{outcome}: {said}");
    if let Some(said) = twice(&dir, 6) {
        assert!(said.contains("PASS") && said.contains("look alike"), "{said}");
    }
}

/// Days of waves are of the years 1900 to 2999, for both verifiers.
#[test]
fn a_wave_of_a_year_that_nobody_lives_in_is_none() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let wave = Path::new(&dir).join("public/waves/1");
    let honest = fs::read_to_string(wave.join("waves.csv")).unwrap();
    for (day, due) in
        [("1900-01-01", "PASS"), ("2999-12-31", "PASS"), ("0000-01-01", "FAIL"), ("3000-01-01", "FAIL")]
    {
        fs::write(wave.join("waves.csv"), honest.replace("2027-01-20", day)).unwrap();
        refit(&wave);
        assert_eq!(claim(&dir, 16, i32::from(due == "FAIL")).0, due, "{day}");
        if let Some(said) = twice(&dir, 16) {
            assert!(said.contains(due), "{day}: {said}");
        }
    }
}

#[test]
fn evidence_that_everybody_knows_draws_no_letters() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--trial", "--seed", "appel peer"]);
    refused(&["invite", "draw", &dir, "--seed", "Appel  peer"], 2, "D-30");
    done(&["invite", "draw", &dir, "--seed", "banaan"]);
    done(&["invite", "draw", &dir, "--redraw-because", "a power cut", "--seed", "citroen"]);
    refused(&["invite", "draw", &dir, "--redraw-because", "once more", "--seed", "citroen"], 2, "D-30");
    assert_eq!(claim(&dir, 10, 0), ("PASS".into(), "[]".into()));
    // A trial that was made later with the words of the draw says so as well: a record does not tell which came first.
    done(&["invite", "draw", &dir, "--trial", "--seed", "citroen"]);
    let (outcome, said) = claim(&dir, 10, 0);
    assert!(outcome == "PASS" && said.contains("trial 2"), "{said}");
    if let Some(said) = twice(&dir, 10) {
        assert!(said.contains("draws/2 has the evidence of trials/2"), "{said}");
    }
}

#[test]
fn flags_that_are_no_digits_are_told_with_their_rows() {
    let words = Bench::new(CHARTER, |n| if n % 50 == 0 { "ja" } else { "nee" });
    let output = geloot(&strs(&words.frame()));
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    for wanted in ["[Y-12]", "\"ja\" in 4 rows", "\"nee\" in 196 rows"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    // Where some take part it is told all the same; digits are as registers have them.
    let some = Bench::new(CHARTER, |n| if n % 2 == 0 { "0" } else { "nee" });
    let output = geloot(&strs(&some.frame()));
    let said = text(&output.stderr);
    assert!(
        output.status.success() && said.contains("[Y-82]") && said.contains("\"nee\" in 100 rows"),
        "{said}"
    );
    let digits = Bench::new(CHARTER, |n| if n % 50 == 0 { "7" } else { "0" });
    assert!(!text(&geloot(&strs(&digits.frame())).stderr).contains("[Y-82]"));
}

#[test]
fn a_day_far_from_the_register_is_told() {
    let far = |day: &str| {
        let bench = Bench::new(&CHARTER.replace("2027-01-15", day), |_| "0");
        let output = geloot(&strs(&bench.frame()));
        text(&output.stderr).contains("[Y-83]")
    };
    // The youngest were born in 2019.
    assert!(far("2072-01-15") && far("1997-01-15") && !far("2027-01-15") && !far("2019-06-01"));
}

#[test]
fn rows_of_one_person_that_do_not_agree_are_told() {
    let told = |charter: &str, row: &str, wanted: [bool; 2]| {
        let bench = Bench::new(charter, |_| "0");
        let register = fs::read_to_string(bench.path("register.csv")).unwrap();
        bench.write("register.csv", &format!("{register}{row}\n"));
        let output = geloot(&strs(&bench.frame()));
        let said = text(&output.stderr);
        assert!(output.status.success(), "{said}");
        assert_eq!(["[Y-85]", "[Y-86]"].map(|code| said.contains(code)), wanted, "{row}: {said}");
    };
    // The first row of this number is of B and 1951.
    told(CHARTER, "00001;B;1951-01-01;0", [false, false]);
    told(CHARTER, "00001;B;1951-00-00;0", [false, false]);
    told(CHARTER, "00001;B;1952-00-00;0", [true, false]);
    told(CHARTER, "00001;A;0000-00-00;0", [false, true]);
    told(CHARTER, "00001;A;1999-01-01;0", [true, true]);
    // Where one of them is newer it decides.
    let since = CHARTER.replace("geboren\"", "geboren\"\nsince = \"geboren\"");
    told(&since, "00001;A;1999-01-01;0", [true, false]);
}

#[test]
fn codes_have_a_key_of_their_own() {
    let bench = Bench::new(CHARTER, |_| "0");
    let (dir, key) = (bench.path("one"), bench.path("register.key"));
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    refused(&["invite", "codes", &dir, "--key", &key, "--out", &bench.path("codes.csv")], 2, "Y-84");
    assert!(!Path::new(&bench.path("codes.csv")).exists());
    bench.write("codes.key", &"0b".repeat(32));
    done(&["invite", "codes", &dir, "--key", &bench.path("codes.key"), "--out", &bench.path("codes.csv")]);
}

/// A number of the population register, ten digits, that passes its tests; the n-th of them.
fn register_number(n: usize) -> String {
    let sound = |number: &u64| {
        let digits: Vec<u64> = number.to_string().bytes().map(|b| u64::from(b - b'0')).collect();
        let weighed: u64 = digits.iter().enumerate().map(|(at, digit)| digit << at).sum();
        digits.windows(2).all(|two| two[0] != two[1])
            && matches!(digits.iter().sum::<u64>() % 11, 0 | 5)
            && weighed.is_multiple_of(11)
    };
    (1_010_101_010u64..).filter(sound).nth(n).unwrap().to_string()
}

/// The key of the register can be a number that no list may have; and what is wrong with a row is told by the file and row that
/// people have.
#[test]
fn a_recipe_with_a_number_that_is_never_copied_as_the_key() {
    let charter = CHARTER
        .replace("key = \"nr\"", "key = [\"anummer\", \"A-nummer\"]")
        .replace("flag = \"geheim\"\n", "");
    let bench = Bench::new(&charter, |_| "0");
    let numbers: Vec<String> = (0..60).map(register_number).collect();
    let row = |n: usize| format!("{};{};{}-05-06\n", numbers[n], ["A", "B"][n % 2], 1950 + n);
    let [one, other] = [0..30, 30..60].map(|rows| rows.map(row).collect::<String>());
    bench.write("a.csv", &format!("Export\n\nA-nummer;kern;geboren\n{one}"));
    bench.write("b.csv", &format!("A-nummer;kern;geboren\n{other}"));
    let recipe = "reference_date = 2027-01-15\n[[source]]\nfile = \"a.csv\"\nheading_row = 3\n[[source]]\nfile = \"b.csv\"\n";
    bench.write("recept.toml", recipe);
    let args = |bench: &Bench| {
        let mut args = bench.frame();
        (args[2], args[3]) = ("--recipe".to_owned(), bench.path("recept.toml"));
        args
    };
    let output = geloot(&strs(&args(&bench)));
    let said = text(&output.stderr);
    assert!(output.status.success() && said.contains("[I-70]") && !said.contains("[I-19]"), "{said}");
    let dir = bench.path("one");
    let read = |name: &str| fs::read_to_string(Path::new(&dir).join(name)).unwrap();
    assert!(numbers.iter().all(|number| read("sealed/persons.csv").contains(number)));
    for file in ["pool.csv", "changes.csv", "left-out.csv", "report.html", "report.txt", "twice.csv"] {
        let text = read(&format!("sealed/prepared/{file}"));
        assert!(numbers.iter().all(|number| !text.contains(number)), "{file}");
    }
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    assert_eq!(claim(&dir, 15, 0).0, "PASS");
    assert!(read("post.csv").contains(&numbers[0][..1]));
    // Prepared by itself it has no key, and says so.
    let output = geloot(&["prepare", &bench.path("recept.toml"), "--out", &bench.path("list")]);
    assert!(output.status.success() && text(&output.stderr).contains("[I-19]"));
    // Rows of the sources: the fourth person of the second file, and the first of the first.
    let wrong = Bench::new(&charter, |_| "0");
    wrong.write("recept.toml", recipe);
    wrong.write("a.csv", &format!("Export\n\nA-nummer;kern;geboren\n{}", one.replacen(";A;", ";C;", 1)));
    wrong.write(
        "b.csv",
        &format!("A-nummer;kern;geboren\n{}", other.replacen(&row(33), &row(33).replace(";B;", ";C;"), 1)),
    );
    let output = geloot(&strs(&args(&wrong)));
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    for wanted in ["a.csv, row 4, column \"kern\"", "b.csv, row 5, column \"kern\"", "[Y-09]"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(!said.contains("pool.csv"), "{said}");
}

/// Whoever a recipe left out of the registers hears so, on which ground and where they stood; by their number or by its digits.
#[test]
fn whoever_a_recipe_left_out_is_told_so() {
    let bench = Bench::new(CHARTER, |_| "0");
    bench.write(
        "recept.toml",
        "reference_date = 2027-01-15\n[[source]]\nfile = \"register.csv\"\n[[leave_out]]\ncolumn = \"nr\"\n\
         is = [\"00005\", \"00009\"]\nground = \"verhuisd\"\n",
    );
    let mut args = bench.frame();
    (args[2], args[3]) = ("--recipe".to_owned(), bench.path("recept.toml"));
    done(&strs(&args));
    let dir = bench.path("one");
    let told = |whom: &str, lang: &str| done(&["explain", &dir, "--person", whom, "--lang", lang]);
    let said = told("00005", "en");
    assert!(said.contains("on the ground \"verhuisd\" (row 6 of \"register.csv\")"), "{said}");
    assert!(!said.contains("Not in the frame"), "{said}");
    assert!(told("00009", "nl").contains("op de grond \"verhuisd\" (rij 10 van \"register.csv\")"));
    let answer = json(&["explain", &dir, "--person", "00005"]);
    assert_eq!(answer["left_out"][0]["ground"], "verhuisd");
    let digits = answer["person"].as_str().unwrap().to_owned();
    assert_eq!(told(&digits, "en"), said);
    // Nobody was left out under this number, and this one is in.
    assert!(told("99999", "en").contains("nobody in the register has this number"));
    // Where it is not said who was left out, how many were is: on the screen that makes the frame too.
    let plain = told("99999", "en").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("Left out were: 2 by the recipe"), "{plain}");
    assert!(told("00006", "en").contains("Could be drawn"));
}

/// A register with the columns of an address that the population register has: two people at each of 100 numbers, one of them at
/// A and one at B.
fn houses(charter: &str) -> Bench {
    let bench = Bench::new(charter, |_| "0");
    let row = |n: u32| {
        let (kern, letter) = (["A", "B"][n as usize / 2 % 2], ["A", "B"][n as usize % 2]);
        format!("{n:05};{kern};{}-01-01;0;5981 AB;{};{letter};\n", 1950 + n % 50, n / 2)
    };
    let rows: String = (2..=201).map(row).collect();
    let head = "nr;kern;geboren;geheim;postcode;huisnummer;huisletter;toevoeging\n";
    bench.write("register.csv", &format!("{head}{rows}"));
    bench
}

fn with_homes(homes: &str, addition: &str) -> String {
    let columns = format!(
        "postcode = \"postcode\"\nnumber = \"huisnummer\"\naddition = {addition}\n[letters]\n{homes}"
    );
    CHARTER.replace("[letters]\n", &columns).replace("number = 20\nreserves = 10", "number = 6\nreserves = 4")
}

const BOTH: &str = "[\"huisletter\", \"toevoeging\"]";

/// The lot alone says who was drawn only where homes do not count: elsewhere nobody is told to compare it.
#[test]
fn only_a_lot_that_tells_is_compared() {
    for (homes, tells) in [("any", true), ("one-letter", false), ("address-first", false)] {
        let bench = houses(&with_homes(&format!("homes = \"{homes}\"\n"), BOTH));
        let dir = bench.path("one");
        json(&strs(&bench.frame()));
        let drawn = done(&["invite", "draw", &dir, "--seed", "appel peer"]);
        done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
        let first = fs::read_to_string(Path::new(&dir).join("public/waves/1/waves.csv")).unwrap();
        bench.write("waves.csv", &format!("{first}A,2,4,5,2027-02-20,few answers\n"));
        done(&["invite", "waves", &dir, "--waves", &bench.path("waves.csv")]);
        done(&["account", &dir, "--out", &bench.path("a.html")]);
        let page = fs::read_to_string(bench.path("a.html")).unwrap();
        for (wanted, there) in
            [("sha256sum", tells), ("Last lot", tells), ("tell from their own signs", !tells)]
        {
            assert_eq!(drawn.contains(wanted), there, "{homes}, {wanted}: {drawn}");
            assert_eq!(page.contains(wanted), there, "{homes}, {wanted}");
        }
        // The table counts the waves, and where a lot tells it is said that one went further.
        assert!(
            page.contains("Written to, up to place") && page.contains("<td class=\"n\">5</td>"),
            "{homes}"
        );
        assert_eq!(page.contains("a later wave went further"), tells, "{homes}");
    }
}

/// Letter and addition in columns of their own are one address; a column that is not taken is told while homes count.
#[test]
fn every_column_of_an_address_counts() {
    let framed = |homes: &str, addition: &str| {
        let bench = houses(&with_homes(homes, addition));
        let output = geloot(&strs(&bench.frame()));
        let (said, told) = (text(&output.stdout), text(&output.stderr));
        assert!(output.status.success(), "{told}");
        let homes = fs::read_to_string(bench.path("one") + "/public/homes.csv").unwrap();
        (homes.lines().nth(1).unwrap().to_owned(), told, said)
    };
    let one = "homes = \"one-letter\"\n";
    let (homes, told, said) = framed(one, BOTH);
    assert!(
        homes == "1,1,100" && !told.contains("[Y-91]") && said.contains("at most one letter"),
        "{homes} {told}"
    );
    let (homes, told, _) = framed(one, "\"toevoeging\"");
    assert!(homes == "1,2,50" && told.contains("[Y-91]") && told.contains("huisletter"), "{homes} {told}");
    // Without a rule the screen says so, and nobody is told of columns.
    let (_, told, said) = framed("", "\"toevoeging\"");
    assert!(!told.contains("[Y-91]") && said.contains("two letters can go to one house"), "{told} {said}");
}

/// Who is left out under a number that nobody has is told by row; one that lacks zeros stops the work.
#[test]
fn a_list_of_exclusions_is_held_against_the_registers() {
    let look = |list: &str| {
        let bench = Bench::new(CHARTER, |_| "0");
        bench.write("out.csv", list);
        let mut args = bench.frame();
        args.extend(["--exclude".to_owned(), bench.path("out.csv")]);
        let output = geloot(&strs(&args));
        (output.status.code(), text(&output.stderr))
    };
    let (code, said) = look("Sleutel;Reden\n11;raadslid\n00012;raadslid\n77777;niet vragen\n");
    assert_eq!(code, Some(2), "{said}");
    for wanted in ["[Y-87]", "out.csv, row 2", "[Y-88]", "out.csv, row 4"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(!said.contains("77777"), "{said}");
    // The heading of the charter is known as well. Grounds become public, and that is said.
    let (code, said) = look("nr;grond\n00012;raadslid\n00013;raadslid\n00014;ziek\n77777;niet vragen\n");
    assert!(code == Some(0) && said.contains("[Y-88]") && !said.contains("[Y-87]"), "{said}");
    assert!(said.contains("[Y-89]") && said.contains("\"raadslid\" (2)"), "{said}");
    assert!(
        said.contains("Held by one person at most, or long: \"niet vragen\" (0), \"ziek\" (1)"),
        "{said}"
    );
    let (code, said) = look("wie;grond\n00012;raadslid\n");
    assert!(code == Some(2) && said.contains("[Y-31]") && said.contains("\"sleutel\""), "{said}");
    // Whoever has a no is on it all the same; a list of nobody changes nothing.
    let (code, said) = look("nr;grond;uitgesloten\n00012;raadslid;ja\n00013;raadslid;nee\n");
    assert!(code == Some(2) && said.contains("[R-70]") && said.contains("row 3"), "{said}");
    let (code, said) = look("nr;grond\n");
    assert!(code == Some(0) && said.contains("[X-13]"), "{said}");
    // A row that is somebody is not taken for headings, and its number is not shown.
    for list in ["00012;raadslid\n", "00012\n", "00012;raadslid\n00013;raadslid\n"] {
        let (code, said) = look(list);
        assert!(code == Some(2) && said.contains("[X-21]") && !said.contains("00012"), "{said}");
    }
    // Without a ground nobody is left out, as for a panel: no other word becomes public for it.
    let (code, said) = look("nr\n00012\n00013\n");
    assert!(code == Some(2) && said.contains("[X-03]"), "{said}");
    let (code, said) = look("nr;grond\n00012;raadslid\n00013;\n");
    assert!(code == Some(2) && said.contains("[X-04]") && said.contains("row 3"), "{said}");
    let (code, said) = look("key;sleutel;grond\n00012;00013;raadslid\n");
    assert!(code == Some(2) && said.contains("[R-06]") && said.contains("columns A and B"), "{said}");
    let (code, said) = look("key;ground\n00012;bel 06 12345678\n");
    assert!(code == Some(2) && said.contains("[Y-90]"), "{said}");
}

/// A list of strata has each column once, and no totals.
#[test]
fn strata_that_could_be_read_in_two_ways_are_refused() {
    let bench = Bench::new(CHARTER, |_| "0");
    for (list, code) in [
        ("kern,kern\nA,B\nB,A\n", "R-06"),
        ("kern,letters,brieven\nA,10,11\nB,10,9\n", "R-06"),
        ("kern\nA\nB\nTotaal\n", "R-71"),
        ("kern,letters\nA,10\nB,10\nBron: CBS,\n", "R-71"),
    ] {
        bench.write("strata.csv", list);
        refused(&strs(&bench.frame()), 2, code);
    }
}

/// The charter's reserves hold as well where the letters follow from the response, in both verifiers.
#[test]
fn reserves_of_the_charter_hold_where_letters_follow_from_the_response() {
    let charter = CHARTER.replace("number = 20\nreserves = 10", "reserves = 30");
    let bench = Bench::new(&charter, |_| "0");
    bench.write("rates.csv", "kern;respons\nA;40%\nB;50%\n");
    let mut args = bench.frame();
    args.extend([
        "--for-volunteers".to_owned(),
        "8".to_owned(),
        "--response".to_owned(),
        bench.path("rates.csv"),
    ]);
    let framed = json(&strs(&args));
    let sum = |what: &str| {
        framed["strata"].as_array().unwrap().iter().map(|s| s[what].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!(sum("list"), sum("letters") + 30);
    let dir = bench.path("one");
    assert_eq!(claim(&dir, 7, 0).0, "PASS");
    if let Some(said) = twice(&dir, 7) {
        assert!(said.contains("PASS"), "{said}");
    }
    // Without them the plan is not that of the charter.
    let public = Path::new(&dir).join("public");
    let plan = fs::read_to_string(public.join("plan.csv")).unwrap();
    let short = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[0] == "stratum" {
            line.to_owned()
        } else {
            [cells[0], cells[1], cells[1], cells[3]].join(",")
        }
    };
    let short: String = plan.lines().map(|line| short(line) + "\n").collect();
    fs::write(public.join("plan.csv"), short).unwrap();
    refit(&public);
    let manifest = Manifest::parse(&fs::read(public.join("manifest.txt")).unwrap()).unwrap();
    fs::write(public.join("commitment.txt"), format!("{}\n", manifest.commit())).unwrap();
    assert_eq!(claim(&dir, 7, 1).0, "FAIL");
    if let Some(said) = twice(&dir, 7) {
        assert!(said.contains("FAIL"), "{said}");
    }
}

/// Registers that are no plain list are told as what they are, in one message.
#[test]
fn a_title_and_a_workbook_are_told() {
    let bench = Bench::new(CHARTER, |_| "0");
    let register = fs::read_to_string(bench.path("register.csv")).unwrap();
    bench.write("register.csv", &format!("Uitdraai burgerzaken 1 december\n\n{register}"));
    let said = refused(&strs(&bench.frame()), 2, "Y-93");
    assert!(said.contains("row 3") && !said.contains("[Y-03]"), "{said}");
    fs::write(bench.path("register.csv"), b"PK\x03\x04 and so on\n").unwrap();
    refused(&strs(&bench.frame()), 2, "Y-94");
}

/// Strata without anybody are named; rows that are pointed at have their numbers.
#[test]
fn empty_strata_and_rows_are_named() {
    let bench = Bench::new(CHARTER, |n| if n == 7 { "nee" } else { "0" });
    let register = fs::read_to_string(bench.path("register.csv")).unwrap();
    bench.write(
        "register.csv",
        &register
            .replace("00009;B;1959", "00009;B;2059")
            .replace("00003;B;1953", "00003;B;2053")
            .replace("00005;B;1955", "00005;B;2055"),
    );
    bench.write("strata.csv", "kern\nA\nB\nOspel\n");
    let output = geloot(&strs(&bench.frame()));
    let said = text(&output.stderr);
    assert!(output.status.success(), "{said}");
    for wanted in ["[Y-92]", "\"Ospel\"", "row 8, column \"geheim\"", "rows 4, 6 and 10"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}

/// What is said of one person can be read out; the codes can be opened in a spreadsheet and given back.
#[test]
fn a_person_is_told_in_words_and_codes_go_through_spreadsheets() {
    let bench = houses(&with_homes("homes = \"one-letter\"\n", "\"toevoeging\""));
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    let told = |n: u32| done(&["explain", &dir, "--person", &format!("{n:05}")]);
    assert!(told(2).contains("Nothing has been drawn yet"));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let all: Vec<String> = (2..=201).map(told).collect();
    let count = |what: &str| all.iter().filter(|said| said.contains(what)).count();
    assert_eq!(count("a letter was sent on 20 January 2027"), 6);
    assert_eq!(count("Was drawn in reserve"), 4);
    assert_eq!(count("Somebody else at this address is on the list"), 10);
    assert_eq!(count("Was not drawn"), 190);
    assert!(told(999).contains("Could not be drawn"));
    bench.write("codes.key", &"0b".repeat(32));
    let codes = |name: &str, more: &[&str]| {
        let path = bench.path(name);
        let args = ["invite", "codes", &dir, "--key", &bench.path("codes.key"), "--out", &path];
        done(&[&args, more].concat());
        path
    };
    let plain = codes("codes.csv", &[]);
    let first = fs::read_to_string(&plain).unwrap().lines().nth(1).unwrap()[..12].to_owned();
    bench.write("answers.csv", &format!("code,date,channel,answer\n{first},2027-02-01,post,yes\n"));
    for path in
        [plain, codes("codes.xlsx", &["--lang", "nl"]), codes("excel.csv", &["--excel", "--lang", "nl"])]
    {
        let args = ["invite", "answers", &dir, "--codes", &path, "--answers", &bench.path("answers.csv")];
        assert_eq!(json(&args)["yes"], 1, "{path}");
    }
    assert!(
        fs::read_to_string(bench.path("excel.csv"))
            .unwrap()
            .contains("code;stratum;plaats;persoon;nummer;krijgt")
    );
}

/// A number that a spreadsheet changed is told with the one that somebody has; the folder "public" with the one above it.
#[test]
fn what_is_typed_by_mistake_is_told() {
    let bench = Bench::new(CHARTER, |_| "0");
    done(&strs(&bench.frame()));
    let dir = bench.path("one");
    let told = |whom: &str| done(&["explain", &dir, "--person", whom]);
    assert!(told(" 00005 ").contains("Could be drawn"));
    for changed in ["5", "'00005", "5,0", "00005.0", "000 05"] {
        let said = told(changed);
        assert!(said.contains("somebody has \"00005\""), "{changed}: {said}");
    }
    assert!(!told("99999").contains("somebody has"));
    let public = bench.path("one/public");
    for args in [
        &["invite", "draw", &public, "--seed", "appel peer"][..],
        &["invite", "waves", &public, "--first-on", "2027-01-20"],
    ] {
        let output = geloot(args);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("[Y-152]") && said.contains(&format!("\"{dir}\"")), "{said}");
    }
    assert!(!Path::new(&public).join("public").exists());
}

/// Districts that are called by numbers, in another order than they stand: of a bare number nobody knows which is meant.
#[test]
fn a_district_that_is_called_by_the_number_of_another_is_asked_for() {
    let bench = Bench::new(CHARTER, |_| "0");
    let register = fs::read_to_string(bench.path("register.csv")).unwrap();
    bench.write("register.csv", &register.replace(";A;", ";2;").replace(";B;", ";1;"));
    bench.write("strata.csv", "kern\n2\n1\n");
    done(&strs(&bench.frame()));
    let (dir, waves) = (bench.path("one"), bench.path("golven.csv"));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let wave = |stratum: &str| {
        bench.write(
            "golven.csv",
            &format!("stratum,wave,from,to,date,reason\n{stratum},1,1,2,2027-01-20,eerste\n"),
        );
        let output = geloot(&["invite", "waves", &dir, "--waves", &waves]);
        (output.status.code(), text(&output.stderr))
    };
    let (code, said) = wave("1");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("[Y-151]") && said.contains("#2") && said.contains("#1"), "{said}");
    assert_eq!(wave("#2").0, Some(0));
    let published = fs::read_to_string(bench.path("one/public/waves/1/waves.csv")).unwrap();
    assert!(published.contains("\n2,1,1,2,"), "{published}");
}

/// After a redraw a letter that was sent before is not denied; of an address the chance of one who lives there is told.
#[test]
fn a_letter_of_an_annulled_draw_and_the_chance_of_an_address_are_told() {
    let bench = houses(&with_homes("homes = \"address-first\"\n", "\"huisletter\""));
    let dir = bench.path("one");
    done(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let answer = json(&["explain", &dir, "--person", "00002"]);
    assert!(answer["chance"].as_str().unwrap().contains('/'));
    let all: Vec<String> = (2..=201).map(|n| format!("{n:05}")).collect();
    let told = |whom: &String| done(&["explain", &dir, "--person", whom]);
    let sent: Vec<&String> =
        all.iter().filter(|whom| told(whom).contains("a letter was sent on 20 January")).collect();
    assert!(!sent.is_empty());
    done(&["invite", "draw", &dir, "--redraw-because", "De strata klopten niet."]);
    for whom in sent {
        let said = told(whom);
        assert!(
            said.contains("By draw 1, which was annulled since, a letter was sent on 20 January"),
            "{said}"
        );
        assert!(!said.contains("no letter was sent and none will be"), "{said}");
    }
}

/// Codes of another draw are refused where volunteers are looked at, and a number that somebody changed in them where doors are
/// chosen.
#[test]
fn codes_are_those_of_the_draw() {
    let bench = Bench::new(CHARTER, |_| "0");
    done(&strs(&bench.frame()));
    let dir = bench.path("one");
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    bench.write("codes.key", &"0b".repeat(32));
    let codes = bench.path("codes.csv");
    done(&["invite", "codes", &dir, "--key", &bench.path("codes.key"), "--out", &codes]);
    let good = fs::read_to_string(&codes).unwrap();
    let first: Vec<&str> = good.lines().nth(1).unwrap().split(',').collect();
    bench.write(
        "answers.csv",
        &format!(
            "code,date,channel,answer\n{},2027-02-01,post,no\n",
            good.lines().nth(2).unwrap().split(',').next().unwrap()
        ),
    );
    let doors = |out: &str| {
        let output = geloot(&[
            "invite",
            "outreach",
            &dir,
            "--codes",
            &codes,
            "--answers",
            &bench.path("answers.csv"),
            "--doors",
            "1",
            "--out",
            &bench.path(out),
        ]);
        (output.status.code(), text(&output.stderr))
    };
    assert_eq!(doors("good.csv").0, Some(0));
    fs::write(&codes, good.replacen(&format!(",{},", first[4]), ",FRIEND,", 1)).unwrap();
    let (code, said) = doors("friend.csv");
    assert!(code == Some(2) && said.contains("[Y-162]"), "{said}");
    assert!(!Path::new(&bench.path("friend.csv")).exists());
    // A volunteer by the codes of a draw that was annulled.
    fs::write(&codes, &good).unwrap();
    done(&["invite", "draw", &dir, "--redraw-because", "De strata klopten niet."]);
    let line = fs::read_to_string(bench.path("one/public/commitment.txt")).unwrap();
    bench.write("panel.toml", &format!("[seed]\nsource = \"text\"\n[invited]\nline = \"{}\"\n", line.trim()));
    bench.write(
        "pool.csv",
        &format!(
            "id,letter,sex\n1,{},m\n2,{},f\n",
            first[0],
            good.lines().nth(2).unwrap().split(',').next().unwrap()
        ),
    );
    let output = geloot(&[
        "lottery",
        "--pool",
        &bench.path("pool.csv"),
        "--seats",
        "1",
        "--charter",
        &bench.path("panel.toml"),
        "--invited",
        &dir,
        "--letter-codes",
        &codes,
        "--out",
        &bench.path("panel"),
    ]);
    let said = text(&output.stderr);
    assert!(output.status.code() == Some(2) && said.contains("[Y-58]"), "{said}");
}

/// A reason is public: it does not say where somebody lives, also where a telephone number stands behind that of a house.
#[test]
fn a_reason_of_letters_tells_of_nobody() {
    let bench = Bench::new(CHARTER, |_| "0");
    done(&strs(&bench.frame()));
    let dir = bench.path("one");
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    for reason in ["Mw. Jansen, Dorpsstraat 5", "nummer 12 0612345678", "bel 12 06-12345678"] {
        for args in [
            &["invite", "draw", &dir, "--redraw-because", reason][..],
            &["invite", "waves", &dir, "--first-on", "2027-01-20", "--reason", reason],
        ] {
            let output = geloot(args);
            let said = text(&output.stderr);
            assert!(output.status.code() == Some(2) && said.contains("[D-15]"), "{reason}: {said}");
        }
    }
    done(&[
        "invite",
        "waves",
        &dir,
        "--first-on",
        "2027-01-20",
        "--reason",
        "Gebied 12 viel uit op 2027-01-10.",
    ]);
}

/// The script that everybody may read has nobody's signs in it, of those who are left out neither.
#[test]
fn a_published_script_has_the_signs_of_nobody() {
    let bench = Bench::new(CHARTER, |_| "0");
    bench.write("out.csv", "key;ground\n00005;asked for no letters\n");
    let script = |name: &str, more: &[&str]| {
        let path = bench.path(name);
        let (charter, strata, key, out) = (
            bench.path("charter.toml"),
            bench.path("strata.csv"),
            bench.path("register.key"),
            bench.path("out.csv"),
        );
        let args = [
            "invite",
            "sql",
            "--engine",
            "duckdb",
            "--act",
            "frame",
            "--table",
            "register",
            "--charter",
            &charter,
            "--strata",
            &strata,
            "--key",
            &key,
            "--exclude",
            &out,
            "--out",
            &path,
        ];
        done(&[&args[..], more].concat());
        fs::read_to_string(path).unwrap()
    };
    let (own, shown) = (script("own.sql", &[]), script("shown.sql", &["--published"]));
    let signs = |text: &str| -> Vec<String> {
        let all = text.split(|c: char| !c.is_ascii_hexdigit()).filter(|it| it.len() == 32);
        all.map(str::to_owned).collect()
    };
    let ground = "'excluded/asked for no letters'";
    assert!(own.contains(ground) && shown.contains(ground));
    assert!(!signs(&own).is_empty());
    assert!(signs(&shown).iter().all(|own| *own == "0".repeat(32)), "{:?}", signs(&shown));
}

/// A list of codes of which one column was sorted alone is of nobody, and a clerk's list that is gone is made again by the draw.
#[test]
fn codes_that_were_sorted_alone_answer_for_nobody() {
    let bench = Bench::new(CHARTER, |_| "0");
    done(&strs(&bench.frame()));
    let (dir, codes, answers) = (bench.path("one"), bench.path("codes.csv"), bench.path("answers.csv"));
    let draw = ["invite", "draw", &dir, "--seed", "appel peer"];
    done(&draw);
    bench.write("codes.key", &"0c".repeat(32));
    let make = ["invite", "codes", &dir, "--key", &bench.path("codes.key"), "--out", &codes];
    let list = bench.path("one/letters.csv");
    fs::remove_file(&list).unwrap();
    let said = refused(&make, 3, "Y-54");
    assert!(said.contains("missing") && said.contains("geloot invite draw"), "{said}");
    done(&draw);
    done(&make);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let own = fs::read_to_string(&codes).unwrap();
    let rows: Vec<(&str, &str)> = own.lines().skip(1).map(|row| row.split_once(',').unwrap()).collect();
    bench.write("answers.csv", &format!("code,date,channel,answer\n{},2027-02-01,post,yes\n", rows[0].0));
    let count = ["invite", "answers", &dir, "--codes", &codes, "--answers", &answers];
    done(&count);
    // Of a list without headings no cell is told.
    bench.write(
        "rows.csv",
        &format!("{},2027-02-01,post,yes\n{},2027-02-01,post,yes\n", rows[0].0, rows[1].0),
    );
    let rowed = refused(&[&count[..6], &[&bench.path("rows.csv")]].concat(), 2, "Y-31");
    assert!(!rowed.contains(rows[0].0) && !rowed.contains("R-28"), "{rowed}");
    let mut sorted: Vec<&str> = rows.iter().map(|row| row.0).collect();
    sorted.sort_unstable();
    let alone: String = sorted.iter().zip(&rows).map(|(code, row)| format!("{code},{}\n", row.1)).collect();
    fs::write(&codes, format!("{}\n{alone}", own.lines().next().unwrap())).unwrap();
    refused(&count, 2, "Y-158");
}

/// A heading of the strata in other letters is shown; a first row that is no headings is not.
#[test]
fn headings_of_strata_are_told_and_rows_are_not() {
    let bench = Bench::new(CHARTER, |_| "0");
    bench.write("strata.csv", "Kern\nA\nB\n");
    let said = refused(&strs(&bench.frame()), 2, "Y-21");
    assert!(said.contains("The file has Kern."), "{said}");
    bench.write("strata.csv", "Jansen\nA\nB\n");
    let said = refused(&strs(&bench.frame()), 2, "Y-21");
    assert!(!said.contains("Jansen") && said.contains("none of these headings"), "{said}");
}
