//! Questions over a set of units: who is above whom, who may handle what, whose node answers.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, DisputeKind, Region, TrackKind};
use jiff::civil::Date;

use crate::entry::{Power, Tree, UnitKind};
use crate::unit::{Stage, State};

/// A set of units on one day.
#[derive(Debug, Clone)]
pub struct Register {
    units: BTreeMap<Agency, State>,
    on: Date,
}

/// A unit that may handle a matter, and on which clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competent {
    /// The unit.
    pub agency: Agency,
    /// What it may do.
    pub power: Power,
    /// The clause of its power-and-duty list.
    pub clause: String,
}

/// What is wrong with a set of units.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum RegisterFault {
    /// A superior that is not in the set.
    #[error(
        "{unit} 的上级 {superior} 没有登记 / the superior {superior} of {unit} is not registered"
    )]
    UnknownSuperior {
        /// The unit.
        unit: Agency,
        /// Its superior.
        superior: Agency,
    },
    /// A unit above itself.
    #[error("{unit} 的上级链条成环 / {unit} stands above itself")]
    Circle {
        /// The unit.
        unit: Agency,
        /// In which tree.
        tree: Tree,
    },
    /// A unit served by one that is not in the set.
    #[error("为 {unit} 代管的 {host} 没有登记 / the host {host} of {unit} is not registered")]
    UnknownHost {
        /// The unit.
        unit: Agency,
        /// Its host.
        host: Agency,
    },
}

impl Register {
    /// The units as they stand on a day.
    pub fn new(units: impl IntoIterator<Item = State>, on: Date) -> Register {
        Register { units: units.into_iter().map(|unit| (unit.agency, unit)).collect(), on }
    }

    /// A unit, whether it still exists or not.
    pub fn get(&self, agency: Agency) -> Option<&State> {
        self.units.get(&agency)
    }

    /// A unit that exists on the day.
    pub fn live(&self, agency: Agency) -> Option<&State> {
        self.get(agency).filter(|unit| unit.exists_on(self.on))
    }

    /// Every unit that exists on the day, by region and code.
    pub fn units(&self) -> impl Iterator<Item = &State> {
        self.units.values().filter(|unit| unit.exists_on(self.on))
    }

    /// Every unit of the set, closed ones too.
    pub fn all(&self) -> impl Iterator<Item = &State> {
        self.units.values()
    }

    /// The unit directly above in a tree. A closed superior is replaced by its successor.
    pub fn superior(&self, tree: Tree, agency: Agency) -> Option<Agency> {
        let unit = self.get(agency)?;
        let stated = match tree {
            Tree::Territorial => unit.territorial,
            Tree::Authority => unit.authority,
        };
        match (stated, tree) {
            (Some(superior), _) => self.successor(superior),
            (None, Tree::Territorial) => self.default_centre(unit),
            (None, Tree::Authority) => None,
        }
    }

    /// The unit and everybody above it in a tree. A circle in the data ends the walk.
    pub fn chain(&self, tree: Tree, agency: Agency) -> Vec<Agency> {
        let mut chain = Vec::new();
        let mut at = Some(agency);
        while let Some(unit) = at {
            if chain.contains(&unit) {
                break;
            }
            chain.push(unit);
            at = self.superior(tree, unit);
        }
        chain
    }

    /// Everybody who stands above a unit in a tree once its entry reads so: before it is written, a circle
    /// shows by the unit itself among them.
    pub fn above(&self, tree: Tree, entry: State) -> Vec<Agency> {
        let agency = entry.agency;
        let mut then = self.clone();
        then.units.insert(agency, entry);
        then.superior(tree, agency).map(|first| then.chain(tree, first)).unwrap_or_default()
    }

    /// The governance centre above an agency: its region's own for a department, the next higher one
    /// for a centre (plan 五(二)2).
    pub fn superior_centre(&self, agency: Agency) -> Option<Agency> {
        let above = self.chain(Tree::Territorial, agency);
        above.into_iter().skip(1).find(|unit| self.is_centre(*unit))
    }

