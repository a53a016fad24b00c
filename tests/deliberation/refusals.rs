//! What is refused, in words that are in both catalogues, with nothing written.

use crate::support::*;
use geloot::assembly::acts::{Agreeing, Consulting, Counting, Following, Freezing};
use geloot::assembly::{Ask, Refusal, Source as File};
use geloot::deliberation::chance::Chance;
use geloot::deliberation::delegates::Way;
use geloot::deliberation::wrong::What;
use geloot::seed::Evidence;

#[test]
fn a_rule_has_no_defaults() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    let freeze = |rule: &str| refused(acts.freeze_ballot(&freezing(rule, OPTIONS)));
    assert_eq!(freeze(RULE), [""; 0]);
    // Without a base the refusal says what each would mean; every other setting is simply missing.
    for (key, code) in [
        ("of", "J-17"),
        ("share", "J-14"),
        ("than", "J-14"),
        ("kind", "J-14"),
        ("counted", "J-14"),
        ("quorum", "J-14"),
        ("consensus", "J-14"),
        ("secrecy", "J-14"),
    ] {
        let without: String = RULE
            .lines()
            .filter(|line| !line.starts_with(&format!("{key} =")))
            .map(|it| format!("{it}\n"))
            .collect();
        assert!(without.len() < RULE.len());
        assert_eq!(freeze(&without), [code], "{key}");
    }
    for (from, to, codes) in [
        ("1/2\"\nthan", "3/2\"\nthan", vec!["J-15"]),
        ("at-least", "at least", vec!["J-15"]),
        ("\"cast\"", "\"votes\"", vec!["J-15"]),
        (", \"neutral\"", "", vec!["J-19"]),
        ("consensus = false", "consensus = true\nmajority = 2", vec!["J-16"]),
        ("[\"drawn\"]", "[\"drawn\", \"mayor\"]", vec!["J-22"]),
        ("\"raad\"", "\"De Raad\"", vec!["J-60"]),
        ("[[ballot]]", "[[ballot]", vec!["J-13"]),
        ("[[ballot]]", "[[vote]]", vec!["J-18"]),
    ] {
        assert_eq!(freeze(&RULE.replacen(from, to, 1)), codes, "{from} {to}");
    }
    // All faults at once.
    assert_eq!(freeze("[[ballot]]\nname = \"raad\"\n"), ["J-14"]);
    let missing = |kind: &str| {
        let rule = format!(
            "[[ballot]]\nname = \"raad\"\nkind = \"{kind}\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\nquorum = \"none\"\n"
        );
        let Err(Refusal::Deliberation(found)) = acts.freeze_ballot(&freezing(&rule, OPTIONS)) else {
            panic!()
        };
        let key = |what: &What| if let What::Missing { key, .. } = what { Some(*key) } else { None };
        found.wrongs.iter().filter_map(|it| key(&it.what)).collect::<Vec<_>>()
    };
    assert_eq!(missing("choose"), ["most", "adopt", "ties"]);
    assert_eq!(missing("points"), ["each", "all", "adopt", "ties"]);
    assert_eq!(missing("for-against"), ["counted", "share", "than", "of"]);
}

#[test]
fn a_rule_that_came_after_the_charter_says_why() {
    let record = panel(10, Some(RULE));
    let acts = record.deliberating().unwrap();
    let own = Freezing { rules: None, because: None, ..freezing("", OPTIONS) };
    assert_eq!(refused(acts.freeze_ballot(&own)), [""; 0]);
    let later = RULE.replace("1/2\"\nthan", "3/4\"\nthan");
    let asked = Freezing { because: None, ..freezing(&later, OPTIONS) };
    assert_eq!(refused(acts.freeze_ballot(&asked)), ["J-67"]);
    assert_eq!(refused(acts.freeze_ballot(&freezing(&later, OPTIONS))), [""; 0]);
    // Whether the charter has another rule of that name, or none, is not the same.
    let other = |rule: &str| acts.ready(&freezing(rule, OPTIONS)).unwrap().other;
    let name = RULE.lines().find(|line| line.starts_with("name")).unwrap();
    assert!(other(&later) && !other(&later.replace(name, "name = \"unknown-before\"")) && !other(RULE));
}

