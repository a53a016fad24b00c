//! `quotas.csv` and `lottery.csv`. Imports `quotas`, `lottery`.

use super::form::{self, Bad, number};
use crate::lottery::problem::Panel;
use crate::lottery::tickets::{Share, TicketLottery};
use crate::quotas::{Feature, Quotas, Value};

const PLAIN: [&str; 4] = ["feature", "value", "min", "max"];
const FLEX: [&str; 6] = ["feature", "value", "min", "max", "min_flex", "max_flex"];
const LOTTERY: [&str; 3] = ["first", "last", "panel"];

/// Writes `quotas.csv`: a row for each value, with flexible bounds if any value has them.
pub fn quotas(quotas: &Quotas) -> Vec<u8> {
    let values = || quotas.features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    let flex = values().any(|(_, v)| v.flex.is_some());
    let header: Vec<String> =
        if flex { FLEX.map(str::to_owned).to_vec() } else { PLAIN.map(str::to_owned).to_vec() };
    let row = |(f, v): (&Feature, &Value)| {
        let mut row = vec![f.name.clone(), v.name.clone(), v.min.to_string(), v.max.to_string()];
        if flex {
            let (low, high) =
                v.flex.map_or((String::new(), String::new()), |(l, h)| (l.to_string(), h.to_string()));
            row.extend([low, high]);
        }
        row
    };
    form::table(std::iter::once(header).chain(values().map(row)))
}

/// Reads `quotas.csv`: features and values in byte order, none twice, 0 <= min <= max; no lines in a plain lot.
/// There may be more of them than a file of quotas has: each home under a household rule is one.
///
/// # Errors
/// [`Bad`].
pub fn read_quotas(bytes: &[u8]) -> Result<Quotas, Bad> {
    let flex = form::rows(bytes, &FLEX);
    let (rows, flex) = match flex {
        Err(Bad::Shape) => (form::rows(bytes, &PLAIN)?, false),
        other => (other?, true),
    };
    let mut features: Vec<Feature> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let bad = Bad::Row(at + 2);
        let value = read_value(row, flex).ok_or(bad.clone())?;
        match features.last_mut() {
            Some(feature) if feature.name == row[0] => {
                if feature.values.last().is_some_and(|last| last.name >= value.name) {
                    return Err(bad);
                }
                feature.values.push(value);
            }
            Some(feature) if feature.name.as_str() > &row[0] => return Err(bad),
            _ => features.push(Feature { name: row[0].to_owned(), values: vec![value] }),
        }
    }
    let read = Quotas { features };
    // A table with flexible columns and no flexible bound is not in the one form.
    if quotas(&read) == bytes { Ok(read) } else { Err(Bad::Form) }
}

fn read_value(row: &csv::StringRecord, flex: bool) -> Option<Value> {
    let (min, max) = (number(&row[2])?, number(&row[3])?);
    let flex = match flex.then(|| (&row[4], &row[5])) {
        None | Some(("", "")) => None,
        Some((low, high)) => Some((number(low)?, number(high)?)),
    };
    let sound = min <= max && flex.is_none_or(|(low, high)| low <= min && max <= high);
    sound.then(|| Value { name: row[1].to_owned(), min, max, flex })
}

/// Writes `lottery.csv`.
pub fn lottery(lottery: &TicketLottery) -> Vec<u8> {
    let mut first = 0;
    let row = |share: &Share| {
        let last = first + share.tickets - 1;
        let row = [first.to_string(), last.to_string(), panel(&share.panel)];
        first = last + 1;
        row
    };
    let rows: Vec<[String; 3]> = lottery.shares.iter().map(row).collect();
    form::table(std::iter::once(LOTTERY.map(str::to_owned)).chain(rows))
}

/// A panel by profile as `lottery.csv` writes it: `3 7x2 12`.
pub fn panel(panel: &Panel) -> String {
    let seats = panel.0.iter().map(|&(t, c)| if c == 1 { t.to_string() } else { format!("{t}x{c}") });
    seats.collect::<Vec<_>>().join(" ")
}

