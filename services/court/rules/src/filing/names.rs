//! What is told to the parties, who may give which command, and what the law itself does when time
//! passes.

use jiefen_procedure::Notice;
use jiefen_vocab::Role;

use super::before::APPEAL as APPEAL_REFUSAL;
use super::divert::FEE;
use super::judgment::APPEAL;
use super::{Command, Ending, Fact, Stage, State};

/// The command that the law gives when a clock expires: silence has the meaning the law gives it.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    let (key, party) = clock.split_once(':').unwrap_or((clock, ""));
    match (&state.stage, key) {
        (Stage::Received { .. }, "file") => Some(Command::FileFirst),
        (Stage::Correcting { .. }, "correct") => Some(Command::ReturnPapers),
        (Stage::Delegated { .. } | Stage::Entrusted { .. }, "errand") => Some(Command::TakeBack),
        (Stage::Delegated { .. } | Stage::Entrusted { .. }, "mediation") => {
            Some(Command::MediationLapsed)
        }
        (Stage::Refused { .. }, "appeal_refusal") => Some(Command::RefusalBecomesFinal),
        (Stage::FeeDue { .. }, "fee") => Some(Command::DeemWithdrawn),
        (Stage::Judged { .. }, "appeal") => {
            party.parse().ok().map(|party| Command::AppealTimePassed { party })
        }
        (
            Stage::Received { .. }
            | Stage::Correcting { .. }
            | Stage::Delegated { .. }
            | Stage::Refused { .. }
            | Stage::RefusalAppealed { .. }
            | Stage::Filed
            | Stage::FeeDue { .. }
            | Stage::Entrusted { .. }
            | Stage::OnTrial
            | Stage::StatementMade { .. }
            | Stage::Judged { .. }
            | Stage::Ended { .. },
            _,
        ) => None,
    }
}

const PAY: &str = "请交纳案件受理费，有困难的可以申请缓交、减交、免交；逾期不交按撤诉处理。";

fn to(parties: &[u32], form: &str, zh: &str, rule: Option<&str>) -> Notice {
    Notice {
        to: parties.to_vec(),
        form: form.to_owned(),
        zh: zh.to_owned(),
        rule: rule.map(str::to_owned),
    }
}

fn all(form: &str, zh: &str, rule: Option<&str>) -> Notice {
    to(&[], form, zh, rule)
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::ComplaintReceived { plaintiff, .. } => {
            vec![to(&[*plaintiff], "receipt", "已收到起诉状，七日内决定是否立案。", Some("T-E-02"))]
        }
        Fact::MissingListed { missing, .. } => vec![all(
            "missing",
            &format!("请一次补齐：{}。", missing.join("；")),
            Some("policy.information_request"),
        )],
        Fact::Filed { .. } => vec![all("filed", "案件已经立案。", None)],
        Fact::RefusalServed { party, .. } => {
            vec![to(&[*party], "refusal", "裁定不予受理。不服的，可以上诉。", Some(APPEAL_REFUSAL))]
        }
        Fact::MediatorSigned { rule, .. } => vec![all(
            "mediation",
            "案件已交调解。调解自愿，可以随时要求终止；调解中的让步不作为不利证据。",
            Some(rule),
        )],
        Fact::MediationExtended { .. } => {
            vec![all("mediation_extended", "各方同意延长调解期限，延长期间不计入审限。", None)]
        }
        Fact::MediationEnded { .. } => {
            vec![all("mediation_ended", "调解已经结束，案件由法院继续办理。", None)]
        }
        Fact::FeeNotified { .. } => vec![all("fee", PAY, Some(FEE))],
        Fact::TrackChosen { track, .. } => {
            vec![all("track", &format!("本案适用{}审理。", track.zh()), Some(track.rule()))]
        }
        Fact::Converted { track, .. } => vec![all(
            "track",
            &format!("本案转为{}审理，审限自立案之日起计算。", track.zh()),
            Some(track.rule()),
        )],
        Fact::HearingSet { on, .. } => {
            vec![all("hearing", &format!("{on}开庭，请按时到庭。"), None)]
        }
        Fact::StatementMade { .. } => {
            vec![all("statement", "调解书经各方签收后发生法律效力，签收前可以反悔。", None)]
        }
        Fact::JudgmentServed { party, finally: true, .. } => {
            vec![to(&[*party], "judgment", "本判决为终审判决。", None)]
        }
        Fact::JudgmentServed { party, finally: false, .. } => {
            vec![to(&[*party], "judgment", "不服本判决的，可以上诉。", Some(APPEAL))]
        }
        Fact::Ended { ending, .. } => vec![ended(*ending)],
        Fact::CorrectedReceived { .. }
        | Fact::NumberGiven { .. }
        | Fact::FilingRefused { .. }
        | Fact::RefusalAppealed { .. }
        | Fact::Delegated { .. }
        | Fact::Entrusted { .. }
        | Fact::MediationStopped { .. }
        | Fact::MediationResumed { .. }
        | Fact::FeePaid { .. }
        | Fact::FeeRelieved { .. }
        | Fact::Served { .. }
        | Fact::DefenceReceived { .. }
        | Fact::TrialStopped { .. }
        | Fact::TrialResumed { .. }
        | Fact::TrialExtended { .. }
        | Fact::WithdrawalAsked { .. }
        | Fact::WithdrawalRefused { .. }
        | Fact::StatementServed { .. }
        | Fact::StatementRetracted { .. }
        | Fact::Judged { .. }
        | Fact::AppealTimePassed { .. } => Vec::new(),
    }
}

