//! Values that are parts of another value: people who count twice. Imports `base`, `register` and its siblings.

use super::region::region;
use super::tables::{Line, Raw};
use crate::base::band::band;
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::{fold, tidy};
use crate::base::totals::is_part;
use crate::register::Table;

/// Stops where a value is by its name a part ("w.v. Europa") of one that is a value too. Where that one is a total, or was left
/// out, the parts are the values. Whether there are any.
pub(super) fn by_name(table: &Table, raw: &Raw, faults: &mut Faults) -> bool {
    let mut pairs: Vec<(&Line, &Line)> =
        raw.lines.iter().filter_map(|part| Some((whole_of(table, part, &raw.lines)?, part))).collect();
    pairs.sort_by_key(|(_, part)| (part.row, part.column));
    let Some(&(whole, first)) = pairs.first() else { return false };
    let parts = pairs.iter().filter(|(other, _)| other.value == whole.value);
    let what = Figures::PartOfAnother {
        feature: raw.name.clone(),
        whole: whole.value.clone(),
        parts: parts.clone().map(|(_, part)| part.value.clone()).collect(),
    };
    let rows = std::iter::once(whole.row).chain(parts.map(|(_, part)| part.row));
    let mut rows: Vec<usize> = rows.collect();
    rows.dedup();
    let place = Place::file(&table.name).rows(rows.into_iter().collect());
    faults.push(What::Figures(what), if whole.row == first.row { Place::file(&table.name) } else { place });
    true
}

/// The value that stands before a part, past its other parts.
fn whole_of<'a>(table: &Table, part: &Line, lines: &'a [Line]) -> Option<&'a Line> {
    let own = Some(part).filter(|part| is_part(&part.value))?;
    if lines.iter().all(|line| line.row == own.row) && lines.len() > 1 {
        // Columns beside one another.
        let mut columns = lines.iter().filter(|line| line.column < own.column).collect::<Vec<_>>();
        columns.sort_by_key(|line| std::cmp::Reverse(line.column));
        let left = columns.into_iter().find(|line| !is_part(&line.value));
        return left.filter(|line| {
            let between = (line.column + 1..own.column).map(|column| &table.headings[column]);
            between.into_iter().all(|heading| is_part(heading))
        });
    }
    let row = (0..table.len()).find(|&row| table.row(row).row == own.row)?;
    let label = |row: usize, column: usize| tidy(table.cell(row, column));
    let is_own = |&column: &usize| fold(&region(&label(row, column)).0) == fold(&own.value);
    let column = (0..table.headings.len()).find(is_own)?;
    let mut above = (0..row).rev().map(|row| label(row, column));
    let whole = above.find(|label| !label.is_empty() && !is_part(label))?;
    lines.iter().find(|line| fold(&line.value) == fold(&region(&whole).0))
}

