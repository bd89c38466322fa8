//! Mediations under a named neutral: what they have in common for others, and their view.

use jiefen_handoff::Input;
use jiefen_ledger::Told;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_ledger::{Announcement, Error};
use jiefen_mediation_rules::Case;
use jiefen_mediation_rules::industry_mediation as industry;
use jiefen_mediation_rules::lawyer_mediation::{self as lawyer, Share};
use jiefen_mediation_rules::neutral::{Bargain, Course, Doubt, Event};
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_vocab::TrackKind;

use crate::announce::{code, consented, held, withdrawn};
use crate::custody::progress;
use crate::view::{consents, draft, other_procedure, outcome, planned, sessions, tag, term};
use crate::{Kind, MediationArea};

/// What a common event means for the custody of the dispute.
pub fn custody(told: &Told<'_>, event: &Event, track: TrackKind) -> Vec<Input> {
    match event {
        Event::SessionScheduled { session } => progress(told, track, Some(session.on)),
        Event::SessionHeld { .. } | Event::TermExtended { .. } => progress(told, track, None),
        Event::ConsentWithdrawn { .. }
        | Event::MediatorNamed { .. }
        | Event::DoubtRaised { .. }
        | Event::DoubtWaived { .. }
        | Event::ChallengeDecided { .. }
        | Event::MediatorRemoved { .. }
        | Event::TermBegun { .. }
        | Event::AppraisalBegun { .. }
        | Event::AppraisalEnded { .. }
        | Event::UndisputedRecorded { .. }
        | Event::TextPut { .. }
        | Event::TextConfirmed { .. } => vec![],
    }
}

/// The public event of a common one, when it has one.
pub fn announce(told: &Told<'_>, kind: Kind, event: &Event) -> Option<Announcement> {
    match event {
        Event::TermBegun { rule, on } => consented(told, kind, rule, *on),
        Event::ConsentWithdrawn { party, on, .. } => withdrawn(told, "民法典5", *party, *on),
        Event::SessionHeld { session } => {
            let lawyer = kind == Kind::LawyerMediation;
            let basis = if lawyer { "律师调解意见9" } else { "四(四)6" };
            held(told, basis, session.no, session.on)
        }
        Event::MediatorNamed { .. }
        | Event::DoubtRaised { .. }
        | Event::DoubtWaived { .. }
        | Event::ChallengeDecided { .. }
        | Event::MediatorRemoved { .. }
        | Event::SessionScheduled { .. }
        | Event::TermExtended { .. }
        | Event::AppraisalBegun { .. }
        | Event::AppraisalEnded { .. }
        | Event::UndisputedRecorded { .. }
        | Event::TextPut { .. }
        | Event::TextConfirmed { .. } => None,
    }
}

/// One mediation under a named neutral.
///
/// # Errors
/// The case is of another procedure.
pub fn shown(view: &CaseView<MediationArea>) -> Result<pb::NeutralMediation, Error> {
    match &view.state {
        Case::IndustryMediation(state) => Ok(of_industry(view, state)),
        Case::LawyerMediation(state) => Ok(of_lawyer(view, state)),
        Case::PeopleMediation(_) | Case::EntrustedMediation(_) | Case::Matter(_) => {
            Err(other_procedure(view, "行业调解、律师调解案件", "mediation under a named neutral"))
        }
    }
}

fn of_industry(view: &CaseView<MediationArea>, state: &industry::State) -> pb::NeutralMediation {
    let body = &state.body;
    let mut shown = pb::NeutralMediation {
        by: if state.handed { "hand_off" } else { "application" }.to_owned(),
        outcome: outcome(state.outcome()),
        fee: state.fee.iter().map(share).collect(),
        expert: state.expert.as_ref().map(|asked| asked.person.clone()).unwrap_or_default(),
        expert_on: state.expert.as_ref().map(|asked| date_to(asked.on)),
        body: Some(pb::TradeBody {
            kind: code(&body.kind),
            members: body.members.iter().copied().collect(),
            court_linked: body.court_linked,
            checked: body.checked,
        }),
        ..of_course(view, &state.course)
    };
    match &state.stage {
        industry::Stage::Planned { draft: plan, served } => {
            shown.draft = Some(draft(plan));
            shown.plan_served_on = Some(date_to(*served));
        }
        industry::Stage::Agreed { bargain } => in_force(&mut shown, bargain),
        industry::Stage::Ended { ending, on } => {
            shown.ending = tag(ending);
            shown.ended_on = Some(date_to(*on));
            match ending {
                industry::Ending::Contract { bargain, .. } => in_force(&mut shown, bargain),
                industry::Ending::Failed
                | industry::Ending::TermOver
                | industry::Ending::Objected { .. }
                | industry::Ending::NoAnswer
                | industry::Ending::NobodyNeutral
                | industry::Ending::Refused { .. }
                | industry::Ending::Sham => {}
            }
        }
        industry::Stage::Asking | industry::Stage::Willing | industry::Stage::Mediating => {}
    }
    shown
}

