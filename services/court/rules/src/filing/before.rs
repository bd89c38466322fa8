//! From the complaint to the filing decision (T-E-01, T-E-02).

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::decide::end;
use super::{Command, Ending, Fact, MediationResult, Refusal, RefusalGround, Stage, State};
use jiefen_procedure::term::happened;

/// The court's limit for the filing decision.
pub(super) const DECISION: &str = "T-E-02";
/// The plaintiff's appeal against a refusal to file.
pub(super) const APPEAL: &str = "T-E-02.appeal";
/// How long the plaintiff has to correct the papers, unless the court set another time.
pub(super) const CORRECTION: &str = "policy.information_request";

/// A complaint is always received, against a dated receipt (T-E-01).
pub(super) fn receive(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::ReceiveComplaint { brief, plaintiff, receipt, on } = command else {
        return Err(Refusal::NotBegun);
    };
    happened(*on, brief.received_on, ctx.today())?;
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    if numbers.len() < 2 || numbers.len() != brief.parties.len() {
        return Err(Refusal::TwoPartiesNeeded);
    }
    if !numbers.contains(plaintiff) {
        return Err(Refusal::NoSuchParty(*plaintiff));
    }
    if receipt.trim().is_empty() {
        return Err(Refusal::ReceiptWanted);
    }
    Ok(vec![Fact::ComplaintReceived {
        brief: brief.clone(),
        plaintiff: *plaintiff,
        receipt: receipt.clone(),
        on: *on,
    }])
}

/// The day from which the filing decision is counted.
fn since(state: &State) -> Result<Date, Refusal> {
    match state.stage {
        Stage::Received { since } => Ok(since),
        Stage::Correcting { on, .. }
        | Stage::Refused { on, .. }
        | Stage::RefusalAppealed { on } => Ok(on),
        Stage::Delegated { .. }
        | Stage::Filed
        | Stage::FeeDue { .. }
        | Stage::Entrusted { .. }
        | Stage::OnTrial
        | Stage::StatementMade { .. }
        | Stage::Judged { .. }
        | Stage::Ended { .. } => Err(Refusal::AlreadyFiled),
    }
}

/// All that is missing is said at once, in writing (登记立案规定 7).
pub(super) fn list(
    state: &State,
    missing: &[String],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state)?, ctx.today())?;
    if state.listed {
        return Err(Refusal::ListedOnce);
    }
    if missing.iter().all(|one| one.trim().is_empty()) {
        return Err(Refusal::NothingMissing);
    }
    Ok(vec![Fact::MissingListed { missing: missing.to_vec(), on }])
}

/// The 7 days run anew from the corrected papers.
pub(super) fn corrected(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state)?, ctx.today())?;
    Ok(vec![Fact::CorrectedReceived { on }])
}

/// Not corrected in time: the papers go back and it is noted (登记立案规定 7).
pub(super) fn return_papers(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(CORRECTION, since(state)?)?;
    if ctx.today() <= last {
        return Err(Refusal::CorrectionTimeRuns(last));
    }
    Ok(vec![end(state, Ending::PapersReturned, ctx.today())])
}

/// The complaint as the matrix sees it (I4). A party's insistence opens the court's door, not the suit: that
/// is the court's to judge, in writing (登记立案规定 2、8).
fn present(state: &State) -> Present {
    Present::of_brief(&state.brief).without(Circumstance::SuitInsisted)
}

/// Filed on the spot or within 7 days; late filing is still filing. What another track excludes or precedes
/// is not filed but refused by ruling (民事诉讼法 127).
pub(super) fn file(
    state: &State,
    case_no: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state)?, ctx.today())?;
    may_start(&present(state), TrackKind::Litigation)?;
    if case_no.trim().is_empty() {
        return Err(Refusal::NumberWanted);
    }
    Ok(vec![Fact::Filed { case_no: Some(case_no.to_owned()), on, first: false }])
}

/// Seven days have passed without a decision: the case is filed first (登记立案规定 8).
pub(super) fn file_first(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(DECISION, since(state)?)?;
    if ctx.today() <= last {
        return Err(Refusal::DecisionTimeRuns(last));
    }
    Ok(vec![Fact::Filed { case_no: None, on: ctx.today(), first: true }])
}

/// A case that was filed first is given its number.
pub(super) fn number(
    state: &State,
    case_no: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if state.case_no.is_some() {
        return Err(Refusal::NumberedAlready);
    }
    if case_no.trim().is_empty() {
        return Err(Refusal::NumberWanted);
    }
    Ok(vec![Fact::NumberGiven { case_no: case_no.to_owned(), on: ctx.today() }])
}

/// Refusal is by ruling. After a failed delegated mediation the court must file (T-C-05).
pub(super) fn refuse(
    state: &State,
    ground: RefusalGround,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state)?, ctx.today())?;
    if state.mediated == Some(MediationResult::Failed) {
        return Err(Refusal::MustFile);
    }
    Ok(vec![Fact::FilingRefused { ground, on }])
}

/// The plaintiff received the ruling; from then the time for appeal runs.
pub(super) fn serve_refusal(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state)?, ctx.today())?;
    if served_on(state).is_some() {
        return Err(Refusal::ServedAlready(state.plaintiff));
    }
    Ok(vec![Fact::RefusalServed { party: state.plaintiff, on }])
}

fn served_on(state: &State) -> Option<Date> {
    if let Stage::Refused { served_on, .. } = &state.stage { *served_on } else { None }
}

/// The plaintiff appeals within 10 days of its own receipt.
pub(super) fn appeal_refusal(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(served) = served_on(state) else { return Err(Refusal::NotServed(state.plaintiff)) };
    happened(on, served, ctx.today())?;
    let last = ctx.last_day(APPEAL, served)?;
    if on > last {
        return Err(Refusal::AppealTooLate(last));
    }
    Ok(vec![Fact::RefusalAppealed { party: state.plaintiff, on }])
}

/// The upper court orders filing, or the refusal stands.
pub(super) fn ruled(
    state: &State,
    file_as: Option<&str>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state)?, ctx.today())?;
    match file_as {
        Some(case_no) => file(state, case_no, on, ctx),
        None => Ok(vec![end(state, Ending::RefusalFinal, on)]),
    }
}

/// Nobody appealed in time.
pub(super) fn refusal_final(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Some(served) = served_on(state) else { return Err(Refusal::NotServed(state.plaintiff)) };
    let last = ctx.last_day(APPEAL, served)?;
    if ctx.today() <= last {
        return Err(Refusal::AppealTimeRuns(last));
    }
    Ok(vec![end(state, Ending::RefusalFinal, ctx.today())])
}
