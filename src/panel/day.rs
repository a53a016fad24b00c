//! The one order of the events of one day, whatever order a clerk wrote them in. Imports its siblings.
//! Specified in `src/panel/SPEC.md`, section 3.
//!
//! Who is called depends on who has left already. If a list of one day could be written in any order, whoever
//! writes it could choose which reserves are called; so everything else counts before the calls of that day.

use super::roster::{Call, Event, Impossible, Roster};
use crate::base::rules::Rules;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Something that happened on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Number in the [`Roster`].
    pub person: usize,
    /// What.
    pub event: Event,
    /// Whether a reason is given.
    pub reason: bool,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Which of the day's events, as they were written.
    pub at: usize,
    /// Why it cannot stand, if it cannot.
    pub result: Result<(), Impossible>,
    /// The call that it was, if it was one.
    pub call: Option<Call>,
}

impl Rules {
    /// Lets the events of one day happen; of each what came of it, in the one order in which they count. `rank` is
    /// everybody's place in the order of codes.
    pub fn day(self, roster: &mut Roster<'_>, happenings: &[Happening], rank: &[usize]) -> Vec<Outcome> {
        match self {
            Self::V1 => happen(roster, happenings, rank),
        }
    }
}

fn happen(roster: &mut Roster<'_>, happenings: &[Happening], rank: &[usize]) -> Vec<Outcome> {
    let mut day = Day::new(happenings, rank);
    let mut outcomes = Vec::with_capacity(happenings.len());
    loop {
        while let Some(next) = day.ready.pop_first() {
            outcomes.extend(day.take(next).map(|at| day.apply(at, roster)));
        }
        let before = outcomes.len();
        while let Some(call) = day.due(roster) {
            outcomes.extend(day.take(call).map(|at| day.apply(at, roster)));
        }
        if outcomes.len() == before {
            let Some(&(_, first)) = day.called.first() else { return outcomes };
            outcomes.extend(day.take(first).map(|at| day.apply(at, roster)));
        }
    }
}

/// What is left of a day. People go by their rank.
struct Day<'a> {
    happenings: &'a [Happening],
    rank: &'a [usize],
    /// Each person's events, in the order in which they can have happened to one person.
    left: BTreeMap<usize, VecDeque<usize>>,
    /// Whose next event is not a call.
    ready: BTreeSet<usize>,
    /// Whose next event is a call: those with a reason, and then those without.
    called: BTreeSet<(bool, usize)>,
}

impl<'a> Day<'a> {
    fn new(happenings: &'a [Happening], rank: &'a [usize]) -> Self {
        let mut left: BTreeMap<usize, VecDeque<usize>> = BTreeMap::new();
        for (at, happening) in happenings.iter().enumerate() {
            left.entry(rank[happening.person]).or_default().push_back(at);
        }
        for events in left.values_mut() {
            // A correction is of what stands above it: the order in which these were written is what they mean.
            if events.iter().all(|&at| happenings[at].event != Event::Corrected) {
                events.make_contiguous().sort_by_key(|&at| match happenings[at].event {
                    Event::Called => 0,
                    Event::Confirmed => 1,
                    _ => 2,
                });
            }
        }
        let people: Vec<usize> = left.keys().copied().collect();
        let mut day = Self { happenings, rank, left, ready: BTreeSet::new(), called: BTreeSet::new() };
        people.into_iter().for_each(|person| day.line_up(person));
        day
    }

    /// Puts a person where their next event belongs.
    fn line_up(&mut self, person: usize) {
        let next = self.left.get(&person).and_then(VecDeque::front).map(|&at| self.happenings[at]);
        match next {
            Some(next) if next.event == Event::Called => {
                self.called.insert((!next.reason, person));
            }
            Some(_) => {
                self.ready.insert(person);
            }
            None => {}
        }
    }

    /// A person's next event, which is then behind them.
    fn take(&mut self, person: usize) -> Option<usize> {
        self.ready.remove(&person);
        for silent in [false, true] {
            self.called.remove(&(silent, person));
        }
        let at = self.left.get_mut(&person)?.pop_front();
        self.line_up(person);
        at
    }

    /// Whose turn it is, if they are called on this day.
    fn due(&self, roster: &Roster<'_>) -> Option<usize> {
        let called = !self.called.is_empty();
        let due = self.rank[called.then(|| roster.next())??];
        [false, true].into_iter().any(|silent| self.called.contains(&(silent, due))).then_some(due)
    }

