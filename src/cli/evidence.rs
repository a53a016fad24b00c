//! What a draw is made with, of a panel or of letters, as arguments. Imports `assembly`, `seed` and its siblings.

use super::exit::Halt;
use super::slips;
use super::sources::SourceArgs;
use super::talk::Talk;
use crate::assembly::Ask;
use crate::seed::charter::Declared;
use std::path::PathBuf;

/// The evidence that everybody saw, and what is asked for with it.
#[derive(Clone, Debug, clap::Args)]
pub struct EvidenceArgs {
    #[command(flatten)]
    source: SourceArgs,
    /// What people opened of the words that they had sealed, where the charter declares "contributions": a file with
    /// a line for each slip. Where somebody did not open theirs, give the evidence of the second source as well.
    #[arg(long, value_name = "FILE", conflicts_with = "trial")]
    slips: Option<PathBuf>,
    /// Sides of each die.
    #[arg(long, value_name = "S", requires = "dice")]
    sides: Option<u32>,
    /// Use another source than the charter declared, for this reason, which stays in the record.
    #[arg(long, value_name = "REASON")]
    override_source: Option<String>,
    /// Annul the last draw for this reason and draw again. Without new evidence the new draw follows
    /// from the first draw's seed, so that nobody can choose it.
    #[arg(long, value_name = "REASON")]
    redraw_because: Option<String>,
    /// A trial: marked void everywhere, decides nothing, and never gives the same stream as a draw.
    #[arg(long, conflicts_with_all = ["override_source", "redraw_because"])]
    trial: bool,
}

impl EvidenceArgs {
    /// What is asked for of a charter that declares this source; reserves are for whoever has them to add.
    pub fn read(&self, declared: Option<&Declared>, talk: &Talk) -> Result<Ask<'_>, Halt> {
        // Of dice that the charter declares it is known how many sides they have.
        let sides = self.sides.or(declared.and_then(Declared::sides));
        let found = self.source.read(sides, declared, talk)?;
        let found = match &self.slips {
            Some(path) => Some(slips::opened(path, declared, found, talk)?),
            None => found,
        };
        let (evidence, beacon) = found.map_or((None, None), |f| (Some(f.evidence), f.beacon));
        Ok(Ask {
            evidence,
            beacon,
            trial: self.trial,
            because: self.redraw_because.as_deref(),
            departure: self.override_source.as_deref(),
            reserves: None,
            used: Vec::new(),
        })
    }
}
