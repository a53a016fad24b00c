//! From the files and options that somebody gives to a brief. May import `base`, `register`, `pool`.

use super::lists::{self, Rooms, Sheet};
use super::people::{Found, People, yes};
use super::places::{self, Workshops};
use super::plan_file::{CompanyEntry, KeepEntry, KindWord, MixEntry, PlanFile, Range, RoundEntry};
use super::plan_toml::MOST;
use super::rounds;
use crate::base::fault::Place;
use crate::base::text::{fold, fold_heading, nearest, tidy};
use crate::register::is_formula;
use crate::sessions::model::brief::{
    Brief, Company, Keep, KeepGroup, MOST_IMPORTANCE, MOST_KINDS, MOST_ROUNDS, Person, RULES, RoleLimit,
    Room, Round, RoundKind, Staff, Topic,
};
use crate::sessions::model::problem::Size;
use crate::sessions::solve::hosts::Hosts;
use crate::sessions::wrong::What;
use std::collections::{BTreeMap, BTreeSet};

/// A file as given: the name to use in messages, and what is in it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// Everything somebody gives.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// The people's list.
    pub people: Source<'a>,
    /// The heading of its column with ids, if told.
    pub id_column: Option<&'a str>,
    /// Rules about people.
    pub constraints: Option<Source<'a>>,
    /// Facilitators and note-takers.
    pub staff: Option<Source<'a>>,
    /// Tables.
    pub rooms: Option<Source<'a>>,
    /// Who wants to work on what.
    pub preferences: Option<Source<'a>>,
    /// Who met before, an evening each.
    pub met: &'a [Source<'a>],
    /// The name of the plan file, for messages.
    pub plan_name: &'a str,
}

