//! What follows from a command.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_vocab::{Role, TrackKind};
use jiff::civil::Date;

use super::{
    Command, Competence, Ending, Fact, ObjectionOutcome, Objector, Receipt, Refusal, Stage, State,
    Subject, table,
};
use jiefen_procedure::term::{Term, happened};

/// How long the parties have to correct the papers.
pub(super) const CORRECTION: &str = "policy.information_request";
/// The limit of the ruling.
pub(super) const RULING: &str = "T-D-04";
/// Each party's time for objection.
pub(super) const OBJECTION: &str = "T-D-08";
/// A third person's time for objection; never stopped, never extended.
pub(super) const THIRD: &str = "T-D-09";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else { return apply(command, ctx) };
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::AskCorrection { missing, on } => ask(state, missing, *on, ctx),
        Command::ReceiveCorrected { on } => {
            happened(*on, since(state), ctx.today())?;
            Ok(vec![Fact::CorrectedReceived { on: *on }])
        }
        Command::LapseCorrection => lapse_correction(state, ctx),
        Command::Accept { case_no, judge, on } => accept(state, case_no, judge, *on, ctx),
        Command::Decline { ground, on } => {
            stop(state, Ending::NotAccepted { ground: *ground }, *on, ctx)
        }
        Command::ExtendRuling { days, on } => extend(state, *days, *on, ctx),
        Command::Confirm { on } => confirm(state, *on, ctx),
        Command::Reject { ground, on } => {
            stop(state, Ending::Rejected { ground: *ground }, *on, ctx)
        }
        Command::Withdraw { party, on } => {
            known(state, *party)?;
            stop(state, Ending::Withdrawn { deemed: false }, *on, ctx)
        }
        Command::ServeRuling { party, on } => serve(state, *party, *on, ctx),
        Command::Object { by, on } => object(state, *by, *on, ctx),
        Command::DecideObjection { outcome, on } => decide_objection(state, *outcome, *on, ctx),
        Command::ObjectionTimePassed { party } => time_passed(state, *party, ctx),
        Command::ApplyEnforcement { party, on } => enforce(state, *party, *on, ctx),
        Command::RecordPerformance { on } => {
            happened(*on, state.agreement.effective_on, ctx.today())?;
            Ok(vec![end(state, Ending::Performed, *on)])
        }
        Command::EnforcementTimePassed => {
            let last = ctx.last_day("T-D-10", state.agreement.last_due())?;
            if ctx.today() <= last {
                return Err(Refusal::EnforcementTimeRuns(last));
            }
            Ok(vec![end(state, Ending::TimePassed, ctx.today())])
        }
    }
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    let parties = state.brief.parties.iter().map(|party| party.no).collect();
    Fact::Ended { ending, on, parties }
}

/// Jointly and within 30 days, the last day included; a single party is turned away (T-D-01).
fn apply(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::Apply { brief, agreement, applicants, competence, on } = command else {
        return Err(Refusal::NotBegun);
    };
    happened(*on, agreement.effective_on, ctx.today())?;
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    if numbers.len() < 2 || numbers.len() != brief.parties.len() {
        return Err(Refusal::TwoPartiesNeeded);
    }
    if let Some(stranger) = applicants.iter().find(|no| !numbers.contains(no)) {
        return Err(Refusal::NoSuchParty(*stranger));
    }
    if let Some(absent) = numbers.iter().find(|no| !applicants.contains(no)) {
        return Err(Refusal::NotJoint(*absent));
    }
    let last = ctx.last_day("T-D-01", agreement.effective_on)?;
    if *on > last {
        return Err(Refusal::TooLate(last));
    }
    Ok(vec![Fact::Applied {
        brief: brief.clone(),
        agreement: agreement.clone(),
        applicants: applicants.clone(),
        competence: *competence,
        on: *on,
    }])
}

/// The day from which the present step is counted.
fn since(state: &State) -> Date {
    match &state.stage {
        Stage::Applied { since } => *since,
        Stage::Correcting { on, .. } | Stage::Ended { on, .. } => *on,
        Stage::Objected { objection, .. } => objection.on,
        Stage::Examined => state.ruling.as_ref().map_or(state.applied_on, |term| term.from),
        Stage::Confirmed { .. } | Stage::Effective { .. } => {
            state.ruled_on.unwrap_or(state.applied_on)
        }
    }
}

fn known(state: &State, party: u32) -> Result<(), Refusal> {
    let found = state.brief.parties.iter().any(|one| one.no == party);
    if found { Ok(()) } else { Err(Refusal::NoSuchParty(party)) }
}

fn stop(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    Ok(vec![end(state, ending, on)])
}

fn ask(
    state: &State,
    missing: &[String],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    if state.asked || missing.iter().all(|one| one.trim().is_empty()) {
        return Err(Refusal::AskedOnce);
    }
    Ok(vec![Fact::CorrectionAsked { missing: missing.to_vec(), on }])
}

/// Not corrected in time: treated as withdrawn (民诉法解释 357).
fn lapse_correction(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(CORRECTION, since(state))?;
    if ctx.today() <= last {
        return Err(Refusal::CorrectionTimeRuns(last));
    }
    Ok(vec![end(state, Ending::Withdrawn { deemed: true }, ctx.today())])
}

