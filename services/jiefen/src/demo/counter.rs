//! The played clerks at the counters of the governance centres.

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::{Agency, Region, TrackKind};
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::stage::{Stage, day, send};

/// A dispute at its counter.
#[derive(Debug, Clone)]
pub struct Registered {
    /// Where it was registered.
    pub home: Agency,
    /// Its code.
    pub dispute: String,
    /// The umbrella's resource name.
    pub case: String,
}

/// Records what somebody asks for: from here on the dispute has its code and its holder.
///
/// # Errors
/// The counter refuses; the error says why.
pub async fn record(stage: &Stage, case: &Case) -> Result<Registered> {
    let home = case.counter;
    let on = day(case.day());
    let inquiry = pb::RecordInquiryRequest {
        head: stage.head(""),
        channel: case.channel.clone(),
        number: format!("{}-{}", case.channel, case.id),
        kind: case.kind.clone(),
        place: case.place.to_string(),
        summary: case.text.clone(),
        on,
        dispute: String::new(),
        ..Default::default()
    };
    let head =
        send!(stage, home, IntakeServiceClient, record_inquiry, inquiry).context("接待登记")?;
    let head = head.case.context("no case")?;
    Ok(Registered { home, dispute: head.dispute, case: head.name })
}

/// Registers and sorts a dispute.
///
/// # Errors
/// The counter refuses a step; the error says which and why.
pub async fn sort(stage: &Stage, case: &Case, registered: &Registered) -> Result<()> {
    let home = registered.home;
    let content = pb::RegisterRequest {
        head: stage.head(&registered.case),
        content: Some(content(case)),
        identity: "known_to_staff".to_owned(),
        identity_reason: String::new(),
        ..Default::default()
    };
    send!(stage, home, IntakeServiceClient, register, content).context("登记")?;
    let sorted = pb::ClassifyRequest {
        head: stage.head(&registered.case),
        kind: case.kind.clone(),
        other_places: case.other_place.iter().map(Region::to_string).collect(),
        flags: case.flags.clone(),
        risk: if case.flags.iter().any(|f| f == "mass_incident") { "yellow" } else { "normal" }
            .to_owned(),
        statutory: String::new(),
        why: "窗口人员梳理".to_owned(),
    };
    send!(stage, home, IntakeServiceClient, classify, sorted).context("梳理归类")?;
    Ok(())
}

/// The counter's own centre handles the dispute.
///
/// # Errors
/// The counter refuses.
pub async fn accept_own(stage: &Stage, at: &Registered, case: &Case) -> Result<()> {
    let message = pb::AcceptOwnRequest {
        head: stage.head(&at.case),
        track: case.track.clone(),
        power: "综治中心职责".to_owned(),
        person: format!("{}-1", at.home.code),
    };
    send!(stage, at.home, IntakeServiceClient, accept_own, message).context("自办")?;
    Ok(())
}

fn content(case: &Case) -> pb::Content {
    let track: Option<TrackKind> = case.track.parse().ok();
    let numbered = (1..).zip(&case.parties);
    let parties: Vec<common::Party> = numbered
        .map(|(no, party)| common::Party {
            no,
            name: party.name.clone(),
            role: party.role.clone(),
            kind: party.kind.clone(),
            minor: party.minor,
            ..Default::default()
        })
        .collect();
    let consents = parties.iter().filter(|_| track.is_some()).map(|party| common::Consent {
        party: party.no,
        to: case.track.clone(),
        given: true,
        on: day(case.day()),
        by: "counter".to_owned(),
    });
    let no_applicant = if parties.iter().any(|p| p.role == "applicant") { "" } else { "anonymous" };
    pb::Content {
        kind: case.kind.clone(),
        place: case.place.to_string(),
        other_places: case.other_place.iter().map(Region::to_string).collect(),
        summary: case.text.clone(),
        consents: consents.collect(),
        parties,
        no_applicant: no_applicant.to_owned(),
        amount_fen: case.amount_fen,
        people: case.people,
        flags: case.flags.clone(),
        happened_on: None,
    }
}

/// Hands the dispute over to the responsible unit: to one with co-units as lead, else to come back with
/// its result.
///
/// # Errors
/// The counter refuses.
pub async fn refer(stage: &Stage, at: &Registered, to: Agency, track: &str) -> Result<()> {
    let message = pb::ReferRequest {
        head: stage.head(&at.case),
        unit: to.to_string(),
        track: track.to_owned(),
        mode: "delegate".to_owned(),
        basis: "贺党办〔2021〕15号 五(二)".to_owned(),
    };
    send!(stage, at.home, IntakeServiceClient, refer, message).context("委派")?;
    Ok(())
}

/// Names a lead unit and co-units.
///
/// # Errors
/// The counter refuses.
pub async fn designate_lead(stage: &Stage, at: &Registered, case: &Case) -> Result<()> {
    let co_unit = |unit: &Agency| pb::CoUnit {
        unit: unit.to_string(),
        task: "协助查明情况".to_owned(),
    };
    let message = pb::DesignateLeadRequest {
        head: stage.head(&at.case),
        unit: case.responsible.to_string(),
        track: case.track.clone(),
        co_units: case.co_units.iter().map(co_unit).collect(),
        basis: "贺党办〔2021〕15号 五(二)2".to_owned(),
    };
    send!(stage, at.home, IntakeServiceClient, designate_lead, message).context("指定牵头")?;
    Ok(())
}

