//! A county on one machine: who there is, their keys, bus accounts and configurations, written as files
//! that `jiefen serve` reads like any other node's.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use base64::Engine as _;
use jiefen_platform::auth::Issuer;
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, AuthConfig};
use jiefen_platform::keys::SigningKey;
use jiefen_vocab::{Agency, Region, RegionLevel, Role};
use rand::RngCore as _;

use crate::demo::consoles::{self, Login};
use crate::verbs::write_new;

/// The hub's configuration as it ships.
const HUB: &str = include_str!("../../../../deploy/nats/hub.conf");

/// The bus account that makes streams: the registry's node.
pub const HUB_USER: &str = "hub";

/// One agency of the county and the area it serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Post {
    /// The agency.
    pub agency: Agency,
    /// Its area.
    pub area: Area,
}

/// A county's files.
pub struct County {
    /// Its folder.
    pub dir: PathBuf,
    /// Its agencies.
    pub posts: Vec<Post>,
    /// The built-in issuer of staff tokens; a demonstration's only.
    pub issuer: Issuer,
    /// Where the bus is.
    pub bus: String,
    /// Who may log in to the pages of which unit.
    pub logins: Vec<Login>,
}

/// What every node of a county has in common.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The agencies.
    pub posts: Vec<Post>,
    /// The bus's port.
    pub bus_port: u16,
    /// `demo` or `system`.
    pub clock: &'static str,
    /// Where a database is: `sqlite` in the agency's folder, or a URL per agency.
    pub databases: BTreeMap<Agency, String>,
    /// Where traces go, if anywhere.
    pub otlp: Option<String>,
    /// The units whose staff have pages.
    pub consoles: BTreeSet<Agency>,
    /// The gRPC port of each node; without one the system chooses.
    pub ports: BTreeMap<Agency, u16>,
}

/// The area that an agency's code serves.
pub fn area_of(code: &str) -> Area {
    match code {
        "centre" => Area::Intake,
        "court" => Area::Court,
        "labour_arbitration_commission" => Area::Arbitration,
        "petition_bureau" => Area::Petition,
        "county_government_reconsideration" => Area::Administrative,
        "registry" => Area::Registry,
        "assessment" => Area::Assessment,
        "coordination" => Area::Coordination,
        _ => Area::Mediation,
    }
}

/// The governance centre that designates for an agency: the township's for a township's or village's
/// agency, the county's for the others, the superior's for a centre.
pub fn superior(agency: Agency) -> Option<Agency> {
    let centre = |region: Region| format!("{region}.centre").parse().ok();
    let is_centre = agency.code.as_str() == "centre";
    match agency.region.level() {
        RegionLevel::Village => agency.region.parent().and_then(centre),
        RegionLevel::Town if is_centre => agency.region.parent().and_then(centre),
        RegionLevel::Town => centre(agency.region),
        RegionLevel::County if is_centre => agency.region.parent().and_then(centre),
        RegionLevel::County => centre(agency.region),
        RegionLevel::City | RegionLevel::Province => None,
    }
}

/// The roles that an agency's staff have in a demonstration.
pub fn staff_roles(area: Area) -> &'static [Role] {
    match area {
        Area::Registry => &[Role::Registrar, Role::Operator],
        Area::Intake => &[Role::WindowClerk, Role::CentreDirector, Role::Operator],
        Area::Mediation => &[Role::Mediator, Role::MediationHead, Role::Operator],
        Area::Court => &[Role::FilingClerk, Role::Judge, Role::CourtPresident, Role::Operator],
        Area::Arbitration => &[Role::Arbitrator, Role::ArbitrationDirector, Role::Operator],
        Area::Petition => &[Role::PetitionOfficer, Role::PetitionHead, Role::Operator],
        Area::Administrative => &[Role::Reviewer, Role::ReviewHead, Role::Operator],
        Area::Assessment => &[Role::Assessor, Role::Leader, Role::Operator],
        Area::Coordination => &[Role::Coordinator, Role::Operator],
    }
}

