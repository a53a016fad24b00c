//! Every test vector of the specifications of the draw and of the reserves comes out of the code.

use geloot::base::digest::Digest;
use geloot::base::rules::Rules;
use geloot::draw::code::Code;
use geloot::draw::{Label, Stream, merkle};
use geloot::lottery::problem::{Panel, Problem, Row};
use geloot::lottery::tickets::{Share, TicketLottery};
use geloot::panel::balance;
use geloot::panel::day::Happening;
use geloot::panel::reserves::{Ask, Chosen};
use geloot::panel::roster::{Event, Roster};
use geloot::panel::{LapKey, Seating};
use geloot::seed::contributions::Slip;
use geloot::seed::{Evidence, Manifest, Seed};

const SPEC: &str = include_str!("../../src/draw/SPEC.md");
const AFTER: &str = include_str!("../../src/panel/SPEC.md");

#[test]
fn the_code_gives_every_vector_of_the_specification() {
    let manifest = Manifest::of(&[("a.txt", b"abc"), ("b.txt", b"")]).unwrap();
    let commitment = manifest.commit();
    let evidence = Evidence::text("appel peer").unwrap();
    let seed = Seed::derive(&commitment, &evidence);
    let words = |label| {
        let mut stream = Stream::new(&seed, &label);
        format!("{} {}", stream.word(), stream.word())
    };
    let dice = Evidence::parse("dice\n6\n6 6 6 6\n4 2 1 5").unwrap();
    let slip = Slip::parse("000102030405060708090a0b0c0d0e0f appel peer").unwrap();
    let mut sevens = Stream::new(&seed, &Label::Panel);
    let sevens: Vec<String> = (0..5).map(|_| sevens.below(7).to_string()).collect();
    let mut order = [0, 1, 2, 3, 4, 5, 6, 7];
    Stream::new(&seed, &Label::Tables).shuffle(&mut order);
    let order: Vec<String> = order.iter().map(u8::to_string).collect();
    let mut delegates: Vec<String> = (0..11).map(|i| i.to_string()).collect();
    Stream::new(&seed, &Label::Delegates("stakeholdertafel".into())).shuffle(&mut delegates);
    let shares = [3, 3, 2, 6, 5, 7, 2, 4, 4, 4].map(|c| Share { tickets: 1, panel: Panel(vec![(3, c)]) });
    let lottery = TicketLottery { shares: shares.to_vec() };
    let laps =
        Rules::V1.laps(Seating::new(&lottery, &[1, 1, 1, 7]).unwrap(), LapKey::of(b"abc", b"", b"abc"));
    let seated = (0..10).map(|ticket| -> String {
        laps.panel(ticket).unwrap().iter().map(|&(_, place)| place.to_string()).collect()
    });
    let seated: Vec<String> = seated.collect();
    let held: Vec<String> = laps.held(3).iter().map(u64::to_string).collect();
    let leaf = |standing| merkle::leaf(&Digest([0; 32]), &format!("97MD-28NM-E8 {standing}"));
    let leaves = ["0 0", "0 1", "1 0"].map(leaf);
    let ticket = |evidence, tickets| Rules::V1.ticket(&seed, &Label::Panel, Some(evidence), tickets).unwrap();
    let expected = [
        commitment.digest().to_string(),
        seed.digest().to_string(),
        slip.sealed().to_string().trim_start_matches("geloot-slip-1:").to_owned(),
        words(Label::Panel),
        words(Label::Reserves),
        words(Label::Trial(Box::new(Label::Panel))),
        words(Label::Panel.in_draw(2)),
        ticket(&evidence, 1_000_000).to_string(),
        sevens.join(" "),
        order.join(" "),
        delegates.join(" "),
        Code::of_ids(&[0; 32], ["0042"].into_iter())[0].to_string(),
        laps_key(),
        lap_five(),
        seated.join(" "),
        held.join(" "),
        leaves[0].to_string(),
        merkle::root(&leaves).to_string(),
        ticket(&dice, 1000).to_string(),
    ];
    let vectors = SPEC.split("## 8. Vectors").nth(1).unwrap();
    let rows = vectors.lines().filter_map(|l| l.strip_prefix("| ")?.strip_suffix("` |")?.rsplit_once("| `"));
    let given: Vec<&str> = rows.map(|(_, value)| value).collect();
    assert_eq!(given, expected);
}

/// The small assembly of the specification.
fn problem() -> Problem {
    let row = |profiles: [u32; 2], min, max| Row { profiles: profiles.to_vec(), min, max };
    let rows = vec![row([0, 1], 3, 3), row([2, 3], 3, 3), row([0, 2], 2, 4), row([1, 3], 2, 4)];
    Problem::new(6, vec![5, 4, 6, 5], rows).unwrap()
}

