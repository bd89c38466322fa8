//! The register as a signed bundle.

use jiefen_ledger::{Error, Ledger, hex, read};
use jiefen_registry_rules::unit::State;
use jiefen_registry_rules::{Bundle, Case, Register};
use jiefen_vocab::CaseId;

use crate::RegistryArea;

/// An entry with its id and version.
pub type Entry = (CaseId, i64, State);

/// A bundle with the signature of the registry's key.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The bundle.
    pub bundle: Bundle,
    /// Its canonical bytes.
    pub content: Vec<u8>,
    /// Ed25519 over the bytes, hex.
    pub signature: String,
    /// The public key, hex.
    pub key: String,
}

/// Every entry, read at once.
///
/// # Errors
/// The database cannot be read.
pub async fn entries(ledger: &Ledger<RegistryArea>) -> Result<Vec<Entry>, Error> {
    let states = read::states::<RegistryArea>(ledger.store()).await?;
    Ok(states.into_iter().map(|(id, version, Case::Unit(unit))| (id, version, unit)).collect())
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

/// The whole register as signed bytes. The version is the number of all changes so far, so that a later
/// bundle has a higher one.
///
/// # Errors
/// The database cannot be read.
pub async fn bundle(ledger: &Ledger<RegistryArea>) -> Result<Signed, Error> {
    let entries = entries(ledger).await?;
    let changes: i64 = entries.iter().map(|(_, version, _)| *version).sum();
    let identity = ledger.identity();
    let units = entries.into_iter().map(|(_, _, unit)| unit).collect();
    let version = u64::try_from(changes).unwrap_or(0);
    let bundle = Bundle::sorted(version, identity.clock.now().day(), units);
    let content = bundle.bytes();
    let signature = hex(&identity.key.sign(&content));
    Ok(Signed { bundle, content, signature, key: identity.key.public().to_string() })
}
