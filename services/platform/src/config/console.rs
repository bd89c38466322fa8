//! The section of the pages for people.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::fault::{missing, needs};
use super::relations::read_secret;
use super::{Area, ConfigFault, OidcConfig, Secret};

/// The shortest secret that seals what a browser keeps.
const COOKIE_KEY_MIN: usize = 32;

/// The pages for people: where they listen, and where the services of the node are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConsoleConfig {
    /// Where the pages listen.
    pub listen: SocketAddr,
    /// The secret that seals what a browser keeps.
    pub cookie_key_file: Option<PathBuf>,
    /// The key that signs the tokens of local accounts.
    pub issuer_key_file: Option<PathBuf>,
    /// The local accounts.
    pub accounts_file: Option<PathBuf>,
    /// How long a log-in lasts.
    pub session_h: u32,
    /// The authority of the services' certificates.
    pub tls_ca_file: Option<PathBuf>,
    /// The console's certificate for the services.
    pub tls_cert_file: Option<PathBuf>,
    /// Its private key.
    pub tls_key_file: Option<PathBuf>,
    /// Where the node's services are, by area.
    pub upstream: BTreeMap<Area, String>,
    /// Where services of other units are at which this unit's staff act for their own unit: the office that
    /// supervises it, the county's counter that screens, the register.
    pub offices: BTreeMap<Area, String>,
    /// The agency's own identity provider.
    pub oidc: OidcConfig,
}

impl Default for ConsoleConfig {
    fn default() -> ConsoleConfig {
        ConsoleConfig {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            cookie_key_file: None,
            issuer_key_file: None,
            accounts_file: None,
            session_h: 8,
            tls_ca_file: None,
            tls_cert_file: None,
            tls_key_file: None,
            upstream: BTreeMap::new(),
            offices: BTreeMap::new(),
            oidc: OidcConfig::default(),
        }
    }
}

impl ConsoleConfig {
    /// How long a log-in lasts.
    pub fn session(&self) -> Duration {
        Duration::from_secs(u64::from(self.session_h) * 3600)
    }

    /// The secret that seals what a browser keeps.
    ///
    /// # Errors
    /// The key is not given, its file cannot be read, or it is too short.
    pub fn read_cookie_key(&self) -> Result<Secret, ConfigFault> {
        let key = "console.cookie_key_file";
        let path = self.cookie_key_file.as_ref().ok_or_else(|| missing(key))?;
        let secret = read_secret(key, path)?;
        if secret.reveal().len() >= COOKIE_KEY_MIN {
            return Ok(secret);
        }
        Err(ConfigFault::new(
            key,
            &path.display().to_string(),
            "密钥太短",
            "the secret is too short",
            &format!("至少{COOKIE_KEY_MIN}字节 / at least {COOKIE_KEY_MIN} bytes"),
        ))
    }

    /// What the section lacks before the pages can be served.
    pub fn faults(&self) -> Vec<ConfigFault> {
        let needed = [
            ("console.cookie_key_file", &self.cookie_key_file),
            ("console.issuer_key_file", &self.issuer_key_file),
            ("console.accounts_file", &self.accounts_file),
        ];
        let lacking = needed.iter().filter(|(_, value)| value.is_none());
        lacking.map(|(key, _)| missing(key)).collect()
    }

    /// What no single key shows. A section that says nothing of secrets serves no pages.
    pub(super) fn relations(&self) -> Vec<ConfigFault> {
        let mut faults = self.oidc.relations();
        let given = [
            ("console.cookie_key_file", self.cookie_key_file.is_some()),
            ("console.issuer_key_file", self.issuer_key_file.is_some()),
            ("console.accounts_file", self.accounts_file.is_some()),
        ];
        if let Some((one, _)) = given.iter().find(|(_, given)| *given) {
            let lacking = given.iter().filter(|(_, given)| !given);
            faults.extend(lacking.map(|(key, _)| needs(one, key)));
        }
        if self.tls_cert_file.is_some() && self.tls_ca_file.is_none() {
            faults.push(needs("console.tls_cert_file", "console.tls_ca_file"));
        }
        let own = self.upstream.iter().map(|(area, url)| ("upstream", area, url));
        let others = self.offices.iter().map(|(area, url)| ("offices", area, url));
        for (of, area, url) in own.chain(others) {
            let secure = url.starts_with("https://");
            let key = format!("console.{of}.{area}");
            if secure && self.tls_ca_file.is_none() {
                faults.push(needs(&key, "console.tls_ca_file"));
            }
            if !secure && !url.starts_with("http://") {
                faults.push(ConfigFault::new(
                    &key,
                    url,
                    "不是服务地址",
                    "is no address of a service",
                    "http://主机:端口 或 https://主机:端口 / http://host:port or https://host:port",
                ));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Config, LoadFrom};

    fn load(toml: &str) -> Result<Config, Vec<String>> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("node.toml");
        std::fs::write(&file, format!("[node]\nagency = \"640122.centre\"\n{toml}")).unwrap();
        let from = LoadFrom { file: Some(file), env: Vec::new(), overrides: Vec::new() };
        Config::load(from).map_err(|faults| faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_console_names_its_services_and_its_secrets() {
        let config = load(
            "[console]\ncookie_key_file = \"c\"\nissuer_key_file = \"i\"\naccounts_file = \"a\"\n\
             upstream = { intake = \"http://127.0.0.1:5000\" }\n\
             offices = { assessment = \"http://127.0.0.1:5001\" }",
        )
        .unwrap();
        assert!(config.console.faults().is_empty());
        assert_eq!((config.console.upstream.len(), config.console.offices.len()), (1, 1));
        assert_eq!(Config::of("640122.centre".parse().unwrap()).console.faults().len(), 3);
    }

    #[test]
    fn half_a_console_and_a_service_that_is_none_are_named() {
        let told = load("[console]\ncookie_key_file = \"c\"").unwrap_err().join("\n");
        assert!(told.contains("console.issuer_key_file"), "{told}");
        let told = load("[console.upstream]\nkitchen = \"http://x:1\"").unwrap_err().join("\n");
        assert!(told.contains("console.upstream.kitchen"), "{told}");
        let told = load("[console.offices]\nintake = \"ftp://x\"").unwrap_err().join("\n");
        assert!(told.contains("console.offices.intake"), "{told}");
        let told = load("[console.upstream]\nintake = \"ftp://x\"").unwrap_err().join("\n");
        assert!(told.contains("ftp://x"), "{told}");
        let told = load("[console.upstream]\nintake = \"https://x:1\"").unwrap_err().join("\n");
        assert!(told.contains("console.tls_ca_file"), "{told}");
    }

    #[test]
    fn a_short_secret_seals_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("cookie.key");
        std::fs::write(&file, "short\n").unwrap();
        let config =
            super::ConsoleConfig { cookie_key_file: Some(file.clone()), ..Default::default() };
        assert!(config.read_cookie_key().is_err());
        std::fs::write(&file, "x".repeat(32)).unwrap();
        assert!(config.read_cookie_key().is_ok());
    }
}
