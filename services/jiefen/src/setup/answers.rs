//! What the seven answers are, and how each is read.

use std::net::SocketAddr;
use std::path::PathBuf;

use jiefen_county::Register;
use jiefen_vocab::Agency;

/// So many units are listed when a name fits several.
const LISTED: usize = 12;

/// A unit as it was found by what was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its code.
    pub agency: Agency,
    /// Its name.
    pub name: String,
}

/// The unit of a code or of a part of a name.
///
/// # Errors
/// None, or several: they are listed.
pub fn unit(register: &Register, given: &str) -> Result<Unit, String> {
    let named = |agency: Agency| register.get(agency).map(|entry| entry.profile.name.clone());
    if let Ok(agency) = given.parse::<Agency>() {
        // A unit that the shipped list does not have yet may be admitted later.
        return Ok(Unit { agency, name: named(agency).unwrap_or_else(|| given.to_owned()) });
    }
    let fits = |unit: &Unit| !given.is_empty() && unit.name.contains(given);
    let all =
        register.all().map(|entry| Unit { agency: entry.agency, name: entry.profile.name.clone() });
    let found: Vec<Unit> = all.filter(fits).collect();
    let whole = found.iter().find(|unit| unit.name == given);
    match (whole, found.as_slice()) {
        (Some(unit), _) | (None, [unit]) => Ok(unit.clone()),
        (None, []) => Err(format!(
            "没有找到“{given}”。可以输入名称的一部分，如 金贵镇综治中心，或者代码，如 640122101.centre"
        )),
        (None, several) => {
            let lines = several
                .iter()
                .take(LISTED)
                .map(|unit| format!("\n   {}  {}", unit.agency, unit.name));
            Err(format!(
                "有{}个单位，请输入其中一个的代码：{}",
                several.len(),
                lines.collect::<String>()
            ))
        }
    }
}

/// The address of a database.
///
/// # Errors
/// It is none.
pub fn database(given: &str) -> Result<String, String> {
    let known = ["postgres://", "postgresql://", "sqlite:"];
    if known.iter().any(|scheme| given.starts_with(scheme)) {
        return Ok(given.to_owned());
    }
    Err("应为 postgres://用户:密码@主机/库名，或者回车使用本机文件".to_owned())
}

/// The address of the bus.
///
/// # Errors
/// It is none.
pub fn bus(given: &str) -> Result<String, String> {
    let host = given.strip_prefix("nats://").or_else(|| given.strip_prefix("tls://"));
    match host {
        Some(host) if !host.is_empty() => Ok(given.to_owned()),
        Some(_) | None => Err("应为 nats://主机:4222 或者 tls://主机:4222".to_owned()),
    }
}

/// The folder with what the county's registry has given; none yet.
///
/// # Errors
/// There is no such folder.
pub fn given_folder(given: &str) -> Result<Option<PathBuf>, String> {
    if given == NONE {
        return Ok(None);
    }
    let folder = PathBuf::from(given);
    if folder.is_dir() {
        Ok(Some(folder))
    } else {
        Err(format!("没有“{given}”这个文件夹"))
    }
}

/// What Enter means where there is nothing yet.
pub const NONE: &str = "还没有";

/// Where the pages listen: a port alone is one of this machine.
///
/// # Errors
/// It is no address.
pub fn listen(given: &str) -> Result<SocketAddr, String> {
    let own = given.parse::<u16>().map(|port| SocketAddr::from(([127, 0, 0, 1], port)));
    own.or_else(|_| given.parse()).map_err(|_| "应为 地址:端口，如 127.0.0.1:8090".to_owned())
}

/// Whoever administers the node first.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Her name.
    pub name: String,
    /// What she types to log in.
    pub login: String,
}

/// A name and a login.
///
/// # Errors
/// One of them is missing or cannot be used.
pub fn person(given: &str) -> Result<Person, String> {
    let mut parts = given.split_whitespace();
    let (name, login, more) = (parts.next(), parts.next(), parts.next());
    let (Some(name), Some(login), None) = (name, login, more) else {
        return Err("应为 姓名 登录名，中间空一格，如 张敏 zhangmin".to_owned());
    };
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    if login.len() > 32 || !login.chars().all(plain) {
        return Err("登录名只用小写字母、数字、点和横线，不超过32个".to_owned());
    }
    Ok(Person { name: name.to_owned(), login: login.to_owned() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn register() -> Register {
        let (key, _) = jiefen_platform::keys::SigningKey::generate().unwrap();
        let today = date(2026, 3, 11);
        let registry = "640122.registry".parse().unwrap();
        jiefen_registry::shipped(today, &key, registry).unwrap().bundle.register(today)
    }

    #[test]
    fn a_unit_is_found_by_its_code_or_by_a_part_of_its_name() {
        let register = register();
        let centre = unit(&register, "金贵镇综治中心").unwrap();
        assert_eq!(centre.agency.to_string(), "640122101.centre");
        assert_eq!(unit(&register, "640122101.centre").unwrap(), centre);
        let several = unit(&register, "综治中心").unwrap_err();
        assert!(several.contains("640122.centre"), "{several}");
        assert!(unit(&register, "月球").unwrap_err().contains("没有找到"));
        assert!(unit(&register, "").is_err());
    }

    #[test]
    fn what_cannot_be_used_is_said_with_what_would_be_right() {
        assert!(database("mysql://x").unwrap_err().contains("postgres://"));
        assert!(database("sqlite:///srv/a.db").is_ok());
        assert!(bus("http://hub").unwrap_err().contains("nats://"));
        assert!(bus("tls://hub:4222").is_ok());
        assert_eq!(listen("8090").unwrap(), "127.0.0.1:8090".parse().unwrap());
        assert!(listen("here").unwrap_err().contains("127.0.0.1"));
        assert!(person("张敏").is_err() && person("张敏 Zhang").is_err());
        assert_eq!(person(" 张敏  zhangmin ").unwrap().login, "zhangmin");
        assert_eq!(given_folder(NONE).unwrap(), None);
        assert!(given_folder("/nowhere/at/all").is_err());
    }
}
