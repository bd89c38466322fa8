//! A party's own papers: what she can download here, and who has the rest. The service of papers is played; its own tests
//! are in its package.

use futures::stream::{self, Iter};
use jiefen_mediation::MediationArea;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_proto::jiefen::documents::v1::documents_service_server::{
    DocumentsService, DocumentsServiceServer,
};
use jiefen_vocab::Role;
use tonic::{Code, Request, Response, Status};

use super::{COMMITTEE, TOWN, Unit, operator, unit};

const RECEIPT: &str = "7K3M-Q9TX";
const CHECK: &str = "7K3M-0Q8T-1ACD-EF23";

type Played<M> = Iter<std::vec::IntoIter<Result<M, Status>>>;

/// One paper here, one at the township, for one pair; at an office the paper of a score sheet.
pub(super) struct Papers {
    pub(super) office: bool,
}

fn of_sheet(case: &str) -> pb::Offer {
    pb::Offer {
        case: case.to_owned(),
        family: "score_sheet".to_owned(),
        zh: "考核结果通知书".to_owned(),
        en: "Sheet of assessment figures".to_owned(),
        may: true,
        ..Default::default()
    }
}

fn paper() -> pb::OtherPaper {
    pb::OtherPaper {
        unit: TOWN.to_owned(),
        unit_name: "习岗街道综治中心".to_owned(),
        phone: "09518062110".to_owned(),
        place: "贺兰县习岗街道居安东路1号".to_owned(),
        zh: "交办单".to_owned(),
        en: "Assignment".to_owned(),
        number: "习街综治交〔2026〕3号".to_owned(),
        issued_on: "2026-03-10".to_owned(),
        check: CHECK.to_owned(),
    }
}

fn proven(receipt: &str, digits: &str) -> Result<(), Status> {
    if (receipt, digits) == (RECEIPT, "0001") {
        return Ok(());
    }
    Err(jiefen_platform::grpc::status(
        Code::NotFound,
        "NO_SUCH_PAIR",
        "查询码和手机号后四位对不上",
        "no",
    ))
}

#[tonic::async_trait]
impl DocumentsService for Papers {
    type PreviewPaperStream = Played<pb::PreviewPaperResponse>;
    type ReadPaperStream = Played<pb::ReadPaperResponse>;
    type ReadOwnPaperStream = Played<pb::ReadOwnPaperResponse>;

    async fn list_papers(
        &self,
        call: Request<pb::ListPapersRequest>,
    ) -> Result<Response<pb::ListPapersResponse>, Status> {
        if self.office {
            let offers = vec![of_sheet(&call.get_ref().dispute)];
            return Ok(Response::new(pb::ListPapersResponse { offers, ..Default::default() }));
        }
        Ok(Response::new(pb::ListPapersResponse { elsewhere: vec![paper()], ..Default::default() }))
    }

    async fn list_own_papers(
        &self,
        call: Request<pb::ListOwnPapersRequest>,
    ) -> Result<Response<pb::ListOwnPapersResponse>, Status> {
        let m = call.get_ref();
        proven(&m.receipt, &m.phone_digits)?;
        let own = pb::OwnPaper {
            check: CHECK.to_owned(),
            zh: "人民调解协议书".to_owned(),
            en: "Agreement".to_owned(),
            number: "雄英人调字〔2026〕第1号".to_owned(),
            issued_on: "2026-03-11".to_owned(),
            pages: 2,
            corrected: false,
        };
        let silent = pb::OtherPaper {
            unit: "640122.court".to_owned(),
            place: "贺兰县".to_owned(),
            ..Default::default()
        };
        let elsewhere = vec![paper(), silent];
        Ok(Response::new(pb::ListOwnPapersResponse { papers: vec![own], elsewhere }))
    }

    async fn read_own_paper(
        &self,
        call: Request<pb::ReadOwnPaperRequest>,
    ) -> Result<Response<Self::ReadOwnPaperStream>, Status> {
        let m = call.get_ref();
        proven(&m.receipt, &m.phone_digits)?;
        let part = |part| Ok(pb::ReadOwnPaperResponse { part: Some(part) });
        use pb::read_own_paper_response::Part;
        let parts = vec![
            part(Part::Name("人民调解协议书".to_owned())),
            part(Part::Content(b"%PDF-1.7 hers".to_vec())),
        ];
        Ok(Response::new(stream::iter(parts)))
    }

    async fn draw_paper(
        &self,
        call: Request<pb::DrawPaperRequest>,
    ) -> Result<Response<pb::DrawPaperResponse>, Status> {
        let asked = call.into_inner().draft.unwrap_or_default();
        assert_eq!((self.office, asked.family.as_str()), (true, "score_sheet"));
        let offer = Some(of_sheet(&asked.case));
        Ok(Response::new(pb::DrawPaperResponse { offer, ..Default::default() }))
    }

