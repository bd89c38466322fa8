//! What others need to know of a supervision case: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::review::PAPERS;
use super::{Before, Command, Ending, Fact, Stage, State, chart};
use crate::common::{cancel, met, notice, start};

/// A local check that keeps what waits in sight.
const CHECK: &str = "policy.follow_up";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "begin",
    "ask_papers",
    "supply_papers",
    "accept",
    "refuse",
    "name_prosecutor",
    "stop",
    "resume",
    "extend",
    "settle",
    "withdraw",
    "terminate",
    "not_support",
    "suggest",
    "request_protest",
    "superior_decides",
    "court_answers",
    "court_orders_retrial",
    "close",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Apply(_) => "apply",
        Command::Begin(_) => "begin",
        Command::AskPapers { .. } => "ask_papers",
        Command::SupplyPapers { .. } => "supply_papers",
        Command::Accept { .. } => "accept",
        Command::Refuse { .. } => "refuse",
        Command::NameProsecutor { .. } => "name_prosecutor",
        Command::Stop { .. } => "stop",
        Command::Resume { .. } => "resume",
        Command::Extend { .. } => "extend",
        Command::Settle { .. } => "settle",
        Command::Withdraw { .. } => "withdraw",
        Command::Terminate { .. } => "terminate",
        Command::NotSupport { .. } => "not_support",
        Command::Suggest { .. } => "suggest",
        Command::RequestProtest { .. } => "request_protest",
        Command::SuperiorDecides { .. } => "superior_decides",
        Command::CourtAnswers { .. } => "court_answers",
        Command::CourtOrdersRetrial { .. } => "court_orders_retrial",
        Command::Close { .. } => "close",
        Command::Lapse => "lapse",
    }
}

fn code(state: &State) -> &'static str {
    match &state.stage {
        Stage::Received => "received",
        Stage::Papers { .. } => "papers",
        Stage::Reviewing { .. } => "reviewing",
        Stage::WithSuperior { .. } => "with_superior",
        Stage::InCourt { what: Before::Suggestion, .. } => "suggested",
        Stage::InCourt { what: Before::Protest, .. } => "protested",
        Stage::Rebuffed { .. } => "rebuffed",
        Stage::Ended { how, .. } => match how {
            Ending::Refused(_) => "refused",
            Ending::Abandoned | Ending::Withdrawn => "withdrawn",
            Ending::Settled => "settled",
            Ending::Terminated(_) => "terminated",
            Ending::NotSupported => "not_supported",
            Ending::Retrial => "retrial",
            Ending::Corrected => "corrected",
            Ending::NotAdopted => "not_adopted",
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (zh, en) = match &state.stage {
        Stage::Received => ("审查是否受理并作程序性回复", "decide on acceptance and reply"),
        Stage::Papers { .. } => ("等候申请人补充材料", "await the papers"),
        Stage::Reviewing { .. } => ("审查并作出决定", "review and decide"),
        Stage::WithSuperior { .. } => ("跟踪上级检察院审查情况", "follow the superior's review"),
        Stage::InCourt { .. } => ("跟踪人民法院处理情况", "follow what the court does"),
        Stage::Rebuffed { .. } => ("决定是否提请抗诉", "decide whether to ask for a protest"),
        Stage::Ended { .. } => ("", ""),
    };
    let (code, open) = (code(state), !matches!(state.stage, Stage::Ended { .. }));
    Outline {
        kind: "procuratorate_supervision",
        state: code,
        state_zh: chart::zh(code),
        open,
        next_zh: zh.to_owned(),
        next_en: en.to_owned(),
        person: state.prosecutor.clone().filter(|_| open),
    }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let review = || "review".to_owned();
    match fact {
        Fact::Applied { on, .. } | Fact::PapersSupplied { on } => {
            vec![met("papers"), start("reply", "T-M-01", *on)]
        }
        Fact::Begun { term, .. } => vec![start("review", &term.rule, term.from)],
        Fact::PapersAsked { on, .. } => vec![met("reply"), start("papers", PAPERS, *on)],
        Fact::Accepted { term, .. } => vec![met("reply"), start("review", &term.rule, term.from)],
        Fact::Stopped { reason, on } => {
            let reason = reason.listed().to_owned();
            vec![ClockEffect::Stop { key: review(), from: *on, reason }]
        }
        Fact::Resumed { on } => vec![ClockEffect::Resume { key: review(), to: *on }],
        Fact::Extended { months, .. } => {
            vec![ClockEffect::Extend { key: review(), units: *months }]
        }
        Fact::Suggested { rule, on } => vec![met("review"), start("court", rule, *on)],
        Fact::ProtestRequested { on } => {
            vec![met("review"), met("follow"), start("superior", CHECK, *on)]
        }
        Fact::Protested { on } => vec![met("superior"), start("court", "T-M-03", *on)],
        Fact::Rebuffed { on, .. } => vec![met("court"), start("follow", CHECK, *on)],
        Fact::Closed { .. } => {
            ["reply", "papers", "review", "superior", "court", "follow"].map(cancel).into()
        }
        Fact::ProsecutorNamed { .. } => Vec::new(),
    }
}

/// What the law itself does when a clock expires: papers not brought, a suggestion not answered. The
/// other limits bind an authority; their passing is a finding.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    match (&state.stage, clock) {
        (Stage::Papers { .. }, "papers")
        | (Stage::InCourt { what: Before::Suggestion, .. }, "court") => Some(Command::Lapse),
        (
            Stage::Received
            | Stage::Papers { .. }
            | Stage::Reviewing { .. }
            | Stage::WithSuperior { .. }
            | Stage::InCourt { .. }
            | Stage::Rebuffed { .. }
            | Stage::Ended { .. },
            _,
        ) => None,
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { applicant, .. } => notice(
            &[*applicant],
            "receipt",
            "监督申请已经收到，七日内作程序性回复。",
            Some("T-M-01"),
        ),
        Fact::Begun { .. } => notice(
            &[],
            "begun",
            "人民检察院已依职权启动监督程序；有权申请回避，可以陈述意见、提交材料。",
            None,
        ),
        Fact::PapersAsked { applicant, .. } => notice(
            &[*applicant],
            "papers",
            "请补充材料；期限内仍未补齐的，视为撤回监督申请。",
            Some(PAPERS),
        ),
        Fact::Accepted { term, .. } => notice(
            &[],
            "acceptance",
            "监督申请已经受理，三个月内审查终结并作出决定；有权申请回避。",
            Some(&term.rule),
        ),
        Fact::Extended { .. } => notice(&[], "extension", "审查期限已经检察长批准延长。", None),
        Fact::Suggested { rule, .. } => notice(
            &[],
            "suggestion",
            "已向人民法院提出检察建议，由人民法院依法处理并回复。",
            Some(rule),
        ),
        Fact::ProtestRequested { .. } => {
            notice(&[], "protest_requested", "已提请上级人民检察院抗诉。", None)
        }
        Fact::Protested { .. } => notice(
            &[],
            "protest",
            "上级人民检察院已提出抗诉，人民法院应当在三十日内裁定再审。",
            Some("T-M-03"),
        ),
        Fact::Closed { how, applicant, .. } => closed(*how, *applicant),
        Fact::PapersSupplied { .. }
        | Fact::ProsecutorNamed { .. }
        | Fact::Stopped { .. }
        | Fact::Resumed { .. }
        | Fact::Rebuffed { .. } => Vec::new(),
    }
}

