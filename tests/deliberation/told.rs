//! What is told, and is no reason to stop: options that are left open, agreements that a count came after, and what is said once.

use crate::support::*;
use geloot::assembly::Frozen;
use geloot::assembly::acts::{Agreeing, Consulting, Counting, Following, Freezing};
use geloot::verify::{Id, Known, Outcome, Remark, verify};
use geloot::words::catalogue::Lang;
use geloot::words::deliberation::pages;

fn codes(found: &geloot::deliberation::wrong::Found) -> Vec<&'static str> {
    found.wrongs.iter().map(|it| it.what.code()).collect()
}

#[test]
fn an_agreement_that_a_count_came_after_is_told_and_so_is_what_it_leaves_open() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let differ = COUNTS.replace("1,2,6,2,1", "1,2,4,4,1");
    let record = act(record, |it| it.tally(&counting("raad", &differ, PRESENT)).map(|it| it.act));
    let agreed = record.deliberating().unwrap();
    let minority = Some(source("option,text,supporters\n2,We wanted the green,4\n"));
    let stories = Some(source("table,option,text\ntafel 4,2,A story\n"));
    let agreeing = Agreeing { minority, stories, because: None, date: "2027-05-03" };
    let agreed = agreed.agree(&agreeing).unwrap();
    assert_eq!(codes(&agreed.found), ["J-69"]);
    // What was not adopted is there in its wording, and a table is called one once.
    let page = String::from_utf8(pages::agreement(Lang::Nl, &agreed).unwrap()).unwrap();
    assert!(page.contains("Keep the green") && page.contains("(tafel 4)"), "{page}");
    let record = record.after(&agreed.act.unwrap().patch);
    let sound = format!("{:?}", verify(&record.folder, &Known::default()).claims);
    assert!(!sound.contains("OldAgreement"));
    let record = act(record, |it| {
        let again = Some("the two counts differed");
        let date = "2027-05-04";
        it.tally(&Counting { again, date, ..counting("raad", COUNTS, PRESENT) }).map(|it| it.act)
    });
    let followed = record.deliberating().unwrap();
    let replies = Some(source("option,date,answer\n3,2027-05-20,adopts\n"));
    let (handed, term, by) = (Some("2027-05-05"), Some("5 weeks"), Some("the council"));
    let asked = Following { replies, handed, term, by, date: "2027-05-20", ..Following::default() };
    let followed = followed.follow(&asked).unwrap();
    assert_eq!(codes(&followed.found), ["J-96"]);
    let record = record.after(&followed.act.unwrap().patch);
    let claims = format!("{:?}", verify(&record.folder, &Known::default()).claims);
    assert!(claims.contains("OldAgreement { agreement: 3, replies: None }"), "{claims}");
    assert!(claims.contains("OldAgreement { agreement: 3, replies: Some(5) }"), "{claims}");
    if let Some(failed) = second(&[(record.folder.clone(), Vec::new())]) {
        assert_eq!(failed, [Vec::<u8>::new()]);
    }
}

