//! What others need to know of an agreement: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::decide::{At, at};
use super::{Command, Ending, Fact, OrderResult, Stage, State};
use crate::agreement::Window;
use crate::draw::{cancel, met, next, notice, start};

/// How soon a text is signed or given up.
const SIGN: &str = "policy.agreement_signing";
/// How soon after a due date performance is looked at (人民调解法 31).
const FOLLOW_UP: &str = "policy.follow_up";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "draft",
    "adopt",
    "put_text",
    "confirm_text",
    "sign",
    "give_up",
    "note_application",
    "note_acceptance",
    "strengthen",
    "refuse_strength",
    "close_window",
    "record_performance",
    "report_breach",
    "ask_certificate",
    "enforce",
    "end_enforcement",
    "ask_order",
    "note_order",
    "sue",
    "arbitrate",
    "resume_penalty",
    "renegotiate",
    "annul",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Draft { .. } => "draft",
        Command::Adopt { .. } => "adopt",
        Command::PutText { .. } => "put_text",
        Command::ConfirmText { .. } => "confirm_text",
        Command::Sign { .. } => "sign",
        Command::GiveUp => "give_up",
        Command::NoteApplication { .. } => "note_application",
        Command::NoteAcceptance { .. } => "note_acceptance",
        Command::Strengthen { .. } => "strengthen",
        Command::RefuseStrength { .. } => "refuse_strength",
        Command::CloseWindow { .. } => "close_window",
        Command::RecordPerformance { .. } => "record_performance",
        Command::ReportBreach { .. } => "report_breach",
        Command::AskCertificate { .. } => "ask_certificate",
        Command::Enforce { .. } => "enforce",
        Command::EndEnforcement { .. } => "end_enforcement",
        Command::AskOrder { .. } => "ask_order",
        Command::NoteOrder { .. } => "note_order",
        Command::Sue { .. } => "sue",
        Command::Arbitrate { .. } => "arbitrate",
        Command::ResumePenalty { .. } => "resume_penalty",
        Command::Renegotiate { .. } => "renegotiate",
        Command::Annul { .. } => "annul",
    }
}

fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Drafted { .. } => ("drafted", "协议待签"),
        Stage::InForce { deed } => match at(deed) {
            At::Enforcing => ("enforcing", "强制执行"),
            At::Ordered => ("ordered", "支付令"),
            At::Breached => ("breached", "违约"),
            At::Whole if deed.pending.is_some() => ("strengthening", "待确认、审查或者公证"),
            At::Whole if !deed.agreement.windows.is_empty() => ("effective", "协议生效"),
            At::Whole => ("performing", "履行中"),
        },
        Stage::Ended { ending, .. } => match ending {
            Ending::NotMade => ("not_made", "未签成"),
            Ending::Performed => ("performed", "已履行"),
            Ending::Enforced => ("enforced", "经执行实现"),
            Ending::Sued => ("sued", "已起诉"),
            Ending::Arbitrated => ("arbitrated", "已申请仲裁"),
            Ending::PenaltyResumed => ("penalty_resumed", "恢复处罚程序"),
            Ending::Renegotiated => ("renegotiated", "另行达成协议"),
            Ending::Void => ("void", "撤销或者无效"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = next_step(state);
    Outline {
        kind: "agreement_life",
        state: code,
        state_zh: zh,
        open,
        next_zh,
        next_en,
        person: None,
    }
}

fn next_step(state: &State) -> (String, String) {
    match &state.stage {
        Stage::Drafted { .. } => next("请各方确认同一文本并签名", "all confirm the text and sign"),
        Stage::Ended { .. } => (String::new(), String::new()),
        Stage::InForce { deed } => match (at(deed), deed.pending) {
            (At::Enforcing, _) => next("跟进执行结果", "follow the enforcement"),
            (At::Ordered, _) => next("跟进支付令结果", "follow the payment order"),
            (At::Breached, _) => next("告知权利人可走的途径", "tell the other side its routes"),
            (At::Whole, Some(way)) => {
                next(format!("跟进{}", way.zh()), "follow the application".to_owned())
            }
            (At::Whole, None) => {
                let open = deed.agreement.outstanding();
                let owed = deed.agreement.draft.obligations.iter();
                let first = owed.filter(|one| open.contains(&one.no)).min_by_key(|one| one.due);
                let windows: Vec<&str> = deed.agreement.windows.iter().map(|w| w.zh()).collect();
                let told = if windows.is_empty() {
                    String::new()
                } else {
                    format!("；可以{}", windows.join("、"))
                };
                let (no, due) = first.map(|one| (one.no, one.due)).unwrap_or_default();
                next(
                    format!("{due}后回访第{no}项履行情况{told}"),
                    format!("check obligation {no} after {due}"),
                )
            }
        },
    }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Drafted { on, .. } => vec![start("sign", SIGN, *on)],
        Fact::TextPut { on, .. } => vec![cancel("sign"), start("sign", SIGN, *on)],
        Fact::InForce { draft, effective_on, windows, .. } => {
            let mut effects = vec![met("sign")];
            effects.extend(windows.iter().map(|w| start(w.clock(), w.rule(), *effective_on)));
            let owed = draft.obligations.iter();
            effects.extend(owed.map(|o| start(&format!("follow_up:{}", o.no), FOLLOW_UP, o.due)));
            effects
        }
        Fact::ApplicationNoted { way, on } => {
            let mut effects: Vec<ClockEffect> = way.window().map(met).into_iter().collect();
            effects.push(start("pending", way.limits().0, *on));
            effects
        }
        Fact::AcceptanceNoted { way, on } => {
            vec![met("pending"), start("pending", way.limits().1, *on)]
        }
        Fact::Strengthened { .. } => {
            vec![met("pending"), cancel("confirm"), cancel("arbitral_review")]
        }
        Fact::StrengthRefused { way, .. } => {
            let mut effects = vec![met("pending")];
            effects.extend(way.window().map(cancel));
            effects
        }
        Fact::WindowClosed { window, .. } => vec![cancel(window.clock())],
        Fact::Performed { no, .. } => done(*no),
        Fact::Cleared { .. } => vec![met("enforcing"), cancel("enforce:0")],
        Fact::Broken { no, on, clock, level, .. } => {
            let mut effects = vec![
                cancel(&format!("follow_up:{no}")),
                start(&format!("breach:{no}"), FOLLOW_UP, *on),
            ];
            if let (Some((key, from)), Some(rule)) = (clock, level.enforcement()) {
                effects.push(start(key, rule, *from));
            }
            effects
        }
        Fact::CertificateAsked { no, on } => {
            let key = format!("enforce:{no}");
            vec![cancel(&key), start(&key, "T-G-04", *on)]
        }
        Fact::EnforcementBegun { clock, on, .. } => {
            vec![met(clock), start("enforcing", "T-G-01", *on)]
        }
        Fact::EnforcementPaused { .. } => vec![met("enforcing")],
        Fact::OrderAsked { on, .. } => vec![start("order", "T-F-02", *on)],
        Fact::OrderEnded { no, result, on } => {
            let mut effects = vec![met("order")];
            if *result == OrderResult::Effective {
                effects.push(start(&format!("enforce:{no}"), "T-F-09", *on));
            }
            effects
        }
        Fact::Ended { open, .. } => {
            let keys = ["sign", "confirm", "arbitral_review", "pending", "order", "enforcing"];
            let mut effects: Vec<ClockEffect> = keys.iter().map(|key| cancel(key)).collect();
            effects.push(cancel("enforce:0"));
            effects.extend(open.iter().flat_map(|no| done(*no)));
            effects
        }
        Fact::Adopted { .. } | Fact::TextConfirmed { .. } | Fact::TextSigned { .. } => Vec::new(),
    }
}

fn done(no: u32) -> Vec<ClockEffect> {
    let keys = ["follow_up", "breach", "enforce"];
    keys.iter().map(|key| met(&format!("{key}:{no}"))).collect()
}

pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    let window = |key: &str| {
        let windows = state.deed().map(|deed| deed.agreement.windows.clone());
        windows.unwrap_or_default().into_iter().find(|window: &Window| window.clock() == key)
    };
    match (&state.stage, clock) {
        (Stage::Drafted { .. }, "sign") => Some(Command::GiveUp),
        (Stage::InForce { .. }, "confirm" | "arbitral_review") => {
            window(clock).map(|window| Command::CloseWindow { window })
        }
        (Stage::Drafted { .. } | Stage::InForce { .. } | Stage::Ended { .. }, _) => None,
    }
}

