//! What an act may replace, and what the charter says of ballots and of replies.

use super::super::v28_chain::replacing;
use super::*;
use crate::bundle::acts::{Sort, TiesTerms};
use crate::seed::Commitment;
use crate::verify::acts::reading::Lot;
use crate::verify::report::Tally as Looked;

/// Acts after a change, and what is wrong with what they replace: how much, and the first of it.
fn replaced(folder: &Folder, change: impl Fn(&mut Acts<'_>)) -> (u64, Outcome) {
    let mut acts = read(folder, ACTS.read(&WHOLE).links).unwrap();
    change(&mut acts);
    let mut tally = Looked::new(Id::Acts);
    replacing(&acts, &mut tally);
    let claim = tally.claim();
    (claim.failed, claim.outcome)
}

/// An act takes the place of another.
fn replaces(acts: &mut Acts<'_>, by: u32, old: u32) {
    acts.links[by as usize - 1].facts.replaces = Some(old);
    acts.standing.remove(&old);
}

#[test]
fn v28_of_one_thing_one_act_counts() {
    let once = (0, Outcome::Pass);
    let twice = |act| (1, said(&(act, ActWrong::Twice, None)));
    assert_eq!(replaced(&WHOLE, |_| {}), once);
    let kind = |at: usize, kind: Sort| move |acts: &mut Acts<'_>| acts.links[at - 1].facts.kind = kind;
    assert_eq!(replaced(&WHOLE, kind(9, Sort::Topics)), twice(9));
    assert_eq!(replaced(&WHOLE, kind(9, Sort::Agreement)), twice(9));
    for many in [Sort::Consultation, Sort::Called, Sort::Follow] {
        assert_eq!(replaced(&WHOLE, kind(8, many)), once, "{many:?}");
    }
    // Two ballots of one name, two lots after one count, two groups of one name.
    let named = |acts: &mut Acts<'_>| acts.ballots[2].rule.name = "top".into();
    assert_eq!(replaced(&WHOLE, named), twice(15));
    for (tally, due) in [(6, twice(9)), (5, once.clone())] {
        let lots = |acts: &mut Acts<'_>| {
            for (act, tally) in [(9, tally), (14, 4)] {
                acts.links[act as usize - 1].facts.kind = Sort::Ties;
                let terms = TiesTerms { tally, ..acts::terms(&WHOLE, 7).unwrap() };
                acts.lots.push(Lot { act, terms, result: Vec::new() });
            }
        };
        assert_eq!(replaced(&WHOLE, lots), due, "{tally}");
    }
    for (at, from, sort) in [(11, 10, Sort::Willing), (12, 11, Sort::Delegates)] {
        for (name, due) in [("tafel", twice(at)), ("stoel", once.clone())] {
            let mut folder = WHOLE.clone();
            let terms = String::from_utf8(WHOLE[&ACTS.path(from, files::TERMS)].clone()).unwrap();
            let terms = terms.replace("\"name\": \"tafel\"", &format!("\"name\": \"{name}\""));
            folder.insert(ACTS.path(at, files::TERMS), terms.into_bytes());
            assert_eq!(replaced(&folder, kind(at as usize, sort)), due, "{sort:?} {name}");
        }
    }
    let counted = |acts: &mut Acts<'_>| acts.tallies[2].ballot = 2;
    assert_eq!(replaced(&WHOLE, counted), twice(6));
}

