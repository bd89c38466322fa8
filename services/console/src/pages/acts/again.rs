//! 再次办理: what begins on a dispute that is known. Its parties and its story are on file; nobody writes them twice.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_vocab::Role::{
    FilingClerk, Judge, MediationHead, Mediator, PetitionHead, PetitionOfficer, ReviewHead,
    Reviewer, WindowClerk,
};
use jiefen_vocab::TrackKind;

use super::begin::{self, CONTENT, DUE, EFFECTIVE, HASH, NUMBER, RECEIVED, SUBJECTS, WHY_HERE};
use super::court::{enforcement as force, payment as money, protection as danger};
use super::fields::{Choice, Kind, Read, field};
use super::reconsideration::{
    AMOUNT, EXCUSED, KIND, KNEW_ON, LEARNT_ON, LONGER, MADE_ON, REAL_ESTATE, WHEN_TOLD,
};
use super::usual::{flag, hinted, one};
use super::{Act, After, DESK, Sending, Sent, neutral};
use crate::lines::ask;
use crate::pages::dispute::Known;

/// So often a procedure can begin at one unit for one dispute.
const ROUNDS: usize = 4;

/// Wherever a dispute stands at a court that knows it.
const HERE: &[&str] =
    &["", "holder", "task", "none", "offered", "passed", "pending", "tentative", "designation"];

/// The routes that are a people's mediation.
const TALKS: [TrackKind; 2] = [TrackKind::PeopleMediation, TrackKind::PeopleMediationTown];

/// The routes that are the mediation of a trade's own body.
const TRADE: [TrackKind; 2] =
    [TrackKind::IndustryMediation, TrackKind::ThirdPartyFinancialMediation];

const BY: &[Choice] = &[
    ("application", "当事人申请", "a party applies"),
    ("own_initiative", "调解组织主动调解", "the body's own initiative"),
];

/// Which time a procedure would begin now. None: it goes on, or has begun too often.
pub(super) fn round(known: &Known, procedure: &str) -> Option<u32> {
    let earlier: Vec<&common::CaseHead> =
        known.cases.iter().filter(|case| case.procedure == procedure).collect();
    if earlier.iter().any(|case| case.open) || earlier.len() >= ROUNDS {
        return None;
    }
    u32::try_from(earlier.len() + 1).ok()
}

/// The dispute as it is on file: as it was handed over here last, or as it was told at the window.
pub(super) fn brief(known: &Known) -> Option<common::Brief> {
    let told = || known.matters.last().map(|matter| matter.brief.clone());
    known.desk.brief.clone().or_else(told)
}

/// The same for a route. A complaint that follows a failed confirmation, or the other way round, changes the route;
/// otherwise it stays as it came.
pub(super) fn brief_for(known: &Known, track: TrackKind) -> Option<common::Brief> {
    let mut brief = brief(known)?;
    let joint = TrackKind::JudicialConfirmation;
    if (brief.track == joint.code()) != (track == joint) {
        track.code().clone_into(&mut brief.track);
    }
    Some(brief)
}

/// Whether what begins on a known dispute can begin now: nothing goes on here, and it fits the route or follows a case
/// that has ended.
pub(super) fn fits(key: &str, known: &Known) -> bool {
    let (area, procedure) = match key {
        "receive-complaint" => (Area::Court, "filing"),
        "apply-confirmation" => (Area::Court, "confirmation"),
        "apply-protection" => return in_danger(known),
        "open-enforcement" => return enforceable(known),
        "apply-payment" => return payable(known),
        "petition-again" => (Area::Petition, "petition"),
        "reconsideration-again" => (Area::Administrative, "reconsideration"),
        "mediate-again" => (Area::Mediation, "people_mediation"),
        "open-industry" => (Area::Mediation, "industry_mediation"),
        "open-lawyer" => (Area::Mediation, "lawyer_mediation"),
        _ => return true,
    };
    let open = known.cases.iter().any(|case| case.open);
    let Some(brief) = brief(known).filter(|_| !open && known.area == Some(area)) else {
        return false;
    };
    let before = |of: &str| known.cases.iter().any(|case| case.procedure == of);
    let joint = brief.track == TrackKind::JudicialConfirmation.code();
    round(known, procedure).is_some()
        && match key {
            // An agreement waits for both parties; only when that has failed may one of them sue. What waits for an
            // application of another kind is no complaint either.
            "receive-complaint" => {
                let other = ["enforcement", "protection_order", "payment_order"];
                (!joint && !other.contains(&brief.track.as_str()))
                    || before("confirmation")
                    || before("payment_order")
            }
            "apply-confirmation" => joint || before("confirmation"),
            "mediate-again" => TALKS.iter().any(|talks| talks.code() == brief.track),
            "open-industry" => TRADE.iter().any(|talks| talks.code() == brief.track),
            "open-lawyer" => brief.track == TrackKind::LawyerMediation.code(),
            _ => before(procedure),
        }
}

/// Danger waits for no other procedure: only for the end of an application that goes on.
fn in_danger(known: &Known) -> bool {
    let here = known.area == Some(Area::Court) && brief(known).is_some();
    here && round(known, "protection_order").is_some()
}

/// What was decided or confirmed here, or is asked for from elsewhere, is enforced on the creditor's application.
fn enforceable(known: &Known) -> bool {
    let ended = |case: &common::CaseHead| {
        !case.open && ["filing", "confirmation"].contains(&case.procedure.as_str())
    };
    let asked = known.desk.brief.as_ref().is_some_and(|brief| brief.track == "enforcement");
    let here = known.area == Some(Area::Court) && brief(known).is_some();
    here && (asked || known.cases.iter().any(ended)) && round(known, "enforcement").is_some()
}