impl County {
    /// Writes the county's files into an empty or new folder.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn write(dir: &Path, plan: &Plan) -> Result<County> {
        fs::create_dir_all(dir.join("hub"))?;
        let auth = AuthConfig::default();
        let (issuer, pkcs8) = Issuer::generate(&auth).context("the issuer's key")?;
        write_new(&dir.join("issuer.key"), &pkcs8)?;
        fs::write(dir.join("issuer.jwks"), issuer.jwks())?;
        let bus = format!("nats://127.0.0.1:{}", plan.bus_port);
        let mut trust = String::new();
        let mut accounts = String::new();
        let mut bundle = None;
        let registry = plan.posts.iter().find(|post| post.area == Area::Registry);
        let hub = secret(dir, "hub", HUB_USER)?;
        account(&mut accounts, HUB_USER, &hub, registry.map(|post| post.agency), true);
        for post in &plan.posts {
            let folder = dir.join(post.agency.to_string());
            fs::create_dir_all(&folder)?;
            let (key, pkcs8) = SigningKey::generate().context("an agency's key")?;
            write_new(&folder.join("agency.key"), &pkcs8)?;
            if post.area == Area::Registry {
                bundle = Some(shipped(dir, &key, post.agency)?);
            }
            writeln!(trust, "[[agency]]\nid = \"{}\"\nkey = \"{}\"\n", post.agency, key.public())?;
            let user = post.agency.to_string();
            let password = secret(dir, &user, "bus.password")?;
            if post.area != Area::Registry {
                account(&mut accounts, &user, &password, Some(post.agency), false);
            }
        }
        fs::write(dir.join("trust.toml"), trust)?;
        fs::write(dir.join("hub/hub.conf"), HUB)?;
        fs::write(
            dir.join("hub/users.conf"),
            format!(
                "accounts {{\n  COUNTY {{\n    jetstream: enabled\n    users: [\n{accounts}    ]\n  }}\n}}\n"
            ),
        )?;
        fs::write(dir.join("nodes.json"), serde_json::to_string_pretty(&plan.ports)?)?;
        let (dir_, posts, logins) = (dir.to_owned(), plan.posts.clone(), Vec::new());
        let mut county = County { dir: dir_, posts, issuer, bus, logins };
        for post in &plan.posts {
            let file = dir.join(post.agency.to_string()).join("config.toml");
            let knows = post.area == Area::Intake || plan.consoles.contains(&post.agency);
            let known = bundle.as_deref().filter(|_| knows).unwrap_or_default();
            let mut pages = String::new();
            if plan.consoles.contains(&post.agency) {
                let (section, logins) = consoles::write(dir, *post, &plan.ports)?;
                pages = section;
                county.logins.extend(logins);
            }
            fs::write(file, format!("{}{known}{pages}", county.config(*post, plan)))?;
        }
        Ok(county)
    }

    fn config(&self, post: Post, plan: &Plan) -> String {
        let dir = self.dir.display();
        let folder = self.dir.join(post.agency.to_string());
        let folder = folder.display();
        let database = match plan.databases.get(&post.agency) {
            Some(url) => url.clone(),
            None => format!("sqlite://{folder}/{}.db", post.area),
        };
        let readers: Vec<String> = plan
            .posts
            .iter()
            .filter(|other| reads(other.area, post.area) && other.agency != post.agency)
            .map(|other| format!("\"{}\"", other.agency))
            .collect();
        // A superior without a node in this county cannot be asked.
        let above = superior(post.agency).filter(|a| plan.posts.iter().any(|p| p.agency == *a));
        let superior = above.map(|above| format!("superior = \"{above}\"\n")).unwrap_or_default();
        let (user, password) = if post.area == Area::Registry {
            (HUB_USER.to_owned(), format!("{dir}/hub/{HUB_USER}"))
        } else {
            (post.agency.to_string(), format!("{folder}/bus.password"))
        };
        let otlp = plan.otlp.as_ref().map(|at| format!("otlp_endpoint = \"{at}\"\n"));
        format!(
            "[node]\nagency = \"{agency}\"\n\n[roles.{area}]\nagency = \"{agency}\"\nlisten = \"127.0.0.1:{port}\"\n\
             database_url = \"{database}\"\nkey_file = \"{folder}/agency.key\"\n\
             nats_user = \"{user}\"\nnats_password_file = \"{password}\"\n{superior}\
             readers = [{readers}]\n\n[bus]\nurl = \"{bus}\"\ntrust_file = \"{dir}/trust.toml\"\n\n\
             [auth]\npublic_key_file = \"{dir}/issuer.jwks\"\n\n[clock]\nsource = \"{clock}\"\n\n\
             [telemetry]\nlog_level = \"info\"\n{otlp}",
            agency = post.agency,
            area = post.area,
            port = plan.ports.get(&post.agency).copied().unwrap_or(0),
            readers = readers.join(", "),
            bus = self.bus,
            clock = plan.clock,
            otlp = otlp.unwrap_or_default(),
        )
    }

    /// A county that was written before.
    ///
    /// # Errors
    /// The folder holds none.
    pub fn read(dir: &Path) -> Result<(County, BTreeMap<Agency, SocketAddr>)> {
        let file = dir.join("nodes.json");
        let text = fs::read_to_string(&file).with_context(|| format!("读取 {}", file.display()))?;
        let nodes: BTreeMap<Agency, u16> = serde_json::from_str(&text).context("nodes.json")?;
        let issuer = Issuer::load(&AuthConfig::default(), dir.join("issuer.key"))?;
        let post = |agency: &Agency| Post { agency: *agency, area: area_of(agency.code.as_str()) };
        let posts = nodes.keys().map(post).collect();
        let address =
            |(agency, port): (Agency, u16)| (agency, SocketAddr::from(([127, 0, 0, 1], port)));
        let addresses = nodes.into_iter().map(address).collect();
        let bus = String::new();
        let logins = Vec::new();
        Ok((County { dir: dir.to_owned(), posts, issuer, bus, logins }, addresses))
    }

    /// The configuration file of an agency.
    pub fn config_file(&self, agency: Agency) -> PathBuf {
        self.dir.join(agency.to_string()).join("config.toml")
    }
}

