//! Bars as inline SVG, for pages. Imports nothing of ours.
//!
//! Made by hand and not by a crate: charts of crates measure letters with floats and fonts, colour what must be told apart
//! without colour, and know no hatching; these are some forty rectangles whose bytes must never change. Sizes are
//! whole numbers. A plot is 340 wide and fits a telephone's page and half a page of paper alike; figures stand beside
//! it as a table, and on each bar.

use std::fmt::Write;

/// How a bar looks: to be told apart in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// An outline.
    Open,
    /// Stripes.
    Hatched,
    /// Filled.
    Full,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How it looks.
    pub look: Look,
    /// Its length in millionths of the whole.
    pub share: u32,
    /// The figure at its end.
    pub text: String,
}

/// Bars that belong together, below their name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The name.
    pub name: String,
    /// The bars, from above.
    pub bars: Vec<Bar>,
    /// From where to where the last bar may reach, in millionths of the whole.
    pub range: Option<(u32, u32)>,
}

const WIDTH: u64 = 340;
/// Of the longest bar; behind it stands its figure.
const LONGEST: u64 = 250;
const BAR: u64 = 9;
const LINE: u64 = 16;
/// Between the legend and the bars.
const GAP: u64 = 8;
/// Letters of a name that fit on its line.
const LETTERS: usize = 52;

/// A plot of groups of bars with a legend. `alt` says what it shows, for whoever cannot see it; `range` what the mark of
/// a range means.
pub fn bars(alt: &str, legend: &[(Look, String)], range: Option<&str>, groups: &[Group]) -> String {
    let longest = groups.iter().flat_map(|group| {
        let end = group.range.map(|(_, to)| to);
        group.bars.iter().map(|bar| bar.share).chain(end)
    });
    // A range that reaches far beyond every bar would make them all short.
    let bar = groups.iter().flat_map(|group| &group.bars).map(|bar| bar.share).max().unwrap_or(0);
    let longest = u64::from(longest.max().unwrap_or(0).min(bar.saturating_mul(2)).max(bar).max(1));
    let x = |share: u32| u64::from(share).min(longest) * LONGEST / longest;
    let lines = legend.len() as u64 + u64::from(range.is_some() && !legend.is_empty());
    let group_height = |group: &Group| LINE + group.bars.len() as u64 * (BAR + 3) + 6;
    let height =
        lines * LINE + if lines > 0 { GAP } else { 0 } + 4 + groups.iter().map(group_height).sum::<u64>();
    let mut svg = opened(alt, height);
    let mut y = 2;
    for (look, text) in legend {
        rect(&mut svg, *look, 1, y + 3, 22, BAR);
        words(&mut svg, 30, y + 12, text, false);
        y += LINE;
    }
    if let Some(text) = range.filter(|_| !legend.is_empty()) {
        mark(&mut svg, 1, 23, y + 8);
        words(&mut svg, 30, y + 12, text, false);
        y += LINE;
    }
    if lines > 0 {
        y += GAP;
    }
    for group in groups {
        words(&mut svg, 0, y + 12, &cut(&group.name), true);
        y += LINE;
        for (n, bar) in group.bars.iter().enumerate() {
            let width = x(bar.share);
            rect(&mut svg, bar.look, 0, y, width.max(1), BAR);
            let mut end = width;
            if let Some((from, to)) = group.range.filter(|_| n + 1 == group.bars.len()) {
                mark(&mut svg, x(from), x(to), y + BAR / 2);
                end = end.max(x(to));
            }
            words(&mut svg, end + 5, y + BAR, &bar.text, false);
            y += BAR + 3;
        }
        y += 6;
    }
    svg.push_str("</svg>");
    svg
}

/// One line of a calendar, below its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The name.
    pub name: String,
    /// When something happened, in millionths of the whole time.
    pub marks: Vec<u32>,
    /// From when to when something lasts, in millionths of the whole time.
    pub span: Option<(u32, u32)>,
}

