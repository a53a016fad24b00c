//! Lists in which everybody counts, and a column that says of some people that they should not: a list of all who were asked, with
//! "yes" and "no", read as a list of those who said yes. Imports `base` and its siblings.

use super::table::Table;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::stands::{Stands, is_of_standing};
use crate::base::text::{blank, fold, fold_heading};
use std::collections::BTreeSet;

/// Words that say yes, after [`fold`].
const YES: &[&str] = &[
    "ja",
    "yes",
    "j",
    "y",
    "x",
    "v",
    "true",
    "waar",
    "1",
    "aanwezig",
    "present",
    "wel",
    "wil",
    "wil wel",
    "komt",
    "bevestigd",
    "confirmed",
    "uitgesloten",
    "excluded",
];
/// Words that say that somebody is not there or not meant, after [`fold`].
const NO: &[&str] = &[
    "afwezig",
    "absent",
    "niet",
    "wil niet",
    "komt niet",
    "niet aanwezig",
    "not present",
    "afgemeld",
    "declined",
    "niet bevestigd",
    "not confirmed",
    "niet uitgesloten",
    "not excluded",
    "niet actief",
    "not active",
    "inactief",
    "inactive",
    "komt niet meer",
    "wil niet meer",
    "doet niet mee",
    "doet niet meer mee",
    "neemt niet deel",
    "not attending",
    "will not attend",
    "not coming",
    "afgeslagen",
    "geweigerd",
    "geannuleerd",
    "cancelled",
    "canceled",
];
/// Words that say no to whatever the heading asks, after [`fold`]: to a wheelchair as well as to coming.
const BARE: &[&str] = &["nee", "no", "n", "false", "onwaar", "0", "-"];
/// What a cell below a heading of how people stand has, after [`fold`], where somebody has no seat, whatever else it says.
const GONE: &[&str] = &[
    "reserve",
    "wachtlijst",
    "waiting list",
    "plaatsvervanger",
    "afgemeld",
    "zegt af",
    "afgezegd",
    "afgevallen",
    "uitgevallen",
    "weggebleven",
    "verhinderd",
    "verhuisd",
    "overleden",
    "teruggetrokken",
    "kan niet",
    "cannot come",
    "dropped out",
    "inactief",
    "inactive",
    "niet actief",
    "not active",
    "unsubscribed",
    "uitgeschreven",
    "passed away",
    "deceased",
    "zegt nee",
    "geen interesse",
    "geen belangstelling",
    "not interested",
    "no interest",
    "haakt af",
    "haakte af",
    "afgehaakt",
    "uitgeloot",
    "not attending",
    "will not attend",
    "unable",
    "niet gekozen",
    "niet geselecteerd",
    "niet geplaatst",
    "not selected",
    "not chosen",
    "afgewezen",
    "rejected",
    "opgezegd",
    "reservist",
    "standby",
    "stand-by",
    "waitlist",
    "wait list",
    "ging niet door",
    "gaat niet door",
    "niet door",
    "niet meer",
    "no longer",
];
/// The same of words that stand within others too.
const GONE_WORDS: &[&str] = &[
    "ziek",
    "sick",
    "left",
    "weg",
    "moved",
    "died",
    "stopt",
    "stopped",
    "vervalt",
    "vervallen",
    "vertrokken",
    "verhuist",
    "dropout",
    "cancelled",
    "canceled",
    "geannuleerd",
    "geweigerd",
    "afgeslagen",
    "quit",
];
/// Headings, after [`fold_heading`], below which a blank cell says no too, and a "no" counts also where nobody says yes.
const ASKS: &[&str] = &[
    "aanwezig",
    "aanwezigheid",
    "present",
    "presence",
    "attended",
    "attendance",
    "komt",
    "kwam",
    "iser",
    "waser",
    "mee",
    "doetmee",
    "meedoen",
    "deelnemen",
    "komen",
    "antwoord",
    "reactie",
    "answer",
    "response",
    "reply",
    "deelname",
    "deelgenomen",
    "neemtdeel",
    "participates",
    "wil",
    "wilmeedoen",
    "willing",
    "bereid",
    "bevestigd",
    "bevestiging",
    "confirmed",
    "uitgesloten",
    "uitsluiten",
    "excluded",
    "exclude",
    "ja/nee",
    "janee",
    "yes/no",
    "yesno",
];