/// Says where a value is as large as those before or behind it together. Many figures, and round ones, add up by chance; of
/// classes of ages their bounds say it.
pub(super) fn by_figures(table: &Table, raw: &Raw, decimals: u32, faults: &mut Faults) {
    const MOST_PARTS: usize = 8;
    const FEW: usize = 8;
    let units = |line: &Line| line.amount.map_or(0, |amount| amount.with_decimals(decimals).units);
    let mut lines: Vec<(&Line, u128)> = raw.lines.iter().map(|line| (line, units(line))).collect();
    lines.sort_by_key(|(line, _)| (line.row, line.column));
    let all: u128 = lines.iter().map(|(_, units)| units).sum();
    // What all figures are multiples of: as much less there is to tell them apart.
    let step = lines.iter().fold(0, |step, (_, units)| gcd(step, *units));
    let classes = lines.iter().filter(|(line, _)| band(&line.value).is_some()).count();
    if raw.are_shares || classes * 2 > lines.len() {
        return;
    }
    for (at, &(whole, units)) in lines.iter().enumerate() {
        // As large as all others together is told elsewhere.
        if units == 0 || units * 2 == all || lines.len() > FEW && units < 100 * step * lines.len() as u128 {
            continue;
        }
        let behind = run(lines[at + 1..].iter().take(MOST_PARTS), units);
        let before = || run(lines[..at].iter().rev().take(MOST_PARTS), units);
        if let Some(mut parts) = behind.or_else(before) {
            parts.sort_by_key(|line| (line.row, line.column));
            let mut rows: Vec<usize> = parts.iter().map(|line| line.row).chain([whole.row]).collect();
            rows.sort_unstable();
            rows.dedup();
            let parts = parts.into_iter().map(|line| line.value.clone()).collect();
            let what = Figures::SumOfSome { feature: raw.name.clone(), whole: whole.value.clone(), parts };
            faults.push(What::Figures(what), Place::file(&table.name).rows(rows.into_iter().collect()));
        }
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The first of these lines, two at least, that add up to a figure.
fn run<'a, 'b: 'a>(lines: impl Iterator<Item = &'a (&'b Line, u128)>, figure: u128) -> Option<Vec<&'b Line>> {
    let (mut sum, mut parts) = (0u128, Vec::new());
    for &(line, units) in lines.take_while(|(_, units)| *units > 0) {
        sum += units;
        parts.push(line);
        if sum >= figure {
            break;
        }
    }
    (sum == figure && parts.len() > 1).then_some(parts)
}

#[cfg(test)]
mod tests {
    use crate::base::fault::{Faults, Figures, Kind, What};
    use crate::quotas::population::{Choices, read};

    fn told(text: &str, leave_out: &[&str]) -> (Option<usize>, Faults) {
        let mut faults = Faults::new();
        let leave_out = leave_out.iter().map(|&value| value.to_owned()).collect();
        let choices = Choices { leave_out, ..Choices::default() };
        let population = read(&[("p.csv", text.as_bytes())], &choices, &mut faults);
        (population.map(|population| population.features[0].values.len()), faults)
    }

    #[test]
    fn parts_beside_their_whole_stop() {
        for (whole, text) in [
            (
                "Buiten Nederland",
                "Herkomst;Aantal\nNederland;9000\nBuiten Nederland;1500\nw.v. Europa;600\nw.v. buiten Europa;900\n",
            ),
            (
                "Buiten Nederland",
                "Herkomst;Aantal\nNederland;9000\nBuiten Nederland;1500\nwaarvan Turkije;300\nwaarvan Marokko;200\n",
            ),
            (
                "Abroad",
                "feature,value,count\norigin,Here,9000\norigin,Abroad,1500\norigin,of which Europe,600\n",
            ),
            ("Buiten Nederland", "Nederland;Buiten Nederland;waarvan Europa\n9000;1500;600\n"),
            (
                "Elders",
                "Herkomst;Geslacht;Aantal\nHier;M;5000\nHier;V;4000\nElders;M;700\nElders;V;800\nwaarvan Europa;M;300\nwaarvan Europa;V;300\n",
            ),
        ] {
            let (none, faults) = told(text, &[]);
            assert!(none.is_none(), "{text}");
            let found = faults.iter().find_map(|fault| match &fault.what {
                What::Figures(Figures::PartOfAnother { whole, .. }) => Some(whole.clone()),
                _ => None,
            });
            assert_eq!(found.as_deref(), Some(whole), "{text} {faults:?}");
        }
    }

    #[test]
    fn parts_of_a_total_or_of_what_is_left_out_are_values() {
        let text =
            "Herkomst;Aantal\nNederland;9000\nBuiten Nederland;1500\nw.v. Europa;600\nw.v. elders;900\n";
        for (values, text, out) in [
            (3, text, &["Buiten Nederland"][..]),
            (2, text, &["w.v. Europa", "w.v. elders"]),
            (2, "Geslacht;Aantal\nTotaal;10500\nwaarvan man;5000\nwaarvan vrouw;5500\n", &[]),
            (
                3,
                "Herkomst;Aantal\nHier;9000\nTotaal elders;1500\nwaarvan Europa;600\nwaarvan verder;900\n",
                &[],
            ),
        ] {
            let (found, faults) = told(text, out);
            assert_eq!((found, faults.count(Kind::PartOfAnother)), (Some(values), 0), "{text} {faults:?}");
        }
    }

    #[test]
    fn a_value_that_is_the_sum_of_its_neighbours_is_told() {
        let told = |text: &str, out: &[&str]| told(text, out).1.count(Kind::SumOfSome);
        for text in [
            "Opleiding;Aantal\nLaag;2800\nMidden;4100\nHoog;3500\nhbo;2000\nwo;1500\n",
            "Opleiding;Aantal\nLaag;2800\nMidden;4100\nhbo;2000\nwo;1500\nHoog;3500\n",
            "Herkomst;Aantal\nHier;9000\nElders;1500\n- Europa;600\n- verder;900\n",
        ] {
            assert_eq!(told(text, &[]), 1, "{text}");
        }
        assert_eq!(told("Opleiding;Aantal\nLaag;2800\nHoog;3500\nhbo;2000\nwo;1500\n", &["Hoog"]), 0);
        for text in [
            "Leeftijd;Aantal\n16-34;1000\n35-54;600\n55-64;400\n65+;700\n",
            "Wijk;Aandeel\na;30,0\nb;10,0\nc;20,0\nd;40,0\n",
            "Wijk;Aantal\na;30\nb;10\nc;20\nd;5\ne;6\nf;7\ng;8\nh;9\ni;11\n",
        ] {
            assert_eq!(told(text, &[]), 0, "{text}");
        }
    }
}
