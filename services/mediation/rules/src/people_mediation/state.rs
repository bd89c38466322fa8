//! What is known of one people's mediation.

use jiefen_procedure::{Brief, Consent};
use jiefen_vocab::{DisputeKind, Outcome};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::slots::Offered;
use crate::agreement::{Agreement, Draft};
use crate::session::{Held, Planned};
use jiefen_procedure::term::Term;

/// One people's mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// How it came here.
    pub by: Beginning,
    /// When it came here.
    pub opened_on: Date,
    /// Every word of a party on this mediation, in order.
    pub consents: Vec<Consent>,
    /// The mediator in charge; none after an objection, until another is chosen.
    pub mediator: Option<String>,
    /// Mediators whom a party did not accept.
    pub not_accepted: Vec<String>,
    /// When it was accepted.
    pub accepted_on: Option<Date>,
    /// The term, once accepted.
    pub term: Option<Term>,
    /// The session that is set.
    pub planned: Option<Planned>,
    /// The times that the parties choose from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slots: Option<Offered>,
    /// The sessions held.
    pub sessions: Vec<Held>,
    /// How often a text was put before the parties.
    #[serde(default)]
    pub edition: u32,
    /// The text that the last one replaced, with the confirmations that fell away with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Box<Replaced>>,
    /// Where it stands.
    pub stage: Stage,
}

/// A text that is before the parties no more: whoever confirmed it has to confirm the new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The text.
    pub draft: Draft,
    /// The parties who had confirmed it.
    pub confirmed: Vec<u32>,
}

/// Where a people's mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 征求意见: the parties are asked (人民调解法 17).
    ConsentAsked,
    /// 调解中: accepted, sessions are held.
    Mediating,
    /// 协议待签: a text is before the parties.
    Drafted {
        /// The text.
        draft: Draft,
        /// The parties who confirmed exactly this text.
        confirmed: Vec<u32>,
        /// Who has signed.
        signed: Vec<Signature>,
    },
    /// 协议生效: being performed.
    InForce {
        /// The agreement.
        agreement: Agreement,
    },
    /// 协议违约: something owed was not done.
    Breached {
        /// The agreement.
        agreement: Agreement,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
        /// The agreement, when there was one.
        agreement: Option<Agreement>,
    },
}

/// How a people's mediation began (人民调解法 17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Beginning {
    /// 当事人申请
    Application {
        /// The party that applied.
        party: u32,
    },
    /// 主动调解
    OwnInitiative,
    /// 其他单位移交
    HandOff,
}

/// How a people's mediation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 一方明确拒绝，未开始（T-B-01）
    PartyRefused {
        /// Who refused.
        party: u32,
    },
    /// 不予受理
    Declined {
        /// On which ground.
        ground: Decline,
    },
    /// 申请人撤回
    Withdrawn {
        /// Who withdrew.
        party: u32,
    },
    /// 撤回同意（人民调解法 23）
    ConsentWithdrawn {
        /// Who withdrew consent.
        party: u32,
    },
    /// 调解不成（人民调解法 26）
    Failed,
    /// 期限届满（T-B-02）
    TermOver,
    /// 期限届满视为调解不成（T-P-01）
    DeemedFailed,
    /// 发现危险并已报告（T-B-07）
    Danger,
    /// 涉嫌虚假调解（T-C-14）
    Sham,
    /// 人民法院已经受理（T-P-03）
    SuitAccepted,
    /// 协议全部履行
    Performed,
    /// 协议未履行，已告知途径
    Unperformed,
}

/// Why a committee does not accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decline {
    /// 不属于民间纠纷
    NotCivil,
    /// 法律规定只能由专门机关处理
    OtherBodyOnly,
    /// 人民法院、其他调解机构已经受理
    HandledElsewhere,
    /// 不适宜调解
    NotMediable,
}

/// What a mediator may find that must be reported at once (T-B-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Danger {
    /// 可能引起治安案件
    PublicOrder,
    /// 可能引起刑事案件
    Crime,
    /// 家庭暴力
    DomesticViolence,
    /// 侵害未成年人
    HarmToMinor,
}

