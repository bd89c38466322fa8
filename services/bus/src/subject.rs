//! Bus subjects and stream names: who speaks to whom about what, readable by the server's permissions.

use std::fmt;

use jiefen_ledger::Destination;
use jiefen_vocab::{Agency, DisputeId};

use crate::bad::Bad;

/// The stream of the events for everybody.
pub const EVENTS_STREAM: &str = "JF_EVT";

/// What the stream of events holds, and what its readers read.
pub const EVENTS_FILTER: &str = "jf.evt.>";

/// The longest subject: two agencies of 12 + 40 characters, a message code and a dispute.
const LENGTH_MAX: usize = 256;

/// The longest single token that is not an agency.
const TOKEN_MAX: usize = 64;

/// The token that marks a receipt; no hand-off message has this code.
const RECEIPT: &str = "receipt";

/// The subject of one message on the bus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// `jf.msg.<to-region>.<to-agency>.<from-region>.<from-agency>.<message>.<dispute>`
    Message {
        /// The agency it is for.
        to: Agency,
        /// The agency that sends it.
        from: Agency,
        /// The message's code: `offered`.
        message: String,
        /// The dispute.
        dispute: DisputeId,
    },
    /// `jf.msg.<to-region>.<to-agency>.<from-region>.<from-agency>.receipt.<stream>`
    Receipt {
        /// The agency whose messages were received.
        to: Agency,
        /// The agency that received them.
        from: Agency,
        /// Which of its links.
        link: Link,
    },
    /// `jf.evt.<region>.<agency>.<aggregate>.<fact>.<id>`
    Event {
        /// The agency whose fact it is.
        from: Agency,
        /// The aggregate: `case`.
        aggregate: String,
        /// The fact: `filed`.
        fact: String,
        /// The dispute or case.
        id: String,
    },
}

/// Which of a sender's two links to a reader: messages to it alone, or events for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Link {
    /// Hand-off messages for the reader.
    Messages,
    /// Events for everybody.
    Events,
}

impl Link {
    /// Its token in a subject.
    pub const fn code(self) -> &'static str {
        match self {
            Link::Messages => "msg",
            Link::Events => "evt",
        }
    }

    /// The link that an envelope belongs to.
    pub const fn of(dst: Destination) -> Link {
        match dst {
            Destination::Everybody => Link::Events,
            Destination::Agency(_) => Link::Messages,
        }
    }
}

impl Subject {
    /// Reads a subject. Only the one form that [`fmt::Display`] writes is accepted: two ways to write
    /// an agency would be two agencies to the server's permissions.
    ///
    /// # Errors
    /// It is not a subject of this bus.
    pub fn parse(text: &str) -> Result<Subject, Bad> {
        let bad = |why| Bad::Subject { given: clip(text), why };
        if text.len() > LENGTH_MAX {
            return Err(bad("太长 (too long)"));
        }
        let tokens: Vec<&str> = text.split('.').collect();
        let subject = match tokens.as_slice() {
            ["jf", "msg", tr, ta, fr, fa, code, last] => {
                let to = agency(tr, ta).ok_or_else(|| bad("收件单位有误 (wrong receiver)"))?;
                let from = agency(fr, fa).ok_or_else(|| bad("发件单位有误 (wrong sender)"))?;
                if *code == RECEIPT {
                    let link = match *last {
                        "msg" => Link::Messages,
                        "evt" => Link::Events,
                        _ => return Err(bad("回执种类有误 (no such kind of receipt)")),
                    };
                    Subject::Receipt { to, from, link }
                } else {
                    let message = token(code).ok_or_else(|| bad("消息代码有误 (wrong code)"))?;
                    let dispute =
                        last.parse().map_err(|_| bad("纠纷编号有误 (wrong dispute id)"))?;
                    Subject::Message { to, from, message, dispute }
                }
            }
            ["jf", "evt", fr, fa, aggregate, fact, id] => {
                let from = agency(fr, fa).ok_or_else(|| bad("发件单位有误 (wrong sender)"))?;
                let part = |text: &str| token(text).ok_or_else(|| bad("事件代码有误 (wrong code)"));
                Subject::Event {
                    from,
                    aggregate: part(aggregate)?,
                    fact: part(fact)?,
                    id: part(id)?,
                }
            }
            _ => return Err(bad("不是总线主题 (not a subject of this bus)")),
        };
        if subject.to_string() != text {
            return Err(bad("不是规范写法 (not the canonical form)"));
        }
        Ok(subject)
    }

    /// The agency that speaks.
    pub const fn from(&self) -> Agency {
        match self {
            Subject::Message { from, .. }
            | Subject::Receipt { from, .. }
            | Subject::Event { from, .. } => *from,
        }
    }