#[test]
fn options_are_told_apart_and_tell_nothing_of_people() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    for (options, codes) in [
        ("option,text\n1,Homes\n1,Buses\n", vec!["J-04"]),
        ("option,text\n1,\n2,Buses\n", vec!["J-02"]),
        ("option,words\n1,Homes\n", vec!["J-01"]),
        ("option,text\n1,Call 06-12345678\n2,Mail a@example.nl\n", vec!["J-07", "J-08"]),
        ("option,text\n1,Ho\u{ad}mes\n", vec!["J-05"]),
    ] {
        assert_eq!(refused(acts.freeze_ballot(&freezing(RULE, options))), codes, "{options}");
    }
    let long = format!("option,text\n1,{}\n", "x".repeat(2001));
    assert_eq!(refused(acts.freeze_ballot(&freezing(RULE, &long))), ["J-06"]);
    let guests = Freezing { roles: Some(source("code,role\nJan Jansen,guest\n")), ..freezing(RULE, OPTIONS) };
    assert_eq!(refused(acts.freeze_ballot(&guests)), ["J-21"]);
}

#[test]
fn counts_fit_the_ballot_and_the_people() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let tally = |counts: &str, present: &str| refused(acts.tally(&counting("raad", counts, present)));
    assert_eq!(tally(COUNTS, PRESENT), [""; 0]);
    for (from, to, codes) in [
        ("1,1,6,2,1", "1,1,9,2,1", vec!["J-27"]),
        ("3,2,9,0,0\n", "", vec!["J-26"]),
        ("3,2,9,0,0", "4,2,9,0,0", vec!["J-12"]),
        ("3,2,9,0,0", "3,1,9,0,0", vec!["J-152"]),
        ("3,2,9,0,0", "3,2,nine,0,0", vec!["J-03"]),
        ("3,2,9,0,0", "3,2,-9,0,0", vec!["J-03"]),
        ("3,2,9,0,0", "3,3,9,0,0", vec!["J-157"]),
        ("3,2,9,0,0", "3,second,9,0,0", vec!["J-157"]),
        // What the rule counts has a number in each row, and a column.
        ("3,2,9,0,0", "3,2,9,0,", vec!["J-02"]),
        (",neutral", ",unsure", vec!["J-01"]),
        // A count sheet with a heading of its own is no consultation.
        (",for,against", ",stemmen voor,Stemmen tegen", vec![]),
        (",for,", ",voorstanders,", vec!["J-01"]),
    ] {
        assert_eq!(tally(&COUNTS.replace(from, to), PRESENT), codes, "{from} {to}");
    }
    let worded: String = COUNTS
        .lines()
        .map(|line| match line.starts_with("option") {
            true => format!("{line},text\n"),
            false if line.starts_with('1') => format!("{line},Build many homes\n"),
            false => format!("{line},\n"),
        })
        .collect();
    assert_eq!(tally(&worded, PRESENT), ["J-25"]);
    assert_eq!(tally("option,count\n1,900\n2,30\n3,4\n", PRESENT), ["J-39"]);
    for (present, codes) in [
        ("role,present\ndrawn,11\n", vec!["J-29"]),
        ("role,present\nofficial,2\n", vec!["J-22", "J-30"]),
        // A row that cannot be read is there.
        ("role,present\ndrawn,some\n", vec!["J-03"]),
        ("role,present\ndrawn,19 van 20\n", vec!["J-03"]),
        ("role,present\ndrawn,\n", vec!["J-02"]),
        ("role,present\ndrawn,5\ndrawn,4\n", vec!["J-158"]),
        ("present\n5\n4\n", vec!["J-158"]),
        ("code\nZZZZ-ZZZZ-ZZ\n", vec!["J-28"]),
    ] {
        assert_eq!(tally(COUNTS, present), codes, "{present}");
    }
    assert_eq!(refused(acts.tally(&counting("other", COUNTS, PRESENT))), ["J-24"]);
    assert_eq!(
        refused(acts.tally(&Counting { date: "2026-01-01", ..counting("raad", COUNTS, PRESENT) })),
        ["J-35"]
    );
    let again = Counting { again: Some("a reason"), ..counting("raad", COUNTS, PRESENT) };
    assert_eq!(refused(acts.tally(&again)), ["J-33"]);
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    assert_eq!(refused(acts.tally(&counting("raad", COUNTS, PRESENT))), ["J-32"]);
    assert_eq!(
        refused(acts.tally(&Counting { again: Some(" "), ..counting("raad", COUNTS, PRESENT) })),
        ["J-34"]
    );
    assert_eq!(refused(acts.freeze_ballot(&freezing(RULE, OPTIONS))), ["J-23"]);
}

