//! The whole area as one procedure: each case is of one procedure, and a command of another is
//! refused.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Explain, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::confirmation::{self, Confirmation};
use crate::enforcement::Enforcement;
use crate::filing::{self, Filing};
use crate::notarised_instrument::NotarisedInstrument;
use crate::payment_order::PaymentOrder;
use crate::protection_order::ProtectionOrder;
use crate::trial::Trial;

/// A case of this area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)] // one value a case, never in bulk
pub enum Case {
    /// 立案与分流
    Filing(filing::State),
    /// 司法确认
    Confirmation(confirmation::State),
}

/// A command of this area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 立案与分流
    Filing(filing::Command),
    /// 司法确认
    Confirmation(confirmation::Command),
}

/// A fact of this area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// 立案与分流
    Filing(filing::Fact),
    /// 司法确认
    Confirmation(confirmation::Fact),
}

/// Why a command of this area is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 立案与分流
    Filing(filing::Refusal),
    /// 司法确认
    Confirmation(confirmation::Refusal),
    /// 案件属于其他程序
    WrongProcedure {
        /// The procedure of the case.
        case: &'static str,
        /// The procedure of the command.
        command: &'static str,
    },
}

impl From<filing::State> for Case {
    fn from(state: filing::State) -> Case {
        Case::Filing(state)
    }
}

impl From<filing::Command> for Command {
    fn from(command: filing::Command) -> Command {
        Command::Filing(command)
    }
}

impl From<filing::Fact> for Fact {
    fn from(fact: filing::Fact) -> Fact {
        Fact::Filing(fact)
    }
}

impl From<filing::Refusal> for Refusal {
    fn from(refusal: filing::Refusal) -> Refusal {
        Refusal::Filing(refusal)
    }
}

impl From<confirmation::State> for Case {
    fn from(state: confirmation::State) -> Case {
        Case::Confirmation(state)
    }
}

impl From<confirmation::Command> for Command {
    fn from(command: confirmation::Command) -> Command {
        Command::Confirmation(command)
    }
}

impl From<confirmation::Fact> for Fact {
    fn from(fact: confirmation::Fact) -> Fact {
        Fact::Confirmation(fact)
    }
}

impl From<confirmation::Refusal> for Refusal {
    fn from(refusal: confirmation::Refusal) -> Refusal {
        Refusal::Confirmation(refusal)
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::Filing(refusal) => refusal.name(),
            Refusal::Confirmation(refusal) => refusal.name(),
            Refusal::WrongProcedure { .. } => "WRONG_PROCEDURE",
        }
    }

    fn zh(&self) -> String {
        match self {
            Refusal::Filing(refusal) => refusal.zh(),
            Refusal::Confirmation(refusal) => refusal.zh(),
            Refusal::WrongProcedure { case, command } => {
                format!("案件属于“{}”，不能办理“{}”的步骤", zh(case), zh(command))
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Refusal::Filing(refusal) => refusal.en(),
            Refusal::Confirmation(refusal) => refusal.en(),
            Refusal::WrongProcedure { case, command } => {
                format!("the case is of {case}, the command of {command}")
            }
        }
    }

    fn basis(&self) -> &'static str {
        match self {
            Refusal::Filing(refusal) => refusal.basis(),
            Refusal::Confirmation(refusal) => refusal.basis(),
            Refusal::WrongProcedure { .. } => "四(一)",
        }
    }

    fn instead(&self) -> String {
        match self {
            Refusal::Filing(refusal) => refusal.instead(),
            Refusal::Confirmation(refusal) => refusal.instead(),
            Refusal::WrongProcedure { case, .. } => format!("请按“{}”办理", zh(case)),
        }
    }
}

fn zh(kind: &str) -> &'static str {
    charts().into_iter().find(|chart| chart.kind == kind).map_or("其他程序", |chart| chart.zh)
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![
        Filing::chart(),
        Confirmation::chart(),
        PaymentOrder::chart(),
        Trial::chart(),
        Enforcement::chart(),
        NotarisedInstrument::chart(),
        ProtectionOrder::chart(),
    ]
}

fn of_case(case: &Case) -> &'static str {
    match case {
        Case::Filing(_) => Filing::KIND,
        Case::Confirmation(_) => Confirmation::KIND,
    }
}

fn of_command(command: &Command) -> &'static str {
    match command {
        Command::Filing(_) => Filing::KIND,
        Command::Confirmation(_) => Confirmation::KIND,
    }
}

fn facts<F: Into<Fact>, R: Into<Refusal>>(result: Result<Vec<F>, R>) -> Result<Vec<Fact>, Refusal> {
    result.map(|facts| facts.into_iter().map(Into::into).collect()).map_err(Into::into)
}

/// The area's law: dispatches to the procedure of the case.
pub struct Law;

