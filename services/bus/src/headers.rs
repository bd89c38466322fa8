//! CloudEvents 1.0 in binary mode: the envelope's fields as message headers, the protobuf payload as
//! it was signed.

use std::fmt::Display;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiefen_ledger::{Destination, Envelope};
use jiefen_vocab::{Agency, Moment};

use crate::bad::Bad;
use crate::subject::{Subject, clip};

/// De-duplicates at the bus within its window; never more than an optimisation.
pub const MSG_ID: &str = "Nats-Msg-Id";
/// The CloudEvents id: the fact's id.
pub const CE_ID: &str = "ce-id";
/// The CloudEvents source: `/nodes/640122/court`.
pub const CE_SOURCE: &str = "ce-source";
/// The CloudEvents type: `jiefen.court.v1.CaseFiled`.
pub const CE_TYPE: &str = "ce-type";
/// The CloudEvents subject: the last token of the bus subject, the dispute or case.
pub const CE_SUBJECT: &str = "ce-subject";
/// When it happened, RFC 3339 to the microsecond.
pub const CE_TIME: &str = "ce-time";
/// `1.0`.
pub const CE_SPECVERSION: &str = "ce-specversion";
/// `application/protobuf`.
pub const CE_DATACONTENTTYPE: &str = "ce-datacontenttype";
/// The W3C trace context.
pub const TRACEPARENT: &str = "traceparent";
/// The number per sender and receiver.
pub const SEQ: &str = "jf-seq";
/// The destination: `evt` or an agency.
pub const DST: &str = "jf-dst";
/// The epoch of a hand-off message.
pub const EPOCH: &str = "jf-epoch";
/// The dispute, when it belongs to one.
pub const DISPUTE: &str = "jf-dispute";
/// Ed25519 of the sender, base64.
pub const SIGNATURE: &str = "jf-signature";

/// The largest payload: a hand-off with its papers by reference is a few KiB; the hub takes 1 MB with
/// headers.
pub const PAYLOAD_MAX: usize = 960 * 1024;

/// No right value of any header is longer.
const HEADER_MAX: usize = 256;

const SPECVERSION: &str = "1.0";
const PROTOBUF: &str = "application/protobuf";
const SIGNATURE_BYTES: usize = 64;

/// The headers of one message, in order, as they are on the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(pub Vec<(String, String)>);

impl Headers {
    /// Adds a header.
    pub fn put(&mut self, name: &str, value: impl Display) {
        self.0.push((name.to_owned(), value.to_string()));
    }

    /// The value of a header that must stand there once.
    ///
    /// # Errors
    /// It is missing, repeated or longer than any right value.
    pub fn need(&self, name: &'static str) -> Result<&str, Bad> {
        self.find(name)?.ok_or(Bad::Missing { header: name })
    }

    /// The value of a header that may be absent.
    ///
    /// # Errors
    /// It is repeated or longer than any right value.
    pub fn find(&self, name: &'static str) -> Result<Option<&str>, Bad> {
        let mut values = self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
        let Some(value) = values.next() else { return Ok(None) };
        if values.next().is_some() {
            return Err(Bad::Repeated { header: name });
        }
        if value.len() > HEADER_MAX {
            return Err(Bad::TooLong { header: name, length: value.len() });
        }
        Ok(Some(value))
    }

