//! V27. The list of people is the one that was prepared: what the record says of its making is in its form, and with the
//! sealed tier every row that came out of it is in the lottery, or was excluded or had a seat, and nobody else is.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v06_people::People;
use super::v17_sealed::Names;
use crate::base::digest::Digest;
use crate::base::fault::Faults;
use crate::bundle::form::Bad;
use crate::bundle::{Folder, files, public, sealed};
use crate::prepare::{Facts, read_facts};
use crate::register::{self, Table};
use crate::seed::Manifest;
use std::collections::BTreeSet;

pub(super) fn check(
    folder: &Folder,
    frozen: &Step<Frozen<'_>>,
    people: &Step<People>,
    names: &Step<Names>,
    again: Option<&Facts>,
) -> Claim {
    let id = Id::Prepared;
    let (frozen, people) = match (frozen, people) {
        (Ok(frozen), _) if !frozen.lists(files::PREPARED) => return not_checked(id, Why::NotPrepared),
        (Ok(frozen), Ok(people)) => (frozen, people),
        (Err(_), _) if !is_listed(folder) => return not_checked(id, Why::NotPrepared),
        (Err(why), _) | (_, Err(why)) => return not_checked(id, *why),
    };
    let bytes = match frozen.get(files::PREPARED) {
        Ok(bytes) => bytes,
        Err(why) => return not_checked(id, why),
    };
    let mut tally = Tally::new(id);
    let unreadable = || Failure::Unreadable { file: files::PREPARED.into(), why: Bad::Form };
    let Some(facts) = tally.take(read_facts(bytes).ok_or_else(unreadable)) else { return tally.claim() };
    let drawn_from = people.about.people;
    tally.check(drawn_from <= facts.people, || Failure::Fact {
        fact: "people",
        stated: facts.people.to_string(),
        found: drawn_from.to_string(),
    });
    let again = again.map(|again| made_again(&mut tally, &facts, again));
    match names {
        Ok(names) => same_people(&mut tally, folder, &facts, names),
        Err(Why::NoSealedTier) => {}
        Err(why) => return not_checked(id, *why),
    }
    tally.claim().remark([told(&facts, names.is_ok(), again)])
}

/// What the record says of the making of its list; whether its sealed rows were looked at, and what making it again gave.
pub(super) fn told(facts: &Facts, sealed: bool, again: Option<bool>) -> Remark {
    Remark::Prepared {
        people: facts.people,
        rows: facts.sources.iter().map(|source| source.rows).sum(),
        sources: facts.sources.len() as u64,
        left_out: facts.left_out,
        sealed,
        again,
    }
}

/// What the record says is what comes out of the recipe and its sources.
pub(super) fn made_again(tally: &mut Tally, facts: &Facts, again: &Facts) -> bool {
    let mut all = true;
    let mut same = |what: &'static str, at: usize, same: bool| {
        all &= tally.check(same, || Failure::MadeOtherwise { what, at });
    };
    same("recipe", 0, facts.recipe == again.recipe);
    same("decisions", 0, facts.decisions == again.decisions);
    same("sources", again.sources.len(), facts.sources.len() == again.sources.len());
    for (at, (stated, found)) in facts.sources.iter().zip(&again.sources).enumerate() {
        same("source", at + 1, stated == found);
    }
    same("tables", 0, facts.tables == again.tables);
    same("left-out", 0, facts.left_out == again.left_out && facts.people == again.people);
    same("list", 0, facts.pool == again.pool);
    all
}

