//! Changes of the input whose effect on the chances is known, without knowing the chances.

use crate::make_fixtures::rng::Rng;
use crate::scenario::Scenario;
use crate::support::{find, leximin, tickets_of};
use geloot::lottery::problem::Problem;
use geloot::lottery::solve::Objective;
use geloot::pool::Pool;

/// Scenarios that are solved in moments also without optimisation, of every file dialect.
const SMALL: &[&str] = &["foodvalley-20-of-100", "nederlandse-excel", "peel-en-maas", "toolkit-300-45"];
const TICKETS: u64 = 1_000_000;

/// A table as lines of cells, in the scenario's own delimiter; encoding is left as it is.
struct Cells {
    rows: Vec<csv::ByteRecord>,
    delimiter: u8,
}

impl Cells {
    fn read(bytes: &[u8]) -> Self {
        let first = bytes.split(|&b| b == b'\n').next().unwrap();
        let delimiter = if first.contains(&b';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(bytes);
        let rows = reader.byte_records().map(|r| r.unwrap()).filter(|r| r.iter().any(|c| !c.is_empty()));
        Self { rows: rows.collect(), delimiter }
    }

    fn write(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().delimiter(self.delimiter).from_writer(Vec::new());
        self.rows.iter().for_each(|row| writer.write_byte_record(row).unwrap());
        writer.into_inner().unwrap()
    }

    /// All rows but the headings, and all columns, in another order.
    fn shuffled(mut self, rng: &mut Rng) -> Self {
        rng.shuffle(&mut self.rows[1..]);
        let mut columns: Vec<usize> = (0..self.rows[0].len()).collect();
        rng.shuffle(&mut columns);
        self.rows = self.rows.iter().map(|row| columns.iter().map(|&c| &row[c]).collect()).collect();
        self
    }

    /// Replaces every cell of the first column below the heading.
    fn with_ids(mut self, id: impl Fn(usize) -> String) -> Self {
        for (i, row) in self.rows.iter_mut().enumerate().skip(1) {
            let cells = row.iter().skip(1);
            *row = std::iter::once(id(i - 1).as_bytes()).chain(cells).collect();
        }
        self
    }
}

/// Person and chance, by id.
fn by_id(pool: &Pool) -> Vec<(String, u64)> {
    let lottery = leximin(&pool.profiles().problem, TICKETS);
    let tickets = tickets_of(pool, &lottery);
    pool.people().map(|p| p.id.to_string()).zip(tickets).collect()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn the_order_of_rows_and_columns_changes_nothing() {
    for name in SMALL {
        let plain = Scenario::shipped(name);
        let profiles = plain.read().profiles();
        let lottery = serde_json::to_string(&leximin(&profiles.problem, TICKETS).tickets).unwrap();
        for n in 0..3 {
            let rng = &mut Rng::named(&format!("shuffle/{name}/{n}"));
            let shuffled = Scenario {
                pool: Cells::read(&plain.pool).shuffled(rng).write(),
                quotas: Cells::read(&plain.quotas).shuffled(rng).write(),
                seats: plain.seats,
            };
            assert_ne!(shuffled.pool, plain.pool);
            let pool = shuffled.read();
            assert_eq!(pool.profiles(), profiles, "{name}");
            let ids: Vec<String> = pool.people().map(|p| p.id.to_string()).collect();
            assert!(ids.iter().eq(plain.read().people().map(|p| p.id)), "{name}");
            let again = leximin(&pool.profiles().problem, TICKETS);
            assert_eq!(serde_json::to_string(&again.tickets).unwrap(), lottery, "{name}");
        }
    }
}

#[test]
fn other_ids_change_no_chance_by_more_than_a_ticket() {
    for name in SMALL {
        let plain = Scenario::shipped(name);
        let people = Cells::read(&plain.pool).rows.len() - 1;
        let mut numbers: Vec<usize> = (0..people).collect();
        Rng::named(&format!("rename/{name}")).shuffle(&mut numbers);
        let id = |i: usize| format!("p{:05}", numbers[i]);
        let old = Cells::read(&plain.pool);
        let renamed = Scenario { pool: Cells::read(&plain.pool).with_ids(id).write(), ..plain };
        let new = by_id(&renamed.read());
        let before = by_id(&Scenario::shipped(name).read());
        for (i, row) in old.rows.iter().skip(1).enumerate() {
            let find = |list: &[(String, u64)], id: &str| list.iter().find(|p| p.0 == id).unwrap().1;
            let own = find(&before, std::str::from_utf8(&row[0]).unwrap());
            let other = find(&new, &id(i));
            assert!(own.abs_diff(other) <= 1, "{name}, row {}: {own} became {other}", i + 2);
        }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn a_looser_quota_never_lowers_the_smallest_chance() {
    for name in SMALL {
        let problem = Scenario::shipped(name).read().profiles().problem;
        // The smallest chance of those who can be drawn at all; who cannot may become able to, and
        // then has a small chance of their own, so only looser rows that let nobody in are compared.
        let (least, shut_out) = smallest(&problem);
        for row in 0..problem.rows.len() {
            let mut looser = problem.clone();
            looser.rows[row].min = looser.rows[row].min.saturating_sub(1);
            looser.rows[row].max += 1;
            let (new, still_out) = smallest(&looser);
            assert!(still_out <= shut_out, "{name}, row {row}: a looser quota shuts nobody out");
            // Each lottery may lose a few tickets by rounding.
            assert!(still_out < shut_out || new + 2 >= least, "{name}, row {row}: {least} became {new}");
        }
    }
}

/// Smallest number of tickets of anybody who has any, and how many people have none.
fn smallest(problem: &Problem) -> (u64, u64) {
    let totals = leximin(problem, TICKETS).tickets.seat_totals(problem.sizes.len());
    let held = totals.iter().zip(&problem.sizes).filter(|&(&total, _)| total > 0);
    let least = held.map(|(total, &n)| total / u64::from(n)).min().unwrap();
    let none = totals.iter().zip(&problem.sizes).filter(|&(&total, _)| total == 0);
    (least, none.map(|(_, &n)| u64::from(n)).sum())
}

#[test]
fn twice_the_people_have_half_the_chances() {
    let mut compared = 0;
    for name in SMALL {
        let plain = Scenario::shipped(name).read().profiles().problem;
        let times = |f: u32| Problem { sizes: plain.sizes.iter().map(|n| f * n).collect(), ..plain.clone() };
        let chance = |problem: &Problem| -> Vec<f64> {
            let totals = leximin(problem, TICKETS).tickets.seat_totals(problem.sizes.len());
            totals.iter().zip(&problem.sizes).map(|(&s, &n)| s as f64 / f64::from(n)).collect()
        };
        let mut chances = chance(&plain);
        for factor in [2, 4, 8] {
            let doubled = chance(&times(factor));
            // Nobody's chance can pass 1: where somebody is certain of a seat, a double can take what
            // that person could not, and the chances need not halve.
            if chances.iter().all(|&c| c < 0.999 * TICKETS as f64) {
                for (t, (a, b)) in chances.iter().zip(&doubled).enumerate() {
                    assert!((a / 2.0 - b).abs() <= 2.0, "{name} x {factor}, profile {t}: {a} became {b}");
                }
                compared += 1;
            }
            chances = doubled;
        }
    }
    assert!(compared >= SMALL.len(), "{compared} pairs compared");
}

/// The number that an objective makes as large as possible, of a lottery's wanted chances.
fn worth(objective: Objective, chances: &[f64], problem: &Problem) -> f64 {
    let people: f64 = problem.sizes.iter().map(|&n| f64::from(n)).sum();
    let even = f64::from(problem.seats) / people;
    let low = chances.iter().copied().fold(1.0, f64::min);
    let high = chances.iter().copied().fold(0.0, f64::max);
    match objective {
        Objective::Leximin | Objective::Maximin => low,
        Objective::Nash => chances.iter().zip(&problem.sizes).map(|(p, &n)| p.ln() * f64::from(n)).sum(),
        Objective::Goldilocks => -high / even - even / low,
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn each_objective_is_best_by_its_own_measure() {
    for name in ["foodvalley-20-of-100"] {
        let problem = Scenario::shipped(name).read().profiles().problem;
        let lotteries = Objective::ALL.map(|o| find(&problem, o, TICKETS));
        for objective in Objective::ALL {
            let own = lotteries.iter().find(|l| l.objective == objective).unwrap();
            let best = worth(objective, &own.ideal, &problem);
            for other in &lotteries {
                let worth = worth(objective, &other.ideal, &problem);
                assert!(
                    worth <= best + 1e-7,
                    "{name}: {:?} has {worth}, {objective:?} {best}",
                    other.objective
                );
            }
        }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn a_loosened_quota_and_a_doubled_pool_do_what_they_must() {
    let problem = Scenario::shipped("foodvalley-20-of-100").read().profiles().problem;
    for objective in [Objective::Nash, Objective::Goldilocks] {
        let plain = find(&problem, objective, TICKETS);
        let best = worth(objective, &plain.ideal, &problem);
        for row in (0..problem.rows.len()).step_by(8) {
            let mut looser = problem.clone();
            looser.rows[row].min = looser.rows[row].min.saturating_sub(1);
            looser.rows[row].max += 1;
            let better = find(&looser, objective, TICKETS);
            assert!(worth(objective, &better.ideal, &looser) >= best - 1e-7, "{objective:?}, row {row}");
        }
        // Twice as many of everybody halves every chance: the quotas are as scarce as before.
        let sizes = problem.sizes.iter().map(|n| 2 * n).collect();
        let doubled = find(&Problem { sizes, ..problem.clone() }, objective, TICKETS);
        if plain.ideal.iter().all(|&p| p < 1.0 - 1e-6) {
            for (p, q) in plain.ideal.iter().zip(&doubled.ideal) {
                assert!((p / 2.0 - q).abs() < 1e-7, "{objective:?}: {p} and then {q}");
            }
        }
    }
}
