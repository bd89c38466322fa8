//! Mediation of medical disputes 医疗纠纷调解 (T-P-01..09): the hospital tells of the ways, of sealing, of
//! the records and of autopsy; records are sealed; then either the people's committee or the health
//! department mediates, never both, and neither beside a suit that a court has accepted (T-P-03). Thirty
//! working days without appraisal days; past them without agreement it is deemed failed (T-P-01, T-P-02).
//! Nothing of it is public unless both agree (T-P-09).

mod chart;
mod decide;
mod evolve;
mod mediate;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::term::Term;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Consent, Notice, Outline, Procedure,
};
use jiefen_vocab::{Fen, Outcome, Role};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::agreement::{Agreement, Draft};
use crate::session::{Held, Sitting};
pub use chart::CHART;
pub use jiefen_procedure::words::Refusal;

/// From this amount on a claim counts as high: the parties are pointed to people's mediation (医疗纠纷预防
/// 和处理条例 30(3)), and an insured hospital's insurer is called in before an agreement. County policy.
pub const HIGH_CLAIM: Fen = Fen::yuan(20_000);

/// What the hospital must tell the patient or the next of kin (医疗纠纷预防和处理条例 23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// 解决医疗纠纷的合法途径
    Routes,
    /// 病历资料、现场实物封存和启封的规定
    Sealing,
    /// 病历资料查阅、复制的规定
    Records,
    /// 尸检的规定（患者死亡的）
    Autopsy,
}

/// The death of the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Death {
    /// When.
    pub at: DateTime,
    /// The body can be kept frozen: seven days for the autopsy instead of 48 hours (T-P-05).
    pub frozen: bool,
}

/// What became of the autopsy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "autopsy")]
pub enum Autopsy {
    /// 已经尸检
    Done,
    /// 对死因没有异议
    NotDisputed,
    /// 一方不同意，由其承担影响死因判定的责任
    Refused {
        /// By which party.
        party: u32,
    },
}

/// Before which body mediation is held; the two exclude each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forum {
    /// 医疗纠纷人民调解委员会
    Committee,
    /// 卫生主管部门
    Department,
}

impl Forum {
    /// The rule of the mediation's length.
    pub fn rule(self) -> &'static str {
        match self {
            Forum::Committee => "T-P-01",
            Forum::Department => "T-P-02.mediate",
        }
    }

    /// The rule within which it accepts.
    pub fn acceptance(self) -> &'static str {
        match self {
            Forum::Committee => "policy.medical_acceptance",
            Forum::Department => "T-P-02",
        }
    }

    /// Whose staff mediates there.
    pub fn mediators(self) -> &'static [Role] {
        match self {
            Forum::Committee => &[Role::Mediator, Role::MediationHead],
            Forum::Department => &[Role::DepartmentOfficer],
        }
    }
}

/// What already runs elsewhere over the same dispute (T-P-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Elsewhere {
    /// 人民法院已经受理
    Court,
    /// 另一调解机构已经受理
    OtherMediation,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum Ending {
    /// 协议已经履行
    Performed,
    /// 协议没有履行
    Broken,
    /// 调解不成
    Failed,
    /// 超过期限，视为调解不成
    DeemedFailed,
    /// 当事人不同意或者退出
    Withdrawn {
        /// Who.
        party: u32,
    },
    /// 他处已经受理，终止
    Elsewhere {
        /// Where.
        elsewhere: Elsewhere,
    },
    /// 不予受理
    Declined,
    /// 选择其他途径，没有申请调解
    Left,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待医疗机构告知
    Noticing,
    /// 已告知，待选择途径
    Choosing,
    /// 已申请调解
    Applied {
        /// Before which body.
        forum: Forum,
        /// When.
        on: Date,
    },
    /// 调解中
    Mediating {
        /// Before which body.
        forum: Forum,
        /// The thirty working days.
        term: Term,
    },
    /// 达成协议，待履行
    Agreed {
        /// Before which body.
        forum: Forum,
        /// What was agreed.
        agreement: Agreement,
    },
    /// 已结束
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// One medical dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// When it was recorded.
    pub opened_on: Date,
    /// The death of the patient, if any.
    pub death: Option<Death>,
    /// What the hospital has told.
    pub told: BTreeSet<Told>,
    /// When records or objects were sealed.
    pub sealed_on: Option<Date>,
    /// What became of the autopsy.
    pub autopsy: Option<Autopsy>,
    /// Every word of a party on mediation, in order.
    pub consents: Vec<Consent>,
    /// The hospital has liability insurance.
    pub insured: bool,
    /// The insurer's claim number, once it was called in.
    pub claim: Option<String>,
    /// The mediator in charge, staff id.
    pub mediator: Option<String>,
    /// The sessions held.
    pub sessions: Vec<Held>,
    /// Both have agreed that the content of the agreement may be made public.
    pub public: bool,
    /// Where it stands.
    pub stage: Stage,
}

