//! What may happen to a proposal, and the proposal after it.

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::routes_after_failure;
use jiff::civil::Date;

use super::{Command, Fact, Proposed, Refusal, Stage, State};
use crate::rules::{Action, Rules};

type Decided = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    let Some(state) = state else { return begin(command, ctx) };
    match (&state.stage, command) {
        (_, C::Open { .. }) => Err(Refusal::AlreadyOpen),
        (
            Stage::Chosen { .. } | Stage::Dropped { .. },
            C::Tell { .. } | C::RecordChoice { .. } | C::Remind | C::Raise | C::Drop { .. },
        ) => Err(Refusal::SuggestionOver),
        (Stage::Open | Stage::Reminded { .. } | Stage::Raised { .. }, C::Tell { on }) => {
            not_ahead(*on, ctx)?;
            if *on < state.opened_on {
                return Err(Refusal::DateOutOfOrder);
            }
            match state.told_on {
                Some(_) => Err(Refusal::AlreadyTold),
                None => Ok(vec![Fact::HolderTold { on: *on }]),
            }
        }
        (
            Stage::Open | Stage::Reminded { .. } | Stage::Raised { .. },
            C::RecordChoice { seen, track, on },
        ) => {
            not_ahead(*on, ctx)?;
            let proposed = state.routes.iter().any(|route| route.track == *track);
            let waited = waits(&state.stage);
            Ok(vec![Fact::RouteChosen { seen: *seen, track: *track, proposed, waited, on: *on }])
        }
        (Stage::Open | Stage::Reminded { .. } | Stage::Raised { .. }, C::Drop { seen, on }) => {
            not_ahead(*on, ctx)?;
            Ok(vec![Fact::SuggestionDropped { seen: *seen, waited: waits(&state.stage), on: *on }])
        }
        (Stage::Open, C::Remind) => {
            Ok(vec![Fact::HolderReminded { rule: state.remind.clone(), on: ctx.today() }])
        }
        (Stage::Reminded { .. }, C::Remind) => Err(Refusal::AlreadyReminded),
        (Stage::Open, C::Raise) => Err(Refusal::RemindFirst),
        (Stage::Reminded { .. }, C::Raise) => {
            Ok(vec![Fact::RaisedToCentre { centre: state.centre, on: ctx.today() }])
        }
        (Stage::Raised { .. }, C::Remind | C::Raise) => Err(Refusal::AlreadyRaised),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decided {
    match command {
        Command::Open { trigger, rule, centre, present } => {
            if trigger.on > ctx.today() {
                return Err(Refusal::DateInFuture);
            }
            let rule = Rules::shipped().get(rule).ok_or(Refusal::NoSuchRule)?;
            if !rule.fits(trigger) {
                return Err(Refusal::RuleNotSetOff);
            }
            let failed = trigger.track.ok_or(Refusal::TrackUnknown)?;
            let routes = match rule.then {
                Action::SuggestRoutes => routes_after_failure(present, failed),
            };
            if routes.is_empty() {
                return Err(Refusal::NoRoute);
            }
            Ok(vec![Fact::SuggestionOpened {
                dispute: trigger.dispute,
                holder: trigger.agency,
                centre: *centre,
                trigger: trigger.id,
                rule: rule.id.clone(),
                failed,
                routes: routes.iter().map(Proposed::from).collect(),
                reply: rule.reply.clone(),
                remind: rule.remind.clone(),
                on: ctx.today(),
            }])
        }
        Command::Tell { .. }
        | Command::RecordChoice { .. }
        | Command::Remind
        | Command::Raise
        | Command::Drop { .. } => Err(Refusal::NoSuggestion),
    }
}

/// An event may have happened before the proposal was opened and arrive after it; only the future is
/// refused.
fn not_ahead(on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if on > ctx.today() { Err(Refusal::DateInFuture) } else { Ok(()) }
}

/// True while the clock of the choice runs.
fn waits(stage: &Stage) -> bool {
    match stage {
        Stage::Open | Stage::Reminded { .. } => true,
        Stage::Raised { .. } | Stage::Chosen { .. } | Stage::Dropped { .. } => false,
    }
}

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    match fact {
        Fact::SuggestionOpened { .. } => {}
        Fact::HolderTold { on } => state.told_on = Some(*on),
        Fact::RouteChosen { track, on, .. } => {
            state.stage = Stage::Chosen { track: *track, on: *on };
        }
        Fact::HolderReminded { on, .. } => state.stage = Stage::Reminded { on: *on },
        Fact::RaisedToCentre { on, .. } => state.stage = Stage::Raised { on: *on },
        Fact::SuggestionDropped { on, .. } => state.stage = Stage::Dropped { on: *on },
    }
    Some(state)
}

fn first(fact: &Fact) -> Option<State> {
    if let Fact::SuggestionOpened {
        dispute,
        holder,
        centre,
        trigger,
        rule,
        failed,
        routes,
        remind,
        on,
        ..
    } = fact
    {
        return Some(State {
            dispute: *dispute,
            holder: *holder,
            centre: *centre,
            trigger: *trigger,
            rule: rule.clone(),
            failed: *failed,
            routes: routes.clone(),
            opened_on: *on,
            told_on: None,
            remind: remind.clone(),
            stage: Stage::Open,
        });
    }
    None
}
