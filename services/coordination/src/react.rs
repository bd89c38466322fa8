//! What follows here from the events of others.

use jiefen_coordination_rules::suggestion::{Command, Stage, State};
use jiefen_coordination_rules::{Case, Rules, Trigger};
use jiefen_ledger::{Cases, Envelope, Reaction, Signal};
use jiefen_procedure::matrix::{Present, Standing};
use jiefen_vocab::{Agency, CaseId, DisputeId, RegionLevel, TrackKind};
use jiff::civil::Date;

use crate::said::{Said, said};
use crate::{CoordinationArea, MOST, case_id};

/// The agency code of a governance centre.
const CENTRE: &str = "centre";

/// The commands that follow here from a signal.
pub fn react(
    signal: &Signal<'_>,
    cases: &Cases<'_, CoordinationArea>,
) -> Vec<Reaction<CoordinationArea>> {
    match signal {
        Signal::Event { envelope, now } => {
            let Some(dispute) = envelope.dispute else { return vec![] };
            heard(envelope, dispute, now.day(), cases)
        }
        // Nobody hands a dispute over to coordination.
        Signal::Taken { .. } | Signal::Returned { .. } | Signal::Tell { .. } => vec![],
    }
}

fn heard(
    envelope: &Envelope,
    dispute: DisputeId,
    today: Date,
    cases: &Cases<'_, CoordinationArea>,
) -> Vec<Reaction<CoordinationArea>> {
    let waiting = waiting(dispute, cases);
    let on = envelope.occurred_at.day().min(today);
    let seen = envelope.id;
    match said(envelope, dispute) {
        Said::Trigger(trigger) => failed(&trigger, today, waiting, cases),
        Said::Chosen(track) => waiting
            .filter(|(_, state)| later(envelope, state) && chooses(track, state))
            .map(|(case, _)| reaction(case, Command::RecordChoice { seen, track, on }))
            .into_iter()
            .collect(),
        Said::Told => waiting
            .filter(|(_, state)| {
                later(envelope, state) && state.told_on.is_none() && on >= state.opened_on
            })
            .map(|(case, _)| reaction(case, Command::Tell { on }))
            .into_iter()
            .collect(),
        Said::Over => waiting
            .filter(|(_, state)| later(envelope, state))
            .map(|(case, _)| reaction(case, Command::Drop { seen, on }))
            .into_iter()
            .collect(),
        Said::Nothing => vec![],
    }
}

fn reaction(case: CaseId, command: Command) -> Reaction<CoordinationArea> {
    Reaction { case, command: command.into() }
}

fn state<'a>(
    dispute: DisputeId,
    number: u32,
    cases: &'a Cases<'_, CoordinationArea>,
) -> Option<(CaseId, &'a State)> {
    let id = case_id(dispute, number);
    cases.get(id).map(|Case::Suggestion(state)| (id, state))
}

/// The proposal of the dispute that still has an object; at most one has.
fn waiting<'a>(
    dispute: DisputeId,
    cases: &'a Cases<'_, CoordinationArea>,
) -> Option<(CaseId, &'a State)> {
    let open = |(_, state): &(CaseId, &State)| match state.stage {
        Stage::Open | Stage::Reminded { .. } | Stage::Raised { .. } => true,
        Stage::Chosen { .. } | Stage::Dropped { .. } => false,
    };
    (1..=MOST).filter_map(|number| state(dispute, number, cases)).find(open)
}

/// True when the event was made after the one that set the proposal off. Events of different agencies
/// arrive in any order; the leading bits of their ids are the time at which they were made.
fn later(envelope: &Envelope, state: &State) -> bool {
    envelope.id > state.trigger
}

/// The track that failed is not a choice of a new route, unless the law offers it again.
fn chooses(track: TrackKind, state: &State) -> bool {
    track != state.failed || state.routes.iter().any(|route| route.track == track)
}

/// A mediation has failed: what is proposed for an earlier one has lost its object, and the routes that
/// the law leaves open now are proposed to who must know what comes next.
fn failed(
    trigger: &Trigger,
    today: Date,
    waiting: Option<(CaseId, &State)>,
    cases: &Cases<'_, CoordinationArea>,
) -> Vec<Reaction<CoordinationArea>> {
    // What is unknown is not assumed: without the kind of dispute there is no telling which routes are open.
    let Some((kind, track)) = trigger.kind.zip(trigger.track) else { return vec![] };
    // The court gets its case back and tries it: there is no route to look for (T-C-02, T-C-05).
    if matches!(
        track,
        TrackKind::CourtEntrustedMediation | TrackKind::CourtEntrustedMediationInLitigation
    ) {
        return vec![];
    }
    let Some(centre) = centre_above(trigger.agency) else { return vec![] };
    let Some(rule) = Rules::shipped().matching(trigger).next() else { return vec![] };
    let free = (1..=MOST).find(|number| state(trigger.dispute, *number, cases).is_none());
    let Some(number) = free.filter(|_| trigger.on <= today) else { return vec![] };
    let known = |number| state(trigger.dispute, number, cases);
    let repeated = (1..=MOST).filter_map(known).any(|(_, state)| state.trigger == trigger.id);
    let outdated = waiting.is_some_and(|(_, state)| state.trigger > trigger.id);
    if repeated || outdated {
        return vec![];
    }
    let present = earlier(trigger.dispute, cases)
        .fold(Present::of(kind), |present, track| present.track(track, Standing::Failed))
        .track(track, Standing::Failed);
    let drop =
        waiting.map(|(case, _)| reaction(case, Command::Drop { seen: trigger.id, on: trigger.on }));
    let open = Command::Open {
        trigger: Box::new(trigger.clone()),
        rule: rule.id.clone(),
        centre,
        present,
    };
    drop.into_iter().chain([reaction(case_id(trigger.dispute, number), open)]).collect()
}

/// The tracks that failed before.
fn earlier<'a>(
    dispute: DisputeId,
    cases: &'a Cases<'_, CoordinationArea>,
) -> impl Iterator<Item = TrackKind> + 'a {
    (1..=MOST).filter_map(move |number| state(dispute, number, cases)).map(|(_, s)| s.failed)
}

/// The governance centre above an agency: that of its own region, for a centre the next higher one. A
/// village's is that of its township (plan 五(二)).
fn centre_above(agency: Agency) -> Option<Agency> {
    let code = CENTRE.parse().ok()?;
    let own = match agency.region.level() {
        RegionLevel::Village => agency.region.parent()?,
        RegionLevel::Town | RegionLevel::County | RegionLevel::City | RegionLevel::Province => {
            agency.region
        }
    };
    let region = if agency.code == code { own.parent()? } else { own };
    Some(Agency { region, code })
}
