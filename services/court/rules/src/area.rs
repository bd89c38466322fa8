//! The whole area as one procedure: each case is of one procedure, and a command of another is
//! refused.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Explain, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::confirmation::{self, Confirmation};
use crate::enforcement::{self, Enforcement};
use crate::filing::{self, Filing};
use crate::notarised_instrument::NotarisedInstrument;
use crate::payment_order::{self, PaymentOrder};
use crate::protection_order::{self, ProtectionOrder};
use crate::trial::Trial;

/// The procedures that the court's service runs: of each its variant, its module, its words. A case, a command, a fact, a
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

            const KIND: &'static str = "court";
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
                Filing::chart()
            }
        }
    };
}

procedures! {
    Filing filing "立案与分流";
    Confirmation confirmation "司法确认";
    ProtectionOrder protection_order "人身安全保护令";
    PaymentOrder payment_order "督促程序";
    Enforcement enforcement "强制执行";
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

fn facts<F: Into<Fact>, R: Into<Refusal>>(result: Result<Vec<F>, R>) -> Result<Vec<Fact>, Refusal> {
    result.map(|facts| facts.into_iter().map(Into::into).collect()).map_err(Into::into)
}

/// The names of all commands, procedure by procedure.
const COMMANDS: &[&str] = &[
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
    "protection_order.apply",
    "protection_order.accept",
    "protection_order.decline",
    "protection_order.mark_urgent",
    "protection_order.grant",
    "protection_order.reject",
    "protection_order.serve",
    "protection_order.record_breach",
    "protection_order.extend",
    "protection_order.vary",
    "protection_order.revoke",
    "protection_order.lapse",
    "protection_order.ask_review",
    "protection_order.review_time_passed",
    "protection_order.decide_review",
    "protection_order.withdraw",
    "enforcement.apply",
    "enforcement.accept",
    "enforcement.decline",
    "enforcement.issue_notice",
    "enforcement.serve_notice",
    "enforcement.take_measure",
    "enforcement.renew_measure",
    "enforcement.lift_measure",
    "enforcement.measure_lapsed",
    "enforcement.restrict",
    "enforcement.remove_restriction",
    "enforcement.listing_over",
    "enforcement.record_payment",
    "enforcement.record_performance",
    "enforcement.settle",
    "enforcement.resume",
    "enforcement.settlement_time_passed",
    "enforcement.end_for_now",
    "enforcement.check_property",
    "enforcement.five_years_passed",
    "enforcement.file_objection",
    "enforcement.decide_objection",
    "enforcement.take_remedy",
    "enforcement.remedy_time_passed",
    "enforcement.decide_review",
    "enforcement.plead_not_enforced",
    "enforcement.decide_plea",
    "enforcement.terminate",
    "enforcement.extend_term",
    "enforcement.six_months_passed",
    "enforcement.ask_upper_court",
    "enforcement.urge",
    "enforcement.urge_time_passed",
    "enforcement.upper_court_declines",
    "enforcement.go_up",
    "payment_order.apply",
    "payment_order.ask_correction",
    "payment_order.receive_corrected",
    "payment_order.lapse_correction",
    "payment_order.accept",
    "payment_order.decline",
    "payment_order.reject",
    "payment_order.issue",
    "payment_order.serve",
    "payment_order.lapse_unserved",
    "payment_order.record_payment",
    "payment_order.object",
    "payment_order.uphold_objection",
    "payment_order.dismiss_objection",
    "payment_order.withdraw_objection",
    "payment_order.objection_time_passed",
    "payment_order.receive_ruling",
    "payment_order.refuse_suit",
    "payment_order.deem_filed",
    "payment_order.withdraw",
    "payment_order.note_suit",
    "payment_order.revoke",
    "payment_order.apply_enforcement",
    "payment_order.enforcement_time_passed",
];

#[cfg(test)]
mod tests;
