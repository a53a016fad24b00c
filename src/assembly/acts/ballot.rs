//! Freezing a ballot, counting it, counting it again, and a lot where a tie is left. Imports `deliberation`, `bundle` and
//! its siblings.

use super::super::patch::Step;
use super::lot::{Given, of_source};
use super::{Act, Ballot, Deliberating, Making, Refusal, no, sound, terms_of};
use crate::base::fault::Place;
use crate::bundle::acts::{self, ACTS, AgreementTerms, BallotTerms, Sort, TallyTerms, TiesTerms};
use crate::bundle::{files, papers as kept, public};
use crate::deliberation::best;
use crate::deliberation::by_role;
use crate::deliberation::chance::Chance;
use crate::deliberation::charter::{Charter, rules};
use crate::deliberation::counts::{self, Counts};
use crate::deliberation::dates::Date;
use crate::deliberation::options::{self, turned_down, wording};
use crate::deliberation::papers;
use crate::deliberation::roll::{self, DRAWN, Roll};
use crate::deliberation::rows::{Choice, Class, Count, Group, Present, RoleCount, Verdict};
use crate::deliberation::rule::{self, Base, Best, Means, Plain, Rule, Secrecy};
use crate::deliberation::sheet::Source;
use crate::deliberation::tally::{self, People};
use crate::deliberation::wrong::{Found, What, listed};
use crate::draw::Label;
use crate::seed::{Seed, strict_toml};
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// What a ballot is to be frozen with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Freezing<'a> {
    /// The options.
    pub options: Option<Source<'a>>,
    /// A file of rules; without one, the charter's.
    pub rules: Option<Source<'a>>,
    /// Which rule, where there are several.
    pub name: Option<&'a str>,
    /// People with a role of their own.
    pub roles: Option<Source<'a>>,
    /// Why the rule is not the charter's, or why the ballot is frozen again.
    pub because: Option<&'a str>,
    /// The day.
    pub date: &'a str,
}

/// What one base would mean for a roll: of an example of votes, and of everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The base.
    pub base: Base,
    /// How large it is where everybody is there, a tenth does not vote and a fifth is neutral.
    pub of: u64,
    /// The fewest votes for that adopt an option then; `None`: no number does.
    pub fewest: Option<u64>,
    /// Whether it is the rule's.
    pub chosen: bool,
}

/// A ballot that can be frozen.
pub struct Ready {
    /// The rule.
    pub rule: Rule,
    /// Why it is not the charter's, if it is not.
    pub because: Option<String>,
    /// Whether the charter has a rule of this name that is another.
    pub other: bool,
    /// The options.
    pub options: Vec<Choice>,
    /// Who may vote.
    pub roll: Roll,
    /// What each base would mean.
    pub meanings: Vec<Meaning>,
    /// The frame of people who registered themselves, where the panel was drawn from one.
    pub registered: Option<String>,
    /// What somebody should look at.
    pub found: Found,
}

/// A ballot that was frozen.
pub struct Frozen {
    /// The act.
    pub act: Act,
    /// The ballot.
    pub ready: Ready,
    /// The act of the ballot before it, which does not count any more.
    pub replaces: Option<u32>,
}

/// What was counted.
#[derive(Clone, Copy, Debug)]
pub struct Counting<'a> {
    /// Which ballot.
    pub name: &'a str,
    /// Both counts; none of a ballot by name, whose votes are the count.
    pub counts: Option<Source<'a>>,
    /// Papers that were typed in. They are kept in the sealed tier.
    pub papers: Option<Source<'a>>,
    /// Votes by name, of a ballot that the charter announced as open. They are public.
    pub votes: Option<Source<'a>>,
    /// Who, or how many, were present.
    pub present: Source<'a>,
    /// Why the ballot is counted again.
    pub again: Option<&'a str>,
    /// The day.
    pub date: &'a str,
}

