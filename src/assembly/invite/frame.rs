//! From registers to a frozen frame. Imports `bundle`, `invite` and its siblings.

use super::Stop;
use crate::assembly::{PROGRAM, Refusal};
use crate::base::fault::Place as At;
use crate::base::rules::Rules;
use crate::base::text::fold_heading;
use crate::bundle::form;
use crate::bundle::{Folder, files, sealed};
use crate::invite::excluded::{Excluded, report_grounds};
use crate::invite::frame::{Counts, Eligible, Frame, Place, Register, frame};
use crate::invite::plan::{Known, Listed, Share, plan, proportional};
use crate::invite::public::{BadTerms, of, read_charter};
use crate::invite::record::{About, Areas, KIND, day_text};
use crate::invite::rows::{Reader, Strata};
use crate::invite::tables::{self, HomeSizes, names};
use crate::invite::terms::Terms;
use crate::invite::weights::Weights;
use crate::invite::{Half, Hands, Homes, Key, Shelf, What, Wrongs, scan, sql};
use crate::panel::forecast::letters_for;
use crate::prepare::{Facts, read_facts};
use crate::seed::charter::{BadCharter, BadRole};
use crate::seed::{Commitment, Manifest};
use std::collections::BTreeMap;
use std::io::Write;

/// What is asked for, but for the registers.
pub struct Framing {
    /// The name of the charter's file, for messages.
    pub file: String,
    /// The charter.
    pub charter: Vec<u8>,
    /// The secret.
    pub secret: [u8; 32],
    /// The strata, in the order of their numbers, and what their file says of letters.
    pub strata: Option<(Vec<String>, Vec<Vec<String>>, Listed)>,
    /// People who are left out, each with the number of the ground.
    pub excluded: BTreeMap<Half, usize>,
    /// The grounds, sorted.
    pub grounds: Vec<String>,
    /// The same people as their lists have them.
    pub listed: Vec<Excluded>,
    /// How the register was prepared, if it was: `prepared.json` as it was made.
    pub prepared: Option<Vec<u8>>,
}

/// A frame that is asked for, checked.
pub struct Making {
    asked: Framing,
    terms: Terms,
    strata: Strata,
    listed: Listed,
    response: Option<Response>,
}

/// So many letters that enough people volunteer.
#[derive(Clone, Debug)]
pub struct Response {
    /// Volunteers of all strata: shared out as letters are, by people.
    pub volunteers: u32,
    /// How sure, 0 to 1, of each stratum's share.
    pub sure: f64,
    /// The part of the letters of each stratum that bring a volunteer.
    pub rates: Vec<f64>,
}

impl Response {
    /// The letters of each stratum: the fewest of which, by the exact binomial, so many volunteer with that certainty.
    fn letters(&self, people: &[u64], name: &dyn Fn(u32) -> String, file: &str) -> Result<Listed, Wrongs> {
        let mut wrongs = Wrongs::default();
        let wanted = proportional(people, u64::from(self.volunteers), 1);
        let Some(wanted) = wanted else {
            let strata = people.iter().filter(|&&people| people > 0).count() as u64;
            let what = What::FewVolunteers { volunteers: self.volunteers.into(), strata };
            wrongs.push(what, At::file(file));
            return Err(wrongs);
        };
        let mut letters = Vec::new();
        for (stratum, ((&wanted, &people), &rate)) in (1..).zip(wanted.iter().zip(people).zip(&self.rates)) {
            let most = u32::try_from(people).unwrap_or(u32::MAX);
            let (volunteers, sure) = (u32::try_from(wanted).unwrap_or(u32::MAX), self.sure);
            let enough = match volunteers {
                0 => Some((0, 1.0)),
                _ if volunteers > most => None,
                _ => letters_for(volunteers, rate, sure, most).filter(|(letters, _)| *letters <= most),
            };
            if enough.is_none() {
                let what = What::NotEnough { stratum: name(stratum), volunteers: wanted, people };
                wrongs.push(what, At::file(file));
            }
            letters.push(enough.map_or(0, |(letters, _)| u64::from(letters)));
        }
        if wrongs.stop() { Err(wrongs) } else { Ok(Listed { letters: Some(letters), reserves: None }) }
    }
}

/// Where the frame is made.
pub struct Sealing<'a> {
    /// What must be sorted.
    pub shelf: &'a dyn Shelf,
    /// Who does the work.
    pub hands: &'a dyn Hands,
    /// Where the sealed list of people goes.
    pub persons: &'a mut (dyn Write + Send),
}

