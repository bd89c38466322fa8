//! What the claims of a provider mean here: person, name, agency, posts.

use std::collections::BTreeSet;

use jiefen_platform::config::OidcConfig;
use jiefen_vocab::Role;
use openidconnect::AdditionalClaims;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The longest staff id or name.
const TEXT: usize = 100;

/// Every claim besides those of the standard.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Said(Map<String, Value>);

impl AdditionalClaims for Said {}

/// Somebody whom the provider knows and who has a place here.
#[derive(Debug, PartialEq)]
pub(crate) struct Known {
    pub(crate) person: String,
    pub(crate) name: String,
    pub(crate) roles: Vec<Role>,
}

/// Why somebody whom the provider knows has no place here.
#[derive(Debug, PartialEq)]
pub(crate) enum Unfit {
    /// The claim with the staff id is missing or unusable.
    NoPerson,
    /// Of another agency.
    OtherAgency,
    /// None of the roles means a post.
    NoPost,
}

/// Who it is, by the configured claims.
pub(super) fn known(claims: &Value, config: &OidcConfig, agency: &str) -> Result<Known, Unfit> {
    if let Some(claim) = &config.agency_claim
        && !texts(at(claims, claim)).any(|given| given == agency)
    {
        return Err(Unfit::OtherAgency);
    }
    let person = short(at(claims, &config.person_claim)).ok_or(Unfit::NoPerson)?;
    let given: BTreeSet<&str> = texts(at(claims, &config.roles_claim)).collect();
    let posts = config.posts.iter().filter(|post| given.contains(post.value.as_str()));
    let roles: BTreeSet<Role> = posts.map(|post| post.role).collect();
    if roles.is_empty() {
        return Err(Unfit::NoPost);
    }
    let name = short(at(claims, &config.name_claim)).unwrap_or_else(|| person.clone());
    Ok(Known { person, name, roles: roles.into_iter().collect() })
}

/// The claim at a path: the whole name first, so that `https://example.cn/roles` is found, then by its dots.
fn at<'a>(claims: &'a Value, path: &str) -> Option<&'a Value> {
    claims.get(path).or_else(|| path.split('.').try_fold(claims, |found, name| found.get(name)))
}

/// A text or a list of them; a name may come once for each language.
fn texts(claim: Option<&Value>) -> impl Iterator<Item = &str> {
    let list = claim.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    claim.and_then(Value::as_str).into_iter().chain(list.iter().filter_map(Value::as_str))
}

fn short(claim: Option<&Value>) -> Option<String> {
    let text = texts(claim).next().map(str::trim)?;
    let fits = (1..=TEXT).contains(&text.chars().count()) && !text.contains(char::is_control);
    fits.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn config(roles_claim: &str) -> OidcConfig {
        OidcConfig {
            roles_claim: roles_claim.to_owned(),
            posts: vec![
                "窗口=window_clerk".parse().unwrap(),
                "主任=centre_director".parse().unwrap(),
            ],
            ..OidcConfig::default()
        }
    }

    #[test]
    fn roles_mean_posts_wherever_the_provider_keeps_them() {
        for (path, claims) in [
            ("roles", json!({"sub": "u1", "name": "张敏", "roles": ["窗口", "食堂"]})),
            ("roles", json!({"sub": "u1", "name": "张敏", "roles": "窗口"})),
            (
                "realm_access.roles",
                json!({"sub": "u1", "name": "张敏", "realm_access": {"roles": ["窗口"]}}),
            ),
            ("https://a.cn/r", json!({"sub": "u1", "name": "张敏", "https://a.cn/r": ["窗口"]})),
        ] {
            let known = known(&claims, &config(path), "640122.centre").unwrap();
            let roles = vec![Role::WindowClerk];
            assert_eq!(known, Known { person: "u1".into(), name: "张敏".into(), roles }, "{path}");
        }
    }

    #[test]
    fn who_has_no_post_no_number_or_another_agency_stays_outside() {
        let none = json!({"sub": "u1", "roles": ["食堂"]});
        assert_eq!(known(&none, &config("roles"), "a"), Err(Unfit::NoPost));
        let nobody = json!({"sub": " ", "roles": ["窗口"]});
        assert_eq!(known(&nobody, &config("roles"), "a"), Err(Unfit::NoPerson));
        let elsewhere = OidcConfig { agency_claim: Some("unit".to_owned()), ..config("roles") };
        let claims = json!({"sub": "u1", "unit": "640122.court", "roles": ["窗口"]});
        assert_eq!(known(&claims, &elsewhere, "640122.centre"), Err(Unfit::OtherAgency));
        assert!(known(&claims, &elsewhere, "640122.court").is_ok());
    }
}
