//! Reading the layers and naming every mistake.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use config::{Environment, File, FileFormat, Map, Value, ValueKind};

use super::fault::{missing, right, unknown, whole};
use super::kinds::MASK;
use super::{Area, Config, ConfigFault, RoleConfig, keys};

const PREFIX: &str = "JIEFEN";
const SEPARATOR: &str = "__";
/// Stands in for the required key while the other keys are checked one by one.
const STAND_IN: &str = "640122.centre";
/// A file bigger than this is not a configuration file but a mistake.
const FILE_MAX: u64 = 1024 * 1024;

/// Where the layers come from.
pub struct LoadFrom<E> {
    /// The TOML file, if there is one.
    pub file: Option<PathBuf>,
    /// The environment; only `JIEFEN__…` is read.
    pub env: E,
    /// `key=value` pairs from flags, which win.
    pub overrides: Vec<(String, String)>,
}

impl Config {
    /// The configuration of these layers, or everything that is wrong with them.
    pub fn load<E>(from: LoadFrom<E>) -> Result<Config, Vec<ConfigFault>>
    where
        E: IntoIterator<Item = (String, String)>,
    {
        let mut leaves = merge(from).map_err(|fault| vec![fault])?;
        let mut faults: Vec<ConfigFault> = leaves.iter().filter_map(check_leaf).collect();
        match leaves.get("node.agency").cloned() {
            None => faults.push(missing("node.agency")),
            Some(agency) => roles_act_for_the_node(&mut leaves, &agency),
        }
        if !faults.is_empty() {
            faults.extend(others(&leaves, &faults));
            faults.sort_by(|one, other| one.key.cmp(&other.key));
            return Err(faults);
        }
        let origins = leaves
            .iter()
            .filter_map(|(key, value)| Some((key.clone(), value.origin()?.to_owned())))
            .collect();
        let mut config = build(&leaves).map_err(|fault| vec![whole(&fault)])?;
        config.origins = origins;
        let faults = config.relations();
        if faults.is_empty() { Ok(config) } else { Err(faults) }
    }

    /// The section of an area; without one it cannot be served.
    pub fn role(&self, area: Area) -> Result<&RoleConfig, ConfigFault> {
        self.roles.get(&area).ok_or_else(|| {
            ConfigFault::new(
                &format!("roles.{area}"),
                "",
                "没有这一节，无法提供该业务",
                "no such section, so this area cannot be served",
                &format!("请添加 [roles.{area}] / add [roles.{area}]"),
            )
        })
    }
}

// === the layers ===

type Leaves = BTreeMap<String, Value>;

fn merge<E>(from: LoadFrom<E>) -> Result<Leaves, ConfigFault>
where
    E: IntoIterator<Item = (String, String)>,
{
    let mut builder = config::Config::builder();
    if let Some(path) = &from.file {
        let shown = path.display().to_string();
        let text = read_bounded(path).map_err(|fault| file_fault(&shown, "无法读取", &fault))?;
        builder = builder.add_source(File::from_str(&text, FileFormat::Toml));
    }
    let env: Map<String, String> = from.env.into_iter().collect();
    builder = builder.add_source(
        Environment::with_prefix(PREFIX)
            .prefix_separator(SEPARATOR)
            .separator(SEPARATOR)
            .source(Some(env)),
    );
    for (key, value) in from.overrides {
        let value = Value::new(Some(&"flag".to_owned()), ValueKind::String(value));
        builder = builder.set_override(&key, value).map_err(|_| unknown(&key, ""))?;
    }
    let shown = from.file.as_ref().map(|path| path.display().to_string());
    let merged = builder.build().map_err(|fault| match (&fault, &shown) {
        (config::ConfigError::FileParse { cause, .. }, Some(path)) => {
            file_fault(path, "不是有效的TOML", &cause.to_string())
        }
        _ => whole(&fault),
    })?;
    let mut leaves = Leaves::new();
    flatten("", merged.cache, &mut leaves);
    for value in leaves.values_mut().filter(|value| value.origin().is_none()) {
        *value = Value::new(shown.as_ref(), value.kind.clone());
    }
    Ok(leaves)
}

fn flatten(path: &str, value: Value, leaves: &mut Leaves) {
    let origin = value.origin().map(str::to_owned);
    match value.kind {
        // A section of a role with nothing in it still says that the role is served.
        ValueKind::Table(table) if table.is_empty() && path.starts_with("roles.") => {
            leaves.insert(format!("{path}.agency"), Value::new(origin.as_ref(), ValueKind::Nil));
        }
        ValueKind::Table(table) => {
            for (name, inner) in table {
                let key = if path.is_empty() { name } else { format!("{path}.{name}") };
                flatten(&key, inner, leaves);
            }
        }
        kind @ (ValueKind::Nil
        | ValueKind::Boolean(_)
        | ValueKind::I64(_)
        | ValueKind::I128(_)
        | ValueKind::U64(_)
        | ValueKind::U128(_)
        | ValueKind::Float(_)
        | ValueKind::String(_)
        | ValueKind::Array(_)) => {
            leaves.insert(path.to_owned(), Value::new(origin.as_ref(), kind));
        }
    }
}

