//! From the application to its acceptance.

use jiefen_administrative_rules::reconsideration::{Accept, Apply, Checks, Command, Refuse};
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{Fields, brief_from};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_vocab::DisputeId;

use super::{Outcome, noted, parts, verb};
use crate::{ROUNDS, case_id};

/// Parses an application. The head names no case: the brief names the dispute, or begins one under a new
/// code when it has none.
///
/// # Errors
/// Every wrong field.
pub fn apply(m: &pb::ApplyRequest) -> Outcome {
    let mut fields = Fields::new();
    if m.head.as_ref().is_some_and(|head| !head.name.is_empty()) {
        fields.fault("head.name", "登记申请时不填，案件由此产生 (empty: this begins the case)");
    }
    if m.round > ROUNDS {
        fields.fault("round", format!("最多{ROUNDS}次 (at most {ROUNDS})"));
    }
    let brief = brief(&mut fields, m.brief.as_ref());
    let number = fields.text("number", &m.number, parts::NAME);
    let act = m.act.as_ref().map(|act| parts::act(&mut fields, Some(act)));
    let on = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let brief = brief?;
        let case = case_id(brief.dispute, m.round);
        let act = act.map_or(Some(None), |act| act.map(Some))?;
        let apply = Apply { brief, number: number?, act, on: on? };
        Some(Parsed { case, command: Command::Apply(Box::new(apply)).into() })
    })();
    fields.done(parsed)
}

fn brief(
    fields: &mut Fields,
    brief: Option<&jiefen_proto::jiefen::common::v1::Brief>,
) -> Option<Brief> {
    let Some(brief) = brief else {
        fields.fault("brief", "必填 (required)");
        return None;
    };
    let mut brief = brief.clone();
    if brief.dispute.is_empty() {
        brief.dispute = DisputeId::from_bits(uuid::Uuid::now_v7().as_u128()).to_string();
    }
    noted(fields, "brief", brief_from("brief", &brief))
}

verb! { describe_act(DescribeActRequest) |m, fields| {
    act = parts::act(&mut fields, m.act.as_ref());
    on = fields.date("on", m.on.as_ref());
} => Command::DescribeAct { act, on } }

verb! { ask_correction(AskCorrectionRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::AskCorrection { on } }

verb! { serve_correction(ServeCorrectionRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::ServeCorrection { on } }

verb! { extend_correction(ExtendCorrectionRequest) |m, fields| {
    days = parts::number(&mut fields, "days", m.days);
    on = fields.date("on", m.on.as_ref());
} => Command::ExtendCorrection { days, on } }

verb! { correct(CorrectRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Correct { on } }

verb! { abandon(AbandonRequest) |m, fields| {} => Command::Abandon }

verb! { accept(AcceptRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    track = parts::code(&mut fields, "track", &m.track);
    agreed = parts::parties(&mut fields, "agreed", &m.agreed);
    reviewer = fields.text("reviewer", &m.reviewer, parts::NAME);
} => Command::Accept(Accept { on, track, agreed, checks: checks(m), reviewer }) }

const fn checks(m: &pb::AcceptRequest) -> Checks {
    Checks {
        suit_accepted: m.suit_accepted,
        reviewed: m.reviewed,
        withdrawn_before: m.withdrawn_before,
    }
}

verb! { refuse(RefuseRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    ground = parts::code(&mut fields, "ground", &m.ground);
    competent = parts::named(&mut fields, "competent", &m.competent);
} => Command::Refuse(Refuse { on, ground, competent }) }

verb! { deem_accepted(DeemAcceptedRequest) |m, fields| {} => Command::DeemAccepted }

verb! { name_reviewer(NameReviewerRequest) |m, fields| {
    reviewer = fields.text("reviewer", &m.reviewer, parts::NAME);
    on = fields.date("on", m.on.as_ref());
} => Command::NameReviewer { reviewer, on } }
