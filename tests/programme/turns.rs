//! Twenty half-yearly draws of letters among 20,000 people of whom 2.5 % are replaced each half year: the table that the rules
//! were chosen by. Over codes alone, by the library's own frame and turns; only what no programme does ("fewest letters
//! first") is drawn here.

use geloot::base::digest::Digest;
use geloot::draw::Stream;
use geloot::draw::code::Code;
use geloot::programme::Day;
use geloot::programme::rules::Again;
use geloot::programme::turns::Frame;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use toml::Value;

/// Who has letters, and how many are sent.
#[derive(Clone, Copy)]
struct Rule {
    people: usize,
    draws: usize,
    letters: usize,
    /// Of a thousand people each half year.
    replaced: u64,
    /// When somebody can have a letter again; none: whoever had fewest comes first.
    again: Option<Again>,
    /// Whether newcomers take over a memory by lot, and do not come without any.
    lots: bool,
}

/// The figures of the table, each once for a run.
const FIGURES: [&str; 7] = ["residents", "newcomers", "variance", "most", "two", "sums", "empty"];

/// One run of ten years: of an equal share, what residents and those who came in the last five years have; over residents
/// the variance, the most and who has two or more; of newcomers what all have together of what was to be expected of all;
/// and the draw at which fewer people are open than there are letters.
fn ten_years(rule: &Rule, run: u8) -> [f64; FIGURES.len()] {
    let mut stream = Stream::keyed(&Digest([run; 32]), "test");
    // By number, which is the code too: nothing in the turns looks into a code.
    let mut had: Vec<u64> = vec![0; rule.people];
    let mut last: Vec<Option<Day>> = vec![None; rule.people];
    let mut since: Vec<usize> = vec![0; rule.people];
    let mut here: Vec<usize> = (0..rule.people).collect();
    let (mut frame, mut seed, mut empty) = (None, None, 0.0);
    let start = Day::parse("2027-03-01").unwrap();
    for draw in 0..rule.draws {
        for own in here.iter_mut().filter(|_| draw > 0) {
            if stream.below(1000) < rule.replaced {
                *own = had.len();
                had.push(0);
                last.push(None);
                since.push(draw);
            }
        }
        let day = start.plus(draw as u32 * 6);
        // As the lottery does: within a stratum everybody with the same chance, by a seed that nobody knew.
        let digest = Digest::of(format!("{run} {draw}").as_bytes());
        let mut lot = Stream::keyed(&digest, "panel");
        let mut some = |mut from: Vec<usize>, n: usize| {
            for at in 0..n {
                let other = at + lot.below((from.len() - at) as u64) as usize;
                from.swap(at, other);
            }
            from.truncate(n);
            from
        };
        let written = match rule.again {
            Some(again) => {
                let register = Frame::of(here.iter().map(|&own| (Code::of_number(own as u64), "")));
                let memory = |code: Code| last[code.number() as usize];
                let now = register.next(frame.as_ref(), &memory, seed.as_ref(), draw as u64 + 1);
                let share = BTreeMap::from([(String::new(), rule.letters as u64)]);
                let turn = now.turns(again, &share, day, &BTreeSet::new()).remove(0);
                if turn.open < rule.letters as u64 && empty == 0.0 {
                    empty = draw as f64 + 1.0;
                }
                frame = Some(now);
                let numbers = |codes: &[Code]| codes.iter().map(|code| code.number() as usize).collect();
                let certain: Vec<usize> = numbers(&turn.certain);
                let rest = turn.letters as usize - certain.len();
                [certain, some(numbers(&turn.drawn_from), rest)].concat()
            }
            None => {
                let (mut all, mut left) = (Vec::new(), rule.letters);
                for n in 0.. {
                    let class: Vec<usize> = here.iter().copied().filter(|&own| had[own] == n).collect();
                    let own = left.min(class.len());
                    all.extend(some(class, own));
                    left -= own;
                    if left == 0 {
                        break;
                    }
                }
                all
            }
        };
        for own in written {
            had[own] += 1;
            last[own] = Some(day);
        }
        seed = rule.lots.then_some(digest);
    }
    let share = rule.letters as f64 / rule.people as f64;
    let due = |own: usize| (rule.draws - since[own]) as f64 * share;
    // Person by person, as the table has it: who came a moment ago counts as much as who was there for five years.
    let each = |came: &dyn Fn(usize) -> bool| {
        let all = || here.iter().copied().filter(|&own| came(since[own]));
        all().map(|own| had[own] as f64 / due(own)).sum::<f64>() / all().count() as f64
    };
    let came = here.iter().copied().filter(|&own| since[own] >= rule.draws / 2);
    let (got, expected) = came.fold((0.0, 0.0), |(got, all), own| (got + had[own] as f64, all + due(own)));
    let stayed: Vec<f64> = here.iter().filter(|&&own| since[own] == 0).map(|&own| had[own] as f64).collect();
    let n = stayed.len() as f64;
    let mean = stayed.iter().sum::<f64>() / n;
    let variance = stayed.iter().map(|own| (own - mean).powi(2)).sum::<f64>() / n;
    let two = stayed.iter().filter(|&&own| own >= 2.0).count() as f64 / n;
    let most = stayed.iter().copied().fold(0.0, f64::max);
    let half = rule.draws / 2;
    [each(&|since| since == 0), each(&|since| since >= half), variance, most, two, got / expected, empty]
}

