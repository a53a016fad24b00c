//! Finding the lottery: the only place that may call a solver. May import `base` and the rest of
//! `lottery`.
//!
//! 1. `levels`, `nash`, `goldilocks`: the fairest chances over the quota polytope, proved by whole-number
//!    multipliers.
//! 2. `decompose`: those chances as a mixture of panels. Where that fails, a cut that no panel breaks
//!    is added and step 1 repeated: the panels' hull is smaller than the polytope there.
//! 3. `round`: the mixture as whole tickets, checked in integers.
//!
//! Before 2 and 3 `lots` deals whole tickets for those chances directly, which is faster and gives panels
//! that are central: each value's seats are its average, rounded down or up. Only where that leaves
//! somebody more than a ticket off are panels weighed.

mod anneal;
mod answer;
mod backend;
mod blame;
mod centre;
mod choice;
mod claim;
mod deal_tickets;
mod decompose;
mod dense;
mod elastic;
mod exact;
mod few;
mod goldilocks;
mod housed;
mod learn;
mod levels;
mod local;
mod lots;
mod make;
mod mixture;
mod nash;
mod prove;
mod quota_effects;
mod rare;
mod repair;
mod round;
mod rows;
mod search_again;
mod seated;
mod seek;
mod simplex;
mod tabu;

use crate::lottery::certificate::{Certificate, nearly};
use crate::lottery::fairest::{self, fairest};
use crate::lottery::overall::{self, PARTS};
use crate::lottery::problem::{Panel, Problem};
use crate::lottery::shape;
use crate::lottery::tickets::TicketLottery;
use few::Allowed;
use levels::{Chances, NoChances, System};
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

pub use crate::lottery::objective::Objective;
pub use answer::{Clash, Found, Lottery, No, Options, Progress, ShutOut, Stage, Status, Work};
use blame::{CLASH_CASES, blame};
pub use choice::by_choice;
pub use few::{Few, Near, nearest};
pub use housed::found as found_without_homes;
pub use make::{make, make_again};
pub use prove::{Demands, Verdict, decide, smallest_clash, smallest_ends};
pub use quota_effects::{Holding, Outlook, holding, outlook, shut_out_of};
pub use repair::{Known, Repair, Repairs, Room, repairs};
pub use search_again::{search_again, search_to_the_end};

/// Cases, or what takes as long, before it counts as not settled whether there is a panel: half a minute or
/// so at most.
const FEASIBLE_CASES: u32 = 5_000;
/// Of a lottery that is made of the panels found, the work for further ones: so many times that of a check.
const THOROUGH: u32 = 6;

/// A panel that meets the quotas, or why there is none.
///
/// # Errors
/// [`No`]; `Infeasible` is proved, never a solver's word.
pub fn feasible(problem: &Problem) -> Result<Panel, No> {
    settle(problem, &mut |_| {}).map(|(panel, _)| panel)
}

/// [`feasible`]; and where a panel is hard to find, whether there are only few. `effort` multiplies the work
/// for further panels; 1 is a second or two.
///
/// # Errors
/// As in [`feasible`].
pub fn found(problem: &Problem, effort: u32, progress: &mut dyn FnMut(&Progress)) -> Result<Found, No> {
    let (panel, hunt) = settle(problem, progress)?;
    let few =
        hunt.and_then(|hunt| few::known(problem, &panel, hunt, Allowed::GLANCE, Allowed::usual(effort)));
    Ok(Found { panel, few })
}

fn settle<'a>(
    problem: &'a Problem,
    progress: &mut dyn FnMut(&Progress),
) -> Result<(Panel, Option<prove::Hunt<'a>>), No> {
    let told = &mut |done, of| progress(&Progress { stage: Stage::Deciding, done, of: Some(of), gap: None });
    match prove::settle(problem, &Demands::default(), FEASIBLE_CASES, told) {
        (Verdict::Yes(panel), _, hunt) => Ok((panel, hunt)),
        (Verdict::Unknown, ..) => Err(No::Undecided),
        (Verdict::No { cases, rows }, ..) => {
            let smallest = smallest_clash(problem, &rows, CLASH_CASES);
            let ends = smallest.as_ref().and_then(|rows| smallest_ends(problem, rows, CLASH_CASES));
            Err(No::Infeasible(Clash {
                ends: ends.unwrap_or_default(),
                smallest: smallest.is_some(),
                rows: smallest.unwrap_or(rows),
                only_integers: cases > 1,
                proof: None,
            }))
        }
    }
}

