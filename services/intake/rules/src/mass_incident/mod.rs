//! A mass incident 群体性事件: signal, warning yellow, orange, red, call-out, on-site work, stand-down, review
//! (plan 七(一): 现场处置、社会面防控与舆论引导同步部署; C-237; T-R-09, T-R-10; 突发事件应对法 2024).
//!
//! Minutes count: every step carries its local time. Reporting up is due at once (T-R-09), anew with each
//! higher level, and neither late, false nor hidden. The three lanes are deployed together or not at all. The
//! incident ends no dispute: what people claim lives on in theirs.

mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod steps;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeId, Region, Role};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::signal::{Class, Level, Signal};

pub use refusal::Refusal;

/// The code of the procedure.
pub const KIND: &str = "mass_incident";

/// One incident, or the danger of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Where.
    pub place: Region,
    /// The signals joined, oldest first.
    pub signals: Vec<Signal>,
    /// The highest number of people so far.
    pub people: u32,
    /// Violence was seen.
    pub violence: bool,
    /// The disputes behind it: they carry the claims on (C-320).
    pub disputes: BTreeSet<DisputeId>,
    /// The first contact with those concerned.
    pub first_contact: Option<DateTime>,
    /// The lanes, prepared or deployed.
    pub lanes: Vec<LaneDuty>,
    /// Who commands on the scene: staff id or post.
    pub commander: Option<String>,
    /// The reports to the levels above.
    pub reports: Vec<ReportUp>,
    /// A report up is owed since this moment.
    pub owed_since: Option<DateTime>,
    /// What was done on the scene under 突发事件应对法 74.
    pub measures: Vec<Measure>,
    /// What was reported of it inside the county, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub situations: Vec<Situation>,
    /// When the response began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_at: Option<DateTime>,
    /// Why and when it ended: stood down, lifted or not so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
    /// The review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// The time of the latest step.
    pub latest: DateTime,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an incident stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Stage {
    /// 已接信号，核实中
    Signalled,
    /// 预警
    Warned {
        /// The level.
        level: Level,
    },
    /// 已启动响应，力量集结
    CalledOut,
    /// 现场处置
    OnSite,
    /// 已解除响应，待评估
    StoodDown,
    /// 已评估办结
    Reviewed,
    /// 预警已解除，事件未发生
    Lifted,
    /// 核实不属实
    Unfounded,
}

/// A lane of the response (plan 七(一)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// 现场处置
    OnSite,
    /// 社会面防控
    Area,
    /// 舆论引导
    Information,
}

impl Lane {
    /// All three: they are deployed together.
    pub const ALL: [Lane; 3] = [Lane::OnSite, Lane::Area, Lane::Information];
}

/// A lane with its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaneDuty {
    /// The lane.
    pub lane: Lane,
    /// The unit.
    pub unit: Agency,
    /// Its person in charge: staff id or post.
    pub person: String,
    /// When it came to its place.
    pub arrived: Option<DateTime>,
    /// How it ended: what was done.
    pub closed: Option<String>,
}

/// A report to a level above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportUp {
    /// To the government of this region.
    pub to: Region,
    /// Why a level was skipped; none: the next level.
    pub skips: Option<String>,
    /// Time, place, cause, what was done: no personal data.
    pub text: String,
    /// How many people, as known.
    pub people: u32,
    /// The size class that follows from it.
    pub class: Class,
    /// When.
    pub at: DateTime,
}

/// The situation as it was reported inside the county.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Situation {
    /// How many people.
    pub people: u32,
    /// What happens.
    pub text: String,
    /// When.
    pub at: DateTime,
}

/// How an incident, or the danger of one, ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Why.
    pub why: String,
    /// When.
    pub at: DateTime,
}

/// A measure on the scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Which.
    pub kind: MeasureKind,
    /// Why a lesser one does not do (突发事件应对法 10).
    pub why: String,
    /// When.
    pub at: DateTime,
}

/// The closed list of measures (突发事件应对法 74, 78).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// 劝解、疏导
    Persuade,
    /// 控制特定区域内的设施和供应
    ControlFacilities,
    /// 封锁场所、道路，查验证件
    SealOff,
    /// 核心单位警卫、临时警戒线
    Guard,
    /// 强制隔离使用暴力的当事人
    Separate,
}

/// The review after an incident (突发事件应对法 85, 87, 92).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Course and cause.
    pub cause: String,
    /// What is to be done better.
    pub lessons: String,
    /// For each dispute behind it: who held it since when and what was done before (C-320).
    pub trace: Vec<Earlier>,
    /// What was collected of persons is destroyed, or kept after an assessment.
    pub data_settled: bool,
}

/// An earlier sign that somebody had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The dispute.
    pub dispute: DisputeId,
    /// Who held it; none: nobody.
    pub held_by: Option<Agency>,
    /// Since when it was known.
    pub since: DateTime,
    /// What was done.
    pub done: String,
}

