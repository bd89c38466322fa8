//! What may happen to a sheet.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;

use super::{
    Appeal, Check, Command, Correction, DECISION, Decision, Difference, Fact, Refusal, SIGNATURE,
    Stage, State,
};
use crate::figure::{Figure, Indicator};

type Decided = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    let Some(state) = state else { return begin(command, ctx) };
    match (&state.stage, command) {
        (_, C::Freeze { .. }) => Err(Refusal::AlreadyFrozen),
        (Stage::Frozen | Stage::Closed | Stage::Signed { .. }, C::Recompute { figures }) => {
            let check = Check { on: ctx.today(), differences: compare(state, figures) };
            Ok(vec![Fact::SheetRecomputed { check }])
        }
        (
            Stage::Frozen | Stage::Closed | Stage::Signed { .. },
            C::Correct { indicator, variant, after, reason },
        ) => {
            let key = (*indicator, variant.as_str());
            let correction = corrected(state, key, *after, reason, None, ctx)?;
            Ok(vec![Fact::FigureCorrected { correction }])
        }
        (Stage::Frozen, C::Appeal { .. }) => appeal(state, command, ctx),
        (Stage::Closed | Stage::Signed { .. }, C::Appeal { .. }) => Err(Refusal::AppealsOver),
        (Stage::Frozen | Stage::Closed, C::DecideAppeal { appeal, after, reason }) => {
            rule(state, *appeal, *after, reason, ctx)
        }
        (Stage::Frozen, C::CloseAppeals) => Ok(vec![Fact::AppealsClosed { on: ctx.today() }]),
        (Stage::Closed | Stage::Signed { .. }, C::CloseAppeals) => Err(Refusal::AppealsOver),
        (Stage::Frozen, C::Sign) => Err(Refusal::AppealsOpen),
        (Stage::Closed, C::Sign) => sign(state, ctx),
        (Stage::Signed { .. }, C::DecideAppeal { .. } | C::Sign | C::FlagLate { .. }) => {
            Err(Refusal::AlreadySigned)
        }
        (Stage::Frozen | Stage::Closed, C::FlagLate { clock }) => late(state, clock, ctx),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decided {
    match command {
        Command::Freeze { unit, period, cut_off, inputs, figures } => {
            if period.to >= ctx.today() || period.from > period.to {
                return Err(Refusal::PeriodNotOver);
            }
            if cut_off.day > ctx.today() || cut_off.day < period.to {
                return Err(Refusal::CutOffWrong);
            }
            let of_period =
                |figure: &Figure| figure.period == *period && figure.cut_off == *cut_off;
            let keys: BTreeSet<_> = figures.iter().map(Figure::key).collect();
            if figures.is_empty() || keys.len() != figures.len() {
                return Err(Refusal::FiguresIncomplete);
            }
            if !figures.iter().all(of_period) {
                return Err(Refusal::FiguresOfOtherPeriod);
            }
            Ok(vec![Fact::PeriodFrozen {
                unit: *unit,
                period: *period,
                cut_off: *cut_off,
                inputs: inputs.clone(),
                figures: figures.clone(),
                by: ctx.actor.person.clone(),
                on: ctx.today(),
            }])
        }
        Command::Recompute { .. }
        | Command::Correct { .. }
        | Command::Appeal { .. }
        | Command::DecideAppeal { .. }
        | Command::CloseAppeals
        | Command::Sign
        | Command::FlagLate { .. } => Err(Refusal::NoSheet),
    }
}

/// Late can only be what is due: the decision on an appeal that waits for one, or the signature once the
/// appeals have ended.
fn late(state: &State, clock: &str, ctx: &Circumstances<'_>) -> Decided {
    let awaited = |no: &str| {
        let place = no.parse::<usize>().ok().and_then(|no| no.checked_sub(1));
        let appeal = place.and_then(|place| state.appeals.get(place));
        appeal.is_some_and(|appeal| appeal.decision.is_none())
    };
    let runs = match clock.split_once(':') {
        Some((DECISION, no)) => awaited(no),
        Some(_) | None => clock == SIGNATURE && state.stage == Stage::Closed,
    };
    if !runs {
        return Err(Refusal::NoSuchClock);
    }
    Ok(vec![Fact::LatenessFound { clock: clock.to_owned(), on: ctx.today() }])
}

/// Compared with the figures as frozen, not as corrected: a correction is no computation.
fn compare(state: &State, now: &[Figure]) -> Vec<Difference> {
    let numbers = |figure: &Figure| (figure.numerator, figure.denominator);
    let keys: BTreeSet<_> = state.figures.iter().chain(now).map(Figure::key).collect();
    let find = |figures: &[Figure], key: (Indicator, &str)| {
        figures.iter().find(|figure| figure.key() == key).map(numbers)
    };
    keys.into_iter()
        .map(|key| Difference {
            indicator: key.0,
            variant: key.1.to_owned(),
            frozen: find(&state.figures, key),
            now: find(now, key),
        })
        .filter(|difference| difference.frozen != difference.now)
        .collect()
}

fn corrected(
    state: &State,
    (indicator, variant): (Indicator, &str),
    after: (u64, u64),
    reason: &str,
    appeal: Option<u32>,
    ctx: &Circumstances<'_>,
) -> Result<Correction, Refusal> {
    let before = state.current(indicator, variant).ok_or(Refusal::NoSuchFigure)?;
    stated(reason)?;
    if before == after {
        return Err(Refusal::NothingToCorrect);
    }
    Ok(Correction {
        indicator,
        variant: variant.to_owned(),
        before,
        after,
        reason: reason.to_owned(),
        appeal,
        by: ctx.actor.person.clone(),
        on: ctx.today(),
    })
}

fn stated(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(()) }
}

