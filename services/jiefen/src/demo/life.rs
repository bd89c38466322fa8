//! One dispute's whole life, step by step, as the bench drives it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::handoff::v1 as handoff;
use jiefen_proto::jiefen::handoff::v1::handoff_service_client::HandoffServiceClient;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_vocab::{Agency, Region};
use tokio::time::Instant;

use crate::demo::stage::{Stage, day, send};

/// The durations of the steps taken so far.
#[derive(Debug, Default)]
pub struct Steps(Mutex<Vec<Duration>>);

impl Steps {
    fn took(&self, begin: Instant) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(begin.elapsed());
    }

    /// All of them.
    pub fn times(&self) -> Vec<Duration> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// One dispute between a counter and a mediation centre.
pub struct Life {
    stage: Arc<Stage>,
    counter: Agency,
    centre: Agency,
    place: Region,
    today: jiff::civil::Date,
}

/// Sends one durable step and notes how long it took.
macro_rules! step {
    ($life:ident, $steps:ident, $agency:expr, $client:ident, $verb:ident, $message:expr) => {{
        let begin = Instant::now();
        let answer = send!($life.stage, $agency, $client, $verb, $message);
        $steps.took(begin);
        answer.context(stringify!($verb))?
    }};
}

impl Life {
    /// A life that has not begun: a dispute of a place, between its counter and a mediation centre.
    pub fn new(stage: Arc<Stage>, counter: Agency, centre: Agency, place: Region) -> Life {
        use jiefen_platform::clock::{Clock as _, SystemClock};
        Life { stage, counter, centre, place, today: SystemClock.now().day() }
    }

    /// Lives it.
    ///
    /// # Errors
    /// A step is refused.
    pub async fn live(&self, steps: &Steps) -> Result<()> {
        let (case, dispute) = self.register(steps).await?;
        self.hand_over(steps, &case, &dispute).await?;
        self.mediate(steps, &dispute).await?;
        self.close(steps, &case, &dispute).await
    }

    /// Registers, sorts and classifies at the counter.
    async fn register(&self, steps: &Steps) -> Result<(String, String)> {
        let on = day(self.today);
        let inquiry = intake::RecordInquiryRequest {
            head: self.stage.head(""),
            channel: "zz_town".to_owned(),
            number: String::new(),
            kind: "neighbour".to_owned(),
            place: self.place.to_string(),
            summary: "两家因院墙排水发生争执，请求调解".to_owned(),
            on,
            dispute: String::new(),
            ..Default::default()
        };
        let answer = step!(self, steps, self.counter, IntakeServiceClient, record_inquiry, inquiry);
        let head = answer.case.context("no case")?;
        let party = |no: u32, role: &str| common::Party {
            no,
            name: format!("当事人{no}"),
            role: role.to_owned(),
            kind: "person".to_owned(),
            minor: false,
            ..Default::default()
        };
        let content = intake::Content {
            kind: "neighbour".to_owned(),
            place: self.place.to_string(),
            summary: "两家因院墙排水发生争执，请求调解".to_owned(),
            parties: vec![party(1, "applicant"), party(2, "respondent")],
            people: 2,
            ..intake::Content::default()
        };
        let register = intake::RegisterRequest {
            head: self.stage.head(&head.name),
            content: Some(content),
            identity: "document_shown".to_owned(),
            identity_reason: String::new(),
            ..Default::default()
        };
        step!(self, steps, self.counter, IntakeServiceClient, register, register);
        let classify = intake::ClassifyRequest {
            head: self.stage.head(&head.name),
            kind: "neighbour".to_owned(),
            risk: "normal".to_owned(),
            why: "相邻关系".to_owned(),
            ..intake::ClassifyRequest::default()
        };
        step!(self, steps, self.counter, IntakeServiceClient, classify, classify);
        Ok((head.name, head.dispute))
    }

