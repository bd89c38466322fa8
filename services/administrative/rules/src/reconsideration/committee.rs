//! The reconsideration committee 行政复议委员会 (行政复议法 52, 61). In the ordinary procedure it must be asked
//! where the case is major, hard or complex, or highly professional or technical, and may be asked wherever
//! it is useful. Its opinion is recorded and is an important reference for the decision, which stays the
//! body's own. Neither article stops the term.

use jiefen_procedure::Circumstances;
use jiefen_vocab::Private;
use jiff::civil::Date;

use super::days::happened;
use super::decide::Answer;
use super::fact::Fact;
use super::payload::{ConsultGround, Track};
use super::refusal::Refusal;
use super::state::{Consultation, Review};

/// From now on the committee must be asked (行政复议法 52).
pub(super) fn mark(review: &Review, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, review.accepted_on, ctx)?;
    if review.technical {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::MarkedTechnical { on }])
}

/// A named ground must be on the file; usefulness is the office's own judgement.
pub(super) fn consult(
    review: &Review,
    ground: ConsultGround,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, review.accepted_on, ctx)?;
    if review.track == Track::Simplified {
        return Err(Refusal::ConvertFirst);
    }
    if review.consultation.as_ref().is_some_and(|asked| asked.advice.is_none()) {
        return Err(Refusal::AdvicePending);
    }
    let found = match ground {
        ConsultGround::Major => review.major,
        ConsultGround::Technical => review.technical,
        ConsultGround::OwnAct | ConsultGround::Useful => true,
    };
    if found { Ok(vec![Fact::CommitteeConsulted { ground, on }]) } else { Err(Refusal::NotMarked) }
}

pub(super) fn record(
    review: &Review,
    text: &Private<String>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let Some(Consultation { asked_on, advice: None, .. }) = &review.consultation else {
        return Err(Refusal::NotConsulted);
    };
    happened(on, *asked_on, ctx)?;
    if text.reveal().trim().is_empty() {
        return Err(Refusal::AdviceEmpty);
    }
    Ok(vec![Fact::AdviceRecorded { on, text: text.clone() }])
}

/// No decision while the committee must still be asked or its opinion is not on the file.
pub(super) fn heard(review: &Review) -> Result<(), Refusal> {
    match &review.consultation {
        Some(Consultation { advice: None, .. }) => Err(Refusal::AdvicePending),
        None if review.major || review.technical => Err(Refusal::CommitteeMissing),
        Some(_) | None => Ok(()),
    }
}
