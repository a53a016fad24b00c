//! `geloot draw --supplement`: a new lottery for the seats that no reserve can take. Imports `pool`,
//! `bundle`, `lottery`, `io`, `words` and its siblings.

use super::clash;
use super::continued::Continuing;
use super::dossier::{Dossier, damaged, line_of, read_folder};
use super::earlier::{Earlier, features};
use super::exit::{Exit, Halt};
use super::freezing::{Making, make};
use super::lottery_report as report;
use super::roster::{self, Prepared, Replayed};
use super::sources::refused;
use super::talk::Talk;
use crate::base::fault::{Blame, Faults};
use crate::base::text::fold_heading;
use crate::bundle::about::Continues;
use crate::bundle::{files, form, household, public, sealed, tables};
use crate::io::{self, NewFolder};
use crate::lottery::solve::{self, No, Objective, Repair};
use crate::panel::roster::{Roster, Status};
use crate::pool::{self, Pool, Rule, Rules, Source};
use crate::quotas::Quotas;
use crate::words::catalogue::Lang;
use crate::words::clash as words;
use crate::words::{en, number, quoted};
use std::path::{Path, PathBuf};

/// What a supplement needs.
pub struct Asked<'a> {
    /// The folder of the lottery.
    pub dir: &'a Path,
    /// The events.
    pub events: &'a Path,
    /// The folder to make.
    pub out: &'a Path,
    /// The charter of the new lottery.
    pub charter: Option<&'a PathBuf>,
    /// Tickets, if other than in the first lottery.
    pub tickets: Option<u64>,
    /// Looser quotas of the whole panel.
    pub quotas: Option<&'a PathBuf>,
    /// The repair to make, from 1.
    pub repair: Option<u8>,
    /// Whether repairs go beyond flexible bounds.
    pub beyond_flex: bool,
    /// Why reserves whose turn it is are not called.
    pub pass_over: Option<String>,
    /// Why the supplement made before is replaced.
    pub replace: Option<String>,
}

