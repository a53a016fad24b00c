//! `geloot repair`: the cheapest changes after which the quotas can be met, and one of them written down.
//! Imports `bundle`, `lottery`, `words`, `io` and its siblings.

use super::confirmed_excluded;
use super::conflict::{self, cost, repair_json};
use super::exit::{Exit, Halt, Saved};
use super::inputs::PoolArgs;
use super::talk::Talk;
use crate::base::digest::Digest;
use crate::base::fault::{Blame, Fault, Faults, Grade, Kind};
use crate::bundle::tables;
use crate::io;
use crate::lottery::problem::Panel;
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Clash, Known, No, Outlook, Repair, Repairs};
use crate::pool::Pool;
use crate::quotas::Quotas;
use crate::words::catalogue::{Lang, args, block, say};
use crate::words::parts;
use crate::words::{conflict as words, shown};
use num_bigint::BigInt;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Find the cheapest changes of the quotas after which these people can meet them.
///
/// Says which quotas clash and why, and then the cheapest repairs with the cost and the effect of each, and how many
/// people could then be drawn. Maximums that people with a seat are beyond are raised in every repair.
/// Raising a maximum by one seat costs 1. Lowering a minimum by one seat costs 1 + 2/minimum: most for
/// small groups, who could lose their last seat. The bounds min_flex and max_flex, where the quota file has
/// them, are kept to.
///
/// Ends with 0 when there are repairs, or nothing to repair, and with 1 when there are none within the flexible
/// bounds.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pool: PoolArgs,
    /// How many repairs to look for; others that cost as much as the last are shown too.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    repairs: u8,
    /// Write the quotas as changed by this repair.
    #[arg(long, value_name = "NUMBER", requires = "out", value_parser = clap::value_parser!(u8).range(1..=20))]
    apply: Option<u8>,
    /// The file to write the changed quotas to; OUT.log says what was changed. Neither may be there yet.
    #[arg(long, value_name = "Q2.csv", requires = "apply")]
    out: Option<PathBuf>,
    /// Go beyond min_flex and max_flex.
    #[arg(long)]
    beyond_flex: bool,
}

/// Profiles up to which all chances after a repair are worked out, not only the smallest.
const ALL_LEVELS: usize = 400;

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let log = args.out.as_deref().map(log_name);
    for file in args.out.iter().chain(&log) {
        // Refused before the work, not after it.
        io::vacant(file)?;
    }
    let Read { pool, faults, impossible, before } = read(args)?;
    talk.say(&crate::words::faults::blocks(talk.lang(), &faults, &[Grade::Check, Grade::Note]));
    let profiles = pool.profiles();
    let wanted = usize::from(args.repairs.max(args.apply.unwrap_or(0)));
    let (clash, mut found) = match super::check::deciding(&profiles, talk) {
        Ok(_) if before.is_none() => return nothing_to_do(args, &pool, talk),
        Ok(found) => (None, raised_alone(&profiles, found.panel)),
        Err(No::Infeasible(clash)) => {
            (Some(clash), conflict::cheapest(&pool, &profiles, wanted, !args.beyond_flex))
        }
        Err(no) => return Err(conflict::refusal(talk.lang(), &pool, &profiles, &no)),
    };
    let forbidden = found.list.is_empty() && pool.quotas().flexible() && !args.beyond_flex;
    if forbidden {
        found = conflict::cheapest(&pool, &profiles, wanted, false);
    }
    let raised = before.as_ref().map_or(0, |before| steps(before, pool.asked()));
    found.list.iter_mut().for_each(|repair| repair.cost += BigInt::from(raised));
    if let Known::AtLeast(least) = &mut found.known {
        *least += raised as f64;
    }
    let answer = Answer {
        details: talk.details(),
        pool: &pool,
        profiles: &profiles,
        before: before.as_ref(),
        impossible: &impossible,
        clash: clash.as_ref(),
        found: &found,
        wanted,
        forbidden,
    };
    // Side by side: each is worked out from its own quotas alone.
    let effects = io::side_by_side(&found.list, |repair| answer.effect(repair)).into_iter();
    let effects: Vec<Option<Outlook>> = effects.map(Option::flatten).collect();
    talk.show(&answer.text(talk.lang(), &effects))?;
    let chosen = match args.apply {
        Some(number) => Some((number, answer.choose(number)?)),
        None => None,
    };
    let mut written = Value::Null;
    if let (Some((number, repair)), Some(out), Some(log)) = (chosen, &args.out, &log) {
        let quotas = conflict::changed(&pool, repair);
        let bytes = tables::quotas(&quotas);
        let line = log_line(talk.lang(), args, &answer, number, repair, &bytes)?;
        io::write_new(out, &bytes)?;
        io::write_new(log, line.as_bytes())?;
        let (file, log) = (shown(&out.to_string_lossy()), shown(&log.to_string_lossy()));
        let said = say!(talk.lang(), "repair-saved", number = number, file = file, log = log);
        talk.show(&format!("{said}\n"))?;
        written = json!({ "repair": number, "out": out, "log": line.trim_end() });
    }
    talk.json(&answer.json(&effects, written))?;
    Ok(if found.list.is_empty() || forbidden { Exit::No } else { Exit::Done })
}

