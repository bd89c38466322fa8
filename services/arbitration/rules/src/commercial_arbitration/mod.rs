//! Commercial arbitration 商事仲裁 (T-J-01..07): the Arbitration Act as revised in 2025, in force from
//! 1 March 2026, and the older Act for cases begun before. Articles are those of 2025 where none says else.
//!
//! handed over → application with an agreement → accepted or refused in five days → objection to the
//! agreement before the first hearing → tribunal as agreed, the director in default → hearing, online
//! unless opposed → mediation if both want it → award, final when made → correction in 30 days; set aside
//! within three months of one's own receipt (six for a receipt before 1 March 2026); re-arbitration;
//! non-enforcement. The body's own rules give the other limits (T-J-02): the county only keeps such a case
//! in sight.

mod award;
mod chart;
mod codes;
mod command;
mod decide;
mod door;
mod evolve;
mod fact;
mod remedy;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod table;
mod tell;
#[cfg(test)]
mod tests;
mod told;
mod trial;

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, PartyRole, Role};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use codes::{
    AdHocGround, Asked, Duty, Ground, Kind, Measure, Mode, SetAsideGround, Size, StayGround,
};
pub use command::{Apply, Command, HoldHearing};
pub use fact::Fact;

use crate::statement::{Event, Statement};
use crate::tribunal::Tribunal;
use jiefen_procedure::words::Refusal;

/// From this day the revised Act governs a case (仲裁法(2025)96); a case begun before keeps the older one.
pub const REVISED_FROM: Date = date(2026, 3, 1);

/// The local limit that keeps an award in sight; the body's rules prevail (T-J-02).
pub(crate) const AWARD_TERM: &str = "policy.commercial_award";

/// The reason code by which that term stands still.
pub(crate) const SUSPENSION: &str = "suspension";

/// Which text of the Act governs a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// 仲裁法（1994年，2009、2017年修正）
    Before2026,
    /// 仲裁法（2025年修订）
    Of2025,
}

impl Act {
    /// The text that governs a case begun on this day.
    pub fn on(applied_on: Date) -> Act {
        if applied_on < REVISED_FROM { Act::Before2026 } else { Act::Of2025 }
    }
}

/// On what the arbitration rests (27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// How it is shown.
    pub form: Form,
    /// It names this body; else only a supplement saves it (29).
    pub names_body: bool,
    /// How many arbitrators it wants (43).
    pub size: Size,
    /// The two choose the third (43, from 2026).
    pub by_the_two: bool,
    /// Where and how: at a body, or ad hoc (82).
    pub forum: Forum,
}

/// How an agreement is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// 书面
    Written,
    /// 一方主张；对方首次开庭前不否认，经提示并记录的，视为存在（27，2026年起）
    Asserted,
    /// 经提示对方没有否认，视为存在
    Deemed,
    /// 没有
    None,
}

/// At a body, or ad hoc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "forum", rename_all = "snake_case")]
pub enum Forum {
    /// 仲裁机构
    Body,
    /// 非机构仲裁: only in foreign-related cases of two kinds (82)
    AdHoc {
        /// Foreign-related.
        foreign: bool,
        /// Which of the two kinds; none: neither.
        ground: Option<AdHocGround>,
    },
}

/// One commercial arbitration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The body's case number; empty before the application.
    pub number: String,
    /// The day of the application; before it, of the taking over.
    pub applied_on: Date,
    /// The text that governs the case.
    pub act: Act,
    /// On what it rests; none before the application.
    pub agreement: Option<Agreement>,
    /// What is known of the dispute that opens or closes this road (I4).
    pub facts: BTreeSet<Circumstance>,
    /// A respondent has filed a counterclaim (38).
    pub counterclaim: bool,
    /// Who clearly objects to going online (11).
    pub online_opposed: Vec<Event>,
    /// Requests for interim measures passed to the court (39, 58).
    pub measures: Vec<(Measure, Event)>,
    /// The body's limits that have passed: the findings stay.
    pub overdue: Vec<Duty>,
    /// The responsible person's staff id.
    pub person: Option<String>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待申请.
    Received,
    /// 待受理.
    Applied,
    /// 审理中.
    Pending {
        /// The trial.
        trial: Trial,
    },
    /// 中止.
    Stayed {
        /// What was before.
        trial: Trial,
        /// Why.
        ground: StayGround,
        /// The first day that is not counted.
        since: Date,
    },
    /// 已裁决: in force; the parties' remedies run.
    Awarded {
        /// The trial, should the court have it opened again.
        trial: Trial,
        /// The award.
        award: Award,
    },
    /// 已结束.
    Ended {
        /// How.
        how: Ending,
        /// When.
        on: Date,
        /// The last award, when there was one.
        award: Option<Award>,
    },
}

/// An objection to the agreement (31).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Who and when.
    pub by: Event,
    /// Of whom the decision is asked.
    pub of: Asked,
}

