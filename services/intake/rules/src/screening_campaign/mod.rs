//! A screening 排查: campaign or routine, in rounds; each unit reports what it found or signs that it found
//! none; who is silent is listed; each finding gets an owner (plan 七(一); C-231 to C-236, M-15).

mod chart;
mod decide;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeId, DisputeKind, Private, Region, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use crate::worded::Worded as Refusal;
pub use chart::CHART;

/// The code of the procedure.
pub const KIND: &str = "screening_campaign";

/// One screening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What is screened and how.
    pub plan: Plan,
    /// Who drafted it.
    pub drafted_by: String,
    /// Who signed it, and when.
    pub signed: Option<(String, Date)>,
    /// The round that runs or ran last; 0 before the first.
    pub round: u32,
    /// When it began.
    pub round_from: Date,
    /// What units reported, in order.
    pub reports: Vec<Report>,
    /// What was found, in order; the number is the place, from 1.
    pub findings: Vec<Finding>,
    /// Who let a round pass in silence: round and unit.
    pub overdue: BTreeSet<(u32, Agency)>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a screening stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 方案待签发
    Planned,
    /// 排查中
    Running,
    /// 排查结束，待总结
    Closing,
    /// 已总结
    Reported,
    /// 已取消
    Cancelled,
}

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Campaign or routine (C-234).
    pub mode: Mode,
    /// The theme: wages before the festival, expropriation, heating.
    pub theme: String,
    /// The units that must report: each for its own area.
    pub units: BTreeSet<Agency>,
    /// How many rounds.
    pub rounds: u32,
}

/// How it is screened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// 集中排查
    Campaign,
    /// 经常性排查
    Routine,
}

impl Mode {
    /// The rule of a round.
    pub const fn rule(self) -> &'static str {
        match self {
            Mode::Campaign => "policy.screening_round",
            Mode::Routine => "policy.screening_routine",
        }
    }
}

/// A unit's report of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Which round.
    pub round: u32,
    /// The unit.
    pub unit: Agency,
    /// Who signed that nothing was found; none: something was.
    pub none_found: Option<String>,
    /// After the round's last day.
    pub late: bool,
    /// When.
    pub on: Date,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Who found it.
    pub unit: Agency,
    /// Where.
    pub place: Region,
    /// Over what.
    pub kind: DisputeKind,
    /// How many people.
    pub people: u32,
    /// What was seen.
    pub summary: Private<String>,
    /// As which dispute it was registered; none: it is a risk signal.
    #[serde(default)]
    pub dispute: Option<DisputeId>,
    /// Who answers for it, and as which dispute.
    pub owner: Option<(Agency, DisputeId)>,
    /// It had no owner within the limit (C-236).
    pub unowned: bool,
}

/// The figures of the closing report (M-15).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Reports that were due: units × rounds.
    pub due: u32,
    /// Reports in time.
    pub in_time: u32,
    /// Reports after the round.
    pub late: u32,
    /// Of all reports: signed "none found".
    pub none_found: u32,
    /// Findings.
    pub findings: u32,
    /// Findings that had no owner within the limit.
    pub unowned: u32,
}

/// What may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 拟定方案
    PlanScreening(Plan),
    /// 签发方案: the first round begins.
    Sign,
    /// 取消
    Cancel {
        /// Why.
        reason: String,
    },
    /// 上报排查发现
    ReportFinding {
        /// Of which round.
        round: u32,
        /// Where.
        place: Region,
        /// Over what.
        kind: DisputeKind,
        /// How many people.
        people: u32,
        /// What was seen.
        summary: Private<String>,
        /// As which dispute it is to be registered; none: it is a risk signal.
        dispute: Option<DisputeId>,
    },
    /// 签字确认零发现
    SignNoneFound {
        /// Of which round.
        round: u32,
        /// The person who signs, staff id.
        signed_by: String,
    },
    /// 结束本轮: when every unit has reported, or the clock says so.
    CloseRound,
    /// 落实责任单位
    AssignOwner {
        /// The finding, from 1.
        finding: u32,
        /// The unit that answers for it.
        unit: Agency,
        /// The dispute that was opened for it; none: the one as which it was registered.
        dispute: Option<DisputeId>,
    },
    /// 总结报告
    ReportScreening {
        /// The text.
        text: String,
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
    /// The plan was drafted.
    Planned { plan: Plan, by: String, on: Date },
    /// The plan was signed.
    Signed { by: String, on: Date },
    /// The screening was cancelled before it began.
    Cancelled { reason: String, on: Date },
    /// A round began, under its rule, for these units.
    RoundBegun {
        round: u32,
        rule: String,
        #[serde(default)]
        units: BTreeSet<Agency>,
        on: Date,
    },
    /// A unit found something.
    FindingReported { no: u32, finding: Finding, report: Report },
    /// A unit signed that it found nothing.
    NoneFound { report: Report },
    /// A round ended; these units were silent.
    RoundClosed { round: u32, silent: BTreeSet<Agency>, on: Date },
    /// The last round has ended.
    ScreeningEnded { on: Date },
    /// A finding has an owner and a dispute.
    OwnerAssigned { no: u32, unit: Agency, dispute: DisputeId, on: Date },
    /// A finding has no owner within the limit: a supervision order is due (C-236).
    FindingUnowned { no: u32, unit: Agency, on: Date },
    /// The closing report.
    Reported { text: String, figures: Figures, by: String, on: Date },
    /// The office's own step is late.
    LatenessFound { clock: String, on: Date },
}

impl State {
    /// True when the unit has reported of the round.
    pub fn has_reported(&self, round: u32, unit: Agency) -> bool {
        self.reports.iter().any(|report| report.round == round && report.unit == unit)
    }

    /// The units that have not reported of the round.
    pub fn silent(&self, round: u32) -> BTreeSet<Agency> {
        self.plan.units.iter().copied().filter(|unit| !self.has_reported(round, *unit)).collect()
    }

    /// The figures so far.
    pub fn figures(&self) -> Figures {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let first: BTreeSet<(u32, Agency, bool)> =
            self.reports.iter().map(|report| (report.round, report.unit, report.late)).collect();
        let late = first.iter().filter(|(.., late)| *late).count();
        let none = self.reports.iter().filter(|report| report.none_found.is_some()).count();
        Figures {
            due: count(self.plan.units.len()).saturating_mul(self.plan.rounds),
            in_time: count(first.len() - late),
            late: count(late),
            none_found: count(none),
            findings: count(self.findings.len()),
            unowned: count(self.findings.iter().filter(|finding| finding.unowned).count()),
        }
    }
}

/// The procedure.
#[derive(Debug, Clone, Copy)]
pub struct ScreeningCampaign;

impl Procedure for ScreeningCampaign {
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
        tell::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        // A finding has no claimant yet; people are told in the dispute that is opened for it.
        Vec::new()
    }

    fn expired(_: &State, clock: &str) -> Option<Command> {
        if clock == tell::ROUND {
            return Some(Command::CloseRound);
        }
        Some(Command::FlagLate { clock: clock.to_owned() })
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(_: &str) -> bool {
        // A screening is no dispute: there is no holder.
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
