//! What others need to know of a case: outline, clocks, notices.

use jiefen_procedure::{ClockEffect, Notice, Outline};

use super::{Decision, Ending, Exclusion, Fact, Ground, Stage, State, Why};
use crate::performing::{follow, followed, unfollow};
use crate::tells::{both, cancel, met, notice, resume, start, stop};

/// The chart's code of where the case stands.
fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Reported => ("reported", "已报案"),
        Stage::Accepted => ("accepted", "已立案"),
        Stage::Once => ("once", "首次调解未成"),
        Stage::Agreed { .. } => ("agreed", "达成治安调解协议"),
        Stage::Deciding { .. } => ("deciding", "依法处理"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Performed => ("performed", "协议履行，不予处罚"),
            Ending::Recognised { .. } => ("recognised", "和解履行并经认可，不予处罚"),
            Ending::Decided { decision: Decision::Penalty } => ("penalised", "作出处罚决定"),
            Ending::Decided { decision: Decision::NoPenalty } => ("not_penalised", "依法不予处罚"),
            Ending::Criminal => ("criminal", "转为刑事案件"),
            Ending::NoBreach => ("no_breach", "不属于治安案件"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let (next_zh, next_en) = next(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.officer.clone().filter(|_| open);
    let kind = "public_order";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn next(state: &State) -> (String, String) {
    if state.application.is_some() && !matches!(state.stage, Stage::Ended { .. }) {
        return both("审查和解履行情况，答复是否认可", "answer the application for recognition");
    }
    match &state.stage {
        Stage::Reported => both("立即立案并调查", "file the case and investigate"),
        Stage::Accepted => {
            both("征求双方意见，组织首次调解", "ask both and hold the first mediation")
        }
        Stage::Once => both("决定是否再次调解，否则依法处理", "mediate once more or decide"),
        Stage::Agreed { agreement } => agreement.next_zh_en(),
        Stage::Deciding { .. } => both("依法作出处理决定", "decide the case"),
        Stage::Ended { .. } => (String::new(), String::new()),
    }
}

/// The clocks.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Reported { on, .. } => vec![start("filing", "policy.police_filing", *on)],
        Fact::Accepted { on, .. } => vec![met("filing"), start("first", "T-N-01", *on)],
        Fact::AppraisalBegun { deciding, on } => vec![stop(key(*deciding), *on)],
        Fact::AppraisalEnded { deciding: true, on } => vec![resume("decide", *on)],
        Fact::AppraisalEnded { deciding: false, on } => {
            vec![cancel("first"), start("first", "T-N-01", *on)]
        }
        Fact::MeetingHeld { no: 1, meeting } => {
            vec![met("first"), start("second", "T-N-02", meeting.on)]
        }
        Fact::MeetingHeld { .. } => vec![met("second")],
        Fact::AgreementMade { draft, .. } => {
            let mut effects = vec![met("second"), cancel("recognise")];
            effects.extend(follow(draft));
            effects
        }
        Fact::ObligationPerformed { no, .. } => vec![followed(*no)],
        Fact::AgreementBroken { open, .. } => unfollow(open).collect(),
        Fact::RecognitionAsked { application } => {
            vec![start("recognise", "policy.police_recognition", application.on)]
        }
        Fact::ApplicationRejected { .. } => vec![met("recognise")],
        Fact::DecisionDue { rule, on, .. } => {
            vec![cancel("first"), cancel("second"), start("decide", rule, *on)]
        }
        Fact::DecisionExtended { days, .. } => {
            vec![ClockEffect::Extend { key: "decide".to_owned(), units: *days }]
        }
        Fact::Ended { open, .. } => {
            let keys = ["filing", "first", "second", "recognise", "decide"];
            keys.iter().map(|key| met(key)).chain(unfollow(open)).collect()
        }
        Fact::ConsentSaid { .. } | Fact::Excluded { .. } | Fact::RecordingLost { .. } => Vec::new(),
    }
}

fn key(deciding: bool) -> &'static str {
    if deciding { "decide" } else { "first" }
}

/// The way of the civil suit, told whenever mediation does not settle the case (治安管理处罚法 9(3)).
const SUIT: &str = "民事争议可以依法向人民法院提起民事诉讼，也可以申请人民调解。";

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Accepted { .. } => vec![notice(
            "acceptance",
            "公安机关已经立案。调解自愿；双方也可以自行和解或者申请人民调解，在处理决定作出前履行完毕并共同书面申请，经认可的不予处罚。",
            Some("T-N-01"),
        )],
        Fact::AgreementMade { .. } => vec![notice(
            "agreement",
            "治安调解协议已经签署。按期履行的，不予处罚；不履行的，依法处理。",
            None,
        )],
        Fact::DecisionDue { why, .. } => {
            vec![notice("mediation_over", format!("{}{SUIT}", reason(*why)), Some("T-A-06"))]
        }
        Fact::ApplicationRejected { reason, .. } => {
            vec![notice("recognition_refused", format!("公安机关未认可：{reason}。"), None)]
        }
        Fact::Ended { ending, .. } => vec![ended(*ending)],
        Fact::Reported { .. }
        | Fact::ConsentSaid { .. }
        | Fact::Excluded { .. }
        | Fact::AppraisalBegun { .. }
        | Fact::AppraisalEnded { .. }
        | Fact::MeetingHeld { .. }
        | Fact::RecordingLost { .. }
        | Fact::ObligationPerformed { .. }
        | Fact::AgreementBroken { .. }
        | Fact::RecognitionAsked { .. }
        | Fact::DecisionExtended { .. } => Vec::new(),
    }
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::Excluded { exclusion: Exclusion::PartyRefuses } => "当事人不愿意调解，案件依法处理。",
        Why::Excluded { .. } => "案件不适用治安调解，依法处理。",
        Why::NoAgreement => "调解未达成协议，案件依法处理。",
        Why::NotInTime => "调解期限已过，案件依法处理。",
        Why::Broken => "调解协议没有履行，案件依法处理。",
    }
}

fn ended(ending: Ending) -> Notice {
    match ending {
        Ending::Performed => notice("no_penalty", "调解协议已经履行，不予处罚。", None),
        Ending::Recognised { ground: Ground::Regulation186 } => notice(
            "no_penalty",
            "和解（人民调解）协议已经履行并经认可，依照公安机关办理行政案件程序规定第186条不予处罚。",
            None,
        ),
        Ending::Recognised { ground: Ground::Act9Para4 } => notice(
            "no_penalty",
            "和解（人民调解）协议已经履行并经认可，依照治安管理处罚法第9条第4款不予处罚。",
            None,
        ),
        Ending::Decided { .. } => notice(
            "decision",
            format!("公安机关已作出处理决定；不服的，可以申请行政复议或者提起行政诉讼。{SUIT}"),
            Some("T-K-01"),
        ),
        Ending::Criminal => notice("criminal", "案件涉嫌犯罪，已转为刑事案件办理。", None),
        Ending::NoBreach => notice(
            "no_breach",
            "不构成违反治安管理行为，可以向人民法院起诉或者申请人民调解。",
            Some("T-A-06"),
        ),
    }
}
