//! What others need to know of a mediation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::{DisputeKind, Role};
use jiff::civil::Date;

use super::{Ending, Fact, Stage, State, evolve, slots};

/// The local limit that stands under the month of T-B-02.
const TARGET: &str = "policy.people_mediation";
/// How soon the parties are asked.
const ASK: &str = "policy.information_request";
/// How soon after a due date performance is looked at (人民调解法 31).
const FOLLOW_UP: &str = "policy.follow_up";

/// The chart's code of where the mediation stands.
pub(super) fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::ConsentAsked => ("consent_asked", "征求意见"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Drafted { .. } => ("drafted", "协议待签"),
        Stage::InForce { .. } => ("in_force", "协议生效"),
        Stage::Breached { .. } => ("breached", "协议违约"),
        Stage::Ended { ending, .. } => match ending {
            Ending::PartyRefused { .. } => ("not_begun", "未开始"),
            Ending::Declined { .. } => ("declined", "不予受理"),
            Ending::Withdrawn { .. } | Ending::ConsentWithdrawn { .. } => ("withdrawn", "撤回"),
            Ending::Failed | Ending::TermOver | Ending::DeemedFailed => ("failed", "调解不成"),
            Ending::Danger | Ending::Sham | Ending::SuitAccepted => ("stopped", "终止调解"),
            Ending::Performed => ("performed", "已履行"),
            Ending::Unperformed => ("unperformed", "未履行"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = next(state);
    let person = state.mediator.clone().filter(|_| open);
    Outline { kind: "people_mediation", state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn next(state: &State) -> (String, String) {
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    match &state.stage {
        Stage::ConsentAsked => match state.without_consent() {
            Some(no) => (format!("征求当事人{no}的意见"), format!("ask party {no} for consent")),
            None => both("决定是否受理并确定调解员", "decide on acceptance and name a mediator"),
        },
        Stage::Mediating if state.mediator.is_none() => {
            both("另行确定调解员", "choose another mediator")
        }
        Stage::Mediating => match &state.planned {
            Some(session) => (
                format!("{}第{}次调解", session.on, session.no),
                format!("session {} on {}", session.no, session.on),
            ),
            None => slots::waits(state)
                .unwrap_or_else(|| both("安排下一次调解", "set the next session")),
        },
        Stage::Drafted { .. } => evolve::missing(state),
        Stage::InForce { agreement } => {
            let owed = &agreement.draft.obligations;
            let open = agreement.outstanding();
            match owed.iter().filter(|one| open.contains(&one.no)).min_by_key(|one| one.due) {
                Some(one) => (
                    format!("{}后回访第{}项履行情况", one.due, one.no),
                    format!("check obligation {} after {}", one.no, one.due),
                ),
                None => both("核实履行凭证", "check the proof of performance"),
            }
        }
        Stage::Breached { agreement } => {
            (agreement.force.remedy_zh().to_owned(), "tell the other side its routes".to_owned())
        }
        Stage::Ended { .. } => (String::new(), String::new()),
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

/// The clocks. Cancelling a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let mediate = || "mediate".to_owned();
    match fact {
        Fact::Opened { on, .. } => vec![start("consent", ASK, *on)],
        Fact::Accepted { on, rule, from, .. } => {
            let mut effects = vec![met("consent"), start("mediate", rule, *from)];
            if rule == "T-B-02" {
                effects.push(start("target", TARGET, *on));
            }
            effects
        }
        Fact::TermExtended { units, .. } => {
            vec![ClockEffect::Extend { key: mediate(), units: *units }, cancel("target")]
        }
        Fact::AppraisalBegun { on } => vec![ClockEffect::Stop {
            key: mediate(),
            from: *on,
            reason: jiefen_procedure::term::APPRAISAL.to_owned(),
        }],
        Fact::AppraisalEnded { on } => vec![ClockEffect::Resume { key: mediate(), to: *on }],
        Fact::AgreementInForce { draft, effective_on, windows, .. } => {
            let mut effects = vec![met("mediate"), met("target")];
            effects.extend(windows.iter().map(|w| start(w.clock(), w.rule(), *effective_on)));
            let owed = draft.obligations.iter();
            effects.extend(owed.map(|o| start(&format!("follow_up:{}", o.no), FOLLOW_UP, o.due)));
            effects
        }
        Fact::ApplicationNoted { window, .. } => vec![met(window.clock())],
        Fact::ObligationPerformed { no, .. } => {
            vec![met(&format!("follow_up:{no}")), cancel(&format!("breach:{no}"))]
        }
        Fact::ObligationBroken { no, on, .. } => {
            vec![cancel(&format!("follow_up:{no}")), start(&format!("breach:{no}"), FOLLOW_UP, *on)]
        }
        Fact::Ended { open, ending, .. } => over(*ending, open),
        Fact::ConsentGiven { .. }
        | Fact::ConsentRefused { .. }
        | Fact::ConsentWithdrawn { .. }
        | Fact::MediatorChosen { .. }
        | Fact::MediatorObjected { .. }
        | Fact::SessionScheduled { .. }
        | Fact::SlotsOffered { .. }
        | Fact::SlotsChosen { .. }
        | Fact::SessionHeld { .. }
        | Fact::DangerReported { .. }
        | Fact::AgreementDrafted { .. }
        | Fact::DraftConfirmed { .. }
        | Fact::AgreementSigned { .. }
        | Fact::ForceRaised { .. } => Vec::new(),
    }
}

/// An ended mediation has no clock; one that ended before its term was up has kept it.
fn over(ending: Ending, open: &[u32]) -> Vec<ClockEffect> {
    let kept = !matches!(ending, Ending::TermOver | Ending::DeemedFailed);
    let mut effects = vec![if kept { met("mediate") } else { cancel("mediate") }];
    effects.extend(["consent", "target", "confirm", "arbitral_review"].map(cancel));
    for no in open {
        effects.push(cancel(&format!("follow_up:{no}")));
        effects.push(cancel(&format!("breach:{no}")));
    }
    effects
}

fn notice(form: &str, zh: String, rule: Option<&str>) -> Notice {
    Notice { to: Vec::new(), form: form.to_owned(), zh, rule: rule.map(str::to_owned) }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { .. } => vec![notice(
            "consent_request",
            "请告知是否同意人民调解。调解自愿、免费，可以随时退出，不影响仲裁、起诉。".to_owned(),
            None,
        )],
        Fact::Accepted { rule, .. } => vec![notice(
            "acceptance",
            "调解委员会已受理。当事人可以选择或者接受调解员，可以拒绝调解或者要求终止调解，\
             可以要求公开或者不公开进行。"
                .to_owned(),
            Some(rule),
        )],
        Fact::SessionScheduled { session } => vec![notice(
            "session",
            format!("{}在{}进行{}调解。", session.on, session.place, session.mode.zh()),
            None,
        )],
        Fact::SlotsOffered { .. } => {
            vec![notice("slots", "调解员提了几个调解时间，请选出您能来的。".to_owned(), None)]
        }
        Fact::MediatorChosen { .. } => {
            vec![notice("mediator", "调解员已经更换。".to_owned(), None)]
        }
        Fact::AgreementInForce { windows, effective_on, .. } => {
            let text = format!("调解协议自{effective_on}起生效，具有法律约束力，应当按约履行。");
            let mut due = vec![notice("agreement", text, None)];
            due.extend(windows.iter().map(|window| {
                notice("window", format!("可以{}。", window.zh()), Some(window.rule()))
            }));
            due
        }
        Fact::ObligationBroken { no, force, .. } => {
            vec![notice("breach", format!("协议第{no}项未履行，{}。", force.remedy_zh()), None)]
        }
        Fact::Ended { ending, kind, .. } => vec![ended(*ending, *kind)],
        Fact::ConsentGiven { .. }
        | Fact::ConsentRefused { .. }
        | Fact::ConsentWithdrawn { .. }
        | Fact::MediatorObjected { .. }
        | Fact::SlotsChosen { .. }
        | Fact::SessionHeld { .. }
        | Fact::TermExtended { .. }
        | Fact::AppraisalBegun { .. }
        | Fact::AppraisalEnded { .. }
        | Fact::DangerReported { .. }
        | Fact::AgreementDrafted { .. }
        | Fact::DraftConfirmed { .. }
        | Fact::AgreementSigned { .. }
        | Fact::ApplicationNoted { .. }
        | Fact::ForceRaised { .. }
        | Fact::ObligationPerformed { .. } => Vec::new(),
    }
}

/// Every ending without full performance tells the routes that stay open (人民调解法 26).
fn ended(ending: Ending, kind: DisputeKind) -> Notice {
    if ending == Ending::Performed {
        return notice("performed", "调解协议已经全部履行。".to_owned(), None);
    }
    let (zh, rule) = crate::routes::remedies(kind);
    notice("remedies", format!("人民调解已经结束。{zh}"), Some(rule))
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[WindowClerk, Mediator, MediationHead, System],
        "give_consent" | "refuse_consent" | "withdraw_consent" | "object_mediator" | "withdraw"
        | "choose_slots" => &[Party, WindowClerk, Mediator, MediationHead],
        "accept" | "decline" | "extend" | "begin_appraisal" | "end_appraisal" | "end_failed"
        | "end_sham" | "draft_agreement" | "record_oral" | "schedule_session" | "offer_slots"
        | "hold_session" | "end_unperformed" => &[Mediator, MediationHead],
        "choose_mediator" => &[Party, Mediator, MediationHead],
        "report_danger" | "record_performance" => &[WindowClerk, Mediator, MediationHead],
        "confirm_draft" | "sign" => &[Party, Mediator, MediationHead],
        "report_breach" => &[Party, WindowClerk, Mediator, MediationHead],
        "note_application" | "record_force" | "end_for_suit" => &[Mediator, MediationHead, System],
        "lapse" => &[System, Mediator, MediationHead],
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do. A party's own word, danger, time and the
/// duty to follow up performance (人民调解法 31) do not depend on holding it.
pub(super) fn needs_holding(command: &str) -> bool {
    let free = [
        "open",
        "withdraw_consent",
        "withdraw",
        "report_danger",
        "lapse",
        "end_for_suit",
        "note_application",
        "record_force",
        "record_performance",
        "report_breach",
        "end_unperformed",
    ];
    !free.contains(&command)
}
