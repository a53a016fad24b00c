//! The scenarios: places, features, shares, willingness, quotas.
//!
//! Population figures are rounded from public statistics of the Netherlands where a note says so;
//! shares of villages, housing and opinion are of our own choosing.

use super::model::{Feature, Rounding, Tie, Value};

/// How the files of a scenario are written.
#[derive(Clone, Copy, PartialEq)]
pub enum Dialect {
    /// `feature,value,min,max`.
    Plain,
    /// `category,name,min,max`.
    Category,
    /// `feature,value,min,max,min_flex,max_flex`.
    Flex,
    /// Semicolons, Windows-1252, Dutch headings.
    DutchExcel,
}

/// Everything that decides one scenario's files.
pub struct Scenario {
    pub name: &'static str,
    pub note: &'static str,
    pub shape_from: &'static str,
    pub seats: u32,
    pub people: usize,
    pub features: Vec<Feature>,
    pub ties: Vec<Tie>,
    pub rounding: Rounding,
    /// Answers are drawn anew until at least so many values have only just enough volunteers.
    pub scarce: usize,
    pub dialect: Dialect,
    /// Heading of the id column.
    pub id: &'static str,
    /// Fewest digits of an id.
    pub digits: usize,
    /// Whether the pool file has (invented) names and addresses.
    pub personal: bool,
}

/// Every scenario that is shipped.
pub fn all() -> Vec<Scenario> {
    vec![
        peel_en_maas(),
        foodvalley(),
        zeeland(),
        klimaatberaad(),
        two_frames(),
        large(),
        dutch_excel(),
        ireland(),
        enschede(),
        toolkit("toolkit-300-45", 300, 45),
        toolkit("toolkit-500-75", 500, 75),
        toolkit("toolkit-750-112", 750, 112),
    ]
}

/// One value: name, share, willingness in percent.
type V = (&'static str, u64, u64);

fn feature(heading: &'static str, values: &[V]) -> Feature {
    let value = |&(name, share, response): &V| Value { name, share, response };
    Feature { heading, values: values.iter().map(value).collect() }
}

/// The same feature where only the shares and names matter, all equally willing.
fn even(heading: &'static str, values: &[(&'static str, u64)]) -> Feature {
    feature(heading, &values.iter().map(|&(name, share)| (name, share, 100)).collect::<Vec<_>>())
}

fn gender() -> Feature {
    even("geslacht", &[("man", 494), ("vrouw", 500), ("anders", 6)])
}

fn age() -> Feature {
    feature(
        "leeftijd",
        &[
            ("16-24", 120, 60),
            ("25-34", 155, 70),
            ("35-49", 220, 90),
            ("50-64", 250, 125),
            ("65-74", 140, 140),
            ("75+", 115, 70),
        ],
    )
}

/// Three levels, shares of the national table for 2022.
fn education() -> Feature {
    feature(
        "opleiding",
        &[("basis of vmbo", 262, 40), ("havo, vwo of mbo", 417, 80), ("hbo of wo", 321, 180)],
    )
}

/// Of six age classes by three levels: fewer of the oldest and of the youngest studied.
const AGE_EDUCATION: &[&[u64]] =
    &[&[120, 120, 60], &[60, 100, 130], &[70, 100, 120], &[100, 100, 100], &[130, 90, 90], &[160, 80, 70]];

fn origin() -> Feature {
    feature("herkomst", &[("Nederland", 740, 105), ("Europa", 84, 90), ("buiten Europa", 176, 60)])
}

/// A municipality of eleven villages.
pub fn peel_en_maas() -> Scenario {
    let villages = [
        ("Panningen", 76),
        ("Maasbree", 70),
        ("Baarlo", 66),
        ("Helden", 62),
        ("Meijel", 61),
        ("Kessel", 39),
        ("Beringe", 22),
        ("Grashoek", 17),
        ("Koningslust", 14),
        ("Egchel", 11),
        ("Kessel-Eik", 4),
    ];
    let age = feature(
        "leeftijd",
        &[
            ("18-24", 98, 60),
            ("25-34", 140, 70),
            ("35-49", 222, 90),
            ("50-64", 278, 125),
            ("65-74", 148, 140),
            ("75+", 114, 70),
        ],
    );
    let education = feature(
        "opleiding",
        &[
            ("basisonderwijs", 91, 40),
            ("vmbo of mbo1", 185, 40),
            ("havo, vwo of mbo", 425, 80),
            ("hbo of wo", 299, 180),
        ],
    );
    Scenario {
        name: "peel-en-maas",
        note: "A municipal council of 50 from 240 volunteers; 11 villages, the smallest with less than half a seat. Has invented names and addresses.",
        shape_from: "Sociale Raad Peel en Maas: 50 seats, 11 villages; village sizes and the pool are synthetic.",
        seats: 50,
        people: 240,
        features: vec![even("kern", &villages), gender(), age, education],
        ties: vec![Tie {
            first: 2,
            second: 3,
            percent: &[
                &[110, 120, 120, 60],
                &[60, 60, 100, 130],
                &[60, 70, 100, 120],
                &[90, 100, 100, 100],
                &[130, 130, 90, 90],
                &[170, 160, 80, 70],
            ],
        }],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Plain,
        id: "nummer",
        digits: 4,
        personal: true,
    }
}

