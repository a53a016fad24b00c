//! Delegates by lot: the willing, shuffled by a stream of their own; and who is next. Imports `seed`, `draw` and its
//! siblings.
//!
//! Not the ticket lottery: it seats people who are alike in the order of their codes, so that pairs are not free.

use super::chance::Chance;
use super::roll::{Means, Who};
use super::rows::{Delegate, Mirrored, Standing, Willing};
use super::sheet::{Sheet, Source};
use super::wrong::{Found, What};
use crate::base::text::tidy;
use crate::draw::code::Code;
use crate::draw::{Label, Stream};
use crate::seed::Seed;
use std::collections::BTreeSet;
use std::fmt;
use toml::Table;

/// How a group is drawn from the willing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a lot of its own.
    Lot(Chance),
    /// By a lottery with quotas, which has a record of its own: a group that mirrors the panel.
    Lottery,
    /// By nobody: everybody who answered a call is in it.
    Call,
}

const LOTTERY: &str = "lottery";
const CALL: &str = "call";

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lot(chance) => write!(f, "{chance}"),
            Self::Lottery => f.write_str(LOTTERY),
            Self::Call => f.write_str(CALL),
        }
    }
}

impl Way {
    /// A source as a clerk gives it: a table with the word as `lot`, and what fixes it as [`Chance::of_toml`] has it.
    pub fn given(table: &Table) -> Option<Self> {
        match table.get("lot")?.as_str()? {
            LOTTERY => (table.len() == 1).then_some(Self::Lottery),
            CALL => (table.len() == 1).then_some(Self::Call),
            _ => Chance::of_toml(table, None).map(Self::Lot),
        }
    }

    /// Reads its one form.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            LOTTERY => Some(Self::Lottery),
            CALL => Some(Self::Call),
            _ => Chance::read(text).map(Self::Lot),
        }
    }
}

/// Whether a group that another lottery drew can be one of the willing: everybody has one code in each of the two, the
/// delegates are as many as there are places, by code, and alternates come below them.
pub fn mirrors(willing: &[Willing], places: u64, codes: &[Mirrored], group: &[Delegate]) -> bool {
    let is_code = |text: &str| Code::parse(text).is_ok_and(|code| code.to_string() == text);
    let others: BTreeSet<&str> = codes.iter().map(|it| it.other.as_str()).collect();
    let once: BTreeSet<&str> = group.iter().map(|it| it.code.as_str()).collect();
    // Of people who were not drawn nobody learns which code there is theirs.
    let same = codes.iter().map(|it| it.code.as_str()).eq(once.iter().copied());
    let known = same && others.len() == codes.len() && others.iter().all(|it| is_code(it));
    let named = |it: &Delegate| willing.binary_search_by(|known| known.code.cmp(&it.code)).is_ok();
    let standing = |at: u64| if at <= places { Standing::Delegate } else { Standing::Alternate };
    let placed = (1..).zip(group).all(|(at, it)| it.place == at && it.standing == standing(at));
    let delegates = &group[..group.len().min(places as usize)];
    known
        && once.len() == group.len()
        && group.iter().all(named)
        && placed
        && delegates.len() as u64 == places
        && delegates.windows(2).all(|two| two[0].code < two[1].code)
}

/// Reads `willing.csv`: codes or ids of people who are in.
pub fn willing(source: Source<'_>, drawn: &[String], who: &Who<'_>, found: &mut Found) -> Vec<Willing> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let Some(code) = sheet.needed(&["code", "id", "nummer", "person"], found) else { return Vec::new() };
    sheet.nearly(found);
    sheet.refuse_no(code, found);
    let mut all = BTreeSet::new();
    for row in sheet.rows() {
        let (known, near) = match who(&tidy(row.cell(code))) {
            Means::Code(name) => (Some(name).filter(|code| drawn.binary_search(code).is_ok()), None),
            other => (None, other.like()),
        };
        match known {
            None => found.push(What::NotIn { near }, sheet.place(row, code)),
            Some(name) if all.contains(&name) => found.push(What::Twice { name }, sheet.place(row, code)),
            Some(name) => _ = all.insert(name),
        }
    }
    all.into_iter().map(|code| Willing { code }).collect()
}

/// The willing in the order of the lot: sorted by code, shuffled by the stream `delegates/NAME`; the first ones have a
/// place, the others are alternates.
pub fn draw(willing: &[Willing], name: &str, places: u64, seed: &Seed) -> Vec<Delegate> {
    let mut codes: Vec<&str> = willing.iter().map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    Stream::new(seed, &Label::Delegates(name.to_owned())).shuffle(&mut codes);
    let standing = |at: u64| if at <= places { Standing::Delegate } else { Standing::Alternate };
    let delegate =
        |(place, code): (u64, &str)| Delegate { place, code: code.to_owned(), standing: standing(place) };
    (1..).zip(codes).map(delegate).collect()
}