    fn parse<T: FromStr>(&self, name: &'static str) -> Result<T, Bad>
    where
        T::Err: Display,
    {
        parse(name, self.need(name)?)
    }
}

/// The headers of an envelope. `attempt` 0 is the first sending; a later one has a message id of its
/// own, so that the bus's duplicate window cannot swallow it.
///
/// # Errors
/// The envelope has a field that no header can carry; then it would be refused everywhere.
pub fn encode(envelope: &Envelope, attempt: u32) -> Result<Headers, Bad> {
    size(&envelope.payload)?;
    let mut headers = Headers::default();
    if attempt == 0 {
        headers.put(MSG_ID, envelope.id);
    } else {
        headers.put(MSG_ID, format_args!("{}:{attempt}", envelope.id));
    }
    headers.put(CE_SPECVERSION, SPECVERSION);
    headers.put(CE_ID, envelope.id);
    headers.put(CE_SOURCE, envelope.src.source());
    headers.put(CE_TYPE, kind(&envelope.kind)?);
    headers.put(CE_SUBJECT, last_token(&envelope.subject));
    headers.put(CE_TIME, time(envelope.occurred_at)?);
    headers.put(CE_DATACONTENTTYPE, PROTOBUF);
    headers.put(SEQ, envelope.seq);
    headers.put(DST, envelope.dst);
    if let Some(dispute) = envelope.dispute {
        headers.put(DISPUTE, dispute);
    }
    if !envelope.epoch.is_empty() {
        headers.put(EPOCH, epoch(&envelope.epoch)?);
    }
    if let Some(trace) = envelope.trace.as_deref().filter(|trace| is_traceparent(trace)) {
        headers.put(TRACEPARENT, trace);
    }
    headers.put(SIGNATURE, STANDARD.encode(&envelope.signature));
    Ok(headers)
}

/// The envelope of a message as it came, with every header checked, and checked against the subject.
/// Its signature is checked by the caller, who knows the keys.
///
/// # Errors
/// The first fault found, with its name.
pub fn decode(subject: &str, headers: &Headers, payload: Vec<u8>) -> Result<Envelope, Bad> {
    let parsed = Subject::parse(subject)?;
    size(&payload)?;
    expect(headers, CE_SPECVERSION, SPECVERSION)?;
    expect(headers, CE_DATACONTENTTYPE, PROTOBUF)?;
    let id = headers.parse(CE_ID)?;
    let given = headers.need(MSG_ID)?;
    let (base, _) = given.split_once(':').unwrap_or((given, ""));
    if base != headers.need(CE_ID)? {
        return Err(wrong(MSG_ID, given, "应以 ce-id 开头 (must begin with ce-id)"));
    }
    let envelope = Envelope {
        id,
        src: source(headers.need(CE_SOURCE)?)?,
        dst: headers.parse(DST)?,
        seq: headers.parse(SEQ)?,
        kind: kind(headers.need(CE_TYPE)?)?.to_owned(),
        subject: subject.to_owned(),
        dispute: headers.find(DISPUTE)?.map(|text| parse(DISPUTE, text)).transpose()?,
        epoch: headers.find(EPOCH)?.map_or(Ok(""), epoch)?.to_owned(),
        occurred_at: moment(headers.need(CE_TIME)?)?,
        trace: trace(headers),
        payload,
        signature: signature(headers.need(SIGNATURE)?)?,
    };
    if envelope.seq < 1 {
        return Err(wrong(SEQ, headers.need(SEQ)?, "应为 1 或更大 (from 1)"));
    }
    agree(&parsed, headers, &envelope)?;
    Ok(envelope)
}

/// The subject decides what the server lets through, the headers decide what happens: they must say
/// the same.
fn agree(subject: &Subject, headers: &Headers, envelope: &Envelope) -> Result<(), Bad> {
    let same = |header: &'static str, given: String, expected: String| {
        if given == expected { Ok(()) } else { Err(Bad::Disagrees { header, given, expected }) }
    };
    same(CE_SOURCE, envelope.src.to_string(), subject.from().to_string())?;
    same(DST, envelope.dst.to_string(), subject.destination().to_string())?;
    let said = clip(headers.need(CE_SUBJECT)?);
    same(CE_SUBJECT, said, last_token(&envelope.subject).to_owned())?;
    match subject {
        Subject::Message { dispute, .. } => {
            let given = envelope.dispute.ok_or(Bad::Missing { header: DISPUTE })?;
            same(DISPUTE, given.to_string(), dispute.to_string())
        }
        Subject::Event { .. } => Ok(()),
        Subject::Receipt { .. } => {
            let why = "是回执，不是消息 (a receipt, not a message)";
            Err(Bad::Subject { given: clip(&envelope.subject), why })
        }
    }
}

fn size(payload: &[u8]) -> Result<(), Bad> {
    if payload.len() > PAYLOAD_MAX {
        return Err(Bad::Oversized { length: payload.len(), max: PAYLOAD_MAX });
    }
    Ok(())
}

/// A header that has one right value.
pub(crate) fn expect(headers: &Headers, name: &'static str, right: &str) -> Result<(), Bad> {
    let given = headers.need(name)?;
    if given == right {
        return Ok(());
    }
    Err(wrong(name, given, format_args!("应为 {right} (must be {right})")))
}

