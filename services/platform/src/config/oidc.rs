//! How the staff log in with the agency's own identity provider (OpenID Connect).

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use super::fault::{missing, needs};
use super::relations::read_secret;
use super::{ConfigFault, Secret};

/// An identity provider, and what its claims mean here. Without `issuer_url` there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OidcConfig {
    /// The provider, as its discovery document names it.
    pub issuer_url: Option<String>,
    /// What the provider calls these pages.
    pub client_id: Option<String>,
    /// Their secret; none for a public client.
    pub client_secret_file: Option<PathBuf>,
    /// Where the pages are, as browsers reach them.
    pub pages_url: Option<String>,
    /// What the button is called.
    pub name: String,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The claim with the staff id.
    pub person_claim: String,
    /// The claim with the name.
    pub name_claim: String,
    /// The claim that names the agency; none: everybody of the provider is of this agency.
    pub agency_claim: Option<String>,
    /// The claim with the groups or roles.
    pub roles_claim: String,
    /// Which value of it means which post.
    pub posts: Vec<PostOf>,
    /// The authority of the provider's certificate, when it is a private one.
    pub ca_file: Option<PathBuf>,
}

impl Default for OidcConfig {
    fn default() -> OidcConfig {
        OidcConfig {
            issuer_url: None,
            client_id: None,
            client_secret_file: None,
            pages_url: None,
            name: "统一身份认证".to_owned(),
            scopes: vec!["profile".to_owned()],
            person_claim: "sub".to_owned(),
            name_claim: "name".to_owned(),
            agency_claim: None,
            roles_claim: "roles".to_owned(),
            posts: Vec::new(),
            ca_file: None,
        }
    }
}

/// A value of the roles' claim and the post that it means: `窗口=window_clerk`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostOf {
    /// The value, as the provider has it.
    pub value: String,
    /// The post.
    pub role: Role,
}

/// No value and post.
#[derive(Debug, thiserror::Error)]
#[error("“{0}”应为 值=岗位，如 窗口=window_clerk，岗位不能是 system 或 party (must be value=post)")]
pub struct NoPost(String);

impl FromStr for PostOf {
    type Err = NoPost;

    fn from_str(text: &str) -> Result<PostOf, NoPost> {
        let pair = text.rsplit_once('=').map(|(value, role)| (value.trim(), role.trim().parse()));
        match pair {
            Some((value, Ok(role)))
                if !value.is_empty() && !matches!(role, Role::System | Role::Party) =>
            {
                Ok(PostOf { value: value.to_owned(), role })
            }
            Some(_) | None => Err(NoPost(text.to_owned())),
        }
    }
}

impl TryFrom<String> for PostOf {
    type Error = NoPost;

    fn try_from(text: String) -> Result<PostOf, NoPost> {
        text.parse()
    }
}

impl From<PostOf> for String {
    fn from(post: PostOf) -> String {
        post.to_string()
    }
}

impl fmt::Display for PostOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.value, self.role)
    }
}

impl OidcConfig {
    /// The secret of these pages at the provider; none for a public client.
    ///
    /// # Errors
    /// Its file cannot be read.
    pub fn read_secret(&self) -> Result<Option<Secret>, ConfigFault> {
        let key = "console.oidc.client_secret_file";
        self.client_secret_file.as_ref().map(|path| read_secret(key, path)).transpose()
    }

    /// What no single key shows.
    pub(super) fn relations(&self) -> Vec<ConfigFault> {
        let Some(issuer) = &self.issuer_url else {
            let given = self.client_id.is_some() || self.pages_url.is_some();
            let lacking = given || !self.posts.is_empty();
            return lacking.then(|| missing("console.oidc.issuer_url")).into_iter().collect();
        };
        let key = "console.oidc.issuer_url";
        let mut faults: Vec<ConfigFault> = [
            ("console.oidc.client_id", self.client_id.is_none()),
            ("console.oidc.pages_url", self.pages_url.is_none()),
            ("console.oidc.posts", self.posts.is_empty()),
        ]
        .iter()
        .filter(|(_, lacking)| *lacking)
        .map(|(lacking, _)| needs(key, lacking))
        .collect();
        let addresses = [(key, Some(issuer)), ("console.oidc.pages_url", self.pages_url.as_ref())];
        for (key, address) in addresses {
            faults.extend(address.and_then(|address| unsafe_address(key, address)));
        }
        faults
    }
}

/// A token that travels in plain text may be read: only on this machine itself.
fn unsafe_address(key: &str, address: &str) -> Option<ConfigFault> {
    let own = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let safe = address.starts_with("https://") || own.iter().any(|own| address.starts_with(own));
    (!safe).then(|| {
        ConfigFault::new(
            key,
            address,
            "不是安全的网址",
            "is no safe address",
            "https://…；http:// 只能用于本机 / https://…, http:// on this machine only",
        )
    })
}
