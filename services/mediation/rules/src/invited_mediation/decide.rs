//! What follows from a command: first the table of stage and command, then each answer.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Private, TrackKind};
use jiff::civil::Date;

use super::tell::{CHOICE, TERM};
use super::{
    Command, Complaint, Ending, Fact, Invitation, Misconduct, Naming, Refusal, Stage, State,
};
use crate::agreement::{Draft, Window};
use crate::entrusted_mediation::FILE_FIRST_FROM;
use crate::neutral::{
    Act, Bargain, Candidate, Course, Event, Fault, check_brief, everybody, happened, is_barred_by,
    known, last_day, route_open,
};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return new(command, ctx) };
    match &state.stage {
        Stage::Choosing => choosing(state, command, ctx),
        Stage::Mediating => mediating(state, command, ctx),
        Stage::Agreed { bargain } => agreed(state, bargain, command, ctx),
        Stage::Ended { .. } => ended(command),
    }
}

/// Nothing has begun yet.
fn new(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { brief, invitation, facts, on } => open(brief, *invitation, facts, *on, ctx),
        C::Name { .. }
        | C::RefuseNamed { .. }
        | C::ReportMisconduct { .. }
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Course(_)
        | C::Lapse => Err(Fault::NotBegun.into()),
    }
}

/// The mediator is to be chosen or named.
fn choosing(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Name { mediator, by, on } => name(state, mediator, by, *on, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::EndSham { on } => sham(state, *on, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::RefuseNamed { .. }
        | C::Course(_)
        | C::ReportMisconduct { .. }
        | C::Agree { .. }
        | C::EndFailed { .. }
        | C::Lapse => Err(Fault::NotMediating.into()),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
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
        C::RefuseNamed { party, on } => refuse_named(state, *party, *on, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::Course(Act::Replace { mediator, on }) => on_roster(mediator).and_then(|()| {
            course(state, &Act::Replace { mediator: mediator.clone(), on: *on }, ctx)
        }),
        C::Course(act) => course(state, act, ctx),
        C::ReportMisconduct { what, on } => misconduct(state, *what, *on, ctx),
        C::Agree { draft, signed, by_mediator, sealed, on } => {
            agree(state, draft, signed, *by_mediator, *sealed, *on, ctx)
        }
        C::EndFailed { on, undisputed, facts_agreed } => {
            failed(state, *on, undisputed.as_ref(), facts_agreed, ctx)
        }
        C::EndSham { on } => sham(state, *on, ctx),
        C::Lapse => term_over(state, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Name { .. } => Err(Refusal::AlreadyNamed),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
    }
}

/// An agreement stands; its windows are open.
fn agreed(
    state: &State,
    bargain: &Bargain,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::NoteApplication { window, on } => apply(state, bargain, *window, *on, ctx),
        C::CloseWindow { window } => close(state, bargain, *window, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Name { .. }
        | C::RefuseNamed { .. }
        | C::Course(_)
        | C::ReportMisconduct { .. }
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
        C::Name { .. }
        | C::RefuseNamed { .. }
        | C::ReportMisconduct { .. }
        | C::Agree { .. }
        | C::NoteApplication { .. }
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

fn apply(
    state: &State,
    bargain: &Bargain,
    window: Window,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.apply(window, on, ctx)?;
    Ok(vec![contract(state, bargain, Some(window), on)])
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    Fact::Ended { ending, on, kind: state.course.brief.kind }
}

fn contract(state: &State, bargain: &Bargain, applied: Option<Window>, on: Date) -> Fact {
    end(state, Ending::Contract { bargain: bargain.clone(), applied }, on)
}

fn course(state: &State, act: &Act, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let events = state.course.act(act, ctx)?;
    Ok(events.into_iter().map(|event| Fact::Course { event }).collect())
}

fn with(events: Vec<Event>, last: Fact) -> Vec<Fact> {
    events.into_iter().map(|event| Fact::Course { event }).chain([last]).collect()
}

/// It comes without a suit, with every party's consent (特邀调解规定 2, 11). A complaint handed in from
/// 2025 is filed first (T-C-01); one of before may have been delegated (T-C-05); a filed case is
/// entrusted (T-C-02).
fn open(
    brief: &Brief,
    invitation: Invitation,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx)?;
    check_brief(brief)?;
    let mut facts = facts.clone();
    if invitation.complaint != Complaint::None {
        facts.insert(Circumstance::SuitFiled);
    }
    let open = route_open(brief, TrackKind::InvitedMediation, &facts);
    if is_barred_by(&open, "invited_not_beside_suit") {
        match invitation.complaint {
            Complaint::HandedIn { on } if on >= FILE_FIRST_FROM => return Err(Refusal::FileFirst),
            Complaint::HandedIn { .. } => return Err(Refusal::DelegateInstead),
            Complaint::Filed => return Err(Refusal::EntrustInstead),
            Complaint::None => {}
        }
    }
    open?;
    if let Some(party) = Course::new(brief, on).without_consent() {
        return Err(Fault::ConsentMissing(party).into());
    }
    Ok(vec![Fact::Opened { brief: Box::new(brief.clone()), invitation, on }])
}

/// Only a trained person on the roster mediates (特邀调解规定 5–9).
fn on_roster(mediator: &Candidate) -> Result<(), Refusal> {
    if !mediator.on_roster {
        return Err(Refusal::NotOnRoster);
    }
    if mediator.trained { Ok(()) } else { Err(Refusal::NotTrained) }
}

/// The parties choose together within three working days, else the body names (特邀调解规定 12).
fn name(
    state: &State,
    mediator: &Candidate,
    by: &Naming,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let events = state.course.name(mediator, on, ctx)?;
    on_roster(mediator)?;
    let jointly = match by {
        Naming::Parties { agreed } => {
            everybody(&state.course.brief, agreed)?;
            true
        }
        Naming::Body { asked } => {
            let last = last_day(CHOICE, state.course.begun_on, ctx)?;
            if !asked && on <= last {
                return Err(Refusal::ChoiceRuns(last));
            }
            false
        }
    };
    last_day(TERM, on, ctx)?;
    let mut facts = with(events, Fact::Begun { jointly, on });
    facts.push(Fact::Course { event: Event::TermBegun { rule: TERM.to_owned(), on } });
    Ok(facts)
}

/// A party who does not accept the mediator named for it counts as not consenting to mediation.
fn refuse_named(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.course.brief, party)?;
    happened(on, state.course.since(), ctx)?;
    if state.chosen_jointly || !state.course.sessions.is_empty() {
        return Err(Refusal::MediatorAccepted);
    }
    Ok(vec![end(state, Ending::MediatorRefused { party }, on)])
}

/// Misconduct is reported to the court; the mediator leaves, mediation may go on under another.
fn misconduct(
    state: &State,
    what: Misconduct,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    if state.course.mediator.is_none() {
        return Err(Fault::MediatorWanted.into());
    }
    Ok(vec![Fact::Misconduct { what, on }, Fact::Course { event: Event::MediatorRemoved { on } }])
}

/// All parties and the mediator sign; an organisation seals (特邀调解规定 23, 24).
fn agree(
    state: &State,
    draft: &Draft,
    signed: &[u32],
    by_mediator: bool,
    sealed: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    state.course.agrees(draft, signed, on, ctx)?;
    if !by_mediator {
        return Err(Refusal::MediatorUnsigned);
    }
    if state.invitation.by_organisation && !sealed {
        return Err(Refusal::SealMissing);
    }
    let windows = state.course.windows(draft);
    let bargain = Bargain { draft: draft.clone(), on, windows };
    let (court, none) = (state.invitation.court, bargain.windows.is_empty());
    let mut facts = vec![Fact::Agreed { bargain: bargain.clone(), court }];
    if none {
        facts.push(contract(state, &bargain, None, on));
    }
    Ok(facts)
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
    Ok(vec![Fact::WindowClosed { window, on }, contract(state, &left, None, on)])
}
