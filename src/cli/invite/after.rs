//! `geloot invite codes`, `waves`, `answers` and `outreach`: after the draw. Imports `assembly`, `invite`, `io`, `words` and
//! its siblings.

use super::super::exit::{Exit, Halt, Saved};
use super::super::key;
use super::super::layout;
use super::super::listing::Kind;
use super::super::talk::Talk;
use super::super::told::{self, Asked};
use super::coded::{codes_of_draw, with_keys};
use super::inputs::{self, named, table};
use super::opening::{halt, open_whole};
use crate::assembly::invite::Invitation;
use crate::base::fault::Faults;
use crate::bundle::clerk::Form;
use crate::invite::Wrongs;
use crate::invite::answers::{self, Answer, Answered, Coded};
use crate::invite::rows::{Strata, Unfound};
use crate::invite::waves::{self, Wave};
use crate::io;
use crate::words::catalogue::{Lang, args, count, number, say};
use crate::words::people::List;
use crate::words::{parts, quoted, shown};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Make the codes of the letters: what people answer with, on paper or on a web page.
///
/// A code tells nothing about who has it; its last two signs show a slip of the hand. Use a key of its own ("geloot key").
#[derive(Debug, clap::Args)]
pub struct CodesArgs {
    /// The folder of the invitation lottery.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The secret key of the codes, and of nothing else: a file that "geloot key" made.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The file to write, a list (.csv) or a spreadsheet (.xlsx): it says whose code is whose, so it stays sealed. Nothing may be
    /// there yet.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write the lists of people so that a Dutch Excel opens them with a double click: semicolons,
    /// and a byte-order mark.
    #[arg(long)]
    excel: bool,
}

/// Publish which places of the list were written to, and when: the first letters, and each wave after them.
///
/// A wave is the next places of a stratum, so nobody chooses. Rows are only ever added.
#[derive(Debug, clap::Args)]
pub struct WavesArgs {
    /// The folder of the invitation lottery.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// All waves so far: a file with the columns stratum (its name, or its number in public/strata.csv), wave, from, to, date,
    /// reason.
    #[arg(long, value_name = "FILE", required_unless_present = "first_on")]
    waves: Option<PathBuf>,
    /// The first wave, to everybody who gets a letter, was posted on this day (YYYY-MM-DD).
    #[arg(long, value_name = "DATE", conflicts_with = "waves")]
    first_on: Option<String>,
    /// Why there is a wave, for --first-on; without it, that these are the first letters.
    #[arg(long, value_name = "REASON", requires = "first_on")]
    reason: Option<String>,
}

/// Count the answers, by stratum and by channel, and name every row that cannot be: an unknown or damaged code, a second
/// answer, somebody who was not written to.
#[derive(Debug, clap::Args)]
pub struct AnswersArgs {
    /// The folder of the invitation lottery.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The file that "geloot invite codes" wrote.
    #[arg(long, value_name = "FILE")]
    codes: PathBuf,
    /// The key of those codes: then each code is held against the letter in its row, and a code that moved alone is told.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// The answers: a file with the columns code, date, channel, answer (yes, no, returned), and perhaps reason.
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
}

/// Say at whose door to knock: in the strata you name the first places that were written to and did not answer.
///
/// The order is that of the draw, so nobody chooses whom to visit.
#[derive(Debug, clap::Args)]
pub struct OutreachArgs {
    #[command(flatten)]
    answers: AnswersArgs,
    /// A stratum, by its name or number; may be given again. Without any, every stratum.
    #[arg(long, value_name = "STRATUM")]
    stratum: Vec<String>,
    /// Doors in each stratum.
    #[arg(long, value_name = "N")]
    doors: u64,
    /// The file to write, a list (.csv) or a spreadsheet (.xlsx). It stays sealed. Nothing may be there yet.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write the lists of people so that a Dutch Excel opens them with a double click: semicolons,
    /// and a byte-order mark.
    #[arg(long)]
    excel: bool,
}

