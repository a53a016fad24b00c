//! The plots of a programme's page. Imports `assembly`, `programme`, `words` and its siblings.

use super::tables::{Cohorts, amount, running_out, spread};
use crate::assembly::programme::{Report, Runs};
use crate::base::plots::{self, Bar, Group, Lane, Look, WHOLE};
use crate::programme::Day;
use crate::programme::chances::{Exact, Sum};
use crate::words::catalogue::{Lang, count, number, say};
use crate::words::{parts, programme, shown};
use num_bigint::BigInt;
use std::collections::BTreeMap;

/// Millionths of the most.
fn share(n: u64, most: u64) -> u32 {
    (u128::from(n) * u128::from(WHOLE) / u128::from(most.max(1))).min(u128::from(u32::MAX)) as u32
}

/// Hundredths of a number that is not below nothing, so that bars are whole numbers.
fn hundredths(exact: &Exact) -> u64 {
    let scaled = exact * Exact::from_integer(BigInt::from(100));
    u64::try_from(scaled.round().to_integer()).unwrap_or(0)
}

/// Hundredths of the root of a variance.
fn root(variance: &Exact) -> u64 {
    let scaled = variance * Exact::from_integer(BigInt::from(10_000));
    u64::try_from(scaled.to_integer().sqrt()).unwrap_or(0)
}

/// Bars of all cohorts but that of everybody: what came, how far it may lie from what was to be expected, and what a share as
/// large as that of the people in the register would be.
pub(super) fn cohorts(lang: Lang, of: &Cohorts<'_>) -> Option<String> {
    let all: Vec<_> = of.sums.iter().filter(|((feature, _), _)| !feature.is_empty()).collect();
    let everybody = (String::new(), String::new());
    let (people, got) = (of.register.get(&everybody), of.sums.get(&everybody).map(|sum| sum.seats));
    // People of a cohort, by people of the register, of all letters or seats.
    let fair = |cohort: &(String, String)| -> Option<u64> {
        let own = u128::from(*of.register.get(cohort)?) * u128::from(got?) * 100;
        u64::try_from(own / u128::from((*people?).max(1))).ok()
    };
    let most = all.iter().map(|(cohort, sum)| {
        let upto = hundredths(&sum.expected) + root(&sum.variance);
        (sum.seats * 100).max(upto).max(fair(cohort).unwrap_or(0))
    });
    let most = most.max().filter(|&most| most > 0)?;
    let mut beside = false;
    let group = |(cohort, sum): &(&(String, String), &Sum)| {
        let (expected, deviation) = (hundredths(&sum.expected), root(&sum.variance));
        let fair = fair(cohort).map(|fair| {
            beside = true;
            let people = parts::people(lang, of.register.get(*cohort).copied().unwrap_or(0));
            Bar { look: Look::Open, share: share(fair, most), text: people }
        });
        let got =
            Bar { look: Look::Hatched, share: share(sum.seats * 100, most), text: number(lang, sum.seats) };
        Group {
            name: format!("{}: {}", cohort.0, cohort.1),
            bars: fair.into_iter().chain([got]).collect(),
            range: Some((share(expected.saturating_sub(deviation), most), share(expected + deviation, most))),
        }
    };
    let groups: Vec<Group> = all.iter().map(group).collect();
    let mut legend = vec![(Look::Hatched, say!(lang, "prog-plot-got"))];
    if beside {
        legend.insert(0, (Look::Open, say!(lang, "prog-plot-share")));
    }
    let alt = say!(lang, "prog-plot", title = of.title.clone());
    Some(plots::bars(&alt, &legend, Some(&say!(lang, "prog-plot-expected")), &groups))
}

