//! Population figures as statistics offices and spreadsheets write them, read exactly. Imports
//! `base`.

use crate::base::text::tidy;
use std::fmt;

/// A figure of at least 0, exact: `units` divided by 10 to the power `decimals`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The digits as one whole number; below 10^22.
    pub units: u128,
    /// Digits behind the decimal sign.
    pub decimals: u32,
}

impl Amount {
    /// The same amount with at least so many decimals.
    pub(super) fn with_decimals(self, decimals: u32) -> Self {
        let more = decimals.saturating_sub(self.decimals);
        Self { units: self.units * 10u128.pow(more), decimals: self.decimals + more }
    }
}

/// With a point before the decimals: `45276`, `8.6`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10u128.pow(self.decimals);
        write!(f, "{}", self.units / one)?;
        match self.decimals {
            0 => Ok(()),
            n => write!(f, ".{:0>width$}", self.units % one, width = n as usize),
        }
    }
}

/// Digits of a figure at most, so that sums of many of them times a number of seats fit 128 bits.
const MOST_DIGITS: usize = 22;

/// A cell that should hold a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Digits with signs between them.
    Digits(String),
    /// Nothing, or a sign that says that the figure is unknown or secret.
    Missing,
    /// No figure.
    Other,
}

/// Looks at a cell: what is in it, and whether it is marked as provisional (`*`).
///
/// The signs of Statistics Netherlands: `.` unknown, unreliable or secret, `x` secret, `-` nil, `*`
/// provisional, `**` revised but provisional; and [`is_code`].
pub(super) fn look(cell: &str) -> (Cell, bool) {
    let text = tidy(cell);
    let stripped = text.trim_end_matches('*').trim_end();
    let provisional = stripped.len() < text.len();
    let text = stripped.strip_suffix('%').unwrap_or(stripped).trim_end();
    let folded = text.to_lowercase();
    let cell = match folded.as_str() {
        "" | "." | ".." | "..." | ":" | "x" | "?" | "n/a" | "na" | "nb" | "n.b." | "nvt" | "n.v.t."
        | "onbekend" | "unknown" | "geheim" => Cell::Missing,
        code if is_code(code) => Cell::Missing,
        "-" | "\u{2013}" | "\u{2014}" => Cell::Digits("0".into()),
        _ => {
            let text = ungrouped(text.strip_prefix('+').unwrap_or(text));
            let signs = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
            match signs && text.bytes().any(|b| b.is_ascii_digit()) {
                true => Cell::Digits(text),
                false => Cell::Other,
            }
        }
    };
    (cell, provisional)
}

/// Whether a cell is the code of Statistics Netherlands for a figure that is missing or secret, in its key figures
/// of districts: `-99997` and its neighbours.
pub(super) fn is_code(cell: &str) -> bool {
    let digits = cell.trim().strip_prefix(['-', '\u{2212}']).unwrap_or_default();
    let whole = digits.trim_end_matches('0').trim_end_matches(['.', ',']);
    whole.len() == 5 && whole.starts_with("9999") && whole.bytes().all(|b| b.is_ascii_digit())
        || digits == "99990"
}

/// The sum.
pub(super) fn add(a: Amount, b: Amount) -> Amount {
    let decimals = a.decimals.max(b.decimals);
    let units = a.with_decimals(decimals).units + b.with_decimals(decimals).units;
    Amount { units, decimals }
}

/// The sums of what totals state and of what was found, where rounding does not explain that they differ. Offices round figures, to
/// fives too.
pub(super) fn apart(stated: Vec<Amount>, found: Vec<Amount>, are_shares: bool) -> Option<(Amount, Amount)> {
    let fives = stated.iter().chain(&found).all(|it| it.decimals == 0 && it.units % 5 == 0);
    let lines = (stated.len() + found.len()) as u128;
    let (stated, sum) =
        (stated.into_iter().fold(Amount::default(), add), found.into_iter().fold(Amount::default(), add));
    let decimals = stated.decimals.max(sum.decimals);
    let apart = stated.with_decimals(decimals).units.abs_diff(sum.with_decimals(decimals).units);
    let slack = if fives {
        3 * lines
    } else if decimals > 0 || are_shares {
        lines
    } else {
        0
    };
    (apart > slack).then_some((stated, sum))
}

