//! What happens after the draw: who declines, stays away or withdraws, and which reserves are called. The
//! panel is the one that `geloot lottery` and `geloot draw` give from the files of the scenario.

use super::rng::Rng;
use super::scenarios::Scenario;
use geloot::base::fault::Faults;
use geloot::bundle::conduct::{self, Act};
use geloot::bundle::freeze::{CharterFile, freeze};
use geloot::bundle::rosters::Whole;
use geloot::bundle::{Detail, Inputs, Public, sealed};
use geloot::lottery::solve::{Objective, Options, Status as Found, solve};
use geloot::panel::roster::{Event, Roster, Status};
use geloot::pool::{self, Source};
use geloot::seed::Evidence;

/// Names and bytes.
type Files = Vec<(&'static str, Vec<u8>)>;

/// The course of an assembly.
struct Course {
    charter: &'static str,
    seed: &'static str,
    /// Members who say no when they are asked, who do not come, and who leave later, in so many steps.
    declined: usize,
    never_came: usize,
    withdrew: (usize, usize),
    /// Of a thousand reserves who are called so many do not come.
    reserves_lost: u64,
    /// Features and values whose people drop out half as often again.
    hard: &'static [(&'static str, &'static str)],
}

fn course(name: &str) -> Option<Course> {
    match name {
        "ierland-99" => Some(Course {
            charter: include_str!("charters/ierland-99.toml"),
            seed: "harp shamrock bodhran",
            declined: 12,
            never_came: 20,
            withdrew: (21, 3),
            reserves_lost: 150,
            hard: &[("age", "18-24"), ("class", "C2DE")],
        }),
        "enschede-36-procent" => Some(Course {
            charter: include_str!("charters/enschede-36-procent.toml"),
            seed: "spoor singel stadskantoor",
            declined: 0,
            never_came: 115,
            withdrew: (0, 0),
            reserves_lost: 360,
            hard: &[("leeftijd", "16-24"), ("leeftijd", "25-34"), ("opleiding", "basis of vmbo")],
        }),
        "council" => Some(Course {
            charter: include_str!("charters/council.toml"),
            seed: "appel peer banaan",
            declined: 5,
            never_came: 2,
            withdrew: (1, 1),
            reserves_lost: 200,
            hard: &[],
        }),
        _ => None,
    }
}

/// The charter, the events, and lines for `scenario.toml`; nothing where the scenario ends with the panel.
pub fn files(scenario: &Scenario, people: &[u8], quotas: &[u8]) -> Option<(Files, String)> {
    let course = course(scenario.name)?;
    let mut faults = Faults::new();
    let source = |name, bytes| Source { name, bytes };
    let (people, quotas) = (source("pool.csv", people), source("quotas.csv", quotas));
    let pool = pool::read(people, quotas, scenario.seats, None, &mut faults)?;
    let profiles = pool.profiles();
    let options = Options { objective: Objective::Leximin, ..Options::default() };
    let lottery = solve(&profiles.problem, &options, &mut |_| {}).ok()?;
    let inputs = Inputs {
        pool: &pool,
        profiles: &profiles,
        lottery: &lottery.tickets,
        certificate: &lottery.certificate,
        objective: options.objective,
        status: match lottery.status {
            Found::Optimal => "optimal",
            Found::Within(_) => "within",
            Found::StoppedAfter(_) => "stopped",
        },
        charter: Some(CharterFile::Toml(course.charter.as_bytes())),
        key: None,
        detail: Detail::Codes,
        continues: None,
        prepared: None,
        program: concat!("geloot ", env!("CARGO_PKG_VERSION")),
    };
    let frozen = freeze(&inputs).ok()?;
    let public = Public::read(&frozen.folder).ok()?;
    let act = Act {
        used: &[],
        before: &[],
        trial: None,
        evidence: Evidence::text(course.seed),
        beacon: None,
        because: None,
        departure: None,
        reserves: None,
        program: inputs.program,
    };
    let drawn = conduct::conduct(&public, &act).ok()?;
    let reserves = drawn.reserves.as_ref()?.order.clone();
    let codes = sealed::read_codes(&frozen.folder["sealed/codes.csv"]).ok()?;
    let whole = Whole::read(&public, &frozen.folder).ok()?;
    let everybody = whole.people(&drawn.seats, &reserves);
    let by_id = conduct::by_id(&codes, public.profiles.len(), &everybody);
    let hard = |person: usize| {
        let values = &public.profiles[everybody[person].0 as usize].values;
        let named = public.quotas.features.iter().zip(values);
        let mut named = named.map(|(f, &v)| (f.name.as_str(), f.values[v as usize].name.as_str()));
        named.any(|value| course.hard.contains(&value))
    };
    let mut story = Story {
        roster: whole.roster(&drawn.seats, &reserves),
        rows: Vec::new(),
        rng: Rng::named(&format!("{}/after", scenario.name)),
        day: 0,
        lost: course.reserves_lost,
    };
    let members = drawn.seats.len();
    // Whoever drops out, hard to reach or not, is drawn by lot.
    let mut leaving = Vec::new();
    let mut staying: Vec<usize> = (0..members).collect();
    while leaving.len() < course.declined + course.never_came + course.withdrew.0 {
        let weights = staying.iter().map(|&person| if hard(person) { 3 } else { 2 });
        let at = story.rng.weighted(weights);
        leaving.push(staying.remove(at));
    }
    let (declined, later) = leaving.split_at(course.declined);
    let (never_came, withdrew) = later.split_at(course.never_came);
    for member in 0..members {
        let event = if declined.contains(&member) { Event::Declined } else { Event::Confirmed };
        story.happens(member, event);
    }
    story.calls();
    never_came.iter().for_each(|&member| story.happens(member, Event::NoShow));
    story.calls();
    for some in withdrew.chunks(withdrew.len().div_ceil(course.withdrew.1.max(1)).max(1)) {
        some.iter().for_each(|&member| story.happens(member, Event::Withdrew));
        story.calls();
    }
    let mut table = String::from("date,id,event,reason\n");
    for (date, person, event) in &story.rows {
        table.push_str(&format!("{date},{},{},\n", codes[by_id[*person]].0, event.word()));
    }
    let confirmed = story.roster.status()[members..].iter().filter(|s| **s == Status::Confirmed).count();
    let about = format!(
        "\n[afterwards]\nseed = \"{}\"\nreserves = {}\nleft = {}\nnever_came = {}\ncalled = {}\ncame_in = {confirmed}\nempty = {}\nmissing_or_too_many = {}\nevents = {}\n",
        course.seed,
        reserves.len(),
        leaving.len(),
        never_came.len(),
        story.roster.calls().len(),
        story.roster.balance().vacant(),
        story.roster.balance().wrong() - u64::from(story.roster.balance().vacant()),
        story.rows.len(),
    );
    let files =
        vec![("charter.toml", course.charter.as_bytes().to_vec()), ("events.csv", table.into_bytes())];
    Some((files, about))
}

/// Events as they happen.
struct Story<'a> {
    roster: Roster<'a>,
    rows: Vec<(String, usize, Event)>,
    rng: Rng,
    /// Days since the first of April; months have 28.
    day: usize,
    lost: u64,
}

impl Story<'_> {
    fn happens(&mut self, person: usize, event: Event) {
        self.roster.apply(person, event, false).expect("the story is possible");
        let date = format!("2027-{:02}-{:02}", 4 + self.day / 28, 1 + self.day % 28);
        self.rows.push((date, person, event));
    }

    /// Calls reserves for all empty seats, and on the day after for those of whoever does not come, until no seat is
    /// empty or nobody can be called; the next events are in another week.
    fn calls(&mut self) {
        while self.roster.next().is_some() {
            let due: Vec<usize> = self.roster.coming().into_iter().map(|(person, _)| person).collect();
            due.iter().for_each(|&person| self.happens(person, Event::Called));
            for person in due {
                let stays = self.rng.below(1000) >= self.lost;
                self.happens(person, if stays { Event::Confirmed } else { Event::NoShow });
            }
            self.day += 1;
        }
        self.day = (self.day / 7 + 1) * 7;
    }
}
