//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;
use jiff::civil::Date;

use super::divert::APPRAISAL;
use super::{Errand, Fact, Fee, MediationResult, Receipt, Stage, State, Track};
use jiefen_procedure::term::{Standstill, Term};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::ComplaintReceived { .. }
        | Fact::MissingListed { .. }
        | Fact::CorrectedReceived { .. }
        | Fact::Filed { .. }
        | Fact::NumberGiven { .. }
        | Fact::FilingRefused { .. }
        | Fact::RefusalServed { .. }
        | Fact::RefusalAppealed { .. } => before(&mut state, fact),
        Fact::Delegated { .. }
        | Fact::Entrusted { .. }
        | Fact::MediatorSigned { .. }
        | Fact::MediationExtended { .. }
        | Fact::MediationStopped { .. }
        | Fact::MediationResumed { .. }
        | Fact::MediationEnded { .. } => mediate(&mut state, fact),
        Fact::FeeNotified { on } => {
            state.fee = Fee::Asked;
            state.stage = Stage::FeeDue { on: *on };
        }
        Fact::FeePaid { on } => {
            state.fee = Fee::Paid { on: *on };
            state.stage = Stage::Filed;
        }
        Fact::FeeRelieved { on } => {
            state.fee = Fee::Relieved { on: *on };
            state.stage = Stage::Filed;
        }
        Fact::TrackChosen { track, measure, judge, filed_on, standstills, .. } => {
            state.judge = Some(judge.clone());
            state.measure = Some(measure.clone());
            state.try_on(*track, *filed_on, standstills);
            state.stage = Stage::OnTrial;
        }
        Fact::Converted { track, filed_on, standstills, .. } => {
            state.try_on(*track, *filed_on, standstills);
        }
        Fact::Served { service } => state.served.push(service.clone()),
        Fact::DefenceReceived { party, on } => {
            state.defences.push(Receipt { party: *party, on: *on });
        }
        Fact::HearingSet { on, .. } => state.hearing_on = Some(*on),
        Fact::TrialStopped { reason, on, .. } => {
            state.with_trial(|term| term.stop(*on, reason.code()));
        }
        Fact::TrialResumed { to } => state.with_trial(|term| term.resume(*to)),
        Fact::TrialExtended { months, .. } => state.with_trial(|term| {
            term.extended = term.extended.saturating_add(*months);
        }),
        Fact::WithdrawalAsked { on } => state.withdrawal_asked = Some(*on),
        Fact::WithdrawalRefused { .. } => state.withdrawal_asked = None,
        Fact::StatementMade { .. }
        | Fact::StatementServed { .. }
        | Fact::StatementRetracted { .. }
        | Fact::Judged { .. }
        | Fact::JudgmentServed { .. }
        | Fact::AppealTimePassed { .. } => conclude(&mut state, fact),
        Fact::Ended { ending, on, .. } => {
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
    }
    Some(state)
}

impl State {
    fn with_trial(&mut self, change: impl FnOnce(&mut Term)) {
        if let Some(term) = &mut self.trial {
            change(term);
        }
    }

    fn try_on(&mut self, track: Track, filed_on: Date, standstills: &[Standstill]) {
        let standstills = standstills.to_vec();
        self.track = Some(track);
        self.trial = Some(Term { standstills, ..Term::new(track.rule(), filed_on) });
    }

    /// Where a filed case stands when it is neither out for mediation nor being concluded.
    fn resting(&self) -> Stage {
        if self.track.is_some() { Stage::OnTrial } else { Stage::Filed }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::ComplaintReceived { brief, plaintiff, receipt, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        receipt: receipt.clone(),
        received_on: *on,
        plaintiff: *plaintiff,
        listed: false,
        case_no: None,
        filed_on: None,
        judge: None,
        barred: Vec::new(),
        fee: Fee::NotAsked,
        track: None,
        measure: None,
        trial: None,
        mediated: None,
        hearing_on: None,
        withdrawal_asked: None,
        served: Vec::new(),
        defences: Vec::new(),
        stage: Stage::Received { since: *on },
    })
}

