//! Messages of other agencies: kept first, applied in their order, parked with the cause when they
//! cannot be handled. A repeated message has no effect.

use jiefen_vocab::DisputeId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::area::{Area, Signal};
use crate::batch::Batch;
use crate::draft::Draft;
use crate::entity::{inbox, links_in, receipts};
use crate::envelope::{Destination, Envelope, Receipt, hex, running};
use crate::error::{Error, chain, store};
use crate::queue::Delivered;
use crate::wire;
use crate::world::World;
use crate::writer::receipt_key;

/// How long the owner of a parked message has, in seconds: one day.
pub(crate) const PARKED_FOR: i64 = 86_400;

/// How many messages behind a filled gap are taken up at once.
const BEHIND_GAP: u64 = 500;

/// Of an event that this node reads, another version is neither news of no interest nor to be guessed at: it
/// waits for a build that knows it.
fn readable_version(reads: &[&str], kind: &str) -> Result<(), Error> {
    let Some(wanted) = unversioned(kind) else { return Ok(()) };
    let Some(known) = reads.iter().find(|known| unversioned(known) == Some(wanted)) else {
        return Ok(());
    };
    let problem = format!(
        "收到 {kind}，本节点只能读 {known}：请升级本节点，再运行 jiefen redrive (an unknown version of an event; upgrade this node, then redrive)"
    );
    Err(Error::field("type", problem))
}

/// `jiefen.court.v1.CaseFiled` without its version.
fn unversioned(kind: &str) -> Option<(&str, &str)> {
    let (rest, name) = kind.rsplit_once('.')?;
    let (area, version) = rest.rsplit_once('.')?;
    let number = version.strip_prefix('v')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some((area, name))
}

