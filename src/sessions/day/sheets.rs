//! The files to hand out: cards, tables, wall and page. Imports its siblings.

use super::lists::{cards, tables, wall};
use super::page;
use super::wording::{Labels, Tongue};
use crate::sessions::model::brief::Brief;
use crate::sessions::solve::make::Made;

/// The names of the files to hand out.
pub const FILES: [&str; 4] = ["cards.csv", "tables.csv", "wall.csv", "plan.html"];

/// The files to hand out, in the order of [`FILES`]; `None` when the page cannot be made, which is a
/// mistake of ours.
///
/// Their bytes are part of what is published: a check compares them, so that whoever changes them is
/// found out, and a later version that lays them out otherwise has to know these as well.
pub fn files(brief: &Brief, made: &Made, tongue: Tongue) -> Option<[(&'static str, Vec<u8>); 4]> {
    labelled(brief, made, Labels { tongue, names: None })
}

/// The same with names where they are given. Such files hold personal data and are no part of a plan's folder.
pub fn labelled(brief: &Brief, made: &Made, labels: Labels<'_>) -> Option<[(&'static str, Vec<u8>); 4]> {
    let bytes = [
        cards(brief, made, labels),
        tables(brief, made, labels),
        wall(brief, made, labels),
        page::page(brief, made, labels)?,
    ];
    let mut bytes = bytes.into_iter();
    Some(FILES.map(|name| (name, bytes.next().unwrap_or_default())))
}
