//! What others need to know of an application: outline, clocks, notices, roles.

use std::collections::BTreeSet;

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::decide::UNSERVED;
use super::object::{SUIT, TIME};
use super::{Command, Ending, Fact, NoEffect, Stage, Standing, State};
use crate::shared::{CORRECTION, SERVICE, cancel, met, number, own, start, to};

/// Whether the application is accepted.
const ACCEPT: &str = "T-F-02";
/// The order is issued or the application rejected.
const ISSUE: &str = "T-F-03";
/// The court rules on an objection: the law names no days.
const EXAMINE: &str = "policy.payment_order_objection";
/// The time for enforcement.
pub(super) const ENFORCE: &str = "T-F-09";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "ask_correction",
    "receive_corrected",
    "lapse_correction",
    "accept",
    "decline",
    "reject",
    "issue",
    "serve",
    "lapse_unserved",
    "record_payment",
    "object",
    "uphold_objection",
    "dismiss_objection",
    "withdraw_objection",
    "objection_time_passed",
    "receive_ruling",
    "refuse_suit",
    "deem_filed",
    "withdraw",
    "note_suit",
    "revoke",
    "apply_enforcement",
    "enforcement_time_passed",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Apply { .. } => "apply",
        Command::AskCorrection { .. } => "ask_correction",
        Command::ReceiveCorrected { .. } => "receive_corrected",
        Command::LapseCorrection => "lapse_correction",
        Command::Accept { .. } => "accept",
        Command::Decline { .. } => "decline",
        Command::Reject { .. } => "reject",
        Command::Issue { .. } => "issue",
        Command::Serve { .. } => "serve",
        Command::LapseUnserved => "lapse_unserved",
        Command::RecordPayment { .. } => "record_payment",
        Command::Object { .. } => "object",
        Command::UpholdObjection { .. } => "uphold_objection",
        Command::DismissObjection { .. } => "dismiss_objection",
        Command::WithdrawObjection { .. } => "withdraw_objection",
        Command::ObjectionTimePassed { .. } => "objection_time_passed",
        Command::ReceiveRuling { .. } => "receive_ruling",
        Command::RefuseSuit { .. } => "refuse_suit",
        Command::DeemFiled { .. } => "deem_filed",
        Command::Withdraw { .. } => "withdraw",
        Command::NoteSuit { .. } => "note_suit",
        Command::Revoke { .. } => "revoke",
        Command::ApplyEnforcement { .. } => "apply_enforcement",
        Command::EnforcementTimePassed { .. } => "enforcement_time_passed",
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{CourtPresident, FilingClerk, Judge, Party, System};
    match command {
        "apply" => &[Party, FilingClerk, Judge, System],
        "object" | "withdraw_objection" | "refuse_suit" | "withdraw" | "apply_enforcement" => {
            &[Party, FilingClerk, Judge]
        }
        "ask_correction" | "receive_corrected" | "accept" | "decline" | "serve"
        | "receive_ruling" | "note_suit" | "record_payment" => &[FilingClerk, Judge],
        "reject" | "issue" | "uphold_objection" | "dismiss_objection" => &[Judge],
        "revoke" => &[CourtPresident],
        "lapse_correction"
        | "lapse_unserved"
        | "objection_time_passed"
        | "deem_filed"
        | "enforcement_time_passed" => &[System, Judge],
        _ => &[],
    }
}

fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Applied { .. } => ("applied", "待受理决定"),
        Stage::Correcting { .. } => ("correcting", "待补正"),
        Stage::Accepted { .. } => ("accepted", "已受理审查中"),
        Stage::Issued => ("issued", "已发出支付令"),
        Stage::Contested => ("contested", "异议成立待债权人选择"),
        Stage::Effective => ("effective", "支付令生效"),
        Stage::Ended { ending, .. } => match ending {
            Ending::NotAccepted { .. } => ("not_accepted", "不予受理"),
            Ending::Rejected { .. } => ("rejected", "驳回申请"),
            Ending::Withdrawn => ("withdrawn", "撤回申请"),
            Ending::Superseded { .. } => ("superseded", "另行起诉支付令失效"),
            Ending::Unserved => ("unserved", "不能送达支付令失效"),
            Ending::Paid => ("paid", "已清偿"),
            Ending::DeemedFiled => ("deemed_filed", "视为起诉"),
            Ending::NoSuit => ("no_suit", "不同意起诉"),
            Ending::ArbitrationFirst => ("arbitration_first", "应先申请劳动仲裁"),
            Ending::Enforcement => ("enforcement", "已申请执行"),
            Ending::TimePassed => ("time_passed", "申请执行期间届满"),
            Ending::Revoked => ("revoked", "支付令被撤销"),
            Ending::InParts { .. } => ("in_parts", "各项请求分别了结"),
        },
    }
}

