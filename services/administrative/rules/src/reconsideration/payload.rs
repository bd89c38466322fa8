//! What commands of a reconsideration carry.

use jiefen_procedure::Brief;
use jiefen_vocab::{Fen, Private};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What kind of act is under review 行政行为种类.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActKind {
    /// 当场作出的处罚等行政行为
    OnTheSpot,
    /// 警告、通报批评
    Warning,
    /// 罚款、没收等处罚
    Penalty,
    /// 行政强制
    Coercion,
    /// 行政许可
    Licence,
    /// 自然资源权属
    NaturalResource,
    /// 征收征用及其补偿
    Expropriation,
    /// 不履行法定职责
    FailureToAct,
    /// 政府信息公开
    Information,
    /// 行政协议
    Agreement,
    /// 行政机关对民事纠纷作出的调解
    AgencyMediation,
    /// 其他
    Other,
}

/// The act under review, with the days from which the limit of the application runs (T-K-01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Its kind.
    pub kind: ActKind,
    /// The day it was made; none for a failure to act.
    pub made_on: Option<Date>,
    /// The day on which the applicant knew or should have known it.
    pub knew_on: Date,
    /// Whether and when the applicant was told of right, body and limit.
    pub told: Told,
    /// True when it concerns real estate: 20 years instead of 5 (行政复议法 21).
    pub real_estate: bool,
    /// The money it is about.
    pub amount: Option<Fen>,
    /// The last day under another statute that gives more than sixty days (行政复议法 20).
    pub longer_until: Option<Date>,
    /// Days lost to force majeure or another good cause (行政复议法 20).
    pub excused: Vec<Days>,
}

/// Why the reconsideration committee is asked (行政复议法 52).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultGround {
    /// 案情重大、疑难、复杂
    Major,
    /// 专业性、技术性较强
    Technical,
    /// 省级人民政府对本机关行政行为的复议（行政复议法 24 第二款）
    OwnAct,
    /// 复议机构认为有必要
    Useful,
}

/// Whether the applicant was told of the right to reconsideration, the body and the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// With the act.
    WithAct,
    /// Not with the act; learnt of it later, on this day.
    Learnt(Date),
    /// Never.
    Never,
}

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// Which procedure the case is heard under 审理程序.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// 普通程序
    Ordinary,
    /// 简易程序
    Simplified,
}

/// Why an application is not accepted, or dismissed after acceptance (行政复议法 30, 33).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalGround {
    /// 没有明确的申请人或者符合规定的被申请人
    WrongParties,
    /// 与行政行为没有利害关系
    NoInterest,
    /// 没有具体的请求和理由
    NoClearClaim,
    /// 超过法定申请期限
    Late,
    /// 不属于行政复议范围
    OutOfScope,
    /// 不属于本机关管辖
    NotOurs,
    /// 同一行政行为已申请复议并被受理
    AlreadyReviewed,
    /// 人民法院已受理同一行政行为的诉讼
    SuitPending,
}

/// The ten listed grounds of a suspension (行政复议法 39).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspendGround {
    /// 申请人死亡，近亲属尚未确定是否参加
    Death,
    /// 申请人丧失行为能力，尚未确定法定代理人
    Incapacity,
    /// 申请人下落不明
    Missing,
    /// 组织终止，尚未确定权利义务承受人
    Termination,
    /// 因不可抗力或者其他正当理由不能参加
    ForceMajeure,
    /// 进行调解、和解，双方同意中止
    Mediation,
    /// 法律适用问题需要有权机关解释或者确认
    LawQuestion,
    /// 以尚未审结的其他案件为依据
    OtherCase,
    /// 附带审查规范性文件或者依据
    NormReview,
    /// 其他情形
    Other,
}

impl SuspendGround {
    /// The listed reason of the stop of T-K-06 and T-K-07.
    pub const fn stop(self) -> &'static str {
        match self {
            SuspendGround::Death => "death",
            SuspendGround::Incapacity => "incapacity",
            SuspendGround::Missing => "missing",
            SuspendGround::Termination => "termination",
            SuspendGround::ForceMajeure => "force_majeure",
            SuspendGround::Mediation => "mediation",
            SuspendGround::LawQuestion => "law_question",
            SuspendGround::OtherCase => "other_case",
            SuspendGround::NormReview => "norm_review",
            SuspendGround::Other => "other",
        }
    }

    /// True when the case ends after sixty days of suspension (T-K-12; 行政复议法 41(5): 39(1), (2), (4)).
    pub const fn ends_the_case(self) -> bool {
        match self {
            SuspendGround::Death | SuspendGround::Incapacity | SuspendGround::Termination => true,
            SuspendGround::Missing
            | SuspendGround::ForceMajeure
            | SuspendGround::Mediation
            | SuspendGround::LawQuestion
            | SuspendGround::OtherCase
            | SuspendGround::NormReview
            | SuspendGround::Other => false,
        }
    }
}