/// A ballot that was counted.
pub struct Counted {
    /// The act.
    pub act: Act,
    /// The ballot.
    pub ballot: Ballot,
    /// The counts; of a lot those that left the tie.
    pub counts: Vec<Count>,
    /// The counts by role, where they are public.
    pub by_role: Vec<RoleCount>,
    /// Whether each role was counted by itself.
    pub counted_by_role: bool,
    /// How many were present.
    pub present: Vec<Present>,
    /// What follows.
    pub verdicts: Vec<Verdict>,
    /// The count that this one takes the place of, and why.
    pub again: Option<(u32, String)>,
    /// What somebody should look at.
    pub found: Found,
}

impl Counted {
    /// Where the papers are kept that were typed in.
    pub fn sealed(&self) -> Option<&str> {
        self.act.patch.steps.iter().find_map(|step| match step {
            Step::Replace { path, .. } => Some(path.as_str()),
            _ => None,
        })
    }

    /// Whether roles were counted, and the counts by role are not public.
    pub fn hidden(&self) -> bool {
        self.counted_by_role && self.by_role.is_empty()
    }

    /// Whether a recount or a lot is needed before something can be said of every option.
    pub fn is_open(&self) -> bool {
        self.verdicts.iter().any(|it| matches!(it.class, Class::Undecided | Class::Tied))
    }

    /// Whether too few were there.
    pub fn lacks_quorum(&self) -> bool {
        self.verdicts.iter().any(|it| it.class == Class::NoQuorum)
    }

    /// Options of which everybody voted alike, so that it is known how each voted.
    pub fn unanimous(&self) -> Vec<&str> {
        let most: u64 = self.present.iter().map(|it| it.most).sum();
        let means = self.ballot.rule.means;
        let alike = |it: &Count| {
            let papers = [it.against, it.neutral, it.blank, it.invalid];
            let nobody_else = papers.into_iter().flatten().all(|papers| papers == 0);
            let all = |most: u64| it.yes == most || papers.into_iter().flatten().any(|papers| papers == most);
            match means {
                Means::ForAgainst { against: true, .. } => all(most),
                // Who is not for it is only known from how many there were.
                Means::ForAgainst { .. } | Means::Choose { .. } => all(most) || it.yes == 0 && nobody_else,
                Means::Points { each, .. } => {
                    let points = it.yes == 0 || it.yes == u64::from(each) * most;
                    points && nobody_else || it.invalid == Some(most)
                }
            }
        };
        let both = self.counts.chunks(2).filter(|both| most > 0 && both.iter().all(alike));
        both.filter_map(|both| both.first()).map(|it| it.option.as_str()).collect()
    }
}

/// What each base would mean for a share of a roll.
pub fn meanings(rule: &Rule, members: u64) -> Vec<Meaning> {
    let Some(majority) = rule.majority else { return Vec::new() };
    let (two, cast) = rule::example(members);
    let size = |base: Base| match base {
        Base::ForAndAgainst => two,
        Base::Cast => cast,
        Base::Present | Base::Members => members,
    };
    let meaning = |base: Base| {
        let fewest = majority.share.fewest(size(base), majority.than);
        Meaning { base, of: size(base), fewest, chosen: base == majority.of }
    };
    Base::ALL.into_iter().map(meaning).collect()
}

