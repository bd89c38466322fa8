//! The played officers of the petition office.

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::petition::v1 as pb;
use jiefen_proto::jiefen::petition::v1::petition_service_client::PetitionServiceClient;
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::plays::later;
use crate::demo::stage::{Stage, day, send};

/// The branches of 信访工作条例 31 to which a route belongs.
fn branch(track: &str) -> &'static str {
    match track {
        "labour_arbitration" | "land_arbitration" | "commercial_arbitration" => "arbitration",
        "administrative_reconsideration" | "administrative_ruling" => "administrative_procedure",
        _ => "legal",
    }
}

/// The matter belongs on another legal way: classified, forwarded to who serves that way, and the petitioner
/// is told. The petition's own clock never runs (信访工作条例 31).
pub async fn reroute(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let office = case.responsible;
    let open = |head: &common::CaseHead| head.procedure == "petition" && head.open;
    let name = stage.until_case(office, &at.dispute, "信访登记", open).await?.name;
    let route = case.then.as_ref().map_or("litigation", |then| then.track.as_str());
    let message = pb::ClassifyRequest {
        head: stage.head(&name),
        on: day(on),
        branch: branch(route).to_owned(),
        route: route.to_owned(),
    };
    send!(stage, office, PetitionServiceClient, classify, message).context("甄别分类")?;
    let message = pb::ForwardRequest {
        head: stage.head(&name),
        on: day(on),
        unit: office.to_string(),
        report_by: None,
    };
    send!(stage, office, PetitionServiceClient, forward, message).context("转送")?;
    let message = pb::AcknowledgeRequest { head: stage.head(&name), on: day(on) };
    send!(stage, office, PetitionServiceClient, acknowledge, message).context("签收")?;
    let message = pb::TellRequest { head: stage.head(&name), on: day(on) };
    send!(stage, office, PetitionServiceClient, tell, message).context("告知信访人")?;
    let known = |head: &common::CaseHead| head.state == "unresolved";
    stage.until_case(at.home, &at.dispute, "导入法定途径的结果回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    Ok(())
}

/// Registers, classifies into the branch of opinion, forwards to the department, gives and serves the
/// opinion; nobody asks for a review.
pub async fn opinion(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let office = case.responsible;
    let open = |head: &common::CaseHead| head.procedure == "petition" && head.open;
    let name = stage.until_case(office, &at.dispute, "信访登记", open).await?.name;
    let department = case.co_units.first().copied().unwrap_or(office);
    let message = pb::ClassifyRequest {
        head: stage.head(&name),
        on: day(on),
        branch: "opinion".to_owned(),
        route: String::new(),
    };
    send!(stage, office, PetitionServiceClient, classify, message).context("甄别分类")?;
    let message = pb::ForwardRequest {
        head: stage.head(&name),
        on: day(on),
        unit: department.to_string(),
        report_by: None,
    };
    send!(stage, office, PetitionServiceClient, forward, message).context("转送")?;
    let received = later(on, 1)?;
    stage.set_day(received).await?;
    let message = pb::AcknowledgeRequest { head: stage.head(&name), on: day(received) };
    send!(stage, office, PetitionServiceClient, acknowledge, message).context("签收")?;
    let message = pb::TellRequest { head: stage.head(&name), on: day(received) };
    send!(stage, office, PetitionServiceClient, tell, message).context("告知信访人")?;
    let message = pb::AcceptRequest { head: stage.head(&name), on: day(received) };
    send!(stage, office, PetitionServiceClient, accept, message).context("受理")?;
    let decided = later(on, 20)?;
    stage.set_day(decided).await?;
    let message = pb::GiveOpinionRequest {
        head: stage.head(&name),
        on: day(decided),
        verdict: "explained".to_owned(),
    };
    send!(stage, office, PetitionServiceClient, give_opinion, message).context("处理意见")?;
    let message = pb::ServeRequest { head: stage.head(&name), on: day(decided) };
    send!(stage, office, PetitionServiceClient, serve, message).context("送达意见")?;
    let over = later(decided, 45)?;
    stage.set_day(over).await?;
    stage.sweep(office, &at.dispute).await?;
    let known = |head: &common::CaseHead| {
        ["decided", "unresolved", "agreed"].contains(&head.state.as_str())
    };
    stage.until_case(at.home, &at.dispute, "信访结果回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    counter::close_decided(stage, at, over).await
}
