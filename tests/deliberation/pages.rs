//! Pages to print: whole, escaped, in both languages.

use crate::support::*;
use geloot::assembly::acts::{Agreeing, Counting, Following};
use geloot::words::catalogue::Lang;
use geloot::words::deliberation::pages;

/// A page that is whole, has these words, and no text of a file that a browser would read as anything else.
fn sound(page: Option<Vec<u8>>, words: &[&str]) {
    let page = String::from_utf8(page.expect("the layout and the data fit")).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    // No key that lacks its sentence, nothing of the layout that is left, nothing from elsewhere.
    for odd in ["{{", "{%", ">[", "<script", "http:", "https:", "src=", "<b>bold"] {
        assert!(!page.contains(odd), "{odd}:\n{page}");
    }
    for word in words {
        assert!(page.contains(word), "{word}:\n{page}");
    }
}

#[test]
fn every_page_is_whole_and_takes_no_text_for_its_layout() {
    let options = "option,text\n1,\"Build <script>alert(1)</script> & \"\"homes\"\"\"\n2,<b>bold</b> plans\n3,More buses\n";
    let record = panel(10, None);
    let frozen = record.deliberating().unwrap().freeze_ballot(&freezing(RULE, options)).unwrap();
    let line = frozen.act.line.to_string();
    for (lang, title) in [(Lang::En, "Voting paper"), (Lang::Nl, "Stembriefje")] {
        sound(
            pages::sheets(lang, &frozen.ready, Some(&line)),
            &[title, "&lt;script&gt;", "&lt;b&gt;bold", &line],
        );
    }
    let record = record.after(&frozen.act.patch);
    let counted = record.deliberating().unwrap().tally(&counting("raad", COUNTS, PRESENT)).unwrap();
    for (lang, class, share) in
        [(Lang::En, "adopted", "6 of 9 (66.6 %)"), (Lang::Nl, "aangenomen", "6 van 9 (66,6 %)")]
    {
        sound(pages::decisions(lang, &counted), &[class, share, "&lt;script&gt;"]);
    }
    // A recount says so, and shows what is in no base; consensus says what adopted.
    let easy = RULE.replace("1/2\"\nthan", "1/1\"\nthan").replace("consensus = false", "consensus = true");
    let other = act(panel(10, None), |it| it.freeze_ballot(&freezing(&easy, OPTIONS)).map(|it| it.act));
    let counts = "option,count,for,against,neutral,blank,invalid\n1,1,6,0,1,2,0\n1,2,6,0,1,1,1\n2,1,3,5,1,0,0\n\
        2,2,3,5,1,0,0\n3,1,9,0,0,0,0\n3,2,9,0,0,0,0\n";
    let other = act(other, |it| it.tally(&counting("raad", counts, PRESENT)).map(|it| it.act));
    let again = Counting { again: Some("a <b>bold</b> slip"), ..counting("raad", counts, PRESENT) };
    let again = other.deliberating().unwrap().tally(&again).unwrap();
    let words = [
        "This is a recount. Act 2",
        "a &lt;b&gt;bold",
        "adopted, as nobody was against",
        "1–2 blank; 0–1 invalid",
    ];
    sound(pages::decisions(Lang::En, &again), &words);
    let record = record.after(&counted.act.patch);
    let agreeing = Agreeing {
        minority: Some(source("option,text,supporters\n2,We <b>bold</b> few,1\n")),
        stories: Some(source("table,option,text\n4,1,A <b>bold</b> story\n,,Another\n")),
        because: None,
        date: "2027-05-03",
    };
    let agreement = record.deliberating().unwrap().agree(&agreeing).unwrap();
    for (lang, words) in
        [(Lang::En, ["A minority says", "1 person"]), (Lang::Nl, ["Een minderheid zegt", "1 persoon"])]
    {
        sound(pages::agreement(lang, &agreement), &[words[0], words[1], "A &lt;b&gt;bold&lt;", "Another"]);
    }
    let record = record.after(&agreement.act.unwrap().patch);
    let asked = Following {
        replies: Some(source("option,date,answer,reason\n1,2027-07-01,deviates,too <b>bold</b>\n")),
        log: Some(source(
            "date,kind,about,from,until,outcome,decided,by\n2027-05-11,objection,the <b>bold</b> roll,member,,,,\n",
        )),
        handed: Some("2027-05-10"),
        term: Some("5 weeks"),
        by: Some("the council"),
        date: "2027-07-02",
    };
    let followed = record.deliberating().unwrap().follow(&asked).unwrap();
    for (lang, late) in [(Lang::En, "17 days late"), (Lang::Nl, "17 dagen te laat")] {
        sound(pages::tracker(lang, &followed, "2027-07-02"), &[late, "too &lt;b&gt;", "the &lt;b&gt;"]);
    }
}

