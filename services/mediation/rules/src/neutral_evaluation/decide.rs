//! What follows from a command: first the table of stage and command, then each answer.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Private, TrackKind};
use jiff::civil::Date;

use super::tell::{ANSWER, OPINION, USE};
use super::{Command, Ending, Fact, Refusal, Stage, State, Use};
use crate::neutral::{
    Candidate, Fault, check_brief, everybody, happened, known, last_day, route_open,
};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return new(command, ctx) };
    match &state.stage {
        Stage::Asked => asked(state, command, ctx),
        Stage::Papers => papers(state, command, ctx),
        Stage::Evaluating => evaluating(state, command, ctx),
        Stage::Opinion { on, .. } => served(state, *on, command, ctx),
        Stage::Ended { .. } => ended(command),
    }
}

/// Nothing has begun yet.
fn new(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Ask { brief, by, facts, on } => ask(brief, by, facts, *on, ctx),
        C::Join { .. }
        | C::Accept { .. }
        | C::HandIn { .. }
        | C::ClosePapers { .. }
        | C::Recuse { .. }
        | C::Extend { .. }
        | C::GiveOpinion { .. }
        | C::AgreeUse { .. }
        | C::RefuseUse { .. }
        | C::Disclose { .. }
        | C::Leave { .. }
        | C::Lapse => Err(Fault::NotBegun.into()),
    }
}

/// Consents and an evaluator are wanted.
fn asked(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Join { party, on } => join(state, *party, *on, ctx),
        C::Accept { evaluator, of_field, wanted_by, on } => {
            accept(state, evaluator, *of_field, *wanted_by, *on, ctx)
        }
        C::Leave { party, on } => leave(state, *party, *on, ctx),
        C::Lapse => lapse(state, last_day(ANSWER, state.begun_on, ctx)?, ctx),
        C::Ask { .. } => Err(Fault::AlreadyBegun.into()),
        C::HandIn { .. }
        | C::ClosePapers { .. }
        | C::Recuse { .. }
        | C::Extend { .. }
        | C::GiveOpinion { .. } => Err(Refusal::NoEvaluator),
        C::AgreeUse { .. } | C::RefuseUse { .. } | C::Disclose { .. } => Err(Refusal::NoOpinion),
    }
}

/// The parties hand in their papers.
fn papers(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::HandIn { party, on } => hand_in(state, *party, *on, ctx),
        C::ClosePapers { on } => close_papers(state, *on, ctx),
        C::Recuse { on } => recuse(state, *on, ctx),
        C::Extend { days, agreed, on } => extend(state, *days, agreed, *on, ctx),
        C::Leave { party, on } => leave(state, *party, *on, ctx),
        C::Lapse => lapse(state, opinion_by(state, ctx)?, ctx),
        C::Ask { .. } => Err(Fault::AlreadyBegun.into()),
        C::Join { .. } => Err(Refusal::AlreadyJoined),
        C::Accept { .. } => Err(Refusal::EvaluatorNamed),
        C::GiveOpinion { .. } => Err(Refusal::PapersOpen),
        C::AgreeUse { .. } | C::RefuseUse { .. } | C::Disclose { .. } => Err(Refusal::NoOpinion),
    }
}

/// The evaluator works.
fn evaluating(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::GiveOpinion { text, on } => opinion(state, text, *on, ctx),
        C::Recuse { on } => recuse(state, *on, ctx),
        C::Extend { days, agreed, on } => extend(state, *days, agreed, *on, ctx),
        C::Leave { party, on } => leave(state, *party, *on, ctx),
        C::Lapse => lapse(state, opinion_by(state, ctx)?, ctx),
        C::Ask { .. } => Err(Fault::AlreadyBegun.into()),
        C::Join { .. } => Err(Refusal::AlreadyJoined),
        C::Accept { .. } => Err(Refusal::EvaluatorNamed),
        C::HandIn { .. } | C::ClosePapers { .. } => Err(Refusal::PapersClosed),
        C::AgreeUse { .. } | C::RefuseUse { .. } | C::Disclose { .. } => Err(Refusal::NoOpinion),
    }
}

/// The opinion is served; the parties decide on it.
fn served(
    state: &State,
    served: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::AgreeUse { party, by, on } => agree_use(state, served, *party, *by, *on, ctx),
        C::RefuseUse { party, on } => refuse_use(state, served, *party, *on, ctx),
        C::Disclose { as_evidence, agreed, on } => {
            disclose(state, served, *as_evidence, agreed, *on, ctx)
        }
        C::Leave { party, on } => leave(state, *party, *on, ctx),
        C::Lapse => lapse(state, last_day(USE, served, ctx)?, ctx),
        C::Ask { .. } => Err(Fault::AlreadyBegun.into()),
        C::Join { .. } => Err(Refusal::AlreadyJoined),
        C::Accept { .. } => Err(Refusal::EvaluatorNamed),
        C::HandIn { .. } | C::ClosePapers { .. } => Err(Refusal::PapersClosed),
        C::Recuse { .. } | C::Extend { .. } | C::GiveOpinion { .. } => Err(Refusal::OpinionServed),
    }
}

/// It has ended.
fn ended(command: &Command) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Ask { .. } => Err(Fault::AlreadyBegun.into()),
        C::Join { .. }
        | C::Accept { .. }
        | C::HandIn { .. }
        | C::ClosePapers { .. }
        | C::Recuse { .. }
        | C::Extend { .. }
        | C::GiveOpinion { .. }
        | C::AgreeUse { .. }
        | C::RefuseUse { .. }
        | C::Disclose { .. }
        | C::Leave { .. }
        | C::Lapse => Err(Fault::AlreadyEnded.into()),
    }
}

