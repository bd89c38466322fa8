//! What others need to know of a public-interest case: outline, clocks, notices, roles.

use jiefen_procedure::term::APPRAISAL;
use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::{Command, Ending, Fact, Kind, Stage, State, chart};
use crate::common::{cancel, met, notice, start};

/// A local check that keeps what waits in sight.
const CHECK: &str = "policy.follow_up";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "receive_clue",
    "dismiss",
    "transfer",
    "file",
    "serve_filing",
    "name_prosecutor",
    "suggest",
    "agency_answers",
    "verify_rectified",
    "announce",
    "other_sues",
    "close",
    "begin_appraisal",
    "end_appraisal",
    "extend",
    "sue",
    "announce_settlement",
    "court_approves",
    "court_rejects",
    "judge",
    "withdraw_suit",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::ReceiveClue { .. } => "receive_clue",
        Command::Dismiss { .. } => "dismiss",
        Command::Transfer { .. } => "transfer",
        Command::File { .. } => "file",
        Command::ServeFiling { .. } => "serve_filing",
        Command::NameProsecutor { .. } => "name_prosecutor",
        Command::Suggest { .. } => "suggest",
        Command::AgencyAnswers { .. } => "agency_answers",
        Command::VerifyRectified { .. } => "verify_rectified",
        Command::Announce { .. } => "announce",
        Command::OtherSues { .. } => "other_sues",
        Command::Close { .. } => "close",
        Command::BeginAppraisal { .. } => "begin_appraisal",
        Command::EndAppraisal { .. } => "end_appraisal",
        Command::Extend { .. } => "extend",
        Command::Sue { .. } => "sue",
        Command::AnnounceSettlement { .. } => "announce_settlement",
        Command::CourtApproves { .. } => "court_approves",
        Command::CourtRejects { .. } => "court_rejects",
        Command::Judge { .. } => "judge",
        Command::WithdrawSuit { .. } => "withdraw_suit",
        Command::Lapse => "lapse",
    }
}

fn code(state: &State) -> &'static str {
    match &state.stage {
        Stage::Clue => "clue",
        Stage::Filed { .. } => "filed",
        Stage::Suggested { .. } => "suggested",
        Stage::Announced { .. } => "announced",
        Stage::Examining { .. } => "examining",
        Stage::InCourt { .. } => "in_court",
        Stage::Settling { .. } => "settling",
        Stage::Ended { how, .. } => match how {
            Ending::NoCase => "no_case",
            Ending::Transferred => "transferred",
            Ending::Closed(_) => "closed",
            Ending::Rectified => "rectified",
            Ending::Supported => "supported",
            Ending::Judged => "judged",
            Ending::Settled => "settled",
            Ending::SuitWithdrawn => "suit_withdrawn",
        },
    }
}

/// The Chinese name of where a case stands.
pub(super) fn zh(state: &State) -> &'static str {
    chart::zh(code(state))
}

