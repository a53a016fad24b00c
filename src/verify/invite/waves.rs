//! I16: waves of letters go on where those before ended, and nothing that was published is changed. Imports `bundle` and
//! `invite`.

use super::super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use super::super::walk::walk;
use super::drawn::Draws;
use super::{Lack, Wrong};
use crate::bundle::Folder;
use crate::bundle::chain::Link;
use crate::invite::public::Public;
use crate::invite::record::{WAVES, Waves};
use crate::invite::tables::names;
use crate::invite::waves::{read, wrong_row};

pub(super) fn check(folder: &Folder, public: &Step<Public>, draws: &Step<Draws>) -> Claim {
    let (public, draws) = match (public, draws) {
        (Ok(public), Ok(draws)) => (public, draws),
        (Err(why), _) | (_, Err(why)) => return not_checked(Id::Rosters, *why),
    };
    let mut tally = Tally::new(Id::Rosters);
    let commitment = public.commitment.digest().to_string();
    let listed = |letters: &String| {
        let mut lists = draws.all().filter(|drawn| !drawn.of.record.void).filter_map(|drawn| drawn.list);
        lists.any(|list| list.letters == *letters)
    };
    let one = |link: &Link<Waves>, before: Option<&(String, Vec<u8>)>| {
        let record = link.number;
        let wave = |row| Failure::Letters(Wrong::Wave { record, row });
        let bytes = folder.get(&WAVES.path(record, names::WAVES)).cloned().unwrap_or_default();
        let rows = read(&bytes).map_err(|_| wave(1))?;
        if !listed(&link.facts.letters) {
            return Err(wave(1));
        }
        let same = before.filter(|(letters, _)| *letters == link.facts.letters);
        if same.is_some_and(|(_, before)| !bytes.starts_with(before)) {
            return Err(wave(1));
        }
        match wrong_row(&rows, &public.lists()) {
            Some((row, _)) => Err(wave(row)),
            None => Ok((link.facts.letters.clone(), bytes)),
        }
    };
    let found = walk(folder, &WAVES, &commitment, &[public.rules], &mut tally, one);
    tally.count(found.len() as u64);
    if found.is_empty() && tally.clean() {
        not_checked(Id::Rosters, Why::Lacks(Lack::Waves))
    } else {
        tally.claim()
    }
}