/// Who signs an agreement (T-B-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "signer", rename_all = "snake_case")]
pub enum Signer {
    /// 当事人签名、盖章或者按指印
    Party {
        /// The party.
        no: u32,
    },
    /// 调解员签名
    Mediator,
    /// 加盖调解委员会印章
    Seal,
}

/// A signature or the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Whose.
    pub signer: Signer,
    /// When.
    pub on: Date,
}

/// What the mediator checked before accepting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Checks {
    /// The parties were told their rights and duties (人民调解法 23、24).
    pub rights_told: bool,
    /// Medical: the hospital's notices on routes, sealing and autopsy are on file (医疗纠纷条例 23).
    pub hospital_notices: bool,
    /// No suit or other exclusive mediation is under way (T-P-03).
    pub not_handled_elsewhere: bool,
    /// Safety was looked at; needed when the dispute carries a safety alert (T-R-02).
    pub safety_cleared: bool,
}

impl Beginning {
    /// True when it began on this party's application.
    pub fn is_of(self, applicant: u32) -> bool {
        match self {
            Beginning::Application { party } => party == applicant,
            Beginning::OwnInitiative | Beginning::HandOff => false,
        }
    }
}

impl State {
    /// The party's latest word on this mediation.
    pub fn consent_of(&self, party: u32) -> Option<&Consent> {
        self.consents.iter().rev().find(|consent| consent.party == party)
    }

    /// The first party without live consent (I5).
    pub fn without_consent(&self) -> Option<u32> {
        let live = |no: u32| self.consent_of(no).is_some_and(|consent| consent.given);
        self.brief.parties.iter().map(|party| party.no).find(|no| !live(*no))
    }

    /// How it ended, for the agency that handed the dispute over; none while it goes on without
    /// result.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::ConsentAsked | Stage::Mediating | Stage::Drafted { .. } => None,
            Stage::InForce { .. } | Stage::Breached { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(ending.outcome()),
        }
    }

    /// The agreement, once in force.
    pub fn agreement(&self) -> Option<&Agreement> {
        match &self.stage {
            Stage::ConsentAsked | Stage::Mediating | Stage::Drafted { .. } => None,
            Stage::InForce { agreement } | Stage::Breached { agreement } => Some(agreement),
            Stage::Ended { agreement, .. } => agreement.as_ref(),
        }
    }
}

impl Ending {
    /// The outcome to report.
    pub fn outcome(self) -> Outcome {
        match self {
            Ending::PartyRefused { .. } | Ending::Declined { .. } => Outcome::Refused,
            Ending::Withdrawn { .. } | Ending::ConsentWithdrawn { .. } => Outcome::Withdrawn,
            Ending::Failed
            | Ending::TermOver
            | Ending::DeemedFailed
            | Ending::Sham
            | Ending::Unperformed => Outcome::Failed,
            Ending::Danger | Ending::SuitAccepted => Outcome::Transferred,
            Ending::Performed => Outcome::Performed,
        }
    }
}

/// The rule of the mediation's length: medical 30 working days (T-P-01), labour 15 days from the
/// application (T-H-01), else one month (T-B-02).
pub fn length_rule(kind: DisputeKind) -> &'static str {
    match kind {
        DisputeKind::Medical => "T-P-01",
        DisputeKind::Labour => "T-H-01",
        DisputeKind::MarriageFamily
        | DisputeKind::Neighbour
        | DisputeKind::HousingHomestead
        | DisputeKind::ContractDebt
        | DisputeKind::ProductionBusiness
        | DisputeKind::TortDamages
        | DisputeKind::LandContracting
        | DisputeKind::LandExpropriation
        | DisputeKind::Environment
        | DisputeKind::PropertyManagement
        | DisputeKind::Consumer
        | DisputeKind::Traffic
        | DisputeKind::Campus
        | DisputeKind::Finance
        | DisputeKind::Ip
        | DisputeKind::Administrative
        | DisputeKind::Other => "T-B-02",
    }
}
