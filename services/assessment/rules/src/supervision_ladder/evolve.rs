//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiff::civil::Date;

use super::{Appeal, Fact, Listing, Recheck, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    state.latest_on = state.latest_on.max(day(fact));
    if !rung(&mut state, fact) {
        listed(&mut state, fact);
    }
    Some(state)
}

fn first(fact: &Fact) -> Option<State> {
    let Fact::Drafted { unit, ground, cases, threshold, listing, by, on } = fact else {
        return None;
    };
    Some(State {
        unit: *unit,
        grounds: vec![ground.clone()],
        cases: cases.clone(),
        threshold: *threshold,
        drafted_by: by.clone(),
        signed: Vec::new(),
        talk: None,
        evidence: Vec::new(),
        rejected: 0,
        listing: None,
        appeals: Vec::new(),
        latest_on: *on,
        stage: if *listing { Stage::ListingDrafted } else { Stage::TalkDrafted },
    })
}

/// Facts up to the listing, and of appeals. False: the fact is one of the list.
#[expect(clippy::wildcard_enum_match_arm, reason = "facts of the list are below")]
fn rung(state: &mut State, fact: &Fact) -> bool {
    match fact {
        Fact::Drafted { .. } | Fact::LatenessFound { .. } => {}
        Fact::TalkSigned { by, on } => {
            state.signed.push((by.clone(), *on));
            state.stage = Stage::TalkCalled;
        }
        Fact::TalkHeld { talk } => {
            state.talk = Some(talk.clone());
            state.stage = Stage::Rectifying;
        }
        Fact::RectificationReported { evidence, .. } => {
            state.evidence.clone_from(evidence);
            state.stage = Stage::Reported;
        }
        Fact::RectificationVerified { .. } => state.stage = Stage::Rectified,
        Fact::RectificationRejected { .. } => {
            state.rejected = state.rejected.saturating_add(1);
            state.stage = Stage::Rectifying;
        }
        Fact::ListingProposed { ground, .. } => {
            state.grounds.extend(ground.clone());
            state.stage = Stage::ListingDrafted;
        }
        Fact::Appealed { dispute, reason, on, .. } => state.appeals.push(Appeal {
            dispute: *dispute,
            reason: reason.clone(),
            on: *on,
            decision: None,
            correction: None,
        }),
        Fact::AppealDecided { no, upheld, correction, by, on, .. } => {
            let place = usize::try_from(*no).ok().and_then(|no| no.checked_sub(1));
            if let Some(appeal) = place.and_then(|at| state.appeals.get_mut(at)) {
                appeal.decision = Some((*upheld, by.clone(), *on));
                appeal.correction.clone_from(correction);
                if *upheld {
                    state.cases.remove(&appeal.dispute);
                }
            }
        }
        Fact::Withdrawn { .. } => state.stage = Stage::Withdrawn,
        _ => return false,
    }
    true
}

/// Facts of the list.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other facts are above")]
fn listed(state: &mut State, fact: &Fact) {
    if let Fact::Listed { goal, term, by, on } = fact {
        state.signed.push((by.clone(), *on));
        state.listing = Some(Listing {
            goal: goal.clone(),
            term: term.clone(),
            reports: Vec::new(),
            missed_weeks: 0,
            recheck: None,
            refused: 0,
            referred_on: None,
        });
        state.stage = Stage::Listed;
        return;
    }
    let Some(listing) = &mut state.listing else { return };
    match fact {
        Fact::WeekReported { report } => listing.reports.push(report.clone()),
        Fact::WeekMissed { .. } => listing.missed_weeks = listing.missed_weeks.saturating_add(1),
        Fact::TermPassed { .. } => state.stage = Stage::TermOver,
        Fact::ListingExtended { units, .. } => {
            listing.term.extended = listing.term.extended.saturating_add(*units);
            state.stage = Stage::Listed;
        }
        Fact::AccountabilityReferred { on, .. } => {
            listing.referred_on = Some(*on);
            state.stage = Stage::Listed;
        }
        Fact::RemovalRequested { .. } => {
            listing.recheck = Some(Recheck::default());
            state.stage = Stage::Rechecking;
        }
        Fact::SampleDrawn { sample, .. } => {
            let sample = sample.iter().map(|id| (*id, None)).collect();
            listing.recheck = Some(Recheck { sample });
        }
        Fact::CaseChecked { dispute, holds, .. } => {
            let case = listing.recheck.as_mut().and_then(|r| r.sample.get_mut(dispute));
            if let Some(found) = case {
                *found = Some(*holds);
            }
        }
        Fact::RemovalRefused { term_over, .. } => {
            listing.refused = listing.refused.saturating_add(1);
            listing.recheck = None;
            state.stage = if *term_over { Stage::TermOver } else { Stage::Listed };
        }
        Fact::Delisted { .. } => state.stage = Stage::Delisted,
        _ => {}
    }
}

fn day(fact: &Fact) -> Date {
    match fact {
        Fact::TalkHeld { talk } => talk.on,
        Fact::WeekReported { report } => report.on,
        Fact::Drafted { on, .. }
        | Fact::TalkSigned { on, .. }
        | Fact::RectificationReported { on, .. }
        | Fact::RectificationVerified { on, .. }
        | Fact::RectificationRejected { on, .. }
        | Fact::ListingProposed { on, .. }
        | Fact::Listed { on, .. }
        | Fact::WeekMissed { on }
        | Fact::TermPassed { on }
        | Fact::ListingExtended { on, .. }
        | Fact::AccountabilityReferred { on, .. }
        | Fact::RemovalRequested { on, .. }
        | Fact::SampleDrawn { on, .. }
        | Fact::CaseChecked { on, .. }
        | Fact::Delisted { on, .. }
        | Fact::RemovalRefused { on, .. }
        | Fact::Appealed { on, .. }
        | Fact::AppealDecided { on, .. }
        | Fact::Withdrawn { on, .. }
        | Fact::LatenessFound { on, .. } => *on,
    }
}
