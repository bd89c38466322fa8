//! The gRPC service, over the database of one role.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiefen_documents::{Edition, Fields, family};
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, dispute_named};
use jiefen_ledger::shelf::IssuedRow;
use jiefen_ledger::{Area, Error};
use jiefen_platform::auth::{Staff, permit};
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_proto::jiefen::documents::v1::documents_service_server::DocumentsService;
use jiefen_vocab::{DisputeId, Role};
use pb::read_own_paper_response::Part as OwnPart;
use pb::read_paper_response::Part;
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Response, Status};

use crate::draw::{self, Asked};
use crate::fill::{Material, fill};
use crate::issue::{self, By};
use crate::offers::{self, BINDERS, DOSSIER, DOSSIER_OF};
use crate::parts::{self, Parts};
use crate::printer::Printer;
use crate::{bind, code, copy, others, own, refused, show};

/// Why a paper is corrected, at most so many characters.
const REASON_MAX: usize = 500;
/// The longest id of a request.
const REQUEST_MAX: usize = 128;

/// The papers of one role.
pub struct Server<A: Area> {
    /// Its cases and its gate.
    pub app: App<A>,
    /// The press of the process.
    pub printer: Arc<Printer>,
}

type Answer<T> = Result<Response<T>, Status>;

impl<A: Area> Server<A> {
    /// Who reads the papers of a dispute, and its cases; that they looked into them is recorded first.
    async fn reader(
        &self,
        metadata: &MetadataMap,
        dispute: DisputeId,
    ) -> Result<(Staff, Vec<CaseView<A>>), Status> {
        let staff = self.app.gate.staff(metadata)?;
        let cases = draw::cases(&self.app, dispute).await;
        let to_them = |case: &CaseView<A>| A::addressed(&case.state) == Some(staff.agency);
        if !cases.as_ref().is_ok_and(|cases| cases.iter().any(to_them)) {
            self.app.may_read(metadata)?;
        }
        let cases = cases?;
        let today = self.app.ledger.identity().clock.now().day();
        for case in &cases {
            let Ok(id) = case.row.id.parse() else { continue };
            self.app.ledger.store().looked(id, &staff, today).await?;
        }
        Ok((staff, cases))
    }

    fn may(&self, staff: &Staff, roles: &[Role]) -> bool {
        permit(staff, roles, None, self.app.ledger.agency()).is_ok()
    }

    /// Who issues, in which post, by which request.
    fn by<M: prost::Message>(
        &self,
        call: &Call<M>,
        roles: &[Role],
        role: &str,
        request: &str,
    ) -> Result<By, Status> {
        let staff = self.app.gate.staff(call.metadata())?;
        let asked = if role.is_empty() {
            None
        } else {
            let role = role.parse::<Role>();
            Some(role.map_err(|wrong| Error::field("role", wrong))?)
        };
        let role = permit(&staff, roles, asked, self.app.ledger.agency())?;
        if request.is_empty() || request.chars().count() > REQUEST_MAX {
            let told = "请求编号应为1至128个字符 (1 to 128 characters)";
            return Err(Error::field("request_id", told).into());
        }
        Ok(By {
            person: staff.person,
            role,
            request: request.to_owned(),
            fingerprint: issue::fingerprint(call.get_ref()),
            reason: String::new(),
        })
    }

    /// The paper that stands on file, with its line.
    async fn shown(&self, row: &IssuedRow) -> Result<pb::Paper, Status> {
        let Ok(dispute) = row.dispute.parse() else { return Ok(show::paper(row, &[])) };
        let all = self.app.ledger.store().issued_of(dispute).await?;
        Ok(show::paper(row, &all))
    }

    async fn issued(&self, asked: &Asked, by: &By) -> Result<pb::Paper, Status> {
        let row = match issue::made(&self.app, by).await? {
            Some(row) => row,
            None => {
                let paper = draw::draw(&self.app, asked).await?;
                issue::issue(&self.app, &self.printer, asked, paper, by).await?
            }
        };
        others::tell(&self.app, &row, by).await;
        self.shown(&row).await
    }

