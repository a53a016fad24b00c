//! The whole way from a register to letters, beside plain sums over lists in memory.

use super::circle::{Circles, Keys, is_drawn};
use super::frame::{Eligible, Frame, Place, Register, frame};
use super::persons::{List, Sums};
use super::rows::{Columns, Home, Reader, Strata};
use super::scan::{Alone, Heap, Text};
use super::tables;
use super::wrong::What;
use super::{Half, Key, LARGEST_HOME, Letter, Wrongs, addresses, circle, person, persons, rank};
use crate::base::digest::Digest;
use crate::base::fault::{Place as At, Rows};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

mod weights;

const REGISTER: &str = "key,place,born,since,flag,postcode,number,addition
0042,north,1970-05-05,2001-01-01,0,1234AB,12,A
0007,north,1970-05-05,2001-01-01,0,1234 ab,12,-a
0100,north,1970-05-05,2001-01-01,0,1234AB,14,
0101,south,1970-05-05,2001-01-01,0,,,
0102,north,1970-05-05,2001-01-01,0,1234AC,1,
";

fn columns() -> Columns {
    let name = |name: &str| vec![name.to_owned()];
    Columns {
        key: Some(name("key")),
        strata: vec![name("place")],
        born: Some(name("born")),
        since: Some(name("since")),
        flag: Some(name("flag")),
        home: Some(Home::Address(name("postcode"), name("number"), Some(name("addition")))),
        weight: None,
    }
}

fn strata(names: &[&str]) -> Strata {
    Strata::new(vec!["place".into()], names.iter().map(|n| vec![(*n).to_owned()]).collect()).unwrap()
}

/// The frame of these registers and the sealed list of people.
fn framed(
    texts: &[&str],
    strata: &Strata,
    secret: &Key,
    eligible: &Eligible,
) -> (Option<Frame>, Vec<u8>, Wrongs) {
    let columns = columns();
    let reader = Reader { secret, columns: &columns, strata, reference: None, homes: true, numbered: false };
    let files: Vec<Text<'_>> =
        texts.iter().map(|text| Text { name: "register.csv", bytes: text.as_bytes() }).collect();
    let registers: Vec<Register<'_>> =
        files.iter().map(|file| Register { file, source: "register".into() }).collect();
    let (shelf, mut persons) = (Heap::default(), Vec::new());
    let place = Place { shelf: &shelf, hands: &Alone, persons: &mut persons };
    let (frame, wrongs) = frame(&registers, &reader, eligible, place).unwrap();
    (frame, persons, wrongs)
}

fn hex(digit: u8) -> Key {
    Key::new(&[digit * 17; 32])
}

