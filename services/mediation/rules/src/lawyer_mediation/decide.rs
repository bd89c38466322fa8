//! What follows from a command: first the table of stage and command, then each answer.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Private, Role, TrackKind};
use jiff::civil::Date;

use super::tell::{ANSWER, TAKE, TERM};
use super::{Command, Ending, Fact, Host, Refusal, Share, Stage, State, Way};
use crate::agreement::{Draft, Subject, Window};
use crate::neutral::{
    Act, Bargain, Candidate, Course, Event, Fault, Interest, check_brief, happened, known,
    last_day, route_open,
};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return new(command, ctx) };
    match &state.stage {
        Stage::Asking | Stage::Waiting => before(state, command, ctx),
        Stage::Mediating => mediating(state, command, ctx),
        Stage::Agreed { bargain } => agreed(state, bargain, command, ctx),
        Stage::Ended { .. } => ended(command),
    }
}

/// Nothing has begun yet.
fn new(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { brief, host, facts, on } => open(brief, *host, facts, *on, ctx),
        C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::Take { .. }
        | C::Text(_)
        | C::SetFee { .. }
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::NoteOrder { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Course(_)
        | C::Lapse => Err(Fault::NotBegun.into()),
    }
}

/// Consent is wanted, or a lawyer is to take it.
fn before(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::GiveConsent { party, how, on } => consent(state, *party, how, *on, ctx),
        C::RefuseConsent { party, on } => refuse(state, *party, *on, ctx),
        C::Take { lawyer, host, on } => take(state, lawyer, *host, *on, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::EndSham { on } => sham(state, *on, ctx),
        C::Lapse if state.course.without_consent().is_some() => no_answer(state, ctx),
        C::Lapse => nobody_took(state, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::SetFee { .. } | C::Course(_) | C::Text(_) | C::Agree { .. } | C::EndFailed { .. } => {
            Err(Fault::NotMediating.into())
        }
        C::NoteApplication { .. } | C::NoteOrder { .. } | C::CloseWindow { .. } => {
            Err(Fault::NoAgreement.into())
        }
    }
}

/// Mediation goes on.
fn mediating(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::SetFee { shares, sole_agreed, on } => set_fee(state, shares, *sole_agreed, *on, ctx),
        C::Course(Act::BeginAppraisal { .. } | Act::EndAppraisal { .. }) => {
            Err(Refusal::NoStandstill)
        }
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::Course(Act::Replace { mediator, on }) => fit(mediator).and_then(|()| {
            course(state, &Act::Replace { mediator: mediator.clone(), on: *on }, ctx)
        }),
        C::Course(act) => course(state, act, ctx),
        C::Text(step) => {
            let events = state.course.word_it(step, ctx)?;
            Ok(events.into_iter().map(|event| Fact::Course { event }).collect())
        }
        C::Agree { draft, signed, by_lawyer, sealed, on } => {
            agree(state, draft, signed, *by_lawyer && *sealed, *on, ctx)
        }
        C::EndFailed { on, undisputed, facts_agreed } => {
            failed(state, *on, undisputed.as_ref(), facts_agreed, ctx)
        }
        C::EndSham { on } => sham(state, *on, ctx),
        C::Lapse => term_over(state, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::GiveConsent { .. } | C::RefuseConsent { .. } => Err(Refusal::AlreadyWilling),
        C::Take { .. } => Err(Refusal::AlreadyTaken),
        C::NoteApplication { .. } | C::NoteOrder { .. } | C::CloseWindow { .. } => {
            Err(Fault::NoAgreement.into())
        }
    }
}

/// An agreement stands; its ways on are open.
fn agreed(
    state: &State,
    bargain: &Bargain,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::NoteApplication { window, on } => apply(state, bargain, *window, *on, ctx),
        C::NoteOrder { no, on } => order(state, bargain, *no, *on, ctx),
        C::CloseWindow { window } => close(state, bargain, *window, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::Take { .. }
        | C::SetFee { .. }
        | C::Course(_)
        | C::Text(_)
        | C::Agree { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse => Err(Fault::AgreementBinds.into()),
    }
}

/// It has ended.
fn ended(command: &Command) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::Take { .. }
        | C::SetFee { .. }
        | C::Text(_)
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::NoteOrder { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Course(_)
        | C::Lapse => Err(Fault::AlreadyEnded.into()),
    }
}

/// A party withdraws its consent; it ends the same day (I5).
fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let mut facts = course(state, &Act::WithdrawConsent { party, how: how.to_owned() }, ctx)?;
    facts.push(end(state, Ending::ConsentWithdrawn { party }, ctx.today()));
    Ok(facts)
}

