//! Who was left out of a list, looked up again in the file that says so. Imports `base`.

use crate::base::text::fold_heading;

/// Why somebody is not in the list, and where they stood. No cell of theirs: what is told of somebody is not their name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The ground, as the recipe has it.
    pub ground: String,
    /// The file in which they stood.
    pub source: String,
    /// Their row there, as a spreadsheet numbers it.
    pub row: String,
}

/// The rows of `left-out.csv` that have, under one of these headings, a cell of which `is` is so. None where the file has no
/// such column: numbers that are never copied are not in it.
pub fn find(bytes: &[u8], headings: &[String], is: &dyn Fn(&str) -> bool) -> Vec<LeftOut> {
    /// Columns before those of the list: source, row and ground.
    const OWN: usize = 3;
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let Ok(header) = reader.headers() else { return Vec::new() };
    let wanted = |name: &str| headings.iter().any(|heading| fold_heading(heading) == fold_heading(name));
    let columns: Vec<usize> = (OWN..header.len()).filter(|&column| wanted(&header[column])).collect();
    let rows = reader.records().map_while(Result::ok);
    rows.filter(|row| columns.iter().filter_map(|&column| row.get(column)).any(|cell| is(cell.trim())))
        .map(|row| LeftOut { ground: row[2].to_owned(), source: row[0].to_owned(), row: row[1].to_owned() })
        .collect()
}

/// The same by an id: first as it is typed, then with zeros in front that a rule would have added or a spreadsheet dropped.
pub fn find_id(bytes: &[u8], heading: &str, id: &str) -> Vec<LeftOut> {
    let headings = [heading.to_owned()];
    let exact = find(bytes, &headings, &|cell| cell == id.trim());
    if !exact.is_empty() {
        return exact;
    }
    let bare = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.trim_start_matches('0').to_owned())
    };
    let Some(wanted) = bare(id.trim()) else { return Vec::new() };
    find(bytes, &headings, &|cell| bare(cell).as_ref() == Some(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = b"source,row,ground,nummer,naam\na.csv,3,too young,12,A\na.csv,9,\"no, thanks\",0012,B\nb.csv,4,twice,K7,C\n";

    #[test]
    fn somebody_is_found_by_their_number_alone_and_nothing_else_of_them_is_told() {
        let rows = |id: &str| find_id(FILE, "Nummer", id).into_iter().map(|l| l.row).collect::<Vec<_>>();
        assert_eq!(rows("12"), ["3"], "as it is typed");
        assert_eq!(rows("012"), ["3", "9"]);
        assert_eq!((rows(" K7 "), rows("A"), rows("3")), (vec!["4".to_owned()], vec![], vec![]));
        assert_eq!(find_id(FILE, "nummer", "0012")[0].ground, "no, thanks");
        assert!(find_id(FILE, "anummer", "12").is_empty() && find_id(b"", "nummer", "12").is_empty());
        // Columns of ours are no columns of the list.
        assert!(find_id(FILE, "row", "3").is_empty());
    }
}