/// Who has a vote that was not drawn, who counts again with others, and what is frozen and never counted.
#[test]
fn whoever_checks_a_record_is_told_what_was_done_beside_the_drawn() {
    let rule = RULE.replace("[\"drawn\"]", "[\"expert\"]").replace("\"raad\"", "\"kenners\"");
    let roles = "code,role\nX-1,expert\nX-2,expert\nX-3,expert\n";
    let record = act(panel(10, None), |it| {
        let roles = Some(source(roles));
        it.freeze_ballot(&Freezing { roles, ..freezing(&rule, "option,text\n9,Trees\n") }).map(|it| it.act)
    });
    // Of a secret vote nobody counts again with others present: V31 fails.
    let shown = RULE.replace("\"paper\"", "\"shown\"");
    let record = act(record, |it| it.freeze_ballot(&freezing(&shown, OPTIONS)).map(|it| it.act));
    let differ = COUNTS.replace("1,2,6,2,1", "1,2,4,4,1");
    let record = act(record, |it| it.tally(&counting("raad", &differ, PRESENT)).map(|it| it.act));
    let record = act(record, |it| {
        let (again, date) = (Some("a card fell"), "2027-05-04");
        let counts = differ.replace(",9,0,0", ",8,0,0");
        it.tally(&Counting { again, date, ..counting("raad", &counts, "role,present\ndrawn,10\n") })
            .map(|it| it.act)
    });
    let record = act(record, |it| {
        it.agree(&Agreeing { date: "2027-05-05", ..Agreeing::default() }).map(|it| it.act.unwrap())
    });
    let folder = record.folder;
    let claims = verify(&folder, &Known::default());
    let told: Vec<Remark> = claims.claims.iter().flat_map(|claim| claim.remarks.clone()).collect();
    for due in [
        Remark::NotDrawn { ballot: "kenners".into(), others: 3, members: 3, left: Some(10) },
        Remark::OtherPresent { ballot: "raad".into(), act: 4, before: (9, 9), now: (10, 10) },
        Remark::Uncounted { ballots: vec!["kenners".into()] },
        Remark::Undecided { options: vec!["1".into()] },
    ] {
        assert!(told.contains(&due), "{due:?} is not in {told:?}");
    }
    let temp = tempfile::tempdir().unwrap();
    write(&folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = run::text(&output.stdout);
    for due in [
        "ballot kenners: of the 3 on its roll 3 were not drawn, and none of the 10 people who are in by the draw has a vote",
        "acts/4 counts again with 10 to 10 people present, and there were 9 to 9",
        "frozen and not counted, so that nothing in the agreement is of it: kenners",
        "undecided, and so in no agreement: 1",
    ] {
        assert!(said.contains(due), "{due}: {said}");
    }
    assert!(!said.contains("FAIL"), "{said}");
}

/// Both verifiers tell this, and no claim fails.
fn told(folder: &geloot::bundle::Folder, due: &[Remark], second_says: &[&str]) {
    let claims = verify(folder, &Known::default());
    let own: Vec<&Remark> = claims.claims.iter().flat_map(|claim| &claim.remarks).collect();
    for remark in due {
        assert!(own.contains(&remark), "{remark:?} is not in {own:?}");
    }
    assert!(!claims.failed(), "{claims:?}");
    let Some(said) = second_says_of(folder) else { return };
    for words in second_says {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("FAIL"), "{said}");
}

/// What the second program says of a record.
fn second_says_of(folder: &geloot::bundle::Folder) -> Option<String> {
    let temp = tempfile::tempdir().unwrap();
    write(folder, temp.path());
    run::second(&[&temp.path().to_string_lossy()]).map(|output| run::text(&output.stdout))
}

/// A recount is of the same votes: whoever puts other people in the room, other papers or none beside it is told.
#[test]
fn a_recount_of_something_else_is_told() {
    let again = |counts, present, papers, date| Counting {
        again: Some("somebody asked"),
        papers,
        date,
        ..counting("raad", counts, present)
    };
    // As many people, of other roles.
    let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]").replace("\"paper\"", "\"shown\"");
    let record = act(panel(10, None), |it| {
        let roles = Some(source("code,role\nX-1,expert\nX-2,expert\n"));
        it.freeze_ballot(&Freezing { roles, ..freezing(&rule, OPTIONS) }).map(|it| it.act)
    });
    let (one, other) = ("role,present\ndrawn,8\nexpert,1\n", "role,present\ndrawn,7\nexpert,2\n");
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, one)).map(|it| it.act));
    let record = act(record, |it| it.tally(&again(COUNTS, other, None, "2027-05-04")).map(|it| it.act));
    let due = Remark::OtherRoles { ballot: "raad".into(), act: 3 };
    told(&record.folder, &[due], &["acts/3 counts again with as many people present, of other roles"]);
    // The papers of a secret vote: nine of them, then eight, then none.
    let papers = "1,2,3\nvoor,voor,voor\nvoor,voor,voor\nvoor,voor,voor\nvoor,tegen,voor\nvoor,tegen,voor\n\
        voor,tegen,voor\ntegen,tegen,voor\ntegen,tegen,voor\nneutraal,neutraal,voor\n";
    let fewer = "1,2,3\nvoor,voor,voor\nvoor,voor,voor\nvoor,voor,voor\nvoor,voor,voor\nvoor,tegen,voor\n\
        tegen,tegen,voor\ntegen,tegen,tegen\nneutraal,tegen,voor\n";
    let counts = COUNTS.replace(",6,2,1", ",5,2,1").replace(",3,5,1", ",4,4,0").replace(",9,0,0", ",7,1,0");
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| {
        it.tally(&Counting { papers: Some(source(papers)), ..counting("raad", COUNTS, PRESENT) })
            .map(|it| it.act)
    });
    let record = act(record, |it| {
        it.tally(&again(&counts, PRESENT, Some(source(fewer)), "2027-05-04")).map(|it| it.act)
    });
    let record = act(record, |it| it.tally(&again(COUNTS, PRESENT, None, "2027-05-05")).map(|it| it.act));
    let ballot = || "raad".to_owned();
    let due = [
        Remark::PapersMore { ballot: ballot(), act: 3, before: 2, papers: (9, 8) },
        Remark::PapersGone { ballot: ballot(), act: 4, before: 3 },
    ];
    told(
        &record.folder,
        &due,
        &[
            "acts/3 counts again from 8 papers, and acts/2 kept 9",
            "acts/4 counts again and keeps no papers, and acts/3 kept those of that vote",
        ],
    );
}

/// A recount that the log grants and nobody held is told; once it is held, by the count of what it names, it is not.
#[test]
fn a_recount_that_was_granted_is_held_or_told() {
    let is_told = |record: &Frozen| {
        let due = Remark::NotRecounted(vec!["option 3".into()]);
        let own = remarks_of(&record.folder, Id::Follow).contains(&due);
        let words =
            "the log grants a recount of option 3, and no count since then took the place of one of it";
        if let Some(said) = second_says_of(&record.folder) {
            assert_eq!(said.contains(words), own, "{said}");
        }
        own
    };
    let logged = |record: Frozen, outcome: &str| {
        let log = format!(
            "date,kind,about,from,until,outcome,decided,by\n2027-05-04,recount,option 3,member,,{outcome},2027-05-05,clerk\n"
        );
        act(record, |it| {
            let log = Some(source(&log));
            it.follow(&Following { log, date: "2027-05-10", ..Following::default() })
                .map(|it| it.act.unwrap())
        })
    };
    let recount = |record: Frozen, name: &str, counts: &str| {
        act(record, |it| {
            let (again, date) = (Some("a member asked"), "2027-05-11");
            it.tally(&Counting { again, date, ..counting(name, counts, PRESENT) }).map(|it| it.act)
        })
    };
    assert!(!is_told(&logged(agreed(), "rejected")));
    let granted = logged(agreed(), "upheld");
    assert!(is_told(&granted));
    assert!(!is_told(&recount(granted, "raad", COUNTS)));
    // Of another ballot it is no recount of that.
    let counts = "option,count,for,against,neutral\n9,1,6,2,1\n9,2,6,2,1\n";
    let rule = RULE.replace("\"raad\"", "\"bomen\"");
    let other = Freezing { date: "2027-05-03", ..freezing(&rule, "option,text\n9,Trees\n") };
    let record = act(agreed(), |it| it.freeze_ballot(&other).map(|it| it.act));
    let counted = |date| Counting { date, ..counting("bomen", counts, PRESENT) };
    let record = act(record, |it| it.tally(&counted("2027-05-03")).map(|it| it.act));
    assert!(is_told(&recount(logged(record, "upheld"), "bomen", counts)));
}