    /// The lowest centre common to all the regions: where a cross-region dispute goes (C-166). None:
    /// there is no common superior in the registry.
    pub fn common_superior(&self, regions: &[Region]) -> Option<Agency> {
        let (first, rest) = regions.split_first()?;
        let common =
            rest.iter().try_fold(*first, |common, region| common.lowest_common(*region))?;
        self.centre_at_or_above(common)
    }

    /// The units that may handle such a dispute on such a track at a place, the nearest level first;
    /// within a level those who decide or mediate before those who guide or assist.
    pub fn competent(&self, kind: DisputeKind, track: TrackKind, place: Region) -> Vec<Competent> {
        let mut found = Vec::new();
        let mut at = Some(place);
        while let Some(region) = at {
            let here = self.units().filter(|unit| unit.agency.region == region);
            let mut level: Vec<Competent> = here
                .filter_map(|unit| {
                    let duty = unit.profile.duties.iter().find(|duty| duty.covers(kind, track))?;
                    Some(Competent {
                        agency: unit.agency,
                        power: duty.power,
                        clause: duty.clause.clone(),
                    })
                })
                .collect();
            level.sort_by_key(|unit| rank(unit.power));
            found.extend(level);
            at = region.parent();
        }
        found
    }

    /// The unit whose node answers for an agency: itself when admitted, else its host's, and so on.
    pub fn node_of(&self, agency: Agency) -> Option<Agency> {
        let mut seen = BTreeSet::new();
        let mut at = Some(agency);
        while let Some(unit) = at.filter(|unit| seen.insert(*unit)) {
            let state = self.live(unit)?;
            if matches!(state.stage, Stage::Admitted { .. }) {
                return Some(unit);
            }
            at = state.profile.served_by;
        }
        None
    }

    /// Everything that is wrong with the set.
    pub fn faults(&self) -> Vec<RegisterFault> {
        let mut faults = BTreeSet::new();
        for unit in self.units() {
            let agency = unit.agency;
            for superior in [unit.territorial, unit.authority].into_iter().flatten() {
                if self.get(superior).is_none() {
                    faults.insert(RegisterFault::UnknownSuperior { unit: agency, superior });
                }
            }
            if let Some(host) = unit.profile.served_by.filter(|host| self.get(*host).is_none()) {
                faults.insert(RegisterFault::UnknownHost { unit: agency, host });
            }
            for tree in [Tree::Territorial, Tree::Authority] {
                let top =
                    self.chain(tree, agency).last().and_then(|last| self.superior(tree, *last));
                if top.is_some() {
                    faults.insert(RegisterFault::Circle { unit: agency, tree });
                }
            }
        }
        faults.into_iter().collect()
    }

    fn is_centre(&self, agency: Agency) -> bool {
        self.live(agency).is_some_and(|unit| unit.profile.kind == UnitKind::Centre)
    }

    fn default_centre(&self, unit: &State) -> Option<Agency> {
        let own = unit.agency.region;
        if unit.profile.kind == UnitKind::Centre {
            own.parent().and_then(|region| self.centre_at_or_above(region))
        } else {
            self.centre_at_or_above(own)
        }
    }

    fn centre_at_or_above(&self, region: Region) -> Option<Agency> {
        let mut at = Some(region);
        while let Some(region) = at {
            let mut here = self.units().filter(|unit| unit.agency.region == region);
            if let Some(centre) = here.find(|unit| unit.profile.kind == UnitKind::Centre) {
                return Some(centre.agency);
            }
            at = region.parent();
        }
        None
    }

    fn successor(&self, agency: Agency) -> Option<Agency> {
        let mut seen = BTreeSet::new();
        let mut at = Some(agency);
        while let Some(unit) = at.filter(|unit| seen.insert(*unit)) {
            match self.get(unit).map(|state| &state.stage) {
                Some(Stage::Closed { on, successor, .. }) if *on <= self.on => at = *successor,
                Some(
                    Stage::Listed
                    | Stage::Admitted { .. }
                    | Stage::Suspended { .. }
                    | Stage::Closed { .. },
                )
                | None => return Some(unit),
            }
        }
        None
    }
}

fn rank(power: Power) -> u8 {
    match power {
        Power::Decide => 0,
        Power::Mediate => 1,
        Power::Designate => 2,
        Power::Guide => 3,
        Power::Assist => 4,
    }
}
