//! What came is held against what was published before: replies, terms, ballots, lots, topics; and two counts against each other.

use crate::support::*;
use geloot::assembly::Frozen;
use geloot::assembly::acts::{Agreeing, Consulting, Counting, Following, Freezing};
use geloot::bundle::Folder;
use geloot::deliberation::chance::Chance;
use geloot::deliberation::delegates::Way;
use geloot::verify::{Id, Known, Outcome, Remark, verify};

fn codes(found: &geloot::deliberation::wrong::Found) -> Vec<&'static str> {
    found.wrongs.iter().map(|it| it.what.code()).collect()
}

fn remarks(folder: &Folder, id: Id) -> Vec<Remark> {
    let claims = verify(folder, &Known::default()).claims;
    claims.into_iter().find(|it| it.id == id).unwrap().remarks
}

/// What the second program says of a claim.
fn second_says(folder: &Folder, claim: u8) -> Option<String> {
    let temp = tempfile::tempdir().unwrap();
    write(folder, temp.path());
    let said = run::text(&run::second(&[temp.path().to_str().unwrap()])?.stdout);
    said.lines().find(|row| row.starts_with(&format!("V{claim}"))).map(str::to_owned)
}

/// Both verifiers tell it, and fail nothing.
fn both_tell(folder: &Folder, id: Id, remark: &Remark, words: &str) {
    assert_eq!(failed(folder, &[]), [0u8; 0]);
    let own = remarks(folder, id);
    assert!(own.contains(remark), "{own:?}");
    if let Some(said) = second_says(folder, id.number()) {
        assert!(!said.contains("FAIL") && said.contains(words), "{said}");
    }
}

fn both_fail(folder: &Folder, claims: &[u8]) {
    assert_eq!(failed(folder, &[]), claims);
    if let Some(found) = second(&[(folder.clone(), Vec::new())]) {
        assert_eq!(found, [claims]);
    }
}

/// A panel that agreed on options 1 and 3 on 3 May.
fn agreed() -> Frozen {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let agreeing = Agreeing { date: "2027-05-03", ..Agreeing::default() };
    act(record, |it| it.agree(&agreeing).map(|it| it.act.unwrap()))
}

fn following<'a>(replies: &'a str, date: &'a str) -> Following<'a> {
    Following {
        replies: Some(source(replies)),
        log: None,
        handed: Some("2027-05-10"),
        term: Some("5 weeks"),
        by: Some("the council"),
        date,
    }
}

/// A reply of which an act says that it had not come is not of a day before that act without being told.
#[test]
fn a_reply_that_is_dated_back_is_told() {
    const NONE: &str = "option,date,answer,reason\n";
    let record = act(agreed(), |it| it.follow(&following(NONE, "2027-06-20")).map(|it| it.act.unwrap()));
    let acts = record.deliberating().unwrap();
    let reply = |day: &str| {
        let text = format!("{NONE}1,{day},adopts,\n");
        acts.follow(&following(&text, "2027-08-01")).unwrap()
    };
    assert_eq!(codes(&reply("2027-06-21").found), Vec::<&str>::new());
    assert_eq!(codes(&reply("2027-06-20").found), ["J-142"]);
    let made = reply("2027-06-05");
    assert_eq!(codes(&made.found), ["J-142"]);
    let record = record.after(&made.act.unwrap().patch);
    let told = |day: &str| Remark::Backdated(vec![("1".into(), day.into(), "2027-06-20".into())]);
    let words = "the reply to 1 is of 2027-06-05, and the act of 2027-06-20 had none";
    both_tell(&record.folder, Id::Follow, &told("2027-06-05"), words);
    // It is told of every later act too, and no longer by the command.
    let text = format!("{NONE}1,2027-06-05,adopts,\n3,2027-08-02,adopts,\n");
    let made = record.deliberating().unwrap().follow(&following(&text, "2027-08-03")).unwrap();
    assert_eq!(codes(&made.found), Vec::<&str>::new());
    let record = record.after(&made.act.unwrap().patch);
    both_tell(&record.folder, Id::Follow, &told("2027-06-05"), words);
}

/// The day on which replies are due can stay though what it follows from does not.
#[test]
fn other_terms_of_replies_are_told() {
    const NONE: &str = "option,date,answer,reason\n";
    let record = act(agreed(), |it| it.follow(&following(NONE, "2027-05-20")).map(|it| it.act.unwrap()));
    let later = Following {
        handed: Some("2027-05-17"),
        term: Some("4 weeks"),
        by: Some("nobody in particular"),
        ..following(NONE, "2027-05-21")
    };
    let made = record.deliberating().unwrap().follow(&later).unwrap();
    assert_eq!(codes(&made.found), ["J-144"]);
    let record = record.after(&made.act.unwrap().patch);
    let said = |terms: [&str; 3]| terms.map(str::to_owned);
    let (old, new) =
        (["2027-05-10", "5 weeks", "the council"], ["2027-05-17", "4 weeks", "nobody in particular"]);
    let told = Remark::OtherTerms(5, (said(old), Some(said(new))));
    let words = "acts/5 says otherwise of the replies than the act before, which said: 2027-05-10, 5 weeks, the council";
    both_tell(&record.folder, Id::Follow, &told, words);
}

