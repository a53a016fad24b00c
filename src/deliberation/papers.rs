//! Papers of a ballot that were typed in, and votes that were given by name. Imports `base`, `register` and its siblings.
//!
//! A paper says something of each option. Papers are sealed: their rows are sorted, which forgets their order, and they have
//! no number, no name and no time. Votes by name are public, and only of a ballot whose charter said so.

use super::counts::Ballot;
use super::rows::{Choice, Count, MOST};
use super::rule::{Means, Rule};
use super::sheet::{Sheet, Source};
use super::wrong::{Found, What};
use crate::base::text::{fold, nearest, tidy};
use crate::register::TableRow;
use std::collections::BTreeMap;

/// What a paper says of one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Say {
    /// Nothing: not chosen, no points.
    Nothing,
    /// For it, or chosen.
    For,
    /// Against it.
    Against,
    /// Neutral.
    Neutral,
    /// Left blank.
    Blank,
    /// Cannot be read.
    Invalid,
    /// So many points.
    Points(u64),
}

/// What one paper says, option by option in the order of the ballot.
pub type Paper = Vec<Say>;

/// What papers add up to for one option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// For it, or its points.
    pub yes: u64,
    /// Against it.
    pub against: u64,
    /// Neutral.
    pub neutral: u64,
    /// Blank.
    pub blank: u64,
    /// Invalid.
    pub invalid: u64,
}

impl Say {
    /// The word for it in the record.
    pub fn word(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::For => "for".to_owned(),
            Self::Against => "against".to_owned(),
            Self::Neutral => "neutral".to_owned(),
            Self::Blank => "blank".to_owned(),
            Self::Invalid => "invalid".to_owned(),
            Self::Points(points) => points.to_string(),
        }
    }

    /// What a word of the record says; `None` for any other text.
    pub fn recorded(text: &str) -> Option<Self> {
        let said = match text {
            "" => Self::Nothing,
            "for" => Self::For,
            "against" => Self::Against,
            "neutral" => Self::Neutral,
            "blank" => Self::Blank,
            "invalid" => Self::Invalid,
            number => Self::Points(number.parse().ok().filter(|&points: &u64| points <= MOST)?),
        };
        (said.word() == text).then_some(said)
    }

    /// What a cell of a clerk's list says, as people type it. An empty cell of a ballot for and against is blank.
    fn typed(cell: &str, means: Means) -> Option<Self> {
        let folded = fold(cell);
        let said = match folded.as_str() {
            "" | "-" => match means {
                Means::ForAgainst { .. } => Self::Blank,
                _ => Self::Nothing,
            },
            "for" | "voor" => Self::For,
            "against" | "tegen" => Self::Against,
            "neutral" | "neutraal" | "onthouding" => Self::Neutral,
            "blank" | "blanco" => Self::Blank,
            "invalid" | "ongeldig" => Self::Invalid,
            text => match (means, text) {
                (Means::Choose { .. }, "x" | "1" | "ja" | "yes") => Self::For,
                (Means::Points { .. }, number) => match number.parse().ok().filter(|&n: &u64| n <= MOST)? {
                    0 => Self::Nothing,
                    points => Self::Points(points),
                },
                _ => return None,
            },
        };
        said.may_stand(means).then_some(said)
    }

    /// Whether a paper of such a ballot can say it.
    fn may_stand(self, means: Means) -> bool {
        match (self, means) {
            (Self::Blank | Self::Invalid, _) => true,
            (Self::For, Means::Points { .. }) => false,
            (Self::For, _) => true,
            (Self::Against, Means::ForAgainst { against, .. }) => against,
            (Self::Neutral, Means::ForAgainst { neutral, .. }) => neutral,
            (Self::Nothing, Means::Choose { .. } | Means::Points { .. }) => true,
            (Self::Points(points), Means::Points { .. }) => points > 0,
            _ => false,
        }
    }
}

/// The words that can stand in a cell, as messages list them.
fn words(means: Means) -> &'static str {
    match means {
        Means::ForAgainst { against: true, neutral: true } => "for, against, neutral, blank, invalid",
        Means::ForAgainst { against: true, neutral: false } => "for, against, blank, invalid",
        Means::ForAgainst { .. } => "for, blank, invalid",
        Means::Choose { .. } => "x, blank, invalid",
        Means::Points { .. } => "1, 2, 3, blank, invalid",
    }
}

/// Whether a paper holds no more than it can, and nothing that the rule does not know.
pub fn fits(paper: &[Say], rule: &Rule) -> bool {
    let known = paper.iter().all(|say| say.may_stand(rule.means));
    let points = |say: &Say| match say {
        Say::Points(points) => *points,
        _ => 0,
    };
    let holds = match rule.means {
        Means::ForAgainst { .. } => true,
        Means::Choose { most } => {
            paper.iter().filter(|say| **say == Say::For).count() as u64 <= u64::from(most)
        }
        Means::Points { each, all } => {
            paper.iter().all(|say| points(say) <= u64::from(each))
                && paper.iter().map(points).sum::<u64>() <= u64::from(all)
        }
    };
    known && holds
}

