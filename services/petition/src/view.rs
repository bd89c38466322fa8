//! The area's own view of a case: for the office that handles it, with the parties' names.

use jiefen_ledger::Error;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_petition_rules::Case;
use jiefen_petition_rules::petition::{
    Classified, Earlier, Ended, Handed, Handling, Opinion, Stage, State,
};
use jiefen_proto::jiefen::common::v1::Date as WireDate;
use jiefen_proto::jiefen::petition::v1 as pb;
use jiff::civil::Date;

use crate::PetitionArea;
use crate::codes::{self, Code};

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn earlier(earlier: &Earlier) -> pb::Earlier {
    use pb::earlier::Known;
    let known = match earlier {
        Earlier::InHand { at, dispute, until } => Known::InHand(pb::EarlierInHand {
            at: at.to_string(),
            dispute: text(*dispute),
            until: day(*until),
        }),
        Earlier::Ended { how, on } => {
            Known::Ended(pb::EarlierEnded { how: how.code().to_owned(), on: day(*on) })
        }
    };
    pb::Earlier { known: Some(known) }
}

fn classified(classified: &Classified) -> pb::Classified {
    pb::Classified {
        branch: classified.branch.code().to_owned(),
        route: text(classified.route),
        on: day(classified.on),
    }
}

fn handed(handed: &Handed) -> pb::Handed {
    pb::Handed {
        unit: handed.unit.to_string(),
        on: day(handed.on),
        report_by: handed.report_by.and_then(day),
        received_on: handed.received_on.and_then(day),
        fixed: handed.fixed,
        told: handed.told,
    }
}

fn handling(handling: &Handling) -> pb::Handling {
    pb::Handling { accepted_on: day(handling.accepted_on), extended: handling.extended }
}

fn opinion(opinion: &Opinion) -> pb::Opinion {
    pb::Opinion {
        on: day(opinion.on),
        verdict: opinion.verdict.code().to_owned(),
        served_on: opinion.served_on.and_then(day),
    }
}

fn asked(on: Date, hearing_since: Option<Date>) -> pb::Asked {
    pb::Asked { on: day(on), hearing_since: hearing_since.and_then(day) }
}

fn ended(ended: &Ended) -> pb::Ended {
    let (how, branch) = codes::ending(ended.how);
    pb::Ended { how: how.to_owned(), branch: text(branch.map(Code::code)), on: day(ended.on) }
}

/// What depends on where the matter stands.
fn stage(state: &State, shown: &mut pb::Petition) {
    match &state.stage {
        Stage::Registered => {}
        Stage::Forwarded(own) => shown.handed = Some(handed(own)),
        Stage::Objected { handed: own, on, proposes } => {
            shown.handed = Some(handed(own));
            shown.objected = Some(pb::Objected { on: day(*on), proposes: text(*proposes) });
        }
        Stage::Handling(own) => shown.handling = Some(handling(own)),
        Stage::Opinion(own) => shown.opinion = Some(opinion(own)),
        Stage::Review { asked_on } => shown.review = Some(asked(*asked_on, None)),
        Stage::Reviewed(own) => shown.reviewed = Some(opinion(own)),
        Stage::Rereview { asked_on, hearing_since } => {
            shown.rereview = Some(asked(*asked_on, *hearing_since));
        }
        Stage::Ended(own) => shown.ended = Some(ended(own)),
    }
}

/// A petition.
///
/// # Errors
/// None: every case of this area is a petition.
pub fn petition(view: &CaseView<PetitionArea>) -> Result<pb::Petition, Error> {
    let Case::Petition(state) = &view.state;
    let mut shown = pb::Petition {
        head: Some(case_head(view)),
        brief: Some(brief_to(&state.brief)),
        number: state.number.clone(),
        received_on: day(state.received_on),
        form: state.form.code().to_owned(),
        matter: state.matter.code().to_owned(),
        earlier: state.earlier.as_ref().map(earlier),
        to_report: state.to_report,
        representatives: state.representatives.clone(),
        accused: state.accused.iter().map(ToString::to_string).collect(),
        recused: state.recused.clone(),
        classified: state.classified.as_ref().map(classified),
        ..pb::Petition::default()
    };
    stage(state, &mut shown);
    Ok(shown)
}
