//! The played judge who tries a case in small claims to a final judgment (民事诉讼法 165).

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as court;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::plays::{later, open_case};
use crate::demo::stage::{Stage, day, send};

/// The average wage by which the played court measures small claims, in fen, as it states it.
const AVERAGE_WAGE: (i64, &str) = (11_500_000, "演示用数字，以自治区公布的上年度平均工资为准");

/// The largest claim that is a small one under that wage: half of it (T-E-06).
pub const SMALL: i64 = AVERAGE_WAGE.0 / 2;

/// Days after the complaint on which the played court files and serves, hears and judges.
const FILE: i64 = 3;
const SERVE: i64 = 6;
const HEAR: i64 = 26;
const JUDGE: i64 = 28;

struct Trial<'a> {
    stage: &'a Stage,
    case: &'a Case,
    name: String,
}

impl Trial<'_> {
    fn head(&self) -> Option<common::CommandHead> {
        self.stage.head(&self.name)
    }

    /// Files the complaint; the fee is notified and paid (T-E-02).
    async fn file(&self, on: Date) -> Result<()> {
        let court = self.case.responsible;
        let message = court::FileRequest {
            head: self.head(),
            case_no: format!("（{}）宁0122民初{}号", on.year(), self.case.id),
            on: day(on),
        };
        send!(self.stage, court, CourtServiceClient, file, message).context("登记立案")?;
        let message = court::NotifyFeeRequest { head: self.head(), on: day(on) };
        send!(self.stage, court, CourtServiceClient, notify_fee, message).context("通知交费")?;
        let message = court::PayFeeRequest { head: self.head(), on: day(on) };
        send!(self.stage, court, CourtServiceClient, pay_fee, message).context("交费")?;
        Ok(())
    }

    /// Small claims by amount and kind (T-E-06).
    async fn choose(&self, on: Date) -> Result<()> {
        let wage = court::AverageWage {
            year: i32::from(on.year()) - 1,
            amount_fen: AVERAGE_WAGE.0,
            source: AVERAGE_WAGE.1.to_owned(),
        };
        let measure = court::Measure {
            amount_fen: self.case.amount_fen,
            money_only: true,
            simple: true,
            bars: vec![],
            agreed: vec![],
            wage: Some(wage),
        };
        let message = court::ChooseTrackRequest {
            head: self.head(),
            track: "small_claims".to_owned(),
            measure: Some(measure),
            judge: format!("{}-1", self.case.responsible.code),
            on: day(on),
        };
        send!(self.stage, self.case.responsible, CourtServiceClient, choose_track, message)
            .context("适用小额诉讼程序")?;
        Ok(())
    }

    /// The copy of the complaint to everybody but the plaintiff (T-E-03).
    async fn serve_copies(&self, on: Date) -> Result<()> {
        for party in 2..=self.case.numbered() {
            let service = court::Service {
                document: "complaint".to_owned(),
                of: 0,
                party,
                on: day(on),
                manner: "signed".to_owned(),
            };
            let message = court::ServeRequest { head: self.head(), service: Some(service) };
            send!(self.stage, self.case.responsible, CourtServiceClient, serve, message)
                .context("送达起诉状副本")?;
        }
        Ok(())
    }

    async fn hear(&self, told_on: Date, on: Date) -> Result<()> {
        let message =
            court::SetHearingRequest { head: self.head(), on: day(on), told_on: day(told_on) };
        send!(self.stage, self.case.responsible, CourtServiceClient, set_hearing, message)
            .context("确定开庭")?;
        Ok(())
    }

    /// The judgment, final with the last party's receipt (T-E-06).
    async fn judge(&self, on: Date) -> Result<()> {
        let court = self.case.responsible;
        let message = court::JudgeRequest { head: self.head(), on: day(on) };
        send!(self.stage, court, CourtServiceClient, judge, message).context("判决")?;
        for party in 1..=self.case.numbered() {
            let message = court::ServeJudgmentRequest { head: self.head(), party, on: day(on) };
            send!(self.stage, court, CourtServiceClient, serve_judgment, message)
                .context("送达判决")?;
        }
        Ok(())
    }
}

/// Files, hears and judges; the result and the dispute come back to the counter, which closes it.
pub async fn judge(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let court = case.responsible;
    let name = open_case(stage, court, &at.dispute, "filing").await?.name;
    let trial = Trial { stage, case, name };
    let filed = later(on, FILE)?;
    stage.set_day(filed).await?;
    trial.file(filed).await?;
    trial.choose(filed).await?;
    let served = later(on, SERVE)?;
    stage.set_day(served).await?;
    trial.serve_copies(served).await?;
    trial.hear(served, later(on, HEAR)?).await?;
    let judged = later(on, JUDGE)?;
    stage.set_day(judged).await?;
    trial.judge(judged).await?;
    let known = |head: &common::CaseHead| head.state == "decided";
    stage.until_case(at.home, &at.dispute, "判决回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    counter::close(stage, at, "decided", judged).await
}