/// Why a cell is no figure, as the catalogues know it: it is below 0, or a spreadsheet shortened it to a power of ten.
pub(crate) fn why_not(cell: &str) -> &'static str {
    let text = tidy(cell).to_lowercase();
    let (sign, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.as_str()),
    };
    let number = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
    };
    let power = |text: &str| {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    match text.split_once('e') {
        Some((start, end)) if number(start) && power(end) => "exponent",
        None if sign && number(&ungrouped(text.trim_end_matches(['%', ' ']))) => "negative",
        _ => "other",
    }
}

/// Whether a cell was meant for a figure and is none: an error of a spreadsheet, or a figure with a word beside it, such as
/// "ca. 5000" and "5050 personen".
pub(super) fn is_almost(cell: &str) -> bool {
    const BEFORE: &[&str] =
        &["ca.", "ca", "circa", "ongeveer", "about", "approx.", "bijna", "ruim", "~", "\u{b1}", "\u{2248}"];
    const BEHIND: &[&str] = &[
        "personen",
        "inwoners",
        "inw.",
        "inw",
        "mensen",
        "people",
        "persons",
        "inhabitants",
        "pers.",
        "st.",
        "bewoners",
        "mannen",
        "vrouwen",
        "x",
        "?",
        "!",
        "(voorlopig)",
        "circa",
        "ca.",
    ];
    let text = tidy(cell).to_lowercase();
    if text == "nan"
        || text == "inf"
        || text.starts_with('#') && text.len() > 1 && !text[1..].starts_with(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    let before = BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let rest = before.unwrap_or(&text).trim_start();
    let behind = BEHIND.iter().find_map(|word| rest.strip_suffix(word)).map(str::trim_end);
    let figure = behind.unwrap_or(rest);
    (before.is_some() || behind.is_some())
        && matches!(look(figure).0, Cell::Digits(digits) if digits != "0" || figure == "0")
}

/// Without spaces and apostrophes that stand before groups of three digits.
fn ungrouped(text: &str) -> String {
    let groups: Vec<&str> = text.split([' ', '\'', '\u{2019}']).collect();
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    let first = (1..=3).contains(&groups[0].len()) && digits(groups[0]) == groups[0].len();
    let last = groups.len() - 1;
    let grouped = |(i, part): (usize, &&str)| digits(part) == 3 && (i == last || part.len() == 3);
    if last > 0 && first && groups.iter().enumerate().skip(1).all(grouped) {
        groups.concat()
    } else {
        text.to_owned()
    }
}

/// Why a column of figures cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The cell at this index is no figure.
    At(usize),
    /// The cells at these indexes can be read as two figures each, and nothing in the column says which.
    Ambiguous(Vec<usize>),
}

/// How a column of figures was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// One for each cell.
    pub amounts: Vec<Amount>,
    /// A cell whose point or comma was taken for a thousands sign though it could be a decimal one.
    pub grouped: Option<usize>,
}