/// Whoever was present at a vote by name and has no vote is told of, by the act and whoever checks.
#[test]
fn a_vote_by_name_that_is_missing_is_told() {
    let open = RULE.replace("\"paper\"", "\"open\"");
    let charter = format!("date = 2027-01-01\n[seed]\nsource = \"text\"\n{open}");
    let asked = Freezing { options: Some(source(OPTIONS)), date: "2027-05-01", ..Freezing::default() };
    let record = act(panel(10, Some(&charter)), |it| it.freeze_ballot(&asked).map(|it| it.act));
    let codes_in = column(&record.folder, "public/draws/1/panel.csv", 0);
    let list = |people: usize| -> String {
        let rows = codes_in[..people].iter().map(|code| format!("{code},voor,tegen,voor\n"));
        std::iter::once("code,1,2,3\n".to_owned()).chain(rows).collect()
    };
    let acts = record.deliberating().unwrap();
    let by_name = |people: usize, present: &str| {
        let votes = list(people);
        acts.tally(&Counting { counts: None, votes: Some(source(&votes)), ..counting("raad", "", present) })
            .unwrap()
    };
    let remark = |people| Remark::NoVote("raad".into(), 2, "drawn".into(), people);
    let words = |people: u64| {
        format!("acts/2 lacks the votes by name of {people} of the role drawn who were present")
    };
    let made = by_name(7, PRESENT);
    assert_eq!(codes(&made.found), ["J-154"]);
    // A range leaves it open whether somebody is missing.
    assert!(
        by_name(9, PRESENT).found.wrongs.is_empty()
            && by_name(7, "role,present\ndrawn,7-9\n").found.wrongs.is_empty()
    );
    let record = record.after(&made.act.patch);
    told(&record.folder, &[remark(2)], &[&words(2)]);
    // A list that was made whole is told as other votes, and what it took the place of no more.
    let (votes, again) = (list(9), Some("two rows were left out"));
    let record = act(record, |it| {
        let votes = Some(source(&votes));
        it.tally(&Counting { counts: None, votes, again, ..counting("raad", "", PRESENT) }).map(|it| it.act)
    });
    let own = remarks_of(&record.folder, Id::Numbers);
    assert!(!own.iter().any(|it| matches!(it, Remark::NoVote(..))), "{own:?}");
    if let Some(said) = second_says_of(&record.folder) {
        assert!(!said.contains("lacks the votes"), "{said}");
    }
}

/// A reply that is late, and one that is put off for good.
#[test]
fn replies_that_are_put_off_for_many_years_are_told() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let record = act(record, |it| {
        it.agree(&Agreeing { date: "2027-05-03", ..Agreeing::default() }).map(|it| it.act.unwrap())
    });
    let replies = "option,date,answer,reason\n1,2027-06-01,later,on 2037-06-22\n3,2027-06-20,adopts,\n";
    let followed = record.deliberating().unwrap();
    let (handed, term, by) = (Some("2027-05-05"), Some("5 weeks"), Some("the council"));
    let replies = Some(source(replies));
    let asked = Following { replies, handed, term, by, date: "2027-06-21", ..Following::default() };
    let followed = followed.follow(&asked).unwrap();
    assert_eq!(codes(&followed.found), ["J-102"]);
    let record = record.after(&followed.act.unwrap().patch);
    let claims = verify(&record.folder, &Known::default());
    let remarks = &claims.claim(Id::Follow).remarks;
    let far = Remark::FarOff { replies: vec![("1".into(), "2037-06-22".into())] };
    assert_eq!(remarks[..], [Remark::Late { replies: vec![("3".into(), 11)] }, far]);
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = run::text(&output.stdout);
    assert!(said.contains("the reply to 3 is late by 11 days"), "{said}");
    assert!(said.contains("the reply to 1 is put off until 2037-06-22"), "{said}");
}

/// No more people support a statement than had a vote: the act is refused, and a record that was made without it fails.
#[test]
fn a_minority_is_no_larger_than_the_roll() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let agree = |record: &Frozen, people: u64| {
        let minority = format!("option,text,supporters\n2,We wanted the green,{people}\n");
        let minority = Some(source(&minority));
        let asked = Agreeing { minority, date: "2027-05-03", ..Agreeing::default() };
        record.deliberating().unwrap().agree(&asked).map(|it| it.act.unwrap())
    };
    assert_eq!(refused(agree(&record, 11)), ["J-131"]);
    let sound = agree(&record, 10).unwrap();
    let mut folder = record.after(&sound.patch).folder;
    assert!(!verify(&folder, &Known::default()).failed());
    let path = "public/acts/3/minority.csv";
    let text = String::from_utf8(folder[path].clone()).unwrap().replace("green,10", "green,11");
    folder.insert(path.into(), text.into_bytes());
    refit(&mut folder);
    let claims = verify(&folder, &Known::default());
    let failed: Vec<Id> =
        claims.claims.iter().filter(|it| matches!(it.outcome, Outcome::Fail(_))).map(|it| it.id).collect();
    assert_eq!(failed, [Id::Agreement]);
    let temp = tempfile::tempdir().unwrap();
    write(&folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = run::text(&output.stdout);
    assert!(said.contains("more people support a minority of acts/3 than had a vote: 2"), "{said}");
}