#[test]
fn the_vectors_of_the_specification() {
    let secret = Key::new(&[0; 32]);
    let (frame, list, wrongs) =
        framed(&[REGISTER], &strata(&["north", "south"]), &secret, &Eligible::default());
    // One of five has no address.
    let mut told = Wrongs::default();
    told.push(What::FewHomes { without: 1, rows: 5, named: false }, At::file("register.csv").row(5));
    assert_eq!(wrongs, told);
    let frame = frame.unwrap();
    let text = String::from_utf8(list.clone()).unwrap();
    let lines: BTreeMap<&str, (&str, &str)> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|cells| (cells[3], (cells[0], cells[1])))
        .collect();
    let letters = Key::new(&[0x11; 32]);
    for (key, due, home, hash) in [
        ("0042", "0e03f668ea515dd0ebf589d6c956749a", "887e2227752b4948e04e5945b6ec3910", "caba0b0d6a6ddfbb"),
        ("0007", "6f5ec2bc9151a74163e1526a8314f37e", "887e2227752b4948e04e5945b6ec3910", "196e55e1b56a26af"),
        ("0100", "ac80e3a41991daf4a705786098f6f1af", "77fcc7f2700489db5604abbdee64c027", "63921c365216da58"),
        ("0101", "5f5be208455f82d298e1b675aa20d77f", "5f5be208455f82d298e1b675aa20d77f", "32b44f3651ecb165"),
        ("0102", "30756a27a54f3f8d144b65bd1ebd6a5c", "816199a28bae72fe039e5b49905b305f", "8468a687d201923b"),
    ] {
        assert_eq!(lines[key], (due, home));
        let person = Half::read(due.as_bytes()).unwrap();
        assert_eq!(person, secret.person(key.as_bytes()));
        assert!(letters.of_half(&person).to_string().starts_with(hash));
    }
    let (person, home) = lines["0042"];
    let half = |text: &str| Half::read(text.as_bytes()).unwrap();
    assert_eq!(
        person::RowDigest::default().of(&half(person).text(), &half(home).text(), b"1", None).to_string(),
        "dcc8941c311921f871a81105527c52822f8c43efaae0ddd385ab39ca7bdc16a4"
    );
    assert_eq!(
        frame.buckets[0].2.to_string(),
        "16818e4051d8dee0576b6296eceb1c67de55060c5095069318d0caba384c4166"
    );
    assert_eq!(
        Digest::of(&tables::frame(&frame.buckets)).to_string(),
        "9e6f15cb69be0725925f90847f4dc92ec0e534ebaaf3d27da4f00fe46dbf199c"
    );
    assert_eq!(frame.people, [4, 1]);
    let sealed = Text { name: "persons.csv", bytes: &list };
    let keys = |letters: Vec<Letter>| letters.into_iter().map(|letter| letter.key).collect::<Vec<_>>();
    let ranked = rank::letters(&of(&sealed), &[4, 0], &letters).unwrap().unwrap();
    assert_eq!(keys(ranked), ["0007", "0100", "0102", "0042"]);
    for (start, due) in
        [(0, ["0100", "0042"]), (1, ["0100", "0042"]), (2, ["0007", "0102"]), (3, ["0007", "0102"])]
    {
        let around = Keys { homes: &hex(2), order: &hex(3) };
        let circles =
            Circles { list: &[2, 0], people: &[4, 1], weights: None, starts: &[start, 0], homes: true };
        let drawn = circle::letters(&of(&sealed), &circles, &around).unwrap().unwrap();
        let mut found = keys(drawn);
        found.sort();
        let mut due = due;
        due.sort();
        assert_eq!(found, due, "{start}");
    }
}

/// A register with every kind of dirt that is no fault: people twice, flags, unknown dates, homes of one to twelve.
fn dirty(people: u32) -> (String, BTreeMap<Half, u8>) {
    let mut text = String::from("key;place;born;since;flag;postcode;number;addition\n");
    let mut grounds = BTreeMap::new();
    let secret = Key::new(&[5; 32]);
    let mut number = 12345u64;
    let mut next = |below: u64| {
        number = number.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (number >> 33) % below
    };
    let places = ["north", "south", "east"];
    for n in 0..people {
        let place = places[next(7).min(2) as usize];
        let born = match next(20) {
            0 => "0000-00-00".to_owned(),
            1 => format!("{}-00-00", 1990 + next(25)),
            2 => format!("20{:02}-{:02}-00", 5 + next(6), 1 + next(12)),
            _ => format!("{}-{:02}-{:02}", 1930 + next(85), 1 + next(12), 1 + next(28)),
        };
        let flag = if next(40) == 0 { "1" } else { "0" };
        // A home for every three people or so, a few large ones.
        let home = if next(25) == 0 { next(3) } else { 100 + next(u64::from(people) / 3 + 1) };
        let (postcode, house) = match next(30) {
            0 => (String::new(), String::new()),
            _ => (format!("{} ab", 1000 + home % 7), home.to_string()),
        };
        let rows = if next(15) == 0 { 2 } else { 1 };
        for row in 0..rows {
            let place = if row == 0 { place } else { places[next(3) as usize] };
            let since = if next(9) == 0 { String::new() } else { format!("20{:02}-01-01", next(20)) };
            text.push_str(&format!(" {n:05} ;{place};{born};{since};{flag};{postcode};\"{house}\";\n"));
        }
        if next(50) == 0 {
            grounds.insert(secret.person(format!("{n:05}").as_bytes()), next(2) as u8);
        }
    }
    // As large as a home can be, and an institution.
    for n in 0..LARGEST_HOME * 2 + 1 {
        let house = if n < LARGEST_HOME { 1 } else { 2 };
        text.push_str(&format!("home{n};south;1980-01-01;2000-01-01;0;9999ZZ;{house};\n"));
    }
    (text, grounds)
}