/// An agreement that waits to be handed over is told: nobody has to reply before it is.
#[test]
fn an_agreement_that_is_handed_over_late_is_told() {
    let handed = |day| {
        let asked = Following { handed: Some(day), ..following("option,date,answer,reason\n", "2028-07-01") };
        agreed().deliberating().unwrap().follow(&asked).unwrap()
    };
    // 3 May and six weeks.
    assert!(codes(&handed("2027-06-14").found).is_empty());
    for (day, days) in [("2027-06-15", 43), ("2028-05-03", 366)] {
        let made = handed(day);
        assert_eq!(codes(&made.found), ["J-160"]);
        let record = agreed().after(&made.act.unwrap().patch);
        let words = format!("the agreement of 2027-05-03 was handed over {days} days later");
        both_tell(&record.folder, Id::Follow, &Remark::HandedLate("2027-05-03".into(), days), &words);
    }
}

/// What was decided about an objection has a day, and a role that decided it; whoever takes it back needs neither.
#[test]
fn an_outcome_has_a_day_and_somebody_who_decided_it() {
    let logged = |end: &str| {
        let log = format!(
            "date,kind,about,from,until,outcome,decided,by\n2027-05-11,objection,the count,member,,{end}\n"
        );
        let asked = Following { log: Some(source(&log)), date: "2027-07-02", ..Following::default() };
        agreed().deliberating().unwrap().follow(&asked).map(|it| it.act.unwrap())
    };
    for end in ["upheld,,", "upheld,2027-05-12,", "rejected,,board", "not admitted,,"] {
        assert_eq!(refused(logged(end)), ["J-159"], "{end}");
    }
    for end in [",,", "withdrawn,,", "upheld,2027-05-12,board"] {
        assert_eq!(refused(logged(end)), [""; 0], "{end}");
    }
    // The same by hand.
    let whole = agreed().after(&logged("upheld,2027-05-12,board").unwrap().patch).folder;
    for end in ["upheld,,board", "upheld,2027-05-12,"] {
        let mut other = whole.clone();
        replace(&mut other, "public/acts/4/log.csv", "upheld,2027-05-12,board", end);
        refit(&mut other);
        both_fail(&other, &[35]);
    }
}

const LESS: &str =
    "option,count,for,against,neutral\n1,1,5,2,1\n1,2,5,2,1\n2,1,3,4,1\n2,2,3,4,1\n3,1,8,0,0\n3,2,8,0,0\n";

/// Of two public counts of one secret vote that differ by one paper the difference is that paper.
#[test]
fn no_paper_follows_from_two_counts() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    let mut rows: Vec<&str> = COUNTS.lines().collect();
    let less: Vec<&str> = LESS.lines().collect();
    for at in [2, 4, 6] {
        rows[at] = less[at];
    }
    let two = format!("{}\n", rows.join("\n"));
    assert_eq!(refused(acts.tally(&counting("raad", &two, PRESENT))), ["J-143"]);
    // One slip is no paper that was left out.
    let slip = COUNTS.replace("1,2,6,2,1", "1,2,5,2,1");
    assert_eq!(refused(acts.tally(&counting("raad", &slip, PRESENT))), [""; 0]);
    // People who stand up are seen by everybody.
    let shown = RULE.replace("\"paper\"", "\"shown\"");
    let open = act(panel(10, None), |it| it.freeze_ballot(&freezing(&shown, OPTIONS)).map(|it| it.act));
    assert_eq!(refused(open.deliberating().unwrap().tally(&counting("raad", &two, PRESENT))), [""; 0]);

    let record = act(record, |it| it.tally(&counting("raad", LESS, PRESENT)).map(|it| it.act));
    let again = Counting { again: Some("a paper was found"), ..counting("raad", COUNTS, PRESENT) };
    assert_eq!(refused(record.deliberating().unwrap().tally(&again)), ["J-143"]);
    // The same by hand.
    let same = Counting { again: Some("to be sure"), ..counting("raad", LESS, PRESENT) };
    let record = act(record, |it| it.tally(&same).map(|it| it.act));
    let mut other = record.folder.clone();
    let counts = String::from_utf8(other["public/acts/3/counts.csv"].clone()).unwrap();
    let more = counts.replace("1,1,5,2", "1,1,6,2").replace("1,2,5,2", "1,2,6,2");
    let more = more.replace("2,1,3,4", "2,1,3,5").replace("2,2,3,4", "2,2,3,5").replace(",8,0,0", ",9,0,0");
    other.insert("public/acts/3/counts.csv".into(), more.into_bytes());
    refit(&mut other);
    both_fail(&other, &[31]);
}

