//! Who may vote: those who are on the panel now, and others by their role. Imports `base` and its siblings.

pub use super::role::says_drawn;

use super::counts;
use super::rows::{Group, Present, Row, Voter};
use super::sheet::{Names, Sheet, Source, tells};
use super::wrong::{Found, What};
use crate::base::fault::Place;
use crate::base::look::look;
use crate::base::text::{fold, nearest, tidy};
use std::collections::{BTreeMap, BTreeSet};

pub use super::rows::DRAWN;

/// The roll of a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Roll {
    /// Codes and roles, ascending by code.
    Coded(Vec<Voter>),
    /// How many of each role, ascending by role, where the record shows no codes.
    Counted(Vec<Group>),
}

/// Whom a text of a clerk's list means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means {
    /// Somebody of the lottery: their code in the record.
    Code(String),
    /// Nobody, and yet it looks like this id or code, as when a spreadsheet took zeros off the front.
    Like(String),
    /// Nobody of the lottery.
    Nobody,
}

impl Means {
    /// The code of somebody of the lottery.
    pub fn code(self) -> Option<String> {
        if let Self::Code(code) = self { Some(code) } else { None }
    }

    /// What it looks like, where it is nobody.
    pub fn like(self) -> Option<String> {
        if let Self::Like(near) = self { Some(near) } else { None }
    }
}

/// How a text of a clerk's list is understood.
pub type Who<'a> = dyn Fn(&str) -> Means + 'a;

impl Roll {
    /// How many of each role.
    pub fn groups(&self) -> Vec<Group> {
        match self {
            Self::Counted(groups) => groups.clone(),
            Self::Coded(voters) => {
                let mut groups: BTreeMap<&str, u64> = BTreeMap::new();
                voters.iter().for_each(|voter| *groups.entry(&voter.role).or_default() += 1);
                groups.into_iter().map(|(role, people)| Group { role: role.to_owned(), people }).collect()
            }
        }
    }

    /// How many in all.
    pub fn members(&self) -> u64 {
        self.groups().iter().map(|group| group.people).sum()
    }

    /// Its headings and rows.
    pub fn table(&self) -> (&'static [&'static str], Vec<Vec<String>>) {
        match self {
            Self::Coded(voters) => (Voter::HEADER, voters.iter().map(Row::cells).collect()),
            Self::Counted(groups) => (Group::HEADER, groups.iter().map(Row::cells).collect()),
        }
    }

    /// Whether each person or role stands there once, in order, and nobody twice.
    pub fn is_in_order(&self) -> bool {
        match self {
            Self::Coded(voters) => voters.windows(2).all(|two| two[0].code < two[1].code),
            Self::Counted(groups) => groups.windows(2).all(|two| two[0].role < two[1].role),
        }
    }
}

/// Whether a text can stand for somebody who is not of the lottery: a plain word with a digit, which no name is.
pub fn is_guest(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (1..=20).contains(&text.len()) && text.bytes().all(plain) && text.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a guest is called by a word and a year of birth, as by a surname.
fn has_birth(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = text[word.len()..].parse::<u32>().is_ok_and(|year| (1900..=2015).contains(&year));
    year && word.chars().filter(char::is_ascii_alphabetic).count() > 2
}

/// Reads `roles.csv` (`code,role`): people of the lottery by code or id, others by a word with a digit.
pub fn roles(source: Source<'_>, who: &Who<'_>, found: &mut Found) -> Vec<Voter> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let code = sheet.needed(&["code", "id", "nummer", "person"], found);
    let role = sheet.needed(&["role", "rol"], found);
    sheet.unused(found);
    let (Some(code), Some(role)) = (code, role) else { return Vec::new() };
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // Somebody under two codes that look alike would have two votes.
    let mut guests: BTreeMap<String, String> = BTreeMap::new();
    let mut voters = Vec::new();
    for row in sheet.rows() {
        let cell = tidy(row.cell(code));
        let name = match who(&cell) {
            Means::Code(name) => name,
            Means::Like(near) => {
                found.push(What::AlmostCode { cell, near }, sheet.place(row, code));
                continue;
            }
            Means::Nobody if is_guest(&cell) && !has_birth(&cell) && found.named.calls(&cell).is_none() => {
                let telling: Vec<What> = tells(&cell).collect();
                if !telling.is_empty() {
                    telling.into_iter().for_each(|what| found.push(what, sheet.place(row, code)));
                    continue;
                }
                let first = guests.entry(look(&cell)).or_insert_with(|| cell.clone());
                if *first != cell {
                    let what = What::GuestsAlike { cell, other: first.clone() };
                    found.push(what, sheet.place(row, code));
                    continue;
                }
                cell
            }
            Means::Nobody => {
                let what = if cell.is_empty() { What::Blank } else { What::GuestName };
                found.push(what, sheet.place(row, code));
                continue;
            }
        };
        let Some(role) = sheet.text(row, role, found) else { continue };
        if !seen.insert(name.clone()) {
            found.push(What::TwoRoles { code: name }, sheet.place(row, code));
            continue;
        }
        voters.push(Voter { code: name, role });
    }
    voters
}