/// Finds the fairest lottery that the quotas allow.
///
/// # Errors
/// [`No`] where no panel meets the quotas (proved), where that could not be settled, or where the
/// arithmetic failed. Never a lottery that is silently worse than said.
pub fn solve(
    problem: &Problem,
    options: &Options,
    progress: &mut dyn FnMut(&Progress),
) -> Result<Lottery, No> {
    solve_if(problem, options, progress, &mut |_| true)?.ok_or(No::Numeric)
}

/// [`solve`]; `None` as soon as the expected seats of the profiles are not `wanted`.
fn solve_if(
    problem: &Problem,
    options: &Options,
    progress: &mut dyn FnMut(&Progress),
    wanted: &mut dyn FnMut(&[f64]) -> bool,
) -> Result<Option<Lottery>, No> {
    let Found { panel: first, few } = found(problem, THOROUGH.saturating_mul(options.effort), progress)?;
    let mut work = Work::default();
    let mut system = System { problem, cuts: Vec::new(), possible: vec![true; problem.profiles()] };
    let mut finder = decompose::Finder::new(&system, first.clone(), options.effort, few.clone());
    // Where the panels are all known, that is ground enough; of small pools quotas can be named quickly.
    let cells = (problem.profiles() * (problem.rows.len() + 1)).max(1);
    let quick = u32::try_from(BLAMED / cells).unwrap_or(CLASH_CASES).min(CLASH_CASES);
    let mut left = if few.as_ref().is_some_and(|few| few.all) { quick } else { CLASH_CASES };
    let mut shut_out = Vec::new();
    // The chances last found, under so many cuts.
    let mut last: Option<(Chances, usize)> = None;
    loop {
        let found = match options.objective {
            Objective::Leximin => system.leximin(&mut |levels| {
                progress(&Progress { stage: Stage::Levels, done: levels as u64, of: None, gap: None });
            }),
            Objective::Maximin => system.maximin(),
            Objective::Nash => system.nash(),
            Objective::Goldilocks => system.goldilocks(),
        };
        let chances = match (found, &few, last.take()) {
            (Ok(chances), ..) => chances,
            // The cuts leave so little between the few panels that the arithmetic loses its way: the panels are weighed
            // to come as near as they can to the chances before, and the status says how near.
            (Err(_), Some(_), Some((chances, cuts))) => {
                system.cuts.truncate(cuts);
                let x = chances.seats(&problem.sizes);
                let (fit, off) = finder.fit(&system, &x, None, &mut work, progress);
                let tickets = round::shares(finder.panels(), &fit.weights, options.tickets);
                let tickets = centred(problem, &x, tickets);
                let made = finish(&system, options, chances, tickets, off, shut_out, work)?;
                return Ok(Some(Lottery { few, ..made }));
            }
            // `feasible` found a panel, so a contradiction can only be a numeric accident.
            (Err(NoChances::Empty | NoChances::Numeric), ..) => return Err(No::Numeric),
        };
        work.iterations += chances.work;
        let nobody = chances.levels.first().filter(|level| level.value.0.is_zero());
        if let Some(level) = nobody {
            // The smallest chance is zero already among fractional panels.
            let profiles = level.settled.clone();
            shut(&mut system, &mut shut_out, &profiles, &mut left);
            continue;
        }
        let x = chances.seats(&problem.sizes);
        if !wanted(&x) {
            return Ok(None);
        }
        let told = &mut |done| {
            progress(&Progress { stage: Stage::Tickets, done, of: Some(options.tickets), gap: None });
        };
        let by_one = problem.profiles() > DENSE && lots::part(&x) > FINE;
        let tries = match (lots::are_unlike(problem, &x), by_one) {
            // Lots need panels that a short search finds.
            _ if few.is_some() => &[],
            (true, true) => &lots::DRAWING[..],
            (false, true) => &[],
            (true, false) => &lots::UNLIKE,
            (false, false) => &lots::TRIES,
        };
        let mut dealt = lots::tickets(problem, &x, options.tickets, tries, &mut work.scans, told);
        let worst = |tickets: &TicketLottery| lots::worst(problem, &x, tickets);
        if few.is_none() && by_one && dealt.as_ref().is_none_or(|dealt| worst(dealt) > MENDED) {
            let certain = decompose::certain(problem, &x);
            finder.search().restart(&first, &certain);
            dealt = deal_tickets::deal(problem, &x, options.tickets, &certain, finder.search(), told);
        }
        let drawn = tries.iter().any(|how| how.draws());
        let seated = |tickets: &TicketLottery| {
            // Whoever has no ticket may have none for a reason that has to be found.
            let totals = tickets.seat_totals(problem.profiles());
            problem.profiles() > DENSE || totals.iter().zip(&x).all(|(&total, &x)| total > 0 || x <= 0.0)
        };
        // To weigh panels exactly takes n^3 operations for n profiles.
        let near_enough = if problem.profiles() > DENSE { MENDED } else { lots::NEAR_ENOUGH };
        if let Some(tickets) = &dealt
            && worst(tickets) <= near_enough
            && seated(tickets)
        {
            let tickets = more_central(problem, &x, tickets.clone(), drawn, &mut work, told);
            return finish(&system, options, chances, tickets, 0.0, shut_out, work).map(Some);
        }
        match finder.decompose(&system, &x, &mut work, progress) {
            decompose::Outcome::ShutOut(profiles) => shut(&mut system, &mut shut_out, &profiles, &mut left),
            decompose::Outcome::Cut(cut) if system.cuts.len() < 200 * options.effort as usize => {
                last = few.is_some().then_some((chances, system.cuts.len()));
                system.cuts.push(cut)
            }
            decompose::Outcome::Cut(_) => return Err(No::Undecided),
            decompose::Outcome::Mixture(weights, off) => {
                progress(&Progress { stage: Stage::Tickets, done: 0, of: None, gap: Some(off) });
                let panels = finder.panels().to_vec();
                let certain = decompose::certain(problem, &x);
                if few.is_some() {
                    let tickets = centred(problem, &x, round::shares(&panels, &weights, options.tickets));
                    let made = finish(&system, options, chances, tickets, off, shut_out, work)?;
                    return Ok(Some(Lottery { few, ..made }));
                }
                let rounded =
                    round::round(problem, &panels, &weights, &x, options.tickets, &certain, finder.search());
                work.scans += finder.search().scans;
                // Of two lotteries that are about as near to the chances the central one is better.
                let tickets = match dealt {
                    Some(dealt) if worst(&dealt) <= worst(&rounded).max(MENDED) => dealt,
                    _ => rounded,
                };
                let told = &mut |done| {
                    progress(&Progress { stage: Stage::Tickets, done, of: Some(options.tickets), gap: None });
                };
                let tickets = more_central(problem, &x, tickets, drawn, &mut work, told);
                return finish(&system, options, chances, tickets, off, shut_out, work).map(Some);
            }
        }
    }
}