/// A frame, frozen.
#[derive(Debug)]
pub struct Framed {
    /// Public and sealed files, but for the list of people.
    pub folder: Folder,
    /// The line to publish.
    pub commitment: Commitment,
    /// The facts.
    pub about: About,
    /// The strata.
    pub strata: Strata,
    /// People of each.
    pub people: Vec<u64>,
    /// What their weights come to, where people have any.
    pub weights: Option<Vec<Weights>>,
    /// Homes of each size.
    pub homes: Option<HomeSizes>,
    /// Letters of each.
    pub plan: Vec<Share>,
    /// What became of the rows.
    pub counts: Counts,
    /// The grounds on which people were left out.
    pub grounds: Vec<String>,
    /// How the register was prepared, if it was by a recipe.
    pub prepared: Option<Facts>,
    /// What somebody must look at.
    pub wrongs: Wrongs,
}

/// Other headings of a file of strata, folded.
const STRATA: [&str; 4] = ["stratum", "letters", "brieven", "reserves"];

/// Pairs of strata that look alike that are told one by one.
const ALIKE_TOLD: usize = 10;

impl Framing {
    /// Checks the charter and the strata.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn check(self) -> Result<Making, Stop> {
        let (charter, terms) = read_charter(&self.file, &self.charter).map_err(|bad| match bad {
            BadTerms::Seed(bad) => Stop::Refused(Refusal::Charter(bad)),
            BadTerms::Letters(wrongs) => wrongs.into(),
        })?;
        if let Some(at) = charter.look_alike() {
            let bad = BadCharter::Role { at, bad: BadRole::NameTwice };
            return Err(Stop::Refused(Refusal::Charter(vec![bad])));
        }
        let mut wrongs = Wrongs::default();
        let wanted = terms.columns.strata.iter().map(|names| names[0].clone()).collect::<Vec<_>>();
        let (headings, cells, listed) = match (&self.strata, wanted.is_empty()) {
            (None, true) => (Vec::new(), vec![Vec::new()], Listed::default()),
            (Some((headings, cells, listed)), false) if *headings == wanted && !cells.is_empty() => {
                (headings.clone(), cells.clone(), listed.clone())
            }
            (found, _) => {
                // Of a first row without any of the headings nothing is told: it may be that of a person.
                let own = |heading: &String| {
                    let folded = fold_heading(heading);
                    wanted.iter().any(|it| fold_heading(it) == folded) || STRATA.contains(&&*folded)
                };
                let headings = match found {
                    Some((all, ..)) if !all.iter().any(own) => None,
                    _ => Some(found.as_ref().map(|found| found.0.join(", ")).unwrap_or_default()),
                };
                wrongs.push(What::StrataColumn { name: wanted.join(", "), headings }, At::file(&self.file));
                return Err(wrongs.into());
            }
        };
        match Strata::new(headings, cells) {
            Ok(strata) => {
                let alike = strata.alike();
                if alike.is_empty() {
                    return Ok(Making { asked: self, terms, strata, listed, response: None });
                }
                for (heading, one, other) in alike.into_iter().take(ALIKE_TOLD) {
                    let own = strata.headings.iter().position(|it| *it == heading).unwrap_or_default();
                    let has = |cells: &Vec<String>| cells.get(own) == Some(&other);
                    let row = strata.cells.iter().position(has).map_or(1, |place| place + 2);
                    let place = At::file(names::STRATA).row(row).column(&heading);
                    wrongs.push(What::StrataAlike { heading, one, other }, place);
                }
                Err(wrongs.into())
            }
            Err(twice) => {
                wrongs.push(What::StratumTwice, At::file(names::STRATA).row(twice + 2));
                Err(wrongs.into())
            }
        }
    }
}

impl Making {
    /// What the charter says of letters.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The strata.
    pub fn strata(&self) -> &Strata {
        &self.strata
    }

    /// The grounds on which people are left out.
    pub fn grounds(&self) -> &[String] {
        &self.asked.grounds
    }

    /// The secret.
    pub fn secret(&self) -> &[u8; 32] {
        &self.asked.secret
    }

    /// What a script writes into its counts: by which charter, key and strata it was made.
    pub(super) fn script(&self) -> String {
        let strata = tables::strata(&self.strata);
        format!("script/{},1", sql::tag(&self.asked.secret, &self.asked.charter, &strata))
    }

    /// People who are left out, each with the number of the ground.
    pub fn excluded(&self) -> &BTreeMap<Half, usize> {
        &self.asked.excluded
    }

    /// As many letters as it takes, instead of a number in the charter or in the file of strata.
    pub fn respond(&mut self, response: Response) {
        self.response = Some(response);
    }

