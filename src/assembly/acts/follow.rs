//! The agreement, a consultation beside it, replies and the log. Imports `deliberation`, `bundle` and its siblings.

use super::{Act, Deliberating, Making, Refusal, is_adopted, no, sound, terms_of};
use crate::base::fault::Place;
use crate::bundle::acts::{self, ACTS, AgreementTerms, ConsultationTerms, FollowTerms, Sort};
use crate::bundle::files;
use crate::deliberation::charter::Promise;
use crate::deliberation::dates::{Date, Term};
use crate::deliberation::follow::{self, Due, Published, State};
use crate::deliberation::rows::{Agreed, Choice, Class, Entry, Minority, Opinion, Reply, Story, Verdict};
use crate::deliberation::rule::Rule;
use crate::deliberation::sheet::Source;
use crate::deliberation::wrong::{Found, What};

/// What an agreement is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Agreeing<'a> {
    /// What minorities say.
    pub minority: Option<Source<'a>>,
    /// Stories.
    pub stories: Option<Source<'a>>,
    /// Why it replaces the one before.
    pub because: Option<&'a str>,
    /// The day.
    pub date: &'a str,
}

/// An agreement.
pub struct Agreement {
    /// The act; none where it is only looked at.
    pub act: Option<Act>,
    /// What was adopted.
    pub agreed: Vec<Agreed>,
    /// What minorities say.
    pub minority: Vec<Minority>,
    /// Stories.
    pub stories: Vec<Story>,
    /// Every option that was counted; none where it is only looked at.
    pub options: Vec<Choice>,
    /// The rule of every ballot that was counted; the same.
    pub rules: Vec<Rule>,
    /// What somebody should look at.
    pub found: Found,
}

/// Whom somebody asked besides the panel.
#[derive(Clone, Copy, Debug)]
pub struct Consulting<'a> {
    /// The ballot whose options people were asked about.
    pub about: &'a str,
    /// How many said something of each option.
    pub counts: Source<'a>,
    /// How they were asked; without it, as the charter announces.
    pub how: Option<&'a str>,
    /// How many took part.
    pub participants: u64,
    /// From when; without it, the charter's day.
    pub from: Option<&'a str>,
    /// Until when; without it, the charter's day.
    pub until: Option<&'a str>,
    /// The day.
    pub date: &'a str,
}

/// What people said who chose to take part, beside the vote.
pub struct Asked {
    /// The act.
    pub act: Act,
    /// What they said.
    pub opinions: Vec<Opinion>,
    /// What the panel said of the same options, if that was counted.
    pub verdicts: Vec<Verdict>,
    /// How many took part.
    pub participants: u64,
    /// What somebody should look at.
    pub found: Found,
}

/// Replies and the log.
#[derive(Clone, Copy, Debug, Default)]
pub struct Following<'a> {
    /// Replies.
    pub replies: Option<Source<'a>>,
    /// Objections, incidents, complaints.
    pub log: Option<Source<'a>>,
    /// When the agreement was handed over.
    pub handed: Option<&'a str>,
    /// Within what term replies are due; without it, the charter's.
    pub term: Option<&'a str>,
    /// Who replies; without it, as in the charter.
    pub by: Option<&'a str>,
    /// The day.
    pub date: &'a str,
}

/// How replies and the log stand.
pub struct Followed {
    /// What the assembly is called, where its charter says so.
    pub title: Option<String>,
    /// The frame of people who registered themselves, where the panel was drawn from one.
    pub registered: Option<String>,
    /// The act; none where it is only looked at.
    pub act: Option<Act>,
    /// What was adopted.
    pub agreed: Vec<Agreed>,
    /// When replies are due, and who gives them.
    pub due: Option<Due>,
    /// Every adopted option with its reply or without one, and how it stands on the day.
    pub replies: Vec<(Reply, State)>,
    /// The log.
    pub log: Vec<Entry>,
    /// What somebody should look at.
    pub found: Found,
}

impl Followed {
    /// Whether a reply came late, or has not come and is late.
    pub fn is_late(&self) -> bool {
        self.replies.iter().any(|(_, state)| state.late().is_some())
    }
}

