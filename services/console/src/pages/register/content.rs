//! What the form says, as the counter takes it.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::registration_service_client::RegistrationServiceClient;
use jiefen_vocab::{Agency, Channel, RegionLevel};
use jiff::civil::Date;

use super::empty;
use crate::Console;
use crate::form::Form;
use crate::guard::Clerk;
use crate::lines::ask;
use crate::told::{Told, Wrong};

/// How many places are proposed.
const PLACES: u32 = 8;
/// Endings by which the name of an organisation is known.
const ORGANISATIONS: [&str; 14] = [
    "公司",
    "厂",
    "店",
    "局",
    "所",
    "委员会",
    "合作社",
    "银行",
    "医院",
    "学校",
    "政府",
    "中心",
    "集团",
    "村委会",
];

/// A place that the words may mean.
pub(crate) struct Place {
    pub(crate) code: String,
    pub(crate) name: String,
}

/// A registration as typed, with what was found for it.
pub(crate) struct Registration<'a> {
    pub(crate) form: &'a Form,
    pub(crate) kind: &'a str,
    pub(crate) place: &'a str,
    pub(crate) today: Date,
}

impl Registration<'_> {
    pub(crate) fn day(&self) -> Option<common::Date> {
        Some(date(self.today))
    }

    pub(crate) fn channel(&self, agency: Agency) -> String {
        match self.form.get("channel") {
            "" => own_channel(agency).code().to_owned(),
            given => given.to_owned(),
        }
    }

    pub(crate) fn parties(&self) -> Vec<common::Party> {
        let mut applicant = party(1, self.form.get("name"), "applicant");
        let phone = self.form.get("phone").to_owned();
        if !phone.is_empty() {
            applicant.particulars = Some(common::Particulars { phone, ..Default::default() });
        }
        let mut parties = vec![applicant];
        if !self.form.get("other").is_empty() {
            parties.push(party(2, self.form.get("other"), "respondent"));
        }
        parties
    }

    pub(crate) fn content(&self) -> pb::Content {
        let parties = self.parties();
        let consent = |given| common::Consent {
            party: 1,
            to: "people_mediation".to_owned(),
            given,
            on: self.day(),
            by: "counter".to_owned(),
        };
        let consents = match self.form.get("willing") {
            "yes" => vec![consent(true)],
            "no" => vec![consent(false)],
            _ => Vec::new(),
        };
        pb::Content {
            kind: self.kind.to_owned(),
            place: self.place.to_owned(),
            summary: self.form.get("summary").to_owned(),
            people: u32::try_from(parties.len()).unwrap_or(u32::MAX),
            parties,
            consents,
            ..pb::Content::default()
        }
    }
}

/// A party of whom the name is known; that of an organisation is known by its ending.
pub(crate) fn party(no: u32, name: &str, role: &str) -> common::Party {
    let organisation = ORGANISATIONS.iter().any(|ending| name.ends_with(ending));
    common::Party {
        no,
        name: name.to_owned(),
        role: role.to_owned(),
        kind: if organisation { "org" } else { "person" }.to_owned(),
        ..common::Party::default()
    }
}

/// A day as the services take it.
pub(crate) fn date(day: Date) -> common::Date {
    let small = |n: i8| i32::from(n);
    common::Date { year: day.year().into(), month: small(day.month()), day: small(day.day()) }
}

/// The counter's own door, by its level.
pub(crate) fn own_channel(agency: Agency) -> Channel {
    match agency.region.level() {
        RegionLevel::Village => Channel::ZzVillage,
        RegionLevel::Town => Channel::ZzTown,
        RegionLevel::County | RegionLevel::City | RegionLevel::Province => Channel::ZzCounty,
    }
}

/// What is lacking before anything is sent.
pub(crate) fn lacking(form: &Form, no_place: bool) -> Vec<Wrong> {
    let mut lacking = Vec::new();
    for (field, text) in [
        ("name", "请填写来访人姓名 (who came?)"),
        ("other", "请填写对方是谁，不知道可写“不清楚” (who is the other side?)"),
        ("summary", "请写来访人说了什么 (what was said?)"),
        ("identity", "请选择有没有核对身份 (was the identity checked?)"),
    ] {
        if form.get(field).is_empty() {
            lacking.push(empty(field, text));
        }
    }
    if no_place {
        let text = match form.get("place") {
            "" => "请填写发生在哪里 (where?)",
            _ => "没有确定是哪个地方，请从下面选一个 (which place is meant? choose one)",
        };
        lacking.push(empty("place", text));
    }
    lacking
}

/// The place that was meant; or those it may be.
pub(crate) async fn place(
    console: &Console,
    clerk: &Clerk,
    form: &Form,
) -> Result<(Option<String>, Vec<Place>), Told> {
    let chosen = form.get("place_code");
    let words = form.get("place");
    if !chosen.is_empty() || words.is_empty() {
        return Ok(((!chosen.is_empty()).then(|| chosen.to_owned()), Vec::new()));
    }
    let found = suggest(console, clerk, words).await?;
    let exact = found.iter().find(|place| place.name == words || place.code == words);
    match exact {
        Some(place) => Ok((Some(place.code.clone()), Vec::new())),
        None if found.len() == 1 => Ok((found.first().map(|place| place.code.clone()), found)),
        None => Ok((None, found)),
    }
}

/// The places that words may mean, best first. The last word decides; those before it say within what.
pub(crate) async fn suggest(
    console: &Console,
    clerk: &Clerk,
    words: &str,
) -> Result<Vec<Place>, Told> {
    let mut found = one(console, clerk, words).await?;
    if found.is_empty()
        && let Some((within, last)) = words.rsplit_once(' ')
    {
        let all = one(console, clerk, last).await?;
        found = all.into_iter().filter(|place| place.name.contains(within.trim())).collect();
    }
    Ok(found)
}

async fn one(console: &Console, clerk: &Clerk, query: &str) -> Result<Vec<Place>, Told> {
    let county = console.agency.region.county().map(|region| region.to_string());
    let message = pb::SuggestPlacesRequest {
        query: query.to_owned(),
        within: county.unwrap_or_default(),
        limit: PLACES,
    };
    let staff = &clerk.staff;
    let answer =
        ask!(console, staff, Area::Intake, RegistrationServiceClient, suggest_places, message)?;
    let place = |place: pb::Place| Place { code: place.code, name: place.full_name };
    Ok(answer.places.into_iter().map(place).collect())
}
