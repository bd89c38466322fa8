//! 案卷: what a deciding body knows of its own case, as its staff see it.

mod arbitration;
mod court;
mod enforcement;
mod neutral;
mod payment;
mod petition;
mod protection;
mod reconsideration;

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::administrative::v1 as administrative;
use jiefen_proto::jiefen::administrative::v1::administrative_service_client::AdministrativeServiceClient;
use jiefen_proto::jiefen::arbitration::v1 as labour;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_client::ArbitrationServiceClient;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as suits;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;
use jiefen_proto::jiefen::mediation::v1 as mediations;
use jiefen_proto::jiefen::petition::v1 as petitions;
use jiefen_proto::jiefen::petition::v1::petition_service_client::PetitionServiceClient;
use jiff::civil::Date;

use crate::Console;
use crate::lines::ask;
use crate::pages::acts::arbitration::special;
use crate::pages::acts::fields::Choice;
use crate::session::Staff;
use crate::told::Told;
use crate::words;

/// The area of a deciding body's procedure; none: it is no such procedure.
pub(crate) fn area(procedure: &str) -> Option<Area> {
    match procedure {
        "filing" | "confirmation" | "protection_order" | "payment_order" | "enforcement" => {
            Some(Area::Court)
        }
        "labour_arbitration" => Some(Area::Arbitration),
        "petition" => Some(Area::Petition),
        "reconsideration" => Some(Area::Administrative),
        "industry_mediation" | "lawyer_mediation" => Some(Area::Mediation),
        _ => None,
    }
}

enum View {
    Filing(Box<suits::Filing>),
    Confirmation(Box<suits::Confirmation>),
    Protection(Box<suits::ProtectionOrder>),
    Enforcement(Box<suits::Enforcement>),
    Payment(Box<suits::PaymentOrder>),
    Labour(Box<labour::LabourArbitration>),
    Petition(Box<petitions::Petition>),
    Reconsideration(Box<administrative::Reconsideration>),
    Neutral(Box<mediations::NeutralMediation>),
}

/// A case of a deciding body.
pub(crate) struct Matter {
    /// Resource name of the case.
    pub(crate) case: String,
    /// The dispute as it came.
    pub(crate) brief: common::Brief,
    view: View,
}

/// The cases of deciding bodies among those of a dispute, the oldest first.
pub(crate) async fn of(
    console: &Console,
    staff: &Staff,
    cases: &[common::CaseHead],
) -> Result<Vec<Matter>, Told> {
    let mut found = Vec::new();
    for case in cases {
        if let Some(area) = area(&case.procedure) {
            found.extend(view(console, staff, area, case).await?.map(|view| made(case, view)));
        }
    }
    Ok(found)
}

async fn view(
    console: &Console,
    staff: &Staff,
    area: Area,
    case: &common::CaseHead,
) -> Result<Option<View>, Told> {
    let name = case.name.clone();
    Ok(match case.procedure.as_str() {
        "filing" => {
            let message = suits::GetFilingRequest { name };
            let got = ask!(console, staff, area, CourtServiceClient, get_filing, message)?;
            got.filing.map(|view| View::Filing(Box::new(view)))
        }
        "confirmation" => {
            let message = suits::GetConfirmationRequest { name };
            let got = ask!(console, staff, area, CourtServiceClient, get_confirmation, message)?;
            got.confirmation.map(|view| View::Confirmation(Box::new(view)))
        }
        "protection_order" => {
            let message = suits::GetProtectionOrderRequest { name };
            let client =
                ask!(console, staff, area, CourtServiceClient, get_protection_order, message);
            client?.protection_order.map(|view| View::Protection(Box::new(view)))
        }
        "payment_order" => {
            let message = suits::GetPaymentOrderRequest { name };
            let got = ask!(console, staff, area, CourtServiceClient, get_payment_order, message)?;
            got.payment_order.map(|view| View::Payment(Box::new(view)))
        }
        "enforcement" => {
            let message = suits::GetEnforcementRequest { name };
            let got = ask!(console, staff, area, CourtServiceClient, get_enforcement, message)?;
            got.enforcement.map(|view| View::Enforcement(Box::new(view)))
        }
        "labour_arbitration" => {
            let message = labour::GetLabourArbitrationRequest { name };
            let client = ask!(
                console,
                staff,
                area,
                ArbitrationServiceClient,
                get_labour_arbitration,
                message
            );
            client?.labour_arbitration.map(|view| View::Labour(Box::new(view)))
        }
        "petition" => {
            let message = petitions::GetPetitionRequest { name };
            let got = ask!(console, staff, area, PetitionServiceClient, get_petition, message)?;
            got.petition.map(|view| View::Petition(Box::new(view)))
        }
        "industry_mediation" | "lawyer_mediation" => {
            neutral::view(console, staff, name).await?.map(View::Neutral)
        }
        _ => {
            let message = administrative::GetReconsiderationRequest { name };
            let got = ask!(
                console,
                staff,
                area,
                AdministrativeServiceClient,
                get_reconsideration,
                message
            );
            got?.reconsideration.map(|view| View::Reconsideration(Box::new(view)))
        }
    })
}

fn made(case: &common::CaseHead, view: View) -> Matter {
    let brief = match &view {
        View::Filing(own) => own.brief.clone(),
        View::Confirmation(own) => own.brief.clone(),
        View::Protection(own) => own.brief.clone(),
        View::Enforcement(own) => own.brief.clone(),
        View::Payment(own) => own.brief.clone(),
        View::Labour(own) => own.brief.clone(),
        View::Petition(own) => own.brief.clone(),
        View::Reconsideration(own) => own.brief.clone(),
        View::Neutral(own) => own.brief.clone(),
    };
    Matter { case: case.name.clone(), brief: brief.unwrap_or_default(), view }
}

