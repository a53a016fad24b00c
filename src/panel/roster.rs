//! What happened after the draw, replayed event by event: who is in, who is out, who is called next.
//! Imports its siblings. Integers only. Specified in `src/panel/SPEC.md`.

use super::balance::{Balance, Rules};
use crate::base::errors;

/// Something that happened to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// Said yes.
    Confirmed,
    /// Said no.
    Declined,
    /// Said yes and then no, or is not available any more.
    Withdrew,
    /// Did not come.
    NoShow,
    /// The last event of this person was a mistake and did not happen.
    Corrected,
    /// A reserve was asked to take an empty seat.
    Called,
}

impl Event {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Confirmed, Self::Declined, Self::Withdrew, Self::NoShow, Self::Corrected, Self::Called];

    /// Its word in a list of events.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Declined => "declined",
            Self::Withdrew => "withdrew",
            Self::NoShow => "no-show",
            Self::Corrected => "corrected",
            Self::Called => "called",
        }
    }
}

/// How somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// In reserve.
    Waiting,
    /// Drawn or called, and has not answered.
    Asked,
    /// Said yes.
    Confirmed,
    /// Said no.
    Declined,
    /// Left.
    Withdrew,
    /// Did not come.
    NoShow,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Confirmed, Self::Asked, Self::Declined, Self::Withdrew, Self::NoShow, Self::Waiting];

    /// In one word, for programs, lists and the ground on which somebody is not drawn again.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Asked => "asked",
            Self::Confirmed => "confirmed",
            Self::Declined => "declined",
            Self::Withdrew => "withdrew",
            Self::NoShow => "no-show",
        }
    }

    /// Whether the person has a seat, or will have it if they say yes.
    pub fn is_in(self) -> bool {
        matches!(self, Self::Asked | Self::Confirmed)
    }

    /// Whether the person is on the panel or in reserve no more.
    pub fn is_out(self) -> bool {
        matches!(self, Self::Declined | Self::Withdrew | Self::NoShow)
    }

    /// How somebody stands after an event; `None` if it cannot have happened.
    fn after(self, event: Event) -> Option<Self> {
        match (event, self) {
            (Event::Called, Self::Waiting) => Some(Self::Asked),
            (Event::Confirmed, Self::Asked) => Some(Self::Confirmed),
            (Event::Declined, Self::Asked | Self::Waiting) => Some(Self::Declined),
            (Event::Withdrew, Self::Asked | Self::Confirmed | Self::Waiting) => Some(Self::Withdrew),
            (Event::NoShow, Self::Asked | Self::Confirmed) => Some(Self::NoShow),
            _ => None,
        }
    }
}

/// Why an event cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// It cannot happen to somebody who stands like this.
    Status(Status),
    /// Somebody who has or had a seat was called.
    Member,
    /// There is no event of this person to correct.
    NothingToCorrect,
    /// Somebody else, or nobody, was to be called, and no reason is given. The call counts all the same.
    OutOfTurn(Option<usize>),
    /// A correction needs a reason. It counts all the same.
    NoReason,
}

errors!(Impossible);

/// A reserve who was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Who.
    pub person: usize,
    /// Who was to be called.
    pub due: Option<usize>,
}

/// Everybody drawn, in reserve, or with a seat from before the draw, and how they stand. People are numbered:
/// the members of the panel, by profile and place, then the reserves in their order, then those from before.
#[derive(Clone, Debug)]
pub struct Roster<'a> {
    profiles: Vec<u32>,
    members: usize,
    reserves: usize,
    status: Vec<Status>,
    before: Vec<Vec<Status>>,
    balance: Balance<'a>,
    calls: Vec<Call>,
}

impl<'a> Roster<'a> {
    /// After the draw: members asked, reserves waiting, and those who had a seat `earlier` confirmed. Of each
    /// person the profile.
    pub fn new(rules: &'a Rules, members: &[u32], reserves: &[u32], earlier: &[u32]) -> Self {
        let profiles: Vec<u32> = members.iter().chain(reserves).chain(earlier).copied().collect();
        let status = |i| match i {
            i if i < members.len() => Status::Asked,
            i if i < members.len() + reserves.len() => Status::Waiting,
            _ => Status::Confirmed,
        };
        Self {
            status: (0..profiles.len()).map(status).collect(),
            before: vec![Vec::new(); profiles.len()],
            balance: Balance::of(rules, members.iter().chain(earlier).copied()),
            members: members.len(),
            reserves: reserves.len(),
            calls: Vec::new(),
            profiles,
        }
    }

