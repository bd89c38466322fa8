//! Questions over a set of units: who is above whom, who may handle what, whose node answers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiefen_vocab::{Agency, DisputeKind, Region, TrackKind};
use jiff::civil::Date;

use crate::entry::{Power, Tree, UnitKind};
use crate::membership::{Membership, Seat};
use crate::unit::{Entry, Stage};

/// A set of units on one day.
#[derive(Debug, Clone)]
pub struct Register {
    units: Arc<BTreeMap<Agency, Entry>>,
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
    /// A member that is no unit or post of the set.
    #[error(
        "{body} 的成员 {member} 没有登记该单位或者岗位 / the member {member} of {body} is no registered unit or post"
    )]
    UnknownMember {
        /// The body.
        body: Agency,
        /// The unit, or unit and post.
        member: String,
    },
    /// A member that stands twice.
    #[error("{body} 的成员 {member} 列了两次 / the member {member} of {body} stands twice")]
    MemberTwice {
        /// The body.
        body: Agency,
        /// The unit, or unit and post.
        member: String,
    },
    /// More members than seats.
    #[error("{body} 的{}席位少于成员 / {body} has fewer seats than members: {}", seat.code(), seat.code())]
    Crowded {
        /// The body.
        body: Agency,
        /// The seat.
        seat: Seat,
    },
}

impl Register {
    /// The units as they stand on a day.
    pub fn new(units: impl IntoIterator<Item = Entry>, on: Date) -> Register {
        let units = units.into_iter().map(|unit| (unit.agency, unit)).collect();
        Register { units: Arc::new(units), on }
    }

    /// The same units on another day.
    #[must_use]
    pub fn on(&self, day: Date) -> Register {
        Register { units: self.units.clone(), on: day }
    }

    /// A unit, whether it still exists or not.
    pub fn get(&self, agency: Agency) -> Option<&Entry> {
        self.units.get(&agency)
    }

    /// A unit that exists on the day.
    pub fn live(&self, agency: Agency) -> Option<&Entry> {
        self.get(agency).filter(|unit| unit.exists_on(self.on))
    }

    /// Every unit that exists on the day, by region and code.
    pub fn units(&self) -> impl Iterator<Item = &Entry> {
        self.units.values().filter(|unit| unit.exists_on(self.on))
    }

    /// Every unit of the set, closed ones too.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
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
    pub fn above(&self, tree: Tree, entry: Entry) -> Vec<Agency> {
        let agency = entry.agency;
        let mut then = self.clone();
        Arc::make_mut(&mut then.units).insert(agency, entry);
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
    /// within a level those who decide or mediate before those who guide or assist, and of them the one whose list
    /// speaks most precisely of the matter.
    pub fn competent(&self, kind: DisputeKind, track: TrackKind, place: Region) -> Vec<Competent> {
        let mut found = Vec::new();
        let mut at = Some(place);
        while let Some(region) = at {
            let here = self.units().filter(|unit| unit.agency.region == region);
            let mut level: Vec<Competent> =
                here.filter_map(|unit| self.power(unit.agency, kind, track)).collect();
            let precise = |found: &Competent| {
                let duty = self.live(found.agency).and_then(|unit| unit.profile.duty(kind, track));
                duty.filter(|duty| !duty.kinds.is_empty())
                    .map_or(usize::MAX, |duty| duty.kinds.len())
            };
            level.sort_by_key(|unit| (unit.power.rank(), precise(unit)));
            found.extend(level);
            at = region.parent();
        }
        found
    }

    /// What a unit may do with a dispute of this kind on this track, and by which clause; none: it has no such power.
    pub fn power(&self, agency: Agency, kind: DisputeKind, track: TrackKind) -> Option<Competent> {
        let duty = self.live(agency)?.profile.duty(kind, track)?;
        Some(Competent { agency, power: duty.power, clause: duty.clause.clone() })
    }

    /// The units that a rule means by a name, for a place: the nearest region first, upward. The name is the unit's
    /// code, or one of its other names.
    pub fn called<'r>(&'r self, name: &'r str, place: Region) -> impl Iterator<Item = &'r Entry> {
        let upward = std::iter::successors(Some(place), |region| region.parent());
        upward.flat_map(move |region| {
            self.units().filter(move |unit| {
                let named = unit.agency.code.as_str() == name || unit.profile.also.contains(name);
                unit.agency.region == region && named
            })
        })
    }

    /// The bodies, each a unit with members.
    pub fn bodies(&self) -> impl Iterator<Item = (&Entry, &Membership)> {
        self.units().filter_map(|unit| Some((unit, unit.profile.membership.as_ref()?)))
    }

    /// The unit that runs the node for an agency: the one that is admitted, else the one that by the county's list
    /// has a node of its own.
    pub fn server_of(&self, agency: Agency) -> Option<Agency> {
        let mut seen = BTreeSet::new();
        let mut at = self.live(agency);
        let mut last = None;
        while let Some(unit) = at.filter(|unit| seen.insert(unit.agency)) {
            last = Some(unit.agency);
            at = unit.profile.served_by.and_then(|host| self.live(host));
        }
        self.node_of(agency).or(last)
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
        for (unit, membership) in self.bodies() {
            faults.extend(self.body_faults(unit.agency, membership));
        }
        faults.into_iter().collect()
    }

    /// What is wrong with the members of a body: whoever is named must exist with the post that is named.
    pub fn body_faults(&self, body: Agency, membership: &Membership) -> Vec<RegisterFault> {
        let known = |unit: Agency, post: Option<&String>| {
            self.live(unit).is_some_and(|unit| {
                post.is_none_or(|post| unit.profile.posts.iter().any(|own| own.code == *post))
            })
        };
        let mut faults = Vec::new();
        for house in [membership.host, membership.lead].into_iter().flatten() {
            if !known(house, None) {
                faults.push(RegisterFault::UnknownMember { body, member: house.to_string() });
            }
        }
        let unknown = membership.members.iter().filter(|one| !known(one.unit, one.post.as_ref()));
        faults.extend(unknown.map(|one| RegisterFault::UnknownMember { body, member: one.name() }));
        let twice = membership.twice();
        faults.extend(twice.map(|one| RegisterFault::MemberTwice { body, member: one.name() }));
        let crowded = membership.crowded(self.on);
        faults.extend(crowded.map(|seat| RegisterFault::Crowded { body, seat }));
        faults
    }

    fn is_centre(&self, agency: Agency) -> bool {
        self.live(agency).is_some_and(|unit| unit.profile.kind == UnitKind::Centre)
    }

    fn default_centre(&self, unit: &Entry) -> Option<Agency> {
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
