//! Rural-land arbitration 农村土地承包经营纠纷仲裁 (T-I-01..08): the Act of 2010 (RLA 调解仲裁法), the
//! arbitration rules of 2010 (仲裁规则), the Supreme People's Court's interpretation of 2014
//! (法释〔2014〕1号). Title to land and expropriation go elsewhere (T-I-08, T-I-09).
//!
//! handed over → application → accepted or refused in five working days → tribunal that the parties
//! choose → hearing, in the village when both ask → mediation → award in 60 (+30) days → each party's own
//! 30 days: a suit takes the award away, silence makes it effective. Until the award any court that
//! accepts the dispute ends the arbitration: the parties have the free choice (RLA 4, 22).

mod chart;
mod command;
mod decide;
mod evolve;
mod fact;
mod preserve;
mod remedy;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod table;
mod tell;
#[cfg(test)]
mod tests;
mod trial;

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, PartyRole, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use command::{Command, Defence, Kind};
pub use fact::Fact;

use crate::codes::codes;
use crate::statement::{Event, Statement};
use crate::tribunal::Tribunal;
use jiefen_procedure::words::Refusal;

codes! {
    /// What a rural-land contract dispute is about: the six kinds of RLA 2.
    Matter, "承包纠纷种类", "kind of land dispute", {
        Contract = "contract", "订立、履行、变更、解除和终止承包合同";
        Transfer = "transfer", "转包、出租、互换、转让、入股等流转";
        Adjustment = "adjustment", "收回、调整承包地";
        Confirmation = "confirmation", "确认承包经营权";
        Infringement = "infringement", "侵害承包经营权";
        ByOtherLaw = "by_other_law", "法律、法规规定的其他承包经营纠纷";
    }
}

codes! {
    /// Why an application is not accepted, or an accepted case ends: the closed list of RLA 22.
    Ground, "不予受理、终止理由", "ground of refusal or termination", {
        NotQualified = "not_qualified", "不符合申请条件";
        CourtSeized = "court_seized", "人民法院已受理该纠纷";
        OtherBody = "other_body", "法律规定该纠纷应当由其他机构处理";
        AlreadyDecided = "already_decided", "已有生效的判决、裁定、仲裁裁决、行政处理决定";
    }
}

codes! {
    /// Why a case stands still (仲裁规则 on 中止).
    StayGround, "中止理由", "ground of a stay", {
        PartyDied = "party_died", "一方当事人死亡，等待继承人表明是否参加";
        PartyIncapable = "party_incapable", "一方当事人丧失行为能力，尚未确定法定代理人";
        PartyEnded = "party_ended", "一方当事人终止，尚未确定承受人";
        ForceMajeure = "force_majeure", "不可抗拒的事由";
        OtherCase = "other_case", "必须以另一案的审理结果为依据";
    }
}

codes! {
    /// Where a hearing is held (RLA 30).
    Place, "开庭地点", "place of hearing", {
        Village = "village", "土地所在村";
        Township = "township", "土地所在乡镇";
        Commission = "commission", "仲裁委员会所在地";
    }
}

codes! {
    /// What an advance ruling orders (RLA 42).
    Advance, "先行裁定内容", "content of an advance ruling", {
        KeepAsIs = "keep_as_is", "维持现状";
        ResumeFarming = "resume_farming", "恢复农业生产";
        StopDamage = "stop_damage", "停止取土、占地等行为";
    }
}

codes! {
    /// What a party asks the court to preserve (RLA 26, 41).
    Measure, "保全种类", "kind of preservation", {
        Property = "property", "财产保全";
        Evidence = "evidence", "证据保全";
    }
}

codes! {
    /// A duty of the commission whose limit has passed.
    Duty, "逾期事项", "overdue duty", {
        Acceptance = "acceptance", "决定是否受理";
        Award = "award", "作出裁决";
    }
}

/// The reason code by which T-I-05 stands still.
pub(crate) const SUSPENSION: &str = "suspension";

/// By how many days the director may extend, at most (RLA 47).
pub const EXTENSION_MAX: u32 = 30;

