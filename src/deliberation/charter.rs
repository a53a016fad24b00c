//! What a charter promises of the deliberation: five answers, phases on a ladder, rules of ballots, answers to warnings.
//! Imports `base`, `seed` and its siblings.
//!
//! The five answers are those of the Leidraad Burgerbetrokkenheid (why, when, what is brought in, who, how). Two ladders are
//! known, of five and of seven rungs; they are never converted into each other. Warnings stop nothing.

use super::dates::{Date, Term};
use super::rule::{Plain, Rule, is_name};
use super::warning::{WARNINGS, Warning};
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
    /// Whether options that are frozen on a day were finished before people met who are to advise at the start.
    pub fn finished_before(&self, day: Date) -> bool {
        (self.scale, self.rung) == (7, 4) && day <= self.from
    }

    /// The word for its rung.
    pub fn word(&self) -> &'static str {
        let rungs: &[&'static str] = if self.scale == 5 { &FIVE } else { &SEVEN };
        rungs[self.rung as usize - 1]
    }
}

/// That people who choose to take part are asked, as the charter announces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    /// How they are asked.
    pub how: String,
    /// How many are thought to take part.
    pub participants: Option<u64>,
    /// From when.
    pub from: Date,
    /// Until when.
    pub until: Date,
}

impl Consultation {
    /// Whether it is held on a day of a phase.
    pub fn is_in(&self, phase: &Phase) -> bool {
        self.from <= phase.until && phase.from <= self.until
    }
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
    /// The consultation that it announces.
    pub consultation: Option<Consultation>,
    /// Names of side streams by which people may have come besides letters.
    pub streams: Vec<String>,
    /// Whether options were finished before the first session, as the charter says.
    pub finished: bool,
    /// Whether the charter declares where chance comes from, so that people are drawn.
    pub draws: bool,
    /// The day on which the line of its lottery was to be published.
    pub published: Option<Date>,
}

const ANSWERS: &str = "[leidraad]";
const PHASE: &str = "[[phase]]";
const REPLY: &str = "[[phase]] reply";
const ANSWER: &str = "[[answer]]";
const CONSULTATION: &str = "[consultation]";
/// As many people as a number of a record can be.
const MOST_PEOPLE: i64 = 1_000_000_000;

impl Charter {
    /// Reads a charter; everything wrong with its tables `leidraad`, `phase`, `ballot`, `answer` and `consultation` is told. Its other tables
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
        let consultation = reader.one(&table, "consultation", CONSULTATION);
        let consultation = consultation.and_then(|it| reader.consultation(it));
        let flag = |key: &str| table.get(key).and_then(Value::as_bool).unwrap_or_default();
        for phase in phases.iter().filter(|it| it.ballot.is_some()) {
            let wanted = phase.ballot.as_deref().unwrap_or_default();
            if !rules.iter().any(|rule| rule.name == wanted) {
                found.push(What::PhaseBallot { name: wanted.to_owned() }, place.clone());
            }
        }
        let finished = flag("finished_options");
        let draws = table.contains_key("seed");
        let streams = streams(&table);
        let published = table.get("date").and_then(Value::as_datetime).and_then(|it| it.date);
        let published = published.and_then(|it| Date::of(it.year.into(), it.month.into(), it.day.into()));
        let charter =
            Self { leidraad, phases, rules, answers, consultation, streams, finished, draws, published };
        (found.wrongs.len() == before).then_some(charter)
    }
}

/// Names in `[invited] streams`. Whether that table has its form is asked where letters are.
fn streams(table: &Table) -> Vec<String> {
    let listed = table.get("invited").and_then(|it| it.get("streams")).and_then(Value::as_array);
    listed.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
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

    fn day(&mut self, table: &Table, name: &'static str, key: &'static str) -> Option<Date> {
        let day = match table.get(key) {
            None => {
                self.push(What::Missing { table: name, key, words: "2027-03-01" });
                return None;
            }
            Some(Value::Datetime(value)) if value.time.is_none() => value.to_string(),
            Some(Value::String(text)) => text.clone(),
            Some(_) => String::new(),
        };
        let date = Date::read(&day);
        if date.is_none() {
            self.push(What::Setting { table: name, key, words: "2027-03-01" });
        }
        date
    }

    /// From when, and until when.
    fn days(&mut self, table: &Table, name: &'static str) -> (Option<Date>, Option<Date>) {
        let (from, until) = (self.day(table, name, "from"), self.day(table, name, "until"));
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            self.push(What::Backwards);
        }
        (from, until)
    }

    fn consultation(&mut self, table: &Table) -> Option<Consultation> {
        self.only(table, CONSULTATION, &["how", "participants", "from", "until"]);
        let how = self.line(table, CONSULTATION, "how");
        let people = |it: &Value| it.as_integer().filter(|it| (1..=MOST_PEOPLE).contains(it));
        let participants = table.get("participants").map(people);
        if participants == Some(None) {
            self.push(What::Setting { table: CONSULTATION, key: "participants", words: "1800" });
        }
        let participants = participants.flatten().map(i64::unsigned_abs);
        let (from, until) = self.days(table, CONSULTATION);
        Some(Consultation { how: how?, participants, from: from?, until: until? })
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
        let (from, until) = self.days(table, PHASE);
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
    fn two_rules_of_one_name_are_told() {
        let rule = |name: &str| {
            format!(
                "[[ballot]]\nname = \"{name}\"\nkind = \"choose\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\nmost = 2\n\
                 adopt = \"2 best\"\nties = \"all\"\nquorum = \"none\"\n"
            )
        };
        assert_eq!(read(&format!("{}{}", rule("a"), rule("b"))).unwrap().rules.len(), 2);
        assert_eq!(read(&format!("{}{}{}", rule("a"), rule("b"), rule("a"))), Err(vec!["J-66"]));
    }

    #[test]
    fn what_a_phase_a_consultation_or_an_answer_cannot_have_is_told() {
        let rung = |rung: &str| read(&format!("{PHASE}scale = 5\n{rung}\n"));
        assert_eq!(rung("rung = 6"), Err(vec!["J-71"]));
        assert_eq!(rung("rung = 1\nballot = \"a\""), Err(vec!["J-75"]));
        assert_eq!(read("[[answer]]\nwarning = \"no\"\ntext = \"x\"\n"), Err(vec!["J-73"]));
        let asked = "[consultation]\nhow = \"a letter\"\nparticipants = 1800\nfrom = 2027-03-01\nuntil = 2027-03-31\n";
        let known = read(asked).unwrap().consultation.unwrap();
        assert_eq!((known.how.as_str(), known.participants), ("a letter", Some(1800)));
        let without = |line: &str| read(&asked.replace(line, ""));
        assert_eq!(without("participants = 1800\n").unwrap().consultation.unwrap().participants, None);
        assert_eq!(without("how = \"a letter\"\n"), Err(vec!["J-14"]));
        assert_eq!(without("from = 2027-03-01\n"), Err(vec!["J-14"]));
        assert_eq!(read(&asked.replace("03-31", "02-28")), Err(vec!["J-74"]));
        for wrong in ["0", "\"many\"", "1000000001"] {
            assert_eq!(read(&asked.replace("1800", wrong)), Err(vec!["J-15"]), "{wrong}");
        }
        assert_eq!(read(&format!("{asked}counts = true\n")), Err(vec!["J-16"]));
        assert_eq!(read("consultation = true\n"), Err(vec!["J-15"]));
    }
}
