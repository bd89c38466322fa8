//! A risk case 风险事项: signals joined into one matter with a level, an investigator, a team and tasks
//! (C-040, C-096, C-142; S02, S11). The levels are those of [`crate::thresholds`].
//!
//! It is not a dispute and no dispute closes it: not an agreement, not a withdrawal. It closes with its trace
//! (from the signal to the first contact), every task proved, and every payment that was promised proved.

mod chart;
mod decide;
mod evolve;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeId, Fen, Region, Role};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::signal::{Level, Signal};
pub use crate::worded::Worded as Refusal;

/// The code of the procedure.
pub const KIND: &str = "risk_case";

/// One risk case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Where.
    pub place: Region,
    /// The signals joined, oldest first.
    pub signals: Vec<Signal>,
    /// The disputes behind it.
    pub disputes: BTreeSet<DisputeId>,
    /// Why it has its level: the threshold with its clause, or a person's reason.
    #[serde(default)]
    pub why: String,
    /// The unit whose case it is; none: a case from before this was kept.
    #[serde(default)]
    pub unit: Option<Agency>,
    /// Who investigates: staff id.
    pub investigator: Option<String>,
    /// Ten or more workers with one claim: HR, union and police form a team on the same day (C-096).
    pub collective: bool,
    /// The team.
    pub team: BTreeSet<Agency>,
    /// The case became collective and its team does not stand yet.
    pub team_due: bool,
    /// The first contact with those concerned.
    pub first_contact: Option<DateTime>,
    /// What was found, in order.
    pub findings: Vec<String>,
    /// The tasks, in order; the number is the place, from 1.
    pub tasks: Vec<Task>,
    /// The payments that were promised, in order; the number is the place, from 1.
    pub payments: Vec<Payment>,
    /// A mass incident grew out of it and has not ended.
    pub incident_open: bool,
    /// The time of the latest step.
    pub latest: DateTime,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a risk case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Stage {
    /// 管控中
    Open {
        /// At this level.
        level: Level,
    },
    /// 已销号
    Closed,
    /// 核实不属实
    Unfounded,
}

/// A unit's task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The unit.
    pub unit: Agency,
    /// What.
    pub what: String,
    /// By when.
    pub due: Date,
    /// The evidence that it is done.
    pub done: Option<String>,
}

/// A payment that was promised to people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// In which dispute.
    pub dispute: DisputeId,
    /// To how many people.
    pub people: u32,
    /// How much in all.
    pub amount: Fen,
    /// By when.
    pub due: Date,
    /// The proof.
    pub proof: Option<String>,
}

/// What may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 立项
    Open {
        /// The signals.
        signals: Vec<Signal>,
        /// The disputes known behind them.
        disputes: BTreeSet<DisputeId>,
        /// Below the thresholds: why a person opens it all the same.
        why: Option<String>,
        /// When.
        at: DateTime,
    },
    /// 并入信号
    JoinSignal {
        /// The signal.
        signal: Signal,
    },
    /// 调整级别
    SetLevel {
        /// The level.
        level: Level,
        /// Why.
        why: String,
        /// When.
        at: DateTime,
    },
    /// 确定调查人
    NameInvestigator {
        /// Staff id.
        person: String,
        /// When.
        at: DateTime,
    },
    /// 组建应急调解组
    AssembleTeam {
        /// The units.
        units: BTreeSet<Agency>,
        /// When.
        at: DateTime,
    },
    /// 首次联系
    RecordContact {
        /// When.
        at: DateTime,
    },
    /// 调查、研判
    RecordFinding {
        /// What was found.
        finding: String,
        /// When.
        at: DateTime,
    },
    /// 交办任务
    AssignTask {
        /// The unit.
        unit: Agency,
        /// What.
        what: String,
        /// By when.
        due: Date,
        /// When.
        at: DateTime,
    },
    /// 任务办结
    ProveTask {
        /// Its number, from 1.
        task: u32,
        /// The evidence.
        evidence: String,
        /// When.
        at: DateTime,
    },
    /// 登记待支付款项
    ExpectPayment {
        /// The payment.
        payment: Payment,
        /// When.
        at: DateTime,
    },
    /// 核实支付凭证
    ProvePayment {
        /// Its number, from 1.
        payment: u32,
        /// The proof.
        proof: String,
        /// When.
        at: DateTime,
    },
    /// 转为群体性事件，或者该事件已经结束
    NoteIncident {
        /// It has ended.
        ended: bool,
        /// When.
        at: DateTime,
    },
    /// 核实不属实
    FindUnfounded {
        /// What was found.
        finding: String,
        /// When.
        at: DateTime,
    },
    /// 销号
    Close {
        /// Why the risk is gone.
        why: String,
        /// When.
        at: DateTime,
    },
    /// 逾期提示: the clock says so.
    FlagLate {
        /// Which clock.
        clock: String,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The case was opened.
    Opened {
        /// The signals.
        signals: Vec<Signal>,
        /// The disputes.
        disputes: BTreeSet<DisputeId>,
        /// The level.
        level: Level,
        /// Which threshold was reached, with its clause; empty: none.
        #[serde(default)]
        basis: String,
        /// A collective labour case.
        collective: bool,
        /// Why, when below the thresholds.
        why: Option<String>,
        /// The unit whose case it is.
        #[serde(default)]
        unit: Option<Agency>,
        /// By whom.
        by: String,
        /// When.
        at: DateTime,
    },
    /// A signal was joined; `collective`: it is a collective labour case from now on.
    SignalJoined { signal: Signal, collective: bool },
    /// The level was set.
    LevelSet { level: Level, why: String, by: String, at: DateTime },
    /// The investigator was named.
    InvestigatorNamed { person: String, at: DateTime },
    /// The team was formed.
    TeamAssembled { units: BTreeSet<Agency>, at: DateTime },
    /// The first contact, so many minutes after the first signal.
    Contacted { minutes: u32, at: DateTime },
    /// A finding; `rule`: that of the next one.
    Found { finding: String, rule: String, at: DateTime },
    /// A task was given.
    TaskGiven { no: u32, task: Task, at: DateTime },
    /// A task was proved.
    TaskProved { no: u32, evidence: String, at: DateTime },
    /// A payment is expected.
    PaymentExpected { no: u32, payment: Payment, at: DateTime },
    /// A payment was proved.
    PaymentProved { no: u32, proof: String, at: DateTime },
    /// A mass incident began or ended.
    IncidentNoted { ended: bool, at: DateTime },
    /// It was not so. `ended`: the clocks that end with it.
    FoundUnfounded { finding: String, ended: Vec<String>, at: DateTime },
    /// It was closed; from the first signal to the first contact so many minutes.
    Closed { why: String, contact: u32, by: String, at: DateTime },
    /// A duty is late; its clock runs again.
    LatenessFound { clock: String, rule: String, at: DateTime },
}

/// The procedure.
#[derive(Debug, Clone, Copy)]
pub struct RiskCase;

impl Procedure for RiskCase {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = KIND;
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

    fn notices(_: &Fact) -> Vec<Notice> {
        // Nobody is told that he is a risk; people are told of their own disputes, there.
        Vec::new()
    }

    fn expired(_: &State, clock: &str) -> Option<Command> {
        Some(Command::FlagLate { clock: clock.to_owned() })
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(_: &str) -> bool {
        // A risk is no dispute; the disputes behind it have their holders.
        false
    }

    fn chart() -> &'static Chart {
        chart::chart()
    }
}
