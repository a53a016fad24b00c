//! Settings of a recipe, and what is told of recipes and of the lists that they are for: each message says where it is and what
//! can be done.

use geloot::base::fault::{Faults, Kind};
use geloot::prepare::{Prepared, prepare, suggest};
use geloot::words::catalogue::Lang;
use geloot::words::faults as words;
use geloot::words::prepared;
use std::collections::BTreeMap;

type Files = BTreeMap<String, Vec<u8>>;

/// What comes of these files, of which one is the recipe.
fn run(files: &[(&str, &[u8])]) -> (Option<Prepared>, Files, Faults) {
    let given: Files = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let (mut out, mut faults) = (Files::new(), Faults::new());
    let made = prepare(
        ("recept.toml", &given["recept.toml"]),
        None,
        "geloot test",
        &mut |file| given.get(file).cloned(),
        &mut |file, bytes| {
            out.entry(file.to_owned()).or_default().extend_from_slice(bytes);
            true
        },
        &mut faults,
    );
    (made, out, faults)
}

fn small(recipe: &str, list: &str) -> (Option<Prepared>, Files, Faults) {
    run(&[("recept.toml", recipe.as_bytes()), ("a.csv", list.as_bytes())])
}

/// The list, where nothing stopped.
fn pool(found: &(Option<Prepared>, Files, Faults)) -> String {
    assert!(found.0.is_some() && !found.2.stop(), "{}", words::report(Lang::En, &found.2));
    String::from_utf8(found.1["pool.csv"].clone()).unwrap()
}

/// Whether the message of this code is there with all of these texts, and is there in Dutch as well.
#[track_caller]
fn told(found: &(Option<Prepared>, Files, Faults), code: &str, stops: bool, wanted: &[&str]) {
    let said = words::report(Lang::En, &found.2);
    assert_eq!(found.2.stop(), stops, "{said}");
    let mark = format!("[{code}]");
    assert!(said.contains(&mark), "{code}: {said}");
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in wanted {
        assert!(flat.contains(text), "{code}, {text}: {said}");
    }
    let dutch = words::report(Lang::Nl, &found.2);
    assert!(dutch.contains(&mark) && dutch != said, "{dutch}");
}

const SOURCE: &str = "reference_date = 2027-03-01\n[[source]]\nfile = \"a.csv\"\n";

/// Whoever writes a number into a remark puts it into every list that is made of it.
#[test]
fn citizen_service_numbers_in_a_remark_are_masked_everywhere() {
    let list =
        "id;naam;opmerking\n1;An;belt terug\n2;Bo;\"BSN 111222333, graag vroeg\"\n3;Cé;bsn 123456782\n";
    let found = small(&format!("{SOURCE}skip = {{ \"al gebeld\" = [4] }}\n"), list);
    assert!(pool(&found).contains("BSN #########, graag vroeg"), "{}", pool(&found));
    told(&found, "I-87", false, &["rows 3 and 4, column \"opmerking\""]);
    let all: Vec<u8> = found.1.values().flatten().copied().collect();
    let said = words::report(Lang::En, &found.2);
    for number in ["111222333", "123456782"] {
        assert!(!String::from_utf8_lossy(&all).contains(number) && !said.contains(number));
    }
}

/// A file of decisions without its headings begins with a pair, and with the names of both.
#[test]
fn names_in_the_first_row_of_decisions_are_in_no_message() {
    let (source, list) = (format!("{SOURCE}[twice]\ndecisions = \"b.csv\"\n"), "id;naam\n1;An\n2;Bo\n");
    for (decisions, code) in [
        ("bcd,both,Jan Zonneveld,x\nfgh,first,=Piet,y\n", "R-17"),
        ("Lijst,,\npair,decision,Jan Zonneveld\nbcd,both,x\n", "R-18"),
        ("bcd,both,Jan Zonneveld,Jan Zonneveld\nfgh,first,#N/A,y\n", "R-20"),
    ] {
        let files =
            [("recept.toml", source.as_bytes()), ("a.csv", list.as_bytes()), ("b.csv", decisions.as_bytes())];
        let found = run(&files);
        told(&found, code, true, &[]);
        assert!(
            !words::report(Lang::En, &found.2).contains("Zonneveld"),
            "{}",
            words::report(Lang::En, &found.2)
        );
    }
}

