//! Checking a record without trusting whoever made it: numbered claims, each in its own file. May
//! import everything up to `invite`; never `lottery::solve`.
//!
//! A claim is read through a gate. Only files that are the ones committed to are looked into, and a
//! claim whose ground failed in an earlier claim is *not checked* rather than failed once more: so one
//! wrong thing makes one claim fail, and nothing missing ever passes. Every claim recomputes what it
//! needs from the frozen files and the evidence, not from what the record says about itself.

mod acts;
mod honest;
pub mod invite;
mod proved;
pub mod report;
mod seat_people;
mod seats;
pub(crate) mod standing;
mod tally;
mod v01_commitment;
mod v02_published;
mod v03_files;
mod v04_nothing_extra;
mod v05_facts;
mod v06_people;
mod v07_tickets;
mod v08_quotas;
mod v09_chances;
mod v10_fairness;
mod v11_records;
mod v12_source;
mod v13_evidence;
mod v14_seed;
mod v15_ticket;
mod v16_panel;
mod v17_sealed;
mod v18_lists;
mod v19_before;
mod v20_seats_follow;
mod v21_seat_rules;
mod v22_seat_figures;
mod v23_reserves;
mod v24_continued;
mod v24_rosters;
mod v25_left;
mod v25_supplement;
mod v26_made_again;
mod v27_prepared;
mod walk;
mod why;

pub use acts::ActWrong;
pub use seats::seat_plans;
pub use v25_supplement::supplement;

pub use report::{Claim, Failure, Id, Outcome, Remark, Report, Why};

use crate::bundle::Folder;
use crate::lottery::certificate::{Certificate, Cut};
use crate::lottery::objective::Objective;
use crate::lottery::problem::Problem;
use crate::lottery::tickets::TicketLottery;

/// What is known besides the folder.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The commitment as it was published, by whoever asks.
    pub published: Option<&'a str>,
    /// The lines of seat plans as they were published before the seed was known.
    pub seat_plans: &'a [&'a str],
    /// The lines of ballots as they were published before the vote.
    pub ballots: &'a [&'a str],
    /// The organiser's key, by whoever has it.
    pub key: Option<&'a [u8; 32]>,
    /// The record that this one supplements.
    pub before: Option<&'a Folder>,
    /// Searches again what the certificate leans on; `None`: it is not searched again.
    pub search: Option<Searcher>,
    /// Makes a lottery again; `None`: it is not made again.
    pub make: Option<Maker>,
}

/// Whether no panel of a problem breaks any of these cuts, and none seats anybody of these profiles; `None` where that is
/// not settled. Whoever has a solver gives one.
pub type Searcher = fn(&Problem, &[Cut], &[u32]) -> Option<bool>;

/// Makes the lottery of a problem, of which the last so many rows are of homes, with so many tickets, by the rules of
/// [`SEARCH`](crate::lottery::SEARCH); `None` if none comes out. Whoever has a solver gives one.
pub type Maker = fn(&Problem, usize, Objective, u64) -> Option<(TicketLottery, Certificate)>;

/// Checks every claim there is of a record, those of its seat plans and of a supplement included. What there is nothing of
/// is *not checked*.
pub fn verify(folder: &Folder, known: &Known<'_>) -> Report {
    let mut report = claims(folder, known, true);
    report.claims.extend(seat_plans(folder, known.seat_plans));
    report.claims.extend(supplement(folder, known.before));
    report.complete()
}

/// The same without seat plans, which take as long to check as to make, and without the record before.
pub fn verify_lottery(folder: &Folder, known: &Known<'_>) -> Report {
    claims(folder, known, true).complete()
}

/// The same for whoever goes on with the record: the reserves of trials, which decide nothing and take a while
/// to choose again, are not looked at.
pub fn verify_draws(folder: &Folder) -> Report {
    claims(folder, &Known::default(), false).complete()
}

/// The claims about acts of a deliberation alone, for whoever goes on with them: what they rest on is taken as it stands.
pub fn acts(folder: &Folder) -> Vec<Claim> {
    acts::check(folder, &[], &[])
}

fn claims(folder: &Folder, known: &Known<'_>, trials: bool) -> Report {
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
    let evidence = v13_evidence::check(folder, &charter, &draws);
    let (seed, seeds) = v14_seed::check(&lottery, &draws);
    let (ticket, winners) = v15_ticket::check(&lottery, &draws, &seeds);
    let panel = v16_panel::check(folder, &lottery, &draws, &winners);
    let (sealed, names) = v17_sealed::check(folder, &frozen, &lottery, known.key);
    let lists = v18_lists::check(folder, &lottery, &names, &draws, &winners);
    let prepared = v27_prepared::check(folder, &frozen, &people, &names);
    let before = v19_before::check(&frozen, &people);
    let reserves = v23_reserves::check(folder, &frozen, &lottery, &draws, &seeds, &winners, trials);
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
    let acts = acts::check(folder, &claims, known.ballots);
    claims.extend(acts);
    Report { claims, proved }
}
