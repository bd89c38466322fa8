//! Questions to the register.

use jiefen_ledger::Error;
use jiefen_ledger::serve::case_named;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::UnitKind;
use jiefen_vocab::{Agency, CaseId, DisputeKind, Region, TrackKind};

use crate::case_id;
use crate::wire::parts::KINDS;

/// The largest page.
const PAGE_MAX: usize = 200;
/// The page when none is asked for.
const PAGE: usize = 50;

/// Which units somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Within this region.
    pub region: Option<Region>,
    /// Of this kind.
    pub unit_kind: Option<UnitKind>,
    /// Competent for a dispute of this kind on this track at this place.
    pub matter: Option<(DisputeKind, TrackKind, Region)>,
    /// At most so many.
    pub size: usize,
    /// Those after this one.
    pub after: Option<Agency>,
}

/// Parses a question for units.
///
/// # Errors
/// Every wrong field.
pub fn list_units(m: &pb::ListUnitsRequest) -> Result<Asked, Error> {
    let mut fields = Fields::new();
    let region = fields.parse_optional("region", &m.region);
    let unit_kind =
        (!m.unit_kind.is_empty()).then(|| fields.coded("unit_kind", &m.unit_kind, KINDS)).flatten();
    let matter = if [&m.dispute_kind, &m.track, &m.place].iter().all(|text| text.is_empty()) {
        None
    } else {
        let kind = fields.parse("dispute_kind", &m.dispute_kind);
        let track = fields.parse("track", &m.track);
        let place = fields.parse("place", &m.place);
        kind.zip(track).zip(place).map(|((kind, track), place)| (kind, track, place))
    };
    let size = match usize::try_from(m.page_size) {
        Ok(0) | Err(_) => PAGE,
        Ok(size) => size.min(PAGE_MAX),
    };
    let after = fields.parse_optional("page_token", &m.page_token);
    fields.done(Some(Asked { region, unit_kind, matter, size, after }))
}

/// Parses a question for bodies: the member, if one is asked for.
///
/// # Errors
/// The member is no agency.
pub fn list_bodies(m: &pb::ListBodiesRequest) -> Result<Option<Agency>, Error> {
    let mut fields = Fields::new();
    let member = fields.parse_optional("member", &m.member);
    fields.done(Some(member))
}

/// A version of the register; 0 asks for the newest.
pub fn version(number: u64) -> Option<u64> {
    (number > 0).then_some(number)
}

/// The entry that a name means: `units/640122.court` or `cases/{case}`.
///
/// # Errors
/// The name has another form.
pub fn unit_named(name: &str) -> Result<CaseId, Error> {
    match name.strip_prefix("units/") {
        Some(agency) => agency
            .parse()
            .map(case_id)
            .map_err(|error: jiefen_vocab::Malformed| Error::field("name", error)),
        None => case_named("name", name),
    }
}