/// Runs the command.
pub fn run(asked: &Asked<'_>, talk: &Talk) -> Result<Exit, Halt> {
    let folder = read_folder(asked.dir)?;
    super::verify::refuse_changed(talk.lang(), &folder, asked.dir)?;
    let dossier = Dossier::of(asked.dir, folder)?;
    let mut continuing = Continuing::of(&dossier, asked.replace.clone())?;
    // Unless this very command made it when it was stopped.
    let there = line_of(asked.out).is_some_and(|line| continuing.is_last(&line));
    let out = if there { None } else { Some(NewFolder::begin(asked.out)?) };
    let whole = dossier.whole()?;
    let made = dossier.draws()?;
    let replayed = match roster::replay(&dossier, &made, &whole, asked.events, talk) {
        // A list that goes on with people of the supplement is no list of this lottery.
        Err(Halt::Faults(_) | Halt::Said(..) | Halt::Refused(_)) if continuing.only_again() => {
            return Err(continuing.refusal(&dossier));
        }
        other => other?,
    };
    let prepared = roster::prepare(&replayed, asked.events)?;
    continuing.admit(&dossier, &replayed.digest.to_string(), &prepared.digest.to_string(), there)?;
    if there && !continuing.only_again() {
        NewFolder::begin(asked.out)?;
    }
    let (standing, about) = (&replayed.roster, &dossier.public.about);
    let vacant = standing.balance().vacant();
    if vacant == 0 {
        return Err(refused("T-21", "No seat is empty.", "There is nothing to draw."));
    }
    turn(talk.lang(), &dossier, &replayed, asked)?;
    let unanswered = standing.status().iter().filter(|&&s| s == Status::Asked).count();
    if unanswered > 0 {
        talk.say(&format!(
            "Note. {} not answered yet. Their seats are not drawn again.\n",
            match unanswered {
                1 => "1 person has".to_owned(),
                n => format!("{} people have", number(n as u64)),
            }
        ));
    }
    let key = dossier.folder.get(&format!("{}{}", files::SEALED, files::KEY));
    let key = key.and_then(|bytes| sealed::read_key(bytes));
    let key = key.ok_or_else(|| damaged(&dossier.path, "sealed/key.txt"))?;
    let left = Left::of(&dossier, &replayed, standing)?;
    let (pool, loosened) = left.pool(asked, talk)?;
    let continues = Continues {
        commitment: dossier.public.commitment.digest().to_string(),
        continued: Some(continuing.number()),
        loosened,
        passed_over: asked.pass_over.clone(),
        record: replayed.digest.to_string(),
        roster: prepared.digest.to_string(),
    };
    let tickets = asked.tickets.unwrap_or(about.tickets);
    let charter = asked.charter.map(|path| super::charter::read(path, tickets)).transpose()?;
    let making = Making {
        objective: Objective::of_word(&about.objective).unwrap_or(Objective::Leximin),
        tickets,
        charter: charter.map(|supplied| super::charter::unknown_yet(supplied, false, talk)).transpose()?,
        key: Some(key),
        detail: about.detail,
        continues: Some(continues.clone()),
    };
    let made = make(&pool, making, talk)?;
    let line = made.frozen.commitment.digest().to_string();
    let named = continuing.facts(&dossier, &continues, &line)?;
    if let Some(out) = out {
        if let Some(copy) = continuing.again() {
            talk.warn(&copy);
        }
        for (name, bytes) in &made.frozen.folder {
            out.add(name, bytes)?;
        }
        // The first lottery remembers it before it is there: the same command makes the same one again.
        Prepared::write(&prepared, &dossier)?;
        if let Some(facts) = &named {
            super::continued::write(&dossier.path, facts)?;
        }
        out.finish()?;
    } else {
        talk.say("Note. This supplement was made before, with the same files. It is whole; nothing was made now.\n");
    }
    talk.show(&format!(
        "A supplementary lottery for {}, after draw {} of {}: {} who are in keep their seats, {} who are out are \
         not drawn again.\n",
        en::seats(vacant.into()),
        replayed.drawn.record.draw,
        quoted(&asked.dir.to_string_lossy()),
        en::people(standing.balance().seated().into()),
        en::people(standing.status().iter().filter(|s| !s.is_in() && **s != Status::Waiting).count() as u64),
    ))?;
    if loosened {
        talk.show(&format!(
            "Its quotas are looser than those before; the record says so, and \"geloot verify\" shows it:\n  {}\n",
            words::sizes(talk.lang(), &left.quotas, pool.asked()).join("\n  ")
        ))?;
    }
    talk.show(&report::text(talk.lang(), &pool, &made))?;
    talk.show(&report::next(talk.lang(), pool.quotas(), &made, asked.out))?;
    talk.show(&format!(
        "The events are published in public/rosters/{} of the lottery before, and public/continued/{} there names this \
         supplement.\nWhoever leaves from now on, of the earlier panel too, is put down in a new list of events, for\n  \
         geloot roster {} --events NEW-EVENTS.csv\n\
         Both lotteries together are checked with\n  geloot verify {} --continues {}\n",
        prepared.number,
        continuing.number(),
        crate::words::shown(&asked.out.to_string_lossy()),
        crate::words::shown(&asked.out.to_string_lossy()),
        crate::words::shown(&asked.dir.to_string_lossy()),
    ))?;
    talk.json(&report::json(talk.lang(), &pool, &made, &Faults::new()))?;
    Ok(Exit::Done)
}