#[test]
fn a_frame_holds_everybody_once_and_nobody_else() {
    let (text, grounds) = dirty(3_000);
    let secret = Key::new(&[5; 32]);
    let names = strata(&["north", "south", "east", "nowhere"]);
    let eligible = Eligible {
        limit: Some(20_081_201),
        excluded: grounds.iter().map(|(&person, &ground)| (person, usize::from(ground))).collect(),
        grounds: 2,
        listed: Vec::new(),
    };
    let (found, persons, mut wrongs) = framed(&[&text], &names, &secret, &eligible);
    let frame = found.clone().unwrap();
    // Plainly, with all rows in memory.
    let mut of: BTreeMap<Half, Vec<Vec<String>>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<String> = line.split(';').map(|c| c.trim_matches([' ', '"']).to_owned()).collect();
        of.entry(secret.person(cells[0].as_bytes())).or_default().push(cells);
    }
    let place = |cells: &[String]| names.cells.iter().position(|n| n[0] == cells[1]).unwrap() as u32 + 1;
    let home = |cells: &[String]| {
        let mut address = person::Address::default();
        address.set(cells[5].as_bytes(), cells[6].as_bytes(), [&b""[..]]);
        secret.home(place(cells), &address)
    };
    let (mut people, mut tied) = (Vec::new(), BTreeSet::new());
    for (person, mut rows) in of.clone() {
        rows.sort_by_key(|row| (std::cmp::Reverse(row[3].clone()), place(row), home(row).unwrap_or(person)));
        if rows.iter().any(|row| row[3] == rows[0][3] && place(row) != place(&rows[0])) {
            tied.insert(person);
        }
        let flagged = rows.iter().any(|row| row[4] != "0");
        let born = rows[0][2].replace("-00-", "-12-").replace("0000", "9999");
        let born = if born.ends_with("-00") { format!("{}31", &born[..8]) } else { born };
        if !flagged && !grounds.contains_key(&person) && born.as_str() <= "2008-12-01" {
            people.push((person, home(&rows[0]).unwrap_or(person), place(&rows[0])));
        }
    }
    let all = || of.values().flatten();
    let without = all().filter(|row| home(row).is_none()).count();
    // Some of the people made up here settled before they were born.
    wrongs.0.retain(|wrong| wrong.what != What::OddSince { why: "born" });
    let homeless = wrongs.0.remove(0);
    let few = What::FewHomes { without: without as u64, rows: all().count() as u64, named: false };
    assert_eq!(homeless.what, few);
    assert_eq!(homeless.place.rows.count(), without);
    let [told] = &wrongs.0[..] else { panic!("{wrongs:?}") };
    let own = |line: &str| secret.person(line.split(';').next().unwrap().trim_matches([' ', '"']).as_bytes());
    let lines = text.lines().enumerate().skip(1).filter(|(_, line)| tied.contains(&own(line)));
    let due: Rows = lines.map(|(i, _)| i + 1).collect();
    assert_eq!((&told.what, &told.place.rows), (&What::TwoStrata { people: tied.len() as u64 }, &due));
    assert!(due.count() > tied.len());
    let mut size: BTreeMap<Half, u64> = BTreeMap::new();
    people.iter().for_each(|p| *size.entry(p.1).or_default() += 1);
    assert!(size.values().any(|&n| n > LARGEST_HOME) && size.values().any(|&n| n == LARGEST_HOME));
    people.iter_mut().filter(|p| size[&p.1] > LARGEST_HOME).for_each(|p| p.1 = p.0);
    let due: String = people.iter().map(|(p, h, s)| format!("{p},{h},{s}\n")).collect();
    let text = String::from_utf8(persons.clone()).unwrap();
    let without_keys: String =
        text.lines().skip(1).map(|line| format!("{}\n", line.rsplit_once(',').unwrap().0)).collect();
    assert_eq!(without_keys, due);
    assert!(tables::adds_up(&frame.counts), "{:?}", frame.counts);
    let counts = &frame.counts;
    assert!(
        [counts.repeats, counts.confidential, counts.young, counts.doubtful, counts.institutions]
            .into_iter()
            .chain(counts.excluded.iter().copied())
            .all(|count| count > 0)
    );
    assert_eq!(frame.people[3], 0);
    let (sum, _) = tables::sums(&frame.homes, 4);
    assert_eq!(sum, frame.people);
    // The order of rows and of files decides nothing; another secret gives other people.
    let mut lines: Vec<&str> = dirty_lines(&dirty(3_000).0).to_vec();
    lines.reverse();
    let head = "key;place;born;since;flag;postcode;number;addition";
    let (one, two) = lines.split_at(700);
    let halves = [one, two].map(|rows| format!("{head}\n{}\n", rows.join("\n")));
    let (again, same, _) = framed(&[&halves[0], &halves[1]], &names, &secret, &eligible);
    assert_eq!((again, same), (found, persons));
    let (other, _, _) = framed(&[&halves[0], &halves[1]], &names, &Key::new(&[6; 32]), &eligible);
    assert_ne!(other.unwrap().buckets, frame.buckets);
}