fn foodvalley() -> Scenario {
    let places = [
        ("Ede", 1190),
        ("Barneveld", 600),
        ("Nijkerk", 445),
        ("Veenendaal", 670),
        ("Wageningen", 400),
        ("Rhenen", 200),
        ("Scherpenzeel", 100),
        ("Renswoude", 55),
    ];
    let age = feature(
        "leeftijd",
        &[("16-24", 120, 60), ("25-34", 160, 70), ("35-49", 230, 90), ("50-64", 250, 125), ("65+", 240, 120)],
    );
    let education = feature(
        "opleiding",
        &[
            ("basisonderwijs", 82, 40),
            ("vmbo of mbo1", 184, 40),
            ("havo, vwo of mbo", 428, 80),
            ("hbo of wo", 306, 180),
        ],
    );
    Scenario {
        name: "foodvalley-20-of-100",
        note: "A tiny panel from a thin pool: eight municipalities, every quota an exact number, at least one seat each. Barely possible; fifteen volunteers can be on no panel.",
        shape_from: "Burgerforum Foodvalley: 8 municipalities, about 100 volunteers, 20 seats.",
        seats: 20,
        people: 100,
        features: vec![even("gemeente", &places), gender(), age, education],
        ties: vec![],
        rounding: Rounding::Exact { at_least_one: &[0] },
        scarce: 3,
        dialect: Dialect::Category,
        id: "id",
        digits: 3,
        personal: false,
    }
}

fn zeeland() -> Scenario {
    let places = [
        ("Terneuzen", 550),
        ("Middelburg", 500),
        ("Vlissingen", 450),
        ("Goes", 390),
        ("Schouwen-Duiveland", 350),
        ("Hulst", 280),
        ("Tholen", 270),
        ("Borsele", 230),
        ("Reimerswaal", 230),
        ("Sluis", 230),
        ("Veere", 220),
        ("Kapelle", 130),
        ("Noord-Beveland", 79),
    ];
    let education = feature(
        "opleiding",
        &[("basis of vmbo", 283, 40), ("havo, vwo of mbo", 478, 80), ("hbo of wo", 239, 180)],
    );
    let origin =
        feature("herkomst", &[("Nederland", 790, 105), ("Europa", 120, 80), ("buiten Europa", 90, 60)]);
    Scenario {
        name: "zeeland",
        note: "A province: 300 seats from only 750 volunteers in 13 municipalities; the young and the less educated are scarce.",
        shape_from: "Burgerberaad Zorg Zeeland: 13 municipalities, about 750 volunteers, 300 places.",
        seats: 300,
        people: 750,
        features: vec![even("gemeente", &places), age(), education, origin, gender()],
        ties: vec![Tie { first: 1, second: 2, percent: AGE_EDUCATION }],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Plain,
        id: "code",
        digits: 4,
        personal: false,
    }
}

/// Two frames with fixed seats: shares that come out whole make exact quotas.
fn two_frames() -> Scenario {
    let frames = feature("kader", &[("kiezer", 85, 110), ("zonder stemrecht", 15, 60)]);
    let places =
        even("stadsdeel", &[("Centrum", 17), ("Noord", 25), ("Oost", 24), ("Zuid", 22), ("West", 12)]);
    let age = feature(
        "leeftijd",
        &[("16-17", 30, 60), ("18-34", 300, 75), ("35-49", 240, 90), ("50-64", 240, 125), ("65+", 190, 120)],
    );
    Scenario {
        name: "twee-kaders-85-15",
        note: "Two frames in one panel with fixed seats: 85 electors and 15 people without a vote (16 and 17 years old, or of another nationality). Has invented names and addresses.",
        shape_from: "Assemblee citoyenne de Paris: 748 volunteers, 100 members, separate frames for electors and for others.",
        seats: 100,
        people: 748,
        features: vec![frames, places, gender(), age],
        ties: vec![Tie {
            first: 0,
            second: 3,
            percent: &[&[0, 100, 100, 100, 100], &[900, 130, 80, 40, 20]],
        }],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Plain,
        id: "nummer",
        digits: 4,
        personal: true,
    }
}