pub(super) fn outline(state: &State) -> Outline {
    let (next_zh, next_en) = match &state.stage {
        Stage::Clue => ("评估线索，决定是否立案", "assess the clue"),
        Stage::Filed { served: false, .. } if state.kind == Kind::Administrative => {
            ("七日内向行政机关送达立案决定书", "serve the decision to open the case")
        }
        Stage::Filed { .. } => ("调查并启动诉前程序", "investigate; begin what precedes a suit"),
        Stage::Suggested { .. } => ("核实行政机关整改情况", "verify what the agency does"),
        Stage::Announced { .. } => ("等候适格主体起诉或者公告期满", "await another's suit"),
        Stage::Examining { .. } => ("审查并决定是否起诉", "decide on the suit"),
        Stage::InCourt { .. } => ("出庭并跟踪审理", "attend the trial"),
        Stage::Settling { .. } => ("等候公告期满和法院审查", "await the announcement's end"),
        Stage::Ended { .. } => ("", ""),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    Outline {
        kind: "public_interest",
        state: code(state),
        state_zh: zh(state),
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: state.prosecutor.clone().filter(|_| open),
    }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let sue = || "sue".to_owned();
    match fact {
        Fact::ClueReceived { on, .. } => vec![start("assess", "policy.clue_assessment", *on)],
        Fact::Filed { kind, on, .. } => {
            let mut effects = vec![met("assess"), start("investigate", CHECK, *on)];
            let agency = *kind == Kind::Administrative;
            effects.extend(agency.then(|| start("serve", "T-M-04.filed", *on)));
            effects
        }
        Fact::FilingServed { .. } => vec![met("serve")],
        Fact::Suggested { rule, on } => vec![met("investigate"), start("answer", rule, *on)],
        Fact::Announced { on } => {
            vec![met("investigate"), start("notice", "T-M-04.notice", *on)]
        }
        Fact::PreSuitOver { term, .. } => {
            vec![cancel("answer"), cancel("notice"), start("sue", &term.rule, term.from)]
        }
        Fact::AppraisalBegun { on } => {
            let reason = APPRAISAL.to_owned();
            vec![ClockEffect::Stop { key: sue(), from: *on, reason }]
        }
        Fact::AppraisalEnded { on } => vec![ClockEffect::Resume { key: sue(), to: *on }],
        Fact::Extended { .. } => vec![ClockEffect::Extend { key: sue(), units: 1 }],
        Fact::Sued { on } => vec![met("sue"), start("court", CHECK, *on)],
        Fact::SettlementAnnounced { on } => {
            vec![cancel("court"), start("announcement", "T-M-04", *on)]
        }
        Fact::SettlementRejected { on } => {
            vec![cancel("announcement"), start("court", CHECK, *on)]
        }
        Fact::Closed { .. } => {
            let keys = ["assess", "serve", "investigate", "answer", "notice", "sue"];
            let mut effects: Vec<_> = keys.map(cancel).into();
            effects.extend(["court", "announcement"].map(cancel));
            effects
        }
        Fact::ProsecutorNamed { .. }
        | Fact::AgencyAnswered { .. }
        | Fact::RectifiedVerified { .. } => Vec::new(),
    }
}

/// What the law itself does when a clock expires: the time before a suit is over. The other limits bind
/// the procuratorate; their passing is a finding.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    match (&state.stage, clock) {
        (Stage::Suggested { .. }, "answer") | (Stage::Announced { .. }, "notice") => {
            Some(Command::Lapse)
        }
        (
            Stage::Clue
            | Stage::Filed { .. }
            | Stage::Suggested { .. }
            | Stage::Announced { .. }
            | Stage::Examining { .. }
            | Stage::InCourt { .. }
            | Stage::Settling { .. }
            | Stage::Ended { .. },
            _,
        ) => None,
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::FilingServed { .. } => notice(&[], "filed", "立案决定书已送达行政机关。", None),
        Fact::Suggested { rule, .. } => notice(
            &[],
            "suggestion",
            "检察建议书已送达，行政机关应当依法履行职责并书面回复；未依法履职的，将提起行政公益诉讼。",
            Some(rule),
        ),
        Fact::Announced { .. } => notice(
            &[],
            "announcement",
            "公告：法律规定的机关和有关组织可以在三十日内提起民事公益诉讼。",
            Some("T-M-04.notice"),
        ),
        Fact::SettlementAnnounced { .. } => notice(
            &[],
            "settlement",
            "和解、调解协议已经公告，公告期不少于三十日，期满由人民法院审查。",
            Some("T-M-04"),
        ),
        Fact::Closed { how, .. } => notice(&[], "closed", closed(*how), None),
        Fact::ClueReceived { .. }
        | Fact::Filed { .. }
        | Fact::ProsecutorNamed { .. }
        | Fact::AgencyAnswered { .. }
        | Fact::RectifiedVerified { .. }
        | Fact::PreSuitOver { .. }
        | Fact::AppraisalBegun { .. }
        | Fact::AppraisalEnded { .. }
        | Fact::Extended { .. }
        | Fact::Sued { .. }
        | Fact::SettlementRejected { .. } => Vec::new(),
    }
}

fn closed(how: Ending) -> &'static str {
    match how {
        Ending::NoCase => "线索经评估不予立案。",
        Ending::Transferred => "线索已移送有管辖权的机关。",
        Ending::Closed(_) => "案件已经终结，理由见决定书。",
        Ending::Rectified => "行政机关已经依法全面履职，案件终结。",
        Ending::Supported => "适格主体已经起诉，检察机关依法支持起诉。",
        Ending::Judged => "人民法院已经判决。",
        Ending::Settled => "人民法院已经出具调解书，协议内容已经公开。",
        Ending::SuitWithdrawn => "诉讼请求已经全部实现，撤回起诉。",
    }
}

/// The roles that may give a command: outcomes are the prosecutor's alone (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{DepartmentOfficer, Party, Prosecutor, System, WindowClerk};
    match command {
        "receive_clue" => &[System, Party, WindowClerk, DepartmentOfficer, Prosecutor],
        "agency_answers" => &[System, DepartmentOfficer, Prosecutor],
        "dismiss" | "transfer" | "file" | "serve_filing" | "name_prosecutor" | "suggest"
        | "verify_rectified" | "announce" | "close" | "begin_appraisal" | "end_appraisal"
        | "extend" | "sue" => &[Prosecutor],
        "other_sues"
        | "announce_settlement"
        | "court_approves"
        | "court_rejects"
        | "judge"
        | "withdraw_suit"
        | "lapse" => &[System, Prosecutor],
        _ => &[],
    }
}

/// What only the procuratorate that holds the matter may do: all that is its own to decide.
pub(super) fn needs_holding(command: &str) -> bool {
    roles(command) == [Role::Prosecutor]
}
