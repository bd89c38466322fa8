//! What others need to know of an online mediation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::{DisputeKind, Role};

use super::{Command, Ending, Fact, Footing, Settlement, Stage, State};
use crate::neutral::{Act, cancel, met, notice, start, windows};

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "choose",
    "court_names",
    "accept",
    "decline_task",
    "give_consent",
    "refuse_consent",
    "note_unreachable",
    "verify",
    "go_on_site",
    "withdraw_consent",
    "disclose",
    "waive",
    "challenge",
    "decide_challenge",
    "replace",
    "schedule",
    "hold",
    "extend",
    "begin_appraisal",
    "end_appraisal",
    "refuse_replacement",
    "keep_record",
    "put_text",
    "sign",
    "refuse_sign",
    "note_application",
    "close_window",
    "end_failed",
    "end_sham",
    "lapse",
    "lapse_asking",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::Choose { .. } => "choose",
        Command::CourtNames { .. } => "court_names",
        Command::Accept { .. } => "accept",
        Command::DeclineTask { .. } => "decline_task",
        Command::GiveConsent { .. } => "give_consent",
        Command::RefuseConsent { .. } => "refuse_consent",
        Command::NoteUnreachable { .. } => "note_unreachable",
        Command::Verify { .. } => "verify",
        Command::GoOnSite { .. } => "go_on_site",
        Command::Course(act) => act.name(),
        Command::RefuseReplacement { .. } => "refuse_replacement",
        Command::KeepRecord { .. } => "keep_record",
        Command::PutText { .. } => "put_text",
        Command::Sign { .. } => "sign",
        Command::RefuseSign { .. } => "refuse_sign",
        Command::NoteApplication { .. } => "note_application",
        Command::CloseWindow { .. } => "close_window",
        Command::EndFailed { .. } => "end_failed",
        Command::EndSham { .. } => "end_sham",
        Command::Lapse => "lapse",
        Command::LapseAsking => "lapse_asking",
    }
}

fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Choosing => ("choosing", "待确定调解员"),
        Stage::Offered { .. } => ("offered", "待调解员确认"),
        Stage::Asking => ("asking", "征询对方意愿"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Signing { .. } => ("signing", "待电子签章"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Contract { .. } => ("settled", "调解成功"),
            Ending::ToCourt { .. } => ("to_court", "达成协议交法院"),
            Ending::Failed | Ending::TermOver | Ending::RefusedToSign { .. } | Ending::Sham => {
                ("failed", "调解不成")
            }
            Ending::Unreachable => ("unreachable", "无法联系当事人"),
            Ending::Refused { .. } => ("withdrawn", "当事人不同意调解"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let (next_zh, next_en) = match (&state.stage, &state.course.planned) {
        (Stage::Choosing, _) => both("选择或者指定调解员", "choose or name the mediator"),
        (Stage::Offered { .. }, _) => both("在平台确认接受", "accept on the platform"),
        (Stage::Asking, _) => both("询问对方是否同意在线调解", "ask the other party"),
        (Stage::Mediating, Some(session)) => {
            (format!("{}调解", session.on), format!("session on {}", session.on))
        }
        (Stage::Mediating, None) => both("安排下一次调解", "set the next session"),
        (Stage::Signing { .. }, _) => both("电子签章", "sign electronically"),
        (Stage::Agreed { .. }, _) => {
            both("引导自动履行，告知可以申请司法确认", "guide to performance and confirmation")
        }
        (Stage::Ended { .. }, _) => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.course.mediator.clone().filter(|_| open);
    let kind = "online_mediation";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Opened { may_choose, on, .. } | Fact::Reassigned { may_choose, on } => {
            let choose = may_choose.then(|| start("choose", "T-C-06", *on));
            let name = [cancel("accept"), start("name", "T-C-06.name", *on)];
            choose.into_iter().chain(name).collect()
        }
        Fact::ChoiceOver { .. } => vec![cancel("choose")],
        Fact::Offered { on, .. } => {
            vec![met("choose"), met("name"), start("accept", "T-C-07", *on)]
        }
        Fact::Accepted { asking, on } => {
            let ask = asking.then(|| start("ask", "T-C-08", *on));
            [met("accept")].into_iter().chain(ask).collect()
        }
        Fact::AllConsent { .. } => vec![met("ask")],
        Fact::Course { event } => event.clocks(),
        Fact::InForce { bargain, .. } => {
            let mut effects = vec![met("mediate")];
            effects.extend(windows(&bargain.windows, bargain.on));
            effects
        }
        Fact::WindowClosed { window, .. } => vec![cancel(window.clock())],
        Fact::Ended { .. } => {
            let mut effects = vec![met("confirm"), met("ask"), met("mediate")];
            effects.extend(["choose", "name", "accept"].map(cancel));
            effects
        }
        Fact::Consented { .. }
        | Fact::Verified { .. }
        | Fact::OnSite { .. }
        | Fact::Replaced { .. }
        | Fact::Recorded { .. }
        | Fact::TextPut { .. }
        | Fact::Signed { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { may_choose: true, .. } => vec![notice(
            "choice",
            "请共同选择调解组织或者调解员，逾期由人民法院指定。",
            Some("T-C-06"),
        )],
        Fact::Opened { may_choose: false, .. } => vec![notice(
            "application",
            "在线调解申请已经收到，由人民法院指定调解员并征询对方意愿。",
            Some("T-C-06.name"),
        )],
        Fact::ChoiceOver { .. } => {
            vec![notice("choice_over", "没有共同选定调解员，由人民法院指定。", None)]
        }
        Fact::Reassigned { .. } => {
            vec![notice("reassigned", "调解员没有接受，将重新指定或者选定。", None)]
        }
        Fact::Accepted { asking: true, .. } => vec![notice(
            "asked",
            "对方申请在线调解，是否同意由您自愿决定；拒绝或者联系不上的，调解终结。",
            Some("T-C-08"),
        )],
        Fact::Course { event } => event.notices(),
        Fact::TextPut { .. } => vec![notice(
            "text",
            "调解协议已经上传，请核对后电子签章；协议自各方当事人均完成电子签章时生效。",
            None,
        )],
        Fact::InForce { bargain, .. } if bargain.windows.is_empty() => vec![notice(
            "agreement",
            "调解协议已经生效，请主动履行；该协议不能申请司法确认。",
            None,
        )],
        Fact::InForce { .. } => vec![notice(
            "agreement",
            "调解协议已经生效，请主动履行；可以在线共同申请司法确认。",
            Some("T-D-01"),
        )],
        Fact::Ended { ending, footing, kind, .. } => vec![ended(ending, *footing, *kind)],
        Fact::Offered { .. }
        | Fact::Accepted { asking: false, .. }
        | Fact::Consented { .. }
        | Fact::AllConsent { .. }
        | Fact::Verified { .. }
        | Fact::OnSite { .. }
        | Fact::Replaced { .. }
        | Fact::Recorded { .. }
        | Fact::Signed { .. }
        | Fact::WindowClosed { .. } => Vec::new(),
    }
}

/// What follows from the end depends on the footing (在线调解规则 20, 21).
fn ended(ending: &Ending, footing: Footing, kind: DisputeKind) -> Notice {
    match ending {
        Ending::Contract { .. } => {
            notice("ended", "调解协议具有合同效力；不履行的，可以就协议起诉。", None)
        }
        Ending::ToCourt { ask: Settlement::Statement, .. } => {
            notice("ended", "已请求人民法院审查并制作调解书。", None)
        }
        Ending::ToCourt { ask: Settlement::Withdrawal | Settlement::ClosedOtherwise, .. } => {
            notice("ended", "已达成协议，由人民法院依法准许撤诉或者以其他方式结案。", None)
        }
        Ending::Failed
        | Ending::TermOver
        | Ending::Unreachable
        | Ending::Refused { .. }
        | Ending::RefusedToSign { .. }
        | Ending::Sham => match footing {
            Footing::Applied => {
                let (routes, rule) = crate::routes::remedies(kind);
                notice(
                    "remedies",
                    format!("在线调解已经终结，可以在线立案，也{routes}"),
                    Some(rule),
                )
            }
            Footing::Delegated => notice(
                "returned",
                "在线调解已经终结，材料已退回人民法院，人民法院应当依法登记立案。",
                Some("T-E-02"),
            ),
            Footing::EntrustedOrdinary | Footing::EntrustedSummary => {
                notice("returned", "在线调解已经终结，人民法院恢复审理。", None)
            }
        },
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{FilingClerk, Judge, MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[Party, WindowClerk, FilingClerk, Judge, Mediator, MediationHead, System],
        "choose" | "give_consent" | "refuse_consent" | "refuse_replacement" | "refuse_sign" => {
            &[Party, WindowClerk, Mediator, MediationHead]
        }
        "court_names" => &[FilingClerk, Judge],
        "accept" | "decline_task" | "note_unreachable" | "verify" | "keep_record" | "put_text"
        | "end_failed" | "end_sham" => &[Mediator, MediationHead],
        "go_on_site" | "sign" => &[Party, Mediator, MediationHead],
        "note_application" => &[Party, Mediator, MediationHead, System],
        "close_window" | "lapse" | "lapse_asking" => &[System, Mediator, MediationHead],
        _ => Act::roles(command),
    }
}

/// What only the agency that holds the dispute may do; a party's own word never waits.
pub(super) fn needs_holding(command: &str) -> bool {
    ["accept", "put_text"].contains(&command) || Act::needs_holding(command)
}
