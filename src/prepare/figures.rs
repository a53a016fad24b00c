//! Tables of a population brought to the values of the list. Imports `base`, `quotas` and its siblings.

use super::recipe::{Input, Recipe, Rule};
use super::{Give, Take, add_line};
use crate::base::band::band;
use crate::base::fault::{Faults, Kind, Place, Prepare, What};
use crate::base::text::{fold, nearest};
use crate::quotas::cross;
use crate::quotas::population::{self, Choices};
use crate::register;
use std::collections::BTreeMap;

/// Where a value of a population goes.
enum Goes {
    /// To this value of the list.
    To(String),
    /// Nowhere: it is of no class.
    Out,
}

/// Reads each table, brings its values to those of the list, and writes it with the columns feature, value and count.
/// For each the name of its file, and the values that are left out. `None` when a file cannot be given or taken.
pub(super) fn write(
    recipe: &Recipe,
    give: Give<'_>,
    take: Take<'_>,
    faults: &mut Faults,
) -> Option<Vec<(String, Vec<String>)>> {
    let mut made = Vec::new();
    for figures in &recipe.populations {
        let bytes = give(&figures.file)?;
        let sheet: Vec<String> = figures.sheet.iter().cloned().collect();
        let name = register::with_sheet(&figures.file, &bytes, &sheet);
        let choices = Choices {
            picks: figures.pick.clone(),
            counts: figures.counts.clone(),
            names: figures.rename.clone(),
            leave_out: figures.leave_out.clone(),
        };
        let mut own = Faults::new();
        let read = population::read(&[(&name, &bytes)], &choices, &mut own);
        // Single years of age are joined into classes here.
        let classed = recipe.columns.values().any(|rule| !rule.classes.is_empty());
        for fault in own.iter().filter(|fault| fault.kind() != Kind::SingleYears || !classed) {
            faults.push(fault.what.clone(), fault.place.clone());
        }
        let Some(population) = read.filter(|_| !own.stop()) else { continue };
        let mut lines = Vec::new();
        let shares = population.features.iter().any(|feature| feature.shares_of.is_some());
        add_line(&mut lines, ["feature", "value", if shares { "share" } else { "count" }].into_iter());
        let mut left_out = Vec::new();
        for feature in &population.features {
            let name = recipe.columns.keys().find(|name| fold(name) == fold(&feature.name));
            let heading = name.unwrap_or(&feature.name);
            let mut sums: BTreeMap<String, u128> = BTreeMap::new();
            for value in &feature.values {
                let goes = match recipe.rule(&feature.name) {
                    Some(rule) => goes(rule, (&feature.file, &feature.name), &value.name, faults),
                    None => Goes::To(value.name.clone()),
                };
                match goes {
                    Goes::To(to) => *sums.entry(to).or_default() += value.units,
                    Goes::Out => left_out.push(value.name.clone()),
                }
            }
            for (value, units) in sums {
                add_line(&mut lines, [heading.as_str(), &value, &feature.shown(units)].into_iter());
            }
        }
        for column in &figures.combine {
            combine(recipe, column, ((&name, &bytes), &choices), &mut lines, &mut left_out, faults);
        }
        if !take(&figures.out, &lines) {
            return None;
        }
        made.push((figures.out.clone(), left_out));
    }
    Some(made)
}

/// Makes a column that joins others of the features of a table, value beside value, as it is made of the cells of the list.
fn combine(
    recipe: &Recipe,
    column: &str,
    (source, choices): ((&str, &[u8]), &Choices),
    lines: &mut Vec<u8>,
    left_out: &mut Vec<String>,
    faults: &mut Faults,
) {
    let Some((heading, rule)) = recipe.columns.iter().find(|(own, _)| fold(own) == fold(column)) else {
        return;
    };
    let Input::Join(parts, with) = &rule.input else { return };
    let crossed = match cross::crossed(source, choices, parts, faults) {
        Ok(Some(crossed)) => crossed,
        Ok(None) => return,
        Err(found) => {
            let what = Prepare::NotCrossed { parts: parts.clone(), found };
            faults.push(What::Prepare(what), Place::file(source.0).column(heading));
            return;
        }
    };
    let mut sums: BTreeMap<String, u128> = BTreeMap::new();
    for (values, units) in &crossed.cells {
        // What is wrong with the values of one feature was said of it.
        let part = |(name, value): (&String, &String)| match recipe.rule(name) {
            None => Some(value.clone()),
            Some(rule) => match goes(rule, (&crossed.file, name), value, &mut Faults::new()) {
                Goes::To(to) => Some(to),
                Goes::Out => None,
            },
        };
        let goes = match parts.iter().zip(values).map(part).collect::<Option<Vec<String>>>() {
            None => Goes::Out,
            Some(parts) => {
                let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(with);
                goes(rule, (&crossed.file, heading), &text, faults)
            }
        };
        match goes {
            Goes::To(to) => *sums.entry(to).or_default() += units,
            Goes::Out => left_out.push(values.join(with)),
        }
    }
    for (value, units) in sums {
        add_line(lines, [heading.as_str(), &value, &crossed.shown(units)].into_iter());
    }
}

/// Where a value goes by the rule of the column of that name; `feature` is its file and name, for messages.
fn goes(rule: &Rule, (file, feature): (&str, &str), value: &str, faults: &mut Faults) -> Goes {
    let place = || Place::file(file).column(feature);
    if let Some(to) = rule.values.get(&fold(value)) {
        return Goes::To(to.clone());
    }
    if let Some((class, _)) = rule.classes.iter().find(|(class, _)| fold(class) == fold(value)) {
        return Goes::To(class.clone());
    }
    if let Some((low, high)) = band(value).filter(|_| !rule.classes.is_empty()) {
        let holds = |age: u32| rule.classes.iter().position(|(_, (low, high))| (*low..=*high).contains(&age));
        let touches = rule.classes.iter().any(|(_, class)| class.0 <= high && low <= class.1);
        return match (holds(low), holds(high)) {
            (Some(a), Some(b)) if a == b => Goes::To(rule.classes[a].0.clone()),
            (None, None) if !touches => Goes::Out,
            _ => {
                let what = Prepare::BandSplit { feature: feature.to_owned(), value: value.to_owned() };
                faults.push(What::Prepare(what), place());
                Goes::Out
            }
        };
    }
    if rule.values.is_empty() && rule.classes.is_empty() {
        return Goes::To(value.to_owned());
    }
    if let Some(otherwise) = &rule.otherwise {
        return Goes::To(otherwise.clone());
    }
    let near = nearest(value, rule.values.keys().map(String::as_str));
    let near = near.and_then(|spelling| rule.values.get(spelling)).cloned();
    faults.push(What::Prepare(Prepare::UnknownSpelling { near }), place().cell(value));
    Goes::Out
}
