//! 强制执行: how it begins with what the court has decided, what is told of it, and its view. Whoever follows performance up
//! goes on doing so.

use std::collections::BTreeSet;

use jiefen_court_rules::confirmation::{self, Fact as Confirmation};
use jiefen_court_rules::enforcement::{
    Command, Ending, Fact, Measure, Objection, Origin, Restriction, RestrictionKind, Stage, State,
    Title,
};
use jiefen_court_rules::{Case, Fact as Any};
use jiefen_handoff::Input;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_ledger::{Announcement, Error, Reaction, Told};
use jiefen_procedure::Papers;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_vocab::{Fen, TrackKind};
use jiff::civil::Date;

use crate::announce::{code, day, tag, tell, top};
use crate::custody::{answered, progress};
use crate::view::{other_procedure, outcome, term};
use crate::{CourtArea, Kind, case_id};

/// What follows here from a party's word that a confirmed agreement be enforced: the enforcement case, with what the
/// court has confirmed. Nobody writes it twice.
pub fn follow(told: &Told<'_>, fact: &Any, case: &Case) -> Vec<Reaction<CourtArea>> {
    let (Any::Confirmation(Confirmation::Ended { ending, on, .. }), Case::Confirmation(state)) =
        (fact, case)
    else {
        return vec![];
    };
    let confirmation::Ending::Enforcement { party } = *ending else { return vec![] };
    let debtors: BTreeSet<u32> =
        state.applicants.iter().copied().filter(|no| *no != party).collect();
    let title = Title {
        origin: Origin::Confirmation,
        creditor: party,
        debtors,
        amount: state.brief.amount,
        due: state.agreement.due.clone(),
        interrupted_on: None,
        effective: true,
        competent: true,
    };
    let (brief, title) = (Box::new(state.brief.clone()), Box::new(title));
    let Some(dispute) = told.dispute else { return vec![] };
    let command = Command::Apply { brief, title, task: None, on: *on }.into();
    vec![Reaction { case: case_id(dispute, Kind::Enforcement, 1), command }]
}

/// What a fact means for the custody of the dispute: nothing. The unit that passed the application on learns how it
/// ended; and where the dispute was handed over for just this, its result is reported.
pub fn custody(told: &Told<'_>, fact: &Fact, state: &State) -> Vec<Input> {
    let tracks = (state.brief.track, TrackKind::Enforcement);
    match fact {
        Fact::Concluded { ending, .. } => answered(told, state.task, ending.outcome(), tracks),
        Fact::Applied { .. } | Fact::Accepted { .. } | Fact::NoticeIssued { .. }
            if tracks.0 == tracks.1 =>
        {
            progress(told, TrackKind::Enforcement, None)
        }
        Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::NoticeIssued { .. }
        | Fact::NoticeServed { .. }
        | Fact::MeasureTaken { .. }
        | Fact::MeasureOver { .. }
        | Fact::Restricted { .. }
        | Fact::RestrictionRemoved { .. }
        | Fact::Paid { .. }
        | Fact::Settled { .. }
        | Fact::Resumed { .. }
        | Fact::EndedForNow { .. }
        | Fact::PropertyChecked { .. }
        | Fact::ObjectionFiled { .. }
        | Fact::ObjectionDecided { .. }
        | Fact::ObjectionOver { .. }
        | Fact::ReviewRequested { .. }
        | Fact::ReviewDecided { .. }
        | Fact::PleaReceived { .. }
        | Fact::PleaRejected { .. }
        | Fact::TermLengthened { .. }
        | Fact::SixMonthsPassed { .. }
        | Fact::UpperCourtAsked { .. }
        | Fact::Urged { .. }
        | Fact::UrgeLapsed { .. }
        | Fact::UpperCourtDeclined { .. }
        | Fact::Closing { .. }
        | Fact::TimesClosed { .. } => vec![],
    }
}

/// What goes along with the result.
pub fn papers(state: &State) -> Option<Papers> {
    match &state.stage {
        Stage::Applied
        | Stage::Accepted
        | Stage::Enforcing
        | Stage::Settled { .. }
        | Stage::EndedForNow { .. }
        | Stage::Closing { .. } => None,
        Stage::Ended { on, .. } => Some(Papers { on: Some(*on), ..Papers::default() }),
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    match fact {
        Fact::Applied { title, on, .. } => tell(pb::EnforcementApplied {
            head: top(told, "民事诉讼法 247"),
            origin: code(&title.origin),
            on: day(*on),
        }),
        Fact::Accepted { on, .. } => {
            tell(pb::EnforcementAccepted { head: top(told, "T-G-01.accept"), on: day(*on) })
        }
        Fact::NoticeIssued { on } => {
            tell(pb::EnforcementNoticed { head: top(told, "民事诉讼法 251"), on: day(*on) })
        }
        Fact::Settled { due_on, on, .. } => tell(pb::EnforcementSettled {
            head: top(told, "民事诉讼法 241"),
            due_on: day(*due_on),
            on: day(*on),
        }),
        Fact::Resumed { on, .. } => {
            tell(pb::EnforcementResumed { head: top(told, "民事诉讼法 241"), on: day(*on) })
        }
        Fact::EndedForNow { on } => tell(pb::EnforcementEndedForNow {
            head: top(told, "终结本次执行规定 1"),
            on: day(*on),
        }),
        Fact::Concluded { ending, on } => tell(pb::EnforcementEnded {
            head: top(told, basis(*ending)),
            ending: tag(ending, "how"),
            outcome: ending.outcome().code().to_owned(),
            on: day(*on),
        }),
        Fact::NoticeServed { .. }
        | Fact::MeasureTaken { .. }
        | Fact::MeasureOver { .. }
        | Fact::Restricted { .. }
        | Fact::RestrictionRemoved { .. }
        | Fact::Paid { .. }
        | Fact::PropertyChecked { .. }
        | Fact::ObjectionFiled { .. }
        | Fact::ObjectionDecided { .. }
        | Fact::ObjectionOver { .. }
        | Fact::ReviewRequested { .. }
        | Fact::ReviewDecided { .. }
        | Fact::PleaReceived { .. }
        | Fact::PleaRejected { .. }
        | Fact::TermLengthened { .. }
        | Fact::SixMonthsPassed { .. }
        | Fact::UpperCourtAsked { .. }
        | Fact::Urged { .. }
        | Fact::UrgeLapsed { .. }
        | Fact::UpperCourtDeclined { .. }
        | Fact::Closing { .. }
        | Fact::TimesClosed { .. } => None,
    }
}

fn basis(ending: Ending) -> &'static str {
    match ending {
        Ending::NotAccepted { .. } => "执行工作规定 16",
        Ending::Done => "民事诉讼法 251",
        Ending::Terminated { .. } => "民事诉讼法 268",
        Ending::NotEnforced { .. } => "民事诉讼法 248、249",
        Ending::SettlementLapsed => "民事诉讼法 241、250",
        Ending::ForNow => "终结本次执行规定 9",
        Ending::GoneUp => "民事诉讼法 237",
    }
}