/// Reads the cells of one column, which [`look`] found to be digits with signs.
///
/// A point or a comma is the decimal sign or the thousands sign; which one follows from the whole
/// column: thousands stand in groups of three behind one to three digits without a leading zero. If
/// both readings fit, the figures are whole numbers with thousands signs (`45.276` beside `981`),
/// unless they are shares or a number without signs is 1,000 or more (`1234` beside `45.276`), which
/// nobody writes who uses thousands signs.
pub(super) fn column(cells: &[&str], are_shares: bool) -> Result<Read, Unreadable> {
    let read = |decimal, group| cells.iter().map(|cell| parse(cell, decimal, group)).collect::<Vec<_>>();
    let all = |read: &[Option<Amount>]| read.iter().copied().collect::<Option<Vec<Amount>>>();
    let (points, commas) = (read('.', ','), read(',', '.'));
    let plain = |amounts| fitting(amounts, None);
    let (by_point, by_comma) = match (all(&points), all(&commas)) {
        (Some(points), Some(commas)) if points == commas => return plain(points),
        (Some(points), Some(commas)) => (points, commas),
        (Some(points), None) => return decided(cells, points, &commas, '.', are_shares),
        (None, Some(commas)) => return decided(cells, commas, &points, ',', are_shares),
        (None, None) => {
            // Of the reading that suits more cells.
            let fits = |read: &[Option<Amount>]| read.iter().flatten().count();
            let better = if fits(&commas) > fits(&points) { &commas } else { &points };
            return Err(Unreadable::At(better.iter().position(Option::is_none).unwrap_or(0)));
        }
    };
    let differs: Vec<usize> = (0..cells.len()).filter(|&i| by_point[i] != by_comma[i]).collect();
    let whole = |amounts: &[Amount]| amounts.iter().all(|amount| amount.decimals == 0);
    // `1.200` beside `1,000`: whichever sign is of thousands, the other cell has it for decimals, and nobody writes those.
    let neither = |sign| cells.iter().all(|cell| !cell.contains(sign));
    let (whole, broken) = match (whole(&by_point), whole(&by_comma)) {
        (true, false) if neither('.') => (by_point, by_comma),
        (false, true) if neither(',') => (by_comma, by_point),
        _ => return Err(Unreadable::Ambiguous(differs)),
    };
    let unsigned = |cell: &&&str| cell.bytes().all(|b| b.is_ascii_digit()) && cell.len() > 3;
    if are_shares {
        plain(broken)
    } else if cells.iter().any(|cell| unsigned(&cell)) {
        Err(Unreadable::Ambiguous(differs))
    } else {
        fitting(whole, differs.first().copied())
    }
}

/// Reads cells of a column in which `others` stand as well, so that each part of a column is read as the whole is: `2.000` beside
/// `4.950`. Others that cannot be read say nothing.
pub(super) fn column_among(cells: &[&str], others: &[&str], are_shares: bool) -> Result<Read, Unreadable> {
    let all = [cells, others].concat();
    let own = column(cells, are_shares);
    match (column(&all, are_shares), &own) {
        (Ok(mut read), _) => {
            read.amounts.truncate(cells.len());
            read.grouped = read.grouped.filter(|&at| at < cells.len());
            Ok(read)
        }
        (Err(Unreadable::Ambiguous(_)), Ok(Read { grouped: Some(at), .. })) => {
            let signs = |cell: &str| cell.contains(['.', ',']);
            let doubts = (*at..cells.len()).filter(|&i| signs(cells[i]));
            Err(Unreadable::Ambiguous(doubts.collect()))
        }
        _ => own,
    }
}

/// The amounts of the only reading that fits every cell, unless a cell has three digits behind the sign of the decimals, as
/// thousands have, and another has fewer or more: `1.200` beside `1.2` is a slip in one of them.
fn decided(
    cells: &[&str],
    amounts: Vec<Amount>,
    other: &[Option<Amount>],
    decimal: char,
    are_shares: bool,
) -> Result<Read, Unreadable> {
    let behind = |cell: &str| cell.split_once(decimal).map(|(_, broken)| broken.len());
    let uneven = cells.iter().filter_map(|cell| behind(cell)).any(|digits| digits != 3);
    let thousands = |&i: &usize| behind(cells[i]) == Some(3) && other[i].is_some_and(|it| it.decimals == 0);
    let doubts: Vec<usize> = (0..cells.len()).filter(thousands).collect();
    match uneven && !are_shares && !doubts.is_empty() {
        true => Err(Unreadable::Ambiguous(doubts)),
        false => fitting(amounts, None),
    }
}

