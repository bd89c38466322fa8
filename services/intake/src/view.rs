//! One dispute, as the unit that handles it sees it.

use jiefen_intake_rules::Case;
use jiefen_intake_rules::content::{Content, Door};
use jiefen_intake_rules::dispute::notices::needs_proof;
use jiefen_intake_rules::dispute::orders::AdviceOnly;
use jiefen_intake_rules::dispute::parts::{
    FirstInquiry, NoticeDue, Obligation, Origin, Track, TrackState,
};
use jiefen_intake_rules::gaps::Gap;
use jiefen_intake_rules::inquiry::At;
use jiefen_ledger::KnownMaterial;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{consent_to, date_to, party_to};
use jiefen_proto::jiefen::intake::v1 as pb;
use tonic::Status;

use crate::IntakeArea;

/// The dispute of a case.
///
/// # Errors
/// The case is an inquiry, not a dispute.
pub fn dispute(view: &CaseView<IntakeArea>) -> Result<pb::Dispute, Status> {
    let Case::Dispute(state) = &view.state else {
        return Err(jiefen_ledger::Error::NotFound {
            what: "纠纷",
            what_en: "dispute",
            name: view.row.id.clone(),
        }
        .into());
    };
    Ok(pb::Dispute {
        head: Some(case_head(view)),
        receipt: state.receipt.to_string(),
        content: Some(content(&state.content)),
        doors: state.doors.iter().map(door).collect(),
        responsible_unit: state.responsible.unit.to_string(),
        responsible_person: state.responsible.person.clone(),
        tracks: state.tracks.iter().map(track).collect(),
        notices: state.notices.iter().map(notice).collect(),
        obligations: state.obligations.iter().map(obligation).collect(),
        first_inquiry: Some(first_inquiry(&state.first_inquiry)),
        gaps: gaps(&state.content),
        attachments: (1..).zip(&view.materials).map(|(no, known)| attachment(no, known)).collect(),
        representatives: state.representatives.iter().copied().collect(),
        linked: state.linked.iter().map(ToString::to_string).collect(),
        origin: state.origin.as_deref().map(origin),
        advice: state.advice.as_deref().map(crate::advise::shown),
    })
}

/// The inquiry of a case.
///
/// # Errors
/// The case is a dispute, not an inquiry.
pub fn inquiry(view: &CaseView<IntakeArea>) -> Result<pb::Inquiry, Status> {
    let Case::Inquiry(state) = &view.state else {
        return Err(jiefen_ledger::Error::NotFound {
            what: "咨询",
            what_en: "inquiry",
            name: view.row.id.clone(),
        }
        .into());
    };
    let asked = pb::Inquiry {
        head: Some(case_head(view)),
        channel: state.channel.code().to_owned(),
        unit: state.unit.to_string(),
        person: state.person.clone(),
        on: Some(date_to(state.on)),
        question: state.question.reveal().clone(),
        ..pb::Inquiry::default()
    };
    Ok(match &state.stage {
        At::Asked => asked,
        At::Answered { why, answer, signed_by, on } => pb::Inquiry {
            why: match why {
                AdviceOnly::NotADispute => "not_a_dispute",
                AdviceOnly::AdviceWanted => "advice_wanted",
            }
            .to_owned(),
            answer: answer.reveal().clone(),
            signed_by: signed_by.clone(),
            answered_on: Some(date_to(*on)),
            ..asked
        },
        At::Carried { dispute } => pb::Inquiry { dispute: dispute.to_string(), ..asked },
    })
}

fn first_inquiry(first: &FirstInquiry) -> pb::FirstInquiry {
    pb::FirstInquiry {
        unit: first.unit.to_string(),
        on: Some(date_to(first.on)),
        released_on: first.released_on.map(date_to),
    }
}

