//! Industry mediation 行业调解 by associations and chambers, and financial third-party mediation 金融纠纷第三方
//! 调解 (plan 四(二)4, 四(四)6, 五(二)1; 法发〔2016〕14号 24; 法发〔2019〕27号). The body belongs to one
//! side's trade, so its neutrality is guarded; experts help; a plan to which nobody objects in writing
//! counts as agreed. Industry people's committees are people's committees and not here (人民调解法 34).

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

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Papers, Procedure,
};
use jiefen_vocab::{DisputeKind, Outcome, Private, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::agreement::{Draft, Window};
pub use crate::invited_mediation::BARRED;
pub use crate::lawyer_mediation::Share;
use crate::neutral::{Act, Bargain, Candidate, Course, Event, Later, Wording};

/// What kind of body mediates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 行业协会、商会调解组织
    Association,
    /// 金融纠纷第三方调解组织
    Financial,
    /// 行业性、专业性人民调解委员会: people's mediation, refused here
    PeoplesCommittee,
}

/// The body that mediates, and how it stands to the parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// What it is.
    pub kind: Kind,
    /// The parties that are its members or pay for it.
    pub members: BTreeSet<u32>,
    /// Linked with the court: it may put a plan for written objection.
    pub court_linked: bool,
    /// It was checked which parties are its members; a dispute that is handed over comes unchecked.
    #[serde(default = "yes")]
    pub checked: bool,
}

/// Cases of earlier versions began with the check.
fn yes() -> bool {
    true
}

/// An expert whose opinion is awaited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expert {
    /// Who.
    pub person: String,
    /// Since when.
    pub on: Date,
}

/// One industry mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The common course.
    pub course: Course,
    /// It was handed over; otherwise a party applied here.
    pub handed: bool,
    /// The body.
    pub body: Body,
    /// The fee, when one was set.
    pub fee: Vec<Share>,
    /// The expert whose opinion is awaited.
    pub expert: Option<Expert>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an industry mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 征询意愿.
    Asking,
    /// 待受理: all consent; a neutral is wanted.
    Willing,
    /// 调解中.
    Mediating,
    /// 调解方案待异议.
    Planned {
        /// The plan.
        draft: Draft,
        /// The day it was served on the last party.
        served: Date,
    },
    /// 达成协议.
    Agreed {
        /// The agreement.
        bargain: Bargain,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// How an industry mediation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 协议成立
    Contract {
        /// The agreement.
        bargain: Bargain,
        /// What was applied for.
        applied: Option<Window>,
    },
    /// 调解不成
    Failed,
    /// 期限届满
    TermOver,
    /// 书面异议，调解不成立
    Objected {
        /// Who.
        party: u32,
    },
    /// 未取得同意
    NoAnswer,
    /// 未能确定调解员
    NobodyNeutral,
    /// 不同意或者撤回同意
    Refused {
        /// Who.
        party: u32,
    },
    /// 涉嫌虚假调解（T-C-14）
    Sham,
}

/// What somebody asks of an industry mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// At least one party applies; `facts` are what may close the route (I4).
    Open { brief: Box<Brief>, body: Body, facts: BTreeSet<Circumstance>, on: Date },
    /// The body says which parties are its members and whether it is linked with the court.
    CheckBody { members: BTreeSet<u32>, court_linked: bool, on: Date },
    /// A party consents.
    GiveConsent { party: u32, how: String, on: Date },
    /// A party refuses.
    RefuseConsent { party: u32, on: Date },
    /// It is accepted under a neutral; `outside`: not of the body's members; `waived`: the parties
    /// who take a neutral of the members all the same.
    Accept { mediator: Candidate, outside: bool, waived: Vec<u32>, on: Date },
    /// A fee by a published tariff.
    SetFee { shares: Vec<Share>, published: bool, on: Date },
    /// All agree to ask an expert.
    AskExpert { expert: Candidate, agreed: Vec<u32>, on: Date },
    /// The expert's opinion is in; it is for reference.
    ExpertAnswers { on: Date },
    /// A common step.
    Course(Act),
    /// A step about the text before the parties.
    Text(Wording),
    /// A plan, to which all agreed beforehand to object in writing or not at all.
    PutPlan { draft: Draft, agreed: Vec<u32>, served: Date, on: Date },
    /// A party objects to the plan.
    Object { party: u32, written: bool, on: Date },
    /// All have signed, the body has sealed.
    Agree { draft: Draft, signed: Vec<u32>, sealed: bool, on: Date },
    /// Confirmation was jointly applied for.
    NoteApplication { window: Window, on: Date },
    /// A window has closed unused.
    CloseWindow { window: Window },
    /// Mediation has failed; undisputed facts may be recorded when all agree.
    EndFailed { on: Date, undisputed: Option<Private<String>>, facts_agreed: Vec<u32> },
    /// Mediation is suspected to be a sham.
    EndSham { on: Date },
    /// The time of this stage is over.
    Lapse,
}

