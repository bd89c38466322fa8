//! What others need to know of a case: outline, clocks, roles.

use jiefen_procedure::{ClockEffect, Outline};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::{AWARD_TERM, Ending, Fact, SUSPENSION, Stage, State, Trial};

/// The local check that keeps a waiting case in sight.
const CHECK: &str = "policy.follow_up";

/// The reason code by which T-J-07 stands still.
const REARBITRATION: &str = "rearbitration";

/// The chart's code of where the case stands, and its Chinese name.
fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Received => ("received", "待申请"),
        Stage::Applied => ("applied", "待受理"),
        Stage::Pending { .. } => ("pending", "审理中"),
        Stage::Stayed { .. } => ("stayed", "中止"),
        Stage::Awarded { award, .. } => match award.remitted {
            Some(_) => ("remitted", "通知重新仲裁"),
            None if award.attacks.is_empty() => ("awarded", "已裁决"),
            None => ("attacked", "已申请撤销"),
        },
        Stage::Ended { how, .. } => match how {
            Ending::NotApplied => ("not_applied", "未申请"),
            Ending::Refused { .. } => ("refused", "不予受理"),
            Ending::NoAgreement => ("no_agreement", "无仲裁协议，撤销案件"),
            Ending::Waived => ("waived", "放弃仲裁协议，由法院审理"),
            Ending::Withdrawn => ("withdrawn", "已撤回"),
            Ending::Settled => ("settled", "调解书生效"),
            Ending::Concluded => ("concluded", "裁决有效"),
            Ending::SetAside => ("set_aside", "裁决被撤销"),
            Ending::NotEnforced => ("not_enforced", "裁决不予执行"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let (next_zh, next_en) = next(state);
    Outline {
        kind: "commercial_arbitration",
        state: code,
        state_zh: zh,
        open: !matches!(state.stage, Stage::Ended { .. }),
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: state.person.clone(),
    }
}

fn next(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Received => {
            ("联系申请人，登记仲裁申请", "reach the claimant, register the application")
        }
        Stage::Applied => ("五日内决定是否受理", "accept or refuse in five days"),
        Stage::Pending { trial } => next_in(trial),
        Stage::Stayed { .. } => ("核对中止原因是否消除", "check whether the ground is gone"),
        Stage::Awarded { award, .. } if award.remitted.is_some() => {
            ("决定是否重新仲裁", "decide whether to arbitrate again")
        }
        Stage::Awarded { award, .. } if !award.attacks.is_empty() => {
            ("了解法院审查结果", "ask for the court's ruling")
        }
        Stage::Awarded { .. } => ("送达裁决书，告知补正和撤销期限", "serve, tell the remedies"),
        Stage::Ended { .. } => ("", ""),
    }
}

