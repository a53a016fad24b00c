//! `geloot account`: the public account of a lottery as a page. Imports `assembly`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt, Saved};
use super::figures::PopulationArgs;
use super::folder;
use super::talk::Talk;
use super::told::Asked;
use crate::assembly::invite::{LettersAccount, is_invitation, with_letters as in_account};
use crate::assembly::{Account, AccountAsked};
use crate::base::fault::Faults;
use crate::bundle::in_page::in_page;
use crate::bundle::{Folder, files};
use crate::io;
use crate::words::account::{Ask, letters_page, page, title};
use crate::words::catalogue::{args, say};
use crate::words::{parts, quoted, shown};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Write the public account of a lottery, of a panel or of letters: one page for everybody, to read, to print or to put on a website.
///
/// Question and mandate, people asked, answered and drawn, quotas beside population, pool and panel, chances, seed and
/// line, how to check it, reserves and what happened after, and what no record can show. It holds public data only.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, or its folder "public" alone.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The page to write.
    #[arg(long, value_name = "account.html")]
    out: PathBuf,
    /// Add blanks to be filled in by hand: who was present, objections, incidents, place, signatures.
    #[arg(long)]
    proces_verbaal: bool,
    /// How many people were asked to take part. It is not in the record; the page says so.
    #[arg(long, value_name = "N")]
    invited: Option<u64>,
    /// The record of the invitation lottery that the charter names: the page says how many people it wrote to. Without it the
    /// record is taken that lies beside this one, if there is one.
    #[arg(long, value_name = "DIR")]
    letters: Option<PathBuf>,
    /// Figures of the population: a CSV file with the columns feature, value and count (or share), or an export of CBS
    /// StatLine. Give it again for each further table.
    #[arg(long, value_name = "TABLE")]
    population: Vec<PathBuf>,
    /// Use only the rows with this label, such as "Regio's=Zeeland". Can be given again.
    #[arg(long, value_name = "HEADING=LABEL", value_parser = super::expected::pair, requires = "population")]
    pick: Vec<(String, String)>,
    /// The heading of the column with the figures, when there are several.
    #[arg(long, value_name = "HEADING", value_parser = super::expected::heading, requires = "population")]
    counts: Option<String>,
    /// Give a feature of the table the name that it has in the pool, such as "Leeftijd=age". Can be given again.
    #[arg(long, value_name = "OLD=NEW", value_parser = super::expected::pair, requires = "population")]
    name: Vec<(String, String)>,
    /// Leave a value out, such as "0-15" or "age=0-15". Can be given again.
    #[arg(long, value_name = "VALUE", requires = "population")]
    leave_out: Vec<String>,
    /// Which sheet of a workbook.
    #[command(flatten)]
    sheet: super::sheet::SheetArgs,
    /// Write the whole page of this program with the public part of the record in it, for your website: whoever opens it reads the
    /// account and checks the record there and then, offline. The file is "geloot.html", as it was published.
    #[arg(long, value_name = "geloot.html", conflicts_with_all = ["proces_verbaal", "invited", "letters", "population"])]
    checker: Option<PathBuf>,
    /// Write the page again if it is there.
    #[arg(long)]
    replace: bool,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    if !args.replace && io::vacant(&args.out).is_err_and(|t| t.kind == io::TroubleKind::Exists) {
        let file = quoted(&args.out.to_string_lossy());
        return Err(Halt::refused(Exit::Files, "Y-70", args![file = file]).saved(Saved::NoFile));
    }
    if let Some(checker) = &args.checker {
        return checked(args, checker, talk);
    }
    let mut faults = Faults::new();
    let population = match args.population.is_empty() {
        true => None,
        false => {
            let figures = PopulationArgs {
                population: args.population.clone(),
                pick: args.pick.clone(),
                counts: args.counts.clone(),
                name: args.name.clone(),
                leave_out: args.leave_out.clone(),
                sheet: args.sheet.clone(),
            };
            let read = figures.read(&mut faults)?;
            match read.filter(|_| !faults.stop()) {
                None => return Err(Halt::Faults(faults)),
                read => read,
            }
        }
    };
    talk.faults(&faults);
    let folder = folder::read(&args.dir)?;
    if is_invitation(&folder) {
        return letters(args, &folder, talk);
    }
    let account = Account::of(&folder, population.as_ref());
    let account = account.map_err(|refusal| Asked::of(&args.dir).halt(refusal))?;
    let account = with_letters(args, account)?;
    let asked = account.asked.as_ref();
    if args.invited.is_some() && asked.is_some_and(|asked| asked.letters.is_some()) {
        return Err(Halt::refused(Exit::Input, "Y-81", args![]).saved(Saved::NoFile));
    }
    if let Some(invited) = args.invited.filter(|invited| *invited < account.people()) {
        let told = args![invited = invited, people = account.people()];
        return Err(Halt::refused(Exit::Input, "Y-147", told).saved(Saved::NoFile));
    }
    let ask = Ask { invited: args.invited, official: args.proces_verbaal };
    let page = page(lang, &account, ask);
    write(args, page)?;
    let bare = account.features.iter().filter(|it| it.values.iter().all(|value| value.population.is_none()));
    let (other, none): (Vec<&str>, Vec<&str>) = bare
        .map(|feature| feature.name.as_str())
        .partition(|name| population.as_ref().is_some_and(|it| it.of(name).is_some()));
    let listed = |names: &[&str]| parts::list(lang, &names.iter().map(|it| quoted(it)).collect::<Vec<_>>());
    if population.is_some() && !none.is_empty() {
        talk.say(&format!("{}\n", say!(lang, "account-no-figures", features = listed(&none))));
    }
    if !other.is_empty() {
        talk.say(&format!("{}\n", say!(lang, "account-no-population", features = listed(&other))));
    }
    let file = shown(&args.out.to_string_lossy());
    talk.show(&format!("{}\n", say!(lang, "account-saved", file = file)))?;
    let features = account.features.iter().map(|feature| {
        let values = feature.values.iter().map(|value| {
            json!({ "name": value.name, "min": value.min, "max": value.max, "population": value.population,
                    "pool": value.pool, "panel": value.panel, "now": value.now })
        });
        json!({ "name": feature.name, "values": values.collect::<Vec<_>>() })
    });
    talk.json(&json!({
        "line": account.line,
        "people": account.people(),
        "seats": account.seats,
        "features": features.collect::<Vec<_>>(),
        "chances": account.chances,
        "tickets": account.about.tickets,
        "draws": account.draws.len(),
        "reserves": account.reserves,
        "asked": account.asked.as_ref().map(|asked| json!({
            "line": asked.line,
            "streams": asked.streams,
            "letters": asked.letters.map(|(letters, _)| letters),
            "people": asked.letters.map(|(_, people)| people),
        })),
    }))?;
    Ok(Exit::Done)
}

