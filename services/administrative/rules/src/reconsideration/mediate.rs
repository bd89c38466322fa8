//! Mediation within the review (行政复议法 5, 39(6), 73; T-K-06, T-K-10).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::days::happened;
use super::decide::Answer;
use super::fact::Fact;
use super::outcome::duty_fits;
use super::pause::may_stop;
use super::payload::{ByParty, Duty};
use super::refusal::Refusal;
use super::state::{Review, State, Statement};

/// Applicants and respondents all agree; the review is suspended (I5).
pub(super) fn begin(
    state: &State,
    review: &Review,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let sides = state.applicants.iter().copied().chain(state.respondents());
    if let Some(no) = sides.into_iter().find(|no| !agreed.contains(no)) {
        return Err(Refusal::NotAgreed(no));
    }
    may_stop(review, on, ctx)?;
    Ok(vec![Fact::MediationBegun { on }])
}

pub(super) fn make(
    state: &State,
    statement: Option<&Statement>,
    since: Date,
    duty: Option<Duty>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, since, ctx)?;
    if statement.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    duty_fits(state, duty, on)?;
    Ok(vec![Fact::StatementMade { on, duty }])
}

pub(super) fn sign(
    state: &State,
    statement: Option<&Statement>,
    by: ByParty,
    ctx: &Circumstances<'_>,
) -> Answer {
    let statement = statement.ok_or(Refusal::NoStatement)?;
    happened(by.on, statement.made_on, ctx)?;
    if !state.parties().contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    if statement.signed.contains(&by.party) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::StatementSigned { party: by.party, on: by.on }])
}

/// Signed by every party and sealed by the body, the statement has legal force (T-K-10).
pub(super) fn seal(
    state: &State,
    statement: Option<&Statement>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let statement = statement.ok_or(Refusal::NoStatement)?;
    happened(on, statement.made_on, ctx)?;
    if let Some(no) = state.parties().iter().find(|no| !statement.signed.contains(no)) {
        return Err(Refusal::SignatureMissing(*no));
    }
    let (parties, duty) = (state.everybody(), statement.duty);
    Ok(vec![Fact::StatementInForce { on, parties, duty }])
}

/// Anybody's withdrawn consent ends it the same day, and so does failure; the review goes on.
pub(super) fn end(
    state: &State,
    since: Date,
    party: Option<u32>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, since, ctx)?;
    if let Some(no) = party.filter(|no| !state.parties().contains(no)) {
        return Err(Refusal::WrongParty(no));
    }
    Ok(vec![Fact::MediationEnded { on, party }])
}
