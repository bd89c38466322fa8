//! The register as the registrar writes it and everybody reads it.

use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::date_to;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_platform::keys::PublicKey;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_server::RegistryService;
use jiefen_registry_rules::{Signed, county};
use jiefen_vocab::Role;
use jiff::civil::date;
use tonic::{Code, Request};

use super::{TODAY, UNIT, head, key, profile};
use crate::{RegistryArea, bundle, grpc, seed, shipped};

const REGISTRAR: &str = "640122.registry";

pub(super) struct Office {
    pub(super) server: grpc::Server,
    issuer: Issuer,
    pub(super) node: TestNode<RegistryArea>,
}

impl Office {
    /// A registry with the shipped county in it.
    pub(super) async fn open() -> Office {
        let node = TestNode::start(REGISTRAR, TODAY).await;
        seed(&node.ledger).await.unwrap();
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        Office { server: grpc::Server(app), issuer, node }
    }

    /// Another process of the registry over the same database.
    fn second(&self) -> grpc::Server {
        let gate =
            Gate::with_keys(&AuthConfig::default(), self.node.ledger.agency(), &self.issuer.jwks());
        grpc::Server(App { ledger: self.node.twin(), gate: Arc::new(gate.unwrap()) })
    }

    pub(super) fn call<M>(&self, message: M, unit: &str, role: Role) -> Request<M> {
        let unit = unit.parse().unwrap();
        let token = self.issuer.token("p1", unit, &[role], Duration::from_secs(60)).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    pub(super) fn registrar<M>(&self, message: M) -> Request<M> {
        self.call(message, REGISTRAR, Role::Registrar)
    }

    async fn list(&self, request: pb::ListUnitsRequest) -> pb::ListUnitsResponse {
        let call = self.call(request, "640122.court", Role::Judge);
        self.server.list_units(call).await.unwrap().into_inner()
    }

    async fn unit(&self, name: &str) -> pb::Unit {
        let get = pb::GetUnitRequest { name: name.to_owned() };
        let call = self.call(get, "640122.court", Role::Judge);
        self.server.get_unit(call).await.unwrap().into_inner().unit.unwrap()
    }
}

#[tokio::test]
async fn the_county_is_added_once_however_often_it_is_asked_for() {
    let node: TestNode<RegistryArea> = TestNode::start(REGISTRAR, TODAY).await;
    let all = u32::try_from(county::shipped(TODAY).unwrap().len()).unwrap();
    assert_eq!(seed(&node.ledger).await.unwrap(), all);
    let facts = node.facts().await.len();
    assert_eq!(seed(&node.ledger).await.unwrap(), 0);
    node.on(date(2026, 9, 4));
    assert_eq!(seed(&node.ledger).await.unwrap(), 0);
    assert_eq!(node.facts().await.len(), facts);
    let added = node.outbox().await.into_iter();
    let added = added.filter(|row| row.1 == "jiefen.registry.v1.UnitAdded").count();
    assert_eq!(u32::try_from(added).unwrap(), all);
}

#[tokio::test]
async fn everybody_finds_the_competent_unit() {
    let office = Office::open().await;
    let ask = pb::ListUnitsRequest {
        dispute_kind: "labour".to_owned(),
        track: "labour_arbitration".to_owned(),
        place: "640122101".to_owned(),
        ..pb::ListUnitsRequest::default()
    };
    let found = office.list(ask).await.units;
    assert_eq!(found[0].power, "decide");
    assert!(!found[0].clause.is_empty());
    let courts = pb::ListUnitsRequest { unit_kind: "court".to_owned(), ..Default::default() };
    let courts = office.list(courts).await;
    assert!(courts.units.iter().any(|one| one.unit.as_ref().unwrap().agency == "640122.court"));
    assert_eq!(courts.next_page_token, "");
}

#[tokio::test]
async fn a_list_is_read_page_by_page() {
    let office = Office::open().await;
    let mut ask = pb::ListUnitsRequest {
        region: "640122".to_owned(),
        page_size: 40,
        ..pb::ListUnitsRequest::default()
    };
    let mut seen = std::collections::BTreeSet::new();
    loop {
        let page = office.list(ask.clone()).await;
        for one in page.units {
            assert!(seen.insert(one.unit.unwrap().agency), "no unit stands on two pages");
        }
        if page.next_page_token.is_empty() {
            break;
        }
        ask.page_token = page.next_page_token;
    }
    let inside = county::register(TODAY).unwrap();
    let region = "640122".parse::<jiefen_vocab::Region>().unwrap();
    let inside = inside.units().filter(|unit| region.contains(unit.agency.region)).count();
    assert_eq!(seen.len(), inside);
}

#[tokio::test]
async fn a_unit_is_added_admitted_moved_and_closed() {
    let office = Office::open().await;
    let on = Some(date_to(TODAY));
    let add = pb::AddUnitRequest {
        head: head("", "r1"),
        agency: UNIT.to_owned(),
        profile: Some(profile()),
        on,
        ..pb::AddUnitRequest::default()
    };
    let stranger = office.call(add.clone(), "640122.court", Role::Registrar);
    let status = office.server.add_unit(stranger).await.unwrap_err();
    assert_eq!(status.code(), Code::PermissionDenied);
    office.server.add_unit(office.registrar(add)).await.unwrap();
    let added = office.unit(&format!("units/{UNIT}")).await;
    assert_eq!(added.superior_centre, "640122.centre");
    assert_eq!(added.head.unwrap().clocks.len(), 1, "its review");

    let admit = pb::AdmitNodeRequest {
        head: head(UNIT, "r2"),
        key: key('a'),
        endpoints: vec!["https://water:50051".to_owned()],
        on,
    };
    office.server.admit_node(office.registrar(admit)).await.unwrap();
    let circle = pb::MoveUnitRequest {
        head: head("640122.centre", "r3"),
        tree: "territorial".to_owned(),
        superior: UNIT.to_owned(),
        basis: "文件".to_owned(),
        on,
    };
    let status = office.server.move_unit(office.registrar(circle)).await.unwrap_err();
    assert_eq!(status.code(), Code::FailedPrecondition, "the centre would be above itself");

    let close = |successor: &str, id: &str| pb::CloseUnitRequest {
        head: head(UNIT, id),
        successor: successor.to_owned(),
        basis: "机构改革".to_owned(),
        on,
    };
    let status = office.server.close_unit(office.registrar(close("", "r4"))).await.unwrap_err();
    assert_eq!(status.code(), Code::FailedPrecondition, "somebody must take its duties");
    let call = office.registrar(close("640122.centre", "r5"));
    let closed = office.server.close_unit(call).await.unwrap().into_inner().case.unwrap();
    assert_eq!((closed.state.as_str(), closed.open), ("closed", false));
    let unit = office.unit(&closed.name).await;
    assert_eq!((unit.successor.as_str(), unit.node.unwrap().keys.len()), ("640122.centre", 1));
    assert_eq!(office.node.parked().await, []);
}

#[tokio::test]
async fn two_moves_at_the_same_instant_never_make_a_circle() {
    let office = Office::open().await;
    let shift = |unit: &str, superior: &str, id: &str| pb::MoveUnitRequest {
        head: head(unit, id),
        tree: "authority".to_owned(),
        superior: superior.to_owned(),
        basis: "文件".to_owned(),
        on: Some(date_to(TODAY)),
    };
    let (court, bureau) = ("640122.court", "640122.justice");
    // Two processes over the same database: nothing but the database makes them take turns.
    let second = office.second();
    for round in 0..12 {
        let id = |which: &str| format!("{which}{round}");
        let calls = (
            office.server.move_unit(office.registrar(shift(court, bureau, &id("a")))),
            second.move_unit(office.registrar(shift(bureau, court, &id("b")))),
        );
        let (one, other) = tokio::join!(calls.0, calls.1);
        assert_ne!(one.is_ok(), other.is_ok(), "{one:?} {other:?}");
        let moved = if one.is_ok() { court } else { bureau };
        let refused = one.err().or(other.err()).unwrap();
        assert_eq!(refused.code(), Code::FailedPrecondition);
        let back = office.registrar(shift(moved, "", &id("c")));
        office.server.move_unit(back).await.unwrap();
    }
}

#[tokio::test]
async fn the_defaults_of_a_tree_make_no_circle_either() {
    let office = Office::open().await;
    let on = Some(date_to(TODAY));
    let shift = async |unit: &str, superior: &str, id: &str| {
        let request = pb::MoveUnitRequest {
            head: head(unit, id),
            tree: "territorial".to_owned(),
            superior: superior.to_owned(),
            basis: "文件".to_owned(),
            on,
        };
        office.server.move_unit(office.registrar(request)).await.map_err(|status| status.code())
    };
    let (county, town) = ("640122.centre", "640122101.centre");
    shift(town, "640100.centre", "m1").await.unwrap();
    shift(county, town, "m2").await.unwrap();
    // By default a township's centre stands under the county's.
    assert_eq!(shift(town, "", "m3").await.unwrap_err(), Code::FailedPrecondition);

    let add = async |agency: &str, territorial: &str, id: &str| {
        let request = pb::AddUnitRequest {
            head: head("", id),
            agency: agency.to_owned(),
            profile: Some(pb::Profile { unit_kind: "centre".to_owned(), ..profile() }),
            territorial: territorial.to_owned(),
            on,
            ..pb::AddUnitRequest::default()
        };
        office.server.add_unit(office.registrar(request)).await.map_err(|status| status.code())
    };
    // By default a village's committee stands under the nearest centre, which this one would be.
    let (committee, centre) = ("640122102200.village_mediation", "640122102200.centre");
    assert_eq!(add(centre, committee, "a1").await.unwrap_err(), Code::FailedPrecondition);
    assert_eq!(add(centre, "640122.nowhere", "a2").await.unwrap_err(), Code::InvalidArgument);
    add(centre, "640122102.centre", "a3").await.unwrap();
}

#[tokio::test]
async fn the_bundle_is_signed_and_its_number_only_grows() {
    let office = Office::open().await;
    let get = || office.call(pb::GetBundleRequest::default(), "640122.court", Role::Judge);
    let first = office.server.get_bundle(get()).await.unwrap().into_inner().bundle.unwrap();
    let signed = bundle(&office.node.ledger, None).await.unwrap();
    assert_eq!(first.content, signed.bundle.bytes(), "the same units give the same bytes");
    assert!(verifies(&first), "the signature is by the registry's key");
    assert_eq!(first.units.len(), signed.bundle.units.len());
    let mut bent = first.clone();
    bent.content[40] ^= 1;
    assert!(!verifies(&bent));

    let confirm =
        pb::ConfirmUnitRequest { head: head("640122.centre", "r1"), on: Some(date_to(TODAY)) };
    office.server.confirm_unit(office.registrar(confirm)).await.unwrap();
    let second = office.server.get_bundle(get()).await.unwrap().into_inner().bundle.unwrap();
    assert!(second.version > first.version);
    let nobody = office.server.get_bundle(Request::new(pb::GetBundleRequest::default())).await;
    assert_eq!(nobody.unwrap_err().code(), Code::Unauthenticated);
}

#[tokio::test]
async fn an_earlier_version_reads_as_it_did_and_the_difference_is_told_field_by_field() {
    let office = Office::open().await;
    let get = async |version: u64| {
        let call = office.call(pb::GetBundleRequest { version }, "640122.court", Role::Judge);
        office.server.get_bundle(call).await.map(|answer| answer.into_inner().bundle.unwrap())
    };
    let first = get(0).await.unwrap();
    let shipped = shipped(TODAY, &office.node.ledger.identity().key, REGISTRAR.parse().unwrap());
    let shipped = shipped.unwrap();
    assert_eq!(first.content, shipped.bundle.bytes(), "a registry begins with the shipped county");
    assert_eq!(first.signature, shipped.signature);
    let read: Signed = serde_json::from_str(&first.file).unwrap();
    assert_eq!(read.bundle.bytes(), first.content, "the file reads back to the signed bytes");

    office.node.on(date(2026, 9, 4));
    let centre = "640122.county_mediation_center";
    let mut profile = office.unit(&format!("units/{centre}")).await.profile.unwrap();
    profile.name = "贺兰县矛盾纠纷调处化解中心".to_owned();
    profile.duties[0].kinds = vec!["labour".to_owned()];
    let membership = profile.membership.as_mut().unwrap();
    membership.members.retain(|member| member.unit != "640122.employment");
    membership.members[0].seat = "head".to_owned();
    let head_of = membership.members[0].unit.clone();
    let amend = pb::AmendUnitRequest {
        head: head(centre, "r1"),
        profile: Some(profile),
        on: Some(date_to(date(2026, 9, 4))),
    };
    office.server.amend_unit(office.registrar(amend)).await.unwrap();

    assert_eq!(get(first.version).await.unwrap(), first, "the earlier version is what it was");
    let second = get(0).await.unwrap();
    assert_eq!(second.version, first.version + 1);
    assert_eq!(second.valid_from, Some(date_to(date(2026, 9, 4))));
    office.node.on(date(2026, 9, 9));
    assert_eq!(get(0).await.unwrap(), second, "a version is the same on every day");

    let diff = async |from_version, to_version| {
        let ask = pb::DiffBundlesRequest { from_version, to_version };
        office.server.diff_bundles(office.call(ask, "640122.court", Role::Judge)).await
    };
    let told = diff(first.version, 0).await.unwrap().into_inner();
    assert_eq!((told.from_version, told.to_version), (first.version, second.version));
    let told: Vec<String> = told.changes.iter().map(said).collect();
    assert!(told.iter().all(|one| one.starts_with(centre)), "{told:?}");
    let after =
        |part: &str| told.iter().filter(|one| one.contains(part)).cloned().collect::<Vec<_>>();
    assert_eq!(
        after(" unit "),
        [format!("{centre} unit  changed name 贺兰县多元解纷调解中心→贺兰县矛盾纠纷调处化解中心")]
    );
    assert_eq!(
        after(" member "),
        [
            format!("{centre} member {head_of} changed seat staff→head"),
            format!("{centre} member 640122.employment removed clause 六(一)→ seat staff→"),
        ]
    );
    assert_eq!(after(" duty ").len(), 1, "{told:?}");
    assert_eq!(told.len(), 4);
    assert_eq!(diff(second.version, second.version).await.unwrap().into_inner().changes, []);
    let refused = diff(first.version, 9999).await.unwrap_err();
    assert!(refused.code() == Code::InvalidArgument, "{refused:?}");
    let back = diff(second.version, first.version).await.unwrap().into_inner();
    assert!(back.changes.iter().any(|one| one.change == "added" && one.part == "member"));
}

fn said(change: &pb::BundleChange) -> String {
    let field =
        |field: &pb::FieldChange| format!(" {} {}→{}", field.field, field.before, field.after);
    let fields: String = change.fields.iter().map(field).collect();
    format!("{} {} {} {}{fields}", change.agency, change.part, change.key, change.change)
}

#[tokio::test]
async fn everybody_reads_the_bodies_and_a_new_text_that_is_silent_leaves_the_members() {
    let office = Office::open().await;
    let list = async |member: &str| {
        let ask = pb::ListBodiesRequest { member: member.to_owned() };
        let call = office.call(ask, "640122.court", Role::Judge);
        office.server.list_bodies(call).await.unwrap().into_inner().bodies
    };
    let of = async |member: &str| -> Vec<String> {
        let bodies = list(member).await;
        bodies.into_iter().map(|body| body.agency.replace("640122.", "")).collect()
    };
    assert_eq!(of("640122.health").await, ["county_mediation_center", "linkage_mechanism"]);
    assert_eq!(of("640122.archives").await, [""; 0]);
    let group = list("640122.road_section").await.pop().unwrap();
    assert_eq!((group.agency.as_str(), group.members.len()), ("640122.leading_group", 28));
    let chief = group.members.iter().find(|one| one.unit_name == "贺兰公路段").unwrap();
    assert_eq!(chief.post_name, "公路段段长");
    let vacant: Vec<(String, u32, u32)> =
        group.seats.iter().map(|one| (one.seat.clone(), one.number, one.vacant)).collect();
    let seat = |seat: &str, number, vacant| (seat.to_owned(), number, vacant);
    assert_eq!(vacant, [seat("head", 1, 1), seat("deputy", 6, 1), seat("member", 33, 10)]);

    let mechanism = "640122.linkage_mechanism";
    let text = office.unit(&format!("units/{mechanism}")).await.profile.unwrap();
    let amend = async |membership: Option<pb::Membership>, id: &str| {
        let profile = Some(pb::Profile { membership, ..text.clone() });
        let request =
            pb::AmendUnitRequest { head: head(mechanism, id), profile, on: Some(date_to(TODAY)) };
        office.server.amend_unit(office.registrar(request)).await.map_err(|status| status.code())
    };
    amend(None, "r1").await.unwrap();
    assert_eq!(list("640122.health").await.len(), 2, "silence ends nothing");
    let mut twice = text.membership.clone().unwrap();
    twice.members.push(twice.members[0].clone());
    assert_eq!(amend(Some(twice), "r2").await.unwrap_err(), Code::FailedPrecondition);
    amend(Some(pb::Membership::default()), "r3").await.unwrap();
    assert_eq!(of("640122.health").await, ["county_mediation_center"]);
}

fn verifies(bundle: &pb::Bundle) -> bool {
    let key: PublicKey = bundle.key.parse().unwrap();
    let digit = |at: usize| u8::from_str_radix(&bundle.signature[at..at + 2], 16).unwrap();
    let signature: Vec<u8> = (0..bundle.signature.len()).step_by(2).map(digit).collect();
    key.verifies(&bundle.content, &signature)
}
