//! What a clerk gets: the export of a registration page as people filled it in, and the registers of thirteen
//! municipalities, each in a layout of its own. With the recipes that make one list of them. Nobody in them exists.

use super::rng::Rng;
use geloot::base::fault::Faults;
use geloot::prepare::prepare;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use std::collections::BTreeMap;

/// Files of a folder by name.
pub type Files = BTreeMap<String, Vec<u8>>;

const FIRST: [&str; 16] = [
    "Quirina",
    "Zebulon",
    "Xantia",
    "Ybele",
    "Wendela",
    "Joachim",
    "Ottilie",
    "Fedde",
    "Isolde",
    "Gerlof",
    "Philomena",
    "Wubbe",
    "Adelheid",
    "Tjeerd",
    "Hermien",
    "Zo\u{eb}",
];
const LAST: [&str; 16] = [
    "Vosmaer",
    "Haaksma",
    "Oosterling",
    "Terpstra",
    "Kuipers",
    "Zijlmans",
    "Brandsma",
    "Ykema",
    "van der Lindepad",
    "Kastanje",
    "de Esdoorn",
    "Wilgenweg",
    "Beukema",
    "ter Elst",
    "Populier",
    "Hazelaar",
];
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// What people write for each level of education.
const LOW: [&str; 9] = [
    "basisschool",
    "vmbo",
    "VMBO-t",
    "mavo",
    "lbo",
    "lagere school",
    "mbo 1",
    "praktijkonderwijs",
    "geen diploma",
];
const MIDDLE: [&str; 9] = ["mbo", "MBO 4", "mbo-4", "havo", "vwo", "atheneum", "mbo 3", "MTS", "middelbaar"];
const HIGH: [&str; 9] =
    ["hbo", "HBO bachelor", "universiteit", "WO", "wo master", "Uni", "HBO/WO", "hts", "universitair"];
const WOMAN: [&str; 7] = ["Vrouw", "vrouw", "V", "v.", "vr", "vrouwelijk", "Mevrouw"];
const MAN: [&str; 7] = ["Man", "man", "M", "m", "mnl", "mannelijk", "Dhr."];

/// Day, month and year of birth of somebody.
type Born = (u64, u64, u64);

fn born(rng: &mut Rng) -> Born {
    (1 + rng.below(28), 1 + rng.below(12), 1937 + rng.below(74))
}

/// A date in one of four layouts.
fn date((day, month, year): Born, layout: u64) -> String {
    match layout {
        0 => format!("{day:02}-{month:02}-{year}"),
        1 => format!("{year}-{month:02}-{day:02}"),
        2 => format!("{day} {} {year}", MONTHS[month as usize - 1]),
        3 => format!("{day}/{month}/{year}"),
        _ => format!("{year}{month:02}{day:02}"),
    }
}

fn list(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| format!("{text:?}")).collect();
    format!("[{}]", texts.join(", "))
}

