//! Receipts on the wire: a reader's signed word that it has, durably, everything of a link up to a
//! number. The same message, repeated, is the high-water mark.

use jiefen_ledger::{Receipt, hex};
use jiefen_platform::trust::{Trust, TrustFault};
use jiefen_vocab::{Agency, Moment};

use crate::bad::Bad;
use crate::headers::{
    CE_DATACONTENTTYPE, CE_ID, CE_SOURCE, CE_SPECVERSION, CE_SUBJECT, CE_TYPE, Headers, expect,
    source,
};
use crate::subject::{Link, Subject};

/// The type of a receipt.
pub const KIND: &str = "jiefen.bus.v1.Receipt";

/// A receipt is a few hundred bytes; more is not read.
const LENGTH_MAX: usize = 4096;

const JSON: &str = "application/json";

/// Lets the stream forget a receipt; the reconciliation repeats what matters twice a minute.
const TTL: &str = "Nats-TTL";

/// How long a receipt stays in a stream.
const KEPT: &str = "1h";

/// Gives an unsigned receipt its signature.
pub fn sign(mut receipt: Receipt, key: impl FnOnce(&[u8]) -> Vec<u8>) -> Receipt {
    receipt.signature = hex(&key(&receipt.signed_bytes()));
    receipt
}

/// The subject of a receipt.
pub fn subject(receipt: &Receipt) -> Subject {
    let link = if receipt.dst == "evt" { Link::Events } else { Link::Messages };
    Subject::Receipt { to: receipt.src, from: receipt.reader, link }
}

/// The headers and payload of a receipt. There is no message id: the same number may have to be said
/// again at any time.
///
/// # Errors
/// It cannot be written as JSON.
pub fn encode(receipt: &Receipt, expiring: bool) -> Result<(Headers, Vec<u8>), Bad> {
    let payload =
        serde_json::to_vec(receipt).map_err(|fault| Bad::Receipt { why: fault.to_string() })?;
    let mut headers = Headers::default();
    headers.put(CE_SPECVERSION, "1.0");
    headers.put(CE_ID, format_args!("{}:{}:{}", receipt.reader, receipt.dst, receipt.upto));
    headers.put(CE_SOURCE, receipt.reader.source());
    headers.put(CE_TYPE, KIND);
    headers.put(CE_SUBJECT, &receipt.dst);
    headers.put(CE_DATACONTENTTYPE, JSON);
    if expiring {
        headers.put(TTL, KEPT);
    }
    Ok((headers, payload))
}

/// Reads a receipt that is for this agency. Its signature is checked by [`verify`].
///
/// # Errors
/// The first fault found, with its name.
pub fn decode(
    subject: &Subject,
    headers: &Headers,
    payload: &[u8],
    me: Agency,
) -> Result<Receipt, Bad> {
    if payload.len() > LENGTH_MAX {
        return Err(Bad::Oversized { length: payload.len(), max: LENGTH_MAX });
    }
    expect(headers, CE_SPECVERSION, "1.0")?;
    expect(headers, CE_TYPE, KIND)?;
    expect(headers, CE_DATACONTENTTYPE, JSON)?;
    let said = source(headers.need(CE_SOURCE)?)?;
    let receipt: Receipt =
        serde_json::from_slice(payload).map_err(|fault| Bad::Receipt { why: fault.to_string() })?;
    let from = subject.from();
    if receipt.reader != from || said != from {
        return Err(Bad::Borrowed { reader: receipt.reader, from });
    }
    if receipt.src != me {
        return Err(Bad::NotForMe { dst: jiefen_ledger::Destination::Agency(receipt.src) });
    }
    let expected = match subject {
        Subject::Receipt { link: Link::Events, .. } => "evt".to_owned(),
        Subject::Receipt { link: Link::Messages, .. } => from.to_string(),
        Subject::Message { .. } | Subject::Event { .. } => {
            return Err(Bad::Receipt {
                why: "主题不是回执 (the subject is not a receipt's)".to_owned(),
            });
        }
    };
    if receipt.dst != expected {
        return Err(Bad::Disagrees { header: "dst", given: receipt.dst, expected });
    }
    if receipt.upto < 0 {
        return Err(Bad::Receipt { why: "编号为负 (a negative number)".to_owned() });
    }
    Ok(receipt)
}

/// Whether the reader signed this receipt with a key that counts now.
///
/// # Errors
/// Why it is not believed.
pub fn verify(receipt: &Receipt, trust: &Trust, now: Moment) -> Result<(), Bad> {
    let unreadable = || TrustFault::BadSignature { agency: receipt.reader };
    let signature = unhex(&receipt.signature).ok_or_else(unreadable)?;
    trust.verify(receipt.reader, &receipt.signed_bytes(), &signature, now).map_err(Bad::from)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    (0..text.len()).step_by(2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiefen_platform::keys::SigningKey;
    use jiefen_platform::trust::{Keys, TrustedKey};

    fn agency(text: &str) -> Agency {
        text.parse().unwrap()
    }

    fn receipt(dst: &str) -> Receipt {
        Receipt {
            src: agency("640122.centre"),
            dst: dst.to_owned(),
            reader: agency("640122.court"),
            upto: 7,
            running: "ab".repeat(32),
            signature: String::new(),
        }
    }

    #[test]
    fn a_receipt_reads_back_and_is_believed_only_from_its_reader() {
        let (key, _) = SigningKey::generate().unwrap();
        let believed = TrustedKey { key: key.public(), from: None, until: None };
        let trust = Trust::of(Keys::from([(agency("640122.court"), vec![believed])]));
        for dst in ["evt", "640122.court"] {
            let signed = sign(receipt(dst), |bytes| key.sign(bytes));
            let (headers, payload) = encode(&signed, true).unwrap();
            let back =
                decode(&subject(&signed), &headers, &payload, agency("640122.centre")).unwrap();
            assert_eq!(back, signed);
            assert_eq!(verify(&back, &trust, Moment(0)), Ok(()));
            for changed in [
                Receipt { upto: 8, ..back.clone() },
                Receipt { running: "cd".repeat(32), ..back.clone() },
                Receipt { signature: String::new(), ..back.clone() },
                Receipt { signature: "é".to_owned(), ..back.clone() },
            ] {
                assert!(matches!(verify(&changed, &trust, Moment(0)), Err(Bad::Signature(_))));
            }
        }
    }

    #[test]
    fn a_receipt_in_a_foreign_name_is_refused() {
        let honest = receipt("640122.court");
        let (headers, payload) = encode(&honest, false).unwrap();
        let me = agency("640122.centre");
        let read = |subject: &Subject, payload: &[u8], me| decode(subject, &headers, payload, me);
        let forged =
            Subject::Receipt { to: me, from: agency("640122.police"), link: Link::Messages };
        assert!(matches!(read(&forged, &payload, me), Err(Bad::Borrowed { .. })));
        let other = Subject::Receipt { to: me, from: honest.reader, link: Link::Events };
        assert!(matches!(read(&other, &payload, me), Err(Bad::Disagrees { .. })));
        let stranger = agency("640122.hrss");
        assert!(matches!(read(&subject(&honest), &payload, stranger), Err(Bad::NotForMe { .. })));
        for junk in [&b""[..], b"{}", b"[1]", &[0xff; 20], &vec![b' '; 5000]] {
            assert!(read(&subject(&honest), junk, me).is_err());
        }
        let negative = serde_json::to_vec(&Receipt { upto: -1, ..honest.clone() }).unwrap();
        assert!(matches!(read(&subject(&honest), &negative, me), Err(Bad::Receipt { .. })));
    }
}
