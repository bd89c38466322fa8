//! What is known of a dispute's materials, and the bytes that have come from elsewhere: their parts lie in the inbox; when
//! all are there and the hash is right, the content is kept like one that was filed here.

use std::collections::BTreeMap;

use jiefen_handoff::Message;
use jiefen_vocab::{DisputeId, Moment};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{KnownMaterial, MaterialFile};
use crate::entity::{custody, inbox};
use crate::error::{Error, store};
use crate::shelf::sha256;
use crate::store::Store;
use crate::wire;

/// Where the bytes of a material are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Here.
    Here,
    /// They were asked for and have not come whole.
    Asked,
    /// At the unit that filed it.
    There,
}

impl Store {
    /// The materials of a dispute, in the order of their numbers. What has come whole since is kept.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn materials_of(
        &self,
        dispute: DisputeId,
        now: Moment,
    ) -> Result<Vec<(KnownMaterial, Where)>, Error> {
        let file = self.material_file(dispute).await?;
        let mut all = Vec::with_capacity(file.list.len());
        for known in &file.list {
            let hash = &known.material.sha256;
            let here = known.from.is_none()
                || (file.came.contains(hash) && self.gather(dispute, known, now).await?);
            let place = match (here, file.asked.contains_key(hash)) {
                (true, _) => Where::Here,
                (false, true) => Where::Asked,
                (false, false) => Where::There,
            };
            all.push((known.clone(), place));
        }
        Ok(all)
    }

    async fn material_file(&self, dispute: DisputeId) -> Result<MaterialFile, Error> {
        let row = custody::Entity::find_by_id(dispute.to_string())
            .one(self.readers())
            .await
            .map_err(store("read a desk"))?;
        MaterialFile::read(row.as_ref().map_or("", |row| row.materials.as_str()))
    }

    /// Keeps the content of a material whose parts have all come; true when it is here now.
    async fn gather(
        &self,
        dispute: DisputeId,
        known: &KnownMaterial,
        now: Moment,
    ) -> Result<bool, Error> {
        let Some(from) = known.from else { return Ok(false) };
        if self.paper_parts(&known.material.sha256).await?.is_some() {
            return Ok(true);
        }
        let rows = inbox::Entity::find()
            .filter(inbox::Column::Dispute.eq(dispute.to_string()))
            .filter(inbox::Column::State.eq("applied"))
            .filter(inbox::Column::Src.eq(from.to_string()))
            .filter(inbox::Column::Kind.eq(wire::kind(&Message::ProgressReported {
                epoch: jiefen_handoff::Epoch::ZERO,
                at: now,
                track: None,
                next: None,
            })))
            .order_by_asc(inbox::Column::Seq)
            .all(self.readers())
            .await
            .map_err(store("look for parts of a paper"))?;
        let (hash, mut parts, mut of) = (&known.material.sha256, BTreeMap::new(), 0);
        for row in rows {
            let Ok((_, beside)) = wire::decode(&row.payload) else { continue };
            if let Some(part) = beside.part.filter(|part| part.sha256 == *hash) {
                of = part.of;
                parts.insert(part.no, part.content);
            }
        }
        if of == 0 || !(0..of).all(|no| parts.contains_key(&no)) {
            return Ok(false);
        }
        let parts = (0..of).filter_map(|no| parts.get(&no));
        let content: Vec<u8> = parts.flat_map(|part| part.reveal().iter().copied()).collect();
        if content.len() as u64 != known.material.size || sha256(&content) != *hash {
            tracing::warn!(unit = %from, %dispute, "the bytes of a material are not what was told of it");
            return Ok(false);
        }
        self.keep_paper(hash, &content, now).await?;
        Ok(true)
    }
}