/// A ballot may be frozen again for a reason until it is counted; then it stands.
#[test]
fn a_ballot_is_frozen_again_only_before_the_count_and_for_a_reason() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let charter = Freezing { because: None, ..freezing(RULE, OPTIONS) };
    assert!(refused(record.deliberating().unwrap().freeze_ballot(&charter)).contains(&"J-23"));
    let other = OPTIONS.replace("homes", "houses");
    let record = act(record, |it| it.freeze_ballot(&freezing(RULE, &other)).map(|it| it.act));
    assert_eq!(failed(&record.folder, &[]), Vec::<u8>::new());
    let ballots = record.deliberating().unwrap().ballots().unwrap();
    assert_eq!((ballots.len(), ballots[0].act, ballots[0].options[0].text.as_str()), (1, 2, "Build houses"));
}

#[test]
fn topics_end_in_one_place() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    let topics = "topic,text,from\na,,1\nb,,2\nc,,3\n";
    let sort = |merges: &str, points: Option<&str>| {
        refused(acts.sort_topics((source(topics), source(merges), points.map(source)), None, "2027-01-01"))
    };
    assert_eq!(sort("topic,into,reason\na,b,alike\n", Some("topic,points\nb,3\nc,4\n")), [""; 0]);
    assert_eq!(sort("topic,into,reason\n", None), [""; 0]);
    for (merges, codes) in [
        ("topic,into,reason\na,b,\n", vec!["J-42"]),
        ("topic,into,reason\na,x,alike\n", vec!["J-40"]),
        ("topic,into,reason\na,b,alike\na,c,alike\n", vec!["J-04"]),
        ("topic,into,reason\na,b,alike\nb,a,alike\n", vec!["J-41"]),
    ] {
        assert_eq!(sort(merges, None), codes, "{merges}");
    }
    let merges = "topic,into,reason\na,b,alike\n";
    assert_eq!(sort(merges, Some("topic,points\na,3\nb,1\nc,4\n")), ["J-43"]);
    assert_eq!(sort(merges, Some("topic,points\nb,1\n")), ["J-44"]);
}

#[test]
fn delegates_are_people_who_are_in() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    let panel = column(&record.folder, "public/draws/1/panel.csv", 0);
    let pool = column(&record.folder, "public/pool.csv", 0);
    let out = pool.iter().find(|code| !panel.contains(code)).unwrap();
    let freeze = |name: &str, list: &str, places| {
        refused(acts.freeze_willing(name, source(list), (places, Way::Lot(Chance::Text)), "2027-01-01"))
    };
    let two = format!("code\n{}\n{}\n", panel[0], panel[1]);
    assert_eq!(freeze("tafel", &two, 2), [""; 0]);
    assert_eq!(freeze("tafel", &two, 3), ["J-46"]);
    assert_eq!(freeze("De Tafel", &two, 2), ["J-60"]);
    assert_eq!(freeze("tafel", &format!("code\n{out}\n"), 1), ["J-45"]);
    assert_eq!(freeze("tafel", &format!("code\n{0}\n{0}\n", panel[0]), 1), ["J-04"]);
    let words = Evidence::text("een").unwrap();
    assert_eq!(refused(acts.draw_group("tafel", &words, "2027-01-01")), ["J-47"]);
    let record = act(record, |it| {
        it.freeze_willing("tafel", source(&two), (1, Way::Lot(Chance::Text)), "2027-01-01").map(|it| it.act)
    });
    let acts = record.deliberating().unwrap();
    assert_eq!(refused(acts.next_delegate("tafel", &panel[0], "2027-01-01")), ["J-49"]);
    assert_eq!(refused(acts.draw_group("tafel", &Evidence::Ticket(7), "2027-01-01")), ["J-37"]);
    let record = act(record, |it| it.draw_group("tafel", &words, "2027-01-02").map(|it| it.act));
    let acts = record.deliberating().unwrap();
    assert_eq!(refused(acts.draw_group("tafel", &words, "2027-01-02")), ["J-48"]);
    assert_eq!(refused(acts.next_delegate("tafel", &panel[2], "2027-01-02")), ["J-50"]);
    // Whoever answered a call is in the group: nobody is left out of it, and nobody draws from it.
    let call =
        |places| refused(acts.freeze_willing("oproep", source(&two), (places, Way::Call), "2027-01-02"));
    assert_eq!((call(1), call(2)), (vec!["J-89"], vec![]));
    let record = act(record, |it| {
        it.freeze_willing("oproep", source(&two), (2, Way::Call), "2027-01-02").map(|it| it.act)
    });
    let drawn = record.deliberating().unwrap().draw_group("oproep", &words, "2027-01-03").map(|it| it.act);
    assert_eq!(refused(drawn), ["J-37"]);
    assert_eq!(failed(&record.folder, &[]), [0u8; 0]);
    let mut short = record.folder.clone();
    let act = (1..).find(|n| !short.contains_key(&format!("public/acts/{}/act.json", n + 1))).unwrap();
    let terms = format!("public/acts/{act}/terms.json");
    let text = String::from_utf8(short[&terms].clone()).unwrap().replace("\"places\": 2", "\"places\": 1");
    short.insert(terms, text.into_bytes());
    refit(&mut short);
    assert_eq!(failed(&short, &[]), [34]);
    if let Some(found) = second(&[(record.folder.clone(), vec![]), (short, vec![])]) {
        assert_eq!(found, [vec![], vec![34]]);
    }
}

