//! What an application knows: its claims, their fates, grounds and endings.

use std::collections::BTreeSet;

use jiefen_vocab::{Fen, Outcome};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the creditor asks for and says of the debt (民诉法解释 427).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// The creditor's party number.
    pub creditor: u32,
    /// What the debt rests on.
    pub basis: Basis,
    /// The claims, numbered.
    pub claims: Vec<Claim>,
    /// The creditor owes something in return, or there are other debts between them.
    pub counter_performance: bool,
    /// A debtor is abroad, missing, or cannot be served.
    pub unreachable: bool,
    /// Pre-suit preservation was asked for.
    pub preservation: bool,
    /// The same debt is before a court.
    pub sued: bool,
    /// The debtors' basic court is this one (民诉法解释 23).
    pub competent: bool,
}

/// What the debt rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "basis", rename_all = "snake_case")]
pub enum Basis {
    /// 合同、欠条等一般债务
    Ordinary,
    /// 劳动争议调解协议（调解仲裁法 16；T-F-08）
    LabourAgreement {
        /// For what.
        item: LabourItem,
    },
    /// 拖欠劳动报酬，没有调解协议（劳动合同法 30）
    LabourArrears,
}

/// What a labour agreement must promise to found a payment order (劳动争议调解仲裁法 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabourItem {
    /// 拖欠劳动报酬
    Wages,
    /// 工伤医疗费
    InjuryMedical,
    /// 经济补偿或者赔偿金
    Compensation,
    /// 其他事项（不能申请支付令）
    Other,
}

/// One claim of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its number within the application.
    pub no: u32,
    /// What is asked for.
    pub thing: Thing,
    /// How much; none: the amount is not fixed.
    pub amount: Option<Fen>,
    /// The day on which it was due.
    pub due_on: Date,
    /// Who owes it; several debtors of one claim owe it together, divisible debts are claims apart.
    pub debtors: BTreeSet<u32>,
}

/// What a claim asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// 金钱
    Money,
    /// 有价证券
    Securities,
    /// 其他给付（不能申请支付令）
    Other,
}

/// A claim and its fate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The claim.
    pub claim: Claim,
    /// Its fate.
    pub standing: Standing,
}

/// The fate of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// 等待清偿或者异议
    Live,
    /// 支付令生效，可申请执行
    Bound {
        /// The last day on which the debtor could pay or object.
        from: Date,
    },
    /// 异议成立，支付令失效
    Contested {
        /// By which ruling.
        ruling: u32,
    },
    /// 不能送达，支付令失效
    Unserved,
    /// 已经清偿
    Paid,
    /// 视为起诉
    DeemedFiled,
    /// 债权人不同意起诉
    NoSuit,
    /// 应当先申请劳动仲裁
    ArbitrationFirst,
    /// 已申请执行
    Enforcing,
    /// 申请执行期间届满
    TimeLost,
}

/// A debtor and its own time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debtor {
    /// The party number.
    pub party: u32,
    /// When it received the order.
    pub served_on: Option<Date>,
    /// True when it could not be served in thirty days.
    pub unserved: bool,
    /// The last of its fifteen days, once they have passed.
    pub over_on: Option<Date>,
    /// True once it took an objection back (民诉法解释 437).
    pub waived: bool,
    /// The written objection before the court.
    pub objection: Option<Objected>,
}

/// A written objection before the court.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objected {
    /// To which claims.
    pub claims: BTreeSet<u32>,
    /// When.
    pub on: Date,
}

/// A ruling that ended the procedure for some claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// Its number within the case.
    pub no: u32,
    /// When it was made.
    pub on: Date,
    /// When the creditor received it.
    pub received_on: Option<Date>,
    /// True while the creditor's word on a suit is open.
    pub open: bool,
}

/// How the order reached a debtor (民诉法解释 429; T-A-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// 直接送达签收
    Signed,
    /// 留置送达
    Left,
    /// 邮寄送达
    Mail,
    /// 电子送达（经受送达人同意）
    Electronic,
    /// 公告送达（支付令不得适用）
    PublicNotice,
}

/// In which form a debtor spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// 书面
    Written,
    /// 口头
    Oral,
}

/// What the debtor says (民诉法解释 435、436).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionGround {
    /// 债务不存在、数额有误、对方未履行等
    DebtDenied,
    /// 不符合支付令的条件
    ConditionsMissing,
    /// 缺乏清偿能力
    CannotPay,
    /// 请求延缓期限
    PayLater,
    /// 请求变更清偿方式
    PayOtherwise,
}

/// Why what was said is no objection in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoEffect {
    /// 口头异议无效
    Oral,
    /// 超过十五日
    Late,
    /// 只说无力、延期或者变更方式
    NoDenial,
    /// 撤回异议后反悔
    Waived,
}

/// Why an application is not accepted (民诉法解释 427).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAccepted {
    /// 不是金钱或者有价证券
    NotMoney,
    /// 未到期或者数额不确定
    NotDueOrFixed,
    /// 有对待给付义务或者其他债务纠纷
    CounterPerformance,
    /// 债务人在境外、下落不明或者不能送达
    Unreachable,
    /// 本院没有管辖权
    NotCompetent,
    /// 已申请诉前保全
    Preservation,
    /// 逾期未补正
    NotCorrected,
}

/// Why an accepted application is rejected (民诉法解释 428).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejected {
    /// 申请人不具备当事人资格
    NoStanding,
    /// 没有约定而坚持要求逾期利息、违约金、赔偿金
    InterestNotAgreed,
    /// 属于违法所得
    UnlawfulGain,
    /// 未到期或者数额不确定
    NotDueOrFixed,
    /// 不符合受理条件
    ConditionsMissing,
}

/// A suit of the creditor that ends the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suit {
    /// 就同一债权债务起诉（民诉法解释 430）
    SameDebt,
    /// 就担保关系单独起诉（民诉法解释 434）
    Guarantee,
}

/// How the procedure ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    NotAccepted {
        /// Why.
        ground: NotAccepted,
    },
    /// 裁定驳回申请
    Rejected {
        /// Why.
        ground: Rejected,
    },
    /// 撤回申请
    Withdrawn,
    /// 债权人另行起诉，支付令失效
    Superseded {
        /// By which suit.
        suit: Suit,
    },
    /// 三十日内不能送达，支付令失效
    Unserved,
    /// 已经清偿
    Paid,
    /// 视为起诉
    DeemedFiled,
    /// 债权人不同意起诉
    NoSuit,
    /// 应当先申请劳动仲裁
    ArbitrationFirst,
    /// 已申请执行
    Enforcement,
    /// 申请执行期间届满
    TimePassed,
    /// 支付令被撤销
    Revoked,
    /// 各项请求分别了结
    InParts {
        /// What the strongest of them came to.
        outcome: Outcome,
    },
}

impl Ending {
    /// The outcome to report.
    pub fn outcome(self) -> Outcome {
        match self {
            Ending::NotAccepted { .. } | Ending::Rejected { .. } => Outcome::Refused,
            Ending::Withdrawn => Outcome::Withdrawn,
            Ending::Superseded { .. } | Ending::DeemedFiled | Ending::ArbitrationFirst => {
                Outcome::Transferred
            }
            Ending::Unserved | Ending::NoSuit | Ending::Revoked => Outcome::Failed,
            Ending::Paid => Outcome::Performed,
            Ending::Enforcement | Ending::TimePassed => Outcome::Decided,
            Ending::InParts { outcome } => outcome,
        }
    }
}
