//! Registers for the invitation lottery, as they were really drawn from, with people who do not exist: folders of
//! `fixtures/invite`. Integers only; each has its charter, strata and what must come out.

use std::fmt::Write;

/// Files of a folder by name.
pub type Files = Vec<(String, String)>;

const SEED: &str = "date = 2026-12-01\n\n[seed]\nsource = \"text\"\n\n";

/// Every folder.
pub fn all() -> Vec<(&'static str, Files)> {
    vec![
        ("zeeland-13-registers", zeeland()),
        ("peel-en-maas-register", peel_en_maas()),
        ("schagen-3333", schagen()),
        ("bundestag-areas", bundestag()),
        ("flevoland-homes", flevoland()),
    ]
}

fn file(name: &str, text: impl Into<String>) -> (String, String) {
    (name.to_owned(), text.into())
}

/// A table of strata.
fn strata<'a>(heading: &str, names: impl Iterator<Item = &'a str>) -> (String, String) {
    file("strata.csv", format!("{heading}\n{}\n", names.collect::<Vec<_>>().join("\n")))
}

/// Adults of the thirteen municipalities of Zeeland, in fiftieths, as the shares of 10,000 letters were.
pub const ZEELAND: [(&str, u32); 13] = [
    ("Terneuzen", 10_974),
    ("Middelburg", 9_906),
    ("Vlissingen", 8_978),
    ("Goes", 7_730),
    ("Schouwen-Duiveland", 6_911),
    ("Hulst", 5_538),
    ("Tholen", 5_320),
    ("Borsele", 4_547),
    ("Reimerswaal", 4_547),
    ("Sluis", 4_524),
    ("Veere", 4_446),
    ("Kapelle", 2_582),
    ("Noord-Beveland", 1_576),
];

/// People of each who moved there from the one before, and are in both registers.
pub const MOVED: u32 = 35;

/// Zeeland, 2023: thirteen registers, each with its own signs between cells, headings, order of columns and ends of lines;
/// whoever moved is in two of them, and the newer row counts. 10,000 letters by size.
fn zeeland() -> Files {
    let charter = format!(
        "{SEED}[frame]\nreference = 2026-12-01\nage = 16\n\n[columns]\nkey = [\"anummer\", \"A-nummer\", \"persoon\"]\n\
         strata = [[\"gemeente\", \"woonplaats\"]]\nborn = [\"geboren\", \"geb. datum\"]\nsince = [\"sinds\", \"vestiging\"]\n\
         flag = [\"geheim\", \"indicatie\"]\n\n[letters]\nnumber = 10000\nreserves = 2000\n"
    );
    let mut files =
        vec![file("charter.toml", charter), strata("gemeente", ZEELAND.iter().map(|town| town.0))];
    for (i, (name, size)) in ZEELAND.iter().enumerate() {
        let delimiter = [";", ",", "\t"][i % 3];
        let mut head = ["anummer", "gemeente", "geboren", "sinds", "geheim"];
        if i % 2 == 1 {
            head = ["A-nummer", "woonplaats", "geb. datum", "vestiging", "indicatie"];
        }
        if i % 4 == 3 {
            head[0] = "persoon";
        }
        let turn = i % head.len();
        head.rotate_left(turn);
        let mut text = format!("{}{}\n", if i % 5 == 0 { "\u{feff}" } else { "" }, head.join(delimiter));
        for n in 0..*size {
            let (year, born) = match n % 401 {
                0 => (1930 + n % 75, format!("{}-00-00", 1930 + n % 75)),
                7 => (2011, "2011-05-17".to_owned()),
                _ => (1930 + n % 75, format!("{}-{:02}-{:02}", 1930 + n % 75, 1 + n % 12, 1 + n % 28)),
            };
            // Nobody settles before birth.
            let (key, since) = match n {
                0..MOVED if i > 0 => (format!("{:02}{:06}", i - 1, 100 + n), "2025-06-01".to_owned()),
                _ => (format!("{i:02}{n:06}"), format!("{}-03-01", (2000 + n % 24).max(year + 1))),
            };
            let mut row = [key, (*name).to_owned(), born, since, u32::from(n % 293 == 5).to_string()];
            row.rotate_left(turn);
            let _ = write!(text, "{}{}", row.join(delimiter), if i % 2 == 0 { "\r\n" } else { "\n" });
        }
        files.push((format!("register-{:02}.csv", i + 1), text));
    }
    files
}

