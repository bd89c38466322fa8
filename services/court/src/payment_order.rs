//! 督促程序: what a payment order means for the dispute, what is told of it, what follows from it here, and its view.

use std::collections::BTreeSet;

use jiefen_court_rules::filing::Command as Filing;
use jiefen_court_rules::payment_order::{
    Application, Basis, Debtor, Ending, Fact, Item, Ruling, Stage, Standing, State,
};
use jiefen_court_rules::{Case, Fact as Any, enforcement};
use jiefen_handoff::{Custody, Input};
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_ledger::{Announcement, Error, Reaction, Told};
use jiefen_procedure::{Brief, Papers};
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_vocab::{Fen, TrackKind};

use crate::announce::{code, day, tag, tell, top};
use crate::custody::{is_reported, progress, report};
use crate::view::{other_procedure, outcome};
use crate::{CourtArea, Kind, case_id};

/// What follows here: a suit that counts as filed is received as one (民诉法解释 438), and what is bound is enforced on
/// the creditor's application. Nobody writes it twice.
pub fn follow(told: &Told<'_>, fact: &Any, case: &Case) -> Vec<Reaction<CourtArea>> {
    let (Any::PaymentOrder(fact), Case::PaymentOrder(state)) = (fact, case) else { return vec![] };
    let Some(dispute) = told.dispute else { return vec![] };
    let (kind, command) = match fact {
        Fact::DeemedFiled { on, .. } => {
            let brief = Brief { track: TrackKind::Litigation, ..Brief::clone(&state.brief) };
            let plaintiff = state.application.creditor;
            // A dispute that nobody has handed over begins here with the suit, under its own code.
            let here = told.desk.custody == Custody::None && !brief.code.is_empty();
            let number = state.case_no.clone().unwrap_or_default();
            let receipt = if here { brief.code.clone() } else { number };
            let brief = Box::new(brief);
            let receive = Filing::ReceiveComplaint { brief, plaintiff, receipt, on: *on };
            (Kind::Filing, receive.into())
        }
        Fact::EnforcementApplied { on } => {
            let (brief, title) = (Box::new(Brief::clone(&state.brief)), Box::new(title(state)));
            let apply = enforcement::Command::Apply { brief, title, task: None, on: *on };
            (Kind::Enforcement, apply.into())
        }
        Fact::Applied { .. }
        | Fact::CorrectionAsked { .. }
        | Fact::CorrectedReceived { .. }
        | Fact::Accepted { .. }
        | Fact::Issued { .. }
        | Fact::Served { .. }
        | Fact::Unserved { .. }
        | Fact::ClaimsPaid { .. }
        | Fact::ObjectionNoted { .. }
        | Fact::ObjectionReceived { .. }
        | Fact::ObjectionUpheld { .. }
        | Fact::ObjectionDismissed { .. }
        | Fact::TimePassed { .. }
        | Fact::Bound { .. }
        | Fact::RulingReceived { .. }
        | Fact::SuitRefused { .. }
        | Fact::EnforcementLost { .. }
        | Fact::Concluded { .. }
        | Fact::TimesClosed { .. } => return vec![],
    };
    vec![Reaction { case: case_id(dispute, kind, 1), command }]
}

/// What is enforced of an order: the claims that are bound.
fn title(state: &State) -> enforcement::Title {
    let bound = state.items.iter().filter(|item| item.standing == Standing::Enforcing);
    let bound: Vec<&Item> = bound.collect();
    let debtors = bound.iter().flat_map(|item| item.claim.debtors.iter().copied());
    let sums = bound.iter().filter_map(|item| item.claim.amount.map(|Fen(fen)| fen));
    enforcement::Title {
        origin: enforcement::Origin::PaymentOrder,
        creditor: state.application.creditor,
        debtors: debtors.collect::<BTreeSet<u32>>(),
        amount: Some(Fen(sums.sum())),
        due: bound.iter().map(|item| item.claim.due_on).collect(),
        interrupted_on: None,
        effective: true,
        competent: true,
    }
}

