//! When a session can be held: the mediator's side are two verbs, a party's side is below. What it means that a
//! dispute is hers is `ledger::serve::proof`; the law is `people_mediation::slots`.

use jiefen_ledger::Error;
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::proof::{Proof, Several, counted, prove, whose};
use jiefen_ledger::serve::{Parsed, case_named};
use jiefen_ledger::wire::{Fields, date_to};
use jiefen_mediation_rules::Case;
use jiefen_mediation_rules::people_mediation::{Answer, Command, Offered, Slot, Stage, State};
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::times_service_server::TimesService;
use jiefen_vocab::DisputeId;
use jiefen_vocab::receipt::Receipt;
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Response, Status};

use crate::announce::code;
use crate::{MediationArea, wire};

/// So many words of one party about times are taken in an hour.
const PICKED: i64 = 20;

type View = CaseView<MediationArea>;

jiefen_ledger::service! {
    TimesService for Server(MediationArea), pb, wire;
    get {}
    verbs {
    offer_slots(OfferSlotsRequest) -> OfferSlotsResponse;
    choose_slots(ChooseSlotsRequest) -> ChooseSlotsResponse;
    }
    own {
        async fn show_times(
            &self,
            call: Call<pb::ShowTimesRequest>,
        ) -> Result<Response<pb::ShowTimesResponse>, Status> {
            let proof = call.get_ref().proof.as_ref();
            let (dispute, party) = self.party(call.metadata(), proof).await?;
            let times = Some(self.times(dispute, party).await?);
            Ok(Response::new(pb::ShowTimesResponse { times }))
        }

        async fn pick_times(
            &self,
            call: Call<pb::PickTimesRequest>,
        ) -> Result<Response<pb::PickTimesResponse>, Status> {
            let m = call.get_ref();
            let (dispute, party) = self.party(call.metadata(), m.proof.as_ref()).await?;
            let picked = m.picked.iter().copied().collect();
            let command = Command::ChooseSlots { party, picked };
            self.given(&call, m.head.as_ref(), (dispute, party), command).await?;
            let times = Some(self.times(dispute, party).await?);
            Ok(Response::new(pb::PickTimesResponse { times }))
        }

        async fn leave_mediation(
            &self,
            call: Call<pb::LeaveMediationRequest>,
        ) -> Result<Response<pb::LeaveMediationResponse>, Status> {
            let m = call.get_ref();
            let (dispute, party) = self.party(call.metadata(), m.proof.as_ref()).await?;
            let command = Command::WithdrawConsent { party, how: "online".to_owned() };
            self.given(&call, m.head.as_ref(), (dispute, party), command).await?;
            let times = Some(self.times(dispute, party).await?);
            Ok(Response::new(pb::LeaveMediationResponse { times }))
        }
    }
}

impl Server {
    /// The dispute and the party whose proof it is.
    async fn party(
        &self,
        metadata: &MetadataMap,
        given: Option<&pb::TimesProof>,
    ) -> Result<(DisputeId, u32), Status> {
        self.0.portal(metadata)?;
        let given = given.cloned().unwrap_or_default();
        let mut fields = Fields::new();
        let proof = Proof::parse(&mut fields, &given.receipt, &given.phone_digits, &given.client);
        let proof = fields.done(proof)?;
        prove(&self.0, &proof, |view| fits(view, &proof)).await
    }

    /// The newest people's mediation of a dispute.
    async fn newest(&self, dispute: DisputeId) -> Result<View, Status> {
        let all = read::cases_of::<MediationArea>(self.0.ledger.store(), dispute).await?;
        let newest = all.into_iter().rfind(|view| people(view).is_some());
        Ok(newest.ok_or_else(|| gone(dispute))?)
    }

    /// A party's own word.
    async fn given<M: prost::Message>(
        &self,
        call: &Call<M>,
        head: Option<&jiefen_proto::jiefen::common::v1::CommandHead>,
        (dispute, party): (DisputeId, u32),
        command: Command,
    ) -> Result<(), Status> {
        let view = self.newest(dispute).await?;
        counted(&self.0, "times", &format!("{dispute}/{party}"), PICKED).await?;
        let case = case_named("name", &format!("cases/{}", view.row.id))?;
        let parsed = Parsed { case, command: command.into() };
        self.0.command_of_party(call, head, format!("party/{party}"), parsed).await.map(drop)
    }

    async fn times(&self, dispute: DisputeId, party: u32) -> Result<pb::PartyTimes, Status> {
        let view = self.newest(dispute).await?;
        let state = people(&view).ok_or_else(|| gone(dispute))?;
        Ok(seen(state, party))
    }
}

fn people(view: &View) -> Option<&State> {
    match &view.state {
        Case::PeopleMediation(state) => Some(state),
        Case::EntrustedMediation(_)
        | Case::Matter(_)
        | Case::IndustryMediation(_)
        | Case::LawyerMediation(_) => None,
    }
}

fn gone(dispute: DisputeId) -> Error {
    Error::NotFound {
        what: "人民调解案件",
        what_en: "people's mediation",
        name: dispute.to_string(),
    }
}

/// The dispute of a people's mediation and whose the proof is.
fn fits(view: &View, proof: &Proof) -> Option<Result<(DisputeId, u32), Several>> {
    let state = people(view)?;
    let dispute = state.brief.dispute;
    if Receipt::of(dispute) != proof.receipt {
        return None;
    }
    Some(whose(&state.brief.parties, &proof.digits)?.map(|party| (dispute, party)))
}

/// The times as one party sees them.
fn seen(state: &State, party: u32) -> pb::PartyTimes {
    let talking = match &state.stage {
        Stage::ConsentAsked | Stage::Mediating | Stage::Drafted { .. } => true,
        Stage::InForce { .. } | Stage::Breached { .. } | Stage::Ended { .. } => false,
    };
    let offered = state.slots.as_ref();
    let own = offered.and_then(|offered| offered.of(party));
    let parties: Vec<u32> = state.brief.parties.iter().map(|party| party.no).collect();
    let all = |offered: &Offered| parties.iter().all(|no| offered.of(*no).is_some());
    let planned = state.planned.as_ref().filter(|_| talking);
    pb::PartyTimes {
        kind_zh: state.brief.kind.zh().to_owned(),
        open: talking,
        slots: offered.map(|offered| slots(&offered.slots)).unwrap_or_default(),
        answered: own.is_some(),
        picked: own.into_iter().flatten().copied().collect(),
        on: planned.map(|planned| date_to(planned.on)),
        place: planned.map(|planned| planned.place.clone()).unwrap_or_default(),
        mode_zh: planned.map(|planned| planned.mode.zh().to_owned()).unwrap_or_default(),
        none_in_common: offered
            .is_some_and(|offered| all(offered) && offered.common(&parties).is_none()),
        may_leave: talking,
    }
}

fn slots(slots: &[Slot]) -> Vec<pb::Slot> {
    let shown = |(slot, no): (&Slot, u32)| pb::Slot {
        no,
        on: Some(date_to(slot.on)),
        at: slot.hour(),
        place: slot.place.clone(),
        mode: code(&slot.mode),
    };
    slots.iter().zip(1..).map(shown).collect()
}

/// The times as the committee sees them.
pub fn offered(offered: &Offered) -> pb::Slots {
    let answer = |answer: &Answer| pb::SlotAnswer {
        party: answer.party,
        picked: answer.picked.iter().copied().collect(),
    };
    pb::Slots {
        slots: slots(&offered.slots),
        answers: offered.answers.iter().map(answer).collect(),
    }
}
