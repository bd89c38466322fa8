//! What the court knows of one case, from the complaint to its end.

use jiefen_procedure::Brief;
use jiefen_vocab::{Agency, Outcome};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::kinds::{Elsewhere, Measure, MediationResult, RefusalGround, Service, Track};
use jiefen_procedure::term::Term;

/// One case of the court's filing and first instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The number of the dated receipt (T-E-01).
    pub receipt: String,
    /// The day the complaint was received.
    pub received_on: Date,
    /// The plaintiff's party number.
    pub plaintiff: u32,
    /// True once the one list of what is missing was given.
    pub listed: bool,
    /// The case number, once given.
    pub case_no: Option<String>,
    /// The day of filing, from which every trial limit runs.
    pub filed_on: Option<Date>,
    /// The judge's staff id, once named.
    pub judge: Option<String>,
    /// Mediators of this case, who may take no other part in it (T-C-13).
    pub barred: Vec<String>,
    /// Where the fee stands.
    pub fee: Fee,
    /// The procedure chosen.
    pub track: Option<Track>,
    /// By what it was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// The trial limit, once filed.
    pub trial: Option<Term>,
    /// What the court's mediation by others came to; none when it was not tried.
    pub mediated: Option<MediationResult>,
    /// The day of the hearing.
    pub hearing_on: Option<Date>,
    /// The plaintiff asked for withdrawal on this day; the court has not answered.
    pub withdrawal_asked: Option<Date>,
    /// Proofs of service.
    pub served: Vec<Service>,
    /// The defences received.
    pub defences: Vec<Receipt>,
    /// Where the case stands.
    pub stage: Stage,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 已收起诉材料，待立案决定.
    Received {
        /// The day from which the 7 days run: receipt, corrected papers, or return from delegated
        /// mediation.
        since: Date,
    },
    /// 待补正: one written list of what is missing was given.
    Correcting {
        /// What is missing.
        missing: Vec<String>,
        /// When the list was given.
        on: Date,
    },
    /// 立案前委派调解中 (only complaints before 2025, T-C-05).
    Delegated {
        /// The body and its term.
        errand: Errand,
    },
    /// 裁定不予受理，上诉期内.
    Refused {
        /// The ground.
        ground: RefusalGround,
        /// The day of the ruling.
        on: Date,
        /// When the plaintiff received it.
        served_on: Option<Date>,
    },
    /// 不予受理裁定上诉中.
    RefusalAppealed {
        /// When the appeal was made.
        on: Date,
    },
    /// 已立案，待分流.
    Filed,
    /// 已通知交费.
    FeeDue {
        /// When the plaintiff received the notice.
        on: Date,
    },
    /// 委托调解中.
    Entrusted {
        /// The body and its term.
        errand: Errand,
    },
    /// 审理中.
    OnTrial,
    /// 调解书待送达.
    StatementMade {
        /// When it was made.
        on: Date,
        /// The parties who have signed for it.
        received: Vec<u32>,
    },
    /// 已判决.
    Judged {
        /// When.
        on: Date,
        /// True in small claims: one instance (T-E-06).
        finally: bool,
        /// Each party's receipt.
        received: Vec<Receipt>,
        /// The parties whose time for appeal has passed.
        passed: Vec<u32>,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// A party and a day: its receipt of a judgment, or the day its defence came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The party.
    pub party: u32,
    /// When.
    pub on: Date,
}

/// A case that is out for mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// The mediating body.
    pub body: Agency,
    /// The rule of its length: T-C-02, T-C-03 or T-C-05.
    pub rule: String,
    /// When it was sent.
    pub sent_on: Date,
    /// The term, once the mediator has signed for the file.
    pub term: Option<Term>,
}

/// Where the fee stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fee", rename_all = "snake_case")]
pub enum Fee {
    /// 未通知
    NotAsked,
    /// 已通知
    Asked,
    /// 已交
    Paid {
        /// When.
        on: Date,
    },
    /// 准许缓交、减交、免交
    Relieved {
        /// When.
        on: Date,
    },
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 逾期未补正，退回诉状
    PapersReturned,
    /// 不予受理，裁定生效
    RefusalFinal,
    /// 委派调解达成协议，不再立案
    SettledBeforeFiling,
    /// 起诉人撤回起诉（立案前）
    ComplaintWithdrawn,
    /// 准许撤诉
    Withdrawn,
    /// 未交费，按撤诉处理
    DeemedWithdrawn,
    /// 调解书生效
    Statement,
    /// 以其他方式结案（T-C-04）
    ClosedOtherwise,
    /// 判决生效
    Final,
    /// 上诉，移送上级人民法院
    Appealed,
    /// 转入其他程序或者移送
    Transferred {
        /// Whither.
        to: Elsewhere,
    },
}

impl Ending {
    /// The outcome to report.
    pub fn outcome(self) -> Outcome {
        match self {
            Ending::PapersReturned | Ending::RefusalFinal => Outcome::Refused,
            Ending::SettledBeforeFiling | Ending::Statement => Outcome::Agreed,
            Ending::ClosedOtherwise => Outcome::Performed,
            Ending::ComplaintWithdrawn | Ending::Withdrawn | Ending::DeemedWithdrawn => {
                Outcome::Withdrawn
            }
            Ending::Final => Outcome::Decided,
            Ending::Appealed | Ending::Transferred { .. } => Outcome::Transferred,
        }
    }
}

impl State {
    /// How the case ended; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Received { .. }
            | Stage::Correcting { .. }
            | Stage::Delegated { .. }
            | Stage::Refused { .. }
            | Stage::RefusalAppealed { .. }
            | Stage::Filed
            | Stage::FeeDue { .. }
            | Stage::Entrusted { .. }
            | Stage::OnTrial
            | Stage::StatementMade { .. } => None,
            Stage::Judged { .. } => Some(Outcome::Decided),
            Stage::Ended { ending, .. } => Some(ending.outcome()),
        }
    }

    /// True when the fee is paid or relieved.
    pub fn fee_settled(&self) -> bool {
        match self.fee {
            Fee::NotAsked | Fee::Asked => false,
            Fee::Paid { .. } | Fee::Relieved { .. } => true,
        }
    }
}
