//! From the application to the session: consent, choice, acceptance, identity, form and record.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::{Command, Ending, Fact, Footing, Record, Refusal, State, Suited};
use crate::entrusted_mediation::FILE_FIRST_FROM;
use crate::neutral::{
    self, Act, Candidate, Course, Event, Fault, check_brief, everybody, happened, last_day,
    route_open,
};
use crate::session::{Mode, Sitting};
use jiefen_procedure::matrix::Circumstance;

impl State {
    pub(super) fn end(&self, ending: Ending, on: Date) -> Fact {
        Fact::Ended { ending, footing: self.footing, on, kind: self.course.brief.kind }
    }
}

pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    Ok(neutral::known(&state.course.brief, party)?)
}

pub(super) fn course(
    state: &State,
    act: &Act,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let events = state.course.act(act, ctx)?;
    Ok(events.into_iter().map(|event| Fact::Course { event }).collect())
}

/// What the platform takes: with consent to the online form (在线调解规则 4), by one party for an
/// application of its own, by all when a court sends it; delegation only until 2024 (T-C-01).
pub(super) fn open(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::Open { brief, footing, court, by_organisation, suited, facts, on } = command
    else {
        return Err(Fault::NotBegun.into());
    };
    happened(*on, brief.received_on, ctx)?;
    check_brief(brief)?;
    match suited {
        Suited::OutsideCourt => return Err(Refusal::OutsideCourt),
        Suited::OtherCourt => return Err(Refusal::OtherCourt),
        Suited::NotOnline => return Err(Refusal::NotOnline),
        Suited::Yes => {}
    }
    let mut facts = facts.clone();
    if footing.is_filed() {
        facts.insert(Circumstance::SuitAccepted);
    }
    if *on < FILE_FIRST_FROM {
        facts.insert(Circumstance::ComplaintBefore2025);
    }
    route_open(brief, footing.track(), &facts)?;
    let course = Course::new(brief, *on);
    let missing = course.without_consent();
    let nobody = course.consents.iter().all(|word| !word.given);
    if let Some(party) = missing.filter(|_| nobody || *footing != Footing::Applied) {
        return Err(Fault::ConsentMissing(party).into());
    }
    last_day("T-C-06.name", *on, ctx)?;
    Ok(vec![Fact::Opened {
        brief: brief.clone(),
        footing: *footing,
        court: *court,
        by_organisation: *by_organisation,
        may_choose: missing.is_none(),
        on: *on,
    }])
}

/// All parties choose together within two working days of their consent (T-C-06).
pub(super) fn choose(
    state: &State,
    mediator: &Candidate,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let last = last_day("T-C-06", state.asked_on, ctx)?;
    if state.course.without_consent().is_some() {
        return Err(Refusal::OneSided);
    }
    if !state.may_choose || on > last {
        return Err(Refusal::ChoiceLost(last));
    }
    everybody(&state.course.brief, agreed)?;
    offer(state, mediator, on, ctx)
}

/// The court names for a single applicant, when all agree to that, or after the two working days;
/// itself within three working days of the application (T-C-06.name).
pub(super) fn court_names(
    state: &State,
    mediator: &Candidate,
    asked: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let last = last_day("T-C-06", state.asked_on, ctx)?;
    if state.may_choose && !asked && on <= last {
        return Err(Refusal::ChoiceRuns(last));
    }
    offer(state, mediator, on, ctx)
}

fn offer(
    state: &State,
    mediator: &Candidate,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.asked_on, ctx)?;
    state.course.name(mediator, on, ctx)?;
    Ok(vec![Fact::Offered { mediator: mediator.clone(), on }])
}

/// Two working days without a common choice: the court names.
pub(super) fn choice_over(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = last_day("T-C-06", state.asked_on, ctx)?;
    if !state.may_choose {
        return Err(Refusal::ChoiceLost(last));
    }
    if ctx.today() <= last {
        return Err(Refusal::ChoiceRuns(last));
    }
    Ok(vec![Fact::ChoiceOver { on: ctx.today() }])
}

