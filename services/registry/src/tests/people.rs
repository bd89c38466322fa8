//! The rosters as the registrar and the heads of the units write them, and as everybody reads them.

use jiefen_ledger::Error;
use jiefen_ledger::wire::date_to;
use jiefen_proto::jiefen::common::v1::{CaseHead, CommandHead};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_server::RegistryService;
use jiefen_vocab::Role;
use jiff::civil::{Date, date};
use tonic::{Code, Request, Status};
use tonic_types::StatusExt as _;

use super::service::Office;
use super::{CANARY, TODAY};
use crate::{bundle, people, wire};

const COMMITTEE: &str = "640122.school_mediation";
const COURT: &str = "640122.court";
const PHONE: &str = "13912345678";

fn s(text: &str) -> String {
    text.to_owned()
}

fn on(day: Date) -> Option<jiefen_proto::jiefen::common::v1::Date> {
    Some(date_to(day))
}

fn card(name: &str) -> pb::RosterCard {
    pb::RosterCard {
        name: s(name),
        calling: s("part_time"),
        person: s("mediator-7"),
        phone: s("139 1234 5678"),
        languages: vec![s("普通话"), s("手语")],
        fields: vec![s("campus")],
        organisation: String::new(),
        certificate: String::new(),
        manner: s("elected"),
        appointed_by: s("教职工代表大会"),
        appointed_on: on(date(2026, 9, 1)),
        basis: s("推选记录"),
        since: on(date(2026, 9, 1)),
        until: on(date(2029, 9, 1)),
        trained_on: None,
        checked: true,
    }
}

fn head(name: &str, request_id: &str) -> Option<CommandHead> {
    let (name, request_id) = (s(name), s(request_id));
    Some(CommandHead { name, request_id, ..CommandHead::default() })
}

fn add(unit: &str, card: pb::RosterCard, id: &str) -> pb::AddRosterPersonRequest {
    pb::AddRosterPersonRequest {
        head: head("", id),
        unit: s(unit),
        card: Some(card),
        on: on(TODAY),
    }
}

/// The stable name of a refusal by the law.
fn reason(status: &Status) -> String {
    status.get_error_details().error_info().map(|info| info.reason.clone()).unwrap_or_default()
}

impl Office {
    async fn entered(&self, call: Request<pb::AddRosterPersonRequest>) -> Result<CaseHead, Status> {
        self.server.add_roster_person(call).await.map(|answer| answer.into_inner().case.unwrap())
    }

    async fn off(&self, name: &str, ground: &str, id: &str) -> Result<(), Status> {
        let request = pb::TakeOffRosterRequest {
            head: head(name, id),
            ground: s(ground),
            note: s("说明"),
            on: on(TODAY),
        };
        self.server.take_off_roster(self.registrar(request)).await.map(drop)
    }

    async fn listed(
        &self,
        (unit, role): (&str, Role),
        ask: pb::ListRosterRequest,
    ) -> pb::ListRosterResponse {
        self.server.list_roster(self.call(ask, unit, role)).await.unwrap().into_inner()
    }
}

fn names(list: &pb::ListRosterResponse) -> Vec<&str> {
    list.people.iter().map(|person| person.card.as_ref().unwrap().name.as_str()).collect()
}

#[tokio::test]
async fn a_head_keeps_the_roster_of_the_own_unit_and_no_other() {
    let office = Office::open().await;
    let by_head = |message| office.call(message, COMMITTEE, Role::MediationHead);
    let entered = office.entered(by_head(add(COMMITTEE, card("王芳"), "r1"))).await.unwrap();
    assert_eq!((entered.state.as_str(), entered.open), ("on_roster", true));
    let other = "640122.enterprise_mediation";
    let refused = office.entered(by_head(add(other, card("王芳"), "r2"))).await.unwrap_err();
    assert_eq!(
        (refused.code(), reason(&refused)),
        (Code::FailedPrecondition, s("NOT_YOUR_ROSTER"))
    );
    let clerk = office.call(add(COMMITTEE, card("李明"), "r3"), COMMITTEE, Role::Mediator);
    assert_eq!(office.entered(clerk).await.unwrap_err().code(), Code::PermissionDenied);
    // A registrar elsewhere keeps no register here.
    let foreign = office.call(add(COMMITTEE, card("李明"), "r4"), COURT, Role::Registrar);
    assert_eq!(reason(&office.entered(foreign).await.unwrap_err()), "NOT_YOUR_ROSTER");
    office.entered(office.registrar(add(COMMITTEE, card("李明"), "r5"))).await.unwrap();
    let again = office.entered(office.registrar(add(COMMITTEE, card("李 明"), "r6"))).await;
    assert_eq!(reason(&again.unwrap_err()), "LISTED_TWICE");
    let same = office.entered(office.registrar(add(COMMITTEE, card("李明"), "r5"))).await.unwrap();
    assert_eq!(same.etag, "1", "the same request again enters nobody twice");
    assert_eq!(office.node.parked().await, []);
}

