//! What others need to know of a batch: chart, outline, clocks, notices, roles.

use jiefen_procedure::{Chart, ClockEffect, Notice, Outline, Owner};
use jiefen_vocab::Role;

use super::decide::{ANSWER, MODEL};
use super::{Command, Fact, Stage, State};
use crate::draw::{cancel, ended, met, next, notice, open, start, step};

/// How often the holder of a batch reports.
const REPORT: &str = "policy.progress_report";
/// How soon a silent or refusing member is back at its own desk.
const RETURN: &str = "policy.information_request";

/// The chart of a batch.
pub static CHART: Chart = Chart {
    kind: "batch",
    zh: "批量（示范）办理",
    stages: &[
        open("gathering", "归集", Owner::Agency, &["report"]),
        open("model", "示范案件办理中", Owner::Agency, &["report", "model"]),
        open("offering", "征求各成员意见", Owner::Party, &["report", "answer", "return"]),
        ended("closed", "批量办理结束"),
    ],
    steps: &[
        step("", "open", "gathering", "六(三)4"),
        step("gathering", "add_member", "gathering", "六(三)4"),
        step("gathering", "name_model", "model", "六(三)4；T-B-01"),
        step("gathering", "leave", "gathering", "T-B-01"),
        step("gathering", "hand_back", "gathering", "I1"),
        step("gathering", "close", "closed", "I6"),
        step("gathering", "clock:report", "gathering", "policy.progress_report"),
        step("model", "add_member", "model", "六(三)4"),
        step("model", "record_model", "offering", "六(三)4"),
        step("model", "record_model", "gathering", "六(三)4"),
        step("model", "leave", "model", "T-B-01"),
        step("model", "leave", "gathering", "T-B-01"),
        step("model", "hand_back", "model", "I1"),
        step("model", "hand_back", "gathering", "I1"),
        step("model", "clock:model", "gathering", "policy.batch_model"),
        step("model", "clock:report", "model", "policy.progress_report"),
        step("offering", "offer_terms", "offering", "六(三)4"),
        step("offering", "offer_again", "offering", "六(三)4"),
        step("offering", "accept", "offering", "T-B-01；T-B-04"),
        step("offering", "refuse", "offering", "T-B-01"),
        step("offering", "leave", "offering", "T-B-01"),
        step("offering", "hand_back", "offering", "I1"),
        step("offering", "close", "closed", "I6"),
        step("offering", "clock:answer", "offering", "policy.batch_answer"),
        step("offering", "clock:return", "offering", "I1"),
        step("offering", "clock:report", "offering", "policy.progress_report"),
    ],
};

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "add_member",
    "name_model",
    "record_model",
    "lapse_model",
    "offer_terms",
    "offer_again",
    "accept",
    "refuse",
    "fall_silent",
    "leave",
    "hand_back",
    "close",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::AddMember { .. } => "add_member",
        Command::NameModel { .. } => "name_model",
        Command::RecordModel { .. } => "record_model",
        Command::LapseModel => "lapse_model",
        Command::OfferTerms { .. } => "offer_terms",
        Command::OfferAgain { .. } => "offer_again",
        Command::Accept { .. } => "accept",
        Command::Refuse { .. } => "refuse",
        Command::FallSilent { .. } => "fall_silent",
        Command::Leave { .. } => "leave",
        Command::HandBack { .. } => "hand_back",
        Command::Close { .. } => "close",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let figures = state.figures();
    let count = format!("共{}件，{}件未了", figures.cases, figures.open);
    let (code, zh, (next_zh, next_en)) = match state.stage {
        Stage::Gathering => {
            ("gathering", "归集", next(format!("选定示范案件（{count}）"), "name a model case"))
        }
        Stage::Model => {
            ("model", "示范案件办理中", next(format!("办理示范案件（{count}）"), "run the model"))
        }
        Stage::Offering => (
            "offering",
            "征求各成员意见",
            next(format!("逐件征求意见（{count}）"), "ask each member"),
        ),
        Stage::Closed { .. } => ("closed", "批量办理结束", (String::new(), String::new())),
    };
    let open = !matches!(state.stage, Stage::Closed { .. });
    Outline { kind: "batch", state: code, state_zh: zh, open, next_zh, next_en, person: None }
}

fn answer(no: u32) -> String {
    format!("answer:{no}")
}

fn back(no: u32) -> String {
    format!("return:{no}")
}

/// The clocks. None of them touches a clock of a member's own dispute. Ending a clock that does not
/// run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Opened { on, .. } => vec![start("report", REPORT, *on)],
        Fact::ModelNamed { on, .. } => vec![start("model", MODEL, *on)],
        Fact::ModelDone { .. } => vec![met("model")],
        Fact::ModelDropped { .. } => vec![cancel("model")],
        Fact::TermsOffered { to, on, .. } => to
            .iter()
            .flat_map(|no| [cancel(&back(*no)), start(&answer(*no), ANSWER, *on)])
            .collect(),
        Fact::Accepted { member, .. } => vec![met(&answer(*member))],
        Fact::Refused { member, on } => {
            vec![met(&answer(*member)), start(&back(*member), RETURN, *on)]
        }
        Fact::FellSilent { member, on } => {
            vec![cancel(&answer(*member)), start(&back(*member), RETURN, *on)]
        }
        Fact::Left { member, .. } | Fact::HandedBack { member, .. } => {
            vec![cancel(&answer(*member)), met(&back(*member))]
        }
        Fact::Closed { .. } => vec![met("report")],
        Fact::MemberAdded { .. } => Vec::new(),
    }
}

/// To a member, by its number in the batch.
fn to(member: u32, form: &str, zh: &str) -> Notice {
    Notice { to: vec![member], ..notice(form, zh, None) }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { .. } => vec![notice(
            "batch",
            "您的纠纷与其他同类纠纷一并安排。是否等待示范案件由您自己决定，可以随时退出；您的期限和权利不受影响。",
            None,
        )],
        Fact::TermsOffered { to, .. } => vec![Notice {
            to: to.clone(),
            ..notice(
                "terms",
                "示范案件的条件已送达。是否接受由您本人决定，别人不能代替；不答复不视为同意，也不视为拒绝。",
                Some(ANSWER),
            )
        }],
        Fact::Accepted { member, .. } => {
            vec![to(*member, "accepted", "您已接受条件，协议在您自己的案件中办理。")]
        }
        Fact::Refused { member, .. } => {
            vec![to(*member, "refused", "您没有接受条件，您的纠纷继续由承办单位办理，也可以起诉。")]
        }
        Fact::FellSilent { member, .. } => {
            vec![to(*member, "silent", "答复期已过。您的纠纷没有结案，仍由承办单位与您联系。")]
        }
        Fact::Left { member, .. } | Fact::HandedBack { member, .. } => {
            vec![to(*member, "own_way", "您的纠纷已单独办理。")]
        }
        Fact::MemberAdded { .. }
        | Fact::ModelNamed { .. }
        | Fact::ModelDone { .. }
        | Fact::ModelDropped { .. }
        | Fact::Closed { .. } => Vec::new(),
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        ArbitrationDirector, Arbitrator, MediationHead, Mediator, Party, System, WindowClerk,
    };
    match command {
        "open" | "add_member" | "name_model" | "record_model" | "offer_terms" | "offer_again"
        | "hand_back" | "close" => &[Mediator, MediationHead, Arbitrator, ArbitrationDirector],
        "accept" | "refuse" | "leave" => &[Party, WindowClerk, Mediator, MediationHead, Arbitrator],
        "lapse_model" | "fall_silent" => &[System, Mediator, MediationHead],
        _ => &[],
    }
}
