//! What follows once an agreement is in force: windows, greater force, performance and breach
//! (人民调解法 31–33).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::decide::end;
use super::{Ending, Fact, Refusal, State};
use crate::agreement::{Agreement, Force, Obligation, Through, Window};
use jiefen_procedure::term::happened;

fn agreement(state: &State) -> Result<&Agreement, Refusal> {
    state.agreement().ok_or(Refusal::NoAgreement)
}

/// The parties apply jointly within a window; the last day is still in time (T-B-06, T-H-02,
/// T-H-04).
pub(super) fn applied(
    state: &State,
    window: Window,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    happened(on, agreement.effective_on, ctx.today())?;
    if !agreement.windows.contains(&window) {
        return Err(Refusal::WindowNotOpen(window));
    }
    let last = ctx.last_day(window.rule(), agreement.effective_on)?;
    if on > last {
        return Err(Refusal::WindowPast(last));
    }
    Ok(vec![Fact::ApplicationNoted { window, on }])
}

/// The agreement was confirmed, notarised or made an arbitral statement.
pub(super) fn force(
    state: &State,
    force: Force,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    happened(on, agreement.effective_on, ctx.today())?;
    if force <= agreement.force {
        return Err(Refusal::ForceNotGreater);
    }
    Ok(vec![Fact::ForceRaised { force, on }])
}

fn outstanding(agreement: &Agreement, no: u32) -> Result<&Obligation, Refusal> {
    let Some(owed) = agreement.obligation(no) else { return Err(Refusal::NoSuchObligation(no)) };
    if agreement.outstanding().contains(&no) {
        return Ok(owed);
    }
    Err(Refusal::AlreadyPerformed(no))
}

/// An obligation was performed, with proof; with the last one the mediation is over (人民调解法 31).
pub(super) fn performed(
    state: &State,
    no: u32,
    on: Date,
    through: Through,
    proof: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    outstanding(agreement, no)?;
    happened(on, agreement.effective_on, ctx.today())?;
    if proof.trim().is_empty() {
        return Err(Refusal::ProofWanted);
    }
    let mut facts = vec![Fact::ObligationPerformed { no, on, through, proof: proof.to_owned() }];
    if agreement.outstanding() == [no] {
        facts.push(Fact::Ended {
            ending: Ending::Performed,
            on,
            open: Vec::new(),
            kind: state.brief.kind,
            track: Some(state.brief.track),
        });
    }
    Ok(facts)
}

/// An obligation is broken when its last day has passed, or when the obligor says it will not
/// perform.
pub(super) fn broken(
    state: &State,
    no: u32,
    on: Date,
    declared: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    let owed = outstanding(agreement, no)?;
    happened(on, agreement.effective_on, ctx.today())?;
    if agreement.broken.contains(&no) {
        return Err(Refusal::AlreadyBroken(no));
    }
    if !declared && on <= owed.due {
        return Err(Refusal::NotYetDue(owed.due));
    }
    Ok(vec![Fact::ObligationBroken { no, on, declared, force: agreement.force }])
}

/// The follow-up of a broken agreement ends; what is still owed stays owed.
pub(super) fn unperformed(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, agreement(state)?.effective_on, ctx.today())?;
    Ok(vec![end(state, Ending::Unperformed, on)])
}
