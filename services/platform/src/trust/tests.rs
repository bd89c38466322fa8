use super::*;
use crate::keys::SigningKey;

fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

fn key() -> SigningKey {
    SigningKey::generate().unwrap().0
}

fn trusted(key: &SigningKey, from: Option<i64>, until: Option<i64>) -> TrustedKey {
    TrustedKey { key: key.public(), from: from.map(Moment), until: until.map(Moment) }
}

#[test]
fn each_reason_for_disbelief_has_its_name() {
    let (old, new, foreign) = (key(), key(), key());
    let court = agency("640122.court");
    let trust = Trust::of(Keys::from([(
        court,
        vec![trusted(&old, Some(10), Some(20)), trusted(&new, Some(15), None)],
    )]));
    let check =
        |who, by: &SigningKey, at| trust.verify(who, b"fact", &by.sign(b"fact"), Moment(at));

    assert_eq!(check(court, &old, 10), Ok(()));
    assert_eq!(check(court, &old, 19), Ok(()), "two keys count while one follows the other");
    assert_eq!(check(court, &new, 19), Ok(()));
    assert_eq!(check(court, &old, 20), Err(TrustFault::BadSignature { agency: court }));
    assert_eq!(check(court, &foreign, 15), Err(TrustFault::BadSignature { agency: court }));
    assert_eq!(
        check(court, &old, 9),
        Err(TrustFault::NoKeyInForce { agency: court, at: Moment(9) })
    );
    let stranger = agency("640122.hrss");
    assert_eq!(check(stranger, &new, 15), Err(TrustFault::UnknownAgency { agency: stranger }));
}

#[test]
fn a_fault_speaks_chinese_first() {
    let said = TrustFault::UnknownAgency { agency: agency("640122.court") }.to_string();
    assert!(said.starts_with("单位") && said.contains("is not trusted"), "{said}");
}

#[test]
fn the_file_gives_keys_with_their_times() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("trust.toml");
    let text = format!(
        "[[agency]]\nid = \"640122.court\"\nkey = \"{0}\"\nfrom = 2026-09-03\nuntil = \"2027-01-01T00:00:00+08:00\"\n\
         [[agency]]\nid = \"640122.court\"\nkey = \"{0}\"\nfrom = 2026-12-01T08:00:00+08:00\n",
        key().public()
    );
    std::fs::write(&path, text).unwrap();
    let keys = Trust::load(&path).unwrap().keys();
    let court = &keys[&agency("640122.court")];
    assert_eq!(court[0].from.unwrap().to_string(), "2026-09-03T00:00:00+08:00");
    assert_eq!(court[0].until.unwrap().to_string(), "2027-01-01T00:00:00+08:00");
    assert_eq!(court[1].from.unwrap().to_string(), "2026-12-01T08:00:00+08:00");
}

#[test]
fn a_malformed_file_is_refused_with_its_name() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("trust.toml");
    let good = key().public();
    for wrong in [
        "[[agency]]\nid = \"court\"\nkey = \"00\"".to_owned(),
        format!("[[agency]]\nid = \"640122.court\"\nkey = \"{good}\"\nform = 2026-01-01"),
        format!("[[agency]]\nid = \"640122.court\"\nkey = \"{good}\"\nfrom = \"昨天\""),
        format!("[[agency]]\nid = \"640122.court\"\nkey = \"{good}\"\nfrom = 7"),
        "agency = 1".to_owned(),
    ] {
        std::fs::write(&path, &wrong).unwrap();
        let said = Trust::load(&path).unwrap_err().to_string();
        assert!(said.contains("trust.toml"), "{wrong}: {said}");
    }
    assert!(matches!(Trust::load(dir.path().join("none.toml")), Err(TrustFileFault::Read { .. })));
}

#[test]
fn an_agency_that_joins_is_believed_without_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("trust.toml");
    std::fs::write(&path, "").unwrap();
    let trust = Trust::load(&path).unwrap();
    let (newcomer, who) = (key(), agency("640122.hrss"));
    let signature = newcomer.sign(b"hello");
    let ask = || trust.verify(who, b"hello", &signature, Moment(0));
    assert_eq!(ask(), Err(TrustFault::UnknownAgency { agency: who }));

    let entry = format!("[[agency]]\nid = \"{who}\"\nkey = \"{}\"\n", newcomer.public());
    std::fs::write(&path, &entry).unwrap();
    assert_eq!(ask(), Ok(()));

    std::fs::write(&path, format!("{entry}[[agency]]\nid = ")).unwrap();
    assert_eq!(ask(), Ok(()), "a half-written file keeps the last good keys");
}