/// Peel en Maas: 36,000 adults in eleven villages, 300 letters, at most one for each address.
fn peel_en_maas() -> Files {
    const VILLAGES: [(&str, u32); 11] = [
        ("Panningen", 73),
        ("Maasbree", 57),
        ("Helden", 53),
        ("Baarlo", 51),
        ("Kessel", 33),
        ("Meijel", 49),
        ("Beringe", 21),
        ("Egchel", 10),
        ("Grashoek", 12),
        ("Koningslust", 9),
        ("Kessel-Eik", 8),
    ];
    let charter = format!(
        "{SEED}[columns]\nkey = \"nr\"\nstrata = [\"kern\"]\npostcode = \"postcode\"\nnumber = \"huis\"\n\n\
         [letters]\nnumber = 300\nreserves = 300\nhomes = \"one-letter\"\n"
    );
    let whole: u32 = VILLAGES.iter().map(|village| village.1).sum();
    let mut text = String::from("nr;kern;postcode;huis\n");
    for n in 0..36_000u32 {
        // People of one address stand together.
        let home = n / 5 * 2 + [0, 0, 1, 1, 1][(n % 5) as usize];
        let mut at = home * 7_919 % whole;
        let village = VILLAGES.iter().position(|village| match at.checked_sub(village.1) {
            None => true,
            Some(rest) => {
                at = rest;
                false
            }
        });
        let village = village.unwrap_or(0);
        let _ =
            writeln!(text, "{};{};59{:02} AB;{}", 100_000 + n, VILLAGES[village].0, 80 + village, 1 + home);
    }
    vec![
        file("charter.toml", charter),
        strata("kern", VILLAGES.iter().map(|village| village.0)),
        file("register.csv", text),
    ]
}

/// Schagen, 2024: 10,000 letters, the same number for each of three former municipalities of unequal size.
fn schagen() -> Files {
    let charter = format!(
        "{SEED}[columns]\nkey = \"nr\"\nstrata = [\"was\"]\n\n[letters]\nnumber = 10000\nshare = \"equal\"\n"
    );
    let towns = ["Harenkarspel", "Schagen", "Schagen", "Zijpe", "Schagen"];
    let mut text = String::from("nr;was\n");
    for n in 0..20_000u32 {
        let _ = writeln!(text, "{};{}", 50_000 + n, towns[(n % 5) as usize]);
    }
    vec![
        file("charter.toml", charter),
        strata("was", ["Harenkarspel", "Schagen", "Zijpe"].into_iter()),
        file("register.csv", text),
    ]
}

/// A country: of 400 municipalities 80 are drawn by size and 20 stand in, in the same act; then three letters in each.
fn bundestag() -> Files {
    let size = |n: u32| if n == 0 { 3_000 } else { 5 + (n * 37) % 60 };
    let charter = format!(
        "{SEED}[columns]\nkey = \"nr\"\nstrata = [\"gemeinde\"]\n\n[letters]\nnumber = 3\nshare = \"each\"\n\n\
         [areas]\nnumber = 80\nreserves = 20\n"
    );
    let names: Vec<String> = (0..400).map(|n| format!("G{n:03}")).collect();
    let mut text = String::from("nr;gemeinde\n");
    for n in 0..400 {
        for i in 0..size(n) {
            let _ = writeln!(text, "{n}-{i};G{n:03}");
        }
    }
    vec![
        file("charter.toml", charter),
        strata("gemeinde", names.iter().map(String::as_str)),
        file("register.csv", text),
    ]
}

/// Homes of one to nine, and an institution of twelve.
fn flevoland() -> Files {
    let charter = format!(
        "{SEED}[columns]\nkey = \"nr\"\npostcode = \"pc\"\nnumber = \"huis\"\n\n\
         [letters]\nnumber = 40\nreserves = 10\nhomes = \"one-letter\"\n"
    );
    let mut text = String::from("nr;pc;huis\n");
    let mut person = 0;
    for house in 1..=100u32 {
        for _ in 0..if house == 100 { 12 } else { 1 + house % 9 } {
            person += 1;
            let _ = writeln!(text, "{person};8200 AB;{house}");
        }
    }
    vec![file("charter.toml", charter), file("register.csv", text)]
}