#[test]
fn what_is_published_is_followed_and_never_taken_back() {
    let record = whole();
    let acts = record.deliberating().unwrap();
    let ask = |replies: &'static str| Following {
        replies: Some(source(replies)),
        date: "2027-07-01",
        ..Following::default()
    };
    let head = "option,date,answer,reason,document\n";
    assert_eq!(refused(acts.follow(&Following { date: "2027-07-01", ..Following::default() })), [""; 0]);
    for (replies, codes) in [
        ("option,date,answer,reason,document\n1,2027-06-20,adopts,,\n", vec!["J-54"]),
        ("option,date,answer,reason,document\n1,2027-06-20,adopts,,\n3,2027-06-10,adopts,,\n", vec!["J-54"]),
        ("option,date,answer,reason,document\n2,2027-06-20,adopts,,\n", vec!["J-57"]),
        // What is no option of any ballot was not voted down either.
        ("option,date,answer,reason,document\n1.,2027-06-20,adopts,,\n", vec!["J-12"]),
        ("option,date,answer,reason,document\none,2027-06-20,adopts,,\n", vec!["J-12"]),
        ("option,date,answer,reason,document\n1,2027-06-20,deviates,,\n", vec!["J-52"]),
        ("option,date,answer,reason,document\n1,2027-06-20,later,soon,\n", vec!["J-53"]),
        ("option,date,answer,reason,document\n1,2027-06-20,maybe,,\n", vec!["J-11"]),
        ("option,date,answer,reason,document\n1,2027-06-20,adopts,,abc\n", vec!["J-59"]),
    ] {
        assert!(replies.starts_with(head));
        assert_eq!(refused(acts.follow(&ask(replies))), codes, "{replies}");
    }
    let log = "date,kind,about,from,until,outcome,decided,by\n";
    let gone = Following { log: Some(source(log)), date: "2027-07-01", ..Following::default() };
    assert_eq!(refused(acts.follow(&gone)), ["J-54"]);
    let stories = |text: &'static str| Agreeing {
        stories: Some(source(text)),
        because: Some("more stories"),
        date: "2027-07-01",
        ..Agreeing::default()
    };
    assert_eq!(refused(acts.agree(&stories("table,option,text\n1,1,Call me on 0612345678\n"))), ["J-07"]);
    assert_eq!(refused(acts.agree(&stories("table,option,text\n1,9,A story\n"))), ["J-12"]);
    assert_eq!(refused(acts.agree(&Agreeing { date: "2027-07-01", ..Agreeing::default() })), ["J-34"]);
    let consult = |participants, until| Consulting {
        about: "raad",
        counts: source("option,count\n1,900\n"),
        how: Some("a letter"),
        participants,
        from: Some("2027-04-10"),
        until: Some(until),
        date: "2027-07-01",
    };
    let untold = Consulting { how: None, ..consult(900, "2027-04-11") };
    assert_eq!(refused(acts.consult(&untold)), ["J-126"]);
    let no_end = Consulting { until: None, ..consult(900, "2027-04-11") };
    assert_eq!(refused(acts.consult(&no_end)), ["J-126"]);
    assert_eq!(refused(acts.consult(&consult(899, "2027-04-11"))), ["J-27"]);
    assert_eq!(refused(acts.consult(&consult(900, "2027-04-09"))), ["J-74"]);
    let fresh = panel(10, None);
    let acts = fresh.deliberating().unwrap();
    assert_eq!(refused(acts.agree(&Agreeing { date: "2027-07-01", ..Agreeing::default() })), ["J-55"]);
    assert_eq!(refused(acts.follow(&ask("option,date,answer\n1,2027-06-20,adopts\n"))), ["J-56"]);
}

