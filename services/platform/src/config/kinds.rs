//! The kinds of value that keys take.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use jiefen_vocab::Agency;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An area of work, that is a service: what `--role` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// 登记
    Registry,
    /// 受理
    Intake,
    /// 调解
    Mediation,
    /// 审判
    Court,
    /// 仲裁
    Arbitration,
    /// 信访
    Petition,
    /// 行政争议
    Administrative,
    /// 考核
    Assessment,
    /// 协调
    Coordination,
}

impl Area {
    /// Every area, in order.
    pub const ALL: [Area; 9] = [
        Area::Registry,
        Area::Intake,
        Area::Mediation,
        Area::Court,
        Area::Arbitration,
        Area::Petition,
        Area::Administrative,
        Area::Assessment,
        Area::Coordination,
    ];

    /// Its name in configuration, on the command line and in packages.
    pub const fn code(self) -> &'static str {
        match self {
            Area::Registry => "registry",
            Area::Intake => "intake",
            Area::Mediation => "mediation",
            Area::Court => "court",
            Area::Arbitration => "arbitration",
            Area::Petition => "petition",
            Area::Administrative => "administrative",
            Area::Assessment => "assessment",
            Area::Coordination => "coordination",
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A name that is no area.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "没有「{0}」这个业务，应为 registry、intake、mediation、court、arbitration、petition、administrative、assessment、coordination 之一 (no such area)"
)]
pub struct UnknownArea(pub String);

impl FromStr for Area {
    type Err = UnknownArea;

    fn from_str(text: &str) -> Result<Area, UnknownArea> {
        Area::ALL
            .into_iter()
            .find(|area| area.code() == text)
            .ok_or_else(|| UnknownArea(text.chars().take(40).collect()))
    }
}

impl Serialize for Area {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Area {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Area, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// One JSON object a line, for machines.
    #[default]
    Json,
    /// Plain lines, for people.
    Text,
}

/// A value that no print-out shows.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

/// What stands for a secret in every print-out.
pub(super) const MASK: &str = "••••••";

impl Secret {
    /// Keeps a secret.
    pub fn new(value: impl Into<String>) -> Secret {
        Secret(value.into())
    }

    /// The secret itself, for the one place that uses it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl Serialize for Secret {
    /// Masked: a configuration is serialised only to be shown.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(MASK)
    }
}

/// A list of agencies: an array in the file, `640122.centre,640122.court` in one variable or flag.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Agencies(pub Vec<Agency>);

impl Deref for Agencies {
    type Target = [Agency];

    fn deref(&self) -> &[Agency] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Agencies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Agencies, D::Error> {
        deserializer.deserialize_any(AgenciesVisitor)
    }
}

struct AgenciesVisitor;

impl<'de> Visitor<'de> for AgenciesVisitor {
    type Value = Agencies;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of agencies such as [\"640122.centre\"]")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Agencies, E> {
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().map_err(E::custom))
            .collect::<Result<_, _>>()
            .map(Agencies)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Agencies, A::Error> {
        let mut agencies = Vec::new();
        while let Some(text) = list.next_element::<String>()? {
            agencies.push(text.parse().map_err(serde::de::Error::custom)?);
        }
        Ok(Agencies(agencies))
    }
}
