//! A village's mediation committee with a dispute that it was handed: its services with their papers, its pages, and
//! what its mediator does meanwhile.

use anyhow::Result;
use jiefen_handoff::Mode;
use jiefen_mediation::{Kind, MediationArea, add_services, case_id};
use jiefen_papers::{Printer, Server};
use jiefen_platform::config::{Area, DocumentsConfig};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1::{CommandHead, Date as Day};
use jiefen_proto::jiefen::documents::v1::documents_service_server::DocumentsServiceServer;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::mediation::v1::times_service_client::TimesServiceClient;
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{DisputeId, Role};
use jiff::civil::Date;
use tonic::Request;
use tonic::transport::Channel;

use crate::TOWN;
use crate::house::{County, House};

/// The committee: 金贵镇雄英村人民调解委员会.
pub const COMMITTEE: &str = "640122101203.village_mediation";
/// The mediator's log-in; the password is everybody's.
pub const MEDIATOR: &str = "liuchangshun";
const PERSON: &str = "mediator-1";

/// A committee that is open; dropping it closes it.
pub struct Committee {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// The dispute that it was handed.
    pub dispute: DisputeId,
    /// The code on the receipt; the parties' numbers end in 0001 and 0002.
    pub receipt: String,
    today: Date,
    county: County,
    house: House<MediationArea>,
    services: Channel,
}

impl Committee {
    /// Opens a committee on the day `today` that has just taken a quarrel over a wall's water.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open(today: Date) -> Result<Committee> {
        let county = County::new(today)?;
        let posts = &[Role::Mediator, Role::MediationHead][..];
        let printer = Printer::new(&DocumentsConfig::default());
        let add = |routes: &mut tonic::service::RoutesBuilder,
                   app: jiefen_ledger::serve::App<_>| {
            let papers = Server { app: app.clone(), printer };
            routes.add_service(DocumentsServiceServer::new(papers));
            add_services(routes, app);
        };
        let people = [(MEDIATOR, "刘长顺", PERSON, posts)];
        let place = (COMMITTEE, Area::Mediation);
        let mut house = county.unit(place, &people, |_, _, _| Ok(()), add).await?;
        let brief = brief(today)?;
        house.node.hand_over(TOWN, &brief, Mode::Delegate, Role::Mediator).await;
        let (pages, services) = (house.pages.clone(), house.services()?);
        let (dispute, receipt) = (brief.dispute, Receipt::of(brief.dispute).to_string());
        Ok(Committee { pages, dispute, receipt, today, county, house, services })
    }

    /// What has happened here, fact by fact.
    pub async fn facts(&self) -> Vec<String> {
        self.house.node.facts().await
    }

    /// Both parties agree to mediation, and the committee accepts.
    ///
    /// # Errors
    /// A step is refused.
    pub async fn begin(&self) -> Result<()> {
        let (mut talks, on) = (self.talks(), day(self.today));
        for party in [1, 2] {
            let (head, how) = (self.head(&format!("consent-{party}")), "counter".to_owned());
            let consent = pb::GiveConsentRequest { head, party, on, how };
            talks.give_consent(self.by_mediator(consent)?).await?;
        }
        let accept = pb::AcceptRequest {
            head: self.head("accept"),
            on,
            mediator: PERSON.to_owned(),
            rights_told: true,
            not_handled_elsewhere: true,
            safety_cleared: true,
            ..pb::AcceptRequest::default()
        };
        talks.accept(self.by_mediator(accept)?).await?;
        Ok(())
    }

    /// They meet once, and a text lies before them.
    ///
    /// # Errors
    /// A step is refused.
    pub async fn draft(&self) -> Result<()> {
        let (mut talks, on) = (self.talks(), day(self.today));
        let (place, mode) = ("村议事厅".to_owned(), "together".to_owned());
        let set = pb::ScheduleSessionRequest {
            head: self.head("set"),
            on,
            place: place.clone(),
            mode: mode.clone(),
        };
        talks.schedule_session(self.by_mediator(set)?).await?;
        let held = pb::HoldSessionRequest {
            head: self.head("held"),
            on,
            place,
            mode,
            present: vec![1, 2],
            reached: "agreed_in_substance".to_owned(),
            record: "双方同意改建排水沟".to_owned(),
            ..pb::HoldSessionRequest::default()
        };
        talks.hold_session(self.by_mediator(held)?).await?;
        let draft = Some(text(self.today)?);
        let text = pb::DraftAgreementRequest { head: self.head("text"), draft, on };
        talks.draft_agreement(self.by_mediator(text)?).await?;
        Ok(())
    }

    /// The mediator offers two times.
    ///
    /// # Errors
    /// They are refused.
    pub async fn offers(&self, [first, second]: [Date; 2]) -> Result<()> {
        let slot = |(on, at): (Date, &str)| pb::Slot {
            no: 0,
            on: day(on),
            at: at.to_owned(),
            place: "新平村议事厅".to_owned(),
            mode: "together".to_owned(),
        };
        let slots = [(first, "09:30"), (second, "14:30")].into_iter().map(slot).collect();
        let message = pb::OfferSlotsRequest { head: self.head("offer"), slots };
        self.times().offer_slots(self.by_mediator(message)?).await?;
        Ok(())
    }

    /// The other party says by telephone that the second time suits.
    ///
    /// # Errors
    /// It is refused.
    pub async fn other_chooses(&self) -> Result<()> {
        let head = self.head("choose-2");
        let message = pb::ChooseSlotsRequest { head, party: 2, picked: vec![2] };
        self.times().choose_slots(self.by_mediator(message)?).await?;
        Ok(())
    }

    fn talks(&self) -> MediationServiceClient<Channel> {
        MediationServiceClient::new(self.services.clone())
    }

    fn times(&self) -> TimesServiceClient<Channel> {
        TimesServiceClient::new(self.services.clone())
    }

    fn head(&self, request_id: &str) -> Option<CommandHead> {
        let case = case_id(self.dispute, Kind::PeopleMediation, 1);
        let (name, request_id) = (format!("cases/{case}"), request_id.to_owned());
        Some(CommandHead { name, request_id, ..CommandHead::default() })
    }

    fn by_mediator<M>(&self, message: M) -> Result<Request<M>> {
        self.county.by(&self.house, (PERSON, Role::Mediator), message)
    }
}

