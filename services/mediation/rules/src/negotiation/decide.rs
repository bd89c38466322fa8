//! What follows from a command: first the table of stage and command, then each answer.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::tell::{ANSWER, OFFER, TALK};
use super::{Command, Ending, Fact, Mandate, Offer, OfferEnd, Refusal, Stage, State};
use crate::agreement::Draft;
use crate::neutral::{Fault, check_brief, everybody, happened, known, last_day, route_open};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return new(command, ctx) };
    match &state.stage {
        Stage::Invited => invited(state, command, ctx),
        Stage::Talking => talking(state, command, ctx),
        Stage::Proposed { offer } => proposed(state, offer, command, ctx),
        Stage::Ended { .. } => ended(command),
    }
}

/// Nothing has begun yet.
fn new(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Invite { brief, by, facts, on } => invite(brief, *by, facts, *on, ctx),
        C::Agree { .. }
        | C::Refuse { .. }
        | C::Mandate { .. }
        | C::Propose { .. }
        | C::Accept { .. }
        | C::Reject { .. }
        | C::Revoke { .. }
        | C::Extend { .. }
        | C::Leave { .. }
        | C::EndFailed { .. }
        | C::LapseInvitation
        | C::LapseOffer
        | C::Lapse => Err(Fault::NotBegun.into()),
    }
}

/// The others have not all answered the invitation.
fn invited(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Agree { party, on } => agree(state, *party, *on, ctx),
        C::Refuse { party, on } => {
            leave(state, *party, *on, ctx, |party| Ending::Declined { party })
        }
        C::Mandate { mandate } => show_mandate(state, mandate, ctx),
        C::Leave { party, on } => leave(state, *party, *on, ctx, |party| Ending::Left { party }),
        C::LapseInvitation => invitation_over(state, ctx),
        C::Invite { .. } => Err(Fault::AlreadyBegun.into()),
        C::Propose { .. }
        | C::Accept { .. }
        | C::Reject { .. }
        | C::Revoke { .. }
        | C::Extend { .. }
        | C::EndFailed { .. }
        | C::LapseOffer
        | C::Lapse => Err(Refusal::NotTalking),
    }
}

/// No proposal is on the table.
fn talking(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Mandate { mandate } => show_mandate(state, mandate, ctx),
        C::Leave { party, on } => leave(state, *party, *on, ctx, |party| Ending::Left { party }),
        C::Propose { by, draft, until, on } => propose(state, *by, draft, *until, *on, ctx),
        C::Extend { days, agreed, on } => extend(state, *days, agreed, *on, ctx),
        C::EndFailed { on } => failed(state, *on, ctx),
        C::Lapse => term_over(state, ctx),
        C::Invite { .. } => Err(Fault::AlreadyBegun.into()),
        C::Agree { .. } | C::Refuse { .. } | C::LapseInvitation => Err(Refusal::AlreadyWilling),
        C::Accept { .. } | C::Reject { .. } | C::Revoke { .. } | C::LapseOffer => {
            Err(Refusal::NoOffer)
        }
    }
}

/// A proposal is on the table.
fn proposed(
    state: &State,
    offer: &Offer,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Mandate { mandate } => show_mandate(state, mandate, ctx),
        C::Leave { party, on } => leave(state, *party, *on, ctx, |party| Ending::Left { party }),
        C::Propose { by, draft, until, on } => counter(state, offer, *by, draft, *until, *on, ctx),
        C::Accept { .. } => accept(state, offer, command, ctx),
        C::Reject { party, on } => reject(state, offer, *party, *on, ctx),
        C::Revoke { on } => revoke(offer, *on, ctx),
        C::LapseOffer => offer_over(offer, ctx),
        C::Extend { days, agreed, on } => extend(state, *days, agreed, *on, ctx),
        C::EndFailed { on } => failed(state, *on, ctx),
        C::Lapse => term_over(state, ctx),
        C::Invite { .. } => Err(Fault::AlreadyBegun.into()),
        C::Agree { .. } | C::Refuse { .. } | C::LapseInvitation => Err(Refusal::AlreadyWilling),
    }
}

