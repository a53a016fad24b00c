//! V30. Those who may vote are the people who are in by the list of events that the act names, if they are entitled, and
//! others with an entitled role, each once; of each role no more were present than are on the roll.

use super::super::report::{Claim, Id, Remark, Tally, Why, not_checked};
use super::reading::{Acts, Ballot, Tally as Count, about, wrong};
use super::wrong::ActWrong;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::{files, form};
use crate::deliberation::roll::{DRAWN, Roll, is_guest, narrows};
use crate::draw::code::Code;

pub(super) fn check(acts: &Acts<'_>) -> Claim {
    if acts.ballots.is_empty() {
        return not_checked(Id::Rolls, Why::NothingOfIt);
    }
    let mut tally = Tally::new(Id::Rolls);
    for ballot in &acts.ballots {
        tally.check(is_right(acts, ballot), || wrong(ballot.act, ActWrong::Roll));
        tally.count(ballot.roll.members());
    }
    for count in &acts.tallies {
        let Some(ballot) = acts.ballot(count.ballot) else { continue };
        // A roll of a draw that was annulled is not of those who are in when it is counted.
        tally.check(acts.same_draw(ballot.act, count.act), || wrong(count.act, ActWrong::Annulled));
        let groups = ballot.roll.groups();
        let same = groups.iter().map(|it| &it.role).eq(count.present.iter().map(|it| &it.role));
        tally.check(same, || wrong(count.act, ActWrong::Present));
        for (group, there) in groups.iter().zip(&count.present) {
            let fits = there.least <= there.most && there.most <= group.people;
            tally.check(fits, || about(count.act, ActWrong::Present, &group.role));
        }
    }
    let counting = || acts.ballots.iter().filter(|it| acts.counts(it.act));
    let name = |it: &Ballot| it.rule.name.clone();
    let annulled = counting().filter(|it| acts.is_annulled(it.act));
    let annulled = annulled.map(|it| Remark::RollAnnulled { ballot: name(it), act: it.act });
    let told = annulled.chain(counting().filter_map(|it| later(acts, it)));
    let told = told.chain(counting().filter_map(|it| not_drawn(acts, it)));
    let told = told.chain(acts.tallies.iter().filter_map(|it| other_present(acts, it)));
    tally.claim().remark(told)
}

/// How many people on a roll were not drawn; where none of them were, how many who are in have no vote.
fn not_drawn(acts: &Acts<'_>, ballot: &Ballot) -> Option<Remark> {
    let groups = ballot.roll.groups();
    let others: u64 = groups.iter().filter(|it| it.role != DRAWN).map(|it| it.people).sum();
    let left = || Some(acts.people_in(&acts.link(ballot.act).facts)?.people);
    let left = if ballot.rule.entitled.iter().any(|it| it == DRAWN) { None } else { left() };
    let (ballot, members) = (ballot.rule.name.clone(), ballot.roll.members());
    (others > 0).then_some(Remark::NotDrawn { ballot, others, members, left })
}

/// That a recount says that others were present than the count that it replaces: more, fewer, or as many of other roles.
fn other_present(acts: &Acts<'_>, count: &Count) -> Option<Remark> {
    let before = acts.tally(acts.link(count.act).facts.replaces?)?;
    // A range that became a number is no other vote.
    if narrows(&before.present, &count.present) {
        return None;
    }
    let all =
        |it: &Count| it.present.iter().fold((0, 0), |sum, role| (sum.0 + role.least, sum.1 + role.most));
    let ballot = acts.ballot(count.ballot)?.rule.name.clone();
    let (before, now, act) = (all(before), all(count), count.act);
    Some(match before == now {
        true => Remark::OtherRoles { ballot, act },
        false => Remark::OtherPresent { ballot, act, before, now },
    })
}

/// That events of the day of a ballot, or from before, were published after its roll was made: it does not know them.
fn later(acts: &Acts<'_>, ballot: &Ballot) -> Option<Remark> {
    let own = &acts.link(ballot.act).facts;
    let lists = ROSTERS.read(acts.folder).links;
    let known = |list: u32| {
        let rows = form::records(acts.folder.get(&ROSTERS.path(list, files::EVENTS))?).ok()?;
        let at = rows.first()?.iter().position(|heading| heading == "date")?;
        let dates = rows[1..].iter().filter_map(|row| row.get(at));
        Some(dates.filter(|date| **date <= *own.date).count() as u64)
    };
    let last = lists.iter().rfind(|link| link.facts.record == own.record)?;
    let named = lists.iter().find(|link| Some(link.digest.to_string()) == own.roster);
    let before = named.map_or(Some(0), |link| known(link.number))?;
    let events = known(last.number)?.saturating_sub(before);
    (events > 0).then(|| Remark::RollBefore { ballot: ballot.rule.name.clone(), events })
}

fn is_right(acts: &Acts<'_>, ballot: &Ballot) -> bool {
    let Some(is_in) = acts.people_in(&acts.link(ballot.act).facts) else { return false };
    let entitled = |role: &str| ballot.rule.entitled.iter().any(|it| it == role);
    let groups = ballot.roll.groups();
    let each =
        ballot.rule.entitled.iter().all(|role| groups.iter().any(|it| it.role == *role && it.people > 0));
    let known = groups.iter().all(|it| entitled(&it.role));
    let own = match (&ballot.roll, &is_in.codes) {
        (Roll::Counted(groups), None) => {
            let drawn = groups.iter().find(|it| it.role == DRAWN).map(|it| it.people);
            drawn == entitled(DRAWN).then_some(is_in.people)
        }
        (Roll::Coded(voters), Some(codes)) => {
            let drawn = voters.iter().filter(|it| it.role == DRAWN).map(|it| it.code.as_str());
            let drawn: Vec<&str> = drawn.collect();
            let due: Vec<String> = codes.iter().map(Code::to_string).collect();
            let same = if entitled(DRAWN) { drawn.iter().eq(due.iter()) } else { drawn.is_empty() };
            let others = voters.iter().filter(|it| it.role != DRAWN);
            let sound = |code: &str| {
                let own = Code::parse(code).is_ok_and(|it| it.to_string() == code);
                (own || is_guest(code)) && due.iter().all(|it| it != code)
            };
            same && others.into_iter().all(|it| sound(&it.code))
        }
        _ => false,
    };
    each && known && own && ballot.roll.is_in_order()
}
