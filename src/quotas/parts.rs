//! Values that are parts of another value: people who count twice. Imports `base`, `register` and its siblings.

use super::outline;
use super::region::region;
use super::tables::{Line, Raw};
use crate::base::band::band;
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::{fold, tidy};
use crate::base::totals::is_part;
use crate::register::Table;

/// Stops where a value is by its name ("w.v. Europa"), or by where it stands ("- Europa", "11 Basisonderwijs"), a part of one
/// that is a value too. Where that one is a total, or was left out, the parts are the values. Whether there are any.
pub(super) fn by_name(table: &Table, raw: &Raw, faults: &mut Faults) -> bool {
    let mut wholes: Vec<(&Line, Vec<&Line>)> = Vec::new();
    let named = raw.lines.iter().filter_map(|part| Some((whole_of(table, part, &raw.lines)?, vec![part])));
    for (whole, parts) in named.chain(outline::families(table, raw)) {
        let of = |line: &Line| (line.row, line.column);
        let at = wholes.iter().position(|(other, _)| of(other) == of(whole)).unwrap_or_else(|| {
            wholes.push((whole, Vec::new()));
            wholes.len() - 1
        });
        let known = &mut wholes[at].1;
        for part in parts {
            if known.iter().all(|other| of(other) != of(part)) {
                known.push(part);
            }
        }
    }
    wholes.sort_by_key(|(whole, _)| (whole.row, whole.column));
    for (whole, parts) in &mut wholes {
        parts.sort_by_key(|part| (part.row, part.column));
        let what = Figures::PartOfAnother {
            feature: raw.name.clone(),
            whole: whole.value.clone(),
            parts: parts.iter().map(|part| part.value.clone()).collect(),
        };
        let mut rows: Vec<usize> =
            std::iter::once(whole.row).chain(parts.iter().map(|part| part.row)).collect();
        rows.sort_unstable();
        rows.dedup();
        let place = Place::file(&table.name);
        faults.push(
            What::Figures(what),
            if rows.len() == 1 { place } else { place.rows(rows.into_iter().collect()) },
        );
    }
    !wholes.is_empty()
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

/// Says where a value is as large as those before or behind it together, unless so many figures of this kind may be so by
/// chance; of classes of ages their bounds say it.
pub(super) fn by_figures(table: &Table, raw: &Raw, decimals: u32, faults: &mut Faults) {
    let units = |line: &Line| line.amount.map_or(0, |amount| amount.with_decimals(decimals).units);
    let mut lines: Vec<(&Line, u128)> = raw.lines.iter().map(|line| (line, units(line))).collect();
    lines.sort_by_key(|(line, _)| (line.row, line.column));
    let all: u128 = lines.iter().map(|(_, units)| units).sum();
    let classes = lines.iter().filter(|(line, _)| band(&line.value).is_some()).count();
    if raw.are_shares || classes * 2 > lines.len() {
        return;
    }
    let step = step(&lines);
    let (mut chance, mut found) = (0.0, Vec::new());
    for (at, &(whole, units)) in lines.iter().enumerate() {
        // As large as all others together is told elsewhere.
        if units < LEAST_WHOLE * 10u128.pow(decimals) || units * 2 == all {
            continue;
        }
        let behind = run(lines[at + 1..].iter().take(MOST_PARTS), units);
        let before = run(lines[..at].iter().rev().take(MOST_PARTS), units);
        // Of figures as large as these, one in so many ends where the whole does.
        let runs = || behind.iter().chain(&before);
        chance += runs().map(|run| step as f64 * run.parts.len() as f64 / run.sum as f64).sum::<f64>();
        let exact = runs().find(|run| run.sum == units).map(|run| run.parts.clone());
        found.extend(exact.map(|parts| (whole, parts)));
    }
    for (whole, mut parts) in found {
        let known = parts.iter().all(|part| is_level_of(&whole.value, &part.value));
        if chance > MOST_CHANCE && !known {
            continue;
        }
        parts.sort_by_key(|line| (line.row, line.column));
        let mut rows: Vec<usize> = parts.iter().map(|line| line.row).chain([whole.row]).collect();
        rows.sort_unstable();
        rows.dedup();
        let parts = parts.into_iter().map(|line| line.value.clone()).collect();
        let what = Figures::SumOfSome { feature: raw.name.clone(), whole: whole.value.clone(), parts };
        faults.push(What::Figures(what), Place::file(&table.name).rows(rows.into_iter().collect()));
    }
}

/// Parts of a value that are looked for at most.
const MOST_PARTS: usize = 8;
/// People of a value that is told at least: of smaller ones, too many are sums of others by chance.
const LEAST_WHOLE: u128 = 100;
/// Tables of unrelated figures, as a part of 1, of which one may be told at most.
const MOST_CHANCE: f64 = 0.01;

/// What the figures are rounded to: nearly all of them are multiples of it. As much less there is to tell them apart.
fn step(lines: &[(&Line, u128)]) -> u128 {
    let all = lines.iter().fold(0, |step, (_, units)| gcd(step, *units));
    let multiples = |step: u128| lines.iter().filter(|(_, units)| units % step == 0).count();
    let rounded =
        [1000, 500, 100, 50, 10, 5].into_iter().find(|step| multiples(*step) * 3 >= lines.len() * 2);
    rounded.unwrap_or(1).max(all)
}

/// Whether a level of schooling or an origin is known to be one of those that another holds: hbo and wo are high.
fn is_level_of(whole: &str, part: &str) -> bool {
    const HELD: &[(&[&str], &[&str])] = &[
        (
            &["laag", "low", "praktisch"],
            &["basis", "primary", "vmbo", "mbo1", "mbo 1", "lbo", "mavo", "lager"],
        ),
        (&["midden", "middelbaar", "middle", "medium"], &["havo", "vwo", "mbo", "secondary"]),
        (
            &["hoog", "high", "theoretisch"],
            &["hbo", "wo", "bachelor", "master", "doctor", "universit", "university"],
        ),
    ];
    let (whole, part) = (fold(whole), fold(part));
    let begins = |text: &str, words: &[&str]| words.iter().any(|word| text.starts_with(word));
    HELD.iter().any(|(wholes, parts)| begins(&whole, wholes) && begins(&part, parts))
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Lines beside one another, and their sum.
struct Run<'a> {
    parts: Vec<&'a Line>,
    sum: u128,
}

/// The first of these lines, two at least, that add up to a figure or to more.
fn run<'a, 'b: 'a>(lines: impl Iterator<Item = &'a (&'b Line, u128)>, figure: u128) -> Option<Run<'b>> {
    let mut run = Run { parts: Vec::new(), sum: 0 };
    for &(line, units) in lines.take_while(|(_, units)| *units > 0) {
        run.sum += units;
        run.parts.push(line);
        if run.sum >= figure {
            break;
        }
    }
    (run.sum >= figure && run.parts.len() > 1).then_some(run)
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
            ("Elders", "Herkomst;Aantal\nHier;9000\nElders;1500\n- Europa;600\n- verder;900\n"),
            ("Elders", "Herkomst;Aantal\nHier;9000\nElders;1500\n* Turkije;300\n"),
            ("Elders", "Herkomst;Aantal\nHier;9000\nElders;1500\n  Turkije;300\n  Marokko;200\n"),
            ("Elders", "Herkomst;Aantal\nHier;9000\nElders;1500\n Europa;600\n Verder;900\n"),
            ("Elders", "Hier;Elders;- Turkije;- Marokko\n9000;1500;300;200\n"),
            ("elders", "feature,value,count\norigin,hier,9000\norigin,elders,1500\norigin,- Europa,600\n"),
            ("1 Laag", "Opleiding;Aantal\n1 Laag;2800\n11 Basisonderwijs;800\n12 Vmbo;2000\n2 Hoog;4100\n"),
            ("2 Elders", "Herkomst;Aantal\n1 Hier;9000\n2 Elders;1500\n2.1 Turkije;300\n2.2 Marokko;200\n"),
            ("Elders", "Herkomst;Aantal\nHier;9000\nElders;1500\ndaarvan Europa;600\n"),
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
    fn values_that_only_look_like_parts_are_values() {
        for text in [
            // One space too many, a mark without a whole, more than the whole.
            "Herkomst;Aantal\nHier;9000\n Europa;600\nVerder;900\n",
            "Herkomst;Aantal\n- Hier;9000\n- Europa;600\n- Verder;900\n",
            "Herkomst;Aantal\nHier;9000\n  Europa;600\n  Verder;900\n",
            "Herkomst;Aantal\nHier;300\nElders;400\n- onbekend;600\n",
            "Wijk;Aantal\n1 Kern;2800\n11 Noord;801\n12 Zuid;2003\n2 Oost;4100\n",
            "Geslacht;Aantal\n1 Totaal;9000\n1.1 Mannen;4400\n1.2 Vrouwen;4600\n",
            "Leeftijd;Aantal\n1 tot 18 jaar;2800\n18 tot 19 jaar;800\n19 t/m 24;2000\n25 of ouder;4100\n",
        ] {
            let (values, faults) = told(text, &[]);
            assert!(values.is_some() && faults.count(Kind::PartOfAnother) == 0, "{text} {faults:?}");
        }
    }

    /// Tables of figures that have nothing to do with one another: exact ones, and rounded ones.
    #[test]
    fn sums_by_chance_are_not_told() {
        let mut state = 7u64;
        let mut next = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 / (1u64 << 31) as f64
        };
        const TABLES: usize = 1500;
        for round in [1.0, 5.0, 10.0, 100.0] {
            let mut told_of = 0;
            for _ in 0..TABLES {
                let values = 3 + (next() * 15.0) as usize;
                let people = 10f64.powf(3.0 + 2.5 * next());
                let parts: Vec<f64> = (0..values).map(|_| -(1.0 - next()).ln() + 0.05).collect();
                let sum: f64 = parts.iter().sum();
                let lines = parts.iter().enumerate();
                let line = |(at, part): (usize, &f64)| {
                    let name = char::from(b'a' + at as u8);
                    format!("buurt {name};{}\n", (part / sum * people / round).round() * round)
                };
                let text = format!("Buurt;Aantal\n{}", lines.map(line).collect::<String>());
                told_of += usize::from(told(&text, &[]).1.count(Kind::SumOfSome) > 0);
            }
            assert!(told_of * 200 < TABLES, "{told_of} of tables rounded to {round}");
        }
        for text in ["Wijk;Aantal\na;90\nb;50\nc;40\nd;213\n", "Wijk;Aantal\nb;51\nc;40\na;91\nd;213\ne;77\n"]
        {
            assert_eq!(told(text, &[]).1.count(Kind::SumOfSome), 0, "{text}");
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