/// Reads everything. `None` when something stops the work; all that was found goes to `found`.
pub fn read(files: &Files, plan: &PlanFile, effort: u32, found: &mut Found) -> Option<Brief> {
    let mixed: Vec<(String, u32)> = mixed(plan, files, found);
    let headings: Vec<String> = mixed.iter().map(|(heading, _)| heading.clone()).collect();
    let people = People::read(files.people.name, files.people.bytes, files.id_column, &headings, found)?;
    let mut mix: Vec<_> =
        mixed.iter().filter_map(|(heading, weight)| people.mix(heading, *weight, found)).collect();
    mix.sort_by(|a, b| a.name.cmp(&b.name));
    if let Some(two) = mix.windows(2).find(|two| two[0].name == two[1].name) {
        let name = two[0].name.clone();
        found.wrongs.push(What::MixTwice { name }, Place::file(files.plan_name));
    }
    let sheet = |source: Option<Source>, found: &mut Found| {
        source.and_then(|source| Sheet::read_optional(source.name, source.bytes, &people, found))
    };
    let rooms = sheet(files.rooms, found).map_or(Rooms::default(), |sheet| lists::rooms(&sheet, found));
    let preferences =
        sheet(files.preferences, found).and_then(|sheet| lists::preferences(&sheet, &people, found));
    let (topics, wishes) = topics(files, plan, &people, preferences, found);
    let entries: Vec<&RoundEntry> =
        plan.round.iter().flat_map(|entry| (0..entry.count.min(MOST)).map(move |_| entry)).collect();
    if entries.is_empty() || entries.len() > MOST_ROUNDS {
        let what = match entries.len() {
            0 => What::NoTables { round: 1 },
            _ => What::TooMuch { thing: "rounds", most: MOST_ROUNDS },
        };
        found.wrongs.push(what, Place::file(files.plan_name));
        return None;
    }
    let tables = |entry: &&RoundEntry| match entry.kind {
        KindWord::Workshop => topics.len(),
        _ => wanted_tables(entry, people.ids.len()).min(MOST as usize),
    };
    let most = entries.iter().map(tables).max().unwrap_or(0);
    let names: Vec<String> = match rooms.rooms.is_empty() {
        true => (1..=most).map(|table| table.to_string()).collect(),
        false => rooms.rooms.iter().map(|room| room.table.clone()).collect(),
    };
    let workshops = Workshops::new(plan, &topics, &rooms, most, found);
    let topic_names: Vec<String> = topics.iter().map(|topic| topic.name.clone()).collect();
    let constraints = sheet(files.constraints, found)
        .map(|sheet| lists::constraints(&sheet, &people, &names, &topic_names, entries.len(), found));
    let staff = sheet(files.staff, found)
        .map_or(vec![], |sheet| lists::staff(&sheet, &|code| people.who(code), entries.len(), found));
    let mut met = Vec::new();
    for &source in files.met {
        met.extend(sheet(Some(source), found).map_or(vec![], |sheet| lists::met(&sheet, &people, found)));
    }
    met.sort_unstable();
    let absent = |round: usize, found: &mut Found| {
        let listed = constraints.iter().flat_map(|read| &read.absent);
        let mut away: BTreeSet<u16> =
            listed.filter(|(_, rounds)| Brief::holds(rounds, round)).map(|(person, _)| *person).collect();
        for id in &entries[round].absent {
            match people.find(id.trim()) {
                Some(person) => _ = away.insert(person),
                None => {
                    found.wrongs.push(people.unknown(id), Place::file(files.plan_name).column("absent"));
                }
            }
        }
        away.into_iter().collect::<Vec<u16>>()
    };
    let mut rounds = vec![];
    let mut groups: Vec<String> = vec![];
    // Words of dialogues that keep their tables.
    let mut together: Vec<String> = vec![];
    for (number, entry) in entries.iter().enumerate() {
        let absent = absent(number, found);
        let there = people.ids.len() - absent.len();
        let place = Place::file(files.plan_name);
        if there == 0 {
            found.wrongs.push(What::NobodyThere { round: number + 1 }, place);
            continue;
        }
        let (kind, tables) = match entry.kind {
            KindWord::Plenary => (RoundKind::Plenary, Ok(vec![])),
            KindWord::Dialogue => (RoundKind::Dialogue, dialogue_tables(entry, number + 1, there, &rooms)),
            KindWord::Workshop => {
                let word = entry.group.as_deref().map(fold).unwrap_or_default();
                let group = groups.iter().position(|known| *known == word).unwrap_or_else(|| {
                    groups.push(word);
                    groups.len() - 1
                });
                (RoundKind::Workshop(group as u32), workshops.sizes(number + 1, there))
            }
        };
        match tables {
            Ok(tables) => {
                rounds.push(Round {
                    name: entry.name.clone(),
                    kind,
                    tables,
                    places: vec![],
                    hosts: Hosts::default(),
                    group: entry.group.as_ref().filter(|_| entry.kind == KindWord::Dialogue).map(|word| {
                        let word = fold(word);
                        let known = together.iter().position(|known| *known == word);
                        known.unwrap_or_else(|| {
                            together.push(word);
                            together.len() - 1
                        }) as u32
                    }),
                    absent,
                });
            }
            Err(what) => found.wrongs.push(what, place),
        }
    }
    if found.stop() {
        return None;
    }
    rounds::alike(files.plan_name, &rounds, found);
    rounds::idle(files.plan_name, &entries, found);
    remarks(files, &rounds, constraints.as_ref(), &staff, &topics, &workshops, found);
    let keep = keep(plan, &people, found);
    let company = company(files, plan, &people, found);
    let (roles, role_of) = roles(files, plan, &people, found);
    let kept = keep.iter().map(|keep| keep.groups.len()).sum::<usize>();
    let kinds = roles.len() + kept + company.iter().map(|rule| rule.groups.len()).sum::<usize>();
    if kinds > MOST_KINDS {
        let what = What::TooMuch { thing: "kinds", most: MOST_KINDS };
        found.wrongs.push(what, Place::file(files.plan_name));
    }
    let needs = needs(files, plan, &people, &rooms, found);
    needless(files, &rounds, &workshops, &needs, found);
    let order = plan.order.as_ref().map(|words| {
        let mut order: Vec<_> = words.iter().map(|&word| word.into()).collect();
        if (1..order.len()).any(|k| order[..k].contains(&order[k])) {
            found.wrongs.push(What::ListedTwice, Place::file(files.plan_name).column("order"));
        }
        for aim in crate::sessions::Aim::USUAL {
            if !order.contains(&aim) {
                order.push(aim);
            }
        }
        order.truncate(3);
        [order[0], order[1], order[2]]
    });
    let mut rules: Vec<_> =
        constraints.map_or(vec![], |read| read.rules.into_iter().map(|(rule, _)| rule).collect());
    rules.sort();
    rules.dedup();
    if found.stop() {
        return None;
    }
    let person = |(number, id): (usize, &String)| Person {
        id: id.clone(),
        role: role_of.as_ref().map(|of| of[number].clone()).filter(|role| !role.is_empty()),
        needs: needs[number].clone(),
    };
    let mut brief = Brief {
        rules_version: RULES,
        effort,
        order,
        people: people.ids.iter().enumerate().map(person).collect(),
        mix,
        rounds,
        rules,
        keep,
        company,
        roles,
        rooms: rooms.rooms,
        staff,
        topics,
        wishes,
        met,
    };
    for what in places::place(&mut brief, &workshops) {
        found.wrongs.push(what, Place::file(files.rooms.map_or(files.plan_name, |source| source.name)));
    }
    (!found.stop()).then_some(brief)
}

