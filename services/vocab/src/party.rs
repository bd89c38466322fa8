//! The parties of a dispute.

use serde::{Deserialize, Serialize};

use crate::{Particulars, Private};

/// What a party is in the dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// 申请人
    Applicant,
    /// 被申请人
    Respondent,
    /// 第三人
    Third,
}

/// What kind of subject a party is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// 自然人
    Person,
    /// 法人或者非法人组织
    Org,
    /// 群体: many with one claim, who speak through representatives.
    Group,
}

/// A party of a dispute. The number, counted from 1 within the dispute, is how every event names the
/// party; the name stays with the agencies that handle the dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its number within the dispute, from 1.
    pub no: u32,
    /// Its name.
    pub name: Private<String>,
    /// Its place in the dispute.
    pub role: PartyRole,
    /// Person, organisation or group.
    pub kind: PartyKind,
    /// Under 18: masked outside the handling panel.
    #[serde(default)]
    pub minor: bool,
    /// Documents, contact, and who acts for it; none: not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<Box<Particulars>>,
}
