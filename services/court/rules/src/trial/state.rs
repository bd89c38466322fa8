//! What the court knows of one trial.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::Brief;
use jiefen_vocab::{Agency, DisputeKind, Outcome, Party, PartyRole};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use jiefen_procedure::term::{Standstill, Term};

use crate::filing::{self, Document, Measure, Service};
pub use crate::filing::{NotCounted, Track};

/// What filing hands to the trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The dispute.
    pub brief: Arc<Brief>,
    /// The plaintiffs' party numbers.
    pub plaintiffs: BTreeSet<u32>,
    /// The case number.
    pub case_no: String,
    /// The judge's staff id.
    pub judge: String,
    /// The day that counts as that of the suit: the complaint, or the application for a payment order
    /// (T-F-06).
    pub sued_on: Date,
    /// The day of filing 立案, from which every trial limit runs.
    pub filed_on: Date,
    /// The day on which the plaintiff was told of a fee still due; none: it is settled.
    pub fee_told_on: Option<Date>,
    /// The procedure that was chosen.
    pub track: Track,
    /// By what it was chosen.
    pub measure: Measure,
    /// The defendants who have received the complaint.
    pub complaints: Vec<Receipt>,
    /// What does not count in the trial limit so far.
    pub standstills: Vec<Standstill>,
    /// A marriage case: mediation must be tried (民诉法解释 145).
    pub must_mediate: bool,
    /// Mediators of this case, who may not sit in it (T-C-13).
    pub barred: Vec<String>,
}

impl Opening {
    /// What the trial opens from when filing has chosen the procedure and named the judge; none before that,
    /// and for a case that was filed first, until it has its number.
    pub fn of(case: &filing::State) -> Option<Opening> {
        if case.stage != filing::Stage::OnTrial {
            return None;
        }
        let applicant = |party: &&Party| party.role == PartyRole::Applicant;
        let applicants = case.brief.parties.iter().filter(applicant).map(|party| party.no);
        let complaint = |service: &&Service| service.document == Document::Complaint;
        let served = case.served.iter().filter(complaint);
        Some(Opening {
            plaintiffs: applicants.chain([case.plaintiff]).collect(),
            case_no: case.case_no.clone()?,
            judge: case.judge.clone()?,
            sued_on: case.received_on,
            filed_on: case.filed_on?,
            fee_told_on: None,
            track: case.track?,
            measure: case.measure.clone()?,
            complaints: served.map(|one| Receipt { party: one.party, on: one.on }).collect(),
            standstills: case.trial.as_ref()?.standstills.clone(),
            must_mediate: case.brief.kind == DisputeKind::MarriageFamily,
            barred: case.barred.clone(),
            brief: Arc::new(case.brief.clone()),
        })
    }
}

/// One trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What filing handed over; the measure follows the case.
    pub opening: Opening,
    /// The procedure now.
    pub track: Track,
    /// The trial limit.
    pub term: Term,
    /// When the case came here.
    pub opened_on: Date,
    /// True while a fast team has it.
    pub fast: bool,
    /// The party that objects to the simpler procedure, until the court answers.
    pub track_objection: Option<u32>,
    /// The last day for evidence.
    pub evidence_until: Option<Date>,
    /// The receipts of the complaint.
    pub complaints: Vec<Receipt>,
    /// The defences.
    pub defences: Vec<Receipt>,
    /// The counterclaim, by whom.
    pub counterclaim: Option<u32>,
    /// Who acts for many.
    pub representatives: Vec<u32>,
    /// When the public notice to unknown members was published, while it runs.
    pub announced_on: Option<Date>,
    /// The hearing that is set.
    pub hearing_on: Option<Date>,
    /// The hearings held.
    pub hearings: Vec<Hearing>,
    /// True once the court has mediated.
    pub mediated: bool,
    /// Leave to withdraw was asked for on this day and not answered yet.
    pub withdrawal_asked: Option<Date>,
    /// Where it stands.
    pub stage: Stage,
}

/// A hearing held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// When.
    pub on: Date,
    /// Who came.
    pub present: BTreeSet<u32>,
}

/// A party and the day of its paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The party.
    pub party: u32,
    /// When.
    pub on: Date,
}

