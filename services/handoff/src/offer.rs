//! What an offer says: how the dispute is handed over, until when, and what the receiver may answer.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use jiefen_vocab::{Agency, FactId, Moment};

use crate::Epoch;

/// How a dispute is handed over (case-lifecycle §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// 移送、交办: the receiver keeps it; its result is reported as information.
    Transfer,
    /// 委派、委托: on the result it comes back to the sender.
    Delegate,
    /// 协办: the receiver helps with a task; custody does not move.
    Assist,
    /// 牵头: the receiver keeps it and answers for the co-units, which get tasks.
    Lead,
    /// 上报: to a superior centre, which cannot decline.
    Escalate,
    /// 回转: a delegated dispute comes back. Made by the protocol, never chosen.
    Return,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 6] =
        [Mode::Transfer, Mode::Delegate, Mode::Assist, Mode::Lead, Mode::Escalate, Mode::Return];

    /// The code that stands in files and on the bus.
    pub const fn code(self) -> &'static str {
        match self {
            Mode::Transfer => "transfer",
            Mode::Delegate => "delegate",
            Mode::Assist => "assist",
            Mode::Lead => "lead",
            Mode::Escalate => "escalate",
            Mode::Return => "return",
        }
    }

    /// The Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Mode::Transfer => "移送交办",
            Mode::Delegate => "委派委托",
            Mode::Assist => "协办",
            Mode::Lead => "牵头",
            Mode::Escalate => "上报",
            Mode::Return => "办结回转",
        }
    }
}

/// Whether the receiver may say no.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// An ordinary offer: accept or decline.
    #[default]
    Free,
    /// Designated by the centre: accept, or object once.
    Designated,
    /// A designation confirmed after an objection: final.
    Final,
}

/// Why a unit declines, objects or gives back: a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 不属于本单位职责
    NotCompetent,
    /// 不属于本单位辖区
    WrongRegion,
    /// 已有单位受理
    AlreadyInHand,
    /// 依法不得受理
    ExcludedByLaw,
    /// 当事人不同意
    NoConsent,
    /// 材料不全
    Incomplete,
    /// 应当回避
    ConflictOfInterest,
    /// 未能化解
    Unresolved,
}

impl Ground {
    /// Every ground.
    pub const ALL: [Ground; 8] = [
        Ground::NotCompetent,
        Ground::WrongRegion,
        Ground::AlreadyInHand,
        Ground::ExcludedByLaw,
        Ground::NoConsent,
        Ground::Incomplete,
        Ground::ConflictOfInterest,
        Ground::Unresolved,
    ];

    /// The code that stands in files and on the bus.
    pub const fn code(self) -> &'static str {
        match self {
            Ground::NotCompetent => "not_competent",
            Ground::WrongRegion => "wrong_region",
            Ground::AlreadyInHand => "already_in_hand",
            Ground::ExcludedByLaw => "excluded_by_law",
            Ground::NoConsent => "no_consent",
            Ground::Incomplete => "incomplete",
            Ground::ConflictOfInterest => "conflict_of_interest",
            Ground::Unresolved => "unresolved",
        }
    }

    /// The Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Ground::NotCompetent => "不属于本单位职责",
            Ground::WrongRegion => "不属于本单位辖区",
            Ground::AlreadyInHand => "已有单位受理",
            Ground::ExcludedByLaw => "依法不得受理",
            Ground::NoConsent => "当事人不同意",
            Ground::Incomplete => "材料不全",
            Ground::ConflictOfInterest => "应当回避",
            Ground::Unresolved => "未能化解",
        }
    }

    /// True when the one who says so has to name the competent unit (首问负责制: nobody is sent away
    /// without an address).
    pub const fn names_another(self) -> bool {
        match self {
            Ground::NotCompetent | Ground::WrongRegion | Ground::AlreadyInHand => true,
            Ground::ExcludedByLaw
            | Ground::NoConsent
            | Ground::Incomplete
            | Ground::ConflictOfInterest
            | Ground::Unresolved => false,
        }
    }
}

/// An offer of custody. Legal basis, consents, file manifest, running clocks and requested acts
/// (case-lifecycle §4) stand in the brief, which travels beside the message; here only its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Offer {
    /// Its number.
    #[serde(rename = "e")]
    pub epoch: Epoch,
    /// How the dispute is handed over.
    pub mode: Mode,
    /// Accept or decline by then; none for a return, which is accepted at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    /// The fact that holds the brief.
    pub brief: FactId,
    /// Whether the receiver may say no.
    #[serde(default, skip_serializing_if = "is_free")]
    pub binding: Binding,
    /// Lead only: the units that get tasks from the new holder.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub co_units: BTreeSet<Agency>,
    /// The result is expected by then; for a lead the joint deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_due: Option<Moment>,
    /// How often the dispute was declined so far, so that the next holder goes on counting.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub declines: u8,
    /// Return only: given back unfinished, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
}

impl Offer {
    /// A transfer of this number that says nothing else.
    pub(crate) fn blank(epoch: Epoch) -> Offer {
        Offer {
            epoch,
            mode: Mode::Transfer,
            due: None,
            brief: FactId::from_bits(0),
            binding: Binding::Free,
            co_units: BTreeSet::new(),
            result_due: None,
            declines: 0,
            ground: None,
        }
    }
}

fn is_free(binding: &Binding) -> bool {
    *binding == Binding::Free
}

pub(crate) fn is_zero(count: &u8) -> bool {
    *count == 0
}