/// The same of papers that choose, that give points, and of which only votes for are counted.
#[test]
fn no_paper_follows_from_two_counts_of_other_kinds() {
    let points = TOP.replace("choose", "points").replace("most = 2", "each = 3\nall = 6");
    let alone = RULE.replace("\"raad\"", "\"top\"").replace(", \"against\", \"neutral\"", "");
    let alone = alone.replace("\"cast\"", "\"present\"");
    const OPTIONS: &str = "option,text\na,Trees\nb,Paths\nc,Ponds\nd,Benches\n";
    const FIRST: [i64; 4] = [5, 3, 3, 1];
    let row = |at: usize, count: u32, votes: i64| format!("{},{count},{votes}", ["a", "b", "c", "d"][at]);
    let counts = |more: [i64; 4]| -> String {
        let rows = (0..4).flat_map(|at| [row(at, 1, FIRST[at]), row(at, 2, FIRST[at] + more[at])]);
        std::iter::once("option,count,for".to_owned()).chain(rows).map(|row| row + "\n").collect()
    };
    type More<'a> = &'a [[i64; 4]];
    let kinds: [(&str, More, More); 3] = [
        // Two papers with one choice each are two papers; one that is moved is none.
        (TOP, &[[1, 1, 0, 0], [2, 1, 0, 1], [-1, 0, 0, -1]], &[[1, 0, 0, 0], [1, -1, 0, 0], [1, 1, -1, 0]]),
        (&points, &[[3, 3, 0, 0], [0, 2, 1, 0]], &[[3, 0, 0, 0], [1, 1, 0, 0], [3, 3, -1, 0]]),
        (&alone, &[[1, 1, 0, 0], [0, -1, -1, -1]], &[[1, 0, 0, 0], [1, 1, 0, -1]]),
    ];
    for (rule, papers, slips) in kinds {
        let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(rule, OPTIONS)).map(|it| it.act));
        let count = |more: [i64; 4]| {
            refused(record.deliberating().unwrap().tally(&counting("top", &counts(more), PRESENT)))
        };
        papers.iter().for_each(|more| assert_eq!(count(*more), ["J-143"], "{more:?} {rule}"));
        slips.iter().for_each(|more| assert_eq!(count(*more), [""; 0], "{more:?} {rule}"));
        // Of people who stand up everybody sees it.
        let shown = rule.replace("\"paper\"", "\"shown\"");
        let open = act(panel(10, None), |it| it.freeze_ballot(&freezing(&shown, OPTIONS)).map(|it| it.act));
        let text = counts(papers[0]);
        assert_eq!(refused(open.deliberating().unwrap().tally(&counting("top", &text, PRESENT))), [""; 0]);
        // A recount is held against the count before it, and the same by hand fails.
        let same = counts([0; 4]);
        let record = act(record, |it| it.tally(&counting("top", &same, PRESENT)).map(|it| it.act));
        let text = same.lines().map(|it| it.to_owned() + "\n").collect::<String>();
        let again = |text: &str| {
            let again = Counting { again: Some("to be sure"), ..counting("top", text, PRESENT) };
            record.deliberating().unwrap().tally(&again).map(|it| it.act)
        };
        let made = again(&text).unwrap();
        let all = || (0..4).flat_map(|at| [1, 2].map(|count| (at, count)));
        let rows = all().map(|(at, count)| {
            let of = |more: i64| row(at, count, FIRST[at] + more);
            (of(0), of(papers[0][at]))
        });
        let rows: Vec<(String, String)> = rows.collect();
        let text =
            rows.iter().fold(text, |text, (from, to)| text.replace(&format!("{from}\n"), &format!("{to}\n")));
        assert_eq!(refused(again(&text)), ["J-143"], "{rule}");
        let mut other = record.after(&made.patch).folder;
        for (from, to) in &rows {
            replace(&mut other, "public/acts/3/counts.csv", &format!("{from},"), &format!("{to},"));
        }
        refit(&mut other);
        both_fail(&other, &[31]);
    }
}

