//! The customs that this engine is made for, each as acts of a record that both verifiers check: panels that registered
//! themselves, tables with stories, councils that send delegates, lists of complaints, promises of a charter.

use crate::fixtures::Fixture;
use crate::support::*;
use geloot::assembly::acts::{Agreeing, Agreement, Consulting, Counting, Followed, Following, Freezing};
use geloot::assembly::{Account, Frozen};
use geloot::deliberation::chance::Chance;
use geloot::deliberation::charter::Charter;
use geloot::deliberation::delegates::Way;
use geloot::deliberation::follow::State;
use geloot::deliberation::warned::Around;
use geloot::deliberation::wrong::Found;
use geloot::seed::Evidence;
use geloot::verify::{Id, Known, Remark, verify};
use geloot::words::account;
use geloot::words::catalogue::Lang;
use geloot::words::claims::remark;
use geloot::words::deliberation::pages;

fn practice(name: &str) -> Fixture {
    Fixture::at(&fixtures().parent().unwrap().join("practice").join(name))
}

fn whole(fixture: &Fixture, key: &str) -> u64 {
    fixture.expected()[key].as_integer().unwrap() as u64
}

fn texts(fixture: &Fixture, key: &str) -> Vec<String> {
    let list = fixture.expected()[key].as_array().unwrap().clone();
    list.iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// The panel of a fixture, with its charter if it has one.
fn drawn(fixture: &Fixture) -> Frozen {
    panel(whole(fixture, "seats") as u32, fixture.files.get("charter.toml").map(String::as_str))
}

/// The ballot of a fixture, frozen and counted.
fn counted(fixture: &Fixture, record: Frozen) -> Frozen {
    let asked = Freezing { date: "2027-05-01", ..fixture.freezing() };
    let record = act(record, |it| it.freeze_ballot(&asked).map(|it| it.act));
    act(record, |it| it.tally(&counting_of(fixture)).map(|it| it.act))
}

fn counting_of(fixture: &Fixture) -> Counting<'_> {
    Counting {
        name: name_of(fixture),
        counts: Some(fixture.source("counts.csv")),
        papers: None,
        votes: None,
        present: fixture.maybe("present.csv").unwrap_or(source("role,present\ndrawn,20\n")),
        again: None,
        date: "2027-05-01",
    }
}

/// The name of the ballot, as it stands in the rule or the charter.
fn name_of(fixture: &Fixture) -> &str {
    let text = fixture.files.get("ballot.toml").unwrap_or_else(|| &fixture.files["charter.toml"]);
    let rule = text.split("[[ballot]]").nth(1).unwrap();
    rule.split('"').nth(1).unwrap()
}

fn agreed(fixture: &Fixture, record: Frozen) -> (Frozen, Agreement) {
    let asked = Agreeing { stories: fixture.maybe("stories.csv"), date: "2027-05-01", ..Agreeing::default() };
    let agreement = record.deliberating().unwrap().agree(&asked).unwrap();
    let patch = agreement.act.as_ref().unwrap().patch.clone();
    (record.after(&patch), agreement)
}

fn followed(record: Frozen, asked: &Following<'_>) -> (Frozen, Followed) {
    let found = record.deliberating().unwrap().follow(asked).unwrap();
    let patch = found.act.as_ref().unwrap().patch.clone();
    (record.after(&patch), found)
}

/// No claim fails, in either program.
#[track_caller]
fn sound(record: &Frozen) {
    assert_eq!(failed(&record.folder, &[]), [0u8; 0]);
    let second = second(&[(record.folder.clone(), Vec::new())]);
    assert!(second.as_ref().is_none_or(|it| it == &[Vec::<u8>::new()]), "{second:?}");
}

fn adopted(record: &Frozen) -> Vec<String> {
    record.deliberating().unwrap().adopted().unwrap().0.into_iter().map(|it| it.option).collect()
}

