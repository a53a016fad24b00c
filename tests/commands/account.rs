//! The public account of a lottery: what everybody may know, on one page, and nothing else.

use crate::run;
use crate::run::{done, geloot, json, lottery, refused};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CHARTER: &str = "title = \"Burgerberaad <Wonen> & Zorg\"\nquestion = \"Hoe bouwen wij?\"\n\
    exclusions = [\"raadsleden\", \"griffie\"]\ndate = 2027-03-01\n[seed]\nsource = \"text\"\n\
    description = \"three words\"\n[reserves]\nnumber = 6\nattrition = 0.1\n";

/// Sixty people who do not exist, for twelve seats; drawn, with three events published.
fn drawn(temp: &TempDir, seed: &str) -> String {
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let mut pool = "id,voornaam,geslacht,opleiding\n".to_owned();
    for n in 0..60 {
        let (sex, school) = (["man", "vrouw"][n % 2], ["vmbo", "mbo", "hbo"][(n * 7 / 3) % 3]);
        pool.push_str(&format!("P{n:03},Naam{n}xq,{sex},{school}\n"));
    }
    fs::write(at("pool.csv"), pool).unwrap();
    fs::write(
        at("quotas.csv"),
        "feature,value,min,max\ngeslacht,man,5,7\ngeslacht,vrouw,5,7\nopleiding,vmbo,3,5\nopleiding,mbo,3,5\nopleiding,hbo,3,5\n",
    )
    .unwrap();
    fs::write(at("charter.toml"), CHARTER).unwrap();
    fs::write(at("out.csv"), "id,ground\nP003,raadslid\nP004,verhuisd\n").unwrap();
    let dir = at(&format!("dir-{}", seed.len()));
    let (pool, quotas, out, charter) = (at("pool.csv"), at("quotas.csv"), at("out.csv"), at("charter.toml"));
    let args = lottery(&pool, &quotas, "12", &dir);
    done(&[&args[..], &["--exclude", &out, "--charter", &charter, "--tickets", "1000"]].concat());
    let panel = json(&["draw", &dir, "--seed", seed]);
    let id = |n: usize| panel["panel"][n].as_str().unwrap().to_owned();
    let events = at("events.csv");
    let reason = "belangrijk geheim";
    fs::write(
        &events,
        format!(
            "date,id,event,reason\n2027-04-01,{},declined,{reason}\n2027-04-02,{},confirmed,\n",
            id(0),
            id(1)
        ),
    )
    .unwrap();
    done(&["roster", &dir, "--events", &events, "--publish"]);
    dir
}

