//! The whole area as one procedure: each case, command and fact goes to its own law.

use jiefen_procedure::{
    Chart, Circumstances, ClockEffect, Explain, Notice, Outline, Procedure, Refused,
};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::dispute::{self, Dispute};
use crate::inquiry::{self, Inquiry};
use crate::mass_incident::MassIncident;
use crate::risk_case::RiskCase;
use crate::screening_campaign::ScreeningCampaign;

/// A case of intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// 纠纷
    Dispute(Box<dispute::State>),
    /// 咨询
    Inquiry(Box<inquiry::State>),
}

/// A command of intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// To the umbrella of a dispute.
    Dispute(dispute::Command),
    /// To an inquiry.
    Inquiry(inquiry::Command),
}

/// A fact of intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// Of the umbrella of a dispute.
    Dispute(dispute::Fact),
    /// Of an inquiry.
    Inquiry(inquiry::Fact),
}

impl From<dispute::State> for Case {
    fn from(state: dispute::State) -> Case {
        Case::Dispute(Box::new(state))
    }
}

impl From<inquiry::State> for Case {
    fn from(state: inquiry::State) -> Case {
        Case::Inquiry(Box::new(state))
    }
}

impl From<dispute::Command> for Command {
    fn from(command: dispute::Command) -> Command {
        Command::Dispute(command)
    }
}

impl From<inquiry::Command> for Command {
    fn from(command: inquiry::Command) -> Command {
        Command::Inquiry(command)
    }
}

impl From<dispute::Fact> for Fact {
    fn from(fact: dispute::Fact) -> Fact {
        Fact::Dispute(fact)
    }
}

impl From<inquiry::Fact> for Fact {
    fn from(fact: inquiry::Fact) -> Fact {
        Fact::Inquiry(fact)
    }
}

/// Why a command of intake is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// By the law of the dispute or inquiry.
    Own(dispute::Refusal),
    /// The case is of the other procedure.
    WrongProcedure {
        /// The procedure of the case.
        case: &'static str,
        /// The command's dotted name.
        command: &'static str,
    },
}

impl From<dispute::Refusal> for Refusal {
    fn from(refusal: dispute::Refusal) -> Refusal {
        Refusal::Own(refusal)
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::Own(refusal) => refusal.name(),
            Refusal::WrongProcedure { .. } => "WRONG_PROCEDURE",
        }
    }

    fn zh(&self) -> String {
        match self {
            Refusal::Own(refusal) => refusal.zh(),
            Refusal::WrongProcedure { case, command } => {
                format!("该件属于 {case}，不能办理 {command}")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Refusal::Own(refusal) => refusal.en(),
            Refusal::WrongProcedure { case, command } => {
                format!("the case is of {case}, {command} has no place in it")
            }
        }
    }

    fn basis(&self) -> &'static str {
        match self {
            Refusal::Own(refusal) => refusal.basis(),
            Refusal::WrongProcedure { .. } => "实施方案 八(一)",
        }
    }

    fn instead(&self) -> String {
        match self {
            Refusal::Own(refusal) => refusal.instead(),
            Refusal::WrongProcedure { .. } => "请核对编号，咨询先转为纠纷再办理".to_owned(),
        }
    }

    fn refused(&self) -> Refused {
        match self {
            Refusal::Own(refusal) => refusal.refused(),
            Refusal::WrongProcedure { .. } => Refused {
                name: self.name().to_owned(),
                zh: self.zh(),
                en: self.en(),
                basis: self.basis().to_owned(),
                instead: self.instead(),
            },
        }
    }
}

/// The law of intake.
#[derive(Debug, Clone, Copy)]
pub struct Law;