#[test]
fn parts_of_a_column_by_a_sign_and_from_either_end() {
    let recipe = format!(
        "{SOURCE}[columns.achternaam]\nsplit = \"naam\"\nat = \",\"\npart = 1\n[columns.voornaam]\nsplit = \"naam\"\nat = \", \"\n\
         part = 2\n[columns.laatste]\nsplit = \"adres\"\npart = -1\n"
    );
    let list = "nr;naam;adres\n1;Bos, An;Lindepad 12\n2;Smit;Dorpsstraat 3 b\n";
    let list = pool(&small(&recipe, list));
    let rows: Vec<&str> = list.lines().collect();
    assert_eq!(rows[0], "nr,naam,adres,achternaam,laatste,voornaam");
    // Of a name without the sign there is no second part.
    assert_eq!(rows[1..], ["1,\"Bos, An\",Lindepad 12,Bos,12,An", "2,Smit,Dorpsstraat 3 b,Smit,b,"]);
    let none = small(&recipe.replace("part = 2\n", ""), "nr;naam;adres\n1;A;B\n");
    told(&none, "I-03", true, &["recept.toml", "[columns.voornaam]", "part"]);
}

#[test]
fn several_files_of_one_layout_with_a_sign_that_is_said() {
    let recipe = "[[source]]\nfiles = [\"a.csv\", \"b.csv\"]\nseparator = \"|\"\ntotal = 3\n";
    let (a, b) = (&b"nr|naam\n1|Bos, An; 2\n2|Smit\n"[..], &b"nr|naam\n3|Ek\n"[..]);
    let found = run(&[("recept.toml", recipe.as_bytes()), ("a.csv", a), ("b.csv", b)]);
    assert_eq!(pool(&found), "nr,naam\n1,\"Bos, An; 2\"\n2,Smit\n3,Ek\n");
    let sources: Vec<(String, u64)> =
        found.0.unwrap().sources.into_iter().map(|source| (source.name, source.read)).collect();
    assert_eq!(sources, [("a.csv".to_owned(), 2), ("b.csv".to_owned(), 1)]);
    // The total is of both, and a sign is one sign.
    let more = recipe.replace("total = 3", "total = 4");
    let found = run(&[("recept.toml", more.as_bytes()), ("a.csv", a), ("b.csv", b)]);
    told(&found, "I-18", true, &["a.csv, b.csv", "3 rows were read, and there must be 4"]);
    let two = recipe.replace("\"|\"", "\"||\"");
    let found = run(&[("recept.toml", two.as_bytes()), ("a.csv", a), ("b.csv", b)]);
    told(&found, "I-04", true, &["recept.toml", "[[source]] 1", "separator"]);
}

#[test]
fn rows_that_are_one_cell_stop_until_the_sign_between_cells_is_said() {
    let list = "Register|van|Vlissingen\ngeslacht|naam|nummer\nM|Jan|7\nV|An|8\n";
    let found = small("[[source]]\nfile = \"a.csv\"\n", list);
    told(&found, "I-84", true, &["a.csv", "with | between them", "separator = \"|\""]);
    assert!(!found.1.contains_key("pool.csv"));
    let list = &list[list.find('\n').unwrap() + 1..];
    assert_eq!(
        pool(&small("[[source]]\nfile = \"a.csv\"\nseparator = \"|\"\n", list)),
        list.replace('|', ",")
    );
    // One column is a list too.
    assert_eq!(pool(&small("[[source]]\nfile = \"a.csv\"\n", "naam\nJan\nAn\n")), "naam\nJan\nAn\n");
}

