//! What is said where a deliberation is refused or warned: what is wrong, where, and what to do.

use crate::support::*;
use geloot::assembly::acts::{Agreeing, Counting, Following, Freezing};
use geloot::assembly::{Ask, Frozen, Making, Refusal, freeze};
use geloot::base::fault::{Faults, Grade};
use geloot::bundle::Detail;
use geloot::deliberation::chance::Chance;
use geloot::deliberation::delegates::Way;
use geloot::deliberation::wrong::Found;
use geloot::pool;
use geloot::seed::Evidence;
use geloot::words::catalogue::Lang;
use geloot::words::deliberation::report;

/// The block of one code, in both languages; each has all these words.
#[track_caller]
fn says(found: &Found, code: &str, en: &[&str], nl: &[&str]) {
    for (lang, words) in [(Lang::En, en), (Lang::Nl, nl)] {
        let text = report(lang, found, &[Grade::Stop, Grade::Check, Grade::Note]);
        let at = text.find(&format!("[{code}]")).unwrap_or_else(|| panic!("no {code}: {text}"));
        let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
        let block = text[start..].split_whitespace().collect::<Vec<_>>().join(" ");
        for word in words {
            assert!(block.contains(word), "{code} lacks {word:?}: {block}");
        }
    }
}

#[track_caller]
fn found<T>(result: Result<T, Refusal>) -> Found {
    match result {
        Err(Refusal::Deliberation(found)) => *found,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("nothing was refused"),
    }
}

/// A ballot by this rule, frozen.
fn ballot(rule: &str) -> Frozen {
    act(panel(10, None), |it| it.freeze_ballot(&freezing(rule, OPTIONS)).map(|it| it.act))
}

const POINTS: &str = "[[ballot]]\nname = \"raad\"\nkind = \"points\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
    each = 3\nall = 5\nadopt = \"1 best\"\nties = \"all\"\nquorum = \"none\"\n";

#[test]
fn a_citizen_number_in_a_story_is_told_with_its_row() {
    let record = act(ballot(RULE), |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let stories = Some(source("table,option,text\n1,1,Mijn nummer is 111222333\n"));
    let asked = Agreeing { stories, date: "2027-05-03", ..Agreeing::default() };
    let told = found(record.deliberating().unwrap().agree(&asked));
    says(
        &told,
        "J-09",
        &["file.csv, row 2", "\"text\"", "citizen service number", "Take it out"],
        &["file.csv, rij 2", "burgerservicenummer"],
    );
}

#[test]
fn nobody_votes_in_two_roles() {
    let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]");
    let twice = "code,role\nG-1,expert\nG-1,helper\n";
    let acts = panel(10, None);
    let acts = acts.deliberating().unwrap();
    let roles = |text| Freezing { roles: Some(source(text)), ..freezing(&rule, OPTIONS) };
    let told = found(acts.freeze_ballot(&roles(twice)));
    says(&told, "J-20", &["row 3", "\"G-1\" has two roles", "give one role"], &["rij 3", "G-1"]);
    // Of somebody who was drawn too.
    let drawn = acts.ready(&freezing(RULE, OPTIONS)).unwrap().roll;
    let code = drawn.table().1[0][0].clone();
    let told = found(acts.freeze_ballot(&roles(&format!("code,role\n{code},expert\n"))));
    says(&told, "J-20", &[&code, "has two roles"], &[&code]);
}

#[test]
fn votes_that_the_rule_does_not_count_or_no_paper_can_hold_are_told() {
    let tally = |rule: &str, counts: &str| {
        found(ballot(rule).deliberating().unwrap().tally(&counting("raad", counts, PRESENT)))
    };
    let two = RULE.replace(", \"neutral\"", "").replace("\"cast\"", "\"for-and-against\"");
    says(
        &tally(&two, COUNTS),
        "J-31",
        &["row 2", "column \"neutral\"", "does not count", "as blank"],
        &["rij 2"],
    );
    let points = |one: u32, others: u32| {
        let row = |option: u32, n: u32| format!("{option},1,{n}\n{option},2,{n}\n");
        format!("option,count,points\n{}{}{}", row(1, one), row(2, others), row(3, others))
    };
    says(
        &tally(POINTS, &points(28, 1)),
        "J-62",
        &["row 2", "option \"1\" has 28 points in count 1", "give it 27", "Look at the count sheet"],
        &["rij 2", "28", "27"],
    );
    says(
        &tally(POINTS, &points(20, 20)),
        "J-63",
        &["ll options together have 60 in count 1", "can hold 45", "Look at the count sheets"],
        &["60", "45"],
    );
    // Counts that are missing, told with the option that has them.
    let none = Counting { counts: None, ..counting("raad", COUNTS, PRESENT) };
    let told = found(ballot(RULE).deliberating().unwrap().tally(&none));
    says(
        &told,
        "J-88",
        &["the ballot", "raad", "--counts", "both count sheets"],
        &["raad", "--counts", "telformulieren"],
    );
}

#[test]
fn the_best_of_all_options_are_no_choice() {
    let rule = POINTS.replace("1 best", "3 best");
    let acts = panel(10, None);
    let told = found(acts.deliberating().unwrap().freeze_ballot(&freezing(&rule, OPTIONS)));
    says(
        &told,
        "J-64",
        &["ballot.toml", "the rule takes the 3 best, and there are 3 options", "Take fewer places"],
        &["3"],
    );
}

