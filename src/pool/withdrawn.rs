//! People of whom a column that is not used says that they take no part. Imports `base`, `register` and its siblings.

use super::traits::is_of_others;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::stands::{Stands, is_of_standing};
use crate::base::text::{blank, fold};
use crate::base::unanswered::says_nothing as nothing;
use crate::register::{Table, TableRow, report_no};

/// What a word says.
#[derive(Clone, Copy)]
enum Word {
    /// Of taking part.
    Part,
    /// Of what may be asked for something else too: below another heading it says nothing.
    Weak,
    /// Of an answer: "no" is one, and none at all says nothing.
    Reply,
    /// Of taking no part any more.
    Out,
    Not,
    /// Of stopping or moving, which may be with or to something else: only below a heading that asks who takes part.
    Stops,
    /// Nothing.
    Filler,
}

/// The words that are understood, as [`fold`] leaves them, without spaces. Whatever has another word is not of taking part in this
/// ("Toestemming foto", "Eerdere deelname").
const WORDS: &[(Word, &[&str])] = &[
    (
        Word::Part,
        &[
            "mee",
            "meedoen",
            "meedoet",
            "deel",
            "deelname",
            "deelnemen",
            "deelneemt",
            "deelnemer",
            "wil",
            "takepart",
            "takespart",
            "takingpart",
            "participate",
            "participates",
            "participating",
            "participation",
        ],
    ),
    (
        Word::Weak,
        &[
            "kan",
            "kom",
            "komt",
            "komen",
            "bereid",
            "toestemming",
            "akkoord",
            "instemming",
            "interesse",
            "belangstelling",
            "beschikbaar",
            "beschikbaarheid",
            "aanmelding",
            "aangemeld",
            "can",
            "come",
            "comes",
            "coming",
            "willing",
            "consent",
            "consents",
            "consented",
            "agree",
            "agrees",
            "agreed",
            "interested",
            "available",
            "availability",
            "registration",
            "registered",
            "attend",
            "attends",
            "attending",
        ],
    ),
    (Word::Reply, &["reactie", "antwoord", "response", "reply", "answer", "rsvp"]),
    (
        Word::Out,
        &[
            "afgemeld",
            "afmelding",
            "afgezegd",
            "afzegging",
            "uitgeschreven",
            "uitschrijving",
            "ingetrokken",
            "teruggetrokken",
            "trektzichterug",
            "geannuleerd",
            "annulering",
            "vervallen",
            "afgevallen",
            "uitgevallen",
            "weggebleven",
            "gestopt",
            "verhinderd",
            "afgehaakt",
            "haaktaf",
            "haakteaf",
            "opgezegd",
            "opzegging",
            "afmelddatum",
            "uitschrijfdatum",
            "opzegdatum",
            "overlijdensdatum",
            "reserve",
            "reservelijst",
            "wachtlijst",
            "waitinglist",
            "overleden",
            "overlijden",
            "withdrawn",
            "withdrew",
            "withdrawal",
            "declined",
            "cancelled",
            "canceled",
            "cancellation",
            "optedout",
            "deceased",
            "died",
        ],
    ),
    (Word::Not, &["niet", "geen", "not", "no"]),
    (
        Word::Stops,
        &[
            "stopt",
            "stop",
            "stopped",
            "verhuisd",
            "vertrokken",
            "moved",
            "ziek",
            "sick",
            "geweigerd",
            "afgeslagen",
            "refused",
        ],
    ),
    (
        Word::Filler,
        &[
            "ik",
            "u",
            "je",
            "jij",
            "hij",
            "zij",
            "doe",
            "doet",
            "doen",
            "neem",
            "neemt",
            "nemen",
            "wilt",
            "willen",
            "kunnen",
            "kunt",
            "is",
            "was",
            "heeft",
            "zich",
            "ook",
            "nog",
            "meer",
            "graag",
            "liever",
            "helaas",
            "toch",
            "alsnog",
            "inmiddels",
            "op",
            "per",
            "dd",
            "om",
            "te",
            "aan",
            "voor",
            "met",
            "van",
            "de",
            "het",
            "datum",
            "reden",
            "gegeven",
            "mail",
            "telefonisch",
            "loting",
            "panel",
            "beraad",
            "burgerberaad",
            "burgerforum",
            "janee",
            "jn",
            "i",
            "you",
            "he",
            "she",
            "they",
            "do",
            "does",
            "has",
            "have",
            "will",
            "want",
            "wants",
            "to",
            "of",
            "on",
            "in",
            "for",
            "the",
            "date",
            "reason",
            "given",
            "by",
            "phone",
            "draw",
            "lottery",
            "assembly",
            "yesno",
            "yn",
        ],
    ),
];