/// What the runs have of a figure: the mean, and its standard error as it follows from how runs differ.
fn mean(runs: &[[f64; FIGURES.len()]], at: usize) -> (f64, f64) {
    let n = runs.len() as f64;
    let mean = runs.iter().map(|run| run[at]).sum::<f64>() / n;
    let squares = runs.iter().map(|run| (run[at] - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (mean, (squares / n).sqrt())
}

/// What a figure is known to be, and half of its last place: it was rounded.
fn known(value: &Value) -> (f64, f64) {
    let text = value.as_str().unwrap();
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    (text.parse().unwrap(), 0.5 / 10_f64.powi(places as i32))
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn turns_are_those_of_the_table_by_which_the_rules_were_chosen() {
    let table = crate::support::expected("letters-20k");
    let whole = |from: &toml::Table, key: &str| from[key].as_integer().unwrap() as usize;
    let errors = table["standard-errors"].as_float().unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/programme/years.md");
    let page = std::fs::read_to_string(page).unwrap();
    let rules: Vec<&toml::Table> =
        table["rule"].as_array().unwrap().iter().map(|rule| rule.as_table().unwrap()).collect();
    let run_all = |own: &toml::Table| -> Vec<[f64; FIGURES.len()]> {
        let rule = Rule {
            people: whole(&table, "people"),
            draws: whole(&table, "draws"),
            letters: whole(own, "letters"),
            replaced: whole(&table, "replaced-of-1000") as u64,
            again: match own["again"].as_str().unwrap() {
                "fewest" => None,
                "none" => Some(Again::None),
                "never" => Some(Again::Never),
                "round" => Some(Again::Round),
                months => Some(Again::After(months.strip_suffix(" months").unwrap().parse().unwrap())),
            },
            lots: own["join"].as_str() == Some("by lot"),
        };
        (1..=whole(own, "runs") as u8).map(|run| ten_years(&rule, run)).collect()
    };
    // Two at a time: what one rule gives does not hang on another.
    let all: Vec<Vec<[f64; FIGURES.len()]>> = std::thread::scope(|scope| {
        let half = |parity: usize| {
            let own = rules.iter().skip(parity).step_by(2).map(|own| run_all(own)).collect::<Vec<_>>();
            own.into_iter()
        };
        let odd = scope.spawn(move || half(1));
        let (mut even, mut odd) = (half(0), odd.join().unwrap());
        (0..rules.len()).map(|at| if at % 2 == 0 { even.next() } else { odd.next() }.unwrap()).collect()
    });
    let mut wrong = Vec::new();
    for (own, runs) in rules.iter().zip(&all) {
        let name = own["name"].as_str().unwrap();
        let of = format!("{name}, {} letters", own["letters"]);
        for (at, figure) in FIGURES.into_iter().enumerate() {
            let (is, error) = mean(runs, at);
            let Some(wanted) = own.get(figure) else {
                println!("{of}: {figure} {is:.4}, standard error {error:.4}");
                continue;
            };
            let (wanted, rounded) = known(wanted);
            // What is known is of as many runs, and lies as far off by chance.
            let error = error * 2_f64.sqrt();
            let off = (is - wanted).abs();
            let far = if error > 0.0 { off / error } else { 0.0 };
            println!("{of}: {figure} {is:.4}, known {wanted}, {far:.1} standard errors");
            if off > errors * error + rounded {
                wrong.push(format!("{of}: {figure} {is:.4} is not {wanted}, standard error {error:.4}"));
            }
        }
        // And by no more than the rules were promised to keep, whatever chance does.
        if own["join"].as_str() == Some("by lot") && whole(own, "letters") == 1500 {
            for at in [0, 1, 5] {
                let (is, _) = mean(runs, at);
                if (is - 1.0).abs() >= 0.02 {
                    wrong.push(format!("{of}: {} {is:.4} of an equal share", FIGURES[at]));
                }
            }
        }
        let cell = |figure: &str| match own.get(figure) {
            Some(value) => value.as_str().unwrap().to_owned(),
            None => "-".to_owned(),
        };
        let percent = known(&own["two"]).0 * 100.0;
        let row = format!(
            "| {name} | {} | {} | {} | {} | {} | {percent:.*} % |",
            cell("residents"),
            cell("newcomers"),
            cell("sums"),
            cell("variance"),
            cell("most"),
            own["two"].as_str().unwrap().len().saturating_sub(4),
        );
        if !page.contains(&row) {
            wrong.push(format!("docs/programme/years.md has no line {row}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
