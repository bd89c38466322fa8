//! What is known of one application for judicial confirmation.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_vocab::{Outcome, Private};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use jiefen_procedure::term::Term;

/// One application for judicial confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The agreement that is to be confirmed.
    pub agreement: Agreement,
    /// The parties who applied together.
    pub applicants: Vec<u32>,
    /// The day of the application.
    pub applied_on: Date,
    /// The case number, once accepted.
    pub case_no: Option<String>,
    /// The judge, once accepted.
    pub judge: Option<String>,
    /// Why this court is competent.
    pub competence: Competence,
    /// True once papers were asked for.
    pub asked: bool,
    /// The limit of the ruling, once accepted.
    pub ruling: Option<Term>,
    /// The day of the ruling that confirmed it.
    pub ruled_on: Option<Date>,
    /// Where it stands.
    pub stage: Stage,
}

/// What the court needs to know of the agreement. No concession, no record of the talks (T-C-12,
/// I9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// SHA-256 of its text.
    pub hash: String,
    /// The day it took effect.
    pub effective_on: Date,
    /// The mediating body; it must be lawfully established.
    pub body: String,
    /// What it is about.
    pub subjects: BTreeSet<Subject>,
    /// What is owed, in the words of the agreement.
    pub content: Private<String>,
    /// The last days of performance, one an obligation.
    pub due: Vec<Date>,
}

impl Agreement {
    /// The last day of performance, of the last instalment; the day of effect when none is fixed
    /// (T-D-10).
    pub fn last_due(&self) -> Date {
        self.due.iter().max().copied().unwrap_or(self.effective_on)
    }
}

/// What an agreement is about (T-D-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// 给付金钱
    Money,
    /// 其他给付、作为或者不作为
    Conduct,
    /// 婚姻关系、收养关系等身份关系
    Status,
    /// 亲子关系
    Parentage,
    /// 物权确权
    Title,
    /// 知识产权确权
    IpOwnership,
    /// 适用其他特别程序、公示催告程序、破产程序审理的
    OtherProcedure,
}

/// Why this court is competent (T-D-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Competence {
    /// 本院邀请开展先行调解
    Inviting,
    /// 当事人住所地
    Domicile,
    /// 标的物所在地
    ObjectPlace,
    /// 调解组织所在地
    BodySeat,
    /// 没有管辖权
    None,
}

/// Where an application stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待受理决定.
    Applied {
        /// The day from which the 3 days run.
        since: Date,
    },
    /// 待补正.
    Correcting {
        /// What is missing.
        missing: Vec<String>,
        /// When it was asked for.
        on: Date,
    },
    /// 审查中.
    Examined,
    /// 已裁定确认: being served, or within the parties' time for objection.
    Confirmed {
        /// Each party's receipt.
        received: Vec<Receipt>,
        /// The parties whose time for objection has passed.
        passed: Vec<u32>,
    },
    /// 异议审查中.
    Objected {
        /// The objection.
        objection: Objection,
        /// Each party's receipt.
        received: Vec<Receipt>,
        /// The parties whose time for objection has passed.
        passed: Vec<u32>,
    },
    /// 确认裁定生效: may be enforced; a third person may still object (T-D-09).
    Effective {
        /// Each party's receipt.
        received: Vec<Receipt>,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// A party's receipt of the ruling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The party.
    pub party: u32,
    /// When.
    pub on: Date,
}

/// An objection to the ruling (民诉法解释 372).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// By whom.
    pub by: Objector,
    /// When.
    pub on: Date,
}

/// Who objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "objector", rename_all = "snake_case")]
pub enum Objector {
    /// 当事人（收到裁定之日起15日，T-D-08）
    Party {
        /// Which.
        no: u32,
    },
    /// 利害关系人（知道或者应当知道之日起6个月，T-D-09）
    Third {
        /// When the third person knew or should have known.
        knew_on: Date,
    },
}

/// Why an application is not accepted (T-D-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAccepted {
    /// 不属于人民法院受理范围
    OutsideCourts,
    /// 不属于本院管辖
    NotCompetent,
    /// 婚姻、亲子、收养等身份关系
    Status,
    /// 适用其他特别程序、公示催告程序、破产程序
    OtherProcedure,
    /// 物权、知识产权确权
    TitleOrIp,
    /// 非共同申请
    NotJoint,
    /// 超过三十日
    Late,
}

impl NotAccepted {
    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            NotAccepted::OutsideCourts => "不属于人民法院受理范围",
            NotAccepted::NotCompetent => "不属于本院管辖",
            NotAccepted::Status => "涉及婚姻、亲子、收养等身份关系",
            NotAccepted::OtherProcedure => "应当适用其他特别程序、公示催告程序或者破产程序",
            NotAccepted::TitleOrIp => "涉及物权、知识产权确权",
            NotAccepted::NotJoint => "不是双方共同申请",
            NotAccepted::Late => "超过三十日期限",
        }
    }
}

/// Why confirmation is refused (T-D-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotConfirmed {
    /// 违反法律强制性规定
    AgainstLaw,
    /// 损害国家利益、社会公共利益、他人合法权益
    OthersInterests,
    /// 违背公序良俗
    GoodMorals,
    /// 违反自愿原则
    NotVoluntary,
    /// 内容不明确
    Unclear,
    /// 涉嫌虚假调解
    Sham,
    /// 其他不能确认的情形
    Other,
}

/// How an application ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    NotAccepted {
        /// On which ground.
        ground: NotAccepted,
    },
    /// 裁定驳回申请
    Rejected {
        /// On which ground.
        ground: NotConfirmed,
    },
    /// 撤回申请，或者按撤回处理
    Withdrawn {
        /// Deemed withdrawn: papers not corrected in time.
        deemed: bool,
    },
    /// 已申请强制执行
    Enforcement {
        /// By whom.
        party: u32,
    },
    /// 已经全部履行
    Performed,
    /// 申请执行期间届满
    TimePassed,
    /// 异议成立，撤销裁定
    Revoked {
        /// True when the whole ruling was revoked.
        whole: bool,
    },
}

/// What the court makes of an objection (民诉法解释 372).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionOutcome {
    /// 驳回异议
    Rejected,
    /// 撤销或者改变原裁定（部分）
    RevokedInPart,
    /// 撤销原裁定
    Revoked,
}

impl State {
    /// How it ended; none while no ruling was made.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Applied { .. } | Stage::Correcting { .. } | Stage::Examined => None,
            Stage::Confirmed { .. } | Stage::Objected { .. } | Stage::Effective { .. } => {
                Some(Outcome::Decided)
            }
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::NotAccepted { .. } => Outcome::Refused,
                Ending::Rejected { .. } | Ending::Revoked { .. } => Outcome::Failed,
                Ending::Withdrawn { .. } => Outcome::Withdrawn,
                Ending::Enforcement { .. } => Outcome::Transferred,
                Ending::Performed => Outcome::Performed,
                Ending::TimePassed => Outcome::Decided,
            }),
        }
    }
}
