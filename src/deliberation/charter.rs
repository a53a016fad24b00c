//! What a charter promises of the deliberation: five answers, phases on a ladder, rules of ballots, answers to warnings.
//! Imports `base`, `seed` and its siblings.
//!
//! The five answers are those of the Leidraad Burgerbetrokkenheid (why, when, what is brought in, who, how). Two ladders are
//! known, of five and of seven rungs; they are never converted into each other. Warnings stop nothing.

use super::dates::{Date, Term};
use super::rule::{Plain, Rule, is_name};
use super::wrong::{Found, What};
use crate::base::fault::Place;
use crate::base::line::is_line;
use crate::base::text::nearest;
use crate::seed::strict_toml;
use toml::{Table, Value};

/// The five answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leidraad {
    /// Why residents are asked.
    pub aim: String,
    /// When they come in.
    pub start: String,
    /// What they bring in: words of [`INPUT`].
    pub input: Vec<String>,
    /// Who they are.
    pub who: String,
    /// How.
    pub form: String,
}

/// What people can bring in.
pub const INPUT: [&str; 3] = ["lived experience", "expertise by experience", "policy knowledge"];

/// The rungs of the ladder of five, from the lowest.
pub const FIVE: [&str; 5] = ["inform", "consult", "advise", "co-create", "decide"];
/// The rungs of the ladder of seven.
pub const SEVEN: [&str; 7] = [
    "none",
    "informed",
    "adviser at the end",
    "adviser at the start",
    "co-decider",
    "partner",
    "residents decide",
];

/// Who replies, and within what term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Within what term.
    pub term: Term,
    /// Who.
    pub by: String,
}

/// A phase of the deliberation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What it is called.
    pub name: String,
    /// The ladder: 5 or 7.
    pub scale: u32,
    /// The rung, from 1.
    pub rung: u32,
    /// From when.
    pub from: Date,
    /// Until when.
    pub until: Date,
    /// The ballot that is held in it.
    pub ballot: Option<String>,
    /// The reply that was promised.
    pub reply: Option<Promise>,
}

impl Phase {
    /// The word for its rung.
    pub fn word(&self) -> &'static str {
        let rungs: &[&'static str] = if self.scale == 5 { &FIVE } else { &SEVEN };
        rungs[self.rung as usize - 1]
    }
}

/// A warning, by its name in charters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// A rung on which residents decide something, and no rule of how.
    NoBallotRule,
    /// A rung on which somebody else decides, and no term for an answer.
    NoReplyTerm,
    /// A vote on a rung on which nothing is decided.
    IdleVote,
    /// People are drawn who are only told.
    IdleLot,
    /// Advisers at the start, with options that were finished before.
    FinishedOptions,
    /// A later phase on a lower rung.
    RungFalls,
    /// Lived experience is asked for, and no quota looks for it.
    InputWithoutQuota,
    /// Exactly half adopts.
    TieAdopts,
    /// The only thing that decides is what people say who chose to take part.
    ConsultationDecides,
}

impl Warning {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::NoBallotRule,
        Self::NoReplyTerm,
        Self::IdleVote,
        Self::IdleLot,
        Self::FinishedOptions,
        Self::RungFalls,
        Self::InputWithoutQuota,
        Self::TieAdopts,
        Self::ConsultationDecides,
    ];

    /// Its name in `[[answer]]`, and the key of its sentence after `warning-`.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoBallotRule => "no-ballot-rule",
            Self::NoReplyTerm => "no-reply-term",
            Self::IdleVote => "idle-vote",
            Self::IdleLot => "idle-lot",
            Self::FinishedOptions => "finished-options",
            Self::RungFalls => "rung-falls",
            Self::InputWithoutQuota => "input-without-quota",
            Self::TieAdopts => "tie-adopts",
            Self::ConsultationDecides => "consultation-decides",
        }
    }
}

/// The names of the warnings, as messages list them.
pub const WARNINGS: &str = "no-ballot-rule, no-reply-term, idle-vote, idle-lot, finished-options, rung-falls, \
    input-without-quota, tie-adopts, consultation-decides";

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
    /// The names of the quota features, if they are known.
    pub features: Option<&'a [String]>,
}

/// The part of a charter that a deliberation rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charter {
    /// The five answers, if the charter gives them.
    pub leidraad: Option<Leidraad>,
    /// The phases.
    pub phases: Vec<Phase>,
    /// Rules of ballots.
    pub rules: Vec<Rule>,
    /// Answers to warnings.
    pub answers: Vec<(Warning, String)>,
    /// Whether people who chose to take part are asked.
    pub consultation: bool,
    /// Whether options were finished before the first session, as the charter says.
    pub finished: bool,
    /// Whether the charter declares where chance comes from, so that people are drawn.
    pub draws: bool,
}

