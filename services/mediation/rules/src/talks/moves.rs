//! What follows from a step within the talks.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::happened;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::{Moved, Step, Talks, rows};
use crate::people_mediation::Signature;
use crate::refuse::{no, no_with};
use crate::session::{Planned, Sitting};
use crate::text::{self, known};
use jiefen_procedure::words::Refusal;

/// A mediation on a route may begin: two sides, nothing in the matrix of tracks against it (I4), safety
/// first.
pub(crate) fn begin(
    brief: &Brief,
    route: TrackKind,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    if numbers.len() < 2 || numbers.len() != brief.parties.len() {
        return no(rows::TWO_PARTIES_NEEDED);
    }
    let present = Present::of_brief(brief).and(facts.iter().copied());
    Ok(may_start(&present, route)?)
}

/// A mediator may be put in charge and the talks begin: everybody consents (I5).
pub(crate) fn ready(
    talks: &Talks,
    mediator: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    happened(on, talks.since, ctx.today())?;
    if let Some(party) = talks.without_consent() {
        return no_with(rows::CONSENT_MISSING, party);
    }
    named(mediator)
}

fn named(mediator: &str) -> Result<(), Refusal> {
    if mediator.trim().is_empty() { no(rows::MEDIATOR_WANTED) } else { Ok(()) }
}

/// The day on which the talks end is not before they began.
pub(crate) fn may_end(talks: &Talks, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let since = talks.sessions.last().map_or(talks.since, |held| held.on);
    Ok(happened(on, since, ctx.today())?)
}

