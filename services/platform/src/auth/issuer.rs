//! The built-in issuer of tokens, for demonstrations and tests; an agency uses its own.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiefen_vocab::{Agency, Role};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde::Serialize;

use crate::clock::{Clock as _, SystemClock};
use crate::config::AuthConfig;
use crate::keys::{KeyFault, PublicKey, SigningKey, read_pkcs8};

/// Why no token was issued.
#[derive(Debug, thiserror::Error)]
#[error("无法签发令牌 (cannot issue a token)")]
pub struct IssueFault(#[from] jsonwebtoken::errors::Error);

/// Issues tokens for the issuer and audience of a configuration. Tokens live by the machine's
/// clock, also where the clock of the business is a demonstration's.
pub struct Issuer {
    key: EncodingKey,
    public: PublicKey,
    issuer: String,
    audience: String,
}

impl Issuer {
    /// A new issuer and its PKCS#8 bytes, to keep with `keys::save`.
    pub fn generate(config: &AuthConfig) -> Result<(Issuer, Vec<u8>), KeyFault> {
        let (key, pkcs8) = SigningKey::generate()?;
        Ok((Issuer::new(config, &key, &pkcs8), pkcs8))
    }

    /// The issuer whose key is in this file.
    pub fn load(config: &AuthConfig, path: impl AsRef<Path>) -> Result<Issuer, KeyFault> {
        let pkcs8 = read_pkcs8(path.as_ref())?;
        let key = SigningKey::load(path)?;
        Ok(Issuer::new(config, &key, &pkcs8))
    }

    fn new(config: &AuthConfig, key: &SigningKey, pkcs8: &[u8]) -> Issuer {
        Issuer {
            key: EncodingKey::from_ed_der(pkcs8),
            public: key.public(),
            issuer: config.issuer.clone(),
            audience: config.audience.clone(),
        }
    }

    /// A token for a person in these posts of an agency, valid from now for so long.
    pub fn token(
        &self,
        person: &str,
        agency: Agency,
        roles: &[Role],
        ttl: Duration,
    ) -> Result<String, IssueFault> {
        let now = SystemClock.now().0 / 1_000_000;
        let ttl = i64::try_from(ttl.as_secs()).unwrap_or(i64::MAX);
        self.sign(&Claims {
            sub: person,
            agency,
            roles,
            iss: &self.issuer,
            aud: &self.audience,
            iat: now,
            nbf: now,
            exp: now.saturating_add(ttl),
        })
    }

    /// The public half as a JWK set: what `auth.public_key_file` points to.
    pub fn jwks(&self) -> String {
        let key = serde_json::json!({
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA",
            "kid": self.kid(), "x": URL_SAFE_NO_PAD.encode(self.public.0),
        });
        serde_json::json!({ "keys": [key] }).to_string()
    }

    /// The name of its key: the first digits of the public key.
    pub fn kid(&self) -> String {
        self.public.to_string().chars().take(16).collect()
    }

    pub(super) fn sign(&self, claims: &impl Serialize) -> Result<String, IssueFault> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.kid());
        Ok(encode(&header, claims, &self.key)?)
    }
}

impl fmt::Debug for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Issuer({}, kid {})", self.issuer, self.kid())
    }
}

#[derive(Serialize)]
struct Claims<'a> {
    sub: &'a str,
    agency: Agency,
    roles: &'a [Role],
    iss: &'a str,
    aud: &'a str,
    iat: i64,
    nbf: i64,
    exp: i64,
}