fn ended(ending: Ending) -> Notice {
    let remedies = |zh| all("remedies", zh, Some("T-A-06"));
    match ending {
        Ending::PapersReturned => remedies("逾期未补正，诉状退回；补齐后可以再次起诉。"),
        Ending::RefusalFinal => {
            all("remedies", "不予受理的裁定已经生效；认为有错误的，可以申请再审。", Some("T-E-16"))
        }
        Ending::SettledBeforeFiling => {
            all("settled", "调解协议具有合同效力，可以共同申请司法确认。", Some("T-D-01"))
        }
        Ending::ComplaintWithdrawn => remedies("起诉已经撤回，以后可以再次起诉。"),
        Ending::Withdrawn => remedies("已准许撤诉，以后可以再次起诉。"),
        Ending::DeemedWithdrawn => remedies("未按期交费，按撤诉处理；以后可以再次起诉。"),
        Ending::Statement => {
            all("effective", "调解书已经生效；不履行的，可以申请强制执行。", Some("T-D-10"))
        }
        Ending::ClosedOtherwise => all("closed", "纠纷已经解决，案件以其他方式结案。", None),
        Ending::Final => {
            all("effective", "判决已经生效；不履行的，可以申请强制执行。", Some("T-D-10"))
        }
        Ending::Appealed => all("appealed", "已提起上诉，案件移送上级人民法院。", None),
        Ending::Transferred { .. } => all("transferred", "案件已经转出，将由接收方通知。", None),
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{CourtPresident, FilingClerk, Judge, Party, System};
    match command {
        "receive_complaint" => &[FilingClerk, Judge, System],
        "ask_withdrawal" => &[Party, FilingClerk, Judge],
        "list_missing"
        | "receive_corrected"
        | "file"
        | "give_number"
        | "delegate"
        | "entrust"
        | "notify_fee"
        | "pay_fee"
        | "serve_refusal"
        | "appeal_refusal"
        | "record_appeal_ruling"
        | "serve"
        | "receive_defence" => &[FilingClerk, Judge],
        "relieve_fee" => &[FilingClerk, Judge, CourtPresident],
        "return_papers"
        | "file_first"
        | "refusal_becomes_final"
        | "take_back"
        | "mediation_lapsed"
        | "deem_withdrawn" => &[System, FilingClerk, Judge],
        "note_mediator_signed"
        | "note_mediation_extended"
        | "note_mediation_stopped"
        | "note_mediation_resumed"
        | "return_from_mediation" => &[System, FilingClerk, Judge],
        "appeal_time_passed" => &[System, Judge],
        "refuse_filing" | "choose_track" | "convert" | "set_hearing" | "stop_trial"
        | "resume_trial" | "allow_withdrawal" | "refuse_withdrawal" | "make_statement"
        | "serve_statement" | "retract_statement" | "judge" | "serve_judgment" | "appeal"
        | "transfer" => &[Judge],
        "extend_trial" => &[CourtPresident],
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do. A complaint is received whoever holds it
/// (T-E-01), a party's own word and the passing of time do not wait, and a mediator's report
/// arrives while the mediator holds it.
pub(super) fn needs_holding(command: &str) -> bool {
    let free = [
        "receive_complaint",
        "list_missing",
        "receive_corrected",
        "return_papers",
        "file",
        "file_first",
        "give_number",
        "refuse_filing",
        "serve_refusal",
        "appeal_refusal",
        "record_appeal_ruling",
        "refusal_becomes_final",
        "note_mediator_signed",
        "take_back",
        "note_mediation_extended",
        "note_mediation_stopped",
        "note_mediation_resumed",
        "return_from_mediation",
        "mediation_lapsed",
        "pay_fee",
        "deem_withdrawn",
        "receive_defence",
        "ask_withdrawal",
        "appeal",
        "appeal_time_passed",
    ];
    !free.contains(&command)
}