/// What was handed over for a payment order waits for the creditor's own application.
fn payable(known: &Known) -> bool {
    let wanted = |brief: common::Brief| brief.track == TrackKind::PaymentOrder.code();
    let here = known.area == Some(Area::Court) && brief(known).is_some_and(wanted);
    here && round(known, "payment_order").is_some()
}

/// The task with which another unit asks for just this; empty: none.
pub(super) fn task(known: &Known, track: &str) -> String {
    let asked = known.desk.brief.as_ref().is_some_and(|brief| brief.track == track);
    known.desk.tasks.first().filter(|_| asked).cloned().unwrap_or_default()
}

/// A mediation that begins here once more, or for the first time with what the brief lacked.
fn mediate(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let by = read.text("by");
        let message = mediation::OpenRequest {
            head: sent.head(),
            brief: brief(sent.known),
            party: if by == "application" { read.number("party") } else { 0 },
            by,
            on: read.day("on"),
            round: round(sent.known, "people_mediation").unwrap_or_default(),
        };
        read.done()?;
        let area = Area::Mediation;
        let answer = ask!(sent.console, sent.staff, area, MediationServiceClient, open, message)?;
        Ok(After::case(answer.case))
    })
}

/// The acts.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    neutral::industry::BEGIN,
    neutral::lawyer::BEGIN,
    Act { key: "apply-confirmation", procedure: DESK, states: &["holder"], roles: &[FilingClerk, Judge], zh: "登记共同申请司法确认", en: "The parties apply together", send: begin::confirmation, fields: &[
        hinted(field("agreed", "哪些当事人申请", "Who applies", Kind::Parties), "双方共同申请"), EFFECTIVE, begin::BODY, SUBJECTS, CONTENT, DUE, HASH, WHY_HERE, RECEIVED,
    ] },
    Act { key: "receive-complaint", procedure: DESK, states: &["holder"], roles: &[FilingClerk, Judge], zh: "接收起诉", en: "Receive the complaint", send: begin::complaint, fields: &[
        field("party", "原告", "Plaintiff", Kind::Party), hinted(NUMBER, "收据编号"), RECEIVED,
    ] },
    Act { key: "apply-protection", procedure: DESK, states: HERE, roles: danger::TAKERS, zh: "登记人身安全保护令申请", en: "Take down an application for a protection order", send: begin::protection, fields: &[
        field("victim", "谁面临危险", "Who is in danger", Kind::Party), field("respondent", "被申请人", "Respondent", Kind::Party),
        danger::ASKED_BY, danger::CANNOT, danger::HOW, hinted(field("facts", "家庭暴力的情况", "What happened", Kind::Long), "不填就用案卷里的经过"),
        danger::WANTED, danger::URGENT, danger::HERE, danger::TOLD_AT,
    ] },
    Act { key: "apply-payment", procedure: DESK, states: &["holder"], roles: &[FilingClerk, Judge], zh: "登记支付令申请", en: "Receive an application for a payment order", send: begin::payment, fields: &[
        field("creditor", "债权人", "Creditor", Kind::Party), field("debtors", "债务人", "Debtors", Kind::Parties), money::RESTS_ON, money::CLAIMS,
        money::COUNTER, money::UNREACHABLE, money::PRESERVATION, money::SUED, money::HERE, RECEIVED,
    ] },
    Act { key: "open-enforcement", procedure: DESK, states: HERE, roles: &[FilingClerk, Judge], zh: "登记执行申请", en: "Receive an application for enforcement", send: begin::enforcement, fields: &[
        field("creditor", "申请执行人", "Creditor", Kind::Party), field("debtors", "被执行人", "Debtors", Kind::Parties), force::TITLE,
        hinted(field("amount", "金额（元）", "Amount, yuan", Kind::Yuan), "不是要钱的不填"), force::DUE, force::INTERRUPTED, force::IN_FORCE, force::HERE, RECEIVED,
    ] },
    Act { key: "petition-again", procedure: DESK, states: &["holder"], roles: &[WindowClerk, PetitionOfficer, PetitionHead], zh: "再次登记信访事项", en: "Register the petition once more", send: begin::petitioned, fields: &[
        one("form", "怎么来的", "Form", begin::FORM), one("matter", "什么事项", "Matter", begin::MATTER),
        one("earlier", "同一事项以前办过没有", "Known already", begin::EARLIER),
        hinted(field("earlier_at", "在哪个单位办理", "Where", Kind::Unit), "正在办理的填写"),
        hinted(field("earlier_day", "办理期限或者终结日期", "Its last day", Kind::Later), "以前办过的填写"),
        flag("grave", "重大、紧急，需要立即报告", "Grave or urgent"), hinted(NUMBER, "登记编号"), RECEIVED,
    ] },
    Act { key: "reconsideration-again", procedure: DESK, states: &["holder"], roles: &[WindowClerk, Reviewer, ReviewHead], zh: "再次登记复议申请", en: "Register an application once more", send: begin::reconsideration, fields: &[
        KIND, MADE_ON, KNEW_ON, WHEN_TOLD, LEARNT_ON, REAL_ESTATE, AMOUNT, LONGER, EXCUSED, hinted(NUMBER, "复议案号"), RECEIVED,
    ] },
    Act { key: "mediate-again", procedure: DESK, states: &["holder"], roles: &[Mediator, MediationHead], zh: "开始调解", en: "Begin a mediation", send: mediate, fields: &[
        one("by", "怎么开始的", "How it begins", BY), hinted(field("party", "谁申请", "Who applies", Kind::Party), "主动调解的不选"), field("on", "哪一天", "On", Kind::Day),
    ] },
];
