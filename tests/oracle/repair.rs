//! Repairs against every repair there is: each set of people that fills the seats says by how much each
//! quota would have to give way for it.

use super::cases::{KINDS, case};
use super::leximin::panels;
use super::rng::Rng;
use geloot::lottery::bound::{Bound, Change, End};
use geloot::lottery::problem::{Panel, Problem, Row};
use geloot::lottery::solve::{Known, No, Repair, Room, feasible, repairs};
use num_bigint::BigInt;
use num_rational::Ratio;

type Cost = Ratio<BigInt>;

/// Every repair of which no step can be spared, with its cost, by rising cost.
fn all_repairs(problem: &Problem, room: &[Room]) -> Vec<(Cost, Vec<Change>)> {
    let free = Problem { rows: Vec::new(), ..problem.clone() };
    let mut ways: Vec<Vec<(u32, u32)>> = Vec::new();
    for seats in panels(&free) {
        let steps = |(row, room): (&Row, &Room)| {
            let taken: u32 = row.profiles.iter().map(|&t| seats[t as usize]).sum();
            let way = (row.min.saturating_sub(taken), taken.saturating_sub(row.max));
            (way.0 <= row.min - room.min && way.1 <= room.max - row.max).then_some(way)
        };
        ways.extend(problem.rows.iter().zip(room).map(steps).collect::<Option<Vec<_>>>());
    }
    ways.sort();
    ways.dedup();
    let covers = |a: &[(u32, u32)], b: &[(u32, u32)]| a.iter().zip(b).all(|(a, b)| a.0 >= b.0 && a.1 >= b.1);
    let least = |a: &&Vec<(u32, u32)>| !ways.iter().any(|b| b != *a && covers(a, b));
    let mut least: Vec<_> =
        ways.iter().filter(least).map(|way| (cost(problem, way), changes(problem, way))).collect();
    least.sort();
    least
}

fn cost(problem: &Problem, way: &[(u32, u32)]) -> Cost {
    let whole = |n: u32| Ratio::from_integer(BigInt::from(n));
    let mut cost = whole(0);
    for (row, &(lowered, raised)) in problem.rows.iter().zip(way) {
        cost += whole(raised);
        if lowered > 0 {
            cost += whole(lowered) * (whole(1) + whole(2) / whole(row.min));
        }
    }
    cost
}

fn changes(problem: &Problem, way: &[(u32, u32)]) -> Vec<Change> {
    let changed = (0..).zip(problem.rows.iter().zip(way)).filter(|(_, (_, way))| **way != (0, 0));
    changed.map(|(r, (row, way))| Change { row: r, min: row.min - way.0, max: row.max + way.1 }).collect()
}

/// How far each quota may give way: everywhere, or within limits that some problems do not survive.
fn rooms(problem: &Problem, rng: &mut Rng, narrow: bool) -> Vec<Room> {
    let room = |row: &Row| match narrow {
        false => Room { min: 0, max: problem.seats.max(row.max) },
        true => Room { min: row.min.saturating_sub(rng.below(3) as u32), max: row.max + rng.below(3) as u32 },
    };
    problem.rows.iter().map(room).collect()
}

fn check(problem: &Problem, room: &[Room], wanted: usize) -> usize {
    let found = repairs(problem, room, wanted, 1);
    assert_eq!(found.known, Known::Cheapest);
    let all = all_repairs(problem, room);
    let costs = |list: &[Repair]| list.iter().map(|r| r.cost.clone()).collect::<Vec<_>>();
    let cheapest: Vec<Cost> = all.iter().take(wanted).map(|(cost, _)| cost.clone()).collect();
    assert_eq!(costs(&found.list), cheapest, "the cheapest, as many as wanted");
    for repair in &found.list {
        let known = all.iter().find(|(_, changes)| *changes == repair.changes);
        assert_eq!(known.map(|(cost, _)| cost), Some(&repair.cost), "{repair:?}");
        let repaired = repair.applied(problem);
        assert!(repaired.admits(&repair.panel), "the panel meets the changed quotas");
        for (i, change) in repair.changes.iter().enumerate() {
            let old = &problem.rows[change.row as usize];
            let mut less = repaired.clone();
            let row = &mut less.rows[change.row as usize];
            if change.min < old.min {
                row.min += 1;
                assert!(feasible(&less).is_err(), "step {i} back");
                less.rows[change.row as usize].min -= 1;
            }
            if change.max > old.max {
                less.rows[change.row as usize].max -= 1;
                assert!(feasible(&less).is_err(), "step {i} back");
            }
        }
    }
    found.list.len()
}