/// `fixtures/clerk`: the export, its recipe, what was decided, and quotas.
pub fn clerk() -> Files {
    let mut rng = Rng::named("clerk");
    let mut rows: Vec<[String; 11]> = Vec::new();
    for number in 1..=320u64 {
        let (first, last) = (FIRST[rng.below(16) as usize], LAST[rng.below(16) as usize]);
        let born = born(&mut rng);
        let birth = match number {
            17 | 101 => format!("00-00-{}", 1960 + number % 5),
            33 => "mei 1971".to_owned(),
            _ => date(born, rng.below(4)),
        };
        let sex = if rng.below(100) < 52 { &WOMAN } else { &MAN };
        let level = [&LOW, &MIDDLE, &HIGH][rng.weighted([3, 4, 5].into_iter())];
        let postcode = match rng.below(40) {
            0 => format!("{}XA", 6000 + rng.below(90)),
            _ => format!(
                "{}{}{}B",
                5981 + rng.below(8),
                ["", " "][rng.below(2) as usize],
                ["A", "c"][rng.below(2) as usize]
            ),
        };
        rows.push([
            number.to_string(),
            format!("{first} {last}"),
            format!("{}.{}@example.org", first.to_lowercase().replace('\u{eb}', "e"), number),
            format!("06-{:08}", 10_000_000 + number * 7919),
            birth,
            sex[rng.below(7) as usize].to_owned(),
            level[rng.below(9) as usize].to_owned(),
            postcode,
            ["Ja", "ja", "JA", "ja "][rng.below(4) as usize].to_owned(),
            String::new(),
            if number % 23 == 0 { "belt; graag\n's avonds".to_owned() } else { String::new() },
        ]);
    }
    // No consent; too young; there twice: once by another address, once with capitals, once a father and a son.
    rows[40][8] = "nee".to_owned();
    rows[41][8] = String::new();
    rows[50][4] = "12-05-2014".to_owned();
    for (copy, of) in [(318, 12), (319, 77)] {
        for column in [1, 2, 3, 4, 7] {
            rows[copy][column] = rows[of][column].clone();
        }
    }
    rows[318][2] = rows[12][2].to_uppercase();
    rows[200][3] = rows[199][3].clone();
    rows[200][1] = rows[199][1].clone();
    let mut export = "Aanmeldingen burgerberaad; export van 8 februari 2027\r\n\r\n".to_owned();
    export += "Nr;Naam;E-mailadres;Telefoon;Geboortedatum;Ik ben;Hoogst voltooide opleiding;Postcode;Toestemming;BSN;Opmerkingen\r\n";
    for row in &rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| if cell.contains([';', '\n']) { format!("\"{cell}\"") } else { cell.clone() })
            .collect();
        export += &format!("{}\r\n", cells.join(";"));
    }
    let mut postcodes = "postcode;gebied\r\n".to_owned();
    for code in 5981..5989 {
        postcodes += &format!("{code};{}\r\n", ["Noord", "Zuid", "Oost"][code as usize % 3]);
    }
    let mut ages = "Leeftijd;Aantal\r\n".to_owned();
    for age in 0..=95u32 {
        let end = if age == 95 { " jaar of ouder" } else { " jaar" };
        ages += &format!("{age}{end};{}\r\n", 400 + (age * 37) % 91 - age.saturating_sub(60) * 8);
    }
    let quotas = "feature,value,min,max\ngeslacht,man,13,17\ngeslacht,vrouw,13,17\nleeftijd,16-34,5,10\nleeftijd,35-54,6,12\n\
        leeftijd,55-74,5,12\nleeftijd,75+,1,6\nopleiding,laag,6,12\nopleiding,midden,8,14\nopleiding,hoog,8,14\n\
        gebied,Noord,7,14\ngebied,Oost,7,14\ngebied,Zuid,7,14\n";
    let recipe = format!(
        "reference_date = 2027-03-01\n\n[[source]]\nfile = \"aanmeldingen.csv\"\nheading_row = 3\ntotal = 320\n\
         rename = {{ \"Nr\" = \"aanmeldnummer\" }}\n\n[columns.aanmeldnummer]\npad = 4\n\n\
         [columns.leeftijd]\nfrom = \"Geboortedatum\"\nclasses = [\"16-34\", \"35-54\", \"55-74\", \"75+\"]\n\n\
         [columns.geslacht]\nfrom = \"Ik ben\"\n[columns.geslacht.values]\nman = {}\nvrouw = {}\n\n\
         [columns.opleiding]\nfrom = \"Hoogst voltooide opleiding\"\n[columns.opleiding.values]\nlaag = {}\nmidden = {}\nhoog = {}\n\n\
         [columns.gebied]\nfrom = \"Postcode\"\ntable = {{ file = \"postcodes.csv\", key = \"postcode\", value = \"gebied\" }}\notherwise = \"elders\"\n\n\
         [[leave_out]]\ncolumn = \"Toestemming\"\nnot = [\"ja\"]\nground = \"geen toestemming\"\n\n\
         [[leave_out]]\ncolumn = \"Geboortedatum\"\nyounger = 16\nground = \"te jong\"\n\n\
         [[leave_out]]\ncolumn = \"gebied\"\nis = [\"elders\"]\nground = \"woont niet in de gemeente\"\n\n\
         [pool]\ndrop = [\"Ik ben\", \"Hoogst voltooide opleiding\", \"Toestemming\"]\n\n\
         [twice]\ndecisions = \"besluiten.csv\"\nground = \"staat er twee keer in\"\n\n\
         [[population]]\nfile = \"cbs-leeftijd.csv\"\nout = \"bevolking.csv\"\n",
        list(&MAN),
        list(&WOMAN),
        list(&LOW),
        list(&MIDDLE),
        list(&HIGH),
    );
    let mut files = Files::from([
        ("aanmeldingen.csv".to_owned(), encoding(&export)),
        ("postcodes.csv".to_owned(), postcodes.into_bytes()),
        ("cbs-leeftijd.csv".to_owned(), ages.into_bytes()),
        ("quotas.csv".to_owned(), quotas.as_bytes().to_vec()),
        ("recept.toml".to_owned(), recipe.into_bytes()),
        ("besluiten.csv".to_owned(), b"pair,decision\n".to_vec()),
    ]);
    // The clerk looks at each pair: the father and the son are two people.
    let mut decisions = "pair,decision\n".to_owned();
    let mut faults = Faults::new();
    let made = prepare(
        ("recept.toml", &files["recept.toml"]),
        None,
        "make_fixtures",
        &mut |file| files.get(file).cloned(),
        &mut |_, _| true,
        &mut faults,
    );
    for pair in made.iter().flat_map(|made| &made.pairs) {
        let two = pair.second.1 == 204;
        decisions += &format!("{},{}\n", pair.key, if two { "beide" } else { "eerste" });
    }
    assert!(!faults.stop(), "{}", geloot::words::faults::report(geloot::words::catalogue::Lang::En, &faults));
    files.insert("besluiten.csv".to_owned(), decisions.into_bytes());
    files
}

/// As an old Excel writes it.
fn encoding(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Windows-1252")).collect()
}

