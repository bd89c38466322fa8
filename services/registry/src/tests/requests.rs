//! Every verb reads a right request and names each wrong field of a wrong one.

use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{date_to, stamp};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::unit::Command;
use jiefen_registry_rules::{Power, Register, Tree, UnitKind, county};
use jiefen_vocab::{Agency, Moment};

use super::{TODAY, UNIT, head, key, profile, unit};
use crate::{RegistryArea, case_id, wire};

type Outcome = Result<Parsed<RegistryArea>, Error>;

fn on() -> Option<jiefen_proto::jiefen::common::v1::Date> {
    Some(date_to(TODAY))
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn register() -> Register {
    county::register(TODAY).unwrap()
}

/// The names of the fields that were found wrong, sorted.
fn wrong<T>(outcome: Result<T, Error>) -> Vec<String> {
    let Err(Error::Invalid(faults)) = outcome else { return vec![] };
    let mut fields: Vec<String> = faults.into_iter().map(|fault| fault.field).collect();
    fields.sort();
    fields
}

fn is(outcome: Outcome, expected: Command) {
    let parsed = outcome.unwrap();
    assert_eq!((parsed.case, parsed.command), (case_id(unit()), expected.into()));
}

/// A right request and what it means; of an empty one the fields that are missing.
macro_rules! reads {
    ($verb:ident($request:ident { $($field:ident: $value:expr),* } $(, $more:expr)?) => $command:expr, $missing:expr) => {
        #[test]
        fn $verb() {
            let request = pb::$request { head: head(UNIT, "r1"), $($field: $value),* };
            is(wire::$verb(&request $(, &$more)?), $command);
            let empty = pb::$request::default();
            assert_eq!(wrong(wire::$verb(&empty $(, &$more)?)), Vec::<&str>::from($missing));
        }
    };
}

reads! { admit_node(AdmitNodeRequest { key: key('a'), endpoints: vec![s("https://w:1")], on: on() }) => Command::AdmitNode { key: key('a').parse().unwrap(), endpoints: vec![s("https://w:1")], on: TODAY }, ["endpoints", "head.name", "key", "on"] }

reads! { rotate_key(RotateKeyRequest { key: key('b'), effective: Some(stamp(Moment(1_000_001))) }) => Command::RotateKey { key: key('b').parse().unwrap(), effective: Moment(1_000_001) }, ["effective", "head.name", "key"] }

reads! { suspend_node(SuspendNodeRequest { reason: s("密钥遗失"), on: on() }) => Command::SuspendNode { reason: s("密钥遗失"), on: TODAY }, ["head.name", "on", "reason"] }

reads! { confirm_unit(ConfirmUnitRequest { on: on() }) => Command::ConfirmUnit { on: TODAY }, ["head.name", "on"] }

reads! { move_unit(MoveUnitRequest { tree: s("authority"), superior: s("640122.court"), basis: s("文件"), on: on() }, register()) => Command::MoveUnit { tree: Tree::Authority, superior: Some("640122.court".parse().unwrap()), chain: register().chain(Tree::Authority, "640122.court".parse().unwrap()), basis: s("文件"), on: TODAY }, ["basis", "head.name", "on", "tree"] }

reads! { close_unit(CloseUnitRequest { successor: s("640122.court"), basis: s("文件"), on: on() }, register()) => Command::CloseUnit { open_duties: 0, successor: Some("640122.court".parse().unwrap()), basis: s("文件"), on: TODAY }, ["basis", "head.name", "on"] }

#[test]
fn what_depends_on_a_unit_is_counted() {
    let centre: Agency = "640122.centre".parse().unwrap();
    let request = pb::CloseUnitRequest {
        head: head("640122.centre", "r1"),
        basis: s("文件"),
        on: on(),
        ..pb::CloseUnitRequest::default()
    };
    let Command::CloseUnit { open_duties, .. } = command(wire::close_unit(&request, &register()))
    else {
        panic!("another command");
    };
    let register = register();
    let own = register.get(centre).unwrap().profile.duties.len();
    assert!(usize::try_from(open_duties).unwrap() > own, "it serves others");
    let gone = pb::CloseUnitRequest { successor: s("640122.nowhere"), ..request };
    assert_eq!(wrong(wire::close_unit(&gone, &register)), ["successor"]);
}

fn command(outcome: Outcome) -> Command {
    let jiefen_registry_rules::Command::Unit(command) = outcome.unwrap().command else {
        panic!("another command");
    };
    command
}

#[test]
fn a_new_unit_is_named_by_its_code() {
    let request = pb::AddUnitRequest {
        head: head("", "r1"),
        agency: s(UNIT),
        profile: Some(profile()),
        territorial: String::new(),
        authority: s("640122.centre"),
        on: on(),
    };
    let parsed = wire::add_unit(&request, &register()).unwrap();
    assert_eq!(parsed.case, case_id(unit()));
    let Command::AddUnit { profile: read, .. } = command(Ok(parsed)) else {
        panic!("another command");
    };
    assert_eq!((read.kind, read.duties[0].power), (UnitKind::Government, Power::Mediate));
    assert_eq!(read.phone.as_deref(), Some("09518062110"), "as it is dialled");
    let none = pb::AddUnitRequest::default();
    assert_eq!(wrong(wire::add_unit(&none, &register())), ["agency", "on", "profile"]);
    let bad = pb::Profile {
        unit_kind: s("guild"),
        name: String::new(),
        phone: s("110 or so"),
        posts: vec![pb::Post::default()],
        duties: vec![pb::Duty { kinds: vec![s("x")], ..pb::Duty::default() }],
        ..pb::Profile::default()
    };
    let amend = pb::AmendUnitRequest { head: None, profile: Some(bad), on: on() };
    let fields = [
        "head.name",
        "profile.duties[0].clause",
        "profile.duties[0].kinds[0]",
        "profile.duties[0].power",
        "profile.name",
        "profile.phone",
        "profile.posts[0].code",
        "profile.posts[0].name",
        "profile.posts[0].role",
        "profile.source",
        "profile.unit_kind",
        "profile.valid_from",
    ];
    assert_eq!(wrong(wire::amend_unit(&amend, &register())), fields);
}

#[test]
fn a_question_for_competence_is_whole() {
    let ask = |track: &str| pb::ListUnitsRequest { track: s(track), ..Default::default() };
    assert_eq!(wrong(wire::list_units(&ask("litigation"))), ["dispute_kind", "place"]);
    let bad = pb::ListUnitsRequest {
        region: s("x"),
        unit_kind: s("guild"),
        page_token: s("y"),
        ..pb::ListUnitsRequest::default()
    };
    assert_eq!(wrong(wire::list_units(&bad)), ["page_token", "region", "unit_kind"]);
    let asked = wire::list_units(&pb::ListUnitsRequest::default()).unwrap();
    assert_eq!((asked.size, asked.matter), (50, None));
    assert_eq!(wire::unit_named(&format!("units/{UNIT}")).unwrap(), case_id(unit()));
    assert_eq!(wrong(wire::unit_named("units/x")), ["name"]);
    assert_eq!(wrong(wire::unit_named("x")), ["name"]);
}

#[test]
fn a_member_is_a_unit_or_post_of_the_register() {
    let member = |unit: &str, post: &str| pb::Member {
        unit: s(unit),
        post: s(post),
        seat: s("member"),
        clause: s("二"),
        ..pb::Member::default()
    };
    let amend = |members: Vec<pb::Member>, host: &str| pb::AmendUnitRequest {
        head: head(UNIT, "r1"),
        profile: Some(pb::Profile {
            membership: Some(pb::Membership { host: s(host), members, ..Default::default() }),
            ..profile()
        }),
        on: on(),
    };
    let good = amend(
        vec![member("640122.court", "president"), member("640122.police", "")],
        "640122.justice",
    );
    assert!(wire::amend_unit(&good, &register()).is_ok());
    let crown = pb::Member { seat: s("crown"), clause: s(""), ..member("640122.court", "") };
    let bad = amend(
        vec![member("640122.castle", ""), member("640122.court", "king"), crown],
        "640122.castle",
    );
    let path = "profile.membership";
    let fields =
        ["host", "members[0].unit", "members[1].post", "members[2].clause", "members[2].seat"];
    assert_eq!(
        wrong(wire::amend_unit(&bad, &register())),
        fields.map(|field| format!("{path}.{field}"))
    );
}