/// Mediation by the court itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mediation {
    /// Its term.
    pub term: Term,
    /// The last day without the extension, once it was extended.
    pub plain_last: Option<Date>,
}

/// Where a trial stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待交费.
    FeeDue {
        /// When the plaintiff was told.
        told_on: Date,
    },
    /// 审理中.
    OnTrial,
    /// 法院调解中.
    Mediating {
        /// Its term.
        mediation: Mediation,
    },
    /// 调解书待送达.
    StatementMade {
        /// When.
        on: Date,
        /// Who has signed for it.
        received: BTreeSet<u32>,
    },
    /// 已裁判.
    Decided {
        /// Judgment or ruling.
        what: Decided,
        /// One instance.
        finally: bool,
        /// When.
        on: Date,
        /// Each party's receipt.
        received: Vec<Receipt>,
        /// Whose time for appeal has passed.
        passed: BTreeSet<u32>,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// What a court of first instance decides with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decided {
    /// 判决
    Judgment,
    /// 裁定驳回起诉
    Dismissal,
}

impl Decided {
    /// The rule of the time for appeal.
    pub fn appeal(self) -> &'static str {
        match self {
            Decided::Judgment => "T-E-14",
            Decided::Dismissal => "T-E-14.ruling",
        }
    }
}

/// Why the procedure changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// 案情复杂（民事诉讼法 170；民诉法解释 258）
    Complex,
    /// 出现不适用的情形：反诉、鉴定、人数众多等（民事诉讼法 166）
    Barred,
    /// 变更诉讼请求，超出小额标的额（民诉法解释 278）
    ClaimChanged,
    /// 当事人异议成立（民事诉讼法 169；民诉法解释 269、279）
    ObjectionHolds,
    /// 当事人约定适用简易程序（民事诉讼法 160；民诉法解释 264）
    Agreed,
}

/// Who approves a longer trial limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approver {
    /// 本院院长
    President,
    /// 上级人民法院
    UpperCourt,
}

/// How a trial ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 未交费，按撤诉处理
    FeeUnpaid,
    /// 原告无正当理由拒不到庭，按撤诉处理
    Absent,
    /// 准许撤诉
    Withdrawn,
    /// 调解书生效
    Statement,
    /// 判决生效
    Final,
    /// 驳回起诉裁定生效
    DismissedFinal,
    /// 上诉
    Appealed,
    /// 移送有管辖权的人民法院
    Transferred {
        /// Which.
        court: Agency,
    },
    /// 终结诉讼
    Terminated,
}

impl Ending {
    /// The outcome to report. What is treated as withdrawn leaves the dispute unresolved; the plaintiff
    /// may sue again.
    pub fn outcome(self) -> Outcome {
        match self {
            Ending::Terminated => Outcome::Failed,
            Ending::FeeUnpaid | Ending::Absent | Ending::Withdrawn => Outcome::Withdrawn,
            Ending::Statement => Outcome::Agreed,
            Ending::Final => Outcome::Decided,
            Ending::DismissedFinal => Outcome::Refused,
            Ending::Appealed | Ending::Transferred { .. } => Outcome::Transferred,
        }
    }
}

impl State {
    /// How it ended; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::FeeDue { .. }
            | Stage::OnTrial
            | Stage::Mediating { .. }
            | Stage::StatementMade { .. } => None,
            Stage::Decided { .. } => Some(Outcome::Decided),
            Stage::Ended { ending, .. } => Some(ending.outcome()),
        }
    }

    pub(super) fn parties(&self) -> BTreeSet<u32> {
        self.opening.brief.parties.iter().map(|party| party.no).collect()
    }

    pub(super) fn is_plaintiff(&self, party: u32) -> bool {
        self.opening.plaintiffs.contains(&party)
    }

    /// The defendants who have not received the complaint.
    pub(super) fn unserved(&self) -> BTreeSet<u32> {
        let served: BTreeSet<u32> = self.complaints.iter().map(|receipt| receipt.party).collect();
        let others = self.parties().into_iter().filter(|no| !self.is_plaintiff(*no));
        others.filter(|no| !served.contains(no)).collect()
    }
}
