//! Reading the tokens of the staff: JWTs signed with Ed25519 by the issuer.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use jiefen_vocab::{Agency, Role};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;
use tonic::metadata::MetadataMap;

use super::AuthFault;
use crate::config::AuthConfig;

const AUTHORIZATION: &str = "authorization";
const SCHEME: &str = "bearer";

/// A member of staff, as their token says. The token holds no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The issuer's number of the person; not a name.
    pub person: String,
    /// The agency that employs them.
    pub agency: Agency,
    /// The posts they hold there.
    pub roles: Vec<Role>,
}

impl Staff {
    /// True when they hold the post.
    pub fn holds(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Why tokens cannot be checked at all.
#[derive(Debug, thiserror::Error)]
pub enum GateFault {
    /// No keys are configured.
    #[error("缺少配置 auth.public_key_file，无法验证令牌 (no issuer keys are configured)")]
    NoKeys,
    /// The file cannot be read.
    #[error("无法读取签发者公钥文件 {path} (cannot read the issuer's keys)", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is no JWK set.
    #[error("签发者公钥文件应为JWK集（JSON） (the issuer's keys are no JWK set)")]
    NotASet(#[source] serde_json::Error),
    /// A key in it is of no use.
    #[error("签发者公钥「{kid}」不是Ed25519公钥或缺少kid (a key is not Ed25519 or has no kid)")]
    BadKey {
        /// Which; empty: it has no kid.
        kid: String,
    },
}

/// The gate of one node: whose tokens it accepts.
#[derive(Clone)]
pub struct Gate {
    node: Agency,
    keys: BTreeMap<String, DecodingKey>,
    validation: Validation,
    known: Arc<Mutex<HashMap<String, Known>>>,
}

/// A token whose signature has been checked: it says the same until it expires.
struct Known {
    staff: Staff,
    expires: u64,
}

/// How many checked tokens a node remembers: more than the staff of an agency.
const KNOWN_MAX: usize = 4096;

impl Gate {
    /// The gate of this node with the keys that the configuration names. They are read once: a new
    /// key is added beside the old one before the issuer uses it, and the process restarted.
    pub fn new(config: &AuthConfig, node: Agency) -> Result<Gate, GateFault> {
        let path = config.public_key_file.as_ref().ok_or(GateFault::NoKeys)?;
        let text = std::fs::read_to_string(path)
            .map_err(|source| GateFault::Read { path: path.clone(), source })?;
        Gate::with_keys(config, node, &text)
    }

    /// The gate of this node with the keys of this JWK set.
    pub fn with_keys(config: &AuthConfig, node: Agency, jwks: &str) -> Result<Gate, GateFault> {
        let set: JwkSet = serde_json::from_str(jwks).map_err(GateFault::NotASet)?;
        let mut keys = BTreeMap::new();
        for jwk in &set.keys {
            let kid = jwk.common.key_id.clone().unwrap_or_default();
            let key = DecodingKey::from_jwk(jwk).ok().filter(|_| is_ed25519(jwk));
            match key {
                Some(key) if !kid.is_empty() => keys.insert(kid, key),
                Some(_) | None => return Err(GateFault::BadKey { kid }),
            };
        }
        if keys.is_empty() {
            return Err(GateFault::NoKeys);
        }
        let known = Arc::default();
        Ok(Gate { node, keys, validation: validation(config), known })
    }

    /// The agency of this node.
    pub fn node(&self) -> Agency {
        self.node
    }

    /// Who sent the request.
    pub fn staff(&self, metadata: &MetadataMap) -> Result<Staff, AuthFault> {
        self.read(bearer(metadata)?)
    }

    /// Whose token this is.
    pub fn read(&self, token: &str) -> Result<Staff, AuthFault> {
        let now = jsonwebtoken::get_current_timestamp();
        if let Some(staff) = self.recall(token, now) {
            return Ok(staff);
        }
        let header = decode_header(token).map_err(|_| AuthFault::Malformed)?;
        if header.alg != Algorithm::EdDSA {
            return Err(AuthFault::Malformed);
        }
        let key = header.kid.and_then(|kid| self.keys.get(&kid)).ok_or(AuthFault::UnknownKey)?;
        let claims =
            decode::<Claims>(token, key, &self.validation).map_err(|fault| named(&fault))?.claims;
        if claims.sub.is_empty() || claims.roles.is_empty() {
            return Err(AuthFault::BadClaims);
        }
        if claims.roles.contains(&Role::System) {
            return Err(AuthFault::ReservedRole);
        }
        let staff = Staff { person: claims.sub, agency: claims.agency, roles: claims.roles };
        self.remember(token, &staff, claims.exp, now);
        Ok(staff)
    }

    /// What a token says that was checked before and has not expired.
    fn recall(&self, token: &str, now: u64) -> Option<Staff> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known.get(token).filter(|known| self.lives(known.expires, now))?;
        Some(found.staff.clone())
    }

    fn remember(&self, token: &str, staff: &Staff, expires: u64, now: u64) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN_MAX {
            known.retain(|_, known| self.lives(known.expires, now));
        }
        if known.len() < KNOWN_MAX {
            known.insert(token.to_owned(), Known { staff: staff.clone(), expires });
        }
    }

    /// The library's own rule, with the same leeway.
    fn lives(&self, expires: u64, now: u64) -> bool {
        expires.saturating_add(self.validation.leeway) >= now
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gate({}, keys {:?})", self.node, self.keys.keys())
    }
}

/// What is read of a token; the registered claims are checked by the library. Issuers add others.
#[derive(Deserialize)]
struct Claims {
    exp: u64,
    sub: String,
    agency: Agency,
    roles: Vec<Role>,
}

fn validation(config: &AuthConfig) -> Validation {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.leeway = config.leeway_s.into();
    validation.validate_nbf = true;
    validation.set_audience(&[&config.audience]);
    validation.set_issuer(&[&config.issuer]);
    validation.set_required_spec_claims(&["exp", "aud", "iss", "sub"]);
    validation
}

fn is_ed25519(jwk: &jsonwebtoken::jwk::Jwk) -> bool {
    use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve};
    matches!(&jwk.algorithm, AlgorithmParameters::OctetKeyPair(pair) if pair.curve == EllipticCurve::Ed25519)
}

