//! From two files to a drawn panel, and a record that anybody can check.
//!
//! `cargo run --example assembly -- volunteers.csv quotas.csv 50 panel-2027`

use geloot::assembly::{Ask, Charter, Making, freeze};
use geloot::base::fault::Faults;
use geloot::io;
use geloot::pool::{self, Source};
use geloot::seed::{Evidence, words::Words};
use geloot::verify::{Known, verify};
use geloot::words::{self, catalogue::Lang};
use geloot::{make_again, search_again};
use std::{env, error::Error, fs, path::Path};

const CHARTER: &[u8] = b"date = 2027-03-01\n[seed]\nsource = \"text\"\n";

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [people, quotas, seats, out] = &args[..] else { return Err("PEOPLE QUOTAS SEATS FOLDER".into()) };
    let (people, quotas, out) = (fs::read(people)?, fs::read(quotas)?, Path::new(out));
    let (people, quotas) =
        (Source { name: "people", bytes: &people }, Source { name: "quotas", bytes: &quotas });
    let mut faults = Faults::new();
    let pool = pool::read(people, quotas, seats.parse()?, None, &mut faults).ok_or(faults)?;
    let charter = Some(Charter { bytes: CHARTER.to_vec(), toml: true });
    let made = freeze(&pool, Making { charter, ..Making::default() }, &mut |_| {})?;
    let line = made.frozen.commitment.to_string();
    println!("Publish this line, and only then ask for words: {line}");
    let words_heard = Words::new("appel peer banaan").ok_or("these words cannot be a seed")?;
    let ask = Ask { evidence: Some(Evidence::Text(words_heard)), ..Ask::default() };
    let drawing = made.open()?.draw(&ask)?;
    io::apply(&made.patch(), out)?;
    io::apply(&drawing.patch, out)?;
    let search = Known { search: Some(search_again), make: Some(make_again), ..Known::default() };
    let report = verify(&io::read_lottery(out)?, &Known { published: Some(&line), ..search });
    println!("{}", words::claims::report(Lang::En, &report));
    Ok(())
}
