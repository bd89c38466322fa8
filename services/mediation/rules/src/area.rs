//! The whole area as one procedure: each case is of one procedure, and a command of another is
//! refused.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Explain, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::administrative_mediation::AdministrativeMediation;
use crate::agreement_life::AgreementLife;
use crate::batch::Batch;
use crate::consumer::Consumer;
use crate::entrusted_mediation::{self, EntrustedMediation};
use crate::industry_mediation::{self, IndustryMediation};
use crate::invited_mediation::InvitedMediation;
use crate::joint_mediation::JointMediation;
use crate::labour_mediation::LabourMediation;
use crate::lawyer_mediation::{self, LawyerMediation};
use crate::matter::{self, Matter};
use crate::medical::Medical;
use crate::negotiation::Negotiation;
use crate::neutral_evaluation::NeutralEvaluation;
use crate::online_mediation::OnlineMediation;
use crate::people_mediation::{self, PeopleMediation};
use crate::public_order::PublicOrder;
use crate::rural_land_mediation::RuralLandMediation;
use crate::traffic::Traffic;
use crate::village_negotiation::VillageNegotiation;

/// The procedures that the area's service runs: of each its variant, its module, its words. A case, a command, a fact, a
/// refusal of the area is one of one procedure.
macro_rules! procedures {
    ($($name:ident $module:ident $zh:literal;)*) => {
        /// A case of this area.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "procedure", rename_all = "snake_case")]
        #[allow(clippy::large_enum_variant)] // one value a case, never in bulk
        pub enum Case {
            $(#[doc = $zh] $name($module::State),)*
        }

        /// A command of this area.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Command {
            $(#[doc = $zh] $name($module::Command),)*
        }

        /// A fact of this area.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "procedure", rename_all = "snake_case")]
        pub enum Fact {
            $(#[doc = $zh] $name($module::Fact),)*
        }

        /// Why a command of this area is refused.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Refusal {
            $(#[doc = $zh] $name($module::Refusal),)*
            /// 案件属于其他程序
            WrongProcedure {
                /// The procedure of the case.
                case: &'static str,
                /// The procedure of the command.
                command: &'static str,
            },
        }

        $(
            impl From<$module::State> for Case {
                fn from(state: $module::State) -> Case {
                    Case::$name(state)
                }
            }

            impl From<$module::Command> for Command {
                fn from(command: $module::Command) -> Command {
                    Command::$name(command)
                }
            }

            impl From<$module::Fact> for Fact {
                fn from(fact: $module::Fact) -> Fact {
                    Fact::$name(fact)
                }
            }

            impl From<$module::Refusal> for Refusal {
                fn from(refusal: $module::Refusal) -> Refusal {
                    Refusal::$name(refusal)
                }
            }
        )*

        impl Explain for Refusal {
            fn name(&self) -> &'static str {
                match self {
                    $(Refusal::$name(refusal) => refusal.name(),)*
                    Refusal::WrongProcedure { .. } => "WRONG_PROCEDURE",
                }
            }

            fn zh(&self) -> String {
                match self {
                    $(Refusal::$name(refusal) => refusal.zh(),)*
                    Refusal::WrongProcedure { case, command } => {
                        format!("案件属于“{}”，不能办理“{}”的步骤", zh(case), zh(command))
                    }
                }
            }

            fn en(&self) -> String {
                match self {
                    $(Refusal::$name(refusal) => refusal.en(),)*
                    Refusal::WrongProcedure { case, command } => {
                        format!("the case is of {case}, the command of {command}")
                    }
                }
            }

            fn basis(&self) -> &'static str {
                match self {
                    $(Refusal::$name(refusal) => refusal.basis(),)*
                    Refusal::WrongProcedure { .. } => "四(一)",
                }
            }

            fn instead(&self) -> String {
                match self {
                    $(Refusal::$name(refusal) => refusal.instead(),)*
                    Refusal::WrongProcedure { case, .. } => format!("请按“{}”办理", zh(case)),
                }
            }
        }

        fn of_case(case: &Case) -> &'static str {
            match case {
                $(Case::$name(_) => $name::KIND,)*
            }
        }

        fn of_command(command: &Command) -> &'static str {
            match command {
                $(Command::$name(_) => $name::KIND,)*
            }
        }

        /// The area's law: dispatches to the procedure of the case.
        pub struct Law;

        impl Procedure for Law {
            type State = Case;
            type Command = Command;
            type Fact = Fact;
            type Refusal = Refusal;

            const KIND: &'static str = "mediation";
            const COMMANDS: &'static [&'static str] = COMMANDS;

            fn decide(
                state: Option<&Case>,
                command: &Command,
                ctx: &Circumstances<'_>,
            ) -> Result<Vec<Fact>, Refusal> {
                match (state, command) {
                    $(
                        (None, Command::$name(command)) => facts($name::decide(None, command, ctx)),
                        (Some(Case::$name(state)), Command::$name(command)) => {
                            facts($name::decide(Some(state), command, ctx))
                        }
                    )*
                    (Some(case), command) => Err(Refusal::WrongProcedure {
                        case: of_case(case),
                        command: of_command(command),
                    }),
                }
            }

            fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
                match (state, fact) {
                    $(
                        (None, Fact::$name(fact)) => $name::evolve(None, fact).map(Case::$name),
                        (Some(Case::$name(state)), Fact::$name(fact)) => {
                            $name::evolve(Some(state), fact).map(Case::$name)
                        }
                    )*
                    (Some(case), _) => Some(case),
                }
            }

            fn outline(state: &Case) -> Outline {
                match state {
                    $(Case::$name(state) => $name::outline(state),)*
                }
            }

            fn clocks(fact: &Fact) -> Vec<ClockEffect> {
                match fact {
                    $(Fact::$name(fact) => $name::clocks(fact),)*
                }
            }

            fn notices(fact: &Fact) -> Vec<Notice> {
                match fact {
                    $(Fact::$name(fact) => $name::notices(fact),)*
                }
            }

            fn expired(state: &Case, clock: &str) -> Option<Command> {
                match state {
                    $(Case::$name(state) => $name::expired(state, clock).map(Into::into),)*
                }
            }

            fn name(command: &Command) -> &'static str {
                let (kind, name) = match command {
                    $(Command::$name(command) => ($name::KIND, $name::name(command)),)*
                };
                let dotted = |full: &&&str| full.split_once('.') == Some((kind, name));
                COMMANDS.iter().find(dotted).copied().unwrap_or_default()
            }

            fn roles(command: &str) -> &'static [Role] {
                match command.split_once('.') {
                    $(Some(($name::KIND, name)) => $name::roles(name),)*
                    Some(_) | None => &[],
                }
            }

            fn needs_holding(command: &str) -> bool {
                match command.split_once('.') {
                    $(Some(($name::KIND, name)) => $name::needs_holding(name),)*
                    Some(_) | None => true,
                }
            }

            fn chart() -> &'static Chart {
                PeopleMediation::chart()
            }
        }
    };
}