/// What papers add up to, option by option.
pub fn sums<'a>(papers: impl Iterator<Item = &'a [Say]>, options: usize) -> Vec<Sum> {
    let mut sums = vec![Sum::default(); options];
    for paper in papers {
        for (sum, say) in sums.iter_mut().zip(paper) {
            match say {
                Say::Nothing => {}
                Say::For => sum.yes += 1,
                Say::Against => sum.against += 1,
                Say::Neutral => sum.neutral += 1,
                Say::Blank => sum.blank += 1,
                Say::Invalid => sum.invalid += 1,
                Say::Points(points) => sum.yes += points,
            }
        }
    }
    sums
}

impl Sum {
    /// Whether a count found the same; blank and invalid papers are compared where they were counted.
    pub fn is(&self, row: &Count) -> bool {
        let or = |cell: Option<u64>, own: u64| cell.unwrap_or(own);
        row.yes == self.yes
            && row.against.unwrap_or_default() == self.against
            && row.neutral.unwrap_or_default() == self.neutral
            && or(row.blank, self.blank) == self.blank
            && or(row.invalid, self.invalid) == self.invalid
    }

    /// A row of a count.
    fn row(&self, option: &str, count: u32, rule: &Rule) -> Count {
        let (against, neutral) = match rule.means {
            Means::ForAgainst { against, neutral } => (against, neutral),
            _ => (false, false),
        };
        Count {
            option: option.to_owned(),
            count,
            yes: self.yes,
            against: against.then_some(self.against),
            neutral: neutral.then_some(self.neutral),
            blank: Some(self.blank),
            invalid: Some(self.invalid),
        }
    }
}

/// Both counts as votes by name give them: there is one list, so both are alike.
pub fn counted(sums: &[Sum], options: &[Choice], rule: &Rule) -> Vec<Count> {
    let both = |(sum, option): (&Sum, &Choice)| [1, 2].map(|count| sum.row(&option.option, count, rule));
    sums.iter().zip(options).flat_map(both).collect()
}

/// The options whose papers add up to neither of the two counts. `counts` has both counts of each option in turn.
pub fn differing<'a>(sums: &'a [Sum], counts: &'a [Count]) -> impl Iterator<Item = (&'a Sum, &'a [Count])> {
    sums.iter().zip(counts.chunks(2)).filter(|(sum, both)| !both.iter().any(|row| sum.is(row)))
}

/// Reads papers that were typed in: a column for each option and nothing else. They come back sorted.
pub fn read(source: Source<'_>, ballot: Ballot<'_>, found: &mut Found) -> Vec<Paper> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let Some(columns) = columns(&sheet, ballot, None, found) else { return Vec::new() };
    let mut papers: Vec<Paper> =
        sheet.rows().filter_map(|row| paper(&sheet, row, &columns, ballot, found)).collect();
    papers.sort_by_cached_key(|paper| cells(paper));
    papers
}

/// Reads votes by name: a column `code`, and one for each option. `on_roll` gives the code of somebody who may vote.
pub fn named(
    source: Source<'_>,
    ballot: Ballot<'_>,
    on_roll: &dyn Fn(&str) -> Result<String, Option<String>>,
    found: &mut Found,
) -> BTreeMap<String, Paper> {
    let mut votes = BTreeMap::new();
    let Some(sheet) = Sheet::read(source, found) else { return votes };
    let Some(code) = sheet.needed(&["code", "id", "nummer", "person"], found) else { return votes };
    let Some(columns) = columns(&sheet, ballot, Some(code), found) else { return votes };
    for row in sheet.rows() {
        let paper = paper(&sheet, row, &columns, ballot, found);
        match on_roll(&tidy(row.cell(code))) {
            Err(near) => found.push(What::NotEntitled { near }, sheet.place(row, code)),
            Ok(name) if votes.contains_key(&name) => {
                found.push(What::Twice { name }, sheet.place(row, code));
            }
            Ok(name) => drop(paper.map(|paper| votes.insert(name, paper))),
        }
    }
    votes
}

/// The column of each option. Any other would tell whose paper it is, or when it came.
fn columns(sheet: &Sheet, ballot: Ballot<'_>, own: Option<usize>, found: &mut Found) -> Option<Vec<usize>> {
    let names: Vec<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
    let mut columns: Vec<Option<usize>> = vec![None; names.len()];
    let before = found.wrongs.len();
    for (at, heading) in sheet.headings().iter().enumerate().filter(|(at, _)| Some(*at) != own) {
        let is = |name: &&str| **name == tidy(heading) || fold(name) == fold(heading);
        match names.iter().position(is) {
            Some(option) if columns[option].is_none() => columns[option] = Some(at),
            _ => {
                let near = nearest(heading, names.iter().copied()).map(str::to_owned);
                found.push(What::PaperColumn { heading: heading.clone(), near }, sheet.file());
            }
        }
    }
    for (name, _) in names.iter().zip(&columns).filter(|(_, column)| column.is_none()) {
        found.push(What::NoPaperColumn { option: (*name).to_owned() }, sheet.file());
    }
    let columns: Option<Vec<usize>> = columns.into_iter().collect();
    columns.filter(|_| found.wrongs.len() == before)
}

