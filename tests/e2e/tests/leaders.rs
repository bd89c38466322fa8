//! Journeys of those who lead, supervise and go out to look, in Chromium.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Result, ensure};
use jiefen_assessment::AssessmentArea;
use jiefen_e2e::{Browser, County, House, PASSWORD, Post, TOWN};
use jiefen_intake::{IntakeArea, Limits};
use jiefen_ledger::wire::{date_to, stamp};
use jiefen_platform::config::{Area, Config};
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::{
    handoff::v1 as handoff, intake::v1 as intake, mediation::v1 as mediation,
};
use jiefen_registry::RegistryArea;
use jiefen_vocab::{DisputeId, Moment, Role};
use jiff::civil::{Date, date};
use prost::Message;

const TODAY: Date = date(2026, 3, 11);
const OFFICE: &str = "640122.assessment";
const CENTRE: &str = "640122.centre";
const TOWNS: [&str; 4] = ["640122100", "640122101", "640122102", "640122103"];

/// The units of this test: the office that assesses, the county's centre, a township, the register.
struct Units {
    _county: County,
    office: House<AssessmentArea>,
    centre: House<IntakeArea>,
    town: House<IntakeArea>,
    register: House<RegistryArea>,
}

async fn units() -> Result<Units> {
    let county = County::new(TODAY)?;
    let leads: &[Post<'_>] = &[
        ("leader", "赵国强", "leader-1", &[Role::Leader]),
        ("assessor", "周晓燕", "assessor-1", &[Role::Assessor]),
    ];
    let heads: &[Post<'_>] =
        &[("head", "张敏", "head-1", &[Role::CentreDirector, Role::WindowClerk])];
    let keeps: &[Post<'_>] = &[("registrar", "马琳", "registrar-1", &[Role::Registrar])];
    let limits = Limits { paper_bytes: 1024, uploads: 1, draft_days: 30 };
    let counter = |routes: &mut _, app| jiefen_intake::add_services(routes, app, &limits);
    let office = jiefen_assessment::add_services;
    let mut office = county.unit((OFFICE, Area::Assessment), leads, reaching(&[]), office).await?;
    let register = jiefen_registry::add_services;
    let register = county.unit((REGISTRY, Area::Registry), keeps, reaching(&[]), register).await?;
    jiefen_registry::seed(&register.node.ledger).await?;
    let book = (Area::Registry, register.at);
    let centre = county.unit((CENTRE, Area::Intake), heads, reaching(&[book]), counter).await?;
    let reach = [(Area::Assessment, office.at), (Area::Intake, centre.at), book];
    let town = county.unit((TOWN, Area::Intake), heads, reaching(&reach), counter).await?;
    year(&mut office).await?;
    Ok(Units { _county: county, office, centre, town, register })
}

/// A unit's pages reach these offices of others.
fn reaching(offices: &[(Area, SocketAddr)]) -> impl FnOnce(&mut Config, &Path, &str) -> Result<()> {
    let offices = offices.iter().map(|(area, at)| (*area, format!("http://{at}"))).collect();
    move |config, _, _| {
        config.console.offices = offices;
        Ok(())
    }
}

const REGISTRY: &str = "640122.registry";

/// A year of a county as its office heard of it: each month mediations, some agreed, time limits kept and passed; in
/// March three hand-overs that a township left unanswered.
async fn year(office: &mut House<AssessmentArea>) -> Result<()> {
    let mut n = 0;
    for back in (0..12).rev() {
        let day = TODAY.checked_sub(jiff::Span::new().months(back))?;
        for place in 0..12_usize {
            n += 1;
            let place_ = TOWNS[place % TOWNS.len()];
            let about = (n, day);
            let registered = intake::DisputeRegistered {
                head: head(about, CENTRE),
                kind: "neighbour".to_owned(),
                place: place_.to_owned(),
                people: 2,
            };
            hear(office, "jiefen.intake.v1.DisputeRegistered", n, &registered).await?;
            let (procedure, on) = ("people_mediation".to_owned(), Some(date_to(day)));
            if (place + usize::try_from(back)?) % 3 == 0 {
                let ended = mediation::MediationEnded {
                    head: head(about, CENTRE),
                    procedure,
                    outcome: "failed".to_owned(),
                    on,
                    ..Default::default()
                };
                hear(office, "jiefen.mediation.v1.MediationEnded", n, &ended).await?;
            } else {
                let agreed = mediation::AgreementMade {
                    head: head(about, CENTRE),
                    effective_on: on,
                    ..Default::default()
                };
                hear(office, "jiefen.mediation.v1.AgreementMade", n, &agreed).await?;
            }
            clock(office, about, place % 5 == 4).await?;
        }
    }
    for n in 1000..=1002 {
        unanswered(office, n).await?;
    }
    Ok(())
}

async fn clock(office: &mut House<AssessmentArea>, about: (u128, Date), late: bool) -> Result<()> {
    let (key, rule, due) = ("work".to_owned(), "T-B-02".to_owned(), about.1.to_string());
    if late {
        let effect = "overdue".to_owned();
        let event = handoff::ClockExpired { head: head(about, CENTRE), key, rule, due, effect };
        hear(office, "jiefen.handoff.v1.ClockExpired", about.0, &event).await
    } else {
        let event = handoff::ClockMet { head: head(about, CENTRE), key, rule, due };
        hear(office, "jiefen.handoff.v1.ClockMet", about.0, &event).await
    }
}

async fn unanswered(office: &mut House<AssessmentArea>, n: u128) -> Result<()> {
    let about = (n, TODAY);
    let (to, mode, epoch) = (TOWN.to_owned(), "transfer".to_owned(), "1.2".to_owned());
    let offered =
        handoff::ReferralOffered { head: head(about, CENTRE), to, mode, epoch: epoch.clone() };
    hear(office, "jiefen.handoff.v1.ReferralOffered", n, &offered).await?;
    let expired =
        handoff::ReferralExpired { head: head(about, CENTRE), by: TOWN.to_owned(), epoch };
    hear(office, "jiefen.handoff.v1.ReferralExpired", n, &expired).await
}

fn head((n, day): (u128, Date), from: &str) -> Option<FactHead> {
    Some(FactHead {
        dispute: dispute(n).to_string(),
        case: dispute(n).to_string(),
        agency: from.to_owned(),
        occurred_at: Some(stamp(Moment::from_local(day.at(8, 0, 0, 0)))),
        version: 1,
        basis: "T".to_owned(),
    })
}

fn dispute(n: u128) -> DisputeId {
    DisputeId::from_bits((5 << 80) | n)
}

async fn hear(
    office: &mut House<AssessmentArea>,
    kind: &str,
    n: u128,
    event: &impl Message,
) -> Result<()> {
    let heard = office.node.hear(CENTRE, kind, Some(dispute(n)), event.encode_to_vec()).await;
    ensure!(heard == jiefen_ledger::Delivered::Applied, "{kind}");
    Ok(())
}

#[tokio::test]
async fn a_leader_opens_a_number_and_a_letter_goes_out_and_its_answer_comes_back() -> Result<()> {
    let units = units().await?;
    let told = [("PASSWORD", PASSWORD), ("TOWN", units.town.pages.as_str())];
    Browser::locate()?.walk("leader-letter", &units.office.pages, &told).await?;
    Ok(())
}

#[tokio::test]
async fn a_grid_worker_signs_none_found_and_a_head_acts_on_a_warning() -> Result<()> {
    let units = units().await?;
    let told = [("PASSWORD", PASSWORD), ("TOWN", units.town.pages.as_str())];
    Browser::locate()?.walk("patrol-signs", &units.centre.pages, &told).await?;
    Ok(())
}

#[tokio::test]
async fn every_page_of_those_who_lead_and_look_is_accessible_in_every_size() -> Result<()> {
    let units = units().await?;
    let told = [
        ("PASSWORD", PASSWORD),
        ("CENTRE", units.centre.pages.as_str()),
        ("TOWN", units.town.pages.as_str()),
        ("REGISTER", units.register.pages.as_str()),
    ];
    let looks = Browser::locate()?.walk("leader-looks", &units.office.pages, &told).await?;
    eprintln!("{looks:#}");
    let seen = looks["seen"].as_array().map_or(0, Vec::len);
    ensure!(seen >= 24, "only {seen} pages were looked at");
    Ok(())
}
