//! Whether a panel's pool came from an invitation lottery, before it is frozen. Imports `assembly`, `invite`, `io`, `words`
//! and its siblings.

use super::super::exit::{Exit, Halt};
use super::super::talk::Talk;
use super::super::told::Asked;
use super::coded::codes_of_draw;
use super::inputs::{sound, table};
use super::opening::open_whole;
use crate::base::fault::Faults;
use crate::invite::invited::{Invited, came};
use crate::invite::{Wrongs, answers, waves};
use crate::io;
use crate::words::catalogue::{args, count, say};
use std::path::{Path, PathBuf};

/// Where the people of the pool came from.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct InvitedArgs {
    /// Refuse whoever is in the pool without a letter of the invitation lottery in this folder, or a side stream that the
    /// charter declares. The pool has a column "letter" (or "brief") with their codes, the charter a table [invited] with the line.
    #[arg(long, value_name = "DIR", requires_all = ["letter_codes", "charter"])]
    invited: Option<PathBuf>,
    /// The codes of those letters: the file that "geloot invite codes" wrote.
    #[arg(long, value_name = "FILE", requires = "invited")]
    letter_codes: Option<PathBuf>,
    /// The answers to those letters, as for "geloot invite answers": nobody who answered no, or whose letter came back, may be in
    /// the pool.
    #[arg(long, value_name = "FILE", requires = "invited")]
    answers: Option<PathBuf>,
}

impl InvitedArgs {
    /// Looks at everybody in the pool, if that is asked.
    pub fn check(&self, pool: &Path, charter: Option<&Path>, talk: &Talk) -> Result<(), Halt> {
        let (Some(dir), Some(codes), Some(charter)) = (&self.invited, &self.letter_codes, charter) else {
            let promised =
                charter.map(io::read).transpose()?.is_some_and(|text| Invited::read(&text).is_some());
            return match promised {
                true => Err(Halt::refused(Exit::Input, "Y-73", args![])),
                false => Ok(()),
            };
        };
        let asked = Asked::of(dir);
        let invitation = open_whole(dir)?;
        let invited = Invited::read(&io::read(charter)?);
        let named = |invited: &Invited| invitation.public.commitment.is_named_by(&invited.line);
        let Some(invited) = invited.filter(named) else {
            let line = invitation.public.commitment.to_string();
            return Err(Halt::refused(Exit::Input, "Y-68", args![line = line]));
        };
        let codes = codes_of_draw(&invitation, codes, None, dir)?;
        let waves = invitation.waves().map_err(|refusal| asked.halt(refusal))?;
        let written = waves::written(&waves, invitation.public.people.len());
        let mut wrongs = Wrongs::default();
        let answers = match &self.answers {
            None => Vec::new(),
            Some(path) => {
                let (list, mut faults) = (table(path, talk)?, Faults::new());
                let answers = answers::answers(&list, &codes, &waves, &mut wrongs, &mut faults);
                sound(faults, talk)?;
                answers
            }
        };
        let table = table(pool, talk)?;
        let strata = (&invitation.public.strata, &invitation.public.terms.columns.strata[..]);
        let came = came(&table, &codes, (&written, &answers), strata, &invited, &mut wrongs);
        if wrongs.stop() {
            return Err(Halt::Letters(Box::new(wrongs)));
        }
        talk.letters(&wrongs);
        let lang = talk.lang();
        let (all, letters, streams) = (came.letters + came.streams, came.letters, came.streams);
        let said = say!(
            lang,
            "letters-invited",
            pool = count(lang, all),
            letters = count(lang, letters),
            streams = count(lang, streams)
        );
        talk.say(&format!("{said}\n"));
        Ok(())
    }
}