impl Batch<'_> {
    /// Takes messages in: what comes next on its link is applied, what comes too early waits.
    pub(crate) async fn deliver<A: Area>(
        &self,
        world: &mut World<A>,
        messages: &[Envelope],
    ) -> Result<Vec<Delivered>, Error> {
        let mut outcomes = Vec::with_capacity(messages.len());
        for message in messages {
            outcomes.push(self.take_in(world, message).await?);
        }
        Ok(outcomes)
    }

    async fn take_in<A: Area>(
        &self,
        world: &mut World<A>,
        message: &Envelope,
    ) -> Result<Delivered, Error> {
        let link = link_key(message);
        let empty = || links_in::Model {
            src: link.0.clone(),
            stream: link.1.clone(),
            seq: 0,
            running: vec![],
            gap: false,
        };
        let state = world.links_in.entry(link.clone()).or_insert_with(empty);
        let next = message.seq == state.seq + 1;
        let kept = world.inbox.get(&message.id.to_string());
        let waits = kept.is_some_and(|row| row.state == "waiting");
        if message.seq <= state.seq || (kept.is_some() && !(next && waits)) {
            return Ok(Delivered::Repeated);
        }
        if message.seq > state.seq + 1 {
            state.gap = true;
            world.new.links_in.insert(link);
            self.keep(
                world,
                message,
                "waiting",
                Some("前面的消息尚未到达 (an earlier message is missing)"),
            );
            return Ok(Delivered::Waiting);
        }
        let gap = state.gap;
        let outcome = self.apply_next(world, message).await?;
        if gap {
            self.fill_gap(world, &link).await?;
        }
        Ok(outcome)
    }

    /// Applies the next message of a link and moves the link on.
    async fn apply_next<A: Area>(
        &self,
        world: &mut World<A>,
        message: &Envelope,
    ) -> Result<Delivered, Error> {
        let link = link_key(message);
        let outcome = self.apply(world, message).await?;
        match &outcome {
            Delivered::Parked(cause) => {
                let behind = cause.is_empty();
                self.keep(world, message, if behind { "behind" } else { "parked" }, Some(cause));
                world.blocked.extend(message.dispute.map(|dispute| dispute.to_string()));
            }
            Delivered::Applied | Delivered::Repeated | Delivered::Waiting => {
                self.keep(world, message, "applied", None);
            }
        }
        if let Some(state) = world.links_in.get_mut(&link) {
            state.seq = message.seq;
            state.running = running(&state.running, &message.payload);
        }
        world.new.links_in.insert(link);
        Ok(outcome)
    }

    /// Applies the messages that waited behind a gap which is now filled.
    async fn fill_gap<A: Area>(
        &self,
        world: &mut World<A>,
        link: &(String, String),
    ) -> Result<(), Error> {
        let from = world.links_in.get(link).map_or(0, |state| state.seq);
        let rows = inbox::Entity::find()
            .filter(inbox::Column::Src.eq(&link.0))
            .filter(inbox::Column::Stream.eq(&link.1))
            .filter(inbox::Column::State.eq("waiting"))
            .filter(inbox::Column::Seq.gt(from))
            .order_by_asc(inbox::Column::Seq)
            .limit(BEHIND_GAP)
            .all(self.db)
            .await
            .map_err(store("look behind a gap"))?;
        let mut waiting: Vec<inbox::Model> = rows;
        let fresh = world.inbox.values().filter(|row| {
            row.src == link.0 && row.stream == link.1 && row.state == "waiting" && row.seq > from
        });
        for row in fresh {
            if !waiting.iter().any(|known| known.id == row.id) {
                waiting.push(row.clone());
            }
        }
        waiting.sort_by_key(|row| row.seq);
        let full = waiting.len() as u64 >= BEHIND_GAP;
        let mut left = false;
        for row in waiting {
            let next = world.links_in.get(link).map_or(0, |state| state.seq) + 1;
            if row.seq != next {
                left = true;
                break;
            }
            let message = envelope(&row)?;
            self.apply_next(world, &message).await?;
        }
        if let Some(state) = world.links_in.get_mut(link) {
            state.gap = left || full;
        }
        if full && !left {
            return Box::pin(self.fill_gap(world, link)).await;
        }
        Ok(())
    }

    async fn apply<A: Area>(
        &self,
        world: &mut World<A>,
        message: &Envelope,
    ) -> Result<Delivered, Error> {
        let dispute = message.dispute.map(|dispute| dispute.to_string());
        if dispute.as_ref().is_some_and(|dispute| world.blocked.contains(dispute)) {
            return Ok(Delivered::Parked(String::new()));
        }
        let result = match message.dst {
            Destination::Everybody => self.apply_event(world, message).await?,
            Destination::Agency(_) => self.apply_message(world, message).await?,
        };
        match result {
            Ok(()) => Ok(Delivered::Applied),
            Err(error) if error.is_transient() => Err(error),
            Err(error) => {
                tracing::error!(%error, message = %message.id, kind = %message.kind, "a message was parked");
                Ok(Delivered::Parked(chain(&error)))
            }
        }
    }

    async fn apply_event<A: Area>(
        &self,
        world: &mut World<A>,
        message: &Envelope,
    ) -> Result<Result<(), Error>, Error> {
        if !A::READS.contains(&message.kind.as_str()) {
            return Ok(readable_version(A::READS, &message.kind));
        }
        let dispute = message.dispute.unwrap_or(DisputeId::from_bits(0));
        let work = |draft: &mut Draft<'_, A>| {
            draft.react(dispute, &Signal::Event { envelope: message, now: self.now })
        };
        // An event is news, not a request: where the law does not allow the reaction, nothing follows.
        match self.attempt(world, message.trace.as_deref(), true, work).await? {
            Err(Error::Refused(refused)) => {
                tracing::info!(reason = %refused.name, message = %message.id, "an event had no effect");
                Ok(Ok(()))
            }
            outcome => Ok(outcome),
        }
    }

    async fn apply_message<A: Area>(
        &self,
        world: &mut World<A>,
        message: &Envelope,
    ) -> Result<Result<(), Error>, Error> {
        let Some(dispute) = message.dispute else {
            return Ok(Err(Error::field("dispute", "必填 (required)")));
        };
        let (said, beside) = match wire::decode(&message.payload) {
            Ok(said) => said,
            Err(error) => return Ok(Err(error)),
        };
        if wire::kind(&said) != message.kind {
            let problem = format!(
                "类型为 {}，内容却是 {} (type and content differ)",
                message.kind,
                wire::kind(&said)
            );
            return Ok(Err(Error::field("type", problem)));
        }
        let bytes = match &beside.wanted {
            Some(wanted) => self.parts_of(wanted).await?,
            None => vec![],
        };
        let work = |draft: &mut Draft<'_, A>| {
            draft.bytes.clone_from(&bytes);
            draft.receive(dispute, message.src, said.clone(), beside.clone())
        };
        self.attempt(world, message.trace.as_deref(), true, work).await
    }

    fn keep<A: Area>(
        &self,
        world: &mut World<A>,
        message: &Envelope,
        state: &str,
        cause: Option<&str>,
    ) {
        let parked = state == "parked" || state == "behind";
        let row = inbox::Model {
            id: message.id.to_string(),
            src: message.src.to_string(),
            stream: link_key(message).1,
            seq: message.seq,
            dispute: message.dispute.map(|dispute| dispute.to_string()),
            kind: message.kind.clone(),
            epoch: message.epoch.clone(),
            payload: message.payload.clone(),
            signature: message.signature.clone(),
            subject: message.subject.clone(),
            trace: message.trace.clone(),
            state: state.to_owned(),
            cause: cause.map(str::to_owned),
            owner: parked.then(|| "operator".to_owned()),
            due_at: parked.then(|| self.now.plus_seconds(PARKED_FOR).0),
            attempts: 1,
            occurred_at: message.occurred_at.0,
            received_at: self.now.0,
        };
        world.new.inbox.insert(row.id.clone());
        world.inbox.insert(row.id.clone(), row);
    }

    /// Tries a parked message again; true when it is applied now.
    pub(crate) async fn retry<A: Area>(
        &self,
        world: &mut World<A>,
        mut row: inbox::Model,
    ) -> Result<bool, Error> {
        let message = envelope(&row)?;
        if let Some(dispute) = &row.dispute {
            world.blocked.remove(dispute);
        }
        let outcome = self.apply(world, &message).await?;
        row.attempts += 1;
        let done = match outcome {
            Delivered::Applied | Delivered::Repeated | Delivered::Waiting => {
                row.state = "applied".to_owned();
                (row.cause, row.owner, row.due_at) = (None, None, None);
                true
            }
            Delivered::Parked(cause) => {
                row.state = "parked".to_owned();
                row.cause = Some(cause);
                world.blocked.extend(row.dispute.clone());
                false
            }
        };
        world.new.inbox.insert(row.id.clone());
        world.inbox.insert(row.id.clone(), row);
        Ok(done)
    }

    /// Signed receipts of others: only these end an outbox row. A receipt that goes back (its reader was
    /// restored from backup) lets the relay send again from there.
    pub(crate) fn receipts<A: Area>(&self, world: &mut World<A>, receipts_: &[Receipt]) {
        for receipt in receipts_ {
            let (dst, reader) = receipt_key(receipt);
            let row = receipts::Model {
                dst: dst.clone(),
                reader: reader.clone(),
                upto: receipt.upto,
                running: receipt.running.as_bytes().to_vec(),
                signature: receipt.signature.as_bytes().to_vec(),
                at: self.now.0,
            };
            world.new.receipts.insert((dst, reader), row);
        }
    }
}