procedures! {
    PeopleMediation people_mediation "人民调解";
    EntrustedMediation entrusted_mediation "委托（委派）调解";
    Matter matter "承办事项";
    IndustryMediation industry_mediation "行业调解、金融纠纷第三方调解";
    LawyerMediation lawyer_mediation "律师调解";
}

fn zh(kind: &str) -> &'static str {
    charts().into_iter().find(|chart| chart.kind == kind).map_or("其他程序", |chart| chart.zh)
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

fn facts<F: Into<Fact>, R: Into<Refusal>>(result: Result<Vec<F>, R>) -> Result<Vec<Fact>, Refusal> {
    result.map(|facts| facts.into_iter().map(Into::into).collect()).map_err(Into::into)
}

/// The names of all commands, procedure by procedure.
const COMMANDS: &[&str] = &[
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
    "industry_mediation.open",
    "industry_mediation.check_body",
    "industry_mediation.give_consent",
    "industry_mediation.refuse_consent",
    "industry_mediation.accept",
    "industry_mediation.set_fee",
    "industry_mediation.ask_expert",
    "industry_mediation.expert_answers",
    "industry_mediation.withdraw_consent",
    "industry_mediation.disclose",
    "industry_mediation.waive",
    "industry_mediation.challenge",
    "industry_mediation.decide_challenge",
    "industry_mediation.replace",
    "industry_mediation.schedule",
    "industry_mediation.hold",
    "industry_mediation.extend",
    "industry_mediation.begin_appraisal",
    "industry_mediation.end_appraisal",
    "industry_mediation.put_text",
    "industry_mediation.confirm_text",
    "industry_mediation.put_plan",
    "industry_mediation.object",
    "industry_mediation.agree",
    "industry_mediation.note_application",
    "industry_mediation.close_window",
    "industry_mediation.end_failed",
    "industry_mediation.end_sham",
    "industry_mediation.lapse",
    "lawyer_mediation.open",
    "lawyer_mediation.give_consent",
    "lawyer_mediation.refuse_consent",
    "lawyer_mediation.take",
    "lawyer_mediation.set_fee",
    "lawyer_mediation.withdraw_consent",
    "lawyer_mediation.disclose",
    "lawyer_mediation.waive",
    "lawyer_mediation.challenge",
    "lawyer_mediation.decide_challenge",
    "lawyer_mediation.replace",
    "lawyer_mediation.schedule",
    "lawyer_mediation.hold",
    "lawyer_mediation.extend",
    "lawyer_mediation.begin_appraisal",
    "lawyer_mediation.end_appraisal",
    "lawyer_mediation.put_text",
    "lawyer_mediation.confirm_text",
    "lawyer_mediation.agree",
    "lawyer_mediation.note_application",
    "lawyer_mediation.note_order",
    "lawyer_mediation.close_window",
    "lawyer_mediation.end_failed",
    "lawyer_mediation.end_sham",
    "lawyer_mediation.lapse",
];

#[cfg(test)]
mod tests;