/// The same, after [`bare`], in lists of those who have a seat.
const ASKS_SEATED: &[&str] = &[
    "actief",
    "active",
    "lid",
    "member",
    "panellid",
    "panelmember",
    "inpanel",
    "inhetpanel",
    "inbegrepen",
    "deelnemer",
    "participant",
    "heeftplaats",
    "heefteenplaats",
    "neemtplaats",
    "neemtzitting",
    "zitting",
    "seated",
    "geplaatst",
    "placed",
    "plaatsaanvaard",
    "plaatsgeaccepteerd",
    "plaatsbevestigd",
    "aanvaard",
    "aanvaardt",
    "geaccepteerd",
    "accepteert",
    "accepted",
    "accepts",
    "definitief",
    "definite",
    "gekomen",
    "isgekomen",
    "komst",
    "opkomst",
    "erbij",
    "zegtja",
    "rsvp",
    "attending",
    "attends",
    "willattend",
    "coming",
    "comes",
    "came",
    "uitnodigingaanvaard",
    "toezegging",
    "toegezegd",
    "gaatdoor",
];

/// Words that say neither, after [`fold`]: below a heading that asks, whoever is in has another.
const UNSURE: &[&str] = &[
    "?",
    "weet niet",
    "weet ik niet",
    "weet nog niet",
    "misschien",
    "twijfelt",
    "onzeker",
    "onbekend",
    "nog niet",
    "geen antwoord",
    "don't know",
    "does not know",
    "not sure",
    "maybe",
    "perhaps",
    "unsure",
    "unknown",
    "not yet",
    "no answer",
];

/// The rows that a column of a list names as of people who are out, by number, and whether its heading asks who is out.
pub(crate) type Out<'a> = &'a dyn Fn(usize) -> (Vec<usize>, bool);

/// Reports rows of which a column says that they do not belong in a list in which everybody counts, and whether there are any.
/// `own` are the columns that are used; `traits` says of a heading that it is of what people are, which is no answer. Of a list
/// of people who are in, `seated` has what else says that somebody is not: one such row is enough, whatever the others say.
pub(crate) fn report_no(
    table: &Table,
    own: &[usize],
    traits: &dyn Fn(&str) -> bool,
    seated: Option<Out<'_>>,
    faults: &mut Faults,
) -> bool {
    let mut any = false;
    for column in (0..table.headings.len()).filter(|c| !own.contains(c) && !table.is_refused(*c)) {
        let heading = table.headings[column].as_str();
        let (key, bare) = (fold_heading(heading), bare(heading));
        let is_in = seated.is_some();
        let standing = is_in && is_of_standing(heading);
        let among = |words: &[&str]| words.contains(&bare.as_str());
        let asks = standing || ASKS.contains(&key.as_str()) || among(ASKS) || is_in && among(ASKS_SEATED);
        let (mut yes, mut no, mut empty) = (false, BTreeSet::new(), Rows::default());
        let (mut other, mut number) = (false, false);
        let (named, reversed) = seated.map(|seated| seated(column)).unwrap_or_default();
        let mut out: BTreeSet<usize> = named.into_iter().collect();
        for row in table.rows() {
            let cell = fold(row.cell(column));
            let has = |words: &[&str]| words.contains(&cell.as_str());
            let stands = seated.and_then(|_| Stands::of_start(&cell));
            match stands {
                _ if blank(&cell) => empty.push(row.row),
                // Below a heading that asks who is out, a no is right.
                _ if reversed => {}
                _ if standing && is_gone(&cell) => _ = out.insert(row.row),
                Some(Stands::Out) => _ = out.insert(row.row),
                _ if !asks && has(BARE) => {}
                _ if standing && matches!(first(&cell), "nee" | "neen" | "no") => _ = no.insert(row.row),
                _ if has(NO) || has(BARE) || asks && has(UNSURE) => _ = no.insert(row.row),
                Some(_) => yes = true,
                None if has(YES) => yes = true,
                None => {
                    other = true;
                    number |= cell.starts_with(|sign: char| sign.is_ascii_digit());
                }
            }
        }
        let some = !no.is_empty();
        let rows: Rows = if !out.is_empty() {
            out.into_iter().chain(no).collect::<BTreeSet<_>>().into_iter().collect()
        } else if !asks && traits(heading) || other && !(asks && seated.is_some() && !number) {
            continue;
        } else if some && (asks || yes) {
            no.into_iter().collect()
        } else if asks && yes && empty.count() > 0 && !other {
            empty
        } else {
            continue;
        };
        faults.push(What::SaysNo, Place::file(&table.name).column(heading).rows(rows));
        any = true;
    }
    any
}

