//! The application and the conditions of its acceptance (T-F-01, T-F-02).

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::{Application, Basis, Claim, Fact, LabourItem, Refusal, State, Thing};
use crate::shared;
use jiefen_procedure::term::happened;

/// An application is received whatever its merits, but not beside pre-suit preservation (T-F-01) and
/// not without debtors and claims.
pub(super) fn apply(
    brief: &Brief,
    application: &Application,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    may_start(&present(brief, application), TrackKind::PaymentOrder)?;
    let creditor = application.creditor;
    if !shared::has_party(brief, creditor) {
        return Err(Refusal::NoSuchParty(creditor));
    }
    let numbers: BTreeSet<u32> = application.claims.iter().map(|claim| claim.no).collect();
    if numbers.is_empty() || numbers.len() != application.claims.len() {
        return Err(Refusal::ClaimsWanted);
    }
    for claim in &application.claims {
        if claim.debtors.is_empty() {
            return Err(Refusal::DebtorWanted(claim.no));
        }
        let wrong = |no: &&u32| !shared::has_party(brief, **no) || **no == creditor;
        if let Some(no) = claim.debtors.iter().find(wrong) {
            return Err(Refusal::NotDebtor(*no));
        }
    }
    Ok(vec![Fact::Applied {
        brief: Box::new(brief.clone()),
        application: Box::new(application.clone()),
        on,
    }])
}

/// The dispute as the matrix sees it at the door (I4): that the debt is due and fixed is looked at before
/// acceptance, claim by claim.
fn present(brief: &Brief, application: &Application) -> Present {
    Present::of_brief(brief).given(&[
        (true, Circumstance::MoneyDueAndFixed),
        (application.preservation, Circumstance::PreSuitPreservation),
    ])
}

pub(super) fn ask_correction(
    state: &State,
    missing: &[String],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.applied_on, ctx.today())?;
    if state.listed {
        return Err(Refusal::AskedOnce);
    }
    if missing.is_empty() || missing.iter().any(|one| one.trim().is_empty()) {
        return Err(Refusal::ListWanted);
    }
    Ok(vec![Fact::CorrectionAsked { missing: missing.to_vec(), on }])
}

/// The conditions of acceptance (民事诉讼法 225；民诉法解释 427；劳动争议调解仲裁法 16).
pub(super) fn accept(
    state: &State,
    since: Date,
    case_no: &str,
    judge: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since, ctx.today())?;
    let application = &state.application;
    if !application.competent {
        return Err(Refusal::NotCompetent);
    }
    let mut claims = application.claims.iter();
    if let Some(claim) = claims.find(|claim| claim.thing == Thing::Other) {
        return Err(Refusal::NotMoney(claim.no));
    }
    let fixed = |claim: &Claim| {
        claim.due_on < state.applied_on && claim.amount.is_some_and(|amount| amount.0 > 0)
    };
    if let Some(claim) = application.claims.iter().find(|claim| !fixed(claim)) {
        return Err(Refusal::NotDueOrFixed(claim.no));
    }
    match application.basis {
        Basis::LabourAgreement { item: LabourItem::Other } => return Err(Refusal::LabourItem),
        Basis::LabourAgreement {
            item: LabourItem::Wages | LabourItem::InjuryMedical | LabourItem::Compensation,
        }
        | Basis::LabourArrears
        | Basis::Ordinary => {}
    }
    let more = present(&state.brief, application).given(&[
        (application.counter_performance, Circumstance::CounterPerformance),
        (application.unreachable, Circumstance::DebtorUnreachable),
        (application.sued, Circumstance::SuitFiled),
    ]);
    may_start(&more, TrackKind::PaymentOrder)?;
    if case_no.trim().is_empty() || judge.trim().is_empty() {
        return Err(Refusal::NumberWanted);
    }
    Ok(vec![Fact::Accepted { case_no: case_no.to_owned(), judge: judge.to_owned(), on }])
}