const ZEELAND: [&str; 13] = [
    "Borsele",
    "Goes",
    "Hulst",
    "Kapelle",
    "Middelburg",
    "Noord-Beveland",
    "Reimerswaal",
    "Schouwen-Duiveland",
    "Sluis",
    "Terneuzen",
    "Tholen",
    "Veere",
    "Vlissingen",
];

/// What each municipality calls the columns: number, name, date of birth, sex.
const HEADINGS: [[&str; 4]; 4] = [
    ["nummer", "naam", "geboortedatum", "geslacht"],
    ["Volgnr", "Naam", "Geb.datum", "M/V"],
    ["id", "Achternaam en voornaam", "Geboren", "Geslacht"],
    ["Kenmerk", "Volledige naam", "Geboortedatum (dd-mm-jjjj)", "Geslachtsaanduiding"],
];

/// The last of the thirteen would come out as the first: it has a sign between its cells that has to be said, its columns
/// from the last to the first, and dates as a register writes them.
const LAST_ONE: usize = 12;

/// `fixtures/zeeland-registers`: thirteen made-up registers and the recipe that makes them one list.
pub fn zeeland() -> Files {
    let mut files = Files::new();
    let mut recipe = "reference_date = 2027-03-01\n\n".to_owned();
    for (at, name) in ZEELAND.into_iter().enumerate() {
        let mut rng = Rng::named(&format!("register {name}"));
        let count = 30 + rng.below(25);
        let headings = HEADINGS[at % 4];
        let layout = if at == LAST_ONE { 4 } else { (at % 4) as u64 };
        let rows: Vec<[String; 4]> = (1..=count)
            .map(|number| {
                let (first, last) = (FIRST[rng.below(16) as usize], LAST[rng.below(16) as usize]);
                let sex = [["M", "V"], ["man", "vrouw"], ["Man", "Vrouw"]][at % 3][rng.below(2) as usize];
                let name = if at % 4 == 2 { format!("{last}, {first}") } else { format!("{first} {last}") };
                [number.to_string(), name, date(born(&mut rng), layout), sex.to_owned()]
            })
            .collect();
        let (file, bytes) = match at {
            4 | 11 => (format!("{}.xlsx", name.to_lowercase()), workbook(headings, &rows, at == 11)),
            _ => (format!("{}.csv", name.to_lowercase()), text(headings, &rows, at)),
        };
        recipe += &format!("[[source]]\nfile = {file:?}\ntotal = {count}\n");
        if at == 2 || at == 7 {
            recipe += "heading_row = 4\n";
        }
        if at == LAST_ONE {
            recipe += "separator = \"|\"\n";
        }
        if at == 11 {
            recipe += "sheet = \"Register\"\n";
        }
        let pairs: Vec<String> = headings
            .iter()
            .zip(["nummer", "naam", "geboortedatum", "geslacht"])
            .filter(|(old, new)| old.to_lowercase() != *new)
            .map(|(old, new)| format!("{old:?} = {new:?}"))
            .collect();
        if !pairs.is_empty() {
            recipe += &format!("rename = {{ {} }}\n", pairs.join(", "));
        }
        recipe += &format!("set = {{ gemeente = {name:?} }}\n\n");
        files.insert(file, bytes);
    }
    recipe += "# Each municipality counts from 1: only together with its name a number is somebody's own.\n\
        [columns.id]\njoin = [\"gemeente\", \"nummer\"]\nwith = \" \"\n\n\
        [columns.leeftijd]\nfrom = \"geboortedatum\"\nclasses = [\"16-34\", \"35-54\", \"55-74\", \"75+\"]\n\n\
        [columns.geslacht.values]\nman = [\"m\"]\nvrouw = [\"v\"]\n\n\
        [pool]\ncolumns = [\"id\", \"naam\", \"gemeente\", \"geslacht\", \"leeftijd\"]\n";
    files.insert("recept.toml".to_owned(), recipe.into_bytes());
    files
}

fn text(headings: [&str; 4], rows: &[[String; 4]], at: usize) -> Vec<u8> {
    let sign = if at == LAST_ONE { "|" } else { [";", ",", "\t"][at % 3] };
    let mut text = String::new();
    if at == 2 || at == 7 {
        text += "Register van personen\r\nUittreksel, niet openbaar\r\n\r\n";
    }
    let quoted = |cell: &str| if cell.contains(sign) { format!("\"{cell}\"") } else { cell.to_owned() };
    for row in std::iter::once(headings.map(str::to_owned)).chain(rows.iter().cloned()) {
        let mut cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        if at == LAST_ONE {
            cells.reverse();
        }
        text += &format!("{}\r\n", cells.join(sign));
    }
    match at % 4 {
        0 => text.into_bytes(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => encoding(&text),
        _ => std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
    }
}

fn workbook(headings: [&str; 4], rows: &[[String; 4]], several: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2027, 1, 4).expect("a date");
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    if several {
        book.add_worksheet()
            .set_name("Toelichting")
            .and_then(|s| s.write(0, 0, "Uittreksel"))
            .expect("a cell");
    }
    let sheet = book.add_worksheet().set_name("Register").expect("a name");
    for (row, cells) in (0..).zip(std::iter::once(headings.map(str::to_owned)).chain(rows.iter().cloned())) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}