fn appeal(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    let Command::Appeal { indicator, variant, dispute, reason } = command else {
        return Err(Refusal::NoSheet);
    };
    let by = ctx.actor.agency;
    if state.unit.is_some_and(|unit| unit != by) {
        return Err(Refusal::NotYourSheet);
    }
    let key = (*indicator, variant.as_str());
    let figure =
        state.figures.iter().find(|figure| figure.key() == key).ok_or(Refusal::NoSuchFigure)?;
    stated(reason)?;
    let behind =
        |id| figure.behind.numerator.contains(id) || figure.behind.denominator.contains(id);
    if dispute.as_ref().is_some_and(|dispute| !behind(dispute)) {
        return Err(Refusal::DisputeNotBehind);
    }
    let no = u32::try_from(state.appeals.len() + 1).unwrap_or(u32::MAX);
    Ok(vec![Fact::AppealMade {
        no,
        appeal: Appeal {
            by,
            indicator: *indicator,
            variant: variant.clone(),
            dispute: *dispute,
            reason: reason.clone(),
            on: ctx.today(),
            decision: None,
        },
    }])
}

fn rule(
    state: &State,
    no: u32,
    after: Option<(u64, u64)>,
    reason: &str,
    ctx: &Circumstances<'_>,
) -> Decided {
    let place = usize::try_from(no).ok().and_then(|no| no.checked_sub(1));
    let appeal = place.and_then(|place| state.appeals.get(place)).ok_or(Refusal::NoSuchAppeal)?;
    if appeal.decision.is_some() {
        return Err(Refusal::AppealDecided);
    }
    if appeal.by == ctx.actor.agency {
        return Err(Refusal::OwnAppeal);
    }
    stated(reason)?;
    let decision = Decision {
        upheld: after.is_some(),
        reason: reason.to_owned(),
        by: ctx.actor.person.clone(),
        on: ctx.today(),
    };
    let mut facts = vec![Fact::AppealDecided { no, decision }];
    if let Some(after) = after {
        let key = (appeal.indicator, appeal.variant.as_str());
        let correction = corrected(state, key, after, reason, Some(no), ctx)?;
        facts.push(Fact::FigureCorrected { correction });
    }
    Ok(facts)
}

fn sign(state: &State, ctx: &Circumstances<'_>) -> Decided {
    if state.pending() > 0 {
        return Err(Refusal::AppealsPending { pending: state.pending() });
    }
    if state.frozen_by == ctx.actor.person {
        return Err(Refusal::SelfSigned);
    }
    Ok(vec![Fact::SheetSigned { by: ctx.actor.person.clone(), on: ctx.today() }])
}