/// A reply that is put off, and put off again; of two days in one reason the last one counts.
#[test]
fn replies_that_are_put_off_again_and_again_are_told() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let mut record = act(record, |it| {
        it.agree(&Agreeing { date: "2027-05-03", ..Agreeing::default() }).map(|it| it.act.unwrap())
    });
    let days = [
        ("2027-06-01", "after the budget, 2027-07-01 or else 2027-09-01", vec![]),
        ("2027-08-01", "on 2027-12-01", vec!["J-133"]),
        // A day that comes sooner puts nothing off.
        ("2027-08-02", "on 2027-11-01", vec![]),
        ("2027-10-01", "on 2028-03-01", vec!["J-133"]),
    ];
    for (date, why, told) in days {
        let replies = format!("option,date,answer,reason\n1,{date},later,\"{why}\"\n3,2027-05-20,adopts,\n");
        let (handed, term, by) = (Some("2027-05-05"), Some("5 weeks"), Some("the council"));
        let replies = Some(source(&replies));
        let asked = Following { replies, handed, term, by, date, ..Following::default() };
        let followed = record.deliberating().unwrap().follow(&asked).unwrap();
        assert_eq!(codes(&followed.found), told, "{date}");
        assert!(!followed.is_late(), "{date}");
        record = record.after(&followed.act.unwrap().patch);
    }
    let claims = verify(&record.folder, &Known::default());
    let until = ["2027-09-01", "2027-12-01", "2028-03-01"].map(str::to_owned).to_vec();
    let due = Remark::PutOffAgain(vec![("1".into(), until)]);
    assert_eq!(claims.claim(Id::Follow).remarks[..], [due]);
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = run::text(&output.stdout);
    assert!(
        said.contains("the reply to 1 was put off 3 times, until 2027-09-01, 2027-12-01, 2028-03-01"),
        "{said}"
    );
}

/// A charter that promises what never comes: both verifiers say so.
#[test]
fn what_the_charter_promises_and_nobody_held_is_told() {
    let phase = "[[phase]]\nname = \"p\"\nscale = 5\nrung = 3\nfrom = 2027-03-01\nuntil = 2027-06-01\n\
        reply = { term = \"5 weeks\", by = \"the council\" }\n";
    let asked = "[consultation]\nhow = \"a letter\"\nfrom = 2027-04-10\nuntil = 2027-04-30\n";
    let other = RULE.replace("\"raad\"", "\"nooit\"");
    let charter = format!("date = 2026-03-01\n[seed]\nsource = \"text\"\n{RULE}{other}{phase}{asked}");
    let record = act(panel(10, Some(&charter)), |it| {
        it.freeze_ballot(&Freezing {
            rules: None,
            name: Some("raad"),
            because: None,
            ..freezing(RULE, OPTIONS)
        })
        .map(|it| it.act)
    });
    let claims = verify(&record.folder, &Known::default());
    let told = format!("{:?}", claims.claim(Id::Ballots).remarks);
    for due in ["NoBallotsSoFar { ballots: [\"nooit\"] }", "NoConsultationSoFar", "NoRepliesSoFar"] {
        assert!(told.contains(due), "{due}: {told}");
    }
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = run::text(&output.stdout);
    for due in [
        "the charter promises ballots of which the record has none so far: nooit",
        "the charter promises a consultation; the record has none so far",
        "the charter promises replies; the record has none so far",
    ] {
        assert!(said.contains(due), "{due}: {said}");
    }
}

/// Two options that nobody can tell apart: a letter of another script, spaces and a full stop make no second proposal.
#[test]
fn options_that_look_alike_are_told() {
    let options = "option,text\n1,Keep the green\n2,Build homes\n3,keep  the Gr\u{435}en.\n4,+\n5,-\n";
    let record = panel(10, None);
    let ready = record.deliberating().unwrap().ready(&freezing(RULE, options)).unwrap();
    assert_eq!(codes(&ready.found), ["J-130"]);
    let others = record.deliberating().unwrap().ready(&freezing(RULE, OPTIONS)).unwrap();
    assert_eq!(codes(&others.found), [""; 0]);
    let record = act(record, |it| it.freeze_ballot(&freezing(RULE, options)).map(|it| it.act));
    let claims = verify(&record.folder, &Known::default());
    let due = Remark::SameWords { ballot: "raad".into(), options: vec![("1".into(), "3".into())] };
    assert!(claims.claim(Id::Ballots).remarks.contains(&due), "{claims:?}");
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = run::text(&output.stdout);
    assert!(said.contains("options 1 and 3 of raad have words that look the same"), "{said}");
}

/// A proposal that was voted down, voted on again in the same words under another name and another rule.
#[test]
fn a_proposal_that_is_voted_on_again_is_told() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let other = RULE.replace("\"raad\"", "\"later\"").replace("share = \"1/2\"", "share = \"1/3\"");
    // A letter of another script, and a full stop, make no other proposal of it.
    let options = "option,text\n1b,Build homes\n2b,keep  the Gr\u{435}en.\n4,More trees\n";
    // Nothing is voted down before it is counted.
    let early = record.deliberating().unwrap().ready(&freezing(&other, options)).unwrap();
    assert_eq!(codes(&early.found), [""; 0]);
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let ready = record.deliberating().unwrap().ready(&freezing(&other, options)).unwrap();
    assert_eq!(codes(&ready.found), ["J-120"]);
    let later = Freezing { date: "2027-05-03", ..freezing(&other, options) };
    let record = act(record, |it| it.freeze_ballot(&later).map(|it| it.act));
    let claims = verify(&record.folder, &Known::default()).claims;
    let ballots = claims.iter().find(|claim| claim.id == Id::Ballots).unwrap();
    let told: Vec<&Remark> =
        ballots.remarks.iter().filter(|it| matches!(it, Remark::VotedAgain { .. })).collect();
    let [option, ballot, before, of] = ["2b", "later", "2", "raad"].map(str::to_owned);
    assert_eq!(told, [&Remark::VotedAgain { option, ballot, before, of, act: 2 }]);
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = run::text(&output.stdout);
    let due = "option 2b of later has the words of option 2 of raad, which was voted down in act 2";
    assert_eq!(said.matches("has the words of").count(), 1, "{said}");
    assert!(said.contains(due) && !said.contains("FAIL"), "{said}");
}