/// The headings to mix, each once, with their importance. A blank one or a second one is told.
fn mixed(plan: &PlanFile, files: &Files, found: &mut Found) -> Vec<(String, u32)> {
    let entry = |entry: &MixEntry| match entry {
        MixEntry::Plain(heading) => (tidy(heading), 1),
        MixEntry::Weighed { feature, importance } => (tidy(feature), (*importance).clamp(1, MOST_IMPORTANCE)),
    };
    let mut all: Vec<(String, u32)> = vec![];
    for (name, importance) in plan.mix.iter().map(entry) {
        if name.is_empty() || all.iter().any(|(known, _)| fold_heading(known) == fold_heading(&name)) {
            found.wrongs.push(What::MixTwice { name }, Place::file(files.plan_name));
        } else {
            all.push((name, importance));
        }
    }
    all
}

fn wanted_tables(entry: &RoundEntry, people: usize) -> usize {
    match (&entry.sizes, entry.tables, entry.size) {
        (Some(sizes), ..) => sizes.len(),
        (None, Some(tables), _) => tables as usize,
        (None, None, Some(size)) if size > 0 => people.div_ceil(size as usize),
        _ => 0,
    }
}

/// What may be meant otherwise than it was written: rules that never hold, files that nothing uses, and
/// too few facilitators.
fn remarks(
    files: &Files,
    rounds: &[Round],
    constraints: Option<&lists::Constraints>,
    staff: &[Staff],
    topics: &[Topic],
    workshops: &Workshops,
    found: &mut Found,
) {
    let seated = |round: &Round| round.kind != RoundKind::Plenary;
    let names = rounds.iter().filter_map(|round| round.name.as_ref());
    let names: BTreeSet<&String> = names.chain(topics.iter().map(|topic| &topic.name)).collect();
    for name in names.into_iter().filter(|name| is_formula(name)) {
        found.wrongs.push(What::Formula { name: name.clone() }, Place::file(files.plan_name));
    }
    if !rounds.iter().any(seated) {
        found.wrongs.push(What::OnlyPlenaries, Place::file(files.plan_name));
    }
    for (rule, row) in constraints.iter().flat_map(|read| &read.rules) {
        let holds = rounds.iter().enumerate().any(|(number, round)| {
            let there = |person: &u16| round.absent.binary_search(person).is_err();
            Brief::holds(&rule.rounds, number)
                && rule.kind.is_for(round.kind)
                && (workshops.has_tables() || !rule.kind.is_unplaced(round.kind))
                && rule.kind.people().iter().all(there)
        });
        if !holds {
            let file = files.constraints.map_or("", |source| source.name);
            found.wrongs.push(What::RuleIdle, Place::file(file).row(*row));
        }
    }
    let workshop = rounds.iter().any(|round| matches!(round.kind, RoundKind::Workshop(_)));
    if !workshop && !topics.is_empty() {
        let file = files.preferences.map_or(files.plan_name, |source| source.name);
        found.wrongs.push(What::TopicsIdle, Place::file(file));
    }
    for (number, round) in rounds.iter().enumerate().filter(|(_, round)| seated(round)) {
        let short = staff_short(staff, number, round);
        if let Some(what) = short.filter(|_| !staff.is_empty()) {
            let file = files.staff.map_or("", |source| source.name);
            found.wrongs.push(what, Place::file(file));
        }
    }
}

