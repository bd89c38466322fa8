//! Whom this node believes: the public keys of every agency, from a file that may change while the
//! process runs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use jiefen_vocab::{Agency, Moment};
use serde::Deserialize;

use crate::keys::PublicKey;

/// How long an answer may rest on a file that has changed since. Between looks a verification
/// costs no system call; an unknown agency or key looks at once, because it may just have joined.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// The keys of every agency.
pub type Keys = BTreeMap<Agency, Vec<TrustedKey>>;

/// A public key and the time in which it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedKey {
    /// The key.
    pub key: PublicKey,
    /// It counts from this moment on; none: always did.
    pub from: Option<Moment>,
    /// It counts until this moment, exclusive; none: until further notice.
    pub until: Option<Moment>,
}

impl TrustedKey {
    /// True when the key counts at this moment.
    pub fn counts_at(&self, at: Moment) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
    }
}

/// Why a signature is not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustFault {
    /// The agency is not in the trust file.
    #[error(
        "单位 {agency} 不在信任名单中，请由登记机关办理入网 (agency {agency} is not trusted here; let the registry admit it)"
    )]
    UnknownAgency {
        /// The agency.
        agency: Agency,
    },
    /// The agency has keys, none of them in force at that time.
    #[error("单位 {agency} 在 {at} 没有有效的密钥 (agency {agency} has no key in force at {at})")]
    NoKeyInForce {
        /// The agency.
        agency: Agency,
        /// The time of signing.
        at: Moment,
    },
    /// No key in force made this signature.
    #[error(
        "签名与单位 {agency} 的密钥不符，内容可能被改动或者冒名 (the signature is not by agency {agency}: altered or impersonated)"
    )]
    BadSignature {
        /// The agency.
        agency: Agency,
    },
}

/// Why a trust file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TrustFileFault {
    /// It cannot be read.
    #[error("无法读取信任名单 {path} (cannot read the trust file)", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It is not in the right form.
    #[error("信任名单 {path} 格式有误：{problem} (the trust file is malformed)", path = path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where and what.
        problem: String,
    },
}

/// The keys this node believes. Shared as `Arc<Trust>`.
#[derive(Debug)]
pub struct Trust {
    path: Option<PathBuf>,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    keys: Arc<Keys>,
    looked: Instant,
    stamp: Option<Stamp>,
}

/// What tells one version of the file from the next.
type Stamp = (SystemTime, u64);

impl Trust {
    /// The keys in a TOML file: `[[agency]]` with `id`, `key` and optionally `from`, `until`.
    pub fn load(path: impl AsRef<Path>) -> Result<Trust, TrustFileFault> {
        let path = path.as_ref();
        let stamp = stamp(path);
        let keys = Arc::new(read(path)?);
        let state = Mutex::new(State { keys, looked: Instant::now(), stamp });
        Ok(Trust { path: Some(path.to_owned()), state })
    }

    /// These keys and no file.
    pub fn of(keys: Keys) -> Trust {
        let state = State { keys: Arc::new(keys), looked: Instant::now(), stamp: None };
        Trust { path: None, state: Mutex::new(state) }
    }

    /// The keys as they stand now.
    pub fn keys(&self) -> Arc<Keys> {
        self.current(false)
    }

    /// Whether this signature of this message was made by this agency with a key that counted at
    /// that time.
    pub fn verify(
        &self,
        agency: Agency,
        message: &[u8],
        signature: &[u8],
        at: Moment,
    ) -> Result<(), TrustFault> {
        let first = verify(&self.current(false), agency, message, signature, at);
        if first.is_ok() || self.path.is_none() {
            return first;
        }
        verify(&self.current(true), agency, message, signature, at)
    }

    /// A file that cannot be read half-way through its replacement keeps the last good keys.
    fn current(&self, at_once: bool) -> Arc<Keys> {
        let mut state = self.lock();
        if let Some(path) = &self.path
            && (at_once || state.looked.elapsed() >= LOOK_EVERY)
        {
            state.looked = Instant::now();
            let now = stamp(path);
            if now != state.stamp {
                match read(path) {
                    Ok(keys) => {
                        tracing::info!(agencies = keys.len(), "trust file read again");
                        state.keys = Arc::new(keys);
                        state.stamp = now;
                    }
                    Err(fault) => {
                        tracing::warn!(%fault, "trust file changed and is unusable; last one kept");
                    }
                }
            }
        }
        state.keys.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn verify(
    keys: &Keys,
    agency: Agency,
    message: &[u8],
    signature: &[u8],
    at: Moment,
) -> Result<(), TrustFault> {
    let all = keys.get(&agency).ok_or(TrustFault::UnknownAgency { agency })?;
    let mut in_force = all.iter().filter(|key| key.counts_at(at)).peekable();
    if in_force.peek().is_none() {
        return Err(TrustFault::NoKeyInForce { agency, at });
    }
    if in_force.any(|trusted| trusted.key.verifies(message, signature)) {
        return Ok(());
    }
    Err(TrustFault::BadSignature { agency })
}

fn stamp(path: &Path) -> Option<Stamp> {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.modified().ok()?, meta.len()))
}

// === the file ===

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    agency: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Agency,
    key: PublicKey,
    from: Option<toml::Value>,
    until: Option<toml::Value>,
}

fn read(path: &Path) -> Result<Keys, TrustFileFault> {
    let malformed = |problem| TrustFileFault::Malformed { path: path.to_owned(), problem };
    let text = std::fs::read_to_string(path)
        .map_err(|source| TrustFileFault::Read { path: path.to_owned(), source })?;
    let file: File = toml::from_str(&text).map_err(|fault| malformed(fault.to_string()))?;
    let mut keys = Keys::new();
    for entry in file.agency {
        let from = entry.from.as_ref().map(moment).transpose().map_err(malformed)?;
        let until = entry.until.as_ref().map(moment).transpose().map_err(malformed)?;
        keys.entry(entry.id).or_default().push(TrustedKey { key: entry.key, from, until });
    }
    Ok(keys)
}

/// A date (its first moment in China) or a time with an offset, as TOML date or as text.
fn moment(value: &toml::Value) -> Result<Moment, String> {
    let text = match value {
        toml::Value::Datetime(at) => at.to_string(),
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Array(_)
        | toml::Value::Table(_) => value.to_string(),
    };
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Ok(Moment(at.as_microsecond()));
    }
    text.parse::<jiff::civil::Date>().map(|day| Moment::from_local(day.at(0, 0, 0, 0))).map_err(
        |_| {
            format!(
                "时间「{text}」应为 2026-09-03 或 2026-09-03T08:00:00+08:00 (a date, or a time with its offset)"
            )
        },
    )
}

#[cfg(test)]
mod tests;