/// Refuses while a reserve can take a seat; unless calling them would break quotas, and the clerk says why they are
/// passed over.
fn turn(lang: Lang, dossier: &Dossier, replayed: &Replayed<'_>, asked: &Asked<'_>) -> Result<(), Halt> {
    let standing = &replayed.roster;
    if standing.next().is_none() {
        return match asked.pass_over {
            None => Ok(()),
            Some(_) => Err(refused(
                "T-29",
                "It is no reserve's turn to be called, so nobody is passed over.",
                "Leave out --pass-over-reserves.",
            )),
        };
    }
    let filled = standing.filled();
    // With all seats filled the counts tell; with some empty, whether anybody can fill them does.
    let breaks = match filled.balance().vacant() {
        0 => !filled.balance().kept(),
        _ => Left::of(dossier, replayed, &filled)?.fits(lang)? == Some(false),
    };
    match (&asked.pass_over, breaks) {
        (Some(_), true) => return Ok(()),
        (Some(_), false) => {
            return Err(refused(
                "T-29",
                "The reserves whose turn it is can take the seats without breaking a quota, so they are called.",
                "Leave out --pass-over-reserves, and call them: \"geloot roster\" says whom.",
            ));
        }
        (None, _) => {}
    }
    let mut details = vec!["Call them first: \"geloot roster\" says whom.".to_owned()];
    let better = breaks && Left::of(dossier, replayed, standing)?.fits(lang)? == Some(true);
    if breaks && !better {
        details.push("Not all quotas can be kept then, but a supplement of everybody who is left could not keep them all either.".to_owned());
    }
    if better {
        let broken = replayed.broken(lang, &filled);
        match broken.is_empty() {
            true => details.push(
                "But when they have their seats, nobody who is left can fill the others and keep all quotas."
                    .to_owned(),
            ),
            false => {
                details.push("But when all have said yes, these quotas are not kept:".to_owned());
                details.extend(broken.iter().map(|line| format!("  {line}")));
            }
        }
        details.push("A supplement from everybody who is left, waiting reserves among them, could keep all quotas. It is for you to choose: --pass-over-reserves \"REASON\" makes it. The reason stays in the record, and \"geloot verify\" shows it.".to_owned());
    }
    details.push("Nothing was drawn and no file was changed.".to_owned());
    let details: Vec<&str> = details.iter().map(String::as_str).collect();
    let wrong = "There are reserves who can take an empty seat, and it is their turn.";
    Err(Halt::said(Exit::Input, "T-22", wrong, &details))
}

/// What a draw and its events leave, as files that a lottery is made from.
#[derive(Clone)]
struct Left<'a> {
    heading: String,
    everybody: Vec<u8>,
    include: Option<Vec<u8>>,
    exclude: Option<Vec<u8>>,
    /// The quotas and seats of the whole panel.
    quotas: Quotas,
    seats: u32,
    household: Option<&'a household::Household>,
}

impl<'a> Left<'a> {
    /// When people stand as in `standing`.
    fn of(dossier: &'a Dossier, replayed: &Replayed<'_>, standing: &Roster<'_>) -> Result<Self, Halt> {
        let about = &dossier.public.about;
        let rule = about.household.as_ref();
        let heading = id_heading(dossier);
        let people = |wanted: &dyn Fn(Status) -> bool| -> Vec<(usize, Status)> {
            let all = standing.status().iter().enumerate();
            all.filter(|(_, status)| wanted(**status)).map(|(i, s)| (i, *s)).collect()
        };
        let id = |i: usize| replayed.id(i).to_owned();
        let table = |header: Vec<String>, rows: Vec<Vec<String>>| {
            (!rows.is_empty()).then(|| form::table(std::iter::once(header).chain(rows)))
        };
        let out = people(&|status| !status.is_in() && status != Status::Waiting);
        // Whoever had a seat and left it is in no pool: put there, to be excluded with the ground.
        let gone: Vec<&Earlier> = out.iter().filter_map(|(i, _)| replayed.earlier(*i)).collect();
        let out = out.into_iter().map(|(i, status)| vec![id(i), status.word().to_owned()]);
        let exclude = table(vec![heading.clone(), "ground".to_owned()], out.collect());
        let stay = people(&Status::is_in);
        let (mut quotas, mut seats) = (dossier.public.quotas.clone(), about.seats);
        let include = match about.confirmed {
            None => table(vec![heading.clone()], stay.into_iter().map(|(i, _)| vec![id(i)]).collect()),
            // Those who had a seat before that lottery are in no pool: they come with all that counts.
            Some(whole) => {
                seats = whole.seats;
                let broken = |file: &str| damaged(&dossier.path, &format!("{}{file}", files::PUBLIC));
                let asked = public::file(&dossier.folder, files::ASKED).ok();
                let asked = asked.and_then(|bytes| tables::read_quotas(bytes).ok());
                quotas = asked.ok_or_else(|| broken(files::ASKED))?;
                let row = |(i, _): (usize, Status)| match replayed.earlier(i) {
                    Some(person) => {
                        let id = std::iter::once(&person.id);
                        id.chain(&person.values).chain(&person.address).cloned().collect()
                    }
                    None => described(dossier, replayed.by_id[i]),
                };
                let rows = stay.into_iter().map(row).collect();
                let features = quotas.features.iter().map(|f| f.name.clone());
                let address = rule.iter().flat_map(|rule| rule.columns.clone());
                table(std::iter::once(heading.clone()).chain(features).chain(address).collect(), rows)
            }
        };
        let quotas = household::without(&quotas, rule);
        Ok(Self {
            everybody: everybody(dossier, &gone),
            heading,
            include,
            exclude,
            quotas,
            seats,
            household: rule,
        })
    }