    /// Takes an event; `reason` is whether one is given.
    ///
    /// # Errors
    /// [`Impossible`]; the event then does not count unless that says so.
    pub fn apply(&mut self, person: usize, event: Event, reason: bool) -> Result<(), Impossible> {
        let mut wrong = None;
        let status = self.status[person];
        let next = match event {
            Event::Corrected => {
                wrong = (!reason).then_some(Impossible::NoReason);
                self.before[person].pop().ok_or(Impossible::NothingToCorrect)?
            }
            Event::Called if self.reserve(person).is_none() => return Err(Impossible::Member),
            _ => {
                // Of somebody who had a seat before it may not be known yet whether they come: their answer is still to be
                // written down.
                let answers = person >= self.earlier() && self.before[person].is_empty();
                let next = match event {
                    Event::Confirmed if answers => Some(Status::Confirmed),
                    Event::Declined if answers => Some(Status::Declined),
                    _ => status.after(event),
                };
                let next = next.ok_or(Impossible::Status(status))?;
                if event == Event::Called {
                    let due = self.next();
                    if due != Some(person) && !reason {
                        wrong = Some(Impossible::OutOfTurn(due));
                    }
                    self.calls.push(Call { person, due });
                }
                self.before[person].push(status);
                next
            }
        };
        match (status.is_in(), next.is_in()) {
            (true, false) => self.balance.leave(self.profiles[person]),
            (false, true) => self.balance.join(self.profiles[person]),
            _ => {}
        }
        self.status[person] = next;
        wrong.map_or(Ok(()), Err)
    }

    /// Members of the panel as it was drawn.
    pub fn members(&self) -> usize {
        self.members
    }

    /// The place of a person among the reserves, from 0; `None` of anybody else.
    pub fn reserve(&self, person: usize) -> Option<usize> {
        person.checked_sub(self.members).filter(|&at| at < self.reserves)
    }

    /// Where those who had a seat before the draw begin.
    pub fn earlier(&self) -> usize {
        self.members + self.reserves
    }

    /// Everybody's status.
    pub fn status(&self) -> &[Status] {
        &self.status
    }

    /// The profile of a person.
    pub fn profile(&self, person: usize) -> u32 {
        self.profiles[person]
    }