/// The cited quotas alone are impossible, and without any one of them they are not; rows and ends alike.
fn check_clash(problem: &Problem) {
    let Err(No::Infeasible(clash)) = feasible(problem) else { panic!("no panel, and no clash: {problem:?}") };
    assert!(clash.smallest);
    let possible = |rows: Vec<Row>| !panels(&Problem { rows, ..problem.clone() }).is_empty();
    let of = |rows: &[u32]| rows.iter().map(|&r| problem.rows[r as usize].clone()).collect::<Vec<_>>();
    let ends = |bounds: &[Bound]| {
        let end = |bound: &Bound| {
            let row = problem.rows[bound.row as usize].clone();
            match bound.end {
                End::Min => Row { max: u32::MAX, ..row },
                End::Max => Row { min: 0, ..row },
            }
        };
        bounds.iter().map(end).collect::<Vec<_>>()
    };
    assert!(!possible(of(&clash.rows)) && !possible(ends(&clash.ends)), "{clash:?} {problem:?}");
    for i in 0..clash.rows.len() {
        let mut rows = clash.rows.clone();
        rows.remove(i);
        assert!(possible(of(&rows)), "without row {i}: {clash:?} {problem:?}");
    }
    for i in 0..clash.ends.len() {
        let mut bounds = clash.ends.clone();
        bounds.remove(i);
        assert!(possible(ends(&bounds)), "without end {i}: {clash:?} {problem:?}");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn repairs_are_the_cheapest_there_are() {
    let rng = &mut Rng::named("oracle/repair");
    let (mut infeasible, mut beyond, mut several) = (0, 0, 0);
    for made in KINDS {
        for n in 0..60 {
            let mut problem = case(made, n);
            // Most quotas can be met as they are: pull some tighter until they cannot.
            for _ in 0..rng.below(4) {
                let r = rng.below(problem.rows.len() as u64) as usize;
                let row = &mut problem.rows[r];
                match rng.below(2) {
                    0 => row.max = row.max.saturating_sub(1),
                    _ => row.min += 1,
                }
                row.max = row.max.max(row.min);
            }
            if !panels(&problem).is_empty() {
                continue;
            }
            infeasible += 1;
            check_clash(&problem);
            several += usize::from(check(&problem, &rooms(&problem, rng, false), 4) > 2);
            beyond += usize::from(check(&problem, &rooms(&problem, rng, true), 3) == 0);
        }
    }
    println!("{infeasible} impossible, {several} with several repairs, {beyond} beyond the room given");
    assert!(infeasible > 150 && several > 80 && beyond > 40, "{infeasible} {several} {beyond}");
}

#[test]
fn a_known_repair() {
    // Six of age 0 wanted, four there, all in village 0, which may have two.
    let rows = vec![
        Row { profiles: vec![0], min: 6, max: 8 },
        Row { profiles: vec![1, 2], min: 0, max: 8 },
        Row { profiles: vec![0, 1], min: 0, max: 2 },
        Row { profiles: vec![2], min: 0, max: 10 },
    ];
    let problem = Problem { seats: 8, sizes: vec![4, 6, 9], rows };
    let room = [Room { min: 0, max: 8 }; 4];
    let room: Vec<Room> = room
        .iter()
        .zip(&problem.rows)
        .map(|(room, row)| Room { max: room.max.max(row.max), ..*room })
        .collect();
    let found = repairs(&problem, &room, 3, 1);
    let ways: Vec<Vec<(u32, u32, u32)>> =
        found.list.iter().map(|r| r.changes.iter().map(|c| (c.row, c.min, c.max)).collect()).collect();
    // Down by two and the village up by two, and so on: in between, a step here pays for a step there.
    assert_eq!(ways, [vec![(0, 4, 8), (2, 0, 4)], vec![(0, 3, 8), (2, 0, 3)], vec![(0, 2, 8)]]);
    let costs: Vec<String> = found.list.iter().map(|r| r.cost.to_string()).collect();
    assert_eq!(costs, ["14/3", "5", "16/3"]);
    assert_eq!(found.list[0].panel, Panel(vec![(0, 4), (2, 4)]));
}
