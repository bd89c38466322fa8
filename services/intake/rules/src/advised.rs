//! What the machine says of a registration (triage). The clerk decides; what was said is kept beside it.

use jiefen_triage::advice::{Advice, advise};
use jiefen_triage::given::{Given, Who};
use jiefen_vocab::{Agency, Channel, DisputeKind, RegionLevel, Regions};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::content::Content;
use crate::dispute::parts::Origin;

/// What stands beside a registration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Beside {
    /// The row of an older ledger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Box<Origin>>,
    /// What the machine said; none: imported, or from before there was triage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Box<Advice>>,
}

/// What is said of content that comes in through a channel at a unit. Without a kind the model's own guess counts.
pub fn advised(
    content: &Content,
    kind: Option<DisputeKind>,
    channel: Channel,
    unit: Agency,
    day: Date,
) -> Advice {
    let place_name = Regions::shipped().full_name(content.place).unwrap_or_default();
    let parties = content.parties.iter().map(|party| Who {
        name: party.name.reveal(),
        role: party.role,
        kind: party.kind,
        minor: party.minor,
    });
    advise(&Given {
        text: content.summary.reveal(),
        channel,
        received_by: received_by(unit),
        place: content.place,
        place_name: &place_name,
        other_place: content.other_places.first().copied(),
        parties: parties.collect(),
        amount: content.amount,
        people: content.people,
        day,
        kind,
    })
}

/// The kind of unit that was asked, in the words of the routes: a centre by its level, any other by its code.
fn received_by(unit: Agency) -> &'static str {
    let code = unit.code.as_str();
    if code == "centre" {
        return match unit.region.level() {
            RegionLevel::Village => "village_zz",
            RegionLevel::Town => "town_zz",
            RegionLevel::County | RegionLevel::City | RegionLevel::Province => "county_zz",
        };
    }
    let routes = jiefen_triage::route::Routes::shipped();
    routes.units().find(|known| *known == code).unwrap_or("")
}
