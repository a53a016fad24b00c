//! Tables of population figures, as arguments. Imports `base`, `quotas` and its siblings.

use super::exit::Halt;
use super::sheet::SheetArgs;
use crate::base::fault::Faults;
use crate::quotas::population::{self, Choices, Distribution, Population};
use crate::words::catalogue::{Lang, say};
use crate::words::shown;
use std::path::PathBuf;

/// The population, and what to read from its tables.
#[derive(Clone, Debug, clap::Args)]
pub struct PopulationArgs {
    /// Figures of the population: a CSV file with the columns feature, value and count (or share), or an
    /// export of CBS StatLine. Give it again for each further table.
    #[arg(long, value_name = "TABLE", required = true)]
    pub population: Vec<PathBuf>,
    /// Use only the rows with this label, such as "Regio's=Zeeland". Can be given again.
    #[arg(long, value_name = "HEADING=LABEL", value_parser = super::expected::pair)]
    pub pick: Vec<(String, String)>,
    /// The heading of the column with the figures, when there are several.
    #[arg(long, value_name = "HEADING", value_parser = super::expected::heading)]
    pub counts: Option<String>,
    /// Give a feature of the table the name that it has in the pool, such as "Leeftijd=age". Can be given
    /// again.
    #[arg(long, value_name = "OLD=NEW", value_parser = super::expected::pair)]
    pub name: Vec<(String, String)>,
    /// Leave a value out, such as "0-15" or "age=0-15". Can be given again.
    #[arg(long, value_name = "VALUE")]
    pub leave_out: Vec<String>,
    /// Which sheet of a workbook.
    #[command(flatten)]
    pub sheet: SheetArgs,
}

impl PopulationArgs {
    /// Reads the tables. What is found goes to `faults`; a population comes back when nothing stops.
    pub fn read(&self, faults: &mut Faults) -> Result<Option<Population>, Halt> {
        let mut files = Vec::new();
        for path in &self.population {
            files.push(self.sheet.read(path)?);
        }
        let sources: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
        let choices = Choices {
            picks: self.pick.clone(),
            counts: self.counts.clone(),
            names: self.name.clone(),
            leave_out: self.leave_out.clone(),
        };
        Ok(population::read(&sources, &choices, faults))
    }
}

/// Where a population comes from and what was left out of it, a line each.
pub fn origin(lang: Lang, population: &Population) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut add = |line: String| {
        if !lines.contains(&line) {
            lines.push(line);
        }
    };
    for feature in &population.features {
        let about: Vec<String> = feature.about.iter().map(|line| shown(line)).collect();
        let from = if about.is_empty() { String::new() } else { format!(": {}", about.join("; ")) };
        let from = format!("{}{from}", shown(&feature.file));
        add(format!("{}\n", say!(lang, "population-from", from = from)));
    }
    for Distribution { name, left_out, .. } in &population.features {
        if !left_out.is_empty() {
            let left_out: Vec<String> = left_out.iter().map(|value| shown(value)).collect();
            let (feature, values) = (shown(name), left_out.join(", "));
            add(format!("{}\n", say!(lang, "left-out-of", feature = feature, values = values)));
        }
    }
    lines.concat()
}
