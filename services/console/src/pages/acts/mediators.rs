//! Who is on the unit's roster today, to choose from where a mediator is named. Where the register cannot be asked, the
//! name is typed as before.

use std::time::Duration;

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiff::civil::Date;

use super::affairs::calling;
use super::fields::{Field, Likely, MEDIATORS};
use crate::Console;
use crate::lines::ask_at;
use crate::pages::register::date;
use crate::session::Staff;
use crate::told::Told;

/// A form does not wait longer for what it can do without.
const PATIENCE: Duration = Duration::from_secs(2);

/// The list for a form that names a mediator; none for another.
pub(super) async fn lists(
    console: &Console,
    staff: &Staff,
    fields: &[Field],
    today: Date,
) -> Vec<Likely> {
    if fields.iter().all(|field| field.kind.list() != MEDIATORS) {
        return Vec::new();
    }
    let asked = tokio::time::timeout(PATIENCE, roster(console, staff, today)).await;
    match asked {
        Ok(Ok(all)) => vec![Likely { name: MEDIATORS, all }],
        Ok(Err(_)) | Err(_) => Vec::new(),
    }
}

async fn roster(
    console: &Console,
    staff: &Staff,
    today: Date,
) -> Result<Vec<(String, String)>, Told> {
    let at = console.lines.at(Area::Registry).ok_or_else(|| Told::away(Area::Registry))?;
    let message = pb::ListRosterRequest {
        unit: console.agency.to_string(),
        on: Some(date(today)),
        page_size: 200,
        ..pb::ListRosterRequest::default()
    };
    let area = Area::Registry;
    let found = ask_at!(console, staff, area, at, RegistryServiceClient, list_roster, message)?;
    let cards = found.people.into_iter().filter_map(|person| person.card);
    let known = cards.filter(|card| !card.person.is_empty());
    let named = known.map(|card| {
        let text = format!("{} {}", card.name, calling(&card.calling, false));
        (card.person, text)
    });
    Ok(named.collect())
}