/// Writes the bundle with which the registry will begin, and says the section by which a node reads it.
fn shipped(dir: &Path, key: &SigningKey, registry: Agency) -> Result<String> {
    let today = ClockSource::default().clock().now().day();
    let signed = jiefen_registry::shipped(today, key, registry).context("the county's bundle")?;
    let file = dir.join("county.json");
    fs::write(&file, serde_json::to_string_pretty(&signed)?)?;
    let (file, key) = (file.display(), key.public());
    Ok(format!("\n[county]\nbundle_file = \"{file}\"\nregistry_key = \"{key}\"\n"))
}

/// Whether an area reads the events of another: assessment and coordination read all, the counters what
/// coordination says.
fn reads(reader: Area, of: Area) -> bool {
    match reader {
        Area::Assessment | Area::Coordination => true,
        Area::Intake => of == Area::Coordination,
        Area::Registry
        | Area::Mediation
        | Area::Court
        | Area::Arbitration
        | Area::Petition
        | Area::Administrative => false,
    }
}

/// 18 random bytes as text.
pub fn random() -> String {
    let mut bytes = [0; 18];
    rand::rng().fill_bytes(&mut bytes);
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

/// A new password in a file that only its owner reads.
///
/// # Errors
/// The file is there already, or cannot be written.
pub fn secret(dir: &Path, folder: &str, name: &str) -> Result<String> {
    let password = random();
    write_new(&dir.join(folder).join(name), password.as_bytes())?;
    Ok(password)
}

/// A user of the bus with exactly what an agency needs; deploy/nats/README.md explains each line. The
/// registry's account makes the streams as well.
fn account(text: &mut String, user: &str, password: &str, agency: Option<Agency>, makes: bool) {
    let mut allow = Vec::new();
    if makes {
        for verb in ["CREATE", "UPDATE", "INFO"] {
            allow.push(format!("$JS.API.STREAM.{verb}.*"));
        }
        // A look at the events as they pass (`events tail`) needs a consumer without a fixed name.
        for verb in ["CREATE", "INFO", "MSG.NEXT"] {
            allow.push(format!("$JS.API.CONSUMER.{verb}.JF_EVT.>"));
        }
        let whole = ["$JS.API.INFO", "$JS.API.STREAM.NAMES", "$JS.API.STREAM.LIST"];
        allow.extend(whole.map(str::to_owned));
    }
    let mut inbox = user.to_owned();
    if let Some(agency) = agency {
        own_stream(&mut allow, &agency.region.to_string(), agency.code.as_str());
        inbox = agency.to_string();
    }
    let allow: Vec<String> = allow.iter().map(|subject| format!("\"{subject}\"")).collect();
    text.push_str(&format!(
        "      {{ user: \"{user}\", password: \"{password}\", permissions {{ publish: {{ allow: [{}] }}, subscribe: {{ allow: [\"_INBOX.{inbox}.>\"] }} }} }}\n",
        allow.join(", ")
    ));
}

fn own_stream(allow: &mut Vec<String>, region: &str, code: &str) {
    let own = format!("JF_IN_{region}_{code}");
    let reader = format!("{region}_{code}");
    allow.push(format!("jf.msg.*.*.{region}.{code}.>"));
    allow.push(format!("jf.evt.{region}.{code}.>"));
    allow.push(format!("$JS.API.STREAM.INFO.{own}"));
    allow.push(format!("$JS.API.CONSUMER.CREATE.{own}.>"));
    allow.push(format!("$JS.API.CONSUMER.INFO.{own}.*"));
    allow.push(format!("$JS.API.CONSUMER.MSG.NEXT.{own}.*"));
    allow.push(format!("$JS.ACK.{own}.>"));
    allow.push("$JS.API.STREAM.INFO.JF_EVT".to_owned());
    allow.push(format!("$JS.API.CONSUMER.CREATE.JF_EVT.{reader}.>"));
    allow.push(format!("$JS.API.CONSUMER.CREATE.JF_EVT.{reader}"));
    allow.push(format!("$JS.API.CONSUMER.INFO.JF_EVT.{reader}"));
    allow.push(format!("$JS.API.CONSUMER.MSG.NEXT.JF_EVT.{reader}"));
    allow.push(format!("$JS.ACK.JF_EVT.{reader}.>"));
    // `jiefen events tail` reads beside the node.
    allow.push(format!("$JS.API.CONSUMER.CREATE.JF_EVT.{reader}_tail.>"));
    allow.push(format!("$JS.API.CONSUMER.DELETE.JF_EVT.{reader}_tail"));
    allow.push(format!("$JS.API.CONSUMER.MSG.NEXT.JF_EVT.{reader}_tail"));
}
