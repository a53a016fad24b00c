//! The letters of an invitation lottery, entered into the ledger. Imports `invite`, `programme` and its siblings.

use super::add::{Added, By, title};
use super::due_charter::unsaid;
use super::entered::Entering;
use super::no::No;
use super::record::{Making, OfRecord, after_charter, keep, late, of_letters, other_day, there};
use super::{Programme, plain};
use crate::assembly::Refusal;
use crate::assembly::invite::Invitation;
use crate::base::text::fold;
use crate::draw::code::Code;
use crate::invite::Letter;
use crate::programme::claims::{self, Whom};
use crate::programme::entry::{self, Record, Sort};
use crate::programme::event::Event;
use crate::programme::ledger::New;
use crate::programme::past::For;
use crate::programme::rows::is_name;
use crate::programme::turns;
use crate::programme::written::Written;
use crate::programme::{Day, chances};

impl Programme {
    /// Enters the letters of an invitation lottery: whoever was `written` to, with their keys in the register, which are the ids
    /// that the ledger knows. What is entered already stays as it is.
    ///
    /// # Errors
    /// [`No`].
    pub fn add_invitation(
        &self,
        invitation: &Invitation,
        written: &[Letter],
        of: &OfRecord<'_>,
        by: &By<'_>,
    ) -> Result<Added, No> {
        let Some(list) = of.letters else { return Err(No::NoTurns) };
        let frame = self.frame_as_frozen(&Whom::of(&invitation.folder), by.frame)?;
        let edition = of.edition.map_or_else(|| by.date.to_string(), |text| text.trim().to_owned());
        if !is_name(&edition) {
            return Err(No::Name { name: edition });
        }
        let other = || No::OtherFrame { file: list.name.to_owned() };
        let register = turns::Frame::read(list.bytes).map_err(|_| other())?;
        let head = claims::head_of(&invitation.folder);
        let named =
            head.as_deref().map(|head| self.ledger.entry_of(head).ok_or(No::OtherProgramme)).transpose()?;
        let public = Written::read(&invitation.folder).ok_or(Refusal::NoLettersDrawn)?;
        let record = Record {
            commitment: invitation.public.commitment.digest().to_string(),
            draw: public.draw.clone(),
            roster: None,
        };
        if there(&self.ledger, Sort::Letters, &record) {
            let mut added = self.nothing();
            added.patch.steps.extend(self.keep_frame(&record, list.bytes));
            added.odd.extend(other_day(&self.ledger, Sort::Letters, &record, by.date));
            return Ok(added);
        }
        self.may_enter(by.date)?;
        let charter = claims::day_of(&invitation.folder);
        self.by_charter(named, charter)?;
        after_charter(by.date, charter)?;
        let mut entering = Entering::new(&self.people, self.keyed(), &frame);
        let strata = &invitation.public.strata;
        let reports = &self.ledger.rules.reports;
        let mut own: Vec<(Code, Event, Option<u64>, Option<Day>)> = Vec::new();
        for letter in written {
            let cells = strata.cells.get(letter.stratum as usize - 1);
            let cell = |name: &String| {
                let at = strata.headings.iter().position(|heading| fold(heading) == fold(name))?;
                Some((name.clone(), cells?.get(at)?.clone()))
            };
            let features = reports.iter().filter_map(cell).collect();
            own.push((entering.with(&letter.key, features), Event::Letter, None, None));
        }
        let past = self.past_of(&record)?;
        let rules = &self.ledger.rules;
        for person in register.present() {
            for bar in past.bars(rules, For::Letter(rules.frame(&frame)), person.code(), by.date) {
                own.push((person.code(), Event::Excluded, Some(bar.ground.number()), None));
            }
        }
        let rows = of_letters(own, &register, by.date, (&frame, &edition)).ok_or_else(other)?;
        let mut making = Making { past: Some(past), ..Making::new(self, by, of.as_drawn) };
        let features = std::mem::take(&mut entering.features);
        let seed = format!("{}\n", public.seed).into_bytes();
        making.append(New {
            record: Some(record),
            rows,
            features: &|code| features.get(&code).map(Vec::as_slice),
            lists: vec![(entry::CHANCES, chances::table(&public.cohorts())), (entry::SEED, seed)],
            by_rules_of: named,
            ..plain(Sort::Letters, title(by.title, Sort::Letters)?, by.date)
        })?;
        let mut patch = self.patch(&making.made, &entering.people);
        patch.steps.push(keep(list.bytes));
        let head = making.made.last().map(|made| made.head.clone()).unwrap_or_default();
        let late = late(by.date, charter);
        let unsaid = unsaid(&self.ledger.rules, &invitation.folder, &frame);
        let (entries, against) = (making.entries, making.against);
        Ok(Added { patch, entries, head, late, unsaid, against, ..Added::default() })
    }
}