/// What a repair starts from.
struct Read {
    pool: Pool,
    /// What was found in the files.
    faults: Faults,
    /// Quotas that cannot be met whoever had volunteered besides, or that these people cannot meet: each by itself.
    impossible: Vec<Fault>,
    /// Where maximums were raised for people who have a seat already the quotas before that.
    before: Option<Quotas>,
}

fn read(args: &Args) -> Result<Read, Halt> {
    let mut faults = Faults::new();
    let mut impossible = Vec::new();
    let plainly = |faults: &Faults| {
        let stops = faults.iter().filter(|fault| fault.grade() == Grade::Stop);
        stops.filter(|fault| fault.kind() != Kind::TooManyConfirmed).cloned().collect::<Vec<_>>()
    };
    let usable = |faults: &Faults| faults.blame() != Some(Blame::Input) && !conflict::beyond_repair(faults);
    let pool = match args.pool.read(&mut faults)? {
        Some(pool) if usable(&faults) => pool,
        // Minimums or maximums that cannot add up to the seats are what a repair is for.
        None if only_sums(&faults) => {
            impossible.extend(plainly(&faults));
            faults = Faults::new();
            match args.pool.read_any_sums(&mut faults)? {
                Some(pool) if usable(&faults) => pool,
                _ => return Err(Halt::Faults(faults)),
            }
        }
        _ => return Err(Halt::Faults(faults)),
    };
    for fault in plainly(&faults) {
        if !impossible.contains(&fault) {
            impossible.push(fault);
        }
    }
    if !conflict::beyond_maximum(&faults) {
        return Ok(Read { pool, faults, impossible, before: None });
    }
    let before = pool.asked().clone();
    let raised = tables::quotas(&conflict::raised(&pool, &before));
    let mut faults = Faults::new();
    match args.pool.read_with_quotas(&raised, &mut faults)? {
        Some(pool) if usable(&faults) && !conflict::beyond_maximum(&faults) => {
            Ok(Read { pool, faults, impossible, before: Some(before) })
        }
        _ => Err(Halt::Faults(faults)),
    }
}

/// Whether nothing stops the work but the sums of a feature's minimums or maximums, and more people with a seat than a
/// maximum allows.
fn only_sums(faults: &Faults) -> bool {
    let sums =
        |kind| matches!(kind, Kind::MinimaAboveSeats | Kind::MaximaBelowSeats | Kind::TooManyConfirmed);
    // What these people cannot meet is told along with the sums, and is what a repair is for as well.
    let people = |kind| matches!(kind, Kind::TooFewPeople | Kind::PoolTooSmall);
    let stops = || faults.iter().filter(|fault| fault.grade() == Grade::Stop && !people(fault.kind()));
    stops().next().is_some() && stops().all(|fault| sums(fault.kind()))
}

