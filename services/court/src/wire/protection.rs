//! Requests of protection orders.

use jiefen_court_rules::protection_order::{Application, Command};
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{Fields, moment_from};
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_vocab::Private;
use jiff::civil::DateTime;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the application.
///
/// # Errors
/// Every wrong field.
pub fn protection_apply(m: &pb::ProtectionApplyRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::ProtectionOrder, m.round);
    let application = application(&mut fields, m.application.as_ref());
    let (urgent, at) = (m.urgent, at(m.at.as_ref()));
    let parsed = (|| {
        let (case, brief) = begun?;
        let application = Box::new(application?);
        let command = Command::Apply { brief, application, urgent, at }.into();
        Some(Parsed { case, command })
    })();
    fields.done(parsed)
}

/// A moment; none: now.
fn at(stamp: Option<&pbjson_types::Timestamp>) -> Option<DateTime> {
    stamp.map(|stamp| moment_from(stamp).local())
}

fn application(
    fields: &mut Fields,
    given: Option<&pb::ProtectionApplication>,
) -> Option<Application> {
    let Some(given) = given else {
        fields.fault("application", "必填 (required)");
        return None;
    };
    let by = parts::code(fields, "application.by", &given.by);
    let form = parts::code(fields, "application.form", &given.form);
    let facts = fields.text("application.facts", &given.facts, parts::TEXT);
    let measures = parts::codes(fields, "application.measures", &given.measures);
    let task = fields.parse_optional("application.task", &given.task);
    Some(Application {
        victim: given.victim,
        respondent: given.respondent,
        by: by?,
        victim_cannot: given.victim_cannot,
        form: form?,
        facts: Private::new(facts?),
        measures,
        competent: given.competent,
        task,
    })
}

verb!(protection_accept, ProtectionAcceptRequest, |m, fields| {
    let judge = parts::person(&mut fields, "judge", &m.judge);
    Command::Accept { judge: judge?, at: at(m.at.as_ref()) }
});
verb!(protection_decline, ProtectionDeclineRequest, |m, fields| {
    Command::Decline { on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_mark_urgent, ProtectionMarkUrgentRequest, |m, fields| {
    Command::MarkUrgent { at: at(m.at.as_ref()) }
});
verb!(protection_grant, ProtectionGrantRequest, |m, fields| {
    let measures = parts::codes(&mut fields, "measures", &m.measures);
    Command::Grant { measures, months: m.months, at: at(m.at.as_ref()) }
});
verb!(protection_reject, ProtectionRejectRequest, |m, fields| {
    Command::Reject { on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_serve, ProtectionServeRequest, |m, fields| {
    let to = parts::code(&mut fields, "to", &m.to);
    let day = fields.date("on", m.on.as_ref());
    Command::Serve { to: to?, on: day? }
});
verb!(protection_record_breach, ProtectionRecordBreachRequest, |m, fields| {
    Command::RecordBreach { on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_extend, ProtectionExtendRequest, |m, fields| {
    Command::Extend { months: m.months, on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_vary, ProtectionVaryRequest, |m, fields| {
    let measures = parts::codes(&mut fields, "measures", &m.measures);
    Command::Vary { measures, on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_revoke, ProtectionRevokeRequest, |m, fields| {
    Command::Revoke { on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_lapse, ProtectionLapseRequest, |m, fields| Command::Lapse);
verb!(protection_ask_review, ProtectionAskReviewRequest, |m, fields| {
    Command::AskReview { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_review_time_passed, ProtectionReviewTimePassedRequest, |m, fields| {
    Command::ReviewTimePassed
});
verb!(protection_decide_review, ProtectionDecideReviewRequest, |m, fields| {
    Command::DecideReview { changed: m.changed, on: fields.date("on", m.on.as_ref())? }
});
verb!(protection_withdraw, ProtectionWithdrawRequest, |m, fields| {
    Command::Withdraw { on: fields.date("on", m.on.as_ref())? }
});