/// A party withdraws today. The others go on if both sides are still there; else the second word is
/// true and the mediation ends (I5).
pub(crate) fn withdraw(
    talks: &Talks,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<(Vec<Moved>, bool), Refusal> {
    known(&talks.parties(), party)?;
    let on = ctx.today();
    let mut moved = vec![Moved::ConsentWithdrawn { party, on, how: how.to_owned() }];
    if talks.go_on_without(party) {
        moved.push(Moved::Left { party, on, kind: talks.brief.kind });
        return Ok((moved, false));
    }
    Ok((moved, true))
}

/// The term is over.
pub(crate) fn lapsed(talks: &Talks, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let Some(term) = &talks.term else { return Ok(()) };
    match term.last_day(ctx)? {
        Some(last) if ctx.today() <= last => no_with(rows::TERM_RUNS, last),
        Some(_) | None => Ok(()),
    }
}

fn within(talks: &Talks, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let Some(term) = &talks.term else { return Ok(()) };
    match term.last_day(ctx)? {
        Some(last) if on > last => no_with(rows::PAST_TERM, last),
        Some(_) | None => Ok(()),
    }
}

/// The facts of a step. `mediated`: the agreement needs the mediator's signature and a seal.
pub(crate) fn decide(
    talks: &Talks,
    step: &Step,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Moved>, Refusal> {
    match (step, &talks.text) {
        (Step::GiveConsent { party, on, how }, _) => consent(talks, *party, *on, how, ctx),
        (Step::PutText { draft, on }, _) => {
            may_agree(talks, *on, ctx)?;
            text::check(draft, &talks.brief, &talks.left, *on)?;
            Ok(vec![Moved::TextPut { draft: draft.clone(), on: *on }])
        }
        (
            Step::ChooseMediator { .. }
            | Step::ScheduleSession { .. }
            | Step::HoldSession { .. }
            | Step::Extend { .. },
            Some(_),
        ) => no(rows::TEXT_PENDING),
        (Step::DropText { .. } | Step::ConfirmText { .. } | Step::Sign { .. }, None) => {
            no(rows::NO_TEXT)
        }
        (Step::ChooseMediator { mediator, on }, None) => {
            happened(*on, talks.since, ctx.today())?;
            named(mediator)?;
            Ok(vec![Moved::MediatorChosen { mediator: mediator.clone(), on: *on }])
        }
        (Step::ScheduleSession { on, place, mode }, None) => {
            if *on < ctx.today() {
                return no_with(rows::SESSION_IN_PAST, on);
            }
            within(talks, *on, ctx)?;
            let session =
                Planned { no: next_no(talks), on: *on, place: place.clone(), mode: *mode };
            Ok(vec![Moved::SessionScheduled { session }])
        }
        (Step::HoldSession { session }, None) => hold(talks, session, ctx),
        (Step::Extend { units, agreed, on }, None) => extend(talks, *units, agreed, *on, ctx),
        (Step::DropText { on }, Some(_)) => {
            may_end(talks, *on, ctx)?;
            Ok(vec![Moved::TextDropped { on: *on }])
        }
        (Step::ConfirmText { party, hash, on }, Some(text)) => {
            may_agree(talks, *on, ctx)?;
            text.confirm(&talks.parties(), *party, hash)?;
            Ok(vec![Moved::TextConfirmed { party: *party, on: *on }])
        }
        (Step::Sign { signer, agent, on }, Some(text)) => {
            may_agree(talks, *on, ctx)?;
            let done = text.sign(&talks.parties(), true, *signer, agent.as_deref(), *on)?;
            let signature = Signature { signer: *signer, on: *on };
            let mut moved = vec![Moved::TextSigned { signature, agent: agent.clone() }];
            if let Some(effective_on) = done {
                moved.push(Moved::InForce { draft: text.draft.clone(), effective_on });
            }
            Ok(moved)
        }
    }
}

fn may_agree(talks: &Talks, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    may_end(talks, on, ctx)?;
    match talks.without_consent() {
        Some(party) => no_with(rows::CONSENT_MISSING, party),
        None => Ok(()),
    }
}

fn consent(
    talks: &Talks,
    party: u32,
    on: Date,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Moved>, Refusal> {
    known(&talks.parties(), party)?;
    happened(on, talks.since, ctx.today())?;
    let last = talks.consents.iter().rev().find(|one| one.party == party);
    if last.is_some_and(|one| one.given) {
        return no_with(rows::ALREADY_CONSENTED, party);
    }
    Ok(vec![Moved::ConsentGiven { party, on, how: how.to_owned() }])
}

fn next_no(talks: &Talks) -> u32 {
    talks.sessions.last().map_or(0, |held| held.no).saturating_add(1)
}

/// A session is held only with live consent (I5) and with the guardians of minors.
fn hold(talks: &Talks, session: &Sitting, ctx: &Circumstances<'_>) -> Result<Vec<Moved>, Refusal> {
    may_agree(talks, session.on, ctx)?;
    within(talks, session.on, ctx)?;
    if session.present.is_empty() {
        return no(rows::NOBODY_PRESENT);
    }
    let parties = talks.parties();
    session.present.iter().try_for_each(|party| known(&parties, *party))?;
    let alone = talks.brief.parties.iter().find(|party| {
        party.minor && session.present.contains(&party.no) && !session.guardians.contains(&party.no)
    });
    match alone {
        Some(party) => no_with(rows::GUARDIAN_ABSENT, party.no),
        None => Ok(vec![Moved::SessionHeld { session: session.numbered(next_no(talks)) }]),
    }
}

/// All who take part extend the term before it is over, within the cap of its rule.
fn extend(
    talks: &Talks,
    units: u32,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Moved>, Refusal> {
    may_end(talks, on, ctx)?;
    within(talks, on, ctx)?;
    if let Some(party) = talks.parties().into_iter().find(|no| !agreed.contains(no)) {
        return no_with(rows::NOT_AGREED, party);
    }
    if units == 0 {
        return no(rows::EXTENSION_EMPTY);
    }
    if let Some(term) = &talks.term {
        let mut longer = term.clone();
        longer.extended = longer.extended.saturating_add(units);
        if let Err(refused) = longer.last_day(ctx) {
            return no_with(rows::EXTENSION_TOO_LONG, refused.zh);
        }
    }
    Ok(vec![Moved::TermExtended { units, on }])
}
