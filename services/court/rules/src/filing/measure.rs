//! Which procedure fits a case: small claims by amount and kind (T-E-06, T-E-07), summary procedure
//! by what keeps a case out of it.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::{Bar, Measure, Refusal, State, Track};

/// Whether small claims apply to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmallClaims {
    /// Up to half the average wage: they must (T-E-06).
    Mandatory,
    /// Up to twice the average wage: if the parties agree (T-E-07).
    ByAgreement,
    /// They do not.
    Closed,
}

/// Measures a case against the provincial average wage (民事诉讼法 165、166).
pub fn small_claims(measure: &Measure) -> SmallClaims {
    let Some(amount) = measure.amount else { return SmallClaims::Closed };
    if !measure.money_only || !measure.simple || !measure.bars.is_empty() || amount.0 <= 0 {
        return SmallClaims::Closed;
    }
    let wage = measure.wage.amount.0;
    if amount.0.saturating_mul(2) <= wage {
        SmallClaims::Mandatory
    } else if amount.0 <= wage.saturating_mul(2) {
        SmallClaims::ByAgreement
    } else {
        SmallClaims::Closed
    }
}

/// Accepts a procedure for a case.
///
/// # Errors
/// The measure is not lawful, or another procedure must be chosen.
pub(super) fn check(
    state: &State,
    track: Track,
    measure: &Measure,
    filed_on: Date,
) -> Result<(), Refusal> {
    // Until last year's figure is published, the latest published one counts (民诉法解释 272).
    let back = filed_on.year() - measure.wage.year;
    if !(1..=2).contains(&back) || measure.wage.amount.0 <= 0 {
        return Err(Refusal::WageOfOtherYear(measure.wage.year));
    }
    let found = small_claims(measure);
    match (track, found) {
        (Track::SmallClaims, SmallClaims::Mandatory) => Ok(()),
        (Track::SmallClaims, SmallClaims::ByAgreement) => everybody(state, &measure.agreed),
        (Track::SmallClaims, SmallClaims::Closed) => Err(Refusal::NoSmallClaims),
        (Track::Summary | Track::Ordinary, SmallClaims::Mandatory) => {
            Err(Refusal::SmallClaimsMandatory)
        }
        (Track::Summary, SmallClaims::ByAgreement | SmallClaims::Closed) => {
            if measure.bars.iter().any(|bar: &Bar| bar.bars_summary()) {
                return Err(Refusal::SummaryBarred);
            }
            if measure.simple { Ok(()) } else { everybody(state, &measure.agreed) }
        }
        (Track::Ordinary, SmallClaims::ByAgreement | SmallClaims::Closed) => Ok(()),
    }
}

/// Accepts a change of procedure: towards the fuller one only, before the present limit is over
/// (T-E-10).
pub(super) fn check_change(
    state: &State,
    from: Track,
    to: Track,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    match (from, to) {
        (Track::SmallClaims, Track::Summary | Track::Ordinary)
        | (Track::Summary, Track::Ordinary) => {}
        (Track::SmallClaims, Track::SmallClaims)
        | (Track::Summary, Track::SmallClaims | Track::Summary)
        | (Track::Ordinary, Track::SmallClaims | Track::Summary | Track::Ordinary) => {
            return Err(Refusal::NoChangeBack);
        }
    }
    let running = state.trial.as_ref().ok_or(Refusal::NotFiled)?;
    match running.last_day(ctx)? {
        Some(last) if on > last => Err(Refusal::LimitPast(last)),
        Some(_) | None => Ok(()),
    }
}

/// Accepts a party of the case.
pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    let found = state.brief.parties.iter().any(|one| one.no == party);
    if found { Ok(()) } else { Err(Refusal::NoSuchParty(party)) }
}

/// Every party is among those named.
pub(super) fn everybody(state: &State, named: &[u32]) -> Result<(), Refusal> {
    for party in named {
        known(state, *party)?;
    }
    match state.brief.parties.iter().find(|party| !named.contains(&party.no)) {
        Some(party) => Err(Refusal::NotAgreed(party.no)),
        None => Ok(()),
    }
}
