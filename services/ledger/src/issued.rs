//! What units tell each other of the papers that they have issued in a dispute: a report of progress carries it to those
//! who handed the dispute over, and their journals keep it. No name and no content goes along.

use std::collections::BTreeMap;

use jiefen_handoff::{Custody, Epoch, Message};
use jiefen_procedure::{Actor, IssuedPaper};
use jiefen_vocab::{Agency, DisputeId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::draft::{Draft, Entry, Stop};
use crate::entity::journal;
use crate::error::{Error, corrupt, store};
use crate::read::PAGE_MAX;
use crate::store::Store;

/// The journal's name of it.
const HEARD: &str = "handoff.paper_issued";

/// A paper that another unit has issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeardPaper {
    /// The unit.
    pub unit: Agency,
    /// The paper.
    pub paper: IssuedPaper,
}

/// The entry of the journal.
#[derive(Serialize, Deserialize)]
struct Body {
    paper_issued: HeardPaper,
}

impl<A: Area> Draft<'_, A> {
    /// Tells those who handed the dispute over of a paper, and the one to whom it has gone back.
    pub(crate) fn told(
        &mut self,
        dispute: DisputeId,
        paper: &IssuedPaper,
        actor: &Actor,
    ) -> Result<(), Stop> {
        let desk = &self.desk(dispute)?.desk;
        let mut to: BTreeMap<Agency, Epoch> =
            desk.duties.iter().map(|duty| (duty.to, duty.epoch)).collect();
        if let Custody::Passed { epoch, to: holder, .. } = &desk.custody {
            to.entry(*holder).or_insert(*epoch);
        }
        to.remove(&self.set.me);
        self.issued = vec![paper.clone()];
        for (to, epoch) in to {
            let message =
                Message::ProgressReported { epoch, at: self.set.now, track: None, next: None };
            self.send(dispute, to, &message, actor)?;
        }
        self.issued.clear();
        Ok(())
    }

    /// Keeps what another unit has told: one to which this unit handed the dispute, or which handed it over here. What
    /// others say of its papers is nothing to this unit.
    pub(crate) fn heard_of(
        &mut self,
        dispute: DisputeId,
        unit: Agency,
        papers: &[IssuedPaper],
    ) -> Result<(), Stop> {
        let desk = &self.desk(dispute)?.desk;
        let took_part = desk.handed.values().any(|handed| handed.to == unit)
            || desk.duties.iter().any(|duty| duty.to == unit);
        if !took_part {
            tracing::warn!(%unit, %dispute, "a unit that has no part in a dispute told of a paper");
            return Ok(());
        }
        let actor = self.system();
        for paper in papers {
            let body = Body { paper_issued: HeardPaper { unit, paper: paper.clone() } };
            self.journal.push(Entry {
                id: (self.set.ids)(),
                case: dispute.to_string(),
                dispute: Some(dispute),
                version: 0,
                fact: HEARD.to_owned(),
                body: serde_json::to_string(&body).map_err(corrupt("write of a paper"))?,
                actor: actor.clone(),
            });
        }
        Ok(())
    }
}

impl Store {
    /// The papers of a dispute of which other units have told, the oldest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn papers_heard(&self, dispute: DisputeId) -> Result<Vec<HeardPaper>, Error> {
        let rows = journal::Entity::find()
            .filter(journal::Column::Dispute.eq(dispute.to_string()))
            .filter(journal::Column::Fact.eq(HEARD))
            .order_by_asc(journal::Column::Seq)
            .limit(PAGE_MAX)
            .all(self.readers())
            .await
            .map_err(store("read the papers of other units"))?;
        let read = |row: journal::Model| {
            let body: Body =
                serde_json::from_str(&row.body).map_err(corrupt("read the journal"))?;
            Ok(body.paper_issued)
        };
        rows.into_iter().map(read).collect()
    }
}
