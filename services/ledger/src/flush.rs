//! Writing a working set back: everything that one transaction changed.

use std::collections::BTreeMap;

use jiefen_procedure::Procedure;
use jiefen_vocab::{Agency, CaseId, DisputeId};
use sea_orm::DatabaseExecutor;

use crate::area::Area;
use crate::bulk::Bulk;
use crate::entity::{
    cases, clocks, custody, found, found_head, inbox, links_in, links_out, receipts,
};
use crate::error::{Error, corrupt};
use crate::found::write::{self, Change};
use crate::world::{DeskFile, Flushed, Loaded, World, responsible, status};

impl<A: Area> World<A> {
    /// Writes everything that changed, in one statement where the database can.
    ///
    /// # Errors
    /// The database fails, or somebody else has written since the working set was made; the caller drops the
    /// transaction and the working set.
    pub async fn flush(
        &mut self,
        db: &DatabaseExecutor<'_>,
        me: Agency,
        now: i64,
    ) -> Result<Flushed, Error> {
        let mut new = std::mem::take(&mut self.new);
        let mut flushed = Flushed::default();
        for id in &new.cases {
            if let Some(case) = self.cases.get(id) {
                flushed.cases.push(case_row::<A>(*id, case, now)?);
            }
        }
        for id in &new.desks {
            if let Some(file) = self.desks.get(id) {
                flushed.desks.push(desk_row(*id, file, me, now)?);
            }
        }
        for row in &new.journal {
            if let Some(Ok(dispute)) = row.dispute.as_deref().map(str::parse) {
                flushed.entries.insert(dispute, row.seq);
            }
        }
        let known = self.head.writes;
        self.head.writes += 1;
        let mut bulk = Bulk::new(db);
        bulk.upsert(&flushed.cases, &[cases::Column::Id])?;
        let clocks = new.clocks.iter().filter_map(|(case, key)| {
            self.cases.get(case)?.clocks.iter().find(|row| row.key == *key)
        });
        bulk.upsert(clocks, &[clocks::Column::CaseId, clocks::Column::Key])?;
        bulk.upsert(&flushed.desks, &[custody::Column::Dispute])?;
        let (rows, heads) = self.found(&new.found);
        bulk.upsert_keeping(&rows, &[found::Column::CaseId], &[found::Column::No])?;
        bulk.upsert_keeping(&heads, &[found_head::Column::CaseId], &[found_head::Column::No])?;
        bulk.insert(&new.journal)?;
        bulk.insert(new.outbox.iter().map(|sent| &sent.row))?;
        bulk.insert(&new.requests)?;
        let inbox = new.inbox.iter().filter_map(|key| self.inbox.get(key));
        bulk.upsert(inbox, &[inbox::Column::Id])?;
        let out = new.links_out.iter().filter_map(|key| self.links_out.get(key));
        bulk.upsert(out, &[links_out::Column::Dst])?;
        let links = new.links_in.iter().filter_map(|key| self.links_in.get(key));
        bulk.upsert(links, &[links_in::Column::Src, links_in::Column::Stream])?;
        let key = [receipts::Column::Dst, receipts::Column::Reader];
        bulk.upsert(new.receipts.values(), &key)?;
        bulk.head(&self.head, known)?;
        bulk.run("write the transaction's effects").await?;
        flushed.outbox = std::mem::take(&mut new.outbox);
        flushed.links_in = new.links_in.into_iter().collect();
        flushed.receipts = new.receipts.keys().cloned().collect();
        self.receipts.extend(new.receipts);
        Ok(flushed)
    }
}

impl<A: Area> World<A> {
    /// The rows of what is found that change: whole, and without their words. A row that is there keeps its
    /// number.
    fn found(
        &mut self,
        changes: &BTreeMap<CaseId, Change>,
    ) -> (Vec<found::Model>, Vec<found_head::Model>) {
        let (mut rows, mut heads) = (Vec::new(), Vec::new());
        for (id, change) in changes {
            let Some(state) = self.cases.get(id).and_then(|case| case.state.as_deref()) else {
                continue;
            };
            self.found_no += 1;
            match change {
                Change::Words => rows.extend(write::row::<A>(self.found_no, *id, state)),
                Change::Head => heads.extend(write::head::<A>(self.found_no, *id, state)),
            }
        }
        (rows, heads)
    }
}

fn case_row<A: Area>(id: CaseId, case: &Loaded<A>, now: i64) -> Result<cases::Model, Error> {
    let state = case.state.as_deref();
    let state = state.ok_or(Error::Corrupt { doing: "save a case", why: "no state".to_owned() })?;
    let outline = A::Law::outline(state);
    Ok(cases::Model {
        id: id.to_string(),
        procedure: outline.kind.to_owned(),
        dispute: A::dispute(state).map(|dispute| dispute.to_string()),
        version: case.version,
        state: outline.state.to_owned(),
        state_zh: outline.state_zh.to_owned(),
        open: outline.open,
        next_zh: outline.next_zh,
        next_en: outline.next_en,
        person: outline.person,
        body: serde_json::to_string(state).map_err(corrupt("write a case"))?,
        opened_at: case.opened_at,
        updated_at: now,
    })
}

fn desk_row(id: DisputeId, file: &DeskFile, me: Agency, now: i64) -> Result<custody::Model, Error> {
    let offered = file.desk.outstanding().map(|(_, offer)| offer);
    Ok(custody::Model {
        dispute: id.to_string(),
        holds: file.desk.holds(),
        holder: responsible(&file.desk, me).map(|agency| agency.to_string()).unwrap_or_default(),
        epoch: offered.map_or(file.desk.mark, |offer| offer.epoch).to_string(),
        status: status(&file.desk).to_owned(),
        due_at: offered.and_then(|offer| offer.due).map(|due| due.0),
        body: serde_json::to_string(&file.desk).map_err(corrupt("write a desk"))?,
        briefs: serde_json::to_string(&file.offers).map_err(corrupt("write an offer"))?,
        updated_at: now,
        materials: file.materials.write()?,
    })
}
