//! The review: copy, reply, hearing, conversion (行政复议法 48 to 55, 70).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::days::{decide_by, happened, in_time, last_day, passed};
use super::decide::Answer;
use super::fact::Fact;
use super::payload::{ByParty, Head, HoldHearing, Track};
use super::refusal::Refusal;
use super::state::{Review, State};

pub(super) fn name(state: &State, reviewer: &str, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx)?;
    Ok(vec![Fact::ReviewerNamed { on, reviewer: reviewer.to_owned() }])
}

/// From now on the hearing is mandatory (T-K-08).
pub(super) fn mark_major(review: &Review, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, review.accepted_on, ctx)?;
    if review.major {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::MarkedMajor { on }])
}

/// From the simplified to the ordinary procedure, whose term counts from acceptance too (T-K-07).
pub(super) fn convert(state: &State, review: &Review, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, review.accepted_on, ctx)?;
    if review.track == Track::Ordinary {
        return Err(Refusal::AlreadyDone);
    }
    in_time(on, decide_by(review, ctx)?)?;
    Ok(vec![Fact::Converted {
        on,
        accepted_on: review.accepted_on,
        stood: review.stood.clone(),
        copies_missing: review.served.len() < state.respondents().len(),
        waiting: review.waiting(),
    }])
}

pub(super) fn serve_copy(
    state: &State,
    review: &Review,
    by: ByParty,
    ctx: &Circumstances<'_>,
) -> Answer {
    let respondents = state.respondents();
    if !respondents.contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    happened(by.on, review.accepted_on, ctx)?;
    if review.served.iter().any(|copy| copy.party == by.party) {
        return Err(Refusal::AlreadyDone);
    }
    let all = review.served.len() + 1 >= respondents.len();
    Ok(vec![Fact::CopyServed { party: by.party, on: by.on, track: review.track, all }])
}

/// The copy that a respondent still has to answer.
fn due(review: &Review, party: u32) -> Result<ByParty, Refusal> {
    if !review.served.iter().any(|copy| copy.party == party) {
        return Err(Refusal::NotServed);
    }
    review.waiting().into_iter().find(|copy| copy.party == party).ok_or(Refusal::AlreadyDone)
}

pub(super) fn reply(review: &Review, by: ByParty, ctx: &Circumstances<'_>) -> Answer {
    let copy = due(review, by.party)?;
    happened(by.on, copy.on, ctx)?;
    in_time(by.on, last_day(review.track.reply_rule(), copy.on, ctx)?)?;
    Ok(vec![Fact::Replied { party: by.party, on: by.on }])
}

/// No reply in time: the act counts as without evidence and basis (行政复议法 70).
pub(super) fn lapse_reply(review: &Review, party: u32, ctx: &Circumstances<'_>) -> Answer {
    let copy = due(review, party)?;
    let last = last_day(review.track.reply_rule(), copy.on, ctx)?;
    passed(last, ctx)?;
    Ok(vec![Fact::ReplyLapsed { party, on: last }])
}

pub(super) fn hear(review: &Review, on: Date, on_paper: bool, ctx: &Circumstances<'_>) -> Answer {
    happened(on, review.accepted_on, ctx)?;
    Ok(vec![Fact::PartiesHeard { on, on_paper }])
}

/// Five working days before the hearing at the latest (T-K-08).
pub(super) fn notify(
    review: &Review,
    on: Date,
    hearing_on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, review.accepted_on, ctx)?;
    if review.track == Track::Simplified {
        return Err(Refusal::ConvertFirst);
    }
    let last = last_day("T-K-08", hearing_on, ctx)?;
    if on > last {
        return Err(Refusal::NoticeTooLate(last));
    }
    Ok(vec![Fact::HearingNotified { on, hearing_on }])
}

/// A hearing on its announced day, with its panel; the respondent's head comes, or sends staff with
/// reasons (行政复议法 50, 51).
pub(super) fn hold(
    state: &State,
    review: &Review,
    hearing: &HoldHearing,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(hearing.on, review.accepted_on, ctx)?;
    if review.hearing_on != Some(hearing.on) {
        return Err(Refusal::HearingNotNotified);
    }
    let panel = &hearing.panel;
    let mut named = panel.members.clone();
    named.extend([panel.chair.clone(), panel.recorder.clone()]);
    named.sort();
    named.dedup();
    let complete = panel.members.len() >= 2 && named.len() == panel.members.len() + 2;
    if !complete || named.iter().any(|person| person.is_empty()) {
        return Err(Refusal::PanelIncomplete);
    }
    if let Head::SentStaff { reasons } = &hearing.head
        && reasons.trim().is_empty()
    {
        return Err(Refusal::ReasonsMissing);
    }
    let suitors = state.suitors();
    if let Some(no) = hearing.absent.iter().find(|no| !suitors.contains(no)) {
        return Err(Refusal::WrongParty(*no));
    }
    Ok(vec![Fact::HearingHeld {
        on: hearing.on,
        panel: hearing.panel.clone(),
        head: hearing.head.clone(),
        absent: hearing.absent.clone(),
    }])
}