fn before(state: &mut State, fact: &Fact) {
    if let Fact::MissingListed { missing, on } = fact {
        state.listed = true;
        state.stage = Stage::Correcting { missing: missing.clone(), on: *on };
    }
    if let Fact::CorrectedReceived { on } = fact {
        state.stage = Stage::Received { since: *on };
    }
    if let Fact::Filed { case_no, on, .. } = fact {
        state.case_no = case_no.clone();
        state.filed_on = Some(*on);
        state.trial = Some(Term::new("T-E-11", *on));
        state.stage = Stage::Filed;
    }
    if let Fact::NumberGiven { case_no, .. } = fact {
        state.case_no = Some(case_no.clone());
    }
    if let Fact::FilingRefused { ground, on } = fact {
        state.stage = Stage::Refused { ground: *ground, on: *on, served_on: None };
    }
    if let (Fact::RefusalServed { on, .. }, Stage::Refused { served_on, .. }) =
        (fact, &mut state.stage)
    {
        *served_on = Some(*on);
    }
    if let Fact::RefusalAppealed { on, .. } = fact {
        state.stage = Stage::RefusalAppealed { on: *on };
    }
}

fn mediate(state: &mut State, fact: &Fact) {
    if let Fact::Delegated { body, rule, on } | Fact::Entrusted { body, rule, on } = fact {
        let errand = Errand { body: *body, rule: rule.clone(), sent_on: *on, term: None };
        state.stage = if matches!(fact, Fact::Delegated { .. }) {
            Stage::Delegated { errand }
        } else {
            Stage::Entrusted { errand }
        };
    }
    if let Fact::MediationEnded { result, not_counted, on, filed } = fact {
        state.mediated = result.or(state.mediated);
        if let Some(Standstill { from, to: Some(to), reason }) = not_counted {
            state.with_trial(|term| {
                term.stop(*from, reason);
                term.resume(*to);
            });
        }
        state.stage = if *filed { state.resting() } else { Stage::Received { since: *on } };
    }
    let (Stage::Delegated { errand } | Stage::Entrusted { errand }) = &mut state.stage else {
        return;
    };
    if let Fact::MediatorSigned { mediator, rule, on } = fact {
        errand.term = Some(Term::new(rule, *on));
        state.barred.push(mediator.clone());
    }
    let Some(term) = &mut errand.term else { return };
    if let Fact::MediationExtended { days, .. } = fact {
        term.extended = term.extended.saturating_add(*days);
    }
    if let Fact::MediationStopped { on } = fact {
        term.stop(*on, APPRAISAL);
    }
    if let Fact::MediationResumed { to } = fact {
        term.resume(*to);
    }
}

fn conclude(state: &mut State, fact: &Fact) {
    if let Fact::StatementMade { on } = fact {
        state.stage = Stage::StatementMade { on: *on, received: Vec::new() };
    }
    if let Fact::StatementRetracted { .. } = fact {
        // What was agreed is off; the case is tried.
        state.mediated = state.mediated.map(|_| MediationResult::Failed);
        state.stage = state.resting();
    }
    if let Fact::Judged { on, finally, .. } = fact {
        let (received, passed) = (Vec::new(), Vec::new());
        state.stage = Stage::Judged { on: *on, finally: *finally, received, passed };
    }
    if let (Stage::StatementMade { received, .. }, Fact::StatementServed { party, .. }) =
        (&mut state.stage, fact)
    {
        received.push(*party);
    }
    if let Stage::Judged { received, passed, .. } = &mut state.stage {
        if let Fact::JudgmentServed { party, on, .. } = fact {
            received.push(Receipt { party: *party, on: *on });
        }
        if let Fact::AppealTimePassed { party, .. } = fact {
            passed.push(*party);
        }
    }
}