fn paper(
    sheet: &Sheet,
    row: TableRow<'_>,
    columns: &[usize],
    ballot: Ballot<'_>,
    found: &mut Found,
) -> Option<Paper> {
    let means = ballot.rule.means;
    let mut paper = Vec::new();
    for &column in columns {
        let cell = tidy(row.cell(column));
        let said = Say::typed(&cell, means);
        if said.is_none() {
            let what = What::NotWord { cell, words: words(means), near: None };
            found.push(what, sheet.place(row, column));
        }
        paper.extend(said);
    }
    if paper.len() < columns.len() {
        return None;
    }
    if !fits(&paper, ballot.rule) {
        found.push(What::PaperHolds, sheet.file().row(row.row));
    }
    Some(paper)
}

/// The cells of a paper in the record.
pub fn cells(paper: &[Say]) -> Vec<String> {
    paper.iter().map(|say| say.word()).collect()
}

/// Papers as rows of cells below the names of the options.
pub fn table(papers: &[Paper], options: &[Choice]) -> Vec<Vec<String>> {
    let header = options.iter().map(|it| it.option.clone()).collect();
    std::iter::once(header).chain(papers.iter().map(|paper| cells(paper))).collect()
}

/// Votes by name as rows of cells: `code` and the names of the options, codes ascending.
pub fn named_table(votes: &BTreeMap<String, Paper>, options: &[Choice]) -> Vec<Vec<String>> {
    let with = |code: &str, rest: Vec<String>| std::iter::once(code.to_owned()).chain(rest).collect();
    let header = with("code", options.iter().map(|it| it.option.clone()).collect());
    std::iter::once(header).chain(votes.iter().map(|(code, paper)| with(code, cells(paper)))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::rule::Secrecy;
    use super::*;

    fn rule(means: Means) -> Rule {
        Rule {
            name: "test".into(),
            entitled: vec!["drawn".into()],
            means,
            secrecy: Secrecy::Paper,
            majority: None,
            best: None,
            quorum: None,
            consensus: false,
        }
    }

    fn options(names: &[&str]) -> Vec<Choice> {
        let one = |name: &&str| Choice {
            option: (*name).to_owned(),
            text: "t".into(),
            group: String::new(),
            topic: String::new(),
        };
        names.iter().map(one).collect()
    }

    fn read_all(text: &str, rule: &Rule, options: &[Choice]) -> (Vec<Paper>, Vec<&'static str>) {
        let mut found = Found::default();
        let source = Source { name: "papers.csv", bytes: text.as_bytes() };
        let papers = read(source, Ballot { rule, options, act: 1, present: &[] }, &mut found);
        (papers, found.wrongs.iter().map(|it| it.what.code()).collect())
    }

    #[test]
    fn papers_are_read_as_people_type_them_and_forget_their_order() {
        let rule = rule(Means::ForAgainst { against: true, neutral: true });
        let options = options(&["1", "2a"]);
        let (papers, wrong) = read_all("2A;1\nvoor;tegen\nblanco;Voor\n;neutraal\n", &rule, &options);
        assert_eq!(wrong, Vec::<&str>::new());
        use Say::*;
        assert_eq!(papers, [[Against, For], [For, Blank], [Neutral, Blank]]);
        let sums = sums(papers.iter().map(Vec::as_slice), 2);
        assert_eq!(sums[0], Sum { yes: 1, against: 1, neutral: 1, ..Sum::default() });
        assert_eq!(sums[1], Sum { yes: 1, blank: 2, ..Sum::default() });
        let written = table(&papers, &options);
        assert_eq!(written[1], ["against", "for"]);
        assert!(written[2..].iter().flatten().all(|cell| Say::recorded(cell).unwrap().word() == *cell));
    }

    #[test]
    fn a_number_a_name_or_a_time_is_no_column_of_a_paper() {
        let rule = rule(Means::Choose { most: 1 });
        let options = options(&["a", "b"]);
        for (text, codes) in [
            ("nr,a,b\n1,x,\n", vec!["J-77"]),
            ("a\nx\n", vec!["J-78"]),
            ("a,b\nx,x\n", vec!["J-79"]),
            ("a,b\nmaybe,x\n", vec!["J-11"]),
            ("a,b\ntegen,x\n", vec!["J-11"]),
        ] {
            assert_eq!(read_all(text, &rule, &options).1, codes, "{text}");
        }
    }

    #[test]
    fn points_are_within_what_a_paper_holds() {
        let rule = rule(Means::Points { each: 2, all: 3 });
        assert!(fits(&[Say::Points(2), Say::Points(1)], &rule));
        for bad in
            [[Say::Points(3), Say::Nothing], [Say::Points(2), Say::Points(2)], [Say::For, Say::Nothing]]
        {
            assert!(!fits(&bad, &rule), "{bad:?}");
        }
    }
}