fn next_in(trial: &Trial) -> (&'static str, &'static str) {
    if trial.objection.is_some() {
        return ("等待或者作出仲裁协议效力的决定", "have the objection decided");
    }
    let Some(tribunal) = &trial.tribunal else {
        return ("按约定或者由主任指定组成仲裁庭", "form the tribunal");
    };
    if tribunal.challenge.is_some() {
        ("决定回避申请", "decide on the challenge")
    } else if trial.statement.is_some() {
        ("送达调解书并取得双方签收", "have the statement signed for")
    } else if trial.hearing_on.is_some() {
        ("开庭", "hold the hearing")
    } else if trial.last_heard.is_none() {
        ("通知开庭，或者经双方同意书面审理", "give notice of the hearing")
    } else {
        ("作出裁决", "make the award")
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

fn stop(key: &str, from: Date, reason: &str) -> ClockEffect {
    ClockEffect::Stop { key: key.to_owned(), from, reason: reason.to_owned() }
}

fn resume(key: &str, to: Date) -> ClockEffect {
    ClockEffect::Resume { key: key.to_owned(), to }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::TakenOver { on, .. } => vec![start("application", CHECK, *on)],
        Fact::Applied { on, .. } => vec![met("application"), start("accept", "T-J-01", *on)],
        Fact::Accepted { on } => vec![
            met("accept"),
            cancel("overdue"),
            start("papers", CHECK, *on),
            start("tribunal", CHECK, *on),
        ],
        Fact::CopyServed { all: true, .. } => vec![met("papers")],
        Fact::DefenceFiled { on, .. } => vec![start("forward", CHECK, *on)],
        Fact::DefenceForwarded { .. } => vec![met("forward")],
        Fact::Objected { objection } => vec![start("objection", CHECK, objection.by.on)],
        Fact::ObjectionDismissed { .. } => vec![met("objection")],
        Fact::TribunalFormed { ad_hoc, on, .. } => {
            let mut effects = vec![met("tribunal"), start("award", AWARD_TERM, *on)];
            if *ad_hoc {
                effects.push(start("filing", "T-J-02.ad_hoc", *on));
            }
            effects
        }
        Fact::AdHocFiled { .. } => vec![met("filing")],
        Fact::Stayed { on, .. } => vec![stop("award", *on, SUSPENSION), start("stay", CHECK, *on)],
        Fact::Resumed { on } => vec![resume("award", *on), met("stay")],
        Fact::DutyOverdue { on, .. } => vec![start("overdue", CHECK, *on)],
        Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::CorrectionAsked { .. }
        | Fact::Corrected { .. }
        | Fact::SetAsideAsked { .. }
        | Fact::Remitted { .. }
        | Fact::BegunAgain { .. }
        | Fact::DeclinedAgain { .. }
        | Fact::SetAsideDismissed { .. }
        | Fact::Closed { .. } => from_the_award(fact),
        Fact::CopyServed { all: false, .. }
        | Fact::SuitBarred { .. }
        | Fact::MeasureAsked { .. }
        | Fact::Disclosed { .. }
        | Fact::Challenged { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::Repeated { .. }
        | Fact::OnlineOpposed { .. }
        | Fact::HearingNotified { .. }
        | Fact::PostponementDecided { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::RightLapsed { .. } => Vec::new(),
    }
}

/// The clocks that run before an award.
const BEFORE_THE_AWARD: [&str; 10] = [
    "application",
    "accept",
    "overdue",
    "papers",
    "tribunal",
    "forward",
    "objection",
    "award",
    "filing",
    "stay",
];

/// Service, each party's own limits, the court.
fn from_the_award(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Awarded { on, .. } => {
            let mut effects = vec![met("award"), start("service", CHECK, *on)];
            effects.extend(["overdue", "papers", "tribunal", "forward", "filing"].map(cancel));
            effects
        }
        Fact::Received { party, all, on } => {
            let mut effects = vec![
                start(&format!("correct:{party}"), "T-J-05", *on),
                start(&format!("set_aside:{party}"), "T-J-06", *on),
            ];
            if *all {
                effects.push(met("service"));
            }
            effects
        }
        Fact::CorrectionAsked { party, on } => {
            vec![met(&format!("correct:{party}")), start("correction", CHECK, *on)]
        }
        Fact::Corrected { .. } => vec![met("correction")],
        Fact::SetAsideAsked { party, on, .. } => {
            vec![met(&format!("set_aside:{party}")), start("ruling", "T-J-07", *on)]
        }
        Fact::Remitted { on, .. } => {
            vec![stop("ruling", *on, REARBITRATION), start("again", CHECK, *on)]
        }
        Fact::DeclinedAgain { on } => vec![resume("ruling", *on), met("again")],
        Fact::SetAsideDismissed { on } => vec![met("ruling"), start("service", CHECK, *on)],
        Fact::BegunAgain { parties, on } => {
            let mut effects = after_the_award(parties);
            effects.push(start("award", AWARD_TERM, *on));
            effects
        }
        Fact::Closed { parties, .. } => {
            BEFORE_THE_AWARD.map(cancel).into_iter().chain(after_the_award(parties)).collect()
        }
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::CopyServed { .. }
        | Fact::DefenceFiled { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::Objected { .. }
        | Fact::ObjectionDismissed { .. }
        | Fact::SuitBarred { .. }
        | Fact::MeasureAsked { .. }
        | Fact::TribunalFormed { .. }
        | Fact::Disclosed { .. }
        | Fact::AdHocFiled { .. }
        | Fact::Challenged { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::Repeated { .. }
        | Fact::OnlineOpposed { .. }
        | Fact::HearingNotified { .. }
        | Fact::PostponementDecided { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::RightLapsed { .. }
        | Fact::DutyOverdue { .. } => Vec::new(),
    }
}

/// Ends every clock that runs after an award.
fn after_the_award(parties: &[u32]) -> Vec<ClockEffect> {
    let mut effects: Vec<ClockEffect> =
        ["service", "correction", "ruling", "again"].map(cancel).into();
    for party in parties {
        effects.extend(["correct", "set_aside"].map(|key| cancel(&format!("{key}:{party}"))));
    }
    effects
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{ArbitrationDirector, Arbitrator, Party, System, WindowClerk};
    match command {
        "take_over" => &[System, WindowClerk],
        "apply" => &[Party, System, WindowClerk, Arbitrator, ArbitrationDirector],
        "file_defence" | "object" | "ask_measure" | "challenge" | "oppose_online"
        | "sign_statement" | "repent" | "withdraw" | "ask_correction" => {
            &[Party, WindowClerk, Arbitrator, ArbitrationDirector]
        }
        "serve_copy" | "forward_defence" | "note_suit" | "receive" | "ask_set_aside" | "remit"
        | "rule_set_aside" | "refuse_enforcement" | "file_ad_hoc" => {
            &[System, WindowClerk, Arbitrator, ArbitrationDirector]
        }
        "forgo" | "accept" | "refuse" | "decide_objection" | "form_tribunal" | "disclose"
        | "stay" | "resume" | "decline_again" => &[Arbitrator, ArbitrationDirector],
        "decide_challenge" => &[ArbitrationDirector],
        "repeat" | "notify_hearing" | "postpone" | "hold_hearing" | "mediate" | "award"
        | "correct" | "begin_again" => &[Arbitrator],
        "lapse" | "note_overdue" => &[System, ArbitrationDirector],
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do. A party's own word, what arrives, a court's word
/// and the passing of time never wait for that.
pub(super) fn needs_holding(command: &str) -> bool {
    let held = [
        "forgo",
        "accept",
        "refuse",
        "serve_copy",
        "forward_defence",
        "form_tribunal",
        "decide_challenge",
        "repeat",
        "notify_hearing",
        "postpone",
        "hold_hearing",
        "mediate",
        "stay",
        "resume",
        "award",
        "begin_again",
    ];
    held.contains(&command)
}