#[test]
fn v28_an_act_replaces_one_of_its_kind_and_subject_once() {
    let sound = (0, Outcome::Pass);
    let wrong = |act| (1, said(&(act, ActWrong::Replaces, None)));
    // A ballot of which nobody counted the votes before.
    let ballot = |counted: Option<u32>| {
        move |acts: &mut Acts<'_>| {
            acts.ballots[2].rule.name = "top".into();
            replaces(acts, 15, 3);
            match counted {
                Some(act) => acts.tallies[2].act = act,
                None => _ = acts.tallies.remove(2),
            }
        }
    };
    assert_eq!(replaced(&WHOLE, ballot(None)), sound);
    assert_eq!(replaced(&WHOLE, ballot(Some(6))), wrong(15));
    assert_eq!(replaced(&WHOLE, ballot(Some(14))), wrong(15));
    assert_eq!(replaced(&WHOLE, ballot(Some(15))), sound);
    let other = |acts: &mut Acts<'_>| replaces(acts, 15, 3);
    assert_eq!(replaced(&WHOLE, other), wrong(15));
    // Topics and agreements are replaced; replies, lots and groups are not.
    for (sort, may) in [(Sort::Topics, true), (Sort::Agreement, true), (Sort::Follow, false)] {
        let both = |acts: &mut Acts<'_>| {
            for at in [7, 8] {
                acts.links[at].facts.kind = sort;
            }
            if sort == Sort::Topics {
                acts.standing.remove(&1);
            }
            replaces(acts, 9, 8);
        };
        assert_eq!(replaced(&WHOLE, both), if may { sound.clone() } else { wrong(9) }, "{sort:?}");
    }
    // Two take the place of one, and one that comes later.
    let twice = |acts: &mut Acts<'_>| {
        acts.tallies[2].ballot = 2;
        replaces(acts, 6, 4);
        acts.standing.remove(&5);
    };
    assert_eq!(replaced(&WHOLE, twice), wrong(6));
    let later = |acts: &mut Acts<'_>| {
        acts.links[3].facts.replaces = Some(5);
        acts.links[4].facts.replaces = None;
        acts.standing = [1, 2, 3, 4].into();
    };
    assert_eq!(replaced(&WHOLE, later), wrong(4));
}

#[test]
fn v28_the_list_of_events_of_an_act_is_there_as_long_as_the_draw_is_the_same() {
    let outcome = |edits: &[Edit]| {
        let mut folder = edited(edits);
        refit(&mut folder);
        v28_chain::check(&folder).0.outcome
    };
    let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let digest = |path: &str| leak(Digest::of(&WHOLE[path]).to_string());
    let (first, second) = (digest("public/draws/1/manifest.txt"), digest("public/draws/2/manifest.txt"));
    let list = leak(format!("\"{}\"", digest("public/rosters/2/manifest.txt")));
    let none = |act| (act, "act.json", list, "null");
    assert_eq!(outcome(&[none(1)]), Outcome::Pass);
    assert_eq!(outcome(&[none(1), none(2)]), Outcome::Pass);
    assert_eq!(outcome(&[none(2)]), said(&(2, ActWrong::Roster, None)));
    assert_eq!(outcome(&[(1, "act.json", second, first), none(2)]), Outcome::Pass);
    // Topics that are merged into nothing, and in a circle.
    assert_eq!(outcome(&[(1, "merges.csv", "housing,homes,", "housing,,")]), Outcome::Pass);
    let circle = "housing,homes,the same\nhomes,housing,the same\n";
    let circle = outcome(&[(1, "merges.csv", "housing,homes,the same\n", circle)]);
    assert_eq!(circle, said(&(1, ActWrong::Topics, None)));
}

const CHARTER: &str = "date = 2026-03-01\n[seed]\nsource = \"text\"\n";

/// A claim about the acts under another charter.
fn under(charter: &str, check: fn(&Acts<'_>) -> Claim, change: impl Fn(&mut Acts<'_>)) -> Claim {
    let mut folder = WHOLE.clone();
    folder.insert("public/charter.toml".into(), charter.as_bytes().to_vec());
    let mut acts = read(&folder, ACTS.read(&WHOLE).links).unwrap();
    change(&mut acts);
    check(&acts)
}

fn ballots(acts: &Acts<'_>) -> Claim {
    v29_ballots::check(acts, &[])
}

