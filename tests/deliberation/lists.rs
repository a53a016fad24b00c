//! Lists that could be read in two ways, and one person who could stand in them twice: refused, and never read in silence.

use crate::support::*;
use geloot::assembly::Refusal;
use geloot::assembly::acts::Freezing;
use geloot::base::fault::Grade;
use geloot::deliberation::chance::Chance;
use geloot::deliberation::delegates::Way;
use geloot::deliberation::wrong::Found;
use geloot::words::catalogue::Lang;
use geloot::words::deliberation::report;

/// The codes of all that stops, by the reader of files first; and all that is said.
fn stops<T>(result: Result<T, Refusal>) -> (Vec<&'static str>, String) {
    let found: Found = match result {
        Ok(_) => return (Vec::new(), String::new()),
        Err(Refusal::Deliberation(found)) => *found,
        Err(other) => panic!("{other:?}"),
    };
    let faults = found.faults.iter().filter(|it| it.grade() == Grade::Stop).map(|it| it.code());
    let wrongs = found.wrongs.iter().filter(|it| it.what.grade() == Grade::Stop).map(|it| it.what.code());
    let mut codes: Vec<&str> = faults.chain(wrongs).collect();
    codes.dedup();
    let said =
        [geloot::words::faults::report(Lang::En, &found.faults), report(Lang::En, &found, &[Grade::Stop])];
    (codes, said.concat())
}

#[test]
fn of_two_columns_with_one_heading_neither_is_taken() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    let roles = |roles: &str| {
        let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]");
        stops(acts.freeze_ballot(&Freezing { roles: Some(source(roles)), ..freezing(&rule, OPTIONS) }))
    };
    let (codes, said) = roles("code,role,role\nG-1,expert,mayor\n");
    assert_eq!(codes, ["R-06"]);
    assert!(said.contains("columns B and C"), "{said}");
    assert_eq!(roles("code,role,rol\nG-1,expert,mayor\n").0, ["R-06"]);
    // Where both say the same, nothing is open.
    assert_eq!(roles("code,role,rol\nG-1,expert,expert\n").0, [""; 0]);
    assert_eq!(
        stops(acts.freeze_ballot(&freezing(RULE, "option,text,text\n1,Build,Do not build\n"))).0,
        ["R-06"]
    );
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let twice = COUNTS
        .replace("for,", "for,for,")
        .replace(",6,", ",6,2,")
        .replace(",3,", ",3,2,")
        .replace(",9,", ",9,2,");
    assert_eq!(stops(acts.tally(&counting("raad", &twice, PRESENT))).0, ["R-06"]);
    assert_eq!(stops(acts.tally(&counting("raad", COUNTS, PRESENT))).0, [""; 0]);
    assert_eq!(
        stops(acts.tally(&counting("raad", COUNTS, "role,present,aanwezig\ndrawn,9,7\n"))).0,
        ["R-06"]
    );
}

#[test]
fn nobody_has_two_votes_under_ids_that_look_alike() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]");
    let roles = |rows: &str| {
        let roles = format!("code,role\nE-1,expert\n{rows}");
        stops(acts.freeze_ballot(&Freezing { roles: Some(source(&roles)), ..freezing(&rule, OPTIONS) }))
    };
    for id in ["2", "02", "00002", "OOO2", "'0002", "2.0"] {
        let (codes, said) = roles(&format!("{id},expert\n"));
        assert_eq!(codes, ["J-110"], "{id}");
        assert!(said.contains("\"0002\" looks like it"), "{said}");
    }
    // A code that was typed with small letters is no guest either.
    let code = acts.ready(&freezing(RULE, OPTIONS)).unwrap().roll.table().1[0][0].to_lowercase();
    assert_eq!(roles(&format!("{code},expert\n")).0, ["J-110"]);
    assert_eq!(roles("G-12,expert\nG-012,expert\n").0, ["J-111"]);
    assert_eq!(roles("G-1,expert\nG-11,expert\n99,expert\n").0, [""; 0]);
}

#[test]
fn an_id_without_its_zeros_is_known_again() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let (codes, said) = stops(acts.tally(&counting("raad", COUNTS, "id\n0001\n2\n")));
    assert_eq!(codes, ["J-28"]);
    assert!(said.contains("row 3") && said.contains("\"0002\" looks like it"), "{said}");
    let willing = "id\n2\nzz\n";
    let (codes, said) =
        stops(acts.freeze_willing("tafel", source(willing), (1, Way::Lot(Chance::Text)), "2027-05-04"));
    assert_eq!(codes, ["J-45"]);
    assert_eq!(said.matches("looks like it").count(), 1, "{said}");
}

#[test]
fn whoever_says_no_in_a_list_of_those_who_say_yes_is_no_member_of_it() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let all: Vec<String> = acts
        .ready(&freezing(RULE, OPTIONS))
        .unwrap()
        .roll
        .table()
        .1
        .into_iter()
        .map(|row| row[0].clone())
        .collect();
    let list = |heading: &str, says: [&str; 2]| {
        let row = |(at, code): (usize, &String)| format!("{code},{}\n", says[at % 2]);
        format!("code,{heading}\n{}", all.iter().enumerate().map(row).collect::<String>())
    };
    for (heading, says) in [
        ("aanwezig", ["ja", "nee"]),
        ("present", ["1", "0"]),
        ("status", ["aanwezig", "afwezig"]),
        ("remark", ["", "absent"]),
        ("bereid", ["yes", "perhaps"]),
    ] {
        let present = list(heading, says);
        let (codes, said) = stops(acts.tally(&counting("raad", COUNTS, &present)));
        assert_eq!(codes, ["R-70"], "{heading}");
        assert!(said.contains("rows 3, 5, 7, 9 and 11"), "{said}");
    }
    // What people are is no answer.
    assert_eq!(stops(acts.tally(&counting("raad", COUNTS, &list("group", ["ja", "nee"])))).0, [""; 0]);
    let willing = list("wil", ["ja", "nee"]);
    let way = Way::Lot(Chance::Text);
    assert_eq!(stops(acts.freeze_willing("tafel", source(&willing), (2, way), "2027-05-04")).0, ["R-70"]);
}
