//! The whole area as one procedure: each case, command and fact goes to its own law.

use jiefen_procedure::{
    Chart, Circumstances, ClockEffect, Explain, Notice, Outline, Procedure, Refused,
};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::citizen_request::{self, CitizenRequest};
use crate::dispute::{self, Dispute};
use crate::inquiry::{self, Inquiry};
use crate::mass_incident::{self, MassIncident};
use crate::risk_case::{self, RiskCase};
use crate::screening_campaign::{self, ScreeningCampaign};
use crate::signal_watch::{self, SignalWatch};
use crate::worded::Worded;

/// A case of intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// 纠纷
    Dispute(Box<dispute::State>),
    /// 咨询
    Inquiry(Box<inquiry::State>),
    /// 群体性事件
    MassIncident(Box<mass_incident::State>),
    /// 风险事项
    RiskCase(Box<risk_case::State>),
    /// 排查
    Screening(Box<screening_campaign::State>),
    /// 信号监测
    Watch(Box<signal_watch::State>),
    /// 当事人来件
    Request(Box<citizen_request::State>),
}

/// A command of intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// To the umbrella of a dispute.
    Dispute(dispute::Command),
    /// To an inquiry.
    Inquiry(inquiry::Command),
    /// To a mass incident.
    MassIncident(mass_incident::Command),
    /// To a risk case.
    RiskCase(risk_case::Command),
    /// To a screening.
    Screening(screening_campaign::Command),
    /// To the watch over signals.
    Watch(signal_watch::Command),
    /// To a party's request.
    Request(citizen_request::Command),
}

/// A fact of intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// Of the umbrella of a dispute.
    Dispute(dispute::Fact),
    /// Of an inquiry.
    Inquiry(inquiry::Fact),
    /// Of a mass incident.
    MassIncident(mass_incident::Fact),
    /// Of a risk case.
    RiskCase(risk_case::Fact),
    /// Of a screening.
    Screening(screening_campaign::Fact),
    /// Of the watch over signals.
    Watch(signal_watch::Fact),
    /// Of a party's request.
    Request(citizen_request::Fact),
}

/// The procedures of the area: the arm of [`Case`], [`Command`] and [`Fact`], the module, the law.
macro_rules! procedures {
    ($($arm:ident $module:ident $law:ident;)*) => {
        $(
            impl From<$module::State> for Case {
                fn from(state: $module::State) -> Case {
                    Case::$arm(Box::new(state))
                }
            }

            impl From<$module::Command> for Command {
                fn from(command: $module::Command) -> Command {
                    Command::$arm(command)
                }
            }

            impl From<$module::Fact> for Fact {
                fn from(fact: $module::Fact) -> Fact {
                    Fact::$arm(fact)
                }
            }
        )*

        impl Case {
            /// The code of its procedure.
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Case::$arm(_) => $module::KIND,)*
                }
            }
        }

        fn decide(
            state: Option<&Case>,
            command: &Command,
            ctx: &Circumstances<'_>,
        ) -> Result<Vec<Fact>, Refusal> {
            match (state, command) {
                $(
                    (None, Command::$arm(command)) => carry($law::decide(None, command, ctx)),
                    (Some(Case::$arm(state)), Command::$arm(command)) => {
                        carry($law::decide(Some(state), command, ctx))
                    }
                    (Some(case), Command::$arm(_)) => {
                        Err(Refusal::WrongProcedure { case: case.kind(), command: name(command) })
                    }
                )*
            }
        }

        fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
            match (state, fact) {
                $(
                    (None, Fact::$arm(fact)) => $law::evolve(None, fact).map(Case::from),
                    (Some(Case::$arm(state)), Fact::$arm(fact)) => {
                        $law::evolve(Some(*state), fact).map(Case::from)
                    }
                    (state @ Some(_), Fact::$arm(_)) => state,
                )*
            }
        }

        fn outline(state: &Case) -> Outline {
            match state {
                $(Case::$arm(state) => $law::outline(state),)*
            }
        }

        fn clocks(fact: &Fact) -> Vec<ClockEffect> {
            match fact {
                $(Fact::$arm(fact) => $law::clocks(fact),)*
            }
        }

        fn notices(fact: &Fact) -> Vec<Notice> {
            match fact {
                $(Fact::$arm(fact) => $law::notices(fact),)*
            }
        }

        fn expired(state: &Case, clock: &str) -> Option<Command> {
            match state {
                $(Case::$arm(state) => $law::expired(state, clock).map(Command::from),)*
            }
        }

        fn name(command: &Command) -> &'static str {
            match command {
                $(Command::$arm(command) => dotted($module::KIND, $law::name(command)),)*
            }
        }

        fn roles(command: &str) -> &'static [Role] {
            match command.split_once('.') {
                $(Some(($module::KIND, name)) => $law::roles(name),)*
                _ => &[],
            }
        }

        fn needs_holding(command: &str) -> bool {
            match command.split_once('.') {
                $(Some(($module::KIND, name)) => $law::needs_holding(name),)*
                _ => false,
            }
        }
    };
}