/// Why the review is ended without a decision (行政复议法 41(2) to (4)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndGround {
    /// 申请人死亡，没有近亲属或者近亲属放弃
    NoHeir,
    /// 组织终止，没有承受人或者承受人放弃
    NoSuccessor,
    /// 同一违法行为涉嫌犯罪，已变更为刑事强制措施
    TurnedCriminal,
}

/// How the head of the respondent appeared at the hearing (行政复议法 51).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Head {
    /// The head came.
    Came,
    /// The head sent staff and gave reasons in writing.
    SentStaff {
        /// The reasons.
        reasons: String,
    },
    /// Nobody came; a finding against the respondent.
    NobodyCame,
}

/// Who held the hearing (行政复议法 50): one in the chair, two or more members, one to record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Staff id of the one in the chair.
    pub chair: String,
    /// Staff ids of the members.
    pub members: Vec<String>,
    /// Staff id of the one who records.
    pub recorder: String,
}

/// What was decided (行政复议法 63 to 71).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// 变更 (63)
    Change,
    /// 撤销或者部分撤销 (64)
    Annul,
    /// 撤销并责令重新作出 (64)
    AnnulAndRedo,
    /// 确认违法 (65)
    ConfirmUnlawful,
    /// 责令限期履行 (66)
    OrderToAct,
    /// 确认无效 (67)
    ConfirmVoid,
    /// 维持 (68)
    Uphold,
    /// 驳回复议请求 (69)
    DismissClaim,
    /// 责令依法订立、履行协议，补救或者补偿 (71)
    OrderUnderAgreement,
}

/// What somebody must do under a decision or a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Whose duty.
    pub party: u32,
    /// By when.
    pub by: Date,
    /// The money to be paid, if any.
    pub amount: Option<Fen>,
}

/// What follows when a respondent does not perform (行政复议法 77).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 责令限期履行
    Order,
    /// 约谈
    Talk,
    /// 通报批评
    Circular,
}

/// Who enforces against an applicant or a third party (行政复议法 78).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Enforcer {
    /// 作出行政行为的机关
    ActingAgency,
    /// 行政复议机关
    ReviewBody,
    /// 人民法院
    Court,
}

/// An application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apply {
    /// The dispute, handed over or taken at the counter; roles tell the sides.
    pub brief: Brief,
    /// The case number.
    pub number: String,
    /// The act; none while the application does not say it: a dispute that was handed over.
    pub act: Option<Act>,
    /// The day the office received it.
    pub on: Date,
}

/// What the examination found about other proceedings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checks {
    /// A court has accepted a suit over the same act (行政复议法 29, 30).
    pub suit_accepted: bool,
    /// The same act is or was under reconsideration (行政复议法 30).
    pub reviewed: bool,
    /// Withdrawn before after a settlement, on the same facts, and voluntarily (T-K-11).
    pub withdrawn_before: bool,
}

/// Acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accept {
    /// When.
    pub on: Date,
    /// The procedure.
    pub track: Track,
    /// Parties who agreed to the simplified procedure.
    pub agreed: Vec<u32>,
    /// What was found.
    pub checks: Checks,
    /// The reviewer's staff id.
    pub reviewer: String,
}

/// Refusal of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refuse {
    /// When.
    pub on: Date,
    /// Why.
    pub ground: RefusalGround,
    /// Whose it is, when it is not ours (行政复议法 30).
    pub competent: Option<String>,
}

/// A day and a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByParty {
    /// The party's number.
    pub party: u32,
    /// When.
    pub on: Date,
}

/// The hearing as held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldHearing {
    /// When.
    pub on: Date,
    /// Who held it.
    pub panel: Panel,
    /// How the respondent's head appeared.
    pub head: Head,
    /// Applicants and third parties who stayed away without reason: they gave up the hearing.
    pub absent: Vec<u32>,
}

/// The decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decide {
    /// When.
    pub on: Date,
    /// What.
    pub kind: DecisionKind,
    /// True when it is worse for the applicant (行政复议法 63).
    pub worse: bool,
    /// True when a third party made the opposite claim (行政复议法 63).
    pub third_claims: bool,
    /// True when a third party proved the act (行政复议法 70).
    pub third_proof: bool,
    /// What must be done, if anything.
    pub duty: Option<Duty>,
}

/// An opinion to an agency (T-K-13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opine {
    /// The day the agency received it.
    pub on: Date,
    /// The agency, as the registry or the registry's people name it.
    pub agency: String,
    /// What should be mended.
    pub text: Private<String>,
}
