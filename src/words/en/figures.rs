//! Faults of population figures, comparisons and rates in plain English. Imports `base` and `words`.

use super::{did_you_mean, names};
use crate::base::fault::Figures;
use crate::base::fault::figures::{Apart, Choice, Group};
use crate::words::{number, quoted};

/// The sentence after the place, and the lines below it. `cell` is the cell at fault, if one is.
pub(super) fn sentences(what: &Figures, cell: &str) -> (String, Vec<String>) {
    let said = |wrong: String, details: &[&str]| (wrong, details.iter().map(|&d| d.to_owned()).collect());
    match what {
        Figures::NoFigures => said(
            "there are no labels with figures.".into(),
            &[
                "A table of the population has the headings feature, value and count, and one line for each value,",
                "for example: age,18-24,5364",
                "An export of StatLine can be given as it is: choose \"CSV\" when you download it.",
            ],
        ),
        Figures::Missing { value } => said(
            format!("the figure of {} is missing.", quoted(value)),
            &[
                "Without it the shares of all others would be wrong.",
                "Fill it in, or leave the value out with --leave-out.",
            ],
        ),
        Figures::Unreadable => said(
            format!("{} is not a number of at least 0.", quoted(cell)),
            &["Write figures with digits and at most one sign for decimals, such as 45276 or 8,6."],
        ),
        Figures::Ambiguous => said(
            format!("{} can be read in two ways: with thousands, or with three decimals.", quoted(cell)),
            &["Nothing else in the column says which. Write the figures without a sign for thousands."],
        ),
        Figures::ValueTwice { feature, value } => said(
            format!("{} {} is there more than once.", quoted(feature), quoted(value)),
            &["Keep one line for each value. If it was split, add the figures up on one line."],
        ),
        Figures::TotalLeftOut { feature, value } => {
            said(format!("{} is the total of {} and was left out.", quoted(value), quoted(feature)), &[])
        }
        Figures::TotalDiffers { feature, value, total, sum } => said(
            format!(
                "{} of {} is {total}, but the other lines add up to {sum}.",
                quoted(value),
                quoted(feature)
            ),
            &[
                "The total was left out; shares are taken of the sum of the other lines.",
                "Look whether a line is missing or there twice.",
            ],
        ),
        Figures::LooksLikeTotal { feature, value } => said(
            format!("{} of {} is as large as all others together.", quoted(value), quoted(feature)),
            &["If it is their total, leave it out with --leave-out: now it counts as a value."],
        ),
        Figures::SharesApart { feature, sum, whole } => said(
            format!("the shares of {} add up to {sum}, not to {whole}.", quoted(feature)),
            &[
                "Rounding does not explain that. Look whether a value is missing. Shares are taken of their sum.",
            ],
        ),
        Figures::SharesRounded { feature, sum, whole } => said(
            format!(
                "the shares of {} add up to {sum} instead of {whole}, by rounding. They are taken of their sum.",
                quoted(feature)
            ),
            &[],
        ),
        Figures::Provisional => {
            said("these figures are marked as provisional (*). They are used as they are.".into(), &[])
        }
        Figures::Nobody { feature } => said(
            format!("all figures of {} are 0.", quoted(feature)),
            &["So nobody has a share of the seats. Check that you chose the right table."],
        ),
        Figures::SeveralColumns { headings } => said(
            format!("there are several columns with figures: {}.", names(headings)),
            &[
                "Choose the one to use with --counts HEADING,",
                "or choose one row with --pick \"HEADING=LABEL\" when the columns are the values.",
            ],
        ),
        Figures::ChoiceUnknown { choice, text, near } => {
            let wrong = match choice {
                Choice::Pick => format!("there is nothing named {} to pick.", quoted(text)),
                Choice::Counts => format!("there is no column with figures named {}.", quoted(text)),
                Choice::Name => format!("there is no feature {} to give another name.", quoted(text)),
                Choice::LeaveOut => format!("there is no value {} to leave out.", quoted(text)),
                Choice::AtLeastOne => format!("there is no feature {} in the population.", quoted(text)),
            };
            let option = match choice {
                Choice::Pick => "--pick",
                Choice::Counts => "--counts",
                Choice::Name => "--name",
                Choice::LeaveOut => "--leave-out",
                Choice::AtLeastOne => "--at-least-one",
            };
            (format!("{wrong}{}", did_you_mean(near)), vec![format!("Look at what you gave after {option}.")])
        }
        Figures::NewestTaken { taken, others } => (
            format!("there are several periods; the newest one, {}, was taken.", quoted(taken)),
            vec![format!("To use another one, choose it with --pick: there also is {}.", names(others))],
        ),
        Figures::SeveralRows { heading, labels } => (
            format!(
                "there are shares for each of several labels of {}, and shares cannot be added.",
                quoted(heading)
            ),
            vec![format!("Choose one of them with --pick \"{heading}=LABEL\": {}.", names(labels))],
        ),
        Figures::Grouped { read } => {
            (format!("{} was read as {read}: the sign in it stands for thousands.", quoted(cell)), vec![])
        }
        Figures::LevelsLeftOut { heading, labels } => (
            format!(
                "{}: {} {} other regions and {} left out.",
                quoted(heading),
                names(labels),
                if labels.len() == 1 { "holds" } else { "hold" },
                if labels.len() == 1 { "was" } else { "were" },
            ),
            vec![],
        ),
        Figures::TooManyToSeat { feature, values, seats } => (
            format!(
                "at least one seat for each of the {} values of {} is asked for, and the panel has {}.",
                number(*values),
                quoted(feature),
                super::seats(u64::from(*seats))
            ),
            vec!["Give the panel more seats, join values, or leave --at-least-one out.".into()],
        ),
        Figures::NoSeat { feature, value, exact, seats } => (
            format!(
                "{} {} gets no seat: its share is {exact} of {}.",
                quoted(feature),
                quoted(value),
                number(u64::from(*seats))
            ),
            vec![format!(
                "So nobody with this value can be drawn. With --at-least-one {} each value gets one.",
                quoted(feature)
            )],
        ),
        Figures::TieUnlabelled { feature, label } => (
            format!(
                "equal claims to a seat of {} were decided without a label of your own.",
                quoted(feature)
            ),
            vec![
                format!(
                    "The program's label {} was used. Anyone can check it, but nobody announced it.",
                    quoted(label)
                ),
                "Publish a text before you know the figures, and give it with --tie-label TEXT.".into(),
            ],
        ),
        Figures::FeatureInTwo { feature, other } => (
            format!("{} is also in {}.", quoted(feature), quoted(other)),
            vec!["Give only one of the two tables, or give the feature another name with --name.".into()],
        ),
        Figures::MixedColumns { headings, twice } => (
            format!(
                "the columns are not the values of one feature: {} and {} count the same people.",
                quoted(&twice.0),
                quoted(&twice.1)
            ),
            vec![
                format!("The columns with figures are {}.", names(headings)),
                "Make a table with the headings feature, value and count, and a line for each column that you need,".into(),
                "for example: gender,woman,5050".into(),
            ],
        ),
        Figures::SameTwice { heading, taken } => (
            format!("{} says the same as {}, and was left out.", quoted(heading), quoted(taken)),
            vec![],
        ),
        Figures::CodesForLabels { feature, codes } => (
            format!("the values of {} are codes: {}.", quoted(feature), names(codes)),
            vec![
                "A pool seldom has them, and then nobody would match. Download the table with labels instead of codes (in StatLine: \"CSV\" and not the raw data),".into(),
                "or write in the table what each code means.".into(),
            ],
        ),
        Figures::SingleYears { feature, values } => (
            format!("{} has {} values, each a single year of age.", quoted(feature), number(*values)),
            vec!["A quota for each year is seldom meant. Add the lines up to bands, such as 16-34, before you give the table.".into()],
        ),
        Figures::MissingCode { code } => {
            (format!("{} stands for a figure that is missing or secret.", quoted(code)), vec![])
        }
        Figures::SeveralMeasures { heading, labels } => (
            format!("the table holds figures of several kinds, in the column {}.", quoted(heading)),
            vec![format!("Choose one with --pick \"{heading}=LABEL\": {}.", names(labels))],
        ),
        _ => comparisons(what, cell),
    }
}

