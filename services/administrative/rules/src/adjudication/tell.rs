//! What others need to know of an adjudication: outline, clocks, notices, roles.

use jiefen_procedure::term::Term;
use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::decide::CORRECTION;
use super::{Body, Command, Ending, Fact, Matter, Silence, Stage, State, chart};
use crate::common::{cancel, met, notice, of, party_of, start};

/// A local check that keeps what waits in sight.
const CHECK: &str = "policy.follow_up";

fn code(state: &State) -> &'static str {
    match &state.stage {
        Stage::Received => "received",
        Stage::Correcting { .. } => "correcting",
        Stage::Investigating => "investigating",
        Stage::Mediating { .. } => "mediating",
        Stage::Proposed { .. } => "proposed",
        Stage::Decided { .. } => "decided",
        Stage::Ended { how, .. } => match how {
            Ending::Refused(_) => "refused",
            Ending::Abandoned | Ending::Withdrawn => "withdrawn",
            Ending::Terminated(_) => "terminated",
            Ending::Mediated => "mediated",
            Ending::Effective => "effective",
            Ending::InCourt => "in_court",
            Ending::InReview => "in_review",
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (zh, en) = match &state.stage {
        Stage::Received => ("决定是否受理", "decide on acceptance"),
        Stage::Correcting { .. } => ("等候申请人补正", "await the correction"),
        Stage::Investigating if state.overdue.is_some() => {
            ("尽快作出结果（已经超过期限）", "conclude; the term is over")
        }
        Stage::Investigating if state.copies.is_empty() => {
            ("向被申请人送达副本", "serve the copy on the respondent")
        }
        Stage::Investigating => ("调查、调解并作出结果", "investigate, mediate, conclude"),
        Stage::Mediating { .. } => ("进行调解", "mediate"),
        Stage::Proposed { .. } => ("报请人民政府作出处理决定", "the government decides"),
        Stage::Decided { .. } => ("送达裁决并跟踪救济期限", "serve the decision, watch remedies"),
        Stage::Ended { .. } => ("", ""),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let state_code = code(state);
    Outline {
        kind: "adjudication",
        state: state_code,
        state_zh: chart::zh(state_code),
        open,
        next_zh: zh.to_owned(),
        next_en: en.to_owned(),
        person: state.officer.clone().filter(|_| open),
    }
}

/// Copy and term begin, less the days of a correction where those do not count.
fn accepted(matter: Matter, copy_from: Date, term: &Term) -> Vec<ClockEffect> {
    let decide = || "decide".to_owned();
    let mut effects = vec![
        met("accept"),
        start("copy", matter.copy_rule(), copy_from),
        start("decide", &term.rule, term.from),
    ];
    for still in &term.standstills {
        let (from, reason) = (still.from, still.reason.clone());
        effects.push(ClockEffect::Stop { key: decide(), from, reason });
        effects.extend(still.to.map(|to| ClockEffect::Resume { key: decide(), to }));
    }
    effects
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let decide = || "decide".to_owned();
    match fact {
        Fact::Applied { matter, on, .. } => vec![start("accept", matter.accept_rule(), *on)],
        Fact::CorrectionAsked { on } => vec![met("accept"), start("correct", CORRECTION, *on)],
        Fact::Corrected { matter, on } => {
            vec![met("correct"), start("accept", matter.accept_rule(), *on)]
        }
        Fact::Accepted { matter, copy_from, term, .. } => accepted(*matter, *copy_from, term),
        Fact::CopyServed { party, matter, all, on } => {
            let mut effects = vec![start(&of("defence", *party), matter.defence_rule(), *on)];
            effects.extend(all.then(|| met("copy")));
            effects
        }
        Fact::Defended { party, .. } => vec![met(&of("defence", *party))],
        Fact::DefenceLapsed { party, .. } => vec![cancel(&of("defence", *party))],
        Fact::ProcurementStayed { on } => vec![start("stay", "T-K-18.procurement_pause", *on)],
        Fact::StayOver { .. } => vec![cancel("stay")],
        Fact::Stopped { reason, on } => {
            let reason = reason.listed().to_owned();
            vec![ClockEffect::Stop { key: decide(), from: *on, reason }]
        }
        Fact::Resumed { on } => vec![ClockEffect::Resume { key: decide(), to: *on }],
        Fact::Extended { units, .. } => {
            vec![ClockEffect::Extend { key: decide(), units: *units }]
        }
        Fact::TermOver { on } => vec![cancel("decide"), start("overdue", CHECK, *on)],
        Fact::Proposed { on } => vec![
            met("decide"),
            cancel("overdue"),
            start("approve", "policy.adjudication_decision", *on),
        ],
        Fact::Decided { on, .. } => {
            let mut effects: Vec<_> = ["decide", "overdue", "approve", "stay"].map(met).into();
            effects.push(start("serve", CHECK, *on));
            effects
        }
        Fact::Served { party, suit, review, all, on, .. } => {
            let mut effects = vec![start(&of("review", *party), review, *on)];
            effects.extend(suit.iter().map(|rule| start(&of("suit", *party), rule, *on)));
            effects.extend(all.then(|| met("serve")));
            effects
        }
        Fact::SuitLapsed { party, .. } => vec![cancel(&of("suit", *party))],
        Fact::ReviewLapsed { party, .. } => vec![cancel(&of("review", *party))],
        Fact::Closed { parties, .. } => {
            let own = ["accept", "correct", "copy", "decide", "overdue", "approve", "stay"];
            let each = |no: &u32| ["defence", "suit", "review"].map(|key| cancel(&of(key, *no)));
            let mut effects: Vec<_> = own.map(cancel).into();
            effects.push(cancel("serve"));
            effects.extend(parties.iter().flat_map(each));
            effects
        }
        Fact::OfficerNamed { .. }
        | Fact::ChangeReported { .. }
        | Fact::MediationBegun { .. }
        | Fact::MediationDeclined { .. }
        | Fact::MediationEnded { .. } => Vec::new(),
    }
}

/// What the law itself does when a clock expires.
pub(super) fn expired(clock: &str) -> Option<Command> {
    let silence = match (clock.split(':').next().unwrap_or_default(), party_of(clock)) {
        ("correct", _) => Some(Silence::Correction),
        ("defence", Some(party)) => Some(Silence::Defence(party)),
        ("stay", _) => Some(Silence::Stay),
        ("decide", _) => Some(Silence::Term),
        ("suit", Some(party)) => Some(Silence::Suit(party)),
        ("review", Some(party)) => Some(Silence::Review(party)),
        _ => None,
    };
    silence.map(Command::Lapse)
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { matter, .. } => notice(
            &[],
            "receipt",
            format!("{}申请已经登记，将依{}决定是否受理。", matter.zh(), matter.statute()),
            Some(matter.accept_rule()),
        ),
        Fact::CorrectionAsked { .. } => notice(
            &[],
            "correction",
            "请补正申请材料；逾期不补正的视为撤回申请。",
            Some(CORRECTION),
        ),
        Fact::Accepted { matter, term, .. } => {
            let mut text = format!("{}已经受理。", matter.zh());
            if matter.is_title() {
                text.push_str("争议解决前，任何一方不得改变土地、林地、草原的利用现状。");
            }
            notice(&[], "acceptance", text, Some(&term.rule))
        }
        Fact::CopyServed { party, matter, .. } => notice(
            &[*party],
            "copy",
            "请在期限内提交答辩和证据；逾期不答辩不影响处理。",
            Some(matter.defence_rule()),
        ),
        Fact::ProcurementStayed { .. } => {
            notice(&[], "stay", "采购活动暂停，最长三十日。", Some("T-K-18.procurement_pause"))
        }
        Fact::StayOver { .. } => notice(&[], "stay_over", "暂停期满，采购活动恢复。", None),
        Fact::ChangeReported { party, exempt: false, .. } => {
            notice(&[*party], "freeze", "争议解决前不得改变现状，请立即停止并恢复原状。", None)
        }
        Fact::Extended { .. } => notice(&[], "extension", "案情复杂，期限已经批准延长。", None),
        Fact::TermOver { .. } => notice(
            &[],
            "overdue",
            "期限届满尚未作出结果，可以就不履行职责申请行政复议或者提起行政诉讼。",
            Some("T-K-01"),
        ),
        Fact::Served { party, body, suit, review, .. } => {
            remedies(*party, *body, suit.as_deref(), review)
        }
        Fact::Closed { how, matter, competent, parties, .. } => {
            ended(*how, *matter, competent.as_deref(), parties)
        }
        Fact::Corrected { .. }
        | Fact::OfficerNamed { .. }
        | Fact::Defended { .. }
        | Fact::DefenceLapsed { .. }
        | Fact::ChangeReported { exempt: true, .. }
        | Fact::Stopped { .. }
        | Fact::Resumed { .. }
        | Fact::MediationBegun { .. }
        | Fact::MediationDeclined { .. }
        | Fact::MediationEnded { .. }
        | Fact::Proposed { .. }
        | Fact::Decided { .. }
        | Fact::SuitLapsed { .. }
        | Fact::ReviewLapsed { .. } => Vec::new(),
    }
}

/// The remedies against a decision, with the court, the body and the rule of the last day (C-189, C-240).
fn remedies(party: u32, body: Body, suit: Option<&str>, review: &str) -> Vec<Notice> {
    let (court, office) = (body.court(), body.reviewed_by());
    let text = if suit.is_some() {
        format!(
            "对裁决不服的，可以自收到之日起在期限内向{court}起诉，或者在六十日内向{office}申请行政复议。"
        )
    } else {
        format!("对裁决不服的，应当先在六十日内向{office}申请行政复议；对复议决定不服的再起诉。")
    };
    notice(&[party], "remedies", text, Some(suit.unwrap_or(review)))
}

fn ended(how: Ending, matter: Matter, competent: Option<&str>, parties: &[u32]) -> Vec<Notice> {
    let (text, rule) = match how {
        Ending::Refused(_) => {
            let where_to = competent.map_or(String::new(), |body| format!("可以向{body}申请。"));
            let text = format!(
                "申请不予受理。{where_to}对不予受理不服的，可以申请行政复议或者提起行政诉讼。"
            );
            (text, Some("T-K-01"))
        }
        Ending::Abandoned => ("逾期未补正，视为撤回申请，可以重新申请。".to_owned(), None),
        Ending::Withdrawn => ("申请已经撤回，案件终止。".to_owned(), None),
        Ending::Terminated(_) => {
            ("案件终止。不服的，可以申请行政复议或者提起行政诉讼。".to_owned(), Some("T-K-01"))
        }
        Ending::Mediated if matter.is_title() => (
            "调解书已经生效，是办理登记的依据，将在十五日内送达。".to_owned(),
            Some("T-I-11.statement"),
        ),
        Ending::Mediated => {
            ("调解协议已经达成，具有合同效力；不履行的，可以向人民法院起诉。".to_owned(), None)
        }
        Ending::Effective if matter.is_title() => {
            ("处理决定已经生效，是办理登记的依据。".to_owned(), None)
        }
        Ending::Effective => {
            ("裁决已经确定；不履行的，可以依法申请人民法院强制执行。".to_owned(), None)
        }
        Ending::InCourt if matter.is_title() => {
            ("已经起诉。争议解决前仍不得改变现状。".to_owned(), None)
        }
        Ending::InReview if matter.is_title() => {
            ("已经申请行政复议。争议解决前仍不得改变现状。".to_owned(), None)
        }
        Ending::InCourt => ("已经起诉，由人民法院审理。".to_owned(), None),
        Ending::InReview => ("已经申请行政复议，由复议机关审理。".to_owned(), None),
    };
    notice(parties, "closed", text, rule)
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{DepartmentOfficer, Party, ReviewHead, Reviewer, System, WindowClerk};
    match command {
        "apply" => &[System, WindowClerk, DepartmentOfficer, Reviewer],
        "ask_correction" | "accept" | "refuse" | "name_officer" | "serve_copy"
        | "stay_procurement" | "stop" | "resume" | "begin_mediation" | "end_mediation"
        | "record_agreement" | "propose" => &[DepartmentOfficer, Reviewer, ReviewHead],
        "extend" | "decide" | "terminate" => &[DepartmentOfficer, ReviewHead],
        "correct" | "defend" | "decline_mediation" | "withdraw" | "report_change" => {
            &[Party, WindowClerk, DepartmentOfficer, Reviewer]
        }
        "serve" => &[System, DepartmentOfficer, Reviewer],
        "sue" | "ask_review" => &[System, Party, WindowClerk, DepartmentOfficer],
        "lapse" => &[System, DepartmentOfficer],
        _ => &[],
    }
}

/// What only the body that holds the dispute may do; the parties' own acts and what time brings never
/// wait for that.
pub(super) fn needs_holding(command: &str) -> bool {
    let held = [
        "ask_correction",
        "accept",
        "refuse",
        "name_officer",
        "serve_copy",
        "stay_procurement",
        "stop",
        "resume",
        "extend",
        "begin_mediation",
        "record_agreement",
        "propose",
        "decide",
        "terminate",
    ];
    held.contains(&command)
}
