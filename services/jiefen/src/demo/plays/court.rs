//! The played judges and the mediators to whom the court entrusts a filed case.

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as court;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_vocab::Agency;
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::plays::{later, open_case};
use crate::demo::stage::{Stage, day, send};

/// How long the played court looks at a complaint before it files it, and the mediation lasts, in days.
const STEP: i64 = 2;

/// Everybody agrees.
fn everybody(case: &Case) -> Vec<u32> {
    (1..).zip(&case.parties).map(|(no, _)| no).collect()
}

/// The complaint is filed, and the filed case goes to mediation with everybody's consent (T-C-03).
async fn entrust(stage: &Stage, case: &Case, filing: &str, body: Agency, on: Date) -> Result<()> {
    let message = court::FileRequest {
        head: stage.head(filing),
        case_no: format!("（{}）宁0122民初{}号", on.year(), case.id),
        on: day(on),
    };
    send!(stage, case.responsible, CourtServiceClient, file, message).context("登记立案")?;
    let message = court::EntrustRequest {
        head: stage.head(filing),
        body: body.to_string(),
        agreed: everybody(case),
        track: "summary".to_owned(),
        on: day(on),
    };
    send!(stage, case.responsible, CourtServiceClient, entrust, message).context("委托调解")?;
    Ok(())
}

/// The body signs for the court's file, mediates once and records that the parties ask for a statement.
async fn mediate(
    stage: &Stage,
    case: &Case,
    at: &Registered,
    body: Agency,
    on: Date,
) -> Result<()> {
    let name = open_case(stage, body, &at.dispute, "entrusted_mediation").await?.name;
    let mediator = format!("{}-1", body.code);
    let message = mediation::SignFileRequest { head: stage.head(&name), mediator, on: day(on) };
    send!(stage, body, MediationServiceClient, sign_file, message).context("签收材料")?;
    let message = mediation::EntrustedScheduleSessionRequest {
        head: stage.head(&name),
        on: day(on),
        place: "调解室".to_owned(),
        mode: "together".to_owned(),
    };
    send!(stage, body, MediationServiceClient, entrusted_schedule_session, message)
        .context("安排调解")?;
    let message = mediation::EntrustedHoldSessionRequest {
        head: stage.head(&name),
        on: day(on),
        place: "调解室".to_owned(),
        mode: "together".to_owned(),
        present: everybody(case),
        guardians: vec![],
        reached: "agreed_in_substance".to_owned(),
        record: "调解记录".to_owned(),
    };
    send!(stage, body, MediationServiceClient, entrusted_hold_session, message).context("调解")?;
    let message = mediation::RecordSettlementRequest {
        head: stage.head(&name),
        by: "statement".to_owned(),
        agreed: everybody(case),
        on: day(on),
    };
    send!(stage, body, MediationServiceClient, record_settlement, message).context("达成调解")?;
    Ok(())
}

/// The court examines the agreement, makes a mediation statement and serves it (民事诉讼法 100).
async fn state(stage: &Stage, case: &Case, filing: &str, on: Date) -> Result<()> {
    let message = court::MakeStatementRequest {
        head: stage.head(filing),
        agreed: everybody(case),
        on: day(on),
    };
    send!(stage, case.responsible, CourtServiceClient, make_statement, message)
        .context("制作调解书")?;
    for party in everybody(case) {
        let message = court::ServeStatementRequest { head: stage.head(filing), party, on: day(on) };
        send!(stage, case.responsible, CourtServiceClient, serve_statement, message)
            .context("送达调解书")?;
    }
    Ok(())
}

/// Files the case, has it mediated by the entrusted body and ends it by a mediation statement.
pub async fn settle(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let body = case.entrusted().context("没有受托的调解组织 (nobody to entrust the case to)")?;
    let judge = case.responsible;
    let filing = open_case(stage, judge, &at.dispute, "filing").await?.name;
    entrust(stage, case, &filing, body, on).await?;
    stage.accept(body, &at.dispute, &case.id).await?;
    let mediated = later(on, STEP)?;
    stage.set_day(mediated).await?;
    mediate(stage, case, at, body, mediated).await?;
    stage.until_desk(judge, &at.dispute, "材料退回法院", |desk| desk.holds).await?;
    let back = |head: &common::CaseHead| head.name == filing && head.state != "entrusted";
    stage.until_case(judge, &at.dispute, "调解结果回到法院", back).await?;
    state(stage, case, &filing, mediated).await?;
    let known = |head: &common::CaseHead| head.state == "agreed";
    stage.until_case(at.home, &at.dispute, "结果回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    counter::close(stage, at, "agreed", mediated).await
}
