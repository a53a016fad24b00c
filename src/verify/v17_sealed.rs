//! V17. The sealed tier is the one committed to and nothing else, its key gives the codes, and every person's own row
//! says what the public tier says of their code.

use super::report::{Claim, Failure, Id, Step, Tally, Why};
use super::v03_files::Frozen;
use super::v06_people::{People, rests};
use super::v07_tickets::Lottery;
use crate::base::digest::Digest;
use crate::base::text::fold;
use crate::bundle::about::KeyOrigin;
use crate::bundle::form::Bad;
use crate::bundle::people::Coded;
use crate::bundle::sealed::{self, FullPool, RecordName};
use crate::bundle::{Folder, acts, confirmed_excluded, files, freeze, household, papers, tables};
use crate::draw::code::Code;
use crate::draw::merkle;
use crate::pool::{Address, Homes};
use crate::seed::Manifest;

const FILES: [&str; 4] = [files::CODES, files::KEY, files::MANIFEST, files::POOL];

/// Who stands behind the codes.
pub(super) struct Names {
    pub pool: FullPool,
    pub codes: Vec<(String, Code, u32)>,
}

pub(super) fn check(
    folder: &Folder,
    frozen: &Step<Frozen<'_>>,
    lottery: &Step<Lottery<'_>>,
    organiser: Option<&[u8; 32]>,
) -> (Claim, Step<Names>) {
    let id = Id::Sealed;
    if files::below(folder, files::SEALED).next().is_none() {
        return rests(id, Why::NoSealedTier);
    }
    let (frozen, lottery) = match (frozen, lottery) {
        (Ok(frozen), Ok(lottery)) => (frozen, lottery),
        (Err(why), _) | (_, Err(why)) => return rests(id, *why),
    };
    let mut tally = Tally::new(id);
    for (name, _) in files::below(folder, files::SEALED) {
        let about = &lottery.people.about;
        let known = FILES.contains(&name)
            || (name == files::EXCLUDED && about.excluded.is_some())
            || (name == files::CONFIRMED && about.confirmed.is_some())
            || (name == files::PREPARED_POOL && frozen.lists(files::PREPARED))
            || papers::act_of(name).is_some_and(|act| papers_named(folder, act));
        tally.check(known, || Failure::Extra { file: format!("{}{name}", files::SEALED) });
    }
    let Some([pool, codes, key]) = tally.take(open(folder, frozen)) else { return tally.with(None) };
    let unreadable = |file: &str| {
        let file = format!("{}{file}", files::SEALED);
        move |why: Bad| Failure::Unreadable { file, why }
    };
    let full = tally.take(sealed::read_pool(pool).map_err(unreadable(files::POOL)));
    let read = tally.take(sealed::read_codes(codes).map_err(unreadable(files::CODES)));
    let secret = sealed::read_key(key).filter(|k| sealed::key(k) == key);
    let secret = tally.take(secret.ok_or(Bad::Form).map_err(unreadable(files::KEY)));
    let (Some(full), Some(codes), Some(secret)) = (full, read, secret) else { return tally.with(None) };

    let people = lottery.people;
    let rule = people.about.household.as_ref();
    let supplied = tables::quotas(&household::without(&people.quotas, rule));
    let derived = sealed::derived_key(pool, &supplied) == secret;
    tally.check(derived == (people.about.key == KeyOrigin::Derived), || Failure::Fact {
        fact: "key",
        stated: if people.about.key == KeyOrigin::Derived { "derived".into() } else { "secret".into() },
        found: if derived { "derived".into() } else { "secret".into() },
    });
    // A supplement has the key of the record that it goes on from.
    let own = people.about.key == KeyOrigin::Secret && people.about.continues.is_none();
    if let Some(organiser) = organiser.filter(|_| own) {
        let charter =
            [files::CHARTER_TOML, files::CHARTER_TEXT].into_iter().find_map(|file| frozen.get(file).ok());
        let about = &people.about;
        let name = RecordName {
            sealed_pool: pool,
            quotas: &supplied,
            charter,
            objective: &about.objective,
            seats: about.seats,
            tickets: about.tickets,
        };
        tally.check(name.key(organiser) == secret, || Failure::OtherKey);
    }
    let named = full.ids().eq(codes.iter().map(|c| c.0.as_str()));
    tally.check(named, || Failure::Person { row: 0 });
    if named {
        let due = Code::of_ids(&secret, full.ids());
        for (at, (due, (_, code, _))) in due.iter().zip(&codes).enumerate() {
            tally.check(due == code, || Failure::Person { row: at + 2 });
        }
        features(&mut tally, people, &full, &codes);
    }
    let confirmed = before(&mut tally, folder, people, &full, &secret);
    homes(&mut tally, folder, people, &full, &confirmed, &codes, &secret);
    let coded = Coded::of_ids(&codes);
    match (&people.coded, &people.about.root) {
        (Some(public), _) => {
            tally.check(*public == coded, || Failure::Person { row: 0 });
        }
        (None, Some(root)) => {
            let counts = coded.people.iter().all(|&(_, t)| (t as usize) < people.profiles.len())
                && coded
                    .members(people.profiles.len())
                    .iter()
                    .zip(&people.profiles)
                    .all(|(m, p)| m.len() == p.people as usize);
            let same = counts
                && merkle::root(&freeze::leaves(&coded, &secret, &people.profiles)).to_string() == *root;
            tally.check(same, || Failure::Fact { fact: "root", stated: root.clone(), found: "-".into() });
        }
        (None, None) => {}
    }
    tally.with(Some(Names { pool: full, codes }))
}

