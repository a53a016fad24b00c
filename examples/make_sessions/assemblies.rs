//! The assemblies: their people, rules and wishes as files.

/// A small generator of whole numbers, the same on every machine (Knuth's MMIX constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    /// One of several, as often as its weight says.
    fn pick<'a>(&mut self, of: &[(&'a str, u64)]) -> &'a str {
        let mut left = self.below(of.iter().map(|(_, weight)| weight).sum());
        for (name, weight) in of {
            if left < *weight {
                return name;
            }
            left -= weight;
        }
        unreachable!("the weights add up")
    }
}

/// A column: its heading and its values with their weights.
type Column = (&'static str, &'static [(&'static str, u64)]);

const GENDER: Column = ("gender", &[("female", 50), ("male", 48), ("other", 2)]);
const AGE: Column = ("age", &[("16-29", 19), ("30-44", 23), ("45-59", 26), ("60-74", 22), ("75+", 10)]);
const EDUCATION: Column = ("education", &[("practical", 30), ("middle", 43), ("academic", 27)]);
const ORIGIN: Column = ("origin", &[("Netherlands", 75), ("Europe", 9), ("elsewhere", 16)]);
const MUNICIPALITY: Column = (
    "municipality",
    &[
        ("Terneuzen", 55),
        ("Middelburg", 50),
        ("Vlissingen", 45),
        ("Goes", 39),
        ("Schouwen-Duiveland", 35),
        ("Hulst", 28),
        ("Tholen", 27),
        ("Borsele", 23),
        ("Reimerswaal", 23),
        ("Sluis", 23),
        ("Veere", 22),
        ("Kapelle", 13),
        ("Noord-Beveland", 8),
    ],
);

/// Codes that do not run in the order of the rows.
fn codes(people: usize, chance: &mut Chance) -> Vec<String> {
    let mut codes: Vec<String> = vec![];
    while codes.len() < people {
        let letters = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";
        let code: String = (0..4).map(|_| char::from(letters[chance.below(30) as usize])).collect();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn people(codes: &[String], columns: &[Column], chance: &mut Chance) -> Vec<Vec<String>> {
    let mut rows = vec![
        std::iter::once("code")
            .chain(columns.iter().map(|(name, _)| *name))
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    ];
    for code in codes {
        let mut row = vec![code.clone()];
        row.extend(columns.iter().map(|(_, values)| chance.pick(values).to_owned()));
        rows.push(row);
    }
    rows
}

fn csv(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join(",") + "\n").collect()
}

/// Every file: path below `fixtures/sessions` and text.
pub fn all() -> Vec<(String, String)> {
    let mut files = vec![];
    let mut add = |folder: &str, name: &str, text: String| files.push((format!("{folder}/{name}"), text));

    let chance = &mut Chance(48);
    let codes_48 = codes(48, chance);
    add("dialogue-48", "people.csv", csv(&people(&codes_48, &[GENDER, AGE, EDUCATION, ORIGIN], chance)));

    let chance = &mut Chance(598);
    let roles = [
        ("drawn", 348),
        ("employer", 40),
        ("artist", 40),
        ("politician", 45),
        ("official", 45),
        ("secretary", 80),
    ];
    let codes_598 = codes(598, chance);
    let mut rows = people(&codes_598, &[GENDER, AGE, EDUCATION], chance);
    rows[0].push("role".to_owned());
    let of_role = roles.iter().flat_map(|(role, count)| std::iter::repeat_n(*role, *count));
    rows[1..].iter_mut().zip(of_role).for_each(|(row, role)| row.push(role.to_owned()));
    add("g1000-598", "people.csv", csv(&rows));
    add("g1000-598", "plan.toml", G1000_PLAN.to_owned());

    let chance = &mut Chance(300);
    let codes_300 = codes(300, chance);
    add(
        "zeeland-300",
        "people.csv",
        csv(&people(&codes_300, &[GENDER, AGE, EDUCATION, ORIGIN, MUNICIPALITY], chance)),
    );
    add("zeeland-300", "preferences.csv", csv(&preferences(&codes_300, 19, chance)));
    add("zeeland-300", "plan.toml", ZEELAND_PLAN.to_owned());

    let chance = &mut Chance(60);
    let codes_60 = codes(60, chance);
    let mut rows = people(&codes_60, &[GENDER, AGE, EDUCATION], chance);
    rows[0].extend(["role", "interpreter", "step-free", "quiet"].map(str::to_owned));
    for (k, row) in rows[1..].iter_mut().enumerate() {
        row.push(if k < 8 { "official" } else { "drawn" }.to_owned());
        row.push(
            match k {
                20..23 => "Arabic",
                30..32 => "Polish",
                _ => "",
            }
            .to_owned(),
        );
        row.push(if [10, 40].contains(&k) { "yes" } else { "" }.to_owned());
        row.push(if [11, 21].contains(&k) { "yes" } else { "" }.to_owned());
    }
    add("zorg", "people.csv", csv(&rows));
    add("zorg", "preferences.csv", csv(&preferences(&codes_60, 5, chance)));
    let code = |k: usize| codes_60[k].clone();
    let constraints = [
        ["rule", "person", "with", "rounds"].map(str::to_owned),
        ["apart".into(), code(12), code(13), String::new()],
        ["apart".into(), code(14), code(15), String::new()],
        ["together".into(), code(16), code(17), "1-2".into()],
        ["table".into(), code(18), "3".into(), "1".into()],
        ["not-table".into(), code(19), "1".into(), String::new()],
        ["absent".into(), code(50), String::new(), "2".into()],
        ["absent".into(), code(51), String::new(), "3-4".into()],
    ];
    add("zorg", "constraints.csv", csv(&constraints.map(Vec::from)));
    add("zorg", "staff.csv", format!("{ZORG_STAFF}Inge,facilitator,nl,{},\n", code(52)));
    add("zorg", "rooms.csv", ZORG_ROOMS.to_owned());
    add("zorg", "met.csv", format!("a,b\n{},{}\n{},{}\n", code(1), code(9), code(2), code(9)));
    add("zorg", "plan.toml", ZORG_PLAN.to_owned());
    files
}

/// Three ranked topics for most people, ties and blanks for some, a few topics liked by many.
fn preferences(codes: &[String], topics: usize, chance: &mut Chance) -> Vec<Vec<String>> {
    let mut rows = vec![["code", "topic", "rank"].map(str::to_owned).to_vec()];
    for code in codes {
        if chance.below(20) == 0 {
            continue;
        }
        let mut asked: Vec<usize> = vec![];
        while asked.len() < 3 {
            // The smaller of two numbers: topics at the start are asked for more.
            let topic = chance.below(topics as u64).min(chance.below(topics as u64)) as usize;
            if !asked.contains(&topic) {
                asked.push(topic);
            }
        }
        let tie = chance.below(10) == 0;
        for (k, topic) in asked.into_iter().enumerate() {
            let rank = if tie && k == 1 { 1 } else { k + 1 };
            rows.push(vec![code.clone(), TOPICS[topic].to_owned(), rank.to_string()]);
        }
    }
    rows
}

const TOPICS: [&str; 19] = [
    "Care at home",
    "General practice",
    "Loneliness",
    "Youth care",
    "Staff",
    "Transport",
    "Hospital",
    "Prevention",
    "Digital care",
    "Dementia",
    "Informal carers",
    "Mental health",
    "Healthy food",
    "Sport",
    "Living together",
    "Last phase of life",
    "Language",
    "Money worries",
    "Medicine",
];

const G1000_PLAN: &str = "\
# 598 people, 60 tables, six rounds; a secretary at every table and the other roles spread.
mix = [\"gender\", \"age\", \"education\", { feature = \"role\", importance = 2 }]

[files]
people = \"people.csv\"

[roles]
secretary = { least = 1, most = 2 }
employer = { most = 1 }
artist = { most = 1 }
politician = { most = 1 }
official = { most = 1 }

[[round]]
kind = \"dialogue\"
tables = 60
count = 6
";

const ZEELAND_PLAN: &str = "\
# One dialogue round, then three workshop rounds in stable groups on 19 topics.
mix = [\"gender\", \"age\", \"education\", \"origin\", \"municipality\"]
order = [\"preferences\", \"balance\", \"meetings\"]

[files]
people = \"people.csv\"
preferences = \"preferences.csv\"

[[round]]
kind = \"dialogue\"
size = 8

[[round]]
kind = \"workshop\"
count = 3
";

const ZORG_PLAN: &str = "\
# Everything at once: roles, languages, needs, absences, constraints, staff, rooms and topics.
mix = [\"gender\", { feature = \"age\", importance = 2 }, \"education\"]
order = [\"preferences\", \"balance\", \"meetings\"]

[files]
people = \"people.csv\"
constraints = \"constraints.csv\"
staff = \"staff.csv\"
rooms = \"rooms.csv\"
preferences = \"preferences.csv\"
met = \"met.csv\"

[roles]
official = { least = 1, most = 2 }

[[keep]]
feature = \"interpreter\"
spoken = true

[topics]
\"Care at home\" = { least = 8, most = 16 }
\"General practice\" = { least = 8, most = 16 }
\"Loneliness\" = { least = 8, most = 16 }
\"Youth care\" = { least = 8, most = 16 }
\"Staff\" = { least = 8, most = 16 }

[[round]]
kind = \"dialogue\"
name = \"Getting to know each other\"
tables = 7
count = 2

[[round]]
kind = \"plenary\"

[[round]]
kind = \"workshop\"
count = 2
";

const ZORG_STAFF: &str = "\
name,role,languages,not,rounds
Amina,facilitator,nl Arabic,,
Bart,facilitator,nl,,
Chris,facilitator,nl,,1-2
Daria,facilitator,nl Polish,,
Eva,facilitator,nl,,
Frans,facilitator,nl,,
Greet,facilitator,nl,,
Hugo,note-taker,nl,,
";

const ZORG_ROOMS: &str = "\
table,room,seats,step-free,quiet,use
1,Garden room,9,yes,yes,dialogue
2,Garden room,9,yes,yes,dialogue
3,Hall,9,yes,no,dialogue
4,Hall,9,yes,no,dialogue
5,Upstairs,9,no,no,dialogue
6,Upstairs,9,no,no,dialogue
7,Upstairs,9,no,no,dialogue
Black,Attic,12,no,yes,workshop
Blue,Upstairs,16,no,no,workshop
Green,Library,14,yes,no,workshop
Red,Garden room,16,yes,yes,workshop
White,Upstairs,16,no,no,workshop
";