/// Runs `codes`.
pub fn codes(args: &CodesArgs, talk: &Talk) -> Result<Exit, Halt> {
    let asked = Asked::of(&args.dir);
    io::vacant(&args.out)?;
    let invitation = open_whole(&args.dir)?;
    let key = key::read(&args.key)?;
    // Whoever is told it to check codes could find everybody in the frame.
    if invitation.secret().is_ok_and(|secret| secret == key) {
        let file = quoted(&args.key.to_string_lossy());
        return Err(Halt::refused(Exit::Input, "Y-84", args![file = file]).saved(Saved::NoFile));
    }
    let (list, _) = invitation.list().map_err(|refusal| asked.halt(refusal))?;
    let letters = with_keys(&invitation, list, &args.dir)?;
    let plan = invitation.plan().map_err(|refusal| asked.halt(refusal))?;
    let codes = answers::codes(&key, &letters, &plan);
    io::write_secret(&args.out, &sheet(&codes, &args.out, args.excel, talk)?)?;
    let file = args.out.to_string_lossy();
    let n = count(talk.lang(), codes.len() as u64);
    talk.show(&format!("{}\n", say!(talk.lang(), "letters-codes-saved", codes = n, file = shown(&file))))?;
    talk.json(&json!({ "codes": codes.len(), "file": file }))?;
    Ok(Exit::Done)
}

/// A list of codes as a file that is asked for: of a spreadsheet the headings are in the language of the screen.
fn sheet(codes: &[Coded], path: &Path, excel: bool, talk: &Talk) -> Result<Vec<u8>, Halt> {
    let is_book = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    if !is_book && !excel {
        return Ok(answers::write(codes));
    }
    let dutch = talk.lang() == Lang::Nl;
    let [headings, rows @ ..] = &answers::listed(codes, dutch)[..] else { return Ok(Vec::new()) };
    let list = List { headings: headings.to_vec(), rows: rows.iter().map(|row| row.to_vec()).collect() };
    let kind = if is_book { Kind::Sheet } else { Kind::Csv(Form::Excel) };
    kind.bytes(talk.lang(), &list, None)
}