/// What has happened in an industry mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was applied for.
    Opened { brief: Box<Brief>, body: Body, handed: bool, on: Date },
    /// It was checked who is a member of the body.
    BodyChecked { members: BTreeSet<u32>, court_linked: bool, on: Date },
    /// A party consented.
    Consented { party: u32, how: String, on: Date },
    /// All have; a neutral is wanted.
    AllConsent { on: Date },
    /// It was accepted.
    Accepted { on: Date },
    /// The fee was set.
    FeeSet { shares: Vec<Share>, on: Date },
    /// An expert was asked.
    ExpertAsked { expert: Expert },
    /// The expert's opinion came in.
    ExpertAnswered { on: Date },
    /// A common event.
    Course { event: Event },
    /// A plan was served.
    PlanServed { draft: Draft, served: Date },
    /// The agreement was made, or counts as made (`by_silence`).
    Agreed { bargain: Bargain, by_silence: bool },
    /// A window closed unused.
    WindowClosed { window: Window, on: Date },
    /// It ended.
    Ended { ending: Ending, on: Date, kind: DisputeKind, track: TrackKind },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Asking | Stage::Willing | Stage::Mediating | Stage::Planned { .. } => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Contract { .. } => Outcome::Agreed,
                Ending::Failed | Ending::TermOver | Ending::Objected { .. } | Ending::Sham => {
                    Outcome::Failed
                }
                Ending::NoAnswer | Ending::Refused { .. } => Outcome::Withdrawn,
                Ending::NobodyNeutral => Outcome::Refused,
            }),
        }
    }

    /// The papers of the agreement.
    pub fn papers(&self) -> Option<Papers> {
        match &self.stage {
            Stage::Agreed { bargain }
            | Stage::Ended { ending: Ending::Contract { bargain, .. }, .. } => {
                Some(bargain.papers())
            }
            Stage::Asking
            | Stage::Willing
            | Stage::Mediating
            | Stage::Planned { .. }
            | Stage::Ended { .. } => None,
        }
    }

    /// True when a person may take a later part in the dispute (T-C-13).
    pub fn may_later(&self, person: &str, part: Later) -> bool {
        self.course.may_later(person, part, BARRED)
    }
}

/// The procedure.
pub struct IndustryMediation;

impl Procedure for IndustryMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "industry_mediation";
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
        match (&state.stage, clock) {
            (Stage::Asking, "answer")
            | (Stage::Willing, "accept")
            | (Stage::Mediating, "mediate")
            | (Stage::Planned { .. }, "object") => Some(Command::Lapse),
            (Stage::Agreed { .. }, "confirm") => {
                Some(Command::CloseWindow { window: Window::Confirmation })
            }
            // Without the expert's opinion mediation goes on (policy.expert_opinion).
            (
                Stage::Asking
                | Stage::Willing
                | Stage::Mediating
                | Stage::Planned { .. }
                | Stage::Agreed { .. }
                | Stage::Ended { .. },
                _,
            ) => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
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
