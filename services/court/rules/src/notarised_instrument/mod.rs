//! The notarised debt instrument 公证债权文书 (T-G-03 to T-G-07; 公证法 37; 民事诉讼法 249; 公证债权文书执行规定
//! 2018): the notary gives it force, each instalment has its own two years and its own execution
//! certificate, the court looks at it, the debtor may plead within fifteen days of the notice while
//! enforcement goes on. The enforcement case itself is [`crate::enforcement`].

mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Fen, Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

/// An instrument from the request at the notary's to the last of its instalments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Arc<Brief>,
    /// What is to be notarised.
    pub instrument: Arc<Instrument>,
    /// The instalments and their fates.
    pub instalments: Vec<Instalment>,
    /// The notary's term.
    pub notary: Term,
    /// Where it stands.
    pub stage: Stage,
}

/// What is notarised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    /// The creditor's party number.
    pub creditor: u32,
    /// The debtor's party number.
    pub debtor: u32,
    /// The instalments: number, last day, amount.
    pub due: Vec<(u32, Date, Fen)>,
    /// The debtor expressly submits to enforcement (T-G-05).
    pub submits: bool,
}

/// An instalment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// Its number.
    pub no: u32,
    /// Its last day.
    pub due_on: Date,
    /// From when its own two years run: its last day, or the request for the certificate.
    pub from: Date,
    /// Its fate.
    pub fate: Fate,
}

/// The fate of an instalment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// 未届期或者未履行
    Open,
    /// 已申请或者已取得执行证书
    Pursued,
    /// 已履行
    Performed,
    /// 进入执行
    Enforced,
    /// 不予受理或者不予执行
    NotEnforced,
    /// 申请执行期间届满
    TimePassed,
}

/// Where an instrument stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 公证办理中.
    Requested,
    /// 已出具公证书，履行期.
    Issued,
    /// 申请执行证书.
    CertificateAsked {
        /// When.
        on: Date,
    },
    /// 已出具执行证书.
    Certified {
        /// When.
        on: Date,
    },
    /// 已向法院申请执行.
    AtCourt {
        /// When.
        on: Date,
        /// True once accepted: the notice is to be served.
        accepted: bool,
    },
    /// 已送达执行通知，申请不予执行期内.
    Noticed {
        /// When the debtor received it.
        on: Date,
    },
    /// 不予执行审查中.
    Reviewing {
        /// The review's term.
        term: Term,
    },
    /// 已裁定，复议期内或者复议中.
    Ruled {
        /// Against whom.
        ruling: Ruling,
        /// When it was served.
        on: Date,
        /// When review was asked for.
        asked_on: Option<Date>,
    },
    /// 已结束.
    Ended {
        /// The strongest of what became of the instalments; none: the notary refused.
        fate: Option<Fate>,
        /// True when the instalments had different fates.
        mixed: bool,
        /// When.
        on: Date,
    },
}

/// A ruling that is open to review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// 不予受理（公证债权文书执行规定 7）
    NotAccepted,
    /// 驳回不予执行申请（21）
    PleaRejected,
}

/// Why the debtor pleads (公证债权文书执行规定 12、22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 被执行人未到场且未委托代理人办理公证
    NotPresent,
    /// 无民事行为能力人或者限制民事行为能力人没有监护人代为办理
    Incapable,
    /// 公证员为本人、近亲属办理公证等严重违反程序（自知道之日起十五日）
    Procedure,
    /// 公证员办理公证有贪污受贿、徇私舞弊行为（自知道之日起十五日）
    Corruption,
    /// 债权债务与事实不符、违法或者已经清偿（应当起诉，22）
    Substance,
}

