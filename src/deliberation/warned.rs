//! What should make an organiser think of their own charter. It stops nothing; whoever checks the record is told, with the
//! organiser's answer. Imports its siblings.

use super::charter::{Charter, INPUT, Phase};
use super::rule::Rule;
use super::share::Than;
use super::warning::Warning;

/// A warning about something, and what the organiser says to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warned {
    /// What is warned of.
    pub warning: Warning,
    /// The phase or ballot that it is about; the first of them.
    pub about: String,
    /// The organiser's answer.
    pub answer: Option<String>,
}

/// What is known besides the charter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// Whether people are drawn.
    pub lottery: bool,
    /// The names of the quota features and of their values, if they are known.
    pub quotas: Option<&'a [String]>,
}

/// Words that stand one after the other in the name of a quota or a stream which looks for what people know from their own lives.
const OWN_LIFE: [&str; 9] = [
    "lived experience",
    "own experience",
    "by experience",
    "ervaringsdeskundig",
    "ervaringsdeskundige",
    "ervaringsdeskundigen",
    "ervaringsdeskundigheid",
    "ervaringskennis",
    "eigen ervaring",
];
/// Names that say so as a whole: experience with a bus, or with work, is another thing.
const EXPERIENCE: [&str; 2] = ["experience", "ervaring"];

/// Whether a quota, one of its values or a side stream of that name looks for what people know from their own lives.
pub fn looks_for_own_life(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    let words = small.split(|sign: char| sign.is_ascii() && !sign.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let within = |phrase: &str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|some| some == phrase)
    };
    EXPERIENCE.contains(&words.join(" ").as_str()) || OWN_LIFE.into_iter().any(within)
}

impl Charter {
    /// What should make an organiser think, in the order of [`Warning::ALL`], each with its answer.
    pub fn warnings(&self, around: Around<'_>) -> Vec<Warned> {
        let lottery = around.lottery || self.draws;
        Warning::ALL
            .into_iter()
            .filter_map(|warning| {
                let about = self.about(warning, lottery, around.quotas)?;
                Some(Warned { warning, about, answer: self.answer_to(warning) })
            })
            .collect()
    }

    /// What the organiser answers to a warning.
    pub fn answer_to(&self, warning: Warning) -> Option<String> {
        self.answers.iter().find(|it| it.0 == warning).map(|it| it.1.clone())
    }

