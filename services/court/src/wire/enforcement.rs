//! Requests of enforcement.

use jiefen_court_rules::enforcement::{Checks, Command, Delay, RestrictionKind, Title};
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_vocab::Fen;
use jiff::civil::Date;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the creditor's application.
///
/// # Errors
/// Every wrong field.
pub fn enforcement_apply(m: &pb::EnforcementApplyRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::Enforcement, m.round);
    let title = title(&mut fields, m.title.as_ref());
    let task = fields.parse_optional("task", &m.task);
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, brief) = begun?;
        let title = Box::new(title?);
        let command = Command::Apply { brief, title, task, on: day? }.into();
        Some(Parsed { case, command })
    })();
    fields.done(parsed)
}

fn title(fields: &mut Fields, given: Option<&pb::EnforcementTitle>) -> Option<Title> {
    let Some(given) = given else {
        fields.fault("title", "必填 (required)");
        return None;
    };
    let origin = parts::code(fields, "title.origin", &given.origin);
    let mut due: Vec<Option<Date>> = Vec::new();
    for (n, day) in given.due.iter().enumerate() {
        due.push(fields.date(&format!("title.due[{n}]"), Some(day)));
    }
    let interrupted_on =
        fields.date_optional("title.interrupted_on", given.interrupted_on.as_ref());
    Some(Title {
        origin: origin?,
        creditor: given.creditor,
        debtors: given.debtors.iter().copied().collect(),
        amount: given.amount_fen.map(Fen),
        due: due.into_iter().collect::<Option<_>>()?,
        interrupted_on,
        effective: given.effective,
        competent: given.competent,
    })
}

