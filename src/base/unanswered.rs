//! How people and tools for surveys write that there is no answer. Imports nothing of ours.

/// Whether a cell says that there is nothing to say, as people and tools for surveys write it.
pub fn says_nothing(folded: &str) -> bool {
    const NOTHING: &[&str] = &[
        "n.v.t.",
        "n.v.t",
        "nvt",
        "niet van toepassing",
        "n/a",
        "na",
        "not applicable",
        "nog niet",
        "not yet",
        "niet ingevuld",
        "leeg",
        "blank",
        "empty",
        "null",
        "nan",
        "nil",
        "geen antwoord",
        "geen opgave",
        "niet opgegeven",
        "niet beantwoord",
        "no answer",
        "no response",
        "not answered",
        "unanswered",
        "not provided",
        "not specified",
        "not stated",
        "missing",
        "ontbreekt",
        "onbekend",
        "unknown",
        "weet niet",
        "weet ik niet",
        "ik weet het niet",
        "weet het niet",
        "geen idee",
        "don't know",
        "dont know",
        "i don't know",
        "do not know",
        "not sure",
        "geen mening",
        "no opinion",
        "zeg ik liever niet",
        "zeg ik niet",
        "dat zeg ik liever niet",
        "liever niet zeggen",
        "wil ik niet zeggen",
        "wil niet zeggen",
        "wil ik liever niet zeggen",
        "prefer not to say",
        "i prefer not to say",
        "prefer not to answer",
        "rather not say",
        "i'd rather not say",
        "geen van deze",
        "none of these",
        "none of the above",
        "skipped",
        "overgeslagen",
        "anders",
        "other",
    ];
    let bare = folded.trim_matches(['(', ')', '[', ']', '<', '>', ' ']);
    matches!(bare, "geen" | "none")
        || NOTHING.contains(&bare.trim_end_matches('.'))
        || NOTHING.contains(&bare)
        || !folded.is_empty() && folded.chars().all(|sign| !sign.is_alphanumeric() && !is_tick(sign))
}

/// Whether a sign is a tick or a cross, which says something.
fn is_tick(sign: char) -> bool {
    matches!(
        sign,
        '\u{2713}'
            | '\u{2714}'
            | '\u{2705}'
            | '\u{2717}'
            | '\u{2718}'
            | '\u{274c}'
            | '+'
            | '*'
            | '\u{2022}'
            | '\u{25cf}'
    ) || ('\u{2610}'..='\u{2612}').contains(&sign)
}

/// Whether a folded cell says that somebody gave no answer, as no value of a feature does that is meant: "unknown", "other" and "none"
/// may be.
pub fn is_no_answer(folded: &str) -> bool {
    const VALUES: &[&str] = &[
        "geen",
        "none",
        "onbekend",
        "unknown",
        "anders",
        "other",
        "geen van deze",
        "none of these",
        "none of the above",
        "nil",
        "na",
    ];
    says_nothing(folded) && !VALUES.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_answer_is_known_in_every_form() {
        for cell in [
            "niet ingevuld",
            "weet ik niet",
            "zeg ik liever niet",
            "prefer not to say",
            "n/a",
            "n.v.t.",
            "-",
            ".",
            "(blank)",
        ] {
            assert!(says_nothing(cell) && is_no_answer(cell), "{cell}");
        }
        for cell in ["onbekend", "anders", "geen"] {
            assert!(says_nothing(cell) && !is_no_answer(cell), "{cell}");
        }
        for cell in ["", "nee", "x", "\u{2714}", "+", "man", "niet"] {
            assert!(!says_nothing(cell), "{cell}");
        }
    }
}