    fn apply(&self, at: usize, roster: &mut Roster<'_>) -> Outcome {
        let calls = roster.calls().len();
        let Happening { person, event, reason } = self.happenings[at];
        let result = roster.apply(person, event, reason);
        Outcome { at, result, call: roster.calls().get(calls).copied() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::{Problem, Row};
    use crate::panel::balance::Rules;

    /// Six seats for three profiles, two each; twelve reserves, four of each. Codes run against the numbers.
    fn rules() -> Rules {
        let row = |t| Row { profiles: vec![t], min: 2, max: 2 };
        let problem = Problem { seats: 6, sizes: vec![9; 3], rows: (0..3).map(row).collect() };
        Rules::new(&problem, |_| false)
    }

    fn fresh(rules: &Rules) -> Roster<'_> {
        let reserves = [0, 1, 2, 0, 2, 1, 1, 0, 2, 2, 1, 0];
        Roster::new(rules, &[0, 0, 1, 1, 2, 2], &reserves, &[])
    }

    fn of(person: usize, event: Event) -> Happening {
        Happening { person, event, reason: false }
    }

    type Outcome = (Happening, Result<(), Impossible>);

    /// What happened, in order, and who is in at the end.
    fn run(day: &[Happening]) -> (Vec<Outcome>, Vec<usize>) {
        let rules = rules();
        let mut roster = fresh(&rules);
        let rank: Vec<usize> = (0..18).rev().collect();
        let outcomes = happen(&mut roster, day, &rank);
        let status = roster.status();
        let seated = (0..18).filter(|&i| status[i].is_in()).collect();
        (outcomes.iter().map(|o| (day[o.at], o.result)).collect(), seated)
    }

    fn permuted(items: &[Happening], visit: &mut dyn FnMut(&[Happening])) {
        fn go(items: &mut Vec<Happening>, from: usize, visit: &mut dyn FnMut(&[Happening])) {
            if from == items.len() {
                return visit(items);
            }
            for i in from..items.len() {
                items.swap(from, i);
                go(items, from + 1, visit);
                items.swap(from, i);
            }
        }
        go(&mut items.to_vec(), 0, visit);
    }

    #[test]
    fn the_order_in_which_a_day_is_written_chooses_nothing() {
        use Event::{Called, Confirmed, Declined, NoShow};
        // Two leave, 6 and 7 are called for them, 6 declines on the phone, 9 is called for 6.
        let day =
            [of(0, Declined), of(2, NoShow), of(7, Called), of(6, Called), of(6, Declined), of(9, Called)];
        let expected = run(&day);
        assert!(expected.0.iter().all(|(_, result)| result.is_ok()), "{expected:?}");
        let order: Vec<usize> = expected.0.iter().map(|(h, _)| h.person).collect();
        assert_eq!(order, [2, 0, 6, 7, 6, 9], "by code, then by turn, then what followed");
        let mut orders = 0;
        permuted(&day, &mut |day| {
            orders += 1;
            assert_eq!(run(day), expected);
        });
        assert_eq!(orders, 720);
        let more = [of(8, Confirmed), of(8, Called), of(5, NoShow)];
        let expected = run(&more);
        assert!(expected.0.iter().all(|(_, result)| result.is_ok()), "{expected:?}");
        permuted(&more, &mut |day| assert_eq!(run(day), expected));
    }

    #[test]
    fn one_after_the_other_or_all_at_once_is_the_same_day() {
        use Event::{Called, Declined};
        // Called when only the first had left; with both gone it is the turn of others.
        let (rules, rank) = (rules(), (0..18).collect::<Vec<usize>>());
        let first_called = |gone: &[usize]| {
            let mut roster = fresh(&rules);
            let day: Vec<Happening> = gone.iter().map(|&i| of(i, Declined)).collect();
            happen(&mut roster, &day, &rank);
            roster.coming().into_iter().map(|(person, _)| person).collect::<Vec<usize>>()
        };
        assert_eq!((first_called(&[4]), first_called(&[4, 0])), (vec![8], vec![6, 8]));
        let (outcomes, seated) = run(&[of(4, Declined), of(8, Called), of(0, Declined), of(6, Called)]);
        let order: Vec<usize> = outcomes.iter().map(|(h, _)| h.person).collect();
        assert_eq!((order, seated), (vec![4, 0, 6, 8], vec![1, 2, 3, 5, 6, 8]));
    }

    #[test]
    fn a_call_that_is_nobodys_turn_comes_last_and_those_with_a_reason_before_those_without() {
        use Event::{Called, Corrected, Declined};
        let reason = Happening { reason: true, ..of(7, Called) };
        // It is the turn of 6; 7 is called for a reason, and then nobody is due.
        let (outcomes, _) = run(&[of(17, Called), reason, of(0, Declined)]);
        assert_eq!(outcomes[1], (reason, Ok(())));
        assert_eq!(outcomes[2].1, Err(Impossible::OutOfTurn(None)));
        // A correction is of what stands above it.
        let wrong = Happening { reason: true, ..of(0, Corrected) };
        assert_eq!(run(&[of(0, Declined), wrong]).0[1], (wrong, Ok(())));
        assert_eq!(run(&[wrong, of(0, Declined)]).0[0].1, Err(Impossible::NothingToCorrect));
    }
}
