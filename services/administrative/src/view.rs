//! The area's own view of a case: for the office that handles it, with the parties' names.

use jiefen_administrative_rules::Case;
use jiefen_administrative_rules::reconsideration::{
    Act, ByParty, Correcting, Days, Decided, Duty, Ended, Ending, Opinion, Review, Stage, State,
    Statement, Stood, SuspendGround, Told, Withdrawal,
};
use jiefen_ledger::Error;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::common::v1::Date as WireDate;
use jiff::civil::Date;

use crate::{AdministrativeArea, codes};

fn day(on: Option<Date>) -> Option<WireDate> {
    on.map(date_to)
}

fn days(days: &Days) -> pb::Days {
    pb::Days { from: day(Some(days.from)), to: day(Some(days.to)) }
}

fn act(act: &Act) -> pb::Act {
    let (told, learnt_on) = match act.told {
        Told::WithAct => ("with_act", None),
        Told::Learnt(on) => ("learnt", Some(on)),
        Told::Never => ("never", None),
    };
    pb::Act {
        kind: codes::code(&act.kind),
        made_on: day(act.made_on),
        knew_on: day(Some(act.knew_on)),
        told: told.to_owned(),
        learnt_on: day(learnt_on),
        real_estate: act.real_estate,
        amount_fen: act.amount.map(|amount| amount.0),
        longer_until: day(act.longer_until),
        excused: act.excused.iter().map(days).collect(),
    }
}

fn duty(duty: &Duty) -> pb::Duty {
    pb::Duty {
        party: duty.party,
        by: day(Some(duty.by)),
        amount_fen: duty.amount.map(|amount| amount.0),
    }
}

fn party_days(events: &[ByParty]) -> Vec<pb::PartyDay> {
    let party_day = |event: &ByParty| pb::PartyDay { party: event.party, on: day(Some(event.on)) };
    events.iter().map(party_day).collect()
}

fn correcting(correcting: &Correcting) -> pb::Correcting {
    pb::Correcting {
        asked_on: day(Some(correcting.asked_on)),
        served_on: day(correcting.served_on),
        extended: correcting.extended,
    }
}

fn stood(stood: &Stood) -> pb::StandStill {
    still(stood.ground, stood.from, Some(stood.to))
}

fn still(ground: SuspendGround, from: Date, to: Option<Date>) -> pb::StandStill {
    pb::StandStill { ground: codes::code(&ground), from: day(Some(from)), to: day(to) }
}

fn statement(statement: &Statement) -> pb::Statement {
    pb::Statement {
        made_on: day(Some(statement.made_on)),
        duty: statement.duty.as_ref().map(duty),
        signed: statement.signed.clone(),
    }
}

fn review(review: &Review, now: Option<(SuspendGround, Date)>) -> pb::Review {
    let running = now.map(|(ground, since)| still(ground, since, None));
    pb::Review {
        accepted_on: day(Some(review.accepted_on)),
        deemed: review.deemed,
        track: codes::code(&review.track),
        major: review.major,
        served: party_days(&review.served),
        replied: party_days(&review.replied),
        silent: review.silent.clone(),
        parties_heard_on: day(review.parties_heard_on),
        hearing_on: day(review.hearing_on),
        heard_on: day(review.heard_on),
        stood: review.stood.iter().map(stood).chain(running).collect(),
        extended: review.extended,
        overdue_on: day(review.overdue),
        sued: review.sued.clone(),
        lapsed: review.lapsed.clone(),
        statement: None,
    }
}

fn decided(decided: &Decided) -> pb::Decided {
    let (result, ground) = codes::upshot(&decided.result);
    let settled = decided.settled.map(|how: Ending| codes::ending(how).0);
    pb::Decided {
        result,
        ground,
        on: day(Some(decided.on)),
        late: decided.late,
        duty: decided.duty.as_ref().map(duty),
        received: party_days(&decided.received),
        lapsed: decided.lapsed.clone(),
        sued: decided.sued.clone(),
        pressed_until: day(decided.pressed),
        settled: settled.unwrap_or_default().to_owned(),
    }
}

fn ended(ended: &Ended) -> pb::Ended {
    let (how, ground) = codes::ending(ended.how);
    pb::Ended { how: how.to_owned(), ground, on: day(Some(ended.on)) }
}

fn withdrawal(asked: &Withdrawal) -> pb::Withdrawal {
    pb::Withdrawal { party: asked.party, settled: asked.settled, on: day(Some(asked.on)) }
}

fn opinion((no, opinion): (u32, &Opinion)) -> pb::Opinion {
    pb::Opinion {
        no,
        agency: opinion.agency.clone(),
        on: day(Some(opinion.on)),
        reported_on: day(opinion.reported_on),
    }
}

/// What depends on where the case stands.
fn stage(state: &State, shown: &mut pb::Reconsideration) {
    match &state.stage {
        Stage::Received => {}
        Stage::Correcting(own) => shown.correcting = Some(correcting(own)),
        Stage::Reviewing(own) => shown.review = Some(review(own, None)),
        Stage::Suspended { review: own, ground, since } => {
            shown.review = Some(review(own, Some((*ground, *since))));
        }
        Stage::Mediating { review: own, since, statement: made } => {
            let own = review(own, Some((SuspendGround::Mediation, *since)));
            shown.review = Some(pb::Review { statement: made.as_ref().map(statement), ..own });
        }
        Stage::Decided(own) => shown.decided = Some(decided(own)),
        Stage::Reporting(own) | Stage::Ended(own) => shown.ended = Some(ended(own)),
    }
}

/// A reconsideration.
///
/// # Errors
/// None: every case of this area is a reconsideration.
pub fn reconsideration(view: &CaseView<AdministrativeArea>) -> Result<pb::Reconsideration, Error> {
    let Case::Reconsideration(state) = &view.state;
    let mut shown = pb::Reconsideration {
        head: Some(case_head(view)),
        brief: Some(brief_to(&state.brief)),
        number: state.number.clone(),
        act: state.act.as_ref().map(act),
        applied_on: day(Some(state.applied_on)),
        applicants: state.applicants.clone(),
        withdrawals: state.withdrawals.iter().map(withdrawal).collect(),
        opinions: (1..).zip(&state.opinions).map(opinion).collect(),
        corrected: state.corrected.as_ref().map(days),
        reviewer: state.person.clone().unwrap_or_default(),
        ..pb::Reconsideration::default()
    };
    stage(state, &mut shown);
    Ok(shown)
}
