//! Twenty half-yearly draws of letters among 20,000 people of whom 2.5 % are replaced each half year, against the table that
//! the rules were chosen by (what residents and newcomers get of an equal share, the variance, the most).

use geloot::assembly::Source;
use geloot::assembly::programme::letters::{INVITATION, REGISTER, STRATA};
use geloot::assembly::programme::{By, DueLetters, Letters, List, No, Programme};
use geloot::base::digest::{Digest, Keyed};
use geloot::bundle::Folder;
use geloot::draw::Stream;
use geloot::draw::code::Code;
use geloot::invite::scan::Text;
use geloot::programme::Day;
use geloot::programme::rules::Again;
use geloot::programme::turns::Frame;
use std::collections::{BTreeMap, BTreeSet};

/// A figure of a run, and how far it may lie from what it estimates by chance alone.
#[derive(Clone, Copy)]
struct Estimate {
    is: f64,
    /// The square of its standard error.
    error: f64,
}

/// What one run of ten years gave: letters a draw of residents and of those who came in the last five years, of an equal
/// share; and over residents the variance and the most.
struct Run {
    residents: Estimate,
    newcomers: Estimate,
    variance: Estimate,
    most: f64,
}

/// The mean over runs.
fn over(runs: &[Run], of: impl Fn(&Run) -> Estimate) -> Estimate {
    let n = runs.len() as f64;
    let sum = |part: &dyn Fn(Estimate) -> f64| runs.iter().map(|run| part(of(run))).sum::<f64>();
    Estimate { is: sum(&|it| it.is) / n, error: sum(&|it| it.error) / (n * n) }
}

impl Estimate {
    /// That it lies within so many standard errors, as they follow from the variance, of what is known; `rounded` is how far
    /// the known figure may be off, as it was rounded.
    #[track_caller]
    fn within(self, errors: f64, known: f64, rounded: f64, what: &str) {
        let (off, error) = ((self.is - known).abs(), self.error.sqrt());
        println!("{what}: {:.4}, known {known}, {:.2} standard errors of {error:.4}", self.is, off / error);
        assert!(off <= errors * error + rounded, "{what}: {} is not {known} within {error}", self.is);
    }
}

fn ten_years(sizes: &Sizes, again: Again, run: u8) -> Run {
    let Sizes { people, draws, letters, replaced } = *sizes;
    let key = Keyed::new(&[run; 32]);
    let mut stream = Stream::keyed(&Digest([run; 32]), "test");
    let mut next_id = 0u32;
    let mut person = || {
        next_id += 1;
        Code::of_person(&key, "r", &next_id.to_string(), 0)
    };
    let mut here: Vec<(Code, usize)> = (0..people).map(|_| (person(), 0)).collect();
    let mut had: BTreeMap<Code, u64> = BTreeMap::new();
    let mut memory: BTreeMap<Code, Day> = BTreeMap::new();
    let mut frame: Option<Frame> = None;
    let mut seed = None;
    let start = Day::parse("2027-03-01").unwrap();
    for draw in 0..draws {
        if draw > 0 {
            for own in &mut here {
                if stream.below(1000) < replaced {
                    *own = (person(), draw);
                }
            }
        }
        let day = start.plus(draw as u32 * 6);
        let register = Frame::of(here.iter().map(|(code, _)| (*code, "")));
        let last = |code: Code| memory.get(&code).copied();
        let nth = draw as u64 + 1;
        let now = register.next(frame.as_ref(), &last, seed.as_ref(), nth);
        let share = BTreeMap::from([(String::new(), letters)]);
        let turn = now.turns(again, &share, day, &BTreeSet::new()).remove(0);
        let mut lot = turn.drawn_from.clone();
        // As the lottery does: within a stratum everybody with the same chance, by a seed that nobody knew.
        let own = Digest::of(format!("{run} {draw}").as_bytes());
        Stream::keyed(&own, "panel").shuffle(&mut lot);
        let rest = turn.letters as usize - turn.certain.len();
        for &code in turn.certain.iter().chain(&lot[..rest]) {
            *had.entry(code).or_default() += 1;
            memory.insert(code, day);
        }
        let turns = matches!(again, Again::After(_) | Again::Round);
        (frame, seed) = (Some(now), turns.then_some(own));
    }
    let share = letters as f64 / people as f64;
    let letters = |code: &Code| had.get(code).copied().unwrap_or(0) as f64;
    // Of each person what they got, less what was to be expected: these vary by chance, and so does their sum.
    let rate = |came: &dyn Fn(usize) -> bool| {
        let own = || here.iter().filter(|(_, since)| came(*since));
        let got: f64 = own().map(|(code, _)| letters(code)).sum();
        let expected: f64 = own().map(|(_, since)| (draws - since) as f64 * share).sum();
        let squares: f64 =
            own().map(|(code, since)| (letters(code) - (draws - since) as f64 * share).powi(2)).sum();
        Estimate { is: got / expected, error: squares / (expected * expected) }
    };
    let stayed: Vec<f64> =
        here.iter().filter(|(_, since)| *since == 0).map(|(code, _)| letters(code)).collect();
    let n = stayed.len() as f64;
    let mean = stayed.iter().sum::<f64>() / n;
    let moment = |power: i32| stayed.iter().map(|own| (own - mean).powi(power)).sum::<f64>() / n;
    let variance = moment(2);
    Run {
        residents: rate(&|since| since == 0),
        newcomers: rate(&|since| since >= draws / 2),
        variance: Estimate { is: variance, error: (moment(4) - variance * variance) / n },
        most: stayed.iter().copied().fold(0.0, f64::max),
    }
}