fn of_lawyer(view: &CaseView<MediationArea>, state: &lawyer::State) -> pb::NeutralMediation {
    let mut shown = pb::NeutralMediation {
        by: if state.handed { "hand_off" } else { "application" }.to_owned(),
        outcome: outcome(state.outcome()),
        fee: state.fee.iter().map(share).collect(),
        host: state.host.as_ref().map(code).unwrap_or_default(),
        ..of_course(view, &state.course)
    };
    match &state.stage {
        lawyer::Stage::Agreed { bargain } => in_force(&mut shown, bargain),
        lawyer::Stage::Ended { ending, on } => {
            shown.ending = tag(ending);
            shown.ended_on = Some(date_to(*on));
            match ending {
                lawyer::Ending::Agreement { bargain, .. } => in_force(&mut shown, bargain),
                lawyer::Ending::Failed
                | lawyer::Ending::TermOver
                | lawyer::Ending::NobodyTook
                | lawyer::Ending::NoAnswer
                | lawyer::Ending::Refused { .. }
                | lawyer::Ending::ConsentWithdrawn { .. }
                | lawyer::Ending::Sham => {}
            }
        }
        lawyer::Stage::Asking | lawyer::Stage::Waiting | lawyer::Stage::Mediating => {}
    }
    shown
}

/// The text that binds stands in the agreement alone.
fn in_force(shown: &mut pb::NeutralMediation, bargain: &Bargain) {
    shown.draft = None;
    shown.agreement = Some(pb::Agreement {
        draft: Some(draft(&bargain.draft)),
        form: "written".to_owned(),
        effective_on: Some(date_to(bargain.on)),
        force: "contract".to_owned(),
        windows: bargain.windows.iter().map(code).collect(),
        performed: vec![],
        broken: vec![],
    });
}

fn of_course(view: &CaseView<MediationArea>, course: &Course) -> pb::NeutralMediation {
    let brief = brief_to(&course.brief);
    let (text, replaced) = (course.text.as_ref(), course.replaced.as_ref());
    pb::NeutralMediation {
        head: Some(case_head(view)),
        brief: Some(brief.clone()),
        code: brief.code,
        kind: brief.kind,
        track: brief.track,
        parties: brief.parties,
        summary: brief.summary,
        opened_on: Some(date_to(course.begun_on)),
        consents: consents(&course.brief, &course.consents),
        mediator: course.mediator.clone().unwrap_or_default(),
        not_accepted: course.removed.iter().cloned().collect(),
        accepted_on: course.term.as_ref().map(|term| date_to(term.from)),
        term: course.term.as_ref().map(term),
        planned: course.planned.as_ref().map(planned),
        sessions: sessions(&course.sessions),
        draft: text.map(|text| draft(&text.draft)),
        confirmed: text.map(|text| text.confirmed.clone()).unwrap_or_default(),
        edition: course.edition,
        replaced: replaced.map(|text| draft(&text.draft)),
        voided: replaced.map(|text| text.confirmed.clone()).unwrap_or_default(),
        doubt: course.doubt.as_ref().map(doubt),
        undisputed: course.undisputed.as_ref().map(|f| f.reveal().clone()).unwrap_or_default(),
        ..pb::NeutralMediation::default()
    }
}

fn doubt(doubt: &Doubt) -> pb::Doubt {
    pb::Doubt {
        interest: code(&doubt.interest),
        by: doubt.by.unwrap_or_default(),
        waived: doubt.waived.iter().copied().collect(),
    }
}

fn share(share: &Share) -> pb::FeeShare {
    pb::FeeShare { party: share.party, amount_fen: share.amount.0 }
}
