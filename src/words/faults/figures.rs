//! What completes the sentences of faults of population figures, comparisons and rates. Imports `base` and `words`.

use crate::base::fault::Figures;
use crate::base::fault::figures::{Apart, Choice, Group};
use crate::words::catalogue::{Args, Lang, args, say};
use crate::words::parts::{
    decimal, did_you_mean, heading, is_it_the_column, names, or_none, people, percent, seats, yes,
};
use crate::words::{quoted, shown};

/// The arguments. `cell` is the cell at fault, if one is.
pub(super) fn args_of(lang: Lang, what: &Figures, cell: &str) -> Args {
    match what {
        Figures::NoFigures | Figures::Provisional => args![],
        Figures::RateColumnMissing { near } => args![near = is_it_the_column(lang, near)],
        Figures::Missing { value } => args![value = quoted(value)],
        Figures::OnlyNumbers { headings } => args![headings = names(lang, headings)],
        Figures::NameOfSeveral { codes, names, name } => {
            args![codes = quoted(codes), names = quoted(names), name = quoted(name)]
        }
        Figures::Unreadable => args![cell = quoted(cell), why = crate::quotas::why_not(cell)],
        Figures::Ambiguous { cells } => args![count = cells.len(), cells = names(lang, cells)],
        Figures::RateUnreadable | Figures::PeopleUnreadable => {
            args![cell = quoted(cell)]
        }
        Figures::ValueTwice { feature, value }
        | Figures::TotalLeftOut { feature, value }
        | Figures::LossTwice { feature, value } => {
            args![feature = quoted(feature), value = quoted(value)]
        }
        Figures::LooksLikeTotal { feature, value } | Figures::SurelyTotal { feature, value } => {
            let option = shown(&format!("{feature}={value}"));
            args![feature = quoted(feature), value = quoted(value), option = option]
        }
        Figures::TotalDiffers { feature, value, total, sum } => args![
            feature = quoted(feature),
            value = quoted(value),
            total = decimal(lang, total),
            sum = decimal(lang, sum),
        ],
        Figures::SharesApart { feature, sum, whole } | Figures::SharesRounded { feature, sum, whole } => {
            args![feature = quoted(feature), sum = decimal(lang, sum), whole = *whole]
        }
        Figures::Nobody { feature }
        | Figures::MirrorSkipped { feature }
        | Figures::NamedAfterFile { feature } => {
            args![feature = quoted(feature), name = feature.clone()]
        }
        Figures::MixedShares { feature, figure } => {
            args![feature = quoted(feature), figure = decimal(lang, figure)]
        }
        Figures::PlainFigures { headings } => args![headings = names(lang, headings)],
        Figures::SeveralColumns { headings } => args![headings = names(lang, headings)],
        Figures::ChoiceUnknown { choice, text, near } => {
            let (word, option) = match choice {
                Choice::Pick => ("pick", "--pick"),
                Choice::Counts => ("counts", "--counts"),
                Choice::Name => ("name", "--name"),
                Choice::LeaveOut => ("leave-out", "--leave-out"),
                Choice::AtLeastOne => ("at-least-one", "--at-least-one"),
            };
            args![choice = word, text = quoted(text), near = did_you_mean(lang, near), option = option]
        }
        Figures::NewestTaken { taken, others } => {
            args![taken = quoted(taken), others = names(lang, others)]
        }
        Figures::SeveralRows { heading, labels } => several(lang, "labels", heading, labels),
        Figures::SeveralMeasures { heading, labels } => several(lang, "measures", heading, labels),
        Figures::SeveralLevels { heading, labels } => several(lang, "levels", heading, labels),
        Figures::CrossIncomplete { feature, values } => {
            args![feature = quoted(feature), values = names(lang, values), count = values.len()]
        }
        Figures::Grouped { read } => args![cell = quoted(cell), read = read.clone()],
        Figures::LevelsLeftOut { heading, labels } => {
            args![count = labels.len(), heading = quoted(heading), labels = names(lang, labels)]
        }
        Figures::TooManyToSeat { feature, values, seats } => {
            args![values = *values, feature = quoted(feature), seats = self::seats(lang, u64::from(*seats)),]
        }
        Figures::NoSeat { feature, value, exact, seats } => args![
            feature = quoted(feature),
            value = quoted(value),
            exact = decimal(lang, exact),
            seats = *seats,
        ],
        Figures::TieUnlabelled { feature, label } => args![feature = quoted(feature), label = quoted(label)],
        Figures::FeatureInTwo { feature, other } => args![feature = quoted(feature), other = quoted(other)],
        Figures::MixedColumns { headings, twice } => {
            args![one = quoted(&twice.0), other = quoted(&twice.1), headings = names(lang, headings)]
        }
        Figures::MixedValues { feature, twice } => {
            args![
                feature = quoted(feature),
                name = feature.clone(),
                one = quoted(&twice.0),
                other = quoted(&twice.1),
            ]
        }
        Figures::PeopleAndHomes { feature, apart } => {
            args![feature = quoted(feature), one = quoted(&apart.0), other = quoted(&apart.1)]
        }
        Figures::PartOfAnother { feature, whole, parts } | Figures::SumOfSome { feature, whole, parts } => {
            let options = |values: &[String]| {
                let of = |value: &String| format!("--leave-out \"{}\"", shown(&format!("{feature}={value}")));
                values.iter().map(of).collect::<Vec<_>>().join(" ")
            };
            args![
                feature = quoted(feature),
                whole = quoted(whole),
                count = parts.len(),
                parts = names(lang, parts),
                whole_option = options(std::slice::from_ref(whole)),
                part_options = options(parts)
            ]
        }
        Figures::SameTwice { heading, taken } => args![heading = quoted(heading), taken = quoted(taken)],
        Figures::CodesForLabels { feature, codes } => {
            args![feature = quoted(feature), codes = names(lang, codes)]
        }
        Figures::SingleYears { feature, values, births } => {
            args![feature = quoted(feature), values = *values, births = yes(*births)]
        }
        Figures::MirrorNoValue { feature, values, people: n } => args![
            feature = quoted(feature),
            values = names(lang, values),
            count = values.len(),
            people = people(lang, *n)
        ],
        Figures::MirrorTooMany { feature, values } => {
            args![feature = quoted(feature), values = *values]
        }
        Figures::MissingCode { code } => args![code = quoted(code)],
        Figures::BandsOverlap { feature, one, other } | Figures::BandsApart { feature, one, other } => {
            args![feature = quoted(feature), one = quoted(one), other = quoted(other)]
        }
        Figures::ValueAsDate { feature, value } => args![feature = quoted(feature), value = quoted(value)],
        Figures::MirrorColumnMissing { feature, near } => {
            args![feature = quoted(feature), near = or_none(near), plain = yes(false)]
        }
        Figures::PlainColumnMissing { feature, near } => {
            args![feature = quoted(feature), near = or_none(near), plain = yes(true)]
        }
        Figures::MirrorUnknown { feature, people } => args![
            cell = or_none(&Some(cell.to_owned()).filter(|cell| !cell.is_empty())),
            count = *people,
            people = self::people(lang, *people),
            feature = quoted(feature),
        ],
        Figures::MirrorMisspelt { feature, people, near } => args![
            cell = or_none(&Some(cell.to_owned()).filter(|cell| !cell.is_empty())),
            people = self::people(lang, *people),
            feature = quoted(feature),
            near = did_you_mean(lang, near),
        ],
        Figures::MirrorNoAnswer { feature, people, all } => {
            args![people = *people, all = *all, feature = quoted(feature)]
        }
        Figures::BesideQuotas { feature, values, lacks } => args![
            feature = quoted(feature),
            count = values.len(),
            values = names(lang, values),
            lacks = if lacks.is_empty() { "none".to_owned() } else { names(lang, lacks) },
            option = leave_out(values),
        ],
        Figures::MirrorNobody { feature, values } => args![
            feature = quoted(feature),
            count = values.len(),
            values = names(lang, values),
            option = leave_out(values),
        ],
        Figures::FarOutside(apart) | Figures::Outside(apart) => {
            args![shares = shares(lang, apart), group = word(apart.group)]
        }
        Figures::FitFails { feature, group } => {
            args![feature = quoted(feature), group = group_name(lang, *group)]
        }
        Figures::TooFewToTest { feature, people } => {
            args![people = self::people(lang, *people), feature = quoted(feature)]
        }
        Figures::NothingToMirror { features } => args![features = names(lang, features)],
        Figures::LossColumnMissing { column, near } => {
            args![column = heading(lang, column), near = is_it_the_column(lang, near)]
        }
        Figures::LossUnknown { name, feature, near } => {
            args![name = quoted(name), feature = or_none(feature), near = did_you_mean(lang, near)]
        }
    }
}