/// Faults of comparing people with a population, and of rates.
fn comparisons(what: &Figures, cell: &str) -> (String, Vec<String>) {
    match what {
        Figures::MirrorColumnMissing { feature, near } => (
            match near {
                Some(near) => format!("there is no column {}. Is it the column {}?", quoted(feature), quoted(near)),
                None => format!("there is no column {}.", quoted(feature)),
            },
            vec!["A feature can be compared when the population and the people both have it, under one name.".into()],
        ),
        Figures::PlainColumnMissing { feature, near } => (
            match near {
                Some(near) => format!("there is no column {}. Is it the column {}?", quoted(feature), quoted(near)),
                None => format!("there is no column {}.", quoted(feature)),
            },
            vec!["Give the headings of columns of the pool after --mirror, with commas between them.".into()],
        ),
        Figures::MirrorTooMany { feature, values } => (
            format!("{} has {} different values: too many to give each its share.", quoted(feature), number(*values)),
            vec!["Name a column with kinds of people, such as sex or age band, after --mirror.".into()],
        ),
        Figures::MirrorSkipped { feature } => {
            (format!("there is no column {}, so it is not compared.", quoted(feature)), vec![])
        }
        Figures::MirrorUnknown { feature, people } => (
            match cell {
                "" => format!(
                    "{} {} a value of {} that the population does not have.",
                    super::people(*people),
                    if *people == 1 { "has" } else { "have" },
                    quoted(feature)
                ),
                cell => format!("{} is no value of {} in the population.", quoted(cell), quoted(feature)),
            },
            vec!["These people are not counted for this feature. Correct the spelling, or add the value to the population.".into()],
        ),
        Figures::MirrorNoAnswer { feature, people, all } => (
            format!("{} of {} have no value of {}; the others are compared.", number(*people), number(*all), quoted(feature)),
            vec![],
        ),
        Figures::FarOutside(apart) => (
            format!("{}: far outside chance.", shares(apart)),
            vec![match apart.group {
                Group::Panel => "A feature without a quota comes out as the pool has it. Say so in the report, or make it a quota next time.".into(),
                _ => "What the pool has too much of, the panel will have too much of, unless the feature becomes a quota.".to_owned(),
            }],
        ),
        Figures::Outside(apart) => (format!("{}: more apart than chance explains.", shares(apart)), vec![]),
        Figures::FitFails { feature, group } => (
            format!("as a whole, {} differs between {} and the population more than chance explains.", quoted(feature), group_name(*group)),
            vec![],
        ),
        Figures::TooFewToTest { feature, people } => (
            format!(
                "{} with a value of {}: too few for a test of the feature as a whole.",
                super::people(*people),
                quoted(feature)
            ),
            vec![],
        ),
        Figures::NothingToMirror { features } => (
            "there is nothing to compare: the people have no column with the name of a feature of the population.".into(),
            vec![
                format!("The population has {}.", names(features)),
                "Give the columns the same headings, or rename a feature of the population with --name.".into(),
            ],
        ),
        Figures::RateColumnMissing => (
            "there is no column with rates.".into(),
            vec!["A table of rates has the heading stay, and may have people and confirm: people,stay on the first line, 40,0.85 below.".into()],
        ),
        Figures::RateUnreadable => (
            format!("{} is no rate.", quoted(cell)),
            vec!["A rate lies between 0 and 1, such as 0.9, or is a percentage with its sign, from 0% to 100%, such as 90%.".into()],
        ),
        Figures::PeopleUnreadable => (
            format!("{} is no number of people.", quoted(cell)),
            vec!["Write a whole number.".into()],
        ),
        Figures::LossColumnMissing { column } => (
            format!("there is no column {}.", quoted(column)),
            vec!["A table of who drops out has the headings feature, value and rate: age,18-24,0.25 on a line says that a quarter of those drop out.".into()],
        ),
        Figures::LossUnknown { name, feature, near } => (
            match feature {
                Some(feature) => format!("{} is no value of {} in the quotas.{}", quoted(name), quoted(feature), did_you_mean(near)),
                None => format!("{} is no feature of the quotas.{}", quoted(name), did_you_mean(near)),
            },
            vec!["So nobody would have this rate. Write it as the quotas do, or leave the line out.".into()],
        ),
        Figures::LossTwice { feature, value } => (
            format!("{} {} has two rates.", quoted(feature), quoted(value)),
            vec!["Keep one line for each value.".into()],
        ),
        _ => (String::new(), Vec::new()),
    }
}

/// "hbo/wo: 61 % of the panel, 28 % of the population".
fn shares(apart: &Apart) -> String {
    // Of at most 10,000 tenths of a thousandth, so nothing overflows that people could be.
    let own = (u128::from(apart.people) * 10_000 / u128::from(apart.of.max(1))) as u32;
    let whole = |share: u32| format!("{} %", (share + 50) / 100);
    let fine = |share: u32| format!("{}.{} %", (share + 5) / 100, (share + 5) % 100 / 10);
    let shown = if whole(own) == whole(apart.population) { fine } else { whole };
    format!(
        "{} of {}: {} of {}, {} of the population",
        quoted(&apart.value),
        quoted(&apart.feature),
        shown(own),
        group_name(apart.group),
        shown(apart.population)
    )
}

/// "the panel".
pub fn group_name(group: Group) -> &'static str {
    match group {
        Group::Pool => "the pool",
        Group::Panel => "the panel",
        Group::People => "these people",
    }
}