    /// Where it goes.
    pub const fn destination(&self) -> Destination {
        match self {
            Subject::Message { to, .. } | Subject::Receipt { to, .. } => Destination::Agency(*to),
            Subject::Event { .. } => Destination::Everybody,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Message { to, from, message, dispute } => {
                write!(f, "jf.msg.{to}.{from}.{message}.{dispute}")
            }
            Subject::Receipt { to, from, link } => {
                write!(f, "jf.msg.{to}.{from}.{RECEIPT}.{}", link.code())
            }
            Subject::Event { from, aggregate, fact, id } => {
                write!(f, "jf.evt.{from}.{aggregate}.{fact}.{id}")
            }
        }
    }
}

/// The stream of a destination: `JF_EVT` or `JF_IN_640122_court`.
pub fn stream_of(dst: Destination) -> String {
    match dst {
        Destination::Everybody => EVENTS_STREAM.to_owned(),
        Destination::Agency(agency) => format!("JF_IN_{}_{}", agency.region, agency.code),
    }
}

/// What the stream of a destination holds.
pub fn subjects_of(dst: Destination) -> String {
    match dst {
        Destination::Everybody => EVENTS_FILTER.to_owned(),
        Destination::Agency(agency) => format!("jf.msg.{agency}.>"),
    }
}

/// The events of one agency: a filter that keeps its numbers without a gap.
pub fn events_of(agency: Agency) -> String {
    format!("jf.evt.{agency}.>")
}

/// An agency's name where points are not allowed: in the names of consumers.
pub fn flat(agency: Agency) -> String {
    format!("{}_{}", agency.region, agency.code)
}

fn agency(region: &str, code: &str) -> Option<Agency> {
    Some(Agency { region: region.parse().ok()?, code: code.parse().ok()? })
}

fn token(text: &str) -> Option<String> {
    let lawful = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-'
    };
    let good = !text.is_empty() && text.len() <= TOKEN_MAX && text.bytes().all(lawful);
    good.then(|| text.to_owned())
}

/// The beginning of a foreign text, for a message to people.
pub(crate) fn clip(text: &str) -> String {
    text.chars().take(120).map(|c| if c.is_control() { '�' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISPUTE: &str = "01jx0000000000000000000000";

    #[test]
    fn a_subject_reads_back_from_its_text() {
        for text in [
            format!("jf.msg.640122.court.640122101.centre.offered.{DISPUTE}"),
            "jf.msg.640122.court.640122.centre.receipt.msg".to_owned(),
            "jf.msg.640122.court.640122.centre.receipt.evt".to_owned(),
            format!("jf.evt.640122.court.case.filed.{DISPUTE}"),
            "jf.evt.640122101203.centre.unit.joined.u-7_a".to_owned(),
        ] {
            assert_eq!(Subject::parse(&text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn who_speaks_to_whom() {
        let text = format!("jf.msg.640122.court.640122101.centre.offered.{DISPUTE}");
        let subject = Subject::parse(&text).unwrap();
        assert_eq!(subject.from().to_string(), "640122101.centre");
        assert_eq!(subject.destination().to_string(), "640122.court");
        let event = Subject::parse(&format!("jf.evt.640122.court.case.filed.{DISPUTE}")).unwrap();
        assert_eq!(event.destination(), Destination::Everybody);
    }

    #[test]
    fn malformed_subjects_are_refused() {
        for text in [
            String::new(),
            "jf".to_owned(),
            "jf.msg".to_owned(),
            "jf.msg.>".to_owned(),
            "jf.evt.640122.court.case.filed".to_owned(),
            "jf.evt.640122.court.case.filed.x.y".to_owned(),
            "jf.evt.640122.court.case.*.x".to_owned(),
            "jf.evt.640122.court.case.Filed.x".to_owned(),
            "jf.evt.640122.court.case..x".to_owned(),
            "jf.evt.640122.court.case.filed.纠纷".to_owned(),
            "jf.evt.64012.court.case.filed.x".to_owned(),
            "jf.evt.640122000000.court.case.filed.x".to_owned(),
            "JF.evt.640122.court.case.filed.x".to_owned(),
            format!("jf.msg.640122.court.640122.offered.{DISPUTE}"),
            format!("jf.msg.640122.Court.640122.centre.offered.{DISPUTE}"),
            "jf.msg.640122.court.640122.centre.offered.d1".to_owned(),
            "jf.msg.640122.court.640122.centre.receipt.d1".to_owned(),
            format!("jf.msg.640122.court.640122.centre.{}.{DISPUTE}", "x".repeat(65)),
            format!("jf.evt.640122.court.case.filed.{}", "x".repeat(300)),
        ] {
            let fault = Subject::parse(&text).unwrap_err();
            assert!(matches!(fault, Bad::Subject { .. }), "{text}: {fault}");
        }
    }

    #[test]
    fn streams_have_names_without_points() {
        let court = "640122.court".parse().unwrap();
        assert_eq!(stream_of(Destination::Agency(court)), "JF_IN_640122_court");
        assert_eq!(subjects_of(Destination::Agency(court)), "jf.msg.640122.court.>");
        assert_eq!(stream_of(Destination::Everybody), "JF_EVT");
        assert_eq!(events_of(court), "jf.evt.640122.court.>");
        assert_eq!(flat(court), "640122_court");
    }
}