/// Counts that differ little, one after the other, tell a paper step by step, so all counts of a vote are held against each other.
#[test]
fn no_paper_follows_from_a_staircase_of_counts() {
    const FIVE: &str = "option,text\na,Trees\nb,Paths\nc,Ponds\nd,Benches\ne,Lamps\n";
    let names = ["a", "b", "c", "d", "e"];
    let against = RULE.replace("\"raad\"", "\"top\"");
    for (rule, columns, rows, steps) in [
        (
            &against,
            "for,against,neutral",
            [[5, 3, 1], [2, 6, 1], [4, 4, 1], [1, 7, 1], [8, 0, 1]].map(Vec::from),
            3,
        ),
        (&TOP.to_owned(), "votes", [[5], [4], [3], [2], [1]].map(Vec::from), 2),
    ] {
        // One paper more, at one option.
        let counts = |step: Option<usize>| {
            let row = |(at, votes): (usize, &Vec<u64>)| {
                let mut votes = votes.clone();
                votes[0] += u64::from(step == Some(at));
                let votes: Vec<String> = votes.iter().map(u64::to_string).collect();
                [1, 2].map(|count| format!("{},{count},{}\n", names[at], votes.join(","))).concat()
            };
            format!("option,count,{columns}\n{}", rows.iter().enumerate().map(row).collect::<String>())
        };
        let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(rule, FIVE)).map(|it| it.act));
        let present = "role,present\ndrawn,10\n";
        let mut record =
            act(record, |it| it.tally(&counting("top", &counts(None), present)).map(|it| it.act));
        let again = |record: &Frozen, step: usize| {
            let text = counts(Some(step));
            let again = Counting { again: Some("to be sure"), ..counting("top", &text, present) };
            record.deliberating().unwrap().tally(&again).map(|it| it.act)
        };
        for step in 0..steps - 1 {
            let made = again(&record, step).unwrap_or_else(|it| panic!("{it:?} {step}"));
            record = record.after(&made.patch);
        }
        assert_eq!(refused(again(&record, steps - 1)), ["J-143"]);
        // The same by hand: the step before once more, and then moved.
        let made = again(&record, steps - 2).unwrap();
        let mut other = record.after(&made.patch).folder;
        let path = format!("public/acts/{}/counts.csv", steps + 2);
        let cells = |step: usize| -> Vec<String> {
            let text = counts(Some(step));
            text.lines().skip(1).map(|row| format!("\n{row},")).collect()
        };
        for (from, to) in cells(steps - 2).iter().zip(&cells(steps - 1)).filter(|(from, to)| from != to) {
            replace(&mut other, &path, from, to);
        }
        refit(&mut other);
        assert!(failed(&other, &[]).contains(&31));
        if let Some(found) = second(&[(other, Vec::new())]) {
            assert!(found[0].contains(&31), "{found:?}");
        }
    }
}

/// Of two votes that ask the same, as of two counts of one, the difference is nobody's paper; of two with other words it is told.
#[test]
fn no_paper_follows_from_a_second_vote() {
    let counts = |text: &str| text.replace("\n1,", "\n4,").replace("\n2,", "\n5,").replace("\n3,", "\n6,");
    let rule = RULE.replace("\"raad\"", "\"nogmaals\"");
    let frozen = |options: &str| {
        let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
        let record = act(record, |it| it.tally(&counting("raad", LESS, PRESENT)).map(|it| it.act));
        let asked = Freezing { date: "2027-05-02", ..freezing(&rule, options) };
        act(record, |it| it.freeze_ballot(&asked).map(|it| it.act))
    };
    let tally = |record: &Frozen, text: &str| {
        record.deliberating().unwrap().tally(&counting("nogmaals", &counts(text), PRESENT))
    };
    // A full stop more makes no other words.
    let same = frozen("option,text\n4,build homes.\n5,Keep the green\n6,More cars\n");
    assert_eq!(refused(tally(&same, COUNTS)), ["J-155"]);
    // As many papers, of whoever thinks otherwise now, are no difference.
    for text in [LESS, &LESS.replace("5,2,1", "4,3,1")] {
        assert_eq!(codes(&tally(&same, text).unwrap().found), [""; 0], "{text}");
    }
    let made = tally(&same, LESS).unwrap();
    let mut other = same.after(&made.act.patch).folder;
    let path = "public/acts/4/counts.csv";
    for (less, more) in counts(LESS).lines().zip(counts(COUNTS).lines()).skip(1) {
        replace(&mut other, path, &format!("\n{less},"), &format!("\n{more},"));
    }
    for (from, to) in
        [("4,adopted,5/8", "4,adopted,6/9"), ("5,rejected,3/8", "5,rejected,3/9"), ("8/8", "9/9")]
    {
        replace(&mut other, "public/acts/4/result.csv", from, to);
    }
    refit(&mut other);
    both_fail(&other, &[31]);

    let words = frozen("option,text\n4,Houses for all\n5,Keep the meadows\n6,More trams\n");
    assert_eq!(codes(&tally(&words, LESS).unwrap().found), [""; 0]);
    let told = tally(&words, COUNTS).unwrap();
    assert_eq!(codes(&told.found), ["J-156"]);
    let words = words.after(&told.act.patch);
    let said = "the counts of nogmaals and raad differ by a few papers in every option";
    both_tell(&words.folder, Id::Numbers, &Remark::LikeCounts("nogmaals".into(), "raad".into()), said);
}