    /// The pool under these quotas of the whole panel.
    fn read(&self, name: &str, quotas: &[u8], faults: &mut Faults) -> Option<Pool> {
        let rules = Rules {
            household: self.household.map(|rule| Rule { columns: &rule.columns, per: rule.per }),
            exclude: self.exclude.as_deref().map(|bytes| Source { name: "those who are out", bytes }),
            include: self.include.as_deref().map(|bytes| Source { name: "those who are in", bytes }),
            ..Rules::default()
        };
        // A table without a line is what a plain lot asks.
        let plain = tables::read_quotas(quotas).is_ok_and(|quotas| quotas.features.is_empty());
        pool::read_with(
            Source { name: "the pool of the lottery", bytes: &self.everybody },
            (!plain).then_some(Source { name, bytes: quotas }),
            self.seats,
            Some(&self.heading),
            &rules,
            faults,
        )
    }

    fn with(&self, quotas: &Quotas, faults: &mut Faults) -> Option<Pool> {
        self.read("its quotas", &tables::quotas(quotas), faults)
    }

    /// Whether somebody can fill the seats and keep all quotas; `None` where that is not settled.
    fn fits(&self, lang: Lang) -> Result<Option<bool>, Halt> {
        let mut faults = Faults::new();
        match self.with(&self.quotas, &mut faults) {
            Some(pool) if !faults.stop() => {
                let profiles = pool.profiles();
                match solve::feasible(&profiles.problem) {
                    Ok(_) => Ok(Some(true)),
                    Err(No::Infeasible(_)) => Ok(Some(false)),
                    Err(No::Undecided) => Ok(None),
                    Err(no) => Err(clash::refusal(lang, &pool, &profiles, &no)),
                }
            }
            _ => Ok(Some(false)),
        }
    }

    /// The pool to draw from, and whether quotas were loosened for it.
    fn pool(&self, asked: &Asked<'_>, talk: &Talk) -> Result<(Pool, bool), Halt> {
        let mut faults = Faults::new();
        let first = self.with(&self.quotas, &mut faults);
        let fits = match &first {
            Some(pool) if !faults.stop() => match solve::feasible(&pool.profiles().problem) {
                Ok(_) => true,
                Err(No::Infeasible(_)) => false,
                Err(no) => return Err(clash::refusal(talk.lang(), pool, &pool.profiles(), &no)),
            },
            _ => false,
        };
        if faults.blame() == Some(Blame::Input) {
            return Err(Halt::Faults(faults));
        }
        if asked.quotas.is_some() && asked.repair.is_some() {
            return Err(refused(
                "T-24",
                "--quotas gives the quotas to go by, and --repair changes others: only one of the two can hold.",
                "Leave out one of them.",
            ));
        }
        let mended = match (asked.quotas, asked.repair) {
            _ if fits && (asked.quotas.is_some() || asked.repair.is_some()) => {
                return Err(refused(
                    "T-24",
                    "The quotas that are left can be met, so there is nothing to loosen.",
                    "Leave out --quotas and --repair.",
                ));
            }
            (None, None) => None,
            (Some(path), _) => Some(self.supplied(path, asked.beyond_flex, talk)?),
            (None, Some(n)) => {
                let ways = self.ways(talk.lang(), asked.beyond_flex)?;
                if ways.list.is_empty() {
                    return Err(self.refusal(talk.lang(), asked.beyond_flex)?);
                }
                let found = ways.list.into_iter().nth(usize::from(n) - 1).map(|way| way.0);
                Some(found.ok_or_else(|| {
                    refused(
                        "T-26",
                        &format!("There is no repair {n}."),
                        "Give the command without --repair to see what there is.",
                    )
                })?)
            }
        };
        match (mended, first) {
            (None, Some(pool)) if fits => Ok((pool, false)),
            (None, _) => Err(self.refusal(talk.lang(), asked.beyond_flex)?),
            (Some(quotas), _) => {
                let mut faults = Faults::new();
                let pool = self.with(&quotas, &mut faults).filter(|_| !faults.stop());
                Ok((pool.ok_or(Halt::Faults(faults))?, true))
            }
        }
    }

