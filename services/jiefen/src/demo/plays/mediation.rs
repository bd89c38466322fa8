//! The played mediators of people's mediation committees.

use anyhow::{Context as _, Result};
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_vocab::Agency;
use jiff::civil::Date;

use crate::demo::cases::{Case, Ending};
use crate::demo::counter::{self, Registered};
use crate::demo::plays::later;
use crate::demo::stage::{Stage, day, send};

/// How long the parties have to do what they agreed, in days.
const PERFORM_WITHIN: i64 = 30;

/// A committee with a case of people's mediation.
pub struct Committee<'a> {
    stage: &'a Stage,
    agency: Agency,
    case: String,
    on: Date,
}

/// What the parties agreed, as far as others need to know it.
pub struct Terms {
    /// The committee.
    pub body: Agency,
    /// SHA-256 of the text.
    pub hash: String,
    /// What it is about: `money` or `conduct`.
    pub subject: &'static str,
    /// The day it took effect.
    pub on: Date,
    /// The last day of performance.
    pub due: Date,
}

impl<'a> Committee<'a> {
    /// The case that the committee has of a dispute.
    ///
    /// # Errors
    /// It has none.
    pub async fn of(
        stage: &'a Stage,
        agency: Agency,
        dispute: &str,
        on: Date,
    ) -> Result<Committee<'a>> {
        let open = |case: &jiefen_proto::jiefen::common::v1::CaseHead| {
            case.procedure == "people_mediation" && case.open
        };
        let head = stage.until_case(agency, dispute, "人民调解立案", open).await?;
        Ok(Committee { stage, agency, case: head.name, on })
    }

    /// Every party agrees to mediation; the committee accepts with a named mediator.
    ///
    /// # Errors
    /// A step is refused.
    pub async fn accept(&mut self, parties: u32) -> Result<()> {
        for party in 1..=parties {
            let message = pb::GiveConsentRequest {
                head: self.stage.head(&self.case),
                party,
                on: day(self.on),
                how: "counter".to_owned(),
            };
            send!(self.stage, self.agency, MediationServiceClient, give_consent, message)
                .context("征得同意")?;
        }
        let message = pb::AcceptRequest {
            head: self.stage.head(&self.case),
            on: day(self.on),
            mediator: format!("{}-1", self.agency.code),
            rights_told: true,
            hospital_notices: true,
            not_handled_elsewhere: true,
            safety_cleared: true,
        };
        send!(self.stage, self.agency, MediationServiceClient, accept, message).context("受理")?;
        Ok(())
    }

    /// Sets a session for today.
    ///
    /// # Errors
    /// The step is refused.
    pub async fn schedule(&mut self) -> Result<()> {
        let message = pb::ScheduleSessionRequest {
            head: self.stage.head(&self.case),
            on: day(self.on),
            place: "调解室".to_owned(),
            mode: "together".to_owned(),
        };
        send!(self.stage, self.agency, MediationServiceClient, schedule_session, message)
            .context("安排调解")?;
        Ok(())
    }

    /// Holds the session; minors come with their guardians.
    ///
    /// # Errors
    /// The step is refused.
    pub async fn hold(&mut self, parties: u32, minors: &[u32], reached: &str) -> Result<()> {
        let message = pb::HoldSessionRequest {
            head: self.stage.head(&self.case),
            on: day(self.on),
            place: "调解室".to_owned(),
            mode: "together".to_owned(),
            present: (1..=parties).collect(),
            guardians: minors.to_vec(),
            reached: reached.to_owned(),
            record: "调解记录".to_owned(),
        };
        send!(self.stage, self.agency, MediationServiceClient, hold_session, message)
            .context("调解")?;
        Ok(())
    }

    fn facts(&self) -> String {
        format!("{} 双方自愿达成协议", self.case)
    }

    fn terms(&self, amount_fen: Option<i64>) -> Result<Terms> {
        let hash = ring::digest::digest(&ring::digest::SHA256, self.facts().as_bytes());
        Ok(Terms {
            body: self.agency,
            hash: jiefen_ledger::hex(hash.as_ref()),
            subject: if amount_fen.is_some() { "money" } else { "conduct" },
            on: self.on,
            due: later(self.on, PERFORM_WITHIN)?,
        })
    }

    fn draft(&self, amount_fen: Option<i64>) -> Result<pb::Draft> {
        let Terms { hash, subject, due, .. } = self.terms(amount_fen)?;
        Ok(pb::Draft {
            hash,
            facts: self.facts(),
            obligations: vec![pb::Obligation {
                no: 1,
                obligor: 2,
                obligee: 1,
                what: "按协议履行".to_owned(),
                amount_fen: amount_fen.filter(|fen| *fen > 0),
                due: day(due),
                place: String::new(),
            }],
            subjects: vec![subject.to_owned()],
            faults: vec![],
        })
    }

    /// Records an oral agreement (人民调解法 28、30).
    ///
    /// # Errors
    /// The step is refused.
    pub async fn agree_orally(&mut self, parties: u32, amount_fen: Option<i64>) -> Result<()> {
        let message = pb::RecordOralRequest {
            head: self.stage.head(&self.case),
            draft: Some(self.draft(amount_fen)?),
            agreed: (1..=parties).collect(),
            on: day(self.on),
        };
        send!(self.stage, self.agency, MediationServiceClient, record_oral, message)
            .context("口头协议")?;
        Ok(())
    }

    /// A written agreement: drafted, confirmed by every party, signed and sealed (人民调解法 29).
    ///
    /// # Errors
    /// A step is refused.
    pub async fn agree_in_writing(&mut self, parties: u32, amount_fen: Option<i64>) -> Result<()> {
        let draft = self.draft(amount_fen)?;
        let hash = draft.hash.clone();
        let message = pb::DraftAgreementRequest {
            head: self.stage.head(&self.case),
            draft: Some(draft),
            on: day(self.on),
        };
        send!(self.stage, self.agency, MediationServiceClient, draft_agreement, message)
            .context("起草协议")?;
        for party in 1..=parties {
            let message = pb::ConfirmDraftRequest {
                head: self.stage.head(&self.case),
                party,
                hash: hash.clone(),
                on: day(self.on),
            };
            send!(self.stage, self.agency, MediationServiceClient, confirm_draft, message)
                .context("确认文本")?;
        }
        let signers = (1..=parties).map(|party| ("party", party));
        for (signer, party) in signers.chain([("mediator", 0), ("seal", 0)]) {
            let message = pb::SignRequest {
                head: self.stage.head(&self.case),
                signer: signer.to_owned(),
                party,
                on: day(self.on),
            };
            send!(self.stage, self.agency, MediationServiceClient, sign, message)
                .context("签署协议")?;
        }
        Ok(())
    }

    /// A party no longer wants to be mediated.
    ///
    /// # Errors
    /// The step is refused.
    pub async fn withdraw(&mut self, party: u32) -> Result<()> {
        let head = self.stage.head(&self.case);
        let message = pb::WithdrawConsentRequest { head, party, how: "counter".to_owned() };
        send!(self.stage, self.agency, MediationServiceClient, withdraw_consent, message)
            .context("撤回同意")?;
        Ok(())
    }

    /// Mediation has failed.
    ///
    /// # Errors
    /// The step is refused.
    pub async fn fail(&mut self) -> Result<()> {
        let message = pb::EndFailedRequest { head: self.stage.head(&self.case), on: day(self.on) };
        send!(self.stage, self.agency, MediationServiceClient, end_failed, message)
            .context("终止调解")?;
        Ok(())
    }
}