    /// Who has a seat, or will have one if they say yes, as counts.
    pub fn balance(&self) -> &Balance<'a> {
        &self.balance
    }

    /// Calls so far.
    pub fn calls(&self) -> &[Call] {
        &self.calls
    }

    /// Reserves who are out though nobody called them: whoever asks them need not have believed it.
    pub fn uncalled(&self) -> usize {
        let mut called = vec![false; self.status.len()];
        self.calls.iter().for_each(|call| called[call.person] = true);
        (self.members..self.earlier()).filter(|&it| self.status[it].is_out() && !called[it]).count()
    }

    /// Reserves who can be called, in their order.
    pub fn waiting(&self) -> impl Iterator<Item = usize> + Clone {
        (self.members..self.earlier()).filter(|&i| self.status[i] == Status::Waiting)
    }

    /// Who is to be called now, if anybody.
    pub fn next(&self) -> Option<usize> {
        let at = self.balance.next(self.waiting().map(|i| self.profiles[i]))?;
        self.waiting().nth(at)
    }

    /// The roster if all who are to be called now say yes.
    pub fn filled(&self) -> Self {
        let mut later = self.clone();
        while let Some(person) = later.next() {
            later.status[person] = Status::Asked;
            later.balance.join(later.profiles[person]);
        }
        later
    }

    /// Who is to be called for all empty seats, one after the other, if everybody says yes. With each the
    /// counts before the call.
    pub fn coming(&self) -> Vec<(usize, Balance<'a>)> {
        let mut later = self.clone();
        let mut coming = Vec::new();
        while let Some(person) = later.next() {
            coming.push((person, later.balance.clone()));
            later.status[person] = Status::Asked;
            later.balance.join(later.profiles[person]);
        }
        coming
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::{Problem, Row};

    /// Two profiles, two seats each of four.
    fn rules() -> Rules {
        let row = |t| Row { profiles: vec![t], min: 2, max: 2 };
        Rules::new(&Problem { seats: 4, sizes: vec![9, 9], rows: vec![row(0), row(1)] }, |_| false)
    }

    #[test]
    fn whoever_mends_is_called_and_a_no_goes_on_to_the_next() {
        let rules = rules();
        let mut roster = Roster::new(&rules, &[0, 0, 1, 1], &[1, 0, 1, 0], &[]);
        assert_eq!(roster.next(), None);
        roster.apply(0, Event::Declined, false).unwrap();
        assert_eq!(roster.next(), Some(5), "the first of profile 0 in reserve");
        roster.apply(5, Event::Called, false).unwrap();
        assert_eq!(roster.next(), None, "one seat, one call");
        roster.apply(5, Event::Declined, false).unwrap();
        assert_eq!(roster.next(), Some(7));
        roster.apply(7, Event::Withdrew, false).unwrap();
        // Nobody of profile 0 is left; an empty seat is worse than one too many of profile 1.
        assert_eq!(roster.next(), Some(4));
        roster.apply(2, Event::NoShow, false).unwrap();
        let coming: Vec<usize> = roster.coming().into_iter().map(|(person, _)| person).collect();
        assert_eq!(coming, [4, 6]);
        assert_eq!(roster.balance().vacant(), 2);
    }

    #[test]
    fn out_of_turn_needs_a_reason_and_a_correction_undoes_the_last_event() {
        let rules = rules();
        let mut roster = Roster::new(&rules, &[0, 0, 1, 1], &[1, 0], &[]);
        assert_eq!(roster.apply(4, Event::Called, false), Err(Impossible::OutOfTurn(None)));
        assert_eq!(roster.status()[4], Status::Asked, "it happened all the same");
        assert_eq!(roster.apply(4, Event::Corrected, false), Err(Impossible::NoReason));
        assert_eq!(roster.status()[4], Status::Waiting);
        roster.apply(1, Event::Confirmed, false).unwrap();
        roster.apply(1, Event::Withdrew, false).unwrap();
        assert_eq!(roster.apply(4, Event::Called, false), Err(Impossible::OutOfTurn(Some(5))));
        roster.apply(4, Event::Corrected, true).unwrap();
        roster.apply(4, Event::Called, true).unwrap();
        assert_eq!(roster.calls().len(), 3);
        roster.apply(1, Event::Corrected, true).unwrap();
        assert_eq!((roster.status()[1], roster.balance().seated()), (Status::Confirmed, 5));
        assert_eq!(roster.apply(1, Event::Declined, false), Err(Impossible::Status(Status::Confirmed)));
        assert_eq!(roster.apply(1, Event::Called, true), Err(Impossible::Member));
        assert_eq!(roster.apply(0, Event::Corrected, true), Err(Impossible::NothingToCorrect));
    }

    #[test]
    fn whoever_had_a_seat_before_counts_and_can_leave_it() {
        // Two of the four seats are taken already, by people of profiles that nobody in the pool has.
        let row = |profiles: &[u32]| Row { profiles: profiles.to_vec(), min: 2, max: 2 };
        let problem = Problem { seats: 4, sizes: vec![9, 9, 1, 1], rows: vec![row(&[0, 2]), row(&[1, 3])] };
        let rules = Rules::new(&problem, |_| false);
        let mut roster = Roster::new(&rules, &[0, 1], &[1, 0], &[2, 3]);
        assert!(roster.balance().kept() && roster.earlier() == 4);
        assert_eq!(roster.apply(5, Event::Called, true), Err(Impossible::Member));
        roster.apply(4, Event::Withdrew, false).unwrap();
        assert_eq!((roster.balance().vacant(), roster.next()), (1, Some(3)), "the reserve of the same kind");
        assert_eq!((roster.reserve(3), roster.reserve(4), roster.reserve(0)), (Some(1), None, None));
        assert_eq!(roster.apply(4, Event::Called, true), Err(Impossible::Member));
        roster.apply(4, Event::Corrected, true).unwrap();
        assert_eq!((roster.status()[4], roster.next()), (Status::Confirmed, None));
        // A yes that came in after the draw of the supplement is written down once; whoever said it can only leave.
        roster.apply(4, Event::Confirmed, false).unwrap();
        assert_eq!((roster.status()[4], roster.balance().vacant()), (Status::Confirmed, 0));
        for event in [Event::Confirmed, Event::Declined] {
            assert_eq!(roster.apply(4, event, false), Err(Impossible::Status(Status::Confirmed)));
        }
        roster.apply(4, Event::Withdrew, false).unwrap();
        roster.apply(5, Event::Declined, false).unwrap();
        assert_eq!((roster.status()[5], roster.balance().vacant()), (Status::Declined, 2));
    }
}