fn next(state: &State) -> (&'static str, &'static str) {
    let objected = state.debtors.iter().any(|debtor| debtor.objection.is_some());
    match &state.stage {
        Stage::Applied { .. } => ("决定是否受理并通知债权人", "tell the creditor whether accepted"),
        Stage::Correcting { .. } => ("等待补正", "await the corrected papers"),
        Stage::Accepted { .. } => ("审查并发出支付令或者驳回", "issue the order or reject"),
        Stage::Issued if objected => ("审查书面异议并裁定", "rule on the objection"),
        Stage::Issued if state.debtors.iter().any(|d| d.served_on.is_none() && !d.unserved) => {
            ("向债务人送达支付令", "serve the order")
        }
        Stage::Issued => ("等待债务人清偿或者书面异议", "await payment or objection"),
        Stage::Contested => {
            ("送达裁定，等待债权人七日内表态", "serve the ruling, await seven days")
        }
        Stage::Effective => ("债务人履行，不履行的申请执行", "perform, or ask for enforcement"),
        Stage::Ended { .. } => ("", ""),
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = next(state);
    Outline {
        kind: "payment_order",
        state: code,
        state_zh: zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: state.judge.clone().filter(|_| open),
    }
}

/// The clocks that run in a state.
pub(super) fn running(state: &State) -> BTreeSet<String> {
    let one = |key: &str| BTreeSet::from([key.to_owned()]);
    match &state.stage {
        Stage::Applied { .. } => return one("accept"),
        Stage::Correcting { .. } => return one("correct"),
        Stage::Accepted { .. } => return one("issue"),
        Stage::Ended { .. } => return BTreeSet::new(),
        Stage::Issued | Stage::Contested | Stage::Effective => {}
    }
    let mut keys = BTreeSet::new();
    for debtor in state.debtors.iter().filter(|d| !state.live_of(d.party).is_empty()) {
        match (debtor.served_on, debtor.over_on) {
            (None, _) if !debtor.unserved => drop(keys.insert("serve".to_owned())),
            (Some(_), None) => drop(keys.insert(own("object", debtor.party))),
            (None | Some(_), _) => {}
        }
        keys.extend(debtor.objection.iter().map(|_| own("examine", debtor.party)));
    }
    for ruling in state.rulings.iter().filter(|ruling| ruling.open) {
        let key = if ruling.received_on.is_some() { "suit" } else { "serve_ruling" };
        keys.insert(own(key, ruling.no));
    }
    for item in &state.items {
        if matches!(item.standing, Standing::Bound { .. }) {
            keys.insert(own("enforce", item.claim.no));
        }
    }
    keys
}

/// The command that the law gives when a clock expires.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    if !running(state).contains(clock) {
        return None;
    }
    let key = clock.split_once(':').map_or(clock, |(key, _)| key);
    match key {
        "correct" => Some(Command::LapseCorrection),
        "serve" => Some(Command::LapseUnserved),
        "object" => number(clock).map(|party| Command::ObjectionTimePassed { party }),
        "suit" => number(clock).map(|ruling| Command::DeemFiled { ruling }),
        "enforce" => number(clock).map(|claim| Command::EnforcementTimePassed { claim }),
        _ => None,
    }
}

/// The clocks. What a fact leaves without an object is closed by [`Fact::TimesClosed`].
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Applied { on, .. } => vec![start("accept", ACCEPT, *on)],
        Fact::CorrectionAsked { on, .. } => vec![met("accept"), start("correct", CORRECTION, *on)],
        Fact::CorrectedReceived { on } => vec![met("correct"), start("accept", ACCEPT, *on)],
        Fact::Accepted { on, .. } => vec![met("accept"), start("issue", ISSUE, *on)],
        Fact::Issued { on } => vec![met("issue"), start("serve", UNSERVED, *on)],
        Fact::Served { party, on, .. } => vec![start(&own("object", *party), TIME, *on)],
        Fact::ObjectionReceived { party, on, .. } => {
            vec![start(&own("examine", *party), EXAMINE, *on)]
        }
        Fact::ObjectionUpheld { party, ruling, suit, on, .. } => {
            let mut effects = vec![met(&own("examine", *party))];
            effects.extend(suit.then(|| start(&own("serve_ruling", *ruling), SERVICE, *on)));
            effects
        }
        Fact::ObjectionDismissed { party, .. } => vec![met(&own("examine", *party))],
        Fact::TimePassed { party, .. } => vec![cancel(&own("object", *party))],
        Fact::Bound { claims, from } => {
            claims.iter().map(|no| start(&own("enforce", *no), ENFORCE, *from)).collect()
        }
        Fact::RulingReceived { ruling, on } => {
            vec![met(&own("serve_ruling", *ruling)), start(&own("suit", *ruling), SUIT, *on)]
        }
        Fact::SuitRefused { ruling, .. } => vec![met(&own("suit", *ruling))],
        Fact::DeemedFiled { ruling, .. } => vec![cancel(&own("suit", *ruling))],
        Fact::EnforcementLost { claim, .. } => vec![cancel(&own("enforce", *claim))],
        Fact::TimesClosed { keys } => keys.iter().map(|key| cancel(key)).collect(),
        Fact::Unserved { .. }
        | Fact::ClaimsPaid { .. }
        | Fact::ObjectionNoted { .. }
        | Fact::EnforcementApplied { .. }
        | Fact::Concluded { .. } => Vec::new(),
    }
}