/// What may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 接报信号
    ReportSignal {
        /// The signal.
        signal: Signal,
        /// The disputes known behind it.
        disputes: BTreeSet<DisputeId>,
    },
    /// 并入信号
    JoinSignal {
        /// The signal.
        signal: Signal,
    },
    /// 核实
    Verify {
        /// It is so.
        holds: bool,
        /// The level, when it is; none: that of the signals.
        level: Option<Level>,
        /// What was found.
        finding: String,
        /// When.
        at: DateTime,
    },
    /// 调整预警级别: a person's decision, with reasons.
    SetLevel {
        /// The level.
        level: Level,
        /// Why.
        why: String,
        /// When.
        at: DateTime,
    },
    /// 首次联系
    RecordContact {
        /// When.
        at: DateTime,
    },
    /// 三线预置: on-site, area, public information.
    PrepareLanes {
        /// One unit or more for each lane.
        lanes: Vec<LaneDuty>,
        /// When.
        at: DateTime,
    },
    /// 启动响应
    CallOut {
        /// The lanes; empty: those prepared.
        lanes: Vec<LaneDuty>,
        /// Who commands on the scene.
        commander: String,
        /// When.
        at: DateTime,
    },
    /// 到场
    RecordArrival {
        /// The unit.
        unit: Agency,
        /// When.
        at: DateTime,
    },
    /// 采取措施
    TakeMeasure {
        /// The measure.
        measure: Measure,
    },
    /// 情况续报: inside the county.
    ReportSituation {
        /// How many people now.
        people: u32,
        /// What happens.
        text: String,
        /// When.
        at: DateTime,
    },
    /// 上报
    ReportUp {
        /// To the government of this region.
        to: Region,
        /// Why a level is skipped.
        skips: Option<String>,
        /// Time, place, cause, what was done.
        text: String,
        /// How many people.
        people: u32,
        /// When.
        at: DateTime,
    },
    /// 关联纠纷
    LinkDispute {
        /// The dispute.
        dispute: DisputeId,
        /// When.
        at: DateTime,
    },
    /// 收线: a lane has done its work.
    CloseLane {
        /// The lane.
        lane: Lane,
        /// What was done.
        result: String,
        /// When.
        at: DateTime,
    },
    /// 解除响应
    StandDown {
        /// Why the danger is over.
        why: String,
        /// When.
        at: DateTime,
    },
    /// 解除预警: it did not happen (突发事件应对法 70).
    Lift {
        /// Why it will not happen.
        why: String,
        /// When.
        at: DateTime,
    },
    /// 事后评估
    Review {
        /// The review.
        review: Review,
        /// When it was reported up.
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
    /// A signal came in. `level`: the threshold that it met.
    SignalReported { signal: Signal, disputes: BTreeSet<DisputeId>, level: Option<Level> },
    /// A signal was joined.
    SignalJoined { signal: Signal },
    /// A warning stands at a level.
    LevelSet { level: Level, before: Option<Level>, why: String, by: String, at: DateTime },
    /// The signal was not so.
    FoundUnfounded { finding: String, at: DateTime },
    /// The first contact, so many minutes after the first signal.
    Contacted { minutes: u32, at: DateTime },
    /// The lanes stand ready.
    LanesPrepared { lanes: Vec<LaneDuty>, at: DateTime },
    /// The response began.
    CalledOut { lanes: Vec<LaneDuty>, commander: String, at: DateTime },
    /// A unit came, so many minutes after the call-out. `all`: every lane is in its place.
    Arrived { unit: Agency, all: bool, at: DateTime },
    /// A measure was taken.
    MeasureTaken { measure: Measure },
    /// The situation was reported. `level`: its rule of the next one.
    SituationReported { people: u32, text: String, rule: String, at: DateTime },
    /// More people or worse: a report up is owed from now on.
    ReportOwed { at: DateTime },
    /// The level above was told, so many minutes after it was owed.
    ReportedUp { report: ReportUp, minutes: u32 },
    /// A dispute stands behind it.
    DisputeLinked { dispute: DisputeId, at: DateTime },
    /// A lane has done its work.
    LaneClosed { lane: Lane, result: String, at: DateTime },
    /// The response ended.
    StoodDown { why: String, by: String, at: DateTime },
    /// The warning was lifted; from signal to first contact so many minutes.
    WarningLifted { why: String, contact: u32, by: String, at: DateTime },
    /// The review was made and reported up.
    Reviewed { review: Review, by: String, at: DateTime },
    /// A duty is late; its clock runs again.
    LatenessFound { clock: String, rule: String, at: DateTime },
}

/// The procedure.
#[derive(Debug, Clone, Copy)]
pub struct MassIncident;

impl Procedure for MassIncident {
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
        // What the public is told is the information lane's work; the parties are told in their disputes.
        Vec::new()
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

    fn needs_holding(_: &str) -> bool {
        // An incident is no dispute; the disputes behind it have their holders.
        false
    }

    fn chart() -> &'static Chart {
        chart::chart()
    }
}
