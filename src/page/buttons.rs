//! Messages name options and commands, because most are read on a command line. On the page a person sees fields and
//! buttons: each name that the page has one for becomes what stands there. Imports `words`.

use crate::words::catalogue::{Lang, sentence};
use crate::words::quoted;
use serde_json::Value;

/// An option, or a command in quotation marks, and the key of what the page has in its place.
const NAMES: &[(&str, &str)] = &[
    ("--pool", "page-role-people"),
    ("--quotas", "page-role-quotas"),
    ("--seats", "page-seats"),
    ("--id-column", "page-id-column"),
    ("--household", "page-household"),
    ("--per-household", "page-per-household"),
    ("--mirror", "page-mirror"),
    ("--exclude", "page-role-exclude"),
    ("--include", "page-role-include"),
    ("--population", "page-role-population"),
    ("--charter", "page-step-charter"),
    ("--tickets", "page-tickets"),
    ("--public-detail profiles", "page-detail-profiles"),
    ("--public-detail", "page-detail"),
    ("--reserves", "page-reserves-number"),
    ("--attrition", "page-reserves-rate"),
    ("--seed", "page-evidence-text"),
    ("--dice", "page-evidence-dice"),
    ("--ticket", "page-evidence-ticket"),
    ("--lotto", "page-evidence-lotto"),
    ("--drand", "page-evidence-drand"),
    ("--commitment", "page-known-line"),
    ("--code", "page-code"),
    ("--redraw-because \"REASON\"", "page-redraw"),
    ("--redraw-because \"REDEN\"", "page-redraw"),
    ("--redraw-because", "page-redraw"),
    ("--objective", "page-objective"),
    ("--repair", "page-ways-out"),
    ("geloot ballot DIR recount", "page-talk-recount-go"),
    ("geloot ballot MAP recount", "page-talk-recount-go"),
    ("geloot ballot DIR tally --name NAME", "page-talk-tie"),
    ("geloot ballot MAP tally --name NAAM", "page-talk-tie"),
    ("\"geloot check\"", "page-step-check"),
    ("\"geloot repair\"", "page-ways-out"),
    ("\"geloot lottery\"", "page-step-lottery"),
    ("\"geloot draw\"", "page-step-draw"),
    ("\"geloot roster\"", "page-after"),
    ("\"geloot supplement\"", "page-supplement"),
    ("\"geloot prepare\"", "page-prepare"),
    ("\"geloot verify\"", "page-step-checked"),
    ("\"geloot explain\"", "page-find-code"),
];

/// The text with the page's names.
pub fn named(lang: Lang, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = None;
    while let Some(sign) = rest.chars().next() {
        let whole = |name: &str| {
            let after = rest.strip_prefix(name)?;
            let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
            (!inside(before) && (name.ends_with('"') || !inside(after.chars().next()))).then_some(after)
        };
        let found = NAMES.iter().find_map(|(name, key)| Some((whole(name)?, key)));
        match found {
            Some((after, key)) => {
                out.push_str(&quoted(&sentence(lang, key, &[])));
                rest = after;
                before = Some('"');
            }
            None => {
                out.push(sign);
                before = Some(sign);
                rest = &rest[sign.len_utf8()..];
            }
        }
    }
    out
}

/// What is said within an answer, with the page's names: faults, a refusal, claims. Data stays as it is.
pub fn renamed(lang: Lang, answer: &mut Value) {
    for part in ["faults", "error", "claims"] {
        if let Some(said) = answer.get_mut(part) {
            texts(said, &mut |text| *text = named(lang, text));
        }
    }
}

fn texts(value: &mut Value, change: &mut dyn FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(list) => list.iter_mut().for_each(|one| texts(one, change)),
        Value::Object(object) => {
            for key in ["text", "details", "remarks"] {
                object.get_mut(key).into_iter().for_each(|one| texts(one, change));
            }
            if object.contains_key("error") || object.contains_key("faults") {
                object.values_mut().for_each(|one| texts(one, change));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_option_becomes_the_field_and_what_only_looks_like_one_stays() {
        let text =
            "noem die met --id-column. Niet --id-columns, niet x--seats, --seats 5, zie \"geloot draw\".";
        assert_eq!(
            named(Lang::Nl, text),
            "noem die met \"Kolom met het nummer van elke persoon\". Niet --id-columns, niet x--seats, \
             \"Plaatsen in het panel\" 5, zie \"Trekken\"."
        );
        assert_eq!(named(Lang::En, "--public-detail profiles"), "\"Counts only\"");
    }

    #[test]
    fn every_name_has_a_label() {
        for (name, key) in NAMES {
            for lang in Lang::ALL {
                assert!(!sentence(lang, key, &[]).starts_with('['), "{name}: {key}");
            }
        }
    }

    #[test]
    fn only_what_is_said_is_renamed() {
        let mut answer = json!({
            "faults": [{ "text": "zie --seats", "details": ["en --pool"], "cell": "--seats" }],
            "panel": ["--seats"],
        });
        renamed(Lang::En, &mut answer);
        assert_eq!(answer["faults"][0]["text"], "zie \"Seats in the panel\"");
        assert_eq!(answer["faults"][0]["details"][0], "en \"The list of volunteers\"");
        assert_eq!(
            (&answer["faults"][0]["cell"], &answer["panel"][0]),
            (&json!("--seats"), &json!("--seats"))
        );
    }
}
