//! What follows from a command: first the table of stage and command, then each answer.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{DisputeKind, TrackKind};
use jiff::civil::Date;

use super::tell::{TAKE, TERM};
use super::{Command, Ending, Fact, Host, Refusal, Share, Stage, State, Way};
use crate::agreement::{Draft, Subject};
use crate::neutral::{
    Act, Bargain, Candidate, Course, Event, Fault, Interest, check_brief, happened, known,
    last_day, route_open,
};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    use Stage as S;
    let Some(state) = state else {
        return match command {
            C::Open { brief, host, facts, on } => open(brief, *host, facts, *on, ctx),
            C::Take { .. }
            | C::SetFee { .. }
            | C::Course(_)
            | C::Agree { .. }
            | C::NoteApplication { .. }
            | C::NoteOrder { .. }
            | C::CloseWindow { .. }
            | C::EndFailed { .. }
            | C::EndSham { .. }
            | C::Lapse => Err(Fault::NotBegun.into()),
        };
    };
    match (&state.stage, command) {
        (S::Waiting | S::Mediating | S::Agreed { .. } | S::Ended { .. }, C::Open { .. }) => {
            Err(Fault::AlreadyBegun.into())
        }
        (S::Waiting, C::Take { lawyer, on }) => take(state, lawyer, *on, ctx),
        (S::Mediating, C::Take { .. }) => Err(Refusal::AlreadyTaken),
        (S::Waiting | S::Mediating, C::Course(Act::WithdrawConsent { party, how })) => {
            let act = Act::WithdrawConsent { party: *party, how: how.clone() };
            let mut facts = course(state, &act, ctx)?;
            facts.push(end(state, Ending::ConsentWithdrawn { party: *party }, ctx.today()));
            Ok(facts)
        }
        (S::Waiting, C::Lapse) => {
            let last = last_day(TAKE, state.course.begun_on, ctx)?;
            if ctx.today() <= last {
                return Err(Fault::TermRuns(last).into());
            }
            Ok(vec![end(state, Ending::NobodyTook, ctx.today())])
        }
        (S::Waiting, C::SetFee { .. } | C::Course(_) | C::Agree { .. } | C::EndFailed { .. }) => {
            Err(Fault::NotMediating.into())
        }
        (S::Mediating, C::SetFee { shares, sole_agreed, on }) => {
            set_fee(state, shares, *sole_agreed, *on, ctx)
        }
        (S::Mediating, C::Course(Act::BeginAppraisal { .. } | Act::EndAppraisal { .. })) => {
            Err(Refusal::NoStandstill)
        }
        (S::Mediating, C::Course(Act::Replace { mediator, on })) => {
            fit(mediator)?;
            course(state, &Act::Replace { mediator: mediator.clone(), on: *on }, ctx)
        }
        (S::Mediating, C::Course(act)) => course(state, act, ctx),
        (S::Mediating, C::Agree { draft, signed, by_lawyer, sealed, on }) => {
            agree(state, draft, signed, *by_lawyer && *sealed, *on, ctx)
        }
        (S::Mediating, C::EndFailed { on, undisputed, facts_agreed }) => {
            happened(*on, state.course.since(), ctx)?;
            let events = state.course.record_undisputed(undisputed.as_ref(), facts_agreed, *on)?;
            Ok(with(events, end(state, Ending::Failed, *on)))
        }
        (S::Waiting | S::Mediating, C::EndSham { on }) => {
            happened(*on, state.course.since(), ctx)?;
            Ok(vec![end(state, Ending::Sham, *on)])
        }
        (S::Mediating, C::Lapse) => {
            state.course.over(ctx)?;
            Ok(vec![end(state, Ending::TermOver, ctx.today())])
        }
        (
            S::Waiting | S::Mediating,
            C::NoteApplication { .. } | C::NoteOrder { .. } | C::CloseWindow { .. },
        ) => Err(Fault::NoAgreement.into()),
        (S::Agreed { bargain }, C::NoteApplication { window, on }) => {
            bargain.apply(*window, *on, ctx)?;
            Ok(vec![goes_on(state, bargain, Way::Confirmation, *on)])
        }
        (S::Agreed { bargain }, C::NoteOrder { no, on }) => order(state, bargain, *no, *on, ctx),
        (S::Agreed { bargain }, C::CloseWindow { window }) => {
            bargain.close(*window, ctx)?;
            let mut left = bargain.clone();
            left.windows.retain(|open| open != window);
            let on = ctx.today();
            let closed = Fact::WindowClosed { window: *window, on };
            Ok(vec![closed, goes_on(state, &left, Way::Contract, on)])
        }
        (
            S::Agreed { .. },
            C::Take { .. }
            | C::SetFee { .. }
            | C::Course(_)
            | C::Agree { .. }
            | C::EndFailed { .. }
            | C::EndSham { .. }
            | C::Lapse,
        ) => Err(Fault::AgreementBinds.into()),
        (
            S::Ended { .. },
            C::Take { .. }
            | C::SetFee { .. }
            | C::Course(_)
            | C::Agree { .. }
            | C::NoteApplication { .. }
            | C::NoteOrder { .. }
            | C::CloseWindow { .. }
            | C::EndFailed { .. }
            | C::EndSham { .. }
            | C::Lapse,
        ) => Err(Fault::AlreadyEnded.into()),
    }
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    Fact::Ended { ending, on, kind: state.course.brief.kind }
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
    host: Host,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx)?;
    check_brief(brief)?;
    if facts.contains(&Circumstance::Status) || brief.kind == DisputeKind::Administrative {
        return Err(Refusal::OutOfScope);
    }
    route_open(brief, TrackKind::LawyerMediation, facts)?;
    if let Some(party) = Course::new(brief, on).without_consent() {
        return Err(Fault::ConsentMissing(party).into());
    }
    Ok(vec![Fact::Opened { brief: Box::new(brief.clone()), host, on }])
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
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let events = state.course.name(lawyer, on, ctx)?;
    fit(lawyer)?;
    last_day(TERM, on, ctx)?;
    let mut facts = with(events, Fact::Taken { on });
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
    if state.host != Host::LawFirm {
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
    if !everybody && !(sole_agreed && payers.len() == 1) {
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