/// Mediation stops at once (T-C-14).
fn sham(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    Ok(vec![end(state, Ending::Sham, on)])
}

/// Only facts that no party disputes may be recorded (T-C-12).
fn failed(
    state: &State,
    on: Date,
    undisputed: Option<&Private<String>>,
    agreed: &[u32],
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    let events = state.course.record_undisputed(undisputed, agreed, on)?;
    Ok(with(events, end(state, Ending::Failed, on)))
}

fn term_over(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    state.course.over(ctx)?;
    Ok(vec![end(state, Ending::TermOver, ctx.today())])
}

fn nobody_took(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = last_day(TAKE, state.course.begun_on, ctx)?;
    if ctx.today() <= last {
        return Err(Fault::TermRuns(last).into());
    }
    Ok(vec![end(state, Ending::NobodyTook, ctx.today())])
}

fn apply(
    state: &State,
    bargain: &Bargain,
    window: Window,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.apply(window, on, ctx)?;
    Ok(vec![goes_on(state, bargain, Way::Confirmation, on)])
}

fn close(
    state: &State,
    bargain: &Bargain,
    window: Window,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.close(window, ctx)?;
    let mut left = bargain.clone();
    left.windows.retain(|open| *open != window);
    let on = ctx.today();
    Ok(vec![Fact::WindowClosed { window, on }, goes_on(state, &left, Way::Contract, on)])
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    let (kind, track) = (state.course.brief.kind, state.course.brief.track);
    Fact::Ended { ending, on, kind, track }
}

fn goes_on(state: &State, bargain: &Bargain, way: Way, on: Date) -> Fact {
    end(state, Ending::Agreement { bargain: bargain.clone(), way }, on)
}

fn course(state: &State, act: &Act, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let events = state.course.act(act, ctx)?;
    Ok(events.into_iter().map(|event| Fact::Course { event }).collect())
}

fn with(events: Vec<Event>, last: Fact) -> Vec<Fact> {
    events.into_iter().map(|event| Fact::Course { event }).chain([last]).collect()
}

/// Civil and commercial disputes with every party's consent; marriage and other status, and what is
/// no civil dispute, are out (律师调解意见 7).
fn open(
    brief: &Brief,
    host: Option<Host>,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx)?;
    check_brief(brief)?;
    route_open(brief, TrackKind::LawyerMediation, facts)?;
    // A dispute that was handed over waits here for the words of both sides.
    let handed = ctx.actor.role == Role::System;
    let silent = Course::new(brief, on).without_consent();
    if let Some(party) = silent.filter(|_| !handed) {
        return Err(Fault::ConsentMissing(party).into());
    }
    let opened = Fact::Opened { brief: Box::new(brief.clone()), host, handed, on };
    Ok(match silent {
        Some(_) => vec![opened],
        None => vec![opened, Fact::AllConsent { on }],
    })
}

/// A party consents; with the last one a lawyer is wanted.
fn consent(
    state: &State,
    party: u32,
    how: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.course.brief, party)?;
    happened(on, state.course.begun_on, ctx)?;
    if state.stage == Stage::Waiting {
        return Err(Refusal::AlreadyWilling);
    }
    let mut after = state.course.clone();
    after.consents.push(after.word(party, true, on, how));
    let consented = Fact::Consented { party, how: how.to_owned(), on };
    Ok(match after.without_consent() {
        Some(_) => vec![consented],
        None => vec![consented, Fact::AllConsent { on }],
    })
}

fn refuse(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.course.brief, party)?;
    happened(on, state.course.since(), ctx)?;
    Ok(vec![end(state, Ending::Refused { party }, on)])
}