fn dirty_lines(text: &str) -> Vec<&'static str> {
    text.to_owned().leak().lines().skip(1).collect()
}

/// A list of people of four strata.
fn of<'a>(file: &'a Text<'a>) -> List<'a> {
    List { file, strata: 4, weighted: false, hands: &Alone, due: None }
}

/// The list of people of a register, and what is needed to draw from it.
fn drawn_from() -> (Vec<u8>, Frame, Vec<(Half, Half, u32)>) {
    let (text, _) = dirty(4_000);
    let names = strata(&["north", "south", "east", "nowhere"]);
    let (frame, persons, _) = framed(&[&text], &names, &Key::new(&[5; 32]), &Eligible::default());
    let list = String::from_utf8(persons.clone()).unwrap();
    let people = list.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let half = |text: &str| Half::read(text.as_bytes()).unwrap();
        (half(cells[0]), half(cells[1]), cells[2].parse().unwrap())
    });
    let people = people.collect();
    (persons, frame.unwrap(), people)
}

#[test]
fn letters_by_rank_are_the_smallest_hashes() {
    let (persons, frame, people) = drawn_from();
    // One stratum has fewer people than its list, one has nobody.
    let list = [50, frame.people[1] + 7, 0, 5];
    let key = hex(9);
    let file = Text { name: "p", bytes: &persons };
    let found = rank::letters(&of(&file), &list, &key).unwrap().unwrap();
    let mut due = Vec::new();
    for stratum in 1..=4u32 {
        let mut own: Vec<(Digest, Half)> =
            people.iter().filter(|p| p.2 == stratum).map(|p| (key.of_half(&p.0), p.0)).collect();
        own.sort();
        due.extend(
            own.into_iter().take(list[stratum as usize - 1] as usize).map(|(hash, p)| (stratum, p, hash)),
        );
    }
    assert_eq!(found.iter().map(|l| (l.stratum, l.person, l.hash)).collect::<Vec<_>>(), due);
    assert_eq!(tables::read_letters(&tables::letters(&found, false), false).unwrap().len(), found.len());
}