/// Papers lie in the sealed part where an act keeps them, as a file, and nowhere else.
#[test]
fn papers_that_no_act_keeps_fail_in_both() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let mut stray = record.folder.clone();
    stray.insert("sealed/acts/2/ballots.csv".into(), b"1,2,3\n".to_vec());
    both_fail(&stray, &[17, 31]);
}

/// Whoever has the sealed part sees that the papers are gone from it, that its key is another, and what does not belong in it.
#[test]
fn a_sealed_part_that_was_changed_is_seen_by_both() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let (key, folder) = ("sealed/key.txt", &record.folder);
    let change = |change: &dyn Fn(&mut Folder)| {
        let mut other = folder.clone();
        change(&mut other);
        both_fail(&other, &[17]);
    };
    change(&|it| replace(it, key, "\n", "0\n"));
    change(&|it| drop(it.remove(key)));
    change(&|it| drop(it.insert("sealed/old.csv".into(), b"1\n".to_vec())));
    change(&|it| drop(it.insert("sealed/acts/1/ballots.csv".into(), b"1\n".to_vec())));
    change(&|it| replace(it, "sealed/manifest.txt", "# size", "#  size"));
    assert!(second_says(folder, 17).is_none_or(|said| said.contains("it is what was frozen")));

    let papers = "1,2,3\nvoor,voor,voor\nvoor,voor,voor\nvoor,voor,voor\nvoor,tegen,voor\nvoor,tegen,voor\n\
        voor,tegen,voor\ntegen,tegen,voor\ntegen,tegen,voor\nneutraal,neutraal,voor\n";
    let counting = Counting { papers: Some(source(papers)), ..counting("raad", COUNTS, PRESENT) };
    let record = act(record, |it| it.tally(&counting).map(|it| it.act));
    let mut gone = record.folder.clone();
    gone.remove("sealed/acts/2/ballots.csv").unwrap();
    let told = Remark::PapersKept { acts: vec![2], here: Some(false) };
    both_tell(&gone, Id::Numbers, &told, "the sealed part is here, and they are gone from it");
}

/// Whoever freezes two ballots over the same could count the one that pleases.
#[test]
fn a_ballot_that_was_passed_over_is_told_and_so_are_two_of_the_same_words() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let (rule, options) = (RULE.replace("\"raad\"", "\"tweede\""), OPTIONS.replace("\n", "\nx"));
    let options = options.trim_end_matches('x');
    let record = act(record, |it| it.freeze_ballot(&freezing(&rule, options)).map(|it| it.act));
    let never = Remark::NeverCounted(vec!["raad".into()]);
    assert!(!remarks(&record.folder, Id::Ballots).contains(&never), "nothing was counted so far");
    let counts: String =
        COUNTS.lines().map(|row| format!("{}{row}\n", if row.starts_with('o') { "" } else { "x" })).collect();
    let record = act(record, |it| it.tally(&counting("tweede", &counts, PRESENT)).map(|it| it.act));
    both_tell(
        &record.folder,
        Id::Ballots,
        &never,
        "frozen, and not counted so far, though others were: raad",
    );
    let two = Remark::TwoBallots("tweede".into(), "raad".into(), 3);
    both_tell(
        &record.folder,
        Id::Ballots,
        &two,
        "ballot tweede has 3 options with the words of some of ballot raad",
    );
}

const TOP: &str = "[[ballot]]\nname = \"top\"\nkind = \"choose\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
    most = 2\nadopt = \"2 best\"\nties = { lot = \"text\" }\nquorum = \"none\"\n";

/// A lot that was announced and not drawn decides nothing, which is told.
#[test]
fn lots_that_nobody_drew_are_told() {
    let options = "option,text\na,Trees\nb,Paths\nc,Ponds\nd,Benches\n";
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(TOP, options)).map(|it| it.act));
    let counts = "option,count,votes\na,1,6\na,2,6\nb,1,3\nb,2,3\nc,1,3\nc,2,3\nd,1,1\nd,2,1\n";
    let record = act(record, |it| it.tally(&counting("top", counts, PRESENT)).map(|it| it.act));
    let agreeing = Agreeing { date: "2027-05-03", ..Agreeing::default() };
    let record = act(record, |it| it.agree(&agreeing).map(|it| it.act.unwrap()));
    let tied = Remark::Undrawn(vec!["b".into(), "c".into()]);
    both_tell(
        &record.folder,
        Id::Agreement,
        &tied,
        "tied, and so in no agreement, as no lot was drawn: b, c",
    );
    let willing = column(&record.folder, "public/acts/1/roll.csv", 0)[..4].join("\n");
    let willing = format!("code\n{willing}\n");
    let lot = Way::Lot(Chance::Text);
    let record = act(record, |it| {
        it.freeze_willing("tafel", source(&willing), (2, lot), "2027-05-04").map(|it| it.act)
    });
    let open = Remark::NeverDrawn("tafel".into(), 4);
    let words = "for tafel a lot was announced in act 4, and nobody was drawn so far";
    both_tell(&record.folder, Id::Delegates, &open, words);
    let words = geloot::seed::Evidence::text("een twee drie").unwrap();
    let record = act(record, |it| it.draw_group("tafel", &words, "2027-05-05").map(|it| it.act));
    assert!(!remarks(&record.folder, Id::Delegates).contains(&open));
}