verb!(enforcement_accept, EnforcementAcceptRequest, |m, fields| {
    let case_no = parts::number(&mut fields, "case_no", &m.case_no);
    let judge = parts::person(&mut fields, "judge", &m.judge);
    let day = fields.date("on", m.on.as_ref());
    Command::Accept { case_no: case_no?, judge: judge?, on: day? }
});
verb!(enforcement_decline, EnforcementDeclineRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::Decline { ground: ground?, on: day? }
});
verb!(enforcement_issue_notice, EnforcementIssueNoticeRequest, |m, fields| {
    Command::IssueNotice { on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_serve_notice, EnforcementServeNoticeRequest, |m, fields| {
    Command::ServeNotice { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_take_measure, EnforcementTakeMeasureRequest, |m, fields| {
    let kind = parts::code(&mut fields, "kind", &m.kind);
    let day = fields.date("on", m.on.as_ref());
    Command::TakeMeasure { kind: kind?, party: m.party, on: day? }
});
verb!(enforcement_renew_measure, EnforcementRenewMeasureRequest, |m, fields| {
    Command::RenewMeasure { measure: m.measure, on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_lift_measure, EnforcementLiftMeasureRequest, |m, fields| {
    Command::LiftMeasure { measure: m.measure, on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_measure_lapsed, EnforcementMeasureLapsedRequest, |m, fields| {
    Command::MeasureLapsed { measure: m.measure }
});
verb!(enforcement_restrict, EnforcementRestrictRequest, |m, fields| {
    let kind = restriction(&mut fields, &m.kind);
    let day = fields.date("on", m.on.as_ref());
    Command::Restrict { kind: kind?, party: m.party, on: day? }
});
verb!(enforcement_remove_restriction, EnforcementRemoveRestrictionRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::RemoveRestriction { restriction: m.restriction, on: day? }
});
verb!(enforcement_listing_over, EnforcementListingOverRequest, |m, fields| {
    Command::ListingOver { restriction: m.restriction }
});
verb!(enforcement_record_payment, EnforcementRecordPaymentRequest, |m, fields| {
    Command::RecordPayment { amount: Fen(m.amount_fen), on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_record_performance, EnforcementRecordPerformanceRequest, |m, fields| {
    Command::RecordPerformance { on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_settle, EnforcementSettleRequest, |m, fields| {
    let due_on = fields.date("due_on", m.due_on.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::Settle { agreed: m.agreed.clone(), due_on: due_on?, on: day? }
});
verb!(enforcement_resume, EnforcementResumeRequest, |m, fields| {
    Command::Resume { on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_settlement_time_passed, EnforcementSettlementTimePassedRequest, |m, fields| {
    Command::SettlementTimePassed
});
verb!(enforcement_end_for_now, EnforcementEndForNowRequest, |m, fields| {
    let checks = Checks { reported: m.reported, exhausted: m.exhausted, heard: m.heard };
    Command::EndForNow { checks, on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_check_property, EnforcementCheckPropertyRequest, |m, fields| {
    Command::CheckProperty { on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_five_years_passed, EnforcementFiveYearsPassedRequest, |m, fields| {
    Command::FiveYearsPassed
});
verb!(enforcement_file_objection, EnforcementFileObjectionRequest, |m, fields| {
    let against = parts::code(&mut fields, "against", &m.against);
    let day = fields.date("on", m.on.as_ref());
    let by = (m.by != 0).then_some(m.by);
    Command::FileObjection { against: against?, by, on: day? }
});
verb!(enforcement_decide_objection, EnforcementDecideObjectionRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::DecideObjection { objection: m.objection, upheld: m.upheld, on: day? }
});
verb!(enforcement_take_remedy, EnforcementTakeRemedyRequest, |m, fields| {
    Command::TakeRemedy { objection: m.objection, on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_remedy_time_passed, EnforcementRemedyTimePassedRequest, |m, fields| {
    Command::RemedyTimePassed { objection: m.objection }
});
verb!(enforcement_decide_review, EnforcementDecideReviewRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::DecideReview { objection: m.objection, annulled: m.annulled, on: day? }
});
verb!(enforcement_plead_not_enforced, EnforcementPleadNotEnforcedRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let known_on = fields.date_optional("known_on", m.known_on.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::PleadNotEnforced { ground: ground?, party: m.party, known_on, on: day? }
});
verb!(enforcement_decide_plea, EnforcementDecidePleaRequest, |m, fields| {
    Command::DecidePlea { upheld: m.upheld, on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_terminate, EnforcementTerminateRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::Terminate { ground: ground?, on: day? }
});
verb!(enforcement_extend_term, EnforcementExtendTermRequest, |m, fields| {
    Command::ExtendTerm { months: m.months, on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_six_months_passed, EnforcementSixMonthsPassedRequest, |m, fields| {
    Command::SixMonthsPassed
});
verb!(enforcement_ask_upper_court, EnforcementAskUpperCourtRequest, |m, fields| {
    let delay = delay(&mut fields, m);
    let day = fields.date("on", m.on.as_ref());
    Command::AskUpperCourt { delay: delay?, on: day? }
});
verb!(enforcement_urge, EnforcementUrgeRequest, |m, fields| {
    let until = fields.date("until", m.until.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::Urge { until: until?, on: day? }
});
verb!(enforcement_urge_time_passed, EnforcementUrgeTimePassedRequest, |m, fields| {
    Command::UrgeTimePassed
});
verb!(enforcement_upper_court_declines, EnforcementUpperCourtDeclinesRequest, |m, fields| {
    Command::UpperCourtDeclines { on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_go_up, EnforcementGoUpRequest, |m, fields| {
    Command::GoUp { on: fields.date("on", m.on.as_ref())? }
});

fn restriction(fields: &mut Fields, given: &str) -> Option<RestrictionKind> {
    match given {
        "listed_able" => Some(RestrictionKind::Listed { able: true }),
        "listed" => Some(RestrictionKind::Listed { able: false }),
        "consumption" => Some(RestrictionKind::Consumption),
        other => {
            parts::none_of(fields, "kind", other, "listed_able、listed 或 consumption");
            None
        }
    }
}

fn delay(fields: &mut Fields, m: &pb::EnforcementAskUpperCourtRequest) -> Option<Delay> {
    match m.delay.as_str() {
        "property_known" => Some(Delay::PropertyKnown),
        "property_found" => {
            let on = fields.date("found_on", m.found_on.as_ref())?;
            Some(Delay::PropertyFound { on })
        }
        "act" => Some(Delay::Act),
        "other" => Some(Delay::Other),
        other => {
            let right = "property_known、property_found、act 或 other";
            parts::none_of(fields, "delay", other, right);
            None
        }
    }
}