/// One enforcement case.
///
/// # Errors
/// The case is of another procedure.
pub fn shown(view: &CaseView<CourtArea>) -> Result<pb::Enforcement, Error> {
    let Case::Enforcement(state) = &view.state else {
        return Err(other_procedure(view, "执行案件", "enforcement case"));
    };
    let brief = brief_to(&state.brief);
    let upper = state.upper;
    let mut shown = pb::Enforcement {
        head: Some(case_head(view)),
        brief: Some(brief.clone()),
        code: brief.code,
        kind: brief.kind,
        parties: brief.parties,
        title: Some(title(&state.title)),
        applied_on: Some(date_to(state.applied_on)),
        case_no: state.case_no.clone().unwrap_or_default(),
        judge: state.judge.clone().unwrap_or_default(),
        term: state.term.as_ref().map(term),
        notified: state.notified.iter().map(|(party, on)| receipt(*party, *on)).collect(),
        paid_fen: state.paid.0,
        measures: state.measures.iter().map(measure).collect(),
        restrictions: state.restrictions.iter().map(restriction).collect(),
        objections: state.objections.iter().map(objection).collect(),
        plea: state.plea.map(|(ground, _)| code(&ground)).unwrap_or_default(),
        plea_on: state.plea.map(|(_, on)| date_to(on)),
        may_go_up: state.may_go_up,
        upper_asked_on: upper.map(|upper| date_to(upper.asked_on)),
        urged_until: upper.and_then(|upper| upper.until).map(date_to),
        outcome: outcome(state.outcome()),
        ..pb::Enforcement::default()
    };
    standing(&mut shown, &state.stage);
    Ok(shown)
}

fn standing(shown: &mut pb::Enforcement, stage: &Stage) {
    match stage {
        Stage::Applied | Stage::Accepted | Stage::Enforcing => {}
        Stage::Settled { due_on } => shown.settled_until = Some(date_to(*due_on)),
        Stage::EndedForNow { on } => shown.for_now_on = Some(date_to(*on)),
        Stage::Closing { ending, .. } => shown.ending = tag(ending, "how"),
        Stage::Ended { ending, on } => {
            shown.ending = tag(ending, "how");
            shown.ground = tag(ending, "ground");
            shown.ended_on = Some(date_to(*on));
        }
    }
}

fn title(title: &Title) -> pb::EnforcementTitle {
    pb::EnforcementTitle {
        origin: code(&title.origin),
        creditor: title.creditor,
        debtors: title.debtors.iter().copied().collect(),
        amount_fen: title.amount.map(|Fen(fen)| fen),
        due: title.due.iter().copied().map(date_to).collect(),
        interrupted_on: title.interrupted_on.map(date_to),
        effective: title.effective,
        competent: title.competent,
    }
}

fn receipt(party: u32, on: Date) -> pb::Receipt {
    pb::Receipt { party, on: Some(date_to(on)) }
}

fn measure(one: &Measure) -> pb::EnforcementMeasure {
    let (no, party, open) = (one.no, one.party, one.open);
    pb::EnforcementMeasure { no, kind: code(&one.kind), party, on: Some(date_to(one.on)), open }
}

fn restriction(one: &Restriction) -> pb::EnforcementRestriction {
    let kind = match one.kind {
        RestrictionKind::Listed { able: true } => "listed_able",
        RestrictionKind::Listed { able: false } => "listed",
        RestrictionKind::Consumption => "consumption",
    };
    let (no, party, open) = (one.no, one.party, one.open);
    let on = Some(date_to(one.on));
    pb::EnforcementRestriction { no, kind: kind.to_owned(), party, on, open }
}

fn objection(one: &Objection) -> pb::EnforcementObjection {
    pb::EnforcementObjection {
        no: one.no,
        against: code(&one.against),
        by: one.by.unwrap_or_default(),
        on: Some(date_to(one.on)),
        decided_on: one.decided_on.map(date_to),
        remedy: one.remedy.map(|remedy| code(&remedy)).unwrap_or_default(),
    }
}