/// A group after somebody gave up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The group.
    pub group: Vec<Delegate>,
    /// Who is called, if anybody.
    pub called: Option<String>,
    /// Alternates whose turn it was, and who are not on the panel any more.
    pub passed: Vec<String>,
    /// How many alternates are left that can be called.
    pub left: u64,
}

/// The group after somebody gave up their place or will not have it. The first alternate is called who is still on the
/// panel. `None` if that person has no part in it, or gave it up before.
pub fn after(group: &[Delegate], code: &str, is_in: impl Fn(&str) -> bool) -> Option<After> {
    let mut group = group.to_vec();
    let gone = group.iter_mut().find(|it| it.code == code && it.standing != Standing::Withdrew)?;
    let had_place = gone.standing == Standing::Delegate;
    gone.standing = Standing::Withdrew;
    let waits = |it: &Delegate| it.standing == Standing::Alternate;
    let can_come = |it: &Delegate| waits(it) && is_in(&it.code);
    let at = group.iter().position(can_come).filter(|_| had_place);
    let before = if had_place { &group[..at.unwrap_or(group.len())] } else { &[] };
    let passed = before.iter().filter(|it| waits(it)).map(|it| it.code.clone()).collect();
    let called = at.map(|at| {
        group[at].standing = Standing::Delegate;
        group[at].code.clone()
    });
    let left = group.iter().filter(|it| can_come(it)).count() as u64;
    Some(After { group, called, passed, left })
}

/// How many people have a place in a group and are not on the panel any more.
pub fn gone(group: &[Delegate], is_in: impl Fn(&str) -> bool) -> u64 {
    group.iter().filter(|it| it.standing == Standing::Delegate && !is_in(&it.code)).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Evidence, Manifest};

    /// The vector of the design, with the seed of SPEC section 8.
    #[test]
    fn the_order_of_eleven_is_the_published_one() {
        let files: [(&str, &[u8]); 2] = [("a.txt", b"abc"), ("b.txt", b"")];
        let commitment = Manifest::of(&files).unwrap().commit();
        let seed = Seed::derive(&commitment, &Evidence::text("appel peer").unwrap());
        let willing: Vec<Willing> = (0..11).map(|i| Willing { code: format!("{i:02}") }).collect();
        let order: Vec<u64> =
            draw(&willing, "stakeholdertafel", 2, &seed).iter().map(|it| it.code.parse().unwrap()).collect();
        assert_eq!(order, [2, 5, 6, 3, 1, 9, 7, 8, 0, 10, 4]);
    }

    /// Each of the 55 pairs of 11 comes up; the ticket lottery would give 11 of them.
    #[test]
    fn every_pair_can_be_drawn() {
        let commitment = Manifest::of(&[("willing.csv", b"code\n")]).unwrap().commit();
        let willing: Vec<Willing> = (0..11).map(|i| Willing { code: format!("{i:02}") }).collect();
        let mut pairs = BTreeSet::new();
        for n in 0..2000 {
            let seed = Seed::derive(&commitment, &Evidence::text(&format!("woord {n}")).unwrap());
            let mut two: Vec<String> =
                draw(&willing, "tafel", 2, &seed).into_iter().take(2).map(|it| it.code).collect();
            two.sort_unstable();
            pairs.insert(two);
        }
        assert_eq!(pairs.len(), 55);
    }

    #[test]
    fn whoever_gives_up_a_place_is_followed_by_the_first_alternate() {
        let delegate = |place, code: &str, standing| Delegate { place, code: code.into(), standing };
        let group = [
            delegate(1, "a", Standing::Delegate),
            delegate(2, "b", Standing::Delegate),
            delegate(3, "c", Standing::Alternate),
            delegate(4, "d", Standing::Alternate),
        ];
        let all = |_: &str| true;
        let After { group: later, called, passed, left } = after(&group, "a", all).unwrap();
        assert_eq!((called.as_deref(), passed, left), (Some("c"), vec![], 1));
        let After { group: later, called, left, .. } = after(&later, "d", all).unwrap();
        assert_eq!((called, left), (None, 0));
        assert_eq!(after(&later, "a", all), None);
        assert_eq!(after(&later, "x", all), None);
        let last = after(&later, "b", all).unwrap();
        assert_eq!((last.called, last.group[2].standing), (None, Standing::Delegate));

        // An alternate who is not on the panel any more is passed over, and stays an alternate.
        let without = after(&group, "a", |code| code != "c").unwrap();
        assert_eq!(
            (without.called.as_deref(), without.passed, without.left),
            (Some("d"), vec!["c".into()], 0)
        );
        assert_eq!(without.group[2].standing, Standing::Alternate);
        assert_eq!(gone(&without.group, |code| code != "b"), 1);
        let own = after(&group, "c", |code| code != "d").unwrap();
        assert_eq!((own.called, own.passed), (None, vec![]), "nobody had a turn");
    }
}