    fn about(&self, warning: Warning, lottery: bool, quotas: Option<&[String]>) -> Option<String> {
        let on = |phase: &Phase, five: &[u32], seven: &[u32]| {
            if phase.scale == 5 { five.contains(&phase.rung) } else { seven.contains(&phase.rung) }
        };
        let phase =
            |of: &dyn Fn(&Phase) -> bool| self.phases.iter().find(|it| of(it)).map(|it| it.name.clone());
        match warning {
            Warning::NoBallotRule => phase(&|it| on(it, &[5], &[5, 6, 7]) && it.ballot.is_none()),
            Warning::NoReplyTerm => phase(&|it| on(it, &[2, 3, 4], &[3, 4, 5, 6]) && it.reply.is_none()),
            Warning::IdleVote => phase(&|it| on(it, &[1], &[1, 2]) && it.ballot.is_some()),
            Warning::IdleLot => phase(&|it| on(it, &[1], &[1, 2]) && lottery),
            Warning::FinishedOptions => phase(&|it| it.scale == 7 && it.rung == 4 && self.finished),
            Warning::RungFalls => self
                .phases
                .windows(2)
                .find(|two| two[0].scale == two[1].scale && two[1].rung < two[0].rung)
                .map(|two| two[1].name.clone()),
            Warning::InputWithoutQuota => {
                let asked =
                    self.leidraad.as_ref()?.input.iter().find(|it| INPUT[..2].contains(&it.as_str()))?;
                let mut named = quotas?.iter().chain(&self.streams);
                (!named.any(|name| looks_for_own_life(name))).then(|| asked.clone())
            }
            Warning::TieAdopts => {
                let half = |rule: &&Rule| {
                    rule.majority
                        .is_some_and(|it| it.share.num * 2 == it.share.den && it.than == Than::AtLeast)
                };
                self.rules.iter().find(half).map(|rule| rule.name.clone())
            }
            Warning::ConsultationDecides => {
                let held = |it: &Phase| self.consultation.as_ref().is_some_and(|asked| asked.is_in(it));
                phase(&|it| on(it, &[5], &[7]) && it.ballot.is_none() && held(it))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliberation::wrong::Found;

    const PHASE: &str = "[[phase]]\nname = \"advice\"\nfrom = 2027-03-01\nuntil = 2027-06-01\n";
    const REPLY: &str = "reply = { term = \"5 weeks\", by = \"council\" }\n";
    const RULE: &str = "[[ballot]]\nname = \"a\"\nkind = \"for-against\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
        counted = [\"for\", \"against\"]\nof = \"for-and-against\"\nshare = \"50%\"\nthan = \"at-least\"\n\
        quorum = \"none\"\nconsensus = false\n";

    fn read(text: &str) -> Charter {
        let mut found = Found::default();
        let charter = Charter::read("charter.toml", text.as_bytes(), &mut found);
        charter.unwrap_or_else(|| panic!("{text}\n{:?}", found.wrongs))
    }

    /// Warnings of a charter of which people are drawn by quotas for age.
    fn warned(text: &str) -> Vec<Warning> {
        let quotas = ["age".to_owned()];
        let around = Around { lottery: true, quotas: Some(&quotas) };
        read(text).warnings(around).iter().map(|it| it.warning).collect()
    }

    fn with(rest: &str) -> Vec<Warning> {
        warned(&format!("{PHASE}{rest}"))
    }

    #[test]
    fn each_rung_has_its_warnings() {
        assert_eq!(with("scale = 5\nrung = 3\n"), [Warning::NoReplyTerm]);
        assert_eq!(with(&format!("scale = 5\nrung = \"advise\"\n{REPLY}")), []);
        assert_eq!(with("scale = 5\nrung = 5\n"), [Warning::NoBallotRule]);
        assert_eq!(with("scale = 7\nrung = 2\n"), [Warning::IdleLot]);
        assert_eq!(with("scale = 7\nrung = 5\n"), [Warning::NoBallotRule, Warning::NoReplyTerm]);
        let ballot = format!("scale = 7\nrung = 1\nballot = \"a\"\n{RULE}");
        assert_eq!(with(&ballot), [Warning::IdleVote, Warning::IdleLot, Warning::TieAdopts]);
        let more = ballot.replace("at-least", "more-than");
        assert_eq!(with(&more), [Warning::IdleVote, Warning::IdleLot]);
    }

    /// Each of the two ladders, rung by rung: without ballot and reply, and with both.
    #[test]
    fn every_rung_of_both_ladders() {
        let of = |scale: u32, rung: u32, rest: &str| with(&format!("scale = {scale}\nrung = {rung}\n{rest}"));
        let more = RULE.replace("at-least", "more-than");
        let both = format!("{REPLY}ballot = \"a\"\n{more}");
        for (scale, decides, replies, told) in [(5, 5..=5, 2..=4, 1..=1), (7, 5..=7, 3..=6, 1..=2)] {
            for rung in 1..=scale {
                let bare: Vec<Warning> = [
                    (decides.contains(&rung), Warning::NoBallotRule),
                    (replies.contains(&rung), Warning::NoReplyTerm),
                    (told.contains(&rung), Warning::IdleLot),
                ]
                .into_iter()
                .filter_map(|(holds, warning)| holds.then_some(warning))
                .collect();
                assert_eq!(of(scale, rung, ""), bare, "{rung} of {scale}");
                let idle: &[Warning] = match told.contains(&rung) {
                    true => &[Warning::IdleVote, Warning::IdleLot],
                    false => &[],
                };
                assert_eq!(of(scale, rung, &both), idle, "{rung} of {scale}");
            }
        }
        // Whoever is told without a lot is told.
        let nobody = read(&format!("{PHASE}scale = 5\nrung = 1\n")).warnings(Around::default());
        assert_eq!(nobody, []);
    }

    #[test]
    fn a_later_phase_on_a_lower_rung_of_the_same_ladder() {
        let two = |scale: u32, rung: u32| {
            let first = format!("{PHASE}scale = 5\nrung = 4\n{REPLY}");
            warned(&format!("{first}{PHASE}scale = {scale}\nrung = {rung}\n{REPLY}"))
        };
        assert_eq!(two(5, 3), [Warning::RungFalls]);
        assert_eq!(two(5, 4), []);
        assert_eq!(two(7, 3), []);
    }

    #[test]
    fn a_consultation_in_a_phase_that_decides_and_has_no_ballot() {
        let held = |from: &str, until: &str| {
            format!("[consultation]\nhow = \"a letter to all\"\nfrom = {from}\nuntil = {until}\n")
        };
        let (during, both) =
            (held("2027-05-01", "2027-05-31"), [Warning::NoBallotRule, Warning::ConsultationDecides]);
        assert_eq!(with(&format!("scale = 5\nrung = 5\n{during}")), both);
        assert_eq!(with(&format!("scale = 7\nrung = 7\n{during}")), both);
        // The last day of the phase, and its first; the day after, and the one before.
        let on = |day: &str| with(&format!("scale = 5\nrung = 5\n{}", held(day, day)));
        assert_eq!((on("2027-06-01"), on("2027-03-01")), (both.into(), both.into()));
        assert_eq!((on("2027-06-02"), on("2027-02-28")), ([both[0]].into(), [both[0]].into()));
        // Beside a vote it decides nothing, nor where residents advise.
        let more = RULE.replace("at-least", "more-than");
        assert_eq!(with(&format!("scale = 5\nrung = 5\nballot = \"a\"\n{more}{during}")), []);
        assert_eq!(with(&format!("scale = 5\nrung = 3\n{REPLY}{during}")), []);
        // Whoever is drawn and does not vote decides nothing, so a declared seed changes nothing.
        let drawn = format!("{PHASE}scale = 5\nrung = 5\n{during}[seed]\nsource = \"text\"\n");
        let told = read(&drawn).warnings(Around::default());
        assert_eq!(told.iter().map(|it| it.warning).collect::<Vec<_>>(), both);
    }

    #[test]
    fn finished_options_are_those_of_advisers_at_the_start() {
        let finished = |rung: &str| {
            warned(&format!("finished_options = true\n{PHASE}scale = 7\nrung = {rung}\n{REPLY}"))
        };
        assert_eq!(finished("4"), [Warning::FinishedOptions]);
        assert_eq!(finished("3"), []);
        assert_eq!(with(&format!("scale = 7\nrung = 4\n{REPLY}")), []);
        let said = format!("finished_options = false\n{PHASE}scale = 7\nrung = 4\n{REPLY}");
        assert_eq!(warned(&said), []);
    }

    #[test]
    fn what_people_know_from_their_own_lives_is_looked_for_by_a_quota_or_a_stream() {
        let asked = |input: &str, streams: &str, quotas: Option<&[&str]>| {
            let text = format!(
                "[leidraad]\naim = \"a\"\nstart = \"b\"\ninput = [{input}]\nwho = \"c\"\nform = \"d\"\n{streams}"
            );
            let quotas: Option<Vec<String>> =
                quotas.map(|it| it.iter().map(|&name| name.to_owned()).collect());
            let told = read(&text).warnings(Around { lottery: true, quotas: quotas.as_deref() });
            assert!(told.iter().all(|it| it.warning == Warning::InputWithoutQuota));
            told.into_iter().map(|it| it.about).next()
        };
        let (lived, expert) = ("\"lived experience\"", "\"policy knowledge\", \"expertise by experience\"");
        assert_eq!(asked(lived, "", Some(&["age"])).as_deref(), Some("lived experience"));
        assert_eq!(asked(expert, "", Some(&["age"])).as_deref(), Some("expertise by experience"));
        assert_eq!(asked("\"policy knowledge\"", "", Some(&["age"])), None);
        assert_eq!(asked(lived, "", None), None, "where quotas are not known nothing is said of them");
        for looks in [
            "Ervaring",
            "lived experience",
            "lived_experience: care",
            "experts by experience",
            "eigen ervaring",
        ] {
            assert_eq!(asked(lived, "", Some(&["age", looks])), None, "{looks}");
        }
        for other in
            ["target age", "doelgroepvervoer", "werkervaring", "experience of driving", "years lived here"]
        {
            assert!(asked(lived, "", Some(&[other])).is_some(), "{other}");
        }
        let stream =
            |name: &str| format!("[invited]\nline = \"x\"\nstreams = [\"the street\", \"{name}\"]\n");
        assert_eq!(asked(lived, &stream("Ervaringsdeskundigen"), Some(&["age"])), None);
        assert!(asked(lived, &stream("scholen"), Some(&["age"])).is_some());
    }

    /// One charter of which every warning is told, in their order: no warning is there that nothing can bring about.
    #[test]
    fn every_warning_there_is_can_be_told() {
        let finished = "finished_options = true\n";
        let leidraad = "[leidraad]\naim = \"a\"\nstart = \"b\"\ninput = \"lived experience\"\nwho = \"c\"\nform = \"d\"\n";
        let decides = format!("{PHASE}scale = 5\nrung = \"decide\"\n");
        let told = format!("{PHASE}scale = 5\nrung = \"inform\"\nballot = \"a\"\n");
        let start = format!("{PHASE}scale = 7\nrung = \"adviser at the start\"\n");
        let asked = "[consultation]\nhow = \"a letter\"\nfrom = 2027-03-01\nuntil = 2027-03-31\n";
        let all = warned(&format!("{finished}{leidraad}{decides}{told}{start}{RULE}{asked}"));
        assert_eq!(all, Warning::ALL);
        let names: Vec<&str> = Warning::ALL.into_iter().map(Warning::word).collect();
        assert_eq!(names.join(", "), crate::deliberation::warning::WARNINGS);
    }

    #[test]
    fn an_answer_stands_beside_its_warning() {
        let text = format!(
            "{PHASE}scale = 5\nrung = 3\n[[answer]]\nwarning = \"no-reply-term\"\ntext = \"the law has one\"\n"
        );
        let warned = read(&text).warnings(Around::default());
        assert_eq!(warned[0].answer.as_deref(), Some("the law has one"));
    }
}