/// It has ended.
fn ended(command: &Command) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Invite { .. } => Err(Fault::AlreadyBegun.into()),
        C::Agree { .. }
        | C::Refuse { .. }
        | C::Mandate { .. }
        | C::Propose { .. }
        | C::Accept { .. }
        | C::Reject { .. }
        | C::Revoke { .. }
        | C::Extend { .. }
        | C::Leave { .. }
        | C::EndFailed { .. }
        | C::LapseInvitation
        | C::LapseOffer
        | C::Lapse => Err(Fault::AlreadyEnded.into()),
    }
}

fn failed(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx)?;
    Ok(vec![end(state, Ending::Failed, on)])
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    Fact::Ended { ending, on, kind: state.brief.kind }
}

fn since(state: &State) -> Date {
    state.term.as_ref().map_or(state.begun_on, |term| term.from)
}

/// A party invites the others. Violence and crime come first (I4).
fn invite(
    brief: &Brief,
    by: u32,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx)?;
    check_brief(brief)?;
    known(brief, by)?;
    route_open(brief, TrackKind::Negotiation, facts)?;
    Ok(vec![Fact::Invited { brief: Box::new(brief.clone()), by, on }])
}

/// The talks begin when the last party is willing; late answers do not revive the invitation.
fn agree(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, state.begun_on, ctx)?;
    if state.willing.contains(&party) {
        return Err(Refusal::AlreadyWilling);
    }
    let last = last_day(ANSWER, state.begun_on, ctx)?;
    if on > last {
        return Err(Refusal::AnswerLate(last));
    }
    let mut facts = vec![Fact::Willing { party, on }];
    let all = state.brief.parties.iter();
    if all.filter(|one| one.no != party).all(|one| state.willing.contains(&one.no)) {
        last_day(TALK, on, ctx)?;
        facts.push(Fact::TalksBegun { on });
    }
    Ok(facts)
}

fn leave(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
    ending: impl Fn(u32) -> Ending,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, since(state), ctx)?;
    Ok(vec![end(state, ending(party), on)])
}

fn invitation_over(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = last_day(ANSWER, state.begun_on, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::InvitationRuns(last));
    }
    Ok(vec![end(state, Ending::NoAnswer, ctx.today())])
}

fn show_mandate(
    state: &State,
    mandate: &Mandate,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, mandate.party)?;
    happened(mandate.on, state.brief.received_on, ctx)?;
    Ok(vec![Fact::Mandated { mandate: mandate.clone() }])
}

/// The time for the talks.
fn term(state: &State) -> Result<&Term, Refusal> {
    state.term.as_ref().ok_or(Refusal::NotTalking)
}

fn talk_until(state: &State, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let term = term(state)?;
    let last = term.last_day(ctx).map_err(Fault::Limit)?;
    Ok(last.unwrap_or(term.from))
}

/// A proposal: certain, between the parties, lawful; its time for acceptance within that of the
/// talks and of the county (policy.negotiation_offer).
fn propose(
    state: &State,
    by: u32,
    draft: &Draft,
    until: Option<Date>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, by)?;
    happened(on, since(state), ctx)?;
    let talk = talk_until(state, ctx)?;
    if on > talk {
        return Err(Fault::PastTerm(talk).into());
    }
    draft.check(&state.brief, on).map_err(Fault::from)?;
    let most = last_day(OFFER, on, ctx)?.min(talk);
    if until.is_some_and(|until| until > most || until < on) {
        return Err(Refusal::OfferTime(most));
    }
    let (no, draft) = (state.offers.saturating_add(1), draft.clone());
    let accepted = BTreeSet::from([by]);
    Ok(vec![Fact::Proposed { offer: Offer { no, by, draft, until, on, accepted } }])
}