#[test]
fn what_a_recipe_says_of_ages_is_told_by_table() {
    let list = "nr;born\n1;14-4-1990\n2;15-5-1951\n3;16-6-1970\n";
    let classes = |text: &str| format!("{SOURCE}[columns.age]\nfrom = \"born\"\nclasses = {text}\n");
    told(
        &small(&classes("[\"jong\", \"35+\"]"), list),
        "I-05",
        true,
        &["recept.toml", "[columns.age]", "\"jong\"", "Write it as 16-34"],
    );
    // A cell that is neither age nor date, with its row; a year of which only one century can be is taken and told.
    let recipe = classes("[\"0-34\", \"35+\"]");
    let odd = "nr;born\n1;14-4-1990\n2;niet bekend\n3;16-6-1970\n";
    told(&small(&recipe, odd), "I-14", true, &["a.csv, row 3, column \"age\"", "unknown = \"...\""]);
    let short = "nr;born\n1;14-4-1990\n2;15-5-51\n3;16-6-1970\n";
    let found = small(&recipe, short);
    told(&found, "I-24", false, &["a.csv, row 3", "two digits", "only century", "four digits"]);
    assert!(pool(&found).contains("2,15-5-51,35+\n"));
}

#[test]
fn what_is_not_in_a_source_and_what_nothing_came_of_is_told() {
    let recipe = "[[source]]\nfile = \"a.csv\"\n[[source]]\nfile = \"b.csv\"\n";
    let (a, b) = (&b"nr;naam;wijk\n1;An;Noord\n"[..], &b"nr;naam\n2;Bo\n"[..]);
    let found = run(&[("recept.toml", recipe.as_bytes()), ("a.csv", a), ("b.csv", b)]);
    told(
        &found,
        "I-10",
        false,
        &["b.csv", "\"wijk\" is not in this file", "its cells are blank", "rename ="],
    );
    assert_eq!(pool(&found), "nr,naam,wijk\n1,An,Noord\n2,Bo,\n");
    // A ground on which nobody is left out, and one on which everybody is.
    let rule = |word: &str| {
        format!(
            "{SOURCE}[[leave_out]]\ncolumn = \"wijk\"\nblank = true\nground = \"leeg\"\n[[leave_out]]\ncolumn = \"wijk\"\n\
                 is = [{word}]\nground = \"elders\"\n"
        )
    };
    let list = "nr;naam;wijk\n1;An;Noord\n2;Bo;Zuid\n";
    told(
        &small(&rule("\"Noord\""), list),
        "I-27",
        false,
        &["nothing came of", "leeg", "take it out of the recipe"],
    );
    told(
        &small(&rule("\"Noord\", \"Zuid\""), list),
        "I-26",
        true,
        &["nobody is left", "Look at the grounds"],
    );
}

#[test]
fn a_table_with_two_answers_is_told_by_row() {
    let recipe = format!(
        "{SOURCE}[columns.wijk]\nfrom = \"postcode\"\ntable = {{ file = \"w.csv\", key = \"postcode\", value = \"wijk\" }}\n"
    );
    let table = &b"postcode;wijk\n5981 AB;Noord\n5982 AB;Zuid\n5981ab;Oost\n"[..];
    let files: [(&str, &[u8]); 3] =
        [("recept.toml", recipe.as_bytes()), ("a.csv", b"nr;postcode\n1;5982 AB\n"), ("w.csv", table)];
    told(&run(&files), "I-17", true, &["w.csv, row 4, column \"postcode\"", "Keep one of the rows"]);
}

#[test]
fn a_class_of_the_population_that_lies_in_two_of_the_list_is_told() {
    let recipe =
        format!("{SOURCE}[columns.age]\nclasses = [\"16-34\", \"35+\"]\n[[population]]\nfile = \"p.csv\"\n");
    let files: [(&str, &[u8]); 3] = [
        ("recept.toml", recipe.as_bytes()),
        ("a.csv", b"nr;age\n1;20\n2;40\n"),
        ("p.csv", b"feature,value,count\nage,16-29,10\nage,30-39,10\nage,40+,10\n"),
    ];
    told(
        &run(&files),
        "I-25",
        true,
        &["p.csv", "\"age\" \"30-39\" lies in more than one class", "leave_out = [\"30-39\"]"],
    );
}