fn all(form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    vec![to(&[], form, zh, rule)]
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { application, .. } => {
            let zh = "已收到支付令申请，五日内通知是否受理。";
            vec![to(&[application.creditor], "receipt", zh, Some(ACCEPT))]
        }
        Fact::CorrectionAsked { missing, .. } => {
            all("missing", &format!("请一次补齐：{}。", missing.join("；")), Some(CORRECTION))
        }
        Fact::Accepted { .. } => all("accepted", "支付令申请已受理。", Some(ISSUE)),
        Fact::Served { party, .. } => vec![to(
            &[*party],
            "order",
            "请自收到支付令之日起十五日内清偿债务，或者向本院提出书面异议。口头异议无效；只提出没有能力清偿、请求延期或者变更方式的，不影响支付令效力。逾期不提出异议又不履行的，债权人可以申请执行。",
            Some(TIME),
        )],
        Fact::ObjectionNoted { party, why, .. } => {
            vec![to(&[*party], "no_objection", told_why(*why), Some(TIME))]
        }
        Fact::ObjectionReceived { party, .. } => {
            vec![to(&[*party], "objection", "已收到书面异议，本院将审查并裁定。", Some(EXAMINE))]
        }
        Fact::ObjectionUpheld { suit: true, .. } => all(
            "lapsed",
            "异议成立，裁定终结督促程序，支付令失效。申请人不同意提起诉讼的，应当自收到裁定之日起七日内向本院提出；逾期未提出的，视为自申请支付令之日起诉，并应当补交案件受理费。",
            Some(SUIT),
        ),
        Fact::ObjectionUpheld { suit: false, .. } => all(
            "arbitration_first",
            "异议成立，支付令失效。本案没有调解协议，请先向劳动人事争议仲裁委员会申请仲裁。",
            Some("T-H-05"),
        ),
        Fact::ObjectionDismissed { .. } => {
            all("objection_over", "异议不成立或者已经撤回，支付令继续有效。", None)
        }
        Fact::Bound { .. } => all(
            "effective",
            "债务人未在法定期间提出异议，支付令生效，债权人可以申请执行。",
            Some(ENFORCE),
        ),
        Fact::DeemedFiled { .. } => all(
            "deemed_filed",
            "视为已经起诉，起诉日为申请支付令之日；请按通知补交案件受理费，未补交的按撤诉处理。",
            None,
        ),
        Fact::Concluded { ending, .. } => told(*ending),
        Fact::CorrectedReceived { .. }
        | Fact::Issued { .. }
        | Fact::Unserved { .. }
        | Fact::ClaimsPaid { .. }
        | Fact::TimePassed { .. }
        | Fact::RulingReceived { .. }
        | Fact::SuitRefused { .. }
        | Fact::EnforcementApplied { .. }
        | Fact::EnforcementLost { .. }
        | Fact::TimesClosed { .. } => Vec::new(),
    }
}

fn told_why(why: NoEffect) -> &'static str {
    match why {
        NoEffect::Oral => "口头异议无效，需要异议的，请在期限内提交书面材料。",
        NoEffect::Late => "超过法定期间提出的异议，视为未提出。",
        NoEffect::NoDenial => "只提出没有能力清偿、延期或者变更方式的，不影响支付令的效力。",
        NoEffect::Waived => "撤回异议后又反悔的，不予支持。",
    }
}

fn told(ending: Ending) -> Vec<Notice> {
    let remedies = |zh| all("remedies", zh, Some("T-A-06"));
    match ending {
        Ending::NotAccepted { .. } => remedies("支付令申请不予受理，可以向有管辖权的法院起诉。"),
        Ending::Rejected { .. } => remedies("支付令申请已裁定驳回，可以向有管辖权的法院起诉。"),
        Ending::Withdrawn => remedies("支付令申请已撤回，仍可以起诉。"),
        Ending::Superseded { .. } => all("lapsed", "债权人已另行起诉，支付令失效。", None),
        Ending::Unserved => remedies("支付令三十日内不能送达，已失效，可以起诉。"),
        Ending::Paid => all("performed", "债务已经清偿，程序结束。", None),
        Ending::DeemedFiled => all("filed", "转入诉讼程序。", None),
        Ending::NoSuit => remedies("申请人不同意在本院起诉，仍可以向其他有管辖权的法院起诉。"),
        Ending::ArbitrationFirst => all("remedies", "请先申请劳动仲裁。", Some("T-H-05")),
        Ending::Enforcement => all("enforcement", "已申请强制执行。", None),
        Ending::TimePassed => {
            all("time_passed", "申请执行期间已经届满；债务人自愿履行的不受影响。", None)
        }
        Ending::Revoked => remedies("支付令已撤销，申请已驳回，可以起诉。"),
        Ending::InParts { .. } => {
            remedies("各项请求已分别了结：生效部分可以申请执行，失效部分可以起诉。")
        }
    }
}