procedures! {
    Dispute dispute Dispute;
    Inquiry inquiry Inquiry;
    MassIncident mass_incident MassIncident;
    RiskCase risk_case RiskCase;
    Screening screening_campaign ScreeningCampaign;
    Watch signal_watch SignalWatch;
    Request citizen_request CitizenRequest;
}

/// Why a command of intake is refused.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// By the law of the dispute or inquiry.
    Own(dispute::Refusal),
    /// By the law of a mass incident.
    Incident(mass_incident::Refusal),
    /// By the law of a risk case, a screening or the watch.
    Worded(Worded),
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

impl From<mass_incident::Refusal> for Refusal {
    fn from(refusal: mass_incident::Refusal) -> Refusal {
        Refusal::Incident(refusal)
    }
}

impl From<Worded> for Refusal {
    fn from(refusal: Worded) -> Refusal {
        Refusal::Worded(refusal)
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::Own(refusal) => refusal.name(),
            Refusal::Incident(refusal) => refusal.name(),
            Refusal::Worded(refusal) => refusal.name(),
            Refusal::WrongProcedure { .. } => "WRONG_PROCEDURE",
        }
    }

    fn zh(&self) -> String {
        match self {
            Refusal::Own(refusal) => refusal.zh(),
            Refusal::Incident(refusal) => refusal.zh(),
            Refusal::Worded(refusal) => refusal.zh(),
            Refusal::WrongProcedure { case, command } => {
                format!("该件属于 {case}，不能办理 {command}")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Refusal::Own(refusal) => refusal.en(),
            Refusal::Incident(refusal) => refusal.en(),
            Refusal::Worded(refusal) => refusal.en(),
            Refusal::WrongProcedure { case, command } => {
                format!("the case is of {case}, {command} has no place in it")
            }
        }
    }

    fn basis(&self) -> &'static str {
        match self {
            Refusal::Own(refusal) => refusal.basis(),
            Refusal::Incident(refusal) => refusal.basis(),
            Refusal::Worded(refusal) => refusal.basis(),
            Refusal::WrongProcedure { .. } => "实施方案 八(一)",
        }
    }

    fn instead(&self) -> String {
        match self {
            Refusal::Own(refusal) => refusal.instead(),
            Refusal::Incident(refusal) => refusal.instead(),
            Refusal::Worded(refusal) => refusal.instead(),
            Refusal::WrongProcedure { .. } => {
                "请核对编号，咨询先转为纠纷、发现先登记为纠纷再办理".to_owned()
            }
        }
    }

    fn refused(&self) -> Refused {
        match self {
            Refusal::Own(refusal) => refusal.refused(),
            Refusal::Incident(refusal) => refusal.refused(),
            Refusal::Worded(refusal) => refusal.refused(),
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
        decide(state, command, ctx)
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        evolve(state, fact)
    }

    fn outline(state: &Case) -> Outline {
        outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        notices(fact)
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        needs_holding(command)
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
        SignalWatch::chart(),
        CitizenRequest::chart(),
    ]
}

/// The facts or refusal of a procedure as the area's own.
fn carry<F: Into<Fact>, R: Into<Refusal>>(
    decided: Result<Vec<F>, R>,
) -> Result<Vec<Fact>, Refusal> {
    let facts = decided.map_err(Into::into)?;
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
    "dispute.file_suit",
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
    "dispute.note_task",
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
    "mass_incident.report_signal",
    "mass_incident.join_signal",
    "mass_incident.verify",
    "mass_incident.set_level",
    "mass_incident.record_contact",
    "mass_incident.prepare_lanes",
    "mass_incident.call_out",
    "mass_incident.record_arrival",
    "mass_incident.take_measure",
    "mass_incident.report_situation",
    "mass_incident.report_up",
    "mass_incident.link_dispute",
    "mass_incident.close_lane",
    "mass_incident.stand_down",
    "mass_incident.lift",
    "mass_incident.review",
    "mass_incident.flag_late",
    "risk_case.open",
    "risk_case.join_signal",
    "risk_case.set_level",
    "risk_case.name_investigator",
    "risk_case.assemble_team",
    "risk_case.record_contact",
    "risk_case.record_finding",
    "risk_case.assign_task",
    "risk_case.prove_task",
    "risk_case.expect_payment",
    "risk_case.prove_payment",
    "risk_case.note_incident",
    "risk_case.find_unfounded",
    "risk_case.close",
    "risk_case.flag_late",
    "screening_campaign.plan_screening",
    "screening_campaign.sign",
    "screening_campaign.cancel",
    "screening_campaign.report_finding",
    "screening_campaign.sign_none_found",
    "screening_campaign.close_round",
    "screening_campaign.assign_owner",
    "screening_campaign.report_screening",
    "screening_campaign.flag_late",
    "signal_watch.take",
    "signal_watch.count",
    "signal_watch.adopt",
    "signal_watch.release",
    "citizen_request.lodge",
    "citizen_request.write_in",
    "citizen_request.answer",
    "citizen_request.chase",
];

#[cfg(test)]
#[path = "area_tests.rs"]
mod tests;
