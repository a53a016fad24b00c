//! Twenty half-yearly draws of letters among 20,000 people of whom 2.5 % are replaced each half year, against the table that
//! the rules were chosen by (what residents and newcomers get of an equal share, the variance, the most).

use geloot::base::digest::{Digest, Keyed};
use geloot::draw::Stream;
use geloot::draw::code::Code;
use geloot::programme::Day;
use geloot::programme::rules::Again;
use geloot::programme::turns::Frame;
use std::collections::{BTreeMap, BTreeSet};

const PEOPLE: usize = 20_000;
const DRAWS: usize = 20;

/// What one run of ten years gave: letters a draw of residents and of those who came in the last five years, of an equal
/// share; and over residents the variance and the most.
fn ten_years(again: Again, letters: u64, run: u8) -> [f64; 4] {
    let key = Keyed::new(&[run; 32]);
    let mut stream = Stream::keyed(&Digest([run; 32]), "test");
    let mut next_id = 0u32;
    let mut person = || {
        next_id += 1;
        Code::of_person(&key, "r", &next_id.to_string(), 0)
    };
    let mut here: Vec<(Code, usize)> = (0..PEOPLE).map(|_| (person(), 0)).collect();
    let mut had: BTreeMap<Code, u64> = BTreeMap::new();
    let mut memory: BTreeMap<Code, Day> = BTreeMap::new();
    let mut frame: Option<Frame> = None;
    let mut seed = None;
    let start = Day::parse("2027-03-01").unwrap();
    for draw in 0..DRAWS {
        if draw > 0 {
            for own in &mut here {
                if stream.below(1000) < 25 {
                    *own = (person(), draw);
                }
            }
        }
        let day = start.plus(draw as u32 * 6);
        let register = here.iter().map(|(code, _)| (*code, String::new())).collect();
        let last = |code: Code| memory.get(&code).copied();
        let nth = draw as u64 + 1;
        let now = Frame::next(register, frame.as_ref(), &last, seed.as_ref(), nth);
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
    let share = letters as f64 / PEOPLE as f64;
    let rate = |came: &dyn Fn(usize) -> bool| {
        let own = || here.iter().filter(|(_, since)| came(*since));
        let got: u64 = own().map(|(code, _)| had.get(code).copied().unwrap_or(0)).sum();
        let draws: usize = own().map(|(_, since)| DRAWS - since).sum();
        got as f64 / (draws as f64 * share)
    };
    let stayed: Vec<f64> = here
        .iter()
        .filter(|(_, since)| *since == 0)
        .map(|(code, _)| had.get(code).copied().unwrap_or(0) as f64)
        .collect();
    let mean = stayed.iter().sum::<f64>() / stayed.len() as f64;
    let variance = stayed.iter().map(|n| (n - mean).powi(2)).sum::<f64>() / stayed.len() as f64;
    [
        rate(&|since| since == 0),
        rate(&|since| since >= DRAWS / 2),
        variance,
        stayed.iter().copied().fold(0.0, f64::max),
    ]
}

#[test]
fn turns_with_newcomers_by_lot_give_everybody_an_equal_share() {
    // Runs; then the variance over residents, as measured when the rules were chosen, and how near it must be; and how near
    // an equal share the letters of residents and of newcomers must be: three standard errors of so many runs.
    for (name, again, runs, expected, spread, near) in [
        ("no memory", Again::None, 1, 1.381, 0.05, 0.07),
        ("48 months", Again::After(48), 5, 0.407, 0.03, 0.02),
        // What was simulated as "48 months" when the rules were chosen let nine half years pass, not eight.
        ("54 months", Again::After(54), 1, 0.335, 0.03, 0.07),
        ("round", Again::Round, 1, 0.250, 0.03, 0.07),
    ] {
        let all: Vec<[f64; 4]> = (1..=runs).map(|run| ten_years(again, 1_500, run)).collect();
        let mean = |at: usize| all.iter().map(|run| run[at]).sum::<f64>() / f64::from(runs);
        let [residents, newcomers, variance, most] = [0, 1, 2, 3].map(mean);
        println!(
            "{name}: residents {residents:.3}, newcomers {newcomers:.3}, variance {variance:.3}, most {most}"
        );
        assert!((residents - 1.0).abs() < 0.02, "{name}: residents {residents}");
        assert!((newcomers - 1.0).abs() < near, "{name}: newcomers {newcomers}");
        assert!((variance - expected).abs() < spread, "{name}: variance {variance}");
    }
    // Out for ever turns against residents, and the register runs out: why it is not what is recommended.
    let never = ten_years(Again::Never, 1_500, 1);
    println!("never: residents {:.3}, newcomers {:.3}", never[0], never[1]);
    assert!(never[0] < 0.75 && never[1] > 2.0, "{never:?}");
}