fn page(bytes: Option<Vec<u8>>) -> String {
    String::from_utf8(bytes.expect("the layout and the data fit")).unwrap()
}

/// What no page says of people who registered themselves.
const CLAIMS_TOO_MUCH: [&str; 9] = [
    "residents' vote",
    "residents’ vote",
    "vote of the residents",
    "representative",
    "representatie",
    "bewonersstem",
    "inwonersstem",
    "stem van de inwoners",
    "stem van de bewoners",
];

/// A page of people who registered themselves says so, and nothing that claims more.
#[track_caller]
fn says_what_they_are(lang: Lang, page: &str) {
    let said = match lang {
        Lang::En => "drawn from people who registered themselves",
        Lang::Nl => "geloot uit mensen die zichzelf hebben aangemeld",
    };
    let low = page.to_lowercase();
    assert!(low.contains(said) && low.contains("burgerpanel"), "{page}");
    assert!(CLAIMS_TOO_MUCH.iter().all(|words| !low.contains(words)), "{page}");
}

/// Bergen op Zoom: what a panel that registered itself says is asked beside everything, and nothing is adopted by it. If
/// they vote all the same, every page says who they are.
#[test]
fn a_panel_that_registered_itself_is_called_so_on_every_page_and_its_consultation_adopts_nothing() {
    let fixture = practice("bergen-op-zoom");
    let asked = Freezing { date: "2027-05-01", ..fixture.freezing() };
    let frozen = drawn(&fixture).deliberating().unwrap().freeze_ballot(&asked).unwrap();
    assert_eq!(frozen.ready.registered.as_deref(), fixture.expected()["frame"].as_str());
    let line = frozen.act.line.to_string();
    let record = act(drawn(&fixture), |it| it.freeze_ballot(&asked).map(|it| it.act));
    let participants = whole(&fixture, "participants");
    let consulting = Consulting {
        about: name_of(&fixture),
        counts: fixture.source("consultation.csv"),
        how: Some("een vragenlijst aan het burgerpanel"),
        participants,
        from: Some("2027-04-01"),
        until: Some("2027-04-30"),
        date: "2027-05-01",
    };
    let record = act(record, |it| it.consult(&consulting).map(|it| it.act));
    let acts = record.deliberating().unwrap();
    assert!(adopted(&record).is_empty());
    assert_eq!(refused(acts.agree(&Agreeing { date: "2027-05-02", ..Agreeing::default() })), ["J-55"]);
    let fed = Counting { counts: Some(fixture.source("consultation.csv")), ..counting_of(&fixture) };
    assert_eq!(refused(acts.tally(&fed)), ["J-39"]);
    // Both programs say it of the record, and what is frozen and not counted stands on the public account.
    let told = verify(&record.folder, &Known::default());
    let told = &told.claims.iter().find(|it| it.id == Id::Source).unwrap().remarks;
    let own = Remark::SelfRegistered { frame: "burgerpanel".into() };
    assert!(told.contains(&own), "{told:?}");
    let temp = tempfile::tempdir().unwrap();
    write(&record.folder, temp.path());
    if let Some(output) = run::second(&[temp.path().to_str().unwrap()]) {
        let said = run::text(&output.stdout);
        assert!(
            said.contains("drawn from people who registered themselves, not from the population"),
            "{said}"
        );
    }
    let public = Account::of(&record.folder, None).unwrap();
    assert_eq!(public.uncounted, [("peiling".to_owned(), 1, "2027-05-01".to_owned())]);
    for (lang, open) in [(Lang::En, "has not been counted"), (Lang::Nl, "niet geteld")] {
        says_what_they_are(lang, &remark(lang, &own));
        let shown = account::page(lang, &public, account::Ask::default()).unwrap();
        says_what_they_are(lang, &shown);
        assert!(shown.contains(open), "{shown}");
        says_what_they_are(lang, &page(pages::sheets(lang, &frozen.ready, Some(&line))));
        let draft = page(pages::sheets(lang, &frozen.ready, None));
        says_what_they_are(lang, &draft);
        let draft_of = ["A draft: nothing has been frozen", "Een ontwerp: er is niets vastgelegd"];
        assert!(draft_of.iter().any(|said| draft.matches(said).count() == 3), "{draft}");
    }
    // Counted, agreed on and followed: the same on each page.
    let vote = record.deliberating().unwrap().tally(&counting_of(&fixture)).unwrap();
    let record = record.after(&vote.act.patch);
    assert_eq!(Account::of(&record.folder, None).unwrap().uncounted, []);
    let (record, agreement) = agreed(&fixture, record);
    let (handed, term, by) = (Some("2027-05-01"), Some("5 weeks"), Some("gemeenteraad"));
    let replies = Some(source("option,date,answer\n2,2027-05-20,adopts\n"));
    let asked = Following { replies, handed, term, by, date: "2027-06-01", ..Following::default() };
    let (record, replies) = followed(record, &asked);
    for lang in [Lang::En, Lang::Nl] {
        says_what_they_are(lang, &page(pages::decisions(lang, &vote)));
        says_what_they_are(lang, &page(pages::agreement(lang, &agreement)));
        says_what_they_are(lang, &page(pages::tracker(lang, &replies, "2027-06-01")));
    }
    sound(&record);
    // Of people who were drawn from a register nothing of it is said.
    let other = panel(10, Some("[programme]\nname = \"Burgerpanel\"\n"));
    let ready = other.deliberating().unwrap().freeze_ballot(&freezing(RULE, OPTIONS)).unwrap().ready;
    assert_eq!(ready.registered, None);
    assert!(!page(pages::sheets(Lang::En, &ready, Some("line"))).contains("registered themselves"));
}

