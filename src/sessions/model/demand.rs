//! What a seating must keep, and where each demand comes from. Imports its siblings.

use super::problem::{Company, Gather, Limit, Sitting};

/// One demand on a sitting.
#[derive(Clone, Debug)]
pub struct Demand {
    /// What is demanded.
    pub kind: DemandKind,
    /// Why.
    pub origin: Origin,
}

/// What is demanded.
#[derive(Clone, Debug)]
pub enum DemandKind {
    /// These two at different tables.
    Apart(u16, u16),
    /// These two at one table.
    Together(u16, u16),
    /// This person at one of these tables, in ascending order.
    Only(u16, Vec<u16>),
    /// So many of these people at each table.
    Limit(Limit),
    /// These people at so many tables.
    Gather(Gather),
    /// So many of these people at a table, or none.
    Company(Company),
    /// Somebody at this person's table speaks a language, in these shifts of the staff.
    Spoken {
        /// The person.
        person: u16,
        /// The language, as numbered by [`crew::languages`].
        language: usize,
        /// A bit per shift.
        shifts: u128,
    },
    /// One of the staff is not at this person's table, in these shifts.
    Unhosted {
        /// The person.
        person: u16,
        /// Who of the crew.
        helper: usize,
        /// A bit per shift.
        shifts: u128,
    },
}

impl DemandKind {
    /// Whose table the staff are asked to be at or not; `None` for a demand that is not on the staff.
    pub fn of_staff(&self) -> Option<u16> {
        match self {
            Self::Spoken { person, .. } | Self::Unhosted { person, .. } => Some(*person),
            _ => None,
        }
    }
}

/// Where a demand comes from. Numbers are places in the brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A rule about people.
    Rule(usize),
    /// What a person needs of the table: person, and which of their needs.
    Need(u16, usize),
    /// What a person speaks: the feature kept together, its group, the person.
    Language(usize, usize, u16),
    /// A member of staff may not host a person.
    Host(usize, u16),
    /// Fewest of a role at each table.
    RoleLeast(usize),
    /// Most of a role at each table.
    RoleMost(usize),
    /// People of one value kept together: the feature, its group.
    Keep(usize, usize),
    /// Nobody alone with their value: the rule, its group.
    Company(usize, usize),
    /// The fewest people at a table.
    Least(u16),
    /// The most people at a table.
    Most(u16),
}

impl Origin {
    /// The role that is limited, if one is.
    pub fn role(self) -> Option<usize> {
        match self {
            Self::RoleLeast(role) | Self::RoleMost(role) => Some(role),
            _ => None,
        }
    }
}

/// Writes demands into a sitting.
pub fn apply(sitting: &mut Sitting, demands: &[Demand]) {
    let mut roles: Vec<Option<usize>> = vec![];
    for demand in demands {
        match &demand.kind {
            DemandKind::Apart(a, b) => sitting.apart.push((*a, *b)),
            DemandKind::Together(a, b) => sitting.together.push((*a, *b)),
            DemandKind::Only(person, tables) => {
                let barred = (0..sitting.tables.len() as u16).filter(|t| tables.binary_search(t).is_err());
                sitting.barred.extend(barred.map(|table| (*person, table)));
            }
            DemandKind::Limit(limit) => {
                // Two limits on one role are one with both its sides.
                let role = demand.origin.role();
                match roles.iter().position(|&known| role.is_some() && known == role) {
                    Some(known) => {
                        let known = &mut sitting.limits[known];
                        for (size, other) in known.tables.iter_mut().zip(&limit.tables) {
                            size.least = size.least.max(other.least);
                            size.most = size.most.min(other.most).max(size.least);
                        }
                    }
                    None => {
                        roles.push(role);
                        sitting.limits.push(limit.clone());
                    }
                }
            }
            DemandKind::Gather(gather) => sitting.gathers.push(gather.clone()),
            DemandKind::Company(company) => sitting.company.push(company.clone()),
            // Those say nothing until the staff are placed.
            DemandKind::Spoken { .. } | DemandKind::Unhosted { .. } => {}
        }
    }
    sitting.barred.sort_unstable();
    sitting.barred.dedup();
}