#[tokio::test]
async fn the_unit_must_be_in_the_register_and_of_the_right_kind() {
    let office = Office::open().await;
    let nowhere = office.entered(office.registrar(add("640122.nowhere", card("王芳"), "r1"))).await;
    assert_eq!(nowhere.unwrap_err().code(), Code::InvalidArgument);
    let court = office.entered(office.registrar(add(COURT, card("王芳"), "r2"))).await;
    assert_eq!(reason(&court.unwrap_err()), "WRONG_UNIT");
    let invited = pb::RosterCard {
        calling: s("invited"),
        manner: s("admitted"),
        trained_on: on(date(2026, 8, 20)),
        ..card("王芳")
    };
    let president = office.call(add(COURT, invited, "r3"), COURT, Role::CourtPresident);
    assert_eq!(office.entered(president).await.unwrap().state, "on_roster");
}

#[tokio::test]
async fn everybody_reads_a_roster_and_only_its_unit_and_the_register_read_a_number() {
    let office = Office::open().await;
    let entered = office.entered(office.registrar(add(COMMITTEE, card("王芳"), "r1"))).await;
    let name = entered.unwrap().name;
    let seen = async |unit: &str, role: Role| {
        let ask = pb::GetRosterPersonRequest { name: name.clone() };
        let call = office.call(ask, unit, role);
        office.server.get_roster_person(call).await.unwrap().into_inner().person.unwrap()
    };
    for (unit, role, sees) in [
        (COMMITTEE, Role::Mediator, true),
        ("640122.registry", Role::Registrar, true),
        (COURT, Role::Judge, false),
        (COMMITTEE, Role::Party, false),
    ] {
        let person = seen(unit, role).await;
        let card = person.card.unwrap();
        assert_eq!(card.name, "王芳");
        assert_eq!(card.phone == PHONE, sees, "{unit} {role}");
        assert_eq!(card.person.is_empty(), !sees, "{unit} {role}");
        let list = office.listed((unit, role), pb::ListRosterRequest::default()).await;
        assert_eq!(list.people[0].card.as_ref().unwrap().phone.is_empty(), !sees);
    }
    assert_eq!(seen(COURT, Role::Judge).await.unit_name, "贺兰县中小学校园人民调解组织");
    office.off(&name, "dismissed", "r2").await.unwrap();
    let judge = seen(COURT, Role::Judge).await;
    assert_eq!((judge.ground.as_str(), judge.note.as_str()), ("", ""));
    assert!(judge.off_on.is_some() && !judge.serves);
    let registrar = seen("640122.registry", Role::Registrar).await;
    assert_eq!((registrar.ground.as_str(), registrar.note.as_str()), ("dismissed", "说明"));
    let nobody = Request::new(pb::ListRosterRequest::default());
    assert_eq!(office.server.list_roster(nobody).await.unwrap_err().code(), Code::Unauthenticated);
}

#[tokio::test]
async fn a_list_is_by_unit_calling_kind_of_dispute_and_day_and_comes_in_pages() {
    let office = Office::open().await;
    let put = async |card: pb::RosterCard, id: &str| {
        office.entered(office.registrar(add(COMMITTEE, card, id))).await.unwrap().name
    };
    let first = put(card("甲"), "r1").await;
    put(pb::RosterCard { since: on(date(2026, 10, 1)), ..card("乙") }, "r2").await;
    put(pb::RosterCard { calling: s("full_time"), fields: vec![], ..card("丙") }, "r3").await;
    let today = pb::ListRosterRequest { on: on(TODAY), ..Default::default() };
    let read = async |ask: pb::ListRosterRequest| office.listed((COURT, Role::Judge), ask).await;
    assert_eq!(names(&read(today.clone()).await), ["丙", "甲"], "the full-time ones first");
    let later = pb::ListRosterRequest { on: on(date(2026, 10, 1)), ..Default::default() };
    assert_eq!(names(&read(later).await), ["丙", "甲", "乙"]);
    let over = pb::ListRosterRequest { on: on(date(2029, 9, 2)), ..Default::default() };
    assert_eq!(names(&read(over).await), [""; 0]);
    let field = |field: &str| pb::ListRosterRequest { field: s(field), ..today.clone() };
    assert_eq!(names(&read(field("campus")).await), ["丙", "甲"]);
    assert_eq!(names(&read(field("labour")).await), ["丙"], "who is at home in all");
    let calling = pb::ListRosterRequest { calling: s("part_time"), ..today.clone() };
    assert_eq!(names(&read(calling).await), ["甲"]);
    let unit = pb::ListRosterRequest { unit: s(COURT), ..today.clone() };
    assert_eq!(names(&read(unit).await), [""; 0]);
    let mut ask = pb::ListRosterRequest { page_size: 2, ..Default::default() };
    let page = read(ask.clone()).await;
    assert_eq!(names(&page), ["丙", "甲"]);
    ask.page_token = page.next_page_token;
    let page = read(ask).await;
    assert_eq!((names(&page), page.next_page_token.as_str()), (vec!["乙"], ""));
    // Who leaves is on no list of today, and stays on the list of everybody.
    office.off(&first, "resigned", "r4").await.unwrap();
    assert_eq!(names(&read(today).await), ["丙"]);
    assert_eq!(names(&read(pb::ListRosterRequest::default()).await).len(), 3);
    let unit = pb::GetUnitRequest { name: first };
    let unit = office.server.get_unit(office.registrar(unit)).await.unwrap_err();
    assert_eq!(unit.code(), Code::NotFound, "a person is no unit");
}

