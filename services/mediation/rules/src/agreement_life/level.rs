//! Who makes an agreement, what force it has, and how it may be strengthened.

use jiefen_vocab::DisputeKind;
use serde::{Deserialize, Serialize};

use super::LabourItems;
use crate::agreement::{Draft, Force, Window};

/// Who mediates labour disputes (劳动争议调解仲裁法 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabourBody {
    /// 企业劳动争议调解委员会
    Enterprise,
    /// 依法设立的基层人民调解组织
    PeopleCommittee,
    /// 乡镇、街道设立的具有劳动争议调解职能的组织
    Town,
}

/// The items that open a payment order on a labour agreement (劳动争议调解仲裁法 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabourItem {
    /// 拖欠劳动报酬
    Wages,
    /// 工伤医疗费
    InjuryMedical,
    /// 经济补偿
    Severance,
    /// 赔偿金
    Damages,
}

/// Who made an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Maker {
    /// 人民调解委员会
    People,
    /// 行业性、专业性调解组织
    Industry,
    /// 法院立案前委派的调解组织
    Delegated,
    /// 行政机关（行政调解、联合调解）
    Agency,
    /// 村民委员会、乡镇人民政府（土地承包）
    RuralLand,
    /// 当事人自行协商
    Negotiation,
    /// 劳动争议调解组织
    Labour {
        /// Which body.
        body: LabourBody,
        /// What it is about, of the items of 劳动争议调解仲裁法 16.
        items: LabourItems,
        /// True: nothing else than those items is settled.
        only: bool,
    },
    /// 公安机关治安调解
    PublicOrder,
    /// 人民法院调解书
    Court,
    /// 仲裁调解书
    Arbitration,
    /// 行政复议调解书
    Reconsideration,
}

/// What force an agreement has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 合同效力
    Contract,
    /// 劳动争议调解协议
    LabourAgreement,
    /// 治安调解协议
    PublicOrder,
    /// 经公证赋予强制执行效力
    Notarised,
    /// 仲裁调解书
    ArbitralStatement,
    /// 经司法确认
    Confirmed,
    /// 人民法院调解书
    CourtStatement,
    /// 行政复议调解书
    ReconsiderationStatement,
}

/// How an agreement may be strengthened on application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// 司法确认
    Court,
    /// 仲裁审查
    Arbitral,
    /// 公证
    Notary,
}

impl Maker {
    /// The force of what it makes.
    pub fn level(&self) -> Level {
        match self {
            Maker::People
            | Maker::Industry
            | Maker::Delegated
            | Maker::Agency
            | Maker::RuralLand
            | Maker::Negotiation => Level::Contract,
            Maker::Labour { .. } => Level::LabourAgreement,
            Maker::PublicOrder => Level::PublicOrder,
            Maker::Court => Level::CourtStatement,
            Maker::Arbitration => Level::ArbitralStatement,
            Maker::Reconsideration => Level::ReconsiderationStatement,
        }
    }

    /// True when a mediator signs and a seal is set beside the parties' signatures.
    pub fn mediates(&self) -> bool {
        *self != Maker::Negotiation
    }