/// That a round has tables without a facilitator, if it does. Note-takers are none.
pub fn staff_short(staff: &[Staff], number: usize, round: &Round) -> Option<What> {
    let there = |one: &&Staff| !one.notes && Brief::holds(&one.rounds, number);
    let (tables, hosts) = (round.tables.len(), staff.iter().filter(there).count());
    (hosts < tables).then_some(What::StaffShort { round: number + 1, tables, staff: hosts })
}

/// Tells people whose needs nothing can keep, since the groups of a workshop have no table of the list.
fn needless(
    files: &Files,
    rounds: &[Round],
    workshops: &Workshops,
    needs: &[Vec<String>],
    found: &mut Found,
) {
    let people = needs.iter().filter(|needs| !needs.is_empty()).count();
    let workshop = |round: &Round| matches!(round.kind, RoundKind::Workshop(_));
    if let Some(round) = rounds.iter().position(workshop)
        && people > 0
        && !workshops.has_tables()
    {
        let file = files.rooms.map_or("", |source| source.name);
        found.wrongs.push(What::NeedsUnplaced { round: round + 1, people }, Place::file(file));
    }
}

/// Tells a fewest that is above its most.
fn upright(name: &str, range: &Range, files: &Files, found: &mut Found) {
    if let (Some(least), Some(most)) = (range.least, range.most)
        && least > most
    {
        let what = What::LeastAboveMost { name: name.to_owned(), least, most };
        found.wrongs.push(what, Place::file(files.plan_name));
    }
}

/// The tables of a dialogue round for the people who are there: sizes that differ by at most one
/// wherever the seats allow it.
fn dialogue_tables(entry: &RoundEntry, round: usize, there: usize, list: &Rooms) -> Result<Vec<Size>, What> {
    let rooms: &[Room] = &list.rooms[..list.dialogue];
    if let (Some(sizes), Some(tables)) = (&entry.sizes, entry.tables)
        && sizes.len() != tables as usize
    {
        return Err(What::TablesAndSizes { round, tables: tables as usize, sizes: sizes.len() });
    }
    let mut tables = wanted_tables(entry, there);
    if tables == 0 && entry.sizes.is_none() && entry.tables.is_none() && entry.size.is_none() {
        tables = rooms.len();
    }
    if tables == 0 || entry.size == Some(0) {
        return Err(What::NoTables { round });
    }
    if tables > there {
        return Err(What::TooFewPeople { round, people: there, tables });
    }
    if !list.rooms.is_empty() && rooms.len() < tables {
        return Err(What::TooFewRooms { round, tables, rooms: rooms.len() });
    }
    let seats = |table: usize| {
        let asked = entry.sizes.as_ref().map_or(entry.size, |sizes| sizes.get(table).copied());
        let asked = asked.map_or(usize::MAX, |size| size.min(MOST) as usize);
        let built = rooms.get(table).and_then(|room| room.seats).map_or(usize::MAX, usize::from);
        asked.min(built).min(there)
    };
    let seats: Vec<usize> = (0..tables).map(seats).collect();
    let all = |level: usize| seats.iter().map(|&seats| seats.min(level)).sum::<usize>();
    let Some(level) = (1..=there).find(|&level| all(level) >= there) else {
        return Err(What::TooFewSeats { round, people: there, seats: all(there) });
    };
    // Tables below the level are full; of those at the level some may have one fewer.
    let slack = usize::from(all(level) > there);
    let size = |&seats: &usize| {
        let most = seats.min(level);
        let least = if seats >= level { level - slack } else { most };
        Size { least: least as u16, most: most as u16 }
    };
    Ok(seats.iter().map(size).collect())
}