const ANSWERS: &str = "[leidraad]";
const PHASE: &str = "[[phase]]";
const REPLY: &str = "[[phase]] reply";
const ANSWER: &str = "[[answer]]";

impl Charter {
    /// Reads a charter; everything wrong with its tables `leidraad`, `phase`, `ballot` and `answer` is told. Its other tables
    /// are for others.
    pub fn read(name: &str, bytes: &[u8], found: &mut Found) -> Option<Self> {
        let place = Place::file(name);
        let table = match strict_toml::read(bytes) {
            Ok(table) => table,
            Err(bad) => {
                found.push(What::NotToml { line: bad.line as u64 }, place.row(bad.line));
                return None;
            }
        };
        let before = found.wrongs.len();
        let mut reader = Reader { place: &place, found };
        let leidraad = reader.one(&table, "leidraad", ANSWERS).and_then(|it| reader.leidraad(it));
        let phases = reader.many(&table, "phase", PHASE);
        let phases: Vec<Phase> = phases.into_iter().filter_map(|it| reader.phase(it)).collect();
        let rules = rules(&table, &place, None, found);
        let mut reader = Reader { place: &place, found };
        let answers = reader.many(&table, "answer", ANSWER);
        let answers = answers.into_iter().filter_map(|it| reader.answer(it)).collect();
        let flag = |key: &str| table.get(key).and_then(Value::as_bool).unwrap_or_default();
        for phase in phases.iter().filter(|it| it.ballot.is_some()) {
            let wanted = phase.ballot.as_deref().unwrap_or_default();
            if !rules.iter().any(|rule| rule.name == wanted) {
                found.push(What::PhaseBallot { name: wanted.to_owned() }, place.clone());
            }
        }
        let (consultation, finished) = (table.contains_key("consultation"), flag("finished_options"));
        let draws = table.contains_key("seed");
        let charter = Self { leidraad, phases, rules, answers, consultation, finished, draws };
        (found.wrongs.len() == before).then_some(charter)
    }

    /// What should make an organiser think, in the order of [`Warning::ALL`], each with its answer.
    pub fn warnings(&self, around: Around<'_>) -> Vec<Warned> {
        let lottery = around.lottery || self.draws;
        Warning::ALL
            .into_iter()
            .filter_map(|warning| {
                let about = self.about(warning, lottery, around.features)?;
                let answer = self.answers.iter().find(|it| it.0 == warning).map(|it| it.1.clone());
                Some(Warned { warning, about, answer })
            })
            .collect()
    }

    fn about(&self, warning: Warning, lottery: bool, features: Option<&[String]>) -> Option<String> {
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
                let asked = self.leidraad.as_ref()?.input.iter().any(|it| it == INPUT[0] || it == INPUT[1]);
                let words = ["experience", "ervaring", "lived", "doelgroep", "target"];
                let looks = |feature: &String| words.iter().any(|word| feature.to_lowercase().contains(word));
                (asked && !features?.iter().any(looks)).then(|| INPUT[0].to_owned())
            }
            Warning::TieAdopts => {
                let half = |rule: &&Rule| {
                    rule.majority.is_some_and(|it| {
                        it.share.num * 2 == it.share.den && it.than == super::share::Than::AtLeast
                    })
                };
                self.rules.iter().find(half).map(|rule| rule.name.clone())
            }
            Warning::ConsultationDecides => {
                phase(&|it| on(it, &[5], &[7]) && self.consultation && it.ballot.is_none() && !lottery)
            }
        }
    }
}

/// The rules `[[ballot]]` of a table of TOML. `members`: how many people are on the roll, if that is known.
pub fn rules(table: &Table, place: &Place, members: Option<u64>, found: &mut Found) -> Vec<Rule> {
    let zone = crate::seed::charter::zone(table);
    let tables = Reader { place, found }.many(table, "ballot", "[[ballot]]");
    let mut rules: Vec<Rule> = Vec::new();
    for table in tables {
        let plain = Plain::of_toml(table, zone, place, found);
        let Some(rule) = Rule::read(&plain, place, members, found) else { continue };
        if rules.iter().any(|known| known.name == rule.name) {
            found.push(What::RuleTwice { name: rule.name.clone() }, place.clone());
        }
        rules.push(rule);
    }
    rules
}

struct Reader<'a> {
    place: &'a Place,
    found: &'a mut Found,
}

