//! What others need to know of an application: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::decide::{CORRECTION, OBJECTION, RULING};
use super::{Command, Ending, Fact, Stage, State};

/// The court's decision on acceptance.
const ACCEPT: &str = "T-D-03";
/// The internal target under the limit of the ruling.
const TARGET: &str = "T-D-05";
/// How soon the ruling must reach the parties where the law's table names no day.
const SERVICE: &str = "policy.progress_report";
/// The time for enforcement.
const ENFORCE: &str = "T-D-10";

/// The chart's code of where the application stands.
pub(super) fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Applied { .. } => ("applied", "待受理决定"),
        Stage::Correcting { .. } => ("correcting", "待补正"),
        Stage::Examined => ("examined", "审查中"),
        Stage::Confirmed { .. } => ("confirmed", "已裁定确认"),
        Stage::Objected { .. } => ("objected", "异议审查中"),
        Stage::Effective { .. } => ("effective", "裁定可申请执行"),
        Stage::Ended { ending, .. } => match ending {
            Ending::NotAccepted { .. } => ("not_accepted", "不予受理"),
            Ending::Rejected { .. } => ("rejected", "驳回申请"),
            Ending::Withdrawn { .. } => ("withdrawn", "撤回申请"),
            Ending::Enforcement { .. } => ("enforcement", "已申请执行"),
            Ending::Performed => ("performed", "已履行"),
            Ending::TimePassed => ("time_passed", "申请执行期间届满"),
            Ending::Revoked { .. } => ("revoked", "裁定已撤销"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = match &state.stage {
        Stage::Applied { .. } => ("决定是否受理", "decide on acceptance"),
        Stage::Correcting { .. } => ("等待补正", "await the corrected papers"),
        Stage::Examined => ("审查调解协议并裁定", "examine the agreement and rule"),
        Stage::Confirmed { received, .. } if received.len() < state.brief.parties.len() => {
            ("送达裁定书", "serve the ruling")
        }
        Stage::Confirmed { .. } => ("等待异议期届满", "await the time for objection"),
        Stage::Objected { .. } => ("审查异议", "examine the objection"),
        Stage::Effective { .. } => {
            ("按协议履行，不履行的申请执行", "perform, or ask for enforcement")
        }
        Stage::Ended { .. } => ("", ""),
    };
    let (next_zh, next_en) = (next_zh.to_owned(), next_en.to_owned());
    let person = state.judge.clone().filter(|_| open);
    Outline { kind: "confirmation", state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// The command that the law gives when a clock expires: silence has the meaning the law gives it.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    let (key, party) = clock.split_once(':').unwrap_or((clock, ""));
    match (&state.stage, key) {
        (Stage::Correcting { .. }, "correct") => Some(Command::LapseCorrection),
        (Stage::Confirmed { .. } | Stage::Objected { .. }, "object") => {
            party.parse().ok().map(|party| Command::ObjectionTimePassed { party })
        }
        (Stage::Effective { .. }, "enforce") => Some(Command::EnforcementTimePassed),
        (
            Stage::Applied { .. }
            | Stage::Correcting { .. }
            | Stage::Examined
            | Stage::Confirmed { .. }
            | Stage::Objected { .. }
            | Stage::Effective { .. }
            | Stage::Ended { .. },
            _,
        ) => None,
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
    match fact {
        Fact::Applied { on, .. } => vec![start("accept", ACCEPT, *on)],
        Fact::CorrectionAsked { on, .. } => {
            vec![met("accept"), start("correct", CORRECTION, *on)]
        }
        Fact::CorrectedReceived { on } => vec![met("correct"), start("accept", ACCEPT, *on)],
        Fact::Accepted { on, .. } => {
            vec![met("accept"), start("ruling", RULING, *on), start("target", TARGET, *on)]
        }
        Fact::RulingExtended { days, .. } => {
            vec![ClockEffect::Extend { key: "ruling".to_owned(), units: *days }]
        }
        Fact::Confirmed { on, last_due } => vec![
            met("ruling"),
            met("target"),
            start("serve", SERVICE, *on),
            start("enforce", ENFORCE, *last_due),
        ],
        Fact::RulingServed { party, on, last } => {
            let mut effects = vec![start(&format!("object:{party}"), OBJECTION, *on)];
            effects.extend(last.then(|| met("serve")));
            effects
        }
        // The law names no days for the court here; it is a special procedure (民事诉讼法 187).
        Fact::Objected { on, .. } => vec![start("objection", RULING, *on)],
        Fact::ObjectionRejected { .. } => vec![met("objection")],
        Fact::ObjectionTimePassed { party, .. } => vec![cancel(&format!("object:{party}"))],
        Fact::Ended { ending, parties, .. } => ended(*ending, parties),
    }
}

fn ended(ending: Ending, parties: &[u32]) -> Vec<ClockEffect> {
    let mut effects = match ending {
        Ending::NotAccepted { .. } => vec![met("accept")],
        Ending::Rejected { .. } => vec![met("ruling"), met("target")],
        Ending::Enforcement { .. } | Ending::Performed => vec![met("enforce")],
        Ending::Revoked { .. } => vec![met("objection")],
        Ending::Withdrawn { .. } | Ending::TimePassed => Vec::new(),
    };
    let rest =
        ["accept", "correct", "ruling", "target", "serve", "objection", "enforce"].map(cancel);
    effects.extend(
        rest.into_iter()
            .filter(|effect| {
                let ClockEffect::Cancel { key } = effect else { return true };
                !effects.contains(&met(key))
            })
            .collect::<Vec<_>>(),
    );
    effects.extend(parties.iter().map(|no| cancel(&format!("object:{no}"))));
    effects
}

fn to(parties: &[u32], form: &str, zh: &str, rule: Option<&str>) -> Notice {
    Notice {
        to: parties.to_vec(),
        form: form.to_owned(),
        zh: zh.to_owned(),
        rule: rule.map(str::to_owned),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { .. } => {
            vec![to(&[], "receipt", "已收到司法确认申请，三日内决定是否受理。", Some(ACCEPT))]
        }
        Fact::CorrectionAsked { missing, .. } => vec![to(
            &[],
            "missing",
            &format!("请一次补齐：{}。", missing.join("；")),
            Some(CORRECTION),
        )],
        Fact::Accepted { .. } => {
            vec![to(&[], "accepted", "已受理司法确认申请，不收费用。", Some(RULING))]
        }
        Fact::RulingServed { party, .. } => vec![
            to(
                &[*party],
                "ruling",
                "调解协议有效。认为裁定有错误的，可以提出异议。",
                Some(OBJECTION),
            ),
            to(&[*party], "enforcement", "对方不履行的，可以申请强制执行。", Some(ENFORCE)),
        ],
        Fact::ObjectionRejected { .. } => {
            vec![to(&[], "objection_rejected", "异议不成立，裁定继续有效。", None)]
        }
        Fact::Ended { ending, .. } => vec![told(*ending)],
        Fact::CorrectedReceived { .. }
        | Fact::RulingExtended { .. }
        | Fact::Confirmed { .. }
        | Fact::Objected { .. }
        | Fact::ObjectionTimePassed { .. } => Vec::new(),
    }
}

fn told(ending: Ending) -> Notice {
    let remedies = |zh| to(&[], "remedies", zh, Some("T-A-06"));
    match ending {
        Ending::NotAccepted { .. } => {
            remedies("司法确认申请不予受理；协议仍有合同效力，可以就协议起诉。")
        }
        Ending::Rejected { .. } => {
            remedies("裁定驳回申请；可以变更协议、另行达成协议，也可以起诉。")
        }
        Ending::Withdrawn { .. } => {
            remedies("申请已经撤回或者按撤回处理；协议仍有合同效力，可以就协议起诉。")
        }
        Ending::Revoked { .. } => remedies("确认裁定已经撤销；可以重新调解，也可以起诉。"),
        Ending::Enforcement { .. } => to(&[], "enforcement", "已申请强制执行。", None),
        Ending::Performed => to(&[], "performed", "协议已经全部履行。", None),
        Ending::TimePassed => {
            to(&[], "time_passed", "申请执行期间已经届满；对方自愿履行的不受影响。", None)
        }
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{CourtPresident, FilingClerk, Judge, Party, System};
    match command {
        "apply" => &[FilingClerk, Judge, System],
        "ask_correction" | "receive_corrected" => &[FilingClerk, Judge],
        "withdraw" => &[Party, FilingClerk, Judge],
        "lapse_correction" => &[System, FilingClerk, Judge],
        "accept" | "decline" | "apply_enforcement" | "object" | "serve_ruling" => {
            &[FilingClerk, Judge]
        }
        "extend_ruling" => &[CourtPresident],
        "confirm" | "reject" | "decide_objection" => &[Judge],
        "objection_time_passed" | "enforcement_time_passed" | "record_performance" => {
            &[System, Judge]
        }
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do. The dispute itself may stay with the
/// mediating body, which follows up performance: the court rules on the agreement without holding
/// the dispute.
pub(super) fn needs_holding(_command: &str) -> bool {
    false
}
