//! What other units have issued in a dispute: a hand-over tells the units on both of its sides that there is a paper, by
//! kind, number, day and code. The paper itself stays with the unit that issued it.

use std::collections::BTreeSet;

use jiefen_documents::family;
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::App;
use jiefen_ledger::shelf::IssuedRow;
use jiefen_ledger::{Area, Error, Order, Request};
use jiefen_procedure::{Actor, IssuedPaper};
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_vocab::{Agency, DisputeId, Regions};
use serde_json::Value;

use crate::fill::path;
use crate::issue::By;
use crate::offers::{self, OFFERS};

/// Tells those who handed the dispute over that a paper was issued. The paper stands whether this succeeds or not: the
/// same request that comes again tells again.
pub(crate) async fn tell<A: Area>(app: &App<A>, row: &IssuedRow, by: &By) {
    let Some((dispute, paper)) = notice(row) else { return };
    let request = Request {
        order: Order::Told { dispute, paper },
        actor: Actor { agency: app.ledger.agency(), person: by.person.clone(), role: by.role },
        request_id: format!("paper {}", row.check_code),
        fingerprint: row.sha256.clone().into_bytes(),
        expected: None,
        seen: None,
        validate_only: false,
        trace: None,
    };
    if let Err(error) = app.ledger.execute(request).await {
        tracing::warn!(%error, family = row.family, "other units were not told of a paper");
    }
}

/// What is told of a paper; none: it concerns this unit alone.
fn notice(row: &IssuedRow) -> Option<(DisputeId, IssuedPaper)> {
    let told = OFFERS.iter().any(|offer| offer.family == row.family && offer.is_told());
    let paper = IssuedPaper {
        family: row.family.clone(),
        number: row.number.clone(),
        on: row.issued_on.parse().ok()?,
        check: row.check_code.clone(),
    };
    told.then_some((row.dispute.parse().ok()?, paper))
}

/// The papers of other units, and the units that took part and have told of none.
///
/// # Errors
/// The database cannot be read.
pub(crate) async fn of<A: Area>(
    app: &App<A>,
    dispute: DisputeId,
    cases: &[CaseView<A>],
) -> Result<Vec<pb::OtherPaper>, Error> {
    let heard = app.ledger.store().papers_heard(dispute).await?;
    let mut units = took_part(app, dispute, cases).await?;
    let mut papers = Vec::new();
    for told in heard {
        units.remove(&told.unit);
        let known = family(&told.paper.family).ok();
        papers.push(pb::OtherPaper {
            zh: known.map_or_else(|| "文书".to_owned(), |known| known.zh.clone()),
            en: known.map_or_else(|| "paper".to_owned(), |known| known.en.clone()),
            number: told.paper.number,
            issued_on: told.paper.on.to_string(),
            check: told.paper.check,
            ..unit(app, told.unit)
        });
    }
    papers.extend(units.into_iter().map(|one| unit(app, one)));
    Ok(papers)
}

/// The same for a party: what she may have.
pub(crate) fn for_party(papers: Vec<pb::OtherPaper>) -> Vec<pb::OtherPaper> {
    let hers = |paper: &pb::OtherPaper| paper.zh.is_empty() || offers::is_for_parties(&paper.zh);
    papers.into_iter().filter(hers).collect()
}

/// The other units that have or had the dispute, as far as this one knows.
async fn took_part<A: Area>(
    app: &App<A>,
    dispute: DisputeId,
    cases: &[CaseView<A>],
) -> Result<BTreeSet<Agency>, Error> {
    let mut units = BTreeSet::new();
    match read::desk(app.ledger.store(), dispute).await {
        Ok(view) => {
            units.extend(view.desk.duties.iter().map(|duty| duty.to));
            units.extend(view.desk.handed.values().map(|handed| handed.to));
            units.extend(view.holder.parse::<Agency>());
        }
        Err(Error::NotFound { .. }) => {}
        Err(error) => return Err(error),
    }
    for case in cases {
        let tracks = path::at(&A::shown(case), "tracks");
        let tracks = tracks.as_ref().and_then(Value::as_array).into_iter().flatten();
        let began = tracks.filter(|track| {
            let state = track.get("state").and_then(Value::as_str).unwrap_or_default();
            ["running", "ended"].contains(&state)
        });
        let named = began.filter_map(|track| track.get("unit")?.as_str()?.parse::<Agency>().ok());
        units.extend(named);
    }
    units.remove(&app.ledger.agency());
    Ok(units)
}

/// A unit as the register has it.
fn unit<A: Area>(app: &App<A>, agency: Agency) -> pb::OtherPaper {
    let today = app.ledger.identity().clock.now().day();
    let register = app.ledger.identity().county.as_ref().map(|county| county.on(today));
    let profile = register.as_ref().and_then(|on| on.get(agency)).map(|entry| &entry.profile);
    let place = profile.and_then(|profile| profile.address.clone());
    let region = || Regions::shipped().name(agency.region).unwrap_or_default().to_owned();
    pb::OtherPaper {
        unit: agency.to_string(),
        unit_name: profile.map(|profile| profile.name.clone()).unwrap_or_default(),
        phone: profile.and_then(|profile| profile.phone.clone()).unwrap_or_default(),
        place: place.unwrap_or_else(region),
        ..pb::OtherPaper::default()
    }
}