/// Someren and Zaanstad: topics that end somewhere, groups with people who know the matter from their own life, stories
/// beside what was adopted, and answers in part or later.
#[test]
fn tables_bring_topics_and_stories_and_are_answered() {
    for name in ["someren", "zaanstad"] {
        let fixture = practice(name);
        let files =
            (fixture.source("topics.csv"), fixture.source("merges.csv"), Some(fixture.source("points.csv")));
        let sorted = drawn(&fixture).deliberating().unwrap().sort_topics(files, None, "2027-04-01").unwrap();
        let ranking: Vec<String> = sorted.ranks.iter().map(|it| it.topic.clone()).collect();
        assert_eq!(ranking, texts(&fixture, "ranking"), "{name}");
        assert_eq!(sorted.topics.len(), sorted.ranks.len() + sorted.merges.len(), "none vanishes");
        let record = act(drawn(&fixture), |it| it.sort_topics(files, None, "2027-04-01").map(|it| it.act));
        let record = counted(&fixture, record);
        let (record, agreement) = agreed(&fixture, record);
        assert_eq!(adopted(&record), texts(&fixture, "adopted"), "{name}");
        let stories = page(pages::agreement(Lang::Nl, &agreement));
        let told = &fixture.files["stories.csv"];
        for row in told.lines().skip(1) {
            assert!(stories.contains(row.rsplit(',').next().unwrap()), "{name}: {row}");
        }
        let asked = Following {
            replies: fixture.maybe("replies.csv"),
            handed: Some("2027-05-01"),
            term: Some("6 weeks"),
            by: Some("college"),
            date: "2027-06-30",
            ..Following::default()
        };
        let (record, found) = followed(record, &asked);
        let due = found.due.as_ref().unwrap().day().to_string();
        assert_eq!(due, fixture.expected()["due"].as_str().unwrap(), "{name}");
        assert_eq!(found.replies.len(), texts(&fixture, "adopted").len(), "every adopted option has its row");
        sound(&record);
        // A story by which somebody can be reached is refused.
        let telling = "table,option,text\n1,,Bel mij op 06-12345678\n";
        let asked = Agreeing {
            stories: Some(source(telling)),
            because: Some("nog een verhaal"),
            date: "2027-07-01",
            ..Agreeing::default()
        };
        assert_eq!(refused(record.deliberating().unwrap().agree(&asked)), ["J-07"], "{name}");
    }
}