#[test]
fn letters_by_circle_are_those_of_the_rule() {
    let (persons, frame, people) = drawn_from();
    let list: Vec<u64> = frame.people.iter().map(|&n| circle::longest(n).min(60)).collect();
    let keys = Keys { homes: &hex(4), order: &hex(8) };
    for round in 0..12u64 {
        // Starts below and above the length of the list, so that place 0 is met on both sides.
        let starts: Vec<u64> = frame.people.iter().map(|&n| (round * round * 7 + round) % n.max(1)).collect();
        let file = Text { name: "p", bytes: &persons };
        let text = of(&file);
        let circles =
            Circles { list: &list, people: &frame.people, weights: None, starts: &starts, homes: true };
        let found = circle::letters(&text, &circles, &keys).unwrap().unwrap();
        let mut due = Vec::new();
        for (s, (&all, &n)) in frame.people.iter().zip(&list).enumerate() {
            let mut around: Vec<(Digest, Half, Half)> = people
                .iter()
                .filter(|p| p.2 == s as u32 + 1)
                .map(|p| (keys.homes.of_half(&p.1), p.1, p.0))
                .collect();
            around.sort();
            let hit = (0..all).filter(|&r| is_drawn(r, n, all, starts[s])).map(|r| around[r as usize]);
            let mut own: Vec<(Digest, Half, Half)> =
                hit.map(|(_, home, person)| (keys.order.of_half(&person), person, home)).collect();
            own.sort();
            assert_eq!(own.len() as u64, n);
            due.extend(own.into_iter().map(|(hash, person, home)| (s as u32 + 1, person, home, hash)));
        }
        assert_eq!(
            found.iter().map(|l| (l.stratum, l.person, l.home, l.hash)).collect::<Vec<_>>(),
            due,
            "{starts:?}"
        );
        let homes: BTreeSet<Half> = found.iter().map(|l| l.home).collect();
        assert_eq!(homes.len(), found.len(), "two letters at one home");
    }
}

#[test]
fn letters_by_address_are_the_first_homes_and_one_of_each() {
    let (persons, frame, people) = drawn_from();
    let (homes, one) = (hex(4), hex(1));
    let list = [40, 2_000, 0, 3];
    let file = Text { name: "p", bytes: &persons };
    let text = of(&file);
    let found = addresses::letters(&text, &list, &homes, &one).unwrap().unwrap();
    let mut due = Vec::new();
    for stratum in 1..=4u32 {
        let mut at: BTreeMap<(Digest, Half), (Digest, Half)> = BTreeMap::new();
        for p in people.iter().filter(|p| p.2 == stratum) {
            let own = (one.of_half(&p.0), p.0);
            let best = at.entry((homes.of_half(&p.1), p.1)).or_insert(own);
            *best = own.min(*best);
        }
        let first = at.into_iter().take(list[stratum as usize - 1] as usize);
        due.extend(first.map(|((hash, home), (_, person))| (stratum, person, home, hash)));
    }
    assert_eq!(found.iter().map(|l| (l.stratum, l.person, l.home, l.hash)).collect::<Vec<_>>(), due);
    let (_, all) = tables::sums(&frame.homes, 4);
    let of_south = found.iter().filter(|l| l.stratum == 2).count() as u64;
    assert_eq!(of_south, all[1].min(2_000));
}

