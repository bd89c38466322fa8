//! The area's own view of a case: for the commission that handles it, with the parties' names.

use jiefen_arbitration_rules::Case;
use jiefen_arbitration_rules::labour_arbitration::{
    Awards, Claim, Ended, Ending, Event, Hearing, Item, Line, Sheet, Stage, Standing, State,
    Statement, StayGround,
};
use jiefen_ledger::Error;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::common::v1::Date as WireDate;
use jiff::civil::Date;

use crate::ArbitrationArea;

fn day(on: Option<Date>) -> Option<WireDate> {
    on.map(date_to)
}

fn party_day(event: &Event) -> pb::PartyDay {
    pb::PartyDay { party: event.party, on: day(Some(event.on)) }
}

fn party_days(events: &[Event]) -> Vec<pb::PartyDay> {
    events.iter().map(party_day).collect()
}

fn claim(claim: &Claim) -> pb::Claim {
    pb::Claim {
        worker: claim.worker,
        kind: claim.kind.code().to_owned(),
        amount_fen: claim.amount.map(|amount| amount.0),
    }
}

fn item(item: &Item) -> pb::Item {
    pb::Item {
        worker: item.worker,
        kind: item.kind.code().to_owned(),
        amount_fen: item.amount.0,
        finding: item.finding.code().to_owned(),
    }
}

fn still(ground: StayGround, from: Date, to: Option<Date>) -> pb::StandStill {
    pb::StandStill { ground: ground.code().to_owned(), from: day(Some(from)), to: day(to) }
}

fn statement(statement: &Statement) -> pb::Statement {
    pb::Statement {
        made_on: day(Some(statement.made_on)),
        workers: statement.workers.clone(),
        signed: statement.signed.clone(),
    }
}

fn hearing(hearing: &Hearing, now: Option<(StayGround, Date)>) -> pb::Hearing {
    let past = hearing.stays.iter().map(|stood| still(stood.ground, stood.from, Some(stood.to)));
    let stays = past.chain(now.map(|(ground, since)| still(ground, since, None)));
    pb::Hearing {
        accepted_on: day(Some(hearing.accepted_on)),
        term_from: day(Some(hearing.term_from)),
        stays: stays.collect(),
        extended: hearing.extended,
        served: party_days(&hearing.served),
        defended: party_days(&hearing.defended),
        tribunal: hearing.tribunal.clone(),
        hearing_on: day(hearing.hearing_on),
        heard_on: day(hearing.heard_on),
        defaulted: hearing.defaulted.clone(),
        mediated_on: day(hearing.mediated_on),
        statement: hearing.statement.as_ref().map(statement),
        simplified_on: day(hearing.simplified),
        shortened: hearing.shortened.clone(),
        notified_simply: hearing.confirmed.is_some(),
        confirmed: hearing.confirmed.clone().unwrap_or_default(),
        guided_on: day(hearing.guided_on),
    }
}

fn line(line: &Line) -> pb::Line {
    let (standing, by, on) = match line.standing {
        Standing::Stands => ("stands", 0, None),
        Standing::Sued(event) => ("sued", event.party, Some(event.on)),
        Standing::SetAsideAsked(event) => ("set_aside_asked", event.party, Some(event.on)),
        Standing::Upheld(on) => ("upheld", 0, Some(on)),
        Standing::SetAside(on) => ("set_aside", 0, Some(on)),
    };
    pb::Line { worker: line.worker, standing: standing.to_owned(), by, on: day(on) }
}

fn sheet(sheet: &Sheet, employers: &[u32]) -> pb::Sheet {
    pb::Sheet {
        paper: sheet.paper.code().to_owned(),
        made_on: day(Some(sheet.made_on)),
        items: sheet.items.iter().map(item).collect(),
        lines: sheet.lines.iter().map(line).collect(),
        received: party_days(&sheet.received),
        lapsed: sheet.lapsed.clone(),
        effective: sheet.effective(employers),
    }
}

fn awards(awards: &Awards, employers: &[u32]) -> pb::Awards {
    pb::Awards {
        made_on: day(Some(awards.made_on)),
        minimum_wage_fen: awards.minimum_wage.monthly.0,
        minimum_wage_year: i32::from(awards.minimum_wage.year),
        minimum_wage_source: awards.minimum_wage.source.clone(),
        late: awards.late,
        defaulted: awards.defaulted.clone(),
        sheets: awards.sheets.iter().map(|own| sheet(own, employers)).collect(),
    }
}

fn ended(ended: &Ended) -> pb::Ended {
    let ground = match ended.how {
        Ending::Refused(ground) => ground.code(),
        Ending::NotApplied
        | Ending::HandedOn
        | Ending::Withdrawn
        | Ending::Settled
        | Ending::InCourt
        | Ending::Concluded => "",
    };
    pb::Ended {
        how: ended.how.code().to_owned(),
        ground: ground.to_owned(),
        on: day(Some(ended.on)),
    }
}

/// What depends on where the case stands.
fn stage(state: &State, shown: &mut pb::LabourArbitration) {
    match &state.stage {
        Stage::Received { contacted_on, .. } => {
            shown.applied_on = None;
            shown.contacted_on = day(*contacted_on);
        }
        Stage::Applied | Stage::Unanswered { .. } => {}
        Stage::Hearing(own) | Stage::Overdue { hearing: own, .. } => {
            shown.hearing = Some(hearing(own, None));
        }
        Stage::Stayed { hearing: own, ground, since } => {
            shown.hearing = Some(hearing(own, Some((*ground, *since))));
        }
        Stage::Awarded(own) => shown.awards = Some(awards(own, &state.employers)),
        Stage::Ended(own) => {
            shown.awards = own.awards.as_ref().map(|own| awards(own, &state.employers));
            shown.ended = Some(ended(own));
        }
    }
}

/// A labour arbitration.
///
/// # Errors
/// None: every case of this area is a labour arbitration.
pub fn labour_arbitration(
    view: &CaseView<ArbitrationArea>,
) -> Result<pb::LabourArbitration, Error> {
    let Case::LabourArbitration(state) = &view.state;
    let mut shown = pb::LabourArbitration {
        head: Some(case_head(view)),
        brief: Some(brief_to(&state.brief)),
        number: state.number.clone(),
        applied_on: day(Some(state.applied_on)),
        workers: state.workers.clone(),
        employers: state.employers.clone(),
        claims: state.claims.iter().map(claim).collect(),
        collective: state.collective,
        knew_on: day(state.knew_on),
        employment_ended_on: day(state.employment_ended_on),
        limitation_raised: state.limitation_raised,
        representatives: state.representatives.clone(),
        remaining: state.remaining.clone(),
        settled: state.settled.clone(),
        earlier: state.earlier.iter().map(ended).collect(),
        collective_contract: state.collective_contract,
        parts: state.parts.as_ref().map(|own| awards(own, &state.employers)),
        ..pb::LabourArbitration::default()
    };
    stage(state, &mut shown);
    Ok(shown)
}
