//! What we take from others: licences and banned crates. `deny.toml` is the one list of both;
//! `cargo deny` reads it too, where it is installed.

use std::collections::BTreeMap;
use std::env;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::source::Paper;

#[derive(Debug, Deserialize)]
struct Deny {
    licenses: Licences,
    bans: Bans,
}

#[derive(Debug, Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Ban {
    name: String,
    reason: String,
    /// Not banned, but one version of it only.
    #[serde(default)]
    deny_multiple_versions: bool,
}

#[derive(Debug, Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

pub fn check_lock(papers: &[Paper]) -> Result<Vec<String>> {
    let lock: Lock = toml::from_str(read(papers, "Cargo.lock")?)?;
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in &lock.package {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    let mut faults = Vec::new();
    for ban in deny(papers)?.bans.deny {
        let Some(found) = versions.get(ban.name.as_str()) else { continue };
        if !ban.deny_multiple_versions || found.len() > 1 {
            let (name, found) = (&ban.name, found.join(", "));
            faults.push(format!("Cargo.lock: `{name}` {found}: {}", ban.reason));
        }
    }
    Ok(faults)
}

/// Everything that is compiled for this machine has a licence from the list.
pub fn check_licences(papers: &[Paper]) -> Result<Vec<String>> {
    let deny = deny(papers)?;
    Ok(packages()?.iter().filter_map(|package| licence_fault(package, &deny.licenses)).collect())
}

fn licence_fault(package: &Package, licences: &Licences) -> Option<String> {
    let Package { name, version, license } = package;
    let licence = license.as_deref().unwrap_or("none");
    let fault = || format!("{name} {version}: licence {licence} is not on the list of deny.toml");
    (!is_allowed(licence, &licences.allow)).then(fault)
}

/// An SPDX expression: `OR` of `AND`s of names and brackets; older crates write `/` for `OR`.
fn is_allowed(expression: &str, allow: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let allowed = any(&mut words, allow);
    allowed && words.next().is_none()
}

type Words<'a, 'b> = &'a mut std::iter::Peekable<std::str::SplitWhitespace<'b>>;

fn any(words: Words<'_, '_>, allow: &[String]) -> bool {
    let mut allowed = all(words, allow);
    while words.next_if_eq(&"OR").is_some() {
        allowed |= all(words, allow);
    }
    allowed
}

fn all(words: Words<'_, '_>, allow: &[String]) -> bool {
    let mut allowed = one(words, allow);
    while words.next_if_eq(&"AND").is_some() {
        allowed &= one(words, allow);
    }
    allowed
}

fn one(words: Words<'_, '_>, allow: &[String]) -> bool {
    let Some(word) = words.next() else { return false };
    if word == "(" {
        let allowed = any(words, allow);
        return allowed && words.next() == Some(")");
    }
    let mut name = word.to_owned();
    if words.next_if_eq(&"WITH").is_some() {
        name = format!("{name} WITH {}", words.next().unwrap_or_default());
    }
    allow.contains(&name)
}

/// Only what this machine compiles: the rest may not have been downloaded.
fn packages() -> Result<Vec<Package>> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--offline", "--locked", "--format-version", "1"]);
    command.args(["--filter-platform", &host()?]);
    let output = command.current_dir(jiefen_tests::workspace_root()).output()?;
    let talk = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "cargo metadata: {talk}");
    let mut metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    Ok(serde_json::from_value(metadata["packages"].take())?)
}

fn host() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output().context("cannot run rustc")?;
    let text = String::from_utf8(output.stdout)?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host")?.to_owned())
}

fn deny(papers: &[Paper]) -> Result<Deny> {
    Ok(toml::from_str(read(papers, "deny.toml")?)?)
}

fn read<'a>(papers: &'a [Paper], path: &str) -> Result<&'a str> {
    let paper = papers.iter().find(|paper| paper.path == path);
    Ok(&paper.with_context(|| format!("{path} is missing"))?.text)
}

#[cfg(test)]
mod tests {
    use super::{Licences, Package, check_lock, is_allowed, licence_fault};
    use crate::source::Paper;

    #[test]
    fn a_foreign_licence_is_found() {
        let allow = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
        for good in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(GPL-3.0 OR MIT) AND Apache-2.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(is_allowed(good, &allow), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "MIT WITH x", "(MIT", "MIT BSD", "none"] {
            assert!(!is_allowed(bad, &allow), "{bad}");
        }
        let licences = Licences { allow: allow.to_vec() };
        let package = Package { name: "unlicensed".into(), version: "1.0.0".into(), license: None };
        assert!(licence_fault(&package, &licences).is_some());
    }

    #[test]
    fn a_banned_crate_and_a_second_version_are_found() {
        let papers = |lock: &str| {
            let deny = "licenses.allow = []\n[[bans.deny]]\nname = \"bad\"\nreason = \"no\"\n\
                        [[bans.deny]]\nname = \"one\"\nreason = \"once\"\n\
                        deny-multiple-versions = true\n";
            let paper = |path: &str, text: &str| Paper { path: path.into(), text: text.into() };
            [paper("Cargo.lock", lock), paper("deny.toml", deny)]
        };
        let package = |name: &str, version: u8| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n")
        };
        let faults = |lock: String| check_lock(&papers(&lock)).expect("it is TOML").len();
        assert_eq!(faults(package("one", 1)), 0);
        assert_eq!(faults(package("one", 1) + &package("one", 2)), 1);
        assert_eq!(faults(package("bad", 1)), 1);
    }
}