#[test]
fn cells_without_a_heading_and_letters_that_are_lost_are_told() {
    let found = small(SOURCE, "nr;naam;\n1;An;x\n2;Bo;\n");
    told(&found, "I-47", false, &["a.csv", "column C has cells and no heading", "not copied"]);
    assert_eq!(pool(&found), "nr,naam\n1,An\n2,Bo\n");
    let found = small(SOURCE, "nr;naam\n1;Zo\u{c3}\u{ab}\n2;Bo\n3;Y?lmaz\n");
    told(&found, "I-49", false, &["a.csv", "column \"naam\"", "letters seem to be lost"]);
}

#[test]
fn ids_that_a_spreadsheet_shortened_come_into_no_list() {
    let list = "id,naam\n1,A\n\"1,23E+05\",B\n3,C\n#N/B,D\n";
    told(&small(SOURCE, list), "P-17", true, &["a.csv, rows 3 and 5, column \"id\""]);
    assert_eq!(pool(&small(SOURCE, "id,naam\n1,A\n0042,B\n")), "id,naam\n1,A\n0042,B\n");
}

/// What a recipe does not settle stops the work: a blank cell as well as one that nobody knows.
#[test]
fn a_blank_cell_stops_until_the_recipe_says_what_it_stands_for() {
    let list = "nr,geslacht,geboren,postcode\n1,M,1-2-1980,5981AB\n2,,13-2-1980,5981AB\n3,V,,5981AB\n4,V,14-2-1980,\n";
    let values = "[columns.geslacht.values]\nman = [\"M\"]\nvrouw = [\"V\"]\n";
    let found = small(&format!("{SOURCE}{values}"), list);
    told(&found, "I-80", true, &["row 3", "\"geslacht\"", "= [\"\"]", "blank = true"]);
    let classes = "[columns.leeftijd]\nfrom = \"geboren\"\nclasses = [\"16-99\"]\n";
    told(&small(&format!("{SOURCE}{classes}"), list), "I-80", true, &["row 4", "\"leeftijd\""]);
    let areas = "[columns.gebied]\nfrom = \"postcode\"\ntable = { file = \"t.csv\", key = \"pc\", value = \"gebied\" }\n";
    let recipe = format!("{SOURCE}{areas}");
    let looked = run(&[
        ("recept.toml", recipe.as_bytes()),
        ("a.csv", list.as_bytes()),
        ("t.csv", b"pc,gebied\n5981,Panningen\n"),
    ]);
    told(&looked, "I-80", true, &["row 5", "\"gebied\""]);
    // A value for it, a row that is left out, a cell that stays blank: each is said in a line.
    let known = values.replace("vrouw", "onbekend = [\"\"]\nvrouw");
    assert!(pool(&small(&format!("{SOURCE}{known}"), list)).contains("2,onbekend,"));
    let out = format!(
        "{SOURCE}{values}[[leave_out]]\ncolumn = \"geslacht\"\nblank = true\nground = \"niet ingevuld\"\n"
    );
    assert!(!pool(&small(&out, list)).contains("\n2,"));
    let stays = values
        .replace("[columns.geslacht.values]", "[columns.geslacht]\nblank = \"\"\n[columns.geslacht.values]");
    assert!(pool(&small(&format!("{SOURCE}{stays}"), list)).contains("\n2,,"));
}