/// What a registration still lacks.
pub fn gaps(content: &Content) -> Vec<pb::Gap> {
    let shown = |gap: Gap| pb::Gap {
        name: gap.what.name().to_owned(),
        party: gap.party,
        zh: gap.what.zh().to_owned(),
        en: gap.what.en().to_owned(),
        basis: gap.what.basis().to_owned(),
        instead: gap.what.instead().to_owned(),
    };
    content.gaps().into_iter().map(shown).collect()
}

/// A paper on file, without its content.
pub fn attachment(no: u32, known: &KnownMaterial) -> pb::Attachment {
    let paper = &known.material;
    pb::Attachment {
        no,
        sha256: paper.sha256.clone(),
        name: paper.name.reveal().clone(),
        media_type: paper.media_type.clone(),
        size: paper.size,
        unit: paper.unit.to_string(),
        person: paper.person.clone(),
        on: Some(date_to(paper.at.day())),
    }
}

pub(crate) fn content(content: &Content) -> pb::Content {
    let none = content.no_applicant.map(|why| match why {
        jiefen_intake_rules::content::NoApplicant::FoundByScreening => "found_by_screening",
        jiefen_intake_rules::content::NoApplicant::OwnMotion => "own_motion",
        jiefen_intake_rules::content::NoApplicant::Anonymous => "anonymous",
    });
    pb::Content {
        kind: content.kind.code().to_owned(),
        place: content.place.to_string(),
        other_places: content.other_places.iter().map(ToString::to_string).collect(),
        summary: content.summary.reveal().clone(),
        parties: content.parties.iter().map(party_to).collect(),
        no_applicant: none.unwrap_or_default().to_owned(),
        amount_fen: content.amount.map(|amount| amount.0),
        people: content.people,
        flags: content.flags.iter().map(|flag| flag.code().to_owned()).collect(),
        consents: content.consents.iter().map(consent_to).collect(),
        happened_on: content.happened_on.map(date_to),
    }
}

fn origin(origin: &Origin) -> pb::Origin {
    let kept = |(column, text): &(String, jiefen_vocab::Private<String>)| pb::Kept {
        column: column.clone(),
        text: text.reveal().clone(),
    };
    let (file, row) = (origin.file.clone(), origin.row);
    pb::Origin { file, row, kept: origin.kept.iter().map(kept).collect() }
}

pub(crate) fn door(door: &Door) -> pb::Door {
    pb::Door {
        no: door.no,
        channel: door.channel.code().to_owned(),
        number: door.number.clone().unwrap_or_default(),
        unit: door.unit.to_string(),
        on: Some(date_to(door.on)),
        answered_on: door.answered_on.map(date_to),
    }
}

fn track(track: &Track) -> pb::Track {
    let (state, outcome) = match &track.state {
        TrackState::Offered => ("offered", ""),
        TrackState::Running => ("running", ""),
        TrackState::Declined => ("declined", ""),
        TrackState::Expired => ("expired", ""),
        TrackState::Recalled => ("recalled", ""),
        TrackState::Ended { outcome, .. } => ("ended", outcome.code()),
    };
    pb::Track {
        no: track.no,
        unit: track.unit.to_string(),
        kind: track.kind.code().to_owned(),
        mode: track.mode.map(|mode| mode.code().to_owned()).unwrap_or_default(),
        state: state.to_owned(),
        outcome: outcome.to_owned(),
        person: track.person.clone().unwrap_or_default(),
        case_no: track.case_no.clone().unwrap_or_default(),
    }
}

fn notice(notice: &NoticeDue) -> pb::NoticeDue {
    pb::NoticeDue {
        no: notice.no,
        form: notice.form.clone(),
        to: notice.to.iter().copied().collect(),
        served: notice.served.iter().map(|served| served.party).collect(),
        needs_proof: needs_proof(&notice.form),
    }
}

fn obligation(owed: &Obligation) -> pb::Obligation {
    pb::Obligation {
        no: owed.no,
        party: owed.party,
        due: Some(date_to(owed.due)),
        amount_fen: owed.amount.map(|amount| amount.0),
        performed: owed.performed.is_some(),
    }
}
