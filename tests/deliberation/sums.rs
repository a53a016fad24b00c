//! A vote on paper: what is public are sums. Of other papers with the same sums, and of other people who were there, every public
//! byte is the same, but for the salted digest of the papers and what follows from it.

use crate::support::*;
use geloot::assembly::Frozen;
use geloot::assembly::acts::{Agreeing, Counting};
use geloot::bundle::Folder;
use std::collections::BTreeSet;

const WORDS: [&str; 3] = ["for", "against", "neutral"];

/// So many papers about three options, of which each column holds the same words whatever `turn` is: only whose mark stands
/// beside whose differs.
fn papers(people: usize, turn: usize) -> String {
    let column = |at: usize, row: usize| {
        // Of eight people so many are for each option: never everybody.
        let for_it = people * [3, 5, 2][at] / 8;
        let row = (row + turn * at * 7) % people;
        if row < for_it { WORDS[0] } else { WORDS[1 + row % 2] }
    };
    let row = |row: usize| format!("{},{},{}\n", column(0, row), column(1, row), column(2, row));
    format!("1,2,3\n{}", (0..people).map(row).collect::<String>())
}

/// Both counts of such papers.
fn counts(papers: &str) -> String {
    let rows: Vec<Vec<&str>> = papers.lines().skip(1).map(|row| row.split(',').collect()).collect();
    let sum = |at: usize, word: &str| rows.iter().filter(|row| row[at] == word).count();
    let mut text = String::from("option,count,for,against,neutral\n");
    for at in 0..3 {
        for count in [1, 2] {
            let [yes, no, neutral] = WORDS.map(|word| sum(at, word));
            text.push_str(&format!("{},{count},{yes},{no},{neutral}\n", at + 1));
        }
    }
    text
}

