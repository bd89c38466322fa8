//! Reading desks: what waits for an answer, and who is shown as responsible.

use std::collections::BTreeMap;

use jiefen_handoff::Desk;
use jiefen_procedure::Brief;
use jiefen_vocab::DisputeId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::PAGE_MAX;
use crate::entity::custody;
use crate::error::{Error, corrupt, store};
use crate::store::Store;
use crate::world::OfferFile;

/// A desk with the brief of the newest offer to it.
pub struct DeskView {
    /// The dispute.
    pub dispute: DisputeId,
    /// The desk.
    pub desk: Desk,
    /// What travelled with the newest offer.
    pub brief: Option<Brief>,
    /// Who is shown as responsible.
    pub holder: String,
    /// The status code of the row.
    pub status: String,
}

/// One dispute's desk here.
///
/// # Errors
/// The dispute has never touched this agency, or the database cannot be read.
pub async fn desk(store_: &Store, dispute: DisputeId) -> Result<DeskView, Error> {
    let row = custody::Entity::find_by_id(dispute.to_string())
        .one(store_.readers())
        .await
        .map_err(store("read a desk"))?;
    let missing =
        || Error::NotFound { what: "纠纷", what_en: "dispute", name: dispute.to_string() };
    desk_view(row.ok_or_else(missing)?)
}

/// The desks on which an answer is due here, oldest first.
///
/// # Errors
/// The database cannot be read.
pub async fn waiting_desks(store_: &Store, size: u64) -> Result<Vec<DeskView>, Error> {
    let rows = custody::Entity::find()
        .filter(custody::Column::Status.is_in(["pending", "tentative", "designation", "task"]))
        .order_by_asc(custody::Column::UpdatedAt)
        .limit(size.clamp(1, PAGE_MAX))
        .all(store_.readers())
        .await
        .map_err(store("list the desks"))?;
    rows.into_iter().map(desk_view).collect()
}

/// The desks on which this agency owes an answer.
///
/// # Errors
/// The database cannot be read.
pub(crate) async fn asked_desks(store_: &Store) -> Result<Vec<DeskView>, Error> {
    let rows = custody::Entity::find()
        .filter(custody::Column::Status.is_in(["pending", "designation", "task"]))
        .all(store_.readers())
        .await
        .map_err(store("list the desks"))?;
    rows.into_iter().map(desk_view).collect()
}

/// A desk from its row.
pub(crate) fn desk_view(row: custody::Model) -> Result<DeskView, Error> {
    let offers: BTreeMap<jiefen_handoff::Epoch, OfferFile> =
        serde_json::from_str(&row.briefs).map_err(corrupt("read an offer"))?;
    Ok(DeskView {
        dispute: row.dispute.parse().map_err(corrupt("read a desk"))?,
        desk: serde_json::from_str(&row.body).map_err(corrupt("read a desk"))?,
        brief: offers.into_values().next_back().map(|offer| offer.brief),
        holder: row.holder,
        status: row.status,
    })
}