/// Another text by another party is a new offer and ends the old one (民法典 478, 488).
fn counter(
    state: &State,
    offer: &Offer,
    by: u32,
    draft: &Draft,
    until: Option<Date>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if by == offer.by {
        return Err(Refusal::OfferOpen);
    }
    happened(on, offer.on, ctx)?;
    let mut facts = vec![Fact::OfferEnded { how: OfferEnd::Countered, on }];
    facts.extend(propose(state, by, draft, until, on, ctx)?);
    Ok(facts)
}

fn offer_until(offer: &Offer, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let most = last_day(OFFER, offer.on, ctx)?;
    Ok(offer.until.map_or(most, |until| until.min(most)))
}

/// Acceptance: of the same text, in time, by one who may settle; with the last one the settlement is
/// made (民法典 479–489).
fn accept(
    state: &State,
    offer: &Offer,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Command::Accept { party, hash, by_agent, guardian, on } = command else {
        return Err(Refusal::NoOffer);
    };
    known(&state.brief, *party)?;
    happened(*on, offer.on, ctx)?;
    if offer.accepted.contains(party) {
        return Err(Refusal::AlreadyAccepted(*party));
    }
    let last = offer_until(offer, ctx)?;
    if *on > last {
        return Err(Refusal::OfferLapsed(last));
    }
    let talk = talk_until(state, ctx)?;
    if *on > talk {
        return Err(Fault::PastTerm(talk).into());
    }
    if !offer.draft.hash.eq_ignore_ascii_case(hash) {
        return Err(Refusal::TextChanged);
    }
    let mandated = |one: &Mandate| one.party == *party && one.may_settle;
    if *by_agent && !state.mandates.iter().rev().any(mandated) {
        return Err(Refusal::NoAuthority(*party));
    }
    let minor = state.brief.parties.iter().any(|one| one.no == *party && one.minor);
    if minor && !guardian {
        return Err(Fault::GuardianAbsent(*party).into());
    }
    let mut facts = vec![Fact::Accepted { party: *party, on: *on }];
    let others = state.brief.parties.iter().filter(|one| one.no != *party);
    if others.into_iter().all(|one| offer.accepted.contains(&one.no)) {
        let draft = offer.draft.clone();
        facts.push(end(state, Ending::Settled { draft }, *on));
    }
    Ok(facts)
}

fn reject(
    state: &State,
    offer: &Offer,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, offer.on, ctx)?;
    if party == offer.by {
        return Err(Refusal::OfferOpen);
    }
    Ok(vec![Fact::OfferEnded { how: OfferEnd::Rejected, on }])
}

/// An offer with a time for acceptance is irrevocable (民法典 476).
fn revoke(offer: &Offer, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, offer.on, ctx)?;
    match offer.until {
        Some(until) => Err(Refusal::OfferBinds(until)),
        None => Ok(vec![Fact::OfferEnded { how: OfferEnd::Revoked, on }]),
    }
}

/// Silence does not accept (民法典 140, 480): the offer lapses and the talks go on.
fn offer_over(offer: &Offer, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = offer_until(offer, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::OfferRuns(last));
    }
    Ok(vec![Fact::OfferEnded { how: OfferEnd::Lapsed, on: ctx.today() }])
}

fn extend(
    state: &State,
    days: u32,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let mut longer = term(state)?.clone();
    happened(on, longer.from, ctx)?;
    everybody(&state.brief, agreed)?;
    let talk = talk_until(state, ctx)?;
    if on > talk {
        return Err(Fault::PastTerm(talk).into());
    }
    if days == 0 {
        return Err(Fault::ExtensionEmpty.into());
    }
    longer.extended = longer.extended.saturating_add(days);
    longer.last_day(ctx).map_err(Fault::Limit)?;
    Ok(vec![Fact::Extended { days, on }])
}

fn term_over(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let talk = talk_until(state, ctx)?;
    if ctx.today() <= talk {
        return Err(Fault::TermRuns(talk).into());
    }
    Ok(vec![end(state, Ending::TermOver, ctx.today())])
}