fn closed(how: Ending, applicant: Option<u32>) -> Vec<Notice> {
    let applicant: &[u32] = applicant.as_slice();
    let (to, text): (&[u32], &str) = match how {
        Ending::Refused(_) => (applicant, "监督申请不予受理，理由和解决途径见决定书。"),
        Ending::Abandoned => (applicant, "材料逾期未补齐，视为撤回监督申请。"),
        Ending::Withdrawn => (&[], "监督申请已经撤回，终结审查。"),
        Ending::Settled => (&[], "当事人已经和解并放弃监督申请，终结审查。"),
        Ending::Terminated(_) => (&[], "案件终结审查，理由见决定书。"),
        Ending::NotSupported => (&[], "不支持监督申请。当事人不得再次申请检察建议或者抗诉。"),
        Ending::Retrial => (&[], "人民法院已经裁定再审，原判决、裁定、调解书一般中止执行。"),
        Ending::Corrected => (&[], "人民法院已经采纳检察建议并纠正。"),
        Ending::NotAdopted => (&[], "人民法院未采纳检察建议，监督程序结束。"),
    };
    notice(to, "closed", text, None)
}

/// The roles that may give a command: outcomes are the prosecutor's alone (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{Party, Prosecutor, System, WindowClerk};
    match command {
        "apply" => &[System, Party, WindowClerk, Prosecutor],
        "supply_papers" | "withdraw" => &[Party, WindowClerk, Prosecutor],
        "begin" | "ask_papers" | "accept" | "refuse" | "name_prosecutor" | "stop" | "resume"
        | "extend" | "settle" | "terminate" | "not_support" | "suggest" | "request_protest"
        | "superior_decides" | "close" => &[Prosecutor],
        "court_answers" | "court_orders_retrial" | "lapse" => &[System, Prosecutor],
        _ => &[],
    }
}

/// What only the procuratorate that holds the dispute may do: all that is its own to decide. A case of its
/// own motion is begun without a hand-over.
pub(super) fn needs_holding(command: &str) -> bool {
    command != "begin" && roles(command) == [Role::Prosecutor]
}