/// A charter that seems to give everybody who was drawn a vote, and gives it to others.
#[test]
fn no_role_passes_for_that_of_everybody_who_was_drawn() {
    use geloot::deliberation::roll::says_drawn;
    let passes =
        ["Drawn", "dr\u{430}wn", "drawn.", "dravvn", "dr\u{e1}wn", "geloot", "GEL00T", "panel member"];
    let odd = ["\u{501}\u{433}\u{430}\u{51d}\u{43f}", "exp\u{435}rt", "\u{ff44}rawn", "\u{1d41d}rawn"];
    let fine = [
        "expert",
        "raadslid",
        "stakeholder\u{2019}s",
        "\u{10d}len",
        "\u{44d}\u{43a}\u{441}\u{43f}\u{435}\u{440}\u{442}",
        "guest 2",
    ];
    let acts = panel(10, None);
    let acts = acts.deliberating().unwrap();
    for role in passes.into_iter().chain(odd) {
        let rule = RULE.replace("[\"drawn\"]", &format!("[\"{role}\"]"));
        assert!(refused(acts.freeze_ballot(&freezing(&rule, OPTIONS))).contains(&"J-100"), "{role}");
        assert!(says_drawn(role), "{role}");
    }
    assert!(fine.iter().all(|role| !says_drawn(role)));
    // Both verifiers take the same roles for it.
    let all: Vec<&str> = passes.into_iter().chain(odd).chain(fine).collect();
    let program = "import sys; sys.path.insert(0, sys.argv[1]); import verify\n\
        print([verify.says_drawn(role) for role in sys.argv[2:]].index(False))\n\
        print(any(verify.says_drawn(role) for role in sys.argv[2 + 12:]))";
    let mut command = std::process::Command::new("python3");
    command.args(["-B", "-c", program]).arg(run::verifier().parent().unwrap()).args(all);
    if let Some(output) = run::python(&mut command) {
        assert_eq!(run::text(&output.stdout), "12\nFalse\n", "{}", run::text(&output.stderr));
    }
}

/// A term begins when the agreement was handed over, and nobody has handed it over or replied on a day that is still to come.
#[test]
fn nothing_is_published_of_a_day_that_is_still_to_come() {
    let record = whole();
    let acts = record.deliberating().unwrap();
    let head = "option,date,answer,reason,document\n1,2027-06-20,adopts,,\n";
    let same = format!("{head}3,2027-06-10,deviates,too dear,\n");
    let ask = |replies, handed| Following {
        replies: Some(source(replies)),
        handed,
        date: "2027-07-01",
        ..Following::default()
    };
    assert_eq!(refused(acts.follow(&ask(&same, Some("2027-07-02")))), ["J-101"]);
    let record = replying("4,2027-06-30,adopts,,", "2027-06-30", "2027-06-30");
    assert_eq!(failed(&record, &[]), [0u8; 0]);
    for (replies, handed, date) in [
        ("4,2027-07-01,adopts,,", "2027-06-30", "2027-06-30"),
        ("4,2027-06-30,adopts,,", "2027-07-01", "2027-06-30"),
    ] {
        let (mut folder, text) = (record.clone(), replies.replace("4,", "1,2027-07-28,"));
        let path = "public/acts/4/replies.csv";
        let old = String::from_utf8(folder[path].clone()).unwrap();
        folder.insert(path.into(), old.replace("1,2027-07-28,2027-06-30,adopts,,", &text).into_bytes());
        if handed != date {
            replace(&mut folder, "public/acts/4/terms.json", date, handed);
            let old = String::from_utf8(folder[path].clone()).unwrap();
            folder.insert(path.into(), old.replace("2027-07-28", "2027-07-29").into_bytes());
        }
        refit(&mut folder);
        assert_eq!(failed(&folder, &[]), [35], "{replies} {handed}");
        assert!(second(&[(folder, Vec::new())]).is_none_or(|it| it == [vec![35]]), "{replies} {handed}");
    }
}