/// Two tokens in one request are no token: which of them would count?
fn bearer(metadata: &MetadataMap) -> Result<&str, AuthFault> {
    let mut all = metadata.get_all(AUTHORIZATION).iter();
    let value = all.next().ok_or(AuthFault::Missing)?;
    if all.next().is_some() {
        return Err(AuthFault::Malformed);
    }
    let text = value.to_str().map_err(|_| AuthFault::Malformed)?;
    match text.split_once(' ') {
        Some((scheme, token))
            if scheme.eq_ignore_ascii_case(SCHEME) && !token.trim().is_empty() =>
        {
            Ok(token.trim())
        }
        Some(_) | None => Err(AuthFault::Malformed),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's list may grow; the rest is malformed"
)]
fn named(fault: &Error) -> AuthFault {
    match fault.kind() {
        ErrorKind::InvalidSignature => AuthFault::BadSignature,
        ErrorKind::ExpiredSignature => AuthFault::Expired,
        ErrorKind::ImmatureSignature => AuthFault::NotYetValid,
        ErrorKind::InvalidAudience => AuthFault::WrongAudience,
        ErrorKind::InvalidIssuer => AuthFault::WrongIssuer,
        ErrorKind::MissingRequiredClaim(_) | ErrorKind::Json(_) => AuthFault::BadClaims,
        _ => AuthFault::Malformed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::Issuer;

    #[test]
    fn a_checked_token_is_remembered_until_it_expires_and_no_longer() {
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let node: Agency = "640122.court".parse().unwrap();
        let gate = Gate::with_keys(&config, node, &issuer.jwks()).unwrap();
        let hour = std::time::Duration::from_secs(3600);
        let token = issuer.token("judge-1", node, &[Role::Judge], hour).unwrap();
        let now = jsonwebtoken::get_current_timestamp();
        assert_eq!(gate.recall(&token, now), None, "it was not checked yet");
        let staff = gate.read(&token).unwrap();
        assert_eq!(gate.recall(&token, now), Some(staff));
        assert_eq!(gate.recall(&format!("{token}x"), now), None, "another token");
        let leeway = u64::from(config.leeway_s);
        assert!(gate.recall(&token, now + 3600 + leeway - 5).is_some());
        assert_eq!(gate.recall(&token, now + 3600 + leeway + 5), None);
    }
}
