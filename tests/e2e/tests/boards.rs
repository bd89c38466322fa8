//! Journeys of the deciding bodies, in Chromium: a court, a labour arbitration commission, a petition office, a
//! reconsideration office, each from its window to its decision, and every page of theirs in every size.

use anyhow::{Context as _, Result, ensure};
use jiefen_administrative::AdministrativeArea;
use jiefen_arbitration::ArbitrationArea;
use jiefen_court::CourtArea;
use jiefen_e2e::{Browser, LOGIN, Office, PASSWORD};
use jiefen_handoff::{Binding, Epoch, Message, Mode, Offer};
use jiefen_ledger::{Area, Delivered};
use jiefen_petition::PetitionArea;
use jiefen_platform::config;
use jiefen_vocab::{DisputeId, FactId, Outcome, Role};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 11);
const HEARING: Date = date(2026, 3, 23);
const BODY: &str = "640122.women_federation";
const LOG_IN: [(&str, &str); 2] = [("LOGIN", LOGIN), ("PASSWORD", PASSWORD)];

async fn court() -> Result<Office<CourtArea>> {
    let posts = [Role::FilingClerk, Role::Judge, Role::CourtPresident];
    let person = ("韩法官", "judge-1", &posts[..]);
    Office::open("640122.court", config::Area::Court, TODAY, person, jiefen_court::add_services)
        .await
}

async fn commission() -> Result<Office<ArbitrationArea>> {
    let posts = [Role::WindowClerk, Role::Arbitrator, Role::ArbitrationDirector];
    let person = ("周仲裁", "arbitrator-1", &posts[..]);
    let area = config::Area::Arbitration;
    Office::open("640122.hrss", area, TODAY, person, jiefen_arbitration::add_services).await
}

async fn petition_office() -> Result<Office<PetitionArea>> {
    let posts = [Role::PetitionOfficer, Role::PetitionHead];
    let person = ("赵接访", "officer-1", &posts[..]);
    let area = config::Area::Petition;
    Office::open("640122.petition_bureau", area, TODAY, person, jiefen_petition::add_services).await
}

async fn reconsideration_office() -> Result<Office<AdministrativeArea>> {
    let posts = [Role::Reviewer, Role::ReviewHead];
    let person = ("钱复议", "reviewer-1", &posts[..]);
    let area = config::Area::Administrative;
    let agency = "640122.county_government_reconsideration";
    Office::open(agency, area, TODAY, person, jiefen_administrative::add_services).await
}

/// Walks a journey; what it found out.
async fn walk<A: Area>(
    office: &Office<A>,
    name: &str,
    told: &[(&str, &str)],
) -> Result<serde_json::Value> {
    let told = [&LOG_IN[..], told].concat();
    Browser::locate()?.walk(name, &office.pages, &told).await
}

fn dispute(found: &serde_json::Value) -> Result<String> {
    Ok(found["dispute"].as_str().context("the dispute that began")?.to_owned())
}

/// The mediating body takes the file, settles the matter and gives the case back.
async fn mediated(office: &mut Office<CourtArea>, dispute: DisputeId) -> Result<()> {
    let desk = office.node.desk_of(dispute).await.desk;
    let epoch = desk.outstanding().context("the case is offered to the body")?.1.epoch;
    let back = Offer {
        epoch: epoch.next(0),
        mode: Mode::Return,
        due: None,
        brief: FactId::from_bits(3),
        binding: Binding::Free,
        co_units: std::collections::BTreeSet::new(),
        result_due: None,
        declines: 0,
        ground: None,
    };
    let returned: Epoch = back.epoch;
    for message in [
        Message::Accepted { epoch },
        Message::ResultReported { epoch, outcome: Outcome::Agreed, brief: FactId::from_bits(3) },
        Message::Offered(back),
        Message::Confirmed { epoch: returned, mode: Mode::Return },
    ] {
        let outcome = office.node.receive(BODY, dispute, &message, None).await;
        ensure!(outcome == Delivered::Applied, "{message:?}: {outcome:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_court_diverts_a_filing_makes_the_statement_and_confirms_an_agreement() -> Result<()> {
    let mut office = court().await?;
    let (today, due) = (TODAY.to_string(), date(2026, 4, 10).to_string());
    let told = [("TODAY", today.as_str()), ("BODY", BODY)];
    let began = dispute(&walk(&office, "court-diverts", &told).await?)?;
    mediated(&mut office, began.parse()?).await?;
    let told = [("TODAY", today.as_str()), ("DUE", due.as_str()), ("DISPUTE", began.as_str())];
    walk(&office, "court-settles", &told).await?;
    look(&office, "court", "/court").await
}

#[tokio::test]
async fn an_arbitrator_takes_an_application_to_an_award() -> Result<()> {
    let office = commission().await?;
    let (today, hearing) = (TODAY.to_string(), HEARING.to_string());
    let told = [("TODAY", today.as_str()), ("HEARING", hearing.as_str())];
    let began = dispute(&walk(&office, "arbitration-opens", &told).await?)?;
    look(&office, "arbitration", "/arbitration").await?;
    office.node.on(HEARING);
    let told = [("TODAY", hearing.as_str()), ("DISPUTE", began.as_str())];
    walk(&office, "arbitration-awards", &told).await?;
    Ok(())
}

#[tokio::test]
async fn a_petition_officer_classifies_and_answers() -> Result<()> {
    let office = petition_office().await?;
    let today = TODAY.to_string();
    let told = [("TODAY", today.as_str()), ("UNIT", "640122.ecology")];
    walk(&office, "petition-answers", &told).await?;
    look(&office, "petition", "/petitions").await
}

#[tokio::test]
async fn a_reviewer_takes_an_application_to_the_decision() -> Result<()> {
    let office = reconsideration_office().await?;
    let today = TODAY.to_string();
    walk(&office, "reconsideration-decides", &[("TODAY", today.as_str())]).await?;
    look(&office, "reconsideration", "/reconsiderations").await
}

/// Every page of an office, in every size.
async fn look<A: Area>(office: &Office<A>, name: &str, list: &str) -> Result<()> {
    let looks = walk(office, "boards-look", &[("NAME", name), ("LIST", list)]).await?;
    eprintln!("{looks:#}");
    let seen = looks["seen"].as_array().map_or(0, Vec::len);
    ensure!(seen >= 6, "only {seen} pages were looked at");
    Ok(())
}