/// Dozens of postcodes without a value are told once, with the table that is the way; a few by name.
#[test]
fn many_postcodes_without_a_value_ask_for_a_table() {
    let list = |many: u32, code: &dyn Fn(u32) -> String| {
        let rows = (0..many).flat_map(|n| [code(n), code(n)]);
        let rows: String = rows.enumerate().map(|(at, code)| format!("{at},{code}\n")).collect();
        format!("nr,postcode\n{rows}")
    };
    let recipe = format!(
        "{SOURCE}[columns.gebied]\nfrom = \"postcode\"\n[columns.gebied.values]\nHelden = [\"5988\"]\n"
    );
    for code in [&(|n| format!("59{n:02} AB")) as &dyn Fn(u32) -> String, &|n| format!("59{n:02}")] {
        let found = small(&recipe, &list(40, code));
        told(&found, "I-81", true, &["rows 2, 3", "table = { file =", "otherwise ="]);
        assert_eq!(found.2.iter().filter(|fault| fault.what.kind().code().starts_with("I-1")).count(), 0);
        let few = small(&recipe, &list(5, code));
        told(&few, "I-12", true, &[]);
        assert!(!words::report(Lang::En, &few.2).contains("I-81"));
    }
}

/// A column that is never copied is there, and the recipe is told why it cannot have it.
#[test]
fn a_column_that_is_never_copied_is_not_said_to_be_missing() {
    let list = "anummer,naam\n1010101010,An\n1010101021,Bo\n";
    for rule in ["[pool]\ncolumns = [\"anummer\", \"naam\"]\n", "[columns.nr]\nfrom = \"Anummer\"\n"] {
        let found = small(&format!("{SOURCE}{rule}"), list);
        told(&found, "I-82", true, &["never copied", "--recipe"]);
        assert!(!words::report(Lang::En, &found.2).contains("[I-09]"));
    }
    told(&small(&format!("{SOURCE}[pool]\ncolumns = [\"bnummer\"]\n"), list), "I-09", true, &[]);
}

/// A first recipe for this list, with quotas of sex and of three classes of ages.
fn suggested(list: &str) -> String {
    let quotas = b"feature,value,min,max\ngeslacht,M,1,9\ngeslacht,V,1,9\nleeftijd,16-34,1,9\nleeftijd,35-54,1,9\nleeftijd,55+,1,9\n";
    let say = |what: &str, of: &str| prepared::hint(Lang::En, what, of);
    let mut faults = Faults::new();
    let text = suggest(&[("a.csv", list.as_bytes())], Some(("quotas.csv", quotas)), &say, &mut faults);
    text.unwrap_or_else(|| panic!("{}", words::report(Lang::En, &faults)))
}

/// The last column of the list that the first recipe makes as it is.
fn last_column(list: &str) -> Vec<String> {
    let pool = pool(&small(&suggested(list), list));
    pool.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().to_owned()).collect()
}

/// Classes of ages in another way than the quotas have them are spellings, and no ages to be put into classes.
#[test]
fn a_first_recipe_knows_classes_of_ages_in_another_spelling() {
    let list = "id,geslacht,leeftijd\n1,V,16 t/m 34\n2,M,35 - 54\n3,V,55 jaar en ouder\n4,M,16-34\n";
    assert_eq!(last_column(list), ["16-34", "35-54", "55+", "16-34"], "{}", suggested(list));
    // "tot" leaves the last year out: that is another class, and a person decides. So it is with ages.
    for list in
        ["id,geslacht,leeftijd\n1,V,16 tot 34\n2,M,35-54\n", "id,geslacht,leeftijd\n1,V,16\n2,M,35-54\n"]
    {
        assert!(suggested(list).contains("classes = "), "{}", suggested(list));
    }
}