#[test]
fn topics_that_vanish_are_told() {
    let topics = |text: &'static str| (source(text), source("topic,into,reason\n"), None);
    let three = "topic,text,from\nhomes,,table 1\nroads,,table 2\nbuses,,table 3\n";
    let record =
        act(panel(10, None), |it| it.sort_topics(topics(three), None, "2027-04-01").map(|it| it.act));
    let two = "topic,text,from\nhomes,,table 1\nbuses,,table 3\n";
    let why = Some("fewer is better");
    let made = record.deliberating().unwrap().sort_topics(topics(two), why, "2027-04-02").unwrap();
    assert_eq!(codes(&made.found), ["J-151"]);
    let record = record.after(&made.act.patch);
    let gone = Remark::TopicsGone(2, 1, vec!["roads".into()]);
    both_tell(&record.folder, Id::Acts, &gone, "act 2 does not have all topics of act 1: roads");
    let made = record.deliberating().unwrap().sort_topics(topics(two), why, "2027-04-03").unwrap();
    assert_eq!(codes(&made.found), Vec::<&str>::new());
}

#[test]
fn a_consultation_that_was_held_otherwise_is_told() {
    let charter = "date = 2027-03-01\n[consultation]\nhow = \"a letter to all\"\nfrom = 2027-04-10\nuntil = 2027-04-30\n";
    let record =
        act(panel(10, Some(charter)), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let asked = Consulting {
        about: "raad",
        counts: source("option,count\n1,9\n"),
        how: None,
        participants: 90,
        from: None,
        until: None,
        date: "2027-06-02",
    };
    let plain = act(record, |it| it.consult(&asked).map(|it| it.act));
    assert_eq!(remarks(&plain.folder, Id::Agreement), []);
    let longer = Consulting { until: Some("2027-05-30"), ..asked };
    let record = act(plain, |it| it.consult(&longer).map(|it| it.act));
    let (how, days) = ("a letter to all".to_owned(), ("2027-04-10".into(), "2027-04-30".into()));
    let told = Remark::OtherwiseAsked(3, how, days);
    let words = "the consultation in acts/3 was held otherwise than the charter announced: a letter to all, 2027-04-10, 2027-04-30";
    both_tell(&record.folder, Id::Agreement, &told, words);
}

/// What a paper can hold is a number from 1 to 1,000 for both programs, whatever the record says.
#[test]
fn a_rule_of_papers_that_hold_nothing_or_too_much_is_none() {
    let options = "option,text\na,Trees\nb,Paths\nc,Ponds\nd,Benches\n";
    let points = TOP.replace("choose", "points").replace("most = 2", "each = 2\nall = 3");
    for (rule, from, to) in [
        (TOP, "\"most\": 2", "\"most\": 0"),
        (TOP, "\"most\": 2", "\"most\": 1001"),
        (&points, "\"each\": 2", "\"each\": 0"),
        (&points, "\"all\": 3", "\"all\": 1001"),
    ] {
        let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(rule, options)).map(|it| it.act));
        let mut other = record.folder.clone();
        replace(&mut other, "public/acts/1/terms.json", from, to);
        refit(&mut other);
        both_fail(&other, &[28]);
    }
}

