//! What came in, sorted: messages to take in, receipts to check, what is our own, what is not believed.

use jiefen_ledger::{Envelope, Quarantined, Receipt};
use jiefen_platform::trust::Trust;
use jiefen_vocab::{Agency, Moment};

use crate::bad::Bad;
use crate::bus::{Delivery, Source, Token};
use crate::headers::{self, CE_TYPE, Headers, MSG_ID};
use crate::receipts;
use crate::subject::{Subject, clip};

/// The most of a foreign header that is kept for the operator.
const KEPT_HEADER: usize = 1024;

/// What a delivery is.
#[derive(Debug)]
pub(crate) enum Sorted {
    /// A verified message or event.
    Message(Box<Envelope>),
    /// A verified receipt; true when the bus delivers it for the first time.
    Receipt(Receipt, bool),
    /// This agency's own event: it knows it already.
    Own,
    /// Not believed.
    Bad(Bad),
}

/// What is needed to sort.
pub(crate) struct Sorter<'a> {
    pub me: Agency,
    pub source: Source,
    pub trust: &'a Trust,
    pub now: Moment,
}

impl Sorter<'_> {
    /// Checks a delivery: subject, headers, address, signature at the time of receipt.
    pub fn sort(&self, delivery: &Delivery) -> Sorted {
        self.look(delivery).unwrap_or_else(Sorted::Bad)
    }

    fn look(&self, delivery: &Delivery) -> Result<Sorted, Bad> {
        let subject = Subject::parse(&delivery.subject)?;
        let dst = subject.destination();
        if dst != self.source.destination() || !headers::is_for(dst, self.me) {
            return Err(Bad::NotForMe { dst });
        }
        if let Subject::Receipt { .. } = &subject {
            let receipt =
                receipts::decode(&subject, &delivery.headers, &delivery.payload, self.me)?;
            receipts::verify(&receipt, self.trust, self.now)?;
            return Ok(Sorted::Receipt(receipt, delivery.attempt <= 1));
        }
        let envelope =
            headers::decode(&delivery.subject, &delivery.headers, delivery.payload.to_vec())?;
        self.trust.verify(envelope.src, &envelope.signed_bytes(), &envelope.signature, self.now)?;
        if envelope.src == self.me {
            return Ok(Sorted::Own);
        }
        Ok(Sorted::Message(Box::new(envelope)))
    }
}

/// A delivery as it is kept for the operator. The message id is left out: it differs with each
/// repetition of the same junk.
pub(crate) fn quarantined(delivery: &Delivery, source: Source, bad: &Bad) -> Quarantined {
    let Headers(all) = &delivery.headers;
    let lines: Vec<String> = all
        .iter()
        .filter(|(name, _)| name != MSG_ID)
        .map(|(name, value)| {
            let value: String = value.chars().take(KEPT_HEADER).collect();
            format!("{name}: {value}")
        })
        .collect();
    let kind = delivery.headers.find(CE_TYPE).ok().flatten().map(clip).unwrap_or_default();
    Quarantined {
        stream: source.code().to_owned(),
        subject: delivery.subject.clone(),
        src: headers::claimed_source(&delivery.headers),
        kind,
        headers: lines.join("\n"),
        payload: delivery.payload.to_vec(),
        cause: bad.to_string(),
    }
}

/// The tokens of deliveries.
pub(crate) fn tokens<'a>(deliveries: impl IntoIterator<Item = &'a Delivery>) -> Vec<Token> {
    deliveries.into_iter().map(|delivery| delivery.token.clone()).collect()
}