/// The account with what the record of the letters says, where the charter names one and it is given or lies beside.
fn with_letters(args: &Args, account: Account) -> Result<Account, Halt> {
    if let Some(place) = &args.letters {
        let told = in_account(account, &folder::read(place)?);
        return told.map_err(|refusal| Asked::of(place).halt(refusal));
    }
    let beside =
        |asked: &AccountAsked| io::beside(&args.dir, files::PUBLIC, files::COMMITMENT, asked.line.as_bytes());
    // Nobody asked for it: where none can be read, or none is drawn from yet, the page says where to look.
    let told = |place: PathBuf| in_account(account.clone(), &folder::read(&place).ok()?).ok();
    let found = account.asked.as_ref().map(beside).into_iter().flatten().find_map(told);
    Ok(found.unwrap_or(account))
}

/// Writes the page.
fn write(args: &Args, page: Option<String>) -> Result<(), Halt> {
    let page = page.ok_or_else(|| super::told::halt(crate::assembly::Refusal::Mistaken))?;
    put(args, page.as_bytes())
}

fn put(args: &Args, page: &[u8]) -> Result<(), Halt> {
    match args.replace {
        true => io::write_over(&args.out, page)?,
        false => io::write_new(&args.out, page)?,
    }
    Ok(())
}

/// The page of the program with the record in it.
fn checked(args: &Args, checker: &Path, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, folder, page) = (talk.lang(), folder::read(&args.dir)?, io::read(checker)?);
    let halt = |refusal| Asked::of(&args.dir).halt(refusal);
    let (title, line) = match is_invitation(&folder) {
        true => {
            let account = LettersAccount::of(&folder).map_err(halt)?;
            (title(&account.mandate), account.public.commitment.to_string())
        }
        false => {
            let account = Account::of(&folder, None).map_err(halt)?;
            (title(&account.mandate), account.line)
        }
    };
    let title = title.unwrap_or_else(|| say!(lang, "page-title"));
    let Some(page) = in_page(&page, &title, &folder) else {
        let file = quoted(&checker.to_string_lossy());
        return Err(Halt::refused(Exit::Input, "Y-145", args![file = file]).saved(Saved::NoFile));
    };
    put(args, &page)?;
    let file = shown(&args.out.to_string_lossy());
    talk.show(&format!("{}\n", say!(lang, "account-checker-saved", file = file)))?;
    talk.json(&json!({ "line": line, "title": title, "bytes": page.len() }))?;
    Ok(Exit::Done)
}

/// The account of an invitation lottery, whose record says how many people were asked and of whom.
fn letters(args: &Args, folder: &Folder, talk: &Talk) -> Result<Exit, Halt> {
    if args.invited.is_some() || args.letters.is_some() || !args.population.is_empty() {
        return Err(Halt::refused(Exit::Input, "Y-71", args![]).saved(Saved::NoFile));
    }
    let account = LettersAccount::of(folder).map_err(|refusal| Asked::of(&args.dir).halt(refusal))?;
    let ask = Ask { invited: None, official: args.proces_verbaal };
    write(args, letters_page(talk.lang(), &account, ask))?;
    let file = shown(&args.out.to_string_lossy());
    talk.show(&format!("{}\n", say!(talk.lang(), "account-saved", file = file)))?;
    talk.json(&json!({
        "kind": "letters",
        "line": account.public.commitment.to_string(),
        "people": account.public.counts.people,
        "letters": account.public.about.letters,
        "strata": account.public.people.len(),
        "draws": account.draws.len(),
        "waves": account.waves.len(),
    }))?;
    Ok(Exit::Done)
}