pub(crate) fn wrong(header: &'static str, given: &str, why: impl Display) -> Bad {
    Bad::Header { header, given: clip(given), why: why.to_string() }
}

fn parse<T: FromStr>(name: &'static str, text: &str) -> Result<T, Bad>
where
    T::Err: Display,
{
    text.parse().map_err(|fault: T::Err| wrong(name, text, fault))
}

/// The agency of a `ce-source`.
pub(crate) fn source(text: &str) -> Result<Agency, Bad> {
    let fault = || wrong(CE_SOURCE, text, "应如 /nodes/640122/court (such as /nodes/640122/court)");
    let rest = text.strip_prefix("/nodes/").ok_or_else(fault)?;
    let (region, code) = rest.split_once('/').ok_or_else(fault)?;
    let agency = Agency {
        region: region.parse().map_err(|_| fault())?,
        code: code.parse().map_err(|_| fault())?,
    };
    if agency.source() == text { Ok(agency) } else { Err(fault()) }
}

/// A type: package, version and message, of letters, digits, underscores and points.
fn kind(text: &str) -> Result<&str, Bad> {
    let lawful = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
    if text.is_empty() || !text.bytes().all(lawful) {
        let why = "应如 jiefen.court.v1.CaseFiled (such as jiefen.court.v1.CaseFiled)";
        return Err(wrong(CE_TYPE, text, why));
    }
    Ok(text)
}

/// An epoch: `incarnation.n`.
fn epoch(text: &str) -> Result<&str, Bad> {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((incarnation, n)) if number(incarnation) && number(n) => Ok(text),
        Some(_) | None => Err(wrong(EPOCH, text, "应如 1.3 (such as 1.3)")),
    }
}

fn time(at: Moment) -> Result<jiff::Timestamp, Bad> {
    jiff::Timestamp::from_microsecond(at.0)
        .map_err(|_| wrong(CE_TIME, &at.0.to_string(), "超出日历范围 (beyond the calendar)"))
}

fn moment(text: &str) -> Result<Moment, Bad> {
    let at: jiff::Timestamp =
        text.parse().map_err(|_| wrong(CE_TIME, text, "应为 RFC 3339 时间 (RFC 3339)"))?;
    Ok(Moment(at.as_microsecond()))
}

fn signature(text: &str) -> Result<Vec<u8>, Bad> {
    let bytes =
        STANDARD.decode(text).map_err(|_| wrong(SIGNATURE, text, "应为 base64 (base64)"))?;
    if bytes.len() != SIGNATURE_BYTES {
        let why = format!("应为 {SIGNATURE_BYTES} 字节，却有 {} 字节 (wrong length)", bytes.len());
        return Err(wrong(SIGNATURE, text, why));
    }
    Ok(bytes)
}

/// A trace context has no effect and is not signed: one that does not read is left out.
fn trace(headers: &Headers) -> Option<String> {
    let text = headers.find(TRACEPARENT).ok().flatten()?;
    if is_traceparent(text) {
        return Some(text.to_owned());
    }
    tracing::debug!("a traceparent that does not read was left out");
    None
}

/// `00-<32 hex>-<16 hex>-<2 hex>`.
fn is_traceparent(text: &str) -> bool {
    let hex = |part: &str, length| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [version, trace, span, flags] => {
            hex(version, 2) && hex(trace, 32) && hex(span, 16) && hex(flags, 2)
        }
        _ => false,
    }
}

fn last_token(subject: &str) -> &str {
    subject.rsplit('.').next().unwrap_or(subject)
}

/// The headers' destination without the rest, for a quarantined message.
pub(crate) fn claimed_source(headers: &Headers) -> Option<Agency> {
    headers.find(CE_SOURCE).ok().flatten().and_then(|text| source(text).ok())
}

/// Where headers say that a message goes; for tests of forged ones.
#[cfg(test)]
pub(crate) fn set(headers: &mut Headers, name: &str, value: Option<&str>) {
    headers.0.retain(|(key, _)| key != name);
    if let Some(value) = value {
        headers.put(name, value);
    }
}

/// True when the destination is this agency or everybody.
pub(crate) fn is_for(dst: Destination, me: Agency) -> bool {
    match dst {
        Destination::Everybody => true,
        Destination::Agency(agency) => agency == me,
    }
}

#[cfg(test)]
#[path = "headers_tests.rs"]
mod tests;