/// The same words in two ballots that are both frozen before either is counted: what one turned down and the other adopted is told.
#[test]
fn whoever_freezes_two_ballots_at_once_is_told_too() {
    let first = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let other = RULE.replace("\"raad\"", "\"later\"").replace("share = \"1/2\"", "share = \"1/3\"");
    let options = OPTIONS.replace("\n1,", "\n1b,").replace("\n2,", "\n2b,").replace("\n3,", "\n3b,");
    let both = act(first, |it| it.freeze_ballot(&freezing(&other, &options)).map(|it| it.act));
    let told = |record: &Frozen| {
        let claims = verify(&record.folder, &Known::default()).claims;
        let ballots = claims.into_iter().find(|claim| claim.id == Id::Ballots).unwrap();
        ballots.remarks.iter().filter(|it| matches!(it, Remark::VotedAgain { .. })).count()
    };
    assert_eq!(told(&both), 0);
    let counted = act(both, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let down = told(&counted);
    assert!(down > 0);
    let temp = tempfile::tempdir().unwrap();
    write(&counted.folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    assert_eq!(run::text(&output.stdout).matches("has the words of").count(), down);
}

/// Whoever ranks afterwards what was adopted has not voted on it again: the ranking came second, and put some of it out.
#[test]
fn a_first_vote_is_not_told_as_a_second() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    // Option 1 was adopted; the other rule asks for so much that it falls.
    let other = RULE.replace("\"raad\"", "\"later\"").replace("share = \"1/2\"", "share = \"9/10\"");
    let options = "option,text\n1b,Build homes\n";
    let later = Freezing { date: "2027-05-03", ..freezing(&other, options) };
    let record = act(record, |it| it.freeze_ballot(&later).map(|it| it.act));
    let counts = "option,count,for,against,neutral\n1b,1,5,3,1\n1b,2,5,3,1\n";
    let again = Counting { date: "2027-05-04", ..counting("later", counts, PRESENT) };
    let record = act(record, |it| it.tally(&again).map(|it| it.act));
    let claims = verify(&record.folder, &Known::default());
    let remarks = &claims.claim(Id::Ballots).remarks;
    assert!(!remarks.iter().any(|it| matches!(it, Remark::VotedAgain { .. })), "{remarks:?}");
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    assert!(!run::text(&output.stdout).contains("has the words of"));
}

#[test]
fn one_fault_is_said_once_and_where_it_is() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let other = RULE.replace("\"raad\"", "\"later\"");
    assert_eq!(refused(acts.freeze_ballot(&freezing(&other, OPTIONS))), ["J-98"]);
    let options = "option,text\n7,Trees\n";
    let number = other.replace("share = \"1/2\"", "share = 0.5");
    assert_eq!(refused(acts.freeze_ballot(&freezing(&number, options))), ["J-15"]);
    // A topic whose text is refused is there for whoever names it.
    let topics = "topic,text,from\nhomes,Call 06-12345678,\nhousing,,\nbuses,,\n";
    let merges = "topic,into,reason\nhousing,homes,the same\n";
    let points = "topic,points\nhomes,many\nbuses,7\n";
    let files = (source(topics), source(merges), Some(source(points)));
    assert_eq!(refused(acts.sort_topics(files, None, "2027-05-02")), ["J-07", "J-03"]);
}

#[test]
fn a_roll_with_more_people_than_seats_and_acts_of_an_annulled_draw_are_told_with_their_numbers() {
    let (place, dir) = drawn_by_command(100..121, &["--reserves", "4"]);
    let path = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| {
        std::fs::write(place.path().join(name), text).unwrap();
        path(name)
    };
    let panel = std::fs::read_to_string(path("lottery/panel.csv")).unwrap();
    let out = panel.lines().nth(1).unwrap().split(',').next().unwrap();
    let no = format!("id,date,event,reason\n{out},2027-05-01,declined,\n");
    let events = write("events.csv", &no);
    let next = run::json(&["roster", &dir, "--events", &events]);
    let called = next["next"][0]["id"].as_str().unwrap().to_owned();
    // A no that was a slip, told when the reserve had said yes.
    let rest = format!(
        "{called},2027-05-02,called,\n{called},2027-05-03,confirmed,\n{out},2027-05-04,corrected,a slip\n"
    );
    let events = write("events.csv", &(no + &rest));
    run::json(&["roster", &dir, "--events", &events, "--publish"]);
    let (rule, options) = (write("rule.toml", RULE), write("options.csv", OPTIONS));
    let freeze = ["ballot", &dir, "freeze", "--rule", &rule, "--options", &options, "--date", "2027-05-05"];
    // The last event after the draw is a day of which the first act cannot be far.
    let far = ["--date", "2072-05-05", "--because", "the charter has none"];
    run::refused(&[&freeze[..7], &far].concat(), 2, "J-150");
    let told = run::geloot(&[&freeze[..], &["--because", "the charter has none"]].concat());
    let told = run::text(&told.stderr);
    assert!(told.contains("J-97") && told.contains("4 seats: 1 said yes, and 4"), "{told}");
    let again = run::geloot(&["draw", &dir, "--redraw-because", "a name was there twice"]);
    let again = run::text(&again.stderr);
    assert!(again.contains("1 act of the deliberation"), "{again}");
}

/// A total among the topics, their points or the options would take part, and win.
#[test]
fn a_total_is_no_topic_and_no_option() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let none = "topic,into,reason\n";
    let sorted = |topics: &str, points: &str| {
        refused(acts.sort_topics((source(topics), source(none), Some(source(points))), None, "2027-05-02"))
    };
    let (topics, points) = ("topic,text\nhomes,\nbuses,\n", "topic,points\nhomes,61\nbuses,39\n");
    assert_eq!(sorted(&format!("{topics}Totaal,2\n"), points), ["J-94"]);
    assert_eq!(sorted(topics, &format!("{points}Total,100\n")), ["J-94"]);
    let other = RULE.replace("\"raad\"", "\"later\"");
    assert_eq!(refused(acts.freeze_ballot(&freezing(&other, "option,text\n7,Trees\nTotaal,1\n"))), ["J-94"]);
    let counts = format!("{COUNTS}Totaal,1,18,7,2\n");
    assert!(refused(acts.tally(&counting("raad", &counts, PRESENT))).contains(&"J-94"));
}