/// What is wrong beyond single keys, as far as the sound ones show it: somebody who mends the others does not
/// come back for these.
fn others(leaves: &Leaves, faults: &[ConfigFault]) -> Vec<ConfigFault> {
    let mut sound = leaves.clone();
    let area = |key: &str| split_role(key).map(|(area, _)| area.to_owned());
    let area = |key: &str| area(key).or(service_of(key).map(|(_, area)| area.to_owned()));
    let known = |key: &str| area(key).is_none_or(|area| area.parse::<Area>().is_ok());
    sound.retain(|key, _| known(key) && faults.iter().all(|fault| fault.key != *key));
    sound
        .entry("node.agency".to_owned())
        .or_insert_with(|| Value::new(None, ValueKind::String(STAND_IN.to_owned())));
    build(&sound).map(|config| config.sizes()).unwrap_or_default()
}

/// The sections of roles that name no agency act for the node's.
fn roles_act_for_the_node(leaves: &mut Leaves, agency: &Value) {
    let areas: BTreeSet<String> =
        leaves.keys().filter_map(|key| Some(split_role(key)?.0.to_owned())).collect();
    for area in areas {
        let own = leaves.entry(format!("roles.{area}.agency")).or_default();
        if matches!(own.kind, ValueKind::Nil) {
            *own = Value::new(None, agency.kind.clone());
        }
    }
}

/// The area and the rest of a key of a role.
pub(super) fn split_role(key: &str) -> Option<(&str, &str)> {
    key.strip_prefix("roles.")?.split_once('.')
}

/// The section and the area of a key that says where a service is.
pub(super) fn service_of(key: &str) -> Option<(&str, &str)> {
    let (of, area) = key.strip_prefix("console.")?.split_once('.')?;
    (matches!(of, "upstream" | "offices") && !area.contains('.')).then_some((of, area))
}

// === one key at a time ===

/// What is wrong with one key, all others being right. The structs are the judge; the table only
/// says what would be right.
fn check_leaf((key, value): (&String, &Value)) -> Option<ConfigFault> {
    let given = shown(key, value);
    if let Some(area) =
        split_role(key).map(|(area, _)| area).or(service_of(key).map(|(_, area)| area))
        && area.parse::<Area>().is_err()
    {
        let right = Area::ALL.map(Area::code).join(" / ");
        return Some(ConfigFault::new(key, &given, "没有这个业务", "no such area", &right));
    }
    if keys::find(key).is_none() {
        return Some(unknown(key, &given));
    }
    if matches!(value.kind, ValueKind::Nil) {
        return None;
    }
    let stand_in = || Value::new(None, ValueKind::String(STAND_IN.to_owned()));
    let mut alone = Leaves::from([("node.agency".to_owned(), stand_in())]);
    if let Some((area, _)) = split_role(key) {
        alone.insert(format!("roles.{area}.agency"), stand_in());
    }
    alone.insert(key.clone(), value.clone());
    let fault = build(&alone).err()?;
    Some(ConfigFault::new(key, &given, "值不合规定", &fault.to_string(), &right(key)))
}

/// A value as a fault may show it.
fn shown(key: &str, value: &Value) -> String {
    let secret = ["url", "password", "secret", "token"];
    let name = key.rsplit('.').next().unwrap_or(key);
    let hidden = name != "url" && secret.iter().any(|word| name.contains(word));
    if hidden && !name.ends_with("_file") { MASK.to_owned() } else { value.to_string() }
}

fn build(leaves: &Leaves) -> Result<Config, config::ConfigError> {
    let mut builder = config::Config::builder();
    for (key, value) in leaves {
        builder = builder.set_override(key, value.clone())?;
    }
    builder.build()?.try_deserialize()
}

fn read_bounded(path: &Path) -> Result<String, String> {
    let length = std::fs::metadata(path).map_err(|fault| fault.to_string())?.len();
    if length > FILE_MAX {
        return Err(format!("{length} bytes; at most {FILE_MAX}"));
    }
    std::fs::read_to_string(path).map_err(|fault| fault.to_string())
}

fn file_fault(path: &str, zh: &str, en: &str) -> ConfigFault {
    ConfigFault::new("配置文件", path, zh, en, "可读的TOML文件 / a readable TOML file")
}