/// The roll of the roles that may vote. `drawn` are the codes of those who are in; `others` have roles of their own. The places are
/// those of the rule and of the list of roles.
pub fn roll(
    entitled: &[String],
    drawn: &[String],
    others: &[Voter],
    (place, list): (&Place, &Place),
    found: &mut Found,
) -> Vec<Voter> {
    let has = |role: &str| entitled.iter().find(|it| fold(it) == fold(role));
    let mut all: BTreeMap<&str, &str> = BTreeMap::new();
    for code in drawn {
        all.insert(code, DRAWN);
    }
    for voter in others {
        if all.insert(&voter.code, &voter.role).is_some() {
            found.push(What::TwoRoles { code: voter.code.clone() }, list.clone());
        }
    }
    let unused: BTreeSet<&String> =
        others.iter().map(|it| &it.role).filter(|role| has(role).is_none()).collect();
    for role in unused {
        let near = nearest(role, entitled.iter().map(String::as_str)).map(str::to_owned);
        found.push(What::RoleUnused { role: role.clone(), near }, list.clone());
    }
    let voters = all
        .into_iter()
        .filter_map(|(code, role)| has(role).map(|role| Voter { code: code.to_owned(), role: role.clone() }));
    let voters: Vec<Voter> = voters.collect();
    for role in entitled.iter().filter(|role| !voters.iter().any(|voter| voter.role == **role)) {
        found.push(What::NoRole { role: role.clone() }, place.clone());
    }
    voters
}

/// Reads `present.csv`: codes of people on the roll, or for each role a number or a range (`72-75`).
pub fn present(source: Source<'_>, roll: &Roll, who: &Who<'_>, found: &mut Found) -> Vec<Present> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let groups = roll.groups();
    let code = sheet.optional(&["code", "id", "nummer", "person"], found);
    let present = match (code, roll) {
        (Some(code), Roll::Coded(voters)) => by_code(&sheet, code, voters, &groups, who, found),
        _ => by_number(&sheet, &groups, found),
    };
    let of = |there: &Present| groups.iter().find(|group| group.role == there.role);
    let both = present.iter().filter_map(|there| Some((of(there)?, there)));
    for (group, there) in both.filter(|(group, there)| there.most > group.people) {
        let (role, present, entitled) = (group.role.clone(), there.most, group.people);
        found.push(What::ManyPresent { role, present, entitled }, sheet.file());
    }
    present
}

/// Whether a count again can be of the same people: as many of each role, or of a range some of those that it left open.
pub fn narrows(before: &[Present], now: &[Present]) -> bool {
    let within = |(old, new): (&Present, &Present)| {
        old.role == new.role && old.least <= new.least && new.least <= new.most && new.most <= old.most
    };
    before.len() == now.len() && before.iter().zip(now).all(within)
}

/// The code on the roll that a text means.
///
/// # Errors
/// Nobody who may vote; with the id or code that it looks like.
pub fn on_roll(text: &str, voters: &[Voter], who: &Who<'_>) -> Result<String, Option<String>> {
    let means = who(text);
    let name = match &means {
        Means::Code(code) => code,
        _ => text,
    };
    if voters.binary_search_by(|voter| voter.code.as_str().cmp(name)).is_ok() {
        return Ok(name.to_owned());
    }
    let wanted = look(text);
    let guest = || voters.iter().find(|voter| look(&voter.code) == wanted).map(|voter| voter.code.clone());
    Err(means.like().or_else(guest).filter(|near| near != text))
}

fn by_code(
    sheet: &Sheet,
    code: usize,
    voters: &[Voter],
    groups: &[Group],
    who: &Who<'_>,
    found: &mut Found,
) -> Vec<Present> {
    sheet.refuse_no(code, found);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut there: BTreeMap<&str, u64> = BTreeMap::new();
    for row in sheet.rows() {
        let name = match on_roll(&tidy(row.cell(code)), voters, who) {
            Ok(name) => name,
            Err(near) => {
                found.push(What::NotEntitled { near }, sheet.place(row, code));
                continue;
            }
        };
        let Ok(at) = voters.binary_search_by(|voter| voter.code.as_str().cmp(&name)) else { continue };
        if !seen.insert(name) {
            found.push(What::Twice { name: voters[at].code.clone() }, sheet.place(row, code));
            continue;
        }
        *there.entry(&voters[at].role).or_default() += 1;
    }
    let of = |group: &Group| there.get(group.role.as_str()).copied().unwrap_or_default();
    groups
        .iter()
        .map(|group| Present { role: group.role.clone(), least: of(group), most: of(group) })
        .collect()
}

fn by_number(sheet: &Sheet, groups: &[Group], found: &mut Found) -> Vec<Present> {
    let role = sheet.optional(&["role", "rol"], found);
    let number = sheet.needed(&["present", "aanwezig", "people", "aantal", "number"], found);
    sheet.unused(found);
    let Some(number) = number else { return Vec::new() };
    let names: Vec<&str> = groups.iter().map(|group| group.role.as_str()).collect();
    let known = Names::roles(&names);
    // None: a row says it that cannot be read.
    let mut there: BTreeMap<usize, Option<(u64, u64)>> = BTreeMap::new();
    for row in sheet.rows() {
        let at = match role {
            None if groups.len() == 1 => Some(0),
            None => {
                found.push(What::ColumnMissing { wanted: "role", other: "rol", near: None }, sheet.file());
                return Vec::new();
            }
            Some(role) => sheet.known(row, role, &known, |role, _| What::NoRole { role }, found),
        };
        let cell = tidy(row.cell(number));
        let range = counts::range(&cell);
        if range.is_none() {
            let what = if cell.is_empty() { What::Blank } else { What::NotNumber { cell } };
            found.push(what, sheet.place(row, number));
        }
        if let Some(at) = at
            && there.insert(at, range).is_some()
        {
            let place = sheet.place(row, role.unwrap_or(number));
            found.push(What::RoleTwice { role: names[at].to_owned() }, place);
        }
    }
    let mut present = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        match there.get(&at) {
            Some(&Some((least, most))) => present.push(Present { role: group.role.clone(), least, most }),
            Some(None) => {}
            None => found.push(What::NotPresent { role: group.role.clone() }, sheet.file()),
        }
    }
    present
}