/// Whether an act keeps papers, or may yet: they are written before it.
fn papers_named(folder: &Folder, act: u32) -> bool {
    match acts::terms::<acts::TallyTerms>(folder, act) {
        Some(terms) => terms.ballots.is_some(),
        None => !folder.contains_key(&acts::ACTS.path(act, files::ACT)),
    }
}

/// The three sealed files, as committed to.
fn open<'a>(folder: &'a Folder, frozen: &Frozen<'_>) -> Result<[&'a [u8]; 3], Failure> {
    let get = |file: &str| {
        let file = format!("{}{file}", files::SEALED);
        folder.get(&file).map(Vec::as_slice).ok_or(Failure::Missing { file })
    };
    let bytes = get(files::MANIFEST)?;
    let entry = frozen.manifest.entry(files::SEALED_MANIFEST);
    if entry.is_none_or(|e| e.digest != Digest::of(bytes) || e.size != bytes.len() as u64) {
        return Err(Failure::OtherSealed);
    }
    let manifest = Manifest::parse(bytes).ok_or(Failure::OtherSealed)?;
    let same = |file: &str| {
        let bytes = get(file)?;
        match manifest.entry(file) {
            Some(e) if e.digest == Digest::of(bytes) && e.size == bytes.len() as u64 => Ok(bytes),
            _ => Err(Failure::Changed { file: format!("{}{file}", files::SEALED) }),
        }
    };
    Ok([same(files::POOL)?, same(files::CODES)?, same(files::KEY)?])
}

/// Every cell of a quota feature in the sealed pool names the value that the person's profile has,
/// spelled as freely as when the pool was read.
fn features(tally: &mut Tally, people: &People, full: &FullPool, codes: &[(String, Code, u32)]) {
    for (f, feature) in people.quotas.features.iter().enumerate() {
        if people.about.household.as_ref().is_some_and(|rule| rule.feature == feature.name) {
            continue;
        }
        let key = fold(&feature.name);
        let columns: Vec<usize> =
            (0..full.headings().len()).filter(|&c| fold(&full.headings()[c]) == key).collect();
        let [column] = columns[..] else {
            tally.check(false, || Failure::Fact {
                fact: "column",
                stated: feature.name.clone(),
                found: columns.len().to_string(),
            });
            continue;
        };
        let names: Vec<String> = feature.values.iter().map(|v| fold(&v.name)).collect();
        for (at, &(_, _, t)) in codes.iter().enumerate() {
            let value = people.profiles.get(t as usize).map(|p| p.values[f] as usize);
            let cell = full.cell(at, column);
            let same = value.is_some_and(|v| cell == feature.values[v].name || fold(cell) == names[v]);
            tally.check(same, || Failure::Person { row: at + 2 });
        }
    }
}

