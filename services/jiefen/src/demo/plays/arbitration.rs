//! The played arbitrators of the labour arbitration commission.

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_client::ArbitrationServiceClient;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::Agency;
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::plays::later;
use crate::demo::stage::{Stage, day, send};

/// The monthly minimum wage of Ningxia's second class of places, with its source, as the played
/// commission states it.
const MINIMUM_WAGE: (i64, i32, &str) = (195_000, 2024, "宁夏最低工资标准（2024）");

/// The largest award that is final: twelve monthly minimum wages (T-H-13).
pub const FINAL_MOST: i64 = 12 * MINIMUM_WAGE.0;

/// What the played worker is awarded, in fen, when the file names no amount.
const AWARD: i64 = 240_000;

struct Commission<'a> {
    stage: &'a Stage,
    agency: Agency,
    case: String,
    /// The numbers of those who ask for something, and of the others.
    workers: Vec<u32>,
    employers: Vec<u32>,
}

impl Commission<'_> {
    fn head(&self) -> Option<common::CommandHead> {
        self.stage.head(&self.case)
    }

    /// From the first contact to the acceptance.
    async fn accept(&self, case: &Case, on: Date) -> Result<()> {
        let message = pb::ContactRequest { head: self.head(), on: day(on) };
        send!(self.stage, self.agency, ArbitrationServiceClient, contact, message)
            .context("联系当事人")?;
        let claim = pb::Claim {
            worker: 1,
            kind: "wages".to_owned(),
            amount_fen: Some(case.amount_fen.unwrap_or(AWARD)),
        };
        let message = pb::ApplyRequest {
            head: self.head(),
            number: format!("贺劳人仲案〔{}〕{}", on.year(), case.id),
            on: day(on),
            workers: self.workers.clone(),
            employers: self.employers.clone(),
            claims: vec![claim],
            knew_on: day(on),
            ..pb::ApplyRequest::default()
        };
        send!(self.stage, self.agency, ArbitrationServiceClient, apply, message)
            .context("仲裁申请")?;
        let message = pb::AcceptRequest { head: self.head(), on: day(on) };
        send!(self.stage, self.agency, ArbitrationServiceClient, accept, message)
            .context("受理")?;
        Ok(())
    }

    /// Papers, defence, tribunal and the notice of the hearing.
    async fn prepare(&self, on: Date, hearing_on: Date) -> Result<()> {
        for party in self.employers.iter().copied() {
            let message = pb::ServeCopyRequest { head: self.head(), party, on: day(on) };
            send!(self.stage, self.agency, ArbitrationServiceClient, serve_copy, message)
                .context("送达副本")?;
            let message = pb::FileDefenceRequest { head: self.head(), party, on: day(on) };
            send!(self.stage, self.agency, ArbitrationServiceClient, file_defence, message)
                .context("答辩")?;
        }
        let message = pb::ForwardDefenceRequest { head: self.head(), on: day(on) };
        send!(self.stage, self.agency, ArbitrationServiceClient, forward_defence, message)
            .context("送达答辩书")?;
        let arbitrators = vec![format!("{}-1", self.agency.code)];
        let message = pb::FormTribunalRequest { head: self.head(), on: day(on), arbitrators };
        send!(self.stage, self.agency, ArbitrationServiceClient, form_tribunal, message)
            .context("组庭")?;
        let hearing_on = day(hearing_on);
        let message = pb::NotifyHearingRequest { head: self.head(), on: day(on), hearing_on };
        send!(self.stage, self.agency, ArbitrationServiceClient, notify_hearing, message)
            .context("开庭通知")?;
        Ok(())
    }

    /// The hearing, mediation in vain, and the award.
    async fn decide(&self, case: &Case, on: Date) -> Result<()> {
        let message = pb::HoldHearingRequest { head: self.head(), on: day(on), absent: vec![] };
        send!(self.stage, self.agency, ArbitrationServiceClient, hold_hearing, message)
            .context("开庭")?;
        let message = pb::MediateRequest { head: self.head(), on: day(on), agreed: vec![] };
        send!(self.stage, self.agency, ArbitrationServiceClient, mediate, message)
            .context("先行调解")?;
        let item = pb::Item {
            worker: 1,
            kind: "wages".to_owned(),
            amount_fen: case.amount_fen.unwrap_or(AWARD),
            finding: "granted".to_owned(),
        };
        let (fen, year, source) = MINIMUM_WAGE;
        let message = pb::AwardRequest {
            head: self.head(),
            on: day(on),
            items: vec![item],
            minimum_wage_fen: fen,
            minimum_wage_year: year,
            minimum_wage_source: source.to_owned(),
        };
        send!(self.stage, self.agency, ArbitrationServiceClient, award, message).context("裁决")?;
        // Only the first worker claims; the paper is for that worker and the employers.
        for party in self.workers.iter().take(1).chain(&self.employers).copied() {
            let paper = "final".to_owned();
            let message = pb::ReceiveRequest { head: self.head(), paper, party, on: day(on) };
            send!(self.stage, self.agency, ArbitrationServiceClient, receive, message)
                .context("送达裁决")?;
        }
        Ok(())
    }
}

/// Arbitrates to a final award against which nobody turns, and waits until the counter knows.
pub async fn award(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let agency = case.responsible;
    let open = |head: &common::CaseHead| head.procedure == "labour_arbitration";
    let head = stage.until_case(agency, &at.dispute, "仲裁立案", open).await?;
    let (workers, employers) = case.sides();
    let commission = Commission { stage, agency, case: head.name, workers, employers };
    commission.accept(case, on).await?;
    let (prepared, heard) = (later(on, 3)?, later(on, 17)?);
    stage.set_day(prepared).await?;
    commission.prepare(prepared, heard).await?;
    stage.set_day(heard).await?;
    commission.decide(case, heard).await?;
    // Nobody sues and nobody asks to set the award aside: their rights lapse, one after the other.
    let over = later(heard, 45)?;
    stage.set_day(over).await?;
    stage.sweep(agency, &at.dispute).await?;
    let known = |head: &common::CaseHead| head.state == "decided";
    stage.until_case(at.home, &at.dispute, "裁决结果回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    counter::close_decided(stage, at, over).await
}
