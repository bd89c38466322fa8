//! The played staff of the reconsideration body.

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::administrative::v1::administrative_service_client::AdministrativeServiceClient;
use jiefen_proto::jiefen::common::v1 as common;
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::plays::later;
use crate::demo::stage::{Stage, day, send};

/// Accepts, hears the parties and upholds the act; nobody sues.
pub async fn uphold(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let body = case.responsible;
    let open = |head: &common::CaseHead| head.procedure == "reconsideration" && head.open;
    let name = stage.until_case(body, &at.dispute, "复议登记", open).await?.name;
    let act = pb::Act {
        kind: "penalty".to_owned(),
        made_on: day(on),
        knew_on: day(on),
        told: "with_act".to_owned(),
        ..pb::Act::default()
    };
    let message = pb::DescribeActRequest { head: stage.head(&name), act: Some(act), on: day(on) };
    send!(stage, body, AdministrativeServiceClient, describe_act, message)
        .context("登记行政行为")?;
    let message = pb::AcceptRequest {
        head: stage.head(&name),
        on: day(on),
        track: "ordinary".to_owned(),
        agreed: vec![],
        suit_accepted: false,
        reviewed: false,
        withdrawn_before: false,
        reviewer: format!("{}-1", body.code),
    };
    send!(stage, body, AdministrativeServiceClient, accept, message).context("受理复议")?;
    let (copied, replied, decided) = (later(on, 4)?, later(on, 13)?, later(on, 40)?);
    stage.set_day(copied).await?;
    let message = pb::ServeCopyRequest { head: stage.head(&name), party: 2, on: day(copied) };
    send!(stage, body, AdministrativeServiceClient, serve_copy, message).context("送达副本")?;
    stage.set_day(replied).await?;
    let message = pb::ReplyRequest { head: stage.head(&name), party: 2, on: day(replied) };
    send!(stage, body, AdministrativeServiceClient, reply, message).context("答复")?;
    let message =
        pb::HearPartiesRequest { head: stage.head(&name), on: day(replied), on_paper: false };
    send!(stage, body, AdministrativeServiceClient, hear_parties, message).context("听取意见")?;
    stage.set_day(decided).await?;
    let message = pb::DecideRequest {
        head: stage.head(&name),
        on: day(decided),
        kind: "uphold".to_owned(),
        ..pb::DecideRequest::default()
    };
    send!(stage, body, AdministrativeServiceClient, decide, message).context("复议决定")?;
    for party in [1, 2] {
        let message = pb::ServeRequest { head: stage.head(&name), party, on: day(decided) };
        send!(stage, body, AdministrativeServiceClient, serve, message).context("送达决定")?;
    }
    let over = later(decided, 30)?;
    stage.set_day(over).await?;
    stage.sweep(body, &at.dispute).await?;
    let known = |head: &common::CaseHead| head.state == "decided";
    stage.until_case(at.home, &at.dispute, "复议结果回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    counter::close_decided(stage, at, over).await
}