/// How large the simulation is.
struct Sizes {
    people: usize,
    draws: usize,
    letters: u64,
    /// Of a thousand people each half year.
    replaced: u64,
}

#[test]
fn turns_with_newcomers_by_lot_give_everybody_an_equal_share() {
    let table = crate::support::expected("letters-20k");
    let whole = |key: &str| table[key].as_integer().unwrap();
    let sizes = Sizes {
        people: whole("people") as usize,
        draws: whole("draws") as usize,
        letters: whole("letters") as u64,
        replaced: whole("replaced-of-1000") as u64,
    };
    for rule in table["rule"].as_array().unwrap() {
        let name = rule["again"].as_str().unwrap();
        let again = match name {
            "none" => Again::None,
            "round" => Again::Round,
            months => Again::After(months.split(' ').next().unwrap().parse().unwrap()),
        };
        let [expected, spread, near] =
            ["variance", "spread", "near"].map(|key| rule[key].as_float().unwrap());
        let runs = rule["runs"].as_integer().unwrap() as u8;
        let all: Vec<Run> = (1..=runs).map(|run| ten_years(&sizes, again, run)).collect();
        let [residents, newcomers] = [over(&all, |run| run.residents), over(&all, |run| run.newcomers)];
        let variance = over(&all, |run| run.variance);
        let most = all.iter().map(|run| run.most).sum::<f64>() / f64::from(runs);
        println!("{name}: most {most}");
        residents.within(5.0, 1.0, 0.0, &format!("{name}: residents"));
        newcomers.within(5.0, 1.0, 0.0, &format!("{name}: newcomers"));
        if let Some(known) = rule.get("most").and_then(toml::Value::as_integer) {
            assert!(all.iter().all(|run| run.most == known as f64), "{name}: most {most}");
        }
        // The table has three decimals.
        variance.within(5.0, expected, 0.0005, &format!("{name}: variance"));
        // And by no more than the rules were promised to keep, whatever chance does.
        assert!((residents.is - 1.0).abs() < 0.02, "{name}: residents {}", residents.is);
        assert!((newcomers.is - 1.0).abs() < near, "{name}: newcomers {}", newcomers.is);
        assert!((variance.is - expected).abs() < spread, "{name}: variance {}", variance.is);
    }
    // Out for ever turns against residents, and the register runs out: why it is not what is recommended.
    let never = ten_years(&sizes, Again::Never, 1);
    let never = [never.residents.is, never.newcomers.is];
    println!("never: residents {:.3}, newcomers {:.3}", never[0], never[1]);
    let bound = |key: &str| table["never"][key].as_float().unwrap();
    assert!(never[0] < bound("residents-below") && never[1] > bound("newcomers-above"), "{never:?}");
}

const RULES: &[u8] = b"name = 'Proef'\nletters = { again-after = '48 months' }\n[[frame]]\nname = 'inwoners'\nkind = 'register'\n";

/// A ledger in which 25 of 40 people had a letter.
fn ledger() -> Folder {
    let begun = Programme::begin(RULES, day("2027-01-01"), [7; 32], [8; 32]).unwrap();
    let mut folder = Folder::new();
    begun.patch.apply_to(&mut folder);
    let mut had = "id,date,event\n".to_owned();
    (0..25).for_each(|i| had.push_str(&format!("p{i:03},2027-02-01,letter\n")));
    let by = By { date: day("2027-02-01"), title: None, frame: None, random: [9; 32] };
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