    /// The windows that open with its agreement and run together: confirmation only of what a
    /// lawfully established mediation organisation made (民事诉讼法 205) and never of status, title or IP
    /// ownership (T-D-06); a labour body's is open to arbitral review (T-H-02), and to confirmation of
    /// its money items when a people's mediation committee made it (T-H-04).
    pub fn windows(&self, lawful: bool, kind: DisputeKind, draft: &Draft) -> Vec<Window> {
        let kind = match self {
            Maker::Labour { .. } => DisputeKind::Labour,
            Maker::People
            | Maker::Industry
            | Maker::Delegated
            | Maker::Agency
            | Maker::RuralLand
            | Maker::Negotiation
            | Maker::PublicOrder
            | Maker::Court
            | Maker::Arbitration
            | Maker::Reconsideration => kind,
        };
        let mut windows = draft.windows(kind);
        windows.retain(|window| match (self, window) {
            (Maker::Labour { .. }, Window::ArbitralReview) => true,
            (Maker::Labour { body, .. }, Window::LabourConfirmation) => {
                *body == LabourBody::PeopleCommittee && lawful
            }
            (
                Maker::People
                | Maker::Industry
                | Maker::Delegated
                | Maker::Agency
                | Maker::RuralLand,
                Window::Confirmation,
            ) => lawful,
            (
                Maker::Negotiation
                | Maker::PublicOrder
                | Maker::Court
                | Maker::Arbitration
                | Maker::Reconsideration
                | Maker::People
                | Maker::Industry
                | Maker::Delegated
                | Maker::Agency
                | Maker::RuralLand,
                Window::ArbitralReview | Window::LabourConfirmation,
            )
            | (
                Maker::Negotiation
                | Maker::PublicOrder
                | Maker::Court
                | Maker::Arbitration
                | Maker::Reconsideration
                | Maker::Labour { .. },
                Window::Confirmation,
            ) => false,
        });
        windows
    }
}

impl Level {
    /// The code in [`jiefen_procedure::Papers::effect`].
    pub fn code(self) -> &'static str {
        match self {
            Level::Contract => "contract",
            Level::LabourAgreement => "labour_agreement",
            Level::PublicOrder => "public_order",
            Level::Confirmed => "confirmed",
            Level::Notarised => "notarised",
            Level::ArbitralStatement | Level::CourtStatement | Level::ReconsiderationStatement => {
                "statement"
            }
        }
    }

    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            Level::Contract => "合同效力",
            Level::LabourAgreement => "劳动争议调解协议",
            Level::PublicOrder => "治安调解协议",
            Level::Notarised => "经公证赋予强制执行效力",
            Level::ArbitralStatement => "仲裁调解书",
            Level::Confirmed => "经司法确认",
            Level::CourtStatement => "人民法院调解书",
            Level::ReconsiderationStatement => "行政复议调解书",
        }
    }

    /// The limit within which enforcement is applied for; none: it is no title for enforcement.
    pub fn enforcement(self) -> Option<&'static str> {
        match self {
            Level::Contract | Level::LabourAgreement | Level::PublicOrder => None,
            Level::Notarised => Some("T-G-04"),
            Level::Confirmed => Some("T-D-10"),
            Level::ArbitralStatement | Level::CourtStatement | Level::ReconsiderationStatement => {
                Some("T-D-10.statement")
            }
        }
    }

    /// The force as a people's mediation knows it.
    pub(super) fn force(self) -> Force {
        match self {
            Level::Contract | Level::LabourAgreement | Level::PublicOrder => Force::Contract,
            Level::Notarised => Force::Notarised,
            Level::ArbitralStatement => Force::ArbitralStatement,
            Level::Confirmed | Level::CourtStatement | Level::ReconsiderationStatement => {
                Force::Confirmed
            }
        }
    }
}

impl Way {
    /// The force that it gives.
    pub fn level(self) -> Level {
        match self {
            Way::Court => Level::Confirmed,
            Way::Arbitral => Level::ArbitralStatement,
            Way::Notary => Level::Notarised,
        }
    }

    /// The clock key of its window; the notary has none.
    pub fn window(self) -> Option<&'static str> {
        match self {
            Way::Court => Some("confirm"),
            Way::Arbitral => Some("arbitral_review"),
            Way::Notary => None,
        }
    }

    /// The body's limits: to accept, and to answer.
    pub fn limits(self) -> (&'static str, &'static str) {
        match self {
            Way::Court => ("T-D-03", "T-D-04"),
            Way::Arbitral => ("T-H-06", "T-H-03"),
            Way::Notary => ("T-G-03", "T-G-03"),
        }
    }

    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            Way::Court => "司法确认",
            Way::Arbitral => "仲裁审查",
            Way::Notary => "公证",
        }
    }
}
