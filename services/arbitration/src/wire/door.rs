//! From the hand-over or the window to the acceptance.

use jiefen_arbitration_rules::labour_arbitration::{
    Apply, Command, On, Refuse, Represent, Withdraw,
};
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{Fields, brief_from};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_vocab::{CaseId, DisputeId};

use super::{Outcome, named, noted, parts, verb};
use crate::case_id;

/// Parses an application. At the window the head names no case: the brief begins the dispute, under a new
/// code when it has none. Of a dispute taken over the head names the case, and the brief may be left out.
///
/// # Errors
/// Every wrong field.
pub fn apply(m: &pb::ApplyRequest) -> Outcome {
    let mut fields = Fields::new();
    let door = door(&mut fields, m);
    let number = fields.text("number", &m.number, parts::NAME);
    let on = fields.date("on", m.on.as_ref());
    let workers = parts::some_parties(&mut fields, "workers", &m.workers);
    let employers = parts::some_parties(&mut fields, "employers", &m.employers);
    let claims = parts::claims(&mut fields, &m.claims);
    let knew_on = fields.date_optional("knew_on", m.knew_on.as_ref());
    let ended_on = fields.date_optional("employment_ended_on", m.employment_ended_on.as_ref());
    let parsed = (|| {
        let (case, brief) = door?;
        let apply = Apply {
            brief,
            number: number?,
            on: on?,
            workers: workers?,
            employers: employers?,
            claims: claims?,
            common_claim: m.common_claim,
            knew_on,
            employment_ended_on: ended_on,
        };
        Some(Parsed { case, command: Command::Apply(Box::new(apply)).into() })
    })();
    fields.done(parsed)
}

/// The case of an application, and what it says of the dispute.
fn door(fields: &mut Fields, m: &pb::ApplyRequest) -> Option<(CaseId, Option<Brief>)> {
    let window = m.head.as_ref().is_none_or(|head| head.name.is_empty());
    let case = if window { None } else { named(m.head.as_ref(), fields) };
    let Some(brief) = &m.brief else {
        if window {
            fields.fault("brief", "窗口登记的申请必填 (required at the window)");
        }
        return case.map(|case| (case, None));
    };
    let mut brief = brief.clone();
    if window && brief.dispute.is_empty() {
        brief.dispute = fresh().to_string();
    }
    let brief = noted(fields, "brief", brief_from("brief", &brief))?;
    let case = if window { Some(case_id(brief.dispute)) } else { case };
    case.map(|case| (case, Some(brief)))
}

/// A new code for a dispute; its text sorts by time.
fn fresh() -> DisputeId {
    DisputeId::from_bits(uuid::Uuid::now_v7().as_u128())
}

verb! { contact(ContactRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Contact(On { on }) }

verb! { forgo(ForgoRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Forgo(On { on }) }

verb! { accept(AcceptRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Accept(On { on }) }

verb! { refuse(RefuseRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    ground = fields.parse("ground", &m.ground);
} => Command::Refuse(Refuse { on, ground }) }

verb! { lapse_acceptance(LapseAcceptanceRequest) |m, fields| {} => Command::LapseAcceptance }

verb! { represent(RepresentRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    representatives = parts::some_parties(&mut fields, "representatives", &m.representatives);
} => Command::Represent(Represent { on, representatives }) }

verb! { withdraw(WithdrawRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    applicants = parts::some_parties(&mut fields, "applicants", &m.applicants);
} => Command::Withdraw(Withdraw { on, applicants, settled: m.settled }) }
