//! Filing and reading materials, at every node the same: taken in part by part, kept once it is certain that they are what
//! they are said to be, read back in parts by those who may see the dispute.

mod entry;
mod show;

use std::pin::Pin;

use futures::{Stream, StreamExt as _, stream};
use jiefen_platform::auth::Staff;
use jiefen_procedure::Actor;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::materials_service_server::MaterialsService;
use jiefen_vocab::{CaseId, DisputeId, Role};
use pb::read_material_response::Part as Out;
use prost::Message as _;
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Response, Status, Streaming};

use crate::area::Area;
use crate::envelope::digest;
use crate::error::Error;
use crate::materials::{KnownMaterial, Where};
use crate::queue::Order;
use crate::read;
use crate::serve::{App, dispute_named};
use crate::store::Store;

pub use entry::{Desk, Filing, filing};

/// Who of the staff may file a material with a dispute of the unit (实施方案 八(一) 登记).
pub const FILERS: &[Role] = &[
    Role::WindowClerk,
    Role::CentreDirector,
    Role::Mediator,
    Role::MediationHead,
    Role::PetitionOfficer,
    Role::PetitionHead,
    Role::FilingClerk,
    Role::Judge,
    Role::Arbitrator,
    Role::ArbitrationDirector,
    Role::Reviewer,
    Role::ReviewHead,
    Role::PoliceOfficer,
    Role::DepartmentOfficer,
];

/// What one node takes in.
#[derive(Clone, Copy, Debug)]
pub struct MaterialLimits {
    /// The longest material in bytes.
    pub bytes: usize,
    /// How many are taken in at once.
    pub at_once: usize,
}

/// The materials of one role.
pub struct MaterialsServer<A: Area> {
    app: App<A>,
    desk: Desk,
}

impl<A: Area> MaterialsServer<A> {
    /// The service of a role within its limits.
    pub fn new(app: App<A>, limits: MaterialLimits) -> MaterialsServer<A> {
        MaterialsServer { app, desk: Desk::new(limits) }
    }
}

/// A material in parts.
pub type MaterialParts =
    Pin<Box<dyn Stream<Item = Result<pb::ReadMaterialResponse, Status>> + Send>>;

impl<A: Area> App<A> {
    /// Who sees the materials of a dispute; that they looked is recorded first, as for a case.
    ///
    /// # Errors
    /// Another unit's staff, a dispute that has never touched this unit, or the database cannot be read.
    pub async fn sees_materials(
        &self,
        metadata: &MetadataMap,
        dispute: DisputeId,
    ) -> Result<Staff, Status> {
        let staff = self.may_read(metadata)?;
        let store = self.ledger.store();
        let today = self.ledger.identity().clock.now().day();
        let cases = read::cases_of::<A>(store, dispute).await?;
        let ids = cases.iter().filter_map(|case| case.row.id.parse().ok());
        let mut ids: Vec<CaseId> = ids.collect();
        if ids.is_empty() {
            read::desk(store, dispute).await?;
            // Offered and not yet taken: there is no case, and who looked is recorded all the same.
            ids.push(CaseId(dispute.0));
        }
        for id in ids {
            store.looked(id, &staff, today).await?;
        }
        Ok(staff)
    }

    /// A material by its number, with the place of its bytes.
    ///
    /// # Errors
    /// There is none, or the database cannot be read.
    pub async fn material(
        &self,
        dispute: DisputeId,
        no: u32,
    ) -> Result<(KnownMaterial, Where), Error> {
        let (store, now) = (self.ledger.store(), self.ledger.identity().clock.now());
        let all = store.materials_of(dispute, now).await?;
        let place = usize::try_from(no).ok().and_then(|no| no.checked_sub(1));
        let found = place.and_then(|place| all.into_iter().nth(place));
        let missing =
            || Error::NotFound { what: "材料", what_en: "material", name: no.to_string() };
        found.ok_or_else(missing)
    }
}