/// The link a message came on: its sender and stream.
pub(crate) fn link_key(message: &Envelope) -> (String, String) {
    let stream = match message.dst {
        Destination::Everybody => "evt",
        Destination::Agency(_) => "msg",
    };
    (message.src.to_string(), stream.to_owned())
}

/// A kept message as it came.
pub(crate) fn envelope(row: &inbox::Model) -> Result<Envelope, Error> {
    let wrong = |why: String| Error::Corrupt { doing: "read a kept message", why };
    let dispute = row.dispute.as_deref().map(str::parse).transpose();
    Ok(Envelope {
        id: row.id.parse().map_err(|e: jiefen_vocab::Malformed| wrong(e.to_string()))?,
        src: row.src.parse().map_err(|e: jiefen_vocab::Malformed| wrong(e.to_string()))?,
        dst: if row.stream == "evt" {
            Destination::Everybody
        } else {
            // A kept message was addressed to this agency; which one no longer matters.
            Destination::Agency(
                row.src.parse().map_err(|e: jiefen_vocab::Malformed| wrong(e.to_string()))?,
            )
        },
        seq: row.seq,
        kind: row.kind.clone(),
        subject: row.subject.clone(),
        dispute: dispute.map_err(|e: jiefen_vocab::Malformed| wrong(e.to_string()))?,
        epoch: row.epoch.clone(),
        occurred_at: jiefen_vocab::Moment(row.occurred_at),
        trace: row.trace.clone(),
        payload: row.payload.clone(),
        signature: row.signature.clone(),
    })
}

/// The receipt that this agency owes for a link, unsigned.
pub(crate) fn owed(link: &links_in::Model, me: jiefen_vocab::Agency) -> Option<Receipt> {
    let dst = if link.stream == "evt" { "evt".to_owned() } else { me.to_string() };
    Some(Receipt {
        src: link.src.parse().ok()?,
        dst,
        reader: me,
        upto: link.seq,
        running: hex(&link.running),
        signature: String::new(),
    })
}