/// IJmond: three councils of nine, of which each sends two; one more is willing and stands ready.
#[test]
fn three_councils_send_two_delegates_each_with_an_alternate() {
    let fixture = practice("ijmond");
    for (n, council) in texts(&fixture, "councils").iter().enumerate() {
        let record = drawn(&fixture);
        let codes = column(&record.folder, "public/draws/1/panel.csv", 0);
        let (places, willing) = (whole(&fixture, "delegates"), whole(&fixture, "willing") as usize);
        let list = format!("code\n{}\n", codes[n..n + willing].join("\n"));
        let way = Way::Lot(Chance::Text);
        let record = act(record, |it| {
            it.freeze_willing(council, source(&list), (places, way), "2027-05-01").map(|it| it.act)
        });
        let words = Evidence::text(&format!("een twee drie {council}")).unwrap();
        let group = record.deliberating().unwrap().draw_group(council, &words, "2027-05-02").unwrap();
        let standing: Vec<&str> = group.group.iter().map(|it| it.standing.word()).collect();
        assert_eq!(standing, ["delegate", "delegate", "alternate"], "{council}");
        let record = record.after(&group.act.patch);
        let next = record.deliberating().unwrap();
        let next = next.next_delegate(council, &group.group[1].code, "2027-05-03").unwrap();
        assert_eq!(next.called.as_deref(), Some(group.group[2].code.as_str()));
        let record = record.after(&next.act.patch);
        // After the alternate nobody is left to be called, and the place stays empty.
        let last = record.deliberating().unwrap();
        let last = last.next_delegate(council, &group.group[2].code, "2027-05-04").unwrap();
        assert_eq!(last.called, None);
        let record = record.after(&last.act.patch);
        sound(&record);
    }
}

/// Samspraak: complaints and objections with what became of them, which nobody takes off the list; stories beside, not counted.
#[test]
fn complaints_and_objections_stay_on_the_list_with_their_outcome() {
    let fixture = practice("samspraak");
    let record = counted(&fixture, drawn(&fixture));
    let (record, agreement) = agreed(&fixture, record);
    assert_eq!(agreement.stories.len() as u64, whole(&fixture, "stories"));
    let log = |name, date| Following { log: fixture.maybe(name), date, ..Following::default() };
    let (record, _) = followed(record, &log("log.csv", "2027-05-10"));
    let (record, found) = followed(record, &log("log-later.csv", "2027-06-05"));
    assert_eq!(found.log.len() as u64, whole(&fixture, "log"));
    let tracker = page(pages::tracker(Lang::Nl, &found, "2027-06-05"));
    for said in ["de zaal was niet toegankelijk", "klacht", "bezwaar", "incident", "ongegrond", "2 juni 2027"]
    {
        assert!(tracker.contains(said), "{said}: {tracker}");
    }
    // Taking one off is refused, and so is a deadline that has passed no ground to take it off.
    let acts = record.deliberating().unwrap();
    assert_eq!(refused(acts.follow(&log("log.csv", "2027-06-06"))), ["J-54"]);
    sound(&record);
    let mut cut = record.folder.clone();
    let last = column(&cut, "public/acts/5/log.csv", 2);
    assert_eq!(last.len(), 3);
    let text = String::from_utf8(cut["public/acts/5/log.csv"].clone()).unwrap();
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains("objection")).collect();
    cut.insert("public/acts/5/log.csv".into(), format!("{}\n", kept.join("\n")).into_bytes());
    refit(&mut cut);
    assert_eq!(failed(&cut, &[]), [35]);
    assert!(second(&[(cut, Vec::new())]).is_none_or(|it| it == [vec![35]]));
}

