//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::sync::Arc;

use jiefen_procedure::Brief;
use jiefen_vocab::Fen;

use super::decide::TERM;
use super::{Fact, Review, Stage, State, Upper};
use jiefen_procedure::term::Term;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Applied { .. } | Fact::PropertyChecked { .. } | Fact::TimesClosed { .. } => {}
        Fact::Accepted { case_no, judge, on } => {
            state.case_no = Some(case_no.clone());
            state.judge = Some(judge.clone());
            state.term = Some(Term::new(TERM, *on));
            state.stage = Stage::Accepted;
        }
        Fact::NoticeIssued { .. } => state.stage = Stage::Enforcing,
        Fact::NoticeServed { party, on, .. } => state.notified.push((*party, *on)),
        Fact::Paid { amount, .. } => {
            state.six_months = false;
            state.paid = Fen(state.paid.0.saturating_add(amount.0));
        }
        Fact::Settled { due_on, on, .. } => {
            state.six_months = false;
            if let Some(term) = &mut state.term {
                term.stop(*on, "settlement");
            }
            state.upper = None;
            state.stage = Stage::Settled { due_on: *due_on };
        }
        Fact::Resumed { after_settlement, on } => {
            match &mut state.term {
                Some(term) if *after_settlement => term.resume(*on),
                Some(_) | None => state.term = Some(Term::new(TERM, *on)),
            }
            state.stage = Stage::Enforcing;
        }
        Fact::EndedForNow { on } => {
            state.six_months = false;
            state.upper = None;
            state.stage = Stage::EndedForNow { on: *on };
        }
        Fact::MeasureTaken { .. }
        | Fact::MeasureOver { .. }
        | Fact::Restricted { .. }
        | Fact::RestrictionRemoved { .. }
        | Fact::ObjectionFiled { .. }
        | Fact::ObjectionDecided { .. }
        | Fact::ObjectionOver { .. }
        | Fact::ReviewRequested { .. }
        | Fact::ReviewDecided { .. } => beside(&mut state, fact),
        Fact::UpperCourtAsked { .. }
        | Fact::Urged { .. }
        | Fact::UrgeLapsed { .. }
        | Fact::UpperCourtDeclined { .. } => at_the_upper_court(&mut state, fact),
        Fact::PleaReceived { ground, on, .. } => state.plea = Some((*ground, *on)),
        Fact::PleaRejected { .. } => state.plea = None,
        Fact::TermLengthened { months, .. } => {
            if let Some(term) = &mut state.term {
                term.extended = term.extended.saturating_add(*months);
            }
        }
        Fact::SixMonthsPassed { .. } => {
            state.six_months = false;
            state.may_go_up = true;
        }
        Fact::Closing { ending, on } => {
            state.stage = Stage::Closing { ending: *ending, on: *on };
        }
        Fact::Concluded { ending, on } => state.stage = Stage::Ended { ending: *ending, on: *on },
    }
    Some(state)
}

/// What the upper court has before it.
fn at_the_upper_court(state: &mut State, fact: &Fact) {
    if let Fact::UpperCourtAsked { on, .. } = fact {
        state.six_months = false;
        state.upper = Some(Upper { asked_on: *on, until: None, passed: false });
    } else if let Fact::UpperCourtDeclined { .. } = fact {
        state.upper = None;
    } else if let Some(upper) = &mut state.upper {
        if let Fact::Urged { until, .. } = fact {
            upper.until = Some(*until);
        }
        upper.passed |= matches!(fact, Fact::UrgeLapsed { .. });
    }
}

/// The facts that only touch what runs beside enforcement.
fn beside(state: &mut State, fact: &Fact) {
    match fact {
        Fact::MeasureTaken { measure } => {
            state.six_months = false;
            state.measures.retain(|old| old.no != measure.no);
            state.measures.push(*measure);
        }
        Fact::MeasureOver { measure, .. } => {
            state.measures.iter_mut().filter(|one| one.no == *measure).for_each(|one| {
                one.open = false;
            });
        }
        Fact::Restricted { restriction } => state.restrictions.push(*restriction),
        Fact::RestrictionRemoved { restriction, .. } => {
            state.restrictions.iter_mut().filter(|one| one.no == *restriction).for_each(|one| {
                one.open = false;
            });
        }
        Fact::ObjectionFiled { objection } => state.objections.push(*objection),
        Fact::ObjectionDecided { objection, on, .. } => {
            state.objections.iter_mut().filter(|one| one.no == *objection).for_each(|one| {
                one.decided_on = Some(*on);
            });
        }
        Fact::ObjectionOver { objection, remedy, .. } => {
            state.objections.iter_mut().filter(|one| one.no == *objection).for_each(|one| {
                one.remedy = Some(*remedy);
            });
        }
        Fact::ReviewRequested { objection, on, .. } => {
            state.objections.iter_mut().filter(|one| one.no == *objection).for_each(|one| {
                one.review = Some(Review { asked_on: *on, ruled_on: None });
            });
        }
        Fact::ReviewDecided { objection, on, .. } => {
            let ours = state.objections.iter_mut().filter(|one| one.no == *objection);
            ours.filter_map(|one| one.review.as_mut())
                .for_each(|review| review.ruled_on = Some(*on));
        }
        Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::NoticeIssued { .. }
        | Fact::NoticeServed { .. }
        | Fact::Paid { .. }
        | Fact::Settled { .. }
        | Fact::Resumed { .. }
        | Fact::EndedForNow { .. }
        | Fact::PropertyChecked { .. }
        | Fact::PleaReceived { .. }
        | Fact::PleaRejected { .. }
        | Fact::TermLengthened { .. }
        | Fact::SixMonthsPassed { .. }
        | Fact::UpperCourtAsked { .. }
        | Fact::Urged { .. }
        | Fact::UrgeLapsed { .. }
        | Fact::UpperCourtDeclined { .. }
        | Fact::Closing { .. }
        | Fact::Concluded { .. }
        | Fact::TimesClosed { .. } => {}
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Applied { brief, title, task, on } = fact else { return None };
    Some(State {
        brief: Arc::new(Brief::clone(brief)),
        title: Arc::new((**title).clone()),
        task: *task,
        applied_on: *on,
        case_no: None,
        judge: None,
        term: None,
        notified: Vec::new(),
        paid: Fen(0),
        measures: Vec::new(),
        restrictions: Vec::new(),
        objections: Vec::new(),
        plea: None,
        six_months: true,
        may_go_up: false,
        upper: None,
        stage: Stage::Applied,
    })
}
