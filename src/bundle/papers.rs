//! Papers of a ballot in the sealed tier, votes by name in the public one. Imports `base`, `deliberation` and its siblings.
//!
//! Of papers only a digest is public. Whoever knows the counts could try out what papers add up to them, so the digest has a
//! salt that follows from the sealed key.

use super::files::{self, Folder};
use super::form;
use crate::base::digest::Digest;
use crate::deliberation::papers::{self, Paper, Say};
use crate::deliberation::rows::Choice;
use std::collections::BTreeMap;

/// Where the papers of an act lie.
pub fn path(act: u32) -> String {
    format!("{}acts/{act}/{}", files::SEALED, files::BALLOTS)
}

/// The number of the act whose papers lie in this file of the sealed tier, if it is such a file.
pub fn act_of(below_sealed: &str) -> Option<u32> {
    let rest = below_sealed.strip_prefix("acts/")?.strip_suffix(files::BALLOTS)?.strip_suffix('/')?;
    form::number(rest).filter(|&act| act > 0)
}

/// The public digest of the papers of an act.
pub fn digest(key: &[u8; 32], act: u32, papers: &[u8]) -> Digest {
    let salt = Digest::keyed(key, format!("geloot/1/ballots\0{act}").as_bytes());
    Digest::tagged("geloot/1/ballots", &[&salt.0, papers])
}

/// Writes papers.
pub fn table(all: &[Paper], options: &[Choice]) -> Vec<u8> {
    form::table(papers::table(all, options))
}

/// Writes votes by name.
pub fn votes_table(votes: &BTreeMap<String, Paper>, options: &[Choice]) -> Vec<u8> {
    form::table(papers::named_table(votes, options))
}

fn says<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Paper> {
    cells.map(Say::recorded).collect()
}

/// Reads papers in their one form; `None` for any other.
pub fn read(bytes: &[u8], options: &[Choice]) -> Option<Vec<Paper>> {
    let header: Vec<&str> = options.iter().map(|it| it.option.as_str()).collect();
    let rows = form::rows(bytes, &header).ok()?;
    let all: Vec<Paper> = rows.iter().map(|row| says(row.iter())).collect::<Option<_>>()?;
    let sorted = all.is_sorted_by_key(|paper| papers::cells(paper));
    (sorted && table(&all, options) == bytes).then_some(all)
}

/// Reads votes by name in their one form; `None` for any other.
pub fn read_votes(bytes: &[u8], options: &[Choice]) -> Option<BTreeMap<String, Paper>> {
    let names = options.iter().map(|it| it.option.as_str());
    let header: Vec<&str> = std::iter::once("code").chain(names).collect();
    let rows = form::rows(bytes, &header).ok()?;
    let mut votes = BTreeMap::new();
    for row in &rows {
        votes.insert(row.get(0)?.to_owned(), says(row.iter().skip(1))?);
    }
    // Written again they are sorted, each once.
    (votes_table(&votes, options) == bytes).then_some(votes)
}

/// The papers of an act as they lie in the sealed tier, if that is there.
pub fn sealed(folder: &Folder, act: u32) -> Option<&[u8]> {
    folder.get(&path(act)).map(Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<Choice> {
        ["1", "2"]
            .map(|name| Choice {
                option: name.into(),
                text: "t".into(),
                group: String::new(),
                topic: String::new(),
            })
            .into()
    }

    #[test]
    fn papers_have_one_form_and_their_digest_a_salt() {
        let text = "1,2\nagainst,blank\nfor,against\nfor,for\n";
        let read_all = |text: &str| read(text.as_bytes(), &options());
        assert_eq!(table(&read_all(text).unwrap(), &options()), text.as_bytes());
        for bad in [
            "1,2\nfor,against\nagainst,blank\n",
            "1,2\nvoor,for\n",
            "2,1\nfor,for\n",
            "1,2\nfor\n",
            "1,2\r\nfor,for\r\n",
            "code,1,2\na1,for,for\n",
        ] {
            assert_eq!(read_all(bad), None, "{bad}");
        }
        let all: std::collections::BTreeSet<_> = [([1; 32], 1), ([1; 32], 2), ([2; 32], 1)]
            .iter()
            .map(|(key, act)| digest(key, *act, text.as_bytes()).to_string())
            .collect();
        assert_eq!(all.len(), 3);
        assert_eq!(act_of("acts/12/ballots.csv"), Some(12));
        for other in [
            "acts/0/ballots.csv",
            "acts/01/ballots.csv",
            "acts/1/votes.csv",
            "acts/ballots.csv",
            "ballots.csv",
        ] {
            assert_eq!(act_of(other), None, "{other}");
        }
    }

    #[test]
    fn votes_by_name_have_one_form() {
        let read_all = |text: &str| read_votes(text.as_bytes(), &options());
        let text = "code,1,2\na1,for,against\nb2,blank,for\n";
        assert_eq!(votes_table(&read_all(text).unwrap(), &options()), text.as_bytes());
        for bad in
            ["code,1,2\nb2,for,for\na1,for,for\n", "code,1,2\na1,for,for\na1,for,for\n", "1,2\nfor,for\n"]
        {
            assert_eq!(read_all(bad), None, "{bad}");
        }
    }
}