fn leave(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, since(state), ctx)?;
    Ok(vec![end(state, Ending::Withdrawn { party }, on)])
}

fn recuse(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx)?;
    Ok(vec![Fact::Recused { on }])
}

fn refuse_use(
    state: &State,
    served: Date,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, served, ctx)?;
    Ok(vec![end(state, Ending::NotUsed, on)])
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    Fact::Ended { ending, on, kind: state.brief.kind }
}

fn since(state: &State) -> Date {
    match &state.stage {
        Stage::Opinion { on, .. } => *on,
        Stage::Asked | Stage::Papers | Stage::Evaluating | Stage::Ended { .. } => {
            state.term.as_ref().map_or(state.begun_on, |term| term.from)
        }
    }
}

/// Asked jointly or by one side; violence and crime come first (I4), and what only an authority can
/// decide is not evaluated.
fn ask(
    brief: &Brief,
    by: &[u32],
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx)?;
    check_brief(brief)?;
    for party in by {
        known(brief, *party)?;
    }
    if by.is_empty() {
        return Err(Refusal::NobodyAsks);
    }
    route_open(brief, TrackKind::NeutralEvaluation, facts)?;
    Ok(vec![Fact::Asked { brief: Box::new(brief.clone()), by: by.to_vec(), on }])
}

fn join(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, state.begun_on, ctx)?;
    if state.joined.contains(&party) {
        return Err(Refusal::AlreadyJoined);
    }
    Ok(vec![Fact::Joined { party, on }])
}

/// The evaluator accepts only when every party has joined, is on the roster of the field and free
/// of any interest: an evaluator's value is its neutrality, so nothing is waived here.
fn accept(
    state: &State,
    evaluator: &Candidate,
    of_field: bool,
    wanted_by: Option<Date>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.begun_on, ctx)?;
    if let Some(party) = state.brief.parties.iter().find(|one| !state.joined.contains(&one.no)) {
        return Err(Fault::ConsentMissing(party.no).into());
    }
    if evaluator.person.trim().is_empty() {
        return Err(Refusal::NoEvaluator);
    }
    if !evaluator.on_roster || !of_field {
        return Err(Refusal::NotOfField);
    }
    if !evaluator.checked || evaluator.interest.is_some() {
        return Err(Refusal::NotNeutral);
    }
    let last = last_day(OPINION, on, ctx)?;
    if wanted_by.is_some_and(|wanted| wanted < on || wanted > last) {
        return Err(Refusal::TermTooLong(last));
    }
    let evaluator = evaluator.person.trim().to_owned();
    Ok(vec![Fact::Accepted { evaluator, wanted_by, on }])
}

fn term(state: &State) -> Result<&Term, Refusal> {
    state.term.as_ref().ok_or(Refusal::NoEvaluator)
}

fn opinion_by(state: &State, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let term = term(state)?;
    Ok(term.last_day(ctx).map_err(Fault::Limit)?.unwrap_or(term.from))
}

fn in_time(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let last = opinion_by(state, ctx)?;
    if on > last { Err(Fault::PastTerm(last).into()) } else { Ok(()) }
}

fn hand_in(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, term(state)?.from, ctx)?;
    in_time(state, on, ctx)?;
    Ok(vec![Fact::HandedIn { party, on }])
}

/// Both sides are heard: no opinion on the papers of one.
fn close_papers(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, term(state)?.from, ctx)?;
    in_time(state, on, ctx)?;
    match state.brief.parties.iter().find(|one| !state.papers.contains_key(&one.no)) {
        Some(party) => Err(Refusal::OneSided(party.no)),
        None => Ok(vec![Fact::PapersClosed { on }]),
    }
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
    in_time(state, on, ctx)?;
    if days == 0 {
        return Err(Fault::ExtensionEmpty.into());
    }
    longer.extended = longer.extended.saturating_add(days);
    longer.last_day(ctx).map_err(Fault::Limit)?;
    Ok(vec![Fact::Extended { days, on }])
}

fn opinion(
    state: &State,
    text: &Private<String>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, term(state)?.from, ctx)?;
    in_time(state, on, ctx)?;
    if text.reveal().trim().is_empty() {
        return Err(Refusal::OpinionEmpty);
    }
    Ok(vec![Fact::OpinionServed { text: text.clone(), on }])
}

/// The opinion is used when every party agrees to the same use.
fn agree_use(
    state: &State,
    served: Date,
    party: u32,
    by: Use,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, served, ctx)?;
    let last = last_day(USE, served, ctx)?;
    if on > last {
        return Err(Refusal::UseLate(last));
    }
    let mut facts = vec![Fact::UseAgreed { party, by, on }];
    let others = state.brief.parties.iter().filter(|one| one.no != party);
    if others.into_iter().all(|one| state.agreed.get(&one.no) == Some(&by)) {
        facts.push(end(state, Ending::Used { by }, on));
    }
    Ok(facts)
}

/// The opinion goes to nobody but the parties; to a mediator with everybody's consent; to a court
/// or tribunal as evidence never (I9).
fn disclose(
    state: &State,
    served: Date,
    as_evidence: bool,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, served, ctx)?;
    if as_evidence {
        return Err(Refusal::NoEvidence);
    }
    everybody(&state.brief, agreed)?;
    Ok(vec![Fact::DisclosureAgreed { on }])
}

fn lapse(state: &State, last: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    if ctx.today() <= last {
        return Err(Fault::TermRuns(last).into());
    }
    let ending = match &state.stage {
        Stage::Asked => Ending::NotBegun,
        Stage::Papers | Stage::Evaluating => Ending::NoOpinion,
        Stage::Opinion { .. } | Stage::Ended { .. } => Ending::NotUsed,
    };
    Ok(vec![end(state, ending, ctx.today())])
}
