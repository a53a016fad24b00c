//! A drawn panel in memory, acts on it, and what both verifiers say.

#[path = "../support/run.rs"]
pub mod run;

use geloot::assembly::acts::{Act, Agreeing, Counting, Deliberating, Following, Freezing};
use geloot::assembly::{Ask, Charter, Frozen, Making, Refusal, freeze};
use geloot::base::digest::Digest;
use geloot::base::fault::Faults;
use geloot::bundle::Folder;
use geloot::deliberation::chance::Chance;
use geloot::deliberation::delegates::Way;
use geloot::deliberation::sheet::Source;
use geloot::pool;
use geloot::seed::{Evidence, Manifest};
use geloot::verify::{Id, Known, Outcome, verify};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const RULE: &str = "[[ballot]]\nname = \"raad\"\nkind = \"for-against\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
    counted = [\"for\", \"against\", \"neutral\"]\nof = \"cast\"\nshare = \"1/2\"\nthan = \"at-least\"\n\
    quorum = \"1/2 of members\"\nconsensus = false\n";
pub const OPTIONS: &str = "option,text\n1,Build homes\n2,Keep the green\n3,More buses\n";
pub const COUNTS: &str =
    "option,count,for,against,neutral\n1,1,6,2,1\n1,2,6,2,1\n2,1,3,5,1\n2,2,3,5,1\n3,1,9,0,0\n3,2,9,0,0\n";
pub const PRESENT: &str = "role,present\ndrawn,9\n";

pub fn source(text: &str) -> Source<'_> {
    Source { name: "file.csv", bytes: text.as_bytes() }
}

/// So many people drawn from half as many more, with a charter or without.
pub fn panel(seats: u32, charter: Option<&str>) -> Frozen {
    let mut people = String::from("id,group\n");
    for i in 0..seats + seats / 2 {
        people.push_str(&format!("{i:04},{}\n", if i % 2 == 0 { "a" } else { "b" }));
    }
    let quotas = format!("feature,value,min,max\ngroup,a,{0},{seats}\ngroup,b,{0},{seats}\n", seats / 3);
    let file = |name, bytes| pool::Source { name, bytes };
    let mut faults = Faults::new();
    let pool = pool::read(
        file("people.csv", people.as_bytes()),
        file("quotas.csv", quotas.as_bytes()),
        seats,
        Some("id"),
        &mut faults,
    );
    let charter = charter.map(|text| Charter { bytes: text.as_bytes().to_vec(), toml: true });
    let making = Making { charter, tickets: 1000, ..Making::default() };
    let made = freeze(&pool.unwrap(), making, &mut |_| {}).unwrap();
    let lottery = made.open().unwrap();
    let ask = Ask { evidence: Evidence::text("appel peer"), ..Ask::default() };
    let drawing = lottery.draw(&ask).unwrap();
    lottery.after(&drawing.patch)
}

/// Does one act after the others, and goes on with the record.
pub fn act(record: Frozen, make: impl Fn(&Deliberating<'_>) -> Result<Act, Refusal>) -> Frozen {
    let act = make(&record.deliberating().unwrap()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    record.after(&act.patch)
}

/// Codes of what an act is refused for.
pub fn refused<T>(result: Result<T, Refusal>) -> Vec<&'static str> {
    match result {
        Ok(_) => Vec::new(),
        Err(Refusal::Deliberation(found)) => {
            let stops = found.wrongs.iter().filter(|it| it.what.grade() == geloot::base::fault::Grade::Stop);
            let mut codes: Vec<&str> = stops.map(|it| it.what.code()).collect();
            codes.dedup();
            codes
        }
        Err(other) => panic!("{other:?}"),
    }
}

pub fn freezing<'a>(rule: &'a str, options: &'a str) -> Freezing<'a> {
    Freezing {
        options: Some(source(options)),
        rules: Some(Source { name: "ballot.toml", bytes: rule.as_bytes() }),
        because: Some("the charter has none"),
        date: "2027-05-01",
        ..Freezing::default()
    }
}

pub fn counting<'a>(name: &'a str, counts: &'a str, present: &'a str) -> Counting<'a> {
    let (counts, present) = (Some(source(counts)), source(present));
    Counting { name, counts, papers: None, votes: None, present, again: None, date: "2027-05-02" }
}