/// The rows of the prepared list are the people of the sealed pool, with those who were excluded or have a seat.
fn same_people(tally: &mut Tally, folder: &Folder, facts: &Facts, names: &Names) {
    let file = || format!("{}{}", files::SEALED, files::PREPARED_POOL);
    let bytes = folder.get(&file()).map(Vec::as_slice);
    let Some(bytes) = tally.take(bytes.ok_or_else(|| Failure::Missing { file: file() })) else { return };
    let same = Digest::of(bytes).to_string() == facts.pool;
    if !tally.check(same, || Failure::Changed { file: file() }) {
        return;
    }
    let unreadable = || Failure::Unreadable { file: file(), why: Bad::Shape };
    let table = register::read(files::PREPARED_POOL, bytes, &mut Faults::new());
    let Some(table) = tally.take(table.ok_or_else(unreadable)) else { return };
    tally.check(table.len() as u64 == facts.people, || Failure::Fact {
        fact: "people",
        stated: facts.people.to_string(),
        found: table.len().to_string(),
    });
    let of_pool = |person: usize| {
        let cells = (0..names.pool.headings().len()).map(|column| names.pool.cell(person, column));
        digest(names.pool.headings().iter().map(String::as_str).zip(cells))
    };
    let mut drawn_from: BTreeSet<Digest> = (0..names.pool.len()).map(of_pool).collect();
    tally.count(names.pool.len() as u64);
    let known = drawn_from.clone();
    let settled = settled(folder);
    for row in table.rows() {
        let own = digest(table.headings.iter().map(String::as_str).zip(row.cells()));
        drawn_from.remove(&own);
        let set_apart = || row.cells().any(|cell| settled.contains(cell.trim()));
        tally.check(known.contains(&own) || set_apart(), || Failure::PreparedRow { row: row.row });
    }
    for _ in &drawn_from {
        tally.fail(Failure::NotPrepared { people: drawn_from.len() as u64 });
    }
}

/// Stands for a row, whatever the order of its columns.
fn digest<'a>(cells: impl Iterator<Item = (&'a str, &'a str)>) -> Digest {
    let mut cells: Vec<(&str, &str)> = cells.collect();
    cells.sort_unstable();
    let parts: Vec<&[u8]> =
        cells.iter().flat_map(|(heading, cell)| [heading.as_bytes(), cell.as_bytes()]).collect();
    Digest::tagged("row", &parts)
}

/// The ids of those who were excluded or have a seat already, as the sealed tier has them.
fn settled(folder: &Folder) -> BTreeSet<String> {
    let bytes = |file: &str| folder.get(&format!("{}{file}", files::SEALED)).map(Vec::as_slice);
    let first = |table: Table| table.rows().map(|row| row.cell(0).to_owned()).collect::<Vec<String>>();
    let excluded =
        bytes(files::EXCLUDED).and_then(|bytes| sealed::read_excluded(bytes).ok()).unwrap_or_default();
    let confirmed =
        bytes(files::CONFIRMED).and_then(|b| register::read(files::CONFIRMED, b, &mut Faults::new()));
    let confirmed = confirmed.map(first).unwrap_or_default();
    excluded.into_iter().map(|person| person.id).chain(confirmed).collect()
}