/// The one repair where it is enough that maximums are raised.
fn raised_alone(profiles: &Profiles, panel: Panel) -> Repairs {
    let mut repairs =
        Repairs { list: vec![Repair::nothing(panel)], known: Known::Cheapest, more: 0, programmes: 0 };
    solve::by_choice(&profiles.problem, &mut repairs);
    repairs
}

/// By how many seats maximums were raised.
fn steps(before: &Quotas, after: &Quotas) -> u64 {
    let rows = (0..before.lines()).filter_map(|row| Some((before.line(row)?.1, after.line(row)?.1)));
    rows.map(|(old, new)| u64::from(new.max.saturating_sub(old.max))).sum()
}

fn log_name(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(".log");
    name.into()
}

fn nothing_to_do(args: &Args, pool: &Pool, talk: &Talk) -> Result<Exit, Halt> {
    if args.apply.is_some() {
        return Err(no_such("met", 0));
    }
    talk.show(&format!("{}\n", say!(talk.lang(), "nothing-to-repair")))?;
    talk.json(&json!({ "feasible": true, "seats": pool.seats(), "repairs": [] }))?;
    Ok(Exit::Done)
}

/// That there is no such repair: because the quotas are `met`, because `flex`ible bounds forbid it, or that `number`.
fn no_such(why: &'static str, number: u8) -> Halt {
    Halt::refused(Exit::Input, "L-04", args![why = why, number = number]).saved(Saved::Unsaid)
}

/// What was done, in one line.
fn log_line(
    lang: Lang,
    args: &Args,
    answer: &Answer<'_>,
    number: u8,
    repair: &Repair,
    written: &[u8],
) -> Result<String, Halt> {
    let digest = |path: &Path| io::read(path).map(|bytes| Digest::of(&bytes));
    let before = args.pool.quotas.as_deref().map(digest).transpose()?;
    let said = say!(
        lang,
        "repair-log",
        version = env!("CARGO_PKG_VERSION"),
        number = number,
        cost = parts::decimal(lang, &cost(repair)),
        changes = answer.changes(lang, repair).join("; "),
        seats = seats(lang, answer.pool),
        before = before.map_or("none".to_owned(), |digest| digest.to_string()),
        after = Digest::of(written).to_string(),
        pool = digest(&args.pool.pool)?.to_string(),
    );
    Ok(format!("{said}\n"))
}

/// The seats, and how many of them are taken.
fn seats(lang: Lang, pool: &Pool) -> String {
    match pool.confirmed() {
        Some(before) => say!(
            lang,
            "repair-log-seats",
            seats = parts::seats(lang, before.seats.into()),
            left = pool.seats(),
            people = parts::people(lang, before.people.len() as u64),
        ),
        None => parts::seats(lang, pool.seats().into()),
    }
}

struct Answer<'a> {
    /// Whether measures of how even chances are belong on the screen.
    details: bool,
    pool: &'a Pool,
    profiles: &'a Profiles,
    /// The quotas before maximums were raised for people who have a seat already, if some were.
    before: Option<&'a Quotas>,
    /// Quotas that cannot be met, each by itself.
    impossible: &'a [Fault],
    /// Why that is not enough.
    clash: Option<&'a Clash>,
    found: &'a Repairs,
    wanted: usize,
    /// The repairs go beyond the flexible bounds, which forbid every repair.
    forbidden: bool,
}

