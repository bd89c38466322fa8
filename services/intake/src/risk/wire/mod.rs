//! Requests of risks, mass incidents and screenings, parsed once.

mod incident;
mod risk;
mod screening;

use jiefen_intake_rules::signal::{Level, Signal};
use jiefen_ledger::Error;
use jiefen_ledger::serve::{App, Parsed};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{CaseId, Private};
use jiff::civil::DateTime;

use crate::IntakeArea;
use crate::wire::{fresh, text};

pub use incident::*;
pub use risk::*;
pub use screening::*;

type Outcome = Result<Parsed<IntakeArea>, Error>;

/// The longest reason, finding or text.
const TEXT: usize = 2000;
/// The longest name of a person, firm or post.
const NAME: usize = 200;

const LEVELS: &str = "yellow、orange、red";
const KINDS: &str =
    "common_claim、complaint、online_call、gathering、violence、threat、breach、many_disputes";

/// A command on the case that the head names.
fn on<C: Into<jiefen_intake_rules::Command>>(
    head: Option<&CommandHead>,
    fields: Fields,
    command: Option<C>,
) -> Outcome {
    let case = App::<IntakeArea>::named(head);
    let command = fields.done(command)?;
    Ok(Parsed { case: case?, command: command.into() })
}

/// A command that begins a case of its own.
fn begins<C: Into<jiefen_intake_rules::Command>>(fields: Fields, command: Option<C>) -> Outcome {
    let command = fields.done(command)?.into();
    Ok(Parsed { case: CaseId(fresh().0), command })
}

/// One verb: its request, and how its command is made of the fields.
macro_rules! verb {
    ($verb:ident, $request:ident, |$m:ident, $fields:ident| $body:expr) => {
        verb!($verb, $request, |$m, $fields| $body, |fields, command| on(
            $m.head.as_ref(),
            fields,
            command
        ));
    };
    ($verb:ident, $request:ident, |$m:ident, $fields:ident| $body:expr, $then:expr) => {
        /// Parses the request of this verb.
        ///
        /// # Errors
        /// Every wrong field.
        pub fn $verb($m: &pb::$request) -> Outcome {
            #[allow(unused_mut)] // a verb without fields parses none
            let mut $fields = Fields::new();
            let command = jiefen_ledger::wire::made(|| Some($body));
            $then($fields, command)
        }
    };
}
use verb;

/// When something happened, local time.
fn at(
    fields: &mut Fields,
    field: &str,
    stamp: Option<&pbjson_types::Timestamp>,
) -> Option<DateTime> {
    fields.moment(field, stamp).map(jiefen_vocab::Moment::local)
}

/// A level.
fn level(fields: &mut Fields, given: &str) -> Option<Level> {
    fields.coded("level", given, LEVELS)
}

/// A required signal. What it comes from only this node says.
fn signal(fields: &mut Fields, path: &str, given: Option<&pb::RiskSignal>) -> Option<Signal> {
    let Some(given) = given else {
        fields.fault(path, "必填 (required)");
        return None;
    };
    let of = |name: &str| format!("{path}.{name}");
    let kind = fields.coded(&of("kind"), &given.kind, KINDS);
    let channel = fields.parse(&of("channel"), &given.channel);
    let place = fields.parse(&of("place"), &given.place);
    let cause = fields.parse(&of("cause"), &given.cause);
    let seen = at(fields, &of("at"), given.at.as_ref());
    let dispute = fields.parse_optional(&of("dispute"), &given.dispute);
    for (name, given) in [("against", &given.against), ("threatened", &given.threatened)] {
        if given.chars().count() > NAME {
            fields.fault(of(name), format!("超过上限{NAME}字 (at most {NAME} characters)"));
        }
    }
    if !given.source.is_empty() {
        fields.fault(of("source"), "来源由本节点填写，请留空 (this node says it; leave it empty)");
    }
    Some(Signal {
        kind: kind?,
        channel: channel?,
        against: text(&given.against).map(Private::new),
        place: place?,
        sensitive: given.sensitive,
        cause: cause?,
        people: given.people,
        count: given.count.max(1),
        at: seen?,
        dispute,
        threatened: text(&given.threatened).map(Private::new),
        source: String::new(),
    })
}
