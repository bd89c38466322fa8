//! The kinds of things a case knows: procedures, measures, bars, grounds, documents.

use std::collections::BTreeSet;

use jiefen_vocab::{Agency, Fen};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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

    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            Track::SmallClaims => "小额诉讼程序",
            Track::Summary => "简易程序",
            Track::Ordinary => "普通程序",
        }
    }
}

/// The provincial average wage of a year, by which small claims are measured (T-E-06, T-E-07).
/// County data.
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

impl NotCounted {
    /// The reason's code on the rule's list of stops.
    pub fn code(self) -> &'static str {
        match self {
            NotCounted::PublicNotice => "public_notice",
            NotCounted::Appraisal => "appraisal",
            NotCounted::Settlement => "settlement",
            NotCounted::Jurisdiction => "jurisdiction",
            NotCounted::Audit => "audit",
            NotCounted::Suspension => "suspension",
        }
    }
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
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Document {
    /// 起诉状副本
    Complaint,
    /// 答辩状副本
    Defence {
        /// Whose defence.
        of: u32,
    },
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