#[test]
fn v29_a_rule_is_the_charter_s_or_has_a_reason() {
    let promised = |acts: &mut Acts<'_>| acts.ballots[0].because = None;
    let later = said(&(2, ActWrong::RuleLater, None));
    let own = format!("{CHARTER}{RULE}");
    let other = own.replace("at-least", "more-than");
    assert_ne!(own, other);
    assert_eq!(under(&own, ballots, promised).outcome, Outcome::Pass);
    assert_eq!(under(&own, ballots, |_| {}).outcome, later, "a reason for what was promised");
    assert_eq!(under(CHARTER, ballots, promised).outcome, later);
    assert_eq!(under(&other, ballots, promised).outcome, later);
    let changed = under(&other, ballots, |_| {});
    assert_eq!(changed.outcome, Outcome::Pass);
    let told = |claim: &Claim| -> Vec<(String, bool)> {
        let rule = |it: &Remark| match it {
            Remark::RuleLater { ballot, promised, .. } => Some((ballot.clone(), *promised)),
            _ => None,
        };
        claim.remarks.iter().filter_map(rule).collect()
    };
    let all = |first| vec![("raad".to_owned(), first), ("top".to_owned(), false), ("wie".to_owned(), false)];
    assert_eq!(told(&changed), all(true));
    assert_eq!(told(&under(CHARTER, ballots, |_| {})), all(false));
    assert_eq!(told(&under(&own, ballots, promised)), all(true)[1..]);
    assert_eq!(under("date = [", ballots, |_| {}).outcome, said(&(1, ActWrong::Answers, None)));
}

#[test]
fn v29_what_should_make_an_organiser_think_is_told_with_the_answer() {
    let warned = |charter: &str| {
        under(charter, ballots, |acts| acts.ballots[0].because = None).remarks.into_iter().find_map(|it| {
            match it {
                Remark::Warned { warnings } => Some(warnings),
                _ => None,
            }
        })
    };
    let half = |answer: Option<&str>| ("tie-adopts", "raad".to_owned(), answer.map(str::to_owned));
    assert_eq!(warned(CHARTER), None);
    assert_eq!(warned(&format!("{CHARTER}{RULE}")), Some(vec![half(None)]));
    let answer = "[[answer]]\nwarning = \"tie-adopts\"\ntext = \"Half is enough.\"\n";
    assert_eq!(warned(&format!("{CHARTER}{RULE}{answer}")), Some(vec![half(Some("Half is enough."))]));
    let leidraad =
        "[leidraad]\naim = \"a\"\nstart = \"b\"\ninput = \"lived experience\"\nwho = \"c\"\nform = \"d\"\n";
    let input = ("input-without-quota", "lived experience".to_owned(), None);
    assert_eq!(warned(&format!("{CHARTER}{leidraad}")), Some(vec![input]));
}

/// What the charter promises and nobody held, in plain words: nothing of it fails, for it may still come.
#[test]
fn v29_what_was_promised_and_is_not_there_is_told() {
    let phase = "[[phase]]\nname = \"p\"\nscale = 5\nrung = 3\nfrom = 2027-03-01\nuntil = 2027-06-01\n\
        reply = { term = \"5 weeks\", by = \"the council\" }\n";
    let asked = "[consultation]\nhow = \"a letter\"\nfrom = 2027-04-10\nuntil = 2027-04-30\n";
    let charter = format!("{CHARTER}{RULE}{}{phase}{asked}", RULE.replace("\"raad\"", "\"nooit\""));
    let told = |without: &[Sort]| {
        let promised = |acts: &mut Acts<'_>| {
            acts.ballots[0].because = None;
            for link in acts.links.iter_mut().filter(|it| without.contains(&it.facts.kind)) {
                link.facts.kind = Sort::Topics;
            }
        };
        let claim = under(&charter, ballots, promised);
        assert_eq!(claim.outcome, Outcome::Pass);
        let so_far = |it: &Remark| match it {
            Remark::NoBallotsSoFar { ballots } => Some(ballots.join(" ")),
            Remark::NoConsultationSoFar { until } => Some(until.clone()),
            Remark::NoRepliesSoFar { by, term } => Some(format!("{by} {term}")),
            _ => None,
        };
        claim.remarks.iter().filter_map(so_far).collect::<Vec<_>>()
    };
    assert_eq!(told(&[]), ["nooit"]);
    assert_eq!(told(&[Sort::Consultation, Sort::Follow]), ["nooit", "2027-04-30", "the council 5 weeks"]);
}

