//! V20. Each seat plan below `sessions/` is of people of this record, and follows from its inputs and its
//! seed, as do the lists handed out. A plan changed on the day is made again from the plan before it.

use super::report::{Claim, Failure, Id, Outcome as Ends, Remark, Tally};
use super::seat_people::Members;
use super::seats::{Kept, Plans, path, unusable};
use crate::base::text::fold;
use crate::bundle::Folder;
use crate::deliberation::roll::says_drawn;
use crate::sessions::day::sheets;
use crate::sessions::record::verify::{self as seats, Outcome};
use crate::sessions::record::{SEATS_FILE, SEED_FILE};
use std::collections::BTreeMap;

pub(super) fn check(plans: &Plans<'_>, folder: &Folder, published: &[&str]) -> Claim {
    let mut tally = Tally::new(Id::SeatsFollow);
    let mut remarks: Vec<Remark> = vec![];
    for failure in &plans.unread {
        tally.check(false, || failure.clone());
    }
    for (_, line) in &plans.frozen {
        _ = tally.take(line.as_ref().map_err(Clone::clone));
    }
    let members = Members::of(folder);
    for plan in &plans.kept {
        follows(plan, plans, folder, &mut tally);
        are_members(&members, plan, plans, &mut tally, &mut remarks);
        remarks.extend(origin(plan, plans, published));
    }
    rivals(plans, &mut remarks);
    for line in published {
        named(plans, line, &mut tally);
    }
    let mut claim = tally.claim();
    // Nothing is wrong, but not every plan can be made again here: which version can is said.
    let others = plans.kept.iter().filter_map(|plan| Some((plan, plan.other_search()?)));
    for (at, (plan, why)) in others.enumerate() {
        if at == 0 && claim.outcome == Ends::Pass {
            claim.outcome = Ends::NotChecked(why);
        }
        let program = plan.saved.record.as_ref().map(|record| record.program.clone());
        remarks.extend(program.map(|program| Remark::MadeBy { program }));
    }
    remarks.dedup();
    claim.remark(remarks)
}

/// Made again from inputs and seed, the plan and its lists are the same.
fn follows(plan: &Kept<'_>, plans: &Plans<'_>, folder: &Folder, tally: &mut Tally) {
    let name = || plan.name.to_owned();
    let list = |list: &str| Failure::SeatList { file: path(plan.name, list) };
    for (claim, outcome) in &plan.outcomes {
        match (claim, outcome) {
            (seats::Claim::Inputs, Outcome::NotChecked(_)) => {
                tally.check(false, || unusable(folder, plan.name, SEED_FILE));
            }
            (seats::Claim::Inputs, _) => {
                tally.check(*outcome == Outcome::Holds, || Failure::SeatInputs { plan: name() });
                tally.check(plan.is_of_its_line(), || Failure::SeatFrozen { plan: name() });
            }
            (seats::Claim::Follows, Outcome::Fails(0, wrong)) => {
                let stream = wrong.iter().any(|file| file == SEED_FILE);
                tally.check(false, || match stream {
                    true => Failure::SeatStream { plan: name() },
                    false => unusable(folder, plan.name, SEATS_FILE),
                });
            }
            (seats::Claim::Follows, Outcome::Fails(wrong, _)) => {
                let seats = *wrong as u64;
                tally.check(false, || Failure::SeatsDiffer { plan: name(), seats });
            }
            // The claim says it in the end.
            (seats::Claim::Follows, Outcome::NotChecked(seats::Why::OtherSearch { .. })) => {}
            // Without its seed nothing more is to be said than that it is not there.
            (seats::Claim::Follows, Outcome::NotChecked(seats::Why::File(_))) => tally.count(1),
            (seats::Claim::Follows, Outcome::NotChecked(_)) => {
                let circular = plan.change().is_some_and(|change| plans.found(change).is_some());
                tally.check(false, || Failure::SeatBefore { plan: name(), circular });
            }
            (seats::Claim::Lists, _) => {
                let wrong = match outcome {
                    Outcome::Fails(_, wrong) => wrong.as_slice(),
                    _ => &[],
                };
                for file in sheets::FILES {
                    let there = plan.saved.lists.iter().any(|(known, _)| *known == file);
                    tally.check(there && !wrong.iter().any(|it| it == file), || match there {
                        true => list(file),
                        false => unusable(folder, plan.name, file),
                    });
                }
            }
            (seats::Claim::Follows, Outcome::Holds) => tally.count(1),
            (seats::Claim::Rules | seats::Claim::Figures | seats::Claim::NothingElse, _) => {}
        }
    }
}

/// What the seed of a plan binds, and what was chosen after it was known.
fn origin(plan: &Kept<'_>, plans: &Plans<'_>, published: &[&str]) -> Option<Remark> {
    let record = plan.saved.record.as_ref()?;
    let name = plan.name.to_owned();
    if let Some(change) = &record.change {
        let before = plan.before.map(|at| &plans.kept[at]);
        let mut first = before;
        while let Some(at) = first.and_then(|first| first.before) {
            first = Some(&plans.kept[at]);
        }
        let first = first.and_then(|first| first.saved.record.as_ref());
        return Some(Remark::SeatChange {
            plan: name,
            before: before.map(|before| before.name.to_owned()),
            round: change.round,
            people: (change.absent.len(), change.extra.len()),
            moves: change.move_at_most,
            frozen: first.is_some_and(|first| first.frozen),
        });
    }
    let own = plan.saved.line();
    let unnamed = !published.iter().any(|line| own.is_named_by(line));
    unnamed.then(|| Remark::SeatLine { plan: name, line: record.frozen.then(|| own.to_string()) })
}

