//! The played judge who confirms an agreement of people's mediation (民事诉讼法 205、206).

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as court;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;
use jiefen_vocab::Agency;
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::plays::later;
use crate::demo::plays::mediation::{self, Terms};
use crate::demo::stage::{Stage, day, send};

/// Days after the agreement on which the parties apply, the court accepts, rules and serves, and the debtor
/// pays: within T-D-01, T-D-03, T-D-04.
const APPLY: i64 = 3;
const ACCEPT: i64 = 5;
const RULE: i64 = 15;
const PAY: i64 = 25;

struct Bench<'a> {
    stage: &'a Stage,
    court: Agency,
    case: String,
}

impl Bench<'_> {
    fn head(&self) -> Option<common::CommandHead> {
        self.stage.head(&self.case)
    }

    /// Both parties apply together (T-D-01).
    async fn apply(&mut self, brief: common::Brief, terms: &Terms, on: Date) -> Result<()> {
        let agreement = court::ConfirmableAgreement {
            hash: terms.hash.clone(),
            effective_on: day(terms.on),
            body: terms.body.to_string(),
            subjects: vec![terms.subject.to_owned()],
            content: "按协议履行".to_owned(),
            due: day(terms.due).into_iter().collect(),
        };
        let message = court::ApplyRequest {
            head: self.head(),
            applicants: brief.parties.iter().map(|party| party.no).collect(),
            brief: Some(brief),
            agreement: Some(agreement),
            competence: "body_seat".to_owned(),
            on: day(on),
            round: 1,
        };
        let answer = send!(self.stage, self.court, CourtServiceClient, apply, message)
            .context("共同申请司法确认")?;
        self.case = answer.case.context("no case")?.name;
        Ok(())
    }

    async fn accept(&self, case: &Case, on: Date) -> Result<()> {
        let message = court::AcceptRequest {
            head: self.head(),
            case_no: format!("（{}）宁0122诉前调确{}号", on.year(), case.id),
            judge: format!("{}-1", self.court.code),
            on: day(on),
        };
        send!(self.stage, self.court, CourtServiceClient, accept, message)
            .context("受理司法确认")?;
        Ok(())
    }

    /// The ruling, and its service on every party (T-A-05).
    async fn rule(&self, parties: u32, on: Date) -> Result<()> {
        let message = court::ConfirmRequest { head: self.head(), on: day(on) };
        send!(self.stage, self.court, CourtServiceClient, confirm, message).context("确认裁定")?;
        for party in 1..=parties {
            let message = court::ServeRulingRequest { head: self.head(), party, on: day(on) };
            send!(self.stage, self.court, CourtServiceClient, serve_ruling, message)
                .context("送达裁定")?;
        }
        Ok(())
    }

    async fn performed(&self, on: Date) -> Result<()> {
        let message = court::RecordPerformanceRequest { head: self.head(), on: day(on) };
        send!(self.stage, self.court, CourtServiceClient, record_performance, message)
            .context("登记履行")?;
        Ok(())
    }
}

/// Mediates to a written agreement, has the court confirm it, and follows it to its performance.
pub async fn confirm(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let court = case.court()?;
    let terms = mediation::agree(stage, case, at, on).await?;
    let applied = later(on, APPLY)?;
    stage.set_day(applied).await?;
    counter::refer(stage, at, court, "judicial_confirmation").await?;
    let brief = stage.offered(court, &at.dispute).await?;
    stage.accept(court, &at.dispute, &case.id).await?;
    let mut bench = Bench { stage, court, case: String::new() };
    bench.apply(brief, &terms, applied).await?;
    let accepted = later(on, ACCEPT)?;
    stage.set_day(accepted).await?;
    bench.accept(case, accepted).await?;
    let ruled = later(on, RULE)?;
    stage.set_day(ruled).await?;
    bench.rule(case.numbered(), ruled).await?;
    let known = |head: &common::CaseHead| head.procedure == "dispute" && head.state == "agreed";
    stage.until_case(at.home, &at.dispute, "确认裁定回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    let paid = later(on, PAY)?;
    stage.set_day(paid).await?;
    bench.performed(paid).await?;
    counter::perform(stage, at, paid).await?;
    counter::close(stage, at, "performed", paid).await
}
