//! A message of the hand-off protocol on its way out, with what travels beside it.

use jiefen_handoff as handoff;
use jiefen_procedure::{Actor, Beside};
use jiefen_vocab::{Agency, DisputeId};

use crate::area::Area;
use crate::draft::{Draft, Outgoing, Stop};
use crate::envelope::Destination;
use crate::events;
use crate::wire;

impl<A: Area> Draft<'_, A> {
    /// Puts a message into the outbox.
    pub(crate) fn send(
        &mut self,
        dispute: DisputeId,
        to: Agency,
        message: &handoff::Message,
        actor: &Actor,
    ) -> Result<(), Stop> {
        let beside = self.beside_of(dispute, message)?;
        self.note(dispute, message.code(), &to.to_string(), actor);
        if let handoff::Message::Offered(offer) = message {
            self.outgoing.push(events::offered(self.set, dispute, to, offer));
        }
        self.post(dispute, to, message, &beside);
        Ok(())
    }

    /// The same with what travels beside it, and without a note in the journal.
    pub(crate) fn post(
        &mut self,
        dispute: DisputeId,
        to: Agency,
        message: &handoff::Message,
        beside: &Beside,
    ) {
        let id = (self.set.ids)();
        let code = message.code();
        let (from, me) = (to, self.set.me);
        self.outgoing.push(Outgoing {
            id,
            dst: Destination::Agency(to),
            dispute: Some(dispute),
            subject: format!(
                "jf.msg.{}.{}.{}.{}.{code}.{dispute}",
                from.region, from.code, me.region, me.code
            ),
            kind: wire::kind(message).to_owned(),
            epoch: message.epoch().map(|epoch| epoch.to_string()).unwrap_or_default(),
            payload: wire::encode_beside(message, beside),
        });
    }

    /// What travels beside a message: the brief with an offer or task, person and number with an
    /// acceptance, the papers with a result.
    fn beside_of(&self, dispute: DisputeId, message: &handoff::Message) -> Result<Beside, Stop> {
        let mut beside = Beside::default();
        match message {
            handoff::Message::Offered(_) | handoff::Message::TaskGiven { .. } => {
                beside.brief = self.brief(dispute)?;
                let known = self.desk(dispute)?.materials.list.iter();
                beside.materials = known.map(|known| known.material.clone()).collect();
            }
            handoff::Message::Accepted { epoch } => {
                let file = self.desk(dispute)?.offers.get(epoch);
                if let Some(accepted) = file.and_then(|file| file.accepted.clone()) {
                    (beside.person, beside.number) = (accepted.person, accepted.number);
                }
            }
            handoff::Message::ResultReported { .. } => {
                for (_, case) in self.cases_of(dispute)? {
                    let papers = case.state.as_deref().and_then(A::papers);
                    beside.papers = papers.or(beside.papers);
                }
            }
            handoff::Message::ProgressReported { .. } => beside.issued.clone_from(&self.issued),
            handoff::Message::Declined { .. }
            | handoff::Message::Objected { .. }
            | handoff::Message::Confirmed { .. }
            | handoff::Message::Voided { .. }
            | handoff::Message::ExpiryNotice { .. }
            | handoff::Message::ResultAcknowledged { .. }
            | handoff::Message::DesignationRequested { .. }
            | handoff::Message::Designated { .. }
            | handoff::Message::TaskDeclined { .. }
            | handoff::Message::TaskDone { .. }
            | handoff::Message::TaskWithdrawn { .. } => {}
        }
        Ok(beside)
    }

    /// The brief of a dispute at this node: from its own case, or as it came with an earlier offer.
    fn brief(&self, dispute: DisputeId) -> Result<Option<jiefen_procedure::Brief>, Stop> {
        let known = self.cases_of(dispute)?;
        let own = known.iter().find_map(|(_, case)| case.state.as_deref().and_then(A::brief));
        if own.is_some() {
            return Ok(own);
        }
        Ok(self.desk(dispute)?.offers.values().next_back().map(|offer| offer.brief.clone()))
    }

    /// Forgets the files of offers that are over: the newest two stay, for a brief asked again.
    pub(crate) fn trim_offers(&mut self, dispute: DisputeId) -> Result<(), Stop> {
        let mut file = self.desk(dispute)?.clone();
        while file.offers.len() > 2 {
            file.offers.pop_first();
        }
        self.desks.insert(dispute, file);
        Ok(())
    }
}