/// A record with every kind of act: topics, a ballot counted twice, a tie decided by lot, an agreement, a consultation,
/// delegates, one of whom gave up, and replies.
pub fn whole() -> Frozen {
    use geloot::assembly::acts::Consulting;
    const TOP: &str = "[[ballot]]\nname = \"top\"\nkind = \"choose\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
        most = 2\nadopt = \"2 best\"\nties = { lot = \"text\" }\nquorum = \"none\"\n";
    let record = panel(10, None);
    let topics = "topic,text,from\nhomes,,table 1\nhousing,,table 2\nbuses,,table 3\n";
    let merges = "topic,into,reason\nhousing,homes,the same\n";
    let points = "topic,points\nhomes,4\nbuses,7\n";
    let files = (source(topics), source(merges), Some(source(points)));
    let record = act(record, |it| it.sort_topics(files, None, "2027-04-01").map(|it| it.act));
    let record = act(record, |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| {
        it.freeze_ballot(&freezing(TOP, "option,text\na,Trees\nb,Paths\nc,Ponds\nd,Benches\n"))
            .map(|it| it.act)
    });
    let wrong = COUNTS.replace("1,2,6,2,1", "1,2,4,4,1");
    let record = act(record, |it| it.tally(&counting("raad", &wrong, PRESENT)).map(|it| it.act));
    let record = act(record, |it| {
        let again = Some("the two counts differed");
        it.tally(&Counting { again, ..counting("raad", COUNTS, PRESENT) }).map(|it| it.act)
    });
    let top = "option,count,votes\na,1,6\na,2,6\nb,1,3\nb,2,3\nc,1,3\nc,2,3\nd,1,1\nd,2,1\n";
    let record = act(record, |it| it.tally(&counting("top", top, PRESENT)).map(|it| it.act));
    let words = Evidence::text("een twee drie").unwrap();
    let record = act(record, |it| it.lot("top", &words, "2027-05-02").map(|it| it.act));
    let record = act(record, |it| {
        let minority = Some(source("option,text,supporters\n2,We wanted the green,4\n"));
        let stories = Some(source("table,option,text\n4,1,My daughter waits for a home\n5,,A good day\n"));
        let agreeing = Agreeing { minority, stories, because: None, date: "2027-05-03" };
        it.agree(&agreeing).map(|it| it.act.unwrap())
    });
    let record = act(record, |it| {
        let counts = source("option,count\n1,900\n2,1200\n3,300\n");
        let (how, from, until) = (Some("a letter to all"), Some("2027-04-10"), Some("2027-04-30"));
        let date = "2027-05-03";
        it.consult(&Consulting { about: "raad", counts, how, participants: 1800, from, until, date })
            .map(|it| it.act)
    });
    let list: String = record.codes.iter().map(|it| it.0.clone()).collect::<Vec<_>>().join("\n");
    let panel = column(&record.folder, "public/draws/1/panel.csv", 0);
    assert!(list.len() > panel.len());
    let willing = format!("code\n{}\n", panel[..6].join("\n"));
    let text = Way::Lot(Chance::Text);
    let record = act(record, |it| {
        it.freeze_willing("tafel", source(&willing), (2, text), "2027-05-04").map(|it| it.act)
    });
    let record = act(record, |it| it.draw_group("tafel", &words, "2027-05-05").map(|it| it.act));
    let first = column(&record.folder, "public/acts/11/delegates.csv", 1)[0].clone();
    let record = act(record, |it| it.next_delegate("tafel", &first, "2027-05-06").map(|it| it.act));
    let follow = |replies: &'static str, log: &'static str, date: &'static str| Following {
        replies: Some(source(replies)),
        log: Some(source(log)),
        handed: Some("2027-05-10"),
        term: Some("5 weeks"),
        by: Some("the council"),
        date,
    };
    const HEAD: &str = "date,kind,about,from,until,outcome,decided,by\n";
    let log: &'static str =
        Box::leak(format!("{HEAD}2027-05-11,objection,the roll,member,2027-06-01,,,\n").into());
    let record = act(record, |it| {
        it.follow(&follow("option,date,answer,reason,document\n", log, "2027-05-12"))
            .map(|it| it.act.unwrap())
    });
    let log: &'static str = Box::leak(
        format!("{HEAD}2027-05-11,objection,the roll,member,2027-06-01,rejected,2027-05-20,board\n").into(),
    );
    act(record, |it| {
        let replies =
            "option,date,answer,reason,document\n1,2027-06-20,adopts,,\n3,2027-06-10,deviates,too dear,\n";
        it.follow(&follow(replies, log, "2027-06-21")).map(|it| it.act.unwrap())
    })
}

/// A column of a table in the record, without its heading.
pub fn column(folder: &Folder, path: &str, at: usize) -> Vec<String> {
    let text = std::str::from_utf8(&folder[path]).unwrap();
    text.lines().skip(1).map(|line| line.split(',').nth(at).unwrap().to_owned()).collect()
}

/// Numbers of claims that fail.
pub fn failed(folder: &Folder, ballots: &[&str]) -> Vec<u8> {
    let known = Known { ballots, ..Known::default() };
    let report = verify(folder, &known);
    report
        .claims
        .iter()
        .filter(|it| matches!(it.outcome, Outcome::Fail(_)))
        .map(|it| it.id.number())
        .collect()
}

/// Numbers of claims about acts that pass.
pub fn passed(folder: &Folder) -> Vec<u8> {
    let report = verify(folder, &Known::default());
    let acts = |it: &&geloot::verify::Claim| it.id >= Id::Acts && it.outcome == Outcome::Pass;
    report.claims.iter().filter(acts).map(|it| it.id.number()).collect()
}

