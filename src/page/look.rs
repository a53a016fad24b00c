//! What a file that somebody chose seems to be: the page shows it, and the person says if it is something else. Imports
//! `base`, `register`, `quotas`, `seed`, `words`.

use crate::base::fault::{Faults, Grade};
use crate::base::text::fold_heading;
use crate::quotas::{headings_below, is_quota_table};
use crate::register::{self, Table};
use crate::seed::charter::{Charter, Declared};
use crate::words::catalogue::Lang;
use crate::words::{faults, parts};
use serde_json::{Value, json};

/// Headings, after [`fold_heading`], of which a list of people who may not be drawn has one.
const GROUND: &[&str] = &["ground", "grounds", "grond", "gronden"];
/// Headings of a table of figures: what has them and no people in its rows.
const FIGURE: &[&str] = &["count", "counts", "number", "aantal", "share", "aandeel", "percentage"];
const FEATURE: &[&str] = &["feature", "kenmerk"];
/// Rows that are shown of a table.
const ROWS: usize = 5;

/// What a file seems to be: `people`, `quotas`, `exclude`, `population`, `charter`, `recipe`, `text` or `other`; and of a
/// table its headings, how many rows it has and the first of them, and what is wrong with it.
pub fn look(lang: Lang, name: &str, bytes: &[u8]) -> Value {
    let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if end == "toml" {
        let kind =
            if contains(bytes, "[[column]]") || contains(bytes, "[[source]]") { "recipe" } else { "charter" };
        // How many tickets there will be is not asked here: dice are enough for one, and a thousand can be drawn by hand.
        let charter = Charter::parse(bytes, 1).or_else(|_| Charter::parse(bytes, 1_000)).unwrap_or_default();
        let declared = charter.seed.as_ref();
        let second = match declared {
            Some(Declared::Contributions { otherwise, .. }) => Some(&**otherwise),
            _ => None,
        };
        let word = |declared: &Declared| declared.source().word();
        return json!({
            "name": name,
            "kind": kind,
            "source": declared.map(word),
            "sides": declared.and_then(sides),
            "otherwise": second.map(word),
            "otherwise_sides": second.and_then(sides),
            "how": declared.map(|declared| how(lang, declared)),
            "otherwise_how": second.map(|declared| how(lang, declared)),
            "description": described(bytes),
        });
    }
    if ["txt", "json", "pdf", "md", "html"].contains(&end.as_str()) {
        return json!({ "name": name, "kind": if end == "txt" || end == "md" { "text" } else { "other" } });
    }
    let mut found = Faults::new();
    let Some(table) = register::read_any(name, bytes, &mut found) else {
        let said = faults::blocks(lang, &found, &[Grade::Stop]);
        return json!({ "name": name, "kind": "other", "said": said, "sheets": register::sheets(bytes) });
    };
    let rows: Vec<Vec<&str>> = table.rows().take(ROWS).map(|row| row.cells().collect()).collect();
    json!({
        "name": name,
        "kind": kind(&table),
        "headings": table.headings,
        "rows": table.len(),
        "first": rows,
        "sheets": register::sheets(bytes),
    })
}

/// What people in the hall have to know of a source: how many dice or numbers, or which round, when it is due and where it is found.
fn how(lang: Lang, declared: &Declared) -> Value {
    match declared {
        Declared::Dice { sides, count } => json!({ "dice": count, "sides": sides }),
        Declared::Drand { chain, round, zone } => json!({
            "round": round,
            "due": chain.moment(*round).map(|due| parts::moment(lang, due.by(*zone))),
            "address": chain.address(*round),
        }),
        Declared::Contributions { until, .. } => json!({ "until": parts::moment(lang, *until) }),
        Declared::Lotto { count, most } => json!({ "numbers": count, "most": most }),
        Declared::Text | Declared::Ticket => json!({}),
    }
}

/// What a charter says of its source in words; they are for people, and mean nothing here.
fn described(bytes: &[u8]) -> Option<String> {
    let table: toml::Table = std::str::from_utf8(bytes).ok()?.parse().ok()?;
    Some(table.get("seed")?.get("description")?.as_str()?.to_owned())
}

fn sides(declared: &Declared) -> Option<u32> {
    match declared {
        Declared::Dice { sides, .. } => Some(*sides),
        _ => None,
    }
}

fn kind(table: &Table) -> &'static str {
    let keys: Vec<String> = table.headings.iter().map(|heading| fold_heading(heading)).collect();
    let has = |names: &[&str]| keys.iter().any(|key| names.contains(&key.as_str()));
    if is_quota_table(table) || headings_below(table).is_some() {
        "quotas"
    } else if has(GROUND) {
        "exclude"
    } else if has(FEATURE) && has(FIGURE) {
        "population"
    } else {
        "people"
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str, text: &str) -> String {
        look(Lang::En, name, text.as_bytes())["kind"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_charter_declares_where_chance_comes_from() {
        let dice = "date = 2027-03-01\n[seed]\nsource = \"dice\"\nsides = 10\ncount = 6\n";
        let look = |text: &str| look(Lang::En, "charter.toml", text.as_bytes());
        let found = look(dice);
        assert_eq!((&found["source"], &found["sides"]), (&json!("dice"), &json!(10)));
        assert_eq!(found["how"], json!({ "dice": 6, "sides": 10 }));
        let numbers = look("date = 2027-03-01\n[seed]\nsource = \"lotto\"\ncount = 6\nmost = 45\n");
        assert_eq!(numbers["how"], json!({ "numbers": 6, "most": 45 }));
        let ticket =
            look("date = 2027-03-01\n[seed]\nsource = \"ticket\"\ndescription = \"bak met balletjes\"\n");
        assert_eq!(
            (&ticket["source"], &ticket["description"]),
            (&json!("ticket"), &json!("bak met balletjes"))
        );
        let round =
            look("date = 2023-08-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 123\n");
        assert_eq!(round["how"]["round"], 123);
        assert!(round["how"]["address"].as_str().unwrap().starts_with("https://"));
        assert!(round["how"]["due"].as_str().unwrap().contains("2023"));
        let slip = |digit: &str| format!("geloot-slip-1:{}", digit.repeat(64));
        let (a, b) = (slip("a"), slip("b"));
        let sealed = format!(
            "date = 2027-03-01\n[seed]\nsource = \"contributions\"\nuntil = 2027-03-04T20:00:00Z\n\
             [[seed.roles]]\nname = \"A\"\nslip = \"{a}\"\n[[seed.roles]]\nname = \"B\"\nslip = \"{b}\"\n\
             [seed.otherwise]\nsource = \"dice\"\nsides = 6\ncount = 8\n"
        );
        let found = look(&sealed);
        assert_eq!((&found["source"], &found["sides"]), (&json!("contributions"), &json!(null)));
        assert_eq!((&found["otherwise"], &found["otherwise_sides"]), (&json!("dice"), &json!(6)));
    }

    #[test]
    fn a_file_seems_what_its_headings_say() {
        assert_eq!(kind("a.csv", "id,age\n1,old\n2,young\n"), "people");
        assert_eq!(kind("a.csv", "kenmerk;waarde;min;max\nleeftijd;oud;1;2\n"), "quotas");
        assert_eq!(kind("a.csv", "id,grond\n1,ambt\n"), "exclude");
        assert_eq!(kind("a.csv", "kenmerk,waarde,aantal\nleeftijd,oud,100\n"), "population");
        assert_eq!(kind("a.toml", "date = 2027-03-01\n"), "charter");
        assert_eq!(kind("a.pdf", "%PDF"), "other");
    }
}