/// Topics in byte order with the rank each person gave, and the price of every topic for everybody:
/// steps down from the first choice, one step below the longest list for a topic not asked for, and
/// nothing for people without preferences. Points count from the most that the person gave.
fn topics(
    files: &Files,
    plan: &PlanFile,
    people: &People,
    preferences: Option<lists::Preferences>,
    found: &mut Found,
) -> (Vec<Topic>, Vec<u32>) {
    plan.topics.iter().for_each(|(name, range)| upright(name, range, files, found));
    let mut names: BTreeMap<String, String> =
        plan.topics.keys().map(|name| (fold(name), tidy(name))).collect();
    let Some(preferences) = preferences else {
        let topic = |name: String| Topic { name, ranks: vec![0; people.ids.len()] };
        let mut topics: Vec<Topic> = names.into_values().map(topic).collect();
        topics.sort_by(|a, b| a.name.cmp(&b.name));
        return (topics, vec![]);
    };
    if names.is_empty() {
        names.clone_from(&preferences.topics);
    }
    for (key, name) in preferences.topics.iter().filter(|(key, _)| !names.contains_key(*key)) {
        let near = nearest(key, names.values().map(String::as_str)).map(str::to_owned);
        let place = Place::file(files.preferences.map_or("", |source| source.name));
        found.wrongs.push(What::UnknownName { kind: "topic", name: name.clone(), near }, place);
    }
    let mut sorted: Vec<(String, String)> = names.into_iter().map(|(key, name)| (name, key)).collect();
    sorted.sort_unstable();
    let longest = preferences.asked.iter().map(|(.., rank)| *rank).max().unwrap_or(0);
    let mut wishes = vec![0; people.ids.len() * sorted.len()];
    let mut ranks = vec![vec![0u16; people.ids.len()]; sorted.len()];
    for person in 0..people.ids.len() {
        let asked: Vec<(&String, u32)> = preferences
            .asked
            .iter()
            .filter(|(who, ..)| usize::from(*who) == person)
            .map(|(_, topic, number)| (topic, *number))
            .collect();
        let best = asked.iter().map(|(_, points)| *points).max().unwrap_or(0);
        for (topic, (_, key)) in sorted.iter().enumerate() {
            let number = asked.iter().find(|(asked, _)| *asked == key).map(|(_, number)| *number);
            let price = match (preferences.points, number) {
                _ if asked.is_empty() => 0,
                (true, number) => best - number.unwrap_or(0),
                (false, Some(rank)) => rank - 1,
                (false, None) => longest,
            };
            wishes[person * sorted.len() + topic] = price;
            ranks[topic][person] = match number {
                None | Some(0) => 0,
                Some(rank) if !preferences.points => rank as u16,
                Some(points) => 1 + asked.iter().filter(|(_, more)| *more > points).count() as u16,
            };
        }
    }
    let topics = sorted.into_iter().zip(ranks).map(|((name, _), ranks)| Topic { name, ranks });
    (topics.collect(), wishes)
}

fn keep(plan: &PlanFile, people: &People, found: &mut Found) -> Vec<Keep> {
    let one = |entry: &KeepEntry, found: &mut Found| {
        let column = people.column(&entry.feature, found)?;
        let (values, of) = people.values(column);
        let ordinary: Vec<String> = entry.ordinary.iter().map(|value| fold(value)).collect();
        let mut groups = vec![];
        for (value, name) in values.iter().enumerate() {
            let who: Vec<u16> =
                (0..of.len()).filter(|&p| usize::from(of[p]) == value).map(|p| p as u16).collect();
            if !name.is_empty() && !ordinary.contains(&fold(name)) && (who.len() > 1 || entry.spoken) {
                groups.push(KeepGroup { value: name.clone(), people: who });
            }
        }
        let tables = entry.tables.map(|tables| tables.clamp(1, MOST) as u16);
        Some(Keep { feature: people.heading(column), groups, tables, spoken: entry.spoken })
    };
    let mut keep: Vec<Keep> = plan.keep.iter().filter_map(|entry| one(entry, found)).collect();
    keep.sort_by(|a, b| a.feature.cmp(&b.feature));
    keep
}

