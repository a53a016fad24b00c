//! People with weights: the vectors, every start of many small strata, and which of somebody's rows decides.

use super::*;
use crate::base::fault::Rows;
use crate::invite::weights::Weights;

/// The register of the vectors, each with a weight.
fn weighed() -> String {
    let weights = ["weight", "1", "3", "2", "5", "4"];
    REGISTER.lines().zip(weights).map(|(line, weight)| format!("{line},{weight}\n")).collect()
}

fn with_weights() -> Columns {
    Columns { weight: Some(vec!["weight".to_owned()]), ..columns() }
}

fn framed_with(text: &str, strata: &Strata, secret: &Key) -> (Option<Frame>, Vec<u8>, Wrongs) {
    let columns = with_weights();
    let reader = Reader { secret, columns: &columns, strata, reference: None, homes: true, numbered: false };
    let file = Text { name: "register.csv", bytes: text.as_bytes() };
    let (shelf, mut persons) = (Heap::default(), Vec::new());
    let place = Place { shelf: &shelf, hands: &Alone, persons: &mut persons };
    let register = Register { file: &file, source: "register".into() };
    let (frame, wrongs) = frame(&[register], &reader, &Eligible::default(), place).unwrap();
    (frame, persons, wrongs)
}

fn list_of<'a>(file: &'a Text<'a>, strata: usize) -> List<'a> {
    List { file, strata, weighted: true, hands: &Alone, due: None }
}

#[test]
fn the_vectors_of_the_specification() {
    let secret = Key::new(&[0; 32]);
    let (frame, list, wrongs) = framed_with(&weighed(), &strata(&["north", "south"]), &secret);
    // One of five has no address.
    let mut told = Wrongs::default();
    told.push(What::FewHomes { without: 1, rows: 5, named: false }, At::file("register.csv").row(5));
    assert_eq!(wrongs, told);
    let frame = frame.unwrap();
    assert_eq!(
        Digest::of(&tables::frame(&frame.buckets)).to_string(),
        "9f2917de63d85eea963048df0f1b7ad97fe114a81fa467d3d959b1c376e9a480"
    );
    let file = Text { name: "persons.csv", bytes: &list };
    let all = list_of(&file, 2);
    let rows = all.bucket(0x0e0).unwrap();
    assert_eq!(rows[0].to_string(), "0cd69743b7c76f55bd5ce7dff70982cbf5943fa638ce9a44767a4d0e15203b51");
    let people = tables::people(&frame.people, Some(&frame.weights));
    assert_eq!(people, b"stratum,people,weight,greatest\n1,4,10,4\n2,1,5,5\n");
    let read = tables::read_people(&people, 2, true).unwrap();
    assert_eq!(read, (frame.people.clone(), frame.weights.clone()));
    let sums = all.sums().unwrap().unwrap();
    assert_eq!((sums.people, sums.weights, sums.buckets), (read.0, read.1, frame.buckets));
    let keys = Keys { homes: &hex(2), order: &hex(3) };
    let drawn = |homes: bool| {
        let of = |start: u64| {
            let starts = [start, 0];
            let circles = Circles {
                list: &[2, 0],
                people: &frame.people,
                weights: Some(&frame.weights),
                starts: &starts,
                homes,
            };
            let letters = circle::letters(&all, &circles, &keys).unwrap().unwrap();
            letters.into_iter().map(|letter| letter.key).collect::<Vec<_>>().join(" ")
        };
        (0..10).map(of).collect::<Vec<_>>()
    };
    let due = |of: &[(&str, usize)]| -> Vec<String> {
        of.iter().flat_map(|&(keys, times)| std::iter::repeat_n(keys.to_owned(), times)).collect()
    };
    assert_eq!(drawn(true), due(&[("0100 0042", 2), ("0007 0102", 6), ("0100 0102", 2)]));
    assert_eq!(drawn(false), due(&[("0100 0042", 2), ("0100 0102", 2), ("0007 0102", 6)]));
}

/// All starts of many small strata: exactly as many as the list has places, everybody for exactly n w of the W starts, and no
/// home twice.
#[test]
fn everybody_is_drawn_for_exactly_n_w_of_the_starts() {
    let mut number = 77u64;
    let mut next = move |below: u64| {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (number >> 33) % below
    };
    for round in 0..60 {
        let homes = round % 2 == 0;
        let (people, greatest) = (1 + next(50), 1 + next(4));
        let mut persons: BTreeMap<Half, (Half, u16)> = BTreeMap::new();
        let mut home = (Half([0; 16]), 0);
        for n in 0..people {
            if home.1 == 0 {
                home =
                    (Half::of(&Digest::of(format!("{round} home {n}").as_bytes())), 1 + next(LARGEST_HOME));
            }
            home.1 -= 1;
            let person = Half::of(&Digest::of(format!("{round} {n}").as_bytes()));
            persons.insert(person, (home.0, 1 + next(greatest) as u16));
        }
        let mut text = crate::invite::frame::persons_heading(true).to_owned();
        let mut weights = Weights::default();
        for (person, (home, weight)) in &persons {
            text.push_str(&format!("{person},{home},1,{weight},\n"));
            weights.add(*weight);
        }
        let room = weights.room();
        let most = if homes { circle::longest(room) } else { room };
        let list = if round % 3 == 0 { most } else { most.min(1 + next(5)) };
        let file = Text { name: "p", bytes: text.as_bytes() };
        let keys = Keys { homes: &hex(4), order: &hex(8) };
        let mut times: BTreeMap<Half, u64> = BTreeMap::new();
        for start in 0..weights.sum {
            let circles = Circles {
                list: &[list],
                people: &[people],
                weights: Some(&[weights]),
                starts: &[start],
                homes,
            };
            let letters = circle::letters(&list_of(&file, 1), &circles, &keys).unwrap().unwrap();
            assert_eq!(letters.len() as u64, list, "round {round}, start {start}");
            let drawn: BTreeSet<Half> =
                letters.iter().map(|letter| if homes { letter.home } else { letter.person }).collect();
            assert_eq!(drawn.len(), letters.len(), "round {round}, start {start}");
            assert!(letters.is_sorted_by_key(|letter| letter.hash));
            for letter in letters {
                assert_eq!(letter.home, persons[&letter.person].0);
                assert_eq!(letter.hash, keys.order.of_half(&letter.person));
                *times.entry(letter.person).or_default() += 1;
            }
        }
        for (person, (_, weight)) in &persons {
            let due = list * u64::from(*weight);
            assert_eq!(times.get(person).copied().unwrap_or(0), due, "round {round}, weight {weight}");
        }
    }
}