/// Nobody of the lottery is called by name, or by an address, in what becomes public.
#[test]
fn a_text_that_becomes_public_calls_nobody_by_name() {
    let place = tempfile::tempdir().unwrap();
    let path = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| {
        std::fs::write(place.path().join(name), text).unwrap();
        path(name)
    };
    let names = ["Truus,Hendriks,Lange Straat,3", "Piet,de Vries,Kerkplein,12"];
    let people: String = (0..8)
        .map(|i| {
            format!("{},{},{}\n", 100 + i, names[usize::from(i > 0)], if i % 2 == 0 { "a" } else { "b" })
        })
        .collect();
    let pool = write("pool.csv", &format!("id,Voornaam,Achternaam,Straat,Huisnr.,group\n{people}"));
    let quotas = write("quotas.csv", "feature,value,min,max\ngroup,a,2,2\ngroup,b,2,2\n");
    let dir = path("lottery");
    run::done(&[&run::lottery(&pool, &quotas, "4", &dir)[..], &["--tickets", "100", "--quiet"]].concat());
    run::done(&["draw", &dir, "--seed", "appel peer", "--quiet"]);
    let log = |about: &str, by: &str| {
        let row = format!("2027-05-12,complaint,{about},,,,,{by}\n");
        let log = write("log.csv", &format!("date,kind,about,from,until,outcome,decided,by\n{row}"));
        run::geloot(&["follow", &dir, "--log", &log, "--date", "2027-05-20", "--lang", "nl"])
    };
    for about in ["\"Truus Hendriks, buiten\"", "Lange Straat 3", "nummer 111222333"] {
        let output = log(about, "");
        let said = run::text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("J-95") || said.contains("J-09"), "{said}");
        assert!(!said.contains("Hendriks"), "{said}");
    }
    assert!(!place.path().join("lottery/public/acts").exists());
    let titled = log("de telling", "mw. de Vries");
    assert_eq!(titled.status.code(), Some(2));
    assert!(
        run::text(&titled.stderr).contains("[J-145]") && !place.path().join("lottery/public/acts").exists()
    );
    let output = log("de telling", "P. de Vries");
    assert_eq!(output.status.code(), Some(0));
    let (shown, said) = (run::text(&output.stdout), run::text(&output.stderr));
    assert!(said.contains("J-99") && shown.contains("openbaar zoals hij er staat"), "{said} {shown}");
    // The charter is public too; whoever holds an office may be named in it, so that is told and stops nothing.
    let charter =
        write("charter.toml", "title = \"Beraad\"\nnotary = \"mr. Truus Hendriks\"\nplace = \"Raadhuis\"\n");
    let other = path("met-reglement");
    let args = [&run::lottery(&pool, &quotas, "4", &other)[..], &["--tickets", "100", "--charter", &charter]];
    let output = run::geloot(&[&args.concat()[..], &["--lang", "en"]].concat());
    let said = run::text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("row 2") && said.contains("[J-105]") && !said.contains("Hendriks"), "{said}");
    // So are numbers and addresses by which somebody can be reached; those of an office may stand there.
    let charter = write("bereikbaar.toml", "title = \"Beraad\"\nask = \"griffie, 020-1234567\"\n");
    for args in [
        &["charter", &charter, "--lang", "en"][..],
        &[
            &run::lottery(&pool, &quotas, "4", &path("bereikbaar"))[..],
            &["--tickets", "100", "--charter", &charter],
        ]
        .concat(),
    ] {
        let output = run::geloot(args);
        let said = run::text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("2") && said.contains("[J-146]") && !said.contains("1234567"), "{said}");
    }
    let new = path("nieuw.toml");
    let how = "bel Jan, 06-12345678, jan@veere.nl";
    let output =
        run::geloot(&["charter", "new", "--source", "text", "--how", how, "--out", &new, "--lang", "en"]);
    let said = run::text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("[J-07]") && said.contains("[J-08]") && !std::path::Path::new(&new).exists(),
        "{said}"
    );
    // A reason is such a text too: of another draw, of a call out of turn or a correction, of a supplement, of a rule.
    let telling = "Truus Hendriks belde op";
    let panel = std::fs::read_to_string(place.path().join("lottery/panel.csv")).unwrap();
    let id = panel.lines().nth(1).unwrap().split(',').next().unwrap();
    let events = |reason: &str| {
        let rows = format!("2027-06-01,{id},declined,\n2027-06-02,{id},corrected,{reason}\n");
        write("events.csv", &format!("date,id,event,reason\n{rows}"))
    };
    let rule = write("ballot.toml", RULE);
    let options = write("options.csv", OPTIONS);
    let freeze = |because: &str| {
        let files = ["--options", &options, "--rule", &rule, "--date", "2027-05-21", "--because", because];
        run::geloot(&[&["ballot", &dir, "freeze", "--lang", "en"][..], &files].concat())
    };
    let corrected = events(telling);
    let named = [
        run::geloot(&["draw", &dir, "--redraw-because", telling, "--lang", "en"]),
        run::geloot(&["draw", &dir, "--seed", "a b", "--override-source", telling, "--lang", "en"]),
        run::geloot(&["roster", &dir, "--events", &corrected, "--publish", "--lang", "en"]),
        freeze(telling),
    ];
    for output in named {
        let said = run::text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("[J-95]") && said.contains("Write a role"), "{said}");
        assert!(!said.contains("Hendriks"), "{said}");
    }
    let row = run::text(&run::geloot(&["roster", &dir, "--events", &corrected, "--publish"]).stderr);
    assert!(row.contains("events.csv") && row.contains('3'), "{row}");
    // Of a reason that stays with the clerk nothing is said, and a surname alone is only told.
    let kept = write("kept.csv", &format!("date,id,event,reason\n2027-06-01,{id},declined,{telling}\n"));
    let published = run::geloot(&["roster", &dir, "--events", &kept, "--publish", "--quiet"]);
    // A seat is empty that nobody can take, so it ends with 1; the list is published.
    assert_eq!(published.status.code(), Some(1), "{}", run::text(&published.stderr));
    assert!(place.path().join("lottery/public/rosters/1/events.csv").exists());
    let said = run::text(&freeze("familie de Vries wilde stemmen").stderr);
    assert!(said.contains("[J-145]") && !said.contains("Vries"), "{said}");
    let said = run::text(&freeze("volgens P. de Vries kan het").stderr);
    assert!(said.contains("[J-99]"), "{said}");
    // So it is without a title, by its capital, and so is an id of the clerk's list, which is not said again.
    let said = run::text(&freeze("iedereen, ook Hendriks, wilde stemmen").stderr);
    assert!(said.contains("[J-99]") && !said.contains("[J-134]"), "{said}");
    let said = run::text(&freeze(&format!("ook {id} wilde stemmen")).stderr);
    assert!(said.contains("[J-134]") && !said.contains("[J-99]"), "{said}");
    let said = said.lines().find(|line| line.contains("[J-134]")).unwrap().to_owned();
    assert!(!said.contains(id), "{said}");
    let of_another_script = |sign: char| {
        sign.to_digit(10).map_or(sign, |n| ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'][n as usize])
    };
    let same: String = id.chars().map(of_another_script).collect();
    let said = run::text(&freeze(&format!("ook {same} wilde stemmen")).stderr);
    assert!(said.contains("[J-134]"), "{said}");
    let again = run::geloot(&["draw", &dir, "--redraw-because", "mw. Hendriks stond er dubbel op"]);
    assert_eq!(again.status.code(), Some(0), "{}", run::text(&again.stderr));
    assert!(run::text(&again.stderr).contains("[J-99]"));
    // And so is a ground of exclusion, of people of the pool or of the list.
    let out = write(
        "out.csv",
        "id,Naam,ground\n107,Anna Smit,woont bij Truus Hendriks\n108,Bart Kok,Bart Kok zelf\n",
    );
    let args = [&run::lottery(&pool, &quotas, "4", "nergens")[..], &["--exclude", &out, "--lang", "en"]];
    let said = run::refused(&args.concat(), 2, "X-15");
    assert!(said.contains("rows 2 and 3") && said.contains("the name or address of somebody"), "{said}");
    assert!(!said.contains("Hendriks") && !said.contains("Kok"), "{said}");
}