/// What people gave: the most that one of them did, and the mean with its spread, each thing on a scale of its own.
pub(super) fn burden(lang: Lang, report: &Report) -> String {
    let own = report.burden.iter().filter(|(_, load)| load.people > 0);
    let groups = own.map(|(event, load)| {
        let (mean, variance) = spread(load);
        let (mean, deviation) = (hundredths(&mean), root(&variance));
        let most = (load.largest * 100).max(mean);
        let bar = |look, length, text| Bar { look, share: share(length, most), text };
        Group {
            name: say!(lang, "prog-report-burden-what", event = event.word()),
            bars: vec![
                bar(Look::Open, load.largest * 100, amount(lang, *event, load.largest)),
                bar(Look::Hatched, mean, amount(lang, *event, (mean + 50) / 100)),
            ],
            range: Some((share(mean.saturating_sub(deviation), most), share(mean + deviation, most))),
        }
    });
    let legend =
        [(Look::Open, say!(lang, "prog-plot-largest")), (Look::Hatched, say!(lang, "prog-plot-mean"))];
    let alt = say!(lang, "prog-report-burden");
    plots::bars(&alt, &legend, Some(&say!(lang, "prog-plot-spread")), &groups.collect::<Vec<_>>())
}

/// How the register runs out: people who are open, today and after each of the next draws; under rules by which people come
/// back, today alone.
pub(super) fn register(lang: Lang, runs: &Runs) -> String {
    let bar = |look, people: u64| Bar { look, share: share(people, runs.people), text: number(lang, people) };
    let mut groups = vec![Group {
        name: say!(lang, "prog-plot-register"),
        bars: vec![bar(Look::Open, runs.people)],
        range: None,
    }];
    let mut left = running_out(runs);
    if left.is_empty() {
        left.push((0, runs.open));
    }
    let after = |&(draws, people): &(u64, u64)| Group {
        name: say!(lang, "prog-plot-after", draws = count(lang, draws)),
        bars: vec![bar(Look::Hatched, people)],
        range: None,
    };
    groups.extend(left.iter().map(after));
    plots::bars(&say!(lang, "prog-report-runs-title"), &[], None, &groups)
}

/// The calendar: when there was what, and until when seats last.
pub(super) fn calendar(lang: Lang, report: &Report, today: Day) -> String {
    let mut kinds: BTreeMap<usize, (String, Vec<Day>)> = BTreeMap::new();
    for chapter in &report.calendar {
        let own = || (programme::kind(lang, chapter.kind), Vec::new());
        let at = kinds.entry(chapter.kind as usize).or_insert_with(own);
        at.1.extend(Day::parse(&chapter.date));
    }
    let ends: Vec<(&String, Day, u64)> = report
        .terms
        .iter()
        .flatten()
        .flat_map(|(body, ends)| ends.iter().map(move |(until, seats)| (body, *until, *seats)))
        .collect();
    let days = kinds.values().flat_map(|(_, days)| days).copied().chain([today]);
    let days: Vec<Day> = days.chain(ends.iter().map(|(_, until, _)| *until)).collect();
    let first = days.iter().min().map_or(today.year(), |day| day.year());
    let last = days.iter().max().map_or(today, |day| *day).year() + 1;
    let whole = u64::from(last - first) * DAYS;
    let at = |day: Day| share(u64::from(day.year() - first) * DAYS + day.of_year(), whole);
    let mut lanes: Vec<Lane> = Vec::new();
    for (name, days) in kinds.into_values() {
        lanes.push(Lane { name, marks: days.into_iter().map(at).collect(), span: None });
    }
    for (body, until, seats) in ends {
        let seats = parts::seats(lang, seats);
        let name = say!(
            lang,
            "prog-report-terms-line",
            body = shown(body),
            until = until.to_string(),
            seats = seats
        );
        lanes.push(Lane { name, marks: Vec::new(), span: Some((at(today), at(until))) });
    }
    // Eight years at most have their number.
    let step = usize::from((last - first).div_ceil(8).max(1));
    let years = (first..=last).step_by(step);
    let moments = years.map(|year| (share(u64::from(year - first) * DAYS, whole), year.to_string()));
    plots::times(&say!(lang, "prog-plot-calendar"), &moments.collect::<Vec<_>>(), at(today), &lanes)
}

/// Days of a year, on a line of time where all years are as long.
const DAYS: u64 = 366;