/// Reads `lottery.csv`: contiguous ranges from ticket 0, at most 2^32 tickets, panels ascending by
/// profile, no panel twice. Whether profiles exist and panels are allowed is not looked at here.
///
/// # Errors
/// [`Bad`].
pub fn read_lottery(bytes: &[u8]) -> Result<TicketLottery, Bad> {
    let mut shares: Vec<Share> = Vec::new();
    let mut next: u64 = 0;
    for (at, row) in form::rows(bytes, &LOTTERY)?.iter().enumerate() {
        let bad = || Bad::Row(at + 2);
        let (first, last): (u64, u64) = (number(&row[0]).ok_or_else(bad)?, number(&row[1]).ok_or_else(bad)?);
        if first != next || last < first || last >= 1 << 32 {
            return Err(bad());
        }
        next = last + 1;
        shares.push(Share { tickets: next - first, panel: read_panel(&row[2]).ok_or_else(bad)? });
    }
    let mut panels: Vec<&Panel> = shares.iter().map(|s| &s.panel).collect();
    panels.sort_unstable();
    if shares.is_empty() || panels.windows(2).any(|w| w[0] == w[1]) {
        return Err(Bad::Form);
    }
    Ok(TicketLottery { shares })
}

fn read_panel(text: &str) -> Option<Panel> {
    let seat = |part: &str| match part.split_once('x') {
        None => Some((number(part)?, 1)),
        Some((t, c)) => Some((number(t)?, number(c).filter(|&c: &u32| c > 1)?)),
    };
    let seats = text.split(' ').map(seat).collect::<Option<Vec<(u32, u32)>>>()?;
    seats.windows(2).all(|w| w[0].0 < w[1].0).then_some(Panel(seats))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(name: &str, min: u32, max: u32, flex: Option<(u32, u32)>) -> Value {
        Value { name: name.into(), min, max, flex }
    }

    #[test]
    fn quotas_go_both_ways_and_only_so() {
        let age = Feature {
            name: "age".into(),
            values: vec![value("0-24", 1, 2, None), value("25,5+", 0, 9, None)],
        };
        let mut both = Quotas { features: vec![age] };
        let plain = quotas(&both);
        assert_eq!(plain, b"feature,value,min,max\nage,0-24,1,2\nage,\"25,5+\",0,9\n");
        assert_eq!(read_quotas(&plain), Ok(both.clone()));
        both.features[0].values[1].flex = Some((0, 10));
        assert_eq!(read_quotas(&quotas(&both)), Ok(both));
        let none = Quotas::default();
        assert_eq!(read_quotas(&quotas(&none)), Ok(none), "what a plain lot asks");
        for bad in [
            "feature,value,min,max",
            "feature,value,min,max,min_flex,max_flex\n",
            "feature,value,min,max\na,b,2,1\n",
            "feature,value,min,max\na,b,01,1\n",
            "feature,value,min,max\na,b,1,1\na,b,1,1\n",
            "feature,value,min,max\na,c,1,1\na,b,1,1\n",
            "feature,value,min,max\nb,c,1,1\na,b,1,1\n",
            "feature,value,min,max\na,b,1,1\nb,b,1,1\na,c,1,1\n",
            "feature,value,min,max,min_flex,max_flex\na,b,1,1,,\n",
            "feature,value,min,max,min_flex,max_flex\na,b,1,1,1,\n",
            "feature,value,min,max\na,b,1,4294967296\n",
        ] {
            assert!(read_quotas(bad.as_bytes()).is_err(), "{bad}");
        }
    }

    #[test]
    fn tickets_go_both_ways_and_only_so() {
        let share = |tickets, seats: &[(u32, u32)]| Share { tickets, panel: Panel(seats.to_vec()) };
        let both = TicketLottery { shares: vec![share(3, &[(0, 1), (4, 2)]), share(1, &[(1, 3)])] };
        let written = lottery(&both);
        assert_eq!(written, b"first,last,panel\n0,2,0 4x2\n3,3,1x3\n");
        assert_eq!(read_lottery(&written), Ok(both));
        for bad in [
            "first,last,panel\n",
            "first,last,panel\n1,2,0\n",
            "first,last,panel\n0,2,0\n2,3,1\n",
            "first,last,panel\n0,2,0\n4,5,1\n",
            "first,last,panel\n0,2,0\n3,2,1\n",
            "first,last,panel\n0,2,0\n3,3,0\n",
            "first,last,panel\n0,2,0 0\n",
            "first,last,panel\n0,2,1 0\n",
            "first,last,panel\n0,2,0x1\n",
            "first,last,panel\n0,2,0x0\n",
            "first,last,panel\n0,2,0  1\n",
            "first,last,panel\n0,2,\n",
            "first,last,panel\n0,18446744073709551615,0\n",
            "first,last,panel\n00,2,0\n",
        ] {
            assert!(read_lottery(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