/// The amounts, if they all fit [`MOST_DIGITS`] when written with the same number of decimals.
fn fitting(amounts: Vec<Amount>, grouped: Option<usize>) -> Result<Read, Unreadable> {
    let decimals = amounts.iter().map(|amount| amount.decimals).max().unwrap_or(0);
    let digits = |amount: &Amount| amount.units.checked_ilog10().map_or(1, |log| log + 1);
    let long = |amount: &Amount| (digits(amount) + decimals - amount.decimals) as usize > MOST_DIGITS;
    match amounts.iter().any(long) {
        true => Err(Unreadable::At(amounts.iter().position(|a| a.decimals == decimals).unwrap_or(0))),
        false => Ok(Read { amounts, grouped }),
    }
}

/// A figure with this decimal sign and this thousands sign.
fn parse(text: &str, decimal: char, group: char) -> Option<Amount> {
    let (whole, broken) = text.split_once(decimal).unwrap_or((text, ""));
    let has_decimal = text.contains(decimal);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if has_decimal && !digits(broken) {
        return None;
    }
    let groups: Vec<&str> = whole.split(group).collect();
    let well_grouped = groups.len() == 1
        || (groups[0].len() <= 3 && !groups[0].starts_with('0') && groups[1..].iter().all(|g| g.len() == 3));
    if !well_grouped || !groups.iter().all(|group| digits(group)) {
        return None;
    }
    let whole = groups.concat();
    let whole = whole.trim_start_matches('0');
    let broken = broken.trim_end_matches('0');
    if whole.len() + broken.len() > MOST_DIGITS {
        return None;
    }
    let units = format!("0{whole}{broken}").parse().ok()?;
    Some(Amount { units, decimals: broken.len() as u32 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cells: &[&str]) -> Result<Vec<String>, Unreadable> {
        column(cells, false).map(|read| read.amounts.iter().map(Amount::to_string).collect())
    }

    #[test]
    fn the_column_says_which_sign_is_which() {
        for (cells, read) in [
            (&["45276", "981"][..], &["45276", "981"][..]),
            (&["8,6", "20,25"], &["8.6", "20.25"]),
            (&["8.6", "20.25"], &["8.6", "20.25"]),
            (&["45.276", "981"], &["45276", "981"]),
            (&["45,276", "981"], &["45276", "981"]),
            (&["1.234.567", "12"], &["1234567", "12"]),
            (&["1.234,5", "12"], &["1234.5", "12"]),
            (&["1,234.5", "12"], &["1234.5", "12"]),
            (&["45.276", "8,6"], &["45276", "8.6"]),
            (&["0.450", "7.600"], &["0.45", "7.6"]),
            (&["007", "0"], &["7", "0"]),
        ] {
            assert_eq!(texts(cells).unwrap(), read, "{cells:?}");
        }
        assert_eq!(column(&["45.276", "981"], false).unwrap().grouped, Some(0));
        assert_eq!(column(&["1.234.567", "12"], false).unwrap().grouped, None);
        let shares = column(&["12.345", "87.655"], true).unwrap();
        assert_eq!(shares.amounts[0].to_string(), "12.345");
    }

    #[test]
    fn each_part_of_a_column_is_read_as_the_whole_is() {
        let texts = |cells: &[&str], others: &[&str]| {
            let read = column_among(cells, others, false);
            read.map(|read| read.amounts.iter().map(Amount::to_string).collect::<Vec<_>>())
        };
        assert_eq!(texts(&["2.000", "8.000"], &["4.950"]).unwrap(), ["2000", "8000"]);
        assert_eq!(texts(&["2.000", "8.000"], &["1.234.567"]).unwrap(), ["2000", "8000"]);
        assert_eq!(texts(&["12.345"], &["0.450"]).unwrap(), ["12.345"]);
        assert_eq!(texts(&["2.000"], &["8.000"]), Err(Unreadable::Ambiguous(vec![0])));
        assert_eq!(texts(&["4.950", "981"], &["5050"]), Err(Unreadable::Ambiguous(vec![0])));
        assert_eq!(texts(&["4.950", "981"], &["1.2.3"]).unwrap(), ["4950", "981"]);
        assert_eq!(texts(&["981"], &["4.950", "5050"]).unwrap(), ["981"]);
        assert_eq!(column_among(&["981"], &["4.950"], false).unwrap().grouped, None);
    }

    #[test]
    fn what_cannot_be_read_is_pointed_at() {
        assert_eq!(texts(&["45.276", "1234"]), Err(Unreadable::Ambiguous(vec![0])));
        assert_eq!(texts(&["1", "45.276", "5,678"]), Err(Unreadable::Ambiguous(vec![1, 2])));
        assert_eq!(texts(&["12", "1.2.3"]), Err(Unreadable::At(1)));
        assert_eq!(texts(&["900", "1.200", "1.2"]), Err(Unreadable::Ambiguous(vec![1])));
        assert_eq!(texts(&["1.200", "1200.5"]), Err(Unreadable::Ambiguous(vec![0])));
        assert_eq!(texts(&["1,200", "8,6"]), Err(Unreadable::Ambiguous(vec![0])));
        assert_eq!(texts(&["1.200", "1,000"]), Err(Unreadable::Ambiguous(vec![0, 1])));
        assert_eq!(texts(&["900", "1,000", "1.200"]), Err(Unreadable::Ambiguous(vec![1, 2])));
        assert_eq!(texts(&["1.200", "3.400", "56.7"]), Err(Unreadable::Ambiguous(vec![0, 1])));
        assert_eq!(texts(&["45.276", "1234", "12.345"]), Err(Unreadable::Ambiguous(vec![0, 2])));
        assert!(column(&["1.200", "98.8"], true).is_ok());
        assert_eq!(texts(&["8,6", "1,2,3", "20,2"]), Err(Unreadable::At(1)));
        assert_eq!(texts(&["5."]), Err(Unreadable::At(0)));
        assert_eq!(texts(&["12345678901234567890123"]), Err(Unreadable::At(0)));
        assert_eq!(texts(&["0.1234567890123456789012"]).unwrap().len(), 1);
        assert_eq!(texts(&["12345678901", "0.123456789012"]), Err(Unreadable::At(1)));
    }

    #[test]
    fn signs_of_the_statistics_office() {
        let digits = |text: &str| Cell::Digits(text.into());
        for (cell, found) in [
            ("8,6*", (digits("8,6"), true)),
            (" 45.276** ", (digits("45.276"), true)),
            ("12 %", (digits("12"), false)),
            ("-", (digits("0"), false)),
            (".", (Cell::Missing, false)),
            ("x", (Cell::Missing, false)),
            ("", (Cell::Missing, false)),
            ("45\u{a0}276", (digits("45276"), false)),
            ("1'234'567", (digits("1234567"), false)),
            ("12 345,5", (digits("12345,5"), false)),
            ("1 23", (Cell::Other, false)),
            ("-5", (Cell::Other, false)),
            ("2023 januari", (Cell::Other, false)),
            ("1e5", (Cell::Other, false)),
        ] {
            assert_eq!(look(cell), found, "{cell:?}");
        }
    }

    #[test]
    fn cells_that_were_meant_for_figures() {
        for cell in
            ["#N/B", "#VERW!", "NaN", "ca. 5000", "5050 personen", "ongeveer 1.200", "~300", "12 345 inw."]
        {
            assert!(is_almost(cell), "{cell}");
        }
        for cell in ["5000", "Noord", "", "-", "#1", "2 t/m 4", "16-34", "ca. half", "Wijk 3", "x"] {
            assert!(!is_almost(cell), "{cell}");
        }
    }

    #[test]
    fn amounts_are_written_with_a_point() {
        let amount = |units, decimals| Amount { units, decimals }.to_string();
        assert_eq!([amount(5, 0), amount(86, 1), amount(5, 3)], ["5", "8.6", "0.005"]);
        assert_eq!(Amount { units: 86, decimals: 1 }.with_decimals(3), Amount { units: 8600, decimals: 3 });
    }
}