    /// Quotas of the whole panel from a file, no stricter than those before, that can be met.
    fn supplied(&self, path: &Path, beyond_flex: bool, talk: &Talk) -> Result<Quotas, Halt> {
        let (name, bytes) = (path.to_string_lossy(), io::read(path)?);
        let mut faults = Faults::new();
        let pool = self.read(&name, &bytes, &mut faults);
        let Some(pool) = pool.filter(|_| faults.blame() != Some(Blame::Input)) else {
            return Err(Halt::Faults(faults));
        };
        if !pool.asked().loosens(&self.quotas) {
            return Err(refused(
                "T-25",
                &format!(
                    "{} is not the quotas of the first lottery with some of them loosened.",
                    quoted(&name)
                ),
                "It must have the same features and values, no minimum higher and no maximum lower. Start from a copy of public/asked.csv or public/quotas.csv.",
            ));
        }
        let quotas = pool.asked().clone();
        if faults.stop() || matches!(solve::feasible(&pool.profiles().problem), Err(No::Infeasible(_))) {
            return Err(Self { quotas, ..self.clone() }.refusal(talk.lang(), beyond_flex)?);
        }
        talk.faults(&faults);
        Ok(quotas)
    }

    /// The cheapest loosened quotas of the whole panel: maximums that the people who are in are beyond, and then
    /// what a repair changes.
    fn ways(&self, lang: Lang, beyond_flex: bool) -> Result<Ways, Halt> {
        let mut faults = Faults::new();
        let pool = self.with(&self.quotas, &mut faults).ok_or(Halt::Faults(faults))?;
        let quotas = clash::raised(&pool, &self.quotas);
        let beyond = words::differences(lang, &self.quotas, &quotas);
        let mut faults = Faults::new();
        let pool = self.with(&quotas, &mut faults).ok_or(Halt::Faults(faults))?;
        let profiles = pool.profiles();
        Ok(match solve::feasible(&profiles.problem) {
            Ok(_) => Ways {
                beyond,
                clash: Vec::new(),
                list: vec![(quotas.clone(), None)],
                nothing: String::new(),
                raised: quotas,
            },
            Err(No::Infeasible(clash)) => {
                let found = clash::cheapest(&pool, &profiles, clash::NAMED, !beyond_flex);
                let choice = |choice| words::choice(lang, choice, pool.len() as u64, pool.seats());
                let way = |r: &Repair| (clash::changed(&pool, r), r.choice.map(choice));
                let list = found.list.iter().map(way).collect();
                let clash = clash::clash_lines(lang, &pool, &profiles, &clash);
                Ways { beyond, clash, list, nothing: clash::nothing_helps(lang, &pool), raised: quotas }
            }
            Err(no) => return Err(clash::refusal(lang, &pool, &profiles, &no)),
        })
    }