/// Accepted by a competent court and not where the law closes the procedure (T-D-02, T-D-06).
fn accept(
    state: &State,
    case_no: &str,
    judge: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    if state.competence == Competence::None {
        return Err(Refusal::NotCompetent);
    }
    may_start(&present(state), TrackKind::JudicialConfirmation)?;
    if case_no.trim().is_empty() || judge.trim().is_empty() {
        return Err(Refusal::NumberWanted);
    }
    Ok(vec![Fact::Accepted { case_no: case_no.to_owned(), judge: judge.to_owned(), on }])
}

/// The agreement as the matrix sees it (I4; T-D-06, T-H-04).
fn present(state: &State) -> Present {
    let about = |subject| state.agreement.subjects.contains(&subject);
    let payment = state.agreement.subjects.iter().all(|subject| *subject == Subject::Money);
    Present::of_brief(&state.brief).given(&[
        (true, Circumstance::AgreementInForce),
        (payment, Circumstance::PaymentAgreementByCommittee),
        (about(Subject::Status) || about(Subject::Parentage), Circumstance::Status),
        (about(Subject::Title), Circumstance::Title),
        (about(Subject::IpOwnership), Circumstance::IpOwnership),
        (about(Subject::OtherProcedure), Circumstance::SpecialProcedure),
    ])
}

/// Special procedure ends in 30 days; the president may extend (民事诉讼法 187).
fn extend(
    state: &State,
    days: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(term) = &state.ruling else { return Err(Refusal::NotAccepted) };
    happened(on, term.from, ctx.today())?;
    if ctx.actor.role != Role::CourtPresident {
        return Err(Refusal::PresidentOnly);
    }
    if days == 0 {
        return Err(Refusal::ExtensionEmpty);
    }
    if let Some(last) = term.last_day(ctx)?
        && on > last
    {
        return Err(Refusal::RulingOverdue(last));
    }
    let longer = Term { extended: term.extended.saturating_add(days), ..term.clone() };
    longer.last_day(ctx)?;
    Ok(vec![Fact::RulingExtended { days, on }])
}

/// The ruling makes the agreement enforceable; the time for enforcement runs from the last
/// instalment (T-D-10).
fn confirm(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    Ok(vec![Fact::Confirmed { on, last_due: state.agreement.last_due() }])
}

/// Receipts and passed times of a ruling that may still be objected to.
fn served(state: &State) -> (&[Receipt], &[u32]) {
    match &state.stage {
        Stage::Confirmed { received, passed } | Stage::Objected { received, passed, .. } => {
            (received, passed)
        }
        Stage::Effective { received } => (received, &[]),
        Stage::Applied { .. }
        | Stage::Correcting { .. }
        | Stage::Examined
        | Stage::Ended { .. } => (&[], &[]),
    }
}

fn receipt(state: &State, party: u32) -> Option<Date> {
    let (received, _) = served(state);
    received.iter().find(|receipt| receipt.party == party).map(|receipt| receipt.on)
}

/// Each party's own receipt starts its own 15 days (T-D-08).
fn serve(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.ruled_on.unwrap_or(state.applied_on), ctx.today())?;
    if receipt(state, party).is_some() {
        return Err(Refusal::ServedAlready(party));
    }
    let (received, _) = served(state);
    let last = received.len().saturating_add(1) == state.brief.parties.len();
    Ok(vec![Fact::RulingServed { party, on, last }])
}

/// A party within 15 days of its receipt; a third person within 6 months of its knowledge, which
/// nothing extends (T-D-08, T-D-09).
fn object(
    state: &State,
    by: Objector,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (rule, from) = match by {
        Objector::Party { no } => {
            known(state, no)?;
            (OBJECTION, receipt(state, no).ok_or(Refusal::NotServed(no))?)
        }
        Objector::Third { knew_on } => (THIRD, knew_on),
    };
    happened(on, from, ctx.today())?;
    happened(on, state.ruled_on.unwrap_or(state.applied_on), ctx.today())?;
    let last = ctx.last_day(rule, from)?;
    if on > last {
        return Err(Refusal::ObjectionTooLate(last));
    }
    Ok(vec![Fact::Objected { by, on }])
}

fn decide_objection(
    state: &State,
    outcome: ObjectionOutcome,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    Ok(vec![match outcome {
        ObjectionOutcome::Rejected => Fact::ObjectionRejected { on },
        ObjectionOutcome::RevokedInPart => end(state, Ending::Revoked { whole: false }, on),
        ObjectionOutcome::Revoked => end(state, Ending::Revoked { whole: true }, on),
    }])
}

fn time_passed(state: &State, party: u32, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    let Some(from) = receipt(state, party) else { return Err(Refusal::NotServed(party)) };
    let last = ctx.last_day(OBJECTION, from)?;
    let (_, passed) = served(state);
    if ctx.today() <= last {
        return Err(Refusal::ObjectionTimeRuns(last));
    }
    if passed.contains(&party) {
        return Err(Refusal::ObjectionTooLate(last));
    }
    let last = passed.len().saturating_add(1) == state.brief.parties.len();
    Ok(vec![Fact::ObjectionTimePassed { party, on: ctx.today(), last }])
}

/// A party asks for enforcement once something is overdue, and within the window (T-D-10). The
/// court does not raise the window of its own motion.
fn enforce(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    let Some(from) = receipt(state, party) else { return Err(Refusal::NotServed(party)) };
    happened(on, from, ctx.today())?;
    let first = state.agreement.due.iter().min().copied().unwrap_or(state.agreement.effective_on);
    if on <= first {
        return Err(Refusal::NothingOverdue(first));
    }
    Ok(vec![end(state, Ending::Enforcement { party }, on)])
}