fn public(folder: &Folder) -> Folder {
    let own = folder.iter().filter(|(path, _)| path.starts_with("public/"));
    own.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

/// Lines of a public file that the other record has not.
fn other_lines(one: &Folder, other: &Folder, path: &str) -> Vec<String> {
    let lines = |folder: &Folder| -> Vec<String> {
        String::from_utf8(folder[path].clone()).unwrap().lines().map(str::to_owned).collect()
    };
    let theirs: BTreeSet<String> = lines(other).into_iter().collect();
    lines(one).into_iter().filter(|line| !theirs.contains(line)).collect()
}

/// A ballot of so many people that was counted, and what was agreed.
fn counted(frozen: &Frozen, sheet: &str, papers: Option<&str>, present: &str) -> Folder {
    let record = Frozen::open(frozen.folder.clone()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let asked = Counting { papers: papers.map(source), ..counting("raad", sheet, present) };
    let record = act(record, |it| it.tally(&asked).map(|it| it.act));
    let agreeing = Agreeing { date: "2027-05-03", ..Agreeing::default() };
    let record = act(record, |it| it.agree(&agreeing).map(|it| it.act.unwrap()));
    assert_eq!(failed(&record.folder, &[]), [0u8; 0]);
    record.folder
}

#[test]
fn other_papers_of_the_same_sums_give_the_same_public_bytes() {
    for people in [20, 300] {
        let frozen =
            act(panel(people, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
        let codes = column(&frozen.folder, "public/draws/1/panel.csv", 0);
        let there = people as usize - 2;
        let (one, other) = (papers(there, 0), papers(there, 1));
        let sheet = counts(&one);
        assert_eq!(sheet, counts(&other), "the sums are the same");
        // Everybody's paper is another one: what somebody marked is in no relation to the rest any more.
        let rows = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        let sorted = |text: &str| rows(text).into_iter().collect::<BTreeSet<_>>();
        assert_ne!(sorted(&one), sorted(&other));
        let list = |codes: &[String]| format!("code\n{}\n", codes.join("\n"));
        let (first, last) = (list(&codes[..there]), list(&codes[2..]));
        let kept = counted(&frozen, &sheet, Some(&one), &first);
        let (mine, theirs) = (public(&kept), public(&counted(&frozen, &sheet, Some(&other), &last)));

        // Only the digest differs, its line in the manifest, and what names that manifest.
        let differing: Vec<&String> = mine.keys().filter(|path| mine[*path] != theirs[*path]).collect();
        let (count, agreed) = ("public/acts/2/", "public/acts/3/");
        let due = [
            format!("{count}manifest.txt"),
            format!("{count}terms.json"),
            format!("{agreed}act.json"),
            format!("{agreed}manifest.txt"),
        ];
        assert_eq!(mine.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
        assert_eq!(differing, due.iter().collect::<Vec<_>>(), "{people} people");
        for (path, holds) in due.iter().zip(["  terms.json", "\"ballots\": ", "\"previous\": ", "  act.json"])
        {
            let lines = other_lines(&mine, &theirs, path);
            assert!(lines.len() == 1 && lines[0].contains(holds), "{path}: {lines:?}");
        }

        // Of papers in another order, as of other people there, not even that.
        let mut turned = rows(&one);
        turned.reverse();
        let turned = format!("1,2,3\n{}\n", turned.join("\n"));
        assert_eq!(public(&counted(&frozen, &sheet, Some(&turned), &last)), mine, "{people} people");
        // And where no papers are kept, nothing at all: there are sums only.
        let without = public(&counted(&frozen, &sheet, None, &first));
        let numbers = format!("role,present\ndrawn,{there}\n");
        assert_eq!(without, public(&counted(&frozen, &sheet, None, &numbers)));
        let differing: Vec<&String> = mine.keys().filter(|path| mine[*path] != without[*path]).collect();
        assert_eq!(differing, due.iter().collect::<Vec<_>>(), "{people} people");

        // The digest can be tried out by nobody who has not the key: it is of the papers and of a salt from it.
        let key = "sealed/key.txt";
        assert!(frozen.folder.contains_key(key), "{:?}", frozen.folder.keys().collect::<Vec<_>>());
        // No act, and no other public file that came after the freeze, holds a code beside anything about the vote.
        for (path, bytes) in mine.iter().filter(|(path, _)| path.starts_with("public/acts/")) {
            let text = String::from_utf8_lossy(bytes);
            let names = codes.iter().any(|code| text.contains(code.as_str()));
            assert_eq!(names, path == "public/acts/1/roll.csv", "{path}");
        }
    }
}

/// One vote more or less changes sums, and nothing else: there is no row, no receipt and no order by which it could be found.
#[test]
fn one_other_vote_is_one_other_sum() {
    for people in [20, 300] {
        let frozen =
            act(panel(people, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
        let there = people as usize - 2;
        let one = papers(there, 0);
        // The last paper that is not for option 1 is for it now.
        let mut rows: Vec<String> = one.lines().map(str::to_owned).collect();
        let at = rows.iter().rposition(|row| row.starts_with("against,")).unwrap();
        rows[at] = rows[at].replacen("against,", "for,", 1);
        let other = rows.join("\n") + "\n";
        let present = format!("role,present\ndrawn,{there}\n");
        let mine = public(&counted(&frozen, &counts(&one), None, &present));
        let theirs = public(&counted(&frozen, &counts(&other), None, &present));
        let table = "public/acts/2/counts.csv";
        assert_eq!(other_lines(&mine, &theirs, table).len(), 2, "both counts of option 1");
        assert!(other_lines(&mine, &theirs, table).iter().all(|row| row.starts_with("1,")));
        let result = other_lines(&mine, &theirs, "public/acts/2/result.csv");
        assert!(result.len() == 1 && result[0].starts_with("1,"), "{result:?}");
        for path in ["public/acts/2/present.csv", "public/acts/2/terms.json"] {
            assert_eq!(mine[path], theirs[path]);
        }
    }
}