pub fn replace(folder: &mut Folder, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(folder[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
    folder.insert(path.into(), text.replacen(from, to, 1).into_bytes());
}

/// Makes the digests of all acts fit, as somebody would who holds the record.
pub fn refit(folder: &mut Folder) {
    let mut previous: Option<String> = None;
    for n in 1.. {
        let place = format!("public/acts/{n}/");
        if !folder.contains_key(&format!("{place}act.json")) {
            return;
        }
        let facts = format!("{place}act.json");
        let mut value: serde_json::Value = serde_json::from_slice(&folder[&facts]).unwrap();
        value["previous"] = previous.clone().map_or(serde_json::Value::Null, Into::into);
        folder.insert(facts, format!("{value:#}\n").into_bytes());
        let files: Vec<(String, Vec<u8>)> = folder
            .range(place.clone()..)
            .take_while(|(path, _)| path.starts_with(&place))
            .filter(|(path, _)| !path.ends_with("manifest.txt"))
            .map(|(path, bytes)| (path[place.len()..].to_owned(), bytes.clone()))
            .collect();
        let listed: Vec<(&str, &[u8])> =
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let manifest = Manifest::of(&listed).unwrap().to_string().into_bytes();
        previous = Some(Digest::of(&manifest).to_string());
        folder.insert(format!("{place}manifest.txt"), manifest);
    }
}

/// What the second program says of each record: its claims that fail. `None`, said aloud, without Python.
pub fn second(records: &[(Folder, Vec<String>)]) -> Option<Vec<Vec<u8>>> {
    const DRIVER: &str = "import sys, json, pathlib; sys.path.insert(0, sys.argv[1]); import verify\n\
        for at in sorted(pathlib.Path(sys.argv[2]).iterdir()):\n\
        \x20   lines = json.loads((at / 'lines').read_text())\n\
        \x20   files = verify.read_files(at / 'public')\n\
        \x20   outcomes = verify.check_record(verify.Record(files, ballot_lines=lines, outside=at))\n\
        \x20   print(json.dumps([o.number for o in outcomes if o.outcome == 'FAIL']))\n";
    let temp = tempfile::tempdir().unwrap();
    for (at, (folder, lines)) in records.iter().enumerate() {
        let place = temp.path().join(format!("{at:06}"));
        write(folder, &place);
        std::fs::write(place.join("lines"), serde_json::to_vec(lines).unwrap()).unwrap();
    }
    let verifier = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifier");
    let output = Command::new("python3").args(["-B", "-c", DRIVER]).arg(verifier).arg(temp.path()).output();
    let Ok(output) = output else {
        run::skip::skipped_but_in_ci("the second verifier: there is no python3");
        return None;
    };
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines: Vec<Vec<u8>> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), records.len());
    Some(lines)
}

pub fn write(folder: &Folder, to: &Path) {
    let own = |name: &str| name.starts_with("public/") || name.starts_with("sealed/");
    for (name, bytes) in folder.iter().filter(|(name, _)| own(name)) {
        let path = to.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        if !name.ends_with('/') {
            std::fs::write(path, bytes).unwrap();
        }
    }
}

/// How many options there are of each class.
pub fn classes<'a>(all: impl Iterator<Item = &'a str>) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    all.for_each(|it| *counts.entry(it.to_owned()).or_default() += 1);
    counts
}

pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/deliberation")
}

/// Four of the people with these numbers, half of each of two groups, drawn by the command: where they are, and the lottery.
pub fn drawn_by_command(people: std::ops::Range<u32>, draw: &[&str]) -> (tempfile::TempDir, String) {
    let place = tempfile::tempdir().unwrap();
    let path = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
    let people: String = people.map(|i| format!("{i},{}\n", if i % 2 == 0 { "a" } else { "b" })).collect();
    let (pool, quotas, dir) = (path("pool.csv"), path("quotas.csv"), path("lottery"));
    std::fs::write(&pool, format!("id,group\n{people}")).unwrap();
    std::fs::write(&quotas, "feature,value,min,max\ngroup,a,2,2\ngroup,b,2,2\n").unwrap();
    run::done(&[&run::lottery(&pool, &quotas, "4", &dir)[..], &["--tickets", "100", "--quiet"]].concat());
    run::done(&[&["draw", &dir, "--seed", "appel peer", "--quiet"][..], draw].concat());
    (place, dir)
}

/// A record with an agreement of 3 May 2027, and a charter that promises replies within 5 weeks, by the council.
pub fn agreed() -> Frozen {
    let charter = "date = 2027-03-01\n[[phase]]\nname = \"advies\"\nscale = 5\nrung = \"advise\"\nfrom = 2027-04-01\n\
        until = 2027-06-30\nreply = { term = \"5 weeks\", by = \"the council\" }\n";
    let record =
        act(panel(10, Some(charter)), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let agreeing = Agreeing { date: "2027-05-03", ..Agreeing::default() };
    act(record, |it| it.agree(&agreeing).map(|it| it.act.unwrap()))
}
