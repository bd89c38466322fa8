//! What the court knows of one case, from the complaint to its end.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_vocab::{Agency, Fen, Outcome};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::term::Term;

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
    /// The trial limit, once filed.
    pub trial: Option<Term>,
    /// True once the mediation after or before filing was tried.
    pub mediated: bool,
    /// The day of the hearing.
    pub hearing_on: Option<Date>,
    /// The plaintiff asked for withdrawal on this day; the court has not answered.
    pub withdrawal_asked: Option<Date>,
    /// Proofs of service.
    pub served: Vec<Service>,
    /// Where the case stands.
    pub stage: Stage,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 已收起诉材料，待立案决定.
    Received {
        /// The day from which the 7 days run: receipt, corrected papers, or return from delegated mediation.
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

/// A party's receipt of a judgment.
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

/// The procedure on which a case is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// 小额诉讼程序（2个月，一审终审）
    SmallClaims,
    /// 简易程序（3个月）
    Summary,
    /// 普通程序（6个月）
    Ordinary,
}

impl Track {
    /// The rule of the trial limit.
    pub fn rule(self) -> &'static str {
        match self {
            Track::SmallClaims => "T-E-08",
            Track::Summary => "T-E-10",
            Track::Ordinary => "T-E-11",
        }
    }

    /// By how many months the president may extend, once.
    pub fn extension_months(self) -> u32 {
        match self {
            Track::SmallClaims | Track::Summary => 1,
            Track::Ordinary => 6,
        }
    }

    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            Track::SmallClaims => "小额诉讼程序",
            Track::Summary => "简易程序",
            Track::Ordinary => "普通程序",
        }
    }
}

/// The provincial average wage of a year, by which small claims are measured (T-E-06, T-E-07). County data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AverageWage {
    /// The year of the figure: the one before the year of filing.
    pub year: i16,
    /// The yearly average wage of urban employees of the province.
    pub amount: Fen,
    /// Where it was published.
    pub source: String,
}

/// What keeps a case out of the simpler procedures (民事诉讼法 166；民诉法解释 257).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// 人身关系、财产确权
    StatusOrTitle,
    /// 涉外
    Foreign,
    /// 需要评估、鉴定或者对诉前评估、鉴定结果有异议
    Appraisal,
    /// 一方当事人下落不明
    PartyMissing,
    /// 当事人提出反诉
    Counterclaim,
    /// 当事人一方人数众多
    Numerous,
    /// 发回重审或者适用审判监督程序
    Remanded,
    /// 涉及国家利益、社会公共利益
    PublicInterest,
    /// 第三人起诉请求改变或者撤销生效裁判
    ThirdPartyRevocation,
}

impl Bar {
    /// True when it also keeps the case out of the summary procedure (民诉法解释 257).
    pub fn bars_summary(self) -> bool {
        match self {
            Bar::PartyMissing
            | Bar::Numerous
            | Bar::Remanded
            | Bar::PublicInterest
            | Bar::ThirdPartyRevocation => true,
            Bar::StatusOrTitle | Bar::Foreign | Bar::Appraisal | Bar::Counterclaim => false,
        }
    }
}

/// What the diverter looked at when the procedure was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The amount of the claim; none when money is not asked for.
    pub amount: Option<Fen>,
    /// The claim is for money only.
    pub money_only: bool,
    /// Facts clear, rights and duties clear, dispute not great (民事诉讼法 160).
    pub simple: bool,
    /// What keeps the case out of the simpler procedures.
    pub bars: BTreeSet<Bar>,
    /// The parties who agreed to small claims, or to summary procedure for an ordinary case.
    pub agreed: Vec<u32>,
    /// The wage by which small claims are measured.
    pub wage: AverageWage,
}

/// Time that does not count in the trial limit (T-E-12); each needs proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// 公告
    PublicNotice,
    /// 鉴定
    Appraisal,
    /// 双方当事人和解
    Settlement,
    /// 审理管辖异议、处理管辖争议
    Jurisdiction,
    /// 审计、评估
    Audit,
    /// 中止诉讼
    Suspension,
}

/// Why a complaint is not filed (民事诉讼法 122、127).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalGround {
    /// 不属于人民法院受理民事诉讼的范围
    NotCivilSuit,
    /// 原告与本案没有直接利害关系
    NoInterest,
    /// 没有明确的被告
    NoDefendant,
    /// 没有具体的诉讼请求和事实、理由
    NoClaim,
    /// 依法应当先经仲裁或者其他程序
    OtherProcedureFirst,
    /// 有书面仲裁协议
    ArbitrationAgreed,
    /// 重复起诉
    AlreadySued,
    /// 法定期限内不得起诉
    TooSoon,
}

/// A proof of service (T-A-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// What was served.
    pub document: Document,
    /// On whom.
    pub party: u32,
    /// When it was received.
    pub on: Date,
    /// How: `signed`, `electronic`, `mail`, `left`, `entrusted`.
    pub manner: String,
}

/// What a court serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// 起诉状副本
    Complaint,
    /// 答辩状副本
    Defence,
    /// 开庭传票
    Summons,
    /// 其他诉讼文书
    Other,
}

/// Where a case goes when it leaves this procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Elsewhere {
    /// 转入督促程序（民事诉讼法 136）
    PaymentOrder,
    /// 移送有管辖权的人民法院（民事诉讼法 37）
    OtherCourt {
        /// Which court.
        court: Agency,
    },
}

/// What mediation for the court came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum MediationResult {
    /// 达成协议，请求制作调解书
    AgreedStatement,
    /// 达成协议，申请撤诉
    AgreedWithdrawal,
    /// 达成协议并已经履行，以其他方式结案（T-C-04）
    AgreedClosed,
    /// 调解不成
    Failed,
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
