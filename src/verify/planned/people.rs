//! Who may be expected at the tables, by code and by id, and what is known of whoever sits there.

#![cfg(test)]

use super::*;
use crate::sessions::model::brief::{Keep, KeepGroup};
use crate::verify::honest::{counts, events, record, refit, settled, state};
use crate::verify::report::{Id, Tally};
use crate::verify::seat_people::Members;
use std::collections::BTreeSet;

fn cells(folder: &Folder, path: &str, heading: &str) -> Vec<String> {
    let rows = crate::bundle::form::records(&folder[path]).unwrap();
    let column = rows[0].iter().position(|it| it == heading).unwrap();
    rows[1..].iter().map(|row| row[column].to_owned()).collect()
}

fn set(all: &[Vec<String>]) -> BTreeSet<String> {
    all.iter().flatten().cloned().collect()
}

#[test]
fn members_are_known_by_code_and_by_id() {
    let folder = settled();
    let members = Members::of(&folder);
    assert!(members.drawn && members.by_id);
    let panel = [cells(&folder, "public/draws/2/panel.csv", "code"), cells(&folder, "panel.csv", "id")];
    let had = [cells(&folder, "public/confirmed.csv", "code"), vec!["g".to_owned()]];
    assert_eq!(members.seated, set(&[panel.concat(), had.concat()]));
    let reserves =
        [cells(&folder, "public/draws/2/reserves.csv", "code"), cells(&folder, "reserves.csv", "id")];
    assert_eq!(members.reserves.keys().cloned().collect::<BTreeSet<_>>(), set(&reserves));
    assert!(members.reserves.values().all(|called| !called));
    // Everybody who is in has both.
    assert_eq!(members.now.len(), 3);
    let ids: BTreeSet<String> = members.now.iter().filter_map(|it| it.1.clone()).collect();
    assert_eq!(ids, set(&[panel[1].clone(), vec!["g".to_owned()]]));
    // Of the pool are all but who had a seat and who was excluded.
    for id in ["a", "b", "c", "d", "e", "f"] {
        assert!(members.is_in_pool(id), "{id}");
    }
    for code in cells(&folder, "public/pool.csv", "code") {
        assert!(members.is_in_pool(&code));
        // Written otherwise it is nobody's.
        let small = code.to_lowercase();
        assert!(small == code || !members.is_in_pool(&small), "{small}");
    }
    for id in ["g", "h", "nobody", &had[0][0]] {
        assert!(!members.is_in_pool(id), "{id}");
    }
    // Without the table of codes no id is anybody's.
    let mut codeless = folder.clone();
    codeless.remove("sealed/codes.csv").unwrap();
    assert!(!Members::of(&codeless).by_id);
}

#[test]
fn reserves_who_were_called_are_members() {
    let folder = record();
    let members = Members::of(&folder);
    let called = cells(&folder, "public/rosters/2/events.csv", "code").pop().unwrap();
    let codes = cells(&folder, "public/draws/2/reserves.csv", "code");
    for (code, id) in codes.iter().zip(cells(&folder, "reserves.csv", "id")) {
        assert_eq!((members.reserves[code], members.reserves[&id]), (*code == called, *code == called));
    }
    assert!(members.now.iter().any(|it| it.0 == called));
    assert_eq!(members.now.len(), 2);
    // Events of another draw say nothing of this one.
    let mut other = folder.clone();
    state(&mut other, "public/rosters/2/roster.json", "draw", 1.into());
    refit(&mut other, "rosters/2");
    let members = Members::of(&other);
    let now: BTreeSet<String> = members.now.into_iter().map(|it| it.0).collect();
    assert_eq!(now, set(&[cells(&folder, "public/draws/2/panel.csv", "code")]));
    // Of those who had a seat as well.
    let mut had = settled();
    events(&mut had);
    assert_eq!(Members::of(&had).now.len(), 3);
}

/// Where no codes are public, the clerk's lists and the sealed part say who they are.
#[test]
fn without_codes_members_are_known_by_id() {
    let folder = counts();
    let members = Members::of(&folder);
    assert!(members.drawn && members.by_id);
    assert_eq!(members.seated, set(&[cells(&folder, "panel.csv", "id")]));
    let reserves: BTreeSet<String> = members.reserves.keys().cloned().collect();
    assert_eq!(reserves, set(&[cells(&folder, "reserves.csv", "id")]));
    assert!(members.reserves.values().all(|called| !called));
    let mut public = folder.clone();
    public.retain(|name, _| !name.starts_with("sealed/"));
    let members = Members::of(&public);
    assert!(members.drawn && !members.by_id && members.seated.is_empty() && members.now.is_empty());
    let mut undrawn = folder.clone();
    undrawn.retain(|name, _| !name.starts_with("public/draws/"));
    let members = Members::of(&undrawn);
    assert!(!members.drawn && !members.by_id && members.seated.is_empty());
    // A list of the clerk's with nobody in it, and one of strangers, name nobody.
    for rows in ["", "x,man,Elm 1\n"] {
        let mut strange = folder.clone();
        strange.insert("panel.csv".into(), format!("id,gender,street\n{rows}").into_bytes());
        assert!(Members::of(&strange).seated.is_empty(), "{rows}");
    }
}