/// Whoever reads what was agreed on sees by which rule, and of what each share is.
#[test]
fn an_agreement_shows_the_rule_of_each_vote_and_what_its_shares_are_of() {
    let agreed = |record: &geloot::assembly::Frozen| {
        let agreeing = Agreeing { date: "2027-05-03", ..Agreeing::default() };
        let agreement = record.deliberating().unwrap().agree(&agreeing).unwrap();
        [Lang::En, Lang::Nl].map(|lang| pages::agreement(lang, &agreement))
    };
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act));
    let record = act(record, |it| it.tally(&counting("raad", COUNTS, PRESENT)).map(|it| it.act));
    let points = "[[ballot]]\nname = \"geld\"\nkind = \"points\"\nentitled = [\"drawn\"]\nsecrecy = \"shown\"\n\
        each = 3\nall = 6\nadopt = \"2 best\"\nties = \"all\"\nquorum = \"none\"\n";
    let [_, dutch] = agreed(&record);
    let page = String::from_utf8(dutch.unwrap()).unwrap();
    assert!(page.contains("6 van 9 (66,6 %)</p>"), "of one vote nobody asks which: {page}");
    let more = "option,text\na,Trees\nb,Paths\nc,Ponds\n";
    let record = act(record, |it| {
        it.freeze_ballot(&geloot::assembly::acts::Freezing { date: "2027-05-02", ..freezing(points, more) })
            .map(|it| it.act)
    });
    let counts = "option,count,points\na,1,20\na,2,20\nb,1,1\nb,2,1\nc,1,0\nc,2,0\n";
    let counted = record.deliberating().unwrap().tally(&counting("geld", counts, PRESENT)).unwrap();
    for (lang, head) in [(Lang::En, ">Points<"), (Lang::Nl, ">Punten<")] {
        sound(pages::decisions(lang, &counted), &[head]);
    }
    let [english, dutch] = agreed(&record.after(&counted.act.patch));
    let words = [
        "least 1&#x2f;2 of",
        "Each fraction is of",
        "20 points",
        "1 point <",
        "(ballot geld)",
        "(ballot raad)",
    ];
    sound(english, &words);
    let words = [
        "minstens 1&#x2f;2 van de stemmen",
        "Elke breuk is van de stemmen",
        "20 punten",
        "1 punt <",
        "(stemming geld)",
    ];
    sound(dutch, &words);
    // What nobody's vote against adopted is not shown as a share that was met.
    let easy = RULE.replace("1/2\"\nthan", "1/1\"\nthan").replace("consensus = false", "consensus = true");
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(&easy, OPTIONS)).map(|it| it.act));
    let counts = COUNTS.replace(",6,2,1", ",6,0,1");
    let record = act(record, |it| it.tally(&counting("raad", &counts, PRESENT)).map(|it| it.act));
    let [english, _] = agreed(&record);
    sound(english, &["adopted, as nobody was against: 6 of 7"]);
}

/// A list that one A4 does not hold as it is: by what became of the points, in letters that can be read, with all its words.
#[test]
fn a_long_list_of_decisions_stands_by_what_became_of_the_points() {
    let long = "that the council takes up before the budget of next year is voted on ".repeat(3);
    let page = |points: usize, text: &str| {
        let options: String = (1..=points).map(|i| format!("{i},Point {i} {text}\n")).collect();
        let counts: String = (1..=points)
            .flat_map(|i| [1, 2].map(|n| format!("{i},{n},{},{},0\n", i % 9, 9 - i % 9)))
            .collect();
        let record = panel(10, None);
        let options = format!("option,text\n{options}");
        let record = act(record, |it| it.freeze_ballot(&freezing(RULE, &options)).map(|it| it.act));
        let counts = format!("option,count,for,against,neutral\n{counts}");
        let counted = record.deliberating().unwrap().tally(&counting("raad", &counts, PRESENT)).unwrap();
        [Lang::En, Lang::Nl].map(|lang| String::from_utf8(pages::decisions(lang, &counted).unwrap()).unwrap())
    };
    let [english, dutch] = page(136, &long);
    // 5 to 8 of 9 are at least half: 4 of 9 points, in each nine.
    for (page, groups) in
        [(&english, ["Adopted (60)", "Rejected (76)"]), (&dutch, ["Aangenomen (60)", "Afgewezen (76)"])]
    {
        let at = groups.map(|words| page.find(words).unwrap_or_else(|| panic!("{words}: {page}")));
        assert!(at.is_sorted());
        assert!(
            page.contains("font-size: 7.5pt")
                && page.contains("line-clamp: 1;")
                && page.contains("columns: 2")
        );
        assert_eq!(page.matches(long.trim()).count(), 136, "every text is there as a whole");
        assert!(page.contains("acts&#x2f;1&#x2f;options.csv"), "where a text stands whole");
    }
    let [short, _] = page(136, "");
    assert!(short.contains("line-clamp: 1;") && !short.contains("options.csv"));
    let [plain, _] = page(20, "");
    assert!(!plain.contains("line-clamp") && plain.contains("5 of 9 (55.5 %)"));
}