#[test]
fn the_account_tells_what_is_public_and_no_name() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let dir = drawn(&temp, "appel peer banaan");
    fs::write(
        at("bevolking.csv"),
        "feature,value,count\nGeslacht,man,500\nGeslacht,vrouw,510\nopleiding,vmbo,250\nopleiding,mbo,400\nopleiding,hbo,350\n",
    )
    .unwrap();
    let page = |dir: &str, name: &str, more: &[&str]| {
        let out = at(name);
        done(&[&["account", dir, "--out", &out], more].concat());
        fs::read_to_string(out).unwrap()
    };
    let population = at("bevolking.csv");
    let more = ["--population", &population, "--invited", "1500"];
    let english = page(&dir, "en.html", &[&more[..], &["--lang", "en"]].concat());
    let line = fs::read_to_string(Path::new(&dir).join("public/commitment.txt")).unwrap();
    for wanted in [
        "Burgerberaad &lt;Wonen&gt; &amp; Zorg",
        "Hoe bouwen wij?",
        "raadsleden",
        "appel peer banaan",
        line.trim(),
        "1,500",
        "raadslid: 1",
        "2 events are published, up to 2 April 2027",
        "49.5 %",
        "<svg",
    ] {
        assert!(english.contains(wanted), "{wanted}");
    }
    // Names, ids and the clerk's own reasons stay at home, and so does everything that a page could fetch.
    for secret in ["Naam", "P003", "belangrijk geheim", "xq"] {
        assert!(!english.contains(secret), "{secret}");
    }
    for forbidden in ["http", "src=", "<script", "@import", "{{", "[account", "[official"] {
        assert!(!english.contains(forbidden), "{forbidden}");
    }
    assert!(!english.contains("Signed"));
    let official = page(&dir, "pv.html", &["--lang", "en", "--proces-verbaal"]);
    assert!(official.contains("Objections") && official.contains("Signed"));
    let dutch = page(&dir, "nl.html", &[&more[..], &["--lang", "nl"]].concat());
    assert!(dutch.contains("<html lang=\"nl\">") && dutch.contains("Verantwoording van de loting"));
    assert!(dutch.contains("49,5 %") && !dutch.contains(" tickets"));
    // From the public part alone it is the same page, byte for byte.
    let public = format!("{dir}/public");
    assert_eq!(page(&public, "public.html", &[&more[..], &["--lang", "en"]].concat()), english);
    refused(&["account", &dir, "--out", &at("en.html")], 3, "Y-70");
    // Nor into the record, where "verify" would find it.
    refused(&["account", &dir, "--out", &format!("{dir}/public/account.html")], 2, "F-13");
    page(&dir, "en.html", &["--replace"]);
    // Nobody volunteers who was not asked.
    refused(&["account", &dir, "--out", &at("few.html"), "--invited", "3"], 2, "Y-147");
    // The page of the program with the public part inside: the tests of the page open it.
    let checker = "<html><title>Geloot</title><script type=\"application/octet-stream\" id=\"wasm\">AA==</script></html>";
    fs::write(at("geloot.html"), checker).unwrap();
    let with_record = |from: &str, out: &str| {
        let args = ["account", &dir, "--checker", &at(from), "--out", &at(out)];
        (geloot(&args).status.code(), fs::read_to_string(at(out)).unwrap_or_default())
    };
    let (code, made) = with_record("geloot.html", "website.html");
    assert!(
        code == Some(0) && made.contains("<title>Burgerberaad &lt;Wonen&gt; &amp; Zorg</title>"),
        "{made}"
    );
    assert!(made.contains("id=\"record-inside\">UEsD"), "{made}");
    assert_eq!(with_record("geloot.html", "again.html").1, made);
    assert_eq!(with_record("website.html", "twice.html"), (Some(2), String::new()));
    refused(&["account", &dir, "--checker", &at("en.html"), "--out", &at("none.html")], 2, "Y-145");
    // The pool beside the population, with plots; again the same bytes.
    let pool = at("pool.csv");
    let mirror = |name: &str| {
        let out = at(name);
        done(&["mirror", "--people", &pool, "--population", &population, "--html", &out, "--lang", "nl"]);
        fs::read_to_string(out).unwrap()
    };
    let pictures = mirror("m1.html");
    assert_eq!(pictures, mirror("m2.html"));
    assert!(pictures.contains("<svg") && pictures.contains("Mensen naast de bevolking"));
    assert!(!pictures.contains("xq") && !pictures.contains("P003"));
    // Another seed, another draw.
    let other = page(&drawn(&temp, "kers"), "other.html", &[&more[..], &["--lang", "en"]].concat());
    assert_ne!(other, english);
    // A record that is not true has no account.
    let quotas = Path::new(&dir).join("public/quotas.csv");
    fs::write(&quotas, fs::read_to_string(&quotas).unwrap().replace("3,5", "2,5")).unwrap();
    refused(&["account", &dir, "--out", &at("false.html")], 1, "W-01");
    assert!(!Path::new(&at("false.html")).exists());
}

/// Shares beside quotas are among the values of the quotas only where the organiser says so, as in "quotas".
#[test]
fn figures_with_values_that_the_quotas_lack_have_no_silent_shares() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let dir = drawn(&temp, "appel");
    let figures =
        "feature,value,count\ngeslacht,man,400\ngeslacht,vrouw,500\ngeslacht,kind,100\ngeslacht,leeg,0\n";
    fs::write(at("bevolking.csv"), figures).unwrap();
    let (figures, page) = (at("bevolking.csv"), at("page.html"));
    let args = ["account", &dir, "--population", &figures, "--out", &page, "--lang", "nl"];
    refused(&args, 2, "M-12");
    assert!(!Path::new(&page).exists());
    let said = run::text(&geloot(&args).stderr);
    assert!(
        said.contains("\"kind\"") && said.contains("--leave-out \"kind\"") && !said.contains("leeg"),
        "{said}"
    );
    let output = geloot(&[&args[..], &["--leave-out", "kind", "--json"]].concat());
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let shares: Vec<&serde_json::Value> =
        told["features"][0]["values"].as_array().unwrap().iter().map(|value| &value["population"]).collect();
    assert_eq!(shares, [444_444, 555_555]);
    // The other feature is in no table, which is said of it and not that its values differ.
    let said = run::text(&geloot(&[&args[..], &["--leave-out", "kind", "--replace"]].concat()).stderr);
    assert!(said.contains("Van \"opleiding\" zijn er geen cijfers gegeven"), "{said}");
}