/// Work to name the quotas that keep people from panels that are all known, in cases times cells of their programme.
const BLAMED: usize = 200_000;
/// With more profiles than this it goes without saying that not everybody has a ticket of a few.
const DENSE: usize = 2_000;
/// And with lots finer than one in so many then, seats are filled one by one (`deal`): that is faster there than a
/// search.
const FINE: f64 = 400.0;
/// Tickets that anybody may be off their share when tickets are dealt; where it would be more, panels are
/// weighed exactly.
const MENDED: f64 = 2.0;

/// The same lottery as near to the middle as exchanges get it, and everybody within a ticket of their share.
fn centred(problem: &Problem, x: &[f64], tickets: TicketLottery) -> TicketLottery {
    centre::centre(problem, centre::even(problem, x, tickets))
}

/// [`centred`]; where that is not central, and lots whose rows draw seats have not been `tried`, the lottery that these make, if
/// it is nearer to the middle and nobody is further from their share by more than a ticket.
fn more_central(
    problem: &Problem,
    x: &[f64],
    tickets: TicketLottery,
    tried: bool,
    work: &mut Work,
    progress: &mut dyn FnMut(u64),
) -> TicketLottery {
    let made = centred(problem, x, tickets);
    let beyond = |tickets| shape::beyond(problem, tickets);
    if tried || beyond(&made) == 0 || !lots::is_quick(problem, x) {
        return made;
    }
    let again = lots::tickets(problem, x, made.tickets(), &lots::DRAWING, &mut work.scans, progress);
    let off = |tickets| lots::worst(problem, x, tickets).max(lots::NEAR_ENOUGH);
    match again.map(|again| centred(problem, x, again)) {
        Some(again) if beyond(&again) < beyond(&made) && off(&again) <= off(&made) => again,
        _ => made,
    }
}

