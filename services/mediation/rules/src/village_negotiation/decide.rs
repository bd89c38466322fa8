//! What follows from a command, and from a fact.

use jiefen_procedure::matrix::{Present, may_start};
use jiefen_procedure::term::happened;
use jiefen_procedure::{Brief, Circumstances, Refused};
use jiefen_terms::Query;
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::{Called, Caller, Command, Ending, Fact, Meeting, Roll, Stage, State, Topic, rows};
use crate::agreement::Draft;
use crate::refuse::{no, no_with};
use jiefen_procedure::words::Refusal;

/// The local term of the talks.
pub(super) const TALKS: &str = "policy.village_talks";
/// How long an outcome is public.
pub(super) const PUBLIC: &str = "policy.village_publicity";
/// Notice of an assembly, counted back from it.
const NOTICE: &str = "T-R-06";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return set_topic(command, ctx) };
    match (state.stage, command) {
        (Stage::Ended { .. }, command) => ended(command),
        (
            Stage::Talking
            | Stage::Called { .. }
            | Stage::Public { .. }
            | Stage::Review
            | Stage::Carrying,
            Command::SetTopic { .. },
        ) => no(rows::ALREADY_BEGUN),
        (Stage::Talking, command) => decide_talking(state, command, ctx),
        (Stage::Called { called }, Command::HoldMeeting { present, in_favour, hash, on }) => {
            hold(state, called, *present, *in_favour, hash, *on, ctx)
        }
        (Stage::Called { called }, Command::NotHeld) => {
            if ctx.today() <= called.on {
                return no_with(rows::MEETING_TO_COME, called.on);
            }
            Ok(vec![Fact::MeetingMissed { on: ctx.today() }])
        }
        (Stage::Called { .. }, command) => waiting(command, rows::MEETING_CALLED),
        (Stage::Public { on: since }, Command::Object { ground, on }) => {
            happened(*on, since, ctx.today())?;
            named(ground)?;
            Ok(vec![Fact::Objected { ground: ground.clone(), on: *on }])
        }
        (Stage::Public { on: since }, Command::TakeEffect) => take_effect(state, since, ctx),
        (Stage::Public { .. }, command) => waiting(command, rows::IS_PUBLIC),
        (Stage::Review, Command::Answer { lawful, on }) => {
            happened(*on, state.since, ctx.today())?;
            let fact =
                if *lawful { Fact::Effective { on: *on } } else { Fact::ToBeCorrected { on: *on } };
            Ok(vec![fact])
        }
        (Stage::Review, Command::Annul { paper, on })
        | (Stage::Carrying, Command::Annul { paper, on }) => {
            finish(state, Ending::Annulled, paper, *on, ctx)
        }
        (Stage::Carrying, Command::ReportDone { proof, on }) => {
            finish(state, Ending::CarriedOut, proof, *on, ctx)
        }
        (Stage::Review, command) => waiting(command, rows::IN_REVIEW),
        (Stage::Carrying, command) => waiting(command, rows::CARRYING),
    }
}

fn ended(command: &Command) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::SetTopic { .. }
        | Command::HoldTalks { .. }
        | Command::Agree { .. }
        | Command::ReachOutcome { .. }
        | Command::CallMeeting { .. }
        | Command::HoldMeeting { .. }
        | Command::NotHeld
        | Command::Object { .. }
        | Command::TakeEffect
        | Command::Answer { .. }
        | Command::ReportDone { .. }
        | Command::Annul { .. }
        | Command::EndTalks => no(rows::ALREADY_ENDED),
    }
}

/// What cannot be done while something else is under way, `row`, or has not come about.
fn waiting(command: &Command, row: jiefen_procedure::words::Words) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::SetTopic { .. } => no(rows::ALREADY_BEGUN),
        Command::HoldTalks { .. }
        | Command::Agree { .. }
        | Command::ReachOutcome { .. }
        | Command::CallMeeting { .. }
        | Command::EndTalks => no(row),
        Command::HoldMeeting { .. } | Command::NotHeld => no(rows::NO_MEETING),
        Command::Object { .. } | Command::TakeEffect => no(rows::NOT_PUBLIC),
        Command::Answer { .. } => no(rows::NOT_IN_REVIEW),
        Command::ReportDone { .. } | Command::Annul { .. } => no(rows::NOT_CARRYING),
    }
}

