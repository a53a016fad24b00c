//! V25, what the charter before promised: a supplement has a charter of its own, which binds it to nothing else. Imports
//! `bundle`, `deliberation` and its siblings.

use super::report::Remark;
use crate::bundle::{Folder, Public, files, public};
use crate::deliberation::charter::Charter;
use crate::deliberation::wrong::Found;
use crate::seed::charter::Declared;

/// What the charter of the record before promised and that of a supplement does not, or promises otherwise.
pub(super) fn dropped(new: &Public, folder: &Folder, earlier: &Folder) -> Option<Remark> {
    let before = Public::read(earlier).ok()?;
    let mut promises = Vec::new();
    let mut add = |what: &'static str, name: &str, same: Option<bool>| {
        if same != Some(true) {
            promises.push((what, name.to_owned(), same.is_some()));
        }
    };
    if let Some(seed) = &before.charter.seed {
        add("source", "", new.charter.seed.as_ref().map(|now| alike(now, seed)));
    }
    if let Some(asked) = &before.promised {
        let terms = |asked: &crate::panel::reserve_terms::Asked| (asked.reserves, asked.attrition.base);
        add("reserves", "", new.promised.as_ref().map(|now| terms(now) == terms(asked)));
    }
    if let Some(then) = acts(earlier) {
        let now = acts(folder);
        let reply = |of: &Charter| of.phases.iter().rev().find_map(|phase| phase.reply.clone());
        if let Some(reply_then) = reply(&then) {
            let reply_now = now.as_ref().and_then(reply);
            add("reply", "", reply_now.map(|it| it.term == reply_then.term));
        }
        for rule in &then.rules {
            let own = now.iter().flat_map(|now| &now.rules).find(|own| own.name == rule.name);
            add("ballot", &rule.name, own.map(|own| own == rule));
        }
    }
    (!promises.is_empty()).then_some(Remark::Dropped { promises })
}

/// Whether two sources are of one kind, and dice or numbers as many and as large. Rounds and sealed words are of one draw.
fn alike(one: &Declared, other: &Declared) -> bool {
    match (one, other) {
        (Declared::Dice { .. }, Declared::Dice { .. }) | (Declared::Lotto { .. }, Declared::Lotto { .. }) => {
            one == other
        }
        _ => one.source() == other.source(),
    }
}

/// What a charter says of the deliberation, if it can be read.
fn acts(folder: &Folder) -> Option<Charter> {
    let bytes = public::file(folder, files::CHARTER_TOML).ok()?;
    Charter::read(files::CHARTER_TOML, bytes, &mut Found::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::record;

    const SEED: &str = "[seed]\nsource = \"dice\"\nsides = 10\ncount = 3\n";
    const RESERVES: &str = "[reserves]\nnumber = 2\nattrition = \"20%\"\n";
    const RULE: &str = "[[ballot]]\nname = \"raad\"\nkind = \"for-against\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
        counted = [\"for\", \"against\"]\nof = \"for-and-against\"\nshare = \"1/2\"\nthan = \"more-than\"\nquorum = \"none\"\n\
        consensus = false\n";
    const PHASE: &str = "[[phase]]\nname = \"advice\"\nscale = 5\nrung = \"advise\"\nfrom = 2027-03-01\nuntil = 2027-06-01\n\
        reply = { term = \"5 weeks\", by = \"council\" }\n";

    fn told(then: &str, now: Option<&str>) -> Vec<(&'static str, String, bool)> {
        let with = |charter: Option<&str>| {
            let mut folder = record();
            folder.remove("public/charter.toml");
            folder.extend(charter.map(|text| ("public/charter.toml".to_owned(), text.as_bytes().to_vec())));
            folder
        };
        let (earlier, folder) = (with(Some(then)), with(now));
        match dropped(&Public::read(&folder).unwrap(), &folder, &earlier) {
            Some(Remark::Dropped { promises }) => promises,
            _ => Vec::new(),
        }
    }

    #[test]
    fn each_promise_that_is_missing_or_another_is_told() {
        let all = [SEED, RESERVES, RULE, PHASE].concat();
        let one = |what, name: &str, changed| (what, name.to_owned(), changed);
        let each = |changed| {
            ["source", "reserves", "reply", "ballot"]
                .map(|what| one(what, if what == "ballot" { "raad" } else { "" }, changed))
        };
        assert_eq!(told(&all, Some(&all)), []);
        assert_eq!(told("", Some(&all)), []);
        assert_eq!(told(&all, None), each(false));
        assert_eq!(told(&all, Some("title = \"x\"\n")), each(false));
        let other = all.replace("count = 3", "count = 4").replace("number = 2", "number = 1");
        let other = other.replace("5 weeks", "6 weeks").replace("1/2", "2/3");
        assert_eq!(told(&all, Some(&other)), each(true));
        let words = all.replace("\"dice\"\nsides = 10\ncount = 3", "\"text\"");
        assert_eq!(told(&all, Some(&words)), [one("source", "", true)]);
        let other = all.replace("\"20%\"", "\"30%\"").replace("\"raad\"", "\"raden\"");
        assert_eq!(told(&all, Some(&other)), [one("reserves", "", true), one("ballot", "raad", false)]);
        // A round is of one draw.
        let round = |n: u32| {
            format!("date = 2023-08-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = {n}\n")
        };
        assert_eq!(told(&round(123), Some(&round(124))), []);
    }
}