/// The mediator confirms within three working days; from that day the term runs (T-C-07, T-C-09).
pub(super) fn accept(
    state: &State,
    mediator: &Candidate,
    sent: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, sent, ctx)?;
    let last = last_day("T-C-07", sent, ctx)?;
    if on > last {
        return Err(Refusal::AcceptLate(last));
    }
    let rule = state.footing.rule().to_owned();
    last_day(&rule, on, ctx)?;
    let asking = state.course.without_consent().is_some();
    let mut events = state.course.name(mediator, on, ctx)?;
    events.push(Event::TermBegun { rule, on });
    let named = events.into_iter().map(|event| Fact::Course { event });
    Ok([Fact::Accepted { asking, on }].into_iter().chain(named).collect())
}

/// The mediator does not take it, with reasons: another is named (在线调解规则 12).
pub(super) fn declines(
    state: &State,
    sent: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, sent, ctx)?;
    let may_choose = state.course.without_consent().is_none();
    Ok(vec![Fact::Reassigned { may_choose, on }])
}

/// Silence of the mediator is no acceptance: another is named (T-C-07).
pub(super) fn reassign(
    state: &State,
    sent: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let last = last_day("T-C-07", sent, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::AcceptRuns(last));
    }
    let may_choose = state.course.without_consent().is_none();
    Ok(vec![Fact::Reassigned { may_choose, on: ctx.today() }])
}

/// The other party consents; with the last one mediation begins (在线调解规则 15).
pub(super) fn consent(
    state: &State,
    party: u32,
    how: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.course.since(), ctx)?;
    let consented = Fact::Consented { party, how: how.to_owned(), on };
    let mut after = state.course.clone();
    after.consents.push(after.word(party, true, on, how));
    match after.without_consent() {
        Some(_) => Ok(vec![consented]),
        None => Ok(vec![consented, Fact::AllConsent { on }]),
    }
}

/// A party cannot be reached: it ends, the papers go back at once (在线调解规则 15, 25(3)).
pub(super) fn unreachable(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.course.since(), ctx)?;
    Ok(vec![state.end(Ending::Unreachable, on)])
}

pub(super) fn verify(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.course.since(), ctx)?;
    Ok(vec![Fact::Verified { party, on }])
}

/// A party who finds the form unsuitable may be heard on site when the others agree (在线调解规则 16).
pub(super) fn on_site(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    everybody(&state.course.brief, agreed)?;
    Ok(vec![Fact::OnSite { on }])
}

/// A session: everybody present was identified before (在线调解规则 17); on site only when agreed (16).
pub(super) fn hold(
    state: &State,
    session: &Sitting,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let facts = course(state, &Act::Hold { session: session.clone() }, ctx)?;
    if let Some(party) = session.present.iter().find(|no| !state.verified.contains(no)) {
        return Err(Refusal::NotVerified(*party));
    }
    match session.mode {
        Mode::Together if !state.on_site => Err(Refusal::OnSiteNotAgreed),
        Mode::Together | Mode::Apart | Mode::Video | Mode::Phone => Ok(facts),
    }
}

/// Another mediator or body at a party's wish (在线调解规则 14).
pub(super) fn replace(
    state: &State,
    mediator: &Candidate,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let mut facts = course(state, &Act::Replace { mediator: mediator.clone(), on }, ctx)?;
    facts.push(Fact::Replaced { on });
    Ok(facts)
}

/// Who refuses the replacement too and does not choose counts as refusing mediation (14).
pub(super) fn refuse_replacement(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.course.since(), ctx)?;
    if !state.replaced {
        return Err(Refusal::NotReplaced);
    }
    Ok(vec![state.end(Ending::Refused { party }, on)])
}

/// The electronic transcript, or with everybody's express consent a recording in its place (22).
pub(super) fn keep_record(
    state: &State,
    no: u32,
    record: Record,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    if !state.course.sessions.iter().any(|held| held.no == no) {
        return Err(Refusal::NoSession(no));
    }
    let silent = state.course.brief.parties.iter().find(|party| !agreed.contains(&party.no));
    match (record, silent) {
        (Record::Recording, Some(party)) => Err(Refusal::RecordingNotAgreed(party.no)),
        (Record::Recording | Record::Transcript, _) => Ok(vec![Fact::Recorded { no, record, on }]),
    }
}
