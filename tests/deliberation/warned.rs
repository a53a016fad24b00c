//! What the charter's own warnings come to in a record: both verifiers tell each of them, with the organiser's answer, and say
//! what no record can show.

use crate::support::*;
use geloot::assembly::acts::Freezing;
use geloot::bundle::Folder;
use geloot::deliberation::charter::Charter;
use geloot::deliberation::wrong::Found;
use geloot::verify::{Id, Known, Remark, verify};
use geloot::words::catalogue::Lang;

pub const PHASE: &str = "[[phase]]\nname = \"raad\"\nfrom = 2027-03-01\nuntil = 2027-06-01\n";
const REPLY: &str = "reply = { term = \"5 weeks\", by = \"the council\" }\n";

/// A warning by its name, what it is about, and the answer.
pub type Told = (String, String, Option<String>);

/// What the program tells of a charter's warnings.
pub fn told(folder: &Folder) -> Vec<Told> {
    let report = verify(folder, &Known::default());
    assert!(!report.failed(), "{}", geloot::words::claims::report(Lang::En, &report));
    let warnings = report.claim(Id::Ballots).remarks.iter().find_map(|it| match it {
        Remark::Warned { warnings } => Some(warnings.clone()),
        _ => None,
    });
    let own = |(word, about, answer): (&str, String, Option<String>)| (word.to_owned(), about, answer);
    warnings.unwrap_or_default().into_iter().map(own).collect()
}

/// What the second program says of a record; `None`, said aloud, without Python.
pub fn said(folder: &Folder) -> Option<String> {
    let temp = tempfile::tempdir().unwrap();
    write(folder, temp.path());
    let output = run::second(&[&temp.path().to_string_lossy()])?;
    let said = run::text(&output.stdout);
    assert!(!said.contains(" FAIL "), "{said}");
    Some(said)
}

/// Both programs tell these warnings in V29, in this order, and no other.
fn both_tell(charter: &str, due: &[(&str, &str, Option<&str>)]) {
    let record = panel(10, Some(&format!("date = 2027-01-01\n{charter}")));
    let freezing = Freezing { rules: None, because: None, ..freezing("", OPTIONS) };
    let record = match charter.contains("[[ballot]]") {
        true => act(record, |it| it.freeze_ballot(&freezing).map(|it| it.act)),
        false => act(record, |it| it.freeze_ballot(&self::freezing(RULE, OPTIONS)).map(|it| it.act)),
    };
    let own = |it: &(&str, &str, Option<&str>)| (it.0.to_owned(), it.1.to_owned(), it.2.map(str::to_owned));
    assert_eq!(told(&record.folder), due.iter().map(own).collect::<Vec<_>>(), "{charter}");
    let Some(said) = said(&record.folder) else { return };
    let line = said.lines().find(|line| line.starts_with("V29")).unwrap();
    assert_eq!(said.matches("the charter warns of").count(), due.len(), "{charter}\n{said}");
    let mut rest = line;
    for (word, about, answer) in due {
        let (_, after) = rest.split_once(&format!("the charter warns of {word}: ")).expect(line);
        let own = after.split("the charter warns of").next().unwrap();
        let answer =
            answer.map_or("; not answered".to_owned(), |it| format!("; the organiser answers: {it}"));
        assert!(own.contains(about) && own.contains(&answer), "{word}: {own}");
        rest = after;
    }
}

