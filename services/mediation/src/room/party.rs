//! A party in the room: she sees the text and what was said, speaks, and confirms exactly the text that she read.

use jiefen_ledger::Error;
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::serve::proof::{Proof, Several, counted, prove, whose};
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::Case;
use jiefen_mediation_rules::people_mediation::Command;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_vocab::DisputeId;
use jiefen_vocab::receipt::Receipt;
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Status};

use super::{Server, closed, id, people, show, spoken};
use crate::MediationArea;

/// So many lines of one party are taken in an hour.
const SPOKEN: i64 = 120;

type View = CaseView<MediationArea>;

/// Parses a proof.
fn proof(m: Option<&pb::PartyProof>) -> Result<Proof, Error> {
    let given = m.cloned().unwrap_or_default();
    let mut fields = Fields::new();
    let proof = Proof::parse(&mut fields, &given.receipt, &given.phone_digits, &given.client);
    fields.done(proof)
}

/// The dispute of a people's mediation and whose the proof is.
fn fits(view: &View, proof: &Proof) -> Option<Result<(DisputeId, u32), Several>> {
    let Case::PeopleMediation(state) = &view.state else { return None };
    let dispute = state.brief.dispute;
    if Receipt::of(dispute) != proof.receipt {
        return None;
    }
    Some(whose(&state.brief.parties, &proof.digits)?.map(|party| (dispute, party)))
}

impl Server {
    /// The dispute and the party whose proof it is.
    async fn party(
        &self,
        metadata: &MetadataMap,
        given: Option<&pb::PartyProof>,
    ) -> Result<(DisputeId, u32), Status> {
        self.app.portal(metadata)?;
        let proof = proof(given)?;
        prove(&self.app, &proof, |view| fits(view, &proof)).await
    }

    /// The newest people's mediation of a dispute.
    async fn newest(&self, dispute: DisputeId) -> Result<View, Status> {
        let all = read::cases_of::<MediationArea>(self.app.ledger.store(), dispute).await?;
        let mut of_people = all.into_iter().filter(|view| people(view).is_ok());
        let newest = of_people.next_back();
        let gone = || Error::NotFound {
            what: "人民调解案件",
            what_en: "people's mediation",
            name: dispute.to_string(),
        };
        Ok(newest.ok_or_else(gone)?)
    }

    fn room(&self, view: &View, party: u32) -> Result<pb::PartyRoom, Status> {
        Ok(show::room(view, people(view)?, party, self.now().day()))
    }

    /// What a party sees, as soon as it is newer than what she has seen.
    ///
    /// # Errors
    /// The proof is none, or the database cannot be read.
    pub async fn enter(
        &self,
        metadata: &MetadataMap,
        m: &pb::EnterRoomRequest,
    ) -> Result<pb::EnterRoomResponse, Status> {
        let (dispute, party) = self.party(metadata, m.proof.as_ref()).await?;
        let voice = show::voice(party);
        let mut waiting = self.waiting(m.wait_ms);
        loop {
            let view = self.newest(dispute).await?;
            let lines = self.app.ledger.store().lines(id(&view)?, m.after, &voice).await?;
            let room = self.room(&view, party)?;
            if !lines.is_empty() || room.revision != m.seen || waiting.is_over() {
                let lines = show::lines(people(&view)?, &lines, &voice);
                return Ok(pb::EnterRoomResponse { room: Some(room), lines });
            }
            waiting.a_while().await;
        }
    }

    /// Keeps what a party says.
    ///
    /// # Errors
    /// The proof is none, she has said too much in this hour, or the mediation has ended.
    pub async fn heard(
        &self,
        metadata: &MetadataMap,
        m: &pb::SpeakRequest,
    ) -> Result<pb::SpeakResponse, Status> {
        let (dispute, party) = self.party(metadata, m.proof.as_ref()).await?;
        let voice = show::voice(party);
        let spoken = spoken(m.head.as_ref(), voice.clone(), &m.text, false)?;
        let view = self.newest(dispute).await?;
        if !view.row.open {
            return Err(closed().into());
        }
        if m.head.as_ref().is_some_and(|head| head.validate_only) {
            return Ok(pb::SpeakResponse::default());
        }
        counted(&self.app, "speak", &format!("{dispute}/{party}"), SPOKEN).await?;
        let line = self.say(id(&view)?, spoken).await?;
        Ok(pb::SpeakResponse { line: Some(show::line(people(&view)?, &line, &voice)) })
    }

    /// A party confirms the text that she read.
    ///
    /// # Errors
    /// The proof is none, or the law does not allow it: the text is another one by now.
    pub async fn confirmed(
        &self,
        call: &Call<pb::ConfirmTextRequest>,
    ) -> Result<pb::ConfirmTextResponse, Status> {
        let m = call.get_ref();
        let (dispute, party) = self.party(call.metadata(), m.proof.as_ref()).await?;
        let mut fields = Fields::new();
        let hash = fields.text("hash", &m.hash, 64);
        let hash = fields.done(hash)?;
        let case = id(&self.newest(dispute).await?)?;
        let command = Command::ConfirmDraft { party, hash, on: self.now().day() };
        let parsed = Parsed { case, command: command.into() };
        self.app.command_of_party(call, m.head.as_ref(), show::voice(party), parsed).await?;
        self.written.send_modify(|count| *count = count.wrapping_add(1));
        let view = self.newest(dispute).await?;
        Ok(pb::ConfirmTextResponse { room: Some(self.room(&view, party)?) })
    }
}