    /// Makes the frame of these registers and freezes it.
    ///
    /// # Errors
    /// Everything that is wrong with them, or trouble of the system.
    pub fn frame(&self, registers: &[Register<'_>], sealing: Sealing<'_>) -> Result<Framed, Stop> {
        let secret = Key::new(&self.asked.secret);
        let reference = self.terms.age.map(|(_, day)| day);
        let reader = Reader {
            secret: &secret,
            columns: &self.terms.columns,
            strata: &self.strata,
            reference,
            homes: self.terms.homes != Homes::Any,
            numbered: false,
        };
        let eligible = Eligible {
            limit: self.terms.limit(),
            excluded: self.asked.excluded.clone(),
            grounds: self.asked.grounds.len(),
            listed: self.asked.listed.clone(),
        };
        let place = Place { shelf: sealing.shelf, hands: sealing.hands, persons: sealing.persons };
        let mut twice = Wrongs::default();
        for (at, register) in registers.iter().enumerate() {
            for before in &registers[..at] {
                if scan::is_same(before.file, register.file)? {
                    let other = before.file.name().to_owned();
                    twice.push(What::RegisterTwice { other }, At::file(register.file.name()));
                }
            }
        }
        if twice.stop() {
            return Err(twice.into());
        }
        let (frame, mut wrongs) = frame(registers, &reader, &eligible, place)?;
        let Some(frame) = frame else { return Err(wrongs.into()) };
        if self.terms.columns.key.is_none() {
            wrongs.push(What::NoKeyColumn, At::file(registers.first().map_or("", |first| first.file.name())));
        }
        self.freeze(frame, wrongs)
    }

    /// Freezes a frame.
    ///
    /// # Errors
    /// Letters that cannot be shared out.
    pub fn freeze(&self, frame: Frame, mut wrongs: Wrongs) -> Result<Framed, Stop> {
        let terms = &self.terms;
        if frame.counts.people == 0 {
            // Where everybody may be asked, flags are not why.
            let some = frame.flags.iter().any(|(value, _)| value != "0");
            let flags = frame.flags.iter().filter(|_| some).cloned().collect();
            wrongs.push(What::Nobody { flags }, At::file(&self.asked.file));
            return Err(wrongs.into());
        }
        report_grounds(&self.asked.grounds, &frame.counts.excluded, &mut wrongs);
        if wrongs.stop() {
            return Err(wrongs.into());
        }
        let homes = terms.columns.home.is_some().then(|| frame.homes.clone());
        let shared = of(terms, &frame.people, homes.as_ref());
        let name = |stratum| self.strata.name(stratum);
        let listed = match &self.response {
            None => self.listed.clone(),
            Some(response) => {
                let needed = response.letters(&frame.people, &name, &self.asked.file)?;
                Listed { reserves: self.listed.reserves.clone(), ..needed }
            }
        };
        let known = Known {
            people: &frame.people,
            weights: &frame.weights,
            homes: &shared,
            listed: &listed,
            name: &name,
        };
        let (plan, more) = plan(terms, &known, &self.asked.file)?;
        wrongs.append(more);
        let about = About {
            age: terms.age.map(|(age, _)| age),
            areas: terms.areas.map(|(number, reserves)| Areas { number, reserves }),
            homes: terms.homes.word().to_owned(),
            kind: KIND.to_owned(),
            letters: plan.iter().map(|share| share.letters).sum(),
            people: frame.counts.people,
            program: PROGRAM.to_owned(),
            reference: terms.age.map(|(_, day)| day_text(day)),
            rules: Rules::NOW.number(),
            share: terms.letters.word().to_owned(),
            strata: self.strata.len() as u64,
        };
        let key = sealed::key(&self.asked.secret);
        let sealed_manifest = manifest(&[(files::KEY, &key)]).to_string().into_bytes();
        let mut public = tables::of_frame(&frame, &self.asked.grounds, homes.is_some(), terms.weighted());
        public.push((names::STRATA, tables::strata(&self.strata)));
        public.push((names::PLAN, tables::plan(&plan)));
        public.push((files::CHARTER_TOML, self.asked.charter.clone()));
        public.push((files::ABOUT, form::facts(&about)));
        public.extend(self.asked.prepared.iter().map(|facts| (files::PREPARED, facts.clone())));
        let mut listed: Vec<(&str, &[u8])> = public.iter().map(|(name, bytes)| (*name, &bytes[..])).collect();
        listed.push((files::SEALED_MANIFEST, &sealed_manifest));
        let manifest = manifest(&listed);
        let commitment = manifest.commit();
        let mut folder = Folder::new();
        folder.insert(format!("{}{}", files::SEALED, files::KEY), key);
        folder.insert(format!("{}{}", files::SEALED, files::MANIFEST), sealed_manifest);
        public.push((files::MANIFEST, manifest.to_string().into_bytes()));
        public.push((files::COMMITMENT, format!("{commitment}\n").into_bytes()));
        folder.extend(public.into_iter().map(|(name, bytes)| (format!("{}{name}", files::PUBLIC), bytes)));
        Ok(Framed {
            folder,
            commitment,
            about,
            strata: self.strata.clone(),
            people: frame.people,
            weights: terms.weighted().then_some(frame.weights),
            homes,
            plan,
            counts: frame.counts,
            grounds: self.asked.grounds.clone(),
            prepared: self.asked.prepared.as_deref().and_then(read_facts),
            wrongs,
        })
    }
}

fn manifest(files: &[(&str, &[u8])]) -> Manifest {
    Manifest::of(files).expect("file names are ours and differ")
}