/// So many bytes at most are read: longer is a story, in which words mean something else.
const LONGEST: usize = 60;

/// What a text says, all of which is understood.
#[derive(Clone, Copy, Default)]
struct Said {
    part: bool,
    weak: bool,
    reply: bool,
    out: bool,
    not: bool,
    /// Of stopping: below a heading that asks who takes part.
    stops: bool,
}

/// The words by their first byte, since most cells of a million rows are none of them.
struct Words(Vec<Vec<(&'static str, Word)>>);

impl Words {
    fn new() -> Self {
        let mut words = vec![Vec::new(); 256];
        for (word, means) in WORDS.iter().flat_map(|(means, words)| words.iter().map(move |w| (*w, *means))) {
            words[usize::from(word.as_bytes()[0])].push((word, means));
        }
        Self(words)
    }

    /// What these letters say; nothing where some of them are no word. Words may stand together: "wilmeedoen".
    fn said(&self, letters: &str) -> Option<Said> {
        if letters.len() > LONGEST {
            return None;
        }
        let mut until: Vec<Option<Said>> = vec![None; letters.len() + 1];
        until[0] = Some(Said::default());
        for at in 0..letters.len() {
            let Some(before) = until[at] else { continue };
            let rest = &letters.as_bytes()[at..];
            for (word, means) in
                self.0[usize::from(rest[0])].iter().filter(|it| rest.starts_with(it.0.as_bytes()))
            {
                let mut said = before;
                match means {
                    Word::Part => said.part = true,
                    Word::Weak => said.weak = true,
                    Word::Reply => said.reply = true,
                    Word::Out => said.out = true,
                    Word::Not => said.not = true,
                    Word::Stops => said.stops = true,
                    Word::Filler => {}
                }
                // The longest word that ends here is the one that was meant: it began first.
                until[at + word.len()].get_or_insert(said);
            }
        }
        until[letters.len()]
    }

    /// What a heading says. A number in it is a year, or a question among many.
    fn heading(&self, heading: &str) -> Said {
        let folded = fold(heading);
        let number = folded.chars().any(char::is_numeric);
        let said = if number { None } else { self.said(&letters(&folded)) };
        said.unwrap_or_default()
    }

    /// The rows of which a column says that these people take no part. What is said of a partner or a child says nothing.
    /// And whether the heading asks who does not.
    fn out(&self, table: &Table, column: usize) -> (Vec<usize>, bool) {
        if is_of_others(&table.headings[column]) {
            return Default::default();
        }
        let heading = self.heading(&table.headings[column]);
        let taking = heading.part || heading.weak;
        let out = |cell: &str| {
            let cell = fold(cell);
            let says = self.cell(&cell);
            let by_heading = match (heading.out, heading.not) {
                (true, false) => !(no(&cell) || nothing(&cell) || says.out && says.not),
                (false, true) => taking && yes(&cell),
                (true, true) => no(&cell),
                (false, false) if taking || heading.reply => {
                    let refuses = says.not && !says.out && !nothing(&cell);
                    no(&cell)
                        || (says.part || says.weak) && says.not
                        || taking && (none(&cell) || refuses || says.stops)
                }
                (false, false) => false,
            };
            by_heading || says.out && !says.not || says.part && says.not && !says.out
        };
        let rows = table.rows().filter(|row| !blank(row.cell(column)) && out(row.cell(column)));
        (rows.map(|row| row.row).collect(), heading.out && !heading.not)
    }

    /// What a folded cell says before its first comma: "afgemeld (ziek)".
    fn cell(&self, folded: &str) -> Said {
        let head = head(folded);
        if head.len() > LONGEST || !head.bytes().any(|b| b.is_ascii_alphabetic()) {
            return Said::default();
        }
        self.said(&letters(head)).unwrap_or_default()
    }
}

fn letters(folded: &str) -> String {
    folded.chars().filter(|sign| sign.is_alphabetic()).collect()
}

/// A text until its first comma, or another sign after which it is explained.
fn head(folded: &str) -> &str {
    let head = folded.split([',', ';', ':', '(', '!']).next().unwrap_or(folded);
    head.split(". ").next().unwrap_or(head).trim().trim_end_matches('.')
}

fn no(folded: &str) -> bool {
    const NO: &[&str] = &["n", "no", "no thanks", "no thank you", "niet", "not"];
    const WHOLE: &[&str] = &["0", "false", "onwaar", "\u{2717}", "\u{2718}", "\u{274c}"];
    let head = head(folded);
    // "0,5" is a number.
    WHOLE.contains(&folded) || NO.contains(&head) || matches!(head.split(' ').next(), Some("nee" | "neen"))
}

fn yes(folded: &str) -> bool {
    const YES: &[&str] =
        &["ja", "j", "yes", "y", "x", "v", "true", "waar", "1", "\u{2713}", "\u{2714}", "\u{2705}"];
    YES.contains(&head(folded))
}

fn none(folded: &str) -> bool {
    ["geen", "none"].contains(&folded)
}

/// Reports people of whom a column that is not used says that they take no part.
pub(super) fn report(table: &Table, used: &[usize], faults: &mut Faults) {
    let words = Words::new();
    let looked = |column: &usize| !used.contains(column) && !table.is_refused(*column);
    for column in (0..table.headings.len()).filter(looked) {
        let rows: Rows = words.out(table, column).0.into_iter().collect();
        if rows.count() > 0 && rows.count() < table.len() {
            faults.push(What::SeemsOut, Place::file(&table.name).column(&table.headings[column]).rows(rows));
        }
    }
}

/// How a cell begins, after [`fold`], where somebody moved or died, whatever its heading is.
const MOVED: &[&str] = &[
    "verhuisd",
    "is verhuisd",
    "vertrokken",
    "is vertrokken",
    "overleden",
    "is overleden",
    "inmiddels verhuisd",
    "inmiddels overleden",
    "moved away",
    "has moved",
    "passed away",
    "has passed away",
    "deceased",
    "has died",
];
/// Headings, as [`letters`] leaves them, below which whatever is filled in and is no "no" says that somebody has no seat.
const ASKS_WHO_IS_OUT: &[&str] = &[
    "verhuisd",
    "moved",
    "movedaway",
    "vertrokken",
    "vertrekdatum",
    "verhuisdatum",
    "noshow",
    "noshows",
    "nietgekomen",
    "nietverschenen",
    "nietopgekomen",
    "afwezig",
    "absent",
    "ziek",
    "ziekgemeld",
    "kwamniet",
    "dropout",
    "droppedout",
    "uitval",
];

/// The rows of a list of those who have a seat of which a column says that they have none, and whether its heading asks who is out.
fn out_of_seat(words: &Words, list: &Table, column: usize) -> (Vec<usize>, bool) {
    let (mut rows, mut reversed) = words.out(list, column);
    let heading = letters(&fold(&list.headings[column]));
    if is_of_others(&list.headings[column]) {
        return (rows, reversed);
    }
    let asks = !reversed && ASKS_WHO_IS_OUT.contains(&heading.as_str());
    let says = |row: &TableRow<'_>| {
        let cell = fold(row.cell(column));
        let begins = |words: &str| {
            let rest = cell.strip_prefix(words);
            rest.is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-'))
        };
        !blank(&cell) && (asks && !no(&cell) && !nothing(&cell) || MOVED.iter().any(|it| begins(it)))
    };
    rows.extend(list.rows().filter(says).map(|row| row.row));
    reversed |= asks;
    (rows, reversed)
}

/// How a list of one's own says that somebody has not answered yet, after [`fold`].
const UNANSWERED: &[&str] = &[
    "nog geen antwoord",
    "geen antwoord",
    "geen reactie",
    "uitgenodigd",
    "in afwachting",
    "afwachtend",
    "wacht op antwoord",
    "wacht op reactie",
    "nog niet gereageerd",
    "niet gereageerd",
    "nog bellen",
    "nog te bellen",
    "nog vragen",
    "nog te vragen",
    "voorlopig",
    "onder voorbehoud",
    "no answer yet",
    "no response",
    "no response yet",
    "no reply",
    "no reply yet",
    "awaiting",
    "awaiting reply",
    "awaiting answer",
    "pending",
    "tentative",
    "provisional",
    "invited",
];

/// Reports people of a list of those who have a seat of whom a column says that they have none, whatever it says of the others,
/// and those who have not answered yet.
pub(super) fn report_seated(
    list: &Table,
    used: &[usize],
    traits: &dyn Fn(&str) -> bool,
    faults: &mut Faults,
) {
    let words = Words::new();
    report_no(list, used, traits, Some(&|column| out_of_seat(&words, list, column)), faults);
    for column in (0..list.headings.len()).filter(|c| !used.contains(c) && !list.is_refused(*c)) {
        let heading = &list.headings[column];
        let asked =
            |cell: &str| Stands::read(cell) == Some(Stands::Asked) || UNANSWERED.contains(&head(&fold(cell)));
        let rows: Rows = list.rows().filter(|row| asked(row.cell(column))).map(|row| row.row).collect();
        if rows.count() > 0 && is_of_standing(heading) {
            faults.push(What::ConfirmedAsked, Place::file(&list.name).column(heading).rows(rows));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    /// Whether somebody is told whose cell this is, beside somebody whose cell is `other`.
    fn told(heading: &str, cell: &str, other: &str) -> bool {
        let mut faults = Faults::new();
        let text = format!("id;{heading};x\n1;\"{cell}\";a\n2;\"{other}\";b\n");
        let table = crate::register::read("p.csv", text.as_bytes(), &mut faults).unwrap();
        report(&table, &[0], &mut faults);
        let rows: Vec<usize> = faults
            .iter()
            .filter(|f| f.kind() == Kind::SeemsOut)
            .flat_map(|f| f.place.rows.first.clone())
            .collect();
        assert!(rows.is_empty() || rows == [2], "{heading}: {cell}, {other}");
        !rows.is_empty()
    }

    /// Below a heading that asks who is out, a no is right and a yes is not; below others a bare no says nothing of a seat.
    #[test]
    fn a_list_of_those_who_have_a_seat_is_read_by_what_its_headings_ask() {
        let rows = |heading: &str, cells: [&str; 3]| {
            let mut faults = Faults::new();
            let [a, b, c] = cells;
            let text = format!("id;{heading}\n1;{a}\n2;{b}\n3;{c}\n");
            let list = crate::register::read("i.csv", text.as_bytes(), &mut faults).unwrap();
            report_seated(&list, &[0], &|_| false, &mut faults);
            faults.iter().flat_map(|fault| fault.place.rows.first.clone()).collect::<Vec<_>>()
        };
        for heading in ["reserve", "afgemeld", "uitgevallen"] {
            assert_eq!(rows(heading, ["nee", "nee", "ja"]), [4], "{heading}");
        }
        assert_eq!(rows("status", ["bevestigd", "uitgenodigd", "bevestigd"]), [3]);
        for (heading, cell, other) in [
            ("doet mee?", "nee", "ja"),
            ("Doet mee", "toch niet", "ja"),
            ("doet mee", "stopt", "ja"),
            ("komt niet", "ja", "nee"),
            ("Bevestigd?", "nee", "ja"),
            ("Is aanwezig (ja/nee)", "nee", "ja"),
            ("RSVP", "no", "yes"),
            ("Attending?", "declined", "yes"),
            ("neemt zitting", "nee", "ja"),
            ("actief", "0", "1"),
            ("lid", "nee", "ja"),
            ("uitnodiging", "afgeslagen", "aanvaard"),
            ("deelnamestatus", "verhuisd", "ok"),
            ("status deelname", "wacht op antwoord", "ok"),
            ("bijzonderheden", "verhuisd naar Breda", ""),
            ("opmerking", "is overleden", "zit graag vooraan"),
            ("verhuisd", "ja", "nee"),
            ("Vertrekdatum", "2027-03-03", ""),
            ("no-show", "x", ""),
            ("afmelddatum", "3-3-2027", "-"),
        ] {
            assert_eq!(rows(heading, [other, cell, other]), [3], "{heading}: {cell}");
        }
        for (heading, cell, other) in [
            ("opmerking", "verhuisdozen bij de hand", ""),
            ("huwelijkse status", "left", "gehuwd"),
            ("verhuisd", "nee", "-"),
            ("status", "niet ziek", "bevestigd"),
            ("lid van vereniging", "nee", "ja"),
            ("actief in de wijk", "nee", "ja"),
            ("auto", "nee", "ja"),
        ] {
            assert!(rows(heading, [other, cell, other]).is_empty(), "{heading}: {cell}");
        }
        for heading in ["rolstoel", "partner komt mee", "kan op zaterdag", "opmerking", "eerder deelgenomen"]
        {
            assert!(rows(heading, ["nee", "ja", "nee"]).is_empty(), "{heading}");
        }
    }

    #[test]
    fn whoever_has_withdrawn_is_pointed_out_by_row() {
        for (heading, cell, other) in [
            ("afgemeld", "x", ""),
            ("status", "Ingetrokken", "actief"),
            ("doet mee", "nee", "ja"),
            ("opmerking", "wil niet meer", "wil graag"),
            ("Wil meedoen", "nee", "ja"),
            ("WilMeedoen", "Nee.", "ja"),
            ("Ik wil meedoen (ja/nee)", "nee", "ja"),
            ("Doet mee?", "Nee, toch niet", "Ja"),
            ("Doet mee?", "Nee helaas", "Ja"),
            ("Toestemming", "nee", "ja"),
            ("Toestemming voor deelname", "geen toestemming", "ja"),
            ("Toestemming", "geen", "ja"),
            ("Reactie", "geen interesse", "ja"),
            ("Akkoord", "nee", "ja"),
            ("Akkoord", "niet akkoord", "akkoord"),
            ("Beschikbaar", "nee", "ja"),
            ("Reactie", "Nee", "Ja"),
            ("Aanmelding", "geannuleerd", "ontvangen"),
            ("Afgemeld op", "3-3-2027", ""),
            ("Datum afmelding", "3-3-2027", "n.v.t."),
            ("Reden van afmelding", "ziek", "-"),
            ("Overleden", "ja", "nee"),
            ("Opmerking", "heeft zich afgemeld", "zit graag bij het raam"),
            ("Opmerking", "Afgemeld (ziek)", "niet afgemeld"),
            ("Opmerking", "afgemeld op 3-3-2027", "nog niet afgemeld"),
            ("Wil niet meedoen", "x", ""),
            ("Komt niet", "ja", "nee"),
            ("Niet afgemeld", "nee", "ja"),
            ("Consent", "no", "yes"),
            ("Consent", "I do not consent", "I consent"),
            ("Wilt u meedoen?", "Nee, liever niet", "Ja"),
            ("Wilt u meedoen", "Liever niet", "Ja"),
            ("Afgemeld", "\u{2714}", ""),
            ("consent_given", "No, sorry", "yes"),
            ("No consent", "x", ""),
            ("Consent (yes/no)", "no", "yes"),
            ("Available", "no", "yes"),
            ("Withdrawn on", "2027-03-03", ""),
            ("Date declined", "2027-03-03", ""),
            ("Deceased", "yes", "no"),
            ("Takes part", "false", "true"),
            ("remark", "does not want to take part", "does"),
        ] {
            assert!(told(heading, cell, other), "{heading}: {cell}");
        }
    }

    #[test]
    fn what_is_said_of_something_else_says_nothing() {
        for (heading, cell, other) in [
            ("afgemeld", "nee", "nee"),
            ("afgemeld", "-", "n.v.t."),
            ("wijk", "nee", "ja"),
            ("Toestemming foto", "nee", "ja"),
            ("Eerdere deelname", "nee", "ja"),
            ("Deelname 2023", "nee", "ja"),
            ("Afmelding nieuwsbrief", "ja", "nee"),
            ("Partner doet mee", "nee", "ja"),
            ("Overleden partner", "ja", "nee"),
            ("Partner", "overleden", ""),
            ("Niet beschikbaar", "maandag", "dinsdag"),
            ("Beschikbaar", "n.v.t.", "ja"),
            ("Beschikbaar", "0,5", "1"),
            ("Reactie", "geen reactie", "ja"),
            ("Reactie", "geen", "ja"),
            ("Wil niet meedoen", "nee", ""),
            ("Telefoon", "niet beschikbaar", "ja"),
            ("Foto", "geen toestemming", "ja"),
            ("Opmerking", "partner heeft zich afgemeld", "x"),
            ("Opmerking", "afgemeld voor de nieuwsbrief", "x"),
            ("Opmerking", "wil", "kan"),
            ("Niet", "x", ""),
            ("Afgemeld op", "Niet ingevuld", ""),
            ("Datum afmelding", ".", "-"),
            ("Reden van afmelding", "Weet ik niet", ""),
            ("Afgemeld", "Prefer not to say", "no"),
            ("Date declined", "N/A", ""),
            ("Withdrawn on", "(blank)", ""),
            ("Overleden", "Onbekend", "nee"),
            ("Wil meedoen", "Geen antwoord", "ja"),
            ("Wil meedoen", "Zeg ik liever niet", "ja"),
            ("Toestemming", "Niet ingevuld", "ja"),
            ("Toestemming", "wil ik niet zeggen", "ja"),
            ("Consent", "Prefer not to say", "Yes"),
            ("Consent", "N/A", "Yes"),
            ("Available", "not sure", "yes"),
            ("Beschikbaar", ".", "ja"),
            ("Naam", "Kan", "Kom"),
        ] {
            assert!(!told(heading, cell, other), "{heading}: {cell}");
        }
    }
}
