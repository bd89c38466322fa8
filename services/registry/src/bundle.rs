//! The register as a signed bundle, as it stands and as it stood: every version is worked out from the journal, so
//! that one asked for a second time is the same.

use std::collections::BTreeMap;

use jiefen_ledger::{Error, Ledger, hex, read};
use jiefen_platform::keys::SigningKey;
use jiefen_procedure::Procedure as _;
use jiefen_registry_rules::unit::State;
use jiefen_registry_rules::{Bundle, Case, Fact, Law, Register, Signed, county};
use jiefen_vocab::{Agency, CaseId};
use jiff::civil::Date;

use crate::RegistryArea;

/// An entry with its id and version.
pub type Entry = (CaseId, i64, State);

/// Every unit's entry, read at once.
///
/// # Errors
/// The database cannot be read.
pub async fn entries(ledger: &Ledger<RegistryArea>) -> Result<Vec<Entry>, Error> {
    let states = read::states::<RegistryArea>(ledger.store()).await?;
    let unit = |(id, version, case)| match case {
        Case::Unit(unit) => Some((id, version, unit)),
        Case::Roster(_) => None,
    };
    Ok(states.into_iter().filter_map(unit).collect())
}

/// The register of today.
///
/// # Errors
/// The database cannot be read.
pub async fn register(ledger: &Ledger<RegistryArea>) -> Result<Register, Error> {
    let today = ledger.identity().clock.now().day();
    let entries = entries(ledger).await?;
    Ok(Register::new(entries.into_iter().map(|(_, _, unit)| unit), today))
}

/// A version of the whole register, signed; none asked for: as it stands. The version is the number of all changes so
/// far, so that a later bundle has a higher one.
///
/// # Errors
/// There is no such version yet, or the database cannot be read.
pub async fn bundle(ledger: &Ledger<RegistryArea>, version: Option<u64>) -> Result<Signed, Error> {
    let bundle = unsigned(ledger, version).await?;
    let identity = ledger.identity();
    signed(bundle, &identity.key, ledger.agency())
}

/// The bundle of the shipped county on the day on which a registry begins with it.
///
/// # Errors
/// The county's data has a fault.
pub fn shipped(on: Date, key: &SigningKey, registry: Agency) -> Result<Signed, Error> {
    let register = county::register(on).map_err(crate::seed::faulty)?;
    let version = register.all().map(|unit| u64::from(unit.version)).sum();
    signed(Bundle::of(&register, version, on), key, registry)
}

fn signed(bundle: Bundle, key: &SigningKey, signed_by: Agency) -> Result<Signed, Error> {
    let corrupt = |why: String| Error::Corrupt { doing: "sign the register", why };
    let signature = hex(&key.sign(&bundle.bytes()));
    let key = key.public().to_string().parse().map_err(|error| corrupt(format!("{error}")))?;
    Ok(Signed { signed_by, key, signature, bundle })
}

/// A version of the register, not signed.
///
/// # Errors
/// There is no such version yet, or the database cannot be read.
pub async fn unsigned(
    ledger: &Ledger<RegistryArea>,
    version: Option<u64>,
) -> Result<Bundle, Error> {
    let mut units: BTreeMap<CaseId, Case> = BTreeMap::new();
    let mut versions: BTreeMap<CaseId, i64> = BTreeMap::new();
    let (mut changes, mut last) = (0_u64, None);
    for told in read::facts::<RegistryArea>(ledger.store()).await? {
        // Persons on rosters are no part of the county's units.
        match told.fact {
            Fact::Unit(_) => {}
            Fact::Roster(_) => continue,
        }
        // The facts of one command are one change.
        if versions.insert(told.case, told.version) != Some(told.version) {
            if version == Some(changes) {
                break;
            }
            changes += 1;
        }
        let unit = units.remove(&told.case);
        units.extend(Law::evolve(unit, &told.fact).map(|unit| (told.case, unit)));
        last = Some(told.at);
    }
    if let Some(asked) = version.filter(|asked| *asked > changes) {
        return Err(no_such(asked, changes));
    }
    let today = ledger.identity().clock.now().day();
    let valid_from = last.map_or(today, |at| at.day());
    let unit = |case| match case {
        Case::Unit(unit) => Some(unit),
        Case::Roster(_) => None,
    };
    let units = units.into_values().filter_map(unit).collect();
    Ok(Bundle::sorted(changes, valid_from, units))
}

fn no_such(asked: u64, newest: u64) -> Error {
    let fault = format!(
        "登记册现为第{newest}版，没有第{asked}版，应不大于{newest} (the newest version is {newest}: at most {newest})"
    );
    Error::field("version", fault)
}