impl Procedure for Law {
    type State = Case;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "intake";

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match (state, command) {
            (None, Command::Dispute(command)) => carry(Dispute::decide(None, command, ctx)),
            (None, Command::Inquiry(command)) => carry(Inquiry::decide(None, command, ctx)),
            (Some(Case::Dispute(state)), Command::Dispute(command)) => {
                carry(Dispute::decide(Some(state), command, ctx))
            }
            (Some(Case::Inquiry(state)), Command::Inquiry(command)) => {
                carry(Inquiry::decide(Some(state), command, ctx))
            }
            (Some(Case::Dispute(_)), Command::Inquiry(_))
            | (Some(Case::Inquiry(_)), Command::Dispute(_)) => {
                let case = if matches!(state, Some(Case::Dispute(_))) {
                    dispute::KIND
                } else {
                    inquiry::KIND
                };
                Err(Refusal::WrongProcedure { case, command: Law::name(command) })
            }
        }
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        match (state, fact) {
            (None, Fact::Dispute(fact)) => Dispute::evolve(None, fact).map(Case::from),
            (None, Fact::Inquiry(fact)) => Inquiry::evolve(None, fact).map(Case::from),
            (Some(Case::Dispute(state)), Fact::Dispute(fact)) => {
                Dispute::evolve(Some(*state), fact).map(Case::from)
            }
            (Some(Case::Inquiry(state)), Fact::Inquiry(fact)) => {
                Inquiry::evolve(Some(*state), fact).map(Case::from)
            }
            (state @ Some(Case::Dispute(_)), Fact::Inquiry(_))
            | (state @ Some(Case::Inquiry(_)), Fact::Dispute(_)) => state,
        }
    }

    fn outline(state: &Case) -> Outline {
        match state {
            Case::Dispute(state) => Dispute::outline(state),
            Case::Inquiry(state) => Inquiry::outline(state),
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        match fact {
            Fact::Dispute(fact) => Dispute::clocks(fact),
            Fact::Inquiry(fact) => Inquiry::clocks(fact),
        }
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        match fact {
            Fact::Dispute(fact) => Dispute::notices(fact),
            Fact::Inquiry(fact) => Inquiry::notices(fact),
        }
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        match state {
            Case::Dispute(state) => Dispute::expired(state, clock).map(Command::from),
            Case::Inquiry(state) => Inquiry::expired(state, clock).map(Command::from),
        }
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Dispute(command) => dotted(dispute::KIND, Dispute::name(command)),
            Command::Inquiry(command) => dotted(inquiry::KIND, Inquiry::name(command)),
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command.split_once('.') {
            Some((dispute::KIND, name)) => Dispute::roles(name),
            Some((inquiry::KIND, name)) => Inquiry::roles(name),
            _ => &[],
        }
    }

    fn needs_holding(command: &str) -> bool {
        match command.split_once('.') {
            Some((dispute::KIND, name)) => Dispute::needs_holding(name),
            Some((inquiry::KIND, name)) => Inquiry::needs_holding(name),
            _ => false,
        }
    }

    const COMMANDS: &'static [&'static str] = COMMANDS;

    fn chart() -> &'static Chart {
        Dispute::chart()
    }
}

/// The charts of the area.
pub fn charts() -> Vec<&'static Chart> {
    vec![
        Dispute::chart(),
        Inquiry::chart(),
        MassIncident::chart(),
        RiskCase::chart(),
        ScreeningCampaign::chart(),
    ]
}

/// The facts or refusal of a procedure as the area's own.
fn carry<F: Into<Fact>>(decided: Result<Vec<F>, dispute::Refusal>) -> Result<Vec<Fact>, Refusal> {
    let facts = decided.map_err(Refusal::Own)?;
    Ok(facts.into_iter().map(Into::into).collect())
}

/// The dotted name of a command, out of the list of all.
fn dotted(kind: &str, name: &str) -> &'static str {
    let named = |dotted: &&&str| dotted.split_once('.') == Some((kind, name));
    COMMANDS.iter().find(named).copied().unwrap_or("")
}

/// The names of all commands of the area.
const COMMANDS: &[&str] = &[
    "dispute.report_signal",
    "dispute.record_inquiry",
    "dispute.take_over",
    "dispute.register",
    "dispute.turn_away",
    "dispute.mark_duplicate",
    "dispute.unmerge",
    "dispute.absorb",
    "dispute.release",
    "dispute.link",
    "dispute.split",
    "dispute.classify",
    "dispute.offer_routes",
    "dispute.choose_route",
    "dispute.accept_own",
    "dispute.request_designation",
    "dispute.designate_unit",
    "dispute.designate_lead",
    "dispute.object",
    "dispute.confirm_designation",
    "dispute.refer",
    "dispute.note_offered",
    "dispute.note_accepted",
    "dispute.note_declined",
    "dispute.note_expired",
    "dispute.note_recalled",
    "dispute.note_progress",
    "dispute.note_result",
    "dispute.escalate_cross_region",
    "dispute.escalate_level",
    "dispute.return_down",
    "dispute.suspend",
    "dispute.resume",
    "dispute.withdraw",
    "dispute.record_agreement",
    "dispute.record_decision",
    "dispute.end_unresolved",
    "dispute.follow_up",
    "dispute.confirm_performance",
    "dispute.report_breach",
    "dispute.serve_notice",
    "dispute.answer_channel",
    "dispute.record_consent",
    "dispute.name_representatives",
    "dispute.attach",
    "dispute.name_person",
    "dispute.close",
    "dispute.record_visit",
    "dispute.archive",
    "dispute.reopen",
    "dispute.chase",
    "dispute.note_lapsed",
    "inquiry.ask",
    "inquiry.turn_away",
    "inquiry.carry_on",
    "inquiry.chase",
];

#[cfg(test)]
#[path = "area_tests.rs"]
mod tests;