/// What a fact means for the custody of the dispute, where it was handed over for just this: its result is reported once
/// the order is effective, or the procedure has ended. A suit that counts as filed goes on with it.
pub fn custody(told: &Told<'_>, fact: &Fact, state: &State) -> Vec<Input> {
    if state.brief.track != TrackKind::PaymentOrder {
        return vec![];
    }
    let track = TrackKind::PaymentOrder;
    let sued = matches!(state.stage, Stage::Ended { ending: Ending::DeemedFiled, .. });
    if let Some(outcome) = state.outcome().filter(|_| !sued && !is_reported(told)) {
        return report(told, outcome, track);
    }
    match fact {
        Fact::Applied { .. } | Fact::Accepted { .. } | Fact::Issued { .. } => {
            progress(told, track, None)
        }
        Fact::CorrectionAsked { .. }
        | Fact::CorrectedReceived { .. }
        | Fact::Served { .. }
        | Fact::Unserved { .. }
        | Fact::ClaimsPaid { .. }
        | Fact::ObjectionNoted { .. }
        | Fact::ObjectionReceived { .. }
        | Fact::ObjectionUpheld { .. }
        | Fact::ObjectionDismissed { .. }
        | Fact::TimePassed { .. }
        | Fact::Bound { .. }
        | Fact::RulingReceived { .. }
        | Fact::SuitRefused { .. }
        | Fact::DeemedFiled { .. }
        | Fact::EnforcementApplied { .. }
        | Fact::EnforcementLost { .. }
        | Fact::Concluded { .. }
        | Fact::TimesClosed { .. } => vec![],
    }
}

/// What goes along with the result.
pub fn papers(state: &State) -> Option<Papers> {
    match &state.stage {
        Stage::Applied { .. }
        | Stage::Correcting { .. }
        | Stage::Accepted { .. }
        | Stage::Issued
        | Stage::Contested => None,
        Stage::Effective => {
            Some(Papers { effect: Some("decision".to_owned()), ..Papers::default() })
        }
        Stage::Ended { on, .. } => Some(Papers { on: Some(*on), ..Papers::default() }),
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    match fact {
        Fact::Applied { brief, on, .. } => tell(pb::PaymentOrderApplied {
            head: top(told, "T-F-01"),
            kind: brief.kind.code().to_owned(),
            on: day(*on),
        }),
        Fact::Issued { on } => {
            tell(pb::PaymentOrderIssued { head: top(told, "T-F-03"), on: day(*on) })
        }
        Fact::ObjectionUpheld { on, .. } => {
            tell(pb::PaymentOrderContested { head: top(told, "民事诉讼法 228"), on: day(*on) })
        }
        Fact::Bound { claims, from } => tell(pb::PaymentOrderBound {
            head: top(told, "T-F-07"),
            claims: u32::try_from(claims.len()).unwrap_or(u32::MAX),
            on: day(*from),
        }),
        Fact::Concluded { ending, on } => tell(pb::PaymentOrderEnded {
            head: top(told, basis(*ending)),
            ending: tag(ending, "how"),
            outcome: ending.outcome().code().to_owned(),
            on: day(*on),
        }),
        Fact::CorrectionAsked { .. }
        | Fact::CorrectedReceived { .. }
        | Fact::Accepted { .. }
        | Fact::Served { .. }
        | Fact::Unserved { .. }
        | Fact::ClaimsPaid { .. }
        | Fact::ObjectionNoted { .. }
        | Fact::ObjectionReceived { .. }
        | Fact::ObjectionDismissed { .. }
        | Fact::TimePassed { .. }
        | Fact::RulingReceived { .. }
        | Fact::SuitRefused { .. }
        | Fact::DeemedFiled { .. }
        | Fact::EnforcementApplied { .. }
        | Fact::EnforcementLost { .. }
        | Fact::TimesClosed { .. } => None,
    }
}

fn basis(ending: Ending) -> &'static str {
    match ending {
        Ending::NotAccepted { .. } => "民诉法解释 427",
        Ending::Rejected { .. } => "民诉法解释 428",
        Ending::Withdrawn | Ending::Superseded { .. } => "民诉法解释 430",
        Ending::Unserved => "T-F-05",
        Ending::Paid => "民事诉讼法 227",
        Ending::DeemedFiled | Ending::NoSuit => "T-F-06",
        Ending::ArbitrationFirst => "T-F-08",
        Ending::Enforcement | Ending::TimePassed => "T-F-09",
        Ending::Revoked => "民诉法解释 441",
        Ending::InParts { .. } => "T-F-07",
    }
}