#[test]
fn people_who_are_kept_together_are_of_that_value() {
    let (people, whole) = (who_is_in(&WHOLE), brief(&WHOLE));
    let of = people.iter().filter(|it| it.1 == "a").filter_map(|it| whole.person(&it.0));
    let mut of: Vec<u16> = of.collect();
    of.sort_unstable();
    let kept = |feature: &str, value: &str, people: &[u16]| {
        let (feature, value, people) = (feature.to_owned(), value.to_owned(), people.to_vec());
        let claim = follows(&WHOLE, move |plans| {
            let groups = vec![KeepGroup { value: value.clone(), people: people.clone() }];
            let keep = Keep { feature: feature.clone(), groups, tables: None, spoken: false };
            let brief = &mut plans.kept[0].saved.brief;
            brief.mix.clear();
            brief.keep = vec![keep];
        });
        (claim.outcome, claim.checked)
    };
    let plain = follows(&WHOLE, |plans| plans.kept[0].saved.brief.mix.clear()).checked;
    let wrong =
        |people| Outcome::Fail(Failure::SeatFeature { plan: name(), feature: "group".into(), people });
    assert_eq!(kept("group", "a", &of), (Outcome::Pass, plain + 1));
    assert_eq!(kept("Group", "A", &of), (Outcome::Pass, plain + 1));
    assert_eq!(kept("taste", "a", &of), (Outcome::Pass, plain));
    assert_eq!(kept("group", "a", &of[1..]).0, wrong(1));
    let stranger = (0..people.len() as u16).find(|at| !of.contains(at)).unwrap();
    let mut more = of.clone();
    more.push(stranger);
    more.sort_unstable();
    assert_eq!(kept("group", "a", &more).0, wrong(1));
    assert_eq!(kept("group", "b", &of).0, wrong(people.len() as u64));
}

/// Somebody of the pool turned up on the day: what is said of them must be right, and nothing need be said.
#[test]
fn of_a_newcomer_nothing_need_be_said() {
    let (all, seated) = (codes(&WHOLE, "public/pool.csv"), codes(&WHOLE, "public/draws/2/panel.csv"));
    let reserves = codes(&WHOLE, "public/draws/2/reserves.csv");
    // Whoever declined is of the pool, and their features are known.
    let is_in = who_is_in(&WHOLE);
    let out = seated.iter().find(|it| !is_in.contains(it)).unwrap().clone();
    let spare = all.iter().find(|it| !seated.contains(it) && !reserves.contains(it));
    assert_eq!(spare, None, "twelve people, ten seats and two reserves");
    let mut folder = WHOLE.clone();
    changed(&mut folder, "day-1", "day-1-2", &Change { extra: vec![out.0.clone()], ..Change::default() });
    let plan = Plans::read(&folder);
    let at = plan.kept.iter().position(|it| it.name == "day-1-2").unwrap();
    assert_eq!(plan.newcomers(&plan.kept[at]), BTreeSet::from([out.0.as_str()]));
    let brief = &plan.kept[at].saved.brief;
    let (person, kept) = (brief.person(&out.0).unwrap(), out.1);
    let features = |newcomer: bool, value: Option<&str>, group: Option<(&str, bool)>| {
        let mut plans = Plans::read(&folder);
        let brief = &mut plans.kept[at].saved.brief;
        match value {
            None => brief.mix.clear(),
            Some(value) => {
                let mix = &mut brief.mix[0];
                let place = mix.values.iter().position(|it| it == value).unwrap_or_else(|| {
                    mix.values.push(value.to_owned());
                    mix.values.len() - 1
                });
                mix.of[usize::from(person)] = place.try_into().unwrap();
            }
        }
        if let Some((value, there)) = group {
            let right = is_in.iter().filter(|it| it.1 == value);
            let right = right.filter_map(|it| brief.person(&it.0));
            let mut people: Vec<u16> = right.chain(there.then_some(person)).collect();
            people.sort_unstable();
            let groups = vec![KeepGroup { value: value.to_owned(), people }];
            brief.keep = vec![Keep { feature: "group".into(), groups, tables: None, spoken: false }];
        }
        let newcomers = if newcomer { BTreeSet::from([out.0.as_str()]) } else { BTreeSet::new() };
        let mut tally = Tally::new(Id::SeatsFollow);
        Members::of(&folder).have_their_features(&plans.kept[at], &newcomers, &mut tally);
        tally.claim().outcome
    };
    let wrong =
        Outcome::Fail(Failure::SeatFeature { plan: "day-1-2".into(), feature: "group".into(), people: 1 });
    let other = if kept == "a" { "b" } else { "a" };
    for (newcomer, value, due) in [
        (true, kept, true),
        (false, kept, true),
        (true, "", true),
        (false, "", false),
        (true, other, false),
        (false, other, false),
    ] {
        let due = if due { Outcome::Pass } else { wrong.clone() };
        assert_eq!(features(newcomer, Some(value), None), due, "{newcomer} {value}");
    }
    for (newcomer, value, there, due) in [
        (true, kept, true, true),
        (true, kept, false, true),
        (true, other, true, false),
        (true, other, false, true),
        (false, kept, true, true),
        (false, kept, false, false),
        (false, other, true, false),
        (false, other, false, true),
    ] {
        let due = if due { Outcome::Pass } else { wrong.clone() };
        assert_eq!(features(newcomer, None, Some((value, there))), due, "{newcomer} {value} {there}");
    }
}