/// The option that leaves these values out, as it is typed.
fn leave_out(values: &[String]) -> String {
    let each = values.iter().map(|value| format!("--leave-out \"{}\"", shown(value)));
    each.collect::<Vec<_>>().join(" ")
}

fn several(lang: Lang, rows: &'static str, heading: &str, labels: &[String]) -> Args {
    args![rows = rows, heading = quoted(heading), name = heading.to_owned(), labels = names(lang, labels)]
}

/// "hbo/wo: 61 % of the panel, 28 % of the population".
fn shares(lang: Lang, apart: &Apart) -> String {
    // Of at most 10,000 tenths of a thousandth, so nothing overflows that people could be.
    let own = (u128::from(apart.people) * 10_000 / u128::from(apart.of.max(1))) as u32;
    let whole = |share: u32| ((share + 50) / 100).to_string();
    let fine = |share: u32| format!("{}.{}", (share + 5) / 100, (share + 5) % 100 / 10);
    let shown = if whole(own) == whole(apart.population) { fine } else { whole };
    say!(
        lang,
        "apart",
        value = quoted(&apart.value),
        feature = quoted(&apart.feature),
        own = percent(lang, &shown(own)),
        group = group_name(lang, apart.group),
        population = percent(lang, &shown(apart.population)),
    )
}

fn word(group: Group) -> &'static str {
    match group {
        Group::Pool => "pool",
        Group::Panel => "panel",
        Group::People => "people",
    }
}

/// "the panel".
pub fn group_name(lang: Lang, group: Group) -> String {
    say!(lang, "group", group = word(group))
}
