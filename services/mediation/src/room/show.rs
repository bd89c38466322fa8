//! What those in the room see of it.

use jiefen_ledger::read::CaseView;
use jiefen_ledger::shelf::{Line, PARTY};
use jiefen_ledger::wire::date_to;
use jiefen_mediation_rules::agreement::Draft;
use jiefen_mediation_rules::enforceable::{findings, sentence};
use jiefen_mediation_rules::people_mediation::{Stage, State};
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_vocab::Party;
use jiff::civil::Date;

use crate::MediationArea;
use crate::announce::code;

/// How the store calls a party.
pub fn voice(party: u32) -> String {
    format!("{PARTY}{party}")
}

/// The terms as they read, with what was found of each.
pub fn sentences(draft: &Draft, parties: &[Party], on: Date) -> Vec<pb::Sentence> {
    let shown = draft.obligations.iter().map(|owed| {
        let found = findings(owed, parties, on).into_iter().map(|one| pb::Finding {
            check: one.check.code().to_owned(),
            definite: one.definite,
            zh: one.zh,
            en: one.en.to_owned(),
            instead: one.instead.to_owned(),
            basis: one.basis.to_owned(),
        });
        let text = sentence(owed, parties).reveal().clone();
        pb::Sentence { no: owed.no, text, findings: found.collect() }
    });
    shown.collect()
}

/// Lines as one of those in the room reads them.
pub fn lines(state: &State, lines: &[Line], reader: &str) -> Vec<pb::Line> {
    lines.iter().map(|kept| line(state, kept, reader)).collect()
}

/// One line. A member of the staff is the mediator to the others, never a staff id.
pub fn line(state: &State, line: &Line, reader: &str) -> pb::Line {
    let no = line.spoken.party();
    let party = no.and_then(|no| state.brief.parties.iter().find(|party| party.no == no));
    pb::Line {
        no: line.no,
        party: no.unwrap_or_default(),
        name: party.map_or_else(|| "调解员".to_owned(), |party| party.name.reveal().clone()),
        text: line.spoken.text.reveal().clone(),
        at: line.at.to_string(),
        note: line.spoken.note,
        own: line.spoken.by == reader,
    }
}

/// The room as a party sees it.
pub fn room(
    view: &CaseView<MediationArea>,
    state: &State,
    party: u32,
    today: Date,
) -> pb::PartyRoom {
    let parties = &state.brief.parties;
    let name = |party: &Party| pb::PartyName { no: party.no, name: party.name.reveal().clone() };
    let planned = state.planned.as_ref().map(|session| pb::Session {
        no: session.no,
        on: Some(date_to(session.on)),
        place: session.place.clone(),
        mode: code(&session.mode),
        ..pb::Session::default()
    });
    let (text, confirmed) = match &state.stage {
        Stage::Drafted { draft, confirmed, .. } => (Some(draft), confirmed.clone()),
        Stage::InForce { agreement } | Stage::Breached { agreement } => {
            (Some(&agreement.draft), parties.iter().map(|party| party.no).collect())
        }
        Stage::ConsentAsked | Stage::Mediating | Stage::Ended { .. } => (None, Vec::new()),
    };
    let drafted = matches!(state.stage, Stage::Drafted { .. });
    let replaced = state.replaced.as_ref().filter(|_| drafted);
    pb::PartyRoom {
        revision: view.row.version.to_string(),
        party,
        kind_zh: state.brief.kind.zh().to_owned(),
        parties: parties.iter().map(name).collect(),
        state_zh: view.row.state_zh.clone(),
        planned,
        facts: text.map(|text| text.facts.reveal().clone()).unwrap_or_default(),
        sentences: text.map(|text| sentences(text, parties, today)).unwrap_or_default(),
        hash: text.map(|text| text.hash.clone()).unwrap_or_default(),
        edition: state.edition,
        confirmed,
        voided: replaced.map(|before| before.confirmed.clone()).unwrap_or_default(),
        before: replaced.map(|before| sentences(&before.draft, parties, today)).unwrap_or_default(),
        open: view.row.open,
        in_force: text.is_some() && !drafted,
    }
}