/// A line that somebody kept may be that of a list of events.
#[test]
fn v29_a_line_of_a_list_of_events_is_known() {
    let acts = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
    for n in [1, 2] {
        let list = Digest::of(&WHOLE[&format!("public/rosters/{n}/manifest.txt")]);
        let line = Commitment::of(list).to_string();
        assert_eq!(v29_ballots::check(&acts, &[&line]).outcome, Outcome::Pass);
        let none = super::super::check(&ten(), &[], &[&line], &[]);
        assert_eq!((&none[1].outcome, none[1].checked), (&Outcome::Pass, 1));
    }
    let other = Commitment::of(Digest::of(b"another")).to_string();
    assert_eq!(
        v29_ballots::check(&acts, &[&other]).outcome,
        Outcome::Fail(Failure::BallotLine { line: other })
    );
}

/// What the charter promised is not made longer when it is due, and may be made shorter.
#[test]
fn v35_replies_come_no_later_than_was_promised() {
    let phase = |name: &str, term: &str| {
        format!(
            "[[phase]]\nname = \"{name}\"\nscale = 5\nrung = 3\nfrom = 2027-03-01\nuntil = 2027-06-01\n\
             reply = {{ term = \"{term}\", by = \"the council\" }}\n"
        )
    };
    let long = said(&(13, ActWrong::LongTerm, None));
    for (term, due) in [("4 weeks", &long), ("5 weeks", &Outcome::Pass), ("6 weeks", &Outcome::Pass)] {
        let charter = format!("{CHARTER}{}", phase("advice", term));
        assert_eq!(under(&charter, v35_follow::check, |_| {}).outcome, *due, "{term}");
    }
    // The last phase that promises a reply is the one that counts.
    let two = |first: &str, last: &str| {
        let charter = format!("{CHARTER}{}{}", phase("one", first), phase("two", last));
        under(&charter, v35_follow::check, |_| {}).outcome
    };
    assert_eq!(two("4 weeks", "6 weeks"), Outcome::Pass);
    assert_eq!(two("6 weeks", "4 weeks"), long);
    assert_eq!(under(CHARTER, v35_follow::check, |_| {}).outcome, Outcome::Pass);
}

/// An agreement on counts that were replaced later is told; replies to it are, if that was before them.
#[test]
fn v35_an_agreement_on_older_counts_is_told() {
    let told = |recounted: Option<u32>| {
        let mut acts = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
        acts.ballots.retain(|it| it.act != 15);
        acts.tallies.retain(|it| it.act != 16);
        if let Some(act) = recounted {
            let again = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap().tallies.swap_remove(1);
            assert_eq!((again.act, again.ballot), (5, 2));
            acts.tallies.push(Count { act, ..again });
        }
        let old = |claim: Claim| {
            claim.remarks.into_iter().find_map(|it| match it {
                Remark::OldAgreement { agreement, replies } => Some((agreement, replies)),
                _ => None,
            })
        };
        (old(v33_agreement::check(&acts)), old(v35_follow::check(&acts)))
    };
    assert_eq!(told(None), (None, None));
    for act in [9, 13] {
        assert_eq!(told(Some(act)), (Some((8, None)), Some((8, Some(14)))), "{act}");
    }
    for act in [14, 18] {
        assert_eq!(told(Some(act)), (Some((8, None)), None), "{act}");
    }
}
