//! The first contents of a register: the units of the county as shipped.

use std::collections::BTreeSet;

use jiefen_ledger::{Error, Ledger, Order, Request};
use jiefen_procedure::Actor;
use jiefen_registry_rules::{Command, county, unit};
use jiefen_vocab::{Agency, Role};

use crate::{RegistryArea, bundle, case_id};

/// Adds every unit of the shipped county that the register does not have yet, and returns how many were
/// added. Each has a request id of its own: repeated or taken up after an interruption, nothing is added
/// twice.
///
/// # Errors
/// The county's data has a fault, or the database cannot be written.
pub async fn seed(ledger: &Ledger<RegistryArea>) -> Result<u32, Error> {
    let today = ledger.identity().clock.now().day();
    let known: BTreeSet<Agency> =
        bundle::entries(ledger).await?.into_iter().map(|(_, _, unit)| unit.agency).collect();
    let commands = county::shipped(today).map_err(faulty)?;
    let actor = Actor { agency: ledger.agency(), person: "system".to_owned(), role: Role::System };
    let mut added = 0;
    for command in commands {
        let unit::Command::AddUnit { agency, .. } = &command else { continue };
        if known.contains(agency) {
            continue;
        }
        let request = Request {
            request_id: format!("seed-{agency}"),
            fingerprint: agency.to_string().into_bytes(),
            order: Order::Case { case: case_id(*agency), command: Command::Unit(command) },
            actor: actor.clone(),
            expected: None,
            seen: None,
            validate_only: false,
            trace: None,
        };
        ledger.execute(request).await?;
        added += 1;
    }
    Ok(added)
}

/// The county's data has faults.
pub(crate) fn faulty(faults: Vec<county::CountyFault>) -> Error {
    let why = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    Error::Corrupt { doing: "read the county's units", why }
}
