//! What the registry knows of a unit: kind, posts, power-and-duty list, keys.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use jiefen_vocab::{Agency, DisputeKind, Moment, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::membership::Membership;

/// What kind of body a unit is (plan 头, 三; C-002).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 党的机关
    PartyOrgan,
    /// 政府或者政府工作部门
    Government,
    /// 综治中心
    Centre,
    /// 法院
    Court,
    /// 检察院
    Procuratorate,
    /// 仲裁机构
    Arbitration,
    /// 行政复议机关
    Reconsideration,
    /// 调解组织
    Mediation,
    /// 乡镇、街道、场
    Township,
    /// 村（居）民委员会
    Village,
    /// 群团组织
    MassOrganisation,
    /// 人大、政协
    Congress,
    /// 园区管委会
    Park,
    /// 企事业单位
    Institution,
    /// 上级驻县单位、上级部门的派出机构
    Stationed,
    /// 议事协调机构、联动机制
    CoordinationBody,
}

impl UnitKind {
    /// The code that stands in files and signed bytes.
    pub const fn code(self) -> &'static str {
        match self {
            UnitKind::PartyOrgan => "party_organ",
            UnitKind::Government => "government",
            UnitKind::Centre => "centre",
            UnitKind::Court => "court",
            UnitKind::Procuratorate => "procuratorate",
            UnitKind::Arbitration => "arbitration",
            UnitKind::Reconsideration => "reconsideration",
            UnitKind::Mediation => "mediation",
            UnitKind::Township => "township",
            UnitKind::Village => "village",
            UnitKind::MassOrganisation => "mass_organisation",
            UnitKind::Congress => "congress",
            UnitKind::Park => "park",
            UnitKind::Institution => "institution",
            UnitKind::Stationed => "stationed",
            UnitKind::CoordinationBody => "coordination_body",
        }
    }
}

/// One of the two trees that the registry keeps apart (plan oddity 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tree {
    /// 属地：哪个综治中心在上
    Territorial,
    /// 隶属：哪个机关是主管上级
    Authority,
}

/// What a unit may do with a matter of its power-and-duty list (C-009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// 受理登记、确定责任单位
    Designate,
    /// 调解
    Mediate,
    /// 裁决、决定
    Decide,
    /// 指导
    Guide,
    /// 协助、参与
    Assist,
}

impl Power {
    /// The code that stands in files and signed bytes.
    pub const fn code(self) -> &'static str {
        match self {
            Power::Designate => "designate",
            Power::Mediate => "mediate",
            Power::Decide => "decide",
            Power::Guide => "guide",
            Power::Assist => "assist",
        }
    }

    /// Those who settle a dispute come before those who send it on, guide or help.
    pub const fn rank(self) -> u8 {
        match self {
            Power::Decide => 0,
            Power::Mediate => 1,
            Power::Designate => 2,
            Power::Guide => 3,
            Power::Assist => 4,
        }
    }
}

/// An entry of the power-and-duty list 权责清单.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The kinds of dispute; empty: every kind.
    #[serde(default)]
    pub kinds: BTreeSet<DisputeKind>,
    /// The tracks.
    pub tracks: BTreeSet<TrackKind>,
    /// What the unit may do there.
    pub power: Power,
    /// The clause that says so: `四(三)9`.
    pub clause: String,
}

impl Duty {
    /// True when the entry covers a dispute of this kind on this track.
    pub fn covers(&self, kind: DisputeKind, track: TrackKind) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&kind)) && self.tracks.contains(&track)
    }
}

/// A post of the unit; the person who holds it is known to the unit, not to the registry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// The post's code within the unit: `director`.
    pub code: String,
    /// Its Chinese name.
    pub name: String,
    /// The role in which its holder acts.
    pub role: Role,
}

/// What is written about a unit. A new version replaces the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What it is.
    pub kind: UnitKind,
    /// Its full Chinese name.
    pub name: String,
    /// Its posts.
    pub posts: Vec<Post>,
    /// Its power-and-duty list.
    pub duties: Vec<Duty>,
    /// The unit whose node answers for it while it has none of its own (light seat, C-028).
    pub served_by: Option<Agency>,
    /// The document that founds it.
    pub source: String,
    /// The first day of its validity.
    pub valid_from: Date,
    /// The last day of its validity, when one is set.
    pub valid_to: Option<Date>,
    /// Names under which rules mean it beside its code: `county_zz`.
    #[serde(default)]
    pub also: BTreeSet<String>,
    /// Where people reach it by telephone, when it is known: for the public, no person's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where people find it, when it is known: the address of its house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Its members, when it is a body.
    #[serde(default)]
    pub membership: Option<Membership>,
}

impl Profile {
    /// The part of the power-and-duty list that covers a dispute of this kind on this track, the strongest power
    /// first.
    pub fn duty(&self, kind: DisputeKind, track: TrackKind) -> Option<&Duty> {
        let covering = self.duties.iter().filter(|duty| duty.covers(kind, track));
        covering.min_by_key(|duty| duty.power.rank())
    }
}

/// A node's Ed25519 public key, 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NodeKey(String);

/// Why a text is not a public key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "公钥应为64位小写十六进制数字（Ed25519） (a public key is 64 lower-case hexadecimal digits)"
)]
pub struct BadKey;

impl NodeKey {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for NodeKey {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<NodeKey, BadKey> {
        let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        // The all-zero key is a point of small order: everybody can sign for it.
        let weak = text.bytes().all(|byte| byte == b'0');
        if text.len() == 64 && text.bytes().all(digit) && !weak {
            Ok(NodeKey(text.to_owned()))
        } else {
            Err(BadKey)
        }
    }
}

impl TryFrom<String> for NodeKey {
    type Error = BadKey;

    fn try_from(text: String) -> Result<NodeKey, BadKey> {
        text.parse()
    }
}

impl From<NodeKey> for String {
    fn from(key: NodeKey) -> String {
        key.0
    }
}

impl fmt::Display for NodeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A key and when it signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// The public key.
    pub key: NodeKey,
    /// From this moment.
    pub from: Moment,
    /// Up to but not at this moment; none: until further notice.
    pub to: Option<Moment>,
}

/// A unit's node in the mesh.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Every key it has ever had, oldest first: an old event stays checkable.
    pub keys: Vec<Key>,
    /// Where it is reached.
    pub endpoints: Vec<String>,
    /// The day of its admission.
    pub since: Date,
}

impl Node {
    /// The key that signed at a moment.
    pub fn key_at(&self, at: Moment) -> Option<&NodeKey> {
        let valid = |key: &&Key| key.from <= at && key.to.is_none_or(|to| at < to);
        self.keys.iter().rev().find(valid).map(|key| &key.key)
    }
}