/// The report of a prepared list and the comparison of objectives are pages with bars; the list is a spreadsheet of text too.
#[test]
fn what_was_prepared_and_compared_is_shown_with_plots() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let clerk = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/clerk/recept.toml");
    for out in ["one", "two"] {
        done(&["prepare", clerk, "--xlsx", "--out", &at(out), "--lang", "nl"]);
    }
    let read = |name: &str| fs::read(temp.path().join(name)).unwrap();
    assert!(read("one/pool.xlsx") == read("two/pool.xlsx"), "the same bytes");
    let mut faults = geloot::base::fault::Faults::new();
    let [sheet, list] = ["pool.xlsx", "pool.csv"].map(|name| {
        let table = geloot::register::read(name, &read(&format!("one/{name}")), &mut faults).unwrap();
        let rows: Vec<Vec<String>> =
            table.rows().map(|row| row.cells().map(str::to_owned).collect()).collect();
        (table.headings, rows)
    });
    assert_eq!(sheet, list, "zeros in front stay");
    // What was left out and changed, as sheets: the same rows, with headings in Dutch.
    let both = |name: &str| {
        let [sheet, list] = ["xlsx", "csv"].map(|kind| {
            let name = format!("{name}.{kind}");
            let mut faults = geloot::base::fault::Faults::new();
            let table = geloot::register::read(&name, &read(&format!("one/{name}")), &mut faults).unwrap();
            let rows: Vec<Vec<String>> =
                table.rows().map(|row| row.cells().map(str::to_owned).collect()).collect();
            (table.headings, rows)
        });
        assert!(!list.1.is_empty() && sheet.1 == list.1, "{name}");
        sheet.0
    };
    assert_eq!(both("left-out")[..4], ["bestand", "rij", "grond", "aanmeldnummer"]);
    assert_eq!(both("changes"), ["bestand", "rij", "kolom", "ervoor", "erna", "regel"]);
    let report = fs::read_to_string(at("one/report.html")).unwrap();
    assert_eq!(report.matches("<svg").count(), 4, "files, grounds, and the spellings of two columns");
    assert!(report.contains("drie maanden na de laatste bijeenkomst") && !report.contains("Vosmaer"));

    fs::write(at("pool.csv"), "id,age\na,young\nb,young\nc,old\nd,old\ne,old\n").unwrap();
    fs::write(at("quotas.csv"), "feature,value,min,max\nage,young,1,1\nage,old,1,1\n").unwrap();
    let (pool, quotas, page) = (at("pool.csv"), at("quotas.csv"), at("page.html"));
    let args =
        ["compare", "--pool", &pool, "--quotas", &quotas, "--seats", "2", "--html", &page, "--lang", "en"];
    done(&args);
    let page = fs::read_to_string(&page).unwrap();
    assert_eq!(page.matches("<svg").count(), 4, "an objective each");
    assert!(page.contains("leximin") && page.contains("33.3 %") && !page.contains("http"), "{page}");
    assert_eq!(geloot(&args).status.code(), Some(3), "it is there already");
}

/// Somebody who was left out when the list was prepared hears so by their number: the ground, where they stood, no name.
#[test]
fn whoever_was_left_out_of_a_prepared_list_is_told_why() {
    let temp = TempDir::new().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let clerk = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/clerk");
    let (list, dir) = (at("list"), at("panel"));
    done(&["prepare", &format!("{clerk}/recept.toml"), "--out", &list]);
    let (pool, quotas) = (at("list/pool.csv"), format!("{clerk}/quotas.csv"));
    let args = lottery(&pool, &quotas, "30", &dir);
    done(&[&args[..], &["--prepared", &list, "--tickets", "1000", "--objective", "maximin"]].concat());
    let told =
        |id: &str, lang: &str| done(&["explain", &dir, "--id", id, "--prepared", &list, "--lang", lang]);
    // As it stood in the register, and as the recipe would have written it.
    for id in ["51", "0051"] {
        let said = told(id, "en");
        for wanted in ["had no chance", "\"te jong\"", "row 54", "\"aanmeldingen.csv\""] {
            assert!(said.replace('\n', " ").contains(wanted), "{wanted}: {said}");
        }
        assert!(!said.contains("Wendela") && !said.contains("06-"), "{said}");
        assert_eq!(said.trim().matches("\n\n").count(), 0, "one paragraph: {said}");
    }
    let said = told("51", "nl").replace('\n', " ");
    assert!(said.contains("op de grond \"te jong\" (rij 54 van \"aanmeldingen.csv\")"), "{said}");
    let answer = json(&["explain", &dir, "--id", "51", "--prepared", &list]);
    assert_eq!(
        (answer["part"].as_str(), answer["left_out"][0]["row"].as_str()),
        (Some("left out"), Some("54"))
    );
    // Who is in the pool is told their chance, and who is nowhere is nowhere; without the folder it is said where to look.
    assert!(told("0001", "en").contains("tickets"));
    let nobody = ["explain", &dir, "--id", "9999"];
    assert!(refused(&nobody, 2, "W-02").contains("--prepared"));
    refused(&[&nobody[..], &["--prepared", &list]].concat(), 2, "W-02");
    // Another list has other people left out.
    fs::write(at("list/prepared.json"), "{}").unwrap();
    let said = refused(&[&nobody[..], &["--prepared", &list]].concat(), 2, "I-60");
    assert!(said.contains("geloot lottery --prepared"), "{said}");
}
