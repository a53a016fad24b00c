//! Where the staff of a sitting go. Imports its siblings.

use super::crew::{Crew, FLOWS, Slots, least, of_staff};
use super::feasible::{Answer, posted};
use super::flow::best_wishes;
use crate::sessions::model::demand::{Demand, DemandKind, apply};
use crate::sessions::model::problem::{Sitting, Size};

impl Crew {
    /// A placing that keeps every demand on the staff when people sit so, close to the usual one.
    pub fn for_seats(
        &self,
        demands: &[Demand],
        seats: &[Option<u16>],
        usual: Option<&Slots>,
    ) -> Option<Slots> {
        let mut asked = of_staff(demands);
        let mut who: Vec<u16> = asked.iter().filter_map(|demand| demand.kind.of_staff()).collect();
        who.sort_unstable();
        who.dedup();
        let origin = asked.first()?.origin;
        for &person in &who {
            let seat = seats[usize::from(person)].into_iter().collect();
            asked.push(Demand { kind: DemandKind::Only(person, seat), origin });
        }
        // Somebody without a seat asks nothing of the staff.
        asked.retain(|demand| match &demand.kind {
            DemandKind::Only(person, _) => seats[usize::from(*person)].is_some(),
            kind => kind.of_staff().is_none_or(|person| seats[usize::from(person)].is_some()),
        });
        let loose = Sitting {
            tables: vec![Size { least: 0, most: u16::MAX / 2 }; self.tables],
            present: seats.iter().map(Option::is_some).collect(),
            ..Sitting::default()
        };
        let asked: Vec<&Demand> = asked.iter().collect();
        posted(&loose, &asked, self, usual).1
    }
}

/// Where the staff of a sitting go: where they usually are when that keeps the rules and costs no more
/// than any other placing, else where it does.
///
/// `open` holds all rules but those on the staff.
pub fn place(open: &Sitting, demands: &[Demand], crew: &Crew, usual: Slots) -> Slots {
    if demands.iter().all(|demand| demand.kind.of_staff().is_none()) {
        return usual;
    }
    let kept = |slots: &Slots| kept(open, demands, crew, slots);
    let price = |slots: &Slots| {
        let mut sitting = open.clone();
        apply(&mut sitting, &crew.on_staff(slots, demands));
        best_wishes(&sitting).map(|(_, price)| price)
    };
    let usually = kept(&usual);
    if !open.wishes.is_empty()
        && let Some(least) = least(open, demands, crew, FLOWS)
    {
        if usually == Answer::Yes && price(&usual) == Some(least.price) {
            return usual;
        }
        let near = crew.for_seats(demands, &least.seats, Some(&usual));
        if let Some(slots) = near.filter(|slots| kept(slots) != Answer::No) {
            return slots;
        }
    }
    stay(open, demands, crew, usual)
}

/// Where the staff of a sitting go when they stay where they are unless a rule cannot be kept so.
pub fn stay(open: &Sitting, demands: &[Demand], crew: &Crew, usual: Slots) -> Slots {
    if kept(open, demands, crew, &usual) == Answer::Yes {
        return usual;
    }
    let all: Vec<&Demand> = demands.iter().collect();
    posted(open, &all, crew, Some(&usual)).1.unwrap_or(usual)
}