#[test]
fn a_recount_tells_what_rests_on_the_counts_before_it() {
    let record = act(ballot(RULE), |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let record = act(record, |it| {
        it.agree(&Agreeing { date: "2027-05-03", ..Agreeing::default() }).map(|it| it.act.unwrap())
    });
    let again = Counting {
        again: Some("a bundle was found"),
        date: "2027-05-04",
        ..counting("raad", COUNTS, PRESENT)
    };
    let told = record.deliberating().unwrap().tally(&again).unwrap().found;
    says(
        &told,
        "J-61",
        &["Act 3 rests on the counts that are replaced", "Make the agreement again"],
        &["Stuk 3"],
    );
}

#[test]
fn when_replies_are_due_must_be_known() {
    let record = act(ballot(RULE), |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let record = act(record, |it| {
        it.agree(&Agreeing { date: "2027-05-03", ..Agreeing::default() }).map(|it| it.act.unwrap())
    });
    let acts = record.deliberating().unwrap();
    let asked = Following { handed: Some("2027-05-03"), date: "2027-05-10", ..Following::default() };
    says(&found(acts.follow(&asked)), "J-58", &["--handed", "--term", "--by"], &["--handed", "--term"]);
    let soon = Following { term: Some("soon"), by: Some("council"), ..asked };
    says(&found(acts.follow(&soon)), "J-72", &["\"soon\" is no term", "\"5 weeks\""], &["soon", "weken"]);
}

/// A record that shows no codes has no delegates, and no votes by name.
#[test]
fn a_record_without_codes_has_no_delegates() {
    let people: String =
        (0..30).map(|i| format!("{i:04},{}\n", if i % 2 == 0 { "a" } else { "b" })).collect();
    let people = format!("id,group\n{people}");
    let file = |name, bytes| pool::Source { name, bytes };
    let quotas = b"feature,value,min,max\ngroup,a,3,7\ngroup,b,3,7\n";
    let (own, quotas) = (file("people.csv", people.as_bytes()), file("quotas.csv", &quotas[..]));
    let pool = pool::read(own, quotas, 10, Some("id"), &mut Faults::new()).unwrap();
    let making = Making { detail: Detail::Profiles, tickets: 1000, ..Making::default() };
    let lottery = freeze(&pool, making, &mut |_| {}).unwrap().open().unwrap();
    let drawn = lottery.draw(&Ask { evidence: Evidence::text("peer"), ..Ask::default() }).unwrap();
    let record = lottery.after(&drawn.patch);
    let way = Way::Lot(Chance::Text);
    let list = source("code\n0001\n0002\n0003\n");
    let told = found(record.deliberating().unwrap().freeze_willing("tafel", list, (2, way), "2027-05-01"));
    says(&told, "J-65", &["shows no codes", "who is a delegate", "when the lottery is frozen"], &["codes"]);
}

/// A role of a rule that says in Dutch that somebody was drawn is refused with the word that is meant.
#[test]
fn the_dutch_word_for_drawn_is_answered_with_the_word_of_rules() {
    let rule = RULE.replace("[\"drawn\"]", "[\"ingeloot\"]");
    let acts = panel(10, None);
    let told = found(acts.deliberating().unwrap().freeze_ballot(&freezing(&rule, OPTIONS)));
    says(
        &told,
        "J-100",
        &["ballot.toml", "ingeloot", "Write \"drawn\" for everybody who is in"],
        &["ballot.toml", "ingeloot", "\"drawn\""],
    );
}

/// What a clerk reads in Dutch has no English of the record: headings, and terms.
#[test]
fn headings_and_terms_are_said_in_the_language_of_whoever_reads() {
    let record = ballot(RULE);
    let acts = record.deliberating().unwrap();
    let told = found(acts.tally(&counting("raad", &COUNTS.replace(",for,", ",voorstanders,"), PRESENT)));
    says(&told, "J-01", &["no column \"for\" (or \"voor\")"], &["geen kolom \"voor\" (of \"for\")"]);
    let told = found(acts.tally(&counting("raad", &COUNTS.replace("3,2,9", "3,1,9"), PRESENT)));
    says(&told, "J-152", &["row 7", "two rows in count 1."], &["rij 7", "twee rijen in telling 1."]);
    let some = RULE.replace("\"for\", \"against\", \"neutral\"", "\"for\", \"neutral\"");
    let told = found(acts.ready(&freezing(&some, OPTIONS)));
    says(&told, "J-15", &["[\"for\", \"against\"]"], &["achter \"counted\"", "[\"for\", \"against\"]"]);
    let told = found(acts.tally(&counting("raad", "option,count\n1,900\n", PRESENT)));
    says(&told, "J-39", &["\"for\""], &["\"optie\", \"telling\" (1 of 2) en \"voor\""]);

    let record = agreed();
    let follow = |term, day| Following {
        replies: Some(source("option,date,answer,reason\n")),
        handed: Some(day),
        term: Some(term),
        date: "2027-05-20",
        ..Following::default()
    };
    let told = found(record.deliberating().unwrap().follow(&follow("8 weken", "2027-05-10")));
    says(&told, "J-92", &["within 5 weeks, and 8 weeks"], &["binnen 5 weken, en 8 weken is langer"]);
    let record = act(record, |it| it.follow(&follow("4 weeks", "2027-05-10")).map(|it| it.act.unwrap()));
    let told = record.deliberating().unwrap().follow(&follow("3 weeks", "2027-05-17")).unwrap().found;
    says(&told, "J-144", &["on 10 May 2027", "within 4 weeks"], &["op 10 mei 2027", "binnen 4 weken"]);
}
