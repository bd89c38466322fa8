//! One paper of one case, drawn from everything that is known.

use std::collections::BTreeMap;

use jiefen_documents::{Family, family};
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::{App, case_named, dispute_named};
use jiefen_ledger::shelf::IssuedRow;
use jiefen_ledger::{Area, Error};
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_vocab::{Agency, CaseId, DisputeId, Regions};
use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::fill::{Drawn, Material, Unit, fill};
use crate::offers::{self, Offer};
use crate::{refused, typed};

/// The fields of earlier papers with their families.
pub(crate) type Earlier = Vec<(&'static Family, Map<String, Value>)>;

/// A paper that somebody asks for.
pub(crate) struct Asked {
    pub(crate) dispute: DisputeId,
    pub(crate) case: CaseId,
    pub(crate) family: String,
    pub(crate) typed: Map<String, Value>,
    pub(crate) names: BTreeMap<String, String>,
    /// The check code of the paper in whose place it will stand.
    pub(crate) corrects: Option<String>,
}

/// A paper that the case can have, drawn.
pub(crate) struct Paper {
    pub(crate) offer: &'static Offer,
    pub(crate) family: &'static Family,
    pub(crate) fields: Vec<Drawn>,
    /// The paper in whose place it will stand.
    pub(crate) corrects: Option<IssuedRow>,
    pub(crate) today: Date,
}

/// Reads what was asked for.
///
/// # Errors
/// A name is none, or what was typed is no JSON object.
pub(crate) fn asked(draft: Option<&pb::Draft>) -> Result<Asked, Error> {
    let empty = pb::Draft::default();
    let draft = draft.unwrap_or(&empty);
    let corrects = match draft.corrects.as_str() {
        "" => None,
        given => Some(crate::code::read(given).ok_or_else(|| refused::no_paper(given))?),
    };
    Ok(Asked {
        dispute: dispute_named("draft.dispute", &draft.dispute)?,
        case: case_named("draft.case", &draft.case)?,
        family: draft.family.clone(),
        typed: typed::read(&draft.typed)?,
        names: names(&draft.names),
        corrects,
    })
}

pub(crate) fn names(called: &[pb::Called]) -> BTreeMap<String, String> {
    called.iter().map(|one| (one.code.clone(), one.name.clone())).collect()
}

/// The cases of a dispute here; none: this unit has none.
pub(crate) async fn cases<A: Area>(
    app: &App<A>,
    dispute: DisputeId,
) -> Result<Vec<CaseView<A>>, Error> {
    let store = app.ledger.store();
    let mut cases = read::cases_of::<A>(store, dispute).await?;
    if cases.is_empty() {
        // a case of no dispute has its papers under its own id
        cases = read::cases_by_id(store, &[CaseId(dispute.0)]).await?;
        cases.retain(|case| case.row.dispute.is_none());
    }
    if cases.is_empty() {
        return Err(Error::NotFound {
            what: "纠纷",
            what_en: "dispute",
            name: dispute.to_string(),
        });
    }
    Ok(cases)
}

/// Draws a paper.
///
/// # Errors
/// The case cannot have it where it stands, what was typed has no place in it, or the database cannot be read.
pub(crate) async fn draw<A: Area>(app: &App<A>, asked: &Asked) -> Result<Paper, Error> {
    let family = family(&asked.family).map_err(refused::fault)?;
    let cases = cases(app, asked.dispute).await?;
    let id = asked.case.to_string();
    let case = cases.iter().find(|case| case.row.id == id).ok_or_else(|| Error::NotFound {
        what: "案件",
        what_en: "case",
        name: id.clone(),
    })?;
    let issued = app.ledger.store().issued_of(asked.dispute).await?;
    let corrects = match &asked.corrects {
        Some(check) => Some(first(&issued, check, family)?),
        None => None,
    };
    let view = A::shown(case);
    let mut offers = offers::of(&case.row.procedure, &case.row.state);
    let found = offers.find(|offer| offer.family == family.id && offer.fits(&view));
    // a paper that was issued may be corrected though the case has gone on
    let any = || {
        offers::OFFERS.iter().find(|offer| {
            offer.family == family.id && offer.procedure == case.row.procedure && corrects.is_some()
        })
    };
    let offer = found.or_else(any).ok_or_else(|| refused::not_now(&family.zh))?;
    let today = app.ledger.identity().clock.now().day();
    let earlier = earlier(&issued);
    let old = corrects.as_ref().map(|row: &IssuedRow| fields(row));
    let names = all_names(app, &asked.names, today);
    let material = Material {
        view: &view,
        unit: unit(app, &names, today),
        names: &names,
        today,
        earlier: &earlier,
        corrects: old.as_ref(),
    };
    let mut fields = fill(family, &material);
    typed::lay(&mut fields, &asked.typed)?;
    Ok(Paper { offer, family, fields, corrects, today })
}

/// The paper that is to be corrected: of the same family, and the last of its line.
fn first(issued: &[IssuedRow], check: &str, family: &Family) -> Result<IssuedRow, Error> {
    let row = issued.iter().find(|row| row.check_code == check);
    let row = row.ok_or_else(|| refused::no_paper(check))?;
    if row.family != family.id {
        return Err(refused::other_paper());
    }
    if issued.iter().any(|other| other.corrects.as_deref() == Some(check)) {
        return Err(refused::corrected());
    }
    Ok(row.clone())
}

/// The papers of a dispute with their fields, the newest first.
pub(crate) fn earlier(issued: &[IssuedRow]) -> Earlier {
    issued.iter().filter_map(|row| Some((family(&row.family).ok()?, fields(row)))).collect()
}

/// The fields of a paper as it was issued.
pub(crate) fn fields(row: &IssuedRow) -> Map<String, Value> {
    serde_json::from_slice(&row.fields).unwrap_or_default()
}

/// What units are called by the register, and what the caller calls them and the staff.
pub(crate) fn all_names<A: Area>(
    app: &App<A>,
    told: &BTreeMap<String, String>,
    today: Date,
) -> BTreeMap<String, String> {
    let mut names = told.clone();
    if let Some(county) = &app.ledger.identity().county {
        let register = county.on(today);
        let named = register.all().map(|unit| (unit.agency.to_string(), unit.profile.name.clone()));
        names.extend(named);
    }
    names
}

/// The unit as the register has it, else as the caller calls it.
pub(crate) fn unit<A: Area>(app: &App<A>, names: &BTreeMap<String, String>, today: Date) -> Unit {
    let me = app.ledger.agency();
    let known = app.ledger.identity().county.as_ref().and_then(|county| {
        county.on(today).get(me).map(|entry| entry.profile.phone.clone().unwrap_or_default())
    });
    let name = names.get(&me.to_string()).cloned().unwrap_or_default();
    Unit { name, phone: known.unwrap_or_default() }
}

/// 机关代字, with which a unit's numbers begin: the configured one, else the name of its region.
pub(crate) fn mark(configured: Option<&str>, me: Agency) -> String {
    let region = || Regions::shipped().name(me.region).unwrap_or_default().to_owned();
    configured.map_or_else(region, str::to_owned)
}