/// One application for a payment order.
///
/// # Errors
/// The case is of another procedure.
pub fn shown(view: &CaseView<CourtArea>) -> Result<pb::PaymentOrder, Error> {
    let Case::PaymentOrder(state) = &view.state else {
        return Err(other_procedure(view, "支付令案件", "application for a payment order"));
    };
    let brief = brief_to(&state.brief);
    let sums = state.items.iter().filter_map(|item| item.claim.amount.map(|Fen(fen)| fen));
    let mut shown = pb::PaymentOrder {
        head: Some(case_head(view)),
        brief: Some(brief.clone()),
        code: brief.code,
        kind: brief.kind,
        parties: brief.parties,
        summary: brief.summary,
        application: Some(asked(&state.application, &state.items)),
        debtors: state.debtors.iter().map(debtor).collect(),
        rulings: state.rulings.iter().map(ruling).collect(),
        applied_on: Some(date_to(state.applied_on)),
        case_no: state.case_no.clone().unwrap_or_default(),
        judge: state.judge.clone().unwrap_or_default(),
        issued_on: state.issued_on.map(date_to),
        amount_fen: sums.sum(),
        outcome: outcome(state.outcome()),
        ..pb::PaymentOrder::default()
    };
    match &state.stage {
        Stage::Accepted { on } => shown.accepted_on = Some(date_to(*on)),
        Stage::Ended { ending, on } => {
            shown.ending = tag(ending, "how");
            shown.ended_on = Some(date_to(*on));
        }
        Stage::Applied { .. }
        | Stage::Correcting { .. }
        | Stage::Issued
        | Stage::Contested
        | Stage::Effective => {}
    }
    Ok(shown)
}

fn asked(application: &Application, items: &[Item]) -> pb::PaymentApplication {
    let item = match application.basis {
        Basis::LabourAgreement { item } => code(&item),
        Basis::Ordinary | Basis::LabourArrears => String::new(),
    };
    pb::PaymentApplication {
        creditor: application.creditor,
        basis: tag(&application.basis, "basis"),
        item,
        claims: items.iter().map(claim).collect(),
        counter_performance: application.counter_performance,
        unreachable: application.unreachable,
        preservation: application.preservation,
        sued: application.sued,
        competent: application.competent,
    }
}

fn claim(item: &Item) -> pb::PaymentClaim {
    pb::PaymentClaim {
        no: item.claim.no,
        thing: code(&item.claim.thing),
        amount_fen: item.claim.amount.map(|Fen(fen)| fen),
        due_on: Some(date_to(item.claim.due_on)),
        debtors: item.claim.debtors.iter().copied().collect(),
        standing: tag(&item.standing, "standing"),
    }
}

fn debtor(one: &Debtor) -> pb::PaymentDebtor {
    pb::PaymentDebtor {
        party: one.party,
        served_on: one.served_on.map(date_to),
        unserved: one.unserved,
        over_on: one.over_on.map(date_to),
        objected_on: one.objection.as_ref().map(|objection| date_to(objection.on)),
    }
}

fn ruling(one: &Ruling) -> pb::PaymentRuling {
    pb::PaymentRuling {
        no: one.no,
        on: Some(date_to(one.on)),
        received_on: one.received_on.map(date_to),
        open: one.open,
    }
}