#[tokio::test]
async fn a_new_term_is_an_amended_entry_and_no_person_changes_the_bundle() {
    let office = Office::open().await;
    let before = bundle(&office.node.ledger, None).await.unwrap().bundle.bytes();
    let entered = office.entered(office.registrar(add(COMMITTEE, card("王芳"), "r1"))).await;
    let entered = entered.unwrap();
    let amend = |card: pb::RosterCard, etag: &str, id: &str| pb::AmendRosterPersonRequest {
        head: head(&entered.name, id).map(|head| CommandHead { etag: s(etag), ..head }),
        card: Some(card),
        on: on(TODAY),
    };
    let long = pb::RosterCard { until: on(date(2029, 9, 2)), ..card("王芳") };
    let call = office.registrar(amend(long, "1", "r2"));
    let refused = office.server.amend_roster_person(call).await.unwrap_err();
    assert_eq!(reason(&refused), "TERM_TOO_LONG");
    let renewed =
        pb::RosterCard { since: on(TODAY), until: on(date(2029, 9, 3)), ..card("王芳") };
    let call = office.registrar(amend(renewed.clone(), "1", "r3"));
    let renewed_head = office.server.amend_roster_person(call).await.unwrap().into_inner().case;
    assert_eq!(renewed_head.unwrap().etag, "2");
    let call = office.registrar(amend(renewed, "1", "r4"));
    let late = office.server.amend_roster_person(call).await.unwrap_err();
    assert_eq!(late.code(), Code::Aborted, "somebody else was quicker");
    let confirm = pb::ConfirmRosterPersonRequest { head: head(&entered.name, "r5"), on: on(TODAY) };
    office.server.confirm_roster_person(office.registrar(confirm)).await.unwrap();
    assert_eq!(bundle(&office.node.ledger, None).await.unwrap().bundle.bytes(), before);
    assert_eq!(office.node.parked().await, []);
}

#[tokio::test]
async fn every_wrong_field_of_a_person_is_named_and_a_number_is_not_repeated() {
    let office = Office::open().await;
    let book = people::book(&office.node.ledger).await.unwrap();
    let wrong = |request: &pb::AddRosterPersonRequest| -> Vec<String> {
        let Err(Error::Invalid(faults)) = wire::add_roster_person(request, &book) else {
            return vec![];
        };
        assert!(faults.iter().all(|fault| !fault.problem.contains(CANARY)), "{faults:?}");
        let mut fields: Vec<String> = faults.into_iter().map(|fault| fault.field).collect();
        fields.sort();
        fields
    };
    assert_eq!(wrong(&pb::AddRosterPersonRequest::default()), ["card", "on", "unit"]);
    let bad = pb::RosterCard {
        calling: s("king"),
        manner: s("born"),
        phone: s(CANARY),
        fields: vec![s("x")],
        ..pb::RosterCard::default()
    };
    let fields = [
        "card.appointed_by",
        "card.appointed_on",
        "card.basis",
        "card.calling",
        "card.fields[0]",
        "card.manner",
        "card.name",
        "card.phone",
        "card.since",
    ];
    assert_eq!(wrong(&add(COMMITTEE, bad, "r1")), fields);
    let off = pb::TakeOffRosterRequest { ground: s("boredom"), ..Default::default() };
    assert!(
        matches!(wire::take_off_roster(&off, &book), Err(Error::Invalid(faults)) if faults.len() == 3)
    );
    let ask = pb::ListRosterRequest { unit: s("x"), calling: s("king"), ..Default::default() };
    assert!(matches!(wire::list_roster(&ask), Err(Error::Invalid(faults)) if faults.len() == 2));
}