/// How and when people are asked besides is taken from the charter, and told where it was done otherwise.
#[test]
fn a_consultation_is_held_as_it_was_announced_or_that_is_told() {
    let charter = "[consultation]\nhow = \"a letter to all\"\nfrom = 2027-04-10\nuntil = 2027-04-30\n";
    let record =
        act(panel(10, Some(charter)), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let as_announced = Consulting {
        about: "raad",
        counts: source("option,count\n1,900\n2,1200\n3,300\n"),
        how: None,
        participants: 1800,
        from: None,
        until: None,
        date: "2027-05-03",
    };
    let named = Consulting {
        how: Some("a letter to all"),
        from: Some("2027-04-10"),
        until: Some("2027-04-30"),
        ..as_announced
    };
    let [plain, in_words] = [as_announced, named].map(|it| acts.consult(&it).unwrap());
    assert_eq!((codes(&plain.found), codes(&in_words.found)), (vec![], vec![]));
    assert_eq!(plain.act.line, in_words.act.line);
    for otherwise in [
        Consulting { how: Some("a letter to some"), ..as_announced },
        Consulting { from: Some("2027-04-09"), ..as_announced },
        Consulting { until: Some("2027-05-01"), ..as_announced },
    ] {
        assert_eq!(codes(&acts.consult(&otherwise).unwrap().found), ["J-127"]);
    }
}

/// A range that left everything open is counted again with the number, which nobody's vote follows from.
#[test]
fn a_range_of_people_present_becomes_a_number() {
    let record = act(panel(20, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    fn again(present: &str) -> Counting<'_> {
        Counting { again: Some("somebody counted heads"), ..counting("raad", COUNTS, present) }
    }
    let range = counting("raad", COUNTS, "role,present\ndrawn,9-11\n");
    let record = act(record, |it| it.tally(&range).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    for (present, codes) in [("8", vec!["J-90"]), ("10-12", vec!["J-90"]), ("10", vec![]), ("10-11", vec![])]
    {
        let present = format!("role,present\ndrawn,{present}\n");
        assert_eq!(refused(acts.tally(&again(&present))), codes, "{present}");
    }
    let number = "role,present\ndrawn,10\n";
    let record = act(record, |it| it.tally(&again(number)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let wider = "role,present\ndrawn,9-11\n";
    assert_eq!(refused(acts.tally(&again(wider))), ["J-90"], "and not wider again");
    assert_eq!(failed(&record.folder, &[]), [0u8; 0]);
    let rolls = verify(&record.folder, &Known::default()).claims;
    let told = rolls.iter().find(|it| it.id == Id::Rolls).unwrap();
    assert!(told.remarks.iter().all(|it| !matches!(it, Remark::OtherPresent { .. })));
    let mut other = record.folder.clone();
    replace(&mut other, "public/acts/3/present.csv", "10,10", "12,12");
    refit(&mut other);
    assert!(failed(&other, &[]).contains(&31));
    if let Some(found) = second(&[(record.folder, Vec::new()), (other, Vec::new())]) {
        assert!(found[0].is_empty() && found[1].contains(&31), "{found:?}");
    }
}

/// What is said of replies must have happened, after there was something to reply to, in time, and by whom it was promised.
#[test]
fn a_reply_says_when_and_why_and_a_log_has_its_days_in_order() {
    let record = agreed();
    let acts = record.deliberating().unwrap();
    let base = Following {
        replies: None,
        log: None,
        handed: Some("2027-05-10"),
        term: None,
        by: None,
        date: "2027-07-10",
    };
    let reply = |row: &str| {
        let text = format!("option,date,answer,reason\n1,{row}\n");
        acts.follow(&Following { replies: Some(source(&text)), ..base })
    };
    for (row, code) in [
        ("2027-06-20,deviates,-", "J-52"),
        ("2027-06-20,adopts in part,n.v.t.", "J-52"),
        ("2027-06-20,later,2027-06-01", "J-136"),
        ("2027-05-01,adopts,", "J-137"),
        ("2027-07-20,adopts,", "J-101"),
    ] {
        assert_eq!(refused(reply(row)), [code], "{row}");
    }
    assert_eq!(refused(acts.follow(&Following { handed: Some("2026-05-10"), ..base })), ["J-137"]);
    for (row, code) in [
        ("2028-01-01,objection,the roll,member,,,,", "J-101"),
        ("2027-05-11,objection,the roll,member,,rejected,2028-01-01,board", "J-101"),
        ("2027-05-11,objection,the roll,member,,rejected,2026-05-11,board", "J-139"),
    ] {
        let text = format!("date,kind,about,from,until,outcome,decided,by\n{row}\n");
        assert_eq!(refused(acts.follow(&Following { log: Some(source(&text)), ..base })), [code], "{row}");
    }
    // Put off six days after the term: it stays late, and everybody who checks is told.
    let late = reply("2027-06-20,later,2027-11-01").unwrap();
    assert!(late.is_late());
    assert_eq!(late.replies[0].1, geloot::deliberation::follow::State::PutOffLate(6));
    let other = acts.follow(&Following { by: Some("the mayor"), ..base }).unwrap();
    assert_eq!(codes(&other.found), ["J-138"]);
    let after = |patch: &geloot::assembly::Patch| {
        let mut folder = record.folder.clone();
        patch.apply_to(&mut folder);
        folder
    };
    let folder = after(&other.act.unwrap().patch);
    let told = remarks_of(&folder, Id::Follow);
    assert!(
        told.contains(&Remark::OtherBy { by: "the mayor".into(), promised: "the council".into() }),
        "{told:?}"
    );
    let late = after(&late.act.unwrap().patch);
    let told = remarks_of(&late, Id::Follow);
    assert!(
        told.iter().any(|it| matches!(it, Remark::Late { replies } if replies[0] == ("1".to_owned(), 6))),
        "{told:?}"
    );
    let asked = Consulting {
        about: "raad",
        counts: source("option,count\n1,9\n"),
        how: Some("a letter"),
        participants: 90,
        from: Some("2027-05-01"),
        until: Some("2028-05-30"),
        date: "2027-06-02",
    };
    assert_eq!(refused(acts.consult(&asked)), ["J-101"]);
    let temp = tempfile::tempdir().unwrap();
    write(&late, temp.path());
    if let Some(output) = run::second(&[temp.path().to_str().unwrap()]) {
        let said = run::text(&output.stdout);
        assert!(said.contains("the reply to 1 is late by 6 days"), "{said}");
    }
}

fn remarks_of(folder: &geloot::bundle::Folder, id: Id) -> Vec<Remark> {
    let claims = verify(folder, &Known::default()).claims;
    claims.into_iter().find(|it| it.id == id).unwrap().remarks
}

/// In a list in which everybody counts, a column of crosses stops the count.
#[test]
fn a_list_of_everybody_with_crosses_is_not_read_as_all_of_them() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    let list = |heading: &str, cells: [&str; 2]| {
        let rows =
            codes.iter().enumerate().map(|(at, code)| format!("{code},{}\n", cells[usize::from(at < 4)]));
        format!("code,{heading}\n{}", rows.collect::<String>())
    };
    for (heading, cells) in [
        ("present on 12 May", ["x", ""]),
        ("20-11", ["x", ""]),
        ("signature", ["scrawl", ""]),
        ("absent", ["x", "x"]),
        ("aanwezig", ["15", "0"]),
    ] {
        let list = list(heading, cells);
        assert_eq!(refused(acts.tally(&counting("raad", COUNTS, &list))), ["J-135"], "{heading}");
        let lot = (2, geloot::deliberation::delegates::Way::Lot(geloot::deliberation::chance::Chance::Text));
        assert_eq!(
            refused(acts.freeze_willing("tafel", source(&list), lot, "2027-05-02")),
            ["J-135"],
            "{heading}"
        );
    }
}

/// What minorities said does not go when the agreement is made again without being told; nor does a role that was misspelt.
#[test]
fn a_lost_minority_and_a_misspelt_role_are_told() {
    let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]");
    let record = panel(10, None);
    let roles = source("code,role\nG-1,expert\nG-2,experts\n");
    let asked = Freezing { roles: Some(roles), ..freezing(&rule, OPTIONS) };
    assert_eq!(codes(&record.deliberating().unwrap().ready(&asked).unwrap().found), ["J-140"]);
    let record = act(record, |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let minority = Some(source("option,text,supporters\n2,We wanted the green,4\n"));
    let agreeing = Agreeing { minority, date: "2027-05-03", ..Agreeing::default() };
    let record = act(record, |it| it.agree(&agreeing).map(|it| it.act.unwrap()));
    let again = Agreeing { because: Some("a slip of the pen"), minority: None, ..agreeing };
    let made = record.deliberating().unwrap().agree(&again).unwrap();
    assert_eq!(codes(&made.found), ["J-141"]);
    let record = record.after(&made.act.unwrap().patch);
    let told = Remark::MinorityGone { act: 4, before: 3, statements: 1 };
    assert_eq!(remarks_of(&record.folder, Id::Agreement), [told]);
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    if let Some(output) = run::second(&[temp.path().to_str().unwrap()]) {
        let said = run::text(&output.stdout);
        assert!(said.contains("1 minority statements of act 3 are not in act 4"), "{said}");
    }
}