/// Runs `waves`.
pub fn waves(args: &WavesArgs, talk: &Talk) -> Result<Exit, Halt> {
    let asked = Asked::of(&args.dir);
    let invitation = open_whole(&args.dir)?;
    let (all, file) = match (&args.waves, &args.first_on) {
        (Some(path), _) => (read_waves(path, &invitation.public.strata, talk)?, Some(named(path))),
        (None, day) => {
            let typed = day.as_deref().unwrap_or_default();
            let day = &waves::as_day(typed);
            if !waves::is_day(day) {
                return Err(
                    Halt::refused(Exit::Input, "Y-69", args![text = quoted(typed)]).saved(Saved::NoFile)
                );
            }
            // The same command finds what it published, in whatever language it was.
            let known = invitation.waves().map_err(|refusal| asked.halt(refusal))?;
            let known = known.first().map(|wave| wave.reason.clone());
            let usual = || say!(talk.lang(), "letters-first-wave");
            let reason = args.reason.clone().or(known).unwrap_or_else(usual);
            let first = invitation.first_wave(day, &reason).map_err(|refusal| asked.halt(refusal))?;
            (first, None)
        }
    };
    let waved =
        invitation.publish_waves(&all, file.as_deref()).map_err(|stop| halt(stop, &asked, &args.dir))?;
    told::apply(&waved.patch, &args.dir)?;
    talk.letters(&invitation.far_posts(&all, file.as_deref()));
    let lang = talk.lang();
    if waved.patch.is_empty() {
        talk.say(&format!("{}\n", say!(lang, "letters-waves-same")));
    }
    if !waved.skipped.is_empty() {
        let strata: Vec<String> =
            waved.skipped.iter().map(|&n| quoted(&invitation.public.strata.name(n))).collect();
        let said =
            say!(lang, "letters-skipped", count = strata.len() as u64, strata = parts::list(lang, &strata));
        talk.warn(&format!("{said}\n"));
    }
    if !waved.other_first.is_empty() {
        let one = |&(stratum, letters, due): &(u32, u64, u64)| {
            let name = quoted(&invitation.public.strata.name(stratum));
            let (letters, due) = (count(lang, letters), count(lang, due));
            say!(lang, "letters-other-first-one", stratum = name, letters = letters, due = due)
        };
        let strata = some(lang, waved.other_first.iter().map(one).collect());
        let said = say!(lang, "letters-other-first", strata = strata);
        talk.warn(&format!("{said}\n"));
    }
    let (number, letters) = (waved.number.to_string(), count(lang, waved.letters));
    talk.show(&format!("{}\n", say!(lang, "letters-waves-saved", number = number, letters = letters)))?;
    talk.json(&json!({
        "waves": waved.number,
        "letters": waved.letters,
        "skipped": waved.skipped,
        "other_first": waved.other_first.iter().map(|it| it.0).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

fn read_waves(path: &Path, strata: &Strata, talk: &Talk) -> Result<Vec<Wave>, Halt> {
    let table = table(path, talk)?;
    let (mut wrongs, mut faults) = (Wrongs::default(), Faults::new());
    let waves = waves::from_table(&table, strata, &mut wrongs, &mut faults);
    inputs::sound(faults, talk)?;
    if wrongs.stop() { Err(Halt::Letters(Box::new(wrongs))) } else { Ok(waves) }
}

/// What is known of answers.
struct Known {
    invitation: Invitation,
    codes: Vec<Coded>,
    written: Vec<u64>,
    answers: Vec<Answered>,
}

impl AnswersArgs {
    fn read(&self, talk: &Talk) -> Result<Known, Halt> {
        let asked = Asked::of(&self.dir);
        let invitation = open_whole(&self.dir)?;
        let key = self.key.as_deref().map(key::read).transpose()?;
        let codes = codes_of_draw(&invitation, &self.codes, key.as_ref(), &self.dir)?;
        let waves = invitation.waves().map_err(|refusal| asked.halt(refusal))?;
        let written = waves::written(&waves, invitation.public.people.len());
        let table = table(&self.answers, talk)?;
        let (mut wrongs, mut faults) = (Wrongs::default(), Faults::new());
        let answers = answers::answers(&table, &codes, &waves, &mut wrongs, &mut faults);
        inputs::sound(faults, talk)?;
        if wrongs.stop() {
            return Err(Halt::Letters(Box::new(wrongs)));
        }
        Ok(Known { invitation, codes, written, answers })
    }
}

/// Runs `answers`.
pub fn answers(args: &AnswersArgs, talk: &Talk) -> Result<Exit, Halt> {
    let known = args.read(talk)?;
    let lang = talk.lang();
    let of = |answer: Answer| known.answers.iter().filter(|a| a.answer == answer).count() as u64;
    let written: u64 = known.written.iter().sum();
    let said = say!(
        lang,
        "letters-answers",
        answers = count(lang, known.answers.len() as u64),
        written = count(lang, written),
        yes = count(lang, of(Answer::Yes)),
        no = count(lang, of(Answer::No)),
        returned = count(lang, of(Answer::Returned)),
    );
    talk.show(&format!("{said}\n"))?;
    let mut channels: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let mut strata = vec![(0u64, 0u64); known.written.len()];
    for answered in &known.answers {
        let yes = u64::from(answered.answer == Answer::Yes);
        let channel = channels.entry(&answered.channel).or_default();
        let stratum = &mut strata[known.codes[answered.who].stratum as usize - 1];
        for (answers, all) in [channel, stratum] {
            *answers += 1;
            *all += yes;
        }
    }
    for (channel, (answers, yes)) in &channels {
        let (yes, all) = (count(lang, *yes), count(lang, *answers));
        let channel = shown(channel);
        let said = say!(lang, "letters-channel", channel = channel, yes = yes, answers = all);
        talk.show(&format!("  {said}\n"))?;
    }
    talk.show(&format!("\n{}\n", by_stratum(lang, &known, &strata)))?;
    let of_stratum = |(i, (answers, yes)): (usize, &(u64, u64))| {
        json!({
            "stratum": i + 1,
            "name": known.invitation.public.strata.name(i as u32 + 1),
            "written": known.written[i],
            "answers": answers,
            "yes": yes,
        })
    };
    talk.json(&json!({
        "written": written,
        "answers": known.answers.len(),
        "yes": of(Answer::Yes),
        "no": of(Answer::No),
        "returned": of(Answer::Returned),
        "channels": channels.iter().map(|(c, (n, yes))| json!({"channel": c, "answers": n, "yes": yes})).collect::<Vec<_>>(),
        "strata": strata.iter().enumerate().map(of_stratum).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

/// Runs `outreach`.
pub fn outreach(args: &OutreachArgs, talk: &Talk) -> Result<Exit, Halt> {
    io::vacant(&args.out)?;
    let known = args.answers.read(talk)?;
    let strata = &known.invitation.public.strata;
    let mut wanted = BTreeSet::new();
    for name in &args.stratum {
        let refused = |why| match why {
            Unfound::None => Halt::refused(Exit::Input, "Y-67", args![name = quoted(name)]),
            Unfound::Two { number, name } => {
                let (number, name) = (number.to_string(), name.to_string());
                Halt::refused(Exit::Input, "Y-151", args![number = number, name = name])
            }
        };
        wanted.insert(strata.find_named(name).map_err(|why| refused(why).saved(Saved::NoFile))?);
    }
    if args.stratum.is_empty() {
        wanted.extend(1..=strata.len() as u32);
    }
    let doors = answers::doors(&known.codes, &known.answers, &known.written, &wanted, args.doors);
    let list: Vec<Coded> = doors.into_iter().cloned().collect();
    io::write_secret(&args.out, &sheet(&list, &args.out, args.excel, talk)?)?;
    let file = args.out.to_string_lossy();
    let n = count(talk.lang(), list.len() as u64);
    talk.show(&format!("{}\n", say!(talk.lang(), "letters-outreach-saved", count = n, file = shown(&file))))?;
    // Of strata that nobody named, those to which nothing was written have no doors.
    let written =
        |stratum: &u32| known.written.get(*stratum as usize - 1).is_some_and(|written| *written > 0);
    wanted.retain(|stratum| !args.stratum.is_empty() || written(stratum));
    let fewer = fewer_doors(&list, &wanted, args.doors);
    if !fewer.is_empty() {
        let lang = talk.lang();
        let one = |&(stratum, doors): &(u32, u64)| {
            say!(
                lang,
                "letters-few-doors-one",
                stratum = quoted(&strata.name(stratum)),
                doors = count(lang, doors)
            )
        };
        let told = some(lang, fewer.iter().map(one).collect());
        let said = say!(lang, "letters-few-doors", asked = count(lang, args.doors), strata = told);
        talk.warn(&format!("{said}\n"));
    }
    talk.json(&json!({
        "doors": list.len(),
        "file": file,
        "fewer": fewer.iter().map(|(stratum, doors)| json!({ "stratum": stratum, "doors": doors })).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

/// The first dozen of these, and how many more there are.
fn some(lang: Lang, mut told: Vec<String>) -> String {
    const TOLD: usize = 12;
    if let more @ 1.. = told.len().saturating_sub(TOLD) {
        told.truncate(TOLD);
        told.push(say!(lang, "more", count = count(lang, more as u64)));
    }
    told.join("; ")
}

/// The strata in which there are fewer doors than were asked for, with how many there are.
fn fewer_doors(list: &[Coded], wanted: &BTreeSet<u32>, asked: u64) -> Vec<(u32, u64)> {
    let of = |stratum: u32| list.iter().filter(|coded| coded.stratum == stratum).count() as u64;
    wanted.iter().map(|&stratum| (stratum, of(stratum))).filter(|&(_, doors)| doors < asked).collect()
}

/// Strata that a screen shows.
const SHOWN: usize = 40;

/// Letters and answers of each stratum that was written to: `strata` has its answers, and those that said yes.
fn by_stratum(lang: Lang, known: &Known, strata: &[(u64, u64)]) -> String {
    let head = [
        say!(lang, "letters-table-stratum"),
        say!(lang, "letters-table-letters"),
        say!(lang, "letters-table-answers"),
        say!(lang, "letters-table-yes"),
    ];
    let rows: Vec<(usize, u64)> =
        known.written.iter().copied().enumerate().filter(|(_, written)| *written > 0).collect();
    let mut table = layout::table(&head, 1);
    for &(i, written) in rows.iter().take(SHOWN) {
        let (answers, yes) = strata[i];
        let name = shown(&known.invitation.public.strata.name(i as u32 + 1));
        table.add_row([name, number(lang, written), number(lang, answers), number(lang, yes)]);
    }
    let more = rows.len().saturating_sub(SHOWN) as u64;
    let rest = match more {
        0 => String::new(),
        more => format!("{}\n", say!(lang, "letters-more-answers", count = count(lang, more))),
    };
    format!("{}{rest}", layout::lines(&table))
}