impl Procedure for Law {
    type State = Case;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "court";
    const COMMANDS: &'static [&'static str] = &[
        "filing.receive_complaint",
        "filing.list_missing",
        "filing.receive_corrected",
        "filing.return_papers",
        "filing.file",
        "filing.file_first",
        "filing.give_number",
        "filing.refuse_filing",
        "filing.serve_refusal",
        "filing.appeal_refusal",
        "filing.record_appeal_ruling",
        "filing.refusal_becomes_final",
        "filing.delegate",
        "filing.entrust",
        "filing.note_mediator_signed",
        "filing.take_back",
        "filing.note_mediation_extended",
        "filing.note_mediation_stopped",
        "filing.note_mediation_resumed",
        "filing.return_from_mediation",
        "filing.mediation_lapsed",
        "filing.notify_fee",
        "filing.pay_fee",
        "filing.relieve_fee",
        "filing.deem_withdrawn",
        "filing.choose_track",
        "filing.convert",
        "filing.serve",
        "filing.receive_defence",
        "filing.set_hearing",
        "filing.stop_trial",
        "filing.resume_trial",
        "filing.extend_trial",
        "filing.ask_withdrawal",
        "filing.allow_withdrawal",
        "filing.refuse_withdrawal",
        "filing.make_statement",
        "filing.serve_statement",
        "filing.retract_statement",
        "filing.judge",
        "filing.serve_judgment",
        "filing.appeal",
        "filing.appeal_time_passed",
        "filing.transfer",
        "confirmation.apply",
        "confirmation.ask_correction",
        "confirmation.receive_corrected",
        "confirmation.lapse_correction",
        "confirmation.accept",
        "confirmation.decline",
        "confirmation.extend_ruling",
        "confirmation.confirm",
        "confirmation.reject",
        "confirmation.withdraw",
        "confirmation.serve_ruling",
        "confirmation.object",
        "confirmation.decide_objection",
        "confirmation.objection_time_passed",
        "confirmation.apply_enforcement",
        "confirmation.record_performance",
        "confirmation.enforcement_time_passed",
    ];

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match (state, command) {
            (None, Command::Filing(command)) => facts(Filing::decide(None, command, ctx)),
            (None, Command::Confirmation(command)) => {
                facts(Confirmation::decide(None, command, ctx))
            }
            (Some(Case::Filing(state)), Command::Filing(command)) => {
                facts(Filing::decide(Some(state), command, ctx))
            }
            (Some(Case::Confirmation(state)), Command::Confirmation(command)) => {
                facts(Confirmation::decide(Some(state), command, ctx))
            }
            (Some(case), command) => {
                Err(Refusal::WrongProcedure { case: of_case(case), command: of_command(command) })
            }
        }
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        match (state, fact) {
            (None, Fact::Filing(fact)) => Filing::evolve(None, fact).map(Case::Filing),
            (None, Fact::Confirmation(fact)) => {
                Confirmation::evolve(None, fact).map(Case::Confirmation)
            }
            (Some(Case::Filing(state)), Fact::Filing(fact)) => {
                Filing::evolve(Some(state), fact).map(Case::Filing)
            }
            (Some(Case::Confirmation(state)), Fact::Confirmation(fact)) => {
                Confirmation::evolve(Some(state), fact).map(Case::Confirmation)
            }
            (Some(case), _) => Some(case),
        }
    }

    fn outline(state: &Case) -> Outline {
        match state {
            Case::Filing(state) => Filing::outline(state),
            Case::Confirmation(state) => Confirmation::outline(state),
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        match fact {
            Fact::Filing(fact) => Filing::clocks(fact),
            Fact::Confirmation(fact) => Confirmation::clocks(fact),
        }
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        match fact {
            Fact::Filing(fact) => Filing::notices(fact),
            Fact::Confirmation(fact) => Confirmation::notices(fact),
        }
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        match state {
            Case::Filing(state) => Filing::expired(state, clock).map(Into::into),
            Case::Confirmation(state) => Confirmation::expired(state, clock).map(Into::into),
        }
    }

    fn name(command: &Command) -> &'static str {
        let (kind, name) = match command {
            Command::Filing(command) => (Filing::KIND, Filing::name(command)),
            Command::Confirmation(command) => (Confirmation::KIND, Confirmation::name(command)),
        };
        let dotted = |full: &&&str| full.split_once('.') == Some((kind, name));
        Law::COMMANDS.iter().find(dotted).copied().unwrap_or_default()
    }

    fn roles(command: &str) -> &'static [Role] {
        match command.split_once('.') {
            Some((Filing::KIND, name)) => Filing::roles(name),
            Some((Confirmation::KIND, name)) => Confirmation::roles(name),
            Some(_) | None => &[],
        }
    }

    fn needs_holding(command: &str) -> bool {
        match command.split_once('.') {
            Some((Filing::KIND, name)) => Filing::needs_holding(name),
            Some((Confirmation::KIND, name)) => Confirmation::needs_holding(name),
            Some(_) | None => true,
        }
    }

    fn chart() -> &'static Chart {
        Filing::chart()
    }
}

#[cfg(test)]
mod tests;
