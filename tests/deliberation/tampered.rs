//! One thing changed after the fact, with every digest made to fit: one claim fails, and both verifiers name it. Whoever kept
//! a line, or a digest, sees more.

use crate::support::*;
use geloot::assembly::acts::{Agreeing, Counting, Following, Freezing};
use geloot::assembly::{Ask, Frozen, Patch, Source as File};
use geloot::base::digest::Digest;
use geloot::bundle::{Folder, acts};
use geloot::seed::Evidence;
use geloot::verify::{Id, Known, Remark, verify};

/// What somebody changes, the claim that fails for it, and how.
type Change = (&'static str, u8, fn(&mut Folder));

/// The acts without those whose chance is bound to the line of an earlier one that was changed: a change that reaches back
/// behind a lot gives the lot another seed, so that the lot fails too.
fn until(folder: &Folder, act: u32) -> Folder {
    let number = |name: &str| name.strip_prefix("public/acts/")?.split('/').next()?.parse::<u32>().ok();
    let kept = folder.iter().filter(|(name, _)| number(name).is_none_or(|n| n <= act));
    kept.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// The last act that stays for a change that makes this claim fail, and in which act that is.
fn last(claim: u8, folder: &Folder, changed: &Folder) -> u32 {
    let first = folder.iter().find(|(name, bytes)| changed.get(*name) != Some(bytes)).unwrap().0;
    let act: u32 = first.strip_prefix("public/acts/").unwrap().split('/').next().unwrap().parse().unwrap();
    match act {
        10 if claim == 34 => 12,
        ..=6 => 6,
        7 => 7,
        8..=9 => 9,
        11..=12 => 12,
        _ => 14,
    }
}

fn at(act: u32, file: &str) -> String {
    format!("public/acts/{act}/{file}")
}

fn change(folder: &mut Folder, act: u32, file: &str, from: &str, to: &str) {
    replace(folder, &at(act, file), from, to);
}

const CHANGES: &[Change] = &[
    ("a later day than the next act", 28, |f| change(f, 2, "act.json", "2027-05-01", "2028-05-01")),
    ("another draw", 28, |f| {
        let digest = "0".repeat(64);
        let text = String::from_utf8(f[&at(3, "act.json")].clone()).unwrap();
        let own = text.lines().find(|line| line.contains("\"record\"")).unwrap().to_owned();
        change(f, 3, "act.json", &own, &format!("  \"record\": \"{digest}\","));
    }),
    ("a topic ranked otherwise", 28, |f| change(f, 1, "ranking.csv", "buses,7,1", "buses,7,2")),
    ("a topic that vanished", 28, |f| change(f, 1, "merges.csv", "housing,homes", "housing,parks")),
    ("a count that replaces a ballot", 28, |f| {
        change(f, 5, "act.json", "\"replaces\": 4", "\"replaces\": 2")
    }),
    ("a recount that nobody asked for", 28, |f| {
        change(f, 5, "act.json", "\"replaces\": 4", "\"replaces\": null");
        change(f, 5, "act.json", "\"because\": \"the two counts differed\"", "\"because\": null");
    }),
    ("a rule without the reason that it needs", 29, |f| {
        change(f, 2, "terms.json", "\"the charter has none\"", "null");
    }),
    ("a count of a ballot that comes later", 29, |f| {
        change(f, 6, "terms.json", "\"ballot\": 3", "\"ballot\": 20")
    }),
    ("an option that was not counted", 29, |f| change(f, 2, "options.csv", "3,More buses,,\n", "")),
    ("a voter added", 30, |f| {
        let pool = column(f, "public/pool.csv", 0);
        let panel = column(f, "public/draws/1/panel.csv", 0);
        let other = pool.iter().find(|code| !panel.contains(code)).unwrap();
        let text = String::from_utf8(f[&at(2, "roll.csv")].clone()).unwrap();
        let mut rows: Vec<&str> = text.lines().skip(1).collect();
        let row = format!("{other},drawn");
        rows.push(&row);
        rows.sort_unstable();
        f.insert(at(2, "roll.csv"), format!("code,role\n{}\n", rows.join("\n")).into_bytes());
    }),
    ("a voter struck off", 30, |f| {
        let text = String::from_utf8(f[&at(2, "roll.csv")].clone()).unwrap();
        let first = format!("{}\n", text.lines().nth(1).unwrap());
        change(f, 2, "roll.csv", &first, "");
    }),
    ("more people present than there are", 30, |f| change(f, 5, "present.csv", "drawn,9,9", "drawn,11,11")),
    ("more votes than people", 31, |f| change(f, 5, "counts.csv", "1,1,6,2,1", "1,1,60,2,1")),
    ("a consultation fed into a tally", 31, |f| {
        change(f, 5, "counts.csv", "1,1,6,2,1", "1,1,900,2,1");
        change(f, 5, "counts.csv", "1,2,6,2,1", "1,2,900,2,1");
    }),
    ("a count changed", 32, |f| {
        change(f, 5, "counts.csv", "2,1,3,5,1", "2,1,5,3,1");
        change(f, 5, "counts.csv", "2,2,3,5,1", "2,2,5,3,1");
    }),
    ("a class changed", 32, |f| change(f, 5, "result.csv", "2,rejected", "2,adopted")),
    ("a share loosened after the vote", 32, |f| {
        change(f, 2, "terms.json", "\"share\": \"1/2\"", "\"share\": \"1/4\"")
    }),
    ("a place more than there was", 32, |f| {
        change(f, 3, "terms.json", "\"adopt\": \"2 best\"", "\"adopt\": \"3 best\"");
    }),
    ("the seed of a tie known before", 32, |f| change(f, 7, "terms.json", "een twee drie", "een twee vier")),
    ("a tie by dice where words were declared", 32, |f| {
        change(f, 7, "terms.json", "text\\neen twee drie", "dice\\n10\\n1 2 3 4 5 6 7");
    }),
    ("an option reworded in the agreement", 33, |f| {
        change(f, 8, "agreement.csv", "Build homes", "Build towers")
    }),
    ("an adopted option left out", 33, |f| {
        change(f, 8, "agreement.csv", "raad,3,More buses,adopted,9/9\n", "")
    }),
    ("a rejected option slipped in", 33, |f| {
        change(f, 8, "agreement.csv", "raad,3,", "raad,2,Keep the green,adopted,3/9\nraad,3,");
    }),
    ("a count that was replaced as a result", 33, |f| change(f, 8, "terms.json", "    5,\n", "    4,\n")),
    ("a story about an option that there is not", 33, |f| change(f, 8, "stories.csv", "4,1,My", "4,17,My")),
    ("more answers than people who took part", 33, |f| change(f, 9, "consultation.csv", "2,1200", "2,1900")),
    ("a consultation until a day that is to come", 33, |f| {
        change(f, 9, "terms.json", "\"until\": \"2027-04-30\"", "\"until\": \"2027-07-30\"");
    }),
    ("somebody willing struck off", 34, |f| {
        let text = String::from_utf8(f[&at(10, "willing.csv")].clone()).unwrap();
        let last = format!("{}\n", text.lines().last().unwrap());
        change(f, 10, "willing.csv", &last, "");
    }),
    ("two delegates swapped", 34, |f| {
        let text = String::from_utf8(f[&at(11, "delegates.csv")].clone()).unwrap();
        let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        let code = |at: usize| match at {
            2 => rows[3][1],
            3 => rows[2][1],
            at => rows[at][1],
        };
        let lines = rows.iter().enumerate().map(|(at, row)| format!("{},{},{}\n", row[0], code(at), row[2]));
        f.insert(at(11, "delegates.csv"), lines.collect::<String>().into_bytes());
    }),
    ("another alternate called", 34, |f| {
        change(f, 12, "delegates.csv", ",alternate", ",delegate");
    }),
    ("a reply due later", 35, |f| {
        let text = String::from_utf8(f[&at(14, "replies.csv")].clone()).unwrap();
        f.insert(at(14, "replies.csv"), text.replace("2027-06-14", "2027-07-14").into_bytes());
    }),
    ("a deviation without its reason", 35, |f| change(f, 14, "replies.csv", "too dear", "")),
    ("a deviation whose reason is a dash", 35, |f| change(f, 14, "replies.csv", "too dear", "-")),
    ("a reply from before the agreement", 35, |f| {
        change(f, 14, "replies.csv", "2027-06-20,adopts", "2027-05-01,adopts");
    }),
    ("a reply put off to a day that had gone by", 35, |f| {
        change(f, 14, "replies.csv", "deviates,too dear", "later,2027-06-01");
    }),
    ("an objection that was decided before it came", 35, |f| {
        change(f, 14, "log.csv", "2027-05-20", "2027-05-01");
    }),
    ("an objection from a day that is to come", 35, |f| {
        change(f, 14, "log.csv", "2027-05-20", "2027-07-20");
    }),
    ("an objection taken off", 35, |f| {
        f.insert(at(14, "log.csv"), b"date,kind,about,from,until,outcome,decided,by\n".to_vec());
    }),
];

#[test]
fn a_whole_record_passes_in_both_verifiers() {
    let record = whole();
    assert_eq!(failed(&record.folder, &[]), Vec::<u8>::new());
    assert_eq!(passed(&record.folder), [28, 29, 30, 31, 32, 33, 34, 35]);
    let line = acts::line(&record.folder, 2).unwrap().to_string();
    assert_eq!(failed(&record.folder, &[&line]), Vec::<u8>::new());
    if let Some(found) = second(&[(record.folder, vec![line])]) {
        assert_eq!(found, [Vec::<u8>::new()]);
    }
}

#[test]
fn each_change_makes_one_claim_fail_and_both_programs_name_it() {
    let record = whole().folder;
    let mut records = Vec::new();
    for (name, claim, change) in CHANGES {
        let mut folder = record.clone();
        change(&mut folder);
        assert_ne!(folder, record, "{name}");
        let mut folder = until(&folder, last(*claim, &record, &folder));
        refit(&mut folder);
        assert_eq!(failed(&folder, &[]), [*claim], "{name}");
        records.push((folder, Vec::new()));
    }
    if let Some(found) = second(&records) {
        for ((name, claim, _), found) in CHANGES.iter().zip(found) {
            assert_eq!(found, [*claim], "{name}, in the second program");
        }
    }
}

/// Without the digests: whoever only changes a file is caught by the chain.
#[test]
fn a_change_without_digests_is_a_broken_chain() {
    let record = whole().folder;
    let mut records = Vec::new();
    for (name, _, change) in CHANGES {
        let mut folder = record.clone();
        change(&mut folder);
        assert_eq!(failed(&folder, &[]), [28], "{name}");
        records.push((folder, Vec::new()));
    }
    for act in [1, 5, 13] {
        let mut folder = record.clone();
        folder.retain(|name, _| !name.starts_with(&format!("public/acts/{act}/")));
        assert_eq!(failed(&folder, &[]), [28], "act {act} dropped");
        records.push((folder, Vec::new()));
    }
    if let Some(found) = second(&records) {
        assert!(found.iter().all(|it| it == &[28]), "{found:?}");
    }
}

/// The rule, the roll and the wording are provably older than the count for whoever kept the line.
#[test]
fn whoever_kept_the_line_of_a_ballot_sees_that_it_was_changed() {
    let record = whole().folder;
    let line = acts::line(&record, 2).unwrap().to_string();
    let mut folder = until(&record, 6);
    // The wording is changed, and every digest fits.
    change(&mut folder, 2, "options.csv", "Build homes", "Build towers");
    refit(&mut folder);
    assert_eq!(failed(&folder, &[]), Vec::<u8>::new());
    assert_eq!(failed(&folder, &[&line]), [29]);
    let mut none = record;
    none.retain(|name, _| !name.starts_with("public/acts/"));
    assert_eq!(failed(&none, &[&line]), [29]);
    if let Some(found) = second(&[(folder, vec![line.clone()])]) {
        assert_eq!(found, [[29]]);
    }
}

/// Nobody goes on with acts that are not true.
#[test]
fn no_act_follows_a_record_that_was_changed() {
    let record = whole();
    let mut folder = until(&record.folder, 6);
    change(&mut folder, 5, "result.csv", "2,rejected", "2,adopted");
    refit(&mut folder);
    let changed = geloot::assembly::Frozen::read(folder).unwrap();
    let refusal = changed.deliberating().err().expect("a refusal");
    assert_eq!(refusal.code(), Some("B-04"));
}

/// Both programs say this of a record.
#[track_caller]
fn both_fail(folder: &Folder, lines: &[&str], claims: &[u8]) {
    assert_eq!(failed(folder, lines), claims);
    if let Some(found) = second(&[(folder.clone(), lines.iter().map(|&line| line.to_owned()).collect())]) {
        assert_eq!(found, [claims], "in the second program");
    }
}

/// A record with what an act adds to it.
fn after(record: &Frozen, patch: &Patch) -> Frozen {
    let mut folder = record.folder.clone();
    patch.apply_to(&mut folder);
    Frozen::read(folder).unwrap()
}

/// Whoever did not like a lot could count again, find the same, and throw again.
#[test]
fn a_lot_is_not_thrown_again_by_counting_again() {
    let top = "option,count,votes\na,1,6\na,2,6\nb,1,3\nb,2,3\nc,1,3\nc,2,3\nd,1,1\nd,2,1\n";
    let (words, others) =
        (Evidence::text("een twee drie").unwrap(), Evidence::text("een twee vier").unwrap());
    let counted = |until_act: u32| Frozen::read(until(&whole().folder, until_act)).unwrap();
    let again = act(counted(7), |it| {
        let again = Some("somebody doubted it");
        it.tally(&Counting { again, ..counting("top", top, PRESENT) }).map(|it| it.act)
    });
    let lot = |evidence: &Evidence| {
        let acts = again.deliberating().unwrap();
        acts.lot("top", evidence, "2027-05-02").map(|it| it.act)
    };
    assert_eq!(refused(lot(&others)), ["J-91"]);
    let same = after(&again, &lot(&words).unwrap().patch);
    both_fail(&same.folder, &[], &[]);
    let results = |folder| {
        let claims = verify(folder, &Known::default()).claims;
        claims.into_iter().find(|it| it.id == Id::Results).unwrap().remarks
    };
    let lots = Remark::SeveralLots { ballot: "top".to_owned(), acts: vec![7, 9] };
    assert!(results(&same.folder).contains(&lots) && !results(&again.folder).contains(&lots));
    // The other lot as it would have been at first, put behind the recount.
    let first = act(counted(6), |it| it.lot("top", &others, "2027-05-02").map(|it| it.act));
    let mut folder = same.folder;
    for file in ["terms.json", "result.csv"] {
        folder.insert(at(9, file), first.folder[&at(7, file)].clone());
    }
    change(&mut folder, 9, "terms.json", "\"tally\": 6", "\"tally\": 8");
    refit(&mut folder);
    both_fail(&folder, &[], &[32]);
}

/// What the charter promises is not made longer when it is due.
#[test]
fn replies_are_not_due_later_than_the_charter_promises() {
    let promise = "[[phase]]\nname = \"advice\"\nscale = 5\nrung = \"advise\"\nfrom = 2027-03-01\nuntil = 2027-06-01\n\
        ballot = \"raad\"\nreply = { term = \"5 weeks\", by = \"council\" }\n";
    let record = panel(10, Some(&format!("{RULE}{promise}")));
    let own = Freezing { rules: None, because: None, ..freezing("", OPTIONS) };
    let record = act(record, |it| it.freeze_ballot(&own).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let record = act(record, |it| {
        it.agree(&Agreeing { date: "2027-05-03", ..Agreeing::default() }).map(|it| it.act.unwrap())
    });
    let follow =
        |term| Following { handed: Some("2027-05-10"), term, date: "2027-05-12", ..Following::default() };
    let acts = record.deliberating().unwrap();
    assert_eq!(refused(acts.follow(&follow(Some("8 weeks")))), ["J-92"]);
    assert_eq!(refused(acts.follow(&follow(Some("2 months")))), ["J-92"]);
    assert_eq!(refused(acts.follow(&follow(Some("4 weeks")))), [""; 0]);
    let record = act(record, |it| it.follow(&follow(None)).map(|it| it.act.unwrap()));
    both_fail(&record.folder, &[], &[]);
    let mut folder = record.folder;
    change(&mut folder, 4, "terms.json", "5 weeks", "8 weeks");
    let text = String::from_utf8(folder[&at(4, "replies.csv")].clone()).unwrap();
    assert!(text.contains("2027-06-14"), "{text}");
    folder.insert(at(4, "replies.csv"), text.replace("2027-06-14", "2027-07-05").into_bytes());
    refit(&mut folder);
    both_fail(&folder, &[], &[35]);
}

/// A draw that was annulled leaves a roll of people who are not the panel.
#[test]
fn nobody_votes_or_is_drawn_by_the_list_of_an_annulled_draw() {
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let redrawn = |record: &Frozen| {
        let ask = Ask { because: Some("the hall was cleared"), ..Ask::default() };
        after(record, &record.draw(&ask).unwrap().patch)
    };
    let later = redrawn(&record);
    assert_eq!(refused(later.deliberating().unwrap().tally(&counting("raad", COUNTS, PRESENT))), ["J-93"]);
    // Whoever reads the record is told that the ballot which counts is of the panel before.
    let report = verify(&later.folder, &Known::default());
    let told = Remark::RollAnnulled { ballot: "raad".into(), act: 1 };
    assert!(report.claim(Id::Rolls).remarks.contains(&told), "{:?}", report.claim(Id::Rolls));
    both_fail(&later.folder, &[], &[]);
    let counted = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let mut folder = redrawn(&counted).folder;
    both_fail(&folder, &[], &[]);
    let [first, second] =
        [1, 2].map(|n| Digest::of(&folder[&format!("public/draws/{n}/manifest.txt")]).to_string());
    change(&mut folder, 2, "act.json", &first, &second);
    refit(&mut folder);
    both_fail(&folder, &[], &[30]);
}

/// The line that the publication of a list of events prints is one that somebody can keep, too.
#[test]
fn whoever_kept_the_line_of_a_list_of_events_finds_it() {
    let record = panel(10, None);
    let code = column(&record.folder, "public/draws/1/panel.csv", 0).swap_remove(0);
    let events = format!("date,code,event\n2027-04-01,{code},confirmed\n");
    let published = {
        let drawn = record.after_draw().unwrap();
        let running = drawn.replay(&[File { name: "events.csv", bytes: events.as_bytes() }]).unwrap();
        running.publish().unwrap()
    };
    let line = published.digest.to_string();
    let record = record.after(&published.patch);
    both_fail(&record.folder, &[&line], &[]);
    both_fail(&record.folder, &[&"0".repeat(64)], &[29]);
    let record = act(record, |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    both_fail(&record.folder, &[&line], &[]);
    both_fail(&record.folder, &[&"0".repeat(64)], &[29]);
}