fn set_topic(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::SetTopic { brief, topic, forum, on } = command else {
        return no(rows::NOT_BEGUN);
    };
    happened(*on, brief.received_on, ctx.today())?;
    may_start(&Present::of_brief(brief), TrackKind::Negotiation)?;
    ctx.last_day(TALKS, *on)?;
    Ok(vec![Fact::TopicSet { brief: brief.clone(), topic: *topic, forum: *forum, on: *on }])
}

fn decide_talking(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::SetTopic { .. } => no(rows::ALREADY_BEGUN),
        Command::HoldTalks { present, on } => {
            happened(*on, state.since, ctx.today())?;
            if *present == 0 {
                return no(rows::NOBODY_PRESENT);
            }
            Ok(vec![Fact::Talked { present: *present, on: *on }])
        }
        Command::Agree { draft, agreed, on } => agree(state, draft, agreed, *on, ctx),
        Command::ReachOutcome { hash, on } => {
            happened(*on, state.since, ctx.today())?;
            match state.topic {
                Topic::Dispute => return no(rows::PRIVATE_RIGHTS),
                Topic::LandAdjustment => return no(rows::ASSEMBLY_NEEDED),
                Topic::Common => {}
            }
            if state.rounds == 0 {
                return no(rows::NOT_TALKED);
            }
            whole(hash)?;
            Ok(vec![Fact::OutcomeReached { hash: hash.clone(), on: *on }])
        }
        Command::CallMeeting { meeting, caller, roll, held_on, on } => {
            call(state, *meeting, *caller, *roll, *held_on, *on, ctx)
        }
        Command::EndTalks => {
            let (topic, proof) = (state.topic, String::new());
            Ok(vec![Fact::Ended { ending: Ending::NoOutcome, on: ctx.today(), topic, proof }])
        }
        Command::HoldMeeting { .. } | Command::NotHeld => no(rows::NO_MEETING),
        Command::Object { .. } | Command::TakeEffect => no(rows::NOT_PUBLIC),
        Command::Answer { .. } => no(rows::NOT_IN_REVIEW),
        Command::ReportDone { .. } | Command::Annul { .. } => no(rows::NOT_CARRYING),
    }
}

fn whole(hash: &str) -> Result<(), Refusal> {
    if hash.len() == 64 { Ok(()) } else { no(rows::BAD_OUTCOME) }
}

fn named(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { no(rows::GROUND_WANTED) } else { Ok(()) }
}

/// A dispute ends by the agreement of all its parties and by nothing else.
fn agree(
    state: &State,
    draft: &Draft,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.since, ctx.today())?;
    if state.topic != Topic::Dispute {
        return no(rows::NOT_A_DISPUTE);
    }
    if let Some(party) = state.brief.parties.iter().find(|party| !agreed.contains(&party.no)) {
        return no_with(rows::NOT_AGREED, party.no);
    }
    if draft.check(&state.brief, on).is_err() {
        return no(rows::BAD_OUTCOME);
    }
    let (topic, proof) = (state.topic, String::new());
    Ok(vec![
        Fact::Agreed { draft: draft.clone(), on },
        Fact::Ended { ending: Ending::Agreed, on, topic, proof },
    ])
}

/// The last day of the notice of an assembly (T-R-06); a meeting of representatives has none.
fn last_notice(held_on: Date, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let end = ctx.law.end(&Query::new(NOTICE, held_on));
    end.map(|end| end.day())
        .map_err(|error| Refused::no_such_limit(NOTICE, &error.to_string()).into())
}

/// The number needed of a whole: at least a part of it, or more than that.
fn share(whole: u32, of: u32, parts: u32, more: bool) -> u32 {
    let least = whole.saturating_mul(parts).div_ceil(of);
    let exact = whole.saturating_mul(parts).is_multiple_of(of);
    if more && exact { least.saturating_add(1) } else { least }
}