    /// Refers, and the centre accepts; responsibility moves over the bus.
    async fn hand_over(&self, steps: &Steps, case: &str, dispute: &str) -> Result<()> {
        let refer = intake::ReferRequest {
            head: self.stage.head(case),
            unit: self.centre.to_string(),
            track: "people_mediation".to_owned(),
            mode: "delegate".to_owned(),
            basis: "贺党办〔2021〕15号 五(二)".to_owned(),
        };
        step!(self, steps, self.counter, IntakeServiceClient, refer, refer);
        let offered = |desk: &handoff::Desk| !desk.pending_epoch.is_empty();
        let desk = self.stage.until_desk(self.centre, dispute, "offer", offered).await?;
        let accept = handoff::AcceptRequest {
            head: self.stage.step(dispute),
            epoch: desk.pending_epoch,
            number: String::new(),
        };
        step!(self, steps, self.centre, HandoffServiceClient, accept, accept);
        Ok(())
    }

    /// Consents, acceptance, session, agreement at the mediation centre.
    async fn mediate(&self, steps: &Steps, dispute: &str) -> Result<()> {
        let open = |case: &common::CaseHead| case.procedure == "people_mediation";
        let case = self.stage.until_case(self.centre, dispute, "case", open).await?.name;
        let on = day(self.today);
        for party in [1, 2] {
            let head = self.stage.head(&case);
            let how = "counter".to_owned();
            let consent = mediation::GiveConsentRequest { head, party, on, how };
            step!(self, steps, self.centre, MediationServiceClient, give_consent, consent);
        }
        let accept = mediation::AcceptRequest {
            head: self.stage.head(&case),
            on,
            mediator: "mediator-1".to_owned(),
            rights_told: true,
            hospital_notices: false,
            not_handled_elsewhere: true,
            safety_cleared: true,
        };
        step!(self, steps, self.centre, MediationServiceClient, accept, accept);
        let (place, mode) = ("调解室".to_owned(), "together".to_owned());
        let schedule = mediation::ScheduleSessionRequest {
            head: self.stage.head(&case),
            on,
            place: place.clone(),
            mode: mode.clone(),
        };
        step!(self, steps, self.centre, MediationServiceClient, schedule_session, schedule);
        let hold = mediation::HoldSessionRequest {
            head: self.stage.head(&case),
            on,
            place,
            mode,
            present: vec![1, 2],
            guardians: vec![],
            reached: "agreed_in_substance".to_owned(),
            record: "记录".to_owned(),
        };
        step!(self, steps, self.centre, MediationServiceClient, hold_session, hold);
        let oral = mediation::RecordOralRequest {
            head: self.stage.head(&case),
            draft: Some(self.draft()?),
            agreed: vec![1, 2],
            on,
        };
        step!(self, steps, self.centre, MediationServiceClient, record_oral, oral);
        Ok(())
    }

    fn draft(&self) -> Result<mediation::Draft> {
        let facts = "双方就排水达成一致".to_owned();
        let hash = ring::digest::digest(&ring::digest::SHA256, facts.as_bytes());
        let due = self.today.checked_add(jiff::Span::new().days(7))?;
        Ok(mediation::Draft {
            hash: jiefen_ledger::hex(hash.as_ref()),
            facts,
            obligations: vec![mediation::Obligation {
                no: 1,
                obligor: 2,
                obligee: 1,
                what: "改建排水沟".to_owned(),
                amount_fen: None,
                due: day(due),
                place: "两家之间的排水沟".to_owned(),
            }],
            subjects: vec!["conduct".to_owned()],
            faults: vec![],
        })
    }

    /// The result comes back over the bus; performance is confirmed, which closes the dispute.
    async fn close(&self, steps: &Steps, case: &str, dispute: &str) -> Result<()> {
        let agreed = |head: &common::CaseHead| head.state == "agreed";
        self.stage.until_case(self.counter, dispute, "agreed", agreed).await?;
        self.stage.until_desk(self.counter, dispute, "back", |desk| desk.holds).await?;
        let follow = intake::FollowUpRequest { head: self.stage.head(case) };
        step!(self, steps, self.counter, IntakeServiceClient, follow_up, follow);
        let perform = intake::ConfirmPerformanceRequest {
            head: self.stage.head(case),
            obligation: 1,
            proof: "现场查看".to_owned(),
            on: day(self.today),
            file_complete: true,
        };
        step!(self, steps, self.counter, IntakeServiceClient, confirm_performance, perform);
        Ok(())
    }
}