    /// What each case of the dispute can have now.
    fn offers(
        &self,
        staff: &Staff,
        cases: &[CaseView<A>],
        issued: &[IssuedRow],
        told: &BTreeMap<String, String>,
    ) -> Vec<pb::Offer> {
        let earlier = draw::earlier(issued);
        let today = self.app.ledger.identity().clock.now().day();
        let names = draw::all_names(&self.app, told, today);
        let mut offers = Vec::new();
        for case in cases {
            let view = A::shown(case);
            let material = Material {
                view: &view,
                unit: draw::unit(&self.app, &names, today),
                names: &names,
                today,
                earlier: &earlier,
                corrects: None,
            };
            for offer in offers::of(&case.row.procedure, &case.row.state) {
                let Ok(family) = family(offer.family) else { continue };
                if offer.fits(&view) {
                    let (fields, may) = (fill(family, &material), self.may(staff, offer.roles));
                    offers.push(show::offer(offer, family, &case.row.id, &fields, may));
                }
            }
        }
        offers
    }
}

/// Who may issue a family at all: the case decides which of its rows counts.
fn roles_of(family: &str) -> Vec<Role> {
    let rows = offers::OFFERS.iter().filter(|offer| offer.family == family);
    let mut roles: Vec<Role> = rows.flat_map(|offer| offer.roles.iter().copied()).collect();
    roles.dedup();
    roles
}

#[tonic::async_trait]
impl<A: Area> DocumentsService for Server<A> {
    type PreviewPaperStream = Parts<pb::PreviewPaperResponse>;
    type ReadPaperStream = Parts<pb::ReadPaperResponse>;
    type ReadOwnPaperStream = Parts<pb::ReadOwnPaperResponse>;

    async fn list_papers(
        &self,
        call: Call<pb::ListPapersRequest>,
    ) -> Answer<pb::ListPapersResponse> {
        let dispute = dispute_named("dispute", &call.get_ref().dispute)?;
        let (staff, cases) = self.reader(call.metadata(), dispute).await?;
        let issued = self.app.ledger.store().issued_of(dispute).await?;
        let bound = cases.iter().rev().find(|case| case.row.procedure == DOSSIER_OF);
        let missing = bound.map(|case| bind::missing(&issued, &case.row.id)).unwrap_or_default();
        Ok(Response::new(pb::ListPapersResponse {
            offers: self.offers(&staff, &cases, &issued, &draw::names(&call.get_ref().names)),
            papers: issued.iter().map(|row| show::paper(row, &issued)).collect(),
            dossier_case: bound.map(|case| format!("cases/{}", case.row.id)).unwrap_or_default(),
            missing,
            elsewhere: others::of(&self.app, dispute, &cases).await?,
        }))
    }

    async fn draw_paper(&self, call: Call<pb::DrawPaperRequest>) -> Answer<pb::DrawPaperResponse> {
        let asked = draw::asked(call.get_ref().draft.as_ref())?;
        let (staff, _) = self.reader(call.metadata(), asked.dispute).await?;
        if asked.family == DOSSIER {
            let drawn = bind::cover(&self.app, &asked).await?;
            let may = self.may(&staff, BINDERS);
            return Ok(Response::new(show::cover(&drawn, &asked.case.to_string(), may)));
        }
        let paper = draw::draw(&self.app, &asked).await?;
        let may = self.may(&staff, paper.offer.roles);
        Ok(Response::new(show::drawn(&paper, &asked.case.to_string(), may)))
    }

    async fn preview_paper(
        &self,
        call: Call<pb::PreviewPaperRequest>,
    ) -> Answer<Self::PreviewPaperStream> {
        let asked = draw::asked(call.get_ref().draft.as_ref())?;
        self.reader(call.metadata(), asked.dispute).await?;
        let paper = draw::draw(&self.app, &asked).await?;
        let (id, fields) = (paper.family.id.clone(), Fields::new(issue::previewed(&paper)));
        let printed =
            self.printer.run(move |press| press.print(&id, &fields, &Edition::Preview)).await?;
        let part = |content| pb::PreviewPaperResponse { content };
        Ok(Response::new(parts::made(None, &printed.bytes, part)))
    }

