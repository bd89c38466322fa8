//! A node's own copy of the county: who is responsible for what, without asking anybody.

use jiefen_vocab::{Agency, DisputeKind, Region, TrackKind};
use jiff::civil::Date;

use crate::bundle::Bundle;
use crate::register::{Competent, Register};

/// The county as a node knows it from a bundle whose signature was verified.
#[derive(Debug, Clone)]
pub struct County {
    version: u64,
    valid_from: Date,
    signed_by: Agency,
    register: Register,
}

/// The agency that a rule means, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responsible {
    /// The unit.
    pub agency: Agency,
    /// Its full Chinese name.
    pub name: String,
    /// The unit whose node takes hand-offs for it: itself, or the one that serves it.
    pub node: Agency,
    /// What it may do with the matter, and by which clause; none: its list does not say so.
    pub power: Option<Competent>,
}

impl County {
    /// The copy from a bundle of that registry.
    pub fn new(bundle: &Bundle, signed_by: Agency) -> County {
        let Bundle { version, valid_from, .. } = *bundle;
        County { version, valid_from, signed_by, register: bundle.register(valid_from) }
    }

    /// The bundle's number.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The day of the change that made it.
    pub fn valid_from(&self) -> Date {
        self.valid_from
    }

    /// The registry that signed it.
    pub fn signed_by(&self) -> Agency {
        self.signed_by
    }

    /// Every question over the units as they stand on a day.
    pub fn on(&self, day: Date) -> Register {
        self.register.on(day)
    }

    /// The agency that a rule means by a kind of unit, for a dispute of this kind on this track that arose at a
    /// place: the nearest region upward whose unit has the power, so that a retrial finds the court above; where none
    /// has it, the nearest unit of the name.
    pub fn responsible(
        &self,
        unit: &str,
        (kind, track): (DisputeKind, TrackKind),
        place: Region,
        day: Date,
    ) -> Option<Responsible> {
        let register = self.on(day);
        let power = |agency| register.power(agency, kind, track);
        let with_power = register.called(unit, place).find(|found| power(found.agency).is_some());
        let entry = with_power.or_else(|| register.called(unit, place).next())?;
        Some(Responsible {
            agency: entry.agency,
            name: entry.profile.name.clone(),
            node: register.server_of(entry.agency)?,
            power: power(entry.agency),
        })
    }

    /// The agency that a kind of unit means for a place: the nearest region upward. A village's committee for a
    /// village, a town's for a town, else the county's department.
    pub fn agency(&self, unit: &str, place: Region, day: Date) -> Option<Agency> {
        self.on(day).called(unit, place).next().map(|found| found.agency)
    }

    /// What a unit may do with a dispute of this kind on this track, and by which clause.
    pub fn power(
        &self,
        agency: Agency,
        (kind, track): (DisputeKind, TrackKind),
        day: Date,
    ) -> Option<Competent> {
        self.on(day).power(agency, kind, track)
    }
}
