//! What others need to know of a mediation for a court: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::{Ending, Fact, Settlement, Stage, State};

/// How soon a mediator signs for the file or sends it back (T-C-07).
const SIGN: &str = "T-C-07";
/// The parties' window for joint confirmation of a delegated agreement.
const CONFIRM: &str = "T-D-01";

/// The chart's code of where the mediation stands.
pub(super) fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Sent => ("sent", "待签收"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Returned { ending, .. } => match ending {
            Ending::Settled { .. } | Ending::Contract { .. } => ("settled", "调解成功退回"),
            Ending::Failed | Ending::TermOver | Ending::Sham => ("failed", "调解不成退回"),
            Ending::ConsentWithdrawn { .. } => ("withdrawn", "不同意调解退回"),
            Ending::Declined { .. } => ("declined", "不能承办退回"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let (next_zh, next_en) = next(state);
    let open = !matches!(state.stage, Stage::Returned { .. });
    let person = state.mediator.clone().filter(|_| open);
    let kind = "entrusted_mediation";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn next(state: &State) -> (String, String) {
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    match (&state.stage, &state.planned) {
        (Stage::Sent, _) => both("签收案件材料或者退回", "sign for the file or send it back"),
        (Stage::Mediating, Some(session)) => (
            format!("{}第{}次调解", session.on, session.no),
            format!("session {} on {}", session.no, session.on),
        ),
        (Stage::Mediating, None) => both("安排下一次调解", "set the next session"),
        (Stage::Agreed { .. }, _) => {
            both("告知可以共同申请司法确认", "tell the parties of joint confirmation")
        }
        (Stage::Returned { .. }, _) => (String::new(), String::new()),
    }
}

fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let mediate = || "mediate".to_owned();
    match fact {
        Fact::Opened { on, .. } => vec![start("sign", SIGN, *on)],
        Fact::FileSigned { on, rule, .. } => vec![met("sign"), start("mediate", rule, *on)],
        Fact::TermExtended { days, .. } => {
            vec![ClockEffect::Extend { key: mediate(), units: *days }]
        }
        Fact::AppraisalBegun { on } => vec![ClockEffect::Stop {
            key: mediate(),
            from: *on,
            reason: jiefen_procedure::term::APPRAISAL.to_owned(),
        }],
        Fact::AppraisalEnded { on } => vec![ClockEffect::Resume { key: mediate(), to: *on }],
        Fact::ContractMade { on } => vec![met("mediate"), start("confirm", CONFIRM, *on)],
        Fact::Returned { ending, .. } => match ending {
            Ending::Declined { .. } => vec![met("sign")],
            Ending::Contract { confirmation: true } => vec![met("confirm")],
            Ending::Contract { confirmation: false } => vec![cancel("confirm")],
            Ending::TermOver => vec![cancel("mediate")],
            Ending::Settled { .. }
            | Ending::Failed
            | Ending::ConsentWithdrawn { .. }
            | Ending::Sham => vec![cancel("sign"), met("mediate")],
        },
        Fact::ConsentWithdrawn { .. }
        | Fact::MediatorChosen { .. }
        | Fact::SessionScheduled { .. }
        | Fact::SessionHeld { .. }
        | Fact::UndisputedRecorded { .. } => Vec::new(),
    }
}

fn notice(form: &str, zh: &str, rule: Option<&str>) -> Notice {
    Notice {
        to: Vec::new(),
        form: form.to_owned(),
        zh: zh.to_owned(),
        rule: rule.map(str::to_owned),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::FileSigned { rule, .. } => vec![notice(
            "acceptance",
            "调解员已签收案件材料，开始调解。调解自愿，可以随时要求终止；调解中的让步不作为不利证据。",
            Some(rule),
        )],
        Fact::SessionScheduled { session } => vec![notice(
            "session",
            &format!("{}在{}进行{}调解。", session.on, session.place, session.mode.zh()),
            None,
        )],
        Fact::MediatorChosen { .. } => vec![notice("mediator", "调解员已经更换。", None)],
        Fact::ContractMade { .. } => {
            vec![notice("agreement", "调解协议具有合同效力，可以共同申请司法确认。", Some(CONFIRM))]
        }
        Fact::Returned { ending, .. } => vec![notice("returned", returned(*ending), None)],
        Fact::Opened { .. }
        | Fact::ConsentWithdrawn { .. }
        | Fact::SessionHeld { .. }
        | Fact::TermExtended { .. }
        | Fact::AppraisalBegun { .. }
        | Fact::AppraisalEnded { .. }
        | Fact::UndisputedRecorded { .. } => Vec::new(),
    }
}

fn returned(ending: Ending) -> &'static str {
    match ending {
        Ending::Settled { by: Settlement::Statement } => {
            "已达成协议，案件退回人民法院，由法院审查后制作调解书。"
        }
        Ending::Settled { by: Settlement::Withdrawal } => {
            "已达成协议，案件退回人民法院，由原告申请撤诉。"
        }
        Ending::Settled { by: Settlement::ClosedOtherwise } => {
            "已达成协议并履行，案件退回人民法院，以其他方式结案。"
        }
        Ending::Contract { confirmation: true } => "调解协议已申请司法确认，委派调解结束。",
        Ending::Contract { confirmation: false } => {
            "委派调解结束，调解协议具有合同效力；不履行的，可以就协议起诉。"
        }
        Ending::Failed
        | Ending::TermOver
        | Ending::ConsentWithdrawn { .. }
        | Ending::Declined { .. }
        | Ending::Sham => "调解已经结束，案件退回人民法院依法立案或者审理。",
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[WindowClerk, Mediator, MediationHead, System],
        "withdraw_consent" => &[Party, WindowClerk, Mediator, MediationHead],
        "choose_mediator" => &[Party, Mediator, MediationHead],
        "sign_file" | "decline" | "schedule_session" | "hold_session" | "extend"
        | "begin_appraisal" | "end_appraisal" | "record_settlement" | "record_contract"
        | "end_failed" | "end_sham" => &[Mediator, MediationHead],
        "note_application" => &[Mediator, MediationHead, System],
        "close_contract" | "lapse" => &[System, Mediator, MediationHead],
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do: while it is delegated, the mediating body.
/// Giving it back, a party's own word and the passing of time never wait for that.
pub(super) fn needs_holding(command: &str) -> bool {
    let held = [
        "sign_file",
        "schedule_session",
        "hold_session",
        "extend",
        "record_settlement",
        "record_contract",
    ];
    held.contains(&command)
}