/// The most tickets by which any profile is above or below its chances, a person.
fn farthest(problem: &Problem, tickets: &TicketLottery, chance: &[f64]) -> f64 {
    let m = tickets.tickets() as f64;
    let totals = tickets.seat_totals(problem.profiles());
    let each = totals.iter().zip(&problem.sizes).zip(chance);
    each.map(|((&total, &n), p)| (p * m - total as f64 / f64::from(n)).abs()).fold(0.0, f64::max)
}

/// Marks profiles as impossible and looks up the quotas to blame.
fn shut(system: &mut System, shut_out: &mut Vec<ShutOut>, profiles: &[u32], left: &mut u32) {
    for &profile in profiles {
        system.possible[profile as usize] = false;
        shut_out.push(ShutOut { profile, rows: blame(system.problem, profile, left) });
    }
    shut_out.sort_by_key(|s| s.profile);
}

/// By what part of itself an objective without levels could still be better, before rounding: as if there
/// were as many tickets as there are parts.
fn whole_gap(
    problem: &Problem,
    certificate: &Certificate,
    objective: Objective,
    chances: &[f64],
) -> Result<f64, No> {
    let total = |(p, &n): (&f64, &u32)| libm::round(p * PARTS as f64) as u128 * u128::from(n);
    let totals: Vec<u128> = chances.iter().zip(&problem.sizes).map(total).collect();
    let factor = match objective {
        Objective::Goldilocks => overall::goldilocks(problem, certificate, &totals, PARTS, 0)
            .map(|found| found.map(|(measure, least)| measure / least)),
        _ => overall::nash(problem, certificate, &totals, PARTS),
    };
    let over = factor.map_err(|_| No::Numeric)?.ok_or(No::Numeric)? - BigInt::from(1);
    let scaled = (over * BigInt::from(1_000_000_000_000_000_000_u64)).to_integer();
    Ok(scaled.to_f64().ok_or(No::Numeric)? / 1e18)
}

/// Checks everything once more in integers and states how good the lottery is.
fn finish(
    system: &System,
    options: &Options,
    chances: Chances,
    tickets: TicketLottery,
    off: f64,
    shut_out: Vec<ShutOut>,
    work: Work,
) -> Result<Lottery, No> {
    let problem = system.problem;
    let sound = tickets.tickets() == options.tickets
        && problem.admits_all(tickets.shares.iter().map(|share| &share.panel));
    let certificate = Certificate {
        shut_out: shut_out.iter().map(|s| s.profile).collect(),
        cuts: system.cuts.clone(),
        levels: chances.levels,
        overall: chances.overall,
    };
    if !sound || !certificate.is_well_formed(problem.profiles()) {
        return Err(No::Numeric);
    }
    let totals: Vec<u128> = tickets.seat_totals(problem.profiles()).into_iter().map(u128::from).collect();
    let (loosest, proved) = match options.objective {
        Objective::Leximin => (0.0, fairest(problem, &certificate).is_ok()),
        Objective::Maximin => {
            let bound = fairest::smallest(problem, &certificate).map_err(|_| No::Numeric)?;
            let value = certificate.levels.first().map_or(0.0, |level| level.chance());
            (nearly(&bound) - value, true)
        }
        Objective::Nash => {
            let off = overall::nash_off(problem, &certificate, &totals, options.tickets);
            let proved = off.is_ok_and(|off| off.is_some());
            (whole_gap(problem, &certificate, Objective::Nash, &chances.chance)?, proved)
        }
        Objective::Goldilocks => {
            (whole_gap(problem, &certificate, Objective::Goldilocks, &chances.chance)?, true)
        }
    };
    let gap = loosest.max(off);
    let rounding = farthest(problem, &tickets, &chances.chance);
    let status = if !proved {
        Status::StoppedAfter(gap)
    } else if gap <= 1e-7 {
        Status::Optimal
    } else if gap <= 1e-4 {
        Status::Within(gap)
    } else {
        Status::StoppedAfter(gap)
    };
    Ok(Lottery {
        objective: options.objective,
        status,
        gap,
        tickets,
        certificate,
        shut_out,
        ideal: chances.chance,
        rounding,
        few: None,
        work,
    })
}
