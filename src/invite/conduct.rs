//! From a seed to areas and ordered lists. Imports `base`, `bundle`, `draw`, `seed` and its siblings.

use super::areas::{self, Area, Chance};
use super::person::Key;
use super::persons::List;
use super::plan::Share;
use super::public::Public;
use super::record::Draw;
use super::terms::Terms;
use super::{Homes, Letter, addresses, circle, rank};
use crate::base::digest::Digest;
use crate::base::rules::Rules;
use crate::draw::{Label, Stream};
use std::io;

/// What follows from the seed of a draw.
#[derive(Clone, Copy, Debug)]
pub struct Chances<'a> {
    /// The seed.
    pub seed: &'a Digest,
    /// The draw or trial.
    pub draw: &'a Draw,
}

/// A draw of areas.
#[derive(Clone, Debug)]
pub struct AreaDraw {
    /// How many are drawn, and how many stand in.
    pub wanted: (u64, u64),
    /// Where the two circles start; 0 where no number was taken.
    pub starts: [u64; 2],
    /// What became of each.
    pub areas: Vec<Area>,
}

impl Chances<'_> {
    /// The key of a use of chance.
    pub fn key(&self, of: Label) -> Key {
        Key::new(&Stream::key(self.seed, &self.draw.label(of).to_string()).0)
    }

    /// A number below another, each as likely. `below` is at least 1.
    pub fn number(&self, of: Label, below: u64) -> u64 {
        Stream::keyed(self.seed, &self.draw.label(of).to_string()).below(below)
    }

    /// Where the circle of each stratum starts, of which the lengths are given.
    pub fn starts(&self, lengths: &[u64]) -> Vec<u64> {
        let start = |(n, &length): (u32, &u64)| self.number(Label::LetterStart(n), length.max(1));
        (1..).zip(lengths).map(start).collect()
    }

    /// The areas of a draw; none where none are drawn.
    pub fn areas(&self, public: &Public) -> Option<Vec<Area>> {
        self.area_draw(public).map(|drawn| drawn.areas)
    }

    /// How the areas of a draw come about; none where none are drawn.
    pub fn area_draw(&self, public: &Public) -> Option<AreaDraw> {
        let wanted @ (number, reserves) = public.terms.areas?;
        let (first, second) = (self.key(Label::Areas), self.key(Label::AreaReserves));
        let mut starts = [0; 2];
        let [one, two] = &mut starts;
        let mut start = |below| {
            *one = self.number(Label::AreaStart, below);
            *one
        };
        let mut again = |below| {
            *two = self.number(Label::AreaReserveStart, below);
            *two
        };
        let first = Chance { key: &first, start: &mut start };
        let second = Chance { key: &second, start: &mut again };
        let areas = match public.rules {
            Rules::V1 => areas::draw(&public.lengths(), number, reserves, first, second),
        };
        Some(AreaDraw { wanted, starts, areas })
    }

    /// Places of each stratum's list in this draw: none in an area that is not drawn.
    pub fn lists(&self, public: &Public) -> Vec<u64> {
        self.plan(public).iter().map(|share| share.list).collect()
    }

    /// The plan as far as it holds in this draw: an area that is not drawn has no places, and one that stands in has them
    /// and no letters, until another falls out.
    pub fn plan(&self, public: &Public) -> Vec<Share> {
        let mut plan = public.plan.clone();
        for (share, area) in plan.iter_mut().zip(self.areas(public).unwrap_or_default()) {
            match area {
                Area::Certain | Area::Drawn => {}
                Area::Reserve(_) => share.letters = 0,
                Area::Not => (share.letters, share.list) = (0, 0),
            }
        }
        plan
    }

    /// The ordered lists, from the sealed list of people; `None` where that does not have its form.
    ///
    /// # Errors
    /// As the system says.
    pub fn letters(&self, public: &Public, people: &List<'_>) -> io::Result<Option<Vec<Letter>>> {
        match public.rules {
            Rules::V1 => self.letters_1(public, people),
        }
    }

    fn letters_1(&self, public: &Public, people: &List<'_>) -> io::Result<Option<Vec<Letter>>> {
        let lists = self.lists(public);
        let (letters, homes) = (|| self.key(Label::Letters), || self.key(Label::LetterHomes));
        let terms = &public.terms;
        match terms.homes {
            Homes::Any if terms.ranked() => rank::letters(people, &lists, &letters()),
            Homes::AddressFirst => addresses::letters(people, &lists, &homes(), &letters()),
            Homes::Any | Homes::OneLetter => {
                let (turn, order) = (homes(), self.key(Label::LetterOrder));
                let keys = circle::Keys { homes: &turn, order: &order };
                let circles = circle::Circles {
                    list: &lists,
                    people: &public.people,
                    weights: terms.weighted().then_some(&public.weights),
                    starts: &self.starts(&public.lengths()),
                    homes: terms.homes == Homes::OneLetter,
                };
                circle::letters(people, &circles, &keys)
            }
        }
    }

    /// The hash that a place of the list has, by the person or home who has it.
    pub fn hash(&self, terms: &Terms) -> Key {
        self.key(match terms.homes {
            Homes::Any if terms.ranked() => Label::Letters,
            Homes::Any | Homes::OneLetter => Label::LetterOrder,
            Homes::AddressFirst => Label::LetterHomes,
        })
    }
}