    /// That there is no panel, and what would help.
    fn refusal(&self, lang: Lang, beyond_flex: bool) -> Result<Halt, Halt> {
        let ways = self.ways(lang, beyond_flex)?;
        let mut details = Vec::new();
        if !ways.beyond.is_empty() {
            details.push("More people are in than these maximums allow; they keep their seats:".to_owned());
            details.extend(ways.beyond.iter().map(|line| format!("  {line}")));
        }
        details.extend(ways.clash.iter().cloned());
        if ways.list.is_empty() {
            if self.quotas.flexible() && !beyond_flex {
                details.push("The flexible bounds (min_flex, max_flex) forbid every repair. Give the same command with --beyond-flex to see what would help without them; or with quotas that you loosened yourself: --quotas FILE.".to_owned());
            } else {
                details.push(ways.nothing);
                details.push("A supplement fills all seats. For fewer of them, or with more volunteers, make a new lottery: \"geloot lottery\" with those who are in under --include and those who are out under --exclude.".to_owned());
            }
        } else if ways.clash.is_empty() {
            details.push("With these raised the others can be kept. Give the same command with --repair 1; or with quotas that you loosened yourself: --quotas FILE.".to_owned());
            details.push(RECORDED.to_owned());
        } else {
            let besides = if ways.beyond.is_empty() { "A" } else { "Besides, a" };
            details.push(format!("{besides}ny one of these would do, in quotas of the whole panel:"));
            for (n, (quotas, choice)) in (1..).zip(&ways.list) {
                let changes = words::differences(lang, &ways.raised, quotas);
                let mut lines = changes.into_iter();
                let first = lines.next().unwrap_or_default();
                details.push(format!("  {n}. {first}"));
                details.extend(lines.map(|line| format!("     {line}")));
                details.extend(choice.as_ref().map(|choice| format!("     Then {choice}.")));
            }
            if beyond_flex {
                details.push("These may go beyond the flexible bounds (min_flex, max_flex).".to_owned());
            }
            details.push("Give the same command with --repair 1, or another number; or with quotas that you loosened yourself: --quotas FILE.".to_owned());
            details.push(RECORDED.to_owned());
        }
        details.push("Nothing was drawn and no file was changed.".to_owned());
        let details: Vec<&str> = details.iter().map(String::as_str).collect();
        let wrong = "The people who are left cannot meet the quotas that are left.";
        Ok(Halt::said(Exit::No, "T-23", wrong, &details))
    }
}

const RECORDED: &str = "Either is written in the record, and \"geloot verify\" tells it to everybody.";

/// How quotas that cannot be met could be loosened.
struct Ways {
    /// Maximums that must rise whatever else is done.
    beyond: Vec<String>,
    /// Why that is not enough.
    clash: Vec<String>,
    /// Quotas of the whole panel, the cheapest first, and in words how many people can then be drawn.
    list: Vec<(Quotas, Option<String>)>,
    /// Why no quotas would be enough, where there are none.
    nothing: String,
    /// The quotas with those maximums raised.
    raised: Quotas,
}

/// Somebody of the pool, by index in the order of ids: id, features and address.
fn described(dossier: &Dossier, i: usize) -> Vec<String> {
    let (id, _, profile) = &dossier.codes[i];
    let mut cells = vec![id.clone()];
    cells.extend(features(dossier, &dossier.public.profiles[*profile as usize].values));
    let headings = dossier.pool.headings();
    for heading in dossier.public.about.household.iter().flat_map(|rule| &rule.columns) {
        let exact = headings.iter().position(|other| other == heading);
        let like = || headings.iter().position(|other| fold_heading(other) == fold_heading(heading));
        let column = exact.or_else(like);
        cells.push(column.map_or(String::new(), |column| dossier.pool.cell(i, column).to_owned()));
    }
    cells
}

/// The heading of the column with ids; where row numbers served as ids, one of ours.
fn id_heading(dossier: &Dossier) -> String {
    match dossier.id_column() {
        Some(column) => dossier.pool.headings()[column].clone(),
        None => "row number".to_owned(),
    }
}

/// The pool as the clerk supplied it, with a column for ids, and these people besides.
fn everybody(dossier: &Dossier, besides: &[&Earlier]) -> Vec<u8> {
    let (pool, columns) = (&dossier.pool, &dossier.columns);
    let own_ids = dossier.id_column().is_none();
    let first = |text: &str| own_ids.then(|| text.to_owned()).into_iter();
    let header = first("row number").chain(columns.iter().map(|&c| pool.headings()[c].clone()));
    let row = |i: usize| {
        first(pool.id(i)).chain(columns.iter().map(move |&c| pool.cell(i, c).to_owned())).collect()
    };
    let more = |person: &&Earlier| first(&person.id).chain(dossier.as_row(person)).collect();
    let rows = (0..pool.len()).map(row).chain(besides.iter().map(more));
    form::table(std::iter::once(header.collect::<Vec<String>>()).chain(rows))
}