/// Its panel, by profile and place.
const PANEL: [(u32, u32); 6] = [(0, 0), (0, 3), (1, 1), (2, 2), (2, 5), (3, 4)];

/// A day, as a clerk wrote it: who, what, and whether a reason is given.
const WRITTEN: [((u32, u32), Event, bool); 9] = [
    ((2, 3), Event::Called, false),
    ((3, 2), Event::Confirmed, false),
    ((3, 2), Event::Called, false),
    ((1, 3), Event::Called, true),
    ((3, 4), Event::Declined, false),
    ((1, 2), Event::Declined, false),
    ((0, 0), Event::Withdrew, false),
    ((2, 2), Event::NoShow, false),
    ((2, 5), Event::Confirmed, false),
];

/// The day of these events after the draw, in the one order in which they count; `!` is behind what cannot stand.
fn day(written: &[((u32, u32), Event, bool)], reserves: &[(u32, u32)]) -> String {
    let problem = problem();
    let rules = balance::Rules::new(&problem, |_| false);
    let [members, waiting] =
        [&PANEL[..], reserves].map(|all| all.iter().map(|who| who.0).collect::<Vec<_>>());
    let mut roster = Roster::new(&rules, &members, &waiting, &[]);
    let people = [&PANEL[..], reserves].concat();
    let rank: Vec<usize> =
        people.iter().map(|who| people.iter().filter(|other| *other < who).count()).collect();
    let number = |who: (u32, u32)| people.iter().position(|other| *other == who).unwrap();
    let happened =
        written.iter().map(|&(who, event, reason)| Happening { person: number(who), event, reason });
    let happened: Vec<Happening> = happened.collect();
    let told = Rules::V1.day(&mut roster, &happened, &rank).into_iter().map(|outcome| {
        let ((profile, place), event, _) = written[outcome.at];
        let stands = if outcome.result.is_ok() { "" } else { "!" };
        format!("{profile}/{place} {}{stands}", event.word())
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_code_gives_the_order_of_a_day_whatever_order_it_was_written_in() {
    let reserves: Vec<(u32, u32)> = reserves(&Label::Reserves).order;
    let due = day(&WRITTEN, &reserves);
    let text = AFTER.split("## 4. Vectors").nth(1).unwrap();
    assert!(text.contains(&format!("counts | `{due}` |")), "{due}");
    let mut other = WRITTEN;
    for step in [1, 2, 4, 5, 7, 8] {
        // Turned, and read from behind.
        other.rotate_left(step);
        assert_eq!(day(&other, &reserves), due);
        other.reverse();
        assert_eq!(day(&other, &reserves), due);
    }
}

/// The reserves of the small assembly of the specification, by the stream of this label.
fn reserves(label: &Label) -> Chosen {
    let manifest = Manifest::of(&[("a.txt", b"abc"), ("b.txt", b"")]).unwrap();
    let seed = Seed::derive(&manifest.commit(), &Evidence::text("appel peer").unwrap());
    let problem = problem();
    let ask = Ask {
        problem: &problem,
        rules: &balance::Rules::new(&problem, |_| false),
        seats: &PANEL,
        loss: &[200_000, 200_000, 200_000, 500_000],
        reserves: 5,
    };
    Rules::V1.reserves(&ask, &mut Stream::new(&seed, label))
}

#[test]
fn the_code_gives_every_vector_of_the_reserves() {
    let [first, second] = [Label::Reserves, Label::Reserves.in_draw(2)].map(|label| reserves(&label));
    let order = |chosen: &Chosen| -> String {
        chosen.order.iter().map(|(t, place)| format!("{t}/{place}")).collect::<Vec<_>>().join(" ")
    };
    let vectors = AFTER.split("## 4. Vectors").nth(1).unwrap();
    let rows = vectors.lines().filter_map(|l| l.strip_prefix("| ")?.strip_suffix("` |")?.rsplit_once("| `"));
    let given: Vec<&str> = rows.map(|(_, value)| value).take(3).collect();
    assert_eq!(given, [first.scenarios.to_string(), order(&first), order(&second)]);
    assert_ne!(first.order, second.order);
}

/// The digest from which the laps follow, made as the text says.
fn laps_digest() -> Digest {
    Digest::tagged("geloot/1/laps", &[b"abc", b"", b"abc"])
}

fn laps_key() -> String {
    laps_digest().to_string()
}

fn lap_five() -> String {
    let mut order = [0, 1, 2, 3, 4, 5, 6, 7];
    Stream::keyed(&laps_digest(), "lap/3/in/5").shuffle(&mut order);
    order.map(|place: u8| place.to_string()).join(" ")
}

#[test]
fn the_specification_fits_four_pages() {
    // About 60 lines of 100 characters to a page.
    let lines: usize = SPEC.lines().map(|l| l.chars().count().div_ceil(100).max(1)).sum();
    assert!(lines <= 240, "{lines} lines");
}