/// A count in which all voted alike tells how each voted, and says so on the page; and where nobody has a share, none is rounded.
#[test]
fn a_unanimous_count_is_a_note_and_a_list_without_shares_has_no_percentages() {
    let texts = "option,text\na,Trees\nb,Paths\nc,Ponds\n";
    let of = |kind: &str| {
        format!(
            "[[ballot]]\nname = \"geld\"\nkind = {kind}\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
            adopt = \"2 best\"\nties = \"all\"\nquorum = \"none\"\n"
        )
    };
    let page = |rule: &str, options: &str, counts: &str| {
        let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(rule, options)).map(|it| it.act));
        let name = if rule == RULE { "raad" } else { "geld" };
        let counted = record.deliberating().unwrap().tally(&counting(name, counts, PRESENT)).unwrap();
        let alike: Vec<String> = counted.unanimous().into_iter().map(str::to_owned).collect();
        let pages = [Lang::En, Lang::Nl].map(|lang| pages::decisions(lang, &counted).unwrap());
        (alike, pages.map(|page| String::from_utf8(page).unwrap()))
    };
    let (points, choose) = (of("\"points\"\neach = 3\nall = 6"), of("\"choose\"\nmost = 2"));
    // Nine people: each gave the most to a, nobody anything to c; nine points for b can be given in many ways.
    let counts = "option,count,points\na,1,27\na,2,27\nb,1,9\nb,2,9\nc,1,0\nc,2,0\n";
    let (alike, [english, dutch]) = page(&points, texts, counts);
    assert_eq!(alike, ["a", "c"]);
    assert!(english.contains("Everybody voted alike on &quot;a&quot; and &quot;c&quot;"), "{english}");
    assert!(dutch.contains("Over &quot;a&quot; en &quot;c&quot; stemde iedereen hetzelfde"), "{dutch}");
    assert!(!english.contains("ercentages") && !dutch.contains("ercentages"));
    let counts = "option,count,votes,blank\na,1,9,0\na,2,9,0\nb,1,9,0\nb,2,8,0\nc,1,0,0\nc,2,0,0\n";
    let (alike, [english, _]) = page(&choose, texts, counts);
    assert_eq!(alike, ["a", "c"], "of b the counts differ");
    assert!(!english.contains("ercentages"));
    let (alike, [english, dutch]) = page(RULE, OPTIONS, COUNTS);
    assert_eq!(alike, ["3"]);
    assert!(english.contains("Percentages are rounded down") && dutch.contains("naar beneden afgerond"));
}

/// A word is whole in its cell; one that is longer than any, or an address, breaks where it must.
#[test]
fn only_long_words_break_in_a_cell() {
    let long = "council.example/one/two/three/four/five/six/seven/eight/nine/ten.pdf";
    let options =
        format!("option,text\n1,See {long} & \"more\"\ntown-hall-for-everybody-2027,More\n3,Buses\n");
    let record = panel(10, None);
    let frozen = record.deliberating().unwrap().freeze_ballot(&freezing(RULE, &options)).unwrap();
    let escaped = long.replace('/', "&#x2f;");
    let words =
        [format!("See <span class=\"word\">{escaped}"), "town-hall-for-everybody-2027. More".to_owned()];
    sound(pages::sheets(Lang::En, &frozen.ready, None), &[&words[0], &words[1]]);
}