impl Reader<'_> {
    fn push(&mut self, what: What) {
        self.found.push(what, self.place.clone());
    }

    fn one<'t>(&mut self, table: &'t Table, key: &'static str, name: &'static str) -> Option<&'t Table> {
        match table.get(key) {
            None => None,
            Some(Value::Table(one)) => Some(one),
            Some(_) => {
                self.push(What::Setting { table: name, key, words: name });
                None
            }
        }
    }

    fn many<'t>(&mut self, table: &'t Table, key: &'static str, name: &'static str) -> Vec<&'t Table> {
        let wrong = || What::Setting { table: name, key, words: name };
        match table.get(key) {
            None => Vec::new(),
            Some(Value::Array(items)) => {
                let tables: Option<Vec<&Table>> = items.iter().map(Value::as_table).collect();
                tables.unwrap_or_else(|| {
                    self.push(wrong());
                    Vec::new()
                })
            }
            Some(_) => {
                self.push(wrong());
                Vec::new()
            }
        }
    }

    fn only(&mut self, table: &Table, name: &'static str, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.as_str())) {
            let near = nearest(key, keys.iter().copied()).map(str::to_owned);
            self.push(What::Unknown { table: name, key: key.clone(), near });
        }
    }

    fn line(&mut self, table: &Table, name: &'static str, key: &'static str) -> Option<String> {
        match table.get(key) {
            None => {
                self.push(What::Missing { table: name, key, words: "text" });
                None
            }
            Some(Value::String(text)) if is_line(text.trim()) => Some(text.trim().to_owned()),
            Some(_) => {
                self.push(What::Setting { table: name, key, words: "text" });
                None
            }
        }
    }

    /// All five, or nothing is frozen.
    fn leidraad(&mut self, table: &Table) -> Option<Leidraad> {
        self.only(table, ANSWERS, &["aim", "start", "input", "who", "form"]);
        let mut answer = |key: &'static str| {
            let text = table.get(key).and_then(Value::as_str).map(str::trim).filter(|text| is_line(text));
            if text.is_none() {
                self.push(What::Answer { key });
            }
            text.map(str::to_owned)
        };
        let (aim, start, who, form) = (answer("aim"), answer("start"), answer("who"), answer("form"));
        let words = match table.get("input") {
            Some(Value::String(word)) => Some(vec![word.trim().to_owned()]),
            Some(Value::Array(items)) => {
                items.iter().map(|it| it.as_str().map(|word| word.trim().to_owned())).collect()
            }
            _ => None,
        };
        let known = |words: &Vec<String>| {
            !words.is_empty() && words.iter().all(|word| INPUT.contains(&word.as_str()))
        };
        let input = words.filter(known);
        if input.is_none() {
            match table.contains_key("input") {
                false => self.push(What::Answer { key: "input" }),
                true => self.push(What::Setting {
                    table: ANSWERS,
                    key: "input",
                    words: "lived experience, expertise by experience, policy knowledge",
                }),
            }
        }
        Some(Leidraad { aim: aim?, start: start?, input: input?, who: who?, form: form? })
    }

    fn day(&mut self, table: &Table, key: &'static str) -> Option<Date> {
        let day = match table.get(key) {
            None => {
                self.push(What::Missing { table: PHASE, key, words: "2027-03-01" });
                return None;
            }
            Some(Value::Datetime(value)) if value.time.is_none() => value.to_string(),
            Some(Value::String(text)) => text.clone(),
            Some(_) => String::new(),
        };
        let date = Date::read(&day);
        if date.is_none() {
            self.push(What::Setting { table: PHASE, key, words: "2027-03-01" });
        }
        date
    }

    fn phase(&mut self, table: &Table) -> Option<Phase> {
        self.only(table, PHASE, &["name", "scale", "rung", "from", "until", "ballot", "reply"]);
        let name = self.line(table, PHASE, "name");
        let scale = table.get("scale").and_then(Value::as_integer).filter(|it| [5, 7].contains(it));
        if scale.is_none() {
            self.push(What::Missing { table: PHASE, key: "scale", words: "5, 7" });
        }
        let scale = scale.map_or(7, |it| it as u32);
        let rungs: &[&str] = if scale == 5 { &FIVE } else { &SEVEN };
        let rung = match table.get("rung") {
            Some(Value::Integer(rung)) => {
                usize::try_from(*rung).ok().filter(|it| (1..=rungs.len()).contains(it))
            }
            Some(Value::String(word)) => rungs.iter().position(|it| *it == word.trim()).map(|it| it + 1),
            _ => None,
        };
        if rung.is_none() {
            let words = match scale {
                5 => "inform, consult, advise, co-create, decide",
                _ => {
                    "none, informed, adviser at the end, adviser at the start, co-decider, partner, residents decide"
                }
            };
            self.push(What::Rung { scale, words });
        }
        let (from, until) = (self.day(table, "from"), self.day(table, "until"));
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            self.push(What::Backwards);
        }
        let ballot = match table.get("ballot") {
            None => None,
            Some(Value::String(name)) if is_name(name) => Some(name.clone()),
            Some(_) => {
                self.push(What::Setting { table: PHASE, key: "ballot", words: "a-b" });
                None
            }
        };
        let reply = self.one(table, "reply", REPLY).and_then(|it| self.promise(it));
        Some(Phase { name: name?, scale, rung: rung? as u32, from: from?, until: until?, ballot, reply })
    }

    fn promise(&mut self, table: &Table) -> Option<Promise> {
        self.only(table, REPLY, &["term", "by"]);
        let by = self.line(table, REPLY, "by");
        let text = self.line(table, REPLY, "term")?;
        let term = Term::read(&text);
        if term.is_none() {
            self.push(What::Term { cell: text });
        }
        Some(Promise { term: term?, by: by? })
    }

    fn answer(&mut self, table: &Table) -> Option<(Warning, String)> {
        self.only(table, ANSWER, &["warning", "text"]);
        let (word, text) = (self.line(table, ANSWER, "warning"), self.line(table, ANSWER, "text"));
        let word = word?;
        let warning = Warning::ALL.into_iter().find(|it| it.word() == word);
        if warning.is_none() {
            self.push(What::NoWarning { cell: word, words: WARNINGS });
        }
        Some((warning?, text?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHASE: &str = "[[phase]]\nname = \"advice\"\nfrom = 2027-03-01\nuntil = 2027-06-01\n";

    fn read(text: &str) -> Result<Charter, Vec<&'static str>> {
        let mut found = Found::default();
        let charter = Charter::read("charter.toml", text.as_bytes(), &mut found);
        let codes = || found.wrongs.iter().map(|it| it.what.code()).collect();
        charter.ok_or_else(codes)
    }

    fn warned(text: &str) -> Vec<Warning> {
        let around = Around { lottery: true, features: Some(&[]) };
        read(text).unwrap().warnings(around).iter().map(|it| it.warning).collect()
    }

    #[test]
    fn the_five_answers_are_all_there_or_nothing_is_frozen() {
        let all = "[leidraad]\naim = \"a plan\"\nstart = \"early\"\ninput = [\"lived experience\"]\nwho = \"drawn\"\n\
            form = \"council\"\n";
        assert!(read(all).unwrap().leidraad.is_some());
        for key in ["aim", "start", "input", "who", "form"] {
            let text: String =
                all.lines().filter(|line| !line.starts_with(key)).map(|line| format!("{line}\n")).collect();
            assert_eq!(read(&text), Err(vec!["J-70"]), "{key}");
        }
        assert_eq!(read("[leidraad]\n"), Err(vec!["J-70"; 5]));
        assert_eq!(read(&all.replace("lived", "hard")), Err(vec!["J-15"]));
        assert_eq!(read("").unwrap(), Charter::default());
    }

    #[test]
    fn each_rung_has_its_warnings() {
        let with = |rest: &str| warned(&format!("{PHASE}{rest}"));
        assert_eq!(with("scale = 5\nrung = 3\n"), [Warning::NoReplyTerm]);
        let reply = "reply = { term = \"5 weeks\", by = \"council\" }\n";
        assert_eq!(with(&format!("scale = 5\nrung = \"advise\"\n{reply}")), []);
        assert_eq!(with("scale = 5\nrung = 5\n"), [Warning::NoBallotRule]);
        assert_eq!(with("scale = 7\nrung = 2\n"), [Warning::IdleLot]);
        assert_eq!(with("scale = 7\nrung = 5\n"), [Warning::NoBallotRule, Warning::NoReplyTerm]);
        let rule = "[[ballot]]\nname = \"a\"\nkind = \"for-against\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
            counted = [\"for\", \"against\"]\nof = \"for-and-against\"\nshare = \"50%\"\nthan = \"at-least\"\n\
            quorum = \"none\"\nconsensus = false\n";
        let ballot = format!("scale = 7\nrung = 1\nballot = \"a\"\n{rule}");
        assert_eq!(with(&ballot), [Warning::IdleVote, Warning::IdleLot, Warning::TieAdopts]);
        let falls = format!("{PHASE}scale = 5\nrung = 5\nballot = \"a\"\n{PHASE}scale = 5\nrung = 1\n{rule}");
        assert!(warned(&falls).contains(&Warning::RungFalls));
        assert_eq!(read(&format!("{PHASE}scale = 5\nrung = 6\n")), Err(vec!["J-71"]));
        assert_eq!(read(&format!("{PHASE}scale = 5\nrung = 1\nballot = \"a\"\n")), Err(vec!["J-75"]));
    }

    #[test]
    fn an_answer_stands_beside_its_warning() {
        let text = format!(
            "{PHASE}scale = 5\nrung = 3\n[[answer]]\nwarning = \"no-reply-term\"\ntext = \"the law has one\"\n"
        );
        let warned = read(&text).unwrap().warnings(Around::default());
        assert_eq!(warned[0].answer.as_deref(), Some("the law has one"));
        assert_eq!(read("[[answer]]\nwarning = \"no\"\ntext = \"x\"\n"), Err(vec!["J-73"]));
    }
}
