//! The mediation agreement: what it may contain, how it takes effect, its windows and its
//! performance.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_vocab::{DisputeKind, Fen, Private, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One thing that one party owes another under the agreement (人民调解法 29).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// Its number within the agreement.
    pub no: u32,
    /// The party that owes.
    pub obligor: u32,
    /// The party to whom it is owed.
    pub obligee: u32,
    /// What is owed.
    pub what: Private<String>,
    /// The amount, when money is owed.
    pub amount: Option<Fen>,
    /// The last day of performance.
    pub due: Date,
    /// Where it is to be done; agreements of earlier versions do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Private<String>>,
}

/// What an agreement is about; it decides which ways of strengthening it are open (T-D-06, T-H-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// 给付金钱
    Money,
    /// 其他给付、作为或者不作为
    Conduct,
    /// 婚姻、亲子、收养等身份关系
    Status,
    /// 物权确权
    Title,
    /// 知识产权确权
    IpOwnership,
}

/// What an agreement may not contain (人民调解法 3、29；民法典 143、153、154).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentFault {
    /// 违反法律、行政法规的强制性规定
    AgainstLaw,
    /// 损害国家利益、社会公共利益
    PublicInterest,
    /// 损害他人合法权益
    OthersRights,
    /// 违背公序良俗
    GoodMorals,
    /// 违背当事人自愿
    NotVoluntary,
}

impl ContentFault {
    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            ContentFault::AgainstLaw => "违反法律、行政法规的强制性规定",
            ContentFault::PublicInterest => "损害国家利益、社会公共利益",
            ContentFault::OthersRights => "损害他人合法权益",
            ContentFault::GoodMorals => "违背公序良俗",
            ContentFault::NotVoluntary => "违背当事人自愿",
        }
    }
}

/// The text of an agreement before it is signed, or as the mediator recorded it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// SHA-256 of the text that the parties read, 64 hexadecimal digits.
    pub hash: String,
    /// The facts and the points of dispute.
    pub facts: Private<String>,
    /// What is owed.
    pub obligations: Vec<Obligation>,
    /// What it is about.
    pub subjects: BTreeSet<Subject>,
    /// What the mediator's check found against it.
    pub faults: BTreeSet<ContentFault>,
}

/// What is wrong with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftFault {
    /// It has no obligation.
    Empty,
    /// The hash is not 64 hexadecimal digits.
    Hash,
    /// An obligation is not between two different parties, repeats a number, owes no positive
    /// amount or falls due before the agreement.
    Obligation(u32),
    /// Its content is not allowed.
    Content(ContentFault),
}

impl Draft {
    /// Accepts a draft that may become an agreement of these parties on a day.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, brief: &Brief, on: Date) -> Result<(), DraftFault> {
        if let Some(fault) = self.faults.first() {
            return Err(DraftFault::Content(*fault));
        }
        if self.hash.len() != 64 || !self.hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(DraftFault::Hash);
        }
        if self.obligations.is_empty() {
            return Err(DraftFault::Empty);
        }
        let known = |no: u32| brief.parties.iter().any(|party| party.no == no);
        let mut numbers = BTreeSet::new();
        for owed in &self.obligations {
            let between =
                known(owed.obligor) && known(owed.obligee) && owed.obligor != owed.obligee;
            let amount = owed.amount.is_none_or(|amount| amount.0 > 0);
            if !between || !amount || owed.due < on || !numbers.insert(owed.no) {
                return Err(DraftFault::Obligation(owed.no));
            }
        }
        Ok(())
    }

    /// The windows that open when this agreement takes effect. They run together and are shown
    /// together: judicial confirmation (T-B-06) where the matrix lets it be confirmed (T-D-06); for
    /// labour matters joint arbitration review (T-H-02), and confirmation of money items only (T-H-04).
    pub fn windows(&self, kind: DisputeKind) -> Vec<Window> {
        let about = |subject| self.subjects.contains(&subject);
        let present = Present::of(kind).given(&[
            (true, Circumstance::AgreementInForce),
            (about(Subject::Money), Circumstance::PaymentAgreementByCommittee),
            (about(Subject::Status), Circumstance::Status),
            (about(Subject::Title), Circumstance::Title),
            (about(Subject::IpOwnership), Circumstance::IpOwnership),
        ]);
        let confirmable = may_start(&present, TrackKind::JudicialConfirmation).is_ok();
        if kind != DisputeKind::Labour {
            return if confirmable { vec![Window::Confirmation] } else { Vec::new() };
        }
        let mut windows = vec![Window::ArbitralReview];
        if confirmable {
            windows.push(Window::LabourConfirmation);
        }
        windows
    }
}