/// A record with an agreement, and this reply to its first option.
fn replying(reply: &str, handed: &str, date: &str) -> geloot::bundle::Folder {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let record = act(record, |it| {
        it.agree(&Agreeing { date: "2027-05-03", ..Agreeing::default() }).map(|it| it.act.unwrap())
    });
    let replies = format!("option,date,answer,reason,document\n{}\n", reply.replacen('4', "1", 1));
    let record = act(record, |it| {
        let (term, by) = (Some("4 weeks"), Some("the council"));
        let replies = Some(source(&replies));
        it.follow(&Following { replies, handed: Some(handed), term, by, date, ..Following::default() })
            .map(|it| it.act.unwrap())
    });
    record.folder
}

/// What becomes public can never be taken back: reasons of acts too say nothing by which somebody can be reached.
#[test]
fn no_reason_tells_how_to_reach_somebody() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    for telling in ["call 06-12345678 for more", "ask jan@example.nl"] {
        let other = RULE.replace("\"raad\"", "\"later\"");
        let because = Some(telling);
        let consulting = Consulting {
            about: "raad",
            counts: source("option,count\n1,900\n"),
            how: Some(telling),
            participants: 1800,
            from: Some("2027-04-10"),
            until: Some("2027-04-30"),
            date: "2027-05-03",
        };
        let codes = [
            acts.freeze_ballot(&Freezing { because, ..freezing(&other, "option,text\n9,Trees\n") }).err(),
            acts.tally(&Counting { again: because, ..counting("raad", COUNTS, PRESENT) }).err(),
            acts.consult(&consulting).err(),
            record.draw(&Ask { because, ..Ask::default() }).err(),
        ];
        for refusal in codes {
            assert_eq!(refusal.and_then(|it| it.code()), Some("D-15"), "{telling}");
        }
    }
    // A correction's reason becomes public; that of somebody who says no does not.
    let code = column(&record.folder, "public/draws/1/panel.csv", 0).swap_remove(0);
    let publish = |events: &str| {
        let drawn = record.after_draw().unwrap();
        let events = format!("date,code,event,reason\n{events}");
        let running = drawn.replay(&[File { name: "events.csv", bytes: events.as_bytes() }]).unwrap();
        running.publish().map(|_| ()).err().and_then(|it| it.code())
    };
    let no = format!("2027-06-01,{code},declined,call 06-12345678\n");
    assert_eq!(publish(&no), None);
    assert_eq!(publish(&format!("{no}2027-06-02,{code},corrected,call 06-12345678\n")), Some("D-15"));
    assert_eq!(publish(&format!("{no}2027-06-02,{code},corrected,a slip\n")), None);
}

/// Days go on: a ballot that is frozen again is not of a day before the one that it replaces.
#[test]
fn a_ballot_is_not_frozen_again_on_an_earlier_day() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let again = |date| Freezing { because: Some("a slip in the wording"), date, ..freezing(RULE, OPTIONS) };
    assert_eq!(refused(acts.freeze_ballot(&again("2027-04-30"))), ["J-35"]);
    assert_eq!(refused(acts.freeze_ballot(&again("2027-05-01"))), [""; 0]);
}

