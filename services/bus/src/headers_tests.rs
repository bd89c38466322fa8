use super::*;
use jiefen_vocab::{DisputeId, FactId};

fn event() -> Envelope {
    Envelope {
        id: FactId::from_bits(7),
        src: "640122.court".parse().unwrap(),
        dst: Destination::Everybody,
        seq: 12,
        kind: "jiefen.court.v1.CaseFiled".to_owned(),
        subject: format!("jf.evt.640122.court.case.filed.{}", DisputeId::from_bits(9)),
        dispute: Some(DisputeId::from_bits(9)),
        epoch: String::new(),
        occurred_at: Moment(1_788_400_000_123_456),
        trace: Some("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".to_owned()),
        payload: vec![1, 2, 3],
        signature: vec![5; 64],
    }
}

fn message() -> Envelope {
    Envelope {
        dst: Destination::Agency("640122.centre".parse().unwrap()),
        subject: format!("jf.msg.640122.centre.640122.court.offered.{}", DisputeId::from_bits(9)),
        kind: "jiefen.handoff.v1.Offered".to_owned(),
        epoch: "1.3".to_owned(),
        trace: None,
        payload: vec![],
        ..event()
    }
}

#[test]
fn an_envelope_reads_back_from_its_headers_to_the_microsecond() {
    for envelope in [event(), message(), Envelope { dispute: None, ..event() }] {
        for attempt in [0, 1, 99] {
            let headers = encode(&envelope, attempt).unwrap();
            let back = decode(&envelope.subject, &headers, envelope.payload.clone()).unwrap();
            assert_eq!(back, envelope);
            assert_eq!(back.signed_bytes(), envelope.signed_bytes());
        }
    }
}

#[test]
fn only_a_repeated_sending_has_an_attempt_in_its_message_id() {
    let first = encode(&event(), 0).unwrap();
    assert_eq!(first.need(MSG_ID).unwrap(), event().id.to_string());
    let again = encode(&event(), 3).unwrap();
    assert_eq!(again.need(MSG_ID).unwrap(), format!("{}:3", event().id));
    assert_eq!(again.need(CE_ID).unwrap(), event().id.to_string());
}

#[test]
fn a_missing_repeated_or_endless_header_is_named() {
    let needed = [
        MSG_ID,
        CE_ID,
        CE_SOURCE,
        CE_TYPE,
        CE_SUBJECT,
        CE_TIME,
        CE_SPECVERSION,
        CE_DATACONTENTTYPE,
        SEQ,
        DST,
        DISPUTE,
        SIGNATURE,
    ];
    let whole = encode(&message(), 0).unwrap();
    for name in needed {
        let read = |headers: &Headers| decode(&message().subject, headers, vec![]).unwrap_err();
        let mut headers = whole.clone();
        set(&mut headers, name, None);
        assert_eq!(read(&headers), Bad::Missing { header: name });
        let mut headers = whole.clone();
        let value = headers.need(name).unwrap().to_owned();
        headers.put(name, value);
        assert_eq!(read(&headers), Bad::Repeated { header: name });
        let mut headers = whole.clone();
        set(&mut headers, name, Some(&"9".repeat(HEADER_MAX + 1)));
        assert_eq!(read(&headers), Bad::TooLong { header: name, length: HEADER_MAX + 1 });
    }
}