/// Whether the charter can be read is for the claims about it, and not for those about who is in.
#[test]
fn a_charter_that_cannot_be_read_makes_no_other_roll() {
    let charter = "date = 2027-03-01\n";
    let record =
        act(panel(10, Some(charter)), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    for bad in ["date = 2027-03-01T\n", "zone = 5\ndate = 2027-03-01\n"] {
        let mut other = record.folder.clone();
        other.insert("public/charter.toml".into(), bad.as_bytes().to_vec());
        let own = |id: Id| {
            let claims = verify(&other, &Known::default()).claims;
            claims.into_iter().find(|it| it.id == id).unwrap().outcome
        };
        assert!(matches!(own(Id::Rolls), Outcome::NotChecked(_) | Outcome::Pass), "{bad}");
    }
}

/// A guest, a ballot and a group are called by nothing by which somebody can be reached or known.
#[test]
fn names_of_guests_ballots_and_groups_tell_of_nobody() {
    let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]");
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    for (code, said) in [
        ("06-12345678", "J-07"),
        ("123456782", "J-09"),
        ("Jansen-1960", "J-21"),
        ("G-2030", ""),
        ("G-1960", ""),
    ] {
        let roles = format!("code,role\n{code},expert\n");
        let asked = Freezing { roles: Some(source(&roles)), ..freezing(&rule, OPTIONS) };
        let found = refused(acts.ready(&asked));
        assert!(if said.is_empty() { found.is_empty() } else { found.contains(&said) }, "{code}: {found:?}");
    }
    let called = RULE.replace("\"raad\"", "\"bel-0612345678\"");
    assert_eq!(refused(acts.ready(&freezing(&called, OPTIONS))), ["J-07"]);
    let because = Freezing { because: Some("bsn 123456782"), ..freezing(RULE, OPTIONS) };
    assert_eq!(refused(acts.ready(&because)), ["J-09"]);
    let willing =
        format!("code\n{}\n", column(&record.folder, "public/draws/1/panel.csv", 0)[..4].join("\n"));
    let group =
        acts.freeze_willing("bel-0612345678", source(&willing), (2, Way::Lot(Chance::Text)), "2027-05-04");
    assert_eq!(refused(group), ["J-07"]);
}

/// A share that was rounded is not the fraction that was meant, and one of all cannot be exceeded.
#[test]
fn a_share_that_is_nearly_a_fraction_is_told() {
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    for (share, near) in [
        ("66,67 %", true),
        ("66,66 %", true),
        ("67 %", true),
        ("33 %", true),
        ("16,7 %", true),
        ("2/3", false),
        ("75 %", false),
        ("60 %", false),
        ("66 %", true),
        ("65 %", false),
        ("33,4 %", false),
        ("100 %", false),
    ] {
        let rule = RULE.replace("\"1/2\"\nthan", &format!("\"{share}\"\nthan"));
        let found = acts.ready(&freezing(&rule, OPTIONS)).unwrap().found;
        assert_eq!(codes(&found), if near { vec!["J-147"] } else { vec![] }, "{share}");
    }
    let all = RULE.replace("\"1/2\"\nthan = \"at-least\"", "\"1/1\"\nthan = \"more-than\"");
    assert_eq!(refused(acts.ready(&freezing(&all, OPTIONS))), ["J-148"]);
    let all = RULE.replace("\"1/2\"\nthan", "\"1/1\"\nthan");
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(&all, OPTIONS)).map(|it| it.act));
    let mut other = record.folder.clone();
    replace(&mut other, "public/acts/1/terms.json", "\"than\": \"at-least\"", "\"than\": \"more-than\"");
    refit(&mut other);
    both_fail(&other, &[28]);
}

/// A slip in the year of an act would hold up all after it; and a day that was promised stays.
#[test]
fn a_year_that_is_far_off_is_refused_and_so_is_another_day_for_replies() {
    const NONE: &str = "option,date,answer,reason\n";
    let record = act(agreed(), |it| it.follow(&following(NONE, "2027-05-20")).map(|it| it.act.unwrap()));
    let acts = record.deliberating().unwrap();
    assert_eq!(
        refused(acts.follow(&following("option,date,answer\n1,2027-06-01,adopts\n", "2072-06-01"))),
        ["J-150"]
    );
    let later = Following { handed: Some("2027-05-18"), ..following(NONE, "2027-05-21") };
    let found = refused(acts.follow(&later));
    assert_eq!(found, ["J-149"]);
    let charter = "date = 2027-03-01\n[[phase]]\nname = \"advies\"\nscale = 5\nrung = \"advise\"\nfrom = 2027-04-01\n\
        until = 2027-06-30\nreply = { term = \"5 weeks\", by = \"the council\" }\n";
    // Before the first act the charter says what day it can be.
    let without = charter.split("[[phase]]").next().unwrap();
    for (charter, codes) in [(Some(charter), vec!["J-150"]), (Some(without), vec!["J-150"]), (None, vec![])] {
        let record = panel(10, charter);
        for date in ["2072-05-01", "1927-05-01", "2027-02-28"] {
            let first = Freezing { date, ..freezing(RULE, OPTIONS) };
            let told = refused(record.deliberating().unwrap().freeze_ballot(&first));
            assert_eq!(told, codes, "{charter:?} {date}");
        }
    }
}

/// Somebody who has two roles is told where the list of roles says so.
#[test]
fn a_double_role_is_told_of_the_list_of_roles() {
    let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]");
    let record = panel(10, None);
    let acts = record.deliberating().unwrap();
    let code = column(&record.folder, "public/draws/1/panel.csv", 0).swap_remove(0);
    let roles = format!("code,role\n{code},expert\n");
    let asked = Freezing { roles: Some(source(&roles)), ..freezing(&rule, OPTIONS) };
    let Err(geloot::assembly::Refusal::Deliberation(found)) = acts.ready(&asked) else { panic!("two roles") };
    let twice = found.wrongs.iter().find(|it| it.what.code() == "J-20").unwrap();
    assert_eq!(twice.place.file, "file.csv");
}