/// The row that stays decides; where nothing else tells rows apart, the smallest weight.
#[test]
fn the_weight_is_that_of_the_row_that_stays() {
    let head = "key,place,born,since,flag,postcode,number,addition,weight\n";
    let row = |place: &str, since: &str, weight: &str| {
        format!("1,{place},1970-05-05,{since},0,1234AB,1,,{weight}\n")
    };
    let names = strata(&["north", "south"]);
    let secret = Key::new(&[0; 32]);
    for (rows, due, told) in [
        // The newest, whatever it weighs.
        ([row("north", "2001-01-01", "2"), row("north", "2002-01-01", "9")], "1,9", vec![]),
        ([row("north", "2002-01-01", "9"), row("north", "2001-01-01", "2")], "1,9", vec![]),
        // Of the same day that of the first stratum; of the same stratum the smallest.
        (
            [row("south", "", "2"), row("north", "", "9")],
            "1,9",
            vec![What::TwoStrata { people: 1 }, What::TwoWeights { people: 1 }],
        ),
        ([row("north", "", "9"), row("north", "", "2")], "1,2", vec![What::TwoWeights { people: 1 }]),
        ([row("north", "", "2"), row("north", "", "9")], "1,2", vec![What::TwoWeights { people: 1 }]),
        ([row("north", "", "9"), row("north", "", "9")], "1,9", vec![]),
    ] {
        let (frame, persons, wrongs) = framed_with(&format!("{head}{}", rows.concat()), &names, &secret);
        assert!(frame.is_some());
        let line = String::from_utf8(persons).unwrap().lines().nth(1).unwrap().to_owned();
        assert!(line.ends_with(&format!(",{due},1")), "{line}");
        let found: Vec<What> = wrongs.0.into_iter().map(|wrong| wrong.what).collect();
        assert_eq!(found, told, "{rows:?}");
    }
}

#[test]
fn a_weight_that_is_none_is_told_by_row() {
    let bad = weighed().replace(",3\n", ",\n").replace(",2\n", ",2.0\n").replace(",5\n", ",1001\n");
    let (frame, _, wrongs) = framed_with(&bad, &strata(&["north", "south"]), &Key::new(&[0; 32]));
    assert_eq!(frame, None);
    let [wrong] = &wrongs.0[..] else { panic!("{wrongs:?}") };
    assert_eq!((&wrong.what, wrong.place.column.as_deref()), (&What::BadWeight, Some("weight")));
    assert_eq!(wrong.place.rows.count(), 3);
    assert_ne!(wrong.place.rows, Rows::one(3));
    let without = REGISTER.replace("addition", "more");
    let (_, _, wrongs) = framed_with(&without, &strata(&["north", "south"]), &Key::new(&[0; 32]));
    assert!(matches!(&wrongs.0[..], [wrong] if matches!(wrong.what, What::NoColumn { role: "weight", .. })));
}

/// A list of people with weights has one form, and its weights are looked at.
#[test]
fn the_list_of_people_is_read_with_its_weights_or_not_at_all() {
    let (_, list, _) = framed_with(&weighed(), &strata(&["north", "south"]), &Key::new(&[0; 32]));
    let text = String::from_utf8(list).unwrap();
    let sums = |text: &str, weighted: bool| {
        let file = Text { name: "p", bytes: text.as_bytes() };
        List { weighted, ..list_of(&file, 2) }.sums().unwrap()
    };
    assert!(sums(&text, true).is_some() && sums(&text, false).is_none());
    let plain = text.replace(",weight", "");
    assert!(sums(&plain, true).is_none());
    for (from, to) in
        [(",3,0007", ",0,0007"), (",3,0007", ",03,0007"), (",3,0007", ",,0007"), (",3,0007", ",1001,0007")]
    {
        assert!(text.contains(from));
        assert!(sums(&text.replace(from, to), true).is_none(), "{to}");
    }
    let other = sums(&text.replace(",3,0007", ",2,0007"), true).unwrap();
    let own = sums(&text, true).unwrap();
    assert_ne!(other.buckets, own.buckets);
    assert_eq!(own.weights[0], Weights { sum: 10, greatest: 4 });
    assert_eq!(other.weights[0], Weights { sum: 9, greatest: 4 });
}