/// What somebody asks of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A medical dispute is recorded.
    Open { brief: Box<Brief>, insured: bool, death: Option<Death>, on: Date },
    /// The hospital's notices go on file.
    RecordNotices { told: BTreeSet<Told>, on: Date },
    /// Records or objects are sealed in the presence of both, with a signed list.
    Seal { both_present: bool, on: Date },
    /// What became of the autopsy.
    RecordAutopsy { autopsy: Autopsy, on: Date },
    /// Mediation is applied for.
    Apply { forum: Forum, applicants: Vec<u32>, on: Date },
    /// The parties go another way.
    Leave { on: Date },
    /// A party agrees to mediation.
    GiveConsent { party: u32, how: String, on: Date },
    /// A party does not, or no longer, agree; it ends the same day (I5).
    WithdrawConsent { party: u32, how: String },
    /// The body accepts, or must not because of what runs elsewhere.
    Accept { mediator: String, elsewhere: Option<Elsewhere>, on: Date },
    /// The body does not accept.
    Decline { on: Date },
    /// The insurer is called in.
    JoinInsurer { claim: String, on: Date },
    /// An appraisal begins, with both parties' consent; its days do not count.
    BeginAppraisal { agreed: Vec<u32>, on: Date },
    /// Its result is in.
    EndAppraisal { on: Date },
    /// Committee and both parties extend the term by working days.
    Extend { days: u32, agreed: Vec<u32>, on: Date },
    /// A session was held; `open_to`: who agreed that it be public, when it was.
    HoldSession { session: Sitting, open_to: Option<Vec<u32>> },
    /// The agreement: signed by both, by the mediator, and sealed (医疗纠纷预防和处理条例 39).
    Agree { draft: Draft, signed: Vec<u32>, countersigned: bool, on: Date },
    /// No agreement is reached.
    EndFailed { on: Date },
    /// The term is over: deemed failed.
    Lapse,
    /// A court has accepted a suit, or another body mediation: it ends the same day (T-P-03).
    NoteElsewhere { elsewhere: Elsewhere, on: Date },
    /// The parties applied jointly for judicial confirmation (T-B-06).
    NoteApplication { on: Date },
    /// The content of the agreement is to be made public (T-P-09).
    Publish { agreed: Vec<u32>, on: Date },
    /// An obligation was performed; the insurer's payout is proof.
    RecordPerformance { no: u32, on: Date, proof: String },
    /// The agreement is not performed.
    ReportBreach { no: u32, on: Date, declared: bool },
}

/// What has happened in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was recorded.
    Opened { brief: Box<Brief>, insured: bool, death: Option<Death>, on: Date },
    /// The hospital told.
    NoticesRecorded { told: BTreeSet<Told>, on: Date },
    /// All that the hospital must tell is told.
    NoticesComplete { on: Date },
    /// Records or objects were sealed.
    Sealed { on: Date },
    /// The autopsy was answered.
    AutopsyRecorded { autopsy: Autopsy, on: Date },
    /// Mediation was applied for.
    Applied { forum: Forum, on: Date },
    /// A party spoke on mediation.
    ConsentSaid { word: Consent },
    /// The body accepted.
    Accepted { forum: Forum, mediator: String, rule: String, on: Date },
    /// The insurer was called in.
    InsurerJoined { claim: String, on: Date },
    /// An appraisal began.
    AppraisalBegun { on: Date },
    /// Its result came in.
    AppraisalEnded { on: Date },
    /// The term was extended.
    TermExtended { days: u32, on: Date },
    /// A session was held.
    SessionHeld { session: Held },
    /// An agreement took effect.
    AgreementMade { forum: Forum, draft: Draft, on: Date },
    /// Confirmation was applied for.
    ApplicationNoted { on: Date },
    /// Both agreed to publication.
    PublicationAllowed { on: Date },
    /// An obligation was performed.
    ObligationPerformed { no: u32, on: Date, proof: String },
    /// The case ended.
    Ended { ending: Ending, open: Vec<u32>, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Noticing | Stage::Choosing | Stage::Applied { .. } | Stage::Mediating { .. } => {
                None
            }
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Performed => Outcome::Performed,
                Ending::Broken => Outcome::Agreed,
                Ending::Failed | Ending::DeemedFailed => Outcome::Failed,
                Ending::Withdrawn { .. } | Ending::Left => Outcome::Withdrawn,
                Ending::Elsewhere { .. } => Outcome::Transferred,
                Ending::Declined => Outcome::Refused,
            }),
        }
    }

    /// What the hospital has still to tell.
    pub fn untold(&self) -> Vec<Told> {
        let mut wanted = vec![Told::Routes, Told::Sealing, Told::Records];
        if self.death.is_some() {
            wanted.push(Told::Autopsy);
        }
        wanted.retain(|one| !self.told.contains(one));
        wanted
    }
}

/// The procedure.
pub struct Medical;

impl Procedure for Medical {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "medical";
    const COMMANDS: &'static [&'static str] = table::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        evolve::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        tell::notices(fact)
    }

    fn expired(_state: &State, clock: &str) -> Option<Command> {
        (clock == "mediate").then_some(Command::Lapse)
    }

    fn name(command: &Command) -> &'static str {
        table::verb(command).name()
    }

    fn roles(command: &str) -> &'static [Role] {
        table::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        table::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