/// Whether the list of frozen files names how the list of people was prepared, be it sound or not.
fn is_listed(folder: &Folder) -> bool {
    let manifest = public::file(folder, files::MANIFEST).ok().and_then(Manifest::parse);
    manifest.is_some_and(|manifest| manifest.entry(files::PREPARED).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{outcome, prepared, record, refrozen, state};
    use crate::verify::{Known, Outcome, verify};
    use serde_json::json;

    fn wrong(change: impl FnOnce(&mut Folder)) -> Failure {
        refrozen(prepared(), Id::Prepared, change)
    }

    #[test]
    fn the_list_is_the_one_that_was_prepared() {
        assert_eq!(outcome(&prepared(), Id::Prepared), Outcome::Pass);
        assert_eq!(outcome(&record(), Id::Prepared), Outcome::NotChecked(Why::NotPrepared));
        let mut folder = prepared();
        folder.retain(|name, _| !name.starts_with(files::SEALED));
        let report = verify(&folder, &Known::default());
        assert_eq!(report.claim(Id::Prepared).outcome, Outcome::Pass);
        assert!(matches!(report.claim(Id::Prepared).remarks[..], [Remark::Prepared { sealed: false, .. }]));
    }

    #[test]
    fn what_is_said_of_it_is_sound() {
        let form = Failure::Unreadable { file: "prepared.json".into(), why: Bad::Form };
        assert_eq!(wrong(|f| state(f, "public/prepared.json", "pool", json!("x"))), form);
        assert_eq!(wrong(|f| state(f, "public/prepared.json", "left_out", json!(9))), form);
        let other = Digest::of(b"another").to_string();
        let changed = Failure::Changed { file: "sealed/prepared.csv".into() };
        assert_eq!(wrong(|f| state(f, "public/prepared.json", "pool", json!(other))), changed);
    }

    #[test]
    fn nobody_came_in_or_went_out_on_the_way() {
        let with = |list: &str| {
            let list = list.to_owned();
            wrong(move |f| {
                let people = list.lines().count() as u64 - 1;
                state(f, "public/prepared.json", "pool", json!(Digest::of(list.as_bytes()).to_string()));
                if people != 8 {
                    state(f, "public/prepared.json", "people", json!(people));
                    state(f, "public/prepared.json", "left_out", json!(9 - people));
                }
                f.insert("sealed/prepared.csv".into(), list.into_bytes());
            })
        };
        let own = String::from_utf8(prepared()["sealed/prepared.csv"].clone()).unwrap();
        assert_eq!(
            with(&format!("{own}z,man,Elm 9\n")),
            Failure::PreparedRow { row: own.lines().count() + 1 }
        );
        assert_eq!(with(&own.replace("Elm 3", "Elm 30")), Failure::PreparedRow { row: 4 });
        let fewer = own.lines().take(6).map(|line| format!("{line}\n")).collect::<String>()
            + "h,man,Elm 8\ng,woman,Elm 7\n";
        assert!(matches!(with(&fewer), Failure::NotPrepared { people: 1 } | Failure::Fact { .. }));
    }

    /// Whoever holds the sources makes the list again: every digest is to be that of the record.
    #[test]
    fn the_list_comes_of_its_sources_once_more() {
        let folder = prepared();
        let own = read_facts(&folder["public/prepared.json"]).unwrap();
        let with = |again: &Facts| {
            let report = verify(&folder, &Known { prepared: Some(again), ..Known::default() });
            report.claim(Id::Prepared).clone()
        };
        let whole = with(&Facts { program: "another".into(), ..own.clone() });
        assert_eq!(whole.outcome, Outcome::Pass);
        assert!(matches!(whole.remarks[..], [Remark::Prepared { again: Some(true), .. }]));
        let other = || Digest::of(b"another").to_string();
        let (mut source, mut more) = (own.clone(), own.clone());
        source.sources[0].digest = other();
        more.sources.push(own.sources[0].clone());
        for (again, what, at) in [
            (Facts { recipe: other(), ..own.clone() }, "recipe", 0),
            (Facts { decisions: Some(other()), ..own.clone() }, "decisions", 0),
            (Facts { tables: vec![other()], ..own.clone() }, "tables", 0),
            (Facts { left_out: 2, ..own.clone() }, "left-out", 0),
            (Facts { pool: other(), ..own.clone() }, "list", 0),
            (source, "source", 1),
            (more, "sources", 2),
        ] {
            assert_eq!(with(&again).outcome, Outcome::Fail(Failure::MadeOtherwise { what, at }), "{what}");
        }
    }

    /// Where nothing frozen can be trusted, the list of files still says whether there is anything to look at.
    #[test]
    fn what_cannot_be_looked_at_is_not_said_to_be_missing() {
        let torn = |mut folder: Folder| {
            folder.insert("public/commitment.txt".into(), b"geloot-commitment-1:0\n".to_vec());
            outcome(&folder, Id::Prepared)
        };
        assert_eq!(torn(record()), Outcome::NotChecked(Why::NotPrepared));
        assert_eq!(torn(prepared()), Outcome::NotChecked(Why::RestsOn(Id::Commitment)));
    }
}