fn provinces() -> Feature {
    even(
        "provincie",
        &[
            ("Groningen", 34),
            ("Friesland", 37),
            ("Drenthe", 28),
            ("Overijssel", 67),
            ("Flevoland", 25),
            ("Gelderland", 121),
            ("Utrecht", 79),
            ("Noord-Holland", 166),
            ("Zuid-Holland", 215),
            ("Zeeland", 22),
            ("Noord-Brabant", 148),
            ("Limburg", 63),
        ],
    )
}

/// Concern grows with education, as a correlation of about 0.3.
const EDUCATION_CONCERN: &[&[u64]] =
    &[&[45, 65, 95, 130, 150], &[75, 95, 105, 105, 100], &[155, 130, 105, 70, 50]];

fn concern() -> Feature {
    feature(
        "houding klimaat",
        &[
            ("zeer grote zorgen", 150, 165),
            ("grote zorgen", 250, 140),
            ("enige zorgen", 330, 100),
            ("weinig zorgen", 180, 70),
            ("geen zorgen", 90, 60),
        ],
    )
}

fn klimaatberaad() -> Scenario {
    Scenario {
        name: "klimaatberaad",
        note: "A national assembly with a quota on attitude: 175 seats, 4,070 volunteers.",
        shape_from: "Nationaal Burgerberaad Klimaat 2025: 70,000 letters, 4,070 volunteers, 175 seats.",
        seats: 175,
        people: 4070,
        features: vec![
            provinces(),
            even("geslacht", &[("man", 497), ("vrouw", 503)]),
            age(),
            education(),
            concern(),
            origin(),
        ],
        ties: vec![
            Tie { first: 2, second: 3, percent: AGE_EDUCATION },
            Tie { first: 3, second: 4, percent: EDUCATION_CONCERN },
        ],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Plain,
        id: "id",
        digits: 4,
        personal: false,
    }
}

fn regions() -> Feature {
    even(
        "region",
        &[
            ("North East", 40),
            ("North West", 111),
            ("Yorkshire", 82),
            ("East Midlands", 73),
            ("West Midlands", 89),
            ("East", 94),
            ("London", 133),
            ("South East", 138),
            ("South West", 85),
            ("Wales", 47),
            ("Scotland", 81),
            ("Northern Ireland", 28),
        ],
    )
}

fn large() -> Scenario {
    let age = feature(
        "age",
        &[
            ("16-24", 120, 60),
            ("25-34", 160, 70),
            ("35-49", 230, 90),
            ("50-64", 245, 125),
            ("65-74", 135, 140),
            ("75+", 110, 70),
        ],
    );
    let education = feature(
        "education",
        &[
            ("none", 150, 40),
            ("lower", 190, 50),
            ("middle", 300, 80),
            ("higher", 240, 145),
            ("postgraduate", 120, 175),
        ],
    );
    let origin =
        feature("ethnicity", &[("white", 845, 105), ("asian", 85, 70), ("black", 40, 60), ("other", 30, 80)]);
    let housing = feature(
        "housing",
        &[
            ("owns outright", 360, 125),
            ("mortgage", 280, 105),
            ("rents privately", 190, 80),
            ("social housing", 170, 65),
        ],
    );
    let attitude = feature(
        "attitude",
        &[
            ("very concerned", 300, 150),
            ("concerned", 340, 110),
            ("hardly concerned", 220, 80),
            ("not concerned", 140, 60),
        ],
    );
    Scenario {
        name: "large",
        note: "The hardest published shape: seven features, nearly every profile a single person, quotas rounded tightly from population shares.",
        shape_from: "The pool called sf_e in the literature: 1,727 people, 110 seats, 7 features (the pool itself is not public).",
        seats: 110,
        people: 1727,
        features: vec![
            regions(),
            even("gender", &[("female", 508), ("male", 482), ("other", 10)]),
            age,
            education,
            origin,
            housing,
            attitude,
        ],
        ties: vec![
            Tie {
                first: 2,
                second: 3,
                percent: &[
                    &[70, 120, 160, 60, 20],
                    &[50, 70, 100, 130, 130],
                    &[60, 80, 100, 120, 130],
                    &[90, 100, 100, 100, 100],
                    &[130, 120, 90, 90, 90],
                    &[180, 130, 80, 70, 60],
                ],
            },
            Tie {
                first: 3,
                second: 6,
                percent: &[
                    &[55, 95, 120, 140],
                    &[70, 100, 110, 120],
                    &[90, 100, 100, 100],
                    &[130, 105, 80, 70],
                    &[150, 110, 70, 50],
                ],
            },
        ],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Plain,
        id: "id",
        digits: 4,
        personal: false,
    }
}