impl Deliberating<'_> {
    /// The options of all ballots that were counted, each with how many people are on the roll; those that are not decided are told.
    fn counted_options(&self, found: &mut Found) -> Result<Vec<(Choice, u64)>, Refusal> {
        let mut options = Vec::new();
        for ballot in self.ballots()? {
            let Some(result) = self.result(&ballot)? else { continue };
            for (option, verdict) in ballot.options.iter().zip(&result.verdicts) {
                if matches!(verdict.class, Class::Undecided | Class::Tied) {
                    let (name, option) = (ballot.rule.name.clone(), option.option.clone());
                    found.push(What::OpenOption { name, option }, Place::default());
                }
            }
            let members = ballot.roll.members();
            options.extend(ballot.options.into_iter().map(|option| (option, members)));
        }
        Ok(options)
    }

    /// What was adopted in all ballots that were counted, and the acts that say so.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn adopted(&self) -> Result<(Vec<Agreed>, Vec<u32>), Refusal> {
        let (mut agreed, mut results) = (Vec::new(), Vec::new());
        for ballot in self.ballots()? {
            let Some(result) = self.result(&ballot)? else { continue };
            results.push(result.act);
            for (option, verdict) in ballot.options.iter().zip(&result.verdicts) {
                if is_adopted(verdict.class) {
                    agreed.push(Agreed {
                        ballot: ballot.rule.name.clone(),
                        option: option.option.clone(),
                        text: option.text.clone(),
                        class: verdict.class,
                        fractions: verdict.fractions.clone(),
                    });
                }
            }
        }
        results.sort_unstable();
        Ok((agreed, results))
    }

    /// Publishes the agreement: what was adopted, in its frozen wording, with what minorities say and stories beside.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn agree(&self, asked: &Agreeing<'_>) -> Result<Agreement, Refusal> {
        let (agreed, results) = self.adopted()?;
        if results.is_empty() {
            return Err(no(What::NothingAdopted));
        }
        let mut found = Found::among(&self.named);
        let options = self.counted_options(&mut found)?;
        let rolls: Vec<(&str, u64)> = options.iter().map(|(it, roll)| (it.option.as_str(), *roll)).collect();
        let names: Vec<&str> = rolls.iter().map(|it| it.0).collect();
        let minority = asked.minority.map_or(Vec::new(), |it| follow::minority(it, &rolls, &mut found));
        let stories = asked.stories.map_or(Vec::new(), |it| follow::stories(it, &names, &mut found));
        let before = self.of(Sort::Agreement).last();
        if let Some(act) = before {
            let earlier: Vec<Minority> = self.rows(act, files::MINORITY)?;
            let statements = earlier.iter().filter(|it| !minority.contains(it)).count() as u64;
            if statements > 0 {
                found.push(What::MinorityGone { act, statements }, Place::default());
            }
        }
        if before.is_none() && asked.because.is_some() {
            found.push(What::ReasonUnused, Place::default());
        }
        let found = sound(found)?;
        if let (Some(act), None) = (before, asked.because) {
            return Err(no(What::NoReason { act: Some(act) }));
        }
        let replaces = before.map(|act| self.reason(asked.because).map(|why| (act, why))).transpose()?;
        let lists = vec![
            terms_of(&AgreementTerms { results }),
            (files::AGREEMENT, acts::table(&agreed)),
            (files::MINORITY, acts::table(&minority)),
            (files::STORIES, acts::table(&stories)),
        ];
        let act = self.publish(Making { sort: Sort::Agreement, date: asked.date, replaces }, lists)?;
        let options = options.into_iter().map(|(option, _)| option).collect();
        let mut rules = Vec::new();
        for ballot in self.ballots()? {
            if self.result(&ballot)?.is_some() {
                rules.push(ballot.rule);
            }
        }
        Ok(Agreement { act: Some(act), agreed, minority, stories, options, rules, found })
    }

    /// The agreement that counts, if there is one.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn agreement(&self) -> Result<Option<(u32, Agreement)>, Refusal> {
        let Some(act) = self.of(Sort::Agreement).last() else { return Ok(None) };
        let agreement = Agreement {
            act: None,
            agreed: self.rows(act, files::AGREEMENT)?,
            minority: self.rows(act, files::MINORITY)?,
            stories: self.rows(act, files::STORIES)?,
            options: Vec::new(),
            rules: Vec::new(),
            found: Found::default(),
        };
        Ok(Some((act, agreement)))
    }

    /// Publishes what people said who chose to take part. It stands beside the vote and never in it.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn consult(&self, asked: &Consulting<'_>) -> Result<Asked, Refusal> {
        let ballot = self.ballot(asked.about)?;
        let mut found = Found::among(&self.named);
        let names: Vec<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
        let opinions = follow::consultation(asked.counts, &names, &mut found);
        let announced = self.charter().and_then(|it| it.consultation);
        let day = |text: Option<&str>, announced: Option<Date>| match text {
            None => announced.ok_or_else(|| no(What::NotAnnounced)),
            Some(text) => Date::read(text).ok_or_else(|| no(What::NotDate { cell: text.to_owned() })),
        };
        let from = day(asked.from, announced.as_ref().map(|it| it.from))?;
        let until = day(asked.until, announced.as_ref().map(|it| it.until))?;
        if until < from {
            found.push(What::Backwards, Place::default());
        }
        let own = Date::read(asked.date).ok_or_else(|| no(What::NotDate { cell: asked.date.to_owned() }))?;
        if until > own {
            found.push(What::ToCome { day: until.to_string(), own: own.to_string() }, Place::default());
        }
        let how = asked.how.or(announced.as_ref().map(|it| it.how.as_str()));
        let how = self.reason(Some(how.ok_or_else(|| no(What::NotAnnounced))?))?;
        // Who is asked for longer, or otherwise, until the answers please, is seen by everybody who checks.
        if let Some(it) = announced.filter(|it| (&it.how, it.from, it.until) != (&how, from, until)) {
            let (from, until) = (it.from.to_string(), it.until.to_string());
            found.push(What::OtherwiseAsked { how: it.how, from, until }, Place::default());
        }
        for opinion in opinions.iter().filter(|it| it.count > asked.participants) {
            let (votes, people) = (opinion.count, asked.participants);
            let what = What::ManyVotes { option: opinion.option.clone(), count: 1, votes, people };
            found.push(what, Place::file(asked.counts.name));
        }
        let found = sound(found)?;
        let terms = ConsultationTerms {
            ballot: ballot.act,
            from: from.to_string(),
            how,
            participants: asked.participants,
            until: until.to_string(),
        };
        let lists = vec![terms_of(&terms), (files::CONSULTATION, acts::table(&opinions))];
        let act =
            self.publish(Making { sort: Sort::Consultation, date: asked.date, replaces: None }, lists)?;
        let verdicts = self.result(&ballot)?.map_or_else(Vec::new, |result| result.verdicts);
        Ok(Asked { act, opinions, verdicts, participants: asked.participants, found })
    }

    /// The reply that the charter promises: in the last of its phases that says so.
    fn promise(&self) -> Option<Promise> {
        self.charter()?.phases.into_iter().rev().find_map(|phase| phase.reply)
    }

    /// The day of the first agreement, also of one that was replaced.
    fn first_agreed(&self) -> Option<Date> {
        self.links.iter().find(|link| link.facts.kind == Sort::Agreement)?.facts.day()
    }

    /// When replies are due: as given now, as published before, or as the charter promises.
    fn due(&self, asked: &Following<'_>, before: Option<&FollowTerms>) -> Result<Option<Due>, Refusal> {
        let promise = self.promise();
        let known = |of: fn(&FollowTerms) -> &Option<String>| before.and_then(|it| of(it).clone());
        let handed = asked.handed.map(str::to_owned).or_else(|| known(|it| &it.handed));
        let Some(handed) = handed else { return Ok(None) };
        let handed = Date::read(&handed).ok_or_else(|| no(What::NotDate { cell: handed }))?;
        let term = match asked.term.map(str::to_owned).or_else(|| known(|it| &it.term)) {
            Some(text) => Some(Term::read(&text).ok_or_else(|| no(What::Term { cell: text }))?),
            None => promise.as_ref().map(|it| it.term),
        };
        if let (Some(term), Some(promise)) = (term, &promise)
            && handed.after(promise.term) < handed.after(term)
        {
            let (term, promised) = (term.to_string(), promise.term.to_string());
            return Err(no(What::LongTerm { term, promised }));
        }
        let by = asked.by.map(str::to_owned).or_else(|| known(|it| &it.by)).or(promise.map(|it| it.by));
        match (term, by) {
            (Some(term), Some(by)) if handed.after(term).is_some() => {
                Ok(Some(Due { handed, term, by: self.reason(Some(&by))? }))
            }
            _ => Err(no(What::NoTerm)),
        }
    }

    /// How replies and the log stand, and what publishes them if there is anything new.
    ///
    /// # Errors
    /// Everything that is wrong; something that was published is not there any more.
    pub fn follow(&self, asked: &Following<'_>) -> Result<Followed, Refusal> {
        let last = self.of(Sort::Follow).last();
        let before: Option<FollowTerms> = last.map(|act| self.terms(act)).transpose()?;
        let (mut published, mut old_replies) = (Published::default(), Vec::<Reply>::new());
        for (act, link) in self.standing().into_iter().filter(|(_, link)| link.facts.kind == Sort::Follow) {
            old_replies = self.rows(act, files::REPLIES)?;
            let day =
                link.facts.day().ok_or_else(|| Refusal::Damaged { file: ACTS.path(act, files::ACT) })?;
            published.add(&old_replies, day);
        }
        let old_log: Vec<Entry> = last.map_or(Ok(Vec::new()), |act| self.rows(act, files::LOG))?;
        let today =
            Date::read(asked.date).ok_or_else(|| no(What::NotDate { cell: asked.date.to_owned() }))?;
        let agreement = self.agreement()?;
        let due = self.due(asked, before.as_ref())?;
        let mut found = Found::among(&self.named);
        if let Some(due) = due.as_ref().filter(|due| due.handed > today) {
            found
                .push(What::ToCome { day: due.handed.to_string(), own: today.to_string() }, Place::default());
        }
        // Nothing is handed over, or replied to, before anything was agreed on.
        let agreed_on = self.first_agreed();
        let early = |day: &Date| agreed_on.is_some_and(|first| *day < first);
        let too_early = |day: Date| What::BeforeAgreed {
            day: day.to_string(),
            agreed: agreed_on.map_or_else(String::new, |it| it.to_string()),
        };
        if let Some(handed) = due.as_ref().map(|due| due.handed).filter(early) {
            found.push(too_early(handed), Place::default());
        }
        let agreements = self.links.iter().filter(|link| link.facts.kind == Sort::Agreement);
        let agreements = agreements.filter_map(|link| link.facts.day());
        if let Some(handed) = due.as_ref().filter(|_| asked.handed.is_some()).map(|due| due.handed)
            && let Some((agreed, days)) = follow::handed_late(handed, agreements)
        {
            found.push(What::HandedLate { agreed, days }, Place::default());
        }
        if let (Some(due), Some(promise)) = (&due, self.promise())
            && due.by != promise.by
        {
            found.push(What::OtherBy { by: due.by.clone(), promised: promise.by }, Place::default());
        }
        // A count that came after the agreement may have adopted something that it does not have.
        if let Some((act, _)) = &agreement
            && self.terms::<AgreementTerms>(*act)?.results != self.adopted()?.1
        {
            found.push(What::OldAgreement { act: *act }, Place::default());
        }
        let ballots = self.ballots()?;
        let options: Vec<&str> =
            ballots.iter().flat_map(|it| &it.options).map(|it| it.option.as_str()).collect();
        let replies = match (&agreement, &due, asked.replies) {
            (Some((_, it)), Some(due), source) if source.is_some() || old_replies.is_empty() => {
                follow::replies(source, (&it.agreed, &options), due, &mut found)
            }
            (None, _, Some(_)) => return Err(no(What::NoAgreement)),
            (Some(_), None, Some(_)) => return Err(no(What::NoTerm)),
            _ => old_replies.clone(),
        };
        let log = asked.log.map_or_else(|| old_log.clone(), |source| follow::log(source, &mut found));
        let file = |source: Option<Source<'_>>| source.map_or_else(Place::default, |it| Place::file(it.name));
        let mut now = published.clone();
        now.add(&replies, today);
        for reply in &replies {
            if let (Some(act), Some(day)) = (published.backdated(reply), reply.date) {
                let (option, day, act) = (reply.option.clone(), day.to_string(), act.to_string());
                found.push(What::Backdated { option, day, act }, file(asked.replies));
            }
            let days = now.again(&reply.option);
            if let Some(days) = days.filter(|_| days != published.again(&reply.option)) {
                let (option, times) = (reply.option.clone(), days.len() as u64);
                let day = days.last().map_or_else(String::new, Date::to_string);
                found.push(What::PutOffAgain { option, times, day }, file(asked.replies));
            }
            if let Some(day) = reply.date.filter(|day| *day > today) {
                found
                    .push(What::ToCome { day: day.to_string(), own: today.to_string() }, file(asked.replies));
            }
            if let Some(day) = reply.date.filter(early) {
                found.push(too_early(day), file(asked.replies));
            }
            if let Some((option, day)) = follow::far_off(reply, today) {
                found.push(What::FarOff { option, day }, file(asked.replies));
            }
        }
        for (at, entry) in log.iter().enumerate() {
            let place = || if asked.log.is_some() { file(asked.log).row(at + 2) } else { Place::default() };
            for day in [Some(entry.date), entry.decided].into_iter().flatten().filter(|day| *day > today) {
                found.push(What::ToCome { day: day.to_string(), own: today.to_string() }, place());
            }
            if let Some(decided) = entry.decided.filter(|day| *day < entry.date) {
                let (day, decided) = (entry.date.to_string(), decided.to_string());
                found.push(What::DecidedBefore { decided, day }, place());
            }
        }
        if let (Some(old), Some(due)) = (old_replies.first(), &due)
            && old.due != due.day()
            && !found.stop()
        {
            let (before, now) = (old.due.to_string(), due.day().to_string());
            found.push(What::DueMoved { before, now }, Place::default());
        }
        if let (Some(act), false) = (last, found.stop()) {
            if let Some(at) = follow::lost_reply(&old_replies, &replies) {
                found.push(What::Lost { row: at as u32 + 2, act }, file(asked.replies));
            }
            // What an agreement in between did not have was replied to all the same.
            let is_gone = |it: &Reply| old_replies.iter().all(|old| old.option != it.option);
            let gone: Vec<Reply> = published.to(&replies).into_iter().filter(is_gone).collect();
            if let Some(at) = follow::lost_reply(&gone, &replies) {
                found.push(What::OtherReply { option: gone[at].option.clone() }, file(asked.replies));
            }
            if let Some(at) = follow::lost_entry(&old_log, &log) {
                found.push(What::Lost { row: at as u32 + 2, act }, file(asked.log));
            }
        }
        let mut found = sound(found)?;
        let terms = FollowTerms {
            agreement: agreement.as_ref().map(|it| it.0),
            by: due.as_ref().map(|it| it.by.clone()),
            handed: due.as_ref().map(|it| it.handed.to_string()),
            term: due.as_ref().map(|it| it.term.to_string()),
        };
        // Also where replies are due on the same day.
        if let Some([handed, term, by]) =
            before.as_ref().and_then(FollowTerms::said).filter(|it| Some(*it) != terms.said())
        {
            let [handed, term, by] = [handed, term, by].map(str::to_owned);
            found.push(What::OtherTerms { handed, term, by }, Place::default());
        }
        let is_new = (replies != old_replies || log != old_log || before.as_ref() != Some(&terms))
            && (last.is_some() || !replies.is_empty() || !log.is_empty());
        let act = match is_new {
            false => None,
            true => {
                let lists = vec![
                    terms_of(&terms),
                    (files::REPLIES, acts::table(&replies)),
                    (files::LOG, acts::table(&log)),
                ];
                Some(self.publish(Making { sort: Sort::Follow, date: asked.date, replaces: None }, lists)?)
            }
        };
        let agreed = agreement.map_or_else(Vec::new, |it| it.1.agreed);
        let replies = replies.into_iter().map(|reply| {
            let state = follow::state(&reply, &now, today);
            (reply, state)
        });
        let (title, registered, replies) = (self.title(), self.registered(), replies.collect());
        Ok(Followed { act, title, registered, agreed, due, replies, log, found })
    }
}