/// The sealed list adds up to the frame, wherever its tasks meet, and anybody is found in it.
#[test]
fn the_list_of_people_adds_up_to_the_frame() {
    let (list, frame, people) = drawn_from();
    let summed = |bytes: &[u8]| of(&Text { name: "p", bytes }).sums().unwrap();
    let file = Text { name: "p", bytes: &list };
    let sums = of(&file).sums().unwrap().unwrap();
    // Who goes through it for something else is told where it is not what it must be.
    let (mut due, count) = (sums.clone(), Mutex::new(0));
    let counting = |due: &Sums| {
        let all = List { due: Some(due), ..of(&file) };
        all.each(&|| 0, &|n, _| *n += 1, &|n, _| {
            *count.lock().unwrap() += n;
            Ok(())
        })
        .unwrap()
    };
    assert!(counting(&due));
    assert_eq!(*count.lock().unwrap(), people.len());
    due.people.swap(0, 1);
    assert!(!counting(&due));
    assert_eq!((sums.buckets, sums.people), (frame.buckets.clone(), frame.people.clone()));
    for (person, home, stratum) in people.iter().step_by(97).chain(people.last()) {
        let (found, of, _) = persons::find(&file, false, person).unwrap().unwrap();
        assert_eq!((found, of), (*home, *stratum));
    }
    assert_eq!(persons::find(&file, false, &Half([0; 16])).unwrap(), None);
    assert_eq!(persons::find(&file, false, &Half([255; 16])).unwrap(), None);
    let (bucket, count, _) = frame.buckets[7];
    assert_eq!(of(&file).bucket(bucket).unwrap().len() as u64, count);
    // Two people in another order, or one twice, are no list.
    let text = String::from_utf8(list).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.swap(5, 6);
    let swapped = lines.join("\n");
    assert_eq!(summed(swapped.as_bytes()), None);
    lines.swap(5, 6);
    lines[6] = lines[5];
    let twice = lines.join("\n");
    assert_eq!(summed(twice.as_bytes()), None);
}

/// Every table is read as it is written, and not with one byte changed in a way that means something else.
#[test]
fn tables_have_one_form() {
    let (persons, frame, _) = drawn_from();
    let grounds = ["drawn before".to_owned(), "moved".to_owned()];
    let mut counted = frame.counts.clone();
    counted.excluded = vec![1, 2];
    let counts = tables::counts(&counted, &grounds);
    assert_eq!(tables::read_counts(&counts).unwrap(), (counted, grounds.to_vec()));
    let people = tables::people(&frame.people, None);
    assert_eq!(
        tables::read_people(&people, 4, false).unwrap(),
        (frame.people.clone(), frame.weights.clone())
    );
    assert!(tables::read_people(&people, 3, false).is_err());
    assert!(tables::read_people(&people, 4, true).is_err());
    let homes = tables::homes(&frame.homes);
    assert_eq!(tables::read_homes(&homes, 4).unwrap(), frame.homes);
    let buckets = tables::frame(&frame.buckets);
    assert_eq!(tables::read_frame(&buckets).unwrap(), frame.buckets);
    let names = strata(&["north", "a,b"]);
    assert_eq!(tables::read_strata(&tables::strata(&names)).unwrap(), names);
    let file = Text { name: "p", bytes: &persons };
    let text = of(&file);
    let letters = rank::letters(&text, &[5, 5, 5, 0], &hex(1)).unwrap().unwrap();
    let list = tables::letters(&letters, true);
    assert_eq!(tables::read_letters(&list, true).unwrap().len(), 15);
    let swap = |bytes: &[u8], from: &str, to: &str| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).into_bytes()
    };
    assert!(tables::read_letters(&swap(&list, "\n1,2,", "\n1,3,"), true).is_err());
    assert!(tables::read_counts(&swap(&counts, "excluded/moved", "excluded/absent")).is_err());
    assert!(tables::read_counts(&swap(&counts, "repeats", "repeat")).is_err());
    assert!(tables::read_people(&swap(&people, "\n1,", "\n01,"), 4, false).is_err());
    assert!(tables::read_frame(&swap(&buckets, "\n000,", "\n00,")).is_err());
    assert!(tables::read_homes(&swap(&homes, "\n1,2,", "\n1,1,"), 4).is_err());
}