/// Plans of which only one can be the one that was meant: of one line with different seeds, and different
/// changes of one round.
fn rivals(plans: &Plans<'_>, remarks: &mut Vec<Remark>) {
    let mut made: BTreeMap<String, Vec<(&str, &str)>> = BTreeMap::new();
    let mut changed: BTreeMap<(&str, &str, usize), Vec<&Kept<'_>>> = BTreeMap::new();
    for plan in &plans.kept {
        let Some(record) = &plan.saved.record else { continue };
        match &record.change {
            None => made
                .entry(plan.saved.line().to_string())
                .or_default()
                .push((plan.name, record.seed_text.trim())),
            Some(it) => {
                let from = (it.seatplan_before.as_str(), it.inputs_before.as_str(), it.round);
                changed.entry(from).or_default().push(plan);
            }
        }
    }
    let differ = |own: &[(&str, &str)]| own.iter().any(|(_, words)| *words != own[0].1);
    for (line, own) in made.into_iter().filter(|(_, own)| differ(own)) {
        let plans = own.into_iter().map(|(name, _)| name.to_owned()).collect();
        remarks.push(Remark::SeatRivals { plans, line });
    }
    let content = |plan: &Kept<'_>| (plan.saved.seats, plan.saved.inputs);
    let differ = |own: &[&Kept<'_>]| own.iter().any(|plan| content(plan) != content(own[0]));
    for ((.., round), own) in changed.into_iter().filter(|(_, own)| differ(own)) {
        let before = own[0].before.map(|at| plans.kept[at].name.to_owned());
        let plans = own.into_iter().map(|plan| plan.name.to_owned()).collect();
        remarks.push(Remark::SeatChanges { before, round, plans });
    }
}

/// A line that somebody saw before the seed was known is that of a plan here.
fn named(plans: &Plans<'_>, line: &str, tally: &mut Tally) {
    let made = || plans.kept.iter().filter(|plan| plan.change().is_none());
    let found = made().any(|plan| plan.saved.line().is_named_by(line));
    tally.check(found, || {
        let frozen = plans.frozen.iter().find(|(_, own)| own.as_ref().is_ok_and(|own| own.is_named_by(line)));
        Failure::SeatLine {
            line: line.trim().to_owned(),
            plans: made().count() as u64,
            frozen: frozen.map(|(name, _)| (*name).to_owned()),
        }
    });
}

/// Whether the people of a plan are of the panel, or are there in a role or as newcomers on the day, with the
/// features that the record has of them; and who of the panel is not there.
fn are_members(
    members: &Members,
    plan: &Kept<'_>,
    plans: &Plans<'_>,
    tally: &mut Tally,
    remarks: &mut Vec<Remark>,
) {
    let people = &plan.saved.brief.people;
    let known = |id: &str| members.seated.contains(id) || members.reserves.contains_key(id);
    let found = people.iter().filter(|person| known(&person.id)).count();
    let name = plan.name.to_owned();
    if !members.drawn || found == 0 && !members.by_id {
        remarks.push(Remark::SeatsNotCompared { plan: name });
        return;
    }
    let newcomers = plans.newcomers(plan);
    // A role that most of the panel have says nothing of whoever else has it.
    let common = |role: &str| {
        let own = |role: &&str| fold(role);
        let of = people.iter().filter(|person| members.seated.contains(&person.id));
        let of = of.filter_map(|person| person.role.as_deref()).filter(|it| own(it) == own(&role));
        2 * of.count() >= found
    };
    let lets_in = |role: &str| !says_drawn(role) && !common(role);
    let mut roles: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let (mut strangers, mut newcomer, mut reserves) = (0, (0, 0), 0);
    for person in people {
        let add = |(all, pool): &mut (u64, u64)| {
            *all += 1;
            *pool += u64::from(members.is_in_pool(&person.id));
        };
        match (members.reserves.get(&person.id), &person.role) {
            _ if members.seated.contains(&person.id) => {}
            (Some(called), _) => reserves += u64::from(!called),
            (None, Some(role)) if lets_in(role) => add(roles.entry(role.clone()).or_default()),
            (None, _) if newcomers.contains(person.id.as_str()) => add(&mut newcomer),
            (None, _) => strangers += 1,
        }
    }
    // A plan in which nobody is of the panel is not one of this panel, whatever their roles.
    if found == 0 {
        strangers = people.len() as u64;
    }
    let people = people.len() as u64;
    tally.check(strangers == 0, || Failure::SeatStrangers { plan: name.clone(), strangers, people });
    members.have_their_features(plan, &newcomers, tally);
    if strangers == 0 && (!roles.is_empty() || newcomer.0 + reserves > 0) {
        let roles = roles.into_iter().map(|(role, (all, pool))| (role, all, pool)).collect();
        remarks.push(Remark::SeatGuests { plan: name.clone(), roles, reserves, newcomers: newcomer });
    }
    let out = members.left_out(&plan.saved.brief) as u64;
    if found > 0 && out > 0 {
        remarks.push(Remark::SeatsLeftOut { plan: name, people: out, of: members.now.len() as u64 });
    }
}
