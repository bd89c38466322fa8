use std::time::Duration;

use jiefen_vocab::{Agency, Role};
use serde_json::{Value, json};
use tonic::metadata::MetadataMap;
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

use super::*;
use crate::clock::{Clock as _, SystemClock};
use crate::config::AuthConfig;

const HOUR: Duration = Duration::from_secs(3600);

fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

fn court() -> Agency {
    agency("640122.court")
}

/// An issuer and the gate that believes it.
fn world() -> (Issuer, Gate) {
    let config = AuthConfig::default();
    let (issuer, _) = Issuer::generate(&config).unwrap();
    let gate = Gate::with_keys(&config, court(), &issuer.jwks()).unwrap();
    (issuer, gate)
}

fn metadata(lines: &[(&'static str, &str)]) -> MetadataMap {
    let mut map = MetadataMap::new();
    for (name, value) in lines {
        map.append(*name, value.parse().unwrap());
    }
    map
}

/// Good claims with one of them changed, or removed if null.
fn claims(change: &str, to: Value) -> Value {
    let now = SystemClock.now().0 / 1_000_000;
    let mut claims = json!({
        "sub": "p-17", "agency": "640122.court", "roles": ["judge"], "aud": "jiefen",
        "iss": "https://issuer.jiefen.local", "iat": now, "nbf": now, "exp": now + 600,
    });
    if to.is_null() {
        claims.as_object_mut().unwrap().remove(change);
    } else {
        claims[change] = to;
    }
    claims
}

#[test]
fn a_good_token_tells_person_agency_and_posts() {
    let (issuer, gate) = world();
    let roles = [Role::Judge, Role::FilingClerk];
    let token = issuer.token("p-17", court(), &roles, HOUR).unwrap();
    let staff = gate.staff(&metadata(&[("authorization", &format!("Bearer {token}"))])).unwrap();
    assert_eq!(staff, Staff { person: "p-17".into(), agency: court(), roles: roles.to_vec() });
    assert!(gate.staff(&metadata(&[("authorization", &format!("bearer  {token}"))])).is_ok());
}

#[test]
fn each_header_that_is_no_token_has_its_name() {
    let (issuer, gate) = world();
    let token = format!("Bearer {}", issuer.token("p", court(), &[Role::Judge], HOUR).unwrap());
    let name = "authorization";
    let cases: [(&[(&'static str, &str)], AuthFault); 7] = [
        (&[], AuthFault::Missing),
        (&[(name, "")], AuthFault::Malformed),
        (&[(name, "Bearer ")], AuthFault::Malformed),
        (&[(name, "Basic cDpw")], AuthFault::Malformed),
        (&[(name, "Bearer not.a.token")], AuthFault::Malformed),
        (&[(name, "Bearer eyJhbGciOiJub25lIn0.e30.")], AuthFault::Malformed),
        (&[(name, &token), (name, &token)], AuthFault::Malformed),
    ];
    for (lines, fault) in cases {
        assert_eq!(gate.staff(&metadata(lines)), Err(fault), "{lines:?}");
    }
}

#[test]
fn each_wrong_claim_has_its_name() {
    let (issuer, gate) = world();
    let now = SystemClock.now().0 / 1_000_000;
    let cases = [
        ("exp", json!(now - 31), AuthFault::Expired),
        ("nbf", json!(now + 3600), AuthFault::NotYetValid),
        ("aud", json!("payroll"), AuthFault::WrongAudience),
        ("iss", json!("https://elsewhere"), AuthFault::WrongIssuer),
        ("exp", Value::Null, AuthFault::BadClaims),
        ("aud", Value::Null, AuthFault::BadClaims),
        ("iss", Value::Null, AuthFault::BadClaims),
        ("sub", Value::Null, AuthFault::BadClaims),
        ("sub", json!(""), AuthFault::BadClaims),
        ("agency", Value::Null, AuthFault::BadClaims),
        ("agency", json!("court"), AuthFault::BadClaims),
        ("roles", json!([]), AuthFault::BadClaims),
        ("roles", json!(["king"]), AuthFault::BadClaims),
        ("roles", json!(["judge", "system"]), AuthFault::ReservedRole),
    ];
    for (claim, value, fault) in cases {
        let token = issuer.sign(&claims(claim, value.clone())).unwrap();
        assert_eq!(gate.read(&token), Err(fault), "{claim} = {value}");
    }
    assert!(gate.read(&issuer.sign(&claims("exp", json!(now - 20))).unwrap()).is_ok(), "leeway");
    assert!(gate.read(&issuer.sign(&claims("nbf", Value::Null)).unwrap()).is_ok());
    assert!(gate.read(&issuer.sign(&claims("email", json!("x"))).unwrap()).is_ok());
}

#[test]
fn only_the_key_that_is_named_counts() {
    let (issuer, gate) = world();
    let (stranger, _) = world();
    let token = stranger.token("p", court(), &[Role::Judge], HOUR).unwrap();
    assert_eq!(gate.read(&token), Err(AuthFault::UnknownKey));

    let good = issuer.token("p", court(), &[Role::Judge], HOUR).unwrap();
    let other = issuer.token("q", court(), &[Role::CourtPresident], HOUR).unwrap();
    let (head, signature) = (other.rsplit_once('.').unwrap().0, good.rsplit_once('.').unwrap().1);
    assert_eq!(gate.read(&format!("{head}.{signature}")), Err(AuthFault::BadSignature));
}

#[test]
fn several_keys_are_chosen_by_their_kid() {
    let config = AuthConfig::default();
    let (old, _) = Issuer::generate(&config).unwrap();
    let (new, _) = Issuer::generate(&config).unwrap();
    let mut both: Value = serde_json::from_str(&old.jwks()).unwrap();
    let second: Value = serde_json::from_str(&new.jwks()).unwrap();
    both["keys"].as_array_mut().unwrap().push(second["keys"][0].clone());
    let gate = Gate::with_keys(&config, court(), &both.to_string()).unwrap();
    for issuer in [old, new] {
        let token = issuer.token("p", court(), &[Role::Judge], HOUR).unwrap();
        assert!(gate.read(&token).is_ok(), "{issuer:?}");
    }
}

#[test]
fn a_gate_without_usable_keys_does_not_open() {
    let config = AuthConfig::default();
    let make = |jwks: &str| Gate::with_keys(&config, court(), jwks);
    assert!(matches!(Gate::new(&config, court()), Err(GateFault::NoKeys)));
    assert!(matches!(make(r#"{"keys":[]}"#), Err(GateFault::NoKeys)));
    assert!(matches!(make("-----BEGIN"), Err(GateFault::NotASet(_))));
    let hmac = r#"{"keys":[{"kty":"oct","kid":"a","k":"AAAA"}]}"#;
    assert!(matches!(make(hmac), Err(GateFault::BadKey { kid }) if kid == "a"));
    let unnamed = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AAAA"}]}"#;
    assert!(matches!(make(unnamed), Err(GateFault::BadKey { .. })));
}

#[test]
fn an_issuer_is_kept_in_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let (key, jwks) = (dir.path().join("issuer.pem"), dir.path().join("issuer.json"));
    let mut config = AuthConfig::default();
    let (issuer, pkcs8) = Issuer::generate(&config).unwrap();
    crate::keys::save(&key, &pkcs8).unwrap();
    std::fs::write(&jwks, issuer.jwks()).unwrap();
    config.public_key_file = Some(jwks);
    let gate = Gate::new(&config, court()).unwrap();
    let again = Issuer::load(&config, &key).unwrap();
    assert!(gate.read(&again.token("p", court(), &[Role::Judge], HOUR).unwrap()).is_ok());
}

fn staff(at: &str, roles: &[Role]) -> Staff {
    Staff { person: "p".into(), agency: agency(at), roles: roles.to_vec() }
}

#[test]
fn each_cell_of_the_permit_table() {
    let allowed = [Role::Judge, Role::FilingClerk];
    let not_allowed = || Err(AuthFault::RoleNotAllowed { allowed: allowed.to_vec() });
    let not_held = |asked| Err(AuthFault::RoleNotHeld { asked });
    let (judge, clerk, operator) = (Role::Judge, Role::FilingClerk, Role::Operator);
    // posts held, post asked for, answer
    type Cell<'a> = (&'a [Role], Option<Role>, Result<Role, AuthFault>);
    let table: [Cell<'_>; 10] = [
        (&[judge], None, Ok(judge)),
        (&[clerk], None, Ok(clerk)),
        (&[clerk, judge], None, Ok(judge)),
        (&[operator], None, not_allowed()),
        (&[], None, not_allowed()),
        (&[judge, clerk], Some(clerk), Ok(clerk)),
        (&[judge], Some(clerk), not_held(clerk)),
        (&[judge, operator], Some(operator), not_allowed()),
        (&[judge], Some(operator), not_held(operator)),
        (&[], Some(judge), not_held(judge)),
    ];
    for (held, asked, answer) in table {
        let own = staff("640122.court", held);
        assert_eq!(permit(&own, &allowed, asked, court()), answer, "{held:?} {asked:?}");
        for other in ["640122.centre", "640100.court", "640122101.court"] {
            assert_eq!(
                permit(&staff(other, held), &allowed, asked, court()),
                Err(AuthFault::OtherAgency { node: court() }),
                "{other} {held:?} {asked:?}"
            );
        }
    }
}

#[test]
fn each_cell_of_the_reading_table() {
    let supervising = [Role::CentreDirector, Role::Coordinator, Role::Assessor, Role::Leader];
    let node = agency("640122101.centre");
    for role in Role::ALL {
        let read = |at: &str| may_read(&staff(at, &[*role]), node);
        assert_eq!(read("640122101.centre"), *role != Role::Party, "own agency, {role}");
        for above in ["640122.centre", "640122.zfw", "640100.centre", "640122101.justice"] {
            assert_eq!(read(above), supervising.contains(role), "{above}, {role}");
        }
        for aside in ["640122101203.centre", "640122102.centre", "640121.centre", "640221.zfw"] {
            assert!(!read(aside), "{aside}, {role}");
        }
    }
}

#[test]
fn the_post_asked_for_stands_in_the_metadata() {
    assert_eq!(asked_role(&metadata(&[])), Ok(None));
    assert_eq!(asked_role(&metadata(&[("jiefen-role", "judge")])), Ok(Some(Role::Judge)));
    assert_eq!(asked_role(&metadata(&[("jiefen-role", "king")])), Err(AuthFault::UnknownRole));
}

#[test]
fn a_fault_is_a_status_with_reason_and_chinese_message() {
    let cases = [
        (AuthFault::Expired, Code::Unauthenticated, "TOKEN_EXPIRED"),
        (AuthFault::OtherAgency { node: court() }, Code::PermissionDenied, "OTHER_AGENCY"),
        (AuthFault::UnknownRole, Code::InvalidArgument, "ROLE_UNKNOWN"),
    ];
    for (fault, code, reason) in cases {
        let zh = fault.zh();
        let status = Status::from(fault);
        assert_eq!(status.code(), code);
        let info = status.get_details_error_info().unwrap();
        assert_eq!((info.reason.as_str(), info.domain.as_str()), (reason, "jiefen"));
        let said = status.get_details_localized_message().unwrap();
        assert_eq!((said.locale.as_str(), said.message), ("zh-CN", zh));
    }
}