/// Headings that are questions, below a title that is as wide as the list, or above what a tool for surveys writes below them.
#[test]
fn a_first_recipe_of_the_export_of_a_tool_runs() {
    let rows = "1,V,16-34\n2,M,35-54\n3,V,55+\n";
    let ages = ["16-34", "35-54", "55+"];
    let forms = format!("Tijdstempel,Wat is uw geslacht?,In welke leeftijdsgroep valt u?\n{rows}");
    assert_eq!(last_column(&forms), ages, "{}", suggested(&forms));
    let title = format!("Gemeente X,Burgerberaad,2027\nid,geslacht,leeftijd\n{rows}");
    assert!(suggested(&title).contains("heading_row = 2"), "{}", suggested(&title));
    assert_eq!(last_column(&title), ages);
    let import = |n: usize| format!("\"{{\"\"ImportId\"\":\"\"QID{n}\"\"}}\"");
    for second in [
        format!("Response ID,Wat is uw geslacht?,Leeftijd?\n{},{},{}\n", import(1), import(2), import(3)),
        "Open-Ended Response,Response,Response\n".to_owned(),
    ] {
        let list = format!("id,geslacht,leeftijd\n{second}{rows}");
        let recipe = suggested(&list);
        assert!(recipe.contains("\nskip = { \"explains the headings\" = [2"), "{recipe}");
        assert_eq!(last_column(&list), ages, "{recipe}");
        // Without that it stops.
        let unsaid = recipe.lines().filter(|line| !line.starts_with("skip")).collect::<Vec<_>>().join("\n");
        let (_, _, faults) = small(&unsaid, &list);
        assert_eq!(faults.count(Kind::NoPerson), 1, "{}", words::report(Lang::En, &faults));
    }
    // What is only likely stands behind its sign.
    let trial = "id,Status,geslacht,leeftijd\n1,Survey Preview,V,16-34\n2,IP Address,M,35-54\n";
    assert!(suggested(trial).contains("\n# skip = { \"no person\" = [2] }"), "{}", suggested(trial));
}

/// Letters of columns are those of the sheet, also where columns without headings and cells stand between.
#[test]
fn letters_of_columns_count_blank_columns() {
    let list = "id,,geslacht,,,opmerking\n1,,M,16-34,55+,x\n2,,V,35-54,16-34,x\n3,,V,55+,55+,x\n";
    let named = |letters: &str| {
        format!("{SOURCE}rename = {{ \"[{letters}]\" = \"leeftijd\", \"[E]\" = \"anders\" }}\n")
    };
    let made = pool(&small(&named("D"), list));
    assert!(made.starts_with("id,geslacht,leeftijd,anders,opmerking\n1,M,16-34,55+,x\n"), "{made}");
    let list = "id,,geslacht,,leeftijd\n1,,M,x,16-34\n2,,V,x,35-54\n3,,V,x,55+\n";
    told(&small(SOURCE, list), "I-47", false, &["column D", "\"[D]\""]);
    // Two columns of one heading: the later one.
    let list = "id,,geslacht,leeftijd,leeftijd\n1,,M,a,b\n2,,V,b,a\n";
    let say = |what: &str, of: &str| prepared::hint(Lang::En, what, of);
    let suggested = suggest(&[("a.csv", list.as_bytes())], None, &say, &mut Faults::new()).unwrap();
    assert!(suggested.contains("rename.\"[E]\""), "{suggested}");
}

/// When somebody's partner was born does not tell how old they are.
#[test]
fn dates_of_birth_of_others_are_not_taken() {
    let quotas = "feature,value,min,max\nleeftijd,16-34,0,9\nleeftijd,35+,0,9\n";
    for (headings, wanted) in [
        ("Geboortedatum partner,Geboortedatum", Some("Geboortedatum")),
        ("Geboortedatum contactpersoon,Geb.datum", Some("Geb.datum")),
        ("Geboortedatum kind,Geboortejaar", Some("Geboortejaar")),
        ("Geboortedatum partner,Wijk", None),
    ] {
        let list = format!(
            "id,{headings}\n1,1950-03-05,1999-03-05\n2,1951-03-05,1998-03-05\n3,1952-03-05,1960-01-01\n"
        );
        let quotas = Some(("q.csv", quotas.as_bytes()));
        let say = |what: &str, of: &str| prepared::hint(Lang::En, what, of);
        let said = suggest(&[("a.csv", list.as_bytes())], quotas, &say, &mut Faults::new()).unwrap();
        let from = said.lines().find_map(|line| line.strip_prefix("from = ")).map(|it| it.trim_matches('"'));
        assert_eq!(from, wanted, "{said}");
        assert!(!said.contains("column = \"Geboortedatum partner\""), "{said}");
    }
}