/// The windows are told in one notice each, all on the day of effect.
pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Drafted { .. } | Fact::TextPut { .. } => vec![notice(
            "text",
            "协议文本已经拟好，请各自阅读并确认；文本一经改动，先前的确认作废。",
            None,
        )],
        Fact::InForce { effective_on, level, windows, .. } => {
            let zh = format!("协议自{effective_on}起生效（{}），应当按约履行。", level.zh());
            let mut due = vec![notice("agreement", zh, None)];
            due.extend(
                windows
                    .iter()
                    .map(|w| notice("window", format!("可以{}。", w.zh()), Some(w.rule()))),
            );
            due
        }
        Fact::Strengthened { level, .. } => {
            vec![notice("strengthened", format!("协议已{}，可以申请强制执行。", level.zh()), None)]
        }
        Fact::StrengthRefused { way, .. } => {
            let zh =
                format!("{}申请未获准许，协议仍有原来的效力，可以重新调解或者起诉。", way.zh());
            vec![notice("strength_refused", zh, None)]
        }
        Fact::Broken { no, routes, clock, level, .. } => {
            let ways: Vec<&str> = routes.iter().map(|route| route.zh()).collect();
            let rule = clock.as_ref().and_then(|_| level.enforcement());
            vec![notice("breach", format!("协议第{no}项未履行，可以{}。", ways.join("；")), rule)]
        }
        Fact::OrderEnded { result: OrderResult::Lapsed, .. } => vec![notice(
            "order_lapsed",
            "支付令失效，可以依据调解协议向人民法院起诉。",
            Some("T-F-06"),
        )],
        Fact::Ended { ending, .. } => ended(*ending),
        Fact::Adopted { .. }
        | Fact::TextConfirmed { .. }
        | Fact::TextSigned { .. }
        | Fact::ApplicationNoted { .. }
        | Fact::AcceptanceNoted { .. }
        | Fact::WindowClosed { .. }
        | Fact::Performed { .. }
        | Fact::Cleared { .. }
        | Fact::CertificateAsked { .. }
        | Fact::EnforcementBegun { .. }
        | Fact::EnforcementPaused { .. }
        | Fact::OrderAsked { .. }
        | Fact::OrderEnded { result: OrderResult::Paid | OrderResult::Effective, .. } => Vec::new(),
    }
}

fn ended(ending: Ending) -> Vec<Notice> {
    match ending {
        Ending::Performed | Ending::Enforced => {
            vec![notice("performed", "协议已经全部履行。", None)]
        }
        Ending::Void => {
            vec![notice("void", "协议已被撤销或者确认无效，原纠纷可以重新处理。", Some("T-A-06"))]
        }
        Ending::NotMade => {
            vec![notice("not_made", "协议没有签成，可以继续调解或者走其他途径。", Some("T-A-06"))]
        }
        Ending::Sued | Ending::Arbitrated | Ending::PenaltyResumed | Ending::Renegotiated => {
            vec![notice("ended", "协议的跟进已经结束，转入后一程序。", None)]
        }
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        DepartmentOfficer, MediationHead, Mediator, Notary, Party, PoliceOfficer, System,
        WindowClerk,
    };
    match command {
        "draft" | "put_text" | "renegotiate" => &[Mediator, MediationHead, DepartmentOfficer],
        "adopt" => &[Mediator, MediationHead, DepartmentOfficer, PoliceOfficer, System],
        "confirm_text" | "sign" => &[Party, Mediator, MediationHead, DepartmentOfficer],
        "give_up" => &[Mediator, MediationHead, DepartmentOfficer, System],
        "note_application" | "note_acceptance" | "strengthen" | "refuse_strength" => {
            &[Mediator, MediationHead, Notary, System]
        }
        "close_window" => &[System, Mediator, MediationHead],
        "record_performance" | "report_breach" => {
            &[Party, WindowClerk, Mediator, MediationHead, DepartmentOfficer, System]
        }
        "ask_certificate" | "enforce" | "ask_order" | "sue" | "arbitrate" => {
            &[Party, WindowClerk, Mediator, MediationHead, System]
        }
        "end_enforcement" | "note_order" | "annul" => &[Mediator, MediationHead, System],
        "resume_penalty" => &[PoliceOfficer, Mediator, MediationHead, System],
        _ => &[],
    }
}

/// The making of an agreement needs the dispute in hand; following it up does not (人民调解法 31).
pub(super) fn needs_holding(command: &str) -> bool {
    ["draft", "put_text", "sign"].contains(&command)
}