#[test]
fn both_verifiers_tell_what_a_charter_warns_of_with_the_answer() {
    let phase = |rest: &str| format!("{PHASE}{rest}");
    both_tell(&phase(&format!("scale = 5\nrung = 3\n{REPLY}")), &[]);
    both_tell(&phase("scale = 7\nrung = \"adviser at the end\"\n"), &[("no-reply-term", "raad", None)]);
    both_tell(
        &phase("scale = 7\nrung = 5\n"),
        &[("no-ballot-rule", "raad", None), ("no-reply-term", "raad", None)],
    );
    let vote = "scale = 5\nrung = \"inform\"\nballot = \"raad\"\n";
    let answer = "[[answer]]\nwarning = \"idle-lot\"\ntext = \"they tell their street\"\n\
        [[answer]]\nwarning = \"idle-lot\"\ntext = \"another\"\n";
    both_tell(
        &format!("{}{RULE}{answer}", phase(vote)),
        &[
            ("idle-vote", "raad", None),
            ("idle-lot", "raad", Some("they tell their street")),
            ("tie-adopts", "raad", None),
        ],
    );
    let falls =
        format!("{}{PHASE}scale = 5\nrung = 2\n{REPLY}", phase(&format!("scale = 5\nrung = 3\n{REPLY}")));
    both_tell(&falls.replacen("raad", "first", 1), &[("rung-falls", "raad", None)]);
    both_tell(
        &format!("finished_options = true\n{}", phase(&format!("scale = 7\nrung = 4\n{REPLY}"))),
        &[("finished-options", "raad", None)],
    );
    let asked = |day: &str| {
        format!(
            "[consultation]\nhow = \"a letter to all\"\nparticipants = 1800\nfrom = 2027-02-01\nuntil = {day}\n"
        )
    };
    let none = ("no-ballot-rule", "raad", None);
    let decides = phase("scale = 7\nrung = \"residents decide\"\n");
    both_tell(&format!("{decides}{}", asked("2027-03-01")), &[none, ("consultation-decides", "raad", None)]);
    both_tell(&format!("{decides}{}", asked("2027-02-28")), &[none]);
    let five = |input: &str| {
        format!("[leidraad]\naim = \"a\"\nstart = \"b\"\ninput = {input}\nwho = \"c\"\nform = \"d\"\n")
    };
    both_tell(&five("\"policy knowledge\""), &[]);
    both_tell(
        &five("[\"policy knowledge\", \"lived experience\"]"),
        &[("input-without-quota", "lived experience", None)],
    );
    both_tell(
        &five("\"expertise by experience\""),
        &[("input-without-quota", "expertise by experience", None)],
    );
    let streams = |name: &str| {
        format!("{}[invited]\nline = \"x\"\nstreams = [\"{name}\"]\n", five("\"lived experience\""))
    };
    for name in ["ervaringsdeskundigen", "Clients, by  experience", "ervaring"] {
        both_tell(&streams(name), &[]);
    }
    for name in ["doelgroep", "werkervaring", "experience of driving", "ervaringsdeskundig\u{e9}"] {
        both_tell(&streams(name), &[("input-without-quota", "lived experience", None)]);
    }
}

/// Section 9 of the design: told after every check.
#[test]
fn both_verifiers_say_what_no_record_can_show() {
    let before = panel(10, None);
    let after = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    for (record, acts) in [(&before, false), (&after, true)] {
        let own = geloot::words::claims::cannot_show(Lang::En, acts).1;
        let Some(said) = said(&record.folder) else { return };
        let (_, never) = said.split_once("No record can show:\n").unwrap();
        assert_eq!(never.lines().count(), own.len() + 1, "{said}");
        assert!(never.lines().last().unwrap().starts_with("In all: "), "{said}");
        for words in ["counted right", "on the roll", "understood the wording", "pressed in how they voted"] {
            assert_eq!(never.contains(words), acts, "{words}: {said}");
        }
        assert!(never.contains("pressed to take part"), "{said}");
    }
}

/// Whether each program reads what a charter promises; the second, said aloud, only with Python. A lottery is not frozen with a
/// charter that the first does not read, so a record with one is somebody's own work.
fn both_read(charters: &[String], due: &[bool]) {
    const DRIVER: &str = "import sys, json; sys.path.insert(0, sys.argv[1]); import verify\n\
        def reads(text):\n\
        \x20   try:\n\
        \x20       verify.read_promises(verify.read_toml(text.encode()))\n\
        \x20   except verify.Fails:\n\
        \x20       return False\n\
        \x20   return True\n\
        print(json.dumps([reads(text) for text in json.loads(sys.argv[2])]))\n";
    let reads =
        |text: &String| Charter::read("charter.toml", text.as_bytes(), &mut Found::default()).is_some();
    assert_eq!(charters.iter().map(reads).collect::<Vec<_>>(), due);
    let mut command = std::process::Command::new("python3");
    command.args(["-B", "-c", DRIVER]).arg(run::verifier().parent().unwrap());
    let Some(output) = run::python(command.arg(serde_json::to_string(charters).unwrap())) else { return };
    assert!(output.status.success(), "{}", run::text(&output.stderr));
    assert_eq!(serde_json::from_slice::<Vec<bool>>(&output.stdout).unwrap(), due, "{charters:?}");
}

/// A consultation that is announced otherwise than it can be.
#[test]
fn both_verifiers_know_the_form_of_an_announced_consultation() {
    let asked = "[consultation]\nhow = \"a letter\"\nfrom = 2027-03-01\nuntil = 2027-03-31\n";
    let charters = [
        asked.to_owned(),
        format!("{asked}participants = 1000000000\n"),
        asked.replace("2027-03-01", "\"1 maart 2027\""),
        asked.replace("a letter", " "),
        asked.replace("03-31", "02-28"),
        asked.replace("from = 2027-03-01\n", ""),
        asked.replace("2027-03-31", "2027-03-31T12:00:00"),
        format!("{asked}participants = 0\n"),
        format!("{asked}participants = 1000000001\n"),
        format!("{asked}participants = \"many\"\n"),
        format!("{asked}counts = true\n"),
        "consultation = 3\n".to_owned(),
        "[[consultation]]\n".to_owned(),
    ];
    let due: Vec<bool> = (0..charters.len()).map(|at| at < 3).collect();
    both_read(&charters, &due);
}

