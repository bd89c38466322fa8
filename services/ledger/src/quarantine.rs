//! Messages that are not believed: kept as they came, with the cause, never counted in a link and
//! never in front of an honest message.

use jiefen_vocab::Agency;
use sea_orm::EntityTrait;

use crate::area::Area;
use crate::batch::Batch;
use crate::entity::{inbox, links_out};
use crate::envelope::{digest, field, hex};
use crate::error::{Error, store};
use crate::store::Store;
use crate::world::World;

/// A message that is not believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Where it came from: `msg` or `evt`.
    pub stream: String,
    /// The bus subject.
    pub subject: String,
    /// Who sent it, by its own word.
    pub src: Option<Agency>,
    /// Its type, by its own word.
    pub kind: String,
    /// The headers as they came, one a line.
    pub headers: String,
    /// The payload as it came.
    pub payload: Vec<u8>,
    /// Why it is not believed.
    pub cause: String,
}

impl Quarantined {
    /// The same bytes have the same id: junk that is repeated fills one row.
    fn id(&self) -> String {
        let mut bytes = Vec::new();
        field(&mut bytes, self.subject.as_bytes());
        field(&mut bytes, self.headers.as_bytes());
        field(&mut bytes, &self.payload);
        format!("q-{}", hex(digest(&bytes).get(..16).unwrap_or_default()))
    }
}

impl Batch<'_> {
    /// Keeps messages that are not believed.
    pub(crate) fn quarantine<A: Area>(&self, world: &mut World<A>, messages: &[Quarantined]) {
        for message in messages {
            let row = self.quarantined(message);
            world.new.inbox.insert(row.id.clone());
            world.inbox.insert(row.id.clone(), row);
        }
    }

    fn quarantined(&self, message: &Quarantined) -> inbox::Model {
        inbox::Model {
            id: message.id(),
            src: message.src.map(|src| src.to_string()).unwrap_or_default(),
            stream: message.stream.clone(),
            seq: 0,
            dispute: None,
            kind: message.kind.clone(),
            epoch: String::new(),
            payload: message.payload.clone(),
            signature: message.headers.as_bytes().to_vec(),
            subject: message.subject.clone(),
            trace: None,
            state: "quarantined".to_owned(),
            cause: Some(message.cause.clone()),
            owner: Some("operator".to_owned()),
            due_at: Some(self.now.plus_seconds(crate::deliver::PARKED_FOR).0),
            attempts: 1,
            occurred_at: self.now.0,
            received_at: self.now.0,
        }
    }
}

/// The last number given for a destination, with the running hash over the payloads up to it.
///
/// # Errors
/// The database cannot be read.
pub async fn sent(store_: &Store, dst: &str) -> Result<(i64, Vec<u8>), Error> {
    let link = links_out::Entity::find_by_id(dst.to_owned())
        .one(store_.readers())
        .await
        .map_err(store("read a link"))?;
    Ok(link.map(|link| (link.seq, link.running)).unwrap_or_default())
}