/// A case under trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// The day of acceptance, or on which re-arbitration began.
    pub begun_on: Date,
    /// Again, on the court's notice (74).
    pub again: bool,
    /// Respondents that received the papers.
    pub served: Vec<Event>,
    /// Respondents that answered.
    pub defended: Vec<Event>,
    /// A defence waits to be sent to the claimant.
    pub to_forward: bool,
    /// The objection that waits for its decision.
    pub objection: Option<Objection>,
    /// An objection was decided: the agreement is valid.
    pub confirmed: bool,
    /// The tribunal.
    pub tribunal: Option<Tribunal>,
    /// An arbitrator was replaced: what was done may be done again (49).
    pub replaced: bool,
    /// The hearing that is set.
    pub hearing_on: Option<Date>,
    /// The first hearing held.
    pub first_heard: Option<Date>,
    /// The last hearing held.
    pub last_heard: Option<Date>,
    /// Respondents that stayed away: award by default.
    pub defaulted: Vec<u32>,
    /// The statement that waits for signatures.
    pub statement: Option<Statement>,
    /// The term by which the county keeps the award in sight, from the tribunal on.
    pub term: Option<Term>,
}

/// A request to set an award aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attack {
    /// Who and when.
    pub by: Event,
    /// On which ground.
    pub ground: SetAsideGround,
}

/// An award and what is done against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// The day; in force from it (70).
    pub on: Date,
    /// What it says.
    pub kind: Kind,
    /// Respondents against whom it was made by default.
    pub defaulted: Vec<u32>,
    /// Who received it, each on his own day.
    pub received: Vec<Event>,
    /// Who asked for a correction that is not made yet (69).
    pub correction: Vec<Event>,
    /// Days on which it was corrected.
    pub corrected: Vec<Date>,
    /// Requests to set it aside before the court.
    pub attacks: Vec<Attack>,
    /// By when the tribunal must begin again, on the court's notice (74).
    pub remitted: Option<Date>,
    /// Requests that the court dismissed.
    pub dismissed: Vec<Attack>,
    /// Whose right to ask has passed unused.
    pub lapsed: Vec<u32>,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 未申请
    NotApplied,
    /// 不予受理
    Refused {
        /// Why.
        ground: Ground,
    },
    /// 没有仲裁协议或者协议无效，撤销案件
    NoAgreement,
    /// 在法院首次开庭前未提出仲裁协议，视为放弃，由法院审理
    Waived,
    /// 撤回或者视为撤回
    Withdrawn,
    /// 调解书生效
    Settled,
    /// 裁决有效：期满无人申请撤销，或者申请被驳回
    Concluded,
    /// 裁决被撤销
    SetAside,
    /// 裁决不予执行
    NotEnforced,
}

impl State {
    /// The numbers of both sides.
    pub fn sides(&self) -> Vec<u32> {
        let both = self.brief.parties.iter().filter(|party| party.role != PartyRole::Third);
        both.map(|party| party.no).collect()
    }

    /// The numbers of the parties in a role.
    pub fn of_role(&self, role: PartyRole) -> Vec<u32> {
        self.brief.parties.iter().filter(|party| party.role == role).map(|party| party.no).collect()
    }

    /// The trial, while it runs or stands still.
    pub fn trial(&self) -> Option<&Trial> {
        match &self.stage {
            Stage::Pending { trial } | Stage::Stayed { trial, .. } => Some(trial),
            Stage::Received | Stage::Applied | Stage::Awarded { .. } | Stage::Ended { .. } => None,
        }
    }

    /// The award, also of a case that has ended.
    pub fn award(&self) -> Option<&Award> {
        match &self.stage {
            Stage::Awarded { award, .. } => Some(award),
            Stage::Ended { award, .. } => award.as_ref(),
            Stage::Received | Stage::Applied | Stage::Pending { .. } | Stage::Stayed { .. } => None,
        }
    }

    /// Ad hoc: no body, no director.
    pub fn is_ad_hoc(&self) -> bool {
        self.agreement.as_ref().is_some_and(|agreement| agreement.forum != Forum::Body)
    }

    /// How it ended, for the agency that handed it over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Ended { how, .. } => Some(match how {
                Ending::NotApplied | Ending::SetAside | Ending::NotEnforced => Outcome::Failed,
                Ending::Refused { .. } => Outcome::Refused,
                Ending::NoAgreement | Ending::Waived => Outcome::Transferred,
                Ending::Withdrawn => Outcome::Withdrawn,
                Ending::Settled => Outcome::Agreed,
                Ending::Concluded => Outcome::Decided,
            }),
            Stage::Received
            | Stage::Applied
            | Stage::Pending { .. }
            | Stage::Stayed { .. }
            | Stage::Awarded { .. } => None,
        }
    }
}

/// The procedure.
#[derive(Debug)]
pub struct CommercialArbitration;

impl Procedure for CommercialArbitration {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "commercial_arbitration";
    const COMMANDS: &'static [&'static str] = command::NAMES;

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
        told::notices(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        match clock {
            "accept" => Some(Command::NoteOverdue { duty: Duty::Acceptance }),
            "award" if matches!(state.stage, Stage::Stayed { .. }) => None,
            "award" => Some(Command::NoteOverdue { duty: Duty::Award }),
            _ => Some(Command::Lapse { party: clock.strip_prefix("set_aside:")?.parse().ok()? }),
        }
    }

    fn name(command: &Command) -> &'static str {
        command.name()
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        tell::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