/// Silence is no consent.
fn no_answer(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = last_day(ANSWER, state.course.begun_on, ctx)?;
    if ctx.today() <= last {
        return Err(Fault::TermRuns(last).into());
    }
    Ok(vec![end(state, Ending::NoAnswer, ctx.today())])
}

/// A lawyer of the roster, checked for conflicts. Who acts or acted for a party cannot be neutral,
/// whatever the parties say (律师法 39); other interests they may waive (律师调解意见 12).
fn fit(lawyer: &Candidate) -> Result<(), Refusal> {
    if !lawyer.on_roster || !lawyer.trained {
        return Err(Refusal::NotOnRoster);
    }
    if !lawyer.checked {
        return Err(Refusal::ConflictUnchecked);
    }
    match lawyer.interest {
        Some(Interest::Agent) => Err(Refusal::ActsForParty),
        Some(Interest::Relative | Interest::Stake | Interest::Employee | Interest::Other)
        | None => Ok(()),
    }
}

fn take(
    state: &State,
    lawyer: &Candidate,
    host: Option<Host>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if let Some(party) = state.course.without_consent() {
        return Err(Fault::ConsentMissing(party).into());
    }
    let events = state.course.name(lawyer, on, ctx)?;
    fit(lawyer)?;
    if host.or(state.host).is_none() {
        return Err(Refusal::HostUnknown);
    }
    last_day(TERM, on, ctx)?;
    let mut facts = with(events, Fact::Taken { host, on });
    facts.push(Fact::Course { event: Event::TermBegun { rule: TERM.to_owned(), on } });
    Ok(facts)
}

/// Only a law firm's studio may charge, at a low price, shared by the parties unless one has agreed
/// to bear all; before the agreement, so that nobody pays for a result (律师调解意见 13).
fn set_fee(
    state: &State,
    shares: &[Share],
    sole_agreed: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    if state.host != Some(Host::LawFirm) {
        return Err(Refusal::NoFee);
    }
    if !state.fee.is_empty() {
        return Err(Refusal::FeeSet);
    }
    for share in shares {
        known(&state.course.brief, share.party)?;
    }
    let payers: BTreeSet<u32> = shares.iter().map(|share| share.party).collect();
    let positive = shares.iter().all(|share| share.amount.0 > 0);
    if payers.is_empty() || payers.len() != shares.len() || !positive {
        return Err(Refusal::FeeEmpty);
    }
    let everybody = state.course.brief.parties.iter().all(|party| payers.contains(&party.no));
    let by_one = sole_agreed && payers.len() == 1;
    if !(everybody || by_one) {
        return Err(Refusal::FeeOneSided);
    }
    Ok(vec![Fact::FeeSet { shares: shares.to_vec(), on }])
}

fn agree(
    state: &State,
    draft: &Draft,
    signed: &[u32],
    issued: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    state.course.agrees(draft, signed, on, ctx)?;
    state.course.confirmed(draft)?;
    if !issued {
        return Err(Refusal::NotIssued);
    }
    let windows = state.course.windows(draft);
    let bargain = Bargain { draft: draft.clone(), on, windows };
    let mut facts = vec![Fact::Agreed { bargain: bargain.clone() }];
    if bargain.windows.is_empty() {
        facts.push(goes_on(state, &bargain, Way::Contract, on));
    }
    Ok(facts)
}

/// A payment order on the agreement: money, fixed and due, and no counter-performance open
/// (律师调解意见 10；民事诉讼法 225；T-F-01).
fn order(
    state: &State,
    bargain: &Bargain,
    no: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, bargain.on, ctx)?;
    let owed = bargain.draft.obligations.iter().find(|owed| owed.no == no);
    let Some(owed) = owed else { return Err(Refusal::NotOrderable) };
    let money = bargain.draft.subjects.contains(&Subject::Money) && owed.amount.is_some();
    let counter = bargain.draft.obligations.iter().any(|other| other.obligor == owed.obligee);
    if !money || counter {
        return Err(Refusal::NotOrderable);
    }
    if on <= owed.due {
        return Err(Refusal::NotDue(owed.due));
    }
    Ok(vec![goes_on(state, bargain, Way::PaymentOrder, on)])
}
