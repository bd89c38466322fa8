//! The pages of a demonstration: which units have them, and who logs in there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use jiefen_console::{Accounts, NewAccount};
use jiefen_platform::config::Area;
use jiefen_vocab::{Agency, Role};

use crate::demo::county::{Post, random, secret, staff_roles};
use crate::verbs::write_new;

/// Somebody who may log in.
#[derive(Debug, Clone)]
pub struct Login {
    /// At which unit.
    pub agency: Agency,
    /// What they type.
    pub login: String,
    /// The password, made for this county.
    pub password: String,
    /// Their name.
    pub name: &'static str,
}

/// The offices at which the staff of other units act for their own, each with its area.
pub const OFFICES: [(Area, &str); 3] = [
    (Area::Assessment, "640122.assessment"),
    (Area::Intake, "640122.centre"),
    (Area::Registry, "640122.registry"),
];

/// The units with pages: the county's centre, a township's centre, a body that mediates, and the offices.
pub fn units(posts: &[Post]) -> BTreeSet<Agency> {
    let named = |text: &str| posts.iter().find(|post| post.agency.to_string() == text);
    let committee = posts.iter().find(|post| post.agency.code.as_str() == "village_mediation");
    let committee = committee.or_else(|| named("640122.county_mediation_center"));
    let offices = OFFICES.map(|(_, office)| named(office));
    let all = [named("640122101.centre"), committee];
    all.into_iter().chain(offices).flatten().map(|post| post.agency).collect()
}

/// Writes the secrets and accounts of a unit's pages; says the section of its configuration, and who may log in.
///
/// # Errors
/// A file cannot be written.
pub fn write(
    dir: &Path,
    post: Post,
    ports: &BTreeMap<Agency, u16>,
) -> Result<(String, Vec<Login>)> {
    let agency = post.agency;
    let [first, second] = [random(), random()];
    let cookie = format!("{first}{second}");
    let folder = dir.join(agency.to_string());
    write_new(&folder.join("cookie.key"), cookie.as_bytes())?;
    let accounts = folder.join("accounts.toml");
    let mut logins = Vec::new();
    for (login, name, roles) in people(post.area) {
        let password = secret(dir, &agency.to_string(), &format!("{login}.password"))?;
        let new = NewAccount {
            login: login.to_owned(),
            name: name.to_owned(),
            person: format!("{}-{login}", agency.code),
            roles,
            password: password.clone(),
            second_factor: false,
        };
        Accounts::add(&accounts, new).context("the accounts of the pages")?;
        logins.push(Login { agency, login: login.to_owned(), password, name });
    }
    let section = format!(
        "\n[console]\ncookie_key_file = \"{folder}/cookie.key\"\naccounts_file = \"{folder}/accounts.toml\"\n\
         issuer_key_file = \"{dir}/issuer.key\"\n{offices}",
        folder = folder.display(),
        dir = dir.display(),
        offices = offices(post, ports),
    );
    Ok((section, logins))
}

/// Where the offices are that are not the unit itself.
fn offices(post: Post, ports: &BTreeMap<Agency, u16>) -> String {
    let others = OFFICES.iter().filter(|(_, office)| *office != post.agency.to_string());
    let lines = others.filter_map(|(area, office)| {
        let port = ports.get(&office.parse::<Agency>().ok()?)?;
        Some(format!("{area} = \"http://127.0.0.1:{port}\"\n"))
    });
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("\n[console.offices]\n{lines}") }
}

/// Who works there: somebody who handles disputes, and the operator.
fn people(area: Area) -> [(&'static str, &'static str, Vec<Role>); 2] {
    let work = staff_roles(area).iter().copied().filter(|role| *role != Role::Operator).collect();
    let (login, name) = match area {
        Area::Mediation => ("liuchangshun", "刘长顺"),
        Area::Registry
        | Area::Intake
        | Area::Court
        | Area::Arbitration
        | Area::Petition
        | Area::Administrative
        | Area::Assessment
        | Area::Coordination => ("zhangmin", "张敏"),
    };
    [(login, name, work), ("guanli", "系统管理员", vec![Role::Operator])]
}