impl Matter {
    /// The file, fact by fact, in the order of the procedure.
    pub(crate) fn facts(&self, english: bool) -> Vec<Fact> {
        let mut facts = Facts { english, parties: &self.brief.parties, found: Vec::new() };
        match &self.view {
            View::Filing(own) => court::filing(&mut facts, own),
            View::Confirmation(own) => court::confirmation(&mut facts, own),
            View::Protection(own) => protection::facts(&mut facts, own),
            View::Enforcement(own) => enforcement::facts(&mut facts, own),
            View::Payment(own) => payment::facts(&mut facts, own),
            View::Labour(own) => arbitration::facts(&mut facts, own),
            View::Petition(own) => petition::facts(&mut facts, own),
            View::Reconsideration(own) => reconsideration::facts(&mut facts, own),
            View::Neutral(own) => neutral::facts(&mut facts, own),
        }
        facts.found
    }

    /// What can be chosen under a name.
    pub(crate) fn choices(&self, what: &str) -> Vec<(String, String)> {
        match (&self.view, what) {
            (View::Reconsideration(own), "opinions") => reconsideration::opinions(own),
            (View::Labour(own), "tribunal") => arbitration::tribunal(own),
            (View::Payment(own), what) => payment::choices(own, what),
            (View::Neutral(own), what) => neutral::choices(own, what),
            (View::Enforcement(own), what) => enforcement::choices(own, what, &self.brief.parties),
            _ => Vec::new(),
        }
    }

    /// The text that the parties of a mediation confirm and sign; none: none is before them.
    pub(crate) fn text(&self) -> Option<&mediations::Draft> {
        match &self.view {
            View::Neutral(own) => own.draft.as_ref(),
            View::Filing(_)
            | View::Confirmation(_)
            | View::Protection(_)
            | View::Enforcement(_)
            | View::Payment(_)
            | View::Labour(_)
            | View::Petition(_)
            | View::Reconsideration(_) => None,
        }
    }

    /// Whether an act that is only for some cases is for this one.
    pub(crate) fn fits(&self, act: &str) -> bool {
        match &self.view {
            View::Labour(own) => special::fits(act, own),
            View::Neutral(own) => neutral::fits(own, act),
            View::Filing(_)
            | View::Confirmation(_)
            | View::Protection(_)
            | View::Enforcement(_)
            | View::Payment(_)
            | View::Petition(_)
            | View::Reconsideration(_) => true,
        }
    }

    /// What is known already of what an act's form asks: nobody writes it twice.
    pub(crate) fn likely(&self, act: &str, today: Date) -> Vec<(String, String)> {
        match &self.view {
            View::Labour(own) => match act {
                "award" => arbitration::award(own),
                "award_part" => arbitration::wage(own),
                "apply" => arbitration::application(own),
                _ => arbitration::hearing(own, act, today),
            },
            View::Reconsideration(own) => match act {
                "describe_act" => reconsideration::act(own),
                _ => reconsideration::review(own, act, today),
            },
            View::Filing(own) => court::known(own, act),
            View::Confirmation(own) => court::numbered(own, act),
            View::Protection(own) => protection::known(own, act),
            View::Enforcement(own) => enforcement::known(own, act),
            View::Payment(own) => payment::known(own, act),
            View::Petition(own) => petition::known(own, act),
            View::Neutral(own) => neutral::known(own, act, today),
        }
    }
}

/// One thing that the file says.
pub(crate) struct Fact {
    pub(crate) name: &'static str,
    pub(crate) value: String,
}

/// The file as it is written.
struct Facts<'a> {
    english: bool,
    parties: &'a [common::Party],
    found: Vec<Fact>,
}

impl Facts<'_> {
    /// One thing, when anything is known of it.
    fn add(&mut self, zh: &'static str, en: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.found.push(Fact { name: if self.english { en } else { zh }, value });
        }
    }

    fn day(&mut self, zh: &'static str, en: &'static str, day: Option<&common::Date>) {
        let text = self.on(day);
        self.add(zh, en, text);
    }

    /// A code in its words.
    fn code(&mut self, zh: &'static str, en: &'static str, of: &[Choice], code: &str) {
        let text = self.word(of, code).to_owned();
        self.add(zh, en, text);
    }

    /// Parties by their names.
    fn people(&mut self, zh: &'static str, en: &'static str, numbers: &[u32]) {
        let text = self.names(numbers);
        self.add(zh, en, text);
    }

    fn word<'a>(&self, of: &'a [Choice], code: &'a str) -> &'a str {
        let found = of.iter().find(|(known, ..)| *known == code);
        found.map_or(code, |(_, zh, en)| if self.english { en } else { zh })
    }

    fn t(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.english { en } else { zh }
    }

    fn on(&self, day: Option<&common::Date>) -> String {
        day.map(|day| words::day(&iso(day), self.english)).unwrap_or_default()
    }

    fn names(&self, numbers: &[u32]) -> String {
        let name = |no: &u32| self.name(*no);
        numbers.iter().map(name).collect::<Vec<_>>().join("、")
    }

    fn name(&self, no: u32) -> String {
        let party = self.parties.iter().find(|party| party.no == no);
        party.map_or_else(|| no.to_string(), |party| party.name.clone())
    }
}

/// A day as forms and services write it.
fn iso(day: &common::Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// A day that may not be there.
fn iso_or_none(day: Option<&common::Date>) -> String {
    day.map(iso).unwrap_or_default()
}

/// An amount in yuan, as people and forms write it.
fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, (fen % 100).abs())
}

#[cfg(test)]
pub(in crate::pages) mod tests;
