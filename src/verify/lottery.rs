//! The claims of one lottery with its draws, each from its own file, in the order in which one rests on another.

use super::known::Known;
use super::report::{Outcome, Report, Why};
use super::{
    acts, v01_commitment, v02_published, v03_files, v04_nothing_extra, v05_facts, v06_people, v07_tickets,
    v08_quotas, v09_chances, v10_fairness, v11_records, v12_source, v13_evidence, v14_seed, v15_ticket,
    v16_panel, v17_sealed, v18_lists, v19_before, v23_reserves, v24_rosters, v26_made_again, v27_prepared,
};
use crate::bundle::Folder;

/// The same without seat plans, which take as long to check as to make, and without the record before.
pub fn verify_lottery(folder: &Folder, known: &Known<'_>) -> Report {
    claims(folder, known, true).complete()
}

/// The same for whoever goes on with the record: the reserves of trials, which decide nothing and take a while
/// to choose again, are not looked at.
pub fn verify_draws(folder: &Folder) -> Report {
    claims(folder, &Known::default(), false).complete()
}

pub(super) fn claims(folder: &Folder, known: &Known<'_>, trials: bool) -> Report {
    let (commitment, manifest) = v01_commitment::check(folder);
    let published = v02_published::check(&manifest, known.published);
    let (files, frozen) = v03_files::check(folder, &manifest);
    let extra = v04_nothing_extra::check(folder, &manifest);
    let (facts, about) = v05_facts::check(&frozen);
    let (people_claim, people) = v06_people::check(&frozen, &about);
    let (tickets, lottery) = v07_tickets::check(&frozen, &people);
    let (quotas, admitted) = v08_quotas::check(&lottery);
    let chances = v09_chances::check(&frozen, &lottery, &admitted);
    let (fairness, proved) = v10_fairness::check(&frozen, &lottery, &admitted, known.search);
    let again = v26_made_again::check(&frozen, &lottery, &admitted, known.make);
    let (records, draws) = v11_records::check(folder, &lottery);
    let (source, charter) = v12_source::check(&frozen, &lottery, &draws);
    let evidence = v13_evidence::check(folder, &charter, &draws.as_ref().map_err(|why| *why));
    let (seed, seeds) = v14_seed::check(&lottery, &draws);
    let (ticket, winners) = v15_ticket::check(&lottery, &draws, &seeds);
    let panel = v16_panel::check(folder, &lottery, &draws, &winners);
    let (sealed, names) = v17_sealed::check(folder, &frozen, &lottery, known.key);
    let lists = v18_lists::check(folder, &lottery, &names, &draws, &winners);
    let prepared = v27_prepared::check(folder, &frozen, &people, &names, known.prepared);
    let before = v19_before::check(&frozen, &people);
    // Reserves take long to choose again: not for whoever did not even draw.
    let failed = [&ticket, &panel].into_iter().find(|claim| claim.outcome != Outcome::Pass);
    let drawn = failed.map_or_else(|| winners.clone(), |claim| Err(Why::RestsOn(claim.id)));
    let reserves = v23_reserves::check(folder, &frozen, &lottery, &draws, &seeds, &drawn, trials);
    let rosters = v24_rosters::check(folder, &frozen, &before, &lottery, &draws, &winners);
    let mut claims = vec![
        commitment,
        published,
        files,
        extra,
        facts,
        people_claim,
        tickets,
        quotas,
        chances,
        fairness,
        records,
        source,
        evidence,
        seed,
        ticket,
        panel,
        sealed,
        lists,
        before,
        reserves,
        rosters,
        again,
        prepared,
    ];
    let acts = acts::check(folder, &claims, known.ballots, known.groups);
    claims.extend(acts);
    Report { claims, proved }
}