/// Arnhem: each of ten tables has its story beside the option that it is about, as it was told.
#[test]
fn every_table_has_its_story_as_it_was_told() {
    let fixture = practice("arnhem");
    let record = counted(&fixture, drawn(&fixture));
    let (record, agreement) = agreed(&fixture, record);
    assert_eq!(adopted(&record), texts(&fixture, "adopted"));
    let tables: std::collections::BTreeSet<&str> =
        agreement.stories.iter().map(|it| it.table.as_str()).collect();
    assert_eq!(tables.len() as u64, whole(&fixture, "tables"));
    let shown = page(pages::agreement(Lang::Nl, &agreement));
    for story in &agreement.stories {
        assert!(shown.contains(&story.text), "{}", story.text);
    }
    sound(&record);
    // A story that is changed afterwards is seen, in the line of its act.
    let noted = agreement.act.as_ref().unwrap().line.to_string();
    let mut other = record.folder.clone();
    replace(&mut other, "public/acts/3/stories.csv", "Hier ken ik iedereen", "Hier ken ik niemand");
    refit(&mut other);
    assert!(!failed(&other, &[&noted]).is_empty() && failed(&record.folder, &[&noted]).is_empty());
}

/// GALA: five answers and two phases of a ladder, of which the later one is lower, with the answer of whoever organises; the
/// reply came a week after the promised day.
#[test]
fn a_charter_keeps_its_five_answers_and_its_promise_of_a_reply() {
    let fixture = practice("gala");
    let charter =
        Charter::read("charter.toml", fixture.files["charter.toml"].as_bytes(), &mut Found::default());
    let warned = charter.unwrap().warnings(Around { lottery: true, quotas: None });
    let names: Vec<&str> = warned.iter().map(|it| it.warning.word()).collect();
    assert_eq!(names, texts(&fixture, "warnings"));
    assert_eq!(warned.iter().filter(|it| it.answer.is_some()).count(), 1);
    let record = drawn(&fixture);
    let of_charter = |date| Freezing { options: fixture.maybe("options.csv"), date, ..Freezing::default() };
    let told = |date| -> Vec<&str> {
        let acts = record.deliberating().unwrap();
        let found = acts.freeze_ballot(&of_charter(date)).unwrap().ready.found;
        found.wrongs.iter().map(|it| it.what.code()).collect()
    };
    // On the first day nobody can have worked on the options; after the last one the panel has no task any more.
    assert_eq!(told("2027-04-01"), ["J-104"]);
    assert_eq!(told("2027-04-02"), [""; 0]);
    assert_eq!(told("2027-06-30"), [""; 0]);
    assert_eq!(told("2027-07-01"), ["J-103"]);
    let record = act(record, |it| it.freeze_ballot(&of_charter("2027-05-01")).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting_of(&fixture)).map(|it| it.act));
    let (record, _) = agreed(&fixture, record);
    assert_eq!(adopted(&record), texts(&fixture, "adopted"));
    let asked = Following {
        replies: fixture.maybe("replies.csv"),
        handed: Some("2027-06-01"),
        date: "2027-07-20",
        ..Following::default()
    };
    let (record, found) = followed(record, &asked);
    let due = found.due.as_ref().unwrap();
    assert_eq!(
        (due.day().to_string().as_str(), due.by.as_str()),
        (fixture.expected()["due"].as_str().unwrap(), "gemeenteraad")
    );
    let late = whole(&fixture, "late");
    assert!(found.replies.iter().all(|(_, state)| *state == State::AnsweredLate(late)));
    sound(&record);
    // Without one of the five answers nothing is frozen.
    let less = fixture.files["charter.toml"].replace("form = \"drie avonden\"\n", "");
    let mut lacking = Found::default();
    assert!(Charter::read("charter.toml", less.as_bytes(), &mut lacking).is_none());
    assert_eq!(lacking.wrongs[0].what.code(), "J-70");
}
