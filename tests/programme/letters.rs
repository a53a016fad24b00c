//! What is due for letters, of registers that are read whole or part by part.

use geloot::assembly::Source;
use geloot::assembly::programme::letters::{INVITATION, REGISTER, STRATA};
use geloot::assembly::programme::{By, DueLetters, Letters, List, No, Programme};
use geloot::bundle::Folder;
use geloot::invite::scan::Text;
use geloot::programme::Day;

const RULES: &[u8] = b"name = 'Proef'\nletters = { again-after = '48 months' }\n[[frame]]\nname = 'inwoners'\nkind = 'register'\n";

/// A ledger in which 25 of 40 people had a letter.
fn ledger() -> Folder {
    let begun = Programme::begin(RULES, day("2027-01-01"), [7; 32], [8; 32]).unwrap();
    let mut folder = Folder::new();
    begun.patch.apply_to(&mut folder);
    let mut had = "id,date,event\n".to_owned();
    (0..25).for_each(|i| had.push_str(&format!("p{i:03},2027-02-01,letter\n")));
    let by = By { date: day("2027-02-01"), title: None, frame: None, random: [9; 32], as_given: false };
    let list = Source { name: "letters.csv", bytes: had.as_bytes() };
    let added = Programme::open(folder.clone(), None).unwrap().add_events(list, &by).unwrap();
    added.patch.apply_to(&mut folder);
    folder
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A register of millions is read part by part: the lists are those of one that is read whole, whatever the parts.
#[test]
fn a_register_read_part_by_part_gives_the_same_lists() {
    let folder = ledger();
    let mut register = "id;kern;straat\n".to_owned();
    (0..40).rev().for_each(|i| register.push_str(&format!("p{i:03};k{};\"weg; {i}\"\n", i % 3)));
    let due = |letters: u64, text: &str, step: Option<usize>| {
        let asked = Letters { letters, by: Some("kern"), wanted: None };
        let lying = Text { name: "register.csv", bytes: text.as_bytes() };
        let list = match step {
            Some(step) => List::Far(&lying, step),
            None => List::Whole(Source { name: "register.csv", bytes: text.as_bytes() }),
        };
        Programme::open(folder.clone(), None).unwrap().due_letters(
            &asked,
            None,
            list,
            None,
            day("2027-08-01"),
        )
    };
    // Of 40 people 15 are open: 30 letters are certain for some.
    for letters in [6, 30] {
        let whole = due(letters, &register, None).unwrap();
        for step in [200, 400, 1 << 20] {
            let far = due(letters, &register, Some(step)).unwrap();
            for name in [INVITATION, STRATA, REGISTER] {
                assert_eq!(far.files.get(name), whole.files.get(name), "{name}, {letters} letters, {step}");
            }
            assert_eq!(far.files.contains_key(REGISTER), letters == 30);
            for name in whole.long.names() {
                let all = |due: &DueLetters| due.long.parts(name).collect::<Vec<_>>().concat();
                assert_eq!(all(&far), all(&whole), "{name}, {letters} letters, {step}");
            }
            assert_eq!((far.drawn, far.certain, far.gone), (whole.drawn, whole.certain, whole.gone));
            assert_eq!(far.faults.iter().count(), whole.faults.iter().count());
            assert!(whole.files.contains_key("pool.csv") && !far.files.contains_key("pool.csv"));
        }
    }
    // What is to be said of a row has its number, wherever the parts end.
    let twice = format!("{register}p007;k1;x\n");
    let said = |step| match due(6, &twice, step) {
        Err(No::Faults(faults)) => format!("{faults:?}"),
        other => panic!("{:?}", other.err()),
    };
    assert_eq!(said(Some(200)), said(None));
}

/// Numbers of the population register, which pass its tests.
fn anumbers(count: usize) -> Vec<String> {
    let passes = |number: &u64| {
        let digits: Vec<u64> = number.to_string().bytes().map(|b| u64::from(b - b'0')).collect();
        let weighed: u64 = digits.iter().enumerate().map(|(at, digit)| digit << at).sum();
        digits.windows(2).all(|pair| pair[0] != pair[1])
            && matches!(digits.iter().sum::<u64>() % 11, 0 | 5)
            && weighed.is_multiple_of(11)
    };
    (2_010_101_010u64..).filter(passes).take(count).map(|number| number.to_string()).collect()
}

/// People of a register are known by their A-numbers here as they are where a frame is made, whole or part by part; a pool
/// that nobody would accept is not written. Citizen service numbers are refused.
#[test]
fn a_register_of_a_numbers_is_read_and_one_of_citizen_service_numbers_is_not() {
    let begun = Programme::begin(RULES, day("2027-01-01"), [7; 32], [8; 32]).unwrap();
    let mut folder = Folder::new();
    begun.patch.apply_to(&mut folder);
    let due = |text: &str, step: Option<usize>| {
        let asked = Letters { letters: 6, by: Some("kern"), wanted: None };
        let lying = Text { name: "register.csv", bytes: text.as_bytes() };
        let list = match step {
            Some(step) => List::Far(&lying, step),
            None => List::Whole(Source { name: "register.csv", bytes: text.as_bytes() }),
        };
        let programme = Programme::open(folder.clone(), None).unwrap();
        let heading = text.split(';').next();
        programme.due_letters(&asked, None, list, heading, day("2027-08-01"))
    };
    let register = |heading: &str, numbers: &[String]| {
        let rows: String = numbers.iter().enumerate().map(|(i, n)| format!("{n};k{};x\n", i % 3)).collect();
        format!("{heading};kern;straat\n{rows}")
    };
    let numbers = anumbers(40);
    for heading in ["anummer", "nummer"] {
        let text = register(heading, &numbers);
        for step in [None, Some(300)] {
            let made = due(&text, step).unwrap();
            assert!(made.files.contains_key(INVITATION) && !made.files.contains_key("pool.csv"), "{heading}");
        }
    }
    let citizen = |number: &u64| {
        let digit = |at: u32| (number / 10u64.pow(8 - at) % 10) as i64;
        (0..9).map(|at| digit(at) * if at == 8 { -1 } else { 9 - i64::from(at) }).sum::<i64>() % 11 == 0
    };
    let citizens: Vec<String> =
        (123_000_000u64..).filter(citizen).take(40).map(|number| number.to_string()).collect();
    for heading in ["bsn", "nummer"] {
        match due(&register(heading, &citizens), None) {
            Err(No::Faults(faults)) => assert!(format!("{faults:?}").contains("CitizenNumbers"), "{heading}"),
            other => panic!("{:?}", other.err()),
        }
    }
}
