//! The whole area as one procedure: each case is of one procedure, and a command of another is
//! refused.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::administrative_mediation::AdministrativeMediation;
use crate::agreement_life::AgreementLife;
use crate::batch::Batch;
use crate::consumer::Consumer;
use crate::entrusted_mediation::{self as entrusted, EntrustedMediation};
use crate::industry_mediation::IndustryMediation;
use crate::invited_mediation::InvitedMediation;
use crate::joint_mediation::JointMediation;
use crate::labour_mediation::LabourMediation;
use crate::lawyer_mediation::LawyerMediation;
use crate::matter::{self, Matter};
use crate::medical::Medical;
use crate::negotiation::Negotiation;
use crate::neutral_evaluation::NeutralEvaluation;
use crate::online_mediation::OnlineMediation;
use crate::people_mediation::{self as people, PeopleMediation};
use crate::public_order::PublicOrder;
use crate::rural_land_mediation::RuralLandMediation;
use crate::traffic::Traffic;
use crate::village_negotiation::VillageNegotiation;

mod refusal;

pub use refusal::Refusal;

/// A case of this area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)] // one value a case, never in bulk
pub enum Case {
    /// 人民调解
    PeopleMediation(people::State),
    /// 委托（委派）调解
    EntrustedMediation(entrusted::State),
    /// 承办事项
    Matter(matter::State),
}

/// A command of this area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 人民调解
    PeopleMediation(people::Command),
    /// 委托（委派）调解
    EntrustedMediation(entrusted::Command),
    /// 承办事项
    Matter(matter::Command),
}

/// A fact of this area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// 人民调解
    PeopleMediation(people::Fact),
    /// 委托（委派）调解
    EntrustedMediation(entrusted::Fact),
    /// 承办事项
    Matter(matter::Fact),
}

impl From<people::State> for Case {
    fn from(state: people::State) -> Case {
        Case::PeopleMediation(state)
    }
}

impl From<people::Command> for Command {
    fn from(command: people::Command) -> Command {
        Command::PeopleMediation(command)
    }
}

impl From<people::Fact> for Fact {
    fn from(fact: people::Fact) -> Fact {
        Fact::PeopleMediation(fact)
    }
}

impl From<entrusted::State> for Case {
    fn from(state: entrusted::State) -> Case {
        Case::EntrustedMediation(state)
    }
}

impl From<entrusted::Command> for Command {
    fn from(command: entrusted::Command) -> Command {
        Command::EntrustedMediation(command)
    }
}

impl From<entrusted::Fact> for Fact {
    fn from(fact: entrusted::Fact) -> Fact {
        Fact::EntrustedMediation(fact)
    }
}

impl From<matter::State> for Case {
    fn from(state: matter::State) -> Case {
        Case::Matter(state)
    }
}

impl From<matter::Command> for Command {
    fn from(command: matter::Command) -> Command {
        Command::Matter(command)
    }
}

impl From<matter::Fact> for Fact {
    fn from(fact: matter::Fact) -> Fact {
        Fact::Matter(fact)
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![
        PeopleMediation::chart(),
        EntrustedMediation::chart(),
        Matter::chart(),
        AgreementLife::chart(),
        LabourMediation::chart(),
        RuralLandMediation::chart(),
        AdministrativeMediation::chart(),
        JointMediation::chart(),
        Batch::chart(),
        VillageNegotiation::chart(),
        PublicOrder::chart(),
        Traffic::chart(),
        Medical::chart(),
        Consumer::chart(),
        Negotiation::chart(),
        NeutralEvaluation::chart(),
        InvitedMediation::chart(),
        LawyerMediation::chart(),
        OnlineMediation::chart(),
        IndustryMediation::chart(),
    ]
}

fn of_case(case: &Case) -> &'static str {
    match case {
        Case::PeopleMediation(_) => PeopleMediation::KIND,
        Case::EntrustedMediation(_) => EntrustedMediation::KIND,
        Case::Matter(_) => Matter::KIND,
    }
}