/// Section 6 of the design: "at the start" with options that were frozen before the first session.
#[test]
fn both_verifiers_tell_of_options_that_were_finished_before_people_met() {
    let charter = |rung: &str, answer: &str| {
        let phase = format!("{PHASE}scale = 7\nrung = {rung}\nballot = \"raad\"\n{REPLY}");
        format!("date = 2027-01-01\n{phase}{}{answer}", RULE.replace("at-least", "more-than"))
    };
    let answer = "[[answer]]\nwarning = \"finished-options\"\ntext = \"the council wrote them\"\n";
    for (rung, date, answer, due) in [
        ("4", "2027-02-28", "", true),
        ("4", "2027-03-01", answer, true),
        ("4", "2027-03-02", answer, false),
        ("3", "2027-02-28", answer, false),
    ] {
        let record = panel(10, Some(&charter(rung, answer)));
        let freezing = Freezing { rules: None, because: None, date, ..freezing("", OPTIONS) };
        let record = act(record, |it| it.freeze_ballot(&freezing).map(|it| it.act));
        let report = verify(&record.folder, &Known::default());
        let remarks = &report.claim(Id::Ballots).remarks;
        let said_so = (!answer.is_empty()).then(|| "the council wrote them".to_owned());
        let (ballot, phase, from) = ("raad".to_owned(), "raad".to_owned(), "2027-03-01".to_owned());
        let told = Remark::FinishedBefore { ballot, day: date.into(), phase, from, answer: said_so };
        assert_eq!(remarks.contains(&told), due, "{rung}, {date}: {remarks:?}");
        let Some(said) = said(&record.folder) else { continue };
        let words = format!("the options of ballot raad were finished on {date}, before residents met");
        assert_eq!(said.contains(&words), due, "{said}");
        let answered =
            if answer.is_empty() { "; not answered" } else { "; the organiser answers: the council" };
        assert_eq!(said.contains(&format!("(from 2027-03-01){answered}")), due, "{said}");
    }
}

/// A day with the name of its month is a day in a charter, and in a reply that comes later, for both verifiers.
#[test]
fn both_verifiers_read_days_with_the_name_of_their_month() {
    let charter = |from: &str, until: &str| {
        format!(
            "{}scale = 5\nrung = 3\n{REPLY}",
            PHASE.replace("2027-03-01", from).replace("2027-06-01", until)
        )
    };
    for (from, until) in [
        ("\"1 maart 2027\"", "\"1 mrt. 2027\""),
        ("\"vrijdag 5 maart 2027\"", "\"Vr 5 Maart 2027\""),
        ("\"5th of March 2027\"", "\"March 5, 2027\""),
        ("\"05-mrt-2027\"", "\"5\u{a0}maart\u{a0}2027\""),
    ] {
        both_tell(&charter(from, until), &[]);
    }
    let wrong = [
        "5 maart",
        "5x maart 2027",
        "x 5 maart 2027",
        "31 april 2027",
        "5 maart 27",
        "5 smarch 2027",
        "5e mei 2999x",
        "",
    ];
    let charters = wrong.map(|day| charter("2027-03-01", &format!("\"{day}\"")));
    both_read(&charters, &[false; 8]);
}

/// Without names of quotas nobody looked whether one is for what people are asked to bring in, and that is no "nothing to warn of".
#[test]
fn quotas_that_nobody_named_are_said_not_to_be_looked_at() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("charter.toml");
    let answers = |input: &str| {
        format!(
            "date = 2027-01-01\n[leidraad]\naim = \"a plan\"\nstart = \"now\"\ninput = [\"{input}\"]\nwho = \"all\"\nform = \"talks\"\n"
        )
    };
    let said = |input: &str, more: &[&str]| {
        std::fs::write(&file, answers(input)).unwrap();
        run::done(&[&["charter", file.to_str().unwrap(), "--lang", "en"][..], more].concat())
    };
    let (unseen, nothing) =
        ("was not looked at: give the names of the quotas with --features", "Nothing to warn of");
    let text = said("lived experience", &[]);
    assert!(text.contains(unseen) && !text.contains(nothing), "{text}");
    let text = said("lived experience", &["--features", "age"]);
    assert!(text.contains("[input-without-quota]") && !text.contains(unseen), "{text}");
    for (input, more) in
        [("lived experience", &["--features", "eigen ervaring"][..]), ("policy knowledge", &[])]
    {
        let text = said(input, more);
        assert!(text.contains(nothing) && !text.contains(unseen), "{text}");
    }
}