/// Reserves who were not called and newcomers are told of, together and alone.
#[test]
fn guests_of_the_day_are_told_of() {
    let is_in = who_is_in(&WHOLE);
    let reserves = codes(&WHOLE, "public/draws/2/reserves.csv");
    let reserve = reserves.iter().find(|it| !is_in.contains(it)).unwrap().0.as_str();
    let told = |extra: &[&str]| {
        let mut folder = WHOLE.clone();
        let extra = extra.iter().map(|it| (*it).to_owned()).collect();
        changed(&mut folder, "day-1", "day-1-2", &Change { extra, ..Change::default() });
        let remarks = seat_plans(&folder, &[]).swap_remove(0).remarks;
        let guests = remarks.into_iter().filter_map(|it| match it {
            Remark::SeatGuests { plan, reserves, newcomers, .. } => Some((plan, reserves, newcomers)),
            _ => None,
        });
        guests.collect::<Vec<_>>()
    };
    let plan = || "day-1-2".to_owned();
    assert_eq!(told(&["guest"]), [(plan(), 0, (1, 0))]);
    assert_eq!(told(&[reserve]), [(plan(), 1, (0, 0))]);
    assert_eq!(told(&["guest", reserve]), [(plan(), 1, (1, 0))]);
}

/// How many of those in a role could have been drawn, and were not, is told with it.
#[test]
fn of_people_in_a_role_it_is_told_how_many_are_of_the_pool() {
    // Neither of the two reserves is in reserve here, so both are of the pool only.
    let mut folder = WHOLE.clone();
    let reserves = codes(&folder, "public/draws/2/reserves.csv");
    folder.retain(|path, _| !path.ends_with("reserves.csv"));
    let members = Members::of(&folder);
    assert!(members.reserves.is_empty() && reserves.iter().all(|it| members.is_in_pool(&it.0)));
    let guests = |ids: &[&str]| {
        let claim = follows(&folder, |plans| {
            let people = &mut plans.kept[0].saved.brief.people;
            for person in people.iter_mut() {
                let was_called = reserves.iter().any(|it| it.0 == person.id);
                person.role = was_called.then(|| "expert".to_owned());
            }
            let own: Vec<usize> = (0..people.len()).filter(|&at| people[at].role.is_none()).collect();
            for (at, id) in own.into_iter().zip(ids) {
                (people[at].id, people[at].role) = ((*id).to_owned(), Some("expert".to_owned()));
            }
        });
        let roles = claim.remarks.into_iter().find_map(|it| match it {
            Remark::SeatGuests { roles, .. } => Some(roles),
            _ => None,
        });
        roles.unwrap_or_default()
    };
    let is_in = who_is_in(&WHOLE);
    let spare = reserves.iter().find(|it| !is_in.contains(it)).unwrap().0.as_str();
    let of = |all, pool| vec![("expert".to_owned(), all, pool)];
    assert_eq!(guests(&[]), of(1, 1));
    assert_eq!(guests(&["nobody"]), of(2, 1));
    assert_eq!(guests(&["nobody", spare]), of(3, 2));
}

/// A plan that was changed names the plan before it by its seats and by its inputs.
#[test]
fn a_changed_plan_names_the_one_before_it() {
    let people = who_is_in(&WHOLE);
    let absent = Change { absent: vec![people[0].0.clone()], ..Change::default() };
    let mut folder = WHOLE.clone();
    changed(&mut folder, "day-1", "day-1-2", &absent);
    let record = |folder: &Folder| -> serde_json::Value {
        serde_json::from_slice(&folder["sessions/day-1-2/seed.json"]).unwrap()
    };
    let change = record(&folder)["change"].clone();
    let digest = |file: &str| {
        crate::base::digest::Digest::of(&folder[&format!("sessions/day-1-2/{file}")]).to_string()
    };
    let own = [("seatplan_before", digest("seatplan.csv")), ("inputs_before", digest("inputs.json"))];
    let outcome = |of: &[(&str, String)]| {
        let mut folder = folder.clone();
        for (field, to) in of {
            let from = change[field].as_str().unwrap();
            replace(&mut folder, "sessions/day-1-2/seed.json", from, to);
        }
        outcomes(&folder)[0].clone()
    };
    let before = |circular| Outcome::Fail(Failure::SeatBefore { plan: "day-1-2".into(), circular });
    assert_eq!(outcome(&[]), Outcome::Pass);
    for (field, _) in &own {
        assert_eq!(outcome(&[(field, "0".repeat(64))]), before(false), "{field}");
    }
    // One that names itself comes from nowhere.
    assert_eq!(outcome(&own), before(true));
}
