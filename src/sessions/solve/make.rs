//! The one door: a brief and words for a seed go in, a plan with its figures comes out. Imports its
//! siblings, `seed` and `draw`.

use super::compile::{Compiled, compile};
use super::conflict::{Clash, clashes};
use super::crew;
use super::search::{Effort, Progress, search};
use crate::draw::{Label, Stream};
use crate::seed::{Commitment, Evidence, Manifest, Seed};
use crate::sessions::model::brief::Brief;
use crate::sessions::model::figures::{Figures, figures};
use crate::sessions::{Plan, Search};

/// The name under which a brief is frozen.
pub const BRIEF_FILE: &str = "inputs.json";

/// A plan and everything that belongs to it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The problem and where its parts come from.
    pub compiled: Compiled,
    /// Who sits where in each sitting.
    pub plan: Plan,
    /// What it is worth.
    pub figures: Figures,
    /// For each sitting with preferences a proved least for their price: no plan that keeps the rules
    /// has less, wherever the staff are, with the topics at their tables. `None` when not even the rules that this counts can be kept.
    pub best_wishes: Vec<Option<BestWishes>>,
}

/// What preferences could get if nothing but the rules stood before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestWishes {
    /// Everybody's topic in a sharing out with the least price. It may part people who belong together.
    pub seats: Vec<Option<u16>>,
    /// The least price, proved.
    pub price: u64,
}

/// What the seed of a plan is bound to: the frozen brief.
pub fn commitment(brief: &Brief) -> Commitment {
    let manifest = Manifest::of(&[(BRIEF_FILE, &brief.to_bytes())]);
    manifest.expect("one plain name is a sound manifest").commit()
}

/// The seed of a plan: from the commitment to the brief and words that everybody could see.
///
/// `None` when the words are not in their one form (`seed::words`).
pub fn seed(brief: &Brief, words: &str) -> Option<Seed> {
    Some(Seed::derive(&commitment(brief), &Evidence::text(words)?))
}

/// Makes the plan that follows, by these rules, from a brief and a seed.
///
/// # Errors
/// The rules that cannot be kept together, per sitting.
pub fn make(
    by: Search,
    brief: &Brief,
    seed: &Seed,
    progress: &mut dyn FnMut(&Progress),
) -> Result<Made, Vec<Clash>> {
    let compiled = compile(brief);
    let clashes = clashes(&compiled);
    if !clashes.is_empty() {
        return Err(clashes);
    }
    let mut stream = Stream::new(seed, &Label::Tables);
    let plan = match by {
        Search::V1 => search(&compiled.problem, Effort(brief.effort), &mut |n| stream.below(n), progress),
    };
    Ok(judge(compiled, plan))
}

/// What a plan is worth, recomputed from its seats.
pub fn judge(compiled: Compiled, plan: Plan) -> Made {
    let figures = figures(&compiled.problem, &plan);
    let wished = (0..compiled.rounds.len()).filter(|&sitting| !compiled.open[sitting].wishes.is_empty());
    let best_wishes = wished
        .map(|it| crew::least(&compiled.open[it], &compiled.demands[it], &compiled.crews[it], crew::FLOWS))
        .map(|least| least.map(|least| BestWishes { seats: least.seats, price: least.price }))
        .collect();
    Made { compiled, plan, figures, best_wishes }
}