/// One rural-land arbitration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The commission's case number; empty before the application.
    pub number: String,
    /// The day of the application; before it, of the taking over.
    pub applied_on: Date,
    /// What it is about; none before the application.
    pub matter: Option<Matter>,
    /// What is known of the dispute that opens or closes this road (I4).
    pub facts: BTreeSet<Circumstance>,
    /// When the claimant knew of the harm (T-I-01).
    pub knew_on: Option<Date>,
    /// A respondent has raised limitation.
    pub limitation_raised: bool,
    /// A respondent has filed a counterclaim (RLA 33, 34).
    pub counterclaim: bool,
    /// Who asked for a hearing in the village or township (RLA 30).
    pub on_the_spot: Vec<Event>,
    /// Requests for preservation, numbered from 1 (RLA 26, 41).
    #[serde(default)]
    pub measures: Vec<Preservation>,
    /// The commission's own limits that have passed: the findings stay.
    pub overdue: Vec<Duty>,
    /// The responsible person's staff id: who took it, then the presiding arbitrator.
    pub person: Option<String>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待申请: handed over, no application yet.
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
    /// 已裁决，尚未生效.
    Awarded {
        /// The award.
        award: Award,
    },
    /// 已结束.
    Ended {
        /// How.
        how: Ending,
        /// When.
        on: Date,
    },
}

/// A case under trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// The day of acceptance.
    pub accepted_on: Date,
    /// The 60 days, with extension and standstills (T-I-05).
    pub term: Term,
    /// Respondents that received the papers.
    pub served: Vec<Event>,
    /// Respondents that answered.
    pub defended: Vec<Event>,
    /// A defence waits to be sent to the claimant.
    pub to_forward: bool,
    /// The tribunal.
    pub tribunal: Option<Tribunal>,
    /// The parties were told of the tribunal.
    pub told: bool,
    /// The hearing that is set, and where.
    pub hearing: Option<(Date, Place)>,
    /// The first hearing held.
    pub first_heard: Option<Date>,
    /// The last hearing held.
    pub last_heard: Option<Date>,
    /// Respondents that stayed away: award by default.
    pub defaulted: Vec<u32>,
    /// The day of the mediation (RLA 11).
    pub mediated_on: Option<Date>,
    /// The statement that waits for signatures.
    pub statement: Option<Statement>,
    /// Advance rulings made.
    pub advance: Vec<(Advance, Date)>,
}

/// An award and who received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// The day.
    pub on: Date,
    /// What it says.
    pub kind: Kind,
    /// Made after the term: the finding stays.
    pub late: bool,
    /// Respondents against whom it was made by default.
    pub defaulted: Vec<u32>,
    /// Who received it, each on his own day.
    pub received: Vec<Event>,
    /// Whose thirty days have passed unused.
    pub lapsed: Vec<u32>,
}

/// A request for preservation and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preservation {
    /// Who asks.
    pub party: u32,
    /// For what.
    pub what: Measure,
    /// When.
    pub asked_on: Date,
    /// When the commission handed it to the court.
    pub passed_on: Option<Date>,
    /// When the court ruled, and whether it preserves.
    pub ruled: Option<(Date, bool)>,
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
    /// 终止仲裁程序
    Terminated {
        /// Why.
        ground: Ground,
    },
    /// 撤回或者按撤回处理
    Withdrawn,
    /// 调解书生效
    Settled,
    /// 裁决生效: nobody sued in time
    Effective,
    /// 已起诉: the award has no effect
    Sued,
}

impl State {
    /// The numbers of both sides. A third person is no party (RLA 19).
    pub fn sides(&self) -> Vec<u32> {
        let both = self.brief.parties.iter().filter(|party| party.role != PartyRole::Third);
        both.map(|party| party.no).collect()
    }

    /// The numbers of the parties in a role.
    pub fn of_role(&self, role: PartyRole) -> Vec<u32> {
        self.brief.parties.iter().filter(|party| party.role == role).map(|party| party.no).collect()
    }

    /// The trial, while there is one.
    pub fn trial(&self) -> Option<&Trial> {
        match &self.stage {
            Stage::Pending { trial } | Stage::Stayed { trial, .. } => Some(trial),
            Stage::Received | Stage::Applied | Stage::Awarded { .. } | Stage::Ended { .. } => None,
        }
    }

    /// How it ended, for the agency that handed it over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Ended { how, .. } => Some(match how {
                Ending::NotApplied => Outcome::Failed,
                Ending::Refused { .. } => Outcome::Refused,
                Ending::Terminated { .. } | Ending::Sued => Outcome::Transferred,
                Ending::Withdrawn => Outcome::Withdrawn,
                Ending::Settled => Outcome::Agreed,
                Ending::Effective => Outcome::Decided,
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
pub struct RuralLandArbitration;

impl Procedure for RuralLandArbitration {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "rural_land_arbitration";
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
        tell::notices(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        match clock {
            "accept" => Some(Command::NoteOverdue { duty: Duty::Acceptance }),
            "award" if matches!(state.stage, Stage::Stayed { .. }) => None,
            "award" => Some(Command::NoteOverdue { duty: Duty::Award }),
            _ => Some(Command::Lapse { party: clock.strip_prefix("suit:")?.parse().ok()? }),
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