/// The people excluded and confirmed before, as the sealed tier has them: their codes are those of the
/// public tier. Gives the confirmed people's rows: id and address.
fn before(
    tally: &mut Tally,
    folder: &Folder,
    people: &People,
    full: &FullPool,
    secret: &[u8; 32],
) -> Vec<(Code, csv::StringRecord)> {
    let about = &people.about;
    let unreadable = |file: &str| {
        let file = format!("{}{file}", files::SEALED);
        move |why: Bad| Failure::Unreadable { file, why }
    };
    let manifest = folder.get(&format!("{}{}", files::SEALED, files::MANIFEST)).map(Vec::as_slice);
    let manifest = manifest.and_then(Manifest::parse);
    // Only what the sealed manifest names, which the public one does, is looked into.
    let sealed_bytes = |file: &str| {
        let bytes = folder.get(&format!("{}{file}", files::SEALED)).map(Vec::as_slice).unwrap_or_default();
        let entry = manifest.as_ref().and_then(|manifest| manifest.entry(file));
        match entry.is_some_and(|e| e.digest == Digest::of(bytes) && e.size == bytes.len() as u64) {
            true => Ok(bytes),
            false => Err(Failure::Changed { file: format!("{}{file}", files::SEALED) }),
        }
    };
    let public = |file: &str| folder.get(&format!("{}{file}", files::PUBLIC)).map(Vec::as_slice);
    let mut excluded = Vec::new();
    if about.excluded.is_some() {
        let read = sealed_bytes(files::EXCLUDED)
            .and_then(|bytes| sealed::read_excluded(bytes).map_err(unreadable(files::EXCLUDED)));
        excluded = tally.take(read).unwrap_or_default();
    }
    let mut confirmed = Vec::new();
    if about.confirmed.is_some() {
        let columns = about.household.as_ref().map_or(&[][..], |rule| &rule.columns);
        let read = sealed_bytes(files::CONFIRMED)
            .and_then(|bytes| sealed::read_confirmed(bytes, columns).map_err(unreadable(files::CONFIRMED)));
        confirmed = tally.take(read).unwrap_or_default();
    }
    let ids: Vec<&str> = full.ids().collect();
    let out: Vec<&str> = excluded.iter().map(|p| p.id.as_str()).collect();
    let seated: Vec<&str> = confirmed.iter().map(|p| &p[0]).collect();
    let (out_codes, seated_codes) = confirmed_excluded::codes(secret, &ids, &out, &seated);
    if about.excluded.is_some() {
        let due = confirmed_excluded::excluded(&excluded, &out_codes);
        tally.check(public(files::EXCLUDED) == Some(due.as_slice()), || Failure::List {
            file: format!("{}{}", files::SEALED, files::EXCLUDED),
        });
    }
    if about.confirmed.is_some() {
        let listed =
            confirmed_excluded::read_confirmed(&people.quotas, public(files::CONFIRMED).unwrap_or_default());
        let listed: Vec<Code> = listed.into_iter().flatten().map(|(code, _)| code).collect();
        let mut due = seated_codes.clone();
        due.sort_unstable();
        tally.check(listed == due, || Failure::List {
            file: format!("{}{}", files::SEALED, files::CONFIRMED),
        });
    }
    seated_codes.into_iter().zip(confirmed).collect()
}