impl Answer<'_> {
    fn choose(&self, number: u8) -> Result<&Repair, Halt> {
        if self.forbidden {
            return Err(no_such("flex", number));
        }
        let repair = self.found.list.get(usize::from(number) - 1);
        repair.ok_or_else(|| no_such("number", number))
    }

    /// The chances after a repair; none when the arithmetic fails, for they are only told, not used.
    fn effect(&self, repair: &Repair) -> Option<Outlook> {
        let problem = repair.applied(&self.profiles.problem);
        let levels = if problem.profiles() <= ALL_LEVELS { usize::MAX } else { 1 };
        solve::outlook(&problem, &vec![true; problem.profiles()], levels).ok()
    }

    fn gini(&self, outlook: &Outlook) -> Option<f64> {
        let sizes = &self.profiles.problem.sizes;
        (sizes.len() <= ALL_LEVELS).then(|| outlook.gini(sizes))
    }

    fn people(&self, outlook: &Outlook) -> u64 {
        outlook.lowest.iter().map(|&t| u64::from(self.profiles.problem.sizes[t as usize])).sum()
    }

    /// The maximums that were raised for people who have a seat already.
    fn raised(&self, lang: Lang) -> Vec<String> {
        self.before.map_or(Vec::new(), |before| words::differences(lang, before, self.pool.asked()))
    }

    /// Everything that a repair changes.
    fn changes(&self, lang: Lang, repair: &Repair) -> Vec<String> {
        let asked = words::Asked::of(self.pool);
        let own = repair.changes.iter().map(|change| words::change(lang, asked, change));
        self.raised(lang).into_iter().chain(own).collect()
    }

    fn text(&self, lang: Lang, effects: &[Option<Outlook>]) -> String {
        let mut text = confirmed_excluded::text(lang, self.pool);
        text.push_str(&format!("{}\n", conflict::no_panel(lang)));
        let raised = self.raised(lang);
        if !raised.is_empty() {
            text.push_str(&format!("  {}\n", say!(lang, "raised-all")));
            raised.iter().for_each(|line| text.push_str(&format!("    {line}\n")));
            let rest = match self.clash {
                None => say!(lang, "raised-enough"),
                Some(_) => say!(lang, "raised-not-enough"),
            };
            text.push_str(&format!("  {rest}\n"));
        }
        if self.impossible.len() > 1 {
            text.push_str(&format!("  {}\n", say!(lang, "each-alone")));
            for fault in self.impossible {
                text.push_str(&format!("    {}\n", crate::words::faults::plain(lang, fault)));
            }
        }
        if let Some(clash) = self.clash {
            for line in conflict::clash_lines(lang, self.pool, self.profiles, clash) {
                text.push_str(&format!("  {line}\n"));
            }
            if let Some(line) = conflict::more_of_a_home(lang, self.pool, clash) {
                text.push_str(&format!("  {line}\n"));
            }
        }
        text.push('\n');
        if self.forbidden {
            text.push_str(&format!("{}\n\n", say!(lang, "beyond-these")));
        }
        for ((number, repair), effect) in (1..).zip(&self.found.list).zip(effects) {
            text.push_str(&self.repair(lang, number, repair, effect.as_ref()));
        }
        if let Some(more) = conflict::more(lang, self.found.more) {
            text.push_str(&format!("{more}\n"));
        }
        if self.pool.confirmed().is_some() && !self.found.list.is_empty() {
            text.push_str(&format!("{}\n", say!(lang, "same-include")));
        }
        text + &self.known(lang)
    }

    fn repair(&self, lang: Lang, number: usize, repair: &Repair, effect: Option<&Outlook>) -> String {
        let quotas = self.pool.quotas();
        let cost = parts::decimal(lang, &cost(repair));
        let mut text = format!("{}\n", say!(lang, "repair-cost", number = number, cost = cost));
        self.raised(lang).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
        for change in &repair.changes {
            let new = words::Asked::of(self.pool).changed(change).map_or(0, |(min, _)| min);
            let nobody = new == 0 && quotas.line(change.row as usize).is_some_and(|(_, v)| v.min > 0);
            let warning = if nobody { say!(lang, "panel-without") } else { String::new() };
            text.push_str(&format!(
                "  {}{warning}\n",
                words::change(lang, words::Asked::of(self.pool), change)
            ));
        }
        let people = self.pool.len() as u64;
        if let Some(choice) = repair.choice {
            let said = words::choice(lang, choice, people, self.pool.seats());
            let said = match choice.people < people {
                true => say!(lang, "but-choice", choice = said),
                false => say!(lang, "then-choice", choice = said),
            };
            text.push_str(&format!("  {said}\n"));
        }
        let choice = repair.choice.is_none_or(|choice| choice.people > u64::from(self.pool.seats()));
        if let Some(outlook) = effect.filter(|_| choice) {
            let percent =
                |part: f64, places: usize| parts::percent(lang, &format!("{:.1$}", part * 100.0, places));
            let said = say!(
                lang,
                "smallest-then",
                chance = percent(outlook.smallest, 3),
                people = parts::people(lang, self.people(outlook)),
                gini = self
                    .gini(outlook)
                    .filter(|_| self.details)
                    .map_or("none".to_owned(), |gini| percent(gini, 1)),
            );
            text.push_str(&format!("  {said}\n"));
        }
        text + "\n"
    }

    /// How good these repairs are, and what they cost.
    fn known(&self, lang: Lang) -> String {
        let count = self.found.list.len();
        if count == 0 {
            return match self.found.known {
                Known::Cheapest => {
                    format!("{}\n", conflict::nothing_helps(lang, self.pool))
                }
                Known::AtLeast(_) => format!("{}\n", say!(lang, "no-repair-found")),
            };
        }
        let which = match self.found.known {
            Known::Cheapest if count < self.wanted => say!(lang, "repairs-all"),
            Known::Cheapest => say!(lang, "repairs-cheapest"),
            Known::AtLeast(least) => {
                say!(lang, "repairs-perhaps", least = parts::decimal(lang, &format!("{least:.2}")))
            }
        };
        let (first, rest) = block(lang, "repairs-how", &[]);
        format!("{which}\n{first}\n{}\n", rest.join("\n"))
    }

    /// The maximums that every repair raises, as changes.
    fn raised_json(&self) -> Vec<Value> {
        let Some(before) = self.before else { return Vec::new() };
        let after = self.pool.asked();
        let rows = (0..before.lines()).filter_map(|row| Some((before.line(row)?, after.line(row)?.1)));
        let raised = rows.filter(|((_, old), new)| old.max != new.max);
        let change = raised.map(|((feature, old), new)| {
            json!({ "feature": feature.name, "value": old.name,
                    "min": new.min, "max": new.max, "old_min": old.min, "old_max": old.max })
        });
        change.collect()
    }

    fn json(&self, effects: &[Option<Outlook>], written: Value) -> Value {
        let repairs = self.found.list.iter().zip(effects).map(|(repair, effect)| {
            let mut object = repair_json(self.pool, repair);
            if let Some(changes) = object["changes"].as_array_mut() {
                changes.splice(0..0, self.raised_json());
            }
            if let Some(outlook) = effect {
                object["smallest_chance"] = json!(outlook.smallest);
                object["people_at_smallest"] = json!(self.people(outlook));
                object["gini"] = json!(self.gini(outlook));
            }
            object
        });
        let (clash, clash_ends) = conflict::clash_json(self.pool, self.profiles, self.clash);
        json!({
            "feasible": false,
            "people": self.pool.len(),
            "seats": self.pool.seats(),
            "settled": confirmed_excluded::json(self.pool),
            "clash": clash,
            "clash_ends": clash_ends,
            "only_integers": self.clash.is_some_and(|clash| clash.only_integers),
            "raised": self.raised_json(),
            "repairs": repairs.collect::<Vec<_>>(),
            "more_of_equal_cost": self.found.more,
            "cheapest_proved": self.found.known == Known::Cheapest,
            "at_least": match self.found.known {
                Known::Cheapest => Value::Null,
                Known::AtLeast(least) => json!(least),
            },
            "flex_forbids": self.forbidden,
            "written": written,
        })
    }
}