/// What somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The notary accepts the request.
    Request { brief: Box<Brief>, instrument: Box<Instrument>, on: Date },
    /// The notary's time stops, for `force_majeure`, `missing_proof` or `checking`.
    StopNotary { reason: String, on: Date },
    /// It runs again.
    ResumeNotary { to: Date },
    /// The notary issues the instrument.
    Issue { on: Date },
    /// The notary refuses it.
    Refuse { on: Date },
    /// An instalment is performed.
    RecordPerformance { instalment: u32, on: Date },
    /// The creditor asks for the execution certificate for unpaid instalments.
    AskCertificate { instalments: BTreeSet<u32>, on: Date },
    /// The notary issues it, having checked performance.
    Certify { on: Date },
    /// The notary refuses it.
    RefuseCertificate { on: Date },
    /// The creditor applies to the court, with instrument and certificate.
    ApplyToCourt { on: Date },
    /// The court accepts.
    Accept { on: Date },
    /// The court does not accept, by ruling, served on this day.
    Decline { on: Date },
    /// The debtor received the enforcement notice.
    ServeNotice { on: Date },
    /// The debtor asks for non-enforcement; `known_on`: when it learned of the ground.
    Plead { ground: Ground, known_on: Date, on: Date },
    /// Its fifteen days have passed.
    PleaTimePassed,
    /// The president extends the review by days.
    ExtendReview { days: u32, on: Date },
    /// The court rules on the plea; the ruling is served on this day.
    DecidePlea { upheld: bool, on: Date },
    /// Review by the upper court is asked for.
    AskReview { on: Date },
    /// The ten days for that have passed.
    ReviewTimePassed,
    /// The upper court's answer: the ruling stands or is changed.
    RecordReview { changed: bool, on: Date },
    /// The two years of an instalment have passed.
    InstalmentTimePassed { instalment: u32 },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The request was accepted.
    Requested { brief: Box<Brief>, instrument: Box<Instrument>, on: Date },
    /// The notary's time stopped.
    NotaryStopped { reason: String, on: Date },
    /// It runs again.
    NotaryResumed { to: Date },
    /// The instrument was issued; each instalment's own time runs from its last day.
    Issued { due: Vec<(u32, Date)>, on: Date },
    /// An instalment was performed.
    Performed { instalment: u32, on: Date },
    /// The certificate was asked for, which restarts the time of these instalments.
    CertificateAsked { instalments: BTreeSet<u32>, on: Date },
    /// It was issued.
    Certified { on: Date },
    /// It was refused; the instalments stay as they are.
    CertificateRefused { on: Date },
    /// The creditor applied to the court.
    AppliedToCourt { on: Date },
    /// The court accepted.
    Accepted { on: Date },
    /// The notice was served.
    NoticeServed { on: Date },
    /// The debtor pleads; enforcement goes on.
    Pleaded { ground: Ground, on: Date },
    /// The review was extended.
    ReviewExtended { days: u32, on: Date },
    /// A ruling that is open to review was served.
    Ruled { ruling: Ruling, on: Date },
    /// Review was asked for.
    ReviewAsked { on: Date },
    /// The upper court has the ruling changed: the application is accepted after all.
    SentBack { on: Date },
    /// What was pursued is settled.
    Settled { fate: Fate, on: Date },
    /// The time of an instalment has passed.
    TimePassed { instalment: u32, on: Date },
    /// Nothing is left open.
    Ended { fate: Option<Fate>, mixed: bool, on: Date },
    /// These times have no object any more.
    TimesClosed { keys: Vec<String> },
}

impl State {
    /// How it ended; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Requested
            | Stage::Issued
            | Stage::CertificateAsked { .. }
            | Stage::Certified { .. }
            | Stage::AtCourt { .. }
            | Stage::Noticed { .. }
            | Stage::Reviewing { .. }
            | Stage::Ruled { .. } => None,
            Stage::Ended { fate: None, .. } => Some(Outcome::Refused),
            Stage::Ended { fate: Some(fate), .. } => Some(match fate {
                Fate::Performed => Outcome::Performed,
                Fate::Enforced => Outcome::Decided,
                Fate::Open | Fate::Pursued | Fate::NotEnforced | Fate::TimePassed => {
                    Outcome::Failed
                }
            }),
        }
    }
}

/// The procedure.
pub struct NotarisedInstrument;

impl Procedure for NotarisedInstrument {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "notarised_instrument";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

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

    fn expired(state: &State, clock: &str) -> Option<Command> {
        tell::expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(_command: &str) -> bool {
        // The notary and the court act on the instrument, whoever holds the dispute.
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
