//! `geloot draw --supplement`: a new lottery for the seats that no reserve can take. Imports `pool`,
//! `bundle`, `io`, `words` and its siblings.

use super::dossier::{Dossier, damaged, read_folder};
use super::exit::{Exit, Halt};
use super::freezing::{Making, make};
use super::lottery_report as report;
use super::roster::{self, Prepared};
use super::sources::refused;
use super::talk::Talk;
use crate::base::fault::Faults;
use crate::bundle::about::Continues;
use crate::bundle::{clerk, conduct, files, form, household, sealed, tables};
use crate::io::NewFolder;
use crate::lottery::solve::Objective;
use crate::panel::roster::Status;
use crate::pool::{self, Rule, Rules, Source};
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
}

/// Runs the command.
pub fn run(asked: &Asked<'_>, talk: &Talk) -> Result<Exit, Halt> {
    let folder = read_folder(asked.dir)?;
    super::verify::refuse_changed(&folder, asked.dir)?;
    let dossier = Dossier::of(asked.dir, folder)?;
    let out = NewFolder::begin(asked.out)?;
    let rules = conduct::frame(&dossier.public).rules();
    let made = dossier.draws()?;
    let replayed = roster::replay(&dossier, &made, &rules, asked.events, talk)?;
    let (standing, about) = (&replayed.roster, &dossier.public.about);
    let vacant = standing.balance().vacant();
    if vacant == 0 {
        return Err(refused("T-21", "No seat is empty.", "There is nothing to draw."));
    }
    if standing.next().is_some() {
        return Err(refused(
            "T-22",
            "There are reserves who can take an empty seat, and it is their turn.",
            "Call them first: \"geloot roster\" says whom.",
        ));
    }
    if about.confirmed.is_some() && about.household.is_some() {
        return Err(refused(
            "T-23",
            "A second supplement with a household rule cannot be made by this command yet.",
            "Make it with \"geloot lottery --include --exclude\", with everybody who has a seat.",
        ));
    }
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
    let prepared = roster::prepare(&replayed, asked.events)?;
    let continues = Continues {
        commitment: dossier.public.commitment.digest().to_string(),
        record: replayed.digest.to_string(),
        roster: prepared.digest.to_string(),
    };
    let broken = || damaged(&dossier.path, "sealed/key.txt");
    let key = dossier.folder.get(&format!("{}{}", files::SEALED, files::KEY)).ok_or_else(broken)?;
    let tickets = asked.tickets.unwrap_or(about.tickets);
    let charter = asked.charter.map(|path| super::charter::read(path, tickets)).transpose()?;
    let making = Making {
        objective: Objective::of_word(&about.objective).unwrap_or(Objective::Leximin),
        tickets,
        charter: charter.map(|supplied| super::charter::unknown_yet(supplied, false)).transpose()?,
        key: Some(sealed::read_key(key).ok_or_else(broken)?),
        detail: about.detail,
        continues: Some(continues),
    };

    let heading = id_heading(&dossier);
    let list = |ground: bool, wanted: &dyn Fn(Status) -> bool| {
        let people = standing.status().iter().enumerate().filter(|&(_, &status)| wanted(status));
        let row = |(i, status): (usize, &Status)| {
            let id = dossier.codes[replayed.by_id[i]].0.clone();
            std::iter::once(id).chain(ground.then(|| roster::word(*status).to_owned())).collect::<Vec<_>>()
        };
        let header = std::iter::once(heading.clone()).chain(ground.then(|| "ground".to_owned())).collect();
        (people.clone().next().is_some(), form::table(std::iter::once(header).chain(people.map(row))))
    };
    let (some_in, include) = list(false, &Status::is_in);
    let (some_out, exclude) = list(true, &|status| !status.is_in() && status != Status::Waiting);
    let quotas = tables::quotas(&household::without(&dossier.public.quotas, about.household.as_ref()));
    let everybody = everybody(&dossier);
    let rule = about.household.as_ref();
    let rules = Rules {
        household: rule.map(|rule| Rule { columns: &rule.columns, per: rule.per }),
        exclude: some_out.then_some(Source { name: "those who are out", bytes: &exclude }),
        include: some_in.then_some(Source { name: "those who are in", bytes: &include }),
    };
    let mut faults = Faults::new();
    let pool = pool::read_with(
        Source { name: "the pool of the lottery", bytes: &everybody },
        Source { name: "its quotas", bytes: &quotas },
        about.seats,
        Some(&heading),
        &rules,
        &mut faults,
    );
    let Some(pool) = pool.filter(|_| !faults.stop()) else { return Err(Halt::Faults(faults)) };
    let made = make(&pool, making, talk)?;
    Prepared::write(&prepared, &dossier)?;
    for (name, bytes) in &made.frozen.folder {
        out.add(name, bytes)?;
    }
    out.finish()?;
    talk.show(&format!(
        "A supplementary lottery for {}, after draw {} of {}: {} who are in keep their seats, {} who are out are \
         not drawn again.\n",
        en::seats(vacant.into()),
        replayed.drawn.record.draw,
        quoted(&asked.dir.to_string_lossy()),
        en::people(standing.balance().seated().into()),
        en::people(standing.status().iter().filter(|s| !s.is_in() && **s != Status::Waiting).count() as u64),
    ))?;
    talk.show(&report::text(&pool, &made))?;
    talk.show(&report::next(pool.quotas(), &made, asked.out))?;
    talk.show(&format!(
        "The events are published in public/rosters/{} of the first lottery. Both together are checked with\n  \
         geloot verify {} --continues {}\n",
        prepared.number,
        crate::words::shown(&asked.out.to_string_lossy()),
        crate::words::shown(&asked.dir.to_string_lossy()),
    ))?;
    talk.json(&report::json(&pool, &made, &faults))?;
    Ok(Exit::Done)
}

/// The heading of the column with ids; where row numbers served as ids, one of ours.
fn id_heading(dossier: &Dossier) -> String {
    match id_column(dossier) {
        Some(column) => dossier.pool.headings()[column].clone(),
        None => "row number".to_owned(),
    }
}

fn id_column(dossier: &Dossier) -> Option<usize> {
    let pool = &dossier.pool;
    let same = |&c: &usize| (0..pool.len()).all(|i| pool.cell(i, c).trim() == pool.id(i));
    dossier.columns.iter().copied().find(same)
}

/// The pool as the clerk supplied it, with a column for ids.
fn everybody(dossier: &Dossier) -> Vec<u8> {
    let (pool, columns) = (&dossier.pool, &dossier.columns);
    if id_column(dossier).is_some() {
        return clerk::list(pool, columns, false, |_| true);
    }
    let header = std::iter::once("row number").chain(columns.iter().map(|&c| pool.headings()[c].as_str()));
    let row = |i: usize| std::iter::once(pool.id(i)).chain(columns.iter().map(move |&c| pool.cell(i, c)));
    let rows = (0..pool.len()).map(|i| row(i).collect::<Vec<_>>());
    form::table(std::iter::once(header.collect::<Vec<_>>()).chain(rows))
}