/// A heading as [`fold_heading`] leaves it, without signs, without "(ja/nee)" and without "is" in front.
fn bare(heading: &str) -> String {
    let key: String = fold_heading(heading).chars().filter(|sign| sign.is_alphanumeric()).collect();
    let ends = ["janee", "yesno", "jn", "yn"]
        .iter()
        .find_map(|end| key.strip_suffix(end))
        .filter(|it| !it.is_empty());
    let key = ends.unwrap_or(&key);
    let starts = ["is", "was", "wel"].iter().find_map(|start| key.strip_prefix(start));
    let known = |rest: &&str| ASKS.contains(rest) || ASKS_SEATED.contains(rest);
    starts.filter(known).unwrap_or(key).to_owned()
}

/// Whether a cell below a heading of how people stand says that somebody has no seat.
fn is_gone(cell: &str) -> bool {
    // "niet ziek", "not moved"
    let words = || cell.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let word = words().any(|word| GONE_WORDS.contains(&word));
    GONE.iter().any(|word| cell.contains(word))
        || word && !words().any(|word| matches!(word, "niet" | "not" | "geen"))
}

/// The first word of a cell.
fn first(cell: &str) -> &str {
    cell.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default()
}

/// Headings, after [`fold_heading`], of what people are or where they sit, which sets nobody apart.
const KNOWN: &[&str] = &[
    "rol",
    "role",
    "tafel",
    "table",
    "groep",
    "group",
    "plaats",
    "place",
    "woonplaats",
    "dorp",
    "village",
    "kern",
    "wijk",
    "buurt",
    "neighbourhood",
    "geslacht",
    "gender",
    "sex",
    "leeftijd",
    "age",
    "leeftijdsgroep",
    "opleiding",
    "education",
    "naam",
    "name",
    "voornaam",
    "achternaam",
    "tussenvoegsel",
    "straat",
    "postcode",
    "telefoon",
    "telefoonnummer",
    "mobiel",
    "phone",
    "email",
    "emailadres",
];
/// Words in a heading, after [`fold`], below which whatever stands says no.
const ABSENT: &[&str] =
    &["afwezig", "absent", "afgemeld", "verhinderd", "ziek", "niet", "not", "geen", "no-show"];
/// So many words at most say of each row to which kind it belongs.
const KINDS: usize = 5;
/// Signs of such a word at most.
const SHORT: usize = 20;

/// A column that sets some rows apart from others, in words that are not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marking {
    /// Which column.
    pub(crate) column: usize,
    /// How many rows have something in it.
    pub(crate) filled: u64,
    /// How many have nothing.
    pub(crate) blank: u64,
}