/// A calendar: lanes over one line of time, with words at some of its moments, and a line through all lanes at `now`. `alt` says
/// what it shows, for whoever cannot see it.
pub fn times(alt: &str, moments: &[(u32, String)], now: u32, lanes: &[Lane]) -> String {
    const EDGE: u64 = 6;
    const LANE: u64 = LINE + BAR + 6;
    let x = |share: u32| EDGE + u64::from(share.min(WHOLE)) * (WIDTH - 2 * EDGE) / u64::from(WHOLE);
    let bottom = lanes.len() as u64 * LANE + 2;
    let mut svg = opened(alt, bottom + LINE + 4);
    let mut line = |x: u64, dash: &str| {
        let _ = write!(svg, "<path d=\"M{x} 0V{bottom}\" stroke=\"#777\"{dash}/>");
    };
    moments.iter().for_each(|(at, _)| line(x(*at), " stroke-dasharray=\"1 4\""));
    line(x(now), "");
    let mut y = 0;
    for lane in lanes {
        words(&mut svg, 0, y + 12, &cut(&lane.name), true);
        y += LINE;
        if let Some((from, to)) = lane.span {
            rect(&mut svg, Look::Hatched, x(from), y, (x(to).saturating_sub(x(from))).max(1), BAR);
        }
        lane.marks.iter().for_each(|&at| rect(&mut svg, Look::Full, x(at) - 1, y, 2, BAR));
        y += BAR + 6;
    }
    for (at, text) in moments {
        // A word at the right edge ends there.
        let wide = text.chars().count() as u64 * 7;
        words(&mut svg, x(*at).min(WIDTH - wide.min(WIDTH)), bottom + 12, text, false);
    }
    svg.push_str("</svg>");
    svg
}

/// All of a length or a time, in millionths.
pub const WHOLE: u32 = 1_000_000;

/// The beginning of a plot of this height.
fn opened(alt: &str, height: u64) -> String {
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">\
         <defs><pattern id=\"hatch\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"4\" height=\"4\" fill=\"#fff\"/>\
         <rect width=\"2\" height=\"4\" fill=\"#555\"/></pattern></defs>",
        escaped(alt)
    )
}

/// A line with an end at both sides, white around black, so that it is seen on a filled bar too.
fn mark(svg: &mut String, from: u64, to: u64, y: u64) {
    let to = to.max(from + 1);
    let path = format!("M{from} {}v10M{to} {}v10M{from} {y}H{to}", y - 5, y - 5);
    let _ = write!(
        svg,
        "<path d=\"{path}\" stroke=\"#fff\" stroke-width=\"4\" fill=\"none\"/>\
         <path d=\"{path}\" stroke=\"#000\" stroke-width=\"1.5\" fill=\"none\"/>"
    );
}

fn rect(svg: &mut String, look: Look, x: u64, y: u64, width: u64, height: u64) {
    let fill = match look {
        Look::Open => "#fff",
        Look::Hatched => "url(#hatch)",
        Look::Full => "#000",
    };
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" stroke=\"#000\"/>"
    );
}

fn words(svg: &mut String, x: u64, y: u64, text: &str, bold: bool) {
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"11\"{weight}>{}</text>", escaped(text));
}

/// A name cut where its line ends; the table beside has it whole.
fn cut(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    format!("{}…", name.chars().take(LETTERS - 1).collect::<String>().trim_end())
}

/// A text as it stands in a page: what would be taken for a tag is written as its sign.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, share: u32) -> Group {
        let bar = Bar { look: Look::Full, share, text: "x & y".into() };
        Group { name: name.into(), bars: vec![bar], range: Some((0, 2_000_000)) }
    }

    #[test]
    fn the_longest_bar_fills_its_room_and_what_comes_from_a_file_is_no_tag() {
        let svg = bars("\"alt\"", &[], None, &[group("<b>", 500_000), group(&"lang ".repeat(30), 250_000)]);
        assert!(svg.contains("&lt;b&gt;") && svg.contains("x &amp; y") && !svg.contains("<b>"));
        // The range reaches beyond twice the longest bar: half of the room is that bar's.
        assert!(svg.contains("width=\"125\"") && svg.contains("width=\"62\""), "{svg}");
        assert!(svg.contains('…'));
        let alone = Group { range: None, ..group("a", 500_000) };
        assert!(bars("", &[], None, &[alone]).contains("width=\"250\""));
    }
    #[test]
    fn a_calendar_ends_where_its_time_ends() {
        let lane = |marks, span| Lane { name: "<b>".into(), marks, span };
        let lanes = [lane(vec![0, WHOLE], None), lane(Vec::new(), Some((500_000, WHOLE)))];
        let svg = times("", &[(0, "2027".into()), (WHOLE, "2028".into())], 500_000, &lanes);
        for part in
            ["x=\"5\"", "x=\"333\"", "<rect x=\"170\" y=\"47\" width=\"164\"", "M170 0V64", "&lt;b&gt;"]
        {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        assert!(!svg.contains("<b>") && svg.contains("<text x=\"312\""), "{svg}");
    }
}