/// The people of each value who are to have company.
fn company(files: &Files, plan: &PlanFile, people: &People, found: &mut Found) -> Vec<Company> {
    let one = |entry: &CompanyEntry, found: &mut Found| {
        let column = people.column(&entry.feature, found)?;
        let (values, of) = people.values(column);
        let ordinary: Vec<String> = entry.ordinary.iter().map(|value| fold(value)).collect();
        let least = entry.least.clamp(2, MOST) as u16;
        let mut groups = vec![];
        for (value, name) in values.iter().enumerate() {
            let who: Vec<u16> =
                (0..of.len()).filter(|&p| usize::from(of[p]) == value).map(|p| p as u16).collect();
            if name.is_empty() || ordinary.contains(&fold(name)) {
                continue;
            }
            match who.len() < usize::from(least) {
                true => {
                    let feature = people.heading(column);
                    let (people, least) = (who.len(), usize::from(least));
                    let what = What::CompanyShort { feature, value: name.clone(), people, least };
                    found.wrongs.push(what, Place::file(files.plan_name));
                }
                false => groups.push(KeepGroup { value: name.clone(), people: who }),
            }
        }
        Some(Company { feature: people.heading(column), groups, least })
    };
    let mut all: Vec<Company> = plan.company.iter().filter_map(|entry| one(entry, found)).collect();
    all.sort_by(|a, b| a.feature.cmp(&b.feature));
    all
}

/// The limits on roles, and everybody's role.
fn roles(
    files: &Files,
    plan: &PlanFile,
    people: &People,
    found: &mut Found,
) -> (Vec<RoleLimit>, Option<Vec<String>>) {
    let column = match &plan.role {
        Some(heading) => people.column(heading, found),
        None if plan.roles.is_empty() => people.column_like(&["role", "rol", "stream"]),
        None => people.column_like(&["role", "rol", "stream"]).or_else(|| people.column("role", found)),
    };
    let Some(column) = column else { return (vec![], None) };
    let (values, of) = people.values(column);
    let mut limits = vec![];
    for (name, range) in &plan.roles {
        upright(name, range, files, found);
        let Some(role) = values.iter().find(|value| fold(value) == fold(name)) else {
            let near = nearest(name, values.iter().map(String::as_str)).map(str::to_owned);
            let place = Place::file(files.plan_name);
            found.wrongs.push(What::UnknownName { kind: "role", name: name.clone(), near }, place);
            continue;
        };
        let least = range.least.unwrap_or(0).min(MOST) as u16;
        let most = range.most.unwrap_or(MOST).min(MOST) as u16;
        limits.push(RoleLimit { role: role.clone(), least, most: most.max(least) });
    }
    limits.sort_by(|a, b| a.role.cmp(&b.role));
    let of = of.iter().map(|&value| values[usize::from(value)].clone());
    (limits, Some(of.collect()))
}