/// Whether all demands can be kept with a placing.
fn kept(open: &Sitting, demands: &[Demand], crew: &Crew, slots: &Slots) -> Answer {
    let placed = crew.placed(slots, demands);
    let placed: Vec<&Demand> = placed.iter().collect();
    posted(open, &placed, crew, None).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::model::demand::Origin;
    use crate::sessions::solve::crew::Helper;
    use crate::sessions::solve::feasible::feasible;
    use crate::sessions::{Plan, Problem, broken, figures};

    /// Every placing of the facilitators: as many tables have one as there can be.
    fn placings(crew: &Crew) -> Vec<Slots> {
        let staff = crew.staff.len();
        let mut all = vec![];
        for mut code in 0..(staff + 1).pow(crew.tables as u32) {
            let mut at = vec![];
            for _ in 0..crew.tables {
                at.push((code % (staff + 1)).checked_sub(1));
                code /= staff + 1;
            }
            let mut there: Vec<usize> = at.iter().flatten().copied().collect();
            let count = there.len();
            there.sort_unstable();
            there.dedup();
            if there.len() == count && count == staff.min(crew.tables) {
                all.push([vec![at], vec![vec![None; crew.tables]]]);
            }
        }
        all
    }

    /// The least price of a seating that keeps all rules with some placing, by trying everything.
    fn tried(open: &Sitting, demands: &[Demand], crew: &Crew) -> Option<u64> {
        let (people, tables) = (open.present.len(), open.tables.len());
        let mut best: Option<u64> = None;
        for slots in placings(crew) {
            let mut sitting = open.clone();
            apply(&mut sitting, &crew.on_staff(&slots, demands));
            let problem = Problem { people, sittings: vec![sitting], ..Problem::default() };
            for mut code in 0..tables.pow(people as u32) {
                let mut seats = vec![];
                for _ in 0..people {
                    seats.push(Some((code % tables) as u16));
                    code /= tables;
                }
                let plan = Plan { seats: vec![seats] };
                if broken(&problem, &plan).is_empty() {
                    let price = figures(&problem, &plan).wishes[0].price;
                    best = Some(best.map_or(price, |known| known.min(price)));
                }
            }
        }
        best
    }

    #[test]
    fn what_is_said_of_staff_is_true_over_all_their_placings() {
        let mut state = 3u64;
        let mut draw = |bound: u64| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % bound
        };
        let (mut yes, mut no, mut exact, mut moved) = (0, 0, 0, 0);
        for _ in 0..150 {
            let (people, tables) = (4 + draw(2) as usize, 2 + draw(2) as usize);
            let mut open = Sitting::even(vec![true; people], tables);
            open.wishes = (0..people * tables).map(|_| draw(4) as u32).collect();
            let helper = |staff: usize, speaks: u64| Helper {
                staff,
                notes: false,
                there: 1,
                speaks: (0..2).filter(|language| speaks >> language & 1 == 1).collect(),
            };
            let count = 1 + draw(tables as u64 + 1) as usize;
            let staff = (0..count).map(|k| helper(k, draw(4))).collect();
            let crew = Crew { staff, shifts: vec![vec![0]], tables };
            let mut demands = vec![];
            for k in 0..2 + draw(4) as usize {
                let person = draw(people as u64) as u16;
                let kind = match draw(4) {
                    0 => DemandKind::Only(person, vec![draw(tables as u64) as u16]),
                    1 => {
                        let helper = draw(count as u64) as usize;
                        DemandKind::Unhosted { person, helper, shifts: 1 }
                    }
                    _ => DemandKind::Spoken { person, language: draw(2) as usize, shifts: 1 },
                };
                demands.push(Demand { kind, origin: Origin::Rule(k) });
            }
            apply(&mut open, &demands);
            let asked: Vec<&Demand> = demands.iter().collect();
            let known = tried(&open, &demands, &crew);
            let answer = feasible(&open, &asked, &crew);
            assert_eq!(
                answer,
                if known.is_some() { Answer::Yes } else { Answer::No },
                "{demands:?} {crew:?}"
            );
            let Some(known) = known else {
                no += 1;
                continue;
            };
            yes += 1;
            let least = least(&open, &demands, &crew, FLOWS).expect("what can be kept has a sharing");
            // Two people who need languages of one facilitator each are all that a flow overlooks here.
            assert!(least.price <= known, "{} is above {known}: {demands:?} {crew:?}", least.price);
            exact += usize::from(least.price == known);
            // The placing that a plan gets keeps the rules.
            let usual: Vec<Option<usize>> = (0..tables).map(|t| (t < count).then_some(t)).collect();
            let usual = [vec![usual], vec![vec![None; tables]]];
            let slots = place(&open, &demands, &crew, usual.clone());
            assert_eq!(kept(&open, &demands, &crew, &slots), Answer::Yes, "{demands:?} {crew:?}");
            moved += usize::from(slots != usual);
        }
        assert!(yes > 40 && no > 20 && moved > 10, "{yes} {no} {moved}");
        assert_eq!(exact, yes, "every bound is reached");
    }
}
