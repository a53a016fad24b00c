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
use crate::bundle::sealed::{self, FullPool};
use crate::bundle::{Folder, files, freeze};
use crate::draw::code::Code;
use crate::draw::merkle;
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
        tally.check(FILES.contains(&name), || Failure::Extra { file: format!("{}{name}", files::SEALED) });
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
    let quotas = frozen.get(files::QUOTAS).unwrap_or_default();
    let derived = sealed::derived_key(pool, quotas) == secret;
    tally.check(derived == (people.about.key == KeyOrigin::Derived), || Failure::Fact {
        fact: "key",
        stated: if people.about.key == KeyOrigin::Derived { "derived".into() } else { "secret".into() },
        found: if derived { "derived".into() } else { "secret".into() },
    });
    let named = full.ids().eq(codes.iter().map(|c| c.0.as_str()));
    tally.check(named, || Failure::Person { row: 0 });
    if named {
        let due = Code::of_ids(&secret, full.ids());
        for (at, (due, (_, code, _))) in due.iter().zip(&codes).enumerate() {
            tally.check(due == code, || Failure::Person { row: at + 2 });
        }
        features(&mut tally, people, &full, &codes);
    }
    let coded = Coded::of(codes.iter().map(|&(_, code, t)| (code, t)).collect());
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
            let value = people.profiles.get(t as usize).map(|p| usize::from(p.values[f]));
            let cell = full.cell(at, column);
            let same = value.is_some_and(|v| cell == feature.values[v].name || fold(cell) == names[v]);
            tally.check(same, || Failure::Person { row: at + 2 });
        }
    }
}