fn minors(case: &Case) -> Vec<u32> {
    let numbered = (1..).zip(&case.parties);
    numbered.filter(|(_, party)| party.minor).map(|(no, _)| no).collect()
}

/// Mediates a dispute to an agreement and waits until its counter knows.
pub async fn agree(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<Terms> {
    let mut committee = Committee::of(stage, case.responsible, &at.dispute, on).await?;
    let parties = case.numbered();
    committee.accept(parties).await?;
    committee.schedule().await?;
    committee.hold(parties, &minors(case), "agreed_in_substance").await?;
    if case.ending == Ending::AgreedOral {
        committee.agree_orally(parties, case.amount_fen).await?;
    } else {
        committee.agree_in_writing(parties, case.amount_fen).await?;
    }
    wait(stage, at, "agreed").await?;
    committee.terms(case.amount_fen)
}

/// Mediates in vain and waits until the counter looks for the next route.
pub async fn fail(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let mut committee = Committee::of(stage, case.responsible, &at.dispute, on).await?;
    let parties = case.numbered();
    committee.accept(parties).await?;
    committee.schedule().await?;
    committee.hold(parties, &minors(case), "no_agreement").await?;
    committee.fail().await?;
    wait(stage, at, "unresolved").await
}

/// The applicants take back what they asked for (人民调解法 23): at the committee, then at the counter.
pub async fn withdraw(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    let mut committee = Committee::of(stage, case.responsible, &at.dispute, on).await?;
    committee.accept(case.numbered()).await?;
    let (applicants, _) = case.sides();
    let first = applicants.first().copied().context("没有申请人 (no applicant)")?;
    committee.withdraw(first).await?;
    wait(stage, at, "unresolved").await?;
    counter::withdraw(stage, at, &applicants, on).await?;
    counter::close(stage, at, "withdrawn", on).await
}

/// The result comes back to the counter over the bus, and with a delegated dispute the responsibility.
async fn wait(stage: &Stage, at: &Registered, state: &str) -> Result<()> {
    let known = |case: &jiefen_proto::jiefen::common::v1::CaseHead| case.state == state;
    stage.until_case(at.home, &at.dispute, "结果回到综治中心", known).await?;
    stage.until_desk(at.home, &at.dispute, "责任回转", |desk| desk.holds).await?;
    Ok(())
}
