//! Every test vector of the specification of the draw comes out of the code.

use geloot::draw::code::Code;
use geloot::draw::{self, Label, Stream};
use geloot::seed::{Evidence, Manifest, Seed};

const SPEC: &str = include_str!("../src/draw/SPEC.md");

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
    let mut sevens = Stream::new(&seed, &Label::Panel);
    let sevens: Vec<String> = (0..5).map(|_| sevens.below(7).to_string()).collect();
    let mut order = [0, 1, 2, 3, 4, 5, 6, 7];
    Stream::new(&seed, &Label::Tables).shuffle(&mut order);
    let order: Vec<String> = order.iter().map(u8::to_string).collect();
    let ticket = |evidence, tickets| draw::ticket(&seed, &Label::Panel, Some(evidence), tickets).unwrap();
    let expected = [
        commitment.digest().to_string(),
        seed.digest().to_string(),
        words(Label::Panel),
        words(Label::Reserves),
        words(Label::Trial(Box::new(Label::Panel))),
        words(Label::Panel.in_draw(2)),
        ticket(&evidence, 1_000_000).to_string(),
        sevens.join(" "),
        order.join(" "),
        Code::of_ids(&[0; 32], ["0042"].into_iter())[0].to_string(),
        ticket(&dice, 1000).to_string(),
    ];
    let vectors = SPEC.split("## 8. Vectors").nth(1).unwrap();
    let rows = vectors.lines().filter_map(|l| l.strip_prefix("| ")?.strip_suffix("` |")?.rsplit_once("| `"));
    let given: Vec<&str> = rows.map(|(_, value)| value).collect();
    assert_eq!(given, expected);
}

#[test]
fn the_specification_fits_two_pages() {
    // About 60 lines of 100 characters to a page.
    let lines: usize = SPEC.lines().map(|l| l.chars().count().div_ceil(100).max(1)).sum();
    assert!(lines <= 120, "{lines} lines");
}
