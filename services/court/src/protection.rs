//! 人身安全保护令: how it begins with another unit's word, what is told of it, and its view. The danger does not wait for a
//! hand-off: whoever answers for the dispute goes on answering for it.

use std::collections::BTreeSet;

use jiefen_court_rules::Case;
use jiefen_court_rules::protection_order::{
    Applicant, Application, Command, Ending, Fact, Form, Measure, Order, Reconsideration, Stage,
    State,
};
use jiefen_handoff::Input;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to, stamp};
use jiefen_ledger::{Announcement, Error, Told};
use jiefen_procedure::{Brief, Papers};
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_vocab::{FactId, Flag, Moment, PartyRole, TrackKind};

use crate::CourtArea;
use crate::announce::{code, day, tag, tell, top};
use crate::custody::{answered, progress};
use crate::view::{other_procedure, outcome};

/// The application that a unit's word is, in the endangered person's name: orally, against the other side, for what an
/// order always forbids. The court hears her about the rest. None: nobody is named whom it could forbid anything.
pub fn application(brief: &Brief, task: Option<FactId>) -> Option<Command> {
    let of = |role| brief.parties.iter().find(move |party| party.role == role);
    let victim = of(PartyRole::Applicant)?.no;
    let respondent = of(PartyRole::Respondent)?.no;
    let application = Application {
        victim,
        respondent,
        by: Applicant::Victim,
        victim_cannot: false,
        form: Form::Oral,
        facts: brief.summary.clone(),
        measures: BTreeSet::from([Measure::NoViolence, Measure::NoContact]),
        competent: true,
        task,
    };
    let urgent = brief.flags.contains(&Flag::SafetyAlert);
    let (brief, application) = (Box::new(brief.clone()), Box::new(application));
    Some(Command::Apply { brief, application, urgent, at: None })
}

/// What a fact means for the custody of the dispute: nothing. The unit that passed the application on learns the court's
/// answer; and where the dispute was handed over for just this, its result is reported.
pub fn custody(told: &Told<'_>, fact: &Fact, state: &State) -> Vec<Input> {
    match fact {
        Fact::Granted { .. } | Fact::Concluded { .. } => {
            let tracks = (state.brief.track, TrackKind::ProtectionOrder);
            let told = |outcome| answered(told, state.application.task, outcome, tracks);
            state.outcome().map(told).unwrap_or_default()
        }
        Fact::Applied { .. } | Fact::Accepted { .. } if for_this(state) => {
            progress(told, TrackKind::ProtectionOrder, None)
        }
        Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::MarkedUrgent { .. }
        | Fact::Rejected { .. }
        | Fact::Served { .. }
        | Fact::BreachFound { .. }
        | Fact::Extended { .. }
        | Fact::Varied { .. }
        | Fact::ReconsiderationAsked { .. }
        | Fact::ReconsiderationOver { .. }
        | Fact::Reopened { .. }
        | Fact::TimesClosed { .. } => vec![],
    }
}

fn for_this(state: &State) -> bool {
    state.brief.track == TrackKind::ProtectionOrder
}