fn dutch_excel() -> Scenario {
    Scenario {
        name: "nederlandse-excel",
        note: "Files as a Dutch office program saves them: semicolons, Windows-1252, CRLF, empty rows at the end, Dutch headings, accents, ids with leading zeros.",
        shape_from: "A municipal panel of 30 from 150 volunteers, of our own making.",
        seats: 30,
        people: 150,
        features: vec![
            even("Wijk", &[("Oude Stad", 30), ("Noordwijk-Oost", 25), ("Caféwijk", 20), ("'t Zand", 25)]),
            even("Geslacht", &[("V", 500), ("M", 490), ("X", 10)]),
            feature(
                "Leeftijd",
                &[
                    ("t/m 29", 21, 65),
                    ("30 t/m 49", 30, 85),
                    ("50 t/m 64", 25, 125),
                    ("65 en ouder", 24, 120),
                ],
            ),
            feature("Opleiding", &[("laag", 262, 40), ("midden", 417, 80), ("hoog", 321, 180)]),
            feature("Geïnteresseerd", &[("zeer", 30, 150), ("één beetje", 45, 100), ("niet", 25, 60)]),
        ],
        ties: vec![],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::DutchExcel,
        id: "Volgnummer",
        digits: 5,
        personal: true,
    }
}

/// Half of the members are replaced; what happens after the draw is in `after`.
fn ireland() -> Scenario {
    let age = feature(
        "age",
        &[
            ("18-24", 110, 55),
            ("25-39", 270, 75),
            ("40-54", 280, 100),
            ("55-64", 150, 130),
            ("65+", 190, 130),
        ],
    );
    Scenario {
        name: "ierland-99",
        note: "99 seats of which 53 are filled anew in the course of a year, as quotas and reserves allow: declared reserves, a list of events, and a supplementary lottery where the reserves run out.",
        shape_from: "Citizens' Assembly of Ireland 2016-18: 99 members, 53 replaced, 20 never came. The pool and who dropped out are synthetic.",
        seats: 99,
        people: 640,
        features: vec![
            even("sex", &[("woman", 511), ("man", 489)]),
            age,
            even(
                "region",
                &[("Dublin", 284), ("Leinster", 270), ("Munster", 269), ("Connacht and Ulster", 177)],
            ),
            feature("class", &[("ABC1", 430, 140), ("C2DE", 500, 75), ("F", 70, 90)]),
        ],
        ties: vec![],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Plain,
        id: "id",
        digits: 4,
        personal: false,
    }
}

/// More than a third do not come on the day.
fn enschede() -> Scenario {
    let districts =
        even("stadsdeel", &[("Centrum", 130), ("Noord", 210), ("Oost", 220), ("Zuid", 240), ("West", 200)]);
    let age = feature(
        "leeftijd",
        &[("16-24", 170, 60), ("25-34", 165, 70), ("35-49", 190, 90), ("50-64", 245, 125), ("65+", 230, 120)],
    );
    Scenario {
        name: "enschede-36-procent",
        note: "A city's summit with 320 chairs: 500 are drawn, 320 members and 180 in reserve, and 36 in 100 do not come. What happens on the day is in events.csv.",
        shape_from: "G1000 Enschede 2017: 500 said yes, 320 came. The pool and who stayed away are synthetic.",
        seats: 320,
        people: 1200,
        features: vec![districts, even("geslacht", &[("man", 500), ("vrouw", 500)]), age, education()],
        ties: vec![],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Plain,
        id: "nummer",
        digits: 4,
        personal: false,
    }
}

fn toolkit(name: &'static str, people: usize, seats: u32) -> Scenario {
    let education = feature(
        "education",
        &[
            ("No qualifications", 230, 45),
            ("Level 1", 210, 60),
            ("Level 2 or 3", 290, 90),
            ("Level 4 and above", 270, 170),
        ],
    );
    let age =
        feature("age", &[("16-29", 230, 65), ("30-44", 240, 85), ("45-59", 260, 110), ("60+", 270, 125)]);
    Scenario {
        name,
        note: "A shape that an open toolkit uses to time itself: four features, about 120 profiles.",
        shape_from: "Benchmark shapes 300/45, 500/75 and 750/112 of an open sortition toolkit.",
        seats,
        people,
        features: vec![
            even("gender", &[("Female", 515), ("Male", 485)]),
            age,
            even("area", &[("North", 18), ("East", 26), ("South", 31), ("West", 25)]),
            education,
        ],
        ties: vec![],
        rounding: Rounding::FloorCeil,
        scarce: 0,
        dialect: Dialect::Flex,
        id: "nationbuilder_id",
        digits: 3,
        personal: false,
    }
}

/// A pool of 1,000,000, as a municipality or a statistics office might hand over a whole register.
pub fn million() -> Scenario {
    Scenario {
        name: "million",
        note: "A whole register as pool: 1,000,000 people, some thousands of profiles.",
        shape_from: "Of our own making.",
        seats: 500,
        people: 1_000_000,
        ..klimaatberaad()
    }
}