/// Sends a cross-region dispute up to the lowest common superior centre.
///
/// # Errors
/// The counter refuses.
pub async fn escalate(stage: &Stage, at: &Registered) -> Result<()> {
    let message = pb::EscalateCrossRegionRequest {
        head: stage.head(&at.case),
        reason: "纠纷跨县（区），请求上一级综治中心组织".to_owned(),
    };
    send!(stage, at.home, IntakeServiceClient, escalate_cross_region, message)
        .context("跨地区上报")?;
    Ok(())
}

/// Joins a duplicate to the earlier dispute: the doors of the duplicate live on there.
///
/// # Errors
/// A counter refuses.
pub async fn merge(stage: &Stage, at: &Registered, into: &Registered, on: Date) -> Result<()> {
    let message = pb::MarkDuplicateRequest {
        head: stage.head(&at.case),
        of: into.dispute.clone(),
        same_parties: true,
        same_facts: true,
    };
    send!(stage, at.home, IntakeServiceClient, mark_duplicate, message).context("并案")?;
    let duplicate = dispute(stage, at).await?;
    let message = pb::AbsorbRequest {
        head: stage.head(&into.case),
        dispute: at.dispute.clone(),
        doors: duplicate.doors,
        interrupted_on: day(on),
    };
    send!(stage, into.home, IntakeServiceClient, absorb, message).context("接收并案")?;
    Ok(())
}

/// The dispute as its counter sees it.
///
/// # Errors
/// The node does not answer.
pub async fn dispute(stage: &Stage, at: &Registered) -> Result<pb::Dispute> {
    let message = pb::GetDisputeRequest { name: at.case.clone() };
    let response = send!(stage, at.home, IntakeServiceClient, get_dispute, message)?;
    response.dispute.context("no dispute")
}

/// Closes a decided dispute: what is owed is served, and the parties' own time for the remedy passes.
///
/// # Errors
/// The counter refuses.
pub async fn close_decided(stage: &Stage, at: &Registered, on: Date) -> Result<()> {
    serve(stage, at, on).await?;
    let over = on.checked_add(jiff::Span::new().days(REMEDY_DAYS))?;
    stage.set_day(over).await?;
    stage.sweep(at.home, &at.dispute).await?;
    close(stage, at, "decided", over).await
}

/// The applicants withdraw, each for itself, and nobody has pressed them.
///
/// # Errors
/// The counter refuses.
pub async fn withdraw(stage: &Stage, at: &Registered, applicants: &[u32], on: Date) -> Result<()> {
    for party in applicants {
        let message = pb::WithdrawRequest {
            head: stage.head(&at.case),
            party: *party,
            on: day(on),
            risk_checked: true,
            called_back: true,
            leave: String::new(),
        };
        send!(stage, at.home, IntakeServiceClient, withdraw, message).context("撤回")?;
    }
    Ok(())
}

/// Longer than any remedy against the decisions that are played.
const REMEDY_DAYS: i64 = 60;

/// Serves what is owed and closes the dispute; an agreement with obligations is followed up first.
///
/// # Errors
/// The counter refuses.
pub async fn close(stage: &Stage, at: &Registered, result: &str, on: Date) -> Result<()> {
    serve(stage, at, on).await?;
    let message = pb::CloseRequest {
        head: stage.head(&at.case),
        result: result.to_owned(),
        file_complete: true,
    };
    send!(stage, at.home, IntakeServiceClient, close, message).context("结案")?;
    Ok(())
}

/// Serves the notices that are owed and answers the channels that owe an answer of their own.
async fn serve(stage: &Stage, at: &Registered, on: Date) -> Result<()> {
    let view = dispute(stage, at).await?;
    for notice in &view.notices {
        for party in notice.to.iter().filter(|party| !notice.served.contains(party)) {
            let message = pb::ServeNoticeRequest {
                head: stage.head(&at.case),
                notice: notice.no,
                party: *party,
                proof: "signed".to_owned(),
                record: String::new(),
                on: day(on),
            };
            send!(stage, at.home, IntakeServiceClient, serve_notice, message).context("送达")?;
        }
    }
    for door in view.doors.iter().filter(|door| door.answered_on.is_none()) {
        let message =
            pb::AnswerChannelRequest { head: stage.head(&at.case), door: door.no, on: day(on) };
        // A channel without an answer of its own owes none; the counter says so.
        let _ = send!(stage, at.home, IntakeServiceClient, answer_channel, message);
    }
    Ok(())
}

/// Follows an agreement up to its last obligation, which closes the dispute.
///
/// # Errors
/// The counter refuses.
pub async fn perform(stage: &Stage, at: &Registered, on: Date) -> Result<()> {
    let message = pb::FollowUpRequest { head: stage.head(&at.case) };
    send!(stage, at.home, IntakeServiceClient, follow_up, message).context("跟进履行")?;
    for owed in dispute(stage, at).await?.obligations {
        let message = pb::ConfirmPerformanceRequest {
            head: stage.head(&at.case),
            obligation: owed.no,
            proof: "收据".to_owned(),
            on: day(on),
            file_complete: true,
        };
        send!(stage, at.home, IntakeServiceClient, confirm_performance, message)
            .context("确认履行")?;
    }
    Ok(())
}