impl Deliberating<'_> {
    /// What a ballot would be frozen with, and what its rule would mean.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn ready(&self, asked: &Freezing<'_>) -> Result<Ready, Refusal> {
        let mut found = Found::among(&self.named);
        let options = match asked.options {
            Some(source) => options::read(source, &mut found),
            None => Vec::new(),
        };
        for (first, other) in options::alike(&options) {
            let what = What::SameWords { option: other.option.clone(), other: first.option.clone() };
            found.push(what, asked.options.map_or_else(Place::default, |source| Place::file(source.name)));
        }
        let charter = self.charter_rules();
        let Some((plain, place)) = self.plain(asked, &mut found) else {
            return Err(Refusal::Deliberation(Box::new(found)));
        };
        let others = match asked.roles {
            Some(source) => roll::roles(source, &self.whose(), &mut found),
            None => Vec::new(),
        };
        let roll = self.roll(&plain.entitled, &others, (&place, asked.roles), &mut found);
        let rule = Rule::read(&plain, &place, Some(roll.members()), &mut found);
        if let Some(best) = rule.as_ref().and_then(|rule| rule.best)
            && best.places >= options.len() as u64
            && !options.is_empty()
        {
            let what = What::FewOptions { best: best.places, options: options.len() as u64 };
            found.push(what, place.clone());
        }
        self.names_nobody(&plain.name, &place, &mut found);
        self.check_names(&options, &plain.name, asked, &mut found)?;
        let of_charter = rule.as_ref().is_some_and(|rule| charter.contains(rule));
        let other = !of_charter && charter.iter().any(|rule| rule.name == plain.name);
        let because = if of_charter { None } else { self.said(asked.because)? };
        if plain.entitled.iter().any(|role| role == DRAWN) {
            let about = &self.frozen.public.about;
            let seats = u64::from(about.confirmed.map_or(about.seats, |before| before.seats));
            let (people, confirmed) = (self.is_in.people, self.is_in.confirmed);
            if people > seats {
                let asked = people - confirmed.min(people);
                found.push(What::ManyIn { people, seats, confirmed, asked }, place.clone());
            }
        }
        if let Some(near) = rule.as_ref().and_then(Rule::near) {
            found.push(near, place.clone());
        }
        let open = rule.as_ref().is_some_and(|rule| rule.secrecy == Secrecy::Open);
        if !of_charter && open {
            found.push(What::OpenLater { name: plain.name.clone() }, place.clone());
        } else if open && self.is_in.codes.is_none() {
            found.push(What::NoCodes, place.clone());
        }
        let is_there = self.ballots()?.iter().any(|it| it.rule.name == plain.name);
        if of_charter && asked.because.is_some() && !is_there {
            found.push(What::ReasonUnused, Place::default());
        }
        if !of_charter && because.is_none() && rule.is_some() {
            found.push(What::LateRule { name: plain.name.clone(), other }, place);
        }
        self.in_its_phase(&plain.name, asked.date, &mut found);
        let found = sound(found)?;
        let rule = rule.ok_or(Refusal::Mistaken)?;
        let meanings = meanings(&rule, roll.members());
        let registered = self.registered();
        Ok(Ready { rule, because, other, options, roll, meanings, registered, found })
    }

    /// Freezes a ballot: rule, options and roll.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn freeze_ballot(&self, asked: &Freezing<'_>) -> Result<Frozen, Refusal> {
        let ready = self.ready(asked)?;
        let before = self.ballots()?.into_iter().find(|it| it.rule.name == ready.rule.name);
        let replaces = match before {
            None => None,
            // Only before it was counted, and for a reason.
            Some(before) => Some((before.act, self.reason(asked.because)?)),
        };
        let terms = BallotTerms { because: ready.because.clone(), rule: ready.rule.plain() };
        let lists = vec![
            terms_of(&terms),
            (files::OPTIONS, acts::table(&ready.options)),
            (files::ROLL, acts::roll_table(&ready.roll)),
        ];
        let before = replaces.as_ref().map(|(act, _)| *act);
        let act = self.publish(Making { sort: Sort::Ballot, date: asked.date, replaces }, lists)?;
        Ok(Frozen { act, ready, replaces: before })
    }

    /// Tells of a ballot that is frozen on a day that does not fit the phase it is of: after its last day, when the panel's
    /// task is over; or on its first day or before, where the charter says that people advise at the start, so that the
    /// options were finished without them.
    fn in_its_phase(&self, ballot: &str, date: &str, found: &mut Found) {
        let Some((charter, date)) = self.charter().zip(Date::read(date)) else { return };
        for phase in charter.phases.iter().filter(|it| it.ballot.as_deref() == Some(ballot)) {
            let (name, of) = (ballot.to_owned(), phase.name.clone());
            let what = if date > phase.until {
                What::PhaseOver { name, phase: of, until: phase.until.to_string() }
            } else if phase.finished_before(date) {
                What::FinishedBefore { name, phase: of, from: phase.from.to_string() }
            } else {
                continue;
            };
            found.push(what, Place::default());
        }
    }

    /// Rules of the charter that was frozen with the lottery.
    fn charter_rules(&self) -> Vec<Rule> {
        let bytes = public::file(&self.frozen.folder, files::CHARTER_TOML);
        let table = bytes.ok().and_then(|bytes| strict_toml::read(bytes).ok());
        table.map_or_else(Vec::new, |it| rules(&it, &Place::default(), None, &mut Found::default()))
    }

    /// The charter of the record, as far as it is for the deliberation.
    pub fn charter(&self) -> Option<Charter> {
        let bytes = public::file(&self.frozen.folder, files::CHARTER_TOML).ok()?;
        Charter::read(files::CHARTER_TOML, bytes, &mut Found::default())
    }

    /// The rule that is asked for, as it stands in the file of rules or the charter.
    fn plain(&self, asked: &Freezing<'_>, found: &mut Found) -> Option<(Plain, Place)> {
        let path = format!("{}{}", files::PUBLIC, files::CHARTER_TOML);
        let (name, bytes) = match asked.rules {
            Some(source) => (source.name, source.bytes),
            None => match self.frozen.folder.get(&path) {
                Some(bytes) => (path.as_str(), bytes.as_slice()),
                None => {
                    let name = asked.name.map(str::to_owned);
                    found.push(What::NoRule { name, known: None }, Place::default());
                    return None;
                }
            },
        };
        let place = Place::file(name);
        let table = match strict_toml::read(bytes) {
            Ok(table) => table,
            Err(bad) => {
                found.push(What::NotToml { line: bad.line as u64 }, place);
                return None;
            }
        };
        let tables: Vec<&Table> = match table.get("ballot") {
            Some(Value::Array(items)) => items.iter().filter_map(Value::as_table).collect(),
            _ => Vec::new(),
        };
        let named = |table: &Table| table.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        let wanted = match (asked.name, tables.as_slice()) {
            (None, [only]) => Some(*only),
            (Some(name), tables) => tables.iter().copied().find(|table| named(table) == name),
            (None, _) => None,
        };
        let Some(wanted) = wanted else {
            let known: Vec<String> = tables.iter().map(|table| named(table)).collect();
            let name = asked.name.map(str::to_owned);
            found.push(What::NoRule { name, known: listed(&known) }, place);
            return None;
        };
        Some((Plain::of_toml(wanted, crate::seed::charter::zone(&table), &place, found), place))
    }

    fn roll(
        &self,
        entitled: &[String],
        others: &[crate::deliberation::rows::Voter],
        (place, roles): (&Place, Option<Source<'_>>),
        found: &mut Found,
    ) -> Roll {
        let list = roles.map_or_else(|| place.clone(), |it| Place::file(it.name));
        if self.is_in.codes.is_some() {
            return Roll::Coded(roll::roll(entitled, &self.drawn(), others, (place, &list), found));
        }
        let mut groups: Vec<Group> = Vec::new();
        let mut roles: Vec<&String> = entitled.iter().collect();
        roles.sort_unstable();
        roles.dedup();
        for role in roles {
            let people = match role.as_str() {
                DRAWN => self.is_in.people,
                _ => others.iter().filter(|it| it.role == *role).count() as u64,
            };
            if people == 0 {
                found.push(What::NoRole { role: role.clone() }, place.clone());
            }
            groups.push(Group { role: role.clone(), people });
        }
        Roll::Counted(groups)
    }

    /// That the ballot was not frozen or counted before, and that no other ballot has an option of the same name, or one of the
    /// same words that was voted down.
    fn check_names(
        &self,
        options: &[Choice],
        name: &str,
        asked: &Freezing<'_>,
        found: &mut Found,
    ) -> Result<(), Refusal> {
        let file = asked.options.map_or_else(Place::default, |source| Place::file(source.name));
        for ballot in self.ballots()? {
            if ballot.rule.name == name {
                let what = What::Frozen { name: name.to_owned(), act: ballot.act };
                let counted = self.result(&ballot)?.is_some();
                if counted || asked.because.is_none() {
                    found.push(what, Place::default());
                }
                continue;
            }
            let taken: BTreeSet<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
            for option in options.iter().filter(|it| taken.contains(it.option.as_str())) {
                let (option, name) = (option.option.clone(), ballot.rule.name.clone());
                found.push(What::OtherBallot { option, name }, file.clone());
            }
            let Some(result) = self.result(&ballot)? else { continue };
            let down = ballot.options.iter().zip(&result.verdicts).filter(|(_, it)| turned_down(it.class));
            let down: BTreeMap<String, &str> =
                down.map(|(it, _)| (wording(&it.text), it.option.as_str())).collect();
            for option in options {
                let Some(before) = down.get(&wording(&option.text)) else { continue };
                let (option, before) = (option.option.clone(), (*before).to_owned());
                let name = ballot.rule.name.clone();
                found.push(What::VotedDown { option, before, name, act: result.act }, file.clone());
            }
        }
        Ok(())
    }

    /// Counts a ballot, or counts it again.
    ///
    /// # Errors
    /// Everything that is wrong; a consultation is never counted.
    pub fn tally(&self, asked: &Counting<'_>) -> Result<Counted, Refusal> {
        let ballot = self.ballot(asked.name)?;
        self.of_this_draw(ballot.act)?;
        let before = self.result(&ballot)?;
        let mut found = Found::among(&self.named);
        let replaces = match (&before, asked.again) {
            (None, None) => None,
            (None, Some(_)) => return Err(no(What::NotYet { name: asked.name.to_owned() })),
            (Some(before), None) => {
                return Err(no(What::Counted { name: asked.name.to_owned(), act: before.tally }));
            }
            (Some(before), Some(why)) => {
                for act in self.resting_on(before.tally)? {
                    found.push(What::Rested { act }, Place::default());
                }
                Some((before.tally, self.reason(Some(why))?))
            }
        };
        let chance = ballot.rule.best.and_then(Best::lot);
        // Whoever counts must not know whom a lot would favour.
        if let (Some(chance), Some(day)) = (chance, Date::read(asked.date)) {
            found.round(chance, day);
        }
        let present = roll::present(asked.present, &ballot.roll, &self.whose(), &mut found);
        // Both counts are public: a difference between them must be nobody's vote.
        if let Some(before) = before.as_ref().filter(|_| ballot.rule.secrecy == Secrecy::Paper) {
            let earlier: Vec<Present> = self.rows(before.tally, files::PRESENT)?;
            if !roll::narrows(&earlier, &present) && !found.stop() {
                let said = |rows: &[Present]| {
                    let range = |it: &Present| match it.least == it.most {
                        true => it.most.to_string(),
                        false => format!("{}-{}", it.least, it.most),
                    };
                    rows.iter().map(range).collect::<Vec<_>>().join(" + ")
                };
                let what = What::OtherPresent { now: said(&present), before: said(&earlier) };
                found.push(what, Place::file(asked.present.name));
            }
        }
        let people = People {
            members: ballot.roll.members(),
            least: present.iter().map(|it| it.least).sum(),
            most: present.iter().map(|it| it.most).sum(),
        };
        let (rule, options) = (&ballot.rule, &ballot.options);
        let frozen = counts::Ballot { rule, options, act: ballot.act, present: &present };
        // Without knowing who was there, nobody can say what is too many.
        let known = if found.stop() { People { most: ballot.roll.members(), ..people } } else { people };
        let votes = self.votes(asked, &ballot, frozen, &mut found);
        let Counts { rows: counts, by_role } = match (&votes, asked.counts) {
            (Some(votes), _) => {
                let sums = papers::sums(votes.values().map(Vec::as_slice), options.len());
                let rows = papers::counted(&sums, options, rule);
                let by_role = Vec::new();
                Counts { rows, by_role }
            }
            (None, Some(source)) => counts::read(source, frozen, known, &mut found),
            (None, None) => Counts::default(),
        };
        let papers = self.papers(asked, &ballot, frozen, (&counts, known), &mut found);
        self.few_papers(&ballot, &counts, asked, &mut found)?;
        let found = sound(found)?;
        let pairs = counts::pairs(&counts, &ballot.options).ok_or(Refusal::Mistaken)?;
        let names: Vec<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
        let verdicts = tally::verdicts(&ballot.rule, &names, &pairs, people);
        let number = self.links.len() as u32 + 1;
        let ballots = match &papers {
            None => None,
            Some(papers) => Some(kept::digest(&self.key()?, number, papers).to_string()),
        };
        let counted_by_role = !by_role.is_empty();
        let by_role = by_role::shown(&ballot.rule, &by_role, &present);
        let mut lists = vec![
            terms_of(&TallyTerms { ballot: ballot.act, ballots }),
            (files::COUNTS, acts::table(&counts)),
            (files::PRESENT, acts::table(&present)),
            (files::RESULT, acts::table(&verdicts)),
        ];
        if let Some(votes) = &votes {
            lists.push((files::VOTES, kept::votes_table(votes, &ballot.options)));
        }
        if !by_role.is_empty() {
            lists.push((files::BY_ROLE, acts::table(&by_role)));
        }
        let again = replaces.clone();
        let mut act = self.publish(Making { sort: Sort::Tally, date: asked.date, replaces }, lists)?;
        if let Some(bytes) = papers {
            // First, so that no record says that papers are kept which are not.
            act.patch.steps.insert(0, Step::Replace { path: kept::path(number), bytes });
        }
        Ok(Counted { act, ballot, counts, by_role, counted_by_role, present, verdicts, again, found })
    }

    /// Acts that rest on a count: a lot, an agreement.
    fn resting_on(&self, tally: u32) -> Result<Vec<u32>, Refusal> {
        let mut acts = Vec::new();
        let mut results = vec![tally];
        for act in self.of(Sort::Ties) {
            if self.terms::<TiesTerms>(act)?.tally == tally {
                acts.push(act);
                results.push(act);
            }
        }
        for act in self.of(Sort::Agreement) {
            let terms: AgreementTerms = self.terms(act)?;
            if terms.results.iter().any(|result| results.contains(result)) {
                acts.push(act);
            }
        }
        Ok(acts)
    }

    /// The source that decides a tie of a ballot, if its rule has one.
    pub fn source_of_ties(&self, name: &str) -> Option<Chance> {
        self.ballot(name).ok()?.rule.best?.lot()
    }

    /// Decides the tie of a ballot by lot, from evidence of the source that its rule declares.
    ///
    /// # Errors
    /// No tie is left to a lot, or the evidence is of another source.
    pub fn lot<'a>(&self, name: &str, given: impl Into<Given<'a>>, date: &str) -> Result<Counted, Refusal> {
        let given = given.into();
        let ballot = self.ballot(name)?;
        let result = self.result(&ballot)?.ok_or_else(|| no(What::NotYet { name: name.to_owned() }))?;
        let no_tie = || no(What::NoTie { name: name.to_owned() });
        let best = ballot.rule.best.ok_or_else(no_tie)?;
        let chance = best.lot().ok_or_else(no_tie)?;
        if !result.verdicts.iter().any(|it| it.class == Class::Tied) {
            return Err(no_tie());
        }
        of_source(given.evidence, chance)?;
        // Whoever did not like the lot could count again, find the same, and throw again.
        for act in self.of(Sort::Ties) {
            let before: TiesTerms = self.terms(act)?;
            let of: Vec<Verdict> = self.rows(before.tally, files::RESULT)?;
            let same = self.terms::<TallyTerms>(before.tally)?.ballot == ballot.act
                && best::tied(&of) == best::tied(&result.verdicts);
            if same && before.evidence != given.evidence.to_string() {
                return Err(no(What::LotAgain { name: name.to_owned(), act }));
            }
        }
        let line = acts::line(&self.frozen.folder, ballot.act);
        let line = line.ok_or_else(|| Refusal::Damaged { file: ACTS.path(ballot.act, files::MANIFEST) })?;
        let seed = Seed::derive(&line, given.evidence);
        let verdicts = best::by_lot(&best, &result.verdicts, &seed);
        let terms = TiesTerms {
            evidence: given.evidence.to_string(),
            label: Label::Ties.to_string(),
            seed: seed.digest().to_string(),
            tally: result.tally,
        };
        let mut lists = vec![terms_of(&terms), (files::RESULT, acts::table(&verdicts))];
        lists.extend(given.list());
        let act = self.publish(Making { sort: Sort::Ties, date, replaces: None }, lists)?;
        Ok(Counted {
            act,
            ballot,
            counts: self.rows(result.tally, files::COUNTS)?,
            by_role: Vec::new(),
            counted_by_role: false,
            present: self.rows(result.tally, files::PRESENT)?,
            verdicts,
            again: None,
            found: Found::default(),
        })
    }
}