/// How many dice or numbers a lot has is settled with the rule, so nobody chooses afterwards how many count.
#[test]
fn a_lot_is_fixed_with_the_rule() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    for (lot, codes) in [
        ("lot = \"text\"", vec![]),
        ("lot = \"dice\", sides = 10, count = 6", vec![]),
        ("lot = \"lotto\", count = 6, most = 45", vec![]),
        ("lot = \"dice\"", vec!["J-15"]),
        ("lot = \"dice\", sides = 10", vec!["J-15"]),
        ("lot = \"dice\", sides = 10, count = 5", vec!["J-68"]),
        ("lot = \"dice\", sides = 1, count = 5", vec!["J-15"]),
        ("lot = \"lotto\"", vec!["J-15"]),
        ("lot = \"lotto\", count = 0, most = 45", vec!["J-15"]),
        ("lot = \"lotto\", count = 6, most = 45, sides = 6", vec!["J-15"]),
        ("lot = \"lotto\", count = 1, most = 0", vec!["J-125"]),
        ("lot = \"lotto\", count = 3, most = 45", vec!["J-125"]),
        ("lot = \"ticket\"", vec!["J-15"]),
    ] {
        let rule = format!(
            "[[ballot]]\nname = \"top\"\nkind = \"choose\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
             most = 2\nadopt = \"2 best\"\nties = {{ {lot} }}\nquorum = \"none\"\n"
        );
        assert_eq!(refused(acts.freeze_ballot(&freezing(&rule, OPTIONS))), codes, "{lot}");
    }
}

/// What is no day, wherever one is asked for: on the command, in a term that begins, in a file.
#[test]
fn what_is_no_day_is_refused_wherever_a_day_is_asked_for() {
    let record = whole();
    let acts = record.deliberating().unwrap();
    for no_day in ["soon", "2027-02-30", "31-04-2027", "12-05-27", ""] {
        assert_eq!(
            refused(acts.follow(&Following { date: no_day, ..Following::default() })),
            ["J-10"],
            "{no_day}"
        );
        let handed = Following { handed: Some(no_day), date: "2027-07-01", ..Following::default() };
        assert_eq!(refused(acts.follow(&handed)), ["J-10"], "{no_day}");
        let other = RULE.replace("\"raad\"", "\"later\"");
        let freezing = Freezing { date: no_day, ..freezing(&other, "option,text\n7,Trees\n") };
        assert_eq!(refused(acts.freeze_ballot(&freezing)), ["J-10"], "{no_day}");
        let consulting = Consulting {
            about: "raad",
            counts: source("option,count\n1,900\n"),
            how: Some("a letter"),
            participants: 900,
            from: Some(no_day),
            until: Some("2027-04-30"),
            date: "2027-07-01",
        };
        assert_eq!(refused(acts.consult(&consulting)), ["J-10"], "{no_day}");
    }
    let replies =
        "option,date,answer,reason,document\n1,before the summer,adopts,,\n3,2027-06-10,deviates,too dear,\n";
    let asked = Following { replies: Some(source(replies)), date: "2027-07-01", ..Following::default() };
    assert_eq!(refused(acts.follow(&asked)), ["J-10"]);
}

/// Papers are filled in once: whoever counts them again with other people present would show how those others voted.
#[test]
fn a_secret_vote_is_counted_again_with_the_same_people_present() {
    let tallied = |secrecy: &str| {
        let rule = RULE.replace("\"paper\"", secrecy);
        let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(&rule, OPTIONS)).map(|it| it.act));
        act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act))
    };
    let again = |record: &geloot::assembly::Frozen, present: &str| {
        let counting = Counting { again: Some("a card fell"), ..counting("raad", COUNTS, present) };
        refused(record.deliberating().unwrap().tally(&counting))
    };
    let record = tallied("\"paper\"");
    assert_eq!(again(&record, "role,present\ndrawn,10\n"), ["J-90"]);
    assert_eq!(again(&record, "role,present\ndrawn,9-10\n"), ["J-90"]);
    assert_eq!(again(&record, PRESENT), [""; 0]);
    // Of a vote that everybody saw, another number is told and stops nothing.
    assert_eq!(again(&tallied("\"shown\""), "role,present\ndrawn,10\n"), [""; 0]);
}

/// A source that does not fix the lot beforehand, as the command is given it.
#[test]
fn a_group_is_drawn_from_a_source_that_fixes_its_lot() {
    let (place, dir) = drawn_by_command(100..108, &[]);
    let path = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
    let willing = path("lottery/panel.csv");
    for fixed in [
        &["--source", "dice"][..],
        &["--source", "lotto"],
        &["--source", "drand"],
        &["--source", "text", "--sides", "10", "--count", "6"],
    ] {
        let own = ["--name", "tafel", "--willing", &willing, "--places", "1", "--date", "2027-05-04"];
        let args = [&["delegates", &dir, "freeze"][..], &own, fixed].concat();
        run::refused(&args, 2, "J-38");
    }
    assert!(!place.path().join("lottery/public/acts").exists());
}