/// What each person needs of their table: yes in a column that the plan file names for a property,
/// or in a column with the same heading as a property of the tables.
fn needs(
    files: &Files,
    plan: &PlanFile,
    people: &People,
    rooms: &Rooms,
    found: &mut Found,
) -> Vec<Vec<String>> {
    let known = &rooms.properties;
    let mut needs: Vec<Vec<String>> = vec![vec![]; people.ids.len()];
    let mut columns: Vec<(String, usize)> = vec![];
    for (property, heading) in &plan.needs {
        if !known.iter().any(|known| fold_heading(known) == fold_heading(property)) {
            let near = nearest(property, known.iter().map(String::as_str)).map(str::to_owned);
            let what = What::UnknownName { kind: "property", name: property.clone(), near };
            found.wrongs.push(what, Place::file(files.plan_name));
        }
        if let Some(column) = people.column(heading, found) {
            // Spelled as in the file of tables.
            let spelled = known.iter().find(|known| fold_heading(known) == fold_heading(property));
            columns.push((spelled.unwrap_or(property).clone(), column));
        }
    }
    for property in known {
        if !columns.iter().any(|(known, _)| known == property)
            && let Some(column) = people.column_like(&[fold_heading(property).as_str()])
        {
            columns.push((property.clone(), column));
        }
    }
    for property in known.iter().filter(|known| columns.iter().all(|(property, _)| property != *known)) {
        let here = |room: &&Room| room.has.contains(property);
        let tables = rooms.rooms.iter().filter(here).count();
        if 0 < tables && tables < rooms.rooms.len() {
            let taken: Vec<usize> = columns.iter().map(|(_, column)| *column).collect();
            let file = files.rooms.map_or("", |source| source.name);
            let what = What::NeedUnsaid { name: property.clone(), like: people.saying(property, &taken) };
            found.wrongs.push(what, Place::file(file).column(property));
        }
    }
    for (property, column) in columns {
        let mut unclear = vec![];
        for (person, needs) in needs.iter_mut().enumerate() {
            match yes(&people.cell(person, column)) {
                Some(true) => needs.push(property.clone()),
                Some(false) => {}
                None => unclear.push(person),
            }
        }
        if !unclear.is_empty() {
            found.wrongs.push(What::NotYesOrNo, people.place(&unclear, column));
        }
    }
    for list in &mut needs {
        list.sort_unstable();
    }
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What some tables have and others lack, and nobody is known to need, is told with the columns that may say who does.
    #[test]
    fn a_property_that_no_column_is_about_is_told() {
        let told = |heading: &str, rooms: &str, needs: Option<&str>| {
            let people = format!("code;{heading};naam;leest\nA;ja;An;nee\nB;nee;Bo;\nC;;Cé;ja\nD;;Di;x\n");
            let files = Files {
                people: Source { name: "p.csv", bytes: people.as_bytes() },
                id_column: None,
                constraints: None,
                staff: None,
                rooms: Some(Source { name: "r.csv", bytes: rooms.as_bytes() }),
                preferences: None,
                met: &[],
                plan_name: "plan.toml",
            };
            let needs = needs.map_or(String::new(), |needs| format!("\n[needs]\n{needs}\n"));
            let plan = format!("[[round]]\nkind = \"dialogue\"\ntables = 2\n{needs}");
            let mut found = Found::default();
            let plan = super::super::plan_toml::read("plan.toml", plan.as_bytes(), &mut found.wrongs);
            let brief = read(&files, &plan, 1, &mut found);
            let told = found.wrongs.0.iter().filter_map(|wrong| match &wrong.what {
                What::NeedUnsaid { name, like } => Some(format!("{name}: {}", like.join(" "))),
                _ => None,
            });
            (told.collect::<Vec<_>>(), brief.map(|brief| brief.unneeded()).unwrap_or_default())
        };
        let rooms = "table,wheelchair\n1,yes\n2,no\n";
        let of = |like: &str| (vec![format!("wheelchair: {like}")], vec!["wheelchair".to_owned()]);
        assert_eq!(told("rolstoel", rooms, None), of("rolstoel leest"));
        assert_eq!(told("Wheelchair (ja/nee)", rooms, None), of("Wheelchair (ja/nee) leest"));
        assert_eq!(told("wijk", &rooms.replace("yes", ""), None).0, [""; 0], "no table has it");
        assert_eq!(told("wijk", &rooms.replace("no", "yes"), None).0, [""; 0], "every table has it");
        assert_eq!(told("Wheelchair", rooms, None), (vec![], vec![]));
        assert_eq!(told("rolstoel", rooms, Some("wheelchair = \"rolstoel\"")), (vec![], vec![]));
    }
}