/// The columns that may say of some rows that they do not belong in a list in which everybody counts: crosses in some cells and
/// nothing in others, or a few short words. For what [`report_no`] does not understand.
pub(crate) fn markings(table: &Table, own: &[usize], traits: &dyn Fn(&str) -> bool) -> Vec<Marking> {
    let known = |heading: &str| KNOWN.contains(&fold_heading(heading).as_str()) || traits(heading);
    let looked = |column: &usize| {
        !own.contains(column) && !table.is_refused(*column) && !known(&table.headings[*column])
    };
    let marking = |column: usize| {
        let (mut words, mut filled, mut blanks) = (BTreeSet::new(), 0, 0);
        for row in table.rows() {
            match fold(row.cell(column)) {
                cell if blank(&cell) => blanks += 1,
                cell => {
                    filled += 1;
                    let yes = YES.contains(&cell.as_str());
                    words.insert(if yes { String::new() } else { cell });
                }
            }
        }
        let heading = fold(&table.headings[column]);
        let absent = ABSENT.iter().any(|it| heading.contains(it));
        let short = words.iter().all(|word| word.chars().count() <= SHORT);
        let few =
            short && words.len() > 1 && (words.len() <= 2 || words.len() <= KINDS && words.len() < filled);
        let marks = filled > 0 && (absent || blanks > 0 || few);
        marks.then_some(Marking { column, filled: filled as u64, blank: blanks })
    };
    (0..table.headings.len()).filter(looked).filter_map(marking).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::read;

    /// In a list of those who are in, one who is out is enough.
    #[test]
    fn who_is_out_in_a_list_of_those_who_are_in() {
        let out = |heading: &str, cell: &str, other: &str| {
            let mut faults = Faults::new();
            let text = format!("id;{heading}\n1;\"{cell}\"\n2;\"{other}\"\n");
            let table = read("f.csv", text.as_bytes(), &mut faults).unwrap();
            report_no(
                &table,
                &[0],
                &|heading| heading == "rookt",
                Some(&|_| Default::default()),
                &mut faults,
            );
            faults.iter().flat_map(|fault| fault.place.rows.first.clone()).collect::<Vec<_>>()
        };
        for (cell, other) in [
            ("declined", "in"),
            ("nee", "in"),
            ("afgemeld", "zit erin"),
            ("reserve", "bevestigd"),
            ("Reserve (2)", "bevestigd"),
            ("weggebleven", "bevestigd"),
            ("reserve", "ja"),
            ("withdrew", "confirmed"),
            ("no-show", "confirmed"),
            ("weet niet", "ja"),
            ("misschien", "bevestigd"),
            ("gestopt", "actief"),
            ("nee", "actief"),
            ("call now", "drawn, no answer yet"),
            ("niet ingeloot", "opgeroepen, nog geen antwoord"),
            ("overleden", "ok"),
            ("verhuisd", "ok"),
            ("cancelled", "ok"),
            ("left", "ok"),
            ("ziek", "ok"),
            ("zegt nee", "ok"),
            ("haakt af", "ok"),
            ("not attending", "ok"),
            ("waitlisted", "ok"),
        ] {
            assert_eq!(out("status", cell, other), [2], "{cell}, {other}");
        }
        assert_eq!(out("wat", "reserve", "reserve"), [2, 3]);
        assert_eq!(out("rookt", "reserve", "ja"), [2]);
        assert_eq!(out("aanwezig", "nee", "te laat"), [2]);
        for cell in
            ["nee, ziek", "reserve nr 3", "2e reserve", "wachtlijst", "Afgemeld per mail 3 maart", "kan niet"]
        {
            assert_eq!(out("status", cell, "bevestigd"), [2], "{cell}");
        }
        for (heading, cell, other) in [
            ("status", "actief", "lid"),
            ("status", "drawn, no answer yet", "in"),
            ("reservenummer", "0", "3"),
            ("bevestigd", "0", "15"),
            ("mening", "weet niet", "ja"),
            ("opmerking", "nee", "zit graag bij het raam"),
            ("rookt", "nee", "ja"),
        ] {
            assert!(out(heading, cell, other).is_empty(), "{heading}: {cell}, {other}");
        }
    }

    /// Columns that set rows apart in words that nobody knows; the others are told what they say.
    #[test]
    fn a_column_of_crosses_sets_some_rows_apart() {
        let marks = |text: &str| {
            let table = read("f.csv", text.as_bytes(), &mut Faults::new()).unwrap();
            let all = markings(&table, &[0], &|heading| heading == "rookt");
            all.iter().map(|it| (it.filled, it.blank)).collect::<Vec<_>>()
        };
        for (text, found) in [
            ("id,aanwezig 12 mei\n1,x\n2,\n3,x\n", (2, 1)),
            ("id,20-11\n1,x\n2,\n3,\n", (1, 2)),
            ("id,handtekening\n1,krabbel\n2,\n", (1, 1)),
            ("id,afwezig\n1,x\n2,x\n", (2, 0)),
            ("id,opmerking\n1,\n2,afwezig\n", (1, 1)),
            ("id,aanwezig\n1,\u{2713}\n2,\u{2717}\n", (2, 0)),
            ("id,aanwezig\n1,15\n2,0\n3,15\n", (3, 0)),
            ("id,bereid\n1,ja\n2,misschien\n", (2, 0)),
        ] {
            assert_eq!(marks(text), [found], "{text}");
        }
        for text in [
            "id,aanwezig\n1,x\n2,X\n",
            "id,ja\n1,x\n2,ja\n",
            "id,getekend\n1,\n2,\n",
            "id,rookt\n1,ja\n2,\n",
            "id,Tafel\n1,1\n2,2\n3,1\n",
            "id,wie\n1,An\n2,Bo\n3,Co\n",
            "id,opmerking\n1,moet om negen uur weer weg zijn\n2,zit graag bij het raam\n",
            "id\n1\n2\n",
        ] {
            assert_eq!(marks(text), [], "{text}");
        }
    }

    fn no(text: &str) -> Vec<usize> {
        let mut faults = Faults::new();
        let table = read("f.csv", text.as_bytes(), &mut faults).unwrap();
        let told = report_no(&table, &[0], &|heading| heading == "rookt", None, &mut faults);
        let rows: Vec<usize> = faults.iter().flat_map(|fault| fault.place.rows.first.clone()).collect();
        assert_eq!(told, !rows.is_empty());
        rows
    }

    #[test]
    fn who_says_no_in_a_list_of_those_who_count() {
        for (text, rows) in [
            ("id,aanwezig\n1,ja\n2,nee\n3,Ja\n4,NEE\n", vec![3, 5]),
            ("code,present\n1,yes\n2,no\n", vec![3]),
            ("code,status\n1,aanwezig\n2,afwezig\n", vec![3]),
            ("id,wil\n1,nee\n2,nee\n", vec![2, 3]),
            ("id,aanwezig\n1,x\n2,\n3,x\n", vec![3]),
            ("id,mee\n1,1\n2,0\n", vec![3]),
            ("id,naam,bevestigd\n1,An,j\n2,Bo,n\n", vec![3]),
        ] {
            assert_eq!(no(text), rows, "{text}");
        }
        for text in [
            "id,aanwezig\n1,ja\n2,ja\n",
            "id,aanwezig\n1,\n2,\n",
            "id,lopend\n1,x\n2,\n",
            "id,rookt\n1,ja\n2,nee\n",
            "id,rolstoel\n1,ja\n2,nee\n",
            "id,mening\n1,ja\n2,nee\n3,weet niet\n",
            "id,naam\n1,Ja\n2,An\n",
            "id\n1\n2\n",
        ] {
            assert_eq!(no(text), [0usize; 0], "{text}");
        }
    }
}
