//! Topics, what became of them, and the plan file's part of those that are left. Imports `base`, `deliberation`, `bundle`
//! and its siblings.

use super::{Act, Deliberating, Making, Refusal, sound};
use crate::base::fault::Place;
use crate::bundle::acts::{self, Sort};
use crate::bundle::files;
use crate::deliberation::rows::{Merge, Rank, Topic};
use crate::deliberation::sheet::Source;
use crate::deliberation::topics;
use crate::deliberation::wrong::{Found, What, listed};
use std::collections::BTreeMap;

/// Topics that were sorted out.
pub struct Sorted {
    /// The act.
    pub act: Act,
    /// All that were proposed.
    pub topics: Vec<Topic>,
    /// Those that went into others, or were withdrawn.
    pub merges: Vec<Merge>,
    /// Those that are left, the most points first; empty where nobody ranked them.
    pub ranks: Vec<Rank>,
    /// What somebody should look at.
    pub found: Found,
}

impl Sorted {
    /// The topics that are left, in the order of their points or else as they were proposed, each with how many went into
    /// it.
    pub fn left(&self) -> Vec<(&Topic, u64)> {
        let mut left = topics::left(&self.topics, &self.merges);
        let place: BTreeMap<&str, usize> =
            self.ranks.iter().enumerate().map(|(at, rank)| (rank.topic.as_str(), at)).collect();
        left.sort_by_key(|(topic, _)| place.get(topic.topic.as_str()).copied());
        left
    }

    /// The table `[topics]` of a plan file for `geloot sessions`.
    pub fn plan_file(&self) -> String {
        let key = |name: &str| toml::Value::from(name).to_string();
        let lines = self.left().into_iter().map(|(topic, _)| format!("{} = {{}}\n", key(&topic.topic)));
        format!("[topics]\n{}", lines.collect::<String>())
    }
}

impl Deliberating<'_> {
    /// Publishes topics and what became of each; a later act of topics replaces the one before for a reason.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn sort_topics(
        &self,
        (topics, merges, points): (Source<'_>, Source<'_>, Option<Source<'_>>),
        because: Option<&str>,
        date: &str,
    ) -> Result<Sorted, Refusal> {
        let mut found = Found::among(&self.named);
        let place = Place::file(topics.name);
        let topics = topics::topics(topics, &mut found);
        let merges = topics::merges(merges, &topics, &mut found);
        let ranks = match points {
            Some(source) => topics::ranks(source, &topics, &merges, &mut found),
            None => Vec::new(),
        };
        let mut found = sound(found)?;
        let before = self.of(Sort::Topics).last();
        if let Some(act) = before {
            let gone = topics::gone(&self.rows::<Topic>(act, files::TOPICS)?, &topics);
            if let Some(topics) = listed(&gone) {
                found.push(What::TopicsGone { act, topics }, place);
            }
        }
        if before.is_none() && because.is_some() {
            found.push(What::ReasonUnused, Place::default());
        }
        let replaces = before.map(|act| self.reason(because).map(|why| (act, why))).transpose()?;
        let mut lists = vec![(files::TOPICS, acts::table(&topics)), (files::MERGES, acts::table(&merges))];
        if points.is_some() {
            lists.push((files::RANKING, acts::table(&ranks)));
        }
        let act = self.publish(Making { sort: Sort::Topics, date, replaces }, lists)?;
        Ok(Sorted { act, topics, merges, ranks, found })
    }
}
