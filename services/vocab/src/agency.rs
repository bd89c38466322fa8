//! Agencies by region and code.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Malformed, Region};

const CODE_MAX: usize = 40;

/// The registry's lower-case code of an agency: `court`, `centre`, `justice`. At most 40 letters,
/// digits and underscores, so that it stands in bus subjects as it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AgencyCode {
    bytes: [u8; CODE_MAX],
    length: u8,
}

impl AgencyCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or("")
    }
}

impl FromStr for AgencyCode {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<AgencyCode, Malformed> {
        let lawful = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if text.is_empty() || text.len() > CODE_MAX || !text.bytes().all(lawful) {
            return Err(Malformed {
                what: "单位代码",
                what_en: "agency code",
                given: Malformed::clip(text),
                problem_zh: "不合规定",
                problem_en: "is not lawful",
                right_zh: "应为1至40位小写字母、数字或下划线，如 court",
                right_en: "1 to 40 lower-case letters, digits or underscores, such as court",
            });
        }
        let mut bytes = [0; CODE_MAX];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(AgencyCode { bytes, length: text.len() as u8 })
    }
}

impl fmt::Display for AgencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AgencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An agency of the mesh: one unit of one region, written `640122.court`. It signs with its own key
/// and holds disputes in its own database.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Agency {
    /// The region whose unit it is.
    pub region: Region,
    /// Its code in the registry.
    pub code: AgencyCode,
}

impl Agency {
    /// The source path of its events (`ce-source`): `/nodes/640122/court`.
    pub fn source(&self) -> String {
        format!("/nodes/{}/{}", self.region, self.code)
    }
}

impl FromStr for Agency {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Agency, Malformed> {
        let (region, code) = text.split_once('.').ok_or_else(|| Malformed {
            what: "单位",
            what_en: "agency",
            given: Malformed::clip(text),
            problem_zh: "缺少区划代码",
            problem_en: "has no region",
            right_zh: "应为“区划代码.单位代码”，如 640122.court",
            right_en: "region.code, such as 640122.court",
        })?;
        Ok(Agency { region: region.parse()?, code: code.parse()? })
    }
}

impl fmt::Display for Agency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.region, self.code)
    }
}

impl fmt::Debug for Agency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

macro_rules! text_serde {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}
text_serde!(Agency, AgencyCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_reads_back_from_its_text() {
        let court: Agency = "640122.court".parse().unwrap();
        assert_eq!(court.to_string(), "640122.court");
        assert_eq!(court.source(), "/nodes/640122/court");
        assert_eq!(serde_json::to_string(&court).unwrap(), "\"640122.court\"");
    }

    #[test]
    fn wrong_agencies_are_refused() {
        for text in ["court", "640122.", "640122.Court", "640122.a.b", "64.court"] {
            assert!(text.parse::<Agency>().is_err(), "{text}");
        }
    }
}