/// A time in which the parties may jointly have the agreement strengthened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// 共同申请司法确认
    Confirmation,
    /// 共同申请司法确认（劳动争议，限给付内容）
    LabourConfirmation,
    /// 共同申请仲裁审查
    ArbitralReview,
}

impl Window {
    /// The rule of its length.
    pub fn rule(self) -> &'static str {
        match self {
            Window::Confirmation => "T-B-06",
            Window::LabourConfirmation => "T-H-04",
            Window::ArbitralReview => "T-H-02",
        }
    }

    /// The key of its clock.
    pub fn clock(self) -> &'static str {
        match self {
            Window::Confirmation | Window::LabourConfirmation => "confirm",
            Window::ArbitralReview => "arbitral_review",
        }
    }

    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            Window::Confirmation => "共同申请司法确认",
            Window::LabourConfirmation => "共同申请司法确认（限给付内容）",
            Window::ArbitralReview => "共同申请仲裁审查",
        }
    }
}

/// How an agreement was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// 书面协议（T-B-04）
    Written,
    /// 口头协议（T-B-05）
    Oral,
}

/// What force an agreement has; a stronger one decides the route when it is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// 合同效力
    Contract,
    /// 经公证赋予强制执行效力
    Notarised,
    /// 经仲裁审查制作调解书
    ArbitralStatement,
    /// 经司法确认
    Confirmed,
}

impl Force {
    /// What the other side may do when the agreement is broken, Chinese.
    pub fn remedy_zh(self) -> &'static str {
        match self {
            Force::Contract => {
                "可以就调解协议向人民法院起诉，债权债务明确的可以申请支付令，也可以再次申请调解"
            }
            Force::Notarised => "可以向公证机构申请执行证书，并向人民法院申请强制执行",
            Force::ArbitralStatement => "可以持仲裁调解书向人民法院申请强制执行",
            Force::Confirmed => "可以持司法确认裁定书向人民法院申请强制执行",
        }
    }
}

/// How an obligation came to be performed; only the first counts as automatic performance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Through {
    /// 自动履行
    Itself,
    /// 强制执行
    Enforcement,
}

/// An obligation that was performed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Performance {
    /// The obligation's number.
    pub no: u32,
    /// On which day.
    pub on: Date,
    /// By itself or by enforcement.
    pub through: Through,
    /// Where the proof is in the file.
    pub proof: String,
}

/// An agreement in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its text.
    pub draft: Draft,
    /// Written or oral.
    pub form: Form,
    /// The day it took effect.
    pub effective_on: Date,
    /// Its force.
    pub force: Force,
    /// The windows still unused.
    pub windows: Vec<Window>,
    /// What was performed.
    pub performed: Vec<Performance>,
    /// The numbers of the obligations that were broken and are still open.
    pub broken: Vec<u32>,
}

impl Agreement {
    /// The numbers of the obligations not yet performed.
    pub fn outstanding(&self) -> Vec<u32> {
        let done = |no: u32| self.performed.iter().any(|performed| performed.no == no);
        self.draft.obligations.iter().map(|owed| owed.no).filter(|no| !done(*no)).collect()
    }

    /// The obligation with a number.
    pub fn obligation(&self, no: u32) -> Option<&Obligation> {
        self.draft.obligations.iter().find(|owed| owed.no == no)
    }

    /// True when everything was performed in time and by itself (the automatic-performance rate,
    /// M-09).
    pub fn performed_by_itself(&self) -> bool {
        self.draft.obligations.iter().all(|owed| {
            self.performed.iter().any(|done| {
                done.no == owed.no && done.through == Through::Itself && done.on <= owed.due
            })
        })
    }
}
