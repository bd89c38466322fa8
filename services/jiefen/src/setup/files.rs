//! The files of a node, made from the answers: nothing is written before every question was answered.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use jiefen_county::{Register, Signed};
use jiefen_platform::auth::Issuer;
use jiefen_platform::config::{Area, AuthConfig};
use jiefen_platform::keys::{PublicKey, SigningKey};
use jiefen_vocab::Agency;
use toml::{Table, Value};

use super::answers::{Person, Unit};
use crate::county;
use crate::demo::county::{area_of, random, superior};
use crate::verbs::{text, write_new};

/// Every answer.
pub struct Answers {
    /// Whose node it is.
    pub unit: Unit,
    /// Where its database is; none: a file in the folder.
    pub database: Option<String>,
    /// Where the bus is.
    pub bus: String,
    /// The folder with what the registry has given.
    pub given: Option<PathBuf>,
    /// Where the pages listen.
    pub listen: SocketAddr,
    /// Who administers it first.
    pub person: Person,
}

/// What was written.
pub struct Written {
    /// The configuration.
    pub config: PathBuf,
    /// The accounts of those who log in.
    pub accounts: PathBuf,
    /// The public half of the node's key: the registry needs it.
    pub key: String,
    /// The key that signed the county's bundle, to be compared by telephone; none: there is no bundle.
    pub registry: Option<String>,
}

impl Answers {
    /// What the unit's node serves.
    pub fn area(&self) -> Area {
        area_of(self.unit.agency.code.as_str())
    }

    /// Writes the folder.
    ///
    /// # Errors
    /// A file cannot be read or written, or the county's bundle is not what its signature says.
    pub fn write(&self, folder: &Path, register: &Register) -> Result<Written> {
        let bundle = self.bundle()?;
        fs::create_dir_all(folder)
            .with_context(|| format!("新建 {} (making the folder)", folder.display()))?;
        let folder = fs::canonicalize(folder).context("the folder's path")?;
        let (key, pkcs8) = SigningKey::generate().context("生成密钥 (making a key)")?;
        write_new(&folder.join("agency.key"), &pkcs8).context("agency.key")?;
        let (issuer, pkcs8) = Issuer::generate(&AuthConfig::default()).context("the issuer")?;
        write_new(&folder.join("issuer.key"), &pkcs8).context("issuer.key")?;
        fs::write(folder.join("issuer.jwks"), issuer.jwks()).context("issuer.jwks")?;
        let [first, second] = [random(), random()];
        write_new(&folder.join("cookie.key"), format!("{first}{second}").as_bytes())
            .context("cookie.key")?;
        let public = key.public().to_string();
        fs::write(folder.join("trust.toml"), self.trust(&public)?).context("trust.toml")?;
        if let Some(signed) = &bundle {
            let json = serde_json::to_string_pretty(signed)?;
            fs::write(folder.join("county.json"), json).context("county.json")?;
        }
        let password = self.copied(&folder, "bus.password")?;
        let registry = bundle.map(|signed| signed.key.to_string());
        let table = self.config(&folder, register, password, registry.as_deref());
        let config = folder.join("config.toml");
        let text = format!("{HEAD}{}", toml::to_string(&table).context("config.toml")?);
        write_new(&config, text.as_bytes()).context("config.toml")?;
        Ok(Written { config, accounts: folder.join("accounts.toml"), key: public, registry })
    }

    fn registry_file(&self, name: &str) -> Option<PathBuf> {
        self.given.as_ref().map(|given| given.join(name)).filter(|file| file.is_file())
    }

    /// The county's bundle, when it was given and is whole.
    fn bundle(&self) -> Result<Option<Signed>> {
        let Some(file) = self.registry_file("county.json") else { return Ok(None) };
        let signed = county::read(&file)?;
        let key: PublicKey = signed.key.to_string().parse::<PublicKey>()?;
        county::verify(&signed, key)?;
        Ok(Some(signed))
    }

    /// Whom the node believes: as the registry has given it, and itself.
    fn trust(&self, own: &str) -> Result<String> {
        let mut trust = match self.registry_file("trust.toml") {
            Some(file) => text::read(&file, "reading the trust file")?,
            None => String::new(),
        };
        if !trust.contains(own) {
            let agency = self.unit.agency;
            trust.push_str(&format!("\n[[agency]]\nid = \"{agency}\"\nkey = \"{own}\"\n"));
        }
        Ok(trust)
    }

    /// Copies a secret that the registry has given; says whether there was one.
    fn copied(&self, folder: &Path, name: &str) -> Result<Option<PathBuf>> {
        let Some(file) = self.registry_file(name) else { return Ok(None) };
        let secret = fs::read(&file).with_context(|| format!("读取 {}", file.display()))?;
        let to = folder.join(name);
        write_new(&to, &secret).with_context(|| format!("写入 {}", to.display()))?;
        Ok(Some(to))
    }

    fn config(
        &self,
        folder: &Path,
        register: &Register,
        password: Option<PathBuf>,
        registry: Option<&str>,
    ) -> Table {
        let (agency, area) = (self.unit.agency.to_string(), self.area());
        let at = |name: &str| folder.join(name).display().to_string();
        let own = || format!("sqlite://{}", at(&format!("{area}.db")));
        let mut role = table(&[
            ("agency", agency.clone()),
            ("database_url", self.database.clone().unwrap_or_else(own)),
            ("key_file", at("agency.key")),
        ]);
        if let Some(password) = password {
            put(&mut role, "nats_user", agency.clone());
            put(&mut role, "nats_password_file", password.display().to_string());
        }
        if let Some(above) = above(self.unit.agency, register) {
            put(&mut role, "superior", above.to_string());
        }
        let mut whole = Table::new();
        let node = table(&[("agency", agency), ("name", self.unit.name.clone())]);
        let roles = Table::from_iter([(area.to_string(), Value::Table(role))]);
        let sections = [
            ("node", node),
            ("roles", roles),
            ("bus", table(&[("url", self.bus.clone()), ("trust_file", at("trust.toml"))])),
            ("auth", table(&[("public_key_file", at("issuer.jwks"))])),
            (
                "console",
                table(&[
                    ("listen", self.listen.to_string()),
                    ("cookie_key_file", at("cookie.key")),
                    ("accounts_file", at("accounts.toml")),
                    ("issuer_key_file", at("issuer.key")),
                ]),
            ),
        ];
        whole.extend(sections.map(|(name, section)| (name.to_owned(), Value::Table(section))));
        if let Some(key) = registry {
            let county = [("bundle_file", at("county.json")), ("registry_key", key.to_owned())];
            whole.insert("county".to_owned(), Value::Table(table(&county)));
        }
        whole
    }
}

const HEAD: &str = "# 由 jiefen setup 生成；每一项的意思见 jiefen config --keys，改过以后用 jiefen config --check 核对\n\
                    # (written by jiefen setup; jiefen config --keys explains every key)\n\n";

/// The centre above, when the county has it.
fn above(agency: Agency, register: &Register) -> Option<Agency> {
    superior(agency).filter(|above| register.live(*above).is_some())
}

fn table(rows: &[(&str, String)]) -> Table {
    let mut table = Table::new();
    for (key, value) in rows {
        put(&mut table, key, value.clone());
    }
    table
}

fn put(table: &mut Table, key: &str, value: String) {
    table.insert(key.to_owned(), Value::String(value));
}