/// Before it is drawn a group is frozen again for a reason, and after it not.
#[test]
fn a_group_is_frozen_again_for_a_reason_before_it_is_drawn() {
    let record = panel(10, None);
    let willing =
        format!("code\n{}\n", column(&record.folder, "public/draws/1/panel.csv", 0)[..6].join("\n"));
    let lot = |places| (places, Way::Lot(Chance::Text));
    let record =
        act(record, |it| it.freeze_willing("tafel", source(&willing), lot(2), "2027-05-04").map(|it| it.act));
    let acts = record.deliberating().unwrap();
    assert_eq!(refused(acts.freeze_willing("tafel", source(&willing), lot(3), "2027-05-04")), ["J-48"]);
    let again = (Some("there are three places"), "2027-05-04");
    let record =
        act(record, |it| it.freeze_willing_again("tafel", source(&willing), lot(3), again).map(|it| it.act));
    let why = "there are three places".to_owned();
    both_tell(
        &record.folder,
        Id::Acts,
        &Remark::ActsReplaced { acts: vec![(2, 1, why)] },
        "act 2 replaces act 1",
    );
    let open = Remark::NeverDrawn("tafel".into(), 2);
    assert_eq!(remarks(&record.folder, Id::Delegates), [open]);
    let words = geloot::seed::Evidence::text("een twee drie").unwrap();
    let record = act(record, |it| it.draw_group("tafel", &words, "2027-05-05").map(|it| it.act));
    assert_eq!(column(&record.folder, "public/acts/3/delegates.csv", 2)[2], "delegate");
    both_fail(&record.folder, &[]);
    let acts = record.deliberating().unwrap();
    assert_eq!(refused(acts.freeze_willing_again("tafel", source(&willing), lot(2), again)), ["J-48"]);
    // What was frozen first is drawn no more, by hand either.
    let mut other = record.folder.clone();
    replace(&mut other, "public/acts/3/terms.json", "\"willing\": 2", "\"willing\": 1");
    refit(&mut other);
    both_fail(&other, &[34]);
}

/// A reason for taking the place of something is not kept where nothing was there, and that is said.
#[test]
fn a_reason_that_is_not_kept_is_told() {
    let charter = format!("date = 2027-03-01\n{RULE}");
    let record = panel(10, Some(&charter));
    let acts = record.deliberating().unwrap();
    let why = Some("the first list had a slip");
    let willing =
        format!("code\n{}\n", column(&record.folder, "public/draws/1/panel.csv", 0)[..4].join("\n"));
    let freeze = |because| {
        let lot = (2, Way::Lot(Chance::Text));
        acts.freeze_willing_again("tafel", source(&willing), lot, (because, "2027-05-04")).unwrap().found
    };
    assert_eq!((codes(&freeze(why)), codes(&freeze(None))), (vec!["J-153"], vec![]));
    let files = (source("topic,text,from\nhomes,,table 1\n"), source("topic,into,reason\n"), None);
    let sort = |because| acts.sort_topics(files, because, "2027-04-01").unwrap().found;
    assert_eq!((codes(&sort(why)), codes(&sort(None))), (vec!["J-153"], vec![]));
    // Of a rule that is not the charter's the reason is kept.
    let ready = |rules: Option<&str>, because| {
        let rules = rules
            .map(|text| geloot::deliberation::sheet::Source { name: "ballot.toml", bytes: text.as_bytes() });
        acts.ready(&Freezing { rules, because, ..freezing("", OPTIONS) }).unwrap().found
    };
    let other = RULE.replace("\"raad\"", "\"later\"");
    assert_eq!(codes(&ready(None, why)), ["J-153"]);
    assert_eq!(codes(&ready(None, None)), Vec::<&str>::new());
    assert_eq!(codes(&ready(Some(&other), why)), Vec::<&str>::new());
    let record = act(record, |it| {
        it.freeze_ballot(&Freezing { rules: None, because: None, ..freezing("", OPTIONS) }).map(|it| it.act)
    });
    let again = Freezing { rules: None, because: why, ..freezing("", OPTIONS) };
    assert_eq!(codes(&record.deliberating().unwrap().ready(&again).unwrap().found), Vec::<&str>::new());
    let record = act(record, |it| it.freeze_ballot(&again).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let agree = |because| {
        let agreeing = Agreeing { because, date: "2027-05-03", ..Agreeing::default() };
        record.deliberating().unwrap().agree(&agreeing).unwrap().found
    };
    assert_eq!((codes(&agree(why)), codes(&agree(None))), (vec!["J-153"], vec![]));
}