    async fn issue_paper(
        &self,
        call: Call<pb::IssuePaperRequest>,
    ) -> Answer<pb::IssuePaperResponse> {
        let m = call.get_ref();
        let mut asked = draw::asked(m.draft.as_ref())?;
        asked.corrects = None;
        let by = self.by(&call, &roles_of(&asked.family), &m.role, &m.request_id)?;
        let paper = Some(self.issued(&asked, &by).await?);
        Ok(Response::new(pb::IssuePaperResponse { paper }))
    }

    async fn correct_paper(
        &self,
        call: Call<pb::CorrectPaperRequest>,
    ) -> Answer<pb::CorrectPaperResponse> {
        let m = call.get_ref();
        let asked = draw::asked(m.draft.as_ref())?;
        let reason = m.reason.trim();
        if reason.is_empty() || reason.chars().count() > REASON_MAX {
            let told = "请写明哪里有误，500字以内 (say what was wrong, up to 500 characters)";
            return Err(Error::field("reason", told).into());
        }
        if asked.corrects.is_none() {
            return Err(refused::no_paper("").into());
        }
        let by = self.by(&call, &roles_of(&asked.family), &m.role, &m.request_id)?;
        let by = By { reason: reason.to_owned(), ..by };
        let paper = Some(self.issued(&asked, &by).await?);
        Ok(Response::new(pb::CorrectPaperResponse { paper }))
    }

    async fn read_paper(&self, call: Call<pb::ReadPaperRequest>) -> Answer<Self::ReadPaperStream> {
        let m = call.get_ref();
        let dispute = dispute_named("dispute", &m.dispute)?;
        self.reader(call.metadata(), dispute).await?;
        let check = code::read(&m.check).ok_or_else(|| refused::no_paper(&m.check))?;
        let store = self.app.ledger.store();
        let all = store.issued_of(dispute).await?;
        let row = all.iter().find(|row| row.check_code == check);
        let row = row.ok_or_else(|| refused::no_paper(&check))?;
        let head = pb::ReadPaperResponse { part: Some(Part::Head(show::paper(row, &all))) };
        let part = |content| pb::ReadPaperResponse { part: Some(Part::Content(content)) };
        if m.editable {
            let bytes = copy::made(row).await?;
            return Ok(Response::new(parts::made(Some(head), &bytes, part)));
        }
        let read = parts::kept(store.clone(), row.sha256.clone(), head, part);
        Ok(Response::new(read.await?))
    }

    async fn bind_dossier(
        &self,
        call: Call<pb::BindDossierRequest>,
    ) -> Answer<pb::BindDossierResponse> {
        let m = call.get_ref();
        let asked = bind::asked(m)?;
        let by = self.by(&call, BINDERS, &m.role, &m.request_id)?;
        let row = match issue::made(&self.app, &by).await? {
            Some(row) => row,
            None => bind::bind(&self.app, &self.printer, &asked, &by).await?,
        };
        let issued = self.app.ledger.store().issued_of(asked.dispute).await?;
        let missing = bind::missing(&issued, &row.case_id);
        let paper = Some(self.shown(&row).await?);
        Ok(Response::new(pb::BindDossierResponse { paper, missing }))
    }

    async fn verify_paper(
        &self,
        call: Call<pb::VerifyPaperRequest>,
    ) -> Answer<pb::VerifyPaperResponse> {
        self.app.portal(call.metadata())?;
        Ok(Response::new(own::verify(&self.app, call.get_ref()).await?))
    }

    async fn read_own_paper(
        &self,
        call: Call<pb::ReadOwnPaperRequest>,
    ) -> Answer<Self::ReadOwnPaperStream> {
        self.app.portal(call.metadata())?;
        let row = own::own(&self.app, call.get_ref()).await?;
        let name = family(&row.family).map(|family| family.zh.clone()).unwrap_or_default();
        let head = pb::ReadOwnPaperResponse { part: Some(OwnPart::Name(name)) };
        let part = |content| pb::ReadOwnPaperResponse { part: Some(OwnPart::Content(content)) };
        let store = self.app.ledger.store().clone();
        Ok(Response::new(parts::kept(store, row.sha256, head, part).await?))
    }

    async fn list_own_papers(
        &self,
        call: Call<pb::ListOwnPapersRequest>,
    ) -> Answer<pb::ListOwnPapersResponse> {
        self.app.portal(call.metadata())?;
        Ok(Response::new(own::list(&self.app, call.get_ref()).await?))
    }
}
