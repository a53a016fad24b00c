//! Checking an invitation lottery without trusting whoever made it: claims I1 to I16, in four files. They are read
//! through the same gate as those of a panel's lottery, and the first four and those about evidence are the same claims.

mod drawn;
mod frozen;
mod homes;
mod known;
mod made;
#[cfg(test)]
mod tests;
mod waves;
mod wrong;

use super::report::{self, Outcome, Why};
use super::{v01_commitment, v02_published, v13_evidence, v14_seed};
use crate::base::numbered::numbered;
use crate::bundle::Folder;
pub use known::Known;
pub use wrong::{Lack, Wrong};

numbered! {
    /// A claim about an invitation lottery. The number is for ever.
    Id: u8 {
        /// The manifest is the one that the folder's commitment names.
        Commitment = 1,
        /// The commitment is the one that was published.
        Published = 2,
        /// The frozen files are there and unchanged.
        Files = 3,
        /// There is nothing else in the record.
        NothingExtra = 4,
        /// The facts are of known rules, and what the charter and the other files say.
        Facts = 5,
        /// Strata, people, homes, counts and frame have their form and add up to the same.
        Frame = 6,
        /// Letters are shared out as the charter says, and every chance is what it says.
        Plan = 7,
        /// Every draw, trial and list is recorded, whole and in order.
        Records = 8,
        /// The seed is of the source declared beforehand.
        Source = 9,
        /// The evidence is genuine as far as it can show.
        Evidence = 10,
        /// The seed follows from commitment and evidence.
        Seed = 11,
        /// The areas follow from the seed.
        Areas = 12,
        /// The figures of each list are those of the plan and the areas.
        Figures = 13,
        /// The clerk's list is the published one, and every hash in it follows from the seed.
        Letters = 14,
        /// The people are those in the frame, and the list is the one that follows from them.
        People = 15,
        /// Each wave goes on where the one before ended.
        Waves = 16,
    }
}

/// A claim and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Which.
    pub id: Id,
    /// What became of it.
    pub claim: report::Claim,
}

/// Every claim of an invitation lottery.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// In order.
    pub claims: Vec<Claim>,
}

impl Report {
    /// Whether any failed.
    pub fn failed(&self) -> bool {
        self.claims.iter().any(|claim| matches!(claim.claim.outcome, Outcome::Fail(_)))
    }

    /// The outcome of a claim.
    pub fn outcome(&self, id: Id) -> &Outcome {
        &self.claims[id as usize - 1].claim.outcome
    }
}

/// Checks every claim.
///
/// # Errors
/// As the system says of the list of people.
pub fn verify(folder: &Folder, known: &Known<'_>) -> std::io::Result<Report> {
    let (commitment, manifest) = v01_commitment::check(folder);
    let published = v02_published::check(&manifest, known.published);
    let (files, gate) = super::v03_files::check(folder, &manifest);
    let extra = frozen::extra(folder, &manifest);
    let (facts, public) = frozen::facts(&gate);
    let frame = frozen::frame(&public, known.again.map(|(facts, _)| facts));
    let plan = frozen::plan(&public);
    let (records, draws) = drawn::records(folder, &public);
    let plain = draws.as_ref().map(|draws| &draws.plain).map_err(|why| *why);
    let (source, charter) = drawn::source(folder, &public, &plain);
    let evidence = v13_evidence::check(folder, &charter, &plain);
    let (seed, seeds) = match (&public, &plain) {
        (Ok(public), Ok(draws)) => v14_seed::follow(&public.commitment, draws),
        (Err(why), _) | (_, Err(why)) => (super::report::not_checked(report::Id::Seed, *why), Err(*why)),
    };
    let ground = drawn::Ground::of(folder, &public, &draws, &seeds);
    let areas = drawn::areas(&ground);
    let figures = drawn::figures(&ground);
    let letters = drawn::letters(&ground);
    let people = drawn::people(folder, &public, &ground, known)?;
    let waves = waves::check(folder, &public, &draws);
    let claims = [
        commitment, published, files, extra, facts, frame, plan, records, source, evidence, seed, areas,
        figures, letters, people, waves,
    ];
    let claims = Id::ALL.into_iter().zip(claims).map(|(id, claim)| Claim { id, claim: renumbered(claim) });
    Ok(Report { claims: claims.collect() })
}

/// A claim that rests on one of a panel's rests here on the same of letters.
fn renumbered(mut claim: report::Claim) -> report::Claim {
    use report::Id as P;
    if let Outcome::NotChecked(Why::RestsOn(id)) = claim.outcome {
        let own = match id {
            P::Commitment => Id::Commitment,
            P::Published => Id::Published,
            P::Files => Id::Files,
            P::NothingExtra => Id::NothingExtra,
            P::Facts => Id::Facts,
            P::People => Id::Frame,
            P::Quotas => Id::Plan,
            P::Source => Id::Source,
            P::Evidence => Id::Evidence,
            P::Seed => Id::Seed,
            _ => Id::Records,
        };
        claim.outcome = Outcome::NotChecked(Why::RestsOnLetters(own.number()));
    }
    claim
}