fn of_command(command: &Command) -> &'static str {
    match command {
        Command::PeopleMediation(_) => PeopleMediation::KIND,
        Command::EntrustedMediation(_) => EntrustedMediation::KIND,
        Command::Matter(_) => Matter::KIND,
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

    const KIND: &'static str = "mediation";
    const COMMANDS: &'static [&'static str] = &[
        "people_mediation.open",
        "people_mediation.give_consent",
        "people_mediation.refuse_consent",
        "people_mediation.withdraw_consent",
        "people_mediation.accept",
        "people_mediation.decline",
        "people_mediation.choose_mediator",
        "people_mediation.object_mediator",
        "people_mediation.schedule_session",
        "people_mediation.offer_slots",
        "people_mediation.choose_slots",
        "people_mediation.hold_session",
        "people_mediation.extend",
        "people_mediation.begin_appraisal",
        "people_mediation.end_appraisal",
        "people_mediation.report_danger",
        "people_mediation.draft_agreement",
        "people_mediation.confirm_draft",
        "people_mediation.sign",
        "people_mediation.record_oral",
        "people_mediation.note_application",
        "people_mediation.record_force",
        "people_mediation.record_performance",
        "people_mediation.report_breach",
        "people_mediation.end_unperformed",
        "people_mediation.withdraw",
        "people_mediation.end_failed",
        "people_mediation.end_sham",
        "people_mediation.end_for_suit",
        "people_mediation.lapse",
        "entrusted_mediation.open",
        "entrusted_mediation.sign_file",
        "entrusted_mediation.decline",
        "entrusted_mediation.withdraw_consent",
        "entrusted_mediation.choose_mediator",
        "entrusted_mediation.schedule_session",
        "entrusted_mediation.hold_session",
        "entrusted_mediation.extend",
        "entrusted_mediation.begin_appraisal",
        "entrusted_mediation.end_appraisal",
        "entrusted_mediation.record_settlement",
        "entrusted_mediation.record_contract",
        "entrusted_mediation.note_application",
        "entrusted_mediation.close_contract",
        "entrusted_mediation.end_failed",
        "entrusted_mediation.end_sham",
        "entrusted_mediation.lapse",
        "matter.take",
        "matter.name_person",
        "matter.begin_term",
        "matter.note_progress",
        "matter.conclude",
        "matter.pass_back",
    ];

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match (state, command) {
            (None, Command::PeopleMediation(command)) => {
                facts(PeopleMediation::decide(None, command, ctx))
            }
            (None, Command::EntrustedMediation(command)) => {
                facts(EntrustedMediation::decide(None, command, ctx))
            }
            (None, Command::Matter(command)) => facts(Matter::decide(None, command, ctx)),
            (Some(Case::PeopleMediation(state)), Command::PeopleMediation(command)) => {
                facts(PeopleMediation::decide(Some(state), command, ctx))
            }
            (Some(Case::EntrustedMediation(state)), Command::EntrustedMediation(command)) => {
                facts(EntrustedMediation::decide(Some(state), command, ctx))
            }
            (Some(Case::Matter(state)), Command::Matter(command)) => {
                facts(Matter::decide(Some(state), command, ctx))
            }
            (Some(case), command) => {
                Err(Refusal::WrongProcedure { case: of_case(case), command: of_command(command) })
            }
        }
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        match (state, fact) {
            (None, Fact::PeopleMediation(fact)) => {
                PeopleMediation::evolve(None, fact).map(Case::PeopleMediation)
            }
            (None, Fact::EntrustedMediation(fact)) => {
                EntrustedMediation::evolve(None, fact).map(Case::EntrustedMediation)
            }
            (None, Fact::Matter(fact)) => Matter::evolve(None, fact).map(Case::Matter),
            (Some(Case::PeopleMediation(state)), Fact::PeopleMediation(fact)) => {
                PeopleMediation::evolve(Some(state), fact).map(Case::PeopleMediation)
            }
            (Some(Case::EntrustedMediation(state)), Fact::EntrustedMediation(fact)) => {
                EntrustedMediation::evolve(Some(state), fact).map(Case::EntrustedMediation)
            }
            (Some(Case::Matter(state)), Fact::Matter(fact)) => {
                Matter::evolve(Some(state), fact).map(Case::Matter)
            }
            (Some(case), _) => Some(case),
        }
    }

    fn outline(state: &Case) -> Outline {
        match state {
            Case::PeopleMediation(state) => PeopleMediation::outline(state),
            Case::EntrustedMediation(state) => EntrustedMediation::outline(state),
            Case::Matter(state) => Matter::outline(state),
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        match fact {
            Fact::PeopleMediation(fact) => PeopleMediation::clocks(fact),
            Fact::EntrustedMediation(fact) => EntrustedMediation::clocks(fact),
            Fact::Matter(fact) => Matter::clocks(fact),
        }
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        match fact {
            Fact::PeopleMediation(fact) => PeopleMediation::notices(fact),
            Fact::EntrustedMediation(fact) => EntrustedMediation::notices(fact),
            Fact::Matter(fact) => Matter::notices(fact),
        }
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        match state {
            Case::PeopleMediation(state) => PeopleMediation::expired(state, clock).map(Into::into),
            Case::EntrustedMediation(state) => {
                EntrustedMediation::expired(state, clock).map(Into::into)
            }
            Case::Matter(state) => Matter::expired(state, clock).map(Into::into),
        }
    }

    fn name(command: &Command) -> &'static str {
        let (kind, name) = match command {
            Command::PeopleMediation(command) => {
                (PeopleMediation::KIND, PeopleMediation::name(command))
            }
            Command::EntrustedMediation(command) => {
                (EntrustedMediation::KIND, EntrustedMediation::name(command))
            }
            Command::Matter(command) => (Matter::KIND, Matter::name(command)),
        };
        let dotted = |full: &&&str| full.split_once('.') == Some((kind, name));
        Law::COMMANDS.iter().find(dotted).copied().unwrap_or_default()
    }

    fn roles(command: &str) -> &'static [Role] {
        match command.split_once('.') {
            Some((PeopleMediation::KIND, name)) => PeopleMediation::roles(name),
            Some((EntrustedMediation::KIND, name)) => EntrustedMediation::roles(name),
            Some((Matter::KIND, name)) => Matter::roles(name),
            Some(_) | None => &[],
        }
    }

    fn needs_holding(command: &str) -> bool {
        match command.split_once('.') {
            Some((PeopleMediation::KIND, name)) => PeopleMediation::needs_holding(name),
            Some((EntrustedMediation::KIND, name)) => EntrustedMediation::needs_holding(name),
            Some((Matter::KIND, name)) => Matter::needs_holding(name),
            Some(_) | None => true,
        }
    }

    fn chart() -> &'static Chart {
        PeopleMediation::chart()
    }
}

#[cfg(test)]
mod tests;