#[test]
fn a_malformed_header_is_named() {
    let short = STANDARD.encode([5; 63]);
    for (name, value) in [
        (MSG_ID, "x"),
        (MSG_ID, ""),
        (CE_ID, "01jx"),
        (CE_SOURCE, "640122.court"),
        (CE_SOURCE, "/nodes/640122"),
        (CE_SOURCE, "/nodes/640122/Court"),
        (CE_SOURCE, "/nodes/640122000000/court"),
        (CE_TYPE, ""),
        (CE_TYPE, "jiefen court"),
        (CE_TYPE, "纠纷"),
        (CE_TIME, "yesterday"),
        (CE_TIME, "2026-09-03"),
        (CE_TIME, "2026-09-03T10:00:00"),
        (CE_SPECVERSION, "0.3"),
        (CE_DATACONTENTTYPE, "application/cloudevents+json"),
        (SEQ, "0"),
        (SEQ, "-1"),
        (SEQ, "one"),
        (SEQ, "99999999999999999999"),
        (DST, "everybody"),
        (DST, ""),
        (DISPUTE, "d1"),
        (EPOCH, "1"),
        (EPOCH, "1."),
        (EPOCH, "a.b"),
        (SIGNATURE, ""),
        (SIGNATURE, "!!"),
        (SIGNATURE, &short),
    ] {
        let mut headers = encode(&message(), 0).unwrap();
        set(&mut headers, name, Some(value));
        let fault = decode(&message().subject, &headers, vec![]).unwrap_err();
        // the message id is compared with an id that must read first
        let named = matches!(&fault, Bad::Header { header, .. } if *header == name);
        assert!(named, "{name}: {value}: {fault}");
    }
}

#[test]
fn headers_that_disagree_with_the_subject_are_refused() {
    for (name, value) in [
        (CE_SOURCE, "/nodes/640122/police"),
        (DST, "640122.police"),
        (DST, "evt"),
        (CE_SUBJECT, "elsewhere"),
        (DISPUTE, "00000000000000000000000001"),
    ] {
        let mut headers = encode(&message(), 0).unwrap();
        set(&mut headers, name, Some(value));
        let fault = decode(&message().subject, &headers, vec![]).unwrap_err();
        assert!(matches!(&fault, Bad::Disagrees { header, .. } if *header == name), "{fault}");
    }
    let headers = encode(&message(), 0).unwrap();
    for subject in [
        "jf.msg.640122.centre.640122.court.receipt.msg".to_owned(),
        "jf.msg.640122.centre".to_owned(),
        event().subject,
        message().subject.replace("640122.court", "640122.police"),
    ] {
        assert!(decode(&subject, &headers, vec![]).is_err(), "{subject}");
    }
}

#[test]
fn a_payload_beyond_the_limit_is_refused_both_ways() {
    let huge = vec![0; PAYLOAD_MAX + 1];
    let fault = Bad::Oversized { length: PAYLOAD_MAX + 1, max: PAYLOAD_MAX };
    let headers = encode(&event(), 0).unwrap();
    assert_eq!(decode(&event().subject, &headers, huge.clone()).unwrap_err(), fault);
    assert_eq!(encode(&Envelope { payload: huge, ..event() }, 0).unwrap_err(), fault);
}

#[test]
fn a_trace_that_does_not_read_is_left_out() {
    for wrong in ["", "00", "00-zz-b7ad6b7169203331-01", "a-b-c-d-e"] {
        let mut headers = encode(&event(), 0).unwrap();
        set(&mut headers, TRACEPARENT, Some(wrong));
        assert_eq!(decode(&event().subject, &headers, vec![]).unwrap().trace, None, "{wrong}");
        let sent = encode(&Envelope { trace: Some(wrong.to_owned()), ..event() }, 0).unwrap();
        assert_eq!(sent.find(TRACEPARENT).unwrap(), None);
    }
}

#[test]
fn no_bytes_make_decoding_panic() {
    let mut seed = 1_u64;
    for _ in 0..20_000 {
        let mut headers = encode(&message(), 0).unwrap();
        for (_, value) in &mut headers.0 {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            if seed >> 61 == 0 && !value.is_empty() {
                let at = (seed >> 20) as usize % value.chars().count();
                let odd = char::from_u32((seed >> 40) as u32 % 0x3000).unwrap_or('x');
                *value =
                    value.chars().enumerate().map(|(i, c)| if i == at { odd } else { c }).collect();
            }
        }
        match decode(&message().subject, &headers, vec![]) {
            Ok(envelope) => assert_eq!(envelope.src, message().src),
            Err(fault) => assert!(!fault.to_string().is_empty()),
        }
    }
}
