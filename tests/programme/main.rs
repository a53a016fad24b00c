//! A programme over the years: the command from its folder to its claims, whole cases, planted lies, a second opinion.

#[path = "../support/run.rs"]
mod run;
mod support;

mod charters;
mod commands;
mod erased;
mod invited;
mod late;
mod letters;
mod lies;
mod outside;
mod private;
mod second;
mod sums;
mod texts;
mod turns;
mod vacancies;
mod whole;
