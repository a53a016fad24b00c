//! What a plan is on the day: a list that people open, cards and a page to hand out, and a round seated again when somebody
//! stays away. May import the rooms before it.

pub mod lists;
pub mod page;
pub mod reseat;
pub mod seatplan;
pub mod sheets;
pub mod wording;