/// The content of a material, in parts; none of it is here: [`Error::Corrupt`].
///
/// # Errors
/// The database cannot be read, or has not the content.
pub async fn content(
    store: Store,
    sha256: String,
) -> Result<impl Stream<Item = Result<Vec<u8>, Error>> + Send, Error> {
    let parts = store.paper_parts(&sha256).await?.ok_or_else(|| Error::Corrupt {
        doing: "read a paper",
        why: "a paper on file has no content".to_owned(),
    })?;
    Ok(stream::iter(0..parts).then(move |no| {
        let (store, sha256) = (store.clone(), sha256.clone());
        async move { store.paper_part(&sha256, no).await }
    }))
}

#[tonic::async_trait]
impl<A: Area> MaterialsService for MaterialsServer<A> {
    type ReadMaterialStream = MaterialParts;

    async fn list_materials(
        &self,
        call: Call<pb::ListMaterialsRequest>,
    ) -> Result<Response<pb::ListMaterialsResponse>, Status> {
        let dispute = dispute_named("dispute", &call.get_ref().dispute)?;
        let staff = self.app.sees_materials(call.metadata(), dispute).await?;
        let (store, now) = (self.app.ledger.store(), self.app.ledger.identity().clock.now());
        let mut materials = Vec::new();
        for (no, (known, place)) in (1..).zip(store.materials_of(dispute, now).await?) {
            materials.push(show::material(&self.app, no, &known, place));
        }
        let may_file = staff.roles.iter().any(|role| FILERS.contains(role));
        Ok(Response::new(pb::ListMaterialsResponse { materials, may_file }))
    }

    async fn upload_material(
        &self,
        call: Call<Streaming<pb::UploadMaterialRequest>>,
    ) -> Result<Response<pb::UploadMaterialResponse>, Status> {
        let (metadata, _, mut parts) = call.into_parts();
        let head = entry::head(&mut parts).await?;
        let filing = filing(&head, self.desk.most())?;
        let parts = entry::contents(parts);
        let (no, known) = self.desk.take_in(&self.app, &metadata, filing, parts).await?;
        let place = if head.validate_only { Where::There } else { Where::Here };
        let material = Some(show::material(&self.app, no, &known, place));
        Ok(Response::new(pb::UploadMaterialResponse { material }))
    }

    async fn read_material(
        &self,
        call: Call<pb::ReadMaterialRequest>,
    ) -> Result<Response<MaterialParts>, Status> {
        let m = call.get_ref();
        let dispute = dispute_named("dispute", &m.dispute)?;
        self.app.sees_materials(call.metadata(), dispute).await?;
        let (known, place) = self.app.material(dispute, m.no).await?;
        if place != Where::Here {
            return Err(self.app.material_elsewhere(&known).into());
        }
        let head = show::material(&self.app, m.no, &known, place);
        let head = pb::ReadMaterialResponse { part: Some(Out::Head(head)) };
        let store = self.app.ledger.store().clone();
        let content = content(store, known.material.sha256).await?;
        let content =
            content.map(|part| Ok(pb::ReadMaterialResponse { part: Some(Out::Content(part?)) }));
        Ok(Response::new(Box::pin(stream::iter([Ok(head)]).chain(content))))
    }

    async fn fetch_material(
        &self,
        call: Call<pb::FetchMaterialRequest>,
    ) -> Result<Response<pb::FetchMaterialResponse>, Status> {
        let m = call.get_ref();
        let dispute = dispute_named("dispute", &m.dispute)?;
        let staff = self.app.sees_materials(call.metadata(), dispute).await?;
        let (known, place) = self.app.material(dispute, m.no).await?;
        if place != Where::Here {
            let role = staff.roles.iter().copied().find(|role| *role != Role::Party);
            let agency = self.app.ledger.agency();
            let role = role.unwrap_or(Role::WindowClerk);
            let actor = Actor { agency, person: staff.person, role };
            let sha256 = known.material.sha256.clone();
            let order = Order::Want { dispute, sha256 };
            let request =
                entry::request(order, actor, (&m.request_id, digest(&m.encode_to_vec())), false)?;
            self.app.ledger.execute(request).await?;
        }
        let (known, place) = self.app.material(dispute, m.no).await?;
        let material = Some(show::material(&self.app, m.no, &known, place));
        Ok(Response::new(pb::FetchMaterialResponse { material }))
    }
}