/// Who may call which meeting, with which notice (T-R-06).
fn call(
    state: &State,
    meeting: Meeting,
    caller: Caller,
    roll: Roll,
    held_on: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.since, ctx.today())?;
    if state.topic == Topic::Dispute {
        return no(rows::PRIVATE_RIGHTS);
    }
    if roll.adults == 0 || roll.households == 0 || roll.representatives == 0 {
        return no(rows::ROLL_EMPTY);
    }
    let (count, least) = match caller {
        Caller::Committee => (0, 0),
        Caller::Villagers { count } => (count, share(roll.adults, 10, 1, false)),
        Caller::Representatives { count } => (count, share(roll.representatives, 3, 1, false)),
    };
    if count < least {
        return no_with(rows::TOO_FEW_CALLERS, least);
    }
    let last = match meeting {
        Meeting::Villagers | Meeting::Households => last_notice(held_on, ctx)?,
        Meeting::Representatives => held_on,
    };
    if on > last {
        return no_with(rows::NOTICE_SHORT, last);
    }
    let called = Called { meeting, on: held_on, roll };
    Ok(vec![Fact::MeetingCalled { called, caller, on }])
}

/// The roll of the meeting and how many must come: more than half of the adults, two thirds of the
/// households, two thirds of the representatives (T-R-06; 村民委员会组织法).
fn quorum(called: Called) -> (u32, u32) {
    let Roll { adults, households, representatives } = called.roll;
    match called.meeting {
        Meeting::Villagers => (adults, share(adults, 2, 1, true)),
        Meeting::Households => (households, share(households, 3, 2, false)),
        Meeting::Representatives => (representatives, share(representatives, 3, 2, false)),
    }
}

/// Without quorum no decision; adopted by more than half of those present, an adjustment of
/// contracted land by two thirds of all (农村土地承包法 28).
fn hold(
    state: &State,
    called: Called,
    present: u32,
    in_favour: u32,
    hash: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.since, ctx.today())?;
    if on != called.on {
        return no_with(rows::WRONG_DAY, called.on);
    }
    let (all, needed) = quorum(called);
    if present > all || in_favour > present {
        return no(rows::COUNT_WRONG);
    }
    whole(hash)?;
    if present < needed {
        return Ok(vec![Fact::NoQuorum { present, needed, on }]);
    }
    let votes = match state.topic {
        Topic::LandAdjustment => share(all, 3, 2, false),
        Topic::Common | Topic::Dispute => share(present, 2, 1, true),
    };
    if in_favour < votes {
        return Ok(vec![Fact::NotAdopted { in_favour, needed: votes, on }]);
    }
    Ok(vec![Fact::Adopted { hash: hash.to_owned(), in_favour, on }])
}

/// After its publicity an outcome is carried out; an adjustment of contracted land first needs the
/// approval of the town and the county (农村土地承包法 28).
fn take_effect(state: &State, since: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(PUBLIC, since)?;
    if ctx.today() <= last {
        return no_with(rows::PUBLICITY_RUNS, last);
    }
    let on = ctx.today();
    Ok(vec![match state.topic {
        Topic::LandAdjustment => Fact::SentForApproval { on },
        Topic::Common | Topic::Dispute => Fact::Effective { on },
    }])
}

fn finish(
    state: &State,
    ending: Ending,
    proof: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.since, ctx.today())?;
    named(proof)?;
    Ok(vec![Fact::Ended { ending, on, topic: state.topic, proof: proof.to_owned() }])
}

/// The state after a fact. Total: a fact that cannot follow leaves the state as it is.
pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::TopicSet { .. } => {}
        Fact::Talked { .. } => state.rounds = state.rounds.saturating_add(1),
        Fact::Agreed { draft, .. } => state.draft = Some(draft.clone()),
        Fact::OutcomeReached { hash, on } => {
            state.outcome = Some(hash.clone());
            state.by_meeting = false;
            state.stage = Stage::Public { on: *on };
        }
        Fact::MeetingCalled { called, .. } => state.stage = Stage::Called { called: *called },
        Fact::NoQuorum { .. } | Fact::NotAdopted { .. } | Fact::MeetingMissed { .. } => {
            state.stage = Stage::Talking;
        }
        Fact::Adopted { hash, on, .. } => {
            state.outcome = Some(hash.clone());
            state.by_meeting = true;
            state.stage = Stage::Public { on: *on };
        }
        Fact::Objected { .. } | Fact::SentForApproval { .. } => state.stage = Stage::Review,
        Fact::Effective { .. } => state.stage = Stage::Carrying,
        Fact::ToBeCorrected { .. } => {
            state.outcome = None;
            state.stage = Stage::Talking;
        }
        Fact::Ended { ending, on, .. } => {
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::TopicSet { brief, topic, forum, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        topic: *topic,
        forum: *forum,
        since: *on,
        rounds: 0,
        outcome: None,
        by_meeting: false,
        draft: None,
        stage: Stage::Talking,
    })
}