/// The household feature is what the addresses of the sealed tier make it: the homes, what each may have,
/// and who lives where.
fn homes(
    tally: &mut Tally,
    folder: &Folder,
    people: &People,
    full: &FullPool,
    confirmed: &[(Code, csv::StringRecord)],
    codes: &[(String, Code, u32)],
    secret: &[u8; 32],
) {
    let Some(rule) = &people.about.household else { return };
    let column = |heading: &String| {
        let same = |&c: &usize| fold(&full.headings()[c]) == fold(heading);
        let found: Vec<usize> = (0..full.headings().len()).filter(same).collect();
        if let [column] = found[..] { Some(column) } else { None }
    };
    let columns: Option<Vec<usize>> = rule.columns.iter().map(column).collect();
    let place = people.quotas.features.iter().position(|f| f.name == rule.feature);
    let (Some(columns), Some(place)) = (columns, place) else {
        tally.check(false, || Failure::Fact {
            fact: "household",
            stated: rule.columns.join(", "),
            found: "-".into(),
        });
        return;
    };
    let address = Address::new(rule.columns.iter().map(String::as_str));
    let living: Vec<Option<String>> =
        (0..full.len()).map(|at| address.key(columns.iter().map(|&c| full.cell(at, c)))).collect();
    let before: Vec<Option<String>> = confirmed.iter().map(|(_, p)| address.key(p.iter().skip(1))).collect();
    let homes = Homes::new(rule.columns.clone(), rule.per, &living, &before);
    let names = household::codes(&homes, secret);
    let due = household::feature(&rule.feature, &homes, &names, people.about.seats);
    let feature = &people.quotas.features[place];
    tally.check(due == *feature, || Failure::Fact {
        fact: "household",
        stated: feature.values.len().to_string(),
        found: due.values.len().to_string(),
    });
    for (at, (_, _, t)) in codes.iter().enumerate() {
        let value = people.profiles.get(*t as usize).map(|p| p.values[place] as usize);
        let stated = value.and_then(|v| feature.values.get(v)).map(|v| v.name.as_str());
        let home = homes.of(at).map_or(household::ALONE.to_owned(), |home| names[home].to_string());
        tally.check(stated == Some(home.as_str()), || Failure::Person { row: at + 2 });
    }
    let public = folder.get(&format!("{}{}", files::PUBLIC, files::CONFIRMED));
    let listed = public.and_then(|bytes| confirmed_excluded::read_confirmed(&people.quotas, bytes).ok());
    for ((code, _), address) in confirmed.iter().zip(&before) {
        let home = homes.list.iter().position(|home| Some(&home.address) == address.as_ref());
        let due = home.map_or(household::ALONE.to_owned(), |home| names[home].to_string());
        let row = listed.iter().flatten().find(|(listed, _)| listed == code);
        let stated = row.and_then(|(_, values)| feature.values.get(values[place] as usize));
        tally.check(stated.is_some_and(|v| v.name == due), || Failure::List {
            file: format!("{}{}", files::SEALED, files::CONFIRMED),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{counts, failure, record, refrozen, replace, rows, settled, state};
    use serde_json::json;

    #[test]
    fn the_sealed_part_is_the_one_committed_to_and_whole() {
        let sealed = |file: &str| format!("sealed/{file}");
        let wrong = |change: &dyn Fn(&mut Folder)| {
            let mut folder = record();
            change(&mut folder);
            failure(&folder, Id::Sealed)
        };
        for file in [files::POOL, files::CODES, files::KEY, files::MANIFEST] {
            let file = sealed(file);
            assert_eq!(wrong(&|f| drop(f.remove(&file))), Failure::Missing { file: file.clone() });
        }
        for file in [files::POOL, files::CODES, files::KEY] {
            let file = sealed(file);
            assert_eq!(
                wrong(&|f| f.get_mut(&file).unwrap().push(b' ')),
                Failure::Changed { file: file.clone() }
            );
        }
        assert_eq!(wrong(&|f| f.get_mut("sealed/manifest.txt").unwrap().push(b'\n')), Failure::OtherSealed);
        for file in [files::EXCLUDED, files::CONFIRMED, "old.csv"] {
            let file = sealed(file);
            assert_eq!(
                wrong(&|f| drop(f.insert(file.clone(), vec![]))),
                Failure::Extra { file: file.clone() }
            );
        }
    }

    #[test]
    fn codes_follow_from_the_key_and_rows_from_the_answers() {
        let wrong = |change: &dyn Fn(&mut Folder)| refrozen(record(), Id::Sealed, change);
        let person = |row| Failure::Person { row };
        let key = |stated: &str, found: &str| Failure::Fact {
            fact: "key",
            stated: stated.into(),
            found: found.into(),
        };
        assert_eq!(
            wrong(&|f| state(f, "public/about.json", "key", json!("secret"))),
            key("secret", "derived")
        );
        assert_eq!(
            wrong(&|f| drop(f.insert("sealed/key.txt".into(), sealed::key(&[7; 32])))),
            key("derived", "secret")
        );
        // With a key that is said to be a secret, the codes are not its own.
        let other = wrong(&|f| {
            f.insert("sealed/key.txt".into(), sealed::key(&[7; 32]));
            state(f, "public/about.json", "key", json!("secret"));
        });
        assert_eq!(other, person(2));
        assert_eq!(wrong(&|f| rows(f, "sealed/codes.csv", |rows| rows[3][0] = "cc".into())), person(0));
        let swapped = wrong(&|f| {
            rows(f, "sealed/codes.csv", |rows| {
                (rows[1][1], rows[2][1]) = (rows[2][1].clone(), rows[1][1].clone())
            });
        });
        assert_eq!(swapped, person(2));
        // Whose answer was another: the key follows from the sealed pool too.
        let answer = wrong(&|f| {
            rows(f, "sealed/pool.csv", |rows| rows[2][1] = "woman".into());
            derive(f);
        });
        assert_eq!(answer, person(3));
        let column = wrong(&|f| {
            rows(f, "sealed/pool.csv", |rows| rows[0][1] = "sex".into());
            derive(f);
        });
        assert_eq!(column, Failure::Fact { fact: "column", stated: "gender".into(), found: "0".into() });
    }

    /// Makes key and codes follow from the sealed pool, and the public pool from the codes.
    fn derive(folder: &mut Folder) {
        let secret = sealed::derived_key(&folder["sealed/pool.csv"], &folder["public/quotas.csv"]);
        coded_by(folder, &secret);
    }

    /// Makes codes, and the public pool, follow from a key.
    fn coded_by(folder: &mut Folder, secret: &[u8; 32]) {
        folder.insert("sealed/key.txt".into(), sealed::key(secret));
        let pool = sealed::read_pool(&folder["sealed/pool.csv"]).unwrap();
        let codes = Code::of_ids(secret, pool.ids());
        let old = sealed::read_codes(&folder["sealed/codes.csv"]).unwrap();
        let new = old.iter().zip(&codes).map(|((id, _, t), code)| (id.as_str(), *code, *t));
        folder.insert("sealed/codes.csv".into(), sealed::codes(new));
        let named: std::collections::BTreeMap<String, String> =
            old.iter().zip(&codes).map(|(old, new)| (old.1.to_string(), new.to_string())).collect();
        rows(folder, "public/pool.csv", |rows| {
            rows[1..].iter_mut().for_each(|row| row[0] = named[&row[0]].clone());
            rows[1..].sort();
        });
    }

    #[test]
    fn public_rows_and_the_root_are_those_of_the_codes() {
        let out = refrozen(record(), Id::Sealed, |f| {
            // Two people change places: each code now has the row of the other.
            rows(f, "public/pool.csv", |rows| {
                let other = (2..rows.len()).find(|&at| rows[at][1] != rows[1][1]).unwrap();
                (rows[1][1], rows[other][1]) = (rows[other][1].clone(), rows[1][1].clone());
            });
        });
        assert_eq!(out, Failure::Person { row: 0 });
        let other = Digest::of(b"another").to_string();
        let root = refrozen(counts(), Id::Sealed, |f| state(f, "public/about.json", "root", json!(other)));
        assert_eq!(root, Failure::Fact { fact: "root", stated: other, found: "-".into() });
    }

    #[test]
    fn people_before_and_homes_are_those_of_the_sealed_part() {
        let wrong = |change: &dyn Fn(&mut Folder)| refrozen(settled(), Id::Sealed, change);
        let list = |file: &str| Failure::List { file: format!("sealed/{file}") };
        let ground = wrong(&|f| replace(f, "public/excluded.csv", "moved away", "another ground"));
        assert_eq!(ground, list(files::EXCLUDED));
        let code = wrong(&|f| {
            let own = form(f, "public/pool.csv")[1][0].clone();
            rows(f, "public/confirmed.csv", |rows| rows[1][0] = own);
        });
        assert_eq!(code, list(files::CONFIRMED));
        // A home under another code, in every public file.
        let quotas = form(&settled(), "public/quotas.csv");
        let home = quotas.iter().find(|row| row[0] == "household" && row[1] != "-").unwrap()[1].clone();
        let other = Code::of_ids(&[1; 32], ["x"].into_iter())[0].to_string();
        let renamed = wrong(&|f| {
            for file in ["quotas.csv", "profiles.csv", "pool.csv", "confirmed.csv"] {
                let file = format!("public/{file}");
                let text = String::from_utf8(f[&file].clone()).unwrap();
                f.insert(file, text.replace(&home, &other).into_bytes());
            }
        });
        assert!(matches!(renamed, Failure::Fact { fact: "household", .. }), "{renamed:?}");
    }

    fn form(folder: &Folder, file: &str) -> Vec<Vec<String>> {
        let rows = crate::bundle::form::records(&folder[file]).unwrap();
        rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect()
    }

    /// Somebody who lives alone takes the place of one of the two who live together, in both parts.
    #[test]
    fn whoever_lives_where_follows_from_the_addresses() {
        let wrong = refrozen(settled(), Id::Sealed, |f| {
            let code =
                |id: &str| form(f, "sealed/codes.csv").iter().find(|row| row[0] == id).unwrap()[1].clone();
            let (together, alone) = (code("b"), code("c"));
            let exchange = |rows: &mut Vec<Vec<String>>, code: usize, cell: usize| {
                let at = |rows: &Vec<Vec<String>>, who: &str| {
                    rows.iter().position(|row| row[code] == who).unwrap()
                };
                let (one, other) = (at(rows, &together), at(rows, &alone));
                (rows[one][cell], rows[other][cell]) = (rows[other][cell].clone(), rows[one][cell].clone());
            };
            rows(f, "sealed/codes.csv", |rows| exchange(rows, 1, 2));
            rows(f, "public/pool.csv", |rows| exchange(rows, 0, 2));
        });
        assert_eq!(wrong, Failure::Person { row: 3 });
    }

    /// A size that is not that of the bytes, in either manifest: a digest alone is not all that was committed to.
    #[test]
    fn manifests_say_digest_and_size_of_what_is_sealed() {
        let sized = |folder: &mut Folder, manifest: &str, entry: &str| {
            let text = String::from_utf8(folder[manifest].clone()).unwrap();
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let at = lines.iter().position(|line| line.ends_with(&format!("  {entry}"))).unwrap();
            lines[at - 1].push('0');
            folder.insert(manifest.to_owned(), (lines.join("\n") + "\n").into_bytes());
        };
        let recommit = |folder: &mut Folder| {
            let line = Manifest::parse(&folder["public/manifest.txt"]).unwrap().commit();
            folder.insert("public/commitment.txt".into(), format!("{line}\n").into_bytes());
        };
        let mut folder = settled();
        sized(&mut folder, "public/manifest.txt", files::SEALED_MANIFEST);
        recommit(&mut folder);
        assert_eq!(failure(&folder, Id::Sealed), Failure::OtherSealed);
        for file in [files::POOL, files::CODES, files::KEY, files::EXCLUDED, files::CONFIRMED] {
            let mut folder = settled();
            sized(&mut folder, "sealed/manifest.txt", file);
            let own = Digest::of(&folder["sealed/manifest.txt"]).to_string();
            let old = Digest::of(&settled()["sealed/manifest.txt"]).to_string();
            replace(&mut folder, "public/manifest.txt", &old, &own);
            let size = |folder: &Folder| format!("# size {}\n", folder["sealed/manifest.txt"].len());
            let (from, to) = (format!("{}{own}", size(&settled())), format!("{}{own}", size(&folder)));
            replace(&mut folder, "public/manifest.txt", &from, &to);
            recommit(&mut folder);
            let changed = Failure::Changed { file: format!("sealed/{file}") };
            assert_eq!(failure(&folder, Id::Sealed), changed, "{file}");
        }
    }

    /// Whoever has the organiser's key can tell whether the key of the codes is the one that follows from it.
    #[test]
    fn the_key_is_that_of_its_organiser() {
        let organiser = [5; 32];
        let told = |folder: &Folder, organiser: &[u8; 32]| {
            let known = crate::verify::Known { key: Some(organiser), ..Default::default() };
            crate::verify::verify(folder, &known).claim(Id::Sealed).outcome.clone()
        };
        // A key that is derived is nobody's.
        assert_eq!(told(&record(), &organiser), crate::verify::Outcome::Pass);
        let about = crate::bundle::Public::read(&record()).unwrap().about;
        for (seats, due) in
            [(2, crate::verify::Outcome::Pass), (3, crate::verify::Outcome::Fail(Failure::OtherKey))]
        {
            let mut folder = record();
            let name = RecordName {
                sealed_pool: &folder["sealed/pool.csv"],
                quotas: &folder["public/quotas.csv"],
                charter: Some(&folder["public/charter.toml"]),
                objective: &about.objective,
                seats,
                tickets: about.tickets,
            };
            let secret = name.key(&organiser);
            coded_by(&mut folder, &secret);
            state(&mut folder, "public/about.json", "key", json!("secret"));
            crate::verify::honest::refreeze(&mut folder);
            assert_eq!(told(&folder, &organiser), due, "{seats}");
            assert_eq!(crate::verify::honest::outcome(&folder, Id::Sealed), crate::verify::Outcome::Pass);
            assert_eq!(told(&folder, &[6; 32]), crate::verify::Outcome::Fail(Failure::OtherKey));
        }
    }

    /// A list that was prepared has its people beside the sealed pool, and nothing else has.
    #[test]
    fn only_what_was_prepared_is_beside_a_prepared_pool() {
        let good = crate::verify::honest::prepared();
        assert_eq!(crate::verify::honest::outcome(&good, Id::Sealed), crate::verify::Outcome::Pass);
        let mut folder = good;
        folder.insert("sealed/old.csv".into(), vec![]);
        assert_eq!(failure(&folder, Id::Sealed), Failure::Extra { file: "sealed/old.csv".into() });
    }

    /// Somebody of a profile that there is not.
    #[test]
    fn nobody_is_of_a_profile_that_there_is_not() {
        for (folder, profiles) in [(record(), 2), (counts(), 2)] {
            for profile in [profiles, profiles + 1] {
                let out = refrozen(folder.clone(), Id::Sealed, |f| {
                    rows(f, "sealed/codes.csv", |rows| rows[2][2] = profile.to_string());
                });
                assert_eq!(out, Failure::Person { row: 3 }, "{profile}");
            }
        }
    }

    /// Each list is there where the facts speak of it, and nothing beside them; papers where an act keeps some, or before it.
    #[test]
    fn lists_and_papers_are_there_for_what_the_facts_and_acts_say() {
        assert_eq!(crate::verify::honest::outcome(&settled(), Id::Sealed), crate::verify::Outcome::Pass);
        let with = |file: &str, and: &dyn Fn(&mut Folder)| {
            let mut folder = settled();
            folder.insert(format!("sealed/{file}"), b"1\n".to_vec());
            and(&mut folder);
            crate::verify::honest::outcome(&folder, Id::Sealed)
        };
        let extra =
            |file: &str| crate::verify::Outcome::Fail(Failure::Extra { file: format!("sealed/{file}") });
        for file in ["old.csv", "prepared.csv"] {
            assert_eq!(with(file, &|_| {}), extra(file));
        }
        let papers = "acts/3/ballots.csv";
        assert_eq!(with(papers, &|_| {}), crate::verify::Outcome::Pass);
        let act = |f: &mut Folder| drop(f.insert("public/acts/3/act.json".into(), vec![]));
        assert_eq!(with(papers, &act), extra(papers));
        for (ballots, right) in [("null".to_owned(), false), (format!("\"{}\"", "0".repeat(64)), true)] {
            let terms = format!("{{\n  \"ballot\": 1,\n  \"ballots\": {ballots}\n}}\n");
            let found = with(papers, &|f| {
                act(f);
                f.insert("public/acts/3/terms.json".into(), terms.clone().into_bytes());
            });
            assert_eq!(found, if right { crate::verify::Outcome::Pass } else { extra(papers) }, "{ballots}");
        }
    }

    /// A word that is spelled otherwise is that word; another one is not.
    #[test]
    fn values_are_spelled_as_freely_as_when_the_pool_was_read() {
        let folder = record();
        let (_, manifest) = crate::verify::v01_commitment::check(&folder);
        let (_, frozen) = crate::verify::v03_files::check(&folder, &manifest);
        let (_, about) = crate::verify::v05_facts::check(&frozen);
        let people = crate::verify::v06_people::check(&frozen, &about).1.ok().unwrap();
        let codes = sealed::read_codes(&folder["sealed/codes.csv"]).unwrap();
        let pool = String::from_utf8(folder["sealed/pool.csv"].clone()).unwrap();
        for (word, right) in [("man", true), ("Man", true), ("men", false)] {
            let pool = pool.replace(",man,", &format!(",{word},"));
            let full = sealed::read_pool(pool.as_bytes()).unwrap();
            let mut tally = Tally::new(Id::Sealed);
            features(&mut tally, &people, &full, &codes);
            assert_eq!(tally.clean(), right, "{word}");
        }
    }
}