fn day(date: Date) -> Option<Day> {
    Some(Day { year: date.year().into(), month: date.month().into(), day: date.day().into() })
}

/// The text that the parties have before them.
fn text(today: Date) -> Result<pb::Draft> {
    let due = today.checked_add(jiff::Span::new().days(14))?;
    Ok(pb::Draft {
        hash: "a".repeat(64),
        facts: "双方就院墙排水达成一致".to_owned(),
        obligations: vec![pb::Obligation {
            no: 1,
            obligor: 2,
            obligee: 1,
            what: "改建排水沟并补偿工料费".to_owned(),
            amount_fen: Some(80_000),
            due: day(due),
            ..pb::Obligation::default()
        }],
        subjects: vec!["money".to_owned()],
        ..pb::Draft::default()
    })
}

/// What travels with the hand-over: two neighbours and the water of a wall.
fn brief(today: Date) -> Result<Brief> {
    let dispute = DisputeId::from_bits((0x019b << 112) | 1);
    let party = |no: u32, name: &str, role: &str| {
        serde_json::json!({
            "no": no, "name": name, "role": role, "kind": "person", "minor": false,
            "more": { "phone": format!("1399517000{no}"), "address": "雄英村三组" },
        })
    };
    Ok(serde_json::from_value(serde_json::json!({
        "dispute": dispute,
        "code": Receipt::of(dispute).to_string(),
        "kind": "neighbour",
        "channel": "zz_town",
        "place": "640122101203",
        "other_place": null,
        "summary": "院墙翻建后雨水流进邻家院子",
        "parties": [party(1, "马建国", "applicant"), party(2, "王秀英", "respondent")],
        "amount": null,
        "people": 2,
        "flags": [],
        "received_on": today,
        "track": "people_mediation",
        "basis": "五(二)1",
        "consents": [],
    }))?)
}