    async fn preview_paper(
        &self,
        _: Request<pb::PreviewPaperRequest>,
    ) -> Result<Response<Self::PreviewPaperStream>, Status> {
        Err(Status::unimplemented("not played"))
    }

    async fn issue_paper(
        &self,
        call: Request<pb::IssuePaperRequest>,
    ) -> Result<Response<pb::IssuePaperResponse>, Status> {
        let asked = call.into_inner().draft.unwrap_or_default();
        let paper = pb::Paper {
            check: CHECK.to_owned(),
            family: asked.family,
            case: asked.case,
            ..Default::default()
        };
        Ok(Response::new(pb::IssuePaperResponse { paper: Some(paper) }))
    }

    async fn correct_paper(
        &self,
        _: Request<pb::CorrectPaperRequest>,
    ) -> Result<Response<pb::CorrectPaperResponse>, Status> {
        Err(Status::unimplemented("not played"))
    }

    async fn read_paper(
        &self,
        _: Request<pb::ReadPaperRequest>,
    ) -> Result<Response<Self::ReadPaperStream>, Status> {
        Err(Status::unimplemented("not played"))
    }

    async fn bind_dossier(
        &self,
        _: Request<pb::BindDossierRequest>,
    ) -> Result<Response<pb::BindDossierResponse>, Status> {
        Err(Status::unimplemented("not played"))
    }

    async fn verify_paper(
        &self,
        _: Request<pb::VerifyPaperRequest>,
    ) -> Result<Response<pb::VerifyPaperResponse>, Status> {
        Err(Status::unimplemented("not played"))
    }
}

/// A committee that serves papers.
async fn committee() -> Unit<MediationArea> {
    let people = [("liuchangshun", "刘长顺", "mediator-1", vec![Role::Mediator]), operator()];
    let add = |routes: &mut tonic::service::RoutesBuilder, app| {
        routes.add_service(DocumentsServiceServer::new(Papers { office: false }));
        jiefen_mediation::add_services(routes, app);
    };
    unit(COMMITTEE, Area::Mediation, people, |_, _| {}, add).await
}

#[tokio::test]
async fn a_party_finds_her_papers_where_she_is_and_is_told_where_the_others_are() {
    let unit = committee().await;
    let mut browser = unit.browser();
    assert!(browser.get("/citizen").await.has("/citizen/track?to=papers"));
    let form = browser.get("/citizen/track?to=papers").await;
    assert!(form.has("登记单位的网页"), "what to do when it is not this unit: {}", form.text());
    let wrong = [("code", RECEIPT), ("digits", "9999"), ("to", "papers")];
    let answer = browser.send("/citizen/track", &wrong).await;
    assert_eq!(answer.status, 404);
    assert!(answer.has("对不上") && answer.has(RECEIPT), "nothing is lost: {}", answer.text());
    let right = [("code", RECEIPT), ("digits", "0001"), ("to", "papers")];
    let answer = browser.send("/citizen/track", &right).await;
    assert_eq!((answer.status, answer.to.as_str()), (303, "/citizen/papers"));
    let page = browser.get("/citizen/papers").await;
    for shown in [
        "人民调解协议书",
        "雄英人调字〔2026〕第1号",
        "习岗街道综治中心",
        "习街综治交〔2026〕3号",
        "贺兰县习岗街道居安东路1号",
        "tel:09518062110",
        "12345",
    ] {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    let (headers, bytes) = browser.download(&format!("/citizen/papers/{CHECK}")).await;
    assert_eq!(bytes, b"%PDF-1.7 hers");
    assert_eq!(headers["cache-control"], "no-store");
    let kept = headers["content-disposition"].to_str().unwrap();
    assert!(kept.starts_with("attachment;"), "{kept}");
    let mut stranger = unit.browser();
    let answer = stranger.get("/citizen/papers").await;
    assert_eq!((answer.status, answer.to.as_str()), (303, "/citizen/track?to=papers"));
    let answer = stranger.get(&format!("/citizen/papers/{CHECK}")).await;
    assert_eq!(answer.status, 303, "nothing without the pair");
}

#[tokio::test]
async fn a_unit_that_gives_no_papers_online_says_so_and_where_to_turn() {
    let unit = super::committee().await;
    let mut browser = unit.browser();
    browser.get("/citizen/track?to=papers").await;
    let pair = [("code", RECEIPT), ("digits", "0001"), ("to", "papers")];
    let answer = browser.send("/citizen/track", &pair).await;
    assert_eq!(answer.status, 404);
    assert!(answer.has("请打电话或者到窗口"), "{}", answer.text());
}
