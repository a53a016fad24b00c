//! From seat plan to reply: topics, decision points, votes that were counted in a room, delegates, answers. Imports
//! `base`, `register`, `seed`, `draw` and its siblings.
//!
//! It is no voting system: people vote in a room, and what is counted there comes in as files. A [`rule::Rule`] has no
//! defaults; what follows from a rule, a roll and two counts is worked out in whole numbers ([`tally`], [`best`]). The
//! files of clerks are read generously into [`rows`]; what is wrong with them is a [`wrong::What`]. Three things are never
//! added together: a vote, a consultation, stories.

pub mod best;
pub mod by_role;
pub mod chance;
pub mod charter;
pub mod counts;
pub mod dates;
pub mod delegates;
pub mod few;
pub mod follow;
pub mod options;
pub mod papers;
pub mod role;
pub mod roll;
pub mod rows;
pub mod rule;
mod rule_toml;
pub mod share;
pub mod sheet;
pub mod tally;
pub mod topics;
pub mod votes;
pub mod warned;
pub mod warning;
pub mod wrong;