/// What goes along with the result.
pub fn papers(state: &State) -> Option<Papers> {
    let decision = Some("decision".to_owned());
    match &state.stage {
        Stage::Applied | Stage::Accepted | Stage::Rejected { .. } => None,
        Stage::InForce { order, .. } => {
            Some(Papers { effect: decision, on: Some(order.made_on), ..Papers::default() })
        }
        Stage::Ended { on, .. } => Some(Papers { on: Some(*on), ..Papers::default() }),
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    match fact {
        Fact::Applied { urgent, at, .. } => tell(pb::ProtectionApplied {
            head: top(told, "反家庭暴力法 23"),
            urgent: *urgent,
            on: day(at.date()),
        }),
        Fact::Accepted { urgent, at, .. } => tell(pb::ProtectionAccepted {
            head: top(told, "T-R-02"),
            urgent: *urgent,
            on: day(at.date()),
        }),
        Fact::Granted { months, at, .. } => tell(pb::ProtectionGranted {
            head: top(told, "反家庭暴力法 28、29"),
            months: *months,
            on: day(at.date()),
        }),
        Fact::Rejected { on } => {
            tell(pb::ProtectionRejected { head: top(told, "反家庭暴力法 28"), on: day(*on) })
        }
        Fact::Extended { months, on, .. } => tell(pb::ProtectionExtended {
            head: top(told, "反家庭暴力法 30"),
            months: *months,
            on: day(*on),
        }),
        Fact::Concluded { ending, on } => tell(pb::ProtectionEnded {
            head: top(told, basis(*ending)),
            ending: code(ending),
            outcome: ending.outcome().code().to_owned(),
            on: day(*on),
        }),
        Fact::MarkedUrgent { .. }
        | Fact::Served { .. }
        | Fact::BreachFound { .. }
        | Fact::Varied { .. }
        | Fact::ReconsiderationAsked { .. }
        | Fact::ReconsiderationOver { .. }
        | Fact::Reopened { .. }
        | Fact::TimesClosed { .. } => None,
    }
}

fn basis(ending: Ending) -> &'static str {
    match ending {
        Ending::NotAccepted => "反家庭暴力法 25",
        Ending::Withdrawn => "民事诉讼法 13",
        Ending::RejectedFinal => "反家庭暴力法 31",
        Ending::Lapsed | Ending::Revoked => "反家庭暴力法 30",
    }
}

/// One application for a protection order.
///
/// # Errors
/// The case is of another procedure.
pub fn shown(view: &CaseView<CourtArea>) -> Result<pb::ProtectionOrder, Error> {
    let Case::ProtectionOrder(state) = &view.state else {
        return Err(other_procedure(
            view,
            "人身安全保护令案件",
            "application for a protection order",
        ));
    };
    let brief = brief_to(&state.brief);
    let moment = |at| stamp(Moment::from_local(at));
    let mut shown = pb::ProtectionOrder {
        head: Some(case_head(view)),
        brief: Some(brief.clone()),
        code: brief.code,
        kind: brief.kind,
        parties: brief.parties,
        application: Some(asked(&state.application)),
        applied_at: Some(moment(state.applied_at)),
        accepted_at: state.accepted_at.map(moment),
        urgent: state.urgent,
        judge: state.judge.clone().unwrap_or_default(),
        breaches: state.breaches,
        outcome: outcome(state.outcome()),
        ..pb::ProtectionOrder::default()
    };
    standing(&mut shown, &state.stage);
    Ok(shown)
}

fn asked(application: &Application) -> pb::ProtectionApplication {
    pb::ProtectionApplication {
        victim: application.victim,
        respondent: application.respondent,
        by: code(&application.by),
        victim_cannot: application.victim_cannot,
        form: code(&application.form),
        facts: application.facts.reveal().clone(),
        measures: application.measures.iter().map(code).collect(),
        competent: application.competent,
        task: application.task.map(|task| task.to_string()).unwrap_or_default(),
    }
}

fn standing(shown: &mut pb::ProtectionOrder, stage: &Stage) {
    match stage {
        Stage::Applied | Stage::Accepted => {}
        Stage::InForce { order, review } => {
            shown.order = Some(in_force(order));
            reviewed(shown, *review);
        }
        Stage::Rejected { review } => reviewed(shown, *review),
        Stage::Ended { ending, on } => {
            shown.ending = code(ending);
            shown.ended_on = Some(date_to(*on));
        }
    }
}

fn in_force(order: &Order) -> pb::ProtectionInForce {
    pb::ProtectionInForce {
        measures: order.measures.iter().map(code).collect(),
        from: Some(date_to(order.from)),
        months: order.months,
        made_on: Some(date_to(order.made_on)),
        served: order.served.iter().map(code).collect(),
    }
}

fn reviewed(shown: &mut pb::ProtectionOrder, review: Reconsideration) {
    shown.review = tag(&review, "reconsideration");
    shown.review_on = match review {
        Reconsideration::Open { since: on } | Reconsideration::Asked { on } => Some(date_to(on)),
        Reconsideration::Over => None,
    };
}
